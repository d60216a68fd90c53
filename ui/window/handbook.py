"""The page of the F1 window: the handbook at one of its sections, its pictures to its width."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QPalette, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desk import turkish
from ui.texts.handbook import Section, folder, page_of

MARGIN = 40
"""What of the width a picture leaves free, in device-independent pixels."""


class HandbookPage(QTextBrowser):
    """Shows HTML or a section; a link is followed by whoever owns the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        # A bar that came and went would change the width while the text is being laid out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._width = 0
        self._shown: tuple[Section, tuple[str, ...], str] | None = None

    def show_html(self, html: str) -> None:
        """Show what is no section."""
        self._shown = None
        self.setExtraSelections([])
        self.setHtml(html)

    def show_section(self, section: Section, words: Iterable[str], language: str) -> None:
        """Show a section in its page, with the folded words lit, and the first of them in sight."""
        before, self._shown = self._shown, (section, tuple(words), language)
        width = self.viewport().width()
        if before is None or before[0].file != section.file or self._width != width:
            self._width = width
            # Qt's Markdown ends a table at a tag; a line may break inside a cell all the same.
            self.document().setMarkdown(page_of(section, language).replace("<br>", " \u2028"))
        lit = [found for word in self._shown[1] for found in _lit(self.document(), word)]
        self.setExtraSelections([self._selection(cursor) for cursor in lit])
        start = self._heading(section)
        top = self.document().documentLayout().blockBoundingRect(start).top()
        self.verticalScrollBar().setValue(0 if section.leads else round(top))
        below = [cursor for cursor in lit if cursor.selectionStart() >= start.position()]
        if below:
            first = QTextCursor(min(below, key=lambda cursor: cursor.selectionStart()))
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def _heading(self, section: Section) -> QTextBlock:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == section.heading:
                return block
            block = block.next()
        return self.document().begin()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """A picture of the handbook, no wider than the page."""
        if kind != QTextDocument.ResourceType.ImageResource.value or self._shown is None:
            return super().loadResource(kind, name)
        told = name.toString() if isinstance(name, QUrl) else name
        picture = QImage(str(folder(self._shown[2]) / told))
        ratio = self.devicePixelRatioF()
        width = round(max(200, self.viewport().width() - MARGIN) * ratio)
        if picture.width() > width:
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None and self.viewport().width() != self._width:
            self.show_section(*self._shown)

    def _selection(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = cursor
        found.format.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        found.format.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        return found


def _lit(document: QTextDocument, word: str) -> Iterable[QTextCursor]:
    block: QTextBlock = document.begin()
    while block.isValid():
        text = block.text()
        folded = turkish.fold(text)
        # Folding keeps the length of anything a page holds; where it does not, nothing is lit.
        at = folded.find(word) if len(folded) == len(text) else -1
        while at >= 0:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + at)
            cursor.setPosition(block.position() + at + len(word), QTextCursor.MoveMode.KeepAnchor)
            yield cursor
            at = folded.find(word, at + len(word))
        block = block.next()
