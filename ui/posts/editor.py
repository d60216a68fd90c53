"""A text whose numbers are held: each is one sign, tinted and framed, that no caret stands inside.

It shows paragraphs of a draft and gives them back as they were rewritten; what a number may be tied
to, and what is loose, is decided in `desk`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desk.drafts.model import Paragraph, Piece, Role, TextSpan
from ui.widgets import theme
from ui.widgets.fragments import characters, units

PIECES = "application/x-secim-pieces"
"""How held numbers travel from one text of the window to another."""

CHIP = "\ufffc"
"""What a held number is to Qt: one sign."""

OBJECT = int(QTextFormat.ObjectTypes.UserObject) + 1
ID = int(QTextFormat.Property.UserProperty) + 1
_ROLE = int(QTextFormat.Property.UserProperty) + 2

_count = count(1)
_known: dict[int, Piece] = {}
_numbers: dict[Piece, int] = {}
"""Every number ever held in this process: an undone deletion brings one back."""

_INDENT = 18
"""Before the lines under a heading, in device-independent pixels."""


class ChipEdit(QTextEdit):
    """Paragraphs with held numbers; ``one_line`` for a headline."""

    rewritten = Signal()
    """The editor has changed something."""
    at_number = Signal(object)
    """The held number beside the caret (a `Piece`), or None."""
    left = Signal(int)
    """The caret wants to go on below (1) or above (-1) this text."""
    copied = Signal()
    """Some of it has been copied, for this window or for another program."""
    about_wanted = Signal(object, QPoint)
    """What is there to be said of a number, at a point of the screen."""

    def __init__(self, name: str, parent: QWidget | None = None, *, one_line: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._one_line = one_line
        self._loose: list[tuple[int, int, TextSpan]] = []
        self._role = Role.HEADLINE if one_line else Role.LEAD
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(32 * self.fontMetrics().averageCharWidth())
        self._painter = ChipPainter(self)
        self.document().documentLayout().registerHandler(OBJECT, self._painter)
        if one_line:
            font = QFont(self.font())
            font.setPointSizeF(font.pointSizeF() * 1.25)
            font.setBold(True)
            self.document().setDefaultFont(font)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.rewritten)
        self.cursorPositionChanged.connect(self._moved)

    # Paragraphs in and out

    def show_parts(self, parts: Sequence[Paragraph], *, anew: bool) -> None:
        """Show paragraphs; the caret stays where it can. ``anew`` forgets what could be undone."""
        if tuple(parts) == self.parts():
            return
        before = self.textCursor()
        block, within = before.blockNumber(), before.positionInBlock()
        # Only what the editor does is told.
        with QSignalBlocker(self):
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            for number, part in enumerate(parts):
                if number:
                    cursor.insertBlock()
                cursor.setBlockFormat(block_format(part.role))
                cursor.setBlockCharFormat(char_format(part.role))
                self._insert(cursor, part.pieces, part.role)
            cursor.endEditBlock()
            if anew:
                self.document().clearUndoRedoStacks()
            self._stand(block, within)
        self._moved()

    def parts(self) -> tuple[Paragraph, ...]:
        """The paragraphs as they stand."""
        return tuple(
            Paragraph(role_of(block) or self._role, tuple(pieces_of(block)))
            for block in self._blocks()
        )

    def show_loose(self, loose: Iterable[TextSpan], first: int) -> None:
        """Underline loose numbers; ``first`` is the number of this text's first paragraph."""
        blocks, parts = list(self._blocks()), self.parts()
        self._loose = []
        for where in loose:
            at = where.paragraph - first
            if 0 <= at < len(parts):
                start = blocks[at].position() + offset(parts[at], where.piece, where.start)
                end = blocks[at].position() + offset(parts[at], where.piece, where.end)
                self._loose.append((start, end, where))
        self._underline()

    def show_moved(self, pieces: Iterable[Piece]) -> None:
        """Mark the numbers whose figures stand otherwise now."""
        self._painter.moved = frozenset(pieces)
        self.viewport().update()

    @property
    def doubted(self) -> frozenset[int]:
        """The bulletins whose numbers are marked as standing in the way."""
        return self._painter.doubted

    def show_doubted(self, bulletins: Collection[int]) -> None:
        """Mark the numbers that stand on some bulletins: these keep the post from going out."""
        self._painter.doubted = frozenset(bulletins)
        self.viewport().update()

    # The caret

    def number_here(self) -> Piece | None:
        """The held number beside the caret; the one after it first."""
        position = self.textCursor().position()
        return self._chip(position) or self._chip(position - 1)

    def let_go_here(self) -> Piece | None:
        """Make words again of the held number beside the caret; None if there is none."""
        position = self.textCursor().position()
        at = position if self._chip(position) else position - 1
        piece = self._chip(at)
        if piece is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(piece.text, char_format(role_of(cursor.block()) or self._role))
            self.setTextCursor(cursor)
        return piece

    def loose_here(self) -> TextSpan | None:
        """The loose number the caret stands in or beside."""
        position = self.textCursor().position()
        return next((w for start, end, w in self._loose if start <= position <= end), None)

    def go_to_loose(self, where: TextSpan) -> bool:
        """Put the caret behind a loose number; False if it is not in this text."""
        for _, end, loose in self._loose:
            if loose == where:
                self._put_caret(end)
                return True
        return False

    def next_loose(self, *, after_caret: bool) -> TextSpan | None:
        """The next loose number behind the caret, or the first of all."""
        position = self.textCursor().position() if after_caret else -1
        return next((where for start, _, where in self._loose if start > position), None)

    def caret_point(self) -> QPoint:
        """Just below the caret, on the screen."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        cursor = self.textCursor()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._one_line:
                self.left.emit(1)
            else:
                self._break(cursor)
            return
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            down = key == Qt.Key.Key_Down
            to = QTextCursor(cursor)
            to.movePosition(
                QTextCursor.MoveOperation.Down if down else QTextCursor.MoveOperation.Up
            )
            if to.position() == cursor.position() and down == self._one_line:
                self.left.emit(1 if down else -1)
                return
        self._write_plainly()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._write_plainly()
        super().inputMethodEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            layout = self.document().documentLayout()
            bars = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            at = layout.hitTest((event.pos() + bars).toPointF(), Qt.HitTestAccuracy.ExactHit)
            piece = self._chip(at)
            if piece is None:
                QToolTip.hideText()
            else:
                self.about_wanted.emit(piece, event.globalPos())
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._underline()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as text, and as pieces for the texts of this window."""
        cursor = self.textCursor()
        blocks = [
            list(pieces_of(block, cursor.selectionStart(), cursor.selectionEnd()))
            for block in self._blocks()
            if block.position() <= cursor.selectionEnd()
            and block.position() + block.length() > cursor.selectionStart()
        ]
        data = QMimeData()
        data.setText("\n".join("".join(piece.text for piece in pieces) for pieces in blocks))
        told = [[[piece.text, number_of(piece)] for piece in pieces] for pieces in blocks]
        data.setData(PIECES, json.dumps(told).encode())
        self.copied.emit()
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted loses its looks; a number keeps what it is tied to."""
        self._write_plainly()
        told: list[list[tuple[str, int]]] = [[(line, 0)] for line in source.text().splitlines()]
        if source.hasFormat(PIECES):
            told = json.loads(bytes(source.data(PIECES).data()))
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for number, pieces in enumerate(told):
            if number and self._one_line:
                cursor.insertText(" ")
            elif number:
                self._break(cursor)
            role = role_of(cursor.block()) or self._role
            self._insert(cursor, [known(at) or Piece(text) for text, at in pieces], role)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasFormat(PIECES)

    # Inside

    def _insert(self, cursor: QTextCursor, pieces: Iterable[Piece], role: Role) -> None:
        for piece in pieces:
            if piece.is_number:
                cursor.insertText(CHIP, chip_format(piece, role))
            else:
                cursor.insertText(piece.text.replace(CHIP, ""), char_format(role))

    def _break(self, cursor: QTextCursor) -> None:
        """A new paragraph; what follows a heading is a line under it."""
        role = role_of(cursor.block()) or self._role
        cursor.insertBlock()
        if role is Role.HEADING:
            cursor.setBlockFormat(block_format(Role.LINE))
            cursor.setBlockCharFormat(char_format(Role.LINE))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _write_plainly(self) -> None:
        """What is typed behind a held number is words: it takes nothing of the number's look."""
        role = role_of(self.textCursor().block()) or self._role
        if self.textCursor().charFormat().hasProperty(ID):
            self.setCurrentCharFormat(char_format(role))

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _chip(self, position: int) -> Piece | None:
        if position < 0 or self.document().characterAt(position) != CHIP:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position + 1)
        return known(cursor.charFormat().property(ID))

    def _stand(self, block: int, within: int) -> None:
        found = self.document().findBlockByNumber(block)
        if not found.isValid():
            found = self.document().lastBlock()
        self._put_caret(found.position() + min(within, max(found.length() - 1, 0)))

    def _put_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _underline(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.ink().error)
        look.setBackground(theme.ink().error_ground)
        marks = []
        for start, end, _ in self._loose:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.format = look
            marks.append(selection)
        self.setExtraSelections(marks)

    def _moved(self) -> None:
        self.at_number.emit(self.number_here())


