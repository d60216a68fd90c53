"""What a liveblog shows: every post with what was said of it since, its picture, and the map.

A picture shows figures that were published by the time of its post: what fell before it went out is
in none. Which chart a post has belongs to `desk.posts.picture`, how it looks to the charts.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from desk import PROVA, charts, turkish
from desk.charts import ChartAsked
from desk.facts import settings
from desk.facts.bulletin import Bulletin
from desk.facts.post import KEY_EVENTS, Post, PostKind
from desk.facts.standing import Reported
from desk.file import post_rows
from desk.file.post_rows import LedgerEntry
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.forms import visible
from desk.posts.ledger import CorrectionMark
from desk.posts.picture import Chosen, NightAsCited, chosen
from desk.rules.discrepancies import pair_of

MAP = (900, 640)
"""The map's width and height."""

CARD = (600, 315)
"""The width and height of the picture that social networks show beside a link, in half pixels."""

CARD_FROM = 400
"""A picture drawn higher than this has more lines than can be read on a card."""

MAP_FROM = 3
"""So many districts are worth a map."""

CORRECTED = "DÜZELTİLDİ"
"""What stands before the headline of a post that was corrected, with the hour behind it."""

PINNED = frozenset({PostKind.SUMMARY, PostKind.CLOSING})
"""Kinds of which the newest stands above the others."""

_NEVER = "9"
_LED_TO = re.compile(r'(?<=href=")#[\w.-]+|(?<=url\()#[\w.-]+')


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A chart as the page shows it: what its file holds, its size in pixels, and its words.

    ``form`` is the ending of its file, svg or png; a PNG has twice the pixels.
    """

    content: bytes
    size: tuple[int, int]
    alt: str
    form: str = "svg"


@dataclass(frozen=True, slots=True)
class Shown:
    """A published post as the page shows it.

    ``like`` is an earlier post whose picture says the same to the byte: both show that one's file.
    """

    entry: LedgerEntry
    post: Post
    marks: tuple[CorrectionMark, ...]
    picture: PagePicture | None = None
    like: Shown | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not retracted."""
        return self.entry.retracted is None

    @property
    def changed(self) -> datetime:
        """When it last changed for its reader: its own time, or that of its last correction."""
        return max((self.post.time, *(mark.time for mark in self.marks)))

    @property
    def headline(self) -> str:
        """Its headline, marked where the post was corrected since: DÜZELTİLDİ (20.05): …"""
        if not self.marks:
            return self.post.headline
        newest = max(mark.time for mark in self.marks)
        said = f"{CORRECTED} ({newest:%H}{self.post.time_mark}{newest:%M}): "
        rehearsed = f"{PROVA}: "
        if self.post.headline.startswith(rehearsed):
            return f"{rehearsed}{said}{self.post.headline.removeprefix(rehearsed)}"
        return f"{said}{self.post.headline}"


@dataclass(frozen=True, slots=True)
class GatheredPictures:
    """The posts of a liveblog, the newest first, the map of its night and its picture for cards."""

    shown: Sequence[Shown]
    map: PagePicture | None = None
    card: PagePicture | None = None


def gather(
    session: Session, *, pictures: bool = True
) -> Generator[tuple[int, int], None, GatheredPictures]:
    """Every post of the ledger with what was said of it since.

    Yields how many of how many are ready: before each post, the oldest first, and once when all
    are.
    """
    entries = ledger.entries(session)
    form = settings.of(session.settings, settings.PAGE_PICTURES)
    drawing = Pictures(session, form) if pictures and form != "none" else None
    ready: dict[int, Shown] = {}
    first: dict[bytes, Shown] = {}
    for entry in sorted(entries, key=lambda entry: entry.number):
        yield len(ready), len(entries)
        marks = ledger.marks_of(session, entry.number) if entry.corrected else ()
        one = Shown(entry, ledger.post(session, entry.number), marks)
        if drawing and (drawn := drawing.of(one)):
            one = replace(one, picture=drawn, like=first.get(drawn.content))
            first.setdefault(drawn.content, one)
        ready[entry.number] = one
    yield len(ready), len(entries)
    shown = [ready[entry.number] for entry in entries]
    pinned = pinned_of(session, shown)
    map_ = drawing.map(pinned.post.contest) if drawing and pinned and pinned.post.contest else None
    asked = [one for one in (pinned, *shown) if one] if settings.ADDRESS in session.settings else []
    card = next(filter(None, map(drawing.card, asked)), None) if drawing else None
    return GatheredPictures(shown, map_, card)


def pinned_of(session: Session, shown: Sequence[Shown]) -> Shown | None:
    """The post to pin: the editor's choice where it stands, else the newest summary or closing."""
    number = settings.of_page(settings.PINNED, session.settings.get(settings.PINNED))
    standing = [one for one in shown if one.stands]
    hers = (one for one in standing if one.entry.number == number)
    return next(chain(hers, (one for one in standing if one.post.kind in PINNED)), None)


def keys_of(session: Session, shown: Sequence[Shown]) -> list[Shown]:
    """The key events: what the editor made one, else by its kind; the newest first."""
    return [one for one in shown if one.stands and is_key(session, one.entry)]


def is_key(session: Session, entry: LedgerEntry) -> bool:
    """Whether a post is a key event of the page, by the editor's word or by its kind."""
    said = session.settings.get(settings.key_event(entry.number))
    return entry.kind in KEY_EVENTS if said is None else said == settings.YES


