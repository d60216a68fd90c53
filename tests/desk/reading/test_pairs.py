"""Two texts one below the other, each with its own source and place: neither takes of the other."""

from __future__ import annotations

import random
from functools import cache
from itertools import islice
from typing import Any

import pytest

from tests.desk.reading.score import OPEN, examples, score

PAIRS = 300
MOST = 1
"""Pairs of a hundred that go wrong at most: before paragraphs had an address of their own, nine."""


def _addressed(row: dict[str, Any]) -> bool:
    """Whether all a text states has its agency and its place in the text."""
    records = row["expected"]["records"]
    told = all(
        one.get("agency") and one.get("place") and not one.get("place_from_context")
        for one in records
    )
    return row.get("mode") == "file" and bool(records) and told


@cache
def _texts() -> list[dict[str, Any]]:
    """The texts that tell their whole address."""
    return [row for path in OPEN for row in examples(path) if _addressed(row)]


def _read(row: dict[str, Any]) -> bool:
    one = score(row)
    return not one.wrong and one.counts["stated"] == one.counts["right"]


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
    shuffled = random.Random(seed).sample(_texts(), len(_texts()))
    # Each of them is read right alone: no more are read than are asked for.
    alone = list(islice(filter(_read, shuffled), 2 * PAIRS))
    pairs = [_joined(*pair) for pair in zip(alone[::2], alone[1::2], strict=True)]
    wrong = [row["id"] for row in pairs if score(row).wrong]
    assert len(wrong) <= MOST * len(pairs) / 100, wrong
