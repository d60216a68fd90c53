"""Which numbers are leads, changes or only rough: `8 puan fark`, `5 puan arttı`, `50'ye yakın`."""

from __future__ import annotations

from itertools import pairwise

from desk.reading.figures.boxes import keys_next
from desk.reading.grammar.roles import (
    CHANGE,
    LEAD,
    NOTHING,
    ROUGH,
    UNITLESS,
    WHOSE,
    FigureRole,
    View,
    woken_by,
)
from desk.reading.grammar.times import CARRIED
from desk.reading.numbers import Day, Number
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense


def came_from(view: View) -> FigureRole | None:
    """`yüzde 61'den yüzde 97'ye çıktı`: the first is what was before."""
    units = view.clause.units
    if view.next is not None and view.next.mark("→"):
        told = units[view.at + 2].data if view.at + 2 < len(units) else None
        behind = units[view.at + 3].data if view.at + 3 < len(units) else None
        if isinstance(told, Claimant) and not isinstance(behind, Number):
            # `%52,6 → Ekrem İmamoğlu`
            return None
        if not isinstance(told, Number):
            # `Nazilli %98 → CHP %41,2`
            return WHOSE
        # `27.725.131 → 52,16`: votes and their share.
        return None if told.is_count != view.number.is_count else CHANGE
    noun = units[view.at + 1] if view.at + 1 < len(units) else None
    owned = noun is not None and noun.fold in CARRIED
    if (owned or view.case in ("acc", "possacc")) and _carried_on(view):
        # `yüzde 50,9'luk oyunu yüzde 54,0'e taşıdı`
        return CHANGE
    if view.number.suffix.endswith("ken") and noun is not None and _goes_on_later(view):
        # `birinci turda 46,0'ken ikinci turda 48,8 oldu`
        return CHANGE
    if noun is not None and noun.fold == "iken" and _moved_on(view):
        return CHANGE
    if view.case != "abl":
        # `14,1 puandan 10,4 puana`: the noun carries the case.
        away = noun is not None and noun.fold in ("puandan", "oydan", "puanlardan")
        goal = [units[at : at + 2] for at in view.clause.numbers if at > view.at][:1]
        to = any(one.case == "dat" or one.fold in ("puana", "oya") for two in goal for one in two)
        return CHANGE if away and to else None
    later = [view.clause.units[at] for at in view.clause.numbers if at > view.at]
    if any(
        unit.case in ("dat", "possdat") or unit.data.suffix.endswith(("e", "a"))
        for unit in later
        if isinstance(unit.data, Number)
    ):
        return CHANGE
    return None


@woken_by(Sense.POINT, words=("puan",))
def points_of(view: View) -> FigureRole | None:
    """`7,74 puanla önde`, `10,4 puan fark`: a lead; `5 puan arttı`: a change."""
    if not view.follows(Sense.POINT):
        key = view.key()
        shared = [at for at in view.clause.numbers if at > view.at]
        units = view.clause.units
        told = any(at + 1 < len(units) and units[at + 1].word(Sense.POINT) for at in shared[:1])
        bare = (
            not view.number.percent
            and not view.number.is_count
            and (view.next is None or view.next.mark(","))
        )
        if told and bare and key is None and view.clause.has(Sense.CHANGE, Sense.MOVE):
            return CHANGE
        if bare and key is None and _points_at_last(view, shared):
            return LEAD
        # `AA'ya göre 9,8, ANKA'ya göre 12,4 puan: farkı`: the noun stands once.
        apart = not any(isinstance(one.data, Claimant) for one in view.before)
        listed = (
            told
            and bare
            and key is None
            and apart
            and view.next is not None
            and view.next.mark(",")
        )
        placed = view.before and isinstance(view.before[-1].data, PlaceName)
        # `CHP Esenler'de 9,4, Bağcılar'da 6,8 puan ilerledi`
        listed = listed or bool(placed and told and bare and key is None and view.next)
        return WHOSE if listed else None
    unit = view.behind[0]
    ahead = view.behind[1:4]
    if _than_before(view):
        return CHANGE
    if view.clause.predicate & {Sense.CHANGE} or any(
        one.word(Sense.SHIFT, Sense.CHANGE) for one in ahead[:1]
    ):
        return CHANGE
    if (
        _roughly_before(view)
        or any(one.word(Sense.VAGUE) or one.fold in _UNDER for one in ahead[:1])
        or unit.fold.endswith(("dan", "in", "un", "ni"))
    ):
        return ROUGH
    lead = any(one.word(Sense.GAP) for one in ahead) or view.clause.has(
        Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF, Sense.GAP
    )
    followed = "takip" in view.clause.folds
    between = any(one.fold == "arasinda" for one in view.before)
    # `2,6 puanla kazandı`
    won = unit.fold == "puanla" and any(one.fold.startswith("kazan") for one in view.clause.words)
    lead = lead or followed or between or won or view.topic is Sense.GAP
    if lead and not view.clause.has(Sense.SHIFT):
        return WHOSE if _compared(view) else lead_of(view)
    return CHANGE


