"""Sheets as pages of a PDF or of a printer, made one after the other.

Nothing is kept of a page that is done. A PDF is there whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSaveFile, Qt
from PySide6.QtGui import (
    QColor,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer

from desk import PROVA, systems
from desk.facts.codes import Code, Refusal
from desk.sheets.model import Sheet
from desk.tables import spare_nights
from ui.sheets.layout import (
    HEIGHT,
    UNITS,
    WIDTH,
    Drawing,
    Ground,
    Rule,
    SheetPage,
    TextLine,
    TextStyle,
    font,
    metrics,
    pages,
)

Turn = Callable[[], bool]
"""Begins another page of a device; False if it cannot."""

Chosen = Callable[[int], bool]
"""Whether a page is wanted, by its number in the whole, from 1."""

_ACROSS = QColor(226, 226, 226)


def every_page(page: int) -> bool:
    """All of them."""
    return page > 0


def to_pdf(
    path: Path, sheets: Iterable[Sheet], title: str, chosen: Chosen = every_page
) -> Generator[int]:
    """Write sheets into one PDF; yields the pages so far after each sheet, the file at the end.

    Whoever stops asking leaves no file, and an older one as it was. Refuses S906 if there is no
    room, S908 over a night, S909 if it cannot be written.
    """
    refused = Refusal(Code.S909, folder=str(path.parent))
    # Qt would put the file in the place of a device, or of what a link leads to.
    partial = path.with_name(f".{path.name}.part")
    if (path.exists() and not path.is_file()) or partial.is_symlink():
        raise refused
    if str(partial).encode("utf-8", "replace") != os.fsencode(partial):
        # Bytes that are no text: Qt would write under another name, and leave that there.
        raise refused
    spare_nights(path)
    file = QSaveFile(str(partial))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise refused
    painter, whole = QPainter(), False
    try:
        writer = QPdfWriter(file)
        writer.setTitle(title)
        writer.setCreator("Seçim Masası")
        writer.setResolution(UNITS)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(),
            )
        )
        if not painter.begin(writer):
            raise refused
        yield from put(painter, writer.newPage, sheets, chosen)
        # A disk that filled up under the very last bytes only tells at the next one.
        whole = painter.end() and file.write(b"\n") == 1
    finally:
        if painter.isActive():
            painter.end()
        no_room = QSaveFile.FileError.ResourceError
        full = file.error() is no_room
        if not whole:
            file.cancelWriting()
        kept = file.commit()
    if full or file.error() is no_room:
        raise Refusal(Code.S906, file=str(path))
    if not kept:
        raise refused
    try:
        systems.replace(partial, path)
    except OSError as fault:
        partial.unlink(missing_ok=True)
        raise refused from fault


def put(
    painter: QPainter,
    turn: Turn,
    sheets: Iterable[Sheet],
    chosen: Chosen = every_page,
) -> Generator[int]:
    """Paint sheets on a painter that is on its first page; yields the pages painted after each.

    ``chosen`` are pages by their number in the whole, from 1. The paper may be of any size:
    A4 is made to fit it.
    """
    count = painted = 0
    for sheet in sheets:
        for page in pages(sheet):
            count += 1
            if not chosen(count):
                continue
            if painted:
                turn()
            _fit(painter)
            paint(painter, sheet, page)
            painted += 1
        yield painted


def paint(painter: QPainter, sheet: Sheet, page: SheetPage) -> None:
    """Paint one page in the units of its layout."""
    if sheet.rehearsal:
        _across(painter)
    for mark in page.marks:
        match mark:
            case TextLine():
                painter.setPen(QColor(0, 0, 0))
                painter.setFont(font(mark.style))
                painter.drawText(round(mark.x), round(mark.y), mark.text)
            case Rule():
                pen = QPen(QColor(mark.ink, mark.ink, mark.ink), mark.width)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                painter.drawLine(round(mark.x1), round(mark.y1), round(mark.x2), round(mark.y2))
            case Ground():
                where = QRectF(mark.x, mark.y, mark.width, mark.height)
                painter.fillRect(where, QColor(mark.ink, mark.ink, mark.ink))
            case Drawing():
                drawing = QSvgRenderer(QByteArray(mark.svg.encode()))
                painter.save()
                drawing.render(painter, QRectF(mark.x, mark.y, mark.width, mark.height))
                painter.restore()


def _fit(painter: QPainter) -> None:
    """Lay the page's units on the paper, whatever its size and resolution."""
    paper = painter.window()
    scale = min(paper.width() / WIDTH, paper.height() / HEIGHT)
    painter.resetTransform()
    painter.translate((paper.width() - WIDTH * scale) / 2, 0)
    painter.scale(scale, scale)


def _across(painter: QPainter) -> None:
    """PROVA over the whole page, pale enough to read what stands on it."""
    painter.save()
    painter.translate(WIDTH / 2, HEIGHT / 2)
    painter.rotate(-55)
    painter.setPen(_ACROSS)
    painter.setFont(font(TextStyle.ACROSS))
    size = metrics(TextStyle.ACROSS)
    painter.drawText(round(-size.horizontalAdvance(PROVA) / 2), round(size.capHeight() / 2), PROVA)
    painter.restore()
