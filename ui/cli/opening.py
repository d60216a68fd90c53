"""The window, opened by the command; consoles of other encodings, told to speak UTF-8.

Which arguments open it is decided elsewhere; nothing here needs Click.
"""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper
from pathlib import Path

SUFFIX = ".secim"


def show(file: Path | None, demo: bool) -> int:
    """Open the window on a file, the demonstration or the first screen; the exit status.

    Misuse where there is no window to be had on this machine.
    """
    # A collection while everything is being loaded finds nothing and costs a tenth of the start;
    # `run` turns it on again once the window is there.
    gc.disable()
    try:
        from ui.window.app import run
    except ImportError as fault:
        from ui.cli.errors import Misuse

        raise Misuse("no_window", reason=str(fault)) from fault
    return run(file, demo)


def speak_utf8() -> None:
    """Consoles of other encodings would break Turkish letters, or stop at one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
