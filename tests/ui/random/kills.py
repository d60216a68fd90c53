"""By hand: `python -m tests.ui.random.kills KILLS SEED` kills a desk under random keys.

Nothing the desk has acknowledged may be lost, and nothing may lie about beside the night.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from random import Random
from unittest.mock import patch

from PySide6.QtCore import QSettings

import tests.conftest as surroundings
from desk.facts.edits import Change, Edit
from desk.file.session import Session
from desk.posts import ledger
from desk.rehearsal import demo
from tests.ui.hands import night_clock
from tests.ui.random.hands import RandomHands, Trouble
from tests.ui.random.laws import digest, left_beside, say, told
from ui.night.preferences import Preferences
from ui.window import app


def play(path: Path, seed: int) -> None:
    """Press until killed; each change is printed once it is acknowledged."""
    preferences = Preferences(QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat))
    _, window = app.make(preferences)
    window.show()
    hands = RandomHands(window, seed, Path(tempfile.mkdtemp()))
    hands.nights, hands.leaving = [path], False
    hands.answer_files()
    hands.open(path)
    view = window.night
    assert view is not None
    session = view.bridge.session

    def acknowledge(_: Change) -> None:
        drafts = len(session.drafts())
        posts, last = len(ledger.entries(session)), digest(told(session))
        say(f"{last} {drafts} {posts}")

    record = session.record

    def begin(edit: Edit, origin: object = None) -> Change:
        say("begun")
        return record(edit, origin)

    patch.object(session, "record", begin).start()
    view.bridge.changed.connect(acknowledge)
    say("ready")
    while True:
        try:
            hands.act()
        except Trouble as trouble:
            say(str(trouble))
            hands.broken.clear()
        if window.night is not view:
            os._exit(0)


def kill(path: Path, seed: int, chance: Random) -> list[str]:
    """Start a desk, kill it at a random moment, open the night again; what was wrong with it."""
    desk = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.random.kills", "--play", str(path), str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert desk.stdout is not None
    desk.stdout.readline()
    # Killed in the midst of its work: it plays for longer than this.
    with suppress(subprocess.TimeoutExpired):
        desk.wait(timeout=chance.uniform(0.3, 5.0))
    desk.kill()
    said = [line.split() for line in desk.stdout.read().splitlines()]
    desk.wait()
    beside = set(left_beside(path))
    with Session.open_file(path, clock=night_clock) as session:
        found = digest(told(session))
        posts = len(ledger.entries(session))
    broken = [f"left beside: {name}" for name in left_beside(path)]
    whole = [line for line in said if len(line) == 3]
    # A change that had begun may be durable though its word was cut off.
    between = bool(said) and said[-1] == ["begun"]
    if whole and found != whole[-1][0] and not between:
        broken.append(f"{found} and {posts} posts, acknowledged were {whole[-1]}")
    say(f"kill {seed}: {len(whole)} changes, found beside {sorted(beside)}, {broken or 'held'}")
    return broken


def main(kills: int, seed: int) -> int:
    """So many kills of one night after the other; how many broke something."""
    path = Path(tempfile.mkdtemp(dir=surroundings.SESSION)) / "demo.secim"
    demo.make(path).close()
    chance = Random(seed)
    return sum(bool(kill(path, seed + number, chance)) for number in range(kills))


if __name__ == "__main__":
    if sys.argv[1] == "--play":
        play(Path(sys.argv[2]), int(sys.argv[3]))
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
