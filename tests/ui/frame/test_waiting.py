"""What waits: one line that is always there, F3 to each of it and back, the list behind it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from desk.facts.bulletin import Source
from desk.facts.edits import FileBulletins, NewBulletin
from tests.ui.hands import CONTEST, PLACE, Hands, focus, meeting, press, share, type_
from ui.night.page import COMPARISON, ENTRY
from ui.night.watch import FindingLine
from ui.widgets.marks import AGEING, DIFFER, OUT_WRONG, WRONG

CHP = share("chp")


@pytest.fixture
def waiting(at_demo: Hands) -> Hands:
    at_demo.qtbot.waitUntil(at_demo.night.shown_findings.is_idle)
    return at_demo


def settle(hands: Hands) -> None:
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)


def another_gap(hands: Hands, place: str) -> None:
    """Both agencies file a place, far apart."""
    now = hands.session.night_clock()
    figures = hands.session.bulletins(CONTEST, "Üsküdar")
    new = tuple(
        NewBulletin(Source(one.source.agency, CONTEST, place), now, one.figures)
        for one in figures[:2]
    )
    hands.night.bridge.do(FileBulletins(new))
    settle(hands)


def test_the_line_says_the_worst_and_how_many(waiting: Hands) -> None:
    attention = waiting.night.looking.attention
    assert attention.counts()[WRONG] == 1 and attention.counts()[DIFFER] >= 4
    newest = attention.newest
    assert newest is not None and newest.mark == WRONG and not newest.new
    assert "101.33" in waiting.night.attention.text.text()
    assert "cannot be: 1" in waiting.night.attention.counts.accessibleName().lower()


def test_nothing_is_calm_before_the_night_is_judged(at_blank: Hands) -> None:
    assert "Being looked at" in at_blank.night.attention.text.text()
    settle(at_blank)
    assert at_blank.night.attention.text.text() == "Nothing waits for you."
    press("F3")
    assert at_blank.message == "Nothing waits for you."


def test_what_comes_is_the_newest_and_moves_nothing(waiting: Hands) -> None:
    here, focused = waiting.here(), QApplication.focusWidget()
    another_gap(waiting, "Kadıköy")
    newest = waiting.night.looking.attention.newest
    assert newest is not None and newest.new and newest.place == "Kadıköy"
    assert "Kadıköy" in waiting.night.attention.text.text()
    assert (waiting.here(), QApplication.focusWidget(), waiting.night.place) == (
        *(here, focused),
        PLACE,
    )
    press("F3")
    assert waiting.night.place == "Kadıköy"
    settle(waiting)
    assert not any(
        one.new for one in waiting.night.looking.attention.items if one.key == newest.key
    )


def test_f3_goes_round_and_shift_f3_comes_back(waiting: Hands) -> None:
    night = waiting.night
    waiting.stand("ANKA", CHP)
    press("Ctrl+2")
    seen = []
    for _ in night.looking.attention.open:
        press("F3")
        assert night.pages.currentIndex() == ENTRY
        seen.append((night.place, waiting.here()))
    assert len(set(seen)) > 3
    press("F3")
    assert (night.place, waiting.here()) == seen[0]
    press("Shift+F3")
    assert night.pages.currentIndex() == COMPARISON
    press("Ctrl+1")
    assert (night.place, waiting.here()) == (PLACE, ("ANKA", CHP))


def test_the_list_holds_all_of_it_the_worst_first(waiting: Hands) -> None:
    night = waiting.night
    press("Ctrl+0")
    assert focus() is night.waiting.list and not night.beside.isVisible()
    items = night.waiting.model.items
    assert items[0].mark == WRONG
    assert {one.key for one in items} >= {
        told.key for told in night.watch.found(PLACE, night.watch.now())
    }
    night.go_to("Adalar")
    night.waiting.take_keys()
    press("Home", "Return")
    assert night.place == PLACE
    night.waiting.take_keys()
    press("Escape")
    assert not night.waiting.isVisible() and night.beside.isVisible()
    assert focus() is night.entry.view


def test_what_she_has_seen_needs_nobody_until_it_changes(waiting: Hands) -> None:
    press("Ctrl+0", "Home")
    one = waiting.night.waiting.current()
    assert one is not None
    press("Delete")
    assert one.key not in [other.key for other in waiting.night.looking.attention.open]
    done = [other for other in waiting.night.waiting.model.items if other.done]
    assert [other.key for other in done] == [one.key]
    waiting.night.waiting.choose(one.key)
    press("Delete")
    assert one.key in [other.key for other in waiting.night.looking.attention.open]


def test_a_finding_is_accepted_from_the_list(waiting: Hands) -> None:
    press("Ctrl+0", "Home")
    one = waiting.night.waiting.current()
    assert one is not None and isinstance(one.about, FindingLine)

    def give(dialog: QDialog) -> None:
        type_("ajans boyle yayimladi")
        press("Return")

    with meeting(give):
        press("Space")
    settle(waiting)
    assert WRONG not in waiting.night.looking.attention.counts()


def test_of_another_language_and_contest_nothing_is_left(waiting: Hands) -> None:
    press("Ctrl+0")
    waiting.speak("tr")
    settle(waiting)
    assert "toplamı 101,33" in waiting.night.attention.text.text()
    assert all("points" not in one.sentence for one in waiting.night.waiting.model.items)
    waiting.night.entry.choose_contest(1)
    settle(waiting)
    assert not any(one.place == PLACE for one in waiting.night.waiting.model.items)


def test_the_kinds_stand_in_the_order_of_their_weight() -> None:
    from ui.frame.attention import KINDS

    assert KINDS.index(OUT_WRONG) < KINDS.index(WRONG) < KINDS.index(DIFFER) < KINDS.index(AGEING)
