"""Random keys with fixed seeds: whatever is pressed, the laws of `laws` hold.

A short part of `python -m tests.ui.random.keys`; what that found has tests of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.rehearsal import prova
from tests.ui.random.hands import RandomHands
from ui.window.main_window import MainWindow

ACTS = {"demo": 60, "blank": 60, "prova": 20}


@pytest.fixture
def sit_down(window: MainWindow, tmp_path: Path) -> Iterator[Callable[[int, Path], RandomHands]]:
    """Puts random hands at a night."""
    seated: list[tuple[RandomHands, Callable[[], None]]] = []

    def sit(seed: int, path: Path) -> RandomHands:
        hands = RandomHands(window, seed, tmp_path)
        seated.append((hands, hands.answer_files()))
        hands.nights, hands.leaving = [path], False
        hands.open(path)
        return hands

    yield sit
    for hands, put_back in seated:
        hands.answering = False
        put_back()


@pytest.mark.parametrize(("name", "seed"), [("demo", 63), ("blank", 61)])
def test_the_laws_hold_under_random_keys(
    sit_down: Callable[[int, Path], RandomHands],
    night_file: Callable[[str], Path],
    name: str,
    seed: int,
) -> None:
    sit_down(seed, night_file(name)).run(ACTS[name])


@pytest.mark.usefixtures("drawn_once")
def test_the_laws_hold_while_a_rehearsal_plays(
    sit_down: Callable[[int, Path], RandomHands], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "prova"
    folder.mkdir()
    prova.begin(folder / "prova.secim", 3, 10)[0].close()
    sit_down(5, folder / "prova.secim").run(ACTS["prova"])
