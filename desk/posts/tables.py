"""A block's figures as a table, one column an agency, and as sentences for forms with little room.

A table says nothing its lines do not rest on: it is made of the figures tied in a block. A cell
is a dash only where the agency's own bulletin does not say it, and empty where there is nothing to
set against each other. A sentence has a verb, and an agency in it its hour. How a table looks, and
how many sentences there is room for, is decided by the forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from desk import turkish
from desk.facts.bulletin import Bulletin, Item, Row, Value
from desk.facts.counting import counted
from desk.facts.election import OTHERS
from desk.facts.post import PLACES, Block, Brief, Chip, Cited, PostPart, PostTable
from desk.facts.standing import shares_of
from desk.posts.claims import hours_of
from desk.posts.kinds.hands import MORE_SEATS, SINCE
from desk.posts.ties import NUMBER, untied
from desk.posts.writer import Writer
from desk.rules.discrepancies import in_order
from desk.turkish.style import listed

OPENED = "Açılan sandık"
VOTES = "Oy sayıları"
"""Votes of another minute than the shares above them, each cell with its hour."""

NAMES = "Parti/aday"
APART, MOVED = "Fark (puan)", "Değişim (puan)"
UNSAID = "–"
TIE = "eşit"
"""In place of a leader where the first two are level."""

_TOP = 2
"""How many contenders of an agency the shortest form of a block names."""

_FEW = 4
"""More places than this with one leader are not named."""

_PREDICATE = re.compile(
    r"(?:\b(?:önde|geride|eşit|aynı|büyük|fazla|puan|var|yok|değil|saatlik|eski)"
    r"|\w(?:[dt][ıiuü]|[ıiuü]yor|maz|mez))(?: \([^()]*\))?[.!?…]$"
)
"""How a sentence of the desk's ends: with a verb, or with what stands for one."""

_OPENED_ITEMS = (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES)
_SAID = {Item.SHARE, Item.VOTES, *_OPENED_ITEMS}
_RESULTS = (Item.SHARE, Item.VOTES)

_ENDS = re.compile(r"[.!?]\s+(?=[A-ZÇĞİÖŞÜ0-9])")
_SUFFIX = re.compile(r"['’]\w+")
_WORD = re.compile(r"[^\W\d_]+")
_ONLY_FIGURES = {
    *("yüzde", "oy", "puan", "fark", "saat", "itibarıyla", "göre", "aldı", "önde"),
    *("sandık", "sandıkların", "sandıktan", "açılan", "açıldı", "oranı", "sayısı"),
    *("arasındaki", "ile", "ve", "çıktı", "indi", "kaldı"),
}
"""Words of a sentence that says figures and nothing else, in small letters."""


@dataclass(frozen=True)
class Column:
    """What a block tells of one agency's bulletin with results, and of the agency's other ones.

    Both in the order in which they stand there.
    """

    agency: str
    bulletin: Bulletin
    told: tuple[Cited, ...]
    others: tuple[Cited, ...] = ()

    @cached_property
    def said(self) -> Mapping[Row, Value]:
        """The bulletin's figures that are told."""
        return {one.slot.row: one.value for one in self.told}

    @property
    def codes(self) -> list[str]:
        """The contenders whose results are told."""
        return [row.contender for row in self.said if row.item in _RESULTS]

    def share(self, code: str) -> Decimal | None:
        """A contender's share as it is told."""
        value = self.said.get(Row(Item.SHARE, code))
        return value if isinstance(value, Decimal) else None


@dataclass(slots=True)
class _Built:
    """A table under way, the figures that stand in its cells, and of which pairs the distance."""

    columns: Sequence[Column]
    held: set[Cited]
    apart: set[Row] = field(default_factory=set)

    def holds(self, chip: Chip) -> bool:
        """Whether the number of a chip stands in the table too."""
        if len(chip.figures) == 1:
            return chip.figures[0] in self.held
        rows = {figure.slot.row for figure in chip.figures}
        return len(rows) == 1 and rows <= self.apart and self.held.issuperset(chip.figures)


