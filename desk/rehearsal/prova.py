"""The rehearsal (*Prova*): a file marked as one, a night played into it, and what was missed in it.

Bulletins go through the session like any other night's; they are planned in `script`, and no timer
ever runs here: whoever plays says what time it is.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from desk.facts import catalog
from desk.facts.bulletin import MINUTE, Bulletin, BulletinState, Item, Row, Source, Value
from desk.facts.edits import REHEARSAL, Change, Edit, FileBulletins, SetSetting
from desk.facts.election import Election
from desk.facts.figures import from_plain, plain
from desk.file.session import Session
from desk.rehearsal.drawn import stages_of, standing_in
from desk.rehearsal.script import Planned, Script, plan, planning, stage, stages
from desk.rehearsal.slips import SlipKind

__all__ = [
    "Planned",
    "Planted",
    "Player",
    "Script",
    "begin",
    "election",
    "make",
    "missed",
    "nights",
    "plan",
    "planted",
    "play",
    "player_of",
    "playing",
    "stands_at",
]

ASKED = "rehearsal.asked"
"""The file's setting that says, as JSON, how many slips were asked for and by when."""

STANDING = "standing"
"""In `ASKED` of a night drawn from results: who stood when it was begun."""

FROM, TO = "from", "to"
"""In `ASKED`: the minute before the first bulletin, and that of the last."""

SLIPS = "rehearsal.slips"
"""The file's setting that holds, as JSON, the slips recorded so far."""

PLAYED = "rehearsal.played"
"""The file's setting that says up to which local minute the night has been recorded."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip that was put into a file: the figures it spoiled, as typed and as they should be."""

    kind: SlipKind
    source: Source
    as_of: datetime
    typed: Mapping[Row, Value]
    truth: Mapping[Row, Value]


class Player:
    """Where a playback stands in its script: every bulletin comes due once, in order.

    ``now`` is the night's own time; ``speed`` says how much faster than the clock on the wall it
    runs, and 0 pauses it.
    """

    def __init__(self, script: Script, start: datetime | None = None, speed: int = 1) -> None:
        self.script = script
        self.now = start or script.start - timedelta(minutes=1)
        self.speed = speed
        self._times = [one.at for one in script.bulletins]
        self._next = bisect_right(self._times, self.now)

    def due(self, at: datetime) -> tuple[Planned, ...]:
        """Bulletins that came in since the last asking, up to and with this time of the night."""
        last = self._next
        self.now = max(self.now, at)
        self._next = max(last, bisect_right(self._times, self.now))
        return self.script.bulletins[last : self._next]

    def advance(self, real: timedelta) -> tuple[Planned, ...]:
        """What came in while this much time passed on the wall."""
        return self.due(self.now + real * self.speed)

    @property
    def is_over(self) -> bool:
        """Whether every bulletin has come in."""
        return self._next == len(self._times)

    @property
    def wait(self) -> timedelta | None:
        """Time on the wall until the next bulletin; None if there is none, or in a pause."""
        if self.is_over or self.speed <= 0:
            return None
        return (self._times[self._next] - self.now) / self.speed


def election() -> str:
    """The id of the election that is played if nobody asks for another."""
    return next(iter(stages()))


def nights(folder: Path | None = None) -> dict[str, Path]:
    """Elections that come with the desk to be rehearsed, beside the first: files by their ids."""
    folder = folder or catalog.resource("rehearsal", "nights")
    return {path.stem: path for path in sorted(folder.glob("*.json"))}


def begin(
    path: Path,
    seed: int,
    slips: int = 0,
    slips_until: datetime | None = None,
    played: Election | None = None,
) -> tuple[Session, Script]:
    """Make a rehearsal's file with nothing in it yet; returns it open, with its script.

    Of the desk's own night, or of any election whose contests have results to be drawn from.
    Refuses as `Session.create` does, and E166 where there is nothing to draw from.
    """
    drawn = stages_of(played) if played is not None else ()
    session = Session.create(path, played or catalog.load(election()))
    try:
        script = plan(seed, slips, slips_until=slips_until, played=drawn)
        _begun.clear()
        _begun[played, seed, slips, slips_until] = script
        asked: dict[str, Any] = {
            "slips": slips,
            "until": slips_until and slips_until.strftime(MINUTE),
            FROM: (script.start - timedelta(minutes=1)).strftime(MINUTE),
            TO: script.end.strftime(MINUTE),
        }
        if played is not None:
            asked[STANDING] = standing_in(played)
        session.record(SetSetting(REHEARSAL, str(seed)))
        session.record(SetSetting(ASKED, json.dumps(asked)))
    except BaseException:
        _undo(session)
        raise
    return session, script


def make(
    path: Path,
    seed: int,
    slips: int = 0,
    until: datetime | None = None,
    played: Election | None = None,
) -> Session:
    """A rehearsal's file with its night recorded up to a local time, or whole; left open.

    The slips asked for all lie in what is recorded.
    """
    # Aside until all of it is there: a desk that is killed over it stands in nobody's way.
    session, script = begin(Session.unsettled(path), seed, slips, until, played)
    try:
        play(session, Player(script).due(until or script.end))
        return session.settle(path)
    except BaseException:
        _undo(session)
        raise


