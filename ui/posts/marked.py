"""Views of a post whose copied text says that the post is not published, when it is not.

Whether it is, and with which words that is said, whoever shows the post decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from PySide6.QtCore import QCoreApplication, QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

CALM = (
    "h2, h3 { font-size: medium; margin-top: 6px; margin-bottom: 2px; }"
    " p { margin-top: 2px; margin-bottom: 4px; }"
    " ul { -qt-list-indent: 0; margin-left: 14px; margin-top: 0; margin-bottom: 4px; }"
)
"""How a post is read in a pane: headings in the size of all else, led by their weight."""


def no_mark() -> str:
    """Nothing stands over what is copied."""
    return ""


def with_mark(text: str, mark: str) -> str:
    """A post's text under the line that says what it is not; as it is without one."""
    return f"{mark}\n\n{text}" if mark else text


def html_with_mark(html: str, mark: str) -> str:
    """The same for HTML, a fragment or a whole page."""
    if not mark:
        return html
    line = f"<p><strong>{escape(mark)}</strong></p>"
    whole, found = re.subn(r"(<body[^>]*>)", lambda body: body.group() + line, html, count=1)
    return whole if found else f"{line}\n{html}"


def as_seen(html: str) -> str:
    """A post's HTML for the eye: Qt would show the line break that ends a row as an empty line."""
    return html.replace("<br></t", "</t")


def copied_unpublished(headline: str) -> str:
    """What is said of a copy of a post that is in no ledger."""
    return QCoreApplication.translate(
        "Marked", "Copied, but not published: “{headline}” is not in the ledger."
    ).format(headline=headline)


class MarkedText(QPlainTextEdit):
    """Plain text; ``mark`` gives the line for whatever is copied or dragged out of it."""

    copied = Signal()

    mark: Callable[[], str] = staticmethod(no_mark)

    def createMimeDataFromSelection(self) -> QMimeData:
        return _told(super().createMimeDataFromSelection(), self)


class MarkedPage(QTextBrowser):
    """The same for a page."""

    copied = Signal()

    mark: Callable[[], str] = staticmethod(no_mark)

    def createMimeDataFromSelection(self) -> QMimeData:
        return _told(super().createMimeDataFromSelection(), self)


def _told(data: QMimeData, view: MarkedText | MarkedPage) -> QMimeData:
    mark, marked = view.mark(), QMimeData()
    marked.setText(with_mark(data.text(), mark))
    if data.hasHtml():
        marked.setHtml(html_with_mark(data.html(), mark))
    view.copied.emit()
    return marked
