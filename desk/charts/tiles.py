"""The tile map: what either agency says of every district, each at its own spot.

A tile has a half for each agency, in the colour of its leader and with the leader's name and lead
in words; where the leaders differ the tile is hatched and framed. What a tile tells is the same for
the picture and for the window's map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from desk import turkish
from desk.charts import tilemap
from desk.charts.facts import (
    ChartAsked,
    OpenedShare,
    called,
    colour,
    lead_words,
    opened_of,
    sides,
)
from desk.charts.page import (
    HATCH,
    LIGHT,
    NOTHING,
    SIDE,
    Box,
    ChartMark,
    ChartPage,
    Sign,
    eye,
    letters_on,
    points,
    wide,
)
from desk.facts.election import Election
from desk.facts.nouns import noun_of_units
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

if TYPE_CHECKING:
    from matplotlib.axes import Axes


MOST = 110
"""Tiles that still have room for a name."""

STALE = timedelta(minutes=60)
"""A word older than this is marked as old."""

EMPTY = "–"
"""What stands in a tile of which nothing was said."""

_GAP = 0.05
_SHADES = ("#FFFFFF", "#E6EEF5", "#C3D7E8", "#8FB5D3", "#3E77A5", "#1F5A8A")
_GAPS = (Decimal(0), Decimal("0.5"), Decimal(1), Decimal(2), Decimal(5))
_OPENED = (Decimal(0), Decimal(20), Decimal(40), Decimal(60), Decimal(80))
_AGES = (Decimal(5), Decimal(15), Decimal(30), Decimal(60), Decimal(120))


_TINTS = ("0.2", "0.5", "1")
"""How much of a party's colour a lead wears over white: a small one, a clear one, a large one."""
_FROM = (Decimal(5), Decimal(20))
"""From which lead on, in points, the next tint is worn."""
_TINTS_MEANT = "açık ton: 5 puandan az, orta: 5–20, koyu: 20'den çok"


def tint(colour: str, points: Decimal | None) -> str:
    """A party's colour as a lead of so many points wears it; of an unknown lead the middle one."""
    step = 1 if points is None else (points >= _FROM[0]) + (points > _FROM[1])
    return _mixed(colour, step)


@lru_cache(maxsize=256)
def _mixed(colour: str, step: int) -> str:
    part = Decimal(_TINTS[step])
    mixed = (part * int(colour[at : at + 2], 16) + (1 - part) * 255 for at in (1, 3, 5))
    return "#" + "".join(f"{round(one):02X}" for one in mixed)


def tints(colour: str) -> tuple[str, ...]:
    """A party's colour in its three tints, the palest first."""
    return tuple(tint(colour, points) for points in (Decimal(0), _FROM[0], _FROM[1] + 1))


@dataclass(frozen=True, slots=True)
class TilePart:
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
    parts: tuple[TilePart, ...]
    bars: tuple[Bar, ...]
    differ: bool
    silent: bool
    said: str


@dataclass(frozen=True, slots=True)
class Told:
    """An agency's word with what the tile and its sentence tell of it, each worked out once."""

    word: Reported
    lead: str
    opened: OpenedShare | None


def tiles(session: Session, asked: ChartAsked, shown: Sequence[SideBySide]) -> tuple[Tile, ...]:
    """The tiles of the places shown, in their order."""
    now = asked.now or session.night_end()
    return tuple(_tile_of(session, asked, side, now) for side in shown)


def head(asked: ChartAsked, election: Election) -> tuple[str, str]:
    """What a map of this mode is about, and how its tiles are read."""
    noun = noun_of_units(election, asked.contest)
    halves = f"Kutunun solu {asked.pair[0]}, sağı {asked.pair[1]}"
    return {
        "leaders": ("önde olanlar", f"{halves}; puan."),
        "first": (_by(asked.pair[0]), "Puan."),
        "second": (_by(asked.pair[1]), "Puan."),
        "gap": ("ajanslar arasındaki fark", f"Her {noun.in_one} farkı en büyük adayınki, puan."),
        "opened": ("açılan sandık", f"{halves}; sandıkların yüzdesi."),
        "age": ("son bültenlerin yaşı", f"{halves}; son bültenden bu yana geçen süre."),
    }[asked.mode]