def _than_before(view: View) -> bool:
    """`katılım 2019'un 5,7 puan altında`, `geçen seçime göre 3 puan geride`: than it was then."""
    return any(
        (isinstance(one.data, Day) and one.case == "gen")
        or (one.fold in _BEFORE and two.fold.startswith(("secim", "donem", "yerel")))
        for one, two in pairwise([*view.before, view.clause.units[view.at]])
    )


_BEFORE = ("gecen", "onceki", "bir onceki", "evvelki")
_UNDER = ("alti", "ustu")
"""`fark 1 puan altı`"""
_CARRIES = ("tasi", "cikar", "yukselt", "dusur", "indir", "artir", "azalt")


def _carried_on(view: View) -> bool:
    """`ilk turda aldığı yüzde 59,8'i yüzde 62,7'ye taşıdı`: what is carried is what was before."""
    units = view.clause.units
    later = [units[at] for at in view.clause.numbers if at > view.at]
    verb = any(
        unit.fold.startswith(_CARRIES)
        and isinstance(unit.data, Word)
        and unit.data.verb is not None
        for unit in units[view.at + 1 :]
    )
    return verb and len(later) == 1 and later[0].case in ("dat", "possdat")


def _goes_on_later(view: View) -> bool:
    """Whether the same contender's one figure stands behind."""
    units = view.clause.units
    later = [at for at in view.clause.numbers if at > view.at]
    between = units[view.at : later[0]] if len(later) == 1 else []
    parted = Claimant | Day | AgencyName | PlaceName | RaceName
    return bool(between) and not any(isinstance(unit.data, parted) for unit in between)


def _moved_on(view: View) -> bool:
    """`30 Mart'ta 47,9 iken 44,6'ya düştü`: what it was, and what it is."""
    units = view.clause.units
    later = [at for at in view.clause.numbers if at > view.at]
    if len(later) > 1 and units[later[0]].case == "loc":
        # `yüzde 44 iken 21.45'te yüzde 59'a ulaştı`
        del later[0]
    moved = bool(view.clause.predicate & {Sense.MOVE, Sense.REACH}) and len(later) == 1
    # `CHP'nin oyu 231.604 iken Kemal Çebi 240.118'e ulaştı`: another's.
    between = view.clause.units[view.at : later[0]] if moved else []
    same = not any(isinstance(unit.data, Claimant) for unit in between)
    return moved and same and view.clause.units[later[0]].case in ("dat", "possdat")


def _points_at_last(view: View, later: list[int]) -> bool:
    """`CHP Balıkesir'de 11,8, Bursa'da 9,0, Manisa'da 27,1 puan önde`: the noun stands once."""
    units = view.clause.units
    last = later[-1] + 1 if later else len(units)
    if last >= len(units) or not units[last].word(Sense.POINT):
        return False
    places = sum(isinstance(unit.data, PlaceName) for unit in units)
    # Who is left behind is no leader.
    alone = sum(isinstance(unit.data, Claimant) and unit.case != "acc" for unit in units) == 1
    lead = view.clause.has(Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF)
    return lead and alone and places == len(view.clause.numbers)


