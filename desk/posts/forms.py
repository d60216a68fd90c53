"""A post in the forms it leaves the desk in: plain text, HTML, Markdown and JSON.

Everything from the file or the editor is made harmless here; what a post says is not decided here,
and no form says what the post does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape
from typing import Any

from desk.facts.bulletin import MINUTE
from desk.facts.figures import plain
from desk.facts.finding import Finding
from desk.facts.post import (
    Block,
    BlockShape,
    Chip,
    Cited,
    Post,
    PostTable,
    WrongPrint,
)
from desk.posts.short import to_short

UNPUBLISHED = "YAYIMLANMADI – yayın defterinde yok."
"""What stands over a copy of a post that is in no ledger."""

RETRACTED = "GERİ ÇEKİLDİ – artık yayında değil."
"""What stands over a copy of a post that was taken back."""

_TURNING = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029"
)
_CELL = "padding:.25em .6em;border-bottom:1px solid;"
_NAME = "text-align:left;font-weight:bold"
_NUMBER = "text-align:right"
_LIST = re.compile(r"^(\s*[0-9]*)([-+.)=])")


def to_text(post: Post) -> str:
    """Plain text for any box: time and headline, a blank line, the body."""
    head = f"{post.clock} {post.headline}"
    return visible(f"{head}\n\n{post.body}\n")


def to_html(post: Post) -> str:
    """An HTML fragment for a CMS; everything from the file or the editor is escaped."""
    return html_of(post)


def to_markdown(post: Post) -> str:
    """Markdown with the same parts; characters Markdown would act on are escaped."""
    parts = [f"## {post.clock} {_plain_markdown(post.headline)}"]
    parts.append(_own_line(_plain_markdown(post.lead)))
    for tables, block in map(post.beside, range(len(post.blocks))):
        if block.heading:
            parts.append(f"### {_plain_markdown(block.heading)}")
        parts += map(_markdown_table, tables)
        lines = [_plain_markdown(line) for line in block.lines]
        match block.shape:
            case BlockShape.LINES:
                parts += ["\n".join(f"- {line}" for line in lines)] if lines else []
            case BlockShape.QUOTE:
                parts.append("\n>\n".join(f"> {line}" for line in lines))
            case BlockShape.TEXT:
                parts += [_own_line(line) for line in lines]
    if post.closing:
        parts.append(f"*{_plain_markdown(post.closing)}*")
    return "\n\n".join(parts) + "\n"


def to_json(post: Post) -> dict[str, Any]:
    """The post with everything it cites, as scripts read it."""
    data: dict[str, Any] = {
        "id": post.id,
        "kind": post.kind,
        "time": post.time.strftime(MINUTE),
        "headline": visible(post.headline),
        "body": visible(post.body),
        "cited": [_cited_json(cited) for cited in post.cited],
        "lead": visible(post.lead),
        "blocks": [
            {
                "heading": visible(block.heading),
                "lines": [visible(line) for line in block.lines],
                "shape": block.shape.value,
            }
            for block in post.blocks
        ],
        "closing": visible(post.closing),
        "chips": [_chip_json(post, chip) for chip in post.chips],
        "tables": [
            {
                "block": table.block,
                "caption": visible(table.caption),
                "head": [visible(cell) for cell in table.head],
                "rows": [[visible(cell) for cell in row] for row in table.rows],
            }
            for table in post.tables
        ],
        "short": visible(to_short(post)),
        "findings": [finding_json(finding) for finding in post.findings],
    }
    if post.claims:
        data["claims"] = list(post.claims)
    if post.corrects:
        data["corrects"] = [_wrong_json(wrong) for wrong in dict.fromkeys(post.corrects)]
    return data


def html_of(post: Post, moment: str = "", after_head: Iterable[str] = ()) -> str:
    """The fragment with its time as ``moment`` has it, and ready lines behind its heading."""
    moment = moment or post.time.strftime(MINUTE)
    when = f'<time datetime="{moment}">{post.clock}</time>'
    parts = [f'<article id="{html(post.id)}">', f"<h2>{when} {html(post.headline)}</h2>"]
    parts += after_head
    parts += _html_paragraphs((post.lead,))
    for at in range(len(post.blocks)):
        parts += block_html(*post.beside(at))
    return "\n".join((*parts, *_html_paragraphs((post.closing,)), "</article>")) + "\n"


def block_html(tables: Iterable[PostTable], block: Block, *, looks: bool = True) -> list[str]:
    """A block by its lines: its heading, its tables, and what is said beside them.

    Without ``looks`` the tables are for a page that has its own.
    """
    parts = [f"<h3>{html(block.heading)}</h3>"] if block.heading else []
    for table in tables:
        parts += _html_table(table, looks=looks)
    if not block.lines:
        return parts
    match block.shape:
        case BlockShape.LINES:
            return [*parts, "<ul>", *(f"<li>{html(line)}</li>" for line in block.lines), "</ul>"]
        case BlockShape.QUOTE:
            return [*parts, "<blockquote>", *_html_paragraphs(block.lines), "</blockquote>"]
        case BlockShape.TEXT:
            return [*parts, *_html_paragraphs(block.lines)]


def _chip_json(post: Post, chip: Chip) -> dict[str, Any]:
    """A chip; where it stands counts characters of the text as it is told."""
    text = post.text_of(chip)
    start, number = len(visible(text[: chip.start])), text[chip.start : chip.end]
    return {
        "part": chip.part.value,
        "block": chip.block,
        "line": chip.line,
        "start": start,
        "end": start + len(number),
        "text": number,
        "figures": [_cited_json(figure) for figure in chip.figures],
    }


def _cited_json(cited: Cited) -> dict[str, Any]:
    return {
        "agency": cited.slot.source.agency,
        "place": cited.slot.source.place,
        "contest": cited.slot.source.contest,
        "item": cited.slot.row.item.value,
        "contender": cited.slot.row.contender or None,
        "value": cited.value if isinstance(cited.value, int) else plain(cited.value),
        "as_of": cited.as_of.strftime(MINUTE),
        "bulletin": cited.bulletin,
    }


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
    """Escaped for HTML, and for the templates a CMS may put the fragment into ({{ }}).

    An apostrophe stays: Turkish has one in every line, and all attributes stand in double quotes.
    """
    escaped = escape(visible(text)).replace("&#x27;", "'")
    return escaped.replace("{", "&#123;").replace("}", "&#125;")


def _html_paragraphs(lines: Iterable[str]) -> list[str]:
    return [f"<p>{html(line)}</p>" for line in lines if line]


def _html_table(table: PostTable, *, looks: bool) -> list[str]:
    """The figures of a block as a table; its looks, if any, are in the cells, which a CMS keeps."""

    def tag(name: str, style: str) -> str:
        return f'<{name} style="{style}">' if looks else f"<{name}>"

    def cell(name: str, style: str, text: str) -> str:
        return f"{tag(name, _CELL + style)}{html(text)}</{name[:2]}>"

    # A line or a blank between any two cells: an editor that knows no tables keeps only the text.
    head = " ".join(
        cell('th scope="col"', _NUMBER if at else _NAME, text) for at, text in enumerate(table.head)
    )
    rows = (
        " ".join(
            cell("td", _NUMBER, text) if at else cell('th scope="row"', _NAME, text)
            for at, text in enumerate(row)
        )
        for row in table.rows
    )
    return [
        tag("table", "border-collapse:collapse;margin:.5em 0"),
        f"{tag('caption', 'text-align:left;padding:.2em 0')}{html(table.caption)}</caption>",
        f"<thead><tr>{head}</tr></thead>",
        "<tbody>",
        *(f"<tr>{row}</tr>" for row in rows),
        "</tbody>",
        "</table>",
    ]


def _markdown_table(table: PostTable) -> str:
    rows = [table.head, ("---", *("--:" for _ in table.head[1:])), *table.rows]
    lines = (
        " | ".join(cell if at == 1 else _plain_markdown(cell) for cell in row)
        for at, row in enumerate(rows)
    )
    return f"{_plain_markdown(table.caption)}\n\n" + "\n".join(f"| {line} |" for line in lines)


def _wrong_json(wrong: WrongPrint) -> dict[str, Any]:
    first = wrong.printed.first.slot
    return {
        "agency": first.source.agency,
        "place": first.source.place,
        "contest": first.source.contest,
        "item": first.row.item.value,
        "contender": first.row.contender or None,
        "old": plain(wrong.printed.value),
        "new": None if wrong.now is None else plain(wrong.now.value),
        "post": wrong.post,
        "kind": wrong.printed.kind.value,
        "agencies": list(dict.fromkeys(c.slot.source.agency for c in wrong.printed.figures)),
        "bound": wrong.printed.bound,
    }


def _plain_markdown(text: str) -> str:
    text = visible(text)
    for mark in "\\`*_[]<>#|&~{}":
        text = text.replace(mark, f"\\{mark}")
    return text


def _own_line(text: str) -> str:
    """A paragraph of the editor's that Markdown would take for a list, a rule or a heading."""
    return _LIST.sub(r"\1\\\2", text)
