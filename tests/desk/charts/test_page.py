"""A text cut to a room: as much of it as fits, however long it is."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from desk.charts import page
from desk.charts.page import fitted, wide


@pytest.mark.parametrize(
    "text", ["Cumhuriyet Halk Partisi +12,34", "[" * 5_000 + " +22,69", "i" * 900]
)
@pytest.mark.parametrize("room", [0, 60, 180])
def test_as_much_of_a_text_as_fits_and_the_number_at_its_end(text: str, room: float) -> None:
    with patch.object(page, "wide", wraps=wide) as measured:
        cut = fitted(text, 12, room)
    assert measured.call_count < 15, "not letter by letter"
    last = text.rpartition(" ")[2]
    kept, dots, end = cut.partition("…")
    assert dots and text.startswith(kept)
    assert end.strip() == (last if any(map(str.isdigit, last)) else "")
    if kept:
        assert wide(cut, 12) <= room
    longer = f"{text[: len(kept) + 1]}…{end}"
    assert longer.endswith(" …" + end) or wide(longer, 12) > room


def test_what_fits_stays_as_it_is() -> None:
    assert fitted("CHP +1,20", 12, 200) == "CHP +1,20"
