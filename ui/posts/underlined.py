"""Numbers of a shown post underlined in its text, each where its chip stands.

Which numbers, and in which colour, is whoever asks' business.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from desk.facts.post import Chip, Post
from desk.posts.forms import visible


def underline(document: QTextDocument, post: Post, chips: Sequence[Chip], colour: QColor) -> None:
    """Underline some chips, in their order, in a document that shows a post by its lines."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setForeground(colour)
    part, at = None, QTextCursor(document)
    for chip in chips:
        text = post.text_of(chip)
        # Chips follow the text: what is looked for stands in this part or behind it.
        here = chip.part, chip.block, chip.line
        if here != part:
            # Qt finds a blank that does not break as one that does.
            found = document.find(visible(text).replace("\N{NO-BREAK SPACE}", " "), at)
            if found.isNull():
                continue
            part, at = here, found
        number = QTextCursor(document)
        number.setPosition(at.selectionStart() + len(visible(text[: chip.start])))
        length = len(visible(text[chip.start : chip.end]))
        keep = QTextCursor.MoveMode.KeepAnchor
        number.movePosition(QTextCursor.MoveOperation.Right, keep, length)
        number.mergeCharFormat(form)
