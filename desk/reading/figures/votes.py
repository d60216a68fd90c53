"""Which numbers count votes, and whose they cannot be: a lead's, the voters', a board's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desk.reading.figures.leads import goes_on, lead_of, leads_alone, reached
from desk.reading.grammar.roles import (
    CHANGE,
    LEAD,
    NO_VOTES,
    NOTHING,
    ODD,
    ROUGH,
    SHARE,
    UNITLESS,
    VOTES,
    WHOSE,
    FigureRole,
    Part,
    View,
    woken_by,
)
from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Clock, Day, Notation, Number
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import ANSWERS, Form, Sense

_ENDED = ("bitti", "bitiyor", "sonuclan", "kapandi", "belirlendi", "noktalan")

_BESIDE = ("onde", "onunde", "onune", "one", "geri")
_BOARD = 100
"""More members no election board has."""

_ROUND = 1_000_000
"""Whole millions without a word of votes are nobody's count."""

_LARGE = 10_000
"""As likely a district's winner's votes as her lead."""
_FEW = 2_000
"""A district's winner has more votes than that; so few are as likely her lead."""


@woken_by(Sense.VOTER)
def voters(view: View) -> FigureRole | None:
    """`8 milyon seçmen`; but `25 milyon seçmen "Evet" dedi`, `5 milyon kişi oy verdi` are votes."""
    whose = view.next is not None and isinstance(view.next.data, Claimant) and not view.next.case
    if whose and any(unit.word(Sense.VOTER) for unit in view.behind[1:2]):
        # `112 bin MHP seçmeni`
        return NO_VOTES
    if not view.follows(Sense.VOTER):
        return None
    gave = view.clause.has(Sense.GIVE) or any(
        unit.fold in ("oyunu", "oy") for unit in view.behind[1:3]
    )
    rounded = view.number.form is Notation.SPOKEN and view.number.value % _ROUND == 0
    if view.number.is_count and _chosen_by(view):
        return ROUGH if rounded else VOTES
    said = any(unit.fold.startswith("dedi") for unit in view.behind) or _answers(view)
    said = said or any(unit.fold.startswith("diyen") for unit in view.before[-2:])
    holders = any(isinstance(unit.data, Claimant) for unit in view.clause.units)
    cast = any(unit.fold.startswith("kullan") for unit in view.behind)
    if (gave or said) and holders and not cast and view.number.is_count:
        return ROUGH if rounded else VOTES
    return NO_VOTES


_BACKING = ("deste", "oyunu", "oylarini", "guven")


def _chosen_by(view: View) -> bool:
    """`4 milyon 432 bin seçmenin tercih ettiği Yavaş`, `Kurum'u 3 milyon 431 bin seçmen seçti`"""
    behind = view.behind[1:4]
    chose = any(unit.word(Sense.CHOOSE) or unit.fold == "tercih" for unit in behind[:2])
    named = [unit for unit in view.clause.units if isinstance(unit.data, Claimant)]
    if behind and behind[0].case == "acc" and isinstance(behind[0].data, Claimant):
        # `23 milyon seçmen AK Parti'yi, 12 milyon seçmen CHP'yi tercih etti`
        return view.clause.has(Sense.CHOOSE)
    if behind and behind[0].fold == "tercihi" and Sense.BE in view.clause.predicate:
        # `Sinan Oğan 421 bin 330 seçmenin tercihi oldu`
        return len(named) == 1 and not named[0].case
    if behind and behind[0].fold.startswith(_BACKING) and Sense.RESULT in view.clause.predicate:
        # `Bünyamin Aktan 90 bin 270 kişinin desteğini aldı`, `498 bin seçmenin oyunu alan İnce`
        head = view.clause.head
        by_her = head is not None and isinstance(head.data, Claimant)
        return any(not unit.case for unit in named) or (by_her and not named)
    pointed = isinstance(behind[-1].data, Claimant) if behind else False
    return chose and len(named) == 1 and (named[0].case == "acc" or pointed)


