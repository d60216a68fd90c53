"""The ledger: what went out, what each post printed, and which posts are wrong now.

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

from desk.facts.bulletin import TOPICS, Bulletin, Slot, Source, Topic, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, Publish
from desk.facts.post import Post, PostKind, Printed, PrintedKind, WrongPrint
from desk.file import post_rows
from desk.file.post_rows import LedgerEntry
from desk.file.rows import read_numbered
from desk.file.session import Database, Session
from desk.posts.corrections import line, mark, says
from desk.posts.printed_now import Afresh, differing
from desk.posts.reread import reread
from desk.posts.ties import untied
from desk.posts.writer import Writer


class WrongPost(NamedTuple):
    """A post that went out and is wrong now: what it printed that would be printed otherwise."""

    entry: LedgerEntry
    prints: tuple[WrongPrint, ...]


@dataclass(frozen=True, slots=True)
class CorrectionMark:
    """A correction's line on the post it corrects; ``correction`` is the correcting post's name."""

    correction: str
    time: datetime
    text: str


class Fate(StrEnum):
    """What has become of something printed."""

    STANDS = "stands"
    FOLLOWED = "followed"
    WRONG = "wrong"
    PUT_RIGHT = "put_right"


@dataclass(frozen=True, slots=True)
class Became:
    """Something printed, what became of it, and what would be printed now (None: nothing)."""

    printed: Printed
    fate: Fate
    now: Printed | None


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


def figure_counts(session: Session, numbers: Iterable[int] | None = None) -> dict[int, int]:
    """How many figures each post cites, by its number; one that cites none has no entry."""
    return session.look_up(lambda db: post_rows.figure_counts(db, numbers))


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
    found = posts(session, (number,))
    if not found:
        raise Refusal(Code.E163, post=number)
    return found[0]


def numbered(session: Session, name: str) -> int:
    """The number of the post with a name or number as typed. E163 if there is none."""
    number = session.look_up(lambda db: post_rows.number_of(db, name.strip()))
    if number is None:
        raise Refusal(Code.E163, post=name.strip())
    return number


def posts(session: Session, numbers: Iterable[int]) -> list[Post]:
    """Published posts, in the order of their numbers as given."""
    wanted = tuple(numbers)
    return list(_read(session, wanted).values())


def _read(session: Session, numbers: Sequence[int]) -> dict[int, Post]:
    """Posts by number with what they printed; of those an older desk wrote it is read anew."""

    def read(db: Database) -> tuple[dict[int, Post], frozenset[int]]:
        found = {number: one for number in numbers for one in post_rows.read_posts(db, (number,))}
        return found, post_rows.without_printed(db, found)

    found, older = session.look_up(read)
    return {
        number: reread(session, one) if number in older else one for number, one in found.items()
    }


def last_told(session: Session, kind: PostKind, contest: str) -> dict[Source, datetime]:
    """Until when each agency's word on each place has been told in posts of a kind; local."""
    return session.look_up(lambda db: post_rows.last_told(db, kind.value, contest))


def wrong_posts(session: Session) -> tuple[WrongPost, ...]:
    """The posts that are wrong now: something they printed would be printed otherwise.

    Only by what was corrected or withdrawn since. Newest first; what a published correction has
    put right is no longer wrong, and neither is a post that was retracted.
    """
    fallen = session.look_up(post_rows.no_longer)
    if not fallen:
        return ()
    said = _printed_on(session, fallen)
    standing = _Standing(session)
    different = {
        number: found
        for number, touched in said.items()
        if touched and (found := differing(touched, standing.now))
    }
    right = session.look_up(partial(post_rows.put_right, posts=different))
    wrong = {
        number: tuple(
            WrongPrint(number, one, now, now is None and standing.of_all(one))
            for one, now in found
            if one not in right.get(number, ())
        )
        for number, found in different.items()
    }
    heads = entries(session, [number for number, prints in wrong.items() if prints])
    return tuple(WrongPost(entry, wrong[entry.number]) for entry in heads)


def _printed_on(session: Session, fallen: frozenset[int]) -> dict[int, list[Printed]]:
    """By post that stands, what it printed by bulletins that do not stand."""

    def read(db: Database) -> tuple[dict[int, list[Printed]], frozenset[int]]:
        citing = post_rows.citing(db, fallen)
        older = post_rows.without_printed(db, citing)
        return post_rows.printed_by(db, citing, fallen), older

    found, older = session.look_up(read)
    for number, one in _read(session, sorted(older)).items():
        found[number] = [
            printed
            for printed in one.printed
            if any(figure.bulletin in fallen for figure in printed.figures)
        ]
    return found


