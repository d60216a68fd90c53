"""Numbers of something else than this count: things, members, thresholds, parts, what was before.

Each rule looks at one number in its clause, as those of `rules` do.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from desk.reading.figures.leads import NEAR, lead_of
from desk.reading.grammar.clocks import is_hour
from desk.reading.grammar.rivals import is_followed
from desk.reading.grammar.roles import (
    CHANGE,
    HOPED,
    LEAD,
    NO_VOTES,
    NOTHING,
    OTHER_ELECTION,
    ROUGH,
    WHOSE,
    FigureRole,
    View,
    woken_by,
)
from desk.reading.grammar.times import then_of
from desk.reading.numbers import Day, Number
from desk.reading.races import COUNCIL
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Word
from desk.reading.vocabulary import Form, Sense

_NOTED = ("okunma", "yorum", "no", "dahili", "whatsapp", "tel", "hatti")
"""What has a number of its own: a message, a line."""


@woken_by(Sense.THING, Sense.NUMBERED, words=_NOTED)
def thing(view: View) -> FigureRole | None:
    titled = view.number.is_share and view.case == "ins"
    # `yüzde 51,5'le büyükşehir belediye başkanı`: what somebody is with it.
    if (view.follows(Sense.THING, Sense.NUMBERED) and not titled) or (
        view.before and view.before[-1].word(Sense.NUMBERED)
    ):
        # `İmamoğlu 51 puanda`
        scored = view.behind and view.behind[0].fold.startswith("puan") and view.before
        return WHOSE if scored and isinstance(view.before[-1].data, Claimant) else NOTHING
    last = view.before[-2:] if view.before and view.before[-1].mark(":.") else view.before[-1:]
    return NOTHING if last and last[0].fold in _NOTED else None


@woken_by(words=("baraj",))
def threshold(view: View) -> FigureRole | None:
    """`yüzde 10 barajını aşan`: the threshold itself; `barajı 1,9 puan aştı`: by how much."""
    passed = view.follows(Sense.POINT) and any(one.fold.startswith("baraj") for one in view.before)
    if passed:
        return CHANGE
    beside = view.next is not None and view.next.fold.startswith("baraj")
    # `yüzde 13,12'yle barajı aştı`: with what somebody is over it.
    return HOPED if beside and view.case != "ins" else None


@woken_by(Sense.THING)
def things(view: View) -> FigureRole | None:
    """`CHP Esenyurt'a 1.869, Şile'ye 131 müşahit gönderdi`: the noun stands once."""
    if view.number.is_share or not (view.next and view.next.mark(",")):
        return None
    units = view.clause.units
    last = max((at for at in view.clause.numbers if at > view.at), default=0)
    thing = last and last + 1 < len(units) and units[last + 1].word(Sense.THING)
    return NOTHING if thing else None


_COUNTS = frozenset("sayisi" + ending for ending in ("", "nin", "ni", "na", "nda", "ndan", "yla"))


@woken_by(Sense.THING, words=("sayisi",))
def members(view: View) -> FigureRole | None:
    """`üye sayısı yüzde 38 artarak 471 bine ulaştı`: what is counted is no votes."""
    if view.topic is Sense.THING:
        holders = [one for one in view.before if isinstance(one.data, Claimant)]
        # `CHP'nin görevli sayısı 41.995, AK Parti'nin 36.703`: of the same.
        return NOTHING if not holders or view.before[-1].case == "gen" else None
    if not view.clause.folds & _COUNTS:
        return None
    for noun, word in pairwise(view.clause.units[: view.at]):
        if word.fold in _COUNTS and isinstance(noun.data, Word):
            known = (Sense.VOTE, Sense.BOX, Sense.VOTER, Sense.ASIDE, Sense.TURNOUT, Sense.OPENED)
            if noun.fold.startswith(("kullanan", "giden")):
                # `oy kullananların sayısı 20 bin 432, katılım oranı yüzde 73,80`
                return None if view.number.is_share else NO_VOTES
            return None if noun.word(*known) or noun.data.capital else NOTHING
    return None


_ONLY = ("ancak", "yalnizca", "sadece", "tam", "yalniz")


def part_of_one(view: View) -> FigureRole | None:
    """`Kurum'un oylarının yüzde 12'si`, `CHP'ye verilen oyların yüzde 5'i`: of one's votes."""
    if not (view.number.partitive and view.before):
        return None
    named = [unit.case for unit in view.before if not isinstance(unit.data, Mark)]
    if view.earlier.get(view.last) == WHOSE and named in ([], ["dat"]):
        # `CHP seçmeninin yüzde 96'sı İmamoğlu'na, yüzde 2'si Beştaş'a`
        return WHOSE
    plain = [unit for unit in view.before if unit.fold not in _ONLY] or view.before
    said, whole = plain[-3:-1], plain[-1]
    if whole.fold.endswith(("nin", "rin")) and whole.word(Sense.VOTER) and said:
        # `AK Parti seçmeninin yüzde 31'i`
        return WHOSE if isinstance(said[-1].data, Claimant) else None
    to_her = len(said) > 1 and isinstance(said[0].data, Claimant) and said[0].case == "dat"
    if to_her and whole.fold.startswith("verenler") and said[1].fold == "oy":
        # `Erdoğan'a oy verenlerin yüzde 31,5'i`
        return WHOSE
    if whole.case == "rel" or (said and said[-1].case == "rel" and whole.word(Sense.VOTER)):
        # `MHP'li seçmenlerin yüzde 22'si`, `CHP'lilerin yüzde 4'ü`
        return WHOSE
    if isinstance(whole.data, Claimant) and whole.case == "gen":
        # `57.613 CHP'li üyenin 6.698'i`; but `Kurum'un yüzde 39,6'sına karşılık` is his.
        set_against = view.case == "possdat" and view.follows(Sense.AGAINST)
        return None if set_against or is_followed(view.clause.units, view.at) else WHOSE
    voters = view.behind[1:2] if view.next and isinstance(view.next.data, Claimant) else ()
    if voters and voters[0].word(Sense.VOTER):
        # `... yüzde 49,0 oy aldı; bunun yüzde 20'si DEM seçmeni`
        return WHOSE
    if not whole.fold.startswith(("oylar", "oyunun", "oyun")):
        return None
    taken = said[-1].fold if said else ""
    whose = said[0].data if len(said) == 2 else None
    pointed = taken.endswith(("an", "en", "digi", "dugu", "tigi", "tugu"))
    if pointed and isinstance(whose, Claimant) and said[0].case:
        # `İmamoğlu'na çıkan oyların yüzde 80'ini`, `AKP'den kopan oyların`
        return WHOSE
    if whole.fold.startswith("oyunun") and isinstance(said[-1].data if said else None, Claimant):
        return WHOSE
    if whole.fold.startswith("oylarinin") and _came_from_there(view):
        return WHOSE
    given = len(said) == 2 and said[1].fold.startswith(("verilen", "giden")) and said[0]
    owner = given or (said[-1] if said and whole.fold.startswith("oylarinin") else None)
    bare = whole.fold.startswith("oylarinin")
    return WHOSE if owner and isinstance(owner.data, Claimant) and (owner.case or bare) else None


