"""The handbook under F1: whole, in the window's language, searched, and true of the desk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage

from desk.facts.codes import Code
from tests.handbook import codes
from tests.ui.hands import Hands, press, type_
from ui.texts.handbook import find, folder, sections
from ui.window.help import HelpPage, table_keys
from ui.window.menus import SPECS

ROOT = Path(__file__).resolve().parents[3]
KEY = re.compile(r"`((?:Ctrl|Shift|Alt|F\d)[^`]*)`")
PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")


def opened(hands: Hands, language: str) -> HelpPage:
    hands.speak(language)
    press("F1")
    hands.qtbot.waitUntil(lambda: hands.window.findChild(HelpPage) is not None)
    page = hands.window.findChild(HelpPage)
    hands.qtbot.waitUntil(page.isActiveWindow)
    return page


def listed(page: HelpPage) -> list[str]:
    return [page.contents.item(row).text().strip() for row in range(page.contents.count())]


def test_every_code_has_an_example_that_the_desk_works_out(qapp: object) -> None:
    """The page of codes is what the desk answers to its examples today."""
    assert codes.PAGE.read_text(encoding="utf-8") == codes.page(), "python -m tests.handbook.codes"
    told = re.findall(r"^\| ([A-Z]\d{3}) \|", codes.page(), re.MULTILINE)
    assert sorted(told) == sorted(Code)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_pages_name_keys_and_pictures_that_there_are(language: str) -> None:
    known = {spec.key.replace("Return", "Enter") for spec in SPECS}
    known |= {key for _, keys in table_keys() for key in re.split(r" · |  ", keys)}
    known |= {"Alt+←", "Ctrl+Shift+Backspace"}
    for section in sections(language):
        for key in KEY.findall(section.text):
            assert key in known, f"{section.page}: {key}"
        for picture in PICTURE.findall(section.text):
            assert not QImage(str(folder(language) / picture)).isNull(), picture
        for link in re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", section.text):
            assert link in {one.file for one in sections(language)}, link


def test_the_menus_commands_are_called_in_the_book_as_in_the_window(at_demo: Hands) -> None:
    at_demo.speak("tr")
    called = {
        (menu.text().replace("&", ""), one.text().replace("&", "").rstrip("…"))
        for menu in at_demo.window.menuBar().actions()
        for one in menu.menu().actions()
    }
    menus = "|".join({menu for menu, _ in called})
    named = [
        found
        for section in sections("tr")
        for found in re.findall(rf"\*({menus}), ([^*]+)\*", section.text.replace("\n", " "))
    ]
    assert len(named) > 8 and set(named) <= called, set(named) - called


def test_the_turkish_window_shows_the_turkish_book_and_finds_in_it(at_demo: Hands) -> None:
    page = opened(at_demo, "tr")
    assert {"Bütün tuşlar", "Düzeltmek"} <= set(listed(page))
    type_("yayimlanmis duzelt")
    first = next(row for row, text in enumerate(listed(page)) if "Yayımlanmış gönderi" in text)
    while page.contents.currentRow() != first:
        press("Down")
    assert "artık yanlış" in page.page.toPlainText()
    lit = {one.cursor.selectedText() for one in page.page.extraSelections()}
    assert {"Yayımlanmış", "düzelt"} <= lit
    page.line.setText("s927")
    assert page.contents.currentItem().text() == "Dosya · Bulgular ve kodlar"
    assert page.page.verticalScrollBar().value() > 0
    page.reject()


def test_the_english_window_shows_the_short_book(at_demo: Hands) -> None:
    page = opened(at_demo, "en")
    assert listed(page)[:3] == ["All keys", "Handbook, the short version", "Before the night"]
    page.line.setText("reported")
    assert "not reported" in page.page.toPlainText()
    assert not any("ü" in text or "ş" in text for text in listed(page))
    page.reject()


def test_a_link_and_a_picture_are_followed_and_fit(at_demo: Hands) -> None:
    page = opened(at_demo, "tr")
    page.page.anchorClicked.emit(QUrl("kodlar.md"))
    assert page.contents.currentItem().text() == "Bulgular ve kodlar"
    page.page.anchorClicked.emit(QUrl("README.md"))
    assert page.page.horizontalScrollBar().maximum() == 0, "the picture is as wide as the page"
    page.page.anchorClicked.emit(QUrl("nowhere.md"))
    assert page.contents.currentItem().text() == "Seçim gecesi el kitabı"
    page.reject()


def test_the_book_is_read_from_end_to_end_and_no_line_runs_out_of_the_page(
    at_demo: Hands,
) -> None:
    page = opened(at_demo, "tr")
    for row in range(page.contents.count()):
        assert page.contents.currentRow() == row
        assert page.page.toPlainText().strip()
        assert row == 0 or page.page.horizontalScrollBar().maximum() == 0, listed(page)[row]
        press("Down")
    page.resize(page.width() - 200, page.height())
    assert page.page.horizontalScrollBar().maximum() == 0
    page.reject()


def test_what_is_found_has_every_word_and_headings_come_first() -> None:
    found = find(["yedek"], "tr")
    assert found[0].heading == "Yedek"
    assert all("yede" in one.text.lower() for one in found)
    assert find(["yedek", "zzz"], "tr") == []
