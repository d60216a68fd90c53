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
from desk.rules.checks import Checks
from tests.audit import expected, nights, told
from tests.audit.arithmetic import Said, figures_of, standing
from tests.audit.expected import Cell
from tests.audit.faults import CODES

NOWHERE = "(nowhere)"
"""What a side says of a cell it does not have."""

ANSWERED = {("answered", ()): True}

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

    def take(self, when: str, desk: Mapping[Cell, Any], audit: Mapping[Cell, Any]) -> None:
        """Compare a night as it stands at one time."""
        for cell in audit.keys() | desk.keys():
            kind, where = cell
            one, other = desk.get(cell, NOWHERE), audit.get(cell, NOWHERE)
            self.compared[kind] += 1
            self.told[kind] += other not in (None, False, "", NOWHERE)
            if not agree(kind, one, other):
                self.wrong[kind] += 1
                example = f"night {when} {' '.join(where)}: desk {one!r}, audit {other!r}"
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
        return any(agree(kind, desk, one) for one in audit) if audit else desk == ""
    if kind in ("lead", "lead_gap") and ZERO.fullmatch(str(audit)):
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
    """Make a night, and ask both three times in it: twice as it goes on, and of the file read anew.

    What has been kept up to date must be what is found by looking for the first time.
    """
    night = nights.make(seed)
    with told.make(folder / f"{seed}.secim", night) as session:
        filing = told.Filing(session, Checks(session))
        third = len(night.acts) // 3
        for number, act in enumerate(night.acts, start=1):
            filing.do(act)
            if number in (third, 2 * third):
                filing.flush()
                ask(night, filing, filing.checks, f"{seed} after {number}", tally)
        filing.flush()
        ask(night, filing, Checks(session), f"{seed}", tally)
    tally.nights += 1
    tally.refused += len(night.acts) - len(filing.kept)


def ask(
    night: nights.RandomNight, filing: told.Filing, checks: Checks, when: str, tally: Tally
) -> None:
    """Compare a night as it stands."""
    try:
        desk = told.cells(filing.session, checks, filing.ids, night.draft)
    except Exception as fault:
        # A night that the desk cannot answer at all must not keep the others from being asked.
        tally.take(when, {("answered", ()): f"{type(fault).__name__}: {fault}"}, ANSWERED)
        return
    audit = expected.cells(night.election, filing.kept, limits_of(night))
    stands = standing(filing.kept)
    for number in set(range(len(filing.ids))) - {one.number for one in stands}:
        # What no longer counts has no findings.
        audit.update({(code, (str(number),)): False for code in CODES})
    draft = Said(len(filing.ids), *told.address(night.draft), figures_of(night.draft))
    typed = expected.faults_of(night.election, draft, stands)
    audit.update({(f"{code} typed", ()): fires for code, fires in typed.items()})
    # The CSV says the same as the JSON.
    for (kind, where), cell in list(audit.items()):
        if kind in ("share", "opened", "as_of", "gap"):
            audit[f"CSV {kind}", where] = cell
    tally.take(when, {**desk, **ANSWERED}, {**audit, **ANSWERED})


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
