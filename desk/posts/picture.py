"""Which chart goes with a post: its kind, its size, and the figures it may show.

A picture shows the bulletins its post cites and, for a curve or for an agency the post leaves
out, those earlier posts cited: what the gate never saw is in none. How a chart looks is the
charts' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk import charts
from desk.charts import ChartAsked, Drawn
from desk.facts.bulletin import Bulletin, BulletinState, Source, Topic
from desk.facts.codes import Code, Refusal
from desk.facts.post import Post, PostKind
from desk.facts.standing import computed_lead, reported_at, stated_lead
from desk.file import post_rows
from desk.file.session import Session
from desk.rules.discrepancies import compare_place, pair_of

WIDTH = 540
"""A chart's width. Its letters are 12 of these high, so that a phone still shows them."""

_CURVES = frozenset({PostKind.LEAD, PostKind.CHANGES, PostKind.LEADERS})
_TABLES = frozenset(
    {
        PostKind.COMPARISON,
        PostKind.FIRST,
        PostKind.STANDING,
        PostKind.DIFFERENCES,
        PostKind.SUMMARY,
        PostKind.CLOSING,
    }
)
_HEAD, _FOOT, _ROW, _LOW_ROW, _FEW = 112, 66, 34, 22, 10


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chart of a post: what to draw, from which night of published figures, how large."""

    night: Session
    asked: ChartAsked
    size: tuple[int, int]


class NightAsCited(Session):
    """A night that knows no more than some bulletins, all standing; only to be looked at."""

    def __init__(self, session: Session, bulletins: Iterable[Bulletin]) -> None:
        self.election, self.settings = session.election, session.settings
        self._by_place: dict[tuple[str, str], dict[int, Bulletin]] = {}
        for bulletin in sorted(bulletins, key=lambda one: (one.as_of, one.id)):
            source = bulletin.source
            column = self._by_place.setdefault((source.contest, source.place), {})
            column[bulletin.id] = replace(bulletin, state=BulletinState.STANDING)

    def bulletins(
        self, contest: str, place: str, agency: str | None = None
    ) -> tuple[Bulletin, ...]:
        found = self._by_place.get((contest, place), {}).values()
        return tuple(one for one in found if agency in (None, one.source.agency))

    def latest(
        self, contest: str, *places: str, at: datetime | None = None
    ) -> dict[Source, dict[Topic, Bulletin]]:
        by = at or datetime.max
        return {
            source: dict(word.topics)
            for name in places or [place for race, place in self._by_place if race == contest]
            for source, word in reported_at(self.bulletins(contest, name), by).items()
        }

    def night_end(self) -> datetime | None:
        return max(
            (b.as_of for column in self._by_place.values() for b in column.values()), default=None
        )


def of_post(session: Session, post: Post, form: str = "png") -> tuple[bytes, Drawn]:
    """A post's chart as the bytes of a PNG (twice the pixels), SVG or PDF, and what it shows.

    The post may be a draft. Refuses E165 where no chart says what the post says.
    """
    own = _bulletins(session, (cited.bulletin for cited in post.cited))
    said = session.look_up(lambda db: post_rows.standing_cited(db, post.contest))
    places = {bulletin.source.place for bulletin in own}
    earlier = [
        bulletin
        for bulletin in _bulletins(session, said)
        if bulletin not in own and bulletin.source.place in places and bulletin.as_of <= post.time
    ]
    found = chosen(session, post, own, earlier)
    if found is None:
        raise Refusal(Code.E165, kind=post.kind)
    return charts.picture(found.night, found.asked, form, found.size)


def chosen(
    session: Session, post: Post, own: Sequence[Bulletin], earlier: Sequence[Bulletin] = ()
) -> Chosen | None:
    """The chart of a post that cites ``own`` after ``earlier`` ones; None where it says nothing."""
    places = list(dict.fromkeys(cited.slot.source.place for cited in post.cited))
    if not places or post.kind not in _TABLES | _CURVES:
        return None
    pair = pair_of(session, dict.fromkeys(one.source.agency for one in own))
    one_place = places[0] if len(places) == 1 else ""
    if post.kind in _CURVES and one_place:
        curve = NightAsCited(session, [*own, *earlier])
        if _is_curve(curve.bulletins(post.contest, one_place)):
            return Chosen(curve, ChartAsked("lead", post.contest, pair, one_place), (WIDTH, 380))
    missing = set(pair) - {one.source.agency for one in own}
    night = NightAsCited(session, [*own, *(b for b in earlier if b.source.agency in missing)])
    wholes = [p.name for p in night.election.overall(post.contest) if p.name in places]
    if post.kind == PostKind.STANDING and wholes:
        one_place = wholes[0]
    asked = ChartAsked("comparison", post.contest, pair, one_place)
    if post.kind == PostKind.DIFFERENCES and not one_place:
        asked = replace(asked, kind="gap")
    lines = _lines(night, asked, places)
    return Chosen(night, asked, (WIDTH, _height(lines))) if lines else None


def _bulletins(session: Session, numbers: Iterable[int]) -> list[Bulletin]:
    return [session.bulletin(number) for number in dict.fromkeys(numbers)]


def _is_curve(bulletins: Sequence[Bulletin]) -> bool:
    """Whether at least two bulletins give a lead in points."""
    leads = [
        computed_lead(one)
        or (stated_lead(one) if _topics(one).keys() & {Topic.LEAD, Topic.LEADER} else None)
        for one in bulletins
    ]
    return sum(lead is not None and lead.points is not None for lead in leads) > 1


def _topics(bulletin: Bulletin) -> Mapping[Topic, Bulletin]:
    return reported_at([bulletin], bulletin.as_of)[bulletin.source].topics


def _lines(night: NightAsCited, asked: ChartAsked, places: Iterable[str]) -> int:
    """How many lines a chart will have; none where an agency has no share to set against."""
    chosen = (asked.place,) if asked.place else tuple(places)
    sides = [compare_place(night, asked.contest, place, asked.pair) for place in chosen]
    if not all(any((side.a, side.b)[at].shares for side in sides) for at in (0, 1)):
        return 0
    if asked.place:
        return len(sides[0].gaps)
    units = {place.name for place in night.election.units(asked.contest)}
    return sum(side.place in units and not side.is_empty for side in sides)


def _height(lines: int) -> int:
    return _HEAD + lines * (_ROW if lines <= _FEW else _LOW_ROW) + _FOOT