def _answers(view: View) -> bool:
    """`928 bin 599 kişi evet, 345 bin 610 kişi hayır dedi`: the verb is said once."""
    told = [unit for unit in view.behind[1:3] if not unit.mark('"')]
    holder = told[0].data if told else None
    answer = isinstance(holder, Claimant) and fold(holder.text).startswith(ANSWERS)
    return answer and any(unit.fold.startswith("dedi") for unit in view.clause.words)


def _ahead(view: View) -> list[Unit]:
    """What stands behind `oy`; nothing where it is the next one's key (`877 oy, fark 126 oy`)."""
    ahead = view.behind[1:4]
    keyed = len(ahead) > 1 and ahead[0].mark(",;|/•-") and ahead[1].word(Sense.GAP)
    return [] if keyed else ahead


_OF_VOTERS = ("menin", "menden", "lerin", "lerden")


@woken_by(Sense.VOTE, Sense.VOTER)
def of_all_votes(view: View) -> FigureRole | None:
    """`sayılan 8 milyon 679 bin geçerli oyun 4 milyonu`, `158.339 oy üzerinden`: all of them."""
    told = view.behind[: 0 if view.follows(Sense.BOX) else 3]
    counted = (Sense.VOTE, Sense.VOTER)
    at = next((at for at, unit in enumerate(told) if unit.word(*counted)), None)
    if view.number.is_share or at is None or not view.follows(*counted, reach=at + 1):
        return None
    units = view.clause.units[view.at + at + 2 : view.at + at + 5]
    parted = any(isinstance(unit.data, Number) and unit.data.partitive for unit in units)
    so_far = bool(view.before) and view.before[-1].fold == "sayilan"
    based = units[:1] and units[0].fold == "uzerinden"
    whole = told[at].case in ("gen", "abl") or told[at].fold.endswith(_OF_VOTERS)
    return NO_VOTES if so_far or based or (parted and whole) else None


@woken_by(words=("ortalama", "basina", "basi"))
def averaged(view: View) -> FigureRole | None:
    """`sandık başına 181 oy`, `İmamoğlu ortalama 210, Kurum 120 oy aldı`: nobody has so many."""
    units = view.clause.units
    since = next((at for at in reversed(range(view.at)) if units[at].mark(";")), 0)
    told = units[since : view.at]
    each = any(
        two.fold in ("basina", "basi") and (one.word(Sense.BOX, Sense.VOTER) or one.fold in _HEADS)
        for one, two in pairwise(told)
    )
    each = each or any(unit.fold == "ortalama" for unit in told)
    return NO_VOTES if each and not view.number.percent else None


_HEADS = ("kisi", "okul", "mahalle", "ilce", "il")


_LOST = ("kaybettig", "yitirdig", "kaybedilen")


@woken_by(Sense.VOTE)
def moved(view: View) -> FigureRole | None:
    """`112 oy Kurum'dan İmamoğlu'na yazıldı`: how many more one has and the other fewer."""
    named = [one for one in view.clause.units if isinstance(one.data, Claimant)]
    away = len(named) == 2 and {one.case for one in named} == {"abl", "dat"}
    # `Dedetaş'ın 312 oyu Türkmen'e yazılmış`, `Kurum 212 bin oyu YRP'ye kaptırdı`
    given = view.next is not None and view.next.fold in ("oyu", "oyunu") and len(named) == 2
    away = away or (given and any(one.case == "dat" for one in named))
    new = view.next is not None and view.next.fold == "kat"
    new = new or [unit.fold for unit in view.behind[:2]] in (["yeni", "oy"], ["yeni", "oyun"])
    gave = any(unit.fold.startswith("kazandir") for unit in view.behind[1:2])
    gave = gave and view.next is not None and view.next.fold == "oy"
    # `İmamoğlu'na 400 bin DEM'li oy verdi`
    lent = view.next is not None and view.next.case == "rel"
    away = away or new or gave or (lent and any(unit.fold == "oy" for unit in view.behind[1:2]))
    # `kaybettiği 1 milyon 1 bin oyun beşte biri`
    away = away or (bool(view.before) and view.before[-1].fold.startswith(_LOST))
    return CHANGE if away and not view.number.is_share and len(view.clause.numbers) == 1 else None


