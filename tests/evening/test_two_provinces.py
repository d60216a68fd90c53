"""A made-up night of two provinces that both have a *Merkez*, and a belde called like a district.

A mayors' race, councils with seats and a referendum, through every door that names a place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts import catalog
from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import AddPlace, CorrectPlace, FileBulletins, SetFigure, SetWithdrawn
from desk.facts.election import Place, PlaceCounts, PlaceKind
from desk.facts.finding import Finding
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.where import named_in
from desk.reading.files import csv as exchange
from desk.reading.lexicon import Context
from desk.reading.reader import read
from desk.reading.shapes import NOTHING
from desk.rules.checks import Checks
from desk.rules.discrepancies import compare_all
from desk.sheets import board, district
from tests.desk.conftest import night_clock, refused
from tests.ui.night.test_workbook import sheets
from ui.cli.main import main

FILE = Path(__file__).resolve().parents[1] / "data" / "two-provinces.json"
PAIR = ("AA", "ANKA")
TIME = "2029-03-25T19:10"
ROWS = """\
AA,bb,Çanakkale,share,CHP,55.2
AA,bb,Çanakkale,share,AKP,40.1
ANKA,bb,Çanakkale Merkez,share,CHP,57.4
ANKA,bb,Çanakkale Merkez,share,AKP,38
AA,bb,Bilecik/Merkez,share,CHP,41
AA,bb,Bilecik/Merkez,share,AKP,45
ANKA,bb,Bilecik,share,CHP,47
ANKA,bb,Bilecik,share,AKP,44
AA,bb,Kepez,share,CHP,60
AA,bb,Kepez,share,AKP,35
ANKA,bb,Kepez,share,CHP,61
ANKA,bb,Kepez,share,AKP,35
AA,bb,Yenice (Bilecik),share,CHP,30
AA,bb,Yenice (Bilecik),share,Bağımsız,48
AA,bb,Yenice (Bilecik),share,AKP,22
AA,igm,Çanakkale,share,CHP,48
AA,igm,Çanakkale,share,AKP,44
AA,igm,Merkez (Çanakkale),share,CHP,52
AA,igm,Merkez (Çanakkale),share,AKP,40
AA,igm,Merkez (Çanakkale),seats,CHP,6
AA,igm,Merkez (Çanakkale),seats,AKP,4
ANKA,igm,Merkez (Çanakkale),share,CHP,53.5
ANKA,igm,Merkez (Çanakkale),share,AKP,39
AA,ref,Türkiye,share,Evet,51.2
AA,ref,Türkiye,share,Hayır,48.8
AA,ref,Çanakkale,share,Evet,44.2
AA,ref,Çanakkale,share,Hayır,55.8
AA,ref,Yurt dışı,share,Evet,58
AA,ref,Yurt dışı,share,Hayır,42
"""
FIGURES = "\n".join([",".join(exchange.COLUMNS), *(f"{TIME},{row}" for row in ROWS.splitlines())])


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Session]:
    """The night with its figures."""
    with Session.create(tmp_path / "two.secim", catalog.load(FILE), night_clock) as session:
        bulletins = exchange.read_figures(FIGURES, session.names)
        session.record(FileBulletins(bulletins))
        yield session


@pytest.fixture
def run(night: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The command on this night, in Turkish."""
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")

    def invoke(command: str, *args: str) -> Result:
        return CliRunner().invoke(main, [command, str(night.path), *args])

    yield invoke


def findings(session: Session, contest: str) -> list[Finding]:
    return [one for one in Checks(session).all() if one.slots[0].source.contest == contest]


def post(session: Session, kind: PostKind, contest: str, *places: str) -> str:
    composed = compose(session, kind, Ask(contest, places))
    return f"{composed.headline}\n{composed.body}"


def test_the_file_keeps_the_election_as_it_was_read(night: Session) -> None:
    election = catalog.load(FILE)
    assert night.election == election
    with Session.open_file(night.path, read_only=True) as again:
        assert again.election == election


