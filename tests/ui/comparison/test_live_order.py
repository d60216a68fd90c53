"""The widest gap stands first when she comes, and nothing moves while she looks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desk.facts.bulletin import Source
from desk.facts.edits import FileBulletins, NewBulletin
from tests.ui.hands import CONTEST, PLACE, Hands, press, share
from ui.comparison.columns import ComparisonColumn, What
from ui.window.help import table_keys
from ui.window.menus import SPECS

CHP, AKP = share("chp"), share("ak_parti")


def arrive(hands: Hands, place: str, a: str, b: str) -> None:
    """Bulletins of both agencies come in, as from a script or a rehearsal."""
    minute = hands.session.night_clock()
    hands.night.bridge.do(
        FileBulletins(
            tuple(
                NewBulletin(
                    Source(agency, CONTEST, place),
                    minute,
                    {CHP: Decimal(said), AKP: Decimal(100) - Decimal(said)},
                )
                for agency, said in (("AA", a), ("ANKA", b))
            )
        )
    )


def order(hands: Hands) -> list[str]:
    return list(hands.night.comparison.model.order)


def in_sight(hands: Hands) -> bool:
    table = hands.night.comparison.table
    # Sideways the place's name lies over the table, wherever that is scrolled to.
    middle = table.visualRect(table.currentIndex()).center().y()
    return 0 <= middle < table.viewport().height()


def current(hands: Hands) -> str:
    page = hands.night.comparison
    return page.model.place_at(page.table.currentIndex().row())


def click(hands: Hands, column: ComparisonColumn) -> None:
    """Click a heading: the first one lies over the table and is another header."""
    page = hands.night.comparison
    number = page.model.columns.index(column)
    table = page.table if number else page.table.frozen
    header = table.horizontalHeader()
    page.table.scrollTo(page.model.index(0, number))
    at = QPoint(header.sectionViewportPosition(number) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_widest_gap_is_first_on_coming_back_to_the_page(at_demo: Hands) -> None:
    at_demo.window.resize(960, 540)
    press("Ctrl+2")
    assert order(at_demo)[0] == "İstanbul"
    bar = at_demo.night.comparison.table.verticalScrollBar()
    bar.setValue(2)
    assert bar.value() == 2
    press("Ctrl+1")
    arrive(at_demo, "Tuzla", "40", "70")
    press("Ctrl+2")
    assert order(at_demo)[0] == "Tuzla" and bar.value() == 0
    assert current(at_demo) == PLACE and in_sight(at_demo)


def test_nothing_moves_under_her_eyes_until_she_asks(at_demo: Hands) -> None:
    press("Ctrl+2")
    before = order(at_demo)
    for n, place in enumerate(("Tuzla", "Zeytinburnu", "Adalar", "Şile")):
        arrive(at_demo, place, "40", str(60 + n))
        assert order(at_demo) == before
    at_demo.speak("tr")
    assert order(at_demo) == before, "another language is no other order"
    press("Ctrl+R")
    assert order(at_demo)[:4] == ["Şile", "Adalar", "Zeytinburnu", "Tuzla"]
    assert current(at_demo) == PLACE and in_sight(at_demo)


def test_a_contender_named_for_the_first_time_moves_no_place(at_demo: Hands) -> None:
    press("Ctrl+2")
    before = order(at_demo)
    minute = at_demo.session.night_clock()
    model = at_demo.night.comparison.model
    known = {column.contender for column in model.columns}
    ballot = at_demo.session.election.contest(CONTEST).contenders
    new = next(one.code for one in ballot if one.code not in known)
    source = Source("AA", CONTEST, "Tuzla")
    figures = {share(new): Decimal(9), CHP: Decimal(41)}
    at_demo.night.bridge.do(FileBulletins((NewBulletin(source, minute, figures),)))
    assert ComparisonColumn(What.SHARE_A, new) in model.columns
    assert order(at_demo) == before
    assert current(at_demo) == PLACE and in_sight(at_demo)


def test_the_key_orders_the_list_of_places_too(at_demo: Hands) -> None:
    places = at_demo.night.places
    places.order.setCurrentIndex(places.order.findData("gap"))
    places.order.activated.emit(places.order.currentIndex())
    assert places.model.place_at(0) == "İstanbul"
    arrive(at_demo, "Tuzla", "40", "70")
    assert places.model.place_at(0) == "İstanbul"
    press("Ctrl+R")
    assert places.model.place_at(0) == "Tuzla"
    assert places.model.place_at(places.list.currentIndex().row()) == PLACE


@pytest.mark.parametrize("what", [What.WORST, What.OPENED_A, What.AGE_B, What.LEAD_A, What.DIFFER])
def test_the_first_click_on_a_column_of_numbers_puts_the_greatest_first(
    at_demo: Hands, what: What
) -> None:
    press("Ctrl+2")
    model = at_demo.night.comparison.model
    click(at_demo, ComparisonColumn(What.PLACE))
    assert order(at_demo)[:2] == ["İstanbul", "Adalar"], "names rise"
    column = ComparisonColumn(what)
    click(at_demo, column)
    assert model.sorting == (model.columns.index(column), Qt.SortOrder.DescendingOrder)
    assert current(at_demo) == PLACE and in_sight(at_demo)
    click(at_demo, column)
    assert model.sorting[1] is Qt.SortOrder.AscendingOrder
    click(at_demo, ComparisonColumn(What.PLACE))
    assert order(at_demo)[:2] == ["İstanbul", "Adalar"], "and again after numbers"


def test_what_she_sorted_by_stays_hers(at_demo: Hands) -> None:
    press("Ctrl+2")
    click(at_demo, ComparisonColumn(What.OPENED_A))
    sorting = at_demo.night.comparison.model.sorting
    press("Ctrl+1", "Ctrl+2")
    assert at_demo.night.comparison.model.sorting == sorting
    header = at_demo.night.comparison.table.horizontalHeader()
    assert header.sortIndicatorSection() == sorting[0]


def test_a_column_that_another_contest_lacks_gives_way_to_the_widest_gap(at_demo: Hands) -> None:
    press("Ctrl+2")
    click(at_demo, ComparisonColumn(What.GAP, "chp"))
    page = at_demo.night.comparison
    for contest in (1, 2, 0):
        at_demo.night.entry.choose_contest(contest)
        shown = page.table.horizontalHeader().sortIndicatorSection()
        assert shown == page.model.sorting[0]


def test_the_key_is_free_and_on_the_page_of_keys() -> None:
    keys = [spec.key for spec in SPECS if spec.key] + [key for _, key in table_keys()]
    assert keys.count("Ctrl+R") == 1
