"""Charts with a row for each place or contender: comparison, gap, opened; and the rows themselves.

Every row carries its figures in words beside the marks, so that neither a colour nor a distance
has to be read to know them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from desk import turkish
from desk.charts.facts import ChartAsked, called, colour, lead_words, opened_of, rivals, sides
from desk.charts.page import (
    HATCH,
    MARKERS,
    NOTHING,
    SIDE,
    ChartMark,
    ChartPage,
    agencies,
    contenders,
    differ,
    eye,
    fitted,
    number_ticks,
    part_of,
    points,
    wide,
)
from desk.facts.bulletin import Topic
from desk.facts.election import OTHERS
from desk.facts.nouns import noun_of_units
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.rules.discrepancies import Gap, SideBySide

if TYPE_CHECKING:
    from matplotlib.axes import Axes


CONTENDERS = 12
"""Contenders of one place that are drawn, the strongest first."""

_WIDEST = ("farkı en büyük olanlar", "farkı en büyükten başlayarak")
_LEAST_ROW = 20
_MOST_ROW = 84
_ROOMY_ROW = 44
_BETWEEN = 30

_LEAST_LONG = 0.2
"""The part of a column that is left to draw on, however long the names are."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row: its name, the words to its right, and whether the agencies' leaders differ."""

    name: str
    cells: tuple[str, ...]
    differ: bool = False

    def __str__(self) -> str:
        return f"{self.name}: {'; '.join(cell for cell in self.cells if cell)}"


