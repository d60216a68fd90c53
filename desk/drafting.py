"""A post while the editor works on it: paragraphs of words, numbers tied to figures, her own numbers.

Pure functions from a composed post to a draft and back; what a figure that moves does to a draft is
told in `drafting_moves`, and how a draft is kept in `drafting_kept`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from desk import post_gate, turkish
from desk.bulletin import TOPICS, Item, Slot
from desk.checks import AloneChecks, Checks
from desk.codes import Code, Refusal
from desk.election import Election, PlaceKind
from desk.post_kinds import compose
from desk.post_model import Ask, Block, Chip, Cited, Kind, Obstacle, Part, Post, Shape
from desk.post_numbers import no_figures, numbers_in, readings, unbacked
from desk.post_words import NUMBER, clean_line
from desk.post_writer import Writer
from desk.posts import assembled
from desk.session import Session

HERS = "editor"
"""Whose a number is that the editor has marked as her own."""


class Role(StrEnum):
    """What a paragraph is to the post."""

    HEADLINE = "headline"
    LEAD = "lead"
    HEADING = "heading"
    LINE = "line"
    TEXT = "text"
    QUOTE = "quote"
    CLOSING = "closing"


_ROLES = {Shape.LINES: Role.LINE, Shape.TEXT: Role.TEXT, Shape.QUOTE: Role.QUOTE}
_SHAPES = {role: shape for shape, role in _ROLES.items()}

FREE = frozenset({Kind.NOTE, Kind.SUMMARY, Kind.CLOSING})
"""Kinds the editor may begin with nothing: their text is hers."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; or one number, with the figures behind it or the editor who answers for it."""

    text: str
    figures: tuple[Cited, ...] = ()
    own: str = ""

    @property
    def is_number(self) -> bool:
        """Whether this is a number that is held, and so moves as one."""
        return bool(self.figures or self.own)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or line: its role and its pieces."""

    role: Role
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as the reader reads it."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Draft:
    """A post under way. ``parts`` begin with the headline; ``base`` is what the desk composed."""

    ask: Ask
    post: Post
    base: tuple[Paragraph, ...]
    parts: tuple[Paragraph, ...]

    @property
    def kind(self) -> Kind:
        """What kind of post it is."""
        return Kind(self.post.kind)

    @property
    def touched(self) -> bool:
        """Whether the editor has changed anything."""
        return self.parts != self.base

    @property
    def complete(self) -> bool:
        """Whether there is a headline and something under it."""
        head, *body = self.parts
        return bool(head.text.strip()) and any(part.text.strip() for part in body)


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A stretch of words: paragraph and piece by number, ``start`` and ``end`` in its characters."""

    paragraph: int
    piece: int
    start: int
    end: int


def usual_kind(session: Session, contest: str, place: str) -> Kind:
    """What is written of a place unless something else is asked for."""
    if session.election.place(place).kind is PlaceKind.PROVINCE:
        return Kind.LEAD
    return Kind.COMPARISON


def begin(session: Session, kind: Kind, ask: Ask) -> Draft:
    """The composed post as a draft; a free kind begins empty where nothing can be composed.

    Refuses like `compose` otherwise: E141, E161, E162.
    """
    try:
        return from_post(compose(session, kind, ask), ask)
    except Refusal:
        if kind not in FREE:
            raise
        time = ask.at or session.night_clock()
        writer = Writer(session, ask.contest)
        return from_post(assembled(writer, kind, time, headline="", lead="", closing=""), ask)


def from_post(post: Post, ask: Ask) -> Draft:
    """A post taken apart at its chips."""
    parts = [_paragraph(post, Role.HEADLINE, post.headline, Part.HEADLINE)]
    parts.append(_paragraph(post, Role.LEAD, post.lead, Part.LEAD))
    for number, block in enumerate(post.blocks):
        if block.heading:
            parts.append(_paragraph(post, Role.HEADING, block.heading, Part.HEADING, number))
        for at, line in enumerate(block.lines):
            parts.append(_paragraph(post, _ROLES[block.shape], line, Part.LINE, number, at))
    if post.closing:
        parts.append(_paragraph(post, Role.CLOSING, post.closing, Part.CLOSING))
    return Draft(ask, post, tuple(parts), tuple(parts))


def to_post(draft: Draft, session: Session) -> Post:
    """The post as it would go out: the draft's words, citing the figures its numbers are tied to."""
    if not draft.touched:
        return draft.post
    writer = Writer(session, draft.post.contest)
    tidied = [_tidy(part) for part in draft.parts]
    head, *body = [part for part in tidied if part.text or part.role is Role.HEADLINE]
    built = _Building()
    for part in body:
        built.add(part)
    # A rehearsal's post says so at both ends, whatever was done to them.
    headline = _said(writer, built, Part.HEADLINE, head)
    closing = _said(writer, built, Part.CLOSING, built.closing)
    owned = [phrase for part in tidied for phrase in _owned_phrases(part)]
    # A note's whole text is the editor's where it is composed; here she answers number by number.
    kept = () if draft.kind in FREE else draft.post.own
    return replace(
        draft.post,
        headline=headline,
        lead=built.lead.text,
        blocks=tuple(Block(heading, tuple(lines), shape) for heading, lines, shape in built.blocks),
        closing=closing,
        cited=_cited(draft, [*body, head]),
        own=tuple(dict.fromkeys((*kept, *owned))),
        claims=tuple(dict.fromkeys(_claims(tidied))),
        chips=tuple(built.chips),
    )


