"""What one keyed figure's commit costs by journal and sync: `python -m tests.bench.journal_modes`.

Measured on a file like a night's, in the folder named as the only argument or the current one:
what counts is the disk the newsroom's file will lie on.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

JOURNALS = ("DELETE", "TRUNCATE", "WAL")
SYNCS = ("FULL", "EXTRA")
ROUNDS = 8
COMMITS = 40


def open_night(path: Path, journal: str, sync: str) -> sqlite3.Connection:
    """A file with one draft of twelve cells."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute(f"PRAGMA synchronous = {sync}")
    connection.execute("CREATE TABLE cell (row INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT")
    connection.executemany("INSERT INTO cell VALUES (?, '')", [(row,) for row in range(12)])
    return connection


def commit_times(connection: sqlite3.Connection) -> list[float]:
    """Seconds of each of some commits, one cell a transaction."""
    times = []
    for number in range(COMMITS):
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE cell SET value = ? WHERE row = ?", (str(number), number % 12))
        connection.execute("COMMIT")
        times.append(time.perf_counter() - start)
    return times


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else "."
    modes = [(journal, sync) for journal in JOURNALS for sync in SYNCS]
    times: dict[tuple[str, str], list[float]] = {mode: [] for mode in modes}
    with TemporaryDirectory(dir=folder) as place:
        # Turn and turn about, so that a busy minute of the machine falls on all alike.
        for turn in range(ROUNDS):
            for mode in modes:
                path = Path(place) / f"{turn}-{mode[0]}-{mode[1]}.db"
                with closing(open_night(path, *mode)) as connection:
                    times[mode] += commit_times(connection)
    lines = [f"{'journal':10}{'synchronous':14}{'median ms':>10}{'p99 ms':>10}"]
    for (journal, sync), measured in times.items():
        median = statistics.median(measured) * 1000
        worst = statistics.quantiles(measured, n=100)[98] * 1000
        lines.append(f"{journal:10}{sync:14}{median:10.2f}{worst:10.2f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