HOURS_DIFFER = "Verilerin saati farklı"
"""How a line begins that gives the hours of places where they are far apart."""


def tables_of(
    writer: Writer, blocks: Sequence[Block], chips: Iterable[Chip]
) -> tuple[PostTable, ...]:
    """A table for each block whose lines set the figures of a place side by side, or its leaders.

    A block that tells how several agencies moved has one for each. ``chips`` are all of a draft's,
    also those of words without a number.
    """
    return tuple(
        table
        for at, of_block in _by_block(chips).items()
        for table in _tables(writer, at, blocks[at], of_block)
    )


def _by_block(chips: Iterable[Chip]) -> dict[int, list[Chip]]:
    """The chips of lines by the number of their block."""
    found: dict[int, list[Chip]] = {}
    for chip in chips:
        if chip.part is PostPart.LINE:
            found.setdefault(chip.block, []).append(chip)
    return found


def _tables(writer: Writer, at: int, block: Block, chips: Sequence[Chip]) -> Iterator[PostTable]:
    places = dict.fromkeys(figure.slot.source.place for chip in chips for figure in chip.figures)
    if len(places) > 1:
        if all(chip.start == chip.end or counted(chip.figures) for chip in chips):
            yield from _leaders(writer, at, block, chips)
        return
    for columns in side_by_side(writer, chips):
        if len(columns) > 1:
            yield _results(writer, at, block, chips, columns)


def side_by_side(writer: Writer, chips: Sequence[Chip]) -> list[list[Column]]:
    """The columns of a block about one place: one an agency, in the order of its lines.

    Where an agency's shares are told of several minutes, a list of columns for each agency, by
    time. Empty where no results are told.
    """
    said = list(
        dict.fromkeys(
            chip.figures[0]
            for chip in chips
            if len(chip.figures) == 1 and chip.figures[0].slot.row.item in _SAID
            # Whom words have ahead by one share alone prints no share.
            if chip.start < chip.end or not chip.figures[0].slot.row.item.per_contender
        )
    )
    by_agency: dict[str, list[Cited]] = {}
    for one in said:
        by_agency.setdefault(one.slot.source.agency, []).append(one)
    columns = [_columns(writer, agency, told) for agency, told in by_agency.items()]
    columns = [of_agency for of_agency in columns if of_agency]
    if any(len(of_agency) > 1 for of_agency in columns):
        return columns
    return [[of_agency[0] for of_agency in columns]] if columns else []


def _columns(writer: Writer, agency: str, told: Sequence[Cited]) -> list[Column]:
    """One agency's: of each bulletin whose shares are told, else of its newest votes."""
    by_time = sorted(told, key=lambda one: (one.as_of, one.bulletin))
    shared = dict.fromkeys(one.bulletin for one in by_time if one.slot.row.item is Item.SHARE)
    voted = dict.fromkeys(one.bulletin for one in by_time if one.slot.row.item is Item.VOTES)
    numbers = list(shared) or list(voted)[-1:]
    others = tuple(one for one in told if one.bulletin not in numbers)
    return [
        Column(
            agency,
            writer.session.bulletin(number),
            tuple(one for one in told if one.bulletin == number),
            others,
        )
        for number in numbers
    ]


