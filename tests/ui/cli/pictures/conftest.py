"""A night for charts and sheets whose places vote for different things."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ui.cli.main import main


@pytest.fixture(scope="module")
def voting_apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A by-election whose places vote for different things; nothing has been said in it."""
    folder = tmp_path_factory.mktemp("apart")
    rows = ["contest,place,party,candidate"]
    rows += [
        f"{where},{party}," for where in ("bbb,Ankara", "bb,Hilvan") for party in ("CHP", "AKP")
    ]
    rows += [f"bm,{place},CHP," for place in ("Hilvan", "Kepez (Çanakkale)")]
    (folder / "c.csv").write_text("\n".join(rows), encoding="utf-8")
    election, night = folder / "e.json", folder / "night.secim"
    asked = ("--kind", "by-election", "--date", "2027-06-06", "--contests", "bbb,bb,bm")
    places = ("--places", "Ankara,Hilvan,Kepez (Çanakkale)", "--contenders", str(folder / "c.csv"))
    for args in (
        ("election", "new", "-o", str(election), *asked, *places),
        ("new", str(night), "--election", str(election)),
    ):
        assert CliRunner().invoke(main, args).exit_code == 0
    return night
