"""What whole clauses are: another election, a poll, a hope, denied, taken back, recounted.

Figures of such a clause are left out by name, or asked about; what a single number is, is `roles`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date, timedelta

from desk.facts.codes import Code
from desk.facts.figures import HUNDRED
from desk.reading.binding.moods import general, guesses, mood_of, only_mentions
from desk.reading.grammar.bodies import may_be_members, of_a_body
from desk.reading.grammar.clauses import WHEN, Clause
from desk.reading.grammar.flow import Flow
from desk.reading.grammar.headings import tells_leads
from desk.reading.grammar.roles import (
    CHANGE,
    HOPED,
    OTHER_ELECTION,
    POLLED,
    RECOUNTED,
    WHOSE,
    FigureRole,
    Part,
)
from desk.reading.grammar.times import told_of
from desk.reading.numbers import Day, Number, Other
from desk.reading.units import AgencyName, Claimant, PlaceName, Unit, Word
from desk.reading.vocabulary import EXAMPLES, Form, Sense

DATED = FigureRole(Part.ASKED, Code.Q315)
"""Without a night, a clause that names a year may be of any election."""

_ENDED = (Form.FINITE, Form.EARLIER)
_LEAP = 2024
"""A year that has every day, to compare days told without one."""

_HISTORY = ("tarihi", "tarihce", "gecmis", "karne", "arsiv")


def _is_history(found: Sequence[Clause]) -> bool:
    """`Sivas'ın yakın tarihi: 2014 AK Parti 51,1; 2019 AK Parti 47,7`: of which night?"""
    units = found[0].units if found else ()
    colon = next((at for at, unit in enumerate(units[:9]) if unit.mark(":")), 0)
    return bool(colon) and units[colon - 1].fold.startswith(_HISTORY)


def _dated(clause: Clause) -> bool:
    """Whether a clause names a year of its own, other than to compare with it."""
    for at, unit in enumerate(clause.units):
        if isinstance(unit.data, Day) and unit.data.year is not None and unit.data.month is None:
            if not told_of(clause.units, at):
                # `2019'daki yüzde 30,1'den`: the year is the next number's own.
                continue
            return not any(one.fold == "gore" for one in clause.units[at + 1 : at + 4])
    return False


_BEGINNING = 3
"""Letters of a mark or a bullet in front of a text's first word at most."""


def _opens(clause: Clause) -> bool:
    """`2018 milletvekili seçimi (Türkiye geneli): AK Parti …`: the year a text begins with."""
    units = clause.units
    if units[0].start > _BEGINNING:
        return False
    colon = next((at for at, unit in enumerate(units[:9]) if unit.mark(":")), 0)
    first = units[0].data if colon > 1 else None
    held = any(isinstance(unit.data, Claimant | Number) for unit in units[:colon])
    return isinstance(first, Day) and not (first.suffix or held)


def _headed(clause: Clause) -> bool:
    """`CHP %44,8 | 2019: %50,3`, `(31 Mart 2019: CHP %41,2)`: a year before a colon."""
    first, second = clause.units[:1], clause.units[1:2]
    dated = bool(first) and isinstance(first[0].data, Day) and first[0].data.year is not None
    return dated and bool(second) and second[0].mark(":")


def tells_own_poll(units: Sequence[Unit]) -> bool:
    """`KONDA geçen hafta yüzde 13,5 ölçmüştü.`: a figure of its own, and none of the count's.

    `Kararsızlar yüzde 7` and `hata payı 2,5` are of the poll whose shares stand before.
    """
    numbers = [unit.data for unit in units if isinstance(unit.data, Number)]
    shares = any(one.percent or (one.suffix and one.value <= HUNDRED) for one in numbers)
    ended = any(
        isinstance(unit.data, Word) and unit.data.verb and unit.data.verb.form in _ENDED
        for unit in units[-2:]
    )
    same = any(unit.fold.startswith(("kararsiz", "hata", "bu", "soz")) for unit in units)
    return shares and ended and not same


