"""Nights of every kind, made up of real places and real results: elections, and the nights played.

A referendum and a by-election, a local night of three provinces, a parliament by constituency, and
the two that ship to be rehearsed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from desk.facts import catalog
from desk.facts.edits import FileBulletins
from desk.facts.election import Election
from desk.file.session import Session
from desk.rehearsal import prova
from desk.rehearsal.boxes import Box, Drawing
from desk.rehearsal.drawn import stages_of
from desk.rehearsal.script import Script, plan

FOLDER = Path(__file__).resolve().parents[1] / "data" / "nights"

PRESIDENT, COUNCILS = "cumhurbaskanligi-2023-2", "istanbul-meclisleri-2024"
REFERENDUM, LOCAL, BY_ELECTION, PARLIAMENT = "halkoylamasi", "yerel", "ara", "genel"
KINDS = (REFERENDUM, PRESIDENT, PARLIAMENT, COUNCILS, LOCAL, BY_ELECTION)


@cache
def election(kind: str) -> Election:
    """The election of a night of this kind."""
    return catalog.load(prova.nights().get(kind) or FOLDER / f"{kind}.json")


@cache
def script(kind: str, seed: int = 1) -> Script:
    """Its night, drawn from the results."""
    return plan(seed, played=stages_of(election(kind)))


def drawn(work: Drawing) -> tuple[Box, ...]:
    """A night's boxes, all steps of the drawing taken at once."""
    while True:
        try:
            next(work)
        except StopIteration as whole:
            boxes: tuple[Box, ...] = whole.value
            return boxes


def filed(path: Path, kind: str, seed: int = 1) -> Session:
    """A night of this kind, all of it recorded; left open."""
    session = Session.create(path, election(kind))
    session.record(FileBulletins(tuple(one.bulletin for one in script(kind, seed).bulletins)))
    return session
