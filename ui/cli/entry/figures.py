"""A figures CSV as the command line takes it: its bytes, and its refused rows told by their lines.

What a row means is the desk's; nothing is filed here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.facts.codes import Code, Refusal
from desk.reading import csv as exchange
from ui.cli.errors import Stopped, tell_refusal


def read_bytes(path: Path | None) -> tuple[bytes, str]:
    """The bytes of a figures CSV and what to call it; `-` or nothing is stdin."""
    if path is None or str(path) == "-":
        return sys.stdin.buffer.read(), "stdin"
    try:
        return path.read_bytes(), str(path)
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None


@contextmanager
def lines_named(name: str) -> Iterator[list[int]]:
    """Tell every refused row by its line in the file called ``name``.

    The list takes the lines the bulletins begin on: the file itself may refuse one of them.
    """
    lines: list[int] = []
    try:
        yield lines
    except exchange.Refusals as refused:
        for refusal in refused.refusals:
            tell_refusal(refusal, name)
        raise Stopped from refused
    except Refusal as refusal:
        position = refusal.values.get("position")
        if isinstance(position, int):
            refusal = refusal.at(line=lines[position])
        tell_refusal(refusal, name if "line" in refusal.values else "")
        raise Stopped from refusal
