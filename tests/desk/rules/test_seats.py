"""Seats: too many are impossible, and no votes within the printed digits give some others."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

import pytest

from desk.country.results import Held, counted
from desk.country.seats import council
from desk.facts.bulletin import Draft, Figures, Item, Row, Source, Value
from desk.facts.codes import Code
from desk.facts.figures import rounded
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.rules.checks import Checks
from desk.rules.comparison import comparison_json
from desk.rules.discrepancies import compare_all
from desk.rules.seats import OwnSeats, all_seats, of_votes, own_counts, race_of
from tests.desk.kinds import COUNCILS, LOCAL, PARLIAMENT, PRESIDENT, election, filed

MANY = 200


@pytest.fixture(scope="module", params=[COUNCILS, PARLIAMENT])
def night(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Session, Checks]]:
    kind: str = request.param
    with filed(tmp_path_factory.mktemp(kind) / "night.secim", kind) as session:
        yield "bm" if kind == COUNCILS else "mv", session, Checks(session)


def test_f210(night: tuple[str, Session, Checks]) -> None:
    """One more seat than there are, in a constituency, a council, and a whole."""
    contest, session, checks = night
    for place in session.election.held(contest):
        most = all_seats(session.election, contest, place.name)
        if most is None:
            continue
        for total, found in ((most, False), (most + 1, True)):
            figures = {_seat("chp"): total - 1, _seat("ak_parti"): 1}
            assert (Code.F210 in _codes(session, checks, contest, place.name, figures)) is found


def test_w317(night: tuple[str, Session, Checks]) -> None:
    """Two lists' seats changed over where their shares are far apart, and never an honest count."""
    contest, session, checks = night
    race = race_of(session.election, contest)
    assert race is not None
    caught = tried = 0
    for place in race.places:
        for bulletin in session.bulletins(contest, place, "AA"):
            given = {r: v for r, v in bulletin.figures.items() if r.item is Item.SEATS}
            ranked = sorted(given, key=lambda row: -int(given[row]))
            named = {Row(Item.SEATS, row.contender) for row in bulletin.figures if _is_share(row)}
            ranked = [row for row in ranked if row in named]
            if len(ranked) < 2 or int(given[ranked[0]]) < 3 * int(given[ranked[-1]]):
                continue
            changed = {ranked[0]: given[ranked[-1]], ranked[-1]: given[ranked[0]]}
            assert not _found(checks, bulletin.source, bulletin.figures)
            tried += 1
            caught += _found(checks, bulletin.source, {**bulletin.figures, **changed})
    assert tried > 5
    assert caught == tried, (caught, tried)


def _is_share(row: Row) -> bool:
    return row.item is Item.SHARE


def _found(checks: Checks, source: Source, figures: Figures) -> bool:
    late = checks.night(source.contest).columns[source.agency, source.place].entries[-1].as_of
    draft = Draft(source, late, figures)
    return Code.W317 in {finding.code for finding in checks.of_draft(draft)}


@pytest.mark.parametrize("seed", range(4))
def test_rounded_shares_of_any_council_are_never_doubted(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """Votes drawn at random, their shares printed with one or two digits, seats by the law."""
    random = Random(seed)
    session = filed(tmp_path_factory.mktemp("any") / "night.secim", COUNCILS)
    checks, race = Checks(session), race_of(session.election, "bm")
    assert race is not None
    lists = [one.code for one in session.election.contest("bm").contenders][:5]
    places = list(race.places)
    for _ in range(MANY // 4):
        place = random.choice(places)
        votes = {code: random.randint(1, 50_000) for code in lists}
        valid = sum(votes.values()) + random.randint(0, 2_000)
        seats = council(votes, valid, race.places[place], race.quota(place)).seats
        digits = random.choice((1, 2))
        figures: dict[Row, Value] = {
            Row(Item.SHARE, code): rounded(Decimal(100 * count) / valid, digits)
            for code, count in votes.items()
        }
        figures |= {_seat(code): count for code, count in seats.items()}
        assert Code.W317 not in _codes(session, checks, "bm", place, figures), (votes, seats)
    session.close()


def test_the_desk_counts_as_the_law_does() -> None:
    """Of all 39 councils' votes: each council, by the official counts."""
    night = election(COUNCILS)
    held = Held(night.date, "bm")
    for place in night.held("bm"):
        result = counted(held, place.id)
        if result is None:
            continue
        votes = {**result.votes, "diger": result.valid - sum(result.votes.values())}
        own = of_votes(night, "bm", place.name, lambda _, told=votes: told)
        assert own is not None
        assert sum(own.seats.values()) == all_seats(night, "bm", place.name)


def test_no_seats_are_counted_where_none_are_known() -> None:
    assert race_of(election(LOCAL), "bm") is None, "nobody says how many members there are"
    assert race_of(election(PRESIDENT), "cb") is None
    assert of_votes(election(LOCAL), "bm", "Biga", lambda _: {"chp": 1}) is None


def test_the_comparison_has_the_desks_own_count_beside(
    night: tuple[str, Session, Checks],
) -> None:
    contest, session, _ = night
    sides = compare_all(session, contest, ("AA", "ANKA"))
    rows = comparison_json(sides, election=session.election)["rows"]
    own = [row for row in rows if row["seats_own_a"] is not None]
    assert own
    same = [row for row in own if row["seats_a"] is not None]
    assert same
    assert sum(abs(row["seats_a"] - row["seats_own_a"]) <= 1 for row in same) * 10 >= 9 * len(same)
    lacks = {row["seats_own_lacks"] for row in own}
    assert lacks == ({"abroad"} if contest == "mv" else {None})


def test_no_own_count_where_a_list_that_is_not_named_could_have_a_seat(
    night: tuple[str, Session, Checks],
) -> None:
    contest, session, _ = night
    for side in compare_all(session, contest, ("AA", "ANKA")):
        own = _own(session, contest, [side.a]).get(side.place)
        if own is not None and contest == "bm":
            rest = 100 - sum(value for code, value in side.a.shares.items() if code != "diger")
            seat = min(
                (side.a.shares[code] - 10) / count for code, count in own.seats.items() if count
            )
            assert rest - 10 < seat


def _own(session: Session, contest: str, words: list[Reported]) -> dict[str, OwnSeats]:
    return own_counts(session.election, contest, words)


def _seat(code: str) -> Row:
    return Row(Item.SEATS, code)


def _codes(
    session: Session, checks: Checks, contest: str, place: str, figures: Figures
) -> set[Code]:
    agency = session.election.agencies[2].code
    close = session.election.moment(session.election.polls_close)
    draft = Draft(Source(agency, contest, place), close, figures)
    return {finding.code for finding in checks.of_draft(draft)}
