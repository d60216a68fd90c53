"""What kind of text was pasted, and where: a block of numbers for cells, a table, or any other.

Only the shape is looked at: what a number is, is `figures`' business, and what a text means the
reader's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from desk.facts.figures import clean

Block = tuple[tuple[str, ...], ...]
"""Cells by rows; an empty one says nothing. The last row and column hold something."""

_NUMERIC = re.compile(r"[0-9.,:%+\-−–()/' ]*")
_CELLS_APART = re.compile(r"\t+| {2,}")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the editor stands: what is meant where the text does not say."""

    agency: str
    contest: str
    place: str
    clock: datetime


def numbers(text: str) -> Block | None:
    """The cells of a text that has nothing but numbers and blanks; None for any other.

    Rows are lines, columns stand between tabs. A letter or a mark no number has anywhere makes it
    a text.
    """
    rows = [[clean(cell) for cell in line.split("\t")] for line in text.splitlines()]
    filled = [(at, to) for at, row in enumerate(rows) for to, cell in enumerate(row) if cell]
    cells = [rows[at][to] for at, to in filled]
    if not all(map(_NUMERIC.fullmatch, cells)) or not any(map(_has_digit, cells)):
        return None
    height, width = (1 + max(places) for places in zip(*filled, strict=True))
    return tuple(tuple([*row, *[""] * width][:width]) for row in rows[:height])


def is_table(text: str) -> bool:
    """Whether two lines at least are parted into cells, by tabs or by more than one blank."""
    parted = (_CELLS_APART.search(line.strip(" ")) for line in text.splitlines())
    return sum(match is not None for match in parted) > 1


def _has_digit(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell)
