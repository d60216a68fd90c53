"""The F1 page: every key of the desk on one page, made from the same table as the menus."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk import __version__, turkish
from desk.facts.codes import Code
from ui import texts
from ui.sheets import device as printing_device
from ui.texts.language import current as current_language
from ui.widgets.sizes import fit
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


class KeysPage(QDialog):
    """All keys, readable at a glance and by a screen reader."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(QCoreApplication.translate("Keys", "Keys"))
        self.page = QTextBrowser(self)
        self.page.setObjectName("keys.page")
        self._actions = actions
        self.line = QLineEdit(self)
        self.line.setObjectName("keys.line")
        self.line.setAccessibleName(QCoreApplication.translate("Keys", "Find a key"))
        self.line.setPlaceholderText(
            QCoreApplication.translate("Keys", "Find a key by what it does, or what a key does")
        )
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.look)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        self.look("")
        fit(self, 900, 720)
        self.line.setFocus()

    def look(self, text: str) -> None:
        """Show the keys whose name or deed has every word; all of them without any."""
        words = turkish.fold(text).split()
        title = QCoreApplication.translate("Keys", "In the tables")
        groups = [
            (heading, found)
            for heading, lines in ((title, table_keys()), *self._actions.keys())
            if (found := [line for line in lines if _has(line, words)])
        ]
        nothing = QCoreApplication.translate("Keys", "No key does that. Ctrl+F finds commands too.")
        self.page.setHtml(_html(groups) if groups else escape(nothing))


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
    language = texts.LANGUAGES.index(current_language())
    rows = [
        f"<tr><td><b>{code.value}</b>&nbsp;&nbsp;</td><td>{escape(_plain(said[language]))}</td></tr>"
        for code in sorted(Code)
        if (said := texts.SENTENCES.get(code))
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
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
    return _VALUE.sub("…", sentence)
