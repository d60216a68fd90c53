"""What headlines say: the news of a place, of many districts, of two agencies side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from tests.audit.arithmetic import comparable, exact
from tests.proof.held import Word, moment
from tests.proof.leads import by_each, leads, margin, must, points, telling, votes
from tests.proof.reading import At, Faults, read, reads, slots_of
from tests.proof.shapes import Slots

SIDE_BY_SIDE = {"comparison", "lead", "standing", "differences", "summary", "closing"}
HOUR = timedelta(hours=1)
NAMED = 3
"""As many places a headline names."""


@reads(
    "headline",
    "{news} ({hours})",
    "{news}; {agency:gen} verisi {word} {age}",
    "{news}",
)
def headline(at: At, s: Slots) -> Faults:
    """Its news, and of which hours, where the agencies' are far apart."""
    news = s["news"]
    yield from read(at, "labelled", news)
    apart = hours_apart(at, news)
    if hours := s["hours"]:
        yield from _hours(at, hours, apart)
    elif s["word"]:
        yield from _stale(at, s, apart)
    elif apart and at.kind in SIDE_BY_SIDE:
        yield f"the hours {apart} are left out"


def hours_apart(at: At, news: str) -> dict[str, dict[str, set[str]]]:
    """By place the hours of agencies that are further apart than the house allows."""
    names = [*at.names.districts, at.names.province]
    about = [name for name in names if name and re.search(rf"(?<!\w){re.escape(name)}", news)]
    if not about and at.names.province and not re.search(r"\bilçe", news):
        about = [at.names.province]
    room = timedelta(minutes=at.room)
    found: dict[str, dict[str, set[str]]] = {}
    for place in about if len(about) <= NAMED else ():
        hours = {word.agency: word.lead.said.as_of for word in telling(at, place) if word.lead}
        times = [moment(text) for text in hours.values()]
        if len(times) > 1 and max(times) - min(times) > room:
            found[place] = {agency: {text} for agency, text in hours.items()}
    return found


def _hours(at: At, text: str, apart: dict[str, dict[str, set[str]]]) -> Faults:
    """The hours behind a headline: each agency's, of bulletins of the places it is about."""
    yield from must(apart, "the hours are not apart")
    for part in text.split(", "):
        agency, _, clocks = part.partition(" ")
        told = {at.house.time(clock) for clock in clocks.split("–")}
        every = {
            said.as_of[-5:] for place in apart for said in at.held.word(agency, place).column
        }
        yield from must(told <= every, f"{agency} said nothing at {clocks}")


