"""The post beside the table: ticked with the space bar, live, and out only by the composer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desk.facts.edits import Accept, SetSetting
from desk.facts.post import Ask, PostKind
from desk.facts.settings import BAN_LIFTED
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.rules.checks import Checks
from tests.ui.hands import (
    CONTEST,
    PAIR,
    PLACE,
    Hands,
    clipboard,
    focus,
    press,
    share,
    type_,
    unpublished,
)
from ui.comparison.preview import PostPreview
from ui.night.page import COMPARISON, POSTS
from ui.posts import saving
from ui.posts.asking import TICKED
from ui.posts.composer import ComposerPage

CHP, AKP = share("chp"), share("ak_parti")


@pytest.fixture
def panel(at_demo: Hands) -> PostPreview:
    press("Ctrl+2")
    panel = at_demo.night.comparison.preview
    at_demo.qtbot.waitUntil(lambda: panel.post is not None)
    return panel


@pytest.fixture
def passing(at_demo: Hands) -> None:
    """The ban lifted, and what is impossible in the figures accepted: nothing is in the way."""
    at_demo.session.record(SetSetting(BAN_LIFTED, "2024-03-31T19:00"))
    checks = Checks(at_demo.session)
    for finding in checks.of_place(CONTEST, PLACE):
        if finding.severity == "error":
            at_demo.session.record(Accept(finding.remembered, "as ANKA published it"))
    at_demo.night.bridge.reloaded.emit()


def expected(hands: Hands, *places: str, title: str = "", pair: tuple[str, str] = PAIR) -> str:
    return forms.to_text(
        compose(hands.session, PostKind.COMPARISON, Ask(CONTEST, places, pair, title=title))
    )


def copied(hands: Hands, *places: str, title: str = "") -> str:
    """What a copy of a post that is in no ledger says: that first."""
    return f"{forms.UNPUBLISHED}\n\n{expected(hands, *places, title=title)}"


def composer(hands: Hands) -> ComposerPage:
    page = hands.night.late["posts"].made
    assert isinstance(page, ComposerPage), "nobody has opened the page"
    return page


def shown(panel: PostPreview) -> str:
    return panel.view.toPlainText()


def test_the_space_bar_puts_places_into_the_post(at_blank: Hands) -> None:
    at_blank.find("beyoğlu")
    at_blank.key("AA", CHP, "55,05")
    press("Ctrl+Return", "Ctrl+2")
    panel = at_blank.night.comparison.preview
    at_blank.qtbot.waitUntil(lambda: "Tick the places" in shown(panel))
    assert not panel.door.isEnabled()
    at_blank.tick("Beyoğlu", "Adalar")
    at_blank.qtbot.waitUntil(lambda: "BEYOĞLU" in shown(panel))
    assert at_blank.night.comparison.model.chosen_places() == ("Adalar", "Beyoğlu")
    at_blank.tick("Beyoğlu")
    at_blank.qtbot.waitUntil(lambda: panel.post is None)
    assert "no bulletin for Adalar makes this post" in shown(panel)
    press("Ctrl+Z")
    at_blank.qtbot.waitUntil(lambda: panel.post is not None)


def test_it_says_for_how_many_places_and_folds_its_text(at_demo: Hands, panel: PostPreview) -> None:
    title = panel.findChild(QLabel, "post.places")
    assert isinstance(title, QLabel)
    assert title.text() == f"Places for the post: 3 · Beyoğlu, {PLACE}, Üsküdar"
    assert not panel.view.isVisible()
    panel.look.click()
    assert panel.view.isVisible() and panel.look.text() == "Hide its text"
    panel.look.click()
    at_demo.tick("Beyoğlu", PLACE, "Üsküdar")
    at_demo.qtbot.waitUntil(lambda: title.text().startswith("No place is ticked"))


def test_the_demonstration_has_its_three_districts_ticked(
    at_demo: Hands, panel: PostPreview
) -> None:
    assert at_demo.night.comparison.model.chosen_places() == ("Beyoğlu", PLACE, "Üsküdar")
    assert panel.post is not None
    assert forms.to_text(panel.post) == expected(at_demo, "Beyoğlu", PLACE, "Üsküdar")
    assert "Beyoğlu, Küçükçekmece ve Üsküdar'da İmamoğlu iki ajansta da önde" in shown(panel)
    for gap in ("6,18", "8,88", "5,26"):
        assert f"arasındaki fark: İmamoğlu {gap} puan" in shown(panel)


def test_what_speaks_against_the_post_is_said_beside_it(panel: PostPreview) -> None:
    assert panel.findings.isVisible()
    assert panel.findings.text().startswith("▲ ANKA, Küçükçekmece: the shares add to 101.33")


def test_the_preview_follows_what_is_filed(at_demo: Hands, panel: PostPreview) -> None:
    press("Ctrl+1")
    at_demo.key("ANKA", CHP, "62,01")
    at_demo.key("ANKA", AKP, "35,94")
    press("Ctrl+Return", "Ctrl+2")
    at_demo.qtbot.waitUntil(lambda: "62,01" in shown(panel))
    assert "63,89" not in shown(panel)
    assert not panel.findings.isVisible()
    press("Ctrl+Z", "Ctrl+2")
    at_demo.qtbot.waitUntil(lambda: "63,89" in shown(panel))


def test_a_draft_is_not_in_the_post(at_demo: Hands, panel: PostPreview) -> None:
    before = shown(panel)
    press("Ctrl+1")
    at_demo.key("ANKA", CHP, "62,01")
    press("Ctrl+2")
    panel.compose()
    assert shown(panel) == before


@pytest.mark.usefixtures("passing")
def test_the_door_opens_the_composer_on_exactly_this_post(
    at_demo: Hands, panel: PostPreview
) -> None:
    panel.door.setFocus()
    press("Space")
    page = composer(at_demo)
    assert at_demo.night.pages.currentIndex() == POSTS
    assert focus() is page.text.body
    assert page.draft is not None and page.draft.kind is PostKind.COMPARISON
    assert page.draft.ask == Ask(CONTEST, ("Beyoğlu", PLACE, "Üsküdar"))
    assert page.post == panel.post
    assert page.message.text().startswith("Nothing has been copied or saved yet")


def test_the_door_keeps_contest_and_agencies_and_forgets_the_moment(
    at_demo: Hands, panel: PostPreview
) -> None:
    press("Ctrl+3")
    page = composer(at_demo)
    page.ask.at.setFocus()
    type_("1925")
    at_demo.night.entry.head.choose(CONTEST, ("ANKA", "AA"))
    press("Ctrl+2", "Ctrl+Shift+C")
    assert page.draft is not None
    assert page.draft.ask == Ask(CONTEST, ("Beyoğlu", PLACE, "Üsküdar"), ("ANKA", "AA"))
    assert page.post is not None and page.post == panel.post
    assert forms.to_text(page.post) == expected(
        at_demo, "Beyoğlu", PLACE, "Üsküdar", pair=("ANKA", "AA")
    )


def test_the_door_leaves_a_text_of_hers_for_other_places_alone(at_demo: Hands) -> None:
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+3", "End")
    type_(" Sayım sürüyor.")
    press("Ctrl+2", "Ctrl+Shift+C")
    page = composer(at_demo)
    assert "Sayım sürüyor." in page.text.body.toPlainText()
    assert "Your text is about: Beyoğlu." in page.text.question.label.text()


@pytest.mark.usefixtures("passing")
def test_the_post_is_copied_as_text_and_html_at_once(at_demo: Hands, panel: PostPreview) -> None:
    press("Ctrl+Shift+C")
    assert clipboard() == ("", "")
    press("Ctrl+Shift+C")
    text, html = clipboard()
    assert text == copied(at_demo, "Beyoğlu", PLACE, "Üsküdar")
    assert panel.post is not None
    assert forms.to_html(panel.post) in html
    said = composer(at_demo).message.text()
    assert said == unpublished(panel.post.headline)


@pytest.mark.usefixtures("passing")
@pytest.mark.parametrize("key", ["Ctrl+Shift+C", "Ctrl+Shift+S"])
@pytest.mark.parametrize("start", [n for n in range(9) if n != POSTS])
def test_from_any_page_the_keys_of_the_post_lead_to_the_composer(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch, start: int, key: str
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(1) or ("", ""))
    at_demo.night.show_page(start)
    press(key)
    assert clipboard() == ("", "") and asked == []
    page = composer(at_demo)
    assert focus() is page.text.body
    assert page.post is not None
    assert forms.to_text(page.post) == expected(at_demo, "Beyoğlu", PLACE, "Üsküdar")


def test_nothing_to_go_on_with_is_told_and_seen(at_blank: Hands) -> None:
    at_blank.qtbot.waitUntil(lambda: at_blank.window.isActiveWindow())
    before = clipboard()
    press("Ctrl+Shift+C")
    assert clipboard() == before
    assert at_blank.night.pages.currentIndex() == COMPARISON
    assert "Tick the places" in shown(at_blank.night.comparison.preview)
    assert "Tick the places" in at_blank.message
    assert at_blank.night.late["posts"].made is None


@pytest.mark.usefixtures("passing")
def test_nothing_of_the_preview_can_be_taken_past_the_gate(
    at_demo: Hands, panel: PostPreview
) -> None:
    press("F6")
    assert focus() is panel.door
    press("Tab", "Space")
    assert focus() is panel.view
    press("Ctrl+A", "Ctrl+C", "Ctrl+Insert", "Ctrl+Return")
    text, html = clipboard()
    assert panel.post is not None and panel.post.headline in shown(panel)
    assert panel.post.headline not in text + html and "BEYOĞLU" not in text + html
    assert not panel.view.textCursor().hasSelection()
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert not panel.view.textCursor().hasSelection()
    assert ledger.entries(at_demo.session) == ()


def test_what_the_gate_stops_is_neither_copied_nor_saved(
    at_demo: Hands, panel: PostPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(1) or ("", ""))
    before = clipboard()
    press("Ctrl+Shift+C", "Ctrl+Shift+C", "Ctrl+Shift+S")
    assert clipboard() == before and asked == []
    # The same places are in front, with everything that is in the way.
    page = composer(at_demo)
    assert page.message.text().startswith("▲ Stopped (1 in the way")
    assert page.ask.places.currentData() == TICKED
    assert page.draft is not None and page.draft.ask.places == ("Beyoğlu", PLACE, "Üsküdar")
    assert {one.code.value for one in page.preview.gate.obstacles} == {"P502"}


@pytest.mark.usefixtures("passing")
def test_copying_is_no_publishing(at_demo: Hands, panel: PostPreview) -> None:
    press("Ctrl+Shift+C", "Ctrl+Shift+C")
    assert clipboard()[0] and ledger.entries(at_demo.session) == ()


@pytest.mark.usefixtures("passing")
@pytest.mark.parametrize(
    ("ending", "write"),
    [
        (".txt", forms.to_text),
        (".html", forms.to_html),
        (".md", forms.to_markdown),
        (".json", saving.to_json_text),
        (".odd", forms.to_text),
    ],
)
def test_the_post_is_saved_in_the_form_of_its_ending(
    at_demo: Hands,
    panel: PostPreview,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    ending: str,
    write: object,
) -> None:
    path = tmp_path / f"post{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press("Ctrl+Shift+S", "Ctrl+Shift+S")
    assert panel.post is not None and callable(write)
    assert path.read_bytes() == write(panel.post).encode()
    assert composer(at_demo).message.text() == f"Saved: post{ending}"


@pytest.mark.usefixtures("passing", "panel")
def test_a_folder_that_is_not_there_is_told(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "nowhere" / "post.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press("Ctrl+Shift+S", "Ctrl+Shift+S")
    assert "the folder does not exist" in composer(at_demo).message.text()


@pytest.mark.usefixtures("passing", "panel")
def test_a_headline_of_her_own(at_demo: Hands) -> None:
    press("Ctrl+Shift+C", "Ctrl+Home", "Up")
    page = composer(at_demo)
    assert focus() is page.text.headline
    press("Ctrl+A")
    type_("Fark açılıyor")
    press("Ctrl+Shift+C")
    wanted = copied(at_demo, "Beyoğlu", PLACE, "Üsküdar", title="Fark açılıyor")
    assert clipboard()[0] == wanted


def test_the_places_of_the_post_travel_with_the_file(at_demo: Hands) -> None:
    path = at_demo.session.path
    at_demo.tick("Beyoğlu")
    press("Ctrl+W")
    assert at_demo.window.open_path(path)
    assert at_demo.night.comparison.model.chosen_places() == (PLACE, "Üsküdar")


@pytest.mark.parametrize("width", [1366, 1100])
def test_agency_and_hour_stand_in_one_line_and_nothing_scrolls_sideways(
    at_demo: Hands, panel: PostPreview, width: int
) -> None:
    at_demo.session.record(SetSetting("figures", "table"))
    panel.look.click()
    press("Ctrl+1", "Ctrl+2")
    at_demo.window.resize(width, 768)
    at_demo.qtbot.waitUntil(lambda: "<table" in panel.view.toHtml())
    at_demo.qtbot.waitUntil(lambda: not panel.view.horizontalScrollBar().isVisible())
    document = panel.view.document()
    for head in ("AA (19.25)", "ANKA (19.25)", "Fark (puan)"):
        cursor = document.find(head)
        assert not cursor.isNull()
        assert cursor.block().layout().lineCount() == 1
    press("Ctrl+Shift+C", "Ctrl+Shift+C")
    assert "\N{NO-BREAK SPACE}(" not in "".join(clipboard())
