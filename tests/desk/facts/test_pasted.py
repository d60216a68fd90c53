"""What kind of text was pasted: numbers for the cells, a table, or something to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts.pasted import is_table, numbers


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("55,05\n39,23\n2,10\n", (("55,05",), ("39,23",), ("2,10",))),
        ("55.05", (("55.05",),)),
        ("%58,63\r\n\r\n19:25\r\n", (("%58,63",), ("",), ("19:25",))),
        ("55,05\t61,23\t\n\t35,53\n\n", (("55,05", "61,23"), ("", "35,53"))),
        ("\n\t7\n", (("", ""), ("", "7"))),
        ("\u200e55,05\u00a0\t\u2066 1", None),
        ("\u200e55,05\u00a0\t\u200f13 729", (("55,05", "13 729"),)),
        ("-\n−5,1", (("-",), ("−5,1",))),
        ("31.03.2024", (("31.03.2024",),)),
    ],
)
def test_numbers_and_blanks_are_a_block(text: str, block: object) -> None:
    assert numbers(text) == block


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "-", "CHP\t55,05", "yüzde 58,63", "28 bin 27", "#YOK", "٥٥", "55,05\n=39", "5;6"],
)
def test_anything_else_is_a_text(text: str) -> None:
    assert numbers(text) is None


@given(st.text(st.sampled_from("09,.%\t\n\r -A\x0b\u2028"), max_size=60))
def test_a_block_is_a_rectangle_with_something_at_its_edges(text: str) -> None:
    block = numbers(text)
    if block is None:
        return
    assert "A" not in text
    assert len({len(row) for row in block}) == 1
    assert any(block[-1]) and any(row[-1] for row in block)
    assert all(cell == cell.strip() and "\t" not in cell for row in block for cell in row)


@given(
    st.lists(
        st.lists(st.sampled_from(["", "55,05", "7"]), min_size=2, max_size=2).map(tuple),
        min_size=1,
        max_size=6,
    ).filter(lambda rows: any(rows[-1]) and any(row[-1] for row in rows))
)
def test_a_spreadsheets_cells_come_back(rows: list[tuple[str, ...]]) -> None:
    assert numbers("\r\n".join("\t".join(row) for row in rows) + "\r\n") == tuple(rows)


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("İlçe\tCHP\tAKP\nŞile\t51,2\t40,1\n", True),
        ("İlçe    CHP    AKP\nŞile    51,2   40,1\n", True),
        ("\tCHP\tAKP\nŞile\t51,2\t40,1\n", True),
        ("BEYOĞLU\nAA: CHP yüzde 55,05, AKP yüzde 39,23\n", False),
        ("    CHP: 55\n    AKP: 39\n", False),
        ("CHP\t55,05", False),
        ("", False),
    ],
)
def test_a_table_has_cells_in_two_lines(text: str, table: bool) -> None:
    assert is_table(text) is table
