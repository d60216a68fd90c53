"""From what was read in a text to bulletins that could be filed: what the text says, else where
the editor stands, set against what the file already holds.

Nothing is filed here; a figure in doubt is a question and never a proposal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from desk.facts.bulletin import TOPICS, Bulletin, BulletinState, Figures, Item, Row, Source, Value
from desk.facts.codes import Code
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.figures import plain
from desk.facts.pasted import Standing, is_table
from desk.file.session import Session
from desk.reading.questions.answers import NONE_YET, Answers, FigureAnswer, is_number
from desk.reading.questions.choices import KEYS, Choices
from desk.reading.questions.claims import claims
from desk.reading.questions.steps import BY_HAND, Asking, Given, Steps
from desk.reading.reader import Context, Ignored, Question, Reading, Record, Span, read
from desk.reading.shapes import ASKS, NOTHING, Asks

FIELDS = {
    "opened_pct": Item.OPENED_SHARE,
    "opened_boxes": Item.OPENED_BOXES,
    "total_boxes": Item.TOTAL_BOXES,
    "turnout_pct": Item.TURNOUT,
    "lead_points": Item.LEAD_POINTS,
    "lead_votes": Item.LEAD_VOTES,
}
"""A record's own figures and the items they become."""


class Novelty(Enum):
    """A proposed figure against what the agency's newest bulletin on the topic holds."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()


@dataclass(frozen=True, slots=True)
class Proposed:
    """One figure: its fragment of the text, and the figure it would follow.

    ``hand`` says the editor answered what it is; ``denied`` is the figure it corrects.
    """

    row: Row
    value: Value
    span: Span
    before: Value | None = None
    hand: bool = False
    denied: Value | None = None

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

    ``filed`` says the file already holds it, figure for figure. One that ``corrects`` a filed
    bulletin takes its place; what the text does not speak of stays as it was there. ``sources``
    are the words the address came from.
    """

    source: Source
    as_of: datetime
    figures: tuple[Proposed, ...]
    assumed: frozenset[str] = frozenset()
    filed: bool = False
    corrects: Bulletin | None = None
    sources: Mapping[str, Span] = field(default_factory=dict)

    def as_bulletin(self) -> NewBulletin:
        """What is handed to the session."""
        kept: Figures = self.corrects.figures if self.corrects else {}
        return NewBulletin(
            self.source,
            self.as_of,
            {**kept, **{figure.row: figure.value for figure in self.figures}},
            {figure.row: figure.span for figure in self.figures},
            self.corrects.id if self.corrects else None,
        )


@dataclass(frozen=True, slots=True)
class Proposals:
    """Everything a text comes to: bulletins, questions, and what was left out with the reason."""

    bulletins: tuple[Proposal, ...]
    questions: tuple[Asking, ...]
    left_out: tuple[Ignored, ...]


def filing(bulletins: Iterable[Proposal], text: str, reason: str) -> FileBulletins:
    """What the file does not hold yet, filed together; ``reason`` is that of any correction."""
    new = tuple(one.as_bulletin() for one in bulletins if not one.filed)
    return FileBulletins(new, text, reason if any(one.replaces for one in new) else "")


def context_of(session: Session) -> Context:
    """What a text for this night may take for granted: its names, learned ones and people too."""
    learned = {one.label: one.contender for one in session.aliases}
    return Context.of(session.election, learned, session.people)


class Rereading:
    """Reads a text for a night and sets it against the file, as often as an answer is given.

    A long page takes its time: it is read anew only when what it says has changed.
    """

    def __init__(self, session: Session, standing: Standing) -> None:
        self._session, self._standing = session, standing
        self._read: tuple[object, Reading] | None = None

    def proposals(self, text: str, answers: Answers = NONE_YET) -> Proposals:
        """What the text comes to with these answers."""
        session, told = self._session, answers.that_are_read()
        key = text, told, session.aliases, session.people, session.election
        if self._read is None or self._read[0] != key:
            self._read = key, read(text, context_of(session), told)
        return propose(self._read[1], session, self._standing, answers, text)