@woken_by(Sense.VOTE)
def in_millions(view: View) -> FigureRole | None:
    """`Erdoğan 27,1, Kılıçdaroğlu 24,6, Oğan 2,8 milyon oy aldı`: no shares, and rounded."""
    plain = view.number.form is Notation.DECIMAL and not (view.number.percent or view.case)
    units, rest = view.clause.units, [at for at in view.clause.numbers if at > view.at]
    if not plain or not rest:
        return None
    between = units[view.at + 1 : rest[-1]]
    alike = all(isinstance(one.data, Number | Claimant | Mark) for one in between)
    last = units[rest[-1]].data
    scaled = isinstance(last, Number) and last.form is Notation.ODD
    scaled = scaled and any(one.word(Sense.VOTE) for one in units[rest[-1] + 1 : rest[-1] + 2])
    return ROUGH if alike and scaled else None


@woken_by(Sense.VOTE)
def of_her_own(view: View) -> FigureRole | None:
    """`aldığı 150 bin oyun 20 binini ... topladı`: a part of her own votes, or of none."""
    units = view.clause.units
    whole = view.last
    if whole < 1 or view.number.is_share or not view.number.partitive:
        return None
    got = units[whole - 1].data
    her = isinstance(got, Word) and got.verb is not None and got.verb.form is Form.OBJECT
    her = her and units[whole - 1].word(Sense.RESULT)
    # `Geçersiz sayılan 3.112 oyun 1.912'si CHP'nindi`
    her = her or any(one.fold.startswith("gecersiz") for one in units[max(0, whole - 2) : whole])
    between = units[whole + 1 : view.at]
    return WHOSE if her and between and all(one.word(Sense.VOTE) for one in between) else None


@woken_by(words=("gecersiz",))
def spoilt(view: View) -> FigureRole | None:
    """`Geçersiz oylar CHP 1.112, AKP 1.612`: the rest of a list of them."""
    since = view.clause.units[: view.at]
    begun = bool(since) and since[0].fold.startswith("gecersiz") and view.number.is_count
    plain = all(
        isinstance(one.data, Claimant | Mark | Number) or one.word(Sense.VOTE) for one in since[1:]
    )
    named = any(isinstance(one.data, Claimant) for one in since)
    return WHOSE if begun and plain and named else None


@woken_by(Sense.VOTER)
def of_all_voters(view: View) -> FigureRole | None:
    """`Tüm seçmenin yüzde 39'u İmamoğlu'nu seçti`, `Kayıtlı seçmene oranla yüzde 39`: no share."""
    pairs = pairwise(view.clause.units[: view.at])
    whole = any(
        one.fold in ("tum", "kayitli", "butun") and two.word(Sense.VOTER) for one, two in pairs
    )
    around = [*view.before[-1:], *view.behind[:1]]
    beside = any(isinstance(one.data, Claimant) or one.fold == "oyunu" for one in around)
    return WHOSE if whole and beside and view.number.is_share else None


NO_HOLDERS_VOTES = (averaged, in_millions, moved, of_all_voters, of_her_own, spoilt)
"""Votes that stand in nobody's row, whatever is told of them."""


