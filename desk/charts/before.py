"""The chart against last time: lead and turnout of every district in both agencies.

Last time's figures are the resources'; an election without them gets a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from desk import turkish
from desk.charts.facts import ChartAsked, colour, earlier, plus, rivals, sides, signed, turnout_of
from desk.charts.page import NOTHING, ChartMark, ChartPage, Sign, agencies, eye, part_of
from desk.charts.rows import ChartRow, join, mark, panels
from desk.facts.standing import margin
from desk.file.session import Session
from desk.rules.columns import baseline_of
from desk.rules.discrepancies import SideBySide
from desk.turkish.numbers import written

_THOUSANDTHS = Decimal(1000)
_NONE = Decimal(-1)
_MOVED = ("farkı en çok değişenler", "farkı en çok değişenden başlayarak")


def baseline(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """Lead and turnout in both agencies against the same contest last time."""
    shown = tuple(side for side in sides(session, asked) if not side.is_empty)
    before = baseline_of(session.election.id, asked.contest)
    day = earlier(session.election.id)
    race = session.election.contest(asked.contest)
    known = [side for side in shown if side.place in before.places]
    pair = rivals(known)
    if pair is None or not day:
        page.head(f"{race.name_tr}: önceki seçime göre", "Fark ve katılım")
        page.tell("Önceki seçimin sonucu yok" if shown else NOTHING)
        return shown
    year = day[:4]
    was = {side.place: _side_of(before.places[side.place].shares, pair[0]) for side in known}

    def moved(side: SideBySide) -> Decimal:
        now = (signed(word.lead, pair[0]) for word in (side.a, side.b))
        return max((abs(lead - was[side.place]) for lead in now if lead is not None), default=_NONE)

    ranked = sorted(known, key=moved, reverse=True)
    drawn, less = part_of(page, asked, ranked, *_MOVED)
    drawn.sort(key=lambda side: turkish.sort_key(side.place))
    names = [session.election.label(asked.contest, code) for code in pair]
    page.head(
        f"{race.name_tr}: {year} ile fark ve katılım",
        f"Puan; artı {names[0]}, eksi {names[1]} ya da bir başkası önde. "
        f"Yazılar: önce {year}, sonra ajanslar; K: katılım. {less}".strip(),
        [Sign(f"{year} kesin sonucu (YSK)", "|", face=page.look.ink), *agencies(asked)],
    )
    lines, ends = [], []
    for side in drawn:
        old = before.places[side.place]
        then = was[side.place]
        now = [signed(word.lead, pair[0]) for word in (side.a, side.b)]
        turnouts = [turnout_of(word) for word in (side.a, side.b)]
        ends.append((then, now))
        voted = (Decimal(old.turnout) / _THOUSANDTHS).quantize(Decimal("0.1"))
        last = " / ".join("–" if value is None else written(value) for value in turnouts)
        if turnouts == [None, None]:
            last = "–"
        leads = " / ".join("–" if value is None else plus(value) for value in now)
        lines.append(
            ChartRow(
                side.place,
                (
                    f"{plus(then.quantize(Decimal('0.1')))} → {leads}",
                    f"K {written(voted)} → {last}",
                ),
            )
        )
    every = [value for then, now in ends for value in (then, *now) if value is not None]
    low, high = min(0, eye(min(every))), max(0, eye(max(every)))
    room = max((high - low) * 0.05, 2)
    for axes, first, stop in panels(page, lines, (low - room, high + room)):
        axes.axvline(0, color=page.look.ink, linewidth=0.8)
        marks = [eye(then) for then, _ in ends[first:stop]]
        axes.plot(marks, range(len(marks)), "|", markersize=11, color=page.look.ink, mew=2)
        for row, (side, (then, now)) in enumerate(
            zip(drawn[first:stop], ends[first:stop], strict=True)
        ):
            for position, (word, value) in enumerate(zip((side.a, side.b), now, strict=True)):
                if value is None or word.lead is None:
                    continue
                join(page, row, eye(then), eye(value), page.look.muted, 1.4)
                paint = colour(session, asked.contest, word.lead.leader or pair[0])
                mark(page, eye(value), row, position, paint, True)
                moment = turkish.clock(word.lead.bulletin.as_of.time())
                agency, number = word.source.agency, word.lead.bulletin.id
                text = f"{agency}: {plus(value)} ({moment}; {year}: {plus(then)})"
                page.marks.append(
                    ChartMark(axes, eye(value), row, text, side.place, agency, number)
                )
    page.said += map(str, lines)
    return shown


def _side_of(shares: Mapping[str, int], first: str) -> Decimal:
    """Last time's lead in points, plus for the first contender and minus for anybody else."""
    leader, ahead = margin(shares) or (None, Decimal(0))
    return (ahead if leader in (first, None) else -ahead) / _THOUSANDTHS
