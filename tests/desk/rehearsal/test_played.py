"""The rehearsal: the same night for the same seed, honest to the vote; what was missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import catalog
from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import (
    REHEARSAL,
    BeginCorrection,
    FileDraft,
    NewBulletin,
    SetFigure,
    Withdraw,
)
from desk.facts.election import OTHERS, PlaceKind
from desk.facts.standing import shares_of, votes_of
from desk.file.session import Session
from desk.rehearsal import prova
from desk.rehearsal.boxes import Box, CountedStep, apportion, boxes_of, read_night
from desk.rehearsal.boxes import boxes_in as boxes_of_step
from desk.rehearsal.prova import Planned, Player, Script, plan
from desk.rehearsal.script import stage, without_zeros
from desk.rehearsal.slips import SlipKind
from tests.desk.conftest import at, refused
from tests.desk.kinds import drawn

CSV = catalog.resource("rehearsal", "istanbul-2024.csv")
OTHERS_CSV = catalog.resource("rehearsal", "istanbul-2024.others.csv")
OPENED = Row(Item.OPENED_SHARE)
BOXES = Row(Item.OPENED_BOXES)
TOTAL = Row(Item.TOTAL_BOXES)
HALF = Decimal("0.005")


@pytest.fixture(scope="module")
def script() -> Script:
    return plan(1)


@pytest.fixture(scope="module")
def spoiled() -> Script:
    return plan(1, 26)


@pytest.fixture(scope="module")
def boxes() -> tuple[Box, ...]:
    return drawn(boxes_of(read_night(CSV, OTHERS_CSV, OTHERS), Random(1)))


def columns(script: Script) -> Iterator[list[NewBulletin]]:
    """Every column's bulletins in order of time."""
    found: dict[Source, list[NewBulletin]] = {}
    for one in script.bulletins:
        found.setdefault(one.bulletin.source, []).append(one.bulletin)
    yield from found.values()


def test_the_same_seed_plays_the_same_night(script: Script) -> None:
    assert plan(1) == script
    assert plan(2).bulletins != script.bulletins


def test_slips_change_nothing_else(script: Script, spoiled: Script) -> None:
    assert plan(1, 26) == spoiled
    for honest, played in zip(script.bulletins, spoiled.bulletins, strict=True):
        if played.slip is None:
            assert played == honest
        else:
            assert played.slip.truth == honest.bulletin.figures
            assert played.slip.figures == played.bulletin.figures != honest.bulletin.figures


def test_slips_are_of_every_kind_in_turn(spoiled: Script) -> None:
    kinds = Counter(one.slip.kind for one in spoiled.bulletins if one.slip)
    assert kinds == dict.fromkeys(SlipKind, 2)


def test_slips_lie_before_the_time_asked_for() -> None:
    last = at("20:00")
    put = [one.at for one in plan(3, 5, slips_until=last).bulletins if one.slip]
    assert len(put) == 5
    assert max(put) <= last


def test_a_night_speaks_of_every_place_twice(script: Script) -> None:
    election = catalog.load(script.election)
    spoken = {one.bulletin.source for one in script.bulletins}
    assert spoken == {
        Source(agency, script.contest, place.name)
        for agency in script.agencies
        for place in election.places
    }
    assert len(script.bulletins) > 2000


def test_bulletins_come_in_order_and_after_the_polls(script: Script) -> None:
    election = catalog.load(script.election)
    moments = [one.at for one in script.bulletins]
    assert moments == sorted(moments)
    assert moments[0] > election.moment(election.polls_close)
    assert all(one.at == one.bulletin.as_of for one in script.bulletins)
    assert all(election.is_on_air(moment) for moment in moments)


def test_no_two_bulletins_of_a_column_share_a_minute(script: Script) -> None:
    for column in columns(script):
        moments = [one.as_of for one in column]
        assert len(set(moments)) == len(moments)


def test_what_was_opened_never_goes_down(script: Script) -> None:
    for column in columns(script):
        for row in (OPENED, BOXES):
            opened = [Decimal(one.figures[row]) for one in column if row in one.figures]
            assert opened == sorted(opened)
        for code in {row.contender for one in column for row in one.figures}:
            row = Row(Item.VOTES, code)
            counted = [int(one.figures[row]) for one in column if row in one.figures]
            assert counted == sorted(counted)


