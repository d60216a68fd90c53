"""Held numbers inside a text field: one sign each, how it is drawn, and how it is read again.

A figure's number is tinted in a frame, the editor's own in a broken one; what it is tied to is a
`Piece`, and this only carries it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desk.posts.draft import Paragraph, Piece, Role
from ui.widgets import theme
from ui.widgets.fragments import characters, units

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


class ChipPainter(QPyTextObject):
    """Draws held numbers: a figure's tinted in a frame, the editor's own in a broken frame."""

    moved: frozenset[Piece] = frozenset()

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
        colour = colours.warning if piece in self.moved else colours.draft
        ground = colours.derived_ground if piece.own else colours.draft_ground
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
    look = char_format(role)
    look.setObjectType(OBJECT)
    look.setProperty(ID, number_of(piece))
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return look


def char_format(role: Role) -> QTextCharFormat:
    look = QTextCharFormat()
    if role is Role.HEADING:
        look.setFontWeight(QFont.Weight.Bold)
    look.setFontItalic(role in (Role.QUOTE, Role.CLOSING))
    return look


def block_format(role: Role) -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setProperty(_ROLE, role.value)
    if role in (Role.LINE, Role.QUOTE):
        look.setLeftMargin(_INDENT)
    if role not in (Role.HEADLINE, Role.LINE):
        look.setTopMargin(8)
    look.setBottomMargin(2)
    return look


def role_of(block: QTextBlock) -> Role | None:
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
