"""Scores the reader on texts whose meaning is known; the tests and the command share it.

Run as `python -m tests.desk.reading.score [FILE.jsonl ...] [--faults]`: by kind of text, how many
figures are stated, read right, asked about, left out by name, missing, and silently wrong. It knows
files of texts and `desk.reading`, nothing else.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from desk.facts.catalog import load
from desk.reading.reader import Context, read, to_json
from desk.turkish import fold

DATA = Path(__file__).parents[2] / "data"
EXAMPLES = DATA / "bulletins_examples.jsonl"
MORE = DATA / "bulletins_more.jsonl"
PROBES = DATA / "reader_probes.jsonl"
SHORT = DATA / "bulletins_short.jsonl"
BLIND = DATA / "bulletins_blind.jsonl"
OPEN = (*(EXAMPLES, MORE, PROBES), *sorted(set(DATA.glob("bulletins_*.jsonl")) - {EXAMPLES, MORE}))
"""All the texts whose meaning is written down beside them."""

NIGHT = "istanbul-2024"
"""The election the texts of mode `file` are read for."""

FIELDS = (
    "opened_pct", "opened_boxes", "total_boxes", "turnout_pct", "lead_points", "lead_votes",
)  # fmt: skip
PARTIES = {
    "akp": "ak_parti", "ak parti": "ak_parti", "yrp": "yeniden_refah", "dem": "dem_parti",
    "zafer": "zafer_partisi", "iyi": "iyi_parti", "sp": "saadet", "bbp": "buyuk_birlik",
    "deva": "deva_partisi", "huda par": "huda_par", "vp": "vatan_partisi",
    "yesil sol parti": "yesil_sol", "yesil sol": "yesil_sol", "ysp": "yesil_sol",
}  # fmt: skip
"""The texts' own abbreviations, folded, where they differ from the desk's codes."""

AGENCIES = {"ysk kktc": "ysk"}
COUNTS = ("stated", "right", "asked", "left", "missing", "wrong")

Holder = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Stated:
    """One figure, expected or read, with the record it stands in."""

    record: Row
    item: str
    value: Decimal
    holder: Holder | None = None
    optional: bool = False
    span: tuple[int, int] = (0, 0)

    def __str__(self) -> str:
        who = (self.holder or {}).get("label") or ""
        where = "/".join(
            str(self.record.get(name) or "-") for name in ("agency", "place", "contest")
        )
        return f"{where} {who} {self.item} {self.value}"


@dataclass
class Score:
    """Counts of figures, and what went wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another text's counts."""
        self.counts += other.counts
        self.notes += other.notes

    @property
    def wrong(self) -> int:
        """Figures given without a question that nobody stated, or that stand elsewhere."""
        return self.counts["wrong"]

    @property
    def hours(self) -> Decimal:
        """The part of the hours told of bulletins that stands in their records, in per cent."""
        told = self.counts["hours"]
        return Decimal(100 * self.counts["hours read"]) / told if told else Decimal(100)

    @property
    def share(self) -> Decimal:
        """The part of the stated figures that was read right, in per cent."""
        stated = self.counts["stated"]
        return Decimal(100 * self.counts["right"]) / stated if stated else Decimal(100)


