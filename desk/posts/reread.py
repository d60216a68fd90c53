"""What a post of an older desk printed, read out of its text: such posts kept only what they cite.

A number is what it says of the figures of its place, agency and contender; where several say it,
each of them. What no figure of the post makes is nobody's, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from desk import turkish
from desk.facts.bulletin import Item
from desk.facts.post import BlockShape, Chip, Cited, Post, PostKind, PostPart, Printed
from desk.file.session import Session
from desk.posts.numbers import numbers_in, readings
from desk.posts.printed import by_bulletin, of_number, printed_of, taken_back
from desk.posts.printed_now import first_two
from desk.posts.writer import Writer, figure_of

_AHEAD = re.compile(r"\b(?:önde\w*|öne|eşit)\b|['’]\w+ farkı\b")
_BOUND = re.compile(r"\s*(?:puan|oy)\w*\s+fazla")
_SHARES = frozenset({Item.SHARE, Item.OPENED_SHARE, Item.TURNOUT})
_UNITS = (
    (re.compile(r"\s*puan"), frozenset({Item.LEAD_POINTS})),
    (re.compile(r"\s*oy\b"), frozenset({Item.VOTES, Item.LEAD_VOTES})),
    (re.compile(r"\s*sandı[kğ]"), frozenset({Item.OPENED_BOXES, Item.TOTAL_BOXES})),
)
"""What follows a number, and the figures it can be then; after *yüzde* or % it is a share."""

_PER_CENT = re.compile(r"(?:%|\byüzde)\s*$", re.IGNORECASE)
_NAMED_BY = {Item.OPENED_SHARE: "sandık", Item.OPENED_BOXES: "sandık", Item.TURNOUT: "katılım"}


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a post, where it stands, and the heading over it."""

    part: PostPart
    text: str
    block: int = 0
    line: int = 0
    heading: str = ""

    def chip(self, start: int, end: int, figures: Sequence[Cited]) -> Chip:
        """A chip of it."""
        return Chip(self.part, start, end, tuple(figures), self.block, self.line)


def reread(session: Session, post: Post) -> Post:
    """The post with all that it printed, as far as its text and its figures tell."""
    if not post.cited:
        return post
    writer = Writer(session, post.contest)
    reader = _Rereader(writer, post)
    chips = [chip for text in _texts(post) for chip in reader.chips(text)]
    return printed_of(post, chips, writer.called)


def where_printed(session: Session, post: Post, printed: Iterable[Printed]) -> tuple[Chip, ...]:
    """The numbers of a post that went out which say one of these things, in the post's order.

    By their value, in the texts about their figures; no post keeps its chips.
    """
    reader = _Rereader(Writer(session, post.contest), post)
    wanted = [one for one in printed if not isinstance(one.value, str)]
    return tuple(chip for text in _texts(post) for chip in reader.saying(text, wanted))


def _texts(post: Post) -> Iterator[_Text]:
    yield _Text(PostPart.HEADLINE, post.headline)
    yield _Text(PostPart.LEAD, post.lead)
    for at, block in enumerate(post.blocks):
        # Over a correction's lines stands an old headline, which names places of its own.
        heading = "" if post.kind == PostKind.CORRECTION else block.heading
        if block.shape is not BlockShape.QUOTE:
            for line, text in enumerate(block.lines):
                yield _Text(PostPart.LINE, text, at, line, heading)


