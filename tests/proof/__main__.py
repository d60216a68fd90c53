"""Posts against their figures CSV: `python -m tests.proof --nights N --seed S`.

`--kind` plays one kind of night alone. It prints a table of the kinds of posts, what they claimed
and how many were wrong, and the first faults; it ends with 1 where there is any.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.proof.nights import KINDS, make
from tests.proof.played import Tally, play


def main() -> int:
    """Play, read, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof")
    parser.add_argument("--nights", type=int, default=len(KINDS), help="how many nights")
    parser.add_argument("--seed", type=int, default=0, help="the first night's number")
    parser.add_argument("--kind", default="", help="one kind of night alone")
    parser.add_argument("--thin", type=int, default=1, help="one bulletin in so many of a place")
    parser.add_argument("--moments", type=int, default=3, help="how often posts are written")
    parser.add_argument("--faults", type=int, default=10, help="how many are printed")
    asked = parser.parse_args()
    tally = Tally()
    for seed in range(asked.seed, asked.seed + asked.nights):
        kind = asked.kind or KINDS[seed % len(KINDS)]
        with tempfile.TemporaryDirectory(prefix="proof-") as folder:
            play(make(kind, seed, asked.thin), seed, Path(folder), tally, asked.moments)
    for fault in tally.faults[: asked.faults]:
        sys.stdout.write(f"{fault}\n\n")
    sys.stdout.write(tally.table())
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
