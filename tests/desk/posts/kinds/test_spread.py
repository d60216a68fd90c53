"""A part of the country: its own figures where it has any, the places in it where asked of."""

from __future__ import annotations

import pytest

from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from desk.posts.kinds.spread import spread
from tests.desk.posts.kinds.conftest import NightOf, say

MALATYA = ("Battalgazi", "Yeşilyurt", "Darende", "Kale")


@pytest.mark.parametrize(
    ("contest", "asked", "kind", "places", "part"),
    [
        ("bbb", ("Malatya",), PostKind.LEAD, ("Malatya",), ""),
        ("bbb", ("Malatya",), PostKind.STANDING, ("Malatya", *MALATYA), ""),
        ("bb", ("Malatya",), PostKind.STANDING, MALATYA, "Malatya"),
        ("bb", ("Malatya",), PostKind.COMPARISON, MALATYA, "Malatya"),
        ("bb", ("Merkez",), PostKind.STANDING, ("Merkez",), ""),
        ("bb", (), PostKind.COMPARISON, (), ""),
        ("igm", ("Malatya",), PostKind.LEAD, ("Malatya",), ""),
    ],
)
def test_a_part_is_its_own_figures_or_the_places_in_it(
    night_of: NightOf,
    contest: str,
    asked: tuple[str, ...],
    kind: PostKind,
    places: tuple[str, ...],
    part: str,
) -> None:
    found = spread(night_of("local", 0).election, kind, Ask(contest, asked))
    assert (found.places, found.part) == (places, part)


def test_a_headline_says_of_which_part_it_is(night_of: NightOf) -> None:
    night = night_of("local", 1)
    for place in (*MALATYA, "Biga"):
        say(night, "bb", place, "share chp 51,share ak_parti 40,opened_share 50")
    post = compose(night, PostKind.STANDING, Ask("bb", ("Malatya",)))
    assert post.headline == "AA'ya göre Malatya genelinde CHP 4 belediyede önde"
    assert "Biga" not in post.body


def test_provinces_are_counted_and_what_comes_from_outside_is_told_by_itself(
    night_of: NightOf,
) -> None:
    night = night_of("president", 0)
    for place in ("Türkiye", "Yurt dışı", "Ankara", "Van", "Tunceli", "Bilecik"):
        say(night, "cb", place, "share recep_tayyip_erdogan 51,share kemal_kilicdaroglu 40")
    post = compose(night, PostKind.STANDING, Ask("cb"))
    assert [block.heading for block in post.blocks] == ["TÜRKİYE", "YURT DIŞI", "İLLER"]
    assert post.blocks[-1].lines[0].startswith("AA'ya göre Erdoğan 4 ilde önde: Ankara")
