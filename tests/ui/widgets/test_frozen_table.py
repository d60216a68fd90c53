"""The first column stays in sight, in step with the others, and never lies over a chosen cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.hands import PLACE, Hands, press
from ui.comparison.page import ComparisonPage
from ui.widgets import theme
from ui.widgets.frozen_table import FrozenTable


@pytest.fixture
def page(at_demo: Hands) -> ComparisonPage:
    press("Ctrl+2")
    return at_demo.night.comparison


@pytest.fixture
def table(page: ComparisonPage) -> FrozenTable:
    page.window().resize(700, 420)
    return page.table


def test_the_first_column_stays_in_sight(table: FrozenTable) -> None:
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert table.frozen.isVisible()
    assert table.frozen.columnWidth(0) == table.columnWidth(0)
    assert table.frozen.x() == table.frameWidth()
    assert not table.frozen.isColumnHidden(0)
    hidden = [table.frozen.isColumnHidden(n) for n in range(1, table.model().columnCount())]
    assert all(hidden)


def test_the_first_column_scrolls_with_the_others(table: FrozenTable) -> None:
    table.verticalScrollBar().setValue(60)
    assert table.frozen.verticalScrollBar().value() == 60
    table.frozen.verticalScrollBar().setValue(30)
    assert table.verticalScrollBar().value() == 30
    for row in (2, 12):
        index = table.model().index(row, 0)
        assert table.frozen.visualRect(index).y() == table.visualRect(index).y()


def test_the_first_column_sorts_the_table(qtbot: QtBot, table: FrozenTable) -> None:
    over, under = table.frozen.horizontalHeader(), table.horizontalHeader()
    assert not over.isSortIndicatorShown() or over.sortIndicatorSection() != 0
    middle = QPoint(over.sectionViewportPosition(0) + 10, over.height() // 2)
    qtbot.mouseClick(over.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert under.sortIndicatorSection() == 0
    first = table.model().place_at(0)
    qtbot.mouseClick(over.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert {first, table.model().place_at(0)} == {"İstanbul", "Zeytinburnu"}
    assert over.sortIndicatorOrder() == under.sortIndicatorOrder()
    under.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert over.sortIndicatorSection() != 0
    assert table.model().place_at(0) == "İstanbul", (
        "leads apart count where no share is told by both"
    )


def test_a_line_chosen_in_the_first_column_is_chosen_in_both(
    qtbot: QtBot, table: FrozenTable
) -> None:
    index = table.model().index(2, 0)
    middle = table.frozen.visualRect(index).center()
    qtbot.mouseClick(table.frozen.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert table.currentIndex() == index
    assert table.selectionModel() is table.frozen.selectionModel()
    assert table.hasFocus() or not table.frozen.hasFocus()


def test_the_selection_keeps_its_places_when_the_table_is_sorted(page: ComparisonPage) -> None:
    for place, column in (("Beyoğlu", 3), (PLACE, 0)):
        index = page.model.index(page.model.row_of(place), column)
        page.table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    chosen = {
        page.model.place_at(index.row()) for index in page.table.selectionModel().selectedIndexes()
    }
    assert chosen == {"Beyoğlu", PLACE}


def test_a_cell_is_never_hidden_behind_the_first_column(table: FrozenTable) -> None:
    press("End")
    for _ in range(table.model().columnCount() - 1):
        press("Left")
        index = table.currentIndex()
        if index.column() > 0:
            assert table.visualRect(index).left() >= table.columnWidth(0)


def test_the_first_column_shows_who_has_the_keys(page: ComparisonPage, table: FrozenTable) -> None:
    table.setFocus()
    press("Home", "Down")
    assert table.currentIndex().column() == 0
    box = table.frozen.visualRect(table.currentIndex())

    def ground() -> QColor:
        return (
            table.frozen.viewport().grab().toImage().pixelColor(box.right() - 2, box.center().y())
        )

    assert ground() == theme.ink().selected
    page.order.setFocus()
    assert ground() == theme.ink().selected_idle
    table.setFocus()
    assert ground() == theme.ink().selected
