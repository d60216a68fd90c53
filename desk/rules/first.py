"""What a bulletin says against the place itself: W309 to W311, and first bulletins.

Compared with 2019, the agency's other places, the province and its districts, votes per box.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.election import OTHERS
from desk.facts.units import FULL, milli, points
from desk.rules.case import Case
from desk.rules.entries import Entry
from desk.rules.inside import Fault, exact
from desk.rules.pace import ENOUGH_PLACES

TURNOUT = Row(Item.TURNOUT)
COVERED = 60
"""How much of the province's boxes the districts must stand for, per cent."""


def rules(case: Case) -> list[Fault]:
    """W309, W310, W311 on one bulletin."""
    found: list[Fault] = []
    if case.before is None and case.entry.shares:
        found += w309(case)
        if case.column.province:
            found += w310(case)
    if case.entry.votes:
        found += w311_votes(case)
    if case.entry.turnout:
        found += w311_turnout(case)
    return found


def w309(case: Case) -> Iterator[Fault]:
    """A large party at zero, a small one suddenly large."""
    large = case.night.limits.milli("check.w309.large")
    times = case.night.limits.milli("check.w309.times")
    seen = _elsewhere(case)
    then = case.night.baseline.places.get(case.source.place)
    for code, share in case.entry.shares.items():
        if code == OTHERS:
            continue
        others = seen.get(code, [])
        usual = others[len(others) // 2] if len(others) >= ENOUGH_PLACES else None
        earlier = then.shares.get(code) if then is not None else None
        rival = case.rival.shares.get(code) if case.rival is not None else None
        known = [value for value in (usual, earlier, rival) if value is not None]
        if share == 0 and known and min(known) >= large:
            values = {"who": code, "now": "0", "usual": points(min(known))}
            yield Code.W309, (Row(Item.SHARE, code),), values
        elif usual is not None and share >= large:
            most = max([*others, *(value for value in (earlier, rival) if value is not None)])
            if most * times < share * 1000:
                values = {"who": code, "now": exact(share), "usual": points(most)}
                yield Code.W309, (Row(Item.SHARE, code),), values


def _elsewhere(case: Case) -> dict[str, list[int]]:
    """Shares by contender in the agency's other places, in order."""
    found: dict[str, list[int]] = {}
    for column in case.night.peers(case.agency):
        now = None if column is case.column else column.known_at(case.entry.minute)
        if now is not None and not now.flagged:
            for code, share in now.shares.items():
                found.setdefault(code, []).append(share)
    return {code: sorted(values) for code, values in found.items()}


def w310(case: Case) -> Iterator[Fault]:
    """A province outside its districts, or far from their mean."""
    now = [
        (column, entry)
        for column in case.night.by_agency.get(case.agency, ())
        if not column.province and (entry := column.known_at(case.entry.minute)) is not None
    ]
    boxes = sum(column.boxes for column, _ in now)
    if boxes * 100 < COVERED * case.column.boxes:
        return
    room = case.night.limits.milli("check.w310.points")
    for code, share in case.entry.shares.items():
        parts = [
            (entry.shares[code], column.boxes * _weight(entry))
            for column, entry in now
            if code in entry.shares
        ]
        whole = sum(weight for _, weight in parts)
        if len(parts) < len(now) or not whole:
            continue
        mean = sum(value * weight for value, weight in parts) // whole
        low, high = min(value for value, _ in parts), max(value for value, _ in parts)
        if not low - case.entry.half <= share <= high + case.entry.half or abs(share - mean) > room:
            values = {"who": code, "now": exact(share), "mean": points(mean)}
            values |= {"least": exact(low), "most": exact(high)}
            yield Code.W310, (Row(Item.SHARE, code),), values


def _weight(entry: Entry) -> int:
    return FULL if entry.opened is None else entry.opened


def w311_votes(case: Case) -> Iterator[Fault]:
    """Votes that no turnout explains, or that left the boxes behind since the bulletin before."""
    now = _per_box(case, case.entry)
    if now is None:
        return
    votes, _ = now
    anchor = case.trusted or case.before
    before = _per_box(case, anchor) if anchor is not None else None
    usual = before[0] if before is not None else None
    registered = case.column.registered
    at_most = registered * 1000 // case.column.boxes if registered else None
    grown = case.night.limits.milli("check.w311.votes")
    off = False
    if before is not None and usual is not None:
        fresh = now[1] - before[1]
        gained = votes * now[1] - usual * before[1]
        off = fresh >= 10 and abs(gained - usual * fresh) * FULL > grown * usual * fresh
    if off or (at_most is not None and votes > at_most * 13 // 10 and now[1] >= 20):
        rows = tuple(Row(Item.VOTES, code) for code in case.entry.votes)
        values = {"votes": str((votes + 500) // 1000)}
        values["usual"] = str(((usual if usual is not None else at_most or 0) + 500) // 1000)
        yield Code.W311, rows, values


def _per_box(case: Case, entry: Entry) -> tuple[int, int] | None:
    """Valid votes per opened box in thousandths, and the opened boxes."""
    boxes = entry.boxes
    if boxes is None and entry.opened is not None:
        boxes = entry.opened * case.column.boxes // FULL
    if not boxes or not entry.votes:
        return None
    named = [code for code in entry.votes if code in entry.shares]
    share = sum(entry.shares[code] for code in named)
    if share < FULL // 4:
        return None
    valid = sum(entry.votes[code] for code in named) * FULL // share
    return valid * 1000 // boxes, boxes


def w311_turnout(case: Case) -> Iterator[Fault]:
    """A turnout far from last time's."""
    text = case.entry.texts.get(("turnout", ""))
    then = case.night.baseline.places.get(case.source.place)
    if text is None or then is None:
        return
    now = milli(text)[0]
    if abs(now - then.turnout) > case.night.limits.milli("check.w311.turnout"):
        values = {"votes": exact(now), "usual": points(then.turnout)}
        yield Code.W311, (TURNOUT,), values
