"""F1: every key of the desk, from the same table as the menus, and the handbook beside them."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk import __version__, turkish
from desk.facts.codes import Code
from ui.sheets import device as printing_device
from ui.texts import sentences
from ui.texts.handbook import Section, find
from ui.texts.language import current as current_language
from ui.texts.numbered import of_many
from ui.widgets.key_button import plain
from ui.widgets.sizes import fit, side_by_side
from ui.window.handbook import HandbookPage
from ui.window.menus import Actions


def table_keys() -> list[tuple[str, str]]:
    """Keys that belong to the tables rather than to a menu, as (what it does, key)."""
    space = QCoreApplication.translate("QShortcut", "Space")
    return [
        (QCoreApplication.translate("Keys", "Type a figure: 58,63 · 58.63 · %58,63"), "0–9"),
        (QCoreApplication.translate("Keys", "Take it and go to the next row"), "Enter  ↓"),
        (QCoreApplication.translate("Keys", "Take it and go to the other agency"), "Tab"),
        (QCoreApplication.translate("Keys", "Give the old value back"), "Esc"),
        (QCoreApplication.translate("Keys", "Change what is in the cell"), "F2"),
        (QCoreApplication.translate("Keys", "Clear the cell: not reported"), "Del"),
        (QCoreApplication.translate("Keys", "Overtype the time"), "1925"),
        (QCoreApplication.translate("Keys", "Fill cells with copied numbers"), "Ctrl+V"),
        (QCoreApplication.translate("Keys", "First, second, third contest"), "Alt+1  Alt+2  Alt+3"),
        (
            QCoreApplication.translate("Keys", "Places: add · correct · take out"),
            QCoreApplication.translate("QShortcut", "Ins") + " · F2 · Del",
        ),
        (QCoreApplication.translate("Keys", "Comparison: put the place into the post"), space),
        (QCoreApplication.translate("Keys", "Comparison: go to the place's figures"), "Enter"),
        (QCoreApplication.translate("Keys", "Bulletins: correct · withdraw"), "Enter · Del"),
        (QCoreApplication.translate("Keys", "In the ledger: to the figures, to the cell"), "Enter"),
        (QCoreApplication.translate("Keys", "In the ledger: retract the post"), "Del"),
        (QCoreApplication.translate("Keys", "In the ledger: show all posts again"), "Esc"),
        (
            QCoreApplication.translate("Keys", "What waits: go there · seen · accept"),
            f"Enter · Del · {space}",
        ),
        (QCoreApplication.translate("Keys", "A page's own window: put it away"), "Esc"),
        (QCoreApplication.translate("Keys", "Gate: go to it · the way out"), f"Enter · {space}"),
        (
            QCoreApplication.translate("Keys", "Posts: out of what is in the way"),
            "Alt+1 · 2 · 3 · 4",
        ),
        (
            QCoreApplication.translate("Keys", "Larger, smaller, all of it: charts, map, sheets"),
            "+  −  0",
        ),
        (QCoreApplication.translate("Keys", "Further, back: charts, sheets"), "PgDn  PgUp"),
    ]


class HelpPage(QDialog):
    """The keys and the handbook beside a list of what there is; what is typed searches both."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(QCoreApplication.translate("Keys", "Handbook and keys"))
        self._actions = actions
        self._language = current_language()
        self._sections: list[Section | None] = []
        self._words: list[str] = []
        self.page = HandbookPage(self)
        self.page.setObjectName("help.page")
        self.page.setAccessibleName(QCoreApplication.translate("Keys", "Page"))
        self.page.anchorClicked.connect(self._follow)
        self.contents = QListWidget(self)
        self.contents.setObjectName("help.contents")
        self.contents.setAccessibleName(QCoreApplication.translate("Keys", "Contents"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentRowChanged.connect(self._show)
        self.line = self._make_line()
        panes = side_by_side("help.panes", (self.contents, 0), (self.page, 1))
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self))
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(panes, 1)
        layout.addWidget(buttons)
        self.look("")
        fit(self, 1180, 720)
        panes.setSizes([280, 900])
        self.line.setFocus()

    def _make_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName("help.line")
        line.setAccessibleName(QCoreApplication.translate("Keys", "Search keys and handbook"))
        line.setPlaceholderText(
            QCoreApplication.translate("Keys", "A key, what it does, a word, a code")
        )
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self.look)
        line.installEventFilter(self)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line the arrows go through the list, and the page keys turn the page."""
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in _ARROWS:
                row = self.contents.currentRow() + _ARROWS[Qt.Key(event.key())]
                self.contents.setCurrentRow(min(max(row, 0), self.contents.count() - 1))
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _TURNS:
                self.page.verticalScrollBar().triggerAction(_TURNS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def look(self, text: str) -> None:
        """List what has every word, the keys first, and show the first; all of it without any."""
        self._words = turkish.fold(text).split()
        found: list[Section | None] = list(find(self._words, self._language))
        keys = [None] if self._keys() or not found else []
        self._sections = [*keys, *found]
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for one in self._sections:
                self.contents.addItem(self._item(one))
        self.contents.setCurrentRow(0)
        self._show(0)

    def _item(self, section: Section | None) -> QListWidgetItem:
        if section is None:
            item = QListWidgetItem(QCoreApplication.translate("Keys", "All keys"))
        elif self._words and not section.leads:
            item = QListWidgetItem(f"{section.heading} · {section.page}")
        else:
            item = QListWidgetItem(section.heading if section.leads else f"    {section.heading}")
        font = item.font()
        font.setBold(section is None or section.leads)
        item.setFont(font)
        item.setToolTip(item.text().strip())
        return item

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._sections):
            return
        section = self._sections[row]
        if section is not None:
            self.page.show_section(section, self._words, self._language)
            return
        groups = self._keys()
        nothing = QCoreApplication.translate(
            "Keys", "Nothing here says that. Ctrl+F finds commands too."
        )
        self.page.show_html(_html(groups) if groups else escape(nothing))

    def _keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The keys whose name or deed has every word, by heading."""
        title = QCoreApplication.translate("Keys", "In the tables")
        return [
            (heading, found)
            for heading, lines in ((title, table_keys()), *self._actions.keys())
            if (found := [line for line in lines if _has(line, self._words)])
        ]

    def _follow(self, link: QUrl) -> None:
        """Go to the page a link names."""
        self.line.clear()
        for row, one in enumerate(self._sections):
            if one is not None and one.leads and one.file == link.path():
                self.contents.setCurrentRow(row)


