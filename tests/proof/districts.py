"""In how many districts somebody leads, in which, and where the agencies part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from tests.proof.held import moment
from tests.proof.leads import Naming, must, naming, say_hours, telling
from tests.proof.reading import At, Faults, read, reads, slots_of
from tests.proof.shapes import COUNTED, Slots, small

Group = tuple[str, ...]
"""The agencies that tell who leads in a place."""
Answers = dict[str, tuple[str | None, ...]]
"""By place, who leads by each of a group."""


def answers(at: At, places: Iterable[str]) -> dict[Group, Answers]:
    """The places by the agencies that tell who leads there, with whom each has ahead."""
    found: dict[Group, Answers] = {}
    for place in places:
        told = at.leads(place)
        if told:
            ahead = tuple(word.lead.leader for word in told.values() if word.lead)
            found.setdefault(tuple(told), {})[place] = ahead
    return found


def most_told(found: dict[Group, Answers]) -> Group:
    """The most agencies that tell of somebody ahead, or of two."""
    news = [
        group for group, told in found.items() if any({*ahead} != {None} for ahead in told.values())
    ]
    return max(news, key=len, default=())


def group_of(at: At, by: str, found: dict[Group, Answers]) -> Group:
    """Whom *İki ajansa göre*, or *AA ve ANKA'ya göre*, means; nobody where it is nobody's."""
    if words := re.fullmatch(r"(\w+) ajansa göre", by):
        known = tuple(sorted({a for group in found for a in group}, key=at.agencies.index))
        right = small(words[1]) == COUNTED[len(known)] and len(known) > 1
        return known if right and known in found else ()
    said = re.fullmatch(r"(.+?)'?[a-zçğıöşü]+ göre", by)
    names = [name for part in said[1].split(", ") for name in part.split(" ve ")] if said else []
    return tuple(names) if tuple(names) in found else ()


def where_all(found: Answers, leader: str | None) -> set[str]:
    """The places where all of a group have the same ahead."""
    return {place for place, ahead in found.items() if {*ahead} == {leader}}


FEW = 9
"""Of as many districts a headline that counts says where the agencies part."""


def parted(found: Answers) -> set[str]:
    """The places where they part."""
    return {place for place, ahead in found.items() if len({*ahead}) > 1}


def behind(at: At, group: Group, places: Iterable[str]) -> list[Naming]:
    """What tells who leads in some places by a group."""
    told = (naming(at.held.word(agency, place)) for place in places for agency in group)
    return [by for by in told if by]


def say_count(at: At, number: int, told: list[Naming], who: str) -> None:
    """Remember in how many of some places somebody was said to lead; ``|`` where they part."""
    items = " ".join(by.by for by in told)
    at.say("count", number, *(by.said for by in told), who=who, item=items)


def say_leaders(at: At, group: Group, places: Iterable[str]) -> None:
    """Remember who was said to lead in some places by a group."""
    for by in behind(at, group, places):
        lead = at.held.word(by.said.agency, by.said.place).lead
        at.say("leader", (lead.leader if lead else "") or "", by.said, item=by.by)


def _code(at: At, called: str, found: Answers) -> str:
    codes = at.names.codes(called)
    known = {code for ahead in found.values() for code in ahead}
    return next((code for code in codes if code in known), "")


@reads("news", "{by_whom} {each} {noun} önde[; {parted}]")
def counted(at: At, s: Slots) -> Faults:
    """In how many districts each leads, by all agencies most of them tell of; nobody left out."""
    yield from counted_as(at, s["noun"])
    found = answers(at, at.districts())
    group = group_of(at, s["by_whom"], found)
    if not group:
        yield f"“{s['by_whom']}” is nobody of {list(found)}"
        return
    yield from must(len(group) == len(most_told(found)), "more agencies tell of other districts")
    told = found[group]
    listed: dict[str, int] = {}
    for part in s["each"].split(", "):
        one = slots_of(at, "count", part)
        who = _code(at, one["who"], told) if one else ""
        listed[who] = at.count(one["count"]) if one else 0
        say_count(at, listed[who], behind(at, group, told), who)
    leaders = {code for ahead in told.values() for code in ahead if code and {*ahead} == {code}}
    right = {code: len(where_all(told, code)) for code in leaders}
    yield from must(listed == right, f"the counts are {right}")
    yield from must(
        [*listed.values()] == sorted(listed.values(), reverse=True), "the most is not first"
    )
    apart = parted(told)
    if text := s["parted"]:
        yield from read(at, "news", text)
    else:
        few = len({place for every in found.values() for place in every}) <= FEW
        yield from must(not (apart and few), f"that they part in {apart} is left out")


def counted_as(at: At, noun: str) -> Faults:
    """What places are counted as: of several sorts they are places."""
    whole = {*at.districts()} & {at.names.province, *at.names.outside}
    yield from must(noun == ("yerde" if whole else at.names.noun), f"they are counted as {noun}")


@reads("count", "{who} {count}")
def count_said(at: At, s: Slots) -> Faults:
    """Never read alone: of whom it is, its headline says."""
    yield from ()


@reads(
    "news",
    "{each} {by_whom} önde[; {parted}]",
    "{each} {word} ajansta da önde[; {parted}]",
)
def few_named(at: At, s: Slots) -> Faults:
    """Few districts: each by its name with who leads there, and where the agencies part."""
    found = answers(at, at.districts())
    group = most_told(found)
    if "by_whom" in s.found:
        most, group = len(group), group_of(at, s["by_whom"], found)
        yield from must(len(group) == most, f"others tell of more than {group}")
    else:
        yield from must(at.all_of(s["word"]) == len(group) > 1, f"it is by {group}")
    told = found.get(group, {})
    listed = _named(at, s["each"], told)
    agreed = {place: ahead[0] for place, ahead in told.items() if len({*ahead}) == 1 and ahead[0]}
    yield from must(listed == agreed, f"it is {agreed}, not {listed}")
    say_leaders(at, group, agreed)
    apart = parted(told)
    if text := s["parted"]:
        yield from read(at, "news", text)
    else:
        yield from must(not apart, f"that they part in {apart} is left out")


def _named(at: At, text: str, told: Answers) -> dict[str, str]:
    """The places of *Beyoğlu ve Üsküdar'da İmamoğlu, Fatih'te Kurum*, each with its leader."""
    listed: dict[str, str] = {}
    waiting: list[str] = []
    for part in text.split(", "):
        one = slots_of(at, "ahead in", part)
        if one is None:
            waiting.append(at.names.by_name.get(part, part))
            continue
        who = _code(at, one["who"], told)
        for place in (*waiting, *at.listed(one["places_in"])):
            listed[place] = who
        waiting = []
    return listed


@reads("ahead in", "{places_in} {who}")
def ahead_in(at: At, s: Slots) -> Faults:
    """Never read alone: by whom it is, its headline says."""
    yield from ()


@reads(
    "news",
    "{places_in} ajanslar ayrışıyor",
    "ajanslar [{about} konusunda ]{count} {noun} ayrışıyor",
)
def parting(at: At, s: Slots) -> Faults:
    """Where the agencies name other leaders: few by name, many counted."""
    found = answers(at, at.districts() if at.kind != "differences" else at.places)
    group = most_told(found)
    right = parted(found.get(group, {}))
    if at.kind == "differences":
        every = {
            place: {*ahead} - {None} for told in found.values() for place, ahead in told.items()
        }
        right = {place for place, ahead in every.items() if len(ahead) > 1}
    if "places_in" in s.found:
        places = set(at.listed(s["places_in"]))
        yield from must(places == right, f"they part in {right}")
    else:
        sorts = {at.names.noun, "yerde"} if at.kind == "differences" else {at.names.noun}
        yield from must(s["noun"] in sorts, "what they are counted as")
        yield from must(s["about"] in ("", "kimin önde olduğu"), "about what is not known")
        yield from must(at.count(s["count"]) == len(right) > 3, f"they part in {len(right)}")
        every = [by for group, told in found.items() for by in behind(at, group, told)]
        behind_it = [by for by in every if by.said.place in right]
        told = found.get(group, {})
        # Behind a count of those who lead it is found among all of these places.
        agreed = any(len({*ahead}) == 1 and ahead[0] for ahead in told.values())
        if agreed and at.kind != "differences":
            behind_it += [by for by in behind(at, group, told) if by not in behind_it]
        say_count(at, len(right), behind_it, "|")


@reads(
    "district",
    "{by_whom} {who} {count} {noun} önde[: {places}].",
    "{by_whom} {who} {where} önde.",
    "{by_whom} ilk iki sıra {count} {noun} eşit[: {places}].",
    "{by_whom} ilk iki sıra {where} eşit.",
)
def alike(at: At, s: Slots) -> Faults:
    """The districts of one leader, or of a tie: up to nine by name, more counted."""
    found = answers(at, at.counted())
    group = group_of(at, s["by_whom"], found)
    told = found.get(group, {})
    who = _code(at, s["who"], told) if "who" in s.found else None
    right = where_all(told, who)
    if "where" in s.found:
        yield from must(right == {at.where(s["where"])}, f"it is {right}")
    else:
        yield from must(at.count(s["count"]) == len(right) > 1, f"it is {len(right)}")
        yield from counted_as(at, s["noun"])
        say_count(at, len(right), behind(at, group, told), who or "")
        text = s["places"]
        places = [at.names.by_name[name] for name in re.split(", | ve ", text)] if text else []
        yield from must(len(right) > 9 or {*places} == right, f"it is {right}, not {places}")
        yield from must(not places or len(right) <= 9, "more than nine are named")
    say_leaders(at, group, right if len(right) <= 9 else ())
    at.districts_told.setdefault(group, set()).update(right)


@reads("district", "{places_in} {each} diyor.", "{places_in} {each}.")
def parted_line(at: At, s: Slots) -> Faults:
    """The districts where the agencies part alike, with whom each has ahead."""
    places = at.listed(s["places_in"])
    found = answers(at, at.counted())
    group, told = next(((g, t) for g, t in found.items() if places[0] in t), ((), {}))
    right = {place for place, ahead in told.items() if ahead == told[places[0]]}
    yield from must({*places} == right, f"it is {right}")
    for agency, part, code in zip(
        group, s["each"].split(", "), told.get(places[0], ()), strict=False
    ):
        one = slots_of(at, "by short", part) or slots_of(at, "by", part)
        if one is None:
            yield f"no part reads “{part}”"
            continue
        called = one.found.get("who")
        yield from must(one["agency"] == agency, f"{agency} is left out")
        yield from must(at.means(called, code) if called else code is None, f"{agency} has {code}")
    yield from must(len(s["each"].split(", ")) == len(group), f"it is by {group}")
    say_leaders(at, group, right)
    at.districts_told.setdefault(group, set()).update(right)


@reads("by short", "{agency} {who}")
def by_short(at: At, s: Slots) -> Faults:
    """Never read alone: where it is, its line says."""
    yield from ()


@reads("district", "Verilerin saati farklı: {each}.")
def hours_of_districts(at: At, s: Slots) -> Faults:
    """The districts whose agencies speak of far different hours, with these; all of them."""
    listed = set()
    at.districts_said.add("hours")
    for place, hours in re.findall(r"([^,()]+?) \(([^)]+)\)", s["each"].replace(" ve ", ", ")):
        name = at.names.by_name.get(place.strip(", "), place)
        listed.add(name)
        for part in hours.split(", "):
            agency, _, clocks = part.partition(" ")
            told = {at.house.time(clock) for clock in clocks.split("–")}
            every = {said.as_of[-5:] for said in at.held.word(agency, name).column}
            yield from must(told <= every, f"{agency} said nothing of {name} at {clocks}")
            say_hours(at, at.held.word(agency, name), told)
    right = {place for place in at.counted() if far_apart(at, place)}
    spread = {place for place in at.counted() if far_apart(at, place, naming_too=True)}
    yield from must(right <= listed <= spread, f"they are {right}, not {listed}")


def far_apart(at: At, place: str, *, naming_too: bool = False) -> bool:
    """Whether the hours of the leads of a place are further apart than the house allows; also of
    what names whose they are."""
    words = [word for word in telling(at, place) if word.tells_lead]
    said = [word.lead.said for word in words if word.lead]
    said += [by.said for word in words if naming_too and (by := naming(word))]
    times = [moment(one.as_of) for one in said]
    return len(times) > 1 and max(times) - min(times) > timedelta(minutes=at.room)


def untold(at: At) -> Faults:
    """Districts of which the lines of a standing say nothing."""
    for group, told in answers(at, at.counted()).items():
        missing = set(told) - at.districts_told.get(group, set())
        yield from must(not missing, f"{missing} by {group} are left out")
    apart = [place for place in at.counted() if far_apart(at, place)]
    yield from must(not apart or "hours" in at.districts_said, f"the hours of {apart} are left out")
