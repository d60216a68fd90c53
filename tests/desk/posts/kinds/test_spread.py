"""A part of the country: its own figures where it has any, the places in it where asked of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk.facts.codes import Code
from desk.facts.post import Ask, Cited, PostKind
from desk.file.session import Session
from desk.nights import csv as lists
from desk.nights import loading, making
from desk.nights.answers import NightAnswers, NightKind
from desk.nights.choosing import named_in
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.kinds.spread import spread
from desk.rules.discrepancies import places_in_order
from tests.desk.conftest import refused
from tests.desk.posts.kinds.conftest import LATE, NightOf, say

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


LISTS = """contest,place,party,candidate
bb,Merkez (Çanakkale),CHP,Ada Deniz
bb,Merkez (Çanakkale),AKP,Can Kaya
bb,Merkez (Bilecik),CHP,Nur Ak
bb,Merkez (Bilecik),,CHP'li Ali
bb,Kepez,CHP,Ege Taş / Su Er
bb,Kepez,,Ömer Faruk Mutan
"""


@pytest.fixture
def towns(tmp_path: Path) -> Iterator[Session]:
    """A by-election of three towns, each with a list of its own, two of them called alike."""
    places = named_in("Çanakkale/Merkez,Bilecik/Merkez,Çanakkale/Kepez")
    answers = NightAnswers(NightKind.BY_ELECTION, date(2028, 5, 14), places)
    rows = lists.read_contenders(LISTS, making.put_together(answers)).rows
    loaded = loading.of(making.to_file(replace(answers, standing=rows)))
    with Session.create(tmp_path / "towns.secim", loaded.election, lambda: LATE) as session:
        session.set_people(loaded.people)
        yield session


def test_who_stands_in_one_place_answers_there_and_nowhere_else(towns: Session) -> None:
    here, there, kepez = "Merkez (Çanakkale)", "Merkez (Bilecik)", "Kepez"
    names = towns.names
    for place, typed, code in (
        (here, "Deniz", "chp"),
        (here, "Can Kaya", "ak_parti"),
        (there, "AK", "chp"),
        (kepez, "Taş", "chp"),
        (kepez, "su er", "chp"),
        (kepez, "Ege Taş / Su Er", "chp"),
        (kepez, "Mutan", names.contender("bb", "Ömer Faruk Mutan")),
    ):
        assert names.contender("bb", typed, place) == code, (place, typed)
        for other in {here, there, kepez, ""} - {place}:
            with refused(Code.E123):
                names.contender("bb", typed, other)
    # A party's name goes before a person's, and a list taken back is no name any more.
    assert names.contender("bb", "CHP", kepez) == "chp"
    towns.set_people(())
    with refused(Code.E123):
        towns.names.contender("bb", "Deniz", here)


def test_who_is_of_no_party_is_the_row_and_places_stand_as_they_are_called(towns: Session) -> None:
    for agency, ali in (("AA", 30), ("ANKA", 50)):
        say(towns, "bb", "Merkez (Bilecik)", f"share chp 40,share chp'li_ali {ali}", agency=agency)
        for place in ("Kepez", "Merkez (Çanakkale)"):
            say(towns, "bb", place, "share chp 51,share ak_parti 40", agency=agency)
    say(towns, "bb", "Kepez", "share chp 51,share omer_faruk_mutan 49", "21:01")
    for kind in (PostKind.LEAD, PostKind.COMPARISON, PostKind.STANDING, PostKind.SUMMARY):
        post = compose(towns, kind, Ask("bb"))
        assert post.headline.removeprefix("Özet: ").startswith("Çanakkale ve Kepez'de CHP")
        assert "CHP'li Ali (" not in post.body and "Mutan (" not in post.body
        heads = [block.heading for block in post.blocks]
        assert heads in (["BİLECİK", "ÇANAKKALE", "KEPEZ"], ["BELEDİYELER"])
    first = compose(towns, PostKind.DIFFERENCES, Ask("bb")).headline
    assert first == "Bilecik'te AA'ya göre CHP'li Ak, ANKA'ya göre CHP'li Ali önde"


@pytest.mark.parametrize(
    ("kind", "contest", "first", "second", "said"),
    [
        ("referendum", "ref", "evet", "hayir", "Halk oylamasında"),
        ("parliament", "mv", "chp", "ak_parti", "Milletvekilliği yarışında"),
        ("local", "bb", "chp", "ak_parti", "Belediye başkanlığı yarışında"),
        ("local", "igm", "chp", "ak_parti", "İl genel meclisi yarışında"),
    ],
)
def test_a_turn_is_told_of_a_contest_in_its_own_words(
    night_of: NightOf, kind: str, contest: str, first: str, second: str, said: str
) -> None:
    night = night_of(kind, 0)
    place = places_in_order(night.election, contest)[0]
    say(night, contest, place, f"share {first} 50.5,share {second} 49.5")
    say(night, contest, place, f"share {first} 49.4,share {second} 50.6", "21:10")
    body = compose(night, PostKind.LEADERS, Ask(contest)).body
    assert body.startswith(f"{said} ilk sıra değişti:\n")


def test_two_that_are_equal_in_both_are_so_in_one_breath(night_of: NightOf) -> None:
    """And whoever has the votes of two printed alike is ahead, by votes."""
    night = night_of("referendum", 0)
    place = places_in_order(night.election, "ref")[0]
    for agency in ("AA", "ANKA"):
        say(night, "ref", place, "share evet 50.0,share hayir 50.0,opened_share 90", agency=agency)
    for kind in (PostKind.LEAD, PostKind.STANDING):
        headline = compose(night, kind, Ask("ref")).headline
        assert headline == "İlk iki sıra iki ajansta da eşit"
    more = "share evet 50.0,share hayir 50.0,votes evet 501,votes hayir 499,opened_share 91"
    say(night, "ref", place, more, "21:10")
    post = compose(night, PostKind.LEAD, Ask("ref"))
    assert post.headline == "AA'ya göre evet önde, ANKA'ya göre ilk iki sıra eşit"
    assert "AA'ya göre evet 2 oy önde (21.10)" in post.body
    assert not [one for one in obstacles(night, post) if one.code is Code.P501]


def test_an_agency_that_tells_no_lead_is_not_missed_in_a_count(towns: Session) -> None:
    for place in ("Kepez", "Merkez (Çanakkale)"):
        say(towns, "bb", place, "share chp 51,share ak_parti 40")
        say(towns, "bb", place, "share chp 36,share ak_parti 20", agency="ANKA")
    say(towns, "bb", "Merkez (Çanakkale)", "share chp 51,share ak_parti 40", "21:01", "ANKA")

    def missing(kind: PostKind) -> list[object]:
        found = obstacles(towns, compose(towns, kind, Ask("bb")))
        return [one.values["place"] for one in found if one.code is Code.P505]

    assert not missing(PostKind.STANDING) and not missing(PostKind.SUMMARY)
    say(towns, "bb", "Kepez", "share chp 20,share ak_parti 51", "21:02", "ANKA")
    counted = compose(towns, PostKind.STANDING, Ask("bb"))
    alone = replace(
        counted, cited=tuple(one for one in counted.cited if _is_of(one, "AA", "Kepez"))
    )
    assert [one.values["place"] for one in obstacles(towns, alone) if one.code is Code.P505] == [
        "Kepez"
    ]


def _is_of(one: Cited, agency: str, place: str) -> bool:
    source = one.slot.source
    return source.place != place or source.agency == agency


def test_the_only_province_with_such_a_contest_is_named_beside_others(night_of: NightOf) -> None:
    night = night_of("local", 0)
    for contest, whole in (("igm", "Çanakkale"), ("bbb", "Malatya")):
        say(night, contest, whole, "share chp 51,share ak_parti 40")
        for kind in (PostKind.COMPARISON, PostKind.LEAD, PostKind.FIRST):
            assert f"{whole} genelinde" in compose(night, kind, Ask(contest)).headline
    one = night_of("referendum", 0)
    say(one, "ref", "Ankara", "share evet 51,share hayir 49")
    assert compose(one, PostKind.LEAD, Ask("ref")).headline == "Evet önde: fark AA'ya göre 2 puan"