class _Standing:
    """The bulletins that stand in the place of others, each looked for once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[int, Bulletin | None] = {}
        self._afresh = Afresh(session.bulletin, self.of)
        self._now: dict[Printed, Printed | None] = {}

    def now(self, printed: Printed) -> Printed | None:
        """What would be printed now; worked out once, however many posts printed it."""
        if printed not in self._now:
            self._now[printed] = self._afresh.printed(printed)
        return self._now[printed]

    def of_all(self, printed: Printed) -> bool:
        """Whether something stands for each bulletin it was worked out from."""
        return all(self.of(figure.bulletin) for figure in printed.figures)

    def of(self, bulletin: int) -> Bulletin | None:
        """The bulletin that stands in the place of one; None if none does."""
        if bulletin not in self._known:
            self._known[bulletin] = self._session.look_up(partial(self._find, bulletin=bulletin))
        return self._known[bulletin]

    @staticmethod
    def _find(db: Database, bulletin: int) -> Bulletin | None:
        number = post_rows.stands_for(db, bulletin)
        return next(iter(read_numbered(db, (number,))), None) if number else None


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
    session: Session, contest: str, wrong: Sequence[WrongPost] | None = None
) -> list[tuple[Post, tuple[WrongPrint, ...]]]:
    """Wrong posts with what is wrong in them, the oldest first, as a correction is drafted.

    A correction is of one contest: the one asked for, or if nothing is wrong in it another.
    """
    every = wrong_posts(session) if wrong is None else wrong
    known = [one.entry.contest for one in every]
    about = contest if contest in known else next(iter(known), "")
    chosen = [one for one in every if one.entry.contest == about]
    return [(post(session, one.entry.number), one.prints) for one in reversed(chosen)]


def amiss(session: Session, post: Post) -> tuple[list[str], list[str]]:
    """What a correction leaves out, and what it takes back though it was not printed, as lines.

    Of the posts it corrects: what is wrong in them now and not taken back, or not said in its text;
    and what is right, was never printed, or has been put right meanwhile.
    """
    corrected = {one.post for one in post.corrects}
    wrong = [
        one
        for found in wrong_posts(session)
        if found.entry.number in corrected
        for one in found.prints
    ]
    known = {(one.post, one.printed) for one in wrong}
    taken = {(one.post, one.printed) for one in post.corrects}
    writer = Writer(session, post.contest)
    left_out = [one for one in wrong if (one.post, one.printed) not in taken]
    left_out += [
        one
        for one in post.corrects
        if (one.post, one.printed) in known and not says(writer, post, one.printed)
    ]
    never = [one for one in post.corrects if (one.post, one.printed) not in known]
    told = (dict.fromkeys(untied(line(writer, one)) for one in some) for some in (left_out, never))
    first, second = told
    return list(first), list(second)


def became(
    session: Session, number: int, post: Post, wrong: Sequence[WrongPrint] = ()
) -> tuple[Became, ...]:
    """All that a published post printed, in its order; ``wrong`` is what is wrong in it now.

    An order, an hour, a widest gap, a count and a gap at equal opened share are told only once
    they are wrong or put right.
    """
    fell = {one.printed: one.now for one in wrong}
    corrections = session.look_up(partial(post_rows.corrections_of, number=number))
    put_right = {one.printed: one.now for _, one in corrections}
    newest = _Newest(session)
    found = []
    for one in post.printed:
        if one in fell:
            found.append(Became(one, Fate.WRONG, fell[one]))
        elif one in put_right:
            found.append(Became(one, Fate.PUT_RIGHT, put_right[one]))
        elif one.kind not in _SILENT:
            ((_, now),) = differing([one], newest.printed) or [(one, one)]
            found.append(Became(one, Fate.STANDS if now is one else Fate.FOLLOWED, now))
    return tuple(found)


_TOLD = {PrintedKind.FIGURE, PrintedKind.LEAD, PrintedKind.GAP, PrintedKind.LEAD_GAP}
_SILENT = frozenset(PrintedKind) - _TOLD - {PrintedKind.LEADER}


class _Newest:
    """What would be printed by the newest word of each agency."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._said: dict[Source, dict[Topic, Bulletin]] = {}

    def printed(self, said: Printed) -> Printed | None:
        """The same by the newest bulletins of its topic."""
        newest = {one.bulletin: self._topic(one.slot) for one in said.figures}
        return Afresh(self._session.bulletin, newest.get).printed(said)

    def _topic(self, slot: Slot) -> Bulletin | None:
        source = slot.source
        if source not in self._said:
            found = self._session.latest(source.contest, source.place)
            self._said[source] = found.get(source, {})
        return self._said[source].get(TOPICS[slot.row.item])
