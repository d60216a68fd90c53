"""What a composer gives, and the post it becomes: its parts, its chips, the tables of its lines.

A table says nothing its lines do not rest on: it is made of the figures tied in a block. What the
parts say each kind decides, and how a table looks in HTML or Markdown the forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from desk import turkish
from desk.facts.bulletin import Item, Row, Value
from desk.facts.finding import Finding
from desk.facts.post import (
    PLACES,
    UNOFFICIAL,
    Block,
    BlockShape,
    Chip,
    Cited,
    Post,
    PostKind,
    PostPart,
    PostTable,
    WrongPrint,
)
from desk.posts import printed, ties
from desk.posts.claims import SIDE_BY_SIDE, for_headline, hours_of, minutes_apart, stale
from desk.posts.numbers import figures_said
from desk.posts.ties import Parts
from desk.posts.writer import Writer
from desk.rules.discrepancies import in_order
from desk.turkish.style import listed

OPENED = "Açılan sandık"
_NOTHING = "–"
_SAID = {Item.SHARE, Item.VOTES, Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES}
_Column = tuple[str, datetime]


@dataclass(frozen=True, slots=True)
class Composed:
    """What a composer gives: the parts as its writer tied them, and what goes with them."""

    writer: Writer
    kind: PostKind
    time: datetime
    parts: Parts
    findings: tuple[Finding, ...]
    own: tuple[str, ...]
    claims: tuple[str, ...]
    corrects: tuple[WrongPrint, ...]

    def post(self) -> Post:
        """The post: what it says and rests on is cited, each number tied is a chip.

        The old figures of a correction are none of its own.
        """
        writer = self.writer
        marked = Parts(
            writer.marked(self.parts.headline),
            self.parts.lead,
            self.parts.blocks,
            writer.marked(self.parts.closing),
        )
        parts, chips = marked.read(writer.ties)
        # Whom a headline's words rest on says nothing of the order the agencies stand in.
        inner = sorted(
            chips, key=lambda chip: chip.part is PostPart.HEADLINE and chip.start == chip.end
        )
        behind = dict.fromkeys(figure for chip in inner for figure in chip.figures)
        old = printed.taken_back(self.corrects)
        cited = tuple(one for one in behind if (one.bulletin, one.slot) not in old)
        numbers = [chip for chip in chips if chip.start < chip.end]
        taken = any(chip.part is PostPart.HEADLINE for chip in numbers)
        own = _own_chips(parts, frozenset(self.own), cited, self.time)
        numbers += [chip for chip in own if not (taken and chip.part is PostPart.HEADLINE)]
        silent = [chip for chip in chips if chip.start == chip.end]
        post = Post(
            # A stable name: also its anchor in the liveblog.
            id=f"{self.time:%Y-%m-%d-%H%M}-{self.kind.value}-{writer.race.id}",
            kind=self.kind.value,
            time=self.time,
            headline=parts.headline,
            lead=parts.lead,
            blocks=parts.blocks,
            closing=parts.closing,
            cited=cited,
            findings=self.findings,
            contest=writer.race.id,
            own=self.own,
            claims=self.claims,
            corrects=self.corrects,
            chips=ties.in_order(numbers),
            time_mark=writer.style.spelling.time_mark,
            tables=() if self.corrects else tables_of(writer, parts.blocks, chips),
        )
        return printed.printed_of(post, [*silent, *numbers], writer.called)


def assembled(
    writer: Writer,
    kind: PostKind,
    time: datetime,
    *,
    headline: str,
    lead: str,
    blocks: Sequence[Block] = (),
    closing: str = UNOFFICIAL,
    findings: Sequence[Finding] = (),
    own: Sequence[str] = (),
    claims: Sequence[str] = (),
    corrects: Sequence[WrongPrint] = (),
) -> Composed:
    """The draft of its parts."""
    parts = Parts(headline, lead, tuple(blocks), closing)
    if kind in SIDE_BY_SIDE:
        parts = replace(parts, headline=headline + _hours(writer, parts, time))
    return Composed(
        writer, kind, time, parts, tuple(findings), tuple(own), tuple(claims), tuple(corrects)
    )


def _hours(writer: Writer, parts: Parts, now: datetime) -> str:
    """What a headline that sets agencies side by side says of their hours, where they are far
    apart: that one's word is hours old, else (AA 23.20, ANKA 01.20). Nothing behind a headline of
    the editor's own."""
    plain, chips = parts.read(writer.ties)
    behind = [one for c in chips if c.part is PostPart.HEADLINE for one in c.figures]
    if not behind:
        return ""
    cited = [one for chip in chips for one in chip.figures]
    room = minutes_apart(writer.session)
    apart = [said for _, said in for_headline(plain.headline, behind, cited, room, writer.election)]
    if not apart:
        return ""
    one_place = len({one.slot.source.place for one in behind}) == 1
    if one_place and len(apart) == 1 and (old := stale(apart[0], now, writer.style)):
        return f"; {old}"
    times: dict[str, set[datetime]] = {}
    for said in apart:
        for agency, moments in said.items():
            times.setdefault(agency, set()).update(moments)
    in_turn = {agency: sorted(said) for agency, said in times.items()}
    return f" ({hours_of(in_turn, writer.style.spelling.time_mark)})"


