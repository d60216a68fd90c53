"""The districts as tiles: a list with a tile's figures behind each, read anew when they change.

What a tile tells is the desk's; where it lies and how it is painted is the view's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from desk.charts import ChartAsked
from desk.charts.facts import sides
from desk.charts.tiles import Tile, tiles
from desk.rules.discrepancies import SideBySide, compare_place
from ui.night.bridge import Bridge
from ui.widgets.tables import READABLE, ROOT, Index

TILE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class TilesModel(QAbstractListModel):
    """Every district of the election in Turkish order."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tiles: list[Tile] = []
        self._rows: Mapping[str, int] = {}
        self._sides: dict[str, SideBySide] = {}

    @property
    def tiles(self) -> list[Tile]:
        """The tiles, in their order."""
        return self._tiles

    def show(self, asked: ChartAsked) -> None:
        """Tell every district's tile anew."""
        self._sides = {side.place: side for side in sides(self._bridge.session, asked)}
        self.tell(asked)

    def tell(self, asked: ChartAsked) -> None:
        """Tell of what was read, as it may be in another way than before."""
        told = tiles(self._bridge.session, asked, tuple(self._sides.values()))
        if [tile.place for tile in told] != [tile.place for tile in self._tiles]:
            self.beginResetModel()
            self._tiles = list(told)
            self._rows = {tile.place: row for row, tile in enumerate(told)}
            self.endResetModel()
            return
        for row, tile in enumerate(told):
            self._put(row, tile)

    def show_places(self, asked: ChartAsked, places: Collection[str]) -> None:
        """Tell the tiles of a few places anew."""
        session = self._bridge.session
        for place in places:
            row = self._rows.get(place)
            if row is not None:
                self._sides[place] = compare_place(session, asked.contest, place, asked.pair)
                self._put(row, tiles(session, asked, (self._sides[place],))[0])

    def row_of(self, place: str) -> int | None:
        """Where a place stands; None if it has no tile."""
        return self._rows.get(place)

    def _put(self, row: int, tile: Tile) -> None:
        if tile != self._tiles[row]:
            self._tiles[row] = tile
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._tiles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return READABLE if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        tile = self._tiles[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.place
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tile.said
        if role == TILE_ROLE:
            return tile
        return None
