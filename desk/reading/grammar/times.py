"""Which election a clause speaks of: tonight's, or one before.

A year, a date, `beş yıl önce`, `geçen seçim` and the pluperfect tell of another one, as long as
nothing says `bu kez`; a comparison with one (`2019'a göre`) does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.reading.grammar.clauses import Clause
from desk.reading.numbers import MONTHS, Clock, Day, Number, Other
from desk.reading.units import Unit, Word
from desk.reading.vocabulary import Form, Sense

_NOW = re.compile(
    " (?:bu (?:kez|sefer|defa|secim|donem|gece|aksam|yil)|simdi|su an|dun|dunku|bugun|ikinci tur"
    "|yil sonra)"
)
_GOES_ON = re.compile(r"durumda|\w+[iu]yor(?:lar)?")
"""`yüzde 49,35'i görmüş durumda`: what is so now."""
_BESIDE = {"altinda", "ustunde", "uzerinde", "gerisinde", "ilerisinde", "onunde"}
_THEN = ("onceki", "gecen", "gectigimiz")
_THEN_NOUNS = ("secim", "sefer", "donem", "yerel", "yil", "genel", "saat", "hafta", "turda", "tur")


@dataclass
class TextNight:
    """The election a text is read for; without a file the latest year the text names.

    ``others`` are elections this night is none of, as `genel` of `genel seçimde`.
    """

    date: date | None = None
    others: tuple[str, ...] = ()
    latest: int | None = None
    several: bool = False
    second: bool = False
    line: int = 0
    timed: int = -1
    counted: bool = False
    """The line being read, the last one that told what was at an hour of the night, and whether
    the sentence at hand tells how far the count was.
    """

    def is_tonight(self, day: Day) -> bool | None:
        """Whether a date is of this election; None where that cannot be told."""
        if self.date is not None:
            if day.year is not None and day.year != self.date.year:
                return False
            if day.month is None:
                return True
            near = (
                date(self.date.year, day.month, day.day or 1)
                if _fits(self.date.year, day)
                else None
            )
            return near is not None and 0 <= (near - self.date).days <= 1
        if day.year is None or self.latest is None:
            return None
        if day.year < self.latest:
            return False
        return True if self.several else None

    def says_tonight(self, units: Sequence[Unit]) -> bool:
        """`bu kez`, `şimdi`, `ikinci turda`: what was said of another election is over."""
        folds = " ".join(unit.fold for unit in units)
        return _NOW.search(f" {folds}") is not None

    def goes_on(self, clause: Clause) -> bool:
        """`yüzde 49,35'i görmüş durumda`: whether a clause tells what is so now."""
        return _GOES_ON.fullmatch(clause.units[-1].fold) is not None

    def is_earlier(self, clause: Clause) -> bool:
        """Whether a clause's figures are another election's."""
        units = clause.units
        for at, unit in enumerate(units):
            if isinstance(unit.data, Day) and not self._compares(units, at) and told_of(units, at):
                tonight = self.is_tonight(unit.data)
                if tonight is False:
                    return clause.relative or not self.says_tonight(units)
                if tonight is None and clause.relative:
                    return True
            if (
                isinstance(unit.data, Word)
                and self._then(units, at)
                and not self._compares(units, at)
            ):
                return clause.relative or not self.says_tonight(units)
        return self._pluperfect(clause)

    def _pluperfect(self, clause: Clause) -> bool:
        """`almıştı` beside a date or round; `saat 20.15'te almıştı` is tonight's."""
        if clause.form is not Form.EARLIER and not any(
            isinstance(unit.data, Word) and unit.data.verb and unit.data.verb.form is Form.EARLIER
            for unit in clause.words
        ):
            return False
        # `sandıkların tümü sayıldığında 131 bin oy toplamıştı`: the count of boxes is tonight's.
        if any(isinstance(unit.data, Clock) for unit in clause.units):
            self.timed = self.line
        timed = self.timed == self.line or clause.has(Sense.BOX, Sense.CLOCK) or self.counted
        return bool(clause.numbers) and not timed

    def _then(self, units: Sequence[Unit], at: int) -> bool:
        word = units[at].fold
        ahead = units[at + 1].fold if at + 1 < len(units) else ""
        if ahead.endswith(("ki", "ku")) and (_from(units, at + 2) or _is_last(units, at + 2)):
            # `ilk turdaki yüzde 85,9'dan yüzde 83'e`, `o günkü 48,38'den 51,9'a`: of that alone.
            return False
        if word in _THEN and ahead.startswith(_THEN_NOUNS):
            return True
        if word in self.others and ahead.startswith("secim"):
            return True
        if word in ("yil", "sene", "donem", "secim") and ahead.startswith(("once", "evvel")):
            return True
        if word == "o" and ahead.startswith(("secim", "donem", "yil", "gun", "gece")):
            # `o günkü adıyla HDP`: only what it was called.
            return at + 2 >= len(units) or not units[at + 2].fold.startswith("adiyla")
        if _began_then(units, at):
            return True
        before = units[at - 1].data if at else None
        first = isinstance(before, Other) and before.count == 1
        if first and word.startswith("tur") and self.second:
            # `1. turda fark 6,1 puandı`, told on the second round's night.
            return True
        if word in ("ilk", "birinci") and ahead.startswith("tur"):
            if at + 2 < len(units) and units[at + 2].fold in ("ardindan", "sonrasinda", "sonra"):
                # `ilk turun ardından Yozgat'ta ...`: tonight.
                return False
            # `İlk tur: Hatay CHP 48,0`: a heading, and no other round in sight.
            headed = at + 2 < len(units) and units[at + 2].mark(":")
            # `yüzde 51,79 oyla ilk turda cumhurbaşkanı seçildi`
            headed = headed or any(one.fold.startswith("secildi") for one in units[at + 2 :])
            boxed = any(one.word(Sense.OPENED, Sense.BOX) for one in units)
            boxed = boxed or _GOES_ON.fullmatch(units[-1].fold) is not None
            return self.second or not (boxed or headed)
        return (
            word.startswith(MONTHS)
            and ahead == ""
            and at + 1 < len(units)
            and isinstance(units[at + 1].data, Day)
        )

    def _compares(self, units: Sequence[Unit], at: int) -> bool:
        """`2019'a göre`, `bir önceki seçime göre`: only compared with."""
        ahead = [unit.fold for unit in units[at + 1 : at + 4]]
        told = any(word in ("gore", "kiyasla", "kiyaslandiginda", "oranla") for word in ahead)
        # `oyu geçen dönemin 13 puan altında`
        beside = [unit.fold for unit in units[at + 1 : at + 6]]
        told = told or ("puan" in beside and bool(_BESIDE & {*beside}))
        return told or since(units, at)


