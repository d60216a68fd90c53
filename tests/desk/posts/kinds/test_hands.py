"""Municipalities where another party is ahead than was first last time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk.country.parliaments import seats_before
from desk.facts.bulletin import Item
from desk.facts.codes import Code
from desk.facts.post import Ask, PostKind, PrintedKind
from desk.file.session import Session
from desk.nights import loading
from desk.nights.answers import Level, NightAnswers, NightKind
from desk.nights.choosing import named_in
from desk.nights.making import to_file
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.kinds.hands import changed_hands
from desk.posts.writer import Writer
from tests.desk.posts.kinds.conftest import LATE, NightOf, say


def test_the_first_of_last_time_is_the_councils_own(night_of: NightOf) -> None:
    night = night_of("local", 1)
    writer = Writer(night, "bb")
    # 2024: Biga and the town of Çanakkale CHP, Battalgazi AKP.
    found = changed_hands(writer, {"Merkez": "ak_parti", "Biga": "chp", "Battalgazi": "chp"})
    assert found == {("CHP", "ak_parti"): ("Merkez",), ("AKP", "chp"): ("Battalgazi",)}
    assert changed_hands(Writer(night, "bm"), {"Merkez": "ak_parti"}) == {}


def test_a_standing_says_where_hands_change(night_of: NightOf) -> None:
    night = night_of("local", 1)
    say(night, "bb", "Battalgazi", "share chp 51,share ak_parti 40,opened_share 50")
    say(night, "bb", "Merkez", "share chp 51,share ak_parti 40,opened_share 50")
    post = compose(night, PostKind.STANDING, Ask("bb"))
    assert (
        "AA'ya göre geçen seçimden sonra ilk sıranın değiştiği belediyeler: AKP'den CHP'ye "
        "Battalgazi." in post.body
    )


@pytest.fixture
def parliament(tmp_path: Path) -> Iterator[Session]:
    """The next parliament, by provinces and constituencies."""
    day, places = date(2028, 5, 14), named_in("Türkiye")
    answers = NightAnswers(NightKind.PARLIAMENTARY, day, places, level=Level.PROVINCE)
    election = loading.of(to_file(answers)).election
    with Session.create(tmp_path / "night.secim", election, lambda: LATE) as session:
        yield session


def test_a_parliament_says_where_its_constituencies_change_hands(parliament: Session) -> None:
    """In 2023 AKP was first in Bilecik, Düzce and both of Bursa's."""
    for place, first, second in (("Bilecik", "chp", "ak_parti"), ("Düzce", "ak_parti", "mhp")):
        say(parliament, "mv", place, f"share {first} 41,share {second} 30,opened_share 50")
    say(parliament, "mv", "Bursa-1", "share chp 45,share ak_parti 30,opened_share 50")
    # A province of several constituencies elects nobody itself.
    say(parliament, "mv", "Bursa", "share chp 45,share ak_parti 30,opened_share 50")
    post = compose(parliament, PostKind.STANDING, Ask("mv"))
    assert "ilk sıranın değiştiği iller: AKP'den CHP'ye Bilecik." in post.body
    post = compose(parliament, PostKind.STANDING, Ask("mv", ("Bursa-1",)))
    assert "ilk sıranın değiştiği seçim çevreleri: AKP'den CHP'ye Bursa-1." in post.body


def test_more_seats_than_last_time_are_said_by_place(parliament: Session) -> None:
    shares = "share chp 51,share ak_parti 40,opened_share 50"
    say(parliament, "mv", "Bilecik", f"{shares},seats chp 2,seats ak_parti 0")
    say(parliament, "mv", "Düzce", f"{shares},seats chp 2,seats ak_parti 1")
    post = compose(parliament, PostKind.STANDING, Ask("mv"))
    said = "AA'ya göre milletvekili sayısı geçen seçime göre artanlar: CHP Bilecik ve Düzce'de."
    assert said in post.body
    assert not [one for one in obstacles(parliament, post) if one.code is Code.P501]
    assert seats_before(date(2028, 5, 14), "p11") == {"ak_parti": 1, "chp": 1}
    assert seats_before(date(2015, 6, 7), "p11") is None


def test_corrected_seats_behind_more_seats_make_the_post_wrong(parliament: Session) -> None:
    shares = "share chp 51,share ak_parti 40,opened_share 50"
    for place, chp in (("Bilecik", 2), ("Düzce", 1)):
        say(parliament, "mv", place, f"{shares},seats chp {chp}")
    post = compose(parliament, PostKind.STANDING, Ask("mv"))
    assert "artanlar: CHP Bilecik'te." in post.body
    figures = [one for one in post.printed if one.first.slot.row.item is Item.SEATS]
    assert [(one.kind, one.value) for one in figures] == [(PrintedKind.FIGURE, 2)]


def test_more_seats_are_told_in_the_agencies_order_and_the_gate_lets_it_out(
    parliament: Session,
) -> None:
    """The first place that tells of it may be one of which the second agency alone does."""
    say(
        parliament,
        "mv",
        "Bilecik",
        "share chp 41,share mhp 30,seats mhp 2,opened_share 50",
        "21:01",
    )
    for place, seats, agency in (("Bilecik", "mhp 2", "ANKA"), ("Düzce", "chp 2", "AA")):
        say(parliament, "mv", place, f"seats {seats},opened_share 50", agency=agency)
    say(parliament, "mv", "Düzce", "share chp 41,share mhp 30", "21:02", agency="ANKA")
    post = compose(parliament, PostKind.STANDING, Ask("mv"))
    lines = [line for block in post.blocks for line in block.lines if "artanlar" in line]
    assert [line.split("'")[0] for line in lines] == ["AA", "ANKA"]
    assert not [one for one in obstacles(parliament, post) if one.code is Code.P505]
