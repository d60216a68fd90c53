"""The list of bulletins beside the table, as the eye takes it."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from tests.ui.hands import Hands


def test_what_a_bulletin_says_stands_under_the_title(at_demo: Hands) -> None:
    panel = at_demo.night.bulletins
    at_demo.find("uskudar")
    words = panel.detail.cursorRect().topLeft()
    left = panel.detail.viewport().mapTo(panel, words).x()
    title = panel.title.mapTo(panel, QPoint(panel.title.contentsRect().left(), 0)).x()
    assert abs(left - title) <= 1
