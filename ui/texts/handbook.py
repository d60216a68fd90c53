"""The handbook's pages and sections, as they are shown and searched under F1; Markdown, no Qt.

The Turkish window has docs/el-kitabi, in the order of its first page, the English one
docs/handbook.md; an installed desk carries both among its resources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desk import turkish
from desk.facts import catalog

_LINK = re.compile(r"^\d+\. \[[^]]+\]\(([\w-]+\.md)\)", re.MULTILINE)
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
_MARKS = re.compile(r"!?\[([^]]*)\]\([^)]*\)|[*`|#]|<br>")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that can be gone to; what leads a page has the page's own name."""

    file: str
    page: str
    heading: str
    text: str

    @property
    def leads(self) -> bool:
        """Whether it is what a page begins with."""
        return self.heading == self.page


def folder(language: str) -> Path:
    """Where the pages of a language lie, with their pictures beside them."""
    shipped = catalog.resource("docs")
    root = shipped if shipped.is_dir() else catalog.resource().parent / "docs"
    return root / "el-kitabi" if language == "tr" else root


@cache
def sections(language: str) -> tuple[Section, ...]:
    """All sections of a language's handbook, in the order they are read."""
    place = folder(language)
    first = "README.md" if language == "tr" else "handbook.md"
    files = [first, *_LINK.findall((place / first).read_text(encoding="utf-8"))]
    return tuple(one for name in files for one in _of_page(place / name))


@cache
def page_of(section: Section, language: str) -> str:
    """The whole page a section is of."""
    return "".join(one.text for one in sections(language) if one.file == section.file)


def _of_page(path: Path) -> Iterable[Section]:
    lead, *others = _SECTION.split(path.read_text(encoding="utf-8"))
    page = _heading(lead)
    for text in (lead, *others):
        yield Section(path.name, page, _heading(text), text)


def _heading(text: str) -> str:
    return text.split("\n", 1)[0].lstrip("# ").strip()


_ROW = re.compile(r"^\| ([A-Z]\d{3}) \|", re.MULTILINE)


@cache
def _folded(section: Section) -> tuple[str, str]:
    """What a section is about, its codes among it, and all that stands in it."""
    plain = _MARKS.sub(lambda found: found[1] or " ", section.text)
    about = " ".join((section.heading, *_ROW.findall(section.text)))
    return turkish.fold(about), turkish.fold(plain)


def find(words: Iterable[str], language: str) -> list[Section]:
    """The sections that have every folded word; those that are about all of them come first."""
    wanted = tuple(words)
    found = [one for one in sections(language) if all(word in _folded(one)[1] for word in wanted)]
    return sorted(found, key=lambda one: not all(word in _folded(one)[0] for word in wanted))
