"""Who says a clause's figures, where it is no agency: `Özel, İmamoğlu'nun 52,3 aldığını söyledi`.

What a camp counts under its own roof stands in no agency's column, whoever carries its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile, zip_longest

from desk.reading.brackets import span_around
from desk.reading.grammar.asides import is_nobody, is_odd, word_of
from desk.reading.grammar.clauses import Clause
from desk.reading.numbers import Clock, Number
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense

_THAT = re.compile(r"\w+(?:[dt][iu]|[ae]c[ae])(?:g|kl[ae]r)[iu](?:n|m[iu]z|m)?[iu]")
"""`aldığını`, `olduklarını`, `kazanacağımızı`: what is said, in front of who says it."""
_PERSONAL = re.compile(
    r"(?:soyl[eu]|savun|anlat|vurgula|iddia|sure?r?|suru|ifade|getir|hesapla)\w*|d(?:edi|iyor|iyen)\w*"
)
"""`söyledi`, `öne sürdü`: what people do, and agencies do not."""
_PASSIVE = re.compile(r"\w+(?:[iu]l|[iuae]n)(?:[dt][iu]|m[iu]s|[iu]yor|m[ae]kt[ae])\w*")
"""`açıklandı`, `duyuruldu`: nobody is named who says it."""
_VOICES = ("sozcu", "yardimci", "danisman", "gazeteci", "kurmay", "yetkili", "lider", "vekil")
_SPEAKERS = (
    *(*_VOICES, "baskan", "kaynak", "avukat", "yonetici", "bakan", "vali", "kaymakam", "uye"),
    "musahit",
)
"""How the words begin for people who tell figures."""
_OURS = re.compile(r"\w*(?:[dt][ae]|[dt][iu]|l[iu])y[iu][zm]|\w+[iu]yoruz")
"""`öndeyiz`, `46,2'deyiz`: a side tells of itself."""
_COUNTS = ("veri", "rakam", "bilgi", "tablo", "hesap", "sayim", "tutanak", "sistem", "kaynak")
_TOLD = ("gore", "bakilirsa")
_OFFICIAL = ("ysk", "resmi", "kesin", "gecici", "belirleme", "ajans", "kapsayan", "tur", "sayim")
"""What words say of a count that it is nobody's own."""


BOARD = "YSK"
"""Who counts for all: what it says is nobody's claim."""

Quote = tuple[int, int, Unit]
"""Where a quotation starts and ends in the text, and who says it."""


def sayers(
    found: Sequence[Clause], sentence: Sequence[Unit], quoted: Sequence[Quote]
) -> list[Unit | None]:
    """For each clause who says its figures; None where an agency does, or nobody is named."""
    head = _heads_speech(sentence)
    if head is not None:
        return [head] * len(found)
    said = _sayers(found)
    for at, clause in enumerate(found):
        if quoted and clause.numbers and said[at] is None:
            near = span_around(quoted, clause.units[clause.numbers[0]].start)
            said[at] = quoted[near][2] if near >= 0 else None
    return said


def told_by_both(units: Sequence[Unit]) -> Unit | None:
    """The second of two agencies that are told of the same figures, or None.

    `AA ve ANKA aynı rakamı veriyor: …`, `hem AA'ya hem ANKA'ya göre`, `… 57,0 (AA, ANKA)`.
    """
    named = [at for at, unit in enumerate(units) if _is_agency(unit)]
    if len(named) != _BOTH:
        # `AA ile ANKA farklı: AA …, ANKA …`: each has its own.
        return None
    one, two = named
    between = units[one + 1 : two]
    figured = any(isinstance(unit.data, Number) and unit.data.clock is None for unit in between)
    apart = any(unit.fold.startswith(_APART) for unit in [*between, *units[two + 1 : two + 2]])
    same = units[one].data == units[two].data
    return None if figured or apart or same else units[two]


