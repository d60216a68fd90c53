"""The table of all sentence patterns as docs/posts.md has it: `python -m tests.proof.table`.

It plays nights in the default style, and puts the reader's own patterns, each with the shortest
sentence it was seen in, between the marks of the page.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.proof import reader
from tests.proof.nights import KINDS, make
from tests.proof.played import STYLES, Tally, play
from tests.proof.reading import PATTERNS, Pattern
from tests.proof.shapes import shown

PAGE = Path(__file__).parents[2] / "docs" / "posts.md"
BEGINS, ENDS = "<!-- patterns -->\n", "<!-- end of patterns -->"
HEAD = ("| where | pattern | kinds | example |", "| --- | --- | --- | --- |")
READERS = reader.MODULES
"""The modules whose patterns are in the table."""

PLACES = {
    "headline": "headline",
    "labelled": "headline, its label",
    "news": "headline, the news",
    "statement headline": "headline of a statement",
    "correction headline": "headline of a correction",
    "lead": "first sentence",
    "statement": "first sentence of a statement",
    "corrects": "first sentence of a correction",
    "told": "leads side by side",
    "agency": "an agency's line",
    "line": "below the agencies' lines",
    "verdict": "what a gap comes from",
    "district": "line of districts",
    "step": "line of changes",
    "turn": "line of leaders",
    "corrected post": "heading of a correction",
    "correction": "line of a correction",
    "closing": "last sentence",
    "statement closing": "last sentence of a statement",
}
"""Where patterns stand, in the order of the table; what is not here is a part of others."""


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    where: str
    pattern: str
    kinds: str
    example: str

    def __str__(self) -> str:
        cells = (self.where, self.pattern, self.kinds, self.example)
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def ordered() -> list[Pattern]:
    """The patterns by where they stand, parts of sentences last."""
    places = [*PLACES]

    def position(pattern: Pattern) -> int:
        return places.index(pattern.where) if pattern.where in PLACES else len(places)

    return sorted(PATTERNS, key=position)


def rows(seen: Mapping[tuple[str, str], str]) -> Iterator[Row]:
    """The table: every pattern with the kinds of posts it was seen in and its shortest example."""
    for pattern in ordered():
        found = {kind: text for (kind, name), text in seen.items() if name == pattern.name}
        example = min(found.values(), key=lambda text: (len(text), text), default="")
        where = PLACES.get(pattern.where, f"part: {pattern.where}")
        yield Row(where, shown(pattern.shape), ", ".join(sorted(found)), example)


def told(page: str) -> list[Row]:
    """The table as a page has it."""
    _, _, rest = page.partition(BEGINS)
    table, _, _ = rest.partition(ENDS)
    lines = [line for line in table.splitlines() if line.startswith("| ")][len(HEAD) :]
    cells = ([c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines)
    return [Row(*(cell.replace("\\|", "|") for cell in four)) for four in cells]


def seen(nights: int, thin: int) -> Mapping[tuple[str, str], str]:
    """What was seen of each pattern in nights of every kind."""
    tally = Tally()
    for number in range(nights):
        kind = KINDS[number % len(KINDS)]
        if kind == "another day":
            continue
        # The default style, and once the one that dashes its lines.
        seed = len(STYLES) * number + (number == 0)
        with tempfile.TemporaryDirectory(prefix="proof-") as folder:
            play(make(kind, seed, thin), seed, Path(folder), tally)
    return tally.seen


def main() -> int:
    """Make the table and put it into the page."""
    made = "\n".join([*HEAD, *map(str, rows(seen(5 * len(KINDS), 5)))])
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    PAGE.write_text(f"{before}{BEGINS}\n{made}\n\n{ENDS}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
