"""The lines below figures that only tell their source, hour, place and contest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from desk.reading.grammar.clauses import sentences
from desk.reading.grammar.speech import is_credit
from desk.reading.layout import PROVISIONAL, Line, as_clock, cut_off, is_figure
from desk.reading.numbers import Clock, Day, Number
from desk.reading.tables.cells import Rows
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense

_MOST = 8
"""Lines looked at from the text's end."""
_WORDS = frozenset(
    [
        *("il", "genel", "geneli", "merkez", "oy", "orani", "oranlari", "oranlar", "yuzde"),
        *("gayriresmi", "sonuc", "sonuclar", "sonuclari", "aksam", "durum", "hepsi", "secim"),
        *("secimi", "yerel", *PROVISIONAL),
    ]
)


def of_a_foot(unit: Unit) -> bool:
    """`geneli`, `kesin olmayan sonuç`: what may stand beside the names of a text's last line."""
    return isinstance(unit.data, Word) and unit.fold in _WORDS


def joined_foot(text: str, pieces: Sequence[Line | Rows]) -> list[Line | Rows]:
    """`🕐 23.31`, `📡 AA`, `#Yerel2024` below figures: one address, and no line for the tags.

    A text that ends in one such line is left as it is.
    """
    told: list[Line] = []
    at, tags = len(pieces), 0
    while at and len(told) < _MOST:
        piece = pieces[at - 1]
        if not isinstance(piece, Line):
            break
        if not piece.blank:
            tagged = _is_tag(text, piece)
            if not (tagged or tells_only(piece.stamped)):
                break
            tags += tagged
            told = told if tagged else [piece, *told]
        at -= 1
    if not (at and told and len(told) + tags > 1):
        return list(pieces)
    whole = Line([as_clock(unit) for line in told for unit in line.stamped], start=told[0].start)
    return [*pieces[:at], *(whole if piece is told[0] else Line([]) for piece in pieces[at:])]


def with_feet(text: str, pieces: Sequence[Line | Rows]) -> list[Line | Rows]:
    """Marks the addresses in a text's middle that are of the figures above them.

    Such a one ends a paragraph that names no source; or the text begins with figures and ends in
    an address. Where neither is so, an agency between two lines of figures may be of either.
    """
    done = joined_foot(text, pieces)
    last = max((at for at, piece in enumerate(done) if _stands(piece)), default=-1)
    closes = last >= 0 and _is_address(text, done[last])
    told, told_so = _Told(), False
    for address, group in groupby(range(len(done)), lambda at: _is_address(text, done[at])):
        run = [*group]
        if not address:
            told.note(done, run)
            continue
        lines = [one for at in run if isinstance(one := done[at], Line)]
        units = [as_clock(unit) for line in lines for unit in line.stamped]
        kinds = _kinds(units)
        below = done[min(run[-1] + 1, last)]
        ends = not _stands(below) or _credits(units) or _opens(below)
        either = not (closes or ends or told_so)
        if last in run or not told.may_have(run[0], closes, kinds):
            told.says(run, kinds)
            for line in lines:
                if any(isinstance(unit.data, AgencyName | RaceName) for unit in line.units):
                    line.units = [as_clock(unit) for unit in line.units]
        elif not either or AgencyName in kinds:
            foot = Line(units, start=units[0].start, foot=told.first, either=either)
            done[run[0] : run[-1] + 1] = [foot, *[Line([]) for _ in run[1:]]]
            told, told_so = _Told(), not either
    return done


@dataclass(slots=True)
class _Told:
    """What a text has told since the last address below figures."""

    first: int = -1
    """The first line of the last paragraph, ``last`` its last one."""
    last: int = -2
    figures: int = -3
    """Its last line of figures."""
    own: set[type] = field(default_factory=set)
    """What of an address it tells, ``above`` what headings of all that follows tell."""
    above: set[type] = field(default_factory=set)

    def note(self, pieces: Sequence[Line | Rows], run: Sequence[int]) -> None:
        """Look at lines that are no address."""
        for at in run:
            piece = pieces[at]
            if isinstance(piece, Rows):
                # Its heads and its corner may tell anything.
                self.says([at], _KINDS)
            elif not piece.blank:
                self.says([at], _kinds(piece.stamped))
                self.figures = at if any(map(is_figure, piece.units)) else self.figures

    def says(self, run: Sequence[int], kinds: set[type]) -> None:
        """Something is told in lines that may be of what stands below them."""
        if self.last != run[0] - 1:
            self.above |= set() if self.figures >= self.first else self.own
            self.first, self.own = run[0], set()
        self.last = run[-1]
        self.own |= kinds

    def may_have(self, at: int, closes: bool, kinds: set[type]) -> bool:
        """Whether an address at a line may be of the figures right above it."""
        near = self.figures == self.last and (closes or self.last == at - 1)
        return near and bool(kinds) and kinds.isdisjoint(self.own | self.above)


