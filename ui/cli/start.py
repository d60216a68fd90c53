"""The program's beginning: the window at once where that is all that is asked, else the commands.

What arguments mean otherwise is `main`'s; it is loaded only then, because Click and all it says
cost a tenth of the window's start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ui.cli.opening import SUFFIX, show, speak_utf8

COMPLETION = "_SECIM_MASASI_COMPLETE"
"""Set by a shell that asks for completions; Click answers it."""


def main() -> None:
    """Do what the process was called for and end it with its status."""
    asked = _asked(sys.argv[1:])
    if asked is None:
        from ui.cli.main import main as command

        command()
        return
    speak_utf8()
    try:
        status = show(*asked)
    except Exception:
        from ui.cli.errors import told_in_one_line

        with told_in_one_line():
            raise
    sys.exit(status)


def _asked(arguments: Sequence[str]) -> tuple[Path | None, bool] | None:
    """The file the window is to show and whether the demonstration; None where it is not plain."""
    if COMPLETION in os.environ:
        return None
    match arguments:
        case []:
            return None, False
        case ["--demo"]:
            return None, True
        case [name] if name.lower().endswith(SUFFIX) and Path(name).is_file():
            return Path(name), False
    return None