def _undo(session: Session) -> None:
    """Leave no half rehearsal, which would stand in the way of the next."""
    session.close()
    session.path.unlink(missing_ok=True)


class PlaysInto(Protocol):
    """What a night is played into: a session, or a window's way to one."""

    @property
    def settings(self) -> Mapping[str, str]:
        """The night's settings."""
        ...

    def record(self, edit: Edit, origin: object = None) -> Change:
        """Carry out an edit."""
        ...


def play(session: PlaysInto, planned: Sequence[Planned], origin: object = None) -> None:
    """Record bulletins that have come due, and which of them are spoiled."""
    if not planned:
        return
    put = [_to_json(one) for one in planned if one.slip is not None]
    if put:
        # Before the bulletins: a slip that is listed but not recorded is never held against anyone.
        text = json.dumps([*_slips(session), *put], ensure_ascii=False)
        session.record(SetSetting(SLIPS, text), origin)
    session.record(FileBulletins(tuple(one.bulletin for one in planned)), origin)
    session.record(SetSetting(PLAYED, planned[-1].at.strftime(MINUTE)), origin)


_begun: dict[tuple[Election | None, int, int, datetime | None], Script] = {}
"""The night that was begun last, by what was asked for: it is played at once."""


def player_of(session: Session, speed: int = 1) -> Player:
    """The player that goes on where this rehearsal's recording stopped."""
    return next(filter(None, playing(session, speed)))


def playing(session: Session, speed: int = 1) -> Iterator[Player | None]:
    """The same a little a step, told at last: its night is planned anew, a country's for long."""
    asked = json.loads(session.settings[ASKED])
    until = asked["until"] and datetime.fromisoformat(asked["until"])
    standing = asked.get(STANDING)
    drawn = stages_of(session.election, standing) if standing is not None else (stage(),)
    seed, slips = int(session.settings[REHEARSAL]), int(asked["slips"])
    played = session.settings.get(PLAYED)
    known = _begun.get((session.election if standing is not None else None, seed, slips, until))
    for script in (known,) if known else planning(seed, slips, until, drawn):
        start = datetime.fromisoformat(played) if played else None
        yield None if script is None else Player(script, start, speed)


def stands_at(session: Session) -> tuple[datetime, bool]:
    """The rehearsed night's own time, and whether all of it has been played."""
    asked, played = json.loads(session.settings[ASKED]), session.settings.get(PLAYED)
    now = played or asked.get(FROM)
    if now is None:
        # A rehearsal of an older desk, of which nothing has been played.
        return session.election.moment(session.election.polls_close), False
    return datetime.fromisoformat(now), played is not None and played == asked.get(TO)


def planted(session: Session) -> tuple[Planted, ...]:
    """The slips recorded in this file so far, in order of time."""
    return tuple(_from_json(entry) for entry in _slips(session))


def missed(session: Session) -> tuple[Planted, ...]:
    """The slips that still stand: a wrong figure is left in the bulletin or in its correction."""
    return tuple(slip for slip in planted(session) if _stands(slip, session))


def _stands(slip: Planted, session: Session) -> bool:
    source = slip.source
    column = session.bulletins(source.contest, source.place, source.agency)
    by_number = {bulletin.id: bulletin for bulletin in column}
    return any(
        bulletin.state is BulletinState.STANDING
        and _origin(bulletin, by_number).as_of == slip.as_of
        and any(bulletin.figures.get(row) == value for row, value in slip.typed.items())
        for bulletin in column
    )


def _origin(bulletin: Bulletin, by_number: Mapping[int, Bulletin]) -> Bulletin:
    """The bulletin that a chain of corrections began with."""
    while bulletin.replaces is not None:
        bulletin = by_number[bulletin.replaces]
    return bulletin


def _slips(session: PlaysInto) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(session.settings.get(SLIPS, "[]"))
    return found


def _to_json(planned: Planned) -> dict[str, Any]:
    slip, source = planned.slip, planned.bulletin.source
    if slip is None:
        raise ValueError("an honest bulletin has no slip")
    return {
        "kind": slip.kind.value,
        "agency": source.agency,
        "contest": source.contest,
        "place": source.place,
        "as_of": planned.bulletin.as_of.strftime(MINUTE),
        "figures": [
            {
                "item": row.item.value,
                "contender": row.contender,
                "typed": plain(slip.figures[row]),
                "truth": plain(slip.truth[row]),
            }
            for row in slip.rows
        ],
    }


def _from_json(entry: Mapping[str, Any]) -> Planted:
    return Planted(
        SlipKind(entry["kind"]),
        Source(entry["agency"], entry["contest"], entry["place"]),
        datetime.fromisoformat(entry["as_of"]),
        _figures(entry["figures"], "typed"),
        _figures(entry["figures"], "truth"),
    )


def _figures(figures: Iterable[Mapping[str, str]], which: str) -> dict[Row, Value]:
    return {
        Row(Item(one["item"]), one["contender"]): from_plain(Item(one["item"]), one[which])
        for one in figures
    }
