"""Turkish order, numbers as numbers, what was not said last; and a filter that reads Turkish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from itertools import product

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from desk import turkish
from desk.facts.bulletin import Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.rules.board import Verdict, VerdictCode
from tests.ui.hands import CONTEST, PAIR, PLACE, Hands, comparison, places, press, share
from ui.comparison.columns import ComparisonColumn, What
from ui.comparison.model import ComparisonModel
from ui.night.bridge import Bridge
from ui.texts.names import VALUE_ROLE
from ui.widgets import theme
from ui.widgets.theme import contrast

CHP, AKP = share("chp"), share("ak_parti")
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def order_of(model: ComparisonModel) -> list[str]:
    return [model.place_at(row) for row in range(model.rowCount())]


def test_places_stand_in_turkish_order(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    listed = places(bridge)
    names = [listed.place_at(row) for row in range(listed.rowCount())]
    table = comparison(bridge)
    table.sort(0, ASCENDING)
    for found in (names, order_of(table)):
        assert found[0] == "İstanbul", "the province stands first"
        assert found[1:] == sorted(found[1:], key=turkish.sort_key)
        assert found.index("Büyükçekmece") < found.index("Çatalca") < found.index("Esenler")
        assert found.index("Sultangazi") < found.index("Şile") < found.index("Tuzla")
        assert found.index("Tuzla") < found.index("Ümraniye") < found.index("Zeytinburnu")
        assert found.index("Kadıköy") < found.index("Kağıthane") < found.index("Kartal")


@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
@pytest.mark.parametrize("what", [What.WORST, What.LEAD_A, What.LEAD_GAP, What.AGE_A, What.DIFFER])
def test_what_was_not_said_comes_last_in_either_direction(
    bridge_on: Callable[[str], Bridge], what: What, order: Qt.SortOrder
) -> None:
    model = comparison(bridge_on("demo"))
    column = model.columns.index(ComparisonColumn(what))
    model.sort(column, order)
    texts = [model.index(row, column).data() for row in range(model.rowCount())]
    filled = [bool(text) for text in texts]
    assert filled == sorted(filled, reverse=True)


def test_numbers_sort_as_numbers(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    source = Source("AA", CONTEST, "Adalar")
    figures = {CHP: Decimal("9.5"), AKP: Decimal("90")}
    bridge.do(FileBulletins((NewBulletin(source, datetime(2024, 3, 31, 19, 30), figures),)))
    model = comparison(bridge)
    column = model.columns.index(ComparisonColumn(What.SHARE_A, "chp"))
    model.sort(column, DESCENDING)
    assert order_of(model)[:4] == [PLACE, "Beyoğlu", "Üsküdar", "Adalar"]


def test_a_persistent_index_follows_its_place(bridge_on: Callable[[str], Bridge]) -> None:
    model = comparison(bridge_on("demo"))
    kept = {
        place: QPersistentModelIndex(model.index(model.row_of(place), 1))
        for place in ("Beyoğlu", PLACE, "Zeytinburnu")
    }
    for column in (0, 1, 3):
        for order in (ASCENDING, DESCENDING):
            model.sort(column, order)
            for place, index in kept.items():
                assert model.place_at(index.row()) == place
                assert index.column() == 1


# The filter


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("uskudar", ["Üsküdar"]),
        ("USKUDAR", ["Üsküdar"]),
        ("ÜSKÜDAR", ["Üsküdar"]),
        ("silivri", ["Silivri"]),
        ("SİLİVRİ", ["Silivri"]),
        ("SILIVRI", ["Silivri"]),
        ("kagithane", ["Kağıthane"]),
        ("KAĞITHANE", ["Kağıthane"]),
        ("  şişli ", ["Şişli"]),
        ("cek", ["Büyükçekmece", "Çekmeköy", "Küçükçekmece"]),
        ("yok", []),
    ],
)
def test_the_filter_reads_turkish(
    bridge_on: Callable[[str], Bridge], typed: str, found: list[str]
) -> None:
    model = places(bridge_on("blank"))
    model.filter_by(typed)
    assert [model.place_at(row) for row in range(model.rowCount())] == found


@pytest.mark.parametrize(
    ("order", "first"),
    [("gap", "İstanbul"), ("marks", PLACE), ("stale", "İstanbul"), ("name", "İstanbul")],
)
def test_other_orders(bridge_on: Callable[[str], Bridge], order: str, first: str) -> None:
    bridge = bridge_on("demo")
    if order == "stale":
        for place in bridge.session.election.places[1:]:
            for agency in PAIR:
                source = Source(agency, CONTEST, place.name)
                figures = {CHP: Decimal("50.5")}
                moment = datetime(2024, 3, 31, 21, 0)
                bridge.do(FileBulletins((NewBulletin(source, moment, figures),)))
    model = places(bridge)
    model.order_by(order)
    assert model.place_at(0) == first


def test_the_orders_asked_for_most_are_one_key_apart(at_demo: Hands) -> None:
    press("Ctrl+2")
    page = at_demo.night.comparison
    assert page.order.currentIndex() == 0
    page.order.setFocus()
    press("Right", "Right")
    names = [place for place in page.model.order if place != "İstanbul"]
    assert names == sorted(names, key=turkish.sort_key)
    press("Left")
    column, _ = page.model.sorting
    assert page.model.columns[column].what is What.VERDICT
    # Another column names itself as the last choice, and goes with the next usual one.
    at = page.model.columns.index(ComparisonColumn(What.OPENED_A))
    page.table.horizontalHeader().setSortIndicator(at, Qt.SortOrder.DescendingOrder)
    assert page.order.tabText(page.order.currentIndex()) == "Opened AA"
    page.order.setFocus()
    press("Left")
    assert not page.order.isTabVisible(3)


def test_the_arrow_of_an_order_lies_under_the_words_of_its_heading(at_demo: Hands) -> None:
    press("Ctrl+2")
    header = at_demo.night.comparison.table.horizontalHeader()
    shown = header.grab().toImage()
    header.setSortIndicatorShown(False)
    QApplication.processEvents()
    bare = header.grab().toImage()
    spots = [*product(range(shown.width()), range(shown.height()))]
    arrow = [at for at in spots if shown.pixel(*at) != bare.pixel(*at)]
    words = [at for at in spots if contrast(bare.pixelColor(*at), theme.ink().base) > 3]
    assert arrow
    # A letter with a tail may reach down beside it.
    assert min(y for _, y in arrow) > max(y for _, y in words) - header.fontMetrics().descent() - 1
    assert not {*arrow} & {*words}


def test_what_is_left_at_equal_opening_stands_beside_the_verdict(at_demo: Hands) -> None:
    press("Ctrl+2")
    model = at_demo.night.comparison.model
    at_demo.qtbot.waitUntil(lambda: model.knows("Üsküdar"))
    values = {"who": "chp", "gap": "8.88", "equal": "0.4", "opened": "30", "threshold": "5"}
    model.show_found({"Üsküdar": ""}, {"Üsküdar": Verdict(VerdictCode.STAGE, values)})
    at = model.columns.index(ComparisonColumn(What.EQUAL))
    cell = model.index(model.row_of("Üsküdar"), at)
    assert cell.data() == "0,4 · %30" and cell.data(VALUE_ROLE) == Decimal("0.4")
    assert 0 < model.part_of_threshold("Üsküdar") < model.part_of_widest("Üsküdar")[0] < 1
