"""Whole processes against whole processes, turn by turn, so that a noisy moment hits them alike."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median
from time import perf_counter

ROUNDS = 9


def race(commands: Mapping[str, Sequence[str]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Seconds of each command over the rounds; a first round warms the disk and is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            start = perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True)
            if turn:
                times[name].append(perf_counter() - start)
    return times


def ratio(times: Mapping[str, Sequence[float]], one: str, to: str) -> float:
    """How many times as long as the other, by their medians."""
    return median(times[one]) / median(times[to])


def loaded(code: Sequence[str], names: Sequence[str]) -> list[str]:
    """Which of these modules a command has loaded by its end."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *code], check=True, capture_output=True, text=True
    )
    found = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    return [name for name in names if name in found]
