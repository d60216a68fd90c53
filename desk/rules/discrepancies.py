"""Two agencies side by side, contender by contender: the shares, the gap, and who leads by each.

A gap needs a figure on both sides. Nothing here says which agency is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk import turkish
from desk.facts.bulletin import Source
from desk.facts.election import OTHERS, Contest, Election
from desk.facts.leading import lead_gap, leaders_differ
from desk.facts.nouns import called
from desk.facts.standing import Reported, reported_at
from desk.file.session import Session


@dataclass(frozen=True, slots=True)
class Gap:
    """One contender's shares in two agencies, per cent; ``gap`` is their distance in points.

    ``comparable`` is False for a *Diğer* that stands for other contenders in each.
    """

    contender: str
    share_a: Decimal | None
    share_b: Decimal | None
    comparable: bool = True

    @property
    def gap(self) -> Decimal | None:
        """Undefined (None) where either agency has not given a share, or another thing by it."""
        if self.share_a is None or self.share_b is None or not self.comparable:
            return None
        return abs(self.share_a - self.share_b)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One place in one contest, as two agencies tell it."""

    contest: str
    place: str
    a: Reported
    b: Reported
    gaps: tuple[Gap, ...]

    @property
    def is_empty(self) -> bool:
        """Whether neither agency has said anything here yet."""
        return not self.a.topics and not self.b.topics

    @property
    def worst(self) -> Decimal | None:
        """The widest gap of any contender, in points."""
        apart = (gap.gap for gap in self.gaps)
        return max((gap for gap in apart if gap is not None), default=None)

    @property
    def lead_gap(self) -> Decimal | None:
        """How far the two leads are apart, in points; None where a margin is not known."""
        return lead_gap(self.a.lead, self.b.lead)

    @property
    def leaders_differ(self) -> bool:
        """Both agencies name a leader, and not the same one."""
        return leaders_differ(self.a.lead, self.b.lead)

    def gap(self, contender: str) -> Gap:
        """The row of one contender, empty if neither agency gave a share."""
        for gap in self.gaps:
            if gap.contender == contender:
                return gap
        return Gap(contender, None, None)


def pair_of(session: Session, agencies: Iterable[str] = ()) -> tuple[str, str]:
    """The two agencies to compare: those asked for, else the first two of the file."""
    known = [agency.code for agency in session.election.agencies]
    asked = [*dict.fromkeys(agencies)]
    chosen = [*asked, *(code for code in known if code not in asked)]
    if len(chosen) < 2:
        chosen = [*chosen, *chosen]
    return chosen[0], chosen[1]


def asked_pair(session: Session, pair: tuple[str, str]) -> tuple[str, ...]:
    """Two agencies as a post is asked for by them; the file's own two leave it to the house."""
    return () if pair == pair_of(session) else pair


def compare_place(
    session: Session,
    contest: str,
    place: str,
    pair: tuple[str, str],
    at: datetime | None = None,
) -> SideBySide:
    """One place side by side, now or as it was known at a local time."""
    return compare_places(session, contest, (place,), pair, at)[0]


def compare_places(
    session: Session,
    contest: str,
    places: Sequence[str],
    pair: tuple[str, str],
    at: datetime | None = None,
) -> tuple[SideBySide, ...]:
    """Several places side by side, in their order; all that counts now is asked for at once."""
    race = session.election.contest(contest)
    told = reported(session, contest, places, pair, at)
    return tuple(side_by_side(race, a, b) for a, b in told)


def reported(
    session: Session,
    contest: str,
    places: Sequence[str],
    agencies: Sequence[str],
    at: datetime | None = None,
) -> tuple[tuple[Reported, ...], ...]:
    """Each agency's word on each place, in their orders; without topics where it has none."""
    if at is None:
        latest = session.latest(contest, *places) if places else {}
        said = {source: Reported(source, topics) for source, topics in latest.items()}
    else:
        said = {}
        for place in places:
            said |= reported_at(session.bulletins(contest, place), at)
    sources = (tuple(Source(agency, contest, place) for agency in agencies) for place in places)
    return tuple(
        tuple(said.get(one) or Reported(one, {}) for one in of_place) for of_place in sources
    )


def compare_all(session: Session, contest: str, pair: tuple[str, str]) -> tuple[SideBySide, ...]:
    """Every place of a contest side by side, in the election's order."""
    return compare_places(
        session, contest, [place.name for place in session.election.held(contest)], pair
    )


def telling(
    session: Session, contest: str, agencies: Sequence[str], at: datetime | None
) -> tuple[str, ...]:
    """The places, but for sums, two agencies or more give shares of, else every place told of,
    else all."""
    election = session.election
    every = [place.name for place in election.held(contest)]
    told = [
        words
        for words in reported(session, contest, every, agencies, at)
        if any(said.topics for said in words)
    ]
    both = [
        words
        for words in told
        if sum(bool(said.shares) for said in words) > 1
        and election.is_unit(contest, words[0].source.place)
    ]
    names = [words[0].source.place for words in both or told] or every
    return tuple(sorted(names, key=lambda name: turkish.sort_key(called(election, contest, name))))


def places_in_order(election: Election, contest: str) -> list[str]:
    """A contest's places: the outermost whole first, then other sums, then in Turkish order."""
    return sorted(
        (place.name for place in election.held(contest)),
        key=lambda name: (
            election.rank(contest, name),
            turkish.sort_key(called(election, contest, name)),
        ),
    )


def in_order(contest: Contest, codes: Iterable[str]) -> list[str]:
    """Contenders as tables list them: the usual rows first, then the ballot, *Diğer* last."""
    usual = {code: position for position, code in enumerate(contest.shown)}

    def position(code: str) -> tuple[bool, int, int]:
        return code == OTHERS, usual.get(code, len(usual)), contest.rank(code)

    return sorted(set(codes), key=position)


def side_by_side(contest: Contest, a: Reported, b: Reported) -> SideBySide:
    """Two words on one place; the contenders either gives a share, as tables list them."""
    shares_a, shares_b = a.shares, b.shares
    same = shares_a.keys() == shares_b.keys()
    gaps = tuple(
        Gap(code, shares_a.get(code), shares_b.get(code), same or code != OTHERS)
        for code in in_order(contest, [*shares_a, *shares_b])
    )
    return SideBySide(contest.id, a.source.place, a, b, gaps)
