"""Every point of the list of what the file and the desk must survive has a test, named in the docs.

Here stand those of points that belong to no single room.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.facts.catalog import resource
from tests.desk.conftest import content_of
from tests.faults.harness import REFUSED, command, night_in

ROOT = resource().parent
HEAD = "as_of,agency,contest,place,item,contender,value\n"
ROW = "2024-03-31T20:15,AA,ibb,Beyoğlu,share,CHP,58.63\n"
MANY = 28_000

_LINE = re.compile(r"^\| (\d+) \| .+ \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_point_names_tests_that_are_there() -> None:
    table = _LINE.findall((ROOT / "docs" / "faults.md").read_text(encoding="utf-8"))
    assert [int(point) for point, _ in table] == [*range(1, 23)]
    for point, cell in table:
        tests = _TEST.findall(cell)
        assert tests, point
        for file, name in tests:
            assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8"), (point, name)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1254", "cp857"])
@pytest.mark.parametrize("name", ["record", "read", "candidates"])
def test_point_15_text_in_another_encoding_is_refused_by_name(
    tmp_path: Path, encoding: str, name: str
) -> None:
    night = night_in(tmp_path)
    before = content_of(night)
    words = {
        "record": ("record", night, "-"),
        "read": ("read", "--file", night, "--save", "-"),
        "candidates": ("candidates", night, "-"),
    }
    told = command(*words[name], text=(HEAD + ROW).encode(encoding))
    assert told.trouble is None
    assert told.status == REFUSED
    assert "UTF-8" in told.err
    assert content_of(night) == before


def cell() -> str:
    return HEAD + ROW.replace("CHP", "C" * 131_073)


def line() -> str:
    return HEAD + ROW + "x" * 20_000_000


def rows() -> str:
    return HEAD + ROW.replace("58.63", "5,8,6") * MANY


@pytest.mark.parametrize("given", [cell, line, rows])
def test_point_16_too_much_is_one_sentence_or_the_first_twenty(
    tmp_path: Path, given: Callable[[], str]
) -> None:
    night = night_in(tmp_path)
    before = content_of(night)
    told = command("record", night, "-", text=given())
    assert told.trouble is None
    assert told.status == REFUSED
    lines = told.err.splitlines()
    assert len(lines) == (21 if given is rows else 1)
    assert max(map(len, lines)) < 1_000
    assert str(MANY - 20) in lines[-1] or given is not rows
    assert content_of(night) == before
