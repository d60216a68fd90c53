"""What headlines say: the news of a place, of many districts, of two agencies side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from tests.audit.arithmetic import newest
from tests.proof.gaps import named_gaps
from tests.proof.held import RESULTS, Word, moment
from tests.proof.leads import (
    by_each,
    leads,
    margin,
    must,
    naming,
    points,
    say_hours,
    telling,
    votes,
)
from tests.proof.reading import At, Faults, read, reads, slots_of
from tests.proof.shapes import Slots, small

SIDE_BY_SIDE = {"comparison", "lead", "standing", "differences", "summary", "closing"}
HOUR = timedelta(hours=1)
NAMED = 3
"""As many places a headline names."""


SEVERAL = re.compile(r"\b(?:[iİ]l(?:çe|de|ler)|[bB]elediye(?:de|ler)|yerde)")
"""A headline about several places."""

COUNTS = re.compile(r" [0-9]+ (?:ilçede|ilde|belediyede|yerde) (?:önde|ayrışıyor)")
"""A headline that counts places leaves their hours to the lines."""


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
    elif at.kind in SIDE_BY_SIDE and not COUNTS.search(news):
        unsaid = hours_apart(at, news, leads_alone=True)
        yield from must(not unsaid, f"the hours {unsaid} are left out")


Hours = dict[str, dict[str, set[str]]]
"""By place and agency the hours of its results."""


def hours_apart(at: At, news: str, *, leads_alone: bool = False) -> Hours:
    """The hours of agencies that are further apart than the house allows, in the places of a
    headline: of all they have given, or of who leads alone, where that is what it tells."""
    spots = {**at.names.by_name, **at.names.spots}
    about = _named(spots, f"{news} {small(news)}")
    if not about and at.names.province and not SEVERAL.search(news):
        about = [at.names.province]
    if leads_alone and "sandıkların tamamı" in news:
        return {}
    found = {}
    for place in about if len(about) <= NAMED else ():
        hours = {}
        for word in at.words(place):
            said_so = re.search(rf"\b{word.agency}\b", news)
            if leads_alone and not (said_so or (word.tells_lead and "veriyor" not in news)):
                continue
            said = [word.lead.said if word.lead else None]
            if not leads_alone:
                by = naming(word)
                said += [
                    by.said if by else None,
                    word.shares,
                    word.votes,
                    newest(word.column, *RESULTS),
                ]
            if times := {one.as_of for one in said if one}:
                hours[word.agency] = times
        every = [moment(text) for times in hours.values() for text in times]
        if len(hours) > 1 and max(every) - min(every) > timedelta(minutes=at.room):
            found[place] = hours
    return found


def _named(spots: Mapping[str, str], text: str) -> list[str]:
    """The places a text names by any of their ways; of ways in one another the longest."""
    found = [
        (one.start(), -one.end(), place)
        for way, place in spots.items()
        for one in re.finditer(rf"(?<!\w){re.escape(way)}", text)
    ]
    told, last = dict[str, None](), 0
    for start, end, place in sorted(found):
        if start >= last:
            told[place], last = None, -end
    return [*told]


def _hours(at: At, text: str, apart: Hours) -> Faults:
    """The hours behind a headline: each agency's, of bulletins of the places it is about."""
    yield from must(apart, "the hours are not apart")
    for part in text.split(", "):
        agency, _, clocks = part.partition(" ")
        told = {at.house.time(clock) for clock in clocks.split("–")}
        every = {said.as_of[-5:] for place in apart for said in at.held.word(agency, place).column}
        yield from must(told <= every, f"{agency} said nothing at {clocks}")
        for place in apart:
            say_hours(at, at.held.word(agency, place), told)


def _stale(at: At, s: Slots, apart: Hours) -> Faults:
    """That an agency's word is hours old: the older one's, by whole hours."""
    agency, hours = s["agency"], at.all_of(s["word"])
    age, exactly = s["age"], s["age"] == "saatlik"
    yield from must(age in ("saatlik", "saatten eski"), f"{age} is no age")
    yield from must(apart, "the hours are not apart")
    for agencies in apart.values():
        ages = {at.minutes_ago(text) for text in agencies.get(agency, ())}
        right = {
            past
            for past in ages
            if past // HOUR == hours and (past % HOUR == timedelta(0)) == exactly
        }
        yield from must(right, f"it is {[str(past) for past in ages]} old")
        others = [at.minutes_ago(max(said)) for other, said in agencies.items() if other != agency]
        yield from must(right and min(others) < max(right), "it is not the older one")


@reads(
    "labelled",
    "Özet: {news}",
    "Canlı anlatımımız sona erdi: {news}",
    "{news}",
)
def labelled(at: At, s: Slots) -> Faults:
    """The news behind its label."""
    yield from read(at, "news", s["news"])


@reads(
    "news",
    "Gecenin özeti",
    "Canlı anlatımımız sona erdi",
    "[{where} ]son durum",
    "ilçelerde son durum",
    "illerde son durum",
    "belediyelerde son durum",
    "yerlerde son durum",
)
def no_news(at: At, s: Slots) -> Faults:
    """A label alone, where nobody leads anywhere by anybody."""
    places = [at.where(s["where"])] if s["where"] else at.places
    told = [word for place in places for word in at.leads(place).values()]
    led = any(word.lead and word.lead.leader for word in told)
    yield from must(not led and (not told or len(places) > 1), "there is news")


