"""Where she stands in a night: remembered when the keys rest, and gone back to when it is opened.

It is of this desk and its editor, so it lies in the preferences and never in the night's file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.night.preferences import Preferences
from ui.widgets.rest import REST_MS, Rest

if TYPE_CHECKING:
    from ui.window.night_view import NightView


class StandingKept(QObject):
    """Keeps where she stands, so that a desk that was killed opens where it stood."""

    def __init__(self, night: NightView, preferences: Preferences) -> None:
        super().__init__(night)
        self._night, self._preferences, self._kept = night, preferences, ""
        self._rest = Rest(self._keep, self, after=REST_MS)
        for signal in (
            night.entry.cell_chosen,
            night.entry.contest_chosen,
            night.entry.pair_chosen,
            night.places.place_chosen,
            night.pages.currentChanged,
            night.places.model.folded,
        ):
            signal.connect(lambda *_: self._rest.ask())

    def _keep(self) -> None:
        line = told(self._night)
        if line != self._kept:
            self._kept = line
            self._preferences.set_where(self._night.bridge.session.path, line)


def told(night: NightView) -> str:
    """The contest, the pair of agencies, the place, the page, the cell and what is folded."""
    contest, pair, place = night.standing()
    row, column = night.entry.cell
    page, folds = night.pages.currentIndex(), night.places.model.folds
    return json.dumps([contest, list(pair), place, page, row, column, folds])


def go_back(night: NightView, line: str) -> None:
    """Go where a line of `told` says, as far as this night still has it."""
    election = night.bridge.session.election
    try:
        contest, (a, b), place, page, row, column, *more = json.loads(line)
        folds = {str(name): map(str, heads) for name, heads in more[0].items()} if more else {}
        known = (
            contest in {one.id for one in election.contests}
            and {a, b} <= {one.code for one in election.agencies}
            and place in {one.name for one in election.places}
            and page in range(night.pages.count())
        )
    except (ValueError, TypeError, AttributeError):
        return
    if not known:
        return
    night.places.model.recall(folds)
    night.stand(contest, (a, b), place)
    night.entry.put_cursor(str(row), column if column in (0, 1) else 0)
    night.pages.setCurrentIndex(page)
