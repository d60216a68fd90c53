"""The refused rows of a figures CSV, told by their lines.

What a row means is the desk's; nothing is filed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desk.facts.codes import Refusal
from desk.reading.files import csv as exchange
from ui.cli.errors import Stopped, stop_at, tell_refusal


@contextmanager
def lines_named(name: str) -> Iterator[list[int]]:
    """Tell every refused row by its line in the file called ``name``.

    The list takes the lines the bulletins begin on: the file itself may refuse one of them.
    """
    lines: list[int] = []
    try:
        yield lines
    except exchange.Refusals as refused:
        stop_at(refused.refusals, name, more=refused.more)
    except Refusal as refusal:
        position = refusal.values.get("position")
        if isinstance(position, int):
            refusal = refusal.at(line=lines[position])
        tell_refusal(refusal, name if "line" in refusal.values else "")
        raise Stopped from refusal
