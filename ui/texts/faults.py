"""A fault of the program itself, written down where it can be sent from.

What went wrong with a file or with what was asked for is a refusal, and none of this.
"""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from tempfile import NamedTemporaryFile

from desk import __version__

FAULT = 70
"""The exit status of a process that met a fault of the program."""


_LINE = {
    "en": "A fault of the program; nothing is lost that was said to be saved. Its report: {file}",
    "tr": "Programın kendi hatası; kaydedildi denen hiçbir şey kaybolmadı. Raporu: {file}",
}


def line(file: str, fault: BaseException, language: str) -> str:
    """What stderr says of a fault: where its report is, or what it was if there is none."""
    return f"secim-masasi: {_LINE[language].format(file=file or repr(fault))}"


def report(fault: BaseException) -> str:
    """Write a fault down; returns the file, empty where none could be written."""
    # Slow to load, and only a fault needs it.
    import platform

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
