"""What every table keeps: a heading stands where its column's cells stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QTableView

from tests.ui.entry.test_questions import HEAD, paste
from tests.ui.hands import Hands, press
from ui.entry.paste import PasteDialog

Role = Qt.ItemDataRole


def askew(model: QAbstractItemModel) -> list[str]:
    """The headings that stand on another side than the first cell below them that says anything."""
    found = []
    for column in range(model.columnCount()):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        cells = (model.index(row, column) for row in range(model.rowCount()))
        cell = next((one for one in cells if one.data()), None)
        if not head or cell is None:
            continue
        above = model.headerData(column, Qt.Orientation.Horizontal, Role.TextAlignmentRole)
        right = Qt.AlignmentFlag.AlignRight.value
        if int(above or 0) & right != int(cell.data(Role.TextAlignmentRole) or 0) & right:
            found.append(str(head))
    return found


def tables(hands: Hands) -> dict[str, QAbstractItemModel]:
    """The models of what is seen, without the entry table: it draws its own heading."""
    views = (view for view in hands.window.findChildren(QTableView) if view.isVisible())
    named = {view.objectName(): view.model() for view in views if view.objectName()}
    named.pop("entry.table", None)
    return named


@pytest.mark.parametrize("key", ["Ctrl+1", "Ctrl+2", "Ctrl+D", "Ctrl+4"])
def test_a_heading_stands_over_its_column(at_demo: Hands, key: str) -> None:
    at_demo.find("uskudar")
    press("Ctrl+3")
    composer = at_demo.night.late["posts"].page()
    at_demo.qtbot.waitUntil(lambda: composer.post is not None)
    press("Ctrl+Return")
    press(key)
    if key == "Ctrl+D":
        at_demo.qtbot.waitUntil(lambda: at_demo.night.board.model.rowCount() > 0)
    found = tables(at_demo)
    assert found
    assert {name: askew(model) for name, model in found.items() if askew(model)} == {}


def test_so_it_does_in_what_was_pasted(at_blank: Hands) -> None:
    told: list[str] = []

    def look(box: PasteDialog) -> None:
        assert box.model.rowCount() == 2
        told.extend(askew(box.model))

    paste(at_blank, HEAD + "CHP yüzde 50, AKP yüzde 40", look)
    assert told == []