def key(session: Session, asked: ChartAsked, drawn: Sequence[Tile]) -> list[Sign]:
    """The entries of the map's key."""
    leaders = dict.fromkeys(part.leader for tile in drawn for part in tile.parts if part.leader)
    signs = [
        Sign(
            f"{called(session, asked.contest, code)} önde",
            face=colour(session, asked.contest, code),
            tints=tints(colour(session, asked.contest, code)),
        )
        for code in leaders
    ]
    if leaders:
        signs.append(Sign(_TINTS_MEANT))
    if any(tile.differ for tile in drawn):
        signs.append(Sign("önde olan farklı", face=LIGHT.paper, hatch=HATCH))
    if any(bar.opened is not None for tile in drawn for bar in tile.bars):
        signs.append(Sign("alttaki çubuk: açılan sandık", face=LIGHT.ink))
    if any(bar.old for tile in drawn for bar in tile.bars):
        signs.append(Sign("bir saatten eski", "^", face=LIGHT.ink))
    return signs


def draw(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The map of every district; the mode says what its tiles tell."""
    shown = sides(session, asked)
    drawn = tiles(session, asked, shown)
    race = session.election.contest(asked.contest)
    what, how = head(asked, session.election)
    noun = noun_of_units(session.election, asked.contest)
    page.head(f"{race.name_tr}: {what}", how, _in_ink(page, key(session, asked, drawn)))
    placed = tilemap.of(session.election, asked.contest)
    if len(shown) > MOST and not placed.sides:
        page.tell(
            f"Kutu haritası {MOST} {noun.to_one} kadar okunur;\nburada {len(shown)} {noun.one} var."
        )
        return shown
    if all(tile.silent for tile in drawn):
        page.tell(NOTHING)
        return shown
    if asked.place:
        placed = tilemap.grid([asked.place])
    across, down = eye(placed.columns), eye(placed.rows)
    room_x, room_y = page.width - 2 * SIDE, page.height - page.bottom - page.top - 12
    tile_x = min(room_x / across, 220)
    tile_y = min(room_y / down, tile_x * 1.6, 150)
    left = (page.width - tile_x * across) / 2
    top = page.top + 4 + (room_y - tile_y * down) / 2
    axes = page.axes(left, top, tile_x * across, tile_y * down)
    west = eye(placed.west)
    axes.set_xlim(west, west + across)
    axes.set_ylim(down, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    sizes = _sizes([tile for tile in drawn if tile.place not in placed.sides], tile_x)
    for tile in drawn:
        column, row = map(eye, placed.tiles[tile.place])
        if side := placed.sides.get(tile.place):
            _draw_small(page, axes, tile, (column, row, eye(side)))
        else:
            _draw_tile(page, axes, tile, (column, row), sizes)
    _flush(page, axes)
    differing = (tile.place for tile in drawn if tile.differ and tile.place in placed.sides)
    _hatch_small(page, axes, [(*placed.tiles[one], placed.sides[one]) for one in differing])
    if silent := sum(tile.silent for tile in drawn):
        page.said.append(f"{silent} {noun.one}: {NOTHING}")
    for label in placed.labels if not asked.place else ():
        axes.text(
            eye(label.spot[0]) + (0.5 if label.water else 0),
            eye(label.spot[1]),
            label.name,
            fontsize=points(min(13, 13 * tile_x * 0.95 / wide(label.name, 13))),
            color=page.look.muted,
            style="italic",
            rotation=90 if label.water else 0,
            ha="center" if label.water else "left",
            va="center",
        )
    return shown


def _sizes(worded: Sequence[Tile], width: float) -> tuple[float, float]:
    """How large names and words may be, in points, where a tile is so wide."""
    longest = max((wide(tile.place, 12, True) for tile in worded), default=1)
    widths = (
        wide(line, 12) * len(tile.parts)
        for tile in worded
        for part in tile.parts
        for line in part.lines
    )
    widest = max(widths, default=1)
    return min(13, 12 * width * 0.88 / longest), min(13, 12 * width * 0.76 / widest)


def _draw_tile(
    page: ChartPage,
    axes: Axes,
    tile: Tile,
    spot: tuple[float, float],
    sizes: tuple[float, float],
) -> None:
    name_size, text_size = sizes
    x, y = spot[0] + _GAP / 2, spot[1] + _GAP / 2
    width = height = 1 - _GAP
    share = width / len(tile.parts)
    top = height * 0.34
    edge = page.look.ink if tile.differ else page.look.grid
    axes.annotate(
        tile.place,
        (x + width / 2, y + top / 2),
        xytext=(0, -points(name_size) * 0.36),
        textcoords="offset points",
        fontsize=points(name_size),
        fontweight="bold",
        color=page.look.ink,
        ha="center",
        va="baseline",
        zorder=4,
    )
    for number, part in enumerate(tile.parts):
        paint = part.paint or page.look.band
        half = (x + share * number, y + top, share, height - top)
        _box(page, half, paint, page.look.paper, 0.5, 1, HATCH if tile.differ else "")
        axes.text(
            x + share * (number + 0.5),
            y + top + (height - top) / 2,
            "\n".join(part.lines),
            fontsize=points(text_size),
            color=letters_on(paint),
            ha="center",
            va="center",
            linespacing=1.25,
            zorder=4,
            bbox={"facecolor": paint, "edgecolor": "none", "pad": 1} if tile.differ else None,
        )
    _box(page, (x, y, width, height), "none", edge, 2 if tile.differ else 0.8, 3)
    if not tile.silent:
        page.said.append(tile.said)
    page.marks.append(ChartMark(axes, spot[0] + 0.5, spot[1] + 0.5, tile.said, tile.place))
    _bars(page, axes, tile, (x, y), (width, height))


def _draw_small(page: ChartPage, axes: Axes, tile: Tile, spot: tuple[float, float, float]) -> None:
    """A tile without room for a word: its colours; `_hatch_small` says where leaders differ."""
    x, y, side = spot
    whole = side * (1 - _GAP)
    share = whole / len(tile.parts)
    for number, part in enumerate(tile.parts):
        half = (x + share * number, y, share, whole)
        _box(page, half, part.paint or page.look.band, page.look.paper, 0.2, 1)
    _box(page, (x, y, whole, whole), "none", page.look.ink if tile.differ else "none", 0.6, 3)
    if not tile.silent:
        page.said.append(tile.said)
    page.marks.append(ChartMark(axes, x + whole / 2, y + whole / 2, tile.said, tile.place))


def _hatch_small(
    page: ChartPage, axes: Axes, spots: Sequence[tuple[Decimal, Decimal, Decimal]]
) -> None:
    """Two strokes over each small tile, all at once: a hatch for each would be a second of work."""
    from matplotlib.collections import LineCollection

    strokes = []
    for x, y, side in spots:
        left, top, whole = eye(x), eye(y), eye(side) * (1 - _GAP)
        right, low, half = left + whole, top + whole, whole / 2
        strokes += [
            [(left, top + half), (left + half, top)],
            [(left + half, low), (right, top + half)],
        ]
    kind = LineCollection(strokes, colors=page.look.ink, linewidths=0.5, zorder=2)
    axes.add_collection(kind, autolim=False)


def _bars(
    page: ChartPage, axes: Axes, tile: Tile, spot: tuple[float, float], size: tuple[float, float]
) -> None:
    """How much each agency has opened, along the tile's foot; old words get a mark at the head."""
    half = size[0] / len(tile.bars)
    for number, bar in enumerate(tile.bars):
        left = spot[0] + half * number
        if bar.opened is not None:
            long = half * min(eye(bar.opened) / 100, 1)
            foot = spot[1] + size[1] - 0.07
            _box(page, (left, foot - 0.015, half, 0.015), page.look.paper, "none", 0, 2.3)
            _box(page, (left, foot, half, 0.07), page.look.grid, "none", 0, 2.4)
            _box(page, (left, foot, long, 0.07), page.look.ink, "none", 0, 2.5)
        if bar.old:
            axes.plot(
                left + (0.06 if number == 0 else half - 0.06),
                spot[1] + 0.06,
                marker="^",
                markersize=4.5,
                color=page.look.ink,
                zorder=5,
            )


def _in_ink(page: ChartPage, signs: list[Sign]) -> list[Sign]:
    """The key in the page's own colours, whichever look it has."""
    own = {LIGHT.paper: page.look.paper, LIGHT.ink: page.look.ink}
    return [replace(sign, face=own.get(sign.face, sign.face)) for sign in signs]


def _box(
    page: ChartPage,
    spot: Box,
    face: str,
    edge: str,
    line: float,
    height: float,
    hatch: str = "",
) -> None:
    """A rectangle that `_flush` will draw with all of its kind."""
    page.boxes.setdefault((face, edge, line, height, hatch), []).append(spot)


def _flush(page: ChartPage, axes: Axes) -> None:
    """Draw the rectangles, all of a kind as one outline: a country has three thousand."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    around = [Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY]
    for (face, edge, line, height, hatch), boxes in page.boxes.items():
        corners = [
            corner
            for x, y, width, down in boxes
            for corner in (
                (x, y),
                (x + width, y),
                (x + width, y + down),
                (x, y + down),
                (x, y),
            )
        ]
        kind = PathPatch(
            Path(corners, around * len(boxes)),
            facecolor=face,
            edgecolor=edge,
            linewidth=line,
            zorder=height,
            hatch=hatch or None,
            snap=True,
        )
        # Not as a patch of the axes: those would look at each corner for the limits, which are set.
        axes.add_artist(kind)
    page.boxes.clear()


def _by(agency: str) -> str:
    return f"{turkish.suffixed(agency, 'dat')} göre önde olanlar"


def _tile_of(session: Session, asked: ChartAsked, side: SideBySide, now: datetime | None) -> Tile:
    first, second = (
        Told(word, lead_words(session, asked.contest, word.lead), opened_of(session, word))
        for word in (side.a, side.b)
    )
    both = first, second
    shown = _words(asked, both)
    if asked.mode == "gap":
        shade = "" if side.worst is None else _shade(side.worst, _GAPS)
        far = EMPTY if side.worst is None else turkish.points(side.worst)
        parts: tuple[TilePart, ...] = (TilePart(shade, (far,)),)
    else:
        parts = tuple(_part(session, asked, told, now) for told in shown)
    return Tile(
        side.place,
        parts,
        tuple(
            Bar(
                told.opened.value if told.opened else None,
                now is not None and _age(told.word, now) > STALE,
            )
            for told in shown
        ),
        side.leaders_differ and asked.mode in ("leaders", "gap"),
        side.is_empty,
        _said(side, both),
    )


def _part(session: Session, asked: ChartAsked, told: Told, now: datetime | None) -> TilePart:
    word = told.word
    if asked.mode == "opened":
        if told.opened is None:
            return TilePart("", (EMPTY,))
        return TilePart(_shade(told.opened.value, _OPENED), (told.opened.text,))
    if asked.mode == "age":
        if word.newest is None or now is None:
            return TilePart("", (EMPTY,))
        minutes = int(_age(word, now).total_seconds()) // 60
        hours, rest = divmod(minutes, 60)
        lines = (f"{hours} sa", f"{rest} dk") if hours else (f"{rest} dk",)
        return TilePart(_shade(Decimal(minutes), _AGES), lines)
    name, _, far = told.lead.rpartition(" +")
    leader = word.lead.leader if word.lead else None
    far_ahead = word.lead.points if word.lead else None
    paint = tint(colour(session, asked.contest, leader), far_ahead) if leader else ""
    return TilePart(paint, (name, f"+{far}") if name else (far,), leader or "")


def _words(asked: ChartAsked, both: tuple[Told, Told]) -> tuple[Told, ...]:
    """Whose word a tile tells in this mode."""
    return {"first": both[:1], "second": both[1:]}.get(asked.mode, both)


def _age(word: Reported, now: datetime) -> timedelta:
    """How long an agency has said nothing; nothing for one that never spoke."""
    return max(now - word.newest, timedelta()) if word.newest else timedelta()


def _shade(value: Decimal, steps: Sequence[Decimal]) -> str:
    return _SHADES[sum(value > step for step in steps)]


def _said(side: SideBySide, both: tuple[Told, Told]) -> str:
    words = []
    for one in both:
        word, opened = one.word, one.opened
        told = word.lead.bulletin if word.lead else None
        text = f"{word.source.agency} {one.lead}"
        if told is not None:
            text += f", {turkish.clock(told.as_of.time())}"
        if opened is not None:
            text += f", açılan {opened.text}"
            if told is None or opened.bulletin.as_of != told.as_of:
                text += f" ({turkish.clock(opened.bulletin.as_of.time())})"
        words.append(text)
    if side.worst is not None:
        words.append(f"fark {turkish.points(side.worst)}")
    differ = "; önde olan farklı" if side.leaders_differ else ""
    return f"{side.place}: {'; '.join(words)}{differ}"
