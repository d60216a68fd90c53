"""Posts about the count as it stands: an agency's first figures, the lead, a contest's standing.

What has moved since, and who differs, is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desk.facts.bulletin import Bulletin, Topic
from desk.facts.post import Ask, Block, PostKind
from desk.facts.standing import Reported
from desk.file.rows import first_results
from desk.file.session import Session
from desk.posts.beside import lead_by, leads_told, place_block
from desk.posts.claims import far_apart, hours_of, minutes_apart
from desk.posts.comparison import (
    agencies_in,
    chosen,
    findings_of,
    lead_sentence,
    newest_of,
    nothing_for,
    places_news,
    spoken,
    told_places,
)
from desk.posts.composed import Composed, assembled
from desk.posts.kinds import hands, parliament, president
from desk.posts.kinds.spread import grouped, tops
from desk.posts.news import (
    Answer,
    answers_of,
    by_these,
    count,
    districts_news,
    first_news,
    lead_news,
    leads_of,
)
from desk.posts.tables import HOURS_DIFFER
from desk.posts.writer import Words, Writer
from desk.turkish.style import FEW, capital, listed


def first(session: Session, ask: Ask) -> Composed:
    """The first figures of an agency in a contest: of the one asked for, or that came in last."""
    writer = Writer(session, ask.contest)
    found = _first_bulletins(session, ask)
    if not found:
        raise nothing_for(session, ask.contest, ask.places)
    begun = {agency: min(b.as_of for b in bulletins) for agency, bulletins in found.items()}
    agency = next((code for code in ask.agencies if code in found), "")
    agency = agency or max(begun, key=lambda code: begun[code])
    first_bulletins = [b for b in found[agency] if ask.places or b.as_of == begun[agency]]
    said = [_first_word(session, bulletin) for bulletin in first_bulletins]
    time = ask.at or max(b.as_of for b in first_bulletins)
    source = writer.style.suffixed(agency, "abl")
    what = "ilk sonuç" if len(said) == 1 else "ilk sonuçlar"
    return assembled(
        writer,
        PostKind.FIRST,
        time,
        headline=ask.title or first_news(writer, agency, said),
        lead=f"{capital(writer.race.title)} için {source} gelen {what}:",
        blocks=[place_block(writer, (one,), time) for one in said],
        findings=findings_of([(one,) for one in said]),
    )


def lead(session: Session, ask: Ask) -> Composed:
    """Who leads by how much, by each agency that says so: fark AA'ya göre 7 puandan fazla."""
    writer = Writer(session, ask.contest)
    every = told_places(session, ask, chosen(session, ask))
    leading = [tuple(said for said in words if said.lead is not None) for words in every]
    places = [words for words in leading if words]
    if not places:
        raise nothing_for(session, ask.contest, [words[0].source.place for words in every])
    leads = [said.lead for words in places for said in words if said.lead is not None]
    time = ask.at or max(one.bulletin.as_of for one in leads)
    only = places[0] if len(places) == 1 else ()
    news = lead_news(writer, only) if only else places_news(writer, places, ask.part)
    told = agencies_in(places)
    agencies = [code for code in agencies_in(every) if code in told]
    return assembled(
        writer,
        PostKind.LEAD,
        time,
        headline=ask.title or capital(news),
        lead=lead_words(writer, only) if only else lead_sentence(writer, agencies),
        blocks=results(writer, only) if only else [place_block(writer, w, time) for w in places],
        findings=findings_of(places),
    )


def lead_words(writer: Writer, words: Words) -> str:
    """The sentence that says of one place who leads by how much, each lead with its hour."""
    leads = [one.lead for one in words if one.lead is not None]
    said = leads_told(writer, words, clocks=True) or ", ".join(
        lead_by(writer, lead, clocks=True) for lead in leads
    )
    where = writer.at_place(words[0].source.place)
    return f"{capital(writer.in_race())} {where} {said}."


def standing(session: Session, ask: Ask) -> Composed:
    """A contest's standing: a whole's results, then who leads in which of its places."""
    writer = Writer(session, ask.contest)
    places = spoken(told_places(session, ask, ask.places))
    time = ask.at or max(newest_of(places))
    found = grouped(writer, places)
    some = found.first
    # A country's winner is no sum of places: its own figures are the news.
    whole = writer.race.kind.is_national and tops(writer, [w[0].source.place for w in found.alone])
    news = districts_news(writer, some, ask.part) if len(some) > 1 and not whole else ""
    return assembled(
        writer,
        PostKind.STANDING,
        time,
        headline=ask.title or capital(news) or places_news(writer, places, ask.part),
        lead=lead_sentence(writer, agencies_in(places)),
        blocks=standing_blocks(writer, places, time),
        findings=findings_of(places),
    )


def standing_blocks(writer: Writer, places: Sequence[Words], now: datetime) -> list[Block]:
    """A few wholes with all that is said of them, then who leads in which places."""
    found = grouped(writer, places)
    blocks = [place_block(writer, words, now) for words in found.alone]
    for some in found.counted:
        if lines := district_lines(writer, some):
            noun = writer.noun(words[0].source.place for words in some)
            blocks.append(Block(writer.style.heading(capital(noun.many)), tuple(lines)))
    return blocks