def loose(draft: Draft, election: Election) -> list[Where]:
    """The numbers in words that nothing holds: no figure, no owner, no clock, no name, no claim."""
    everything = (*draft.post.cited, *cited_in(draft.parts))
    innocent = no_figures(replace(draft.post, cited=everything), election)
    told = {
        match.group()
        for part in draft.base
        if part.text not in draft.post.own
        for piece in part.pieces
        if not piece.is_number
        for match in numbers_in(piece.text)
    }
    told.update(_claims(draft.parts))
    return [
        Where(at, number, match.start(), match.end())
        for at, part in enumerate(draft.parts)
        if part.role is not Role.QUOTE
        for number, piece in enumerate(part.pieces)
        if not piece.is_number
        for match in numbers_in(piece.text)
        if match.group() not in told and not innocent(match.group())
    ]


def cited_in(parts: Sequence[Paragraph]) -> Iterator[Cited]:
    """Every figure the numbers of some paragraphs are tied to, in their order."""
    return (cited for part in parts for piece in part.pieces for cited in piece.figures)


def number_at(draft: Draft, where: Where) -> str:
    """The text of a stretch of words."""
    piece = draft.parts[where.paragraph].pieces[where.piece]
    return piece.text[where.start : where.end]


def candidates(session: Session, draft: Draft, number: str) -> list[tuple[Cited, ...]]:
    """What a number may be tied to: standing figures that say it, those of the draft's places first.

    A pair is a lead that follows from two figures of one bulletin.
    """
    wanted = readings(number)
    near = list(
        dict.fromkeys(c.slot.source.place for c in [*cited_in(draft.parts), *draft.post.cited])
    )
    near += [place for place in draft.ask.places if place not in near]
    found: list[tuple[Cited, ...]] = []
    for source, topics in session.latest(draft.post.contest).items():
        counted: dict[Item, list[Cited]] = {}
        for bulletin in {one.id: one for one in topics.values()}.values():
            for row, value in bulletin.figures.items():
                if topics[TOPICS[row.item]].id != bulletin.id or isinstance(value, str):
                    continue
                cited = Cited(Slot(source, row), value, bulletin.as_of, bulletin.id)
                if Decimal(value) in wanted:
                    found.append((cited,))
                if row.item.per_contender:
                    counted.setdefault(row.item, []).append(cited)
        for several in counted.values():
            ahead = sorted(several, key=lambda one: -Decimal(one.value))[:2]
            for one, other in combinations(ahead, 2):
                if Decimal(one.value) - Decimal(other.value) in wanted:
                    found.append((one, other))

    def distance(figures: tuple[Cited, ...]) -> tuple[int, int, str, int]:
        place = figures[0].slot.source.place
        rank = near.index(place) if place in near else len(near)
        return rank, len(figures), turkish.sort_key(place), -figures[0].bulletin

    return sorted(found, key=distance)


def tie(draft: Draft, where: Where, figures: tuple[Cited, ...]) -> Draft:
    """The draft with a number tied to the figures it says."""
    return _held(draft, where, Piece(number_at(draft, where), figures=figures))


def own(draft: Draft, where: Where, who: str = HERS) -> Draft:
    """The draft with a number marked as the editor's own."""
    return _held(draft, where, Piece(number_at(draft, where), own=who))


def obstacles(
    session: Session, draft: Draft, checks: Checks | AloneChecks | None = None
) -> list[Obstacle]:
    """What stands in the way of a draft: the gate's word on its post, and every loose number.

    A number typed by hand is stopped until it is tied or owned, even where a figure would back it;
    one that is owned is the editor's.
    """
    post = to_post(draft, session)
    found = {
        (number_at(draft, where), _tidy(draft.parts[where.paragraph]).text)
        for where in loose(draft, session.election)
    }
    owned = {
        (piece.text, _tidy(part).text) for part in draft.parts for piece in part.pieces if piece.own
    }
    stopped = {(one.number, one.text) for one in unbacked(post, session.election)} - owned
    ordered = sorted(found | stopped, key=lambda one: (one[1] != post.headline, one[1], one[0]))
    others = [
        one for one in post_gate.obstacles(session, post, checks) if one.code is not Code.P501
    ]
    return [
        *(Obstacle(Code.P501, {"number": number, "text": text}) for number, text in ordered),
        *others,
    ]


