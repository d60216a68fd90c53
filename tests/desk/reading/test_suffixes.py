"""The suffixes behind a number: each form of vowel harmony makes its case; `ile` is one, too."""

from __future__ import annotations

import re
from typing import Any

import pytest

from desk.reading.reader import read, to_json
from desk.reading.tokens import case_of, fold
from tests.desk.reading.score import OPEN, examples, night

CASES = {
    "possloc": "{s}{v}nd{e}",
    "possabl": "{s}{v}nd{e}n",
    "possdat": "{s}{v}n{e}",
    "possacc": "{s}{v}n{v}",
    "possgen": "{s}{v}n{v}n",
}
HARMONY = (("ı", "a"), ("i", "e"), ("u", "a"), ("ü", "e"))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("narrow", "wide"), HARMONY)
@pytest.mark.parametrize("buffer", ["", "s"])
def test_a_suffix_of_any_harmony_makes_its_case(
    case: str, narrow: str, wide: str, buffer: str
) -> None:
    suffix = CASES[case].format(s=buffer, v=narrow, e=wide)
    assert case_of(fold(suffix)) == case, suffix


ILE = re.compile(r"((?:yüzde |%)\d+[.,]\d+|\b(?:oy|oyu|oranı|fark|farkı|puan)) ile\b")
ONE_WORD = {
    "oy": "oyla", "oyu": "oyuyla", "oranı": "oranıyla", "fark": "farkla", "farkı": "farkıyla",
    "puan": "puanla",
}  # fmt: skip


def _told(text: str, mode: str | None) -> Any:
    """What was read, without where it stood."""
    found = to_json(read(text, night() if mode == "file" else None))
    apart = ("sources", "questions", "results")
    return (
        [
            (
                {name: one for name, one in record.items() if name not in apart},
                [(one["label"], one["pct"], one["votes"]) for one in record["results"]],
                [one["code"] for one in record["questions"]],
            )
            for record in found["records"]
        ],
        [one["code"] for one in found["ignored"]],
    )


def test_with_is_the_same_as_a_word_and_as_a_suffix() -> None:
    """`yüzde 51,1 ile` and `yüzde 51,1'le`, `oy ile` and `oyla`: in every open text."""
    texts = [(row["text"], row.get("mode")) for path in OPEN for row in examples(path)]
    wrong, tried = [], 0
    for text, mode in texts:
        one = ILE.sub(lambda found: ONE_WORD.get(found[1], f"{found[1]}'le"), text)
        if one != text:
            tried += 1
            wrong += [text] if _told(text, mode) != _told(one, mode) else []
    assert tried > 600
    assert wrong == []


ANY = ("", "'le", "'teki", "'lik", "'e", "'den", "'te", "'i", "'sini", "'ini", "'inin", "'inde")


@pytest.mark.parametrize("verb", ["geçti", "alan Ali Kaya", "aldığı", "olarak", "ise", ""])
def test_two_figures_of_any_case_are_read_without_an_exception(verb: str) -> None:
    for one in ANY:
        for two in ANY:
            text = f"Korgan'da CHP yüzde 37,36{one} yüzde 36,65{two} AK Parti'yi {verb}"
            given = {x["pct"] for r in to_json(read(text))["records"] for x in r["results"]}
            assert given <= {"37.36", "36.65"}, text
