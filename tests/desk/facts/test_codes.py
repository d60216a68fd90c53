"""Codes are rules: the comment above is the rule, the letter the kind, and no text goes with it."""

from __future__ import annotations

import inspect

from desk.facts import codes
from desk.facts.codes import Code, Refusal


def test_every_code_is_its_own_name_and_kind() -> None:
    for code in Code:
        assert code.value == code.name
        assert code[0] in "EFWDPSQI"
        assert len(code) == 4 and code[1:].isdecimal()


def test_law_6_every_code_has_its_rule_above_it() -> None:
    lines = [line.strip() for line in inspect.getsource(codes).splitlines()]
    for code in Code:
        above = lines[lines.index(f'{code} = "{code}"') - 1]
        assert above.startswith("# ") and above.endswith("."), code


def test_codes_stand_in_order_within_their_kind() -> None:
    for letter in {code[0] for code in Code}:
        kind = [code.value for code in Code if code.startswith(letter)]
        assert kind == sorted(kind)


def test_a_refusal_learns_where_it_happened() -> None:
    refusal = Refusal(Code.E101, text="abc")
    placed = refusal.at(line=7)
    assert (placed.code, placed.values) == (Code.E101, {"text": "abc", "line": 7})
    assert refusal.values == {"text": "abc"}
