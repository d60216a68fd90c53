"""The board on paper: every district on a line, leader and lead in both agencies, gaps and what
they come from, marks.

What the marks stand for comes in ready made; where a page ends is whoever lays it out who knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from desk import turkish
from desk.charts.facts import WORKED_OUT, WORKED_OUT_MEANT, lead_words, opened_of
from desk.facts.nouns import PlaceNoun, noun_of_units
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.rules.board import PlaceBoard
from desk.rules.discrepancies import SideBySide, compare_all
from desk.rules.verdicts import IN_A_WORD, IN_A_WORD_MEANT, boards_of
from desk.sheets.model import Block, Grid, Sheet, SheetColumn, SheetKind, Words, clock, foot, number

MEANT = "▲ olamaz · ● beklenmedik · ◆ ajanslar arasında"
"""What the marks of findings mean."""


def board(session: Session, contest: str, pair: tuple[str, str], marks: Mapping[str, str]) -> Sheet:
    """All places of a contest, its sums first; ``marks`` are each place's open findings.

    KeyError if there is no such contest.
    """
    election = session.election
    sides = sorted(
        compare_all(session, contest, pair),
        key=lambda side: (election.rank(contest, side.place), turkish.sort_key(side.place)),
    )
    columns = (
        SheetColumn("", 262),
        *(column for agency in pair for column in _columns(agency)),
        SheetColumn("Farklar\narası", 135, right=True),
        SheetColumn("En büyük\nfark", 190, right=True),
        SheetColumn("Farkın\nnedeni", 165),
        SheetColumn("Bulgu", 112),
    )
    boards = boards_of(session, sides)
    rows, strong = [], set()
    for number_, (side, board) in enumerate(zip(sides, boards, strict=True)):
        rows.append(_row(session, side, board, marks.get(side.place, "")))
        if election.is_sum(contest, side.place):
            strong |= {(number_, column) for column in range(len(columns))}
        elif side.leaders_differ:
            strong |= {(number_, 1), (number_, 4)}
    grid = Grid("", columns, tuple(rows), frozenset(strong), 56)
    noun = noun_of_units(election, contest)
    units = [side for side in sides if not election.is_sum(contest, side.place)]
    meant = f"Farkın nedeni – {IN_A_WORD_MEANT}."
    blocks: tuple[Block, ...] = (
        Words("", _summary(session, units, noun, pair)),
        grid,
        Words("", meant),
    )
    over = f"{election.contest(contest).name_tr} · {election.name_tr}"
    facts: tuple[str, ...] = (f"{len(units)} {noun.one} · farklar puan", MEANT)
    if any(cell.startswith(WORKED_OUT) for row in rows for cell in row):
        facts = (*facts, WORKED_OUT_MEANT)
    lines = foot(session)
    return Sheet(
        SheetKind.BOARD, over, f"Bütün {noun.many}", facts, blocks, lines, session.is_rehearsal
    )


def _columns(agency: str) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(f"{agency}\nönde olan", 226, right=True),
        SheetColumn(f"{agency}\nsaat", 128, right=True),
        SheetColumn(f"{agency}\naçılan", 182, right=True),
    )


def _row(session: Session, side: SideBySide, board: PlaceBoard, marks: str) -> tuple[str, ...]:
    widest = max(
        (gap for gap in side.gaps if gap.gap is not None),
        key=lambda gap: gap.gap or 0,
        default=None,
    )
    gap = ""
    if widest is not None:
        gap = f"{session.election.label(side.contest, widest.contender)} {number(widest.gap)}"
    return (
        side.place,
        *(cell for word in (side.a, side.b) for cell in _word(session, side.contest, word)),
        number(side.lead_gap),
        gap,
        IN_A_WORD[board.verdict.code] if board.told else "",
        f"◆ {marks}".strip() if side.leaders_differ and "◆" not in marks else marks,
    )


def _word(session: Session, contest: str, word: Reported) -> tuple[str, str, str]:
    opened = opened_of(session, word)
    told = word.lead.bulletin.as_of if word.lead is not None else word.as_of
    said = "" if opened is None else opened.text
    if opened is not None and opened.bulletin.as_of != told:
        said += f" ({clock(opened.bulletin.as_of)})"
    return (
        "" if word.lead is None else lead_words(session, contest, word.lead),
        clock(told),
        said,
    )


def _summary(
    session: Session, sides: list[SideBySide], noun: PlaceNoun, pair: tuple[str, str]
) -> str:
    """In how many places each contender leads, by each agency, and where the two differ."""
    sentences = []
    for position, agency in enumerate(dict.fromkeys(pair)):
        leads = [(side.a, side.b)[position].lead for side in sides]
        counts = Counter(lead.leader for lead in leads if lead and lead.leader)
        contest = sides[0].contest if sides else ""
        said = ", ".join(
            f"{session.election.label(contest, code)} {count}"
            for code, count in counts.most_common()
        )
        sentences.append(f"{agency}: {said or 'henüz veri yok'}")
    differ = sum(side.leaders_differ for side in sides)
    ends = f"Önde olanın farklı olduğu {noun.one}: {differ}."
    return f"Önde olunan {noun.one} sayısı: {'; '.join(sentences)}. {ends}"
