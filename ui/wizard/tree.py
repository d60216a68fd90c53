"""The places of Türkiye to choose from, as a tree: what is checked, with boxes and voters.

A search leaves the places it finds and what they lie in; what checking one means is the plan's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from desk import turkish
from desk.country.places import COUNTRY, Region, children, regions
from desk.nights import plan as plans
from desk.nights.answers import Level
from desk.nights.plan import Plan
from ui.widgets import theme
from ui.widgets.tables import ROOT, Index
from ui.widgets.theme import LEFT, RIGHT
from ui.wizard import telling

NAME, CHOSEN, BOXES, VOTERS = range(4)


@dataclass(slots=True)
class _Node:
    """A place; ``sought`` has its name and what it lies in, folded; ``shown`` are in sight.

    ``meant`` says that it has what is sought itself, and is not shown for what it holds.
    """

    region: Region
    above: _Node | None
    name: str
    sought: str
    row: int = 0
    meant: bool = True
    below: list[_Node] = field(default_factory=list)
    shown: list[_Node] = field(default_factory=list)


class PlacesTree(QAbstractItemModel):
    """`chosen` tells that other places are checked."""

    chosen = Signal()

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._sought: tuple[str, ...] = ()
        self._root = self._build()
        self._sift(self._root)

    @property
    def sought(self) -> bool:
        """Whether only a part of the tree is shown."""
        return bool(self._sought)

    def seek(self, text: str) -> int:
        """Show the places that have every word of a text in their names, and what they lie in.

        Returns how many are in sight.
        """
        before, self._sought = self._sought, tuple(turkish.fold(text.replace("/", " ")).split())
        # A letter more finds only what was found before it.
        narrower = all(any(old in new for new in self._sought) for old in before)
        self.beginResetModel()
        count = self._sift(self._root, narrower=narrower)
        self.endResetModel()
        return count

    def again(self) -> None:
        """Build anew: the kind of night or its level has changed."""
        self.beginResetModel()
        self._root = self._build()
        self._sift(self._root)
        self.endResetModel()

    def place(self, index: Index) -> str:
        """The id of a place."""
        return self._node(index).region.id

    def best(self) -> QModelIndex:
        """The place a search means: a name that begins with it, the larger before the smaller."""
        sought, found, level = " ".join(self._sought), self._root, self._root.shown
        least: tuple[bool, ...] = (True, True, True)
        while level and least != (False, False):
            for node in level:
                if node.meant:
                    within = not _has(node.name, self._sought)
                    rank = within, not node.name.startswith(sought)
                    if rank < least:
                        found, least = node, rank
            level = [below for node in level for below in node.shown]
        return QModelIndex() if found is self._root else self._index(found)

    def find(self, place: str) -> QModelIndex:
        """Where a place is shown; nowhere where it is not."""
        todo = [self._root]
        while todo:
            node = todo.pop()
            if node.region.id == place and node.above is not None:
                return self._index(node)
            todo += node.shown
        return QModelIndex()

    def tell(self) -> None:
        """Every mark may have changed."""
        todo = [self._root]
        while todo:
            node = todo.pop()
            if node.shown:
                first, last = node.shown[0], node.shown[-1]
                end = self.createIndex(last.row, VOTERS, last)
                self.dataChanged.emit(self._index(first), end)
            todo += node.shown

    def _build(self) -> _Node:
        country = regions()[COUNTRY]
        top = _Node(country, None, "", "")
        name = turkish.fold(country.name)
        top.below = [_Node(country, top, name, name)]
        self._fill(top.below[0])
        return top

    def _fill(self, node: _Node) -> None:
        for region in children(node.region.id):
            deep = region.kind in ("district", "town") and self._plan.level is Level.PROVINCE
            if deep or not plans.is_offered(region, self._plan.kind):
                continue
            above = "" if node.region.kind == "country" else node.sought
            name = turkish.fold(region.name)
            one = _Node(region, node, name, f"{name} {above}")
            self._fill(one)
            node.below.append(one)

    def _sift(self, node: _Node, *, narrower: bool = False) -> int:
        """Let those be in sight below a place that are sought, or hold what is; how many.

        Only of those in sight where the search has become ``narrower``.
        """
        below, node.shown = node.shown if narrower else node.below, []
        count = 0
        for one in below:
            inside = self._sift(one, narrower=narrower) if one.below else 0
            one.meant = _has(one.sought, self._sought)
            if inside or one.meant:
                one.row = len(node.shown)
                node.shown.append(one)
                count += inside + 1
        return count

    def _node(self, index: Index) -> _Node:
        found = index.internalPointer() if index.isValid() else self._root
        assert isinstance(found, _Node)
        return found

    def _index(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row, NAME, node)

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        # Asked for hundreds of times at each key.
        shown = self._node(parent).shown
        if 0 <= row < len(shown) and 0 <= column <= VOTERS:
            return self.createIndex(row, column, shown[row])
        return QModelIndex()

    @overload
    def parent(self, /) -> QObject | None: ...
    @overload
    def parent(self, index: Index, /) -> QModelIndex: ...
    def parent(self, index: Index | None = None, /) -> QObject | QModelIndex | None:
        if index is None:
            return super().parent()
        above = self._node(index).above if index.isValid() else None
        return QModelIndex() if above is None or above.above is None else self._index(above)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return VOTERS + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.column() == NAME and self._plan.leaves(self.place(index)):
            return _CHECKED
        return _PLAIN

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section == NAME else RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Place"),
            self.tr("Chosen"),
            self.tr("Boxes"),
            self.tr("Registered voters"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        column = index.column()
        if role == _ALIGNMENT:
            return LEFT if column == NAME else RIGHT
        region = self._node(index).region
        if role == _TEXT:
            return self._text(region, column)
        if role == _CHECK and column == NAME:
            return self._state(region.id)
        if role == _FONT and column == NAME:
            return theme.font(strong=True) if region.kind in ("country", "province") else None
        if role == _INK:
            muted = column == CHOSEN or (column == NAME and region.kind == "town")
            return theme.ink().muted if muted else None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._plan.toggle(self.place(index))
        self.changed()
        return True

    def changed(self) -> None:
        """Places were checked or taken out."""
        self._plan.touched = True
        self.tell()
        self.chosen.emit()

    def _text(self, region: Region, column: int) -> str:
        if column == NAME:
            town = self.tr("{name} (town)") if region.kind == "town" else "{name}"
            return town.format(name=region.name)
        if column == CHOSEN:
            inside = self._plan.leaves(region.id)
            if len(inside) < 2:
                return ""
            n = telling.number(len(inside & self._plan.checked))
            return f"{n} / {telling.number(len(inside))}"
        if region.kind == "country":
            return ""
        told = plans.counts_of(region.id, self._plan.kind, self._plan.day)
        count = told.boxes if column == BOXES else told.registered
        return "" if count is None else telling.number(count)

    def _state(self, place: str) -> Qt.CheckState | None:
        inside = self._plan.leaves(place)
        if not inside:
            return None
        if inside <= self._plan.checked:
            return Qt.CheckState.Checked
        some = inside & self._plan.checked
        return Qt.CheckState.PartiallyChecked if some else Qt.CheckState.Unchecked


_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_CHECKED = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable

_TEXT = int(Qt.ItemDataRole.DisplayRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_ANSWERED = frozenset({_TEXT, _CHECK, _ALIGNMENT, _FONT, _INK})
"""Qt asks for several roles more at every repaint of every cell."""


def _has(text: str, words: tuple[str, ...]) -> bool:
    # Asked of 1,400 places at each key.
    return all(map(text.__contains__, words))
