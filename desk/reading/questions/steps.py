"""What is asked next about one number: what it is, whose, where, which agency's, which contest's.

Each step is one question with its answers; a figure is whole when no step is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desk.facts.election import OTHERS, Election
from desk.reading.questions.answers import Answers, FigureAnswer
from desk.reading.questions.choices import KEYS, Choices
from desk.reading.shapes import NOTHING, Asks, Question

BY_HAND = (Asks.FIGURE, Asks.CONTEST, Asks.WHO, Asks.PLACE, Asks.AGENCY)
"""The steps of a number that was left out and is taken in."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as it is put to the editor; its ``answers`` are the keys, `NOTHING` is 0.

    ``asks`` may be the next step of it: of a number first what it is, then whose. ``contest`` says
    whose contenders may be meant, ``whole`` that the answer may hold for the whole text.
    """

    question: Question
    asks: Asks
    contest: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a number once nothing is left to be asked: ``parts`` by what was asked."""

    figure: FigureAnswer
    parts: Mapping[Asks, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Steps:
    """Asks about numbers of one text, where the editor stands at a contest and a place."""

    election: Election
    choices: Choices
    answers: Answers
    contest: str
    place: str

    def next(
        self, question: Question, parts: Sequence[Asks], contest: str | None, by_hand: bool = False
    ) -> Asking | Given | None:
        """The first of the parts nobody has answered, or all of them; None for no figure.

        ``by_hand`` asks every part of this very fragment, whatever holds for the whole text.
        """
        given: dict[Asks, str] = {}
        span = question.source
        for asks in parts:
            race = given.get(Asks.CONTEST) or contest or self.contest
            if asks is Asks.WHO and self._named(given, race):
                continue
            answer = (
                self.answers.single.get((asks, span)) if by_hand else self.answers.of(asks, span)
            )
            if answer is None:
                return self._asking(question, asks, race, by_hand)
            if answer == NOTHING:
                return None
            given[asks] = answer
        figure = FigureAnswer.parse(given[Asks.FIGURE])
        return Given(replace(figure, contender=given.get(Asks.WHO, figure.contender)), given)

    def _named(self, given: Mapping[Asks, str], race: str) -> bool:
        """Whether nobody is to be named: a figure of the whole, or of somebody who stands there."""
        figure = FigureAnswer.parse(given[Asks.FIGURE])
        standing = {one.code for one in self.election.contest(race).contenders} | {OTHERS}
        return figure.whole and (not figure.contender or figure.contender in standing)

    def _asking(self, question: Question, asks: Asks, race: str, by_hand: bool) -> Asking:
        span = question.source
        match asks:
            case Asks.FIGURE:
                found = self.choices.figures(span)
                if by_hand:
                    found = tuple(one for one in found if FigureAnswer.parse(one).item)
            case Asks.WHO:
                found = self.election.contest(race).shown
            case Asks.PLACE:
                found = self.choices.places(span)
                found = (*found, *(one for one in (self.place,) if one and one not in found))
            case Asks.AGENCY:
                found = self.choices.agencies(span)
            case Asks.CONTEST:
                found = tuple(contest.id for contest in self.election.contests)
        return Asking(replace(question, answers=(*found[:KEYS], NOTHING)), asks, race)
