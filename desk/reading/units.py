"""Units behind a number: what is counted (oy, sandık, puan ...) and in which case the word stands.

Words only; the number itself is `notation` and `values`.
"""

from __future__ import annotations

from desk.reading.notation import Unit
from desk.reading.words import Sense, senses


def unit_of(word: str) -> Unit:
    """What a folded word behind a number says is counted."""
    meaning = senses(word) if word else frozenset()
    for sense, unit in (
        (Sense.VOTE, Unit.VOTES),
        (Sense.BOX, Unit.BOXES),
        (Sense.POINTS, Unit.POINTS),
        (Sense.VOTER, Unit.VOTERS),
        (Sense.SEAT, Unit.SEATS),
    ):
        if sense in meaning:
            return unit
    return Unit.NONE


_UNIT_CASES = (
    ("tan", "abl"), ("dan", "abl"), ("den", "abl"), ("ten", "abl"),
    ("gin", "gen"), ("larin", "gen"), ("la", "ins"), ("puana", "dat"), ("oya", "dat"),
)  # fmt: skip


def unit_case_of(word: str) -> str:
    """The case of a unit without an apostrophe: sandıktan, sandığın, puanla, oya."""
    return next((case for ending, case in _UNIT_CASES if word.endswith(ending)), "")
