"""One district on paper: what both agencies say, what is found, the evening, and last time.

A sheet is data (`model`); sentences of findings come in ready made, because they are the
window's. Paper is for the newsroom and speaks Turkish, whatever the window speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from desk import turkish
from desk.charts.facts import (
    WORKED_OUT,
    WORKED_OUT_MEANT,
    lead_words,
    opened_in,
    turnout_of,
)
from desk.country.last_time import baseline_of
from desk.facts.bulletin import Bulletin, BulletinState, Item, Row, Topic
from desk.facts.figures import rounded
from desk.facts.last_time import Earlier
from desk.facts.people import shown_in
from desk.facts.settings import bulletin_note, place_note
from desk.facts.standing import Reported, reported_at
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide, compare_all, compare_place, in_order
from desk.rules.seats import own_beside
from desk.rules.verdicts import boards_of, on_paper
from desk.sheets import evening
from desk.sheets.model import (
    Block,
    Grid,
    Noted,
    Room,
    Sheet,
    SheetColumn,
    SheetKind,
    SheetPicture,
    Words,
    clock,
    contender_name,
    facts,
    foot,
    number,
    place_title,
)

NOBODY = "Henüz veri yok."
MOST_FINDINGS = 10
"""How many findings a sheet tells of; the rest are counted."""

FOLLOWED = 4
"""How many contenders the list of bulletins has a column for."""

_SIGNED = ("Hazırlayan", "Onaylayan", "Saat")
_CALLS = 3


def district(
    session: Session, contest: str, place: str, pair: tuple[str, str], noted: Iterable[Noted]
) -> Sheet:
    """The sheet of a place as the night stands; KeyError if there is no such contest or place."""
    side = compare_place(session, contest, place, pair)
    blocks: list[Block] = [_beside(session, side), *_seats(session, side, pair)]
    (board,) = boards_of(session, [side])
    if said := on_paper(session, side, board):
        blocks.append(Words("Farkın nedeni", said))
    blocks.append(_findings(tuple(noted)))
    drawing = evening.evening(session, side)
    if drawing:
        name = evening.title(session, side)
        blocks.append(SheetPicture(name, drawing, evening.HEIGHT))
    note = session.settings.get(place_note(session.election.place(place)))
    if note is not None:
        blocks.append(Words("Editörün notu", note))
    blocks += [_bulletins(session, side), Room("Notlar", 260, _SIGNED)]
    return _sheet(session, SheetKind.DISTRICT, contest, place, blocks)


def blank(session: Session, contest: str, place: str, pair: tuple[str, str]) -> Sheet:
    """A sheet to write on at the phone: the contest's contenders, and room for every figure."""
    codes = shown_in(session.election, contest, place)
    asked = ("Saat", "Açılan sandık", "Toplam sandık", "Açılan sandık, %", "Katılım, %")
    names = [contender_name(session, contest, code, place) for code in codes]
    labels = [*asked, *names, "", "", "Önde olan, fark", "Telefondaki"]
    calls = [f"{agency}\n{n}. bülten" for agency in pair for n in range(1, _CALLS + 1)]
    columns = (SheetColumn("", 510), *(SheetColumn(call, 220) for call in calls))
    rows = tuple((label, *("" for _ in calls)) for label in labels)
    grid = Grid("Telefonla alınan rakamlar", columns, rows, least=86, boxed=True)
    room = Room("Notlar", 300, ("Yazan", "Kaydeden", "Saat"))
    return _sheet(session, SheetKind.BLANK, contest, place, [grid, room])


def _sheet(
    session: Session, kind: SheetKind, contest: str, place: str, blocks: list[Block]
) -> Sheet:
    known = facts(session.election, contest, place)
    over = f"{session.election.contest(contest).name_tr} · {session.election.name_tr}"
    worked_out = any(
        cell.startswith(WORKED_OUT)
        for block in blocks
        if isinstance(block, Grid)
        for row in block.rows
        for cell in row
    )
    return Sheet(
        kind,
        over,
        place_title(session.election, contest, place),
        (*known, WORKED_OUT_MEANT) if worked_out else known,
        tuple(blocks),
        foot(session, sealed=kind is not SheetKind.BLANK),
        session.is_rehearsal,
    )


