"""What stands behind figures: their source, place and time below them or at their line's end.

What is named behind is of the figures before it, and these inherit nothing of its kind from above.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from itertools import pairwise

from desk.facts.codes import Code
from desk.reading.brackets import span_around, spoken_in
from desk.reading.drafts import Fact, TailPart
from desk.reading.foot import of_a_foot
from desk.reading.gather import Gatherer
from desk.reading.grammar.clauses import sentences
from desk.reading.grammar.clocks import is_anothers, part_around, was_told
from desk.reading.grammar.speech import UPDATED, is_credit, only_credits, told_by_both
from desk.reading.grammar.times import TextNight
from desk.reading.layout import Line, as_clock, is_figure
from desk.reading.lexicon import Name
from desk.reading.numbers import Clock, Day, Number
from desk.reading.scope import Scope
from desk.reading.tables.cells import Rows
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense


def _says_which(unit: Unit, after: Unit) -> bool:
    """`merkez ilçeler`: a word for several places, or what stands before it."""
    places = [one for one in (unit, after) if one.fold in _PLACES]
    return isinstance(unit.data, Word) and bool(places)


_PLACES = ("illeri", "ilceleri", "ilceler", "iller", "kentler", "sehirler")
_OF_A_RACE = ("yaris", "secim", "pusula", "yarisi", "secimi", "bu", "sonuclar", "icin", "icindir")
"""What may stand beside a contest that is told of what stands before it."""
_LONGEST = 60
"""Lines looked at for a paragraph's address at most, so that the work grows with the text."""


