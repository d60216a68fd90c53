"""Where a post says that votes are, and which places a text names."""

from __future__ import annotations

import pytest

from desk.facts.election import Election
from desk.facts.nouns import titled
from desk.posts.where import at, named_in
from desk.turkish.style import style_of
from tests.desk.facts.test_election import two_provinces, with_inland


@pytest.mark.parametrize(
    ("contest", "place", "where"),
    [
        ("cb", "Türkiye", "Türkiye genelinde"),
        ("cb", "Bilecik", "Bilecik genelinde"),
        ("igm", "Çanakkale", "Çanakkale genelinde"),
        ("bb", "Merkez (Çanakkale)", "Çanakkale'de"),
        ("cb", "Merkez (Çanakkale)", "Çanakkale'nin merkez ilçesinde"),
        ("igm", "Merkez (Çanakkale)", "Çanakkale'nin merkez ilçesinde"),
        ("bb", "Merkez (Bilecik)", "Bilecik'te"),
        ("cb", "Merkez (Bilecik)", "Bilecik'in merkez ilçesinde"),
        ("bb", "Kepez", "Kepez'de"),
        ("bb", "Yenice (Bilecik)", "Bilecik'in Yenice beldesinde"),
        ("bb", "Yenice (Çanakkale)", "Çanakkale'nin Yenice ilçesinde"),
        ("bb", "Gümüşçay (Biga/Çanakkale)", "Biga'nın Gümüşçay beldesinde"),
        ("cb", "Yurt dışı", "yurt dışında"),
        ("cb", "Gümrük", "gümrük kapılarında"),
    ],
)
def test_a_place_stands_with_its_suffix(contest: str, place: str, where: str) -> None:
    assert at(two_provinces(), contest, place, style_of({})) == where


def test_beside_all_inside_the_country_the_country_says_that_it_is_the_total() -> None:
    election = with_inland(two_provinces())
    said = {place: at(election, "cb", place, style_of({})) for place in ("Türkiye", "Yurt içi")}
    assert said == {"Türkiye": "Türkiye toplamında", "Yurt içi": "yurt içinde"}
    assert titled(election, "cb", "Türkiye") == "Türkiye (toplam)"
    assert titled(two_provinces(), "cb", "Türkiye") == "Türkiye"


@pytest.mark.parametrize("election", [two_provinces(), with_inland(two_provinces())])
def test_where_a_place_is_said_to_be_is_where_it_is_found(election: Election) -> None:
    for contest in election.contests:
        for place in election.held(contest.id):
            text = at(election, contest.id, place.name, style_of({}))
            assert named_in(f"{text} CHP önde", election, contest.id) == [place.name], text
