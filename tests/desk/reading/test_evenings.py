"""Several bulletins in one text: what belongs is carried, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.desk.reading.evenings import texts
from tests.desk.reading.score import Score, score

LEAST = Decimal(97)


@pytest.mark.parametrize("seed", [20240331, 20190623, 20240602])
def test_nothing_of_one_bulletin_is_filed_as_anothers(seed: int) -> None:
    total = Score()
    for row in texts(seed, 250):
        one = score(row)
        assert not one.wrong, (row["text"], one.notes)
        total.add(one)
    assert total.share >= LEAST, total.notes


def test_the_same_seed_gives_the_same_texts() -> None:
    assert [row["text"] for row in texts(7, 20)] == [row["text"] for row in texts(7, 20)]
