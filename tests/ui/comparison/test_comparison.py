"""Two agencies over all places: the gaps, the copies for spreadsheets, the exports, the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk.facts.bulletin import Figures, Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.session import Session
from tests.ui.hands import (
    CONTEST,
    PAIR,
    PLACE,
    Hands,
    clipboard,
    focus,
    press,
    share,
    stop_work,
    type_,
)
from ui.comparison.columns import ComparisonColumn, What
from ui.comparison.page import ComparisonPage
from ui.night.bridge import Bridge
from ui.widgets.clipboard import put_text

CHP, AKP = share("chp"), share("ak_parti")
KEEP = QItemSelectionModel.SelectionFlag.Select


@pytest.fixture
def page(at_demo: Hands) -> ComparisonPage:
    press("Ctrl+2")
    return at_demo.night.comparison


def cell(page: ComparisonPage, place: str, what: What, contender: str = "") -> QModelIndex:
    column = page.model.columns.index(ComparisonColumn(what, contender))
    return page.model.index(page.model.row_of(place), column)


def choose(page: ComparisonPage, *cells: QModelIndex) -> None:
    page.table.selectionModel().clear()
    for index in cells:
        page.table.selectionModel().select(index, KEEP)


@pytest.mark.parametrize(
    ("place", "gap"), [("Beyoğlu", "6,18"), ("Üsküdar", "8,88"), (PLACE, "5,26")]
)
def test_the_gaps_of_the_evening(page: ComparisonPage, place: str, gap: str) -> None:
    assert cell(page, place, What.GAP, "chp").data() == gap
    assert cell(page, place, What.WORST).data() == gap


def test_the_worst_comes_first(page: ComparisonPage) -> None:
    shown = [page.model.place_at(row) for row in range(4)]
    assert shown == ["İstanbul", "Üsküdar", "Beyoğlu", PLACE], "of the province AA gave the lead"


def test_leads_are_those_stated_or_computed(page: ComparisonPage) -> None:
    assert cell(page, "İstanbul", What.LEAD_A).data() == "CHP +7,74"
    assert cell(page, "İstanbul", What.LEAD_B).data() == "CHP +21,14"
    assert cell(page, "İstanbul", What.LEAD_GAP).data() == "13,40"
    assert cell(page, "İstanbul", What.WORST).data() == "+13,40"
    assert cell(page, "Beyoğlu", What.LEAD_GAP).data() == "9,88"
    assert cell(page, "Adalar", What.LEAD_GAP).data() == ""
    assert cell(page, "İstanbul", What.GAP, "chp").data() == ""
    assert cell(page, "İstanbul", What.OPENED_B).data() == "10"
    assert cell(page, "Adalar", What.LEAD_A).data() == ""


def test_leaders_that_differ_are_marked(at_demo: Hands, page: ComparisonPage) -> None:
    press("Ctrl+1")
    at_demo.key("AA", CHP, "40")
    at_demo.key("AA", AKP, "45")
    press("Ctrl+Return")
    assert cell(page, PLACE, What.DIFFER).data() == "◆"
    assert cell(page, "Beyoğlu", What.DIFFER).data() == ""


def test_a_night_without_figures_says_what_to_do(at_blank: Hands) -> None:
    press("Ctrl+2")
    page = at_blank.night.comparison
    assert page.model.is_empty()
    assert not page.table.isVisible()
    press("Ctrl+1")
    at_blank.key("AA", CHP, "58,63")
    press("Ctrl+Return", "Ctrl+2")
    assert page.table.isVisible()


def test_columns_that_came_while_nobody_looked_are_wide_enough(at_demo: Hands) -> None:
    before = at_demo.night.comparison.model.columnCount()
    source = Source("AA", CONTEST, PLACE)
    figures: Figures = {share("saadet"): Decimal("1.25")}
    edit = FileBulletins((NewBulletin(source, at_demo.session.night_clock(), figures),))
    at_demo.night.bridge.do(edit)
    table = at_demo.night.comparison.table
    assert table.model().columnCount() > before
    press("Ctrl+2")
    metrics = table.horizontalHeader().fontMetrics()
    for column in range(table.model().columnCount()):
        words = str(table.model().headerData(column, Qt.Orientation.Horizontal)).splitlines()
        assert table.columnWidth(column) > max(map(metrics.horizontalAdvance, words))
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)


def test_enter_goes_to_the_figures_of_the_place(at_demo: Hands, page: ComparisonPage) -> None:
    page.select("Beyoğlu")
    press("Return")
    assert at_demo.night.place == "Beyoğlu"
    assert focus() is at_demo.night.entry.view


# Copies


def test_a_selection_is_copied_as_a_table(page: ComparisonPage) -> None:
    page.table.setFocus()
    choose(
        page,
        *(
            cell(page, place, what, contender)
            for place in ("Beyoğlu", "Üsküdar")
            for what, contender in (
                (What.PLACE, ""),
                (What.SHARE_A, "chp"),
                (What.SHARE_B, "chp"),
                (What.GAP, "chp"),
                (What.SHARE_A, "yeniden_refah"),
            )
        ),
    )
    press("Ctrl+C")
    text, html = clipboard()
    assert text.splitlines() == [
        "Place\tCHP AA\tCHP ANKA\tCHP gap\tYRP AA",
        "Üsküdar\t51,14\t60,02\t8,88\t",
        "Beyoğlu\t55,05\t61,23\t6,18\t",
    ]
    assert "<th>CHP ANKA</th>" in html
    assert "<td>61,23</td>" in html
    assert "<td></td>" in html, "what was not said is empty, not 0"


def test_a_single_cell_is_copied_bare(page: ComparisonPage) -> None:
    page.table.setFocus()
    choose(page, cell(page, "Üsküdar", What.GAP, "chp"))
    press("Ctrl+C")
    text, html = clipboard()
    assert text == "8,88"
    assert "<th>" not in html and "8,88" in html


def test_nothing_selected_leaves_the_clipboard(page: ComparisonPage) -> None:
    page.table.setFocus()
    choose(page, cell(page, "Üsküdar", What.GAP, "chp"))
    press("Ctrl+C")
    choose(page)
    press("Ctrl+C")
    assert clipboard()[0] == "8,88"


def test_the_contest_is_copied_a_row_a_place(at_demo: Hands, page: ComparisonPage) -> None:
    choose(page)
    press("Ctrl+Shift+W")
    text, html = clipboard()
    head, *lines = (line.split("\t") for line in text.splitlines())
    assert head[:5] == ["Yer", "CHP AA", "CHP ANKA", "AKP AA", "AKP ANKA"]
    # A Turkish spreadsheet would take 55.05 for a date; what was not said is no 0.
    assert lines[1][:7] == ["Beyoğlu", "55,05", "61,23", "39,23", "35,53", "", "2"]
    assert [line[0] for line in lines] == ["İstanbul", "Beyoğlu", PLACE, "Üsküdar"]
    assert "CHP ANKA" in html and "61,23" in html
    assert at_demo.message.endswith("places: 4.")


def test_nothing_said_in_a_contest_leaves_the_clipboard(at_demo: Hands) -> None:
    put_text("before")
    at_demo.night.entry.choose_contest(1)
    press("Ctrl+Shift+W")
    assert clipboard()[0] == "before"
    assert at_demo.message.startswith("Nothing was copied")


def test_the_entry_table_is_copied_with_its_rows(at_demo: Hands) -> None:
    at_demo.stand("AA", CHP)
    press("Shift+Right", "Shift+Down", "Ctrl+C")
    text, html = clipboard()
    assert text.splitlines() == [
        "\tAA filed 19.25\tANKA filed 19.25",
        "CHP\t58,63\t63,89",
        "AKP\t35,94\t35,94",
    ]
    assert "58,63" in html


@pytest.mark.usefixtures("page")
def test_copying_in_a_line_of_text_copies_the_text() -> None:
    press("Ctrl+K")
    type_("Son durum")
    press("Ctrl+A", "Ctrl+C")
    assert clipboard()[0] == "Son durum"


# Exports

HEAD = "contest,place,contender,agency_a,agency_b,share_a,share_b,gap"


def export(monkeypatch: pytest.MonkeyPatch, path: Path, form: str) -> None:
    """The page in front is exported; whoever asks waits until it is written."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), form))
    press("Ctrl+E")


