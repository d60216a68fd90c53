"""What a figure that moves does to a draft: which numbers, from what to what, and the draft after.

A sentence the editor has not rewritten is composed anew; in one that is hers nothing changes
until she says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import combinations

from desk import turkish
from desk.drafts.model import Paragraph, Piece, PostDraft, Write, begin, cited_in, joined
from desk.facts.apart import equal_gap
from desk.facts.bulletin import TOPICS, Bulletin, BulletinState, Source, Topic, Value
from desk.facts.codes import Refusal
from desk.facts.counting import counted, recounted
from desk.facts.post import Cited, PostKind
from desk.facts.standing import reported_at
from desk.file import post_rows
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.printed import of_two_agencies
from desk.turkish.numbers import written
from desk.turkish.style import HouseStyle, style_of

_OF_THEIR_MOMENT = frozenset({PostKind.FIRST, PostKind.CHANGES, PostKind.LEADERS})
"""Kinds that tell what was: a newer bulletin takes nothing from them, a correction does."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A number of a draft whose figure is another now; ``new`` is no number if nothing stands.

    ``cited`` is the figure that moved as it stands now, or as it stood where none does.
    """

    paragraph: int
    piece: int
    old: Piece
    new: Piece
    cited: Cited

    @property
    def key(self) -> tuple[str, tuple[int, ...]]:
        """What is answered when the old number is kept: a newer one is asked about again."""
        return self.old.text, tuple(cited.bulletin for cited in self.new.figures)


def moved(draft: PostDraft, session: Session) -> list[Moved]:
    """The numbers whose figures stand otherwise now: newer, corrected, or withdrawn."""
    if draft.kind is PostKind.CORRECTION:
        # It says what was said, and what stands instead.
        return []
    night = _Night(draft, session)
    now = {cited: night.now(cited) for cited in dict.fromkeys(cited_in(draft.parts))}
    style = style_of(session.settings)
    found = []
    for at, part in enumerate(draft.parts):
        for number, piece in enumerate(part.pieces):
            fixed = night.of_their_moment(piece)
            stand = {c: c if c in fixed else now[c] for c in piece.figures}
            changed = [cited for cited in piece.figures if stand[cited] != cited]
            if not changed:
                continue
            new = _anew(piece, [stand[cited] for cited in piece.figures], style)
            stands = any(night.stands(cited) for cited in changed)
            if new.text == piece.text and new.figures and stands:
                # It said so before and says so still: nothing to tell anybody.
                continue
            found.append(Moved(at, number, piece, new, stand[changed[0]] or changed[0]))
    return found


def update(draft: PostDraft, moves: Iterable[Moved], session: Session) -> PostDraft:
    """The draft with its numbers as their figures stand now, suffixes and times to match."""
    style = style_of(session.settings)
    parts = list(draft.parts)
    by_paragraph: dict[int, list[Moved]] = {}
    for move in moves:
        by_paragraph.setdefault(move.paragraph, []).append(move)
    for at, several in by_paragraph.items():
        parts[at] = _updated(parts[at], several, style)
    return replace(draft, parts=tuple(parts))


def refreshed(draft: PostDraft, session: Session, write: Write = compose) -> PostDraft:
    """The draft as it is after the night has moved on, what the editor has written left alone.

    Untouched it is composed anew; touched, only the sentences that are still the desk's.
    Refuses like `draft.begin` if nothing of it can be composed any more.
    """
    try:
        fresh = begin(session, draft.kind, draft.ask, write)
    except Refusal:
        if not draft.touched:
            raise
        return draft
    if not draft.touched:
        return fresh
    parts = [_again(part, draft.base, fresh.base) for part in draft.parts]
    return replace(draft, post=fresh.post, base=fresh.base, parts=tuple(parts))


def to_ask(draft: PostDraft, session: Session, kept: Collection[object] = ()) -> list[Moved]:
    """What the editor is to be asked about; ``kept`` are the keys of what she has answered."""
    return [move for move in moved(draft, session) if move.key not in kept]


class _Night:
    """What stands now, each column and bulletin asked for once."""

    def __init__(self, draft: PostDraft, session: Session) -> None:
        self._session, self._at = session, draft.ask.at
        self._of_its_moment = draft.kind in _OF_THEIR_MOMENT
        self._cited: dict[tuple[Source, Topic], tuple[datetime, int]] = {}
        for cited in draft.post.cited:
            of = cited.slot.source, TOPICS[cited.slot.row.item]
            told = cited.as_of, cited.bulletin
            self._cited[of] = max(self._cited.get(of, told), told)
        self._said: dict[Source, Mapping[Topic, Bulletin]] = {}
        self._bulletins: dict[int, Bulletin] = {}

    def stands(self, cited: Cited) -> bool:
        """Whether the bulletin a figure is cited from still counts."""
        return self._bulletin(cited.bulletin).state is BulletinState.STANDING

    def now(self, cited: Cited) -> Cited | None:
        """A figure as it stands now; None where nothing stands in its place."""
        row = cited.slot.row
        if not self.stands(cited):
            number = self._session.look_up(lambda db: post_rows.stands_for(db, cited.bulletin))
            bulletin = self._bulletin(number) if number else None
        elif self._of_its_moment:
            return cited
        else:
            bulletin = self._topics(cited.slot.source).get(TOPICS[row.item])
        value = bulletin.figures.get(row) if bulletin else None
        if bulletin is None or value is None:
            return None
        return Cited(cited.slot, value, bulletin.as_of, bulletin.id)

    def of_their_moment(self, piece: Piece) -> frozenset[Cited]:
        """Of a gap at equal opened share: what the agency ahead had said then, while it stands."""
        if equal_gap(piece.figures) is None:
            return frozenset()
        by_source: dict[Source, set[int]] = {}
        for cited in piece.figures:
            by_source.setdefault(cited.slot.source, set()).add(cited.bulletin)
        two = {source for source, bulletins in by_source.items() if len(bulletins) > 1}
        ahead = two or {c.slot.source for c in piece.figures if self._was_older(c)}
        return frozenset(
            cited for cited in piece.figures if cited.slot.source in ahead and self.stands(cited)
        )

    def _was_older(self, cited: Cited) -> bool:
        newest = self._cited.get((cited.slot.source, TOPICS[cited.slot.row.item]))
        return newest is not None and (cited.as_of, cited.bulletin) < newest

    def _bulletin(self, number: int) -> Bulletin:
        if number not in self._bulletins:
            self._bulletins[number] = self._session.bulletin(number)
        return self._bulletins[number]

    def _topics(self, source: Source) -> Mapping[Topic, Bulletin]:
        if source not in self._said:
            if self._at is None:
                self._said |= self._session.latest(source.contest, source.place)
            else:
                bulletins = self._session.bulletins(source.contest, source.place)
                told = reported_at(bulletins, self._at)
                self._said |= {one: said.topics for one, said in told.items()}
        return self._said.get(source, {})


def _anew(piece: Piece, figures: Sequence[Cited | None], style: HouseStyle) -> Piece:
    """The number again from other figures, worked out as the old one was; bare if it cannot be."""
    standing = [cited for cited in figures if cited is not None]
    if len(standing) == len(figures) and piece.text == str(counted(piece.figures)):
        count, ordered = recounted(piece.figures, standing)
        return Piece(str(count), ordered) if count else Piece(piece.text)
    if len(standing) == len(figures):
        before, after = (_workings(figures, style) for figures in (piece.figures, standing))
        # Where several of its figures say it, they must go on agreeing.
        new = {text for was, text in zip(before, after, strict=True) if was == piece.text}
        together, now = (_together(figures, style) for figures in (piece.figures, standing))
        if not new and piece.text in together and len(together) == len(now):
            new = {now[together.index(piece.text)]}
        if len(new) == 1 and (text := new.pop()):
            return Piece(text, tuple(standing))
    return Piece(piece.text)


def _together(figures: Sequence[Cited], style: HouseStyle) -> list[str]:
    """What two agencies' figures make together, to the digit and whole."""
    return [style.digits(value) for _, value, _ in of_two_agencies(figures)]


