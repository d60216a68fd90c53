"""The main window: it opens, makes and closes nights, and routes commands to the screen in front.

No rule and no figure is decided here; what a night shows is `night`'s business.
"""

from __future__ import annotations

import gc
import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk import PROVA
from desk.facts.codes import Code, Refusal
from ui.frame import geometry
from ui.night.messages import Lasts
from ui.night.preferences import Preferences
from ui.texts import language
from ui.widgets import theme
from ui.widgets.banner import Banner
from ui.widgets.rest import turns
from ui.window.foot import Foot
from ui.window.menus import Actions
from ui.window.welcome import SUFFIX, Welcome, free_path

if TYPE_CHECKING:
    # Loaded with the first night, in the methods below: the window is painted before that.
    from desk.file.session import Clock, Session
    from ui.window.night_view import NightView

NO_WRITING = frozenset(
    {
        *(Code.S903, Code.S904, Code.S905, Code.S906, Code.S907),
        *(Code.S913, Code.S914, Code.S915, Code.S916, Code.S917),
    }
)
"""Troubles after which figures can only be kept by saving them somewhere else."""

ONLY_READ = frozenset({Code.S906, Code.S917, Code.S919})
"""Why a night is not opened for writing that may still be read."""

RESTORED = frozenset({Code.S900, Code.S901, Code.S903, Code.S917})
"""Troubles out of which a backup is the way."""

PAGES_SAID = "pagesSaid"
"""Whether the pages' new keys have been told."""

SIZE = (1440, 900)
"""How large the window would be, in device-independent pixels, where the screen has the room."""

TOGGLES = {"votes": "0", "byShare": "0", "bulletins": "1", "placeChart": "1", "places": "1"}
"""What the View menu turns on and off, and whether it starts on."""


