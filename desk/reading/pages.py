"""Walks a text line by line: opens blocks, reads headings, hands sentences to the grammar.

What a line is comes from `layout`, what a sentence says from `binding`; tables go to `grids`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import filterfalse

from desk.facts.codes import Code
from desk.reading.above import Above
from desk.reading.behind import (
    Behind,
    closing_places,
    foot_of,
    is_blank,
    units_of,
    values_below,
    within_province,
)
from desk.reading.binding.binder import Binder
from desk.reading.binding.verdicts import in_passing, in_the_field, tells_own_poll, tells_poll
from desk.reading.brackets import is_aside, listed_places, rearranged, without_asides
from desk.reading.chats import (
    begins_bulletin,
    speakers_of,
    stamp_of,
    stands_at,
    without_caller,
    without_sender,
    without_speaker,
    without_stamp,
)
from desk.reading.drafts import figures_in
from desk.reading.dress.trimmings import undressed
from desk.reading.foot import closing, with_feet
from desk.reading.gather import Gatherer
from desk.reading.grammar.clauses import clauses, sentences
from desk.reading.grammar.clocks import (
    is_aired,
    is_anothers,
    lends_no_hour,
    tells_hours,
    tells_own_hour,
    told_of_then,
    was_told,
)
from desk.reading.grammar.corrections import corrected, taking_back
from desk.reading.grammar.flow import Flow
from desk.reading.grammar.headings import tells_one_box, tells_recount
from desk.reading.grammar.rivals import uncompared
from desk.reading.grammar.roles import NO_VOTES, POLLED, RECOUNTED, WHOSE
from desk.reading.grammar.speech import BOARD, other_speaker, quotes
from desk.reading.grammar.times import TextNight
from desk.reading.layout import (
    Line,
    as_clock,
    is_figure,
    joined_cards,
    line_spans,
    of_the_page,
    opens_line,
    rank_ends,
    settle_opening,
    split_tail,
    time_head,
    untorn,
    without_bullet,
    without_hashtags,
    without_ranks,
)
from desk.reading.lexicon import Context, Name
from desk.reading.names.joining import whole_names
from desk.reading.names.naming import Namer, speaks
from desk.reading.normalise import mended, normalise
from desk.reading.numbers import Clock, Day, Number
from desk.reading.questions.answers import Answers
from desk.reading.races import MAYOR, METRO, PARLIAMENT, TOWN
from desk.reading.scope import Quotation, Scope
from desk.reading.shapes import Reading
from desk.reading.tables.cells import Rows, find_grids
from desk.reading.tables.grids import is_headed, read_grid
from desk.reading.tokens import Token, fold, tokenise
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense, senses, verb

_DIGIT = re.compile("[0-9]")
_SECOND = re.compile("(?:ikinci|2\\.) ?tur")
_COUNTED = (Sense.BOX, Sense.OPENED, Sense.TURNOUT)
_SENDER = re.compile(r"\]? ?\w[\w .]{0,20}:")
_EMPTY_LINE = 2000
"""A line longer than this without a digit is no heading: nothing in it is looked at."""


def read_text(text: str, context: Context, answers: Answers) -> Reading:
    """Everything the text says; never raises, whatever the text is."""
    clean = normalise(text)
    clean = replace(clean, text=undressed(mended(clean.text, partial(_is_known, context)), context))
    gatherer = Gatherer(clean, context, answers)
    _Walker(untorn(without_ranks(clean.text)), context, gatherer).walk()
    return gatherer.reading()


class _Walker:
    """One pass over one text."""

    def __init__(self, text: str, context: Context, gatherer: Gatherer) -> None:
        self._text, self._context, self._gather = text, context, gatherer
        self._scope = Scope(context)
        self._namer = Namer(context)
        election = context.election
        others = ("genel",) if PARLIAMENT in gatherer.not_held else ()
        self._flow = Flow(TextNight(election.date if election else None, others))
        self._binder = Binder(self._scope, gatherer, self._flow)
        self._behind = Behind(self._scope, gatherer)
        self._above = Above(self._scope, gatherer, self._flow, self._behind)
        self._passing = False
        self._speakers = frozenset(filterfalse(self._is_name, speakers_of(text)))
        self._asked: Sequence[Unit] = ()
        self._sources: dict[str, str | None] = {}
        """Who in a chat told which agency's figures last."""

    def walk(self) -> None:
        """Read every line, tables apart."""
        spans = line_spans(self._text)
        grids = {
            grid.first: grid
            for grid in find_grids(self._text, spans)
            if not grid.bare or is_headed(grid, self._text, self._namer, self._context.acronyms)
        }
        ranks = rank_ends(self._text, spans)
        pieces: list[Line | Rows] = []
        index = 0
        while index < len(spans):
            grid = grids.get(index)
            if grid is not None:
                pieces.append(grid)
                index = grid.last + 1
            else:
                start, end = spans[index]
                pieces.append(self._line(ranks.get(start, start), end))
                index += 1
        years = self._years(pieces)
        self._flow.night.latest = max(years, default=None)
        self._flow.night.several = len(set(years)) > 1
        self._flow.hours = not grids and tells_hours(
            [unit for piece in pieces for unit in units_of(piece)]
        )
        self._flow.night.second = bool(_SECOND.search(fold(self._text)))
        told = (unit.data for piece in pieces for unit in units_of(piece))
        sources = {data.code for data in told if isinstance(data, AgencyName)}
        self._scope.sourced = bool(sources - {None, BOARD})
        around: frozenset[str] = frozenset()
        for at, piece in enumerate(pieces):
            if isinstance(piece, Line):
                piece.units, around = whole_names(piece.units, around, self._context)
            if isinstance(piece, Line) and piece.opens is not None:
                beside = (
                    pieces[one] if 0 <= one < len(pieces) else None for one in (at - 1, at + 1)
                )
                settle_opening(piece, *(one if isinstance(one, Line) else None for one in beside))
            if isinstance(piece, Line):
                if at + 1 < len(pieces):
                    _settle_name(piece, pieces[at + 1])
                for other in pieces[max(0, at - 1) : at] + pieces[at + 1 : at + 2]:
                    self._settle_first(piece, other)
        self._read(with_feet(self._text, _cards(pieces)))

    def _settle_first(self, line: Line, beside: Line | Rows) -> None:
        """`Aydın: yüzde 49,8` beside `Muğla: yüzde 58,8`: a word or a name in a list of places."""
        if isinstance(beside, Rows) or len(line.units) < 2 or not beside.units:
            return
        first, kinds = line.units[0], [type(unit.data) for unit in line.units[1:]]
        alike = kinds == [type(unit.data) for unit in beside.units[1:]]
        if not (alike and isinstance(beside.units[0].data, PlaceName)):
            return
        if isinstance(first.data, Claimant) and first.data.twins and kinds[-1:] == [Number]:
            line.units[0] = replace(first, data=PlaceName(first.data.twins))
        elif first.fold and line.units[1].mark(":") and kinds[1:2] == [Number]:
            known = self._context.phrases.get(first.fold, ())
            alone = (phrase.entries for phrase in known if len(phrase.words) == 1)
            entries = tuple(one for group in alone for one in group if one.kind is Name.PLACE)
            line.units[0] = replace(first, data=PlaceName(entries)) if entries else first

    def _line(self, start: int, end: int) -> Line:
        if start == end or (
            end - start > _EMPTY_LINE and not _DIGIT.search(self._text, start, end)
        ):
            return Line([], start=start)
        tokens = tokenise(self._text, start, end, self._context.acronyms)
        whole = without_speaker(without_bullet(tokens), self._speakers)
        tokens, sender = without_stamp(whole)
        stamp = stamp_of(whole) if len(tokens) < len(whole) else None
        speaker = whole[len(whole) - len(tokens) - 2].fold if stamp else ""
        if not sender and tokens and not self._is_name(tokens[0].fold):
            said, caller = without_caller(tokens)
            tokens, sender = (said, caller) if self._is_place(stands_at(caller)) else (tokens, [])
        if self._is_place(sender):
            tokens = whole
        elif self._names_only(sender, AgencyName):
            # `[22:51] ANKA: …`: its own account.
            tokens = whole[-len(tokens) - 1 - len(sender) :]
        elif self._is_place(inside := stands_at(sender)):
            own = any(isinstance(unit.data, PlaceName) for unit in self._units(tokens))
            tokens = tokens if own else [*inside, *tokens]
        head, opens = time_head(tokens), None
        units = self._units(tokens[head.stop if head else 0 :])
        if head is not None and not head.sure and not (told := opens_line(units)):
            head, opens = None, head if told is None else None
            units = self._units(tokens)
        elif head is not None:
            units = without_sender(units)
        if head is None and (of_the_page(units) or not speaks(units)):
            return Line([], start=start)
        units, tail = split_tail(within_province(without_hashtags(units)))
        if not tail and (close := closing(units)) < len(units):
            units, tail = units[:close], [as_clock(unit) for unit in units[close:]]
        line = self._text[start:end]
        letters = [char for char in line if char.isalpha()] if line.isupper() else []
        shouted = len(letters) > 3 and all(char.isupper() for char in letters)
        return Line(units, head, tail, start, shouted, opens, stamp, speaker)

    def _units(self, tokens: Sequence[Token]) -> list[Unit]:
        units = listed_places(self._namer.name(self._text, tokens))
        return rearranged(uncompared(units))

    def _is_name(self, word: str) -> bool:
        """Whether a folded word alone is the name of somebody or something known."""
        return any(len(phrase.words) == 1 for phrase in self._context.phrases.get(word, ()))

    def _is_place(self, tokens: Sequence[Token]) -> bool:
        return self._names_only(tokens, PlaceName)

    def _names_only(self, tokens: Sequence[Token], kind: type) -> bool:
        named = self._namer.name(self._text, tokens) if tokens else []
        return bool(named) and all(isinstance(one.data, kind) for one in named)

    def _years(self, pieces: Sequence[Line | Rows]) -> list[int]:
        years: list[int] = []
        for piece in pieces:
            if isinstance(piece, Rows):
                years += piece.years(self._text)
            else:
                days = (unit.data for unit in piece.units if isinstance(unit.data, Day))
                years += [day.year for day in days if day.year is not None and day.year > 1900]
        return years

    def _read(self, pieces: Sequence[Line | Rows]) -> None:
        below = values_below(pieces)
        self._behind.last = max(
            (at for at, piece in enumerate(pieces) if isinstance(piece, Rows) or not piece.blank),
            default=0,
        )
        foot: Sequence[Unit] = ()
        for index, piece in enumerate(pieces):
            self._flow.line = index
            if foot and not is_blank(piece):
                # The line below a table was its address.
                foot = ()
                continue
            begins = isinstance(piece, Rows) or is_blank(pieces[index - 1])
            if index and begins and not is_blank(piece):
                self._behind.paragraph(pieces, index)
            if isinstance(piece, Rows):
                self._flow.figured = index
                read_grid(piece, self._text, self._namer, self._binder)
                foot = foot_of(pieces, index)
                self._behind.apply_tail(index, index, foot)
            elif piece.blank:
                self._flow.corrects = self._flow.void_below = False
                self._behind.run_start = index + 1
                self._flow.parts = Counter()
                self._flow.spots = set()
                self._scope.pause()
                if self._passing and self._flow.apart in (POLLED, RECOUNTED, WHOSE):
                    self._flow.apart = None
            elif piece.foot >= 0 and not piece.either:
                self._behind.foot(index, piece)
            elif not self._above.mends(index, piece.stamped):
                self._line_alone(index, piece, below[index])
                after = pieces[index + 1] if index + 1 < len(pieces) else None
                if not (isinstance(after, Line) and after.numbers):
                    sourced_here = any(unit.fold == "kaynak" for unit in piece.units)
                    told = [*piece.units, *piece.tail] if sourced_here else piece.tail
                    self._behind.credit_list(index, told)

    def _line_alone(self, index: int, line: Line, below: bool) -> None:
        """A line, and what it tells of the address of the next ones."""
        self._whole_line(index, line, below)
        self._scope.time_by_agency([as_clock(unit) for unit in line.stamped])
        if line.either:
            self._behind.of_either(line)
        self._asked = [*line.units, *line.tail] if self._asks(line) else ()
        if line.speaker and any(isinstance(one.data, AgencyName) for one in line.units):
            self._sources[line.speaker] = self._scope.here.agency

    def _whole_line(self, index: int, line: Line, below: bool) -> None:
        told, above = line.stamped, line.head and self._behind.last == index and self._gather.facts
        if above and self._behind.credits(told, index):
            self._behind.credit(index, told)
            return
        if line.head is not None:
            if line.units or line.tail or not self._headed(index):
                heads = self._flow.heads
                self._scope.new_block()
                self._flow.begin()
                if not any(isinstance(unit.data, Claimant) for unit in line.units):
                    # `Kurum – İmamoğlu (AA)` above `19.30: 45,1 – 46,5`
                    values = [unit for unit in line.units if isinstance(unit.data, Number)]
                    self._flow.heads = heads if len(values) == len(heads) else []
                self._behind.block_start = index
            if not line.numbers and (lends_no_hour(told, 0) or self._asks(line)):
                # `23.00 YSK Başkanı açıklama yapacak`: of no figures below it.
                self._scope.here = self._scope.here._replace(time=None)
            elif not (is_aired(line.units) or tells_own_hour(line.units, line.tail)):
                self._scope.set_time(line.head.time, told[0], False)
            self._answers(told)
        self._says(line)
        timed = self._scope.here.time is not None
        if line.stamp is not None and begins_bulletin([*line.units, *line.tail], timed):
            assert isinstance(line.stamp.data, Clock) and line.stamp.data.time is not None
            self._scope.set_time(line.stamp.data.time, line.stamp, False)
        left = len(self._gather.left)
        taken = corrected(line.units, self._gather, self._flow.corrects)
        taken = self._line_heads(taken)
        units, behind = without_asides(taken, self._gather)
        numbers = [unit for unit in units if isinstance(unit.data, Number)]
        self._passing = bool(numbers)
        # `1001 no'lu sandık`: the number is a name, and what stands below is one box's.
        named = len(numbers) == 1 and any(unit.word(Sense.NUMBERED) for unit in units)
        if not numbers or named:
            self._above.heading(index, line, units)
            return
        if self._gather.facts and self._behind.credits([*units, *line.tail], index):
            self._behind.credit(index, [*units, *line.tail])
            return
        if any(isinstance(unit.data, Claimant) or unit.word(*_COUNTED) for unit in units):
            self._gather.seen += figures_in(units)
        self._another_source(units)
        self._flow.spot = _is_spot(units)
        self._below_a_list(units)
        self._below_an_office(units)
        self._flow.closed = closing_places([*units, *line.tail])
        self._flow.first = next((unit for unit in units if not isinstance(unit.data, Mark)), None)
        self._figures(index, line, units, behind, below)
        if len(self._gather.left) == left:
            self._above.doubt_here(index, [*units, *behind, *line.tail])

    def _another_source(self, units: Sequence[Unit]) -> None:
        """`AA 22.10 …` above `Sahadan: Kadıköy …`: the agency above is not this line's."""
        if self._scope.here.agency in (None, BOARD):
            return
        if (who := other_speaker(units)) is not None:
            self._scope.doubt_agency(who)

    def _asks(self, line: Line) -> bool:
        """`AA'da Kadıköy kaç oldu?`: a message that asks, and tells nothing."""
        units = [*line.units, *line.tail]
        ends = units[-1].end if units else 0
        asked = bool(units) and (units[-1].mark("?") or self._text[ends : ends + 1] == "?")
        sent = line.head is None or _SENDER.match(self._text, line.head.token.end) is not None
        return asked and sent and not line.numbers

    def _answers(self, told: Sequence[Unit]) -> None:
        """What the message before asked of is asked of an answer that does not say it."""
        kinds = {type(unit.data) for unit in told}
        for unit in self._asked:
            if isinstance(unit.data, PlaceName) and PlaceName not in kinds:
                self._scope.doubt_place(unit)
            elif isinstance(unit.data, AgencyName) and AgencyName not in kinds:
                self._scope.doubt_agency(unit)

    def _says(self, line: Line) -> None:
        """`Ali: AA …`, `Veli: ANKA …`, `Ali: Şişli …`: whose source is not the one told last."""
        own, here = self._sources.get(line.speaker), self._scope.here.agency
        if line.units and own is not None and here is not None and own != here:
            self._scope.doubt_agency(line.units[0])

    def _below_a_list(self, units: Sequence[Unit]) -> None:
        """`Katılım: 78,4`, `İBB: CHP 51,1` below a list of places: of the last one, or of all?"""
        places = [unit.data for unit in units if isinstance(unit.data, PlaceName)]
        named = any(isinstance(unit.data, Claimant) for unit in units)
        if self._flow.spot and places:
            self._flow.spots |= places[0].names
        elif len(self._flow.spots) > 1 and not places and (not named or units[0].race(METRO)):
            self._scope.doubt_place(units[0])

    def _below_an_office(self, units: Sequence[Unit]) -> None:
        """`İmamoğlu 50,2` below `Kartal Belediye Başkanlığı: Yüksel 52`: there, or in the city?"""
        here = self._scope.here
        if here.race not in (MAYOR, TOWN) or not (here.in_a_district and self._scope.told_of_place):
            return
        if any(isinstance(unit.data, PlaceName | RaceName) for unit in units):
            return
        named = [unit for unit in units if isinstance(unit.data, Claimant) and unit.data.people]
        if named and all(_of_the_city(unit) for unit in named):
            self._scope.doubt_place(named[0])

    def _headed(self, index: int) -> bool:
        """Whether headings without time and figures stand right above: `KONYA`, `22.10`."""
        told = any(self._gather.since(self._behind.run_start))
        return self._scope.here.time is None and not told and index > self._behind.run_start

    def _figures(
        self, index: int, line: Line, units: list[Unit], behind: list[Unit], below: bool
    ) -> None:
        """A line with figures: sentence by sentence, then what stands behind all of them."""
        if not any(unit.data.clock is None for unit in units if isinstance(unit.data, Number)):
            # `21.12'de geçtiğimiz rakamlar Şişli değil Sarıyer'e aittir.`
            self._above.take_back(index, units)
        self._flow.figured = index
        passing = self._flow.apart is None and self._polled([*units, *line.tail])
        found = list(sentences(units))
        first = self._first_poll(found) if passing else 0
        if passing and not first:
            self._flow.apart = POLLED
        shouted = line.head is not None or (line.shouted and _is_prose(units))
        asked = len(self._gather.asked)
        facts = len(self._gather.facts)
        self._scope.begin_line(any(is_figure(unit) for unit in units))
        self._binder.above = self._scope.here
        self._behind.own_address(units, [*behind, *line.tail])
        before = self._scope.here.agency
        self._one_time(units)
        prose = _is_prose(units)
        quotation = Quotation(self._scope)
        self._flow.quoted = [*quotes(units)]
        self._flow.spoken = self._flow.open_lead = None
        for at, sentence in enumerate(found):
            quotation.passes(sentence)
            if sentence:
                if passing and at == first:
                    self._flow.apart = POLLED
                elif passing and (
                    self._flow.night.says_tonight(sentence)
                    or any(isinstance(unit.data, AgencyName) for unit in sentence)
                ):
                    # `Ankette yüzde 40'tı. Bugün yüzde 51.`: what came out of the boxes.
                    self._flow.apart = POLLED if self._polled(sentence) else None
                self._sentence(sentence, prose)
        self._flow.apart = None if self._flow.apart is NO_VOTES else self._flow.apart
        self._scope.in_figures = False
        self._behind.doubt_former(units)
        self._behind.doubt_spoken(index, units)
        if shouted and below:
            self._headline(asked, facts)
        tail = [*behind, *line.tail]
        self._behind.apply_tail(index, index, tail, [*units, *tail])
        if before is None:
            self._behind.late_source(index, units)
            self._opens_a_list([*units, *behind, *line.tail])
        self._behind.late_time(index, [*units, *line.tail])
        self._behind.late_place(index, units)
        self._behind.late_foot(index, units)
        self._behind.late_race(index, [*units, *line.tail])
        self._above.take_back_here(index, units)
        mended, holders = taking_back(units)
        if mended:
            self._gather.doubt_before(index, mended, holders, asked)

    def _sentence(self, sentence: list[Unit], prose: bool) -> None:
        named = any(isinstance(unit.data, AgencyName | PlaceName | RaceName) for unit in sentence)
        if self._flow.apart is NO_VOTES and named:
            self._flow.apart = None
        held, self._scope.then = self._scope.here, told_of_then(sentence)
        self._binder.sentence(sentence, prose)
        if self._scope.then and held.time is not None:
            self._scope.here = self._scope.here._replace(time=held.time)
        if is_aside(sentence):
            self._scope.here = self._scope.here._replace(agency=held.agency)
        if self._flow.apart is None and tells_recount(sentence):
            self._flow.apart = RECOUNTED
        if self._flow.apart is None and tells_one_box(sentence):
            self._flow.apart = NO_VOTES

    def _opens_a_list(self, units: Sequence[Unit]) -> None:
        """`Sandıkların yüzde 88'i açıldı (DHA)` above contenders: the source is theirs too."""
        sources = [unit for unit in units if isinstance(unit.data, AgencyName)]
        counted = any(unit.word(Sense.BOX, Sense.OPENED) for unit in units)
        named = any(isinstance(unit.data, Claimant) for unit in units)
        if len(sources) == 1 and counted and not (named or sources[0].case):
            self._scope.set_agency(sources[0])

    def _line_heads(self, units: list[Unit]) -> list[Unit]:
        """`İmamoğlu/Kurum: Kadıköy 66,2-25,1; Şişli 71,4-19,8`: who the pairs behind are of."""
        colon = next((at for at, unit in enumerate(units[:12]) if unit.mark(":")), 0)
        before, after = units[:colon], units[colon + 1 :]
        heads = [unit for unit in before if isinstance(unit.data, Claimant)]
        linked = [unit for unit in before if unit.mark("/-")]
        if len(heads) < 2 or len(linked) != len(heads) - 1:
            return units
        if any(isinstance(unit.data, Number) for unit in before):
            return units
        if any(isinstance(unit.data, Claimant) for unit in after):
            return units
        self._flow.heads = heads
        return [unit for unit in before if unit not in heads and unit not in linked] + after

    def _first_poll(self, found: Sequence[Sequence[Unit]]) -> int:
        """The sentence a poll is told of from: the first one, if nothing says whose they are."""
        first = next((at for at, one in enumerate(found) if self._polled(one)), 0)
        told = self._scope.here.agency is not None or any(
            isinstance(unit.data, AgencyName) or unit.word(Sense.BOX, Sense.OPENED)
            for sentence in found[:first]
            for unit in sentence
        )
        return first if told or tells_own_poll(found[first]) else 0

    def _polled(self, units: Sequence[Unit]) -> bool:
        """Whether a line tells of a poll, and of nothing that came out of the boxes."""
        polls = tells_poll(units) or in_the_field(units)
        counted = any(unit.fold in ("sandiktan", "sandikta") for unit in units)
        return polls and not (counted or in_passing(clauses(units)))

    def _headline(self, asked: int, facts: int) -> None:
        """A headline's round or vague figure: the text below gives its own."""
        for one in self._gather.asked[asked:]:
            self._gather.leave(Code.I306, one.start, one.end)
        del self._gather.asked[asked:]
        kept = []
        for fact in self._gather.facts[facts:]:
            if fact.holder is not None and fact.name == "pct" and "." not in str(fact.value):
                self._gather.leave(Code.I306, fact.start, fact.end)
            else:
                kept.append(fact._replace(headline=True))
        self._gather.facts[facts:] = kept

    def _one_time(self, units: Sequence[Unit]) -> None:
        """A line's only time, if no agency is named, is the time of all its figures."""
        clocks = [unit for unit in units if isinstance(unit.data, Clock) and unit.data.time]
        if len({unit.data.time for unit in clocks if isinstance(unit.data, Clock)}) != 1:
            return
        unit = clocks[0]
        at = list(units).index(unit)
        if unit.case == "dat" or (at + 1 < len(units) and units[at + 1].fold == "kadar"):
            return
        if is_anothers(units, at) or any(map(was_told, units[:at])):
            # `İlk bültende Kurum 51,6'ydı, AA 23.10'da 40,3`
            return
        assert isinstance(unit.data, Clock) and unit.data.time is not None
        if not any(isinstance(one.data, AgencyName) for one in units):
            self._scope.set_time(unit.data.time, unit, False)


