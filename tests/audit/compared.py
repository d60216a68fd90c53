"""Two answers to every question of a night, cell by cell, and what came of it."""

from __future__ import annotations

import re
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from desk.facts.settings import THRESHOLDS
from desk.facts.settings import default as default_of
from tests.audit import expected, nights, told
from tests.audit.arithmetic import Said, figures_of, standing
from tests.audit.expected import Cell
from tests.audit.faults import CODES

NOWHERE = "(nowhere)"
"""What a side says of a cell it does not have."""

ZERO = re.compile(r"0(\.0+)?")
"""Nothing at all may be written with more or fewer digits: the lead of a tie has none printed."""


@dataclass
class Tally:
    """How many cells of each kind were compared, how many disagreed, the first that did."""

    nights: int = 0
    refused: int = 0
    compared: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def cells(self) -> int:
        """All compared."""
        return sum(self.compared.values())

    @property
    def disagreements(self) -> int:
        """All that disagreed."""
        return sum(self.wrong.values())

    def take(self, seed: int, desk: Mapping[Cell, Any], audit: Mapping[Cell, Any]) -> None:
        """Compare one night."""
        self.nights += 1
        for cell in audit.keys() | desk.keys():
            kind, where = cell
            one, other = desk.get(cell, NOWHERE), audit.get(cell, NOWHERE)
            self.compared[kind] += 1
            self.told[kind] += other not in (None, False, "", NOWHERE)
            if not agree(kind, one, other):
                self.wrong[kind] += 1
                example = f"night {seed} {' '.join(where)}: desk {one!r}, audit {other!r}"
                self.first.setdefault(kind, example)
                self.examples.setdefault(kind, []).append(example)

    def table(self) -> str:
        """Kinds of cell, compared, how many of those say something, and disagreements."""
        lines = [f"{'cell':<22}{'compared':>10}{'not empty':>11}{'disagree':>10}"]
        for kind in sorted(self.compared):
            counts = f"{self.compared[kind]:>10}{self.told[kind]:>11}{self.wrong[kind]:>10}"
            lines.append(f"{kind:<22}{counts}")
        whole = f"{self.cells:>10}{sum(self.told.values()):>11}{self.disagreements:>10}"
        lines.append(f"{'all':<22}{whole}")
        lines += [f"{kind}: {example}" for kind, example in sorted(self.first.items())]
        speed = self.cells / self.seconds if self.seconds else 0
        lines.append(
            f"{self.nights} nights, {self.refused} acts refused by the desk,"
            f" {self.seconds:.1f} s, {speed:.0f} cells a second"
        )
        return "\n".join(lines) + "\n"


def agree(kind: str, desk: Any, audit: Any) -> bool:
    """Whether two cells say the same."""
    if isinstance(audit, frozenset):
        return desk in audit if audit else desk == ""
    if kind.startswith("lead") and ZERO.fullmatch(str(audit)):
        return ZERO.fullmatch(str(desk)) is not None
    return bool(desk == audit)


def limits_of(night: nights.RandomNight) -> dict[str, Fraction]:
    """The thresholds of a night, by the short names the second arithmetic has for them."""

    def value(name: str) -> Fraction:
        return Fraction(night.settings.get(name, THRESHOLDS[name].default))

    stages = {name: value(f"check.d401.{name}") for name in ("start", "early", "late", "end")}
    more = {"unknown": value("check.d401.unknown"), "tolerance": value("check.d403.tolerance")}
    return {**stages, **more, "hours-apart": Fraction(default_of("hours-apart"))}


def one_night(seed: int, folder: Path, tally: Tally) -> None:
    """Make a night, ask both, compare."""
    night = nights.make(seed)
    with told.make(folder / f"{seed}.secim", night) as session:
        acts, ids = told.file_night(session, night)
        desk = told.cells(session, ids, night.draft)
    audit = expected.cells(night.election, acts, limits_of(night))
    stands = standing(acts)
    for said in set(range(len(ids))) - {one.number for one in stands}:
        # What no longer counts has no findings.
        audit.update({(code, (str(said),)): False for code in CODES})
    head = night.draft[0]
    address = (head["as_of"], head["agency"], head["contest"], head["place"])
    draft = Said(len(ids), *address, figures_of(night.draft))
    typed = expected.faults_of(night.election, draft, stands)
    audit.update({(f"{code} typed", ()): fires for code, fires in typed.items()})
    # The CSV says the same as the JSON.
    for (kind, where), cell in list(audit.items()):
        if kind in ("share", "opened", "as_of", "gap"):
            audit[f"CSV {kind}", where] = cell
    tally.refused += len(night.acts) - len(acts)
    tally.take(seed, desk, audit)


def run(count: int, first: int, seconds: float | None = None) -> Tally:
    """Compare so many nights, from one seed on, beginning none after so many seconds."""
    tally = Tally()
    began = time.monotonic()
    for seed in range(first, first + count):
        if seconds is not None and time.monotonic() - began > seconds:
            break
        with tempfile.TemporaryDirectory(prefix="audit-") as folder:
            one_night(seed, Path(folder), tally)
    tally.seconds = time.monotonic() - began
    return tally
