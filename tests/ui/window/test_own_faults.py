"""A fault of the desk's own: the box says where its report is, and the process ends with 70."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk.facts import catalog
from desk.facts.catalog import resource
from desk.file.session import Session
from tests.desk.conftest import listing
from ui.texts.faults import FAULT

ROOT = resource().parent

# The real program with a fault put into the way of a figure, and hands that answer what opens.
DESK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from desk.file.session import Session
from ui.entry.model import EntryModel
from ui.window import app

path, answers = Path(sys.argv[1]), sys.argv[2].split(",")

whole = EntryModel.enter

def broken(*_):
    EntryModel.enter = whole
    raise ZeroDivisionError("put in by a test")

def answer():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print(box.text(), flush=True)
        name = answers.pop(0)
        if not name:
            return
        (button,) = [one for one in box.buttons() if name == one.text().replace("&", "")]
        button.click()
        if not answers:
            QTimer.singleShot(0, application().window.close)
        return
    QTimer.singleShot(5, answer)

def application():
    return QApplication.instance()

def write(text):
    for letter in text:
        QTest.keyClick(QApplication.focusWidget() or application().window, letter)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

def begin():
    window = application().window
    if window is None or window.night is None:
        QTimer.singleShot(5, begin)
        return
    window.night.entry.view.go_to(1, 0)
    write("58,63")
    EntryModel.enter = broken
    answer()
    for _ in range(STORM):
        QTimer.singleShot(0, broken)
    write("41")

make = app.make
def made(*given):
    both = make(*given)
    QTimer.singleShot(0, begin)
    return both
app.make = made
STORM = int(sys.argv[3])
from ui.cli.main import main
main([str(path)])
"""


def run(path: Path, answers: str, storm: int = 0) -> subprocess.CompletedProcess[str]:
    """Open a night, meet the fault, answer the box; what was said and how it ended."""
    environment = {**os.environ, "TMPDIR": str(path.parent), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-c", DESK, str(path), answers, str(storm)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("answers", ["Close the desk", "Go on"])
def test_the_box_says_where_the_report_is_and_the_process_ends_with_70(
    tmp_path: Path, answers: str
) -> None:
    path = tmp_path / "night.secim"
    make_night(path)
    ended = run(path, answers)
    assert ended.returncode == FAULT, ended.stderr[-2000:]
    (report,) = tmp_path.glob("secim-masasi-*.txt")
    assert str(report) in ended.stdout
    assert "secim-masasi: A fault of the program" in ended.stderr
    assert str(report) in ended.stderr
    told = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in told
    assert "put in by a test" in told
    assert "in commit" in told
    kept(path)
    assert listing(tmp_path) == {"night.secim", report.name}


def test_faults_that_come_faster_than_they_are_read_end_the_desk(tmp_path: Path) -> None:
    path = tmp_path / "night.secim"
    make_night(path)
    ended = run(path, "", storm=200)
    assert ended.returncode == FAULT, ended.stderr[-2000:]
    assert len(list(tmp_path.glob("secim-masasi-*.txt"))) < 20
    kept(path)


def make_night(path: Path) -> None:
    """An empty night of the demonstration's election."""
    Session.create(path, catalog.load("istanbul-2024")).close()


def kept(path: Path) -> None:
    """What was keyed before the fault is in the file, and the next desk can have it."""
    with Session.open_file(path) as session:
        (draft,) = session.drafts()
        assert "58.63" in [str(value) for value in draft.figures.values()]
