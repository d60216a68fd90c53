"""A table out of a file: what each column means is asked, what would be filed is shown beforehand.

What a cell is read as is `desk.reading.files.mapping`'s; refusals stand in their rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.facts.bulletin import Slot
from desk.facts.codes import Refusal
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.figures import read_clock
from desk.reading.files import mapping
from desk.reading.files.mapping import ColumnKind, ColumnMeans, Everywhere, MappedRow
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.numbered import numbered
from ui.widgets.key_button import KeyButton, Rank, plain
from ui.widgets.message import MessageLine
from ui.widgets.rows import LinedRows
from ui.widgets.sizes import fit, stacked
from ui.widgets.tables import dress

EXAMPLES = 3
"""How many cells of a column are shown beside it."""


class ImportFigures(QDialog):
    """``rows`` are the file's; nothing is filed before she has seen it."""

    def __init__(
        self,
        bridge: Bridge,
        contest: str,
        name: str,
        rows: Sequence[Sequence[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowTitle(self.tr("Figures from a file"))
        self._bridge, self._name, self._rows = bridge, name, rows
        self.found: list[MappedRow] = []
        self.meanings: list[QComboBox] = []
        self.contest, self.agency = QComboBox(self), QComboBox(self)
        self.time = QLineEdit(self)
        self.headed = QCheckBox(self.tr("The first row names the columns"), self)
        self.headed.setObjectName("import.headed")
        self.headed.setChecked(mapping.has_headings(rows))
        self.columns = QTableWidget(self)
        self.preview = QTableWidget(self)
        self.message = MessageLine("import.message", self)
        self.buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self))
        self.file = KeyButton("import.file", Rank.PRIMARY, self)
        self.file.show_key("Enter")
        self.buttons.addButton(self.file, QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill_choices(contest)
        self._lay_out()
        self.contest.currentIndexChanged.connect(self._offer)
        self.agency.currentIndexChanged.connect(self.look)
        self.time.textChanged.connect(self.look)
        self.headed.toggled.connect(self._offer)
        self.buttons.accepted.connect(self._file)
        self.buttons.rejected.connect(self.reject)
        self._offer()
        fit(self, 960, 680)
        self.agency.setFocus()

    # What the columns mean

    def _fill_choices(self, contest: str) -> None:
        election = self._bridge.session.election
        for box, name, label in (
            (self.contest, "contest", self.tr("Contest")),
            (self.agency, "agency", self.tr("Agency, where no column names it")),
        ):
            box.setObjectName(f"import.{name}")
            box.setAccessibleName(label)
        for one in election.contests:
            self.contest.addItem(shown.contest_name(one), one.id)
        self.contest.setCurrentIndex(self.contest.findData(contest))
        # Whose figures they are is asked: nobody's is the first choice.
        self.agency.addItem(self.tr("choose…"), "")
        for agency in election.agencies:
            self.agency.addItem(agency.code, agency.code)
        self.time.setObjectName("import.time")
        self.time.setAccessibleName(self.tr("Time, where no column has it"))
        self.time.setPlaceholderText("19.25")

    def _offer(self) -> None:
        """Offer what each column most likely means in the contest chosen."""
        session, contest = self._bridge.session, self.contest.currentData()
        offered = mapping.choices(session.election, contest)
        width = len(self._rows[0]) if self._rows else 0
        headed = self.headed.isChecked()
        heads = list(self._rows[0]) if headed and self._rows else [""] * width
        guesses = mapping.guessed(heads, session.names, contest)
        self.meanings = []
        self.columns.setRowCount(width)
        for at, (head, guess) in enumerate(zip(heads, guesses, strict=True)):
            title = head or self.tr("Column {n}").format(n=at + 1)
            body = self._rows[1:] if headed else self._rows
            examples = "  ·  ".join(filter(None, (row[at] for row in body[:EXAMPLES])))
            box = QComboBox(self.columns)
            box.setObjectName(f"import.column{at + 1}")
            box.setAccessibleName(self.tr("What {column} means").format(column=title))
            for means in offered:
                box.addItem(self._called(means, contest), means)
            box.setCurrentIndex(offered.index(guess))
            box.currentIndexChanged.connect(partial(self._choose, at))
            self.columns.setItem(at, 0, _cell(title))
            self.columns.setItem(at, 1, _cell(examples))
            self.columns.setCellWidget(at, 2, box)
            self.meanings.append(box)
        self.look()

    def _called(self, means: ColumnMeans, contest: str) -> str:
        if means.row is not None:
            election = self._bridge.session.election
            if means.row.contender:
                said = election.label(contest, means.row.contender)
                return f"{said}: {shown.item_label(means.row.item)}"
            return shown.item_label(means.row.item)
        return {
            ColumnKind.IGNORED: self.tr("nothing: it is left out"),
            ColumnKind.PLACE: self.tr("the place"),
            ColumnKind.AGENCY: self.tr("the agency"),
            ColumnKind.TIME: self.tr("the time"),
        }[means.kind]

    def _choose(self, at: int, index: int) -> None:
        """No two columns mean the same: the other one says nothing from now on."""
        means = self.meanings[at].itemData(index)
        for other, box in enumerate(self.meanings):
            if other != at and index and box.currentData() == means:
                box.setCurrentIndex(0)
        self.look()

    # What would be filed

    def look(self) -> None:
        """Show what each row would be."""
        session = self._bridge.session
        as_of, text = None, self.time.text().strip()
        if text:
            try:
                as_of = session.election.moment(read_clock(text))
            except Refusal as refusal:
                self._show([], sentences.refusal_text(refusal, current_language()))
                return
        first = 2 if self.headed.isChecked() else 1
        everywhere = Everywhere(self.contest.currentData(), self.agency.currentData(), as_of)
        means = [box.currentData() for box in self.meanings]
        rows = self._rows[first - 1 :]
        self._show(
            mapping.mapped(rows, means, everywhere, session.names, session.election, first), ""
        )

    @property
    def bulletins(self) -> tuple[NewBulletin, ...]:
        """What would be filed."""
        return tuple(one.bulletin for one in self.found if one.bulletin is not None)

    def _show(self, found: list[MappedRow], why: str) -> None:
        self.found = found
        self.preview.setRowCount(len(found))
        for at, one in enumerate(found):
            for column, text in enumerate(self._told(one)):
                self.preview.setItem(at, column, _cell(text))
        refused = sum(one.refusal is not None for one in found)
        self.file.setText(
            numbered(self.tr("File {n} {n:bulletin|bulletins}"), n=len(self.bulletins))
            if not refused
            else numbered(
                self.tr("File {n} {n:bulletin|bulletins}, leave {m} {m:row|rows} out"),
                n=len(self.bulletins),
                m=refused,
            )
        )
        self.file.setEnabled(bool(self.bulletins) and not self._bridge.session.read_only)
        if why:
            self.message.complain(why)
        elif not found:
            self.message.say(self.tr("No column says a figure yet."))
        else:
            self.message.say("")

    def _told(self, one: MappedRow) -> tuple[str, ...]:
        if one.bulletin is None:
            refusal = one.refusal
            why = sentences.refusal_text(refusal, current_language()) if refusal is not None else ""
            cells = " · ".join(filter(None, one.cells[:EXAMPLES]))
            return str(one.line), cells, "", "", f"▲ {why}"
        bulletin, election = one.bulletin, self._bridge.session.election
        source = bulletin.source
        figures = "; ".join(
            f"{shown.row_label(election, Slot(source, row))} "
            f"{shown.figure(election, source.contest, row.item, value)}"
            for row, value in sorted(bulletin.figures.items())
        )
        return str(one.line), source.place, source.agency, shown.clock(bulletin.as_of), figures

    def _file(self) -> None:
        bulletins = self.bulletins
        try:
            self._bridge.do(FileBulletins(bulletins), self)
        except Refusal as refusal:
            self.message.complain(sentences.refusal_text(refusal, current_language()))
            return
        said = self.tr("Filed from the file: {n} {n:bulletin|bulletins}, {file}")
        self._bridge.messages.say(numbered(said, n=len(bulletins), file=self._name), undoes=True)
        self.accept()

    # Inside

    def _lay_out(self) -> None:
        about = QLabel(self._name, self)
        about.setObjectName("import.about")
        about.setTextFormat(Qt.TextFormat.PlainText)
        form = QFormLayout()
        for box in (self.contest, self.agency, self.time):
            form.addRow(box.accessibleName(), box)
        form.addRow(self.headed)
        for table, name, said, heads in (
            (
                self.columns,
                "import.columns",
                self.tr("Columns of the file"),
                (self.tr("Column"), self.tr("Examples"), self.tr("Means")),
            ),
            (
                self.preview,
                "import.preview",
                self.tr("What would be filed"),
                (
                    *(self.tr("Row"), self.tr("Place"), self.tr("Agency"), self.tr("Time")),
                    self.tr("Figures"),
                ),
            ),
        ):
            table.setObjectName(name)
            table.setAccessibleName(said)
            table.setColumnCount(len(heads))
            table.setHorizontalHeaderLabels(heads)
            table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
            dress(table)
            table.setShowGrid(False)
            table.setAlternatingRowColors(False)
            LinedRows(table)
            header = table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setResizeContentsPrecision(50)
            header.setStretchLastSection(True)
        row = self.fontMetrics().height() + 12
        self.columns.verticalHeader().setDefaultSectionSize(row)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(stacked("import.splitter", (self.columns, 1), (self.preview, 1)), 1)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item
