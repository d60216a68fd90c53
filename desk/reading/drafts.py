"""Records while they are being gathered: rows, figures and where each of them stood.

Plain containers; what may be put in is `collect`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from desk.facts.codes import Code
from desk.reading.items import Label
from desk.reading.state import Where
from desk.reading.tokens import fold


@dataclass
class Row:
    """A contender's row while it is being gathered; figures with where they stood."""

    label: Label
    label_at: tuple[int, int]
    pct: tuple[Decimal, int, int] | None = None
    votes: tuple[int, int, int] | None = None
    prose: bool = False

    def figure(self, slot: str) -> tuple[Decimal | int, int, int] | None:
        """The share (`pct`) or the votes gathered so far."""
        return self.pct if slot == "pct" else self.votes

    def drop(self, slot: str) -> None:
        """Forget a figure that the text gives twice with different values."""
        if slot == "pct":
            self.pct = None
        else:
            self.votes = None


@dataclass
class Draft:
    """A record while it is being gathered."""

    where: Where
    spans: dict[str, tuple[int, int]]
    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    order: list[Row] = field(default_factory=list)
    figures: dict[str, tuple[Decimal | int, int, int]] = field(default_factory=dict)
    leader: tuple[Label, int, int] | None = None
    questions: list[tuple[Code, int, int, dict[str, str]]] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)


def keys_of(label: Label) -> list[tuple[str, str]]:
    """What a label may be found by again, the surest first."""
    keys = [("contender", code) for code in label.contenders[:1]]
    if label.candidate:
        keys.append(("surname", fold(label.candidate.split()[-1])))
    keys += [("party", code) for code in label.parties[:1]]
    return keys or [("text", fold(label.text))]
