"""The short form of a post, for where 280 characters are all there is.

Whole sentences only: no number and no name is ever cut. Agencies stay together, so that none is
left out for want of room; what is not official says so, and a rehearsal stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from desk import PROVA
from desk.facts.post import PLACES, UNOFFICIAL, Block, Kind, Post, PostTable, Shape
from desk.posts.numbers import readings
from desk.posts.ties import NUMBER

MOST = 280
"""Characters of the short form."""

_MARK = "Resmî olmayan sonuçlar."
_CLAIMED = "Rakamlar açıklama sahibinin beyanıdır."
_SENTENCE = re.compile(r"(?<![0-9][.])(?<=[.!?…”])\s+(?=[A-ZÇĞİÖŞÜÂÎÛ“\"'])")
_TOP = 2
"""How many contenders of a table the shortest form of a block names."""


def to_short(post: Post, most: int = MOST) -> str:
    """Time, headline, as much of the post as fits, and its mark; one line."""
    mark = _mark(post)
    room = most - len(mark) - (1 if mark else 0)
    text = f"{post.clock} {_headline(post.headline, room - len(post.clock) - 1)}"
    for piece in _pieces(post):
        for way in piece:
            if way and len(text) + 1 + len(way) <= room:
                text = f"{text} {way}"
                break
        else:
            break
    return f"{text} {mark}".strip()


def _mark(post: Post) -> str:
    said = ""
    if UNOFFICIAL in post.closing or post.cited:
        said = _MARK
    elif post.claims:
        said = _CLAIMED
    if not post.closing.startswith(PROVA):
        return said
    return f"{PROVA}: {said}" if said else PROVA


def _headline(headline: str, room: int) -> str:
    """The headline as a sentence; too long a one ends after the last of its clauses that fits."""
    end = "" if headline[-1:] in ".!?…:" else "."
    if len(headline) + len(end) <= room:
        return headline + end
    clauses = [found.start() for found in re.finditer(r"[;:,.](?=\s)", headline)]
    fits = [at for at in clauses if at + 1 < room]
    if fits:
        return f"{headline[: max(fits)]}…"
    # No clause ends in time: between two words neither of which may be a number's or a name's.
    small = [
        found.start()
        for found in re.finditer(r"(?<=[a-zçğıöşü])\s+(?=[a-zçğıöşü])", headline)
        if headline[: found.start()].split()[-1][:1].islower()
    ]
    fits = [at for at in small if at + 1 < room]
    return f"{headline[: max(fits)]}…" if fits else "…"


def _pieces(post: Post) -> Iterator[tuple[str, ...]]:
    """What may follow the headline, in order; each in its ways, the fullest first."""
    own = frozenset(post.own)
    tables = {table.block: table for table in post.tables}
    if post.lead in own:
        yield from _sentences(post.lead)
    elif not post.lead.endswith(":"):
        yield (post.lead,)
    several = sum(bool(block.heading) for block in post.blocks) > 1
    for at, block in enumerate(post.blocks):
        if post.kind == Kind.CORRECTION:
            yield from ((line,) for line in block.lines)
        elif block.shape is Shape.LINES:
            yield _ways(block, tables.get(at), several=several)
        elif block.shape is Shape.QUOTE:
            yield _quotation(block)
        else:
            for line in block.lines:
                yield from _sentences(line)


def _sentences(text: str) -> Iterator[tuple[str, ...]]:
    return ((sentence,) for sentence in _SENTENCE.split(text) if sentence)


def _quotation(block: Block) -> tuple[str, ...]:
    """As many of its sentences as fit, in one pair of quotation marks."""
    said = [line.removeprefix("“").removesuffix("”") for line in block.lines]
    sentences = [sentence for line in said for (sentence,) in _sentences(line)]
    return tuple(f"“{' '.join(sentences[:end])}”" for end in range(len(sentences), 0, -1))


def _ways(block: Block, table: PostTable | None, *, several: bool) -> tuple[str, ...]:
    lines = " ".join(block.lines)
    heading = block.heading if several else ""
    whole = _under(heading, lines)
    if table is None or table.head[0] == PLACES:
        return (whole,)
    top = table.rows[:_TOP]
    columns = zip(table.head[1:], zip(*(row[1:] for row in top), strict=True), strict=True)
    told = [
        f"{head}: {'; '.join(f'{name} {cell}' for name, cell in _falling(top, cells))}."
        for head, cells in columns
        if "(puan)" not in head
    ]
    return whole, _under(heading, " ".join(told))


def _under(heading: str, text: str) -> str:
    """A text behind its block's heading; a house that dashes its lines has a colon there."""
    dash = ":" if " - " in text else " –"
    return f"{heading}{dash} {text}" if heading else text


def _falling(rows: Sequence[Sequence[str]], cells: Sequence[str]) -> list[tuple[str, str]]:
    """One agency's cells with their contenders, the greatest first, nothing said last."""
    named = [(row[0], cell) for row, cell in zip(rows, cells, strict=True)]
    return sorted(named, key=lambda one: -_size(one[1]))


def _size(cell: str) -> Decimal:
    number = NUMBER.search(cell)
    return max(readings(number.group())) if number else Decimal(-1)