def lead_of(view: View) -> FigureRole:
    """A lead, unless it is one between two agencies or a former one."""
    units = view.clause.units
    told = [unit.data for unit in units if isinstance(unit.data, AgencyName)]
    # `iki ajansın farkı`, `ajanslar arasındaki fark`
    agencies = len(told) > 1 or any(one.code is None and not one.board for one in told)
    agencies = agencies or any(unit.fold in ("ajans", "ajanslar") for unit in units)
    between = any(unit.fold.startswith("arasi") for unit in units)
    # `ANKA'daki İmamoğlu, AA'daki İmamoğlu'nun 2,3 puan önünde`
    holders = {one.data.text for one in units if isinstance(one.data, Claimant)}
    several = len({one.code for one in told}) > 1
    if several and len(view.clause.numbers) == 1 and len(holders) < 2:
        return CHANGE
    # `Fark farkı 1,7 puan`
    twice = any(one.word(Sense.GAP) and two.word(Sense.GAP) for one, two in pairwise(units))
    # `CHP'nin iki pusuladaki oyu arasında 4 puan fark var`: its own, of two contests.
    named = [unit for unit in units if isinstance(unit.data, Claimant)]
    alone = [unit.case for unit in named] == ["gen"]
    alone = alone and not any(unit.word(Sense.RIVAL, Sense.RANK) for unit in units)
    return CHANGE if (between and (agencies or alone)) or twice else LEAD


def reached(view: View) -> bool:
    return bool(view.clause.predicate & {Sense.MOVE, Sense.REACH})


def _is_few(unit: Unit) -> bool:
    return isinstance(unit.data, Number) and unit.data.value < 10_000


def _of_the_count(units: list[Unit], at: int) -> bool:
    """`AKP 3.118 oyla önde, sandıkların yüzde 88'i açıldı`: how far the count is, told beside."""
    start = max((one + 1 for one in range(at) if units[one].mark(",")), default=0)
    stop = next((one for one in range(at, len(units)) if units[one].mark(",")), len(units))
    told = units[start:stop]
    boxed = any(unit.word(Sense.BOX, Sense.OPENED) for unit in told)
    return boxed and not any(isinstance(unit.data, Claimant) for unit in told)


def _elsewhere(view: View, at: int) -> bool:
    """`AK Parti 8 bin 44 oyla önde, Zeytinburnu'nda fark 3,9`: a figure behind the next place."""
    return any(isinstance(unit.data, PlaceName) for unit in view.clause.units[view.at : at])


_RISES = ("artir", "artan", "yuksel", "gerile", "dusur", "azal", "kaybe", "eri")

_WITH = 10_000
"""Votes by which few lead, and with which many win."""
_MOST = 60
"""Per cent that few contenders have, and many counts."""


@woken_by(Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF)
def behind_a_lead(view: View) -> FigureRole | None:
    """`köseler 1.800 oy önde %95`: hers, or how far the count is."""
    beside = view.before[-1] if view.before and view.number.is_share else None
    led = beside is not None and beside.word(Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF)
    led = led and view.number.value >= _MOST
    return WHOSE if led and view.earlier.get(view.last) == LEAD and not view.next else None


@woken_by(words=("fazla", "az", "daha"))
def more_or_less(view: View) -> FigureRole | None:
    """`Türkmen'den yüzde 7,2 fazla oy`, `2019'a göre yüzde 3,4 daha fazla oy aldı`: no share."""
    told = [unit.fold for unit in view.behind[:3]] if view.number.is_share else []
    more = told[:1] in (["fazla"], ["az"]) or (told[:1] == ["daha"] and told[1:2] != ["aldi"])
    much = more and {"fazla", "az", "cok"} & {*told}
    return WHOSE if much and view.follows(Sense.VOTE, reach=4) else None


