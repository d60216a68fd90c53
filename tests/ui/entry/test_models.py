"""Every model as Qt wants it: on empty and full nights, and while figures come in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desk.facts import edits
from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import FileDraft, SetFigure, SetSetting
from desk.facts.election import Agency
from tests.ui.hands import CONTEST, PLACE, bulletins, comparison, entry, places, share, votes
from ui.comparison.columns import ComparisonColumn, What
from ui.entry.model import GAP_COLUMN, LOOK_ROLE, EntryModel
from ui.entry.places_model import ORDERS, PlaceColumn
from ui.night.bridge import Bridge
from ui.texts.names import VALUE_ROLE

CHP, AKP = share("chp"), share("ak_parti")
Role = Qt.ItemDataRole
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


MODELS = [entry, places, bulletins, comparison]


def evening(bridge: Bridge) -> None:
    """What an evening does to a file: typing, filing, correcting, withdrawing, joining, undoing."""
    source = Source("AA", CONTEST, PLACE)
    bridge.do(SetFigure(source, CHP, Decimal("59.01")))
    bridge.do(SetFigure(source, votes("chp"), 13729))
    bridge.do(SetFigure(source, Row(Item.LEADER), "chp"))
    number = bridge.do(FileDraft(source)).bulletins[0]
    bridge.do(edits.BeginCorrection(number))
    bridge.do(SetFigure(source, share("iyi_parti"), Decimal("0.7")))
    number = bridge.do(FileDraft(source, "slip")).bulletins[0]
    bridge.do(edits.Withdraw((number,), "wrong"))
    bridge.do(SetSetting(edits.POST_PLACES, PLACE))
    bridge.do(edits.AddAgency(Agency("DHA", "Demirören", ("Demirören",))))
    bridge.do(edits.ShowContender(CONTEST, "iyi_parti", True))
    for _ in range(bridge.undo_stack.count()):
        bridge.undo_stack.undo()
    for _ in range(bridge.undo_stack.count()):
        bridge.undo_stack.redo()
    bridge.reloaded.emit()


@pytest.mark.parametrize("make", MODELS)
@pytest.mark.parametrize("night", ["blank", "demo"])
def test_qt_accepts_the_model(
    qtmodeltester: ModelTester,
    bridge_on: Callable[[str], Bridge],
    make: Callable[[Bridge], QAbstractItemModel],
    night: str,
) -> None:
    bridge = bridge_on(night)
    model = make(bridge)
    # The tester goes on listening: every signal of the evening is examined as it comes.
    qtmodeltester.check(model)
    evening(bridge)
    qtmodeltester.check(model)


def test_qt_accepts_places_while_they_are_filtered_and_ordered(
    qtmodeltester: ModelTester, bridge_on: Callable[[str], Bridge]
) -> None:
    model = places(bridge_on("demo"))
    qtmodeltester.check(model)
    for text in ("b", "be", "bey", "beyx", ""):
        model.filter_by(text)
    for order in ORDERS:
        model.order_by(order)


def test_qt_accepts_the_comparison_while_it_is_sorted(
    qtmodeltester: ModelTester, bridge_on: Callable[[str], Bridge]
) -> None:
    model = comparison(bridge_on("demo"))
    qtmodeltester.check(model)
    for column in range(model.columnCount()):
        for order in (ASCENDING, DESCENDING):
            model.sort(column, order)
    model.show("ilce-meclisi", ("ANKA", "YSK"))


@pytest.mark.parametrize("make", MODELS)
def test_an_invalid_index_gives_nothing(
    bridge_on: Callable[[str], Bridge], make: Callable[[Bridge], QAbstractItemModel]
) -> None:
    model = make(bridge_on("demo"))
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.data(QModelIndex(), Role.DisplayRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


# Roles


def at(model: EntryModel, row: Row | None, column: int) -> QModelIndex:
    return model.index([found.row for found in model.rows].index(row), column)


def test_figures_stand_to_the_right_and_names_to_the_left(
    bridge_on: Callable[[str], Bridge],
) -> None:
    bridge = bridge_on("demo")
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    assert at(entry(bridge), CHP, 0).data(Role.TextAlignmentRole) & right
    table = comparison(bridge)
    assert table.index(0, 0).data(Role.TextAlignmentRole) & left
    assert table.index(0, 1).data(Role.TextAlignmentRole) & right
    assert places(bridge).index(0, PlaceColumn.NAME).data(Role.TextAlignmentRole) & left


def test_a_cell_speaks_for_itself(bridge_on: Callable[[str], Bridge]) -> None:
    model = entry(bridge_on("demo"))
    spoken = at(model, CHP, 0).data(Role.AccessibleTextRole)
    assert spoken == "AA filed 19.25, CHP: 58,63"
    silent = at(model, share("zafer_partisi"), 0).data(Role.AccessibleTextRole)
    assert silent == "AA filed 19.25, Zafer Partisi: not reported"
    gap = at(model, CHP, GAP_COLUMN).data(Role.AccessibleTextRole)
    assert gap == "Gap points, CHP: 5,26"


def test_values_behind_the_texts_are_exact(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    model = entry(bridge)
    assert at(model, CHP, 0).data(VALUE_ROLE) == Decimal("58.63")
    assert at(model, CHP, GAP_COLUMN).data(VALUE_ROLE) == Decimal("5.26")
    assert at(model, share("diger"), 0).data(VALUE_ROLE) is None
    table = comparison(bridge)
    column = table.columns.index(ComparisonColumn(What.SHARE_B, "chp"))
    value = table.index(table.row_of(PLACE), column).data(VALUE_ROLE)
    assert isinstance(value, Decimal) and str(value) == "63.89"


def test_headings_carry_candidate_and_colour(bridge_on: Callable[[str], Bridge]) -> None:
    model = entry(bridge_on("demo"))
    row = at(model, CHP, 0).row()
    up = Qt.Orientation.Vertical
    assert model.headerData(row, up) == "CHP"
    assert model.headerData(row, up, Role.ToolTipRole) == "Ekrem İmamoğlu"
    assert model.headerData(row, up, Role.DecorationRole).width() > 0
    assert model.headerData(0, up, Role.DecorationRole) is None
    across = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert across == ["AA\nfiled 19.25", "ANKA\nfiled 19.25", "Gap\npoints"]


def test_what_is_wrong_says_why(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    model = entry(bridge)
    total = next(n for n, found in enumerate(model.rows) if found.kind.name == "SUM")
    assert model.index(total, 1).data() == "101,33"
    assert "more than 100" in model.index(total, 1).data(Role.ToolTipRole)
    assert model.index(total, 0).data(Role.ToolTipRole) is None
    listed = places(bridge)
    row = listed.row_of(PLACE)
    assert row is not None
    assert listed.index(row, PlaceColumn.MARK).data() == "▲"
    assert listed.index(row, PlaceColumn.MARK).data(Role.ToolTipRole)
    table = comparison(bridge)
    assert table.index(table.row_of(PLACE), 0).data(Role.ToolTipRole)


# The smallest honest notice


class Notices:
    """What a model told of itself: rows and columns changed, or everything."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.cells: list[tuple[int, int, int, int]] = []
        self.resets = 0
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._reset)

    def _changed(self, first: QModelIndex, last: QModelIndex, _: object = None) -> None:
        self.cells.append((first.row(), last.row(), first.column(), last.column()))

    def _reset(self) -> None:
        self.resets += 1

    @property
    def rows(self) -> set[int]:
        return {row for first, last, *_ in self.cells for row in range(first, last + 1)}


