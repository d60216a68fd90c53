"""Election files to elections and back: JSON of format 2, and of format 1 as it always was.

Whatever does not hold together is named with its place in the file, all of it at once; nothing is
read from a disk here, and no sentence enters.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from desk.facts.codes import Code, Refusal
from desk.facts.election import (
    GREY,
    HELD_IN,
    OFF_BALLOT,
    OTHERS,
    Agency,
    Contender,
    Contest,
    ContestKind,
    Election,
    Party,
    PartyKind,
    Place,
    PlaceCounts,
    PlaceKind,
)
from desk.facts.nouns import told_apart

FORMAT = 2
"""The layout that is written; `FORMATS` are those that are read."""
FORMATS = (1, FORMAT)

LONGEST_TEXT = 1000
"""Characters of a name or a source; more is something else that slipped into the file."""
MOST = 10**9
"""No count of an election needs a tenth digit."""
ROWS_SHOWN = 8
"""Rows a table starts with where the file does not say: so many contenders, and *Diğer*."""

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_RANKS = dict.fromkeys(PlaceKind, 1) | {
    PlaceKind.COUNTRY: 0,
    PlaceKind.CONSTITUENCY: 2,
    PlaceKind.DISTRICT: 2,
    PlaceKind.TOWN: 3,
}

E = TypeVar("E", bound=StrEnum)


def decoded(text: str) -> object:
    """The JSON of an election file. S925 where it is none, or nested beyond all reason."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Refusal(Code.S925) from None


def from_json(data: object) -> Election:
    """The election a file's decoded JSON makes; refuses with the first of its `faults`."""
    election, found = _read(data, stored=False)
    if election is None:
        raise found[0]
    return election


def faults(data: object) -> list[Refusal]:
    """Everything that keeps a file's decoded JSON from making an election.

    S920 to S927; each says ``where`` in the file.
    """
    return _read(data, stored=False)[1]


def from_rows(data: Mapping[str, Any]) -> Election:
    """The election a night keeps; what it is called was accepted when it was written.

    ValueError where the rows make none.
    """
    election, found = _read(data, stored=True)
    if election is None:
        raise ValueError(repr(found[0]))
    return election


def to_json(election: Election) -> dict[str, Any]:
    """The election as a file of format 2 holds it; `from_json` gives it back."""
    ids = {place.name: place.id for place in election.places}
    called = {place.id: place.name for place in told_apart(election.places)}
    return {
        "format": FORMAT,
        "id": election.id,
        "name": {"tr": election.name_tr, "en": election.name_en},
        "date": election.date.isoformat(),
        "zone": election.zone,
        "polls_close": _clock(election.polls_close),
        "sources": list(election.sources),
        "agencies": [
            {"code": a.code, "name": a.name, "aliases": list(a.aliases), "official": a.official}
            for a in election.agencies
        ],
        "parties": [_party_json(party) for party in election.parties],
        "contests": [_contest_json(contest, ids) for contest in election.contests],
        "places": [_place_json(place, called[place.id]) for place in election.places],
    }


def _party_json(party: Party) -> dict[str, Any]:
    return {
        "code": party.code,
        "ballot": party.ballot,
        "short": party.short,
        "name": party.name,
        "aliases": list(party.aliases),
        "colour": party.colour,
        **({} if party.kind is PartyKind.PARTY else {"kind": party.kind.value}),
        **({"members": list(party.members)} if party.members else {}),
    }


def _place_json(place: Place, called: str) -> dict[str, Any]:
    told: dict[str, Any] = {"id": place.id, "name": place.own, "kind": place.kind.value}
    if place.name != called:
        told["called"] = place.name
    if place.within or _RANKS[place.kind]:
        told["in"] = place.within or None
    for key, count in (("boxes", place.boxes), ("registered", place.registered)):
        if count is not None:
            told[key] = count
    if place.polls_close:
        told["polls_close"] = _clock(place.polls_close)
    if place.parts:
        told["parts"] = list(place.parts)
    return told