class MainWindow(QMainWindow):
    """One window, one night at a time."""

    def __init__(self, preferences: Preferences, clock: Clock = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self.setObjectName("window")
        self.preferences = preferences
        self._clock = clock
        self.night: NightView | None = None
        self.banner = Banner(self)
        self.welcome = Welcome(preferences, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.welcome)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._foot = Foot(self.statusBar())
        self._saved_at: datetime | None = None
        self._told: tuple[Refusal, bool] | None = None
        self._troubled: Path | None = None
        """The file that could not be opened, or not be written to."""
        # While the menus take their remembered state, nothing is to be remembered anew.
        self._ready = False
        self.actions_ = Actions(self)
        self._add_view_menu()
        self.setAcceptDrops(True)
        self.welcome.demo_wanted.connect(self.open_demo)
        self.welcome.new_wanted.connect(self.ask_new)
        self.welcome.rehearsal_wanted.connect(self.actions_.by_name["rehearsal"].trigger)
        self.welcome.open_wanted.connect(self.ask_open)
        self.welcome.file_wanted.connect(self.open_path)
        self.banner.way_out.connect(self.ask_elsewhere)
        self.banner.restore_wanted.connect(self.ask_restore)
        geometry.recall(preferences, "window", self, *SIZE)
        self._show_night(None)
        self.retranslate()
        self._ready = True

    # Nights

    def open_path(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a file; one that another desk holds is offered for reading. True if it is open."""
        from desk.file.session import Session

        if self.night is not None and not read_only and self._is_open(path):
            self.night.following.look()
            return True
        try:
            session = Session.open_file(
                path, read_only=read_only, mirror=True, clock=self._clock, prove=False
            )
        except Refusal as refusal:
            self._troubled = path
            if refusal.code in ONLY_READ and not read_only:
                # It may be looked at. What was changed, and where, is said once it is open.
                opened = self.open_path(path, read_only=True)
                if opened and refusal.code is not Code.S917:
                    self.tell(refusal, elsewhere=False)
                return opened
            if refusal.code is not Code.S904:
                self.tell(refusal, elsewhere=False)
                return False

            from ui.widgets.dialogs import read_instead

            again = not read_only and read_instead(self, refusal)
            return again and self.open_path(path, read_only=True)
        return self._take_session(session)

    def open_demo(self) -> bool:
        """Open the demonstration evening in a fresh copy."""
        # Loaded here only: an ordinary night has no use for it.
        from desk.rehearsal import demo

        path = Path(mkdtemp(prefix="secim-")) / f"demo{SUFFIX}"
        try:
            demo.make(path).close()
        except Refusal as refusal:
            self.tell(refusal)
            return False
        return self.open_path(path)

    def ask_new(self) -> None:
        """Set up a new night and open it."""
        from ui.wizard.dialog import NightWizard

        today = self._clock().astimezone().date()
        dialog = NightWizard(self.preferences, today, free_path, self)
        if dialog.exec() and (night := dialog.night) is not None:
            try:
                night.begin(self._clock)
            except Refusal as refusal:
                self.tell(refusal, elsewhere=False)
            else:
                self.open_path(night.path)
        dialog.deleteLater()

    def ask_open(self) -> None:
        """Choose a file and open it."""
        start = self.preferences.recent_files()
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a night"),
            str(start[0].parent if start else Path.home()),
            self.tr("Nights (*.secim)"),
        )
        if path:
            self.open_path(Path(path))

    def ask_elsewhere(self) -> None:
        """Save everything to another place and go on from there."""
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save everything elsewhere"),
            str(Path.home() / (self.night.bridge.session.path.name if self.night else "")),
            self.tr("Nights (*.secim)"),
        )
        if path:
            self.go_on_in(Path(path))

    def ask_restore(self) -> None:
        """Show the backups of the night in front, else of the one that would not open."""
        from ui.window.restore import RestoreDialog, put_back

        night = self.night.bridge.session.path if self.night is not None else self._troubled
        if night is None:
            chosen, _ = QFileDialog.getOpenFileName(
                self, self.tr("Whose backups?"), str(Path.home()), self.tr("Nights (*.secim)")
            )
            if not chosen:
                return
            night = Path(chosen)
        dialog = RestoreDialog(night, self.preferences, self)
        dialog.read_wanted.connect(lambda path: self.open_path(path, read_only=True))
        dialog.exec()
        if dialog.chosen is None or not self.close_night():
            return
        try:
            said = put_back(night, dialog.chosen)
        except Refusal as refusal:
            self.tell(refusal, elsewhere=False)
            return
        if self.open_path(night) and self.night is not None:
            self.night.bridge.messages.say(said, Lasts.FILE)

    def go_on_in(self, path: Path) -> bool:
        """Write the night to a new file and continue there, refused texts and all."""
        if self.night is None:
            return False

        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        before = self.night
        before.entry.take_open_text()
        try:
            before.bridge.session.save_elsewhere(path)
        except Refusal as refusal:
            self.tell(refusal, elsewhere=True)
            return False
        # What no file has taken yet moves along; the old night has nothing left to ask about.
        waiting, view = before.entry.model.refused_texts(), before.standing()
        before.entry.model.adopt_refused({})
        before.following.stop()
        if not self.open_path(path):
            before.entry.model.adopt_refused(waiting)
            before.following.start()
            return False
        self.night.stand(*view)
        self.night.entry.model.adopt_refused(waiting)
        return True

    def close_night(self) -> bool:
        """Close the file, asking about a text that is no figure yet. False if the editor stays."""
        if self.night is None:
            return True
        from ui.widgets.dialogs import leave_refused

        if not self.night.finish_typing() and not leave_refused(self):
            return False
        self.night.following.look()
        if self.night.following.replaced and not self._may_lose(self.night):
            return False
        self._let_go()
        self._show_night(None)
        return True

    def _may_lose(self, view: NightView) -> bool:
        """Ask about a night that only this window still has; saved elsewhere it may be closed."""
        from ui.widgets.dialogs import LeaveReplaced, leave_replaced

        if (refusal := view.following.refusal) is None:
            return True
        answer = leave_replaced(self, refusal)
        if answer is LeaveReplaced.SAVE:
            self.ask_elsewhere()
            return self.night is not view
        return answer is LeaveReplaced.LEAVE

    # Telling

    def tell(self, refusal: Refusal, *, elsewhere: bool | None = None) -> None:
        """Show a refusal that no screen shows itself.

        ``elsewhere`` offers to save the night in front to another place; None lets the code decide.
        """

        if elsewhere is None:
            elsewhere = refusal.code in NO_WRITING and self.night is not None
        self._told = refusal, elsewhere
        self.banner.tell(_said(refusal), elsewhere=elsewhere, restore=refusal.code in RESTORED)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.actions_.retranslate()
        if self.night is not None:
            self.night.bridge.retitle()
        self._name_acts()
        self._show_state()
        if self.banner.isVisible() and self._told is not None:
            refusal, elsewhere = self._told
            self.tell(refusal, elsewhere=elsewhere)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry.keep(self.preferences, "window", self)
        if self.close_night():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        night = any(url.toLocalFile().lower().endswith(SUFFIX) for url in data.urls())
        if night or (self.night is not None and (data.hasUrls() or data.hasText())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # Loaded when something is dropped: no night's first look waits for it.
        from ui.incoming import dropped

        data, night = event.mimeData(), self.night
        path = dropped.file_of(data)
        event.acceptProposedAction()
        if path is not None and path.suffix.lower() == SUFFIX:
            self.open_path(path)
        elif path is not None and night is not None:
            dropped.take_file(night.bridge, night.entry.contest, night.read_text, path, self)
        elif night is not None and data.hasText():
            night.read_text(data.text())

    # Inside

    def paste(self) -> None:
        """Ctrl+V: numbers go into the cells, any other text is read as an agency's."""
        data = QGuiApplication.clipboard().mimeData()
        # Where nothing was ever copied there is not even an empty one.
        if self.night is not None and data is not None:
            self.night.paste(data.text() if data.hasText() else data.html())

    def _add_view_menu(self) -> None:
        for name, default in TOGGLES.items():
            self.actions_.by_name[name].setChecked(self.preferences.text(name, default) == "1")
        self.actions_.add_choice(
            "language", language.LANGUAGES, language.current(), self.use_language
        )
        scheme = self.preferences.text("scheme", "system")
        self.actions_.add_choice("scheme", tuple(theme.SCHEMES), scheme, self.use_scheme)

    def use_language(self, chosen: str) -> None:
        """Switch the whole window to a language and remember it."""
        self.preferences.set_text("language", chosen)
        language.use(chosen)

    def use_scheme(self, chosen: str) -> None:
        """Switch to light, dark or the system's colours and remember it."""
        self.preferences.set_text("scheme", chosen)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, chosen)

    def apply_toggles(self) -> None:
        """Let the night show what the View menu says, and remember it."""
        if not self._ready:
            return
        for name in TOGGLES:
            self.preferences.set_text(name, "1" if self.actions_.is_on(name) else "0")
        if self.night is not None:
            focus = QApplication.focusWidget()
            self._dress_night(self.night)
            if focus is not None and self.night.isAncestorOf(focus) and not focus.isVisible():
                # Qt would give the keys of a hidden pane to whatever comes next, anywhere.
                self.night.take_keys()

    def _dress_night(self, view: NightView) -> None:
        on = self.actions_.is_on
        view.folding.show_beside(bulletins=on("bulletins"), chart=on("placeChart"))
        view.folding.show_places(on("places"))
        view.entry.show_options(
            votes=self.actions_.is_on("votes"), by_share=self.actions_.is_on("byShare")
        )

    def _is_open(self, path: Path) -> bool:
        """Whether a file is the night in front, open for writing."""
        session = self.night.bridge.session if self.night else None
        return (
            session is not None
            and not session.read_only
            and os.path.realpath(session.path) == os.path.realpath(path)
        )

    def _take_session(self, session: Session) -> bool:
        if not self.close_night():
            session.close()
            return False
        from ui.window import opened

        view = opened.shown(session, self, self.preferences, self.actions_)
        view.resize(self._stack.size())
        bridge = view.bridge
        bridge.changed.connect(self._saved)
        bridge.undo_stack.indexChanged.connect(self._name_acts)
        view.unfinished.changed.connect(self._show_state)
        bridge.refused.connect(self.tell)
        view.proving.ended.connect(self._take_proof)
        view.following.turned.connect(self._show_state)
        view.following.recovered.connect(self._take_back)
        self._dress_night(view)
        self.banner.hide()
        self._say_what_is_new(view)
        self.preferences.used(session.path)
        opened.settle(view, self.preferences)
        self._show_night(view)
        if (refusal := view.proving.refusal) is not None:
            self.tell(refusal)
        turns.hold()
        # What is there now stays for the night: no collection need go through it between two keys.
        gc.freeze()
        return True

    def _say_what_is_new(self, view: NightView) -> None:
        """Whoever knows the pages by their former numbers is told once that they have others."""
        known = self.preferences.text(PAGES_SAID) or not self.preferences.recent_files()
        self.preferences.set_text(PAGES_SAID, "1")
        if not known:
            view.bridge.messages.say(
                self.tr(
                    "The pages have other keys now: 1 entry, 2 comparison, 3 post, 4 ledger, "
                    "5 pictures, 6 paper, each with Ctrl. F1 shows all keys."
                ),
                Lasts.FILE,
            )

    def _show_night(self, view: NightView | None) -> None:
        self.night = view
        self._allow()
        self._name_acts()
        if view is None:
            self.welcome.refill()
            self._stack.setCurrentWidget(self.welcome)
            self.welcome.take_keys()
        else:
            self._stack.addWidget(view)
            self._stack.setCurrentWidget(view)
            self._foot.fill(*view.status_pieces())
            view.take_keys()
        self._saved_at = None
        self._show_state()

    def _allow(self) -> None:
        """What can be done with the night in front; nothing before it is proved."""
        session = self.night.bridge.session if self.night else None
        ready = session is not None and session.proof is not None
        self.actions_.allow(
            night=ready, writing=ready and session is not None and not session.read_only
        )
        if self.night is not None:
            self.night.setEnabled(ready)

    def _take_proof(self) -> None:
        """The night in front is proved, or is found not to be whole."""
        view = self.night
        if view is None or view.isEnabled():
            return
        if view.bridge.session.proof is None:
            # What it holds, no desk has written: there is nothing to be shown. Not now: who says
            # so is a part of it.
            QTimer.singleShot(0, self._show_nothing)
            return
        self._allow()
        self._name_acts()
        view.take_keys()

    def _show_nothing(self) -> None:
        self._let_go()
        self._show_night(None)

    def _let_go(self) -> None:
        if self.night is None:
            return
        from ui.window import opened

        self.night.bridge.work.stop_all()
        self.night.backups.finish()
        opened.keep(self.night, self.preferences)
        gc.unfreeze()
        view, self.night = self.night, None
        session = view.bridge.session
        # Now, while somebody can hear of it: a stack that ends with its steps tells of it too.
        view.bridge.undo_stack.clear()
        self._stack.removeWidget(view)
        for window in view.windows.all.values():
            window.close()
        for piece in self._foot.empty():
            piece.setParent(view)
        view.deleteLater()
        # Now, not when the keys rest: until then it would go on asking a closed file.
        QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
        session.close()

    def _take_back(self, refusal: Refusal) -> None:
        """The trouble is over; the banner may speak of another by now."""
        self.banner.take_back(_said(refusal))

    def _name_acts(self) -> None:
        """The Edit menu says what undo and redo are about."""
        acts = self.night.bridge if self.night else None
        undo, redo = (acts.to_undo(), acts.to_redo()) if acts else (None, None)
        self.actions_.name_acts(undo.title() if undo else "", redo.title() if redo else "")

    def _saved(self) -> None:
        self._saved_at = datetime.now().astimezone()
        self._show_state()
        if self.banner.isVisible():
            self.banner.hide()

    def _show_state(self) -> None:
        session = self.night.bridge.session if self.night else None
        prova = f"{PROVA} · " if session and session.is_rehearsal else ""
        name = f"{prova}{session.path.name} · " if session else ""
        self.setWindowTitle(f"{name}Seçim Masası")
        self._foot.file.setText(session.path.name if session else "")
        # What is filed and published so far, in sixteen letters; sheets have it in their foot.
        seal = self.tr("Seal: {seal}").format(seal=session.short_seal()) if session else ""
        self._foot.file.tell_more(f"{session.path}\n{seal}" if session else "")
        self._foot.access.setText(self.tr("read only") if session and session.read_only else "")
        replaced = self.night is not None and self.night.following.replaced
        self._foot.saved.setText(self._how_saved() if session and not replaced else "")
        self._foot.saved.tell_more(self.night.unfinished.everything() if self.night else "")

    def _how_saved(self) -> str:
        """What is saved, never of everything while something waits to be mended or filed."""
        unfinished = self.night.unfinished if self.night else None
        waiting = unfinished.text() if unfinished else ""
        if unfinished and unfinished.is_refused:
            return waiting
        if self._saved_at is None:
            return waiting or self.tr("everything saved")
        saved = self.tr("saved {time}").format(time=f"{self._saved_at:%H.%M.%S}")
        return " · ".join(filter(None, (saved, waiting)))


def _said(refusal: Refusal) -> str:
    """A refusal's sentence in the language in force."""
    # Loaded with the first night or trouble: the window is painted before that.
    from ui.texts import sentences

    return sentences.refusal_text(refusal, language.current())