def in_the_field(units: Sequence[Unit]) -> bool:
    """`Pusula, 3-9 Mart: CHP 44,8`: a poll is taken on several days, and a vote on one."""
    days = any(
        (isinstance(one.data, Other) and two.word(Sense.MONTH))
        or (
            (isinstance(one.data, Day) and two.mark("-") and isinstance(three.data, Day))
            and one.data.month is not None
        )
        for one, two, three in zip(units, units[1:], units[2:], strict=False)
    )
    cast = (Sense.CAST, Sense.TURNOUT, Sense.BOX, Sense.OPENED, Sense.VOTER)
    return days and not any(unit.word(*cast) for unit in units)


def leading(units: Sequence[Unit]) -> Sense | None:
    """`Oy kaybı: AKP %8,1`, `Katılım oranları: Kadıköy 79,9`: what stands before the colon.

    `Sandık durumu: Kadıköy %88,4 • Maltepe %83,1` tells how far the count is.
    """
    for at, unit in enumerate(units[:9]):
        if isinstance(unit.data, Number | Claimant):
            return None
        dashed = unit.mark("-") and at + 2 < len(units) and units[at + 2].mark(":")
        if not (unit.mark(":") or dashed):
            continue
        before = units[:at]
        ended = any(
            isinstance(one.data, Word) and one.data.verb and one.data.verb.form is Form.FINITE
            for one in before
        )
        named = units[at + 1].data if at + 1 < len(units) else None
        person = isinstance(named, Claimant) and named.candidate is not None
        shift = any(one.word(Sense.SHIFT, Sense.CHANGE) for one in before)
        # `bayrak değişimi: oyların yüzde 46,8'i ...`: of what changed hands.
        shift = shift and not any(one.fold == "oylarin" for one in units[at : at + 3])
        if shift and not (ended or person):
            return Sense.SHIFT
        if not any(isinstance(one.data, PlaceName | Claimant) for one in units[at : at + 3]):
            return None
        if tells_leads([one for one in before if one.fold]):
            return Sense.AHEAD
        if not any(isinstance(one.data, PlaceName) for one in units[at : at + 3]):
            return None
        if any(one.fold.startswith("basin") for one in before):
            # `Sandık başında yağmur: Sarıyer'de ...`
            return None
        if any(one.fold == "sandiga" for one in before):
            # `Sandığa koşan iller: Kocaeli %91,54`
            return Sense.TURNOUT
        told = (Sense.TURNOUT, Sense.OPENED, Sense.BOX)
        topic = next((one for one in told if any(unit.word(one) for unit in before)), None)
        return Sense.OPENED if topic is Sense.BOX else topic
    return None


def same_rate(units: Sequence[Unit], flow: Flow) -> Sense | None:
    """`Van'da katılım 67,32. Şanlıurfa'da bu oran 74,90`: what the sentence before told."""
    owned = any(isinstance(unit.data, Claimant) for unit in units)
    same = any(
        (one.fold == "bu" and two.word(Sense.RATE)) or (one.fold == "oran" and not owned)
        for one, two in itertools.pairwise(units)
    )
    told = {role.part for role in flow.parts}
    return Sense.TURNOUT if same and told == {Part.TURNOUT} else None


def tells_poll(units: Sequence[Unit]) -> bool:
    """Whether units speak of a poll: `anket değil, gerçek sonuç` does not."""
    behind = [*(unit.fold for unit in units[1:]), ""]
    return any(
        (Sense.POLL in unit.senses and after != "degil" and not guesses(unit, after))
        # `Ön seçimde 1.204 oyla birinci çıkan`
        or (unit.fold == "on" and after.startswith("secim"))
        for unit, after in zip(units, behind, strict=False)
    )


_HEARD = re.compile(
    r"\b(?:aklimda kal\w+ kadariyla|gibi bir sey|diye (?:dolasan|paylasilan)|farz edelim)"
)
_MADE_UP = (*EXAMPLES, "test", "sablon", "format")
"""`Örnek: Üsküdar Dedetaş 49,8`: how a line begins that no box is told of in."""


