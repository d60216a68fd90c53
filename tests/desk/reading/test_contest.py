"""How far a contest that was named holds: its heading's list, its sentence, never a guess."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

ASKED = None
TABLE = (
    ("a heading and its list", "İBB\nKadıköy: CHP 65,2\nÜsküdar: CHP 49,2", "ibb", "ibb"),
    ("a heading with a time", "İBB (AA 21.10)\nKadıköy: CHP 65,2\nÜsküdar: CHP 49,2", "ibb", "ibb"),
    ("a heading with the boxes", "İBB (açılan sandık %45)\nKadıköy: CHP 65,2", "ibb", "ibb"),
    ("a sentence's two places", "İBB'de Kadıköy'de CHP 65,2, Üsküdar'da CHP 49,2", "ibb", "ibb"),
    ("a line's own, then a place", "İBB'de CHP %51,2\nKadıköy: CHP 65,2", "ibb", ASKED),
    ("a place's own, then another", "İBB Kadıköy: CHP 65,2\nÜsküdar: CHP 49,2", "ibb", ASKED),
    ("another below", "İBB\nKadıköy: CHP 65,2\nMeclis\nŞile: CHP 49,2", "ibb", "ilce-meclisi"),
    ("district by district", "İBB sonuçları ilçe ilçe\nŞile: CHP 36,1", "ibb", "ibb"),
    ("a district's own", "Üsküdar ilçe: CHP 48,1", "ilce-baskanligi", "ilce-baskanligi"),
    ("a title", "İBB Başkanı İmamoğlu: Şile'de CHP yüzde 45,2", ASKED, ASKED),
    ("an office", "İBB Başkanlığı: CHP 51,1", "ibb", "ibb"),
    ("a heading of two", "İBB ve ilçe sonuçları\nŞile: CHP 45,2", ASKED, ASKED),
    ("a town's office", "Şile Belediye Başkanlığı: CHP 45,2", "ilce-baskanligi", "ilce-baskanligi"),
    ("a metropolis's", "İstanbul Belediye Başkanlığı: CHP 51,1", ASKED, ASKED),
    ("a candidate of one alone", "İmamoğlu yüzde 51,2", "ibb", "ibb"),
    ("nothing said", "Kadıköy: CHP 65,2", ASKED, ASKED),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "first", "last"), TABLE, ids=[row[0] for row in TABLE])
def test_how_far_a_contest_holds(kind: str, text: str, first: str | None, last: str | None) -> None:
    records = [one for one in to_json(read(text, night()))["records"] if one["results"]]
    assert (records[0]["contest"], records[-1]["contest"]) == (first, last)
    for record in records:
        codes = [question["code"] for question in record["questions"]]
        assert ("Q316" in codes) == (record["contest"] is None)
