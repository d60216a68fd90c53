"""From what was read in a text to bulletins that could be filed: what the text says, else where
the editor stands, set against what the file already holds.

Nothing is filed here; a figure in doubt is a question and never a proposal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from desk.facts.bulletin import TOPICS, BulletinState, Item, Row, Source, Value
from desk.facts.codes import Code
from desk.facts.edits import NewBulletin
from desk.facts.figures import plain
from desk.file.session import Session
from desk.reading.reader import Ignored, Question, Reading, Record, Result, Span

FIELDS = {
    "opened_pct": Item.OPENED_SHARE,
    "opened_boxes": Item.OPENED_BOXES,
    "total_boxes": Item.TOTAL_BOXES,
    "turnout_pct": Item.TURNOUT,
    "lead_points": Item.LEAD_POINTS,
    "lead_votes": Item.LEAD_VOTES,
}
"""A record's own figures and the items they become."""

ABOUT_A_NAME = frozenset({Code.Q301, Code.Q302})
"""Questions that a contender's name answers; the answer is kept as an alias."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the editor stands: what is meant where the text does not say."""

    agency: str
    contest: str
    place: str
    clock: datetime


@dataclass(frozen=True, slots=True)
class ContestAnswers:
    """Which contest figures are of where the text does not say: all of them, or by question.

    A question answered with nothing leaves its figures out.
    """

    whole: str = ""
    by_question: Mapping[Span, str] = field(default_factory=dict)

    def of(self, question: Question) -> str | None:
        """The contest answered to a question: empty leaves its figures out, None is no answer."""
        return self.by_question.get(question.source, self.whole or None)


_UNANSWERED = ContestAnswers()


class Novelty(Enum):
    """A proposed figure against what the agency's newest bulletin on the topic holds."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()


@dataclass(frozen=True, slots=True)
class Proposed:
    """One figure: its fragment of the text, and the figure it would follow."""

    row: Row
    value: Value
    span: Span
    before: Value | None = None

    @property
    def novelty(self) -> Novelty:
        """New, changed, or the same to the digit."""
        if self.before is None:
            return Novelty.NEW
        same = plain(self.before) == plain(self.value)
        return Novelty.SAME if same else Novelty.CHANGED


@dataclass(frozen=True, slots=True)
class Proposal:
    """A bulletin to file; ``assumed`` names what the text left unsaid (agency, place, time …).

    ``filed`` says the file already holds it, figure for figure.
    """

    source: Source
    as_of: datetime
    figures: tuple[Proposed, ...]
    assumed: frozenset[str] = frozenset()
    filed: bool = False

    def as_bulletin(self) -> NewBulletin:
        """What is handed to the session."""
        return NewBulletin(
            self.source,
            self.as_of,
            {figure.row: figure.value for figure in self.figures},
            {figure.row: figure.span for figure in self.figures},
        )


@dataclass(frozen=True, slots=True)
class Proposals:
    """Everything a text comes to: bulletins, questions, and what was left out with the reason."""

    bulletins: tuple[Proposal, ...]
    questions: tuple[Question, ...]
    left_out: tuple[Ignored, ...]

    def to_file(self) -> tuple[NewBulletin, ...]:
        """The bulletins the file does not hold yet."""
        return tuple(one.as_bulletin() for one in self.bulletins if not one.filed)


def propose(
    reading: Reading,
    session: Session,
    standing: Standing,
    answers: ContestAnswers = _UNANSWERED,
) -> Proposals:
    """Set a reading against a night; ``answers`` say which contest where the text does not.

    A place that is not in this election is left out (I309); an agency this file does not know is a
    question (E122), because its figures would otherwise land in another agency's column.
    """
    bulletins: list[Proposal] = []
    questions: list[Question] = []
    left_out = list(reading.ignored)
    for said in reading.records:
        record = _answered(said, answers, session)
        if record is None:
            continue
        questions += record.questions
        trouble = _stranger(record, session)
        if isinstance(trouble, Question):
            questions.append(trouble)
        elif trouble is not None:
            left_out.append(trouble)
        if trouble is not None:
            continue
        figures, unknown = _figures(record)
        questions += unknown
        if figures:
            bulletins.append(_proposal(record, figures, session, standing))
    known = {(question.code, question.source): question for question in questions}
    return Proposals(tuple(_joined(bulletins)), tuple(known.values()), tuple(left_out))


def _answered(record: Record, answers: ContestAnswers, session: Session) -> Record | None:
    """A record with the contest that was answered and without that question; None if left out."""
    for question in record.questions:
        if question.code is Code.Q316 and (contest := answers.of(question)) is not None:
            if not contest:
                return None
            rest = tuple(one for one in record.questions if one is not question)
            told = replace(record, contest=contest, questions=rest)
            if told.place in {place.name for place in session.election.places}:
                told = replace(told, place=session.election.meant(contest, told.place or ""))
            return told
    return record


def _stranger(record: Record, session: Session) -> Question | Ignored | None:
    """A place or an agency this night has no column for."""
    if not record.has_figures:
        return None
    span = record.sources.get("place") or _extent(record)
    if record.place and all(record.place != place.name for place in session.election.places):
        return Ignored(Code.I309, record.place, span)
    if (
        record.place
        and record.contest
        and not session.election.is_held(record.contest, record.place)
    ):
        contest = session.election.contest(record.contest).name_tr
        return Question(Code.E158, record.place, span, {"text": record.place, "contest": contest})
    agencies = {agency.code for agency in session.election.agencies}
    if record.agency and record.agency not in agencies:
        span = record.sources.get("agency") or _extent(record)
        values = {"text": record.agency, "known": ", ".join(sorted(agencies))}
        return Question(Code.E122, record.agency, span, values)
    return None


def _figures(record: Record) -> tuple[dict[Row, tuple[Value, Span]], list[Question]]:
    """The record's figures by their rows, and a question for each label nobody answers to."""
    found: dict[Row, tuple[Value, Span]] = {}
    questions = []
    for name, item in FIELDS.items():
        value = getattr(record, name)
        if value is not None:
            found[Row(item)] = (value, record.sources[name])
    if record.leader_contender:
        span = record.sources.get("leader") or _extent(record)
        found[Row(Item.LEADER)] = (record.leader_contender, span)
    for result in record.results:
        if result.contender is None:
            questions.append(_who(result))
            continue
        if result.pct is not None:
            found[Row(Item.SHARE, result.contender)] = (
                result.pct,
                result.pct_source or result.source,
            )
        if result.votes is not None:
            found[Row(Item.VOTES, result.contender)] = (
                result.votes,
                result.votes_source or result.source,
            )
    return found, questions