def _is_unsure(found: Sequence[Clause]) -> bool:
    """`Sanırım Dedetaş 49,8`, `AA: 49,8 gibi bir şeydi`: told by nobody who knows."""
    if any(clause.has(Sense.DOUBT) for clause in found):
        return True
    units = [unit for clause in found for unit in clause.units]
    banded = any(
        isinstance(one.data, Number) and two.fold.startswith("bandinda")
        for one, two in itertools.pairwise(units)
    )
    return banded or _HEARD.search(" ".join(unit.fold for unit in units)) is not None


class Verdicts:
    """What whole clauses are: another election, a poll, a hope, denied."""

    def __init__(self, found: Sequence[Clause], flow: Flow) -> None:
        self._found, self._flow = found, flow
        self._roles: list[FigureRole | None] = []
        polled = earlier = False
        before: Clause | None = None
        flow.night.line = flow.line
        passing = in_passing(found)
        # `Sandıkların yüzde 91,7'si açıldığında | Akın ... oya ulaşmıştı`: this count's.
        flow.night.counted = any(one.has(Sense.BOX) and one.has(Sense.OPENED) for one in found)
        for clause in found:
            counted = not clause.folds.isdisjoint(("sandiktan", "sandikta"))
            asked = tells_poll(clause.units)
            polled = asked or (polled and not counted)
            # Of what an earlier clause said, if anything.
            earlier = earlier and not (
                self._tells_of_tonight(clause) or _tells_of_another_day(before, clause)
            )
            own = flow.night.is_earlier(clause)
            # `Anketçiler yüzde 54 biçmişti; sandıktan ... çıktı`: the poll was, and is over.
            polled_before = asked and clause.form is Form.EARLIER
            earlier_here = own or (earlier and not clause.relative) or _was(before, clause)
            before = clause if own else None
            lasts = not (clause.relative or polled_before or clause.form is Form.CONVERB)
            # `2014'te kazandığında | oyu 50,8'di`
            lasts = lasts or (own and WHEN.fullmatch(clause.units[-1].fold) is not None)
            earlier = earlier or (own and lasts)
            self._roles.append(self._role(clause, polled, earlier_here))
            # `anketlerde yüzde 57 görünen Köymen | yüzde 59 oyla aldı`: of the poll, no more.
            polled = polled and not passing
        if found and general(found[-1]):
            # `Sayım yüzde 46,3'e gelince sonuç değişir`
            self._roles = [role or HOPED for role in self._roles]
        made_up = flow.first is not None and flow.first.fold.startswith(_MADE_UP)
        if made_up or _is_unsure(found):
            self._roles = [role or WHOSE for role in self._roles]
        self._of_a_body()
        self._dated_apart()
        self._days_apart()
        self._cast_on()
        self._cast_back()
        self._hoped_back()
        self._pointed_back()
        self._mended_back()
        self._mentioned_back()
        self._stages_back()
        if any(_withdrawn(clause) for clause in found):
            ends = (at for at, clause in enumerate(found) if _mends(clause) or self._instead(at))
            mended = next(ends, len(found))
            self._roles = [
                role or HOPED if at < mended else role for at, role in enumerate(self._roles)
            ]
        self._take_back()

    def _tells_of_tonight(self, clause: Clause) -> bool:
        night = self._flow.night
        days = (unit.data for unit in clause.units if isinstance(unit.data, Day))
        told = night.says_tonight(clause.units) or any(night.is_tonight(day) for day in days)
        # `... demişti; AA AK Parti'yi 55,3'te gösteriyor`, `doğru oran yüzde 33,1`
        shown = Sense.SHOW in clause.predicate and clause.units[-1].fold.endswith("yor")
        return told or shown or _mends(clause)

    def _of_a_body(self) -> None:
        """`TBMM Başkanlığı seçiminde ... 321 oy aldı. İkinci turda 135 oy`: members voted."""
        named = of_a_body(self._found)
        if named:
            self._flow.body = self._flow.line
        if self._flow.body == self._flow.line:
            for at, clause in enumerate(self._found):
                if self._roles[at] is None and (of_a_body([clause]) or may_be_members(clause)):
                    self._roles[at] = OTHER_ELECTION

    def _days_apart(self) -> None:
        """`31 Mart'ta 48,8 alırken 23 Haziran'da 54,2'ye çıktı`: two elections of one year.

        Of a night before the later day the earlier one may be another year's as well.
        """
        days: dict[int, date] = {}
        for at, clause in enumerate(self._found):
            told = (unit.data for unit in clause.units if isinstance(unit.data, Day))
            bare = [day for one in told if not one.year and (day := one.in_year(_LEAP))]
            days |= {at: bare[-1]} if bare else {}
        last = days.get(max(days, default=0))
        for at, day in days.items():
            if last is None or last - day <= timedelta(1) or self._roles[at] is not None:
                continue
            if self._flow.night.date is not None:
                self._roles[at] = DATED
            elif self._found[at].form is Form.CONVERB:
                self._roles[at] = OTHER_ELECTION

    def _dated_apart(self) -> None:
        """Without a night: of two clauses the one with a year is the other election's."""
        if self._flow.night.date is not None:
            return
        if _is_history(self._found):
            self._roles = [role or DATED for role in self._roles]
        plain = dated = False
        now = [self._flow.night.says_tonight(clause.units) for clause in self._found]
        for at, clause in enumerate(self._found):
            # `2019'da yüzde 30 alırken bu kez 37,8'e çıktı`: which is which, it says itself.
            plain = plain or any(now[at:])
            if self._roles[at] is not None or not clause.numbers or clause.relative:
                continue
            apart = plain and not self._flow.night.several and _headed(clause)
            if apart or (_dated(clause) and not self._of_the_text(clause)):
                self._roles[at] = OTHER_ELECTION if plain else DATED
                dated = True
            elif dated and not plain:
                self._roles[at] = DATED
            else:
                plain = True

    def _of_the_text(self, clause: Clause) -> bool:
        """`2019 %70,1 | 2024 %52,8`: whether a clause's year is the text's own, its latest."""
        days = [unit.data for unit in clause.units if isinstance(unit.data, Day)]
        night = self._flow.night
        # `HALK OYLAMASI 2017 | EVET %52,9`: the only year of the text, in its title.
        apart = all(
            two.mark("|:,)-/") for one, two in itertools.pairwise(clause.units) if one.data in days
        )
        titled = apart and not night.several and all(not day.suffix for day in days)
        told = titled or _opens(clause) or all(night.is_tonight(day) for day in days)
        return told and clause.form is None

    def _cast_on(self) -> None:
        """`2019'da yüzde 42 alarak | CHP'ye 3 puan fark attığı Zonguldak`: one verb's time.

        Of `2019'da X 48 alarak | seçilirken, | Y 45 ile ikinci oldu` the last one's is asked.
        """
        for at, (clause, after) in enumerate(itertools.pairwise(self._found), 1):
            if self._roles[at - 1] not in (OTHER_ELECTION, DATED) or self._roles[at] is not None:
                continue
            manner = clause.units[-1].fold.endswith(("arak", "erek"))
            if manner and (after.relative or after.form is Form.CONVERB):
                self._roles[at] = self._roles[at - 1]
            elif (
                at > 1
                and clause.form is Form.CONVERB
                and not any(map(self._tells_of_tonight, self._found[: at + 1]))
            ):
                chained = self._found[at - 2].units[-1].fold.endswith(("arak", "erek"))
                self._roles[at] = DATED if chained else None

    def _cast_back(self) -> None:
        """`2014'te ... alırken ... olmuştu`: the last verb's time is the whole sentence's."""
        if not self._found or self._roles[-1] is not OTHER_ELECTION:
            return
        last = self._found[-1]
        if last.form is Form.EARLIER:
            start = max(
                (at + 1 for at, clause in enumerate(self._found) if clause.units[-1].mark(";")),
                default=0,
            )
            for at, clause in enumerate(self._found[:-1]):
                if at < start:
                    continue
                if clause.form in (Form.CONVERB, Form.SUBJECT) and self._roles[at] is None:
                    self._roles[at] = OTHER_ELECTION

    def _take_back(self) -> None:
        """`Tablo hatalıdır, kullanmayınız. (CHP 44,4, AK Parti 37,1)`: what was taken back."""
        if self._flow.void and self._found and self._found[0].units[0].mark("("):
            self._roles = [role or HOPED for role in self._roles]
        told = [clause.units[at].data for clause in self._found for at in clause.numbers]
        silent = all(isinstance(one, Number) and one.clock for one in told)
        self._flow.void = silent and any(_withdrawn(clause) for clause in self._found)

    def _hoped_back(self) -> None:
        """`Sandıkların yüzde 70'i açıldığında fark inecek`: when what is hoped will be."""
        for at in range(len(self._found) - 1, 0, -1):
            when = self._found[at - 1]
            ahead = not self._found[at].units[0].mark(";")
            if self._roles[at] is HOPED and _says_when(when) and ahead and not self._had(at):
                self._roles[at - 1] = self._roles[at - 1] or HOPED

    def _mended_back(self) -> None:
        """`yanlışlıkla yüzde 64,1 yazılan | CHP oyu 44,1 olarak düzeltildi`: what was before."""
        for at, (clause, after) in enumerate(itertools.pairwise(self._found)):
            mended = any(one.startswith("duzeltil") for one in after.folds)
            head, first = clause.head, after.units[0]
            told = len(after.units) > 1 and after.units[1].fold.startswith(("oyu", "orani"))
            measured = any(unit.word(Sense.POINT) for unit in after.units)
            # `23.00'te yüzde 50,8 olan | İmamoğlu'nun oyu 01.00'de yüzde 51,1 oldu`
            was = clause.units[-1].fold == "olan" and head == first and first.case == "gen"
            sourced = any(isinstance(unit.data, AgencyName) for unit in after.units)
            was = was and told and bool(after.numbers) and not (measured or sourced)
            if clause.relative and clause.numbers and (mended or was):
                self._roles[at] = self._roles[at] or CHANGE

    def _stages_back(self) -> None:
        """`yüzde 40'ı açıldığında | yüzde 47,2 olan Bozbey'in … 47,9'a çıktı`: when it was."""
        moves = {Sense.MOVE, Sense.REACH, Sense.CHANGE}
        for at, clause in enumerate(self._found[1:-1], 1):
            was = clause.relative and clause.units[-1].fold == "olan" and clause.numbers
            if was and _says_when(self._found[at - 1]):
                moved = any(one.predicate & moves for one in self._found[at + 1 :])
                self._roles[at - 1] = self._roles[at - 1] or (CHANGE if moved else None)

    def _mentioned_back(self) -> None:
        """`Kurum'un 47,9 aldığı | iddiasını reddetti`: told of, and asserted by nobody."""
        for at, (clause, after) in enumerate(itertools.pairwise(self._found)):
            if clause.form is Form.OBJECT and only_mentions([*clause.units, *after.units]):
                self._roles[at] = self._roles[at] or HOPED

    def _had(self, at: int) -> bool:
        """`531 bin 740 oy alarak | birinciliği kimseye bırakmadı`: got, whatever was not done."""
        when, clause = self._found[at - 1], self._found[at]
        got = when.units[-1].fold == "alarak" and bool(when.numbers)
        return got and not clause.numbers and Sense.NEGATED in clause.predicate

    def _pointed_back(self) -> None:
        """`Oğan'ın yüzde 5,2 aldığı | ilk turun ardından`: what a clause points at was before."""
        for at, (clause, after) in enumerate(itertools.pairwise(self._found)):
            first = after.units[0].data
            if self._flow.night.goes_on(after):
                continue
            folds = [unit.fold for unit in after.units[:2]]
            day = isinstance(first, Day) and self._flow.night.is_tonight(first) is False
            then = folds[0] in ("ilk", "birinci", "onceki", "gecen")
            then = then and folds[1:] != [] and folds[1].startswith(("tur", "secim", "sefer"))
            # `54,1'le seçildiği | koltuğu 59,7'yle korudu`
            held = clause.units[-1].fold.startswith(("secildig", "geldig", "girdig", "oturdug"))
            then = then or (held and folds[0].startswith(("koltu", "makam", "gorev")))
            # `900 oy önde olduğu | söylenmişti`
            then = then or _was_told(after)
            if clause.form is Form.OBJECT and (day or then):
                self._roles[at] = self._roles[at] or OTHER_ELECTION

    def _instead(self, at: int) -> bool:
        """`yazdığımız 61,1 yanlış; Subaşı'nın oranı yüzde 51,6`: what stands behind a semicolon."""
        clause, before = self._found[at], self._found[:at]
        told = before and before[-1].units[-1].mark(";") and not _withdrawn(clause)
        named = any(isinstance(unit.data, Claimant) for unit in clause.units)
        wrong = [one for one in before if _withdrawn(one)]
        return bool(told and named and clause.numbers and wrong and wrong[-1].numbers)

    def of(self, at: int) -> FigureRole | None:
        """Why nothing of this clause is a figure of tonight, if so."""
        return self._roles[at]

    def _role(self, clause: Clause, polled: bool, earlier: bool) -> FigureRole | None:
        if self._flow.apart is not None and not (
            self._flow.apart is RECOUNTED and _moves_the_gap(clause)
        ):
            return self._flow.apart
        if polled:
            return POLLED
        if earlier:
            return OTHER_ELECTION
        if _a_while_ago(clause) or _gains(clause, self._found):
            return CHANGE
        if not clause.words:
            return HOPED if only_mentions(clause.units) else None
        return mood_of(clause)


