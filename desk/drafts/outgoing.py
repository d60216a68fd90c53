"""From a draft to the post it goes out as, and what stands in its way.

What the editor sees is what is said: nothing is composed here, and nothing is added but the mark of
a rehearsal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from desk import turkish
from desk.drafts.model import (
    FREE,
    Paragraph,
    Piece,
    PostDraft,
    Role,
    cited_in,
    claims,
    loose,
    number_at,
)
from desk.facts.codes import Code
from desk.facts.election import Election
from desk.facts.post import (
    Block,
    BlockShape,
    Brief,
    Chip,
    Cited,
    Obstacle,
    Post,
    PostPart,
    PostTable,
)
from desk.file.session import Session
from desk.posts import gate
from desk.posts.gate import Judgement
from desk.posts.own_words import clean_line
from desk.posts.printed import still_printed, taken_back
from desk.posts.where import named_in
from desk.posts.writer import Writer

Told = TypeVar("Told", PostTable, Brief)

_SHAPES = {Role.LINE: BlockShape.LINES, Role.TEXT: BlockShape.TEXT, Role.QUOTE: BlockShape.QUOTE}
_LAST_WORD = re.compile(r"(?:[^\W\d]+\s*|%\s*)?$")
_FIRST_WORD = re.compile(r"(?:\s*[^\W\d]+)?")


def to_post(draft: PostDraft, session: Session) -> Post:
    """The post as it would go out, citing the figures its numbers are tied to."""
    if not draft.touched:
        return draft.post
    writer = Writer(session, draft.post.contest)
    tidied = [_tidy(part) for part in draft.parts]
    head, *body = [part for part in tidied if part.text or part.role is Role.HEADLINE]
    built = _Building()
    for part in body:
        built.add(part)
    # A rehearsal's post says so at both ends, whatever was done to them.
    headline = _said(writer, built, PostPart.HEADLINE, head)
    closing = _said(writer, built, PostPart.CLOSING, built.closing)
    owned = [phrase for part in tidied for phrase in _owned_phrases(part)]
    # A note's whole text is the editor's where it is composed; here she answers number by number.
    kept = () if draft.kind in FREE else draft.post.own
    blocks = tuple(Block(heading, tuple(lines), shape) for heading, lines, shape in built.blocks)
    post = replace(
        draft.post,
        headline=headline,
        lead=built.lead.text,
        blocks=blocks,
        closing=closing,
        cited=_cited(draft, [*body, head], session.election),
        own=tuple(dict.fromkeys((*kept, *owned))),
        claims=tuple(dict.fromkeys(claims(tidied))),
        chips=tuple(built.chips),
        tables=_moved(draft.post.tables, draft, blocks),
        briefs=_moved(draft.post.briefs, draft, blocks),
    )
    return replace(post, printed=still_printed(post, draft.post.printed, writer.called))


def obstacles(
    session: Session, draft: PostDraft, checks: Judgement | None = None
) -> list[Obstacle]:
    """What stands in the way of a draft: the gate's word on its post, and every loose number.

    A number typed by hand is stopped until it is tied or owned, even where a figure would back it;
    one that is owned is the editor's.
    """
    post = to_post(draft, session)
    found = [
        (number_at(draft, where), _tidy(draft.parts[where.paragraph]).text)
        for where in loose(draft, session.election)
    ]
    owned = {
        (piece.text, _tidy(part).text) for part in draft.parts for piece in part.pieces if piece.own
    }
    stopped = gate.obstacles(session, post, checks)
    unbacked = [one.values for one in stopped if one.code is Code.P501]
    found += [one for told in unbacked if (one := (told["number"], told["text"])) not in owned]
    others = [one for one in stopped if one.code is not Code.P501]
    return [
        *(
            Obstacle(Code.P501, {"number": number, "text": text})
            for number, text in dict.fromkeys(found)
        ),
        *others,
    ]


class _Building:
    """The parts of a post, taken up one paragraph after the other."""

    def __init__(self) -> None:
        self.lead = Paragraph(Role.LEAD)
        self.closing = Paragraph(Role.CLOSING)
        self.blocks: list[tuple[str, list[str], BlockShape]] = []
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
            self.hold(part, PostPart.LEAD)
        elif role is Role.HEADING:
            self.blocks.append((part.text, [], BlockShape.LINES))
            self.hold(part, PostPart.HEADING, len(self.blocks) - 1)
        else:
            shape = _SHAPES.get(role, BlockShape.TEXT)
            if not self.blocks or self.blocks[-1][2] is not shape:
                self.blocks.append(("", [], shape))
            lines = self.blocks[-1][1]
            lines.append(part.text)
            self.hold(part, PostPart.LINE, len(self.blocks) - 1, len(lines) - 1)

    def hold(
        self, paragraph: Paragraph, part: PostPart, block: int = 0, line: int = 0, start: int = 0
    ) -> None:
        """Remember the chips of a paragraph."""
        for piece in paragraph.pieces:
            end = start + len(piece.text)
            if piece.figures:
                self.chips.append(Chip(part, start, end, piece.figures, block, line))
            start = end


def _moved(told: tuple[Told, ...], draft: PostDraft, blocks: tuple[Block, ...]) -> tuple[Told, ...]:
    """What says a block's lines once more goes where they go, and with them away."""
    was = draft.post.blocks
    return tuple(
        replace(one, block=blocks.index(was[one.block])) for one in told if was[one.block] in blocks
    )


def _said(writer: Writer, built: _Building, part: PostPart, paragraph: Paragraph) -> str:
    text = paragraph.text
    marked = text if text.startswith(writer.marked("")) else writer.marked(text)
    built.hold(paragraph, part, start=len(marked) - len(text))
    return marked


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


def _owned_phrases(part: Paragraph) -> Iterator[str]:
    """The editor's own numbers with the word on either side, which says what they count."""
    for at, piece in enumerate(part.pieces):
        if not piece.own:
            continue
        before = part.pieces[at - 1] if at else Piece("")
        after = part.pieces[at + 1] if at + 1 < len(part.pieces) else Piece("")
        left = None if before.is_number else _LAST_WORD.search(before.text)
        right = None if after.is_number else _FIRST_WORD.match(after.text)
        yield f"{left.group() if left else ''}{piece.text}{right.group() if right else ''}"


def _cited(draft: PostDraft, parts: Sequence[Paragraph], election: Election) -> tuple[Cited, ...]:
    """What the numbers cite, in their order, and what the words rest on while they still say it.

    A leader's name is no number, yet it cites: it stays as long as its agency and place are named.
    """
    wrong = taken_back(draft.post.corrects)
    # What a correction takes back it does not cite.
    said = [c for c in dict.fromkeys(cited_in(parts)) if (c.bulletin, c.slot) not in wrong]
    held = set(cited_in(draft.base))
    told = " ".join(part.text for part in parts)
    text, places = turkish.fold(told), named_in(told, election, draft.post.contest)
    order = {cited: (at, 0) for at, cited in enumerate(said)}
    last = -1
    for silent, cited in enumerate(draft.post.cited, start=1):
        if cited in order:
            last = max(last, order[cited][0])
        elif cited not in held and _named(cited, text, places):
            # It stands where it stood: behind what was said before it.
            order[cited] = last, silent
    return tuple(sorted(order, key=order.__getitem__))


def _named(cited: Cited, text: str, places: Collection[str]) -> bool:
    source = cited.slot.source
    place = source.place in places or turkish.fold(source.place) in text
    return place and turkish.fold(source.agency) in text
