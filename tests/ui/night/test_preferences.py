"""What the window remembers lies with the editor's own things, wherever those are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desk.facts import catalog
from ui.night.preferences import Preferences
from ui.posts import own_templates


def test_everything_of_hers_lies_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / catalog.PORTABLE
    beside.mkdir()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "secim-masasi"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    kept = Preferences()
    kept.set_text("language", "tr")
    del kept
    assert Preferences().text("language") == "tr"
    assert [path.name for path in beside.iterdir()] == ["desk.ini"]
    assert Preferences().backup_folder() == beside / "backups"
    assert own_templates.folder() == beside / "templates"
