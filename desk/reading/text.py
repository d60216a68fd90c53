"""Walks a text line by line: opens blocks, joins cards, hands sentences to the grammar.

What a line is comes from `lines`, what a sentence says from `bind`; tables go to `tables`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk.facts.codes import Code
from desk.reading import lines
from desk.reading.bind import Binder
from desk.reading.collect import Collector
from desk.reading.items import (
    AgencyNamed,
    Key,
    LabelNamed,
    Mention,
    PlaceNamed,
    Punctuation,
    TextItem,
    Word,
    joined,
)
from desk.reading.lexicon import Context
from desk.reading.normalise import normalise
from desk.reading.notation import Clock, Day, Value
from desk.reading.scan import Scanner
from desk.reading.sentences import (
    LineFacts,
    Year,
    late_place,
    look,
    look_at_line,
    only_mentioned,
    only_passes,
    places_first,
    sentences,
    sources_first,
)
from desk.reading.shapes import Reading
from desk.reading.state import ReadingState
from desk.reading.tables import TextTable, find_tables
from desk.reading.tokens import Token, tokenise
from desk.reading.words import Sense

_DIGIT = re.compile("[0-9]")
_EMPTY_LINE = 2000
"""A line longer than this without a digit is no heading: nothing in it is looked at."""


def read_text(text: str, context: Context) -> Reading:
    """Everything the text says; never raises, whatever the text is."""
    clean = normalise(text)
    state = ReadingState(context)
    out = Collector(clean, context, state)
    walker = _Walker(clean.text, context, state, out)
    walker.walk()
    return out.reading()


class _Walker:
    """One pass over one text."""

    def __init__(self, text: str, context: Context, state: ReadingState, out: Collector) -> None:
        self._text = text
        self._context = context
        self._state = state
        self._out = out
        self._scanner = Scanner(context)
        self._held: Code | None = None
        self._topic: TextItem | None = None
        self._year = context.year
        self._told_year = Year(None, False)
        self._passing = self._abroad = self._abroad_block = False

    def walk(self) -> None:
        """Read every line, tables first."""
        spans = line_spans(self._text)
        tables = {table.first: table for table in find_tables(self._text, spans)}
        scanned: list[PageLine | TextTable] = []
        index = 0
        while index < len(spans):
            table = tables.get(index)
            if table is not None:
                scanned.append(table)
                index = table.last + 1
            else:
                scanned.append(self._scan(*spans[index]))
                index += 1
        if self._year is None:
            self._year = self._latest_year(scanned)
        self._told_year = Year(self._year, self._context.year is not None)
        self._read_all(join_cards(scanned))

    def _scan(self, start: int, end: int) -> PageLine:
        if start == end:
            return BLANK
        if end - start > _EMPTY_LINE and not _DIGIT.search(self._text, start, end):
            return BLANK
        tokens = self._tokens(start, end)
        head = lines.time_head(tokens)
        if head is not None:
            tokens = tokens[head.stop :]
        items = self._scanner.scan(self._text, tokens)
        return PageLine(items if head or lines.speaks(items) else [], head, False)

    def _tokens(self, start: int, end: int) -> list[Token]:
        tokens = tokenise(self._text, start, end, self._context.acronyms)
        return lines.without_stamp(lines.without_bullet(tokens))

    def _latest_year(self, scanned: list[PageLine | TextTable]) -> int | None:
        years: list[int] = []
        for line in scanned:
            if isinstance(line, TextTable):
                years += line.years(self._text)
                continue
            days = (item.data for item in line.items if isinstance(item.data, Day))
            years += [day.year for day in days if day.year is not None]
        return max(years, default=None)

    def _read_all(self, scanned: list[PageLine | TextTable]) -> None:
        follows = values_below(scanned)
        for index, line in enumerate(scanned):
            if isinstance(line, TextTable):
                self._table(line)
                continue
            if line.blank:
                if self._passing:
                    self._held, self._passing = None, False
                continue
            if line.head is not None:
                self._begin(line.head)
            self._line(line, follows[index], scanned[index + 1 : index + 2])

    def _begin(self, head: lines.TimeHead) -> None:
        if head.opens:
            self._state.new_block()
            self._held = self._topic = None
            self._abroad = False
        self._state.set_time(head.time, head.token.start, head.token.end, False)

    def _line(self, line: PageLine, below: bool, following: list[PageLine | TextTable]) -> None:
        items = line.items
        if below and self._is_headline(line):
            self._state_only(items)
            for item in items:
                if isinstance(item.data, Value):
                    self._out.leave(Code.I306, item)
            return
        if not lines.has_values(items):
            credited = lines.credit_of(items, not following and line.head is None)
            if credited is not None:
                self._out.credit(credited)
            self._heading(items, following)
        if lines.is_strange_head(items):
            self._state.doubt_place(items[0].start, items[0].end)
            items = items[1:]
        if lines.has_values(items) and not self._abroad_block:
            self._abroad = False
        items = self._one_time(lines.credited_first(items))
        whole = look_at_line(items)
        quoted = False
        for sentence, torn in sentences(items):
            marks = sum(
                isinstance(item.data, Punctuation) and item.data.text == '"' for item in sentence
            )
            self._sentence(sentence, whole, Code.Q303 if torn else None, quoted)
            quoted ^= bool(marks % 2)
        if not lines.has_values(items):
            self._doubt_lists(items)
        # `YURT DIŞI SONUÇLARI`: a heading of the votes abroad holds until another place.
        self._abroad_block = self._abroad and (self._abroad_block or lines.is_bare_heading(items))

    def _doubt_lists(self, items: list[TextItem]) -> None:
        """A line that names several agencies or places opens none of them for what follows."""
        agencies = [item for item in items if isinstance(item.data, AgencyNamed)]
        if len({item.data.code for item in agencies if isinstance(item.data, AgencyNamed)}) > 1:
            self._state.doubt_agency(agencies[-1].start, agencies[-1].end)
        places = [
            item
            for item in items
            if isinstance(item.data, PlaceNamed) and item.data.form is not Mention.MENTION
        ]
        if len({item.data.names for item in places if isinstance(item.data, PlaceNamed)}) > 1:
            self._state.doubt_place(places[-1].start, places[-1].end)

    def _one_time(self, items: list[TextItem]) -> list[TextItem]:
        """A line's only time is the time of all its figures, also of those before it."""
        clocks = [item for item in items if isinstance(item.data, Clock)]
        times = {item.data.time for item in clocks if isinstance(item.data, Clock)}
        moment = times.pop() if len(times) == 1 else None
        if moment is None or not lines.has_values(items):
            return items
        sources = any(
            isinstance(item.data, AgencyNamed) and item.data.form is not Mention.MENTION
            for item in items
        )
        if not sources:
            self._state.set_time(moment, clocks[0].start, clocks[0].end, False)
            return items
        first = next(at for at, item in enumerate(items) if isinstance(item.data, AgencyNamed))
        return [*items[: first + 1], clocks[0], *items[first + 1 :]]

    def _is_headline(self, line: PageLine) -> bool:
        timed = line.head is not None and line.head.opens
        letters = [item for item in line.items if isinstance(item.data, Word | LabelNamed | Key)]
        shouted = bool(letters) and all(
            self._text[item.start : item.end].isupper() for item in letters
        )
        return (timed or shouted) and lines.is_headline(line.items, timed)

    def _heading(self, items: list[TextItem], following: list[PageLine | TextTable]) -> None:
        """What a line without figures opens for the lines below it."""
        self._topic = lines.topic_of(items)
        self._held, self._passing = self._veto_of(items) or self._held_year(items), False
        below = following[0] if following else None
        gives = isinstance(below, TextTable) or (
            below is not None and not below.blank and pairs(below.items)
        )
        if gives and self._state.where.place and lines.is_strange_heading(items):
            self._state.doubt_place(items[0].start, items[-1].end)

    def _veto_of(self, items: list[TextItem]) -> Code | None:
        if any(isinstance(item.data, Word) and Sense.POLL in item.data.senses for item in items):
            return Code.I301
        return None

    def _held_year(self, items: list[TextItem]) -> Code | None:
        """A heading of another year's election puts aside what stands below it."""
        years = [item.data.year for item in items if isinstance(item.data, Day)]
        known = [year for year in years if year is not None]
        if known and self._year is not None:
            return Code.I302 if max(known) < self._year else None
        words = [item.data for item in items if isinstance(item.data, Word)]
        earlier = any(word.fold in ("onceki", "gecen") for word in words)
        contest = any(Sense.CONTEST in word.senses for word in words)
        if earlier and contest:
            return Code.I302
        # A poll's or another year's heading holds until a heading of results, or an agency.
        source = any(isinstance(item.data, AgencyNamed) for item in items)
        return None if source or (contest and not known) else self._held

    def _state_only(self, items: list[TextItem]) -> None:
        kept = [item for item in items if not isinstance(item.data, Value)]
        self._sentence(kept, look_at_line(kept), None, False)

    def _sentence(
        self, sentence: list[TextItem], line: LineFacts, veto: Code | None, quoted: bool
    ) -> None:
        if not sentence:
            return
        self._contest(sentence)
        values = lines.has_values(sentence)
        if values:
            sentence = places_first(sources_first(sentence), self._topic)
        held = veto or (self._held if values else None)
        outlook = look(sentence, line, held, self._told_year, self._topic, values)
        if values and outlook.veto is Code.I301:
            # A poll told in a sentence goes on until the next blank line or heading.
            self._passing = self._passing or self._held is None
            self._held = Code.I301
        if values and (late := late_place(sentence, self._state.where.place is None)):
            self._state.doubt_place(late.start, late.end)
            sentence = only_mentioned(sentence, late)
        before = self._state.snapshot()
        binder = Binder(sentence, self._state, self._out, outlook, quoted, self._abroad)
        topic = binder.run()
        self._abroad = binder.abroad
        if self._state.place_doubt is not None and only_passes(sentence):
            # `Ankara'dan`, `İstanbul'a`: doubtful in its own sentence, not for what follows.
            self._state.restore_place(before)
        self._topic = self._topic if self._topic is not None and topic is self._topic else None

    def _contest(self, sentence: list[TextItem]) -> None:
        """With an election at hand, its contests' names choose between them."""
        if not self._context.contests:
            return
        folded = [item.data.fold if isinstance(item.data, Word) else "" for item in sentence]
        for name, contest in self._context.contests.items():
            words = name.split()
            for at in range(len(folded) - len(words) + 1):
                if len(words) > 1 and folded[at : at + len(words)] == words:
                    self._state.set_contest(contest, sentence[at].start, sentence[at].end)

    def _table(self, table: TextTable) -> None:
        table.read(self._text, self._context, self._scanner, self._state, self._out, self._year)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the text, scanned."""

    items: list[TextItem]
    head: lines.TimeHead | None
    blank: bool


BLANK = PageLine([], None, True)


def line_spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        stripped = line.strip()
        if stripped:
            left = start + (len(line) - len(line.lstrip(" ")))
            spans.append((left, end))
        else:
            spans.append((start, start))
        start = end + 1
    return spans


def values_below(scanned: list[PageLine | TextTable]) -> list[bool]:
    """For each line, whether a later line of the same block gives figures."""
    follows = [False] * len(scanned)
    below = False
    for index in range(len(scanned) - 1, -1, -1):
        line = scanned[index]
        follows[index] = below
        if isinstance(line, TextTable):
            below = True
        elif line.head is not None and line.head.opens:
            below = False
        else:
            below = below or lines.has_values(line.items)
    return follows


def join_cards(scanned: list[PageLine | TextTable]) -> list[PageLine | TextTable]:
    """A page's cards, one word a line (`CHP`, `%51,05`, `4.418.708 oy`), as one line each."""
    done: list[PageLine | TextTable] = []
    index = 0
    stray = False
    while index < len(scanned):
        line = scanned[index]
        if isinstance(line, TextTable) or line.head is not None:
            stray = False
            done.append(line)
            index += 1
            continue
        labels = _run(scanned, index, lines.is_labels_only, 2)
        values = _run(scanned, index + labels, lines.is_values_only, 2) if labels else 0
        if values and not stray:
            parts = list(scanned[index : index + labels + values])
            items = [item for part in parts if isinstance(part, PageLine) for item in part.items]
            done.append(PageLine(joined(items), None, False))
            index += labels + values
            continue
        # A value without a label before it: the page may write the value first.
        stray = not line.blank and (lines.is_values_only(line.items) or (stray and bool(labels)))
        done.append(line)
        index += 1
    return done


def _run(
    scanned: list[PageLine | TextTable],
    start: int,
    test: Callable[[Sequence[TextItem]], bool],
    most: int,
) -> int:
    count = 0
    while start + count < len(scanned) and count < most:
        line = scanned[start + count]
        if isinstance(line, TextTable) or line.head is not None:
            break
        if line.blank or not test(line.items):
            break
        count += 1
    return count


def pairs(items: list[TextItem]) -> bool:
    labels = any(isinstance(item.data, LabelNamed) for item in items)
    return labels and lines.has_values(items)
