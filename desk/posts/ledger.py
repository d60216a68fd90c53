"""The ledger: what went out, every figure each post cited, and which posts are wrong now.

Reads and marks through the session, the one door; how rows are kept belongs to `post_rows`, what
stands in a post's way to `gate`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from desk.facts.bulletin import TOPICS, Slot, Source, Topic, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, Publish
from desk.facts.post import Cited, Post, WrongFigure
from desk.file import post_rows
from desk.file.post_rows import Fallen, LedgerEntry
from desk.file.session import Database, Session
from desk.posts.corrections import mark
from desk.posts.writer import Writer


class WrongPost(NamedTuple):
    """A post that went out and is wrong now, with the filed figures that make it so."""

    entry: LedgerEntry
    fallen: tuple[Fallen, ...]

    @property
    def figures(self) -> tuple[WrongFigure, ...]:
        """What is wrong in it, in the order it is cited."""
        return tuple(WrongFigure(self.entry.number, *one) for one in self.fallen)


@dataclass(frozen=True, slots=True)
class CorrectionMark:
    """A correction's line on the post it corrects; ``correction`` is the correcting post's name."""

    correction: str
    time: datetime
    text: str


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


def publish(session: Session, post: Post, overruled: str = "", origin: object = None) -> Change:
    """Put a post into the ledger; the gate has been asked. The change's ``posts`` has its number.

    ``overruled`` is the reason, if the gate stood against it. E164 if a cited figure is none of
    the file's.
    """
    return session.record(Publish(post, overruled), origin)


def free_name(session: Session, post: Post) -> str:
    """The name a post will have in the ledger if it is the next that is published."""
    return session.look_up(lambda db: post_rows.free_name(db, post.id))


def entries(session: Session, numbers: Iterable[int] | None = None) -> tuple[LedgerEntry, ...]:
    """Lines of the ledger, the newest first; all of them or those with these numbers."""
    return session.look_up(lambda db: post_rows.read_entries(db, numbers))


def places(session: Session, number: int) -> tuple[str, ...]:
    """The places whose figures a published post cites, in its order."""
    return session.look_up(lambda db: post_rows.places(db, number))


def said_of(session: Session, slot: Slot) -> dict[int, Value]:
    """What each post that cites a figure's slot said it was, by the post's number."""
    return session.look_up(lambda db: post_rows.said_of(db, slot))


def touched(session: Session, change: Change) -> set[int]:
    """The posts whose lines a change may have made others: its own, and those they correct."""
    found = set(change.posts)
    for one in posts(session, change.posts):
        found |= {figure.post for figure in one.corrects}
    return found


def found(session: Session, text: str) -> list[int]:
    """Numbers of the posts that have every word, the newest first.

    Words are matched as names are: uskudar finds Üsküdar.
    """
    return session.look_up(lambda db: post_rows.search(db, text))


def post(session: Session, number: int) -> Post:
    """A published post as it went out. E163 if there is none of this number."""
    found = session.look_up(lambda db: post_rows.read_post(db, number))
    if found is None:
        raise Refusal(Code.E163, post=number)
    return found


def posts(session: Session, numbers: Iterable[int]) -> list[Post]:
    """Published posts, in the order of their numbers as given."""
    wanted = tuple(numbers)
    return session.look_up(lambda db: post_rows.read_posts(db, wanted))


def last_time(session: Session, contest: str) -> datetime | None:
    """When the newest standing post about a contest that cites figures went out; local."""
    return session.look_up(lambda db: post_rows.last_time(db, contest))


def wrong_posts(session: Session) -> tuple[WrongPost, ...]:
    """The posts that are wrong now: a figure they cite was corrected to another, or withdrawn.

    Newest first; what a published correction has put right is no longer wrong, and neither is a
    post that was retracted.
    """

    def read(db: Database) -> tuple[WrongPost, ...]:
        by_post = post_rows.no_longer(db)
        if not by_post:
            return ()
        heads = post_rows.read_entries(db, by_post)
        return tuple(WrongPost(entry, tuple(by_post[entry.number])) for entry in heads)

    return session.look_up(read)


def marks_of(session: Session, number: int) -> tuple[CorrectionMark, ...]:
    """The correction lines a published post carries, the oldest first."""
    found = session.look_up(lambda db: post_rows.corrections_of(db, number))
    marks = []
    for by in dict.fromkeys(by for by, _ in found):
        name, contest, time = session.look_up(partial(post_rows.read_head, number=by))
        writer = Writer(session, contest)
        figures = [figure for one, figure in found if one == by]
        marks.append(CorrectionMark(name, time, mark(writer, writer.style.clock(time), figures)))
    return tuple(marks)


def to_correct(
    session: Session, wrong: Sequence[WrongPost] | None = None
) -> list[tuple[Post, tuple[WrongFigure, ...]]]:
    """Wrong posts with their figures, the oldest first, as a correction is drafted from them."""
    chosen = wrong_posts(session) if wrong is None else wrong
    return [(post(session, one.entry.number), one.figures) for one in reversed(chosen)]


def figures_of(
    session: Session, number: int, post: Post, wrong: Sequence[WrongFigure] = ()
) -> tuple[Became, ...]:
    """Every figure of a published post in its order; ``wrong`` are those that make it wrong now."""
    fell = {(one.bulletin, one.slot): one.new for one in wrong}
    corrections = session.look_up(lambda db: post_rows.corrections_of(db, number))
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