_LOST = ("yitir", "kaybed", "kaybet", "kaybi")


def _gains(clause: Clause, found: Sequence[Clause]) -> bool:
    """`CHP 19 bin oy kazanırken AK Parti 4 bin oy yitirdi`: more than before, no more."""
    pairs = itertools.pairwise(clause.units)
    won = any(
        two.fold.startswith("kazan") and (one.fold == "oy" or isinstance(one.data, Number))
        for one, two in pairs
    )
    both = "kazandigi" in clause.folds and "kaybettigi" in clause.folds
    others = [one for one in found if one is not clause and one.numbers]
    return both or (
        won and any(unit.fold.startswith(_LOST) for one in others for unit in one.words)
    )


def _tells_of_another_day(before: Clause | None, clause: Clause) -> bool:
    """`7 Haziran'da yüzde 13,1 almıştı, 1 Kasım'da yüzde 10,8'de kaldı`: a later day's."""
    days = [
        [day for unit in one.units if isinstance(day := unit.data, Day) and not day.year]
        for one in (before or clause, clause)
    ]
    if before is None or before.form is not Form.EARLIER or clause.form is Form.EARLIER:
        return False
    then, now = (one[-1].in_year(_LEAP) if one else None for one in days)
    return now is not None and (then is None or then < now)


