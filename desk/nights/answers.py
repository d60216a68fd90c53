"""What is answered when a night is made: values only, and what of them there is to choose from.

What is not answered is None and filled in by `making`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from desk.facts.election import ContestKind, PlaceKind


class NightKind(StrEnum):
    """What is voted for on the day."""

    LOCAL = "local"
    PRESIDENTIAL = "presidential"
    RUNOFF = "second-round"
    PARLIAMENTARY = "parliamentary"
    GENERAL = "general"
    REFERENDUM = "referendum"
    BY_ELECTION = "by-election"
    OTHER = "other"

    @property
    def is_national(self) -> bool:
        """Whether the whole country votes for the same."""
        return self in _NATIONAL


_NATIONAL = {
    NightKind.PRESIDENTIAL,
    NightKind.RUNOFF,
    NightKind.PARLIAMENTARY,
    NightKind.GENERAL,
    NightKind.REFERENDUM,
}

_CB, _MV, _REF = ContestKind.CB, ContestKind.MV, ContestKind.REF
_LOCAL = (ContestKind.BBB, ContestKind.BB, ContestKind.BM, ContestKind.IGM)

CONTESTS: dict[NightKind, tuple[ContestKind, ...]] = {
    NightKind.LOCAL: _LOCAL,
    NightKind.PRESIDENTIAL: (_CB,),
    NightKind.RUNOFF: (_CB,),
    NightKind.PARLIAMENTARY: (_MV,),
    NightKind.GENERAL: (_CB, _MV),
    NightKind.REFERENDUM: (_REF,),
    NightKind.BY_ELECTION: (ContestKind.BB, ContestKind.BM),
    NightKind.OTHER: (ContestKind.OTHER,),
}
"""What a night of each kind votes for unless it is said; of it only what is held in its places."""


class Level(StrEnum):
    """How far down the places of a night go."""

    PROVINCE = "province"
    DISTRICT = "district"


AGENCIES = ("AA", "ANKA", "YSK")
"""Whose figures a night takes unless it is said."""


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that was typed or pasted: the country's with numbers of its own, or one of her own.

    ``within`` is the id of what it lies in, or nothing; ``known`` says that the country has it.
    """

    id: str
    name: str
    kind: PlaceKind
    within: str = ""
    boxes: int | None = None
    registered: int | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One row of contenders: who stands in a contest, everywhere or in one place (its id).

    ``party`` is a code, empty for whoever stands for none. ``short``, ``name``, ``colour`` and
    ``aliases`` may be empty: then they are those the country's parties have. ``shown`` puts the row
    into the tables from the start.
    """

    contest: str
    place: str = ""
    party: str = ""
    candidate: str = ""
    short: str = ""
    name: str = ""
    colour: str = ""
    aliases: tuple[str, ...] = ()
    shown: bool = True


@dataclass(frozen=True, slots=True)
class NightAnswers:
    """What a night is made of.

    ``places`` are ids of the country's places and bring what lies in them, ``own`` come beside them
    as they are. ``contests`` None are those held there, ``standing`` None whoever stood last; a
    contest that no row names keeps those.
    """

    kind: NightKind
    day: date
    places: tuple[str, ...] = ()
    own: tuple[OwnPlace, ...] = ()
    level: Level = Level.DISTRICT
    contests: tuple[ContestKind, ...] | None = None
    standing: tuple[StandingRow, ...] | None = None
    agencies: tuple[str, ...] = AGENCIES
    name: str = ""
    polls_close: time | None = None