@woken_by(words=("en",))
def moved_most(view: View) -> FigureRole | None:
    """`oyunu en çok yüzde 12,3 ile Bayrampaşa'da artıran CHP`: by how much."""
    if not (view.case == "ins" and view.number.is_share and "en" in view.clause.folds):
        return None
    most = any(
        one.fold == "en" and two.fold in ("cok", "fazla", "az")
        for one, two in pairwise(view.clause.units)
    )
    moved = view.clause.has(Sense.SHIFT) or any(
        unit.fold.startswith(_RISES) for unit in view.clause.words
    )
    return CHANGE if most and moved else None


@woken_by(Sense.AHEAD)
def listed_lead(view: View) -> FigureRole | None:
    """`Fark (puan)` above `Üsküdar: CHP 7,2`: a lead, and no share."""
    measured = view.number.is_share or view.number.is_count
    if view.topic is not Sense.AHEAD or not measured or view.number.percent:
        return None
    if len(view.clause.numbers) == 1:
        return LEAD
    # `Farklar: İmamoğlu 9,7, Dedetaş 6,9`
    named = any(isinstance(unit.data, Claimant) for unit in view.before)
    return WHOSE if named and not view.follows(Sense.POINT) else None


@woken_by(words=("oyun",))
def between_contests(view: View) -> FigureRole | None:
    """`İBB'deki oyu, belediye meclisindeki oyunun 4,9 puan üstünde: 51,1`: of which of the two?"""
    measured = view.clause.folds & {"oyunun", "oyundan", "oyuna"}
    races = measured and sum(isinstance(unit.data, RaceName) for unit in view.clause.units)
    return WHOSE if races and races > 1 else None


def leads_alone(view: View) -> bool:
    """Whether the clause's verb sets one contender before another, and this is its only figure."""
    units = view.clause.units
    # `İmamoğlu 107 oyla, Gaziosmanpaşa'da 1.979 oyla önde`: the verb is said once.
    lone = all(
        at + 1 < len(units) and units[at + 1].fold.startswith("oyla") and _is_few(units[at])
        for at in view.clause.numbers
        if at != view.at and not _of_the_count(units, at) and not _elsewhere(view, at)
        # `üç dönemdir ilçeyi yöneten`
        if view.earlier.get(at) != NOTHING
    )
    # `930 bin 925 oyla birinci oldu`: a rank says nothing of a lead.
    ahead = [unit for unit in units if unit.word(Sense.AHEAD, Sense.AHEAD_OF)]
    # `118 bin 40 oyla ipi önde göğüsledi`, `yarışı önde bitirdi`: who won, with so many.
    if view.number.value >= _WITH and any(
        one.fold == "onde" and two.fold.startswith(("gogusle", "bitir", "tamamla", "kapat"))
        for one, two in pairwise(units)
    ):
        return False
    # `6 bin 15 oyla başkanlığı bırakmadı`
    ahead = [unit for unit in ahead if not unit.word(Sense.NEGATED)]
    ranked = all(unit.word(Sense.RANK) for unit in ahead)
    # `4 bin 209 oyla geçerek başkanlığı aldı`
    passes = view.clause.predicate & {Sense.PASS} or any(
        unit.word(Sense.PASS) for unit in view.behind[1:2]
    )
    verbs = (ahead and not ranked) or passes
    lost = any(unit.fold.startswith(("kaybet", "yenil")) for unit in view.clause.words)
    return lone and (bool(verbs) or lost)


