"""A command of the desk as a process of its own, to be killed."""

from __future__ import annotations

from tests.faults.nursery import say
from ui.cli.main import main

ENDED = "ended"


def play(*words: str) -> None:
    """Run it, and say how it ended: what is said by then was done."""
    try:
        main(list(words))
    except SystemExit as ending:
        say(f"{ENDED} {ending.code or 0}")
