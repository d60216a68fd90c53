"""Which numbers of a post are backed: cited figures, and what follows from them exactly.

A difference of two figures follows, what two agencies' figures make together where a chip rests on
them, and so do the whole points below either where the text says *fazla*. Nothing is rounded to
make a number fit, but for what has one notation: how far two leads are apart, in the fewer
decimals of the two. Numbers in words (*yüzde elli*) count too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import combinations

from desk import turkish
from desk.facts.apart import equal_gap, leads_apart
from desk.facts.counting import counted, majorities
from desk.facts.election import Election
from desk.facts.post import BlockShape, Cited, Post, Printed
from desk.posts.kinds.half import takes
from desk.posts.ties import NUMBER

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[.:][0-5][0-9]")
_TIME_SAID = re.compile(r"\bsaat(?:\s+[^\W\d]+)?\s+[0-9]{1,2}[.:][0-9]{2}", re.IGNORECASE)
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")

_BEYOND = re.compile(
    r"(?!\s*(?:puan|oy)\s+(?:(?:daha|çok)\s+)?(?:fazla|çok)\b)"
    r"(?:,\s+\w+(?:['’]\w+)?\s+göre\s+[0-9]+)*(?:['’]\w+)?\s*(?:puan|oy)?\w*\s*(?:(?:daha|çok)\s+)?"
    r"(?:fazla|çok|aşkın|üzerinde|üstünde|aştı|geçti)",
    re.IGNORECASE,
)
"""What makes a number a bound: 7 puandan fazla, yüzde 60'ın üzerinde (7 puan fazla is none); also
of the first of several agencies' numbers: AA'ya göre 10, ANKA'ya göre 17 puandan fazla."""

_SHORT_OF = re.compile(
    r"(?:['’]\w+|\s*(?:puan|oy)(?:dan|[ıu]n)\w*)\s*(?:daha\s+)?(?:az|altında)\b", re.IGNORECASE
)
"""What makes it a bound from above: 8 puandan az. The desk computes none, so nothing backs one."""

_SCALED = re.compile(r"\s*(?:(bin)|(milyon)|(milyar)|(buçuk))\b", re.IGNORECASE)
_SCALES = (Decimal(10**3), Decimal(10**6), Decimal(10**9))
_HALF = Decimal("0.5")
_PER_CENT = re.compile(r"(?:%|\byüzde)\s*$", re.IGNORECASE)
_UNIT = re.compile(r"\s*(?:puan|oy|sandı[kğ]|milletvekil|üye)", re.IGNORECASE)
_ONES = ("bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_VALUES = (
    {word: value for value, word in enumerate(_ONES, 1)}
    | {word: 10 * value for value, word in enumerate(_TENS, 1)}
    | {"yüz": 100}
)
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_SPELLED = re.compile(
    rf"\byüzde\s+(?P<share>(?:(?:{_WORD})\s+)*(?:{_WORD}))"
    rf"|\b(?P<points>(?:{_WORD})(?:\s+(?:{_WORD}))*)(?=\s+puan)"
)


@dataclass(frozen=True, slots=True)
class Unbacked:
    """A number nothing backs, and the part of the post it stands in."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """A number without plain digits: as it is written, what it says and what follows it.

    ``value`` is None where nobody can tell.
    """

    written: str
    value: int | None
    after: str


def unbacked(post: Post, election: Election) -> list[Unbacked]:
    """The numbers of headline and body that no cited figure backs.

    Numbers of the editor's own text are her own, those of a quotation its speaker's; a headline
    must agree with either.
    """
    backing = _Backing(post, election)
    found = backing.of_text(post.headline)
    own = frozenset(post.own)
    for text in (post.lead, post.closing):
        if text not in own:
            found += backing.of_text(text)
    for block in post.blocks:
        # A correction's headings repeat the headlines they correct: those went out as they are.
        if not any(text and block.heading.endswith(text) for text in own):
            found += backing.of_text(block.heading)
        for text in block.lines:
            if block.shape is BlockShape.QUOTE:
                found += [one for one in backing.of_text(text) if one.number not in post.claims]
            elif block.shape is BlockShape.LINES or text not in own:
                found += backing.of_text(text)
    return found


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text where they stand, without a time that is said to be one."""
    return NUMBER.finditer(_TIME_SAID.sub(lambda said: " " * len(said.group()), text))


