"""What a rule finds in a bulletin, before anything is known of where it stood and when it came.

Only the code, the rows and the values: no address, no suggestion and no sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.facts.bulletin import Row
from desk.facts.codes import Code


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule's word on one bulletin: ``rows`` it is about, ``values`` it was found from."""

    code: Code
    rows: tuple[Row, ...]
    values: dict[str, str]
