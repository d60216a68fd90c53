"""The settings of a night: typed, refused, given back, undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester

from desk.facts import settings
from tests.ui.hands import Hands, meeting, press, type_
from ui.texts import LANGUAGES
from ui.texts.settings import SETTINGS, setting_text
from ui.window.file_settings import FileSettingsDialog, SettingColumn

GAP = "check.d401.start"


def opened(dialog: QDialog) -> FileSettingsDialog:
    assert isinstance(dialog, FileSettingsDialog)
    return dialog


def test_a_threshold_is_typed_and_what_it_finds_follows(at_demo: Hands) -> None:
    def change(dialog: QDialog) -> None:
        box = opened(dialog)
        box.table.setCurrentIndex(box.model.index(box.model.row_of(GAP), SettingColumn.VALUE))
        type_("99")
        press("Tab")

    with meeting(change):
        at_demo.window.actions_.by_name["settings"].trigger()
    assert at_demo.session.settings[GAP] == "99"
    press("Ctrl+Z")
    assert GAP not in at_demo.session.settings


def test_a_bad_value_is_refused_and_an_empty_one_is_the_default(at_demo: Hands) -> None:
    def change(dialog: QDialog) -> None:
        model = opened(dialog).model
        index = model.index(model.row_of(GAP), SettingColumn.VALUE)
        assert not model.setData(index, "çok")
        assert GAP in opened(dialog).message.text()
        assert model.setData(index, "9,5")
        assert at_demo.session.settings[GAP] == "9.5"
        assert model.setData(index, "")
        assert GAP not in at_demo.session.settings
        assert index.data() == index.siblingAtColumn(SettingColumn.DEFAULT).data()

    with meeting(change):
        at_demo.window.actions_.by_name["settings"].trigger()


def test_the_model_keeps_qts_rules(at_demo: Hands, qtmodeltester: ModelTester) -> None:
    with meeting(lambda dialog: qtmodeltester.check(opened(dialog).model)):
        at_demo.window.actions_.by_name["settings"].trigger()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_says_what_it_is_for(language: str) -> None:
    for name in settings.names():
        told = setting_text(name, language)
        assert f"({settings.allowed(name)})." in told and "{" not in told
        assert ("“style”" in told) == (settings.default(name) == "style")
        assert name in SETTINGS or name.startswith("check.")
    assert set(SETTINGS) <= set(settings.names())


def test_the_setting_one_stands_on_is_explained(at_demo: Hands) -> None:
    def look(dialog: QDialog) -> None:
        box = opened(dialog)
        box.table.setCurrentIndex(
            box.model.index(box.model.row_of("share-mark"), SettingColumn.VALUE)
        )
        assert "%58,79" in box.meaning.text() and "style, word, sign" in box.meaning.text()
        type_("sign")
        press("Tab")
        assert at_demo.session.settings["share-mark"] == "sign"

    with meeting(look):
        at_demo.window.actions_.by_name["settings"].trigger()
