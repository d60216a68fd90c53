"""What a template can speak of, and how the text it puts out is read as the parts of a post.

Frozen views that hold no session and reach nothing else: a figure put out is tied to where it came
from, one that is only looked at is not. Signs and line breaks count where a template's author wrote
them, never where data has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from desk.facts.bulletin import Bulletin, Item, Row, Topic, Value
from desk.facts.codes import Code, Refusal
from desk.facts.election import OTHERS
from desk.facts.post import Ask, Block, BlockShape, Cited
from desk.facts.standing import Lead, Reported
from desk.file.session import Session
from desk.posts.beside import differ, gaps, hours, leads_told, pairs, silent
from desk.posts.comparison import agencies_of
from desk.posts.composed import Composed
from desk.posts.kinds.spread import grouped
from desk.posts.news import answers_of, by_these
from desk.posts.ties import Parts, Ties, untied
from desk.posts.writer import Words, Writer, figure_of, lead_figures
from desk.rules.discrepancies import Gap, SideBySide, reported
from desk.rules.verdicts import VerdictWords, boards_of, verdict_sentence
from desk.turkish.style import capital

SIGNS = ("# ", "## ", "- ", "> ", "= ")
"""The signs a line may begin with: headline, heading, line, quotation, closing."""

_HEADLINE, _HEADING, _LINE, _QUOTE, _CLOSING = (chr(0x100010 + at) for at in range(len(SIGNS)))
_BREAK = "\U00100001"
_MARKS = dict(zip((chr(0x100010 + at) for at in range(len(SIGNS))), SIGNS, strict=True))
_SIGN = re.compile(r"(^|\n)[ \t]*(##?|[->=])(?:[ \t]+|(?=\n|$))")
_BLANKS = re.compile(r"[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_OURS = re.compile("[\ue000-\uf8ff\U00100001-\U0010fffd]")
_SHAPES = {_LINE: BlockShape.LINES, _QUOTE: BlockShape.QUOTE, "": BlockShape.TEXT}


@dataclass(frozen=True, slots=True, eq=False)
class TiedText:
    """A number or a name with the figures it rests on; ``value`` is exact, None for a name.

    Put out as it is, a share is its digits (58,79) and a count is grouped (13.729).
    """

    text: str
    figures: tuple[Cited, ...]
    value: Decimal | int | None
    ties: Ties = field(repr=False)

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.text}{self.ties.rest(self.figures)}"
        return self.ties.tie(self.text, *self.figures)

    def __eq__(self, other: object) -> bool:
        return self.text == (other.text if isinstance(other, TiedText) else other)

    def __hash__(self) -> int:
        return hash(self.text)

    def written(self, text: str) -> TiedText:
        """The same, written otherwise."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class ResultView:
    """One contender by one agency; None for what was not said."""

    label: str
    name: str
    share: TiedText | None
    votes: TiedText | None
    is_others: bool


@dataclass(frozen=True, slots=True)
class LeadView:
    """Who leads; ``label`` and ``name`` are None in a tie."""

    label: TiedText | None
    name: TiedText | None
    points: TiedText | None
    votes: TiedText | None
    stated: bool
    clock: str


@dataclass(frozen=True, slots=True)
class AgencyView:
    """One agency's word on a place: its figures, and the line the desk would write."""

    code: str
    name: str
    clock: str
    opened: TiedText | None
    boxes: TiedText | None
    total: TiedText | None
    turnout: TiedText | None
    results: tuple[ResultView, ...]
    lead: LeadView | None
    line: str


