"""The settings of a night: typed, refused, given back, undone."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester

from tests.ui.hands import Hands, meeting, press, type_
from ui.file_settings import Column, FileSettingsDialog

GAP = "check.d401.start"


def opened(dialog: QDialog) -> FileSettingsDialog:
    assert isinstance(dialog, FileSettingsDialog)
    return dialog


def test_a_threshold_is_typed_and_what_it_finds_follows(at_demo: Hands) -> None:
    def change(dialog: QDialog) -> None:
        box = opened(dialog)
        box.table.setCurrentIndex(box.model.index(box.model.row_of(GAP), Column.VALUE))
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
        index = model.index(model.row_of(GAP), Column.VALUE)
        assert not model.setData(index, "çok")
        assert GAP in opened(dialog).message.text()
        assert model.setData(index, "9,5")
        assert at_demo.session.settings[GAP] == "9.5"
        assert model.setData(index, "")
        assert GAP not in at_demo.session.settings
        assert index.data() == index.siblingAtColumn(Column.DEFAULT).data()

    with meeting(change):
        at_demo.window.actions_.by_name["settings"].trigger()


def test_the_model_keeps_qts_rules(at_demo: Hands, qtmodeltester: ModelTester) -> None:
    with meeting(lambda dialog: qtmodeltester.check(opened(dialog).model)):
        at_demo.window.actions_.by_name["settings"].trigger()