def no_figures(post: Post, election: Election) -> Callable[[str, str], bool]:
    """Which numbers need no figure, with what follows each: of names, the night's date, times."""
    backing = _Backing(replace(post, cited=(), own=(), claims=(), corrects=(), chips=()), election)
    clocks = {_clock(moment) for moment in {cited.as_of for cited in post.cited}}
    return lambda number, after: _padded(number) in clocks or backing.backs(number, after)


def figures_said(
    text: str, cited: Iterable[Cited], time: datetime
) -> Iterator[tuple[int, int, Cited]]:
    """Where a text of the editor's says exactly one of the figures cited, and which.

    A number without decimals, grouping, per cent mark or unit may count anything: it is told by
    none, and neither is a clock time or a bound.
    """
    figures = [one for one in cited if not isinstance(one.value, str)]
    clocks = {_clock(moment) for moment in (time, *(one.as_of for one in figures))}
    for match in numbers_in(text):
        number, before, after = match.group(), text[: match.start()], text[match.end() :]
        if _BEYOND.match(after) or _padded(number) in clocks:
            continue
        if number.isdigit() and not (_PER_CENT.search(before) or _UNIT.match(after)):
            continue
        matching = [one for one in figures if Decimal(one.value) in readings(number)]
        if len(matching) == 1:
            yield match.start(), match.end(), matching[0]


class _Backing:
    """What the numbers of one post may be."""

    def __init__(self, post: Post, election: Election) -> None:
        leads = set(_differences(post.cited))
        values = {cited.value for cited in post.cited}
        hours = {cited.as_of for cited in post.cited}
        # A post that went out keeps no chips, but what it printed, with the figures behind it.
        behind = [chip.figures for chip in post.chips] + [said.figures for said in post.printed]
        for figures in behind:
            leads |= {*_of_two_agencies(figures), *_together(figures), *takes(figures)}
            leads |= {places} if (places := Decimal(counted(figures))) else set()
        for printed in _taken_back(post):
            values |= {one.value for one in printed.figures}
            leads |= {*_differences(printed.figures), *_of_two_agencies(printed.figures)}
            leads |= {*_together(printed.figures), *takes(printed.figures)}
            hours |= {one.as_of for one in printed.figures}
        own = [number for text in (*post.own, *post.claims) for number in _meant_in(text)]
        names = " ".join(_names(election))
        self._bounds = {Decimal(v) for v in (*values, *leads) if not isinstance(v, str)}
        self._bounds |= set(own)
        self._exact = self._bounds | {
            number for text in NUMBER.findall(names) for number in readings(text)
        }
        if post.contest:
            self._exact |= {Decimal(seats) for seats in majorities(election, post.contest)}
        self._exact |= {Decimal(election.date.day), Decimal(election.date.year)}
        self._clocks = {_clock(time) for time in (post.time, *hours)}

    def of_text(self, text: str) -> list[Unbacked]:
        """Numbers of a text that nothing backs."""
        return [
            Unbacked(match.group(), text)
            for match in numbers_in(text)
            if not self.backs(match.group(), text[match.end() :])
        ] + [
            Unbacked(found.written, text)
            for found in hidden_in(text)
            if found.value is None or not self.backs(str(found.value), found.after)
        ]

    def backs(self, number: str, after: str) -> bool:
        """Whether a number with what follows it is one of those that may be said."""
        if _padded(number) in self._clocks:
            return True
        if _SHORT_OF.match(after):
            return False
        if _BEYOND.match(after):
            return any(
                bound > reading and int(bound) == reading
                for reading in meant(number, after)
                for bound in self._bounds
            )
        return not self._exact.isdisjoint(meant(number, after))


