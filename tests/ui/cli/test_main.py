"""The command `secim-masasi` from outside: what it prints, its exit status, one line per error."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from desk import __version__, systems
from desk.facts import catalog
from desk.file.session import Session
from desk.reading.files.csv import COLUMNS
from desk.rehearsal import demo
from desk.rules.comparison import ROW_KEYS
from ui.cli import errors
from ui.cli.main import main

ROOT = Path(__file__).resolve().parents[3]
FIGURES = demo.evening()[1]
HEADER = ",".join(COLUMNS)
GOOD = "2024-03-31T19:45,AA,ibb,Şile,share,CHP,50.1"

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process, in English unless told otherwise."""

    def invoke(*args: object, text: str | bytes = "", language: str = "en") -> Result:
        monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8" if language == "tr" else "en_GB.UTF-8")
        return CliRunner().invoke(main, [str(arg) for arg in args], input=text)

    return invoke


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "blank.secim"
    Session.create(path, catalog.load("istanbul-2024")).close()
    return path


@pytest.fixture(scope="session")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keyed") / "keyed.secim"
    demo.make(path).close()
    return path


@pytest.fixture
def night(blank: Path, tmp_path: Path) -> Path:
    """A new night of this test's own."""
    return Path(shutil.copy(blank, tmp_path / "night.secim"))


@pytest.fixture
def evening(keyed: Path, tmp_path: Path) -> Path:
    """The demonstration evening, of this test's own."""
    return Path(shutil.copy(keyed, tmp_path / "evening.secim"))


def process(*args: object, text: bytes = b"", **extra: Any) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "ui", *map(str, args)]
    return subprocess.run(
        command, input=text, capture_output=True, cwd=extra.pop("cwd", ROOT), check=False, **extra
    )


