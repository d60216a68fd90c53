"""What nights are called, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from desk.facts.election import ContestKind
from desk.nights import wording
from desk.nights.answers import NightKind

DAY = date(2029, 3, 25)


@pytest.mark.parametrize(
    ("places", "turkish", "english"),
    [
        ((), "Yerel seçim, 25 Mart 2029", "Local election, 25 March 2029"),
        (("Ankara",), "Ankara yerel seçimi, 25 Mart 2029", "Ankara local election, 25 March 2029"),
        (
            ("İzmir", "Ankara"),
            "İzmir ve Ankara yerel seçimi, 25 Mart 2029",
            "İzmir and Ankara local election, 25 March 2029",
        ),
        (
            ("A", "B", "C", "D"),
            "4 yerin yerel seçimi, 25 Mart 2029",
            "Local election in 4 places, 25 March 2029",
        ),
    ],
)
def test_a_night_has_its_places_and_its_day(
    places: tuple[str, ...], turkish: str, english: str
) -> None:
    assert wording.night(NightKind.LOCAL, places, DAY) == (turkish, english)


@pytest.mark.parametrize("kind", list(NightKind))
def test_every_kind_has_a_name_with_and_without_a_place(kind: NightKind) -> None:
    names = {wording.night(kind, places, DAY) for places in ((), ("Ankara",))}
    assert len(names) == 2
    assert all(name[:1].isupper() for pair in names for name in pair)
    assert wording.IDS[kind].isascii()


def test_every_contest_has_a_title_that_takes_a_suffix() -> None:
    for kind in ContestKind:
        told = wording.contest(kind, ["Ankara"])
        assert told.title and told.title == told.title.lower()
    assert (
        "Ankara Büyükşehir Belediye Başkanlığı"
        in wording.contest(ContestKind.BBB, ["Ankara"]).aliases
    )
