"""A command that failed has done nothing: the night as it was, no file begun, one line, status."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from stat import S_IFCHR

import pytest
from click.testing import CliRunner, Result

from desk.facts.codes import Code
from desk.facts.edits import SetSetting
from desk.facts.settings import BAN_LIFTED
from desk.file.session import Session
from desk.rehearsal import demo
from tests.desk.conftest import content_of
from tests.desk.file.cut_short import cut_short
from tests.faults.harness import night as some_night
from ui.cli.main import main

# The sheets are painted by Qt: in this process by the application of the window's tests.
pytestmark = pytest.mark.usefixtures("qapp", "drawn_once")

ROOT = Path(__file__).resolve().parents[3]
FULL = Path("/dev/full")
CSV = "as_of,agency,contest,place,item,contender,value\n2024-03-31T19:45,AA,ibb,Şile,share,CHP,50.1"

Command = Callable[[Path, Path], tuple[object, ...]]


@pytest.fixture(scope="session")
def evening_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("evening") / "night.secim"
    with demo.make(path) as session:
        session.record(SetSetting(BAN_LIFTED, "2024-03-31T19:10"))
    return path.read_bytes()


@pytest.fixture
def night(tmp_path: Path, evening_bytes: bytes) -> Path:
    """The demonstration evening, the ban lifted, alone in its folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "night.secim"
    path.write_bytes(evening_bytes)
    return path


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def run(*args: object, text: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=text)


def process(*args: object, stdout: int) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ui", *map(str, args)]
    return subprocess.run(
        command, cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, input=CSV.encode(), check=False
    )


def tree(folder: Path) -> dict[str, bytes | int]:
    """Everything below a folder, by name, with what it holds."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else path.lstat().st_mode
        for path in sorted(folder.rglob("*"))
    }


LEAD = ("lead", "--agencies", "AA")
DRAWN = ("comparison", "--places", "Beyoğlu,Üsküdar")

COMMANDS: dict[str, tuple[str, Command]] = {
    "post": (".txt", lambda night, to: ("post", night, *LEAD, "-o", to)),
    "post --publish": (".txt", lambda night, to: ("post", night, *LEAD, "--publish", "-o", to)),
    "post --publish, JSON": (
        ".json",
        lambda night, to: ("post", night, *LEAD, "--publish", "--format", "json", "-o", to),
    ),
    "post --publish --picture": (
        ".png",
        lambda night, to: ("post", night, *DRAWN, "--publish", "--picture", to),
    ),
    "post --publish, text and picture": (
        ".png",
        lambda night, to: (
            *("post", night, *DRAWN, "--publish", "--picture", to),
            *("-o", night.with_name("post.txt")),
        ),
    ),
    "chart": (".svg", lambda night, to: ("chart", night, "lead", "-o", to)),
    "sheet": (".pdf", lambda night, to: ("sheet", night, "--place", "Beyoğlu", "-o", to)),
    "export": (".xlsx", lambda night, to: ("export", night, "-o", to)),
    "liveblog": ("", lambda night, to: ("liveblog", night, "--no-pictures", "-o", to)),
    "backup": ("", lambda night, to: ("backup", night, to)),
    "rehearse": (".secim", lambda _, to: ("rehearse", to, "--until", "18.30")),
    "new": (".secim", lambda _, to: ("new", to, "--election", "istanbul-2024")),
}

TAKES_A_FOLDER = {"liveblog", "backup"}


def a_folder(home: Path, name: str, command: str) -> Path | None:
    """A folder where a file is to be; a file where a folder is to be."""
    target = home / name
    if command in TAKES_A_FOLDER:
        target.write_text("somebody's")
    else:
        target.mkdir()
    return target


def a_folder_in_the_way(home: Path, name: str, command: str) -> Path | None:
    """Root may write anywhere; where a file is begun, a folder stands in everybody's way."""
    if command == "liveblog":
        for file in ("index.html", "feed.xml"):
            (home / name / file).mkdir(parents=True)
    elif command == "sheet" or command in TAKES_A_FOLDER:
        return None
    elif command in ("new", "rehearse"):
        (home / f".{name}.lock").mkdir()
    else:
        (home / f".{name}.part").mkdir()
    return home / name


def missing(home: Path, name: str, command: str) -> Path | None:
    return None if command == "liveblog" else home / "missing" / name


