"""How many slips the desk catches, and how often it suspects an honest bulletin.

`python -m tests.bench.slips [--nights N] [--days N] [--seed N] [--every N]` plays whole nights of
the rehearsal's three kinds and of other election days, tries a slip before every Nth honest
bulletin is filed, and prints the tables of docs/measurement.md. Nothing is written to a disk.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random
from time import perf_counter

from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.edits import NewBulletin
from desk.facts.election import Election
from desk.facts.figures import plain
from desk.facts.finding import Finding, Suggestion
from desk.facts.finding import SlipOfHand as Cause
from desk.facts.standing import shares_of
from desk.rehearsal.prova import Script, plan
from desk.rehearsal.script import Stage, Surroundings, stage
from desk.rehearsal.slips import SlipKind, SpoiltBulletin, spoil
from tests.bench.boxes import city
from tests.bench.election_days import days, night
from tests.bench.judging import Judge
from tests.bench.measured import Measured, Tally, stage_of, tables

FIRST = timedelta(minutes=30)
"""The first half hour of the count, in which little is known and much may still happen."""

LARGE = Decimal(1)
"""From how many points on a changed share matters, by the desk's own promise."""

FEW = 15
"""A night of fewer places is a small one."""

LARGE_SHARE = Decimal(10)
"""Of shares from here on it is told how far honest ones move."""

CATCHING = re.compile("[FW]|D403|D404")
"""Codes that suspect a bulletin; a gap or different leaders (D401, D402) are the news itself."""

NEWS = frozenset({"D401", "D402"})
"""Of an honest bulletin every other code is counted, also those that only come with its filing."""

Night = tuple[Election, Script]


def measure(nights: Iterable[Night], every: int) -> Measured:
    """These nights, a slip tried at every so many bulletins."""
    found = Measured()
    for election, script in nights:
        _night(election, script, every, found)
    return found


def rehearsed(played: Stage, seeds: Iterable[int]) -> Iterator[Night]:
    """A night of each seed on one stage of the rehearsal."""
    for seed in seeds:
        yield played.election, plan(seed, played=(played,))


def elsewhere(seeds: Iterable[int], *, small: bool) -> Iterator[Night]:
    """A night of each seed of every contest of the other days, of few places or of many."""
    for seed in seeds:
        for day in days():
            if (len(day.election.places) < FEW) is small:
                for contest in day.results:
                    yield day.election, night(day, contest, seed)


def _night(election: Election, script: Script, every: int, found: Measured) -> None:
    random = Random(script.seed)
    context = Surroundings(script)
    judge = Judge(election, script.contest)
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
        warned = any(CATCHING.match(finding.code.value) for finding in findings)
        judge.file(one.bulletin)
        findings += judge.between(one.bulletin)
        codes = {finding.code.value for finding in findings} - NEWS
        if into < FIRST:
            found.honest_early += 1
            found.early.update(codes)
        else:
            found.honest_late += 1
            found.late.update(codes)
            found.warned += warned
            found.suspected += bool(codes)
            if codes:
                found.doubted.append(_doubted(one.bulletin, findings))
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


def _doubted(honest: NewBulletin, findings: Sequence[Finding]) -> str:
    source = honest.source
    told = "; ".join(
        f"{finding.code.value} {dict(finding.values)}"
        for finding in findings
        if finding.code.value not in NEWS
    )
    return f"honest: {honest.as_of:%H.%M} {source.agency} {source.place}: {told}"


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
    parser.add_argument("--days", type=int, default=1, help="nights of each other contest")
    parser.add_argument("--missed", action="store_true", help="list what was not set right")
    parser.add_argument("--doubted", action="store_true", help="list honest ones suspected")
    asked = parser.parse_args(arguments)
    seeds = range(asked.seed, asked.seed + asked.nights)
    others = range(asked.seed, asked.seed + asked.days)
    for name, nights in (
        ("The night as it was counted", rehearsed(stage(), seeds)),
        ("Boxes drawn anew, opened by neighbourhood", rehearsed(city(), seeds)),
        ("Boxes drawn anew, opened in any order", rehearsed(city(by_neighbourhood=False), seeds)),
        ("Other election days, 30 places and more", elsewhere(others, small=False)),
        ("Other election days, 6 and 10 places", elsewhere(others, small=True)),
    ):
        found = measure(nights, asked.every)
        if not found.judged:
            continue
        lines = tables(name, found) + (found.missed if asked.missed else [])
        lines += found.doubted if asked.doubted else []
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        sys.stderr.write(f"{1000 * found.seconds / found.judged:.2f} ms a bulletin\n")


if __name__ == "__main__":
    main(sys.argv[1:])