@woken_by(Sense.VOTE)
def beside_others(view: View) -> FigureRole | None:
    """`3 bin 175 oyluk MHP adayı`, `403 oyluk CHP farkı`, `2.984 oyla İmamoğlu'nun gerisine`."""
    holder = isinstance(view.before[-1].data, Claimant) if view.before else False
    if holder and [one.fold for one in view.behind[:2]] == ["gecerli", "oy"]:
        # `Erdoğan 27 milyon 834 bin 589 geçerli oy`
        return VOTES
    if not view.follows(Sense.VOTE) or view.number.is_share:
        return None
    noun, ahead = view.behind[0], view.behind[1:4]
    if ahead and ahead[0].fold.startswith("eksik"):
        # `23 bin 112 oyu eksik kaldı`
        return WHOSE
    if _is_told_gap(view, noun):
        return lead_of(view)
    if (by_so_many := _ahead_by(view, noun, ahead)) is not None:
        return by_so_many
    if noun.fold == "oyluk" and ahead and (unknown(ahead[0]) or _holds_votes(ahead[0])):
        # `500 oyluk sapma`, `2 bin oyluk sandık torbası`: of what nobody counts.
        return WHOSE
    if noun.fold == "oy" and ahead and ahead[0].fold == "farkin":
        # `aldığı 210 bin oy farkın yarısı`: of the gap, and not it.
        return WHOSE
    if noun.fold == "oyluk" and ahead and isinstance(ahead[0].data, Claimant):
        return lead_of(view) if any(one.word(Sense.GAP) for one in ahead) else VOTES
    if noun.fold == "oyla" and view.number.value < _LARGE and _leaves_behind(view, ahead):
        return LEAD
    behind = noun.fold.startswith("oyla") and any(one.word(Sense.BEHIND_OF) for one in ahead)
    if noun.fold.startswith("oyla") and ahead[:1] and ahead[0].fold.startswith("kaybe"):
        # `Turan'a 7 bin 308 oyla kaybeden Polat`: to her, by so many or with so many.
        to_her = (isinstance(one.data, Claimant) and one.case == "dat" for one in view.before)
        behind = behind or any(to_her)
    # By so many, or with so many; `182 bin 977 oyla onun ardında sıralandı`: with.
    with_so_many = any(one.fold in ("ardinda", "ardindan", "arkasinda") for one in ahead)
    return WHOSE if behind and not (with_so_many and view.number.value >= _FEW) else None


def _is_told_gap(view: View, noun: Unit) -> bool:
    """`1 milyon 1 bin 641 oy: İmamoğlu'nun farkı`, `... oy: Dedetaş'ın Türkmen'e attığı fark`."""
    units, head = view.clause.units, view.clause.head
    last = units[-1] if head is None else head
    told = noun.fold == "oy" and view.at == 0 and len(view.clause.numbers) == 1
    return told and len(units) > 3 and units[2].mark(":-") and last.word(Sense.GAP)


def _holds_votes(noun: Unit) -> bool:
    """`sandık`, `tutanak`, `seçmen`: where votes are, and no gap."""
    return noun.word(Sense.BOX, Sense.VOTER)


def _leaves_behind(view: View, ahead: Sequence[Unit]) -> bool:
    """`Köseler, Murat Aydın'ı 1.412 oyla geride bıraktı`: by so few, and not with them."""
    told = [unit.fold for unit in ahead[:2]]
    left = len(told) > 1 and told[0] == "geride" and told[1].startswith("birak")
    named = any(isinstance(one.data, Claimant) and one.case == "acc" for one in view.before)
    rival = any(one.fold.startswith("rakib") for one in view.before)
    return left and (named or rival) and len(view.clause.numbers) == 1


@woken_by(Sense.VOTE)
def votes(view: View) -> FigureRole | None:
    """A number with `oy` behind it: votes, a lead (`403 oyla önde`), or no contender's at all."""
    if not view.follows(Sense.VOTE) or view.number.is_share:
        return None
    unit, ahead = view.behind[0], _ahead(view)
    aside = view.before[-1:] + view.behind[1:2]
    valid = view.number.partitive and not any(
        one.word(Sense.ASIDE) and one.fold != "gecerli" for one in view.before
    )
    told = any(
        one.word(Sense.ASIDE, Sense.TOTAL) and not one.fold.startswith("toplam") for one in aside
    )
    # `kullanılan oylarda Kurum, İmamoğlu'nun 107 oy gerisinde`: a gap, whatever it is in.
    gap = any(one.word(Sense.AHEAD_OF, Sense.BEHIND_OF) for one in view.behind[1:3])
    if not valid and (told or (view.said(Sense.ASIDE) and not gap)):
        return NO_VOTES
    key = view.key()
    beside = unit.fold.startswith("oyla") and any(one.word(Sense.GAP) for one in ahead[:2])
    if beside and view.number.value >= _LARGE:
        return ROUGH
    between = any(one.fold == "arasinda" for one in view.before) and unit.fold == "oy"
    # `aradaki 2 bin 569 oy`
    between |= any(one.fold == "aradaki" for one in view.before[-1:])
    if (
        between
        or goes_on(view)
        or _joined_to_points(view)
        or any(one.word(Sense.GAP) for one in ahead[:2])
        or unit.fold == "oyluk"
        or (unit.fold == "oy" and any(one.fold.startswith(_BESIDE) for one in ahead[:1]))
        or (key and key[0] is Sense.GAP)
        or (view.topic is Sense.GAP and view.clause.units[0].mark(":") and not _named(view))
    ):
        # `fark 1 milyonu devirdi: tam 1 milyon 2 bin 848 oy`
        return lead_of(view)
    if any(one.fold.startswith("kullan") for one in ahead[:2]) or (
        unit.case == "gen" and view.clause.has(Sense.ASIDE)
    ):
        return NO_VOTES
    if unit.fold.startswith("oyla") and leads_alone(view):
        return LEAD if view.number.value < _LARGE else ROUGH
    if (few := _by_few(view, unit, ahead)) is not None:
        return few
    if _changed(view, unit, ahead[:1]):
        return CHANGE
    if reached(view):
        return CHANGE if view.case == "abl" else LEAD if _of_the_gap(view) else VOTES
    return VOTES if view.number.is_count or view.number.whole else ODD


