"""The comparison as tables and JSON: the two shares, their gap, and what may explain it.

Digits stay as they were published and what was not said is None; keys are only ever added. No
sentence enters, and how a table is written down belongs to `tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from desk.facts.bulletin import MINUTE, Item, Row, Topic
from desk.facts.election import Election
from desk.facts.figures import plain
from desk.facts.opened import opened_by
from desk.facts.standing import Lead, Reported
from desk.rules.board import Discrepancy
from desk.rules.checks import Checks
from desk.rules.discrepancies import SideBySide
from desk.rules.quick_checks import check_place
from desk.rules.seats import own_beside
from desk.tables import Cell, Table

ROW_KEYS = (
    "contest",
    "place",
    "contender",
    "agency_a",
    "agency_b",
    "share_a",
    "share_b",
    "gap",
    "opened_a",
    "opened_b",
    "as_of_a",
    "as_of_b",
)
"""The columns of a comparison, one row per place and contender, as files and scripts read it."""


def comparison_rows(sides: Iterable[SideBySide]) -> Table:
    """One row for every place and contender with a share on either side; the columns of `ROW_KEYS`.

    Contests and contenders are codes; what was not said is None, and so is a gap without both.
    """
    rows: list[tuple[Cell, ...]] = []
    for side in sides:
        a, b = side.a, side.b
        for gap in side.gaps:
            who = (side.contest, side.place, gap.contender, a.source.agency, b.source.agency)
            when = (a.opened, b.opened, a.as_of, b.as_of)
            rows.append((*who, gap.share_a, gap.share_b, gap.gap, *when))
    return Table(ROW_KEYS, tuple(rows))


def opened_json(said: Reported, known: int | None, side: str) -> dict[str, Any]:
    """An agency's newest word on the boxes: what it published, and apart from that what follows.

    ``known`` are the place's own boxes, ``side`` is "a" or "b".
    """
    bulletin = said.topics.get(Topic.OPENED)
    count = opened_by(bulletin.figures if bulletin else {}, known)
    stated = bulletin.figures.get(Row(Item.TOTAL_BOXES)) if bulletin else None
    return {
        f"opened_as_of_{side}": bulletin and bulletin.as_of.strftime(MINUTE),
        f"opened_boxes_{side}": count.boxes,
        f"total_boxes_{side}": stated if isinstance(stated, int) else None,
        f"opened_by_boxes_{side}": _text(count.part if count.share is None else None),
    }


def comparison_json(
    sides: Sequence[SideBySide], checks: Checks | None = None, election: Election | None = None
) -> dict[str, Any]:
    """The comparison as scripts read it: shares as text with the digits as published.

    With the night's checks, rows also tell what may explain a gap, a place has a verdict, and its
    findings are those that nobody has accepted. With the election, rows tell of the boxes.
    """
    table = comparison_rows(sides)
    rows = [
        {key: _json(cell) for key, cell in zip(table.headers, row, strict=True)}
        for row in table.rows
    ]
    places = [_place_json(side) for side in sides if not side.is_empty]
    if election is not None:
        _tell_boxes(sides, election, rows)
        _tell_seats(sides, election, rows)
    if checks is not None:
        for side in sides:
            _explain(side, checks, rows, places)
    return {"rows": rows, "places": places}


def for_people(
    table: Table, election: Election, headers: Sequence[str], language: str = "tr"
) -> Table:
    """Comparison rows with names for codes and without the agencies' own columns.

    ``headers`` are ten: contest, place, contender, then for each of share and opened and time the
    one agency and the other, the gap after the shares.
    """
    rows = []
    for contest, place, contender, _a, _b, *figures_and_times in table.rows:
        race = election.contest(str(contest))
        name = race.name_tr if language == "tr" else race.name_en
        label = election.label(race.id, str(contender))
        rows.append((name, place, label, *figures_and_times))
    return Table(tuple(headers), tuple(rows))


def _place_json(side: SideBySide) -> dict[str, Any]:
    lead_a, lead_b = side.a.lead, side.b.lead
    return {
        "contest": side.contest,
        "place": side.place,
        "leader_a": lead_a and lead_a.leader,
        "leader_b": lead_b and lead_b.leader,
        "lead_a": _points(lead_a),
        "lead_b": _points(lead_b),
        "lead_gap": _text(side.lead_gap),
        "lead_votes_a": lead_a and lead_a.votes,
        "lead_votes_b": lead_b and lead_b.votes,
        "leaders_differ": side.leaders_differ,
        "findings": list(dict.fromkeys(finding.code.value for finding in check_place(side))),
    }


def _points(lead: Lead | None) -> str | None:
    return None if lead is None or lead.points is None else plain(lead.points)


def _json(cell: Cell) -> str | int | None:
    if isinstance(cell, datetime):
        return cell.strftime(MINUTE)
    return cell if cell is None or isinstance(cell, int) else plain(cell)


def _explain(
    side: SideBySide,
    checks: Checks,
    rows: Iterable[dict[str, Any]],
    places: Iterable[dict[str, Any]],
) -> None:
    """Add one place's explanations to its rows and to itself."""
    pair = (side.a.source.agency, side.b.source.agency)
    board = checks.place_board(side.contest, side.place, pair)
    by_contender = {one.contender: one for one in board.discrepancies}
    here = (side.contest, side.place)
    for row in rows:
        if (row["contest"], row["place"]) == here:
            row |= _of_row(by_contender.get(row["contender"]))
    for place in places:
        if (place["contest"], place["place"]) == here:
            place["findings"] = checks.open_codes(side.contest, side.place, pair)
            place["verdict"] = {
                "code": board.verdict.code.value,
                "values": dict(board.verdict.values),
            }
            place["differ_since"] = board.since and board.since.isoformat(timespec="minutes")
            place["votes_at_stake"] = board.votes


