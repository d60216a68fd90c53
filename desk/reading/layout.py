"""The lines of a text as they follow each other: where each begins, cards joined to one line.

Whole lines only; what stands in one is `lines` and `sentences`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk.reading import lines
from desk.reading.couples import joined
from desk.reading.items import Item, Label
from desk.reading.tables import Table


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, scanned."""

    items: list[Item]
    head: lines.TimeHead | None
    blank: bool


BLANK = Line([], None, True)


def line_spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        stripped = line.strip()
        if stripped:
            left = start + (len(line) - len(line.lstrip(" ")))
            spans.append((left, end))
        else:
            spans.append((start, start))
        start = end + 1
    return spans


def values_below(scanned: list[Line | Table]) -> list[bool]:
    """For each line, whether a later line of the same block gives figures."""
    follows = [False] * len(scanned)
    below = False
    for index in range(len(scanned) - 1, -1, -1):
        line = scanned[index]
        follows[index] = below
        if isinstance(line, Table):
            below = True
        elif line.head is not None and line.head.opens:
            below = False
        else:
            below = below or lines.has_values(line.items)
    return follows


def join_cards(scanned: list[Line | Table]) -> list[Line | Table]:
    """A page's cards, one word a line (`CHP`, `%51,05`, `4.418.708 oy`), as one line each."""
    done: list[Line | Table] = []
    index = 0
    stray = False
    while index < len(scanned):
        line = scanned[index]
        if isinstance(line, Table) or line.head is not None:
            stray = False
            done.append(line)
            index += 1
            continue
        labels = _run(scanned, index, lines.is_labels_only, 2)
        values = _run(scanned, index + labels, lines.is_values_only, 2) if labels else 0
        if values and not stray:
            parts = list(scanned[index : index + labels + values])
            items = [item for part in parts if isinstance(part, Line) for item in part.items]
            done.append(Line(joined(items), None, False))
            index += labels + values
            continue
        # A value without a label before it: the page may write the value first.
        stray = not line.blank and (lines.is_values_only(line.items) or (stray and bool(labels)))
        done.append(line)
        index += 1
    return done


def _run(
    scanned: list[Line | Table], start: int, test: Callable[[Sequence[Item]], bool], most: int
) -> int:
    count = 0
    while start + count < len(scanned) and count < most:
        line = scanned[start + count]
        if isinstance(line, Table) or line.head is not None:
            break
        if line.blank or not test(line.items):
            break
        count += 1
    return count


def pairs(items: list[Item]) -> bool:
    labels = any(isinstance(item.data, Label) for item in items)
    return labels and lines.has_values(items)