def read_only(home: Path, name: str, command: str) -> Path | None:
    if not hasattr(os, "getuid") or os.getuid() == 0:
        return None
    folder = home / "locked"
    folder.mkdir(mode=0o555)
    return folder if command == "backup" else folder / name


def full(home: Path, name: str, command: str) -> Path | None:
    """A disk with no room, as a device of this test's own: one of the machine's may be replaced."""
    target = home / name
    try:
        os.mknod(target, 0o666 | S_IFCHR, os.makedev(1, 7))
        target.write_bytes(b"")
    except (OSError, AttributeError):
        return None
    return target


def below_a_file(home: Path, name: str, command: str) -> Path | None:
    (home / "file").write_text("somebody's")
    return home / "file" / name


def another_night(home: Path, name: str, command: str) -> Path | None:
    (home / name).write_bytes(some_night())
    return home / name


TARGETS = (a_folder, a_folder_in_the_way, missing, read_only, full, below_a_file, another_night)


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_cannot_be_written_is_tried_first(
    night: Path, tmp_path: Path, name: str, target: Callable[[Path, str, str], Path | None]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    ending, command = COMMANDS[name]
    to = target(home, f"out{ending}", name)
    if to is None:
        pytest.skip("no such trouble for this command here")
    content, stick, before = content_of(night), tree(night.parent), tree(home)
    result = run(*command(night, to))
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1, result.stderr
    assert result.stderr.startswith("secim-masasi: ")
    assert content_of(night) == content
    assert set(tree(night.parent)) == set(stick)
    assert tree(home) == before


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts there")
def test_a_pdf_whose_name_is_no_text_is_refused_and_leaves_nothing(
    night: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    result = run("sheet", night, "--place", "Şile", "-o", home / "x\udcff.pdf")
    assert result.exit_code == 2
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_same_commands_work_where_they_can(night: Path, tmp_path: Path, name: str) -> None:
    ending, command = COMMANDS[name]
    to = tmp_path / f"out{ending}"
    if name == "backup":
        to.mkdir()
    result = run(*command(night, to))
    assert result.exit_code == 0, result.output
    assert to.exists()
    published = len(content_of(night)["post"])
    assert published == (1 if "publish" in name else 0)
    if "JSON" in name:
        assert '"id": "' + str(content_of(night)["post"][0][1]) + '"' in to.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize(
    ("output", "words"),
    {
        "night.xlsx": ("export",),
        "chart.png": ("chart", "comparison"),
        "sheet.pdf": ("sheet", "--place", "Şile"),
        "post.html": ("post", "comparison"),
    }.items(),
)
@pytest.mark.parametrize("link", ["{}", ".{}.part"])
def test_nothing_is_written_through_a_link(
    night: Path, output: str, words: tuple[str, ...], link: str
) -> None:
    before = night.read_bytes()
    (night.parent / link.format(output)).symlink_to(night)
    run(words[0], night, *words[1:], "-o", night.parent / output)
    assert night.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="every name is text there")
def test_a_night_whose_name_is_no_text_is_a_night_all_the_same(night: Path) -> None:
    odd = night.with_name(os.fsdecode(b"n\xff.secim"))
    night.rename(odd)
    for words in (("verify", odd), ("set", odd, "win-from", "91"), ("backup", odd, odd.parent)):
        done = run(*words)
        assert done.exit_code == 0, done.stderr
    for copy in odd.parent.iterdir():
        assert run("verify", copy).exit_code == 0


def test_a_post_keeps_its_next_name(night: Path, tmp_path: Path) -> None:
    names = []
    for number in range(3):
        out = tmp_path / f"{number}.json"
        told = run("post", night, *LEAD, "--publish", "--format", "json", "-o", out)
        assert told.exit_code == 0
        names.append(str(content_of(night)["post"][number][1]))
        assert f'"id": "{names[-1]}"' in out.read_text("utf-8")
    assert len(set(names)) == 3


@pytest.mark.parametrize(
    "options",
    [
        ("--templates", "."),
        ("--picture", "x.png"),
        ("--at", "25.99"),
        ("--agencies", "TRT"),
        ("--places", "Beyoğlu,Nowhere"),
    ],
)
def test_a_post_that_cannot_be_made_is_not_published(
    night: Path, tmp_path: Path, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.md").write_text("{{ nobody }}", encoding="utf-8")
    (tmp_path / "note.txt").write_text("Sandıklar kapandı.", encoding="utf-8")
    before = content_of(night)
    note = ("note", "--title", "Sandıklar", "--text", "note.txt")
    result = run("post", night, *note, "--publish", *options)
    if result.exit_code != 0:
        assert content_of(night) == before
    assert not (tmp_path / "x.png").exists()


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_post_that_cannot_be_printed_is_not_published(night: Path) -> None:
    before = content_of(night)
    with FULL.open("wb") as stdout:
        ended = process("post", night, *LEAD, "--publish", stdout=stdout.fileno())
    assert ended.returncode == 2
    assert b"[S906]" in ended.stderr and ended.stderr.count(b"\n") == 1
    assert content_of(night) == before


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("name", ["record", "backup"])
def test_what_is_done_is_done_though_it_cannot_be_said(
    night: Path, tmp_path: Path, name: str
) -> None:
    before = content_of(night)
    to = (name, night, tmp_path) if name == "backup" else (name, night)
    with FULL.open("wb") as stdout:
        ended = process(*to, stdout=stdout.fileno())
    assert ended.returncode == 0
    assert b"Done, but" in ended.stderr and ended.stderr.count(b"\n") == 1
    filed = len(content_of(night)["bulletin"]) - len(before["bulletin"])
    assert filed == (1 if name == "record" else 0)


def test_a_reader_that_has_gone_stops_no_publication(night: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    ended = process("post", night, *LEAD, "--publish", stdout=writes)
    os.close(writes)
    assert (ended.returncode, ended.stderr.count(b"\n")) == (0, 1)
    assert b"In the ledger:" in ended.stderr
    assert len(content_of(night)["post"]) == 1


# A night that a killed desk left half written.

READING: dict[str, Command] = {
    "compare": lambda night, _: ("compare", night),
    "check": lambda night, _: ("check", night),
    "post": lambda night, _: ("post", night, *LEAD),
    "liveblog": lambda night, to: ("liveblog", night, "--no-pictures", "-o", to),
    "chart": lambda night, to: ("chart", night, "lead", "-o", to / "x.svg"),
    "sheet": lambda night, to: ("sheet", night, "--place", "Beyoğlu", "-o", to / "x.pdf"),
    "backup": lambda night, to: ("backup", night, to),
    "read": lambda night, _: ("read", "--file", night, "BEYOĞLU: AA: CHP yüzde 55,05"),
    "set": lambda night, _: ("set", night),
}


@pytest.mark.parametrize("name", READING)
def test_every_reading_command_reads_the_night_before(
    night: Path, tmp_path: Path, name: str
) -> None:
    content = content_of(night)
    out = tmp_path / "out"
    out.mkdir()
    whole = run(*READING[name](night, out))
    shutil.rmtree(out)
    out.mkdir()
    journal = cut_short(night)
    result = run(*READING[name](night, out))
    assert result.exit_code == whole.exit_code in (0, 1)
    assert result.stderr == whole.stderr
    if name != "backup":
        assert result.stdout == whole.stdout
    assert not journal.exists()
    assert content_of(night) == content


# What is no file at all.


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[dict[str, Path]]:
    pipe = tmp_path / "pipe.secim"
    os.mkfifo(pipe)
    folder = tmp_path / "folder.secim"
    folder.mkdir()
    yield {"a pipe": pipe, "a folder": folder, "a device": Path("/dev/zero")}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("what", ["a pipe", "a folder", "a device"])
def test_what_is_no_file_is_refused_at_once(odd: dict[str, Path], what: str) -> None:
    for command in (("check",), ("record",), ("set",), ("post",)):
        rest = LEAD if command == ("post",) else ()
        result = run(*command, odd[what], *rest, text=CSV)
        assert result.exit_code == 2
        assert "[S901]" in result.stderr and result.stderr.count("\n") == 1
    for read_only in (True, False):
        with pytest.raises(Exception, match=Code.S901):
            Session.open_file(odd[what], read_only=read_only)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("end", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("what", ["a pipe", "a folder"])
def test_what_lies_beside_a_night_and_is_no_file_keeps_nobody_waiting(
    night: Path, end: str, what: str
) -> None:
    beside = night.with_name(f"{night.name}{end}")
    os.mkfifo(beside) if what == "a pipe" else beside.mkdir()
    assert run("restore", night).exit_code == 2
    for command in ("check", "record", "verify"):
        result = run(command, night, text=CSV)
        assert result.exit_code == 2
        assert "[S907]" in result.stderr and result.stderr.count("\n") == 1
