"""The broadcast ban of election day: what may go out at a moment, and when that changes.

Only the law's hours and the file's own word that the ban was lifted; what a post says is judged
by the gate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from desk.facts import settings
from desk.facts.bulletin import MINUTE
from desk.facts.codes import Code, Refusal
from desk.facts.election import Election

NOTHING_UNTIL = time(18, 0)
OFFICIAL_UNTIL = time(21, 0)
"""Law 298, article 80: nothing before the first, only official announcements before the second."""


class Allowed(StrEnum):
    """What may go out."""

    NOTHING = "nothing"
    OFFICIAL = "official"
    LIFTED = "lifted"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Ban:
    """What is allowed at a moment, and when the next change comes (None: there is none).

    ``lifted`` is the moment the ban was lifted, where that is why everything may go out.
    """

    allowed: Allowed
    until: datetime | None = None
    lifted: datetime | None = None


def at(election: Election, kept: Mapping[str, str], moment: datetime) -> Ban:
    """The ban at a local moment. ``kept`` are the file's settings.

    Before election day nothing may go out either: whoever asks on another day asks of a post's
    own time.
    """
    silent, official = hours(election.date)
    lifted = lifted_at(kept)
    if moment >= official:
        return Ban(Allowed.EVERYTHING)
    if lifted is not None and lifted <= moment:
        return Ban(Allowed.LIFTED, official, lifted)
    allowed, until = (Allowed.NOTHING, silent) if moment < silent else (Allowed.OFFICIAL, official)
    return Ban(allowed, until if lifted is None else min(until, lifted))


def hours(day: date) -> tuple[datetime, datetime]:
    """Until when nothing may go out on an election day, and until when only what is official."""
    return datetime.combine(day, NOTHING_UNTIL), datetime.combine(day, OFFICIAL_UNTIL)


def lifted_at(kept: Mapping[str, str]) -> datetime | None:
    """When the ban was lifted, as the file has it; None if it was not."""
    moment = kept.get(settings.BAN_LIFTED)
    return datetime.fromisoformat(moment) if moment else None


def must_be_of_the_night(election: Election, moment: str | None) -> None:
    """Refuse (E152) a lifting on another day: last year's would lift the whole ban unseen."""
    if moment and not election.is_on_air(datetime.fromisoformat(moment)):
        example = datetime.combine(election.date, OFFICIAL_UNTIL).strftime(MINUTE)
        name = settings.BAN_LIFTED
        raise Refusal(Code.E152, text=moment, name=name, allowed=example)
