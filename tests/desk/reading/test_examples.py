"""The reader on every text whose meaning is known: nothing silently wrong, and most of it read."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from tests.desk.reading.score import OPEN, Score, examples, main, score

ROWS = [row for path in OPEN for row in examples(path)]
SCORES: dict[int, Score] = {}
"""What each of them came to, by its place: none is read twice."""
LEAST = Decimal(93)
"""The part of what the texts state that is read, in per cent; the rest is asked or named."""


def scored(at: int) -> Score:
    if at not in SCORES:
        SCORES[at] = score(ROWS[at])
    return SCORES[at]


@pytest.mark.parametrize("at", range(len(ROWS)), ids=lambda at: ROWS[at]["id"])
def test_nothing_is_silently_wrong(at: int) -> None:
    assert not scored(at).wrong, scored(at).notes


def test_nearly_all_that_is_stated_is_read() -> None:
    total = Score()
    for at in range(len(ROWS)):
        total.add(scored(at))
    assert total.share >= LEAST, total.notes


def test_the_score_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OPEN[2])]) == 0
    assert "read right:" in capsys.readouterr().out


def test_scores_add_up() -> None:
    total = Score(Counter(stated=2, right=1))
    total.add(Score(Counter(stated=2, right=2, wrong=1)))
    assert (total.counts["stated"], total.wrong, total.share) == (4, 1, Decimal(75))