def test_every_honest_bulletin_is_possible(script: Script) -> None:
    election = catalog.load(script.election)
    for one in script.bulletins:
        figures = one.bulletin.figures
        place = election.place(one.bulletin.source.place)
        shares, votes = shares_of(figures), votes_of(figures)
        assert sum(shares.values()) <= 100 + len(shares) * HALF
        assert all(0 <= share < 100 for share in shares.values())
        opened, total = figures.get(BOXES), figures.get(TOTAL)
        if opened is not None:
            assert total == place.boxes
            assert 0 < int(opened) <= int(place.boxes or 0)
            if OPENED in figures and opened != total:
                exact = Decimal(int(opened)) * 100 / int(place.boxes or 0)
                assert abs(Decimal(figures[OPENED]) - exact) <= HALF + HALF
        assert sum(votes.values()) <= int(place.registered or 0)
        for code, counted in votes.items():
            other = max(votes, key=lambda known: votes[known])
            # One base for all of them: cross-multiplied, within half a unit on either side.
            room = HALF * (counted + votes[other])
            assert abs(shares[code] * votes[other] - shares[other] * counted) <= room
        leader = figures.get(Row(Item.LEADER))
        if leader is not None and shares:
            ranked = sorted(shares.values(), reverse=True)
            assert shares[str(leader)] == ranked[0]
            assert figures[Row(Item.LEAD_POINTS)] == ranked[0] - ranked[1]


def test_both_agencies_end_at_the_official_result(script: Script) -> None:
    """Both open every box in the end: 51.21 and 39.59 per cent."""
    for column in columns(script):
        if column[0].source.place != "İstanbul":
            continue
        last = [shares_of(one.figures) for one in column if shares_of(one.figures)][-1]
        assert without_zeros(last["chp"]) == Decimal("51.21")
        assert without_zeros(last["ak_parti"]) == Decimal("39.59")


def test_each_agency_has_its_own_digits(script: Script) -> None:
    seen: dict[str, set[int]] = {agency: set() for agency in script.agencies}
    for one in script.bulletins:
        for share in shares_of(one.bulletin.figures).values():
            text = format(share, "f")
            seen[one.bulletin.source.agency].add(len(text.partition(".")[2]))
            if one.bulletin.source.agency == "ANKA":
                assert "." not in text or not text.endswith("0")
    assert seen == {"AA": {2}, "ANKA": {0, 1, 2}}


def test_the_agencies_open_boxes_in_different_orders(script: Script) -> None:
    """Early on their shares differ by points, in most places; at the end they do not."""
    election = catalog.load(script.election)

    def gaps(from_: str, to: str) -> list[Decimal]:
        known: dict[str, dict[str, Decimal]] = {}
        for one in script.bulletins:
            share = shares_of(one.bulletin.figures).get("chp")
            if share is not None and one.at <= election.moment(at(to).time()):
                source = one.bulletin.source
                known.setdefault(source.place, {})[source.agency] = share
        return sorted(abs(two["AA"] - two["ANKA"]) for two in known.values() if len(two) == 2)

    early, late = gaps("18:30", "19:25"), gaps("03:00", "04:30")
    assert 3 < early[len(early) // 2] < 12
    assert late[-1] < 1


def test_the_boxes_are_the_night(boxes: tuple[Box, ...]) -> None:
    """İmamoğlu 4.438.727, Kurum 3.431.871 in 33.273 boxes, and each district's own."""
    election = catalog.load("istanbul-2024")
    assert len(boxes) == 33_273
    assert [sum(box.votes[at] for box in boxes) for at in (0, 1)] == [4_438_727, 3_431_871]
    for place in election.places:
        if place.kind is PlaceKind.DISTRICT:
            own = [box for box in boxes if box.place == place.name]
            assert len(own) == place.boxes
            assert sum(box.registered for box in own) == place.registered


def test_small_contenders_end_where_they_ended(boxes: tuple[Box, ...]) -> None:
    """Yeniden Refah had 226.705 votes; split step by step, rounding moves a few."""
    night = read_night(CSV, OTHERS_CSV, OTHERS)
    position = night.contenders.index("yeniden_refah")
    assert abs(sum(box.votes[position] for box in boxes) - 226_705) < 300


@given(
    st.integers(1, 40),
    st.lists(st.integers(0, 9000), min_size=2, max_size=6),
    st.integers(0, 500),
    st.integers(0, 9),
)
def test_a_step_is_the_sum_of_its_boxes(
    count: int, votes: list[int], invalid: int, seed: int
) -> None:
    cast = sum(votes) + invalid
    step = CountedStep("Şile", at("20:10"), count, cast + 5, cast, tuple(votes))
    made = boxes_of_step(step, Random(seed))
    assert len(made) == count
    assert [sum(column) for column in zip(*(box.votes for box in made), strict=True)] == votes
    assert sum(box.cast for box in made) == cast
    assert sum(box.registered for box in made) == cast + 5
    assert all(count >= 0 for box in made for count in box.votes)
    assert all(step.moment <= box.moment < step.moment + timedelta(minutes=10) for box in made)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1), st.data())
