"""How far shares may move between two bulletins of one agency, learned from the night itself.

A move is measured against the boxes opened in between: few boxes, or boxes of one neighbourhood,
carry little weight late in the count. What is kept are counts, so the same night learns the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.facts.election import OTHERS
from desk.facts.figures import FULL
from desk.rules.entries import Entry

UNIT = 1_000_000
"""One in the variances and in squared likelihoods."""

# Variance of the newly opened boxes' mean share, as parts of a million of share·(100 − share): a
# part that stays however many boxes are opened (agencies go neighbourhood by neighbourhood), and a
# part that shrinks with the number of boxes. From the 2024 count's own ten-minute steps.
_LASTING = 3_000
_PER_BOX = 40_000
_LEAST_SHARE = 400
"""A share of nearly nothing still moves: the least share a variance is worked out from."""
_LEAST_VARIABLE = _LEAST_SHARE * (FULL - _LEAST_SHARE)

_TRUST = 24
"""How many bulletins the default is worth against what the night shows."""
_COLUMN_TRUST = 6
CAP = 9
"""One wild bulletin counts as no more than so many times the usual: it may be a slip."""

REST = ""
"""The contenders an agency does not name, together: what is left of 100."""


@dataclass(slots=True)
class Mean:
    """A mean of squared moves that starts from one and is not carried off by a single slip."""

    total: int
    count: int

    def take(self, ratio: int) -> int:
        """Count one squared move, in millionths of what was expected of it.

        Returns how it stands to the mean before it, in millionths.
        """
        total, count = self.total, self.count
        most = CAP * total // count
        self.total = total + (ratio if ratio < most else most)
        self.count = count + 1
        return ratio * UNIT // (total // count)

    @property
    def value(self) -> int:
        """The mean, in millionths."""
        return self.total // self.count


@dataclass(slots=True)
class Scales:
    """Per agency and contender, how lively this night's moves are against the default.

    ``marks`` remember the state by minute, so that an older bulletin is judged by what was known.
    """

    now: dict[str, dict[str, Mean]] = field(default_factory=dict)
    minutes: list[int] = field(default_factory=list)
    marks: list[dict[str, dict[str, int]]] = field(default_factory=list)

    def mean(self, agency: str, contender: str) -> Mean:
        """The running mean of one agency's moves of one contender."""
        means = self.means(agency)
        found = means.get(contender)
        if found is None:
            found = means[contender] = Mean(UNIT * _TRUST, _TRUST)
        return found

    def means(self, agency: str) -> dict[str, Mean]:
        """One agency's running means, by contender."""
        return self.now.setdefault(agency, {})

    def forget(self, minute: int) -> None:
        """Drop what was remembered of a minute and of all after it; the running means stay."""
        index = bisect_left(self.minutes, minute)
        del self.minutes[index:], self.marks[index:]

    def remember(self, minute: int) -> None:
        """Keep the state as it is before the first bulletin of a minute."""
        if not self.minutes or minute > self.minutes[-1]:
            self.minutes.append(minute)
            self.marks.append(self.values())

    def values(self) -> dict[str, dict[str, int]]:
        """The state now, in millionths."""
        return {
            agency: {code: mean.value for code, mean in means.items()}
            for agency, means in self.now.items()
        }

    def at(self, minute: int) -> dict[str, dict[str, int]]:
        """The state a bulletin of this minute is judged by, in millionths."""
        index = bisect_right(self.minutes, minute) - 1
        return self.marks[index] if index >= 0 else {}


def column_mean() -> Mean:
    """How lively one column is against its agency; starts from one."""
    return Mean(UNIT * _COLUMN_TRUST, _COLUMN_TRUST)


