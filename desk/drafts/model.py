"""A post while the editor works on it: words, numbers tied to figures, and numbers of her own.

Pure functions from a composed post to a draft, and from a draft to what the file keeps of it and
back. What it goes out as is `outgoing`'s, what a figure that moves does to it `moving`'s.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import Any

from desk import turkish
from desk.facts.bulletin import MINUTE, TOPICS, Item, Row, Slot, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import SetSetting
from desk.facts.election import Election
from desk.facts.figures import from_plain, plain
from desk.facts.post import Ask, BlockShape, Chip, Cited, Post, PostKind, PostPart
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.composed import assembled
from desk.posts.numbers import no_figures, numbers_in, readings
from desk.posts.own_words import says_something
from desk.posts.ties import NUMBER
from desk.posts.writer import Writer

Write = Callable[[Session, PostKind, Ask], Post]
"""What composes the post of a kind."""

HERS = "editor"
"""Whose a number is that the editor has marked as her own."""

OF_A_PLACE = frozenset({PostKind.COMPARISON, PostKind.LEAD})
"""Kinds that are written of the place in front; others tell of all of them."""

WITHOUT_PLACES = frozenset({PostKind.STATEMENT, PostKind.NOTE, PostKind.CORRECTION})
"""Kinds that ask for no place and no agency."""

FREE = frozenset({PostKind.NOTE, PostKind.SUMMARY, PostKind.CLOSING})
"""Kinds the editor may begin with nothing: their text is hers."""

DRAFT = "post.draft."
"""How the file's settings that keep drafts begin; the kind follows: one draft of each kind."""


class Role(StrEnum):
    """What a paragraph is to the post."""

    HEADLINE = "headline"
    LEAD = "lead"
    HEADING = "heading"
    LINE = "line"
    TEXT = "text"
    QUOTE = "quote"
    CLOSING = "closing"


_ROLES = {BlockShape.LINES: Role.LINE, BlockShape.TEXT: Role.TEXT, BlockShape.QUOTE: Role.QUOTE}


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
class PostDraft:
    """A post under way. ``parts`` begin with the headline; ``base`` is what the desk composed."""

    ask: Ask
    post: Post
    base: tuple[Paragraph, ...]
    parts: tuple[Paragraph, ...]

    @property
    def kind(self) -> PostKind:
        """What kind of post it is."""
        return PostKind(self.post.kind)

    @property
    def touched(self) -> bool:
        """Whether the editor has changed anything."""
        return self.parts != self.base

    @property
    def hers(self) -> bool:
        """Whether something of it would be lost with it: what she changed, or a quotation."""
        return self.touched or bool(self.ask.text)

    @property
    def complete(self) -> bool:
        """Whether there is a headline and something under it."""
        head, *body = self.parts
        return says_something(head.text) and any(says_something(part.text) for part in body)


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """A stretch of words: paragraph and piece by number, from where to where in its characters."""

    paragraph: int
    piece: int
    start: int
    end: int


def usual_kind(session: Session, contest: str, place: str) -> PostKind:
    """What is written of a place unless something else is asked for."""
    if session.election.is_sum(contest, place):
        return PostKind.LEAD
    return PostKind.COMPARISON


def begin(session: Session, kind: PostKind, ask: Ask, write: Write = compose) -> PostDraft:
    """The composed post as a draft; a free kind begins empty where nothing can be composed.

    ``write`` composes: the desk's own `compose`, or it with templates.

    Refuses like `compose` otherwise: E141, E161, E162.
    """
    try:
        return from_post(write(session, kind, ask), ask)
    except Refusal as refusal:
        if kind not in FREE or refusal.code not in (Code.E141, Code.E161):
            raise
        time = ask.at or session.night_clock()
        writer = Writer(session, ask.contest)
        return from_post(
            assembled(writer, kind, time, headline="", lead="", closing="").post(), ask
        )