def _came_from_there(view: View) -> bool:
    """`oylarının yüzde 5,4'ünü Kadıköy'den aldı`: where from, and no share there."""
    behind = view.next
    return behind is not None and isinstance(behind.data, PlaceName) and behind.case == "abl"


_OF_THEM = ("lerin", "larin", "lerinin", "larinin")
COUNTED = (Sense.VOTE, Sense.BOX, Sense.VOTER, Sense.PART, Sense.ASIDE, Sense.OPENED, Sense.COMMON)
"""Of whom or of what a result is told in parts."""


def part_of_others(view: View) -> FigureRole | None:
    """`dernek üyelerinin yüzde 63'ü`: a part of others than the voters."""
    before = view.before[-1] if view.before and view.number.is_share else None
    if before is None or not isinstance(before.data, Word) or before.data.capital:
        return None
    told = before.data.verb is not None or before.word(*COUNTED)
    return WHOSE if before.fold.endswith(_OF_THEM) and not told else None


def dated(view: View) -> FigureRole | None:
    """`2019'daki yüzde 51,9`: another election's by its own year."""
    before = view.clause.units[view.at - 1] if view.at else None
    dated = (
        before is not None
        and isinstance(before.data, Day)
        and before.data.suffix.endswith(("daki", "deki", "taki", "teki"))
    )
    return OTHER_ELECTION if dated or then_of(view.clause.units, view.at) else None


