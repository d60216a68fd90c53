"""Desks killed at work: nothing acknowledged is lost, nothing stands in the way of the next."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from threading import Timer

from desk.facts.bulletin import Item, Row, Source
from desk.facts.catalog import resource
from desk.file.session import Session
from tests.desk.file.test_laws_of_the_file import TYPIST
from tests.faults.harness import DONE, command, night_in

ROOT = resource().parent


def killed(words: Sequence[str], after: float) -> str:
    """What a process has said when it is killed so many seconds after it began to speak."""
    process = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    timer = Timer(after, os.kill, (process.pid, signal.SIGKILL))
    timer.start()
    rest = process.stdout.read()
    process.wait()
    timer.cancel()
    process.stdout.close()
    # A line that was cut off was not acknowledged.
    return (first + rest).rpartition("\n")[0]


def typing(chance: Random, folder: Path) -> str | None:
    """A typist killed over a figure or a filing: all of it that was told is there, and whole."""
    night = night_in(folder)
    with Session.open_file(night, read_only=True) as session:
        filed_before = _filed(session)
    said = killed(("-c", TYPIST, str(night), "0"), chance.uniform(0.0, 0.25))
    told = [json.loads(line) for line in said.splitlines()[1:]]
    left = [
        path.name for path in folder.iterdir() if not path.name.startswith((".", "night.secim"))
    ]
    if left:
        return f"left behind: {left}"
    checked = command("verify", night)
    if checked.status != DONE:
        return f"verify: {checked.out or checked.err}"
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
    return None


def _filed(session: Session) -> int:
    return sum(len(session.bulletins("ibb", place.name)) for place in session.election.places)


COMMAND = "import sys; print(flush=True); from ui.cli.main import main; main(sys.argv[1:])"


def commands(chance: Random, folder: Path) -> str | None:
    """A command killed half way: the next of its kind does what it is asked."""
    night = night_in(folder)
    copies = folder / "copies"
    copies.mkdir()
    figures = folder / "figures.csv"
    figures.write_text(
        "as_of,agency,contest,place,item,contender,value\n"
        "2024-03-31T21:15,AA,ibb,Beyoğlu,share,CHP,58.63\n",
        encoding="utf-8",
    )
    old = Path(__file__).resolve().parents[1] / "data" / "schema-7.secim"
    older, fresh = folder / "older.secim", folder / "new.secim"
    older.write_bytes(old.read_bytes())
    words = chance.choice(
        (
            ("new", fresh, "--election", "istanbul-2024"),
            ("rehearse", fresh, "--seed", "7", "--until", "18.30"),
            ("backup", night, copies),
            ("set", older, "win-from", "91"),
            ("record", night, figures),
            ("post", night, "standing", "--publish"),
        )
    )
    given = [str(word) for word in words]
    killed(("-c", COMMAND, *given), chance.uniform(0.0, 1.2))
    if words[0] in ("new", "rehearse") and fresh.exists():
        # It was there in time: it is whole, or it would stand in the way.
        told = command("verify", fresh)
        return None if told.status == DONE else f"{words[0]}: {told.out}{told.err}"
    told = command(*given)
    if told.trouble:
        return f"{words[0]}: {told.trouble}"
    # Figures that the killed one has filed are refused as filed already; so is a post by the gate.
    if told.status != DONE and words[0] not in ("record", "post"):
        return f"{words[0]}: {told.err}"
    checked = command("verify", older if words[0] == "set" else night)
    return None if checked.status == DONE else f"{words[0]}: {checked.out}{checked.err}"
