"""Which numbers count ballot boxes, and how far a count is: opened, total, not opened yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desk.reading.grammar.clocks import part_around
from desk.reading.grammar.roles import (
    NO_VOTES,
    NOTHING,
    OPENED,
    OPENED_BOXES,
    OPENING,
    RECOUNTED,
    TOTAL_BOXES,
    UNITLESS,
    WHOSE,
    FigureRole,
    View,
    woken_by,
)
from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Number
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense

_WORDED = 100
"""Of so many, parts are told in a manner of speaking: `100'de 99'u`."""
_FEW_BOXES = 32
"""A fraction of less, without a word of boxes, is a page's, an hour's or a day's."""

_MOST_BOXES = 40_000
"""More no province has; of the country nobody tells them without a word."""

_UNDONE = re.compile(r"(?:acil|sayil|bit|tamamlan|gel|giril|islen|ulas|sonuclan)m[ae]d[iu]")
_NOT_YET = ("eksik", "kayip", "hala", "halen")
_KNOWN = ("sonuc", "verisi", "verileri", "tutana", "sayimi")
_DONE = ("tamam", "sonunda", "sonucunda", "sonrasi")
"""`19 bin 408 sandık tamam`, `312 sandık sonunda`"""
AFTERWARDS = ("ardindan", "sonrasi", "sonrasinda", "sonucunda", "sonunda", "sonra", "uzerine")
"""`itirazların ardından`: what was disputed, or counted again, is settled."""
_AT_THE_BOX = ("sandikta", "sandiklarda")
_BUT = ("disinda", "haric", "haricinde")
"""`12'si dışında hepsi`: what is not counted with the rest."""


@woken_by(words=("itiraz",))
def disputed(view: View) -> FigureRole | None:
    """`410 sandığın 12'sinde itiraz var, ...`, `itiraz sayısı 14`: no more than a dispute."""
    around = view.clause.units[part_around(view.clause.units, view.at)]
    told = any(unit.fold.startswith("itiraz") for unit in around)
    done = any(unit.fold in AFTERWARDS for unit in around)
    return RECOUNTED if told and not done else None


_HINDERED = ("itiraz", "durdu", "aksad", "iptal")


@woken_by(words=_HINDERED)
def hindered(view: View) -> FigureRole | None:
    """`sandıkların yüzde 1'inde sayım durdu`, `itiraz edilen sandıkların oranı yüzde 2,4`."""
    told = any(unit.fold.startswith(_HINDERED) for unit in view.clause.words)
    return WHOSE if told and view.number.is_share and view.said(Sense.BOX) else None


@woken_by(Sense.BOX)
def came_first_in(view: View) -> FigureRole | None:
    """`1.312 sandıktan 1.102'si Dedetaş'a`: in so many boxes she came first."""
    beside = view.next.data if view.next is not None else None
    whole = view.clause.units[view.last + 1 : view.at] if view.last >= 0 else []
    boxed = len(whole) == 1 and whole[0].word(Sense.BOX) and not view.number.is_share
    parted = view.number.partitive and view.case in ("poss", "possacc", "acc")
    return WHOSE if boxed and parted and isinstance(beside, Claimant) else None


UNCOUNTED_BOXES = (disputed, hindered, came_first_in)


def _all_beside(view: View) -> bool:
    """`Açılan: 590 (602 sandık)`: all of them, in brackets behind those that are open."""
    last = view.earlier.get(view.last) == OPENED_BOXES
    return last and bool(view.before) and view.before[-1].mark("(")


