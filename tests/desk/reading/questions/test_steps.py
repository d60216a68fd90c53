"""One step after another until a figure is whole, and every open text answered to its end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.facts.catalog import load
from desk.facts.codes import Code
from desk.facts.election import Election
from desk.facts.pasted import Standing
from desk.file.session import Session
from desk.reading.proposals import Rereading
from desk.reading.questions.answers import NONE_YET, Answers
from desk.reading.questions.choices import KEYS, Choices
from desk.reading.questions.steps import BY_HAND, Asking, Given, Steps
from desk.reading.reader import Context
from desk.reading.shapes import NOTHING, Asks, Question
from tests.desk.conftest import at
from tests.desk.reading.score import BLIND, MORE, PROBES, SHORT

ELECTION = load("istanbul-2024")
TEXT = "ANKA\nÜSKÜDAR\n2019'da CHP yüzde 48 almıştı."
SPAN = TEXT.index("yüzde"), TEXT.index(" alm")
LEFT = Question(Code.Q317, "yüzde 48", SPAN)
HERE = Standing("AA", "ibb", "Beyoğlu", at("20:10"))


def steps(answers: Answers = NONE_YET, election: Election = ELECTION) -> Steps:
    return Steps(election, Choices(TEXT, Context.of(election)), answers, "ibb", "Beyoğlu")


def test_a_number_taken_in_by_hand_is_asked_all_it_lacks() -> None:
    answers, asked = NONE_YET, []
    for _ in range(len(BY_HAND)):
        step = steps(answers).next(LEFT, BY_HAND, None, by_hand=True)
        assert isinstance(step, Asking)
        asked.append((step.asks, step.question.answers))
        if step.asks is Asks.AGENCY:
            break
        answers = answers.told(step.asks, step.question.answers[0], SPAN)
    assert asked == [
        (Asks.FIGURE, ("share chp 48", "share 48", NOTHING)),
        (Asks.CONTEST, ("ibb", "ilce-baskanligi", "ilce-meclisi", NOTHING)),
        (Asks.PLACE, ("Üsküdar", "İstanbul", "Beyoğlu", NOTHING)),
        (Asks.AGENCY, ("ANKA", "AA", "YSK", NOTHING)),
    ]
    done = steps(answers.told(Asks.AGENCY, "ANKA", SPAN)).next(LEFT, BY_HAND, None, by_hand=True)
    assert isinstance(done, Given)
    assert str(done.figure) == "share chp 48"


def test_somebody_s_share_asks_whose() -> None:
    answers = NONE_YET.told(Asks.FIGURE, "share 48", SPAN)
    step = steps(answers).next(LEFT, (Asks.FIGURE, Asks.WHO), "ibb")
    assert isinstance(step, Asking)
    assert (step.asks, step.question.answers[:2]) == (Asks.WHO, ("chp", "ak_parti"))
    answers = answers.told(Asks.WHO, "dem_parti", SPAN)
    done = steps(answers).next(LEFT, (Asks.FIGURE, Asks.WHO), "ibb")
    assert isinstance(done, Given)
    assert str(done.figure) == "share dem_parti 48"


def test_what_holds_for_the_whole_text_is_not_taken_for_a_number_taken_in() -> None:
    whole = Answers({Asks.PLACE: "Adalar", Asks.CONTEST: "ibb"})
    answers = whole.told(Asks.FIGURE, "share chp 48", SPAN)
    step = steps(answers).next(LEFT, BY_HAND, None, by_hand=True)
    assert isinstance(step, Asking)
    assert step.asks is Asks.CONTEST


@pytest.mark.parametrize("asks", [Asks.FIGURE, Asks.CONTEST])
def test_nothing_ends_it(asks: Asks) -> None:
    answers = NONE_YET.told(Asks.FIGURE, "share chp 48", SPAN).told(asks, NOTHING, SPAN)
    assert steps(answers).next(LEFT, BY_HAND, None, by_hand=True) is None


@pytest.mark.parametrize("key", [0, 1, 2])
@pytest.mark.parametrize("texts", [SHORT, BLIND, MORE, PROBES], ids=lambda texts: texts.stem)
def test_every_question_of_every_text_is_settled_by_its_key(
    session: Session, texts: Path, key: int
) -> None:
    """Always the same key: each answer settles its step, and the questions come to an end."""
    reading = Rereading(session, HERE)
    every = texts.read_text(encoding="utf-8").splitlines()
    for line in every[key :: 3 if len(every) > 100 else 1]:
        text = json.loads(line)["text"]
        answers, asked = NONE_YET, set()
        while questions := reading.proposals(text, answers).questions:
            asking = questions[0]
            step = (asking.asks, asking.question.source, asking.question.code)
            assert step not in asked, (text, step)
            asked.add(step)
            choices = asking.question.answers
            assert choices[-1] == NOTHING and len(choices) <= KEYS + 1, (text, step)
            answer = choices[min(key, len(choices)) - 1]
            answers = answers.told(asking.asks, answer, asking.question.source)