def examples(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of texts."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


@lru_cache(maxsize=1)
def night() -> Context:
    """What a text of mode `file` is read with."""
    return Context.of(load(NIGHT))


def kind_of(row: Row) -> str:
    """What kind of text a row is."""
    return str(row.get("kind") or row.get("shape") or "?")


def score(row: Row) -> Score:
    """Read one text and count."""
    with_file = row.get("mode") == "file"
    found = to_json(read(row["text"], night() if with_file else None))
    return _Scorer(row, found, with_file).run()


class _Scorer:
    """One text's expected figures set against what was read."""

    def __init__(self, row: Row, found: Row, with_file: bool) -> None:
        self._row, self._found, self._with_file = row, found, with_file
        self._score = Score()
        self._asked = [one for record in found["records"] for one in record["questions"]]
        self._left = {number for one in found["ignored"] for number in _numbers(one["text"])}

    def run(self) -> Score:
        """Match every expected figure to the best one read, then count what is left over."""
        open_ones = list(_expected(self._row))
        pool = list(_read(self._found))
        for sure in (True, False):
            for wanted in list(open_ones):
                near = [
                    one for one in pool
                    if (one.item, one.value) == (wanted.item, wanted.value)
                    and _same_holder(wanted.holder, one.holder)
                    and (self._at_home(wanted, one) or not sure)
                ]  # fmt: skip
                if near:
                    open_ones.remove(wanted)
                    pool.remove(near[0])
                    self._count(wanted, near[0])
        for wanted in open_ones:
            self._missed(wanted)
        self._count_hours()
        for one in pool:
            if not self._about(one):
                self._note("wrong", f"nobody stated {one}")
        return self._score

    def _count_hours(self) -> None:
        told = {
            one["time"]
            for one in self._row["expected"]["records"]
            if one.get("time") and not one.get("time_optional")
        }
        found = {one["time"] for one in self._found["records"] if any(_figures(one))}
        self._score.counts["hours"] += len(told)
        self._score.counts["hours read"] += len(told & found)

    def _count(self, wanted: Stated, one: Stated) -> None:
        contender = one.holder is None or one.holder.get("contender") is not None
        if self._at_home(wanted, one):
            self._put("right" if contender or not self._with_file else "asked", wanted)
        elif self._unsaid(wanted, one) or self._about(one):
            self._put("asked", wanted)
        else:
            self._put("wrong", wanted, f"{wanted}, read as {one}")

    def _at_home(self, wanted: Stated, one: Stated) -> bool:
        return all(state == "same" for state in self._states(wanted, one))

    def _unsaid(self, wanted: Stated, one: Stated) -> bool:
        return all(state != "other" for state in self._states(wanted, one))

    def _states(self, wanted: Stated, one: Stated) -> Iterator[str]:
        names = ["agency", "place"]
        if self._with_file and "contest" in wanted.record:
            names.append("contest")
        for name in names:
            want, has = wanted.record.get(name), one.record.get(name)
            free = wanted.record.get(f"{name}_free")
            context = wanted.record.get(f"{name}_from_context") and has is None
            if free or context or _plain(want) == _plain(has):
                yield "same"
            else:
                yield "unsaid" if has is None else "other"

    def _missed(self, wanted: Stated) -> None:
        asked = any(wanted.value in _numbers(one["text"]) for one in self._asked) or any(
            self._names(one, wanted) for one in self._asked
        )
        if asked:
            self._put("asked", wanted)
        elif not wanted.optional:
            self._put("left" if wanted.value in self._left else "missing", wanted, str(wanted))

    def _names(self, question: Row, wanted: Stated) -> bool:
        told = set(fold(question["text"]).split())
        person = fold(
            (wanted.holder or {}).get("candidate") or (wanted.holder or {}).get("label") or ""
        )
        place = fold(str(wanted.record.get("place") or ""))
        return bool(person and person.split()[-1] in told) or bool(
            place and question["code"] in ("Q306", "Q310") and place in fold(question["text"])
        )

    def _about(self, one: Stated) -> bool:
        """Whether a question lies on a figure, or nobody in the file answers to its name."""
        if self._with_file and one.holder is not None and one.holder.get("contender") is None:
            return True
        start, end = one.span
        return any(ask["source"][0] < end and start < ask["source"][1] for ask in self._asked)

    def _put(self, what: str, wanted: Stated, note: str = "") -> None:
        if wanted.optional or (what == "asked" and self._row.get("ask_ok")):
            return
        self._score.counts["stated"] += 1
        self._note(what, note)

    def _note(self, what: str, note: str) -> None:
        self._score.counts[what] += 1
        if what in ("wrong", "missing", "left"):
            self._score.notes.append(f"{self._row['id']} {what.upper()}: {note}")


def _expected(row: Row) -> Iterator[Stated]:
    for record in row["expected"]["records"]:
        spare = set(record.get("optional", ()))
        for one in record.get("results", ()):
            for item in ("pct", "votes"):
                if one.get(item) is not None:
                    yield Stated(record, item, _number(one[item]), one, bool(one.get("optional")))
        for item in FIELDS:
            if record.get(item) is not None:
                yield Stated(record, item, _number(record[item]), None, item in spare)
        for old, item in (("counted_pct", "opened_pct"), ("lead_points_at_least", "lead_points")):
            if record.get(old) is not None:
                yield Stated(record, item, _number(record[old]), None, True)


def _figures(record: Row) -> Iterator[object]:
    yield from record["results"]
    yield from (record[item] for item in FIELDS if record[item] is not None)


def _read(found: Row) -> Iterator[Stated]:
    for record in found["records"]:
        for one in record["results"]:
            for item in ("pct", "votes"):
                if one[item] is not None:
                    span = tuple(one[f"{item}_source"])
                    yield Stated(record, item, _number(one[item]), one, False, span)
        for item in FIELDS:
            if record[item] is not None:
                span = tuple(record["sources"][item])
                yield Stated(record, item, _number(record[item]), None, False, span)


def _number(value: object) -> Decimal:
    return Decimal(str(value).replace(",", "."))


def _plain(name: object) -> str:
    text = fold(re.sub(r"[()]", "", str(name or "")))
    return AGENCIES.get(text, text)


def _same_holder(wanted: Holder | None, one: Holder | None) -> bool:
    if wanted is None or one is None:
        return wanted is one
    if wanted.get("party") and one.get("party"):
        code = PARTIES.get(fold(wanted["party"]), fold(wanted["party"]).replace(" ", "_"))
        if code in PARTIES.values() and code != one["party"]:
            return False
    return bool(_names_of(wanted) & _names_of(one))


def _names_of(holder: Holder) -> set[str]:
    names: set[str] = set()
    for key in ("party", "candidate", "label", "option"):
        name = re.sub(r"[^\w ]", "", fold(holder.get(key) or "")).strip()
        if name:
            names |= {name, PARTIES.get(name, name), name.replace(" ", "_")}
            if key == "candidate":
                names.add(name.split()[-1])
    return names


def _numbers(text: str) -> set[Decimal]:
    """Every number a fragment may hold, in every way it may be read."""
    found: set[Decimal] = set()
    scaled = r"(?:(\d[\d.,]*)\s*milyon)?\s*(?:(\d[\d.,]*)?\s*bin)?\s*(\d[\d.,]*)?"
    for match in re.finditer(scaled, text.lower()):
        parts = [re.sub(r"[.,]", "", part or "") for part in match.groups()]
        if "milyon" in match[0] or "bin" in match[0]:
            thousands = int(parts[1] or 1) * 1000 if "bin" in match[0] else 0
            found.add(Decimal(int(parts[0] or 0) * 10**6 + thousands + int(parts[2] or 0)))
    for match in re.finditer(r"\d+(?:[.,] ?\d+)*", text):
        raw = match[0].replace(" ", "")
        found.add(Decimal(re.sub(r"[.,]", "", raw)))
        if len(re.findall(r"[.,]", raw)) == 1:
            found.add(_number(raw))
    return found


def table(rows: Iterable[Row]) -> tuple[dict[str, Score], Score]:
    """Scores by kind of text, and all together."""
    kinds: dict[str, Score] = {}
    total = Score()
    for row in rows:
        one = score(row)
        kinds.setdefault(kind_of(row), Score()).add(one)
        total.add(one)
    return kinds, total


def main(words: Sequence[str]) -> int:
    """Print the table; 1 if any figure is silently wrong."""
    files = [Path(word) for word in words if not word.startswith("--")] or list(OPEN)
    rows = [row for path in files for row in examples(path)]
    kinds, total = table(rows)
    lines = [f"{'kind':<36}" + "".join(f"{name:>9}" for name in COUNTS)]
    for name, one in [*sorted(kinds.items()), ("all", total)]:
        lines.append(f"{name:<36}" + "".join(f"{one.counts[count]:>9}" for count in COUNTS))
    lines.append(f"read right: {total.share:.1f} % of what {len(rows)} texts state")
    lines.append(f"hours: {total.hours:.1f} % of {total.counts['hours']} that are told")
    notes = (
        total.notes if "--faults" in words else [note for note in total.notes if "WRONG" in note]
    )
    sys.stdout.write("\n".join([*notes, "", *lines]) + "\n")
    return 1 if total.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
