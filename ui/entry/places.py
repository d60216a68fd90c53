"""The places on the left: every district and the province, found by typing, in any order.

Choosing one moves the whole window there; what a line tells is the model's business.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.entry.place_tree import FOLDED, INDENT, OPEN, TreeNames
from ui.entry.places_model import PlaceColumn, PlacesModel
from ui.night.bridge import Bridge
from ui.widgets import theme
from ui.widgets.rest import REST_MS, Rest
from ui.widgets.shapes import MarkDelegate
from ui.widgets.theme import STEP


class PlacesPanel(QWidget):
    """Filter, order and list."""

    place_chosen = Signal(str)
    """A place was chosen; the keys may stay here."""
    place_entered = Signal()
    """Enter: the keys want to go on to the entry table, to its first row."""
    fold_wanted = Signal()
    """The list is to make room for the figures."""
    add_wanted = Signal()
    correct_wanted = Signal(str)
    remove_wanted = Signal(str)
    """Ins, F2, Del: a place is to come, to be corrected, to go."""
    left = Signal()
    """Esc: the keys want to go back to the entry table, to where they were."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("places")
        self.model = PlacesModel(bridge, self)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("places.filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.order = QComboBox(self)
        self.order.setObjectName("places.order")
        self.list = QTableView(self)
        self.list.setObjectName("places.list")
        self.list.setModel(self.model)
        self.list.setItemDelegateForColumn(PlaceColumn.MARK, MarkDelegate(self.list))
        self.list.setItemDelegateForColumn(PlaceColumn.NAME, TreeNames(self.list))
        self.fold = QToolButton(self)
        self.fold.setObjectName("places.fold")
        self.fold.setAutoRaise(True)
        self.fold.clicked.connect(self.fold_wanted)
        self._places = bridge.session.election.places
        self._name_width = 0
        self._typing, self._rest = False, Rest(self._choose, self, after=REST_MS)
        self._dress()
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.filter, 1)
        top.addWidget(self.fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEP, STEP, STEP, 0)
        layout.setSpacing(STEP)
        layout.addLayout(top)
        layout.addWidget(self.order)
        layout.addWidget(self.list, 1)
        self._place = self._stands = ""
        """The place chosen, and the line under the cursor: that or a heading over it."""
        self._finding = False
        self.filter.textChanged.connect(self._filter_changed)
        self.order.activated.connect(self._order_changed)
        self.list.selectionModel().currentRowChanged.connect(self._row_changed)
        self.list.viewport().installEventFilter(self)
        self.model.modelReset.connect(self._find_again)
        self.list.installEventFilter(self)
        # A notice above has come or gone, or the window is lower: the current place stays in sight.
        self.list.verticalScrollBar().rangeChanged.connect(
            lambda *_: self.list.scrollTo(self.list.currentIndex())
        )
        self.setMinimumWidth(self.sizeHint().width())
        self.retranslate()

    def _dress(self) -> None:
        view = self.list
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + STEP)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        width = self.fontMetrics().horizontalAdvance
        header.setFont(theme.font(theme.SMALL))
        small = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance
        strong = QFontMetrics(theme.font(strong=True)).horizontalAdvance
        for column, room in (
            (PlaceColumn.MARK, width("▲")),
            (PlaceColumn.AGE, max(small("◔ 000"), small("dk önce") + STEP)),
            (PlaceColumn.GAP, strong("+00,00")),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, room + 2 * STEP)
        header.setSectionResizeMode(PlaceColumn.NAME, QHeaderView.ResizeMode.Stretch)
        names = (place.name for place in self._places)
        self._name_width = max(map(width, names)) + 2 * STEP
        header.setMinimumSectionSize(8)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest name beside the figures."""
        header = self.list.horizontalHeader()
        fixed = sum(
            header.sectionSize(column) for column in PlaceColumn if column is not PlaceColumn.NAME
        )
        bar = self.list.verticalScrollBar().sizeHint().width()
        return QSize(fixed + self._name_width + bar + 2 * STEP, super().sizeHint().height())

    def select(self, place: str) -> None:
        """Show a place as the chosen one, without saying so again."""
        self._place = self._stands = place
        if self.model.row_of(place) is None:
            # The list is whole again, and finds the place itself.
            self.filter.clear()
            self.model.reveal(place)
        self._stand()

    def step(self, by: int) -> None:
        """Choose the next or the previous place of the list, past what is a heading alone."""
        row = self.list.currentIndex().row() + by
        while 0 <= row < self.model.rowCount():
            if self.model.is_heading(row) and self.model.state(row) == FOLDED:
                # Nothing of it is in sight: on to what it hides.
                self.model.fold((self.model.place_at(row),), folded=False)
                row += by if by > 0 else self.model.inside(row)
            if not self.model.is_heading(row):
                self.list.setCurrentIndex(self.model.index(row, PlaceColumn.NAME))
                return
            row += by

    def go_to(self, row: int) -> None:
        """Choose the place in a row; of a heading the first place under it."""
        while self.model.is_heading(row):
            self.model.fold((self.model.place_at(row),), folded=False)
            row += 1
        self.list.setCurrentIndex(self.model.index(row, PlaceColumn.NAME))

    def take_keys(self) -> None:
        """Ctrl+K: type a place's name."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.filter.setPlaceholderText(self.tr("Find a place (Ctrl+K)"))
        self.fold.setText(self.tr("Fold the places"))
        self.fold.setAccessibleName(self.fold.text())
        self.fold.setToolTip(self.fold.text() + " (Ctrl+Shift+K)")
        self.fold.setIcon(QIcon(theme.icon("fold", theme.ink().muted)))
        self.filter.setAccessibleName(self.tr("Find a place"))
        self.order.setAccessibleName(self.tr("Order of the places"))
        self.list.setAccessibleName(self.tr("Places"))
        chosen = self.order.currentData() or "name"
        self.order.clear()
        for key, text in (
            ("name", self.tr("In Turkish order")),
            ("gap", self.tr("Widest gap first")),
            ("stale", self.tr("Longest silent first")),
            ("marks", self.tr("Marked first")),
        ):
            self.order.addItem(text, key)
        self.order.setCurrentIndex(self.order.findData(chosen))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PlaceColumn.GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.viewport():
            pressed = event.type() is QEvent.Type.MouseButtonPress
            return pressed and isinstance(event, QMouseEvent) and self._pressed(event)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._enter()
                return True
            if watched is self.list and (self._fold(event) or self._change(event)):
                return True
            if watched is self.filter and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if watched is self.filter and key == Qt.Key.Key_Escape:
                self._choose()
                self.filter.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def place_under(self, at: QPoint) -> str:
        """The place in the line at a point of the list; the current one where there is none."""
        index = self.list.indexAt(at)
        return self.model.place_at(index.row()) if index.isValid() else self._place

    def _fold(self, event: QKeyEvent) -> bool:
        """Whether a key is one of a tree's: ← →, + −, and * for all of it."""
        row = self.list.currentIndex().row()
        if not self.model.folds_now or row < 0:
            return False
        place, state = self.model.place_at(row), self.model.state(row)
        key, sign = event.key(), event.text()
        head = self.model.row_of(self.model.head(place))
        if sign == "*":
            self.model.fold_all()
        elif state == FOLDED and (key == Qt.Key.Key_Right or sign == "+"):
            self.model.fold((place,), folded=False)
        elif state == OPEN and key == Qt.Key.Key_Right:
            self.list.setCurrentIndex(self.model.index(row + 1, PlaceColumn.NAME))
        elif state == OPEN and (key == Qt.Key.Key_Left or sign in ("-", "−")):
            self.model.fold((place,), folded=True)
        elif key == Qt.Key.Key_Left and head is not None:
            self.list.setCurrentIndex(self.model.index(head, PlaceColumn.NAME))
        else:
            return key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return True

    def _turn(self, row: int) -> None:
        """Fold or unfold the province in a row."""
        opened = self.model.state(row) == OPEN
        self.model.fold((self.model.place_at(row),), folded=opened)

    def _pressed(self, event: QMouseEvent) -> bool:
        """A province is folded by its arrow, one that is a heading alone by its whole line."""
        at = event.position().toPoint()
        index = self.list.indexAt(at)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return False
        state = self.model.state(index.row())
        left = self.list.visualRect(index.siblingAtColumn(PlaceColumn.NAME)).left()
        on_arrow = state in (FOLDED, OPEN) and left <= at.x() < left + INDENT
        if on_arrow or self.model.is_heading(index.row()):
            self._turn(index.row())
            return True
        return False

    def _change(self, event: QKeyEvent) -> bool:
        """Whether a key is one of those that change which places there are."""
        key = event.key()
        if event.modifiers():
            return False
        if key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self.correct_wanted.emit(self._stands)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self._stands)
        else:
            return False
        return True

    def _enter(self) -> None:
        row = self.list.currentIndex().row()
        if self.model.rowCount() == 0:
            return
        if row >= 0 and self.model.is_heading(row):
            self._turn(row)
            return
        self._choose()
        self.filter.clear()
        self.place_entered.emit()

    def _filter_changed(self, text: str) -> None:
        self.model.filter_by(text)
        if text and self.model.rowCount():
            # While she types the best match is the one meant; the night goes there when she rests.
            self._typing = True
            self.list.setCurrentIndex(self.model.index(self.model.best(), PlaceColumn.NAME))
            self._typing = False
        elif not text:
            # What was found stays in sight.
            self.model.reveal(self._place)

    def _order_changed(self) -> None:
        self.model.order_by(self.order.currentData())

    def _row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._finding:
            self._stands = self.model.place_at(current.row())
            if self._typing:
                self._rest.ask()
            elif not self.model.is_heading(current.row()):
                self._choose()

    def _choose(self) -> None:
        """The night goes to the place under the cursor."""
        self._rest.stop()
        if self._stands != self._place and self.model.is_place(self._stands):
            self._place = self._stands
            self.place_chosen.emit(self._place)

    def _find_again(self) -> None:
        """Other lines than before: the place is chosen and in sight again."""
        # Of a list that has just grown long again the scroll bar does not know it yet.
        self.list.doItemsLayout()
        self._stand()

    def _stand(self) -> None:
        """The cursor on her line, or on the folded province that hides it: nothing is chosen."""
        row = self.model.row_of(self._stands)
        if row is None:
            row = self.model.row_of(self.model.head(self._stands))
        if row is not None:
            index = self.model.index(row, PlaceColumn.NAME)
            self._finding, stands = True, self._stands
            self.list.setCurrentIndex(index)
            self._finding, self._stands = False, stands
            self.list.scrollTo(index)