@woken_by(Sense.EXTRA, words=("yeni", "daha"))
def extra(view: View) -> FigureRole | None:
    """`1 milyon fazla oy aldı`, `ilave 203 oy`: added votes, no contender's count."""
    told = [unit.fold for unit in view.behind[:2]]
    new = told[:1] == ["yeni"] and view.follows(Sense.VOTE, reach=2)
    new = new or told == ["oy", "daha"]
    # `192 bin 786, Erdoğan ise 29 bin 662 fazla oy aldı`: the words stand once.
    beside = view.next is not None and view.next.fold
    near = [*view.before, *view.behind] if beside else view.clause.words
    extra = any(unit.word(Sense.EXTRA) for unit in near)
    own = view.next is not None and view.next.fold == "oyu"
    if not (new or extra) or own or view.number.is_share:
        # `50 bin 117 oyu, Kurum'unkinin yarısından biraz fazla`
        return None
    if view.follows(Sense.POINT, Sense.GAP):
        return None
    return ROUGH if view.case == "abl" else CHANGE


@woken_by(words=("fark", "makas"))
def between_sources(view: View) -> FigureRole | None:
    """`ANKA'dan farkı 0,8`, `AA-ANKA farkı`, `Katılım farkı: 4,4`: no contender's lead."""
    gaps = ("fark", "farki", "farkin", "makas", "makasi")
    at = next((at for at, one in enumerate(view.before) if one.fold in gaps), 0)
    if not at or any(isinstance(one.data, Claimant) for one in view.before[at:]):
        return None
    before = view.before[at - 1]
    with_it = before.fold == "ile" and at > 1
    named = view.before[at - 2] if with_it else before
    # `ANKA'dan` is no source of what follows, and read as a word.
    compared = isinstance(named.data, Word) and named.data.capital and named.case == "abl"
    source = isinstance(named.data, AgencyName) or compared
    parted = with_it or named.case in ("abl", "ins") or (at > 1 and view.before[at - 2].mark("-/"))
    counted = before.word(Sense.TURNOUT, Sense.BOX, Sense.OPENED) and not before.case
    return CHANGE if (source and parted) or counted or before.fold.startswith("ajans") else None


_AWAY = ("gitmey", "gitmem", "kusen", "katilmay", "katilmam", "kullanmay")
"""How those are called who did not vote."""


@woken_by(words=_AWAY)
def stayed_away(view: View) -> FigureRole | None:
    """`Sandığa gitmeyenlerin oranı yüzde 21,6`: the others voted."""
    told = view.number.is_share and any(unit.fold.startswith(_AWAY) for unit in view.before)
    named = any(isinstance(unit.data, Claimant) for unit in view.before)
    return NO_VOTES if told and not named else None


_SINCE = (
    *(("yeni", "acilan"), ("son", "guncellemeyle"), ("tur", "arasinda"), ("secim", "arasinda")),
    *(("yarisindan", "sonra"), ("az", "once"), ("bir", "anda")),
)
_MOMENTS = ("dakikada", "saatte", "saniyede", "dakikadir")


