"""Elections as files from the command line: made, checked, listed, and a night of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.country.places import provinces
from desk.file.session import Session
from desk.nights import loading
from ui.cli.main import main

Run = Callable[..., Result]
HEAD = "contest,place,party,candidate,short,colour,aliases\n"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)

    def invoke(*args: object, text: str = "") -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=text)

    return invoke


def new(run: Run, kind: str, places: str, *more: str, day: str = "2029-03-25") -> Result:
    options = ("--kind", kind, "--date", day, "--places", places)
    return run("election", "new", "-o", "E.json", *options, *more)


PLACES = ("Ankara", "Çanakkale,Çanakkale/Kepez,Bilecik,Malatya", "Türkiye", "Çankaya,Üsküdar")
KINDS = ("local", "presidential", "parliamentary", "general", "referendum", "by-election", "other")


@pytest.mark.parametrize(
    ("kind", "places", "level"), list(product(KINDS, PLACES, ("province", "district")))
)
def test_whatever_is_made_is_checked_and_opened(
    run: Run, kind: str, places: str, level: str, tmp_path: Path
) -> None:
    done = new(run, kind, places, "--level", level)
    national = kind in ("presidential", "parliamentary", "general", "referendum")
    if (national and "Kepez" in places) or (
        kind == "by-election" and level == "province" and places != "Çankaya,Üsküdar"
    ):
        assert done.exit_code == 2 and "[E184]" in done.stderr
        assert not (tmp_path / "E.json").exists()
        return
    assert (done.exit_code, done.stderr) == (0, "")
    checked = run("election", "check", "E.json")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert run("new", "N.secim", "--election", "E.json").exit_code == 0
    with Session.open_file(tmp_path / "N.secim", read_only=True) as session:
        assert session.election == loading.load(tmp_path / "E.json").election


def test_a_night_of_provinces_in_one_line(run: Run, tmp_path: Path) -> None:
    done = new(run, "local", "Ankara,İstanbul")
    assert done.stdout == (
        "E.json: Ankara and İstanbul local election, 25 March 2029; places: 66, contests: 3, "
        "contenders: 26.\n"
    )
    checked = run("election", "check", "E.json")
    assert checked.stdout.endswith("contenders: 26, parties: 10, agencies: 3.\n")
    data = json.loads((tmp_path / "E.json").read_text(encoding="utf-8"))
    assert (data["format"], data["id"]) == (2, "yerel-2029-03-25")
    assert [one["code"] for one in data["agencies"]] == ["AA", "ANKA", "YSK"]
    assert [one["id"] for one in data["contests"]] == ["bbb", "bb", "bm"]


def test_answers_that_are_given_are_taken(run: Run, tmp_path: Path) -> None:
    more = ("--contests", "bm,bb", "--agencies", "anka,DHA,Yerel", "--name", "  Büyük  gece ")
    assert new(run, "local", "ankara", *more).exit_code == 0
    election = loading.load(tmp_path / "E.json").election
    assert [one.id for one in election.contests] == ["bm", "bb"]
    assert [one.code for one in election.agencies] == ["ANKA", "DHA", "Yerel"]
    assert election.name_tr == election.name_en == "Büyük gece"


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("local", "Kepez"), "E183"),
        (("local", "Nowhere"), "E182"),
        (("local", " , "), "E185"),
        (("local", "Ankara", "--contests", "igm"), "E184"),
        (("local", "Ankara,Çanakkale", "--contests", "bbb"), "E184"),
        (("local", "Ankara", "--contests", "muhtar"), "E125"),
        (("local", "Ankara", "--agencies", "AA,Anadolu"), "E192"),
        (("local", "Ankara", "--name", " "), "E132"),
        (("local", "@nowhere.csv"), "S900"),
        (("local", "Ankara", "--contenders", "nowhere.csv"), "S900"),
        (("local", "Ankara", "--contests", ","), ""),
        (("local", "Ankara", "--level", "village"), ""),
        (("feast", "Ankara"), ""),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_line(
    run: Run, args: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    done = new(run, *args)
    assert done.exit_code == 2
    assert done.stdout == "" and len(done.stderr.splitlines()) == 1
    assert code in done.stderr
    assert not (tmp_path / "E.json").exists()


@pytest.mark.parametrize(
    "day", ["2029-3-25", "20290325", "2029-02-30", "2029-W12-7", "yarın", "0000-01-01", ""]
)
def test_what_is_no_day_is_refused(run: Run, day: str) -> None:
    done = new(run, "local", "Ankara", day=day)
    assert done.exit_code == 2 and "[E191]" in done.stderr


def test_a_folder_that_is_not_there_is_refused(run: Run) -> None:
    options = ("--kind", "local", "--date", "2029-03-25", "--places", "Ankara")
    done = run("election", "new", "-o", "no/where/E.json", *options)
    assert done.exit_code == 2 and "[S909]" in done.stderr


def test_contenders_come_from_a_list_and_the_rest_from_last_time(run: Run, tmp_path: Path) -> None:
    text = HEAD + "bbb,,CHP,Ali Kaya,,,\nbb,Çankaya,AK Parti,Can Er,,,\nbb,,Mavi Parti,,MP2,,M|MA\n"
    (tmp_path / "C.csv").write_text(text, encoding="utf-8")
    assert new(run, "local", "Ankara", "--contenders", "C.csv").exit_code == 0
    loaded = loading.load(tmp_path / "E.json")
    told = {one.id: [row.code for row in one.contenders] for one in loaded.election.contests}
    assert told["bbb"] == ["chp"] and told["bb"] == ["ak_parti", "mavi_parti"]
    assert len(told["bm"]) > 5
    assert loaded.election.contest("bbb").contenders[0].candidate == "Ali Kaya"
    assert loaded.election.party("mavi_parti").aliases == ("M", "MA")
    assert run("new", "N.secim", "--election", "E.json").exit_code == 0
    back = run("candidates", "N.secim")
    assert back.stdout == "contest,place,party,candidate\nbb,Çankaya,ak_parti,Can Er\n"


def test_every_bad_row_is_told_by_its_line(run: Run, tmp_path: Path) -> None:
    text = HEAD + "bbb,,CHP,,,,\nbbb,,CHP,,,,\nbb,Üsküdar,AKP,,,,\nxx,,AKP,,,,\nbb,,,,,,\n"
    (tmp_path / "C.csv").write_text(text, encoding="utf-8")
    done = new(run, "local", "Ankara", "--contenders", "C.csv")
    assert done.exit_code == 2 and not (tmp_path / "E.json").exists()
    told = [line.split(": ")[2] for line in done.stderr.splitlines()]
    assert told == ["line 3", "line 4", "line 5", "line 6"]
    codes = [line.rpartition("[")[2] for line in done.stderr.splitlines()]
    assert codes == ["E187]", "E121]", "E125]", "E190]"]


def test_places_come_from_a_list(run: Run, tmp_path: Path) -> None:
    (tmp_path / "P.csv").write_text("name\nAnkara\nÇanakkale/Kepez\n", encoding="utf-8")
    assert new(run, "local", "@P.csv").exit_code == 0
    assert len(loading.load(tmp_path / "E.json").election.places) == 28
    (tmp_path / "P.csv").write_text(
        "name,kind,in,boxes,registered,id\nGenel,ülke,,,,\nEge,ilçe,Genel,3,900,7\n",
        encoding="utf-8",
    )
    assert new(run, "other", "@P.csv", "--name", "Kurultay").exit_code == 0
    election = loading.load(tmp_path / "E.json").election
    assert [place.id for place in election.places] == ["Genel", "7"]
    assert election.boxes("other", "Ege") == 3
    (tmp_path / "P.csv").write_text("name,kind\nEge,köy\nKepez,\n", encoding="utf-8")
    done = new(run, "other", "@P.csv")
    assert [line.split(": ")[2] for line in done.stderr.splitlines()] == ["line 2", "line 3"]


def test_check_tells_every_fault_with_its_place_in_the_file(run: Run, tmp_path: Path) -> None:
    new(run, "local", "Ankara")
    data = json.loads((tmp_path / "E.json").read_text(encoding="utf-8"))
    data["places"][3]["in"] = "p99"
    data["contests"][1]["contenders"][0]["party"] = "nobody"
    data["parties"][0]["colour"] = "red"
    (tmp_path / "E.json").write_text(json.dumps(data), encoding="utf-8")
    done = run("election", "check", "E.json")
    assert (done.exit_code, done.stdout) == (2, "")
    told = sorted(line.split(": ")[2] for line in done.stderr.splitlines())
    assert told == ["contests[1].contenders[0]", "parties[0].colour", "places[3].in"]
    refused = run("new", "N.secim", "--election", "E.json")
    assert refused.exit_code == 2 and "[S912]" in refused.stderr


@pytest.mark.parametrize("content", [b"[", b"\xff", b"", b"{}", b'{"format": 3}', b"[1]"])
def test_what_is_no_election_file_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    done = run("election", "check", "x.json")
    assert done.exit_code == 2 and done.stdout == ""
    assert all("x.json" in line for line in done.stderr.splitlines())
    assert run("election", "check", "nothing.json").exit_code == 2


def test_list_tells_the_shipped_and_her_own(run: Run, tmp_path: Path) -> None:
    folder = loading.own_folder()
    folder.mkdir(parents=True)
    new(run, "referendum", "Ankara")
    (tmp_path / "E.json").rename(folder / "halk.json")
    (folder / "kirik.json").write_text("{", encoding="utf-8")
    done = run("election", "list")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["Election", "halk", "istanbul-2024"] or [
        line.split()[0] for line in lines
    ] == ["Election", "istanbul-2024", "halk"]
    assert "Ankara referendum, 25 March 2029" in done.stdout and "kirik.json" in done.stderr
    assert run("new", "N.secim", "--election", "halk").exit_code == 0


def test_every_province_makes_a_local_night(run: Run, tmp_path: Path) -> None:
    names = ",".join(one.name for one in provinces())
    assert new(run, "local", names).exit_code == 0
    many = loading.load(tmp_path / "E.json").election
    assert new(run, "local", "Türkiye").exit_code == 0
    whole = loading.load(tmp_path / "E.json").election
    assert many.places == whole.places and len(whole.places) == 1054


def test_the_only_contest_with_figures_is_meant_and_several_are_named(
    run: Run, tmp_path: Path
) -> None:
    assert new(run, "local", "Ankara").exit_code == 0
    assert run("new", "N.secim", "--election", "E.json").exit_code == 0

    def told(contest: str, place: str, when: str) -> None:
        rows = "".join(
            f"2029-03-25T{when},AA,{contest},{place},share,{who},{share}\n"
            for who, share in (("chp", 51), ("ak_parti", 40))
        )
        figures = "as_of,agency,contest,place,item,contender,value\n" + rows
        assert run("record", "N.secim", "-", text=figures).exit_code == 0

    told("bm", "Çankaya", "19:25")
    only = run("post", "N.secim", "lead")
    assert (only.exit_code, only.stderr) == (0, "") and "Çankaya" in only.stdout
    wide = run("compare", "N.secim", "--format", "wide")
    assert wide.exit_code == 0 and "Çankaya" in wide.stdout
    told("bb", "Keçiören", "19:30")
    several = run("post", "N.secim", "lead")
    assert (several.exit_code, several.stdout) == (2, "")
    assert "--contest" in several.stderr and "bb (" in several.stderr and "bm (" in several.stderr
    # Of one place there is nothing to ask, nor where a post is of no contest.
    for place in ("Çankaya", "Keçiören"):
        of_one = run("post", "N.secim", "lead", "--places", place)
        assert (of_one.exit_code, of_one.stderr) == (0, "") and place in of_one.stdout
    (tmp_path / "note.txt").write_text("Sayım sürüyor.", encoding="utf-8")
    note = run("post", "N.secim", "note", "--title", "Not", "--text", "note.txt")
    assert (note.exit_code, note.stderr) == (0, "")
    told("bbb", "Ankara", "19:40")
    first = run("post", "N.secim", "lead")
    assert first.exit_code == 0 and "Çankaya" not in first.stdout
    gone = ("withdraw", "N.secim", "--agency", "AA", "--place", "Çankaya", "--reason", "yanlış")
    assert run(*gone, "--at", "19.24").exit_code == 2
    assert run(*gone, "--at", "19.25").exit_code == 0
    with Session.open_file(tmp_path / "N.secim", read_only=True) as session:
        assert not session.latest("bm") and session.latest("bb") and session.latest("bbb")