def _results(
    writer: Writer, at: int, block: Block, chips: Sequence[Chip], columns: Sequence[Column]
) -> PostTable:
    """Each contender's results by agency, how far two are apart, and how much was opened."""
    held = {one for column in columns for one in column.told if one.slot.row.item in _RESULTS}
    built = _Built(columns, held=held)
    codes = in_order(writer.race, (code for column in columns for code in column.codes))
    rows = [
        (_row_name(writer, columns, code), *(_result(writer, column, code) for column in columns))
        for code in codes
    ]
    head = [NAMES, *(f"{one.agency} ({writer.style.clock(one.bulletin.as_of)})" for one in columns)]
    moves = columns[0].agency == columns[-1].agency
    gaps = {code: _apart(columns, code) for code in codes}
    built.apart = {Row(Item.SHARE, code) for code, gap in gaps.items() if gap is not None}
    if built.apart:
        head.append(MOVED if moves else APART)
        cells = [_distance(writer, gap, signed=moves) for gap in gaps.values()]
        rows = [(*row, cell) for row, cell in zip(rows, cells, strict=True)]
    for name, write in ((OPENED, _opened), (VOTES, _votes_of_another_minute)):
        texts = [write(writer, column, built.held) for column in columns]
        if any(text not in (UNSAID, "") for text in texts):
            rows.append((name, *texts, *([""] if built.apart else [])))
    agencies = listed(dict.fromkeys(column.agency for column in columns))
    by = writer.style.suffixed(agencies, "dat")
    shares = any(column.share(code) is not None for column in columns for code in codes)
    place, what = columns[0].bulletin.source.place, "oy oranları" if shares else "oylar"
    caption = f"{writer.place_title(place)}, {writer.race.title}: {by} göre {what}"
    left = _left(writer, block, chips, built)
    return PostTable(at, caption, tuple(head), tuple(rows), left)


def _row_name(writer: Writer, columns: Sequence[Column], code: str) -> str:
    """CHP; CHP (Muharrem Erkek), where that is who stands there alone."""
    person = writer.person(columns[0].bulletin.source.place, code)
    return f"{writer.label(code)} ({person})" if person else writer.label(code)


def _result(writer: Writer, column: Column, code: str) -> str:
    """A contender's share and votes; a dash where the bulletin has neither, else what is told."""
    share, votes = column.share(code), column.said.get(Row(Item.VOTES, code))
    said = [writer.style.sign(share)] if share is not None else []
    said += [f"{turkish.votes_dots(votes)} oy"] if isinstance(votes, int) else []
    given = any(Row(item, code) in column.bulletin.figures for item in _RESULTS)
    return " · ".join(said) or ("" if given else UNSAID)


def _apart(columns: Sequence[Column], code: str) -> Decimal | None:
    """From the first column's share to the second's, in points; None where they do not compare.

    *Diğer* is what a list leaves out: it compares only where both lists name the same.
    """
    if len(columns) != 2:
        return None
    first, second = (column.share(code) for column in columns)
    if first is None or second is None:
        return None
    lists = {frozenset(shares_of(column.bulletin.figures)) for column in columns}
    return None if code == OTHERS and len(lists) > 1 else second - first


def _distance(writer: Writer, gap: Decimal | None, *, signed: bool) -> str:
    if gap is None:
        return ""
    sign = "+" if gap > 0 else "−" if gap < 0 else ""
    return f"{sign if signed else ''}{writer.style.digits(abs(gap))}"


def _opened(writer: Writer, column: Column, held: set[Cited]) -> str:
    """How much was opened with the results; of another minute it has its hour."""
    own = [one for one in column.told if one.slot.row.item in _OPENED_ITEMS]
    other = [one for one in column.others if one.slot.row.item in _OPENED_ITEMS]
    told = own or [one for one in other if one.bulletin == other[-1].bulletin]
    values = {one.slot.row.item: one.value for one in told}
    share, boxes = values.get(Item.OPENED_SHARE), values.get(Item.OPENED_BOXES)
    total = values.get(Item.TOTAL_BOXES)
    if isinstance(share, Decimal):
        text = turkish.share_sign(share, spelling=writer.style.spelling)
    elif isinstance(boxes, int):
        of_all = f"/{turkish.votes_dots(total)}" if isinstance(total, int) else " sandık"
        text = f"{turkish.votes_dots(boxes)}{of_all}"
    else:
        given = any(Row(item) in column.bulletin.figures for item in _OPENED_ITEMS)
        return "" if given else UNSAID
    held.update(told)
    return text if own else f"{text} ({writer.style.clock(told[0].as_of)})"


def _votes_of_another_minute(writer: Writer, column: Column, held: set[Cited]) -> str:
    told = [one for one in column.others if one.slot.row.item is Item.VOTES]
    if not told:
        return ""
    held.update(told)
    said = (
        f"{writer.label(one.slot.row.contender)} {turkish.votes_dots(one.value)}"
        for one in told
        if isinstance(one.value, int)
    )
    return f"{writer.style.clock(told[-1].as_of)}: {', '.join(said)}"


