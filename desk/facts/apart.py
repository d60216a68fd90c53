"""What two agencies' figures make together: how far their leads are apart, and a contender's gap
at equal opened share.

Worked out from cited figures alone, so that whoever checks a post needs nothing else; exact until
it is told. Which bulletins are set side by side is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from desk.facts.bulletin import Bulletin, Item, Row, Slot
from desk.facts.election import OTHERS
from desk.facts.figures import rounded
from desk.facts.leading import LeadWord, lead_gap, ranked
from desk.facts.opened import ALL
from desk.facts.post import Cited

_OPENED = (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES)


@dataclass(frozen=True, slots=True)
class EqualGap:
    """A contender's gap where both had opened as much.

    ``between`` says that one of the shares lies between two bulletins: nobody gave it. ``digits``
    are its decimals when it is told: one then, otherwise the shares' own.
    """

    points: Fraction
    between: bool
    digits: int

    @property
    def said(self) -> Decimal:
        """In points, rounded once."""
        return rounded(self.points, self.digits)


def leads_apart(figures: Iterable[Cited]) -> tuple[Decimal, ...]:
    """How far two agencies' leads are apart, in points: exact, then in the fewer decimals of the
    two where that is another number. Empty where the figures tell no two leads, and no more."""
    by_agency = _by_agency(figures)
    if len(by_agency) != 2:
        return ()
    one, other = (_lead(of_one) for of_one in by_agency)
    apart = lead_gap(one, other)
    if apart is None or one is None or other is None:
        return ()
    decimals = min(_decimals(lead.points) for lead in (one, other) if lead.points is not None)
    fewer = apart.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return (fewer,) if fewer == apart else (apart, fewer)


def equal_gap(figures: Iterable[Cited]) -> EqualGap | None:
    """A contender's gap at the opened share of the agency that is behind.

    Of one agency the figures are of the bulletin that stands at that share, of the other of one
    that had opened as much or of the two around it; None where they are anything else.
    """
    by_agency = _by_agency(figures)
    told = [_opened_and_share(of_one) for of_one in by_agency]
    contenders = {o.slot.row for of_one in by_agency for o in of_one if o.slot.row.contender}
    if len(told) != 2 or len(contenders) != 1 or not all(told):
        return None
    single, series = sorted(told, key=len)
    if len(single) != 1 or len(series) > 2:
        return None
    ((stage, share),) = single
    (low, first), (high, last) = min(series), max(series)
    between = len(series) == 2
    if not (low < stage < high if between else low == stage):
        return None
    at_stage = first + (last - first) * (stage - low) / (high - low) if between else first
    shares = [Decimal(o.value) for one in by_agency for o in one if o.slot.row.item is Item.SHARE]
    decimals = sorted(map(_decimals, shares))
    digits = 1 if between else min(2, decimals[-1])
    return EqualGap(abs(share - at_stage), between, digits)


def figures_at_equal(
    one: Sequence[Bulletin], other: Sequence[Bulletin], contender: str
) -> tuple[Cited, ...]:
    """The figures `equal_gap` needs, from two agencies' standing bulletins, oldest first.

    Empty where an opened share is not told by a bulletin itself, or not as early as needed.
    """
    both = [[b for b in column if _shares(b)] for column in (one, other)]
    if not all(both):
        return ()
    newest = [_of(column[-1], contender) for column in both]
    parts = [_part(figures) for figures in newest]
    if parts[0] is None or parts[1] is None:
        return ()
    behind = 0 if parts[0] <= parts[1] else 1
    stage = min(parts[0], parts[1])
    if parts[0] == parts[1]:
        return (*newest[0], *newest[1])
    ahead = _around(both[1 - behind], contender, stage)
    if not ahead:
        return ()
    return (*newest[0], *ahead) if behind == 0 else (*ahead, *newest[1])


def _around(column: Sequence[Bulletin], contender: str, stage: Fraction) -> tuple[Cited, ...]:
    """Of one agency: the newest bulletin at a stage, or the newest before it and the next."""
    after: tuple[Cited, ...] = ()
    for bulletin in reversed(column):
        figures = _of(bulletin, contender)
        part = _part(figures)
        if part is None:
            continue
        if contender == OTHERS and _shares(bulletin) != _shares(column[-1]):
            # With other contenders named, *Diğer* may mean others.
            continue
        if part == stage:
            return figures
        if part < stage:
            return (*figures, *after) if after else ()
        after = figures
    return ()


def _of(bulletin: Bulletin, contender: str) -> tuple[Cited, ...]:
    """A contender's share in a bulletin, and what it says of the boxes; empty without the share."""
    rows = [Row(Item.SHARE, contender), *(Row(item) for item in _OPENED)]
    if rows[0] not in bulletin.figures:
        return ()
    if rows[1] in bulletin.figures:
        rows = rows[:2]
    return tuple(
        Cited(Slot(bulletin.source, row), bulletin.figures[row], bulletin.as_of, bulletin.id)
        for row in rows
        if row in bulletin.figures
    )


