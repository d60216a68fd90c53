"""The short way through a whole night finds what the long way finds, and learns what it learns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from desk.facts.bulletin import BulletinState
from desk.rehearsal import prova
from desk.rules.course import Course
from desk.rules.entries import Entry, entry_of
from desk.rules.quick_look import QuickLook, Trail
from desk.rules.spread import Moves

pytestmark = pytest.mark.usefixtures("drawn_once")

NIGHTS = pytest.mark.parametrize(("seed", "slips"), [(1, 20), (2, 0)])


@NIGHTS
def test_short_and_long_way_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, slips: int
) -> None:
    """A rehearsed night, with slips and without: by the sums where they do, and by the rules."""
    asked, spared = QuickLook.moves, []

    def counted(
        look: QuickLook, trail: Trail, entry: Entry, scales: Mapping[str, int]
    ) -> Moves | None:
        moves = asked(look, trail, entry, scales)
        if moves is not None:
            spared.append(entry)
        return moves

    with prova.make(tmp_path / "night.secim", seed, slips) as session:
        contest = session.election.contests[0].id
        quick, slow = Course(session, contest), Course(session, contest)
        monkeypatch.setattr(QuickLook, "moves", counted)
        quick.finish()
        monkeypatch.setattr(QuickLook, "moves", lambda *_: None)
        slow.finish()
    assert slow.found == quick.found
    short, long = quick.night, slow.night
    # Or else nothing has been shown.
    assert len(spared) > 1_000
    assert short.scales == long.scales
    assert short.closing == long.closing
    assert short.repeats == long.repeats
    assert short.places_of_shares == long.places_of_shares
    assert short.patience == long.patience
    for address, column in short.columns.items():
        other = long.columns[address]
        assert column.mean == other.mean
        assert [e.flagged for e in column.entries] == [e.flagged for e in other.entries]


@NIGHTS
def test_read_at_once_or_one_by_one(tmp_path: Path, seed: int, slips: int) -> None:
    """A bulletin straight from the file is to the rules what it is as the desk holds it."""
    with prova.make(tmp_path / "night.secim", seed, slips) as session:
        contest = session.election.contests[0].id
        course = Course(session, contest)
        course.finish()
        night = course.night
        read = {entry.id: entry for c in night.columns.values() for entry in c.entries}
        for place in session.election.places[:5]:
            for bulletin in session.bulletins(contest, place.name):
                if bulletin.state is not BulletinState.STANDING:
                    continue
                boxes = night.column(bulletin.source.agency, place.name).boxes
                one = entry_of(bulletin.figures, bulletin.as_of, boxes, bulletin.id)
                other = read.pop(bulletin.id)
                assert list(other.texts.items()) == sorted(one.texts.items())
                assert other.key == one.key
                for name in ("minute", "shares", "room", "half", "opened", "opened_half", "boxes"):
                    assert getattr(other, name) == getattr(one, name)
                for name in ("total", "votes", "stated", "turnout", "opened_text"):
                    assert getattr(other, name) == getattr(one, name)