def _beside(session: Session, side: SideBySide) -> Grid:
    """The two agencies' latest word, the gap, and last time's result beside them."""
    last_time = baseline_of(session.election, side.contest)
    before = last_time.places.get(side.place)
    words = (side.a, side.b) if side.a.source != side.b.source else (side.a,)
    votes = [word.votes for word in words]
    columns = [SheetColumn("", 490)]
    for word, counted in zip(words, votes, strict=True):
        columns.append(SheetColumn(word.source.agency, 330 if any(votes) else 400, right=True))
        if counted:
            columns.append(SheetColumn(f"{word.source.agency}\noy", 150, right=True))
    columns.append(SheetColumn("Fark\npuan", 140, right=True))
    if before is not None:
        year = last_time.day[:4]
        columns.append(SheetColumn(f"{year}\n(YSK)", 140, right=True))
    rows: list[tuple[str, ...]] = []
    strong: set[tuple[int, int]] = set()

    def row(name: str, said: list[tuple[str, str]], gap: str = "", last: str = "") -> None:
        cells = [name]
        for (share, count), counted in zip(said, votes, strict=True):
            cells += [share, count] if counted else [share]
        rows.append((*cells, gap, *((last,) if before is not None else ())))

    voted = None if before is None else before.voted
    turnout = "" if voted is None else number(rounded(voted))
    row("Saat", [(clock(word.as_of), _votes_at(word)) for word in words])
    row("Açılan sandık", [(_opened(session, word), "") for word in words])
    row("Katılım, %", [(_turnout(word), "") for word in words], last=turnout)
    leads = [(_lead(session, side.contest, word), "") for word in words]
    row("Önde olan", leads, number(side.lead_gap))
    strong |= {(len(rows) - 1, column) for column in range(len(columns))}
    for code in _codes(session, side, before, votes):
        gap = side.gap(code).gap
        row(
            contender_name(session, side.contest, code, side.place),
            [
                (number(word.shares.get(code)), _count(counted.get(code)))
                for word, counted in zip(words, votes, strict=True)
            ],
            number(gap),
            "" if before is None else _last(before, code),
        )
        if gap and gap == side.worst:
            strong.add((len(rows) - 1, len(columns) - (1 if before is None else 2)))
    return Grid("İki ajans yan yana", tuple(columns), tuple(rows), frozenset(strong), 52)


def _seats(session: Session, side: SideBySide, pair: tuple[str, str]) -> list[Block]:
    """The seats each agency gives, beside them those its own shares come to by the law."""
    race = session.election.contest(side.contest)
    if not race.kind.has_seats:
        return []
    every = compare_all(session, side.contest, pair)
    counts = [own.get(side.place) for own in own_beside(session.election, side.contest, every)]
    given = side.a.seats, side.b.seats
    named = {code for seats in given for code in seats}
    named |= {code for own in counts if own for code, count in own.seats.items() if count}
    if not named:
        return []
    columns = [SheetColumn("", 490)]
    for agency in pair:
        columns += [
            SheetColumn(agency, 200, right=True),
            SheetColumn(f"{agency} oranlarından", 330, right=True),
        ]
    rows = []
    for code in in_order(race, named):
        cells = [contender_name(session, side.contest, code, side.place)]
        for seats, own in zip(given, counts, strict=True):
            cells += [_count(seats.get(code)), _count(own.seats.get(code, 0)) if own else "–"]
        rows.append(tuple(cells))
    lacks = any(own and not own.abroad for own in counts)
    title = "Sandalye; oranlardan hesap yurt dışı oyları hariç" if lacks else "Sandalye"
    return [Grid(title, tuple(columns), tuple(rows))]


def _codes(
    session: Session, side: SideBySide, before: Earlier | None, votes: list[dict[str, int]]
) -> list[str]:
    race = session.election.contest(side.contest)
    said = {gap.contender for gap in side.gaps} | {code for one in votes for code in one}
    known = {contender.code for contender in race.contenders}
    last = {code for code in before.votes if code in known} if before is not None else set()
    shown = shown_in(session.election, race.id, side.place)
    return in_order(race, (said | last) if said else {*shown, *last})


def _votes_at(word: Reported) -> str:
    """When the votes were given; the shares may be of another bulletin."""
    bulletin = word.topics.get(Topic.VOTES)
    return "" if bulletin is None else clock(bulletin.as_of)


def _turnout(word: Reported) -> str:
    bulletin, turnout = word.topics.get(Topic.TURNOUT), turnout_of(word)
    return "" if bulletin is None else _timed(number(turnout), word, bulletin)


def _count(votes: int | None) -> str:
    return "" if votes is None else turkish.votes_dots(votes)


def _last(before: Earlier, code: str) -> str:
    share = before.share(code)
    return "" if share is None else number(share)


def _opened(session: Session, word: Reported) -> str:
    """The newest word on the boxes, with its hour where it is another than the shares'."""
    bulletin = word.topics.get(Topic.OPENED)
    if bulletin is None:
        return ""
    share = opened_in(session, bulletin)
    boxes = [bulletin.figures.get(Row(item)) for item in (Item.OPENED_BOXES, Item.TOTAL_BOXES)]
    said = "" if share is None else share.text
    counted = " / ".join(turkish.votes_dots(one) for one in boxes if isinstance(one, int))
    return _timed(" · ".join(part for part in (said, counted) if part), word, bulletin)


