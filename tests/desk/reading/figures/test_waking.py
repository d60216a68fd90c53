"""A rule that waits for a word knows nothing of a clause without it: what wakes it is complete."""

from __future__ import annotations

import json

import pytest

from desk.reading.binding import binder
from desk.reading.figures import rules
from desk.reading.grammar.roles import FigureRole, View
from desk.reading.reader import read
from tests.desk.reading.score import OPEN, night

EVERY = 12
"""Of the texts one in so many is read: each rule that waits is told of in more than one."""


def test_a_rule_that_sleeps_knows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    known: list[str] = []

    def role_of(view: View, exactly: bool = False) -> FigureRole | None:
        asked = rules.asked(view)
        if view.clause.words or view.topic or view.earlier:
            sleeping = [rule for rule in rules.RULES if rule not in asked]
            known.extend(rule.__name__ for rule in sleeping if rule(view) is not None)
        return rules.role_of(view, exactly)

    monkeypatch.setattr(binder, "role_of", role_of)
    for path in OPEN:
        for line in path.read_text(encoding="utf-8").splitlines()[::EVERY]:
            row = json.loads(line)
            read(row["text"], night() if row.get("mode") == "file" else None)
    assert not known


def test_what_waits_is_a_rule() -> None:
    assert rules.WAKING.keys() <= set(rules.RULES)
