"""The page Posts with real keys: asked for, written, stopped or let out, taken back, kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desk.facts import settings
from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.edits import POST_PLACES, Accept, Retract, SetSetting
from desk.facts.network import network_length
from desk.facts.post import Ask, PostKind
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.posts.forms import to_short
from desk.rules.checks import Checks
from tests.ui.hands import (
    CONTEST,
    PLACE,
    Hands,
    clipboard,
    focus,
    meeting,
    on_disk,
    press,
    share,
    type_,
    unpublished,
)
from tests.ui.texts.test_language import assert_translated, texts
from ui.night.page import ENTRY, POSTS
from ui.posts.asking import ALL, BEGUN, HERE, KINDS, TICKED
from ui.posts.composer import ComposerPage
from ui.posts.preview import FORMS, HTML, MARKDOWN, SHORT, TELEGRAM, WHATSAPP, WRITERS

CHP, AKP = share("chp"), share("ak_parti")


def page_of(hands: Hands) -> ComposerPage:
    page = hands.night.late["posts"].made
    assert isinstance(page, ComposerPage), "nobody has opened the page"
    return page


def lift_the_ban(hands: Hands) -> None:
    hands.session.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))


def open_posts(hands: Hands, place: str = "Beyoğlu") -> ComposerPage:
    """Stand at a place, the ban lifted, and open the page."""
    lift_the_ban(hands)
    hands.night.go_to(place)
    press("Ctrl+3")
    return page_of(hands)


def choose(page: ComposerPage, kind: PostKind) -> None:
    """Choose a kind with the arrows of its list, and wait until it is composed."""
    page.ask.take_keys()
    press("Home", *["Down"] * KINDS.index(kind))
    page.compose()


def headlines(hands: Hands) -> list[str]:
    return [entry.headline for entry in ledger.entries(hands.session)]


def codes(page: ComposerPage) -> list[Code]:
    return [one.code for one in page.preview.gate.obstacles]


def test_four_keys_from_filed_figures_to_ledger_and_clipboard(at_demo: Hands) -> None:
    lift_the_ban(at_demo)
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+1")
    at_demo.key("AA", CHP, "56,10")
    at_demo.key("AA", AKP, "38,90")
    press("Ctrl+Return")
    # Filed. From here on the keys are counted: two.
    press("Ctrl+3", "Ctrl+Return")
    assert headlines(at_demo) == ["Beyoğlu'nda İmamoğlu iki ajansta da önde"]
    text, html = clipboard()
    assert "İmamoğlu (CHP) yüzde 56,10; Kurum (AKP) yüzde 38,90" in text
    assert '<div id="' in html
    post = ledger.post(at_demo.session, 1)
    assert text == forms.to_text(post)
    assert {c.slot.source.place for c in post.cited} == {"Beyoğlu"}
    assert focus() is page_of(at_demo).text.body
    assert page_of(at_demo).message.text().startswith("In the ledger and on the clipboard:")


def test_ctrl_enter_files_on_the_entry_page_as_ever(at_demo: Hands) -> None:
    open_posts(at_demo)
    press("Ctrl+1")
    at_demo.key("AA", CHP, "56,10")
    press("Ctrl+Return")
    assert at_demo.message.startswith("Filed: AA, Beyoğlu")
    assert headlines(at_demo) == []


def test_the_same_post_is_not_published_twice(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("Ctrl+Return", "Ctrl+Return")
    assert len(headlines(at_demo)) == 1
    assert page.message.text().startswith("Already in the ledger")


def test_a_complaint_goes_with_what_it_was_about(at_demo: Hands) -> None:
    at_demo.session.record(SetSetting(settings.BAN_LIFTED, None))
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+3", "Ctrl+Return")
    page = page_of(at_demo)
    assert Code.P504 in codes(page)
    assert page.message.text().startswith("▲ Stopped")
    lift_the_ban(at_demo)
    page.compose()
    assert Code.P504 not in codes(page)
    assert page.message.text() == ""


def test_ctrl_z_never_takes_back_what_was_published(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("Ctrl+Return", "Ctrl+Z", "Ctrl+Z")
    assert [entry.retracted for entry in ledger.entries(at_demo.session)] == [None]
    assert "Ctrl+Z" not in page.message.text()
    assert page.draft is not None and not page.draft.touched


def test_what_is_retracted_may_go_out_again(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("Ctrl+Return")
    (entry,) = ledger.entries(at_demo.session)
    at_demo.night.bridge.do(Retract((entry.number,), "yanlış"))
    assert page.message.text().startswith("Taken back from the ledger")
    press("Ctrl+Return")
    assert [e.retracted is None for e in ledger.entries(at_demo.session)].count(True) == 1


def test_after_typing_ctrl_z_is_the_texts_own(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("Ctrl+Return", "End")
    type_("x")
    press("Ctrl+Z")
    assert [entry.retracted for entry in ledger.entries(at_demo.session)] == [None]
    page.compose()
    assert page.draft is not None and not page.draft.touched


def test_the_gate_stops_and_says_what_and_where(at_demo: Hands) -> None:
    page = open_posts(at_demo, PLACE)
    QApplication.clipboard().clear()
    press("Ctrl+Return")
    assert headlines(at_demo) == [] and clipboard() == ("", "")
    assert codes(page) == [Code.P502]
    assert page.message.text().startswith("▲ Stopped (1 in the way; Ctrl+Enter asks for a reason")
    assert focus() is page.preview.gate.reason
    press("Ctrl+Shift+C")
    assert clipboard() == ("", "")
    # Without a reason Enter publishes nothing, and Esc leads back.
    press("Return")
    assert headlines(at_demo) == []
    type_("a")
    press("Escape")
    assert focus() is page.preview.gate.list and page.preview.gate.reason.text() == ""
    page.text.take_keys()
    # The way to it: round the panes to the list, Enter goes to the figures.
    press("F6", "F6")
    assert focus() is page.preview.gate.list
    press("Return")
    assert at_demo.night.pages.currentIndex() == ENTRY


def test_alt_and_a_number_leads_out_of_what_is_in_the_way(at_demo: Hands) -> None:
    press("Ctrl+2", "Ctrl+Shift+C")
    page = page_of(at_demo)
    page.compose()
    ticked = page.ask.ask().places
    assert PLACE in ticked and len(ticked) > 1 and codes(page) == [Code.P502]
    red = at_demo.session.bulletins(CONTEST, PLACE, "ANKA")[-1].id
    assert page.text.body.doubted == {red}
    contest = at_demo.night.entry.contest
    press("Alt+2")
    assert page.ask.ask().places == tuple(one for one in ticked if one != PLACE)
    page.compose()
    assert codes(page) == [] and page.text.body.doubted == frozenset()
    at_demo.night.bridge.undo_stack.undo()
    page.compose()
    assert page.ask.ask().places == ticked and codes(page) == [Code.P502]
    press("Alt+4")
    assert focus() is page.preview.gate.reason
    press("Escape", "Alt+1")
    assert at_demo.night.place == PLACE and at_demo.night.page_in_front() == ENTRY
    # Where nothing is in the way, and on every other page, they are the contests.
    press("Alt+2")
    assert at_demo.night.entry.contest != contest


def test_overruled_with_a_reason_it_goes_out_and_the_ledger_keeps_why(at_demo: Hands) -> None:
    page = open_posts(at_demo, PLACE)
    assert page.preview.gate.buttons["overrule"].text() == "Publish with this reason"
    press("Ctrl+Return")
    type_("ANKA doğruladı")
    press("Return")
    (entry,) = ledger.entries(at_demo.session)
    assert entry.overruled == "ANKA doğruladı"
    assert page.preview.gate.reason.text() == ""
    # It is out: once more is a copy of it, and asks for nothing.
    press("Ctrl+Return")
    assert len(ledger.entries(at_demo.session)) == 1
    assert page.message.text().startswith("Already in the ledger")


def test_a_win_said_too_early_asks_for_its_reason(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    page.text.headline.selectAll()
    page.text.headline.setFocus()
    press("Ctrl+A")
    type_("CHP Beyoğlu'nu aldı")
    press("Ctrl+Return")
    assert codes(page) == [Code.P510] and headlines(at_demo) == []
    type_("ilçe seçim kurulu açıkladı")
    press("Ctrl+Return")
    (entry,) = ledger.entries(at_demo.session)
    assert entry.headline == "CHP Beyoğlu'nu aldı"
    assert entry.overruled == "ilçe seçim kurulu açıkladı"


def test_a_new_obstacle_takes_the_reason_back(at_demo: Hands) -> None:
    page = open_posts(at_demo, PLACE)
    press("Ctrl+Return")
    type_("sebep")
    page.text.headline.setFocus()
    press("Ctrl+A")
    type_("CHP kazandı")
    press("Ctrl+Return")
    assert headlines(at_demo) == [] and page.preview.gate.reason.text() == ""


@pytest.mark.parametrize("form", FORMS)
def test_what_is_copied_out_of_a_form_says_it_is_not_published(at_demo: Hands, form: str) -> None:
    page = open_posts(at_demo)
    page.preview.tabs.setCurrentIndex(FORMS.index(form))
    page.preview.tabs.currentWidget().setFocus()
    press("Ctrl+A", "Ctrl+C")
    assert clipboard()[0].startswith(f"{forms.UNPUBLISHED}\n\n")
    if form == "html":
        assert forms.UNPUBLISHED in clipboard()[1]
    assert page.post is not None
    assert page.message.text() == unpublished(page.post.headline)
    page.text.take_keys()
    press("Ctrl+Return")
    page.preview.tabs.currentWidget().setFocus()
    press("Ctrl+A", "Ctrl+C")
    assert forms.UNPUBLISHED not in clipboard()[0] and "Beyoğlu" in clipboard()[0]


def test_a_copy_of_her_own_text_is_said_to_be_none_of_the_ledgers(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    page.text.headline.setFocus()
    press("Ctrl+A", "Ctrl+C")
    assert "Beyoğlu'nda İmamoğlu iki ajansta da önde" in clipboard()[0]
    assert page.post is not None
    assert page.message.text() == unpublished(page.post.headline)


def test_the_ban_takes_no_reason(at_demo: Hands) -> None:
    at_demo.session.record(SetSetting(settings.BAN_LIFTED, None))
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+3", "Ctrl+Return")
    page = page_of(at_demo)
    assert codes(page) == [Code.P504]
    assert headlines(at_demo) == []
    assert not page.preview.gate.reason.isVisible()
    assert not page.preview.gate.ask_reason()
    press("Ctrl+Return")
    assert headlines(at_demo) == []


def test_copy_only_is_not_in_the_ledger(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("Ctrl+Shift+C")
    assert page.post is not None
    assert clipboard()[0] == f"{forms.UNPUBLISHED}\n\n{forms.to_text(page.post)}"
    assert forms.UNPUBLISHED in clipboard()[1]
    assert page.message.text() == unpublished(page.post.headline)
    assert headlines(at_demo) == []
    press("Ctrl+Return", "Ctrl+Shift+C")
    assert forms.UNPUBLISHED not in clipboard()[0]


@pytest.mark.parametrize("ending", [".txt", ".html", ".md", ".json"])
def test_saved_in_the_form_of_its_ending(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: str
) -> None:
    page = open_posts(at_demo)
    path = tmp_path / f"post{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press("Ctrl+Shift+S")
    assert page.message.text() == f"Saved: post{ending}"
    assert "İmamoğlu iki ajansta da önde" in path.read_text(encoding="utf-8")
    if ending == ".json":
        assert json.loads(path.read_text(encoding="utf-8"))["kind"] == "comparison"


ASKS = {
    PostKind.COMPARISON: Ask(CONTEST, ("Beyoğlu",)),
    PostKind.LEAD: Ask(CONTEST, ("Beyoğlu",)),
    PostKind.STATEMENT: Ask(
        CONTEST, who="CHP adayı Sinem Dedetaş", where="Üsküdar", text="Öndeyiz."
    ),
}


@pytest.mark.parametrize("kind", list(PostKind))
def test_every_kind_is_composed_published_and_on_the_clipboard(
    at_demo: Hands, kind: PostKind
) -> None:
    for finding in Checks(at_demo.session).of_place(CONTEST, PLACE):
        if finding.severity == "error":
            at_demo.night.bridge.do(Accept(finding.remembered, "as ANKA published it"))
    page = open_posts(at_demo)
    if kind in (PostKind.CHANGES, PostKind.LEADERS):
        press("Ctrl+1")
        at_demo.key("AA", CHP, "41,00")
        at_demo.key("AA", AKP, "44,50")
        press("Ctrl+Return", "Ctrl+3")
    if kind is PostKind.CORRECTION:
        press("Ctrl+Return", "Ctrl+1", "F4")
        at_demo.key("AA", CHP, "55,15")

        def give(dialog: object) -> None:
            type_("yanlış yazılmış")
            press("Return")

        with meeting(give):
            press("Ctrl+Return")
        press("Ctrl+3")
    choose(page, kind)
    if kind is PostKind.STATEMENT:
        for field, text in (
            (page.ask.who, "who"),
            (page.ask.where, "where"),
            (page.ask.text, "text"),
        ):
            field.setFocus()
            type_(getattr(ASKS[kind], text))
    if kind is PostKind.NOTE:
        page.text.headline.setFocus()
        type_("Sandıklar kapandı")
        press("Return")
        type_("Oy verme işlemi sona erdi.")
    page.compose()
    assert page.draft is not None and page.draft.kind is kind, page._why
    if kind is PostKind.NOTE:
        wanted = compose(
            at_demo.session,
            kind,
            Ask(CONTEST, title="Sandıklar kapandı", text="Oy verme işlemi sona erdi."),
        )
    else:
        wanted = compose(at_demo.session, kind, ASKS.get(kind, Ask(CONTEST)))
    page.text.take_keys()
    before = len(headlines(at_demo))
    press("Ctrl+Return")
    assert len(headlines(at_demo)) == before + 1, page.message.text()
    assert clipboard()[0] == forms.to_text(wanted)


def test_the_seeds_statement_of_19_50(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    choose(page, PostKind.STATEMENT)
    assert page.draft is None and page._empty.text().startswith("A statement needs who")
    page.ask.at.setFocus()
    type_("1950")
    press("Tab")
    assert focus() is page.ask.who
    type_("CHP Genel Başkanı Özgür Özel")
    press("Tab")
    type_("Ankara")
    press("Tab")
    type_("İstanbul'da 30 ilçede öndeyiz.")
    page.compose()
    assert page.post is not None
    assert f"{page.post.time:%H.%M}" == "19.50"
    assert page.post.claims == ("30",)
    press("Ctrl+Return")
    assert clipboard()[0].startswith(
        "19.50 CHP Genel Başkanı Özgür Özel: “İstanbul'da 30 ilçede öndeyiz”\n"
    )
    assert "\n“İstanbul'da 30 ilçede öndeyiz.”\n" in clipboard()[0]


def test_a_moment_that_is_none_is_told(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    page.ask.at.setFocus()
    type_("2575")
    page.compose()
    assert page.draft is None and "2575" in page._empty.text()
    press("Ctrl+A")
    type_("1920")
    page.compose()
    assert "no bulletin for " in page._empty.text()


def test_nothing_filed_says_what_to_do(at_blank: Hands) -> None:
    press("Ctrl+3")
    page = page_of(at_blank)
    assert page._empty.isVisible() and "Ctrl+1" in page._empty.text()
    assert not page.preview.publish.isEnabled()
    press("Ctrl+Return")
    assert headlines(at_blank) == []
    assert focus() is page.ask.kinds


def test_the_kind_and_the_place_follow_the_editor_until_she_picks(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    assert (page.ask.kind, page.ask.places.currentData()) == (PostKind.COMPARISON, HERE)
    at_demo.night.go_to("İstanbul")
    page.compose()
    assert page.ask.kind is PostKind.LEAD
    assert page.post is not None and "İstanbul genelinde İmam" in page.post.lead
    assert {one.slot.source.place for one in page.post.cited} == {"İstanbul"}
    choose(page, PostKind.STANDING)
    assert page.ask.places.currentData() == ALL
    at_demo.night.go_to("Beyoğlu")
    page.compose()
    assert page.ask.kind is PostKind.STANDING
    page.text.take_keys()


def test_one_agency_and_ticked_places(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    at_demo.night.bridge.do(SetSetting(POST_PLACES, "Üsküdar\nBeyoğlu"))
    page.ask.places.setFocus()
    press("Down")
    assert page.ask.places.currentData() == TICKED
    page.compose()
    assert page.draft is not None and page.draft.ask.places == ("Beyoğlu", "Üsküdar")
    assert "BEYOĞLU" in page.preview.views[0].toPlainText()
    choose(page, PostKind.LEAD)
    page.ask.agencies.setFocus()
    press("Down", "Down")
    page.compose()
    assert page.draft is not None and page.draft.ask.agencies == ("ANKA",)


def test_what_she_has_written_waits_and_survives_the_night(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("End")
    type_(" Sayım sürüyor.")
    choose(page, PostKind.LEAD)
    assert "Sayım sürüyor" not in page.text.body.toPlainText()
    assert page.ask.kinds.item(0).text() == "Comparison ✎"
    choose(page, PostKind.COMPARISON)
    assert "Sayım sürüyor." in page.text.body.toPlainText()
    path = at_demo.session.path
    press("Ctrl+W")
    assert at_demo.window.open_path(path)
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+3")
    page = page_of(at_demo)
    assert "Sayım sürüyor." in page.text.body.toPlainText()
    press("Ctrl+Return")
    assert "Sayım sürüyor." in clipboard()[0]
    assert page.ask.kinds.item(0).text() == "Comparison"


def test_what_is_typed_last_is_kept_when_the_night_is_left(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("End")
    type_(" Sayım sürüyor.")
    assert not page._rest.idle
    path = at_demo.session.path
    press("Ctrl+W")
    (kept,) = on_disk(path, "SELECT value FROM setting WHERE name = 'post.draft.comparison'")
    assert "Sayım sürüyor." in str(kept[0])


def test_her_text_about_one_place_never_goes_out_for_another(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("End")
    type_(" Sayım sürüyor.")
    press("Ctrl+1")
    at_demo.night.go_to("Üsküdar")
    press("Ctrl+3", "Ctrl+Return")
    assert headlines(at_demo) == []
    assert page.message.text().startswith("▲ Answer first:")
    assert "Your text is about: Beyoğlu." in page.text.question.label.text()
    press("Shift+F9")
    assert page.ask.places.currentData() == BEGUN
    press("Ctrl+Return")
    assert headlines(at_demo) == ["Beyoğlu'nda İmamoğlu iki ajansta da önde"]


def test_her_text_about_one_contest_brings_it_back(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("End")
    type_(" Sayım sürüyor.")
    at_demo.night.entry.head.choose("ilce-baskanligi", ("ANKA", "AA"))
    page.compose()
    assert page.text.question.isVisible()
    press("Shift+F9")
    assert at_demo.night.standing() == (CONTEST, ("AA", "ANKA"), "Beyoğlu")
    page.compose()
    assert not page.text.question.isVisible()
    assert page.draft is not None and page.draft.ask.contest == CONTEST
    assert "Sayım sürüyor." in page.text.body.toPlainText()


def test_f5_composes_anew_and_ctrl_z_gives_her_text_back(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("End")
    type_(" Sayım sürüyor.")
    page.compose()
    press("F5")
    assert "Sayım sürüyor." not in page.text.body.toPlainText()
    press("Ctrl+Z")
    page.compose()
    assert "Sayım sürüyor." in page.text.body.toPlainText()


def test_a_figure_that_moves_updates_by_itself_or_asks(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("Down", "Down", "End")
    type_(" Sayım sürüyor.")
    press("Ctrl+1")
    for agency, value in (("AA", "56,1"), ("ANKA", "61,5")):
        at_demo.key(agency, CHP, value)
        press("Ctrl+Return")
    press("Ctrl+3")
    texts = [part.text for part in page.text.parts()]
    # ANKA's line is the desk's: new at once. AA's is hers: asked about.
    assert any(text.startswith("ANKA (19.40): İmamoğlu yüzde 61,5") for text in texts)
    assert any(text.startswith("AA (19.25): İmamoğlu (CHP) yüzde 55,05") for text in texts)
    assert page.text.question.isVisible()
    assert page.text.question.label.text().startswith("AA 19.40: 55,05 → 56,1")
    press("Ctrl+Return")
    assert headlines(at_demo) == []
    press("F9")
    assert not page.text.question.isVisible()
    text = next(part.text for part in page.text.parts() if part.text.startswith("AA"))
    assert "İmamoğlu (CHP) yüzde 56,1;" in text and "Sayım sürüyor." in text


def test_a_figure_that_moved_may_be_kept(at_demo: Hands) -> None:
    page = open_posts(at_demo, "İstanbul")
    press("End")
    type_(" Sayım sürüyor.")
    press("Ctrl+1")
    at_demo.key("AA", Row(Item.LEAD_POINTS), "8,1")
    press("Ctrl+Return", "Ctrl+3")
    assert page.text.question.isVisible()
    press("Shift+F9")
    assert not page.text.question.isVisible()
    page.compose()
    assert not page.text.question.isVisible()


def test_undo_of_a_filing_moves_the_post_back(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    press("Ctrl+1")
    at_demo.key("AA", CHP, "56,1")
    press("Ctrl+Return", "Ctrl+3")
    assert "56,1" in page.preview.views[0].toPlainText()
    press("Ctrl+1", "Ctrl+Z", "Ctrl+3")
    assert "55,05" in page.preview.views[0].toPlainText()


def test_the_forms_read_as_they_leave(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    assert page.post is not None
    for number, write in enumerate(WRITERS):
        if number == HTML:
            continue
        page.preview.tabs.setCurrentIndex(number)
        assert page.preview.views[number].toPlainText() == write(page.post)
    assert page.preview.tabs.tabText(2) == f"Short {network_length(to_short(page.post))}/280"
    page.preview.tabs.setCurrentIndex(1)
    assert "BEYOĞLU" in page.preview.views[1].toPlainText()


@pytest.mark.parametrize("number", [SHORT, MARKDOWN, WHATSAPP, TELEGRAM])
def test_a_form_of_text_alone_is_copied_as_it_stands_in_front(at_demo: Hands, number: int) -> None:
    page = open_posts(at_demo)
    assert page.post is not None
    page.preview.tabs.setCurrentIndex(number)
    press("Ctrl+Shift+C")
    text, html = clipboard()
    assert (text, html) == (f"{forms.UNPUBLISHED}\n\n{WRITERS[number](page.post)}", "")
    press("Ctrl+Return", "Ctrl+Shift+C")
    assert clipboard()[0] == WRITERS[number](page.post)
    assert page.message.text().startswith("Copied as ")


def test_f6_goes_round_the_panes(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    seen = [focus()]
    for _ in range(3):
        press("F6")
        seen.append(focus())
    assert seen[0] is page.text.body and seen[1] is page.ask.kinds
    assert page.preview.isAncestorOf(seen[2])
    assert seen[3] is at_demo.night.strip


def test_typing_figures_composes_nothing(at_demo: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_posts(at_demo)
    press("Ctrl+1")
    composed: list[object] = []
    monkeypatch.setattr(page, "compose", lambda: composed.append(1))
    at_demo.key("AA", CHP, "56,1")
    press("Ctrl+Return")
    at_demo.qtbot.waitUntil(lambda: page._rest.idle)
    assert composed == []


def test_every_widget_can_be_named_and_reached(at_demo: Hands) -> None:
    page = open_posts(at_demo)
    for widget in (page.ask.kinds, page.ask.places, page.text.headline, page.text.body):
        assert widget.accessibleName() and widget.objectName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    at_demo.speak("tr")
    assert page.preview.publish.text() == "Yayımla ve kopyala"
    assert at_demo.night.page_name(POSTS) == "Gönderi"


@pytest.mark.parametrize("kind", [PostKind.COMPARISON, PostKind.STATEMENT])
def test_every_text_follows_the_language(at_demo: Hands, kind: PostKind) -> None:
    page = open_posts(at_demo, PLACE)
    press("End")
    type_(" Beklenti 9")
    at_demo.night.go_to("Üsküdar")
    choose(page, kind)
    page.text.body.setFocus()
    english = texts(page)
    assert len(english) > 40
    at_demo.speak("tr")
    page.compose()
    # What goes out, and the names of the forms, are the same in any language.
    names = ("HTML", "Markdown", "WhatsApp", "Telegram", "AA + ANKA")
    same = {where for where in english if english[where] in names}
    assert_translated({k: v for k, v in english.items() if k not in same}, texts(page))
    at_demo.speak("en")
    page.compose()
    assert texts(page) == english
