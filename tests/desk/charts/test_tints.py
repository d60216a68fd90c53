"""A leader's colour tells the lead by its tint, and words can be read on each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desk.charts.tiles import tint, tints

CHP = "#E30A17"


@pytest.mark.parametrize(
    ("points", "step"),
    [("0", 0), ("4.99", 0), ("5", 1), ("20", 1), ("20.01", 2), ("70", 2)],
)
def test_the_tint_grows_with_the_lead(points: str, step: int) -> None:
    assert tint(CHP, Decimal(points)) == tints(CHP)[step]


def test_the_full_colour_is_the_partys_own_and_an_unknown_lead_wears_the_middle_one() -> None:
    assert tints(CHP) == ("#F9CED1", "#F1848B", "#E30A17")
    assert tint(CHP, None) == tints(CHP)[1]
