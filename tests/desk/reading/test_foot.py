"""Below its last figures, and in its last sentence, a text tells who counted, when and what."""

from __future__ import annotations

from itertools import permutations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

TOLD = "İBB Başkanlığı\nİmamoğlu: %51,0\nKurum: %39,9\n"
TAGS = ("", "\n#Yerel2024", "\n#SonDakika #Seçim2024", "\n\n#Yerel2024")
SIGNS = (("AA", "23.31"), ("📡 AA", "🕐 23.31"), ("Kaynak: AA", "Saat: 23.31"))


@pytest.mark.parametrize("tags", TAGS)
@pytest.mark.parametrize(
    "signs", [*SIGNS, ("AA 23.31",), ("(AA, 23.31)",), ("Veriler: AA, 23.31",)]
)
def test_the_lines_below_are_one_address(signs: tuple[str, ...], tags: str) -> None:
    for order in permutations(signs):
        (record,) = to_json(read(TOLD + "\n".join(order) + tags, night()))["records"]
        assert (record["agency"], record["time"]) == ("AA", "23:31"), order
        assert [one["pct"] for one in record["results"]] == ["51.0", "39.9"]


@pytest.mark.parametrize(
    "closing",
    [
        "Veriler AA'nın 23.31 güncellemesinden.", "AA, 23.31.", "Hepsi AA, 23.31.",
        "Kaynak: AA, saat 23.31.", "Rakamlar AA'nın 23.31 bülteninden.",
    ],
)  # fmt: skip
def test_a_closing_sentence_is_its_line_s_address(closing: str) -> None:
    (record,) = to_json(read(f"İmamoğlu 51,0, Kurum 39,9. {closing}", night()))["records"]
    assert (record["agency"], record["time"]) == ("AA", "23:31")


@pytest.mark.parametrize("foot", ["AA, ANKA", "AA\nANKA", "Kaynak: AA ve ANKA"])
def test_two_sources_below_are_asked(foot: str) -> None:
    reading = to_json(read(f"{TOLD}{foot}", night()))
    assert not any(one["results"] for one in reading["records"])
    assert {q["code"] for one in reading["records"] for q in one["questions"]} == {"Q307"}


def test_another_account_is_no_agency() -> None:
    (record,) = to_json(read(f"{TOLD}@birhaberci 23.31", night()))["records"]
    assert record["agency"] is None


def test_a_text_cut_off_tells_no_source() -> None:
    (record,) = to_json(read("İmamoğlu 51,0, Kurum 39,9. AA...", night()))["records"]
    assert record["agency"] is None