@woken_by(words=(*_MOMENTS, "once", "anda", "daha", "yeni", "guncellemeyle", "arasinda", "sonra"))
def lately(view: View) -> FigureRole | None:
    """`Son 10 dakikada 41 sandık daha girildi`, `Az önce açılan: %11`: not all there are."""
    key = view.key()
    boxes = view.follows(Sense.BOX) or (
        key is not None and key[0] in (Sense.BOX, Sense.OPENED) and not key[1].case
    )
    added = view.number.is_count and (view.follows(Sense.VOTE) or _among_votes(view))
    if view.case in ("dat", "possdat", "abl"):
        # `bir saatte 210'dan 744'e çıktı`: how far it is.
        return None
    if not (boxes or added) or (added and view.follows(Sense.GAP, Sense.AHEAD, reach=3)):
        return None
    stop = next((at for at, one in enumerate(view.behind) if one.mark(",;")), len(view.behind))
    near = [*view.clause.units[: view.at], *view.behind[:stop]]
    folds = [unit.fold for unit in near]
    pairs = [*pairwise(folds)]
    soon = any(two in _MOMENTS and one not in ("bu", "su", "o", "ilk") for one, two in pairs)
    soon = soon or folds[:1] in ([one] for one in _MOMENTS) or not {*_SINCE}.isdisjoint(pairs)
    soon = soon or any(is_hour(one) and two.fold == "sonra" for one, two in pairwise(near))
    soon = soon or ("arasinda" in folds and any(map(is_hour, near)))
    more = boxes and len(view.behind) > 1 and view.behind[1].fold == "daha"
    return WHOSE if soon or more else None


def _among_votes(view: View) -> bool:
    """`Son bir saatte İmamoğlu'na 212 bin, Kurum'a 181 bin oy yazıldı`: of votes, said once."""
    units, rest = view.clause.units, [at for at in view.clause.numbers if at > view.at]
    listed = any(unit.word(Sense.VOTE) for at in rest for unit in units[at + 1 : at + 2])
    # `150 bin oyun 20 binini son yarım saatte`
    return listed or (view.number.partitive and view.at > 1 and view.before[-1].word(Sense.VOTE))


_HELPERS = ("musahit", "gozlemci", "gorevli", "avukat", "gonullu")


@woken_by(words=_HELPERS)
def of_helpers(view: View) -> FigureRole | None:
    """`CHP müşahit: 1.204`: who stood at the boxes."""
    told = [unit for unit in view.before[-2:] if not unit.mark(":")]
    helped = bool(told) and told[-1].fold.startswith(_HELPERS) and not view.number.is_share
    return NOTHING if helped else None


_RESULTS = (
    *("sonuc", "tutana", "tamam", "bitti", "belli", "uzerinden", "isley", "isled", "geride"),
    *("temel", "esas"),
)
_COUNTED_SO = (
    *(Sense.OPENED, Sense.CLOSED, Sense.SOURCE, Sense.CLOCK, Sense.PASS, Sense.RECOUNT),
    *(Sense.REACH, Sense.VOTE, Sense.BOX, Sense.CAST, Sense.HOPE),
)


@woken_by(Sense.BOX, words=("sandi",))
def of_some_boxes(view: View) -> FigureRole | None:
    """`birinci çıktığı sandıkların oranı yüzde 64`, `sandıkların yüzde 5'i okullarda kuruldu`."""
    boxes = view.before[-1].fold in ("sandiklarin", "sandigin") if view.before else False
    if boxes and view.number.is_share and view.number.partitive:
        named = Claimant | AgencyName | Number | Mark
        told = takewhile(lambda unit: not isinstance(unit.data, named), view.behind)
        words = [unit for unit in told if unit.fold]
        led = any(unit.word(Sense.AHEAD, Sense.RANK) for unit in words)
        if words and not any(unit.fold.startswith(_RESULTS) for unit in words):
            counted = any(unit.word(*_COUNTED_SO) for unit in words)
            linked = all(unit.word(Sense.LINK) for unit in words)
            if led or not (counted or linked):
                return WHOSE
    since = [
        at for at, one in enumerate(view.before) if isinstance(one.data, Claimant | AgencyName)
    ]
    for which, box in pairwise(view.before[max(since, default=-1) + 1 :]):
        if since and isinstance(view.before[since[-1]].data, AgencyName):
            # `ANKA'nın ulaştığı sandık oranı`
            break
        verb = which.data.verb if isinstance(which.data, Word) else None
        pointed = verb is not None and verb.form in (Form.OBJECT, Form.SUBJECT)
        pointed = pointed or which.fold.endswith(("digi", "dugu", "tigi", "tugu"))
        known = which.word(Sense.OPENED, Sense.CLOSED, Sense.CAST, Sense.RECOUNT, Sense.TOTAL)
        opened = any(unit.word(Sense.OPENED) for unit in view.behind[:2])
        if box.word(Sense.BOX) and pointed and not (known or opened) and view.number.is_share:
            return WHOSE
    return None


