"""A figures CSV as the command line takes it: its bytes, and its refused rows told by their lines.

What a row means is the desk's; nothing is filed here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desk.facts.codes import Code, Refusal
from desk.reading import csv as exchange
from ui.cli.errors import Misuse, Stopped, tell, tell_refusal
from ui.cli.words import words

MOST_BYTES = 64 * 2**20
"""A whole country's night as figures is a third of it."""


def read_bytes(path: Path | None) -> tuple[bytes, str]:
    """The bytes of a figures CSV and what to call it; `-` or nothing is stdin."""
    if path is None or str(path) == "-":
        return _bounded(sys.stdin.buffer, "stdin"), "stdin"
    try:
        with path.open("rb") as file:
            return _bounded(file, str(path)), str(path)
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None


def read_text(path: Path | None) -> str:
    """The text of a file, in the one encoding that is never guessed; `-` or nothing is stdin."""
    data, name = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misuse("not_text", file=name) from None


def _bounded(file: BinaryIO, name: str) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Misuse("too_long", file=name, limit=MOST_BYTES // 2**20)
    return data


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
        if refused.more:
            tell(f"{name}: {words('more_refused', rows=refused.more)}")
        raise Stopped from refused
    except Refusal as refusal:
        position = refusal.values.get("position")
        if isinstance(position, int):
            refusal = refusal.at(line=lines[position])
        tell_refusal(refusal, name if "line" in refusal.values else "")
        raise Stopped from refusal