def other_speaker(units: Sequence[Unit]) -> Unit | None:
    """`Sahadan: Kadıköy …`, `NTV: İmamoğlu 61,9`: who tells a line's figures, if nobody known."""
    colon = next((at for at, unit in enumerate(units[:_REACH]) if unit.mark(":")), 0)
    head = units[:colon]
    named = any(isinstance(unit.data, AgencyName | RaceName | Number) for unit in head)
    named |= any(unit.fold.startswith(("secim", "veri")) for unit in head)
    odd = any(is_nobody(unit) or is_odd(unit) for unit in head)
    # `Altay: yüzde 49,5` is hers, `Paşaköy: CHP 35,1` there.
    here = any(isinstance(unit.data, PlaceName) for unit in units)
    named |= len(head) == 1 and is_nobody(head[0]) and not here
    said = odd and not named and any(isinstance(unit.data, Claimant) for unit in units[colon:])
    return units[0] if said else None


def other_source(text: str) -> tuple[int, int] | None:
    """Where `… 28,1 (müşahitten)`, `… (CHP verisi, AA'da 54,6)` says so in a folded line."""
    found = _OTHERS.search(text)
    return found.span() if found is not None else None


_PARTY = r"(?:parti\w*|chp|akp|ak parti|mhp|dem)(?:'?n[iu]n)?"
_OWN = r"(?:veri(?:si|leri)|rakam|sayim|temsilci|tutanag|sistem)"
_OTHERS = re.compile(
    rf"(?:^|[(;-] ?)(?:(?:bizim )?musahit|{_PARTY} {_OWN}|bizim sayim|kaynak ?: ?{_PARTY}\b"
    r"|(?:diger|oteki|obur|baska) ajans|tutanaktan\b|sahadan\b|kaynagini bilm)"
    r"|\( ?(?:chp ?;|(?:aa|anka) degil\b(?! (?:aa|anka)))"
)
"""What says of figures that they are no agency's, or another's."""


def is_anothers_alone(units: Sequence[Unit], owner: Unit, at: int) -> bool:
    """`AA: İmamoğlu 54,6 Kurum 36,9 (ANKA'da 54,9)`: the other agency's, of one of the two."""
    low = next((one for one in range(at - 1, -1, -1) if units[one].start <= owner.start), 0)
    between = units[low + 1 : at]
    told = [unit for unit in between if isinstance(unit.data, Number) and not unit.data.clock]
    named = [unit for unit in between if _is_agency(unit)]
    others = any(
        isinstance(unit.data, Claimant) and (unit.data.parties or unit.data.people)
        for unit in units[:low]
    )
    return bool(told and named) and others and told[0].start < named[0].start


def has_nothing(units: Sequence[Unit], at: int) -> bool:
    """`AA'da henüz yok: …`, `AA'nın vermediği Çatalca`, `AA mı:`: no figure's source, for sure."""
    behind = takewhile(
        lambda unit: not (isinstance(unit.data, Number | AgencyName) or unit.mark(".;:,(|")),
        units[at + 1 : at + 1 + _REACH],
    )
    asked = at + 1 < len(units) and units[at + 1].fold in ("mi", "mu")
    return asked or any(
        _LACKS.fullmatch(two.fold) and one.fold not in ("kesin", "resmi")
        for one, two in pairwise([units[at], *behind])
    )


_REACH = 6
_LACKS = re.compile(
    r"(?:ver|acikla|gir|gorun|duyur|gec|paylas|yayinla|yayimla|isle|yaz|yok)"
    r"(?:m[ae](?:d[iu]|yen|yan|mis)|m[iu]yor)\w*|yok|olmayan|sifir"
    r"|uyumsuz|karistirm\w*|celisi\w*"
)
"""What an agency that has no figures does."""


def is_credit(word: str) -> bool:
    """Whether a folded word may stand in a line that only credits."""
    return word in (*_CREDITS, *_GAVE, *_OF_ITS) or word.startswith(_TOOK)


def only_credits(sentence: Sequence[Unit], agency: Unit) -> bool:
    """`… Kurum 39,7. Veriler ANKA'dan.`: a sentence of a source, and perhaps its hour."""
    if not all(unit is agency or _may_credit(unit) for unit in sentence):
        # Most sentences, at their first other word.
        return False
    rest = [unit for unit in sentence if unit is not agency and not isinstance(unit.data, Mark)]
    told = [
        unit for unit in rest if not isinstance(unit.data, Clock | Number | RaceName | PlaceName)
    ]
    counts = any(unit.word(Sense.BOX, Sense.OPENED) for unit in told)
    timed = all(counts or unit.data.clock for unit in rest if isinstance(unit.data, Number))
    bare = not told and bool(rest) and not agency.case and sentence[0] is agency
    # `… Kurum 39,7. AA, sandık yüzde 88.`, `… Usta 40,2. ANKA 23.48. Sandık: …`
    return timed and (bool(told) or bare)