def boxes_of(view: View) -> FigureRole | None:
    """Ballot boxes: `N sandıktan M'i`, `M / N sandık`, `açılan M sandık`, `N sandık kuruldu`."""
    number = view.number
    slash = _slash(view)
    if slash is not None:
        return slash
    if (
        not number.is_share
        and number.partitive
        and any(one.fold in _BUT for one in view.behind[:2])
    ):
        return NO_VOTES
    if number.is_share:
        return None
    if _after_total(view) and closed(view):
        return NO_VOTES
    if _some_of_them(view):
        return NOTHING
    if (parted := _out_of(view)) is not None:
        return parted
    boxed = view.topic is Sense.BOX or OPENED in view.earlier.values()
    if boxed and number.case in ("abl", "gen") and not view.follows(Sense.BOX):
        # `sandıkların yüzde 18,6'sı açık: 33 bin 273'ün 6 bin 189'u`
        beside = view.clause.units[view.at + 1] if view.at + 1 < len(view.clause.units) else None
        part = beside is not None and isinstance(beside.data, Number) and beside.data.partitive
        return TOTAL_BOXES if part else None
    unit = view.next if view.follows(Sense.BOX) else None
    if unit is not None and view.before and isinstance(view.before[-1].data, Claimant):
        # `KURUM 389 SANDIK %48,2`: the word is the next one's; `Kurum 389 sandığın 12'si …` none.
        unit = None if not unit.case and keys_next(view) else unit
    if unit is not None:
        # `606 sandık var, 540'ı açıldı`
        total = _all_beside(view) or (not unit.case and _of_these(view))
        return TOTAL_BOXES if total else _box_unit(view, unit)
    if (
        view.earlier
        and _after_total(view)
        and (number.partitive or view.follows(Sense.OPENED, reach=2) or _came_in(view.behind))
    ):
        return OPENED_BOXES if view.clause.numbers.index(view.at) else None
    last = view.clause.units[view.at - 1] if view.at else None
    adjacent = last is not None and isinstance(last.data, Number)
    if number.partitive and TOTAL_BOXES in view.earlier.values():
        # `606 sandık var, 540'ı açıldı`
        counted = adjacent or view.follows(Sense.OPENED) or _came_in(view.behind)
        return OPENED_BOXES if counted else None
    return None


def _some_of_them(view: View) -> bool:
    """`açılan 1.640 sandıktan 1.200'ünde CHP önde`: in how many of them, and no count opened."""
    before = view.before[-1] if view.before else None
    boxes = before is not None and before.word(Sense.BOX) and before.case in ("abl", "gen")
    # `33.273 sandığın 30.112'sinde sonuç var`
    done = _opened_behind(view.clause.units[view.at :])
    result = view.next is not None and view.next.fold == "sonuc" and "yok" not in view.clause.folds
    known = (view.follows(Sense.OPENED) and done) or result
    if boxes and (known or _counted_so_far(view, view.last)):
        return False
    return boxes and view.case == "possloc" and not _opened_behind(view.clause.units[view.at :])


def _counted_so_far(view: View, total: int) -> bool:
    """`588 sandığın 571'inde CHP yüzde 48`: so many of all of them; `... önde`: of some."""
    opened = total > 0 and view.clause.units[total - 1].word(Sense.OPENED)
    return total >= 0 and not opened and _shares_behind(view) and not view.clause.has(Sense.AHEAD)


def _slash(view: View) -> FigureRole | None:
    units, at = view.clause.units, view.at
    first = (
        at + 2 < len(units) and units[at + 1].mark("/") and isinstance(units[at + 2].data, Number)
    )
    second = at >= 2 and units[at - 1].mark("/") and isinstance(units[at - 2].data, Number)
    if not first and not second:
        return None
    one, two = units[at if first else at - 2].data, units[at + 2 if first else at].data
    assert isinstance(one, Number) and isinstance(two, Number)
    votes = view.topic is Sense.VOTE or (two.value > _MOST_BOXES and not view.clause.words)
    if one.is_share or two.is_share or one.value > two.value or votes:
        return None
    boxed = view.clause.has(Sense.BOX, Sense.OPENED) or view.topic is Sense.BOX
    listed = not any(isinstance(unit.data, Claimant) for unit in units) and any(
        isinstance(unit.data, PlaceName) for unit in units
    )
    alone = len([unit for unit in units if not isinstance(unit.data, Mark)]) == 2
    begin = at if first else at - 2
    # `Eren Ali Bingöl 84.094 (606/606)`
    bracketed = begin > 1 and units[begin - 1].mark("(") and units[begin + 3 : begin + 4] != []
    boxed |= bracketed and units[begin + 3].mark(")") and two.value >= _FEW_BOXES
    if not boxed and two.value < _FEW_BOXES:
        # `2/5` of a thread, `7/24`: no place has so few.
        return NOTHING
    if not (boxed or listed or alone):
        return UNITLESS
    return OPENED_BOXES if first else TOTAL_BOXES


