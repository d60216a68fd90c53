"""Every rule on every kind of night: none raises, none cries wolf, the impossible is caught."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts.bulletin import Bulletin, Draft, Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.election import OTHERS, PlaceKind
from desk.facts.finding import Finding
from desk.file.session import Session
from desk.rules.checks import Checks
from tests.desk.kinds import KINDS, LOCAL, PRESIDENT, filed, script

SUSPECTED = Decimal("0.03")
"""Of an honest night's bulletins no more than this part is ever doubted."""

IMPOSSIBLE = (Code.F201, Code.F203, Code.F204, Code.F205, Code.F206, Code.F207, Code.F210)


@pytest.fixture(scope="module", params=KINDS)
def night(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Session, Checks]]:
    kind: str = request.param
    with filed(tmp_path_factory.mktemp(kind) / "night.secim", kind) as session:
        yield kind, session, Checks(session)


def test_an_honest_night_is_hardly_doubted(night: tuple[str, Session, Checks]) -> None:
    kind, _, checks = night
    found = checks.all()
    codes = Counter(finding.code for finding in found)
    assert not [code for code in IMPOSSIBLE if codes[code]], codes
    doubted = {finding.bulletin for finding in found if finding.bulletin is not None}
    assert len(doubted) <= SUSPECTED * len(script(kind).bulletins), codes
    # A whole is its parts; votes from abroad and seats by the law are no riddle.
    assert not codes[Code.W310]
    assert not codes[Code.W315]
    assert not codes[Code.W317]


def test_what_is_impossible_is_caught_in_every_place(night: tuple[str, Session, Checks]) -> None:
    _, session, checks = night
    election = session.election
    for race in election.contests:
        for place in election.held(race.id)[:12]:
            given = [b for b in session.bulletins(race.id, place.name, "AA") if len(_shares(b)) > 1]
            if not given:
                continue
            last = given[-1]
            first = next(iter(_shares(last)))
            for row, value, code in (
                (first, Decimal("99.99"), Code.F201),
                (Row(Item.OPENED_BOXES), 9_999_999, Code.F203),
                (Row(Item.VOTES, first.contender), 99_999_999, Code.F204),
            ):
                figures = {**_shares(last), row: value}
                found = _codes(checks, Draft(last.source, last.as_of, figures))
                boxes = election.boxes(race.id, place.name)
                voters = election.registered(race.id, place.name)
                judged = {Code.F203: boxes, Code.F204: voters and place.counts_boxes}
                assert (code in found) is bool(judged.get(code, True)), (place, code, found)


def test_abroad_and_the_customs_are_not_judged_by_boxes(tmp_path: Path) -> None:
    with filed(tmp_path / "night.secim", PRESIDENT) as session:
        checks = Checks(session)
        for place in session.election.places:
            if place.counts_boxes:
                continue
            last = session.bulletins("cb", place.name, "AA")[-1]
            figures = {
                **_shares(last),
                Row(Item.OPENED_BOXES): 9_000,
                Row(Item.TURNOUT): Decimal(9),
            }
            found = _codes(checks, Draft(last.source, last.as_of, figures))
            assert not {Code.F203, Code.F204, Code.W315} & found
            assert (Code.W311 in found) is (place.kind is PlaceKind.ABROAD)


def test_the_country_is_what_is_inside_and_what_comes_from_abroad(tmp_path: Path) -> None:
    """Beside *yurt içi* a total of fewer votes, or of more than all together, is impossible."""
    with filed(tmp_path / "night.secim", PRESIDENT) as session:
        checks, race = Checks(session), session.election.contest("cb")
        agency = session.election.agencies[2].code
        who = race.contenders[0].code
        late = session.bulletins("cb", "Türkiye", "AA")[-1].as_of
        every = {
            one.name: session.election.boxes("cb", one.name) for one in session.election.places
        }
        for place, votes in (("Yurt içi", 25_000), ("Yurt dışı", 900), ("Gümrük kapıları", 100)):
            figures = {Row(Item.VOTES, who): votes, Row(Item.OPENED_SHARE): Decimal(100)}
            if every[place]:
                figures |= {
                    Row(Item.OPENED_BOXES): every[place],
                    Row(Item.TOTAL_BOXES): every[place],
                }
            told = NewBulletin(Source(agency, "cb", place), late, figures)
            session.record(FileBulletins((told,)))
        checks = Checks(session)
        for votes, wrong in ((24_999, True), (25_000, False), (26_000, False), (26_001, True)):
            whole = {Row(Item.VOTES, who): votes, Row(Item.OPENED_SHARE): Decimal(100)}
            found = _codes(checks, Draft(Source(agency, "cb", "Türkiye"), late, whole))
            assert (Code.F204 in found) is wrong, votes
        inside = Draft(Source(agency, "cb", "Yurt içi"), late, {Row(Item.VOTES, who): 24_000})
        assert Code.F204 not in _codes(checks, inside)


def test_all_boxes_inside_are_not_all_there_are(tmp_path: Path) -> None:
    """The country's boxes may all be open while votes from abroad are still counted."""
    with filed(tmp_path / "night.secim", PRESIDENT) as session:
        checks = Checks(session)
        for place in ("Türkiye", "Adana"):
            last = [b for b in session.bulletins("cb", place, "AA") if _shares(b)][-1]
            first, second = _shares(last)
            moved = {
                first: _shares(last)[first] - Decimal("0.3"),
                second: _shares(last)[second] + Decimal("0.3"),
                Row(Item.OPENED_SHARE): Decimal("100.00"),
            }
            found = _codes(checks, Draft(last.source, last.as_of, moved))
            assert (Code.W315 in found) is (place == "Adana"), found


def test_who_had_no_candidate_here_is_not_missed(tmp_path: Path) -> None:
    """Where a party stood nowhere last time, its nought in a first bulletin is no riddle."""
    with filed(tmp_path / "night.secim", LOCAL) as session:
        checks, race = Checks(session), session.election.contest("bb")
        before = checks.night("bb").baseline.places
        agency = session.election.agencies[2].code
        seen = set()
        for place in session.election.held("bb"):
            if place.name not in before:
                continue
            stood = before[place.name].votes
            for code in ("chp", "ak_parti"):
                shares = {Row(Item.SHARE, one.code): Decimal(5) for one in race.contenders[:3]}
                shares[Row(Item.SHARE, code)] = Decimal(0)
                late = session.bulletins("bb", place.name, "AA")[-1].as_of
                draft = Draft(Source(agency, "bb", place.name), late, shares)
                if code not in stood:
                    assert Code.W309 not in _codes(checks, draft), place
                seen.add(code in stood)
        assert seen == {True, False}


def _shares(bulletin: Bulletin) -> dict[Row, Decimal]:
    return {
        row: value
        for row, value in bulletin.figures.items()
        if row.item is Item.SHARE and row.contender != OTHERS and isinstance(value, Decimal)
    }


def _codes(checks: Checks, draft: Draft) -> set[Code]:
    found: list[Finding] = checks.of_draft(draft)
    return {finding.code for finding in found}
