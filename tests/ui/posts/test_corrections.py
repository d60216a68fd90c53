"""A figure that went out and was then corrected: found, told, drafted, published and marked.

The closing proof of the ledger: through the window, with the keys an editor presses.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QTextEdit

from desk.facts import settings
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, Publish, Retract, SetSetting, Withdraw
from desk.facts.post import Ask, PostKind
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.posts.forms import UNPUBLISHED
from tests.ui.hands import CONTEST, Hands, clipboard, focus, meeting, press, share, type_
from ui.night.page import LEDGER, RAIL
from ui.posts.correction import CorrectionDialog
from ui.posts.ledger import LedgerPage

CHP = share("chp")
OLD, NEW = "55,05", "56,05"


@pytest.fixture
def published(at_demo: Hands) -> int:
    """The number of a post on Beyoğlu that went out; the ban was lifted before."""
    bridge = at_demo.night.bridge
    bridge.do(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
    post = compose(bridge.session, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))
    at_demo.night.go_to("Beyoğlu")
    at_demo.night.take_keys()
    return bridge.do(Publish(post)).posts[0]


def page(hands: Hands) -> LedgerPage:
    made = hands.night.late["ledger"].page()
    assert isinstance(made, LedgerPage)
    return made


def correct_figure(hands: Hands, text: str = "5605") -> None:
    """F4 on AA's newest, the right number, Ctrl+Enter, the reason."""
    hands.stand("AA", CHP)
    press("F4")
    hands.stand("AA", CHP)
    type_(text)
    press("Return")

    def give(dialog: QDialog) -> None:
        type_("AA duzeltti")
        press("Return")

    with meeting(give):
        press("Ctrl+Return")


def underlined(view: QTextEdit) -> list[str]:
    """What is underlined in a text."""
    found, block = [], view.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().fontUnderline():
                found.append(piece.text())
            pieces += 1
        block = block.next()
    return found


def wait_until_wrong(hands: Hands, count: int = 1) -> None:
    hands.qtbot.waitUntil(lambda: len(hands.night.ledger.watch.wrong) == count)


def publish_correction(dialog: QDialog) -> None:
    assert isinstance(dialog, CorrectionDialog)
    text = dialog.preview.toPlainText()
    assert "DÜZELTME (19.40):" in text
    assert OLD in text and NEW in text
    assert not dialog.gate.blocks
    press("Ctrl+Return")


