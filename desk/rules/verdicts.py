"""The verdict of a place as one Turkish sentence, for posts and for paper.

It says no more than the verdict's values hold: which agency is right is never said, and what is
not known is said not to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from desk.facts.apart import EqualGap, equal_gap, figures_at_equal
from desk.facts.bulletin import Bulletin, BulletinState, Item, Row, Slot, Source, Topic
from desk.facts.election import Election
from desk.facts.figures import rounded
from desk.facts.opened import ALL, opened_by
from desk.facts.post import Cited
from desk.file.session import Session
from desk.rules.board import PlaceBoard, VerdictCode, place_board
from desk.rules.columns import empty_night, refill
from desk.rules.discrepancies import SideBySide
from desk.turkish.style import TDK, HouseStyle

IN_A_WORD = {
    VerdictCode.SAME: "olağan",
    VerdictCode.STAGE: "aşamadan",
    VerdictCode.REAL: "kalıcı",
    VerdictCode.IMPOSSIBLE: "olamaz",
    VerdictCode.UNKNOWN: "belirsiz",
}
IN_A_WORD_MEANT = "aşamadan: açılan sandık oranı eşitken olağan · kalıcı: o zaman da büyük"
"""What a gap comes from, where there is no room for a sentence, and what the words mean."""

Tie = Callable[..., str]
"""Ties the first number of a text to the figures behind it."""


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """How the house writes: its style, what it calls a contender, how it ties numbers."""

    style: HouseStyle
    label: Callable[[str], str]
    tied: Tie


def boards_of(
    session: Session, sides: Iterable[SideBySide], at: datetime | None = None
) -> list[PlaceBoard]:
    """The boards of some places of one contest, in their order, now or as known at a local time."""
    found = []
    night = None
    for side in sides:
        if night is None:
            night = empty_night(session.election, side.contest, session.settings)
        for word in (side.a, side.b):
            refill(night, session, word.source, at)
        pair = side.a.source.agency, side.b.source.agency
        found.append(place_board(night, side.place, pair))
    return found


def on_paper(session: Session, side: SideBySide, board: PlaceBoard) -> str:
    """The sentence for the newsroom's paper, which ties nothing and names everybody."""
    label = partial(session.election.label, side.contest)
    return verdict_sentence(session, side, board, VerdictWords(TDK, label, _untied))


def verdict_sentence(
    session: Session,
    side: SideBySide,
    board: PlaceBoard,
    words: VerdictWords,
    at: datetime | None = None,
) -> str:
    """What a place's gap comes from, as one sentence; empty where there is nothing to compare."""
    verdict = board.verdict
    match verdict.code:
        case VerdictCode.SAME:
            return "Fark, sayımın bu aşamasında beklenenden büyük değil."
        case VerdictCode.IMPOSSIBLE:
            agencies = words.style.suffixed(" ile ".join(board.agencies), "gen")
            who = words.label(verdict.values["who"])
            return f"{agencies} {who} oranları birlikte doğru olamaz."
        case VerdictCode.UNKNOWN:
            return _unknown(session.election, side, board, words)
    figures, gap = _equal(session, side, board, at)
    who = words.label(verdict.values["who"])
    real = verdict.code is VerdictCode.REAL
    also, where = " de" if real else "", _where(figures, words)
    if gap is None or (not real and not gap.said):
        end = "beklenenden büyük" if real else "beklenenden büyük değil"
        return f"Açılan sandık oranı eşitken{also}{where} {who} farkı {end}."
    about = "yaklaşık " if gap.between else ""
    points = words.style.points(gap.said)
    if real:
        return (
            f"Açılan sandık oranı eşitken{also}{where} {who} farkı {about}"
            f"{words.tied(points, *figures)}."
        )
    down = words.tied(words.style.suffixed(points, "dat"), *figures)
    return f"Açılan sandık oranı eşitken{where} {who} farkı {about}{down} iniyor."


