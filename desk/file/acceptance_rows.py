"""Findings the editor has looked at and let stand, each with its reason.

An acceptance is bound to the code, the slots and the values it was given for: when one of them
changes, it no longer says anything. The rows only grow.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.facts.bulletin import Source

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desk.facts.finding import Finding


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as an acceptance remembers it: ``key`` is everything it is bound to."""

    key: str
    code: str
    sources: tuple[Source, ...]


Acceptances = Mapping[str, str]
"""The reason by the finding's key, for those that are accepted."""


def found(finding: Finding) -> Found:
    """What an acceptance of this finding is bound to."""
    bound = [
        finding.code.value,
        [
            [
                slot.source.agency,
                slot.source.contest,
                slot.source.place,
                slot.row.item.value,
                slot.row.contender,
            ]
            for slot in finding.slots
        ],
        list(finding.seen),
        dict(sorted(finding.bound.items())),
    ]
    key = json.dumps(bound, ensure_ascii=False, separators=(",", ":"))
    sources = tuple(dict.fromkeys(slot.source for slot in finding.slots))
    return Found(key, finding.code.value, sources)


def read(db: Database) -> dict[str, str]:
    """Every acceptance that stands."""
    rows = db.conn.execute("SELECT finding, kind, reason FROM acceptance ORDER BY id")
    standing: dict[str, str] = {}
    for key, kind, reason in rows:
        if kind == "accepted":
            standing[key] = reason
        else:
            standing.pop(key, None)
    return standing


def write(db: Database, key: str, reason: str | None, at: str, by: str) -> str | None:
    """Accept a finding, or take that back (None); returns the reason it had before."""
    before = read(db).get(key)
    kind = "unaccepted" if reason is None else "accepted"
    db.conn.execute(
        "INSERT INTO acceptance (finding, kind, reason, at, by) VALUES (?, ?, ?, ?, ?)",
        (key, kind, reason or "", at, by),
    )
    return before
