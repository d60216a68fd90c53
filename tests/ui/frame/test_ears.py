"""What a screen reader is told, and where the keys get to: every page and dialog, no dead end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QDialog, QWidget

from tests.ui.hands import Hands, focus, meeting, press
from ui.entry.paste import PasteDialog
from ui.night.ban import AskBan
from ui.posts.templates import TemplateEditor
from ui.settings.aliases import AliasesDialog
from ui.settings.candidates import CandidatesPanel
from ui.settings.desk_pages import DeskChoices
from ui.settings.dialog import SettingsDialog
from ui.settings.groups import Group
from ui.widgets.dialogs import AskAgency, AskContender, AskNote, AskReason
from ui.window.help import CodesPage, HelpPage
from ui.window.rehearsal import AskRehearsal
from ui.window.welcome import free_path
from ui.wizard.dialog import NightWizard

PAGES = ("Ctrl+1", "Ctrl+2", "Ctrl+D", "Ctrl+3", "Ctrl+4", "Ctrl+M", "Ctrl+G", "Ctrl+6")
ACTING = frozenset(
    {
        QAccessible.Role.PushButton,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Slider,
        QAccessible.Role.List,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
        QAccessible.Role.PageTabList,
        QAccessible.Role.PageTab,
        QAccessible.Role.Link,
    }
)
"""What something can be done with: a name must say what."""
WHOLE = frozenset(
    {
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
        QAccessible.Role.List,
        QAccessible.Role.ComboBox,
        QAccessible.Role.SpinBox,
    }
)
"""What is named as a whole: its cells are read out by its model."""


def unnamed(window: QWidget) -> list[str]:
    """What acts, is in sight and has no name, by its path in the tree."""
    return sorted(set(_unnamed(QAccessible.queryAccessibleInterface(window), "")))


def _unnamed(node: QAccessibleInterface, path: str) -> Iterator[str]:
    widget = node.object()
    if isinstance(widget, QWidget) and not widget.isVisible():
        return
    name = widget.objectName() if widget is not None else ""
    here = f"{path}/{name or node.role().name}"
    if node.role() in ACTING and not node.text(QAccessible.Text.Name).strip():
        yield here
    if node.role() in WHOLE:
        return
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None:
            yield from _unnamed(child, here)


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("page", [*PAGES, "Ctrl+0", ""])
def test_every_page_is_named(at_demo: Hands, page: str, language: str) -> None:
    at_demo.speak(language)
    if page:
        press(page)
    else:
        at_demo.window.close_night()
    QApplication.processEvents()
    assert unnamed(at_demo.window) == []


def _dialogs(hands: Hands) -> dict[str, Callable[[], QDialog]]:
    window, night = hands.window, hands.night
    session, bridge = hands.session, night.bridge
    return {
        "keys": lambda: HelpPage(window.actions_, window),
        "codes": lambda: CodesPage(window),
        "new-night": lambda: NightWizard(window.preferences, date(2028, 1, 2), free_path, window),
        "rehearsal": lambda: AskRehearsal(window, free_path("prova")),
        "agency": lambda: AskAgency(window, session.election),
        "contender": lambda: AskContender(window, session.election, "ibb"),
        "reason": lambda: AskReason(window, "x"),
        "note": lambda: AskNote(window, "x", "y"),
        "ban": lambda: AskBan(window, bridge),
        "settings": lambda: SettingsDialog(
            bridge, night.standing(), DeskChoices(window.preferences, print), window
        ),
        "aliases": lambda: AliasesDialog(bridge, window),
        "templates": lambda: TemplateEditor(session, night.standing(), window),
        "paste": lambda: PasteDialog(bridge, night.entry.standing(), "AA: CHP 55, AKP 40", window),
    }


DIALOGS = (
    *("keys", "codes", "new-night", "rehearsal", "agency", "contender", "reason", "note", "ban"),
    *("settings", "aliases", "templates", "paste"),
)


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_is_named_and_tab_goes_round_in_it(
    at_demo: Hands, name: str, language: str
) -> None:
    at_demo.speak(language)
    dialog = _dialogs(at_demo)[name]()
    dialog.show()
    at_demo.qtbot.waitExposed(dialog)
    dialog.activateWindow()
    at_demo.qtbot.waitUntil(dialog.isActiveWindow)
    QApplication.processEvents()
    try:
        assert unnamed(dialog) == []
        assert_goes_round(dialog)
    finally:
        dialog.hide()
        dialog.deleteLater()


def assert_goes_round(dialog: QDialog) -> None:
    """Tab leads from wherever it begins through all of it and back, and never stands still."""
    first = focus()
    seen = [first]
    for _ in range(200):
        press("Tab")
        if focus() is first:
            break
        # Day, month and year of a date are three stations of one widget.
        of_a_date = isinstance(focus(), QDateTimeEdit)
        assert of_a_date or focus() is not seen[-1], f"no way on from {seen[-1].objectName()}"
        assert dialog.isAncestorOf(focus())
        seen.append(focus())
    assert focus() is first, "it does not come back"


@pytest.mark.parametrize("page", PAGES)
def test_f6_leads_round_every_page_and_back(at_demo: Hands, page: str) -> None:
    press(page)
    begun = focus()
    seen = [begun]
    for _ in range(20):
        press("F6")
        if focus() is begun:
            break
        assert focus() not in seen, f"it never comes back to {begun.objectName()}"
        seen.append(focus())
    assert focus() is begun
    for widget in reversed(seen[1:]):
        press("Shift+F6")
        assert focus() is widget


@pytest.mark.parametrize("page", PAGES)
def test_tab_leads_out_of_every_pane(at_demo: Hands, page: str) -> None:
    """The entry table keeps Tab for the other agency; F6 leads out of it."""
    press(page)
    begun = focus()
    for _ in range(10):
        if focus() is not at_demo.night.entry.view:
            pane = focus()
            press("Tab")
            assert focus() is not pane, f"no way on from {pane.objectName()}"
            pane.setFocus()
        press("F6")
        if focus() is begun:
            break


def test_a_window_of_settings_is_whole(at_demo: Hands) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        for group in Group:
            dialog.show_group(group)
            assert unnamed(dialog) == []
            assert_goes_round(dialog)
        assert dialog.findChild(CandidatesPanel) is not None

    with meeting(look):
        at_demo.window.actions_.by_name["settings"].trigger()
