"""The liveblog from the menu: written where asked, remembered, offered to be seen, stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from desk.facts.edits import Publish
from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from tests.ui.hands import CONTEST, Hands, press, stop_work


@pytest.fixture
def folder(at_demo: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that will be chosen; one post has gone out."""
    bridge = at_demo.night.bridge
    bridge.do(Publish(compose(bridge.session, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))))
    folder = tmp_path / "canlı blog"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def test_written_told_and_opened(
    at_demo: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    press("Ctrl+L")
    at_demo.wait_for_work()
    assert sorted(path.name for path in folder.iterdir()) == ["feed.xml", "grafik", "index.html"]
    assert str(folder / "index.html") in at_demo.message
    look = at_demo.window.findChild(QPushButton, "liveblog.open")
    assert isinstance(look, QPushButton)
    look.click()
    assert [Path(url.toLocalFile()) for url in opened] == [folder / "index.html"]


def test_the_folder_is_remembered(
    at_demo: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press("Ctrl+L")
    at_demo.night.bridge.work.stop()
    starts: list[str] = []

    def ask(_parent: object, _title: str, start: str) -> str:
        starts.append(start)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)
    at_demo.window.actions_.by_name["liveblog"].trigger()
    assert starts == [str(folder)]


def test_updated_in_its_place_without_a_question(
    at_demo: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Asked once, where this night has not been written yet.
    press("Ctrl+Shift+U")
    at_demo.wait_for_work()
    before = (folder / "index.html").read_text(encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: pytest.fail("asked"))
    bridge = at_demo.night.bridge
    bridge.do(Publish(compose(bridge.session, PostKind.COMPARISON, Ask(CONTEST, ("Üsküdar",)))))
    at_demo.window.findChild(QMessageBox, "liveblog").close()
    at_demo.window.actions_.by_name["liveblogAgain"].trigger()
    at_demo.wait_for_work()
    after = (folder / "index.html").read_text(encoding="utf-8")
    assert after.count("<article") == before.count("<article") + 1
    assert str(folder / "index.html") in at_demo.message
    assert all(not box.isVisible() for box in at_demo.window.findChildren(QMessageBox, "liveblog"))


def test_stopped_it_writes_nothing(at_demo: Hands, folder: Path, one_step_a_turn: None) -> None:
    press("Ctrl+L")
    stop_work(at_demo.window)
    assert not folder.exists()
    assert "Stopped" in at_demo.message


def test_a_folder_that_cannot_be_is_told(at_demo: Hands, folder: Path) -> None:
    folder.write_text("a file stands there")
    press("Ctrl+L")
    at_demo.wait_for_work()
    assert at_demo.banner
    assert folder.read_text() == "a file stands there"