def _workings(figures: Sequence[Cited], style: HouseStyle) -> list[str]:
    """What can be said of figures: each of them, what lies between two, whole or to the digit."""
    values = [one.value for one in figures]
    said = [*values, *(_between(one, other) for one, other in combinations(values, 2))]
    return [write(value, style) for write in (_exactly, _grouped, _wholly) for value in said]


def _between(one: Value, other: Value) -> Value:
    if isinstance(one, str) or isinstance(other, str):
        return ""
    if isinstance(one, int) and isinstance(other, int):
        return abs(one - other)
    return abs(Decimal(one) - Decimal(other))


def _exactly(value: Value, style: HouseStyle) -> str:
    return "" if isinstance(value, str) else written(value, spelling=style.spelling)


def _grouped(value: Value, style: HouseStyle) -> str:
    return turkish.votes_dots(value) if isinstance(value, int) else ""


def _wholly(value: Value, style: HouseStyle) -> str:
    """7 for 7,74, as *7 puandan fazla* has it; a whole number is not more than itself."""
    whole = isinstance(value, Decimal) and int(value) and value > int(value)
    return str(int(value)) if whole else ""


def _again(part: Paragraph, base: Sequence[Paragraph], fresh: Sequence[Paragraph]) -> Paragraph:
    """A paragraph that is still the desk's as it is composed now; one of hers as it is."""
    if part not in base or not any(cited_in([part])):
        return part
    for about in (_slots, _sources):
        before, now = (
            [one for one in parts if about(one) == about(part)] for parts in (base, fresh)
        )
        if len(before) == len(now) == 1:
            return now[0]
    return part


