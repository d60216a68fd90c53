"""The tile map: what either agency says of every district, each at its own spot.

A tile has a half for each agency, in the colour of its leader and with the leader's name and lead
in words; where the leaders differ the tile is hatched and framed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from desk import tilemap, turkish
from desk.charts.boxes import box, flush
from desk.charts.facts import Asked, colour, lead_words, opened_of, sides
from desk.charts.page import (
    HATCH,
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
from desk.discrepancies import SideBySide
from desk.session import Session
from desk.standing import Reported

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 110
"""Tiles that still have room for a name."""

STALE = timedelta(minutes=60)
"""A word older than this beside the night's newest is marked as old."""

_SHADES = ("#FFFFFF", "#E6EEF5", "#C3D7E8", "#8FB5D3", "#3E77A5", "#1F5A8A")
_GAPS = (Decimal(0), Decimal("0.5"), Decimal(1), Decimal(2), Decimal(5))
_OPENED = (Decimal(0), Decimal(20), Decimal(40), Decimal(60), Decimal(80))
_EMPTY = "–"
_GAP = 0.05


def draw(page: Page, session: Session, asked: Asked) -> tuple[SideBySide, ...]:
    """The map of every district, telling leaders, gaps or opened shares."""
    shown = sides(session, asked)
    race = session.election.contest(asked.contest)
    titles = {
        "leaders": ("önde olanlar", f"Karonun solu {asked.pair[0]}, sağı {asked.pair[1]}; puan."),
        "gap": ("ajanslar arasındaki fark", "Her ilçede farkı en büyük adayınki, puan."),
        "opened": (
            "açılan sandık",
            f"Karonun solu {asked.pair[0]}, sağı {asked.pair[1]}; sandıkların yüzdesi.",
        ),
    }
    what, how = titles[asked.mode]
    page.head(f"{race.name_tr}: {what}", how, _key(page, session, asked, shown))
    if len(shown) > MOST:
        page.tell(f"Karo haritası {MOST} ilçeye kadar okunur;\nburada {len(shown)} ilçe var.")
        return shown
    if all(side.is_empty for side in shown):
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
    newest = session.night_end()
    longest = max(wide(side.place, 12, True) for side in shown)
    name_size = min(13, 12 * tile_x * 0.88 / longest)
    texts = {side.place: _texts(session, asked, side) for side in shown}
    halves = 1 if asked.mode == "gap" else 2
    widest = max(wide(line, 12) for found in texts.values() for part in found for line in part)
    text_size = min(13, 12 * tile_x / halves * 0.76 / widest)
    for side in shown:
        column, row = placed.tiles[side.place]
        _tile(
            page,
            session,
            asked,
            axes,
            side,
            (eye(column), eye(row)),
            texts[side.place],
            (name_size, text_size),
            newest,
        )
    flush(page, axes)
    if silent := sum(side.is_empty for side in shown):
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
    session: Session,
    asked: Asked,
    axes: Axes,
    side: SideBySide,
    spot: tuple[float, float],
    texts: list[list[str]],
    sizes: tuple[float, float],
    newest: datetime | None,
) -> None:
    name_size, text_size = sizes
    x, y = spot[0] + _GAP / 2, spot[1] + _GAP / 2
    width = height = 1 - _GAP
    differ = side.leaders_differ and asked.mode != "opened"
    paints = _paints(page, session, asked, side)
    share = width / len(paints)
    head = height * 0.34
    for number, paint in enumerate(paints):
        half = (x + share * number, y + head, share, height - head)
        box(page, half, paint, page.look.paper, 0.5, 1, HATCH if differ else "")
    edge = page.look.ink if differ else page.look.grid
    box(page, (x, y, width, height), "none", edge, 2 if differ else 0.8, 3)
    axes.annotate(
        side.place,
        (x + width / 2, y + head / 2),
        xytext=(0, -points(name_size) * 0.36),
        textcoords="offset points",
        fontsize=points(name_size),
        fontweight="bold",
        color=page.look.ink,
        ha="center",
        va="baseline",
        zorder=4,
    )
    for number, (paint, lines) in enumerate(zip(paints, texts, strict=True)):
        middle = y + head + (height - head) / 2
        axes.text(
            x + share * (number + 0.5),
            middle,
            "\n".join(lines),
            fontsize=points(text_size),
            color=letters_on(paint),
            ha="center",
            va="center",
            linespacing=1.25,
            zorder=4,
            bbox={"facecolor": paint, "edgecolor": "none", "pad": 1} if differ else None,
        )
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
    said = f"{side.place}: {'; '.join(words)}" + (
        "; önde olan farklı" if side.leaders_differ else ""
    )
    if not side.is_empty:
        page.said.append(said)
    page.marks.append(Mark(axes, spot[0] + 0.5, spot[1] + 0.5, said, side.place))
    _bars(page, axes, side, (x, y), (width, height), newest)


