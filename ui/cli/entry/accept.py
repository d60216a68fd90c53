"""The subcommand `accept`: findings of one code, agency and place are let stand, with a reason.

Which findings these are is the desk's to say; where none is open, what is open there is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from desk.facts.edits import Accept
from desk.facts.finding import Finding
from desk.file.session import Session
from desk.rules.checks import Checks
from ui.cli.errors import Misuse, confirm
from ui.cli.options import CONTEST, FILE
from ui.cli.words import words
from ui.texts.sentences import finding_text, system_language


@click.command()
@FILE
@click.argument("code")
@click.option("--agency", metavar="A", required=True, help="Whose figures it is about.")
@click.option("--place", metavar="P", required=True, help="Where it is of.")
@CONTEST
@click.option("--reason", metavar="R", required=True, help="Why; the file keeps it.")
def accept(
    file: Path, code: str, agency: str, place: str, contest: str | None, reason: str
) -> None:
    """Let the open findings of a code about an agency and a place stand.

    All of them, in every contest unless one is named; a finding that is found again of other
    figures is open again.
    """
    with Session.open_file(file) as session:
        names, checks = session.names, Checks(session)
        races = [names.contest(contest)] if contest else None
        whose, where = names.agency(agency), names.place(place, *races or ())
        there = checks.about(whose, where, races)
        chosen = _open_ones(checks, there, code.strip().upper(), f"{whose}, {where}")
        for found in dict.fromkeys(one.remembered for one in chosen):
            session.record(Accept(found, reason))
        language = system_language()
        said = [f"{finding_text(one, session.election, language)} [{one.code}]" for one in chosen]
    confirm("".join(words("accepted", file=file, finding=one) + "\n" for one in said))


def _open_ones(checks: Checks, there: Iterable[Finding], code: str, whose: str) -> list[Finding]:
    """The open findings of a code, each once; says what is open there if none is."""
    unique = {one.remembered.key: one for one in there}.values()
    asked = [one for one in unique if one.code.value == code]
    chosen = [one for one in asked if checks.accepted(one) is None]
    if chosen:
        return chosen
    if asked:
        raise Misuse("accepted_already", code=code, whose=whose, reason=checks.accepted(asked[0]))
    codes = sorted({one.code.value for one in unique if checks.accepted(one) is None})
    if codes:
        raise Misuse("no_such_finding", code=code, whose=whose, codes=", ".join(codes))
    raise Misuse("no_open_finding", whose=whose)
