"""Names that every system holds, and how a file gets its own where a scanner looks at it."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import systems, tables
from desk.facts.codes import Code
from desk.file import disk
from tests.desk.conftest import refused

HOSTILE = (
    "Gece: İstanbul.secim",
    "NUL.secim",
    "con",
    "Lpt1.png",
    "aux.tar.gz",
    "COM².txt",
    "ne/nerede\\kim.pdf",
    'soru? "evet" <a|b>*.txt',
    "tab\tsatır\nson.csv",
    "nokta. ",
    "...",
    "",
)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What is Windows' own, here; and the seconds that were waited."""
    waited: list[float] = []
    monkeypatch.setattr(systems, "WINDOWS", True)
    monkeypatch.setattr(systems, "sleep", waited.append)
    return waited


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_made_of_any_text_is_one_everywhere(text: str, windows: list[float]) -> None:
    name = systems.file_name(text)
    assert systems.holds(name) and not systems.holds(text or ":")
    assert name == PureWindowsPath(name).name, "neither a folder nor a drive"
    assert not PureWindowsPath(name).is_reserved()


@given(st.text())
def test_a_name_made_of_a_text_is_short_and_stays_as_it_is(text: str) -> None:
    name = systems.file_name(text)
    assert name and systems.file_name(name) == name and "/" not in name
    assert len(name.encode("utf-8")) <= systems.LONGEST
    assert systems.file_name(f"g{text}.secim").endswith(".secim")


def test_a_name_that_is_good_is_not_touched() -> None:
    for name in ("gece 31 Mart.secim", "Şişli-ibb.png", "2024-03-31-1925-lead-ibb.txt", "consul"):
        assert systems.file_name(name) == name


def test_nothing_is_written_to_a_device_or_a_stream(tmp_path: Path, windows: list[float]) -> None:
    for name in ("NUL.secim", "gece: İstanbul.secim", "gece."):
        with refused(Code.S909):
            disk.partial_of(tmp_path / name)
        with refused(Code.S909):
            tables.write_whole(tmp_path / name, "metin")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("give", [systems.replace, systems.rename])
def test_a_scanner_that_looks_at_a_new_file_is_waited_for(
    give: object, tmp_path: Path, windows: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(give)
    name, looks = give.__name__, [PermissionError(13, "open elsewhere")] * 2
    real = getattr(Path, name)

    def given_(self: Path, target: Path) -> object:
        if looks:
            raise looks.pop()
        return real(self, target)

    monkeypatch.setattr(Path, name, given_)
    made, path = tmp_path / "made", tmp_path / "path"
    made.write_text("metin", encoding="utf-8")
    give(made, path)
    assert path.read_text(encoding="utf-8") == "metin" and windows == [*systems.WAITS[:2]]
    # Who keeps it open is not waited for for ever, and elsewhere nobody is waited for.
    looks += [PermissionError(13, "open elsewhere")] * 9
    with pytest.raises(PermissionError):
        give(path, made)
    assert len(windows) == 2 + len(systems.WAITS)
    monkeypatch.setattr(systems, "WINDOWS", False)
    with pytest.raises(PermissionError):
        give(path, made)
    assert len(windows) == 2 + len(systems.WAITS)
