"""The short form: one line of whole sentences that says nothing the post does not.

A block's figures become sentences where the post is composed (`briefs_of`); the line is made of
those, and of what else of the post is a sentence, as far as there is room (`to_short`). A heading
alone, a list without a verb and an agency without its hour never stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from desk import PROVA, turkish
from desk.facts.bulletin import Item
from desk.facts.election import OTHERS
from desk.facts.network import network_length
from desk.facts.post import (
    UNOFFICIAL,
    Block,
    BlockShape,
    Brief,
    Chip,
    Post,
    PostKind,
    PostPart,
)
from desk.posts.claims import hours_of
from desk.posts.tables import TIE, Column, leaders_told, side_by_side
from desk.posts.ties import untied
from desk.posts.writer import Writer
from desk.turkish.style import listed

MOST = 280
"""Signs of the short form, as the networks count them."""

_MARK = "Resmî olmayan sonuçlar."
_CLAIMED = "Rakamlar açıklama sahibinin beyanıdır."
_ENDS = ".!?…”"
_SENTENCE = re.compile(r"(?<![0-9][.])(?<=[.!?…”])\s+(?=[A-ZÇĞİÖŞÜÂÎÛ“\"'])")
_PREDICATE = re.compile(
    r"(?:\b(?:önde|geride|eşit|aynı|büyük|fazla|puan|var|yok|değil)"
    r"|\w(?:[dt][ıiuü]|[ıiuü]yor|maz|mez))(?: \([^()]*\))?[.!?…]$"
)
"""How a sentence of the desk's ends: with a verb, or with what stands for one."""

_AGENCIES = re.compile(r"\bajans", re.IGNORECASE)
"""*İki ajansa göre*, *ajanslar*: all that the post cites."""

_FREE = (PostKind.NOTE, PostKind.STATEMENT, PostKind.CORRECTION)
"""Kinds whose words are somebody's own, or say what was printed: their hours are in them."""

_TOP = 2
"""How many contenders of an agency the shortest form of a block names."""

_FEW = 4
"""More places than this with one leader are not named."""


def says(text: str) -> bool:
    """Whether a text of the desk's ends as a sentence with a verb does."""
    return bool(_PREDICATE.search(text))


# What a block's figures say


def briefs_of(writer: Writer, blocks: Sequence[Block], chips: Iterable[Chip]) -> tuple[Brief, ...]:
    """What the figures of each block say as sentences; of blocks without figures nothing.

    ``chips`` are all of a draft's, also those of words without a number.
    """
    by_block: dict[int, list[Chip]] = {}
    for chip in chips:
        if chip.part is PostPart.LINE:
            by_block.setdefault(chip.block, []).append(chip)
    return tuple(
        brief
        for at, of_block in by_block.items()
        if (brief := _brief(writer, at, blocks[at], of_block)) is not None
    )


def _brief(writer: Writer, at: int, block: Block, chips: Sequence[Chip]) -> Brief | None:
    places = list(dict.fromkeys(one.slot.source.place for chip in chips for one in chip.figures))
    if len(places) > 1:
        numbers = any(chip.start < chip.end for chip in chips)
        return None if numbers else Brief(at, "", _leaders(writer, chips))
    where = writer.at_place(places[0])
    tables = side_by_side(writer, chips)
    if len(tables) != 1:
        return Brief(at, where, _moves(block))
    columns = tables[0]
    codes = {column.agency for column in columns}
    lines = [line for line in block.lines if says(line)]
    # What an agency without results says stands beside the others' results.
    rest = [line for line in lines if not line.startswith(tuple(codes))]
    agencies = {one.slot.source.agency for chip in chips for one in chip.figures} - codes
    also = [line for line in rest if line.startswith(tuple(agencies))] if agencies else []
    apart = [line for line in rest if line not in also]
    full = " ".join([*(_said(writer, block, column) for column in columns), *also])
    top = " ".join([*(_said(writer, block, column, _TOP) for column in columns), *also])
    versions = dict.fromkeys((" ".join([full, *apart]), " ".join([top, *apart]), full, top))
    return Brief(at, where, tuple(versions))


def _said(writer: Writer, block: Block, column: Column, most: int | None = None) -> str:
    """One agency's results as a sentence: AA'ya göre (19.25) CHP yüzde 55; AKP yüzde 39 oy aldı."""
    style = writer.style
    shares = {code: share for code in column.codes if (share := column.share(code)) is not None}
    votes = {
        row.contender: value
        for row, value in column.said.items()
        if row.item is Item.VOTES and isinstance(value, int)
    }
    results: Mapping[str, Decimal | int] = shares or votes
    codes = sorted(results, key=lambda code: (code == OTHERS, -results[code]))
    if most is not None:
        codes = [code for code in codes if code != OTHERS][:most] or codes[:most]
    told = [f"{_called(writer, block, code)} {_figure(writer, results[code])}" for code in codes]
    results_said = style.joined(told) if shares else ", ".join(told)
    stamp = style.clock(column.bulletin.as_of)
    if any(one.slot.row.item in (Item.OPENED_SHARE, Item.OPENED_BOXES) for one in column.told):
        stamp = f"{stamp}, {untied(writer.opened(column.bulletin))}"
    return f"{style.suffixed(column.agency, 'dat')} göre ({stamp}) {results_said} oy aldı."


