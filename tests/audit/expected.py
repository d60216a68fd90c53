"""Every cell of a night as the second arithmetic has it, under the address the desk has it at."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.audit import faults
from tests.audit.arithmetic import (
    Act,
    LeadWord,
    Said,
    Sides,
    comparable,
    differ_since,
    equal_stage,
    lead_gap,
    leaders_differ,
    needed,
    newest,
    opened_by_boxes,
    possible,
    rounded,
    standing,
    votes_at_stake,
)
from tests.audit.verdict import Limits, values, verdict

Address = tuple[str, ...]
Cell = tuple[str, Address]
"""The kind of cell, and where it stands."""

RESOURCES = Path(__file__).parents[2] / "resources"
PUBLISHED_TURNOUT = Fraction(80)
"""Per cent, where it is not known how many voted last time."""


@cache
def last_turnouts(election: str, contest: str) -> Mapping[str, Fraction]:
    """Per cent of the registered voters who voted last time, by place."""
    path = RESOURCES / "baselines" / f"{election}.json"
    if not path.exists():
        return {}
    chosen = json.loads(path.read_text(encoding="utf-8"))
    if contest not in chosen["contests"]:
        return {}
    kind = chosen["contests"][contest]["kind"]
    names = {row["id"]: row["name"] for row in _table("places.csv") if row["in"] in {"tr", "p34"}}
    counts = {
        names[row["place"]]: (int(row["cast"]), int(row["registered"]))
        for row in _table("results", f"{chosen['of']}_{kind}.csv")
        if row["place"] in names
    }
    counts["İstanbul"] = (
        sum(one for one, _ in counts.values()),
        sum(n for _, n in counts.values()),
    )
    return {name: Fraction(100 * cast, voters) for name, (cast, voters) in counts.items()}


def _table(*name: str) -> list[dict[str, str]]:
    with (RESOURCES / "country").joinpath(*name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(election: Mapping[str, Any], acts: Sequence[Act], limits: Limits) -> dict[Cell, Any]:
    """All of it: every pair of agencies, every contest and place, every bulletin."""
    stands = standing(acts)
    found: dict[Cell, Any] = {}
    agencies = [agency["code"] for agency in election["agencies"]]
    by_column: dict[tuple[str, str, str], list[Said]] = {}
    for said in stands:
        by_column.setdefault((said.contest, said.place, said.agency), []).append(said)
    for one, other in combinations(agencies, 2):
        for contest in (contest["id"] for contest in election["contests"]):
            for place in election["places"]:
                a = by_column.get((contest, place["name"], one), [])
                b = by_column.get((contest, place["name"], other), [])
                sides = Sides(a, b, place.get("boxes"), place.get("registered"))
                address = (one, other, contest, place["name"])
                turnout = last_turnouts(election["id"], contest).get(place["name"])
                found.update(_place(address, sides, limits, turnout or PUBLISHED_TURNOUT))
    for said in stands:
        for code, fires in faults_of(election, said, stands).items():
            found[code, (str(said.number),)] = fires
    return found


def _place(
    address: Address, sides: Sides, limits: Limits, turnout: Fraction
) -> Iterator[tuple[Cell, Any]]:
    if not sides.a and not sides.b:
        return
    a, b = sides.leads
    yield ("place listed", address), True
    for side, word in (("a", a), ("b", b)):
        yield ("leader", (*address, side)), word and word.leader
        yield ("lead", (*address, side)), _points(word)
        yield ("lead_votes", (*address, side)), word and word.votes
    yield ("leaders_differ", address), leaders_differ(a, b)
    yield ("lead_gap", address), _gap_texts(a, b)
    yield ("differ_since", address), differ_since(sides) if leaders_differ(a, b) else None
    yield ("votes_at_stake", address), votes_at_stake(sides, turnout)
    judged = verdict(sides, limits)
    yield ("verdict", address), judged.code
    yield ("verdict why", address), judged.why
    yield ("verdict who", address), judged.who
    numbers = values(sides, limits, judged)
    for name in ("gap", "equal", "opened", "threshold", "minutes"):
        yield (f"verdict {name}", address), numbers.get(name)
    named = comparable(sides.shares_a, sides.shares_b)
    yield ("on the board", address), bool(named) or (a is not None and b is not None)
    shares_a = sides.shares_a.shares if sides.shares_a else {}
    shares_b = sides.shares_b.shares if sides.shares_b else {}
    for who in {**shares_a, **shares_b}:
        yield from _row((*address, who), who, sides, who in named, limits["tolerance"])


def _row(
    address: Address, who: str, sides: Sides, comparable: bool, tolerance: Fraction
) -> Iterator[tuple[Cell, Any]]:
    yield ("row listed", address), True
    texts = []
    for side, column, shares in (("a", sides.a, sides.shares_a), ("b", sides.b, sides.shares_b)):
        where = (*address, side)
        text = shares.shares.get(who) if shares else None
        texts.append(text)
        yield ("share", where), text
        opened = newest(column, "opened_share", "opened_boxes", "total_boxes")
        yield ("opened", where), opened and opened.text("opened_share")
        yield ("opened_as_of", where), opened and opened.as_of
        yield ("opened_boxes", where), opened and opened.count("opened_boxes")
        yield ("total_boxes", where), opened and opened.count("total_boxes")
        yield ("opened_by_boxes", where), opened_by_boxes(opened, sides.boxes)
        last = shares or max(column, key=lambda said: said.order, default=None)
        yield ("as_of", where), last and last.as_of
    gap = abs(Decimal(texts[0] or "") - Decimal(texts[1] or "")) if comparable else None
    yield ("gap", address), _plain(gap)
    equal = equal_stage(sides, who) if comparable else None
    yield ("gap_equal_opened", address), equal and rounded(equal[0])
    yield ("equal_opened", address), equal and rounded(equal[1])
    may_be = possible(sides, who, tolerance) if comparable else None
    yield ("possible", address), may_be
    told = needed(sides, who) if may_be else []
    by_side = {side: rest for side, *rest in told}
    for side, name in enumerate("ab"):
        yield ("needed", (*address, name)), by_side.get(side)


def _gap_texts(a: LeadWord | None, b: LeadWord | None) -> str | frozenset[str] | None:
    """How the gap of two leads may be written: beside a lead of 0 also with the other's digits."""
    gap = lead_gap(a, b)
    if gap is None or not a or not b or a.points is None or b.points is None:
        return None
    texts = {format(gap, "f")}
    if not a.points or not b.points:
        texts |= {format(abs(a.points - b.points), "f"), format(a.points or b.points, "f")}
    return frozenset(texts)