class Behind:
    """Gives the figures of a text what stands behind them.

    ``last`` is the text's last line, ``run_start`` and ``block_start`` are the first ones of the
    paragraph and of the block at hand.
    """

    def __init__(self, scope: Scope, gather: Gatherer) -> None:
        self._scope, self._gather = scope, gather
        self.last = self.run_start = self.block_start = 0

    def own_address(self, units: Sequence[Unit], tail: Sequence[Unit]) -> None:
        """A line that names its source or place only behind its figures inherits none."""
        first = next((at for at, unit in enumerate(units) if is_figure(unit)), len(units))
        named = {type(unit.data) for unit in [*units[first:], *tail]}
        if named.isdisjoint((AgencyName, PlaceName, RaceName)):
            return
        stop = next((at for at, unit in enumerate(units) if unit.mark(".;|")), len(units))
        held = self._scope.here.agency
        self._give_up([*units[first:], *tail], units[:first], AgencyName)
        if held is not None and self._scope.here.agency is None:
            # Another's bulletin has another's hour.
            self._scope.here = self._scope.here._replace(time=None)
        self._give_up([*units[first:stop], *tail], units[:first], PlaceName)
        # `3 belediye başkanlığı kazandı`: offices are counted, no contest is named.
        told = [unit for one, unit in pairwise(units[first:stop]) if not is_number(one)]
        self._give_up([*told, *tail], units[:first], RaceName)

    def paragraph(self, pieces: Sequence[Line | Rows], index: int) -> None:
        """What a paragraph names anywhere, its first figures have not from above it."""
        table = isinstance(pieces[index], Rows)
        told = list(foot_of(pieces, index)) if table else self._bulletin(pieces, index)
        if not table and _goes_on(units_of(pieces[index])):
            self._scope.go_on()
        if not table and self._is_talk(pieces[index]):
            self._scope.drop_place()
            self._scope.drop_race()
            self._scope.drop_agency()
        if self._speaks_of_others(told):
            # `YSK'ya ulaşan 33.273 sandığın ...` below a bulletin of another agency.
            self._scope.drop_agency()
        named = {type(unit.data) for unit in told} & {AgencyName, PlaceName, RaceName}
        self._gather.paragraph += bool(named)
        for kind in named:
            self._give_up(told, (), kind)
        if AgencyName in named:
            self._scope.another_source()

    def _is_talk(self, piece: Line | Rows) -> bool:
        """`Ayşe: anka şile girdi mi`: somebody writes to somebody, in small letters."""
        units = units_of(piece)[:3]
        if len(units) < 3 or not units[1].mark(":"):
            return False
        who = units[0].data
        named = isinstance(who, Word) and who.capital and not who.senses - {Sense.COMMON}
        named = named or (isinstance(who, Claimant) and not (who.parties or who.people))
        return named and self._gather.clean.text[units[2].start].islower()

    def _speaks_of_others(self, told: Sequence[Unit]) -> bool:
        """Whether a paragraph names an agency that is not the one above, and none as its source."""
        here = self._scope.here.agency
        if here is None or any(isinstance(unit.data, AgencyName) for unit in told):
            return False
        # `@`: somebody's account, whoever that is.
        return any(unit.mark("@") for unit in told) or bool(self._spoken_of(told) - {here})

    def _spoken_of(self, told: Sequence[Unit]) -> set[str]:
        """The agencies that are spoken of in words, and are no source there."""
        phrases = self._scope.context.phrases
        words = {unit.fold for unit in told if isinstance(unit.data, Word) and unit.data.capital}
        return {
            entry.code
            for word in words
            for phrase in phrases.get(word, ())
            for entry in phrase.entries
            if entry.kind is Name.AGENCY and len(phrase.words) == 1
        }

    def _bulletin(self, pieces: Sequence[Line | Rows], index: int) -> list[Unit]:
        """A paragraph with figures: its headings stand before it, `Kaynak: AA` may stand below."""
        stop, most = index, min(len(pieces), index + _LONGEST)
        while stop < most:
            piece = pieces[stop]
            stop += 1
            below = stop < most and is_blank(pieces[stop])
            if below and (isinstance(piece, Rows) or piece.numbers):
                break
        foot = next(iter(_told_below(pieces, stop)), None)
        credit = isinstance(foot, Line) and any(unit.fold == "kaynak" for unit in foot.units[:2])
        told = [*pieces[index:stop], *([foot] if foot is not None and credit else [])]
        return [unit for piece in told for unit in units_of(piece)]

    def _give_up(self, behind: Sequence[Unit], before: Sequence[Unit], kind: type) -> None:
        """Inherit nothing of a kind that is named behind the figures and not before them."""
        if any(isinstance(unit.data, kind) for unit in before):
            return
        told = [unit.data for unit in behind if isinstance(unit.data, kind)]
        if not told:
            return
        if kind is AgencyName:
            self._scope.drop_agency()
        elif kind is RaceName:
            self._scope.drop_race()
        elif not all(
            isinstance(one, PlaceName) and self._scope.is_here(one.entries) for one in told
        ):
            # ... but `KARTAL (ANKA) | Kartal Belediye Başkanlığı ...` names no other place.
            self._scope.drop_place()

    def credits(self, units: Sequence[Unit], index: int) -> bool:
        """A line that only credits an agency, behind the figures: `(Kaynak: ANKA)`, `(AA)`."""
        tags = sum(unit.mark("#") for unit in units)
        if not tags and any(isinstance(unit.data, Claimant) for unit in units):
            return False
        units = [as_clock(unit) for unit in units]
        told = [unit for unit in units if not isinstance(unit.data, Mark)]
        if tags and any(is_figure(unit) for unit in units):
            # `#SonDakika ANKA: İmamoğlu %51,7 #Yerel2024`: figures of its own.
            return False
        if tags:
            # `#İstanbul #İBB #Yerel2024`
            address = AgencyName | PlaceName | RaceName | Clock
            told = [unit for unit in told if isinstance(unit.data, address)]
        bracketed = bool(units) and units[0].mark("(") and units[-1].mark(")")
        ends = self.last == index
        if bracketed or (ends and self._untimed()):
            # `(ilçe belediyeleri, sandıkların %96'sı açıldı, ANKA)`, `22.41 – açılan %95,5`
            told = [unit for unit in told if not _of_the_count(unit)]
        if bracketed:
            # `(deprem illeri, AA 23.55)`: which places stand above.
            pairs = zip(told, [*told[1:], *told[-1:]], strict=True)
            told = [one for one, two in pairs if not _says_which(one, two)]
        if sum(map(is_figure, units)) > 1:
            # `Çanakkale geneli, sandık 1.561/1.561`: read as any line.
            return False
        if bracketed or ends:
            # `(Ankara, 30 Mart 2014, 22.30)`, `Türkiye geneli, 24 Haziran`
            told = [unit for unit in told if not (self._is_tonight(unit) or of_a_foot(unit))]
        kinds = {type(unit.data) for unit in told}
        words = [unit.fold for unit in told if isinstance(unit.data, Word)]
        updated = Clock in kinds and any(word in UPDATED for word in words)
        plain = kinds <= {AgencyName, PlaceName, RaceName, Clock, Word, *([Day] if updated else [])}
        hour = ends and Clock in kinds <= {Word, Clock} and self._untimed()
        named = updated or hour or kinds & {AgencyName, PlaceName, RaceName}
        facts = self._gather.facts
        if not (facts and named and plain and all(map(is_credit, words))):
            # Most lines: before anything above them is looked at.
            return False
        agency = AgencyName in kinds
        placed = ends and any(fact.where.place for fact in facts)
        last = ends and (agency or (PlaceName in kinds and not placed)) and len(told) <= 3
        last = last or hour or (ends and (updated or (tags > 1 and not placed)))
        # `Veriler 22.26 itibarıyla ANKA'dan alınmıştır`
        told_so = agency and "veriler" in words
        if not ("kaynak" in words or told_so or units[0].mark("(") or last):
            return False
        return ends or not (
            agency and all(fact.where.agency for fact in self._gather.since(self.run_start))
        )

    def credit(self, index: int, units: Sequence[Unit]) -> None:
        """Give the bulletins above their address; to those of one place how far the count is."""
        told = self.last == index and any(unit.fold == "kaynak" for unit in units)
        first = self.credited(foot=told)
        self.apply_tail(first, index, units)
        figures = [unit for unit in units if is_figure(unit)]
        above = list(self._gather.since(first)) if figures else []
        keys = {fact.where.key for fact in above}
        opened = any(unit.word(Sense.OPENED, Sense.BOX) for unit in units)
        for unit in figures:
            data = unit.data
            assert isinstance(data, Number)
            if len(figures) == len(keys) == 1 and opened and data.percent:
                fact = above[0]._replace(name="opened_pct", value=data.value, holder=None)
                self._gather.take(fact._replace(start=unit.start, end=unit.end, line=index))
            else:
                self._gather.leave(Code.I310, unit.start, unit.end)

    def foot(self, index: int, line: Line) -> None:
        """Give the figures above an address in a text's middle what it tells."""
        self.run_start = index + 1
        self.apply_tail(line.foot, index, line.units)

    def of_either(self, line: Line) -> None:
        """An agency between two lines of figures: of those above it, or of those below?"""
        source = next(unit for unit in line.units if isinstance(unit.data, AgencyName))
        above = [fact for fact in self._gather.since(line.foot) if not fact.where.agency]
        if above:
            self._gather.doubt_source(above, above[-1].start, above[0].end)
            self._scope.doubt_agency(source)

    def _is_tonight(self, unit: Unit) -> bool:
        """A day that is the night's, or any where no night is known."""
        election = self._scope.context.election
        night = election.date if election and not self._scope.context.is_national else None
        return isinstance(unit.data, Day) and TextNight(night).is_tonight(unit.data) is not False

    def _untimed(self) -> bool:
        """`Saat: 22.26` below a bulletin: whether nothing of it has an hour."""
        above = [*self._gather.since(self.run_start)]
        return bool(above) and not any(fact.where.time for fact in above)

    def credited(self, *, foot: bool = False) -> int:
        """The first line a source that stands now is of: its paragraph's, or the block's.

        ``foot`` says that it is told in so many words, at the end of the text.
        """
        facts = self._gather.facts
        if foot and not any(fact.where.agency for fact in facts):
            # `(Kaynak: YSK)` below a page that names no other source.
            return 0
        own = any(self._gather.since(self.run_start))
        if own and not any(fact.holder for fact in self._gather.since(self.run_start)):
            # `Açılan sandık: 24.190 / ANKA, 22.41` in a paragraph of its own: of those above, too.
            own = any(fact.where.agency for fact in facts)
        return max(self.run_start, self.block_start) if own else self.block_start

    def credit_list(self, index: int, tail: Sequence[Unit]) -> None:
        """`CHP: 55,1`, `AKP: 39,2 (AA)`: the source behind a list's last line is all its lines'."""
        if not any(isinstance(unit.data, AgencyName) and not unit.case for unit in tail):
            return
        places, above = {fact.where.place for fact in self._gather.facts[-1:]}, False
        for fact in self._gather.since(self.run_start):
            if fact.where.place not in places or (fact.line < index and fact.where.agency):
                return
            above |= fact.line < index
        if above:
            self.apply_tail(self.run_start, index, tail)

    def _asked_for(self, tail: Sequence[Unit]) -> Unit | None:
        """`… Kurum 41,8 (AA?)`: an agency nobody is sure of."""
        text = self._gather.clean.text
        named = (unit for unit in tail if isinstance(unit.data, AgencyName))
        return next((unit for unit in named if text[unit.end : unit.end + 1] == "?"), None)

    def apply_tail(
        self, first: int, last: int, tail: Sequence[Unit], around: Sequence[Unit] = ()
    ) -> None:
        """Give figures what stands behind them: their agency, place, contest and time.

        ``around`` is the line the tail ends, where it is one line's.
        """
        if any(unit.fold == "degil" for unit in tail):
            return
        if (unsure := told_by_both(around or tail) or self._asked_for(tail)) is not None:
            # `Kaynak: AA (22.10), ANKA (22.15)`
            told = [fact for fact in self._gather.since(first) if fact.line <= last]
            told = [fact for fact in told if not fact.where.agency]
            self._gather.doubt_source(told, unsure.start, unsure.end)
            self._scope.doubt_agency(unsure)
            return
        hours = {unit.data.time for unit in tail if isinstance(unit.data, Clock)}
        for at, unit in enumerate(tail):
            data = unit.data
            if isinstance(data, Clock) and len(hours) > 1:
                # `(ANKA, 20.10 / 20.40 / 21.10)`: which is whose, nobody says.
                continue
            if isinstance(data, Clock | Number) and is_anothers(tail, at):
                continue
            if isinstance(data, AgencyName) and data.code is not None:
                self._gather.fill(first, last, TailPart(agency=data.code), unit)
            elif isinstance(data, PlaceName):
                entry = self._scope.choose(data)
                if entry is not None:
                    self._gather.fill(first, last, TailPart(place=entry.name), unit)
                elif facts := [*self._gather.since(last)]:
                    doubt = self._scope.unsettled(unit)
                    where = facts[0].where
                    self._gather.ask(doubt.code, unit.start, unit.end, where, known=doubt.known)
            elif isinstance(data, RaceName):
                self._gather.fill(first, last, TailPart(race=data.race), unit)
            elif (hour := _hour(data)) is not None:
                self._gather.fill(first, last, TailPart(time=hour), unit)

    def doubt_spoken(self, index: int, units: Sequence[Unit]) -> None:
        """Ask about the round figures a line has in somebody's own words."""
        spans = [*spoken_in(units)]
        told: dict[int, list[Fact]] = {}
        for fact in self._gather.since(index) if spans else ():
            near = span_around(spans, fact.start)
            if near >= 0 and "." not in str(fact.value) and fact.name != "total_boxes":
                told.setdefault(near, []).append(fact)
        for near in sorted(told, reverse=True):
            self._gather.doubt(told[near], Code.Q303)

    def doubt_former(self, units: Sequence[Unit]) -> None:
        """`Van satırında AK Parti 27,4 değil 24,7`: the 27,4 above, where nothing was filed."""
        numbers = [(unit.start, unit.data) for unit in units if isinstance(unit.data, Number)]
        corrected = [(at, one.old) for at, one in numbers if one.old is not None]
        if not corrected:
            return
        near = self._gather.facts[-_LONGEST:]
        filed = {fact.start for fact in near}
        former = {old for at, old in corrected if at not in filed}
        told = [fact for fact in near if fact.holder and fact.value in former]
        self._gather.doubt(told, Code.Q308)

    def late_source(self, index: int, units: Sequence[Unit]) -> None:
        """`Sandıkların yüzde 93'ü açıldı. AA'ya göre ...`: the line's only source is of all of it.

        Of contenders' figures before it only if it stands bare behind them all.
        """
        agencies = [unit for unit in units if isinstance(unit.data, AgencyName)]
        if len(agencies) != 1 or not isinstance(agencies[0].data, AgencyName):
            return
        agency, code = agencies[0], agencies[0].data.code
        if code != self._scope.here.agency:
            return
        if any(unit.mark('"') and unit.start < agency.start for unit in units):
            # What somebody was quoted with before is not this source's.
            return
        if self._spoken_of([unit for unit in units if unit.start < agency.start]) - {code}:
            # `640'ı AA'ya girildi; ANKA 688'ini işledi`: of the one spoken of.
            return
        if _gives_one(units, agency):
            return
        ends = [fact.end for fact in self._gather.since(index) if fact.holder]
        behind = max(ends, default=0) < agency.start
        plain = not agency.case and not any(unit.mark(".") for unit in units)
        part = units[part_around(units, units.index(agency), ".;:,()–-|")]
        told = (only_credits(one, agency) for one in (_sentence(units, agency.start), part))
        behind &= plain or any(told)
        if code:
            self._gather.fill(index, index, TailPart(agency=code), agency, fields_only=not behind)

    def late_place(self, index: int, units: Sequence[Unit]) -> None:
        """`A 60,0, B 32,2'de (Ankara, sandık yüzde 71)`: a line's one place, in brackets behind."""
        for before, unit in pairwise(units):
            named = isinstance(unit.data, PlaceName)
            if named and not before.mark("("):
                return
            if named:
                facts = [*self._gather.since(index)]
                here = {fact.where.place for fact in facts}
                places = [one for one in units if isinstance(one.data, PlaceName)]
                if len(places) == 1 and None in here and len(here) < 3:
                    self.apply_tail(index, index, places)

    def late_foot(self, index: int, units: Sequence[Unit]) -> None:
        """`Çanakkale il geneli, sandık 1.561/1.561` below a list: the place of all of it."""
        told = [*self._gather.since(self.block_start)]
        own = [fact for fact in told if fact.line == index]
        places = [unit for unit in units if isinstance(unit.data, PlaceName)]
        if self.last != index or len(places) != 1 or places[0].case or len(own) == len(told):
            return
        counted = all(fact.name in COUNTED and fact.where.place for fact in own)
        if own and counted and not any(fact.where.place for fact in told if fact.line < index):
            self.apply_tail(self.block_start, index, places)

    def late_race(self, index: int, units: Sequence[Unit]) -> None:
        """`… CHP 31,6. Yarış: ilçe belediye başkanlığı.`: a contest in a sentence of its own."""
        facts = [*self._gather.since(index)]
        if not facts or any(fact.where.race for fact in facts):
            return
        last = [unit for unit in [*sentences(units)][-1] if not isinstance(unit.data, Mark)]
        races = [unit for unit in last if isinstance(unit.data, RaceName)]
        rest = [unit for unit in last if unit not in races]
        behind = races and races[0].start > max(fact.end for fact in facts)
        if len(races) == 1 and behind and all(unit.fold in _OF_A_RACE for unit in rest):
            self.apply_tail(index, index, races)

    def late_time(self, index: int, units: Sequence[Unit]) -> None:
        """`İmamoğlu 51,1, Kurum 39,6 #sonuç 02.15`: a line's only time behind all its figures."""
        facts = [*self._gather.since(index)]
        told = self._scope.here.time
        span = dict(self._scope.here.spans).get("time")
        if told is None or span is None or not units or span[0] < units[0].start:
            return
        if any(was_told(unit) for unit in units if unit.start < span[0]):
            # `İlk bültende Kurum 51,6'ydı, AA 23.10'da 40,3 diyor`
            return
        sentence = _sentence(units, span[0])
        words = [unit for unit in sentence if isinstance(unit.data, Word)]
        apart = not any(holds(sentence, fact.start) for fact in facts)
        agencies = (unit for unit in sentence if isinstance(unit.data, AgencyName))
        credits = any(only_credits(sentence, agency) for agency in agencies)
        if apart and not (credits or all(unit.word(Sense.CLOCK) for unit in words)):
            # `Tören 10.30'da başladı`: of something else.
            return
        several = len({unit.data.code for unit in units if isinstance(unit.data, AgencyName)}) > 1
        if not facts or several or {fact.where.time for fact in facts} - {None, told}:
            return
        if any(fact.where.time is None and fact.end < span[0] for fact in facts):
            self._gather.fill(index, index, TailPart(time=told), Unit(Clock(told), *span))


