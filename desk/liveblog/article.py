"""One post as the page shows it: what is long is folded, and folded it is still whole.

A fold is a `details`, which needs no script. A block's lines are shown and its table is not: both
say the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from desk.facts.post import Block, BlockShape, Post, PostKind
from desk.file.session import Session
from desk.liveblog.addresses import picture_name
from desk.liveblog.shown import PagePicture, Shown, moment
from desk.posts.forms import html
from desk.posts.ledger import CorrectionMark

RETRACTED = "Bu gönderi geri çekildi."
PICTURE_LABEL = "Grafik"
REST_LABEL = "Devamı"

ROOM = 420
"""So many letters of a post's lists are shown before the rest is folded: ten lines on a phone."""

_WHOLE = 5
"""A list of so few lines is never cut: what one agency says is not shown without the other's."""

_RUN_ON = 120
"""A rest of fewer letters is not worth a fold."""

_NAMED = 60
"""So many letters of headings may say what a fold holds."""


def article(session: Session, one: Shown, *, opened: bool = False) -> str:
    """A post with its marks and its picture; of a retracted one its hour and its anchor.

    The picture is folded unless it is to be ``opened``.
    """
    when = moment(session, one.post.time)
    anchor = html(one.post.id)
    if not one.stands:
        return (
            f'<article id="{anchor}" class="retracted">\n'
            f'<p><time datetime="{when}">{one.post.clock}</time> {RETRACTED}</p>\n</article>'
        )
    parts = [
        f'<article id="{anchor}">',
        f'<h2><time datetime="{when}">{one.post.clock}</time>'
        f' <a href="#{anchor}">{html(one.headline)}</a></h2>',
        *_marks(one.marks),
        *_paragraphs((one.post.lead,)),
        *_blocks(one.post),
        *([f'<p class="closing">{html(one.post.closing)}</p>'] if one.post.closing else []),
        *([folded(one.picture, picture_name(one), opened=opened)] if one.picture else []),
        "</article>",
    ]
    return "\n".join(parts)


def folded(
    picture: PagePicture, name: str, label: str = PICTURE_LABEL, *, opened: bool = False
) -> str:
    """A picture in a fold of its own; ``name`` is its file, from the page."""
    return (
        f"<details{' open' if opened else ''}><summary>{label}</summary>\n"
        f"{figure(picture, name)}</details>"
    )


def figure(picture: PagePicture, name: str) -> str:
    """A picture, loaded once it is to be seen; ``name`` is its file, from the page."""
    width, height = picture.size
    return (
        f'<figure><img src="{html(name)}" width="{width}" height="{height}"'
        f' alt="{html(picture.alt)}" loading="lazy" decoding="async"></figure>'
    )


def _blocks(post: Post) -> list[str]:
    """The blocks of a post: what there is room for, and a fold with the rest of its lists.

    What a correction takes back is never folded.
    """
    whole = post.kind == PostKind.CORRECTION
    shown, rest = (post.blocks, ()) if whole else split(post.blocks)
    parts = [part for block in shown for part in _block(block)]
    if rest:
        what = ", ".join(block.heading for block in rest if block.heading)
        if not 0 < len(what) <= _NAMED:
            what = f"{sum(len(block.lines) for block in rest)} satır"
        parts.append(f"<details><summary>{REST_LABEL}: {html(what)}</summary>")
        parts += [part for block in rest for part in _block(block)]
        parts.append("</details>")
    return parts


def split(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks that are shown, and those that are folded; a long list is in both by its lines.

    Only lists are folded: running text and quotations are shown whole, with what comes before them.
    """
    first = next((at for at, one in reversed([*enumerate(blocks, 1)]) if not _is_list(one)), 0)
    shown, rest, room = list(blocks[:first]), list[Block](), ROOM
    for block in blocks[first:]:
        if rest or (shown and _size(block) > room):
            rest.append(block)
            continue
        kept = _kept(block, room)
        room -= sum(map(len, block.lines[:kept]))
        shown.append(replace(block, lines=block.lines[:kept]))
        if kept < len(block.lines):
            rest.append(replace(block, heading="", lines=block.lines[kept:]))
    if sum(map(_size, rest)) <= _RUN_ON:
        return blocks, ()
    return shown, rest


def _is_list(block: Block) -> bool:
    return block.shape is BlockShape.LINES


def _kept(block: Block, room: int) -> int:
    """How many lines of a list are shown: all of a short one, else those there is room for."""
    if len(block.lines) <= _WHOLE:
        return len(block.lines)
    ends = accumulate(map(len, block.lines))
    return max(sum(end <= room for end in ends), 1)


def _size(block: Block) -> int:
    return sum(map(len, block.lines))


def _block(block: Block) -> list[str]:
    parts = [f"<h3>{html(block.heading)}</h3>"] if block.heading else []
    match block.shape:
        case BlockShape.LINES:
            return [*parts, "<ul>", *(f"<li>{html(line)}</li>" for line in block.lines), "</ul>"]
        case BlockShape.QUOTE:
            return [*parts, "<blockquote>", *_paragraphs(block.lines), "</blockquote>"]
        case BlockShape.TEXT:
            return [*parts, *_paragraphs(block.lines)]


def _paragraphs(lines: Sequence[str]) -> list[str]:
    return [f"<p>{html(line)}</p>" for line in lines if line]


def _marks(marks: Sequence[CorrectionMark]) -> list[str]:
    return [
        f'<p class="correction"><strong><a href="#{html(mark.correction)}">'
        f"{html(mark.text)}</a></strong></p>"
        for mark in marks
    ]
