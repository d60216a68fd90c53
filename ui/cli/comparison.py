"""The comparison in the forms the command line prints.

What is compared is the desk's; a post is printed by `posts`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from desk import PROVA, tables, turkish
from desk.facts.election import Election
from desk.facts.standing import Lead
from desk.file.session import Session
from desk.reading import csv as exchange
from desk.rules.checks import Checks
from desk.rules.discrepancies import SideBySide
from desk.rules.quick_checks import check_place
from ui.cli.words import comparison_headers, language_name, lead_headers, words
from ui.texts import finding_text, system_language


def comparison(
    election: Election,
    sides: Sequence[SideBySide],
    pair: tuple[str, str],
    form: str,
    session: Session | None = None,
) -> str:
    """The comparison as `table`, `csv` or `json`; with a session also what its night knows."""
    rehearsed = session is not None and session.is_rehearsal
    if form == "json":
        told = exchange.comparison_json(sides, Checks(session) if session else None)
        return _json(told | {"rehearsal": True} if rehearsed else told)
    rows = exchange.comparison_rows(sides)
    if form == "csv" and rehearsed:
        rows = rows.marked(PROVA)
    if form == "csv":
        return tables.to_csv(rows)
    if not sides:
        return words("nothing_yet", a=pair[0], b=pair[1]) + "\n"
    mark = f"{PROVA}\n" if rehearsed else ""
    people = exchange.for_people(rows, election, comparison_headers(*pair), system_language())
    parts = [people, _leads(election, sides, pair)]
    if len({side.contest for side in sides}) == 1:
        parts = [part.without(words("contest")) for part in parts]
    texts = [tables.to_text(part) for part in parts if part.rows]
    findings = [
        f"{finding_text(finding, election, system_language())} [{finding.code}]\n"
        for side in sides
        for finding in check_place(side)
    ]
    return mark + "\n".join([*texts, *(["".join(findings)] if findings else [])])


def _leads(election: Election, sides: Sequence[SideBySide], pair: tuple[str, str]) -> tables.Table:
    rows = []
    for side in sides:
        codes = list(dict.fromkeys(finding.code.value for finding in check_place(side)))
        rows.append(
            (
                language_name(election.contest(side.contest)),
                side.place,
                *_lead(election, side.contest, side.a.lead),
                *_lead(election, side.contest, side.b.lead),
                ", ".join([*([words("differ")] if side.leaders_differ else []), *codes]),
            )
        )
    return tables.Table(lead_headers(*pair), tuple(rows))


def _lead(election: Election, contest: str, lead: Lead | None) -> tuple[tables.Cell, tables.Cell]:
    if lead is None:
        return None, None
    name = election.label(contest, lead.leader) if lead.leader else words("tie")
    if lead.points is None and lead.votes is not None:
        return name, words("votes", count=turkish.votes_dots(lead.votes))
    return name, lead.points


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
