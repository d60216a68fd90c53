"""The pictures of a liveblog: each post's chart from figures that were published by then.

A picture shows the bulletins its post cites and, for a curve or for an agency the post leaves
out, those earlier posts cited. What the gate never saw, or fell before the post went out, is in
none. How a chart looks is the charts' business.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from desk import post_marks
from desk.bulletin import Bulletin, Source, State, Topic
from desk.discrepancies import compare_place, pair_of
from desk.post_forms import visible
from desk.post_model import Kind
from desk.session import Session
from desk.standing import Reported, computed_lead, reported_at, stated_lead

if TYPE_CHECKING:
    from desk.charts import Asked
    from desk.liveblog_shown import Shown

WIDTH = 540
"""A chart's width. Its letters are 12 of these high, so that a phone still shows them."""

MAP = (900, 640)
MAP_FROM = 3
"""So many districts are worth a map."""

_NEVER = "9"
_CURVES = frozenset({Kind.LEAD, Kind.CHANGES, Kind.LEADERS})
_TABLES = frozenset(
    {Kind.COMPARISON, Kind.FIRST, Kind.STANDING, Kind.DIFFERENCES, Kind.SUMMARY, Kind.CLOSING}
)
_HEAD, _FOOT, _ROW, _LOW_ROW, _FEW = 112, 66, 34, 22, 10


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as the page carries it: an address that holds it whole, its size, and its words."""

    address: str
    size: tuple[int, int]
    alt: str


class Told(Session):
    """A night that knows no more than some bulletins, all standing; only to be looked at."""

    def __init__(self, session: Session, bulletins: Iterable[Bulletin]) -> None:
        self.election, self.settings = session.election, session.settings
        self._told: dict[tuple[str, str], dict[int, Bulletin]] = {}
        for bulletin in sorted(bulletins, key=lambda one: (one.as_of, one.id)):
            source = bulletin.source
            column = self._told.setdefault((source.contest, source.place), {})
            column[bulletin.id] = replace(bulletin, state=State.STANDING)

    def bulletins(
        self, contest: str, place: str, agency: str | None = None
    ) -> tuple[Bulletin, ...]:
        found = self._told.get((contest, place), {}).values()
        return tuple(one for one in found if agency in (None, one.source.agency))

    def latest(self, contest: str, place: str | None = None) -> dict[Source, dict[Topic, Bulletin]]:
        places = [told for race, told in self._told if race == contest and place in (None, told)]
        return {
            source: dict(word.topics)
            for told in places
            for source, word in reported_at(self.bulletins(contest, told), datetime.max).items()
        }

    def night_end(self) -> datetime | None:
        return max((b.as_of for told in self._told.values() for b in told.values()), default=None)


class Pictures:
    """Draws the pictures of a night's posts, which are shown to it one by one, the oldest first."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._fallen: Mapping[int, str] = session.look_up(post_marks.fell_at)
        self._read: dict[int, Bulletin] = {}
        self._so_far: dict[tuple[str, str], dict[int, Bulletin]] = {}

    def of(self, shown: Shown) -> Picture | None:
        """The picture of the next post; None where a picture would say nothing."""
        post, entry = shown.post, shown.entry
        if entry.retracted is not None:
            return None
        numbers = dict.fromkeys(cited.bulletin for cited in post.cited)
        own = {number: self._bulletin(number) for number in numbers}
        places = list(dict.fromkeys(cited.slot.source.place for cited in post.cited))
        earlier = [
            bulletin
            for place in places
            for number, bulletin in self._so_far.get((post.contest, place), {}).items()
            if number not in own
            and bulletin.as_of <= post.time
            and self._fallen.get(number, _NEVER) > entry.published_at
        ]
        for number, bulletin in own.items():
            source = bulletin.source
            self._so_far.setdefault((source.contest, source.place), {})[number] = bulletin
        if not places:
            return None
        return self._drawn(shown, list(own.values()), earlier, places)

    def map(self, contest: str) -> Picture | None:
        """The map of every district told of in posts, as published and standing now."""
        told = Told(
            self._session,
            (
                bulletin
                for column in self._so_far.values()
                for number, bulletin in column.items()
                if number not in self._fallen
            ),
        )
        districts = {place.name for place in told.election.districts}
        pair = pair_of(told)
        words = {
            source: Reported(source, topics).lead
            for source, topics in told.latest(contest).items()
            if source.place in districts
        }
        named = {source.place for source, lead in words.items() if lead is not None}
        if len(named) < MAP_FROM or {source.agency for source in words} < set(pair):
            return None
        from desk.charts import Asked

        return picture(told, Asked("map", contest, pair), MAP)

    def _drawn(
        self, shown: Shown, own: list[Bulletin], earlier: list[Bulletin], places: list[str]
    ) -> Picture | None:
        from desk.charts import Asked

        post = shown.post
        pair = pair_of(self._session, dict.fromkeys(one.source.agency for one in own))
        one_place = places[0] if len(places) == 1 else ""
        if post.kind in _CURVES and one_place:
            curve = Told(self._session, [*own, *earlier])
            if _is_curve(curve.bulletins(post.contest, one_place)):
                return picture(curve, Asked("lead", post.contest, pair, one_place), (WIDTH, 380))
        if post.kind not in _TABLES | _CURVES:
            return None
        missing = set(pair) - {one.source.agency for one in own}
        told = Told(self._session, [*own, *(b for b in earlier if b.source.agency in missing)])
        provinces = [place.name for place in told.election.provinces if place.name in places]
        if post.kind == Kind.STANDING and provinces:
            one_place = provinces[0]
        asked = Asked("comparison", post.contest, pair, one_place)
        if post.kind == Kind.DIFFERENCES and not one_place:
            asked = replace(asked, kind="gap")
        lines = _lines(told, asked, places)
        return picture(told, asked, (WIDTH, _height(lines))) if lines else None

    def _bulletin(self, number: int) -> Bulletin:
        if number not in self._read:
            self._read[number] = self._session.bulletin(number)
        return self._read[number]


