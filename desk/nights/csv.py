"""Lists of places and of contenders as text, from a CSV or a spreadsheet, to what answers hold.

Columns stand in any order under their headings, in English or Turkish. Nothing here opens a file;
every row says for itself, with its line, why it cannot be taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from desk.country.parties import answers, person_code
from desk.country.places import full_name, named, regions
from desk.facts import people
from desk.facts.codes import Code, Refusal
from desk.facts.election import (
    INDEPENDENT,
    OTHERS,
    OTHERS_PARTY,
    ContestKind,
    PlaceKind,
)
from desk.facts.figures import read_count
from desk.facts.records import DELIMITERS, headed_records
from desk.nights import choosing, standing, wording
from desk.nights.answers import OwnPlace, StandingRow
from desk.nights.making import Made
from desk.turkish import fold

CONTENDERS = ("contest", "place", "party", "candidate", "short", "colour", "aliases")
PLACES = ("name", "kind", "in", "boxes", "registered", "id")
"""The columns of the two lists."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_HEADINGS: dict[str, tuple[str, ...]] = {
    "contest": ("race", "yarış", "seçim"),
    "place": ("district", "yer", "ilçe", "belediye"),
    "party": ("parti", "partisi"),
    "candidate": ("aday", "adayı", "ad soyad", "adı soyadı", "isim"),
    "short": ("kısa ad", "kısa adı", "kısaltma"),
    "colour": ("color", "renk", "rengi"),
    "aliases": ("öteki adlar", "diğer adlar", "other names"),
    "name": ("ad", "adı", "yer", "place"),
    "kind": ("tür", "türü"),
    "in": ("içinde", "il", "bağlı olduğu yer"),
    "boxes": ("sandık", "sandık sayısı"),
    "registered": ("seçmen", "kayıtlı seçmen", "seçmen sayısı"),
    "id": ("no", "numara"),
}
_KINDS = {
    PlaceKind.COUNTRY: ("ülke",),
    PlaceKind.INLAND: ("yurt içi", "yurtiçi"),
    PlaceKind.PROVINCE: ("il",),
    PlaceKind.CONSTITUENCY: ("seçim çevresi", "seçim bölgesi"),
    PlaceKind.DISTRICT: ("ilçe",),
    PlaceKind.TOWN: ("belde",),
    PlaceKind.ABROAD: ("yurt dışı", "yurtdışı"),
    PlaceKind.CUSTOMS: ("gümrük", "gümrük kapıları"),
}
_RANK = list(_KINDS)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ReadList(Generic[Row]):
    """The rows of a list that can be taken, why the others cannot, and headings that are none."""

    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sheet:
    """A list under its headings: records with their lines."""

    columns: list[str]
    others: tuple[str, ...]
    records: list[tuple[int, list[str]]]
    refusals: list[Refusal] = field(default_factory=list)

    def each(self, read: Callable[[int, Mapping[str, str]], Row]) -> list[Row]:
        """What each record comes to; one that is refused goes to the refusals."""
        found = []
        for line, cells in self.records:
            named = dict.fromkeys((*CONTENDERS, *PLACES), "") | {
                column: cell for column, cell in zip(self.columns, cells, strict=False) if column
            }
            try:
                if any(cells[len(self.columns) :]):
                    raise Refusal(Code.E181, problem="more_cells")
                found.append(read(line, named))
            except Refusal as refusal:
                self.refusals.append(refusal.at(line=line))
        return found


def read_places(text: str) -> ReadList[OwnPlace]:
    """The places of a list; one without a kind, or named like the country's, is the country's.

    E181 where there is no list; by line E132, E182, E183, E187, E188, E189, and bad counts.
    """
    sheet = _sheet(text, PLACES, ("name",))
    lines: dict[str, int] = {}
    inside: dict[str, str] = {}

    def place(line: int, cells: Mapping[str, str]) -> OwnPlace:
        one = _place(cells)
        if first := lines.get(one.id):
            raise Refusal(Code.E187, text=cells["name"], first=first)
        lines[one.id], inside[one.id] = line, cells["in"]
        return one

    found = sheet.each(place)
    by_id = {one.id: one for one in found}
    settled = []
    for one in found:
        try:
            settled.append(one if one.known else _settled(one, inside[one.id], by_id))
        except Refusal as refusal:
            sheet.refusals.append(refusal.at(line=lines[one.id]))
    return ReadList(tuple(settled), _in_order(sheet.refusals), sheet.others)