def _left(
    writer: Writer, block: Block, chips: Sequence[Chip], built: _Built
) -> tuple[tuple[int, str], ...]:
    """The lines a table holds, each with what is left of it: its sentences that say more."""
    figures = [*built.held, *(figure for chip in chips for figure in chip.figures)]
    known = {one.slot.source.agency for one in figures}
    for column in built.columns:
        known |= {name for code in column.codes for name in writer.called(code)}
        known |= {writer.person(column.bulletin.source.place, code) for code in column.codes}
    known.discard("")
    clocks = {writer.style.clock(one.as_of) for one in figures}
    names = re.compile("|".join(map(re.escape, sorted(known | clocks, key=len, reverse=True))))
    left = []
    for number, line in enumerate(block.lines):
        of_line = [one for one in chips if one.line == number and one.start < one.end]
        kept: list[str] = []
        held: list[str] = []
        for start, end in _sentences(line, of_line):
            inside = [one for one in of_line if start <= one.start < end]
            whole = inside and all(map(built.holds, inside))
            bare = names.sub(" ", _without(line, start, end, inside)) if whole else line
            (held if whole and _only_figures(bare) else kept).append(line[start:end].strip())
        if not held:
            continue
        agency = of_line[0].figures[0].slot.source.agency
        if not kept:
            left.append((number, ""))
        elif line.startswith(agency) and line.startswith(held[0]):
            # What is left of an agency's line still says whose and when it was.
            hour = "" if kept[0][:1].isdigit() else f" ({_hour(writer, of_line)})"
            left.append((number, f"{agency}{hour}: {' '.join(kept)}"))
    return tuple(left)


def _hour(writer: Writer, chips: Sequence[Chip]) -> str:
    return writer.style.clock(chips[0].figures[0].as_of)


def _sentences(line: str, chips: Sequence[Chip]) -> Iterator[tuple[int, int]]:
    """Where the sentences of a line begin and end; a full stop behind a tied number ends one."""
    start = 0
    ends = {chip.end for chip in chips}
    for found in _ENDS.finditer(line):
        if line[: found.start()][-1:].isdigit() and found.start() not in ends:
            continue
        yield start, found.end()
        start = found.end()
    yield start, len(line)


def _without(line: str, start: int, end: int, chips: Sequence[Chip]) -> str:
    """A sentence without its tied numbers."""
    parts = []
    for chip in sorted(chips, key=lambda chip: chip.start):
        parts.append(line[start : chip.start])
        start = chip.end
    return " ".join([*parts, line[start:end]])


def _only_figures(bare: str) -> bool:
    """Whether what is left of a sentence without numbers and names says no more than they do."""
    text = _SUFFIX.sub(" ", bare)
    words = {turkish.lower(word) for word in _WORD.findall(text)}
    return words <= _ONLY_FIGURES and not NUMBER.search(text)


def _leaders(writer: Writer, at: int, block: Block, chips: Sequence[Chip]) -> Iterator[PostTable]:
    """Who leads where, by each agency: a row for each place."""
    leads = leaders_told(writer, chips)
    agencies = [agency for agency, by_place in leads.items() if any(by_place.values())]
    if not agencies:
        return
    of_line: dict[int, set[str]] = {}
    for chip in chips:
        of_line.setdefault(chip.line, set()).update(one.slot.source.place for one in chip.figures)
    places = sorted(set().union(*of_line.values()), key=turkish.sort_key)
    rows = tuple(
        (place, *(leads[agency].get(place) or UNSAID for agency in agencies)) for place in places
    )
    caption = f"{turkish.title(block.heading) or 'Yerler'}, {writer.race.title}: önde olan"
    counts = {chip.line for chip in chips if chip.start < chip.end}
    left = tuple(
        (line, _without_names(block.lines[line], counts=line in counts)) for line in sorted(of_line)
    )
    yield PostTable(at, caption, (PLACES, *agencies), rows, left)


