"""How many published posts the gate would stop under another setting."""

from __future__ import annotations

import pytest

from desk.facts.edits import Publish
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.compose import compose
from desk.tonight.stopped import stopped
from tests.desk.conftest import CONTEST


def test_results_without_an_opened_share_are_stopped_if_wanted(evening: Session) -> None:
    evening.record(Publish(compose(evening, PostKind.COMPARISON, Ask(CONTEST, ("Üsküdar",))), ""))
    posts = ledger.posts(evening, [1])
    assert stopped(evening, posts, "require-opened", {}) == 0
    assert stopped(evening, posts, "require-opened", {"require-opened": "yes"}) == 1
    assert stopped(evening, posts, "ban-lifted", {"ban-lifted": None}) == 1
    with pytest.raises(KeyError):
        stopped(evening, posts, "decimals", {})
