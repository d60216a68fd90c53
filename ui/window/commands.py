"""What each of the window's commands does: a table from its name in the menus to an act.

Loaded when the first command is called: none belongs to the start. Commands that ask the editor
something before they act on the open night stand below the table's parts.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desk.facts import edits, settings
from desk.facts.codes import Refusal
from desk.file.session import Session
from desk.nights import loading
from desk.nights.loading import Loaded
from desk.posts import ledger
from desk.rehearsal import prova
from ui.incoming import dropped
from ui.night.ban import ask_ban
from ui.night.messages import Lasts
from ui.night.page import (
    BOARD,
    CHARTS,
    ENTRY,
    LEDGER,
    MAP,
    POSTS,
    SHEETS,
    PostingPage,
    PublishedPage,
)
from ui.posts import liveblog
from ui.posts.templates import TemplateEditor
from ui.settings.aliases import AliasesDialog
from ui.settings.desk_pages import DeskChoices
from ui.settings.dialog import SettingsDialog
from ui.settings.groups import Group
from ui.sheets import page as sheets
from ui.texts import names as shown
from ui.widgets.dialogs import AskAgency, AskContender, AskNote
from ui.widgets.key_button import plain
from ui.widgets.long_work import LongWork
from ui.window import where_published, workbook
from ui.window.findable import gathered
from ui.window.finder import Finder
from ui.window.help import CodesPage, HelpPage, about_text
from ui.window.main_window import MainWindow
from ui.window.night_view import NightView
from ui.window.page_window import turn_full
from ui.window.rehearsal import AskRehearsal
from ui.window.welcome import free_path

Command = Callable[[MainWindow], object]

LEAVING = frozenset(
    {
        *(
            "copy",
            "copyWide",
            "copyPost",
            "export",
            "liveblog",
            "liveblogAgain",
            "pdfOfAll",
            "printPreview",
        ),
        *("saveChart", "saveNight", "savePost"),
    }
)
"""Commands by which figures leave the desk."""


def run(window: MainWindow, name: str) -> None:
    """Carry out a command; those of a night do nothing while none is open.

    One by which figures leave the desk is refused where the night was changed outside it.
    """
    night = window.night
    if name not in LEAVING or night is None or night.bridge.may_go_out():
        COMMANDS[name](window)


def _night(act: Callable[[NightView], object]) -> Command:
    """An act on the night that is open."""
    return lambda window: act(window.night) if window.night is not None else None


def _asked(act: Callable[[MainWindow, NightView], object]) -> Command:
    """An act on the night that is open, which asks in the window first."""
    return lambda window: act(window, window.night) if window.night is not None else None


def _on_posts(
    act: Callable[[PostingPage], object], otherwise: Callable[[NightView], object] = lambda _: None
) -> Command:
    """An act of the page of posts where that is in front, another everywhere else."""

    def go(view: NightView) -> object:
        page = view.posting_page()
        return otherwise(view) if page is None else act(page)

    return _night(go)


def _on_ledger(act: Callable[[PublishedPage], object]) -> Command:
    """An act about the post under the cursor of the ledger; elsewhere the ledger comes first."""

    def go(view: NightView) -> None:
        if view.page_in_front() == LEDGER:
            act(view.ledger.page())
        else:
            view.show_page(LEDGER)

    return _night(go)


def _page(page: int) -> Command:
    return _night(lambda night: night.show_page(page))


def _rehearsal(window: MainWindow) -> None:
    """Set up a rehearsal in a file of its own and open it, its clock standing."""
    dialog = AskRehearsal(window, free_path("prova"))
    if not dialog.exec():
        return
    path = dialog.path()
    # The night takes a moment to be drawn up: what was under the dialog is painted before.
    QGuiApplication.sync()
    try:
        begun = prova.begin(path, dialog.seed.value(), dialog.slips.value(), played=dialog.played())
        begun[0].close()
    except Refusal as refusal:
        window.tell(refusal, elsewhere=False)
        return
    window.open_path(path)


def _backup(window: MainWindow, night: NightView) -> None:
    """Choose a folder and put a verified copy there."""
    folder = QFileDialog.getExistingDirectory(
        window, QCoreApplication.translate("Asking", "Folder for the backup")
    )
    if not folder:
        return

    def done(copy: Path) -> None:
        said = QCoreApplication.translate("Asking", "Backed up and verified: {file}")
        night.bridge.messages.say(said.format(file=copy), Lasts.FILE)

    def stopped() -> None:
        said = QCoreApplication.translate("Asking", "Stopped; no backup was made.")
        night.bridge.messages.say(said, Lasts.FILE)

    night.bridge.work.start(
        LongWork(
            _copying(night.bridge.session, Path(folder)),
            window,
            done=done,
            failed=window.tell,
            stopped=stopped,
        )
    )


def _copying(session: Session, folder: Path) -> Generator[tuple[int, int], None, Path]:
    """SQLite copies in one go: the copy is of one moment, and only its turn is waited for."""
    yield 0, 1
    return session.backup(folder)


def _liveblog(window: MainWindow, night: NightView, *, again: bool = False) -> None:
    """Write the whole liveblog into a folder, or ``again`` where it is."""
    liveblog.write(
        window,
        night.bridge,
        window.preferences,
        lambda why: window.tell(why, elsewhere=False),
        again=again,
    )


def _save_night(window: MainWindow, night: NightView) -> None:
    """Write the whole night as a spreadsheet."""
    workbook.save(
        window, night.bridge, night.watch.judging, lambda why: window.tell(why, elsewhere=False)
    )


def _save_election(window: MainWindow, night: NightView) -> None:
    """Write the night's election, as it stands, to a file for a colleague."""
    session = night.bridge.session
    chosen, _ = QFileDialog.getSaveFileName(
        window,
        QCoreApplication.translate("Asking", "The election as a file"),
        str(session.path.with_suffix(".json")),
        QCoreApplication.translate("Asking", "Elections (*.json)"),
    )
    if not chosen:
        return
    path = loading.ending(Path(chosen))
    try:
        loading.write(path, Loaded(session.election, session.people))
    except Refusal as refusal:
        window.tell(refusal, elsewhere=False)
        return
    said = QCoreApplication.translate("Asking", "The election is in {file}")
    night.bridge.messages.say(said.format(file=path), Lasts.FILE)