@woken_by(Sense.AHEAD_OF, Sense.BEHIND_OF, words=("fazla", "az", "yuksek", "dusuk"))
def compared_with(view: View) -> FigureRole | None:
    """`Kadıköy Üsküdar'ın 1,2 puan önünde`, `ilçe adayının 5,2 puan önünde`: no rival, no lead."""
    measured = view.follows(Sense.POINT) or (view.number.is_count and view.follows(Sense.VOTE))
    beyond = view.behind[1:2] if measured else view.behind[:1]
    plain = measured and view.behind[0].fold in ("puan", "oy")
    if plain and beyond and beyond[0].fold in ("fazla", "az", "yuksek", "dusuk"):
        # `farkı Dedetaş'ınkinden 1,9 puan fazla`
        return CHANGE
    if not (beyond and beyond[0].word(Sense.AHEAD_OF, Sense.BEHIND_OF) and view.at):
        return None
    other = view.clause.units[view.at - 1]
    if isinstance(other.data, Number) and not other.data.clock:
        # `İnce'nin 30,6'sı CHP'nin 22,6'sının sekiz puan önünde`
        return WHOSE if other.case == "gen" or other.data.suffix.endswith("nin") else None
    sort = PlaceName | AgencyName | RaceName
    if isinstance(other.data, sort) and other.case in ("gen", "abl"):
        return WHOSE
    if isinstance(other.data, Day):
        return CHANGE
    noun = isinstance(other.data, Word) and other.fold.endswith(("nin", "nun"))
    return WHOSE if noun and not other.word(Sense.RIVAL, Sense.RANK) else None


@woken_by(Sense.GAP, Sense.AHEAD, LEAD, words=("fark", "onde"))
def gap_in_a_list(view: View) -> FigureRole | None:
    """`İmamoğlu 9,7, Dedetaş 6,9 puan önde`, `Dedetaş'ın farkı 6,9 puan, Köseler'inki 1,3`."""
    if view.number.percent or not (view.number.is_share or view.number.is_count):
        return None
    return WHOSE if _goes_on(view) or _told_alone(view) else None


def _goes_on(view: View) -> bool:
    """Whether a lead was told right before, and this is somebody else's."""
    told = [unit for unit in view.before if not unit.mark(",;(")]
    other = len(told) == 1 and isinstance(told[0].data, Claimant)
    if not other:
        return False
    case = told[0].case
    lead = LEAD in view.earlier.values()
    if view.clause.units[0] is told[0]:
        # `Kösedağı'nın farkı 44,8; | Dedetaş'ın 6,9`
        lead = lead or view.topic is Sense.GAP
    behind = not view.behind or view.behind[0].mark(",;.)")
    return lead and ((case in ("gen", "other") and behind) or view.case == "ins")


def _told_alone(view: View) -> bool:
    """`İmamoğlu arayı açtı: 9,7`, `6,9: Dedetaş'ın farkı`"""
    units = view.clause.units
    led = view.topic in (Sense.GAP, Sense.AHEAD) and units[0].mark(":") and view.at == 1
    if led and view.number.is_share and view.number.value < NEAR:
        return len(units) == 2
    far = [unit.fold for unit in view.before[-3:]]
    if far[:2] == ["ara", "onde"] and view.before[-1].mark(":") and view.number.value < NEAR:
        # `İmamoğlu açık ara önde: 9,7`
        return view.number.is_share
    behind = [unit.fold for unit in view.behind[:3]]
    return view.behind[:1] != [] and view.behind[0].mark(":") and behind[2:] == ["farki"]


