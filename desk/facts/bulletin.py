"""What one agency says of one contest in one place at one time, and the addresses of its figures.

Frozen values, no I/O. Shares are per cent as `Decimal` with the digits as published, counts are
whole numbers; what was not said is absent, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

Value = Decimal | int | str
"""A share or points (Decimal), a count (int), or the leader's code (str)."""

Fragment = tuple[int, int]
"""Start and end of a figure's fragment, in characters of the text it was read from."""

MINUTE = "%Y-%m-%dT%H:%M"
"""How an agency's local time is written: in the file, in a figures CSV, in JSON."""


class Item(StrEnum):
    """What a figure measures; the names are those of the figures CSV."""

    SHARE = "share"
    VOTES = "votes"
    SEATS = "seats"
    OPENED_SHARE = "opened_share"
    OPENED_BOXES = "opened_boxes"
    TOTAL_BOXES = "total_boxes"
    TURNOUT = "turnout"
    LEAD_POINTS = "lead_points"
    LEAD_VOTES = "lead_votes"
    LEADER = "leader"

    @property
    def per_contender(self) -> bool:
        """Whether the figure belongs to one contender rather than to the whole bulletin."""
        return self in (Item.SHARE, Item.VOTES, Item.SEATS)

    @property
    def is_share(self) -> bool:
        """Per cent or percentage points: a Decimal with at most two decimals."""
        return self in (Item.SHARE, Item.OPENED_SHARE, Item.TURNOUT, Item.LEAD_POINTS)

    @property
    def is_count(self) -> bool:
        """A whole number of votes, seats or boxes."""
        return not self.is_share and self is not Item.LEADER


class Topic(StrEnum):
    """Figures that only mean something together, so they are taken from one bulletin at a time."""

    SHARES = "shares"
    VOTES = "votes"
    SEATS = "seats"
    OPENED = "opened"
    TURNOUT = "turnout"
    LEAD = "lead"
    LEADER = "leader"


TOPICS: Mapping[Item, Topic] = {
    Item.SHARE: Topic.SHARES,
    Item.VOTES: Topic.VOTES,
    Item.SEATS: Topic.SEATS,
    Item.OPENED_SHARE: Topic.OPENED,
    Item.OPENED_BOXES: Topic.OPENED,
    Item.TOTAL_BOXES: Topic.OPENED,
    Item.TURNOUT: Topic.TURNOUT,
    Item.LEAD_POINTS: Topic.LEAD,
    Item.LEAD_VOTES: Topic.LEAD,
    Item.LEADER: Topic.LEADER,
}


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One agency's column for one contest in one place, where its bulletins follow one another."""

    agency: str
    contest: str
    place: str


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A figure's place inside a bulletin; ``contender`` is empty for figures of the whole."""

    item: Item
    contender: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A figure's full address: agency, contest, place, item, contender."""

    source: Source
    row: Row


Figures = Mapping[Row, Value]


class BulletinState(StrEnum):
    """What became of a filed bulletin. Only a standing one counts."""

    STANDING = "standing"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A filed bulletin. It never changes; ``state`` tells what later rows say of it.

    ``as_of`` is the agency's own local time, ``filed_at`` the desk's (UTC, ISO text).
    """

    id: int
    source: Source
    as_of: datetime
    figures: Figures
    filed_at: str
    filed_by: str
    replaces: int | None = None
    reason: str = ""
    state: BulletinState = BulletinState.STANDING
    state_reason: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A bulletin being keyed. ``timed`` says the editor typed the time herself.

    ``replaces`` is the filed bulletin this draft will correct.
    """

    source: Source
    as_of: datetime
    figures: Figures = field(default_factory=dict)
    timed: bool = False
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class RawText:
    """The text a bulletin was read from, and where in it each figure stands."""

    content: str
    fragments: Mapping[Row, Fragment]
