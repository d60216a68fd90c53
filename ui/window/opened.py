"""A night put on the screen, as she left it: its panes, its windows, and where she stood in it.

That is of this desk and its editor, so it lies in the preferences and never in the night's file.
Loaded with the first night that is opened: the window is painted before.
"""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.file.session import Session
from ui.frame import geometry
from ui.frame.alarm import Alarm
from ui.night import numbers
from ui.night.bridge import Bridge
from ui.night.preferences import Preferences
from ui.widgets import sizes
from ui.widgets.rest import REST_MS, Rest
from ui.window.context import ContextMenus
from ui.window.menus import Actions
from ui.window.night_view import NightView
from ui.window.page_window import PageWindow


def shown(
    session: Session, window: QWidget, preferences: Preferences, actions: Actions
) -> NightView:
    """Everything the window shows of a file, with what listens to it."""
    bridge = Bridge(session)
    view = NightView(bridge, window)
    bridge.setParent(view)
    view.keep_backups(preferences)
    Alarm(view.looking.attention, preferences, view.attention)
    ContextMenus(view, actions)
    view.settings_wanted.connect(actions.by_name["settings"].trigger)
    view.windows.made.connect(partial(_place, preferences))
    view.places.fold_wanted.connect(lambda: actions.by_name["places"].setChecked(False))
    return view


def settle(view: NightView, preferences: Preferences) -> None:
    """As it was left: how wide its panes are and where she stood, which is kept from now on."""
    for name, splitter in view.splitters().items():
        sizes.restore(splitter, preferences.state(name))
    go_back(view, preferences.where(view.bridge.session.path))
    StandingKept(view, preferences)
    numbers.listen(view, view, view.entry.head.contests)


def keep(view: NightView, preferences: Preferences) -> None:
    """Remember how it is left."""
    for name, splitter in view.splitters().items():
        if not (state := sizes.state_of(splitter)).isEmpty():
            preferences.set_state(name, state)
    preferences.set_where(view.bridge.session.path, told(view))


def _place(preferences: Preferences, window: PageWindow) -> None:
    """A page's own window comes where it stood on this screen the last time."""
    name = window.objectName()
    geometry.recall(preferences, name, window, *window.SIZE)
    window.closing.connect(partial(geometry.keep, preferences, name, window))


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
