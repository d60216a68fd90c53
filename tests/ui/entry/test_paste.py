"""The paste dialog with real keys: two keys when nothing is in doubt, one more for each doubt."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.modeltest import ModelTester

from desk.facts.bulletin import Source
from tests.ui.hands import CONTEST, Hands, meeting, press, share, type_
from ui.entry.paste import LONGEST, PasteDialog
from ui.entry.paste_model import PasteColumn
from ui.settings.aliases import AliasesDialog

TEXT = """19:25 İBB: kritik ilçelerde son durum

BEYOĞLU:

ANKA - CHP: Yüzde 61.23 AKP: Yüzde 35.53, YRP: Yüzde:2

AA - CHP - Yüzde 55.05 , AKP: Yüzde 39.23, Diğer: Yüzde 2.41
"""
UNKNOWN = "İBB\nBEYOĞLU\nAA: Ekrem Başkan yüzde 70,1, AKP yüzde 20,5\n"


def paste(hands: Hands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press("Ctrl+V")


def is_paste(dialog: QDialog) -> PasteDialog:
    assert isinstance(dialog, PasteDialog)
    return dialog


def filed(hands: Hands, place: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (
            bulletin.source.agency,
            {row.contender: str(value) for row, value in bulletin.figures.items()},
        )
        for bulletin in hands.session.bulletins(CONTEST, place)
    ]


def test_two_keys_from_clipboard_to_file(at_blank: Hands) -> None:
    with meeting(lambda _: press("Ctrl+Return")):
        paste(at_blank, TEXT)
    assert filed(at_blank, "Beyoğlu") == [
        ("ANKA", {"chp": "61.23", "ak_parti": "35.53", "yeniden_refah": "2"}),
        ("AA", {"chp": "55.05", "ak_parti": "39.23", "diger": "2.41"}),
    ]
    # One place: the window goes there, the keys back into its table.
    assert at_blank.night.place == "Beyoğlu"
    assert QApplication.focusWidget() is at_blank.night.entry.view
    assert "Beyoğlu" in at_blank.message


def test_one_undo_takes_the_whole_text_back(at_blank: Hands) -> None:
    with meeting(lambda _: press("Ctrl+Return")):
        paste(at_blank, TEXT)
    press("Ctrl+Z")
    assert at_blank.says("AA", share("chp")) == ""
    press("Ctrl+Y")
    assert at_blank.says("AA", share("chp")) == "55,05"


def test_nothing_is_filed_unseen(at_blank: Hands) -> None:
    with meeting(lambda _: press("Escape")):
        paste(at_blank, TEXT)
    assert filed(at_blank, "Beyoğlu") == []


def test_a_bare_number_goes_into_the_cell(at_blank: Hands) -> None:
    at_blank.stand("AA", share("chp"))
    paste(at_blank, "%58,63")
    draft = at_blank.draft("AA")
    assert draft is not None
    assert draft.figures == {share("chp"): Decimal("58.63")}


def test_an_unknown_name_is_answered_with_one_key_and_kept(at_blank: Hands) -> None:
    def answer(dialog: QDialog) -> None:
        box = is_paste(dialog)
        assert box.questions.open_count() == 1
        assert "Ekrem Başkan" in box.questions.list.item(0).text()
        press("Ctrl+Return")
        assert box.isVisible()
        assert box.message.text()
        press("1")
        assert box.questions.open_count() == 0
        press("Ctrl+Return")

    with meeting(answer):
        paste(at_blank, UNKNOWN)
    assert filed(at_blank, "Beyoğlu") == [("AA", {"chp": "70.1", "ak_parti": "20.5"})]
    with meeting(lambda _: press("Ctrl+Return")):
        paste(at_blank, UNKNOWN.replace("70,1", "71,2"))
    assert filed(at_blank, "Beyoğlu")[-1] == ("AA", {"chp": "71.2", "ak_parti": "20.5"})


def test_a_learned_name_can_be_forgotten(at_blank: Hands) -> None:
    with meeting(lambda _: press("1", "Escape")):
        paste(at_blank, UNKNOWN)
    assert [one.label for one in at_blank.session.aliases] == ["Ekrem Başkan"]

    def forget(dialog: QDialog) -> None:
        assert isinstance(dialog, AliasesDialog)
        dialog.forget.setFocus()
        press("Space")

    with meeting(forget):
        at_blank.window.actions_.by_name["aliases"].trigger()
    assert at_blank.session.aliases == ()


UNSAID = """BEYOĞLU
AA: CHP yüzde 50,1, AKP yüzde 40,2