def _bars(
    page: Page,
    axes: Axes,
    side: SideBySide,
    spot: tuple[float, float],
    size: tuple[float, float],
    newest: datetime | None,
) -> None:
    """How much each agency has opened, along the tile's foot; old words get a mark at the head."""
    half = size[0] / 2
    for number, word in enumerate((side.a, side.b)):
        left = spot[0] + half * number
        opened = opened_of(word)
        if opened is not None:
            long = half * min(eye(opened) / 100, 1)
            foot = spot[1] + size[1] - 0.07
            box(page, (left, foot, half, 0.07), page.look.grid, "none", 0, 2.4)
            box(page, (left, foot, long, 0.07), page.look.ink, "none", 0, 2.5)
        if _is_old(word, newest):
            axes.plot(
                left + (0.06 if number == 0 else half - 0.06),
                spot[1] + 0.06,
                marker="^",
                markersize=4.5,
                color=page.look.ink,
                zorder=5,
            )


def _is_old(word: Reported, newest: datetime | None) -> bool:
    return word.newest is not None and newest is not None and newest - word.newest > STALE


def _texts(session: Session, asked: Asked, side: SideBySide) -> list[list[str]]:
    if asked.mode == "gap":
        return [[_EMPTY if side.worst is None else turkish.points(side.worst)]]
    if asked.mode == "opened":
        values = [opened_of(word) for word in (side.a, side.b)]
        return [[_EMPTY if value is None else turkish.share_sign(value)] for value in values]
    found = []
    for word in (side.a, side.b):
        name, _, far = lead_words(session, asked.contest, word.lead).rpartition(" +")
        found.append([name, f"+{far}"] if name else [far])
    return found


def _paints(page: Page, session: Session, asked: Asked, side: SideBySide) -> list[str]:
    if asked.mode == "gap":
        return [_shade(side.worst, _GAPS, page)]
    if asked.mode == "opened":
        return [_shade(opened_of(word), _OPENED, page) for word in (side.a, side.b)]
    return [
        colour(session, asked.contest, word.lead.leader)
        if word.lead and word.lead.leader
        else page.look.band
        for word in (side.a, side.b)
    ]


def _shade(value: Decimal | None, steps: Sequence[Decimal], page: Page) -> str:
    if value is None:
        return page.look.band
    return _SHADES[sum(value > step for step in steps)]


def _key(page: Page, session: Session, asked: Asked, shown: Sequence[SideBySide]) -> list[Sign]:
    signs: list[Sign] = []
    if asked.mode == "leaders":
        codes = dict.fromkeys(
            word.lead.leader
            for side in shown
            for word in (side.a, side.b)
            if word.lead and word.lead.leader
        )
        for code in codes:
            name = session.election.label(asked.contest, code)
            signs.append(Sign(f"{name} önde", face=colour(session, asked.contest, code)))
    if asked.mode != "opened" and any(side.leaders_differ for side in shown):
        signs.append(Sign("önde olan farklı", face=page.look.paper, hatch=HATCH))
    if any(opened_of(word) is not None for side in shown for word in (side.a, side.b)):
        signs.append(Sign("alttaki çubuk: açılan sandık", face=page.look.ink))
    newest = session.night_end()
    if any(_is_old(word, newest) for side in shown for word in (side.a, side.b)):
        signs.append(Sign("bir saatten eski", "^", face=page.look.ink))
    return signs
