"""The demonstration evening in print: the comparison, then the post, as the subcommands print them.

It is made in a folder of its own, which is gone afterwards.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from desk.facts.post import PostKind
from desk.posts.compose import compose
from desk.rehearsal import demo
from ui.cli.arguments import pair
from ui.cli.comparison.compare import compared, spoken_of
from ui.cli.errors import emit
from ui.cli.posts.post import asked, tell_found, written


def print_demo() -> None:
    """Print it on stdout; what was found in the post goes to stderr."""
    with (
        tempfile.TemporaryDirectory(prefix="secim-masasi-") as folder,
        demo.make(Path(folder) / "demo.secim") as session,
    ):
        two = pair(session, None)
        sides = spoken_of(session, None, two)
        emit(compared(session.election, sides, two, "table", session) + "\n")
        ask = asked(session)
        made = compose(session, PostKind.COMPARISON, ask)
        tell_found(session, PostKind.COMPARISON, ask, made, publish=False)
        emit(written(made, "text"))
