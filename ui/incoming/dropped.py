"""What is dropped on the window: a night is opened, figures are offered, any other text is read.

What a file of figures means is `desk.reading.files.csv`'s; nothing is filed before she has seen it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.facts import catalog
from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.election import Election
from desk.facts.records import headed_records
from desk.reading.files import csv as exchange
from desk.reading.files.spreadsheet import Rows, read_cells
from desk.tables import Table, to_csv
from ui.incoming.import_figures import ImportFigures
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.numbered import numbered
from ui.widgets.key_button import KeyButton, Rank, plain
from ui.widgets.message import MessageLine
from ui.widgets.rows import LinedRows
from ui.widgets.sizes import fit
from ui.widgets.tables import dress

TEXTS = frozenset({".csv", ".tsv", ".txt"})
"""What can be read as text."""
SHEET = ".xlsx"
TABLES = frozenset({SHEET, ".csv", ".tsv"})
"""What has columns to ask about."""
NIGHT = ".secim"
HEAD = "as_of"
"""The first column of a file of figures."""


def file_of(data: QMimeData) -> Path | None:
    """Of the files that are dropped a night, else the first; None where there is none here."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    nights = [path for path in paths if path.suffix.lower() == NIGHT]
    return next(iter([*nights, *paths]), None)


def is_text(path: Path) -> bool:
    """Whether a file is one that can be read as text."""
    return path.suffix.lower() in TEXTS


def text_of(path: Path) -> str:
    """A dropped file's text. S900 where it is gone, E131 where it is too long or not UTF-8."""
    return exchange.decode(_bytes_of(path)).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")


def is_figures(text: str) -> bool:
    """Whether a text is a file of figures: bulletins in long form."""
    return text.split("\n", 1)[0].strip().startswith(f"{HEAD},")


def rows_of(path: Path) -> Rows:
    """The cells of a file that is a table. S900 where it is gone, E131 where it is none."""
    if path.suffix.lower() == SHEET:
        return read_cells(_bytes_of(path))
    found = [cells for _, cells in headed_records(text_of(path), Code.E131)]
    width = max(map(len, found), default=0)
    return tuple((*cells, *[""] * (width - len(cells))) for cells in found)


def _bytes_of(path: Path) -> bytes:
    try:
        # The window would wait at a pipe.
        if path.is_file():
            return catalog.given(path)
    except OSError:
        pass
    except ValueError:
        raise Refusal(Code.E131, problem="size", limit=catalog.MOST_BYTES // 2**20) from None
    raise Refusal(Code.S900, file=str(path))


def take_file(
    bridge: Bridge,
    contest: str,
    read_text: Callable[[str], object],
    path: Path,
    parent: QWidget,
) -> None:
    """Figures in a file are offered, a table's columns are asked about, any other text is read.

    ``contest`` is the one in front. What is none of these is said to be none.
    """
    suffix = path.suffix.lower()
    if suffix != SHEET and not is_text(path):
        told = QCoreApplication.translate(
            "Dropped", "{file} is no text: save it as CSV, or copy its cells and press Ctrl+V."
        )
        bridge.messages.complain(told.format(file=path.name))
        return
    try:
        rows = rows_of(path) if suffix in TABLES else ()
        text = "" if suffix == SHEET else text_of(path)
    except Refusal as refusal:
        bridge.messages.complain(sentences.refusal_text(refusal, current_language()))
        return
    if rows and set(exchange.COLUMNS) <= {cell.lower() for cell in rows[0]}:
        text = text or to_csv(Table(rows[0], rows[1:]))
        AskFigures(bridge, path.name, text, parent).exec()
    elif is_figures(text):
        AskFigures(bridge, path.name, text, parent).exec()
    elif suffix == SHEET or (rows and len(rows[0]) > 1 and len(rows) > 1):
        ImportFigures(bridge, contest, path.name, rows, parent).exec()
    else:
        read_text(text)


def ask_file(
    bridge: Bridge, contest: str, read_text: Callable[[str], object], parent: QWidget
) -> None:
    """Choose a file of figures and take it as if it had been dropped."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Dropped", "Figures from a file"),
        str(bridge.session.path.parent),
        QCoreApplication.translate("Dropped", "Tables (*.xlsx *.csv *.tsv *.txt)"),
    )
    if path:
        take_file(bridge, contest, read_text, Path(path), parent)


class AskFigures(QDialog):
    """The bulletins a file of figures holds, or the lines of it that are refused."""

    def __init__(self, bridge: Bridge, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setWindowTitle(self.tr("Figures from a file"))
        self._bridge, self._name = bridge, name
        self.bulletins: tuple[NewBulletin, ...] = ()
        self.about = QLabel(name, self)
        self.about.setObjectName("figures.about")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.table = QTableWidget(self)
        self.table.setObjectName("figures.table")
        self.table.setAccessibleName(self.tr("Bulletins of the file"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        dress(self.table)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(False)
        LinedRows(self.table)
        self.message = MessageLine("figures.message", self)
        self.buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self))
        self.file = KeyButton("figures.file", Rank.PRIMARY, self)
        self.file.setText(self.tr("File them all"))
        self.file.show_key("Enter")
        self.buttons.addButton(self.file, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._file)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.about, self.table, self.message, self.buttons):
            layout.addWidget(widget)
        session = bridge.session
        try:
            self.bulletins = exchange.read_figures(text, session.names)
        except exchange.Refusals as refused:
            self._show(self._refused(refused.refusals), (self.tr("Line"), self.tr("Why not")))
            self.message.complain(self.tr("Nothing is filed while a line of it is refused."))
        else:
            heads = ("Time", "Agency", "Contest", "Place", "Figures")
            self._show(self._told(session.election), tuple(self._head(head) for head in heads))
            said = self.tr("{file}: bulletins to be filed: {n}")
            self.about.setText(said.format(file=name, n=len(self.bulletins)))
        self.file.setEnabled(bool(self.bulletins) and not session.read_only)
        fit(self, 720, 520)

    def _head(self, name: str) -> str:
        return {
            "Time": self.tr("Time"),
            "Agency": self.tr("Agency"),
            "Contest": self.tr("Contest"),
            "Place": self.tr("Place"),
            "Figures": self.tr("Figures"),
        }[name]

    def _told(self, election: Election) -> list[tuple[str, ...]]:
        return [
            (
                shown.clock(one.as_of),
                one.source.agency,
                shown.contest_name(election.contest(one.source.contest)),
                one.source.place,
                str(len(one.figures)),
            )
            for one in self.bulletins
        ]

    @staticmethod
    def _refused(refusals: Sequence[Refusal]) -> list[tuple[str, ...]]:
        language = current_language()
        return [
            (str(one.values.get("line", "")), sentences.refusal_text(one, language))
            for one in refusals
        ]

    def _show(self, rows: Sequence[tuple[str, ...]], heads: tuple[str, ...]) -> None:
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)

    def _file(self) -> None:
        try:
            self._bridge.do(FileBulletins(self.bulletins), self)
        except Refusal as refusal:
            self.message.complain(sentences.refusal_text(refusal, current_language()))
            return
        said = self.tr("Filed from the file: {n} {n:bulletin|bulletins}, {file}")
        self._bridge.messages.say(
            numbered(said, n=len(self.bulletins), file=self._name), undoes=True
        )
        self.accept()
