"""Texts that were read wrongly without a word, and what of each must never again be filed so.

A row of ``never_silent.jsonl`` is a text, its mode, what kind of trap it is, and the figures nobody
stated: agency, place, contest, hour, whose or which, item and value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import DATA, FIELDS, examples, night

ROWS = examples(DATA / "never_silent.jsonl")
KINDS = sorted({row["kind"] for row in ROWS})


def filed(text: str, mode: str) -> Iterator[list[Any]]:
    """Every figure a text gives that no question lies on."""
    found = to_json(read(text, night() if mode == "file" else None))
    asked = [one["source"] for record in found["records"] for one in record["questions"]]
    for record in found["records"]:
        where = [record["agency"], record["place"], record["contest"], record["time"]]
        for one, span in figures(record):
            if not any(start < span[1] and span[0] < end for start, end in asked):
                yield [*where, *one]


def figures(record: Mapping[str, Any]) -> Iterator[tuple[list[Any], list[int]]]:
    """A record's figures, each with the fragment it came from."""
    for one in record["results"]:
        for item in ("pct", "votes"):
            if one[item] is not None:
                yield [one["label"], item, one[item]], one[f"{item}_source"]
    for item in FIELDS:
        if record[item] is not None:
            yield [item, str(record[item])], record["sources"][item]


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_stated_is_asked_or_left_out(kind: str) -> None:
    for row in ROWS:
        if row["kind"] == kind:
            told = [*filed(row["text"], row["mode"])]
            assert [one for one in row["never"] if one in told] == [], row["text"]


def test_a_plain_text_is_filed() -> None:
    assert [*filed("AA 21.15 Kadıköy İBB: CHP 71,2", "file")] == [
        ["AA", "Kadıköy", "ibb", "21:15", "CHP", "pct", "71.2"]
    ]