def in_passing(found: Sequence[Clause]) -> bool:
    """`anketlerde yüzde 57 görünen Köymen | yüzde 59,04 oyla aldı`: it came to be."""
    last = found[-1] if found else None
    if last is None or last.form is not Form.FINITE:
        return False
    if not last.predicate & {Sense.RESULT, Sense.STAY, Sense.REACH}:
        return False
    polls = [clause for clause in found if clause.has(Sense.POLL) and tells_poll(clause.units)]
    return bool(polls) and all(clause.relative for clause in polls)


def _was(before: Clause | None, clause: Clause) -> bool:
    """`2019'un kazananı | Semih Şahin'di (yüzde 47,1)`: who it was then, and the share."""
    head = before.head if before is not None and not before.numbers else None
    return (
        head is not None and clause.units[0] == head and head.case == "other" and not clause.words
    )


def _was_told(clause: Clause) -> bool:
    """`söylenmişti`, `bildirilmişti`: a clause that is a verb alone, told of a time before."""
    last = clause.words[-1].data if len(clause.words) == 1 and not clause.numbers else None
    verb = last.verb if isinstance(last, Word) else None
    return verb is not None and verb.form is Form.EARLIER


def _says_when(clause: Clause) -> bool:
    """`... açıldığında`, `... açılınca`"""
    return clause.form is Form.CONVERB or WHEN.fullmatch(clause.units[-1].fold) is not None