def _own_chips(
    parts: Parts, own: frozenset[str], cited: Sequence[Cited], time: datetime
) -> Iterator[Chip]:
    """Chips of the editor's own text: numbers that say exactly one of the figures cited."""
    texts = [(parts.headline, PostPart.HEADLINE, 0, 0)]
    texts += [(parts.lead, PostPart.LEAD, 0, 0)] if parts.lead in own else []
    texts += [
        (text, PostPart.LINE, at, line)
        for at, block in enumerate(parts.blocks)
        if block.shape is BlockShape.TEXT
        for line, text in enumerate(block.lines)
        if text in own
    ]
    for text, part, at, line in texts:
        for start, end, figure in figures_said(text, cited, time):
            yield Chip(part, start, end, (figure,), at, line)


def tables_of(
    writer: Writer, blocks: Sequence[Block], chips: Iterable[Chip]
) -> tuple[PostTable, ...]:
    """A table for each block whose lines set the figures of a place side by side, or its leaders.

    ``chips`` are all of a draft's, also those of words without a number.
    """
    by_block: dict[int, list[Chip]] = {}
    for chip in chips:
        if chip.part is PostPart.LINE:
            by_block.setdefault(chip.block, []).append(chip)
    found = (_table(writer, at, blocks[at], of_block) for at, of_block in by_block.items())
    return tuple(table for table in found if table is not None)


def _table(writer: Writer, at: int, block: Block, chips: Sequence[Chip]) -> PostTable | None:
    figures = list(dict.fromkeys(one for chip in chips for one in chip.figures))
    places = list(dict.fromkeys(one.slot.source.place for one in figures))
    if len(places) > 1:
        numbers = any(chip.start < chip.end for chip in chips)
        return None if numbers else _leaders(writer, at, block, figures, places)
    said = [
        chip.figures[0]
        for chip in chips
        if len(chip.figures) == 1 and chip.figures[0].slot.row.item in _SAID
    ]
    columns = list(dict.fromkeys(_column(one) for one in said))
    codes = in_order(writer.race, (one.slot.row.contender for one in said if _of_one(one)))
    if len(columns) < 2 or not codes:
        return None
    values = {(_column(one), one.slot.row): one.value for one in said}
    rows = [_row(writer, code, columns, values) for code in codes]
    opened = [_opened(writer, column, values) for column in columns]
    if any(cell != _NOTHING for cell in opened):
        rows.append((OPENED, *opened))
    head = ["Parti/aday", *(f"{agency} ({writer.style.clock(time)})" for agency, time in columns)]
    if len(columns) == 2:
        gaps = [_apart(writer, code, columns, values) for code in codes]
        rows = [(*row, gap) for row, gap in zip(rows, [*gaps, ""], strict=False)]
        head.append("Fark (puan)" if columns[0][0] != columns[1][0] else "Değişim (puan)")
    agencies = listed(dict.fromkeys(agency for agency, _ in columns))
    whose = writer.style.suffixed(agencies, "dat")
    shares = any(row.item is Item.SHARE for _, row in values)
    what = "oy oranları" if shares else "oylar"
    caption = f"{places[0]}, {writer.race.title}: {whose} göre {what}"
    return PostTable(at, caption, tuple(head), tuple(rows))


