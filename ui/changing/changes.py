"""Changes of the night's election while it goes on: who withdraws, which places there are.

The acts of menus, keys and the right mouse button; everything is an edit that Ctrl+Z takes back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desk.facts import edits
from desk.facts.bulletin import Slot
from desk.facts.edits import Change, RenamePlace
from desk.facts.election import OTHERS, Election
from desk.facts.people import candidacy
from ui.entry.places import PlacesPanel
from ui.night.page import OpenNight
from ui.texts.names import contest_name


class ChangingNight(OpenNight, Protocol):
    """An open night with a figure under its cursor."""

    def slot_under_cursor(self) -> Slot | None:
        """The figure under the cursor of the page in front; None where there is none."""


class Changes(QObject):
    """What may be changed of a night's places and contenders.

    Made ahead of the screens, which hear of a change in the order in which they were made: it leads
    away from a place that is gone before any of them is asked of it.
    """

    def __init__(self, night: ChangingNight, parent: QObject) -> None:
        super().__init__(parent)
        self._night, self._bridge = night, night.bridge
        self._before, self._left = self._bridge.session.election, ""
        self._places: PlacesPanel | None = None
        self._bridge.changed.connect(self._take_change)
        self._bridge.reloaded.connect(self._leave_gone)

    def add(self) -> None:
        """Ask for a place that comes, beside the one she stands on, and go there."""
        if self._bridge.session.read_only:
            return
        # With it come the country's places, which no night's first look waits for.
        from ui.changing.places import AskPlace

        dialog = AskPlace(self._bridge, self._night.place, self._night.window())
        if dialog.exec():
            self._night.go_to(dialog.place)
            self._say(self.tr("Added: {name}."), dialog.place)
        dialog.deleteLater()

    def correct(self, place: str = "") -> None:
        """Ask for a place's name, boxes, voters and hour: of the one she stands on, or another."""
        if self._bridge.session.read_only:
            return
        from ui.changing.places import AskCounts

        contest, _, here = self._night.standing()
        dialog = AskCounts(self._bridge, place or here, contest, self._night.window())
        if dialog.exec():
            if self._bridge.session.election.is_held(contest, dialog.place):
                self._night.go_to(dialog.place)
            self._say(self.tr("Corrected: {name}."), dialog.place)
        dialog.deleteLater()

    def remove(self, place: str = "") -> None:
        """Take a place out that nothing is known of."""
        if self._bridge.session.read_only:
            return
        gone = place or self._night.place
        if self._bridge.attempt(edits.RemovePlace(gone)) is not None:
            self._say(self.tr("Taken out: {name}."), gone)

    def turn_withdrawn(self, *, wholly: bool = False) -> None:
        """The contender under the cursor withdraws, or stands again.

        A candidate of a place does so there alone, unless ``wholly`` says that the party does.
        """
        found = self._contender()
        if found is None:
            self._bridge.messages.complain(
                self.tr("Put the cursor on the row of whoever withdraws, or stands again.")
            )
            return
        contest, code, place = found
        withdrawn = self._has_withdrawn(contest, code, place := "" if wholly else place)
        edit = edits.SetWithdrawn(contest, code, not withdrawn, place)
        if self._bridge.attempt(edit) is not None:
            text = (
                self.tr("{name}: stands again.")
                if withdrawn
                else self.tr("{name}: withdrawn. The row stays, because the ballot does.")
            )
            self._say(text, self._named(contest, code, place))

    def add_to(self, menu: QMenu) -> None:
        """Offer what may be done to the contender under the cursor: where it stands, and wholly."""
        found = self._contender()
        if found is None:
            return
        contest, code, place = found
        for where, act in {place: "withdrawn", "": "withdrawn.wholly" if place else ""}.items():
            gone = self._has_withdrawn(contest, code, where)
            text = self.tr("{name}: stands again") if gone else self.tr("{name}: has withdrawn")
            name = self._named(contest, code, where)
            self._offer(
                menu,
                act or "withdrawn",
                text,
                partial(self.turn_withdrawn, wholly=not where),
                name=name,
            )

    def listen_to(self, places: PlacesPanel) -> None:
        """Do to a place what its keys say in the list."""
        self._places = places
        self._bridge.changed.connect(self._follow)
        places.add_wanted.connect(self.add)
        places.correct_wanted.connect(self.correct)
        places.remove_wanted.connect(self.remove)

    def extend(self, menu: QMenu, pane: QWidget, at: QPoint | None = None) -> None:
        """Add to a pane's menu what may be changed there; ``at`` is a point of the screen."""
        if pane.objectName() in ("entry.table", "comparison.table"):
            self.add_to(menu)
        elif self._places is not None and pane is self._places.list:
            listed = self._places.list.viewport()
            under = self._places.place_under(listed.mapFromGlobal(at)) if at else ""
            self.add_place(menu, under or self._night.place)
        elif pane.objectName() == "entry.head":
            self.add_place(menu, self._night.place)

    def add_place(self, menu: QMenu, place: str) -> None:
        """Offer what may be done to a place."""
        texts = self.tr("Correct {name}…"), self.tr("Take {name} out"), self.tr("Add a place…")
        self._offer(menu, "correct", texts[0], lambda: self.correct(place), name=place, key="F2")
        key = self.tr("Del")
        self._offer(menu, "remove", texts[1], lambda: self.remove(place), name=place, key=key)
        self._offer(menu, "add", texts[2], self.add, key=self.tr("Ins"))

    def _offer(
        self,
        menu: QMenu,
        act: str,
        text: str,
        do: Callable[[], None],
        name: str = "",
        key: str = "",
    ) -> None:
        # An ampersand in a name is no key.
        told = text.format(name=name.replace("&", "&&"))
        action = menu.addAction(f"{told}\t{key}" if key else told)
        action.setObjectName(f"change.{act}")
        action.setEnabled(not self._bridge.session.read_only)
        action.triggered.connect(lambda _: do())

    def _contender(self) -> tuple[str, str, str] | None:
        """The contest and contender under the cursor, and the place it stands in alone, if so."""
        slot = self._night.slot_under_cursor()
        code = slot.row.contender if slot is not None else ""
        if slot is None or not code or code == OTHERS:
            return None
        contest = slot.source.contest
        return contest, code, candidacy(self._bridge.session.election, contest, slot.source.place)

    def _has_withdrawn(self, contest: str, code: str, place: str) -> bool:
        one = self._bridge.session.election.contest(contest).contender(code)
        return place in one.gone_from if place else one.withdrawn

    def _named(self, contest: str, code: str, place: str) -> str:
        """A contender with its contest, and the place where it is that alone."""
        election = self._bridge.session.election
        name = f"{election.label(contest, code)} ({contest_name(election.contest(contest))}"
        return f"{name}, {place})" if place else f"{name})"

    def _say(self, text: str, name: str) -> None:
        self._bridge.messages.say(text.format(name=name), undoes=True)

    def _follow(self, change: Change) -> None:
        """Go on where she stood under a place's new name, once every screen knows that."""
        done = change.done
        if isinstance(done, RenamePlace) and done.place == self._left:
            self._night.go_to(done.to)
        self._left = ""

    def _take_change(self, change: Change) -> None:
        if change.names:
            self._leave_gone()

    def _leave_gone(self) -> None:
        before, self._before = self._before, self._bridge.session.election
        contest, _, place = self._night.standing()
        if not self._before.is_held(contest, place):
            self._left = place
            self._night.go_to(_beside(before, self._before, contest, place))


def _beside(before: Election, now: Election, contest: str, gone: str) -> str:
    """The next place that is still there, else the one before."""
    names = [one.name for one in before.held(contest)]
    at = names.index(gone) if gone in names else 0
    found = (name for name in (*names[at + 1 :], *names[:at][::-1]) if now.is_held(contest, name))
    return next(found, now.held_at(contest, ""))
