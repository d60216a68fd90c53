"""The board: each place as two agencies tell it, with what may explain their gaps, and a verdict.

Points and shares are exact until they are told, then rounded once to two decimals. The verdict is
a code and values; its sentence stands in the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desk.facts.bulletin import Source
from desk.facts.figures import FULL, plain, rounded
from desk.facts.leading import lead_gap, leaders_differ
from desk.facts.settings import HOURS_APART
from desk.rules.between import possible, stage_of
from desk.rules.columns import AgencyColumn, Night
from desk.rules.entries import Entry, comparable, room_between
from desk.rules.leads import EntryLead, differ_since, lead_of
from desk.rules.stage import Needed, gap_at_equal_stage, needed, newest_shares

TURNOUT = Fraction(4, 5)
"""Turnout where last time's is not known."""

Equal = tuple[Fraction, Fraction]
"""A gap at equal opened share in points, and that opened share in per cent."""


class VerdictCode(StrEnum):
    """What the gap of a place is: the word that scripts read."""

    SAME = "same"
    STAGE = "stage"
    REAL = "real"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a place's gap comes from. ``values`` are texts: who, gap, equal, opened, threshold,
    minutes (how far the two words are apart), why (of `unknown`); each as far as it is known.
    ``lacking`` are the agencies that did not say what `unknown` would need to be known."""

    code: VerdictCode
    values: dict[str, str]
    lacking: tuple[str, ...] = ()


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
    """A place as two agencies tell it. ``lead_gap`` is how far their leads are apart, in points;
    ``votes`` are roughly at stake where the leaders differ."""

    contest: str
    place: str
    agencies: tuple[str, str]
    discrepancies: tuple[Discrepancy, ...]
    leads: tuple[EntryLead | None, EntryLead | None]
    lead_gap: Decimal | None
    since: datetime | None
    votes: int | None
    verdict: Verdict

    @property
    def leaders(self) -> tuple[str, str]:
        """Who leads by each; empty where nobody can be said to."""
        one, other = self.leads
        return (one and one.leader) or "", (other and other.leader) or ""

    @property
    def differ(self) -> bool:
        """Whether the agencies name different leaders."""
        return leaders_differ(*self.leads)

    @property
    def told(self) -> bool:
        """Whether both have said what can be set side by side."""
        return bool(self.discrepancies) or None not in self.leads

    @property
    def widest(self) -> Discrepancy | None:
        """The widest gap now."""
        return max(self.discrepancies, key=lambda one: one.gap, default=None)

    @property
    def rank(self) -> tuple[bool, bool, Decimal, Decimal, Decimal]:
        """Where it matters most comes first when sorted falling: the impossible, then different
        leaders, then what is left at equal opened share, then the gap now, then the leads."""
        impossible = any(one.possible is False for one in self.discrepancies)
        equal = max((one.equal for one in self.discrepancies if one.equal), default=Decimal(0))
        gap = self.widest.gap if self.widest else Decimal(0)
        return impossible, self.differ, equal, gap, self.lead_gap or Decimal(0)


def place_board(night: Night, place: str, pair: tuple[str, str]) -> PlaceBoard:
    """One place; without discrepancies where an agency has given no shares."""
    a, b = (
        night.columns.get((agency, place))
        or AgencyColumn(Source(agency, night.contest, place), 1, None, None, False)
        for agency in pair
    )
    words = (lead_of(a), lead_of(b))
    points = lead_gap(*words)
    now_a, now_b = newest_shares(a), newest_shares(b)
    found: dict[str, tuple[Discrepancy, Equal | None]] = {}
    if now_a is not None and now_b is not None:
        for code in comparable(now_a, now_b):
            found[code] = _discrepancy(night, code, a, b, now_a, now_b)
    differ = leaders_differ(*words)
    return PlaceBoard(
        night.contest,
        place,
        pair,
        tuple(one for one, _ in found.values()),
        words,
        None if points is None else _points(points),
        differ_since(a, b) if differ else None,
        _votes_at_stake(night, place, *words) if differ else None,
        _verdict(night, pair, (now_a, now_b), found, words, points),
    )


def _discrepancy(
    night: Night, code: str, a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry
) -> tuple[Discrepancy, Equal | None]:
    """One contender's gap, and its gap at equal opened share before it is rounded."""
    equal = gap_at_equal_stage(a, b, now_a, now_b, code)
    can_be = possible(now_a, now_b, code, night.limits)
    told = Discrepancy(
        code,
        _points(abs(now_a.shares[code] - now_b.shares[code])),
        None if equal is None else rounded(equal[0]),
        None if equal is None else rounded(equal[1]),
        can_be,
        needed(code, a, b, now_a, now_b) if can_be else (),
    )
    return told, equal