def propose(
    reading: Reading,
    session: Session,
    standing: Standing,
    answers: Answers = NONE_YET,
    text: str = "",
) -> Proposals:
    """Set a reading against a night; ``answers`` are what the editor said to its questions.

    A place that is not in this election is left out (I309); an agency this file does not know is a
    question (E122), because its figures would otherwise land in another agency's column. Whose a
    table is that names no agency is asked, and whose a camp's own count: the cursor's column says
    nothing of them.
    """
    return _Proposing(reading, session, standing, answers, text).proposals()


_TOLD = 80
"""Characters of a table that say which one is asked about."""

_Found = dict[Row, tuple[Value, Span]]


class _Proposing:
    """One reading being set against one night."""

    def __init__(
        self,
        reading: Reading,
        session: Session,
        standing: Standing,
        answers: Answers,
        text: str,
    ) -> None:
        self._reading, self._session, self._standing = reading, session, standing
        self._answers, self._text = answers, text
        self._context = context_of(session)
        choices = Choices(text, self._context)
        election, place = session.election, standing.place
        self._steps = Steps(election, choices, answers, standing.contest, place)
        self._bulletins: list[Proposal] = []
        self._asked: list[Asking] = []
        self._left = list(reading.ignored)
        self._said_agency = ""

    def proposals(self) -> Proposals:
        """The bulletins, what is asked, what is left out."""
        waits = self._whose()
        for record in self._reading.records:
            self._record(record, waits)
        self._join()
        for span in self._answers.taken:
            self._take_in(span)
        known = {(one.question.code, one.question.source): one for one in self._asked}
        left = sorted(self._left, key=lambda one: one.source)
        return Proposals(tuple(self._bulletins), tuple(known.values()), tuple(left))

    def _whose(self) -> bool:
        """Ask whose figures a text tells that names no agency; until then nothing is proposed.

        A table's, or those a camp or a person tells: they are of no column by themselves.
        """
        if not any(
            record.has_figures or any(one.code is not Code.Q307 for one in record.questions)
            for record in self._reading.records
            if not record.agency
        ):
            return False
        code = Code.Q318 if is_table(self._text) else Code.Q307
        # Of the whole table, whichever of its rows other answers have left out meanwhile.
        whole = 0, len(self._text)
        said = (*self._reading.said, *claims(self._text))
        span = whole if code is Code.Q318 else next(iter(said), None)
        if span is None:
            return False
        answer = self._answers.of(Asks.AGENCY, span)
        if answer is None:
            agencies = tuple(agency.code for agency in self._session.election.agencies)
            text = " ".join(self._text[slice(*span)][:_TOLD].split())
            question = Question(code, text, span, {}, (*agencies, NOTHING))
            self._asked.append(Asking(question, Asks.AGENCY, self._standing.contest))
        elif answer != NOTHING:
            self._said_agency = answer
            return False
        return True

    # -- one record

    def _record(self, said: Record, waits: bool) -> None:
        """A record's bulletin and its open questions; a contest that is none leaves it out."""
        agency = said.agency or self._said_agency or None
        record: Record | None = replace(said.certain(), agency=agency)
        by_hand: list[tuple[Question, Given]] = []
        for question in said.questions:
            if record is None:
                return
            record = self._question(question, record, by_hand)
        if record is None:
            return
        for question, given in by_hand:
            clock = given.figure.clock
            if clock is not None and record.time is None:
                sources = {**record.sources, "time": question.source}
                record = replace(record, time=clock, sources=sources)
        by_hand = [one for one in by_hand if one[1].figure.item]
        if by_hand and record.contest is None:
            record = self._contest_of(record, said, by_hand[0][0])
        if record is None or (waits and not record.agency):
            return
        known = self._known(record)
        if known is not None:
            self._bulletins_of(known, by_hand)

    def _question(
        self, question: Question, record: Record, by_hand: list[tuple[Question, Given]]
    ) -> Record | None:
        """Answer one question of a record if its answer is known, else put it to the editor."""
        asks = ASKS.get(question.code, Asks.FIGURE)
        # An agency the text names is no other one, whatever holds where it names none.
        named = question.code is Code.E122
        answers = self._answers
        answer = answers.single.get((asks, question.source))
        answer = answer if named else answers.of(asks, question.source)
        number = asks is Asks.FIGURE or (question.code is Code.Q310 and is_number(question.text))
        if number:
            if not self._other_holds(question, record):
                self._number(question, asks, record, by_hand)
        elif answer == NOTHING:
            self._leave(question.source, question.text)
            return None if asks is Asks.CONTEST else record
        elif asks is Asks.CONTEST and answer is not None:
            return replace(record, contest=answer, place=self._context.meant(answer, record.place))
        else:
            where = asks in (Asks.CONTEST, Asks.PLACE, Asks.AGENCY) and not named
            race = record.contest or self._standing.contest
            self._asked.append(Asking(self._with_place(question), asks, race, where))
        return record

    def _with_place(self, question: Question) -> Question:
        """A question about a place with the one the editor stands at among its answers."""
        here = self._standing.place
        known = question.answers
        if ASKS.get(question.code) is not Asks.PLACE or not here or here in known:
            return question
        return replace(question, answers=(*known[:-1][: KEYS - 1], here, NOTHING))

    def _number(
        self,
        question: Question,
        asks: Asks,
        record: Record,
        by_hand: list[tuple[Question, Given]],
    ) -> None:
        parts = (asks, Asks.FIGURE, Asks.WHO) if asks is Asks.PLACE else (Asks.FIGURE, Asks.WHO)
        step = self._steps.next(question, parts, record.contest)
        if isinstance(step, Asking):
            first = step.asks is asks is Asks.FIGURE
            self._asked.append(replace(step, question=question) if first else step)
        elif step is None:
            self._leave(question.source, question.text)
        else:
            by_hand.append((question, step))

    def _other_holds(self, question: Question, record: Record) -> bool:
        """Of one figure given twice the other was chosen: this one is left out."""
        if question.code is not Code.Q308 or not question.answers:
            return False
        kind = question.answers[0].rpartition(" ")[0]
        for other in record.questions:
            if (
                other.code is Code.Q308
                and other is not question
                and other.answers[0].rpartition(" ")[0] == kind
                and (self._answers.of(Asks.FIGURE, other.source) or NOTHING) != NOTHING
                and self._answers.of(Asks.FIGURE, question.source) is None
            ):
                self._leave(question.source, question.text)
                return True
        return False

    def _contest_of(self, record: Record, said: Record, question: Question) -> Record | None:
        """The contest of figures that were only asked about: the reader had no reason to ask."""
        if any(one.code is Code.Q316 for one in said.questions):
            return record
        held = tuple(contest.id for contest in self._session.election.contests)
        values = {"known": ", ".join(held)}
        asked = Question(Code.Q316, question.text, question.source, values, (*held, NOTHING))
        return self._question(asked, record, [])

    def _not_held(self, record: Record) -> Question | None:
        """A contest that is not voted for in the record's place, with those that are."""
        election, place, contest = self._session.election, record.place, record.contest
        if not place or not contest or election.is_held(contest, place):
            return None
        values = {"text": place, "contest": election.contest(contest).name_tr}
        here = (one.id for one in election.contests if election.is_held(one.id, place))
        span = record.sources.get("place") or _extent(record)
        return Question(Code.E158, place, span, values, (*here, NOTHING))

    def _known(self, record: Record) -> Record | None:
        """The record where the night has its place and agency; else it is asked or left out."""
        if record.place and all(one.name != record.place for one in self._session.election.places):
            for value, span in _figures(record)[0].values():
                self._left.append(Ignored(Code.I309, self._words(span, value), span))
            return None
        elsewhere = self._not_held(record)
        if elsewhere is not None:
            answered = self._question(elsewhere, record, [])
            if answered is None or answered.contest == record.contest:
                return None
            record = answered
        agencies = tuple(agency.code for agency in self._session.election.agencies)
        if record.agency is None or record.agency in agencies:
            return record
        if not record.has_figures:
            return None
        span = record.sources.get("agency") or _extent(record)
        values = {"text": record.agency, "known": ", ".join(sorted(agencies))}
        asked = Question(Code.E122, record.agency, span, values, (*agencies, NOTHING))
        answer = self._answers.single.get((Asks.AGENCY, span))
        if answer is None or answer == NOTHING:
            self._question(asked, record, [])
            return None
        return replace(record, agency=answer)

    def _bulletins_of(self, record: Record, by_hand: Sequence[tuple[Question, Given]]) -> None:
        """A record's own figures, and those the editor said, which stand above them."""
        found, unknown = _figures(record)
        shown = self._session.election.contest(record.contest or self._standing.contest).shown
        for question in unknown:
            self._question(replace(question, answers=(*shown[:KEYS], NOTHING)), record, [])
        apart: dict[str | None, _Found] = {}
        for question, given in by_hand:
            row = _row(given.figure)
            place = given.parts.get(Asks.PLACE, record.place)
            if place == record.place and (replaced := found.pop(row, None)):
                self._leave(replaced[1], self._words(replaced[1], replaced[0]))
            apart.setdefault(place, {})[row] = (given.figure.value, question.source)
        if found:
            self._bulletins.append(self._proposal(record, found))
        for place, rows in apart.items():
            mine = self._proposal(replace(record, place=place, results=()), rows)
            by = tuple(replace(figure, hand=True) for figure in mine.figures)
            self._bulletins.append(replace(mine, figures=by))

    def _words(self, span: Span, value: Value) -> str:
        return self._text[slice(*span)] or plain(value)

    def _leave(self, span: Span, text: str) -> None:
        self._left.append(Ignored(Code.I311, text, span))

    # -- one agency's figures of one place and minute

    def _join(self) -> None:
        """What one agency says of one place and minute is one bulletin; of two values one holds."""
        joined: dict[object, Proposal] = {}
        for one in self._bulletins:
            key = one.source, one.as_of, one.corrects and one.corrects.id
            known = joined.get(key)
            joined[key] = one if known is None else self._merged(known, one)
        self._bulletins = [one for one in joined.values() if one.figures]

    def _merged(self, known: Proposal, one: Proposal) -> Proposal:
        rows = {figure.row: figure for figure in known.figures}
        for figure in one.figures:
            first = rows.pop(figure.row, figure)
            chosen = self._one_of(first, figure, known.source.contest)
            if chosen is not None:
                rows[figure.row] = chosen
        return replace(
            known,
            figures=tuple(sorted(rows.values(), key=lambda figure: figure.span)),
            assumed=known.assumed | one.assumed,
            filed=known.filed and one.filed,
            sources={**one.sources, **known.sources},
        )

    def _one_of(self, first: Proposed, second: Proposed, contest: str) -> Proposed | None:
        """Of two values of one figure the one she chose; else the first, and it is asked."""
        if plain(first.value) == plain(second.value):
            return first
        row = first.row
        both = {str(FigureAnswer(row.item, f.value, row.contender)): f for f in (first, second)}
        answer = self._answers.of(Asks.FIGURE, second.span)
        if answer is None:
            text = self._words(second.span, second.value)
            question = Question(Code.Q308, text, second.span, {}, (*both, NOTHING))
            self._asked.append(Asking(question, Asks.FIGURE, contest))
            return first
        chosen = both.get(answer)
        for figure in both.values():
            if figure is not chosen:
                self._leave(figure.span, self._words(figure.span, figure.value))
        return chosen

    # -- what was left out, taken in

    def _take_in(self, span: Span) -> None:
        """Ask what a number is that was left out; once all is said it is filed with the others."""
        left = next((one for one in self._left if one.source == span), None)
        if left is None:
            return
        question = Question(Code.Q317, left.text, span)
        step = self._steps.next(question, BY_HAND, None, by_hand=True)
        if step is None:
            return
        self._left.remove(left)
        if isinstance(step, Asking):
            self._asked.append(step)
            return
        parts, row = step.parts, _row(step.figure)
        source = Source(parts[Asks.AGENCY], parts[Asks.CONTEST], parts[Asks.PLACE])
        same = [at for at, one in enumerate(self._bulletins) if one.source == source]
        figure = Proposed(row, step.figure.value, span, self._before(source, row), hand=True)
        if not same:
            record = Record(source.agency, source.place, source.contest)
            mine = self._proposal(record, {row: (figure.value, span)})
            self._bulletins.append(replace(mine, figures=(figure,)))
            return
        at = min(same, key=lambda one: abs(self._bulletins[one].figures[0].span[0] - span[0]))
        known = self._bulletins[at]
        for one in known.figures:
            if one.row == row:
                self._leave(one.span, self._words(one.span, one.value))
        kept = [one for one in known.figures if one.row != row]
        every = tuple(sorted([*kept, figure], key=lambda one: one.span))
        self._bulletins[at] = replace(known, figures=every, filed=False)

    # -- against the file

    def _before(self, source: Source, row: Row) -> Value | None:
        latest = self._session.latest(source.contest, source.place).get(source, {})
        bulletin = latest.get(TOPICS[row.item])
        return bulletin.figures.get(row) if bulletin else None

    def _proposal(self, record: Record, found: _Found) -> Proposal:
        standing = self._standing
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
        latest = self._session.latest(source.contest, source.place).get(source, {})
        # A clock that was set back must not put the text behind what is filed.
        now = max([standing.clock, *(bulletin.as_of for bulletin in latest.values())])
        as_of = self._session.election.moment(record.time) if record.time else now
        denied = _denied(record)
        wrong = self._corrected(source, denied)
        proposed = tuple(
            Proposed(
                row,
                value,
                span,
                self._before(source, row) if wrong is None else wrong.figures.get(row),
                denied=wrong.figures.get(row) if wrong and row in denied else None,
            )
            for row, (value, span) in sorted(found.items(), key=lambda figure: figure[1][1])
        )
        missing = {name for name, value in said.items() if value is None}
        return Proposal(
            source,
            wrong.as_of if wrong else as_of,
            proposed,
            frozenset(missing - {"time"} if wrong else missing),
            self._is_filed(source, as_of, proposed, bool(denied)),
            wrong,
            {name: span for name, span in record.sources.items() if name in said},
        )

    def _corrected(self, source: Source, denied: Mapping[Row, Value | None]) -> Bulletin | None:
        """The newest standing bulletin that says what the text takes back."""
        standing = [
            one
            for one in self._session.bulletins(source.contest, source.place, source.agency)
            if one.state is BulletinState.STANDING
            and all(
                row in one.figures and (old is None or plain(one.figures[row]) == plain(old))
                for row, old in denied.items()
            )
        ]
        return max(standing if denied else [], key=lambda one: (one.as_of, one.id), default=None)

    def _is_filed(
        self, source: Source, as_of: datetime, proposed: Iterable[Proposed], corrected: bool
    ) -> bool:
        """Whether the file holds these very figures of this minute; a correction of any."""
        wanted = {(figure.row, plain(figure.value)) for figure in proposed}
        for bulletin in self._session.bulletins(source.contest, source.place, source.agency):
            if bulletin.state is BulletinState.STANDING:
                held = {(row, plain(value)) for row, value in bulletin.figures.items()}
                if (bulletin.as_of == as_of and held == wanted) or (corrected and wanted <= held):
                    return True
        return False


def _row(figure: FigureAnswer) -> Row:
    assert figure.item is not None
    return Row(figure.item, figure.contender)


def _denied(record: Record) -> dict[Row, Value | None]:
    """What a record takes back, by its rows; None where it does not say what stood there."""
    denied: dict[Row, Value | None] = {
        Row(FIELDS[name]): old for name, old in record.corrections.items() if name in FIELDS
    }
    for result in record.results:
        if result.correction and result.contender is not None:
            if result.pct is not None:
                denied[Row(Item.SHARE, result.contender)] = result.old_pct
            if result.votes is not None:
                denied[Row(Item.VOTES, result.contender)] = result.old_votes
    return denied


def _figures(record: Record) -> tuple[_Found, list[Question]]:
    """The record's figures by their rows, and a question for each label nobody answers to."""
    found: _Found = {}
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
            questions.append(
                Question(Code.Q301, result.label, result.label_source, {"text": result.label})
            )
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


def _extent(record: Record) -> Span:
    """From the record's first fragment to its last."""
    spans = [*record.sources.values(), *(result.source for result in record.results)]
    return min(start for start, _ in spans), max(end for _, end in spans)
