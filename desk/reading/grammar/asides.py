"""Places that are told of something else than the count: `Üsküdar'da kutlama başladı`.

The figure of somebody who stands in all the city may be the city's there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from desk.reading.grammar.clauses import Clause
from desk.reading.grammar.strange import unknown
from desk.reading.lexicon import countrywide, words_of
from desk.reading.names.joining import is_origin, of_the_city
from desk.reading.numbers import Number
from desk.reading.races import FORMER
from desk.reading.tokens import fold
from desk.reading.units import UNSURE, AgencyName, Claimant, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import HEADLINE, Form, Sense

_COUNTS = (
    *(Sense.VOTE, Sense.BOX, Sense.OPENED, Sense.RATE, Sense.TURNOUT, Sense.GAP, Sense.COUNT),
    *(Sense.AHEAD, Sense.RESULT, Sense.RANK, Sense.VOTER),
)
_BESIDE_COUNTS = frozenset(
    {
        *_COUNTS,
        *(Sense.COMMON, Sense.LINK, Sense.SOURCE, Sense.CLOCK, Sense.SPELT, Sense.TOTAL),
        *(Sense.CLOSED, Sense.BE, Sense.AREA, Sense.VAGUE, Sense.IN_ORDER, Sense.MONTH),
        *(Sense.GIVE, Sense.ASIDE, Sense.EARLIER, Sense.MOVE, Sense.REACH),
        *(Sense.CHANGE, Sense.STAY),
    }
)
"""What words may do that stand between a place and its figures."""
_RESULTS = ("sonuc", "secim", "yaris", "genel", "ilce", "haber")
_HEADS = (*HEADLINE, *_RESULTS)
_REPORTS = (Sense.SAY, Sense.SHOW, Sense.PASS, Sense.GIVE)
_REPORTERS = ("muhabir", "temsilci", "gazeteci", "ekib")
_DONE = (Sense.GIVE, Sense.RESULT, Sense.PASS, Sense.STAY)
"""What was done with a place whose verb has no figure: `Tuzla da gitti, Kurum 39,8'e geriledi`."""
_TOLD = ("sonuc", "tutanak", "bulten")
_SPOTS = ("bina", "ofis", "buro", "kahve", "studyo", "lokal", "meydan", "miting", "salonu", "evin")
"""Where somebody is, hears or says something."""
_LIKE = ("kadar", "buyuklug", "nufus", "olceg", "olcusu", "capinda", "genislig")
"""What something else is compared with: `Esenyurt büyüklüğünde bir oy`."""


def is_compared(units: Sequence[Unit], at: int) -> bool:
    """`Bağcılar kadar`, `eski Beyoğlu Belediye Başkanı`: a place nothing is told of."""
    before = units[at - 1].fold if at else ""
    after = units[at + 1].fold if at + 1 < len(units) else ""
    plain = units[at].case in ("", UNSURE)
    return plain and (before in FORMER or after.startswith(_LIKE))


def told_aside(clause: Clause, at: int) -> bool:
    """Whether the words about a place say that something else is there, or was done."""
    units = clause.units
    place, behind = units[at], _behind(clause, at)
    if place.case == "other":
        # `Arnavutköy'deyim`: who writes is there.
        return False
    if place.case == "rel" or is_compared(units, at) or is_added(units, at):
        return True
    if _is_elsewhere(units, at, behind) or any(one.fold.startswith(_SPOTS) for one in behind):
        return True
    if any(unit.mark(":") for unit in units[at + 1 :]):
        # `Şişli'deki il binasında yazan: …`, `Kadıköy'de bekleyenler sevindi: …`
        counted = any(_counts(*two) or _is_paper(two[0]) for two in pairwise([*behind, place]))
        odd = place.case == "ki" and any(map(is_odd, behind))
        return (odd or any(map(is_scene_of, behind))) and not counted
    # `Edirne'deki oyu gece boyunca yükselerek`
    counted = place.case == "ki" and bool(behind) and behind[0].fold.startswith(("oyu", "oran"))
    # `Ataşehir'den haber var, İmamoğlu 61,9`
    counted |= place.case == "abl" and bool(behind) and behind[0].fold == "haber"
    if counted or any(_is_paper(unit) for unit in behind):
        return False
    if _tells_else(behind):
        return True
    if any(is_origin(unit) for unit in behind) or _counted_on(clause, behind):
        return True
    if not clause.numbers and any(isinstance(unit.data, RaceName) for unit in units):
        # `Beşiktaş'ın İBB tercihi değişmedi`
        return False
    if not clause.numbers and (_of_another(clause) or "en" in clause.folds):
        # `En kalabalık ilçe Esenyurt.`
        return True
    told = units if not clause.numbers else behind
    if any(_counts(*two) for two in pairwise([*told, units[-1]])):
        return False
    words = [unit for unit in behind if unit.fold and not unit.word(Sense.LINK)]
    left = place.case == "abl" and bool(words)
    return left or any(_points(unit) for unit in behind) or is_told(clause)


def is_news(clause: Clause, at: int) -> bool:
    """`AA'nın sitesi çöktü`, `DHA, Kurum'un evinden çıkışını görüntüledi`: no source of a count."""
    behind = [*takewhile(lambda unit: not unit.mark(":"), clause.units[at + 1 :])]
    told = any(
        unit.word(Sense.VOTE, Sense.BOX) or _is_paper(unit) or unit.fold.startswith(_TOLD)
        for unit in behind
    )
    odd = any(is_odd(unit) and not unit.word(*_REPORTS) for unit in behind)
    headed = len(behind) < len(clause.units) - at - 1
    return odd and not (told or headed or clause.numbers or clause.relative)


def is_scene(clause: Clause, at: int) -> bool:
    """`İBB sonuçlarının verildiği ekranın önünde gençler sloganlar attı`: told beside a contest."""
    behind = clause.units[at + 1 :]
    odd = [unit for unit in behind if is_odd(unit) and not unit.word(*_REPORTS)]
    papers = any(_is_paper(unit) for unit in behind)
    pointed = clause.relative and clause.head is not None and is_odd(clause.head)
    return (pointed or len(odd) > 2) and not papers


def _is_elsewhere(units: Sequence[Unit], at: int, behind: Sequence[Unit]) -> bool:
    """`Beykoz muhabirimiz: ...`, `Avcılar İlçe Başkanı: ...`: the place is of who tells it.

    So are those of `Muhabirimiz Beyoğlu'nda.` and `Adalar'dan Çatalca'ya 39 ilçede`.
    """
    place = units[at]
    before = units[at - 1] if at else None
    after = units[at + 1] if at + 1 < len(units) else None
    source = after.data if after is not None else None
    if isinstance(source, AgencyName):
        return place.case == "ki" or (not place.case and source.code is None)
    if behind and behind[-1].fold.startswith(_REPORTERS) and not place.case:
        return True
    if before is None:
        return False
    stretch = place.case == "dat" and isinstance(before.data, PlaceName) and before.case == "abl"
    there = place.case == "loc" and (after is None or after.mark(",;."))
    return stretch or (there and before.fold.startswith(_REPORTERS))


_PAPERS = ("sandi", "oy", "veri", "tutana", "torba")
_MOST = ("cogu", "cogunlugu", "gerisi", "kalani", "yarisi")


def is_added(units: Sequence[Unit], at: int) -> bool:
    """`Esenler'den son sandıklar geldi`, `Kadıköy'ün oyları girilmedi`: to the count of them all.

    So are `açılmayanların çoğu Kadıköy'de`, and what is told of the night somebody won a town.
    """
    place, behind = units[at], [one for one in units[at + 1 : at + 7] if one.fold]
    if place.case == "acc":
        return any(_points(one) and one.word(Sense.RESULT) for one in behind[:1])
    if place.case == "loc":
        last = at + 1 == len(units) or units[at + 1].mark(",;.")
        return last and any(one.fold in _MOST for one in units[:at])
    near = behind if place.case == "abl" else behind[:1] if place.case in ("", "gen") else []
    papers = next((one for one in near if one.fold.startswith(_PAPERS)), None)
    came = any(one.fold.startswith(("gir", "gel", "ulas")) for one in behind)
    whole = any(one.word(Sense.TOTAL) for one in behind)
    counted = any(isinstance(one.data, Number) for one in units[at + 1 : at + 7])
    return papers is not None and came and not (whole or counted)


def _tells_else(behind: Sequence[Unit]) -> bool:
    """`Esenler'de kavga çıktı, ...`: whether a word is none of the count's."""
    lost = any(
        isinstance(one.data, Claimant) and one.case == "loc" and two.mark(",")
        for one, two in pairwise(behind)
    )
    return lost or any(is_odd(unit) for unit in behind)