def _named(view: View) -> bool:
    """`fark açılıyor: İmamoğlu 4 milyon 301 bin, Kurum 3 milyon 401 bin oyda`: hers."""
    return any(isinstance(one.data, Claimant) for one in view.before)


_WON = ("kazan", "kaybe", "secil", "gogusle", "yeniden", "dusur")


def _by_few(view: View, unit: Unit, ahead: list[Unit]) -> FigureRole | None:
    """By so many, or with so many: `189 oyla kazandı`, `yarış 214 oyla bitti`, `2.600 oya denk`."""
    few = unit.fold == "oyla" and view.number.value < _FEW
    if few and any(one.fold.startswith(_ENDED) for one in view.behind[1:]):
        # `yarış 214 oyla bitti`; `dördüncülük 74 oyla belirlendi`: not of the first.
        return WHOSE if view.said(Sense.RANK) else LEAD
    lone = len(view.clause.numbers) == 1 and not view.clause.has(Sense.RESULT, Sense.RANK)
    lone = lone or any(one.fold.startswith(_WON) for one in view.clause.words)
    # `Fatih'i 2.813 oyla AK Parti aldı`: by so many, most likely.
    taken = any(isinstance(one.data, PlaceName) and one.case == "acc" for one in view.clause.units)
    taken = taken and unit.fold == "oyla" and view.number.value < _LARGE
    whole = unit.fold == "oyla" and view.number.value % (10 * _LARGE) == 0
    few = few or taken or (whole and any(one.fold.startswith("kazan") for one in ahead[:1]))
    lone = lone or taken
    # `23 bin oyla kazandı, oranı 49,8`
    round_ = view.number.value < 10 * _LARGE and view.number.value % 1000 == 0
    won = unit.fold == "oyla" and round_ and any(one.fold.startswith("kazan") for one in ahead[:1])
    few = few or (won and lone)
    worth = unit.case == "dat" and ahead[:1] and ahead[0].word(Sense.WORTH)
    if worth or (few and lone):
        return WHOSE
    return None


def _ahead_by(view: View, noun: Unit, ahead: list[Unit]) -> FigureRole | None:
    """`300 bin oyla önde, Kurum 1 milyon 200 bin oyda`; `bin 529 oy geriden gelerek`: no lead."""
    if noun.fold == "oy" and [one.fold for one in ahead[:2]] == ["geriden", "gelerek"]:
        return CHANGE
    leads = noun.fold.startswith("oyla") and ahead[:1] and ahead[0].fold.startswith("onde")
    if leads and view.number.value < _LARGE:
        return LEAD
    return ROUGH if leads and view.number.value % 1000 == 0 else None


def _of_the_gap(view: View) -> bool:
    """`fark 12 bin oydan 14 bin oya çıktı`: nobody's votes since the word."""
    units = view.clause.units
    gap = max((at for at in range(view.at) if units[at].word(Sense.GAP)), default=view.at)
    since = units[gap : view.at]
    return bool(since) and not any(isinstance(unit.data, Claimant) for unit in since)


