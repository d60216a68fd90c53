"""The entry table's view and the hands on it: keys, the cell editor, and what happens to bad text.

Digits start editing, Enter goes down, Tab goes to the other agency; a text that is no figure keeps
the editor open and says why. What the text means is the model's business.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk.facts.codes import Refusal
from desk.facts.pasted import numbers
from ui.entry.cells import CellLook, EntryCell
from ui.entry.model import GAP_COLUMN, LOOK_ROLE, EntryModel, Index
from ui.entry.table_head import AgencyHeader, RowHeader
from ui.widgets import shapes, theme
from ui.widgets.marks import WRONG

PAD = 8
"""Blank at either side of a cell's text, in device-independent pixels."""


SIDE, SIDE_WITH_NAMES = 22, 36
"""How wide the rows' labels are, in characters: at least, and where persons are named in them.

One width for all places of a contest, so that the cells stay where they are; a longer label is cut,
and whole in its tip.
"""


class CellEditor(QLineEdit):
    """The line a figure is typed into; it knows which cell it is for."""

    def __init__(self, parent: QWidget, index: Index) -> None:
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.setFrame(False)
        self.setObjectName("entry.editor")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._refused = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """It lies over its cell: the frame of the current one is drawn here too."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme.ink().error if self._refused else theme.ink().accent, 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def show_refusal(self, refused: bool) -> None:
        """Colour the text and its frame while it is refused."""
        self._refused = refused
        colour = theme.ink().error if refused else theme.ink().text
        palette = self.palette()
        palette.setColor(palette.ColorRole.Text, colour)
        self.setPalette(palette)


class EntryDelegate(QStyledItemDelegate):
    """Draws the looks of cells and runs their editor."""

    refused = Signal(object, str)
    """A `Refusal` and the text it is about."""
    accepted = Signal()
    """A text was taken: nothing is to be complained of any more."""
    block_pasted = Signal(str)
    """A text of several numbers was pasted while an editor was open."""
    left_by_key = Signal(int)
    """An editor was left by this key, its text taken."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell's ground, what lies on it and its text, drawn here: a column is painted between
        two keys, and for the style every cell would be asked about in eight ways."""
        model, column, box = index.model(), index.column(), option.rect
        assert isinstance(model, EntryModel)
        cell, colours = model.notes(index.row(), column), theme.ink()
        look = cell.look
        painter.fillRect(box, _GROUNDS.get(look, _BASE)(colours))
        if column == GAP_COLUMN:
            _paint_gap(painter, option, cell.value, model.widest)
        if cell.text:
            _paint_text(painter, option, cell)
        if model.rows[index.row()].opens:
            painter.setPen(QPen(colours.line2, 1))
            painter.drawLine(box.topLeft(), box.topRight())
        if look is CellLook.DRAFT:
            painter.fillRect(_bar(box), colours.accent)
        if cell.note:
            _paint_note(painter, box, cell)
        mark = WRONG if look in (CellLook.REFUSED, CellLook.WRONG) else cell.mark
        if mark:
            shapes.paint(painter, mark, QRectF(box.left() + PAD, box.top(), 11, box.height()))
        if option.state & QStyle.StateFlag.State_Selected:
            # A frame, not a fill: what a draft or a wrong sum looks like must not be covered.
            wrong = look is CellLook.REFUSED
            painter.setPen(QPen(colours.error if wrong else colours.accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent, index)
        editor.textEdited.connect(lambda: editor.show_refusal(False))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill a fresh editor; a bulletin that comes in meanwhile overwrites nothing typed."""
        if not (isinstance(editor, CellEditor) and editor.isModified()):
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Qt commits here when the focus goes; keys have committed before."""
        if isinstance(editor, CellEditor):
            self.commit(editor)

    def commit(self, editor: CellEditor) -> Refusal | None:
        """Hand the editor's text to the model; a refusal is shown and the text stays."""
        model = editor.index.model()
        if not isinstance(model, EntryModel):
            return None
        # A refused text is looked at again even untouched: the disk may be back, the name known.
        if not editor.isModified() and editor.index.data(LOOK_ROLE) != CellLook.REFUSED:
            return None
        refusal = model.enter(editor.index, editor.text())
        editor.show_refusal(refusal is not None)
        model.hold(None if refusal is None else editor.index)
        if refusal is None:
            editor.setModified(False)
            self.accepted.emit()
        else:
            self.refused.emit(refusal, editor.text())
        return refusal

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, CellEditor):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() is not Qt.FocusReason.PopupFocusReason:
                self._leave_with_focus(watched)
            return False
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(
            event, QKeyEvent
        ):
            return self._key(watched, event)
        return False

    def _key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key = event.key()
        if event.type() is QEvent.Type.ShortcutOverride:
            # Escape belongs to the cell while it is being edited.
            if key == Qt.Key.Key_Escape:
                event.accept()
                return True
            return False
        if key == Qt.Key.Key_Escape:
            self._abandon(editor)
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            block = numbers(text)
            if block is not None and (len(block), len(block[0])) != (1, 1):
                self.block_pasted.emit(text)
                return True
        if key not in _LEAVING or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if self.commit(editor) is None:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.left_by_key.emit(key)
        return True

    def _abandon(self, editor: CellEditor) -> None:
        """Escape gives the old value back, a refused text included."""
        model = editor.index.model()
        if isinstance(model, EntryModel):
            model.hold(None)
            model.drop_refused(editor.index)
        editor.setModified(False)
        self.accepted.emit()
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _leave_with_focus(self, editor: CellEditor) -> None:
        """The focus went elsewhere: take the text, or keep it in the cell as refused."""
        text = editor.text()
        refusal = self.commit(editor)
        model = editor.index.model()
        if refusal is not None and isinstance(model, EntryModel):
            model.keep_refused(editor.index, text, refusal)
            model.hold(None)
            editor.setModified(False)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