@reads(
    "news",
    "[{where} ]{who} {word} ajansta da önde",
    "[{where} ]ilk iki sıra {word} ajansta da eşit",
)
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
    with_points = " puan önde" in s.text and not any(
        p and p.found.get("who") is None for p in parts
    )
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
    known = [
        w for w in words if w.lead and (w.lead.points or (w.lead.points is None and w.lead.votes))
    ]
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
    yield from must(
        [*told] == [w.agency for w in known], f"of {[w.agency for w in known]} it lists {[*told]}"
    )


@reads(
    "news", "[{where} ]{who} önde: fark {bounds}", "[{where} ]başa baş: {who:gen} farkı {bounds}"
)
def ahead_by(at: At, s: Slots) -> Faults:
    """Who leads, and by how much at least; neck and neck below one point in all."""
    words = telling(at, at.where(s["where"]))
    for word in words:
        yield from leads(at, word, s["who"])
    close = all(
        word.lead and word.lead.points is not None and word.lead.points < 1 for word in words
    )
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


@reads(
    "news",
    "[{where} ]{agency} {who:dat} [{agency2:abl} ]{num} puan fazla veriyor",
    "en büyük fark {where}: {agency} {who:dat} [{agency2:abl} ]{num} puan fazla veriyor",
)
def gives_more(at: At, s: Slots) -> Faults:
    """By which agency somebody has how much more: the widest gap of all a post tells.

    Than by whom, where there are more than two.
    """
    place, agency, than = at.where(s["where"]), s["agency"], s["agency2"]
    yield from must(bool(than) == (len(at.agencies) > 2), f"there are {at.agencies}")
    called, num = s["who"], at.number(s["num"])
    several = len({*at.places}) > 1
    yield from must(several == small(s.text).startswith("en büyük"), f"it tells of {at.places}")
    every = {
        (one, pair): max(named_gaps(at, one, *pair).values(), default=Decimal(0))
        for one in at.places
        for pair in combinations(at.agencies, 2)
    }
    yield from must(num == max(every.values()), f"the widest gap is {max(every.values())}")
    for one, other in combinations(at.agencies, 2):
        found = named_gaps(at, place, one, other)
        who = next((code for code in at.names.codes(called) if found.get(code) == num), None)
        a, b = at.held.word(one, place).shares, at.held.word(other, place).shares
        if not {agency, than or agency} <= {one, other} or who is None or a is None or b is None:
            continue
        most = max((a, b), key=lambda said: Decimal(said.shares[who]))
        yield from must(most.agency == agency, f"{most.agency} has more")
        at.say("gap", num, a, b, who=who)
        if several:
            say_widest(at, place)
        return
    yield f"no gap of {called} is so wide"


def say_widest(at: At, place: str) -> None:
    """Remember that the gap of a place was said to be the widest of all that are told."""
    told = [one for one in at.said if one.sort == "gap"]
    said = [at.held.bulletins[number] for one in told for number in one.bulletins]
    if len({one.place for one in said}) > 1:
        at.say("widest", place, *said, item=" ".join(one.who for one in told))


@reads("news", "{agency:abl} ilk {what}[: {first}]")
def first_news(at: At, s: Slots) -> Faults:
    """An agency's first results: in few places each lead, in many how many districts."""
    what = "sonuç" if len(at.places) == 1 else "sonuçlar"
    yield from must(
        (s["agency"], s["what"]) == (at.agencies[0], what), f"it is {at.agencies}, {what}"
    )
    told = any(word.lead for place in at.places for word in at.words(place))
    many = len(at.places) > NAMED and at.names.province not in at.places
    if text := s["first"]:
        yield from read(at, "first of many" if many else "first news", text)
    else:
        yield from must(not told or len(at.places) > NAMED, "who leads is left out")


@reads("first of many", "{each}")
def first_of_many(at: At, s: Slots) -> Faults:
    """In how many districts each leads by the one agency."""
    agency = at.agencies[0]
    each = s["each"]
    counted = re.fullmatch(rf".+ [0-9]+ {at.names.noun} önde", each)
    if counted:
        made_up = replace(at, made_up=True)
        yield from read(made_up, "news", f"{agency}'ya göre {each}")
    else:
        yield from read(at, "news", each)


@reads("first news", "{who} {each} puan önde", "{each} puan önde", "{each}")
def first_leads(at: At, s: Slots) -> Faults:
    """The first lead in each place: a name in front, or a unit behind the last, is that of all."""
    called, text = s["who"], s["each"]
    told = text.split(", ")
    about = at.places if len(at.places) <= NAMED else (at.names.province,)
    known = [place for place in about if any(word.lead for word in at.words(place))]
    yield from must(len(told) == len(known), f"there are leads in {known}")
    unit = s.text != text
    for place, part in zip(known, told, strict=False):
        one = slots_of(at, "first lead", f"{part} puan önde" if unit else part)
        if one is None:
            yield f"no lead reads “{part}”"
            continue
        where = one["where"]
        yield from must(at.where(where) == place, f"it is {place}")
        (word,) = at.words(place)
        who = one["who"] or called
        if who or "eşit" in part:
            yield from leads(at, word, who)
        if word.lead and "eşit" not in part:
            yield from margin(at, word.lead, one["margin"])


@reads(
    "first lead",
    "[{where} ][{who} ][{margin} ]önde",
    "[{where} ]ilk iki sıra eşit",
    "[{where} ]fark {margin}",
)
def first_lead(at: At, s: Slots) -> Faults:
    """Never read alone: whose word it is, its headline says."""
    yield from ()
