"""Scores the reader on texts whose meaning is known; the tests and the command share it.

Run as `python -m tests.desk.reading.score [FILE.jsonl ...]`: figures expected, read right, missing,
wrong and extra, by shape of text. It knows files of examples and `desk.reading`, nothing else.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from desk.facts.catalog import load
from desk.reading.reader import Context, read, to_json
from desk.turkish import fold

DATA = Path(__file__).parents[2] / "data"
EXAMPLES = DATA / "bulletins_examples.jsonl"
MORE = DATA / "bulletins_more.jsonl"

PARTIES = {
    "AKP": "ak_parti",
    "ZAFER": "zafer_partisi",
    "İYİ": "iyi_parti",
    "YRP": "yeniden_refah",
    "DEM": "dem_parti",
    "SP": "saadet",
    "DİĞER": "diger",
    "BAĞIMSIZ": "bagimsiz",
    "DEVA": "deva_partisi",
    "BBP": "buyuk_birlik",
    "MEMLEKET": "memleket",
    "GELECEK": "gelecek_partisi",
    "VATAN": "vatan_partisi",
}
"""The examples' own abbreviations, where they differ from the desk's codes."""

RECORD_FIGURES = (
    "opened_pct",
    "opened_boxes",
    "total_boxes",
    "turnout_pct",
    "lead_points",
    "lead_votes",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One expected or read figure with everything it must be right about."""

    agency: str | None
    place: str | None
    time: str | None
    who: str
    party: str | None
    item: str
    value: str


