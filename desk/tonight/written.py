"""How many numbers of the night's published posts would be written otherwise in another style.

Counted in the texts as they went out, the editor's own words with them; nothing is rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desk.facts.bulletin import Item
from desk.facts.post import Post
from desk.posts.ties import NUMBER
from desk.turkish.style import HouseStyle

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[.:][0-5][0-9]")
_SHARE_BEFORE = re.compile(r"(?:yüzde\s|%)$", re.IGNORECASE)
_POINTS_AFTER = re.compile(r"\s*puan")
_MARKS = re.compile(r"[.,]")
_PARTS = {Item.OPENED_SHARE, Item.TURNOUT}
"""Shares that are nobody's result: they are written as they were published."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Of ``posts`` published posts ``touched`` have ``numbers`` numbers that would be others."""

    posts: int
    touched: int
    numbers: int


def otherwise(posts: Iterable[Post], before: HouseStyle, after: HouseStyle) -> Otherwise:
    """The numbers that two styles write differently, in the posts as they were published."""
    counts = [_differing(post, before, after) for post in posts]
    return Otherwise(len(counts), sum(count > 0 for count in counts), sum(counts))


def _differing(post: Post, before: HouseStyle, after: HouseStyle) -> int:
    figures = [(one.value, one.slot.row.item in _PARTS) for one in post.cited]
    figures += [(said.value, False) for said in post.printed if not said.bound]
    known = {value: (value, part) for value, part in figures if isinstance(value, Decimal)}
    texts = [post.headline, post.lead, post.closing]
    texts += [line for block in post.blocks for line in (block.heading, *block.lines)]
    return sum(
        _written(text, number, known, before) != _written(text, number, known, after)
        for text in texts
        for number in NUMBER.finditer(text)
    )


def _written(
    text: str,
    number: re.Match[str],
    known: Mapping[Decimal, tuple[Decimal, bool]],
    style: HouseStyle,
) -> str:
    """A number of a text as a style writes it: a share with its sign, a time with its mark."""
    said = number.group()
    shared = _SHARE_BEFORE.search(text[: number.start()])
    marked = len(_MARKS.findall(said)) == 1
    value = Decimal(_MARKS.sub(".", said)) if marked or said.isdecimal() else None
    if (
        value is not None
        and value in known
        and (marked or shared or _POINTS_AFTER.match(text, number.end()))
    ):
        figure, part = known[value]
        plain = format(figure, "f").replace(".", style.spelling.decimal_mark)
        digits = plain if part else style.digits(figure)
        return f"{'%' if style.signed else 'yüzde '}{digits}" if shared else digits
    if _CLOCK.fullmatch(said):
        return re.sub("[.:]", style.spelling.time_mark, said)
    return said
