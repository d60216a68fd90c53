"""Nights to write posts of: the rehearsal's, those of other election days, and at random, with
everything in them that makes a sentence hard.

A night is what was keyed: rows of a figures CSV with contenders by their codes, corrections and
withdrawals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from random import Random

from desk.facts import catalog
from desk.facts.bulletin import Item
from desk.facts.edits import NewBulletin
from desk.facts.election import Election
from desk.facts.election_file import from_json
from desk.facts.figures import plain
from desk.rehearsal.script import Script, plan
from tests.audit import nights as random_nights
from tests.audit.arithmetic import Act, CsvRow
from tests.bench import election_days
from tests.proof import elections
from tests.proof.held import moment

MINUTE = "%Y-%m-%dT%H:%M"
Rows = list[CsvRow]


@dataclass(frozen=True)
class Night:
    """One night: the contests it is about, in an election, and the acts that make it."""

    kind: str
    election: Election
    contests: tuple[str, ...]
    acts: tuple[Act, ...]
    ballots: tuple[elections.Ballot, ...] = ()
    """What is to be known of its contests, where it is of another kind than mayors of districts."""


def rows_of(bulletin: NewBulletin, contest: str = "") -> Rows:
    """A bulletin as rows of a figures CSV; a leader has no value."""
    head = {
        "as_of": bulletin.as_of.strftime(MINUTE),
        "agency": bulletin.source.agency,
        "contest": contest or bulletin.source.contest,
        "place": bulletin.source.place,
    }
    found = []
    for row, value in bulletin.figures.items():
        if row.item is Item.LEADER:
            found.append({**head, "item": "leader", "contender": str(value), "value": ""})
        else:
            said = {"item": row.item.value, "contender": row.contender, "value": plain(value)}
            found.append({**head, **said})
    return found


@lru_cache(maxsize=8)
def _script(seed: int) -> Script:
    return plan(seed)


def rehearsed(seed: int, contest: str = "ibb", thin: int = 1) -> list[Rows]:
    """The bulletins of a rehearsal; of every place one in so many of them."""
    kept: dict[object, int] = {}
    found = []
    for one in _script(seed).bulletins:
        source = one.bulletin.source
        kept[source] = kept.get(source, -1) + 1
        if kept[source] % thin == 0:
            found.append(rows_of(one.bulletin, contest))
    return found


def _tied(rows: Rows, random: Random) -> Rows:
    """Now and then the second gets what the first has."""
    if random.randrange(6):
        return rows
    for item in ("share", "votes"):
        said = [row for row in rows if row["item"] == item and row["contender"] != "diger"]
        said.sort(key=lambda row: -Decimal(row["value"]))
        if len(said) > 1:
            second = said[1]["contender"]
            rows = [
                {**row, "value": said[0]["value"]}
                if row["item"] == item and row["contender"] == second
                else row
                for row in rows
            ]
    return [row for row in rows if not row["item"].startswith("lead")] or rows


def _blank(rows: Rows, random: Random) -> Rows:
    """Any row may be missing."""
    return [row for row in rows if random.randrange(5)]


def _boxes(rows: Rows, random: Random) -> Rows:
    """All boxes but one, called everything; all; or none but one, called nothing; or none."""
    kept = [
        row for row in rows if row["item"] not in ("opened_share", "opened_boxes", "total_boxes")
    ]
    total = random.choice((42, 599, 1200))
    share, boxes = random.choice(
        (
            ("100", total - 1),
            ("100", total),
            ("0", 1),
            ("0", 0),
            ("99.83", total - 1),
            ("", total - 1),
        )
    )
    head = {key: rows[0][key] for key in ("as_of", "agency", "contest", "place")}
    more = [{**head, "item": "opened_boxes", "contender": "", "value": str(boxes)}]
    if share:
        more.append({**head, "item": "opened_share", "contender": "", "value": share})
    if random.randrange(4):
        more.append({**head, "item": "total_boxes", "contender": "", "value": str(total)})
    return kept + more


def _only(*items: str) -> Callable[[Rows, Random], Rows]:
    """Nothing but these items of some bulletins, now and then."""

    def keep(rows: Rows, random: Random) -> Rows:
        if not random.randrange(3):
            return rows
        return [row for row in rows if row["item"] in items]

    return keep


def _stated(*, named: bool) -> Callable[[Rows, Random], Rows]:
    """Leads as stated, with or without whose they are."""

    def change(rows: Rows, random: Random) -> Rows:
        said = [row for row in rows if row["item"] == "share" and row["contender"] != "diger"]
        said.sort(key=lambda row: -Decimal(row["value"]))
        if len(said) < 2 or not random.randrange(3):
            return rows
        points = Decimal(said[0]["value"]) - Decimal(said[1]["value"])
        head = {**said[0], "contender": ""}
        made: Rows = [{**head, "item": "lead_points", "value": str(points)}]
        if random.randrange(2):
            made.append({**head, "item": "lead_votes", "value": str(random.randrange(50, 20000))})
        if named:
            made.append({**said[0], "item": "leader", "value": ""})
            made = made if random.randrange(3) else made[-1:]
        return made

    return change


def _late(rows: Rows, _random: Random) -> Rows:
    """Five hours later."""
    later = moment(rows[0]["as_of"]) + timedelta(hours=5)
    return [{**row, "as_of": later.strftime(MINUTE)} for row in rows]


EDITS: dict[str, Callable[[Rows, Random], Rows]] = {
    "ties": _tied,
    "blanks": _blank,
    "boxes": _boxes,
    "only votes": _only("votes", "opened_share", "opened_boxes"),
    "only leads": _stated(named=True),
    "nameless margins": _stated(named=False),
    "after midnight": _late,
}
"""What makes a rehearsal hard, bulletin by bulletin."""


def _frozen(bulletins: Iterable[Rows], random: Random) -> list[Rows]:
    """One agency falls silent in most places, each at its hour."""
    agency = random.choice(("AA", "ANKA"))
    until: dict[str, str] = {}
    kept = []
    for rows in bulletins:
        head = rows[0]
        last = until.setdefault(
            head["place"], f"2024-03-31T{random.choice(('18:50', '19:20', '20:05', '23:59'))}"
        )
        if head["agency"] != agency or head["as_of"] <= last:
            kept.append(rows)
    return kept


def _silent(bulletins: Iterable[Rows], random: Random) -> list[Rows]:
    """One agency says nothing of many places."""
    agency = random.choice(("AA", "ANKA"))
    return [
        rows
        for rows in bulletins
        if rows[0]["agency"] != agency or hash_of(rows[0]["place"]) % 3 == 0
    ]


def _three(bulletins: Iterable[Rows], random: Random) -> list[Rows]:
    """The official source speaks too, later and of other boxes."""
    kept = []
    for rows in bulletins:
        kept.append(rows)
        if rows[0]["agency"] == "ANKA" and random.randrange(3):
            later = moment(rows[0]["as_of"]) + timedelta(minutes=random.choice((0, 3, 40)))
            kept.append(
                [
                    {
                        **row,
                        "agency": "YSK",
                        "as_of": later.strftime(MINUTE),
                        "value": _near(row, random),
                    }
                    for row in rows
                ]
            )
    return sorted(kept, key=lambda rows: rows[0]["as_of"])


def _near(row: CsvRow, random: Random) -> str:
    if row["item"] != "share" or random.randrange(2):
        return row["value"]
    value = Decimal(row["value"]) + Decimal(random.randrange(-300, 300)) / 100
    return str(min(max(value, Decimal(0)), Decimal(100)))


WHOLE: dict[str, Callable[[Iterable[Rows], Random], list[Rows]]] = {
    "a frozen agency": _frozen,
    "a silent agency": _silent,
    "three agencies": _three,
}
"""What makes one hard as a whole."""


def hash_of(text: str) -> int:
    """A number of a text that is the same in every run."""
    return sum(ord(char) * at for at, char in enumerate(text, 1))


def hard(kind: str, seed: int, contest: str, thin: int) -> Night:
    """A rehearsal of a kind of difficulty."""
    random = Random(f"{kind} {seed}")
    bulletins = rehearsed(1 + seed % 4, contest, thin)
    if kind in WHOLE:
        bulletins = WHOLE[kind](bulletins, random)
    elif kind in EDITS:
        bulletins = [rows for one in bulletins if (rows := EDITS[kind](one, random))]
    acts = tuple(("file", -1, rows) for rows in bulletins)
    return Night(kind, catalog.load("istanbul-2024"), (contest,), acts)


LABELS = {
    "ak_parti": "AKP",
    "dem_parti": "DEM Parti",
    "diger": "Diğer",
    "evet": "Evet",
    "hayir": "Hayır",
    "huda_par": "HÜDA PAR",
    "kemal_kilicdaroglu": "Kılıçdaroğlu",
    "recep_tayyip_erdogan": "Erdoğan",
    "sinan_ogan": "Oğan",
    "yeniden_refah": "YRP",
}
TITLES = {
    "bb": "ilçe belediye başkanlığı",
    "bbb": "büyükşehir belediye başkanlığı",
    "cb": "cumhurbaşkanlığı",
    "ref": "halk oylaması",
}


def other_day(seed: int) -> Night:
    """A night of another election day."""
    every = [(day, contest) for day in election_days.days() for contest in day.results]
    day, contest = every[seed % len(every)]
    script = election_days.night(day, contest, seed)
    acts = tuple(("file", -1, rows_of(one.bulletin)) for one in script.bulletins)
    parties = tuple(
        replace(p, short=LABELS.get(p.code, p.code.upper())) for p in day.election.parties
    )
    contests = tuple(replace(c, title=TITLES[c.id]) for c in day.election.contests)
    election = replace(day.election, id="another-day", parties=parties, contests=contests)
    return Night("another day", election, (contest,), acts)


def at_random(seed: int) -> Night:
    """A night at random, with slips, corrections and withdrawals."""
    night = random_nights.make(seed)
    contests = tuple(dict.fromkeys(rows[0]["contest"] for _, _, rows in night.acts if rows))
    return Night("at random", from_json(night.election), contests, tuple(night.acts))


def of_kind(kind: str, seed: int) -> Night:
    """A night of another kind of election, with a difficulty of its own."""
    random = Random(f"{kind} {seed}")
    election, ballots = elections.MAKERS[kind](seed)
    hardness = (None, *EDITS, *WHOLE)[seed % (1 + len(EDITS) + len(WHOLE))]
    agencies = elections.AGENCIES[: 1 if seed % 7 == 6 else 3 if seed % 5 == 4 else 2]
    said = [rows for one in ballots for rows in elections.bulletins(one, seed, agencies)]
    if hardness in WHOLE:
        said = WHOLE[hardness](said, random)
    elif hardness in EDITS:
        said = [rows for one in said if (rows := EDITS[hardness](one, random))]
    acts = tuple(("file", -1, rows) for rows in said)
    return Night(kind, election, tuple(one.contest for one in ballots), acts, ballots)


KINDS = ("rehearsal", "another day", "at random", *WHOLE, *EDITS, *elections.MAKERS)
"""The kinds of nights."""

CONTESTS = ("ibb", "ilce-baskanligi", "ilce-meclisi")


def make(kind: str, seed: int, thin: int = 1) -> Night:
    """The night of a kind and a number, the same every time."""
    if kind == "another day":
        return other_day(seed)
    if kind == "at random":
        return at_random(seed)
    if kind in elections.MAKERS:
        return of_kind(kind, seed)
    return hard(kind, seed, CONTESTS[seed % 3], thin)


def of_few_places(night: Night, seed: int, districts: int) -> Night:
    """The same of some districts alone, and of the province; nights with corrections stay whole."""
    if night.ballots or any(kind != "file" for kind, _, _ in night.acts):
        return night
    every = sorted({rows[0]["place"] for _, _, rows in night.acts})
    whole = {place.name for place in night.election.provinces}
    some = [name for name in every if name not in whole]
    kept = {*whole, *Random(seed).sample(some, min(districts, len(some)))}
    acts = tuple(act for act in night.acts if act[2][0]["place"] in kept)
    return replace(night, acts=acts)


def sampled(acts: Sequence[Act], moments: int) -> list[Sequence[Act]]:
    """The acts in so many pieces."""
    step = max(1, -(-len(acts) // moments))
    return [acts[at : at + step] for at in range(0, len(acts), step)]