def _contest_json(contest: Contest, ids: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": contest.id,
        "kind": contest.kind.value,
        "name": {"tr": contest.name_tr, "en": contest.name_en},
        "title": contest.title,
        "aliases": list(contest.aliases),
        "shown": list(contest.shown),
        "contenders": [
            {"code": one.code, "party": one.party}
            | ({} if one.candidate is None else {"candidate": one.candidate})
            | ({"withdrawn": True} if one.withdrawn else {})
            | ({"withdrawn_in": [ids[n] for n in one.gone_from]} if one.gone_from else {})
            | ({} if one.places is None else {"places": [ids[n] for n in one.places]})
            for one in contest.contenders
        ],
    }
    if contest.places is not None:
        told["places"] = [ids[name] for name in contest.places]
    if contest.counts:
        told["counts"] = [
            {"place": ids[one.place], "boxes": one.boxes, "registered": one.registered}
            | ({"polls_close": _clock(one.polls_close)} if one.polls_close else {})
            | ({} if one.seats is None else {"seats": one.seats})
            for one in contest.counts
        ]
    return told


def _clock(hour: time) -> str:
    return hour.isoformat(timespec="minutes")


def _shown(value: object) -> str:
    """What stood in the file, fit for a sentence: surrogates written out, no list or object."""
    if isinstance(value, (list, tuple)):
        return "[…]"
    told = json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace")
    return "{…}" if isinstance(value, Mapping) else told.decode("utf-8")[:LONGEST_TEXT]


