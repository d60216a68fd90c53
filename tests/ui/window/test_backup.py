"""A verified copy by one key: where it went is said, and it waits for what is being written."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desk.file.session import Session
from tests.ui.hands import CONTEST, Hands, press
from ui.widgets.long_work import LongWork


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder an editor chooses in the system's dialog."""
    chosen = tmp_path / "copies"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


def test_a_copy_is_made_and_told(at_demo: Hands, folder: Path) -> None:
    press("Ctrl+B")
    (copy,) = folder.iterdir()
    assert at_demo.message == f"Backed up and verified: {copy}"
    with Session.open_file(copy, read_only=True) as kept:
        assert len(kept.bulletins(CONTEST, "Beyoğlu")) == 2


def test_a_folder_that_has_gone_is_told(at_demo: Hands, folder: Path) -> None:
    folder.rmdir()
    press("Ctrl+B")
    assert "the folder does not exist" in at_demo.banner


def test_it_waits_for_what_is_being_written(at_demo: Hands, folder: Path) -> None:
    told: list[object] = []

    def count() -> Generator[tuple[int, int], None, int]:
        while True:
            yield 1, 2

    work = LongWork(
        count(), at_demo.window, told.append, told.append, lambda: told.append("stopped")
    )
    at_demo.night.bridge.work.start(work)
    press("Ctrl+B")
    assert list(folder.iterdir()) == []
    at_demo.night.bridge.work.stop()
    assert told == ["stopped"]
    assert len(list(folder.iterdir())) == 1