def _sentence(units: Sequence[Unit], position: int) -> Sequence[Unit]:
    """The one of a line's sentences that stands where something begins."""
    return next((one for one in sentences(units) if holds(one, position)), [])


def _hour(data: object) -> time | None:
    if isinstance(data, Clock):
        return data.time
    return data.clock if isinstance(data, Number) else None


def _goes_on(units: Sequence[Unit]) -> bool:
    """`Başakşehir'de ise AK Parti yüzde 46,9`: set against what the paragraph before told."""
    first, behind = [*units[:2], None, None][:2]
    placed = first is not None and isinstance(first.data, PlaceName) and bool(first.case)
    return placed and behind is not None and behind.fold == "ise"


def _gives_one(units: Sequence[Unit], agency: Unit) -> bool:
    """`AA'nın verdiği yüzde 52,6'lık oran`: the source of one figure, told by somebody else."""
    behind = units[units.index(agency) + 1 :][:2]
    told = agency.case == "gen" and bool(behind) and behind[0].fold.endswith(("digi", "tigi"))
    return told and any(isinstance(unit.data, Number) for unit in behind)


def units_of(piece: Line | Rows) -> Sequence[Unit]:
    """A line's units with its tail; of a table none."""
    return [*piece.units, *piece.tail] if isinstance(piece, Line) else ()


