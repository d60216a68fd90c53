"""Two texts one below the other, each with its own source and place: neither takes of the other."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import Any

import pytest

from tests.desk.reading.score import OPEN, examples, score

MOST = 1
"""Pairs of a hundred that go wrong at most: before paragraphs had an address of their own, nine."""


def _addressed(row: dict[str, Any]) -> bool:
    """Whether all a text states has its agency and its place in the text, and is read."""
    records = row["expected"]["records"]
    told = all(
        one.get("agency") and one.get("place") and not one.get("place_from_context")
        for one in records
    )
    return row.get("mode") == "file" and bool(records) and told and _read(row)


def _read(row: dict[str, Any]) -> bool:
    one = score(row)
    return not one.wrong and one.counts["stated"] == one.counts["right"]


@lru_cache(maxsize=1)
def rows() -> list[dict[str, Any]]:
    """The texts that tell their whole address and are read right."""
    return [row for path in OPEN for row in examples(path) if _addressed(row)]


def _joined(above: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
    records = [*above["expected"]["records"], *below["expected"]["records"]]
    return {
        "id": f"{above['id']}+{below['id']}",
        "mode": "file",
        "text": f"{above['text']}\n\n{below['text']}",
        "expected": {"records": records},
    }


@pytest.mark.parametrize("seed", [1914, 1925, 1938])
def test_of_two_texts_neither_takes_of_the_other(seed: int) -> None:
    drawn = random.Random(seed)
    pairs = [_joined(*drawn.sample(rows(), 2)) for _ in range(400)]
    wrong = [row["id"] for row in pairs if score(row).wrong]
    assert len(wrong) <= MOST * len(pairs) / 100, wrong
