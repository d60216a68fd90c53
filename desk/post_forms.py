"""A post in the forms it leaves the desk in: plain text, HTML, Markdown, JSON.

Everything from the file or the editor is made harmless here; what a post says, `posts` decides.
"""

from __future__ import annotations

from html import escape
from typing import Any

from desk import turkish
from desk.checks import Finding
from desk.figures import plain
from desk.posts import Post
from desk.rows import MINUTE


def to_text(post: Post) -> str:
    """Plain text for any box: time and headline, a blank line, the body."""
    return f"{turkish.clock(post.time.time())} {post.headline}\n\n{post.body}\n"


def to_html(post: Post) -> str:
    """An HTML fragment for a CMS; everything from the file or the editor is escaped."""
    when = f'<time datetime="{post.time:{MINUTE}}">{turkish.clock(post.time.time())}</time>'
    parts = [
        f'<article id="{_html(post.id)}">',
        f"<h2>{when} {_html(post.headline)}</h2>",
        f"<p>{_html(post.lead)}</p>",
    ]
    for block in post.blocks:
        parts += [f"<h3>{_html(block.heading)}</h3>", "<ul>"]
        parts += [f"<li>{_html(line)}</li>" for line in block.lines]
        parts.append("</ul>")
    return "\n".join((*parts, f"<p>{_html(post.closing)}</p>", "</article>")) + "\n"


def to_markdown(post: Post) -> str:
    """Markdown with the same parts; characters Markdown would act on are escaped."""
    parts = [f"## {turkish.clock(post.time.time())} {_plain_markdown(post.headline)}"]
    parts.append(_plain_markdown(post.lead))
    for block in post.blocks:
        lines = "\n".join(f"- {_plain_markdown(line)}" for line in block.lines)
        parts.append(f"### {_plain_markdown(block.heading)}\n\n{lines}")
    return "\n\n".join((*parts, f"*{_plain_markdown(post.closing)}*")) + "\n"


def to_json(post: Post) -> dict[str, Any]:
    """The post with everything it cites, as scripts read it."""
    return {
        "id": post.id,
        "kind": post.kind,
        "time": post.time.strftime(MINUTE),
        "headline": post.headline,
        "body": post.body,
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


def _plain_markdown(text: str) -> str:
    for mark in "\\`*_[]<>#|&~{}":
        text = text.replace(mark, f"\\{mark}")
    return text


def _html(text: str) -> str:
    """Escaped for HTML, and for the templates a CMS may put the fragment into ({{ }})."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")
