"""The wheel holds what runs and nothing else, and finds its data wherever it was unpacked."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import desk

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("desk", "ui", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the backend that is installed; nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_it_holds_every_file_of_the_packages_and_no_other(unpacked: Path) -> None:
    def files(root: Path) -> set[str]:
        return {
            path.relative_to(root).as_posix()
            for package in PACKAGES
            for path in (root / package).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    def pages(root: Path) -> set[str]:
        own = [root / "handbook.md", *(root / "el-kitabi").rglob("*")]
        return {
            f"resources/docs/{path.relative_to(root).as_posix()}" for path in own if path.is_file()
        }

    assert files(unpacked) == files(ROOT) | pages(ROOT / "docs")
    assert "resources/docs/el-kitabi/kodlar.md" in files(unpacked)
    assert "resources/elections/istanbul-2024.json" in files(unpacked)
    others = {path.name for path in unpacked.iterdir()} - set(PACKAGES)
    assert others == {f"secim_masasi-{desk.__version__}.dist-info"}


def test_it_installs_the_command_with_its_licence(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")
    entries = (info / "entry_points.txt").read_text(encoding="utf-8")
    assert "[console_scripts]\nsecim-masasi = ui.cli.start:main" in entries
    assert (info / "licenses" / "LICENSE").is_file()


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == desk.__version__


def printed(script: str, unpacked: Path, elsewhere: Path) -> str:
    """What a process of its own prints that knows the unpacked wheel and stands elsewhere."""
    run = subprocess.run(
        [sys.executable, "-c", script, str(unpacked)],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_handbook_is_found_in_the_unpacked_wheel(unpacked: Path, tmp_path: Path) -> None:
    script = """
import sys
sys.path.insert(0, sys.argv[1])
from ui.texts.handbook import find, folder
print(folder("tr"), len(find(["d403"], "tr")), len(find(["clipboard"], "en")))
"""
    out = printed(script, unpacked, tmp_path)
    place, in_turkish, in_english = out.split()
    assert Path(place).is_relative_to(unpacked)
    assert int(in_turkish) > 0 and int(in_english) > 0


def test_an_election_loads_from_the_unpacked_wheel(unpacked: Path, tmp_path: Path) -> None:
    script = """
import sys
sys.path.insert(0, sys.argv[1])
import desk, resources
from desk.facts import catalog
print(desk.__file__, resources.__file__, *catalog.elections(), sep="\\n")
for election in catalog.elections():
    catalog.load(election)
"""
    out = printed(script, unpacked, tmp_path)
    code, data, *elections = out.splitlines()
    assert Path(code).is_relative_to(unpacked)
    assert Path(data).is_relative_to(unpacked)
    assert "istanbul-2024" in elections
