"""The file's own candidates: who stands where, and for whom."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from desk.facts.catalog import load
from desk.reading.reader import Context, read, to_json
from tests.desk.kinds import LOCAL, election


@dataclass(frozen=True)
class Candidate:
    """A person of the file."""

    contest: str
    place: str
    party: str
    name: str


MAYORS = "ilce-baskanligi"
PEOPLE = (
    Candidate(MAYORS, "Beyoğlu", "chp", "İnan Güney"),
    Candidate(MAYORS, "Beyoğlu", "ak_parti", "Haydar Ali Yıldız"),
    Candidate(MAYORS, "Üsküdar", "chp", "Sinem Dedetaş"),
    Candidate(MAYORS, "Şile", "yeniden_refah", "Murat Kurum"),
)
TABLE = (
    ("a full name", "Beyoğlu'nda İnan Güney yüzde 49,1", "ilce-baskanligi/Beyoğlu/chp"),
    ("a surname", "Üsküdar: Dedetaş 48,9", "ilce-baskanligi/Üsküdar/chp"),
    ("a person tells the place", "Dedetaş 48,9", "ilce-baskanligi/Üsküdar/chp"),
    ("not there", "Üsküdar'da İnan Güney yüzde 49,1", "Q301"),
    ("a namesake elsewhere", "Kadıköy'de Güney yüzde 60,1", "Q301"),
    ("not in this contest", "İBB'de Sinem Dedetaş yüzde 39,1", "Q301"),
    ("two of one name, here", "Şile: Murat Kurum 39,1", "ilce-baskanligi/Şile/yeniden_refah"),
    ("two of one name, nowhere", "Murat Kurum yüzde 39,1", "ibb//ak_parti"),
)  # fmt: skip


def test_whom_the_press_named_is_known_to_a_night_without_a_list_of_its_own() -> None:
    text = "Üsküdar'da belediye başkanlığında Sinem Dedetaş 48,9, Ali Kaya (AK Parti) 42,4"
    (record,) = to_json(read(text, Context.of(load("istanbul-2024"))))["records"]
    assert [one["contender"] for one in record["results"]] == ["chp", "ak_parti"]
    listed = Context.of(load("istanbul-2024"), {}, PEOPLE[:1])
    (record,) = to_json(read(text, listed))["records"]
    assert [one["contender"] for one in record["results"]] == ["ak_parti"]
    assert [one["code"] for one in record["questions"]] == ["Q301"]


def test_a_longer_name_is_somebody_elses() -> None:
    text = "Şişli'de belediye başkanlığında Gökhan Yüksel Akyol (YRP) 2,4"
    (record,) = to_json(read(text, Context.of(load("istanbul-2024"))))["records"]
    (result,) = record["results"]
    assert (result["candidate"], result["contender"]) == ("Gökhan Yüksel Akyol", "yeniden_refah")


@pytest.mark.parametrize(("kind", "text", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_a_person_of_the_file(kind: str, text: str, wanted: str) -> None:
    context = Context.of(load("istanbul-2024"), {}, PEOPLE)
    (record,) = to_json(read(text, context))["records"]
    if wanted.startswith("Q"):
        assert not record["results"]
        assert wanted in [question["code"] for question in record["questions"]]
        return
    (result,) = record["results"]
    assert "/".join((record["contest"], record["place"] or "", result["contender"])) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Arapgir'de Ada Deniz yüzde 49,1", ("bbb", "Arapgir")),
        ("Ada Deniz yüzde 49,1", ("bbb", "Malatya")),
        ("Biga'da Ada Deniz yüzde 49,1", None),
    ],
)
def test_in_a_metropolis_her_mayors_candidates_stand_in_every_district(
    text: str, wanted: tuple[str, str] | None
) -> None:
    people = (Candidate("bbb", "Malatya", "chp", "Ada Deniz"),)
    (record,) = to_json(read(text, Context.of(election(LOCAL), {}, people)))["records"]
    if wanted is None:
        assert not record["results"]
        assert "Q301" in [question["code"] for question in record["questions"]]
        return
    assert (record["contest"], record["place"]) == wanted
    assert [one["contender"] for one in record["results"]] == ["chp"]
