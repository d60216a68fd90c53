"""A computer's clock that goes back hides nothing that was just filed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.ui.hands import Hands, meeting, night_clock, press, share
from ui.entry.paste import PasteDialog

CHP, AKP = share("chp"), share("ak_parti")


def turn_back(hands: Hands, monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    monkeypatch.setattr(hands.session, "_clock", lambda: night_clock() - timedelta(minutes=minutes))


def times(hands: Hands) -> list[datetime]:
    return [one.as_of for one in hands.session.bulletins("ibb", hands.night.place, "AA")]


@pytest.mark.parametrize("minutes", [1, 25, 120, 600])
def test_the_bulletin_just_filed_is_the_one_that_is_shown(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    at_demo.find("kadıköy")
    at_demo.key("AA", CHP, "58,63")
    press("Ctrl+Return")
    turn_back(at_demo, monkeypatch, minutes)
    at_demo.key("AA", CHP, "59,1")
    press("Ctrl+Return")
    assert at_demo.says("AA", CHP) == "59,1"
    assert at_demo.says("AA", None) == "19.40"
    at_demo.key("AA", CHP, "60")
    press("Ctrl+Return")
    assert at_demo.says("AA", CHP) == "60"
    assert times(at_demo) == sorted(times(at_demo))


def test_a_time_that_was_typed_is_taken_as_it_is(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_demo.find("kadıköy")
    at_demo.key("AA", CHP, "58,63")
    press("Ctrl+Return")
    turn_back(at_demo, monkeypatch, 25)
    at_demo.key("AA", None, "1910")
    at_demo.key("AA", CHP, "57")
    press("Ctrl+Return")
    assert at_demo.says("AA", CHP) == "58,63", "an older bulletin found later"


def test_a_text_without_a_time_is_not_put_behind_what_is_filed(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_demo.find("kadıköy")
    at_demo.key("AA", CHP, "58,63")
    press("Ctrl+Return")
    turn_back(at_demo, monkeypatch, 25)

    def file(dialog: PasteDialog) -> None:
        dialog.file()

    with meeting(file):
        at_demo.night.read_text("İBB\nAA, Kadıköy: CHP yüzde 59,1, AKP yüzde 30,2")
    assert at_demo.says("AA", CHP) == "59,1"
