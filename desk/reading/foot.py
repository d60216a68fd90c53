"""The lines below a text's last figures that only tell its source, hour, place and contest."""

from __future__ import annotations

from collections.abc import Sequence

from desk.reading.grammar.clauses import sentences
from desk.reading.grammar.speech import is_credit
from desk.reading.layout import PROVISIONAL, Line, as_clock, cut_off, is_figure
from desk.reading.numbers import Clock, Day
from desk.reading.tables.cells import Rows
from desk.reading.units import AgencyName, Mark, PlaceName, RaceName, Unit, Word
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
            tagged = text.startswith("#", piece.start) and not any(map(_named, piece.units))
            if not (tagged or tells_only(piece.stamped)):
                break
            tags += tagged
            told = told if tagged else [piece, *told]
        at -= 1
    if not (at and told and len(told) + tags > 1):
        return list(pieces)
    whole = Line([as_clock(unit) for line in told for unit in line.stamped], start=told[0].start)
    return [*pieces[:at], *(whole if piece is told[0] else Line([]) for piece in pieces[at:])]


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


_CALLED = (
    *("guncelle", "bulten", "veri", "rakam", "kaynak", "kaynag", "ekran", "ajans", "sonuc"),
    *("tablo", "hepsi", "bunlar", "liste", "bilgi", "tamami", "ikisi", "ucu", "saat"),
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
