"""The reader on every text whose meaning is known: nothing silently wrong, and most of it read."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from tests.desk.reading.score import OPEN, Score, examples, main, score, table

ROWS = [row for path in OPEN for row in examples(path)]
LEAST = Decimal(93)
"""The part of what the texts state that is read, in per cent; the rest is asked or named."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_nothing_is_silently_wrong(row: dict[str, Any]) -> None:
    assert not score(row).wrong, score(row).notes


def test_nearly_all_that_is_stated_is_read() -> None:
    _, total = table(ROWS)
    assert total.share >= LEAST, total.notes


def test_the_score_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OPEN[2])]) == 0
    assert "read right:" in capsys.readouterr().out


def test_scores_add_up() -> None:
    total = Score(Counter(stated=2, right=1))
    total.add(Score(Counter(stated=2, right=2, wrong=1)))
    assert (total.counts["stated"], total.wrong, total.share) == (4, 1, Decimal(75))