def _behind(clause: Clause, place: int) -> list[Unit]:
    """What is said of a place: up to whoever has the first figure, or tells it."""
    found: list[Unit] = []
    owner = 0
    for at, unit in enumerate(clause.units[place + 1 :], place + 1):
        after = clause.units[at + 1] if at + 1 < len(clause.units) else None
        if at in clause.numbers and not _numbers_else(unit, after):
            break
        stands = after is not None and after.fold.startswith(("aday", "uye"))
        if (isinstance(unit.data, RaceName) and not stands) or unit.mark(":"):
            break
        if isinstance(unit.data, AgencyName) and not unit.data.board:
            break
        if isinstance(unit.data, Claimant) and unit.case != "acc" and _may_own(unit.data):
            owner = len(found) + 1
        found.append(unit)
    return found[: owner - 1] if owner else found


def _numbers_else(unit: Unit, after: Unit | None) -> bool:
    """`3 gözaltı`, `5 bin polis`: what no election counts."""
    number = unit.data
    plain = isinstance(number, Number) and not (number.percent or number.suffix)
    return plain and after is not None and unknown(after)


def _may_own(holder: Claimant) -> bool:
    return bool(holder.known or holder.parties or holder.people or holder.sure)


def is_nobody(unit: Unit) -> bool:
    """`Kutlama 23.30'da`, `Bunu AA veriyor`: a word with a capital that names nobody known."""
    return isinstance(unit.data, Claimant) and not _may_own(unit.data)


