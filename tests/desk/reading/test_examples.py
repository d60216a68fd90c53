"""The reader on every text whose meaning is known: nothing silently wrong, and most of it read."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tests.desk.reading.score import OPEN, PROBES, Score, examples, main, score

LEAST = Decimal(93)
"""The part of what the texts state that is read, in per cent; the rest is asked or named."""

LEAST_HOURS = Decimal(92)
"""The part of the bulletins' hours that stands in their records, in per cent."""


@cache
def scored(path: Path) -> Score:
    """What a file of texts came to: none is read twice."""
    total = Score()
    for row in examples(path):
        total.add(score(row))
    return total


@pytest.mark.parametrize("path", OPEN, ids=lambda path: path.stem)
def test_nothing_is_silently_wrong(path: Path) -> None:
    wrong = [note for note in scored(path).notes if "WRONG" in note]
    assert not scored(path).wrong, wrong


def test_nearly_all_that_is_stated_is_read() -> None:
    total = Score()
    for path in OPEN:
        total.add(scored(path))
    assert total.share >= LEAST, total.notes


def test_nearly_all_hours_that_are_told_are_read() -> None:
    total = Score()
    for path in OPEN:
        total.add(scored(path))
    assert total.hours >= LEAST_HOURS


def test_the_score_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(PROBES)]) == 0
    told = capsys.readouterr().out
    assert "read right:" in told and "hours:" in told


def test_scores_add_up() -> None:
    total = Score(Counter(stated=2, right=1))
    total.add(Score(Counter(stated=2, right=2, wrong=1)))
    assert (total.counts["stated"], total.wrong, total.share) == (4, 1, Decimal(75))