_FEW = 10_000
_KEPT = ("gecti", "aldi", "korudu", "kacirdi", "gecen", "alan")


@woken_by(words=("oyla", "ayiran"))
def by_so_many(view: View) -> FigureRole | None:
    """`Usta'yı (43,5) 2 bin 340 oyla geçti`, `koltuğunu 2 bin 800 oyla korudu`: by, or with?"""
    noun, verb = [*view.behind[:2], None, None][:2]
    if noun is None or view.number.is_share:
        return None
    if any(unit.fold.startswith("ayiran") for unit in view.clause.words) and noun.fold == "oy":
        # `Sadece 1.850 oy: Köseler ile Aydın'ı ayıran bu`
        return WHOSE
    if noun.fold != "oyla" or verb is None or not verb.fold.startswith(_KEPT):
        return None
    before = view.clause.units[: view.at]
    passed = any(isinstance(unit.data, Claimant) and unit.case == "acc" for unit in before)
    others = any(at != view.at for at in view.clause.numbers)
    if passed and verb.fold.startswith("gec"):
        return WHOSE if others else None
    told = others or view.clause.has(Sense.GAP, Sense.RANK)
    return WHOSE if view.number.value < _FEW and not told else None


_BY = ("onde", "geride", "ileride", "onunde", "gerisinde", "ustunluk", "fark")
"""What makes the votes in front of it so many more, or fewer, than somebody else's."""
_PASSING = re.compile(
    r"(?:soll|yakal)[ai]|uzaklas|erit|kapat|iler[id]|arkas|arkada\b|kil payi|one cik"
    r"|acti\b|ustunlukle"
)
_BEATING = re.compile(r"(?:gec(?:ti|iyor|mis|erek|ip)|yen(?:di|iyor|erek|ip))\b")
_OUTDOING = re.compile(r"(?:oy )?(?:daha )?(?:fazla|eksik) al|daha az al")
"""What is done to a rival by so many votes, and what leads by them."""


@woken_by(words=("oy", "gec", "yen", "daha", "fazla", "eksik"))
def more_votes(view: View) -> FigureRole | None:
    """`Kadıköy'de 200 bin oy, Maltepe'de 90 bin oy önde`, `Kurum'u 3 bin oy geçti`."""
    if view.number.is_share:
        told = " ".join(unit.fold for unit in view.behind[:3])
        beaten = bool(_BEATING.match(told) or _OUTDOING.match(told))
        return WHOSE if beaten and view.number.percent and not view.number.suffix else None
    if not (view.next and view.next.fold in ("oy", "oyla")):
        return None
    told = " ".join(unit.fold for unit in view.behind[1:3])
    if _PASSING.match(told) or (view.next.fold == "oy" and _BEATING.match(told)):
        return WHOSE
    if view.next.fold == "oyla":
        return None
    units, last = view.clause.units, view.clause.numbers[-1]
    behind, at_last = view.behind[1:2], units[last + 1 : last + 3]
    if behind and behind[0].fold == "ustunluk":
        return lead_of(view)
    between = units[view.at + 2 : last]
    placed = any(isinstance(unit.data, PlaceName) for unit in between)
    parted = bool(behind) and behind[0].mark(",;") and placed
    by = [unit.fold for unit in at_last]
    return WHOSE if parted and by[:1] == ["oy"] and by[1:] and by[1] in _BY else None


