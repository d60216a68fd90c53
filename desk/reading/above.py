"""What stands above figures: headings, and lines of something else among them.

A heading opens its place, agency, contest and topic for the lines below it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from desk.facts.codes import Code
from desk.reading.behind import Behind, is_sentence
from desk.reading.binding.verdicts import tells_poll
from desk.reading.drafts import Fact
from desk.reading.foot import tells_only
from desk.reading.gather import Gatherer
from desk.reading.grammar.asides import is_compared, is_heading, is_news, told_aside
from desk.reading.grammar.clauses import Clause
from desk.reading.grammar.clocks import is_anothers, shifts_the_hour
from desk.reading.grammar.corrections import heads, is_unsettled, settles, takes_back_above
from desk.reading.grammar.flow import Flow
from desk.reading.grammar.headings import (
    kind_of,
    part_of_place,
    race_said,
    tells_news,
    tells_of_others,
    topic_of,
)
from desk.reading.grammar.roles import OTHER_ELECTION, POLLED, RECOUNTED, WHOSE, FigureRole
from desk.reading.grammar.speech import has_nothing, other_source
from desk.reading.grammar.strange import is_strange_town
from desk.reading.grammar.strange import unknown as is_unknown
from desk.reading.layout import Line, bracketed_heads, is_figure, is_menu
from desk.reading.names.joining import given_name_too
from desk.reading.numbers import Clock, Day, Number
from desk.reading.races import METRO
from desk.reading.scope import Scope
from desk.reading.sources import HOUR
from desk.reading.tables.heads import columns_of
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense

_NEAR = 2
"""Lines behind figures at most in which somebody takes them back."""
_POINTS_BACK = re.compile(
    r"^(?:yok,? |hayir,? )?(?:o|bu|onlar) [\w' ]{2,25}$|^[\w' ]{2,25} (?:o|bu)$"
    r"|olmasin|^evet [\w']+$"
    r"|^(?:hayir|yok),? [\w']+$|^duzelt\w+:? .{2,30}$"
)
"""`meclis o`, `yok o meclis`, `Fatih olmasın o`: what the message above is said to be of."""
_ADDRESS = {AgencyName: "agency", PlaceName: "place", RaceName: "race", Clock: "time"}
_SPEAKER = re.compile(r"^(?!duzelt)\w+: ")
_OTHER_HOUR = re.compile(rf"^(?:saat )?{HOUR} degil,? (?:saat )?{HOUR}$")
_STARRED = re.compile(r"(?m)^(?:.{0,40}: ?)?\*+ ?[^*\n]+$")
_REMARK = 4
"""Words and marks at most behind a star that mends."""
_STAYING = (Sense.SHIFT, Sense.AHEAD, Sense.THING)
"""What figures are that no contender has, through the headings right below."""


class Above:
    """Reads the lines without figures of one text."""

    def __init__(self, scope: Scope, gather: Gatherer, flow: Flow, behind: Behind) -> None:
        self._scope, self._gather, self._flow, self._behind = scope, gather, flow, behind
        self._clean = gather.clean.text
        self._stars = len(_STARRED.findall(self._clean))
        self._apart_at = -1
        """The line that said last that what stands below is not this night's count."""
        self._topic_at = self._part_at = -1
        self._part: Unit | None = None
        self._alone: tuple[int, Unit] | None = None
        """The line before, where it is one name alone."""

    def heading(self, index: int, line: Line, units: list[Unit]) -> None:
        """What a line without figures opens for the lines below it, or gives to those above."""
        bracketed = not line.tail or (bool(units) and units[0].mark("("))
        units = [*units, *line.tail]
        if (bracketed or tells_only(units)) and self._behind.credits(units, index):
            self._behind.credit(index, units)
            return
        if is_menu(units):
            return
        self._flow.spots = set()
        self.take_back(index, units)
        if not self._is_near(index):
            self._flow.void_below |= is_unsettled(self._text(units))
        self._flow.apart = self._apart(index, units)
        self._flow.corrects = self._flow.corrects or heads(units)
        spoken = [unit for unit in units if isinstance(unit.data, Word)]
        if not is_sentence(units):
            holders = [unit for unit in units if isinstance(unit.data, Claimant)]
            # `CHP AKP Sandık`: the heads of columns, and no word for what is below.
            topic = topic_of(spoken) if len(holders) < 2 else None
            stays = self._flow.topic in _STAYING and self._flow.figured < self._topic_at
            self._flow.topic = self._flow.topic if stays and topic is None else topic
            self._topic_at = index if topic is not None else self._topic_at
            self._flow.kind = kind_of(spoken)
            known = [unit for unit in holders if isinstance(unit.data, Claimant) and unit.data.sure]
            told = [unit for unit in units if not isinstance(unit.data, Mark)]
            if not (told and all(isinstance(unit.data, PlaceName) for unit in told)):
                self._flow.holder = known[0] if len(known) == 1 and len(holders) == 1 else None
            # `Kurum – İmamoğlu saat saat (AA)`
            columns = columns_of([unit for unit in told if not unit.word(Sense.CLOCK)])
            self._flow.heads = bracketed_heads(units) or (
                known
                if len(known) == len(columns) and len(known) > 1
                else self._flow.heads
                if not holders
                else []
            )
            if known and self._flow.heads == known:
                # `İmamoğlu / Kurum oyları` above `Kadıköy 248.110 / 44.512`: no boxes.
                self._flow.topic = Sense.VOTE
        self._addresses(units)
        if tells_news(units):
            self._doubt(units)
        self._note_asides(units)
        self._stacked(index, units)
        self._strange(units)
        self._of_a_part(index, units)
        first = not self._gather.facts and not self._scope.here.block
        if (
            line.head is None
            and not is_sentence(units)
            and (first or index == self._behind.run_start)
        ):
            self._scope.entitle(units)

    def _addresses(self, units: Sequence[Unit]) -> None:
        places = [unit for unit in units if isinstance(unit.data, PlaceName)]
        agencies = {unit.data.code: unit for unit in units if isinstance(unit.data, AgencyName)}
        cast = any(unit.fold.startswith(("kullan", "konus", "izliyor")) for unit in units)
        listed = any(
            unit.word(Sense.LISTING) or unit.fold.startswith(("ilcelerin", "ilce ilce"))
            for unit in units
        )
        told = is_sentence(units) and any(
            isinstance(unit.data, Word) and unit.data.verb for unit in units
        )
        clocks = [unit for unit in units if isinstance(unit.data, Clock)]
        if any(shifts_the_hour(units, at) for at in range(len(units))):
            self._scope.here = self._scope.here._replace(time=None)
        for at, unit in enumerate(units):
            if isinstance(unit.data, AgencyName):
                self._source(units, at, told)
            elif isinstance(unit.data, PlaceName) and not (cast and unit.case):
                self._scope.set_place(unit, heading=True)
                if given_name_too(units[at:], self._scope.context) or is_compared(units, at):
                    self._scope.doubt_place(unit)
            elif isinstance(unit.data, Clock) and unit.data.time is not None:
                # `Güncelleme : 31 Mart 2024 22.31`
                words = (one.fold for one in reversed(units[:at]) if not one.word(Sense.MONTH))
                updated = next(filter(None, words), "").startswith("guncelle")
                until = unit.case == "dat"
                held = len(clocks) == 1 and not (told or until or is_anothers(units, at))
                if held or updated:
                    self._scope.set_time(unit.data.time, unit, False)
            elif (
                isinstance(unit.data, Claimant)
                and not unit.data.known
                and not unit.data.sure
                and unit.case == "loc"
            ):
                self._scope.doubt_place(unit)
        # `İstanbul ilçe belediye başkanlıkları` above its districts.
        whole = [one for one in places if isinstance(one.data, PlaceName) and one.data.is_whole]
        left = self._scope.leaves_district() and not self._scope.holds_on
        city = next((unit for unit in units if unit.race(METRO)), None) if not places else None
        self._scope.head_race(*race_said(units), heads_list=listed or len(whole) == len(places))
        if city is not None and (left or len(self._flow.spots) > 1):
            self._scope.doubt_place(city)
        if len(agencies) > 1:
            self._scope.doubt_agency(list(agencies.values())[-1])
        if (
            len(
                {
                    name
                    for unit in places
                    if isinstance(unit.data, PlaceName)
                    for name in unit.data.names
                }
            )
            > 1
        ):
            self._scope.doubt_place(places[-1])

    def _source(self, units: Sequence[Unit], at: int, told: bool) -> None:
        """An agency a heading names: whose what follows is, unless it is only spoken of."""
        unit = units[at]
        assert isinstance(unit.data, AgencyName)
        spoken = told and (unit.case == "" or is_news(Clause([*units]), at))
        if has_nothing(units, at):
            self._scope.doubt_agency(unit)
        elif not (unit.data.quoted or spoken):
            self._scope.set_agency(unit)

    def _is_near(self, index: int) -> bool:
        """Whether figures stand right above a line."""
        return self._flow.figured >= 0 and index - self._flow.figured <= _NEAR

    def take_back(self, index: int, units: Sequence[Unit]) -> None:
        """`üstteki iptal`, `meclismiş bu`, `yok o meclis`: what stands above is asked."""
        if not (units and self._is_near(index)):
            return
        text = self._text(units)
        named = any(type(unit.data) in _ADDRESS for unit in units)
        told = takes_back_above(text) or is_unsettled(text)
        if told or (named and _POINTS_BACK.search(text)):
            self._gather.doubt([*self._gather.since(self._flow.figured)], Code.Q303)

    def mends(self, index: int, units: Sequence[Unit]) -> bool:
        """`*Ümraniye`, `** ANKA`, `22.05 değil 22.15`: how a chat mends what it wrote above.

        What it mends is asked; False where the line is no such one.
        """
        if not (self._is_near(index) and 0 < len(units) <= _REMARK):
            return False
        told = [*self._gather.since(self._flow.figured)]
        if not (_OTHER_HOUR.search(self._text(units)) or self._starred(units, told)):
            return False
        self._gather.doubt(told, Code.Q303)
        return True

    def _starred(self, units: Sequence[Unit], told: Sequence[Fact]) -> bool:
        """Whether a text's one star stands before what the figures above have another of."""
        start = units[0].start
        line = self._clean[self._clean.rfind("\n", 0, start) + 1 : start].rstrip()
        said = {name for fact in told for name, held in fact.where._asdict().items() if held}
        named = {_ADDRESS[type(unit.data)] for unit in units if type(unit.data) in _ADDRESS}
        mends = bool(said & named) or is_figure(units[-1])
        return self._stars == 1 and line.endswith("*") and mends

    def take_back_here(self, index: int, units: Sequence[Unit]) -> None:
        """`Polat 47,1 Turan 45,9 ters yazmışım`: the figures of the line itself are asked."""
        last = max([at for at, one in enumerate(units) if isinstance(one.data, Number)], default=0)
        if takes_back_above(self._text(units[last + 1 :])):
            self._gather.doubt([*self._gather.since(index)], Code.Q303)

    def doubt_here(self, index: int, units: Sequence[Unit]) -> None:
        """`Teyitsiz! ANKA Adalar: …`, `… (AA, hatalı)`: what does not stand is asked."""
        ends = self._clean.find("\n", units[-1].end)
        line = self._clean[units[0].start : ends if ends >= 0 else None]
        folded = fold(line)
        self._flow.void_below &= not settles(folded)
        told = self._flow.void_below or is_unsettled(folded)
        if told and not self._flow.corrects:
            self._gather.doubt([*self._gather.since(index)], Code.Q308)
        elif (span := other_source(folded)) is not None:
            # Where folding made letters more or fewer it is about the whole line.
            start, end = span if len(folded) == len(line) else (0, len(line))
            first = units[0].start
            self._gather.doubt_source([*self._gather.since(index)], first + start, first + end)

    def _text(self, units: Sequence[Unit]) -> str:
        """A line as it stands, folded."""
        text = self._clean[units[0].start : units[-1].end] if units else ""
        return _SPEAKER.sub("", fold(text))

    def _stacked(self, index: int, units: Sequence[Unit]) -> None:
        """`AA` above `ANKA`, `Kadıköy` above `Üsküdar`: which of them the figures below are of?"""
        before, self._alone = self._alone, (index, units[0]) if len(units) == 1 else None
        if before is None or self._alone is None or before[0] != index - 1:
            return
        one, two = before[1].data, units[0].data
        if isinstance(one, AgencyName) and isinstance(two, AgencyName) and one != two:
            self._scope.doubt_agency(units[0])
        elif isinstance(one, Clock) and isinstance(two, Clock) and one != two:
            self._scope.here = self._scope.here._replace(time=None)
        elif isinstance(one, PlaceName) and isinstance(two, PlaceName):
            around = {entry.province for entry in (*one.entries, *two.entries)}
            if one != two and around.isdisjoint(one.names | two.names):
                self._scope.doubt_place(units[0])

    def _note_asides(self, units: Sequence[Unit]) -> None:
        """`Muhabir Fatih'ten bildiriyor`: a place that may be of nothing below it."""
        clause = Clause([*units]) if units and not is_heading(units) else None
        for at, unit in enumerate(units if clause else ()):
            if isinstance(unit.data, PlaceName) and clause and told_aside(clause, at):
                self._flow.aside.add(unit.start)

    def _doubt(self, units: Sequence[Unit]) -> None:
        """A line of something else: whether what it names holds for what follows, nobody knows."""
        for unit in units:
            if isinstance(unit.data, PlaceName):
                self._scope.doubt_place(unit)
            elif isinstance(unit.data, AgencyName):
                self._scope.doubt_agency(unit)
            elif isinstance(unit.data, RaceName):
                self._scope.drop_race()

    def _of_a_part(self, index: int, units: Sequence[Unit]) -> None:
        """`Anadolu Yakası` above `Kadıköy – İBB`: of a part of it, until figures were told."""
        part = None if is_sentence(units) else part_of_place(units)
        if part is not None:
            self._part, self._part_at = part, index
        if self._part is not None and self._flow.figured < self._part_at:
            self._scope.doubt_place(self._part)

    def _strange(self, units: Sequence[Unit]) -> None:
        """A heading nobody here can read: perhaps a place, a person, a part of the place above."""
        told = [unit for unit in units if not isinstance(unit.data, Mark)]
        unknown = [
            unit
            for unit in told
            if isinstance(unit.data, Claimant)
            and unit.data.candidate
            and not (unit.data.known or unit.data.parties)
        ]
        if town := next((one for at, one in enumerate(units) if is_strange_town(units, at)), None):
            self._scope.doubt_place(town)
        if is_sentence(units) or self._scope.here.place is None:
            return
        alone = 0 < len(told) <= 2 and len(unknown) == len(told)
        single = alone and isinstance(unknown[0].data, Claimant) and not unknown[0].data.sure
        part = next((unit for unit in told if unit.word(Sense.PART, Sense.NUMBERED)), None)
        addressed = any(isinstance(unit.data, AgencyName | PlaceName | RaceName) for unit in told)
        strange = unknown or [unit for unit in told if is_unknown(unit)]
        if single:
            self._flow.holder = None
        if single or part or (strange and not addressed and self._scope.told_of_place):
            self._scope.doubt_place(part or strange[0])

    def _apart(self, index: int, units: Sequence[Unit]) -> FigureRole | None:
        """What puts aside the figures below: it holds for the headings right below it, too."""
        if (told := self._told_apart(units)) is not None:
            self._apart_at = index
            return told
        days = any(isinstance(unit.data, Day) for unit in units)
        named = any(isinstance(unit.data, AgencyName | RaceName) for unit in units)
        # `2019 SONUÇLARI`, `KADIKÖY`, `İBB`
        stacked = self._flow.figured < self._apart_at
        return None if days or (named and not stacked) else self._flow.apart

    def _told_apart(self, units: Sequence[Unit]) -> FigureRole | None:
        """A poll's, a recount's or another year's heading puts aside what stands below it."""
        night = self._flow.night
        leaving = any(one.fold == "cikis" for one in units)
        if tells_poll(units) and (leaving or not any(unit.word(Sense.BOX) for unit in units)):
            return POLLED
        if not is_sentence(units) and tells_of_others(units, self._text(units)):
            return WHOSE
        if any(
            unit.fold.startswith("yeniden say") or unit.fold in ("sayimda", "eklenen")
            for unit in units
        ):
            return RECOUNTED
        days = [unit.data for unit in units if isinstance(unit.data, Day)]
        if days and all(night.is_tonight(day) is False for day in days):
            return OTHER_ELECTION
        folds = [unit.fold for unit in units]
        then = any(
            one in ("onceki", "gecen") and two.startswith(("secim", "donem", "sefer"))
            for one, two in itertools.pairwise(folds)
        )
        return OTHER_ELECTION if then else None
