"""A fault of the program itself, written down where it can be sent from.

What went wrong with a file or with what was asked for is a refusal, and none of this.
"""

from __future__ import annotations

import platform
import sys
import traceback
from contextlib import suppress
from tempfile import NamedTemporaryFile

from desk import __version__

FAULT = 70
"""The exit status of a process that met a fault of the program."""


def report(fault: BaseException) -> str:
    """Write a fault down; returns the file, empty where none could be written."""
    lines = "".join(traceback.format_exception(fault))
    told = f"Seçim Masası {__version__}, Python {sys.version}, {platform.platform()}\n\n{lines}"
    with suppress(OSError, UnicodeError):
        with NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            prefix="secim-masasi-",
            suffix=".txt",
            delete=False,
        ) as file:
            file.write(told)
        return file.name
    return ""