def word_of(unit: Unit) -> str:
    """The folded word; of one that has a capital and names nobody, too: `Bunu AA veriyor.`"""
    data = unit.data
    return fold(data.text) if isinstance(data, Claimant) and is_nobody(unit) else unit.fold


def _is_paper(unit: Unit) -> bool:
    """`pusulalar`, `verileri`: what is counted, so that whatever is told of it is of the count."""
    data = unit.fold.startswith("veri") and unit.word(Sense.SOURCE)
    return data or unit.fold.startswith(("pusula", "zarf"))


def is_odd(unit: Unit) -> bool:
    """`kavga`, `muhabirimiz`, `eski`, `gitti`: a word that is none of the count's."""
    word = unit.data
    if not isinstance(word, Word) or unit.fold.startswith(_HEADS):
        return False
    done = word.verb is not None and word.verb.form is Form.FINITE and unit.word(*_DONE)
    return done or word.senses.isdisjoint(_BESIDE_COUNTS)


def is_scene_of(unit: Unit) -> bool:
    """`bekleyen`, `toplanan`: who was there, and nothing of a count."""
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    there = is_odd(unit) or unit.word(Sense.HOPE)
    return verb is not None and verb.form is Form.SUBJECT and there


def _counts(unit: Unit, behind: Unit) -> bool:
    """Whether a word is of the count; `oy kullanıp`, `oy torbaları` are of the voting."""
    if unit.fold.startswith("oy") and behind.fold.startswith(("kullan", "verme", "torba", "at")):
        return False
    if unit.fold.startswith(("sandik", "sandig")) and behind.fold.startswith(("bas", "gi")):
        return False
    return unit.fold.startswith(_RESULTS) or unit.word(*_COUNTS)


def _counted_on(clause: Clause, behind: Sequence[Unit]) -> bool:
    """`Esenyurt sandıkları girilince Kurum 39,8'e indi`: what it became with these counted, too."""
    verbs = [unit.data.verb for unit in behind if isinstance(unit.data, Word)]
    when = any(verb is not None and verb.form is Form.CONVERB for verb in verbs)
    when = when or any(unit.fold.endswith(("masiyla", "mesiyle")) for unit in behind)
    return when and bool(clause.predicate & {Sense.MOVE, Sense.REACH, Sense.BE})


def _of_another(clause: Clause) -> bool:
    """`Beykoz CHP'ye geçti`, `Esenyurt sandıkları girilince`: of another, or of a part counted."""
    others = any(isinstance(one.data, Claimant) and not of_the_city(one) for one in clause.units)
    return others or clause.form is Form.CONVERB


def is_told(clause: Clause) -> bool:
    """Whether a clause without figures says something, and heads nothing."""
    words = [unit for unit in clause.words if not unit.fold.startswith(HEADLINE)]
    return not clause.numbers and (clause.form is Form.FINITE or bool(words))


def _points(unit: Unit) -> bool:
    """`canlı bağlanan`, `oy kullandığı`: what somebody did there."""
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    return verb is not None and verb.form in (Form.SUBJECT, Form.OBJECT)


def of_the_country(owner: Unit) -> bool:
    """Whether somebody stood for president: without a night's file."""
    name = owner.data.candidate if isinstance(owner.data, Claimant) else None
    return name is not None and words_of(name)[-1] in countrywide()


def no_rivals(units: Sequence[Unit], subject: Unit | None) -> bool:
    """`Dedetaş, İmamoğlu'nun 2,1 puan gerisinde`: whether two stand against others, not each other.

    ``subject`` is whom the clause before told of, where this one names nobody of its own.
    """
    named = [unit for unit in units if isinstance(unit.data, Claimant)]
    own = any(not unit.case for unit in named)
    behind = any(unit.word(Sense.AHEAD_OF, Sense.BEHIND_OF) for unit in units)
    told = [*named, *([subject] if subject is not None and behind and not own else [])]
    if len(told) != 2 or not any(unit.case in ("gen", "abl", "dat", "acc") for unit in told):
        return False
    stands = [one.data.stands for one in told if isinstance(one.data, Claimant) and one.data.people]
    return any(one.isdisjoint(two) for one, two in pairwise(stands))


def is_heading(units: Sequence[Unit]) -> bool:
    """Whether a line is a heading: no small word stands in it that is no word of the count."""
    told = [unit for unit in units if unit.fold and not unit.fold.startswith(HEADLINE)]
    return not any(unknown(unit) or _verbal(unit) for unit in told)


def _verbal(unit: Unit) -> bool:
    return isinstance(unit.data, Word) and unit.data.verb is not None