def _lead(session: Session, contest: str, word: Reported) -> str:
    lead = word.lead
    return "" if lead is None else _timed(lead_words(session, contest, lead), word, lead.bulletin)


def _timed(text: str, word: Reported, bulletin: Bulletin) -> str:
    """A figure of another bulletin than the shares says so by its time."""
    return text if bulletin.as_of == word.as_of else f"{text} ({clock(bulletin.as_of)})"


def _findings(noted: tuple[Noted, ...]) -> Block:
    title = "Bulgular"
    if not noted:
        return Words(title, "Açık ya da kabul edilmiş bulgu yok.")
    shown, left = noted[:MOST_FINDINGS], len(noted) - MOST_FINDINGS
    rows = [
        (one.mark, one.code, one.sentence, f"Kabul: {one.accepted}" if one.accepted else "Açık")
        for one in shown
    ]
    if left > 0:
        rows.append(("", "", f"… ve {left} bulgu daha.", ""))
    open_ = frozenset((n, 3) for n, one in enumerate(shown) if not one.accepted)
    columns = (
        SheetColumn("", 50),
        SheetColumn("Kod", 110),
        SheetColumn("Bulgu", 1260),
        SheetColumn("Durum", 410),
    )
    return Grid(title, columns, tuple(rows), open_)


def _bulletins(session: Session, side: SideBySide) -> Block:
    filed = list(session.bulletins(side.contest, side.place))
    title = f"Gecenin bültenleri ({len(filed)})"
    if not filed:
        return Words("Gecenin bültenleri", NOBODY)
    codes = _followed(session, side, filed)
    labels = [session.election.label(side.contest, code) for code in codes]
    columns = (
        SheetColumn("Saat", 120),
        SheetColumn("Ajans", 170),
        SheetColumn("Açılan", 180, right=True),
        *(SheetColumn(label, 170, right=True) for label in labels),
        SheetColumn("Önde olan", 280, right=True),
        SheetColumn("Durum", 390),
    )
    filed.sort(key=lambda one: (one.as_of, one.id), reverse=True)
    rows = tuple(_filed(session, one, codes) for one in filed)
    return Grid(title, columns, rows, rest="… ve {n} eski bülten daha.")


def _followed(session: Session, side: SideBySide, filed: list[Bulletin]) -> list[str]:
    """The contenders with the largest shares now, in the order of the tables."""
    largest = {row.contender: Decimal(0) for one in filed for row in one.figures if row.contender}
    for gap in side.gaps:
        largest[gap.contender] = max(gap.share_a or Decimal(0), gap.share_b or Decimal(0))
    race = session.election.contest(side.contest)
    ranked = sorted(largest, key=lambda code: (-largest[code], race.rank(code)))
    return in_order(race, ranked[:FOLLOWED])


def _filed(session: Session, bulletin: Bulletin, codes: list[str]) -> tuple[str, ...]:
    alone = reported_at([_standing(bulletin)], bulletin.as_of).get(bulletin.source)
    lead = alone.lead if alone is not None else None
    opened = opened_in(session, bulletin)
    gone = "" if bulletin.state is BulletinState.STANDING else "× "
    return (
        f"{gone}{clock(bulletin.as_of)}",
        bulletin.source.agency,
        "" if opened is None else opened.text,
        *(_said(bulletin, code) for code in codes),
        "" if lead is None else lead_words(session, bulletin.source.contest, lead),
        _state(session, bulletin),
    )


def _said(bulletin: Bulletin, code: str) -> str:
    share = bulletin.figures.get(Row(Item.SHARE, code))
    if share is not None:
        return number(share)
    votes = bulletin.figures.get(Row(Item.VOTES, code))
    return f"{_count(votes)} oy" if isinstance(votes, int) else ""


def _standing(bulletin: Bulletin) -> Bulletin:
    return replace(bulletin, state=BulletinState.STANDING)


def _state(session: Session, bulletin: Bulletin) -> str:
    """What became of a bulletin, with the reason that was given, and what was noted of it."""
    said = []
    if bulletin.replaces is not None:
        said.append(f"düzeltme: {bulletin.reason}" if bulletin.reason else "düzeltme")
    if bulletin.state is BulletinState.REPLACED:
        said.append("yerine yenisi geldi")
    elif bulletin.state is BulletinState.WITHDRAWN:
        why = bulletin.state_reason
        said.append(f"geri çekildi: {why}" if why else "geri çekildi")
    if (note := session.settings.get(bulletin_note(bulletin.id))) is not None:
        said.append(f"not: {' '.join(note.split())}")
    return "; ".join(said)
