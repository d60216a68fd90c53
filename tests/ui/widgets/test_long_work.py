"""Long work through its one door: one end, told once, and nothing left behind."""

from __future__ import annotations

import errno
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desk.facts.codes import Code, Refusal
from tests.ui.hands import CONTEST, Hands, press, take_keys, type_
from ui.widgets.long_work import LongWork, WorkBar


class Witness:
    """What was told of the pieces of work, in its order."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.told: list[str] = []

    def start(self, steps: Generator[tuple[int, int], None, str], name: str = "") -> None:
        self._hands.night.bridge.work.start(
            LongWork(
                steps,
                self._hands.window,
                done=lambda made: self.told.append(f"{name}done {made}"),
                failed=lambda why: self.told.append(f"{name}failed {why.code.value}"),
                stopped=lambda: self.told.append(f"{name}stopped"),
                title="Counting",
                text="{n} of {count}",
            )
        )

    def count(
        self, to: int | None = None, fault: BaseException | None = None
    ) -> Generator[tuple[int, int], None, str]:
        """Counts to a number, or for ever; reads the night at its end, however that comes."""
        session = self._hands.session
        ready = 0
        try:
            while to is None or ready < to:
                yield ready, to or 100
                ready += 1
            if fault is not None:
                raise fault
            return str(ready)
        finally:
            self.told.append(f"left with {len(session.bulletins(CONTEST, 'Beyoğlu'))} bulletins")


LEFT = "left with 2 bulletins"


@pytest.fixture
def witness(at_demo: Hands) -> Witness:
    return Witness(at_demo)


def bar() -> WorkBar | None:
    """The bar on the screen."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, WorkBar)]
    return next((one for one in shown if one.isVisible()), None)


def bar_with_the_keys(hands: Hands) -> WorkBar:
    hands.qtbot.waitUntil(lambda: (seen := bar()) is not None and seen.isActiveWindow())
    seen = bar()
    assert seen is not None
    return seen


def test_what_needs_one_turn_is_done_at_once_and_shows_no_bar(witness: Witness) -> None:
    witness.start(witness.count(3))
    assert witness.told == [LEFT, "done 3"]
    assert bar() is None


def test_a_longer_work_says_how_far_it_is_and_ends_by_itself(
    at_demo: Hands, witness: Witness, one_step_a_turn: None
) -> None:
    seen: list[tuple[str, str, int]] = []

    def watched() -> Generator[tuple[int, int], None, str]:
        for ready in range(3):
            yield ready, 3
            if (shown := bar()) is not None:
                seen.append((shown.windowTitle(), shown.text.text(), shown.bar.value()))
        return "3"

    witness.start(watched())
    assert witness.told == []
    at_demo.wait_for_work()
    assert seen == [("Counting", f"{n} of 3", n) for n in range(3)]
    assert witness.told == ["done 3"]
    assert bar() is None


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Refusal(Code.S909, folder="/x"), "S909"),
        (OSError(errno.ENOSPC, "full", "/x/y"), "S906"),
        (PermissionError(errno.EACCES, "no", "/x/y"), "S909"),
    ],
)
def test_what_the_world_refuses_is_told_as_a_refusal(
    at_demo: Hands, witness: Witness, one_step_a_turn: None, fault: Exception, code: str
) -> None:
    witness.start(witness.count(2, fault))
    at_demo.wait_for_work()
    assert witness.told == [LEFT, f"failed {code}"]
    assert bar() is None


def test_a_fault_of_the_program_is_not_taken_for_done(
    at_demo: Hands, witness: Witness, one_step_a_turn: None
) -> None:
    with at_demo.qtbot.captureExceptions() as raised:
        witness.start(witness.count(2, ValueError("no such thing")))
        at_demo.wait_for_work()
    assert [kind for kind, *_ in raised] == [ValueError]
    assert witness.told == [LEFT, "stopped"]


def test_the_bar_comes_after_a_moment_and_escape_stops_the_work(
    at_demo: Hands, witness: Witness
) -> None:
    witness.start(witness.count())
    assert bar() is None
    bar_with_the_keys(at_demo)
    press("Esc")
    assert witness.told == [LEFT, "stopped"]
    assert bar() is None
    take_keys(at_demo.window)
    witness.start(witness.count(1))
    assert witness.told[2:] == [LEFT, "done 1"]


def test_the_button_stops_the_work(at_demo: Hands, witness: Witness) -> None:
    witness.start(witness.count())
    cancel = bar_with_the_keys(at_demo).findChild(QPushButton)
    assert isinstance(cancel, QPushButton)
    cancel.setFocus()
    press("Space")
    assert witness.told == [LEFT, "stopped"]


def test_the_window_lives_until_the_bar_comes(at_demo: Hands, witness: Witness) -> None:
    witness.start(witness.count())
    type_("5")
    assert at_demo.typing == "5"
    press("Esc")
    assert witness.told == []
    at_demo.night.bridge.work.stop()
    assert witness.told == [LEFT, "stopped"]


@pytest.mark.parametrize("seen", [False, True])
def test_the_window_closed_in_the_middle(at_demo: Hands, witness: Witness, seen: bool) -> None:
    witness.start(witness.count())
    witness.start(witness.count(), "second: ")
    if seen:
        bar_with_the_keys(at_demo)
    assert at_demo.window.close()
    # The second had not begun: it has nothing to leave.
    assert witness.told == [LEFT, "stopped", "second: stopped"]
    assert bar() is None
    QApplication.processEvents()
    assert len(witness.told) == 3


@pytest.mark.parametrize("seen", [False, True])
def test_another_night_opened_in_the_middle(
    at_demo: Hands, witness: Witness, night_file: Callable[[str], Path], seen: bool
) -> None:
    witness.start(witness.count())
    if seen:
        bar_with_the_keys(at_demo)
    assert at_demo.window.open_path(night_file("blank"))
    assert witness.told == [LEFT, "stopped"]
    assert bar() is None
    assert at_demo.session.path.stem == "blank"
    assert at_demo.night.bridge.work.idle


def test_two_at_once_take_their_turns(
    at_demo: Hands, witness: Witness, one_step_a_turn: None
) -> None:
    witness.start(witness.count(2), "first: ")
    witness.start(witness.count(1), "second: ")
    assert witness.told == []
    at_demo.wait_for_work()
    assert witness.told == [LEFT, "first: done 2", LEFT, "second: done 1"]


def test_one_that_is_stopped_lets_the_next_begin(at_demo: Hands, witness: Witness) -> None:
    witness.start(witness.count(), "first: ")
    witness.start(witness.count(1), "second: ")
    bar_with_the_keys(at_demo)
    press("Esc")
    assert witness.told == [LEFT, "first: stopped", LEFT, "second: done 1"]


def test_what_is_told_may_begin_the_next(at_demo: Hands, witness: Witness) -> None:
    at_demo.night.bridge.work.start(
        LongWork(
            witness.count(1),
            at_demo.window,
            done=lambda _: witness.start(witness.count(2)),
            failed=lambda why: witness.told.append(why.code.value),
            stopped=lambda: witness.told.append("stopped"),
        )
    )
    assert witness.told == [LEFT, LEFT, "done 2"]
