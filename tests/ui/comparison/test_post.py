"""The post beside the table: ticked with the space bar, live, copied, saved, its headline hers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desk.facts.edits import Accept, SetSetting
from desk.facts.settings import BAN_LIFTED
from desk.posts import comparison as posts
from desk.posts import forms as post_forms
from desk.posts import ledger
from desk.rules.checks import Checks
from tests.ui.hands import CONTEST, PAIR, PLACE, Hands, clipboard, press, share, type_
from ui.comparison.post import PostPanel
from ui.posts import saving as post_saving
from ui.posts.asking import TICKED
from ui.posts.composer import ComposerPage

CHP, AKP = share("chp"), share("ak_parti")


@pytest.fixture
def panel(at_demo: Hands) -> PostPanel:
    press("Ctrl+2")
    panel = at_demo.night.comparison.post
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


def expected(hands: Hands, *places: str, title: str = "") -> str:
    return post_forms.to_text(posts.comparison(hands.session, CONTEST, places, PAIR, title=title))


def shown(panel: PostPanel) -> str:
    return panel.preview.toPlainText()


def test_the_space_bar_puts_places_into_the_post(at_blank: Hands) -> None:
    at_blank.find("beyoğlu")
    at_blank.key("AA", CHP, "55,05")
    press("Ctrl+Return", "Ctrl+2")
    panel = at_blank.night.comparison.post
    at_blank.qtbot.waitUntil(lambda: "Tick the places" in shown(panel))
    assert not panel.copy_button.isEnabled()
    at_blank.tick("Beyoğlu", "Adalar")
    at_blank.qtbot.waitUntil(lambda: "BEYOĞLU" in shown(panel))
    assert at_blank.night.comparison.model.chosen_places() == ("Adalar", "Beyoğlu")
    at_blank.tick("Beyoğlu")
    at_blank.qtbot.waitUntil(lambda: panel.post is None)
    assert "no bulletin for Adalar makes this post" in shown(panel)
    press("Ctrl+Z")
    at_blank.qtbot.waitUntil(lambda: panel.post is not None)


def test_the_demonstration_has_its_three_districts_ticked(at_demo: Hands, panel: PostPanel) -> None:
    assert at_demo.night.comparison.model.chosen_places() == ("Beyoğlu", PLACE, "Üsküdar")
    assert panel.post is not None
    assert post_forms.to_text(panel.post) == expected(at_demo, "Beyoğlu", PLACE, "Üsküdar")
    assert "Kritik ilçelerde son durum" in shown(panel)
    for gap in ("6,18", "8,88", "5,26"):
        assert f"CHP {gap} puan" in shown(panel)


def test_what_speaks_against_the_post_is_said_beside_it(panel: PostPanel) -> None:
    assert panel.findings.isVisible()
    assert panel.findings.text().startswith("▲ ANKA, Küçükçekmece: the shares add to 101.33")


def test_the_preview_follows_what_is_filed(at_demo: Hands, panel: PostPanel) -> None:
    press("Ctrl+1")
    at_demo.key("ANKA", CHP, "62,01")
    at_demo.key("ANKA", AKP, "35,94")
    press("Ctrl+Return", "Ctrl+2")
    at_demo.qtbot.waitUntil(lambda: "62,01" in shown(panel))
    assert "63,89" not in shown(panel)
    assert not panel.findings.isVisible()
    press("Ctrl+Z")
    at_demo.qtbot.waitUntil(lambda: "63,89" in shown(panel))


def test_a_draft_is_not_in_the_post(at_demo: Hands, panel: PostPanel) -> None:
    before = shown(panel)
    press("Ctrl+1")
    at_demo.key("ANKA", CHP, "62,01")
    press("Ctrl+2")
    panel.compose()
    assert shown(panel) == before


@pytest.mark.usefixtures("passing")
def test_the_post_is_copied_as_text_and_html_at_once(at_demo: Hands, panel: PostPanel) -> None:
    press("Ctrl+Shift+C")
    text, html = clipboard()
    assert text == expected(at_demo, "Beyoğlu", PLACE, "Üsküdar")
    assert panel.post is not None
    assert post_forms.to_html(panel.post) in html
    assert panel.message.text().startswith("Copied as text and HTML: Kritik ilçelerde")


@pytest.mark.usefixtures("passing")
def test_the_post_is_copied_from_the_entry_page_too(at_demo: Hands) -> None:
    press("Ctrl+Shift+C")
    assert clipboard()[0] == expected(at_demo, "Beyoğlu", PLACE, "Üsküdar")


def test_nothing_to_copy_leaves_the_clipboard_and_says_why(at_blank: Hands) -> None:
    at_blank.qtbot.waitUntil(lambda: at_blank.window.isActiveWindow())
    before = clipboard()
    press("Ctrl+2", "Ctrl+Shift+C")
    assert clipboard() == before
    assert "Tick the places" in at_blank.night.comparison.post.message.text()


def test_what_the_gate_stops_is_neither_copied_nor_saved(
    at_demo: Hands, panel: PostPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(1) or ("", ""))
    before = clipboard()
    press("Ctrl+Shift+C", "Ctrl+Shift+S")
    assert clipboard() == before and asked == []
    assert panel.message.text().startswith("▲ Not let out: ")
    assert "Posts (Ctrl+5)" in panel.message.text()
    # There the same places are in front, with everything that is in the way.
    press("Ctrl+5")
    page = at_demo.night.late["posts"].made
    assert isinstance(page, ComposerPage)
    assert page.ask.places.currentData() == TICKED
    assert page.draft is not None and page.draft.ask.places == ("Beyoğlu", PLACE, "Üsküdar")
    assert {one.code.value for one in page.preview.gate.obstacles} == {"P502"}


@pytest.mark.usefixtures("passing")
def test_copying_beside_the_comparison_is_no_publishing(at_demo: Hands, panel: PostPanel) -> None:
    press("Ctrl+Shift+C")
    assert ledger.entries(at_demo.session) == ()


@pytest.mark.usefixtures("passing")
@pytest.mark.parametrize(
    ("ending", "write"),
    [
        (".txt", post_forms.to_text),
        (".html", post_forms.to_html),
        (".md", post_forms.to_markdown),
        (".json", post_saving.to_json_text),
        (".odd", post_forms.to_text),
    ],
)
def test_the_post_is_saved_in_the_form_of_its_ending(
    panel: PostPanel,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    ending: str,
    write: object,
) -> None:
    path = tmp_path / f"post{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press("Ctrl+Shift+S")
    assert panel.post is not None and callable(write)
    assert path.read_bytes() == write(panel.post).encode()
    assert panel.message.text() == f"Saved: post{ending}"


def test_a_folder_that_is_not_there_is_told(
    at_demo: Hands, panel: PostPanel, tmp_path: Path
) -> None:
    panel.save_to(tmp_path / "nowhere" / "post.txt")
    assert "the folder does not exist" in at_demo.banner


@pytest.mark.usefixtures("passing")
def test_a_headline_of_her_own(at_demo: Hands, panel: PostPanel) -> None:
    assert panel.headline.placeholderText() == "Kritik ilçelerde son durum"
    press("F6")
    assert panel.headline.hasFocus()
    type_("Fark açılıyor")
    at_demo.qtbot.waitUntil(lambda: "Fark açılıyor" in shown(panel))
    press("Ctrl+Shift+C")
    wanted = expected(at_demo, "Beyoğlu", PLACE, "Üsküdar", title="Fark açılıyor")
    assert clipboard()[0] == wanted
    press("Ctrl+A", "Delete")
    at_demo.qtbot.waitUntil(lambda: "Kritik ilçelerde son durum" in shown(panel))


def test_the_places_of_the_post_travel_with_the_file(at_demo: Hands) -> None:
    path = at_demo.session.path
    at_demo.tick("Beyoğlu")
    press("Ctrl+W")
    assert at_demo.window.open_path(path)
    assert at_demo.night.comparison.model.chosen_places() == (PLACE, "Üsküdar")