def _who(result: Result) -> Question:
    return Question(Code.Q301, result.label, result.label_source, {"text": result.label})


def _proposal(
    record: Record,
    figures: Mapping[Row, tuple[Value, Span]],
    session: Session,
    standing: Standing,
) -> Proposal:
    said = {
        "agency": record.agency,
        "contest": record.contest,
        "place": record.place,
        "time": record.time,
    }
    source = Source(
        record.agency or standing.agency,
        record.contest or standing.contest,
        record.place or standing.place,
    )
    latest = session.latest(source.contest, source.place).get(source, {})
    # A clock that was set back must not put the text behind what is filed.
    now = max([standing.clock, *(bulletin.as_of for bulletin in latest.values())])
    as_of = session.election.moment(record.time) if record.time else now
    proposed = []
    for row, (value, span) in sorted(figures.items(), key=lambda figure: figure[1][1]):
        bulletin = latest.get(TOPICS[row.item])
        proposed.append(Proposed(row, value, span, bulletin.figures.get(row) if bulletin else None))
    return replace(
        Proposal(
            source,
            as_of,
            tuple(proposed),
            frozenset(name for name, value in said.items() if value is None),
        ),
        filed=_is_filed(session, source, as_of, proposed),
    )


def _is_filed(
    session: Session, source: Source, as_of: datetime, proposed: Iterable[Proposed]
) -> bool:
    wanted = {figure.row: plain(figure.value) for figure in proposed}
    return any(
        bulletin.state is BulletinState.STANDING
        and bulletin.as_of == as_of
        and {row: plain(value) for row, value in bulletin.figures.items()} == wanted
        for bulletin in session.bulletins(source.contest, source.place, source.agency)
    )


def _joined(bulletins: Iterable[Proposal]) -> list[Proposal]:
    """One agency's figures of one place and minute are one bulletin, unless they contradict."""
    joined: list[Proposal] = []
    for one in bulletins:
        for at, known in enumerate(joined):
            same = (known.source, known.as_of) == (one.source, one.as_of)
            rows = {figure.row for figure in known.figures}
            if same and rows.isdisjoint(figure.row for figure in one.figures):
                joined[at] = replace(
                    known,
                    figures=(*known.figures, *one.figures),
                    assumed=known.assumed | one.assumed,
                    filed=known.filed and one.filed,
                )
                break
        else:
            joined.append(one)
    return joined


def _extent(record: Record) -> Span:
    """From the record's first fragment to its last."""
    spans = [*record.sources.values(), *(result.source for result in record.results)]
    return min(start for start, _ in spans), max(end for _, end in spans)
