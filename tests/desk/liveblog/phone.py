"""How long a page is on a phone, estimated from its structure: no browser looks at it.

A letter is taken for 0.55 of its size wide, which is more than a system's sans needs; lines,
margins and padding are those of `resources/liveblog/page.html`. What a closed fold holds has no
height.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from math import ceil

WIDTH, HEIGHT = 412, 915
"""A phone's, in CSS pixels."""

LETTER = 0.55

VOID = {"meta", "link", "img"}


@dataclass(frozen=True)
class Text:
    """How a text is set: its size, the height of its lines in sizes, and pixels around it."""

    size: float
    line: float
    around: float
    inset: float = 32


TEXTS = {
    "h1": Text(25.6, 1.12, 13),
    "h2": Text(19.2, 1.25, 8),
    "h3": Text(13, 1.3, 23),
    "p": Text(17, 1.55, 16),
    "li": Text(17, 1.55, 12, 46),
    "summary": Text(17, 1.55, 23),
}
BOXES = {"article": 36, "header": 58, "section": 52, "nav": 60, "footer": 93}
AROUND_A_PICTURE = 26
KEYS_AT_MOST = 384
"""The list of key events moves alone beyond this."""


@dataclass
class Phone(HTMLParser):
    """The height of a page, and of each post in it, in pixels; with every hour open if asked."""

    text: str
    hours_open: bool = False
    height: float = 0
    posts: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, dict[str, str]]] = []
        self._said = ""
        self._before: list[float] = []
        self.feed(self.text)
        self.close()

    @property
    def screens(self) -> float:
        return self.height / HEIGHT

    def _closed(self) -> bool:
        """Whether what stands here is folded; the label of a fold itself is not."""
        folds = 0
        for at, (tag, given) in enumerate(self._open):
            shut = tag == "details" and "open" not in given
            if shut and self.hours_open and given.get("class") == "hour":
                continue
            inside = [name for name, _ in self._open[at + 1 : at + 2]]
            folds += shut and inside != ["summary"]
        return folds > 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in VOID:
            if tag == "img" and not self._closed():
                wide, high = int(given["width"]), int(given["height"])
                self.height += min(1, (WIDTH - 32) / wide) * high + AROUND_A_PICTURE
            return
        self._open.append((tag, given))
        if tag in TEXTS:
            self._said = ""
        if tag in BOXES:
            self._before.append(self.height)
            self.height += 0 if self._closed() else BOXES[tag]

    def handle_data(self, data: str) -> None:
        self._said += data

    def handle_endtag(self, tag: str) -> None:
        if tag in TEXTS and not self._closed():
            how = TEXTS[tag]
            letters = (WIDTH - how.inset) / (how.size * LETTER)
            lines = ceil(len(" ".join(self._said.split())) / letters)
            if tag == "h2" and "article" in [name for name, _ in self._open]:
                lines += 1  # Its hour has a line of its own.
            self.height += lines * how.size * how.line + how.around
        if tag in BOXES:
            before = self._before.pop()
            if tag == "nav":
                self.height = min(self.height, before + BOXES["nav"] + KEYS_AT_MOST)
            if tag == "article":
                self.posts[self._open[-1][1]["id"]] = self.height - before
        closed, _ = self._open.pop()
        assert closed == tag