def _changed(view: View, noun: Unit, ahead: list[Unit]) -> bool:
    """`1.200 oy kaybetti`, `12 bin oy artışla`, `450 oydan oldu`: how many more or fewer."""
    if noun.case == "abl" and ahead and ahead[0].fold.startswith("ol"):
        return True
    key = view.key()
    lost = Sense.CHANGE in view.clause.predicate or _falls_with_its_share(view)
    told = lost or (key is not None and key[0] is Sense.SHIFT)
    return noun.fold == "oy" and (told or bool(ahead and ahead[0].word(Sense.SHIFT)))


def _falls_with_its_share(view: View) -> bool:
    """`23 bin oy, yüzde 0,3 geriledi`: both say by how much."""
    rest = view.clause.units[view.at + 2 : view.at + 5]
    listed = len(rest) == 3 and rest[0].mark(",/") and isinstance(rest[1].data, Number)
    return listed and not rest[1].case and rest[2].word(Sense.SHIFT, Sense.MOVE, Sense.CHANGE)


@woken_by(words=("oya", "oyla"))
def by_ballot(view: View) -> FigureRole | None:
    """`kurul 5'e 2 oyla karar verdi`: how a board voted; `183 bin 62 oya karşı 100 bin 447`."""
    if [unit.fold for unit in view.behind[:2]] == ["oya", "karsi"] and view.number.is_count:
        return VOTES
    units = view.clause.units
    if view.number.is_share or view.number.value >= _BOARD:
        return None
    # `4'e karşı 3 oyla reddetti`: the other side of the board, too.
    first = view.at if view.case in ("dat", "possdat") else max(view.last, 0)
    each = units[first].data
    told = isinstance(each, Number) and not each.is_share and each.case in ("dat", "possdat")
    beside = units[first + 1 : first + 2]
    second = first + 2 if beside and beside[0].fold == "karsi" else first + 1
    return NOTHING if told and _by_votes(units, second) and view.at in (first, second) else None


def _by_votes(units: Sequence[Unit], at: int) -> bool:
    pair = units[at : at + 2]
    return len(pair) > 1 and isinstance(pair[0].data, Number) and pair[1].fold.startswith("oyla")


@woken_by(words=("oyda",))
def so_far(view: View) -> FigureRole | None:
    """`sayılan 400 bin oyda CHP yüzde 51,1`: of how many votes, and nobody's own."""
    units, at = view.clause.units, view.at
    based = view.next is not None and view.next.fold == "oyda" and not view.number.is_share
    if not based or any(isinstance(unit.data, Claimant) for unit in units[:at]):
        return None
    named = next((one for one in range(at, len(units)) if isinstance(units[one].data, Claimant)), 0)
    valued = bool(named) and named + 1 < len(units) and isinstance(units[named + 1].data, Number)
    gap = len(view.behind) > 1 and view.behind[1].word(Sense.GAP)
    return NO_VOTES if valued or gap or view.said(Sense.OPENED) else None


@woken_by(words=("fark",))
def gapped(view: View) -> FigureRole | None:
    """`Gürel 1.204 oy, Subaşı 3.311 oy farkla önde`: the last word may be of both numbers."""
    units = view.clause.units
    if view.next is not None and view.next.mark(",") and _gap_at_last(view):
        return LEAD
    if view.next is None or view.next.fold != "oy" or view.number.is_share:
        return None
    if not (view.at + 2 < len(units) and units[view.at + 2].mark(",")):
        return None
    ahead = pairwise(units[view.at + 3 :])
    # `Turan 2.813 oy, yüzde 1,2 farkla kazandı`
    both = any(
        (one.word(Sense.VOTE) or _is_share(one)) and two.fold.startswith("fark")
        for one, two in ahead
    )
    return WHOSE if both else None


def _gap_at_last(view: View) -> bool:
    """`Fatih'i AKP 9 bin 348, Ümraniye'yi 9 bin 430 oy farkla aldı`: the noun stands once."""
    units, last = view.clause.units, view.clause.numbers[-1]
    told = [unit.fold[:4] for unit in units[last + 1 : last + 3]] == ["oy", "fark"]
    places = sum(isinstance(unit.data, PlaceName) for unit in units)
    leaders = sum(isinstance(unit.data, Claimant) and unit.case != "acc" for unit in units)
    return told and leaders in (1, places) and places == len(view.clause.numbers) > 1


