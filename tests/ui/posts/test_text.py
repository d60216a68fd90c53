"""The text of a post: numbers that move as one, are tied, owned, told about, carried and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QKeySequence, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from desk.drafts.model import Paragraph, Piece, Role
from desk.facts import settings
from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.edits import SetSetting, Withdraw
from tests.ui.hands import Hands, clipboard, focus, press, type_
from tests.ui.posts.test_composer import codes, headlines, open_posts
from ui.posts.composer import ComposerPage
from ui.posts.editor import CHIP, ChipEdit


@pytest.fixture
def page(at_demo: Hands) -> ComposerPage:
    return open_posts(at_demo)


def numbers(edit: ChipEdit) -> list[str]:
    return [piece.text for part in edit.parts() for piece in part.pieces if piece.is_number]


def words(edit: ChipEdit) -> str:
    return "\n".join(part.text for part in edit.parts())


def to_line(page: ComposerPage, number: int) -> None:
    """Put the caret at the beginning of a paragraph of the body."""
    cursor = page.text.body.textCursor()
    cursor.setPosition(page.text.body.document().findBlockByNumber(number).position())
    page.text.body.setTextCursor(cursor)
    page.text.body.setFocus()


def underlined(edit: ChipEdit) -> list[str]:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        mark.cursor.selectedText()
        for mark in edit.extraSelections()
        if mark.format.underlineStyle() is wave
    ]


def test_a_number_is_one_sign_that_backspace_takes_whole(page: ComposerPage) -> None:
    to_line(page, 2)
    before = numbers(page.text.body)
    line = page.text.body.toPlainText().splitlines()[2]
    assert line.count(CHIP) == 3 and "55,05" not in line
    press(*["Right"] * (line.index(CHIP) + 1))
    assert page.text.body.number_here() is not None
    press("Backspace")
    assert numbers(page.text.body) == before[1:]
    press("Ctrl+Z")
    assert numbers(page.text.body) == before


def test_the_caret_beside_a_number_says_what_it_is_tied_to(page: ComposerPage) -> None:
    to_line(page, 2)
    line = page.text.body.toPlainText().splitlines()[2]
    assert page.text.about.text() == ""
    press(*["Right"] * line.index(CHIP))
    assert page.text.about.text() == "55,05: AA, Beyoğlu: CHP 55.05 (time 19.25, bulletin 3)"
    assert page.text.body.accessibleDescription() == page.text.about.text()
    press("Ctrl+I")
    assert QToolTip.text() == page.text.about.text()
    QToolTip.hideText()


def test_a_number_that_follows_from_two_names_both(page: ComposerPage) -> None:
    parts = page.text.body.parts()
    (lead,) = [piece for part in parts for piece in part.pieces if piece.text == "15,82"]
    told = page.text.describe(lead).splitlines()
    assert len(told) == 2 and "CHP 55.05" in told[0] and "AKP 39.23" in told[1]


def test_hovering_tells_the_same(page: ComposerPage, qtbot: QtBot) -> None:
    to_line(page, 2)
    line = page.text.body.toPlainText().splitlines()[2]
    press(*["Right"] * line.index(CHIP))
    at = page.text.body.cursorRect().center() + QPoint(8, 0)
    viewport = page.text.body.viewport()
    hover = QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, hover)
    assert QToolTip.text().startswith("55,05: AA, Beyoğlu")
    QToolTip.hideText()


def test_ctrl_i_away_from_a_number_says_so(page: ComposerPage) -> None:
    press("Ctrl+I")
    assert page.message.text() == "There is no tied number beside the caret."


def test_a_typed_number_is_underlined_until_it_is_tied(page: ComposerPage) -> None:
    press("End")
    type_(" CHP yüzde 55,05.")
    page.compose()
    assert underlined(page.text.body) == ["55,05"]
    assert codes(page) == [Code.P501]
    press("Home", "F8", "F7")
    (menu,) = [found for found in page.findChildren(QMenu, "composer.number") if found.isVisible()]
    assert menu.activeAction().text() == "AA, Beyoğlu: CHP 55.05 (time 19.25, bulletin 3)"
    press_menu(menu, "Return")
    assert underlined(page.text.body) == []
    assert numbers(page.text.body)[0] == "55,05"
    assert codes(page) == []


def press_menu(menu: QMenu, key: str) -> None:
    """A key goes to the menu that is open."""
    QTest.keyClick(menu, QKeySequence(key)[0].key())


def test_a_typed_number_is_underlined_until_it_is_owned(page: ComposerPage, at_demo: Hands) -> None:
    press("End")
    type_(" Beklenti 12 puandan fazla.")
    press("Ctrl+Return")
    assert headlines(at_demo) == []
    press("F8", "Shift+F7")
    assert underlined(page.text.body) == [] and numbers(page.text.body)[0] == "12"
    assert page.text.describe(page.text.body.parts()[0].pieces[1]) == "12: your own number"
    press("Ctrl+Return")
    assert len(headlines(at_demo)) == 1
    assert "Beklenti 12 puandan fazla." in clipboard()[0]


def test_the_headline_works_the_same_way(page: ComposerPage, at_demo: Hands) -> None:
    page.text.headline.setFocus()
    press("End")
    type_(": CHP yüzde 61,23")
    page.compose()
    assert underlined(page.text.headline) == ["61,23"]
    press("F8")
    assert focus() is page.text.headline
    press("F7")
    (menu,) = [found for found in page.findChildren(QMenu, "composer.number") if found.isVisible()]
    press_menu(menu, "Return")
    press("Ctrl+Return")
    assert headlines(at_demo) == ["Beyoğlu'nda İmamoğlu iki ajansta da önde: CHP yüzde 61,23"]


def test_f8_goes_round_both_texts_and_says_when_there_is_nothing(page: ComposerPage) -> None:
    press("F8")
    assert page.message.text() == "Every number of this post is tied, or yours."
    press("End")
    type_(" 11 ve 12")
    page.text.headline.setFocus()
    press("End")
    type_(" 13")
    seen = []
    for _ in range(4):
        press("F8")
        edit = page.text.in_hand
        where = edit.loose_here()
        assert where is not None
        seen.append(edit.objectName())
    assert seen == ["composer.body", "composer.body", "composer.headline", "composer.body"]


def test_f7_lets_go_of_a_held_number_and_ties_it_again(page: ComposerPage) -> None:
    to_line(page, 2)
    line = page.text.body.toPlainText().splitlines()[2]
    press(*["Right"] * line.index(CHIP), "F7")
    assert page.message.text().startswith("55,05 is words again")
    assert "55,05" not in numbers(page.text.body)
    page.compose()
    assert underlined(page.text.body) == ["55,05"]
    press("F7")
    (menu,) = [found for found in page.findChildren(QMenu, "composer.number") if found.isVisible()]
    press_menu(menu, "Return")
    assert "55,05" in numbers(page.text.body)
    assert page.draft is not None and not page.draft.touched


def test_f7_without_a_loose_number_says_so(page: ComposerPage) -> None:
    press("F7")
    assert page.message.text().startswith("▲ No loose number at the caret")


def test_a_number_no_figure_says_can_only_be_owned(page: ComposerPage) -> None:
    press("End")
    type_(" 77,77")
    press("F7")
    (menu,) = [found for found in page.findChildren(QMenu, "composer.number") if found.isVisible()]
    assert [action.text() for action in menu.actions() if action.isEnabled() and action.text()] == [
        "It is my own number"
    ]
    menu.close()


def test_numbers_stay_tied_when_a_sentence_is_moved(page: ComposerPage) -> None:
    to_line(page, 2)
    press("Shift+Down", "Shift+Down", "Ctrl+X")
    assert "55,05" in clipboard()[0] and CHIP not in clipboard()[0]
    press("Ctrl+End", "Return", "Ctrl+V")
    assert "55,05" in numbers(page.text.body)[-4:]
    page.text.headline.setFocus()
    press("End", "Ctrl+V")
    assert "55,05" in numbers(page.text.headline)
    assert "\n" not in words(page.text.headline)


def test_what_comes_from_elsewhere_is_words(page: ComposerPage) -> None:
    data = QMimeData()
    data.setHtml("<b>Fark</b> <i>9</i>")
    data.setText(f"Fark 9 {CHIP}\nyeni")
    QGuiApplication.clipboard().setMimeData(data)
    press("End", "Ctrl+V")
    page.compose()
    assert words(page.text.body).splitlines()[:2] == [
        "İBB başkanlığı için AA ve ANKA'nın son verileri:Fark 9 ",
        "yeni",
    ]
    assert underlined(page.text.body) == ["9"]


def test_what_is_typed_behind_a_number_is_no_part_of_it(page: ComposerPage) -> None:
    to_line(page, 2)
    line = page.text.body.toPlainText().splitlines()[2]
    press(*["Right"] * (line.index(CHIP) + 1))
    type_("9")
    page.compose()
    assert underlined(page.text.body) == ["9"]
    assert numbers(page.text.body)[0] == "55,05"
    assert Code.P501 in codes(page)


def test_signs_beyond_the_first_plane_shift_no_mark(page: ComposerPage) -> None:
    press("End")
    page.text.body.insertPlainText(" 😀🗳 9 puan")
    page.compose()
    assert underlined(page.text.body) == ["9"]
    press("F8", "Shift+F7")
    assert "9" in numbers(page.text.body)
    assert "😀🗳 9 puan" in words(page.text.body)


def test_a_line_after_a_heading_is_a_line_of_its_block(page: ComposerPage) -> None:
    to_line(page, 1)
    press("End", "Return")
    type_("Sayım sürüyor.")
    page.compose()
    assert page.text.body.parts()[2] == Paragraph(Role.LINE, (Piece("Sayım sürüyor."),))
    assert page.post is not None
    assert page.post.blocks[0].lines[0] == "Sayım sürüyor."


def test_up_and_down_go_between_headline_and_text(page: ComposerPage) -> None:
    assert focus() is page.text.body
    press("Up")
    assert focus() is page.text.headline
    press("Down")
    assert focus() is page.text.body
    press("Up", "Return")
    assert focus() is page.text.body


def test_a_withdrawn_figure_asks_and_leaves_its_number_loose(
    page: ComposerPage, at_demo: Hands
) -> None:
    at_demo.night.go_to("İstanbul")
    page.compose()
    page.text.take_keys()
    press("End")
    type_(" Sayım sürüyor.")
    press("Ctrl+1")
    at_demo.stand("AA", Row(Item.LEAD_POINTS))
    at_demo.night.bridge.undo_stack.clear()
    assert page.draft is not None
    (number,) = {c.bulletin for c in page.draft.post.cited if c.slot.row.item is Item.LEAD_POINTS}
    at_demo.night.bridge.do(Withdraw((number,), "deneme"))
    press("Ctrl+3")
    assert "7,74 → –" in page.text.question.label.text()
    press("F9")
    assert "7,74" in underlined(page.text.body)


def test_a_desk_that_only_reads_can_look_and_not_publish(at_demo: Hands) -> None:
    path = at_demo.session.path
    at_demo.session.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
    press("Ctrl+W")
    assert at_demo.window.open_path(path, read_only=True)
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+3")
    page = at_demo.night.late["posts"].made
    assert isinstance(page, ComposerPage)
    page.publish()
    assert page.message.text().startswith("▲ This desk only reads")
    press("Ctrl+Shift+C")
    assert clipboard()[0].startswith("YAYIMLANMADI")
    press("End")
    type_(" x")
    page.compose()
    assert at_demo.session.settings.get("post.draft.comparison") is None


def test_the_look_follows_the_colours(page: ComposerPage, at_demo: Hands) -> None:
    press("End")
    type_(" 9")
    page.compose()
    before = ground(page)
    at_demo.window.use_scheme("dark")
    QApplication.processEvents()
    assert ground(page) != before
    at_demo.window.use_scheme("light")
    QApplication.processEvents()
    assert ground(page) == before


def ground(page: ComposerPage) -> QColor:
    (mark,) = page.text.body.extraSelections()
    return mark.format.background().color()
