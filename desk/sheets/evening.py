"""A place's evening as a small SVG for paper: the lead in both agencies, the opened share under it.

Black on white; the agencies differ in mark and stroke. It needs no drawing library, so that a
thousand sheets are made in a minute; the charts for readers are `desk.charts`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, Decimal
from html import escape

from desk.charts.facts import ChartAsked, SeriesStep, evening_rivals, plus, series, signed
from desk.facts.election import OTHERS
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

WIDTH, HEIGHT = 1830, 520
"""The drawing's size in tenths of a millimetre."""

_LEFT, _TOP = 110, 24
_BOTTOM, _UNDER, _END = 330, 362, 440

_SAID = 15
"""About the width of a letter, for the room that the last leads take at the right."""

_HOUR = 60
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10), Decimal(20), Decimal(50))
_STROKES = ("", ' stroke-dasharray="14 9"')
_GREY = "#8a8a8a"

Leads = Sequence[tuple[SeriesStep, Decimal | None]]
"""Bulletins with the lead each gave, plus for the first contender's side."""


class Scale:
    """Where a value lies between two ends of the drawing."""

    def __init__(self, low: Decimal, high: Decimal, start: int, stop: int) -> None:
        self._low, self._span = low, (high - low) or Decimal(1)
        self._start, self._length = start, stop - start

    def __call__(self, value: Decimal | int) -> Decimal:
        at = self._start + (Decimal(value) - self._low) * self._length / self._span
        return at.quantize(Decimal("0.1"))


def title(session: Session, side: SideBySide) -> str:
    """What the drawing shows, with the two contenders whose sides it has."""
    first, second = evening_rivals([side], _series(session, side))
    names = [session.election.label(side.contest, code) for code in (first, second)]
    below = "öbürleri" if second == OTHERS else f"{names[1]} ya da bir başkası"
    return f"Önde olanın farkı, puan (sıfırın üstünde {names[0]}, altında {below} önde)"


def evening(session: Session, side: SideBySide) -> str:
    """The drawing; empty while nobody has given a lead here."""
    pair = (side.a.source.agency, side.b.source.agency)
    by_agency = _series(session, side)
    first, _ = evening_rivals([side], by_agency)
    leads = [[(step, signed(step.lead, first)) for step in one] for one in by_agency]
    values = [value for one in leads for _, value in one if value is not None]
    if not values:
        return ""
    minutes = [step.minute for one in by_agency for step in one]
    said = [_last(agency, one) for agency, one in zip(pair, leads, strict=False)]
    right = WIDTH - 36 - max(_SAID * len(text) for text, _ in said)
    start, stop = _bounds(min(minutes), max(minutes))
    x = Scale(Decimal(start), Decimal(stop), _LEFT, right)
    y, grid = _points(values)
    parts = [_across(y(mark), right, plus(mark), mark == 0) for mark in grid]
    parts += _down(x, start, stop)
    for position, one in enumerate(leads):
        parts += _line(position, [(x(s.minute), y(v), s) for s, v in one if v is not None])
    parts += _labels([(y(value), text) for text, value in said if value is not None])
    parts += _opened(by_agency, x, right)
    parts += _key(pair[: len(by_agency)], [step for one in by_agency for step in one], right)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="DejaVu Sans" font-weight="normal" font-size="25">{"".join(parts)}</svg>'
    )


def _series(session: Session, side: SideBySide) -> list[list[SeriesStep]]:
    """Each agency's bulletins on the place."""
    pair = (side.a.source.agency, side.b.source.agency)
    asked = ChartAsked("lead", side.contest, pair, side.place)
    return [series(session, asked, agency) for agency in dict.fromkeys(pair)]


def _last(agency: str, leads: Leads) -> tuple[str, Decimal | None]:
    """An agency's last lead that counts, in words and as a value."""
    counted = [value for step, value in leads if value is not None and step.counts]
    return (f"{agency} {plus(counted[-1])}", counted[-1]) if counted else ("", None)


def _bounds(first: int, last: int) -> tuple[int, int]:
    """The evening in whole half hours, one at least."""
    start, stop = first // 30 * 30, -(-last // 30) * 30
    return start, max(stop, start + 30)


def _points(values: Sequence[Decimal]) -> tuple[Scale, list[Decimal]]:
    """The scale of the leads with the zero in it, and the few lines drawn across."""
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    step = next((one for one in _STEPS if (high - low) / one <= 5), _STEPS[-1])
    under = -(-low / step).to_integral_value(ROUND_CEILING) * step
    above = max((high / step).to_integral_value(ROUND_CEILING) * step, under + step)
    count = int((above - under) / step)
    return Scale(under, above, _BOTTOM, _TOP), [under + step * n for n in range(count + 1)]


def _across(y: Decimal, right: int, text: str, zero: bool) -> str:
    pen = 'stroke="#000" stroke-width="3"' if zero else 'stroke="#c4c4c4" stroke-width="1.5"'
    return f'<line x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}" {pen}/>' + _text(
        Decimal(_LEFT - 14), y + 9, text, "end"
    )


