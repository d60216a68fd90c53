"""What goes out of the house: the zip for a stick, the Debian package, what the workflow calls."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import PySide6
import pytest

import desk
from desk.facts import catalog

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "build.yml"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program as a build leaves it: something to run, a library, the library's second name."""
    folder = tmp_path / "secim-masasi"
    (folder / "_internal").mkdir(parents=True)
    run = folder / "secim-masasi"
    run.write_text("#!/bin/sh\necho masa\n", encoding="utf-8")
    run.chmod(0o755)
    (folder / "_internal" / "lib.so.6").write_bytes(b"x")
    if sys.platform != "win32":
        (folder / "_internal" / "lib.so").symlink_to("lib.so.6")
    return folder


@pytest.fixture
def lighter() -> ModuleType:
    """What `build.spec` makes the program lighter with."""
    spec = importlib.util.spec_from_file_location("lighter", ROOT / ".ci" / "lighter.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_libraries_that_nothing_leads_to_are_left_out(lighter: ModuleType) -> None:
    linked = {
        "/w/QtGui.so": ["libQt6Gui.so.6", "libc.so.6"],
        "/w/libQt6Gui.so.6": ["libz.so.1"],
        "/w/libqxcb.so": ["libxcb.so.1"],
        "/w/libQt6Network.so.6": ["libkrb5.so.3", "libz.so.1"],
    }
    kept = [
        ("PySide6/QtGui.so", "/w/QtGui.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/w/libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/w/libqxcb.so", "BINARY"),
        ("libxcb.so.1", "/w/libxcb.so.1", "BINARY"),
        ("libz.so.1", "/w/libz.so.1", "BINARY"),
        ("libpython3.11.so.1.0", "/w/libpython3.11.so.1.0", "BINARY"),
    ]
    gone = [
        ("PySide6/Qt/lib/libQt6Network.so.6", "/w/libQt6Network.so.6", "BINARY"),
        ("libkrb5.so.3", "/w/libkrb5.so.3", "BINARY"),
    ]
    assert lighter.reached([*gone, *kept], lambda path: linked.get(path, [])) == kept


SORTED = """
from PySide6.QtCore import QCollator, QDateTime, QLocale, QTimeZone
words = "ı i I İ çay Çorum cay şal sal ö o ü u â a ğ g z 10 9 É e".split()
for name in ("tr_TR", "en_US", "de_DE", "C"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    print(name, sorted(words, key=collator.sortKey), QLocale(name).toUpper("ıi ß"))
    zone, when = QTimeZone(b"Europe/Istanbul"), QTimeZone.TimeType.StandardTime
    print(zone.displayName(when, QTimeZone.NameType.LongName, QLocale(name)))
print(next(row.split()[-1] for row in open("/proc/self/maps") if "libicudata" in row))
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, ("as", "ld", "nm"))),
    reason="Qt brings its own ICU on Linux alone; binutils put it together",
)
def test_qt_sorts_and_names_as_before_with_a_tenth_of_icus_data(
    lighter: ModuleType, tmp_path: Path
) -> None:
    (library,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.??")
    lighter.with_less_data(library, tmp_path / library.name)
    assert (tmp_path / library.name).stat().st_size < library.stat().st_size / 10
    said = [
        subprocess.run(
            [sys.executable, "-c", SORTED],
            env=os.environ | {"LD_LIBRARY_PATH": str(folder)},
            capture_output=True,
            check=True,
        ).stdout.decode("utf-8")
        for folder in (library.parent, tmp_path)
    ]
    (before, _), (after, loaded) = (text.rstrip().rsplit("\n", 1) for text in said)
    assert before == after and loaded == str(tmp_path / library.name)
    assert "'a', 'â', 'cay', 'çay', 'Çorum', 'e'" in after, "the order is ICU's"


def test_a_program_that_is_too_heavy_is_not_built(lighter: ModuleType, program: Path) -> None:
    assert lighter.weighed(program) == ""
    with (program / "_internal" / "libheavy.so").open("wb") as heavy:
        heavy.truncate(lighter.MOST)
    assert "160.0 _internal/libheavy.so" in lighter.weighed(program)


def test_the_zip_runs_where_it_is_unpacked_with_its_settings_beside_it(
    program: Path, tmp_path: Path
) -> None:
    pack = [sys.executable, str(ROOT / ".ci" / "portable"), str(program), str(tmp_path)]
    made = subprocess.run(pack, capture_output=True, text=True, check=True).stdout.strip()
    assert desk.__version__ in made
    with ZipFile(made) as archive:
        names = {name.partition("/")[2]: name for name in archive.namelist()}
        modes = {name: archive.getinfo(full).external_attr >> 16 for name, full in names.items()}
        told = archive.read(names[f"{catalog.PORTABLE}/OKU.txt"]).decode("utf-8")
    assert "ayarlar" in told
    assert "secim-masasi" in names
    if sys.platform != "win32":
        assert modes["secim-masasi"] & 0o100
        assert stat.S_ISLNK(modes["_internal/lib.so"]), "no library is in it twice"


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no Debian here")
def test_the_package_holds_the_program_and_what_a_desktop_wants(
    program: Path, tmp_path: Path
) -> None:
    subprocess.run([ROOT / ".ci" / "deb", program, tmp_path], check=True, capture_output=True)
    (made,) = tmp_path.glob("*.deb")
    listed = subprocess.run(
        ["dpkg-deb", "--contents", made], check=True, capture_output=True, text=True
    ).stdout
    for path in (
        "./usr/bin/secim-masasi -> ../lib/secim-masasi/secim-masasi",
        "./usr/lib/secim-masasi/_internal/lib.so -> lib.so.6",
        "./usr/share/applications/secim-masasi.desktop",
        "./usr/share/mime/packages/secim-masasi.xml",
        "./usr/share/icons/hicolor/scalable/apps/secim-masasi.svg",
        "./usr/share/doc/secim-masasi/copyright",
    ):
        assert path in listed, path
    assert "root/root" in listed and f"/{Path.home().name}/" not in listed
    asked = ["dpkg-deb", "--field", str(made), "Version"]
    version = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    assert version == desk.__version__


def test_the_workflow_calls_what_there_is() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    called = set(re.findall(r"\.ci[/\\](\w+(?:\.\w+)?)", text))
    assert called == {"deb", "portable", "run", "system", "windows.iss"}
    assert all((ROOT / ".ci" / name).is_file() for name in called)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", text)) <= targets
    assert text.count("--self-test") == 4, "whatever is built or installed is run"


def steps() -> list[tuple[str, str, str]]:
    """Of each job's steps that run something: the job, the shell that was named, the lines."""
    found, job = [], ""
    for block in re.split(r"\n(?=  \w+:\n|      - )", WORKFLOW.read_text(encoding="utf-8")):
        if head := re.match(r"  (\w+):\n", block):
            job = head[1]
        if run := re.search(r"        run: (?:\|\n)?(.*)", block, re.DOTALL):
            shell = re.search(r"        shell: (\w+)", block)
            found.append((job, shell[1] if shell else "", run[1].strip()))
    return found


SAID = {
    "": {"name", "on", "permissions", "concurrency", "jobs"},
    "on": {"push", "pull_request", "workflow_dispatch"},
    "on.push": {"branches", "tags"},
    "permissions": {"contents"},
    "concurrency": {"group", "cancel-in-progress"},
    "jobs": {"linux", "windows", "macos"},
    "jobs.*": {"runs-on", "timeout-minutes", "env", "steps"},
    "jobs.*.env": {"PYTHONUTF8", "QT_QPA_PLATFORM"},
    "jobs.*.steps": {"uses", "with", "name", "run", "shell"},
    "jobs.*.steps.with": {"python-version", "name", "path", "if-no-files-found"},
}
"""Of the schema of workflows what this one uses: which keys may stand where."""


def keys_of(workflow: str) -> Iterator[tuple[str, str]]:
    """Where each key stands, and the key; what a step runs is none of them."""
    above: list[tuple[int, str]] = []
    text = None
    for line in filter(str.strip, workflow.splitlines()):
        indent = len(line) - len(line.lstrip(" "))
        if line.lstrip().startswith("#") or (text is not None and indent > text):
            continue
        text = None
        if line.lstrip().startswith("- "):
            line, indent = line.replace("- ", "  ", 1), indent + 2
        key, colon, rest = line.strip().partition(":")
        if not colon:
            continue
        above = [one for one in above if one[0] < indent]
        names = [name for _, name in above]
        yield re.sub(r"^jobs\.\w+", "jobs.*", ".".join(names)), key
        above.append((indent, key))
        text = indent if rest.strip() == "|" else None


def test_the_workflow_has_the_keys_of_its_schema() -> None:
    """A key that GitHub does not know is passed over without a word, or stops everything."""
    text = WORKFLOW.read_text(encoding="utf-8")
    assert [(at, key) for at, key in keys_of(text) if key not in SAID.get(at, ())] == []
    for wrong in ("timeout-minute: 60", "runs_on: ubuntu", "step:"):
        at, key = f"\n    {wrong}", wrong.partition(":")[0]
        assert ("jobs.*", key) in keys_of(text + at) and key not in SAID["jobs.*"]
    blocks = re.split(r"\n      - ", text)[1:]
    for block in blocks:
        assert len(re.findall(r"^ *(?:run|uses):", block, re.MULTILINE)) == 1, block
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+", one) for one in re.findall(r"uses: (.+)", text))
    assert text.count("timeout-minutes") == text.count("runs-on") == text.count("steps:") == 3


def test_a_step_of_many_commands_ends_at_the_first_that_fails() -> None:
    """Bash is told to by GitHub; PowerShell, which Windows has for a shell, by the step."""
    assert {job for job, _, _ in steps()} == {"linux", "windows", "macos"}
    for job, shell, run in steps():
        lines = run.splitlines()
        if job == "windows" and shell != "bash" and len(lines) > 1:
            assert lines[0].strip() == "$PSNativeCommandUseErrorActionPreference = $true", run
        # A folder of Windows is no word of bash, and an option with a slash becomes a path in it.
        if shell == "bash" or job != "windows":
            assert not re.search(r"\w\\\w|(?<=\s)/[A-Z]", run), run


def test_what_the_installer_is_made_of_lies_where_it_looks() -> None:
    script = (ROOT / ".ci" / "windows.iss").read_bytes()
    assert script.startswith(b"\xef\xbb\xbf"), "Turkish letters are UTF-8 to it only with a mark"
    text = script.decode("utf-8-sig")
    told = dict(re.findall(r"^(\w+)=(.+)$", text, re.MULTILINE))
    # Inno Setup looks from SourceDir, and for that from the script.
    source = (ROOT / ".ci" / told["SourceDir"]).resolve()
    assert source == ROOT and (source / told["LicenseFile"]).is_file()
    assert re.findall(r'Source: "([^"]+)"', text) == [r"dist\secim-masasi\*"]
    workflow = WORKFLOW.read_text(encoding="utf-8")
    made = f"{told['OutputDir']}/{told['OutputBaseFilename']}.exe".replace("{#Version}", "0.1.0")
    kept = re.findall(r"^            (dist/\S+)$", workflow, re.MULTILINE)
    assert any(Path(made).match(pattern) for pattern in kept)
    assert Path(made).match(re.findall(r"Get-Item dist\\(\S+)", workflow)[0])


def test_qts_own_licences_are_shipped() -> None:
    """And a program that was built has those of every library beside them (build.spec)."""
    folder = catalog.resource("licences")
    lesser, general = (folder / f"{name}.txt" for name in ("LGPL-3", "GPL-3"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser.read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in general.read_text(encoding="utf-8")
    assert "PySide6" in (folder / "README.txt").read_text(encoding="utf-8")
