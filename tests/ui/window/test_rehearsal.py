"""A rehearsal in the window: marked, played at any speed, nothing moving under the hands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from desk import PROVA
from desk.facts.edits import Withdraw
from desk.file.session import Session
from desk.posts import forms as post_forms
from desk.rehearsal import prova
from tests.desk.kinds import election
from tests.ui.hands import Hands, meeting, press, share, type_
from ui.window.main_window import MainWindow
from ui.window.rehearsal import AskRehearsal

MINUTE = timedelta(seconds=1)
"""On the wall, at sixty times the clock's speed."""


draws_once = pytest.mark.usefixtures("drawn_once")


@pytest.fixture
def rehearsed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Hands:
    """An empty rehearsal with ten slips hidden in it, its clock standing."""
    path = tmp_path / "prova.secim"
    prova.begin(path, 3, 10)[0].close()
    assert window.open_path(path)
    return Hands(qtbot, window)


def play(hands: Hands, minutes: int) -> None:
    bar = hands.night.rehearsal
    assert bar is not None
    for _ in range(minutes):
        bar.advance(MINUTE)
        QApplication.processEvents()


@draws_once
def test_it_says_prova_wherever_it_leaves_the_desk(rehearsed: Hands, tmp_path: Path) -> None:
    assert rehearsed.window.windowTitle().startswith(PROVA)
    assert rehearsed.night.rehearsal is not None
    badge = rehearsed.window.statusBar().findChild(QLabel, "status.prova")
    assert badge.isVisible() and badge.text() == PROVA
    play(rehearsed, 150)
    page = rehearsed.night.comparison
    page.export_to(tmp_path / "karsilastirma.csv")
    rehearsed.wait_for_work()
    exported = (tmp_path / "karsilastirma.csv").read_text(encoding="utf-8").splitlines()
    assert len(exported) > 10
    assert all(line.startswith(PROVA) for line in exported)
    rehearsed.tick("Beyoğlu")
    page.preview.compose()
    assert page.preview.post is not None
    text = post_forms.to_text(page.preview.post)
    assert f"{PROVA}: " in text.splitlines()[0]
    assert text.rstrip().splitlines()[-1].startswith(PROVA)


def test_an_ordinary_night_says_nothing_of_it(at_demo: Hands) -> None:
    assert at_demo.night.rehearsal is None
    assert PROVA not in at_demo.window.windowTitle()


@draws_once
def test_the_night_moves_under_a_selection_that_stays(rehearsed: Hands) -> None:
    play(rehearsed, 120)
    rehearsed.night.go_to("Kadıköy")
    rehearsed.stand("AA", share("chp"))
    before = rehearsed.night.comparison.model.index(0, 0).data()
    focus, here = QApplication.focusWidget(), rehearsed.here()
    play(rehearsed, 60)
    assert QApplication.focusWidget() is focus
    assert rehearsed.here() == here
    assert rehearsed.night.place == "Kadıköy"
    assert rehearsed.says("AA", share("chp"))
    assert before is not None


@draws_once
def test_typing_goes_on_while_the_night_does(rehearsed: Hands) -> None:
    rehearsed.find("sile")
    rehearsed.stand("AA", share("chp"))
    type_("5")
    play(rehearsed, 90)
    assert rehearsed.typing == "5"
    type_("1,2")
    press("Return")
    draft = rehearsed.draft("AA")
    assert draft is not None
    assert str(draft.figures[share("chp")]) == "51.2"


@draws_once
def test_what_was_missed_is_told_and_what_was_caught_is_not(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "prova.secim"
    prova.make(path, 3, 10, datetime(2024, 3, 31, 21, 30)).close()
    assert window.open_path(path)
    rehearsed = Hands(qtbot, window)
    bar = rehearsed.night.rehearsal
    assert bar is not None
    left = prova.missed(rehearsed.session)
    assert left
    assert left[0].source.place in bar.missed_text()
    caught = next(
        bulletin
        for bulletin in rehearsed.session.bulletins(left[0].source.contest, left[0].source.place)
        if bulletin.source == left[0].source and bulletin.as_of == left[0].as_of
    )
    rehearsed.night.bridge.do(Withdraw((caught.id,), "yanlış yazılmış"))
    assert len(prova.missed(rehearsed.session)) == len(left) - 1


@draws_once
def test_played_bulletins_are_not_the_editors_to_undo(rehearsed: Hands) -> None:
    play(rehearsed, 90)
    assert rehearsed.night.bridge.undo_stack.count() == 0


@pytest.mark.parametrize("at", range(1 + len(prova.nights())))
def test_set_up_from_the_first_page(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, at: int
) -> None:
    path = tmp_path / "yeni.secim"

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, AskRehearsal)
        dialog.night.setFocus()
        for _ in range(at):
            press("Down")
        dialog.seed.setValue(5)
        dialog.file.setText(str(path))
        dialog.accept()

    with meeting(answer):
        window.welcome.rehearsal.setFocus()
        press("Space")
    assert window.night is not None
    assert window.night.bridge.session.is_rehearsal
    assert window.night.bridge.session.path == path
    session = window.night.bridge.session
    assert session.election.id == [prova.election(), *prova.nights()][at]
    play(Hands(qtbot, window), 150)
    assert session.settings.get(prova.PLAYED)


def test_opening_draws_nothing_up_and_play_does_a_little_at_a_time(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "prova.secim"
    prova.make(path, 3, 0, datetime(2024, 3, 31, 19, 0)).close()
    prova.begin(tmp_path / "another.secim", 4, played=election("ara"))[0].close()
    taken = 0

    def counted(session: Session) -> Iterator[prova.Player | None]:
        nonlocal taken
        for player in playing(session):
            taken += 1
            yield player

    playing = prova.playing
    monkeypatch.setattr(prova, "playing", counted)
    assert window.open_path(path)
    hands = Hands(qtbot, window)
    bar = hands.night.rehearsal
    assert bar is not None
    assert bar.label.text() == "19.00 on the night"
    assert taken == 0
    bar.play.click()
    assert bar.play.isChecked() and taken > 0
    hands.wait_for_work()
    assert taken > 100
    qtbot.waitUntil(lambda: bar.label.text() > "19.00 on the night")
    bar.play.click()
    assert not bar.play.isChecked()


@draws_once
def test_a_night_that_is_over_says_so_when_it_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "prova.secim"
    with prova.make(path, 3) as session:
        end = session.settings[prova.PLAYED][-5:].replace(":", ".")
    assert window.open_path(path)
    assert window.night is not None and window.night.rehearsal is not None
    assert window.night.rehearsal.label.text() == f"the night is over ({end})"


@draws_once
def test_a_night_begun_just_now_is_played_at_once(rehearsed: Hands) -> None:
    bar = rehearsed.night.rehearsal
    assert bar is not None
    bar.play.click()
    assert rehearsed.night.bridge.work.idle and bar.play.isChecked()
    bar.play.click()


def test_drawing_up_that_is_stopped_plays_nothing(rehearsed: Hands, tmp_path: Path) -> None:
    prova.begin(tmp_path / "another.secim", 4, played=election("ara"))[0].close()
    bar = rehearsed.night.rehearsal
    assert bar is not None
    bar.play.click()
    rehearsed.night.bridge.work.stop()
    assert not bar.play.isChecked()
    assert rehearsed.session.night_end() is None
    bar.play.click()
    rehearsed.wait_for_work()
    assert bar.play.isChecked()
    bar.play.click()
