"""What two agencies' figures of one place say against each other: D401 to D405, and the board.

The board tells each gap with what may explain it. Which of the two is right is never said; gaps are
in thousandths of a point until they are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.codes import Code
from desk.facts.election import OTHERS
from desk.facts.figures import FULL, exact, points
from desk.facts.finding import Finding
from desk.facts.settings import Limits
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn, Night
from desk.rules.entries import Entry
from desk.rules.fault import Fault
from desk.rules.spread import variable

LEADER = Row(Item.LEADER)

STAGES = (("start", 10_000), ("early", 50_000), ("late", 90_000))
"""Up to which opened share which of D401's thresholds holds; `end` above."""
LARGE = 10_000
"""From which share on the same digits in both agencies are no chance, in thousandths."""
FINE = 2
"""With fewer decimals the same digits are everyday."""
HALVES_DIFFER = 100
"""How far the halves of a place may be apart, squared, in thousandths of share·(100 − share)."""

TURNOUT = 80_000
"""Turnout where last time's is not known, in thousandths of a point."""


@dataclass(frozen=True, slots=True)
class ShownByAgency:
    """What an agency shows of a place now: its newest shares, and whom it has ahead.

    ``led_by`` is the figure that says so, ``led_at`` its time.
    """

    source: Source
    entry: Entry | None
    leader: str = ""
    led_by: Row = LEADER
    led_at: datetime | None = None


def standing(night: Night, a: AgencyColumn, b: AgencyColumn) -> list[Finding]:
    """What two agencies disagree on as a place stands: D401 to D405."""
    shown_a, shown_b = _shown_by(a), _shown_by(b)
    found = [*d402(shown_a, shown_b)]
    now_a, now_b = shown_a.entry, shown_b.entry
    if now_a is not None and now_b is not None:
        limits, other = night.limits, b.source.agency
        for faults in (
            d401(now_a, now_b, limits),
            d403(now_a, now_b, limits, other),
            d404(now_a, now_b, limits, other),
            d405(night, a, b, now_a, now_b),
        ):
            found += _both(a.source, b.source, now_a, now_b, faults)
    return found


def _shown_by(column: AgencyColumn) -> ShownByAgency:
    shares = next((entry for entry in reversed(column.entries) if entry.shares), None)
    for entry in reversed(column.entries):
        for item, values in ((Item.SHARE, entry.shares), (Item.VOTES, entry.votes)):
            if sum(code != OTHERS for code in values) > 1:
                who = _first_of(values)
                return ShownByAgency(column.source, shares, who, Row(item, who), entry.as_of)
        if ("leader", "") in entry.texts:
            who = entry.texts["leader", ""]
            return ShownByAgency(column.source, shares, who, LEADER, entry.as_of)
    return ShownByAgency(column.source, shares)


def _first_of(values: Mapping[str, int]) -> str:
    named = sorted(((v, code) for code, v in values.items() if code != OTHERS), reverse=True)
    return named[0][1] if len(named) > 1 and named[0][0] > named[1][0] else ""


def _both(
    a: Source, b: Source, now_a: Entry, now_b: Entry, faults: Iterable[Fault]
) -> Iterator[Finding]:
    """A fault as a finding on both agencies' figures."""
    newest = max(now_a, now_b, key=lambda entry: (entry.minute, entry.id))
    for fault in faults:
        slots = tuple(Slot(source, row) for source in (a, b) for row in fault.rows)
        seen = (*now_a.seen(*fault.rows), *now_b.seen(*fault.rows))
        yield Finding(fault.code, slots, fault.values, newest.id or None, seen, newest.as_of)


def d401(a: Entry, b: Entry, limits: Limits) -> Iterator[Fault]:
    """The widest gap, where it is above the threshold for this stage of the count."""
    gaps = {code: abs(a.shares[code] - b.shares[code]) for code in comparable(a, b)}
    widest = max(gaps, key=lambda code: gaps[code], default=None)
    if widest is None:
        return
    at = "unknown"
    if a.opened is not None and b.opened is not None:
        stage = min(a.opened, b.opened)
        at = next((name for name, until in STAGES if stage < until), "end")
    threshold = limits.milli(f"check.d401.{at}")
    if gaps[widest] > threshold:
        values = {"who": widest, "gap": exact(gaps[widest]), "threshold": exact(threshold)}
        values |= {"share_a": exact(a.shares[widest]), "share_b": exact(b.shares[widest])}
        yield Fault(Code.D401, (Row(Item.SHARE, widest),), values)


