"""Whether a figure may be a contender's at all, by the words beside it that nobody here knows.

`yüzde 12 pahalanan ekmek`, `iddaa oranı 1.42`, `bahis siteleri İmamoğlu'na 1.42 veriyor`: what the
desk cannot explain is asked about, whoever is named in the sentence. So are places nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from desk.reading.grammar.clauses import Clause
from desk.reading.numbers import Number
from desk.reading.races import COUNCIL, MAYOR, SPOKEN, TOWN
from desk.reading.tokens import fold
from desk.reading.units import Claimant, PlaceName, Unit, Word
from desk.reading.vocabulary import Sense

_BODIES = (
    *("secimini", "seciminden", "yarisini", "belediyesini", "baskanligini", "ilcesini", "ilini"),
    *("sehri", "kenti"),
)
"""What a contender takes: no measure of something else."""

_GOODS = ("faiz", "enflasyon", "zam", "indirim", "dolar", "euro", "altin", "bist", "kira")
"""What has rates of its own."""


_SAYERS = ("diyen", "verenler", "kullananlar", "liste")
"""`'Evet' diyenler 289 bin 986'da kaldı`, `CHP listesine 179 bin 402`: those who voted so."""
MISSIONS = (
    *("konsoloslugu", "elciligi", "temsilciligi", "okulu", "lisesi", "koleji", "cezaevi"),
    *("hastanesi", "huzurevi", "mahallesi", "koyu"),
)
"""`Viyana Başkonsolosluğu`, `Moda İlkokulu`: a place that no night has by this name."""
_INSIDE = re.compile(r"\w{2,}[iu]nd[ae](?:ki\w*)?")
_WHOLE = (
    *("tarih", "secim", "yaris", "sonuc", "genel", "il", "belediye", "buyuksehir", "baskan"),
    "merkez",
)
_TOLD = ("haber", "veri", "oy", "rakam", "tablo", "bulten", "sandi", "sayim", "liste")
_WHERE = re.compile(
    r"\w{3,}(?:[ae]r[ae]k|[iu]nc[ae])|(?:pusula|ekran|tamam|tablo|cati|yaris)\w*nd[ae]"
)
_OTHER_PARTS = re.compile(
    r"(?:aday )?(?:cikar|goster|koy)m[ae]d[iu]g|alamad[iu]g[iu]|\w+ kati *$"
    r"|(?:oylar[iu]n[iu]n |oyunun )?(?:da |de )?destegiyle"
    r"|ile birlikte|lehine(?! sonuc)|aleyhine(?! sonuc)|oylar[iu]yla|oyuyla (?!bir|ilk|onde|kazan)"
)
_AGAINST_HER = re.compile(
    r"(?:oy )?(?:ver|git|cik)m[ae](?:y[ae]n|d)|yenil|kaybet|kaptir|en yakin"
    r"|(?:yakin|benzer|esit) *$"
)
_BESIDE_HER = re.compile(
    r"(?:(?:da|de|ve|@) )*(?:0 (?:puan|oy) )?(?:alt|ust|uzer|geris|on|ard)[iu]nd[ae]\b|0 kars[iu]"
)
_SIDING = ("destekl", "kutla", "tebrik")
"""What others do for one who gets the votes."""
_POSSESSED = ("nin", "nun", "ndan", "nden", "nda", "nde", "yla", "yle")
"""How a noun ends that something is said with, not of."""


def unknown(unit: Unit) -> bool:
    """A word in small letters that the desk's lists do not have, neither as noun nor as verb."""
    word = unit.data
    return (
        isinstance(word, Word) and not (word.senses or word.capital or word.verb) and not unit.case
    )


def strangely_told(clause: Clause, at: int, owner: Unit) -> bool:
    """Whether words nobody knows say whose or what the figure at ``at`` is."""
    units = clause.units
    return (
        _noun_before(units, at)
        or _noun_behind(units, at)
        or _only_noticed(units, at)
        or _odds(units, at)
        or _noun_of(units, owner)
        or _from_another(units, at, owner)
        or _given_by_strangers(clause, owner)
        or has_another_part(units, owner)
        or _measures_another(units, at, owner)
    )


