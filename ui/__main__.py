"""`python -m ui` is the command `secim-masasi`.

Nothing else happens here.
"""

from ui.cli.start import main

main()
