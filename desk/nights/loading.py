"""Election files with the people in them: read from a disk, judged whole, found by their ids.

Shipped ones and those in the editor's own folder; a file that does not hold together is refused
with every fault, each with its place in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.facts import catalog, election_file, people
from desk.facts.codes import Code, Refusal
from desk.facts.election import Election
from desk.facts.people import Person
from desk.tables import write_whole

PEOPLE = "people"
"""Where an election file says who stands in one place alone."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An election, and who stands where in it."""

    election: Election
    people: tuple[Person, ...] = ()


def own_folder() -> Path:
    """Where the editor's own elections lie."""
    return catalog.own("elections")


def known() -> dict[str, Path]:
    """Every election file there is, by its id: the shipped ones, then her own."""
    shipped = catalog.elections()
    own = catalog.elections(own_folder())
    return shipped | {name: path for name, path in own.items() if name not in shipped}


def load(election: str | Path) -> Loaded:
    """The election with this id, or the one a path holds.

    Refuses S911 what no file has, S912 the first of a file's faults.
    """
    ids = known()
    path = ids.get(str(election), Path(election) if isinstance(election, Path) else None)
    if path is None:
        raise Refusal(Code.S911, election=election, known=", ".join(ids))
    try:
        data = decoded(path)
    except Refusal as refusal:
        if refusal.code is Code.S900:
            raise Refusal(Code.S911, election=str(path), known=", ".join(ids)) from None
        raise Refusal(Code.S912, file=path.name, reason=refusal) from None
    if found := faults(data):
        raise Refusal(Code.S912, file=path.name, reason=found[0])
    return of(data)


def decoded(path: Path) -> object:
    """A file's decoded JSON. S900 where there is no such file, S925 where it is none."""
    try:
        return election_file.decoded(catalog.given(path).decode("utf-8-sig"))
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None
    except ValueError:
        raise Refusal(Code.S925) from None


def of(data: object) -> Loaded:
    """The election of a file that has no `faults`."""
    election = election_file.from_json(data)
    found, refusals = _people(data, election)
    if refusals:
        raise refusals[0]
    return Loaded(election, found)


def faults(data: object) -> list[Refusal]:
    """Everything that keeps a file from making a night; each says ``where`` in the file."""
    found = election_file.faults(data)
    return found or _people(data, election_file.from_json(data))[1]


def to_json(loaded: Loaded) -> dict[str, Any]:
    """The file of an election and its people; `of` gives them back."""
    ids = {place.name: place.id for place in loaded.election.places}
    return {
        **election_file.to_json(loaded.election),
        PEOPLE: [
            {
                "contest": one.contest,
                "place": ids.get(one.place, ""),
                "party": one.party,
                "name": one.name,
            }
            for one in loaded.people
        ],
    }


def ending(path: Path) -> Path:
    """A path with the ending of election files, added where it was left out."""
    return path if path.suffix.lower() == ".json" else path.with_name(f"{path.name}.json")


def write(path: Path, loaded: Loaded) -> None:
    """Write an election file, over an older one if there is one. S906, S909."""
    write_whole(path, text_of(to_json(loaded)))


def text_of(data: Mapping[str, Any]) -> str:
    """A file's text, a thing a line where there are many."""
    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in value)
            lines.append(f"  {json.dumps(key)}: [\n    {rows}\n  ]")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _people(data: object, election: Election) -> tuple[tuple[Person, ...], list[Refusal]]:
    """Who a file says stands in one place alone, and what is wrong with that."""
    listed = data.get(PEOPLE) if isinstance(data, Mapping) else None
    if listed is None:
        return (), []
    if not isinstance(listed, list):
        return (), [Refusal(Code.S920, where=PEOPLE, fault="list", text="")]
    found: list[Person] = []
    refusals: list[Refusal] = []
    seats: set[tuple[str, ...]] = set()
    for at, entry in enumerate(listed):
        where = f"{PEOPLE}[{at}]"
        try:
            person = _person(entry, election, where)
            people.must_fit(election, [person])
            if person.key in seats:
                raise Refusal(Code.E153, text=person.name, other=person.party)
        except Refusal as refusal:
            refusals.append(refusal.at(where=refusal.values.get("where", where)))
            continue
        seats.add(person.key)
        found.append(person)
    return tuple(found), refusals


def _person(entry: object, election: Election, where: str) -> Person:
    if not isinstance(entry, Mapping):
        raise Refusal(Code.S920, where=where, fault="object", text="")
    texts = dict(_texts(entry, where))
    place = texts["place"]
    if place:
        names = {one.id: one.name for one in election.places}
        if place not in names:
            raise Refusal(Code.S921, where=f"{where}.place", text=place, what="place")
        place = names[place]
    if texts["contest"] not in {contest.id for contest in election.contests}:
        text = texts["contest"]
        raise Refusal(Code.S921, where=f"{where}.contest", text=text, what="contest")
    return Person(texts["contest"], place, texts["party"], texts["name"])


def _texts(entry: Mapping[str, Any], where: str) -> Iterator[tuple[str, str]]:
    for key in ("contest", "place", "party", "name"):
        value = entry.get(key, "" if key == "place" else None)
        if not isinstance(value, str):
            fault = "missing" if value is None else "text"
            raise Refusal(Code.S920, where=f"{where}.{key}", fault=fault, text="")
        yield key, value
