"""The numbers of published posts that another style would write otherwise."""

from __future__ import annotations

import re

import pytest

from desk.facts.edits import Publish
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.compose import compose
from desk.tonight.written import Otherwise, otherwise
from desk.turkish.style import style_of
from tests.desk.conftest import CONTEST

PLACES = ("Üsküdar", "Beyoğlu")


@pytest.fixture
def published(evening: Session) -> Session:
    for place in PLACES:
        evening.record(Publish(compose(evening, PostKind.COMPARISON, Ask(CONTEST, (place,))), ""))
    return evening


def _counted(session: Session, **changed: str) -> Otherwise:
    numbers = [entry.number for entry in ledger.entries(session)]
    posts = ledger.posts(session, numbers)
    settings = {name.replace("_", "-"): value for name, value in changed.items()}
    return otherwise(posts, style_of(session.settings), style_of(settings))


def test_decimals_change_what_was_published_with_one(published: Session) -> None:
    short = [
        len(re.findall(r"(?:yüzde [0-9]+|[0-9],[0-9])(?![0-9,])", text))
        for text in _texts(published)
    ]
    assert sum(short) > 0
    told = _counted(published, decimals="two")
    assert told == Otherwise(2, sum(count > 0 for count in short), sum(short))


def test_another_mark_changes_every_share_and_no_count(published: Session) -> None:
    marked = sum(text.count(",") for text in _texts(published)) - _words(published)
    assert _counted(published, decimal_mark="dot").numbers == marked


def test_a_sign_changes_the_shares_of_running_text(published: Session) -> None:
    said = sum(text.count("yüzde ") for text in _texts(published))
    assert _counted(published, share_mark="sign").numbers == said


def test_times_change_with_their_mark(published: Session) -> None:
    assert _counted(published, time_mark="colon").numbers == sum(
        text.count("(19.") for text in _texts(published)
    )


def test_what_is_no_number_changes_none(published: Session) -> None:
    assert _counted(published, place_headings="plain", apostrophe="curly").numbers == 0


def _texts(session: Session) -> list[str]:
    return [
        f"{post.headline}\n{post.body}"
        for post in ledger.posts(session, [entry.number for entry in ledger.entries(session)])
    ]


def _words(session: Session) -> int:
    """Commas that stand between words and not in a number."""
    return sum(
        1
        for text in _texts(session)
        for at, sign in enumerate(text)
        if sign == "," and not text[at + 1 : at + 2].isdigit()
    )
