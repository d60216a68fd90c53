"""How long the reader takes: five lines, and 100 kB of each thing that is pasted.

Processor time, with a night of Istanbul 2024 in front: the texts are the ones it is scored on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path
from time import process_time

from desk.facts.catalog import load
from desk.reading.reader import Context, read
from tests.bench.report import Line, middle

DATA = Path(__file__).parents[1] / "data"

SIZE = 100_000
"""Bytes a long text is made to."""

SHORT = 400
"""Characters: a shorter text states its figures densely."""


def measure() -> list[Line]:
    """Five lines; 100 kB of dense bulletins, of tables, of prose; twice as much of the first."""
    context = Context.of(load("istanbul-2024"))
    five = "\n".join((DATA / "seed_1938.txt").read_text(encoding="utf-8").splitlines()[:5])
    texts = _texts()
    dense = [one["text"] for one in texts if len(one["text"]) < SHORT and "\t" not in one["text"]]
    tables = [one["text"] for one in texts if one["text"].count("\t") > 10]
    prose = [one["text"] for one in texts if len(one["text"]) > SHORT and "\t" not in one["text"]]
    read(five, context)
    lines = [middle("five lines", [_seconds(five, context) for _ in range(41)])]
    lines[0] = Line(lines[0].name, lines[0].value, "ms", 5, lines[0].note)
    of_dense = _least(_long(dense, SIZE), context)
    lines += [
        Line("100 kB of short bulletins", 1000 * of_dense, "ms", 1000),
        Line("100 kB of tables", 1000 * _least(_long(tables, SIZE), context), "ms", 1000),
        Line("100 kB of long texts", 1000 * _least(_long(prose, SIZE), context), "ms", 1000),
        Line(
            "short bulletins, twice as many",
            _least(_long(dense, 2 * SIZE), context) / of_dense,
            "times",
            2.4,
        ),
    ]
    return lines


def _texts() -> list[dict[str, str]]:
    """All but those with marks of a page, which would make one page of all."""
    return [
        json.loads(line)
        for path in sorted(DATA.glob("bulletins_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "<" not in line
    ]


def _long(texts: Iterable[str], size: int) -> str:
    """These texts one after another, again from the first where they are not enough."""
    taken: list[str] = []
    length = 0
    for text in cycle(texts):
        if length > size:
            return "\n\n".join(taken)
        taken.append(text)
        length += len(text.encode()) + 2
    return ""


def _seconds(text: str, context: Context) -> float:
    start = process_time()
    read(text, context)
    return process_time() - start


def _least(text: str, context: Context) -> float:
    return min(_seconds(text, context) for _ in range(3))