def _out_of(view: View) -> FigureRole | None:
    """`açılan sandık sayısı 3.972'de 2.410`: two counts side by side, a part of the whole."""
    units, at = view.clause.units, view.at
    for whole in (at, at - 1):
        part = whole + 1
        if not {whole, part} <= {*view.clause.numbers}:
            continue
        one, two = units[whole].data, units[part].data
        assert isinstance(one, Number) and isinstance(two, Number)
        told = [*units[max(0, whole - 3) : whole], *units[part + 1 : part + 2]]
        sited = one.case == "loc" and two.case not in ("loc", "abl")
        plain = sited or (one.case == "abl" and not (two.case == "dat" or two.partitive))
        # `sandık: 4.980'in 4.512'si`
        plain = plain or (one.case == "gen" and two.partitive)
        boxed = any(unit.word(Sense.BOX) for unit in told) or view.topic is Sense.BOX
        boxed = boxed or (sited and view.topic is Sense.OPENED and one.value > _WORDED)
        # `Adalar 42'de 42, Şile 131'de 128 sandık`: the noun stands once.
        last = view.clause.numbers[-1] + 1
        boxed = boxed or (sited and any(unit.word(Sense.BOX) for unit in units[last : last + 1]))
        if not (plain and boxed) or one.is_share or two.is_share:
            continue
        if one.value >= two.value:
            return TOTAL_BOXES if at == whole else OPENED_BOXES
        return WHOSE if sited else None
    return None


_THERE = ("var", "vardi", "bulunuyor", "bulunan", "kurulu")


def _box_unit(view: View, unit: Unit) -> FigureRole:
    """A number with `sandık` behind it."""
    if closed(view):
        return NO_VOTES
    if (unit.case == "gen" and _after_total(view)) or _is_done(view, unit):
        # `192 bin 169 sandıktan 91 bin 913 sandığın sonucu geldi`
        return OPENED_BOXES
    # `31 bin 186 sandıktaki oyların tamamı sayıldı`
    inside = [one.fold for one in view.behind[1:2]] == ["oylarin"] and view.clause.has(Sense.OPENED)
    if unit.case in ("abl", "gen") or inside:
        given = any(
            isinstance(one.data, Number) for one in view.clause.units[view.at + 2 : view.at + 7]
        )
        built = view.clause.has(Sense.CAST) or any(
            one.fold.startswith("bulun") for one in view.behind
        )
        last = view.clause.units[view.at - 1] if view.at else None
        opened = last is not None and last.word(Sense.OPENED)
        came = view.behind[1:2] and view.behind[1].fold in ("gelen", "alinan", "ulasan")
        namely = any(one.fold == "yani" for one in view.clause.units[view.at + 2 : view.at + 4])
        if (opened and not _parted(view)) or namely or (came and unit.case == "abl"):
            # `96 sandığın, yani yüzde 12'sinin açıldığı`
            # `açılan 801 sandığın sonucuna göre`, `açılan 1.640 sandıktan Özer'e yüzde 49,0`,
            # `25 bin 406 sandıktan gelen sonuçlara göre`
            return OPENED_BOXES
        rest = view.clause.units[view.at + 2 :]
        within = (opened or unit.case == "gen") and any(one.case == "possloc" for one in rest[:1])
        told = _opened_behind(rest) or any(one.fold == "sonuc" for one in rest[1:2])
        if within and not (told or _counted_so_far(view, view.at)):
            # `açılan 500 sandığın 480'inde CHP önde`: what is told is of some of them.
            return NO_VOTES
        if given and view.number.value in (10, 100):
            # `10 sandıktan 9'u`: as likely a manner of speaking.
            return WHOSE
        return TOTAL_BOXES if given or built else NO_VOTES
    if _after_total(view):
        return OPENED_BOXES
    if unit.case == "loc":
        cast = any(one.fold.startswith("kullan") for one in view.clause.units[view.at :])
        opened = bool(view.before) and view.before[-1].word(Sense.OPENED)
        told = any(isinstance(one.data, AgencyName) for one in view.clause.units[: view.at])
        told &= view.number.value > _WORDED
        if (opened or told) and not cast and _shares_behind(view):
            # `açılan 2.412 sandıkta Alemdar yüzde 43,9`, `AA 20.09'da 141 sandıkta CHP ...`
            return OPENED_BOXES
        return TOTAL_BOXES if cast and not _in_a_part(view) else NO_VOTES
    does = view.clause.senses if unit.case == "acc" else view.clause.predicate
    # `AA 21 bin 803 sandığı saymış görünüyor`
    if view.said(Sense.OPENED) or (Sense.OPENED in does and Sense.NEGATED not in does):
        return OPENED_BOXES
    if view.clause.has(Sense.TOTAL):
        return NO_VOTES if _in_a_part(view) else TOTAL_BOXES
    return NO_VOTES if any(isinstance(one.data, Word) for one in view.behind[1:]) else UNITLESS