def _leaders(
    writer: Writer, at: int, block: Block, figures: Sequence[Cited], places: Sequence[str]
) -> PostTable:
    """Who leads where, by each agency: a row for each place."""
    agencies = list(dict.fromkeys(one.slot.source.agency for one in figures))
    by_agency: dict[tuple[str, str], list[Cited]] = {}
    for one in figures:
        by_agency.setdefault((one.slot.source.place, one.slot.source.agency), []).append(one)
    rows = (
        (place, *(_leader(writer, by_agency.get((place, agency), [])) for agency in agencies))
        for place in sorted(places, key=turkish.sort_key)
    )
    caption = f"{turkish.title(block.heading) or 'Yerler'}, {writer.race.title}: önde olan"
    return PostTable(at, caption, (PLACES, *agencies), tuple(rows))


def _leader(writer: Writer, figures: Sequence[Cited]) -> str:
    named = [one.value for one in figures if isinstance(one.value, str)]
    if named:
        return writer.label(named[0])
    votes = sorted((Decimal(one.value), one.slot.row) for one in figures if _of_one(one))
    if not votes:
        return _NOTHING
    if len(votes) > 1 and votes[-1][0] == votes[-2][0]:
        return "eşit"
    return writer.label(votes[-1][1].contender)


def _row(
    writer: Writer,
    code: str,
    columns: Sequence[_Column],
    values: dict[tuple[_Column, Row], Value],
) -> tuple[str, ...]:
    cells = []
    for column in columns:
        votes = values.get((column, Row(Item.VOTES, code)))
        share = _share(writer, values.get((column, Row(Item.SHARE, code))))
        counted = f"{turkish.votes_dots(votes)} oy" if isinstance(votes, int) else ""
        both = " · ".join(text for text in (share.strip(_NOTHING), counted) if text)
        cells.append(both or _NOTHING)
    return writer.label(code), *cells


def _apart(
    writer: Writer,
    code: str,
    columns: Sequence[_Column],
    values: dict[tuple[_Column, Row], Value],
) -> str:
    first, second = (values.get((column, Row(Item.SHARE, code))) for column in columns)
    if not isinstance(first, Decimal) or not isinstance(second, Decimal):
        return _NOTHING
    sign = ""
    if columns[0][0] == columns[1][0]:
        sign = "+" if second > first else "−" if second < first else ""
    return f"{sign}{writer.style.digits(abs(second - first))}"


def _share(writer: Writer, share: Value | None) -> str:
    return writer.style.sign(share) if isinstance(share, Decimal) else _NOTHING


def _opened(writer: Writer, column: _Column, values: dict[tuple[_Column, Row], Value]) -> str:
    share, boxes, total = (
        values.get((column, Row(item)))
        for item in (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES)
    )
    if isinstance(share, Decimal):
        return turkish.share_sign(share, spelling=writer.style.spelling)
    if not isinstance(boxes, int):
        return _NOTHING
    counted = turkish.votes_dots(boxes)
    return f"{counted}/{turkish.votes_dots(total)}" if isinstance(total, int) else counted


def _column(figure: Cited) -> _Column:
    return figure.slot.source.agency, figure.as_of


def _of_one(figure: Cited) -> bool:
    return figure.slot.row.item in (Item.SHARE, Item.VOTES)
