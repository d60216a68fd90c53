"""The ledger page: found as one types, told in full, taken back, asked from any cell."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester

from desk.facts import settings
from desk.facts.bulletin import Slot
from desk.facts.edits import Publish, Retract, SetSetting
from desk.facts.post import Ask, PostKind
from desk.file.post_rows import LedgerEntry
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.compose import compose
from desk.posts.forms import RETRACTED
from tests.ui.hands import CONTEST, Hands, clipboard, focus, meeting, press, share, type_
from ui.night.page import COMPARISON, ENTRY, LEDGER
from ui.posts.ledger import LedgerPage
from ui.posts.ledger_detail import CitedColumn
from ui.posts.ledger_model import LedgerColumn, Only
from ui.window.context import ContextMenus

CHP = share("chp")


@pytest.fixture
def book(at_demo: Hands) -> LedgerPage:
    """The ledger in front, with posts on Beyoğlu, Üsküdar and a note that cites nothing."""
    bridge = at_demo.night.bridge
    bridge.do(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
    for places in (("Beyoğlu",), ("Üsküdar",)):
        bridge.do(Publish(compose(bridge.session, PostKind.COMPARISON, Ask(CONTEST, places))))
    note = compose(
        bridge.session, PostKind.NOTE, Ask(CONTEST, title="Sayım", text="Sayım sürüyor.")
    )
    bridge.do(Publish(note, "elle girildi"))
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+4")
    return page(at_demo)


def page(hands: Hands) -> LedgerPage:
    made = hands.night.late["ledger"].page()
    assert isinstance(made, LedgerPage)
    return made


def shown(book: LedgerPage, column: LedgerColumn = LedgerColumn.HEADLINE) -> list[str]:
    return [book.model.index(row, column).data() for row in range(book.model.rowCount())]


def with_word(book: LedgerPage, word: str) -> int:
    return next(row for row, text in enumerate(shown(book)) if word in text)


def test_an_empty_ledger_says_so(at_demo: Hands) -> None:
    press("Ctrl+4")
    book = page(at_demo)
    at_demo.qtbot.waitUntil(book.list.empty.isVisible)
    assert book.list.empty.text().startswith("Nothing has been published yet.")
    assert not book.beside.isVisible() and not book.only.isVisible()
    assert focus() is book.search
    assert not any(button.isEnabled() for button in book.buttons.values())


def test_each_line_and_the_post_beside_it(at_demo: Hands, book: LedgerPage) -> None:
    assert focus() is book.list.table
    assert sorted(shown(book, LedgerColumn.PLACES)) == ["", "Beyoğlu", "Üsküdar"]
    book.list.settle(with_word(book, "Sayım"))
    assert "elle girildi" in book.detail.about.text()
    assert shown(book, LedgerColumn.STATE)[with_word(book, "Sayım")] == "◇ overruled"
    assert book.detail.figures.empty.isVisible()
    book.list.settle(with_word(book, "Üsküdar"))
    assert "ÜSKÜDAR" in book.detail.text.toPlainText()
    figures = book.detail.model
    assert {figures.index(row, 2).data() for row in range(figures.rowCount())} == {"Üsküdar"}
    assert {figures.index(row, 0).data() for row in range(figures.rowCount())} == {"stands"}


def test_typing_searches_every_word_without_marks(at_demo: Hands, book: LedgerPage) -> None:
    type_("uskudar chp")
    assert focus() is book.search
    assert book.search.text() == "uskudar chp"
    assert len(shown(book)) == 1
    assert "ÜSKÜDAR" in book.detail.text.toPlainText()
    type_(" yok")
    assert book.list.empty.text() == "No published post is like that."
    press("Escape")
    assert len(shown(book)) == 3
    press("Down")
    assert focus() is book.list.table


def test_what_is_published_meanwhile_comes_in_and_the_chosen_stays(
    at_demo: Hands, book: LedgerPage
) -> None:
    book.list.settle(with_word(book, "Beyoğlu"))
    chosen = book.entry()
    bridge = at_demo.night.bridge
    bridge.do(
        Publish(compose(bridge.session, PostKind.COMPARISON, Ask(CONTEST, ("Küçükçekmece",))))
    )
    assert len(shown(book)) == 4
    assert book.entry() == chosen


def test_retracted_with_a_reason_and_back(at_demo: Hands, book: LedgerPage) -> None:
    book.list.settle(with_word(book, "Üsküdar"))

    def give(dialog: QDialog) -> None:
        type_("yanlis yer")
        press("Return")

    with meeting(give):
        press("Delete")
    entry = book.entry()
    assert entry is not None and entry.retracted == "yanlis yer"
    assert "yanlis yer" in book.detail.about.text()
    book.only.setFocus()
    press("Right", "Right")
    assert list(Only)[book.only.currentIndex()] is Only.RETRACTED
    assert len(shown(book)) == 1
    assert book.buttons["retract"].text() == "Let it stand again…"
    press("Ctrl+Z")
    assert all(entry.retracted is None for entry in ledger.entries(at_demo.session))
    # It is no longer among the retracted: the whole list comes back, the post under the cursor.
    assert len(shown(book)) == 3
    back = book.entry()
    assert back is not None and (back.number, back.retracted) == (entry.number, None)


def test_the_head_counts_what_is_held_and_offers_what_there_is(
    at_demo: Hands, book: LedgerPage
) -> None:
    cited = sum(map(int, shown(book, LedgerColumn.COUNT)))
    assert book.head.note.text() == f"posts: 3 · figures: {cited} · wrong now: 0"
    offered = [only for n, only in enumerate(Only) if book.only.isTabVisible(n)]
    assert offered == [Only.ALL, Only.WRONG, Only.OVERRULED]
    assert shown(book, LedgerColumn.COUNT)[with_word(book, "Sayım")] == "0"


def test_copied_again_as_it_went_out(at_demo: Hands, book: LedgerPage) -> None:
    book.list.settle(with_word(book, "Beyoğlu"))
    press("Ctrl+C")
    text, html = clipboard()
    assert "BEYOĞLU" in text and "<div" in html
    assert RETRACTED not in text


def test_a_copy_of_a_retracted_post_says_so(at_demo: Hands, book: LedgerPage) -> None:
    book.list.settle(with_word(book, "Beyoğlu"))
    entry = book.entry()
    assert entry is not None
    at_demo.night.bridge.do(Retract((entry.number,), "yanlis yer"))
    book.copy_post()
    assert clipboard()[0].startswith(f"{RETRACTED}\n\n") and RETRACTED in clipboard()[1]
    assert book.message.text().startswith("Copied, but retracted:")
    book.detail.text.selectAll()
    book.detail.text.copy()
    assert clipboard()[0].startswith(RETRACTED)


def test_enter_leads_to_the_figures_and_to_the_cell(at_demo: Hands, book: LedgerPage) -> None:
    at_demo.night.go_to("Adalar")
    book.list.settle(with_word(book, "Beyoğlu"))
    book.list.take_keys()
    press("Return")
    assert focus() is book.detail.figures.table
    slot = book.detail.slot()
    assert isinstance(slot, Slot)
    press("Return")
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert at_demo.night.place == "Beyoğlu"
    assert at_demo.here() == (slot.source.agency, slot.row)


def test_where_was_this_figure_published_from_the_entry_table(
    at_demo: Hands, book: LedgerPage
) -> None:
    press("Ctrl+1")
    at_demo.stand("ANKA", CHP)
    said = at_demo.says("ANKA", CHP)
    press("Ctrl+Shift+F")
    assert at_demo.night.pages.currentIndex() == LEDGER
    assert book.citing.text() == "Posts that cite ANKA, Beyoğlu: CHP"
    assert shown(book, LedgerColumn.SAID) == [said]
    assert not book.list.table.isColumnHidden(LedgerColumn.SAID)
    press("Escape")
    assert len(shown(book)) == 3
    assert book.list.table.isColumnHidden(LedgerColumn.SAID)


def test_where_was_this_figure_published_from_the_comparison(
    at_demo: Hands, book: LedgerPage
) -> None:
    night = at_demo.night
    night.show_page(COMPARISON)
    table, model = night.comparison.table, night.comparison.model
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    column = next(n for n, text in enumerate(headings) if str(text) == "CHP\nAA")
    table.setCurrentIndex(model.index(model.row_of("Üsküdar"), column))
    # The menu of the right mouse button asks the same.
    menus = night.findChild(ContextMenus)
    assert menus is not None
    menu = menus.menu_for(table.viewport())
    assert menu is not None
    asked = at_demo.window.actions_.by_name["published"]
    assert asked in menu.actions()
    asked.trigger()
    assert book.citing.text() == "Posts that cite AA, Üsküdar: CHP"
    assert len(shown(book)) == 1


def test_a_row_without_a_figure_is_told_so(at_demo: Hands) -> None:
    at_demo.stand("AA", None)
    press("Ctrl+Shift+F")
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert "Put the cursor" in at_demo.message


def test_the_ledger_is_read_once_and_then_only_what_moved(
    at_demo: Hands, book: LedgerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[set[int] | None] = []
    read = ledger.entries

    def reading(session: Session, numbers: Iterable[int] | None = None) -> tuple[LedgerEntry, ...]:
        asked.append(None if numbers is None else set(numbers))
        return read(session, None if numbers is None else list(numbers))

    monkeypatch.setattr(ledger, "entries", reading)
    type_("beyoglu")
    press("Escape")
    assert asked == []
    post = compose(at_demo.session, PostKind.COMPARISON, Ask(CONTEST, ("Küçükçekmece",)))
    change = at_demo.night.bridge.do(Publish(post))
    assert asked == [set(change.posts)]


def test_it_speaks_turkish(at_demo: Hands, book: LedgerPage) -> None:
    at_demo.speak("tr")
    assert book.only.tabText(1) == "△ Yanlış 0"
    assert book.only.accessibleTabName(1) == "Yanlış 0"
    assert "◇ engele rağmen" in shown(book, LedgerColumn.STATE)
    heading = book.model.headerData(int(LedgerColumn.HEADLINE), Qt.Orientation.Horizontal)
    assert heading == "Başlık"
    assert "Yayımlayan" in book.detail.about.text()


@pytest.mark.parametrize("width", [960, 1366])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_what_figure_a_line_is_about_can_be_read(
    at_demo: Hands, book: LedgerPage, language: str, width: int
) -> None:
    at_demo.speak(language)
    at_demo.window.resize(width, 700)
    book.list.table.selectRow(with_word(book, "Üsküdar"))
    table = book.detail.figures.table
    at_demo.qtbot.waitUntil(lambda: book.detail.model.rowCount() > 4)
    for row in range(book.detail.model.rowCount()):
        cell = book.detail.model.index(row, CitedColumn.ITEM)
        told = min(table.fontMetrics().horizontalAdvance(cell.data()), 90)
        assert table.columnWidth(CitedColumn.ITEM) >= told, cell.data()
    if width == 1366:
        # All of it is seen at once where there is room.
        assert table.horizontalScrollBar().maximum() == 0


def test_sizes_are_remembered(at_demo: Hands, book: LedgerPage) -> None:
    book.splitter.setSizes([300, 700])
    sizes = book.splitter.sizes()
    path = at_demo.session.path
    at_demo.window.close_night()
    at_demo.window.open_path(path)
    press("Ctrl+4")
    splitter = page(at_demo).splitter
    at_demo.qtbot.waitUntil(lambda: splitter.sizes() == sizes)


def test_models_keep_qts_rules(
    at_demo: Hands, book: LedgerPage, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(book.model)
    book.list.settle(with_word(book, "Beyoğlu"))
    qtmodeltester.check(book.detail.model)


def test_a_post_is_pinned_and_made_a_key_event_from_here(at_demo: Hands, book: LedgerPage) -> None:
    book.list.settle(with_word(book, "Üsküdar"))
    entry = book.entry()
    assert entry is not None
    kept = at_demo.night.bridge.session.settings
    for name, setting, value, state in (
        ("keyEvent", settings.key_event(entry.number), settings.YES, "✓ key event"),
        ("pinPost", settings.PINNED, str(entry.number), "✓ pinned"),
    ):
        action = at_demo.window.actions_.by_name[name]
        action.trigger()
        assert at_demo.night.bridge.session.settings[setting] == value
        assert shown(book, LedgerColumn.STATE)[with_word(book, "Üsküdar")] == state
        assert "Üsküdar" in at_demo.night.bridge.messages.text()
        action.trigger()
        assert setting not in at_demo.night.bridge.session.settings
    press("Ctrl+Z")
    assert at_demo.night.bridge.session.settings == {**kept, settings.PINNED: str(entry.number)}
    press("Ctrl+1")
    at_demo.window.actions_.by_name["pinPost"].trigger()
    # What is done to a post is done where it is seen.
    assert book.isVisible() and settings.PINNED in at_demo.night.bridge.session.settings
