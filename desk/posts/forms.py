"""A post in the forms it leaves the desk in: plain text, HTML, Markdown, JSON, and one short line.

Everything from the file or the editor is made harmless here; what a post says is not decided here,
and no form says what the post does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from desk import PROVA, turkish
from desk.facts.bulletin import MINUTE, Item
from desk.facts.figures import plain
from desk.facts.finding import Finding
from desk.facts.network import links, network_length
from desk.facts.post import (
    UNOFFICIAL,
    Block,
    BlockShape,
    Chip,
    Cited,
    Post,
    PostKind,
    PostTable,
    WrongPrint,
)
from desk.posts.claims import hours_of
from desk.posts.tables import hours_said, says

MOST = 280
"""Signs of the short form, as the networks count them."""

UNPUBLISHED = "YAYIMLANMADI – yayın defterinde yok."
"""What stands over a copy of a post that is in no ledger."""

RETRACTED = "GERİ ÇEKİLDİ – artık yayında değil."
"""What stands over a copy of a post that was taken back."""

_MARK = "Resmî olmayan sonuçlar."
_CLAIMED = "Rakamlar açıklama sahibinin beyanıdır."
_ENDS = ".!?…”"
_SENTENCE = re.compile(r"(?<![0-9][.])(?<=[.!?…”])\s+(?=[A-ZÇĞİÖŞÜÂÎÛ“\"'])")
_AGENCIES = re.compile(r"\bajans", re.IGNORECASE)
"""*İki ajansa göre*, *ajanslar*: all that the post cites."""

_FREE = (PostKind.NOTE, PostKind.STATEMENT, PostKind.CORRECTION)
"""Kinds whose words are somebody's own, or say what was printed: their hours are in them."""

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
    """The fragment with its time as ``moment`` has it, and ready lines behind its heading.

    Around it stands a `div`: editors that know no `article` run the lines of one together.
    """
    moment = moment or post.time.strftime(MINUTE)
    when = f'<time datetime="{moment}">{post.clock}</time>'
    parts = [f'<div id="{html(post.id)}">', f"<h2>{when} {html(post.headline)}</h2>"]
    parts += after_head
    parts += _html_paragraphs((post.lead,))
    for at in range(len(post.blocks)):
        parts += block_html(*post.beside(at))
    return "\n".join((*parts, *_html_paragraphs((post.closing,)), "</div>")) + "\n"


def block_html(tables: Iterable[PostTable], block: Block, *, looks: bool = True) -> list[str]:
    """A block by its lines: its heading, its tables, and what is said beside them.

    Without ``looks`` it is for a page that has its own; with them for editors of every kind.
    """
    parts = [f"<h3>{html(block.heading)}</h3>"] if block.heading else []
    for table in tables:
        parts += _html_table(table, looks=looks)
    if not block.lines:
        return parts
    match block.shape:
        case BlockShape.LINES:
            return [*parts, "<ul>", *(f"<li>{linked(line)}</li>" for line in block.lines), "</ul>"]
        case BlockShape.QUOTE:
            said = _html_paragraphs(block.lines)
            if looks:
                # Paragraphs of a quotation are run together by editors that know one line of it.
                said = [f"<p>{'<br>'.join(map(linked, filter(None, block.lines)))}</p>"]
            return [*parts, "<blockquote>", *said, "</blockquote>"]
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


def linked(text: str) -> str:
    """`html` of a line with its addresses as links; not for what is a link or a name itself."""
    text = visible(text)
    parts, last = [], 0
    for start, end, leads_to in links(text):
        parts += [html(text[last:start]), f'<a href="{html(leads_to)}">{html(text[start:end])}</a>']
        last = end
    return "".join((*parts, html(text[last:])))


def _html_paragraphs(lines: Iterable[str]) -> list[str]:
    return [f"<p>{linked(line)}</p>" for line in lines if line]


