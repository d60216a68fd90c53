"""A rule's verdict as data, and the repair that may come with it.

Codes, addresses and values only: sentences are made in `ui`, acceptances kept in the file's room.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desk.facts.bulletin import Row, Slot, Source
from desk.facts.codes import Code

LEARNED = frozenset(
    {"expected", "low", "high", "suggestion", "suggestion_kind", "item", "contender", "from", "to"}
    | {"minutes", "usual", "odds"}
)
"""Values that follow from the rest of the night, so an acceptance is not bound to them."""


class SlipOfHand(StrEnum):
    """What the hand may have done; `Suggestion.kind` tells which."""

    DIGIT = "digit"
    DROPPED = "dropped"
    DOUBLED = "doubled"
    TRANSPOSED = "transposed"
    MARK = "mark"
    ZERO = "zero"
    EXCHANGED = "exchanged"
    COPIED = "copied"
    AGENCY = "agency"
    PLACE = "place"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The single slip that best explains a bulletin.

    ``figures`` are the figures to take instead, as text with a dot; empty where the bulletin as a
    whole belongs elsewhere: under ``agency``, at ``place``, or already given at ``as_of``.
    """

    kind: SlipOfHand
    figures: Mapping[Row, str] = field(default_factory=dict)
    was: Mapping[Row, str] = field(default_factory=dict)
    agency: str = ""
    place: str = ""
    as_of: datetime | None = None

    @property
    def text(self) -> str:
        """One line that a script can read: ``share chp 85.63 -> 58.63``, ``place Beyoğlu``."""
        if self.kind is SlipOfHand.AGENCY:
            return f"agency {self.agency}"
        if self.kind is SlipOfHand.PLACE:
            return f"place {self.place}"
        if self.kind is SlipOfHand.OLD and self.as_of is not None:
            return f"old {self.as_of:%Y-%m-%dT%H:%M}"
        if not self.figures:
            row = next(iter(self.was), None)
            said = f"{row.item.value} {row.contender} {self.was[row]}" if row is not None else ""
            return f"copied {said} from {self.agency}"
        return "; ".join(
            " ".join(
                part
                for part in (row.item.value, row.contender, self.was.get(row, ""), "->", new)
                if part
            )
            for row, new in self.figures.items()
        )

    def values(self) -> dict[str, str]:
        """What a finding tells of it."""
        told = {"suggestion": self.text, "suggestion_kind": self.kind.value}
        for row, was in self.was.items():
            told |= {"item": row.item.value, "from": was, "to": self.figures.get(row, "")}
            if row.contender:
                told["contender"] = row.contender
            break
        return told


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as an acceptance remembers it: ``key`` is everything it is bound to.

    That is the code, the slots and the values it was given for: when one of them changes, the
    acceptance no longer says anything.
    """

    key: str
    code: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's verdict: the code, the figures it is about, the values it was found from.

    ``seen`` are the figures that stood in the slots, in their order; an acceptance is bound to
    them. ``bulletin`` is None for a draft, ``as_of`` None where the caller gave no time.
    """

    code: Code
    slots: tuple[Slot, ...]
    values: Mapping[str, str]
    bulletin: int | None = None
    seen: tuple[str, ...] = ()
    as_of: datetime | None = None
    suggestion: Suggestion | None = None

    @property
    def severity(self) -> str:
        """``error`` for what is impossible (F), ``warning`` for the rest."""
        return "error" if self.code.startswith("F") else "warning"

    @property
    def source(self) -> Source:
        """The column it is about; of two agencies the first."""
        return self.slots[0].source

    @property
    def bound(self) -> dict[str, str]:
        """The values an acceptance holds for."""
        return {name: value for name, value in self.values.items() if name not in LEARNED}

    @property
    def remembered(self) -> Found:
        """What an acceptance of it is bound to."""
        bound = [
            self.code.value,
            [
                [
                    slot.source.agency,
                    slot.source.contest,
                    slot.source.place,
                    slot.row.item.value,
                    slot.row.contender,
                ]
                for slot in self.slots
            ],
            list(self.seen),
            dict(sorted(self.bound.items())),
        ]
        key = json.dumps(bound, ensure_ascii=False, separators=(",", ":"))
        sources = tuple(dict.fromkeys(slot.source for slot in self.slots))
        return Found(key, self.code.value, sources)