@woken_by(Sense.GAP)
def now_the_gap(view: View) -> FigureRole | None:
    """`farkı 4,8 puandı, | şimdi 9,7`: the gap as it is."""
    units = view.clause.units
    now = " ".join(unit.fold for unit in units[:4] if unit.fold)
    told = now.startswith(("simdi", "bugun", "su an", "bu aksam", "yarim saat sonra"))
    plain = not any(isinstance(unit.data, Claimant) for unit in units) and not view.number.percent
    return (
        LEAD
        if view.topic is Sense.GAP and told and plain and len(view.clause.numbers) == 1
        else None
    )


@woken_by(words=("kaybettig",))
def lost_there(view: View) -> FigureRole | None:
    """`AKP'nin kaybettiği Üsküdar (42,9), Beykoz (44,7)`: whose those were, nobody says."""
    units = view.clause.units
    bracketed = view.at > 1 and units[view.at - 1].mark("(")
    placed = bracketed and isinstance(units[view.at - 2].data, PlaceName)
    lost = any(unit.fold.startswith("kaybettig") for unit in units[: view.at])
    return WHOSE if placed and lost else None


_RACED = ("kaybettig", "kazandig", "girdig")


@woken_by(words=(*_RACED, "gelen", "giren"))
def of_a_former_race(view: View) -> FigureRole | None:
    """`2019'da 19 bin oyla kaybettiği yarışı bu kez …`, `54,1 oyla göreve gelen`: before."""
    told = [unit.fold for unit in view.behind[:3]]
    before = view.clause.units[: view.at]
    days = any(isinstance(unit.data, Day) for unit in before)
    if days and len(told) > 1 and told[1].startswith(_RACED):
        return OTHER_ELECTION
    came = told[1:3] == ["goreve", "gelen"] or told[:2] == ["goreve", "gelen"]
    came = came or (told[1:2] == ["giren"] and any(unit.fold == "secime" for unit in before))
    return WHOSE if came else None


_HOURS = ("saat", "dakika", "veri", "sandik")
_STOOD = ("ondeydi", "gerideydi", "birinciydi", "ondeki")


@woken_by(words=("ara", "basinda", "gordug", "baslayan", "yakaladig", *_STOOD))
def once_tonight(view: View) -> FigureRole | None:
    """`52,3 ile başlayan Kurum`, `bir ara 47,2 olan Aydın`: what it was, and is no more.

    So is `bir saat önce Polat 47,1'le öndeydi`, `ilk saatlerde Yılmaz öndeydi (44,8)`.
    """
    around = [unit.fold for unit in (*view.before, *view.behind[:3])]
    if any(
        (one in _HOURS and two == "once") or (one == "ilk" and two.startswith(_HOURS))
        for one, two in pairwise(around)
    ) and not set(_STOOD).isdisjoint(around):
        return WHOSE
    before = [unit.fold for unit in view.before[-3:]]
    behind = [unit.fold for unit in view.behind[:2]]
    pairs = [*pairwise(before)]
    was = ("bir", "ara") in pairs or ("gece", "basinda") in pairs or "basinda" in before
    was = was or (("en", "yuksek") in pairs and any(one.startswith("gordug") for one in before))
    began = any(one.startswith(("baslayan", "yakaladig")) for one in behind)
    pointed = any(one in ("olan", "gorunen", "gosteren") for one in behind)
    return WHOSE if view.number.is_share and (began or (was and (pointed or not behind))) else None


@woken_by(words=("baskanligi",))
def of_another_contest(view: View) -> FigureRole | None:
    """`meclisi 43,1 ile AKP, başkanlığı 46,0 ile CHP kazandı`: an office no contest is named by."""
    units = view.clause.units
    races = [at for at, unit in enumerate(units[: view.at]) if isinstance(unit.data, RaceName)]
    offices = [at for at, unit in enumerate(units[: view.at]) if unit.fold.startswith("baskanligi")]
    told = [at for at in view.clause.numbers if races and races[-1] < at < view.at]
    if not told and races and units[races[-1]].race(COUNCIL):
        # `meclisinde çoğunluğu alan CHP, başkanlığı da yüzde 49,8'le kazandı`
        told = races
    return WHOSE if told and offices and offices[-1] > told[-1] else None


