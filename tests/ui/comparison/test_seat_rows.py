"""The desk's own seats stand in brackets beside those the agencies give."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts.bulletin import Item, Row
from desk.facts.edits import FileBulletins, NewBulletin
from desk.rules.discrepancies import compare_all, pair_of
from desk.rules.seats import own_beside
from desk.sheets import district
from desk.sheets.model import Grid
from tests.desk.kinds import COUNCILS, PARLIAMENT, REFERENDUM, filed
from ui.comparison.model import ComparisonModel
from ui.comparison.seat_rows import seat_rows
from ui.night.bridge import Bridge
from ui.window.app import Desk


@pytest.mark.parametrize("kind", [PARLIAMENT, COUNCILS, REFERENDUM])
def test_seats_stand_beside_the_desks_own(tmp_path: Path, kind: str) -> None:
    with filed(tmp_path / "night.secim", kind) as session:
        race = next((one for one in session.election.contests if one.kind.has_seats), None)
        contest = (race or session.election.contests[0]).id
        pair = pair_of(session)
        sides = compare_all(session, contest, pair)
        own = own_beside(session.election, contest, sides)
        told = without = 0
        units = {place.name for place in session.election.units(contest)}
        for side in sides:
            rows = seat_rows(session.election, side, lambda: own, lambda _: "#123456")
            sheet = district.district(session, contest, side.place, pair, ())
            grids = [one for one in sheet.blocks if isinstance(one, Grid)]
            paper = [one for one in grids if one.title.startswith("Sandalye")]
            assert bool(rows) == bool(paper) <= bool(race)
            if not rows:
                continue
            told += 1
            assert len(rows) - 1 == len(paper[0].rows)
            lacks = "without abroad" in rows[0].name
            assert lacks == ("yurt dışı oyları hariç" in paper[0].title)
            without += lacks
            for row, line in zip(rows[1:], paper[0].rows, strict=True):
                given, _, counted = row.a.partition(" ")
                assert line[1] == ("" if given == "–" else given)
                assert counted == f"({line[2]})"
            counts = own[0].get(side.place)
            if counts is not None and side.place in units:
                seats = session.election.seats(contest, side.place)
                assert sum(counts.seats.values()) == seats
        assert bool(told) == bool(race)
        assert bool(without) == (kind == PARLIAMENT)


def test_the_desks_own_follow_what_is_filed(qapp: Desk, tmp_path: Path) -> None:
    with filed(tmp_path / "night.secim", COUNCILS) as session:
        bridge = Bridge(session)
        model = ComparisonModel(bridge)
        contest = next(one for one in session.election.contests if one.kind.has_seats).id
        pair = pair_of(session)
        model.show(contest, pair)
        place = next(one for one in model.order if model.detail(one).seats)
        before = model.detail(place).seats
        last = session.bulletins(contest, place, pair[0])[-1]
        codes = [row.contender for row in last.figures if row.item is Item.SHARE]
        shares = {Row(Item.SHARE, code): Decimal(0) for code in codes}
        shares[Row(Item.SHARE, codes[-1])] = Decimal(100)
        later = NewBulletin(last.source, last.as_of + timedelta(minutes=1), shares)
        bridge.do(FileBulletins((later,)))
        sides = compare_all(session, contest, pair)
        side = next(one for one in sides if one.place == place)
        own = own_beside(session.election, contest, sides)
        anew = seat_rows(session.election, side, lambda: own, lambda _: "")
        told = model.detail(place).seats
        assert [(row.name, row.a, row.b) for row in told] == [(r.name, r.a, r.b) for r in anew]
        assert told != before
        bridge.undo_stack.clear()
