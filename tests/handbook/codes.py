"""The handbook's page of codes, every example worked out: `python -m tests.handbook.codes`.

The page is docs/el-kitabi/kodlar.md. Its words stand there; the rows of its tables are made here.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from desk.facts.codes import Code
from tests.handbook import figures, files, nights, posts, reader, table, typed
from tests.handbook.night import Example

PAGE = Path(__file__).resolve().parents[2] / "docs" / "el-kitabi" / "kodlar.md"

TABLE = re.compile(
    r"(\| Kod \| Örnek \| Masa ne der \|\n\|---\|---\|---\|\n)((?:\| [A-Z][^\n]*\n)+)"
)


def examples() -> dict[Code, Example]:
    """An example for each code, worked out anew. ValueError if a code has two."""
    found: dict[Code, Example] = {}
    for room in (typed, table, figures, posts, nights, reader, files):
        for one in room.examples():
            if one.code in found:
                raise ValueError(f"{one.code} twice: {one.told}")
            found[one.code] = one
    return found


def page() -> str:
    """The page as it has to stand in the handbook: its words as they are, its tables anew."""
    found = examples()

    def anew(table_: re.Match[str]) -> str:
        letter = table_[2][2]
        rows = sorted((one for one in found.values() if one.code[0] == letter), key=_code)
        return table_[1] + "".join(f"| {one.code} | {one.told} | {one.said} |\n" for one in rows)

    return TABLE.sub(anew, PAGE.read_text(encoding="utf-8"))


def _code(one: Example) -> str:
    return one.code.value


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
