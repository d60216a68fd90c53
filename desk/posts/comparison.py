"""A liveblog post from what the agencies say: computed, in Turkish, every number citing its figure.

This room sets two agencies side by side; the other kinds have rooms of their own, and what was
published, and when, is not its business.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desk import turkish
from desk.facts.bulletin import Topic
from desk.facts.codes import Code, Refusal
from desk.facts.election import Election, PlaceKind
from desk.facts.finding import Finding
from desk.facts.post import Ask, Block, Post
from desk.facts.post import PostKind as Kind
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.posts.composed import Composed, assembled
from desk.posts.writer import Writer
from desk.rules.discrepancies import SideBySide, compare_places
from desk.rules.quick_checks import check_filed, check_place
from desk.turkish.style import capital, listed

_FEW = 9
"""More districts than this are no selection of the critical ones."""


def comparison(
    session: Session,
    contest: str,
    places: Sequence[str],
    pair: tuple[str, str],
    at: datetime | None = None,
    title: str = "",
) -> Post:
    """The post that sets two agencies side by side for the places chosen, in their order.

    ``at`` tells the evening as it was known then; without it, as it stands. ``title`` is the
    editor's own headline. Refuses (E141) when neither agency has said anything of any place.
    """
    return drafted(session, contest, places, pair, at, title).post()


def drafted(
    session: Session,
    contest: str,
    places: Sequence[str],
    pair: tuple[str, str],
    at: datetime | None = None,
    title: str = "",
) -> Composed:
    """The comparison with its numbers still tied. E141 as above."""
    sides = reported_sides(session, contest, places, pair, at)
    writer = Writer(session, contest)
    return assembled(
        writer,
        Kind.COMPARISON,
        at or max(newest_of(sides)),
        headline=title or places_headline(writer, sides),
        lead=lead_sentence(writer, pair),
        blocks=[writer.comparison_block(side) for side in sides],
        findings=findings_of(sides),
    )


def reported_sides(
    session: Session,
    contest: str,
    places: Sequence[str],
    pair: tuple[str, str],
    at: datetime | None = None,
) -> list[SideBySide]:
    """The places either agency has spoken of, side by side. E141 if there is none."""
    every = compare_places(session, contest, places, pair, at)
    sides = [side for side in every if not side.is_empty]
    if not sides:
        raise nothing_for(session, places)
    return sides


def nothing_for(session: Session, places: Sequence[str]) -> Refusal:
    """E141 for the places a post was to be about; for none asked for, the province."""
    named = places or [place.name for place in session.election.provinces]
    return Refusal(Code.E141, places=", ".join(named))


def newest_of(sides: Sequence[SideBySide]) -> list[datetime]:
    """When each agency last spoke of each place."""
    return [said.newest for side in sides for said in (side.a, side.b) if said.newest]


def chosen(session: Session, ask: Ask) -> tuple[str, ...]:
    """The places asked for; without any the province if it is told of, else every place that is."""
    if ask.places:
        return ask.places
    election = session.election
    named = {source.place for source in session.latest(ask.contest, at=ask.at)}
    provinces = [place.name for place in election.provinces if place.name in named]
    return tuple(provinces or sorted(named, key=turkish.sort_key))


def words(
    session: Session, ask: Ask, places: Sequence[str], agencies: Sequence[str]
) -> list[Reported]:
    """What each of some agencies says of each place."""
    by_agency = [
        compare_places(session, ask.contest, places, (agency, agency), ask.at)
        for agency in dict.fromkeys(agencies)
    ]
    return [side.a for of_place in zip(*by_agency, strict=True) for side in of_place]


def place_blocks(writer: Writer, words: Sequence[Reported]) -> list[Block]:
    """A block for each place with a line for each agency that has a word on it."""
    by_place: dict[str, list[str]] = {}
    for one in words:
        by_place.setdefault(one.source.place, []).append(writer.agency_line(one))
    return [Block(writer.style.heading(place), tuple(lines)) for place, lines in by_place.items()]


def places_headline(writer: Writer, sides: Sequence[SideBySide]) -> str:
    """The headline that says where, and no more."""
    places = [side.place for side in sides]
    kinds = {writer.election.place(place).kind for place in places}
    if len(places) == 1:
        return f"{writer.at_place(places[0])} son durum"
    if kinds == {PlaceKind.DISTRICT}:
        return f"{'Kritik ilçelerde' if len(places) <= _FEW else 'İlçelerde'} son durum"
    return "İl genelinde ve ilçelerde son durum"


def findings_of(sides: Sequence[SideBySide]) -> tuple[Finding, ...]:
    """What is impossible in the figures of some places, and whether their leaders differ."""
    return tuple(finding for side in sides for finding in _findings(side))


def contest_title(election: Election, contest: str) -> str:
    """The contest's title at the beginning of a sentence."""
    return capital(election.contest(contest).title)


def lead_sentence(writer: Writer, agencies: Sequence[str]) -> str:
    """The sentence that says whose figures follow, in the agencies' order."""
    named = dict.fromkeys(agencies)
    whose = writer.style.suffixed(agencies[-1], "gen").removeprefix(agencies[-1])
    title = contest_title(writer.election, writer.race.id)
    return f"{title} için {listed(named)}{whose} son verileri:"


def _findings(side: SideBySide) -> list[Finding]:
    found = check_place(side)
    judged = {
        said.topics[Topic.SHARES].id for said in (side.a, side.b) if Topic.SHARES in said.topics
    }
    for said in (side.a, side.b):
        for bulletin in {b.id: b for b in said.topics.values()}.values():
            if bulletin.id not in judged:
                found += check_filed(bulletin)
    return found
