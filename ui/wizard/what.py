"""The first page: what is voted for and when, or an election that is there already.

The day and the hour are suggested by the kind; the ban's hours stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QDate, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk import turkish
from desk.facts import catalog
from desk.facts.ban import NOTHING_UNTIL, OFFICIAL_UNTIL
from desk.facts.codes import Refusal
from desk.facts.figures import read_clock
from desk.file.session import Session
from desk.nights import lists, loading
from desk.nights.answers import NightKind
from desk.nights.plan import Plan
from ui.texts import language
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.rows import Hairline
from ui.widgets.tables import Index
from ui.wizard import telling
from ui.wizard.page import WizardPage

ROW = 44
_KIND = int(Qt.ItemDataRole.UserRole)


class _KindLines(QStyledItemDelegate):
    """A kind in two lines: its name, and what is voted for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(ROW, 2 * option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink, row = theme.ink(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_Active) and option.widget.hasFocus()
        if chosen:
            painter.fillRect(row, ink.selected if focus else ink.selected_idle)
            painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), ink.accent)
        painter.setPen(ink.line)
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        name, more = telling.kind_name(NightKind(str(index.data(_KIND))))
        upper = row.adjusted(12, 4, -8, -row.height() // 2)
        lower = row.adjusted(12, row.height() // 2, -8, -4)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink.text)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(upper, middle, name)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(ink.muted)
        told = painter.fontMetrics().elidedText(more, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, middle, told)


class WhatPage(WizardPage):
    """``last`` tells the provinces of her last night, ``nights`` the files it may be like."""

    def __init__(
        self,
        plan: Plan,
        today: date,
        last: Callable[[], tuple[str, ...]],
        nights: dict[str, Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("what", plan, parent)
        self._today, self._last, self._nights = today, last, nights
        self.kinds = QListWidget(self)
        self.kinds.setObjectName("wizard.kind")
        self.kinds.setItemDelegate(_KindLines(self.kinds))
        for kind in NightKind:
            item = QListWidgetItem(self.kinds)
            item.setData(_KIND, kind.value)
        self.like = QComboBox(self)
        self.like.setObjectName("wizard.like")
        self.date = QDateEdit(self)
        self.date.setObjectName("wizard.date")
        self.date.setDisplayFormat("dd.MM.yyyy")
        self.date.setCalendarPopup(True)
        self.hour = QLineEdit(self)
        self.hour.setObjectName("wizard.hour")
        self.name = QLineEdit(self)
        self.name.setObjectName("wizard.name")
        self.message = self.message_line()
        self.ban = self.label("ban")
        self._lay_out()
        self.retranslate()
        self.kinds.currentRowChanged.connect(self._choose_kind)
        self.like.activated.connect(self._choose_like)
        self.date.dateChanged.connect(self._choose_day)
        self.hour.textEdited.connect(lambda _: self._answer())
        self.name.textEdited.connect(self._choose_name)

    def step(self) -> str:
        return self.tr("What and when")

    def enter(self) -> None:
        plan = self.plan
        self._show()
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
        self.kinds.setEnabled(plan.base is None)
        if plan.base is not None:
            self.like.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Take the hour; one that is none keeps the page."""
        text = self.hour.text().strip()
        try:
            hour = read_clock(text) if text else None
        except Refusal as refusal:
            self.message.complain(telling.why(refusal))
            self.hour.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if hour != self.plan.polls_close:
            self.plan.polls_close, self.plan.touched = hour, True
        self.message.clear_complaint()
        return True

    def retranslate(self) -> None:
        self.title.setText(self.tr("What and when?"))
        self.kinds.setAccessibleName(self.tr("Kind of election"))
        for row, kind in enumerate(NightKind):
            self.kinds.item(row).setText(telling.kind_name(kind)[0])
        for widget, text in (
            (self.date, self.tr("Election day")),
            (self.hour, self.tr("Polls close")),
            (self.name, self.tr("Name")),
            (self.like, self.tr("Begin with")),
        ):
            widget.setAccessibleName(text)
            label = self._form.labelForField(widget)
            if isinstance(label, QLabel):
                label.setText(text)
                label.setContentsMargins(0, 2, 0, 0)
        self._fill_like()
        self._show()

    def _fill_like(self) -> None:
        self.like.clear()
        self.like.addItem(self.tr("nothing: a new election"), None)
        for name, path in loading.known().items():
            if name in catalog.elections():
                self.like.addItem(catalog.title(name, language.current()), path)
            else:
                self.like.addItem(name, path)
        for name, path in self._nights.items():
            self.like.addItem(self.tr("like the night {file}").format(file=name), path)
        self.like.addItem(self.tr("a file…"), "")

    def _show(self) -> None:
        """Everything as the plan has it; what was not said stands there in grey."""
        plan = self.plan
        row = list(NightKind).index(plan.kind)
        for widget in (self.kinds, self.date):
            widget.blockSignals(True)
        self.kinds.setCurrentRow(row)
        self.date.setDate(QDate(plan.day.year, plan.day.month, plan.day.day))
        for widget in (self.kinds, self.date):
            widget.blockSignals(False)
        if plan.polls_close is not None and not self.hour.text():
            self.hour.setText(turkish.clock(plan.polls_close))
        self.hour.setPlaceholderText(self._closing())
        if self.name.text() != plan.name:
            self.name.setText(plan.name)
        self.name.setPlaceholderText(telling.called(plan))
        self.ban.setText(
            self.tr(
                "Until {first} nothing may go out, until {second} only the electoral council's "
                "announcements. When the ban is lifted earlier, say so in the night with "
                "Ctrl+Shift+L."
            ).format(first=turkish.clock(NOTHING_UNTIL), second=turkish.clock(OFFICIAL_UNTIL))
        )

    def _closing(self) -> str:
        """When polls close unless it is said."""
        if self.plan.base is not None:
            return str(self.plan.base["polls_close"]).replace(":", ".")
        try:
            places = list(self.plan.made().places)
        except Refusal:
            places = []
        hour, others = lists.closing(places, self.plan.day)
        if not others:
            return turkish.clock(hour)
        text = self.tr("{hour}; {n} {n:province|provinces} {other}")
        return numbered(
            text, hour=turkish.clock(hour), n=len(others), other=turkish.clock(min(others.values()))
        )

    def _choose_kind(self, row: int) -> None:
        self.plan.begin(list(NightKind)[row], self._today, self._last())
        self.hour.clear()
        self._answer()

    def _choose_day(self, day: QDate) -> None:
        self.plan.day = date(day.year(), day.month(), day.day())
        self._answer()

    def _choose_name(self, text: str) -> None:
        self.plan.name = " ".join(text.split())
        self._answer()

    def _choose_like(self, at: int) -> None:
        path = self.like.itemData(at)
        if path == "":
            chosen, _ = QFileDialog.getOpenFileName(
                self,
                self.tr("An election or a night"),
                str(loading.own_folder()),
                self.tr("Elections and nights (*.json *.secim)"),
            )
            path = Path(chosen) if chosen else None
        self.begin_with(path)

    def begin_with(self, path: Path | None) -> None:
        """Take an election as a file has it; None begins anew."""
        self.message.clear_complaint()
        try:
            if path is None:
                self.plan.base = None
            else:
                self.plan.take(from_file(path))
        except Refusal as refusal:
            self.message.complain(telling.why(refusal))
            self.like.setCurrentIndex(0)
            return
        self.kinds.setEnabled(self.plan.base is None)
        if path is None:
            self.plan.begin(self.plan.kind, self._today, self._last())
        self.hour.clear()
        self._answer()

    def _answer(self) -> None:
        self.plan.touched = True
        self._show()
        self.answered.emit()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(4)
        for widget in (self.date, self.hour, self.name, self.like):
            self._form.addRow(" ", widget)
        line = Hairline(self)
        right = QVBoxLayout()
        right.addLayout(self._form)
        right.addWidget(line)
        right.addWidget(self.ban)
        right.addStretch(1)
        right.addWidget(self.message)
        both = QHBoxLayout()
        both.setSpacing(16)
        for widget in (self.date, self.hour, self.name, self.like):
            widget.setMinimumHeight(widget.sizeHint().height())
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        both.addWidget(self.kinds, 3)
        both.addLayout(right, 2)
        self.column.addLayout(both, 1)
        order = (self.kinds, self.date, self.hour, self.name, self.like)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)


def from_file(path: Path) -> dict[str, object]:
    """The election of an election file, or of a night, decoded. Refuses like both."""
    if path.suffix.lower() == ".json":
        return loading.to_json(loading.load(path))
    with Session.open_file(path, read_only=True) as session:
        return loading.to_json(loading.Loaded(session.election, session.people))
