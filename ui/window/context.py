"""The right mouse button and the menu key: what the keys do where she stands, with each key.

Every entry is a command of the menus or a key of the table itself; nothing can be done here alone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.widgets.keys import key_sequence
from ui.window.menus import Actions
from ui.window.night_view import NightView

COMMANDS: dict[str, tuple[str, ...]] = {
    "entry.table": (
        *("fileDraft", "take", "discard", "", "correct", "withdraw", "note", "published", ""),
        *("copy", "paste", "addContender"),
    ),
    "findings.list": ("take", "nextWaiting", "note"),
    "bulletins.list": ("note", "copy"),
    "places.list": ("note", "sortAnew", "copy"),
    "comparison.table": ("published", "", "copy", "copyWide", "export"),
    "board.table": ("copy",),
    "waiting.list": ("correctPosts", "backToCell"),
    "ledger.table": ("correctPosts", "pinPost", "keyEvent", "copyPost", "published", "", "copy"),
    "ledger.figures.table": ("published", "copy"),
    "charts": ("saveChart", "copy", "pageWindow"),
    "map": ("saveChart", "copy", "pageWindow"),
    "entry.head": ("note",),
    "sheets": ("printPreview", "pdfOfAll"),
}
"""By the name of a pane the commands that act there; empty parts them by a line."""


def _keys() -> dict[str, tuple[tuple[str, str], ...]]:
    """By the name of a table what its own keys do."""
    to_figures = QCoreApplication.translate("Context", "To the place's figures"), "Enter"
    return {
        "entry.table": (
            (QCoreApplication.translate("Context", "Change what is in the cell"), "F2"),
            (QCoreApplication.translate("Context", "Clear the cell"), "Delete"),
        ),
        "findings.list": (
            (QCoreApplication.translate("Context", "To the cell"), "Enter"),
            (QCoreApplication.translate("Context", "Accept it…"), "Space"),
        ),
        "bulletins.list": (
            (QCoreApplication.translate("Context", "Correct this one"), "Enter"),
            (QCoreApplication.translate("Context", "Withdraw this one…"), "Delete"),
        ),
        "places.list": (to_figures,),
        "comparison.table": (
            to_figures,
            (QCoreApplication.translate("Context", "Put the place into the post"), "Space"),
        ),
        "waiting.list": (
            (QCoreApplication.translate("Context", "Go there"), "Enter"),
            (QCoreApplication.translate("Context", "Seen"), "Delete"),
            (QCoreApplication.translate("Context", "Accept it…"), "Space"),
        ),
        "ledger.table": (
            (QCoreApplication.translate("Context", "To the figures"), "Enter"),
            (QCoreApplication.translate("Context", "Retract the post…"), "Delete"),
        ),
        "ledger.figures.table": ((QCoreApplication.translate("Context", "To the cell"), "Enter"),),
    }


class ContextMenus(QObject):
    """Listens on a night for what none of its panes has a menu of its own for."""

    def __init__(self, night: NightView, actions: Actions) -> None:
        super().__init__(night)
        self._night, self._actions = night, actions
        night.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        under = QApplication.widgetAt(event.globalPos())
        if under is None or event.reason() is QContextMenuEvent.Reason.Keyboard:
            under = QApplication.focusWidget()
        menu = self.menu_for(under, event.globalPos()) if under is not None else None
        if menu is None:
            return False
        menu.popup(event.globalPos())
        return True

    def menu_for(self, widget: QWidget, at: QPoint | None = None) -> QMenu | None:
        """The menu of the innermost pane that has one; None where nothing acts.

        ``at`` is the point of the screen it is asked for at.
        """
        pane: QWidget | None = widget
        while pane is not None and pane is not self._night:
            if pane.objectName() in COMMANDS:
                menu = self._menu(pane)
                self._night.changes.extend(menu, pane, at)
                return menu
            pane = pane.parentWidget()
        return None

    def _menu(self, pane: QWidget) -> QMenu:
        menu = QMenu(pane)
        menu.setObjectName(f"menu.{pane.objectName()}")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key in _keys().get(pane.objectName(), ()):
            action = menu.addAction(text)
            # Only told: the key is the table's own.
            action.setShortcut(key_sequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(_pressing(pane, key))
        if not menu.isEmpty():
            menu.addSeparator()
        for name in COMMANDS[pane.objectName()]:
            if name:
                menu.addAction(self._actions.by_name[name])
            else:
                menu.addSeparator()
        return menu


def _pressing(pane: QWidget, key: str) -> Callable[[], None]:
    def press() -> None:
        pane.setFocus(Qt.FocusReason.OtherFocusReason)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, _PRESSED[key], Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(pane, event)

    return press


_PRESSED = {
    "F2": Qt.Key.Key_F2,
    "Delete": Qt.Key.Key_Delete,
    "Enter": Qt.Key.Key_Return,
    "Space": Qt.Key.Key_Space,
}