class EntryView(QTableView):
    """The table under the editor's hands."""

    file_wanted = Signal()
    """Ctrl+Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry.table")
        self.hands = EntryDelegate(self)
        self.setItemDelegate(self.hands)
        self.hands.left_by_key.connect(self._go_on)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.head = AgencyHeader(self)
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(RowHeader(self))
        # Under the last row is the page, and no empty table.
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._corner = QLabel(self)
        self._corner.setObjectName("entry.corner")
        self._corner.setFont(theme.font(theme.SMALL))
        self._corner.setAutoFillBackground(True)
        self._corner.setContentsMargins(PAD, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.verticalHeader().sectionCountChanged.connect(lambda *_: self.updateGeometry())
        self._with_names = False
        self.retranslate()
        self._fit_rows()

    def open_editor(self) -> CellEditor | None:
        """The editor now open, if one is."""
        # A closed editor lingers, hidden, until Qt deletes it.
        return next((line for line in self.findChildren(CellEditor) if line.isVisible()), None)

    def is_typing(self) -> bool:
        """Whether a text is in her hands."""
        return self.open_editor() is not None

    def commit_open_editor(self) -> bool:
        """Take what is being typed; False if it was refused and stays open."""
        editor = self.open_editor()
        if editor is None:
            return True
        if self.hands.commit(editor) is not None:
            return False
        self.hands.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def go_on_typing(self, text: str, position: int) -> None:
        """Open the cursor's cell again with a text that was being typed in it."""
        self.edit(self.currentIndex())
        editor = self.open_editor()
        if editor is not None:
            editor.setText(text)
            editor.setCursorPosition(position)
            editor.setModified(True)

    def make_room_for_names(self, with_names: bool) -> None:
        """Whether the rows' labels name persons."""
        if with_names != self._with_names:
            self._with_names = with_names
            self._fit_rows()
            self.updateGeometries()

    def agency_column(self) -> int:
        """The agency column the cursor stands in or nearest to."""
        return min(max(self.currentIndex().column(), 0), GAP_COLUMN - 1)

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell and the keys in the table."""
        self.setCurrentIndex(self.model().index(row, column))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self.file_wanted.emit()
            else:
                self._go_on(key)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_on(key)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not control:
            self._clear_selection()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt would repaint the whole table, twice for every figure: as its editor opens and closes.
        # Only the cursor's cell looks different.
        if self.currentIndex().isValid():
            self.update(self.currentIndex())
        else:
            super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update(self.currentIndex())

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab is the other agency's key here; Ctrl+Tab and F6 leave the table."""
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_rows()
        elif event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._corner.setText(self.tr("In the lead, points"))

    def sizeHint(self) -> QSize:
        """As high as its rows: what is done with them stands right under them."""
        rows, head = self.verticalHeader().length(), self.horizontalHeader().sizeHint().height()
        return QSize(super().sizeHint().width(), rows + head + 1)

    def minimumSizeHint(self) -> QSize:
        head = self.horizontalHeader().sizeHint().height()
        return QSize(
            super().minimumSizeHint().width(), head + 4 * self.verticalHeader().defaultSectionSize()
        )

    def updateGeometries(self) -> None:
        super().updateGeometries()
        side, head = self.verticalHeader(), self.horizontalHeader()
        self._corner.setGeometry(side.x(), head.y(), side.width(), head.height())
        self._corner.raise_()

    def _fit_rows(self) -> None:
        side, letter = self.verticalHeader(), self.fontMetrics().averageCharWidth()
        side.setDefaultSectionSize(self.fontMetrics().height() + 2 * PAD - 4)
        side.setMinimumWidth((SIDE_WITH_NAMES if self._with_names else SIDE) * letter)
        side.setMaximumWidth(SIDE_WITH_NAMES * letter)

    def _clear_selection(self) -> None:
        model = self.model()
        if isinstance(model, EntryModel):
            for refusal in model.clear(self.selectedIndexes()):
                self.hands.refused.emit(refusal, "")

    def _go_on(self, key: int) -> None:
        index = self.currentIndex()
        steps: dict[int, Callable[[], QModelIndex]] = {
            Qt.Key.Key_Up: lambda: self._beside(index, -1),
            Qt.Key.Key_Tab: lambda: self._other_agency(index),
            Qt.Key.Key_Backtab: lambda: self._other_agency(index),
        }
        step = steps.get(key, lambda: self._beside(index, 1))
        self.setCurrentIndex(step())

    def _other_agency(self, index: QModelIndex) -> QModelIndex:
        return index.siblingAtColumn(1 if index.column() == 0 else 0)

    def _beside(self, index: QModelIndex, step: int) -> QModelIndex:
        """The next cell up or down that can be typed into; the same one at either end."""
        row = index.row() + step
        while 0 <= row < self.model().rowCount():
            found = index.siblingAtRow(row)
            if found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            row += step
        return index