def has_another_part(units: Sequence[Unit], owner: Unit) -> bool:
    """Who has another part in what is told than to get the votes.

    `İmamoğlu'na oy vermeyenler`, `DEM'in aday çıkarmadığı Kadıköy'de`, `DEM oylarının desteğiyle`,
    `oyu İmamoğlu'nunkine yakın: …`.
    """
    at = _place_of(units, owner)
    told = " ".join(unit.fold for unit in takewhile(_is_no_figure, units[at + 1 : at + 5]))
    if _OTHER_PARTS.match(told) or (owner.case == "dat" and _AGAINST_HER.match(told)):
        return True
    if owner.case != "acc" and any(unit.fold.startswith(_SIDING) for unit in units):
        # `DEM, Esenyurt'ta CHP'yi destekledi: 49,0`, `Dedetaş'ı İmamoğlu kutladı`
        return any(isinstance(unit.data, Claimant) and unit.case == "acc" for unit in units)
    return False


def _measures_another(units: Sequence[Unit], at: int, owner: Unit) -> bool:
    """`Dedetaş İmamoğlu'nun 2,3 puan altında, 49,8'de`, `Aydın'ın 44,9'una karşı 45,8`."""
    start = _place_of(units, owner) + 1
    told = " ".join(_letters(unit) for unit in units[start:at])
    if owner.case == "gen" and _BESIDE_HER.match(told):
        # `Kurum'un 8,4 puan önünde: yüzde 50,1'e yüzde 41,7` gives hers last.
        return sum(isinstance(unit.data, Number) for unit in units[start:]) < 3
    return told.startswith("kadar")


def _letters(unit: Unit) -> str:
    """A unit for a pattern over several: `0` a number, `@` a contender."""
    if isinstance(unit.data, Number):
        return "0"
    return "@" if isinstance(unit.data, Claimant) else unit.fold


def _place_of(units: Sequence[Unit], owner: Unit) -> int:
    return next((at for at, one in enumerate(units) if one.start == owner.start), len(units))


def _is_no_figure(unit: Unit) -> bool:
    return not isinstance(unit.data, Number)


def _only_noticed(units: Sequence[Unit], at: int) -> bool:
    """`Kurum 50,4'ü duyunca sustu`: a verb nobody gets votes by has the figure as its object."""
    number, behind = units[at], units[at + 1] if at + 1 < len(units) else None
    if behind is None or not isinstance(number.data, Number) or number.data.suffix not in _OBJECT:
        return False
    # `oranı yüzde 80,4'ü görünce`
    seen = behind.fold.startswith("gor") and (number.data.percent or behind.fold not in _NOTICES)
    kept = seen or behind.fold in _KEPT
    return (unknown(behind) or behind.fold in _NOTICES) and not kept


_OBJECT = ("i", "u", "yi", "yu")
_KEPT = ("elinde", "uygun", "layik")
_NOTICES = ("kabul", "gorunce", "gorup")


def _from_another(units: Sequence[Unit], at: int, owner: Unit) -> bool:
    """`CHP İYİ Parti'den yüzde 7 oy aldı`: of the other's votes."""
    before = units[at - 1] if at else owner
    flows = isinstance(before.data, Claimant) and before.case == "abl"
    return flows and isinstance(owner.data, Claimant) and owner.data.is_party


def _numbers(clause: Clause) -> list[Number]:
    return [unit.data for unit in clause.units if isinstance(unit.data, Number)]


def _noun_before(units: Sequence[Unit], at: int) -> bool:
    """`metro payı yüzde 38`, `iddaa oranı 1.42`: the noun before a share is not known."""
    before = units[at - 1] if at else None
    if before is None or not isinstance(before.data, Word):
        return False
    if before.data.capital:
        # `Trabzon'da Genç yüzde 46,9`: a capital that may be anybody's.
        return not before.data.senses - {Sense.THING, Sense.AREA} and not before.data.verb
    if before.fold.startswith(_SAYERS):
        return False
    with_it = ("oyla", "oyuyla", "oraniyla")
    if units[at].case == "ins" or (at + 1 < len(units) and units[at + 1].fold in with_it):
        # `ikinci dönemine 174 bin 553 oyla başlıyor`: with so many.
        return False
    noun = units[at - 2] if before.word(Sense.RATE) and at > 1 else before
    if noun.fold.startswith(_BODIES):
        # `Yozgat belediyesini yüzde 40,1 oyla ... kazandı`
        return False
    if noun is before and _WHERE.fullmatch(noun.fold):
        # `CHP rekor kırarak yüzde 54,1`, `pusulada yüzde 4,1`: how or where, and not of what.
        return False
    return unknown(noun) or noun.fold in _GOODS


