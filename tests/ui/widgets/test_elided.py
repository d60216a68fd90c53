"""A label that gives way: cut with dots, or not shown where half of it says nothing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from ui.widgets.elided import ElidedLabel

WORDS = "Enter goes down and Tab goes to the other agency"


@pytest.mark.parametrize(("whole", "narrow", "painted"), [(0, 1, 1), (1, 1, 0), (1, 0, 1)])
def test_what_is_only_worth_all_its_words_is_not_cut(
    qtbot: QtBot, whole: int, narrow: int, painted: int
) -> None:
    label = ElidedLabel("said", whole=bool(whole))
    qtbot.addWidget(label)
    label.setText(WORDS)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("white"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("black"))
    label.setPalette(palette)
    label.resize(label.sizeHint().width() // (2 if narrow else 1) + 4, 30)
    picture = label.grab().toImage()
    dark = any(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(picture.width())
        for y in range(picture.height())
    )
    assert dark is bool(painted)
    # What is not shown is whole in its tip all the same.
    assert label.toolTip() == (WORDS if narrow else "")
