"""Gaps that are nobody's lead, and who leads where somebody loses."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night


def told(text: str) -> dict[str, Any]:
    """What a text gives without a question: figures, and the leader."""
    found = to_json(read(text, night()))["records"]
    asked = [one["source"] for record in found for one in record["questions"]]

    def sure(span: list[int]) -> bool:
        return not any(low < span[1] and span[0] < high for low, high in asked)

    leads = [
        (record["leader"], record[name])
        for record in found
        for name in ("lead_points", "lead_votes")
        if record[name] is not None and sure(record["sources"][name])
    ]
    shares = [
        one[item]
        for record in found
        for one in record["results"]
        for item in ("pct", "votes")
        if one[item] is not None and sure(one[f"{item}_source"])
    ]
    return {"leads": leads, "figures": shares}


LOSES = (
    "ikinci",
    "ikinci oldu",
    "ikinci kaldı",
    "ikinci sırada",
    "kaptırdı",
    "kaçırdı",
    "devretti",
    "teslim etti",
    "elinden kaçırdı",
)


@pytest.mark.parametrize("verb", LOSES)
def test_who_loses_leads_nothing(verb: str) -> None:
    for by in ("7,2 puan", "22 bin oy"):
        leads = told(f"Üsküdar'da Türkmen {by} farkla {verb}. AA")["leads"]
        assert [leader for leader, _ in leads if leader] == []


@pytest.mark.parametrize("verb", ["kaptırdı", "bıraktı", "devretti", "teslim etti"])
def test_it_is_lost_to_who_leads(verb: str) -> None:
    ((leader, value),) = told(f"Türkmen Üsküdar'ı 7,2 puan farkla Dedetaş'a {verb}. AA")["leads"]
    assert (leader, value) == ("Dedetaş", "7.2")


MARKS = ("yüzde 40'a 0,4 puan {}", "yüzde 50'nin 2 puan {}", "yüzde 50'yi 1,1 puan {}")
AWAY = ("uzakta", "mesafede", "gerisinde", "altında", "üzerinde", "geçti")


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_nobodys_share_and_its_distance_nobodys_lead(mark: str) -> None:
    for away in AWAY:
        assert told(f"Kurum {mark.format(away)}. AA") == {"leads": [], "figures": []}


def test_of_several_rivals_gaps_none_is_the_lead() -> None:
    for one, two in product(("puan", ""), ("fark attı", "üstünlük kurdu")):
        text = f"İmamoğlu Kurum'a 11,4 {one}, Altınöz'e 48,5 puan {two}. AA"
        assert told(text)["figures"] == []
        assert ("İmamoğlu", "48.5") not in told(text)["leads"]


@pytest.mark.parametrize("verb", ["ayırıyor", "ayırdı"])
def test_what_parts_two_is_between_them(verb: str) -> None:
    found = told(f"İmamoğlu ile Kurum'u 974 bin oy {verb}. AA")
    assert found == {"leads": [(None, 974000)], "figures": []}


@pytest.mark.parametrize("who", ["üçüncü", "dördüncü"])
def test_a_gap_further_down_is_no_lead(who: str) -> None:
    text = f"Kurum ile {who} sıradaki Altınöz'ün arasında 37 puan fark var. AA"
    assert told(text)["leads"] == []


def test_a_plain_lead_is_read() -> None:
    assert told("AA: İmamoğlu Kurum'un 11,4 puan önünde.")["leads"] == [("İmamoğlu", "11.4")]
    assert told("AA: İmamoğlu, Kurum'a 11,4 puan fark attı.")["leads"] == [("İmamoğlu", "11.4")]