class ChipPainter(QPyTextObject):
    """Draws held numbers: a figure's tinted in a frame, the editor's own in a broken frame."""

    moved: frozenset[Piece] = frozenset()
    doubted: frozenset[int] = frozenset()

    def intrinsicSize(self, document: QTextDocument, position: int, given: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(_font(document, given))
        text = _known[given.property(ID)].text
        return QSizeF(metrics.horizontalAdvance(text) + 8, metrics.height())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        given: QTextFormat,
    ) -> None:
        piece, colours = _known[given.property(ID)], theme.ink()
        font = _font(document, given)
        doubted = any(cited.bulletin in self.doubted for cited in piece.figures)
        colour = colours.warning if piece in self.moved else colours.accent
        ground = colours.derived_ground if piece.own else colours.accent_ground
        if doubted:
            colour, ground = colours.error, colours.error_ground
        lit = given.background().style() is not Qt.BrushStyle.NoBrush
        if lit:
            ground, colour = given.background().color(), given.foreground().color()
        rect = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        pen = QPen(colour)
        if piece.own:
            pen.setStyle(Qt.PenStyle.DashLine)
        if piece in self.moved:
            pen.setWidthF(2)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(1.5, 0.5, -1.5, -0.5), 3, 3)
        painter.setFont(font)
        painter.setPen(given.foreground().color() if lit else colours.text)
        baseline = rect.bottom() - QFontMetricsF(font).descent()
        painter.drawText(QPointF(rect.left() + 4, baseline), piece.text)
        painter.restore()


