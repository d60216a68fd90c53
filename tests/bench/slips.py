"""How many slips the desk catches, and how often it suspects an honest bulletin.

`python -m tests.bench.slips [--nights N] [--seed N] [--every N]` plays whole nights of three kinds,
tries a slip before every Nth honest bulletin is filed, and prints the tables of
docs/measurement.md. Nothing is written to a disk.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random
from time import perf_counter

from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.edits import NewBulletin
from desk.facts.figures import plain
from desk.facts.finding import Finding, Suggestion
from desk.facts.finding import SlipOfHand as Cause
from desk.facts.standing import shares_of
from desk.rehearsal.prova import Script, plan
from desk.rehearsal.script import Stage, Surroundings, stage
from desk.rehearsal.slips import SlipKind, SpoiltBulletin, spoil
from tests.bench.boxes import city
from tests.bench.judging import Judge
from tests.bench.measured import Measured, Tally, stage_of, tables

FIRST = timedelta(minutes=30)
"""The first half hour of the count, in which little is known and much may still happen."""

LARGE = Decimal(1)
"""From how many points on a changed share matters, by the desk's own promise."""

LARGE_SHARE = Decimal(10)
"""Of shares from here on it is told how far honest ones move."""

CATCHING = re.compile("[FW]|D403|D404")
"""Codes that suspect a bulletin; a gap or different leaders (D401, D402) are the news itself."""


def measure(played: Stage, seeds: Iterable[int], every: int) -> Measured:
    """Nights of these seeds on one stage, a slip tried at every so many bulletins."""
    found = Measured()
    for seed in seeds:
        _night(plan(seed, played=played), played, every, found)
    return found


def _night(script: Script, played: Stage, every: int, found: Measured) -> None:
    random = Random(script.seed)
    context = Surroundings(script)
    judge = Judge(played.election, script.contest)
    kinds: list[SlipKind] = []
    said: dict[Source, dict[str, Decimal]] = {}
    for position, one in enumerate(script.bulletins):
        into = one.at - script.start
        if random.randrange(every) == 0:
            kinds = kinds or random.sample(list(SlipKind), len(SlipKind))
            slip = spoil(kinds[-1], context.around(position), random)
            if slip is not None:
                kinds.pop()
                _try(slip, one.bulletin, judge, into, found)
        start = perf_counter()
        findings = judge.findings(one.bulletin)
        found.seconds += perf_counter() - start
        found.judged += 1
        codes = {finding.code.value for finding in findings}
        if into < FIRST:
            found.honest_early += 1
            found.early.update(codes)
        else:
            found.honest_late += 1
            found.late.update(codes)
            found.warned += any(map(CATCHING.match, codes))
        judge.file(one.bulletin)
        _spread(one.bulletin, said, stage_of(into), found)


def _spread(
    honest: NewBulletin, said: dict[Source, dict[str, Decimal]], name: str, found: Measured
) -> None:
    """How far an honest bulletin's large shares are from the ones that could have warned of it."""
    source, shares = honest.source, shares_of(honest.figures)
    for known, before in said.items():
        if (known.contest, known.place) == (source.contest, source.place):
            into = found.moves if known == source else found.apart
            into.setdefault(name, []).extend(
                abs(share - before[code])
                for code, share in shares.items()
                if share >= LARGE_SHARE and code in before
            )
    if shares:
        said[source] = shares


def _try(
    slip: SpoiltBulletin, honest: NewBulletin, judge: Judge, into: timedelta, found: Measured
) -> None:
    spoiled = NewBulletin(honest.source, honest.as_of, slip.figures)
    findings = judge.findings(spoiled)
    caught = any(CATCHING.match(finding.code.value) for finding in findings)
    right = is_right(slip, _first(findings))
    found.kinds.setdefault(slip.kind, Tally()).count(caught, right)
    if slip.points is None or slip.points >= LARGE:
        found.large.setdefault(slip.kind, Tally()).count(caught, right)
        found.stages.setdefault(stage_of(into), Tally()).count(caught, right)
        if not (caught and right):
            found.missed.append(_told(slip, honest, findings))


def is_right(slip: SpoiltBulletin, suggestion: Suggestion | None) -> bool:
    """Whether taking the suggestion would have set the slip right.

    A figure must be the true one to the digit. A bulletin of another agency, place or time must
    be named as such, and a figure copied across must be named as copied, with whose it is: what
    it should have been, nothing on the table says.
    """
    if suggestion is None:
        return False
    taken = slip.source
    if slip.kind is SlipKind.COPIED_ACROSS and suggestion.kind is Cause.COPIED:
        return set(suggestion.was) == set(slip.rows)
    if suggestion.figures:
        mended = {row: plain(value) for row, value in slip.figures.items()}
        mended |= dict(suggestion.figures)
        return all(
            _same(row, mended[row], value) for row, value in slip.truth.items() if row in mended
        )
    if taken is None:
        return False
    return {
        SlipKind.AGENCIES_EXCHANGED: suggestion.agency == taken.source.agency,
        SlipKind.WRONG_PLACE: suggestion.place == taken.source.place,
        SlipKind.OLD_BULLETIN: suggestion.as_of == taken.as_of,
    }.get(slip.kind, False)


def _same(row: Row, mended: str, truth: Value) -> bool:
    return mended == truth if row.item is Item.LEADER else Decimal(mended) == truth


def _first(findings: Sequence[Finding]) -> Suggestion | None:
    return next((one.suggestion for one in findings if one.suggestion is not None), None)


def _told(slip: SpoiltBulletin, honest: NewBulletin, findings: Sequence[Finding]) -> str:
    suggestion = _first(findings)
    figures = ", ".join(
        f"{row.item.value} {row.contender} {slip.truth[row]} -> {slip.figures[row]}"
        for row in slip.rows[:3]
    )
    source = honest.source
    codes = " ".join(finding.code.value for finding in findings) or "-"
    offered = f"{suggestion.kind}: {suggestion.text}" if suggestion else "-"
    at = f"{honest.as_of:%H.%M} {source.agency} {source.place}"
    return f"{slip.kind}: {at}: {figures} | {codes} | {offered}"


def main(arguments: Sequence[str]) -> None:
    """Measure on every kind of night."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.slips")
    parser.add_argument("--nights", type=int, default=3, help="of each kind")
    parser.add_argument("--seed", type=int, default=1, help="the first night's")
    parser.add_argument("--every", type=int, default=2, help="a slip every so many bulletins")
    parser.add_argument("--missed", action="store_true", help="list what was not set right")
    asked = parser.parse_args(arguments)
    for name, played in (
        ("The night as it was counted", stage()),
        ("Boxes drawn anew, opened by neighbourhood", city()),
        ("Boxes drawn anew, opened in any order", city(by_neighbourhood=False)),
    ):
        found = measure(played, range(asked.seed, asked.seed + asked.nights), asked.every)
        lines = tables(name, found) + (found.missed if asked.missed else [])
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        sys.stderr.write(f"{1000 * found.seconds / max(1, found.judged):.2f} ms a bulletin\n")


if __name__ == "__main__":
    main(sys.argv[1:])