def _tell_boxes(
    sides: Iterable[SideBySide], election: Election, rows: Iterable[dict[str, Any]]
) -> None:
    """Add to the rows what each agency said last of the boxes."""
    told = {
        (side.contest, side.place): opened_json(
            side.a, election.boxes(side.contest, side.place), "a"
        )
        | opened_json(side.b, election.boxes(side.contest, side.place), "b")
        for side in sides
    }
    for row in rows:
        row |= told[row["contest"], row["place"]]


def _tell_seats(
    sides: Sequence[SideBySide], election: Election, rows: Iterable[dict[str, Any]]
) -> None:
    """Add to the rows of contests with seats those each agency gives, and the desk's own count of
    its shares; ``seats_own_lacks`` says that votes from abroad are not in that."""
    contests = {side.contest for side in sides if election.contest(side.contest).kind.has_seats}
    told = {(side.contest, side.place): (side.a.seats, side.b.seats) for side in sides}
    own = {contest: own_beside(election, contest, sides) for contest in contests}
    for row in rows:
        contest, place, who = row["contest"], row["place"], row["contender"]
        if contest not in contests:
            continue
        counts = [counted.get(place) for counted in own[contest]]
        lacks = any(count and not count.abroad for count in counts)
        row |= {"seats_own_lacks": "abroad" if lacks else None}
        for side, given, count in zip(("a", "b"), told[contest, place], counts, strict=True):
            row |= {
                f"seats_{side}": given.get(who),
                f"seats_own_{side}": count and count.seats.get(who, 0),
            }


def _of_row(found: Discrepancy | None) -> dict[str, Any]:
    if found is None:
        return {"gap_equal_opened": None, "equal_opened": None, "possible": None, "needed": []}
    return {
        "gap_equal_opened": _text(found.equal),
        "equal_opened": _text(found.stage),
        "possible": found.possible,
        "needed": [
            {
                "agency": one.agency,
                "boxes": _text(one.boxes),
                "least": _text(one.least),
                "most": _text(one.most),
            }
            for one in found.needed
        ],
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
