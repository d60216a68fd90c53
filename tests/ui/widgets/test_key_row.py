"""Answers with their keys: told in one line, broken where the room ends, clicked in place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ui.widgets.key_row import KeyRow

ANSWERS = [(1, "CHP"), (2, "AK Parti"), (3, "Yeniden Refah"), (0, "no figure of this night")]


def test_a_narrow_row_breaks_and_a_click_gives_the_digit(qtbot: QtBot) -> None:
    row = KeyRow("answers")
    qtbot.addWidget(row)
    row.show_answers(ANSWERS)
    assert row.heightForWidth(180) > row.heightForWidth(1200)
    assert row.heightForWidth(40) >= len(ANSWERS) * row.fontMetrics().height()
    row.resize(180, row.heightForWidth(180))
    row.show()
    met: list[int] = []
    row.pressed.connect(met.append)
    for y in range(0, row.height(), 3):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(8, y))
    assert set(met) <= {digit for digit, _ in ANSWERS}
    assert met[0] == 1 and met[-1] == 0


def test_it_says_what_the_keys_do(qtbot: QtBot) -> None:
    row = KeyRow("answers")
    qtbot.addWidget(row)
    row.show_answers(ANSWERS)
    assert row.accessibleName() == row.text()
    assert "2\u00a0AK\u00a0Parti" in row.text()
    row.show_answers([], "nothing to answer")
    assert row.text() == "nothing to answer"
