"""The tile map: what either agency says of every district, each at its own spot.

A tile has a half for each agency, in the colour of its leader and with the leader's name and lead
in words; where the leaders differ the tile is hatched and framed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.charts import tilemap
from desk.charts.boxes import box, flush
from desk.charts.facts import Asked, sides
from desk.charts.page import (
    HATCH,
    LIGHT,
    NOTHING,
    SIDE,
    Mark,
    Page,
    Sign,
    eye,
    letters_on,
    points,
    wide,
)
from desk.charts.told import Tile, head, key, tiles
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 110
"""Tiles that still have room for a name."""

_GAP = 0.05


def draw(page: Page, session: Session, asked: Asked) -> tuple[SideBySide, ...]:
    """The map of every district; the mode says what its tiles tell."""
    shown = sides(session, asked)
    told = tiles(session, asked, shown)
    race = session.election.contest(asked.contest)
    what, how = head(asked)
    page.head(f"{race.name_tr}: {what}", how, _in_ink(page, key(session, asked, told)))
    if len(shown) > MOST:
        page.tell(f"Karo haritası {MOST} ilçeye kadar okunur;\nburada {len(shown)} ilçe var.")
        return shown
    if all(tile.silent for tile in told):
        page.tell(NOTHING)
        return shown
    placed = tilemap.of(session.election)
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
    longest = max(wide(tile.place, 12, True) for tile in told)
    name_size = min(13, 12 * tile_x * 0.88 / longest)
    widest = max(
        wide(line, 12) * len(tile.parts)
        for tile in told
        for part in tile.parts
        for line in part.lines
    )
    text_size = min(13, 12 * tile_x * 0.76 / widest)
    for tile in told:
        column, row = placed.tiles[tile.place]
        _tile(page, axes, tile, (eye(column), eye(row)), (name_size, text_size))
    flush(page, axes)
    if silent := sum(tile.silent for tile in told):
        page.said.append(f"{silent} ilçe: {NOTHING}")
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


def _tile(
    page: Page,
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
        box(page, half, paint, page.look.paper, 0.5, 1, HATCH if tile.differ else "")
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
    box(page, (x, y, width, height), "none", edge, 2 if tile.differ else 0.8, 3)
    if not tile.silent:
        page.said.append(tile.said)
    page.marks.append(Mark(axes, spot[0] + 0.5, spot[1] + 0.5, tile.said, tile.place))
    _bars(page, axes, tile, (x, y), (width, height))


def _bars(
    page: Page, axes: Axes, tile: Tile, spot: tuple[float, float], size: tuple[float, float]
) -> None:
    """How much each agency has opened, along the tile's foot; old words get a mark at the head."""
    half = size[0] / len(tile.bars)
    for number, bar in enumerate(tile.bars):
        left = spot[0] + half * number
        if bar.opened is not None:
            long = half * min(eye(bar.opened) / 100, 1)
            foot = spot[1] + size[1] - 0.07
            box(page, (left, foot - 0.015, half, 0.015), page.look.paper, "none", 0, 2.3)
            box(page, (left, foot, half, 0.07), page.look.grid, "none", 0, 2.4)
            box(page, (left, foot, long, 0.07), page.look.ink, "none", 0, 2.5)
        if bar.old:
            axes.plot(
                left + (0.06 if number == 0 else half - 0.06),
                spot[1] + 0.06,
                marker="^",
                markersize=4.5,
                color=page.look.ink,
                zorder=5,
            )


def _in_ink(page: Page, signs: list[Sign]) -> list[Sign]:
    """The key in the page's own colours, whichever look it has."""
    own = {LIGHT.paper: page.look.paper, LIGHT.ink: page.look.ink}
    return [replace(sign, face=own.get(sign.face, sign.face)) for sign in signs]