@dataclass
class Score:
    """Counts of figures, and what went wrong in words."""

    expected: int = 0
    right: int = 0
    missing: int = 0
    wrong: int = 0
    extra: int = 0
    asked: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another text's counts."""
        for name in ("expected", "right", "missing", "wrong", "extra", "asked"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.notes += other.notes

    @property
    def share(self) -> float:
        """Part of the expected figures that were read right, 0 to 1."""
        return self.right / self.expected if self.expected else 1.0


def examples(path: Path = EXAMPLES) -> list[dict[str, Any]]:
    """The rows of a file of examples."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def score(example: Mapping[str, Any]) -> Score:
    """Read one example and count. A figure right in number but with another address is wrong."""
    context = Context.of(load(example["file"])) if example.get("file") else None
    reading = to_json(read(example["text"], context))
    wanted = list(_expected(example))
    found = list(_found(reading))
    result = Score(expected=len(wanted))
    result.asked = sum(len(record["questions"]) for record in reading["records"])
    left = Counter(found)
    open_wanted = []
    for figure in wanted:
        match = next((one for one in left if left[one] and _same(figure, one)), None)
        if match is None:
            open_wanted.append(figure)
        else:
            left[match] -= 1
            result.right += 1
    remaining = list(left.elements())
    for figure in open_wanted:
        near = next((one for one in remaining if _near(figure, one)), None)
        if near is None:
            result.missing += 1
            result.notes.append(f"{example['id']}: missing {_say(figure)}")
        else:
            remaining.remove(near)
            result.wrong += 1
            result.notes.append(f"{example['id']}: WRONG {_say(near)}, meant {_say(figure)}")
    result.extra = len(remaining)
    result.notes += [f"{example['id']}: EXTRA {_say(figure)}" for figure in remaining]
    return result


def codes(example: Mapping[str, Any]) -> list[str]:
    """The codes of all questions and of all that was left out, sorted."""
    context = Context.of(load(example["file"])) if example.get("file") else None
    reading = to_json(read(example["text"], context))
    asked = [one["code"] for record in reading["records"] for one in record["questions"]]
    return sorted([*asked, *(one["code"] for one in reading["ignored"])])


def _expected(example: Mapping[str, Any]) -> Iterator[Figure]:
    for record in example["expected"]["records"]:
        # What only the surroundings tell is not in the text: the reader must leave it open.
        agency = None if record.get("agency_from_context") else record.get("agency")
        place = None if record.get("place_from_context") else record.get("place")
        address = (agency, place, record.get("time"))
        for item in RECORD_FIGURES:
            if record.get(item) is not None:
                yield Figure(*address, "", None, item, str(record[item]))
        if record.get("leader"):
            yield Figure(*address, record["leader"], None, "leader", record["leader"])
        for result in record["results"]:
            party = result.get("party")
            code = PARTIES.get(party, fold(party)) if party else None
            who = result.get("candidate") or code or result["label"]
            for item in ("pct", "votes"):
                if result.get(item) is not None:
                    yield Figure(*address, who, code, item, str(result[item]))


def _found(reading: Mapping[str, Any]) -> Iterator[Figure]:
    for record in reading["records"]:
        address = (record["agency"], record["place"], record["time"])
        for item in RECORD_FIGURES:
            if record[item] is not None:
                yield Figure(*address, "", None, item, str(record[item]))
        if record["leader"]:
            yield Figure(*address, record["leader"], None, "leader", record["leader"])
        for result in record["results"]:
            who = result["candidate"] or result["party"] or result["label"]
            for item in ("pct", "votes"):
                if result[item] is not None:
                    yield Figure(*address, who, result["party"], item, str(result[item]))


def _same(wanted: Figure, found: Figure) -> bool:
    if wanted.agency is not None and wanted.agency.startswith("YSK ("):
        # The council of another country is the council in its own text.
        wanted = _with_agency(wanted, "YSK")
    address = (wanted.agency, wanted.place, wanted.time) == (found.agency, found.place, found.time)
    return address and _same_figure(wanted, found)


def _with_agency(figure: Figure, agency: str) -> Figure:
    rest = (figure.place, figure.time, figure.who, figure.party, figure.item, figure.value)
    return Figure(agency, *rest)


def _same_figure(wanted: Figure, found: Figure) -> bool:
    if wanted.item != found.item:
        return False
    if wanted.item == "leader":
        return _surname(wanted.who) == _surname(found.who)
    known = set(PARTIES.values()) | {"chp", "mhp", "bagimsiz", "tip"}
    party = wanted.party if wanted.party in known else None
    who = _surname(wanted.who) == _surname(found.who)
    parties = party is None or party == found.party
    return who and parties and wanted.value == found.value


def _near(wanted: Figure, found: Figure) -> bool:
    """The same number, or the same contender's: one stands where the other was meant."""
    if wanted.item != found.item:
        return False
    same_number = Decimal(wanted.value) == Decimal(found.value) if wanted.item != "leader" else True
    same_who = _surname(wanted.who) == _surname(found.who) and wanted.place == found.place
    return same_number or same_who


def _surname(name: str) -> str:
    words = fold(name).split()
    return words[-1] if words else ""


def _say(figure: Figure) -> str:
    who = f"{figure.who} ({figure.party})" if figure.party else figure.who
    return f"{figure.agency}/{figure.place}/{figure.time} {who} {figure.item} {figure.value}"


def table(rows: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Score], Score]:
    """Scores by shape, and all together."""
    shapes: dict[str, Score] = {}
    total = Score()
    for row in rows:
        one = score(row)
        shapes.setdefault(row["shape"], Score()).add(one)
        total.add(one)
    return shapes, total


def main(paths: list[str]) -> int:
    """Print the table; 1 if any figure is wrong or extra."""
    files = [Path(path) for path in paths] or [EXAMPLES, MORE]
    rows = [row for path in files if path.exists() for row in examples(path)]
    shapes, total = table(rows)
    head = ("shape", "expected", "right", "missing", "wrong", "extra", "questions")
    lines = ["{:<10}{:>9}{:>7}{:>9}{:>7}{:>7}{:>11}".format(*head)]
    for name, one in [*sorted(shapes.items()), ("all", total)]:
        counts = (one.expected, one.right, one.missing, one.wrong, one.extra, one.asked)
        lines.append("{:<10}{:>9}{:>7}{:>9}{:>7}{:>7}{:>11}".format(name, *counts))
    lines.append(f"read right: {total.share:.1%} of {len(rows)} texts' figures")
    sys.stdout.write("\n".join([*total.notes, "", *lines]) + "\n")
    return 1 if total.wrong or total.extra else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