_LEAVING = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
    }
)


ROOM_FOR_CHANGE = 200
"""How wide a column must be to tell how far a number has moved, in device-independent pixels."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

_BASE: Callable[[theme.Ink], QColor] = attrgetter("base")
_GROUNDS: dict[CellLook, Callable[[theme.Ink], QColor]] = {
    CellLook.DRAFT: attrgetter("accent_ground"),
    CellLook.DERIVED: attrgetter("derived_ground"),
    CellLook.WRONG: attrgetter("error_ground"),
}
_TEXT: Callable[[theme.Ink], QColor] = attrgetter("text")
_INKS: dict[CellLook, Callable[[theme.Ink], QColor]] = {
    CellLook.OLDER: attrgetter("muted"),
    CellLook.DRAFT: attrgetter("accent"),
    CellLook.WRONG: attrgetter("error"),
    CellLook.REFUSED: attrgetter("error"),
}
_STRONG = frozenset({CellLook.DRAFT, CellLook.WRONG})
EDGE = 3
"""Between a number and the edge of its cell, as in the editor over it."""


def _paint_text(painter: QPainter, option: QStyleOptionViewItem, cell: EntryCell) -> None:
    older, strong = cell.look is CellLook.OLDER, cell.look in _STRONG
    font = theme.font(strong=strong, italic=older) if older or strong else option.font
    room = option.rect.adjusted(EDGE, 0, -EDGE, 0)
    painter.setFont(font)
    painter.setPen(_INKS.get(cell.look, _TEXT)(theme.ink()))
    said = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _RIGHT, said)


def _paint_note(painter: QPainter, box: QRect, cell: EntryCell) -> None:
    """Beside the number, smaller: its time before an older one, its change far left in a wide
    column."""
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(theme.ink().muted)
    room = box.adjusted(PAD, 0, -PAD, 0)
    if cell.look is CellLook.OLDER:
        number = QFontMetrics(theme.font(italic=True)).horizontalAdvance(cell.text)
        room.setRight(room.right() - number - PAD)
        painter.drawText(room, _RIGHT, cell.note)
    elif box.width() >= ROOM_FOR_CHANGE:
        if cell.mark:
            room.setLeft(room.left() + 2 * PAD)
        painter.drawText(room, _LEFT, cell.note)


def _paint_gap(
    painter: QPainter, option: QStyleOptionViewItem, value: object, widest: Decimal
) -> None:
    """A bar to scale, left of a gap's number."""
    if not isinstance(value, Decimal) or not value or not widest:
        return
    room = option.rect.adjusted(3 * PAD, 0, -PAD, 0)
    numbers = option.fontMetrics.horizontalAdvance("00,00") + 2 * PAD
    length = int(max(0, room.width() - numbers) * value / widest)
    bar = QRect(room.left(), option.rect.center().y() - 2, max(1, length), 5)
    painter.fillRect(bar, theme.ink().line2)


def _bar(rect: QRect) -> QRect:
    return QRect(rect.left(), rect.top() + 1, 3, rect.height() - 2)
