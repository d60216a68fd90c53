"""What every tile of the map tells: who leads, how far apart, how much is opened, how old.

The same for a picture and for the window; where a tile lies and how it is painted is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from desk import turkish
from desk.charts.facts import Asked, colour, lead_words, opened_of, sides
from desk.charts.page import HATCH, LIGHT, Sign
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

STALE = timedelta(minutes=60)
"""A word older than this is marked as old."""

EMPTY = "–"
"""What stands in a tile of which nothing was said."""

_SHADES = ("#FFFFFF", "#E6EEF5", "#C3D7E8", "#8FB5D3", "#3E77A5", "#1F5A8A")
_GAPS = (Decimal(0), Decimal("0.5"), Decimal(1), Decimal(2), Decimal(5))
_OPENED = (Decimal(0), Decimal(20), Decimal(40), Decimal(60), Decimal(80))
_AGES = (Decimal(5), Decimal(15), Decimal(30), Decimal(60), Decimal(120))


@dataclass(frozen=True, slots=True)
class Part:
    """A half of a tile, or the whole. ``paint`` is empty where nothing was said.

    ``leader`` is the contender whose colour it wears, where it wears one's.
    """

    paint: str
    lines: tuple[str, ...]
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One agency along a tile's foot: how much it has opened, and whether its word is old."""

    opened: Decimal | None
    old: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """A place on the map: its parts from the left, its bars, and all of it in one sentence."""

    place: str
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    differ: bool
    silent: bool
    said: str


def tiles(session: Session, asked: Asked, shown: Sequence[SideBySide]) -> tuple[Tile, ...]:
    """The tiles of the places shown, in their order."""
    now = asked.now or session.night_end()
    return tuple(_tile(session, asked, side, now) for side in shown)


def every_tile(session: Session, asked: Asked) -> tuple[Tile, ...]:
    """The tiles of every district."""
    return tiles(session, asked, sides(session, asked))


def head(asked: Asked) -> tuple[str, str]:
    """What a map of this mode is about, and how its tiles are read."""
    halves = f"Karonun solu {asked.pair[0]}, sağı {asked.pair[1]}"
    return {
        "leaders": ("önde olanlar", f"{halves}; puan."),
        "first": (_by(asked.pair[0]), "Puan."),
        "second": (_by(asked.pair[1]), "Puan."),
        "gap": ("ajanslar arasındaki fark", "Her ilçede farkı en büyük adayınki, puan."),
        "opened": ("açılan sandık", f"{halves}; sandıkların yüzdesi."),
        "age": ("son bültenlerin yaşı", f"{halves}; son bültenden bu yana geçen süre."),
    }[asked.mode]


def key(session: Session, asked: Asked, told: Sequence[Tile]) -> list[Sign]:
    """The entries of the map's key."""
    leaders = dict.fromkeys(part.leader for tile in told for part in tile.parts if part.leader)
    signs = [
        Sign(
            f"{session.election.label(asked.contest, code)} önde",
            face=colour(session, asked.contest, code),
        )
        for code in leaders
    ]
    if any(tile.differ for tile in told):
        signs.append(Sign("önde olan farklı", face=LIGHT.paper, hatch=HATCH))
    if any(bar.opened is not None for tile in told for bar in tile.bars):
        signs.append(Sign("alttaki çubuk: açılan sandık", face=LIGHT.ink))
    if any(bar.old for tile in told for bar in tile.bars):
        signs.append(Sign("bir saatten eski", "^", face=LIGHT.ink))
    return signs


def _by(agency: str) -> str:
    return f"{turkish.suffixed(agency, 'dat')} göre önde olanlar"


def _tile(session: Session, asked: Asked, side: SideBySide, now: datetime | None) -> Tile:
    shown = _words(asked, side)
    if asked.mode == "gap":
        shade = "" if side.worst is None else _shade(side.worst, _GAPS)
        far = EMPTY if side.worst is None else turkish.points(side.worst)
        parts: tuple[Part, ...] = (Part(shade, (far,)),)
    else:
        parts = tuple(_part(session, asked, word, now) for word in shown)
    old = [now is not None and _age(word, now) > STALE for word in shown]
    return Tile(
        side.place,
        parts,
        tuple(Bar(opened_of(word), late) for word, late in zip(shown, old, strict=True)),
        side.leaders_differ and asked.mode in ("leaders", "gap"),
        side.is_empty,
        _said(session, asked, side),
    )


def _part(session: Session, asked: Asked, word: Reported, now: datetime | None) -> Part:
    if asked.mode == "opened":
        opened = opened_of(word)
        if opened is None:
            return Part("", (EMPTY,))
        return Part(_shade(opened, _OPENED), (turkish.share_sign(opened),))
    if asked.mode == "age":
        if word.newest is None or now is None:
            return Part("", (EMPTY,))
        minutes = int(_age(word, now).total_seconds()) // 60
        hours, rest = divmod(minutes, 60)
        lines = (f"{hours} sa", f"{rest} dk") if hours else (f"{rest} dk",)
        return Part(_shade(Decimal(minutes), _AGES), lines)
    name, _, far = lead_words(session, asked.contest, word.lead).rpartition(" +")
    leader = word.lead.leader if word.lead else None
    paint = colour(session, asked.contest, leader) if leader else ""
    return Part(paint, (name, f"+{far}") if name else (far,), leader or "")


def _words(asked: Asked, side: SideBySide) -> tuple[Reported, ...]:
    """Whose word a tile tells in this mode."""
    return {"first": (side.a,), "second": (side.b,)}.get(asked.mode, (side.a, side.b))


def _age(word: Reported, now: datetime) -> timedelta:
    """How long an agency has said nothing; nothing for one that never spoke."""
    return max(now - word.newest, timedelta()) if word.newest else timedelta()


def _shade(value: Decimal, steps: Sequence[Decimal]) -> str:
    return _SHADES[sum(value > step for step in steps)]


def _said(session: Session, asked: Asked, side: SideBySide) -> str:
    words = []
    for word in (side.a, side.b):
        lead = lead_words(session, asked.contest, word.lead)
        opened = opened_of(word)
        told = f"{word.source.agency} {lead}"
        if opened is not None:
            told += f", açılan {turkish.share_sign(opened)}"
        if word.newest is not None:
            told += f", {turkish.clock(word.newest.time())}"
        words.append(told)
    if side.worst is not None:
        words.append(f"fark {turkish.points(side.worst)}")
    differ = "; önde olan farklı" if side.leaders_differ else ""
    return f"{side.place}: {'; '.join(words)}{differ}"
