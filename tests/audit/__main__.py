"""The desk against the second arithmetic: `python -m tests.audit --nights N --seed S`.

`--seconds T` stops after so long whatever is left. It prints a table of the kinds of cell, how many
were compared, how many disagree, and the first example of each; it ends with 1 where any does.
"""

from __future__ import annotations

import argparse
import sys

from tests.audit.compared import Tally, run


def main() -> int:
    """Compare, print, and say whether all agreed."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit")
    parser.add_argument("--nights", type=int, default=25, help="how many nights")
    parser.add_argument("--seed", type=int, default=0, help="the first night's number")
    parser.add_argument("--seconds", type=float, default=None, help="begin no night after this")
    asked = parser.parse_args()
    tally: Tally = run(asked.nights, asked.seed, asked.seconds)
    sys.stdout.write(tally.table())
    return 1 if tally.disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
