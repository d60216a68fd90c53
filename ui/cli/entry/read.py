"""The subcommand `read`: an agency's text, what was read in it, and, asked to, filed.

Reading is the reader's and filing the session's; a question left open files nothing.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from desk import tables
from desk.facts.codes import Code
from desk.facts.pasted import Standing
from desk.file.session import Session
from desk.reading import reader
from desk.reading.proposals import Proposals, context_of, filing, propose
from desk.reading.questions.answers import Answers
from desk.reading.reader import Question, Reading
from desk.reading.shapes import FIGURE_FIELDS, Asks
from ui.cli.arguments import read_text
from ui.cli.errors import Misuse, confirm, emit, tell
from ui.cli.proof import reading as opened
from ui.cli.words import words
from ui.texts.corrected import correction_reason
from ui.texts.sentences import sentence, system_language

STOPPED = 1
"""Exit status where open questions keep the text from being filed."""


@click.command()
@click.option(
    "--file",
    "file",
    metavar="FILE.secim",
    type=click.Path(path_type=Path),
    help="Read for a night.",
)
@click.option("--save", is_flag=True, help="File what was read; needs --file.")
@click.option("--json", "as_json", is_flag=True, help="Everything, with its fragments, as JSON.")
@click.option("--agency", metavar="A", help="Whose text it is, where it does not say.")
@click.option("--place", metavar="P", help="Which place it is about, where it does not say.")
@click.option("--contest", metavar="C", help="Which contest it is about, where it does not say.")
@click.argument("text", required=False)
def read(
    file: Path | None,
    save: bool,
    as_json: bool,
    agency: str | None,
    place: str | None,
    contest: str | None,
    text: str | None,
) -> int:
    """Read an agency's text (stdin without one, or for -) and show what was read.

    What the text does not say stays unsaid. With --save everything is filed or, while a question
    is open, nothing (exit status 1).
    """
    if save and file is None:
        raise Misuse("save_needs_file")
    raw = read_text(None) if text in (None, "-") else str(text)
    if file is None:
        reading = reader.read(raw)
        _show(reading, as_json)
        return 0
    with Session.open_file(file) if save else opened(file) as session:
        reading = reader.read(raw, context_of(session))
        if not save:
            _show(reading, as_json)
            return 0
        return _save(session, reading, raw, (agency, place, contest), as_json)


def _save(
    session: Session,
    reading: Reading,
    raw: str,
    standing: tuple[str | None, str | None, str | None],
    as_json: bool,
) -> int:
    told = {Asks.CONTEST: session.names.contest(standing[2])} if standing[2] else {}
    here = _standing(session, *standing)
    proposals = propose(reading, session, here, Answers(told))
    questions = [one.question for one in proposals.questions]
    contests = [one for one in questions if one.code is Code.Q316]
    stop = [_asked(question) for question in questions if question not in contests]
    if contests:
        # One sentence for all of them: the answer is the same option.
        known = contests[0].values.get("known", "")
        stop.append(words("which_contest", known=known) + f" [{Code.Q316}]")
    stop += [words("unsaid", what=words(name)) for name in _unsaid(proposals)]
    if stop:
        for line in stop:
            tell(line)
        return STOPPED
    reason = correction_reason(session.election, proposals.bulletins, system_language())
    edit = filing(proposals.bulletins, raw, reason)
    if as_json:
        _show(reading, as_json)
    if edit.bulletins:
        session.record(edit)
    if not as_json:
        _confirm(session, proposals)
    return 0


def _confirm(session: Session, proposals: Proposals) -> None:
    """Say what was filed, and of what was corrected how much."""
    new = [one for one in proposals.bulletins if not one.filed]
    count, figures = len(new), sum(len(one.figures) for one in new)
    confirm(words("recorded", file=session.path, figures=figures, bulletins=count) + "\n")
    if corrected := sum(one.corrects is not None for one in new):
        confirm(words("corrected", file=session.path, bulletins=corrected) + "\n")


def _standing(
    session: Session, agency: str | None, place: str | None, contest: str | None
) -> Standing:
    race = session.names.contest(contest) if contest else session.election.contests[0].id
    return Standing(
        session.names.agency(agency) if agency else "",
        race,
        session.names.place(place, race) if place else "",
        session.night_clock(),
    )


def _unsaid(proposals: Proposals) -> list[str]:
    """What neither the text nor an option says, so that nothing can be filed under it."""
    sources = [one.source for one in proposals.bulletins]
    return [
        name
        for name, missing in (
            ("agency", any(not source.agency for source in sources)),
            ("place", any(not source.place for source in sources)),
        )
        if missing
    ]


def _show(reading: Reading, as_json: bool) -> None:
    if as_json:
        emit(json.dumps(reader.to_json(reading), ensure_ascii=False, indent=2) + "\n")
        return
    rows: list[tuple[tables.Cell, ...]] = []
    for record in (one.certain() for one in reading.records):
        where = (record.agency, record.place, f"{record.time:%H.%M}" if record.time else None)
        figures: list[tuple[str, tables.Cell]] = [
            (words(name), getattr(record, name)) for name in (*FIGURE_FIELDS, "leader")
        ]
        figures += [(result.label, result.pct) for result in record.results]
        figures += [(f"{one.label}, {words('vote')}", one.votes) for one in record.results]
        rows += [(*where, name, value) for name, value in figures if value is not None]
    headers = tuple(words(name) for name in ("agency", "place", "clock", "figure", "value"))
    emit(tables.to_text(tables.Table(headers, tuple(rows))) if rows else words("no_figure") + "\n")
    for question in reading.questions:
        tell(_asked(question))
    for left in reading.ignored:
        why = sentence(left.code, {"text": left.text}, system_language())
        tell(words("ignored", text=left.text, why=why))


def _asked(question: Question) -> str:
    values = {"text": question.text, **question.values}
    return f"{sentence(question.code, values, system_language())} [{question.code}]"
