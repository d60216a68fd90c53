"""What a post prints of figures: numbers, leads, gaps, leaders, orders and hours, from its chips.

A number is what its figures make it: one of them, the lead of one over the next, the gap between
two agencies' shares (now, or at equal opened share) or leads, the whole points below, or in how
many places somebody leads. Whether it is still so is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise

from desk.facts.apart import equal_gap, leads_apart
from desk.facts.bulletin import MINUTE, Item, Slot, Value
from desk.facts.counting import counted
from desk.facts.election import OTHERS
from desk.facts.post import (
    Block,
    BlockShape,
    Chip,
    Cited,
    Post,
    PostKind,
    PostPart,
    Printed,
    PrintedKind,
    WrongPrint,
)
from desk.posts.kinds.half import MORE_THAN_HALF, takes
from desk.posts.kinds.hands import MORE_SEATS
from desk.posts.numbers import readings
from desk.posts.ties import in_order

Names = Callable[[str], tuple[str, ...]]
"""The ways a contender is called in a post, by her code."""

TIED = "eşit"
"""The word that says that nobody leads."""

_RANKED = frozenset(PostKind) - {PostKind.CHANGES, PostKind.DIFFERENCES, PostKind.CORRECTION}
"""Kinds whose lines list contenders in falling order."""

_RESULTS = (Item.SHARE, Item.VOTES)
_WIDEST = "en büyük fark"
_AHEAD = re.compile(
    r"\b(?:önde|öne|geçti|lider\w*|birinci\w*|ilk sıra\w*)\b|['’]\w+ (?:geçti|farkı)\b"
)


def printed_in(post: Post, chips: Iterable[Chip], names: Names) -> tuple[Printed, ...]:
    """All that the chips of a post say of figures, each once, in the order of the text.

    A chip that ends where it starts stands for words. Of a correction only what is right counts:
    what it takes back it does not say.
    """
    found: dict[Printed, Printed] = {}
    in_headline: list[Printed] = []

    def take(new: Printed) -> None:
        known = found.setdefault(new, new)
        if new.value and new.text and new.text == names(str(new.value))[0] != known.text:
            # A party's name and a person's: the correction calls her as the tables do.
            found[new] = new

    for (part, block, _), several in groupby(
        in_order(chips), lambda one: (one.part, one.block, one.line)
    ):
        of_part = list(several)
        text = post.text_of(of_part[0])
        numbers = [
            (chip, of_number(text[chip.start : chip.end], chip.figures))
            for chip in of_part
            if chip.start < chip.end
        ]
        said = [one for _, several_said in numbers for one in several_said]
        for chip in of_part:
            if chip.start == chip.end and MORE_THAN_HALF in text:
                said += _half(chip.figures, text, names)
            elif chip.start == chip.end and MORE_SEATS in text:
                # More than last time by these counts: whichever is corrected is told.
                said += [Printed(PrintedKind.FIGURE, one.value, (one,)) for one in chip.figures]
            elif chip.start == chip.end:
                said += leaders_in(chip.figures, text, names)
        if part is PostPart.LINE and _lists(post, post.blocks[block]):
            said += orders_in(said)
        if post.kind != PostKind.CORRECTION or part is PostPart.LINE:
            # A correction's headline begins with its own hour.
            said += _hours(post, text, of_part)
        if part is PostPart.HEADLINE:
            in_headline += said
        for one in said:
            take(one)
    every = [*found.values()]
    every += _widest(post, in_headline, every)
    old = taken_back(post.corrects)
    return tuple(one for one in every if old.isdisjoint((c.bulletin, c.slot) for c in one.figures))


def still_printed(post: Post, before: Iterable[Printed], names: Names) -> tuple[Printed, ...]:
    """Of a post that was rewritten: what its chips say, and what words of ``before`` it has still.

    A leader is still named where her name stands in one text with a word that says who is ahead.
    """
    said = printed_in(post, post.chips, names)
    texts = list(texts_of(post))
    kept = []
    for one in before:
        if one in said:
            continue
        named = one.kind is PrintedKind.LEADER and _names_leader(texts, one, names)
        if named or (one.kind is PrintedKind.WIDEST and _WIDEST in post.headline.lower()):
            kept.append(one)
    cited = frozenset(post.cited)
    return once_each([*said, *(one for one in kept if cited.issuperset(one.figures))])


def taken_back(corrects: Iterable[WrongPrint]) -> frozenset[tuple[int, Slot]]:
    """The figures a correction takes back: by bulletin and slot, without those that stand."""
    old, right = set(), set()
    for wrong in corrects:
        old |= {(figure.bulletin, figure.slot) for figure in wrong.printed.figures}
        if wrong.now is not None:
            right |= {(figure.bulletin, figure.slot) for figure in wrong.now.figures}
    return frozenset(old - right)


def of_number(text: str, figures: Sequence[Cited]) -> list[Printed]:
    """What a number says of the figures it is tied to; nothing where it is none of theirs."""
    said = readings(text) if text[:1].isdigit() else set()
    if len({one.slot.source.place for one in figures}) > 1:
        places = counted(figures)
        return [Printed(PrintedKind.COUNT, places, tuple(figures))] if places in said else []
    if any(value in said for value in takes(figures)):
        value = next(value for value in takes(figures) if value in said)
        return [Printed(PrintedKind.NEEDED, value, tuple(figures))]
    groups = [list(group) for group in by_bulletin(figures).values()]
    each = [_of_one_bulletin(said, group) for group in groups]
    if each and all(each):
        return [one for one in each if one]
    if len(figures) == 2 and len(groups) == 2 and figures[0].slot.row == figures[1].slot.row:
        found = _apart(PrintedKind.GAP, said, figures)
        return [found] if found else []
    return [
        Printed(kind, value, tuple(figures), bound=bound)
        for kind, value, bound in of_two_agencies(figures)
        if value in said
    ][:1]


def of_two_agencies(figures: Sequence[Cited]) -> Iterator[tuple[PrintedKind, Decimal | int, bool]]:
    """The numbers two agencies' figures make together: how far their leads are apart, a gap at
    equal opened share; each also as the whole points below it."""
    equal = equal_gap(figures)
    found = [(PrintedKind.LEAD_GAP, apart) for apart in leads_apart(figures)]
    found += [(PrintedKind.EQUAL, equal.said)] if equal is not None else []
    for kind, value in found:
        yield kind, value, False
    for kind, value in found:
        if whole := goes_beyond(value, {Decimal(int(value))}):
            yield kind, whole, True


def leaders_in(figures: Sequence[Cited], text: str, names: Names) -> Iterator[Printed]:
    """Who leads by each bulletin some words rest on, if the text names her."""
    for group in by_bulletin(figures).values():
        stated = [one for one in group if one.slot.row.item is Item.LEADER]
        two = in_falling_order(one for one in group if one.slot.row.item.per_contender)
        if stated:
            leader, behind = str(stated[0].value), tuple(stated)
        elif 0 < len(two) <= 2:
            # One alone leads by more than half of everything.
            tied = len(two) == 2 and two[0].value == two[1].value
            leader = "" if tied else two[0].slot.row.contender
            behind = two
        else:
            continue
        called = called_in(text, names(leader)) if leader else TIED if TIED in text else ""
        if called:
            yield Printed(PrintedKind.LEADER, leader, behind, text=called)


def _half(figures: Sequence[Cited], text: str, names: Names) -> Iterator[Printed]:
    """Who is said to have more than half of the votes."""
    who = figures[0].slot.row.contender
    if called := called_in(text, names(who)):
        yield Printed(PrintedKind.HALF, who, tuple(figures), text=called)


def orders_in(said: Iterable[Printed]) -> Iterator[Printed]:
    """The order in which a line lists the contenders of each bulletin, the first in front."""
    listed: dict[tuple[int, Item], list[Cited]] = {}
    for one in said:
        row = one.first.slot.row
        if one.kind is PrintedKind.FIGURE and row.item in _RESULTS and row.contender != OTHERS:
            listed.setdefault((one.first.bulletin, row.item), []).append(one.first)
    for (bulletin, item), figures in listed.items():
        if item is Item.VOTES and (bulletin, Item.SHARE) in listed:
            continue
        falling = all(
            Decimal(one.value) >= Decimal(other.value) for one, other in pairwise(figures)
        )
        if len(figures) > 1 and falling:
            codes = " ".join(one.slot.row.contender for one in figures)
            yield Printed(PrintedKind.ORDER, codes, tuple(figures))


def called_in(text: str, ways: Iterable[str]) -> str:
    """The first way in which a text calls somebody; empty if it does not."""
    found = (way for way in ways if re.search(rf"(?<!\w){re.escape(way)}(?!\w)", text))
    return next(found, "")


def texts_of(post: Post) -> Iterator[str]:
    """Headline, lead, and every line with its heading."""
    yield post.headline
    yield post.lead
    for block in post.blocks:
        for line in block.lines:
            yield f"{block.heading}: {line}" if block.heading else line


def by_bulletin(figures: Iterable[Cited]) -> Mapping[int, list[Cited]]:
    """Figures by the bulletin that gave them."""
    groups: dict[int, list[Cited]] = {}
    for one in figures:
        groups.setdefault(one.bulletin, []).append(one)
    return groups


def in_falling_order(figures: Iterable[Cited]) -> tuple[Cited, ...]:
    """Shares or votes, the most first."""
    return tuple(sorted(figures, key=lambda one: (-Decimal(one.value), one.slot)))


def goes_beyond(value: Decimal | int, said: Collection[Decimal]) -> int:
    """The whole points a value exceeds, if they are what is said; 0 if not."""
    whole = int(value)
    return whole if whole and isinstance(value, Decimal) and value > whole in said else 0


def apart(one: Value, other: Value) -> Decimal | int:
    """How far two numbers are from one another, exactly; votes as a count."""
    if isinstance(one, int) and isinstance(other, int):
        return abs(one - other)
    return abs(Decimal(one) - Decimal(other))


def _of_one_bulletin(said: Collection[Decimal], group: Sequence[Cited]) -> Printed | None:
    if len(group) == 1:
        value = group[0].value
        if isinstance(value, str):
            return None
        if Decimal(value) in said:
            return Printed(PrintedKind.FIGURE, value, tuple(group))
        whole = goes_beyond(value, said)
        return Printed(PrintedKind.FIGURE, whole, tuple(group), bound=True) if whole else None
    items = {one.slot.row.item for one in group}
    if len(items) > 1 or not group[0].slot.row.item.per_contender:
        return None
    # Nobody is said to lead by so many seats: of two parties they are what they have in all.
    if len(group) == 2 and Item.SEATS not in items:
        lead = _apart(PrintedKind.LEAD, said, in_falling_order(group))
        if lead:
            return lead
    total = together(group)
    return Printed(PrintedKind.SUM, total, tuple(group)) if total in said else None


def together(figures: Sequence[Cited]) -> Decimal | int:
    """What several contenders of a bulletin have in all; votes and seats as a count."""
    counts = [one.value for one in figures if isinstance(one.value, int)]
    if len(counts) == len(figures):
        return sum(counts)
    return sum((Decimal(one.value) for one in figures), Decimal(0))


def _apart(kind: PrintedKind, said: Collection[Decimal], two: Sequence[Cited]) -> Printed | None:
    one, other = (figure.value for figure in two)
    if isinstance(one, str) or isinstance(other, str):
        return None
    distance = apart(one, other)
    if distance in said:
        return Printed(kind, distance, tuple(two))
    whole = goes_beyond(distance, said)
    return Printed(kind, whole, tuple(two), bound=True) if whole else None


def _lists(post: Post, block: Block) -> bool:
    return post.kind in _RANKED and block.shape is BlockShape.LINES


def _hours(post: Post, text: str, chips: Sequence[Chip]) -> Iterator[Printed]:
    """The hours a text gives the bulletins its chips rest on."""
    bare = text
    for chip in chips:
        # With a decimal dot a share looks like a clock.
        bare = bare[: chip.start] + "#" * (chip.end - chip.start) + bare[chip.end :]
    for group in by_bulletin(one for chip in chips for one in chip.figures).values():
        clock = f"{group[0].as_of:%H}{post.time_mark}{group[0].as_of:%M}"
        if re.search(rf"(?<![0-9.,:]){re.escape(clock)}(?![0-9])", bare):
            yield hour_of(group)


def hour_of(group: Sequence[Cited]) -> Printed:
    """The hour of a bulletin some figures are of."""
    first = min(group, key=lambda one: one.slot)
    return Printed(PrintedKind.HOUR, first.as_of.strftime(MINUTE), (first,))


def _widest(
    post: Post, in_headline: Sequence[Printed], every: Sequence[Printed]
) -> Iterator[Printed]:
    """That the gap of a headline is the widest of those the post tells."""
    told = [one for one in in_headline if one.kind is PrintedKind.GAP]
    if _WIDEST not in post.headline.lower() or len(told) != 1:
        return
    gaps = [one for one in every if one.kind is PrintedKind.GAP and not one.bound]
    if len({one.first.slot.source.place for one in gaps}) > 1:
        figures = tuple(figure for one in gaps for figure in one.figures)
        yield Printed(PrintedKind.WIDEST, told[0].first.slot.source.place, figures)


def _names_leader(texts: Sequence[str], one: Printed, names: Names) -> bool:
    leader = str(one.value)
    if not leader:
        return any(TIED in text for text in texts)
    return any(_AHEAD.search(text) and called_in(text, names(leader)) for text in texts)


def once_each(said: Iterable[Printed]) -> tuple[Printed, ...]:
    """Hours once for each bulletin, whichever figure of it they were told with."""
    found: dict[object, Printed] = {}
    for one in said:
        hour = one.kind is PrintedKind.HOUR
        found.setdefault((one.kind, one.first.bulletin) if hour else one, one)
    return tuple(found.values())


def printed_of(post: Post, chips: Iterable[Chip], names: Names) -> Post:
    """The post with what it prints."""
    return replace(post, printed=once_each(printed_in(post, chips, names)))
