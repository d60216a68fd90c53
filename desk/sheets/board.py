"""The board on paper: every district on a line, leader and lead in both agencies, gap, marks.

What the marks stand for comes in ready made; where a page ends is whoever lays it out who knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from desk import turkish
from desk.charts.facts import lead_words, opened_of
from desk.facts.election import PlaceKind
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide, compare_all
from desk.sheets.model import Block, Grid, Sheet, SheetColumn, SheetKind, Words, clock, foot, number

MEANT = "▲ olanaksız · ● beklenmedik · ◆ ajanslar arasında"
"""What the marks of findings mean."""


def board(session: Session, contest: str, pair: tuple[str, str], marks: Mapping[str, str]) -> Sheet:
    """All districts, the province first; ``marks`` are each place's open findings.

    KeyError if there is no such contest.
    """
    election = session.election
    kinds = {place.name: place.kind is PlaceKind.DISTRICT for place in election.places}
    sides = sorted(
        compare_all(session, contest, pair),
        key=lambda side: (kinds[side.place], turkish.sort_key(side.place)),
    )
    columns = (
        SheetColumn("", 340),
        *(column for agency in pair for column in _columns(agency)),
        SheetColumn("En büyük fark\npuan", 300, right=True),
        SheetColumn("Bulgu", 130),
    )
    rows, strong = [], set()
    for number_, side in enumerate(sides):
        rows.append(_row(session, side, marks.get(side.place, "")))
        if not kinds[side.place]:
            strong |= {(number_, column) for column in range(len(columns))}
        elif side.leaders_differ:
            strong |= {(number_, 1), (number_, 4)}
    grid = Grid("", columns, tuple(rows), frozenset(strong), 56)
    districts = [side for side in sides if kinds[side.place]]
    blocks: tuple[Block, ...] = (Words("", _summary(session, districts, pair)), grid)
    over = f"{election.contest(contest).name_tr} · {election.name_tr}"
    facts = (f"{len(districts)} ilçe", MEANT)
    lines = foot(session)
    return Sheet(SheetKind.BOARD, over, "Bütün ilçeler", facts, blocks, lines, session.is_rehearsal)


def _columns(agency: str) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(f"{agency}\nönde olan", 270, right=True),
        SheetColumn(f"{agency}\naçılan", 165, right=True),
        SheetColumn(f"{agency}\nsaat", 125, right=True),
    )


def _row(session: Session, side: SideBySide, marks: str) -> tuple[str, ...]:
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
        gap,
        f"◆ {marks}".strip() if side.leaders_differ and "◆" not in marks else marks,
    )


def _word(session: Session, contest: str, word: Reported) -> tuple[str, str, str]:
    opened = opened_of(word)
    return (
        "" if word.lead is None else lead_words(session, contest, word.lead),
        "" if opened is None else turkish.share_sign(opened),
        clock(word.newest),
    )


def _summary(session: Session, sides: list[SideBySide], pair: tuple[str, str]) -> str:
    """In how many districts each contender leads, by each agency, and where the two differ."""
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
    ends = f"Önde olanın farklı olduğu ilçe: {differ}."
    return f"Önde olunan ilçe sayısı: {'; '.join(sentences)}. {ends}"
