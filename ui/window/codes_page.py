"""Every code on one page, in the window's language, to read and to print."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desk.facts.codes import Code
from ui import texts
from ui.sheets import device as printing_device
from ui.texts.language import current as current_language

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
        self.resize(900, 720)

    def _print(self) -> None:
        printer = printing_device.ask(printing_device.preferences_of(self), self)
        if printer is not None:
            self.page.document().print_(printer)


def _plain(sentence: str) -> str:
    return _VALUE.sub("…", sentence)
