"""The composer's states: what docs/composer.md writes down is in force, and the page walks it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from desk.facts.edits import SetSetting
from desk.facts.post import PostKind
from desk.facts.settings import BAN_LIFTED
from desk.posts import ledger
from tests.ui.hands import Hands, press, share, type_
from ui.posts.asking import KINDS
from ui.posts.composer import ComposerPage
from ui.posts.state import ComposerEvent, ComposerState, after

PAGE = Path(__file__).resolve().parents[3] / "docs" / "composer.md"
TABLE = "| in the state |"

Transitions = Mapping[tuple[ComposerState, ComposerEvent], ComposerState]


def written_down() -> Transitions:
    """The transitions as the page of documentation has them."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(TABLE))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    (_, *events), _, *states = rows
    return {
        (ComposerState(state), ComposerEvent(event)): ComposerState(to)
        for state, *cells in states
        for event, to in zip(events, cells, strict=True)
    }


@pytest.fixture
def page(at_demo: Hands) -> ComposerPage:
    """The composer at Beyoğlu, the ban lifted, its post composed, and nothing else going on."""
    at_demo.session.record(SetSetting(BAN_LIFTED, "2024-03-31T19:00"))
    at_demo.night.go_to("Beyoğlu")
    press("Ctrl+3")
    page = at_demo.night.late["posts"].made
    assert isinstance(page, ComposerPage)
    at_demo.qtbot.waitUntil(at_demo.night.shown_findings.is_idle)
    page.compose()
    return page


def happen(hands: Hands, page: ComposerPage, event: ComposerEvent) -> None:
    """Let an event happen as it does on a night."""
    match event:
        case ComposerEvent.ARRIVES:
            hands.night.go_to("Beyoğlu")
        case ComposerEvent.CHOOSES:
            page.ask.asked.emit()
        case ComposerEvent.MOVES:
            hands.night.bridge.reloaded.emit()
        case ComposerEvent.COMPOSED:
            page.compose()
        case ComposerEvent.PUBLISHED:
            page.compose_anew()
            page.publish()


def test_every_state_and_event_is_written_down() -> None:
    table = written_down()
    assert set(table) == set(product(ComposerState, ComposerEvent))
    assert table == {pair: after(*pair) for pair in table}


def test_what_is_due_is_composed_once() -> None:
    for state in ComposerState:
        composed = after(state, ComposerEvent.COMPOSED)
        assert not composed.due
        assert after(composed, ComposerEvent.COMPOSED) is composed


def test_the_page_walks_the_table(at_demo: Hands, page: ComposerPage) -> None:
    table, published = written_down(), 0
    for (state, event), to in table.items():
        page.state = state
        happen(at_demo, page, event)
        if event is ComposerEvent.PUBLISHED:
            # Composed just before, and the ledger's news has come by then.
            published += 1
            composed = table[state, ComposerEvent.COMPOSED]
            to = table[table[composed, ComposerEvent.MOVES], event]
        assert page.state is to, (state, event)
    assert len(ledger.entries(at_demo.session)) == published == len(ComposerState)


def test_figures_filed_elsewhere_are_an_arrival(at_demo: Hands, page: ComposerPage) -> None:
    press("Ctrl+1")
    page.compose()
    at_demo.night.bridge.reloaded.emit()
    assert page.state is ComposerState.FOLLOWING_DUE
    at_demo.key("AA", share("chp"), "56,10")
    press("Ctrl+Return")
    assert page.state is ComposerState.ARRIVED


def test_typing_changes_no_state_and_is_taken_in(at_demo: Hands, page: ComposerPage) -> None:
    press("End")
    type_(" Sayım sürüyor.")
    assert page.state is ComposerState.FOLLOWING and page.text.is_ahead
    at_demo.qtbot.waitUntil(lambda: not page.text.is_ahead)
    assert page.state is ComposerState.FOLLOWING
    assert page.draft is not None and page.draft.touched


def test_what_is_shown_is_not_taken_for_something_written(page: ComposerPage) -> None:
    for kind in (PostKind.LEAD, PostKind.SUMMARY, PostKind.COMPARISON):
        page.ask.kinds.setCurrentRow(KINDS.index(kind))
        page.compose()
        assert not page.text.is_ahead and page._rest.idle, kind


def test_composing_anew_answers_for_a_text_begun_otherwise(
    at_demo: Hands, page: ComposerPage
) -> None:
    press("End")
    type_(" Sayım sürüyor.")
    at_demo.night.go_to("Üsküdar")
    page.compose()
    assert page.text.question.isVisible()
    press("F5")
    assert not page.text.question.isVisible()
    assert page.draft is not None and page.draft.ask.places == ("Üsküdar",)
