"""Commands killed half way: all of it was done or none, and the next of its kind does it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from desk.file.session import Session
from tests.desk.file.test_schema import SAMPLES
from tests.faults.command_run import ENDED
from tests.faults.harness import DONE, STOPPED, command, night, night_in
from tests.faults.killed import litter, moment
from tests.faults.nursery import nursery

NIGHT, OLDER, FRESH, COPIES, OUT = "night.secim", "older.secim", "new.secim", "copies", "out"

TEXT = "AA 21.15 Beyoğlu İBB: CHP yüzde 58,63 AK Parti yüzde 35,94"

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "new": ("new", FRESH, "--election", "istanbul-2024"),
    "rehearse": ("rehearse", FRESH, "--seed", "7", "--until", "18.30"),
    "backup": ("backup", NIGHT, COPIES),
    "restore": ("restore", NIGHT, "1"),
    "migration": ("set", OLDER, "win-from", "91"),
    "set": ("set", NIGHT, "win-from", "91"),
    "record": ("record", NIGHT, "figures.csv"),
    "read": ("read", "--file", NIGHT, "--save", TEXT),
    "correct": ("correct", NIGHT, "corrected.csv", "--reason", "digits"),
    "withdraw": (
        *("withdraw", NIGHT, "--agency", "AA", "--place", "Beyoğlu", "--at", "19.25"),
        *("--reason", "recalled"),
    ),
    "candidates": ("candidates", NIGHT, "people.csv"),
    "accept": (
        *("accept", NIGHT, "F201", "--agency", "ANKA", "--place", "Üsküdar"),
        *("--reason", "asked them"),
    ),
    "publish": ("post", NIGHT, "note", "--title", "Sayım", "--text", "own.txt", "--publish"),
    "retract": ("retract", NIGHT, "1", "--reason", "twice"),
    "liveblog": ("liveblog", NIGHT, "-o", OUT),
    "export": ("export", NIGHT, "-o", "night.xlsx"),
}
"""By what they do; names of files are those of the folder."""

GIVEN = {
    "figures.csv": "as_of,agency,contest,place,item,contender,value\n"
    + "".join(f"2024-03-31T21:{m},AA,ibb,Beyoğlu,share,CHP,58.{m}\n" for m in range(10, 50)),
    "corrected.csv": "as_of,agency,contest,place,item,contender,value\n"
    "2024-03-31T19:25,AA,ibb,Beyoğlu,share,CHP,55.06\n",
    "people.csv": "contest,place,party,candidate\nilce-baskanligi,Şile,CHP,Ayşe Yılmaz\n",
    "own.txt": "Sayım sürüyor.\n",
}
WHOLE = {"new": FRESH, "rehearse": FRESH, "migration": OLDER}
"""The night that is looked at afterwards, where it is another."""


def commands(chance: Random, folder: Path) -> str | None:
    """A command killed half way: the next of its kind does what it is asked."""
    name = chance.choice([*COMMANDS])
    given = laid_out(folder, name, chance.choice(sorted(SAMPLES)))
    before, after = links(folder, name), _done(name, older_in(folder))
    life = nursery().live("command_run", folder, *given, moment=moment(chance, 0.5, 3))
    if "Traceback" in life.err:
        return f"{name}: {life.err[-800:]}"
    # What is read takes back what was cut short, as whoever reads next does.
    checked = command("verify", path) if (path := night_of(folder, name)).exists() else None
    if checked is not None and checked.status != DONE:
        return f"{name}: {checked.out}{checked.err}"
    found = links(folder, name)
    between = (after - 1,) if name == "migration" else ()
    if found not in ((after,) if f"{ENDED} 0" in life.said else (before, *between, after)):
        return f"{name}: {before} links before, {after} when done, found {found}"
    return _again(folder, name, given, before, after) or _left(folder, name)


def _again(folder: Path, name: str, given: list[str], before: int, after: int) -> str | None:
    """The same once more: where nothing was done it is done now."""
    found = links(folder, name)
    told = command(*given)
    if told.trouble:
        return f"{name}: {told.trouble}"
    if found != after and (told.status, links(folder, name)) != (DONE, after):
        return f"{name}, again: status {told.status}, {told.err[:300]}"
    with Session.open_file(night_of(folder, name)) as session:
        broken = session.broken
    return broken and f"{name}, again: {broken.code} {dict(broken.values)}"


def _left(folder: Path, name: str) -> str | None:
    left = [*litter(folder), *litter(folder / COPIES)]
    with suppress(FileNotFoundError):
        left += litter(folder / OUT)
    if left:
        return f"{name} left behind: {left}"
    for copy in (folder / COPIES).iterdir():
        if (checked := command("verify", copy)).status != DONE:
            return f"{name}: a copy that is not whole: {checked.out}{checked.err}"
    return None


def laid_out(folder: Path, name: str, older: int) -> list[str]:
    """Everything a command is given, in a folder; returns its words."""
    night_in(folder).write_bytes(_on_air())
    (folder / OLDER).write_bytes(SAMPLES[older].read_bytes())
    (folder / "older.version").write_text(str(older), encoding="utf-8")
    (folder / COPIES).mkdir()
    for given, text in GIVEN.items():
        (folder / given).write_text(text, encoding="utf-8")
    if name == "restore":
        (folder / "stick.secim").write_bytes(night())
    names = {NIGHT, OLDER, FRESH, COPIES, OUT, "night.xlsx", *GIVEN}
    return [str(folder / word) if word in names else word for word in COMMANDS[name]]


def older_in(folder: Path) -> int:
    """The schema of the older night in a folder."""
    return int((folder / "older.version").read_text(encoding="utf-8"))


def night_of(folder: Path, name: str) -> Path:
    """The night a command works on."""
    return folder / WHOLE.get(name, NIGHT)


def links(folder: Path, name: str) -> int:
    """How long the chain of a command's night is; none yet, or no night: 0."""
    path = night_of(folder, name)
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as db:
        try:
            return int(db.execute("SELECT count(*) FROM link").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


@cache
def _on_air() -> bytes:
    """The night of everything, with the ban lifted so that posts may go out."""
    with TemporaryDirectory() as folder:
        path = night_in(Path(folder))
        told = command("set", path, "ban-lifted", "2024-03-31T18:45")
        if told.status != DONE:
            raise RuntimeError(told.err)
        return path.read_bytes()


@cache
def _done(name: str, older: int) -> int:
    """How long the chain is once a command was left in peace."""
    with TemporaryDirectory() as folder:
        given = laid_out(Path(folder), name, older)
        told = command(*given)
        if told.status not in (DONE, STOPPED):
            raise RuntimeError(f"{name}: {told.status} {told.err}")
        return links(Path(folder), name)