@woken_by(Sense.GAP, Sense.AHEAD_OF, Sense.BEHIND_OF, LEAD, words=("onde",))
def gap_of(view: View) -> FigureRole | None:
    """`Fark: 1,2 puan`, `fark 806 bin 415 oldu`, `813 bin fark attı`, `%11,6'lık farkla`."""
    number = view.number
    key = view.key()
    if view.next is not None and view.next.fold == "kat":
        # `2,5 kat farkla`
        return WHOSE
    behind = view.follows(Sense.GAP, reach=2) and not (
        view.case == "ins" or (view.next and view.next.mark(","))
    )
    # `DEM 31,6 fark 2,6`: the word is the next one's.
    behind = behind and not keys_next(view)
    before = key is not None and key[0] is Sense.GAP and key[1].fold != "farkla"
    last = view.clause.units[view.at - 1] if view.at else None
    if behind and last is not None and isinstance(last.data, Number) and last.case == "dat":
        # `%46,9'a %33,2 AK Parti üstünlüğü`: a score.
        return WHOSE
    if not behind and not before:
        return LEAD if goes_on(view) or _tells_gap(view) else ahead_of(view)
    if before and not behind and number.percent and _of_all_votes(view):
        return None
    if view.case == "possdat" or _compared(view) or (before and key and _is_measure(view, key[1])):
        return WHOSE
    if number.whole and not number.percent and number.value < 100:
        return UNITLESS
    return lead_of(view)


def _of_all_votes(view: View) -> bool:
    """`Kurum farkı: Oyların yüzde 55,3'ü Kurum'a`, `fark: yüzde 55,3'e yüzde 31,8`: shares."""
    counted = any(one.case == "gen" and one.word(Sense.VOTE) for one in view.before)
    beside = view.clause.units[view.at + 1 : view.at + 2]
    score = view.case == "dat" and any(isinstance(one.data, Number) for one in beside)
    return (counted and view.number.partitive) or score


def goes_on(view: View) -> bool:
    """`Sarıyer'de CHP'nin farkı 15,2 puan, Beşiktaş'ta 47,1`, `farkı ANKA'da ..., AA'da ...`.

    The lead of the next place, or the one the next agency tells.
    """
    last = view.earlier.get(view.last)
    between = view.clause.units[view.last + 1 : view.at]
    placed = any(isinstance(unit.data, PlaceName | AgencyName) for unit in between)
    return (
        last == LEAD
        and placed
        and (view.number.is_share or view.number.is_count)
        and not view.number.percent
        and not any(isinstance(unit.data, Claimant) for unit in between)
    )


def _tells_gap(view: View) -> bool:
    """`Attığı fark sandıkların yüzde 99'u açıldığında 912 bin oldu`: the last verb's subject."""
    told = {Sense.BE, Sense.MOVE, Sense.REACH}
    named = any(isinstance(unit.data, Claimant) for unit in view.clause.units)
    return view.topic is Sense.GAP and not named and bool(view.clause.predicate & told)


def _compared(view: View) -> bool:
    """`farkı 2019'a göre 3 puan`: tonight's lead or its change since then, nobody can tell."""
    return any(
        isinstance(unit.data, Day) and behind.fold == "gore"
        for unit, behind in pairwise(view.clause.units)
    )


def _is_measure(view: View, gap: Unit) -> bool:
    """`geçersiz oylar CHP'nin farkından az: 6.120`, `farkın yüzde 14'ü`: of something else."""
    part = gap.fold in ("farkin", "farkinin") and view.number.partitive
    return part or gap.fold in ("farkindan", "farktan")


NEAR = 30
"""Points: few lead by more, and whoever leads has more."""


def ahead_of(view: View) -> FigureRole | None:
    """`yüzde 9,1 önde`: a lead; `yüzde 51,1 ile önde`: a share."""
    number, unit = view.number, view.next
    if _leads_with_few(view):
        return WHOSE
    bracketed = bool(view.behind) and view.behind[0].mark(")")
    if unit is None or not number.is_share or number.suffix or bracketed:
        return None
    if unit.word(Sense.AHEAD_OF, Sense.BEHIND_OF) or (unit.fold == "onde"):
        genitive = any(isinstance(one.data, Claimant) and one.case == "gen" for one in view.before)
        if unit.word(Sense.AHEAD_OF, Sense.BEHIND_OF):
            return LEAD if genitive else WHOSE
        return LEAD if number.value < NEAR else WHOSE
    return None


