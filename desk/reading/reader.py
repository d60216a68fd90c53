"""An agency's raw text to proposed bulletins, each figure with the fragment it was read from.

Right, or a question, never silently wrong: what the grammar is not sure of is asked, what is no
result is left out by name. Nothing is filed here, and no text is ever refused.
"""

from __future__ import annotations

from typing import Any

from desk.facts.figures import plain
from desk.reading.lexicon import Context
from desk.reading.pages import read_text
from desk.reading.questions.answers import NONE_YET, Answers
from desk.reading.questions.choices import with_answers
from desk.reading.shapes import Ignored, Question, Reading, Record, Result, Span

__all__ = [
    "Context",
    "Ignored",
    "Question",
    "Reading",
    "Record",
    "Result",
    "Span",
    "read",
    "to_json",
]


def read(text: str, context: Context | None = None, answers: Answers = NONE_YET) -> Reading:
    """Read a text: pasted lines, prose, a table, a whole page of HTML.

    Without a context the reading is national: places and parties are known, nobody's party is
    assumed; ``answers`` are what the editor has said of it. The time taken grows with the length of
    the text and nothing else.
    """
    context = context or Context.national()
    return with_answers(read_text(text, context, answers), text, context)


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading as `read --json` prints it: shares as strings, times as HH:MM, unsaid as None."""
    return {
        "records": [_record(record) for record in reading.records],
        "ignored": [
            {"code": str(left.code), "text": left.text, "source": list(left.source)}
            for left in reading.ignored
        ],
    }


def _record(record: Record) -> dict[str, Any]:
    return {
        "agency": record.agency,
        "place": record.place,
        "contest": record.contest,
        "time": record.time.strftime("%H:%M") if record.time else None,
        "opened_pct": _plain(record.opened_pct),
        "opened_boxes": record.opened_boxes,
        "total_boxes": record.total_boxes,
        "turnout_pct": _plain(record.turnout_pct),
        "lead_points": _plain(record.lead_points),
        "lead_votes": record.lead_votes,
        "leader": record.leader,
        "leader_contender": record.leader_contender,
        "results": [_result(result) for result in record.results],
        "questions": [
            {
                "code": str(question.code),
                "text": question.text,
                "source": list(question.source),
                "values": dict(question.values),
                "answers": list(question.answers),
            }
            for question in record.questions
        ],
        "sources": {name: list(span) for name, span in record.sources.items()},
        "correction": record.correction,
        "corrections": {name: _plain(old) for name, old in record.corrections.items()},
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "label": result.label,
        "party": result.party,
        "candidate": result.candidate,
        "contender": result.contender,
        "pct": _plain(result.pct),
        "votes": result.votes,
        "source": list(result.source),
        "label_source": list(result.label_source),
        "pct_source": list(result.pct_source) if result.pct_source else None,
        "votes_source": list(result.votes_source) if result.votes_source else None,
        "correction": result.correction,
        "old_pct": _plain(result.old_pct),
        "old_votes": result.old_votes,
    }


def _plain(value: Any) -> str | None:
    return None if value is None else plain(value)