def _shares(bulletin: Bulletin) -> frozenset[Row]:
    return frozenset(row for row in bulletin.figures if row.item is Item.SHARE)


def _part(figures: Iterable[Cited]) -> Fraction | None:
    """How much is opened, in per cent: as printed, else by the boxes and their total."""
    said = {one.slot.row.item: one.value for one in figures}
    share, boxes, total = (said.get(item) for item in _OPENED)
    if isinstance(share, Decimal):
        return min(Fraction(100), Fraction(share))
    if not isinstance(boxes, int) or not isinstance(total, int) or not total:
        return None
    return min(Fraction(100), Fraction(100 * boxes, total))


def _opened_and_share(figures: Iterable[Cited]) -> list[tuple[Fraction, Fraction]]:
    """Each bulletin's opened share and the contender's; empty where one of them is missing."""
    by_bulletin: dict[int, list[Cited]] = {}
    for one in figures:
        by_bulletin.setdefault(one.bulletin, []).append(one)
    found = []
    for group in by_bulletin.values():
        part = _part(group)
        shares = [one.value for one in group if one.slot.row.item is Item.SHARE]
        if part is None or len(shares) != 1 or not isinstance(shares[0], Decimal):
            return []
        found.append((part, Fraction(shares[0])))
    return found


def _by_agency(figures: Iterable[Cited]) -> list[list[Cited]]:
    """Figures of one place by their agency; nothing where they are of several places."""
    groups: dict[str, list[Cited]] = {}
    places = set()
    for one in figures:
        source = one.slot.source
        places.add((source.contest, source.place))
        groups.setdefault(source.agency, []).append(one)
    return list(groups.values()) if len(places) == 1 else []


def _lead(figures: Sequence[Cited]) -> LeadWord[None, Decimal] | None:
    """An agency's lead: as stated, else that of the first of its shares over the next.

    A share alone tells of none, unless it is everything.
    """
    if any(one.slot.row.item in _OPENED for one in figures):
        return None
    said = {one.slot.row: one.value for one in figures}
    shares = {r.contender: v for r, v in said.items() if r.item is Item.SHARE}
    votes = {r.contender: v for r, v in said.items() if r.item is Item.VOTES}
    counted = {c: Decimal(v) for c, v in (shares or votes).items()}
    names = ranked(counted)
    tied = len(names) > 1 and counted[names[0]] == counted[names[1]]
    leader = said.get(Row(Item.LEADER)) or (names[0] if names and not tied else None)
    points = said.get(Row(Item.LEAD_POINTS))
    if points is None and shares:
        if len(names) == 2:
            points = counted[names[0]] - counted[names[1]]
        elif len(names) == 1 and counted[names[0]] == ALL:
            points = ALL
    if not isinstance(points, Decimal):
        return None
    return LeadWord(leader if isinstance(leader, str) else None, points, None, None, True)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
