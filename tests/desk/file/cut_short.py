"""A desk killed in the middle of a commit: half of it is in the file, and the journal lies beside.

The process is a real one and so is the kill; what the night was before is what must be read.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from desk.facts.catalog import resource

# A cache of one page spills into the file before the transaction is over: the journal is synced,
# the file is neither the old one nor the new one.
_KILLED = """
import os, signal, sqlite3, sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DROP TRIGGER figure_never_update")
connection.execute("DROP TRIGGER bulletin_never_update")
connection.execute("UPDATE figure SET value = '1.11' WHERE item = 'share'")
connection.execute("UPDATE bulletin SET filed_by = 'nobody' || hex(zeroblob(400))")
connection.execute("UPDATE place SET boxes = 7")
os.kill(os.getpid(), signal.SIGKILL)
"""


def cut_short(path: Path) -> Path:
    """Leave a night as a killed desk does; returns the journal beside it."""
    before = path.read_bytes()
    run = subprocess.run(
        [sys.executable, "-c", _KILLED, str(path)], cwd=resource().parent, check=False
    )
    assert run.returncode == -signal.SIGKILL
    journal = path.with_name(f"{path.name}-journal")
    assert journal.stat().st_size > 512, "the journal is not hot"
    assert path.read_bytes() != before, "nothing has reached the file"
    return journal
