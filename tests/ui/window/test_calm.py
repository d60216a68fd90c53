"""Keying keeps the window calm: nothing is laid out up to the window, and little painted anew.

Neither depends on how fast the machine is. What follows when the keys rest counts with the key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from desk.facts.edits import FileDraft, SetFigure
from tests.ui.hands import CONTEST, Hands, press, share
from ui.night.page import COMPARISON, ENTRY

ROOM = (1366, 768)
FIGURE, FILED, ELSEWHERE = 0.28, 0.33, 0.56
"""How much of the window may be painted anew: for a figure, a bulletin filed, another place."""


class Seen(QObject):
    """What a window was told to lay out, and where it was painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._painted = QRegion()
        self.laid_out = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._window:
            self.laid_out += 1
        elif (
            isinstance(event, QPaintEvent)
            and isinstance(watched, QWidget)
            and watched.window() is self._window
        ):
            at = watched.mapTo(self._window, QPoint(0, 0))
            self._painted = self._painted.united(event.region().translated(at))
        return False

    @property
    def painted(self) -> float:
        """The part of the window that was painted."""
        pixels = sum(box.width() * box.height() for box in self._painted)
        return pixels / (self._window.width() * self._window.height())


def settle(hands: Hands) -> None:
    """Until everything done is worked out, laid out and painted."""
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle, timeout=20_000)
    for _ in range(20):
        QApplication.processEvents()


@contextmanager
def seen(hands: Hands) -> Iterator[Seen]:
    """What an act inside the block does to the window, and what follows from it."""
    settle(hands)
    eyes, application = Seen(hands.window), QApplication.instance()
    assert application is not None
    application.installEventFilter(eyes)
    yield eyes
    settle(hands)
    application.removeEventFilter(eyes)


@pytest.fixture(params=["en", "tr"])
def desk(request: pytest.FixtureRequest, at_demo: Hands) -> Hands:
    """At the demonstration's figures, in either language, the list of places beside them."""
    at_demo.speak(request.param)
    at_demo.window.resize(*ROOM)
    at_demo.night.show_page(ENTRY)
    settle(at_demo)
    assert at_demo.night.places.isVisible()
    return at_demo


FIGURES = (
    ("chp", "41,2"),
    ("ak_parti", "35,7"),
    ("yeniden_refah", "8,2"),
    ("dem_parti", "99,9"),
)
"""The last makes a sum that cannot be, and brings a finding with its suggestion."""


def judge(what: str, eyes: Seen, most: float, wrong: list[str]) -> None:
    if eyes.laid_out or eyes.painted > most:
        wrong.append(f"{what}: laid out {eyes.laid_out} times, painted {eyes.painted:.0%}")
    assert eyes.painted > 0, "nothing was seen at all"


@pytest.mark.parametrize("place", ["Küçükçekmece", "Kadıköy"])
def test_keys_on_the_entry_page(desk: Hands, place: str) -> None:
    wrong: list[str] = []
    desk.night.go_to(place)
    desk.night.take_keys()
    for agency in ("AA", "ANKA"):
        for number, (party, text) in enumerate(FIGURES):
            with seen(desk) as eyes:
                desk.key(agency, share(party), text)
            judge(f"{agency}, figure {number + 1}", eyes, FIGURE, wrong)
        with seen(desk) as eyes:
            press("Ctrl+Return")
        assert desk.draft(agency) is None
        judge(f"{agency}, filed", eyes, FILED, wrong)
    assert not wrong


def test_going_to_another_place(desk: Hands) -> None:
    wrong: list[str] = []
    for place in ("Adalar", "Beyoğlu", "İstanbul", "Kadıköy"):
        with seen(desk) as eyes:
            desk.night.go_to(place)
        judge(place, eyes, ELSEWHERE, wrong)
    assert not wrong


def test_figures_recorded_while_the_comparison_is_in_front(desk: Hands) -> None:
    wrong: list[str] = []
    desk.night.show_page(COMPARISON)
    do: Callable[[object], object] = desk.night.bridge.do
    for agency in ("AA", "ANKA"):
        source = desk.source(agency)
        assert source.contest == CONTEST
        for number, (party, text) in enumerate(FIGURES):
            edit = SetFigure(source, share(party), Decimal(text.replace(",", ".")))
            with seen(desk) as eyes:
                do(edit)
            judge(f"{agency}, figure {number + 1}", eyes, FIGURE, wrong)
        with seen(desk) as eyes:
            do(FileDraft(source))
        judge(f"{agency}, filed", eyes, FILED, wrong)
    assert not wrong
