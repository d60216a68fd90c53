"""The settings of a night: chosen, typed, refused, given back, undone; what each does to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk.facts import settings
from desk.facts.edits import Publish
from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from tests.ui.frame.test_sizes import cut
from tests.ui.hands import CONTEST, Hands, focus, meeting, press, type_
from ui.settings.dialog import SettingsDialog
from ui.settings.groups import ROWS, Group
from ui.settings.pages import SettingsPage
from ui.settings.rows import NumberRow, SettingRow
from ui.texts import choices, thresholds
from ui.texts.sentences import LANGUAGES
from ui.texts.settings import SETTINGS, setting_act, setting_text
from ui.widgets import theme

GAP = "check.d401.unknown"


def opened(dialog: QDialog) -> SettingsDialog:
    assert isinstance(dialog, SettingsDialog)
    return dialog


def in_settings(hands: Hands, act: Callable[[SettingsDialog], object]) -> None:
    with meeting(lambda dialog: act(opened(dialog))):
        press("Ctrl+,")


def page(box: SettingsDialog, group: Group) -> SettingsPage:
    found = box.page(group)
    assert isinstance(found, SettingsPage)
    return found


def row(box: SettingsDialog, name: str) -> SettingRow:
    group = next(group for group, names in ROWS.items() if name in names)
    return page(box, group).rows[name]


def publish(hands: Hands, place: str) -> None:
    ask = Ask(CONTEST, (place,))
    hands.night.bridge.do(Publish(compose(hands.session, PostKind.COMPARISON, ask), "x"))


def test_every_setting_of_a_file_stands_on_a_page_once() -> None:
    named = [name for names in ROWS.values() for name in names if name]
    assert sorted(named) == sorted(settings.names())


def test_a_style_is_chosen_by_keys_shown_in_the_sample_and_undone(at_demo: Hands) -> None:
    at_demo.find("üsküdar")

    def choose(box: SettingsDialog) -> None:
        before = box.sample.sample_text()
        assert "38,3;" in before or "38,3." in before
        row(box, "decimals").take_keys()
        press("Right")
        assert at_demo.session.settings["decimals"] == "two"
        assert "38,30" in box.sample.sample_text()
        assert "background-color" in box.sample.text.text()
        assert box.told.text() == setting_act("decimals", "two", "en")
        press("Ctrl+Z")
        assert "decimals" not in at_demo.session.settings
        assert box.sample.sample_text() == before
        assert box.told.text() == "" and not box.undo.isVisible()

    in_settings(at_demo, choose)


def test_what_the_preset_has_is_nothing_of_the_files_own(at_demo: Hands) -> None:
    def choose(box: SettingsDialog) -> None:
        row(box, "decimal-mark").take_keys()
        press("Right")
        assert at_demo.session.settings["decimal-mark"] == "dot"
        press("Left")
        assert "decimal-mark" not in at_demo.session.settings
        row(box, "style").take_keys()
        press("Right")
        assert at_demo.session.settings["style"] == "seed"
        # The preset's own choice is shown, and is nobody else's.
        radio = box.findChild(QWidget, "settings.decimal-mark.dot")
        assert radio is not None and radio.property("checked")
        assert "decimal-mark" not in at_demo.session.settings

    in_settings(at_demo, choose)


def test_it_says_what_would_have_been_written_otherwise(at_demo: Hands) -> None:
    publish(at_demo, "Üsküdar")
    publish(at_demo, "Küçükçekmece")

    def choose(box: SettingsDialog) -> None:
        row(box, "decimals").take_keys()
        press("Right")
        assert "In 2 of tonight's 2 posts 2 numbers" in box.sample.effect.text()
        row(box, "place-headings").take_keys()
        press("Right")
        assert "No number of tonight's 2 posts" in box.sample.effect.text()
        box.show_group(Group.GATE)
        row(box, "require-opened").take_keys()
        press("Right")
        assert "the gate would stop 2 instead of 0" in box.sample.effect.text()

    in_settings(at_demo, choose)


def test_a_threshold_is_typed_and_told_what_it_does_tonight(at_demo: Hands) -> None:
    def change(box: SettingsDialog) -> None:
        box.show_group(Group.WARNINGS)
        tallies = box.tallies
        assert tallies is not None
        at_demo.qtbot.waitUntil(lambda: tallies.idle)
        assert row(box, GAP).said.text() == "warnings tonight: 3"
        row(box, GAP).take_keys()
        type_("99")
        at_demo.qtbot.waitUntil(lambda: tallies.idle)
        assert row(box, GAP).said.text() == "warnings tonight: 0 instead of 3"
        assert GAP not in at_demo.session.settings
        press("Tab")
        assert at_demo.session.settings[GAP] == "99"
        press("Ctrl+Z")
        assert GAP not in at_demo.session.settings
        field = row(box, GAP)
        assert isinstance(field, NumberRow) and field.edit.text() == "5"

    in_settings(at_demo, change)


def test_a_bad_value_is_refused_in_its_row_and_an_empty_one_is_the_default(
    at_demo: Hands,
) -> None:
    def change(box: SettingsDialog) -> None:
        box.show_group(Group.WARNINGS)
        field = row(box, GAP)
        field.take_keys()
        type_("çok")
        press("Tab")
        assert field.said.text().startswith("▲") and GAP in field.said.text()
        field.take_keys()
        type_("9,5")
        press("Tab")
        assert at_demo.session.settings[GAP] == "9.5"
        assert not field.said.text().startswith("▲")
        field.take_keys()
        press("Backspace", "Tab")
        assert GAP not in at_demo.session.settings

    in_settings(at_demo, change)


def test_a_page_is_reset_as_one_act(at_demo: Hands) -> None:
    def change(box: SettingsDialog) -> None:
        for name in ("decimals", "share-mark"):
            row(box, name).take_keys()
            press("Right")
        box.afresh.click()
        assert not {"decimals", "share-mark"} & at_demo.session.settings.keys()
        assert not box.afresh.isEnabled()
        press("Ctrl+Z")
        kept = at_demo.session.settings
        assert (kept["decimals"], kept["share-mark"]) == ("two", "sign")

    in_settings(at_demo, change)


def test_what_was_done_before_is_not_undone_here(at_demo: Hands) -> None:
    at_demo.key("AA", None, "1935")
    count = at_demo.night.bridge.undo_stack.index()

    def undo(box: SettingsDialog) -> None:
        press("Ctrl+Z")
        assert at_demo.night.bridge.undo_stack.index() == count

    in_settings(at_demo, undo)


def test_the_ban_is_typed_as_a_time(at_demo: Hands) -> None:
    def change(box: SettingsDialog) -> None:
        box.show_group(Group.GATE)
        type_("1912")
        press("Tab")
        assert at_demo.session.settings["ban-lifted"] == "2024-03-31T19:12"

    in_settings(at_demo, change)


def test_colours_and_language_are_the_desks(at_demo: Hands) -> None:
    window = at_demo.window

    def change(box: SettingsDialog) -> None:
        box.show_group(Group.LOOK)
        press("Right", "Right")
        assert theme.is_dark() and window.preferences.text("scheme") == "dark"
        assert window.actions_.by_name["scheme.dark"].isChecked()
        press("Tab")
        assert focus().objectName() == "settings.language.en"
        press("Up")
        assert window.preferences.text("language") == "tr"
        at_demo.qtbot.waitUntil(lambda: box.windowTitle() == "Gecenin ayarları")
        assert box.group is Group.LOOK

    in_settings(at_demo, change)


@pytest.mark.parametrize("room", [(960, 500), (1140, 640)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits(at_demo: Hands, room: tuple[int, int], language: str) -> None:
    at_demo.speak(language)

    def look(box: SettingsDialog) -> None:
        box.resize(*room)
        for group in Group:
            box.show_group(group)
            QApplication.processEvents()
            assert (box.width(), box.height()) == room, group
            assert cut(box) == [], group

    in_settings(at_demo, look)


def test_tab_goes_from_the_groups_through_the_page_to_the_buttons(at_demo: Hands) -> None:
    def look(box: SettingsDialog) -> None:
        press("Down", "Tab")
        assert focus().objectName() == "settings.labels"
        press("Shift+Tab")
        assert focus() is box.groups

    in_settings(at_demo, look)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_says_what_it_is_for(language: str) -> None:
    for name in settings.names():
        told = setting_text(name, language)
        assert f"({settings.allowed(name)})." in told and "{" not in told
        assert ("“style”" in told) == (settings.default(name) == "style")
        assert name in SETTINGS or name.startswith("check.")
        assert name in choices.TITLES or name in thresholds.THRESHOLDS
        assert setting_act(name, None, language)
        for value in choices.WORDS.get(name, ()):
            assert choices.word(name, value, language)
    assert set(SETTINGS) <= set(settings.names())
    assert {name.split(".")[1] for name in settings.THRESHOLDS} == set(thresholds.GROUPS)


def test_a_night_that_is_only_read_shows_its_settings(at_demo: Hands, tmp_path: Path) -> None:
    copy = at_demo.session.backup(tmp_path)
    at_demo.window.open_path(copy, read_only=True)

    def look(box: SettingsDialog) -> None:
        assert not row(box, "decimals").isEnabled()
        assert not box.afresh.isEnabled()

    in_settings(at_demo, look)
