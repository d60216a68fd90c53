"""Shares as whole thousandths of a point, so that half a unit of a printed digit stays exact.

The rules compute in these and in counts; `Decimal` is for what an editor types and reads.
"""

from __future__ import annotations

from decimal import Decimal

from desk.facts.bulletin import Value

FULL = 100_000
"""One hundred per cent, in thousandths of a point."""

_KNOWN: dict[str, tuple[int, int]] = {}
_MANY = 50_000
"""A night has some ten thousand different shares; a file of nonsense must not fill the memory."""


def milli(text: str) -> tuple[int, int]:
    """A plain number's thousandths, and half a unit of its last printed digit in the same unit."""
    known = _KNOWN.get(text)
    if known is None:
        whole, _, decimals = text.partition(".")
        digits = (decimals + "000")[:3]
        half = 500 // 10 ** min(len(decimals), 3)
        number = int(whole or "0") * 1000 + int(digits)
        known = (number, half)
        if len(_KNOWN) < _MANY:
            _KNOWN[text] = known
    return known


def milli_of(value: Value) -> tuple[int, int]:
    """The same for a figure as the desk holds it."""
    return milli(format(value, "f") if isinstance(value, Decimal) else str(value))


def points(thousandths: int, digits: int = 2) -> str:
    """Thousandths of a point as text with a dot, rounded half up to a number of decimals."""
    step = 10 ** (3 - digits)
    size = (abs(thousandths) + step // 2) // step
    sign = "-" if thousandths < 0 and size else ""
    if digits == 0:
        return f"{sign}{size}"
    whole, rest = divmod(size, 10**digits)
    return f"{sign}{whole}.{rest:0{digits}d}"
