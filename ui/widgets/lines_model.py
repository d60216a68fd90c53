"""What every table of lines shares as a model: a row for each line, to be read and not changed.

What a line says in which column is each screen's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from ui.widgets.table_parts import READABLE, ROOT, Index

T = TypeVar("T")


class LinesModel(QAbstractTableModel, Generic[T]):
    """Lines as rows. Whoever changes ``_lines`` tells the views so, as Qt asks."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[T] = []
        self._width = columns

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._width

    def flags(self, index: Index) -> Qt.ItemFlag:
        return READABLE if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headings(self) -> Mapping[int, str]:
        """The heads of the columns, in the language in force."""
        return {}

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings().get(section)
