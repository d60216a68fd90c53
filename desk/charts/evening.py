"""Charts of one place: leads and shares over the evening, and leads at the same opened share.

The agencies differ by mark and stroke, the contenders by colour and by the words at the line's end.
Which bulletins there are, and what each of them says, is read elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desk import turkish
from desk.charts.facts import (
    ChartAsked,
    Evening,
    SeriesStep,
    called,
    colour,
    evening_rivals,
    lead_words,
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
    number_ticks,
    points,
    wide,
)
from desk.facts.election import OTHERS
from desk.facts.standing import Lead
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

if TYPE_CHECKING:
    from matplotlib.axes import Axes


CONTENDERS = 12
"""Contenders with a line of their own; more could not be told apart."""

_DAY = 24 * 60
_TIME_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
_TIMES, _NUMBERS = 9, 7
"""How many times along the foot, and numbers up the side, there is room for."""

_LINE = 15
"""The height of a label at a line's end."""

_SMALL_LEFT, _SMALL_RIGHT, _SMALL_TOP, _SMALL_FOOT = 40, 58, 26, 24
_SMALL_TICKS = 4

ByAgency = Sequence[Sequence[SeriesStep]]
"""Each agency's bulletins on the place, in the pair's order."""


def lead(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The lead over time, a line for each agency, with the opened share under it."""
    shown = sides(session, asked)
    by_agency = _by_agency(session, asked)
    title = f"{session.election.contest(asked.contest).name_tr}, {asked.place}: önde olanın farkı"
    _lead_head(page, session, asked, title, shown, by_agency)
    if not _has_points(by_agency):
        page.tell(NOTHING)
        return shown
    room = page.height - page.bottom - page.top - 26
    is_opened = any(step.opened is not None for steps in by_agency for step in steps)
    low = room * 0.27 if is_opened else 0
    axes = page.axes(SIDE + 54, page.top + 4, page.width - 2 * SIDE - 120, room - low - 26)
    minutes = [[step.minute for step in steps] for steps in by_agency]
    _leads(page, session, asked, axes, by_agency, minutes, _first_rival(shown, by_agency))
    _time_ticks(axes, by_agency)
    if is_opened:
        under = page.axes(
            SIDE + 54, page.top + room - low + 10, page.width - 2 * SIDE - 120, low - 10
        )
        _opened_under(page, axes, under, by_agency)
    _say_leads(page, session, asked, by_agency)
    return shown


def shares(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """Every contender's share over time, in both agencies."""
    shown = sides(session, asked)
    by_agency = [
        [step for step in steps if shares_in(step) and step.counts]
        for steps in _by_agency(session, asked)
    ]
    newest = [shares_in(steps[-1]) if steps else {} for steps in by_agency]
    ranked = _by_newest_share(newest)
    drawn = ranked[:CONTENDERS]
    less = f" En yüksek {len(drawn)} aday." if len(drawn) < len(ranked) else ""
    page.head(
        f"{session.election.contest(asked.contest).name_tr}, {asked.place}: yüzdeler",
        f"Ajansların verdiği saatlere göre, yüzde.{less}",
        _lines_key(asked),
    )
    if not drawn:
        page.tell(NOTHING)
        return shown
    words = {code: _end_words(page, session, asked, code, newest) for code in drawn}
    right = max(wide(text, 12) for text in words.values()) + 30
    room = page.height - page.bottom - page.top - 30
    size = (page.width - 2 * SIDE - 44 - right, room - 4)
    axes = page.axes(SIDE + 44, page.top + 4, *size)
    for code in drawn:
        _share_line(page, session, asked, axes, by_agency, code)
    said = (shares_in(step).get(code) for steps in by_agency for step in steps for code in drawn)
    top = eye(max([Decimal(1), *(share for share in said if share is not None)])) * 1.06
    axes.set_ylim(0, top)
    _time_ticks(axes, by_agency)
    axes.grid(color=page.look.grid, linewidth=0.7)
    number_ticks(axes.yaxis, _NUMBERS)
    heights = {
        code: max(eye(one[code]) for one in newest if code in one) / top * size[1] for code in drawn
    }
    colours = {code: colour(session, asked.contest, code) for code in drawn}
    _label_shares(page, axes, size, words, heights, colours)
    return shown


def stage(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The two agencies' leads over the opened share: what each said at the same stage."""
    shown = sides(session, asked)
    by_agency = [
        [step for step in steps if step.opened is not None] for steps in _by_agency(session, asked)
    ]
    race = session.election.contest(asked.contest)
    title = f"{race.name_tr}, {asked.place}: eşit açılan sandıkta fark"
    _lead_head(page, session, asked, title, shown, by_agency)
    if not _has_points(by_agency):
        page.tell(NOTHING)
        return shown
    room = page.height - page.bottom - page.top - 52
    axes = page.axes(SIDE + 54, page.top + 4, page.width - 2 * SIDE - 120, room - 8)
    where = [[eye(step.opened) for step in steps if step.opened is not None] for steps in by_agency]
    _leads(page, session, asked, axes, by_agency, where, _first_rival(shown, by_agency))
    axes.set_xlim(0, 100)
    axes.set_xticks(range(0, 101, 10), [f"%{share}" for share in range(0, 101, 10)])
    axes.set_xlabel("Açılan sandık", fontsize=points(12), color=page.look.muted)
    _say_leads(page, session, asked, by_agency)
    return shown


def small(
    page: ChartPage, session: Session, asked: ChartAsked, read: Evening
) -> tuple[SideBySide, ...]:
    """Both agencies' leads over time where there is little room; no head, no key and no foot."""
    page.figure.set_facecolor(page.look.paper)
    shown, by_agency = read.shown, read.by_agency
    if not _has_points(by_agency):
        page.tell(NOTHING, 13)
        return shown
    room = (
        page.width - _SMALL_LEFT - _SMALL_RIGHT,
        page.height - _SMALL_TOP - _SMALL_FOOT,
    )
    first, second = _rival_names(session, asked, shown, by_agency)
    page.write(8, 5, f"↑ {first} önde   ↓ {second} önde", 11, page.look.muted)
    axes = page.axes(_SMALL_LEFT, _SMALL_TOP, *room)
    minutes = [[step.minute for step in steps] for steps in by_agency]
    _leads(
        page, session, asked, axes, by_agency, minutes, _first_rival(shown, by_agency), _SMALL_TICKS
    )
    _time_ticks(axes, by_agency, _SMALL_TICKS)
    page.said += [mark.text for mark in page.marks]
    return shown


def _by_agency(session: Session, asked: ChartAsked) -> ByAgency:
    return [series(session, asked, agency) for agency in dict.fromkeys(asked.pair)]


def _has_points(by_agency: ByAgency) -> bool:
    """Whether anybody has given a lead in points."""
    return any(step.lead and step.lead.points is not None for steps in by_agency for step in steps)


# The leads


@dataclass(frozen=True, slots=True)
class _LeadSpot:
    """A bulletin's lead in the drawing: ``y`` in points, plus for the first rival."""

    x: float
    y: float
    step: SeriesStep
    lead: Lead


def _leads(
    page: ChartPage,
    session: Session,
    asked: ChartAsked,
    axes: Axes,
    by_agency: ByAgency,
    where: Sequence[Sequence[float]],
    first: str,
    numbers: int = _NUMBERS,
) -> None:
    """Both agencies' leads, each bulletin's at ``where`` it lies across, and the zero line.

    Plus is the side of ``first``.
    """
    values: list[float] = [0]
    ends: dict[str, tuple[float, float]] = {}
    for position, (steps, across) in enumerate(zip(by_agency, where, strict=True)):
        spots = _spots(steps, across, first)
        values += [spot.y for spot in spots]
        counted = [spot for spot in spots if spot.step.counts]
        for spot in counted:
            text = f"{asked.pair[position]} {turkish.clock(spot.step.bulletin.as_of.time())}: "
            text += lead_words(session, asked.contest, spot.lead)
            page.marks.append(_mark_of(axes, spot.x, spot.y, text, spot.step))
            ends[asked.pair[position]] = (spot.x, spot.y)
        _lead_dots(page, session, asked, axes, position, counted)
        _lead_fates(page, axes, spots)
        axes.plot(
            [spot.x for spot in counted],
            [spot.y for spot in counted],
            color=page.look.ink,
            linestyle=STROKES[position],
            linewidth=1.4,
            zorder=3,
        )
    low, high = min(values), max(values)
    air = max((high - low) * 0.1, 1)
    axes.set_ylim(low - air, high + air)
    axes.axhline(0, color=page.look.ink, linewidth=1)
    axes.grid(color=page.look.grid, linewidth=0.7)
    number_ticks(axes.yaxis, numbers)
    height = axes.get_position().height * page.height
    scale = height / (high - low + 2 * air)
    _name_ends(page, axes, ends, {name: (y - low + air) * scale for name, (_, y) in ends.items()})


def _spots(steps: Sequence[SeriesStep], across: Sequence[float], first: str) -> list[_LeadSpot]:
    found = []
    for step, x in zip(steps, across, strict=True):
        value = signed(step.lead, first)
        if value is not None and step.lead is not None:
            found.append(_LeadSpot(x, eye(value), step, step.lead))
    return found


def _lead_dots(
    page: ChartPage,
    session: Session,
    asked: ChartAsked,
    axes: Axes,
    position: int,
    counted: Sequence[_LeadSpot],
) -> None:
    """The agency's own mark for every lead that counts, in its leader's colour; none in a tie."""
    by_colour: dict[str, list[_LeadSpot]] = {}
    for spot in counted:
        leader = spot.lead.leader
        paint = colour(session, asked.contest, leader) if leader else page.look.paper
        by_colour.setdefault(paint, []).append(spot)
    for paint, spots in by_colour.items():
        _dots(
            axes,
            spots,
            markeredgecolor=page.look.ink,
            clip_on=False,
            marker=MARKERS[position],
            markersize=8 if position == 0 else 5.5,
            markerfacecolor=paint,
            markeredgewidth=0.8,
            zorder=4,
        )


def _lead_fates(page: ChartPage, axes: Axes, spots: Sequence[_LeadSpot]) -> None:
    """A ring round what corrects a bulletin, a cross for what no longer counts."""
    if ringed := [spot for spot in spots if spot.step.counts and spot.step.corrects]:
        _dots(
            axes,
            ringed,
            markeredgecolor=page.look.ink,
            clip_on=False,
            marker="o",
            markersize=14,
            markerfacecolor="none",
            markeredgewidth=1.2,
            zorder=3,
        )
    if crossed := [spot for spot in spots if not spot.step.counts]:
        _dots(
            axes,
            crossed,
            marker="x",
            color=page.look.muted,
            markersize=8,
            markeredgewidth=2,
            zorder=4,
        )


def _dots(axes: Axes, spots: Sequence[_LeadSpot], **looks: Any) -> None:
    axes.plot([spot.x for spot in spots], [spot.y for spot in spots], linestyle="none", **looks)


def _name_ends(
    page: ChartPage,
    axes: Axes,
    ends: Mapping[str, tuple[float, float]],
    heights: Mapping[str, float],
) -> None:
    """Each agency's name beside the end of its line; ``heights`` are the ends' in pixels."""
    room = axes.get_position().height * page.height
    for name, spot in _apart(heights, room).items():
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


def _opened_under(page: ChartPage, axes: Axes, under: Axes, by_agency: ByAgency) -> None:
    """The opened share in a band under the leads, over the same times."""
    for position, steps in enumerate(by_agency):
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
    _time_ticks(under, by_agency)
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


def _first_rival(shown: Sequence[SideBySide], by_agency: ByAgency) -> str:
    """Whose leads are plus."""
    return evening_rivals(shown, by_agency)[0]


def _rival_names(
    session: Session, asked: ChartAsked, shown: Sequence[SideBySide], by_agency: ByAgency
) -> tuple[str, str]:
    """Who is above the zero line of the leads, and who is most often below it."""
    pair = evening_rivals(shown, by_agency)
    first, second = (called(session, asked.contest, code) for code in pair)
    return first, second


def _lead_head(
    page: ChartPage,
    session: Session,
    asked: ChartAsked,
    title: str,
    shown: Sequence[SideBySide],
    by_agency: ByAgency,
) -> None:
    signs = [*_lines_key(asked), *_fates_key(page, by_agency)]
    signs += _leaders_key(session, asked, by_agency)
    page.head(title, _lead_subtitle(session, asked, shown, by_agency), signs)


def _lead_subtitle(
    session: Session, asked: ChartAsked, shown: Sequence[SideBySide], by_agency: ByAgency
) -> str:
    last = [
        f"{word.source.agency}: {lead_words(session, asked.contest, word.lead)}"
        for side in shown
        for word in (side.a, side.b)
        if word.lead
    ]
    if not last:
        return "Puan."
    first, second = _rival_names(session, asked, shown, by_agency)
    below = "öbürleri" if second == first else f"{second} ya da bir başkası"
    now = f"Son durum: {'; '.join(dict.fromkeys(last))}."
    return f"Puan; sıfırın üstünde {first}, altında {below} önde. {now}"


def _lines_key(asked: ChartAsked) -> list[Sign]:
    """The agencies' marks and strokes."""
    return [
        Sign(agency, MARKERS[position], STROKES[position], "#9A9A9A")
        for position, agency in enumerate(dict.fromkeys(asked.pair))
    ]


def _fates_key(page: ChartPage, by_agency: ByAgency) -> list[Sign]:
    """The ring and the cross, where there are any."""
    signs = []
    if any(step.corrects and step.counts for steps in by_agency for step in steps):
        signs.append(Sign("düzeltilmiş bülten (halka)", "o", face=page.look.paper))
    if any(not step.counts for steps in by_agency for step in steps):
        signs.append(Sign("yerine yenisi gelen ya da geri çekilen", "x", face=page.look.muted))
    return signs


def _leaders_key(session: Session, asked: ChartAsked, by_agency: ByAgency) -> list[Sign]:
    codes = {step.lead.leader for steps in by_agency for step in steps if step.lead}
    return [
        Sign(
            f"{called(session, asked.contest, code)} önde",
            face=colour(session, asked.contest, code),
        )
        for code in sorted(code for code in codes if code)
    ]


def _say_leads(page: ChartPage, session: Session, asked: ChartAsked, by_agency: ByAgency) -> None:
    """The evening in words: each agency's first and last lead that counts."""
    for agency, steps in zip(asked.pair, by_agency, strict=False):
        counted = [step for step in steps if step.counts and step.lead]
        if not counted:
            page.said.append(f"{agency}: {NOTHING}")
            continue
        ends = counted if len(counted) == 1 else [counted[0], counted[-1]]
        leads = "; ".join(
            f"saat {turkish.clock(step.bulletin.as_of.time())} "
            f"{lead_words(session, asked.contest, step.lead)}"
            for step in ends
        )
        page.said.append(f"{agency}, {len(counted)} bülten: {leads}")


# The shares


def _by_newest_share(newest: Sequence[Mapping[str, Decimal]]) -> list[str]:
    """Contenders by the greatest share either agency now gives them; *Diğer* last."""
    return sorted(
        {code for one in newest for code in one},
        key=lambda code: (
            code == OTHERS,
            -max(one.get(code, Decimal(-1)) for one in newest),
            code,
        ),
    )


def _end_words(
    page: ChartPage,
    session: Session,
    asked: ChartAsked,
    code: str,
    newest: Sequence[Mapping[str, Decimal]],
) -> str:
    """What stands at the end of a contender's lines, and in the text that says the chart."""
    given = [
        f"{agency} {turkish.share_sign(one[code])}"
        for agency, one in zip(asked.pair, newest, strict=False)
        if code in one
    ]
    label, figures = called(session, asked.contest, code), "  ".join(given)
    page.said.append(f"{label}  {figures}")
    return f"{fitted(label, 12, page.width / 4)}  {figures}"


def _share_line(
    page: ChartPage,
    session: Session,
    asked: ChartAsked,
    axes: Axes,
    by_agency: ByAgency,
    code: str,
) -> None:
    """A contender's line in each agency, with a mark for each bulletin that gives a share."""
    label = called(session, asked.contest, code)
    for position, steps in enumerate(by_agency):
        known = [step for step in steps if code in shares_in(step)]
        values = [shares_in(step)[code] for step in known]
        axes.plot(
            [step.minute for step in known],
            [eye(value) for value in values],
            color=colour(session, asked.contest, code),
            linestyle=STROKES[position],
            marker=MARKERS[position],
            markersize=6.5 if position == 0 else 3.5,
            linewidth=1.6,
            clip_on=False,
        )
        for step, value in zip(known, values, strict=True):
            when = f"{asked.pair[position]} {turkish.clock(step.bulletin.as_of.time())}"
            text = f"{when} {label}: {turkish.share_sign(value)}"
            page.marks.append(_mark_of(axes, step.minute, eye(value), text, step))


def _label_shares(
    page: ChartPage,
    axes: Axes,
    size: tuple[float, float],
    words: Mapping[str, str],
    heights: Mapping[str, float],
    colours: Mapping[str, str],
) -> None:
    """Each contender's words beside the axes, with a line to where her own line ends.

    ``size`` is the axes', and ``heights`` where the lines end, in pixels.
    """
    across, down = size
    for code, height in _apart(heights, down).items():
        axes.annotate(
            words[code],
            (1, heights[code] / down),
            xytext=(1 + 22 / across, height / down),
            xycoords="axes fraction",
            textcoords="axes fraction",
            fontsize=points(12),
            color=page.look.ink,
            va="center",
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "relpos": (0, 0.5),
                "color": colours[code],
                "linewidth": 1.6,
                "shrinkA": 1,
                "shrinkB": 3,
            },
        )


# What all of them share


def _mark_of(axes: Axes, x: float, y: float, text: str, step: SeriesStep) -> ChartMark:
    """The mark of a bulletin."""
    source = step.bulletin.source
    return ChartMark(axes, x, y, text, source.place, source.agency, step.bulletin.id)


def _time_ticks(axes: Axes, by_agency: ByAgency, most: int = _TIMES) -> None:
    """At most so many times of the night along the foot, from the first bulletin to the last."""
    minutes = [step.minute for steps in by_agency for step in steps] or [0]
    first, last = min(minutes), max(minutes)
    step = next((one for one in _TIME_STEPS if (last - first) / one <= most), _TIME_STEPS[-1])
    ticks = range(first - first % step, last + step, step)
    shown = [tick for tick in ticks if first <= tick <= last] or [first]
    axes.set_xticks(shown, [f"{tick % _DAY // 60:02d}.{tick % 60:02d}" for tick in shown])
    spare = max((last - first) * 0.02, 1)
    axes.set_xlim(first - spare, last + spare)


def _apart(heights: Mapping[str, float], room: float) -> dict[str, float]:
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
