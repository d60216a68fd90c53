"""What only says against whom or what something stands: `İmamoğlu'nun en yakın rakibi 40,1`,
`Kadıköy'de katılım Üsküdar'dan yüksek`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from desk.reading.numbers import Day, Number
from desk.reading.tokens import fold
from desk.reading.units import UNSURE, AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense

_RIVALS = ("rakib", "rakip", "takipci")
_OTHERS = ("aday", "isim", "adayi", "ismi")
_HERS = ("belediyesi", "partisi")
"""`Bozbey'in eski belediyesi yüzde 59,7'yle CHP'de kaldı`: what is somebody's, and not she."""


_MORE = (
    *("az", "fazla", "cok", "yuksek", "dusuk", "hizli", "yavas", "iyi", "kotu", "erken", "gec"),
    *("farkli", "ayri", "buyuk", "kucuk", "ileri", "geri", "sonra", "daha", "once"),
)
_ALIKE = ("uyum", "ayni", "benze", "yakin", "esit", "ortus", "paralel")
_PLACED = ("altind", "ustund", "uzerind", "gerisind", "onund", "ardind", "arkasind", "pesind")
_PASSED = ("gecti", "gecerek", "geride", "solla", "yakala", "asti", "asarak")
_AGAINST = {
    "abl": _MORE,
    "gen": _PLACED,
    "dat": ("yakin", "benzer", "esit"),
    "acc": _PASSED,
    "other": (*_MORE, *_PASSED),
}
"""By the case of a name, the words that make it what something is compared with."""
_BESIDE = {
    "gen": ("aksine", "tersine"),
    "dat": ("kiyasla", "oranla", "nazaran"),
    "": ("kadar", "gibi"),
    "ki": ("gibi", "kadar"),
    "loc": ("gibi",),
}
_REACH = 80
"""Units around a name that are looked at: a long sentence's."""
_STOPS = ",;.:!?|/()"
_BUT = ("haric", "disind")
_NOT_YET = ("yok", "henuz", "bekle", "birazdan", "gecik")
_NOT_IN = re.compile(
    r"yok$|^henuz|^bekl[ie]|^(?:gel|gir|acil|acikla|guncellen|gonder|ulas|yansi)\w*?m(?:[ea]d|[iu]yor)"
)
"""`Kadıköy daha gelmedi`, `Kadıköy'den veri yok`, `Kadıköy'ü bekliyoruz`"""
_WHETHER = ("mi", "mu")
_CAME_IN = re.compile(
    r"(?:gelen|girilen|eklenen) (?:veri|oy|sonuc|sandik)\w*l[ae]\b"
    r"|(?:veri|oy|sonuc|sandi)\w* (?:da |de )?\w*(?:ince|inca|unca|unce|erek|arak)\b"
)
"""`Kadıköy'den gelen verilerle`, `Esenler'in sandıkları girilince`: the count elsewhere moved."""
_WON = ("kazanan", "alan", "kaybeden", "yoneten", "koruyan")
_WINNER = ("galibi", "kazanani", "birincisi", "maglubu")
_TIMES = ("onda", "yarisi", "yarisindan", "iki", "uc", "ucte", "dortte", "beste")
"""`Tuzla'nın onda biri`, `Tuzla'nın iki katı`: how many times another's."""
_GOING_ON = ("suruyor", "devam", "sayiliyor")
_NOT_DONE = re.compile(r"\wm(?:[ea]d|[iu]yor|[ea]m[iu]s)")
"""`geçmedi`, `vermiyor`, `açıklamamış`"""
_MOST = re.compile(r"(?:[gk][iu]|azi|fazlasi|iyisi|kotusu)$")
"""`İstanbul'un en düşüğü`: among which it is told."""
_THEIRS = re.compile(r"(?:oy|oran|veri|rakam|sonuc|katilim)\w*?(?:(d[ae]n)|(n[iu]n))")
"""`Üsküdar'daki oyundan`, `başkanlık oyunun`: what is somebody's has the case of the name."""


def uncompared(units: Sequence[Unit]) -> list[Unit]:
    """A line without the places, agencies and contests that something is only compared with.

    `Kadıköy'de katılım Üsküdar'dan yüksek`, `AA, ANKA'nın aksine ...`: where another of its kind
    is named in the sentence, the figures are that one's. So they are beside one that has none yet.
    """
    dropped: set[int] = set()
    for at, unit in enumerate(units):
        if isinstance(unit.data, AgencyName | PlaceName | RaceName):
            stop = _measure_ends(units, at)
            most = stop == at + 1 and units[stop].fold == "en"
            # `Kadıköy'deki kadar olmasa da`: of the place told before.
            most |= bool(stop) and unit.case == "ki" and units[stop - 1].fold == "kadar"
            if stop and (most or type(unit.data) is RaceName or _another(units, at, dropped)):
                dropped.update(range(at, stop))
                gap = [one.fold for one in units[stop + 1 : stop + 3]]
                if gap[:1] == ["puan"] and gap[-1].startswith(_PLACED):
                    # `Esenler'in 1 puan altında`: nobody leads by it.
                    dropped.add(stop + 2)
            elif not isinstance(unit.data, PlaceName) and _tells_of_none(units, at):
                far = isinstance(unit.data, AgencyName)
                dropped |= {at} if _another(units, at, dropped, "" if far else ".!?") else set()
    return [
        replace(unit, case=UNSURE)
        if isinstance(unit.data, PlaceName) and _only_told_about(units, at)
        else unit
        for at, unit in enumerate(units)
        if at not in dropped
    ]


