"""The broadcast ban in the status bar, hour by hour, and the switch that says it was lifted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from desk.facts import settings
from desk.facts.edits import SetSetting
from desk.file.session import Session
from tests.ui.hands import Hands, meeting, press, type_
from ui.night.ban import BanSwitch
from ui.night.bridge import Bridge
from ui.texts import language
from ui.window.app import Desk


class Night:
    """A night whose clock a test sets, and the switch beside it."""

    def __init__(self, path: Path) -> None:
        self.set("17:30")
        self.bridge = Bridge(Session.open_file(path, mirror=True, clock=lambda: self.moment))
        self.switch = BanSwitch(self.bridge)

    def set(self, clock: str, day: str = "2024-03-31") -> None:
        """Set the clock as Istanbul reads it, three hours before Greenwich."""
        local = datetime.fromisoformat(f"{day}T{clock}+03:00")
        self.moment = local.astimezone(UTC)

    def says(self, clock: str, day: str = "2024-03-31") -> str:
        self.set(clock, day)
        self.switch.look()
        return self.switch.text()


@pytest.fixture
def night(qapp: Desk, night_file: Callable[[str], Path]) -> Iterator[Night]:
    night = Night(night_file("blank"))
    yield night
    language.use("en")
    night.bridge.undo_stack.clear()
    night.bridge.session.close()


def test_it_says_what_may_go_out_hour_by_hour(night: Night) -> None:
    assert night.says("17:30") == "✖ Broadcast ban: nothing until 18.00"
    assert night.says("18:30") == "✖ Broadcast ban: only official until 21.00"
    night.bridge.do(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:10"))
    assert night.says("19:15") == "✓ Broadcast ban lifted at 19.10"
    assert night.says("21:30") == ""
    assert night.switch.isHidden()
    assert night.says("19:15", "2024-04-02") == ""


def test_it_speaks_turkish(night: Night) -> None:
    language.use("tr")
    assert night.says("17:30") == "✖ Yayın yasağı: 18.00'e kadar yayın yok"
    assert night.says("18:30") == "✖ Yayın yasağı: 21.00'e kadar yalnız resmî"
    night.bridge.do(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:10"))
    assert night.says("19:15") == "✓ Yayın yasağı 19.10'da kaldırıldı"


def test_the_clock_alone_turns_it(night: Night) -> None:
    night.switch.look()
    night.set("18:00")
    assert "nothing" in night.switch.text()
    night.switch.ticks.timeout.emit()
    assert "only official" in night.switch.text()


def test_lifted_now_with_two_keys_and_taken_back(at_blank: Hands) -> None:
    switch = at_blank.night.status.ban
    assert switch.isVisible()
    assert switch.text() == "✖ Broadcast ban: only official until 21.00"
    with meeting(lambda dialog: press("Return")):
        press("Ctrl+Shift+L")
    assert at_blank.session.settings[settings.BAN_LIFTED] == "2024-03-31T19:40"
    assert switch.text() == "✓ Broadcast ban lifted at 19.40"
    press("Ctrl+Z")
    assert settings.BAN_LIFTED not in at_blank.session.settings
    assert switch.text() == "✖ Broadcast ban: only official until 21.00"


def test_its_moment_can_be_typed_and_withdrawn(at_demo: Hands) -> None:
    switch = at_demo.night.status.ban

    def type_moment(dialog: QDialog) -> None:
        type_("9190")
        press("Return")
        assert dialog.isVisible(), "no time of day was taken for one"
        press("Ctrl+A")
        type_("1910")
        press("Return")

    with meeting(type_moment):
        switch.click()
    assert switch.text() == "✓ Broadcast ban lifted at 19.10"

    def hold(dialog: QDialog) -> None:
        press("Shift+Tab", "Down", "Return")

    with meeting(hold):
        press("Ctrl+Shift+L")
    assert settings.BAN_LIFTED not in at_demo.session.settings


def test_a_night_that_is_closed_takes_its_switch_along(at_demo: Hands) -> None:
    at_demo.window.close_night()
    assert at_demo.window.findChild(BanSwitch) is None
