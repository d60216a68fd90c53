"""What a comparison in JSON tells beyond the two shares: the gap at equal opened share, whether
both can be right, since when leaders differ, and the findings nobody has accepted.

Keys are only ever added.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desk.rules.discrepancies import SideBySide

if TYPE_CHECKING:
    from desk.rules.between import Discrepancy
    from desk.rules.checks import Checks


def explain(
    side: SideBySide,
    checks: Checks,
    rows: Iterable[dict[str, Any]],
    places: Iterable[dict[str, Any]],
) -> None:
    """Add one place's explanations to its rows and to itself."""
    pair = (side.a.source.agency, side.b.source.agency)
    board = checks.place_board(side.contest, side.place, pair)
    by_contender = {one.contender: one for one in board.discrepancies}
    here = (side.contest, side.place)
    for row in rows:
        if (row["contest"], row["place"]) == here:
            row |= _of_row(by_contender.get(row["contender"]))
    for place in places:
        if (place["contest"], place["place"]) == here:
            place["findings"] = checks.open_codes(side.contest, side.place, pair)
            place["differ_since"] = board.since and board.since.isoformat(timespec="minutes")
            place["votes_at_stake"] = board.votes


def _of_row(found: Discrepancy | None) -> dict[str, Any]:
    if found is None:
        return {"gap_equal_opened": None, "equal_opened": None, "possible": None, "needed": []}
    return {
        "gap_equal_opened": _text(found.equal),
        "equal_opened": _text(found.stage),
        "possible": found.possible,
        "needed": [
            {
                "agency": one.agency,
                "boxes": _text(one.boxes),
                "least": _text(one.least),
                "most": _text(one.most),
            }
            for one in found.needed
        ],
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
