"""Nights no desk has written, opened in a window: it shows them, or says why not, in time."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.faults import files, sealed
from tests.faults.harness import night_in
from tests.faults.nursery import BORN, Moment, nursery
from tests.faults.window_look import ENDED

HANGING = 30.0
"""Seconds after which a window counts as hanging, on a machine that has other things to do."""


def windows(chance: Random, folder: Path) -> str | None:
    """A spoilt night, a bit of it flipped, or its content sealed anew, page by page."""
    path = night_in(folder)
    kind = chance.choice((files.spoilt, sealed.sealed_anew, _flip))
    done = kind(chance, path)
    if done is None:
        return None
    seed = chance.randrange(10**6)
    life = nursery().live("window_look", folder, path, seed, moment=Moment(BORN, 1, HANGING))
    if "Traceback" in life.err:
        return f"{done}: {life.err[-1200:]}"
    return None if ENDED in life.said else f"{done}: not through within {HANGING:.0f} s"


def _flip(chance: Random, path: Path) -> str:
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return f"byte {at}"
