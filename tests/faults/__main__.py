"""By hand: `python -m tests.faults` tries every kind of fault and ends with a table.

`--seconds` is how long in all, `--enough` lets no kind end before enough of it was tried, however
busy the machine is. `--seed` is where to begin, `--kind` keeps to some; `--write` puts the table
into docs/faults.md. Exit status 1 if anything failed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import tests.conftest  # noqa: F401  (no home of the user's, no screen)
from tests.faults.harness import Tally, tried
from tests.faults.kinds import ENOUGH, KINDS, SHARES

MOST = 10**6
DOCS = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
BEGIN, END = "<!-- table -->\n", "<!-- /table -->\n"


def table(tallies: list[Tally]) -> str:
    """What was tried and what failed, as Markdown."""
    rows = [f"| {one.kind} | {one.tried} | {len(one.failed)} |" for one in tallies]
    return "\n".join(["| kind | tried | failed |", "|---|---|---|", *rows]) + "\n"


def main() -> int:
    """Try, tell, and say by the status whether all is well."""
    options = argparse.ArgumentParser(prog="python -m tests.faults")
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--count", type=int, default=MOST, help="How many of each kind at most.")
    options.add_argument("--kind", action="append", choices=sorted(KINDS))
    options.add_argument("--enough", action="store_true")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    kinds = chosen.kind or list(KINDS)
    tallies = []
    shares = sum(SHARES.get(kind, 1) for kind in kinds)
    for kind in kinds:
        until = perf_counter() + chosen.seconds * SHARES.get(kind, 1) / shares
        seeds = range(chosen.seed, chosen.seed + chosen.count)
        least = ENOUGH.get(kind, 0) if chosen.enough else 0
        tally = tried(kind, KINDS[kind], seeds, until, least)
        tallies.append(tally)
        sys.stderr.write(f"{kind}: {tally.tried} tried, {len(tally.failed)} failed\n")
        for seed, wrong in tally.failed.items():
            sys.stderr.write(f"{kind} {seed}: {wrong}\n")
    told = table(tallies)
    sys.stdout.write(told)
    if chosen.write:
        text = DOCS.read_text(encoding="utf-8")
        head, rest = text.split(BEGIN)
        DOCS.write_text(head + BEGIN + told + END + rest.split(END)[1], encoding="utf-8")
    return 1 if any(one.failed for one in tallies) else 0


if __name__ == "__main__":
    # Reports of faults of the program go with the rest.
    tempfile.tempdir = tempfile.mkdtemp(prefix="secim-masasi-faults-")
    os.environ["TMPDIR"] = tempfile.tempdir
    sys.exit(main())
