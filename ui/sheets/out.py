"""Sheets out of the window: to the system's printer, into its preview, into a PDF.

Each asks what it must, makes the pages in short turns, and says what came of it.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Refusal
from desk.sheets.model import SheetKind
from ui.night.page import OpenNight
from ui.sheets import device as printing_device
from ui.sheets import printing
from ui.sheets.made import Wanted, made, title

_MANY = {
    SheetKind.DISTRICT: "ilçeler",
    SheetKind.BLANK: "boş föyler",
    SheetKind.BOARD: "bütün ilçeler",
}
"""What a PDF of more than one place is called; a PDF is Turkish, and so is its name."""


def preview(night: OpenNight, wanted: Wanted, parent: QWidget) -> None:
    """The system's preview of some sheets; it prints them too."""
    preferences = printing_device.preferences_of(parent)
    printer = printing_device.printer(preferences)
    printer.setDocName(title(night.bridge.session, wanted))
    printing_device.whole_page(printer)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setObjectName("preview")
    dialog.resize(900, 1000)

    def paint(device: QPrinter) -> None:
        for _ in _on(night, wanted, device):
            pass

    dialog.paintRequested.connect(paint)
    dialog.exec()
    printing_device.remember(preferences, printer)


def print_out(night: OpenNight, wanted: Wanted, parent: QWidget) -> str:
    """Ask for the printer and print; returns what was done, empty if nothing was."""
    printer = printing_device.ask(printing_device.preferences_of(parent), parent)
    if printer is None:
        return ""
    printer.setDocName(title(night.bridge.session, wanted))
    printing_device.whole_page(printer)
    if printer.outputFileName():
        # What the system would print into a file is to be there whole or not at all.
        chosen = printing_device.wanted_pages(printer)
        return write_pdf(night, wanted, Path(printer.outputFileName()), parent, chosen)
    progress = Progress(_on(night, wanted, printer), wanted.count, parent)
    if not progress.exec():
        return QCoreApplication.translate("Printing", "Stopped; nothing more is printed.")
    text = QCoreApplication.translate("Printing", "Sent to the printer, pages: {pages}.")
    return text.format(pages=progress.last)


def ask_pdf(night: OpenNight, wanted: Wanted, parent: QWidget) -> Path | None:
    """Ask where a PDF is to go; None if nowhere."""
    session = night.bridge.session
    where = wanted.places[0] if wanted.count == 1 and wanted.places else _MANY[wanted.kind]
    name = f"{session.path.stem}-{where}.pdf".replace("/", "-").replace("\\", "-")
    folder = printing_device.folder(printing_device.preferences_of(parent), session.path.parent)
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("Printing", "Save the sheets as PDF"),
        str(folder / name),
        QCoreApplication.translate("Printing", "PDF (*.pdf)"),
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


def write_pdf(
    night: OpenNight,
    wanted: Wanted,
    path: Path,
    parent: QWidget,
    chosen: printing.Chosen = printing.every_page,
) -> str:
    """Write a PDF with a bar to watch; returns what was done, empty if it was refused."""
    session = night.bridge.session
    sheets = made(session, night.watch.checks, wanted)
    work = printing.to_pdf(path, sheets, title(session, wanted), chosen)
    progress = Progress(work, wanted.count, parent)
    done = progress.exec()
    if progress.refusal is not None:
        night.bridge.refused.emit(progress.refusal)
        return ""
    if not done:
        return QCoreApplication.translate("Printing", "Stopped; no PDF was left behind.")
    printing_device.remember_folder(printing_device.preferences_of(parent), path.parent)
    text = QCoreApplication.translate("Printing", "Saved: {file}, pages: {pages}.")
    return text.format(file=path.name, pages=progress.last)


def _on(night: OpenNight, wanted: Wanted, printer: QPrinter) -> Generator[int]:
    """Paint sheets on a printer, only the pages that were asked for and as often as asked."""
    checks, painter = night.watch.checks, QPainter()
    if not painter.begin(printer):
        return
    whole = False
    try:
        for turn in range(printing_device.rounds(printer)):
            if turn:
                printer.newPage()
            sheets = made(night.bridge.session, checks, wanted)
            chosen = printing_device.wanted_pages(printer)
            yield from printing.put(painter, printer.newPage, sheets, chosen)
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()


TURN = 0.03
"""How long one turn may take, in seconds, before the window is asked again what it wants."""


class Progress(QDialog):
    """The bar. `exec` says whether the work came to its end."""

    def __init__(self, work: Generator[int], count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Making the pages"))
        self._work, self._done = work, 0
        self.last = 0
        """What the work told last: the pages so far."""
        self.refusal: Refusal | None = None
        """Why the work could not be done, if it could not."""
        self._text = QLabel(self)
        self._text.setObjectName("progress.text")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("progress.bar")
        self.bar.setAccessibleName(self.windowTitle())
        self.bar.setRange(0, count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._text, self.bar, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(360)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)
        self._tell()
        self._turn.start()

    def done(self, result: int) -> None:
        """However it ends: no turn follows, and what is half done is undone."""
        self._turn.stop()
        self._work.close()
        super().done(result)

    def _go_on(self) -> None:
        end = perf_counter() + TURN
        try:
            while perf_counter() < end:
                self.last = next(self._work)
                self._done += 1
        except StopIteration:
            self.accept()
            return
        except Refusal as refusal:
            self.refusal = refusal
            self.reject()
            return
        except BaseException:
            # A generator that failed looks finished when it is asked again.
            self.reject()
            raise
        self._tell()

    def _tell(self) -> None:
        self.bar.setValue(self._done)
        text = self.tr("Sheet {n} of {count}")
        self._text.setText(text.format(n=self._done, count=self.bar.maximum()))
