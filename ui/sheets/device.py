"""The printer: the one last used, its dialog, and what is said where there is none.

What is printed is others' business; a document, a sheet and a list are printed alike.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ui.night.preferences import Preferences
from ui.sheets.printing import Chosen, every_page

_PRINTER, _PAPER, _FOLDER = "printer", "paper", "printed.folder"


def preferences_of(widget: QWidget) -> Preferences:
    """What the window a widget is in remembers."""
    kept = getattr(widget.window(), "preferences", None)
    if kept is None and (parent := widget.parentWidget()) is not None:
        return preferences_of(parent)
    return kept if isinstance(kept, Preferences) else Preferences()


def printer(preferences: Preferences) -> QPrinter:
    """The printer and the paper last used; the system's own where that printer has gone."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    name = preferences.text(_PRINTER)
    if name in QPrinterInfo.availablePrinterNames():
        made.setPrinterName(name)
    made.setPageSize(QPageSize(_paper(preferences)))
    return made


def whole_page(made: QPrinter) -> None:
    """Let a printer be painted on from edge to edge: sheets bring their own margins."""
    made.setFullPage(True)
    made.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)


def ask(preferences: Preferences, parent: QWidget) -> QPrinter | None:
    """Ask for a printer, its pages and copies, and remember it; None if nothing is to be printed.

    Ask `missing` first: a dialog of no printers helps nobody.
    """
    made = printer(preferences)
    if not QPrintDialog(made, parent).exec():
        return None
    remember(preferences, made)
    return made


def remember(preferences: Preferences, made: QPrinter) -> None:
    """Remember a printer and its paper for the next time."""
    preferences.set_text(_PRINTER, made.printerName())
    preferences.set_text(_PAPER, made.pageLayout().pageSize().key())


def missing() -> str:
    """The sentence for a computer without a printer, with the way out; empty where there is one."""
    if QPrinterInfo.availablePrinterNames():
        return ""
    return QCoreApplication.translate(
        "Printing",
        "No printer is set up on this computer. Make a PDF and print it elsewhere, or add a "
        "printer in the system's settings.",
    )


def wanted_pages(made: QPrinter) -> Chosen:
    """Whether a page, counted from 1, is among those asked for in the printer's dialog."""
    ranges = made.pageRanges()
    if made.printRange() is not QPrinter.PrintRange.PageRange or ranges.isEmpty():
        return every_page
    return ranges.contains


def rounds(made: QPrinter) -> int:
    """How many times everything must be painted for the copies asked for."""
    return 1 if made.supportsMultipleCopies() else max(made.copyCount(), 1)


def folder(preferences: Preferences, otherwise: Path) -> Path:
    """Where the last PDF went, if that is still there."""
    kept = Path(preferences.text(_FOLDER) or otherwise)
    return kept if kept.is_dir() else otherwise


def remember_folder(preferences: Preferences, chosen: Path) -> None:
    """Remember where a PDF went."""
    preferences.set_text(_FOLDER, str(chosen))


def _paper(preferences: Preferences) -> QPageSize.PageSizeId:
    key = preferences.text(_PAPER, "A4")
    sizes = (size for size in QPageSize.PageSizeId if size is not QPageSize.PageSizeId.Custom)
    return next((size for size in sizes if QPageSize.key(size) == key), QPageSize.PageSizeId.A4)
