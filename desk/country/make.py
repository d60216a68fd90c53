"""The resources of this room, made from a folder of source tables by one command.

``python -m desk.country.make FOLDER [OUT]``; ``FOLDER`` holds ``districts_tr.csv``, ``turkiye/``;
what comes out depends on nothing else. No window and no night ever needs this module.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desk import turkish
from desk.country import shelf

Table = list[dict[str, str]]

COUNTS = ("boxes", "registered", "cast", "valid", "invalid")
_ADDRESS = ("scope", "plate", "ysk_id", "town_id", "town", "constituency")
_REST = "rest"
MOVED_2026 = {("06", "Güdül"): "ANKARA-3"}
"""Districts in another constituency than in 2023, by the council's decision of March 2026."""
UNIT = {"bbb": "province", "mv": "constituency", "bb": "place", "bm": "place", "igm": "place"}
"""What one list stands for: nought votes in all of it is *did not stand*, elsewhere nought."""
_RULES = ("polls", "ban", "seats_rules")
ALLIANCES = {
    "cumhur_ittifaki": "Cumhur İttifakı",
    "millet_ittifaki": "Millet İttifakı",
    "emek_ve_ozgurluk_ittifaki": "Emek ve Özgürlük İttifakı",
    "ata_ittifaki": "ATA İttifakı",
    "sosyalist_guc_birligi_ittifaki": "Sosyalist Güç Birliği",
}


def read(path: Path) -> Table:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(heads)
        out.writerows(rows)


def place_of(row: Mapping[str, str]) -> str:
    """The id of the place a row of a result table is about."""
    if row.get("scope") in {"abroad", "customs"}:
        return row["scope"]
    town = row.get("town_id", "0")
    return f"d{row['ysk_id']}" if town in {"", "0"} else f"t{town}"


