"""Every place in one table, two agencies side by side, sorted by value.

Texts, sort keys and marks are worked out once per place and change, when the place is first asked
for: a table that is not in sight works out none of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    Qt,
    Signal,
)

from desk import turkish
from desk.facts.edits import POST_PLACES, Change, SetSetting
from desk.facts.settings import HOURS_APART, PREFIX
from desk.facts.standing import Reported
from desk.rules.board import Verdict, VerdictCode
from desk.rules.discrepancies import SideBySide, compare_all, compare_place, in_order, pair_of
from desk.rules.quick_checks import check_place
from desk.rules.seats import own_beside
from ui.comparison.columns import AGES, FIRST, OF_B, ComparisonCell, ComparisonColumn, What
from ui.comparison.place_detail import Detail, DetailRow
from ui.comparison.seat_rows import OwnBeside, seat_rows
from ui.night.bridge import Bridge
from ui.night.marked import verdict_mark
from ui.texts import names as shown
from ui.texts.language import current as current_language
from ui.texts.names import VALUE_ROLE
from ui.texts.numbered import numbered
from ui.texts.verdicts import verdict_text, verdict_word
from ui.widgets import theme
from ui.widgets.marks import WRONG
from ui.widgets.tables import READABLE, ROOT, Index, first_order
from ui.widgets.theme import LEFT, RIGHT

_WIDEST_FIRST = (ComparisonColumn(What.WORST), Qt.SortOrder.DescendingOrder)
_WEIGHT = {
    VerdictCode.SAME: 0,
    VerdictCode.UNKNOWN: 1,
    VerdictCode.STAGE: 2,
    VerdictCode.REAL: 3,
    VerdictCode.IMPOSSIBLE: 4,
}
"""Where verdicts stand when they are sorted."""
_WORDS = (What.PLACE, What.VERDICT)
_CHECK_ROLE = Qt.ItemDataRole.CheckStateRole
_CHECKABLE = READABLE | Qt.ItemFlag.ItemIsUserCheckable


class ComparisonModel(QAbstractTableModel):
    """Rows are places; the first column's check mark puts a place into the post."""

    places_chosen = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._contest = bridge.session.election.contests[0].id
        self._pair = pair_of(bridge.session)
        self._columns: tuple[ComparisonColumn, ...] = FIRST
        self._sides: dict[str, SideBySide] = {}
        self._cells: dict[str, list[ComparisonCell]] = {}
        self._order: list[str] = []
        self._sorted_by = _WIDEST_FIRST
        self._chosen: frozenset[str] = frozenset()
        self._found: dict[str, str] = {}
        self._verdicts: dict[str, Verdict] = {}
        self._scale: Decimal | None = None
        self._own: OwnBeside | None = None
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._read_anew)

    @property
    def sorting(self) -> tuple[int, Qt.SortOrder]:
        """The column the places stand by, and which way."""
        column, order = self._sorted_by
        return self._columns.index(column), order

    @property
    def columns(self) -> tuple[ComparisonColumn, ...]:
        """The columns, from the left."""
        return self._columns

    def show(self, contest: str, pair: tuple[str, str]) -> None:
        """Compare another contest, or another pair of agencies."""
        self._found, self._verdicts = {}, {}
        self._contest, self._pair = contest, pair
        self.beginResetModel()
        self._read()
        self._order = self._sorted()
        self.endResetModel()

    def reload(self) -> None:
        """Read every place again; each stays where it stands under her eyes."""
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _read_anew(self) -> None:
        """Another desk has written, or a threshold is another: nothing is judged yet."""
        self._verdicts = {}
        self.reload()

    def tick(self, first: int, count: int) -> None:
        """Let the ages of some rows follow the clock; nothing else moves."""
        columns = [n for n, column in enumerate(self._columns) if column.what in AGES]
        now = self._bridge.session.night_clock()
        for row, place in enumerate(self._order[first : first + count], first):
            side, cells = self._sides[place], self._cells.get(place)
            if cells is None:
                continue
            ages = [self._age(said, now) for said in (side.a, side.b)]
            if ages != [cells[column] for column in columns]:
                for column, age in zip(columns, ages, strict=True):
                    cells[column] = age
                self.dataChanged.emit(self.index(row, columns[0]), self.index(row, columns[-1]))

    def chosen_places(self) -> tuple[str, ...]:
        """The places of the post, in the order the election lists them."""
        held = self._bridge.session.election.held(self._contest)
        return tuple(place.name for place in held if place.name in self._chosen)

    @property
    def order(self) -> Sequence[str]:
        """The places, from the top."""
        return self._order

    def place_at(self, row: int) -> str:
        """The place in a row."""
        return self._order[row]

    def row_of(self, place: str) -> int:
        """Where a place stands now."""
        return self._order.index(place)

    def is_empty(self) -> bool:
        """Whether neither agency has said anything anywhere."""
        return all(side.is_empty for side in self._sides.values())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values; the selection keeps its places."""
        if not 0 <= column < len(self._columns):
            return
        self._sorted_by = (self._columns[column], order)
        self.sort_anew()

    def sort_anew(self) -> None:
        """Put the places in order by what their columns say now."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self._order[index.row()] for index in before]
        self._order = self._sorted()
        rows = {place: row for row, place in enumerate(self._order)}
        after = [
            self.index(rows[place], index.column())
            for place, index in zip(places, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # The snapshot

    def _take_change(self, change: Change) -> None:
        if change.names:
            self.reload()
            return
        setting = change.setting or ""
        if setting.startswith(PREFIX) or setting == HOURS_APART:
            self._read_anew()
        if change.setting == POST_PLACES:
            self._chosen = self._read_chosen()
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._order) - 1, 0), [_CHECK_ROLE]
            )
            self.places_chosen.emit()
        if change.filed:
            for source in change.sources:
                if source.contest == self._contest:
                    self._refresh(source.place)

    def show_found(self, marks: Mapping[str, str], verdicts: Mapping[str, Verdict]) -> None:
        """By place the worst finding's mark, and what its gaps come from where that was not known;
        nothing else moves."""
        last = self._columns.index(ComparisonColumn(What.EQUAL))
        self._scale = None
        for place, mark in marks.items():
            same = self._found.get(place) == mark and place not in verdicts
            if same or place not in self._sides:
                continue
            self._found[place] = mark
            if place in verdicts:
                self._verdicts[place] = verdicts[place]
            self._cells.pop(place, None)
            row = self._order.index(place)
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def knows(self, place: str) -> bool:
        """Whether it is known what a place's gaps come from, by all that is filed there."""
        return place in self._verdicts

    def verdict(self, place: str) -> str:
        """What a place's gaps come from, as a sentence; that it is being worked out until then."""
        verdict = self._verdicts.get(place)
        if verdict is None:
            return self.tr("What the gap comes from is being worked out…")
        election, language = self._bridge.session.election, current_language()
        differ = self._sides[place].leaders_differ
        return verdict_text(verdict, election, self._contest, language, differ=differ)

    def leads(self, place: str) -> str:
        """Who leads a place by each agency, and how far the leads are apart; nothing if nobody."""
        side, election = self._sides[place], self._bridge.session.election
        told = [
            f"{said.source.agency} " + shown.lead(election, self._contest, said.lead, in_words=True)
            for said in (side.a, side.b)
            if said.lead is not None
        ]
        if side.lead_gap is not None:
            text = self.tr("{gap} {gap:point|points} apart")
            told.append(numbered(text, gap=shown.said(side.lead_gap)))
        return self.tr("Leads: {leads}").format(leads=" · ".join(told)) if told else ""

    def first_look(self) -> str:
        """Where the agencies differ most and why, and how often they name other leaders: the
        page's question answered in words. Nothing while nobody can be compared."""
        told = {p: key for p, side in self._sides.items() if (key := _widest_of(side)) is not None}
        if not told:
            return ""
        widest = max(told, key=lambda place: told[place])
        turkish_ = current_language() == "tr"
        where = turkish.suffixed(widest, "loc") if turkish_ else widest
        said = [self.tr("They differ most in {place}.").format(place=where), self.verdict(widest)]
        differ = sum(side.leaders_differ for side in self._sides.values())
        if differ:
            said.append(numbered(self.tr("Other leaders: {n} {n:place|places}."), n=differ))
        kinds = [verdict.code for verdict in self._verdicts.values()]
        if impossible := kinds.count(VerdictCode.IMPOSSIBLE):
            said.append(
                numbered(self.tr("Both cannot be right: {n} {n:place|places}."), n=impossible)
            )
        return " ".join(said)

    def part_of_widest(self, place: str) -> tuple[float, bool]:
        """How wide a place's gap is beside the widest, from 0 to 1, and whether leaders differ."""
        side = self._sides[place]
        return self._part(_widest_of(side)), side.leaders_differ

    def part_of_threshold(self, place: str) -> float:
        """Where on the same scale the place's threshold lies; 0 while it is not known."""
        verdict = self._verdicts.get(place)
        return self._part(Decimal(verdict.values.get("threshold", 0))) if verdict else 0.0

    def _part(self, value: Decimal | None) -> float:
        if self._scale is None:
            keys = [_widest_of(side) for side in self._sides.values()]
            limits = (one.values.get("threshold", 0) for one in self._verdicts.values())
            known = [key for key in keys if key]
            # So much room for the thresholds that the bars are still told apart.
            most = max(known, default=Decimal(0))
            near = [limit for limit in map(Decimal, limits) if limit <= 2 * most]
            self._scale = max([*known, *near], default=Decimal(0))
        return float(value / self._scale) if value and self._scale else 0.0

    def whose_gap(self, place: str) -> str:
        """The contender whose shares are farthest apart in a place."""
        gaps = [gap for gap in self._sides[place].gaps if gap.gap is not None]
        if not gaps:
            return ""
        widest = max(gaps, key=lambda gap: gap.gap or Decimal(0))
        return self._bridge.session.election.label(self._contest, widest.contender)

    def lead_colour(self, place: str, *, second: bool) -> str:
        """The colour of the party that leads a place by one of the agencies; nothing if nobody."""
        side = self._sides[place]
        lead = (side.b if second else side.a).lead
        return self._colour(lead.leader) if lead is not None and lead.leader else ""

    def detail(self, place: str) -> Detail:
        """All that is told of a place."""
        side, election = self._sides[place], self._bridge.session.election
        now = self._bridge.session.night_clock()
        leads = [
            DetailRow(
                said.source.agency,
                self.lead_colour(place, second=said is side.b),
                shown.lead(election, self._contest, said.lead),
                self._since(said, now),
                "",
            )
            for said in (side.a, side.b)
        ]
        if side.lead_gap is not None:
            apart = self.tr("Between the two, points")
            leads.append(DetailRow(apart, "", shown.share(side.lead_gap), "", ""))
        shares = [
            DetailRow(
                shown.contender_label(election, self._contest, gap.contender, place),
                self._colour(gap.contender),
                shown.share(gap.share_a) or "–",
                shown.share(gap.share_b) or "–",
                shown.share(gap.gap) or "–",
                strong=gap.gap is not None and gap.gap == side.worst,
            )
            for gap in side.gaps
        ]
        verdict = self._verdicts.get(place)
        mark = verdict_mark(verdict, differ=side.leaders_differ) if verdict else ""
        seats = seat_rows(election, side, self._own_beside, self._colour)
        return Detail(place, mark, tuple(leads), tuple(shares), self._pair, seats)

    def _own_beside(self) -> OwnBeside:
        """The desk's own seats, of all places at once: the same until one tells anything new."""
        if self._own is None:
            self._own = own_beside(
                self._bridge.session.election, self._contest, self._sides.values()
            )
        return self._own

    def _since(self, said: Reported, now: datetime) -> str:
        minutes = shown.age_minutes(now, said.newest)
        if minutes is None:
            return self.tr("nothing yet")
        ago = self.tr("{n} min ago").format(n=minutes) if minutes < shown.DAY else ""
        return " · ".join(filter(None, (shown.clock(said.newest), ago)))

    def _colour(self, code: str) -> str:
        election = self._bridge.session.election
        return election.party(election.contest(self._contest).contender(code).party).colour

    def _read(self) -> None:
        self._scale = self._own = None
        self._chosen = self._read_chosen()
        sides = compare_all(self._bridge.session, self._contest, self._pair)
        self._sides = {side.place: side for side in sides}
        self._columns = self._columns_for(sides)
        self._cells = {}
        if self._sorted_by[0] not in self._columns:
            self._sorted_by = _WIDEST_FIRST
        if set(self._order) != self._sides.keys():
            self._order = self._sorted()

    def _refresh(self, place: str) -> None:
        self._verdicts.pop(place, None)
        side = compare_place(self._bridge.session, self._contest, place, self._pair)
        known = {column.contender for column in self._columns}
        if any(gap.contender not in known for gap in side.gaps):
            self.reload()
            return
        self._sides[place] = side
        self._scale = self._own = None
        self._cells.pop(place, None)
        row = self._order.index(place)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def _columns_for(self, sides: Sequence[SideBySide]) -> tuple[ComparisonColumn, ...]:
        contest = self._bridge.session.election.contest(self._contest)
        named = {gap.contender for side in sides for gap in side.gaps}
        contenders = in_order(contest, named or contest.shown)
        columns = [*FIRST]
        for code in contenders:
            columns += [
                ComparisonColumn(what, code) for what in (What.SHARE_A, What.SHARE_B, What.GAP)
            ]
        return tuple(columns)

    def _row(self, place: str) -> list[ComparisonCell]:
        cells = self._cells.get(place)
        if cells is None:
            side, mark = self._sides[place], self._found.get(place)
            if mark is None:
                wrong = any(finding.severity == "error" for finding in check_place(side))
                mark = WRONG if wrong else ""
            now = self._bridge.session.night_clock()
            cells = [self._cell(side, column, mark, now) for column in self._columns]
            self._cells[place] = cells
        return cells

    def _cell(
        self, side: SideBySide, column: ComparisonColumn, mark: str, now: datetime
    ) -> ComparisonCell:
        what = column.what
        said = side.b if what in OF_B else side.a
        match what:
            case What.PLACE:
                return self._place(side.place, mark)
            case What.SHARE_A | What.SHARE_B:
                gap = side.gap(column.contender)
                return _number(gap.share_b if what in OF_B else gap.share_a)
            case What.GAP:
                return _number(side.gap(column.contender).gap, strong=True)
            case What.WORST:
                return self._widest(side)
            case What.VERDICT:
                return self._verdict(side)
            case What.EQUAL:
                return self._equal(side.place)
            case What.LEAD_GAP:
                return _number(side.lead_gap, strong=True)
            case What.DIFFER:
                differ = side.leaders_differ
                return ComparisonCell("◆" if differ else "", differ or None, strong=True)
            case What.LEAD_A | What.LEAD_B:
                return self._lead(said)
            case What.OPENED_A | What.OPENED_B:
                return self._opened(said)
            case What.AGE_A | What.AGE_B:
                return self._age(said, now)

    def _place(self, place: str, mark: str) -> ComparisonCell:
        election = self._bridge.session.election
        whole = election.is_sum(self._contest, place)
        key = (election.rank(self._contest, place), turkish.sort_key(place))
        text = f"{mark} {place}" if mark else place
        return ComparisonCell(text, key, strong=whole, wrong=mark == WRONG)

    def _widest(self, side: SideBySide) -> ComparisonCell:
        shares, leads = side.worst, side.lead_gap
        tip = shown.gap_tip(shares, leads)
        key = leads if shares is None else shares
        return ComparisonCell(shown.gap(shares, leads), key, strong=True, tip=tip, value=shares)

    def _verdict(self, side: SideBySide) -> ComparisonCell:
        if side.is_empty:
            return ComparisonCell("", None)
        verdict, tip = self._verdicts.get(side.place), self.verdict(side.place)
        if verdict is None:
            return ComparisonCell("…", None, tip=tip)
        word, weight = verdict_word(verdict, current_language()), _WEIGHT[verdict.code]
        wrong, calm = verdict.code is VerdictCode.IMPOSSIBLE, weight < _WEIGHT[VerdictCode.STAGE]
        return ComparisonCell(word, weight, wrong=wrong, quiet=calm, tip=tip)

    def _equal(self, place: str) -> ComparisonCell:
        """What is left of the widest gap at equal opened share, and at which."""
        known = self._verdicts[place].values if place in self._verdicts else {}
        if "equal" not in known:
            # A dash says that it was looked for: an empty cell could still be coming.
            looked = place in self._verdicts and not self._sides[place].is_empty
            return ComparisonCell("–" if looked else "", None, quiet=True)
        value, opened = Decimal(known["equal"]), Decimal(known["opened"])
        tip = self.tr("when both had opened {n} % of the boxes").format(n=shown.share(opened))
        return ComparisonCell(f"{shown.share(value)} · %{opened:.0f}", value, tip=tip, value=value)

    def _lead(self, said: Reported) -> ComparisonCell:
        lead = said.lead
        if lead is None:
            return ComparisonCell("", None)
        text = shown.lead(self._bridge.session.election, self._contest, lead)
        return ComparisonCell(text, lead.points or Decimal(0))

    def _opened(self, said: Reported) -> ComparisonCell:
        boxes = self._bridge.session.election.boxes(self._contest, said.source.place)
        word = shown.opened(said, boxes)
        value = word.share if word.published else None
        return ComparisonCell(word.text, word.share, tip=word.tip, value=value)

    def _age(self, said: Reported, now: datetime) -> ComparisonCell:
        minutes = shown.age_minutes(now, said.newest)
        if minutes is None:
            return ComparisonCell("", None)
        return ComparisonCell(self.tr("{n} min").format(n=minutes), minutes, value=minutes)

    def _sorted(self) -> list[str]:
        number, order = self.sorting
        column, now = self._columns[number], self._bridge.session.night_clock()

        def cell(place: str) -> ComparisonCell:
            known = self._cells.get(place)
            return known[number] if known else self._cell(self._sides[place], column, "", now)

        # What is equal stands in the election's order, whatever stood before.
        keys = {place: key for place in self._sides if (key := cell(place).key) is not None}
        said = sorted(keys, key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder)
        return said + [place for place in self._sides if place not in keys]

    def _read_chosen(self) -> frozenset[str]:
        return frozenset(self._bridge.session.settings.get(POST_PLACES, "").splitlines())

    # Qt's questions

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        checkable = index.column() == 0 and not self._bridge.session.read_only
        return _CHECKABLE if checkable else READABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._order[index.row()]
        cell = self._row(place)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.CheckStateRole if index.column() == 0:
                chosen = place in self._chosen
                return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT if self._columns[index.column()].what in _WORDS else RIGHT
            case Qt.ItemDataRole.ForegroundRole if cell.wrong:
                return theme.ink().error
            case Qt.ItemDataRole.ForegroundRole if cell.quiet:
                return theme.ink().muted
            case Qt.ItemDataRole.FontRole if cell.strong:
                return theme.font(strong=True)
            case Qt.ItemDataRole.ToolTipRole if cell.wrong and index.column() == 0:
                return self.tr("A bulletin here contradicts itself")
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return cell.tip or None
        if role == VALUE_ROLE:
            return self._value(place, self._columns[index.column()].what, cell)
        return None

    def _value(self, place: str, what: What, cell: ComparisonCell) -> object:
        """What a cell says without its marks, for whoever copies it on."""
        if what is What.PLACE:
            return place
        if what is What.DIFFER:
            return self.tr("yes") if cell.key else None
        return cell.value

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        place = self._order[index.row()]
        chosen = set(self._chosen)
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            chosen.add(place)
        else:
            chosen.discard(place)
        in_their_order = [p.name for p in self._bridge.session.election.places if p.name in chosen]
        text = "\n".join(in_their_order) or None
        return self._bridge.attempt(SetSetting(POST_PLACES, text), self) is not None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return first_order(rising=column.what is What.PLACE)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if column.what in _WORDS else RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        a, b = self._pair
        if column.contender:
            label = self._bridge.session.election.label(self._contest, column.contender)
            return f"{label}\n" + {What.SHARE_A: a, What.SHARE_B: b}.get(
                column.what, self.tr("gap")
            )
        return {
            What.PLACE: self.tr("Place"),
            What.WORST: self.tr("Widest\ngap"),
            What.VERDICT: self.tr("What the\ngap is"),
            What.EQUAL: self.tr("At equal\nopening"),
            What.LEAD_A: self.tr("Leads") + f"\n{a}",
            What.LEAD_B: self.tr("Leads") + f"\n{b}",
            What.LEAD_GAP: self.tr("Leads\napart"),
            What.DIFFER: self.tr("Leaders\ndiffer"),
            What.OPENED_A: self.tr("Opened") + f"\n{a}",
            What.OPENED_B: self.tr("Opened") + f"\n{b}",
            What.AGE_A: self.tr("Age") + f"\n{a}",
            What.AGE_B: self.tr("Age") + f"\n{b}",
        }[column.what]


def _widest_of(side: SideBySide) -> Decimal | None:
    """The widest gap of a share; where no share is told twice, of the leads."""
    return side.lead_gap if side.worst is None else side.worst


def _number(value: Decimal | None, *, strong: bool = False) -> ComparisonCell:
    return ComparisonCell(shown.share(value), value, strong, value=value)