def _equal(
    session: Session, side: SideBySide, board: PlaceBoard, at: datetime | None
) -> tuple[tuple[Cited, ...], EqualGap | None]:
    """The figures behind the gap at equal opened share, and the gap where they make the board's."""
    one, other = (_standing(session, word.source, at) for word in (side.a, side.b))
    figures = figures_at_equal(one, other, board.verdict.values["who"])
    gap = equal_gap(figures)
    told = board.verdict.values.get("equal")
    if gap is None or told is None or rounded(gap.points) != Decimal(told):
        return (), None
    return figures, gap


def _standing(session: Session, source: Source, at: datetime | None) -> list[Bulletin]:
    """An agency's bulletins of a place that count, oldest first."""
    filed = session.bulletins(source.contest, source.place, source.agency)
    standing = [one for one in filed if one.state is BulletinState.STANDING]
    told = [one for one in standing if at is None or one.as_of <= at]
    return sorted(told, key=lambda one: (one.as_of, one.id))


def _where(figures: Iterable[Cited], words: VerdictWords) -> str:
    """At which opened share, where the agency that stands at it printed it: (yüzde 60)."""
    by_agency: dict[str, list[Cited]] = {}
    for one in figures:
        by_agency.setdefault(one.slot.source.agency, []).append(one)
    stage = [
        one
        for of_one in by_agency.values()
        if len({one.bulletin for one in of_one}) == 1
        for one in of_one
        if one.slot.row.item is Item.OPENED_SHARE and 0 < Decimal(one.value) < ALL
    ]
    if not stage:
        return ""
    return f" ({words.tied(words.style.part(Decimal(stage[0].value)), *stage)})"


def _unknown(election: Election, side: SideBySide, board: PlaceBoard, words: VerdictWords) -> str:
    """Why nothing can be said, where there is something to compare."""
    why = board.verdict.values.get("why", "")
    if why == "one_agency":
        return ""
    if why == "no_shares":
        what = "nedeni" if board.verdict.values.get("gap") else "büyüklüğü"
        silent = [said.source.agency for said in (side.a, side.b) if not said.shares]
        if not silent:
            return f"İki ajans aynı adayların oranını vermediği için farkın {what} bilinmiyor."
        return f"{_whoever(silent)} oy oranı vermediği için farkın {what} bilinmiyor."
    known = election.boxes(side.contest, side.place)
    counts = [opened_by(said.topics[Topic.SHARES].figures, known) for said in (side.a, side.b)]
    if why in ("no_opened", "hours"):
        silent = [
            agency
            for agency, count in zip(board.agencies, counts, strict=True)
            if count.part is None
        ]
        ends = "oranlarını açılan sandık oranı olmadan verdiği için farkın nedeni bilinmiyor."
        if why == "hours":
            whoever = "iki ajans da" if len(silent) > 1 else silent[0]
            return f"Verilerin saati ayrı olduğu ve {whoever} {ends}"
        return f"{_whoever(silent)} {ends}"
    # As the board has weighed them: by the share that was printed, whatever the boxes say.
    parts = [count.part if count.share is None else count.share for count in counts]
    ahead, behind = (0, 1) if (parts[0] or 0) > (parts[1] or 0) else (1, 0)
    whose = words.style.suffixed(board.agencies[ahead], "gen")
    stage = _stage((side.a, side.b)[behind].topics[Topic.SHARES], words)
    return f"{whose}, {stage} verdiği oranlar tam bilinmediği için farkın nedeni bilinmiyor."


def _whoever(silent: list[str]) -> str:
    return "İki ajans da" if len(silent) > 1 else f"{silent[0]},"


def _stage(behind: Bulletin, words: VerdictWords) -> str:
    """When the agency ahead would have had to speak: sandıkların yüzde 20'si açıkken."""
    row = Row(Item.OPENED_SHARE)
    share = behind.figures.get(row)
    if not isinstance(share, Decimal) or not 0 < share < ALL:
        return f"{words.style.suffixed(behind.source.agency, 'gen')} bulunduğu aşamada"
    figure = Cited(Slot(behind.source, row), share, behind.as_of, behind.id)
    part = words.style.suffixed(words.style.part(share), "poss3")
    return f"sandıkların {words.tied(part, figure)} açıkken"


def _untied(text: str, *_figures: Cited) -> str:
    return text
