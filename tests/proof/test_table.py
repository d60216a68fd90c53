"""The table of all sentence patterns in docs/posts.md is that of the reader, example by example."""

from __future__ import annotations

from desk.facts import catalog
from tests.proof.elections import MAKERS
from tests.proof.nights import CONTESTS, Night
from tests.proof.played import STYLES, names_of
from tests.proof.shapes import House, read_as
from tests.proof.table import PAGE, PATTERNS, PLACES, ordered, rows, told

MOST_WITHOUT = 20
"""Patterns for which no night of the table had an example."""


def test_every_pattern_of_the_reader_stands_in_the_table() -> None:
    page = told(PAGE.read_text(encoding="utf-8"))
    assert [(row.where, row.pattern) for row in page] == [
        (row.where, row.pattern) for row in rows({})
    ]
    assert {pattern.where for pattern in PATTERNS} >= {*PLACES}
    assert sum(not row.example for row in page) <= MOST_WITHOUT


def test_every_example_is_read_by_its_pattern() -> None:
    nights = [Night("", catalog.load("istanbul-2024"), CONTESTS, ())]
    for maker in MAKERS.values():
        for election, ballots in map(maker, range(4)):
            contests = tuple(one.contest for one in ballots)
            nights.append(Night("", election, contests, (), ballots))
    known = [names_of(night, contest) for night in nights for contest in night.contests]
    houses = [House.of(style) for style in STYLES]
    wrong = [
        (row.pattern, row.example)
        for pattern, row in zip(ordered(), told(PAGE.read_text(encoding="utf-8")), strict=True)
        if row.example
        and not any(read_as(pattern.shape, row.example, n, h) for n in known for h in houses)
    ]
    assert wrong == []