def test_one_figure_changes_no_more_than_its_rows(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    model, listed, table = entry(bridge), places(bridge), comparison(bridge)
    # The first cell of a draft turns the whole column from filed to older.
    bridge.do(SetFigure(Source("AA", CONTEST, PLACE), AKP, Decimal(36)))
    heard = {found: Notices(found) for found in (model, listed, table)}
    bridge.do(SetFigure(Source("AA", CONTEST, PLACE), CHP, Decimal("59.01")))
    changed = {model.rows[row].row or model.rows[row].kind.name for row in heard[model].rows}
    assert changed == {CHP, "SUM"}
    assert heard[listed].rows <= {listed.row_of(PLACE)}
    assert heard[table].rows == set(), "a draft is not compared"
    assert sum(found.resets for found in heard.values()) == 0


def test_filing_changes_one_place_in_every_list(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    model, listed, table = entry(bridge), places(bridge), comparison(bridge)
    source = Source("AA", CONTEST, "Beyoğlu")
    bridge.do(SetFigure(source, CHP, Decimal("59.01")))
    heard = {found: Notices(found) for found in (model, listed, table)}
    bridge.do(FileDraft(source))
    assert heard[model].rows == set(), "another place is in front"
    assert heard[listed].rows == {listed.row_of("Beyoğlu")}
    assert heard[table].rows == {table.row_of("Beyoğlu")}
    assert sum(found.resets for found in heard.values()) == 0


def test_another_contest_disturbs_nothing(bridge_on: Callable[[str], Bridge]) -> None:
    bridge = bridge_on("demo")
    found = [entry(bridge), places(bridge), comparison(bridge)]
    heard = [Notices(model) for model in found]
    source = Source("AA", "ilce-meclisi", PLACE)
    bridge.do(SetFigure(source, CHP, Decimal("59.01")))
    bridge.do(FileDraft(source))
    assert [notices.cells for notices in heard] == [[], [], []]


def test_a_cell_takes_data_the_way_qt_gives_it(bridge_on: Callable[[str], Bridge]) -> None:
    model = entry(bridge_on("blank"))
    assert model.setData(at(model, CHP, 0), "58,63")
    assert at(model, CHP, 0).data() == "58,63"
    assert not model.setData(at(model, CHP, 0), "5863")
    assert not model.setData(at(model, CHP, 0), "1", Role.ToolTipRole)
    assert at(model, CHP, 0).data(LOOK_ROLE) is not None
    assert not model.setData(QModelIndex(), "1")
