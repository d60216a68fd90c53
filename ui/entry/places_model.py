"""The list of places as a model: filtered as she types, in any of four orders, folded by province.

Each line tells what both agencies last said and when; lines are worked out once per change. A
folded province tells the worst of what it hides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal

from desk import turkish
from desk.facts.bulletin import Source
from desk.facts.edits import Change
from desk.facts.election import PlaceKind
from desk.rules.discrepancies import SideBySide, compare_all, compare_place, pair_of
from desk.rules.quick_checks import check_place
from desk.rules.silence import Freshness
from desk.turkish.letters import SortKey
from ui.entry.place_tree import FOLDED, TREE_ROLE, PlaceTree, tree_of
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts.names import VALUE_ROLE, OpenedWord
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.marks import (
    AGEING,
    DIFFER,
    DRAFT,
    FINAL,
    FROZEN,
    RANK,
    STALE,
    UNLIKELY,
    WAITING,
    WRONG,
)
from ui.widgets.tables import Index, LinesModel
from ui.widgets.theme import LEFT, RIGHT

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1


class PlaceColumn(IntEnum):
    """The columns of the list."""

    MARK = 0
    NAME = 1
    AGE = 2
    GAP = 3


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place as the list shows it."""

    place: str
    rank: int
    folded: str
    sort_key: SortKey
    mark: str
    first: datetime | None
    second: datetime | None
    opened: tuple[OpenedWord, OpenedWord]
    share_gap: Decimal | None
    lead_gap: Decimal | None
    fresh: tuple[str, str] = ("", "")
    waiting: str = ""
    """The agencies in whose cells a refused text waits."""
    inside: int = 0
    """Of a province the places inside it."""
    marked: int = 0
    """Of a folded province those with a mark."""
    held: bool = True
    """Whether figures are kept of it; of a heading alone none are."""

    @property
    def shown_mark(self) -> str:
        """What stands before the name: a text that waits comes before everything found."""
        return WAITING if self.waiting else self.mark

    @property
    def gap(self) -> Decimal | None:
        """The widest gap of a share; where no share is told twice, how far the leads are apart."""
        return self.lead_gap if self.share_gap is None else self.share_gap

    def age(self, now: datetime) -> int | None:
        """Minutes since the newest word of the agency that has been silent longer; None where
        neither has spoken."""
        spoken = [moment for moment in (self.first, self.second) if moment is not None]
        return max(0, int((now - min(spoken)).total_seconds()) // 60) if spoken else None

    @property
    def fresh_mark(self) -> str:
        """The mark of the agency whose word is worth less as news."""
        return next((mark for mark in _WORSE_FIRST if mark in self.fresh), "")

    @property
    def oldest(self) -> datetime:
        """The staler of the two agencies' newest bulletins; never spoken of is the stalest."""
        return min(self.first or datetime.min, self.second or datetime.min)


ORDERS: dict[str, Callable[[PlaceLine], tuple[object, ...]]] = {
    "name": lambda line: (line.rank, line.sort_key),
    "gap": lambda line: (line.gap is None, -(line.gap or 0), line.sort_key),
    "stale": lambda line: (line.oldest, line.sort_key),
    "marks": lambda line: (RANK.get(line.shown_mark, len(RANK)), line.sort_key),
}
"""The orders the list can stand in; each gives a line's sort key."""


class PlacesModel(LinesModel[PlaceLine]):
    """Places that pass the filter, in the order chosen."""

    folded = Signal()
    """Another province is folded, or unfolded."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(len(PlaceColumn), parent)
        self._bridge = bridge
        self._contest = bridge.session.election.contests[0].id
        self._pair = pair_of(bridge.session)
        self._known: dict[str, PlaceLine] = {}
        self._tree, self._rows = PlaceTree(), dict[str, int]()
        self._folds: dict[str, frozenset[str]] = {}
        self._sought: set[str] = set()
        self._found: dict[str, tuple[str, tuple[str, str]]] = {}
        self._drafted: set[Source] = set()
        self._waiting: dict[str, str] = {}
        self._filter, self._order = "", "name"
        self._now = bridge.session.night_clock()
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self.reload)

    def show(self, contest: str, pair: tuple[str, str]) -> None:
        """Tell the places of another contest, or by another pair of agencies."""
        self._found = {}
        self._contest, self._pair = contest, pair
        self.reload()

    def reload(self) -> None:
        """Read every place again."""
        self._now = self._bridge.session.night_clock()
        sides = compare_all(self._bridge.session, self._contest, self._pair)
        self._drafted = {
            draft.source for draft in self._bridge.session.drafts() if self._tells_of(draft.source)
        }
        self._known = {side.place: self._line(side) for side in sides}
        self._grow()
        self._arrange()

    def _grow(self) -> None:
        """The tree of the contest, folded as it was left."""
        self._tree = tree_of(self._bridge.session.election, self._contest)
        if self._contest in self._folds:
            self._tree.folded = {*self._folds[self._contest]} & self._tree.inside.keys()

    @property
    def folds(self) -> dict[str, list[str]]:
        """The folded provinces by contest, where she has folded or unfolded any."""
        return {contest: sorted(heads) for contest, heads in self._folds.items()}

    def recall(self, folds: Mapping[str, Iterable[str]]) -> None:
        """Fold as `folds` told it."""
        self._folds = {contest: frozenset(heads) for contest, heads in folds.items()}
        self._grow()
        self._arrange()

    @property
    def folds_now(self) -> bool:
        """Whether the list is a tree at this moment: by name, and not while a name is sought."""
        return bool(self._tree.inside) and self._order == "name" and not self._filter

    def state(self, row: int) -> str | None:
        """How a row stands in the tree: folded, open, inside; None where it is no tree."""
        return self._tree.state(self._lines[row].place) if self.folds_now else None

    def inside(self, row: int) -> int:
        """How many places are inside the province in a row."""
        return self._lines[row].inside

    def is_place(self, name: str) -> bool:
        """Whether figures are kept of what is called so."""
        return name in self._known

    def is_heading(self, row: int) -> bool:
        """Whether a row is a province's name alone, of which no figures are kept."""
        return not self._lines[row].held

    def head(self, place: str) -> str:
        """The province a place is inside of, as the list has them; empty where there is none."""
        return self._tree.head_of.get(place, "")

    def fold(self, heads: Collection[str], *, folded: bool) -> None:
        """Fold or unfold some provinces, of those there are."""
        if self._tree.turn(heads, folded=folded):
            self._folds[self._contest] = frozenset(self._tree.folded)
            self._arrange()
            self.folded.emit()

    def fold_all(self) -> None:
        """Unfold everything; where everything is, fold it."""
        self.fold(self._tree.inside, folded=not self._tree.folded)

    def reveal(self, place: str) -> None:
        """Unfold the province that hides a place."""
        if self.folds_now and not self._tree.in_sight(place):
            self.fold((self.head(place),), folded=False)

    def filter_by(self, text: str) -> None:
        """Show only places whose name holds this text, letters folded the Turkish way."""
        self._filter = turkish.fold(text.strip())
        self._arrange()

    def order_by(self, order: str) -> None:
        """Put the places in one of `ORDERS`."""
        self._order = order
        self._arrange()

    def sort_anew(self) -> None:
        """Put the places in the chosen order by what is filed now."""
        self._arrange()

    def row_of(self, place: str) -> int | None:
        """Where a place stands in the list; None if the filter or a folded province hides it."""
        return self._rows.get(place)

    def place_at(self, row: int) -> str:
        """The place in a row."""
        return self._lines[row].place

    def newest(self, place: str) -> tuple[datetime | None, datetime | None]:
        """When each of the two agencies spoke of a place last; of one the contest is not held in
        nobody has."""
        line = self._known.get(place)
        return (None, None) if line is None else (line.first, line.second)

    def mark_at(self, row: int) -> str:
        """The mark of the place in a row."""
        return self._lines[row].shown_mark

    def _take_change(self, change: Change) -> None:
        if change.names:
            # A place may have come, or another count of its boxes.
            self.reload()
            return
        sources = {source for source in change.sources if self._tells_of(source)}
        for source in sources:
            if self._bridge.session.draft(source) is not None:
                self._drafted.add(source)
            else:
                self._drafted.discard(source)
        for place in {source.place for source in sources}:
            line = self._known[place]
            if change.filed:
                side = compare_place(self._bridge.session, self._contest, place, self._pair)
                self._put(self._line(side))
            elif line.mark in ("", DRAFT):
                # A draft changes nothing of what the agencies have said.
                self._put(replace(line, mark=self._draft_mark(place)))

    def show_found(self, marks: Mapping[str, tuple[str, tuple[str, str]]], now: datetime) -> None:
        """By place the worst finding's mark, and each agency's mark of freshness, as of ``now``."""
        self._found |= marks
        self._turn_clock(now)
        for place, (mark, fresh) in marks.items():
            line = self._known.get(place)
            if line is not None:
                self._put(replace(line, mark=mark or self._draft_mark(place), fresh=fresh))

    def _turn_clock(self, now: datetime) -> None:
        """Tell of the lines whose minutes are others; between two figures that is none of them."""
        before, self._now = self._now, now
        if now == before:
            return
        for row, line in enumerate(self._lines):
            if line.age(now) != line.age(before):
                index = self.index(row, PlaceColumn.AGE)
                self.dataChanged.emit(index, index)

    def show_waiting(self, waiting: Iterable[Source]) -> None:
        """Mark the places where a refused text waits, in whichever contest."""
        agencies: dict[str, dict[str, None]] = {}
        for source in waiting:
            agencies.setdefault(source.place, {})[source.agency] = None
        before = self._waiting
        self._waiting = {place: ", ".join(names) for place, names in agencies.items()}
        for place in before.keys() | self._waiting.keys():
            line = self._known.get(place)
            if line is not None:
                self._put(replace(line, waiting=self._waiting.get(place, "")))

    def _put(self, line: PlaceLine) -> None:
        if line == self._known[line.place]:
            return
        self._known[line.place] = line
        head = self.head(line.place)
        for place in (line.place, head) if head in self._tree.folded else (line.place,):
            row = self.row_of(place)
            if row is not None:
                # The order is left alone under her hands; the next choice of order sorts afresh.
                self._lines[row] = self._shown(place)
                self.dataChanged.emit(self.index(row, 0), self.index(row, PlaceColumn.GAP))

    def _tells_of(self, source: Source) -> bool:
        return source.contest == self._contest and source.agency in self._pair

    def _line(self, side: SideBySide) -> PlaceLine:
        election = self._bridge.session.election
        boxes = election.boxes(side.contest, side.place)
        return PlaceLine(
            place=side.place,
            rank=election.rank(side.contest, side.place),
            folded=turkish.fold(side.place),
            sort_key=turkish.sort_key(side.place),
            mark=self._mark(side),
            first=side.a.newest,
            second=side.b.newest,
            opened=(shown.opened(side.a, boxes), shown.opened(side.b, boxes)),
            share_gap=side.worst,
            lead_gap=side.lead_gap,
            fresh=self._found.get(side.place, ("", ("", "")))[1],
            waiting=self._waiting.get(side.place, ""),
        )

    def _mark(self, side: SideBySide) -> str:
        if side.place in self._found:
            return self._found[side.place][0] or self._draft_mark(side.place)
        if any(finding.severity == "error" for finding in check_place(side)):
            return WRONG
        if side.leaders_differ:
            return DIFFER
        return self._draft_mark(side.place)

    def _draft_mark(self, place: str) -> str:
        sources = {Source(agency, self._contest, place) for agency in self._pair}
        return "" if sources.isdisjoint(self._drafted) else DRAFT

    def _arrange(self) -> None:
        self.beginResetModel()
        if self.folds_now:
            tree, key = self._tree, self._by_name
            names = [place for place in tree.ordered(self._known, key) if tree.in_sight(place)]
        else:
            heads = self._tree.inside
            self._sought = {head for head in heads if self._filter in turkish.fold(head)}
            kept = [line for line in self._known.values() if self._passes(line)]
            names = [line.place for line in sorted(kept, key=ORDERS[self._order])]
        self._lines = [self._shown(place) for place in names]
        self._rows = {place: row for row, place in enumerate(names)}
        self.endResetModel()

    def _passes(self, line: PlaceLine) -> bool:
        """Whether what is sought is in the place's name, or in its province's."""
        return self._filter in line.folded or self.head(line.place) in self._sought

    def best(self) -> int:
        """The row that is meant while a name is typed: the first that has it itself."""
        rows = (row for row, line in enumerate(self._lines) if self._filter in line.folded)
        return next(rows, 0)

    def _by_name(self, place: str) -> tuple[int, SortKey]:
        """Wholes that hold provinces first; then by name, provinces among what has none."""
        line = self._known.get(place)
        if line is None:
            return len(PlaceKind), turkish.sort_key(place)
        top = place in self._tree.inside
        return len(PlaceKind) if top else line.rank, line.sort_key

    def _shown(self, place: str) -> PlaceLine:
        """A line as the list has it: of a folded province the worst of what it hides."""
        inside = self._tree.inside.get(place, ()) if self.folds_now else ()
        if not inside:
            return self._known[place]
        line = self._known.get(place) or _heading(place)
        line = replace(line, inside=len(inside))
        if self._tree.state(place) != FOLDED:
            return line
        hidden = [self._known[one] for one in inside]
        marks = [one.shown_mark for one in (line, *hidden) if one.shown_mark in RANK]
        gaps = [one.gap for one in hidden if one.gap is not None]
        waiting = dict.fromkeys(name for one in (line, *hidden) for name in one.waiting.split(", "))
        told = replace(
            line,
            mark=min(marks, key=RANK.__getitem__, default=line.mark),
            waiting=", ".join(filter(None, waiting)),
            marked=sum(bool(one.shown_mark) for one in hidden),
        )
        if line.held:
            return told
        spoken = [at for one in hidden for at in (one.first, one.second) if at is not None]
        return replace(
            told,
            share_gap=max(gaps, default=None),
            first=min(spoken, default=None),
            fresh=next((one.fresh for one in hidden if one.fresh_mark), ("", "")),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        line, column = self._lines[index.row()], PlaceColumn(index.column())
        if role == PLACE_ROLE:
            return line.place
        if role == TREE_ROLE:
            return self.state(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(line) if column is PlaceColumn.NAME else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == VALUE_ROLE:
            return {PlaceColumn.GAP: line.gap, PlaceColumn.NAME: line.place}.get(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED[column]
        if role == Qt.ItemDataRole.ForegroundRole:
            colours = theme.ink()
            silent = line.first is None and line.second is None and not line.shown_mark
            silent = silent and line.held
            return colours.muted if silent or column is PlaceColumn.AGE else None
        if role == Qt.ItemDataRole.FontRole:
            if column is PlaceColumn.AGE:
                return theme.font(theme.SMALL)
            strong = line.rank < len(PlaceKind) or line.inside
            return theme.font(strong=True) if strong else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(line, column)
        return None

    def at_right(self) -> Collection[int]:
        return PlaceColumn.AGE, PlaceColumn.GAP

    def headings(self) -> Mapping[int, str]:
        return {
            PlaceColumn.NAME: self.tr("Place"),
            PlaceColumn.AGE: self.tr("min ago"),
            PlaceColumn.GAP: self.tr("Gap"),
        }

    def _text(self, line: PlaceLine, column: PlaceColumn) -> str:
        match column:
            case PlaceColumn.MARK:
                return line.shown_mark
            case PlaceColumn.NAME:
                count = f"{line.marked}/{line.inside}" if line.marked else str(line.inside or "")
                # Under its province it need not say where it lies.
                head = self.head(line.place) if self.folds_now else ""
                name = line.place.removesuffix(f" ({head})") if head else line.place
                return f"{name}  {count}".rstrip()
            case PlaceColumn.AGE:
                age = line.age(self._now)
                # Of another day's word the minutes say nothing.
                return "" if age is None or age >= shown.DAY else f"{line.fresh_mark} {age}".strip()
            case PlaceColumn.GAP:
                return shown.gap(line.share_gap, line.lead_gap)

    def _fresh_text(self, mark: str) -> str:
        return {
            FRESH_MARKS[Freshness.AGEING]: self.tr("Later than this agency's rhythm"),
            FRESH_MARKS[Freshness.STALE]: self.tr("Long silent"),
            FRESH_MARKS[Freshness.FROZEN]: self.tr("Counting on, but no share moves"),
            FRESH_MARKS[Freshness.FINAL]: self.tr("Counted to the end"),
        }.get(mark, "")

    def _opened_tip(self, line: PlaceLine, number: int) -> str:
        told, opened = [self._fresh_text(line.fresh[number])], line.opened[number]
        if moment := (line.first, line.second)[number]:
            told.insert(0, f"{self._pair[number]} {shown.clock(moment)}")
        if opened.share is not None:
            share = shown.said(opened.share)
            text = self.tr("{share} % of the boxes opened")
            told += [text.format(share=share if opened.published else f"≈{share}"), opened.tip]
        return "\n".join(filter(None, told))

    def _said(self, line: PlaceLine) -> str:
        """A line in words: of a province its places, how many are marked, whether it is folded."""
        told = [line.place]
        if line.inside:
            told.append(numbered(self.tr("{n} {n:place|places}"), n=line.inside))
        if line.marked:
            told.append(self.tr("{n} of them marked").format(n=line.marked))
        if self.folds_now and self._tree.state(line.place) == FOLDED:
            told.append(self.tr("folded"))
        return ", ".join(told)

    def _tip(self, line: PlaceLine, column: PlaceColumn) -> str | None:
        if column is PlaceColumn.NAME and line.inside:
            return self._said(line)
        if column is PlaceColumn.MARK:
            if line.waiting:
                text = self.tr("A text that is no figure waits in a cell here: {agencies}")
                return text.format(agencies=line.waiting)
            return {
                WRONG: self.tr("A bulletin here contradicts itself"),
                UNLIKELY: self.tr("A bulletin here is unlikely"),
                DIFFER: self.tr("The agencies disagree here"),
                DRAFT: self.tr("A draft is under way"),
            }.get(line.mark)
        if column is PlaceColumn.AGE:
            return "\n".join(filter(None, (self._opened_tip(line, n) for n in (0, 1)))) or None
        if column is PlaceColumn.GAP:
            return shown.gap_tip(line.share_gap, line.lead_gap) or None
        return None


FRESH_MARKS = {
    Freshness.AGEING: AGEING,
    Freshness.STALE: STALE,
    Freshness.FROZEN: FROZEN,
    Freshness.FINAL: FINAL,
}
"""Marks of an agency's word that is no longer fresh; a fresh one needs none."""


def _heading(province: str) -> PlaceLine:
    """A province's name over its places, where no figures of its own are kept."""
    none = OpenedWord("")
    order = turkish.sort_key(province)
    folded, rank = turkish.fold(province), len(PlaceKind)
    unsaid = None, None, (none, none), None, None
    return PlaceLine(province, rank, folded, order, "", *unsaid, held=False)


_ANSWERED = frozenset(
    {
        PLACE_ROLE,
        TREE_ROLE,
        Qt.ItemDataRole.AccessibleTextRole,
        VALUE_ROLE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)
"""Qt asks for several roles more at every repaint of every cell."""
_ALIGNED = {
    PlaceColumn.MARK: int(Qt.AlignmentFlag.AlignCenter),
    PlaceColumn.NAME: LEFT,
    PlaceColumn.AGE: RIGHT,
    PlaceColumn.GAP: RIGHT,
}
_WORSE_FIRST = (STALE, AGEING, FROZEN, FINAL)
