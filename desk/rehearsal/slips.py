"""Keying errors, one at a time: what an editor's hand makes of a bulletin that was right.

A slip is made on the digits as published and is always something that could be typed; what the
desk ought to find of it is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, pairwise
from random import Random

from desk.facts.bulletin import Figures, Item, Row, Value
from desk.facts.codes import Refusal
from desk.facts.edits import NewBulletin
from desk.facts.figures import HUNDRED, published, read

AT_HAND = timedelta(minutes=20)
"""How far apart two bulletins may be that lie on the editor's table together."""

RECENT = 4
"""How many bulletins back an editor may reach for an old one."""


class SlipKind(StrEnum):
    """What the hand did. The first five are done to the digits of one share."""

    DIGIT_CHANGED = "digit_changed"
    DIGITS_TRANSPOSED = "digits_transposed"
    DIGIT_DROPPED = "digit_dropped"
    DIGIT_DOUBLED = "digit_doubled"
    MARK_MOVED = "mark_moved"
    CONTENDERS_EXCHANGED = "contenders_exchanged"
    AGENCIES_EXCHANGED = "agencies_exchanged"
    WRONG_PLACE = "wrong_place"
    OLD_BULLETIN = "old_bulletin"
    COPIED_ACROSS = "copied_across"
    OPENED_WRONG = "opened_wrong"
    EXTRA_ZERO = "extra_zero"
    SUM_BEYOND_100 = "sum_beyond_100"


@dataclass(frozen=True, slots=True)
class SpoiltBulletin:
    """A spoiled bulletin beside what it should have said.

    ``rows`` are the figures that are wrong. ``points`` is the largest change of a contender's
    share, in points, or of the opened share if that alone is wrong; None if only votes are.
    ``source`` is the bulletin the wrong figures were taken from, where they were.
    """

    kind: SlipKind
    figures: Figures
    truth: Figures
    rows: tuple[Row, ...]
    points: Decimal | None
    source: NewBulletin | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """A bulletin and what lies on the editor's table with it.

    ``past`` are the column's own earlier bulletins, oldest first; ``across`` what other agencies
    last said of the place, ``coming`` what they are about to say; ``elsewhere`` what the same
    agency says of other places at about that time.
    """

    bulletin: NewBulletin
    past: tuple[NewBulletin, ...] = ()
    across: tuple[NewBulletin, ...] = ()
    coming: tuple[NewBulletin, ...] = ()
    elsewhere: tuple[NewBulletin, ...] = ()


def spoil(kind: SlipKind, around: Around, random: Random) -> SpoiltBulletin | None:
    """One slip of this kind, drawn from all there could be here; None if there could be none."""
    possible = list(_MAKERS[kind](around))
    return random.choice(possible) if possible else None


def misspelt(kind: SlipKind, text: str) -> list[str]:
    """What one slip of the hand makes of a number's digits; not all of it is still a number."""
    found = dict.fromkeys(_SPELLINGS[kind](text))
    return [spelling for spelling in found if spelling != text]


def mistyped(kind: SlipKind, item: Item, value: Decimal | int) -> list[Decimal | int]:
    """The other values one slip of the hand can make of a figure and the desk would still take."""
    found: dict[Decimal | int, None] = {}
    for spelling in misspelt(kind, published(value)):
        if spelling.startswith("0") and spelling[1:2].isdigit():
            # Nobody leaves a share standing as 08,63.
            continue
        try:
            typed = read(item, spelling)
        except Refusal:
            continue
        if typed != value:
            found.setdefault(typed)
    return list(found)


def _changed(text: str) -> Iterator[str]:
    for at, digit in _digits(text):
        for other in "0123456789":
            if other != digit:
                yield f"{text[:at]}{other}{text[at + 1 :]}"


def _transposed(text: str) -> Iterator[str]:
    places = list(_digits(text))
    for (left, one), (right, other) in pairwise(places):
        yield f"{text[:left]}{other}{text[left + 1 : right]}{one}{text[right + 1 :]}"


def _dropped(text: str) -> Iterator[str]:
    for at, _ in _digits(text):
        yield f"{text[:at]}{text[at + 1 :]}"


def _doubled(text: str) -> Iterator[str]:
    for at, digit in _digits(text):
        yield f"{text[:at]}{digit}{text[at:]}"


def _mark_moved(text: str) -> Iterator[str]:
    whole, mark, decimals = text.partition(",")
    if mark:
        yield f"{whole[:-1]},{whole[-1]}{decimals}"
        yield f"{whole}{decimals[0]},{decimals[1:]}".removesuffix(",")


def _digits(text: str) -> Iterator[tuple[int, str]]:
    return ((at, letter) for at, letter in enumerate(text) if letter.isdigit())


_SPELLINGS: Mapping[SlipKind, Callable[[str], Iterator[str]]] = {
    SlipKind.DIGIT_CHANGED: _changed,
    SlipKind.DIGITS_TRANSPOSED: _transposed,
    SlipKind.DIGIT_DROPPED: _dropped,
    SlipKind.DIGIT_DOUBLED: _doubled,
    SlipKind.MARK_MOVED: _mark_moved,
}


def _digit_slips(kind: SlipKind) -> Callable[[Around], Iterator[SpoiltBulletin]]:
    def slips(around: Around) -> Iterator[SpoiltBulletin]:
        truth = around.bulletin.figures
        return _retyped(kind, truth, _rows(truth, Item.SHARE), (kind,))

    return slips


def _opened_slips(around: Around) -> Iterator[SpoiltBulletin]:
    truth = around.bulletin.figures
    rows = [row for row in truth if row.item in (Item.OPENED_SHARE, Item.OPENED_BOXES)]
    return _retyped(SlipKind.OPENED_WRONG, truth, rows, _SPELLINGS)