def _html_table(table: PostTable, *, looks: bool) -> list[str]:
    """The figures of a block as a table.

    With ``looks`` they are in the cells, which a CMS keeps, and the text of the table is whole in
    an editor that knows no tables or no captions (docs/forms.md): the caption is a paragraph, a
    row ends with its line, a blank is between any two cells, one that none takes away behind a
    name.
    """

    def cell(at: int, text: str, last: int, *, row: bool) -> str:
        name, kind = ("td", "") if row and at else ("th", f' scope="{"row" if row else "col"}"')
        style = f' style="{_CELL}{_NUMBER if at else _NAME}"' if looks else ""
        behind = ("<br>" if at == last else "" if at or not row else "&nbsp;") if looks else ""
        return f"<{name}{kind}{style}>{html(text)}{behind}</{name}>"

    def line(cells: Sequence[str], *, row: bool) -> str:
        last = len(cells) - 1
        return " ".join(cell(at, text, last, row=row) for at, text in enumerate(cells))

    caption, opening = html(table.caption), "<table>"
    if looks:
        opening = '<table style="border-collapse:collapse;margin:.5em 0">'
    return [
        *([f"<p>{caption}</p>", opening] if looks else [opening, f"<caption>{caption}</caption>"]),
        f"<thead><tr>{line(table.head, row=False)}</tr></thead>",
        "<tbody>",
        *(f"<tr>{line(row, row=True)}</tr>" for row in table.rows),
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
    parts, last = [], 0
    for start, end, leads_to in links(text):
        whole = text[start:end]
        # Between these nothing is a mark; in brackets an address that says no scheme.
        link = f"<{whole}>" if whole == leads_to else f"[{_no_marks(whole)}](<{leads_to}>)"
        parts += [_no_marks(text[last:start]), link]
        last = end
    return "".join((*parts, _no_marks(text[last:])))


def _no_marks(text: str) -> str:
    for mark in "\\`*_[]<>#|&~{}":
        text = text.replace(mark, f"\\{mark}")
    return text


def _own_line(text: str) -> str:
    """A paragraph of the editor's that Markdown would take for a list, a rule or a heading."""
    return _LIST.sub(r"\1\\\2", text)


# The short form


def to_short(post: Post, most: int = MOST) -> str:
    """Time, headline, as much of the post as fits, and its mark; one line.

    Empty where there is no room for a whole sentence.
    """
    mark = _mark(post)
    begin = PROVA if post.closing.startswith(PROVA) else ""
    room = most - network_length(mark) - (1 if mark else 0) - network_length(f"{post.clock} ")
    text = _line(post, _headline(post.headline, room), room)
    if not text.startswith(begin):
        text = f"{begin}: {text}" if text and network_length(f"{begin}: {text}") <= room else ""
    return f"{post.clock} {text} {mark}".strip() if text else ""


def _line(post: Post, headline: str, room: int) -> str:
    """The headline with what follows it; the agencies it names have their hours in either."""
    stamps = {} if post.kind in _FREE else _stamps(post)
    said = _filled(post, "", stamps, room - network_length(headline))
    text = " ".join(filter(None, [headline, *said]))
    if missing := _unstamped(text, stamps):
        headline = _stamped(headline, missing, post)
        if network_length(headline) > room:
            headline = ""
        said = _filled(post, headline, stamps, room)
        text = " ".join(filter(None, [headline, *said]))
    alone = says(headline) or post.kind in _FREE
    return text if said or alone else ""


def _filled(post: Post, headline: str, stamps: Mapping[str, Sequence[str]], room: int) -> list[str]:
    """What follows the headline: of each piece the fullest version there is room for."""
    said: list[str] = []
    for versions, may_be_left in _pieces(post):
        for version in versions:
            text = " ".join([headline, *said, version])
            if network_length(text) <= room and not _unstamped(text, stamps):
                said.append(version)
                break
        else:
            if versions and not may_be_left:
                break
    return said


def _stamps(post: Post) -> dict[str, list[str]]:
    """The hours of each agency's figures in a post, as it writes them."""
    found: dict[str, list[str]] = {}
    for agency, times in _times(post).items():
        found[agency] = [f"{one:%H}{post.time_mark}{one:%M}" for one in times]
    return found


def _times(post: Post) -> dict[str, list[datetime]]:
    times: dict[str, set[datetime]] = {}
    for one in post.cited:
        times.setdefault(one.slot.source.agency, set()).add(one.as_of)
    return {agency: sorted(told) for agency, told in times.items()}


def _newest(post: Post) -> dict[str, list[datetime]]:
    """When each agency gave what a headline is about: its newest word on each place it names.

    On every place of the post where it names none.
    """
    newest: dict[str, dict[str, datetime]] = {}
    for one in post.cited:
        source, item = one.slot.source, one.slot.row.item
        if item not in (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES):
            of_place = newest.setdefault(source.place, {})
            of_place[source.agency] = max(of_place.get(source.agency, one.as_of), one.as_of)
    named = [place for place in newest if re.search(rf"\b{re.escape(place)}\b", post.headline)]
    times: dict[str, set[datetime]] = {}
    for place in named or newest:
        for agency, moment in newest[place].items():
            times.setdefault(agency, set()).add(moment)
    return {agency: sorted(told) for agency, told in times.items()}


def _unstamped(text: str, stamps: Mapping[str, Sequence[str]]) -> list[str]:
    """The agencies a text names, or speaks of as *ajanslar*, without any of their hours."""
    every = bool(_AGENCIES.search(text))
    named = [agency for agency in stamps if every or re.search(rf"(?<!\w){agency}(?!\w)", text)]
    return [
        agency
        for agency in named
        if not any(
            re.search(rf"(?<![\d.,:%])(?<!üzde ){re.escape(clock)}(?!\d)", text)
            for clock in stamps[agency]
        )
    ]


def _stamped(headline: str, agencies: Sequence[str], post: Post) -> str:
    """A headline with the hours of some agencies it names, before the full stop it ends with."""
    times = _times(post) | _newest(post)
    told = {agency: times[agency] for agency in agencies}
    # One of several is named with its hour.
    write = hours_of if len(told) == 1 < len(times) else hours_said
    stamp = write(told, post.time_mark)
    return f"{headline.removesuffix('.')} ({stamp})."


def _mark(post: Post) -> str:
    said = ""
    if UNOFFICIAL in post.closing or post.cited:
        said = _MARK
    elif post.claims:
        said = _CLAIMED
    if not post.closing.startswith(PROVA):
        return said
    return f"{PROVA}: {said}" if said else PROVA


def _headline(headline: str, room: int) -> str:
    """The headline as a sentence; what is left out of one may turn it, so none is cut."""
    end = "" if headline[-1:] in f"{_ENDS}:" else "."
    return whole_sentences(f"{headline}{end}", room)


def whole_sentences(text: str, room: int, length: Callable[[str], int] = network_length) -> str:
    """As many whole sentences from a text's beginning as there is room for, by a ``length``."""
    sentences = _SENTENCE.split(text)
    fitting = (" ".join(sentences[:count]) for count in range(len(sentences), 0, -1))
    return next((part for part in fitting if length(part) <= room), "")


def _pieces(post: Post) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What may follow the headline, in order; each in its versions, the fullest first.

    With whether what comes behind may stand without it.
    """
    if post.lead in post.own:
        yield from _sentences(post.lead)
    elif says(post.lead):
        yield (post.lead,), True
    briefs = {brief.block: brief for brief in post.briefs}
    several = sum(bool(block.heading) for block in post.blocks) > 1
    for at, block in enumerate(post.blocks):
        if post.kind == PostKind.CORRECTION:
            yield from (((line,), False) for line in block.lines)
        elif block.shape is BlockShape.QUOTE:
            yield _quotation(block), False
        elif block.shape is BlockShape.TEXT:
            for line in block.lines:
                yield from _sentences(line)
        elif at in briefs:
            where = briefs[at].where if several else ""
            where = f"{where} " if where and where not in post.headline else ""
            yield tuple(f"{where}{version}" for version in briefs[at].versions), False
        else:
            yield _lines(block, several=several), False


def _lines(block: Block, *, several: bool) -> tuple[str, ...]:
    """A block the editor has written in: the lines of it that are sentences."""
    told = " ".join(line for line in block.lines if line[-1:] in _ENDS and says(line))
    heading = f"{turkish.title(block.heading)}: " if several and block.heading else ""
    return (f"{heading}{told}",) if told else ()


def _sentences(text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    return (((sentence,), False) for sentence in _SENTENCE.split(text) if sentence)


def _quotation(block: Block) -> tuple[str, ...]:
    """As many of its sentences as fit, in one pair of quotation marks."""
    said = [line.removeprefix("“").removesuffix("”") for line in block.lines]
    sentences = [sentence for line in said for (sentence,), _ in _sentences(line)]
    return tuple(f"“{' '.join(sentences[:end])}”" for end in range(len(sentences), 0, -1))
