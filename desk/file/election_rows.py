"""Rows of the night's election: what its file said, and what was added or corrected since.

No rules: what makes an election is `election_file`'s business, what may be changed `apply`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from desk.facts.election import Agency, Contender, Election, Party, Place, PlaceCounts
from desk.facts.election_file import FORMAT, from_rows
from desk.file.disk import Database

NO_ELECTION = (
    *(ValueError, LookupError, StopIteration),
    *(TypeError, AttributeError, RecursionError),
)
"""What reading an election raises where sound tables hold none."""


def write(db: Database, election: Election) -> None:
    """Fill a new file with its election."""
    db.table("election").insert(
        {
            "id": election.id,
            "name_tr": election.name_tr,
            "name_en": election.name_en,
            "date": election.date.isoformat(),
            "zone": election.zone,
            "polls_close": election.polls_close.isoformat(timespec="minutes"),
            "sources": _packed(election.sources),
        }
    )
    for party in election.parties:
        write_party(db, party)
    for agency in election.agencies:
        write_agency(db, agency)
    db.table("place").insert_all(map(_place_row, election.places))
    for contest in election.contests:
        held = contest.places
        db.table("contest").insert(
            {
                "id": contest.id,
                "name_tr": contest.name_tr,
                "name_en": contest.name_en,
                "title": contest.title,
                "aliases": _packed(contest.aliases),
                "shown": _packed(contest.shown),
                "kind": contest.kind.value,
                "places": None if held is None else _packed(election.place(n).id for n in held),
            }
        )
        for contender in contest.contenders:
            write_contender(db, contest.id, contender, election)
        db.table("place_counts").insert_all(
            _counts_row(contest.id, counts) for counts in contest.counts
        )


def write_party(db: Database, party: Party) -> None:
    """Add a party."""
    db.table("party").insert(
        {
            "code": party.code,
            "ballot": party.ballot,
            "short": party.short,
            "name": party.name,
            "aliases": _packed(party.aliases),
            "colour": party.colour,
            "kind": party.kind.value,
            "members": _packed(party.members),
        }
    )


def write_agency(db: Database, agency: Agency, *, added: bool = False) -> None:
    """Add an agency; ``added`` marks one that came during the night."""
    db.table("agency").insert(
        {
            "code": agency.code,
            "name": agency.name,
            "aliases": _packed(agency.aliases),
            "official": int(agency.official),
            "added": int(added),
        }
    )


def write_place(db: Database, place: Place, *, added: bool) -> None:
    """Add a place; ``added`` marks one that came during the night."""
    db.table("place").insert(_place_row(place) | {"added": int(added)})


def _place_row(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "kind": place.kind.value,
        "boxes": place.boxes,
        "registered": place.registered,
        "id": place.id,
        "own": place.own,
        "within": place.within or None,
        "polls_close": _clock(place),
        "parts": _packed(place.parts),
    }


def rename_place(db: Database, name: str, to: str, own: str) -> None:
    """Call a place otherwise, with what it has in each contest; no other row may name it."""
    counts = [dict(row) for row in db.table("place_counts").rows_where("place = ?", [name])]
    db.table("place_counts").delete_where("place = ?", [name])
    db.conn.execute("UPDATE place SET name = ?, own = ? WHERE name = ?", (to, own, name))
    db.table("place_counts").insert_all({**row, "place": to} for row in counts)


def correct_place(db: Database, name: str, counts: PlaceCounts) -> None:
    """Give a place other boxes, voters and an hour of its own."""
    db.table("place").update(
        name,
        {
            "boxes": counts.boxes,
            "registered": counts.registered,
            "polls_close": _clock(counts),
        },
    )


def write_counts(db: Database, contest: str, place: str, counts: PlaceCounts | None) -> None:
    """Set what a place has in one contest; None takes it away."""
    db.table("place_counts").delete_where("contest = ? AND place = ?", [contest, place])
    if counts is not None:
        db.table("place_counts").insert(_counts_row(contest, counts))


def _counts_row(contest: str, counts: PlaceCounts) -> dict[str, Any]:
    return {
        "contest": contest,
        "place": counts.place,
        "boxes": counts.boxes,
        "registered": counts.registered,
        "polls_close": _clock(counts),
        "seats": counts.seats,
    }


def write_held(db: Database, contest: str, ids: Iterable[str]) -> None:
    """Set where a contest is held, by the places' ids."""
    db.table("contest").update(contest, {"places": _packed(ids)})


