"""What one bulletin cannot say, worked out a second time: F201 and F203 to F206."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor

from tests.audit.arithmetic import (
    INDEPENDENTS,
    NOBODY,
    OTHERS,
    Said,
    exact,
    half,
    ranked,
    rest_of,
    total_of,
)

CODES = ("F201", "F203", "F204", "F205", "F206")


def f201(said: Said) -> bool:
    """Shares add to more than 100 by more than half a unit of each last digit."""
    texts = said.shares.values()
    return sum(map(exact, texts)) > 100 + sum(map(half, texts))


def f203(said: Said, boxes: int | None) -> bool:
    """More boxes opened than there are, or a printed share that is not theirs.

    Printed may be rounded to the nearest or cut off; all boxes are those given, else the place's.
    """
    opened, total, printed = (
        said.count("opened_boxes"),
        total_of(said, boxes),
        said.text("opened_share"),
    )
    if opened is None or total is None:
        return False
    if opened > total:
        return True
    if printed is None or not total:
        return False
    over = Fraction(100 * opened, total) - exact(printed)
    rounded_off = abs(over) <= half(printed)
    cut_off = 0 <= over < 2 * half(printed)
    return not rounded_off and not cut_off


def f204(said: Said, registered: int | None) -> bool:
    """More votes than registered voters."""
    return registered is not None and sum(said.votes.values()) > registered


def all_opened(said: Said, boxes: int | None) -> bool:
    """Every box: where both the boxes and a printed share are given, by both."""
    opened, total = said.count("opened_boxes"), total_of(said, boxes)
    printed = said.text("opened_share")
    told = []
    if opened is not None and total is not None:
        told.append(opened >= total)
    if printed is not None:
        told.append(exact(printed) == 100)
    return bool(told) and all(told)


def f204_province(
    said: Said, districts: Sequence[tuple[int | None, Sequence[Said]]], *, every: bool = True
) -> bool:
    """The province's votes for somebody below those of its districts, or above them at the end.

    ``districts`` are those of the night, each with its boxes and the agency's bulletins there that
    go before this one; ``every`` says that the province has no more. *Diğer* is nobody: others in
    every bulletin.
    """
    known = []
    for boxes, column in districts:
        with_votes = [one for one in column if one.votes]
        if with_votes:
            known.append((boxes, max(with_votes, key=lambda one: one.order)))
    complete = (
        every and len(known) == len(districts) and all(all_opened(d, boxes) for boxes, d in known)
    )
    for who in said.votes.keys() - {OTHERS}:
        votes = said.votes[who]
        parts = [one.votes[who] for _boxes, one in known if who in one.votes]
        if votes < sum(parts):
            return True
        if complete and parts and len(parts) == len(districts) and votes > sum(parts):
            return True
    return False


def f205(said: Said, registered: int | None) -> bool:
    """No number of valid votes fits every contender's votes and share.

    It is whole, at least the sum of the votes given, and at most the registered voters.
    """
    least, most = max(1, sum(said.votes.values())), registered
    pairs = [
        (votes, exact(said.shares[who]), half(said.shares[who]))
        for who, votes in said.votes.items()
        if who in said.shares and exact(said.shares[who]) > 0
    ]
    if not pairs:
        return False
    for votes, share, unsure in pairs:
        least = max(least, ceil(100 * votes / (share + unsure)))
        if share > unsure:
            highest = floor(100 * votes / (share - unsure))
            most = highest if most is None else min(most, highest)
    return most is not None and least > most


def f206(said: Said) -> bool:
    """A stated leader or lead that the bulletin's own shares or votes contradict."""
    return any((*_against_shares(said), *_against_votes(said)))


def _against_shares(said: Said) -> Iterable[bool]:
    """The leader: behind the first by more than rounding, or unnamed and smaller than it.

    The points: more than the first is ahead, or less than it is ahead of whoever is next or not
    named, by more than rounding.
    """
    order = ranked(said.shares)
    if not order:
        return
    rest = rest_of(said.shares)
    unsure = sum(map(half, said.shares.values()), Fraction(0))
    top, first = order[0]
    second = exact(order[1][1]) if len(order) > 1 else Fraction(0)
    half_second = half(order[1][1]) if len(order) > 1 else Fraction(0)
    leader, points = said.text("leader"), said.text("lead_points")
    if leader is not None and leader != top:
        own = said.shares.get(leader)
        if own is None:
            yield rest + unsure < exact(first) - half(first)
        else:
            yield exact(first) - exact(own) > half(first) + half(own)
    if points is not None:
        slack = half(points) + half(first) + half_second
        yield exact(points) > exact(first) - second + slack
        yield exact(points) < exact(first) - max(second, rest) - slack


def _against_votes(said: Said) -> Iterable[bool]:
    """Exactly: a leader with fewer votes than the first, or another difference of the first two."""
    named = sorted((votes for who, votes in said.votes.items() if who not in NOBODY), reverse=True)
    alone = said.votes.get(INDEPENDENTS, 0)
    leader, ahead = said.text("leader"), said.count("lead_votes")
    if leader is not None and leader in said.votes:
        yield said.votes[leader] < named[0]
    if ahead is not None and len(named) > 1:
        yield ahead > named[0] - named[1]
        yield ahead < named[0] - max(named[1], alone)
