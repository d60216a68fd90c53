"""Fragments of a text lit up in a text field: Qt's positions for the desk's characters."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.widgets import theme

Span = tuple[int, int]


def units(text: str, characters: int) -> int:
    """Qt counts UTF-16 units where the desk counts characters."""
    return len(text[:characters].encode("utf-16-le")) // 2


def characters(text: str, count: int) -> int:
    """The inverse of `units`."""
    return len(text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore"))


def mark(
    field: QPlainTextEdit, text: str, span: Span, ground: QColor | None = None
) -> QTextEdit.ExtraSelection:
    """A fragment on a coloured ground; without one, as the fragment meant right now."""
    cursor = QTextCursor(field.document())
    cursor.setPosition(units(text, span[0]))
    cursor.setPosition(units(text, span[1]), QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    colours = theme.ink()
    look.setBackground(ground or colours.primary)
    if ground is None:
        look.setForeground(colours.on_primary)
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = look
    return selection
