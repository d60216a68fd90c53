"""The last page: whose figures are taken, where the night is kept, and what will be made.

The election alone can be saved here as a file for a colleague.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desk.facts.codes import Refusal
from desk.facts.figures import clean
from desk.nights import loading, making
from desk.nights.plan import Plan, counted
from ui.texts.numbered import numbered
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.keys import key_sequence
from ui.widgets.rows import ROW, LinedRows
from ui.wizard import telling
from ui.wizard.page import WizardPage

SUFFIX = ".secim"
_CODE = int(Qt.ItemDataRole.UserRole)


class LastPage(WizardPage):
    """``free_path`` finds a name for a file that nobody has yet."""

    def __init__(
        self, plan: Plan, free_path: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__("last", plan, parent)
        self._free_path = free_path
        self.sentence = self.label("sentence", muted=False)
        self._agencies_label = self.label("agencies", muted=False)
        self._file_label = self.label("file", muted=False)
        self.agencies = QListWidget(self)
        self.agencies.setObjectName("wizard.agencies")
        LinedRows(self.agencies)
        self.agencies.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.another = QLineEdit(self)
        self.another.setObjectName("wizard.another")
        self.file = QLineEdit(self)
        self.file.setObjectName("wizard.file")
        self.choose = KeyButton("wizard.choose", Rank.PLAIN, self)
        self.save = KeyButton("wizard.save", Rank.PLAIN, self, key="Ctrl+S")
        self.message = self.message_line()
        self._lay_out()
        self._connect()
        self.retranslate()

    def step(self) -> str:
        return self.tr("Agencies and file")

    def enter(self) -> None:
        self._fill()
        if not self.plan.file:
            self.file.setText(str(self._free_path(self._stem())))
        else:
            self.file.setText(self.plan.file)
        self._show()
        self.agencies.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Agencies and file"))
        self._agencies_label.setText(
            self.tr("Agencies: Space checks, Alt+↑↓ orders; the first two stand side by side")
        )
        self._file_label.setText(self.tr("The night's file"))
        self.agencies.setAccessibleName(self.tr("Agencies"))
        self.another.setAccessibleName(self.tr("Another agency"))
        self.another.setPlaceholderText(self.tr("Another agency: type its name, Enter"))
        self.file.setAccessibleName(self.tr("File"))
        self.choose.setText(self.tr("Choose…"))
        self.save.setText(self.tr("Save the election as a file…"))
        self._show()

    def path(self) -> Path:
        """Where the night is kept; the ending is added where it was left out."""
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)

    def is_complete(self) -> bool:
        """Whether a file is named."""
        return bool(self.file.text().strip())

    def save_election(self) -> None:
        """Write the election to a file of its own."""
        folder = loading.own_folder()
        folder.mkdir(parents=True, exist_ok=True)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("The election as a file"),
            str(folder / f"{self._stem()}.json"),
            self.tr("Elections (*.json)"),
        )
        if not chosen:
            return
        path = loading.ending(Path(chosen))
        try:
            loading.write(path, loading.of(self.plan.to_file()))
        except Refusal as refusal:
            self.message.complain(telling.why(refusal))
            return
        self.message.say(self.tr("Saved: {file}").format(file=path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if watched is self.another:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.another.text().strip():
                self._add(clean(self.another.text()))
                return True
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            self._move(1 if key is Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    def _stem(self) -> str:
        try:
            return str(self.plan.to_file()["id"])
        except Refusal:
            return self.plan.kind.value

    def _fill(self) -> None:
        self.agencies.blockSignals(True)
        self.agencies.clear()
        for code in self.plan.agencies:
            told = self.plan.agency(code)
            name = "" if told["name"] == code else f"  ·  {told['name']}"
            item = QListWidgetItem(f"{code}{name}", self.agencies)
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = code not in self.plan.off
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.agencies.setCurrentRow(0)
        self.agencies.blockSignals(False)

    def _take(self) -> None:
        """The list as it stands is the plan's."""
        items = [self.agencies.item(row) for row in range(self.agencies.count())]
        self.plan.agencies = tuple(str(item.data(_CODE)) for item in items)
        self.plan.off = frozenset(
            str(item.data(_CODE))
            for item in items
            if item.checkState() is not Qt.CheckState.Checked
        )
        self._answer()

    def _add(self, name: str) -> None:
        code = making.agency(name)["code"]
        if code not in self.plan.agencies:
            self.plan.agencies = (*self.plan.agencies, code)
        self.plan.off -= {code}
        self.another.clear()
        self._fill()
        self._answer()

    def _move(self, step: int) -> None:
        row = self.agencies.currentRow()
        if not 0 <= row + step < self.agencies.count():
            return
        self.agencies.insertItem(row + step, self.agencies.takeItem(row))
        self.agencies.setCurrentRow(row + step)
        self._take()

    def _answer(self) -> None:
        self.plan.touched = True
        self._show()
        self.answered.emit()

    def _named(self, text: str) -> None:
        self.plan.file = text.strip()
        self._answer()

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("File of the night"),
            self.file.text(),
            self.tr("Nights (*.secim)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.file.setText(path)
            self._named(path)

    def _show(self) -> None:
        """In one sentence what will be made."""
        plan = self.plan
        taken = [code for code in plan.agencies if code not in plan.off]
        if plan.base is None:
            where = telling.how_many(counted(plan))
        else:
            where = numbered(
                self.tr("{n} {n:place|places}"), n=telling.number(len(plan.base["places"]))
            )
        self.sentence.setText(
            self.tr("{night}: {where}; figures of {agencies}.").format(
                night=telling.called(plan), where=where, agencies=", ".join(taken)
            )
        )

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        saving = QHBoxLayout()
        saving.addWidget(self.save)
        saving.addStretch(1)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self._agencies_label)
        self.agencies.setMinimumHeight(4 * ROW)
        self.column.addWidget(self.agencies, 1)
        self.column.addWidget(self.another)
        self.column.addWidget(self._file_label)
        self.column.addLayout(line)
        self.column.addLayout(saving)
        self.column.addWidget(self.message)

    def _connect(self) -> None:
        self.agencies.installEventFilter(self)
        self.another.installEventFilter(self)
        self.agencies.itemChanged.connect(lambda _: self._take())
        self.agencies.model().rowsMoved.connect(lambda *_: self._take())
        self.file.textEdited.connect(self._named)
        self.choose.clicked.connect(self._choose)
        self.save.clicked.connect(self.save_election)
        shortcut = QShortcut(key_sequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save_election)