_WAS = ("di", "du", "ti", "tu", "ydi", "ydu")
_WAS_WORDS = ("idi", "vardi", "puandi", "oydu", "farkti")


def _a_while_ago(clause: Clause) -> bool:
    """`bir saat önce fark 6,8 puandı`, `yarım saat önce 3,1'di`: what was, and is no more.

    So is the line that begins `Önceki (00.32)`.
    """
    first = [unit.fold for unit in clause.units[:2]]
    if len(first) > 1 and first[0] == "onceki" and not first[1]:
        return True
    pairs = itertools.pairwise(unit.fold for unit in clause.units)
    ago = any(one in ("saat", "dakika", "dk") and two.startswith("once") for one, two in pairs)
    if not ago:
        return False
    if clause.form is Form.EARLIER:
        # `bir saat önce 45,6'da vermişti`
        return True
    suffixes = [unit.data.suffix for unit in clause.units if isinstance(unit.data, Number)]
    return not clause.folds.isdisjoint(_WAS_WORDS) or any(one in _WAS for one in suffixes)


def _mends(clause: Clause) -> bool:
    """`doğrusu 54,8'dir`, `yenisi: ...`: what holds instead."""
    pairs = itertools.pairwise(clause.units)
    right = any(one.fold == "dogru" and two.word(Sense.RATE, Sense.COUNT) for one, two in pairs)
    right = right or any(unit.fold.startswith("okunmali") for unit in clause.words)
    return right or not clause.folds.isdisjoint(("dogrusu", "yenisi", "guncel"))


