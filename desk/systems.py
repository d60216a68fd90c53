"""What systems differ in where files are concerned: the names they hold, and how one is given.

Every system the desk runs on is asked the same here; that Windows is another is known nowhere else
where a file gets its name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from time import sleep

WINDOWS = os.name == "nt"

LONGEST = 160
"""Bytes of a name that is made of a text: with a folder before it, every system holds them."""

WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between two tries to give a name, where somebody else may have the file for a moment."""

_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def file_name(text: str) -> str:
    """A name for a file made of a text, its ending with it: one that every system holds."""
    stem, dot, ending = _NO_NAME.sub("-", text).rpartition(".")
    stem, ending = (stem, f"{dot}{ending[:20]}") if stem else (ending, "")
    short = stem.encode("utf-8", "replace")[: LONGEST - len(ending.encode("utf-8", "replace"))]
    name = f"{short.decode('utf-8', 'ignore').strip(' .') or '-'}{ending}".rstrip(" .")
    return f"_{name}" if _DEVICE.fullmatch(name) else name


def holds(name: str) -> bool:
    """Whether this system can have a file of a name; on Windows some are devices or streams."""
    return not WINDOWS or not (
        _NO_NAME.search(name) or _DEVICE.fullmatch(name) or name.endswith((" ", "."))
    )


def replace(made: Path, path: Path) -> None:
    """Give a file that was made its name, in the place of what has it. OSError."""
    _patiently(lambda: made.replace(path))


def rename(made: Path, path: Path) -> None:
    """Give a file that was made a name that none has. OSError."""
    _patiently(lambda: made.rename(path))


def _patiently(give: Callable[[], object]) -> None:
    """Try again where Windows says that somebody has the file open: a scanner, at a new one."""
    for wait in WAITS if WINDOWS else ():
        try:
            give()
        except PermissionError:
            sleep(wait)
        else:
            return
    give()
