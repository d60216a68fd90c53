"""The alarm of her choice: silent at first, a mark or a sound as she wants, once for each."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.hands import Hands, meeting, press, share
from ui.night.alarms import ALARMS
from ui.settings.desk_pages import AlarmPage
from ui.settings.dialog import SettingsDialog
from ui.settings.groups import Group
from ui.widgets import theme


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda *_: heard.append("beep"))
    return heard


def settled(hands: Hands) -> None:
    """Until all that is found has been put in order."""
    attention = hands.night.looking.attention
    hands.qtbot.waitUntil(lambda: hands.night.watch.ready and attention.knows and attention.idle)


def slip(hands: Hands, place: str, value: str) -> None:
    """File shares that cannot be in a place, and go elsewhere."""
    hands.find(place)
    hands.key("AA", share("chp"), value)
    hands.key("AA", share("ak_parti"), "60")
    press("Ctrl+Return")
    hands.find("fatih")
    attention = hands.night.looking.attention
    hands.qtbot.waitUntil(lambda: any(one.new and one.place == place for one in attention.open))


def test_nothing_rings_at_first(at_demo: Hands, beeps: list[str]) -> None:
    settled(at_demo)
    slip(at_demo, "Adalar", "55")
    assert not at_demo.night.attention.rings and beeps == []


def test_a_mark_lights_the_line_until_it_is_looked_at(at_demo: Hands, beeps: list[str]) -> None:
    at_demo.window.preferences.set_text("alarm.wrong", "mark")
    settled(at_demo)
    line = at_demo.night.attention
    assert not line.rings, "what was there when she came is no news"
    slip(at_demo, "Adalar", "55")
    assert line.rings and beeps == []
    press("F3")
    at_demo.qtbot.waitUntil(lambda: not line.rings)
    assert at_demo.night.place == "Adalar"


def test_a_sound_comes_once_for_each(at_demo: Hands, beeps: list[str]) -> None:
    at_demo.window.preferences.set_text("alarm.wrong", "sound")
    settled(at_demo)
    slip(at_demo, "Adalar", "55")
    assert beeps == ["beep"]
    slip(at_demo, "Beykoz", "54")
    assert beeps == ["beep", "beep"]
    at_demo.night.looking.attention.look_at("nothing of the kind")
    assert beeps == ["beep", "beep"]


def test_it_is_chosen_by_keys_and_heard_at_once(at_demo: Hands, beeps: list[str]) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.show_group(Group.ALARM)
        page = dialog.page(Group.ALARM)
        assert isinstance(page, AlarmPage) and len(page.alarms) == len(ALARMS)
        press("Right", "Right")

    with meeting(choose):
        press("Ctrl+,")
    assert at_demo.window.preferences.text("alarm.wrong") == "sound"
    assert beeps == ["beep"]


@pytest.mark.parametrize("ink", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_lit_line_can_be_read(ink: theme.Ink) -> None:
    for colour in (ink.text, ink.muted, ink.accent, ink.error, ink.warning):
        assert theme.contrast(colour, ink.warning_ground) >= 4.5