def _began_then(units: Sequence[Unit], at: int) -> bool:
    """`ilk dönem oyu`, `ilk seçildiğinde`, `göreve başladığında`, `başkanıyken aldığı`."""
    one, two, three = [*(unit.fold for unit in units[at : at + 3]), "", ""][:3]
    if one in ("ilk", "birinci") and two.startswith(("donem", "secildig")):
        return True
    if one == "ilk" and two == "secim" and three.startswith("oyu"):
        return True
    took = one in ("goreve", "secime") and two.startswith(("basladig", "geldig"))
    return took or one.startswith(("secildiginde", "baskaniyken"))


def since(units: Sequence[Unit], at: int) -> bool:
    """`1977'den bu yana ilk kez birinci`: told of all the time from then on."""
    ahead = [unit.fold for unit in units[at + 1 : at + 3]]
    until_now = ahead in (["bu", "yana"], ["sonra", "ilk"]) or ahead[:1] == ["beri"]
    return units[at].case == "abl" and until_now


def told_of(units: Sequence[Unit], at: int) -> bool:
    """Whether a year is the clause's, and not the next number's, a time's since then, a birth's."""
    return not (attributive(units, at) or since(units, at) or _born(units, at))


def _born(units: Sequence[Unit], at: int) -> bool:
    """`1993 doğumlu CHP'li Bingöl`: a year of hers, and of no election."""
    return at + 1 < len(units) and units[at + 1].fold.startswith("dogum")


def attributive(units: Sequence[Unit], at: int) -> bool:
    """`2019'daki yüzde 51,9'dan`, `2019'da aldığı yüzde 44'ü`: the next number's own year."""
    data = units[at].data
    after = units[at + 1] if at + 1 < len(units) else None
    got = after is not None and after.fold in ("aldigi", "topladigi") and isinstance(data, Day)
    if got and units[at].case == "loc" and _from(units, at + 2):
        return True
    return (
        isinstance(data, Day)
        and data.suffix in ("daki", "deki", "taki", "teki")
        and after is not None
        and isinstance(after.data, Number)
    )


def _from(units: Sequence[Unit], at: int) -> bool:
    """Whether a number that something moved from stands here."""
    if at >= len(units) or not isinstance(units[at].data, Number):
        return False
    # `geçen seçimdeki 142 bin oyunu 165 bine taşıdı`
    own = at + 2 < len(units) and units[at + 1].fold in CARRIED
    beside = units[at + 1 + own : at + 2 + own]
    carried = own or units[at].case in ("acc", "possacc")
    carried = carried and any(isinstance(one.data, Number) and one.case == "dat" for one in beside)
    return units[at].case in ("abl", "lik") or carried


CARRIED = ("oyunu", "oylarini", "oranini", "payini", "destegini")
"""`142 bin oyunu 165 bine taşıdı`: what is carried on."""


def then_of(units: Sequence[Unit], at: int) -> bool:
    """`yüzde 51,1'le beş yıl önceki 54,2'sinin altında`: whether a number's own words say when."""
    one, two = (unit.fold for unit in units[at - 2 : at]) if at > 1 else ("", "")
    named = one in (*_THEN, "ilk", "birinci") and two.startswith(_THEN_NOUNS)
    named = named or (one in ("yil", "sene", "donem", "secim") and two == "onceki")
    return named and two.endswith(("ki", "ku")) and _is_last(units, at)


def _is_last(units: Sequence[Unit], at: int) -> bool:
    """Whether a number stands here, others before it, and none behind."""
    told = [isinstance(unit.data, Number) and not unit.data.clock for unit in units]
    return at < len(units) and told[at] and any(told[:at]) and not any(told[at + 1 :])


def _fits(year: int, day: Day) -> bool:
    try:
        date(year, day.month or 1, day.day or 1)
    except ValueError:
        return False
    return True
