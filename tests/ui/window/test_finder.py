"""Ctrl+F: one box over places, posts, findings, settings and commands, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from time import process_time

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from desk.facts.edits import Publish
from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from tests.ui.frame.test_ears import assert_goes_round, unnamed
from tests.ui.frame.test_sizes import cut
from tests.ui.hands import CONTEST, PLACE, Hands, focus, meeting, press, type_
from ui.night.page import COMPARISON, ENTRY, LEDGER
from ui.posts.ledger import LedgerPage
from ui.settings.dialog import SettingsDialog
from ui.widgets import theme
from ui.window.findable import FoundKind, FoundThing, matching
from ui.window.finder import Finder
from ui.window.main_window import MainWindow

KEY_S = 0.05
"""How long the box may take over one key, in seconds."""


def at_finder(act: Callable[[Finder], object]) -> None:
    def meet(dialog: QDialog) -> None:
        assert isinstance(dialog, Finder)
        act(dialog)

    with meeting(meet):
        press("Ctrl+F")


def first(box: Finder) -> FoundThing:
    thing = box.model.thing(box.list.currentIndex().row())
    assert thing is not None
    return thing


def test_a_place_is_found_without_turkish_letters(at_demo: Hands) -> None:
    def find(box: Finder) -> None:
        type_("uskudar")
        assert (first(box).kind, first(box).name) == (FoundKind.PLACE, "Üsküdar")
        press("Return")

    press("Ctrl+2")
    at_finder(find)
    assert at_demo.night.place == "Üsküdar"
    assert at_demo.night.page_in_front() == ENTRY


def test_a_command_is_carried_out(at_demo: Hands) -> None:
    def find(box: Finder) -> None:
        type_("comparison")
        kinds = [one.kind for one in matching(box._things, "comparison", lambda _: ())]
        press(*["Down"] * kinds.index(FoundKind.COMMAND))
        assert (first(box).name, first(box).key) == ("Comparison", "Ctrl+2")
        press("Return")

    at_finder(find)
    assert at_demo.night.page_in_front() == COMPARISON


def test_a_setting_opens_in_its_row(at_demo: Hands) -> None:
    met: list[str] = []

    def in_settings(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        met.append(focus().objectName())

    with ExitStack() as then:

        def find(box: Finder) -> None:
            type_("38,30")
            assert (first(box).kind, first(box).name) == (FoundKind.SETTING, "Decimals")
            press("Return")
            then.enter_context(meeting(in_settings))

        at_finder(find)
    assert met == ["settings.decimals.published"]


def test_a_post_is_found_by_what_stands_in_it(at_demo: Hands) -> None:
    post = compose(at_demo.session, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))
    at_demo.night.bridge.do(Publish(post, "x"))

    def find(box: Finder) -> None:
        type_("61,23")
        assert (first(box).kind, first(box).number) == (FoundKind.POST, 1)
        press("Return")

    at_finder(find)
    assert at_demo.night.page_in_front() == LEDGER
    page = at_demo.night.front_page()
    assert isinstance(page, LedgerPage)
    entry = page.entry()
    assert entry is not None and entry.number == 1


def test_a_finding_leads_to_its_cell(at_demo: Hands) -> None:
    at_demo.find("adalar")
    attention = at_demo.night.looking.attention
    at_demo.qtbot.waitUntil(lambda: any(one.place == PLACE for one in attention.items))

    def find(box: Finder) -> None:
        type_("kucukcekmece")
        press(*["Down"] * [one.kind for one in shown(box)].index(FoundKind.FINDING))
        press("Return")

    at_finder(find)
    assert at_demo.night.place == "Küçükçekmece"


def shown(box: Finder) -> list[FoundThing]:
    rows = range(box.model.rowCount())
    return [thing for row in rows if (thing := box.model.thing(row)) is not None]


def test_esc_leaves_everything_as_it_was(at_demo: Hands) -> None:
    before = at_demo.night.standing()

    def find(box: Finder) -> None:
        type_("zzzz")
        assert box.model.rowCount() == 0 and "Nothing" in box.said.text()
        press("Return")
        assert box.isVisible()
        press("Esc")

    at_finder(find)
    assert at_demo.night.standing() == before


def test_without_a_night_commands_are_found(window: MainWindow) -> None:
    def find(box: Finder) -> None:
        assert {one.kind for one in shown(box)} == {FoundKind.COMMAND}
        type_("dark")
        press("Return")

    at_finder(find)
    assert theme.is_dark()
    window.use_scheme("light")


@pytest.mark.parametrize("language", ["en", "tr"])
def test_it_is_named_fits_and_tab_goes_round(at_demo: Hands, language: str) -> None:
    at_demo.speak(language)

    def look(box: Finder) -> None:
        assert unnamed(box) == []
        assert_goes_round(box)
        box.resize(600, 400)
        QApplication.processEvents()
        assert cut(box) == []

    at_finder(look)


def test_a_country_and_a_full_ledger_are_searched_within_a_key(at_demo: Hands) -> None:
    def nothing() -> None:
        return

    places = [
        FoundThing(FoundKind.PLACE, f"Merkez {n} (Çanakkale)", "", "", nothing) for n in range(1200)
    ]
    posts = [
        FoundThing(FoundKind.POST, f"19.{n} Üsküdar'da fark", "", "", nothing, number=n)
        for n in range(2000)
    ]
    for text in ("m", "me", "canakkale", "üsküdar fark", "zz"):
        # Of this process alone: what else the machine does is not the box's.
        began = process_time()
        matching([*places, *posts], text, lambda _: range(0, 2000, 3))
        assert process_time() - began < KEY_S, text
