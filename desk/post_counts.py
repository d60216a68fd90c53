"""Posts about the count as it stands: an agency's first figures, the lead, a contest's standing.

Headlines follow from the figures under them; what has moved since, and who differs, is told
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desk import turkish
from desk.bulletin import Bulletin, Item, State, Topic
from desk.discrepancies import SideBySide, pair_of
from desk.election import PlaceKind
from desk.house import capital, listed
from desk.post_chips import untied
from desk.post_draft import Draft, assembled
from desk.post_model import Ask, Block, Kind
from desk.post_writer import Writer, lead_figures
from desk.posts import (
    chosen,
    findings_of,
    lead_sentence,
    newest_of,
    nothing_for,
    place_blocks,
    told_sides,
    word,
)
from desk.session import Session
from desk.standing import Lead, Reported, reported_at, shares_of, votes_of


def first(session: Session, ask: Ask) -> Draft:
    """The first figures of an agency in a contest: of the one asked for, or that came in last."""
    writer = Writer(session, ask.contest)
    found = _first_bulletins(session, ask)
    if not found:
        raise nothing_for(session, ask.places)
    begun = {agency: min(b.as_of for b in bulletins) for agency, bulletins in found.items()}
    agency = next((code for code in ask.agencies if code in found), "")
    agency = agency or max(begun, key=lambda code: begun[code])
    told = [b for b in found[agency] if ask.places or b.as_of == begun[agency]]
    words = [
        reported_at(session.bulletins(ask.contest, b.source.place, agency), b.as_of)[b.source]
        for b in told
    ]
    opened = ""
    if len(told) == 1 and (opened := writer.opened(told[0])):
        opened = f"{writer.at_place(told[0].source.place)} {opened}"
    title = writer.race.title
    clock, source = writer.style.clock(begun[agency]), writer.style.suffixed(agency, "abl")
    said = f"Saat {clock} itibarıyla {source} {title} için"
    return assembled(
        writer,
        Kind.FIRST,
        ask.at or max(b.as_of for b in told),
        headline=ask.title or _first_headline(writer, agency, words),
        lead=f"{said} gelen ilk verilere göre {opened}."
        if opened
        else f"{said} ilk veriler geldi.",
        blocks=place_blocks(writer, words),
        findings=findings_of([_alone(one) for one in words]),
    )


def lead(session: Session, ask: Ask) -> Draft:
    """Who leads by how much, by each agency that says so: ``Fark 7 puandan fazla``."""
    writer = Writer(session, ask.contest)
    agencies = ask.agencies or pair_of(session)
    places = chosen(session, ask)
    words = [
        one
        for place in places
        for code in dict.fromkeys(agencies)
        if (one := word(session, ask, place, code)).lead is not None
    ]
    if not words:
        raise nothing_for(session, places)
    leads = {one.source: one.lead for one in words if one.lead}
    of_first = {s.agency: led for s, led in leads.items() if s.place == words[0].source.place}
    sentences = [_ahead(writer, one) for one in words]
    with_results = [one for one in words if one.topics.keys() & {Topic.SHARES, Topic.VOTES}]
    return assembled(
        writer,
        Kind.LEAD,
        ask.at or max(led.bulletin.as_of for led in leads.values()),
        headline=ask.title or lead_headline(writer, of_first, words[0].source.place),
        lead=" ".join(sentences),
        blocks=place_blocks(writer, with_results),
        findings=findings_of([_alone(one) for one in words]),
    )


def standing(session: Session, ask: Ask) -> Draft:
    """A contest's standing: the province's ranking, then who leads in which districts."""
    writer = Writer(session, ask.contest)
    places = ask.places or tuple(place.name for place in session.election.places)
    agencies = ask.agencies or pair_of(session)
    pair = (agencies[0], agencies[-1])
    sides = told_sides(session, ask.contest, places, pair, ask.at)
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
    lines = [line for code in spoken for line in _led(writer, code, districts)]
    if lines:
        blocks.append(Block(writer.style.heading("İlçeler"), tuple(lines)))
    return assembled(
        writer,
        Kind.STANDING,
        ask.at or max(newest_of(sides)),
        headline=ask.title or _standing_headline(writer, provinces),
        lead=lead_sentence(writer, spoken),
        blocks=blocks,
        findings=findings_of(sides),
    )


def lead_headline(writer: Writer, leads: dict[str, Lead], place: str) -> str:
    """The headline the leads of a place bear out: the whole points below the lead, never above.

    A district is named: a lead without a place is the province's.
    """
    told = _lead_told(writer, leads)
    if _kind(writer, place) is PlaceKind.DISTRICT:
        return f"{writer.at_place(place)} {told}"
    return capital(told)


def _lead_told(writer: Writer, leads: dict[str, Lead]) -> str:
    names = {led.leader for led in leads.values()}
    if len(names) > 1:
        named = ", ".join(
            f"{writer.style.suffixed(code, 'dat')} göre {writer.name(led.leader)}{writer.rest(led)}"
            for code, led in leads.items()
            if led.leader
        )
        return f"{named} önde"
    said = {code: _roughly(writer, led) for code, led in leads.items()}
    plain = {untied(text) for text in said.values()}
    if not any(plain):
        only = next(iter(leads.values()))
        said_of = f"{writer.name(only.leader)} önde" if only.leader else "ilk iki sıra eşit"
        return said_of + "".join(writer.rest(led) for led in leads.values())
    if len(plain) == 1:
        behind = [figure for text in said.values() for figure in writer.figures_in(text)]
        return f"fark {writer.tied(plain.pop(), *behind)}"
    parts = [
        f"{writer.style.suffixed(code, 'dat')} göre {text}" for code, text in said.items() if text
    ]
    return "; ".join([parts[0].replace(" göre ", " göre fark ", 1), *parts[1:]])


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


def _ahead(writer: Writer, said: Reported) -> str:
    led = said.lead
    if led is None:
        return ""
    clock = writer.style.clock(led.bulletin.as_of)
    opened = writer.opened(led.bulletin)
    margin = writer.margin(led)
    if led.leader is not None:
        who = f"{writer.name(led.leader)}{writer.rest(led)}"
        told = f"{who} {margin} önde" if margin else f"{who} önde"
    else:
        told = f"fark {margin}" if led.stated and margin else "ilk iki sıra eşit"
    where = writer.at_place(said.source.place)
    after = f"{opened}; {told}" if opened else told
    by = f"{said.source.agency} verilerine göre"
    return f"Saat {clock} itibarıyla {by} {where} {after}.{writer.rest(led)}"


def _first_headline(writer: Writer, agency: str, words: Sequence[Reported]) -> str:
    come = f"{writer.style.suffixed(agency, 'abl')} gelen ilk veriler"
    only = words[0]
    if len(words) > 1 or only.lead is None or only.lead.leader is None:
        return come
    where = ""
    if _kind(writer, only.source.place) is PlaceKind.DISTRICT:
        where = f"{writer.at_place(only.source.place)} "
    return f"{come}e göre {where}{writer.name(only.lead.leader)} önde{writer.rest(only.lead)}"


def _standing_headline(writer: Writer, provinces: Sequence[SideBySide]) -> str:
    if provinces:
        side = provinces[0]
        if side.leaders_differ:
            behind = f"{writer.rest(side.a.lead)}{writer.rest(side.b.lead)}"
            return f"{writer.at_place(side.place)} ajanslar ayrışıyor{behind}"
        led = side.a.lead or side.b.lead
        if led and led.leader:
            return f"{writer.at_place(side.place)} {writer.name(led.leader)} önde{writer.rest(led)}"
    return f"{capital(writer.style.suffixed(writer.race.title, 'loc'))} son durum"


def _led(writer: Writer, agency: str, districts: Sequence[SideBySide]) -> list[str]:
    """Who leads where by one agency: a line for each leader, the one with most districts first."""
    by_leader: dict[str, list[str]] = {}
    behind: dict[str, str] = {}
    for side in districts:
        led = _side(side, agency).lead
        if led is not None and (led.leader or not led.stated):
            code = led.leader or ""
            behind[code] = f"{behind.get(code, '')}{writer.rest(led)}"
            by_leader.setdefault(code, []).append(side.place)
    lines = []
    by = f"{writer.style.suffixed(agency, 'dat')} göre"
    ranked = sorted(by_leader, key=lambda code: (code == "", -len(by_leader[code])))
    for code in ranked:
        names = sorted(by_leader[code], key=turkish.sort_key)
        where = "ilçe" if len(names) == 1 else "ilçeler"
        if code:
            who = writer.style.suffixed(writer.label(code), "gen")
            told = f"{by} {who} önde olduğu {where}: {listed(names)}."
        else:
            told = f"{by} ilk iki sıranın eşit olduğu {where}: {listed(names)}."
        lines.append(f"{told}{behind[code]}")
    return lines


def _first_bulletins(session: Session, ask: Ask) -> dict[str, list[Bulletin]]:
    """Each agency's first bulletin with results in each place, standing and told by then."""
    found: dict[str, list[Bulletin]] = {}
    for place in ask.places or [place.name for place in session.election.places]:
        seen: set[str] = set()
        for bulletin in session.bulletins(ask.contest, place):
            agency = bulletin.source.agency
            if agency in seen or not _tells_results(bulletin, ask.at):
                continue
            seen.add(agency)
            if not ask.agencies or agency in ask.agencies:
                found.setdefault(agency, []).append(bulletin)
    return found


def _tells_results(bulletin: Bulletin, at: datetime | None) -> bool:
    if bulletin.state is not State.STANDING or (at is not None and bulletin.as_of > at):
        return False
    return bool(shares_of(bulletin.figures) or votes_of(bulletin.figures))


def _alone(said: Reported) -> SideBySide:
    """One agency's word as a side, with nothing on the other."""
    source = said.source
    return SideBySide(source.contest, source.place, said, Reported(source, {}), ())


def _side(side: SideBySide, agency: str) -> Reported:
    return side.a if side.a.source.agency == agency else side.b


def _kind(writer: Writer, place: str) -> PlaceKind:
    return writer.election.place(place).kind
