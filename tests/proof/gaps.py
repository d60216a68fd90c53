"""Whom lines name, and how far two agencies are apart on them."""

from __future__ import annotations

from decimal import Decimal

from tests.audit.arithmetic import OTHERS, Said, comparable
from tests.proof.reading import At


def size_in(said: Said, given: dict[str, str], who: str) -> tuple[bool, Decimal, int]:
    """Where somebody stands in a list: by share, then votes; *Diğer* last."""
    return who == OTHERS, -Decimal(given.get(who, "-1")), -said.votes.get(who, 0)


def line_names(at: At, said: Said, given: dict[str, str]) -> list[str]:
    """Whom an agency's line names, the most first: as many as the house has, *Diğer* last; those
    who are equal as the ballot has them."""
    usual = sorted({*given, *said.votes}, key=at.names.position)
    right = sorted(usual, key=lambda who: size_in(said, given, who))
    named = [who for who in right if who != OTHERS][: at.house.most]
    if OTHERS in right and (at.house.others or not named):
        named.append(OTHERS)
    return named


def gaps(at: At, place: str, one: str, other: str) -> dict[str, Decimal]:
    """How far two agencies are apart on each contender both name."""
    a, b = at.held.word(one, place).shares, at.held.word(other, place).shares
    if a is None or b is None:
        return {}
    return {who: abs(Decimal(a.shares[who]) - Decimal(b.shares[who])) for who in comparable(a, b)}


def named_gaps(at: At, place: str, one: str, other: str) -> dict[str, Decimal]:
    """The gaps of those whom either agency's line names."""
    both = (at.held.word(agency, place).shares for agency in (one, other))
    named = {who for said in both if said for who in line_names(at, said, said.shares)}
    return {who: gap for who, gap in gaps(at, place, one, other).items() if who in named}
