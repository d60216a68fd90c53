"""The window's language: English in the source, Turkish from the shipped translation, Qt's own too.

Switching sends every widget a language-change event; nothing is built anew.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)

from desk.facts.catalog import resource

LANGUAGES = ("en", "tr")

# Qt's Turkish calls the keys Kontrol, Üst Karakter and Dönüş; no Turkish keyboard does.
KEY_NAMES = (
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Esc"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),
    QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Space"),
    QT_TRANSLATE_NOOP("QShortcut", "Tab"),
)

# What Qt's own file dialog says, and Qt has no Turkish of.
FILE_DIALOG = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "&File name:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Directory:"),
)

_installed: list[QTranslator] = []


def system_language() -> str:
    """Turkish where the system prefers it, otherwise English."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("tr"):
            return "tr"
        if name.startswith("en"):
            return "en"
    return "en"


def current() -> str:
    """The language in force."""
    return "tr" if _installed else "en"


def use(language: str) -> None:
    """Switch to `en` or `tr`, now and everywhere."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale("tr_TR" if language == "tr" else "en_GB"))
    if language != "tr":
        return
    ours = resource("translations")
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for name, folder in (("qtbase_tr", qt), ("secim_tr", ours)):
        translator = QTranslator()
        if translator.load(name, str(folder)):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