def test_figures_are_filed_where_they_are_of(night: Session) -> None:
    told = {(s.contest, s.place) for c in ("bb", "igm", "ref") for s in night.latest(c)}
    assert told == {
        ("bb", "Merkez (Çanakkale)"),
        ("bb", "Merkez (Bilecik)"),
        ("bb", "Kepez"),
        ("bb", "Yenice (Bilecik)"),
        ("igm", "Çanakkale"),
        ("igm", "Merkez (Çanakkale)"),
        ("ref", "Türkiye"),
        ("ref", "Çanakkale"),
        ("ref", "Yurt dışı"),
    }


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("AA,bb,Merkez,share,CHP,50", Code.E124),
        ("AA,bb,Yenice,share,CHP,50", Code.E124),
        ("AA,bb,Türkiye,share,CHP,50", Code.E158),
        ("AA,igm,Kepez,share,CHP,50", Code.E158),
        ("AA,igm,Biga,seats,CHP,2.5", Code.E107),
    ],
)
def test_a_row_that_is_of_no_one_place_keeps_all_out(night: Session, row: str, code: Code) -> None:
    with pytest.raises(exchange.Refusals) as refusals:
        exchange.read_figures(f"{FIGURES}\n{TIME},{row}", night.names)
    assert [one.code for one in refusals.value.refusals] == [code]


def test_nothing_is_typed_where_a_contest_is_not_held(night: Session) -> None:
    with refused(Code.E158):
        night.record(SetFigure(Source("AA", "igm", "Kepez"), Row(Item.SHARE, "chp"), Decimal(50)))
    assert {side.place for side in compare_all(night, "igm", PAIR)} == {
        place.name for place in night.election.held("igm")
    }


def test_independents_together_lead_nowhere(night: Session) -> None:
    sides = {side.place: side for side in compare_all(night, "bb", PAIR)}
    assert sides["Yenice (Bilecik)"].a.lead is None
    assert sides["Kepez"].a.lead is not None and sides["Kepez"].a.lead.leader == "chp"


@pytest.mark.parametrize(
    ("text", "place", "contest"),
    [
        ("AA'ya göre Çanakkale'de belediye başkanlığında CHP yüzde 56,1, AKP yüzde 39,2 aldı.",
         "Merkez (Çanakkale)", "bb"),
        ("AA: Bilecik'te belediye başkanlığında CHP yüzde 44, AKP yüzde 43.",
         "Merkez (Bilecik)", "bb"),
        ("AA: Çanakkale'de il genel meclisinde CHP yüzde 47, AKP yüzde 43.", "Çanakkale", "igm"),
        ("AA: İl genel meclisinde Bilecik'in merkez ilçesinde CHP yüzde 51, AKP yüzde 41.",
         "Merkez (Bilecik)", "igm"),
        ("AA, belediye başkanlığı, Çanakkale Merkez: CHP yüzde 51, AKP yüzde 41.",
         "Merkez (Çanakkale)", "bb"),
        ("AA: Belediye başkanlığında Çanakkale'nin Yenice ilçesinde CHP yüzde 51, AKP yüzde 41.",
         "Yenice (Çanakkale)", "bb"),
        ("ANKA: Söğüt'te belediye başkanlığında CHP yüzde 51, AKP yüzde 41.", "Söğüt", "bb"),
    ],
)  # fmt: skip
def test_a_text_means_the_place_its_contest_has(
    night: Session, text: str, place: str, contest: str
) -> None:
    (record,) = read(text, Context.of(night.election)).records
    assert (record.place, record.contest, record.questions) == (place, contest, ())


def test_a_bare_name_in_a_text_is_asked_about(night: Session) -> None:
    text = "AA: Belediye başkanlığında Merkez'de CHP yüzde 51, AKP yüzde 41."
    (record,) = read(text, Context.of(night.election)).records
    (question,) = record.questions
    assert record.place is None
    assert question.answers == ("Merkez (Çanakkale)", "Merkez (Bilecik)", NOTHING)


