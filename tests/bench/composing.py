"""Every kind of post after one more bulletin: composed, its loose numbers found, the gate asked.

`python -m tests.bench.composing` runs it alone, on a rehearsed night and on the whole country; it
does by hand what the page Posts does once the keys rest, without its widgets.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from desk.drafts import model as drafting
from desk.drafts import outgoing
from desk.facts.codes import Refusal
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.post import Ask
from desk.file.session import Session
from desk.posts.compose import COMPOSERS
from desk.rehearsal import prova
from desk.rules.checks import Checks
from tests.bench import nights
from tests.bench.report import Line, write

NIGHT_MS = 50.0
COUNTRY_MS = 1000.0
TEXT = "Kısa bir metin."


def measure(path: Path, budget: float, turns: int = 7) -> list[Line]:
    """A line for each kind: composing and judging in milliseconds, the gate's part in the note."""
    with Session.open_file(path, mirror=True) as session:
        checks = Checks(session)
        contest = session.election.contests[0].id
        checks.night(contest)
        return list(_kinds(session, checks, contest, budget, turns))


def _kinds(
    session: Session, checks: Checks, contest: str, budget: float, turns: int
) -> Iterator[Line]:
    place = session.election.places[0].name
    last = session.bulletins(contest, place)[-1]
    moment = last.as_of
    for kind in COMPOSERS:
        ask = Ask(contest, text=TEXT, who="Ekrem İmamoğlu", title="Başlık")
        wholes, gates, cited = [], [], 0
        for _ in range(turns):
            moment += timedelta(minutes=1)
            new = NewBulletin(last.source, moment, last.figures)
            checks.take(session.record(FileBulletins((new,))))
            start = perf_counter()
            try:
                draft = drafting.begin(session, kind, ask)
            except Refusal:
                break
            composed = perf_counter()
            drafting.loose(draft, session.election)
            outgoing.obstacles(session, draft, checks)
            end = perf_counter()
            wholes.append(1000 * (end - start))
            gates.append(1000 * (end - composed))
            cited = len(draft.post.cited)
        if wholes:
            note = f"best {min(wholes):.0f}; the gate's {median(gates):.0f}; {cited} figures cited"
            yield Line(kind.value, median(wholes), "ms", budget, note)


def of_night(folder: Path) -> list[Line]:
    """On a rehearsed night, the budget's own."""
    path = folder / "rehearsed.secim"
    prova.make(path, 7).close()
    return measure(path, NIGHT_MS)


def of_country(folder: Path) -> list[Line]:
    """On a night of 973 districts."""
    return measure(nights.make_country(folder / "country.secim"), COUNTRY_MS, turns=2)


def main() -> None:
    """Both nights."""
    with tempfile.TemporaryDirectory(prefix="secim-masasi-bench-") as name:
        write("Posts after one more bulletin, a rehearsed night", of_night(Path(name)))
        write("Posts after one more bulletin, 973 places", of_country(Path(name)))


if __name__ == "__main__":
    main()
