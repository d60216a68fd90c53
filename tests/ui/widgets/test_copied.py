"""What is copied out of a table says what it says, without the marks that are for the eye."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desk.facts.bulletin import Source
from desk.facts.edits import FileDraft, Publish, SetFigure, Withdraw
from desk.facts.figures import read
from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from tests.ui.hands import CONTEST, PLACE, Hands, clipboard, press, share
from ui.posts.ledger import LedgerPage
from ui.widgets import marks
from ui.widgets.clipboard import copy_selection

CHP = share("chp")
TABLES = {
    "comparison.table": "Ctrl+2",
    "board.table": "Ctrl+D",
    "ledger.table": "Ctrl+4",
    "places.list": "Ctrl+1",
    "entry.table": "Ctrl+1",
    "bulletins.list": "Ctrl+1",
    "detail.figures.table": "Ctrl+4",
}
SIGNS = "▲●◆✎✗✖✓◇◔○❄"


def with_marks(hands: Hands) -> None:
    """Küçükçekmece with an impossible sum, Kadıköy with a draft, freshness in every line."""
    bridge = hands.night.bridge
    post = compose(hands.session, PostKind.LEAD, Ask(CONTEST))
    bridge.do(Publish(post, "acele"))
    bridge.do(Withdraw((post.cited[0].bulletin,), "yanlış"))
    for place, filed in ((PLACE, True), ("Kadıköy", False)):
        source = Source("ANKA", CONTEST, place)
        bridge.do(SetFigure(source, CHP, read(CHP.item, "99,9")))
        bridge.do(SetFigure(source, share("ak_parti"), read(CHP.item, "60")))
        if filed:
            bridge.do(FileDraft(source, ""))
    model = hands.night.places.model
    model.show_waiting([Source("AA", CONTEST, "Beyoğlu")])
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)
    signs = [marks.AGEING, marks.STALE, marks.FROZEN, marks.FINAL]
    names = [place.name for place in hands.session.election.places]
    model.show_found(
        {name: ("", (signs[n % 4], signs[-n % 4])) for n, name in enumerate(names) if n > 2}
    )


def table_of(hands: Hands, name: str) -> QTableView:
    table = hands.window.findChild(QTableView, name)
    if table is None and name == "detail.figures.table":
        page = hands.night.late["ledger"].page()
        assert isinstance(page, LedgerPage)
        table = page.detail.figures.table
    assert isinstance(table, QTableView)
    return table


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("name", TABLES)
def test_f13_no_table_copies_a_mark(at_demo: Hands, name: str, language: str) -> None:
    at_demo.speak(language)
    with_marks(at_demo)
    press(TABLES[name])
    table = table_of(at_demo, name)
    at_demo.qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setFocus()
    press("Ctrl+A")
    if name.startswith("ledger"):
        copy_selection(table)
    else:
        press("Ctrl+C")
    text, html = clipboard()
    assert text and html
    assert not set(text + html) & set(SIGNS)


def test_f13_the_place_is_the_name_alone(at_demo: Hands) -> None:
    with_marks(at_demo)
    press("Ctrl+2", "Ctrl+A", "Ctrl+C")
    table = at_demo.night.comparison.table
    shown = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    assert any(str(text).startswith(marks.WRONG) for text in shown), "there are marks to leave out"
    copied = [line.split("\t")[0] for line in clipboard()[0].splitlines()[1:]]
    assert sorted(copied) == sorted(place.name for place in at_demo.session.election.places)


def test_f13_a_place_of_the_list_is_copied_with_what_it_says(at_demo: Hands) -> None:
    with_marks(at_demo)
    at_demo.find(PLACE)
    at_demo.night.places.list.setFocus(Qt.FocusReason.OtherFocusReason)
    press("Ctrl+C")
    heads, line = (text.split("\t") for text in clipboard()[0].splitlines())
    assert heads[1:4] == ["Place", "AA", "ANKA"]
    assert line[1] == PLACE and all(time[:3] in ("", "19.") for time in line[2:4])


def test_every_mark_is_known_to_what_leaves_them_out() -> None:
    signs = {
        value
        for name, value in vars(marks).items()
        if name.isupper() and isinstance(value, str) and not name.startswith("_")
    }
    assert {*SIGNS} <= signs
    assert all(marks.bare(marks.led(sign, "Üsküdar")) == "Üsküdar" for sign in signs)
    assert marks.bare("Üsküdar ▲") == "Üsküdar ▲"