def write_contender(
    db: Database, contest: str, contender: Contender, election: Election, *, added: bool = False
) -> None:
    """Add a contender to a contest of an election; its party is already there."""
    places = contender.places
    db.table("contender").insert(
        {
            "contest": contest,
            "code": contender.code,
            "party": contender.party,
            "candidate": contender.candidate,
            "added": int(added),
            "withdrawn": int(contender.withdrawn),
            "withdrawn_in": _packed(election.place(name).id for name in contender.gone_from),
            "places": None if places is None else _packed(election.place(n).id for n in places),
        }
    )


def write_withdrawn(
    db: Database, contest: str, code: str, withdrawn: bool, ids: Iterable[str]
) -> None:
    """Say whether a contender has withdrawn, and else in which places, by their ids."""
    db.conn.execute(
        "UPDATE contender SET withdrawn = ?, withdrawn_in = ? WHERE contest = ? AND code = ?",
        (int(withdrawn), _packed(ids), contest, code),
    )


def write_shown(db: Database, contest: str, shown: Iterable[str]) -> None:
    """Set which contenders a new entry table starts with."""
    db.table("contest").update(contest, {"shown": _packed(shown)})


def write_change(
    db: Database, what: str, name: str, before: object, after: object, at: str, by: str
) -> None:
    """Put on record how something of the election was, and how it is now."""
    told = [json.dumps(one, ensure_ascii=False) for one in (before, after)]
    db.conn.execute(
        "INSERT INTO election_change (what, name, before, after, at, by) VALUES (?, ?, ?, ?, ?, ?)",
        (what, name, *told, at, by),
    )


TABLES = ("election", "contender", "place_counts", "place", "party", "agency", "contest")
"""The tables an election stands in."""

Rows = Mapping[str, Sequence[dict[str, Any]]]

_last: tuple[bytes, Election] | None = None
"""The election read last, and by what rows."""


def read(db: Database) -> Election:
    """The file's election, with everything added during the night.

    From the very rows it was read from last it is the same one: a night is read again when it is
    settled, proved or looked at anew, and a country's election takes a second to be made.
    """
    global _last
    stored = {table: list(db.table(table).rows_where(order_by="rowid")) for table in TABLES}
    told, known = _digest(stored), _last
    if known is None or known[0] != told:
        known = _last = told, _made(stored)
    return known[1]


def _digest(stored: Rows) -> bytes:
    """Two tables that differ in anything at all, if only in a number's type, differ in this."""
    return sha256(repr(stored).encode("utf-8", "surrogatepass")).digest()


def _made(stored: Rows) -> Election:
    head = stored["election"][0]
    contenders = _by_contest(stored["contender"], "withdrawn_in", "places")
    counts = _by_contest(stored["place_counts"])
    places = [_unpacked({**row, "in": row["within"]}, "parts") for row in stored["place"]]
    ids = {row["name"]: row["id"] for row in places}
    for row in places:
        row["called"], row["name"] = row["name"], row["own"]
    return from_rows(
        {
            **head,
            "format": FORMAT,
            "name": _both(head),
            "sources": json.loads(head["sources"]),
            "parties": [_unpacked(row, "aliases", "members") for row in stored["party"]],
            "agencies": [_unpacked(row, "aliases") for row in stored["agency"]],
            "places": places,
            "contests": [
                {
                    **_unpacked(row, "aliases", "shown", "places"),
                    "name": _both(row),
                    "contenders": contenders.get(row["id"], []),
                    "counts": [
                        {**one, "place": ids[one["place"]]} for one in counts.get(row["id"], [])
                    ],
                }
                for row in stored["contest"]
            ],
        }
    )


def _by_contest(rows: Iterable[dict[str, Any]], *lists: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["contest"], []).append(_unpacked(row, *lists))
    return found


def _both(row: dict[str, Any]) -> dict[str, Any]:
    return {"tr": row["name_tr"], "en": row["name_en"]}


def _unpacked(row: dict[str, Any], *lists: str) -> dict[str, Any]:
    return row | {key: json.loads(row[key]) for key in lists if row[key] is not None}


def _clock(one: Place | PlaceCounts) -> str | None:
    return one.polls_close.isoformat(timespec="minutes") if one.polls_close else None


def _packed(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)
