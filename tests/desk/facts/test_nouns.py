"""What places are called and counted as, contest by contest."""

from __future__ import annotations

import pytest

from desk.facts.election import Election
from desk.facts.nouns import called, noun_of, noun_of_units
from tests.desk.facts.test_election import two_provinces


@pytest.mark.parametrize(
    ("contest", "place", "name"),
    [
        ("bb", "Merkez (Çanakkale)", "Çanakkale"),
        ("cb", "Merkez (Çanakkale)", "Çanakkale Merkez"),
        ("bb", "Biga", "Biga"),
        ("bb", "Yenice (Bilecik)", "Bilecik Yenice"),
        ("bb", "Gümüşçay (Biga/Çanakkale)", "Çanakkale Biga Gümüşçay"),
        ("cb", "Yurt dışı", "Yurt dışı"),
        ("cb", "Bilecik", "Bilecik"),
    ],
)
def test_a_place_is_called_as_its_contest_has_it(contest: str, place: str, name: str) -> None:
    assert called(two_provinces(), contest, place) == name


@pytest.mark.parametrize(
    ("contest", "places", "noun"),
    [
        ("cb", ["Biga", "Söğüt"], "ilçe"),
        ("bb", ["Biga", "Söğüt"], "belediye"),
        ("bb", ["Biga", "Kepez"], "belediye"),
        ("bb", ["Biga", "Merkez (Bilecik)"], "belediye"),
        ("cb", ["Biga", "Gümrük"], "yer"),
        ("cb", ["Biga", "Bilecik"], "yer"),
    ],
)
def test_places_are_counted_as_what_they_are(contest: str, places: list[str], noun: str) -> None:
    assert noun_of(two_provinces(), contest, places).one == noun


def test_istanbul_has_districts_whatever_is_voted_for(election: Election) -> None:
    for contest in election.contests:
        found = noun_of_units(election, contest.id)
        assert (found.one, found.many) == ("ilçe", "ilçeler")
        assert (found.in_one, found.of_one, found.to_one) == ("ilçede", "ilçenin", "ilçeye")
        assert found.in_many == "ilçelerde"
