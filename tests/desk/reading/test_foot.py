"""Below its last figures, and in its last sentence, a text tells who counted, when and what."""

from __future__ import annotations

from itertools import permutations

import pytest

from desk.reading.questions.answers import NONE_YET
from desk.reading.reader import read, to_json
from desk.reading.shapes import Asks
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


BULLETINS = (
    ("İmamoğlu 51,1, Kurum 39,6. Açılan sandık %88,2", "AA", "23:05"),
    ("Üsküdar'da Sinem Dedetaş 49,8, Hilmi Türkmen 44,1.", "ANKA", "23:10"),
    ("Fatih'te Ergün Turan 47,3\nMahir Polat 45,9", "AA", "23:20"),
)
SIGNED = (
    "{} {}",
    "{}, {}",
    "({}, {})",
    "— {} {}",
    "📡 {}\n🕐 {}",
    "Hepsi {}, {}.",
    "#Yerel2024\n{} {}",
)
"""How an agency and its hour stand on lines of their own."""


@pytest.mark.parametrize("sign", SIGNED)
@pytest.mark.parametrize(("near", "between"), [("\n", "\n\n"), ("\n\n", "\n\n"), ("\n", "\n")])
@pytest.mark.parametrize("below", [True, False], ids=["below", "above"])
def test_several_bulletins_with_their_addresses_on_the_same_side(
    sign: str, near: str, between: str, below: bool
) -> None:
    told = [
        (figures, sign.format(agency, time.replace(":", ".")))
        for figures, agency, time in BULLETINS
    ]
    text = between.join(near.join(pair if below else pair[::-1]) for pair in told)
    records = to_json(read(text, night()))["records"]
    assert [(one["agency"], one["time"]) for one in records] == [pair[1:] for pair in BULLETINS]
    assert not any(one["questions"] for one in records)


@pytest.mark.parametrize("sign", SIGNED)
def test_the_last_bulletin_of_a_paste_may_have_no_address(sign: str) -> None:
    (one, agency, time), (other, *_), _ = BULLETINS
    text = f"{one}\n{sign.format(agency, time.replace(':', '.'))}\n\n{other}"
    first, second = to_json(read(text, night()))["records"]
    assert (first["agency"], first["time"]) == (agency, time)
    assert (second["agency"], second["time"]) == (None, None)
    assert [row["pct"] for row in second["results"]] == ["49.8", "44.1"]


def test_an_agency_between_two_lines_of_figures_is_asked() -> None:
    (one, *_), (other, *_), _ = BULLETINS
    records = to_json(read(f"{one}\nAA 23.05\n{other}", night()))["records"]
    assert not any(record["results"] for record in records)
    asked = [question for record in records for question in record["questions"]]
    assert [question["code"] for question in asked] == ["Q307", "Q307"]
    spans = {tuple(question["source"]) for question in asked}
    assert len(spans) == 2

    first, second = sorted(spans)
    answers = NONE_YET.told(Asks.AGENCY, "AA", first).told(Asks.AGENCY, "ANKA", second)
    records = to_json(read(f"{one}\nAA 23.05\n{other}", night(), answers))["records"]
    assert [record["agency"] for record in records] == ["AA", "ANKA"]


def test_a_heading_of_several_paragraphs_goes_on_below_an_address() -> None:
    (one, *_), (other, *_), (last, *_) = BULLETINS
    records = to_json(read(f"AA\n\n{one}\n\n{other}\n23.10\n\n{last}", night()))["records"]
    assert [record["agency"] for record in records] == ["AA", "AA", "AA"]


@pytest.mark.parametrize(
    "address", ["İBB, 22.18", "Şile Belediye Başkanlığı – 22.18", "ANKA 22.18"]
)
def test_a_heading_tells_an_hour_and_no_share(address: str) -> None:
    (record,) = to_json(read(f"{address}\nCHP: 52,4\nAK Parti: 41,6", night()))["records"]
    assert record["time"] == "22:18"
    assert all(question["code"] != "Q303" for question in record["questions"])
