"""The file's own candidates: who stands where, and for whom."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from desk.facts.catalog import load
from desk.reading.reader import Context, read, to_json


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