def places(source: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Country, provinces with their districts and those with their towns, what is beside them."""
    towns: dict[str, Table] = defaultdict(list)
    for row in read(source / "turkiye" / "2024-03-31_BB_towns.csv"):
        towns[row["ysk_id"]].append(row)
    districts: dict[int, Table] = defaultdict(list)
    for row in read(source / "districts_tr.csv"):
        districts[int(row["province_plate"])].append(row)
    yield "tr", "Türkiye", "country", "", ""
    for plate, rows in sorted(districts.items()):
        yield f"p{plate}", rows[0]["province"], "province", "tr", rows[0]["metropolitan"]
        for row in sorted(rows, key=lambda row: turkish.sort_key(row["district"])):
            own = f"d{row['ysk_id']}"
            yield own, row["district"], "district", f"p{plate}", row["metropolitan"]
            for town in sorted(towns[row["ysk_id"]], key=lambda row: turkish.sort_key(row["town"])):
                yield f"t{town['town_id']}", town["town"], "town", own, "0"
    yield "inland", "Yurt içi", "inland", "tr", ""
    yield "abroad", "Yurt dışı", "abroad", "tr", ""
    yield "customs", "Gümrük kapıları", "customs", "tr", ""


def constituencies(source: Path) -> Iterator[tuple[object, ...]]:
    """By year: id, name as the council lists it, seats, and its districts where it is not all."""
    folder = source / "turkiye"
    plates = {_listed(row["province"]): int(row["province_plate"]) for row in _districts(source)}
    lists = {"2015": "2015-11-01", "2018": "2018-06-24", "2023": "2023-05-14", "2026": "2023-05-14"}
    moved = {
        row["ysk_id"]: MOVED_2026[row["province_plate"], row["district"]]
        for row in _districts(source)
        if (row["province_plate"], row["district"]) in MOVED_2026
    }
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    for year, day in lists.items():
        for row in read(folder / f"{day}_MV.csv"):
            if row["scope"] == "district":
                name = moved.get(row["ysk_id"], "") if year == "2026" else ""
                members[year, name or row["constituency"]].append(int(row["ysk_id"]))
    for row in read(folder / "seats_per_constituency.csv"):
        province, _, number = row["constituency"].partition("-")
        within = members[row["year"], row["constituency"]]
        plate = plates[province]
        yield (
            row["year"],
            f"c{plate}-{number}" if number else f"p{plate}",
            row["constituency"],
            row["seats"],
            " ".join(f"d{district}" for district in sorted(within)) if number else "",
            row["status"],
            row["source"],
        )


def _listed(province: str) -> str:
    """A province as the lists of the council's data spell it."""
    return turkish.fold(province).upper()


def _districts(source: Path) -> Table:
    return read(source / "districts_tr.csv")


def results(source: Path) -> dict[str, tuple[list[str], list[list[str]]]]:
    """Every contest's table by its name (``2024-03-31_bb``): heads and rows, a place a row."""
    parts: dict[str, Table] = defaultdict(list)
    for path in sorted((source / "turkiye").glob("20*_*.csv")):
        day, kind = path.stem.removesuffix("_towns").split("_")
        parts[f"{day}_{kind.lower()}"] += read(path)
    return {name: _result(name.partition("_")[2], rows) for name, rows in parts.items()}


def _result(kind: str, rows: Table) -> tuple[list[str], list[list[str]]]:
    codes: list[str] = []
    for row in rows:
        codes += [code for code in row if code not in (*_ADDRESS, *COUNTS, *codes, _REST)]
    if any(_REST in row for row in rows):
        codes.append(_REST)
    stood: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        stood[_unit(kind, row)] |= {code for code in codes if row.get(code, "0") != "0"}
    out = []
    for row in rows:
        held = stood[_unit(kind, row)] if kind in UNIT else set(codes)
        counts = [row[name] for name in COUNTS]
        if row.get("scope") in {"abroad", "customs"}:
            counts[0] = ""
        if row.get("scope") == "customs":
            counts[1] = ""
        out.append(
            [
                place_of(row),
                *counts,
                *(row.get(code, "") if code in held else "" for code in codes),
            ]
        )
    return ["place", *COUNTS, *codes], out


def _unit(kind: str, row: Mapping[str, str]) -> str:
    unit = UNIT.get(kind)
    if unit == "province":
        return row["plate"]
    if unit == "constituency":
        return row["constituency"] or "outside"
    return place_of(row)


def ballots(rules: Mapping[str, Any], source: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Who or what stood without a party, on which day: the code of its column, name, colour."""
    told: Mapping[str, Any] = rules["presidential"]
    days = {day: ("cb", names) for day, names in told.items() if day[0].isdigit()}
    days |= {"2017-04-16": ("ref", ["Evet", "Hayır"])}
    for day, (kind, names) in sorted(days.items()):
        rows = read(source / "turkiye" / f"{day}_{kind.upper()}.csv")
        codes = [code for code in rows[0] if code not in (*_ADDRESS, *COUNTS)]
        for code, name in zip(codes, names, strict=True):
            colour = rules["colours_picked"].get(code, "")
            yield day, kind, code, name.partition(" (")[0], colour


def alliances(rules: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str, str, str]]:
    """By election day: code, name, colour, who stood on lists of their own, how it is known."""
    told: Mapping[str, Any] = rules["alliances"]
    for day in sorted(name for name in told if name[0].isdigit()):
        for entry in told[day]:
            code = entry["code"]
            colour = rules["colours_picked"].get(code, "")
            members = " ".join(entry["members"])
            yield day, code, ALLIANCES[code], colour, members, entry["how"]


def candidates(source: Path) -> Iterator[tuple[str, str, str, str, str, str]]:
    plates = {row["province"]: int(row["province_plate"]) for row in _districts(source)}
    for row in read(source / "turkiye" / "candidates_2024_bbb.csv"):
        place = f"p{plates[row['place']]}"
        yield "2024-03-31", "bbb", place, row["party"], row["candidate"], row["how"]


def councils(source: Path) -> Iterator[tuple[str, str, str, str, str]]:
    for row in read(source / "turkiye" / "council_sizes_istanbul_2024.csv"):
        sent = row["sent_to_metropolitan"]
        yield f"d{row['ysk_id']}", row["members"], row["quota"], sent, row["how"]


def make(source: Path, out: Path) -> None:
    """Write every table this room reads, but for parties and tiles, which are kept by hand."""
    folder = source / "turkiye"
    rules = json.loads((folder / "rules.json").read_text(encoding="utf-8"))
    write(out / "places.csv", ("id", "name", "kind", "in", "metropolitan"), places(source))
    heads: Sequence[str] = ("year", "id", "name", "seats", "districts", "how", "source")
    write(out / "constituencies.csv", heads, constituencies(source))
    for name, (heads, rows) in results(source).items():
        write(out / "results" / f"{name}.csv", heads, rows)
    pairs = [(f"d{row['a']}", f"d{row['b']}") for row in read(folder / "district_neighbours.csv")]
    write(out / "neighbours.csv", ("one", "other"), pairs)
    heads = ("day", "kind", "code", "name", "colour")
    write(out / "ballots.csv", heads, ballots(rules, source))
    heads = ("day", "code", "name", "colour", "members", "how")
    write(out / "alliances.csv", heads, alliances(rules))
    heads = ("day", "kind", "place", "party", "candidate", "how")
    write(out / "candidates.csv", heads, candidates(source))
    write(out / "councils.csv", ("place", "members", "quota", "sent", "how"), councils(source))
    law = {name: rules[name] for name in _RULES}
    for told in law["seats_rules"].values():
        if "threshold_percent" in told:
            told["two_steps"] = "2018-06-24" in told["dates"]
    text = json.dumps(law, ensure_ascii=False, indent=1) + "\n"
    (out / "law.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else shelf.folder())
