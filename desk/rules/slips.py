"""What a number may have been before the hand slipped: every single slip of one figure, undone.

Pure text to texts; which of them is likely is for `suggest`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache

from desk.facts.finding import Slip

DIGITS = "0123456789"


@lru_cache(maxsize=4096)
def undone(text: str) -> tuple[tuple[Slip, str], ...]:
    """Every share one slip away from a printed one, with the slip; each share once.

    Shares have at most two decimals and lie within 0 and 100. Where two slips lead to the same
    share, the rarer reading gives way to the plainer one.
    """
    found: dict[str, Slip] = {}
    for slip, other in _all(text):
        if other != text and _is_share(other):
            found.setdefault(other, slip)
    return tuple((slip, other) for other, slip in found.items())


def _all(text: str) -> Iterator[tuple[Slip, str]]:
    whole, mark, decimals = text.partition(".")
    yield from ((Slip.TRANSPOSED, other) for other in _transposed(text))
    yield from ((Slip.MARK, other) for other in _mark_moved(whole, decimals))
    yield from ((Slip.DOUBLED, other) for other in _one_less(text))
    for at, digit in enumerate(text):
        if digit != ".":
            yield from (
                (Slip.DIGIT, text[:at] + other + text[at + 1 :])
                for other in DIGITS
                if other != digit
            )
    for at in range(len(text) + 1):
        yield from ((Slip.DROPPED, text[:at] + other + text[at:]) for other in DIGITS)
    if not mark:
        yield from ((Slip.DROPPED, f"{text}.{other}") for other in DIGITS)


def _transposed(text: str) -> Iterator[str]:
    """Two neighbouring digits changed over, also across the mark."""
    places = [at for at, letter in enumerate(text) if letter != "."]
    for first, second in itertools.pairwise(places):
        letters = list(text)
        letters[first], letters[second] = letters[second], letters[first]
        yield "".join(letters)


def _mark_moved(whole: str, decimals: str) -> Iterator[str]:
    """The mark one place to the right or to the left."""
    if decimals:
        yield _marked(whole + decimals[0], decimals[1:])
    else:
        yield f"{whole}0"
    if whole != "0":
        yield _marked(whole[:-1] or "0", whole[-1] + decimals)


def _marked(whole: str, decimals: str) -> str:
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{decimals}" if decimals else whole


def _one_less(text: str) -> Iterator[str]:
    """One of two equal neighbours gone."""
    places = [at for at, letter in enumerate(text) if letter != "."]
    for first, second in itertools.pairwise(places):
        if text[first] == text[second]:
            yield text[:second] + text[second + 1 :]


def _is_share(text: str) -> bool:
    whole, _, decimals = text.partition(".")
    if len(decimals) > 2 or not whole or text.endswith("."):
        return False
    if len(whole) > 1 and whole[0] == "0":
        return False
    return int(whole) < 100 or (int(whole) == 100 and not decimals.strip("0"))


@lru_cache(maxsize=1024)
def counts_undone(text: str) -> tuple[tuple[Slip, str], ...]:
    """The same for a count: a zero too many or too few first, then the digits."""
    found: dict[str, Slip] = {}
    if text.endswith("0") and len(text) > 1:
        found[text[:-1]] = Slip.ZERO
    found[f"{text}0"] = Slip.ZERO
    for at, digit in enumerate(text):
        if at + 1 < len(text):
            found.setdefault(text[:at] + text[at + 1] + digit + text[at + 2 :], Slip.TRANSPOSED)
        found.setdefault(text[:at] + text[at + 1 :], Slip.DOUBLED)
        for other in DIGITS:
            found.setdefault(text[:at] + other + text[at + 1 :], Slip.DIGIT)
    for at in range(len(text) + 1):
        for other in DIGITS:
            found.setdefault(text[:at] + other + text[at:], Slip.DROPPED)
    return tuple(
        (slip, other)
        for other, slip in found.items()
        if other != text and other and (other == "0" or other[0] != "0")
    )
