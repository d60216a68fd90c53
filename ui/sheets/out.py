"""Sheets out of the window: to the system's printer, into a preview, into a PDF.

Each asks what it must, makes the pages in short turns, and says what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from desk import systems
from desk.sheets.model import Sheet, SheetKind
from ui.night.messages import Lasts
from ui.night.page import OpenNight
from ui.sheets import device as printing_device
from ui.sheets import printing
from ui.sheets.made import Wanted, made, title
from ui.sheets.preview import SheetPreview
from ui.widgets.long_work import LongWork

_MANY = {
    SheetKind.DISTRICT: "ilçeler",
    SheetKind.BLANK: "boş föyler",
    SheetKind.BOARD: "bütün ilçeler",
}
"""What a PDF of more than one place is called; a PDF is Turkish, and so is its name."""


def preview(night: OpenNight, wanted: Wanted, parent: QWidget) -> None:
    """A sheet as it will be on paper; from there it is printed, or saved as PDF."""
    (sheet,) = _sheets(night, wanted)

    def save_pdf() -> None:
        if (path := ask_pdf(night, wanted, parent)) is not None:
            write_pdf(night, wanted, path, parent)

    SheetPreview(sheet, lambda: print_out(night, wanted, parent), save_pdf, parent).exec()


def print_out(night: OpenNight, wanted: Wanted, parent: QWidget) -> None:
    """Ask for the printer and print; where there is none, say so."""
    if without := printing_device.missing():
        night.bridge.messages.complain(without)
        return
    printer = printing_device.ask(printing_device.preferences_of(parent), parent)
    if printer is None:
        return
    printer.setDocName(title(night.bridge.session, wanted))
    printing_device.whole_page(printer)
    if printer.outputFileName():
        # What the system would print into a file is to be there whole or not at all.
        chosen = printing_device.wanted_pages(printer)
        write_pdf(night, wanted, Path(printer.outputFileName()), parent, chosen)
        return

    def done(pages: int) -> None:
        text = QCoreApplication.translate("Printing", "Sent to the printer, pages: {pages}.")
        night.bridge.messages.say(text.format(pages=pages), Lasts.FILE)

    def stopped() -> None:
        text = QCoreApplication.translate("Printing", "Stopped; nothing more is printed.")
        night.bridge.messages.say(text, Lasts.FILE)

    work = _counted(_on(night, wanted, printer), wanted.count)
    _make(night, work, parent, done=done, stopped=stopped)


def ask_pdf(night: OpenNight, wanted: Wanted, parent: QWidget) -> Path | None:
    """Ask where a PDF is to go; None if nowhere."""
    session = night.bridge.session
    where = wanted.places[0] if wanted.count == 1 and wanted.places else _MANY[wanted.kind]
    name = systems.file_name(f"{session.path.stem}-{where}.pdf")
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
) -> None:
    """Write a PDF."""

    def done(pages: int) -> None:
        printing_device.remember_folder(printing_device.preferences_of(parent), path.parent)
        text = QCoreApplication.translate("Printing", "Saved: {file}, pages: {pages}.")
        night.bridge.messages.say(text.format(file=path.name, pages=pages), Lasts.FILE)

    def stopped() -> None:
        text = QCoreApplication.translate("Printing", "Stopped; no PDF was left behind.")
        night.bridge.messages.say(text, Lasts.FILE)

    named = title(night.bridge.session, wanted)
    work = printing.to_pdf(path, _sheets(night, wanted), named, chosen)
    _make(night, _counted(work, wanted.count), parent, done=done, stopped=stopped)


def _make(
    night: OpenNight,
    steps: Generator[tuple[int, int], None, int],
    parent: QWidget,
    *,
    done: Callable[[int], object],
    stopped: Callable[[], object],
) -> None:
    """Make pages through the door for long work; a refusal is the window's to tell."""
    night.bridge.work.start(
        LongWork(
            steps,
            parent,
            title=QCoreApplication.translate("Printing", "Making the pages"),
            text=QCoreApplication.translate("Printing", "Sheet {n} of {count}"),
            done=done,
            failed=night.bridge.refused.emit,
            stopped=stopped,
        )
    )


def _counted(work: Generator[int], count: int) -> Generator[tuple[int, int], None, int]:
    """The sheets so far of all that there will be; at the end, how many pages they came to."""
    ready = pages = 0
    with closing(work):
        for so_far in work:
            ready, pages = ready + 1, so_far
            # Copies the printer does not make itself are painted as more sheets.
            yield min(ready, count), count
    return pages


def _sheets(night: OpenNight, wanted: Wanted) -> Iterator[Sheet]:
    """Each sheet with what is found as it is made: a figure may be filed between two of them."""
    for place in wanted.places or ("",):
        one = replace(wanted, places=(place,)) if place else wanted
        yield from made(night.bridge.session, night.watch.checks, one)


def _on(night: OpenNight, wanted: Wanted, printer: QPrinter) -> Generator[int]:
    """Paint sheets on a printer, only the pages that were asked for and as often as asked."""
    painter = QPainter()
    if not painter.begin(printer):
        return
    whole = False
    try:
        for turn in range(printing_device.rounds(printer)):
            if turn:
                printer.newPage()
            sheets = _sheets(night, wanted)
            chosen = printing_device.wanted_pages(printer)
            yield from printing.put(painter, printer.newPage, sheets, chosen)
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()
