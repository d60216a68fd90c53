"""What needs her: wrong posts, findings that stand open, agencies that are late, in one order.

It gathers what the watches have found and remembers what she has seen; nothing is judged here, and
nothing ever goes anywhere of its own accord.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desk import turkish
from desk.posts.ledger import WrongPost
from ui.night.watch import FindingLine, LedgerWatch
from ui.texts import names as shown
from ui.texts.numbered import numbered
from ui.widgets.marks import AGEING, DIFFER, OUT_WRONG, UNLIKELY, WRONG
from ui.widgets.rest import Rest

KINDS = (OUT_WRONG, WRONG, UNLIKELY, DIFFER, AGEING)
"""The marks of what waits, the most pressing first."""

SETTLE_MS = 60
"""How long after the last place has come in what waits is put in order."""


@dataclass(frozen=True, slots=True)
class Late:
    """An agency that has been silent longer than its rhythm, in some places of a contest."""

    agency: str
    contest: str
    places: tuple[str, ...]
    """Longest silent first."""
    minutes: int | None
    """Since its newest word in the first of them."""


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that waits; ``done`` is why it needs nobody any more: accepted, or seen."""

    key: str
    mark: str
    sentence: str
    place: str
    as_of: datetime | None
    about: FindingLine | WrongPost | Late
    new: bool = False
    done: str = ""

    @property
    def correctable(self) -> bool:
        """Whether it is a post, which a key corrects."""
        return isinstance(self.about, WrongPost)


class Attention(QObject):
    """All of it, in order: open before done, by kind, the newest first."""

    changed = Signal()

    def __init__(self, posts: LedgerWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._posts = posts
        self._found: dict[str, Sequence[FindingLine]] = {}
        self._late: dict[str, Mapping[str, datetime | None]] = {}
        self._contest, self._now = "", datetime.min
        self._known: set[str] | None = None
        self._whole = False
        self._known_posts: set[str] = {_post_key(one) for one in posts.wrong}
        self._fresh: dict[str, None] = {}
        self._seen: set[str] = set()
        self._items: tuple[Waits, ...] = ()
        self._rest = Rest(self._settle, self, after=SETTLE_MS)
        posts.changed.connect(self._rest.ask)

    @property
    def items(self) -> tuple[Waits, ...]:
        """Everything, what is done last."""
        return self._items

    @property
    def open(self) -> tuple[Waits, ...]:
        """What still waits."""
        return tuple(one for one in self._items if not one.done)

    @property
    def newest(self) -> Waits | None:
        """Of what was not looked at yet the most pressing, of these what came last; where all was,
        the most pressing."""
        open_ = {one.key: one for one in self.open}
        fresh = [open_[key] for key in reversed(self._fresh) if key in open_]
        told = fresh or [*open_.values()]
        return min(told, key=lambda one: KINDS.index(one.mark), default=None)

    @property
    def knows(self) -> bool:
        """Whether the night has been looked at: before that nothing is said to be calm."""
        return self._known is not None

    @property
    def idle(self) -> bool:
        """Whether everything taken in is in order."""
        return self._rest.idle

    def counts(self) -> dict[str, int]:
        """How many wait, by mark, in the order of `KINDS`."""
        marks = [one.mark for one in self.open]
        return {kind: marks.count(kind) for kind in KINDS if kind in marks}

    def take(
        self,
        found: Mapping[str, Sequence[FindingLine]],
        late: Mapping[str, Mapping[str, datetime | None]],
        now: datetime,
        *,
        whole: bool,
    ) -> None:
        """By place what is found there, and since when each agency that is late is silent; with
        ``whole`` every place has been told."""
        self._whole = self._whole or whole
        self._found |= found
        self._late |= late
        self._now = now
        self._rest.ask()

    def forget(self, contest: str) -> None:
        """Another contest or pair is looked at: what is found there is no news."""
        self._contest = contest
        self._found, self._late, self._known, self._whole = {}, {}, None, False
        self._fresh = {key: None for key in self._fresh if key in self._known_posts}
        self._rest.ask()

    def look_at(self, key: str | None = None) -> None:
        """She has looked at one, or at all of them: none is new any more."""
        if key is None:
            self._fresh.clear()
        else:
            self._fresh.pop(key, None)
        self._settle()

    def see(self, key: str) -> None:
        """It needs nobody, says she; or it does again."""
        self._seen ^= {key}
        self._fresh.pop(key, None)
        self._settle()

    def _settle(self) -> None:
        items = [*self._of_posts(), *self._of_findings(), *self._of_late()]
        keys = {one.key for one in items}
        posts = {one.key for one in items if one.correctable}
        before = self._known_posts if self._known is None else self._known | self._known_posts
        new = [one.key for one in items if one.key not in before]
        if self._known is None:
            # What was there when she came is no news; a post that has just become wrong is.
            new = [key for key in new if key in posts]
        if self._whole:
            self._known = (self._known or set()) | keys
        self._known_posts |= posts
        self._fresh |= dict.fromkeys(new)
        self._fresh = {key: None for key in self._fresh if key in keys}
        self._items = tuple(sorted(map(self._dressed, items), key=_order))
        self.changed.emit()

    def _dressed(self, one: Waits) -> Waits:
        done = one.done or (self.tr("seen") if one.key in self._seen else "")
        new = one.key in self._fresh and not done
        return Waits(one.key, one.mark, one.sentence, one.place, one.as_of, one.about, new, done)

    def _of_posts(self) -> Iterable[Waits]:
        text = self.tr("Published and wrong now: {time} {headline}")
        for one in self._posts.wrong:
            said = text.format(time=shown.clock(one.entry.time), headline=one.entry.headline)
            yield Waits(_post_key(one), OUT_WRONG, said, "", one.entry.time, one)

    def _of_findings(self) -> Iterable[Waits]:
        for lines in self._found.values():
            for one in lines:
                as_of = one.finding.as_of
                yield Waits(
                    one.key, one.mark, one.sentence, one.place, as_of, one, done=one.accepted
                )

    def _of_late(self) -> Iterable[Waits]:
        silent: dict[str, list[tuple[datetime, str]]] = {}
        for place, agencies in self._late.items():
            for agency, since in agencies.items():
                silent.setdefault(agency, []).append((since or datetime.min, place))
        one_place = self.tr(
            "{agency}, {place}: no new bulletin for {minutes} {minutes:minute|minutes}"
        )
        many = self.tr(
            "{agency}: no new bulletin for a while in {n} {n:place|places}, first of all {place}"
        )
        for agency, told in silent.items():
            told.sort(key=lambda one: (one[0], turkish.sort_key(one[1])))
            since, first = told[0]
            places = tuple(place for _, place in told)
            minutes = int((self._now - since).total_seconds()) // 60 if since.year > 1 else None
            text = one_place if len(places) == 1 and minutes is not None else many
            said = numbered(text, agency=agency, place=first, n=len(places), minutes=minutes)
            about = Late(agency, self._contest, places, minutes)
            key = f"late {self._contest} {agency}"
            yield Waits(key, AGEING, said, first, None, about)


def _post_key(one: WrongPost) -> str:
    return f"post {one.entry.number}"


def _order(one: Waits) -> tuple[object, ...]:
    newest_first = -(one.as_of.timestamp() if one.as_of else 0.0)
    return bool(one.done), KINDS.index(one.mark), newest_first, turkish.sort_key(one.place)
