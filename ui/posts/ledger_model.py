"""The lines of the ledger as a table: read once, then only what a change touched.

Which posts are wrong comes from `ui.night.watch`, what a search finds from `desk.posts.ledger`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import IntEnum, StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from desk.facts import settings
from desk.facts.bulletin import Slot, Value
from desk.facts.edits import Change
from desk.facts.post import PostKind
from desk.file.post_rows import LedgerEntry
from desk.file.session import Session
from desk.liveblog.shown import is_key
from desk.posts import ledger
from ui.texts import names as shown
from ui.texts.names import VALUE_ROLE, kind_names
from ui.widgets import theme
from ui.widgets.marks import BANNED, CLEAR, OUT_WRONG, OVERRULED, led
from ui.widgets.tables import Index, LinesModel
from ui.widgets.theme import LEFT, RIGHT


class LedgerColumn(IntEnum):
    """The columns."""

    STATE = 0
    TIME = 1
    KIND = 2
    HEADLINE = 3
    PLACES = 4
    COUNT = 5
    SAID = 6


_NUMBERS = (LedgerColumn.COUNT, LedgerColumn.SAID)


class Only(StrEnum):
    """Which posts are to be seen."""

    ALL = "all"
    WRONG = "wrong"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    OVERRULED = "overruled"


_KEEPS: Mapping[Only, Callable[[LedgerEntry], bool]] = {
    Only.ALL: lambda _: True,
    Only.CORRECTED: lambda entry: entry.corrected,
    Only.RETRACTED: lambda entry: entry.retracted is not None,
    Only.OVERRULED: lambda entry: bool(entry.overruled),
}


class LedgerModel(LinesModel[LedgerEntry]):
    """Published posts, those that are wrong now first, then the newest first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(len(LedgerColumn), parent)
        self._session = session
        self._entries: dict[int, LedgerEntry] = {}
        self._places: dict[int, str] = {}
        self._counts: dict[int, int] = {}
        self._wrong: frozenset[int] = frozenset()
        self._only, self._text = Only.ALL, ""
        self._slot: Slot | None = None
        self._said: dict[int, Value] = {}
        self.reload()

    def reload(self) -> None:
        """Read the whole ledger."""
        self._entries = {entry.number: entry for entry in ledger.entries(self._session)}
        self._counts = ledger.figure_counts(self._session)
        self._fill()

    def take(self, change: Change) -> None:
        """Read again only the posts a change touched."""
        numbers = ledger.touched(self._session, change)
        for entry in ledger.entries(self._session, numbers):
            self._entries[entry.number] = entry
        self._counts |= ledger.figure_counts(self._session, numbers)
        self._fill()

    def tell_page(self) -> None:
        """What stands out on the liveblog's page is another."""
        column = LedgerColumn.STATE
        self.dataChanged.emit(self.index(0, column), self.index(self.rowCount() - 1, column))

    def show_wrong(self, wrong: Iterable[int]) -> None:
        """These posts are wrong now."""
        self._wrong = frozenset(wrong)
        self._fill()

    def search(self, text: str) -> None:
        """Show only posts that have every word."""
        self._text = text.strip()
        self._fill()

    def show_only(self, only: Only) -> None:
        """Show only posts of which this is true."""
        self._only = only
        self._fill()

    def show_citing(self, slot: Slot | None) -> None:
        """Show only posts that cite a figure's slot, with what each said; None shows all again."""
        self._slot = slot
        self._fill()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was published yet."""
        return not self._entries

    def held(self) -> tuple[int, int]:
        """How many posts the ledger has, whatever is searched for, and figures they cite."""
        return len(self._entries), sum(self._counts.values())

    def count_of(self, only: Only) -> int:
        """How many posts of the whole ledger this is true of."""
        return sum(map(self._keeps(only), self._entries.values()))

    def entry(self, row: int) -> LedgerEntry | None:
        """The post in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, number: int) -> int | None:
        """Where a post stands; None if it is not to be seen."""
        return next((n for n, entry in enumerate(self._lines) if entry.number == number), None)

    def _fill(self) -> None:
        rows: Iterable[LedgerEntry] = self._entries.values()
        if self._text:
            rows = [self._entries[number] for number in ledger.found(self._session, self._text)]
        if self._slot is not None:
            self._said = ledger.said_of(self._session, self._slot)
            rows = (entry for entry in rows if entry.number in self._said)
        fresh = sorted(
            filter(self._keeps(self._only), rows),
            key=lambda one: (one.time, one.number),
            reverse=True,
        )
        fresh.sort(key=lambda entry: entry.number not in self._wrong)
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def _keeps(self, only: Only) -> Callable[[LedgerEntry], bool]:
        return _KEEPS.get(only, lambda entry: entry.number in self._wrong)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, column = self._lines[index.row()], LedgerColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text_of(entry, column)
        if role == VALUE_ROLE and column is LedgerColumn.HEADLINE:
            # Her own words, whatever sign they begin with.
            return entry.headline
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.state_text(entry) if column is LedgerColumn.STATE else entry.headline
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column in _NUMBERS else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink_of(entry, column)
        if role == Qt.ItemDataRole.FontRole:
            return self._font_of(entry, column)
        return None

    def _ink_of(self, entry: LedgerEntry, column: LedgerColumn) -> object:
        colours = theme.ink()
        if entry.retracted is not None:
            return colours.muted
        if entry.number in self._wrong:
            return colours.error if column is LedgerColumn.STATE else None
        return colours.muted if column is LedgerColumn.STATE and not entry.overruled else None

    def _font_of(self, entry: LedgerEntry, column: LedgerColumn) -> object:
        if entry.retracted is not None and column is not LedgerColumn.STATE:
            struck = QFont(theme.font())
            struck.setStrikeOut(True)
            return struck
        strong = entry.number in self._wrong and column is LedgerColumn.HEADLINE
        return theme.font(strong=True) if strong else None

    def headings(self) -> Mapping[int, str]:
        return {
            LedgerColumn.STATE: self.tr("State"),
            LedgerColumn.TIME: self.tr("Time"),
            LedgerColumn.KIND: self.tr("Kind"),
            LedgerColumn.HEADLINE: self.tr("Headline"),
            LedgerColumn.PLACES: self.tr("Places"),
            LedgerColumn.COUNT: self.tr("Figures"),
            LedgerColumn.SAID: self.tr("Said"),
        }

    def falling(self) -> Collection[int]:
        return _NUMBERS

    def state_text(self, entry: LedgerEntry) -> str:
        """What is to be known of a post, its shape first; a post without figures only stands."""
        if entry.retracted is not None:
            return led(BANNED, self.tr("retracted"))
        if entry.number in self._wrong:
            return led(OUT_WRONG, self.tr("wrong now"))
        if self._session.settings.get(settings.PINNED) == str(entry.number):
            return led(CLEAR, self.tr("pinned"))
        if entry.corrected:
            return led(CLEAR, self.tr("corrected"))
        if entry.overruled:
            return led(OVERRULED, self.tr("overruled"))
        if is_key(self._session, entry):
            return led(CLEAR, self.tr("key event"))
        cites = entry.number in self._counts
        return led(CLEAR, self.tr("stands")) if cites else self.tr("no figures")

    def _text_of(self, entry: LedgerEntry, column: LedgerColumn) -> str:
        match column:
            case LedgerColumn.STATE:
                return self.state_text(entry)
            case LedgerColumn.TIME:
                return shown.clock(entry.time)
            case LedgerColumn.KIND:
                return kind_names()[PostKind(entry.kind)]
            case LedgerColumn.HEADLINE:
                return entry.headline
            case LedgerColumn.PLACES:
                return self._places_of(entry.number)
            case LedgerColumn.COUNT:
                return str(self._counts.get(entry.number, 0))
        if self._slot is None or entry.number not in self._said:
            return ""
        source, row = self._slot.source, self._slot.row
        value = self._said[entry.number]
        return shown.figure(self._session.election, source.contest, row.item, value)

    def _places_of(self, number: int) -> str:
        # Asked for the lines that are seen: a list of ten thousand posts reads no figures.
        if number not in self._places:
            self._places[number] = ", ".join(ledger.places(self._session, number))
        return self._places[number]
