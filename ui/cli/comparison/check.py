"""The subcommand `check`: every finding of a file.

Judging is the desk's; here findings become JSON or lines.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from desk.facts.finding import Finding
from desk.file.session import Session
from desk.rules.checks import Checks
from ui.cli.errors import emit
from ui.cli.options import CONTEST, FILE
from ui.cli.proof import reading
from ui.texts.sentences import finding_text, system_language

STOPPED = 1
"""Exit status where an error stands that nobody has accepted."""


@click.command()
@FILE
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
)
@click.option("--latest", is_flag=True, help="Only what is found of the figures that count now.")
@CONTEST
def check(file: Path, form: str, latest: bool, contest: str | None) -> int:
    """Every finding of a file: each bulletin judged by what was known when it came."""
    with reading(file) as session:
        checks = Checks(session)
        contests = None if contest is None else [session.names.contest(contest)]
        found = checks.all(contests, latest=latest)
        if form == "json":
            listed = [finding_json(finding, checks) for finding in found]
            emit(json.dumps({"findings": listed}, ensure_ascii=False, indent=2) + "\n")
        else:
            emit("".join(_line(finding, checks, session) for finding in found))
        stopped = any(
            finding.severity == "error" and checks.accepted(finding) is None for finding in found
        )
    return STOPPED if stopped else 0


def finding_json(finding: Finding, checks: Checks) -> dict[str, Any]:
    """A finding as scripts read it."""
    source = finding.source
    told: dict[str, Any] = {
        "code": finding.code.value,
        "severity": finding.severity,
        "agency": source.agency,
        "contest": source.contest,
        "place": source.place,
        "as_of": finding.as_of and finding.as_of.isoformat(timespec="minutes"),
        "items": [
            {"item": slot.row.item.value, "contender": slot.row.contender or None}
            for slot in finding.slots
            if slot.source == source
        ],
        "values": dict(finding.values),
        "accepted": checks.accepted(finding),
        "bulletin": finding.bulletin,
    }
    if others := list(dict.fromkeys(s.source.agency for s in finding.slots if s.source != source)):
        told["other_agencies"] = others
    return told


def _line(finding: Finding, checks: Checks, session: Session) -> str:
    reason = checks.accepted(finding)
    clock = f"{finding.as_of:%H.%M} " if finding.as_of else ""
    said = finding_text(finding, session.election, system_language())
    mark = f" ({reason})" if reason is not None else ""
    return f"{clock}{said} [{finding.code}]{mark}\n"