def _settings(
    window: MainWindow, night: NightView, *, candidates: bool = False, name: str = ""
) -> None:
    """The settings of the night, its candidates (those of the contest in front), or one by name."""

    def choose(name: str, value: str) -> None:
        window.actions_.by_name[f"{name}.{value}"].trigger()

    desk = DeskChoices(window.preferences, choose)
    dialog = SettingsDialog(night.bridge, night.standing(), desk, window)
    if candidates:
        dialog.show_group(Group.CANDIDATES)
    if name:
        dialog.show_setting(name)
    dialog.exec()
    # It listens to the night, and would do so until the window goes.
    dialog.deleteLater()


def _find(window: MainWindow) -> None:
    """Ctrl+F: one box over everything, and there where Enter is pressed."""
    things = gathered(window, lambda night, name: _settings(window, night, name=name))

    def posts(text: str) -> Sequence[int]:
        return ledger.found(window.night.bridge.session, text) if window.night else ()

    dialog = Finder(things, posts, window)
    dialog.exec()
    dialog.deleteLater()
    if dialog.chosen is not None:
        dialog.chosen.go()


def _note(window: MainWindow, night: NightView) -> None:
    """Note something on the bulletin in the list, where the keys are there, else on the place."""
    bulletin, session = night.bulletins.in_hand(), night.bridge.session
    if bulletin is not None:
        name = settings.bulletin_note(bulletin.id)
        about = f"{bulletin.source.place}, {bulletin.source.agency} {shown.clock(bulletin.as_of)}"
    else:
        name, about = settings.place_note(session.election.place(night.place)), night.place
    kept = session.settings.get(name, "")
    dialog = AskNote(window, about, kept)
    if dialog.exec() and (note := settings.read_note(dialog.text.toPlainText())) != (kept or None):
        night.bridge.attempt(edits.SetSetting(name, note))


def _templates(window: MainWindow, night: NightView) -> None:
    """The templates posts are written by, and the editor's own in their place."""
    TemplateEditor(night.bridge.session, night.standing(), window).exec()


def _add_agency(window: MainWindow, night: NightView) -> None:
    dialog = AskAgency(window, night.bridge.session.election)
    if dialog.exec():
        night.bridge.attempt(edits.AddAgency(dialog.agency()))


def _add_contender(window: MainWindow, night: NightView) -> None:
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


def _about(window: MainWindow) -> None:
    title = QCoreApplication.translate("About", "About Seçim Masası")
    box = QMessageBox(window)
    box.setWindowTitle(title)
    box.setText(about_text())
    box.setIconPixmap(window.windowIcon().pixmap(64))
    box.addButton(QMessageBox.StandardButton.Close)
    plain(box).exec()


