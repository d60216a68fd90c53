"""The columns of the comparison: what each tells, and what a cell is.

What stands in a cell is worked out by the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from desk.turkish.letters import SortKey


class What(Enum):
    """What a column of the comparison tells."""

    PLACE = auto()
    SHARE_A = auto()
    SHARE_B = auto()
    GAP = auto()
    WORST = auto()
    VERDICT = auto()
    EQUAL = auto()
    LEAD_A = auto()
    LEAD_B = auto()
    LEAD_GAP = auto()
    DIFFER = auto()
    OPENED_A = auto()
    OPENED_B = auto()
    AGE_A = auto()
    AGE_B = auto()


@dataclass(frozen=True, slots=True)
class ComparisonColumn:
    """A column; ``contender`` where it is one contender's."""

    what: What
    contender: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """A cell's text and the value it sorts by; None sorts last in either direction. ``value`` is
    the exact number behind it, None where its text is not that number alone."""

    text: str
    key: Decimal | int | tuple[int, SortKey] | None
    strong: bool = False
    wrong: bool = False
    quiet: bool = False
    tip: str = ""
    value: Decimal | int | None = None


FIRST = tuple(
    ComparisonColumn(what)
    for what in (
        *(What.PLACE, What.WORST, What.VERDICT, What.EQUAL, What.LEAD_A, What.LEAD_B),
        *(What.OPENED_A, What.OPENED_B, What.AGE_A, What.AGE_B, What.LEAD_GAP, What.DIFFER),
    )
)
"""The columns before those of the contenders: what is asked first stands first."""
OF_B = frozenset({What.SHARE_B, What.LEAD_B, What.OPENED_B, What.AGE_B})
AGES = (What.AGE_A, What.AGE_B)
