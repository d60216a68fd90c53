"""What was read in each editor, figure by figure: `python -m tests.forms.table` writes the page.

The page is docs/forms.md. Refuses where a word was lost or run together with another on the way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from typing import Any

from desk.facts.post import Post
from desk.posts import forms
from tests.forms.posts import posts
from tests.imports import ROOT

READ = ROOT / "tests" / "forms" / "read.json"
PAGE = ROOT / "docs" / "forms.md"
BEGIN, END = "<!-- read -->", "<!-- /read -->"

EDITORS = {
    "gutenberg": "Gutenberg",
    "gutenberg-no-tables": "the same without tables",
    "draft-js": "draft-js",
    "quill": "Quill",
    "tinymce": "TinyMCE",
    "tinymce-no-tables": "the same without tables",
    "box": "plain box",
}
PLAIN = "box"
"""A box that takes text alone is pasted the text form."""

FIGURE = re.compile(r"%?\d+(?:[.,]\d+)*")
TAG = re.compile(r"<(/?[a-z0-9]+)[^>]*>")
WITHIN = re.compile(r"</?(?:a|time)\b[^>]*>")
"""Tags that stand within a word."""


@cache
def read() -> Mapping[str, Any]:
    """What `paste.js` has written down."""
    told: Mapping[str, Any] = json.loads(READ.read_text(encoding="utf-8"))
    return told


def outline(html: str) -> str:
    """The tags of a fragment in their order, without what stands in them."""
    return " ".join(TAG.findall(html))


def text_of(post: Post, editor: str) -> str:
    """What an editor is to show of a post, whatever it does with the tags."""
    if editor == PLAIN:
        return forms.to_text(post)
    return unescape(TAG.sub(" ", WITHIN.sub("", forms.to_html(post))))


def figures(text: str) -> list[str]:
    """The numbers of a text in their order, clocks among them."""
    return FIGURE.findall(text)


def rows(told: Mapping[str, Post]) -> Iterator[str]:
    """A row for each figure of each post."""
    yield "| post | figure | " + " | ".join(EDITORS.values()) + " |"
    yield "|---" * (len(EDITORS) + 2) + "|"
    for name, post in told.items():
        whole = figures(text_of(post, ""))
        shown = {editor: figures(read()["editors"][editor][name]["text"]) for editor in EDITORS}
        for at, figure in enumerate(whole):
            cells = [_cell(editor, shown[editor], at, figure) for editor in EDITORS]
            yield f"| {name} | {figure} | " + " | ".join(cells) + " |"


def _cell(editor: str, shown: list[str], at: int, figure: str) -> str:
    """The figure at its place; in the plain box, whose text is by lines, wherever it stands."""
    if editor == PLAIN:
        bare = figure.removeprefix("%")
        return bare if bare in shown else "–"
    return shown[at] if at < len(shown) else "–"


def main() -> None:
    """Hold every text against its post, and write the table."""
    told = posts()
    for editor in EDITORS:
        for name, post in told.items():
            seen, whole = read()["editors"][editor][name]["text"], text_of(post, editor)
            assert seen.split() == whole.split(), (editor, name, seen)
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    table = "\n".join(rows(told))
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
