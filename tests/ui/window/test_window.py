"""The window itself: its commands and keys, panes, memory, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from tests.ui.hands import Hands, focus, press, share, type_
from ui.night.page import CHARTS, MAP, RAIL
from ui.widgets.keys import key_text
from ui.window.help import HelpPage, table_keys
from ui.window.late_pages import LatePage
from ui.window.main_window import MainWindow
from ui.window.menus import SPECS

CHP = share("chp")


# Commands and keys


def test_every_command_stands_in_a_menu(window: MainWindow) -> None:
    reachable = {
        action.objectName()
        for menu in window.menuBar().findChildren(QMenu) + window.findChildren(QMenu)
        for action in menu.actions()
    }
    for spec in SPECS:
        assert f"action.{spec.name}" in reachable


def test_no_two_commands_share_a_key(at_demo: Hands) -> None:
    keys: dict[str, str] = {}
    actions = at_demo.window.actions_.by_name
    named = [(name, key.toString()) for name, a in actions.items() for key in a.shortcuts()]
    named += [
        ("shortcut", shortcut.key().toString())
        for shortcut in at_demo.window.findChildren(QShortcut)
        if shortcut.parent().objectName() and not shortcut.parent().objectName().startswith("qt_")
    ]
    for name, key in named:
        assert key not in keys, f"{name} and {keys[key]} share {key}"
        keys[key] = name
    assert {"Alt+1", "Alt+2", "Alt+3"} <= set(keys)


@pytest.mark.parametrize("language", ["en", "tr"])
def test_no_two_letters_behind_alt_are_the_same(at_demo: Hands, language: str) -> None:
    window = at_demo.window
    at_demo.speak(language)
    bar = [action.text() for action in window.menuBar().actions()]
    bar += [button.text() for button in window.findChildren(QAbstractButton)]
    assert_letters_differ(bar)
    for menu in window.findChildren(QMenu):
        assert_letters_differ([action.text() for action in menu.actions()])


def assert_letters_differ(texts: list[str]) -> None:
    letters = [QKeySequence.mnemonic(text).toString() for text in texts]
    letters = [letter for letter in letters if letter]
    assert len(letters) == len(set(letters)), texts


def test_commands_of_a_night_wait_for_one(window: MainWindow) -> None:
    for spec in SPECS:
        assert window.actions_.by_name[spec.name].isEnabled() == (not spec.needs_night)
        if not spec.needs_night or not spec.key:
            continue
        press(spec.key)
    assert window.night is None


def test_f1_shows_every_key_on_one_page(at_demo: Hands) -> None:
    press("F1")
    at_demo.qtbot.waitUntil(lambda: at_demo.window.findChild(HelpPage) is not None)
    page = at_demo.window.findChild(HelpPage)
    text = page.page.toPlainText()
    for spec in SPECS:
        if spec.key:
            native = key_text(QKeySequence(spec.key))
            said = at_demo.window.actions_.by_name[spec.name].text().replace("&", "").rstrip("…")
            line = next(line for line in text.splitlines() if line.strip().rstrip("…") == said)
            at = text.splitlines().index(line)
            near = "\n".join(text.splitlines()[max(at - 1, 0) : at + 2])
            assert native in near, spec
    for said, _ in table_keys():
        assert said in text
    page.reject()


def test_f1_finds_a_key_by_what_it_does_and_by_its_name(at_demo: Hands) -> None:
    at_demo.speak("tr")
    press("F1")
    at_demo.qtbot.waitUntil(lambda: at_demo.window.findChild(HelpPage) is not None)
    page = at_demo.window.findChild(HelpPage)
    at_demo.qtbot.waitUntil(page.isActiveWindow)
    assert focus() is page.line
    type_("yedek")
    assert "Ctrl+B" in page.page.toPlainText() and "Ctrl+K" not in page.page.toPlainText()
    page.line.setText("ctrl+k")
    assert "Ctrl+K" in page.page.toPlainText() and "Ctrl+B" not in page.page.toPlainText()
    page.line.setText("zzz")
    assert "Ctrl+F" in page.page.toPlainText()
    press("Escape")
    assert not page.isVisible()


def test_every_command_with_a_night_runs(at_demo: Hands) -> None:
    """None of them may fall over, whatever is in front; those that ask have tests of their own."""
    leave = {"about", "keys", "quit", "demo", "close", "liveblogAgain"}
    for page in ("entry", "comparison"):
        for name, action in at_demo.window.actions_.by_name.items():
            if name not in leave and not action.text().endswith("…"):
                at_demo.window.actions_.by_name[page].trigger()
                action.trigger()
    assert at_demo.window.night is not None


# Panes


def test_f6_goes_round_the_panes(at_demo: Hands) -> None:
    night = at_demo.night
    seen = []
    for _ in range(5):
        press("F6")
        seen.append(focus().objectName())
    beside = ["findings.list", "bulletins.list", "placeChart.canvas"]
    assert seen == [*beside, "places.strip", "entry.table"]
    press("Ctrl+2")
    seen = [focus().objectName()]
    for _ in range(2):
        press("F6")
        seen.append(focus().objectName())
    assert seen == ["comparison.table", "post.door", "comparison.table"]
    press("Shift+F6")
    assert focus().objectName() == "post.door"
    assert night.pages.currentIndex() == 1


def test_f6_leaves_out_a_pane_that_is_put_away(at_demo: Hands) -> None:
    press("Ctrl+Shift+B", "Ctrl+Shift+H")
    assert not at_demo.night.bulletins.isVisible()
    at_demo.night.take_keys()
    seen = []
    for _ in range(3):
        press("F6")
        seen.append(focus().objectName())
    assert seen == ["findings.list", "places.strip", "entry.table"]


def test_f6_takes_what_is_being_typed(at_demo: Hands) -> None:
    at_demo.stand("AA", CHP)
    type_("59")
    press("F6")
    assert focus().objectName() == "findings.list"
    assert at_demo.says("AA", CHP) == "59"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("uskudar", "Üsküdar"),
        ("ÜSKÜDAR", "Üsküdar"),
        ("kagıt", "Kağıthane"),
        ("SİLİVRİ", "Silivri"),
        ("SILIVRI", "Silivri"),
        ("şile", "Şile"),
        ("istanbul", "İstanbul"),
    ],
)
def test_ctrl_k_jumps_to_a_place(at_demo: Hands, typed: str, place: str) -> None:
    at_demo.find(typed)
    assert at_demo.night.place == place
    assert focus().objectName() == "entry.table"
    assert at_demo.night.places.filter.text() == ""
    assert at_demo.night.places.model.rowCount() == 40


def test_ctrl_k_from_the_comparison(at_demo: Hands) -> None:
    press("Ctrl+2")
    at_demo.find("beyoglu")
    assert at_demo.night.place == "Beyoğlu"
    assert at_demo.night.pages.currentIndex() == 0


def test_arrows_in_the_filter_choose_among_the_places_found(at_demo: Hands) -> None:
    press("Ctrl+K")
    type_("çek")
    found = [
        at_demo.night.places.model.place_at(row)
        for row in range(at_demo.night.places.model.rowCount())
    ]
    assert found == ["Büyükçekmece", "Çekmeköy", "Küçükçekmece"]
    press("Down", "Down", "Up", "Return")
    assert at_demo.night.place == "Çekmeköy"


def test_a_name_nobody_has_keeps_the_place(at_demo: Hands) -> None:
    place = at_demo.night.place
    press("Ctrl+K")
    type_("x")
    press("Return")
    assert at_demo.night.place == place
    press("Escape")
    assert at_demo.night.places.filter.text() == ""
    assert focus().objectName() == "entry.table"


@pytest.mark.parametrize("page", [0, 1])
def test_every_widget_is_reached_with_the_keys(at_demo: Hands, page: int) -> None:
    at_demo.night.show_page(page)
    reached = {focus()}
    for _ in range(3):
        press("F6")
        pane = focus()
        for key in ("Tab", "Shift+Tab"):
            pane.setFocus()
            round_ = {pane}
            press(key)
            while focus() not in round_:
                round_.add(focus())
                press(key)
            reached |= round_
    wanted = {
        widget
        for widget in visible_widgets(at_demo.window)
        if widget.isEnabled() and widget.focusProxy() is None
    }
    assert sorted(w.objectName() for w in wanted - reached) == []


# What a screen reader is told


def visible_widgets(window: MainWindow) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def spoken(widget: QWidget) -> str:
    text = widget.accessibleName()
    if not text and isinstance(widget, QAbstractButton | QLabel):
        text = widget.text()
    return text


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("page", [None, 0, 1])
def test_every_widget_has_a_name_for_tests_and_one_for_ears(
    at_demo: Hands, page: int | None, language: str
) -> None:
    window = at_demo.window
    at_demo.speak(language)
    if page is None:
        window.close_night()
    else:
        at_demo.night.show_page(page)
    window.tell(Refusal(Code.S907, file="x.secim", folder="x"))
    widgets = list(visible_widgets(window))
    assert len(widgets) > 4
    assert [w for w in widgets if not w.objectName()] == []
    assert [w.objectName() for w in widgets if not spoken(w)] == []
    names = [w.objectName() for w in widgets]
    assert len(names) == len(set(names))


# The status bar


def test_the_status_bar_tells_file_and_saving(at_demo: Hands) -> None:
    bar = at_demo.window.statusBar()
    said = {label.objectName(): label.text() for label in bar.findChildren(QLabel)}
    assert said["status.file"].endswith("demo.secim")
    assert said["status.saved"] == "everything saved"
    at_demo.key("AA", CHP, "59")
    assert bar.findChild(QLabel, "status.saved").text().startswith("saved ")
    assert at_demo.window.windowTitle().startswith("demo.secim")


def test_the_order_of_the_places_is_chosen_with_the_keys(at_demo: Hands) -> None:
    press("Ctrl+K", "Tab")
    assert focus().objectName() == "places.order"
    press("Down")
    assert at_demo.night.places.model.place_at(0) == "İstanbul", "the widest gap first"


def test_pasting_where_nothing_was_ever_copied_does_nothing(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda _: None)
    press("Ctrl+V")
    assert not at_demo.banner


def test_a_click_on_a_tab_brings_the_keys_to_its_page(at_demo: Hands) -> None:
    night = at_demo.night
    clicks: list[tuple[QWidget, QPoint, int]] = [
        (button, button.rect().center(), group[0])
        for button, group in zip(night.rail.buttons, RAIL, strict=True)
    ]
    for widget, where, page in clicks:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
        if page == MAP:
            # The charts share the maps' place in the rail, and it comes back to what was seen last.
            tabs = night.tabs
            QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
            assert night.pages.currentIndex() == CHARTS
            press("Ctrl+1", "Ctrl+5")
            page = CHARTS
        assert at_demo.night.pages.currentIndex() == page
        assert not isinstance(focus(), LatePage)
        assert at_demo.night.pages.currentWidget().isAncestorOf(focus())


@pytest.mark.parametrize(
    ("key", "pane"), [("Ctrl+Shift+B", "bulletins"), ("Ctrl+Shift+H", "place_chart")]
)
def test_the_keys_of_a_hidden_pane_come_back_to_the_table(
    at_demo: Hands, key: str, pane: str
) -> None:
    {"bulletins": at_demo.night.bulletins.list.setFocus}.get(
        pane, at_demo.night.place_chart.take_keys
    )()
    press(key)
    assert focus() is at_demo.night.entry.view
    press(key)


def test_a_place_that_was_found_is_in_sight_in_a_low_window(at_demo: Hands) -> None:
    at_demo.window.resize(1024, 400)
    QApplication.processEvents()
    at_demo.find("Zeytinburnu")
    QApplication.processEvents()
    places = at_demo.night.places.list
    assert places.currentIndex().data() == "Zeytinburnu"
    seen = places.visualRect(places.currentIndex())
    assert places.viewport().rect().contains(seen.center())


def test_the_current_place_stays_in_sight_when_the_window_gets_lower(at_demo: Hands) -> None:
    at_demo.find("Üsküdar")
    at_demo.window.resize(1024, 420)
    QApplication.processEvents()
    places = at_demo.night.places.list
    seen = places.visualRect(places.currentIndex())
    assert places.viewport().rect().contains(seen.center())


def test_a_tab_shows_the_dot_of_a_capital_i_whole(at_demo: Hands) -> None:
    bar = at_demo.night.entry.head.contests
    bar.setCurrentIndex(0)

    def ink(text: str) -> set[tuple[int, int]]:
        """Where a tab that is not in front is dark."""
        bar.setTabText(1, text)
        bar.setTabToolTip(1, "")
        shown, area = bar.grab().toImage(), bar.tabRect(1)
        dark = {
            (x, y)
            for x in range(area.left() + 6, area.left() + 40)
            for y in range(area.top() + 2, area.bottom() - 2)
            if shown.pixelColor(x, y).lightness() < 170
        }
        return dark

    # The dot is as high above the letter as the letter's own outline is whole beneath it.
    dotted, plain = ink("İİİ"), ink("III")
    assert min(y for _, y in dotted) < min(y for _, y in plain)
