"""Nights at random, each from one number: honest counts and slips, everything an agency may send.

A night is an election (some places of the desk's own, some without boxes or voters), settings, and
what was keyed: rows of a figures CSV, corrections and withdrawals.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.audit.arithmetic import INDEPENDENTS, OTHERS, Act, CsvRow

ELECTION = Path(__file__).parents[2] / "resources" / "elections" / "istanbul-2024.json"
COUNTS = frozenset({"votes", "opened_boxes", "total_boxes", "lead_votes"})
NIGHT = datetime(2024, 3, 31, 18, 0)
MINUTE = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True)
class RandomNight:
    """One night; ``draft`` are rows typed and not filed."""

    seed: int
    election: dict[str, Any]
    settings: dict[str, str]
    acts: list[Act]
    draft: list[CsvRow]


@dataclass
class Count:
    """How one place really votes; agencies open its boxes in an order of their own."""

    place: str
    contest: str
    boxes: int
    total: int
    votes: dict[str, int]
    opened: dict[str, float] = field(default_factory=dict)
    lean: dict[str, dict[str, float]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def resource() -> dict[str, Any]:
    """The election as it comes with the desk."""
    told: dict[str, Any] = json.loads(ELECTION.read_text(encoding="utf-8"))
    return told


def make(seed: int) -> RandomNight:
    """The night of this number, the same every time."""
    dice = random.Random(seed)
    election = some_places(dice)
    counts = [
        a_count(dice, place, contest["id"])
        for contest in election["contests"][: dice.choice((1, 1, 1, 2, 3))]
        for place in election["places"]
    ]
    agencies = [agency["code"] for agency in election["agencies"]]
    acts: list[Act] = []
    heads: list[CsvRow] = []
    rows: list[list[CsvRow]] = []
    clock = NIGHT + timedelta(minutes=dice.randrange(0, 120))
    for _ in range(dice.randrange(8, 22) * min(len(counts), 12)):
        clock += timedelta(minutes=dice.choice((0, 0, 1, 2, 5, 11, 30)))
        what = dice.random()
        if rows and what < 0.06:
            acts.append(("withdraw", dice.randrange(len(rows)), ()))
        elif rows and what < 0.16:
            number = dice.randrange(len(rows))
            change = a_correction(dice, rows[number], heads[number])
            acts.append(("correct", number, change))
            rows.append(change)
            heads.append(heads[number] | {"as_of": change[0]["as_of"]})
        else:
            said = a_bulletin(dice, dice.choice(counts), dice.choice(agencies), clock)
            if election["places"][0]["kind"] == "province":
                said = with_districts(dice, said, rows, election["places"][0]["name"])
            acts.append(("file", -1, said))
            rows.append(said)
            heads.append(said[0])
    draft = a_bulletin(dice, dice.choice(counts), dice.choice(agencies), clock)
    settings = {"check.d403.tolerance": dice.choice(("1.5", "1.5", "0", "0.4"))}
    return RandomNight(seed, election, settings, acts, draft)


def some_places(dice: random.Random) -> dict[str, Any]:
    """The election with one to five districts or all, with the province or not."""
    election = copy.copy(resource())
    province, *districts = election["places"]
    chosen = (
        districts if dice.random() < 0.02 else dice.sample(districts, dice.choice((1, 1, 2, 3, 5)))
    )
    places = [dict(place) for place in (province, *chosen)]
    for place in places:
        if dice.random() < 0.15:
            del place["boxes"]
        if dice.random() < 0.15:
            del place["registered"]
    if dice.random() < 0.6:
        # The districts are the whole province, as far as anybody can count.
        for count in ("boxes", "registered"):
            told = [place.get(count) for place in places[1:]]
            if None not in told:
                places[0][count] = sum(told)
    election["places"] = places if dice.random() < 0.6 else places[1:]
    election["agencies"] = election["agencies"][: dice.choice((2, 3))]
    if dice.random() < 0.2:
        # An election nobody knows the last one of.
        election["id"] = "another-2024"
    return election


def a_count(dice: random.Random, place: dict[str, Any], contest: str) -> Count:
    """Votes of a place: a close race, a landslide, a tie, few or many contenders."""
    codes = ["chp", "ak_parti", "yeniden_refah", "dem_parti", "zafer_partisi", "tkp"]
    dice.shuffle(codes)
    codes = codes[: dice.choice((2, 2, 3, 4, 5, 6))]
    if dice.random() < 0.15:
        codes.insert(dice.randrange(len(codes)), INDEPENDENTS)
    codes = [*codes, OTHERS]
    boxes = place.get("boxes") or dice.choice((42, 599, 600, 1200))
    voters = place.get("registered") or boxes * 320
    total = int(voters * dice.uniform(0.6, 0.9))
    weights = [dice.uniform(1, 10) * 0.6**rank for rank in range(len(codes))]
    if dice.random() < 0.15:
        weights[1] = weights[0]
    votes = [int(total * weight / sum(weights)) for weight in weights]
    return Count(place["name"], contest, boxes, total, dict(zip(codes, votes, strict=True)))


def text(dice: random.Random, number: float, decimals: int | None = None) -> str:
    """A printed number with none, one or two decimals, now and then cut off, not rounded."""
    number = min(100.0, max(0.0, number))
    decimals = dice.choice((0, 1, 2, 2, 2, 2)) if decimals is None else decimals
    if dice.random() < 0.15:
        number = int(number * 10**decimals) / 10**decimals
    return f"{number:.{decimals}f}"


def slipped(dice: random.Random, item: str, value: str) -> str:
    """A number with a slip of the hand: a digit changed, dropped or two exchanged."""
    digits = [place for place, mark in enumerate(value) if mark.isdigit()]
    where, other = dice.choice(digits), dice.choice(digits)
    marks = list(value)
    kind = dice.random()
    if kind < 0.5:
        marks[where] = str(dice.randrange(10))
    elif kind < 0.75:
        marks[where], marks[other] = marks[other], marks[where]
    elif len(digits) > 2 and digits[0] == where:
        del marks[where]
    said = "".join(marks)
    whole, dot, decimals = said.partition(".")
    said = (whole.lstrip("0") or "0") + dot + decimals
    return said if item in COUNTS or float(said) <= 100 else value


def opened_now(dice: random.Random, count: Count, agency: str) -> float:
    """How much an agency has opened: on, now and then at once to the end, at times back."""
    before = count.opened.get(agency, dice.choice((0.0, 0.05, 0.4)))
    step = dice.random()
    if step < 0.08:
        now = max(0.0, before - dice.uniform(0, 0.2))
    elif step < 0.2:
        now = 1.0
    elif step < 0.25:
        now = (count.boxes - 1) / count.boxes
    elif step < 0.32:
        # Where the other one stands.
        now = dice.choice(list(count.opened.values()) or [before])
    else:
        now = min(1.0, before + dice.uniform(0, 0.3))
    count.opened[agency] = now
    return now


def counted(dice: random.Random, count: Count, agency: str, opened: float) -> dict[str, int]:
    """Votes so far: an agency opens one party's boxes first, and at the end all are the same."""
    lean = count.lean.setdefault(agency, {who: dice.uniform(0.7, 1.3) for who in count.votes})
    return {
        who: int(votes * opened * (lean[who] * (1 - opened) + opened))
        for who, votes in count.votes.items()
    }