_TOO_FEW = 20
"""Per cent with which nobody is ahead."""


def _leads_with_few(view: View) -> bool:
    """`İmamoğlu 9,8 ile önde`: by so many, most likely."""
    number, behind = view.number, view.behind[:3]
    with_it = view.case == "ins" and not any(isinstance(unit.data, PlaceName) for unit in behind)
    ahead = any(unit.fold in ("onde", "ondeydi", "farkli") for unit in behind)
    return with_it and ahead and number.is_share and number.value < _TOO_FEW


@woken_by(Sense.SHIFT, Sense.CHANGE, Sense.MOVE, words=("cekil", "gel"))
def shift_of(view: View) -> FigureRole | None:
    """`3,1 puan düşüşle`, `Oy kaybı: %8,1`: a change, not a share."""
    key = view.key()
    if key is None and view.number.is_share and view.case == "ins":
        # `Kurum yüzde 39,6 ile kaybetti`
        return None
    bracketed = len(view.before) > 1 and view.before[-1].mark("(") and view.number.is_share
    if bracketed and isinstance(view.before[-2].data, Claimant):
        # `Altınok'u (31,7) ikiye katladı`: whose share it is stands right before.
        return None
    if key is not None and key[0] is Sense.SHIFT and not key[1].fold.endswith(("la", "le")):
        return CHANGE
    if view.topic is Sense.SHIFT or view.follows(Sense.SHIFT, reach=2):
        # `42,3'ten 41,6'ya gerileme var`: what it fell to.
        last = view.clause.units[view.at - 1] if view.at else None
        fell_to = view.case == "dat" and last is not None and last.case == "abl"
        return None if fell_to and isinstance(last and last.data, Number) else CHANGE
    if "payina" in view.clause.folds:
        # `İhsanoğlu'nun payına yüzde 18,3 düştü`
        return None
    predicate = view.clause.predicate
    # `kazanan A 107.660, kaybeden B 106.860 oy aldı`: of the next one.
    parted = len(view.behind) > 1 and view.behind[0].mark(",;") and view.clause.relative
    if (
        Sense.CHANGE in predicate
        and not (parted and view.behind[1] is view.clause.units[-1])
        and Sense.BE not in predicate
        and view.case not in ("dat", "possdat")
    ):
        return CHANGE
    if Sense.MOVE in predicate:
        return _moved(view)
    return None


def _moved(view: View) -> FigureRole | None:
    """`48,2'den 50,0'ye çıktı`: only the dative is tonight's; `oyu yüzde 3 düştü` is a change."""
    if view.case in ("dat", "possdat") or view.number.suffix.endswith(("ye", "ya")):
        return None
    falls = any(
        unit.fold.startswith(("dus", "gerile", "yuksel", "indi", "inme"))
        and not unit.fold.startswith("indir")
        for unit in view.clause.units
    )
    dative = any(view.clause.units[at].case == "dat" for at in view.clause.numbers)
    if falls:
        return CHANGE if not dative or view.follows(Sense.POINT) else None
    return None


def _roughly_before(view: View) -> bool:
    words = ("yaklasik", "neredeyse", "about", "nearly")
    return any(unit.word(Sense.VAGUE) and unit.fold.startswith(words) for unit in view.before[-3:])