def _only_told_about(units: Sequence[Unit], at: int) -> bool:
    """A place that may have none of the figures behind it.

    `Kadıköy daha gelmedi`, `Üsküdar'ı kazanan CHP`, `Pendik'te Tuzla'daki tablonun aksine`,
    `Tuzla'nın onda biri`, `..., Tuzla'da da önde, ...`.
    """
    place, after = units[at], [unit.fold for unit in units[at + 1 : at + 3]]
    if not after:
        return False
    behind = any(isinstance(unit.data, Number) for unit in units[at + 1 : at + _REACH])
    told = " ".join(unit.fold for unit in units[at + 1 : at + 4])
    if behind and (after[0] in _WHETHER or (place.case in ("gen", "abl") and _CAME_IN.match(told))):
        return True
    plain = [*takewhile(_is_plain, units[at + 1 : at + 5])]
    # `Kadıköy daha gelmedi`; of `Esenler'de meclis henüz girilmedi` something else is not in.
    own = 2 if place.case in ("", "abl", "acc") else 0
    if behind and any(_NOT_IN.search(unit.fold) for unit in plain[:own]):
        return True
    if not (behind and _named_before(units, at)):
        return False
    if any(_NOT_IN.search(unit.fold) for unit in plain):
        return True
    if (place.case == "acc" and after[0] in _WON) or (place.case == "gen" and after[0] in _WINNER):
        return True
    before = units[at - 1 - (units[at - 1].fold in ("de", "da"))]
    if place.case == "ki" and before.case == "loc" and isinstance(before.data, PlaceName):
        return not _inside(before, place)
    if place.case == "gen" and after[0] in _TIMES:
        return True
    if place.case != "loc" or not any(unit.word(Sense.AHEAD) for unit in plain):
        return False
    first, _ = _between(units, at, ",;.)")
    return not any(isinstance(unit.data, Number | Claimant) for unit in units[first:at])


def _is_plain(unit: Unit) -> bool:
    """A word that names nothing and counts nothing."""
    return isinstance(unit.data, Word)


def _named_before(units: Sequence[Unit], at: int) -> bool:
    """Whether another place is named before the one at hand, in its line."""
    place = units[at].data
    return any(
        isinstance(one.data, PlaceName) and one.data != place
        for one in units[max(0, at - _REACH) : at]
    )


def _inside(whole: Unit, part: Unit) -> bool:
    """Whether one place may lie in the other."""
    if not (isinstance(whole.data, PlaceName) and isinstance(part.data, PlaceName)):
        return False
    return any(one.province in whole.data.names for one in part.data.entries)


def _measure_ends(units: Sequence[Unit], at: int) -> int:
    """Where the words end that have no meaning without the name they compare with; or 0."""
    case, stop = units[at].case, at + 1
    rest = units[stop : stop + 6]
    if rest and (theirs := _THEIRS.fullmatch(rest[0].fold)):
        case, stop, rest = "abl" if theirs[1] else "gen", stop + 1, rest[1:]
    if not rest:
        return 0
    if case == "gen" and rest[0].fold == "en" and len(rest) > 1 and _MOST.search(rest[1].fold):
        return stop
    if rest[0].fold in _BESIDE.get(case, ()):
        return stop + 1
    if case == "dat" and rest[0].fold == "gore" and len(rest) > 1:
        placed = isinstance(units[at].data, PlaceName)
        return stop + 1 if placed or rest[1].fold.startswith(_MORE) else 0
    if case in ("", "ins") and rest[0].fold == "ile":
        return stop + 1 if len(rest) > 1 and rest[1].fold.startswith(_ALIKE) else 0
    if case == "ins":
        return stop if rest[0].fold.startswith(_ALIKE) else 0
    if isinstance(rest[0].data, Number) and len(rest) > 1 and rest[1].fold in ("puan", "oy"):
        # `Maltepe'den 2,7 puan az`; where nothing else is told the gap is what is asked about.
        behind = units[stop + 2 : stop + _REACH]
        alone = not any(isinstance(unit.data, Number) for unit in behind)
        rest = [] if alone else rest[2:]
    told = rest[0].fold if rest else ""
    return stop if told and told.startswith(_AGAINST.get(case, ())) else 0