def from_post(post: Post, ask: Ask) -> PostDraft:
    """A post taken apart at its chips."""
    chips: dict[tuple[PostPart, int, int], list[Chip]] = {}
    for chip in post.chips:
        chips.setdefault((chip.part, chip.block, chip.line), []).append(chip)
    parts = [_paragraph(chips, Role.HEADLINE, post.headline, PostPart.HEADLINE)]
    parts.append(_paragraph(chips, Role.LEAD, post.lead, PostPart.LEAD))
    for number, block in enumerate(post.blocks):
        if block.heading:
            parts.append(_paragraph(chips, Role.HEADING, block.heading, PostPart.HEADING, number))
        for at, line in enumerate(block.lines):
            parts.append(_paragraph(chips, _ROLES[block.shape], line, PostPart.LINE, number, at))
    if post.closing:
        parts.append(_paragraph(chips, Role.CLOSING, post.closing, PostPart.CLOSING))
    return PostDraft(ask, post, tuple(parts), tuple(parts))


def loose(draft: PostDraft, election: Election) -> list[TextSpan]:
    """The numbers in words that nothing holds: no figure, no owner, no clock, no name, no claim."""
    everything = (*draft.post.cited, *cited_in(draft.parts))
    innocent = no_figures(replace(draft.post, cited=everything), election)
    unasked = {
        match.group()
        for part in draft.base
        if part.text not in draft.post.own
        for piece in part.pieces
        if not piece.is_number
        for match in numbers_in(piece.text)
    }
    unasked.update(claims(draft.parts))
    return [
        TextSpan(at, number, match.start(), match.end())
        for at, part in enumerate(draft.parts)
        if part.role is not Role.QUOTE
        for number, piece in enumerate(part.pieces)
        if not piece.is_number
        for match in numbers_in(piece.text)
        if match.group() not in unasked and not innocent(match.group(), piece.text[match.end() :])
    ]


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with words that stand side by side made one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and not piece.is_number and not found[-1].is_number:
            found[-1] = Piece(found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return tuple(found)


def cited_in(parts: Sequence[Paragraph]) -> Iterator[Cited]:
    """Every figure the numbers of some paragraphs are tied to, in their order."""
    return (cited for part in parts for piece in part.pieces for cited in piece.figures)


def claims(parts: Sequence[Paragraph]) -> Iterator[str]:
    """The numbers of a quotation, which are its speaker's."""
    return (n for part in parts if part.role is Role.QUOTE for n in NUMBER.findall(part.text))


def number_at(draft: PostDraft, where: TextSpan) -> str:
    """The text of a stretch of words."""
    piece = draft.parts[where.paragraph].pieces[where.piece]
    return piece.text[where.start : where.end]


def candidates(session: Session, draft: PostDraft, number: str) -> list[tuple[Cited, ...]]:
    """What a number may be tied to: standing figures that say it, those of its places first.

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

    def distance(figures: tuple[Cited, ...]) -> tuple[int, int, object, int]:
        place = figures[0].slot.source.place
        rank = near.index(place) if place in near else len(near)
        return rank, len(figures), turkish.sort_key(place), -figures[0].bulletin

    return sorted(found, key=distance)


def tie(draft: PostDraft, where: TextSpan, figures: tuple[Cited, ...]) -> PostDraft:
    """The draft with a number tied to the figures it says."""
    return _held(draft, where, Piece(number_at(draft, where), figures=figures))


def own(draft: PostDraft, where: TextSpan, who: str = HERS) -> PostDraft:
    """The draft with a number marked as the editor's own."""
    return _held(draft, where, Piece(number_at(draft, where), own=who))


def _paragraph(
    chips: Mapping[tuple[PostPart, int, int], Sequence[Chip]],
    role: Role,
    text: str,
    part: PostPart,
    block: int = 0,
    line: int = 0,
) -> Paragraph:
    pieces, done = [], 0
    for chip in sorted(chips.get((part, block, line), ()), key=lambda chip: chip.start):
        if chip.start > done:
            pieces.append(Piece(text[done : chip.start]))
        pieces.append(Piece(text[chip.start : chip.end], chip.figures))
        done = chip.end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return Paragraph(role, tuple(pieces))


def _held(draft: PostDraft, where: TextSpan, number: Piece) -> PostDraft:
    part = draft.parts[where.paragraph]
    words = part.pieces[where.piece].text
    around = (Piece(words[: where.start]), number, Piece(words[where.end :]))
    pieces = list(part.pieces)
    pieces[where.piece : where.piece + 1] = [piece for piece in around if piece.text]
    parts = list(draft.parts)
    parts[where.paragraph] = replace(part, pieces=tuple(pieces))
    return replace(draft, parts=tuple(parts))


def keep(draft: PostDraft, *, done: bool = False) -> SetSetting:
    """The edit that keeps a draft; what is ``done``, or has nothing of hers, is not kept."""
    text = json.dumps(to_json(draft), ensure_ascii=False) if draft.hers and not done else None
    return SetSetting(DRAFT + draft.kind.value, text)


def is_kept(session: Session, kind: PostKind) -> bool:
    """Whether the file keeps a draft of a kind."""
    return DRAFT + kind.value in session.settings


def kept(session: Session, kind: PostKind, write: Write = compose) -> PostDraft | None:
    """The draft of a kind that was kept, or none; one that no longer fits the file is none."""
    text = session.settings.get(DRAFT + kind.value)
    try:
        return None if text is None else from_json(session, json.loads(text), write)
    except (ValueError, LookupError, TypeError, Refusal):
        return None


def to_json(draft: PostDraft) -> dict[str, Any]:
    """A draft as plain values."""
    ask = draft.ask
    return {
        "kind": draft.kind.value,
        "ask": {
            "contest": ask.contest,
            "places": list(ask.places),
            "agencies": list(ask.agencies),
            "at": ask.at.strftime(MINUTE) if ask.at else None,
            "text": ask.text,
            "who": ask.who,
            "where": ask.where,
        },
        "base": [_packed(part) for part in draft.base],
        "parts": [_packed(part) for part in draft.parts],
    }


def from_json(session: Session, told: Mapping[str, Any], write: Write = compose) -> PostDraft:
    """The draft again. Raises ValueError, LookupError, TypeError or Refusal if it does not fit."""
    asked = told["ask"]
    ask = Ask(
        session.election.contest(asked["contest"]).id,
        tuple(session.election.place(name).name for name in asked["places"]),
        tuple(session.election.agency(code).code for code in asked["agencies"]),
        datetime.strptime(asked["at"], MINUTE) if asked["at"] else None,
        text=asked["text"],
        who=asked["who"],
        where=asked["where"],
    )
    post = begin(session, PostKind(told["kind"]), ask, write).post
    base, parts = (tuple(_unpacked(session, p) for p in told[name]) for name in ("base", "parts"))
    if not parts:
        raise ValueError("a draft has a headline")
    return PostDraft(ask, post, base, parts)


def _packed(part: Paragraph) -> list[Any]:
    return [part.role.value, [_packed_piece(piece) for piece in part.pieces]]


def _packed_piece(piece: Piece) -> list[Any]:
    figures = [
        [c.bulletin, c.slot.row.item.value, c.slot.row.contender, plain(c.value)]
        for c in piece.figures
    ]
    return [piece.text, figures, piece.own]


def _unpacked(session: Session, told: list[Any]) -> Paragraph:
    role, pieces = told
    return Paragraph(
        Role(role),
        tuple(
            Piece(str(text), tuple(_cited(session, *one) for one in figures), str(own))
            for text, figures, own in pieces
        ),
    )


def _cited(session: Session, number: int, item: str, contender: str, value: str) -> Cited:
    bulletin = session.bulletin(number)
    source: Source = bulletin.source
    row = Row(Item(item), contender)
    if bulletin.figures[row] != (figure := from_plain(row.item, value)):
        raise ValueError("not the figure this file has")
    return Cited(Slot(source, row), figure, bulletin.as_of, number)
