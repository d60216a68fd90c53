"""Which numbers are times of day, and no shares: `20.15'te`, `(20.15)`, `AA 22.15:`.

And whether an hour is of the figures beside it, or of something else (`is_anothers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile
from types import UnionType

from desk.reading.grammar.asides import is_odd, word_of
from desk.reading.grammar.clauses import FUTURE, WAS, WHEN
from desk.reading.grammar.roles import CLOCK, NOTHING, ODD, FigureRole, View
from desk.reading.numbers import Clock, Day, Number
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense

_MOVED = frozenset(["toplantisi", "toplanti", "ertelendi", "basladi", "konusmasi", "mitingi"])
"""What has an hour of its own, and no share."""
_SENT = (
    *("bulten", "guncelleme", "tablo", "durum", "veri", "ekran", "harita", "rakam", "liste"),
    *("dagilim", "sonuc", "ajans", "update"),
)
"""`20.50 bülteninde yüzde 48,9 olan İmamoğlu`: what an agency sends at an hour."""


def clock_of(view: View) -> FigureRole | None:
    """`20.15'te`, `(20.15)`, `AA 22.15:`: a time of day where no share can stand."""
    number = view.number
    if not _may_be_a_time(number):
        return None
    others = [at for at in view.clause.numbers if at != view.at]
    later = [at for at in others if at > view.at]
    before = view.before[-1] if view.before else None
    if not others and (mark := _says_words(view)):
        # `İmamoğlu 21.39: Öndeyiz` may be a share and what is said of it.
        return CLOCK if before is None and not mark.mark(",") else ODD
    if view.case == "loc":
        return CLOCK if later or not view.clause.has(Sense.STAY) else None
    if view.case in ("gen", "abl") or number.suffix in ("e", "a", "i", "u"):
        # `Basın toplantısı 22.30'dan 23.15'e alındı`
        return CLOCK if view.clause.folds & _MOVED else None
    opened = (
        before is not None and before.mark("(") and view.behind[:1] and view.behind[0].mark(")")
    )
    if opened:
        inner = view.clause.units[view.at - 2] if view.at >= 2 else None
        counted = inner is not None and (isinstance(inner.data, Number) or inner.word(Sense.VOTE))
        held = view.at >= 2 and isinstance(view.clause.units[view.at - 2].data, Claimant)
        return CLOCK if (later or not held) and not counted else None
    sent = view.next is not None and view.next.fold.startswith(_SENT)
    addressed = _heads_a_share(view) or _before_a_source(view)
    # `TSİ 23.48`: Türkiye's time.
    addressed = addressed or (before is not None and before.fold == "tsi")
    if sent or addressed or (not others and _points_below(view)):
        return CLOCK
    if before is None:
        # `... anka verdi 22.05`: a number alone behind a verb, as likely the hour.
        return ODD if view.follow_up else None
    behind = view.next
    if behind is not None and behind.mark("|:") and (_all_marked(view, later) or _headed(view)):
        # `İkinci tur, 18.45 | ANKA: %50,4`
        return CLOCK
    if before.mark("|/•▪") and behind is not None and isinstance(behind.data, AgencyName):
        # `... Kurum 40,7 / 21.58 ANKA / İBB`
        return CLOCK if not behind.case and others else None
    if before.mark("(,-|/•\t") and view.at >= 2:
        inner = view.clause.units[view.at - 2]
        fields = before.mark("|\t") and behind is not None and behind.mark("|\t")
        listed = (fields or _in_an_address(view)) and isinstance(inner.data, PlaceName | RaceName)
        named = isinstance(inner.data, AgencyName | Day) or listed or _ends_an_address(view)
        return CLOCK if named or before.mark("(") else None
    if isinstance(before.data, AgencyName):
        return CLOCK if behind is None or not isinstance(behind.data, Claimant) or later else None
    known = isinstance(before.data, PlaceName | RaceName)
    keyed = before.word(Sense.OPENED, Sense.BOX, Sense.GAP)
    return _clock_behind(view, later, keyed) if known or keyed else None


def _ends_an_address(view: View) -> bool:
    """`AA / İSTANBUL / 21.50`: nothing but an address stands before it."""
    *before, _ = units = view.clause.units[: view.at + 1]
    address = AgencyName | PlaceName | RaceName | Mark
    sourced = any(isinstance(unit.data, AgencyName) for unit in units)
    parted = view.next is None or view.next.mark("/|-,")
    return sourced and parted and all(isinstance(unit.data, address) for unit in before)


_SINCE = ("beri", "itibaren", "sonra", "once", "bu")
_UNTIL = ("kadar", "dogru", "dek")


def since_when(view: View) -> FigureRole | None:
    """`20.40'tan beri önde`, `21.30'daki açıklaması`: a time that is nobody's bulletin's."""
    if _told_as_a_day(view):
        return ODD
    if _dated(view.number) and not view.at and _before_a_source(view, PlaceName | RaceName):
        # `31.03, Beyoğlu, AA: 49,1 CHP`
        return NOTHING
    return NOTHING if _may_be_a_time(view.number) and _from_or_until(view) else None


def _from_or_until(view: View) -> bool:
    """`22.00'ye doğru`, `19.00'dan 23.00'e`: since when, until when."""
    behind = next(iter(view.clause.units[view.at + 1 :]), None)
    if behind is None:
        return False
    if view.case == "ki" or view.number.suffix.endswith(("daki", "deki", "taki", "teki")):
        # `AA'nın 21.40'taki güncellemesi`: the bulletin's own.
        return not (isinstance(behind.data, Claimant) or behind.fold.startswith(_SENT))
    if view.case == "abl" and isinstance(behind.data, Number):
        # `19.00'dan 23.00'e hep birinci`
        return _spans(view, behind)
    if view.case == "dat" and view.last == view.at - 1 >= 0 and _spans(view, behind):
        return view.earlier.get(view.last) == NOTHING
    since = view.case == "abl" and behind.fold in _SINCE
    return since or (view.case == "dat" and behind.fold in _UNTIL)


def _spans(view: View, behind: Unit) -> bool:
    """Whether hours are told from and until, and nothing moved."""
    moved = view.clause.predicate & {Sense.MOVE, Sense.REACH, Sense.CHANGE}
    until = not isinstance(behind.data, Number) or _may_be_a_time(behind.data)
    return until and not moved


def _told_as_a_day(view: View) -> bool:
    """`31.03'te yeniden seçildi`: as likely the day, where nothing says that it stayed there."""
    told = view.case in ("loc", "abl") and not view.clause.has(Sense.STAY, Sense.AHEAD)
    return told and _dated(view.number)


def _dated(number: Number) -> bool:
    """`31.03`: written as a day, and no hour."""
    dated = number.dotted and number.digits == _DAY and not (number.percent or number.clock)
    month = int(number.value * 100) % 100
    return dated and 1 <= month <= _MONTHS and 1 <= number.value < _DAYS


_DAY, _DAYS, _MONTHS = 4, 32, 12


def is_hour(unit: Unit) -> bool:
    """A time of day, or a number that may be one: `21.00`."""
    hour = isinstance(unit.data, Number) and unit.data.clock is not None
    return hour or isinstance(unit.data, Clock)


def is_anothers(units: Sequence[Unit], at: int) -> bool:
    """Whether an hour is of something else than the figures beside it.

    Of the voting, of what was before or will be, of what somebody did: `YSK 21.00'de yasağı
    kaldırdı.`, `Kurum 23.05'te tebrik etti, İmamoğlu 51,0`, `00.30 yayını için: …`.
    """
    return (
        of_before(units, at)
        or _of_the_vote(units, at)
        or _is_of_a_span(units, at)
        or _is_event(units, at)
    )


def lends_no_hour(units: Sequence[Unit], at: int) -> bool:
    """`19.00 Yasak kalktı`, `23.00 YSK Başkanı açıklama yapacak`: an entry of no figures below."""
    coming = any(FUTURE.fullmatch(unit.fold) for unit in units[at + 1 :])
    return coming or of_before(units, at) or _of_the_vote(units, at)


def tells_own_hour(units: Sequence[Unit], tail: Sequence[Unit]) -> bool:
    """`22:08 Can: AA Şişli … (saat 21.50)`, `…, ajans 21.50'de geçmiş`: another than its stamp."""
    for at, unit in enumerate(units):
        if not (at and isinstance(unit.data, Number) and unit.case == "loc"):
            continue
        if any(one.fold == "ajans" for one in units[part_around(units, at)]):
            return not is_anothers(units, at)
    return any(isinstance(unit.data, Clock) for unit in tail)


def at_the_same_minute(units: Sequence[Unit]) -> bool:
    """`AA aynı dakikada ...`: another source, and the hour of the one before."""
    return any(
        one.fold == "ayni" and two.fold.startswith(("dakika", "saat", "an", "sira"))
        for one, two in pairwise(units)
    )


def told_of_then(sentence: Sequence[Unit]) -> bool:
    """`22.10'da 49,81'di`: whether a figure is told as what it was at an hour named beside it."""
    numbers = [unit.data for unit in sentence if isinstance(unit.data, Number)]
    hours = [one for one in numbers if one.clock and one.digits == 4]
    timed = len(hours) == 1 or any(isinstance(unit.data, Clock) for unit in sentence)
    return timed and any(map(was_told, sentence))


def was_told(unit: Unit) -> bool:
    """`49,81'di`: a figure that is told as what it was."""
    return isinstance(unit.data, Number) and unit.data.suffix.endswith(WAS)


def shifts_the_hour(units: Sequence[Unit], at: int, then: bool = False) -> bool:
    """`on dakika sonra`, `bir önceki bültende`: what follows is of an hour nobody tells.

    So is `şimdi 41,07` in a sentence that told what was ``then``.
    """
    if then and units[at].fold == "simdi":
        return True
    word, before = word_of(units[at]), units[at - 1].fold if at else ""
    behind = units[at + 1].fold if at + 1 < len(units) else ""
    if word in ("once", "sonra"):
        return before in ("dakika", "dk", "saat") or (before == "az" and word == "sonra")
    return word in ("onceki", "sonraki") and behind.startswith(_SENT)


def _is_of_a_span(units: Sequence[Unit], at: int) -> bool:
    """`(20:10-20:40)`, `22.00'ye 10 kala`: from when until when, and no hour of a bulletin."""
    around = [*units[max(0, at - 2) : at + 3]]
    spans = any(
        isinstance(one.data, Clock) and two.mark("-") and isinstance(three.data, Clock)
        for one, two, three in zip(around, around[1:], around[2:], strict=False)
    )
    left = units[at].case == "dat" and any(one.fold == "kala" for one in units[at + 1 : at + 4])
    return spans or left


def of_before(units: Sequence[Unit], at: int) -> bool:
    """`saat 12.00'de yüzde 31 olan katılım yüzde 79,3'e ulaştı`: a time of what was before.

    So is `17.00'de kapanan sandıklar`, `21.40'ta da aynıydı`, `21.40'tan beri`, and what will be:
    `22.30'da kullanılacak`.
    """
    ahead = units[at + 1 : at + 4]
    if ahead and ahead[0].fold.startswith(_SHUT):
        return True
    told = " ".join(unit.fold for unit in ahead)
    if _THEN.match(told) or (units[at].case == "abl" and told.startswith(_FROM_THEN)):
        return True
    return any(isinstance(one.data, Number) and two.fold == "olan" for one, two in pairwise(ahead))


_THEN = re.compile(r"(?:da |de )?(?:ayniydi|boyleydi|\w+[ae]c[ae][gk]\w*$)")
_FROM_THEN = ("beri", "bu yana", "itibaren")
_SHUT = ("kapan", "baslayan", "basladi", "biten", "bitti", "sona")
_VOTING = ("bit", "basla", "sona", "kapan", "kullanma", "verme", "yasa", "kalk", "kaldir")


def _of_the_vote(units: Sequence[Unit], at: int) -> bool:
    """`Oy kullanma işlemi saat 16.00'da bitti;`: a time of the voting, not of any figure."""
    told = units[part_around(units, at, ".;,:()")]
    voting = any(unit.fold.startswith(_VOTING) for unit in told)
    gap = any(unit.word(Sense.GAP) for unit in told)
    numbered = any(isinstance(one.data, Number) for one in told if one is not units[at])
    return voting and not (gap or numbered)


def _is_event(units: Sequence[Unit], at: int) -> bool:
    """Whether what an hour stands among tells of something that is none of the count."""
    if _told_at(units, at):
        return False
    part = part_around(units, at)
    before, behind = units[part.start : at], units[at + 1 : part.stop]
    others = [*before, *behind]
    headed = part.stop < len(units) and units[part.stop].mark(":")
    aired = is_aired(behind) or is_aired(before[-2:])
    if aired or _is_next(before) or _is_pointed(behind) or _is_due(behind):
        return True
    numbered = any(isinstance(unit.data, Number | Clock) for unit in others)
    if numbered or headed:
        return False
    if _is_to_come(others, units[at], bool(behind)):
        return True
    return _tells_else(others, units[at]) and not _shows_the_hour(others)


def _shows_the_hour(others: Sequence[Unit]) -> bool:
    """`Saatler 23.00'ü gösterdiğinde`, `YSK Başkanı 22.50'de konuştu: …`: of what follows."""
    board = any(isinstance(unit.data, AgencyName) for unit in others)
    return any(
        word_of(unit).startswith(("saatler", "acikla", "goster"))
        or WHEN.fullmatch(unit.fold) is not None
        or (board and unit.word(Sense.SAY))
        for unit in others
    )


def _tells_else(others: Sequence[Unit], hour: Unit) -> bool:
    """Whether words beside an hour tell that somebody did something, and nothing of a count."""
    # `veri girişini kesti`: nothing was sent.
    told = [one for one, two in pairwise([*others, hour]) if not _is_entry(two)]
    agency = any(isinstance(unit.data, AgencyName) for unit in others)
    sourced = any(
        unit.fold.startswith(_SENT) or (unit.word(Sense.SOURCE) and (agency or not _is_verb(unit)))
        for unit in told
    )
    done = bool(others) and is_odd(others[-1]) and _DONE.fullmatch(others[-1].fold) is not None
    if done and not (sourced or agency):
        # `Sandık başkanı 22.40'ta tutanağı imzaladı.`
        return True
    # `Kurum 22.55'te tebrik telefonu açtı`: people open other things than boxes.
    counts = (*_TOLD_AT, *(() if any(map(_is_somebody, others)) else (Sense.OPENED,)))
    counted = sourced or any(unit.word(*counts) for unit in told)
    then = hour.case == "loc"
    odd = any(is_odd(unit) or (then and _is_strange(unit)) for unit in others)
    verb = any(map(_is_verb, others))
    # `Ayşe 21:52`, `güncel 22.50`: whose message it is, when.
    return not counted and (verb or (odd and (then or done or _is_meeting(others))))


def _is_meeting(others: Sequence[Unit]) -> bool:
    """`Basın toplantısı 23.30.`"""
    return any(unit.fold in _MOVED or unit.fold.startswith("toplanti") for unit in others)


def _is_to_come(others: Sequence[Unit], hour: Unit, ends: bool) -> bool:
    """`İlk sonuçlar 22.00'de.`, `Destici öğrendiğinde saat 22.05'ti.`: the hour is what is told."""
    due = hour.case == "loc" and any(one.fold in _TO_COME for one in others)
    return not ends and (due or (hour.case == "other" and any(map(is_odd, others))))


def is_aired(behind: Sequence[Unit]) -> bool:
    """`00.30 yayını için: …`, `02:00 canlı bağlantıda söyle`: the hour at which it is told."""
    return _AIRED.match(" ".join(map(word_of, behind[:2]))) is not None


def _is_pointed(behind: Sequence[Unit]) -> bool:
    """`18.45'te kalkan yasağın ardından`, `17.00 itibarıyla kapandığı İstanbul'da`.

    `20.32'de geçtiği verilere göre` is the bulletin's own hour.
    """
    near = [*takewhile(lambda unit: bool(unit.fold), behind[:_POINTED_REACH])]
    return any(
        _POINTS.fullmatch(unit.fold) is not None
        and (is_odd(unit) or unit.fold.startswith((*_ENDED, "gelen")))
        and not any(is_its_own(one) for one in behind[at + 1 : at + 3])
        for at, unit in enumerate(near)
    )


def is_its_own(unit: Unit) -> bool:
    """What an agency or a board sends, behind that it did: `geçtiği verilere`."""
    return unit.fold.startswith(_ITS_OWN) or isinstance(unit.data, RaceName)


_POINTED_REACH = 6
_POINTS = re.compile(r"(?!sur|devam)\w{2,}(?:[ae]n|[dt][iu]g[iu]n?|m[ae]s[iu]n[iu]n)")
_ITS_OWN = (*_SENT, "haber", "acikla", "gore", "grafik", "oran", "gecici", "mesaj", "son", "kagi")
_ENDED = (*_SHUT, *_VOTING, "dol")


def _is_due(behind: Sequence[Unit]) -> bool:
    """`AA'nın 22.30 bülteni henüz gelmedi`: what is not there yet."""
    return _DUE.match(" ".join(unit.fold for unit in behind[:4])) is not None


_DUE = re.compile(
    r"(?:bulten|veri|guncelleme)\w* (?:henuz |daha |hala )?"
    r"(?:gelm|bekl|gecik|yok|once|girilm|aciklanm|dusm|yayimlanm)"
)


def _is_next(before: Sequence[Unit]) -> bool:
    """`bir sonraki bülten 23.00'te`: an hour that is to come."""
    return _NEXT.match(" ".join(unit.fold for unit in before[-2:])) is not None


def _is_verb(unit: Unit) -> bool:
    return isinstance(unit.data, Word) and unit.data.verb is not None


def _is_somebody(unit: Unit) -> bool:
    return isinstance(unit.data, Claimant)


def _is_strange(unit: Unit) -> bool:
    """`KURUM 22.50'DE TEBRİK ETTİ`: what has capitals and names nobody of the file."""
    return isinstance(unit.data, Claimant) and not (unit.data.parties or unit.data.people)


def _is_entry(unit: Unit) -> bool:
    return unit.fold.startswith(("giris", "akis"))


def part_around(units: Sequence[Unit], at: int, stops: str = ".;:,!?…-|/()") -> slice:
    """What an hour stands among, from mark to mark: no more is looked at than that."""
    start = next((one + 1 for one in range(at - 1, -1, -1) if units[one].mark(stops)), 0)
    stop = next((one for one in range(at, len(units)) if units[one].mark(stops)), len(units))
    return slice(start, stop)


_DONE = re.compile(r"\w+[dt][iu](?:lar|ler)?")
_TOLD_AT = (
    *(Sense.BOX, Sense.COUNT, Sense.VOTE, Sense.AHEAD, Sense.GAP, Sense.RATE),
    *(Sense.RANK, Sense.TURNOUT, Sense.PASS),
)
_AIRED = re.compile(r"(?:canli )?(?:yayin(?! yasa)|baglanti|baski|kusag)|ana haber|haber bulten")
_NEXT = re.compile(r"(?:sonraki|gelecek|siradaki|yeni) (?:bulten|veri|guncelleme)")
_TO_COME = ("ilk", "sonraki", "gelecek", "kesin", "resmi")


def seen_later(units: Sequence[Unit], at: int) -> bool:
    """`AA'nın 22.00 verisini saat 22.04'te gördük`: when it was seen, and not of when it is."""
    sent = (
        one
        for one, (unit, noun) in enumerate(pairwise(units))
        if noun.fold.startswith(_SENT) and isinstance(unit.data, Number) and unit.data.clock
    )
    first = next(sent, at)
    return first < at


def sent_at(units: Sequence[Unit], at: int) -> bool:
    """`AA 20.45 verileri geldi`, `AA 22.36'da duyurdu: …`, `ANKA'nın 23.15'te geçtiği rakamlar`."""
    source = units[at - 1].data if at else None
    noun = units[at + 1].fold if at + 1 < len(units) else ""
    return (isinstance(source, AgencyName) and noun.startswith(_SENT)) or _told_at(units, at)


def _told_at(units: Sequence[Unit], at: int) -> bool:
    before = units[part_around(units, at).start : at]
    if units[at].case != "loc" or not any(isinstance(one.data, AgencyName) for one in before):
        return False
    told = next((one for one in units[at + 1 : at + 5] if _is_verb(one) or _sends(one)), None)
    if told is None or FUTURE.fullmatch(told.fold):
        return False
    said = isinstance(told.data, Word) and told.data.verb is not None and not told.data.verb.negated
    return (said and told.word(Sense.SAY, Sense.SHOW, Sense.PASS, Sense.GIVE)) or _sends(told)


def _sends(unit: Unit) -> bool:
    return word_of(unit).startswith(_SENDS)


_SENDS = ("yayimla", "guncelle", "yenile", "gonder", "servis", "gelen", "dusen", "dustu", "kapatti")


def tells_hours(units: Sequence[Unit]) -> bool:
    """`İmamoğlu 21.30, Kurum 22.15`: names, numbers like hours, and no word of an election."""
    address = AgencyName | PlaceName | RaceName
    numbers = [unit.data for unit in units if isinstance(unit.data, Number)]
    told = any(isinstance(unit.data, address) or unit.word(*_COUNTS) for unit in units)
    return not told and bool(numbers) and all(map(_may_be_a_time, numbers))


_COUNTS = (Sense.VOTE, Sense.RATE, Sense.BOX, Sense.OPENED, Sense.TURNOUT, Sense.GAP, Sense.POINT)


def _may_be_a_time(number: Number) -> bool:
    told = number.clock is not None and number.dotted
    return bool(told and number.digits > 3 and not number.percent)


def _says_words(view: View) -> Unit | None:
    """The mark in `21.39 İmamoğlu: Tablo çok olumlu`: an entry of a liveblog, its hour and who."""
    told = dropwhile(lambda unit: unit.mark("-|•▪)"), view.behind)
    said = [*dropwhile(lambda unit: isinstance(unit.data, Claimant | PlaceName), told)]
    words = any(isinstance(one.data, Word) for one in said[1:])
    return said[0] if words and said[0].mark(':",') else None


def _heads_a_share(view: View) -> bool:
    """`Açılan sandık: 22.00 %57,8 – 22.30 %66,0`: behind a mark, and right before a share."""
    around = view.clause.units[max(0, view.at - 1) : view.at + 2]
    share = around[-1].data
    marked = len(around) > 2 and isinstance(around[0].data, Mark)
    return marked and isinstance(share, Number) and share.percent


def _points_below(view: View) -> bool:
    """`CHP Ankara 20.40 👇`, `ANKA aktarıyor 22.20:`: nothing behind but what points down."""
    told = [unit.data.text for unit in view.behind if isinstance(unit.data, Mark)]
    return len(told) == len(view.behind) > 0 and told[0][0] in ":👇⤵"


def _clock_behind(view: View, later: Sequence[int], keyed: bool) -> FigureRole | None:
    """`Kadıköy 21.15: CHP %50`, `Fark 21.00: 4,8 puan`: a time behind a place or a key."""
    behind = view.next
    if behind is not None and behind.word(Sense.OPENED, Sense.BOX):
        return CLOCK
    if keyed and behind is None:
        # `Açılan sandık: 22.50`
        return None
    if keyed and _alike(view, later):
        # `Açılan sandık 22.50 CHP 12.30`: as likely how far the count is.
        return ODD
    closed = (
        behind is None
        or behind.mark(":)")
        or (isinstance(behind.data, RaceName) and _heads_names(view))
        or (isinstance(behind.data, Claimant) and _labels_fit(view))
    )
    return CLOCK if closed and (later or behind is None) else None


def _in_an_address(view: View) -> bool:
    """`İBB, 22.50, AA: yüzde 50,8 İmamoğlu`: between a place and who tells it."""
    units, behind = view.clause.units, view.next
    told = units[view.at + 2].data if view.at + 2 < len(units) else None
    parted = behind is not None and behind.mark(",-/•|")
    return parted and isinstance(told, AgencyName | PlaceName | RaceName)


def _before_a_source(view: View, address: UnionType | type = AgencyName) -> bool:
    """`Kartal 22.10 AA 54,6 CHP`, `Üsküdar Belediyesi, 22.15, ANKA: yüzde 49,6 Dedetaş`."""
    units = view.clause.units
    ahead = [one for one in units[view.at + 1 : view.at + 3] if not one.mark(",-–/•|")]
    before, behind = units[: view.at], units[view.at + 2 :]
    told = (isinstance(one.data, Claimant | Number) or one.word(*_COUNTS) for one in before)
    held = any(isinstance(one.data, Claimant) for one in behind)
    numbered = any(isinstance(one.data, Number) for one in behind)
    source = bool(ahead) and isinstance(ahead[0].data, address) and not ahead[0].case
    return source and held and numbered and not any(told)


def _heads_names(view: View) -> bool:
    """`Kadıköy 21.45 İBB: CHP 81,6`: the contest behind it ends the address."""
    rest = [unit for unit in view.clause.units[view.at + 2 :] if not unit.mark(":-|")]
    return bool(rest) and isinstance(rest[0].data, Claimant)


def _all_marked(view: View, later: Sequence[int]) -> bool:
    """Whether the figures behind are told with the mark this one lacks."""
    numbers = [view.clause.units[at].data for at in later]
    return bool(numbers) and all(isinstance(one, Number) and one.percent for one in numbers)


def _headed(view: View) -> bool:
    """`ANKA güncellemesi, İBB, 22.18: açılan sandık ...`: the last of an address before a colon."""
    units = view.clause.units[: view.at]
    address = view.at > 1 and units[-1].mark(",") and isinstance(units[-2].data, RaceName)
    return address and any(isinstance(unit.data, AgencyName) for unit in units)


def _alike(view: View, later: Sequence[int]) -> bool:
    """Whether the figures behind are written as this one is: two decimals and a full stop."""
    numbers = [view.clause.units[at].data for at in later]
    return bool(numbers) and all(
        isinstance(one, Number) and one.dotted and one.digits == 4 and not one.percent
        for one in numbers
    )


def _labels_fit(view: View) -> bool:
    """Whether the values behind are as many as the contenders behind: then this one is a time."""
    rest = view.clause.units[view.at + 1 :]
    holders = sum(isinstance(unit.data, Claimant) for unit in rest)
    # `… kurum 39,5 açılan 73,9`: the last one has a word of its own.
    keyed = sum(
        isinstance(two.data, Number) and one.word(Sense.OPENED, Sense.BOX, Sense.TURNOUT)
        for one, two in pairwise(rest)
    )
    numbers = sum(isinstance(unit.data, Number) for unit in rest)
    return holders > 0 and holders == numbers - keyed