class _Building:
    """The parts of a post, taken up one paragraph after the other."""

    def __init__(self) -> None:
        self.lead = Paragraph(Role.LEAD)
        self.closing = Paragraph(Role.CLOSING)
        self.blocks: list[tuple[str, list[str], Shape]] = []
        self.chips: list[Chip] = []

    def add(self, part: Paragraph) -> None:
        """Take up the next paragraph of the body."""
        role = part.role
        if role is Role.CLOSING:
            # Only one can close; what stood there before is a paragraph like others.
            before, self.closing = self.closing, part
            if before.text:
                self.add(replace(before, role=Role.TEXT))
        elif role in (Role.LEAD, Role.TEXT) and not self.lead.text and not self.blocks:
            self.lead = part
            self.hold(part, Part.LEAD)
        elif role is Role.HEADING:
            self.blocks.append((part.text, [], Shape.LINES))
            self.hold(part, Part.HEADING, len(self.blocks) - 1)
        else:
            shape = _SHAPES.get(role, Shape.TEXT)
            if not self.blocks or self.blocks[-1][2] is not shape:
                self.blocks.append(("", [], shape))
            lines = self.blocks[-1][1]
            lines.append(part.text)
            self.hold(part, Part.LINE, len(self.blocks) - 1, len(lines) - 1)

    def hold(
        self, paragraph: Paragraph, part: Part, block: int = 0, line: int = 0, start: int = 0
    ) -> None:
        """Remember the chips of a paragraph."""
        for piece in paragraph.pieces:
            end = start + len(piece.text)
            if piece.figures:
                self.chips.append(Chip(part, start, end, piece.figures, block, line))
            start = end


def _said(writer: Writer, built: _Building, part: Part, paragraph: Paragraph) -> str:
    text = paragraph.text
    marked = text if text.startswith(writer.marked("")) else writer.marked(text)
    built.hold(paragraph, part, start=len(marked) - len(text))
    return marked


def _paragraph(
    post: Post, role: Role, text: str, part: Part, block: int = 0, line: int = 0
) -> Paragraph:
    chips = sorted(
        (c for c in post.chips if (c.part, c.block, c.line) == (part, block, line)),
        key=lambda chip: chip.start,
    )
    pieces, done = [], 0
    for chip in chips:
        if chip.start > done:
            pieces.append(Piece(text[done : chip.start]))
        pieces.append(Piece(text[chip.start : chip.end], chip.figures))
        done = chip.end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return Paragraph(role, tuple(pieces))


def _tidy(part: Paragraph) -> Paragraph:
    """The paragraph without marks nobody sees and without blanks at its ends."""
    if clean_line(part.text) == part.text:
        return part
    pieces = [
        piece
        if piece.is_number
        else Piece(
            (" " if piece.text[:1].isspace() else "")
            + clean_line(piece.text)
            + (" " if piece.text[-1:].isspace() and piece.text.strip() else "")
        )
        for piece in part.pieces
    ]
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if pieces and not pieces[at].is_number:
            pieces[at] = Piece(strip(pieces[at].text))
    return replace(part, pieces=tuple(piece for piece in pieces if piece.text))


def _held(draft: Draft, where: Where, number: Piece) -> Draft:
    part = draft.parts[where.paragraph]
    words = part.pieces[where.piece].text
    around = (Piece(words[: where.start]), number, Piece(words[where.end :]))
    pieces = list(part.pieces)
    pieces[where.piece : where.piece + 1] = [piece for piece in around if piece.text]
    parts = list(draft.parts)
    parts[where.paragraph] = replace(part, pieces=tuple(pieces))
    return replace(draft, parts=tuple(parts))


def _owned_phrases(part: Paragraph) -> Iterator[str]:
    """The editor's own numbers with the word on either side, which says what they count."""
    for at, piece in enumerate(part.pieces):
        if not piece.own:
            continue
        before = part.pieces[at - 1] if at else Piece("")
        after = part.pieces[at + 1] if at + 1 < len(part.pieces) else Piece("")
        left = "" if before.is_number else _LAST_WORD.search(before.text)
        right = "" if after.is_number else _FIRST_WORD.match(after.text)
        yield f"{left.group() if left else ''}{piece.text}{right.group() if right else ''}"


_LAST_WORD = re.compile(r"(?:[^\W\d]+\s*|%\s*)?$")
_FIRST_WORD = re.compile(r"(?:\s*[^\W\d]+)?")


def _claims(parts: Sequence[Paragraph]) -> Iterator[str]:
    """The numbers of a quotation, which are its speaker's."""
    return (n for part in parts if part.role is Role.QUOTE for n in NUMBER.findall(part.text))


def _cited(draft: Draft, parts: Sequence[Paragraph]) -> tuple[Cited, ...]:
    """What the numbers cite, in their order, and what the words rest on while they still say it.

    A leader's name is no number, yet it cites: it stays as long as its agency and place are named.
    """
    said, held = list(dict.fromkeys(cited_in(parts))), set(cited_in(draft.base))
    text = turkish.fold(" ".join(part.text for part in parts))
    for at, cited in enumerate(draft.post.cited):
        source = cited.slot.source
        named = turkish.fold(source.agency) in text and turkish.fold(source.place) in text
        if cited in held or cited in said or not named:
            continue
        before = [said.index(one) for one in draft.post.cited[:at] if one in said]
        said.insert(max(before, default=-1) + 1, cited)
    return tuple(said)
