"""The pages of `sheet`: Qt draws them, on a machine with no screen as well.

What is on a sheet is the desk's. All of Qt that this room needs enters here, and with nothing else.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from desk.file.session import Session
from desk.rules.checks import Checks
from ui.cli.words import PROGRAM
from ui.sheets import made as sheets_made
from ui.sheets import printing


def write(session: Session, wanted: sheets_made.Wanted, output: Path) -> int:
    """Put the sheets into a PDF; returns how many pages it has."""
    application = _without_screen()
    sheets = sheets_made.made(session, Checks(session), wanted)
    with _stopped_cleanly():
        *_, pages = printing.to_pdf(output, sheets, sheets_made.title(session, wanted))
    del application
    return pages


@contextmanager
def _stopped_cleanly() -> Iterator[None]:
    """Whoever ends the process politely ends it like Ctrl+C: with no half file left behind."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _without_screen() -> QCoreApplication:
    """What Qt needs for letters: an application, and no display even where there is one."""
    # As it starts, Qt tells of locales that are not UTF-8; nothing here depends on one.
    qInstallMessageHandler(lambda *_: None)
    application = QGuiApplication.instance() or QGuiApplication([PROGRAM, "-platform", "offscreen"])
    qInstallMessageHandler(None)
    return application