_WITHDRAWN = re.compile(
    " (?:"
    # `sehven yazılmıştır`, `asılsız`
    "(?:asilsiz|uydurma|sehven|yanlis|sahte|montaj|dezenformasyon|dogrulana?madi|yalan) "
    # `kullanmayınız`, `yalanladı`
    "|(?:kullanmay|yayimlamay|paylasmay|girmey|yalanla|tekzip)"
    # `gerçek olmadığını`, `doğru değil`, `geri çekti`, `iptal etti`, `dikkate alınmasın`
    "|(?:gercek|gercegi|dogru|dogruyu|ait) (?:olmadi|olmaya|yansitmi|yansitma|degil)"
    "|geri cek|iptal e[td]|dikkate alinma"
    # `"... yüzde 71" paylaşımı`: somebody's claim.
    '|" (?:paylasim|iddia|soylenti|gorsel|dedikodu|yazisi|altyazi)'
    # `haberde yüzde 75,3 olarak yer almıştır`: how it was told.
    "|olarak yer (?:.* )?(?:almis|almak|alan)"
    # `CHP 45,0, AKP 48,1 (iptal)`: a note behind figures.
    "|\\( (?:iptal|ters|silin|prova|deneme|test|eski|gecen secim)\\w* (?:veri )?\\)"
    ")"
)
"""What is taken back, denied or told to be false."""


def _withdrawn(clause: Clause) -> bool:
    """`haberini iptal etti`, `verisini geri çekti`, `gerçek olmadığını`, `yalanladı`."""
    if not clause.words:
        return False
    told = " ".join(unit.fold or unit.sign for unit in clause.units)
    return _WITHDRAWN.search(f" {told} ") is not None


def _moves_the_gap(clause: Clause) -> bool:
    """`61 sandık yeniden sayıldı, 84 oy eklendi. Fark 898'e indi`: what it is with them."""
    subject = next((unit for unit in clause.units if unit.fold or not unit.mark(",;")), None)
    gap = subject is not None and subject.fold.startswith("fark")
    return gap and bool(clause.predicate & {Sense.MOVE, Sense.REACH})