def comparison(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """Both agencies' shares of the two strongest, district by district; of a place, of everyone."""
    shown = sides(session, asked)
    if asked.place:
        _contenders(page, session, asked, shown)
        return shown
    shown = tuple(side for side in shown if not side.is_empty)
    pair = rivals(shown)
    ranked = _by_weight(shown, lambda side: side.worst or Decimal(-1))
    drawn, less = part_of(page, session, asked, ranked, *_WIDEST)
    drawn = _in_turkish_order(drawn)
    race = session.election.contest(asked.contest)
    noun = noun_of_units(session.election, asked.contest)
    page.head(
        f"{race.name_tr}: {noun.one} {noun.one} {' ve '.join(asked.pair)}",
        f"Yüzde. Dolu işaret, o ajansa göre önde olan. {less}".strip(),
        [*agencies(asked), *contenders(session, asked, pair or ()), *differ(page, drawn)],
    )
    if pair is None:
        page.tell(NOTHING)
        return shown
    lines = [ChartRow(s.place, _two_leads(session, asked, s), s.leaders_differ) for s in drawn]
    values = [value for side in drawn for code in pair for value in _given(side.gap(code))]
    for axes, first, last in panels(page, lines, _limits(values)):
        for row, side in enumerate(drawn[first:last]):
            for code in pair:
                if code in side.a.shares or code in side.b.shares:
                    _dumbbell(page, axes, session, side, side.gap(code), row, side.place)
    page.said += map(str, lines)
    return shown


def gap(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The widest gap between the two agencies in every district, the widest first."""
    shown = tuple(side for side in sides(session, asked) if not side.is_empty)
    with_gap = sorted(
        (side for side in shown if side.worst is not None),
        key=lambda side: (-(side.worst or 0), turkish.sort_key(side.place)),
    )
    drawn, less = part_of(page, session, asked, with_gap, *_WIDEST)
    race = session.election.contest(asked.contest)
    silent = len(shown) - len(with_gap)
    alone = f"Yalnız bir ajansın bilgi verdiği {silent} yer burada yok." if silent else ""
    how = "Her yerde farkı en büyük aday, puan."
    widest = [_widest(side) for side in drawn]
    codes = [one.contender for one in widest]
    page.head(
        f"{race.name_tr}: {' ile '.join(asked.pair)} arasındaki fark",
        " ".join(part for part in (how, less, alone) if part),
        [*contenders(session, asked, codes), *differ(page, drawn)],
    )
    lines = [
        ChartRow(
            side.place,
            (
                turkish.points(one.gap or 0),
                called(session, asked.contest, one.contender),
            ),
            side.leaders_differ,
        )
        for side, one in zip(drawn, widest, strict=True)
    ]
    most = max((one.gap or Decimal(0) for one in widest), default=Decimal(0))
    for axes, first, last in panels(page, lines, (0, max(eye(most) * 1.04, 1))):
        for row, (side, one) in enumerate(zip(drawn[first:last], widest[first:last], strict=True)):
            value = one.gap or Decimal(0)
            axes.barh(
                row,
                eye(value),
                height=0.62,
                color=colour(session, asked.contest, one.contender),
                edgecolor=page.look.ink,
                linewidth=0.5,
                hatch=HATCH if side.leaders_differ else None,
            )
            page.marks.append(
                ChartMark(axes, eye(value), row, _apart(session, side, one), side.place)
            )
    page.said += map(str, lines)
    return shown


def opened(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The opened share of every district in both agencies."""
    shown = tuple(side for side in sides(session, asked) if not side.is_empty)
    known = [
        side
        for side in shown
        if any(opened_of(session, word) is not None for word in (side.a, side.b))
    ]

    def distance(side: SideBySide) -> Decimal:
        found = (opened_of(session, word) for word in (side.a, side.b))
        return -min(one.value for one in found if one is not None)

    ranked = _by_weight(known, distance)
    drawn, less = part_of(
        page, session, asked, ranked, "en az açılanlar", "en az açılandan başlayarak"
    )
    drawn = _in_turkish_order(drawn)
    race = session.election.contest(asked.contest)
    page.head(
        f"{race.name_tr}: açılan sandık",
        f"Sandıkların yüzdesi. {less}".strip(),
        agencies(asked),
    )
    if not known:
        page.tell("Açılan sandık bildirilmedi" if shown else NOTHING)
        return shown
    lines = []
    for side in drawn:
        two = zip(asked.pair, (opened_of(session, side.a), opened_of(session, side.b)), strict=True)
        said = tuple(f"{agency} {found.text if found else '–'}" for agency, found in two)
        lines.append(ChartRow(side.place, said))
    for axes, first, last in panels(page, lines, (-2, 102)):
        for row, side in enumerate(drawn[first:last]):
            given = [(word, opened_of(session, word)) for word in (side.a, side.b)]
            xs = [eye(found.value) for _, found in given if found is not None]
            join(page, row, min(xs), max(xs), page.look.muted, 2)
            for position, (word, found) in enumerate(given):
                if found is not None:
                    text = f"{word.source.agency}: {found.text}"
                    at = eye(found.value)
                    mark(page, at, row, position, page.look.muted, True)
                    page.marks.append(_of(axes, at, row, text, side.place, word, Topic.OPENED))
    page.said += map(str, lines)
    return shown


def _contenders(
    page: ChartPage, session: Session, asked: ChartAsked, shown: Sequence[SideBySide]
) -> None:
    side = shown[0]
    ranked = sorted(
        side.gaps,
        key=lambda one: (one.contender == OTHERS, -max(one.share_a or 0, one.share_b or 0)),
    )
    drawn = ranked[:CONTENDERS]
    race = session.election.contest(asked.contest)
    leads = "; ".join(_two_leads(session, asked, side))
    less = f" Yüzdesi en yüksek {len(drawn)} aday." if len(drawn) < len(ranked) else ""
    page.head(
        f"{race.name_tr}, {side.place}: {' ve '.join(asked.pair)}",
        f"Yüzde. Dolu işaret, o ajansa göre önde olan. {leads}.{less}",
        [*agencies(asked), *differ(page, shown)],
    )
    lines = []
    for one in drawn:
        words = _said(asked, (one.share_a, one.share_b), turkish.share_sign)
        far = f"fark {turkish.points(one.gap)}" if one.gap is not None else ""
        name = called(session, asked.contest, one.contender)
        lines.append(ChartRow(name, (*words, far)))
    values = [value for one in drawn for value in _given(one)]
    for axes, first, last in panels(page, lines, _limits(values)):
        for row, one in enumerate(drawn[first:last]):
            _dumbbell(page, axes, session, side, one, row, side.place)
    page.said += map(str, lines)


def _dumbbell(
    page: ChartPage,
    axes: Axes,
    session: Session,
    side: SideBySide,
    one: Gap,
    row: int,
    place: str,
) -> None:
    paint = colour(session, side.contest, one.contender)
    if one.share_a is not None and one.share_b is not None:
        join(page, row, eye(one.share_a), eye(one.share_b), paint, 2.2)
    for position, (word, value) in enumerate(((side.a, one.share_a), (side.b, one.share_b))):
        if value is None:
            continue
        ahead = word.lead is not None and word.lead.leader == one.contender
        mark(page, eye(value), row, position, paint, ahead)
        name = called(session, side.contest, one.contender)
        text = f"{word.source.agency} {name}: {turkish.share_sign(value)}"
        page.marks.append(_of(axes, eye(value), row, text, place, word, Topic.SHARES))


def _of(
    axes: Axes, x: float, row: int, text: str, place: str, word: Reported, topic: Topic
) -> ChartMark:
    bulletin = word.topics.get(topic)
    if bulletin is None:
        return ChartMark(axes, x, row, text, place, word.source.agency)
    timed = f"{text} ({turkish.clock(bulletin.as_of.time())})"
    return ChartMark(axes, x, row, timed, place, word.source.agency, bulletin.id)


def _apart(session: Session, side: SideBySide, one: Gap) -> str:
    """A gap with the two shares it lies between, and when each was given."""
    given = [
        f"{word.source.agency} {turkish.share_sign(value)}"
        + (f" ({turkish.clock(word.as_of.time())})" if word.as_of else "")
        for word, value in ((side.a, one.share_a), (side.b, one.share_b))
        if value is not None
    ]
    name = called(session, side.contest, one.contender)
    return f"{name}: fark {turkish.points(one.gap or 0)}; {', '.join(given)}"


def _widest(side: SideBySide) -> Gap:
    return max(side.gaps, key=lambda one: Decimal(-1) if one.gap is None else one.gap)


def _by_weight(
    shown: Sequence[SideBySide], weight: Callable[[SideBySide], Decimal]
) -> list[SideBySide]:
    """What matters most first; of equals, in the order they came."""
    return sorted(shown, key=weight, reverse=True)


def _in_turkish_order(drawn: Sequence[SideBySide]) -> list[SideBySide]:
    return sorted(drawn, key=lambda side: turkish.sort_key(side.place))


def _said(
    asked: ChartAsked,
    values: tuple[Decimal | None, Decimal | None],
    write: Callable[[Decimal], str],
) -> tuple[str, ...]:
    return tuple(
        f"{agency} {'–' if value is None else write(value)}"
        for agency, value in zip(asked.pair, values, strict=True)
    )


def _two_leads(session: Session, asked: ChartAsked, side: SideBySide) -> tuple[str, ...]:
    words = [lead_words(session, asked.contest, word.lead) for word in (side.a, side.b)]
    return tuple(f"{who} {what}" for who, what in zip(asked.pair, words, strict=True))


def _given(one: Gap) -> list[Decimal]:
    return [value for value in (one.share_a, one.share_b) if value is not None]


def _limits(values: Sequence[Decimal]) -> tuple[float, float]:
    """Room for every share, and some air on either side."""
    low, high = eye(min(values, default=Decimal(0))), eye(max(values, default=Decimal(0)))
    air = max((high - low) * 0.05, 1)
    return low - air, high + air


def panels(
    page: ChartPage, lines: Sequence[ChartRow], limits: tuple[float, float]
) -> Iterator[tuple[Axes, int, int]]:
    """Axes with the number of their first row and of the one after their last."""
    if not lines:
        page.tell(NOTHING)
        return
    room = page.height - page.bottom - page.top - 26
    columns = 1 if room / len(lines) >= _LEAST_ROW or page.width < 700 else 2
    each = -(-len(lines) // columns)
    row = min(room / each, _MOST_ROW)
    size = min(12.5 if row < _ROOMY_ROW else 15, row * 0.66)
    # A few rows stand in the middle of their room, not under its edge.
    top = page.top + (room - row * each) / 2
    across = (page.width - 2 * SIDE - _BETWEEN * (columns - 1)) / columns
    left, cells = _widths(lines, size)
    most = across * (1 - _LEAST_LONG)
    if (words := left + sum(cells)) > most:
        lines = [_squeezed(line, size, most / words, left, cells) for line in lines]
        left, cells = _widths(lines, size)
    long = across - left - sum(cells)
    for column in range(columns):
        part = lines[column * each : (column + 1) * each]
        start = SIDE + column * (across + _BETWEEN) + left
        axes = page.axes(start, top, long, row * len(part))
        axes.set_xlim(limits)
        axes.set_ylim(len(part) - 0.5, -0.5)
        axes.set_yticks([])
        axes.grid(axis="x", color=page.look.grid, linewidth=0.7)
        number_ticks(axes.xaxis, min(max(int(long / 45), 2), 8), whole=True)
        for position, line in enumerate(part):
            if line.differ:
                axes.axhspan(
                    position - 0.46,
                    position + 0.46,
                    facecolor="none",
                    edgecolor=page.look.grid,
                    hatch=HATCH,
                    linewidth=0,
                    zorder=0.5,
                )
            _word(page, axes, position, line.name, -10, size, bold=line.differ)
            spot = 14.0
            for cell, width in zip(line.cells, cells, strict=True):
                _word(page, axes, position, cell, spot, size)
                spot += width
        yield axes, column * each, column * each + len(part)
        _flush(page, axes)


def mark(page: ChartPage, x: float, row: int, position: int, paint: str, full: bool) -> None:
    """An agency's mark on a row of the panel at hand: its own shape, filled or hollow."""
    page.dots.setdefault((position, paint, full), []).append((x, row))


def join(page: ChartPage, row: int, one: float, other: float, paint: str, width: float) -> None:
    """A line between two marks of a row."""
    page.joins.setdefault((paint, width), []).append((row, one, other))


def _flush(page: ChartPage, axes: Axes) -> None:
    """Draw a panel's marks and lines, all of a kind at once: one by one they cost the most."""
    for (paint, width), spans in page.joins.items():
        rows, ones, others = zip(*spans, strict=True)
        axes.hlines(rows, ones, others, color=paint, linewidth=width)
    for (position, paint, full), spots in page.dots.items():
        xs, rows = zip(*spots, strict=True)
        axes.plot(
            xs,
            rows,
            linestyle="none",
            marker=MARKERS[position],
            markersize=8.5 if position == 0 else 5,
            markerfacecolor=paint if full else page.look.paper,
            markeredgecolor=page.look.ink if full else paint,
            markeredgewidth=0.9 if full else 1.5,
            zorder=3 + position,
            clip_on=False,
        )
    page.joins.clear()
    page.dots.clear()


def _widths(lines: Sequence[ChartRow], size: float) -> tuple[float, list[float]]:
    """What names and each column of words take, with the blank beside them; pixels."""
    left = max(wide(line.name, size, line.differ) for line in lines) + 12
    return left, [max(wide(cell, size) for cell in column) + 14 for column in _columns(lines)]


def _squeezed(
    line: ChartRow, size: float, by: float, left: float, cells: Sequence[float]
) -> ChartRow:
    """A row of names nobody foresaw, in a part of the room they would take."""
    name = fitted(line.name, size, left * by - 12, line.differ)
    words = zip(line.cells, cells, strict=True)
    return replace(
        line, name=name, cells=tuple(fitted(word, size, width * by - 14) for word, width in words)
    )


def _columns(lines: Sequence[ChartRow]) -> list[tuple[str, ...]]:
    return list(zip(*(line.cells for line in lines), strict=True))


def _word(
    page: ChartPage,
    axes: Axes,
    row: int,
    text: str,
    away: float,
    size: float,
    *,
    bold: bool = False,
) -> None:
    """Text beside a row, all of a row on one base line whatever its letters' dots and tails."""
    axes.annotate(
        text,
        (0 if away < 0 else 1, row),
        xycoords=axes.get_yaxis_transform(),
        xytext=(points(away), -points(size) * 0.36),
        textcoords="offset points",
        fontsize=points(size),
        fontweight="bold" if bold else "normal",
        color=page.look.ink,
        ha="right" if away < 0 else "left",
        va="baseline",
        annotation_clip=False,
    )