def _of_these(view: View) -> bool:
    """Whether a part of the boxes stands behind, and they are only there."""
    units, numbers = view.clause.units, view.clause.numbers
    later = next((at for at in numbers if at > view.at), 0)
    if not later or view.said(Sense.OPENED):
        return False
    between = [unit for unit in units[view.at + 2 : later] if not unit.mark(",")]
    there = all(unit.fold.startswith(_THERE) for unit in between)
    number, noun = units[later].data, units[later + 1] if later + 1 < len(units) else None
    opened = noun is not None and (noun.word(Sense.OPENED) or _came_in(units[later + 1 :]))
    smaller = isinstance(number, Number) and number.value <= view.number.value
    return there and opened and smaller and isinstance(number, Number) and not number.is_share


def _came_in(behind: Sequence[Unit]) -> bool:
    """`sisteme düştü`, `tamam`: what is said of boxes that are counted, without their word."""
    one, two = [*(unit.fold for unit in behind[:2]), "", ""][:2]
    into = one in ("sisteme", "ekrana") and two.startswith(("dus", "gir", "isl", "yansi", "gel"))
    return into or one in ("tamam", "tamamdir", "bitti", "geldi")


def _is_done(view: View, unit: Unit) -> bool:
    """`30 bin 480 sandığın sonucu sistemde`, `19 bin 408 sandık tamam`, `312 sandık sonunda`."""
    behind = view.behind[1].fold if len(view.behind) > 1 else ""
    last = view.clause.numbers[-1] == view.at or _shares_behind(view)
    known = unit.case == "gen" and behind.startswith(_KNOWN) and last
    # `1.402 sandıkta sayım tamamlandı`
    ended = [one.fold for one in view.behind[1:3]]
    counted = unit.case == "loc" and ended[:1] == ["sayim"] and ended[1:] != []
    counted = counted and ended[1].startswith(("tamamlandi", "bitti", "sonuclandi"))
    return known or counted or (not unit.case and behind.startswith(_DONE))


_AT = ("da", "de", "ta", "te", "daki", "deki", "taki", "teki", "lara", "lere")