def _tells_of_none(units: Sequence[Unit], at: int) -> bool:
    """`..., ANKA'nın verisi gecikti, ...`, `ilçe başkanlığı birazdan: ...`: it has no figures."""
    first, stop = _between(units, at, _STOPS)
    inside = units[first:stop]
    if first and units[first - 1].mark("("):
        # A bracket is taken out with all it tells.
        return False
    behind = any(isinstance(unit.data, Number) for unit in units[stop : stop + _REACH])
    if not behind or any(isinstance(unit.data, Number | Claimant) for unit in inside):
        return False
    heads = stop < len(units) and units[stop].mark(":")
    told = _NOT_YET if heads else (*_NOT_YET, *_GOING_ON)
    return any(unit.fold.startswith(told) or _NOT_DONE.search(unit.fold) for unit in inside)


def _between(units: Sequence[Unit], at: int, marks: str) -> tuple[int, int]:
    """From where to where a unit stands between two of these marks, not too far from it."""
    low, high = max(0, at - _REACH), min(len(units), at + _REACH)
    first = next((one + 1 for one in range(at - 1, low - 1, -1) if units[one].mark(marks)), low)
    return first, next((one for one in range(at, high) if units[one].mark(marks)), high)


def _another(units: Sequence[Unit], at: int, dropped: set[int], ends: str = ".!?") -> bool:
    """Whether another of its kind is named, up to one of the marks ``ends`` on either side."""
    kind = type(units[at].data)
    for one in range(*_between(units, at, ends)):
        data = units[one].data
        if isinstance(data, kind) and one not in dropped and data != units[at].data:
            return True
    return False


def of_a_rival(units: Sequence[Unit], owner: Unit, value: int) -> bool:
    """Whether the figure at ``value`` is of somebody else than the one it was given to.

    `İmamoğlu'nun en yakın rakibi 40,1`, `Kurum'un yenildiği aday 50,9`, `50,9 alan rakibini`.
    """
    for verb, unit in pairwise(units[value + 1 : value + 5]):
        told = verb.data.verb if isinstance(verb.data, Word) else None
        if told is not None and told.form is Form.SUBJECT:
            if unit.fold.startswith(_RIVALS) and owner.start < units[value].start:
                return True
            break
    for before, unit, after in zip(units, units[1:value], units[2:], strict=False):
        if unit.start < owner.start or isinstance(after.data, Claimant):
            continue
        named = unit.fold.startswith(_RIVALS) and unit.case in ("", "gen")
        named |= unit.fold in _OTHERS and before.fold.endswith(("digi", "dugu", "tigi", "daki"))
        named |= unit.fold in _HERS and bool(before.fold or before.case == "gen")
        if named and not _counts_between(units, unit, value):
            return True
    return False


def is_summed(units: Sequence[Unit], owner: Unit, value: int) -> bool:
    """`Kurum + Altınöz = 43,5`, `Kurum, Altınöz: 43,5`, `İmamoğlu hariç hepsi 49,6`: of several."""
    at = next((one for one in range(value - 1, -1, -1) if units[one].start <= owner.start), 0)
    if units[at] is not owner:
        return False
    beside = [one.fold for one in units[at + 1 : at + 4]]
    if beside[0].startswith(_BUT) or (beside[0] == "ve" and beside[-1].startswith(_BUT)):
        return True
    joint, other = units[at - 1], units[at - 2].data
    if at < 2 or not isinstance(other, Claimant) or not isinstance(owner.data, Claimant):
        return False
    alike = (other.candidate is None) is (owner.data.candidate is None)
    heads = units[at + 1].mark(":=") and not (at > 2 and isinstance(units[at - 3].data, Number))
    return joint.mark("+&") or (joint.mark(",/") and heads and alike)


def _counts_between(units: Sequence[Unit], rival: Unit, value: int) -> bool:
    """`İmamoğlu rakibinin 11 puan önünde yüzde 51,2`: a figure before the one at ``value``."""
    return any(isinstance(one.data, Number) and one.start > rival.start for one in units[:value])


def named_behind(units: Sequence[Unit], owner: Unit, value: int) -> Unit | None:
    """`... en yakın rakibi yüzde 40,1'le Kurum oldu`: who that is, where she is named."""
    named = [unit for unit in units[value + 1 :] if isinstance(unit.data, Claimant)]
    alone = len(named) == 1 and not named[0].case
    return named[0] if alone and named[0].data != owner.data else None