def _sum_slips(around: Around) -> Iterator[SpoiltBulletin]:
    truth = around.bulletin.figures
    rows = _rows(truth, Item.SHARE)
    for slip in _retyped(SlipKind.SUM_BEYOND_100, truth, rows, _SPELLINGS):
        total = sum(_shares(slip.figures).values(), Decimal(0))
        # A whole point on top: beyond anything that rounding could explain.
        if total > HUNDRED + 1:
            yield slip


def _zero_slips(around: Around) -> Iterator[SpoiltBulletin]:
    truth = around.bulletin.figures
    for row in _rows(truth, Item.VOTES):
        value = truth[row]
        if isinstance(value, int) and value:
            yield _slip(SlipKind.EXTRA_ZERO, truth, {row: value * 10})


def _exchange_slips(around: Around) -> Iterator[SpoiltBulletin]:
    truth = around.bulletin.figures
    for one, other in combinations(sorted({row.contender for row in truth} - {""}), 2):
        swapped: dict[Row, Value] = {}
        for item in (Item.SHARE, Item.VOTES):
            ours, theirs = Row(item, one), Row(item, other)
            if ours in truth and theirs in truth and truth[ours] != truth[theirs]:
                swapped |= {ours: truth[theirs], theirs: truth[ours]}
        if any(row.item is Item.SHARE for row in swapped):
            yield _slip(SlipKind.CONTENDERS_EXCHANGED, truth, swapped)


def _copy_slips(around: Around) -> Iterator[SpoiltBulletin]:
    truth = around.bulletin.figures
    for theirs in around.across:
        for row, value in _shares(theirs.figures).items():
            if row in truth and truth[row] != value:
                yield _slip(SlipKind.COPIED_ACROSS, truth, {row: value}, theirs)


def _whole_slips(
    kind: SlipKind, taken_from: Callable[[Around], Sequence[NewBulletin]]
) -> Callable[[Around], Iterator[SpoiltBulletin]]:
    """Slips that put another bulletin's figures, all of them, under this bulletin's time."""

    def slips(around: Around) -> Iterator[SpoiltBulletin]:
        truth = around.bulletin.figures
        for source in taken_from(around):
            wrong = source.figures
            changed = [row for row in wrong if row in truth and truth[row] != wrong[row]]
            if any(row.item is Item.SHARE for row in changed):
                points = _points(wrong, truth, changed)
                yield SpoiltBulletin(kind, wrong, truth, tuple(changed), points, source)

    return slips


def _beside(around: Around) -> list[NewBulletin]:
    """The other agency's bulletins that lie on the table with this one, filed already or not."""
    own = around.bulletin.as_of
    return [one for one in (*around.across, *around.coming) if abs(one.as_of - own) <= AT_HAND]


_MAKERS: Mapping[SlipKind, Callable[[Around], Iterator[SpoiltBulletin]]] = {
    **{kind: _digit_slips(kind) for kind in _SPELLINGS},
    SlipKind.CONTENDERS_EXCHANGED: _exchange_slips,
    SlipKind.AGENCIES_EXCHANGED: _whole_slips(SlipKind.AGENCIES_EXCHANGED, _beside),
    SlipKind.WRONG_PLACE: _whole_slips(SlipKind.WRONG_PLACE, lambda at: at.elsewhere),
    SlipKind.OLD_BULLETIN: _whole_slips(SlipKind.OLD_BULLETIN, lambda at: at.past[-RECENT:]),
    SlipKind.COPIED_ACROSS: _copy_slips,
    SlipKind.OPENED_WRONG: _opened_slips,
    SlipKind.EXTRA_ZERO: _zero_slips,
    SlipKind.SUM_BEYOND_100: _sum_slips,
}


def _retyped(
    kind: SlipKind, truth: Figures, rows: Iterable[Row], ways: Iterable[SlipKind]
) -> Iterator[SpoiltBulletin]:
    ways = tuple(ways)
    for row in rows:
        value = truth[row]
        if not isinstance(value, str):
            typed = (wrong for way in ways for wrong in mistyped(way, row.item, value))
            for wrong in dict.fromkeys(typed):
                yield _slip(kind, truth, {row: wrong})


def _slip(
    kind: SlipKind, truth: Figures, wrong: Figures, source: NewBulletin | None = None
) -> SpoiltBulletin:
    figures = {row: wrong.get(row, value) for row, value in truth.items()}
    return SpoiltBulletin(
        kind, figures, truth, tuple(wrong), _points(figures, truth, wrong), source
    )


def _points(figures: Figures, truth: Figures, changed: Iterable[Row]) -> Decimal | None:
    """The largest change of a contender's share; without any, of the opened share.

    The opened share is the published one, or else what the opened boxes make of it.
    """
    shares = [row for row in changed if row.item is Item.SHARE]
    shares = shares or [row for row in changed if row.item is Item.OPENED_SHARE]
    changes = [abs(Decimal(figures[row]) - Decimal(truth[row])) for row in shares]
    boxes = Row(Item.OPENED_BOXES)
    total = truth.get(Row(Item.TOTAL_BOXES))
    if not changes and boxes in changed and isinstance(total, int) and total:
        off = abs(int(figures[boxes]) - int(truth[boxes]))
        changes = [Decimal(off * 10_000 // total).scaleb(-2)]
    return max(changes, default=None)


def _rows(figures: Figures, item: Item) -> list[Row]:
    return [row for row in figures if row.item is item]


def _shares(figures: Figures) -> dict[Row, Decimal]:
    return {
        row: value
        for row, value in figures.items()
        if row.item is Item.SHARE and isinstance(value, Decimal)
    }
