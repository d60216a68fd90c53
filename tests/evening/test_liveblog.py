"""The liveblog of a whole rehearsed night, with its pictures: its length, its size, its machines.

The night is that of the docs' pictures, 135 posts; bounds are those the page was made for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.posts import ledger
from tests.desk.liveblog.night import Page
from tests.desk.liveblog.phone import HEIGHT, Phone
from tests.desk.liveblog.schema import faults_of_addresses, faults_of_data, faults_of_feed
from tests.pictures.liveblog import rehearsed

SCREENS, BYTES = 12, 500_000


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Path]]:
    """The night and the folder of its liveblog."""
    folder = tmp_path_factory.mktemp("night")
    with rehearsed(folder / "prova.secim") as session:
        liveblog.write(session, folder / "page")
        yield session, folder / "page"


def test_it_is_short_and_small(night: tuple[Session, Path]) -> None:
    session, folder = night
    posts = ledger.entries(session)
    assert len(posts) > 100
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert len(text.encode("utf-8")) < BYTES
    assert Phone(text).screens < SCREENS
    # With all hours open a post is a screen or two, its own lists and picture folded.
    heights = Phone(text, hours_open=True).posts
    assert heights.keys() == {one.name for one in posts}
    assert max(heights.values()) < 2 * HEIGHT
    assert set(Page(text).sources) == {
        f"grafik/{path.name}" for path in (folder / "grafik").iterdir()
    }


def test_machines_read_all_of_it(night: tuple[Session, Path]) -> None:
    session, folder = night
    text = (folder / "index.html").read_text(encoding="utf-8")
    data = json.loads(Page(text).data)
    assert faults_of_data(data) == faults_of_addresses(data, folder) == []
    standing = [one for one in ledger.entries(session) if one.retracted is None]
    assert len(data["liveBlogUpdate"]) == len(standing)
    corrected = {one.name for one in standing if one.corrected}
    marked = {
        one["url"].partition("#")[2]
        for one in data["liveBlogUpdate"]
        if one["headline"].startswith("PROVA: DÜZELTİLDİ (")
    }
    assert marked == corrected and corrected
    assert "coverageEndTime" in data and "canlı" not in data["headline"]
    assert faults_of_feed(ElementTree.parse(folder / "feed.xml").getroot()) == []