def _in_a_part(view: View) -> bool:
    """`konteynerlerde 126 sandık kuruldu`, `gurbetçiler için 4 sandık`: not all the place's."""
    for word, after in pairwise([*view.before, view.clause.units[view.at]]):
        first = word is view.clause.units[0] and not word.case
        opens = first and isinstance(word.data, Claimant) and not word.data.sure
        name = fold(word.data.text) if isinstance(word.data, Claimant) else word.fold
        strange = unknown(word) or word.word(Sense.PART) or opens
        there = name.endswith(_AT) or after.fold == "icin"
        # `çadır kentte`, `üç ilçede`: which towns, or how many.
        town = after.fold.endswith(_AT) and after.word(Sense.AREA, Sense.COMMON)
        if (strange and (there or town)) or (town and word.word(Sense.SPELT)):
            return True
    return False


def _shares_behind(view: View) -> bool:
    """Whether shares or votes stand behind, one at least for each contender."""
    rest = [unit.data for unit in view.clause.units[view.at + 1 :]]
    shares = sum(isinstance(one, Number) and (one.is_share or one.is_count) for one in rest)
    return 0 < shares >= sum(isinstance(one, Claimant) for one in rest)


def _parted(view: View) -> bool:
    """`sayılan 1.072 sandığın 870'inde`: a part of these boxes stands right behind."""
    after = view.clause.units[view.at + 2].data if view.at + 2 < len(view.clause.units) else None
    return isinstance(after, Number) and after.partitive and not after.is_share


def _opened_behind(units: Sequence[Unit]) -> bool:
    """Whether they were opened, and not `312'sinde sayım bitmedi`."""
    undone = any(_UNDONE.fullmatch(unit.fold) for unit in units)
    return not undone and any(unit.word(Sense.OPENED) for unit in units)


def _after_total(view: View) -> bool:
    """Whether `N sandıktan` stands right before in the clause."""
    return any(role is TOTAL_BOXES for at, role in view.earlier.items()) and any(
        one.word(Sense.BOX) and one.case in ("abl", "gen") for one in view.before
    )


def closed(view: View) -> bool:
    """Whether the words about it tell of boxes not opened yet."""
    stop = next((at for at, unit in enumerate(view.behind[:4]) if unit.mark(",;")), 4)
    near = [*view.before[-3:], *view.behind[:stop]]
    apart = any(unit.fold in _BUT for unit in view.behind[:2])
    # `2.516 sandıktan geriye 37'si kaldı`
    apart |= view.number.partitive and view.follows(Sense.STAY)
    undone = [unit.fold for unit in view.behind[:stop]]
    # `1.189 sandıktan 15 tanesi sayılmadı`, `5 bin 110'unda oylar hâlâ sayılıyor`
    apart |= any(_UNDONE.fullmatch(one) or one in _NOT_YET for one in undone)
    goes_on = {*pairwise(undone)} & {("devam", "ediyor"), ("devam", "etti"), ("haber", "yok")}
    # `geriye yalnızca 204 sandık kaldı`, `açılacak 12 sandık kaldı`
    left = any(unit.fold in ("geriye", "acilacak") for unit in view.before[-3:])
    apart |= bool(goes_on) or (left and any(one.startswith("kal") for one in undone))
    return apart or any(unit.word(Sense.CLOSED) for unit in near)


