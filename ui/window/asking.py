"""Commands that ask the editor something before they act on the open night.

Loaded when the first of them is called: none belongs to the start.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desk.facts import edits
from desk.facts.codes import Refusal
from desk.file.session import Session
from ui.night.ban import ask_ban
from ui.widgets.dialogs import AskAgency, AskContender
from ui.widgets.long_work import LongWork
from ui.widgets.message import tell_window
from ui.window.file_settings import AliasesDialog, FileSettingsDialog

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow
    from ui.window.night_view import NightView


def aliases(window: MainWindow, night: NightView) -> None:
    """The names this night has learned, and a way to forget them."""
    AliasesDialog(night.bridge, window).exec()


def file_settings(window: MainWindow, night: NightView) -> None:
    """The thresholds and whatever else is set in this night's file."""
    FileSettingsDialog(night.bridge, window).exec()


def templates(window: MainWindow, night: NightView) -> None:
    """The templates posts are written by, and the editor's own in their place."""
    from ui.posts.templates import TemplateEditor

    TemplateEditor(night.bridge.session, night.standing(), window).exec()


def ban(window: MainWindow, night: NightView) -> None:
    """Whether the broadcast ban was lifted, and when."""
    ask_ban(window, night.bridge)


def agency(window: MainWindow, night: NightView) -> None:
    """Add an agency to this night."""
    dialog = AskAgency(window, night.bridge.session.election)
    if dialog.exec():
        night.bridge.attempt(edits.AddAgency(dialog.agency()))


def contender(window: MainWindow, night: NightView) -> None:
    """Give another contender a row, from the ballot or new."""
    contest = night.entry.contest
    dialog = AskContender(window, night.bridge.session.election, contest)
    if not dialog.exec():
        return
    code = dialog.on_ballot()
    if code is not None:
        night.bridge.attempt(edits.ShowContender(contest, code, True))
    else:
        night.bridge.attempt(edits.AddContender(contest, *dialog.described()))


def backup(window: MainWindow, night: NightView) -> None:
    """Choose a folder and put a verified copy there."""
    folder = QFileDialog.getExistingDirectory(
        window, QCoreApplication.translate("Asking", "Folder for the backup")
    )
    if not folder:
        return
    done = QCoreApplication.translate("Asking", "Backed up and verified: {file}")
    stopped = QCoreApplication.translate("Asking", "Stopped; no backup was made.")
    night.bridge.work.start(
        LongWork(
            _copying(night.bridge.session, Path(folder)),
            window,
            done=lambda copy: tell_window(window, done.format(file=copy)),
            failed=window.tell,
            stopped=lambda: tell_window(window, stopped),
        )
    )


def _copying(session: Session, folder: Path) -> Generator[tuple[int, int], None, Path]:
    """SQLite copies in one go: the copy is of one moment, and only its turn is waited for."""
    yield 0, 1
    return session.backup(folder)


def liveblog(window: MainWindow, night: NightView) -> None:
    """Write the whole liveblog into a folder."""
    from ui.posts import liveblog as liveblog_menu

    liveblog_menu.write(
        window, night.bridge, window.preferences, lambda why: window.tell(why, elsewhere=False)
    )


def rehearsal(window: MainWindow) -> None:
    """Set up a rehearsal in a file of its own and open it, its clock standing."""
    from desk.rehearsal import prova as rehearsals
    from ui.window.rehearsal import AskRehearsal
    from ui.window.welcome import free_path

    dialog = AskRehearsal(window, free_path("prova"))
    if not dialog.exec():
        return
    path = dialog.path()
    try:
        rehearsals.begin(path, dialog.seed.value(), dialog.slips.value())[0].close()
    except Refusal as refusal:
        window.tell(refusal, elsewhere=False)
        return
    window.open_path(path)