def _place(cells: Mapping[str, str]) -> OwnPlace:
    if not cells["name"]:
        raise Refusal(Code.E132, column="name")
    boxes, registered = (
        read_count(cells[name]) if cells[name] else None for name in ("boxes", "registered")
    )
    known = _of_the_country(cells)
    if known is not None:
        kind = PlaceKind(regions()[known].kind)
        return OwnPlace(known, regions()[known].name, kind, "", boxes, registered, True)
    kind = _kind(cells["kind"])
    return OwnPlace(cells["id"] or cells["name"], cells["name"], kind, "", boxes, registered)


def _of_the_country(cells: Mapping[str, str]) -> str | None:
    """The country's place a row means: by its id, its name, or both; None for one of her own."""
    name, within = cells["name"], cells["in"]
    for letter in ("d", "t", "p"):
        region = regions().get(f"{letter}{cells['id']}")
        if region is not None and fold(region.name) == fold(name):
            return region.id
    if cells["kind"]:
        kind = _kind(cells["kind"])
        found = named(f"{within}/{name}") if within else named(name)
        same = [one.id for one in found if one.kind == kind]
        return same[0] if len(same) == 1 and not cells["id"] else None
    return choosing.place_of(f"{within}/{name}" if within else name)


def _kind(text: str) -> PlaceKind:
    key = fold(text)
    for kind, names in _KINDS.items():
        if key == kind.value or key in {fold(name) for name in names}:
            return kind
    raise Refusal(Code.E188, text=text, known=", ".join(_KINDS))


def _settled(one: OwnPlace, within: str, by_id: Mapping[str, OwnPlace]) -> OwnPlace:
    """The place with the id of what it lies in, a larger one of the same list."""
    if not within:
        return one
    above = by_id.get(within)
    if above is None:
        same = [other for other in by_id.values() if fold(other.name) == fold(within)]
        larger = [other for other in same if _RANK.index(other.kind) < _RANK.index(one.kind)]
        above = larger[0] if len(larger) == 1 else None
    if above is None or _RANK.index(above.kind) >= _RANK.index(one.kind):
        raise Refusal(Code.E189, text=within, place=one.name)
    return OwnPlace(one.id, one.name, one.kind, above.id, one.boxes, one.registered)


def read_contenders(
    text: str, made: Made, contest: ContestKind | None = None
) -> ReadList[StandingRow]:
    """The rows of a list of contenders for a night's contests.

    ``contest`` is meant where the list has no such column. E181 where there is no list; by line
    E125, E121, E183, E184, E190, E154, E186, E187.
    """
    needed = () if contest else ("contest",)
    sheet = _sheet(text, CONTENDERS, needed)
    if not {"party", "candidate"} & set(sheet.columns):
        header = ",".join(CONTENDERS)
        raise Refusal(Code.E181, problem="missing", columns="party, candidate", header=header)
    names = NightNames(made)
    lines: dict[tuple[str, ...], int] = {}

    def standing_row(line: int, cells: Mapping[str, str]) -> StandingRow:
        row = contender(cells, names, contest)
        key = _seat(row, made.answers.day)
        if (first := lines.setdefault(key, line)) != line:
            said = row.candidate or cells["party"]
            raise Refusal(Code.E187, text=said, first=first)
        return row

    found = sheet.each(standing_row)
    return ReadList(tuple(found), _in_order(sheet.refusals), sheet.others)


def _seat(row: StandingRow, day: date) -> tuple[str, ...]:
    """What only one row can be about."""
    code, _ = standing.contender_of(row, day)
    return row.contest, row.place, code


