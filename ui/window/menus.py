"""Every command of the window with its key, in one table: the menus and the F1 page are made of it.

What a command does is the window's business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.widgets.keys import key_sequence, key_text


@dataclass(frozen=True, slots=True)
class Spec:
    """A command: its menu, its key, when it can be used, and whether it is on or off."""

    name: str
    menu: str
    key: str = ""
    needs_night: bool = True
    needs_writing: bool = False
    after_line: bool = False
    toggle: bool = False


SPECS = (
    Spec("new", "file", "Ctrl+N", needs_night=False),
    Spec("open", "file", "Ctrl+O", needs_night=False),
    Spec("demo", "file", needs_night=False),
    Spec("rehearsal", "file", needs_night=False),
    Spec("importFigures", "file", "Ctrl+Shift+I", needs_writing=True),
    Spec("backup", "file", "Ctrl+B", after_line=True),
    Spec("restore", "file", needs_night=False),
    Spec("elsewhere", "file", "Ctrl+Shift+E"),
    Spec("export", "file", "Ctrl+E", after_line=True),
    Spec("saveNight", "file", "Ctrl+Shift+X"),
    Spec("saveElection", "file"),
    Spec("savePost", "file", "Ctrl+Shift+S"),
    Spec("printPreview", "file", "Ctrl+P"),
    Spec("pdfOfAll", "file", "Ctrl+Shift+P"),
    Spec("saveChart", "file", "Ctrl+Shift+G"),
    Spec("liveblog", "file", "Ctrl+L"),
    Spec("liveblogAgain", "file", "Ctrl+Shift+U"),
    Spec("close", "file", "Ctrl+W", after_line=True),
    Spec("quit", "file", "Ctrl+Q", needs_night=False),
    Spec("undo", "edit", "Ctrl+Z", needs_writing=True),
    Spec("redo", "edit", "Ctrl+Y", needs_writing=True),
    Spec("copy", "edit", "Ctrl+C", after_line=True),
    Spec("copyWide", "edit", "Ctrl+Shift+W"),
    Spec("copyPost", "edit", "Ctrl+Shift+C"),
    Spec("paste", "edit", "Ctrl+V", needs_writing=True),
    Spec("aliases", "edit", needs_writing=True),
    Spec("candidates", "edit"),
    Spec("settings", "edit", "Ctrl+,"),
    Spec("templates", "edit"),
    Spec("addContender", "edit", "Ctrl+Shift+N", needs_writing=True, after_line=True),
    Spec("withdrawn", "edit", "Ctrl+Shift+J", needs_writing=True),
    Spec("addAgency", "edit", "Ctrl+Shift+A", needs_writing=True),
    Spec("addPlace", "edit", "Ctrl+Shift+R", needs_writing=True, after_line=True),
    Spec("correctPlace", "edit", "Ctrl+Shift+Y", needs_writing=True),
    Spec("removePlace", "edit", needs_writing=True),
    Spec("fileDraft", "bulletin", "Ctrl+Enter", needs_writing=True),
    Spec("correct", "bulletin", "F4", needs_writing=True),
    Spec("withdraw", "bulletin", "Shift+F4", needs_writing=True),
    Spec("take", "bulletin", "Ctrl+T", needs_writing=True),
    Spec("note", "bulletin", "Ctrl+J", needs_writing=True),
    Spec("discard", "bulletin", "Ctrl+Shift+Backspace", needs_writing=True),
    Spec("correctPosts", "bulletin", "Ctrl+Shift+D", needs_writing=True, after_line=True),
    Spec("pinPost", "bulletin", needs_writing=True),
    Spec("keyEvent", "bulletin", needs_writing=True),
    Spec("ban", "bulletin", "Ctrl+Shift+L", needs_writing=True),
    Spec("publish", "post", needs_writing=True),
    Spec("composeAnew", "post", "F5"),
    Spec("updateFigures", "post", "F9", after_line=True),
    Spec("keepFigures", "post", "Shift+F9"),
    Spec("nextNumber", "post", "F8", after_line=True),
    Spec("tieNumber", "post", "F7"),
    Spec("ownNumber", "post", "Shift+F7"),
    Spec("aboutNumber", "post", "Ctrl+I"),
    Spec("find", "go", "Ctrl+F", needs_night=False),
    Spec("goPlace", "go", "Ctrl+K"),
    Spec("nextWaiting", "go", "F3"),
    Spec("backToCell", "go", "Shift+F3"),
    Spec("waiting", "go", "Ctrl+0"),
    Spec("nextPlace", "go", "Ctrl+PgDown", after_line=True),
    Spec("previousPlace", "go", "Ctrl+PgUp"),
    Spec("published", "go", "Ctrl+Shift+F"),
    Spec("entry", "go", "Ctrl+1", after_line=True),
    Spec("comparison", "go", "Ctrl+2"),
    Spec("posts", "go", "Ctrl+3"),
    Spec("ledger", "go", "Ctrl+4"),
    Spec("pictures", "go", "Ctrl+5"),
    Spec("sheets", "go", "Ctrl+6"),
    Spec("board", "go", "Ctrl+D", after_line=True),
    Spec("map", "go", "Ctrl+M"),
    Spec("charts", "go", "Ctrl+G"),
    Spec("nextPane", "go", "F6", after_line=True),
    Spec("previousPane", "go", "Shift+F6"),
    Spec("votes", "view", "Ctrl+Shift+V", needs_night=False, toggle=True),
    Spec("byShare", "view", "Ctrl+Shift+O", needs_night=False, toggle=True),
    Spec("bulletins", "view", "Ctrl+Shift+B", needs_night=False, toggle=True),
    Spec("placeChart", "view", "Ctrl+Shift+H", needs_night=False, toggle=True),
    Spec("places", "view", "Ctrl+Shift+K", needs_night=False, toggle=True),
    Spec("sortAnew", "view", "Ctrl+R", after_line=True),
    Spec("fullScreen", "view", "F11", needs_night=False, after_line=True),
    Spec("pageWindow", "view", "Ctrl+F11"),
    Spec("keys", "help", "F1", needs_night=False),
    Spec("codes", "help", needs_night=False),
    Spec("about", "help", needs_night=False),
)
MENUS = ("file", "edit", "bulletin", "post", "go", "view", "help")


class Actions(QObject):
    """The window's actions and menus; `chosen` tells which command was called, by its name."""

    chosen = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = QMenu(window)
            menu.setObjectName(f"menu.{name}")
            window.menuBar().addMenu(menu)
            self._menus[name] = menu
        self.by_name: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(f"action.{spec.name}")
            if spec.toggle:
                action.setCheckable(True)
                action.toggled.connect(partial(self._choose, spec.name))
            else:
                action.triggered.connect(partial(self._choose, spec.name))
            if spec.key:
                action.setShortcuts(_keys(spec))
            if spec.after_line:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(action)
            self.by_name[spec.name] = action
        self._choices: dict[str, tuple[QMenu, QActionGroup]] = {}

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)

    def is_on(self, name: str) -> bool:
        """Whether a toggle is on."""
        return self.by_name[name].isChecked()

    def add_choice(
        self, name: str, keys: tuple[str, ...], chosen: str, slot: Callable[[str], object]
    ) -> None:
        """A submenu of the View menu with one of several chosen."""
        menu = self._menus["view"].addMenu("")
        group = QActionGroup(self)
        for key in keys:
            action = group.addAction("")
            action.setObjectName(f"action.{name}.{key}")
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            menu.addAction(action)
            self.by_name[f"{name}.{key}"] = action
        group.triggered.connect(lambda action: slot(action.data()))
        self._choices[name] = (menu, group)

    def allow(self, *, night: bool, writing: bool) -> None:
        """Enable what can be used with a night open, and what with one open for writing."""
        for spec in SPECS:
            usable = (night or not spec.needs_night) and (writing or not spec.needs_writing)
            self.by_name[spec.name].setEnabled(usable)

    def name_acts(self, undo: str, redo: str) -> None:
        """Say in the menu what undo and redo are about; nothing where there is nothing."""
        for name, act, text, alone in (
            ("undo", undo, self.tr("&Undo: {act}"), self.tr("&Undo")),
            ("redo", redo, self.tr("&Redo: {act}"), self.tr("&Redo")),
        ):
            # An ampersand in a name is no key.
            told = text.format(act=act.replace("&", "&&")) if act else alone
            self.by_name[name].setText(told)
            self.by_name[name].setEnabled(bool(act))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for name, text in self._texts().items():
            self.by_name[name].setText(text)
        for name, text in (
            ("file", self.tr("&File")),
            ("edit", self.tr("&Edit")),
            ("bulletin", self.tr("&Bulletin")),
            ("post", self.tr("&Post")),
            ("go", self.tr("&Go")),
            ("view", self.tr("&View")),
            ("help", self.tr("&Help")),
        ):
            self._menus[name].setTitle(text)
        for name, title in (("language", self.tr("&Language")), ("scheme", self.tr("&Colours"))):
            if name in self._choices:
                self._choices[name][0].setTitle(title)

    def keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Menus with the commands that have a key, as (text, key), for the F1 page."""
        texts = self._texts()
        return [
            (
                self._menus[menu].title().replace("&", ""),
                [
                    (
                        texts[spec.name].replace("&", ""),
                        key_text(key_sequence(spec.key)),
                    )
                    for spec in SPECS
                    if spec.menu == menu and spec.key
                ],
            )
            for menu in MENUS
        ]

    def listed(self) -> list[tuple[str, QAction]]:
        """Every command, whether it has a key or not, with the title of its menu."""
        found = [
            (self._menus[spec.menu].title().replace("&", ""), self.by_name[spec.name])
            for spec in SPECS
        ]
        for menu, group in self._choices.values():
            found += [(menu.title().replace("&", ""), action) for action in group.actions()]
        return found

    def _texts(self) -> dict[str, str]:
        return {**self._of_the_file(), **self._of_the_work(), **self._of_the_window()}

    def _of_the_file(self) -> dict[str, str]:
        return {
            "new": self.tr("&New night…"),
            "open": self.tr("&Open…"),
            "demo": self.tr("&Demonstration evening"),
            "rehearsal": self.tr("&Rehearsal (Prova)…"),
            "importFigures": self.tr("Figures from a f&ile…"),
            "backup": self.tr("&Back up…"),
            "restore": self.tr("Res&tore a backup…"),
            "elsewhere": self.tr("Save everything &elsewhere…"),
            "export": self.tr("E&xport the comparison…"),
            "saveNight": self.tr("Save the ni&ght as a spreadsheet…"),
            "saveElection": self.tr("Save the e&lection as a file…"),
            "savePost": self.tr("&Save the post…"),
            "printPreview": self.tr("&Print preview of the sheet…"),
            "pdfOfAll": self.tr("PD&F of all districts…"),
            "saveChart": self.tr("Save the c&hart…"),
            "liveblog": self.tr("Write the li&veblog…"),
            "liveblogAgain": self.tr("&Update the liveblog where it is"),
            "close": self.tr("&Close the night"),
            "quit": self.tr("&Quit"),
            "undo": self.tr("&Undo"),
            "redo": self.tr("&Redo"),
            "copy": self.tr("&Copy the selection as a table"),
            "copyWide": self.tr("Copy the comparison, a ro&w a place"),
            "copyPost": self.tr("Copy the &post"),
            "paste": self.tr("Read an agency's &text from the clipboard…"),
            "aliases": self.tr("&Learned names…"),
            "candidates": self.tr("Can&didates…"),
            "settings": self.tr("&Settings of the night…"),
            "templates": self.tr("Post te&mplates…"),
            "addContender": self.tr("Add a c&ontender…"),
            "withdrawn": self.tr("The contender &has withdrawn, or stands again"),
            "addAgency": self.tr("Add an &agency…"),
            "addPlace": self.tr("Add a plac&e…"),
            "correctPlace": self.tr("Correct the place: &boxes, voters, hour…"),
            "removePlace": self.tr("Ta&ke the place out"),
        }

    def _of_the_work(self) -> dict[str, str]:
        return {
            "fileDraft": self.tr("&File the bulletin"),
            "correct": self.tr("&Correct the newest bulletin"),
            "withdraw": self.tr("&Withdraw the newest bulletin…"),
            "take": self.tr("&Take the suggestion"),
            "note": self.tr("&Note on the place or the bulletin…"),
            "discard": self.tr("&Discard the draft"),
            "correctPosts": self.tr("C&orrection of published posts…"),
            "pinPost": self.tr("&Pin the post on the liveblog's page, or let go of it"),
            "keyEvent": self.tr("Make the post a &key event of the page, or none"),
            "ban": self.tr("&Broadcast ban…"),
            "publish": self.tr("&Publish and copy (Ctrl+Enter on the page Posts)"),
            "composeAnew": self.tr("Compose &anew"),
            "updateFigures": self.tr("&Update the figures that have moved"),
            "keepFigures": self.tr("&Keep them as they are"),
            "nextNumber": self.tr("&Next number tied to nothing"),
            "tieNumber": self.tr("&Tie the number to a figure…"),
            "ownNumber": self.tr("The number is &mine"),
            "aboutNumber": self.tr("&What the number is tied to"),
        }

    def _of_the_window(self) -> dict[str, str]:
        return {
            "find": self.tr("&Find anything…"),
            "goPlace": self.tr("Find a &place"),
            "nextPlace": self.tr("&Next place"),
            "previousPlace": self.tr("P&revious place"),
            "published": self.tr("&Where was this figure published?"),
            "entry": self.tr("&Entry"),
            "comparison": self.tr("&Comparison"),
            "board": self.tr("What the &gaps come from"),
            "posts": self.tr("P&osts"),
            "pictures": self.tr("Pict&ures"),
            "ledger": self.tr("&Ledger"),
            "charts": self.tr("C&harts"),
            "map": self.tr("&Map"),
            "sheets": self.tr("P&aper"),
            "nextPane": self.tr("Ne&xt pane"),
            "previousPane": self.tr("Pane &before"),
            "nextWaiting": self.tr("What wai&ts: the newest, then the next"),
            "backToCell": self.tr("Back to &your cell"),
            "waiting": self.tr("All that wa&its"),
            "places": self.tr("&The list of places"),
            "fullScreen": self.tr("&Full screen"),
            "pageWindow": self.tr("The page in a &window of its own"),
            "votes": self.tr("&Vote rows in the table"),
            "byShare": self.tr("Contenders in &share order"),
            "bulletins": self.tr("&Bulletins beside the table"),
            "placeChart": self.tr("The &place's chart beside the table"),
            "sortAnew": self.tr("So&rt anew by what is filed now"),
            "keys": self.tr("&Handbook and keys"),
            "codes": self.tr("&Codes of the findings"),
            "about": self.tr("&About Seçim Masası"),
            "language.en": "English",
            "language.tr": "Türkçe",
            "scheme.system": self.tr("&Automatic, as the system"),
            "scheme.light": self.tr("&Light"),
            "scheme.dark": self.tr("&Dark"),
        }


def _keys(spec: Spec) -> list[QKeySequence]:
    also = {"fileDraft": "Ctrl+Return", "redo": "Ctrl+Shift+Z"}.get(spec.name)
    return [key_sequence(spec.key), *([key_sequence(also)] if also else [])]
