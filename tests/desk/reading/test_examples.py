"""The reader on texts whose meaning is known: published ones, and others in their manner.

A figure given wrongly fails at once; what is missed is counted over all of them.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.desk.reading.score import EXAMPLES, MORE, Score, codes, examples, main, score, table

PUBLISHED = examples(EXAMPLES)
OTHERS = examples(MORE)


@pytest.mark.parametrize("example", PUBLISHED, ids=lambda row: row["id"])
def test_nothing_published_is_read_wrongly(example: dict[str, Any]) -> None:
    one = score(example)
    assert (one.wrong, one.extra) == (0, 0), one.notes


@pytest.mark.parametrize("example", OTHERS, ids=lambda row: row["id"])
def test_other_texts_are_read_as_they_mean(example: dict[str, Any]) -> None:
    one = score(example)
    assert (one.wrong, one.extra, one.missing) == (0, 0, 0), one.notes


def test_nearly_all_published_figures_are_read() -> None:
    _, total = table(PUBLISHED)
    assert total.share >= 0.95, total.notes


@pytest.mark.parametrize("example", OTHERS, ids=lambda row: row["id"])
def test_what_is_not_read_is_asked_or_named(example: dict[str, Any]) -> None:
    assert codes(example) == sorted(example.get("codes", []))


def test_the_score_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "read right:" in capsys.readouterr().out


def test_scores_add_up() -> None:
    total = Score(expected=2, right=1)
    total.add(Score(expected=2, right=2, wrong=1))
    assert (total.expected, total.right, total.wrong, total.share) == (4, 3, 1, 0.75)