def stages(before: Entry, after: Entry, started: int) -> tuple[int, int, int]:
    """The opened shares of two bulletins, and how far rounding may move their difference.

    Where one was not given, votes given in both tell what part of the later count the earlier was.
    Without them it is guessed from the time: a count goes on about as fast as it has gone so far,
    and after an hour and a half it is about half done.
    """
    earlier, later = before.opened, after.opened
    if earlier is not None and later is not None:
        return earlier, later, before.opened_half + after.opened_half
    if before.votes and after.votes:
        old, new = _valid(before), _valid(after)
        if 0 < old < new:
            if later is None:
                gone = max(1, after.minute - started + 10)
                later = FULL * gone // (gone + 90)
                if earlier is not None:
                    later = min(FULL, earlier * new // old)
            return later * old // new, later, 0
    gone_before = max(1, before.minute - started + 10)
    gone_after = max(gone_before + 1, after.minute - started + 10)
    if later is not None:
        return later * gone_before // gone_after, later, 0
    if earlier is not None:
        fresh = earlier * 3 * (gone_after - gone_before) // (2 * gone_before) + 500
        return earlier, min(FULL, earlier + fresh), 0
    return FULL * gone_before // (gone_before + 90), FULL * gone_after // (gone_after + 90), 0


def _valid(entry: Entry) -> int:
    """The valid votes, from those whose share is told too; 0 where that is too little to tell."""
    votes = share = 0
    for code, count in entry.votes.items():
        part = entry.shares.get(code)
        if part is not None:
            votes += count
            share += part
    return votes * FULL // share if share * 4 >= FULL else 0


def weight(stages_of: tuple[int, int, int], boxes: int) -> int:
    """The variance of a move, in millionths of share·(100 − share); stages in thousandths."""
    earlier, later, room = stages_of
    opened = later if later > 0 else 1
    step = later - earlier + room
    # Whatever moved, a ballot box at least was opened.
    least = FULL // boxes or 1
    if step < least:
        step = least
    fresh = step * boxes // FULL or 1
    old = earlier * boxes // FULL or 1
    per_million = _LASTING + _PER_BOX * (fresh + old) // (fresh * old)
    return max(1, per_million * step * step // (opened * opened))


def variable(share: int) -> int:
    """share·(100 − share), never nothing."""
    if share < _LEAST_SHARE:
        share = _LEAST_SHARE
    elif share > FULL - _LEAST_SHARE:
        share = FULL - _LEAST_SHARE
    return share * (FULL - share)


@dataclass(slots=True)
class Moves:
    """What the shares did since the bulletin before, in millionths.

    ``worst`` is the most surprising of them, squared, against what the night makes likely;
    ``ratios`` are all of them against the default, by contender, and ``rest`` is what the named
    ones leave of 100, where they leave anything: what the night learns from.
    """

    worst: int
    ratios: list[tuple[str, int]]
    rest: int | None


def moves_of(
    before: Entry,
    new: Entry,
    started: int,
    boxes: int,
    scales: Mapping[str, int],
    lively: int,
) -> Moves:
    """Every move between two bulletins of a column, in one pass: half of a night's checking."""
    if before.opened is not None and new.opened is not None:
        # `stages`, written out for what nearly all bulletins are.
        known = before.opened, new.opened, before.opened_half + new.opened_half
    else:
        known = stages(before, new, started)
    share = weight(known, boxes)
    room, worst, ratios = before.half + new.half, 0, []
    even = before.halves is None and new.halves is None
    left, rest = 0, FULL
    earlier_of = before.shares
    same = OTHERS not in earlier_of or earlier_of.keys() == new.shares.keys()
    for code, value in new.shares.items():
        earlier = earlier_of.get(code)
        if earlier is None:
            continue
        rest -= earlier
        if code == OTHERS and not same:
            continue
        left += value - earlier
        size = value - earlier if value > earlier else earlier - value
        if not even:
            room = before.half_of(code) + new.half_of(code)
        # `variable`, written out: it is asked a million times in a country's night.
        if _LEAST_SHARE <= earlier <= FULL - _LEAST_SHARE:
            usual = share * earlier * (FULL - earlier) // UNIT
        else:
            usual = share * _LEAST_VARIABLE // UNIT
        if size > room:
            beyond = size - room
            expected = usual * scales.get(code, UNIT) // UNIT
            ratio = beyond * beyond * UNIT // (expected * lively // UNIT or 1)
            if ratio > worst:
                worst = ratio
            size -= room // 2
        else:
            size //= 2
        ratios.append((code, size * size * UNIT // (usual or 1)))
    if len(ratios) < 2:
        return Moves(worst, ratios, None)
    size = abs(left)
    usual = share * variable(rest) // UNIT
    beyond = size - before.room - new.room
    if beyond > 0:
        expected = usual * scales.get(REST, UNIT) // UNIT
        worst = max(worst, beyond * beyond * UNIT // (expected * lively // UNIT or 1))
    return Moves(worst, ratios, size * size * UNIT // (usual or 1) if rest > before.room else None)