def _stale(at: At, s: Slots, apart: dict[str, dict[str, set[str]]]) -> Faults:
    """That an agency's word is hours old: the older one's, by whole hours."""
    agency, hours = s["agency"], at.all_of(s["word"])
    age, exactly = s["age"], s["age"] == "saatlik"
    yield from must(age in ("saatlik", "saatten eski"), f"{age} is no age")
    yield from must(apart, "the hours are not apart")
    for agencies in apart.values():
        oldest = min(agencies, key=lambda code: max(agencies[code]))
        yield from must(agency == oldest, f"{oldest} is older")
        past = at.minutes_ago(max(agencies[agency]))
        yield from must(past // HOUR == hours, f"it is {past} old")
        yield from must((past % HOUR == timedelta(0)) == exactly, f"it is {past} old")


@reads(
    "labelled",
    "Özet: {news}",
    "Canlı anlatımımız sona erdi: {news}",
    "{news}",
)
def labelled(at: At, s: Slots) -> Faults:
    """The news behind its label."""
    yield from read(at, "news", s["news"])


@reads("news", "Gecenin özeti", "Canlı anlatımımız sona erdi", "[{where} ]son durum", "ilçelerde son durum")
def no_news(at: At, s: Slots) -> Faults:
    """A label alone, where nobody leads anywhere by anybody."""
    places = [at.where(s["where"])] if s["where"] else at.places
    yield from must(not any(at.leads(place) for place in places), "there is news")


@reads("news", "[{where} ]{who} {word} ajansta da önde", "[{where} ]ilk iki sıra {word} ajansta da eşit")
def all_alike(at: At, s: Slots) -> Faults:
    """All agencies that tell have the same ahead, or equal."""
    told = at.leads(at.where(s["where"]))
    who = s["who"] if "who" in s.found else ""
    yield from must(len(told) == at.all_of(s["word"]) > 1, f"{len(told)} agencies tell")
    for word in told.values():
        yield from leads(at, word, who)


@reads("news", "[{where} ]{each} önde", "[{where} ]{each}", "[{where} ]{each} puan önde")
def by_agencies(at: At, s: Slots) -> Faults:
    """Who leads by each agency, where they part or one alone tells."""
    place = at.where(s["where"])
    told = at.leads(place)
    each = s["each"]
    parts = [slots_of(at, "by", part) for part in each.split(", ")]
    if not each or None in parts:
        yield f"no list of agencies in “{each}”"
        return
    with_points = " puan önde" in s.text and not any(p and p.found.get("who") is None for p in parts)
    if with_points:
        yield from by_each(at, f"{each} puan", place, [word.agency for word in telling(at, place)])
        return
    listed = [part["agency"] for part in parts if part]
    yield from must(listed == [*told], f"of {[*told]} it lists {listed}")
    for part in parts:
        if part:
            yield from must(not part.found.get("margin"), "a margin without a unit")
            who = part.found.get("who") or ""
            yield from leads(at, at.held.word(part["agency"], place), who)


@reads("rough", "{num} puandan fazla", "{num} puan", "{count} oy")
def rough_said(at: At, s: Slots) -> Faults:
    """Never read alone: whose it is, its sentence says."""
    yield from ()


def rough(at: At, word: Word, text: str, ends: str) -> Faults:
    """A lead as a headline has it: the whole points below it, or exactly where that is whole."""
    said = slots_of(at, "rough", text) or slots_of(at, "rough", f"{text} {ends}")
    lead = word.lead
    if said is None or lead is None:
        yield f"no rough reads “{text}”"
        return
    if said.found.get("count"):
        yield from must(lead.points is None, "points are known")
        yield from votes(at, lead, said["count"])
    elif "fazla" in said.text:
        value, right = at.number(said["num"]), lead.points or Decimal(0)
        yield from must(value == int(right) < right and value >= 1, f"the margin is {right}")
        sort = ("figure", "lead_points") if lead.stated else ("lead", "share")
        at.say(f"{sort[0]} bound", value, lead.said, item=sort[1])
    else:
        right = lead.points or Decimal(0)
        yield from must(right == int(right) or right < 1, f"{right} is more than whole points")
        yield from points(at, lead, said["num"])


def roughly(at: At, text: str, words: Sequence[Word]) -> Faults:
    """The bounds of a headline: by all, or each agency's own."""
    known = [w for w in words if w.lead and (w.lead.points or (w.lead.points is None and w.lead.votes))]
    if found := re.fullmatch(r"(\w+) ajansta da (.+)", text):
        yield from must(at.all_of(found[1]) == len(known) > 1, f"{len(known)} agencies tell")
        for word in known:
            yield from rough(at, word, found[2], "")
        return
    parts = [re.fullmatch(r"(\S+?)'?\w+ göre (.+)", part) for part in text.split(", ")]
    ends = re.search(r"(puandan fazla|puan|oy)$", text)
    told = {}
    for part in parts:
        agency = next((w for w in known if part and part[0].startswith(w.agency)), None)
        if part is None or agency is None:
            yield f"no bound reads a part of “{text}”"
            return
        told[agency.agency] = part[2]
        yield from rough(at, agency, part[2], ends[1] if ends else "")
    yield from must([*told] == [w.agency for w in known], f"of {[w.agency for w in known]} it lists {[*told]}")


@reads("news", "[{where} ]{who} önde: fark {bounds}", "[{where} ]başa baş: {who:gen} farkı {bounds}")
def ahead_by(at: At, s: Slots) -> Faults:
    """Who leads, and by how much at least; neck and neck below one point in all."""
    words = telling(at, at.where(s["where"]))
    for word in words:
        yield from leads(at, word, s["who"])
    close = all(word.lead and word.lead.points is not None and word.lead.points < 1 for word in words)
    neck = " farkı " in s.text
    yield from must(close == neck, f"neck and neck is {close}")
    yield from roughly(at, s["bounds"], words)


@reads("news", "[{where} ]fark {bounds}")
def margin_of_nobody(at: At, s: Slots) -> Faults:
    """Only a margin is known, and nobody's name."""
    words = telling(at, at.where(s["where"]))
    yield from must(not any(w.lead and w.lead.leader for w in words), "somebody leads")
    yield from roughly(at, s["bounds"], words)


@reads("news", "[{where} ]ilk iki sıra eşit")
def tied(at: At, s: Slots) -> Faults:
    """The first two are equal by the one agency that tells."""
    for word in telling(at, at.where(s["where"])):
        yield from leads(at, word, "")


@reads("news", "{agency:dat} göre [{where} ]sandıkların tamamı açıldı: {who} {margin} önde")
def all_opened(at: At, s: Slots) -> Faults:
    """An agency has opened every box: by what it gave its lead with, and by its newest word."""
    word = at.held.word(s["agency"], at.where(s["where"]))
    if word.lead is None:
        yield "no lead is known"
        return
    for said in (word.lead.said, word.opened or word.lead.said):
        yield from must(at.held.all_opened(said), f"a bulletin of {said.as_of} has not all opened")
    yield from leads(at, word, s["who"])
    yield from margin(at, word.lead, s["margin"])


@reads("news", "[{where} ]{agency} {who:dat} {num} puan fazla veriyor")
def gives_more(at: At, s: Slots) -> Faults:
    """By which agency somebody has how much more: the widest gap of the place."""
    place, agency = at.where(s["where"]), s["agency"]
    other = next((word.agency for word in at.words(place) if word.agency != agency), "")
    yield from more(at, place, agency, other, s["who"], s["num"])


@reads("news", "en büyük fark {where}: {agency} {who:dat} {num} puan fazla veriyor")
def widest_gap(at: At, s: Slots) -> Faults:
    """The widest of all the gaps of a post."""
    place, agency = at.where(s["where"]), s["agency"]
    other = next((word.agency for word in at.words(place) if word.agency != agency), "")
    yield from more(at, place, agency, other, s["who"], s["num"])
    widest = max(
        (gap for one in at.places for gap in gaps(at, one, agency, other).values()), default=0
    )
    yield from must(exact(str(at.number(s["num"]))) == widest, f"the widest is {widest}")


def gaps(at: At, place: str, one: str, other: str) -> dict[str, Decimal]:
    """How far two agencies are apart on each contender both name."""
    a, b = at.held.word(one, place).shares, at.held.word(other, place).shares
    if a is None or b is None:
        return {}
    return {who: abs(Decimal(a.shares[who]) - Decimal(b.shares[who])) for who in comparable(a, b)}


def more(at: At, place: str, agency: str, other: str, called: str, num: str) -> Faults:
    """That one agency has a contender so far above another's, as the widest gap of a place."""
    a, b = at.held.word(agency, place).shares, at.held.word(other, place).shares
    found = gaps(at, place, agency, other)
    who = next((code for code in at.names.codes(called) if code in found), None)
    if a is None or b is None or who is None:
        yield "they cannot be compared"
        return
    yield from must(Decimal(a.shares[who]) > Decimal(b.shares[who]), f"{agency} has not more")
    yield from must(at.number(num) == found[who] == max(found.values()), f"the widest gap is {found}")
    at.say("gap", found[who], *sorted((a, b), key=lambda said: at.agencies.index(said.agency)), who=who)