def _may_credit(unit: Unit) -> bool:
    """Whether a unit may stand beside an agency in a sentence that only credits."""
    if isinstance(unit.data, Mark | Clock | Number | RaceName | PlaceName):
        return True
    return unit.word(*_CREDIT_WORDS) or is_credit(word_of(unit))


UPDATED = ("guncelleme", "guncellenme", "guncellendi")
"""What an agency's page says it did at an hour."""
_CREDITS = (
    *("kaynak", "ilce", "pusula", "saat", "yer", "haber", "verisi", "verileri"),
    *("son", "veriler", "sonuclar", "alinmistir", "alindi", "itibariyla", "itibariyle", *UPDATED),
    *("state", "run", "said", "reported", "reports", "according", "to"),
)
"""What may stand beside the names of a line that only credits."""

_CREDIT_WORDS = (Sense.SOURCE, Sense.CLOCK, Sense.BOX, Sense.OPENED)
_GAVE = (
    *("verdi", "gecti", "yazdi", "bildirdi", "duyurdu", "acikladi", "veriyor", "diyor", "dustu"),
    *("aldim", "aldik", "baktim", "baktik", "boyle", "bunu", "bunlar", "az", "once", "not"),
)
"""`… Kurum 43,0. AA verdi.`"""
_TOOK = (
    *("bulten", "alin", "bilgi", "derlen", "gectigi", "aktardi"),
    *("yayimladi", "yayinladi", "paylasti"),
)
"""`Rakamlar AA'nın 23.20'de geçtiği bültenden alındı.`"""
_OF_ITS = ("bu", "sonuclar", "rakamlar", "ait", "aittir", "tablo", "tablosu", "resmi", "olmayan")
"""`Bu sonuçlar Anadolu Ajansı'na ait.`"""


def _is_agency(unit: Unit) -> bool:
    data = unit.data
    return isinstance(data, AgencyName) and data.code is not None and not data.quoted


_BOTH = 2
_APART = ("yok", "henuz", "degil", "aksi", "farkli", "bekle", "vermedi", "yerine", "ise")
"""What is said of one agency, where the figures are the other's."""


def _sayers(found: Sequence[Clause]) -> list[Unit | None]:
    said: list[Unit | None] = []
    run: list[Unit] = []
    since = 0
    for at, (clause, after) in enumerate(zip_longest(found, found[1:])):
        run += clause.units
        last = _last_word(clause.units)
        if last is not None and after is not None and _goes_on(last, after):
            continue
        said += [_sayer(run, clause)] * (at + 1 - since)
        run, since = [], at + 1
    return said


def _sayer(units: Sequence[Unit], last: Clause) -> Unit | None:
    """Who says what the units tell; ``last`` is the clause they end with."""
    folds = {unit.fold for unit in units}
    if not any(isinstance(unit.data, Number) for unit in units):
        return None
    who = _says_that(units, last) or (_told_by(units) if "tarafindan" in folds else None)
    if who is None and not folds.isdisjoint(_TOLD):
        who = _according_to(units)
    return who or _of_ours(units)


def _goes_on(last: Unit, after: Clause) -> bool:
    """`... 45,1 aldığını, ... söyledi`, `... aldığı CHP tarafından duyuruldu`: with one verb."""
    if _is_that(last):
        return True
    verb = last.data.verb if isinstance(last.data, Word) else None
    pointed = verb is not None and verb.form is Form.OBJECT
    return pointed and "tarafindan" in after.folds


def _is_that(unit: Unit) -> bool:
    if not isinstance(unit.data, Word) or unit.data.verb is None:
        return False
    return _THAT.fullmatch(unit.fold) is not None


def _last_word(units: Sequence[Unit]) -> Unit | None:
    return next((unit for unit in reversed(units) if unit.fold), None)


