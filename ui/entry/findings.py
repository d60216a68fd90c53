"""The findings of a place beside its figures: what was found, and what to do about it.

Enter goes to the cell, one key takes the suggestion, another accepts with a reason. What is found
is decided in `desk`; a finding never stands in the way of typing or filing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.facts.bulletin import Slot
from ui.entry.effects import Effect
from ui.entry.finding_row import HEADING_ROLE, LINE_ROLE, FindingRow
from ui.entry.suggestion import SuggestionBlock
from ui.night.bridge import Bridge
from ui.night.watch import FindingLine, Watch
from ui.texts.language import current as current_language
from ui.texts.notation import written
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.theme import STEP


class FindingsPanel(QWidget):
    """One line a finding, the worst first; accepted ones last and quiet."""

    jump_wanted = Signal(object)
    """A `FindingLine` to go to."""
    take_wanted = Signal(object)
    """A `FindingLine` whose suggestion is to be taken."""
    accept_wanted = Signal(object)
    """A `FindingLine` to accept with a reason, or to take the acceptance back from."""

    def __init__(self, bridge: Bridge, watch: Watch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._watch = watch
        self._writable = not bridge.session.read_only
        self._told: tuple[FindingLine, ...] = ()
        self._rows: tuple[FindingLine, ...] = ()
        self._effects: Callable[[FindingLine], Sequence[Effect]] = lambda _: ()
        self._worked_out = False
        self._place = ""
        self._slot: Slot | None = None
        self.cell = ElidedLabel("findings.cell", self)
        self.cell.setFont(theme.font(strong=True))
        self.values = ElidedLabel("findings.values", self)
        for label in (self.cell, self.values):
            # They change with every step of the cursor, and nothing is to be laid out anew for it.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setMinimumHeight(self.fontMetrics().height())
        self.title = ElidedLabel("findings.title", self)
        self.suggestion = SuggestionBlock(self)
        self.list = QListWidget(self)
        self.list.setObjectName("findings.list")
        self.list.setWordWrap(True)
        # A finding may be taller than the list is, and its end must be reached all the same.
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        # Under the last finding is the page, and no empty box.
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.list.setItemDelegate(FindingRow(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.installEventFilter(self)
        self.buttons = {
            "jump": KeyButton("findings.jump", Rank.FLAT, self),
            "take": self.suggestion.take,
            "accept": KeyButton("findings.accept", Rank.FLAT, self),
        }
        for name, signal in (
            ("jump", self.jump_wanted),
            ("take", self.take_wanted),
            ("accept", self.accept_wanted),
        ):
            self.buttons[name].clicked.connect(self._asking(signal.emit))
        self._lay_out()
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemDoubleClicked.connect(self._asking(self.jump_wanted.emit))
        self.retranslate()

    def _lay_out(self) -> None:
        head, line = QHBoxLayout(), QHBoxLayout()
        for row in (head, line):
            row.setContentsMargins(3 * STEP, 0, 2 * STEP, STEP)
        head.addWidget(self.values, 1)
        head.addWidget(self.title)
        for name in ("jump", "accept"):
            # In a narrow panel they tell their words without their keys.
            button = self.buttons[name]
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            line.addWidget(button)
        line.addStretch(1)
        self.cell.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.cell)
        layout.addLayout(head)
        layout.addWidget(self.suggestion)
        layout.addWidget(self.list, 1)
        layout.addLayout(line)

    def minimumSizeHint(self) -> QSize:
        """With a suggestion and the longest of its words: none of them asks for room as it comes.

        Qt's own hint is of what is in sight now.
        """
        accept, jump = self.buttons["accept"], self.buttons["jump"]
        words = max(accept.width_with(text, key=False) for text in self._accepting())
        width = jump.minimumSizeHint().width() + words + 8 * STEP
        least = super().minimumSizeHint()
        height = least.height()
        if self.suggestion.isHidden():
            height += self.suggestion.room()
        else:
            height += self.suggestion.room() - self.suggestion.minimumSizeHint().height()
        return QSize(max(width, least.width()), height)

    def explain(self, effects: Callable[[FindingLine], Sequence[Effect]]) -> None:
        """Ask ``effects`` what would follow from taking a suggestion."""
        self._effects = effects

    def show_cell(self, where: str, values: str) -> None:
        """Which cell it is about, and what stands there and stood there before."""
        self.cell.setText(self.tr("This cell: {where}").format(where=where) if where else "")
        self.values.setText(values)

    def say_working(self) -> None:
        """What is shown is being worked out anew."""
        self._worked_out = False
        self._say_how_many()

    def show_findings(
        self, place: str, told: Sequence[FindingLine], *, worked_out: bool = True
    ) -> None:
        """Show what is found of a place now.

        What has just been found is chosen and in sight, or else what the cell under the cursor is
        about; the chosen line stays chosen if there is neither.
        """
        if worked_out != self._worked_out:
            self._worked_out = worked_out
            self._say_how_many()
        if tuple(told) == self._told and place == self._place:
            return
        kept, known = self.current(), {one.about for one in self._told}
        new = [one for one in told if one.draft and one.about not in known]
        if place != self._place:
            kept, new = None, []
        bar = self.list.verticalScrollBar()
        scrolled = bar.value() if place == self._place else 0
        self._place, self._told = place, tuple(told)
        self._rows = self._in_rows()
        self._fill()
        bar.setValue(scrolled)
        row = self._row_to_choose(kept, new)
        self.list.setCurrentRow(row)
        if kept is None or row < 0 or self._rows[row].about != kept.about:
            self._bring_in_sight(row)
        self._say_how_many()
        self._enable()

    def show_finding(self, key: str) -> None:
        """Put the cursor on a finding, if it is found here."""
        for row, one in enumerate(self._rows):
            if one.key == key:
                self.list.setCurrentRow(row)

    def follow(self, slot: Slot | None) -> None:
        """The cursor has gone to another cell: choose what is found of it, if anything is."""
        self._slot = slot
        if self.list.hasFocus():
            # Her own cursor stands in the list.
            return
        if (rows := self._in_rows()) != self._rows:
            chosen, self._rows = self.current(), rows
            self._fill()
            self.list.setCurrentRow(rows.index(chosen) if chosen in rows else 0)
        row = self._row_about(self._rows)
        if row is not None:
            self.list.setCurrentRow(row)
            self._bring_in_sight(row)

    def sees(self, told: FindingLine) -> bool:
        """Whether a finding is chosen and can be read to its end, where its suggestion stands."""
        if self.current() != told or not self.list.isVisible():
            return False
        port = self.list.viewport().rect()
        box = self.list.visualItemRect(self.list.currentItem())
        # Of one that is taller than the list the end is enough.
        begins = box.top() >= min(0, port.height() - box.height())
        return begins and port.top() <= box.bottom() <= port.bottom()

    def show_to_her(self, told: FindingLine) -> None:
        """Choose a finding and bring it in sight."""
        row = self._rows.index(told)
        self.list.setCurrentRow(row)
        self._bring_in_sight(row)

    @property
    def told(self) -> tuple[FindingLine, ...]:
        """The findings shown."""
        return self._told

    def current(self) -> FindingLine | None:
        """The finding under the cursor."""
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def take_keys(self) -> None:
        """Put the focus in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.list.setAccessibleName(self.tr("Findings of the place"))
        self.buttons["jump"].setText(self.tr("Go to it"))
        self.buttons["jump"].show_key("Enter")
        self.buttons["take"].setText(self.tr("Take the suggestion"))
        self.buttons["take"].show_key("Ctrl+T")
        self._say_how_many()
        self._enable()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            acts = {
                Qt.Key.Key_Return: self.jump_wanted.emit,
                Qt.Key.Key_Enter: self.jump_wanted.emit,
                Qt.Key.Key_Space: self.accept_wanted.emit,
            }
            act = acts.get(Qt.Key(event.key()))
            if act is not None and not event.modifiers():
                self._asking(act)()
                return True
        return super().eventFilter(watched, event)

    def _asking(self, ask: Callable[[object], None]) -> Callable[..., None]:
        def run(*_: object) -> None:
            told = self.current()
            if told is not None:
                ask(told)

        return run

    def _fill(self) -> None:
        self.list.clear()
        about = [self._is_about(one) for one in self._rows]
        also = self.tr("Also in {place}").format(place=self._place)
        for number, one in enumerate(self._rows):
            text = f"{one.mark} {one.code}  {one.sentence}"
            if one.takes and self._writable:
                text += f"\nCtrl+T ⇒ {one.writes}"
            item = QListWidgetItem(text, self.list)
            item.setToolTip(text.partition("  ")[2])
            item.setData(LINE_ROLE, one)
            if not about[number] and (number == 0 or about[number - 1]):
                item.setData(HEADING_ROLE, also)

    def _in_rows(self) -> tuple[FindingLine, ...]:
        """What is found of the cell under the cursor first, of it what brings a repair."""
        here = [one for one in self._told if self._is_about(one)]
        here.sort(key=lambda one: (bool(one.accepted), not one.takes))
        return (*here, *(one for one in self._told if not self._is_about(one)))

    def _row_to_choose(self, kept: FindingLine | None, new: Sequence[FindingLine]) -> int:
        """The newest, first of all of the cell under the cursor; else of the cell; else as was."""
        newest = [one for one in new if self._is_about(one)] or new
        if newest:
            return self._rows.index(newest[0])
        same = [n for n, one in enumerate(self._rows) if kept and one.about == kept.about]
        if kept is not None and same and (self.list.hasFocus() or self._is_about(kept)):
            return same[0]
        row = self._row_about(self._rows)
        if row is not None:
            return row
        return same[0] if same else 0 if self._told else -1

    def _is_about(self, told: FindingLine) -> bool:
        return self._slot in told.finding.slots

    def _row_about(self, told: Sequence[FindingLine]) -> int | None:
        """The first line about the cell under the cursor, open ones before accepted."""
        return next((n for n, one in enumerate(told) if self._is_about(one)), None)

    def _bring_in_sight(self, row: int) -> None:
        item = self.list.item(row)
        if item is None:
            return
        self.list.scrollToItem(item)
        box, port = self.list.visualItemRect(item), self.list.viewport().rect()
        if box.height() > port.height():
            # Of one that is taller than the list its end, where its suggestion stands.
            bar = self.list.verticalScrollBar()
            bar.setValue(bar.value() + box.bottom() - port.bottom())

    def _say_how_many(self) -> None:
        # While it is worked out nothing is said to be clear, and nothing to be taken.
        if not self._worked_out:
            self.title.setText(self.tr("Findings are being worked out…"))
            return
        count = sum(1 for one in self._told if not one.accepted)
        text = self.tr("Findings: {n}").format(n=count) if self._told else self.tr("No findings.")
        self.title.setText(text)

    def _enable(self) -> None:
        told = self.current()
        self.buttons["jump"].setEnabled(told is not None)
        takes = told is not None and told.takes and self._writable
        self._show_suggestion(told if takes else None)
        self.buttons["take"].setEnabled(takes)
        self.buttons["accept"].setEnabled(told is not None and told.acceptable and self._writable)
        accepted = told is not None and bool(told.accepted)
        self.buttons["accept"].setText(self._accepting()[accepted])
        self.buttons["accept"].show_key(QCoreApplication.translate("QShortcut", "Space"))

    def _accepting(self) -> tuple[str, str]:
        """What the button says of a finding that is open, and of one that was let stand."""
        return self.tr("Accept…"), self.tr("Take acceptance back")

    def _show_suggestion(self, told: FindingLine | None) -> None:
        if told is None:
            self.suggestion.hide()
            return
        suggestion = told.finding.suggestion
        old, new = "", told.writes
        if suggestion is not None and len(suggestion.figures) == 1:
            _, arrow, after = told.writes.rpartition(" → ")
            (was,) = (suggestion.was.get(row, "") for row in suggestion.figures)
            old, new = (written(was, current_language()), after) if arrow and was else (old, new)
        self.suggestion.show_writes(old, new, self._effects(told))