def _without_names(text: str, *, counts: bool) -> str:
    """What a line says that a table of leaders does not: its count, or the hours."""
    if text.startswith(HOURS_DIFFER) or SINCE in text or MORE_SEATS in text:
        return text
    return f"{text.partition(':')[0].removesuffix('.')}." if counts else ""


def leaders_told(writer: Writer, chips: Iterable[Chip]) -> dict[str, dict[str, str]]:
    """Who leads by each agency in each place, by what is told of it.

    `TIE` where the first two are level, empty where what is told says nothing of it.
    """
    told: dict[str, dict[str, list[Cited]]] = {}
    for one in dict.fromkeys(figure for chip in chips for figure in chip.figures):
        source = one.slot.source
        told.setdefault(source.agency, {}).setdefault(source.place, []).append(one)
    return {
        agency: {place: _leader(writer, figures) for place, figures in by_place.items()}
        for agency, by_place in told.items()
    }


def _leader(writer: Writer, figures: Sequence[Cited]) -> str:
    named = [one.value for one in figures if isinstance(one.value, str)]
    if named:
        return writer.label(named[0])
    results = [one for one in figures if one.slot.row.item in _RESULTS]
    falling = sorted(((Decimal(one.value), one.slot.row) for one in results), reverse=True)
    if not falling:
        return ""
    if len(falling) > 1 and falling[0][0] == falling[1][0]:
        return TIE
    return writer.label(falling[0][1].contender)


# What a block's figures say


def briefs_of(writer: Writer, blocks: Sequence[Block], chips: Iterable[Chip]) -> tuple[Brief, ...]:
    """What the figures of each block say as sentences; of blocks without figures nothing.

    ``chips`` are all of a draft's, also those of words without a number.
    """
    return tuple(
        brief
        for at, of_block in _by_block(chips).items()
        if (brief := _brief(writer, at, blocks[at], of_block)) is not None
    )


def _brief(writer: Writer, at: int, block: Block, chips: Sequence[Chip]) -> Brief | None:
    places = list(dict.fromkeys(one.slot.source.place for chip in chips for one in chip.figures))
    if len(places) > 1:
        numbers = any(chip.start < chip.end for chip in chips)
        return None if numbers else Brief(at, "", _leading(writer, chips))
    where = writer.at_place(places[0])
    tables = side_by_side(writer, chips)
    if len(tables) != 1:
        return Brief(at, where, _moves(block))
    columns = tables[0]
    codes = {column.agency for column in columns}
    told = {chip.line for chip in chips}
    lines = [line for at_, line in enumerate(block.lines) if at_ in told and says(line)]
    # What an agency without results says stands beside the others' results.
    rest = [line for line in lines if not line.startswith(tuple(codes))]
    agencies = {one.slot.source.agency for chip in chips for one in chip.figures} - codes
    also = [line for line in rest if line.startswith(tuple(agencies))] if agencies else []
    apart = [line for line in rest if line not in also]
    full = " ".join([*(_said(writer, block, column) for column in columns), *also])
    top = " ".join([*(_said(writer, block, column, _TOP) for column in columns), *also])
    versions = dict.fromkeys((" ".join([full, *apart]), " ".join([top, *apart]), full, top))
    return Brief(at, where, tuple(versions))


def _said(writer: Writer, block: Block, column: Column, most: int | None = None) -> str:
    """One agency's results as a sentence: AA'ya göre (19.25) İmamoğlu yüzde 55; Kurum yüzde 39 oy
    aldı."""
    style = writer.style
    shares = {code: share for code in column.codes if (share := column.share(code)) is not None}
    votes = {
        row.contender: value
        for row, value in column.said.items()
        if row.item is Item.VOTES and isinstance(value, int)
    }
    results: Mapping[str, Decimal | int] = shares or votes
    codes = sorted(results, key=lambda code: (code == OTHERS, -results[code]))
    if most is not None:
        codes = [code for code in codes if code != OTHERS][:most] or codes[:most]
    told = [f"{_called(writer, block, code)} {_figure(writer, results[code])}" for code in codes]
    results_said = style.joined(told) if shares else ", ".join(told)
    stamp = style.clock(column.bulletin.as_of)
    if opened := _told_opened(writer, column):
        stamp = f"{stamp}, {opened}"
    return f"{style.suffixed(column.agency, 'dat')} göre ({stamp}) {results_said} oy aldı."