def _font(document: QTextDocument, given: QTextFormat) -> QFont:
    font = QFont(document.defaultFont())
    if given.hasProperty(int(QTextFormat.Property.FontWeight)):
        font.setBold(True)
    return font


def number_of(piece: Piece) -> int:
    """The number a held number is known by; 0 for words."""
    if not piece.is_number:
        return 0
    if piece not in _numbers:
        _numbers[piece] = next(_count)
        _known[_numbers[piece]] = piece
    return _numbers[piece]


def known(number: object) -> Piece | None:
    """The held number that is known by a number."""
    return _known.get(number) if isinstance(number, int) else None


def chip_format(piece: Piece, role: Role) -> QTextCharFormat:
    """How a held number stands in a paragraph of a role: as one sign that is drawn."""
    look = char_format(role)
    look.setObjectType(OBJECT)
    look.setProperty(ID, number_of(piece))
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return look


def char_format(role: Role) -> QTextCharFormat:
    """How the words of a paragraph of a role look."""
    look = QTextCharFormat()
    if role is Role.HEADING:
        look.setFontWeight(QFont.Weight.Bold)
    look.setFontItalic(role in (Role.QUOTE, Role.CLOSING))
    return look


def block_format(role: Role) -> QTextBlockFormat:
    """How a paragraph of a role stands, and that it is one."""
    look = QTextBlockFormat()
    look.setProperty(_ROLE, role.value)
    if role in (Role.LINE, Role.QUOTE):
        look.setLeftMargin(_INDENT)
    if role not in (Role.HEADLINE, Role.LINE):
        look.setTopMargin(8)
    look.setBottomMargin(2)
    return look


def role_of(block: QTextBlock) -> Role | None:
    """The role of a paragraph; None where it has never been given one."""
    told = block.blockFormat().property(_ROLE)
    return Role(told) if told else None


def pieces_of(block: QTextBlock, start: int = 0, end: int = 1 << 30) -> Iterator[Piece]:
    """The pieces of a block between two positions of its document, words joined."""
    words, at = "", block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        at += 1
        text = fragment.text()
        first = characters(text, max(start - fragment.position(), 0))
        last = characters(text, max(end - fragment.position(), 0))
        number = fragment.charFormat().property(ID)
        for sign in text[first:last]:
            if sign == CHIP and number in _known:
                if words:
                    yield Piece(words)
                words = ""
                yield _known[number]
            else:
                words += " " if sign in "\u2028\xa0" else sign
    if words:
        yield Piece(words)


def offset(part: Paragraph, piece: int, within: int) -> int:
    """Where a character of a piece stands in its block, as Qt counts."""
    before = sum(
        1 if one.is_number else units(one.text, len(one.text)) for one in part.pieces[:piece]
    )
    return before + units(part.pieces[piece].text, within)
