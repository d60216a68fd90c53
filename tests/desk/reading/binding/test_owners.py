"""Whose a figure is where several are named."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

Held = list[tuple[str, str]]


def _held(text: str, with_night: bool = True) -> Held:
    records = to_json(read(text, night() if with_night else None))["records"]
    return [(one["label"], one["pct"]) for record in records for one in record["results"]]


@pytest.mark.parametrize("mark", [", ", ": "])
@pytest.mark.parametrize(
    "done", ["Kurum'a nefes aldırmadı", "Kurum'un önünü kesti", "Kurum'u solladı",
             "Kurum'un rekorunu kırdı", "Kurum'a boyun eğdirdi"],
)  # fmt: skip
def test_whom_somebody_did_something_to_has_not_the_figure(done: str, mark: str) -> None:
    assert _held(f"İmamoğlu {done}{mark}50,4.") == [("İmamoğlu", "50.4")]


@pytest.mark.parametrize("noun", ["oyunu", "oranını"])
def test_whose_figure_somebody_tells_is_not_hers(noun: str) -> None:
    assert ("İmamoğlu", "40.6") not in _held(f"İmamoğlu Kurum'un {noun} açıkladı: 40,6.")


@pytest.mark.parametrize(
    "who", ["iktidar", "mevcut başkan", "o", "kendisi", "lider", "karşı taraf"]
)
@pytest.mark.parametrize(
    "rest", ["Altınöz sessiz", "Zafer yok", "YRP geride", "DEM aday çıkarmadı"]
)
def test_values_do_not_shift_to_the_next_names(who: str, rest: str) -> None:
    assert _held(f"İBB'de {who} 50,4, Kurum 40,6, {rest}.") in ([("Kurum", "40.6")], [])


def test_values_before_their_names_are_theirs() -> None:
    told = _held("İBB'de yüzde 50,4 İmamoğlu, yüzde 40,6 Kurum")
    assert told == [("İmamoğlu", "50.4"), ("Kurum", "40.6")]


@pytest.mark.parametrize(
    "aside", ["eski AKP", "önceki: AKP", "rakip AKP", "destek: DEM", "MHP yönetiyordu", "AKP, MHP"]
)
def test_who_stands_in_brackets_behind_a_name_has_not_its_figure(aside: str) -> None:
    assert _held(f"Üsküdar başkanlık CHP ({aside}) 49,8.") == [("CHP", "49.8")]


def test_brackets_may_say_who_it_is() -> None:
    both = "CHP'nin adayı (Mansur Yavaş) 60,4, AK Parti'nin adayı (Turgut Altınok) 31,7"
    told = _held(f"Ankara: {both}", with_night=False)
    assert [value for _, value in told] == ["60.4", "31.7"]


@pytest.mark.parametrize("verb", ["aldı", "topladı", "alarak kazandı"])
@pytest.mark.parametrize("opened", ["Açılan", "Sayılan"])
def test_a_part_of_the_opened_votes_is_no_opened_share(opened: str, verb: str) -> None:
    (record,) = to_json(read(f"{opened} oyların yüzde 59,7'sini Erdoğan {verb}."))["records"]
    assert record["opened_pct"] is None
    assert [one["pct"] for one in record["results"]] == ["59.7"]
    (record,) = to_json(read("Oyların yüzde 59,7'si açıldı, Erdoğan yüzde 52,1 aldı."))["records"]
    assert record["opened_pct"] == "59.7"