def _told_opened(writer: Writer, column: Column) -> str:
    """How much was opened, as far as the post tells it: its boxes alone where it tells no more."""
    told = {one.slot.row.item: one.value for one in column.told}
    if Item.OPENED_BOXES in told and not told.keys() & {Item.OPENED_SHARE, Item.TOTAL_BOXES}:
        return f"{turkish.votes_dots(int(told[Item.OPENED_BOXES]))} sandık açıldı"
    return untied(writer.opened(column.bulletin)) if told.keys() & {*_OPENED_ITEMS} else ""


def _figure(writer: Writer, value: Decimal | int) -> str:
    return turkish.votes_dots(value) if isinstance(value, int) else writer.style.share(value)


def _called(writer: Writer, block: Block, code: str) -> str:
    """A contender as the block calls her."""
    label, name = writer.called(code)
    text = " ".join(block.lines)
    return name if name in text else label


def _moves(block: Block) -> tuple[str, ...]:
    """What an agency's lines tell of its moves: all, then fewer and fewer whole clauses of each."""
    lines = [line for line in block.lines if says(line)]
    most = max((line.count(";") for line in lines), default=0)
    versions = [" ".join(lines)]
    for kept in range(most, 0, -1):
        cut = [";".join(line.removesuffix(".").split(";")[:kept]) for line in lines]
        versions.append(" ".join(f"{line}." for line in cut if says(f"{line}.")))
    return tuple(dict.fromkeys(filter(None, versions)))


def _leading(writer: Writer, chips: Sequence[Chip]) -> tuple[str, ...]:
    """Who leads in a few places, a sentence for each answer, those first where agencies part.

    Of many places with one answer nothing is said, nor of ties.
    """
    leads = leaders_told(writer, chips)
    answers: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for place in sorted(set().union(*leads.values()), key=turkish.sort_key):
        led = ((agency, by_place.get(place, "")) for agency, by_place in leads.items())
        answers.setdefault(tuple((agency, who) for agency, who in led if who), []).append(place)
    told = []
    for answer, places in answers.items():
        names = {who for _, who in answer}
        if answer and TIE not in names and len(places) <= _FEW:
            told.append((len(names) == 1, _led(writer, answer, places, chips)))
    sentences = [sentence for _, sentence in sorted(told, key=lambda one: one[0])]
    return tuple(" ".join(sentences[:end]) for end in range(len(sentences), 0, -1))


def _led(
    writer: Writer, answer: Sequence[tuple[str, str]], places: Sequence[str], chips: Sequence[Chip]
) -> str:
    """Fatih'te AA'ya göre (19.55) AKP, ANKA'ya göre (19.47) CHP önde."""
    figures = {one for chip in chips for one in chip.figures if one.slot.source.place in places}
    mark = writer.style.spelling.time_mark
    by_leader: dict[str, dict[str, list[datetime]]] = {}
    for agency, who in answer:
        times = sorted({one.as_of for one in figures if one.slot.source.agency == agency})
        by_leader.setdefault(who, {})[agency] = times
    parts = []
    for who, hours in by_leader.items():
        stamp = hours_said(hours, mark)
        parts.append(f"{writer.style.suffixed(listed(hours), 'dat')} göre ({stamp}) {who}")
    return f"{writer.at_places(places)} {', '.join(parts)} önde."


def hours_said(times: Mapping[str, Sequence[datetime]], mark: str) -> str:
    """Agencies with their hours; the hour alone where it is that of all."""
    every = {one for told in times.values() for one in told}
    if len(times) == 1 or len(every) == 1:
        agency, told = next(iter(times.items()))
        return hours_of({agency: told}, mark).removeprefix(f"{agency} ")
    return hours_of(times, mark)


def says(text: str) -> bool:
    """Whether a text of the desk's ends as a sentence with a verb does."""
    return bool(_PREDICATE.search(text))