@dataclass(frozen=True, slots=True)
class _Node:
    """An object of the file and where in it it stands; what is wrong with it goes to ``faults``."""

    value: Mapping[str, Any]
    where: str
    stored: bool
    faults: list[Refusal] = field(default_factory=list)

    def at(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def fault(self, code: Code, key: str = "", **values: object) -> None:
        where = self.at(key) if key else self.where
        self.faults.append(Refusal(code, where=where, **values))

    def wrong(self, key: str, problem: str, value: object = "") -> None:
        self.fault(Code.S920, key, fault=problem, text=_shown(value))

    def has(self, key: str) -> bool:
        return self.value.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """A text of one line; ``default`` where the file has none, and a fault without one."""
        found = self.value.get(key)
        if found is None:
            if default is None:
                self.wrong(key, "missing")
            return default or ""
        return self._one_text(key, found)

    def _one_text(self, key: str, found: object, *, blank: bool = False) -> str:
        if not isinstance(found, str):
            self.wrong(key, "text", found)
            return ""
        if not found.strip():
            if not blank:
                self.wrong(key, "empty")
        elif not self.stored and len(found) > LONGEST_TEXT:
            self.wrong(key, "long", found)
        elif not self.stored and not found.isprintable():
            self.wrong(key, "unseen", found)
        return found

    def identity(self, key: str, default: str) -> str:
        """An id: a text, or a whole number as the electoral council's are."""
        found = self.value.get(key)
        return str(found) if type(found) is int and 0 <= found < MOST else self.text(key, default)

    def texts(self, key: str) -> tuple[str, ...]:
        found = self.list_of(key)
        return tuple(
            self._one_text(f"{key}[{at}]", one, blank=self.stored) for at, one in enumerate(found)
        )

    def list_of(self, key: str, *, needed: bool = False) -> list[Any]:
        found = self.value.get(key)
        if isinstance(found, (list, tuple)):
            return list(found)
        if found is not None or needed:
            self.wrong(key, "missing" if found is None else "list", found)
        return []

    def nodes(self, key: str, *, needed: bool = False) -> list[_Node]:
        found = []
        for at, one in enumerate(self.list_of(key, needed=needed)):
            if isinstance(one, Mapping):
                found.append(_Node(one, self.at(f"{key}[{at}]"), self.stored, self.faults))
            else:
                self.wrong(f"{key}[{at}]", "object", one)
        return found

    def count(self, key: str, default: int | None = None) -> int | None:
        found = self.value.get(key)
        if found is None:
            # That it is not known may be said of a contest, where the place's own is.
            return None if key in self.value else default
        if type(found) is not int or not 0 <= found < MOST:
            self.wrong(key, "count", found)
            return None
        return found

    def flag(self, key: str) -> bool:
        found = self.value.get(key, False)
        if type(found) is not bool and found not in (0, 1):
            self.wrong(key, "flag", found)
        return bool(found)

    def kind(self, key: str, kinds: type[E], default: E | None = None) -> E:
        found = self.value.get(key)
        if found is None and default is not None:
            return default
        if isinstance(found, str) and found in list(kinds):
            return kinds(found)
        known = ", ".join(kinds)
        self.fault(Code.S920, key, fault="kind", text=_shown(found), kinds=known)
        return default or next(iter(kinds))

    def clock(self, key: str, default: time | None = None) -> time | None:
        found = self.value.get(key)
        if found is None:
            return default
        if not isinstance(found, str) or not _CLOCK.fullmatch(found):
            self.wrong(key, "clock", found)
            return default
        return time.fromisoformat(found)

    def day(self, key: str) -> date:
        found = self.value.get(key)
        if isinstance(found, str) and _DATE.fullmatch(found):
            try:
                return date.fromisoformat(found)
            except ValueError:
                pass
        self.wrong(key, "missing" if found is None else "date", found)
        return date.min

    def colour(self, key: str) -> str:
        found = self.text(key, GREY)
        fits = not found or _COLOUR.fullmatch(found) is not None
        if not fits and not self.stored:
            self.wrong(key, "colour", found)
        return found if fits else GREY  # In nothing else can be painted, whoever wrote it.

    def names(self, key: str) -> tuple[str, str]:
        """A name in Turkish and English: one of each, or one text for both."""
        found = self.value.get(key)
        if not isinstance(found, Mapping):
            one = self.text(key)
            return one, one
        both = _Node(found, self.at(key), self.stored, self.faults)
        name = both.text("tr")
        return name, both.text("en", name)


def _read(data: object, *, stored: bool) -> tuple[Election | None, list[Refusal]]:
    """The election, or None and why there is none."""
    if not isinstance(data, Mapping):
        return None, [Refusal(Code.S925)]
    node = _Node(data, "", stored)
    layout = data.get("format")
    if layout not in FORMATS or type(layout) is not int:
        return None, [Refusal(Code.S926, text=_shown(layout), version=FORMAT)]
    name_tr, name_en = node.names("name")
    parties = tuple(_party(one) for one in node.nodes("parties", needed=layout == 1))
    _Parties(node, parties).judge()
    places = _Places(node, layout)
    if not node.has("polls_close"):
        node.wrong("polls_close", "missing")
    election = Election(
        id=node.text("id"),
        name_tr=name_tr,
        name_en=name_en,
        date=node.day("date"),
        zone=_zone(node),
        polls_close=node.clock("polls_close") or time(17),
        contests=tuple(
            _contest(one, {party.code: party.members for party in parties}, places, layout)
            for one in node.nodes("contests", needed=True)
        ),
        places=places.told,
        parties=parties,
        agencies=tuple(_agency(one) for one in node.nodes("agencies", needed=True)),
        sources=node.texts("sources"),
    )
    for key, found in (
        ("parties", [party.code for party in election.parties]),
        ("agencies", [agency.code for agency in election.agencies]),
        ("contests", [contest.id for contest in election.contests]),
    ):
        _once(node, key, "code" if key != "contests" else "id", found)
    for key in ("places", "contests", "agencies"):
        if node.value.get(key) == []:
            node.fault(Code.S923, key)
    return (None if node.faults else election), node.faults


def _once(node: _Node, key: str, name: str, found: Iterable[str]) -> None:
    """A fault for each that stands in a list again."""
    seen: set[str] = set()
    for at, one in enumerate(found):
        if one and one in seen:
            node.fault(Code.S922, f"{key}[{at}].{name}" if name else f"{key}[{at}]", text=one)
        seen.add(one)


def _zone(node: _Node) -> str:
    zone = node.text("zone")
    try:
        if zone:
            ZoneInfo(zone)
    except (KeyError, OSError, ValueError):
        node.wrong("zone", "zone", zone)
    return zone


def _agency(node: _Node) -> Agency:
    return Agency(
        node.text("code"), node.text("name"), node.texts("aliases"), node.flag("official")
    )


def _party(node: _Node) -> Party:
    return Party(
        node.text("code"),
        node.text("short"),
        node.text("name"),
        node.texts("aliases"),
        node.colour("colour"),
        found if (found := node.count("ballot", OFF_BALLOT)) is not None else OFF_BALLOT,
        node.kind("kind", PartyKind, PartyKind.PARTY),
        node.texts("members"),
    )


@dataclass(frozen=True, slots=True)
class _Parties:
    """The parties of a file, judged among themselves."""

    node: _Node
    parties: tuple[Party, ...]

    def judge(self) -> None:
        known = {party.code for party in self.parties}
        for at, party in enumerate(self.parties):
            for nth, member in enumerate(party.members):
                if member not in known or member == party.code:
                    where = f"parties[{at}].members[{nth}]"
                    self.node.fault(Code.S921, where, text=member, what="party")
            if party.members and party.kind is not PartyKind.ALLIANCE:
                self.node.wrong(f"parties[{at}].members", "members")


class _Places:
    """The places of a file: each told apart from the others, in a tree without circles."""

    def __init__(self, node: _Node, layout: int) -> None:
        self._node = node
        entries = node.nodes("places", needed=True)
        bare = tuple(self._place(entry) for entry in entries)
        self.told = self._named(entries, self._rooted(entries, bare), layout)
        self.by_id = {place.id: place for place in self.told}
        self.names = {place.name for place in self.told}
        _once(node, "places", "id", [place.id for place in self.told])
        _once(node, "places", "name", [place.name for place in self.told])
        for entry, place in zip(entries, self.told, strict=True):
            self._judge(entry, place)

    def _place(self, node: _Node) -> Place:
        own = node.text("name")
        return Place(
            name=own,
            kind=node.kind("kind", PlaceKind),
            boxes=node.count("boxes"),
            registered=node.count("registered"),
            id=node.identity("id", own),
            own=own,
            within=node.identity("in", ""),
            polls_close=node.clock("polls_close"),
            parts=node.texts("parts"),
        )

    def _rooted(self, entries: list[_Node], places: tuple[Place, ...]) -> tuple[Place, ...]:
        """Where one country or one province is the only one, what says nothing lies in it.

        What says null lies in nothing.
        """
        count = Counter(place.kind for place in places)
        sole = {place.kind: place.id for place in places if count[place.kind] == 1}
        country, province = sole.get(PlaceKind.COUNTRY, ""), sole.get(PlaceKind.PROVINCE, "")
        return tuple(
            replace(place, within=country if _RANKS[place.kind] == 1 else province)
            if "in" not in entry.value and _RANKS[place.kind]
            else place
            for entry, place in zip(entries, places, strict=True)
        )

    def _named(
        self, entries: list[_Node], places: tuple[Place, ...], layout: int
    ) -> tuple[Place, ...]:
        if layout == 1:
            return places
        return tuple(
            replace(place, name=entry.text("called", place.name))
            for entry, place in zip(entries, told_apart(places), strict=True)
        )

    def _judge(self, node: _Node, place: Place) -> None:
        if place.within:
            above = self.by_id.get(place.within)
            if above is None:
                node.fault(Code.S921, "in", text=_shown(place.within), what="place")
            elif not _fits(place.kind, above, self.by_id):
                node.fault(Code.S924, "in", text=place.own, other=above.own)
        if place.parts and place.kind is not PlaceKind.CONSTITUENCY:
            node.wrong("parts", "parts")
        for at, part in enumerate(place.parts):
            if part not in self.by_id:
                node.fault(Code.S921, f"parts[{at}]", text=_shown(part), what="place")

    def named(self, node: _Node, key: str, found: object) -> str:
        """The name of a place that is meant by its id, or by its name."""
        told = str(found) if type(found) is int else found
        if isinstance(told, str):
            if told in self.by_id:
                return self.by_id[told].name
            if told in self.names:
                return told
        node.fault(Code.S921, key, text=_shown(found), what="place")
        return ""


def _fits(kind: PlaceKind, above: Place, by_id: Mapping[str, Place]) -> bool:
    """Whether a place may lie in another: in a larger one, or a country's votes in those abroad."""
    if above.kind is PlaceKind.ABROAD:
        whole = by_id.get(above.within)
        return kind is PlaceKind.ABROAD and (whole is None or whole.kind is PlaceKind.COUNTRY)
    empty = above.kind in (PlaceKind.CUSTOMS, PlaceKind.INLAND)
    return not empty and _RANKS[above.kind] < _RANKS[kind]


def _contest(
    node: _Node, parties: Mapping[str, tuple[str, ...]], places: _Places, layout: int
) -> Contest:
    name_tr, name_en = node.names("name")
    kind = node.kind("kind", ContestKind, ContestKind.OTHER)
    contenders = tuple(
        Contender(
            one.text("code"),
            one.text("party"),
            one.text("candidate") if one.has("candidate") else None,
            one.flag("withdrawn"),
            _named(one, places, "withdrawn_in") or (),
            _named(one, places, "places"),
        )
        for one in node.nodes("contenders", needed=True)
    )
    codes, seen = [one.code for one in contenders], {OTHERS}
    members = {party for one in contenders for party in parties.get(one.party, ())}
    for at, one in enumerate(contenders):
        if one.party and one.party != OTHERS and one.party not in parties:
            node.fault(Code.S921, f"contenders[{at}]", text=one.party, what="party")
        if one.code in seen:
            node.fault(Code.S922, f"contenders[{at}].code", text=one.code)
        seen.add(one.code)
        if one.party in members:
            node.fault(Code.S927, f"contenders[{at}]", text=one.party)
    shown = node.texts("shown") if node.has("shown") or layout == 1 else _start(kind, codes)
    if layout == 1 and not node.has("shown"):
        node.wrong("shown", "missing")
    for at, code in enumerate(shown):
        if code not in seen:
            node.fault(Code.S921, f"shown[{at}]", text=code, what="contender")
    held = _held(node, places, kind)
    return Contest(
        id=node.text("id"),
        name_tr=name_tr,
        name_en=name_en,
        title=node.text("title", name_tr if layout > 1 else None),
        contenders=contenders,
        shown=shown,
        aliases=node.texts("aliases"),
        kind=kind,
        places=held,
        counts=_counts(node, places, held),
    )


def _start(kind: ContestKind, codes: list[str]) -> tuple[str, ...]:
    """The rows a table starts with; an answer to a question leaves no others."""
    others = () if kind is ContestKind.REF else (OTHERS,)
    return (*codes[:ROWS_SHOWN], *others)


def _named(node: _Node, places: _Places, key: str) -> tuple[str, ...] | None:
    """The places a list names, each once; None where there is no list."""
    if not node.has(key):
        return None
    found = tuple(places.named(node, f"{key}[{n}]", v) for n, v in enumerate(node.list_of(key)))
    _once(node, key, "", found)
    return found


def _held(node: _Node, places: _Places, kind: ContestKind) -> tuple[str, ...] | None:
    if (found := _named(node, places, "places")) is None:
        return None
    kinds = {place.name: place.kind for place in places.told}
    for at, name in enumerate(found):
        if name and kinds[name] not in HELD_IN[kind]:
            node.fault(Code.S921, f"places[{at}]", text=name, what="held")
    return found


def _counts(node: _Node, places: _Places, held: tuple[str, ...] | None) -> tuple[PlaceCounts, ...]:
    by_name = {place.name: place for place in places.told}
    found = []
    for entry in node.nodes("counts"):
        name = places.named(entry, "place", entry.value.get("place"))
        place = by_name.get(name)
        if held is not None and place is not None and name not in held:
            entry.fault(Code.S921, "place", text=name, what="held")
        found.append(
            PlaceCounts(
                name,
                entry.count("boxes", place.boxes if place else None),
                entry.count("registered", place.registered if place else None),
                entry.clock("polls_close"),
                entry.count("seats"),
            )
        )
    _once(node, "counts", "place", [one.place for one in found])
    return tuple(found)
