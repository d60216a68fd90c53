"""Answers as values: what holds for a fragment, for the whole text, and how a figure is written."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest

from desk.facts.bulletin import Item
from desk.reading.questions.answers import NONE_YET, FigureAnswer, is_number
from desk.reading.shapes import NOTHING, Asks

FIGURES = {
    "share chp 47.10": FigureAnswer(Item.SHARE, Decimal("47.10"), "chp"),
    "votes chp 47000": FigureAnswer(Item.VOTES, 47000, "chp"),
    "share 2": FigureAnswer(Item.SHARE, Decimal(2)),
    "opened_share 31.6": FigureAnswer(Item.OPENED_SHARE, Decimal("31.6")),
    "total_boxes 980": FigureAnswer(Item.TOTAL_BOXES, 980),
    "clock 19:25": FigureAnswer(None, "19:25"),
}


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_written_and_read(text: str) -> None:
    assert str(FIGURES[text]) == text
    assert FigureAnswer.parse(text) == FIGURES[text]


@pytest.mark.parametrize("text", FIGURES)
def test_a_share_or_votes_of_nobody_is_not_whole(text: str) -> None:
    assert FIGURES[text].whole == (text != "share 2")


def test_a_clock_is_a_time() -> None:
    assert FIGURES["clock 19:25"].clock == time(19, 25)
    assert FIGURES["share 2"].clock is None


def test_one_fragment_s_answer_stands_above_the_whole_text_s() -> None:
    answers = NONE_YET.told(Asks.PLACE, "Üsküdar", None).told(Asks.PLACE, "Beyoğlu", (3, 9))
    assert answers.of(Asks.PLACE, (3, 9)) == "Beyoğlu"
    assert answers.of(Asks.PLACE, (20, 29)) == "Üsküdar"
    assert answers.of(Asks.AGENCY, (20, 29)) is None


def test_the_whole_text_s_answer_replaces_those_before_it() -> None:
    answers = NONE_YET.told(Asks.CONTEST, NOTHING, (3, 9)).told(Asks.CONTEST, "ibb", None)
    assert answers.of(Asks.CONTEST, (3, 9)) == "ibb"


def test_a_fragment_is_asked_again() -> None:
    told = NONE_YET.told(Asks.FIGURE, "share 2", (3, 4)).told(Asks.WHO, "chp", (3, 4))
    assert told.reopened((3, 4)) == NONE_YET
    taking = told.taking((3, 4))
    assert (taking.taken, dict(taking.single)) == (((3, 4),), {})
    assert taking.reopened((3, 4)) == NONE_YET


def test_another_text_keeps_what_held_for_the_whole() -> None:
    told = NONE_YET.told(Asks.AGENCY, "AA", None).told(Asks.WHO, "chp", (3, 4)).taking((7, 9))
    assert told.of_the_whole() == NONE_YET.told(Asks.AGENCY, "AA", None)


@pytest.mark.parametrize(
    "fragment", ["47", "yüzde 51'i", "%58,63", "52.17%", "19.25'te", "4 milyon 432 bin 691", "7"]
)
def test_a_number(fragment: str) -> None:
    assert is_number(fragment)


@pytest.mark.parametrize("fragment", ["19 Mayıs", "Paşaköy", "", "CHP", "ANKA", "3. Bölge köyü"])
def test_no_number(fragment: str) -> None:
    assert not is_number(fragment)