def district_lines(writer: Writer, districts: Sequence[Words]) -> list[str]:
    """Who leads in which districts: first where the agencies agree, then where they part; then
    whose hours are far apart."""
    answers = answers_of(writer, districts)
    lines = [_answered(writer, one, answers) for one in answers]
    grown = map(capital, hands.more_seats(writer, districts))
    return [*lines, *_hands(writer, answers), *grown, *_far_apart(writer, districts)]


def _hands(writer: Writer, answers: Sequence[Answer]) -> list[str]:
    """İki ajansa göre … ilk sıranın değiştiği belediyeler: AKP'den CHP'ye Biga."""
    agencies = next((one.agencies for one in answers if one.leader or not one.agreed), ())
    told = [one for one in answers if one.agencies == agencies and one.agreed and one.leader]
    leaders = {place: one.leader for one in told for place in one.places}
    changed = hands.changed_hands(writer, leaders)
    if not changed:
        return []
    style = writer.style
    groups = (
        f"{style.suffixed(was, 'abl')} {writer.suffixed(writer.label, now, 'dat')} "
        f"{listed(map(writer.place_name, places))}"
        for (was, now), places in changed.items()
    )
    behind = [
        figure
        for one in told
        for figure in one.figures
        if any(figure.slot.source.place in places for places in changed.values())
    ]
    noun = writer.noun([place for places in changed.values() for place in places]).many
    by = capital(by_these(writer, agencies, answers))
    return [f"{by} {hands.SINCE} {noun}: {'; '.join(groups)}.{writer.ties.rest(behind)}"]


def _answered(writer: Writer, answer: Answer, answers: Sequence[Answer]) -> str:
    """İki ajansa göre Kurum 4 ilçede önde: Arnavutköy, Bağcılar, Esenler ve Sultanbeyli."""
    by = by_these(writer, answer.agencies, answers)
    rest = writer.ties.rest(answer.figures)
    if not answer.agreed:
        return f"{capital(_parted(writer, answer))}.{rest}"
    who = f"{writer.who(answer.leader)}" if answer.leader else "ilk iki sıra"
    ends = "önde" if answer.leader else "eşit"
    if len(answer.places) == 1:
        return f"{capital(by)} {who} {writer.at_place(answer.places[0])} {ends}.{rest}"
    alike = [one for one in answers if one.agencies == answer.agencies]
    number = count(writer, answer, [figure for one in alike for figure in one.figures])
    said = f"{capital(by)} {who} {number} {writer.noun(answer.places).in_one} {ends}"
    if len(answer.places) > FEW:
        return f"{said}."
    return f"{said}: {listed(map(writer.place_name, answer.places))}.{rest}"


def _parted(writer: Writer, answer: Answer) -> str:
    """Fatih ve Ümraniye'de AA Kurum, ANKA İmamoğlu diyor."""
    where = writer.at_places(answer.places)
    told = [*zip(answer.agencies, answer.leaders, strict=True)]
    if all(answer.leaders):
        said = ", ".join(f"{agency} {writer.who(leader)}" for agency, leader in told)
        return f"{where} {said} diyor"
    said = ", ".join(
        f"{writer.by(agency)} " + (f"{writer.who(leader)} önde" if leader else "ilk iki sıra eşit")
        for agency, leader in told
    )
    return f"{where} {said}"


def _far_apart(writer: Writer, districts: Sequence[Words]) -> list[str]:
    """A line with the hours of each district whose agencies speak of far different ones."""
    room, mark = minutes_apart(writer.session), writer.style.spelling.time_mark
    told = []
    for words in districts:
        behind = [one for said in leads_of(words).values() for one in writer.behind(said)]
        for place, times in far_apart(behind, room).items():
            told.append(
                f"{writer.place_name(place)} ({hours_of(times, mark)}){writer.ties.rest(behind)}"
            )
    return [f"{HOURS_DIFFER}: {listed(told)}."] if told else []


def results(writer: Writer, words: Words) -> list[Block]:
    """What the leads of one place follow from: a line for each agency that gave results."""
    told = [said for said in words if said.topics.keys() & {Topic.SHARES, Topic.VOTES}]
    named: set[str] = set()
    lines = [writer.agency_line(said, lead=False, named=named) for said in told]
    lines += [*president.half_lines(writer, words), *parliament.beside(writer, words)]
    return [Block(writer.heading(words[0].source.place), tuple(lines))] if lines else []


def _first_bulletins(session: Session, ask: Ask) -> dict[str, list[Bulletin]]:
    """Each agency's first bulletin with results in each place, standing and told by then."""
    by_place: dict[str, list[Bulletin]] = {}
    for bulletin in session.look_up(lambda db: first_results(db, ask.contest)):
        if ask.at is None or bulletin.as_of <= ask.at:
            by_place.setdefault(bulletin.source.place, []).append(bulletin)
    found: dict[str, list[Bulletin]] = {}
    for place in ask.places or [place.name for place in session.election.held(ask.contest)]:
        for bulletin in by_place.get(place, ()):
            agency = bulletin.source.agency
            if not ask.agencies or agency in ask.agencies:
                found.setdefault(agency, []).append(bulletin)
    return found


def _first_word(session: Session, bulletin: Bulletin) -> Reported:
    """What an agency had said of a place when it gave its first results."""
    source, at = bulletin.source, bulletin.as_of
    return Reported(source, session.latest(source.contest, source.place, at=at)[source])