@woken_by(words=("kalan",))
def left_over(view: View) -> FigureRole | None:
    """`geri kalan 8,7 de YRP, DEM ve Zafer'in`, `kalan yüzde 12'de AK Parti güçlü`: of a rest."""
    rest = view.before and view.before[-1].fold == "kalan" and view.number.is_share
    return WHOSE if rest else None


_STILL_SHUT = ("kald", "bekl", "kapali", "acilma")


@woken_by(Sense.BOX)
def still_shut(view: View) -> FigureRole | None:
    """`yüzde 12'lik sandık kaldı`: what is not opened yet."""
    told = [unit.fold for unit in view.behind[:2]]
    boxes = view.number.is_share and len(told) > 1 and told[0].startswith("sandi")
    return NOTHING if boxes and told[1].startswith(_STILL_SHUT) else None


@woken_by(words=("belirle", "pesinde", "kacir"))
def what_decides(view: View) -> FigureRole | None:
    """`kazananı 1.397 oy belirledi`, `1.214 oyun peşinde`, `0,2'yle 50'yi kaçırdı`: a gap."""
    told = [unit.fold for unit in view.behind[:2]]
    if told[:1] and told[0] in ("oy", "oyun") and told[-1].startswith(("belirle", "pesinde")):
        return WHOSE
    after = view.clause.units[view.at + 1 : view.at + 3]
    missed = len(after) == 2 and isinstance(after[0].data, Number) and after[0].case == "acc"
    return CHANGE if missed and view.case == "ins" and after[1].fold.startswith("kacir") else None


_COMPARING = ("fazla", "eksik", "az", "yuksek", "dusuk", "yukari", "asagi")


@woken_by(words=_COMPARING)
def compared_alike(view: View) -> FigureRole | None:
    """`2019'a göre 4,7, Kadıköy'de 2,1 fazla`, `AA'da 0,9 daha az`: differences, no shares."""
    if not view.number.is_share or view.number.percent:
        return None
    told = [unit.fold for unit in view.behind[:3]]
    if told[:1] == ["daha"] and told[-1] in _COMPARING and len(told) == 2:
        return CHANGE
    last = view.clause.units[view.clause.numbers[-1] + 1 :]
    alike = bool(last) and last[0].fold in _COMPARING and len(last) < 3
    measured = "gore" in view.clause.folds and any(
        isinstance(unit.data, Day) for unit in view.clause.units
    )
    return CHANGE if alike and measured else None


@woken_by(Sense.GAP, Sense.AHEAD)
def gap_said_once(view: View) -> FigureRole | None:
    """`AKP'ye 7,2, Kadıköy'de 42,5 fark attı`, `önde (7,2 ve 5,4 puan)`: the word stands last."""
    if not view.number.is_share or view.number.percent or view.at == view.clause.numbers[-1]:
        return None
    units = view.clause.units
    last = view.clause.numbers[-1]
    behind = units[last + 1].fold if last + 1 < len(units) else ""
    to_her = any(isinstance(unit.data, Claimant) and unit.case == "dat" for unit in view.before)
    if to_her and behind == "fark":
        return WHOSE
    joint = view.next is not None and view.next.fold == "ve" and last == view.at + 2
    return WHOSE if joint and behind == "puan" and view.clause.has(Sense.AHEAD) else None


@woken_by(Sense.GAP)
def gap_moved(view: View) -> FigureRole | None:
    """`farkı 7,2'ye çıkardı, | Kadıköy'de 42,5'e`: the gap there, most likely."""
    plain = view.number.is_share and not view.number.percent and view.case == "dat"
    named = any(isinstance(unit.data, Claimant) for unit in view.clause.units)
    told = view.clause.has(Sense.VOTE, Sense.RATE, Sense.TURNOUT, Sense.OPENED, Sense.GAP)
    named |= len(view.clause.numbers) > 1
    return WHOSE if plain and view.topic is Sense.GAP and not (named or told) else None
