"""Hands that press whatever they find: keys, clicks and answers drawn from a seeded chance.

What must hold afterwards stands in `laws`; a seed and a count repeat a run key by key.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QEventLoop,
    Qt,
    QTimer,
)
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QTabBar,
)

from desk.facts.post import PostKind
from tests.ui import hands
from tests.ui.random.fingers import FIGURES, KEYS, PASTED, REFUSED, WORDS, Fingers, where
from tests.ui.random.laws import (
    Gatekeeper,
    differing,
    file_says_otherwise,
    in_view,
    take_back,
    told,
)
from ui.night.page import ENTRY
from ui.posts.composer import ComposerPage
from ui.window.main_window import MainWindow
from ui.window.menus import SPECS

LEAVING = frozenset({"new", "open", "demo", "rehearsal", "close", "quit", "elsewhere"})
"""Commands after which another night, or none, may be in front."""

SLOW = frozenset({"pdfOfAll", "liveblog", "printPreview", "saveNight"})

LIMIT = 2.0
"""How long one act may keep the event loop, in seconds."""


class Trouble(AssertionError):
    """A law was broken; the last acts are in the message."""


class RandomHands(Fingers):
    """Presses, and watches what comes of it. One for each run."""

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        super().__init__(window, seed, folder)
        self.broken: list[str] = []
        self.slowest: list[tuple[float, str]] = []
        self.second: MainWindow | None = None
        self.trace: Callable[[str], object] = lambda _: None
        self.models: dict[int, QAbstractItemModelTester] = {}
        self.clock = MovingClock()
        self.leaving = True
        self.published = 0
        self._night: object = None

    # One act after the other

    def run(self, count: int, burst: int = 40) -> None:
        """So many acts, the laws asked after every burst. Raises `Trouble`."""
        for number in range(1, count + 1):
            self.act()
            if number % burst == 0 or number == count:
                self.hold_laws()

    def kinds(self) -> list[tuple[int, Callable[[], str]]]:
        """What may be done next, each with how often it is."""
        return [
            (14, self._command),
            (14, self._key_figure),
            (20, self._key),
            (10, self._write),
            (14, self._click),
            (4, self._leaf),
            (5, self._file),
            (3, self._paste),
            (3, self._change_look),
            (3, self._ask_menu),
            (5, self._undo),
            (5, self._rest),
            (3, self._rehearse),
            (8, self._post),
            (2, self._resize),
        ]

    def act(self) -> None:
        """One act, and the event loop once round."""
        self._sit_down()
        kinds = self.kinds()
        (kind,) = self.chance.choices([k for _, k in kinds], [w for w, _ in kinds])
        before, at = monotonic(), len(self.log)
        self.log.append(kind.__name__)
        self.trace(kind.__name__)
        said = kind()
        self.log[at] = said
        self.trace(said)
        QApplication.processEvents()
        if kind != self._rest:
            self.slowest = sorted([*self.slowest, (monotonic() - before, said)])[-8:]
        self._look_for_focus(said)
        self._check()

    def hold_laws(self) -> None:
        """Whether the file, the screens and the ledger still say the same."""
        self._sit_down()
        view = self.window.night
        if view is None:
            return
        session = view.bridge.session
        self._look_over_the_shoulder()
        self.broken += [f"file: {one}" for one in file_says_otherwise(session)]
        if not session.is_rehearsal and not session.read_only and self.chance.random() < 0.3:
            self.log.append("undo to the beginning, and redo")
            self.broken += take_back(view.bridge, self._first)
            QApplication.processEvents()
        for table in self.window.findChildren(QAbstractItemView):
            model = table.model()
            if table.isVisible() and model is not None:
                self._read_all(model, table)
        self._check()

    def _check(self) -> None:
        if self._night is not None:
            self.broken += self._gate.broken
            self.published += self._gate.new
            self._gate.new = 0
        if self.broken:
            raise Trouble("\n".join([*self.broken, "after:", *self.log[-25:]]))

    def _sit_down(self) -> None:
        if not self.window.isVisible():
            self.window.show()
        if self.window.night is None:
            self.open(self.chance.choice(self.nights))
        if QApplication.activeModalWidget() is None and not self._beside():
            # The offscreen screen has no window manager that gives the keys back.
            hands.take_keys(self.window)
        self._meet_night()

    def _beside(self) -> bool:
        """Whether a window of the desk that is not modal is in front."""
        front = QApplication.activeWindow()
        return front is not None and front.isVisible()

    def open(self, path: Path) -> None:
        """Open a night; its first state is what undoing must lead back to."""
        self.log.append(f"open {path.name}")
        self.window.open_path(path)
        self._meet_night()

    def _meet_night(self) -> None:
        view = self.window.night
        if view is None or view is self._night:
            return
        self._night, self._gate = view, Gatekeeper(view.bridge)
        self._first = in_view(view.bridge.session)
        self.models.clear()

    # What hands do

    def _command(self) -> str:
        weights = [
            int(self.leaving) if s.name in LEAVING else 2 if s.name in SLOW else 8 for s in SPECS
        ]
        (spec,) = self.chance.choices(SPECS, weights)
        if spec.key and self.chance.random() < 0.8:
            self._press(spec.key)
        else:
            self.window.actions_.by_name[spec.name].trigger()
        return f"command {spec.name} {spec.key}"

    def _key_figure(self) -> str:
        view = self.window.night
        if view is None:
            return "nothing"
        if self.chance.random() < 0.4:
            places = view.bridge.session.election.places
            view.go_to(self.chance.choice(places).name)
        view.show_page(ENTRY)
        model = view.entry.model
        row = self.chance.randrange(model.rowCount())
        view.entry.view.go_to(row, self.chance.randrange(2))
        text = self.chance.choice(FIGURES if self.chance.random() < 0.8 else REFUSED)
        end = self.chance.choice(("Return", "Tab", "Down", "Escape", "Ctrl+Return", "F6", "Ctrl+3"))
        self._type(text)
        self._press(end)
        return f"figure {text!r} {end} in row {row} of {view.place}"

    def _key(self) -> str:
        keys = self.chance.choices(KEYS, k=self.chance.randint(1, 4))
        for key in keys:
            self._press(key)
        return f"keys {keys}"

    def _write(self) -> str:
        text = self.chance.choice((*WORDS, *FIGURES))
        where = type(QApplication.focusWidget()).__name__
        self._type(text)
        return f"write {text!r} in {where}"

    def _click(self) -> str:
        found = [
            widget
            for widget in QApplication.allWidgets()
            if isinstance(widget, QAbstractButton | QComboBox | QAbstractItemView | QTabBar)
            and widget.isVisible()
            and widget.isEnabled()
            and widget.window() is self.window
        ]
        return self._click_on(self.chance.choice(sorted(found, key=where))) if found else "nothing"

    def _leaf(self) -> str:
        page = self.chance.randint(1, 9)
        self._press(f"Ctrl+{page}")
        return f"page {page}"

    def _file(self) -> str:
        self._press("Ctrl+Return")
        return "Ctrl+Return"

    def _paste(self) -> str:
        text = self.chance.choice(PASTED)
        QGuiApplication.clipboard().setText(text)
        self._press("Ctrl+V")
        return f"paste {text!r}"

    def _change_look(self) -> str:
        name = self.chance.choice(("language.en", "language.tr", "scheme.dark", "scheme.light"))
        self.window.actions_.by_name[name].trigger()
        return name

    def _ask_menu(self) -> str:
        widget = QApplication.focusWidget() or self.window
        spot = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, widget.mapToGlobal(spot))
        QCoreApplication.sendEvent(widget, event)
        return f"context menu of {type(widget).__name__} {widget.objectName()}"

    def _post(self) -> str:
        """On the page of posts: a kind, something written, a number settled, and out with it."""
        self._press("Ctrl+3")
        page = self.window.night.late["posts"].made if self.window.night else None
        if isinstance(page, ComposerPage):
            page.ask.choose(self.chance.choice(list(PostKind)))
        steps = ("F5", "F7", "Shift+F7", "F8", "F9", "Shift+F9", "Ctrl+Z", "Ctrl+Y", "F6", "Ctrl+I")
        said = []
        for _ in range(self.chance.randint(1, 5)):
            said.append(self.chance.choice((*steps, *WORDS)))
            (self._press if said[-1] in steps else self._type)(said[-1])
            QApplication.processEvents()
        self._press("Ctrl+Return")
        return f"post {said}"

    def _undo(self) -> str:
        keys = self.chance.choices(("Ctrl+Z", "Ctrl+Y"), (2, 1), k=self.chance.randint(1, 6))
        for key in keys:
            self._press(key)
        return f"keys {keys}"

    def _rehearse(self) -> str:
        bar = self.window.night.rehearsal if self.window.night else None
        if bar is None:
            self.clock.move(1)
            return "a minute later"
        bar.play.setChecked(self.chance.random() < 0.8)
        bar.advance(timedelta(seconds=self.chance.choice((1, 5, 20))))
        return "the rehearsal plays on"

    def _rest(self) -> str:
        moments = self.chance.choice((1, 60, 180, 320))
        loop = QEventLoop()
        QTimer.singleShot(moments, loop.quit)
        loop.exec()
        return f"rest {moments}"

    def _resize(self) -> str:
        width, height = self.chance.randint(700, 1500), self.chance.randint(420, 1000)
        self.window.resize(width, height)
        return f"resize {width} {height}"

    # Eyes

    def _look_over_the_shoulder(self) -> None:
        """Another desk that only reads the same file must have followed."""
        if self.second is None or self.window.night is None:
            return
        session = self.window.night.bridge.session
        if self.second.night is None or self.second.night.bridge.session.path != session.path:
            self.second.open_path(session.path, read_only=True)
        other = self.second.night
        if other is None:
            self.broken.append(f"the second desk cannot read {session.path.name}")
            return
        other.following.look()
        other.show_page(self.chance.randrange(other.pages.count()))
        QApplication.processEvents()
        # Meanwhile a rehearsal may have played on.
        other.following.look()
        said = differing(told(session), told(other.bridge.session))
        self.broken += [f"second desk: {one}" for one in said]
        self.window.activateWindow()

    def _look_for_focus(self, said: str) -> None:
        active = QApplication.activeWindow()
        if active is self.window and QApplication.focusWidget() is None:
            self.broken.append(f"the keys go nowhere after {said}")

    def _read_all(self, model: QAbstractItemModel, table: QAbstractItemView) -> None:
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        name = f"{type(table).__name__} {table.objectName()}"
        if id(model) not in self.models and type(model).__module__.startswith("ui."):
            mode = QAbstractItemModelTester.FailureReportingMode.Warning
            self.models[id(model)] = QAbstractItemModelTester(model, mode, table)
        for row in range(min(model.rowCount(), 60)):
            for column in range(columns):
                index = model.index(row, column)
                if not index.isValid():
                    self.broken.append(f"{name} has no cell {row}, {column}")
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    index.data(role)


class MovingClock:
    """The night's clock, moved by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 3, 31, 16, 40, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, minutes: int) -> None:
        """Let minutes pass."""
        self.moment += timedelta(minutes=minutes)
