"""How lists look: pale rows with a bar where she is, hairlines, marks as shapes before their words.

Colours come from the theme; what the rows hold is their models'.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygon,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets import shapes, theme
from ui.widgets.marks import bare
from ui.widgets.tables import Index
from ui.widgets.theme import STEP

ROW, BAR, SWATCH, BOX = 24, 3, 12, 14

_SELECTED = QStyle.StateFlag.State_Selected.value
_HELD = QStyle.StateFlag.State_HasFocus.value
_TELLS = _SELECTED | _HELD
_NOT_HELD = ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
_ICON = QStyleOptionViewItem.ViewItemFeature.HasDecoration.value
_BOX = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator.value
"""As numbers: of every cell that is painted some are asked for."""
_WITHOUT_WORDS = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.CheckStateRole)

GROUP_ROLE = Qt.ItemDataRole.UserRole + 40
"""True where a row opens a group: the line above it is a stronger one."""


class LinedRows(QStyledItemDelegate):
    """Rows under one another with a hairline between; ``cells`` frames the cell in hand.

    In the columns ``marked`` the mark a text is led by is drawn, and its room kept where none is.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        *,
        cells: bool = False,
        edge: bool = False,
        lines: bool = True,
        groups: bool = False,
        marked: Collection[int] = (),
    ) -> None:
        """``edge`` says that the list goes to its page's edge: its first column stands in.

        Without ``lines`` the rows stand in from the edge too, and nothing parts them. With
        ``groups`` the model says by `GROUP_ROLE` which rows open one.
        """
        super().__init__(view)
        self._edge, self._lines, self._groups = edge or not lines, lines, groups
        self._view, self._cells, self._marked = view, cells, frozenset(marked)
        self._ink: theme.Ink | None = None
        view.setItemDelegate(self)
        view.installEventFilter(self)
        self._flatten()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        told, inset = QStyleOptionViewItem(option), self._inset(index.column())
        wraps = isinstance(self._view, QListView) and self._view.wordWrap()
        if wraps:
            # Qt measures it as one line, whatever room there is.
            told.rect = QRect(0, 0, self._view.viewport().width() - inset - STEP, ROW)
        hint = super().sizeHint(told, index)
        lines = hint.height() if wraps else option.fontMetrics.height()
        return QSize(hint.width() + 3 * STEP + inset, max(ROW, lines + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink, row = theme.ink(), QRect(option.rect)
        state = option.state.value
        if state & _SELECTED:
            held = self._view.hasFocus()
            painter.fillRect(row, ink.selected if held else ink.selected_idle)
            if index.column() == 0:
                painter.fillRect(QRect(0, row.top(), BAR, row.height()), ink.accent)
        if not _is_empty(index):
            self._fill(painter, option, index)
        if self._lines:
            painter.setPen(ink.line)
            painter.drawLine(row.bottomLeft(), row.bottomRight())
        if self._groups and index.row() and index.data(GROUP_ROLE):
            painter.setPen(ink.line2)
            painter.drawLine(row.topLeft(), row.topRight())
        if self._cells and state & _HELD:
            painter.setPen(QPen(ink.accent, 2))
            painter.drawRect(row.adjusted(1, 1, -1, -1))

    def _fill(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What stands in a cell: a colour, a box to tick, a text, a mark before it."""
        told = QStyleOptionViewItem(option)
        if told.state.value & _TELLS:
            told.state &= _NOT_HELD
        told.rect = option.rect.adjusted(self._inset(index.column()), 0, -STEP, 0)
        # What the style is told is asked for once: for a box, too, and whether there is a colour.
        self.initStyleOption(told, index)
        has = told.features.value
        colour = index.data(Qt.ItemDataRole.DecorationRole) if has & _ICON else None
        if isinstance(colour, QColor):
            self._swatch(painter, option.rect, colour)
            return
        if has & _BOX:
            self._box(told)
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, told, painter, self._view)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() in self._marked:
            words = bare(option.text)
            mark = option.text[:1] if words != option.text else ""
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(shapes.SIZE + 2, shapes.SIZE + 2)
            ratio = self._view.devicePixelRatioF()
            option.icon = _icon(mark, shapes.colour_of(mark).name(), ratio)
            option.text = words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._view:
            return super().eventFilter(watched, event)
        # Qt would take whatever a delegate listens to for an editor of its own.
        if event.type() is QEvent.Type.PaletteChange:
            self._flatten()
        return False

    def _inset(self, column: int) -> int:
        """How far the first column stands in from the edge."""
        return 2 * STEP if column == 0 and self._edge else 0

    def _swatch(self, painter: QPainter, row: QRect, colour: QColor) -> None:
        box = QRect(row.left() + 8, row.center().y() - SWATCH // 2 + 1, SWATCH, SWATCH)
        painter.fillRect(box, colour)
        if theme.is_dark():
            painter.setPen(theme.ink().line2)
            painter.drawRect(box)

    def _box(self, told: QStyleOptionViewItem) -> None:
        """Have a box of the desk's own drawn: the style's edge is lost on dark ground."""
        style, ratio = self._view.style(), self._view.devicePixelRatioF()
        side = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, told, self._view)
        feature = QStyleOptionViewItem.ViewItemFeature
        told.features = told.features & ~feature.HasCheckIndicator | feature.HasDecoration
        told.decorationSize = QSize(side, side)
        told.icon = _box_icon(told.checkState, theme.is_dark(), side, ratio)

    def _flatten(self) -> None:
        """Headings without boxes, in the colours in force."""
        ink = theme.ink()
        if ink is not self._ink:
            # What it does is itself a change of the palette.
            self._ink = ink
            for header in self._view.findChildren(QHeaderView):
                flatten(header, ink, self._inset(0))


def flatten(header: QHeaderView, ink: theme.Ink, inset: int = 0) -> None:
    """A heading without boxes, on the ground of its list; ``inset`` is the first one's, in px."""
    header.setStyleSheet(
        f"QHeaderView {{ background: {ink.base.name()}; }}"
        f"QHeaderView::section {{ background: {ink.base.name()}; border: 0;"
        f" border-bottom: 1px solid {ink.line2.name()}; color: {ink.muted.name()};"
        " padding: 2px 6px 2px 4px; }"
        f"QHeaderView::section:first {{ padding-left: {4 + inset}px; }}"
        # Under the words: at their right end the style would draw it over them.
        "QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: margin;"
        " subcontrol-position: bottom center; width: 13px; height: 8px; }"
    )


@cache
def _icon(mark: str, colour: str, ratio: float) -> QIcon:
    """A mark in a colour as an icon, made once; a blank one of the same size without a mark."""
    side = shapes.SIZE + 2
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    if mark:
        painter = QPainter(pixmap)
        shapes.paint(painter, mark, QRectF(1, 1, shapes.SIZE, shapes.SIZE), QColor(colour))
        painter.end()
    return QIcon(pixmap)


@cache
def _box_icon(state: Qt.CheckState, dark: bool, side: int, ratio: float) -> QIcon:
    """A box to check as an icon, made once; ``dark`` tells the colours it was made of apart."""
    ink, on = theme.ink(), state is Qt.CheckState.Checked
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((side - BOX) // 2, (side - BOX) // 2)
    painter.setPen(QPen(ink.primary if on else ink.faint, 1))
    painter.setBrush(ink.primary if on else ink.base)
    painter.drawRoundedRect(QRectF(0.5, 0.5, BOX - 1, BOX - 1), 2, 2)
    if on:
        painter.setPen(QPen(ink.on_primary, 1.8))
        painter.drawPolyline(QPolygon([QPoint(3, 7), QPoint(6, 10), QPoint(11, 4)]))
    elif state is Qt.CheckState.PartiallyChecked:
        painter.fillRect(QRect(3, 6, BOX - 6, BOX - 12), ink.primary)
    painter.end()
    return QIcon(pixmap)


def _is_empty(index: Index) -> bool:
    """Whether nothing stands in a cell, as in many of a wide table's."""
    unsaid = index.data() in (None, "")
    return unsaid and all(index.data(role) is None for role in _WITHOUT_WORDS)


class Hairline(QWidget):
    """A line between two parts of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.ink().line)
