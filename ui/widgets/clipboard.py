"""Selected cells to the clipboard as a table every spreadsheet takes: tabs and HTML together.

What a cell says is the model's business; nothing is reformatted on the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from desk.tables import Cell, Table, to_html_table, to_tabs
from ui.texts.names import VALUE_ROLE
from ui.widgets.marks import bare


def put(text: str, html: str) -> None:
    """Text and HTML at once, so that the place it is pasted into can choose."""
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def put_text(text: str) -> None:
    """Text alone, for places that would rather take HTML and lose the marks of the text."""
    QGuiApplication.clipboard().setText(text)


def copy_selection(view: QTableView, labels: Sequence[str] = (), *, mark: str = "") -> bool:
    """Copy a view's selection with its headings, a single cell bare. False if none is selected.

    ``labels`` name the rows where the table shows them in its side header; ``mark`` stands in front
    of every row, for figures that are no real ones.
    """
    indexes = view.selectionModel().selectedIndexes()
    if not indexes:
        return False
    model = view.model()
    if len(indexes) == 1:
        bare = Table((), ((_cell(indexes[0]),),))
        put(to_tabs(bare).strip("\n"), to_html_table(bare))
        return True
    rows = sorted({index.row() for index in indexes}, key=view.verticalHeader().visualIndex)
    columns = sorted({index.column() for index in indexes}, key=view.horizontalHeader().visualIndex)
    columns = [column for column in columns if not view.isColumnHidden(column)]
    chosen = {(index.row(), index.column()) for index in indexes}
    headings = [
        str(model.headerData(column, Qt.Orientation.Horizontal) or "").replace("\n", " ")
        for column in columns
    ]
    cells = [
        [_cell(model.index(row, column)) if (row, column) in chosen else None for column in columns]
        for row in rows
    ]
    if labels:
        headings.insert(0, "")
        for row, line in zip(rows, cells, strict=True):
            line.insert(0, labels[row])
    table = Table(tuple(headings), tuple(tuple(line) for line in cells))
    if mark:
        table = table.marked(mark)
    put(to_tabs(table), to_html_table(table))
    return True


def _cell(index: QModelIndex) -> Cell:
    """A cell's exact value where the model has one, else its text; marks are for the eye only."""
    value = index.data(VALUE_ROLE)
    if isinstance(value, str):
        return value or None
    if isinstance(value, Decimal | int):
        return value
    return bare(str(index.data() or "")) or None
