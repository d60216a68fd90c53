"""A ledger of ten thousand posts: opened, searched, asked, corrected and written out as a page."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from desk.facts.bulletin import Bulletin, Slot
from desk.facts.edits import Withdraw
from desk.facts.post import Ask, Block, Cited, Post, PostKind, Printed, PrintedKind
from desk.file import disk, post_rows
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.liveblog.addresses import PAGE_NAME
from desk.posts import ledger
from desk.posts.compose import compose
from tests.bench import nights
from tests.bench.report import Line, middle

POSTS = 10_000
BUDGET_MS = 100
TURNS = 7
_SAID = "saat başında iki ajansın da verdiği son rakamlara göre oran yüzde"
_STAMP = "2024-03-31T18:00:00Z"


def make(path: Path) -> Path:
    """The night of 40 places with ten thousand posts; every second one cites the same bulletin."""
    nights.make(path)
    with Session.open_file(path, read_only=True) as session:
        contest = session.election.contests[0].id
        told = [
            bulletin
            for place in session.election.places
            for bulletin in session.bulletins(contest, place.name)
        ]
    common = told[0]
    posts = [
        _post(
            number,
            (common, told[number % len(told)]) if number % 2 else (told[-number % len(told)],),
        )
        for number in range(1, POSTS + 1)
    ]
    with closing(disk.connect(path)) as connection:
        disk.in_transaction(
            disk.wrap(connection),
            lambda db: [post_rows.write_post(db, post, _STAMP, "bench", "") for post in posts],
        )
    return path


def measure(folder: Path) -> list[Line]:
    """Every question to the ledger, and the page of it."""
    path = folder / "ledger.secim"
    start = perf_counter()
    make(path)
    lines = [
        Line("written for this measurement", perf_counter() - start, "s"),
        Line("file", path.stat().st_size / 2**20, "MiB"),
    ]
    with Session.open_file(path, mirror=True) as session:
        cited = ledger.posts(session, (1,))[0].cited
        lines += [
            _asked("every entry", lambda: ledger.entries(session)),
            _asked("search: one word of every post", lambda: ledger.found(session, "gonderi")),
            _asked("search: three words of one", lambda: ledger.found(session, "gonderi no 77.")),
            _asked("search: a word of none", lambda: ledger.found(session, "yok boyle")),
            _asked("where a figure of 5,000 stands", lambda: _citing(session, cited[0].slot)),
            _asked("wrong posts: none", lambda: ledger.wrong_posts(session)),
        ]
        lines += _page("page without pictures", session, folder / "page")
        session.record(Withdraw((cited[0].bulletin,), "recalled"))
        wrong = ledger.wrong_posts(session)
        lines.append(_asked(f"wrong posts: {len(wrong):,}", lambda: ledger.wrong_posts(session)))
        start = perf_counter()
        ask = Ask(session.election.contests[0].id)
        ledger.publish(session, compose(session, PostKind.CORRECTION, ask, wrong))
        lines.append(Line("their correction drafted and published", perf_counter() - start, "s"))
        lines.append(_asked("wrong posts, all put right", lambda: ledger.wrong_posts(session)))
        lines.append(_asked("every entry, marks and all", lambda: ledger.entries(session)))
        lines += _page("page of them, without pictures", session, folder / "page")
    return lines


def _asked(name: str, question: Callable[[], object]) -> Line:
    taken = []
    for _ in range(TURNS):
        start = perf_counter()
        question()
        taken.append(perf_counter() - start)
    return replace(middle(name, taken), budget=BUDGET_MS)


def _citing(session: Session, slot: Slot) -> object:
    found = ledger.said_of(session, slot)
    assert found
    return found


def _page(name: str, session: Session, folder: Path) -> list[Line]:
    start = perf_counter()
    told = sum(1 for _ in liveblog.write_in_steps(session, folder, pictures=False))
    taken = perf_counter() - start
    size = (folder / PAGE_NAME).stat().st_size / 2**20
    shutil.rmtree(folder)
    return [
        Line(name, taken, "s", note=f"told of its progress {told:,} times"),
        Line(name, size, "MiB"),
    ]


def _post(number: int, bulletins: tuple[Bulletin, ...]) -> Post:
    cited = tuple(
        Cited(Slot(bulletin.source, row), value, bulletin.as_of, bulletin.id)
        for bulletin in bulletins
        for row, value in sorted(bulletin.figures.items())
    )
    lines = tuple(f"{one.slot.source.place} için {_SAID} {one.value}." for one in cited)
    return Post(
        id=f"post-{number}",
        kind=PostKind.COMPARISON.value,
        time=bulletins[0].as_of + timedelta(minutes=number % 240),
        headline=f"Gönderi no {number}.",
        lead="Ajansların son verileri:",
        blocks=(Block(bulletins[0].source.place, lines),),
        closing="Resmî olmayan sonuçlar.",
        cited=cited,
        findings=(),
        contest=bulletins[0].source.contest,
        printed=tuple(
            Printed(PrintedKind.FIGURE, one.value, (one,))
            for one in cited
            if not isinstance(one.value, str)
        ),
    )