class NightNames:
    """The names of a night's contests and places."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self._contests: dict[str, ContestKind] = {}
        for kind in made.contests:
            words = wording.contest(kind)
            for name in (kind.value, words.name_tr, words.name_en, *words.aliases):
                self._contests.setdefault(fold(name), kind)
        self._own: dict[str, list[str]] = {}
        for one in made.answers.own:
            self._own.setdefault(fold(one.name), []).append(one.id)

    def contest(self, text: str) -> ContestKind:
        """The contest a name means. E125."""
        found = self._contests.get(fold(text))
        if found is None:
            raise Refusal(Code.E125, text=text, known=", ".join(self.made.contests))
        return found

    def place(self, text: str, contest: ContestKind) -> str:
        """The id of a place where a contest is held. E121, E183, E184."""
        found = list(self._own.get(fold(text), ()))
        found = found or [one.id for one in named(text) if one.id in self.made.places]
        held = [one for one in found if contest in self.made.places[one]]
        if not found:
            known = ", ".join(self._called(one) for one in self.made.places)
            raise Refusal(Code.E121, text=text, known=known)
        if not held:
            raise Refusal(Code.E184, contests=contest.value, where=text)
        if len(held) > 1:
            told = [self._called(one) for one in held]
            more = max(len(told) - choosing.MOST_CHOICES, 0)
            choices = ", ".join(told[: choosing.MOST_CHOICES])
            raise Refusal(Code.E183, text=text, choices=choices, more=more)
        return held[0]

    def _called(self, place: str) -> str:
        own = self.made.own.get(place)
        return own.name if own else full_name(place) if place in regions() else place


def contender(
    cells: Mapping[str, str], names: NightNames, contest: ContestKind | None = None
) -> StandingRow:
    """The row of contenders a record's cells mean; refuses like `read_contenders`."""
    race = names.contest(cells["contest"]) if cells["contest"] else contest
    if race is None:
        raise Refusal(Code.E132, column="contest")
    place = names.place(cells["place"], race) if cells["place"] else ""
    if not cells["party"] and not cells["candidate"]:
        raise Refusal(Code.E190)
    if cells["candidate"]:
        people.must_be_name(cells["candidate"])
    if cells["colour"] and not _COLOUR.fullmatch(cells["colour"]):
        raise Refusal(Code.E186, text=cells["colour"])
    aliases = tuple(filter(None, (name.strip() for name in cells["aliases"].split("|"))))
    code, name = _party(cells, race, names.made.answers.day)
    return StandingRow(
        race.value,
        place,
        code,
        cells["candidate"],
        cells["short"],
        name,
        cells["colour"].upper(),
        aliases,
    )


def _party(cells: Mapping[str, str], race: ContestKind, day: date) -> tuple[str, str]:
    """The code of the party a row names, and its full name where the country has none such."""
    text = cells["party"]
    if not text or fold(text) in (INDEPENDENT, "independent"):
        if not cells["candidate"]:
            raise Refusal(Code.E190)
        return "", ""
    if fold(text) in {fold(name) for name in (OTHERS, OTHERS_PARTY.short, *OTHERS_PARTY.aliases)}:
        # Whom an agency does not name has a row without being asked for.
        raise Refusal(Code.E139, text=text)
    if race is ContestKind.REF:
        for answer in answers():
            if fold(text) in (answer.code, fold(answer.name)):
                return answer.code, ""
    known = standing.known_party(text, day)
    return (known.code, "") if known else (person_code(text), text)


def _sheet(text: str, known: Sequence[str], needed: Sequence[str]) -> _Sheet:
    """A text's records under its headings. E181: a column is missing or twice, nothing is there."""
    found = list(headed_records(text.removeprefix("\ufeff"), Code.E181))
    if not found:
        raise Refusal(Code.E181, problem="empty")
    headings = found[0][1]
    columns = [_column(heading, known) for heading in headings]
    if missing := [column for column in needed if column not in columns]:
        header = ",".join(known)
        raise Refusal(Code.E181, problem="missing", columns=", ".join(missing), header=header)
    if twice := [column for column in known if columns.count(column) > 1]:
        raise Refusal(Code.E181, problem="extra", columns=", ".join(twice))
    if not found[1:]:
        raise Refusal(Code.E181, problem="empty")
    others = [one for one, column in zip(headings, columns, strict=True) if one and not column]
    return _Sheet(columns, tuple(others), found[1:])


def _column(heading: str, known: Sequence[str]) -> str:
    key = fold(heading)
    for column in known:
        if key == column or key in {fold(name) for name in _HEADINGS[column]}:
            return column
    return ""


def has_headings(text: str, known: Sequence[str]) -> bool:
    """Whether the first record of a text is headings, one of them at least."""
    first = next(headed_records(text, Code.E181), (0, []))[1]
    return any(_column(cell, known) for cell in first)


def _in_order(refusals: Sequence[Refusal]) -> tuple[Refusal, ...]:
    return tuple(sorted(refusals, key=lambda one: int(str(one.values.get("line", 0)))))


def headed(text: str, contest: ContestKind) -> str:
    """A copied table under headings: its own, or by its width (party, candidate; place before)."""
    if has_headings(text, CONTENDERS):
        return text
    first = next(headed_records(text, Code.E181), (0, []))[1]
    named = "candidate" if contest is ContestKind.CB else "party"
    heads = {1: (named,), 2: ("party", "candidate"), 3: ("place", "party", "candidate")}
    if contest is ContestKind.CB:
        heads[2] = ("candidate", "party")
    mark = max(DELIMITERS, key=text.count)
    return f"{mark.join(heads.get(len(first), ()))}\n{text}"