def refused(result: Result, *told: str) -> None:
    """Exit status 2, nothing on stdout, one line on stderr that says all of this."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("secim-masasi: ")
    for text in told:
        assert text in result.stderr


def bulletins(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        count = connection.execute("SELECT count(*) FROM bulletin").fetchone()[0]
    connection.close()
    return int(count)


# Making and recording.


def test_new_makes_a_night(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gece.secim"
    result = run("new", path, "--election", "istanbul-2024")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        f"{path}: Istanbul local election, 31 March 2024; places: 40, contests: 3."
    ]
    with Session.open_file(path) as session:
        assert session.election == catalog.load("istanbul-2024")


def test_new_refuses_what_is_there_and_what_it_cannot_make(run: Run, night: Path) -> None:
    before = night.read_bytes()
    refused(run("new", night, "--election", "istanbul-2024"), "already there", "[S908]")
    assert night.read_bytes() == before
    nowhere = night.parent / "no" / "x.secim"
    refused(run("new", nowhere, "--election", "istanbul-2024"), "[S909]")
    refused(run("new", "x.secim", "--election", "izmir"), "“izmir”", "istanbul-2024", "[S911]")
    refused(run("new", "x.secim"), "--election")


def test_an_election_of_another_province_works_by_its_file(run: Run, tmp_path: Path) -> None:
    plain = json.loads(catalog.elections()["istanbul-2024"].read_text(encoding="utf-8"))
    plain |= {"id": "kucuk-2028", "date": "2028-03-26"}
    plain["places"] = [
        {"name": "Kırklareli", "kind": "province"},
        {"name": "Babaeski", "kind": "district", "boxes": 100},
        {"name": "Lüleburgaz", "kind": "district"},
    ]
    plain["parties"] = [
        {"code": "ot", "short": "OT", "name": "Ot Partisi"},
        {"code": "su", "short": "SU", "name": "Su Partisi"},
    ]
    plain["agencies"] = [{"code": "X", "name": "X Ajans"}, {"code": "Y", "name": "Y Ajans"}]
    plain["contests"] = [
        {
            "id": "il",
            "name": {"tr": "Belediye", "en": "Mayor"},
            "title": "Kırklareli belediye başkanlığı",
            "shown": ["ot", "su"],
            "contenders": [{"code": "ot", "party": "ot"}, {"code": "su", "party": "su"}],
        }
    ]
    election, night = tmp_path / "kucuk.json", tmp_path / "kucuk.secim"
    election.write_text(json.dumps(plain), encoding="utf-8")
    assert run("new", night, "--election", election).exit_code == 0
    rows = [
        f"2028-03-26T20:05,{agency},il,{place},share,{party},{value}"
        for place in ("Babaeski", "luleburgaz")
        for agency, ot, su in (("X", "40.5", "41"), ("Y", "43", "39.25"))
        for party, value in (("OT", ot), ("SU", su))
    ]
    assert run("record", night, text="\n".join((HEADER, *rows))).exit_code == 0
    post = run("post", night, "comparison").stdout
    assert post.startswith(
        "20.05 Babaeski ve Lüleburgaz'da ajanslar ayrışıyor\n\n"
        "Kırklareli belediye başkanlığı için X ve Y'nin son verileri:\n"
    )
    assert "X (20.05): SU yüzde 41; OT yüzde 40,5.\n" in post
    assert "X'e göre SU 0,5, Y'ye göre OT 3,75 puan önde; arada 4,3 puan var." in post
    refused(run("record", night, text=f"{HEADER}\n{GOOD}"), "line 2", "[E122]")
    election.write_text("{}", encoding="utf-8")
    refused(run("new", tmp_path / "y.secim", "--election", election), "kucuk.json", "[S912]")


def test_record_files_a_csv(run: Run, night: Path) -> None:
    result = run("record", night, FIGURES)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{night}: figures recorded: 23, bulletins filed: 8.\n"
    assert bulletins(night) == 8


@pytest.mark.parametrize("dash", [(), ("-",)])
def test_record_reads_stdin_with_mark_and_windows_lines(
    run: Run, night: Path, dash: tuple[str, ...]
) -> None:
    text = f"\ufeff{HEADER}\r\n{GOOD}\r\n".encode()
    assert run("record", night, *dash, text=text).exit_code == 0
    assert bulletins(night) == 1


def test_record_is_all_or_nothing_and_names_every_bad_line(run: Run, night: Path) -> None:
    bad = GOOD.replace("50.1", "120").replace("CHP", "AKP"), GOOD.replace("Şile", "Sileee")
    result = run("record", night, "-", text="\n".join((HEADER, GOOD, *bad)))
    assert result.exit_code == 2
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first.startswith("secim-masasi: stdin: line 3: “120” is above 100")
    assert second.startswith("secim-masasi: stdin: line 4: There is no place called “Sileee”")
    assert "Did you mean Şile?" in second
    assert bulletins(night) == 0


def test_record_speaks_turkish_where_the_system_does(run: Run, night: Path) -> None:
    text = f"{HEADER}\n{GOOD.replace('50.1', 'x')}"
    refused(run("record", night, text=text, language="tr"), "satır 2: “x” sayı değil.", "[E101]")


def test_record_refuses_the_same_bulletin_twice_by_its_line(run: Run, evening: Path) -> None:
    csv_rows = FIGURES.read_text(encoding="utf-8").splitlines()
    again = evening.with_name("again.csv")
    again.write_text("\n".join((HEADER, GOOD, *csv_rows[1:])), encoding="utf-8")
    refused(run("record", evening, again), "again.csv: line 3:", "already in the file", "[E134]")
    assert bulletins(evening) == 8


def test_record_refuses_what_is_no_csv(run: Run, night: Path) -> None:
    refused(run("record", night, night.with_name("none.csv")), "none.csv", "[S900]")
    refused(run("record", night, night.parent), "[S907]")
    refused(run("record", night, text=""), "stdin", "no figures", "[E133]")
    refused(run("record", night, text=b"\xfe\xff\x00a"), "line 1", "UTF-8", "[E131]")
    refused(run("record", night, text="a,b\n1,2"), "line 1", "lacks as_of", "[E131]")
    assert bulletins(night) == 0


# Comparing.


def test_compare_as_json(run: Run, evening: Path) -> None:
    result = run("compare", evening, "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert set(found) == {"rows", "places"}
    gaps = {row["place"]: row["gap"] for row in found["rows"] if row["contender"] == "chp"}
    assert gaps == {
        "İstanbul": None,
        "Beyoğlu": "6.18",
        "Küçükçekmece": "5.26",
        "Üsküdar": "8.88",
    }
    digits = {row["share_b"] for row in found["rows"]}
    assert {"2", "38.3", "1.5"} <= digits
    assert {place["place"]: place["findings"] for place in found["places"]} == {
        "İstanbul": ["D406"],
        "Beyoğlu": ["D401"],
        "Küçükçekmece": ["F201", "D404", "D401"],
        "Üsküdar": ["D401"],
    }


def test_compare_as_csv(run: Run, evening: Path) -> None:
    result = run("compare", evening, "--contest", "İBB", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert tuple(rows[0]) == ROW_KEYS
    (beyoglu,) = [
        row for row in rows if (row["place"], row["contender"]) == ("Beyoğlu", "yeniden_refah")
    ]
    assert (beyoglu["share_a"], beyoglu["share_b"], beyoglu["gap"]) == ("", "2", "")


def test_compare_as_a_table(run: Run, evening: Path) -> None:
    result = run("compare", evening, language="tr")
    assert result.exit_code == 0
    assert "Küçükçekmece  CHP            58,63  63,89  5,26" in result.stdout
    assert "oranların toplamı 101,33" in result.stdout
    assert "Yarış" not in result.stdout


def test_compare_takes_the_agencies_the_other_way_round(run: Run, evening: Path) -> None:
    found = json.loads(run("compare", evening, "--agencies", "anka, aa", "--format", "json").stdout)
    assert {(row["agency_a"], row["agency_b"]) for row in found["rows"]} == {("ANKA", "AA")}
    refused(run("compare", evening, "--agencies", "AA,DHA"), "“DHA”", "[E122]")
    refused(run("compare", evening, "--agencies", "AA,aa"), "--agencies")
    refused(run("compare", evening, "--agencies", ","), "--agencies")


def test_compare_tells_all_contests_unless_one_is_named(run: Run, evening: Path) -> None:
    text = f"{HEADER}\n{GOOD.replace('ibb', 'ilce-meclisi')}"
    assert run("record", evening, text=text).exit_code == 0
    found = json.loads(run("compare", evening, "--format", "json").stdout)
    assert {row["contest"] for row in found["rows"]} == {"ibb", "ilce-meclisi"}
    assert {place["contest"] for place in found["places"]} == {"ibb", "ilce-meclisi"}
    one = ("--contest", "ilce-meclisi")
    found = json.loads(run("compare", evening, *one, "--format", "json").stdout)
    assert [row["place"] for row in found["rows"]] == ["Şile"]
    assert "Contest" in run("compare", evening).stdout
    refused(run("compare", evening, "--contest", "muhtarlık"), "“muhtarlık”", "[E125]")


def test_compare_of_nothing_says_so(run: Run, night: Path) -> None:
    assert json.loads(run("compare", night, "--format", "json").stdout) == {
        "rows": [],
        "places": [],
    }
    assert "Neither AA nor ANKA" in run("compare", night).stdout


# Posting.


def test_post_without_places_takes_the_districts_both_have_spoken_of(
    run: Run, evening: Path
) -> None:
    result = run("post", evening, "comparison")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "19.25 Beyoğlu, Küçükçekmece ve Üsküdar'da İmamoğlu iki ajansta da önde\n"
    )
    headings = [line for line in result.stdout.splitlines() if line.isupper() and " " not in line]
    assert headings == ["BEYOĞLU", "KÜÇÜKÇEKMECE", "ÜSKÜDAR"]
    assert result.stderr.count("\n") == 1
    assert "101.33" in result.stderr and "[F201]" in result.stderr


def test_post_keeps_the_order_of_the_places_asked_for(run: Run, evening: Path) -> None:
    result = run("post", evening, "comparison", "--places", "uskudar, BEYOĞLU,Silivri,Üsküdar")
    headings = [line for line in result.stdout.splitlines() if line.isupper() and " " not in line]
    assert headings == ["ÜSKÜDAR", "BEYOĞLU"]
    assert "Silivri" in result.stderr


def test_post_as_it_was_known_at_a_time(run: Run, evening: Path) -> None:
    istanbul = ("--places", "İstanbul")
    late = run("post", evening, "comparison", *istanbul).stdout
    early = run("post", evening, "comparison", *istanbul, "--at", "1920").stdout
    assert "İmamoğlu'nun farkı AA'ya göre 7,74 (19.38), ANKA'ya göre 21,14 puan (19.15)" in late
    assert "Henüz veri yok" not in late
    assert "7,74" not in early and "AA: Henüz veri yok." in early
    assert early.startswith("19.20 ")
    refused(run("post", evening, "comparison", "--at", "25.10"), "“25.10”", "[E108]")
    refused(run("post", evening, "comparison", "--at", "18.00"), "[E141]")


def test_post_in_every_form(run: Run, evening: Path) -> None:
    def written(form: str) -> str:
        return run("post", evening, "comparison", "--format", form, "--title", "A <b> *c*").stdout

    assert written("text").startswith("19.25 A <b> *c*\n")
    assert "A &lt;b&gt; *c*</h2>" in written("html")
    assert "A \\<b\\> \\*c\\*" in written("markdown")
    post = json.loads(written("json"))
    assert {"id", "kind", "time", "headline", "body", "cited", "findings"} <= set(post)
    assert (post["kind"], post["time"], post["headline"]) == (
        "comparison",
        "2024-03-31T19:25",
        "A <b> *c*",
    )
    keys = {"agency", "place", "contest", "item", "contender", "value", "as_of"}
    assert all(keys <= set(cited) for cited in post["cited"])
    assert "2" in {cited["value"] for cited in post["cited"]}
    (finding,) = post["findings"]
    assert (finding["code"], finding["place"]) == ("F201", "Küçükçekmece")


def test_post_into_a_file(run: Run, evening: Path) -> None:
    path = evening.with_name("post.txt")
    result = run("post", evening, "comparison", "-o", path)
    assert result.exit_code == 0
    assert path.read_text(encoding="utf-8") == run("post", evening, "comparison").stdout
    nowhere = evening.parent / "no" / "post.txt"
    result = run("post", evening, "comparison", "--places", "Beyoğlu", "-o", nowhere)
    refused(result, "[S909]")


def test_post_refuses_what_it_does_not_know(run: Run, evening: Path, night: Path) -> None:
    refused(run("post", evening, "comparison", "--places", "Üskdar"), "mean Üsküdar?", "[E121]")
    refused(run("post", evening, "comparison", "--places", ""), "--places")
    refused(run("post", evening, "sonnet"), "comparison")
    refused(run("post", evening), "KIND")
    refused(run("post", evening, "comparison", "--format", "pdf"), "--format", "markdown")
    refused(run("post", night, "comparison"), "[E141]")


# The file.


@pytest.mark.parametrize(
    "command", [("compare",), ("post", "comparison"), ("record",), ("backup", "copies")]
)
def test_a_file_that_is_no_night_is_refused_untouched(
    command: tuple[str, ...], run: Run, evening: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, *rest = command
    folder = evening.parent
    (folder / "copies").mkdir()
    monkeypatch.chdir(folder)
    newer, foreign, damaged = (folder / f"{kind}.secim" for kind in ("newer", "foreign", "damaged"))
    data = bytearray(evening.read_bytes())
    newer.write_bytes(data[:60] + (99).to_bytes(4, "big") + data[64:])
    foreign.write_text("not a night", encoding="utf-8")
    page = 4096
    damaged.write_bytes(data[: 3 * page] + b"\xff" * 5 * page + data[8 * page :])
    text = f"{HEADER}\n{GOOD}"
    for path, code in (
        (newer, "[S902]"),
        (foreign, "[S901]"),
        (damaged, "[S903]"),
        (folder / "none.secim", "[S900]"),
    ):
        before = path.read_bytes() if path.exists() else None
        refused(run(name, path, *rest, text=text), path.name, code)
        assert (path.read_bytes() if path.exists() else None) == before


HOLD = """
import sys
from pathlib import Path
from desk.file.session import Session
with Session.open_file(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_while_a_desk_holds_the_file_it_is_read_but_not_written(run: Run, evening: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(evening)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None and desk.stdin is not None
        assert desk.stdout.readline() == "held\n"
        refused(run("record", evening, text=f"{HEADER}\n{GOOD}"), "another desk", "[S904]")
        assert run("compare", evening).exit_code == 0
        assert run("post", evening, "comparison").exit_code == 0
        assert run("backup", evening, evening.parent).exit_code == 0
        desk.stdin.close()
    assert run("record", evening, text=f"{HEADER}\n{GOOD}").exit_code == 0


def test_backup_writes_a_copy_and_says_where(run: Run, evening: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    result = run("backup", evening, folder)
    (copy,) = folder.iterdir()
    assert (result.exit_code, result.stdout) == (0, f"{copy}\n")
    assert run("compare", copy).stdout == run("compare", evening).stdout
    refused(run("backup", evening, tmp_path / "nowhere"), "nowhere", "[S909]")


# The command itself.


def test_the_command_line_is_told_in_one_line_when_it_is_misused(run: Run) -> None:
    refused(run("posts"), "“posts”", "--help")
    refused(run("--publish"), "--publish")
    refused(run("compare"), "FILE")
    refused(run("--print"), "--demo")
    refused(run("--demo", "compare", "x"), "--demo")
    refused(run("none.secim"), "none.secim", "[S900]")
    refused(run("posts", language="tr"), "komut")


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"secim-masasi {__version__}\n"
    shown = run("--help").stdout
    for command in ("new", "record", "compare", "post", "backup"):
        assert f"\n  {command} " in shown
        assert run(command, "--help").exit_code == 0
    assert "\n  open " not in shown


def test_a_file_or_nothing_opens_the_window(
    run: Run, night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path | None, bool]] = []

    class App:
        @staticmethod
        def run(path: Path | None, demo: bool) -> int:
            asked.append((path, demo))
            return 0

    monkeypatch.setitem(sys.modules, "ui.window.app", App)
    other = night.rename(night.with_suffix(".bak"))
    for args in ((), ("--demo",), (other,), (shutil.copy(other, night),)):
        assert run(*args).exit_code == 0
    assert asked == [(None, False), (None, True), (other, False), (night, False)]


def test_no_window_here_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ui.window.app", None)
    refused(run("--demo"), "window")


def test_the_self_test_decides_the_status(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class SelfTest:
        @staticmethod
        def run() -> int:
            return 3

    monkeypatch.setitem(sys.modules, "ui.cli.selftest", SelfTest)
    assert run("--self-test").exit_code == 3


def test_the_demonstration_in_print(run: Run) -> None:
    result = run("--demo", "--print", language="tr")
    assert result.exit_code == 0
    assert "Küçükçekmece  CHP            58,63  63,89  5,26" in result.stdout
    assert (
        "19.25 Beyoğlu, Küçükçekmece ve Üsküdar'da İmamoğlu iki ajansta da önde\n" in result.stdout
    )


# Real processes.


def test_a_post_loads_neither_qt_nor_anything_heavy(evening: Path) -> None:
    script = """
import sys
from ui.cli.main import main
try:
    main()
finally:
    heavy = {"PySide6", "shiboken6", "matplotlib", "numpy", "xlsxwriter"}
    print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
    run = subprocess.run(
        [sys.executable, "-c", script, "post", str(evening), "comparison", "--places", "Beyoğlu"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr.decode().split()) == (0, [])
    assert run.stdout.decode().startswith("19.25 Beyoğlu'nda İmamoğlu iki ajansta da önde\n")


def test_output_is_utf_8_whatever_the_console_speaks(evening: Path) -> None:
    surroundings = {**os.environ, "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
    run = process("compare", evening, "--format", "csv", env=surroundings)
    assert run.returncode == 0
    assert "Küçükçekmece" in run.stdout.decode("utf-8")
    run = process("post", evening, "comparison", "--places", "Şişlii", env=surroundings)
    assert (run.returncode, run.stdout) == (2, b"")
    assert "“Şişlii”" in run.stderr.decode("utf-8")


def test_figures_through_a_pipe(night: Path) -> None:
    run = process("record", night, text=FIGURES.read_bytes())
    assert (run.returncode, run.stderr) == (0, b"")
    assert bulletins(night) == 8


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes")
def test_a_reader_that_leaves_early_is_no_error(evening: Path) -> None:
    command = [sys.executable, "-m", "ui", "compare", str(evening), "--format", "json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None and writer.stderr is not None
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == 0


def test_windows_says_otherwise_that_a_reader_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr("click.echo", gone)
    with pytest.raises(OSError, match="Invalid"):
        errors.emit("satır")
    monkeypatch.setattr(systems, "WINDOWS", True)
    with pytest.raises(errors.ReaderGone):
        errors.emit("satır")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_stdout_is_a_sentence(evening: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "ui", "compare", str(evening)],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 1 and b"[S906]" in run.stderr
