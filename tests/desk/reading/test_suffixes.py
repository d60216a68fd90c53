"""The suffixes behind a number: every form that vowel harmony gives makes its case."""

from __future__ import annotations

import pytest

from desk.reading.tokens import case_of, fold

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
