"""Feeds the reader texts without end; run by hand: `python -m tests.desk.reading.fuzz SECONDS`.

It looks for an exception or a dishonest source, the same laws as the property tests.
"""

from __future__ import annotations

import sys
import time

from hypothesis import HealthCheck, given, seed, settings

from desk.reading.reader import read
from tests.desk.reading.test_properties import FILE, any_text, check_sources


def fuzz(seconds: float) -> int:
    """Read texts for this long; the number read. A failing text raises, made as short as it can."""
    count = 0
    end = time.monotonic() + seconds
    round_number = 0
    while time.monotonic() < end:
        round_number += 1

        @seed(int(time.time_ns()) + round_number)
        @settings(
            max_examples=200,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(any_text)
        def one(text: str) -> None:
            nonlocal count
            count += 1
            for context in (None, FILE):
                check_sources(text, read(text, context))

        one()
    return count


if __name__ == "__main__":
    length = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    sys.stdout.write(f"{fuzz(length)} texts read\n")
