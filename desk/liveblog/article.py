"""One post as the page shows it: what is long is folded, and folded it is still whole.

A fold is a `details`, which needs no script. A block is shown by its lines, or by its table
and what that does not hold, as the post has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from desk.facts.post import Block, BlockShape, Post, PostKind, PostTable
from desk.file.session import Session
from desk.liveblog.addresses import picture_name
from desk.liveblog.shown import PagePicture, Shown, moment
from desk.posts.forms import block_html, html, linked
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
        *([f'<p class="closing">{linked(one.post.closing)}</p>'] if one.post.closing else []),
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
    if post.tabled and post.tables:
        return _tabled(post)
    whole = post.kind == PostKind.CORRECTION
    shown, rest = (post.blocks, ()) if whole else split(post.blocks)
    parts = [part for block in shown for part in block_html((), block)]
    if rest:
        lines = sum(len(block.lines) for block in rest)
        inside = [part for block in rest for part in block_html((), block)]
        parts += _fold([block.heading for block in rest], lines, inside)
    return parts


def _tabled(post: Post) -> list[str]:
    """The blocks of a post with tables: as many whole ones as there is room for, the rest folded.

    A table is never cut, and the first block is shown whatever its size.
    """
    blocks = [post.beside(at) for at in range(len(post.blocks))]
    sizes = [
        sum(map(_table_size, tables)) + (_size(block) if _is_list(block) else 0)
        for tables, block in blocks
    ]
    last = next((at for at, (_, one) in reversed([*enumerate(blocks, 1)]) if not _is_list(one)), 1)
    fitting = sum(end <= ROOM for end in accumulate(sizes))
    first = max(last, fitting)
    if sum(sizes[first:]) <= _RUN_ON:
        first = len(blocks)
    parts = [part for one in blocks[:first] for part in block_html(*one, looks=False)]
    if rest := blocks[first:]:
        lines = sum(len(block.lines) + sum(len(t.rows) for t in tables) for tables, block in rest)
        inside = [part for one in rest for part in block_html(*one, looks=False)]
        parts += _fold([block.heading for _, block in rest], lines, inside)
    return parts


def _fold(headings: Sequence[str], lines: int, inside: Sequence[str]) -> list[str]:
    """The rest of a post's lists, folded under the names of what it holds."""
    what = ", ".join(filter(None, headings))
    if not 0 < len(what) <= _NAMED:
        what = f"{lines} satır"
    return [
        f"<details><summary>{REST_LABEL}: {html(what)}</summary>",
        *inside,
        "</details>",
    ]


def _table_size(table: PostTable) -> int:
    return sum(len(cell) for row in (table.head, *table.rows) for cell in row)


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


def _paragraphs(lines: Sequence[str]) -> list[str]:
    return [f"<p>{linked(line)}</p>" for line in lines if line]


def _marks(marks: Sequence[CorrectionMark]) -> list[str]:
    return [
        f'<p class="correction"><strong><a href="#{html(mark.correction)}">'
        f"{html(mark.text)}</a></strong></p>"
        for mark in marks
    ]
