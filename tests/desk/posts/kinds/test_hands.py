"""Municipalities where another party is ahead than was first last time."""

from __future__ import annotations

from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from desk.posts.kinds.hands import changed_hands
from desk.posts.writer import Writer
from tests.desk.posts.kinds.conftest import NightOf, say


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
