"""The chart of every contender's share over the evening of one place.

The agencies differ by mark and stroke, the contenders by colour and by the words at the line's end.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from desk import turkish
from desk.charts.facts import (
    ChartAsked,
    SeriesStep,
    colour,
    lead_words,
    rivals,
    series,
    shares_in,
    sides,
    signed,
)
from desk.charts.page import (
    MARKERS,
    NOTHING,
    SIDE,
    STROKES,
    ChartMark,
    ChartPage,
    Sign,
    eye,
    fitted,
    points,
    wide,
)
from desk.facts.election import OTHERS
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

if TYPE_CHECKING:
    from matplotlib.axes import Axes


CONTENDERS = 12
"""Contenders with a line of their own; more could not be told apart."""


def shares(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """Every contender's share over time, in both agencies."""
    shown = sides(session, asked)
    told = [
        [step for step in series(session, asked, agency) if shares_in(step) and step.counts]
        for agency in dict.fromkeys(asked.pair)
    ]
    newest = [shares_in(steps[-1]) if steps else {} for steps in told]
    ranked = sorted(
        {code for one in newest for code in one},
        key=lambda code: (
            code == OTHERS,
            -max(one.get(code, Decimal(-1)) for one in newest),
            code,
        ),
    )
    drawn = ranked[:CONTENDERS]
    race = session.election.contest(asked.contest)
    less = f" En yüksek {len(drawn)} aday." if len(drawn) < len(ranked) else ""
    page.head(
        f"{race.name_tr}, {asked.place}: yüzdeler",
        f"Ajansların verdiği saatlere göre, yüzde.{less}",
        lines(asked),
    )
    if not drawn:
        page.tell(NOTHING)
        return shown
    words = {}
    for code in drawn:
        given = [
            f"{agency} {turkish.share_sign(one[code])}"
            for agency, one in zip(asked.pair, newest, strict=False)
            if code in one
        ]
        label, figures = session.election.label(asked.contest, code), "  ".join(given)
        words[code] = f"{fitted(label, 12, page.width / 4)}  {figures}"
        page.said.append(f"{label}  {figures}")
    right = max(wide(text, 12) for text in words.values()) + 30
    room = page.height - page.bottom - page.top - 30
    axes = page.axes(SIDE + 44, page.top + 4, page.width - 2 * SIDE - 44 - right, room - 4)
    most = Decimal(1)
    for code in drawn:
        paint = colour(session, asked.contest, code)
        for position, steps in enumerate(told):
            known = [step for step in steps if code in shares_in(step)]
            values = [shares_in(step)[code] for step in known]
            most = max([most, *values])
            axes.plot(
                [step.minute for step in known],
                [eye(value) for value in values],
                color=paint,
                linestyle=STROKES[position],
                marker=MARKERS[position],
                markersize=6.5 if position == 0 else 3.5,
                linewidth=1.6,
                clip_on=False,
            )
            for step, value in zip(known, values, strict=True):
                text = f"{asked.pair[position]} {turkish.clock(step.bulletin.as_of.time())} "
                text += (
                    f"{session.election.label(asked.contest, code)}: {turkish.share_sign(value)}"
                )
                page.marks.append(point(axes, step.minute, eye(value), text, step))
    top = eye(most) * 1.06
    axes.set_ylim(0, top)
    clock(axes, told)
    axes.grid(color=page.look.grid, linewidth=0.7)
    commas(axes)
    ends = {
        code: max(eye(one[code]) for one in newest if code in one) / top * (room - 4)
        for code in drawn
    }
    for code, height in apart(ends, room - 4).items():
        axes.annotate(
            words[code],
            (1, ends[code] / (room - 4)),
            xytext=(1 + 22 / (page.width - 2 * SIDE - 44 - right), height / (room - 4)),
            xycoords="axes fraction",
            textcoords="axes fraction",
            fontsize=points(12),
            color=page.look.ink,
            va="center",
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "relpos": (0, 0.5),
                "color": colour(session, asked.contest, code),
                "linewidth": 1.6,
                "shrinkA": 1,
                "shrinkB": 3,
            },
        )
    return shown


