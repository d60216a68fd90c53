"""Desks killed at work: nothing acknowledged is lost or doubled, nothing stands in the way."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random

from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Refusal
from desk.file import schema
from desk.file.session import Session
from tests.desk.file.test_schema import SAMPLES
from tests.faults.harness import DONE, command, night, night_in
from tests.faults.nursery import BORN, WRITE, Moment, nursery

CAN_FORK = sys.platform == "linux"
"""Whether a process that has everything imported, Qt too, can be forked here."""

LONGEST_COMMIT = 0.012
"""Seconds a write of one figure may take here: killed within them, it is killed in its midst."""


def moment(chance: Random, longest: float, writes: int) -> Moment:
    """In the midst of a write, or anywhere."""
    if chance.random() < 0.6:
        return Moment(WRITE, chance.randint(1, writes), chance.uniform(0, LONGEST_COMMIT))
    return Moment(BORN, 1, chance.uniform(0, longest))


def litter(folder: Path) -> list[str]:
    """What nobody has asked for, and the next desk has not cleared away."""
    ends = (".part", "-journal", "-wal", "-shm")
    return [one.name for one in folder.iterdir() if one.name[0] == "." or one.name.endswith(ends)]


# Figures, without a window


def typing(chance: Random, folder: Path) -> str | None:
    """A typist killed over a figure or a filing: all of it that was told is there, and whole."""
    night = night_in(folder)
    with Session.open_file(night, read_only=True) as session:
        filed_before = _filed(session)
    life = nursery().live("typist", folder, night, moment=moment(chance, 0.4, 40))
    told = [json.loads(line) for line in life.said if line != WRITE]
    checked = command("verify", night)
    if checked.status != DONE or life.err:
        return f"verify: {checked.out or checked.err} {life.err}"
    with Session.open_file(night) as session:
        filed = sum(1 for word in told if word[2] == "filed")
        found = _filed(session) - filed_before
        if not filed <= found <= filed + 1:
            return f"filed {filed}, found {found}"
        if told and told[-1][2] != "filed":
            agency, place, contender, value = told[-1]
            draft = session.draft(Source(agency, "ibb", place))
            bulletins = session.bulletins("ibb", place, agency)
            shown = [*(one.figures for one in bulletins), *([draft.figures] if draft else [])]
            row = Row(Item.SHARE, contender)
            if not any(str(figures.get(row)) == value for figures in shown):
                return f"lost: {told[-1]}"
    left = litter(folder)
    return f"left behind: {left}" if left else None


def _filed(session: Session) -> int:
    return sum(len(session.bulletins("ibb", place.name)) for place in session.election.places)


# The window


def windows(chance: Random, folder: Path) -> str | None:
    """A window killed under random keys: what it acknowledged is there once, and whole."""
    from tests.faults.window_typist import BEGUN, DONE, OPEN, state

    path = folder / "night.secim"
    data = _older(chance) if chance.random() < 0.15 else night()
    path.write_bytes(data)
    with Session.open_file(path, read_only=True) as session:
        known = state(session)
    life = nursery().live(
        "window_typist", folder, path, chance.randrange(10**6), moment=moment(chance, 1.5, 30)
    )
    if life.err and "Traceback" in life.err:
        return life.err[-1500:]
    between = False
    for line in life.said:
        word, _, told = line.partition(" ")
        if word in (DONE, OPEN):
            known = told
        between = word == BEGUN or (between and word == WRITE)
    try:
        with Session.open_file(path) as session:
            if session.proof is None or session.proof.broken:
                return f"not whole: {session.proof}"
            found = state(session)
            links = session.look_up(_digests)
    except Refusal as refusal:
        return f"does not open: {refusal.code} {dict(refusal.values)}"
    length, digest, _ = known.split()
    if links[int(length) - 1] != digest:
        return f"lost: {known}, found {found}; {life.said[-5:]}"
    if not between and found != known:
        return f"another than was told: {known}, found {found}; {life.said[-5:]}"
    left = litter(folder)
    return f"left behind: {left}" if left else None


def _digests(db: object) -> list[str]:
    rows = db.conn.execute("SELECT digest FROM link ORDER BY id")  # type: ignore[attr-defined]
    return [digest.hex() for (digest,) in rows]


def _older(chance: Random) -> bytes:
    """A night of an older schema, brought up to date as the window opens it."""
    older = [number for number in SAMPLES if OLDEST_NAMED <= number < len(schema.STEPS)]
    return SAMPLES[chance.choice(older)].read_bytes()


OLDEST_NAMED = 5
"""The schema since which a night has a name of its own: it has the same chain in every hand."""
