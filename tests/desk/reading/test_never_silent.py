"""Texts that were read wrongly without a word, and what of each must never again be filed so.

A row of ``never_silent.jsonl`` is a text, its mode, what kind of trap it is, and the figures nobody
stated: agency, place, contest, hour, whose or which, item and value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import DATA, FIELDS, examples, night

ROWS = examples(DATA / "never_silent.jsonl")
KINDS = sorted({row["kind"] for row in ROWS})

RIVALS = (
    "Üsküdar'da Dedetaş Türkmen'i {} {}.",
    "Üsküdar'da Dedetaş {} {}.",
    "Üsküdar'da Dedetaş, Türkmen'in {} {}.",
)
BY_SO_MUCH = {
    "12 bin oy": "geçti|geçiyor|yendi|solladı|geride bıraktı|ileride|arkasında|önünde|fark attı|"
    "öne çıktı|üstünlük sağladı|daha fazla aldı|kıl payı önde",
    "12 bin oyla": "solladı|öne çıktı|ileride|kıl payı kazandı|geride bıraktı",
    "8,2 puan": "geçti|yendi|geride bıraktı|önünde|fark attı|üstünlük sağladı|fazla aldı",
    "yüzde 8": "geçti|yendi|geride bıraktı|fazla aldı|daha az aldı",
}
"""What somebody leads by, or outdoes a rival by: nobody's votes and nobody's share."""


def filed(text: str, mode: str) -> Iterator[list[Any]]:
    """Every figure a text gives that no question lies on."""
    found = to_json(read(text, night() if mode == "file" else None))
    asked = [one["source"] for record in found["records"] for one in record["questions"]]
    for record in found["records"]:
        where = [record["agency"], record["place"], record["contest"], record["time"]]
        for one, span in figures(record):
            if not any(start < span[1] and span[0] < end for start, end in asked):
                yield [*where, *one]


def figures(record: Mapping[str, Any]) -> Iterator[tuple[list[Any], list[int]]]:
    """A record's figures, each with the fragment it came from."""
    for one in record["results"]:
        for item in ("pct", "votes"):
            if one[item] is not None:
                yield [one["label"], item, one[item]], one[f"{item}_source"]
    for item in FIELDS:
        if record[item] is not None:
            yield [item, str(record[item])], record["sources"][item]


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_stated_is_asked_or_left_out(kind: str) -> None:
    for row in ROWS:
        if row["kind"] == kind:
            told = [*filed(row["text"], row["mode"])]
            assert [one for one in row["never"] if one in told] == [], row["text"]


def test_a_plain_text_is_filed() -> None:
    assert [*filed("AA 21.15 Kadıköy İBB: CHP 71,2", "file")] == [
        ["AA", "Kadıköy", "ibb", "21:15", "CHP", "pct", "71.2"]
    ]


@pytest.mark.parametrize("measure", BY_SO_MUCH)
def test_what_a_rival_is_outdone_by_is_nobodys_figure(measure: str) -> None:
    for frame, verb in product(RIVALS, BY_SO_MUCH[measure].split("|")):
        text = frame.format(measure, verb)
        assert [one for one in filed(text, "file") if one[5] in ("pct", "votes")] == [], text


@pytest.mark.parametrize("verb", ["aldı", "topladı", "kazandı"])
def test_what_somebody_got_is_theirs(verb: str) -> None:
    for frame, (measure, told) in product(
        RIVALS[1:2], {"12 bin oy": ["votes", 12000], "yüzde 48": ["pct", "48"]}.items()
    ):
        assert [one[5:] for one in filed(frame.format(measure, verb), "file")] == [told]