def test_corrected_published_marked_and_on_the_page(
    at_demo: Hands, published: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert at_demo.says("AA", CHP) == OLD
    rail = at_demo.night.rail.buttons[RAIL.index((LEDGER,))]
    assert rail.accessibleName() == "Ledger"
    correct_figure(at_demo, "56,05")
    wait_until_wrong(at_demo)

    # The desk says so, on the page where the figure was corrected.
    attention = at_demo.night.looking.attention
    at_demo.qtbot.waitUntil(lambda: attention.newest is not None and attention.newest.correctable)
    newest = attention.newest
    assert newest is not None and newest.new
    assert "Published and wrong now" in at_demo.night.attention.text.text()
    assert "Ctrl+Shift+D" in at_demo.night.attention.go.toolTip()
    assert rail.accessibleName() == "Ledger: published and wrong now: 1"

    # The ledger has it first, with the figure, what it said, and what stands now.
    press("Ctrl+4")
    book = page(at_demo)
    assert book.model.index(0, 0).data() == "△ wrong now"
    figures = book.detail.model
    rows = [[figures.index(r, c).data() for c in range(8)] for r in range(figures.rowCount())]
    wrong = [row for row in rows if row[0] == "△ wrong now"]
    assert [row[1:6] for row in wrong] == [
        ["AA", "Beyoğlu", "CHP", OLD, NEW],
        ["AA–ANKA", "Beyoğlu", "CHP, gap", "6,18", "5,18"],
        ["AA", "Beyoğlu", "lead in points", "15,82", "16,82"],
        ["AA–ANKA", "Beyoğlu", "leads, gap", "9,88", "8,88"],
    ]

    # First only what is wrong, underlined in the text; the way out is written already.
    detail = book.detail
    assert len(rows) == 4 and detail.others.text() == "Other figures: 9"
    assert sorted(underlined(detail.text)) == ["15,82", "55,05", "6,18", "9,88"]
    assert "DÜZELTME (19.40):" in detail.correction.toPlainText()
    detail.others.click()
    assert figures.rowCount() == 13 and focus() is detail.figures.table

    # One key drafts the correction, one publishes it.
    with meeting(publish_correction):
        press("Ctrl+Shift+D")
    entries = ledger.entries(at_demo.session)
    assert [entry.kind for entry in entries] == ["correction", "comparison"]
    text, html = clipboard()
    assert text.startswith("19.40 DÜZELTME (19.40): ")
    for said in (text, html):
        assert OLD in said and NEW in said
    corrects = ledger.post(at_demo.session, entries[0].number).corrects
    assert {one.post for one in corrects} == {published}
    assert [(str(one.printed.value), str(one.now and one.now.value)) for one in corrects] == [
        ("55.05", "56.05"),
        ("6.18", "5.18"),
        ("15.82", "16.82"),
        ("9.88", "8.88"),
    ]

    # The old post carries the mark, and nothing is wrong any more.
    wait_until_wrong(at_demo, 0)
    at_demo.qtbot.waitUntil(lambda: not any(one.correctable for one in attention.open))
    assert rail.accessibleName() == "Ledger"
    (mark,) = ledger.marks_of(at_demo.session, published)
    assert mark.text == (
        "DÜZELTME (19.40): "
        f"AA'nın Beyoğlu verisinde İmamoğlu yüzde {OLD} değil, yüzde {NEW}; "
        "Beyoğlu'nda AA ile ANKA arasındaki İmamoğlu farkı 6,18 puan değil, 5,18 puan; "
        "AA'ya göre Beyoğlu'nda fark 15,82 puan değil, 16,82 puan; "
        "Beyoğlu'nda AA ile ANKA'ya göre farkların arası 9,88 puan değil, 8,88 puan."
    )
    book.show_post(published)
    assert book.model.index(book.list.row, 0).data() == "✓ corrected"
    assert mark.text in book.detail.text.toPlainText()

    # The liveblog from the menu has the mark on the old post, and its anchor holds.
    folder = tmp_path / "canli"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    press("Ctrl+L")
    at_demo.qtbot.waitUntil((folder / "index.html").exists)
    written = (folder / "index.html").read_text(encoding="utf-8")
    old = ledger.post(at_demo.session, published)
    article = written.split(f'<article id="{old.id}"')[1].split("</article>")[0]
    assert forms.html(mark.text) in article
    assert f'href="#{mark.correction}"' in article
    assert f'<article id="{mark.correction}"' in written
    assert (folder / "feed.xml").exists()


def test_undo_leaves_a_published_correction_and_says_that_it_is_wrong(
    at_demo: Hands, published: int
) -> None:
    correct_figure(at_demo, "56,05")
    wait_until_wrong(at_demo)
    with meeting(publish_correction):
        press("Ctrl+Shift+D")
    wait_until_wrong(at_demo, 0)
    steps = at_demo.night.bridge.undo_stack.count()
    # What it rests on is taken back: the post was right after all, and its correction is wrong.
    press("Ctrl+Z")
    wait_until_wrong(at_demo)
    assert at_demo.night.bridge.undo_stack.count() == steps
    rail = at_demo.night.rail.buttons[RAIL.index((LEDGER,))]
    assert rail.accessibleName().endswith(": 1")
    entries = ledger.entries(at_demo.session)
    assert [entry.retracted for entry in entries] == [None, None]
    (wrong,) = at_demo.night.ledger.watch.wrong
    assert wrong.entry.kind == "correction"
    press("Ctrl+Y")
    wait_until_wrong(at_demo, 0)


def test_a_retracted_correction_makes_it_wrong_again(at_demo: Hands, published: int) -> None:
    correct_figure(at_demo, "56,05")
    wait_until_wrong(at_demo)
    with meeting(publish_correction):
        press("Ctrl+Shift+D")
    wait_until_wrong(at_demo, 0)
    newest, _ = ledger.entries(at_demo.session)
    at_demo.night.bridge.do(Retract((newest.number,), "erken"))
    wait_until_wrong(at_demo)
    (wrong,) = at_demo.night.ledger.watch.wrong
    assert wrong.entry.number == published


def test_a_withdrawal_makes_it_wrong_too(at_demo: Hands, published: int) -> None:
    (cited,) = {
        one.bulletin
        for one in ledger.post(at_demo.session, published).cited
        if one.slot.source.agency == "AA"
    }
    at_demo.night.bridge.do(Withdraw((cited,), "yanlış ilçe"))
    wait_until_wrong(at_demo)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectionDialog)
        assert "geri çekildi" in dialog.preview.toPlainText()
        press("Escape")

    with meeting(look):
        press("Ctrl+Shift+D")
    assert len(ledger.entries(at_demo.session)) == 1