@woken_by(Sense.OPENED, Sense.BOX, OPENED_BOXES, TOTAL_BOXES, words=OPENING)
def opened_of(view: View) -> FigureRole | None:
    """`Sandıkların yüzde 66'sı`, `%71 sandık`, `Açılan sandık: %40`, `açılan 612`."""
    number = view.number
    came_out = any(unit.fold == "sandiktan" for unit in view.behind[:1])
    if number.is_share and not came_out and (role := _opened_beside(view)) is not None:
        return role
    key = view.key()
    given = view.next is not None and isinstance(view.next.data, Claimant)
    # `sandığa gidenlerin yüzde 55'i Kurum'a oy verdi`, `Sandığa en az Şişli gitti: yüzde 71`
    went = key is not None and key[1].fold == "sandiga" and (given or not number.partitive)
    # `Rize sandığı yüzde 75,6 'evet' derken`
    ahead = [unit for unit in view.behind[:4] if not isinstance(unit.data, Mark)]
    said = len(ahead) > 1 and isinstance(ahead[0].data, Claimant) and ahead[1].word(Sense.SAY)
    if key is not None and (came_out or went or said or _at_its_side(view, key[1])):
        # `%52,2'yle sandıktan çıktı`, `Sandık başında yağmur: metrekareye 11,4 kilogram`
        return None
    if key is None or key[0] not in (Sense.BOX, Sense.OPENED):
        bracket = view.before and view.before[-1].mark("(") and number.is_share
        told = view.clause.has(Sense.BOX) and view.clause.has(Sense.OPENED)
        boxes = [at for at, role in view.earlier.items() if role in (OPENED_BOXES, TOTAL_BOXES)]
        after_boxes = told or bool(boxes)
        since = view.clause.units[max(boxes, default=view.last) : view.at]
        named = any(isinstance(unit.data, Claimant) for unit in since)
        # `'Evet' oyları 25 milyon 157 bin 25 (yüzde 51,41)`: of the votes beside it.
        count = view.clause.units[view.last].data if view.last >= 0 else None
        counted = isinstance(count, Number) and count.is_count and not boxes
        if bracket and after_boxes and not (named or counted):
            return OPENED
        return counted_votes(view)
    away = key[1].case in ("abl", "ki") if number.is_share else key[1].case in ("loc", "ins")
    # `Sandıkta ikinci sırayı %41 ile AKP aldı`
    away |= key[1].fold in _AT_THE_BOX and not view.clause.has(Sense.OPENED)
    # `Sandık görevlilerimize göre yüzde 57 oyla öndeyiz`
    away |= view.next is not None and view.next.fold in ("oyla", "oyuyla")
    of_votes = number.suffix and view.before[-1].word(Sense.VOTE)
    if of_votes and (_of_the_opened(view) or (number.partitive and _given_to_somebody(view))):
        # `sayılan oyların yüzde 53,8'i Kemal Çebi'ye gitti`, `açılan oyların yüzde 52'sini aldı`
        return None
    behind = next((one for one in view.behind if not isinstance(one.data, Mark)), None)
    if key[1].case == "abl" and isinstance(behind and behind.data, Claimant):
        # `sandıktan 42 bin 141 'evet' çıktı`
        return None
    if key[1].case == "loc" and view.follows(Sense.VOTE):
        # `açılan sandıklarda yüzde 50,6 oy alarak`
        return None
    told = any(one is key[1] and two.fold == "gore" for one, two in pairwise(view.before))
    if away or key[1].fold.endswith(("taki", "daki")) or (told and not view.follows(Sense.OPENED)):
        # `açılan sandıklara göre yüzde 51,6`: counted before, and no key.
        return None
    if closed(view) or Sense.NEGATED in view.clause.predicate:
        return NO_VOTES
    parts = view.case == "possloc" and not view.clause.predicate & {Sense.OPENED}
    if parts and not (number.is_share and _shares_behind(view)):
        # `açılan sandıkların yüzde 51,2'sinde CHP birinci`: boxes with something else.
        return WHOSE
    if number.is_share:
        return OPENED
    return _box_count(view)


def _at_its_side(view: View, key: Unit) -> bool:
    """`sandık başında`: where somebody stands, and no key."""
    at = next((at for at, unit in enumerate(view.before) if unit is key), len(view.before))
    return any(unit.fold.startswith("basin") for unit in view.before[at + 1 : at + 2])


@woken_by(words=("acil", "sayil"))
def counted_when(view: View) -> FigureRole | None:
    """`sandıkların yüzde 35'i açıldığında fark ..., yüzde 90'ı açıldığında 27,3 puan`."""
    noun = view.next
    if noun is None or view.topic is not Sense.OPENED:
        return None
    part = view.number.is_share and view.number.partitive
    when = noun.fold.startswith(("acildigi", "sayildigi", "acilirken"))
    return OPENED if part and when else None