_DAY = 24 * 60
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
_LINE = 15


def point(axes: Axes, x: float, y: float, text: str, step: SeriesStep) -> ChartMark:
    """The mark of a bulletin."""
    source = step.bulletin.source
    return ChartMark(axes, x, y, text, source.place, source.agency, step.bulletin.id)


def clock(axes: Axes, told: Sequence[Sequence[SeriesStep]], most: int = 9) -> None:
    """At most so many times of the night along the foot, from the first bulletin to the last."""
    minutes = [step.minute for steps in told for step in steps] or [0]
    first, last = min(minutes), max(minutes)
    step = next((one for one in _STEPS if (last - first) / one <= most), _STEPS[-1])
    ticks = range(first - first % step, last + step, step)
    shown = [tick for tick in ticks if first <= tick <= last] or [first]
    axes.set_xticks(shown, [f"{tick % _DAY // 60:02d}.{tick % 60:02d}" for tick in shown])
    spare = max((last - first) * 0.02, 1)
    axes.set_xlim(first - spare, last + spare)


def commas(axes: Axes, most: int = 7) -> None:
    """At most so many numbers up the side, with a decimal comma."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(most, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:g}".replace(".", ",").replace("-", "−"))
    )


def apart(heights: dict[str, float], room: float) -> dict[str, float]:
    """Labels at their heights, pushed apart where they would lie on each other."""
    ordered = sorted(heights, key=lambda name: heights[name])
    placed: dict[str, float] = {}
    least = _LINE / 2
    for name in ordered:
        placed[name] = max(heights[name], least)
        least = placed[name] + _LINE + 1
    most = room - _LINE / 2
    for name in reversed(ordered):
        placed[name] = min(placed[name], most)
        most = placed[name] - _LINE - 1
    return placed


def lines(asked: ChartAsked) -> list[Sign]:
    """The agencies' marks and strokes."""
    return [
        Sign(agency, MARKERS[position], STROKES[position], "#9A9A9A")
        for position, agency in enumerate(dict.fromkeys(asked.pair))
    ]


