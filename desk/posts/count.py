"""Posts about the count as it stands: an agency's first figures, the lead, a contest's standing.

Headlines follow from the figures under them; what has moved since, and who differs, is told
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk import turkish
from desk.facts.bulletin import Bulletin, Item, Topic
from desk.facts.election import PlaceKind
from desk.facts.post import Ask, Block, PostKind
from desk.facts.standing import Lead, Reported
from desk.file.rows import first_results
from desk.file.session import Session
from desk.posts.claims import far_apart, hours_of, minutes_apart
from desk.posts.comparison import (
    chosen,
    findings_of,
    lead_sentence,
    newest_of,
    nothing_for,
    place_blocks,
    reported_sides,
    words,
)
from desk.posts.composed import Composed, assembled
from desk.posts.ties import untied
from desk.posts.writer import Writer, lead_figures
from desk.rules.discrepancies import SideBySide, pair_of
from desk.turkish.style import capital, listed


def first(session: Session, ask: Ask) -> Composed:
    """The first figures of an agency in a contest: of the one asked for, or that came in last."""
    writer = Writer(session, ask.contest)
    found = _first_bulletins(session, ask)
    if not found:
        raise nothing_for(session, ask.places)
    begun = {agency: min(b.as_of for b in bulletins) for agency, bulletins in found.items()}
    agency = next((code for code in ask.agencies if code in found), "")
    agency = agency or max(begun, key=lambda code: begun[code])
    first_bulletins = [b for b in found[agency] if ask.places or b.as_of == begun[agency]]
    said = [_first_word(session, bulletin) for bulletin in first_bulletins]
    opened = ""
    if len(first_bulletins) == 1 and (opened := writer.opened(first_bulletins[0])):
        opened = f"{writer.at_place(first_bulletins[0].source.place)} {opened}"
    title = writer.race.title
    clock, source = writer.style.clock(begun[agency]), writer.style.suffixed(agency, "abl")
    return assembled(
        writer,
        PostKind.FIRST,
        ask.at or max(b.as_of for b in first_bulletins),
        headline=ask.title or _first_headline(writer, agency, said),
        lead=f"Saat {clock} itibarıyla {source} {title} için gelen ilk verilere göre {opened}."
        if opened
        else f"{source} {title} için ilk veriler saat {writer.style.suffixed(clock, 'loc')} geldi.",
        blocks=place_blocks(writer, said),
        findings=findings_of([_alone(one) for one in said]),
    )


def lead(session: Session, ask: Ask) -> Composed:
    """Who leads by how much, by each agency that says so: ``Fark 7 puandan fazla``."""
    writer = Writer(session, ask.contest)
    agencies = ask.agencies or pair_of(session)
    places = chosen(session, ask)
    reported = [one for one in words(session, ask, places, agencies) if one.lead is not None]
    if not reported:
        raise nothing_for(session, places)
    leads = {one.source: one.lead for one in reported if one.lead}
    place = reported[0].source.place
    of_first = {s.agency: led for s, led in leads.items() if s.place == place}
    if len({one.source.place for one in reported}) > 1:
        sentence = lead_sentence(writer, tuple(dict.fromkeys(s.agency for s in leads)))
        with_results = reported
    else:
        sentence = f"{_ahead(writer, reported)}{_between(writer, reported)}"
        with_results = [one for one in reported if one.topics.keys() & {Topic.SHARES, Topic.VOTES}]
    return assembled(
        writer,
        PostKind.LEAD,
        ask.at or max(led.bulletin.as_of for led in leads.values()),
        headline=ask.title or lead_headline(writer, place, of_first),
        lead=sentence,
        blocks=place_blocks(writer, with_results),
        findings=findings_of([_alone(one) for one in reported]),
    )


def standing(session: Session, ask: Ask) -> Composed:
    """A contest's standing: the province's ranking, then who leads in which districts."""
    writer = Writer(session, ask.contest)
    places = ask.places or tuple(place.name for place in session.election.places)
    agencies = ask.agencies or pair_of(session)
    pair = (agencies[0], agencies[-1])
    sides = reported_sides(session, ask.contest, places, pair, ask.at)
    spoken = [
        code for code in dict.fromkeys(pair) if any(_side(side, code).topics for side in sides)
    ]
    provinces = [s for s in sides if _kind(writer, s.place) is PlaceKind.PROVINCE]
    districts = [s for s in sides if _kind(writer, s.place) is PlaceKind.DISTRICT]
    blocks = [
        Block(
            writer.style.heading(side.place),
            tuple(writer.agency_line(_side(side, code)) for code in spoken),
        )
        for side in provinces
    ]
    lines = [*_led(writer, spoken, districts), *_apart(writer, districts)]
    if lines:
        blocks.append(Block(writer.style.heading("İlçeler"), tuple(lines)))
    return assembled(
        writer,
        PostKind.STANDING,
        ask.at or max(newest_of(sides)),
        headline=ask.title or _standing_headline(writer, provinces),
        lead=lead_sentence(writer, spoken),
        blocks=blocks,
        findings=findings_of(sides),
    )


def _apart(writer: Writer, sides: Sequence[SideBySide]) -> list[str]:
    """A line with both hours of each district whose two agencies speak of far different ones."""
    room, mark = minutes_apart(writer.session), writer.style.spelling.time_mark
    told = []
    for side in sides:
        behind = [one for said in (side.a, side.b) if said.lead for one in writer.behind(said.lead)]
        for place, times in far_apart(behind, room).items():
            told.append(f"{place} ({hours_of(times, mark)}){writer.ties.rest(behind)}")
    return [f"Verilerin saati farklı: {listed(told)}."] if told else []


def lead_headline(writer: Writer, place: str, leads: dict[str, Lead]) -> str:
    """The headline the leads of a place bear out: the whole points below the lead, never above."""
    where = _in_district(writer, place)
    if len({led.leader for led in leads.values()}) > 1:
        return f"{where}{leaders_apart(writer, leads)}"
    said = {code: _roughly(writer, led) for code, led in leads.items()}
    plain = {untied(text) for text in said.values()}
    if not any(plain):
        only = next(iter(leads.values()))
        said_of = f"{writer.name(only.leader)} önde" if only.leader else "ilk iki sıra eşit"
        return capital(where + said_of) + "".join(writer.rest(led) for led in leads.values())
    if len(plain) == 1:
        behind = [figure for text in said.values() for figure in writer.figures_in(text)]
        return capital(f"{where}fark {writer.tied(plain.pop(), *behind)}")
    parts = [
        f"{writer.style.suffixed(code, 'dat')} göre {text}" for code, text in said.items() if text
    ]
    return where + "; ".join([parts[0].replace(" göre ", " göre fark ", 1), *parts[1:]])


def leaders_apart(writer: Writer, leads: dict[str, Lead]) -> str:
    """Who leads by each agency: AA'ya göre Kurum, ANKA'ya göre İmamoğlu önde."""
    named = ", ".join(
        f"{writer.style.suffixed(code, 'dat')} göre {writer.name(led.leader)}{writer.rest(led)}"
        for code, led in leads.items()
        if led.leader
    )
    return f"{named} önde"


def leading_news(writer: Writer, side: SideBySide, agencies: Sequence[str]) -> str:
    """Who leads in a place, as the news: İmamoğlu iki ajansta da önde. Empty where nobody is said
    to."""
    words = [said for said in (side.a, side.b) if said.source.agency in agencies]
    leads = {said.source.agency: said.lead for said in words if said.lead and said.lead.leader}
    if not leads:
        return ""
    where = _in_district(writer, side.place)
    if len({lead.leader for lead in leads.values()}) > 1 or len(leads) == 1:
        return f"{where}{leaders_apart(writer, leads)}"
    who = writer.name(next(iter(leads.values())).leader or "")
    return f"{where}{who} iki ajansta da önde{''.join(map(writer.rest, leads.values()))}"


def all_opened_news(writer: Writer, side: SideBySide, agencies: Sequence[str]) -> str:
    """Who leads by how much, by the first agency that has all boxes opened: AA'ya göre sandıkların
    tamamı açıldı: İmamoğlu 11,62 puan önde. Empty where none has."""
    for said in (side.a, side.b):
        lead = said.lead if said.source.agency in agencies else None
        if lead is None or lead.leader is None or not lead.points or lead.stated:
            continue
        # The lead's own bulletin, and the agency's newest word on its boxes.
        told = (lead.bulletin, said.topics.get(Topic.OPENED, lead.bulletin))
        if all(writer.counted(bulletin).all for bulletin in told):
            by = writer.style.suffixed(said.source.agency, "dat")
            where = _in_district(writer, side.place)
            who = f"{writer.name(lead.leader)}{writer.rest(lead)}"
            return f"{by} göre {where}sandıkların tamamı açıldı: {who} {writer.margin(lead)} önde"
    return ""


def _roughly(writer: Writer, led: Lead) -> str:
    """7 puandan fazla for 7,74; 7 puan for 7; 0,52 puan below one; votes where only they are."""
    if led.points is None:
        behind = lead_figures(led, Item.LEAD_VOTES) if led.votes else []
        return f"{writer.tied(turkish.votes_dots(led.votes), *behind)} oy" if led.votes else ""
    behind = lead_figures(led, Item.LEAD_POINTS)
    whole = int(led.points)
    if whole and led.points > whole:
        return writer.tied(writer.style.bound(whole), *behind)
    return writer.tied(writer.style.points(led.points), *behind) if led.points else ""


def _ahead(writer: Writer, words: Sequence[Reported]) -> str:
    """A sentence for each agency on one place; what the one before has said is not said again."""
    sentences, last_time = [], None
    for said in words:
        led = said.lead
        if led is None:
            continue
        opened = writer.opened(led.bulletin)
        margin = writer.margin(led)
        if led.leader is not None:
            who = f"{writer.name(led.leader)}{writer.rest(led)}"
            ahead = f"{who} {margin} önde" if margin else f"{who} önde"
        else:
            ahead = f"fark {margin}" if led.stated and margin else "ilk iki sıra eşit"
        after = f"{opened}; {ahead}" if opened else ahead
        where = "" if last_time else f"{writer.at_place(said.source.place)} "
        clock = writer.style.clock(led.bulletin.as_of)
        since = "" if last_time == led.bulletin.as_of else f"Saat {clock} itibarıyla "
        by = f"{said.source.agency} verilerine göre"
        sentences.append(f"{since}{by} {where}{after}.{writer.rest(led)}")
        last_time = led.bulletin.as_of
    return " ".join(sentences)


def _between(writer: Writer, words: Sequence[Reported]) -> str:
    """How far the leads of two agencies on one place are apart, as a sentence."""
    if len(words) != 2:
        return ""
    one, other = words
    between = writer.between(SideBySide(one.source.contest, one.source.place, one, other, ()))
    return f" Arada {between} var." if between else ""


def _first_headline(writer: Writer, agency: str, words: Sequence[Reported]) -> str:
    come = f"{writer.style.suffixed(agency, 'abl')} gelen ilk veriler"
    only = words[0]
    if len(words) > 1 or only.lead is None or only.lead.leader is None:
        return come
    where = _in_district(writer, only.source.place)
    return f"{come}e göre {where}{writer.name(only.lead.leader)} önde{writer.rest(only.lead)}"


def _standing_headline(writer: Writer, provinces: Sequence[SideBySide]) -> str:
    if provinces:
        side = provinces[0]
        leads = {s.source.agency: s.lead for s in (side.a, side.b) if s.lead and s.lead.leader}
        where = writer.at_place(side.place)
        if side.leaders_differ or len(leads) == 1:
            return f"{where} {leaders_apart(writer, leads)}"
        if leads:
            rests = "".join(writer.rest(led) for led in leads.values())
            return f"{where} {writer.name(next(iter(leads.values())).leader or '')} önde{rests}"
    return f"{capital(writer.style.suffixed(writer.race.title, 'loc'))} son durum"


def _led(writer: Writer, agencies: Sequence[str], districts: Sequence[SideBySide]) -> list[str]:
    """Who leads where: first where the agencies agree, then where they part.

    A line for each answer, the one with most districts first.
    """
    answers: dict[tuple[tuple[str, str], ...], list[str]] = {}
    behind: dict[tuple[tuple[str, str], ...], str] = {}
    for side in districts:
        leads = {code: _side(side, code).lead for code in agencies}
        named = {c: led for c, led in leads.items() if led and (led.leader or not led.stated)}
        if not named:
            continue
        answer = tuple((code, led.leader or "") for code, led in named.items())
        rests = "".join(writer.rest(led) for led in named.values())
        behind[answer] = f"{behind.get(answer, '')}{rests}"
        answers.setdefault(answer, []).append(side.place)

    def order(answer: tuple[tuple[str, str], ...]) -> tuple[bool, int, bool, int]:
        leaders = {leader for _, leader in answer}
        return len(leaders) > 1, -len(answer), "" in leaders, -len(answers[answer])

    lines = []
    for answer in sorted(answers, key=order):
        names = sorted(answers[answer], key=turkish.sort_key)
        where = "ilçe" if len(names) == 1 else "ilçeler"
        lines.append(f"{_answered(writer, answer)} {where}: {listed(names)}.{behind[answer]}")
    return lines


def _answered(writer: Writer, answer: Sequence[tuple[str, str]]) -> str:
    """AA ve ANKA'ya göre CHP'nin önde olduğu; AA'ya göre AKP'nin, ANKA'ya göre CHP'nin …"""
    leaders = list(dict.fromkeys(leader for _, leader in answer))
    parts = []
    for leader in leaders:
        agencies = listed(code for code, said in answer if said == leader)
        by = f"{writer.style.suffixed(agencies, 'dat')} göre"
        if leader:
            parts.append(f"{by} {writer.style.suffixed(writer.label(leader), 'gen')} önde olduğu")
        else:
            parts.append(f"{by} ilk iki sıranın eşit olduğu")
    if all(leaders):
        parts[:-1] = [part.removesuffix(" önde olduğu") for part in parts[:-1]]
    return ", ".join(parts)


def _first_bulletins(session: Session, ask: Ask) -> dict[str, list[Bulletin]]:
    """Each agency's first bulletin with results in each place, standing and told by then."""
    by_place: dict[str, list[Bulletin]] = {}
    for bulletin in session.look_up(lambda db: first_results(db, ask.contest)):
        if ask.at is None or bulletin.as_of <= ask.at:
            by_place.setdefault(bulletin.source.place, []).append(bulletin)
    found: dict[str, list[Bulletin]] = {}
    for place in ask.places or [place.name for place in session.election.places]:
        for bulletin in by_place.get(place, ()):
            agency = bulletin.source.agency
            if not ask.agencies or agency in ask.agencies:
                found.setdefault(agency, []).append(bulletin)
    return found


def _first_word(session: Session, bulletin: Bulletin) -> Reported:
    """What an agency had said of a place when it gave its first results."""
    source, at = bulletin.source, bulletin.as_of
    return Reported(source, session.latest(source.contest, source.place, at=at)[source])


def _alone(said: Reported) -> SideBySide:
    """One agency's word as a side, with nothing on the other."""
    source = said.source
    return SideBySide(source.contest, source.place, said, Reported(source, {}), ())


def _side(side: SideBySide, agency: str) -> Reported:
    return side.a if side.a.source.agency == agency else side.b


def _in_district(writer: Writer, place: str) -> str:
    """Where, before what a headline says of a district; of the province it goes without saying."""
    return f"{writer.at_place(place)} " if _kind(writer, place) is PlaceKind.DISTRICT else ""


def _kind(writer: Writer, place: str) -> PlaceKind:
    return writer.election.place(place).kind