_KINDS = {AgencyName, Clock}


def _kinds(units: Sequence[Unit]) -> set[type]:
    return _KINDS & {type(unit.data) for unit in units}


def _stands(piece: Line | Rows) -> bool:
    """Whether anything stands on a line."""
    return isinstance(piece, Rows) or not piece.blank


def _is_address(text: str, piece: Line | Rows) -> bool:
    """`📡 AA, 23.31`, `Hepsi ANKA'dan.`, `#Yerel2024`: whether a line tells nothing else."""
    if not isinstance(piece, Line) or piece.blank or piece.stamp is not None:
        return False
    told = piece.stamped
    return _is_tag(text, piece) or all(map(_of_a_closing, told)) or _tells_source(told)


def _tells_source(units: Sequence[Unit]) -> bool:
    """`Kaynak: AA (saat bilinmiyor)`: of a source and nobody's figures, whatever else it says."""
    named = any(isinstance(unit.data, AgencyName) and unit.data.code for unit in units)
    figured = any(isinstance(as_clock(unit).data, Claimant | Number) for unit in units)
    return units[0].fold == "kaynak" and named and not figured


def _opens(piece: Line | Rows) -> bool:
    """`ANKA: İmamoğlu 51,1`: whether a line names an agency of its own before its figures."""
    told = piece.units if isinstance(piece, Line) else ()
    kinds = [type(one.data) for one in told if isinstance(one.data, AgencyName | Claimant | Number)]
    return kinds[:1] == [AgencyName]


def _credits(units: Sequence[Unit]) -> bool:
    """`(AA, 23.31)`, `Kaynak: AA`: written so that it is of what stands above."""
    return units[0].mark("(") or any(unit.fold.startswith(("kaynak", *_OF_THOSE)) for unit in units)


def _is_tag(text: str, line: Line) -> bool:
    return text.startswith("#", line.start) and not any(map(_named, line.units))


def closing(units: Sequence[Unit]) -> int:
    """Where a line's last sentences begin that only tell an address: `Veriler ANKA'dan, 22.05.`

    The line's length where there is none, or no figure before it.
    """
    at = len(units)
    before = [*sentences(units)]
    last = before.pop() if before else []
    while last and all(map(_of_a_closing, last)) and any(map(_says_where, last)):
        at = units.index(last[0])
        last = before.pop() if before else []
    whole = any(map(is_figure, units[:at])) and not cut_off(units[-1])
    return at if whole else len(units)


def _says_where(unit: Unit) -> bool:
    return _named(unit) or _is_time(unit)


def _of_a_closing(unit: Unit) -> bool:
    agency = isinstance(unit.data, AgencyName) and unit.data.code is not None
    return agency or unit.fold.startswith(_CALLED) or _of_an_address(unit)


_OF_THOSE = ("ustteki", "yukaridaki")
_CALLED = (
    *("guncelle", "bulten", "veri", "rakam", "kaynak", "kaynag", "ekran", "ajans", "sonuc"),
    *("tablo", "hepsi", "bunlar", "liste", "bilgi", "tamami", "ikisi", "ucu", "saat"),
    *_OF_THOSE,
)
"""What a source and its hour are told of, whatever ending it has."""


def _named(unit: Unit) -> bool:
    return isinstance(unit.data, AgencyName | PlaceName | RaceName)


def tells_only(units: Sequence[Unit]) -> bool:
    """Whether a line is an address and nothing else."""
    told = any(map(_says_where, units))
    return told and all(map(_of_an_address, units))


def _is_time(unit: Unit) -> bool:
    return isinstance(as_clock(unit).data, Clock)


def _of_an_address(unit: Unit) -> bool:
    data = unit.data
    if isinstance(data, PlaceName | RaceName):
        return not unit.case
    if isinstance(data, Word):
        return of_a_foot(unit) or is_credit(unit.fold) or unit.word(Sense.CLOCK, Sense.SOURCE)
    if isinstance(data, AgencyName):
        return data.code is not None
    return isinstance(data, Day) or _is_time(unit) or (isinstance(data, Mark) and data.text != "?")