@dataclass(frozen=True, slots=True)
class GapView:
    """How far two agencies are apart on one contender."""

    label: str
    name: str
    points: TiedText
    shares: tuple[TiedText, TiedText]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place; ``at`` says where (Üsküdar'da), ``heading`` is its name in capitals.

    ``gaps``, ``hours`` and ``verdict`` (what the gap comes from) are of the first two agencies,
    ``leads`` and ``silent`` of all; each a sentence of the desk's, empty where it has none.
    """

    name: str
    heading: str
    at: str
    is_province: bool
    agencies: tuple[AgencyView, ...]
    gaps: tuple[GapView, ...]
    leaders_differ: bool
    hours: str
    leads: str
    verdict: str
    silent: str


@dataclass(frozen=True, slots=True)
class CountView:
    """In how many districts a contender leads by the same agencies; ``by`` says by which.

    ``label`` and ``name`` are None where the first two are equal; ``names`` are the districts.
    """

    label: str | None
    name: str | None
    districts: TiedText
    names: tuple[str, ...]
    by: str


def context_of(session: Session, ask: Ask, draft: Composed) -> Mapping[str, object]:
    """The names a template of this draft can use."""
    parts = Parts(
        harmless(draft.parts.headline),
        harmless(draft.parts.lead),
        tuple(_block(block) for block in draft.parts.blocks),
        harmless(draft.parts.closing),
    )
    views = _Views(draft.writer, draft.time, ask.at)
    chips = draft.parts.read(draft.writer.ties)[1]
    cited = dict.fromkeys(one.slot.source.place for chip in chips for one in chip.figures)
    places = ask.places or tuple(cited)
    agencies = agencies_of(session, ask, places)
    told = reported(session, draft.writer.race.id, places, agencies, ask.at)
    return named(
        parts,
        draft.kind.value,
        harmless(draft.writer.race.title),
        draft.writer.style.clock(draft.time),
        [views.place(words) for words in told],
        views.counts(told),
    )


def named(
    parts: Parts,
    kind: str,
    contest: str,
    clock: str,
    places: Iterable[PlaceView],
    counts: Iterable[CountView],
) -> Mapping[str, object]:
    """The names of every template."""
    return {
        "kind": kind,
        "contest": contest,
        "clock": clock,
        "headline": parts.headline,
        "lead": parts.lead,
        "blocks": parts.blocks,
        "closing": parts.closing,
        "places": tuple(places),
        "counts": tuple(counts),
    }


def _block(block: Block) -> Block:
    lines = tuple(harmless(line) for line in block.lines)
    return Block(harmless(block.heading), lines, block.shape)


class _Views:
    """Makes the views of one writer's contest."""

    def __init__(self, writer: Writer, now: datetime, at: datetime | None) -> None:
        self._writer, self._now, self._at = writer, now, at

    def place(self, words: Words) -> PlaceView:
        writer, place = self._writer, words[0].source.place
        side = next(iter(pairs(writer, words)), None)
        return PlaceView(
            harmless(writer.place_name(place)),
            harmless(writer.heading(place)),
            harmless(writer.at_place(place)),
            writer.is_whole(place),
            tuple(self._agency(said) for said in words),
            tuple(self._gap(side, gap) for gap in gaps(writer, side)) if side else (),
            differ(words),
            harmless(" ".join(hours(writer, side))) if side else "",
            harmless(f"{capital(told)}." if (told := leads_told(writer, words)) else ""),
            harmless(self._verdict(side)) if side else "",
            harmless(" ".join(silent(writer, words, self._now))),
        )

    def counts(self, places: Sequence[Words]) -> Iterator[CountView]:
        """Who leads in how many districts, where the agencies that tell it agree."""
        writer = self._writer
        told = grouped(writer, places).first
        answers = answers_of(writer, told)
        for answer in answers:
            alike = [one for one in answers if one.agencies == answer.agencies]
            every = (*answer.figures, *(figure for one in alike for figure in one.figures))
            if answer.agreed and len({one.slot.source.place for one in every}) > 1:
                number = len(answer.places)
                yield CountView(
                    self._label(answer.leader) if answer.leader else None,
                    self._name(answer.leader) if answer.leader else None,
                    TiedText(str(number), every, number, writer.ties),
                    tuple(harmless(writer.place_name(place)) for place in answer.places),
                    harmless(by_these(writer, answer.agencies, answers)),
                )

    def _verdict(self, side: SideBySide) -> str:
        writer = self._writer
        (board,) = boards_of(writer.session, [side], self._at)
        words = VerdictWords(writer.style, writer.who, writer.tied)
        return verdict_sentence(writer.session, side, board, words, self._at)

    def _agency(self, said: Reported) -> AgencyView:
        topics, code = said.topics, said.source.agency
        results = topics.get(Topic.SHARES) or topics.get(Topic.VOTES)
        opened = results or topics.get(Topic.OPENED)
        return AgencyView(
            harmless(code),
            harmless(self._writer.election.agency(code).name),
            self._writer.style.clock(said.as_of) if said.as_of else "",
            self._opened_share(opened),
            self._figure(opened, Row(Item.OPENED_BOXES)),
            self._figure(opened, Row(Item.TOTAL_BOXES)),
            self._figure(topics.get(Topic.TURNOUT), Row(Item.TURNOUT)),
            tuple(self._results(said, results)) if results else (),
            self._lead(said.lead) if said.lead else None,
            harmless(self._writer.agency_line(said)),
        )

    def _opened_share(self, bulletin: Bulletin | None) -> TiedText | None:
        """None also where it would print as all or nothing and the boxes say otherwise."""
        if bulletin is None or self._writer.counted(bulletin).in_boxes:
            return None
        return self._figure(bulletin, Row(Item.OPENED_SHARE))

    def _results(self, said: Reported, bulletin: Bulletin) -> Iterable[ResultView]:
        by_votes = Topic.SHARES not in said.topics
        for code in self._writer.falling(bulletin, shares=not by_votes):
            share = None if by_votes else self._figure(bulletin, Row(Item.SHARE, code))
            votes = self._figure(bulletin, Row(Item.VOTES, code))
            yield ResultView(self._label(code), self._name(code), share, votes, code == OTHERS)

    def _lead(self, lead: Lead) -> LeadView:
        behind = tuple(self._writer.behind(lead))
        who = lead.leader

        def said(value: Decimal | int | None, item: Item) -> TiedText | None:
            if value is None:
                return None
            return self._said(value, *lead_figures(lead, item))

        return LeadView(
            TiedText(self._label(who), behind, None, self._writer.ties) if who else None,
            TiedText(self._name(who), behind, None, self._writer.ties) if who else None,
            said(lead.points, Item.LEAD_POINTS),
            said(lead.votes if lead.stated or lead.points is None else None, Item.LEAD_VOTES),
            lead.stated,
            self._writer.style.clock(lead.bulletin.as_of),
        )

    def _gap(self, side: SideBySide, gap: Gap) -> GapView:
        row = Row(Item.SHARE, gap.contender)
        a, b = (figure_of(said.topics[Topic.SHARES], row) for said in (side.a, side.b))
        return GapView(
            self._label(gap.contender),
            self._name(gap.contender),
            self._said(gap.gap or Decimal(0), a, b),
            (self._said(a.value, a), self._said(b.value, b)),
        )

    def _figure(self, bulletin: Bulletin | None, row: Row) -> TiedText | None:
        if bulletin is None or row not in bulletin.figures:
            return None
        figure = figure_of(bulletin, row)
        return self._said(figure.value, figure)

    def _said(self, value: Value, *figures: Cited) -> TiedText:
        if isinstance(value, str):
            return TiedText(self._name(value), figures, None, self._writer.ties)
        text = self._writer.style.digits(value)
        return TiedText(text, figures, value, self._writer.ties)

    def _label(self, code: str) -> str:
        return harmless(self._writer.label(code))

    def _name(self, code: str) -> str:
        return harmless(self._writer.name(code))


def marked(literal: str, *, line_begins: bool) -> str:
    """A template's own text with its line breaks and signs made marks no data can have.

    ``line_begins`` says that the text stands at the beginning of a line.
    """

    def mark(found: re.Match[str]) -> str:
        if not found[1] and found.start() == 0 and not line_begins:
            return found.group()
        return f"{found[1]}{chr(0x100010 + SIGNS.index(f'{found[2]} '))}"

    return _SIGN.sub(mark, literal).replace("\n", _BREAK)


def harmless(text: str) -> str:
    """A text from the file or the editor as one line without any mark of the layout's."""
    return _OURS.sub("", " ".join(text.splitlines()) if "\n" in text else text)


def parts_of(name: str, text: str) -> Parts:
    """The parts of a text a template has arranged. E174 unless it has exactly one headline."""
    headline, lead, closing = list[str](), "", list[str]()
    blocks: list[tuple[str, list[str], BlockShape | None]] = []
    for sign, line in _lines(text):
        if sign == _HEADLINE:
            headline.append(line)
        elif sign == _CLOSING:
            closing.append(line)
        elif sign == _HEADING:
            blocks.append((line, [], None))
        elif not sign and not lead and not blocks:
            lead = line
        else:
            shape = _SHAPES[sign]
            if not blocks or blocks[-1][2] not in (shape, None):
                blocks.append(("", [], shape))
            heading, lines, _ = blocks[-1]
            blocks[-1] = heading, [*lines, line], shape
    if len(headline) != 1:
        raise Refusal(Code.E174, template=name, count=len(headline))
    made = tuple(
        Block(heading, tuple(lines), shape or BlockShape.LINES) for heading, lines, shape in blocks
    )
    return Parts(headline[0], lead, made, " ".join(closing))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Every line that says something: its sign, or none, and its text with single blanks."""
    for raw in text.split(_BREAK):
        bare = _BLANKS.sub(" ", raw).strip(" ")
        sign = bare[:1] if bare[:1] in _MARKS else ""
        line = bare[len(sign) :]
        for mark, written in _MARKS.items():
            line = line.replace(mark, written)
        line = line.strip(" ")
        if untied(line):
            yield sign, line