def beside_a_place(view: View) -> FigureRole | None:
    """`Adıyaman (%98,2): Tutdere %49,7`: in brackets behind a place, before who stands there."""
    units, at = view.clause.units, view.at
    marks = [unit.sign for unit in (*units[max(0, at - 1) : at], *units[at + 1 : at + 3])]
    placed = at > 1 and isinstance(units[at - 2].data, PlaceName) and marks == ["(", ")", ":"]
    named = placed and any(isinstance(one.data, Claimant) for one in units[at:])
    return OPENED if named and view.number.percent else None


def _of_the_opened(view: View) -> bool:
    """`açılan oyların`: a part of what is counted already is no part of the count."""
    counted = view.before[-2:-1]
    return any(one.word(Sense.OPENED) and one.fold.endswith(("an", "en")) for one in counted)


def _given_to_somebody(view: View) -> bool:
    if view.next is not None and isinstance(view.next.data, Claimant) and view.next.case == "gen":
        # `sayılan oyların 103.440'ı CHP'nin`
        return True
    dative = (one for one in view.behind if isinstance(one.data, Claimant) and one.case == "dat")
    return next(dative, None) is not None and view.clause.has(Sense.GIVE, Sense.RESULT)


def _opened_beside(view: View) -> FigureRole | None:
    """`%71 sandık`, `yüzde 94 açıldı`: the word stands right behind the share."""
    ahead = [unit for unit in view.behind[:3] if not isinstance(unit.data, Mark)]
    direct = view.behind[:1] and not isinstance(view.behind[0].data, Mark)
    if ahead and ahead[0].fold == "of" and any(one.word(Sense.OPENED) for one in view.behind):
        # `37% of ballots counted`; but `52.1% of the vote`
        return OPENED
    opened = direct and ahead[0].fold.startswith(OPENING) and not ahead[0].word(Sense.LINK)
    # `kampanyası yüzde 51,5 açıkladı`
    opened = opened and not ahead[0].fold.startswith("acikla")
    # `%99,8 açık | CHP`, but `%51,2 açık farkla`
    ends = not view.behind[1:] or view.behind[1].mark("|,;•·/)")
    # ... and `%69,3 açık sandıkla`
    ends = ends or any(unit.word(Sense.BOX) for unit in ahead[1:2])
    opened = opened or (direct and ends and ahead[0].fold == "acik")
    # ... and `yüzde 50,5 ile sandığın galibi`
    named = direct and ((ahead[0].word(Sense.BOX) and view.case != "ins") or opened)
    if not named or closed(view):
        return None
    if view.said(Sense.ASIDE):
        return NO_VOTES
    return None if keys_next(view) else OPENED


def keys_next(view: View) -> bool:
    """`ergün 29,1 sandık 83`, `Kurum %39,2 Açılan sandık: %77,9`: the words are the next's key."""
    units = view.clause.units
    after = view.at + 1
    while after < min(view.at + 4, len(units)) and isinstance(units[after].data, Word):
        after += 1
    after += after < len(units) and units[after].mark(":")
    keyed = after < len(units) and isinstance(units[after].data, Number)
    told = [unit for unit in view.before if not isinstance(unit.data, Mark)] or view.before
    before = told[-1] if told else None
    ahead = units[view.at + 1] if view.at + 1 < len(units) else None
    if view.case in ("acc", "possacc") and ahead is not None and ahead.word(Sense.OPENED):
        # `yüzde 66,9'u açılan sandıklarda yüzde 50,6`
        return False
    return keyed and before is not None and isinstance(before.data, Claimant | Word)


