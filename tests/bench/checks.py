"""How long the rules take: a draft at the night's end, a whole country's file, one more bulletin.

`python -m tests.bench.checks` runs it alone; nothing is judged but printed beside its budget.
"""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from desk.facts.bulletin import Draft, Item, Row, Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.rows import last_number
from desk.file.session import Session
from desk.rules.checks import Checks
from desk.rules.entries import read_entries
from tests.bench import nights
from tests.bench.report import Line, spread, write

DRAFT_MS = 3.0
COUNTRY_SECONDS = 5.0
DRAFTS = 200


def of_night(night: Path) -> list[Line]:
    """Istanbul at the night's end: drafts as they are typed, honest and with a slip."""
    with Session.open_file(night, mirror=True) as session:
        checks = Checks(session)
        contest = session.election.contests[0].id
        start = perf_counter()
        checks.night(contest)
        lines = [Line("the whole file judged", 1000 * (perf_counter() - start), "ms")]
        honest, wrong = [], []
        for turn in range(DRAFTS):
            place = session.election.places[turn % len(session.election.places)].name
            last = session.bulletins(contest, place, "AA")[-1]
            draft = Draft(last.source, last.as_of + timedelta(minutes=4), last.figures)
            honest.append(_timed(checks, draft))
            share = Row(Item.SHARE, "chp")
            slip = {**last.figures, share: last.figures[Row(Item.SHARE, "ak_parti")]}
            wrong.append(_timed(checks, Draft(last.source, draft.as_of, slip)))
        lines += spread("a draft checked", honest, DRAFT_MS)
        lines += spread("a draft with a slip, suggestion found", wrong, DRAFT_MS)
        source = Source("AA", contest, session.election.places[0].name)
        last = session.bulletins(contest, source.place, "AA")[-1]
        moment = last.as_of + timedelta(minutes=5)
        change = session.record(FileBulletins((NewBulletin(source, moment, last.figures),)))
        start = perf_counter()
        checks.take(change)
        lines.append(Line("after one more bulletin", 1000 * (perf_counter() - start), "ms"))
    return lines


def of_country(path: Path) -> list[Line]:
    """A file of 973 districts, two agencies, sixty bulletins each: read and judged whole."""
    with Session.open_file(path, read_only=True) as session:
        checks = Checks(session)
        contest = session.election.contests[0].id
        start = perf_counter()
        newest = session.look_up(last_number)
        entries = session.look_up(lambda db: [*read_entries(db, contest, 1, newest)])
        read, count = perf_counter() - start, len(entries)
        del entries
        start = perf_counter()
        found = checks.all([contest])
        whole = perf_counter() - start
        lines = [
            Line("bulletins", count, ""),
            Line("findings", len(found), ""),
            Line("read from the file", read, "s"),
            Line("read and judged whole", whole, "s", COUNTRY_SECONDS),
        ]
    with Session.open_file(path) as session:
        checks = Checks(session)
        checks.night(contest)
        place = session.election.places[500].name
        last = session.bulletins(contest, place, "AA")[-1]
        moment = last.as_of + timedelta(minutes=5)
        change = session.record(FileBulletins((NewBulletin(last.source, moment, last.figures),)))
        start = perf_counter()
        checks.take(change)
        checks.of_place(contest, place)
        lines.append(Line("after one more bulletin", 1000 * (perf_counter() - start), "ms"))
    return lines


def _timed(checks: Checks, draft: Draft) -> float:
    start = perf_counter()
    checks.of_draft(draft)
    return perf_counter() - start


def main() -> None:
    """Both nights."""
    with tempfile.TemporaryDirectory(prefix="secim-masasi-bench-") as name:
        folder = Path(name)
        write("Checks at the night's end, 40 places", of_night(nights.make(folder / "night.secim")))
        write("Checks of a whole country", of_country(nights.make_country(folder / "all.secim")))


if __name__ == "__main__":
    main()