def d402(a: ShownByAgency, b: ShownByAgency) -> Iterator[Finding]:
    """Both name a leader, and not the same one."""
    if not a.leader or not b.leader or a.leader == b.leader:
        return
    slots = (Slot(a.source, a.led_by), Slot(b.source, b.led_by))
    times = [at for at in (a.led_at, b.led_at) if at is not None]
    values = {"leader_a": a.leader, "leader_b": b.leader}
    yield Finding(Code.D402, slots, values, as_of=max(times, default=None))


def d405(
    night: Night, a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry
) -> Iterator[Fault]:
    """A gap that is still there at equal opened share, wider than different boxes explain."""
    least = night.limits.milli("check.d405.points")
    from_here = night.limits.milli("check.d405.opened")
    for code in comparable(now_a, now_b):
        found = gap_at_equal_stage(a, b, code)
        if found is None or found[1] < from_here or found[0] <= least:
            continue
        gap, stage = found
        # The boxes left are what the two can differ in: as far as whole halves of a place do.
        left = FULL - stage
        likely = left * left // FULL * HALVES_DIFFER // FULL
        if gap * gap > likely * variable(now_a.shares[code]) // FULL + least * least:
            # Read off between bulletins: its third decimal says nothing.
            values = {"who": code, "gap": exact(gap - gap % 10), "opened": exact(stage)}
            yield Fault(Code.D405, (Row(Item.SHARE, code),), values)
            return


def on_arrival(case: Case) -> list[Fault]:
    """What is asked of every bulletin as it comes: D403 and D404."""
    rival = case.rival
    if rival is None:
        return []
    limits = case.night.limits
    other = case.rival_column.source.agency if case.rival_column is not None else ""
    found = [*d403(case.entry, rival, limits, other)]
    before = case.before
    for fault in d404(case.entry, rival, limits, other):
        # A share that stood here already was not copied just now.
        code = fault.rows[0].contender
        if before is None or before.shares.get(code) != case.entry.shares[code]:
            found.append(fault)
    return found


def d403(entry: Entry, rival: Entry, limits: Limits, agency: str) -> Iterator[Fault]:
    """Shares of the same boxes that no common part makes possible."""
    if entry.opened is None or rival.opened is None:
        return
    room = limits.milli("check.d403.tolerance") + entry.half + rival.half
    for code in comparable(entry, rival):
        share, other = entry.shares[code], rival.shares[code]
        if short_of(share, entry.opened, other, rival.opened) > room:
            values = {
                "who": code,
                "share": exact(share),
                "share_other": exact(other),
                "opened": exact(entry.opened),
                "opened_other": exact(rival.opened),
                "agency_other": agency,
            }
            yield Fault(Code.D403, (Row(Item.SHARE, code),), values)
            return


def comparable(one: Entry, other: Entry) -> list[str]:
    """The contenders both name; *Diğer* means the same only where both name the same ones."""
    same = one.shares.keys() == other.shares.keys()
    return [code for code in one.shares if code in other.shares and (same or code != OTHERS)]


def short_of(share_a: int, opened_a: int, share_b: int, opened_b: int) -> int:
    """How far from possible two shares of the same boxes are, in thousandths; 0 is possible."""
    both = max(0, opened_a + opened_b - FULL)
    counted_a, counted_b = share_a * opened_a // FULL, share_b * opened_b // FULL
    least = max(0, counted_a - (opened_a - both), counted_b - (opened_b - both))
    most = min(both, counted_a, counted_b)
    return max(0, least - most)


