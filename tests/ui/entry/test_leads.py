"""The leads over the entry table: one definition, whatever an agency has given of it."""

from __future__ import annotations

from tests.ui.hands import LEADER, POINTS, Hands, press, share
from ui.entry.model import GAP_COLUMN

CHP, AKP = share("chp"), share("ak_parti")


def leads(hands: Hands) -> tuple[str, str, str]:
    """What stands over the columns: both agencies' leads and how far they are apart."""
    model = hands.night.entry.model
    a, b, gap = (model.head(column).lead for column in range(GAP_COLUMN + 1))
    return a, b, gap


def test_a_lead_that_was_only_stated_stands_beside_one_that_follows(at_demo: Hands) -> None:
    at_demo.find("istanbul")
    assert leads(at_demo) == ("CHP +7,74", "CHP +21,14", "13,40")


def test_the_draft_s_shares_count_while_they_are_typed(at_demo: Hands) -> None:
    at_demo.find("istanbul")
    at_demo.key("AA", CHP, "50,5")
    assert leads(at_demo) == ("CHP", "CHP +21,14", ""), "the second may be anybody yet"
    at_demo.key("AA", AKP, "45")
    assert leads(at_demo) == ("CHP +5,5", "CHP +21,14", "15,64")
    at_demo.key("AA", AKP, "49,5")
    at_demo.key("AA", CHP, "45")
    assert leads(at_demo) == ("AKP +4,5", "CHP +21,14", "25,64")
    at_demo.key("AA", CHP, "49,5")
    assert leads(at_demo) == ("level", "CHP +21,14", "21,14")
    press("Ctrl+Shift+Backspace")
    assert leads(at_demo) == ("CHP +7,74", "CHP +21,14", "13,40")


def test_a_draft_without_shares_leaves_the_agency_s_word(at_demo: Hands) -> None:
    at_demo.find("istanbul")
    at_demo.key("AA", POINTS, "9")
    assert leads(at_demo) == ("CHP +7,74", "CHP +21,14", "13,40")
    press("Ctrl+Return")
    assert leads(at_demo) == ("CHP +9", "CHP +21,14", "12,14"), "the leader is the word before it"


def test_a_correction_lets_nothing_shine_through_that_it_has_cleared(at_demo: Hands) -> None:
    at_demo.find("istanbul")
    at_demo.stand("AA", POINTS)
    press("F4")
    for row in (POINTS, LEADER):
        at_demo.stand("AA", row)
        press("Delete")
    assert leads(at_demo) == ("", "CHP +21,14", "")


def test_a_margin_that_names_nobody_is_no_tie(at_blank: Hands) -> None:
    for agency, text in (("AA", "9"), ("ANKA", "4")):
        at_blank.key(agency, POINTS, text)
        press("Ctrl+Return")
    assert leads(at_blank) == ("+9", "+4", ""), "nobody said whose"