def _slots(part: Paragraph) -> tuple[object, ...]:
    return part.role, tuple(cited.slot for cited in cited_in([part]))


def _sources(part: Paragraph) -> tuple[object, ...]:
    return part.role, frozenset(cited.slot.source for cited in cited_in([part]))


def _updated(part: Paragraph, moves: Sequence[Moved], style: HouseStyle) -> Paragraph:
    pieces = list(part.pieces)
    for move in moves:
        pieces[move.piece] = move.new
        before = pieces[move.piece - 1].text if move.piece else ""
        if move.piece + 1 < len(pieces) and not pieces[move.piece + 1].is_number:
            after = pieces[move.piece + 1].text
            word = "yüzde " if turkish.fold(before).rstrip().endswith(("yuzde", "%")) else ""
            ending = _inflected(after, word + move.old.text, word + move.new.text, style)
            pieces[move.piece + 1] = Piece(ending)
    for old, new in _times(part.pieces, pieces):
        pieces = [
            piece if piece.is_number else Piece(_retimed(piece.text, old, new, style))
            for piece in pieces
        ]
    return replace(part, pieces=joined(pieces))


def _times(before: Sequence[Piece], after: Sequence[Piece]) -> set[tuple[datetime, datetime]]:
    """The times nothing of a sentence is of any more, each with the one it has moved to."""
    still = {cited.as_of for piece in after for cited in piece.figures}
    return {
        (was.as_of, now.as_of)
        for old, new in zip(before, after, strict=True)
        for was, now in zip(old.figures, new.figures, strict=False)
        if was.as_of not in still
    }


def _retimed(text: str, old: datetime, new: datetime, style: HouseStyle) -> str:
    was, now = style.clock(old), style.clock(new)
    first, *rest = re.split(rf"(?<![0-9]){re.escape(was)}(?![0-9])", text)
    return first + "".join(now + _inflected(after, was, now, style) for after in rest)


def _inflected(after: str, old: str, new: str, style: HouseStyle) -> str:
    """What follows a number, its suffix as the new number takes it: 10'u becomes 12'si."""
    found = re.match(r"['’][^\W\d]+", after)
    if found is None:
        return after
    for case in turkish.CASES:
        if style.suffixed(old, case) == old + found.group():
            return style.suffixed(new, case).removeprefix(new) + after[found.end() :]
    return after