def _noun_behind(units: Sequence[Unit], at: int) -> bool:
    """`yüzde 40 indirimli ulaşım`, `yüzde 12 pahalanan ekmek`: of something else."""
    number = units[at].data
    assert isinstance(number, Number)
    behind = units[at + 1] if at + 1 < len(units) else None
    if behind is None or number.suffix or units[at].case:
        return False
    return unknown(behind) and not (not number.percent and _name_ahead(units, at + 1))


def _name_ahead(units: Sequence[Unit], at: int) -> bool:
    """`bbp 46,1 hilmi bilgin akp 33,6`: a name in small letters before its party and figure."""
    stop = at
    while stop < min(at + 4, len(units)) and unknown(units[stop]):
        stop += 1
    rest = units[stop : stop + 2]
    party = len(rest) == 2 and isinstance(rest[0].data, Claimant) and rest[0].data.is_party
    return stop - at > 1 and party and isinstance(rest[1].data, Number)


def _noun_of(units: Sequence[Unit], owner: Unit) -> bool:
    """`İYİ Parti ortaklığının ardından`: the owner is only part of what is spoken of."""
    at = _place_of(units, owner)
    behind = units[at + 1] if at + 1 < len(units) and not owner.case else None
    noun = behind is not None and unknown(behind) and behind.fold.endswith(_POSSESSED)
    return noun and behind is not None and not behind.fold.startswith(_SAYERS)


def _odds(units: Sequence[Unit], at: int) -> bool:
    """`1.42 oran veriyor`: no share of votes."""
    rest = [unit.fold for unit in units[at + 1 : at + 3]]
    return len(rest) > 1 and rest[0] == "oran" and rest[1].startswith(("ver", "biciyor"))


def _given_by_strangers(clause: Clause, owner: Unit) -> bool:
    """`Bahis siteleri İmamoğlu'na 1.42 ...`: somebody nobody knows gives, not the voters."""
    if owner.case != "dat" or not clause.has(Sense.GIVE) or clause.has(Sense.VOTE):
        return False
    if any(one.is_count or one.percent for one in _numbers(clause)):
        return False
    for unit in clause.units:
        if unit is owner or isinstance(unit.data, Number):
            return False
        if unknown(unit):
            return True
    return False


def is_strange_town(units: Sequence[Unit], at: int) -> bool:
    """`Mimarsinan Belediyesi'nde`, `Güneş ilçesinde`: a town's name that nobody knows."""
    name, behind = units[at], units[at + 1] if at + 1 < len(units) else None
    if not isinstance(name.data, Claimant) or behind is None or name.case:
        return False
    within = at > 0 and isinstance(units[at - 1].data, PlaceName)
    if name.data.known or name.data.sure or within or behind.case in ("acc", "dat", "gen"):
        return False
    return behind.race(MAYOR, TOWN, COUNCIL, SPOKEN) or behind.fold.startswith("ilcesi")


def is_inside(place: Unit, noun: Unit) -> bool:
    """`Pendik sahilindeki sandıklarda`, `Denizli-Manisa hattında`: a part of it, or more."""
    if not isinstance(place.data, PlaceName) or place.case or not isinstance(noun.data, Word):
        return False
    part = _INSIDE.fullmatch(noun.fold) and not noun.fold.startswith(_WHOLE + _TOLD)
    return bool(part) and not noun.data.senses - {Sense.TOTAL}


_QUARTERS = ("koy", "tepe", "bahce", "evler", "kent", "mah", "mh")


def is_quarter(units: Sequence[Unit], at: int) -> bool:
    """`Üsküdar / Kuzguncuk: …`, `Kadıköy (Moda): …`: a name nobody knows within a place."""
    data = units[at].data
    strange = isinstance(data, Word) and not (data.senses or data.verb)
    person = isinstance(data, Claimant) and not (
        data.known or data.sure or data.parties or data.people
    )
    if at < 1 or not (strange or person):
        return False
    mark = units[at - 1].mark("/(-–,>")
    inside = at > mark and isinstance(units[at - 1 - mark].data, PlaceName)
    behind = units[at + 1] if at + 1 < len(units) else None
    if behind is None or not inside:
        return False
    name = fold(data.text) if isinstance(data, Claimant) else units[at].fold
    capital = isinstance(data, Claimant) or (isinstance(data, Word) and data.capital)
    party = isinstance(behind.data, Claimant) and behind.data.is_party
    tight = mark and units[at - 2].end == units[at - 1].start == units[at].start - 1
    told = (mark and behind.mark("):>/-")) or (party and (tight or name.endswith(_QUARTERS)))
    return capital and bool(told)