def test_a_newer_figure_makes_nothing_wrong(at_demo: Hands, published: int) -> None:
    at_demo.key("AA", CHP, "55,90")
    press("Ctrl+Return")
    assert at_demo.draft("AA") is None
    press("Ctrl+4")
    figures = page(at_demo).detail.model
    told = {
        (figures.index(row, 1).data(), figures.index(row, 3).data()): figures.index(row, 0).data()
        for row in range(figures.rowCount())
    }
    assert told["AA", "CHP"] == "newer figure"
    assert told["ANKA", "CHP"] == "stands"
    assert not at_demo.night.ledger.watch.wrong


def test_nothing_wrong_is_said_and_no_dialog_opens(at_demo: Hands, published: int) -> None:
    press("Ctrl+Shift+D")
    assert "No published post is wrong" in at_demo.message


def test_the_gate_stops_a_correction_under_the_ban(at_demo: Hands, published: int) -> None:
    bridge = at_demo.night.bridge
    correct_figure(at_demo, "56,05")
    wait_until_wrong(at_demo)
    bridge.do(SetSetting(settings.BAN_LIFTED, None))

    def try_it(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectionDialog)
        assert dialog.gate.blocks
        press("Ctrl+Return")
        assert dialog.isVisible()
        assert "ban" in dialog.message.text()
        # Once it is lifted, the same draft goes out.
        bridge.do(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
        assert not dialog.gate.blocks
        press("Ctrl+Return")

    with meeting(try_it):
        press("Ctrl+Shift+D")
    assert ledger.entries(at_demo.session)[0].kind == "correction"


def test_her_own_headline_keeps_the_stamp(at_demo: Hands, published: int) -> None:
    correct_figure(at_demo, "56,05")
    wait_until_wrong(at_demo)

    def give(dialog: QDialog) -> None:
        type_("Beyoglu'nda AA verisi")
        assert focus().objectName() == "correction.headline"
        press("Return")

    with meeting(give):
        press("Ctrl+Shift+D")
    headline = ledger.entries(at_demo.session)[0].headline
    assert headline == "DÜZELTME (19.40): Beyoglu'nda AA verisi"


def test_a_number_of_her_own_needs_a_reason_and_the_ledger_keeps_it(
    at_demo: Hands, published: int
) -> None:
    correct_figure(at_demo, "56,05")
    wait_until_wrong(at_demo)

    def overrule(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectionDialog)
        type_("CHP yuzde 99,9")
        assert [one.code for one in dialog.gate.obstacles] == [Code.P501]
        press("Ctrl+Return")
        assert focus() is dialog.gate.reason and dialog.isVisible()
        dialog.preview.selectAll()
        dialog.preview.copy()
        assert clipboard()[0].startswith(UNPUBLISHED)
        assert "not published" in dialog.message.text()
        type_("elle sayildi")
        press("Return")

    with meeting(overrule):
        press("Ctrl+Shift+D")
    assert ledger.entries(at_demo.session)[0].overruled == "elle sayildi"


def test_a_correction_the_file_refuses_stays_on_the_screen(
    at_demo: Hands, published: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct_figure(at_demo, "56,05")
    wait_until_wrong(at_demo)

    def try_it(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectionDialog)

        def full(edit: object, origin: object = None) -> Change:
            raise Refusal(Code.S905, file="demo.secim")

        with monkeypatch.context() as patched:
            patched.setattr(at_demo.session, "record", full)
            press("Ctrl+Return")
        assert dialog.isVisible()
        assert dialog.message.text().startswith("▲")
        press("Ctrl+Return")
        assert dialog.published

    with meeting(try_it):
        press("Ctrl+Shift+D")
    assert len(ledger.entries(at_demo.session)) == 2
