"""The rows of the entry table: what can be keyed for a place and contest, and what follows.

A row knows its address inside a bulletin or that it is derived; it holds no figures.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from desk.facts.bulletin import Item, Row
from desk.facts.election import OTHERS, Contest
from desk.rules.discrepancies import in_order


class Kind(Enum):
    """What a row of the entry table is."""

    TIME = auto()
    FIGURE = auto()
    SUM = auto()
    LEAD = auto()


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row; ``row`` is its address where it holds a figure, ``opens`` starts a group of rows."""

    kind: Kind
    row: Row | None = None
    opens: bool = False

    @property
    def key(self) -> tuple[Kind, Row | None]:
        """What the row is, wherever it stands."""
        return self.kind, self.row

    @property
    def editable(self) -> bool:
        """Whether the editor may type here; sums and computed leads follow from what she types."""
        return self.kind in (Kind.TIME, Kind.FIGURE)


def rows_for(
    contest: Contest,
    spoken_of: Collection[str],
    *,
    by_share: Mapping[str, Decimal] | None = None,
    votes: bool = False,
) -> tuple[EntryRow, ...]:
    """The rows for a contest: the usual contenders and everyone a bulletin has named.

    ``by_share`` puts the contenders in falling order of these shares instead of the usual order.
    """
    codes = in_order(contest, [*contest.shown, *(code for code in spoken_of if code), OTHERS])
    if by_share:
        shares = by_share
        codes.sort(key=lambda code: (code == OTHERS, -shares.get(code, Decimal(-1))))
    rows = [EntryRow(Kind.TIME)]
    rows += [
        EntryRow(Kind.FIGURE, Row(item), opens=item is Item.OPENED_SHARE)
        for item in (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES)
    ]
    rows += _contenders(Item.SHARE, codes)
    rows += [EntryRow(Kind.SUM, opens=True), EntryRow(Kind.LEAD)]
    rows += [
        EntryRow(Kind.FIGURE, Row(item), opens=item is Item.LEADER)
        for item in (Item.LEADER, Item.LEAD_POINTS, Item.LEAD_VOTES, Item.TURNOUT)
    ]
    if votes:
        rows += _contenders(Item.VOTES, codes)
    return tuple(rows)


def _contenders(item: Item, codes: list[str]) -> list[EntryRow]:
    return [
        EntryRow(Kind.FIGURE, Row(item, code), opens=position == 0)
        for position, code in enumerate(codes)
    ]
