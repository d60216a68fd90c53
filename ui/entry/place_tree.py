"""The list of places as a tree that folds by province: what lies in what, and what is in sight.

Of a night of one province there is none, and the list is a list. What a line tells is the model's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.facts.election import Election
from desk.turkish.letters import SortKey
from ui.widgets import theme
from ui.widgets.tables import Index

FOLDS_FROM = 100
"""A list of more lines begins with its provinces folded: nobody reads so many."""

INDENT = 4 * theme.STEP
"""How far a province's places stand in, and how wide the arrow before its name is; pixels."""

TREE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""A line's place in the tree: `FOLDED`, `OPEN`, `INSIDE`, or None where it stands by itself."""

FOLDED, OPEN, INSIDE = "folded", "open", "inside"


@dataclass(slots=True)
class PlaceTree:
    """Provinces with the places inside them, and which of them are folded.

    A province is in it where it has several places, or figures of its own and one; a night of
    fewer than two such provinces has no tree.
    """

    inside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folded: set[str] = field(default_factory=set)
    head_of: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.head_of = {place: head for head, ones in self.inside.items() for place in ones}

    def state(self, place: str) -> str | None:
        """How a line stands in the tree, as `TREE_ROLE` tells it."""
        if place in self.inside:
            return FOLDED if place in self.folded else OPEN
        return INSIDE if place in self.head_of else None

    def in_sight(self, place: str) -> bool:
        """Whether no folded province hides a place."""
        return self.head_of.get(place, "") not in self.folded

    def ordered(
        self, places: Iterable[str], key: Callable[[str], tuple[int, SortKey]]
    ) -> list[str]:
        """All lines: provinces among what stands by itself, each before the places inside it."""
        by_itself = [place for place in places if place not in self.head_of]
        tops = sorted({*by_itself, *self.inside}, key=key)
        found: list[str] = []
        for top in tops:
            found.append(top)
            found += sorted(self.inside.get(top, ()), key=key)
        return found

    def turn(self, heads: Collection[str], *, folded: bool) -> bool:
        """Fold or unfold some provinces; whether any was otherwise before."""
        heads = {head for head in heads if head in self.inside}
        before = set(self.folded)
        self.folded = self.folded | heads if folded else self.folded - heads
        return self.folded != before


def tree_of(election: Election, contest: str) -> PlaceTree:
    """The tree of a contest's places; of many lines all is folded."""
    inside: dict[str, list[str]] = {}
    held = election.held(contest)
    for place in held:
        province = election.province_of(place.name)
        if province is not None and province.name != place.name:
            inside.setdefault(province.name, []).append(place.name)
    heads = {
        head: tuple(ones)
        for head, ones in inside.items()
        if len(ones) > 1 or election.is_held(contest, head)
    }
    if len(heads) < 2:
        return PlaceTree()
    return PlaceTree(heads, set(heads) if len(held) > FOLDS_FROM else set())


class TreeNames(QStyledItemDelegate):
    """Names that stand in, behind an arrow where something is inside."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(TREE_ROLE)
        if state is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        style, whole = option.widget.style(), QRect(option.rect)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        option.rect = whole.adjusted(INDENT, 0, 0, 0)
        # The ground is painted over the whole line already.
        option.state &= ~QStyle.StateFlag.State_Selected
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if state != INSIDE:
            _arrow(painter, whole, opened=state == OPEN)


def _arrow(painter: QPainter, line: QRect, *, opened: bool) -> None:
    x, y = line.left() + INDENT / 2, line.top() + line.height() / 2
    corners = ((-4, -2.5), (4, -2.5), (0, 3)) if opened else ((-2.5, -4), (-2.5, 4), (3, 0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink().muted)
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
    painter.restore()