_FILE: Mapping[str, Command] = {
    "new": lambda window: window.ask_new(),
    "open": lambda window: window.ask_open(),
    "demo": lambda window: window.open_demo(),
    "rehearsal": _rehearsal,
    "importFigures": _asked(
        lambda window, night: dropped.ask_file(
            night.bridge, night.entry.contest, night.read_text, window
        )
    ),
    "backup": _asked(_backup),
    "restore": lambda window: window.ask_restore(),
    "elsewhere": lambda window: window.ask_elsewhere(),
    "export": _night(lambda night: night.comparison.export()),
    "saveElection": _asked(_save_election),
    "saveNight": _asked(_save_night),
    "printPreview": _night(sheets.preview),
    "pdfOfAll": _night(sheets.pdf_of_all),
    "saveChart": _night(lambda night: night.save_chart()),
    "liveblog": _asked(_liveblog),
    "liveblogAgain": _asked(lambda window, night: _liveblog(window, night, again=True)),
    "savePost": _on_posts(lambda page: page.save(), lambda night: night.write_comparison()),
    "close": lambda window: window.close_night(),
    "quit": lambda window: window.close(),
}
_EDIT: Mapping[str, Command] = {
    "undo": _night(lambda night: night.undoing.undo()),
    "redo": _night(lambda night: night.undoing.redo()),
    "copy": _night(lambda night: night.copy()),
    "copyWide": _night(lambda night: night.comparison.copy_wide()),
    "copyPost": _on_posts(lambda page: page.copy_post(), lambda night: night.write_comparison()),
    "paste": lambda window: window.paste(),
    "aliases": _asked(lambda window, night: AliasesDialog(night.bridge, window).exec()),
    "settings": _asked(_settings),
    "candidates": _asked(lambda window, night: _settings(window, night, candidates=True)),
    "templates": _asked(_templates),
    "addContender": _asked(_add_contender),
    "withdrawn": _night(lambda night: night.changes.turn_withdrawn()),
    "addAgency": _asked(_add_agency),
    "addPlace": _night(lambda night: night.changes.add()),
    "correctPlace": _night(lambda night: night.changes.correct()),
    "removePlace": _night(lambda night: night.changes.remove()),
}
_BULLETIN: Mapping[str, Command] = {
    "fileDraft": _on_posts(lambda page: page.publish(), lambda night: night.entry.file()),
    "correct": _night(lambda night: night.entry.correct()),
    "withdraw": _night(lambda night: night.entry.withdraw()),
    "take": _night(lambda night: night.shown_findings.take_current()),
    "note": _asked(_note),
    "discard": _night(lambda night: night.entry.discard()),
    "correctPosts": _night(lambda night: night.ledger.correct()),
    "pinPost": _on_ledger(lambda page: page.turn_pinned()),
    "keyEvent": _on_ledger(lambda page: page.turn_key_event()),
    "ban": _asked(lambda window, night: ask_ban(window, night.bridge)),
}
_POST: Mapping[str, Command] = {
    "publish": _on_posts(lambda page: page.publish()),
    "composeAnew": _on_posts(lambda page: page.compose_anew()),
    "updateFigures": _on_posts(lambda page: page.update_figures()),
    "keepFigures": _on_posts(lambda page: page.keep_figures()),
    "nextNumber": _on_posts(lambda page: page.numbers.next()),
    "tieNumber": _on_posts(lambda page: page.numbers.tie()),
    "ownNumber": _on_posts(lambda page: page.numbers.own()),
    "aboutNumber": _on_posts(lambda page: page.numbers.about()),
}
_GO: Mapping[str, Command] = {
    "find": _find,
    "goPlace": _night(lambda night: night.folding.find_place()),
    "nextWaiting": _night(lambda night: night.looking.go()),
    "backToCell": _night(lambda night: night.looking.back()),
    "waiting": _night(lambda night: night.turn_waiting()),
    "nextPlace": _night(lambda night: night.places.step(1)),
    "previousPlace": _night(lambda night: night.places.step(-1)),
    "published": _night(where_published.ask),
    "entry": _page(ENTRY),
    "comparison": _night(lambda night: night.show_group(1)),
    "pictures": _night(lambda night: night.show_group(4)),
    "board": _page(BOARD),
    "posts": _page(POSTS),
    "ledger": _page(LEDGER),
    "charts": _page(CHARTS),
    "map": _page(MAP),
    "sheets": _page(SHEETS),
    "nextPane": _night(lambda night: night.next_pane()),
    "previousPane": _night(lambda night: night.next_pane(-1)),
}
_VIEW: Mapping[str, Command] = {
    **dict.fromkeys(
        ("votes", "byShare", "bulletins", "placeChart", "places"),
        lambda window: window.apply_toggles(),
    ),
    "sortAnew": _night(lambda night: night.sort_anew()),
    "fullScreen": turn_full,
    "pageWindow": _night(lambda night: night.windows.turn()),
}
_HELP: Mapping[str, Command] = {
    "keys": lambda window: HelpPage(window.actions_, window).open(),
    "codes": lambda window: CodesPage(window).open(),
    "about": _about,
}

COMMANDS: Mapping[str, Command] = {
    **_FILE,
    **_EDIT,
    **_BULLETIN,
    **_POST,
    **_GO,
    **_VIEW,
    **_HELP,
}
"""Every command of `menus.SPECS`, by its name."""