def test_a_post_calls_a_mayor_s_town_by_its_own_name(night: Session) -> None:
    told = post(night, PostKind.COMPARISON, "bb")
    assert "Kepez'de" in told or "Çanakkale ve Kepez'de" in told
    assert "Bilecik'te ajanslar ayrışıyor" in told
    assert "\nÇANAKKALE\n" in told and "\nBİLECİK\n" in told
    standing = post(night, PostKind.STANDING, "bb")
    assert "BELEDİYELER\nİki ajansa göre CHP 2 belediyede önde: Çanakkale ve Kepez." in standing


def test_a_post_says_of_which_part_of_a_province_it_speaks(night: Session) -> None:
    told = post(night, PostKind.COMPARISON, "igm")
    assert told.startswith("Çanakkale'nin merkez ilçesinde CHP iki ajansta da önde")
    assert "\nÇANAKKALE MERKEZ\n" in told
    # Of one province of several it does not go without saying.
    assert post(night, PostKind.LEAD, "igm").startswith("Çanakkale genelinde CHP önde")
    assert post(night, PostKind.LEAD, "ref").startswith("Evet önde")
    assert "yurt dışında evet 16 puan önde" in post(night, PostKind.FIRST, "ref")


COMPOSED = [
    (kind, contest)
    for kind in (PostKind.COMPARISON, PostKind.LEAD, PostKind.FIRST, PostKind.STANDING,
                 PostKind.DIFFERENCES, PostKind.SUMMARY, PostKind.CLOSING)
    for contest in ("bb", "igm", "ref")
    if (kind, contest) != (PostKind.DIFFERENCES, "ref")
]  # fmt: skip


@pytest.mark.parametrize(("kind", "contest"), COMPOSED)
def test_no_bracket_ever_takes_a_suffix(night: Session, kind: PostKind, contest: str) -> None:
    told = post(night, kind, contest)
    assert ")'" not in told and "(Çanakkale)" not in told and "(Bilecik)" not in told


def test_a_text_names_a_place_by_the_longest_of_its_names(night: Session) -> None:
    election = night.election
    told = "Çanakkale'nin merkez ilçesinde CHP önde"
    assert named_in(told, election, "igm") == ["Merkez (Çanakkale)"]
    assert named_in("Çanakkale'de CHP önde", election, "igm") == ["Çanakkale"]
    assert named_in("Çanakkale'de CHP önde", election, "bb") == ["Merkez (Çanakkale)"]
    assert named_in("Bilecik'in Yenice beldesinde", election, "bb") == ["Yenice (Bilecik)"]


def test_a_whole_is_judged_by_its_own_parts_alone(night: Session) -> None:
    votes = {"p": 60_000, "m": 50_000, "b": 20_000}

    def said(place: str, count: int) -> str:
        return f"2029-03-25T19:40,AA,igm,{place},votes,CHP,{count}"

    rows = [said("Merkez (Çanakkale)", votes["m"]), said("Biga", votes["b"]),
            said("Çanakkale", votes["p"]), said("Bilecik", 9_000)]  # fmt: skip
    header = ",".join(exchange.COLUMNS)
    text = "\n".join([header, *rows])
    night.record(FileBulletins(exchange.read_figures(text, night.names)))
    found = {(one.slots[0].source.place, one.code) for one in findings(night, "igm")}
    assert ("Çanakkale", Code.F204) in found
    assert all(place != "Bilecik" for place, code in found if code is Code.F204)


def test_customs_and_abroad_are_not_judged_for_boxes_nobody_knows(night: Session) -> None:
    rows = [
        f"{TIME},ANKA,ref,{place},{item},{who},{value}"
        for place in ("Gümrük", "Yurt dışı")
        for item, who, value in (
            ("share", "Evet", "60"), ("share", "Hayır", "40"), ("votes", "Evet", "90000"),
            ("votes", "Hayır", "60000"), ("opened_boxes", "", "40"), ("turnout", "", "93"),
        )
    ]  # fmt: skip
    text = "\n".join([",".join(exchange.COLUMNS), *rows])
    night.record(FileBulletins(exchange.read_figures(text, night.names)))
    codes = {finding.code for finding in findings(night, "ref")}
    assert not codes & {Code.F203, Code.F204, Code.W311}


