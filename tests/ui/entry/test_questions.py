"""Every kind of question answered with real keys, and what was left out taken in by hand."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox

from desk.facts.bulletin import BulletinState, Item, Row, Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.reading.shapes import NOTHING
from tests.desk.reading.test_codes import TEXTS
from tests.ui.conftest import Answers
from tests.ui.hands import CONTEST, Hands, focus, meeting, press, type_
from ui.entry.paste import PasteDialog
from ui.entry.paste_model import PasteColumn

HEAD = "İBB 19.25\nBEYOĞLU\nAA: "
KINDS = {
    **{code: text for code, text in TEXTS.items() if code.startswith("Q")},
    "E122": "DHA: CHP yüzde 58,24; AKP yüzde 34,13",
    "Q318": "İlçe\tCHP\tAKP\nBeyoğlu\t55,05\t39,23\nÜsküdar\t51,14\t39,32\n",
    "Q310 of a number": "İBB: Beyoğlu'nda sayılan köylerde CHP yüzde 45,1",
    "Q301 of an independent": "Bağımsız Ali Veli yüzde 2,1, CHP yüzde 50",
}


def paste(hands: Hands, text: str, act: Callable[[PasteDialog], None]) -> None:
    def met(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        act(dialog)

    QGuiApplication.clipboard().setText(text)
    with meeting(met):
        press("Ctrl+V")


def lines(box: PasteDialog) -> list[str]:
    return [box.questions.list.item(row).text() for row in range(box.questions.list.count())]


def standing(hands: Hands, place: str = "Beyoğlu") -> dict[str, dict[str, str]]:
    """The standing figures of a place by agency, as text."""
    return {
        bulletin.source.agency: {
            f"{row.item.value} {row.contender}".strip(): str(value)
            for row, value in bulletin.figures.items()
        }
        for bulletin in hands.session.bulletins(CONTEST, place)
        if bulletin.state is BulletinState.STANDING
    }


@pytest.mark.parametrize("key", ["1", "2", "0"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_one_key_settles_every_kind_of_question(at_blank: Hands, kind: str, key: str) -> None:
    def answer(box: PasteDialog) -> None:
        assert focus() is box.questions.list
        while not lines(box)[box.questions.list.currentRow()].startswith("?") or (
            str(box.questions.current().question.code) != kind[:4]
        ):
            press("Down")
        asking = box.questions.current()
        assert asking is not None
        answers = asking.question.answers
        assert answers[-1] == NOTHING
        assert "0\u00a0no\u00a0figure" in box.questions.answers.text()
        if int(key) >= len(answers):
            return
        press(key)
        now = box.questions.current()
        if now is not None and now.question.source == asking.question.source:
            # The next step of the same number, or another question about the same words.
            assert (now.question.code, now.asks) != (asking.question.code, asking.asks)
        press("Backspace")
        assert box.questions.open_count() > 0

    paste(at_blank, KINDS[kind], answer)


CASES = {
    "one of two names": ("MP yüzde 1,2", ["1"], {"share memleket": "1.2"}),
    "or the other": ("MP yüzde 1,2", ["2"], {"share millet": "1.2"}),
    "whose": ("CHP ve AKP yüzde 45'te", ["2"], {"share chp": "45"}),
    "somebody else's": ("CHP ve AKP yüzde 45'te", ["3", "4"], {"share dem_parti": "45"}),
    "lost its mark": ("CHP 531.9", ["1"], {"share chp": "53.19"}),
    "a share": ("CHP: 35", ["1"], {"share chp": "35"}),
    "or votes": ("CHP: 35", ["2"], {"votes chp": "35"}),
    "votes with a mark": ("CHP yüzde 58.635", ["1"], {"votes chp": "58635"}),
    "given twice, the first": ("CHP yüzde 50. CHP yüzde 51.", ["1"], {"share chp": "50"}),
    "given twice, the second": (
        "CHP yüzde 50. CHP yüzde 51.",
        ["Down", "1"],
        {"share chp": "51"},
    ),
    "roughly": ("CHP yaklaşık yüzde 46 aldı", ["1"], {"share chp": "46"}),
    "a lead": (
        "CHP yüzde 50,1. Fark 7 puandan fazla",
        ["1"],
        {"share chp": "50.1", "lead_points": "7"},
    ),
    "a rival passed": ("CHP AKP'yi 12 bin oy geçti", ["1"], {"lead_votes": "12000"}),
    "by points": ("CHP AKP'yi yüzde 3 geçti", ["1"], {"lead_points": "3"}),
    "her own votes after all": (
        "CHP AKP'yi 12 bin oy geçti",
        ["2"],
        {"votes ak_parti": "12000"},
    ),
    "the party": ("CHP adayı Murat Kurum yüzde 51", ["1"], {"share chp": "51"}),
    "or the candidate": ("CHP adayı Murat Kurum yüzde 51", ["2"], {"share ak_parti": "51"}),
    "too much together": (
        "CHP yüzde 60 aldı. AKP yüzde 70 aldı.",
        ["1", "0"],
        {"share chp": "60"},
    ),
    "an independent": (
        "Bağımsız Ali Veli yüzde 2,1, CHP yüzde 50",
        ["6"],
        {"share diger": "2.1", "share chp": "50"},
    ),
    "no figure": ("CHP: 35. AKP yüzde 40", ["0"], {"share ak_parti": "40"}),
}


@pytest.mark.parametrize("case", sorted(CASES))
def test_what_was_answered_is_filed(at_blank: Hands, case: str) -> None:
    text, keys, wanted = CASES[case]
    paste(at_blank, HEAD + text, lambda _: press(*keys, "Ctrl+Return"))
    assert standing(at_blank) == {"AA": wanted}


ADDRESSES = {
    "a place": ("İBB AA\nPaşaköy: CHP yüzde 35,1", ["1"], "AA", "İstanbul"),
    "an agency": ("İBB BEYOĞLU\nAA ve ANKA: CHP yüzde 35,1", ["1"], "ANKA", "Beyoğlu"),
    "the other agency": ("İBB BEYOĞLU\nAA ve ANKA: CHP yüzde 35,1", ["2"], "AA", "Beyoğlu"),
    "an agency of no column": ("İBB BEYOĞLU\nDHA: CHP yüzde 35,1", ["2"], "ANKA", "Beyoğlu"),
    "a place, then the figure": (
        "İBB AA: Beyoğlu'nda sayılan köylerde CHP yüzde 35,1",
        ["1", "1"],
        "AA",
        "Beyoğlu",
    ),
}


@pytest.mark.parametrize("case", sorted(ADDRESSES))
def test_where_and_whose_is_answered_and_read_again(at_blank: Hands, case: str) -> None:
    text, keys, agency, place = ADDRESSES[case]
    paste(at_blank, text, lambda _: press(*keys, "Ctrl+Return"))
    assert standing(at_blank, place) == {agency: {"share chp": "35.1"}}


def test_an_answer_holds_for_the_whole_text_or_for_one_question(at_blank: Hands) -> None:
    text = "İBB AA\nPaşaköy: CHP yüzde 35,1\nÜSKÜDAR İBB\nAKP yüzde 40\nPaşaköy: AKP yüzde 45,1"

    def one(box: PasteDialog) -> None:
        assert box.questions.open_count() == 2
        assert not box.questions.whole.isChecked()
        press("1")
        assert box.questions.open_count() == 1

    def whole(box: PasteDialog) -> None:
        press("Space")
        assert box.questions.whole.isChecked()
        press("1")
        assert box.questions.open_count() == 0
        press("Ctrl+Return")

    paste(at_blank, text, one)
    paste(at_blank, text, whole)
    assert standing(at_blank, "İstanbul") == {"AA": {"share chp": "35.1", "share ak_parti": "45.1"}}


@pytest.mark.parametrize(
    "text", ["Ekrem Başkan yüzde 51,1", "MP yüzde 1,2", "CHP adayı Murat Kurum yüzde 51"]
)
def test_a_name_is_asked_once(at_blank: Hands, text: str) -> None:
    paste(at_blank, HEAD + text, lambda _: press("1", "Ctrl+Return"))

    def again(box: PasteDialog) -> None:
        assert box.questions.open_count() == 0

    paste(at_blank, (HEAD + text).replace("19.25", "20.25"), again)


def test_an_answer_is_taken_back_and_its_name_forgotten(at_blank: Hands) -> None:
    def change(box: PasteDialog) -> None:
        press("1")
        assert [one.label for one in at_blank.session.aliases] == ["Ekrem Başkan"]
        box.questions.take_keys()
        press("Backspace")
        assert at_blank.session.aliases == ()
        assert "Ekrem Başkan" in lines(box)[0]
        press("2", "Ctrl+Return")

    paste(at_blank, HEAD + "Ekrem Başkan yüzde 51,1, DEM yüzde 3", change)
    assert standing(at_blank)["AA"] == {"share ak_parti": "51.1", "share dem_parti": "3"}


def test_what_was_left_out_is_taken_in_step_by_step(at_blank: Hands) -> None:
    def take(box: PasteDialog) -> None:
        assert lines(box) == ["– yüzde 48: another election's figure."]
        press("Tab")
        assert focus() is box.questions.list
        press("Down", "Return")
        asked = []
        while box.questions.open_count():
            asked.append(lines(box)[0])
            press("1")
        assert asked == [
            "? What is yüzde 48? It was left out.",
            "? Which contest is yüzde 48 of?",
            "? Which place is yüzde 48 of?",
            "? Which agency's is yüzde 48?",
        ]
        state = [
            box.model.index(row, PasteColumn.STATE).data() for row in range(box.model.rowCount())
        ]
        assert state == ["new", "new, by hand"]
        press("Ctrl+Return")

    paste(at_blank, HEAD + "AKP yüzde 40. 2019'da CHP yüzde 48 almıştı.", take)
    assert standing(at_blank) == {"AA": {"share ak_parti": "40", "share chp": "48"}}
    (bulletin,) = at_blank.session.bulletins(CONTEST, "Beyoğlu")
    raw = at_blank.session.raw_text(bulletin.id)
    assert raw is not None
    start, end = raw.fragments[Row(Item.SHARE, "chp")]
    assert raw.content[start:end] == "yüzde 48"


UNCOUNTED = {
    "15 sandık henüz sayılmadı": "15",
    "1.189 sandıktan 15 tanesi sayılmadı": "15",
    "7 sandık kapalı": "7",
    "1045 no'lu sandıkta CHP 164 oy aldı": "164",
    "Geçersiz oy: 5.156": "5.156",
}


@pytest.mark.parametrize("text", UNCOUNTED)
def test_what_is_no_result_is_left_out_for_a_reason_that_fits(at_blank: Hands, text: str) -> None:
    told: list[str] = []
    at_blank.speak("tr")
    said = (
        f"– {UNCOUNTED[text]}: seçmen; sayılmayan ya da tek tek sandık; "
        "kullanılan, geçerli ya da geçersiz oy."
    )
    paste(at_blank, HEAD + f"CHP yüzde 48. {text}.", lambda box: told.extend(lines(box)))
    assert said in told


def test_it_is_left_out_after_all_and_taken_back(at_blank: Hands) -> None:
    def change(box: PasteDialog) -> None:
        box.table.setFocus()
        box.table.setCurrentIndex(box.model.index(0, PasteColumn.VALUE))
        press("Delete")
        assert lines(box) == ["– yüzde 50,1: left out by you."]
        press("Tab", "Down", "1")
        assert lines(box) == []
        assert box.model.rowCount() == 2
        press("Ctrl+Return")

    paste(at_blank, HEAD + "CHP yüzde 50,1, AKP yüzde 40", change)
    assert standing(at_blank) == {"AA": {"share chp": "50.1", "share ak_parti": "40"}}


def test_a_question_answered_with_0_comes_back(at_blank: Hands) -> None:
    def change(box: PasteDialog) -> None:
        press("0")
        assert lines(box) == ["– 35: left out by you."]
        box.questions.take_keys()
        press("Down", "Return")
        assert lines(box)[0].startswith("? Is 35 a share")
        press("1", "Ctrl+Return")

    paste(at_blank, HEAD + "CHP: 35. AKP yüzde 40", change)
    assert standing(at_blank)["AA"] == {"share chp": "35", "share ak_parti": "40"}


def test_another_answer_is_chosen_from_the_list(at_blank: Hands) -> None:
    def choose(box: PasteDialog) -> None:
        press("Tab")
        assert focus() is box.questions.others
        type_("turnout")
        press("Return")
        assert box.questions.open_count() == 0
        press("Ctrl+Return")

    paste(at_blank, HEAD + "CHP: 35. AKP yüzde 40", choose)
    assert standing(at_blank)["AA"] == {"turnout": "35", "share ak_parti": "40"}


def file_old(hands: Hands) -> None:
    source = Source("ANKA", CONTEST, "Beyoğlu")
    figures = {
        Row(Item.SHARE, "chp"): Decimal("47.1"),
        Row(Item.SHARE, "ak_parti"): Decimal("40.2"),
    }
    moment = hands.session.night_clock()
    hands.session.record(FileBulletins((NewBulletin(source, moment, figures),)))


CORRECTION = "İBB BEYOĞLU\nANKA: CHP yüzde 47,1 değil 48,1\n"


def test_a_correction_is_offered_with_its_reason_and_is_one_act(at_blank: Hands) -> None:
    file_old(at_blank)

    def look(box: PasteDialog) -> None:
        assert box.model.index(0, PasteColumn.STATE).data() == "corrects 47,1"
        assert box.reason.isVisible()
        assert box.reason.text() == "ANKA corrected itself: CHP 48.1, not 47.1"
        press("Ctrl+Return")

    paste(at_blank, CORRECTION, look)
    assert standing(at_blank) == {"ANKA": {"share chp": "48.1", "share ak_parti": "40.2"}}
    wrong, right = at_blank.session.bulletins(CONTEST, "Beyoğlu")
    assert (right.replaces, right.as_of) == (wrong.id, wrong.as_of)
    assert right.reason == "ANKA corrected itself: CHP 48.1, not 47.1"
    press("Ctrl+Z")
    assert standing(at_blank) == {"ANKA": {"share chp": "47.1", "share ak_parti": "40.2"}}


def test_a_correction_of_what_nobody_filed_is_a_bulletin(at_blank: Hands) -> None:
    def look(box: PasteDialog) -> None:
        assert box.model.index(0, PasteColumn.STATE).data() == "new"
        assert not box.reason.isVisible()
        press("Ctrl+Return")

    paste(at_blank, CORRECTION, look)
    assert standing(at_blank) == {"ANKA": {"share chp": "48.1"}}


def test_a_correction_without_a_reason_is_not_filed(at_blank: Hands) -> None:
    file_old(at_blank)

    def clear(box: PasteDialog) -> None:
        box.reason.setFocus()
        press("Ctrl+A", "Delete", "Ctrl+Return")
        assert box.isVisible()
        assert box.message.text()

    paste(at_blank, CORRECTION, clear)
    assert standing(at_blank)["ANKA"]["share chp"] == "47.1"


def test_escape_asks_before_answers_are_lost(at_blank: Hands, answers: Answers) -> None:
    answers.answer = QMessageBox.StandardButton.Cancel

    def leave(box: PasteDialog) -> None:
        press("1", "Escape")
        assert box.isVisible()
        assert "answers" in answers.asked[-1]
        answers.answer = QMessageBox.StandardButton.Discard
        press("Escape")
        assert not box.isVisible()

    paste(at_blank, HEAD + "CHP: 35", leave)


def test_escape_asks_nothing_where_nothing_was_done(at_blank: Hands, answers: Answers) -> None:
    paste(at_blank, HEAD + "CHP: 35", lambda _: press("Escape"))
    assert answers.asked == []


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab", "F6"])
@pytest.mark.parametrize("text", ["CHP: 35. AKP yüzde 40", "AKP yüzde 40", "Ekrem Başkan yüzde 9"])
def test_the_keys_go_round_without_a_dead_end(at_blank: Hands, text: str, key: str) -> None:
    def walk(box: PasteDialog) -> None:
        first = focus()
        met = [first]
        press(key)
        while focus() is not first:
            met.append(focus())
            assert len(met) < 12
            press(key)
        assert {box.text, box.table} <= set(met)
        assert (box.questions.list in met) == (text != "AKP yüzde 40")

    paste(at_blank, HEAD + text, walk)


def test_a_row_s_words_are_lit(at_blank: Hands) -> None:
    def look(box: PasteDialog) -> None:
        lit = {one.cursor.selectedText() for one in box.text.extraSelections()}
        assert {"AA", "BEYOĞLU", "19.25", "İBB", "yüzde 50,1", "yüzde 48"} <= lit
        assert box.text.extraSelections()[-1].cursor.selectedText() == "yüzde 50,1"
        press("Tab", "Down")
        assert box.text.extraSelections()[-1].cursor.selectedText() == "yüzde 48"
        press("Shift+Tab")
        assert box.text.extraSelections()[-1].cursor.selectedText() == "yüzde 50,1"

    paste(at_blank, HEAD + "CHP yüzde 50,1. 2019'da CHP yüzde 48 almıştı.", look)
