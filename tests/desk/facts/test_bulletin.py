"""Figures and their addresses: what each item is, and which belong together."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from desk.facts.bulletin import TOPICS, Draft, Item, Row, Slot, Source
from tests.desk.conftest import AA, ANKA, at


def test_every_item_is_a_share_or_a_count_or_the_leader() -> None:
    for item in Item:
        assert [item.is_share, item.is_count, item is Item.LEADER].count(True) == 1


def test_every_item_has_a_topic() -> None:
    assert set(TOPICS) == set(Item)


def test_only_shares_votes_and_seats_belong_to_a_contender() -> None:
    assert {item for item in Item if item.per_contender} == {Item.SHARE, Item.VOTES, Item.SEATS}


def test_items_are_the_words_of_the_figures_csv() -> None:
    assert [item.value for item in Item] == [
        "share",
        "votes",
        "seats",
        "opened_share",
        "opened_boxes",
        "total_boxes",
        "turnout",
        "lead_points",
        "lead_votes",
        "leader",
    ]


def test_addresses_have_an_order_and_serve_as_keys() -> None:
    slots = {Slot(ANKA, Row(Item.SHARE, "chp")), Slot(AA, Row(Item.TURNOUT))}
    assert [slot.source for slot in sorted(slots)] == [AA, ANKA]
    assert Slot(Source("AA", "ibb", "Beyoğlu"), Row(Item.TURNOUT)) in slots


def test_law_3_values_are_frozen() -> None:
    draft = Draft(AA, at("19:25"))
    with pytest.raises(FrozenInstanceError):
        draft.__setattr__("timed", True)