def a_bulletin(dice: random.Random, count: Count, agency: str, clock: datetime) -> list[CsvRow]:
    """What an agency says of a place at a time, as rows of a figures CSV."""
    opened = opened_now(dice, count, agency)
    votes = counted(dice, count, agency, opened)
    figures: dict[tuple[str, str], str] = {}
    kinds: tuple[tuple[float, Callable[..., None]], ...] = (
        (0.75, _shares),
        (0.3, _votes),
        (0.7, _opened),
        (0.25, _lead),
    )
    while not figures:
        for chance, kind in kinds:
            if dice.random() < chance:
                kind(dice, figures, votes, opened, count)
        if dice.random() < 0.15:
            figures["turnout", ""] = text(dice, dice.uniform(60, 90))
    if dice.random() < 0.2:
        numbers = [key for key in figures if key[0] != "leader"]
        if numbers:
            key = dice.choice(numbers)
            figures[key] = slipped(dice, key[0], figures[key])
    if dice.random() < 0.1:
        clock -= timedelta(minutes=dice.randrange(1, 90))
    return rows_of(clock.strftime(MINUTE), agency, count.contest, count.place, figures)


def rows_of(
    as_of: str, agency: str, contest: str, place: str, figures: dict[tuple[str, str], str]
) -> list[CsvRow]:
    """Figures as rows of the CSV; a leader has no value."""
    head = {"as_of": as_of, "agency": agency, "contest": contest, "place": place}
    return [
        head
        | (
            {"item": item, "contender": value, "value": ""}
            if item == "leader"
            else {"item": item, "contender": who, "value": value}
        )
        for (item, who), value in figures.items()
    ]