def _says_that(units: Sequence[Unit], clause: Clause) -> Unit | None:
    """`Kabaktepe, Kurum'un 46,2 aldığını duyurdu`, `... olduğunu söyleyen Özel`."""
    that = max((at for at, unit in enumerate(units) if _is_that(unit)), default=0)
    verb = _last_word(units[that + 1 :])
    told = any(isinstance(unit.data, Number) and unit.data.clock is None for unit in units[:that])
    if verb is None or not told or not isinstance(verb.data, Word):
        return None
    head = clause.head if clause.relative else None
    if head is not None and isinstance(head.data, AgencyName):
        return None
    speaker = _speaker(units, that) or (head if _is_somebody(head) else None)
    if _agency_says(units, speaker):
        return None
    if speaker is None and _PERSONAL.fullmatch(verb.fold) and not _PASSIVE.fullmatch(verb.fold):
        speaker = units[that]
    return None if _PASSIVE.fullmatch(verb.fold) and speaker is None else speaker


def _speaker(units: Sequence[Unit], that: int) -> Unit | None:
    """The somebody in the nominative who does the saying."""
    for at, (unit, after) in enumerate(pairwise(units)):
        if not _is_somebody(unit) and not (at and _is_capital(unit)):
            continue
        apart = after.mark(",") or after.fold in ("ise", "da", "de")
        if apart or not at or at > that or unit.fold.startswith(_VOICES):
            return _whole_name(units, at)
    return None


def _whole_name(units: Sequence[Unit], at: int) -> Unit:
    """`Özgür Özel`: what stands beside it with capitals, and is words of the language."""
    first = last = at
    while first and _is_capital(units[first]) and _is_capital(units[first - 1]):
        first -= 1
    while last + 1 < len(units) and _is_capital(units[last]) and _is_capital(units[last + 1]):
        last += 1
    return replace(units[at], start=units[first].start, end=units[last].end)


def _is_somebody(unit: Unit | None) -> bool:
    """`Özgür Özel`, `CHP kurmayları`: a contender, a name, or who speaks for one."""
    if unit is None or unit.case:
        return False
    if isinstance(unit.data, Claimant):
        return True
    named = _is_capital(unit) and not unit.word(Sense.COMMON)
    return named or (unit.fold.startswith(_SPEAKERS) and not unit.fold.endswith(("nin", "nda")))


def _is_board(unit: Unit) -> bool:
    """`YSK`, `İl Seçim Kurulu`"""
    source = unit.data
    return isinstance(source, AgencyName) and (source.board or source.code == BOARD)


def _is_capital(unit: Unit) -> bool:
    """`Özel`: a name, or the first word of a sentence."""
    word = unit.data
    told = {Sense.ROLE, Sense.COMMON}
    return isinstance(word, Word) and word.capital and not (unit.case or word.senses - told)


def _agency_says(units: Sequence[Unit], speaker: Unit | None) -> bool:
    """`AA, Kurum'un 46,2 aldığını duyurdu`: but `AA: Özel, ...` and `AA'nın haberine göre Özel`."""
    for at, unit in enumerate(units):
        if not isinstance(unit.data, AgencyName):
            continue
        if _is_board(unit) or (speaker is not None and unit.start > speaker.start):
            # `Günaydın, ANKA'ya göre Dedetaş'ın 51,2'de olduğunu söyledi`
            return True
        after = units[at + 1] if at + 1 < len(units) else None
        byline = after is None or after.mark(":-–)") or isinstance(after.data, Number)
        if not (unit.case or byline):
            return True
    return False


def _according_to(units: Sequence[Unit]) -> Unit | None:
    """`Özel'e göre`, `edinilen bilgiye göre`; but `ilk sonuçlara göre`, `Kurum'a göre 3 puan önde`.

    Whatever is none of the count's words says whose count it is.
    """
    at = next((at for at, unit in enumerate(units) if at and unit.fold in _TOLD), 0)
    if not at or any(isinstance(one.data, AgencyName) for one in units[:at]):
        return None
    start = max((one + 1 for one in range(at) if isinstance(units[one].data, Mark)), default=0)
    told, before = units[max(start, at - 4) : at], units[at - 1]
    person = isinstance(before.data, Claimant) or _is_capital(replace(before, case=""))
    if person and before.case == "dat":
        compared = any(one.word(Sense.POINT, Sense.GAP, Sense.AHEAD) for one in units)
        return None if compared else before
    if any(one.fold.startswith(_OFFICIAL) or one.word(Sense.EARLIER) for one in told):
        return None
    counted = before.fold.startswith(_COUNTS)
    whose = [one for one in told if isinstance(one.data, Claimant) and one.case == "gen"]
    odd = [one for one in told if is_odd(one)]
    return (whose[-1] if whose and counted else None) or next(iter(odd), None)