def _verdict(
    night: Night,
    pair: tuple[str, str],
    now: tuple[Entry | None, Entry | None],
    found: dict[str, tuple[Discrepancy, Equal | None]],
    words: tuple[EntryLead | None, EntryLead | None],
    points: int | None,
) -> Verdict:
    now_a, now_b = now
    if now_a is None or now_b is None or not found:
        return _by_leads(night, pair, now, words, points)
    threshold = night.limits.milli(f"check.d401.{stage_of(now_a, now_b)}")
    gaps = {code: abs(now_a.shares[code] - now_b.shares[code]) for code in found}
    who = max(gaps, key=lambda code: gaps[code])
    apart = abs(now_a.minute - now_b.minute)
    values = {
        "who": who,
        "gap": plain(_points(gaps[who])),
        "threshold": plain(_points(threshold)),
        "minutes": str(apart),
    }
    if wrong := [code for code, (one, _) in found.items() if one.possible is False]:
        who = max(wrong, key=lambda code: gaps[code])
        values |= {"who": who, "gap": plain(_points(gaps[who]))}
        return Verdict(VerdictCode.IMPOSSIBLE, values | _at(found[who][0]))
    wide = [
        code for code, gap in gaps.items() if gap > max(threshold, room_between(now_a, now_b, code))
    ]
    if not wide:
        return Verdict(VerdictCode.SAME, values | _at(found[who][0]))
    equal = {code: found[code][1] for code in wide}
    left = {code: one[0] for code, one in equal.items() if one is not None}
    if len(left) == len(wide):
        last = max(left, key=lambda code: left[code])
        real = left[last] * 1000 > threshold
        if real:
            who = last
            values |= {"who": who, "gap": plain(_points(gaps[who]))}
        code = VerdictCode.REAL if real else VerdictCode.STAGE
        return Verdict(code, values | _at(found[who][0]))
    why = "no_series"
    if now_a.part is None or now_b.part is None:
        late = apart * 1000 > night.limits.milli(HOURS_APART)
        why = "hours" if late else "no_opened"
    lacking = tuple(
        agency for agency, one in zip(pair, (now_a, now_b), strict=True) if one.part is None
    )
    return Verdict(VerdictCode.UNKNOWN, values | {"why": why}, lacking)


def _by_leads(
    night: Night,
    pair: tuple[str, str],
    now: tuple[Entry | None, Entry | None],
    words: tuple[EntryLead | None, EntryLead | None],
    points: int | None,
) -> Verdict:
    """Where the shares say nothing of both: what the leads say, if both agencies have spoken."""
    told = [*zip(pair, now, words, strict=True)]
    silent = tuple(agency for agency, shares, word in told if shares is None and word is None)
    if silent:
        return Verdict(VerdictCode.UNKNOWN, {"why": "one_agency"}, silent)
    lacking = tuple(agency for agency, shares, _ in told if shares is None)
    if points is None:
        return Verdict(VerdictCode.UNKNOWN, {"why": "no_shares"}, lacking)
    threshold = 2 * night.limits.milli("check.d401.unknown")
    values = {"gap": plain(_points(points)), "threshold": plain(_points(threshold))}
    if points <= threshold:
        return Verdict(VerdictCode.SAME, values)
    return Verdict(VerdictCode.UNKNOWN, values | {"why": "no_shares"}, lacking)


def _at(told: Discrepancy) -> dict[str, str]:
    """What is left of a gap at equal opened share, as far as it is known."""
    if told.equal is None or told.stage is None:
        return {}
    return {"equal": plain(told.equal), "opened": plain(told.stage)}


def _votes_at_stake(
    night: Night, place: str, a: EntryLead | None, b: EntryLead | None
) -> int | None:
    """The two leads added up, in votes: what one of the agencies would have to have wrong."""
    registered = night.election.registered(night.contest, place)
    if registered is None or a is None or b is None or a.points is None or b.points is None:
        return None
    then = night.baseline.places.get(place)
    turnout = then.voted / 100 if then is not None and then.voted is not None else TURNOUT
    return int(registered * turnout * (a.points + b.points) / FULL)


def _points(thousandths: int) -> Decimal:
    return rounded(Fraction(thousandths, 1000))