def foot_of(pieces: Sequence[Line | Rows], index: int) -> Sequence[Unit]:
    """The address below a table: the line right under it, or the only other one of the text."""
    rest = _told_below(pieces, index + 1)
    right_under = index + 1 < len(pieces) and not is_blank(pieces[index + 1])
    foot = rest[0] if rest and (right_under or len(rest) == 1) else None
    if not isinstance(foot, Line) or is_sentence(foot.units):
        return ()
    told = [as_clock(unit) for unit in units_of(foot)]
    below = right_under and len(rest) > 1 and not is_blank(pieces[index + 2])
    plain = not any(isinstance(unit.data, Claimant | Number) for unit in told)
    return told if plain and not below else ()


COUNTED = ("opened_pct", "opened_boxes", "total_boxes")
"""How far a count is."""


def _of_the_count(unit: Unit) -> bool:
    """A word or number of how far the count is."""
    return isinstance(unit.data, Number) or unit.word(Sense.BOX, Sense.OPENED)


def _told_below(pieces: Sequence[Line | Rows], index: int) -> list[Line | Rows]:
    """The next two lines or tables that are not empty."""
    found: list[Line | Rows] = []
    for at in range(index, min(len(pieces), index + _LONGEST)):
        if not is_blank(pieces[at]):
            found.append(pieces[at])
        if len(found) == 2:
            break
    return found


