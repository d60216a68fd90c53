"""Texts as a page, a chat or a hurried hand disturbs them: what they tell stays, or is asked."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import OPEN, examples, score

SAMPLE = 1200
"""Open texts of each disturbance; all of them take half an hour."""
_SMALL = {ord("I"): "ı", ord("İ"): "i"}
_CAPITAL = {ord("i"): "İ", ord("ı"): "I"}
_SHARE = re.compile(r"((?:yüzde |%)\d+[.,]\d+)")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")

DISTURBED: dict[str, tuple[Callable[[str], str], int]] = {
    "a herald": (lambda text: f"SON DAKİKA: {text}", 0),
    "bold shares": (lambda text: _SHARE.sub(r"*\1*", text), 0),
    "bold parties": (lambda text: re.sub(r"\b(CHP|AK Parti|AKP)\b", r"**\1**", text), 0),
    "quoted": (lambda text: "> " + text.replace("\n", "\n> "), 0),
    "a bullet": (lambda text: f"• {text}", 0),
    "forwarded": (lambda text: f"İletildi\n{text}", 0),
    "no-break blanks": (lambda text: text.replace(" ", "\u00a0"), 0),
    "per cent in words": (lambda text: re.sub(r"%\s?(?=\d)", "yüzde ", text), 0),
    "Windows line ends": (lambda text: text.replace("\n", "\r\n"), 0),
    "blanks for apostrophes": (lambda text: _APOSTROPHE.sub(" ", text), 12),
    "small letters": (lambda text: text.translate(_SMALL).lower(), 16),
    "capitals": (lambda text: text.translate(_CAPITAL).upper(), 18),
}
"""What is done to a text, and how many of the sample are told wrong without a question at most."""


@cache
def _texts() -> list[dict[str, Any]]:
    rows = [row for path in OPEN for row in examples(path)]
    return random.Random(2024).sample(rows, SAMPLE)


@pytest.mark.parametrize("name", DISTURBED)
def test_a_disturbed_text_tells_nothing_else(name: str) -> None:
    disturb, most = DISTURBED[name]
    wrong = [
        row["id"]
        for row in _texts()
        if (text := disturb(row["text"])) != row["text"] and score({**row, "text": text}).wrong
    ]
    assert len(wrong) <= most, wrong


def _told(text: str) -> str:
    found = to_json(read(text))["records"]
    return " ".join(
        f"{record['agency'] or '-'}/{record['place'] or '-'}"
        + "".join(f" {one['label']}:{one['pct']}" for one in record["results"])
        for record in found
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("AK Partiye yüzde 45,8, Zafer Partisine yüzde 3,1", "-/- AK Parti:45.8 Zafer Partisi:3.1"),
        ("ANKA CHP 38,9, AAnınki 43,0", "ANKA/- CHP:38.9 AA/- CHP:43.0"),
        ("Beykozu CHP yüzde 45,8 ile aldı", "-/Beykoz CHP:45.8"),
        ("CHP nin oyu yüzde 40,5 e çıktı", "-/- CHP:40.5"),
        ("TUZLA\nEREN ALİ BİNGÖL\nCHP\n%50,7", "-/Tuzla CHP:50.7"),
        ("chp fuat köse 38,7", "-/-"),
        ("SİVAS'TA CHP YÜZDE 57,1 OYLA SEÇİMİ KAZANDI, ORTAM SAKİN.", "-/Sivas CHP:57.1"),
        ("CHP 50,1\n\nAKP 40,2\n\nMHP 4,1", "-/- CHP:50.1 AKP:40.2 MHP:4.1"),
    ],
)
def test_a_disturbed_line_is_read(text: str, wanted: str) -> None:
    assert _told(text) == wanted
