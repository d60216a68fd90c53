"""The seed's posts sent out with real keys: the same ledger as by command, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desk.facts.edits import SetSetting
from desk.facts.post import PostKind
from desk.file.session import Session
from desk.posts import forms, ledger
from desk.rehearsal import demo
from desk.turkish.style import STYLE
from tests.evening.test_window import command
from tests.ui.hands import Hands, clipboard, make_window, press, tidy_up, type_
from ui.night.preferences import Preferences
from ui.posts.asking import HERE, KINDS, TICKED
from ui.posts.composer import ComposerPage
from ui.window.app import Desk

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support propagateSizeHints")

WHO, WHERE = "CHP'nin İBB adayı Ekrem İmamoğlu", "CHP İl Başkanlığı"
SAID = "Yüzde 40'a doğru giden bir veriye sahibiz."


@pytest.fixture(scope="session")
def qapp_cls() -> type[Desk]:
    return Desk


def make_night(path: Path) -> Path:
    """The demonstration evening in the seed's style."""
    with demo.make(path) as session:
        session.record(SetSetting(STYLE, "seed"))
    return path


@pytest.fixture
def hands(qtbot: QtBot, qapp: Desk, tmp_path: Path) -> Iterator[Hands]:
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    window = make_window(qtbot, Preferences(settings))
    assert window.open_path(make_night(tmp_path / "keyed.secim"))
    yield Hands(qtbot, window)
    tidy_up()


def pick(box: QComboBox, data: str) -> None:
    """An entry of a box, with the arrows."""
    box.setFocus()
    press("Home", *["Down"] * box.findData(data))


def out(page: ComposerPage, kind: PostKind, at: str = "") -> None:
    """Choose a kind, and what it is asked for by now; Ctrl+Enter."""
    page.take_keys()
    page.ask.take_keys()
    press("Home", *["Down"] * KINDS.index(kind))
    if at:
        page.ask.at.setFocus()
        type_(at)


def published(path: Path) -> list[dict[str, object]]:
    """What a file's ledger holds, as scripts read it, the oldest first."""
    with Session.open_file(path, read_only=True) as session:
        numbers = [entry.number for entry in ledger.entries(session)]
        return [forms.to_json(post) for post in reversed(ledger.posts(session, numbers))]


def test_the_seeds_posts_keyed_are_those_commanded(hands: Hands, tmp_path: Path) -> None:
    # 19.15, the first figures of one agency.
    hands.night.go_to("İstanbul")
    press("Ctrl+3")
    page = hands.night.late["posts"].made
    assert isinstance(page, ComposerPage)
    out(page, PostKind.FIRST)
    pick(page.ask.agencies, "ANKA")
    press("Ctrl+Return")
    # 19.25, the three districts: the gate stops Küçükçekmece; without it the post goes out.
    out(page, PostKind.COMPARISON)
    pick(page.ask.places, TICKED)
    press("Ctrl+Return")
    assert page.message.text().startswith("▲ Stopped")
    hands.tick("Küçükçekmece")
    press("Ctrl+3")
    out(page, PostKind.COMPARISON)
    pick(page.ask.places, TICKED)
    press("Ctrl+Return")
    # 19.38, the lead by one agency.
    out(page, PostKind.LEAD)
    pick(page.ask.places, HERE)
    pick(page.ask.agencies, "AA")
    press("Ctrl+Return")
    assert clipboard()[0].startswith("19.38 İmamoğlu önde: fark AA'ya göre 7 puandan fazla\n")
    # 19.50, what was said, with its numbers the speaker's own.
    out(page, PostKind.STATEMENT, "1950")
    for field, text in ((page.ask.who, WHO), (page.ask.where, WHERE), (page.ask.text, SAID)):
        field.setFocus()
        type_(text)
    press("Ctrl+Return")

    commanded = make_night(tmp_path / "commanded.secim")
    words = tmp_path / "words.txt"
    words.write_text(SAID, encoding="utf-8")
    for asked in (
        ("first", "--agencies", "ANKA"),
        ("comparison", "--places", "Beyoğlu,Üsküdar"),
        ("lead", "--agencies", "AA", "--places", "İstanbul"),
        ("statement", "--who", WHO, "--where", WHERE, "--text", str(words), "--at", "19.50"),
    ):
        command("post", str(commanded), *asked, "--publish")
    by_command, by_keys = published(commanded), published(hands.session.path)
    assert [post["headline"] for post in by_keys] == [post["headline"] for post in by_command]
    assert by_keys == by_command
    assert len(by_keys) == 4

    for path, folder in ((commanded, "a"), (hands.session.path, "b")):
        command("liveblog", str(path), "-o", str(tmp_path / folder))
    pages = [(tmp_path / folder / "index.html").read_bytes() for folder in "ab"]
    assert pages[0] == pages[1]
