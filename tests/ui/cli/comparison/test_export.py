"""`secim-masasi export`: the whole night as a spreadsheet, or one line why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from desk.rehearsal import demo
from ui.cli.main import main

ROOT = Path(__file__).resolve().parents[3]
SHEETS = ["Karşılaştırma", "Bültenler", "Rakamlar", "Bulgular", "Gönderiler"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def night(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "night.secim"
    demo.make(path).close()
    return path


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "tr_TR.UTF-8"])
def test_the_night_in_turkish_whatever_the_language(
    night: Path, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    path = tmp_path / "gece.xlsx"
    path.write_bytes(b"an older one")
    done = run("export", night, "-o", path)
    assert (done.exit_code, done.stderr) == (0, "")
    book = load_workbook(path)
    assert book.sheetnames == SHEETS
    assert [cell.value for cell in book["Bulgular"][1]][:3] == ["Kod", "Önem", "Yarış"]
    assert "oranların toplamı 101,33" in book["Bulgular"]["G2"].value
    assert {path.name for path in night.parent.iterdir()} == {"night.secim"}


@pytest.mark.parametrize("name", ["gece.xls", "gece.csv", "gece", "gece.xlsm"])
def test_what_is_no_spreadsheet_is_refused(night: Path, tmp_path: Path, name: str) -> None:
    refused = run("export", night, "-o", tmp_path / name)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1 and ".xlsx" in refused.stderr
    assert not (tmp_path / name).exists()


def test_it_needs_no_screen(night: Path, tmp_path: Path) -> None:
    script = """
import sys
from ui.cli.main import main
try:
    main()
finally:
    print(*sorted({"PySide6", "shiboken6", "matplotlib"} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, "export", str(night), "-o", str(tmp_path / "x.xlsx")],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode().split()) == (0, [])