def _figure(writer: Writer, value: Decimal | int) -> str:
    return turkish.votes_dots(value) if isinstance(value, int) else writer.style.share(value)


def _called(writer: Writer, block: Block, code: str) -> str:
    """A contender as the block calls her."""
    label, name = writer.called(code)
    text = " ".join(block.lines)
    return name if label not in text and name in text else label


def _moves(block: Block) -> tuple[str, ...]:
    """What an agency's lines tell of its moves: all, then fewer and fewer whole clauses of each."""
    lines = [line for line in block.lines if says(line)]
    most = max((line.count(";") for line in lines), default=0)
    versions = [" ".join(lines)]
    for kept in range(most, 0, -1):
        cut = [";".join(line.removesuffix(".").split(";")[:kept]) for line in lines]
        versions.append(" ".join(f"{line}." for line in cut if says(f"{line}.")))
    return tuple(dict.fromkeys(filter(None, versions)))


def _leaders(writer: Writer, chips: Sequence[Chip]) -> tuple[str, ...]:
    """Who leads in a few places, a sentence for each answer, those first where agencies part.

    Of many places with one answer nothing is said, nor of ties.
    """
    leads = leaders_told(writer, chips)
    answers: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for place in sorted(set().union(*leads.values()), key=turkish.sort_key):
        led = ((agency, by_place.get(place, "")) for agency, by_place in leads.items())
        answers.setdefault(tuple((agency, who) for agency, who in led if who), []).append(place)
    told = []
    for answer, places in answers.items():
        names = {who for _, who in answer}
        if answer and TIE not in names and len(places) <= _FEW:
            told.append((len(names) == 1, _led(writer, answer, places, chips)))
    sentences = [sentence for _, sentence in sorted(told, key=lambda one: one[0])]
    return tuple(" ".join(sentences[:end]) for end in range(len(sentences), 0, -1))


def _led(
    writer: Writer, answer: Sequence[tuple[str, str]], places: Sequence[str], chips: Sequence[Chip]
) -> str:
    """Fatih'te AA'ya göre (19.55) AKP, ANKA'ya göre (19.47) CHP önde."""
    figures = {one for chip in chips for one in chip.figures if one.slot.source.place in places}
    mark = writer.style.spelling.time_mark
    by_leader: dict[str, dict[str, list[datetime]]] = {}
    for agency, who in answer:
        times = sorted({one.as_of for one in figures if one.slot.source.agency == agency})
        by_leader.setdefault(who, {})[agency] = times
    parts = []
    for who, hours in by_leader.items():
        stamp = _hours(hours, mark)
        parts.append(f"{writer.style.suffixed(listed(hours), 'dat')} göre ({stamp}) {who}")
    return f"{writer.style.suffixed(listed(places), 'loc')} {', '.join(parts)} önde."


# The line


def to_short(post: Post, most: int = MOST) -> str:
    """Time, headline, as much of the post as fits, and its mark; one line.

    Empty where there is no room for a whole sentence.
    """
    mark = _mark(post)
    begin = PROVA if post.closing.startswith(PROVA) else ""
    room = most - network_length(mark) - (1 if mark else 0) - network_length(f"{post.clock} ")
    text = _line(post, _headline(post.headline, room), room)
    if not text.startswith(begin):
        text = f"{begin}: {text}" if text and network_length(f"{begin}: {text}") <= room else ""
    return f"{post.clock} {text} {mark}".strip() if text else ""


def _line(post: Post, headline: str, room: int) -> str:
    """The headline with what follows it; the agencies it names have their hours in either."""
    stamps = {} if post.kind in _FREE else _stamps(post)
    said = _filled(post, "", stamps, room - network_length(headline))
    text = " ".join(filter(None, [headline, *said]))
    if missing := _unstamped(text, stamps):
        headline = _stamped(headline, missing, post)
        if network_length(headline) > room:
            headline = ""
        said = _filled(post, headline, stamps, room)
        text = " ".join(filter(None, [headline, *said]))
    alone = says(headline) or post.kind in _FREE
    return text if said or alone else ""


def _filled(post: Post, headline: str, stamps: Mapping[str, Sequence[str]], room: int) -> list[str]:
    """What follows the headline: of each piece the fullest version there is room for."""
    said: list[str] = []
    for versions, may_be_left in _pieces(post):
        for version in versions:
            text = " ".join([headline, *said, version])
            if network_length(text) <= room and not _unstamped(text, stamps):
                said.append(version)
                break
        else:
            if versions and not may_be_left:
                break
    return said


