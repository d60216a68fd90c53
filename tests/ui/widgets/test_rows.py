"""Lists as they look: boxes where a click finds them, headings in the colours in force."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from ui.widgets import theme
from ui.widgets.rows import LinedRows

CHECKED, PARTLY, UNCHECKED = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)


@pytest.fixture
def schemes(qapp: QApplication) -> Iterator[QApplication]:
    """The application, light again afterwards."""
    yield qapp
    theme.apply(qapp, "light")


@pytest.fixture
def tree(qtbot: QtBot) -> QTreeView:
    """A box of each kind, and a text that is blank."""
    model = QStandardItemModel()
    for state in (CHECKED, PARTLY, UNCHECKED):
        item = QStandardItem("Üsküdar")
        item.setCheckable(True)
        item.setCheckState(state)
        model.appendRow([item, QStandardItem("")])
    view = QTreeView()
    model.setParent(view)
    view.setModel(model)
    LinedRows(view)
    qtbot.addWidget(view)
    view.resize(400, 200)
    with qtbot.waitExposed(view):
        view.show()
    return view


def box(tree: QTreeView, index: QModelIndex) -> QPoint:
    """The middle of the box Qt looks for a click in."""
    told = QStyleOptionViewItem()
    tree.itemDelegate().initStyleOption(told, index)
    told.rect, told.widget = tree.visualRect(index), tree
    part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return tree.style().subElementRect(part, told, tree).center()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_is_drawn_where_a_click_turns_it(
    schemes: QApplication, tree: QTreeView, qtbot: QtBot, scheme: str
) -> None:
    theme.apply(schemes, scheme)
    model, ink = tree.model(), theme.ink()
    for row, (state, ground) in enumerate(
        ((CHECKED, ink.primary), (PARTLY, ink.base), (UNCHECKED, ink.base))
    ):
        index = model.index(row, 0)
        middle = box(tree, index)
        drawn = tree.viewport().grab().toImage()
        ratio = drawn.devicePixelRatio()
        seen = QColor(drawn.pixel((middle + QPoint(-4, -4)) * ratio))
        assert seen.name() == ground.name(), state
        turned = UNCHECKED if state is CHECKED else CHECKED
        qtbot.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle
        )
        assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is turned


def test_headings_turn_light_or_dark_while_a_list_is_open(
    schemes: QApplication, tree: QTreeView
) -> None:
    for scheme in ("dark", "light", "dark"):
        theme.apply(schemes, scheme)
        schemes.processEvents()
        drawn = tree.header().grab().toImage()
        assert QColor(drawn.pixel(drawn.width() - 8, 4)).name() == theme.ink().base.name()
