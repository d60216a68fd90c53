"""`python -m ui` is the command `secim-masasi`.

Nothing else happens here.
"""

from ui.cli.main import main

main(prog_name="secim-masasi")
