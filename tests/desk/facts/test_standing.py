"""Who stands where: whole bulletins, never mixed; blank is never 0; only the named can lead."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desk.facts.bulletin import TOPICS, Bulletin, BulletinState, Figures, Item, Row, Topic, Value
from desk.facts.edits import BeginCorrection, FileDraft, SetTime, Withdraw
from desk.facts.leading import by_votes
from desk.facts.standing import (
    Reported,
    computed_lead,
    reported_at,
    shares_of,
    stated_lead,
    votes_of,
)
from desk.file.session import Session
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, at, file_at, shares, type_in, votes

OPENED = Row(Item.OPENED_SHARE)


def bulletin(
    number: int, clock: str, figures: Figures, state: BulletinState = BulletinState.STANDING
) -> Bulletin:
    return Bulletin(number, AA, at(clock), figures, "2024-03-31T16:25:00Z", "editor", state=state)


def said(*bulletins: Bulletin) -> Reported:
    """What AA has said, from its bulletins oldest first."""
    topics = {TOPICS[row.item]: filed for filed in bulletins for row in filed.figures}
    return Reported(AA, topics)


def lead_text(reported: Reported) -> tuple[str | None, str | None, int | None, bool] | None:
    lead = reported.lead
    if lead is None:
        return None
    return (
        lead.leader,
        str(lead.points) if lead.points is not None else None,
        lead.votes,
        lead.stated,
    )


def test_nothing_said_is_nothing() -> None:
    nothing = Reported(AA, {})
    assert nothing.shares == {} and nothing.votes == {}
    assert nothing.lead is nothing.opened is nothing.as_of is nothing.newest is None


def test_law_1_a_contender_left_out_is_neither_zero_nor_carried_over() -> None:
    before = bulletin(1, "19:15", shares(chp="58.79", ak_parti="37.65", dem_parti="1.26"))
    after = bulletin(2, "19:25", shares(chp="58.63", ak_parti="35.94"))
    assert said(before, after).shares == {"chp": Decimal("58.63"), "ak_parti": Decimal("35.94")}


def test_law_1_zero_is_a_figure() -> None:
    assert said(bulletin(1, "19:25", shares(chp="58.63", dem_parti="0"))).shares["dem_parti"] == 0


def test_the_opened_share_is_the_newest_spoken_of() -> None:
    early = bulletin(1, "19:15", {**shares(chp="58.79", ak_parti="37.65"), OPENED: Decimal(10)})
    late = bulletin(2, "19:25", shares(chp="58.63", ak_parti="35.94"))
    reported = said(early, late)
    assert reported.opened == Decimal(10)
    assert reported.as_of == at("19:25")
    boxes = bulletin(3, "19:30", {Row(Item.OPENED_BOXES): 12})
    assert said(early, late, boxes).opened is None, "its newest word on the boxes printed no share"


def test_opened_alone_does_not_age_the_shares() -> None:
    figures = bulletin(1, "19:15", {**shares(chp="58.79", ak_parti="37.65"), OPENED: Decimal(10)})
    opened = bulletin(2, "19:25", {OPENED: Decimal("12.5")})
    reported = said(figures, opened)
    assert reported.opened == Decimal("12.5")
    assert reported.as_of == at("19:15")
    assert reported.newest == at("19:25")
    assert said(opened).opened == Decimal("12.5")
    assert said(opened).as_of == at("19:25")
    assert said(bulletin(3, "19:30", {Row(Item.OPENED_BOXES): 12})).opened is None


def test_a_lead_is_computed_exactly() -> None:
    reported = said(bulletin(1, "19:25", shares(chp="58.63", ak_parti="35.94", diger="5.43")))
    assert lead_text(reported) == ("chp", "22.69", None, False)


def test_a_lead_in_votes_goes_with_the_shares_of_the_same_bulletin() -> None:
    figures = {**shares(chp="60", ak_parti="40"), votes("chp"): 600, votes("ak_parti"): 400}
    assert lead_text(said(bulletin(1, "19:25", figures))) == ("chp", "20", 200, False)
    # Votes that put another first contradict the shares: no lead in votes is made of them.
    figures[votes("ak_parti")] = 700
    assert lead_text(said(bulletin(1, "19:25", figures))) == ("chp", "20", None, False)


def test_a_lead_alone() -> None:
    figures = {Row(Item.LEAD_POINTS): Decimal("7.74"), Row(Item.LEADER): "chp"}
    reported = said(bulletin(1, "19:38", figures))
    assert lead_text(reported) == ("chp", "7.74", None, True)
    assert reported.shares == {}
    assert lead_text(said(bulletin(1, "19:38", {Row(Item.LEADER): "chp"}))) == (
        "chp",
        None,
        None,
        True,
    )
    assert stated_lead(bulletin(1, "19:38", {Row(Item.LEAD_VOTES): 4_211})).leader is None


def test_the_newest_word_on_the_lead_counts() -> None:
    computed = bulletin(1, "19:25", shares(chp="58", ak_parti="42"))
    stated = bulletin(2, "19:38", {Row(Item.LEAD_POINTS): Decimal("7.74"), Row(Item.LEADER): "chp"})
    assert lead_text(said(computed, stated)) == ("chp", "7.74", None, True)
    later = bulletin(3, "19:40", shares(chp="57", ak_parti="43"))
    assert lead_text(said(computed, stated, later)) == ("chp", "14", None, False)
    both = bulletin(4, "19:50", {**computed.figures, **stated.figures})
    assert lead_text(said(both)) == ("chp", "16", None, False)


def test_nobody_leads_where_the_unsaid_could_be_ahead() -> None:
    assert said(bulletin(1, "19:25", shares(chp="50"))).lead is None
    assert said(bulletin(1, "19:25", shares(ak_parti="41.5", mhp="2"))).lead is None
    assert said(bulletin(1, "19:25", shares(diger="42"))).lead is None


def test_no_margin_where_the_unsaid_could_be_second() -> None:
    assert lead_text(said(bulletin(1, "19:25", shares(chp="58")))) == ("chp", None, None, False)
    figures = {**shares(chp="58", mhp="2"), votes("chp"): 580, votes("mhp"): 20}
    assert lead_text(said(bulletin(1, "19:25", figures))) == ("chp", None, None, False)
    figures = shares(chp="50.5", ak_parti="30")
    assert lead_text(said(bulletin(1, "19:25", figures))) == ("chp", "20.5", None, False)


def test_a_margin_that_names_nobody_leaves_the_leader() -> None:
    computed = bulletin(1, "19:25", shares(chp="58", ak_parti="42"))
    margin = bulletin(2, "19:38", {Row(Item.LEAD_POINTS): Decimal("7.74")})
    assert lead_text(said(computed, margin)) == ("chp", "7.74", None, True)
    named = bulletin(1, "19:25", {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal("9")})
    assert lead_text(said(named, margin)) == ("chp", "7.74", None, True)
    other = bulletin(3, "19:50", {Row(Item.LEADER): "ak_parti"})
    assert lead_text(said(named, margin, other)) == ("ak_parti", None, None, True)
    assert lead_text(said(margin)) == (None, "7.74", None, True)


def test_a_superseded_share_makes_no_lead() -> None:
    early = bulletin(1, "19:15", {**shares(chp="60", ak_parti="40"), votes("chp"): 600})
    late = bulletin(2, "19:25", shares(chp="48"))
    assert said(early, late).lead is None
    early = bulletin(1, "19:15", {**early.figures, votes("ak_parti"): 400})
    assert said(early, late).lead is None, "nor do the votes that came with them"
    counted = bulletin(3, "19:30", {votes("chp"): 700, votes("ak_parti"): 400})
    assert lead_text(said(early, late, counted)) == ("chp", None, 300, False)


def test_a_tie_has_no_leader() -> None:
    reported = said(bulletin(1, "19:25", shares(chp="48.5", ak_parti="48.50", dem_parti="1")))
    assert lead_text(reported) == (None, "0.00", None, False)


def test_others_never_lead() -> None:
    reported = said(bulletin(1, "19:25", shares(diger="60", chp="25", ak_parti="15")))
    assert lead_text(reported) == ("chp", "10", None, False)
    assert by_votes({"diger": 5, "chp": 3}) is None
    assert by_votes({"diger": 5, "chp": 3, "tip": 1}) == ("chp", 2)


def test_shares_and_votes_are_taken_apart() -> None:
    figures = {**shares(chp="58.63"), votes("chp"): 13_729, OPENED: Decimal(10)}
    assert shares_of(figures) == {"chp": Decimal("58.63")}
    assert votes_of(figures) == {"chp": 13_729}
    lead = computed_lead(bulletin(1, "19:25", {votes("chp"): 2, votes("tip"): 1}))
    assert lead is not None and (lead.leader, lead.points, lead.votes) == ("chp", None, 1)


def test_reported_at_tells_the_evening_as_it_was(evening: Session) -> None:
    bulletins = evening.bulletins(CONTEST, "İstanbul")
    assert reported_at(bulletins, at("19:14")) == {}
    at_1915 = reported_at(bulletins, at("19:15"))
    assert [source.agency for source in at_1915] == ["ANKA"]
    assert [source.agency for source in reported_at(bulletins, at("19:38"))] == ["ANKA", "AA"]


def test_reported_at_counts_only_what_stands() -> None:
    night = [
        bulletin(1, "19:15", shares(chp="1"), BulletinState.REPLACED),
        bulletin(2, "19:20", shares(chp="2")),
        bulletin(3, "19:25", shares(chp="3"), BulletinState.WITHDRAWN),
    ]
    (reported,) = reported_at(night, at("20:00")).values()
    assert reported.shares == {"chp": Decimal(2)}


def test_reported_at_the_end_is_what_the_file_calls_latest(session: Session) -> None:
    first = file_at(session, AA, "19:15", {**shares(chp="58.79"), OPENED: Decimal(10)})
    file_at(session, AA, "19:25", {votes("chp"): 7})
    file_at(session, ANKA, "19:25", shares(chp="63.89", ak_parti="35.94"))
    late = file_at(session, ANKA, "19:25", shares(chp="63.98", ak_parti="35.94"))
    session.record(BeginCorrection(first))
    type_in(session, AA, shares(chp="57.89"))
    session.record(SetTime(AA, at("19:40")))
    session.record(FileDraft(AA, "transposed"))
    for withdraw in (False, True):
        if withdraw:
            session.record(Withdraw((late,), "recalled"))
        told = reported_at(session.bulletins(CONTEST, PLACE), at("23:59"))
        assert {source: reported.topics for source, reported in told.items()} == session.latest(
            CONTEST, PLACE
        )
        assert told[AA].topics[Topic.OPENED].as_of == at("19:40")


@pytest.mark.parametrize("topic", list(Topic))
def test_every_topic_has_its_latest(session: Session, topic: Topic) -> None:
    item = next(item for item in Item if TOPICS[item] is topic)
    row = Row(item, "chp" if item.per_contender else "")
    value: Value = "chp" if item is Item.LEADER else Decimal(1) if item.is_share else 1
    number = file_at(session, AA, "19:25", {row: value})
    assert session.latest(CONTEST)[AA][topic].id == number