def test_polls_close_where_they_close(night: Session) -> None:
    rows = [f"2029-03-25T16:30,AA,bb,{place},share,CHP,50" for place in ("Söğüt", "Biga")]
    text = "\n".join([",".join(exchange.COLUMNS), *rows])
    night.record(FileBulletins(exchange.read_figures(text, night.names)))
    early = [f.slots[0].source.place for f in findings(night, "bb") if f.code is Code.F209]
    assert early == ["Biga"]


def test_sheets_show_what_a_place_has_in_its_contest(night: Session) -> None:
    mayors = district.blank(night, "bb", "Merkez (Çanakkale)", PAIR)
    councils = district.blank(night, "igm", "Merkez (Çanakkale)", PAIR)
    assert mayors.title == "Çanakkale" and "Sandık: 311" in mayors.facts
    assert councils.title == "Çanakkale Merkez" and "Sandık: 476" in councils.facts
    assert district.blank(night, "igm", "Çanakkale", PAIR).title == "Çanakkale (il geneli)"
    assert board.board(night, "bb", PAIR, {}).title == "Bütün belediyeler"


def test_commands_take_and_tell_places_by_name(night: Session, run: object) -> None:
    assert callable(run)
    told = json.loads(run("compare", "--contest", "igm", "--format", "json").stdout)
    row = next(one for one in told["rows"] if one["contender"] == "chp" and one["seats_a"])
    assert (row["place"], row["seats_a"], row["seats_b"]) == ("Merkez (Çanakkale)", 6, None)
    wide = run("compare", "--contest", "igm", "--format", "wide").stdout
    assert "CHP sandalye AA" in wide.splitlines()[0]
    assert "sandalye" not in run("compare", "--contest", "bb", "--format", "wide").stdout
    said = run("post", "comparison", "--contest", "bb", "--places", "Çanakkale/Merkez")
    assert "Çanakkale'de CHP iki ajansta da önde" in said.stdout
    said = run("post", "comparison", "--contest", "bb", "--places", "Merkez")
    assert said.exit_code == 2 and "[E124]" in said.stderr and "Merkez (Bilecik)" in said.stderr
    assert run("sheet", "--place", "Kepez", "--contest", "igm", "-o", "x.pdf").exit_code == 2


def test_the_workbook_has_every_seat(night: Session) -> None:
    seats = [row for row in sheets(night)["Rakamlar"].rows if "sandalye" in row]
    assert len(seats) == 2


def test_changes_during_the_night_are_undone_and_kept_on_record(night: Session) -> None:
    before = night.election
    counts = PlaceCounts("Biga", 301, 96_700)
    place = Place("Gümüşçay", PlaceKind.TOWN, id="503", within="303")
    changes = [
        night.record(edit)
        for edit in (
            SetWithdrawn("bb", "ak_parti", True),
            CorrectPlace("Biga", counts, "igm"),
            AddPlace(place),
        )
    ]
    assert night.election.contest("bb").contender("ak_parti").withdrawn
    assert night.election.boxes("igm", "Biga") == 301
    assert night.election.boxes("bb", "Biga") == 300
    assert night.election.is_held("bb", "Gümüşçay")
    for change in reversed(changes):
        night.record(change.inverse)
    assert night.election == before
    told = night.look_up(lambda db: db.conn.execute("SELECT what FROM election_change").fetchall())
    assert [what for (what,) in told] == [
        "withdrawn", "counts", "place", "place", "counts", "withdrawn",
    ]  # fmt: skip


def test_a_second_place_of_a_name_leaves_the_first_its_name(night: Session) -> None:
    place = Place("Kepez (Bilecik)", PlaceKind.TOWN, id="504", own="Kepez", within="401")
    night.record(AddPlace(place))
    with Session.open_file(night.path, read_only=True) as again:
        assert again.election.place("Kepez").id == "501"
        assert again.election.place("Kepez (Bilecik)") == replace(place)
        with refused(Code.E139):
            night.record(AddPlace(place))
