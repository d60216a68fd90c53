"""The demonstration evening keyed with real keys: the same file and the same post as by command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk.facts import catalog
from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import NewBulletin, SetSetting
from desk.facts.election import OTHERS, Election
from desk.facts.figures import published
from desk.facts.settings import BAN_LIFTED
from desk.file.session import Session
from desk.posts.forms import UNPUBLISHED
from desk.reading.files import csv as exchange
from desk.rehearsal import demo
from tests.ui.hands import Hands, clipboard, make_window, on_disk, press, tidy_up, type_
from ui.night.preferences import Preferences
from ui.posts.composer import ComposerPage
from ui.window.app import Desk

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support propagateSizeHints")

ELECTION, FIGURES = demo.evening()
BULLETINS = "SELECT agency, contest, place, as_of, replaces, reason FROM bulletin ORDER BY {order}"
CONTENT = """
    SELECT agency, contest, place, as_of, item, contender, value
      FROM figure JOIN bulletin ON bulletin.id = figure.bulletin
     ORDER BY agency, contest, place, as_of, item, contender
"""


@pytest.fixture(scope="session")
def qapp_cls() -> type[Desk]:
    return Desk


@pytest.fixture
def hands(qtbot: QtBot, qapp: Desk, tmp_path: Path) -> Iterator[Hands]:
    """At a new night of the demonstration's election."""
    path = tmp_path / "keyed.secim"
    Session.create(path, catalog.load(ELECTION)).close()
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    window = make_window(qtbot, Preferences(settings))
    assert window.open_path(path)
    yield Hands(qtbot, window)
    tidy_up()


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """The same evening recorded by command."""
    path = tmp_path / "recorded.secim"
    command("new", str(path), "--election", ELECTION)
    command("record", str(path), str(FIGURES))
    return path


def command(*arguments: str) -> bytes:
    """What the command line prints."""
    done = subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        capture_output=True,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def typed(election: Election, contest: str, row: Row, value: object) -> str:
    """A figure as an editor would type it; a leader by surname."""
    if row.item is Item.LEADER:
        return election.contest(contest).contender(str(value)).surname or str(value)
    return published(value)  # type: ignore[arg-type]


def walk_to(hands: Hands, agency: str, row: Row | None) -> None:
    """Arrows and Tab, until the cursor stands on a cell."""
    wanted = hands.row(row)
    view = hands.night.entry.view
    while view.currentIndex().row() != wanted:
        press("Down" if view.currentIndex().row() < wanted else "Up")
    if hands.here()[0] != agency:
        press("Tab")
    assert hands.here() == (agency, row)


def key_in(hands: Hands, bulletin: NewBulletin) -> None:
    """One bulletin from the place's name to Ctrl+Enter, with no hand off the keyboard."""
    source: Source = bulletin.source
    contests = [contest.id for contest in hands.session.election.contests]
    hands.find(source.place)
    assert hands.night.place == source.place
    press(f"Alt+{contests.index(source.contest) + 1}")
    walk_to(hands, source.agency, None)
    type_(f"{bulletin.as_of:%H%M}")
    press("Return")
    for row, value in bulletin.figures.items():
        walk_to(hands, source.agency, row)
        type_(typed(hands.session.election, source.contest, row, value))
        press("Return")
    press("Ctrl+Return")
    assert hands.message.startswith("Filed: ")


def draw_and_print(hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The map, a chart and every sheet, each by its keys into a file."""
    for keys, name, begins in (
        (("Ctrl+M", "Ctrl+Shift+G"), "map.svg", b"<?xml"),
        (("Ctrl+G", "Ctrl+Shift+G"), "chart.svg", b"<?xml"),
        (("Ctrl+6", "Ctrl+Shift+P"), "sheets.pdf", b"%PDF"),
    ):
        chosen = str(folder / name), "SVG (*.svg)" if name.endswith("svg") else ""
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, told=chosen: told)
        press(*keys)
        hands.wait_for_work()
        assert (folder / name).read_bytes().startswith(begins)


def test_the_evening_keyed_is_the_evening_recorded(
    hands: Hands, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = exchange.decode(FIGURES.read_bytes())
    evening = exchange.read_figures(text, hands.session.names)
    assert any(row.contender == OTHERS for new in evening for row in new.figures)
    for bulletin in evening:
        key_in(hands, bulletin)
    keyed = hands.session.path
    assert hands.session.drafts() == ()
    assert on_disk(keyed, CONTENT) == on_disk(recorded, CONTENT)
    order = "agency, contest, place, as_of"
    assert on_disk(keyed, BULLETINS.format(order=order)) == on_disk(
        recorded, BULLETINS.format(order=order)
    )
    assert on_disk(keyed, BULLETINS.format(order="id")) == on_disk(
        recorded, BULLETINS.format(order="id")
    ), "filed in the same order"

    both = [
        place.name
        for place in hands.session.election.districts
        if len({new.source.agency for new in evening if new.source.place == place.name}) == 2
    ]
    hands.tick(*both)
    press("Ctrl+Shift+C", "Ctrl+Shift+C")
    page = hands.night.late["posts"].made
    assert isinstance(page, ComposerPage)
    # The evening has the seed's own fault in it: the gate lets no post of it onto the clipboard.
    assert clipboard() == ("", "") and page.message.text().startswith("▲ Stopped")
    hands.night.bridge.do(SetSetting(BAN_LIFTED, "2024-03-31T19:00"))
    page.compose()
    assert page.preview.gate.ask_reason()
    type_("ANKA böyle yayımladı")
    by_command = command("post", str(recorded), "comparison")
    html = command("post", str(recorded), "comparison", "--format", "html")
    for name, wanted in (("post.txt", by_command), ("post.html", html)):
        path = keyed.with_name(name)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        press("Ctrl+Shift+S")
        assert path.read_bytes() == wanted
    press("Ctrl+Shift+C")
    assert clipboard()[0] == f"{UNPUBLISHED}\n\n{by_command.decode()}"
    draw_and_print(hands, keyed.parent, monkeypatch)
    hands.window.close()
    # The keyed file speaks to the command line as the recorded one does.
    for form in ("csv", "json"):
        asked = ("compare", "--format", form)
        assert command(*asked, str(keyed)) == command(*asked, str(recorded))