def _stamps(post: Post) -> dict[str, list[str]]:
    """The hours of each agency's figures in a post, as it writes them."""
    found: dict[str, list[str]] = {}
    for agency, times in _times(post).items():
        found[agency] = [f"{one:%H}{post.time_mark}{one:%M}" for one in times]
    return found


def _times(post: Post) -> dict[str, list[datetime]]:
    times: dict[str, set[datetime]] = {}
    for one in post.cited:
        times.setdefault(one.slot.source.agency, set()).add(one.as_of)
    return {agency: sorted(told) for agency, told in times.items()}


def _newest(post: Post) -> dict[str, list[datetime]]:
    """When each agency gave what a headline is about: its newest word on each place it names.

    On every place of the post where it names none.
    """
    newest: dict[str, dict[str, datetime]] = {}
    for one in post.cited:
        source, item = one.slot.source, one.slot.row.item
        if item not in (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES):
            of_place = newest.setdefault(source.place, {})
            of_place[source.agency] = max(of_place.get(source.agency, one.as_of), one.as_of)
    named = [place for place in newest if re.search(rf"\b{re.escape(place)}\b", post.headline)]
    times: dict[str, set[datetime]] = {}
    for place in named or newest:
        for agency, moment in newest[place].items():
            times.setdefault(agency, set()).add(moment)
    return {agency: sorted(told) for agency, told in times.items()}


def _unstamped(text: str, stamps: Mapping[str, Sequence[str]]) -> list[str]:
    """The agencies a text names, or speaks of as *ajanslar*, without any of their hours."""
    every = bool(_AGENCIES.search(text))
    named = [agency for agency in stamps if every or re.search(rf"(?<!\w){agency}(?!\w)", text)]
    return [
        agency
        for agency in named
        if not any(
            re.search(rf"(?<![\d.,:%])(?<!üzde ){re.escape(clock)}(?!\d)", text)
            for clock in stamps[agency]
        )
    ]


def _stamped(headline: str, agencies: Sequence[str], post: Post) -> str:
    """A headline with the hours of some agencies it names, before the full stop it ends with."""
    times = _times(post) | _newest(post)
    stamp = _hours({agency: times[agency] for agency in agencies}, post.time_mark)
    return f"{headline.removesuffix('.')} ({stamp})."


def _hours(times: Mapping[str, Sequence[datetime]], mark: str) -> str:
    """Agencies with their hours; the hour alone where it is that of all."""
    every = {one for told in times.values() for one in told}
    if len(times) == 1 or len(every) == 1:
        agency, told = next(iter(times.items()))
        return hours_of({agency: told}, mark).removeprefix(f"{agency} ")
    return hours_of(times, mark)


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
    """The headline as a sentence; what is left out of one may turn it, so none is cut."""
    end = "" if headline[-1:] in f"{_ENDS}:" else "."
    return whole_sentences(f"{headline}{end}", room)


def whole_sentences(text: str, room: int, length: Callable[[str], int] = network_length) -> str:
    """As many whole sentences from a text's beginning as there is room for, by a ``length``."""
    sentences = _SENTENCE.split(text)
    fitting = (" ".join(sentences[:count]) for count in range(len(sentences), 0, -1))
    return next((part for part in fitting if length(part) <= room), "")


def _pieces(post: Post) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What may follow the headline, in order; each in its versions, the fullest first.

    With whether what comes behind may stand without it.
    """
    if post.lead in post.own:
        yield from _sentences(post.lead)
    elif says(post.lead):
        yield (post.lead,), True
    briefs = {brief.block: brief for brief in post.briefs}
    several = sum(bool(block.heading) for block in post.blocks) > 1
    for at, block in enumerate(post.blocks):
        if post.kind == PostKind.CORRECTION:
            yield from (((line,), False) for line in block.lines)
        elif block.shape is BlockShape.QUOTE:
            yield _quotation(block), False
        elif block.shape is BlockShape.TEXT:
            for line in block.lines:
                yield from _sentences(line)
        elif at in briefs:
            where = briefs[at].where if several else ""
            where = f"{where} " if where and where not in post.headline else ""
            yield tuple(f"{where}{version}" for version in briefs[at].versions), False
        else:
            yield _lines(block, several=several), False


def _lines(block: Block, *, several: bool) -> tuple[str, ...]:
    """A block the editor has written in: the lines of it that are sentences."""
    told = " ".join(line for line in block.lines if line[-1:] in _ENDS and says(line))
    heading = f"{turkish.title(block.heading)}: " if several and block.heading else ""
    return (f"{heading}{told}",) if told else ()


def _sentences(text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    return (((sentence,), False) for sentence in _SENTENCE.split(text) if sentence)


def _quotation(block: Block) -> tuple[str, ...]:
    """As many of its sentences as fit, in one pair of quotation marks."""
    said = [line.removeprefix("“").removesuffix("”") for line in block.lines]
    sentences = [sentence for line in said for (sentence,), _ in _sentences(line)]
    return tuple(f"“{' '.join(sentences[:end])}”" for end in range(len(sentences), 0, -1))
