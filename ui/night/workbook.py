"""The whole night as a spreadsheet: comparison, bulletins, figures, findings, posts, a sheet each.

Everything as the night stands, in Turkish words. What was found, what is wrong and how a sheet is
written belong to the desk.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import combinations
from pathlib import Path

from desk import PROVA
from desk.facts.bulletin import Bulletin, BulletinState, Row, Value
from desk.facts.election import Election
from desk.facts.finding import Finding
from desk.facts.post import PostKind
from desk.facts.settings import bulletin_note, place_note
from desk.facts.standing import Lead, Reported
from desk.file.post_rows import LedgerEntry
from desk.file.session import Session
from desk.posts import ledger
from desk.rules.checks import Checks
from desk.rules.discrepancies import in_order, pair_of, side_by_side
from desk.rules.wide import heard, spoken_of
from desk.tables import MOST_LETTERS, Cell, Table, book_in_steps
from ui.texts import workbook as words
from ui.texts.sentences import finding_text
from ui.texts.verdicts import verdict_word

Cells = tuple[Cell, ...]
Steps = Generator[tuple[int, int], None, dict[str, Table]]


def write_in_steps(path: Path, session: Session, checks: Checks) -> Generator[tuple[int, int]]:
    """Write the night into a spreadsheet, like `book_in_steps`.

    While it is gathered the rows are not counted yet: 0 of 0. S917 of a night that was changed,
    S918 of one not yet proved.
    """
    session.must_be_proved()
    sheets = yield from sheets_in_steps(session, checks)
    yield from book_in_steps(path, sheets)


def sheets_in_steps(session: Session, checks: Checks) -> Steps:
    """Every sheet by its name; a rehearsal's rows all say so.

    The night is judged a little at a time. What may change is then read at one moment, and after it
    the texts of the posts, which never do, one by one.
    """
    yield 0, 0
    for contest in session.election.contests:
        while checks.step(contest.id):
            yield 0, 0
    election, bulletins = session.election, _bulletins(session)
    comparison, findings = _comparison(session, checks), _of_findings(election, checks)
    mark, posts, texts = session.is_rehearsal, _posts(session), list[str]()
    for number in posts:
        yield 0, 0
        texts += [post.body for post in ledger.posts(session, (number,))]
    yield 0, 0
    found = {
        words.COMPARISON: comparison,
        words.BULLETINS: _of_bulletins(session, bulletins),
        words.FIGURES: _of_figures(election, bulletins),
        words.FINDINGS: findings,
        words.POSTS: _of_posts(tuple(posts.values()), texts),
    }
    if (notes := _of_places(session)).rows:
        found[words.NOTES] = notes
    return {name: table.marked(PROVA) if mark else table for name, table in found.items()}


def _bulletins(session: Session) -> list[Bulletin]:
    """Every filed bulletin, by contest and place, the oldest first."""
    election = session.election
    return [
        bulletin
        for contest in election.contests
        for place in election.held(contest.id)
        for bulletin in session.bulletins(contest.id, place.name)
    ]


# The comparison


def _comparison(session: Session, checks: Checks) -> Table:
    """A row a contest, place and contender, with every agency that has spoken anywhere.

    What a gap comes from is told of the file's first two agencies.
    """
    election, pair = session.election, pair_of(session)
    contests = [contest.id for contest in election.contests]
    spoken = {code for contest in contests for code in heard(session, contest)}
    agencies = tuple(one.code for one in election.agencies if one.code in spoken)
    gap = "Fark" if len(agencies) < 3 else "En geniş fark"
    heads = [
        *("Yarış", "Yer", "Aday/parti", *agencies, gap),
        *(f"{agency} {what}" for what in ("açılan, %", "saat") for agency in agencies),
        *(f"{agency} {what}" for what in ("önde", "farkı") for agency in agencies),
        f"Farkın nedeni ({', '.join(pair)})",
    ]
    rows: list[Cells] = []
    for contest in contests:
        for told in spoken_of(session, contest, agencies):
            board = checks.place_board(contest, told[0].source.place, pair)
            reason = verdict_word(board.verdict, "tr") if board.told else None
            rows += ((*row, reason) for row in _of_place(election, contest, told))
    return Table(tuple(heads), tuple(rows))


def _of_place(election: Election, contest: str, told: Sequence[Reported]) -> Iterator[Cells]:
    """A row for each contender that anyone gives a share; one without, where nobody gives any."""
    race = election.contest(contest)
    shares = [said.shares for said in told]
    sides = [side_by_side(race, a, b) for a, b in combinations(told, 2)]
    last: Cells = (
        *(said.opened for said in told),
        *(said.as_of for said in told),
        *(_leader(election, contest, said.lead) for said in told),
        *(_margin(said.lead) for said in told),
    )
    for code in in_order(race, {code for given in shares for code in given}) or [""]:
        gaps = [gap for side in sides if (gap := side.gap(code).gap) is not None]
        label = election.label(contest, code) if code else None
        given = (shares_of.get(code) for shares_of in shares)
        place = told[0].source.place
        yield (race.name_tr, place, label, *given, max(gaps, default=None), *last)


def _leader(election: Election, contest: str, lead: Lead | None) -> str | None:
    if lead is None:
        return None
    if lead.leader is not None:
        return election.label(contest, lead.leader)
    # A margin that was stated and nobody said whose is no tie.
    return None if lead.stated and (lead.points or lead.votes) else words.TIE


def _margin(lead: Lead | None) -> Decimal | str | None:
    """Points as a number; votes, where only they were given, as text that says so."""
    if lead is None or lead.points is not None or lead.votes is None:
        return None if lead is None else lead.points
    return f"{lead.votes} oy"


# Bulletins and their figures


def _of_places(session: Session) -> Table:
    """What the editor noted of places; a note on a bulletin stands beside the bulletin."""
    notes = ((one.name, session.settings.get(place_note(one))) for one in session.election.places)
    return Table(("Yer", "Not"), tuple((name, note) for name, note in notes if note is not None))


def _of_bulletins(session: Session, bulletins: Sequence[Bulletin]) -> Table:
    election = session.election
    heads = ("Bülten no", "Yarış", "Yer", "Ajans", "Saat", "Durum", "Gerekçe", "Yerine geçtiği no")
    instead = {one.replaces: one for one in bulletins if one.replaces is not None}
    rows = [
        (
            one.id,
            election.contest(one.source.contest).name_tr,
            one.source.place,
            one.source.agency,
            one.as_of,
            words.STATE_WORDS[one.state],
            _why(one, instead.get(one.id)) or None,
            one.replaces,
            one.filed_by,
            _local(election, one.filed_at),
            session.settings.get(bulletin_note(one.id)),
        )
        for one in bulletins
    ]
    return Table((*heads, "İşleyen", "İşlendi", "Not"), tuple(rows))


def _why(bulletin: Bulletin, instead: Bulletin | None) -> str:
    """Why a bulletin stands as it does: why it was withdrawn or corrected, or what it corrects."""
    match bulletin.state:
        case BulletinState.WITHDRAWN:
            return bulletin.state_reason
        case BulletinState.REPLACED:
            return instead.reason if instead is not None else ""
        case BulletinState.STANDING:
            return bulletin.reason


def _of_figures(election: Election, bulletins: Iterable[Bulletin]) -> Table:
    heads = ("Bülten no", "Yarış", "Yer", "Ajans", "Saat", "Durum", "Rakam", "Aday/parti", "Değer")
    return Table(heads, tuple(row for one in bulletins for row in _figures(election, one)))


def _figures(election: Election, bulletin: Bulletin) -> Iterator[Cells]:
    """A row a figure, in the order of a table: contenders by rank, then the rest."""
    source, race = bulletin.source, election.contest(bulletin.source.contest)
    rank = {
        code: n
        for n, code in enumerate(
            in_order(race, {r.contender for r in bulletin.figures if r.contender})
        )
    }
    items = list(words.ITEM_WORDS)

    def order(row: Row) -> tuple[int, int]:
        return items.index(row.item), rank.get(row.contender, 0)

    for row in sorted(bulletin.figures, key=order):
        yield (
            bulletin.id,
            race.name_tr,
            source.place,
            source.agency,
            bulletin.as_of,
            words.STATE_WORDS[bulletin.state],
            words.ITEM_WORDS[row.item],
            election.label(race.id, row.contender) if row.contender else None,
            _value(election, race.id, bulletin.figures[row]),
        )


def _value(election: Election, contest: str, value: Value) -> Cell:
    """A number as it is; a leader by name."""
    return election.label(contest, value) if isinstance(value, str) else value


# Findings


def _of_findings(election: Election, checks: Checks) -> Table:
    heads = ("Kod", "Önem", "Yarış", "Yer", "Ajans", "Saat", "Bulgu", "Durum", "Kabul gerekçesi")
    return Table(heads, tuple(_finding(election, one, checks) for one in checks.all()))


def _finding(election: Election, finding: Finding, checks: Checks) -> Cells:
    reason = checks.accepted(finding)
    source = finding.source
    agencies = dict.fromkeys(slot.source.agency for slot in finding.slots)
    return (
        finding.code.value,
        words.SEVERITY_WORDS[finding.severity],
        election.contest(source.contest).name_tr,
        source.place,
        ", ".join(agencies),
        finding.as_of,
        finding_text(finding, election, "tr"),
        words.OPEN if reason is None else words.ACCEPTED,
        reason,
    )


# Posts


def _posts(session: Session) -> dict[int, Cells]:
    """All of every post that went out but its text, by its number, the oldest first."""
    wrong = {one.entry.number for one in ledger.wrong_posts(session)}
    return {
        entry.number: _post(session.election, entry, entry.number in wrong)
        for entry in reversed(ledger.entries(session))
    }


def _of_posts(posts: Sequence[Cells], texts: Sequence[str]) -> Table:
    """A row a post; a text longer than a cell goes on in the next."""
    heads = ("No", "Ad", "Saat", "Tür", "Yarış", "Durum", "Geri çekme gerekçesi", "Engele rağmen")
    parts = [_parts(text) for text in texts]
    most = max(map(len, parts), default=1)
    more = (f"Metin ({part})" for part in range(2, most + 1))
    rows = (
        (*post, *text, *[None] * (most - len(text)))
        for post, text in zip(posts, parts, strict=True)
    )
    return Table((*heads, "Yayımlayan", "Yayımlandı", "Başlık", "Metin", *more), tuple(rows))


def _post(election: Election, entry: LedgerEntry, wrong: bool) -> Cells:
    states = {
        words.RETRACTED: entry.retracted is not None,
        words.WRONG_NOW: wrong,
        words.CORRECTED: entry.corrected,
    }
    return (
        entry.number,
        entry.name,
        entry.time,
        words.KIND_WORDS[PostKind(entry.kind)],
        election.contest(entry.contest).name_tr,
        ", ".join(state for state, holds in states.items() if holds) or words.PUBLISHED,
        entry.retracted,
        entry.overruled or None,
        entry.published_by,
        _local(election, entry.published_at),
        entry.headline,
    )


def _parts(text: str) -> list[str]:
    """A text cut into what a cell can hold."""
    return [text[at : at + MOST_LETTERS] for at in range(0, max(len(text), 1), MOST_LETTERS)]


def _local(election: Election, moment: str) -> datetime:
    """A UTC moment of the file on the election's clock, to the minute."""
    local = datetime.fromisoformat(moment).astimezone(election.tzinfo)
    return local.replace(tzinfo=None, second=0, microsecond=0)