def with_districts(
    dice: random.Random, said: list[CsvRow], before: list[list[CsvRow]], province: str
) -> list[CsvRow]:
    """A province's votes, often those of the districts so far together, or some more or less."""
    head = said[0]
    if head["place"] != province or dice.random() < 0.3:
        return said
    last: dict[tuple[str, str], int] = {}
    for rows in before:
        for row in rows:
            same = (row["agency"], row["contest"]) == (head["agency"], head["contest"])
            if same and row["item"] == "votes" and row["value"] and row["place"] != province:
                last[row["place"], row["contender"]] = int(row["value"])
    sums: dict[str, int] = {}
    for (_place, who), votes in last.items():
        sums[who] = sums.get(who, 0) + votes
    off = dice.choice((0, 0, 0, 1, -1))
    return [
        {**row, "value": str(max(0, sums[row["contender"]] + off))}
        if row["item"] == "votes" and row["contender"] in sums
        else row
        for row in said
    ]


def _named(dice: random.Random, votes: dict[str, int]) -> list[str]:
    """Whom a bulletin names: all, all but the rest, some, one alone, now and then only the rest."""
    order = sorted(votes, key=lambda who: votes[who], reverse=True)
    named = [who for who in order if who != OTHERS]
    kind = dice.random()
    if kind < 0.35:
        return [*named, OTHERS]
    if kind < 0.6:
        return named
    if kind < 0.7:
        return [dice.choice(named)]
    if kind < 0.73:
        return [OTHERS]
    chosen = dice.sample(order, dice.randint(1, len(order)))
    return chosen


def _shares(
    dice: random.Random,
    figures: dict[tuple[str, str], str],
    votes: dict[str, int],
    _opened: float,
    _count: Count,
) -> None:
    total = sum(votes.values()) or 1
    named = _named(dice, votes)
    decimals = dice.choice((None, None, 2, 2, 1, 0))
    for who in named:
        figures["share", who] = text(dice, 100 * votes[who] / total, decimals)
    if len(named) > 1 and dice.random() < 0.08:
        figures["share", named[1]] = figures["share", named[0]]


def _votes(
    dice: random.Random,
    figures: dict[tuple[str, str], str],
    votes: dict[str, int],
    _opened: float,
    _count: Count,
) -> None:
    named = _named(dice, votes)
    for who in named:
        figures["votes", who] = str(votes[who])
    if len(named) > 1 and dice.random() < 0.1:
        figures["votes", named[1]] = figures["votes", named[0]]


def _opened(
    dice: random.Random,
    figures: dict[tuple[str, str], str],
    _votes: dict[str, int],
    opened: float,
    count: Count,
) -> None:
    kind, boxes = dice.random(), round(count.boxes * opened)
    if kind < 0.65:
        figures["opened_share", ""] = text(dice, 100 * boxes / count.boxes)
    if kind > 0.5:
        figures["opened_boxes", ""] = str(boxes)
        if dice.random() < 0.6:
            figures["total_boxes", ""] = str(count.boxes - dice.choice((0, 0, 0, 0, 1)))
    elif dice.random() < 0.04:
        figures["total_boxes", ""] = str(count.boxes)
    if boxes == count.boxes - 1 and dice.random() < 0.5:
        # One box is missing, and it is called everything.
        figures["opened_share", ""] = dice.choice(("100", "100.0"))
        figures["opened_boxes", ""] = str(boxes)


def _lead(
    dice: random.Random,
    figures: dict[tuple[str, str], str],
    votes: dict[str, int],
    _opened: float,
    _count: Count,
) -> None:
    named = sorted((who for who in votes if who != OTHERS), key=lambda who: -votes[who])
    total = sum(votes.values()) or 1
    ahead = votes[named[0]] - votes[named[1]]
    if dice.random() < 0.7:
        figures["leader", ""] = named[0] if dice.random() < 0.8 else dice.choice(named)
    if dice.random() < 0.6:
        figures["lead_points", ""] = text(dice, 100 * ahead / total)
    if dice.random() < 0.3:
        figures["lead_votes", ""] = str(ahead)


def a_correction(dice: random.Random, rows: list[CsvRow], head: CsvRow) -> list[CsvRow]:
    """Some of a bulletin's figures otherwise, one away or one more; at times for another minute."""
    as_of = head["as_of"]
    if dice.random() < 0.15:
        moved = datetime.fromisoformat(as_of) + timedelta(minutes=dice.randrange(-30, 30))
        as_of = moved.strftime(MINUTE)
    changed = []
    for row in rows:
        if row["item"] == "leader" or not row["value"]:
            continue
        if dice.random() < 0.3:
            value = "" if dice.random() < 0.2 else slipped(dice, row["item"], row["value"])
            changed.append({**row, "as_of": as_of, "value": value})
    address = {"agency": head["agency"], "contest": head["contest"], "place": head["place"]}
    spoken = any(row["item"] == "turnout" for row in changed)
    if not changed or (not spoken and dice.random() < 0.15):
        more = {"item": "turnout", "contender": "", "value": text(dice, dice.uniform(60, 90))}
        changed.append({"as_of": as_of, **address, **more})
    return changed