def _is_known(context: Context, word: str) -> bool:
    """Whether a word is one of the language or a name that may be told here."""
    folded = fold(word)
    return bool(senses(folded) or verb(folded)) or folded in context.phrases


def _settle_name(line: Line, below: Line | Rows) -> None:
    """`YILDIRIM`, and contenders with figures below it: the place, not the person of its name."""
    told = [unit for unit in line.units if not isinstance(unit.data, Mark)]
    # `AYDIN BÜYÜKŞEHİR (ANKA 22.40)`
    beside = (AgencyName, RaceName, Clock)
    alone = all(isinstance(unit.data, beside) or unit.word(Sense.AREA) for unit in told[1:])
    holder = told[0].data if told and alone else None
    if not isinstance(holder, Claimant) or not holder.twins or holder.people:
        return
    listed = isinstance(below, Rows) or (
        bool(below.numbers) and any(isinstance(unit.data, Claimant) for unit in below.units)
    )
    if listed and " " not in holder.text:
        place = replace(told[0], data=PlaceName(holder.twins))
        line.units = [place if unit is told[0] else unit for unit in line.units]


def _cards(pieces: Sequence[Line | Rows]) -> list[Line | Rows]:
    """Cards joined in the runs of lines between the tables."""
    done: list[Line | Rows] = []
    run: list[Line] = []
    for piece in pieces:
        if isinstance(piece, Rows):
            done += joined_cards(run)
            run = []
            done.append(piece)
        else:
            run.append(piece)
    return done + list(joined_cards(run))


def _is_spot(units: Sequence[Unit]) -> bool:
    """Whether a line begins with its place: `Kadıköy: …`, `ADALAR CHP …`."""
    first = next((unit for unit in units if not isinstance(unit.data, Mark)), None)
    return first is not None and isinstance(first.data, PlaceName) and first.case == ""


def _of_the_city(unit: Unit) -> bool:
    return isinstance(unit.data, Claimant) and not any(one.place for one in unit.data.people)


def _is_prose(units: Sequence[Unit]) -> bool:
    """Whether a line is running text, and no list of names and values."""
    words = sum(isinstance(unit.data, Word) for unit in units)
    return words >= sum(isinstance(unit.data, Number) for unit in units)
