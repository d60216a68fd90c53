"""What a text takes back is read as what stands for it, once, and says so."""

from __future__ import annotations

from typing import Any

import pytest

from desk.facts.catalog import load
from desk.reading.reader import Context, read, to_json

FILE = Context.of(load("istanbul-2024"))

# The text, the share that holds, the one it stands for (None: the text does not give it).
SHARES = (
    ("AA: İmamoğlu'nun oyu yüzde 47,1 değil 48,1.", "48.1", "47.1"),
    ("AA: İmamoğlu yüzde 47,1 değil, yüzde 48,1 oy aldı.", "48.1", "47.1"),
    ("AA: İmamoğlu'nu yüzde 47,1 olarak geçmiştik, doğrusu 48,1.", "48.1", "47.1"),
    ("AA: İmamoğlu için verdiğimiz yüzde 47,1 yanlıştı, doğrusu yüzde 48,1.", "48.1", "47.1"),
    ("AA: İmamoğlu'nun oyu 47,1'den 48,1'e düzeltildi.", "48.1", "47.1"),
    ("AA: İmamoğlu 48,1 (47,1 değil)", "48.1", "47.1"),
    ("AA: İmamoğlu yüzde 48,1 (önceki bültende 47,1 geçilmişti)", "48.1", "47.1"),
    ("AA: İmamoğlu 47,1 yerine 48,1 olacak.", "48.1", "47.1"),
    ("AA'da İmamoğlu'nun oyunu yüzde 47,1 olarak duyurmuştuk; 48,1 olacak.", "48.1", "47.1"),
    ("AA: İmamoğlu'nun oyu 47,1 olarak geçmişti, bu bilgi 48,1 olarak düzeltilmiştir.",
     "48.1", "47.1"),
    ("AA: Önceki bültende İmamoğlu'nun oyu 47,1 olarak yer aldı. Doğrusu 48,1'dir.",
     "48.1", "47.1"),
    ("Düzeltiyoruz: AA'ya göre İmamoğlu yüzde 48,1.", "48.1", None),
    ("DÜZELTME\nAA\nİmamoğlu 48,1", "48.1", None),
)  # fmt: skip


def only(text: str) -> dict[str, Any]:
    (record,) = to_json(read(text, FILE))["records"]
    assert record["agency"] == "AA"
    return record


@pytest.mark.parametrize(("text", "new", "old"), SHARES, ids=[row[0] for row in SHARES])
def test_a_share_taken_back(text: str, new: str, old: str | None) -> None:
    record = only(text)
    (result,) = record["results"]
    assert (result["pct"], result["correction"], result["old_pct"]) == (new, True, old)
    assert record["correction"]
    left = to_json(read(text, FILE))["ignored"]
    assert [one["code"] for one in left] == ([] if old is None else ["I307"])


def test_votes_and_boxes_taken_back() -> None:
    record = only("AA: Kurum'a 63 bin 65 oy yazılmıştı, doğrusu 63 bin 605.")
    assert (record["results"][0]["votes"], record["results"][0]["old_votes"]) == (63605, 63065)
    record = only("AA: Açılan sandık yüzde 71,4 değil 74,1. İmamoğlu yüzde 50,2.")
    assert record["corrections"] == {"opened_pct": "71.4"}
    assert [one["correction"] for one in record["results"]] == [False]


def test_two_at_once_each_with_its_own() -> None:
    record = only(
        "AA: İmamoğlu'nu 47,1, Kurum'u 41,2 olarak geçmiştik; doğrusu İmamoğlu 48,1, Kurum 40,2."
    )
    told = [(one["pct"], one["old_pct"]) for one in record["results"]]
    assert told == [("48.1", "47.1"), ("40.2", "41.2")]


@pytest.mark.parametrize(
    "text",
    [
        "İmamoğlu yüzde 47,1 değil.",
        "'İmamoğlu yüzde 60' iddiası yanlış.",
        "AA: İmamoğlu yüzde 48,1'den 50,2'ye çıktı.",
        "İmamoğlu değil Kurum yüzde 48,1 aldı.",
    ],
)
def test_nothing_stands_for_another(text: str) -> None:
    for record in to_json(read(text, FILE))["records"]:
        assert not record["correction"]


def test_a_correction_ends_with_its_paragraph() -> None:
    text = "DÜZELTME\nAA\nİmamoğlu 48,1\n\nANKA\nİmamoğlu 50,3"
    told = [one["correction"] for one in to_json(read(text, FILE))["records"]]
    assert told == [True, False]


UNSETTLED = (
    "Teyitsiz! {}", "Teyit edemedim: {}", "Doğrulanmamış: {}", "{} (teyitsiz)", "{} (AA, hatalı)",
    "{} (eski)", "Eski bülten - {}", "Bir önceki bülten\n{}", "{} (bu bülten geçersiz)",
    "{}\nyukarıdaki veriyi kullanmayınız", "{}\nbu yanlıştı", "{}\nBu bülteni yok sayın.",
    "{}\n*Ümraniye", "{}\n*ANKA", "{}\n** ANKA", "{}\n*21.50", "{}\nAA değil ANKA",
    "{}\n22.10 değil 22.15", "{}\nDüzeltiyorum: saat 22.20", "{} (AA'ymış)", "{}\nyok o ANKA",
)  # fmt: skip


@pytest.mark.parametrize("frame", UNSETTLED)
def test_what_does_not_stand_is_asked(frame: str) -> None:
    text = frame.format("AA 22.10 Üsküdar İBB İmamoğlu 50,1 Kurum 42,3")
    reading = to_json(read(text, FILE))
    assert not any(one["results"] for one in reading["records"])
    assert reading["ignored"] or any(one["questions"] for one in reading["records"])


@pytest.mark.parametrize("text", ["* İmamoğlu 50,1\n* Kurum 42,3", "*İmamoğlu* 50,1\n*Kurum* 42,3"])
def test_stars_that_mend_nothing(text: str) -> None:
    (record,) = to_json(read(f"AA Üsküdar İBB\n{text}", FILE))["records"]
    assert [one["pct"] for one in record["results"]] == ["50.1", "42.3"]
