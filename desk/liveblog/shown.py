"""The pictures of a liveblog: each post's chart from figures that were published by then.

What fell before a post went out is in none of its pictures; which chart a post has belongs to
`post_picture`, how it looks to the charts.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.facts.bulletin import Bulletin
from desk.facts.standing import Reported
from desk.file import post_marks
from desk.file.session import Session
from desk.posts.forms import visible
from desk.posts.picture import Told, chosen
from desk.rules.discrepancies import pair_of

if TYPE_CHECKING:
    from desk.charts import Asked
    from desk.liveblog.liveblog_shown import Shown

MAP = (900, 640)
MAP_FROM = 3
"""So many districts are worth a map."""

_NEVER = "9"


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as the page carries it: an address that holds it whole, its size, and its words."""

    address: str
    size: tuple[int, int]
    alt: str


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
        found = chosen(self._session, post, list(own.values()), earlier)
        return picture(found.told, found.asked, found.size) if found else None

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
