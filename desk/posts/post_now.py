"""What has become of the figures a published post cited: which stand, which are wrong now.

That a post is wrong is found by the ledger; here each of its figures is told for whoever looks at
the post.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.facts.bulletin import TOPICS, Slot, Source, Topic, Value
from desk.facts.post import Cited, Post, WrongFigure
from desk.file import post_marks
from desk.file.session import Session


class Fate(StrEnum):
    """What has become of a cited figure."""

    STANDS = "stands"
    FOLLOWED = "followed"
    WRONG = "wrong"
    PUT_RIGHT = "put_right"


@dataclass(frozen=True, slots=True)
class Became:
    """A cited figure, what became of it, and what stands in its slot now (None: nothing)."""

    cited: Cited
    fate: Fate
    now: Value | None


def figures_of(
    session: Session, number: int, post: Post, wrong: Sequence[WrongFigure] = ()
) -> tuple[Became, ...]:
    """Every figure of a published post in its order; ``wrong`` are those that make it wrong now."""
    fell = {(one.bulletin, one.slot): one.new for one in wrong}
    corrections = session.look_up(lambda db: post_marks.corrections_of(db, number))
    put_right = {(one.bulletin, one.slot): one.new for _, one in corrections}
    newest = {source: _newest(session, source) for source in {c.slot.source for c in post.cited}}
    return tuple(
        _became(cited, fell, put_right, newest[cited.slot.source].get(TOPICS[cited.slot.row.item]))
        for cited in post.cited
    )


def _became(
    cited: Cited,
    fell: dict[tuple[int, Slot], Value | None],
    put_right: dict[tuple[int, Slot], Value | None],
    newest: tuple[int, dict[Slot, Value]] | None,
) -> Became:
    key = (cited.bulletin, cited.slot)
    if key in fell:
        return Became(cited, Fate.WRONG, fell[key])
    if key in put_right:
        return Became(cited, Fate.PUT_RIGHT, put_right[key])
    if newest is None or newest[0] == cited.bulletin:
        return Became(cited, Fate.STANDS, cited.value)
    value = newest[1].get(cited.slot)
    return Became(cited, Fate.STANDS if value == cited.value else Fate.FOLLOWED, value)


def _newest(session: Session, source: Source) -> dict[Topic, tuple[int, dict[Slot, Value]]]:
    topics = session.latest(source.contest, source.place).get(source, {})
    return {
        topic: (said.id, {Slot(source, row): value for row, value in said.figures.items()})
        for topic, said in topics.items()
    }
