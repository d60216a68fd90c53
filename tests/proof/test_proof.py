"""Posts of nights of every kind are what the figures CSV makes of them, to the last number.

A part of `python -m tests.proof`, of few districts each, so that it takes less than a minute.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.nights import KINDS, make, of_few_places
from tests.proof.played import Tally, play

DISTRICTS, THIN = 7, 5
NIGHTS = 2
"""Of each kind; the house styles take turns."""


@pytest.mark.parametrize("kind", KINDS)
def test_posts_say_what_the_csv_holds_and_nothing_else(kind: str, tmp_path: Path) -> None:
    tally = Tally()
    for number in range(NIGHTS):
        seed = number + NIGHTS * KINDS.index(kind)
        night = of_few_places(make(kind, seed, THIN), seed, DISTRICTS)
        play(night, seed, tmp_path, tally, moments=2, corrections=1)
    assert tally.faults == []
    assert tally.posts.total() > 15 * NIGHTS and tally.claims.total() > tally.posts.total()
