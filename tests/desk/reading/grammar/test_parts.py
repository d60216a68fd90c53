"""A part of a place or of its voters: whose the figures are is asked, never the whole's."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

PARTS = (
    "Üsküdar'ın Çengelköy'ünde",
    "Silivri'nin Selimpaşa'sında",
    "Silivri'nin Gümüşyaka beldesinde",
    "İkinci bölgede",
    "Gecekondu mahallelerinde",
    "Kıyı ilçelerinde",
    "65 yaş üstünde",
    "30 yaş altı seçmende",
    "Kendi sandığında",
)


@pytest.mark.parametrize("figure", ["Kurum yüzde 39,8", "yüzde 39,8 Kurum", "Kurum 39,8 aldı"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_not_the_whole(part: str, figure: str) -> None:
    records = to_json(read(f"AA: {part} {figure}.", night()))["records"]
    asked = [tuple(one["source"]) for record in records for one in record["questions"]]
    for result in (one for record in records for one in record["results"]):
        start, stop = result["pct_source"]
        assert any(low < stop and start < high for low, high in asked)


@pytest.mark.parametrize("place", ["Üsküdar'ın sandıklarında", "İlçe belediyesinde Üsküdar'da"])
def test_what_is_no_part_is_read(place: str) -> None:
    records = to_json(read(f"AA: {place} AK Parti yüzde 39,8 aldı.", night()))["records"]
    assert [one["pct"] for record in records for one in record["results"]] == ["39.8"]
