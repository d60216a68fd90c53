"""What the right mouse button offers is what the keys do, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.hands import CONTEST, PLACE, Hands, press, share
from ui.widgets.keys import key_text
from ui.window.context import COMMANDS, ContextMenus, _keys
from ui.window.main_window import MainWindow
from ui.window.menus import SPECS

KNOWN = {spec.name: spec for spec in SPECS}


def menu_of(hands: Hands, pane: QWidget) -> QMenu:
    menus = hands.night.findChild(ContextMenus)
    assert menus is not None
    menu = menus.menu_for(pane)
    assert menu is not None
    return menu


def test_every_entry_is_a_command_or_a_key_that_is_told() -> None:
    for pane, names in COMMANDS.items():
        assert {*filter(None, names)} <= KNOWN.keys(), pane
    assert _keys().keys() <= COMMANDS.keys()


def test_every_pane_there_is_has_its_menu(at_demo: Hands) -> None:
    for key in ("Ctrl+1", "Ctrl+2", "Ctrl+D", "Ctrl+4", "Ctrl+M", "Ctrl+G", "Ctrl+6", "Ctrl+0"):
        press(key)
    for name in COMMANDS:
        pane = at_demo.night.findChild(QWidget, name)
        assert pane is not None, name
        menu = menu_of(at_demo, pane)
        told = [action for action in menu.actions() if not action.isSeparator()]
        assert all(action.text() for action in told)
        # No two entries are called the same.
        assert len({action.text() for action in told}) == len(told), name


def test_enter_is_called_so_in_every_menu(at_demo: Hands) -> None:
    for key in ("Ctrl+1", "Ctrl+2", "Ctrl+D", "Ctrl+4", "Ctrl+M", "Ctrl+G", "Ctrl+6", "Ctrl+0"):
        press(key)
    panes = [at_demo.night.findChild(QWidget, name) for name in COMMANDS]
    menus = [menu_of(at_demo, pane) for pane in panes if pane is not None]
    told = {key_text(action.shortcut()) for menu in menus for action in menu.actions()}
    told |= {key_text(one.shortcut()) for one in at_demo.window.actions_.by_name.values()}
    assert {"Enter", "Ctrl+Enter"} <= told
    assert not any("Return" in key for key in told)


def test_an_entry_is_the_tables_key(at_demo: Hands) -> None:
    view = at_demo.night.entry.view
    at_demo.key("AA", share("chp"), "50")
    at_demo.stand("AA", share("chp"))
    menu = menu_of(at_demo, view.viewport())
    (clear,) = (action for action in menu.actions() if action.text() == "Clear the cell")
    clear.trigger()
    draft = at_demo.draft("AA")
    assert draft is None or share("chp") not in draft.figures


def test_a_command_that_may_not_is_no_more_here(at_demo: Hands) -> None:
    menu = menu_of(at_demo, at_demo.night.bulletins.list.viewport())
    note = at_demo.window.actions_.by_name["note"]
    assert note in menu.actions() and note.isEnabled()
    at_demo.window.actions_.allow(night=True, writing=False)
    assert not note.isEnabled()


def test_the_menu_key_opens_it_where_the_keys_are(at_demo: Hands) -> None:
    list_ = at_demo.night.bulletins.list
    list_.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(list_.viewport(), event)
    menu = list_.findChild(QMenu)
    assert menu is not None and menu.isVisible()
    (correct,) = (action for action in menu.actions() if action.text() == "Correct this one")
    correct.trigger()
    menu.close()
    drafts = at_demo.session.drafts()
    assert [one.source.place for one in drafts] == [PLACE]
    assert drafts[0].replaces is not None and drafts[0].source.contest == CONTEST


def test_without_a_night_there_is_none(window: MainWindow) -> None:
    assert window.findChild(ContextMenus) is None
