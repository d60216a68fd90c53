"""The command that makes the tables: on a country of two provinces."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from desk.country.make import make, place_of

COUNTS = "boxes,registered,cast,valid,invalid"
SOURCE = {
    "districts_tr.csv": """\
province_plate,province,district,ysk_id,metropolitan
02,Ağrı,Merkez,20,0
01,Adana,Seyhan,12,1
01,Adana,Çukurova,11,1
""",
    "turkiye/2024-03-31_BB_towns.csv": f"""\
plate,ysk_id,town_id,town,{COUNTS},ak_parti,rare
2,20,500,Belde,2,700,600,590,10,500,90
""",
    "turkiye/2024-03-31_BB.csv": f"""\
scope,plate,ysk_id,{COUNTS},chp,ak_parti,rest
district,2,20,9,9000,8000,7900,100,0,7000,900
""",
    "turkiye/2024-03-31_BBB.csv": f"""\
scope,plate,ysk_id,{COUNTS},chp,ak_parti
district,1,11,5,1000,900,880,20,880,0
district,1,12,5,1000,900,880,20,0,0
""",
    "turkiye/2017-04-16_REF.csv": f"""\
scope,plate,ysk_id,{COUNTS},evet,hayir
abroad,0,0,0,50,40,40,0,40,0
customs,0,0,0,30,30,30,0,30,0
""",
    "turkiye/2023-05-14_CB.csv": f"""\
scope,plate,ysk_id,{COUNTS},one_person
district,2,20,9,9000,8000,7900,100,7900
""",
    "turkiye/seats_per_constituency.csv": """\
year,constituency,seats,status,source
2023,ADANA-1,7,checked,press
2023,ADANA-2,8,checked,press
2023,AGRI,4,from memory,press
""",
    "turkiye/district_neighbours.csv": "a,b\n11,12\n",
    "turkiye/candidates_2024_bbb.csv": "place,party,candidate,how\nAdana,chp,One Person,checked\n",
    "turkiye/council_sizes_istanbul_2024.csv": """\
ysk_id,district,members,quota,sent_to_metropolitan,how
11,Çukurova,45,5,9,bands
""",
}
MEMBERS = f"""\
scope,plate,ysk_id,constituency,{COUNTS},chp
district,1,11,ADANA-1,5,1000,900,880,20,880
district,1,12,ADANA-2,5,1000,900,880,20,880
district,2,20,AGRI,5,1000,900,880,20,0
"""
RULES = {
    "presidential": {"2023-05-14": ["One Person (withdrew)"], "how": "checked"},
    "colours_picked": {"evet": "#2C7FB8", "cumhur_ittifaki": "#E08A2B"},
    "alliances": {
        "2023-05-14": [
            {"code": "cumhur_ittifaki", "members": ["ak_parti", "mhp"], "how": "checked"}
        ],
        "local": "none",
    },
    "seats_rules": {
        "a": {"threshold_percent": 10, "dates": ["2018-06-24"]},
        "b": {"threshold_percent": 7, "dates": ["2023-05-14"]},
    },
    "polls": {},
    "ban": {},
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "turkiye").mkdir(parents=True)
    files = {
        **SOURCE,
        **{f"turkiye/{day}_MV.csv": MEMBERS for day in ("2015-11-01", "2018-06-24", "2023-05-14")},
        "turkiye/rules.json": json.dumps(RULES),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_the_places_in_their_order(source: Path, tmp_path: Path) -> None:
    make(source, tmp_path / "out")
    found = table(tmp_path / "out" / "places.csv")[1:]
    ids = ["tr", "p1", "d11", "d12", "p2", "d20", "t500", "inland", "abroad", "customs"]
    assert [row[0] for row in found] == ids
    assert [row[3] for row in found] == ["", "tr", "p1", "p1", "tr", "p2", "d20", "tr", "tr", "tr"]


def test_nought_of_a_whole_list_is_blank_and_nought_of_a_part_is_not(
    source: Path, tmp_path: Path
) -> None:
    make(source, tmp_path / "out")
    mayors = table(tmp_path / "out" / "results" / "2024-03-31_bbb.csv")
    assert mayors[0][-2:] == ["chp", "ak_parti"]
    assert [row[-2:] for row in mayors[1:]] == [["880", ""], ["0", ""]]


def test_towns_stand_with_the_districts(source: Path, tmp_path: Path) -> None:
    make(source, tmp_path / "out")
    heads, district, town = table(tmp_path / "out" / "results" / "2024-03-31_bb.csv")
    assert heads == ["place", *COUNTS.split(","), "chp", "ak_parti", "rare", "rest"]
    assert (district[0], district[6:]) == ("d20", ["", "7000", "", "900"])
    assert (town[0], town[6:]) == ("t500", ["", "500", "90", ""])


def test_what_the_lists_do_not_know_is_blank(source: Path, tmp_path: Path) -> None:
    make(source, tmp_path / "out")
    _, abroad, customs = table(tmp_path / "out" / "results" / "2017-04-16_ref.csv")
    assert abroad == ["abroad", "", "50", "40", "40", "0", "40", "0"]
    assert customs == ["customs", "", "", "30", "30", "0", "30", "0"]


def test_a_province_that_is_one_constituency_is_that_place(source: Path, tmp_path: Path) -> None:
    make(source, tmp_path / "out")
    found = table(tmp_path / "out" / "constituencies.csv")[1:]
    assert [row[1:5] for row in found] == [
        ["c1-1", "ADANA-1", "7", "d11"],
        ["c1-2", "ADANA-2", "8", "d12"],
        ["p2", "AGRI", "4", ""],
    ]


def test_people_and_answers_by_their_columns(source: Path, tmp_path: Path) -> None:
    make(source, tmp_path / "out")
    assert table(tmp_path / "out" / "ballots.csv")[1:] == [
        ["2017-04-16", "ref", "evet", "Evet", "#2C7FB8"],
        ["2017-04-16", "ref", "hayir", "Hayır", ""],
        ["2023-05-14", "cb", "one_person", "One Person", ""],
    ]


def test_the_same_folder_makes_the_same_tables(source: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        make(source, tmp_path / name)
        files = sorted((tmp_path / name).rglob("*.*"))
        made.append({file.relative_to(tmp_path / name): file.read_bytes() for file in files})
    assert made[0] == made[1]


def test_a_town_without_an_id_is_its_districts_own() -> None:
    assert place_of({"ysk_id": "4", "town_id": "0"}) == "d4"
    assert place_of({"ysk_id": "4", "town_id": "9"}) == "t9"
    assert place_of({"ysk_id": "0", "scope": "abroad"}) == "abroad"