def _box_count(view: View) -> FigureRole:
    """A bare count behind a key of boxes."""
    if view.number.partitive and view.said(Sense.BOX) and view.follows(Sense.OPENED, reach=2):
        # `Sandıkların 34.502'si açıldı`
        return OPENED_BOXES
    words = [unit for unit in view.before if isinstance(unit.data, Word)]
    aside = view.clause.units[view.at + 1 : view.at + 4]
    if len(aside) == 3 and aside[0].mark("(") and aside[2].word(Sense.BOX):
        # `Açılan: 590 (602 sandık)`
        return OPENED_BOXES
    opened = any(unit.word(Sense.OPENED) and not unit.word(Sense.BOX) for unit in words)
    total = any(unit.word(Sense.TOTAL) for unit in words)
    counted = any(unit.word(Sense.COUNT) for unit in words)
    percent_like = view.number.whole and view.number.value <= 100
    if total and not opened:
        return TOTAL_BOXES
    boxed = any(unit.word(Sense.BOX) for unit in words) or TOTAL_BOXES in view.earlier.values()
    if not (percent_like or boxed) and any(unit.word(Sense.VOTE) for unit in words):
        # `sayılan oy 400 bin`
        return NO_VOTES
    if opened and (view.number.is_count or (view.number.value > 100 and boxed)):
        return OPENED_BOXES
    if counted and not opened:
        return TOTAL_BOXES
    if percent_like and not total and not view.clause.has(Sense.COUNT):
        return (
            OPENED
            if any(isinstance(unit.data, Claimant) for unit in view.clause.units)
            else UNITLESS
        )
    return UNITLESS


@woken_by(Sense.OPENED, Sense.BOX, OPENED, OPENED_BOXES, TOTAL_BOXES)
def of_the_same_whole(view: View) -> FigureRole | None:
    """`büyükşehir için sandıkların 98,7'si, meclis için 83'ü açıldı`; `29.839 – oranı yüzde 96`."""
    number = view.number
    if (role := _at_the_next(view)) is not None:
        return role
    if not number.is_share or any(
        isinstance(unit.data, Claimant) for unit in view.clause.units[: view.at]
    ):
        return None
    same = any(one.fold == "bu" and two.word(Sense.RATE) for one, two in pairwise(view.before))
    if same and view.topic is Sense.OPENED and not view.said(Sense.VOTE):
        # `... sandıkların yüzde 55,6'sı sayıldı, Ordu'da bu oran yüzde 61,2`
        return OPENED
    words = [unit for unit in view.before if not isinstance(unit.data, Mark)]
    bare = len(words) == 1 and words[0].fold in ("oran", "orani")
    if bare and view.topic is Sense.BOX:
        # `12 bin 180 sandığın 11 bin 964'ü açıldı, oran yüzde 98,2`
        return OPENED
    roles = set(view.earlier.values())
    agency = any(isinstance(unit.data, AgencyName) for unit in view.before)
    if (number.partitive or agency) and OPENED in roles and not view.said(Sense.VOTE):
        return OPENED
    rated = view.said(Sense.RATE) and not view.said(Sense.VOTE)
    return OPENED if rated and roles & {OPENED_BOXES, TOTAL_BOXES} else None


def _at_the_next(view: View) -> FigureRole | None:
    """`Açılan sandık: başkanlık %99,1 – meclis %96`: so is the next contest's or place's."""
    before = view.before[-1].data if view.before else None
    if not isinstance(before, PlaceName | RaceName):
        return None
    if any(isinstance(unit.data, Claimant) for unit in view.clause.units):
        return None
    earlier = {*view.earlier.values()}
    if view.number.is_share:
        return OPENED if OPENED in earlier or view.topic is Sense.OPENED else None
    return OPENED_BOXES if OPENED_BOXES in earlier and not view.number.partitive else None


def counted_votes(view: View) -> FigureRole | None:
    """`oyların yüzde 98,8'inin sayıldığı`: how far the count is."""
    counted = any(
        unit.fold.startswith(("sayil", "sayim", "sayildi"))
        for unit in [*view.behind[:3], *view.before[-2:]]
    )
    if (
        counted
        and view.number.is_count
        and not any(isinstance(unit.data, Claimant) for unit in view.clause.units)
    ):
        return NO_VOTES
    return None
