"""A little of every kind of fault in each run of the tests; `make faults` tries for an hour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.harness import tried
from tests.faults.kinds import KINDS

OF_EACH = {
    "desks killed over figures": 3,
    "windows killed": 3,
    "commands killed": 6,
    "hostile nights in a window": 6,
}
"""How many are tried where it is fewer than `A_FEW`: a process takes its time."""

A_FEW = 14

# Sheets and pictures of posts are painted by Qt: here by the application of the window's tests.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_of_each(kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Where reports of faults of the program would go.
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    tally = tried(kind, KINDS[kind], range(OF_EACH.get(kind, A_FEW)), float("inf"))
    assert tally.failed == {}
    assert tally.tried == OF_EACH.get(kind, A_FEW)
