"""The gate on screen: what stands in the way, the way to it, the way out, and overruling."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog

from desk.facts import settings
from desk.facts.codes import Code
from desk.facts.edits import SetSetting
from desk.facts.post import Ask, Obstacle, PostKind
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from tests.ui.hands import CONTEST, PAIR, PLACE, Hands, focus, meeting, press, take_keys, type_
from ui.posts.gate import GatePanel, serve
from ui.widgets.marks import BANNED, CLEAR, WRONG

BAN = Obstacle(Code.P504, {"time": "19.40", "what": "AA"})
TYPED = Obstacle(Code.P501, {"number": "7", "text": "7 puan"})
UNEVEN = Obstacle(Code.P505, {"problem": "missing", "agency": "AA", "place": "Adalar"})


@pytest.fixture
def panel(at_demo: Hands) -> Iterator[GatePanel]:
    """A panel beside a night that serves it."""
    panel = GatePanel(at_demo.night)
    serve(panel, at_demo.night)
    panel.resize(500, 300)
    panel.show()
    at_demo.qtbot.waitUntil(lambda: at_demo.night.watch.ready)
    yield panel


def lines(panel: GatePanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def ask(hands: Hands, panel: GatePanel, *places: str) -> list[Obstacle]:
    """What stands in the way of the comparison of some places, shown; the ban left aside."""
    post = compose(hands.session, PostKind.COMPARISON, Ask(CONTEST, places, PAIR))
    found = obstacles(hands.session, post, hands.night.watch.checks)
    found = [one for one in found if one.code is not Code.P504]
    panel.show_obstacles(hands.session.election, found)
    return found


def overrule(panel: GatePanel, reason: str) -> None:
    assert panel.ask_reason()
    type_(reason)
    press("Return")


def test_it_says_when_nothing_is_in_the_way(at_demo: Hands, panel: GatePanel) -> None:
    assert not ask(at_demo, panel, "Beyoğlu")
    assert not panel.blocks
    assert panel.title.text() == f"{CLEAR} Nothing stands in the way."
    assert not panel.list.isVisible()


def test_the_worst_stands_first_with_shape_code_and_sentence(
    at_demo: Hands, panel: GatePanel
) -> None:
    panel.show_obstacles(at_demo.session.election, [UNEVEN, TYPED, BAN])
    assert [line.split()[:2] for line in lines(panel)] == [
        [BANNED, "P504"],
        [WRONG, "P501"],
        ["◆", "P505"],
    ]
    assert "18.00" in lines(panel)[0]
    at_demo.speak("tr")
    assert "Yayın yasağı" in lines(panel)[0]
    assert panel.title.text().endswith("3")


def test_the_ban_cannot_be_overruled_and_opens_its_switch(at_demo: Hands, panel: GatePanel) -> None:
    at_demo.session.record(SetSetting(settings.BAN_LIFTED, None))
    panel.show_obstacles(at_demo.session.election, [BAN, UNEVEN])
    assert not panel.buttons["overrule"].isVisible() and not panel.reason.isVisible()
    panel.take_keys()
    for key in ("Space", "Return"):
        with meeting(lambda dialog: press("Return")):
            press(key)
        assert at_demo.session.settings[settings.BAN_LIFTED] == "2024-03-31T19:40"
        at_demo.night.bridge.undo_stack.undo()
        panel.take_keys()
    panel.show_obstacles(at_demo.session.election, [UNEVEN])
    assert not panel.buttons["overrule"].isVisible(), "she has not asked for it"
    assert panel.answer(1) and focus() is panel.reason
    assert panel.buttons["overrule"].isVisible()


def test_overruled_with_a_reason_for_just_what_was_seen(at_demo: Hands, panel: GatePanel) -> None:
    election = at_demo.session.election
    panel.show_obstacles(election, [UNEVEN])
    wanted: list[str] = []
    panel.publish_wanted.connect(lambda: wanted.append(panel.overruled))
    overrule(panel, " ")
    assert panel.blocks and not wanted and not panel.buttons["overrule"].isEnabled()
    overrule(panel, "ajans veri vermedi")
    assert not panel.blocks
    assert wanted == [panel.overruled] == ["ajans veri vermedi"]
    panel.buttons["overrule"].click()
    assert wanted == ["ajans veri vermedi"] * 2
    panel.show_obstacles(election, [UNEVEN, TYPED])
    assert panel.blocks
    assert panel.overruled == ""


def test_enter_goes_to_the_figure_and_space_accepts_it(at_demo: Hands, panel: GatePanel) -> None:
    found = ask(at_demo, panel, PLACE)
    assert [one.code for one in found] == [Code.P502]
    assert panel.blocks
    at_demo.night.go_to("Adalar")
    panel.take_keys()
    press("Return")
    assert at_demo.night.place == PLACE
    assert at_demo.here() == ("ANKA", found[0].slots[0].row)

    def give(dialog: QDialog) -> None:
        type_("ajans boyle yayimladi")
        press("Return")

    take_keys(at_demo.window)
    panel.take_keys()
    with meeting(give):
        press("Space")
    assert not ask(at_demo, panel, PLACE)
    press("Ctrl+Z")
    assert ask(at_demo, panel, PLACE)


def test_a_number_in_the_text_is_the_asking_screens_to_find(
    at_demo: Hands, panel: GatePanel
) -> None:
    panel.show_obstacles(at_demo.session.election, [TYPED, UNEVEN])
    panel.take_keys()
    with at_demo.qtbot.waitSignal(panel.jump_wanted) as asked:
        press("Return")
    assert asked.args == [TYPED]
    press("Down")
    assert not panel.buttons["jump"].isEnabled()


def test_each_way_out_has_its_number_and_no_other_is_taken(
    at_demo: Hands, panel: GatePanel
) -> None:
    panel.show_obstacles(at_demo.session.election, [TYPED, BAN, UNEVEN])
    ways = [[button.text() for button in panel.buttons.values() if not button.isHidden()]]
    for _ in range(2):
        panel.list.setCurrentRow(panel.list.currentRow() + 1)
        ways.append([b.text() for b in panel.buttons.values() if not b.isHidden()])
    assert ways == [
        ["The ban was lifted…"],
        ["Go there and mend it"],
        [],
    ], "the ban is the law's: nothing goes out with a reason beside it"
    assert not panel.answer(1)
    panel.list.setCurrentRow(1)
    with at_demo.qtbot.waitSignal(panel.jump_wanted) as asked:
        assert panel.answer(1) and not panel.answer(2)
    assert asked.args == [TYPED]
    panel.show_obstacles(at_demo.session.election, [])
    assert not panel.answer(1), "with nothing in the way the numbers are the contests'"


def test_where_a_way_out_goes_the_keys_go_to_the_list(at_demo: Hands, panel: GatePanel) -> None:
    panel.show_obstacles(at_demo.session.election, [UNEVEN])
    assert panel.ask_reason() and focus() is panel.reason
    panel.show_obstacles(at_demo.session.election, [UNEVEN, TYPED])
    assert focus() is panel.list, "the reason was for the one before"
    panel.list.setCurrentRow(0)
    panel.buttons["jump"].setFocus()
    assert focus() is panel.buttons["jump"]
    panel.show_obstacles(at_demo.session.election, [UNEVEN])
    assert focus() is panel.list