_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TURNS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


def _has(line: tuple[str, str], words: list[str]) -> bool:
    told = turkish.fold(" ".join(line))
    return all(word in told for word in words)


def about_text() -> str:
    """What the desk is, for the About box."""
    text = QCoreApplication.translate(
        "About",
        "Seçim Masası {version}\n\nThe election-night desk: two agencies side by side, and a clean "
        "post out of it. It works without a network and keeps a night in one file.\n\n"
        "Boxes and registered voters: Supreme Election Council (YSK).",
    )
    return text.format(version=__version__)


def _html(groups: list[tuple[str, list[tuple[str, str]]]]) -> str:
    half = sum(len(lines) + 2 for _, lines in groups) / 2
    columns: list[list[str]] = [[], []]
    filled = 0
    for heading, lines in groups:
        column = columns[0 if filled + len(lines) / 2 < half else 1]
        filled += len(lines) + 2
        column.append(f"<h3>{escape(heading)}</h3><table cellpadding='1'>")
        column += [
            f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>"
            for text, key in lines
        ]
        column.append("</table>")
    cells = "".join(f"<td valign='top' width='50%'>{''.join(column)}</td>" for column in columns)
    return f"<table width='100%'><tr>{cells}</tr></table>"


_VALUE = re.compile(r"\{[^}]*\}")


def codes_html() -> str:
    """All codes with what is said of each; where a value would stand there are three dots."""
    language = sentences.LANGUAGES.index(current_language())
    rows = [
        f"<tr><td><b>{code.value}</b>&nbsp;&nbsp;</td><td>{escape(_plain(said[language]))}</td></tr>"
        for code in sorted(Code)
        if (said := sentences.SENTENCES.get(code))
    ]
    return f"<table cellpadding='2'>{''.join(rows)}</table>"


class CodesPage(QDialog):
    """The list of codes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("codes")
        self.setWindowTitle(self.tr("Codes of the findings"))
        self.page = QTextBrowser(self)
        self.page.setObjectName("codes.page")
        self.page.setAccessibleName(self.windowTitle())
        self.page.setHtml(codes_html())
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self))
        button = buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(self._print)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        fit(self, 900, 720)

    def _print(self) -> None:
        printer = printing_device.ask(printing_device.preferences_of(self), self)
        if printer is not None:
            self.page.document().print_(printer)


def _plain(sentence: str) -> str:
    return _VALUE.sub("…", of_many(sentence))
