"""The attention place: a line that is always there, and the list behind it.

The line says the newest thing that waits and its one key; the list says all of it. Neither moves
anything or takes the keys before she asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.frame.attention import Attention, Waits
from ui.texts import names as shown
from ui.widgets import shapes, theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.marks import AGEING, CLEAR, DIFFER, NEW, OUT_WRONG, UNLIKELY, WRONG
from ui.widgets.tables import ROOT, Index
from ui.widgets.theme import STEP


class Counts(QWidget):
    """How many wait, a shape and a number for each kind."""

    def __init__(self, attention: Attention, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attention.counts")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._attention = attention

    def sizeHint(self) -> QSize:
        width = sum(self._width(count) for count in self._attention.counts().values())
        return QSize(width, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, left = QPainter(self), 0
        painter.setFont(theme.font())
        for mark, count in self._attention.counts().items():
            shapes.paint(painter, mark, QRectF(left, (self.height() - 12) / 2, 12, 12))
            painter.setPen(theme.ink().text)
            room = QRect(left + 4 * STEP, 0, self._width(count), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(count))
            left += self._width(count)
        painter.end()

    def _width(self, count: int) -> int:
        return 4 * STEP + self.fontMetrics().horizontalAdvance(str(count)) + 3 * STEP


class AttentionLine(QWidget):
    """Thirty pixels over every page, as high when all is calm."""

    go_wanted = Signal()
    """To what the line says."""
    list_wanted = Signal()

    def __init__(self, attention: Attention, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attention")
        self._attention = attention
        self.rings = False
        """Whether something new is to be seen from across the room."""
        self._mark = _Mark(self)
        self.text = ElidedLabel("attention.text", self)
        self.go = KeyButton("attention.go", Rank.FLAT, self)
        self.counts = Counts(attention, self)
        self.list = KeyButton("attention.list", Rank.FLAT, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * STEP, 1, 2 * STEP, 1)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self._mark)
        layout.addWidget(self.text)
        layout.addWidget(self.go)
        layout.addStretch(1)
        layout.addWidget(self.counts)
        layout.addWidget(self.list)
        self.go.clicked.connect(self.go_wanted)
        self.list.clicked.connect(self.list_wanted)
        attention.changed.connect(self.retranslate)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """As wide as the page, whatever it says: the text gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def ring(self, on: bool) -> None:
        """Be seen from across the room, or be calm again."""
        if on and not self.rings:
            QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))
        self.rings = on
        self.update()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        newest = self._attention.newest
        calm, looking = self.tr("Nothing waits for you."), self.tr("Being looked at…")
        quiet = calm if self._attention.knows else looking
        mark = newest.mark if newest else CLEAR if self._attention.knows else ""
        self._mark.show_mark(mark, new=bool(newest and newest.new))
        said = one_line(newest) if newest else quiet
        self.text.setText(said)
        correctable = newest is not None and newest.correctable
        self.go.setText(self.tr("Draft the correction…") if correctable else self.tr("Go to it"))
        self.go.show_key("Ctrl+Shift+D" if correctable else "F3")
        self.go.setVisible(newest is not None)
        self.list.setText(self.tr("Waiting"))
        self.list.show_key("Ctrl+0")
        self.counts.setAccessibleName(
            ", ".join(f"{kind_name(m)}: {n}" for m, n in self._attention.counts().items())
        )
        self.counts.setToolTip(self.counts.accessibleName())
        self.counts.updateGeometry()
        self.counts.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self.rings:
            painter.fillRect(self.rect(), theme.ink().warning_ground)
            painter.fillRect(0, 0, 2 * STEP, self.height(), theme.ink().warning)
        painter.setPen(theme.ink().line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class _Mark(QWidget):
    """The mark of the line, and the disc of what is new."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(7 * STEP, 6 * STEP)
        self._mark, self._new = "", False

    def show_mark(self, mark: str, *, new: bool) -> None:
        self._mark, self._new = mark, new
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._new:
            shapes.paint(painter, NEW, QRectF(0, 0, 10, self.height()))
        shapes.paint(painter, self._mark, QRectF(12, 0, 14, self.height()))
        painter.end()


def kind_name(mark: str) -> str:
    """What a group of what waits is called."""
    return {
        OUT_WRONG: QCoreApplication.translate("Waiting", "Published and wrong now"),
        WRONG: QCoreApplication.translate("Waiting", "Cannot be"),
        UNLIKELY: QCoreApplication.translate("Waiting", "Unlikely"),
        DIFFER: QCoreApplication.translate("Waiting", "Agencies differ"),
        AGEING: QCoreApplication.translate("Waiting", "Growing old"),
    }[mark]


def one_line(one: Waits) -> str:
    """What waits, with the place where its sentence does not name it."""
    named = not one.place or one.place in one.sentence
    return one.sentence if named else f"{one.place}: {one.sentence}"


class WaitingModel(QAbstractListModel):
    """What waits, a row each."""

    def __init__(self, attention: Attention, parent: QWidget) -> None:
        super().__init__(parent)
        self._attention = attention
        self._items: tuple[Waits, ...] = ()

    def refill(self) -> bool:
        """Show what waits now; False where that is what is shown."""
        items = self._attention.items
        if items == self._items:
            return False
        self.beginResetModel()
        self._items = items
        self.endResetModel()
        return True

    @property
    def items(self) -> Sequence[Waits]:
        """The rows, from the top."""
        return self._items

    def opens(self, row: int) -> str:
        """The heading over a row that begins a group; else nothing."""
        before, one = self._items[row - 1] if row else None, self._items[row]
        same = before and (bool(before.done), before.done or before.mark) == (
            bool(one.done),
            one.done or one.mark,
        )
        if same or (before and before.done and one.done):
            return ""
        return self.tr("Accepted and seen") if one.done else kind_name(one.mark)

    def row_of(self, key: str) -> int | None:
        """Where something stands; None if it is not there."""
        return next((row for row, one in enumerate(self._items) if one.key == key), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.done or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("Accepted and seen") if one.done else kind_name(one.mark)
            return f"{said}: {one_line(one)}"
        return None


class WaitingDelegate(QStyledItemDelegate):
    """A heading where a group begins, the mark, the whole sentence, the time."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, WaitingModel)
        one, heading = model.items[index.row()], model.opens(index.row())
        colours, box = theme.ink(), QRect(option.rect)
        painter.save()
        if heading:
            head = QRect(box.left(), box.top(), box.width(), self._head())
            painter.fillRect(head, colours.window)
            painter.setPen(colours.muted)
            painter.setFont(theme.font(theme.SMALL))
            room = head.adjusted(3 * STEP, 0, -3 * STEP, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, heading)
            box.setTop(head.bottom() + 1)
        self._row(painter, one, box, option)
        painter.restore()

    def _row(self, painter: QPainter, one: Waits, box: QRect, option: QStyleOptionViewItem) -> None:
        colours = theme.ink()
        painter.fillRect(box, colours.base)
        if option.state & QStyle.StateFlag.State_Selected:
            active = option.state & QStyle.StateFlag.State_Active
            painter.fillRect(box, colours.selected if active else colours.selected_idle)
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colours.accent)
        muted = colours.muted if one.done else None
        at = QRectF(box.left() + 3 * STEP, box.top() + STEP, 12, option.fontMetrics.height())
        shapes.paint(painter, one.mark, at, muted)
        if one.new:
            shapes.paint(
                painter, NEW, QRectF(box.right() - self._time() - 14, at.top(), 10, at.height())
            )
        painter.setPen(muted or colours.text)
        painter.setFont(theme.font())
        painter.drawText(self._words(box), _WRAPPED, one_line(one))
        painter.setPen(colours.muted)
        painter.setFont(theme.font(theme.SMALL))
        clock = box.adjusted(0, STEP, -3 * STEP, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(clock, right, shown.clock(one.as_of))
        painter.setPen(colours.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, view = index.model(), self.parent()
        assert isinstance(model, WaitingModel)
        assert isinstance(view, QListView)
        room = self._words(QRect(0, 0, view.viewport().width(), 10_000))
        words = QFontMetrics(theme.font()).boundingRect(
            room, _WRAPPED, one_line(model.items[index.row()])
        )
        height = words.height() + 2 * STEP + 1
        return QSize(100, height + (self._head() if model.opens(index.row()) else 0))

    def _head(self) -> int:
        return QFontMetrics(theme.font(theme.SMALL)).height() + 2 * STEP

    def _time(self) -> int:
        return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance("00.00") + 4 * STEP

    def _words(self, box: QRect) -> QRect:
        return box.adjusted(8 * STEP, STEP, -self._time() - 3 * STEP, 0)


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class WaitingPanel(QWidget):
    """The list of all of it, in the place of what stands beside the page."""

    entered = Signal(object)
    """`Waits` to go to."""
    accept_wanted = Signal(object)
    seen = Signal(object)
    left = Signal()

    def __init__(self, attention: Attention, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self._attention = attention
        self.title = QLabel(self)
        self.title.setObjectName("waiting.title")
        self.title.setFont(theme.font(strong=True))
        self._hint = QLabel(self)
        self._hint.setFont(theme.font(theme.SMALL))
        self._hint.setWordWrap(True)
        self.model = WaitingModel(attention, self)
        self.list = QListView(self)
        self.list.setObjectName("waiting.list")
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.list.setModel(self.model)
        self.list.setItemDelegate(WaitingDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _: self._ask(self.entered))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (self.title, self._hint):
            label.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
        attention.changed.connect(self._refill)
        self.retranslate()

    def current(self) -> Waits | None:
        """What the cursor stands on."""
        row = self.list.currentIndex().row()
        return self.model.items[row] if 0 <= row < len(self.model.items) else None

    def choose(self, key: str) -> None:
        """Put the cursor on something, if it is there."""
        row = self.model.row_of(key)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def take_keys(self) -> None:
        """Put the focus in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.list.setAccessibleName(self.tr("What waits for you"))
        self._hint.setText(
            self.tr("Enter goes · Del: seen · Space: accept… · Esc: back to the cell")
        )
        self._refill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            acts = {
                Qt.Key.Key_Return: self.entered,
                Qt.Key.Key_Enter: self.entered,
                Qt.Key.Key_Space: self.accept_wanted,
                Qt.Key.Key_Delete: self.seen,
            }
            if not event.modifiers() and key in acts:
                self._ask(acts[key])
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _ask(self, signal: SignalInstance) -> None:
        if (one := self.current()) is not None:
            signal.emit(one)

    def _refill(self) -> None:
        chosen, row = self.current(), self.list.currentIndex().row()
        if self.model.refill() and self.model.rowCount():
            kept = self.model.row_of(chosen.key) if chosen else None
            row = min(max(row, 0), self.model.rowCount() - 1) if kept is None else kept
            self.list.setCurrentIndex(self.model.index(row))
        count = len(self._attention.open)
        text = self.tr("Waiting: {n}") if count else self.tr("Nothing waits for you.")
        self.title.setText(text.format(n=count))
