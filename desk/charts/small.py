"""The chart beside a place's figures: the lead over the evening, small and without head or foot.

It stands where the window already says place, contest, agencies and time; it never leaves it.
"""

from __future__ import annotations

from desk.charts.axis import clock
from desk.charts.facts import Asked, series, sides
from desk.charts.night import leads, names
from desk.charts.page import NOTHING, Page
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

_LEFT, _RIGHT, _TOP, _FOOT = 40, 58, 26, 24
_TICKS = 4


def small(page: Page, session: Session, asked: Asked) -> tuple[SideBySide, ...]:
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
