"""`secim-masasi sheet` from outside: a process of its own, with no screen to lean on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest

from desk.facts import catalog
from desk.rehearsal import demo, prova

ROOT = Path(__file__).resolve().parents[3]
HELD = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*args: object, code: str = "from ui.cli.main import main; main()") -> tuple[int, str, str]:
    """Exit status, stdout and stderr of the command, in English."""
    surroundings = {name: value for name, value in os.environ.items() if name not in HELD}
    done = subprocess.run(
        [sys.executable, "-c", code, "sheet", *(str(arg) for arg in args)],
        env=surroundings | {"LC_ALL": "en_GB.UTF-8", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("night") / "night.secim"
    demo.make(path).close()
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "föyler.pdf"


def text_of(path: Path) -> str:
    """The text of a PDF; of what cannot be read here, nothing is asked."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    ("args", "pages", "title"),
    [
        (("--place", "kucukcekmece"), 1, "Küçükçekmece · sayfa 1 / 1"),
        (("--place", "ÜSKÜDAR", "--place", "uskudar", "--place", "Fatih"), 2, "Fatih · sayfa"),
        (("--all",), 39, "Zeytinburnu · sayfa 1 / 1"),
        (("--all", "--blank", "--contest", "ilce-baskanligi"), 39, "Telefonla alınan"),
        (("--board", "--agencies", "ANKA,AA"), 1, "Bütün ilçeler · sayfa 1 / 1"),
    ],
)
def test_sheets_are_written_without_a_screen(
    night: Path, target: Path, args: tuple[str, ...], pages: int, title: str
) -> None:
    status, out, err = run(night, *args, "-o", target)
    assert (status, err) == (0, "")
    assert out == f"{target}: written, pages: {pages}.\n"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    text = text_of(target)
    assert text.count("\f") == pages
    assert title in text


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("-o", "x.pdf"), "--place P, --all or --board"),
        (("--all", "--board", "-o", "x.pdf"), "--place P, --all or --board"),
        (("--place", "Fatih", "--all", "-o", "x.pdf"), "one of them"),
        (("--board", "--blank", "-o", "x.pdf"), "--blank needs"),
        (("--all",), "-o"),
        (("--all", "-o", "x.png"), ".pdf"),
        (("--place", "Ankara", "-o", "x.pdf"), "E121"),
        (("--all", "--contest", "muhtar", "-o", "x.pdf"), "muhtar"),
        (("--all", "-o", "no/where/x.pdf"), "S909"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    night: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(night, *args)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert why in err
    assert list(tmp_path.iterdir()) == []


WITHOUT_QT = """
import sys
sys.modules["PySide6.QtGui"] = None
from ui.cli.main import main
main()
"""


def test_where_qt_cannot_be_loaded_a_sentence_says_so(night: Path, target: Path) -> None:
    status, out, err = run(night, "--all", "-o", target, code=WITHOUT_QT)
    assert (status, out) == (2, "")
    assert err.startswith("secim-masasi: Pages cannot be made here: ")
    assert len(err.splitlines()) == 1
    assert not target.exists()


STOPPED = """
import os, signal
from ui.sheets import made as sheets_made
from ui.cli.main import main

honest = sheets_made.made

def made(*args):
    for sheet in honest(*args):
        yield sheet
        os.kill(os.getpid(), signal.{name})

sheets_made.made = made
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM])
def test_whoever_stops_it_finds_nothing_half_written(
    night: Path, target: Path, ended: signal.Signals
) -> None:
    target.write_bytes(b"older")
    status, out, err = run(night, "--all", "-o", target, code=STOPPED.format(name=ended.name))
    assert (status, out) == (2, "")
    assert err.strip() == "secim-masasi: Interrupted."
    assert target.read_bytes() == b"older"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


FULL = """
import resource
from ui.cli.main import main

resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk_is_refused_and_leaves_nothing(night: Path, target: Path) -> None:
    target.write_bytes(b"older")
    status, out, err = run(night, "--all", "-o", target, code=FULL)
    assert (status, out) == (2, "")
    assert "[S909]" in err
    assert target.read_bytes() == b"older"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.usefixtures("drawn_once")
def test_a_rehearsal_says_prova(tmp_path: Path, target: Path) -> None:
    path = tmp_path / "prova.secim"
    until = catalog.load(prova.election()).moment(time(18, 50))
    prova.make(path, 1, 0, until).close()
    assert run(path, "--board", "-o", target)[0] == 0
    letters = "".join(line.strip() for line in text_of(target).splitlines())
    assert all(letter in letters for letter in "PROVA")


@pytest.mark.parametrize(
    ("place", "contest", "said"),
    [
        ("Kepez", "", "pages: 1."),
        ("Hilvan", "bb", "pages: 1."),
        ("Hilvan", "", "Several contests have it"),
        ("Çanakkale", "", "is not voted for in “Çanakkale”"),
    ],
)
def test_a_named_place_is_printed_in_what_it_votes_for(
    voting_apart: Path, target: Path, place: str, contest: str, said: str
) -> None:
    which = ("--contest", contest) if contest else ()
    status, out, why = run(voting_apart, "--place", place, "--blank", *which, "-o", target)
    assert said in (why if status else out)
    assert target.exists() is (status == 0) is ("pages" in said)
