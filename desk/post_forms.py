"""A post in the forms it leaves the desk in: plain text, HTML, Markdown, JSON.

Everything from the file or the editor is made harmless here; what a post says, `posts` decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape
from typing import Any

from desk import turkish
from desk.checks import Finding
from desk.figures import plain
from desk.post_model import Obstacle, Post, Shape, WrongFigure
from desk.rows import MINUTE

_TURNING = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029"
)
_LIST = re.compile(r"^(\s*[0-9]*)([-+.)=])")


def to_text(post: Post) -> str:
    """Plain text for any box: time and headline, a blank line, the body."""
    head = f"{turkish.clock(post.time.time())} {post.headline}"
    return visible(f"{head}\n\n{post.body}\n")


def to_html(post: Post) -> str:
    """An HTML fragment for a CMS; everything from the file or the editor is escaped."""
    return html_of(post)


def html_of(post: Post, moment: str = "", after_head: Iterable[str] = ()) -> str:
    """The fragment with its time as ``moment`` has it, and ready lines behind its heading."""
    moment = moment or post.time.strftime(MINUTE)
    when = f'<time datetime="{moment}">{turkish.clock(post.time.time())}</time>'
    parts = [f'<article id="{html(post.id)}">', f"<h2>{when} {html(post.headline)}</h2>"]
    parts += after_head
    parts += _html_paragraphs((post.lead,))
    for block in post.blocks:
        if block.heading:
            parts.append(f"<h3>{html(block.heading)}</h3>")
        match block.shape:
            case Shape.LINES:
                parts += ["<ul>", *(f"<li>{html(line)}</li>" for line in block.lines), "</ul>"]
            case Shape.QUOTE:
                parts += ["<blockquote>", *_html_paragraphs(block.lines), "</blockquote>"]
            case Shape.TEXT:
                parts += _html_paragraphs(block.lines)
    return "\n".join((*parts, *_html_paragraphs((post.closing,)), "</article>")) + "\n"


def to_markdown(post: Post) -> str:
    """Markdown with the same parts; characters Markdown would act on are escaped."""
    parts = [f"## {turkish.clock(post.time.time())} {_plain_markdown(post.headline)}"]
    parts.append(_own_line(_plain_markdown(post.lead)))
    for block in post.blocks:
        if block.heading:
            parts.append(f"### {_plain_markdown(block.heading)}")
        lines = [_plain_markdown(line) for line in block.lines]
        match block.shape:
            case Shape.LINES:
                parts.append("\n".join(f"- {line}" for line in lines))
            case Shape.QUOTE:
                parts.append("\n>\n".join(f"> {line}" for line in lines))
            case Shape.TEXT:
                parts += [_own_line(line) for line in lines]
    if post.closing:
        parts.append(f"*{_plain_markdown(post.closing)}*")
    return "\n\n".join(parts) + "\n"


def to_json(post: Post) -> dict[str, Any]:
    """The post with everything it cites, as scripts read it."""
    told: dict[str, Any] = {
        "id": post.id,
        "kind": post.kind,
        "time": post.time.strftime(MINUTE),
        "headline": visible(post.headline),
        "body": visible(post.body),
        "cited": [
            {
                "agency": cited.slot.source.agency,
                "place": cited.slot.source.place,
                "contest": cited.slot.source.contest,
                "item": cited.slot.row.item.value,
                "contender": cited.slot.row.contender or None,
                "value": cited.value if isinstance(cited.value, int) else plain(cited.value),
                "as_of": cited.as_of.strftime(MINUTE),
                "bulletin": cited.bulletin,
            }
            for cited in post.cited
        ],
        "findings": [finding_json(finding) for finding in post.findings],
    }
    if post.claims:
        told["claims"] = list(post.claims)
    if post.corrects:
        told["corrects"] = [_wrong_json(wrong) for wrong in dict.fromkeys(post.corrects)]
    return told


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as scripts read it."""
    first = finding.slots[0].source
    return {
        "code": finding.code.value,
        "severity": finding.severity,
        "agency": first.agency,
        "contest": first.contest,
        "place": first.place,
        "items": [
            {"item": slot.row.item.value, "contender": slot.row.contender or None}
            for slot in finding.slots
        ],
        "values": dict(finding.values),
    }


def obstacle_json(obstacle: Obstacle) -> dict[str, Any]:
    """What stands in a post's way, as scripts read it."""
    return {"code": obstacle.code.value, "values": dict(obstacle.values)}


def visible(text: str) -> str:
    """A text without control characters and without marks that turn its direction."""
    if text.isprintable():
        return text
    return "".join(
        char
        for char in text
        if char == "\n" or not (unicodedata.category(char) in ("Cc", "Cs") or char in _TURNING)
    )


def html(text: str) -> str:
    """Escaped for HTML, and for the templates a CMS may put the fragment into ({{ }})."""
    return escape(visible(text)).replace("{", "&#123;").replace("}", "&#125;")


def _html_paragraphs(lines: Iterable[str]) -> list[str]:
    return [f"<p>{html(line)}</p>" for line in lines if line]


def _wrong_json(wrong: WrongFigure) -> dict[str, Any]:
    return {
        "agency": wrong.slot.source.agency,
        "place": wrong.slot.source.place,
        "contest": wrong.slot.source.contest,
        "item": wrong.slot.row.item.value,
        "contender": wrong.slot.row.contender or None,
        "old": plain(wrong.old),
        "new": None if wrong.new is None else plain(wrong.new),
        "post": wrong.post,
    }


def _plain_markdown(text: str) -> str:
    text = visible(text)
    for mark in "\\`*_[]<>#|&~{}":
        text = text.replace(mark, f"\\{mark}")
    return text


def _own_line(text: str) -> str:
    """A paragraph of the editor's that Markdown would take for a list, a rule or a heading."""
    return _LIST.sub(r"\1\\\2", text)