class _Rereader:
    """Reads the texts of one post."""

    def __init__(self, writer: Writer, post: Post) -> None:
        self._writer = writer
        old = taken_back(post.corrects)
        self._cited = [one for one in post.cited if (one.bulletin, one.slot) not in old]
        moments = {post.time, *(one.as_of for one in post.cited)}
        self._clocks = {f"{one:%H}{post.time_mark}{one:%M}" for one in moments}

    def chips(self, text: _Text) -> Iterator[Chip]:
        """The numbers of a text with the figures they say, and what its words rest on."""
        here = self._of(text)
        for match in numbers_in(text.text):
            before, after = text.text[: match.start()], text.text[match.end() :]
            for figures in self._behind(match.group(), before, after, here):
                yield text.chip(match.start(), match.end(), figures)
        if _AHEAD.search(text.text):
            for figures in self._leading(here):
                yield text.chip(len(text.text), len(text.text), figures)

    def saying(self, text: _Text, printed: Sequence[Printed]) -> Iterator[Chip]:
        """The numbers of a text that are the value of one of these, where it is about them."""
        here = set(self._of(text))
        for match in numbers_in(text.text):
            said = readings(match.group()) if match.group() not in self._clocks else set()
            for one in printed:
                if one.value in said and not here.isdisjoint(one.figures):
                    yield text.chip(match.start(), match.end(), one.figures)
                    break

    def _of(self, text: _Text) -> list[Cited]:
        """The figures of the places and agencies a text is about, by its heading and its words."""
        words, heading = turkish.fold(text.text), turkish.fold(text.heading)
        here = _named(self._cited, heading, _place) or _named(self._cited, words, _place)
        if not here and len({_place(one) for one in self._cited}) == 1:
            here = self._cited
        if not here and not heading:
            # A headline names its district, and leaves out the whole.
            here = [one for one in self._cited if self._writer.is_whole(_place(one))]
        return _named(here, words, _agency) or here

    def _behind(
        self, number: str, before: str, after: str, here: Sequence[Cited]
    ) -> list[tuple[Cited, ...]]:
        """What a number says: figures that are it, else leads, else gaps; each on its own."""
        if _PER_CENT.search(before):
            return self._alone(number, before, [o for o in here if o.slot.row.item in _SHARES])
        for follows, items in _UNITS:
            if follows.match(after):
                named = [one for one in here if one.slot.row.item in items]
                bound = bool(_BOUND.match(after))
                return self._alone(number, before, named, bound=bound) or self._apart(
                    number, before, here, bound=bound
                )
        return [] if number in self._clocks else self._alone(number, before, here)

    def _alone(
        self, number: str, before: str, figures: Sequence[Cited], *, bound: bool = False
    ) -> list[tuple[Cited, ...]]:
        """The figures a number is; of several the one named last before it."""
        return self._nearest(before, [(one,) for one in figures if _is(number, (one,), bound)])

    def _apart(
        self, number: str, before: str, here: Sequence[Cited], *, bound: bool
    ) -> list[tuple[Cited, ...]]:
        """The leads a number is; else the gaps."""
        leads = [
            two
            for group in by_bulletin(here).values()
            for two in self._first(group)
            if _is(number, two, bound)
        ]
        gaps = [
            pair
            for pair in combinations(here, 2)
            if pair[0].slot.row == pair[1].slot.row
            and _place(pair[0]) == _place(pair[1])
            and _agency(pair[0]) != _agency(pair[1])
            and _is(number, pair, bound)
        ]
        return leads or self._nearest(before, gaps)

    def _nearest(self, before: str, found: Sequence[tuple[Cited, ...]]) -> list[tuple[Cited, ...]]:
        """Of what says the same number, that which is named last before it."""
        places = [(self._named_at(before, one[0]), before.rfind(_agency(one[0]))) for one in found]
        last = max(places, default=None)
        return [one for one, place in zip(found, places, strict=True) if place == last]

    def _named_at(self, before: str, one: Cited) -> int:
        row = one.slot.row
        if row.contender:
            return max(before.rfind(way) for way in self._writer.called(row.contender))
        return before.rfind(_NAMED_BY.get(row.item, "fark"))

    def _leading(self, here: Sequence[Cited]) -> Iterator[tuple[Cited, ...]]:
        """What the words that somebody is ahead rest on, by each bulletin."""
        for group in by_bulletin(here).values():
            stated = [one for one in group if one.slot.row.item is Item.LEADER]
            if stated:
                yield tuple(stated)
            else:
                yield from self._first(group)[:1]

    def _first(self, group: Sequence[Cited]) -> list[tuple[Cited, ...]]:
        """The first two of a bulletin by shares and by votes, where the post cites both."""
        bulletin = self._writer.session.bulletin(group[0].bulletin)
        pairs = []
        for item in (Item.SHARE, Item.VOTES):
            two = [figure_of(bulletin, row) for row in first_two(bulletin, item)]
            if len(two) == 2 and all(one in group for one in two):
                pairs.append(tuple(two))
        return pairs


def _named(figures: Sequence[Cited], text: str, name_of: Callable[[Cited], str]) -> list[Cited]:
    return [one for one in figures if _stands_in(turkish.fold(name_of(one)), text)]


def _place(one: Cited) -> str:
    return one.slot.source.place


def _agency(one: Cited) -> str:
    return one.slot.source.agency


def _stands_in(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _is(number: str, figures: Sequence[Cited], bound: bool) -> bool:
    return any(one.bound is bound for one in of_number(number, figures))