def d404(entry: Entry, rival: Entry, limits: Limits, agency: str) -> Iterator[Fault]:
    """One large share the same to the digit while the others are far apart."""
    same = [
        code
        for code, share in entry.shares.items()
        if rival.shares.get(code) == share and code != OTHERS and share >= LARGE
    ]
    if len(same) != 1 or len(entry.texts["share", same[0]].partition(".")[2]) < FINE:
        return
    gaps = (abs(entry.shares[code] - rival.shares[code]) for code in comparable(entry, rival))
    widest = max(gaps, default=0)
    if widest >= limits.milli("check.d404.gap"):
        who = same[0]
        values = {"who": who, "share": exact(entry.shares[who]), "gap": exact(widest)}
        yield Fault(Code.D404, (Row(Item.SHARE, who),), values | {"agency_other": agency})


def share_at(column: AgencyColumn, code: str, opened: int) -> int | None:
    """A contender's share when a column had opened so much, between its own bulletins.

    None where its series does not reach that far, either way.
    """
    before: Entry | None = None
    for entry in column.entries:
        if entry.opened is None or code not in entry.shares or entry.flagged:
            continue
        if entry.opened == opened:
            return entry.shares[code]
        if entry.opened > opened:
            if before is None or before.opened is None:
                return None
            step = entry.opened - before.opened
            move = entry.shares[code] - before.shares[code]
            return before.shares[code] + move * (opened - before.opened) // step
        before = entry
    return None


def gap_at_equal_stage(a: AgencyColumn, b: AgencyColumn, code: str) -> tuple[int, int] | None:
    """The gap where the one that is behind stands now, and that opened share; None if unknown."""
    ends = [
        next((e.opened for e in reversed(column.entries) if e.opened is not None), None)
        for column in (a, b)
    ]
    if ends[0] is None or ends[1] is None:
        return None
    stage = min(ends[0], ends[1])
    share_a, share_b = share_at(a, code, stage), share_at(b, code, stage)
    if share_a is None or share_b is None:
        return None
    return abs(share_a - share_b), stage


@dataclass(frozen=True, slots=True)
class Needed:
    """What the boxes only one agency has would have to hold for both to be right: its share of the
    contender there, from and to, in points; ``boxes`` is their part of all boxes."""

    agency: str
    boxes: Decimal
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One contender in one place by two agencies.

    ``equal`` is the gap at the opened share ``stage``, each agency read off its own series.
    ``possible`` is None where the opened shares are not known; ``needed`` is empty then.
    """

    contender: str
    gap: Decimal
    equal: Decimal | None
    stage: Decimal | None
    possible: bool | None
    needed: tuple[Needed, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceBoard:
    """A place as two agencies tell it. ``votes`` are roughly at stake where the leaders differ."""

    contest: str
    place: str
    agencies: tuple[str, str]
    discrepancies: tuple[Discrepancy, ...]
    leaders: tuple[str, str]
    since: datetime | None
    votes: int | None

    @property
    def differ(self) -> bool:
        """Whether the agencies name different leaders."""
        return bool(self.leaders[0] and self.leaders[1]) and self.leaders[0] != self.leaders[1]

    @property
    def widest(self) -> Discrepancy | None:
        """The widest gap now."""
        return max(self.discrepancies, key=lambda one: one.gap, default=None)

    @property
    def rank(self) -> tuple[bool, bool, Decimal, Decimal]:
        """Where it matters most comes first when sorted falling: the impossible, then different
        leaders, then what is left at equal opened share, then the gap now."""
        impossible = any(one.possible is False for one in self.discrepancies)
        equal = max((one.equal for one in self.discrepancies if one.equal), default=Decimal(0))
        return impossible, self.differ, equal, self.widest.gap if self.widest else Decimal(0)


def place_board(night: Night, place: str, pair: tuple[str, str]) -> PlaceBoard:
    """One place; without discrepancies where an agency has given no shares."""
    columns = tuple(
        night.columns.get((agency, place))
        or AgencyColumn(Source(agency, night.contest, place), 1, None, False)
        for agency in pair
    )
    a, b = columns
    now_a, now_b = _newest(a), _newest(b)
    if now_a is None or now_b is None:
        return PlaceBoard(night.contest, place, pair, (), ("", ""), None, None)
    discrepancies = tuple(
        _discrepancy(night, code, a, b, now_a, now_b) for code in comparable(now_a, now_b)
    )
    leaders = (leader(now_a), leader(now_b))
    differ = bool(leaders[0] and leaders[1]) and leaders[0] != leaders[1]
    return PlaceBoard(
        night.contest,
        place,
        pair,
        discrepancies,
        leaders,
        differ_since(a, b) if differ else None,
        _votes_at_stake(night, place, now_a, now_b) if differ else None,
    )


def leader(entry: Entry) -> str:
    """Who is ahead by a bulletin's shares; empty in a tie or with one contender only."""
    return _first_of(entry.shares)


