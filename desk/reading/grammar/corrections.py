"""What a text takes back: `47,1 değil 48,1`, `47,1 olarak geçmiştik, doğrusu 48,1`.

The figure taken back goes from the line, left out by name, and the one that stands for it knows it;
so every other rule reads the sentence as if it had been right at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desk.facts.codes import Code
from desk.reading.gather import Gatherer
from desk.reading.numbers import Clock, Number
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense

_RIGHT = ("dogrusu", "duzeltiyoruz", "duzeltiriz", "duzeltme", "duzeltilmis")
_WRONG = ("yanlis", "hatali", "sehven")
_INSTEAD = ("degil", "degildi", "yerine")
_MENDED = ("duzelt", "revize", "guncellen")
_TELLING = (
    *("gec", "ver", "duyur", "yaz", "acikla", "bildir", "yayimla", "aktar", "paylas", "belirt"),
)
_EMPTY = ("olacak", "olacakti", "olacaktir", "olmali", "olmaliydi", "seklinde", "seklindedir")
_TRIGGERS = (*_RIGHT, *_WRONG, *_INSTEAD, *_MENDED, *_EMPTY, "yer", "bulten", "haber", "veri")
_BETWEEN = ("yuzde", "tam", "aslinda", "ise", "oranin", "rakam", "oran", "dogrusu")

_NEWER = ("guncel", "yenisi", "sonhali")
_MISTAKEN = ("pardon", "afeders", "yanlis", "hatali")
_SORRY = (*_MISTAKEN, "duzelt", *_NEWER)
_MEASURES = (Sense.TURNOUT, Sense.BOX, Sense.OPENED, Sense.GAP, Sense.VOTER)
_SHORT = 14
"""What takes back one figure of those above is a line of no more than so many words and marks."""


def taking_back(units: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Claimant]]:
    """`Selin: pardon 51,8`, `yukarıdaki İmamoğlu yanlış, 50,5 olacak`: what stands for others.

    Figures that stand for those before, and whose they are where that is told.
    """
    told = units[:_SHORT]
    at = next((at for at, unit in enumerate(told) if unit.fold.startswith(_SORRY)), None)
    if at is None:
        at = next((at for at, two in enumerate(pairwise(told)) if _should_be(*two)), None)
    if at is None or len(units) > _SHORT:
        return (), ()
    if told[at].fold.startswith(_NEWER) and any(unit.word(*_MEASURES) for unit in told):
        # `Güncel katılım: 78,4`
        return (), ()
    claimants = [unit.data for unit in told if isinstance(unit.data, Claimant)]
    holders = [one for one in claimants if one.parties or one.people]
    if not holders and at > 3:
        return (), ()
    if holders and not (told[at].fold.startswith(_MISTAKEN) or _value(told[at])):
        return (), ()
    rest = told if holders else told[at + 1 :]
    return [unit for unit in rest if isinstance(unit.data, Number)], holders


def _should_be(figure: Unit, word: Unit) -> bool:
    """`48,9 olacak CHP`"""
    return isinstance(figure.data, Number) and word.fold in _EMPTY


_TAKES_BACK = re.compile(
    r"^\W*(?:\w+\W+){0,2}iptal\W*$|\b(?:pardon|saka|ustteki\w*(?! (?:aa|anka)\b)|ters yaz\w*"
    r"|yanlis (?:ilce|yaz|ajans|parti|kopya)\w*"
    r"|yer degistir\w*|duzeltiyorum \w+|(?:bu|bunlar) eski|karistir(?:d|m)\w*"
    r"|sil(?:in|elim|er misin)|kopyala yapistir|gecen secimin|o anket\w*|tam tersi\w*"
    r"|ters olacak|dogru degil|inanmayin|parti verisi\w*|yok ki"
    r"|eski veri|prova\w*|geri cek\w*|silindi|dikkate alma\w*)\b"
    # `pardon o Bahçelievler'miş`, `meclismiş bu`
    r"|\bo \w+ ?'?mis\b|mis bu\b"
    # `Avcılar değil Esenler o`, `Şişli değil Sarıyer'e aittir`
    r"|\w degil o\b|\w degil \w+ (?:o\b|\W?\w* ?ait)"
    # `2019 mu bu?`, `o ANKA'nın rakamı ama`
    r"|\b(?:20[0-9]{2}|gecen secim) m[iu]\b|\bo \w+ ?'?n[iu]n rakami\b"
    # `yukarıdaki veriyi kullanmayınız`, `(AA'ymış)`, `AA değil ANKA`, `AA mı`
    r"|\bkullanmay|\bduzelttim\b"
    r"|\b(?:aa|anka)(?:'?ym[iu]s\b| demisim| degil (?:aa|anka)$| (?:degil )?m[iu]\b)"
)
"""What somebody says of figures that stand above."""


def takes_back_above(text: str) -> bool:
    """`üstteki iptal`, `pardon o Bahçelievler'miş`: whether folded words take back others."""
    return len(text) < _REMARK and _TAKES_BACK.search(text) is not None


_REMARK = 100
"""Letters of a remark at most."""


_STALE = r"(?:bulten|veri|guncelleme|tablo|rakam|sonuc)"
_UNSETTLED = re.compile(
    r"\bteyitsiz|\bteyi[td] (?:edilme|edeme|alinma|alama|bekl|gelme|yok)|\bdogrula(?:n|t)ma"
    # `AA'nın rakamı yanlıştı`, `(AA, hatalı)`
    r"|\b(?:hatali|yanlis)(?:ti|ydi|dir|ymis|tir)?\b|(?<!haberimiz )\bgecersiz(?:dir)?(?! oy)\b"
    r"|\bhata yap|\bters yaz|\bemin degil|\byok say|\bunut(?:un|sun)|\bsonra duzelt"
    r"|\biptal(?! edilen)\b"
    # `önceki bülteninde`, `yarım saat önceki`, `(eski)`, `İBB eski:`
    rf"|\b(?:onceki|gecen|eski) {_STALE}|\b(?:saat|dakika|dk)(?:'?lik)? once(?:ki|si)"
    r"|\beski ?[:)]|\beski$"
    # `sayfasından kaldırdı`, `sildiği bülten`
    rf"|\b(?:sil|kaldir|cek)(?:di|dig)\w* {_STALE}|{_STALE}\w* (?:\w+ )?(?:sildi|kaldirdi)\b"
)
"""What words say of figures that do not stand, or no longer do."""


_NOW = re.compile(r"\bsimdi")
_AGO = re.compile(r"\b(?:saat|dakika|dk) once\b")
_WAS = re.compile(r"(?:[iu]yordu|m[iu]sti)\b")
_SETTLED = re.compile(r"yer degis|olacaktir\b|\byeni (?:veri|rakam)|\bdogrusu\b")
"""What says in the same breath how it is."""


def is_unsettled(text: str) -> bool:
    """`Teyitsiz! …`, `AA'nın önceki bülteni: …`, `… (AA, hatalı)`: of folded words of a line."""
    return (_UNSETTLED.search(text) is not None or _was_then(text)) and not settles(text)


def _was_then(text: str) -> bool:
    """`yarım saat önce 61,7 veriyordu`: and nothing of how it is now behind it."""
    now = max((found.end() for found in _NOW.finditer(text)), default=0)
    ago = _AGO.search(text, now)
    return ago is not None and _WAS.search(text, ago.end()) is not None


def settles(text: str) -> bool:
    """`Yeni veri (20.26): …`, `Doğrusu: …`: whether folded words say that figures do stand."""
    return _SETTLED.search(text) is not None


def heads(units: Sequence[Unit]) -> bool:
    """`DÜZELTME`, `Düzeltiyoruz: …`, `AA düzeltti: …`: all that follows stands for something."""
    for unit in units[:5]:
        if isinstance(unit.data, Number | Claimant):
            return False
        if unit.fold.startswith("duzelt") and not unit.fold.startswith("duzeltil"):
            return True
    return False


def corrected(units: Sequence[Unit], gatherer: Gatherer, marked: bool) -> list[Unit]:
    """The line with what it takes back taken out; ``marked``: all of it is a correction."""
    folds = [unit.fold for unit in units if isinstance(unit.data, Word)]
    if not marked and not any(fold.startswith(_TRIGGERS) for fold in folds):
        return list(units)
    done = _moved(_instead(_bracketed(list(units), gatherer), gatherer), gatherer)
    done = _told_before(done, gatherer)
    if _changes_places(done):
        # `satırları yer değiştirmiştir. A 58,8, B 54,6 olacaktır`: what stands here holds.
        done, marked = [unit for unit in done if unit.fold not in _EMPTY], True
    if not marked and not heads(done):
        return done
    return [
        replace(unit, data=unit.data._replace(corrects=True))
        if isinstance(unit.data, Number)
        else unit
        for unit in done
    ]


def _changes_places(units: Sequence[Unit]) -> bool:
    return any(one.fold == "yer" and two.fold.startswith("degis") for one, two in pairwise(units))


def _value(unit: Unit) -> Number | None:
    return unit.data if isinstance(unit.data, Number) else None


def _for(unit: Unit, old: Unit, gatherer: Gatherer) -> Unit:
    """The figure that stands for an old one, which is left out by name."""
    new, before = _value(unit), _value(old)
    assert new is not None and before is not None
    gatherer.leave(Code.I307, old.start, old.end)
    percent = new.percent or (before.percent and not new.is_count)
    # `07.00'de değil 08.00'de açıldı`: an hour for an hour.
    hour = new.clock if before.clock and unit.case == old.case == "loc" else None
    return replace(
        unit, data=new._replace(corrects=True, old=before.value, percent=percent, clock=hour)
    )


def _instead(units: Sequence[Unit], gatherer: Gatherer) -> list[Unit]:
    """`yüzde 47,1 değil, yüzde 48,1`: nothing of another name between the two."""
    done: list[Unit] = []
    old: Unit | None = None
    at = 0
    while at < len(units):
        unit = units[at]
        follows = units[at + 1] if at + 1 < len(units) else None
        if _value(unit) and (words := _told_as(units[at + 1 : at + 3])):
            # `43,9 olarak verilen AK Parti oranı 39,7 olacaktır`
            old, at = unit, at + 1 + words
            continue
        if _value(unit) and follows is not None and follows.fold in _INSTEAD:
            new = _next_number(units, at + 2)
            if new is not None:
                old, at = unit, new
                continue
        if old is not None and _value(unit):
            unit, old = _for(unit, old, gatherer), None
        elif done and (told := _value(done[-1])) and told.corrects and unit.fold in _EMPTY:
            at += 1
            continue
        done.append(unit)
        at += 1
    return done


def _told_as(behind: Sequence[Unit]) -> int:
    """`olarak verilen`, `yazdığımız`: what was said before of what is behind; in how many words."""
    said = [unit.fold for unit in behind]
    if said and said[0].startswith(_TELLING) and said[0].endswith(("imiz", "umuz")):
        return 1
    told = len(said) == 2 and said[0] == "olarak" and said[1].startswith(_TELLING)
    ends = ("en", "an", "imiz", "umuz")
    return 2 if told and said[1].endswith(ends) and not said[1].endswith("ken") else 0


def _next_number(units: Sequence[Unit], at: int) -> int | None:
    """The figure right behind, with nothing but small words between."""
    for place in range(at, min(at + 4, len(units))):
        if _value(units[place]):
            return place
        if not (units[place].mark(",;:") or units[place].fold in _BETWEEN):
            return None
    return None


def _bracketed(units: list[Unit], gatherer: Gatherer) -> list[Unit]:
    """`48,1 (47,1 değil)`, `48,1 (önceki bültende 47,1 geçilmişti)`."""
    done: list[Unit] = []
    at = 0
    while at < len(units):
        closing = next(
            (end for end in range(at, min(at + 8, len(units))) if units[end].mark(")")), 0
        )
        inside = units[at + 1 : closing] if units[at].mark("(") and closing else []
        numbers = [unit for unit in inside if _value(unit)]
        if done and _value(done[-1]) and len(numbers) == 1 and _takes_back(inside):
            done[-1] = _for(done[-1], numbers[0], gatherer)
            at = closing + 1
            continue
        done.append(units[at])
        at += 1
    return done


def _takes_back(inside: Sequence[Unit]) -> bool:
    return any(unit.fold.startswith("degil") or unit.fold in _WRONG for unit in inside) or (
        any(unit.fold.startswith(("bulten", "haber", "veri")) for unit in inside)
        and any(_tells_before(unit) for unit in inside)
    )


def _moved(units: list[Unit], gatherer: Gatherer) -> list[Unit]:
    """`47,1'den 48,1'e düzeltildi`: no change of the count, but of what was said of it."""
    for at, unit in enumerate(units):
        if not unit.fold.startswith(_MENDED):
            continue
        numbers = [place for place in range(at) if _value(units[place])][-2:]
        if len(numbers) == 2 and units[numbers[0]].case == "abl":
            first, second = numbers
            if any(isinstance(one.data, Claimant | Mark) for one in units[first:second]):
                continue
            told = replace(_for(units[second], units[first], gatherer), case="")
            number = _value(told)
            assert number is not None
            told = replace(told, data=number._replace(suffix=""))
            return [*units[:first], told, *units[at + 1 :]]
    return units


def _tells_before(unit: Unit) -> bool:
    """`geçmiştik`, `verilmiştir`, `duyurduk`: what was said before this text."""
    word = unit.data
    if not isinstance(word, Word) or not unit.fold.startswith(_TELLING):
        return False
    return "mist" in unit.fold or "must" in unit.fold or unit.fold.endswith(("dik", "tik", "duk"))


def _told_before(units: Sequence[Unit], gatherer: Gatherer) -> list[Unit]:
    """`47,1 olarak geçmiştik, doğrusu 48,1`: the part before the word is what was said before."""
    at = next(
        (
            place
            for place in range(len(units))
            if _is_right(units, place) and any(_value(one) for one in units[:place])
        ),
        _before_new(units),
    )
    start = max((one + 1 for one in range(at) if _parts(units, one, at)), default=0)
    olds = [
        place for place in range(start, at) if _value(units[place]) and not _timed(units, place)
    ]
    spoken = units[start:at]
    false = any(unit.fold.startswith(_WRONG) for unit in spoken)
    right_away = at < len(units) and _is_right(units, at) and _next_number(units, at + 1)
    if not olds or not (false or right_away or any(_tells_before(unit) for unit in spoken)):
        return list(units)
    stop = next((one for one in range(at + 1, len(units)) if units[one].mark(".!?;")), len(units))
    right = [
        unit
        for unit in units[at + 1 : stop]
        if not unit.fold.startswith((*_EMPTY, *_MENDED))
        and not (unit.mark(":") and unit.start < units[at + 1].end + 1)
    ]
    news = [place for place, unit in enumerate(right) if _value(unit)]
    if len(news) == len(olds):
        for old, new in zip(olds, news, strict=True):
            right[new] = _for(right[new], units[old], gatherer)
    else:
        for old in olds:
            gatherer.leave(Code.I307, units[old].start, units[old].end)
    named = any(isinstance(unit.data, Claimant) for unit in right)
    return [
        *units[:start],
        *_address(units[start:at], olds[0] - start, named),
        *right,
        *units[stop:],
    ]


def _is_right(units: Sequence[Unit], at: int) -> bool:
    """`doğrusu`, `düzeltme`, `doğru oran`: what holds stands behind it."""
    follows = units[at + 1].fold if at + 1 < len(units) else ""
    named = units[at].fold == "dogru" and follows.startswith(("oran", "rakam", "sayi", "veri"))
    return units[at].fold in _RIGHT or named


def _before_new(units: Sequence[Unit]) -> int:
    """`… olarak duyurmuştuk; 39,5 olacak`: the mark before the figure that should have stood."""
    for place, (one, two) in enumerate(pairwise(units)):
        after = units[place + 2].fold if place + 2 < len(units) else ""
        mended = two.fold == "olarak" and after.startswith(_MENDED)
        if _should_be(one, two) or (_value(one) and mended):
            return max((at for at in range(place) if units[at].mark(",;.")), default=0)
    return 0


def _timed(units: Sequence[Unit], at: int) -> bool:
    """`AA 21.31:`, `AA (21.31)`, `21.31'de`: the time of the source, no figure of it."""
    number = _value(units[at])
    if number and number.clock and number.dotted and units[at].case == "loc":
        return True
    before = units[max(0, at - 2) : at]
    # `AA (21.31)`, `(AA, 22.17)`
    near = before[-1:] if before and not before[-1].mark("(,") else before[:1]
    named = any(isinstance(unit.data, AgencyName) for unit in near)
    return bool(named and number and number.clock and number.dotted and not number.percent)


def _parts(units: Sequence[Unit], at: int, trigger: int) -> bool:
    """Whether a sentence ends here that has nothing of what is taken back."""
    if not units[at].mark(".!?"):
        return False
    between = units[at + 1 : trigger]
    return any(_value(unit) for unit in between)


def _address(spoken: Sequence[Unit], first: int, named: bool) -> list[Unit]:
    """Of what was said before: who, where, which contest, whose source; no verb, no figure."""
    kept: list[Unit] = []
    for place, unit in enumerate(spoken):
        if isinstance(unit.data, Claimant):
            if not named and place < first:
                kept.append(replace(unit, case="" if unit.case in ("acc", "dat") else unit.case))
        elif isinstance(unit.data, AgencyName | PlaceName | RaceName) or (
            place < first and not _spoken_of(unit) and not _figure(spoken, place)
        ):
            kept.append(unit)
    return kept


def _figure(units: Sequence[Unit], at: int) -> bool:
    """A number that is no hour of its source: `(AA, 22.17)` is; in `AA 21.31'de` it said so."""
    hour = _timed(units, at) and units[at].case != "loc"
    return isinstance(units[at].data, Number | Clock) and not hour


def _spoken_of(unit: Unit) -> bool:
    """`önceki haberimizde`, `için verdiğimiz`: how it was said, nothing of what."""
    word = unit.data
    if not isinstance(word, Word):
        return False
    verb = word.verb is not None and word.verb.form is not Form.FINITE
    return verb or unit.fold.startswith(("onceki", "haber", "bulten", *_TELLING, *_WRONG))