def test_apportioned_is_whole_and_within_the_caps(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    weights, caps = ([row[at] for row in rows] for at in (0, 1))
    total = data.draw(st.integers(0, sum(caps)))
    shares = apportion(total, weights, caps)
    assert sum(shares) == total
    assert all(0 <= share <= cap for share, cap in zip(shares, caps, strict=True))


def test_apportioned_by_weight() -> None:
    assert apportion(10, [1, 1, 2]) == [3, 2, 5]
    assert apportion(10, [1, 1, 2], [9, 9, 3]) == [4, 3, 3]
    assert apportion(3, [0, 0]) == [2, 1]


@pytest.mark.parametrize(
    ("share", "shown"), [("38.30", "38.3"), ("2.00", "2"), ("40.00", "40"), ("1.17", "1.17")]
)
def test_zeros_behind_the_mark_are_dropped(share: str, shown: str) -> None:
    assert format(without_zeros(Decimal(share)), "f") == shown


def test_a_stage_names_what_its_agencies_list() -> None:
    played = stage()
    known = {contender.code for contender in played.election.contest(played.contest).contenders}
    for own in played.habits:
        assert own.leans_to in played.contenders
        assert set(own.lists) <= known & set(played.contenders)
        assert own.opened[0][1] == 0
        assert own.opened[-1][1] == 1000
        assert sorted(own.opened) == list(own.opened)


def test_a_player_gives_every_bulletin_once(script: Script) -> None:
    player = Player(script)
    assert player.due(script.start - timedelta(minutes=2)) == ()
    given_out: list[Planned] = []
    moment = script.start
    while not player.is_over:
        given_out += player.due(moment)
        moment += timedelta(minutes=7)
    assert tuple(given_out) == script.bulletins
    assert player.due(moment) == ()
    assert player.wait is None


def test_a_player_never_goes_back(script: Script) -> None:
    player = Player(script)
    first = player.due(at("19:30"))
    assert player.due(at("19:00")) == ()
    assert player.now == at("19:30")
    assert first[-1].at <= at("19:30")


def test_a_player_runs_at_any_speed(script: Script) -> None:
    player = Player(script, script.start - timedelta(minutes=1), speed=60)
    assert player.wait == timedelta(seconds=1)
    assert player.advance(timedelta(milliseconds=900)) == ()
    assert player.wait == timedelta(milliseconds=100)
    assert player.advance(timedelta(milliseconds=100))[0] == script.bulletins[0]
    player.speed = 0
    assert player.wait is None
    assert player.advance(timedelta(hours=1)) == ()


def test_a_player_starts_where_it_is_told(script: Script) -> None:
    player = Player(script, at("20:00"))
    assert all(one.at > at("20:00") for one in player.due(script.end))


def test_a_rehearsal_is_marked(tmp_path: Path) -> None:
    with prova.make(tmp_path / "prova.secim", 5, until=at("18:55")) as session:
        assert session.is_rehearsal
        assert session.settings[REHEARSAL] == "5"
        assert prova.planted(session) == prova.missed(session) == ()
        assert (session.night_end() or at("23:59")) <= at("18:55")
    with Session.create(tmp_path / "night.secim", catalog.load("istanbul-2024")) as session:
        assert not session.is_rehearsal


def test_a_rehearsal_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with prova.make(tmp_path / "prova.secim", 5, 3, until=at("19:30")) as session:
        script = plan(5, 3, slips_until=at("19:30"))
        player = prova.player_of(session, 60)
        assert player.script == script
        prova.play(session, player.due(at("19:40")))
        recorded = {one.bulletin.source for one in script.bulletins if one.at <= at("19:40")}
        filed = sum(
            len(session.bulletins(source.contest, source.place, source.agency))
            for source in recorded
        )
        assert filed == sum(one.at <= at("19:40") for one in script.bulletins)
        assert prova.player_of(session).due(at("19:40")) == ()


def test_a_rehearsal_not_begun_has_all_its_night_before_it(tmp_path: Path) -> None:
    session, script = prova.begin(tmp_path / "prova.secim", 2, 1)
    with session:
        prova.play(session, ())
        assert prova.player_of(session).due(script.end) == script.bulletins


def test_what_was_missed(tmp_path: Path) -> None:
    """A slip is caught when no wrong figure of it stands: corrected, or withdrawn."""
    with prova.make(tmp_path / "prova.secim", 4, 13, until=at("20:00")) as session:
        put = prova.planted(session)
        assert {slip.kind for slip in put} == set(SlipKind)
        assert prova.missed(session) == put
        corrected, withdrawn, wrongly, *rest = put

        def number(slip: prova.Planted) -> int:
            source = slip.source
            column = session.bulletins(source.contest, source.place, source.agency)
            return next(one.id for one in column if one.as_of == slip.as_of)

        session.record(BeginCorrection(number(corrected)))
        for row, value in corrected.truth.items():
            session.record(SetFigure(corrected.source, row, value))
        session.record(FileDraft(corrected.source, "typing slip"))
        session.record(Withdraw((number(withdrawn),), "typing slip"))
        session.record(BeginCorrection(number(wrongly)))
        untouched = next(
            row for row in session.bulletin(number(wrongly)).figures if row not in wrongly.typed
        )
        session.record(SetFigure(wrongly.source, untouched, None))
        session.record(FileDraft(wrongly.source, "something else"))
        assert prova.missed(session) == (wrongly, *rest)


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "prova.secim"
    path.write_bytes(b"mine")
    with refused(Code.S908):
        prova.make(path, 1)
    assert path.read_bytes() == b"mine"
