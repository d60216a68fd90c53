"""The buttons of dialogs: words and keys, no platform's pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QStyle
from pytestqt.qtbot import QtBot

import ui
from ui.widgets.key_button import KeyButton, Rank, plain

BARE = re.compile(r"(?<!plain\()QDialogButtonBox\(|QMessageBox\.(question|about|warning|critical)")


def test_no_button_of_a_dialog_has_a_picture(qtbot: QtBot) -> None:
    both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    for box in (QDialogButtonBox(both), QMessageBox()):
        qtbot.addWidget(box)
        if isinstance(box, QMessageBox):
            box.addButton(QMessageBox.StandardButton.Yes)
        picture = QApplication.style().standardIcon(QStyle.StandardPixmap.SP_DialogOkButton)
        for button in box.buttons():
            button.setIcon(picture)
        assert all(button.icon().isNull() for button in plain(box).buttons())


@pytest.mark.parametrize(
    ("rank", "key", "middle"),
    [(Rank.PLAIN, "", True), (Rank.PRIMARY, "", True), (Rank.PLAIN, "F4", False)],
)
def test_words_without_a_key_stand_in_the_middle(
    qtbot: QtBot, rank: Rank, key: str, middle: bool
) -> None:
    button = KeyButton("zoom", rank, key=key)
    qtbot.addWidget(button)
    button.setText("MM")
    button.resize(200, 26)
    image = button.grab().toImage()
    row, ground = range(12, image.width() - 12), image.pixelColor(12, 13)
    lit = [x for x in row if any(image.pixelColor(x, y) != ground for y in range(6, 20))]
    assert (lit[0] > 40) is middle
    if middle:
        assert abs(lit[0] + lit[-1] - image.width()) < 6


def test_every_dialog_makes_its_buttons_plain() -> None:
    for path in Path(ui.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not BARE.search(text), path
        if "QMessageBox(" in text:
            assert "plain(box)" in text, path