def lead(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The lead over time, a line for each agency, with the opened share under it."""
    shown = sides(session, asked)
    told = [series(session, asked, agency) for agency in dict.fromkeys(asked.pair)]
    first, second = names(session, asked, shown)
    race = session.election.contest(asked.contest)
    page.head(
        f"{race.name_tr}, {asked.place}: önde olanın farkı",
        _lead_subtitle(session, asked, shown, first, second),
        [*lines(asked), *_fates(page, told), *_leaders(session, asked, told)],
    )
    if not any(step.lead and step.lead.points is not None for steps in told for step in steps):
        page.tell(NOTHING)
        return shown
    room = page.height - page.bottom - page.top - 26
    opened = [step.opened for steps in told for step in steps if step.opened is not None]
    low = room * 0.27 if opened else 0
    axes = page.axes(SIDE + 54, page.top + 4, page.width - 2 * SIDE - 120, room - low - 26)
    leads(page, session, asked, axes, shown, told, [[step.minute for step in one] for one in told])
    clock(axes, told)
    if opened:
        under = page.axes(
            SIDE + 54, page.top + room - low + 10, page.width - 2 * SIDE - 120, low - 10
        )
        for position, steps in enumerate(told):
            known = [step for step in steps if step.opened is not None and step.counts]
            under.plot(
                [step.minute for step in known],
                [eye(step.opened) for step in known if step.opened is not None],
                color=page.look.muted,
                linestyle=STROKES[position],
                marker=MARKERS[position],
                markersize=3.5,
                linewidth=1.2,
                clip_on=False,
            )
        under.set_ylim(0, 100)
        under.set_yticks([0, 50, 100], ["%0", "%50", "%100"])
        under.set_xlim(axes.get_xlim())
        clock(under, told)
        under.set_xlim(axes.get_xlim())
        axes.tick_params(labelbottom=False)
        under.text(
            0.005,
            0.92,
            "Açılan sandık",
            transform=under.transAxes,
            fontsize=points(12),
            color=page.look.muted,
            va="top",
        )
        under.grid(color=page.look.grid, linewidth=0.7)
    _say(page, session, asked, told)
    return shown


def stage(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The two agencies' leads over the opened share: what each said at the same stage."""
    shown = sides(session, asked)
    told = [
        [step for step in series(session, asked, agency) if step.opened is not None]
        for agency in dict.fromkeys(asked.pair)
    ]
    first, second = names(session, asked, shown)
    race = session.election.contest(asked.contest)
    page.head(
        f"{race.name_tr}, {asked.place}: eşit açılan sandıkta fark",
        _lead_subtitle(session, asked, shown, first, second),
        [*lines(asked), *_fates(page, told), *_leaders(session, asked, told)],
    )
    if not any(step.lead and step.lead.points is not None for steps in told for step in steps):
        page.tell(NOTHING)
        return shown
    room = page.height - page.bottom - page.top - 52
    axes = page.axes(SIDE + 54, page.top + 4, page.width - 2 * SIDE - 120, room - 8)
    where = [[eye(step.opened) for step in one if step.opened is not None] for one in told]
    leads(page, session, asked, axes, shown, told, where)
    axes.set_xlim(0, 100)
    axes.set_xticks(range(0, 101, 10), [f"%{share}" for share in range(0, 101, 10)])
    axes.set_xlabel("Açılan sandık", fontsize=points(12), color=page.look.muted)
    _say(page, session, asked, told)
    return shown


def leads(
    page: ChartPage,
    session: Session,
    asked: ChartAsked,
    axes: Axes,
    shown: Sequence[SideBySide],
    told: Sequence[Sequence[SeriesStep]],
    where: Sequence[Sequence[float]],
    ticks: int = 7,
) -> None:
    """Both agencies' leads; plus is the first rival's side, and the zero line is drawn."""
    first, _ = rivals(shown) or (OTHERS, OTHERS)
    values: list[float] = [0]
    ends: dict[str, tuple[float, float]] = {}
    for position, (steps, places) in enumerate(zip(told, where, strict=True)):
        dotted: dict[str, list[tuple[float, float]]] = {}
        line, crossed, ringed = [], [], []
        for step, x in zip(steps, places, strict=True):
            value = signed(step.lead, first)
            if value is None or step.lead is None:
                continue
            y = eye(value)
            values.append(y)
            if not step.counts:
                crossed.append((x, y))
                continue
            line.append((x, y))
            leader = step.lead.leader
            paint = colour(session, asked.contest, leader) if leader else page.look.paper
            dotted.setdefault(paint, []).append((x, y))
            if step.corrects:
                ringed.append((x, y))
            text = f"{asked.pair[position]} {turkish.clock(step.bulletin.as_of.time())}: "
            text += lead_words(session, asked.contest, step.lead)
            page.marks.append(point(axes, x, y, text, step))
            ends[asked.pair[position]] = (x, y)
        for paint, spots in dotted.items():
            axes.plot(
                *zip(*spots, strict=True),
                linestyle="none",
                markeredgecolor=page.look.ink,
                clip_on=False,
                marker=MARKERS[position],
                markersize=8 if position == 0 else 5.5,
                markerfacecolor=paint,
                markeredgewidth=0.8,
                zorder=4,
            )
        if ringed:
            axes.plot(
                *zip(*ringed, strict=True),
                linestyle="none",
                markeredgecolor=page.look.ink,
                clip_on=False,
                marker="o",
                markersize=14,
                markerfacecolor="none",
                markeredgewidth=1.2,
                zorder=3,
            )
        if crossed:
            axes.plot(
                *zip(*crossed, strict=True),
                linestyle="none",
                marker="x",
                color=page.look.muted,
                markersize=8,
                markeredgewidth=2,
                zorder=4,
            )
        axes.plot(
            [x for x, _ in line],
            [y for _, y in line],
            color=page.look.ink,
            linestyle=STROKES[position],
            linewidth=1.4,
            zorder=3,
        )
    low, high = min(values), max(values)
    room = max((high - low) * 0.1, 1)
    axes.set_ylim(low - room, high + room)
    axes.axhline(0, color=page.look.ink, linewidth=1)
    axes.grid(color=page.look.grid, linewidth=0.7)
    commas(axes, ticks)
    height = axes.get_position().height * page.height
    scale = height / (high - low + 2 * room)
    heights = {name: (y - low + room) * scale for name, (_, y) in ends.items()}
    for name, spot in apart(heights, height).items():
        axes.annotate(
            name,
            ends[name],
            xytext=(points(12), points(spot - heights[name])),
            textcoords="offset points",
            fontsize=points(13),
            fontweight="bold",
            color=page.look.ink,
            va="center",
            annotation_clip=False,
        )


def names(session: Session, asked: ChartAsked, shown: Sequence[SideBySide]) -> tuple[str, str]:
    """Who is above the zero line of the leads, and who is most often below it."""
    pair = rivals(shown) or (OTHERS, OTHERS)
    first, second = (session.election.label(asked.contest, code) for code in pair)
    return first, second


def _lead_subtitle(
    session: Session, asked: ChartAsked, shown: Sequence[SideBySide], first: str, second: str
) -> str:
    last = [
        f"{word.source.agency}: {lead_words(session, asked.contest, word.lead)}"
        for side in shown
        for word in (side.a, side.b)
        if word.lead
    ]
    if not last:
        return "Puan."
    below = "öbürleri" if second == first else f"{second} ya da bir başkası"
    told = f" Son durum: {'; '.join(dict.fromkeys(last))}." if last else ""
    return f"Puan; sıfırın üstünde {first}, altında {below} önde.{told}"


def _leaders(
    session: Session, asked: ChartAsked, told: Sequence[Sequence[SeriesStep]]
) -> list[Sign]:
    codes = {step.lead.leader for steps in told for step in steps if step.lead}
    return [
        Sign(
            f"{session.election.label(asked.contest, code)} önde",
            face=colour(session, asked.contest, code),
        )
        for code in sorted(code for code in codes if code)
    ]


def _fates(page: ChartPage, told: Sequence[Sequence[SeriesStep]]) -> list[Sign]:
    signs = []
    if any(step.corrects and step.counts for steps in told for step in steps):
        signs.append(Sign("düzeltilmiş bülten (halka)", "o", face=page.look.paper))
    if any(not step.counts for steps in told for step in steps):
        signs.append(Sign("yerine yenisi gelen ya da geri çekilen", "x", face=page.look.muted))
    return signs


def _say(
    page: ChartPage, session: Session, asked: ChartAsked, told: Sequence[Sequence[SeriesStep]]
) -> None:
    for agency, steps in zip(asked.pair, told, strict=False):
        counted = [step for step in steps if step.counts and step.lead]
        if not counted:
            page.said.append(f"{agency}: {NOTHING}")
            continue
        ends = counted if len(counted) == 1 else [counted[0], counted[-1]]
        told_at = "; ".join(_at(session, asked, step) for step in ends)
        page.said.append(f"{agency}, {len(counted)} bülten: {told_at}")


def _at(session: Session, asked: ChartAsked, step: SeriesStep) -> str:
    clock = turkish.clock(step.bulletin.as_of.time())
    return f"saat {clock} {lead_words(session, asked.contest, step.lead)}"


_LEFT, _RIGHT, _TOP, _FOOT = 40, 58, 26, 24
_TICKS = 4


def small(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """Both agencies' leads over time; plus is the side of whoever leads most."""
    page.figure.set_facecolor(page.look.paper)
    shown = sides(session, asked)
    told = [series(session, asked, agency) for agency in dict.fromkeys(asked.pair)]
    if not any(step.lead and step.lead.points is not None for steps in told for step in steps):
        page.tell(NOTHING, 13)
        return shown
    room = (page.width - _LEFT - _RIGHT, page.height - _TOP - _FOOT)
    first, second = names(session, asked, shown)
    page.write(8, 5, f"↑ {first} önde   ↓ {second} önde", 11, page.look.muted)
    axes = page.axes(_LEFT, _TOP, *room)
    minutes = [[step.minute for step in steps] for steps in told]
    leads(page, session, asked, axes, shown, told, minutes, _TICKS)
    clock(axes, told, _TICKS)
    page.said += [mark.text for mark in page.marks]
    return shown
