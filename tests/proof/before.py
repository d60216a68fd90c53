"""Who was first last time, read out of the country's tables, and what posts say of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tests.proof.districts import answers, group_of, most_told, say_leaders, where_all
from tests.proof.leads import must
from tests.proof.parliament import seats_of
from tests.proof.reading import At, Faults, reads, slots_of
from tests.proof.shapes import Slots

NOBODY = ("diger", "bagimsiz")
COUNTRY = Path(__file__).resolve().parents[2] / "resources" / "country"
JOINT = ("cumhur_ittifaki", "millet_ittifaki")
COUNTS = ("place", "boxes", "registered", "cast", "valid", "invalid", "rest")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """A table's rows."""
    with (COUNTRY / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def parties() -> Mapping[str, tuple[str, str]]:
    """By code, what a party is now, and its short name."""
    return {row["code"]: (row["now"] or row["code"], row["short"]) for row in table("parties.csv")}


def first_of(contest: str, place_id: str, day: str) -> str:
    """The party that had most votes the last time before a day; empty where nobody is known to."""
    names = sorted(path.name for path in (COUNTRY / "results").glob(f"*_{contest}.csv"))
    for name in reversed([one for one in names if one[:10] < day]):
        row = next((one for one in table(f"results/{name}") if one["place"] == place_id), None)
        if row is not None:
            return _first(row)
    return ""


def first_in_parliament(place_id: str) -> str:
    """The same of a province in the parliament of 2023: its districts added up.

    Votes for an alliance as a whole are left to the rest, which the first is far above.
    """
    inside = {row["id"] for row in table("places.csv") if row["in"] == place_id}
    rows = [row for row in table("results/2023-05-14_mv.csv") if row["place"] in inside]
    own = [code for code in rows[0] if code not in ("place", *JOINT)]
    return _first({code: str(sum(int(row[code] or 0) for row in rows)) for code in own})


def _first(row: Mapping[str, str]) -> str:
    votes: dict[str, int] = {}
    for code, text in row.items():
        if text and code not in COUNTS:
            now = parties().get(code, (code, ""))[0]
            votes[now] = votes.get(now, 0) + int(text)
    rest = int(row["valid"]) - sum(votes.values())
    most = sorted(votes.values(), reverse=True)
    if not most or rest >= most[0] or most[:1] == most[1:2]:
        return ""
    return max(votes, key=lambda code: votes[code])


@reads("hands", "{party:abl} {who:dat} {places}")
def hands_said(at: At, s: Slots) -> Faults:
    """Never read alone: by whom it is, its line says."""
    yield from ()


def changed(at: At, places: Iterable[str], who: str) -> set[str]:
    """Of some places where somebody is ahead, those where another party was first."""
    return {place for place in places if at.names.former.get(place, who) not in ("", who)}


@reads("district", "{by_whom} geçen seçimden sonra ilk sıranın değiştiği {many}: {each}.")
def changed_hands(at: At, s: Slots) -> Faults:
    """The places in which another party is ahead than was first last time, by all that tell."""
    found = answers(at, at.counted())
    group = group_of(at, s["by_whom"], found)
    yield from must(group == most_told(found), f"{most_told(found)} tell most")
    noun = at.names.noun.removesuffix("de")
    yield from must(s["many"] in (f"{noun}ler", f"{noun}lar"), "what they are")
    told = found.get(group, {})
    right = {
        place: code
        for code in {code for ahead in told.values() for code in ahead if code}
        for place in changed(at, where_all(told, code), code)
    }
    listed: dict[str, str] = {}
    for part in s["each"].split("; "):
        one = slots_of(at, "hands", part)
        if one is None:
            yield f"no change of hands reads “{part}”"
            continue
        who = next((code for code in at.names.codes(one["who"]) if code in right.values()), "")
        names = [name for some in one["places"].split(", ") for name in some.split(" ve ")]
        for name in names:
            place = at.names.by_name[name]
            listed[place] = who
            was = parties()[at.names.former[place]][1]
            yield from must(one["party"] == was, f"{place} was {was}'s")
    yield from must(listed == right, f"it is {right}")
    say_leaders(at, group, right)
    at.districts_said.add("hands")


@reads("grown", "{who} {places_in}")
def grown_said(at: At, s: Slots) -> Faults:
    """Never read alone: by whom it is, its line says."""
    yield from ()


def grown(at: At, agency: str) -> dict[str, dict[str, int]]:
    """By party and place the seats an agency gives where they are more than last time."""
    found: dict[str, dict[str, int]] = {}
    for place in at.counted():
        said = at.held.word(agency, place).seats
        for who, count in seats_of(said).items() if said and place in at.names.elected else ():
            if who not in NOBODY and count > at.names.elected[place].get(who, 0):
                found.setdefault(who, {})[place] = count
    return found


@reads("district", "{agency:dat} göre milletvekili sayısı geçen seçime göre artanlar: {each}.")
def more_seats(at: At, s: Slots) -> Faults:
    """Whom an agency gives more seats than last time, and where: all of them, in the order of the
    house."""
    right, listed = grown(at, s["agency"]), dict[str, set[str]]()
    for part in s["each"].split("; "):
        one = slots_of(at, "grown", part)
        codes = at.names.codes(one["who"]) if one else ()
        who = next((code for code in codes if code in right), "")
        listed[who] = set(at.listed(one["places_in"])) if one else set()
    yield from must(listed == {who: {*places} for who, places in right.items()}, f"it is {right}")
    order = sorted(listed, key=at.names.order.index) if "" not in listed else []
    yield from must([*listed] == order, f"the order is {order}")
    for who, places in right.items():
        for place, count in places.items():
            said = at.held.word(s["agency"], place).seats
            if said is not None:
                at.say("figure", count, said, who=who, item="seats")
    at.districts_said.add(f"more by {s['agency']}")


def left_out(at: At) -> Faults:
    """That another party is ahead somewhere, or has more seats, where no line says it."""
    for agency in at.agencies:
        due, told = bool(grown(at, agency)), f"more by {agency}" in at.districts_said
        yield from must(due == told, f"that {agency} gives more seats is {due}")
    found = answers(at, at.counted())
    told = found.get(most_told(found), {})
    ahead = {code for every in told.values() for code in every if code}
    due = any(changed(at, where_all(told, code), code) for code in ahead)
    yield from must(due == ("hands" in at.districts_said), f"that hands changed is {due}")
