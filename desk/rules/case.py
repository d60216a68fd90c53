"""One bulletin to judge, with what was known when it came: its column, the others, the scales.

Whatever several rules ask of it is worked out here once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from desk.facts.bulletin import Source
from desk.facts.election import OTHERS
from desk.facts.units import FULL
from desk.rules.columns import Column, Night
from desk.rules.entries import Entry, moment_of
from desk.rules.expect import Band, Expected, from_elsewhere, from_own
from desk.rules.pace import ENOUGH_PLACES, usual_step
from desk.rules.spread import UNIT, Moves, moves_of

FIRST_SPREAD = 7_000
"""How far two agencies' early shares of one place usually are apart, in thousandths of a point."""
SWING_SPREAD = 6_500
"""The same for a place's early share against last time plus the night's swing."""

FAR_BACK = 12
"""How many bulletins back a contender's last share still tells something."""


@dataclass
class Case:
    """One bulletin and its past. ``scales`` and ``lively`` are in millionths."""

    night: Night
    column: Column
    entry: Entry
    index: int
    scales: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    lively: int = UNIT
    clock: int | None = None
    before: Entry | None = field(init=False, default=None)
    rival: Entry | None = field(init=False, default=None)
    rival_column: Column | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Find the same column's newest earlier entry with shares (``before``), and the newest
        word of another agency on this place (``rival``) with its column."""
        for at in range(self.index - 1, -1, -1):
            known = self.column.entries[at]
            if known.shares:
                self.before = known
                break
        for column in self.night.by_place.get(self.column.source.place, ()):
            if column.source.agency != self.column.source.agency:
                said = column.known_to(self.entry)
                if said and (self.rival is None or said.minute > self.rival.minute):
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
            elif (usual := self.usual_elsewhere.get(code)) is not None:
                found.bands[code] = usual

    def _named_before(self, code: str, new: Entry) -> Entry | None:
        for at in range(self.index - 1, max(-1, self.index - FAR_BACK), -1):
            known = self.column.entries[at]
            # *Diğer* is everybody not named, so it must be the same ones.
            same = code != OTHERS or known.shares.keys() == new.shares.keys()
            if code in known.shares and same and not known.flagged:
                return known
        return None

    @cached_property
    def usual_elsewhere(self) -> dict[str, Band]:
        """Where a contender usually stands in the agency's other places, as far as they reach."""
        seen: dict[str, list[int]] = {}
        for column in self.night.peers(self.agency):
            now = None if column is self.column else column.known_at(self.entry.minute)
            if now is not None and not now.flagged:
                for code, share in now.shares.items():
                    seen.setdefault(code, []).append(share)
        found = {}
        for code, values in seen.items():
            if len(values) >= ENOUGH_PLACES:
                values.sort()
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
        found = {}
        for code, share in then.shares.items():
            swings = sorted(self._swings(code))
            if len(swings) >= ENOUGH_PLACES:
                found[code] = min(FULL, max(0, share + swings[len(swings) // 2]))
        return found

    def _swings(self, code: str) -> list[int]:
        places = self.night.baseline.places
        found = []
        for column in self.night.peers(self.agency):
            then = places.get(column.source.place)
            now = column.known_at(self.entry.minute)
            if then and now and now is not self.entry and code in then.shares:
                share = now.shares.get(code)
                if share is not None:
                    found.append(share - then.shares[code])
        return found
