"""Sources behind their figures: each run has the source behind it, and no other's time."""

from __future__ import annotations

import itertools

import pytest

from desk.reading.reader import read, to_json

INNER = (", ", " - ", " / ", " ")
OUTER = ("; ", " | ", ". ", " // ", " - ", " • ", "\n")
STYLES = ("{told} - {source}", "{told} ({source})", "{source}: {told}")
SOURCES = (("AA", "ANKA"), ("DHA 21.15", "İHA 22.40"), ("DHA, 21.15", "İHA, 22.40"))


@pytest.mark.parametrize("heading", ["Rize: ", "Rize\n", ""])
@pytest.mark.parametrize("style", STYLES)
def test_each_run_has_its_own_source_and_time(style: str, heading: str) -> None:
    for inner, outer, sources in itertools.product(INNER, OUTER, SOURCES):
        shares = iter(("41,2", "33,4", "52,1", "29,3"))
        parts, wanted = [], set()
        for source in sources:
            values = [next(shares), next(shares)]
            told = inner.join(
                f"{who} {one}" for who, one in zip(("CHP", "AKP"), values, strict=True)
            )
            parts.append(style.format(told=told, source=source))
            name, _, moment = source.replace(",", "").partition(" ")
            wanted |= {(name, moment.replace(".", ":"), one.replace(",", ".")) for one in values}
        text = heading + outer.join(parts)
        given = {
            (one["agency"], one["time"] or "", row["pct"])
            for one in to_json(read(text))["records"]
            for row in one["results"]
        }
        assert given == wanted, text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CHP: 51,1 (AA), 53,2 (ANKA)", {("AA", "51.1"), ("ANKA", "53.2")}),
        ("CHP 51,1 - AA: CHP 53,2", {(None, "51.1"), ("AA", "53.2")}),
        ("AA: CHP 51,1 - ANKA: CHP 53,2", {("AA", "51.1"), ("ANKA", "53.2")}),
    ],
)
def test_a_source_before_its_figures_stays_there(
    text: str, wanted: set[tuple[str | None, str]]
) -> None:
    given = {
        (one["agency"], row["pct"])
        for one in to_json(read(text))["records"]
        for row in one["results"]
    }
    assert given == wanted