def _points(word: LeadWord | None) -> str | None:
    return None if word is None else _plain(word.points)


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def faults_of(election: Mapping[str, Any], said: Said, stands: Sequence[Said]) -> dict[str, bool]:
    """Which of the F rules a bulletin breaks, by what goes before it."""
    place = next(one for one in election["places"] if one["name"] == said.place)
    boxes, registered = place.get("boxes"), place.get("registered")
    too_many = faults.f204(said, registered)
    if place["kind"] == "province" and not too_many:
        districts = [one for one in election["places"] if one["kind"] == "district"]
        known = [(one.get("boxes"), _known(said, one["name"], stands)) for one in districts]
        too_many = faults.f204_province(said, known, every=_all_of(place, districts))
    return {
        "F201": faults.f201(said),
        "F203": faults.f203(said, boxes),
        "F204": too_many,
        "F205": faults.f205(said, registered),
        "F206": faults.f206(said),
    }


def _all_of(province: Mapping[str, Any], districts: Sequence[Mapping[str, Any]]) -> bool:
    """Whether districts are all there are: no count that is known of each tells of more."""
    for count in ("boxes", "registered"):
        told = [one.get(count) for one in (province, *districts)]
        if None not in told and told[0] != sum(told[1:]):
            return False
    return bool(districts)


def _known(said: Said, place: str, stands: Sequence[Said]) -> list[Said]:
    """An agency's bulletins of a district that go before another: by time, then by keying."""
    return [
        one
        for one in stands
        if (one.agency, one.contest, one.place) == (said.agency, said.contest, place)
        and one.order < said.order
    ]
