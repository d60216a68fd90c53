"""A place's verdict is seen wherever she looks, is never that of a moment ago, and leads are
numbers beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desk.facts.bulletin import Figures, Item, Row, Source
from desk.facts.edits import FileBulletins, NewBulletin, SetSetting
from tests.ui.comparison.test_filling import filled
from tests.ui.hands import CONTEST, OPENED, PLACE, Hands, comparison, places, press, share
from ui.comparison.board import BoardColumn, round_to, sure_digits
from ui.comparison.columns import ComparisonColumn, What
from ui.entry.places_model import PlaceColumn
from ui.night.bridge import Bridge
from ui.night.page import BOARD
from ui.texts.names import VALUE_ROLE

CHP, AKP = share("chp"), share("ak_parti")
BOXES, TOTAL = Row(Item.OPENED_BOXES), Row(Item.TOTAL_BOXES)
WORKING = "What the gap comes from is being worked out…"
TIP = Qt.ItemDataRole.ToolTipRole


def settle(hands: Hands) -> None:
    """Until every place has been looked at."""
    hands.qtbot.waitUntil(lambda: hands.night.watch.ready)
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)


def line(hands: Hands) -> str:
    """The line of the entry page."""
    return hands.night.entry.head.verdict.text()


def cell(hands: Hands, place: str, what: What) -> QModelIndex:
    model = hands.night.comparison.model
    return model.index(model.row_of(place), model.columns.index(ComparisonColumn(what)))


def at(hour: int, minute: int) -> datetime:
    return datetime(2024, 3, 31, hour, minute)


def file(bridge: Bridge, agency: str, place: str, moment: datetime, figures: Figures) -> None:
    bulletin = NewBulletin(Source(agency, CONTEST, place), moment, dict(figures))
    bridge.do(FileBulletins((bulletin,)))


def key_both(hands: Hands, a: str, b: str) -> None:
    """Both agencies at 60 per cent of the boxes, typed and filed."""
    for agency, chp in (("AA", a), ("ANKA", b)):
        hands.key(agency, None, "2000")
        hands.key(agency, OPENED, "60")
        hands.key(agency, CHP, chp)
        hands.key(agency, AKP, "36")
        hands.stand(agency, CHP)
        press("Ctrl+Return")


def test_the_entry_page_says_it_and_follows_every_change(at_demo: Hands) -> None:
    settle(at_demo)
    assert line(at_demo).startswith("Unknown: AA and ANKA gave no opened share")
    key_both(at_demo, "58", "62.2")
    assert line(at_demo) == WORKING, "what was said before is not sure any more"
    settle(at_demo)
    assert line(at_demo) == "A real gap: with 60 % opened it was 4.20 points for CHP all the same."
    press("Ctrl+Z")
    settle(at_demo)
    assert line(at_demo).startswith("Unknown: ANKA gave no opened share")
    press("Ctrl+Y")
    settle(at_demo)
    at_demo.speak("tr")
    assert line(at_demo) == "Evre farkı değil: açılan sandık yüzde 60 iken de CHP için 4,20 puan."


def test_it_is_of_the_place_in_front(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.find("adalar")
    assert line(at_demo) == "Unknown: AA and ANKA gave neither a share nor a lead here."
    at_demo.find("istanbul")
    assert line(at_demo) == ("Unknown: AA gave no share here; the leads are 13.40 points apart.")


def test_it_is_of_the_agencies_in_front(at_demo: Hands) -> None:
    settle(at_demo)
    box = at_demo.night.entry.head.agencies[1]
    box.setFocus()
    press("Down")
    _, other = at_demo.night.entry.pair
    assert other != "ANKA"
    assert line(at_demo) == f"Unknown: {other} gave neither a share nor a lead here."
    press("Alt+2")
    assert line(at_demo) == WORKING
    settle(at_demo)
    assert line(at_demo) == f"Unknown: AA and {other} gave neither a share nor a lead here."


def test_a_threshold_of_the_house_judges_anew(at_demo: Hands) -> None:
    key_both(at_demo, "58", "62.2")
    settle(at_demo)
    at_demo.night.bridge.do(SetSetting("check.d401.late", "4.5"))
    assert line(at_demo) == WORKING
    assert cell(at_demo, PLACE, What.VERDICT).data() == "…"
    settle(at_demo)
    assert line(at_demo).startswith(
        "Within the threshold: the widest gap is CHP, 4.20 points; up to 4.5"
    )
    assert cell(at_demo, PLACE, What.VERDICT).data() == "same"


def test_the_hours_of_the_house_judge_anew(at_demo: Hands) -> None:
    bridge = at_demo.night.bridge
    file(bridge, "AA", PLACE, at(20, 0), {CHP: Decimal("50.1"), AKP: Decimal("40.1")})
    settle(at_demo)
    assert "with the newest shares, and the bulletins are 35 minutes apart;" in line(at_demo)
    bridge.do(SetSetting("hours-apart", "40"))
    settle(at_demo)
    assert line(at_demo).endswith("13.79 points apart. The bulletins are 35 minutes apart.")


def test_the_comparison_has_a_word_of_every_place_and_the_sentence_of_one(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+2")
    page = at_demo.night.comparison
    page.select("Üsküdar")
    assert cell(at_demo, "Üsküdar", What.VERDICT).data() == "unknown"
    assert cell(at_demo, "Adalar", What.VERDICT).data() == "", "nobody has spoken there"
    said = page.verdict.text()
    assert said.startswith("Üsküdar: Unknown: AA and ANKA gave no opened share")
    assert "\nLeads: AA CHP +11.82 · ANKA CHP +21.72 · 9.90 points apart" in said
    for agency in ("AA", "ANKA"):
        figures: Figures = {OPENED: Decimal(60), CHP: Decimal("55.5"), AKP: Decimal("40.5")}
        file(at_demo.night.bridge, agency, "Üsküdar", at(20, 0), figures)
        assert cell(at_demo, "Üsküdar", What.VERDICT).data() == "…"
        assert page.verdict.text().startswith(f"Üsküdar: {WORKING}")
    settle(at_demo)
    assert cell(at_demo, "Üsküdar", What.VERDICT).data() == "same"
    assert cell(at_demo, "Üsküdar", What.VERDICT).data(TIP) == "The same: the shares are equal."
    assert page.verdict.text().startswith("Üsküdar: The same: the shares are equal.\nLeads: AA ")
    press("Home", "Down")
    here = page.model.place_at(page.table.currentIndex().row())
    assert here != "Üsküdar" and page.verdict.text().startswith(f"{here}: ")
    at_demo.speak("tr")
    assert cell(at_demo, "Üsküdar", What.VERDICT).data() == "eşik altında"
    assert page.verdict.accessibleName() == "Seçili yerdeki farkın nedeni"


def test_the_board_has_the_word_the_sentence_and_the_leads(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
    filled(at_demo)
    board = at_demo.night.board.model
    assert at_demo.night.pages.currentIndex() == BOARD
    row = board.row_of(("İstanbul", ""))
    assert row is not None, "only leads can be set side by side there"

    def says(row: int, column: BoardColumn, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return board.index(row, column).data(role)

    assert says(row, BoardColumn.CONTENDER) is None and says(row, BoardColumn.GAP) is None
    assert says(row, BoardColumn.LEAD_A) == "CHP +7,74"
    assert says(row, BoardColumn.LEAD_B) == "CHP +21,14"
    assert says(row, BoardColumn.LEAD_GAP) == "13,40"
    assert says(row, BoardColumn.LEAD_GAP, VALUE_ROLE) == Decimal("13.40")
    assert says(row, BoardColumn.VERDICT) == "unknown"
    assert "13.40 points apart" in str(says(row, BoardColumn.VERDICT, TIP))
    assert board.headings()[BoardColumn.LEAD_A] == "Leads\nAA"
    board.sort(BoardColumn.LEAD_GAP, Qt.SortOrder.DescendingOrder)
    assert board.place(0) == "İstanbul"


@pytest.mark.parametrize(
    ("room", "told"), [("0.04", "38.25"), ("0.05", "38.3"), ("0.49", "38.3"), ("0.5", "38")]
)
def test_a_range_is_told_no_finer_than_it_is_sure(room: str, told: str) -> None:
    assert str(round_to(Decimal("38.25"), sure_digits(Decimal(room)))) == told


# How much is opened


def test_the_newest_opened_share_with_its_hour(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    figures = {OPENED: Decimal("33.7"), CHP: Decimal(50), AKP: Decimal(40)}
    file(bridge, "AA", "Tuzla", at(19, 30), figures)
    model = comparison(bridge)
    column = model.columns.index(ComparisonColumn(What.OPENED_A))
    index = model.index(model.row_of("Tuzla"), column)
    assert index.data() == "33,7" and index.data(TIP) is None
    file(bridge, "AA", "Tuzla", at(19, 38), {OPENED: Decimal("41.2")})
    index = model.index(model.row_of("Tuzla"), column)
    assert index.data() == "41,2 (19.38)"
    assert index.data(TIP) == "AA at 19.38"
    assert index.data(VALUE_ROLE) == Decimal("41.2")


def test_what_boxes_tell_is_told_apart(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    figures: Figures = {BOXES: 11212, TOTAL: 33273, CHP: Decimal(50), AKP: Decimal(40)}
    file(bridge, "ANKA", "Tuzla", at(19, 30), figures)
    model, listed = comparison(bridge), places(bridge)
    index = model.index(model.row_of("Tuzla"), model.columns.index(ComparisonColumn(What.OPENED_B)))
    assert index.data() == "≈33,70"
    assert index.data(TIP) == "from 11,212 of 33,273 boxes"
    assert index.data(VALUE_ROLE) is None, "a copy says ≈ too"
    row = listed.row_of("Tuzla")
    assert row is not None
    tip = str(listed.index(row, PlaceColumn.AGE).data(TIP))
    assert tip.endswith("≈33.70 % of the boxes opened\nfrom 11,212 of 33,273 boxes")


# The list of places


def test_a_gap_of_leads_stands_where_no_share_is_told_twice(
    bridge_on: Callable[[str], Bridge],
) -> None:
    listed = places(bridge_on("demo"))

    def gap(place: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = listed.row_of(place)
        assert row is not None
        return listed.index(row, PlaceColumn.GAP).data(role)

    assert gap("İstanbul") == "+13,40"
    assert gap("İstanbul", TIP) == "The leads are 13.40 points apart"
    assert gap("Üsküdar") == "8,88"
    assert str(gap("Üsküdar", TIP)).startswith("Widest gap of a share: 8.88 points\nThe leads are")
    assert gap("Adalar") == "" and gap("Adalar", TIP) is None


def test_what_changed_while_nobody_saw_it_is_told_when_it_is_brought_to_the_front(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(at_demo)
    press("Ctrl+2")
    page = at_demo.night.comparison
    page.select("Üsküdar")
    press("Ctrl+1")
    asked: list[str] = []
    told = page.model.detail
    monkeypatch.setattr(page.model, "detail", lambda place: asked.append(place) or told(place))
    for agency in ("AA", "ANKA"):
        figures: Figures = {OPENED: Decimal(60), CHP: Decimal("55.5"), AKP: Decimal("40.5")}
        file(at_demo.night.bridge, agency, "Üsküdar", at(20, 0), figures)
    settle(at_demo)
    assert asked == []
    press("Ctrl+2")
    assert set(asked) == {"Üsküdar"}
    assert page.verdict.text().startswith("Üsküdar: The same: the shares are equal.\nLeads: AA ")
