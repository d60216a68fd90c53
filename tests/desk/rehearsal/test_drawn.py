"""A rehearsal of any election: what it draws is how its contests ended, place by place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from desk.country.last_time import baseline_of, result_of
from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.election import OTHERS, ContestKind
from desk.file.session import Session
from desk.rehearsal import prova
from desk.rehearsal.drawn import TOGETHER, stages_of, standing_in
from desk.rehearsal.script import plan
from tests.desk.conftest import refused
from tests.desk.kinds import (
    BY_ELECTION,
    COUNCILS,
    KINDS,
    LOCAL,
    PARLIAMENT,
    PRESIDENT,
    drawn,
    election,
)
from tests.desk.kinds import script as script_of

OVER = (PRESIDENT, COUNCILS, BY_ELECTION)
"""Nights on whose day there are results."""


@pytest.mark.parametrize("kind", KINDS)
def test_boxes_are_what_was_counted(kind: str) -> None:
    """Every place has its own boxes, valid votes as they were, and its contenders' where it is
    over."""
    night = election(kind)
    for stage in stages_of(night):
        boxes = drawn(stage.draw(Random(5)))
        ended = result_of(night, stage.contest)
        told = ended if ended.places else baseline_of(night, stage.contest)
        for place in stage.above:
            here = [box for box in boxes if box.place == place]
            assert len(here) <= TOGETHER
            count = night.boxes(stage.contest, place)
            assert count is None or sum(box.boxes for box in here) == count
            assert sum(box.valid for box in here) == told.places[place].valid
            assert all(box.cast <= box.registered for box in here)
            if ended.places:
                for at, code in enumerate(stage.contenders[:-1]):
                    votes = sum(box.votes[at] for box in here)
                    assert votes == told.places[place].votes.get(code, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_named_where_he_did_not_stand(kind: str) -> None:
    night = election(kind)
    stages = {stage.contest: stage for stage in stages_of(night)}
    for one in script_of(kind).bulletins:
        source = one.bulletin.source
        stood = {*stages[source.contest].stood[source.place], OTHERS}
        named = {row.contender for row in one.bulletin.figures if row.item is Item.SHARE}
        assert named <= stood, source
        assert night.is_held(source.contest, source.place)


def test_the_end_is_the_official_result() -> None:
    """The last word of both agencies on the country, on the second round of 2023."""
    night = election(PRESIDENT)
    for agency in ("AA", "ANKA"):
        last = [
            one.bulletin.figures
            for one in script_of(PRESIDENT).bulletins
            if (one.bulletin.source.agency, one.bulletin.source.place) == (agency, "Türkiye")
            and Row(Item.SHARE, "recep_tayyip_erdogan") in one.bulletin.figures
        ][-1]
        assert f"{last[Row(Item.SHARE, 'recep_tayyip_erdogan')]:.2f}" == "52.18"
    assert night.contest("cb").kind is ContestKind.CB


@pytest.mark.parametrize("kind", [PARLIAMENT, LOCAL])
def test_the_same_seed_draws_the_same_night_and_another_swings_otherwise(kind: str) -> None:
    stages = stages_of(election(kind))
    assert plan(1, played=stages) == script_of(kind)
    assert plan(2, played=stages).bulletins != script_of(kind).bulletins


def test_what_nobody_ever_voted_for_is_not_rehearsed() -> None:
    night = election(BY_ELECTION)
    own = tuple(replace(race, kind=ContestKind.OTHER) for race in night.contests)
    with refused(Code.E166):
        stages_of(replace(night, contests=own))


def test_a_rehearsal_goes_on_as_it_was_begun(tmp_path: Path) -> None:
    """Also where somebody has been added since."""
    night = election(BY_ELECTION)
    until = night.moment(script_of(BY_ELECTION).bulletins[40].at.time())
    with prova.make(tmp_path / "prova.secim", 1, 3, until, night) as session:
        assert session.is_rehearsal
        assert len(prova.planted(session)) == 3
        asked = json.loads(session.settings[prova.ASKED])
        assert asked[prova.STANDING] == standing_in(night)
        player = prova.player_of(session)
        rest = player.due(player.script.end)
        honest = [one.bulletin for one in script_of(BY_ELECTION).bulletins if one.at > until]
        assert [one.bulletin for one in rest] == honest
        prova.play(session, rest)


def test_the_nights_that_ship_are_rehearsed(tmp_path: Path) -> None:
    assert set(prova.nights()) == {PRESIDENT, COUNCILS}
    for kind, path in prova.nights().items():
        assert election(kind).id == path.stem
        until = election(kind).moment(election(kind).polls_close)
        with prova.make(tmp_path / path.stem, 1, until=until, played=election(kind)) as session:
            assert isinstance(session, Session)
            assert not session.latest(session.election.contests[0].id)
