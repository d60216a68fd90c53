"""What was printed, worked out again from the bulletins that stand now."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

from tests.audit.arithmetic import (
    OTHERS,
    LeadWord,
    Said,
    exact,
    opened_of,
    told_by_figures,
    told_by_votes,
)
from tests.audit.arithmetic import lead_gap as gap_of_leads
from tests.proof import half
from tests.proof.held import Held
from tests.proof.leads import fewer_decimals
from tests.proof.lines import in_boxes
from tests.proof.parliament import together
from tests.proof.reading import Correction, Printed

Stands = list[Said | None]
NUMBERS = ("figure", "lead", "gap", "step", "lead gap", "equal", "sum", "needed")


def plain(text: str) -> str:
    """A number by its value alone."""
    return format(Decimal(text).normalize(), "f")


def wrong(held: Held, said: Printed) -> tuple[Correction, Printed | None] | None:
    """How something printed has to be corrected, and what is printed by that; None where it is
    still so."""
    stands = [held.stands(number) for number in said.bulletins]
    now = SORTS[said.sort.removesuffix(" bound")](held, said, stands)
    bound = said.sort.endswith(" bound")
    old = f"{plain(said.value)}+" if bound else said.value
    new, sort = now, said.sort.removesuffix(" bound")
    if now is not None and bound:
        whole = int(Decimal(now))
        bound = bool(whole) and Decimal(now) != whole
        new = f"{whole}+" if bound else plain(now)
    elif sort in NUMBERS and not bound:
        old, new = plain(said.value.replace(",", ".")), now if now is None else plain(now)
    if old == new:
        return None
    first = held.bulletins[said.bulletins[0]]
    agencies = tuple(dict.fromkeys(held.bulletins[n].agency for n in said.bulletins))
    if sort == "equal":
        agencies = tuple(said.item.split())
    place = "" if sort in ("count", "widest") else first.place
    item_of_each, item = said.item, said.item if sort in ("figure", "lead", "sum") else ""
    who = said.who if sort not in ("lead", "lead gap", "leader", "widest", "order") else ""
    told = Correction(sort, agencies, place, who, _shown(sort, old), "", item)
    if now is None or new is None:
        gone = "left out" if all(stands) else "withdrawn"
        return _with(told, gone), None
    if item == "opened_share" and stands[0] and in_boxes(held, stands[0]):
        return _with(told, ""), None
    if sort == "widest":
        # Of one gap alone nothing can be wider.
        found = _widest_gap(held, said, stands)
        return _with(told, new), found[1] if found else None
    numbers = tuple(one.number for one in stands if one)
    if sort == "count":
        items = zip(stands, item_of_each.split(), strict=True)
        item = " ".join(basis for one, basis in items if one)
    if (
        sort == "leader"
        and item_of_each == "leader"
        and not (stands[0] and stands[0].text("leader"))
    ):
        item = "share"
    value = new.removesuffix("+") if bound else now
    right = Printed(f"{sort} bound" if bound else sort, numbers, said.who, value, item or said.item)
    return _with(told, _shown(sort, new)), right


def _with(told: Correction, new: str) -> Correction:
    return Correction(told.sort, told.agencies, told.place, told.who, told.old, new, told.item)


def _shown(sort: str, text: str) -> str:
    return text[-5:] if sort == "hour" else text


def _figure(_held: Held, said: Printed, stands: Stands) -> str | None:
    (one,) = stands
    return one.figures.get((said.item, said.who)) if one else None


def _half(_held: Held, said: Printed, stands: Stands) -> str | None:
    """Whether she still has more than half, by the figures it was told by."""
    (one,) = stands
    if one is None or not half.known(one, said.who, said.item):
        return None
    return said.who if half.has_half(one, said.who, said.item) else ""


def _needed(held: Held, said: Printed, stands: Stands) -> str | None:
    """What half takes now, at the end that was told."""
    (one,) = stands
    basis, end = said.item.split()
    found = half.takes(one, said.who, basis) if one and half.known(one, said.who, basis) else ()
    return f"{float(found[int(end)]):.1f}" if found else None


def _sum(_held: Held, said: Printed, stands: Stands) -> str | None:
    """What some have in all by a bulletin that gives each of them."""
    (one,) = stands
    total = together(one, said.item, tuple(said.who.split()))
    return None if total is None else str(total)


def _lead(_held: Held, said: Printed, stands: Stands) -> str | None:
    """How far the first is ahead now, where that is known at all."""
    (one,) = stands
    if one is None:
        return None
    if said.item == "votes":
        counted = told_by_votes(one)
        return None if counted is None else str(counted.votes)
    told = told_by_figures(one)
    return None if told is None or told.points is None else str(told.points)


def _leader(_held: Held, said: Printed, stands: Stands) -> str | None:
    (one,) = stands
    return _leads_now(one, said.item) if one else None


def _leads_now(one: Said, item: str) -> str | None:
    if item == "leader" and one.text("leader"):
        return one.text("leader")
    told = told_by_votes(one) if item == "votes" else told_by_figures(one)
    return None if told is None else told.leader or ""


def _gap(_held: Held, said: Printed, stands: Stands) -> str | None:
    both = [one.shares.get(said.who) if one else None for one in stands]
    one, other = both
    lists = {frozenset(word.shares) for word in stands if word}
    if said.who == OTHERS and len(lists) > 1:
        # What is left of one list is another rest than the other's now.
        return None
    return None if one is None or other is None else str(abs(Decimal(one) - Decimal(other)))


def _hour(_held: Held, said: Printed, stands: Stands) -> str | None:
    (one,) = stands
    return one.as_of if one and one.figures else said.value


def _order(_held: Held, said: Printed, stands: Stands) -> str | None:
    (one,) = stands
    if one is None:
        return said.value
    listed = said.value.split()
    values = {w: t for (item, w), t in one.figures.items() if item == said.item and w != OTHERS}
    right = sorted(
        values,
        key=lambda w: (-Decimal(values[w]), listed.index(w) if w in listed else len(listed)),
    )[: len(listed)]
    same = not right or (right[0] == listed[0] and {*right} <= {*listed})
    return said.value if same else " ".join(right)


def _count(held: Held, said: Printed, stands: Stands) -> str | None:
    """In how many places all that still tell have her ahead; or part, for ``|``."""
    items = said.item.split()
    found: dict[str, list[str]] = {}
    for number, one, item in zip(said.bulletins, stands, items, strict=True):
        leader = _leads_now(one, item) if one else None
        if leader is not None:
            found.setdefault(held.bulletins[number].place, []).append(leader)
    if not found:
        return None
    if said.who == "|":
        return str(sum(len({*ahead}) > 1 for ahead in found.values()))
    return str(sum({*ahead} == {said.who} for ahead in found.values()))


def _lead_gap(held: Held, said: Printed, stands: Stands) -> str | None:
    before = _apart([held.bulletins[number] for number in said.bulletins], said.item)
    now = _apart(stands, said.item)
    if now is None or before is None:
        return None
    return str(now[0] if Decimal(said.value) == before[0] else now[1])


def _apart(four: Stands, items: str) -> tuple[Decimal, Decimal] | None:
    """How far two leads are apart, exactly and in the fewer decimals; each is of a bulletin, and
    of one that names whose it is."""
    leads = []
    for lead, by, item in zip(four[::2], four[1::2], items.split(), strict=True):
        found = _lead_of(lead, by, item)
        if found is None:
            return None
        leads.append(found)
    apart = gap_of_leads(*leads)
    if apart is None:
        return None
    digits = max(0, fewer_decimals(*(Decimal(lead.points or 0) for lead in leads)))
    return apart, apart.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _lead_of(lead: Said | None, by: Said | None, item: str) -> LeadWord | None:
    if lead is None:
        return None
    if item != "stated":
        told = told_by_figures(lead)
        return told if told and told.points is not None else None
    points = lead.text("lead_points")
    if points is None or by is None:
        return None
    leader = by.text("leader") or _leads_now(by, "share")
    return LeadWord(leader or None, Decimal(points), None, lead, True)


def _equal(held: Held, said: Printed, stands: Stands) -> str | None:
    told = [(one, one.shares.get(said.who)) for one in stands if one]
    if len(told) < len(stands) or any(share is None for _, share in told):
        return None
    parts = [opened_of(one, held.boxes.get(one.place)) for one, _ in told]
    shares = [exact(str(share)) for _, share in told]
    if None in parts:
        return None
    stage, *ahead = [Fraction(part or 0) for part in parts]
    if len(ahead) == 1:
        there = shares[1] if ahead[0] == stage else None
    else:
        (low, first), (high, last) = sorted(zip(ahead, shares[1:], strict=True))
        inside = low < stage < high
        there = first + (last - first) * (stage - low) / (high - low) if inside else None
    if there is None:
        return None
    decimals = max(len(str(share).partition(".")[2]) for _, share in told)
    digits = 1 if len(ahead) > 1 else min(2, decimals)
    right = Fraction(floor(abs(shares[0] - there) * 10**digits + Fraction(1, 2)), 10**digits)
    return str(Decimal(right.numerator) / Decimal(right.denominator))


def _widest(held: Held, said: Printed, stands: Stands) -> str | None:
    found = _widest_gap(held, said, stands)
    return found[0] if found else said.value


def _widest_gap(held: Held, said: Printed, stands: Stands) -> tuple[str, Printed] | None:
    """Where the widest of some gaps is now, and that gap."""
    found = []
    for one, other, who in zip(stands[::2], stands[1::2], said.item.split(), strict=True):
        gap = _gap(held, Printed("gap", (), who, ""), [one, other])
        if gap is not None and one and other:
            pair = one.number, other.number
            found.append((Decimal(gap), one.place == said.value, one.place, pair, who))
    if not found:
        return None
    gap, _, place, pair, who = max(found)
    return place, Printed("gap", pair, who, str(gap))


SORTS: dict[str, Callable[[Held, Printed, Stands], str | None]] = {
    "figure": _figure,
    "lead": _lead,
    "leader": _leader,
    "gap": _gap,
    "step": _gap,
    "hour": _hour,
    "order": _order,
    "count": _count,
    "lead gap": _lead_gap,
    "equal": _equal,
    "widest": _widest,
    "sum": _sum,
    "half": _half,
    "needed": _needed,
}
"""How each sort of thing is worked out."""
