"""Typed names to places: each place by its name, several refused with the choices."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.country.places import children, full_name, province_of, provinces, regions
from desk.facts.codes import Code, Refusal
from desk.facts.election import ContestKind
from desk.nights.answers import CONTESTS, Level, NightKind
from desk.nights.choosing import contests_of, named_in, place_of, shipped, spread
from desk.turkish import fold, upper

DAY = date(2029, 3, 25)
BB, BBB, BM, CB, IGM, MV = (ContestKind(k) for k in ("bb", "bbb", "bm", "cb", "igm", "mv"))
LOCAL = NightKind.LOCAL
ids = st.sampled_from(sorted(regions()))


@given(place=ids)
def test_every_place_is_found_by_its_full_name_however_it_is_typed(place: str) -> None:
    name = full_name(place)
    for typed in (name, upper(name), fold(name), f"  {name} "):
        assert place_of(typed) == place


@given(place=ids)
def test_a_district_is_found_by_its_province_before_it(place: str) -> None:
    region, province = regions()[place], province_of(place)
    if region.kind != "district" or province is None:
        return
    same = [one for one in children(province.id) if fold(one.name) == fold(region.name)]
    towns = [
        one
        for one in regions().values()
        if one.kind == "town" and fold(one.name) == fold(region.name)
    ]
    if len(same) == 1 and not any(province_of(one.id) == province for one in towns):
        assert place_of(f"{province.name}/{region.name}") == place
        assert place_of(f"{province.name} {region.name}") == place


def test_a_name_of_several_is_refused_with_all_it_may_mean() -> None:
    with pytest.raises(Refusal) as refused:
        place_of("kepez")
    assert refused.value.code is Code.E183
    assert refused.value.values["choices"] == "Kepez (Antalya), Kepez (Çanakkale)"
    assert refused.value.values["more"] == 0
    with pytest.raises(Refusal) as refused:
        place_of("Merkez")
    told = str(refused.value.values["choices"]).split(", ")
    assert len(told) + int(str(refused.value.values["more"])) == 51
    assert all(place_of(choice) for choice in told)


@given(name=st.sampled_from(sorted({one.name for one in regions().values()})))
def test_a_bare_name_means_one_place_or_is_refused(name: str) -> None:
    having = [one for one in regions().values() if fold(one.name) == fold(name)]
    wholes = [one for one in having if one.kind == "province"]
    try:
        assert place_of(name) in {one.id for one in (wholes or having)}
        assert len(having) == 1 or wholes
    except Refusal as refusal:
        assert refusal.code is Code.E183 and len(having) > 1


@given(text=st.text(max_size=40))
def test_any_text_is_a_place_or_refused(text: str) -> None:
    try:
        assert set(named_in(text)) <= set(regions())
    except Refusal as refusal:
        assert refusal.code in (Code.E182, Code.E183, Code.E185)


def test_commas_inside_brackets_part_no_names() -> None:
    assert named_in("Kepez (Merkez, Çanakkale),Ankara, Kepez (Antalya)") == ("t3593", "p6", "d941")
    assert named_in("Ankara,ankara, ANKARA,") == ("p6",)


@pytest.mark.parametrize("province", provinces(), ids=lambda one: one.id)
def test_local_contests_follow_the_law_of_each_province(province: object) -> None:
    place = province.id  # type: ignore[attr-defined]
    metropolitan = province.metropolitan  # type: ignore[attr-defined]
    wanted = (BBB, BB, BM) if metropolitan else (BB, BM, IGM)
    held = contests_of(LOCAL, DAY, [place])
    assert held == wanted
    found = spread(LOCAL, DAY, [place], held, Level.DISTRICT)
    districts = [one.id for one in children(place)]
    assert list(found) == [place, *districts]
    assert all({BB, BM} <= set(found[one]) for one in districts)
    assert found[place] == ((BBB,) if metropolitan else (IGM,))


def test_two_islands_have_no_provincial_council() -> None:
    found = spread(LOCAL, DAY, ["p17"], [BB, IGM], Level.DISTRICT)
    without = {regions()[place].name for place, held in found.items() if IGM not in held}
    assert without == {"Bozcaada", "Gökçeada"}
    alone = spread(LOCAL, DAY, ["p17"], [IGM], Level.DISTRICT)
    assert len(alone) == 11


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("kind", [kind for kind in NightKind if kind.is_national])
def test_the_country_brings_its_provinces_abroad_and_customs(kind: NightKind, level: Level) -> None:
    found = spread(kind, date(2028, 5, 14), ["tr"], CONTESTS[kind], level)
    kinds = [regions()[place].kind for place in found if place in regions()]
    assert kinds.count("province") == 81
    assert kinds.count("district") == (973 if level is Level.DISTRICT else 0)
    assert {"country", "abroad", "customs"} <= set(kinds) and "town" not in kinds
    parts = [place for place in found if place not in regions()]
    assert len(parts) == (10 if MV in CONTESTS[kind] else 0)
    assert all(found[place] == (MV,) for place in parts)


def test_a_district_brings_its_province_and_a_town_is_named() -> None:
    found = spread(LOCAL, DAY, ["d128", "t3593"], [BB, IGM], Level.DISTRICT)
    assert list(found) == ["p17", "d128", "t3593"]
    assert found["t3593"] == (BB,)


@pytest.mark.parametrize(
    ("places", "contests"),
    [
        (["p6"], [IGM]),
        (["p17"], [BBB]),
        (["t3593"], [CB]),
        (["abroad"], [BB]),
        (["p6"], [BBB, IGM]),
    ],
)
def test_what_is_held_nowhere_is_refused_and_named(
    places: list[str], contests: list[ContestKind]
) -> None:
    with pytest.raises(Refusal) as refused:
        contests_of(LOCAL, DAY, places, contests)
    assert refused.value.code is Code.E184
    assert refused.value.values["where"]


def test_a_place_that_votes_for_nothing_of_it_is_refused_though_others_do() -> None:
    with pytest.raises(Refusal) as refused:
        spread(LOCAL, DAY, ["p6", "p17"], [BBB], Level.DISTRICT)
    assert refused.value.values["where"] == "Çanakkale"


def test_a_by_election_that_was_votes_where_it_did() -> None:
    day = date(2024, 6, 2)
    places = named_in("Pınarbaşı (Kayseri),Büyükkarıştıran,Güneykaya,Akpazar,Hilvan")
    kind = NightKind.BY_ELECTION
    held = contests_of(kind, day, places)
    found = spread(kind, day, places, held, Level.DISTRICT)
    towns = {regions()[place].name: races for place, races in found.items() if races}
    assert towns == {
        "Pınarbaşı": (BB, BM),
        "Büyükkarıştıran": (BB,),
        "Güneykaya": (BB, BM),
        "Akpazar": (BB,),
        "Hilvan": (BB, BM),
    }
    # Elsewhere nobody voted on that day: what is usual there is what is meant.
    assert spread(kind, day, ["d128"], held, Level.DISTRICT)["d128"] == (BB, BM)


def test_the_shipped_election_tells_the_first_places() -> None:
    assert shipped() == ("p34",)