def test_the_export_for_programs(
    at_demo: Hands, page: ComparisonPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    export(monkeypatch, tmp_path / "all.csv", "Comma-separated (*.csv)")
    at_demo.wait_for_work()
    lines = (tmp_path / "all.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(HEAD)
    line = next(line for line in lines if line.startswith("ibb,Beyoğlu,chp,"))
    assert line.startswith("ibb,Beyoğlu,chp,AA,ANKA,55.05,61.23,6.18,")
    silent = next(line for line in lines if line.startswith("ibb,Beyoğlu,yeniden_refah,"))
    assert silent.startswith("ibb,Beyoğlu,yeniden_refah,AA,ANKA,,2,,")


def test_the_export_for_spreadsheets_holds_numbers(
    at_demo: Hands, page: ComparisonPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    export(monkeypatch, tmp_path / "all.xlsx", "Spreadsheet (*.xlsx)")
    at_demo.wait_for_work()
    sheet = load_workbook(tmp_path / "all.xlsx").active
    head, *rows = sheet.iter_rows(values_only=True)
    assert list(head[:8]) == HEAD.split(",")
    found = {(row[1], row[2]): row for row in rows}
    assert found["Beyoğlu", "chp"][5:8] == (55.05, 61.23, 6.18)
    assert found["Beyoğlu", "yeniden_refah"][5:8] == (None, 2, None)
    assert found["Beyoğlu", "chp"][10] == datetime(2024, 3, 31, 19, 25)


@pytest.mark.parametrize(
    ("form", "ending"), [("Comma-separated (*.csv)", ".csv"), ("Spreadsheet (*.xlsx)", ".xlsx")]
)
def test_an_ending_left_out_is_added(
    at_demo: Hands,
    page: ComparisonPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    form: str,
    ending: str,
) -> None:
    export(monkeypatch, tmp_path / "all", form)
    at_demo.wait_for_work()
    assert [path.name for path in tmp_path.glob("all*")] == [f"all{ending}"]


def test_an_export_that_is_stopped_leaves_nothing_behind(
    at_demo: Hands,
    page: ComparisonPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    one_step_a_turn: None,
) -> None:
    path = tmp_path / "out" / "all.xlsx"
    path.parent.mkdir()
    export(monkeypatch, path, "")
    stop_work(at_demo.window)
    assert list(path.parent.iterdir()) == []
    assert "Stopped" in at_demo.message


def test_an_export_that_cannot_be_written_says_so(
    at_demo: Hands, page: ComparisonPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    export(monkeypatch, tmp_path / "nowhere" / "all.csv", "")
    at_demo.wait_for_work()
    assert "the folder does not exist" in at_demo.banner


# The clock


def test_ages_follow_the_clock_and_nothing_else_moves(
    qtbot: QtBot, qapp: object, night_file: Callable[[str], Path]
) -> None:
    now = [datetime(2024, 3, 31, 16, 40, tzinfo=UTC)]
    with Session.open_file(night_file("demo"), mirror=True, clock=lambda: now[0]) as session:
        page = ComparisonPage(Bridge(session))
        qtbot.addWidget(page)
        page.show_contest(CONTEST, PAIR)
        age = cell(page, PLACE, What.AGE_A)
        assert age.data() == "15 min"
        choose(page, cell(page, "Beyoğlu", What.GAP, "chp"))
        page.table.setCurrentIndex(cell(page, "Üsküdar", What.SHARE_A, "chp"))
        before = page.table.selectionModel().selectedIndexes(), page.table.currentIndex()
        now[0] += timedelta(minutes=7)
        told: list[int] = []
        page.model.dataChanged.connect(lambda first, last: told.append(first.column()))
        page.model.tick(0, page.model.rowCount())
        assert cell(page, PLACE, What.AGE_A).data() == "22 min"
        assert cell(page, "Adalar", What.AGE_A).data() == ""
        assert (page.table.selectionModel().selectedIndexes(), page.table.currentIndex()) == before
        assert set(told) == {page.model.columns.index(ComparisonColumn(What.AGE_A))}
        told.clear()
        page.model.tick(0, page.model.rowCount())
        assert told == []


def test_the_pages_question_is_answered_when_somebody_sees_it(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, asked = at_demo.night.comparison, list[str]()
    answer = page.model.first_look

    def first_look() -> str:
        asked.append(answer())
        return asked[-1]

    monkeypatch.setattr(page.model, "first_look", first_look)
    at_demo.key("AA", CHP, "50")
    press("Ctrl+Return")
    at_demo.qtbot.waitUntil(lambda: not page._look.idle)
    at_demo.qtbot.waitUntil(lambda: page._look.idle)
    assert asked == [], "nobody waits for it between two keys"
    press("Ctrl+2")
    assert asked and page.answer.text() == asked[-1]