def picture(session: Session, asked: Asked, size: tuple[int, int]) -> Picture:
    """A chart as a picture that a page can carry in itself."""
    from desk import charts

    drawing, drawn = charts.picture(session, asked, "svg", size)
    content = base64.b64encode(smaller(visible(drawing.decode("utf-8"))).encode("utf-8"))
    return Picture(f"data:image/svg+xml;base64,{content.decode('ascii')}", size, drawn.alt)


def smaller(drawing: str) -> str:
    """An SVG without what no eye sees: its head, its metadata, idle names, most decimals.

    Letters stay text, with a sans of any system for who lacks the desk's.
    """
    drawing = drawing[drawing.index("<svg") :]
    drawing = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r">\s+<", "><", drawing)
    used = set(re.findall(r"#([\w.-]+)", drawing))
    return re.sub(r"<[^>]*>", lambda found: _smaller_tag(found.group(), used), drawing).strip()


def _smaller_tag(tag: str, used: set[str]) -> str:
    tag = re.sub(r' id="([\w.-]+)"', lambda m: m.group() if m.group(1) in used else "", tag)
    tag = re.sub(r"(\d\.\d\d)\d+", r"\1", tag)
    tag = tag.replace("'DejaVu Sans'", "'DejaVu Sans',Verdana,sans-serif")
    return re.sub(r"\s+", " ", tag)


def _is_curve(bulletins: Sequence[Bulletin]) -> bool:
    """Whether at least two bulletins give a lead in points."""
    leads = [
        computed_lead(one) or (stated_lead(one) if Topic.LEAD in _topics(one) else None)
        for one in bulletins
    ]
    return sum(lead is not None and lead.points is not None for lead in leads) > 1


def _topics(bulletin: Bulletin) -> Mapping[Topic, Bulletin]:
    return reported_at([bulletin], bulletin.as_of)[bulletin.source].topics


def _lines(told: Told, asked: Asked, places: Iterable[str]) -> int:
    """How many lines a chart will have; none where an agency has no share to set against."""
    chosen = (asked.place,) if asked.place else tuple(places)
    sides = [compare_place(told, asked.contest, place, asked.pair) for place in chosen]
    if not all(any((side.a, side.b)[at].shares for side in sides) for at in (0, 1)):
        return 0
    if asked.place:
        return len(sides[0].gaps)
    districts = {place.name for place in told.election.districts}
    return sum(side.place in districts and not side.is_empty for side in sides)


def _height(lines: int) -> int:
    return _HEAD + lines * (_ROW if lines <= _FEW else _LOW_ROW) + _FOOT
