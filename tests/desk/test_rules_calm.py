"""The short way through a whole night finds what the long way finds, and learns what it learns."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desk import catalog, rehearsal
from desk.bulletin import Item, Row
from desk.edits import FileBulletins, NewBulletin
from desk.rules import judge
from desk.rules.calm import Calm
from desk.rules.finding import Finding
from desk.rules.night import Night, night_of
from desk.session import Session


def judged(session: Session, contest: str) -> tuple[Night, dict[int, list[Finding]]]:
    night = night_of(session, contest)
    return night, judge.whole(night)


@pytest.mark.parametrize(("seed", "slips"), [(1, 20), (2, 0)])
def test_short_and_long_way_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, slips: int
) -> None:
    """A rehearsed night, with slips and without, each bulletin by the rules and by the sums."""
    with rehearsal.make(tmp_path / "night.secim", seed, slips) as session:
        contest = session.election.contests[0].id
        spared = 0
        asked = Calm.moves

        def counted(*args: object) -> object:
            nonlocal spared
            moves = asked(*args)  # type: ignore[arg-type]
            spared += moves is not None
            return moves

        monkeypatch.setattr(Calm, "moves", counted)
        short, found = judged(session, contest)
        monkeypatch.setattr(Calm, "moves", lambda *_: None)
        long, by_rules = judged(session, contest)
    assert found == by_rules
    assert spared > len(found)
    assert short.scales == long.scales
    assert short.closing == long.closing
    assert short.repeats == long.repeats
    assert short.told == long.told
    assert short.patience == long.patience
    for address, column in short.columns.items():
        assert column.mean == long.columns[address].mean
        flagged = [entry.flagged for entry in column.entries]
        assert flagged == [entry.flagged for entry in long.columns[address].entries]
