"""Undo and redo in sight of the editor: there first, then the change, then the line that says so.

What an act is and how it is turned round is `ui.night`'s; nothing changes here unseen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from desk.facts.bulletin import Source
from ui.comparison.page import ComparisonPage
from ui.entry.bulletins import BulletinsPanel
from ui.entry.findings import FindingsPanel
from ui.entry.panel import EntryPanel
from ui.frame.waiting import WaitingPanel
from ui.night.acts import (
    Act,
    CellSpot,
    ChosenSpot,
    ColumnSpot,
    ContenderSpot,
    FindingSpot,
    PlaceSpot,
    PostSpot,
    Spot,
)
from ui.night.page import COMPARISON, ENTRY, OpenNight
from ui.posts.wrong import LedgerDoor
from ui.widgets.text_redo import TextRedo


@dataclass(frozen=True, slots=True)
class ActScreens:
    """Where acts show."""

    pages: QStackedWidget
    entry: EntryPanel
    bulletins: BulletinsPanel
    findings: FindingsPanel
    waiting: WaitingPanel
    comparison: ComparisonPage
    ledger: LedgerDoor


class Undoing(QObject):
    """What Ctrl+Z and Ctrl+Y do."""

    def __init__(self, night: OpenNight, screens: ActScreens, parent: QObject) -> None:
        super().__init__(parent)
        self._night, self._screens = night, screens
        TextRedo(self)

    def undo(self) -> None:
        """Take the last act back, where it was done."""
        bridge = self._night.bridge
        text = self.tr("Undone: {act}. Ctrl+Y brings it back.")
        self._turn(bridge.to_undo, bridge.undo_stack.undo, text, backwards=True)

    def redo(self) -> None:
        """Do again what was undone last, where it was done."""
        bridge = self._night.bridge
        text = self.tr("Done again: {act}. Ctrl+Z takes it back.")
        self._turn(bridge.to_redo, bridge.undo_stack.redo, text, backwards=False)

    def _turn(
        self, next_: Callable[[], Act | None], step: Callable[[], None], text: str, backwards: bool
    ) -> None:
        bridge, act = self._night.bridge, next_()
        self._screens.entry.take_open_text()
        if act is None:
            return
        if next_() is not act:
            # What stood in an open cell is an act now, and not the one she was told of.
            typed = bridge.to_undo()
            title = typed.title() if typed is not None else ""
            bridge.messages.say(self.tr("Entered: {act}. Ctrl+Z takes it back.").format(act=title))
            return
        title, spot = act.title(), self._spot(act, backwards=backwards)
        self._show(spot)
        count = bridge.undo_stack.count()
        step()
        # What was undone may stand in another line now.
        self._show(spot)
        if bridge.undo_stack.count() == count:
            bridge.messages.say(text.format(act=title))

    def _spot(self, act: Act, *, backwards: bool) -> Spot | None:
        """Of an act in several places the one in front, else where she would have seen it first."""
        spots = act.spots()
        contest, _, place = self._night.standing()
        for spot in spots:
            source = getattr(spot, "source", None)
            if isinstance(source, Source) and (source.contest, source.place) == (contest, place):
                return spot
        return (spots[0] if backwards else spots[-1]) if spots else None

    def _show(self, spot: Spot | None) -> None:
        """Bring to the front where an act shows; what is there already stays as it is."""
        screens = self._screens
        match spot:
            case CellSpot(source, row):
                self._show_column(source)
                screens.entry.go_to_slot(source, row)
            case ColumnSpot(source, bulletin):
                self._show_column(source)
                screens.entry.go_to_column(source)
                screens.bulletins.show_figure(bulletin, None)
            case FindingSpot(source, key):
                if screens.waiting.isVisible():
                    self._show_place(source)
                    screens.waiting.choose(key)
                else:
                    self._show_column(source)
                    screens.findings.show_finding(key)
            case ContenderSpot(contest, row):
                self._show_contest(contest)
                self._show_page(ENTRY)
                agency = screens.entry.pair[screens.entry.view.agency_column()]
                screens.entry.go_to_slot(Source(agency, contest, self._night.place), row)
            case PlaceSpot(place):
                self._show_page(ENTRY)
                self._night.go_to(place)
            case ChosenSpot(place):
                self._show_page(COMPARISON)
                screens.comparison.select(place)
            case PostSpot(post):
                screens.ledger.page().show_post(post)

    def _show_column(self, source: Source) -> None:
        self._show_place(source)
        self._show_page(ENTRY)
        if source.agency not in self._screens.entry.pair:
            self._screens.entry.head.show_agency(source.agency)

    def _show_place(self, source: Source) -> None:
        self._show_contest(source.contest)
        if source.place != self._night.place:
            self._night.go_to(source.place)

    def _show_contest(self, contest: str) -> None:
        if contest != self._screens.entry.contest:
            known = [one.id for one in self._night.bridge.session.election.contests]
            self._screens.entry.choose_contest(known.index(contest))

    def _show_page(self, page: int) -> None:
        if self._screens.pages.currentIndex() != page:
            self._night.show_page(page)
