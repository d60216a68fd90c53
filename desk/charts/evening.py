"""The chart of every contender's share over the evening of one place.

The agencies differ by mark and stroke, the contenders by colour and by the words at the line's end.
"""

from __future__ import annotations

from decimal import Decimal

from desk import turkish
from desk.charts.axis import apart, clock, commas, lines, point
from desk.charts.facts import Asked, colour, series, shares_in, sides
from desk.charts.page import MARKERS, NOTHING, SIDE, STROKES, Page, eye, fitted, points, wide
from desk.facts.election import OTHERS
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

CONTENDERS = 12
"""Contenders with a line of their own; more could not be told apart."""


def shares(page: Page, session: Session, asked: Asked) -> tuple[SideBySide, ...]:
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
