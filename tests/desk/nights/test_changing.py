"""A place that comes in the night: the country's with its lists, one of her own, and its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import AddPlace, CorrectPlace, RemovePlace, RenamePlace, SetFigure
from desk.facts.election import Place, PlaceCounts, PlaceKind
from desk.file.session import Session
from desk.nights import changing, loading
from desk.nights.answers import Level, NightAnswers, NightKind
from desk.nights.changing import PlaceAsked
from desk.nights.choosing import named_in
from desk.nights.making import to_file
from tests.desk.conftest import night_clock, refused


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Session]:
    """Çanakkale without its towns, and Malatya, which closes earlier."""
    answers = NightAnswers(NightKind.LOCAL, date(2029, 3, 25), named_in("Çanakkale,Malatya"))
    election = loading.of(to_file(answers)).election
    with Session.create(tmp_path / "night.secim", election, night_clock) as session:
        yield session


def test_a_place_of_the_country_comes_with_its_lists(night: Session) -> None:
    asked = changing.of_country(night.election, "çanakkale kepez")
    assert asked is not None
    assert (asked.own, asked.kind) == ("Kepez", PlaceKind.TOWN)
    assert (asked.within, asked.contests) == ("Merkez", ("bb", "bm"))
    assert asked.registered == 27_577
    before = night.election
    change = night.record(changing.adding(night.election, asked))
    kepez = night.election.place("Kepez")
    assert kepez.id.startswith("t") and night.election.is_held("bb", "Kepez")
    assert not night.election.is_held("igm", "Kepez")
    night.record(change.inverse)
    assert night.election == before


def test_all_inside_the_country_comes_to_a_night_made_without_it(tmp_path: Path) -> None:
    answers = NightAnswers(NightKind.PRESIDENTIAL, date(2028, 5, 7), named_in("Türkiye"))
    election = loading.of(to_file(replace(answers, level=Level.PROVINCE))).election
    with Session.create(tmp_path / "night.secim", election, night_clock) as session:
        gone = session.record(RemovePlace("Yurt içi"))
        assert session.election.inland("cb", "Türkiye") is None
        asked = changing.of_country(session.election, "yurt içi")
        assert asked is not None and asked.boxes == election.boxes("cb", "Türkiye")
        session.record(changing.adding(session.election, asked))
        assert len(session.election.parts("cb", "Yurt içi")) == 81
        assert session.election.place("Yurt içi") == election.place("Yurt içi")
        assert isinstance(gone.inverse, AddPlace)


def test_what_it_has_in_one_contest_comes_and_goes_with_it(night: Session) -> None:
    before = night.election
    gone = night.record(RemovePlace("Yenice"))
    assert "Yenice" not in {place.name for place in night.election.places}
    night.record(gone.inverse)
    back = night.election
    assert set(back.places) == set(before.places)
    for race in ("bb", "igm"):
        for count in ("boxes", "registered"):
            told = getattr(before, count)(race, "Yenice")
            assert getattr(back, count)(race, "Yenice") == told
    asked = changing.of_country(before, "Yenice (Çanakkale)")
    assert asked is None
    night.record(RemovePlace("Yenice"))
    asked = changing.of_country(night.election, "Yenice")
    assert asked is not None and asked.within == "Çanakkale"
    night.record(changing.adding(night.election, asked))
    assert night.election.registered("bb", "Yenice") == before.registered("bb", "Yenice")
    assert night.election.registered("igm", "Yenice") == before.registered("igm", "Yenice")


def test_a_place_of_her_own_is_told_apart_and_has_an_id(night: Session) -> None:
    asked = PlaceAsked("Biga", PlaceKind.TOWN, "Lapseki", 3, 900, time(16, 0), ("bb",))
    night.record(changing.adding(night.election, asked))
    place = night.election.place("Biga (Lapseki/Çanakkale)")
    assert (place.own, place.id, place.polls_close) == ("Biga", "Biga", time(16, 0))
    assert night.election.place("Biga").own == "Biga"
    with refused(Code.E139):
        changing.adding(night.election, asked)


@pytest.mark.parametrize(
    ("kind", "within", "contests"),
    [
        (PlaceKind.TOWN, "nowhere", ()),
        (PlaceKind.PROVINCE, "Biga", ()),
        (PlaceKind.TOWN, "", ("igm",)),
    ],
)
def test_what_would_be_no_election_is_refused_and_changes_nothing(
    night: Session, kind: PlaceKind, within: str, contests: tuple[str, ...]
) -> None:
    before = night.election
    ids = {place.name: place.id for place in before.places}
    place = Place("Ada", kind, id="a", within=ids.get(within, within))
    with refused(Code.E194):
        night.record(AddPlace(place, contests))
    with Session.open_file(night.path, read_only=True) as again:
        assert again.election == before == night.election


def test_the_last_place_of_a_contest_stays(night: Session) -> None:
    held = [place.name for place in night.election.held("bbb") if place.name != "Malatya"]
    for name in held:
        night.record(RemovePlace(name))
    with refused(Code.E193):
        night.record(RemovePlace("Malatya"))


def test_a_name_is_corrected_until_figures_go_by_it(night: Session) -> None:
    before = night.election
    edit = changing.renaming(night.election, "Yenice", "Yeniçe")
    assert edit == RenamePlace("Yenice", "Yeniçe", "Yeniçe")
    change = night.record(edit)
    assert night.election.registered("bb", "Yeniçe") == before.registered("bb", "Yenice")
    assert night.election.is_held("igm", "Yeniçe")
    night.record(change.inverse)
    assert night.election == before
    with refused(Code.E139):
        changing.renaming(night.election, "Yenice", "biga")
    source = Source("AA", "bb", "Yenice")
    night.record(SetFigure(source, Row(Item.OPENED_BOXES), 3))
    with refused(Code.E159):
        night.record(edit)
    with refused(Code.E140):
        night.record(RemovePlace("Yenice"))


def test_an_hour_and_seats_are_corrected_in_one_contest(night: Session) -> None:
    counts = PlaceCounts("Biga", 300, 90_000, time(18, 0), 25)
    night.record(CorrectPlace("Biga", counts, "bm"))
    assert night.election.closing("bm", "Biga") == time(18, 0)
    assert night.election.seats("bm", "Biga") == 25
    assert night.election.closing("bb", "Biga") == time(17, 0)
    with refused(Code.E194):
        night.record(CorrectPlace("Biga", counts, "bbb"))
