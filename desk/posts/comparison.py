"""The post that sets agencies side by side, and what every kind asks of the file: which places,
which agencies, what each of them says.

What was published, and when, is not its business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import combinations

from desk.facts import settings
from desk.facts.bulletin import Topic
from desk.facts.codes import Code, Refusal
from desk.facts.finding import Finding
from desk.facts.post import Ask
from desk.facts.post import PostKind as Kind
from desk.file.session import Session
from desk.posts.beside import place_block
from desk.posts.composed import Composed, assembled
from desk.posts.kinds.spread import tops
from desk.posts.news import counted_news, place_news
from desk.posts.writer import Words, Writer
from desk.rules.discrepancies import pair_of, places_in_order, reported, telling
from desk.rules.quick_checks import check_filed, leaders_apart
from desk.turkish.style import AGENCY_ORDER, capital, listed

RESULTS = frozenset({Topic.SHARES, Topic.VOTES, Topic.LEAD, Topic.LEADER})
"""What an agency has to have said for a post to be about its figures."""


def comparison(session: Session, ask: Ask) -> Composed:
    """The post that sets agencies side by side for the places asked for, in their order.

    ``ask.at`` tells the evening as it was known then; without it, as it stands. Refuses (E141)
    where no agency has said anything of any place.
    """
    every = [place.name for place in session.election.held(ask.contest)]
    agencies = two_of(session, ask, ask.places or every)
    asked = ask.places or telling(session, ask.contest, agencies, ask.at)
    places = told_places(session, ask, asked, agencies)
    writer = Writer(session, ask.contest)
    time = ask.at or max(newest_of(places))
    return assembled(
        writer,
        Kind.COMPARISON,
        time,
        headline=ask.title or places_news(writer, places, ask.part),
        lead=lead_sentence(writer, agencies_in(places)),
        blocks=[place_block(writer, words, time) for words in places],
        findings=findings_of(places),
    )


def told_places(
    session: Session, ask: Ask, places: Sequence[str], agencies: Sequence[str] = ()
) -> list[Words]:
    """The places any agency has spoken of, with each agency's word. E141 if there is none."""
    chosen_ones = agencies or agencies_of(session, ask, places)
    every = reported(session, ask.contest, places, chosen_ones, ask.at)
    told = [words for words in every if any(said.topics for said in words)]
    if not told:
        raise nothing_for(session, ask.contest, places)
    return told


def agencies_of(session: Session, ask: Ask, places: Sequence[str]) -> tuple[str, ...]:
    """The agencies of a post: those asked for, else all that have given results of its places.

    In the house's order, where it has one; the file's first two where fewer have spoken.
    """
    if ask.agencies:
        return tuple(dict.fromkeys(ask.agencies))
    known = [agency.code for agency in session.election.agencies]
    order = settings.agencies_of(session.settings.get(AGENCY_ORDER, ""))
    ordered = [*(code for code in order if code in known), *(c for c in known if c not in order)]
    every = reported(session, ask.contest, places, ordered, ask.at)
    told = {s.source.agency for words in every for s in words if s.topics.keys() & RESULTS}
    first = [code for code in ordered if code in told]
    for code in ordered:
        if len(first) < 2 and code not in first:
            first.append(code)
    return tuple(sorted(first, key=ordered.index))


def two_of(session: Session, ask: Ask, places: Sequence[str]) -> tuple[str, ...]:
    """The same for a post that sets agencies side by side: one alone stands beside the next."""
    return (
        pair_of(session, ask.agencies)
        if len(ask.agencies) == 1
        else agencies_of(session, ask, places)
    )


def nothing_for(session: Session, contest: str, places: Sequence[str]) -> Refusal:
    """E141 for the places a post was to be about; for none asked for, the whole."""
    named = places or [place.name for place in session.election.overall(contest)]
    return Refusal(Code.E141, places=", ".join(named))


def newest_of(places: Iterable[Words]) -> list[datetime]:
    """When each agency last spoke of each place."""
    return [said.newest for words in places for said in words if said.newest]


def chosen(session: Session, ask: Ask) -> tuple[str, ...]:
    """The places asked for; without any the whole if it is told of, else every place that is."""
    if ask.places:
        return ask.places
    election = session.election
    named = {source.place for source in session.latest(ask.contest, at=ask.at)}
    wholes = [place.name for place in election.overall(ask.contest) if place.name in named]
    return tuple(
        wholes or [name for name in places_in_order(election, ask.contest) if name in named]
    )


def agencies_in(places: Iterable[Words]) -> tuple[str, ...]:
    """The agencies of some words, in their order."""
    return tuple(dict.fromkeys(said.source.agency for words in places for said in words))


def spoken(places: Sequence[Words]) -> list[Words]:
    """The same without agencies that have said nothing of any of the places."""
    silent = set(agencies_in(places)) - {s.source.agency for w in places for s in w if s.topics}
    return [tuple(said for said in words if said.source.agency not in silent) for words in places]


def places_news(writer: Writer, places: Sequence[Words], part: str = "") -> str:
    """The headline over some places: of the whole if it is among them, else of its parts."""
    first = tops(writer, [words[0].source.place for words in places])
    for words in places:
        if [words[0].source.place] == first and (news := place_news(writer, words)):
            return capital(news)
    news = place_news(writer, places[0]) if len(places) == 1 else counted_news(writer, places, part)
    if news:
        return capital(news)
    names = [words[0].source.place for words in places]
    where = writer.at_place(names[0]) if len(names) == 1 else writer.noun_of_parts(names).in_many
    return f"{capital(where)} son durum"


def findings_of(places: Iterable[Words]) -> tuple[Finding, ...]:
    """What is impossible in the figures of some places, and whether their leaders differ."""
    return tuple(finding for words in places for finding in _findings(words))


def lead_sentence(writer: Writer, agencies: Sequence[str]) -> str:
    """The sentence that says whose figures follow, in the agencies' order."""
    named = dict.fromkeys(agencies)
    whose = writer.style.suffixed(agencies[-1], "gen").removeprefix(agencies[-1])
    return f"{capital(writer.race.title)} için {listed(named)}{whose} son verileri:"


def _findings(words: Words) -> list[Finding]:
    said = [bulletin for one in words for bulletin in one.topics.values()]
    found = [finding for one in {b.id: b for b in said}.values() for finding in check_filed(one)]
    for one, other in combinations(words, 2):
        found += leaders_apart(one, other)
    return found