def end_of(shown: Sequence[Shown]) -> datetime | None:
    """When the night ended for its readers; None while it goes on.

    A closing post ends it; news after that, but for corrections, makes it go on.
    """
    told = (one.post for one in shown if one.stands and one.post.kind != PostKind.CORRECTION)
    newest = next(told, None)
    return newest.time if newest and newest.kind == PostKind.CLOSING else None


def title(session: Session, shown: Sequence[Shown]) -> str:
    """What the liveblog is called: live until its night has ended."""
    what = "canlı anlatım" if end_of(shown) is None else "seçim gecesi dakika dakika"
    named = f"{session.election.name_tr}: {what}"
    return f"{PROVA}: {named}" if session.is_rehearsal else named


def intro(session: Session) -> str:
    """What a reader who comes to it is told first."""
    agencies = " ve ".join(agency.code for agency in session.election.agencies[:2])
    whose = turkish.suffixed(agencies.split()[-1], "gen").removeprefix(agencies.split()[-1])
    return f"{agencies}{whose} verileriyle dakika dakika gelişmeler. Kesin sonuçları YSK açıklar."


def begin(session: Session) -> datetime:
    """When a liveblog without posts begins: as the polls close."""
    return datetime.combine(session.election.date, session.election.polls_close)


def moment(session: Session, local: datetime) -> str:
    """A local time with the offset its zone had then."""
    return local.replace(tzinfo=session.election.tzinfo).isoformat(timespec="seconds")


class Pictures:
    """Draws the pictures of a night's posts, which are shown to it one by one, the oldest first."""

    def __init__(self, session: Session, form: str = "svg") -> None:
        self._session, self._form = session, form
        self._chosen: dict[int, Chosen] = {}
        self._fallen: Mapping[int, str] = session.look_up(post_rows.fell_at)
        self._read: dict[int, Bulletin] = {}
        self._so_far: dict[tuple[str, str], dict[int, Bulletin]] = {}

    def of(self, shown: Shown) -> PagePicture | None:
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
        if found is None:
            return None
        self._chosen[entry.number] = found
        return picture(found.night, found.asked, found.size, self._form)

    def card(self, shown: Shown) -> PagePicture | None:
        """The picture of a post that was drawn, in the shape of a card and as a PNG.

        None where it has none or one with more lines than a card has room for.
        """
        found = self._chosen.get(shown.entry.number)
        if found is None or found.size[1] > CARD_FROM:
            return None
        return picture(found.night, found.asked, CARD, "png")

    def map(self, contest: str) -> PagePicture | None:
        """The map of every district told of in posts, as published and standing now."""
        night = NightAsCited(
            self._session,
            (
                bulletin
                for column in self._so_far.values()
                for number, bulletin in column.items()
                if number not in self._fallen
            ),
        )
        units = {place.name for place in night.election.units(contest)}
        pair = pair_of(night)
        words = {
            source: Reported(source, topics).lead
            for source, topics in night.latest(contest).items()
            if source.place in units
        }
        named = {source.place for source, lead in words.items() if lead is not None}
        if len(named) < MAP_FROM or {source.agency for source in words} < set(pair):
            return None
        return picture(night, ChartAsked("map", contest, pair), MAP, self._form)

    def _bulletin(self, number: int) -> Bulletin:
        if number not in self._read:
            self._read[number] = self._session.bulletin(number)
        return self._read[number]


def picture(
    session: Session, asked: ChartAsked, size: tuple[int, int], form: str = "svg"
) -> PagePicture:
    """A chart as a picture for a page."""
    drawing, drawn = charts.picture(session, asked, form, size)
    if form == "svg":
        drawing = smaller(visible(drawing.decode("utf-8"))).encode("utf-8")
    return PagePicture(drawing, size, drawn.alt, form)


def smaller(drawing: str) -> str:
    """An SVG without what no eye sees: head, metadata, idle names and groups, most decimals.

    Letters stay text, all in one family, with a sans of any system for who lacks the desk's.
    """
    drawing = drawing[drawing.index("<svg") :]
    drawing = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r">\s+<", "><", drawing)
    names: dict[str, str] = {}
    for name in re.findall(_LED_TO, drawing):
        names.setdefault(name.removeprefix("#"), f"n{len(names)}")
    groups: list[bool] = []
    parts = re.split(r"(<[^>]*>)", drawing)
    parts[1::2] = [_smaller_tag(tag, names, groups) for tag in parts[1::2]]
    return "".join(parts).strip()


def _smaller_tag(tag: str, names: Mapping[str, str], groups: list[bool]) -> str:
    """A tag; of a group that says nothing, nothing: ``groups`` are those open and whether told."""
    if tag == "</g>":
        return tag if groups.pop() else ""
    tag = re.sub(r' id="([\w.-]+)"', lambda m: f' id="{names[m[1]]}"' if m[1] in names else "", tag)
    if tag == "<g/>":
        return ""
    if re.match(r"<g\b[^>]*[^/]?>", tag) and not tag.endswith("/>"):
        groups.append(tag != "<g>")
        if not groups[-1]:
            return ""
    tag = re.sub(_LED_TO, lambda m: f"#{names[m[0].removeprefix('#')]}", tag)
    tag = re.sub(r"(\d\.\d\d)\d+", r"\1", tag)
    tag = re.sub(r' transform="rotate\(-?0 [^"]*"', "", tag)
    tag = re.sub(r"font-family: 'DejaVu Sans'; |text-anchor: start; ", "", tag)
    if tag.startswith("<svg"):
        tag = f"{tag[:-1]} font-family=\"'DejaVu Sans',Verdana,sans-serif\">"
    return re.sub(r"(?<=[:;]) | (?=\"/?>)", "", re.sub(r"\s+", " ", tag))