def widens(units: Sequence[Unit]) -> bool:
    """`Yavaş farkı 28,8 puana çıkardı`, `rakibine 98 bin oy fark yaptı`: who does it leads."""
    if any(one.fold == "fark" and two.fold.startswith("yap") for one, two in pairwise(units)):
        return True
    does = ("cikar", "ac", "artir", "yukselt", "buyut", "tasi")
    gap = any(unit.fold in ("farki", "arayi", "makasi") for unit in units)
    return gap and any(
        unit.fold.startswith(does) and isinstance(unit.data, Word) and unit.data.verb is not None
        for unit in units
    )


def is_against(unit: Unit) -> bool:
    """`Kurum karşısındaki üstünlüğü`, `CHP'nin AK Parti'ye farkı`: what says before whom."""
    return unit.fold.startswith("karsisinda") or (
        isinstance(unit.data, Claimant) and unit.case == "dat"
    )


def has_upper_hand(units: Sequence[Unit], genitive: Sequence[Unit]) -> bool:
    """`Cin'in 8 bin 17 oyluk üstünlüğü`, of whom alone the clause speaks."""
    named = [unit for unit in units if isinstance(unit.data, Claimant)]
    upper = any(unit.fold.startswith("ustunlugu") for unit in units)
    return upper and len(named) == 1 and [*genitive] == named


def said_last(units: Sequence[Unit]) -> Unit | None:
    """`0,9 puan, önde Fuat Köse`, `önde olan yine İmamoğlu`: who leads, behind the word."""
    for at, unit in enumerate(units):
        if unit.fold != "onde" or not (at and isinstance(units[at - 1].data, Mark)):
            continue
        behind = [one for one in units[at + 1 :] if one.fold not in ("olan", "yine", "hala", "ise")]
        first = behind[0] if behind else unit
        return first if isinstance(first.data, Claimant) and not first.case else None
    return None


def is_followed(units: Sequence[Unit], at: int) -> bool:
    """`Güler'in yüzde 40,07'sini yüzde 36,52'yle İYİ Parti izledi`: hers, and others' are less."""
    owner, share = units[at - 1] if at else units[at], units[at]
    hers = isinstance(owner.data, Claimant) and owner.case == "gen" and share.case == "possacc"
    return hers and any(unit.fold.startswith(("izle", "takip")) for unit in units[at + 1 :])


def told_last(leading: Sequence[Unit], leaves: bool) -> Unit | None:
    """Who leads of those named before a lead: the last one, if she is not whom it `leaves` behind.

    `CHP adayı Kibar, MHP'li başkanı bin 204 oy farkla geride bıraktı`: an office in whatever case.
    """
    names = [fold(one.data.text) for one in leading if isinstance(one.data, Claimant)]
    left = leaves and len(names) > 1 and names[-1].endswith(("baskani", "adayi", "rakibi"))
    return leading[-2 if left else -1] if leading else None


def before_bracket(units: Sequence[Unit], at: int) -> Unit | None:
    """`Kurum (yüzde 40,7)`, `Döğücü'den (AK Parti, yüzde 41,5)`: who stands before it."""
    while at > 1 and (units[at - 1].mark(",") or isinstance(units[at - 1].data, Claimant)):
        at -= 1
    bracketed = at > 1 and units[at - 1].mark("(")
    return units[at - 2] if bracketed and isinstance(units[at - 2].data, Claimant) else None


def is_told_aside(units: Sequence[Unit], at: int) -> bool:
    """`CHP (eski AKP) 49,8`, `Cumhur İttifakı (AKP, MHP) 51,7`: in brackets behind whose it is.

    `CHP'nin adayı (Mansur Yavaş) 60,4` only says who that is.
    """
    opens = next((one for one in range(at, max(0, at - _ASIDE), -1) if units[one].mark("()")), 0)
    closes = next((one for one in range(at, len(units)) if units[one].mark("()")), 0)
    who, inner = units[opens - 1].data if opens else None, units[opens + 1 : closes]
    if not (closes and units[opens].mark("(") and isinstance(who, Claimant)):
        return False
    if any(isinstance(one.data, Number) for one in inner):
        return False
    named = [one.data for one in inner if isinstance(one.data, Claimant)]
    words = any(isinstance(one.data, Word) for one in inner)
    others = all(one.is_party and one.parties != who.parties for one in named)
    return words or len(named) > 1 or (who.is_party and others)


_ASIDE = 8


def runs_for_mayor(owner: Unit) -> bool:
    """`Büyükçekmece'de CHP'nin başkan adayı yüzde 48,0`: of the district she runs in."""
    holder = owner.data
    if not isinstance(holder, Claimant) or holder.people or holder.race or holder.hint:
        return False
    return " ".join(fold(holder.text).split()[-2:]) == "baskan adayi"


def was_then(units: Sequence[Unit], at: int) -> bool:
    """`Özhaseki'nin 2014'teki 412 bininden 301 bine indi`: of another election."""
    day = units[at + 1 : at + 2]
    return units[at].case == "gen" and bool(day) and isinstance(day[0].data, Day)