def _joined_to_points(view: View) -> bool:
    """`88 bin 402 oy ve 13,2 puan fark attı`: both tell the lead."""
    if _behind_points(view):
        return True
    units = view.clause.units[view.at + 2 : view.at + 6]
    if len(units) < 3 or not (units[0].fold == "ve" or units[0].mark(",(/")):
        return False
    number, noun = units[1], units[2]
    joined = isinstance(number.data, Number) and noun.word(Sense.POINT)
    return joined and view.clause.has(Sense.GAP, Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF)


def _behind_points(view: View) -> bool:
    """`fark 3,55 puan, 16 bin 189 oy`: the same gap once more."""
    at = view.at
    noun, mark = view.clause.units[at - 2 : at] if at > 2 else (None, None)
    told = noun is not None and noun.word(Sense.POINT) and view.earlier.get(at - 3) == LEAD
    parted = mark is not None and (mark.mark(",(/") or mark.fold == "ve")
    ahead = view.behind[1:2]
    return told and parted and (not ahead or isinstance(ahead[0].data, Mark))


def bracketed(view: View, at: int) -> bool:
    return bool(at) and view.clause.units[at - 1].mark("(")


def holders_role(view: View, siblings: Sequence[Number], held: Part | None) -> FigureRole:
    """A number nothing else claims: a contender's share or votes, by its form and its siblings'."""
    number = view.number
    if number.is_share:
        return SHARE
    if number.form is Notation.SPOKEN and number.value % _ROUND == 0:
        # `16 milyon kazandı`: a manner of speaking.
        return ROUGH
    noun = view.next.data if view.next is not None else None
    strange = isinstance(noun, Word) and not noun.senses - {Sense.RIVAL} and noun.verb is None
    if strange and isinstance(noun, Word) and not noun.capital:
        # `650 bin konut`: a noun nobody counts on such a night.
        beside = view.before[-1].data if view.before else None
        told = number.suffix or (number.is_count and isinstance(beside, Claimant))
        return UNITLESS if told else NOTHING
    if (
        number.is_count
        or (number.whole and number.value >= _LARGE)
        or (number.value >= 100 and view.said(Sense.VOTE) and not view.said(Sense.RATE))
    ):
        return VOTES
    known = view.next is None or isinstance(
        view.next.data, Mark | Claimant | PlaceName | RaceName | AgencyName | Day | Clock
    )
    linked = view.next is not None and view.next.word(
        Sense.LINK, Sense.RESULT, Sense.STAY, Sense.AHEAD
    )
    if not (known or linked) and not number.suffix:
        return (
            NOTHING
            if isinstance(view.next and view.next.data, Word) and not view.before
            else UNITLESS
        )
    last = view.clause.units[view.last].data if view.last >= 0 else None
    if bracketed(view, view.at) and isinstance(last, Number) and last.is_share and number.whole:
        # `CHP 38,08 (4)`: a second share nobody has.
        return UNITLESS
    if any(one.is_share for one in siblings) and number.value <= 100:
        return SHARE
    words = any(isinstance(unit.data, Word) for unit in view.clause.units)
    # `Ali Kaya (34) oy kullandı` below a list of votes: few, and no line of that list.
    few = number.value < 100 and (words or bracketed(view, view.at))
    if number.value < _THOUSAND and any(_in_thousands(one) for one in siblings):
        # `Dedetaş 160 bin, Türkmen 137`: thousands, or so few.
        return UNITLESS
    if any(one.is_count for one in siblings) or (held is Part.VOTES and not few):
        return VOTES
    return UNITLESS


def _in_thousands(number: Number) -> bool:
    return number.form is Notation.SPOKEN and number.value % _THOUSAND == 0


_THOUSAND = 1_000


def _is_share(unit: Unit) -> bool:
    return isinstance(unit.data, Number) and unit.data.is_share