def differ_since(a: AgencyColumn, b: AgencyColumn) -> datetime | None:
    """Since when the two have named different leaders without a break, by their newest words."""
    since: Entry | None = None
    said: dict[str, str] = {}
    both = [(entry, "a") for entry in a.entries] + [(entry, "b") for entry in b.entries]
    for entry, side in sorted(both, key=lambda one: (one[0].minute, one[0].id)):
        if entry.shares:
            said[side] = leader(entry)
            differ = len(said) == 2 and all(said.values()) and said["a"] != said["b"]
            since = (since or entry) if differ else None
    return since.as_of if since is not None else None


def _discrepancy(
    night: Night, code: str, a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry
) -> Discrepancy:
    share_a, share_b = now_a.shares[code], now_b.shares[code]
    equal = gap_at_equal_stage(a, b, code)
    possible: bool | None = None
    needed: tuple[Needed, ...] = ()
    if now_a.opened is not None and now_b.opened is not None:
        room = night.limits.milli("check.d403.tolerance") + now_a.half + now_b.half
        possible = short_of(share_a, now_a.opened, share_b, now_b.opened) <= room
        if possible:
            needed = _needed(code, a, b, now_a, now_b)
    return Discrepancy(
        code,
        decimal(abs(share_a - share_b)),
        None if equal is None else decimal(equal[0]),
        None if equal is None else decimal(equal[1]),
        possible,
        needed,
    )


def _needed(
    code: str, a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry
) -> tuple[Needed, ...]:
    """The range of shares in the boxes only one of them has, over every possible common part."""
    opened_a, opened_b = now_a.opened or 0, now_b.opened or 0
    both = max(0, opened_a + opened_b - FULL)
    part_a, part_b = (
        now_a.shares[code] * opened_a // FULL,
        now_b.shares[code] * opened_b // FULL,
    )
    least = max(0, part_a - (opened_a - both), part_b - (opened_b - both))
    most = max(least, min(both, part_a, part_b))
    found = []
    for column, part, opened in ((a, part_a, opened_a), (b, part_b, opened_b)):
        own = opened - both
        if own > 0:
            low, high = (max(0, part - most) * FULL // own, max(0, part - least) * FULL // own)
            found.append(
                Needed(
                    column.source.agency,
                    decimal(own),
                    decimal(min(FULL, low)),
                    decimal(min(FULL, high)),
                )
            )
    return tuple(found)


def _votes_at_stake(night: Night, place: str, a: Entry, b: Entry) -> int | None:
    """The two leads added up, in votes: what one of the agencies would have to have wrong."""
    registered = night.election.place(place).registered
    if registered is None:
        return None
    then = night.baseline.places.get(place)
    turnout = then.turnout if then is not None else TURNOUT
    return registered * turnout // FULL * (_lead(a) + _lead(b)) // FULL


def _lead(entry: Entry) -> int:
    named = sorted((s for code, s in entry.shares.items() if code != OTHERS), reverse=True)
    return named[0] - named[1]


def _newest(column: AgencyColumn) -> Entry | None:
    return next((entry for entry in reversed(column.entries) if entry.shares), None)


def decimal(thousandths: int) -> Decimal:
    """Thousandths of a point as points with two decimals."""
    return Decimal(points(thousandths))