ÜSKÜDAR
AA: CHP yüzde 49,9, AKP yüzde 43,2
"""


def test_the_contest_is_told_for_the_whole_text_with_one_key(at_blank: Hands) -> None:
    def answer(dialog: QDialog) -> None:
        box = is_paste(dialog)
        assert box.questions.whole.isVisible()
        assert box.questions.whole.isChecked()
        press("1")
        assert box.questions.open_count() == 0
        press("Ctrl+Return")

    with meeting(answer):
        paste(at_blank, UNSAID)
    assert filed(at_blank, "Beyoğlu") == [("AA", {"chp": "50.1", "ak_parti": "40.2"})]
    assert filed(at_blank, "Üsküdar") == [("AA", {"chp": "49.9", "ak_parti": "43.2"})]


def test_the_contest_is_told_for_one_figure_s_block_alone(at_blank: Hands) -> None:
    def answer(dialog: QDialog) -> None:
        box = is_paste(dialog)
        asked = box.questions.open_count()
        assert asked > 1
        box.questions.whole.setChecked(False)
        box.questions.take_keys()
        press("1")
        assert box.questions.open_count() == asked - 1
        press("Ctrl+Return")
        assert box.isVisible()
        press("0", "Ctrl+Return")

    with meeting(answer):
        paste(at_blank, UNSAID)
    assert filed(at_blank, "Beyoğlu") == [("AA", {"chp": "50.1", "ak_parti": "40.2"})]
    assert filed(at_blank, "Üsküdar") == []


def test_a_doubt_is_left_out_with_0(at_blank: Hands) -> None:
    with meeting(lambda _: press("0", "Ctrl+Return")):
        paste(at_blank, UNKNOWN)
    assert filed(at_blank, "Beyoğlu") == [("AA", {"ak_parti": "20.5"})]


def test_a_value_is_typed_over_and_a_figure_left_out(at_blank: Hands) -> None:
    def mend(dialog: QDialog) -> None:
        box = is_paste(dialog)
        box.table.setCurrentIndex(box.model.index(0, PasteColumn.VALUE))
        type_("61,32")
        press("Tab")
        QApplication.processEvents()
        box.table.setFocus()
        box.table.setCurrentIndex(box.model.index(2, PasteColumn.VALUE))
        press("Delete")
        press("Ctrl+Return")

    with meeting(mend):
        paste(at_blank, TEXT)
    assert filed(at_blank, "Beyoğlu")[0] == ("ANKA", {"chp": "61.32", "ak_parti": "35.53"})


def test_a_bad_value_is_refused_in_a_sentence(at_blank: Hands) -> None:
    def mend(dialog: QDialog) -> None:
        box = is_paste(dialog)
        box.table.setCurrentIndex(box.model.index(0, PasteColumn.VALUE))
        type_("6123")
        press("Ctrl+Return")
        assert box.isVisible()
        assert "6123" in box.message.text()
        assert box.model.index(0, PasteColumn.VALUE).data() == "61,23"

    with meeting(mend):
        paste(at_blank, TEXT)


def test_the_text_itself_can_be_mended(at_blank: Hands) -> None:
    def mend(dialog: QDialog) -> None:
        box = is_paste(dialog)
        box.text.setFocus()
        box.text.setPlainText(TEXT.replace("61.23", "62.34"))
        press("Ctrl+Return")

    with meeting(mend):
        paste(at_blank, TEXT)
    assert filed(at_blank, "Beyoğlu")[0][1]["chp"] == "62.34"


def test_the_raw_text_is_found_from_any_figure_later(at_blank: Hands) -> None:
    with meeting(lambda _: press("Ctrl+Return")):
        paste(at_blank, TEXT)
    at_blank.stand("ANKA", share("ak_parti"))
    panel = at_blank.night.bulletins
    assert panel.raw.isVisible()
    assert panel.raw.toPlainText() == TEXT
    (lit,) = panel.raw.extraSelections()
    assert "35.53" in lit.cursor.selectedText()


def test_findings_are_said_at_once(at_blank: Hands) -> None:
    def look(dialog: QDialog) -> None:
        assert "101" in is_paste(dialog).findings.text()

    with meeting(look):
        paste(at_blank, "KÜÇÜKÇEKMECE\nANKA - CHP: 63.89, AKP: Yüzde 35.94, DEM Parti: Yüzde 1.5")


def test_the_diff_against_the_file(at_demo: Hands) -> None:
    def look(dialog: QDialog) -> None:
        box = is_paste(dialog)
        states = [box.model.index(row, PasteColumn.STATE).data() for row in range(3)]
        assert states == ["changed", "the same", "new"]
        before = [box.model.index(row, PasteColumn.BEFORE).data() for row in range(3)]
        assert before == ["61,23", "35,53", ""]

    text = "BEYOĞLU 19.45\nANKA: CHP yüzde 60,1; AKP yüzde 35,53; Zafer Partisi yüzde 1,2"
    with meeting(look):
        paste(at_demo, text)


def test_a_text_dropped_on_the_window_is_read(at_blank: Hands) -> None:
    data = QMimeData()
    data.setText(TEXT)
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with meeting(lambda _: press("Ctrl+Return")):
        at_blank.window.dropEvent(event)
    assert len(filed(at_blank, "Beyoğlu")) == 2


@pytest.mark.parametrize("text", ["", "Bugün hava güzel.", "x" * (LONGEST + 1)])
def test_nothing_to_file_is_said(at_blank: Hands, text: str) -> None:
    def look(dialog: QDialog) -> None:
        press("Ctrl+Return")
        assert dialog.isVisible()
        assert is_paste(dialog).message.text()

    with meeting(look):
        paste(at_blank, text)


def test_positions_survive_letters_outside_the_basic_plane(at_blank: Hands) -> None:
    def look(dialog: QDialog) -> None:
        box = is_paste(dialog)
        lit = [mark.cursor.selectedText() for mark in box.text.extraSelections()]
        assert any("61.23" in text for text in lit)
        assert all("🗳" not in text for text in lit)

    with meeting(look):
        paste(at_blank, "🗳🗳🗳 son durum\n" + TEXT)


def test_the_model_keeps_qts_rules(at_blank: Hands, qtmodeltester: ModelTester) -> None:
    with meeting(lambda dialog: qtmodeltester.check(is_paste(dialog).model)):
        paste(at_blank, TEXT)


def test_the_seed_evening_by_pasting_alone(at_blank: Hands) -> None:
    first = (
        "19:15 ANKA'dan gelen ilk verilere göre İmamoğlu önde\n\n"
        "Saat 19.15 itibariyle ANKA'dan gelen ilk verilere göre açılan sandık sayısı yüzde 10.\n\n"
        "İmamoğlu yüzde 58.79, Kurum yüzde 37.65.\n"
    )
    districts = TEXT + (
        "\nÜSKÜDAR:\n\nANKA: CHP: Yüzde 60.02, AKP: Yüzde 38.3, YRP: Yüzde 1.17\n\n"
        "AA - CHP: Yüzde 51.14, AKP: Yüzde 39.32, Zafer Partisi: Yüzde 2.50\n\n"
        "KÜÇÜKÇEKMECE:\n\nAA - CHP: 58.63, AKP: Yüzde 35.94, DEM Parti: Yüzde 1.26\n\n"
        "ANKA - CHP: 63.89, AKP: Yüzde 35.94, DEM Parti: Yüzde 1.5\n"
    )
    lead = (
        "19:38 Fark 6 puandan fazla\n\n"
        "Anadolu Ajansı'na (AA) düşen son verilere göre 7.74 puanla İmamoğlu önde.\n"
    )
    for text in (first, districts, lead):
        # The province is where the editor stands; the texts of 19.15 and 19.38 do not name it.
        at_blank.night.go_to("İstanbul")
        at_blank.night.take_keys()
        with meeting(lambda _: press("Ctrl+Return")):
            paste(at_blank, text)
    province = {
        bulletin.source.agency: {row.item.value: str(v) for row, v in bulletin.figures.items()}
        for bulletin in at_blank.session.bulletins(CONTEST, "İstanbul")
    }
    assert province["AA"] == {"lead_points": "7.74", "leader": "chp"}
    assert province["ANKA"]["opened_share"] == "10"
    assert filed(at_blank, "Küçükçekmece") == [
        ("AA", {"chp": "58.63", "ak_parti": "35.94", "dem_parti": "1.26"}),
        ("ANKA", {"chp": "63.89", "ak_parti": "35.94", "dem_parti": "1.5"}),
    ]
    assert filed(at_blank, "Üsküdar")[0][1]["ak_parti"] == "38.3"
    times = {
        f"{bulletin.as_of:%H.%M}"
        for place in ("İstanbul", "Beyoğlu", "Üsküdar", "Küçükçekmece")
        for bulletin in at_blank.session.bulletins(CONTEST, place)
    }
    assert times == {"19.15", "19.25", "19.38"}
    assert Source("AA", CONTEST, "İstanbul") in at_blank.session.latest(CONTEST, "İstanbul")


TABLES = (
    "İlçe\tCHP\tAKP\nBeyoğlu\t55,05\t39,23\nÜsküdar\t51,14\t39,32\n",
    "İlçe      CHP    AKP\nBeyoğlu   55,05  39,23\nÜsküdar   51,14  39,32\n",
)


@pytest.mark.parametrize("text", TABLES)
@pytest.mark.parametrize("cursor", ["AA", "ANKA"])
def test_whose_a_table_is_that_names_no_agency_is_asked(
    at_blank: Hands, text: str, cursor: str
) -> None:
    def answer(dialog: QDialog) -> None:
        box = is_paste(dialog)
        assert box.model.rowCount() == 0
        assert "Which agency" in box.questions.list.item(0).text()
        assert "1 AA   2 ANKA" in box.questions.answers.text().replace("\u00a0", " ")
        press("Ctrl+Return")
        assert box.isVisible()
        press("9")
        # The agency, and which race it is in each district.
        assert box.questions.open_count() == 3
        press("2")
        assert box.questions.open_count() == 2
        press("1")
        assert box.questions.open_count() == 0
        press("Ctrl+Return")

    at_blank.stand(cursor, share("chp"))
    with meeting(answer):
        paste(at_blank, text)
    assert filed(at_blank, "Beyoğlu") == [("ANKA", {"chp": "55.05", "ak_parti": "39.23"})]
    assert filed(at_blank, "Üsküdar") == [("ANKA", {"chp": "51.14", "ak_parti": "39.32"})]


def test_a_table_of_nobody_can_be_left_out(at_blank: Hands) -> None:
    def leave(dialog: QDialog) -> None:
        press("0", "0", "0", "Ctrl+Return")
        assert "nothing here to file" in is_paste(dialog).message.text()

    with meeting(leave):
        paste(at_blank, TABLES[0])
    assert filed(at_blank, "Beyoğlu") == []


@pytest.mark.parametrize("text", ["ANKA\n\n" + TABLES[0], "CHP yüzde 55,05, AKP yüzde 39,23"])
def test_whose_it_is_is_not_asked_of_a_table_that_says_it_nor_of_a_sentence(
    at_blank: Hands, text: str
) -> None:
    def look(dialog: QDialog) -> None:
        lines = is_paste(dialog).questions.list
        asked = [lines.item(row).text() for row in range(lines.count())]
        assert not any("Which agency" in line for line in asked)
        assert is_paste(dialog).model.rowCount() > 0

    with meeting(look):
        paste(at_blank, text)


def test_a_race_that_is_not_the_pages_is_named(at_blank: Hands) -> None:
    def look(dialog: QDialog) -> None:
        box = is_paste(dialog)
        press("2")
        told = box.model.index(0, 0).data()
        assert told == "AA · Beyoğlu · 19.25 · District mayor"
        press("Escape")

    with meeting(look):
        paste(at_blank, "AA 19.25 Beyoğlu CHP yüzde 55,05, AKP yüzde 39,23")
    assert filed(at_blank, "Beyoğlu") == []
