"""Every pair of colours that is ever drawn one on the other can be read, in light and dark."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.facts.catalog import resource
from ui.widgets import marks, shapes, theme
from ui.widgets.theme import DARK, LIGHT, Ink, contrast

TEXTS = ("text", "muted", "accent", "error", "warning")
GROUNDS = ("window", "rail", "base", "derived_ground", "selected", "selected_idle")
OWN = (
    *(("accent", "accent_ground"), ("text", "accent_ground"), ("error", "error_ground")),
    *(("text", "error_ground"), ("warning", "warning_ground"), ("text", "warning_ground")),
    *(("on_primary", "primary"), ("base", "accent")),
)
"""A colour on the ground that is its own."""


def apart(ink: Ink, one: str, other: str) -> float:
    return contrast(getattr(ink, one), getattr(ink, other))


@pytest.mark.parametrize("ink", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(ink: Ink) -> None:
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS] + [*OWN]
    assert {pair for pair in pairs if apart(ink, *pair) < 4.5} == set()


@pytest.mark.parametrize("ink", [LIGHT, DARK], ids=["light", "dark"])
def test_every_edge_that_must_be_seen_is(ink: Ink) -> None:
    """The edge of a control, the frame of the focus, the bar of a draft, a filled button."""
    pairs = [(edge, ground) for edge in ("faint", "accent") for ground in ("base", "window")]
    pairs += [("accent", "accent_ground"), ("error", "base"), ("primary", "window")]
    assert {pair for pair in pairs if apart(ink, *pair) < 3} == set()


def test_the_contrast_is_that_of_the_wcag() -> None:
    white, grey = LIGHT.on_primary, LIGHT.muted
    assert contrast(white, LIGHT.text) == contrast(LIGHT.text, white)
    assert contrast(white, white) == 1
    assert 6.2 < contrast(grey, white) < 6.4


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_an_icon_names_no_colour_of_its_own(path) -> None:  # type: ignore[no-untyped-def]
    drawn = path.read_text("utf-8")
    if path.stem != "secim-masasi":
        assert "currentColor" in drawn
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b", drawn)


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: object) -> None:
    image = theme.icon("entry", LIGHT.accent).toImage()
    found = {
        image.pixelColor(x, y).rgb()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert LIGHT.accent.rgb() in found


@pytest.mark.parametrize("mark", sorted(marks.RANK))
def test_no_two_marks_of_findings_have_one_shape(qapp: object, mark: str) -> None:
    others = [other for other in marks.RANK if other != mark]
    assert drawn(mark) not in [drawn(other) for other in others]


def drawn(mark: str) -> bytes:
    """A mark in black on white, whatever its colour."""
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    shapes.paint(painter, mark, QRectF(0, 0, 24, 24), QColor("black"))
    painter.end()
    return bytes(image.constBits())


EDGED = [QLineEdit, QSpinBox, QDateEdit, QComboBox, QPushButton, QCheckBox, QRadioButton]


@pytest.mark.parametrize("kind", EDGED)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_typed_into_pressed_or_ticked_has_an_edge_and_one_of_its_own_with_the_keys(
    qtbot: QtBot, qapp: QApplication, scheme: str, kind: type[QWidget]
) -> None:
    theme.apply(qapp, scheme)
    try:
        around = QWidget()
        qtbot.addWidget(around)
        layout = QVBoxLayout(around)
        elsewhere, here = QLineEdit(), kind()
        layout.addWidget(elsewhere)
        layout.addWidget(here)
        around.show()
        around.activateWindow()
        qtbot.waitUntil(around.isActiveWindow)
        elsewhere.setFocus()
        without = _edge(here)
        QTest.keyClick(elsewhere, Qt.Key.Key_Tab)
        assert here.hasFocus()
        grounds = theme.ink().window, theme.ink().base
        for edge in (without, _edge(here)):
            assert min(contrast(edge, ground) for ground in grounds) >= 3
        assert _edge(here) != without
    finally:
        theme.apply(qapp, "light")


def _edge(box: QWidget) -> QColor:
    """What stands out most at the left end of a box's middle line."""
    seen, at = box.window().grab().toImage(), box.geometry()
    ends = (seen.pixelColor(at.left() + x, at.center().y()) for x in range(3))
    return max(ends, key=lambda one: contrast(one, theme.ink().window))