def holds(units: Sequence[Unit], position: int) -> bool:
    return bool(units) and units[0].start <= position <= units[-1].end


def is_number(unit: Unit) -> bool:
    """A number, whatever it is."""
    return isinstance(unit.data, Number)


def is_blank(piece: Line | Rows) -> bool:
    return isinstance(piece, Line) and piece.blank


def is_sentence(units: Sequence[Unit]) -> bool:
    """Whether a line without figures is a sentence, and no heading."""
    words = [unit for unit in units if isinstance(unit.data, Word)]
    ends = bool(units) and units[-1].mark(".!?")
    return len(words) > 6 or (ends and len(units) > 3)


def values_below(pieces: Sequence[Line | Rows]) -> list[bool]:
    """For each line, whether a later line of the same block gives figures."""
    follows = [False] * len(pieces)
    below = False
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        follows[index] = below
        if isinstance(piece, Rows):
            below = True
        else:
            below = False if piece.head is not None else below or bool(piece.numbers)
    return follows


def within_province(units: Sequence[Unit]) -> list[Unit]:
    """`Kale'de CHP 49,2, AKP 46,0 (Denizli)`: a province in brackets says where the place lies."""
    done: list[Unit] = []
    for at, unit in enumerate(units):
        done.append(unit)
        province = units[at - 1].data if at > 1 and unit.mark(")") else None
        if not (isinstance(province, PlaceName) and units[at - 2].mark("(")):
            continue
        named = [one for one in range(len(done) - 2) if isinstance(done[one].data, PlaceName)]
        place = done[named[-1]].data if named else None
        if not isinstance(place, PlaceName) or (named[-1] and done[named[-1] - 1].mark("(")):
            continue
        inside = tuple(one for one in place.entries if one.province in province.names)
        if len(inside) == 1 and len(province.entries) == 1:
            done[named[-1]] = replace(done[named[-1]], data=replace(place, entries=inside))
            del done[-3:]
    return done