def _down(x: Scale, start: int, stop: int) -> list[str]:
    every = next(n for n in (30, 60, 120, 180, 360, 720, 1440) if (stop - start) // n <= 12)
    return [
        _text(x(minute), Decimal(_END + 32), _clock(minute), "middle")
        for minute in range(-(-start // every) * every, stop + 1, every)
    ]


def _clock(minute: int) -> str:
    return f"{minute // _HOUR % 24:02d}.{minute % _HOUR:02d}"


def _line(position: int, spots: Iterable[tuple[Decimal, Decimal, SeriesStep]]) -> list[str]:
    """One agency's leads; what no longer counts is a cross, a correction wears a ring."""
    spots = list(spots)
    counted = [(x, y) for x, y, step in spots if step.counts]
    parts = [_path(counted, position, "#000", 4)] if len(counted) > 1 else []
    for x, y, step in spots:
        if not step.counts:
            parts.append(
                f'<path d="M{x - 9} {y - 9}l18 18m0 -18l-18 18" stroke="{_GREY}" '
                'stroke-width="4" fill="none"/>'
            )
            continue
        parts.append(_mark(position, x, y))
        if step.corrects:
            ring = 'r="17" fill="none" stroke="#000" stroke-width="3"'
            parts.append(f'<circle cx="{x}" cy="{y}" {ring}/>')
    return parts


def _mark(position: int, x: Decimal, y: Decimal) -> str:
    if position == 0:
        return f'<circle cx="{x}" cy="{y}" r="9" fill="#000"/>'
    shape = f"M{x} {y - 12}l12 12l-12 12l-12 -12z"
    return f'<path d="{shape}" fill="none" stroke="#000" stroke-width="3"/>'


def _path(points: Sequence[tuple[Decimal, Decimal]], position: int, ink: str, width: int) -> str:
    corners = " ".join(f"{x},{y}" for x, y in points)
    return (
        f'<polyline points="{corners}" fill="none" stroke="{ink}" '
        f'stroke-width="{width}"{_STROKES[position]}/>'
    )


def _labels(ends: Sequence[tuple[Decimal, str]]) -> list[str]:
    """The last leads at the right end, kept off each other."""
    parts, last = [], Decimal(-100)
    for y, text in sorted(ends):
        last = max(y + 9, last + 28)
        parts.append(_text(Decimal(WIDTH), last, text, "end"))
    return parts


def _opened(by_agency: Sequence[Sequence[SeriesStep]], x: Scale, right: int) -> list[str]:
    y = Scale(Decimal(0), Decimal(100), _END, _UNDER)
    parts = [
        f'<rect x="{_LEFT}" y="{_UNDER}" width="{right - _LEFT}" height="{_END - _UNDER}" '
        'fill="none" stroke="#c4c4c4" stroke-width="1.5"/>',
        _text(Decimal(_LEFT - 14), Decimal(_UNDER + 18), "%100", "end"),
        _text(Decimal(_LEFT - 14), Decimal(_END), "%0", "end"),
        _text(Decimal(WIDTH), Decimal(_UNDER + 30), "açılan", "end"),
        _text(Decimal(WIDTH), Decimal(_UNDER + 58), "sandık", "end"),
    ]
    if all(step.opened is None for steps in by_agency for step in steps):
        nothing = "açılan sandık bildirilmedi"
        return [
            *parts,
            _text(Decimal((_LEFT + right) // 2), Decimal(_UNDER + 48), nothing, "middle"),
        ]
    for position, steps in enumerate(by_agency):
        known = [
            (x(step.minute), y(min(step.opened, Decimal(100))))
            for step in steps
            if step.opened is not None and step.counts
        ]
        if len(known) > 1:
            parts.append(_path(known, position, "#444", 3))
        elif known:
            parts.append(_mark(position, *known[0]))
    return parts


def _key(agencies: Sequence[str], steps: Sequence[SeriesStep], right: int) -> list[str]:
    """Which mark and stroke are whose, and what a cross and a ring mean where there are any."""
    parts, at, line = [], Decimal(_LEFT), Decimal(HEIGHT - 12)
    for position, agency in enumerate(agencies):
        parts.append(_path([(at, line), (at + 80, line)], position, "#000", 4))
        parts.append(_mark(position, at + 40, line))
        parts.append(_text(at + 94, line + 9, agency))
        at += 130 + 18 * len(agency)
    meant = [
        "× yerine yenisi gelen ya da geri çekilen" if any(not one.counts for one in steps) else "",
        "◯ düzeltme" if any(one.corrects and one.counts for one in steps) else "",
    ]
    said = ", ".join(part for part in meant if part)
    return [*parts, _text(Decimal(right), line + 9, said, "end")] if said else parts


def _text(x: Decimal, y: Decimal, text: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
