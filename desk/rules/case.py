"""One bulletin to judge, with what was known when it came: its column, the others, the scales.

Whatever several rules ask of it is worked out here once.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isqrt

from desk.facts.bulletin import Source
from desk.facts.election import OTHERS
from desk.facts.figures import FULL
from desk.rules.columns import AgencyColumn, Night
from desk.rules.entries import Entry, comparable, moment_of, room_between
from desk.rules.spread import REST, UNIT, Moves, moves_of, stages, variable, weight

FIRST_SPREAD = 7_000
"""How far two agencies' early shares of one place usually are apart, in thousandths of a point."""
SWING_SPREAD = 6_500
"""The same for a place's early share against last time plus the night's swing."""

FAR_BACK = 12
"""How many bulletins back a contender's last share still tells something."""

CLOSED = 30
"""How far a sum may be from 100 beyond rounding once the agency's sums close, in thousandths."""

MOST = 400 * UNIT
"""Beyond twenty times the usual everything is equally impossible."""

NEARLY_DONE = 99_500
"""From here on a count may well be over, and silence says nothing."""
ENOUGH_PLACES = 5
"""Places a swing or a pace must be seen in before it says anything of another."""


@dataclass(frozen=True, slots=True)
class Band:
    """Where a figure is expected: the middle, its variance, and what rounding may add."""

    middle: int
    variance: int
    room: int

    def surprise(self, value: int) -> int:
        """How surprising a value is, squared, in millionths."""
        away = abs(value - self.middle) - self.room
        if away <= 0:
            return 0
        found = away * away * UNIT // self.variance
        return found if found < MOST else MOST

    def reach(self, likelihood: int) -> tuple[int, int]:
        """The band that a squared likelihood leaves, within 0 and 100."""
        wide = isqrt(self.variance * likelihood // UNIT) + self.room
        return max(0, self.middle - wide), min(FULL, self.middle + wide)


@dataclass(slots=True)
class Expected:
    """Bands by contender. ``rest`` is the band of what the named ones leave of 100."""

    bands: dict[str, Band] = field(default_factory=dict)
    rest: Band | None = None
    common: frozenset[str] = frozenset()

    def rest_of(self, shares: Mapping[str, int]) -> int:
        """What the contenders named on both sides leave of 100."""
        return FULL - sum(value for code, value in shares.items() if code in self.common)

    def surprises(self, shares: Mapping[str, int]) -> dict[str, int]:
        """By contender, and for the rest."""
        found = {
            code: self.bands[code].surprise(value)
            for code, value in shares.items()
            if code in self.bands
        }
        if self.rest is not None and self.common <= shares.keys():
            found[REST] = self.rest.surprise(self.rest_of(shares))
        return found

    def total(self, shares: Mapping[str, int]) -> int:
        """All surprises together."""
        return sum(self.surprises(shares).values())


@dataclass
class Case:
    """One bulletin and its past. ``scales`` and ``lively`` are in millionths."""

    night: Night
    column: AgencyColumn
    entry: Entry
    index: int
    scales: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    lively: int = UNIT
    clock: int | None = None
    before: Entry | None = field(init=False, default=None)
    rival: Entry | None = field(init=False, default=None)
    rival_column: AgencyColumn | None = field(init=False, default=None)
    rivals: list[tuple[AgencyColumn, Entry]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Find the same column's newest earlier entry with shares (``before``), each other
        agency's newest word on this place (``rivals``), and the newest of these (``rival``)."""
        for at in range(self.index - 1, -1, -1):
            known = self.column.entries[at]
            if known.shares:
                self.before = known
                break
        for column in self.night.by_place.get(self.column.source.place, ()):
            if column.source.agency != self.column.source.agency:
                said = column.known_to(self.entry)
                if said is None:
                    continue
                self.rivals.append((column, said))
                if self.rival is None or said.minute > self.rival.minute:
                    self.rival, self.rival_column = said, column

    @property
    def clock_text(self) -> str:
        """The desk's clock, as a time of day."""
        return "" if self.clock is None else f"{moment_of(self.clock):%H:%M}"

    @property
    def agency(self) -> str:
        """Whose bulletin it is."""
        return self.column.source.agency

    @cached_property
    def trusted(self) -> Entry | None:
        """The newest earlier one that no rule found fault with; None if that is ``before``."""
        if self.before is None or not self.before.flagged:
            return None
        for at in range(self.index - 1, -1, -1):
            known = self.column.entries[at]
            if known.shares and not known.flagged:
                return known
        return None

    @cached_property
    def moves(self) -> Moves:
        """What the shares did since ``before``; nothing without it."""
        if self.before is None:
            return Moves(0, [], None)
        return moves_of(
            self.before,
            self.entry,
            self.night.started,
            self.column.boxes,
            self.scales.get(self.agency, {}),
            self.lively,
        )

    @cached_property
    def last_opened(self) -> Entry | None:
        """The newest earlier entry that says how far the count is."""
        for at in range(self.index - 1, -1, -1):
            known = self.column.entries[at]
            if known.opened is not None:
                return known
        return None

    def votes_before(self, code: str) -> int | None:
        """A contender's votes in the newest earlier entry that gives them."""
        for at in range(self.index - 1, -1, -1):
            votes = self.column.entries[at].votes.get(code)
            if votes is not None:
                return votes
        return None

    @cached_property
    def usual(self) -> tuple[int, int] | None:
        """The opened share's expected step and its room; None where nothing tells."""
        anchor = self.trusted or self.last_opened
        if anchor is None or anchor.opened is None:
            return None
        return usual_step(self.night, self.column, self.index, self.entry, anchor)

    @property
    def source(self) -> Source:
        """The column's address."""
        return self.column.source

    def expected(self, entry: Entry | None = None) -> Expected:
        """What the figures ought to be near; ``entry`` may be a repaired version."""
        new = entry or self.entry
        anchor = self.trusted or self.before
        found = self._own(new, anchor) if anchor is not None else self.first(new)
        if len(found.bands) < len(new.shares):
            self._fill(found, new)
        return found

    def _own(self, new: Entry, anchor: Entry) -> Expected:
        closed, all_sums = self.night.closed(self.agency, new)
        return from_own(
            anchor,
            new,
            self.column.boxes,
            self.night.started,
            self.scales.get(self.agency, {}),
            self.lively,
            closed > 0 and closed * 10 >= all_sums * 9,
        )

    def _fill(self, found: Expected, new: Entry) -> None:
        """Bands for whom the bulletin before did not name: from further back, or elsewhere."""
        for code in new.shares:
            if code in found.bands:
                continue
            earlier = self._named_before(code, new)
            if earlier is not None:
                band = self._own(new, earlier).bands[code]
                found.bands[code] = Band(band.middle, 2 * band.variance, band.room)
            elif (usual := self._last_time(code) or self.usual_elsewhere.get(code)) is not None:
                found.bands[code] = usual

    def _last_time(self, code: str) -> Band | None:
        """Where last time has a contender, while no swing is known yet."""
        then = self.night.baseline.places.get(self.column.source.place)
        share = then.shares.get(code) if then is not None else None
        return None if share is None else wide(share, 2 * SWING_SPREAD)

    def _named_before(self, code: str, new: Entry) -> Entry | None:
        for at in range(self.index - 1, max(-1, self.index - FAR_BACK), -1):
            known = self.column.entries[at]
            # *Diğer* is everybody not named, so it must be the same ones.
            same = code != OTHERS or known.shares.keys() == new.shares.keys()
            if code in known.shares and same and not known.flagged:
                return known
        return None

    @cached_property
    def elsewhere(self) -> dict[str, list[int]]:
        """Shares by contender in the agency's other places, in order."""
        seen: dict[str, list[int]] = {}
        for column in self.night.peers(self.agency):
            now = None if column is self.column else column.known_to(self.entry)
            if now is not None and not now.flagged:
                for code, share in now.shares.items():
                    seen.setdefault(code, []).append(share)
        return {code: sorted(values) for code, values in seen.items()}

    @cached_property
    def usual_elsewhere(self) -> dict[str, Band]:
        """Where a contender usually stands in the agency's other places, as far as they reach."""
        found = {}
        for code, values in self.elsewhere.items():
            if len(values) >= ENOUGH_PLACES:
                reach = max(values[-1] - values[0], 1_000)
                found[code] = Band(values[len(values) // 2], reach * reach // 4, 0)
        return found

    def first(self, new: Entry) -> Expected:
        """For a column's first bulletin: the other agency, or last time with the night's swing."""
        if self.rival is not None:
            return from_elsewhere(self.rival.shares, new.shares, FIRST_SPREAD)
        return from_elsewhere(self.swung, new.shares, SWING_SPREAD)

    @cached_property
    def swung(self) -> dict[str, int]:
        """Last time's shares of this place moved by the middle swing of the other places."""
        then = self.night.baseline.places.get(self.column.source.place)
        if then is None:
            return {}
        swings = self._swings()
        return {
            code: min(FULL, max(0, share + sorted(swings[code])[len(swings[code]) // 2]))
            for code, share in then.shares.items()
            if len(swings.get(code, ())) >= ENOUGH_PLACES
        }

    def _swings(self) -> dict[str, list[int]]:
        """By contender how far the agency's other places are from last time."""
        places = self.night.baseline.places
        found: dict[str, list[int]] = {}
        for column in self.night.peers(self.agency):
            now = column.known_to(self.entry)
            then = places.get(column.source.place) if now and now is not self.entry else None
            if now and then:
                for code, share in now.shares.items():
                    if (was := then.shares.get(code)) is not None:
                        found.setdefault(code, []).append(share - was)
        return found


def from_own(
    before: Entry,
    after: Entry,
    boxes: int,
    started: int,
    scales: Mapping[str, int],
    liveliness: int,
    closes: bool,
) -> Expected:
    """From the same agency's bulletin before."""
    share = weight(stages(before, after, started), boxes)
    expected = Expected()

    def band(middle: int, code: str, rounding: int) -> Band:
        scale = scales.get(code, UNIT) * liveliness // UNIT
        variance = share * variable(middle) // UNIT * scale // UNIT
        return Band(middle, max(1, variance), rounding)

    for code in comparable(before, after):
        expected.bands[code] = band(before.shares[code], code, room_between(before, after, code))
    expected.common = frozenset(expected.bands)
    if len(expected.common) > 1:
        rest = expected.rest_of(before.shares)
        same = before.shares.keys() == after.shares.keys()
        if closes and same and abs(rest) <= before.room:
            # A sum that closed closes again.
            expected.rest = Band(0, CLOSED * CLOSED, after.room)
        else:
            expected.rest = band(max(0, rest), REST, before.room + after.room)
    return expected


def from_elsewhere(middles: Mapping[str, int], shares: Mapping[str, int], spread: int) -> Expected:
    """From other figures of this place: the other agency's, or last time's with the swing.

    ``spread`` is the usual distance of a half-and-half share, in thousandths.
    """
    expected = Expected()
    for code, middle in middles.items():
        if code in shares and code != OTHERS:
            expected.bands[code] = wide(middle, spread)
    expected.common = frozenset(expected.bands)
    return expected


def wide(middle: int, spread: int) -> Band:
    """A band as wide as ``spread`` for a half-and-half share, narrower for a small one."""
    variance = spread * spread * variable(middle) // (FULL // 2) ** 2
    return Band(middle, max(1, variance), 0)


def own_steps(column: AgencyColumn, index: int) -> list[int]:
    """How fast the opened share grew before: thousandths of a point a minute, oldest first."""
    entries = [
        known
        for known in column.entries[max(0, index - 6) : index]
        if known.opened is not None and not known.flagged
    ]
    found = []
    for earlier, later in itertools.pairwise(entries):
        if later.minute > earlier.minute:
            grown = (later.opened or 0) - (earlier.opened or 0)
            found.append(max(0, grown) // (later.minute - earlier.minute))
    return found


def usual_step(
    night: Night, column: AgencyColumn, index: int, entry: Entry, anchor: Entry
) -> tuple[int, int] | None:
    """The opened share's expected step and how far it may be off; None where nothing tells."""
    minutes = max(1, entry.minute - anchor.minute)
    steps = own_steps(column, index)[-3:]
    peers = _peer_steps(night, column, entry)
    if not steps and len(peers) < ENOUGH_PLACES:
        return None
    pace = sum(steps) // len(steps) if steps else peers[len(peers) // 2]
    rest = FULL - (anchor.opened or 0)
    fastest = max([*steps, *peers[-max(1, len(peers) // 10) :]], default=pace)
    step = min(pace * minutes, rest)
    return step, max(1_000, step // 2, min(fastest * minutes, rest) // 3)


def _peer_steps(night: Night, column: AgencyColumn, entry: Entry) -> list[int]:
    """How fast the agency's other places grew lately, in order."""
    found = []
    for other in night.peers(column.source.agency):
        if other is column:
            continue
        at = other.before(entry)
        if at < 2:
            continue
        later, earlier = other.entries[at - 1], other.entries[at - 2]
        if later.opened is None or earlier.opened is None or later.flagged:
            continue
        if later.minute > earlier.minute and earlier.opened < NEARLY_DONE:
            grown = max(0, later.opened - earlier.opened)
            found.append(grown // (later.minute - earlier.minute))
    return sorted(found)