def _vague(view: View) -> bool:
    """`yaklaşık`, `50'ye yakın`, `46'nın üzerinde`, `71'ini aştı`, `45'ten fazla`."""
    if _roughly_before(view):
        return True
    if view.case in ("loc", "ins"):
        return False
    if view.case in ("acc", "possacc") and (
        Sense.VAGUE in view.clause.predicate or _all_passed(view) or _passed_by(view)
    ):
        return True
    ahead: list[Unit] = []
    for unit in view.behind[:3]:
        moved = unit.word(Sense.MOVE, Sense.REACH) and view.case in ("dat", "possdat")
        if moved or isinstance(unit.data, Mark | Claimant | PlaceName):
            # `yüzde 13,1'e taşıyarak barajı aştı`: the verb has its figure.
            break
        ahead.append(unit)
    for place, unit in enumerate(ahead):
        if not unit.word(Sense.VAGUE) and not unit.word(Sense.PASS):
            continue
        if place and ahead[place - 1].fold == "en":
            break
        passed = view.case in ("acc", "possacc") or (
            # `fark 10 bin oyu geçti`
            place == 1 and not view.case and ahead[0].fold in ("oyu", "puani")
        )
        if unit.word(Sense.PASS) and not passed:
            continue
        if unit.fold == "kadar" and _down_to(view, place):
            break
        if place == 0 or ahead[0].word(Sense.VOTE, Sense.POINT, Sense.RATE, Sense.GAP) or view.case:
            return True
    return False


def _passed_by(view: View) -> bool:
    """`yüzde 50'yi 1,1 puanla geçti`"""
    later = [at for at in view.clause.numbers if at > view.at]
    points = view.clause.units[later[0] + 1 : later[0] + 3] if later else []
    return len(points) > 1 and points[0].fold == "puanla" and points[1].word(Sense.PASS)


def _all_passed(view: View) -> bool:
    """`CHP 402 bini, AK Parti 300 bini geçti`: the verb is of both."""
    last = view.clause.numbers[-1]
    verb = view.clause.units[last + 1 : last + 2]
    return view.clause.units[last].case == view.case and bool(verb) and verb[0].word(Sense.PASS)


def _down_to(view: View, at: int) -> bool:
    """`fark 205 oya kadar indi`, `42'ye kadar düştü`: that far it came."""
    noun = view.behind[at - 1] if at else None
    moved = view.behind[at + 1 : at + 2]
    whose = view.before[-1] if view.before else None
    hers = whose is not None and (
        isinstance(whose.data, Claimant) or whose.word(Sense.VOTE, Sense.RATE)
    )
    there = noun.fold in ("oya", "puana") if noun is not None else view.case == "dat" and hers
    return there and any(
        one.word(Sense.MOVE, Sense.REACH) or one.fold.startswith("acil") for one in moved
    )


def roughly(view: View) -> FigureRole | None:
    """`51'lerde`, `yaklaşık 51`, `~1.912.000`: near it, and not so much."""
    sign = view.before[-1] if view.before else None
    if sign is not None and sign.mark("~≈<>") and sign.end == view.clause.units[view.at].start:
        return ROUGH
    several = view.number.suffix.startswith(("lar", "ler"))
    told = view.clause.has(Sense.VAGUE, Sense.PASS)
    return ROUGH if several or (told and _vague(view)) else None


@woken_by(Sense.AHEAD_OF, Sense.BEHIND_OF, Sense.AGAINST)
def against(view: View) -> FigureRole | None:
    """`Yıldırım'ın yüzde 48,61'ine karşılık`: compared with, of whatever election."""
    if view.case == "gen" and view.follows(Sense.AHEAD_OF, Sense.BEHIND_OF):
        # `Özer'in aldığı yüzde 49,2'nin gerisinde`
        return WHOSE
    if view.case != "possdat" or not view.follows(Sense.AGAINST):
        return None
    # `Turan'ın yüzde 47,6'sına karşılık Polat 43,8`: two who stand against each other tonight.
    named = [one.data for one in view.clause.units if isinstance(one.data, Claimant)]
    stands = [one.stands for one in named]
    rivals = len(stands) == 2 and not stands[0].isdisjoint(stands[1])
    then = any(isinstance(one.data, Day) for one in view.clause.units)
    rivals = rivals or (len(named) > 1 and not then and all(one.parties for one in named))
    return None if rivals else WHOSE