def _told_by(units: Sequence[Unit]) -> Unit | None:
    """`İmamoğlu'nun 52,3 aldığı CHP tarafından duyuruldu`"""
    by = (one for one, two in pairwise(units) if two.fold == "tarafindan" and _is_somebody(one))
    last = _last_word(units)
    return next(by, None) if last is not None and _PASSIVE.fullmatch(last.fold) else None


def _of_ours(units: Sequence[Unit]) -> Unit | None:
    """`46,2'deyiz`, `7 puan öndeyiz`."""
    for unit in units:
        told = unit.data.suffix if isinstance(unit.data, Number) else unit.fold
        finite = isinstance(unit.data, Number) or (
            isinstance(unit.data, Word)
            and (unit.word(Sense.AHEAD) or (unit.data.verb and unit.data.verb.form is Form.FINITE))
        )
        if told and finite and _OURS.fullmatch(told):
            return unit
    return None


def _heads_speech(units: Sequence[Unit]) -> Unit | None:
    """`Özel: İmamoğlu 52,3`, `CHP Sözcüsü Yücel: ...`, `Günaydın 21.30'da açıkladı: ...`."""
    colon = next((at for at, unit in enumerate(units[:12]) if unit.mark(":")), 0)
    before, behind = units[:colon], units[colon + 1 :]
    told = behind[0].data if behind else None
    if not before or any(isinstance(unit.data, AgencyName) for unit in before[1:]):
        return None
    if any(isinstance(unit.data, Number) and unit.data.clock is None for unit in before):
        return None
    who = before[-1]
    voice = next((unit for unit in before if _is_voice(unit)), None)
    said = who.word(Sense.SAY) or _PERSONAL.fullmatch(who.fold) is not None
    if said or voice is not None:
        somebody = voice or next((unit for unit in before if _is_person(unit)), None)
        return None if isinstance(told, Number) else somebody
    if not isinstance(told, Claimant) or told == who.data or not _is_person(who) or who.case:
        return None
    # `Bölge Şefi: yılmaz 36,9`: in a chat whoever writes tells what she has seen.
    return who if told.candidate is not None and not told.text[:1].islower() else None


def _is_voice(unit: Unit) -> bool:
    """`CHP Sözcüsü Deniz Yücel`, `kurmaylar`: who speaks for a side."""
    words = fold(unit.data.text).split() if isinstance(unit.data, Claimant) else [unit.fold]
    return any(word.startswith(_VOICES) for word in words)


def _is_person(unit: Unit) -> bool:
    who = unit.data
    if not isinstance(who, Claimant) or who.twins or who.text.isupper():
        return False
    return bool(who.candidate and (who.known or who.sure))


def quotes(units: Sequence[Unit]) -> Iterator[Quote]:
    """`Kabaktepe, "Kurum 46,2" dedi`, `Kurum: "46,2'deyiz."`: what somebody says word for word."""
    marks = [at for at, unit in enumerate(units) if unit.mark('"')]
    if not marks:
        return
    board = next((at for at, unit in enumerate(units) if _is_board(unit)), len(units))
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        inside = units[opening + 1 : closing]
        words = [one for one in inside if not isinstance(one.data, Mark)]
        if len(words) < 2 or any(isinstance(one.data, AgencyName) for one in inside):
            # `"Kilis","49,8"`: a table's cells.
            continue
        before = units[max(0, opening - 2) : opening]
        sourced = bool(before) and isinstance(before[-1].data, AgencyName)
        if sourced or board < opening:
            continue
        behind = units[closing + 1 : closing + 4]
        told = before[0] if len(before) == 2 and before[1].mark(":,") else None
        said = any(one.word(Sense.SAY) or _PERSONAL.fullmatch(one.fold) for one in behind)
        if isinstance(told.data if told else None, AgencyName) or not (told or said):
            continue
        yield units[opening].start, units[closing].end, told or units[opening]
