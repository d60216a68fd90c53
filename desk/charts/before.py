"""The chart against last time: lead and turnout of every district in both agencies.

Last time's figures are the resources'; an election without them gets a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from desk import turkish
from desk.charts.facts import ChartAsked, called, colour, plus, rivals, sides, signed, turnout_of
from desk.charts.page import NOTHING, ChartMark, ChartPage, Sign, agencies, eye, part_of
from desk.charts.rows import ChartRow, join, mark, panels
from desk.country.last_time import baseline_of
from desk.facts.figures import rounded
from desk.facts.last_time import Earlier
from desk.facts.leading import by_votes
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide
from desk.turkish.numbers import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NONE = Decimal(-1)
_MOVED = ("farkı en çok değişenler", "farkı en çok değişenden başlayarak")


@dataclass(frozen=True, slots=True)
class _Change:
    """A district's leads in points, plus for the first rival: last time's, and each agency's."""

    side: SideBySide
    then: Decimal
    now: tuple[Decimal | None, ...]

    @property
    def moved(self) -> Decimal:
        """How far the lead is from last time's, by the agency that has it farther; else -1."""
        known = (abs(lead - self.then) for lead in self.now if lead is not None)
        return max(known, default=_NONE)

    @property
    def leads(self) -> tuple[Decimal, ...]:
        """Every lead there is."""
        return (self.then, *(lead for lead in self.now if lead is not None))


def baseline(page: ChartPage, session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """Lead and turnout in both agencies against the same contest last time."""
    shown = tuple(side for side in sides(session, asked) if not side.is_empty)
    before = baseline_of(session.election, asked.contest)
    day = before.day
    race = session.election.contest(asked.contest)
    known = [side for side in shown if side.place in before.places]
    pair = rivals(known)
    if pair is None or not day:
        page.head(f"{race.name_tr}: önceki seçime göre", "Fark ve katılım")
        page.tell("Önceki seçimin sonucu yok" if shown else NOTHING)
        return shown
    # A second round stands against the first of its own year.
    year = "ilk tur" if day[:4] == f"{session.election.date:%Y}" else day[:4]
    changes = {side.place: _change(side, before.places[side.place], pair[0]) for side in known}
    ranked = sorted(known, key=lambda side: changes[side.place].moved, reverse=True)
    drawn, less = part_of(page, session, asked, ranked, *_MOVED)
    drawn.sort(key=lambda side: turkish.sort_key(side.place))
    names = [called(session, asked.contest, code) for code in pair]
    page.head(
        f"{race.name_tr}: {year} ile fark ve katılım",
        f"Puan; artı {names[0]}, eksi {names[1]} ya da bir başkası önde. "
        f"Yazılar: önce {year}, sonra ajanslar; K: katılım. {less}".strip(),
        [Sign(f"{year} kesin sonucu (YSK)", "|", face=page.look.ink), *agencies(asked)],
    )
    rows = [changes[side.place] for side in drawn]
    lines = [_row(change, before.places[change.side.place]) for change in rows]
    for axes, first, stop in panels(page, lines, _limits(rows)):
        axes.axvline(0, color=page.look.ink, linewidth=0.8)
        marks = [eye(change.then) for change in rows[first:stop]]
        axes.plot(marks, range(len(marks)), "|", markersize=11, color=page.look.ink, mew=2)
        for row, change in enumerate(rows[first:stop]):
            _draw(page, axes, session, asked, row, change, pair[0], year)
    page.said += map(str, lines)
    return shown


def _change(side: SideBySide, before: Earlier, first: str) -> _Change:
    """A district's leads; last time's is worked out from the votes."""
    leader, ahead = by_votes(before.votes) or (None, 0)
    votes = ahead if leader in (first, None) else -ahead
    then = rounded(Fraction(100 * votes, before.valid))
    return _Change(side, then, tuple(signed(word.lead, first) for word in (side.a, side.b)))


def _row(change: _Change, before: Earlier) -> ChartRow:
    """A district's row in words."""
    leads = " / ".join("–" if value is None else plus(value) for value in change.now)
    turnouts = [turnout_of(word) for word in (change.side.a, change.side.b)]
    now = " / ".join("–" if value is None else written(value) for value in turnouts)
    if turnouts == [None, None]:
        now = "–"
    lead = f"{plus(change.then)} → {leads}"
    then = "–" if before.voted is None else written(rounded(before.voted, 1))
    return ChartRow(change.side.place, (lead, f"K {then} → {now}"))


def _limits(rows: Sequence[_Change]) -> tuple[float, float]:
    """Room for every lead and for the zero line, and some air on either side."""
    leads = [lead for change in rows for lead in change.leads]
    low, high = min(0, eye(min(leads))), max(0, eye(max(leads)))
    air = max((high - low) * 0.05, 2)
    return low - air, high + air


def _draw(
    page: ChartPage,
    axes: Axes,
    session: Session,
    asked: ChartAsked,
    row: int,
    change: _Change,
    first: str,
    year: str,
) -> None:
    """Both agencies' marks on a district's row, each joined to last time's."""
    side, then = change.side, change.then
    for position, (word, value) in enumerate(zip((side.a, side.b), change.now, strict=True)):
        if value is None or word.lead is None:
            continue
        join(page, row, eye(then), eye(value), page.look.muted, 1.4)
        paint = colour(session, asked.contest, word.lead.leader or first)
        mark(page, eye(value), row, position, paint, True)
        agency, bulletin = word.source.agency, word.lead.bulletin
        moment = turkish.clock(bulletin.as_of.time())
        text = f"{agency}: {plus(value)} ({moment}; {year}: {plus(then)})"
        page.marks.append(ChartMark(axes, eye(value), row, text, side.place, agency, bulletin.id))
