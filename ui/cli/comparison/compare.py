"""The subcommand `compare`: two agencies side by side, as a table, as CSV, wide or as JSON.

What is compared and what is wrong with it is the desk's; here it gets columns and words.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from desk import PROVA, tables
from desk.facts.election import Election
from desk.facts.settings import place_note
from desk.facts.standing import Lead
from desk.file.session import Session
from desk.rules.checks import Checks
from desk.rules.comparison import comparison_json, comparison_rows, for_people
from desk.rules.discrepancies import SideBySide, compare_all
from desk.rules.quick_checks import check_place
from desk.rules.wide import wide_rows
from ui.cli.arguments import contest_of, pair, told_of
from ui.cli.errors import emit
from ui.cli.options import AGENCIES, CONTEST, FILE
from ui.cli.proof import leaving, reading
from ui.cli.words import comparison_headers, in_language, lead_headers, words
from ui.texts.notation import written
from ui.texts.sentences import finding_text, system_language
from ui.texts.verdicts import verdict_word


@click.command()
@FILE
@CONTEST
@AGENCIES
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "wide"]),
    default="table",
    show_default=True,
    help="wide: CSV of one contest, a row a place, a column for each contender and agency.",
)
def compare(file: Path, contest: str | None, agencies: str | None, form: str) -> None:
    """Two agencies side by side, in every place and contest they have spoken of.

    The form wide is of one contest, the night's first or the only one with figures unless told
    otherwise, and of every agency that has spoken in it unless two are named.
    """
    # What is made for other programs leaves the desk; what is looked at here does not.
    with leaving(file) if form == "wide" else reading(file) as session:
        if form == "wide":
            emit(wide(session, contest, agencies))
            return
        two = pair(session, agencies)
        sides = spoken_of(session, contest, two)
        emit(compared(session.election, sides, two, form, session))


def wide(session: Session, contest: str | None, agencies: str | None) -> str:
    """One contest as CSV, a row a place; the columns of `wide_rows`."""
    race = contest_of(session, contest, told_of(session))
    asked = pair(session, agencies) if agencies is not None else ()
    return tables.to_csv(wide_rows(session, race, asked, PROVA if session.is_rehearsal else ""))


def spoken_of(
    session: Session, contest: str | None, two: tuple[str, str]
) -> tuple[SideBySide, ...]:
    """Every place either agency has spoken of, in one contest or in all of them."""
    contests = [known.id for known in session.election.contests]
    if contest is not None:
        contests = [session.names.contest(contest)]
    found = (side for chosen in contests for side in compare_all(session, chosen, two))
    return tuple(side for side in found if not side.is_empty)


def compared(
    election: Election,
    sides: Sequence[SideBySide],
    two: tuple[str, str],
    form: str,
    session: Session | None = None,
) -> str:
    """The comparison as `table`, `csv` or `json`; with a session also what its night knows."""
    rehearsed = session is not None and session.is_rehearsal
    if form == "json":
        told = comparison_json(sides, Checks(session) if session else None, election)
        kept = session.settings if session is not None else {}
        for place in told["places"]:
            place["note"] = kept.get(place_note(election.place(place["place"])))
        return _json(told | {"rehearsal": True} if rehearsed else told)
    rows = comparison_rows(sides)
    if form == "csv" and rehearsed:
        rows = rows.marked(PROVA)
    if form == "csv":
        return tables.to_csv(rows)
    if not sides:
        return words("nothing_yet", a=two[0], b=two[1]) + "\n"
    mark = f"{PROVA}\n" if rehearsed else ""
    people = for_people(rows, election, comparison_headers(*two), system_language())
    parts = [people, _leads(election, sides, two, session)]
    if len({side.contest for side in sides}) == 1:
        parts = [part.without(words("contest")) for part in parts]
    texts = [tables.to_text(part) for part in parts if part.rows]
    findings = [
        f"{finding_text(finding, election, system_language())} [{finding.code}]\n"
        for side in sides
        for finding in check_place(side)
    ]
    return mark + "\n".join([*texts, *(["".join(findings)] if findings else [])])


def _leads(
    election: Election, sides: Sequence[SideBySide], two: tuple[str, str], session: Session | None
) -> tables.Table:
    rows, checks = [], Checks(session) if session else None
    for side in sides:
        contest = election.contest(side.contest)
        codes = list(dict.fromkeys(finding.code.value for finding in check_place(side)))
        rows.append(
            (
                in_language(contest.name_en, contest.name_tr),
                side.place,
                *_lead(election, side.contest, side.a.lead),
                *_lead(election, side.contest, side.b.lead),
                side.lead_gap,
                _verdict(checks, side, two),
                ", ".join([*([words("differ")] if side.leaders_differ else []), *codes]),
            )
        )
    return tables.Table(lead_headers(*two), tuple(rows))


def _verdict(checks: Checks | None, side: SideBySide, two: tuple[str, str]) -> str | None:
    """What the gap of a place comes from, in a word; with a night only."""
    if checks is None:
        return None
    told = checks.place_board(side.contest, side.place, two)
    return verdict_word(told.verdict, system_language())


def _lead(election: Election, contest: str, lead: Lead | None) -> tuple[tables.Cell, tables.Cell]:
    if lead is None:
        return None, None
    # A margin that was stated and nobody said whose is no tie.
    nobody = None if lead.stated and (lead.points or lead.votes) else words("tie")
    name = election.label(contest, lead.leader) if lead.leader else nobody
    if lead.points is None and lead.votes is not None:
        return name, words("votes", count=written(str(lead.votes), system_language()))
    return name, lead.points


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
