"""The post's picture with real keys: seen when its tab is in front, copied, refused, kept in."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from desk.facts.bulletin import Item, Row
from desk.facts.post import PostKind
from desk.posts import picture
from tests.ui.hands import Hands, clipboard, focus, press, share, type_
from tests.ui.posts.test_composer import choose, open_posts
from ui.posts.composer import ComposerPage
from ui.posts.preview import PICTURE


def look(hands: Hands, page: ComposerPage) -> None:
    """Bring the tab to the front with keys, and wait for what comes to the screen."""
    page.preview.tabs.tabBar().setFocus()
    with hands.qtbot.waitSignal(page.preview.picture.drawn, timeout=20_000):
        press(*["Right"] * (PICTURE - page.preview.tabs.currentIndex()))
    assert page.preview.tabs.currentIndex() == PICTURE


def has_picture() -> bool:
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and data.hasImage()


def test_nothing_is_drawn_before_the_tab_is_in_front(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    page.compose()
    assert page.preview.picture.rest.idle
    assert page.preview.picture.image.shown.isNull()


def test_the_picture_stands_over_its_text(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    look(at_demo, page)
    assert page.post is not None
    content, drawn = picture.of_post(at_demo.session, page.post)
    image = page.preview.picture.image.shown
    assert not image.isNull()
    assert content.startswith(b"\x89PNG")
    assert page.preview.picture.alt.text() == drawn.alt
    assert "Beyoğlu" in drawn.alt


def test_ctrl_c_on_the_picture_copies_it_with_its_text(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    look(at_demo, page)
    page.preview.tabs.tabBar().setFocus()
    press("Tab")
    assert focus() is page.preview.picture.image
    press("Ctrl+C")
    assert has_picture()
    assert clipboard()[0] == page.preview.picture.alt.text()
    assert page.message.text().startswith("Copied as a picture")


def test_the_button_copies_too(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    look(at_demo, page)
    page.preview.picture.copy.setFocus()
    press("Space")
    assert has_picture()


def test_what_the_gate_stops_is_no_picture_either(at_demo: Hands) -> None:
    page = open_posts(at_demo, "Küçükçekmece")
    assert page.preview.gate.blocks
    look(at_demo, page)
    page.preview.take_keys()
    page.preview.picture.image.setFocus()
    press("Ctrl+C")
    assert not has_picture()
    assert page.message.text().startswith("▲ Stopped")


def test_where_no_chart_goes_the_sentence_stands(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    look(at_demo, page)
    with at_demo.qtbot.waitSignal(page.preview.picture.drawn, timeout=20_000):
        choose(page, PostKind.NOTE)
        page.text.headline.setFocus()
        type_("Not")
        page.text.body.setFocus()
        type_("Sayım sürüyor.")
        page.compose()
    assert page.preview.picture.image.shown.isNull()
    assert page.preview.picture.alt.text().startswith("No chart goes with")
    assert not page.preview.picture.copy.isEnabled()


def test_the_picture_follows_the_figures(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    look(at_demo, page)
    before = page.preview.picture.alt.text()
    press("Ctrl+1")
    at_demo.key("AA", share("chp"), "56,10")
    at_demo.key("AA", Row(Item.SHARE, "ak_parti"), "38,90")
    press("Ctrl+Return")
    with at_demo.qtbot.waitSignal(page.preview.picture.drawn, timeout=20_000):
        press("Ctrl+3")
    page.compose()
    at_demo.qtbot.waitUntil(lambda: "56,10" in page.preview.picture.alt.text(), timeout=20_000)
    assert "56,10" not in before


def test_the_sentence_follows_the_language(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    choose(page, PostKind.NOTE)
    look(at_demo, page)
    with at_demo.qtbot.waitSignal(page.preview.picture.drawn, timeout=20_000):
        at_demo.speak("tr")
    assert page.preview.tabs.tabText(PICTURE) == "Grafik"
    assert page.preview.picture.alt.text().startswith("Bu gönderinin grafiği yok")