def _taken_back(post: Post) -> Iterator[Printed]:
    """What a correction says: that which was printed, and what is right."""
    for wrong in post.corrects:
        yield wrong.printed
        if wrong.now is not None:
            yield wrong.now


def _differences(cited: Iterable[Cited]) -> Iterator[Decimal]:
    """What separates two figures of one bulletin, or two words on one row of one place."""
    together: dict[tuple[object, ...], list[Decimal]] = {}
    for one in cited:
        if not isinstance(one.value, str):
            row, value = one.slot.row, Decimal(one.value)
            together.setdefault((row.item, one.bulletin), []).append(value)
            together.setdefault((row, one.slot.source.place), []).append(value)
    for values in together.values():
        yield from (abs(value - other) for value, other in combinations(values, 2))


def _of_two_agencies(figures: Sequence[Cited]) -> Iterator[Decimal]:
    """How far two leads are apart, and a gap at equal opened share, by a number's own figures."""
    yield from leads_apart(figures)
    if (equal := equal_gap(figures)) is not None:
        yield equal.said


def _together(figures: Sequence[Cited]) -> Iterator[Decimal]:
    """What several contenders of one bulletin have together."""
    items = {(one.bulletin, one.slot.row.item) for one in figures}
    if len(items) == 1 and len(figures) > 1 and figures[0].slot.row.item.per_contender:
        yield sum((Decimal(one.value) for one in figures), Decimal(0))


def readings(number: str) -> set[Decimal]:
    """What a written number may mean: 13.729 is a count or a share's digits, 7,74 one thing."""
    found = set()
    if _GROUPED.fullmatch(number):
        found.add(Decimal(number.replace(".", "")))
    plain = number.replace(",", ".").replace(":", ".")
    if plain.count(".") <= 1:
        found.add(Decimal(plain))
    return found


def meant(number: str, after: str) -> set[Decimal]:
    """`readings` of a number with the word that makes it another: 806 bin, 7 buçuk."""
    found = _SCALED.match(after)
    if found is None:
        return readings(number)
    if found[4]:
        return {reading + _HALF for reading in readings(number)}
    scale = next(size for size, word in zip(_SCALES, found.groups(), strict=False) if word)
    return {reading * scale for reading in readings(number)}


def _meant_in(text: str) -> Iterator[Decimal]:
    for match in NUMBER.finditer(text):
        yield from meant(match.group(), text[match.end() :])


def _names(election: Election) -> Iterator[str]:
    for party in election.parties:
        yield party.short
    for place in election.places:
        yield from (place.own, place.name)
    for agency in election.agencies:
        yield agency.code
    for contest in election.contests:
        yield contest.title
        yield from (c.candidate for c in contest.contenders if c.candidate)


def _padded(number: str) -> str:
    """A number as a clock would show it; nothing if it is no time of day."""
    return number.replace(":", ".").zfill(5) if _CLOCK.fullmatch(number) else ""


def _clock(moment: datetime) -> str:
    return moment.strftime("%H.%M")


def hidden_in(text: str) -> Iterator[Hidden]:
    """The numbers of a text that no search for plain digits finds."""
    small = turkish.lower(text)
    for match in _SPELLED.finditer(small):
        words = match["share"] or match["points"]
        yield Hidden(words, _value(words.split()), small[match.end() :])
    for char in text:
        if char.isnumeric() and not char.isascii():
            yield Hidden(char, None, "")


def _value(words: list[str]) -> int:
    """What the words of a number below a thousand say."""
    total = 0
    for word in words:
        value = _VALUES[word]
        total = max(total, 1) * value if value == 100 else total + value
    return total
