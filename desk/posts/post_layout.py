"""The small line language a template arranges a post in, and the post's parts read back from it.

Each line of a template begins with what it is: ``# `` the headline, ``## `` a block's heading,
``- `` a line of it, ``> `` a paragraph of a quotation, ``= `` the closing words; any other line is
running text, the first of them the lead. Only what the template's author wrote counts: a name or a
title that begins with such a sign, or holds a line break, is text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.facts.codes import Code, Refusal
from desk.facts.post import Block, Shape
from desk.posts.ties import Parts, untied

SIGNS = ("# ", "## ", "- ", "> ", "= ")
"""The signs a line may begin with: headline, heading, line, quotation, closing."""

_HEADLINE, _HEADING, _LINE, _QUOTE, _CLOSING = (chr(0x100010 + at) for at in range(len(SIGNS)))
_BREAK = "\U00100001"
_MARKS = dict(zip((chr(0x100010 + at) for at in range(len(SIGNS))), SIGNS, strict=True))
_SIGN = re.compile(r"(^|\n)[ \t]*(##?|[->=])(?:[ \t]+|(?=\n|$))")
_BLANKS = re.compile(r"[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_OURS = re.compile("[\ue000-\uf8ff\U00100001-\U0010fffd]")

_SHAPES = {_LINE: Shape.LINES, _QUOTE: Shape.QUOTE, "": Shape.TEXT}


def marked(literal: str, *, line_begins: bool) -> str:
    """A template's own text with its line breaks and signs made marks no data can have.

    ``line_begins`` says that the text stands at the beginning of a line.
    """

    def mark(found: re.Match[str]) -> str:
        if not found[1] and found.start() == 0 and not line_begins:
            return found.group()
        return f"{found[1]}{chr(0x100010 + SIGNS.index(f'{found[2]} '))}"

    return _SIGN.sub(mark, literal).replace("\n", _BREAK)


def harmless(text: str) -> str:
    """A text from the file or the editor as one line without any mark of the layout's."""
    return _OURS.sub("", " ".join(text.splitlines()) if "\n" in text else text)


def parts_of(name: str, text: str) -> Parts:
    """The parts of a text a template has arranged. E174 unless it has exactly one headline."""
    headline, lead, closing = list[str](), "", list[str]()
    blocks: list[tuple[str, list[str], Shape | None]] = []
    for sign, line in _lines(text):
        if sign == _HEADLINE:
            headline.append(line)
        elif sign == _CLOSING:
            closing.append(line)
        elif sign == _HEADING:
            blocks.append((line, [], None))
        elif not sign and not lead and not blocks:
            lead = line
        else:
            shape = _SHAPES[sign]
            if not blocks or blocks[-1][2] not in (shape, None):
                blocks.append(("", [], shape))
            heading, lines, _ = blocks[-1]
            blocks[-1] = heading, [*lines, line], shape
    if len(headline) != 1:
        raise Refusal(Code.E174, template=name, count=len(headline))
    told = tuple(
        Block(heading, tuple(lines), shape or Shape.LINES) for heading, lines, shape in blocks
    )
    return Parts(headline[0], lead, told, " ".join(closing))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Every line that says something: its sign, or none, and its text with single blanks."""
    for raw in text.split(_BREAK):
        bare = _BLANKS.sub(" ", raw).strip(" ")
        sign = bare[:1] if bare[:1] in _MARKS else ""
        line = bare[len(sign) :]
        for mark, written in _MARKS.items():
            line = line.replace(mark, written)
        line = line.strip(" ")
        if untied(line):
            yield sign, line
