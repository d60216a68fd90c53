"""Sentence frames × holders × addresses × decoys: nothing silently wrong, nearly all of it read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.desk.reading.frames import texts
from tests.desk.reading.score import Score, score

LEAST = Decimal(98)


def rows(kind: str) -> list[dict[str, Any]]:
    return list(texts(20240331, 250, (kind,)))


@pytest.mark.parametrize("kind", ["shares", "counts", "leads", "corrected"])
def test_every_mechanism_meets_every_other(kind: str) -> None:
    total = Score()
    for row in rows(kind):
        one = score(row)
        assert not one.wrong, (row["text"], one.notes)
        total.add(one)
    told = total.counts["asked"] if kind == "leads" else 0
    stated = total.counts["stated"] - told
    assert Decimal(100 * total.counts["right"]) / stated >= LEAST, total.notes


def test_the_same_seed_gives_the_same_texts() -> None:
    assert [row["text"] for row in texts(7, 20)] == [row["text"] for row in texts(7, 20)]
