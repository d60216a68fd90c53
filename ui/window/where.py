"""Where she stood in a night: remembered when it is closed, and gone back to when it is opened.

It is of this desk and its editor, so it lies in the preferences and never in the night's file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.night_view import NightView


def told(night: NightView) -> str:
    """The contest, the pair of agencies, the place, the page and the cell, as one line."""
    contest, pair, place = night.standing()
    row, column = night.entry.cell
    return json.dumps([contest, list(pair), place, night.pages.currentIndex(), row, column])


def go_back(night: NightView, line: str) -> None:
    """Go where a line of `told` says, as far as this night still has it."""
    election = night.bridge.session.election
    try:
        contest, (a, b), place, page, row, column = json.loads(line)
        known = (
            contest in {one.id for one in election.contests}
            and {a, b} <= {one.code for one in election.agencies}
            and place in {one.name for one in election.places}
            and page in range(night.pages.count())
        )
    except (ValueError, TypeError):
        return
    if not known:
        return
    night.stand(contest, (a, b), place)
    night.entry.put_cursor(str(row), column if column in (0, 1) else 0)
    night.pages.setCurrentIndex(page)