def closing_places(units: Sequence[Unit]) -> dict[int, Unit]:
    """`A 48,4, B 38,3 (Polatlı) - C 40,4 (Gölbaşı)`: the place behind each run of figures.

    Keys are where the figures start; a run with a place of its own before it is left to its clause.
    """
    found: dict[int, Unit] = {}
    brackets = [at for at, unit in enumerate(units) if unit.mark("()")]
    start = closings = 0
    for at, unit in enumerate(units):
        place = _place_behind(units, start, at)
        if place is None:
            continue
        run = units[start:at]
        numbers = [one for one in run if isinstance(one.data, Number)]
        if numbers and (place is not unit or _closes(units, at, brackets, _value_first(run))):
            closings += 1 if place is unit else 2
            found |= {one.start: place for one in numbers}
        start = at + 1
    return found if closings > 1 else {}


def _place_behind(units: Sequence[Unit], start: int, at: int) -> Unit | None:
    """A place; or that of `%24,9 CHP, %53,8 AKP (Uşak)`, in brackets behind the last name."""
    unit = units[at]
    if isinstance(unit.data, PlaceName):
        return unit
    if not isinstance(unit.data, Claimant) or not unit.data.hint:
        return None
    first = _value_first(units[start:at])
    return replace(unit, data=PlaceName(unit.data.hint), case="") if first else None


def _value_first(run: Sequence[Unit]) -> bool:
    """`%24,9 CHP, %53,8 AKP`: whether values stand before their names."""
    told = [one.data for one in run if isinstance(one.data, Number | Claimant)]
    return bool(told) and isinstance(told[0], Number)


def _closes(units: Sequence[Unit], at: int, brackets: Sequence[int], value_first: bool) -> bool:
    """Whether a place stands in brackets behind figures, with nothing of a figure in them."""
    place = bisect_left(brackets, at)
    opening, closing = [*brackets[place - 1 : place], -1][0], [*brackets[place : place + 1], -1][0]
    if opening < 0 or closing < 0 or not units[opening].mark("(") or not units[closing].mark(")"):
        return False
    inside = [*units[opening + 1 : at], *units[at + 1 : closing]]
    if opening < 1 or closing < 0:
        return False
    before = units[opening - 1]
    valued = isinstance(before.data, Number) or before.mark("%") or before.word(Sense.VOTE)
    valued = valued or (value_first and isinstance(before.data, Claimant))
    return valued and not any(isinstance(one.data, Claimant | Number) for one in inside)
