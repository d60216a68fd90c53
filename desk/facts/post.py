"""A post as data: its parts, the figures it cites, what it corrects and what stands in its way.

Frozen values, no I/O; how a post is composed, written down or kept is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desk.facts.bulletin import Slot, Value
from desk.facts.codes import Code
from desk.facts.finding import Finding

UNOFFICIAL = "Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar."

PLACES = "Yer"
"""The first head of a table that tells one thing of several places."""


class PostKind(StrEnum):
    """The kinds of post; the names are those of the command line."""

    COMPARISON = "comparison"
    FIRST = "first"
    LEAD = "lead"
    STANDING = "standing"
    CHANGES = "changes"
    DIFFERENCES = "differences"
    LEADERS = "leaders"
    STATEMENT = "statement"
    NOTE = "note"
    SUMMARY = "summary"
    CORRECTION = "correction"
    CLOSING = "closing"


KEY_EVENTS = frozenset({PostKind.FIRST, PostKind.LEADERS, PostKind.STATEMENT, PostKind.CLOSING})
"""Kinds that a reader who comes late looks for."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a post is to be about, and what the editor wrote herself.

    Empty ``places`` and ``agencies`` leave the choice to the kind; ``part`` is the part of the
    country the places are all of, if one was asked for; ``at`` tells the evening as it was known
    then; ``title`` is the editor's own headline, ``text`` her own words or a quotation,
    ``who`` and ``where`` a statement's.
    """

    contest: str
    places: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    at: datetime | None = None
    title: str = ""
    text: str = ""
    who: str = ""
    where: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A number in a post and the figure it came from."""

    slot: Slot
    value: Value
    as_of: datetime
    bulletin: int


class BlockShape(StrEnum):
    """How a block is set: one line for each thing to say, running text, or a quotation."""

    LINES = "lines"
    TEXT = "text"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a post: its heading (or none) and its lines or paragraphs."""

    heading: str
    lines: tuple[str, ...]
    shape: BlockShape = BlockShape.LINES


class PostPart(StrEnum):
    """Where in a post a text stands."""

    HEADLINE = "headline"
    LEAD = "lead"
    HEADING = "heading"
    LINE = "line"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Chip:
    """A number in a post's text: where it stands, and the figures it says or follows from.

    ``start`` and ``end`` count characters of the text of its part; ``block`` and ``line`` number
    the block and the line in it, from 0, for headings and lines. One figure where the number is
    the figure itself, or the whole points below it (*7 puandan fazla*); more where it follows from
    them (a gap, a lead) or where each of them says it. A clock time is no figure and has no chip.
    """

    part: PostPart
    start: int
    end: int
    figures: tuple[Cited, ...]
    block: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class PostTable:
    """What a block's lines say as a table; written, in the house's style.

    ``block`` numbers the block it belongs to, from 0; the first cell of a row names it. ``left``
    are the lines of the block that it holds, by number, each with what is left to say beside the
    table: nothing, or a sentence that says more than its figures. Lines it does not name it does
    not hold.
    """

    block: int
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What a block's figures say as whole sentences, for forms with little room.

    ``block`` numbers the block it belongs to, from 0; ``where`` is its place (*Üsküdar'da*), empty
    for several; ``versions`` say it, the fullest first, each true without the others. Without any
    nothing of the block is to be said in few words.
    """

    block: int
    where: str
    versions: tuple[str, ...]


class PrintedKind(StrEnum):
    """What a post can have printed."""

    FIGURE = "figure"
    LEAD = "lead"
    GAP = "gap"
    LEAD_GAP = "lead_gap"
    EQUAL = "equal"
    LEADER = "leader"
    ORDER = "order"
    WIDEST = "widest"
    HOUR = "hour"
    COUNT = "count"
    SUM = "sum"
    HALF = "half"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Printed:
    """Something a post said, and the figures it was worked out from.

    ``value`` is the number for a figure, for a lead of one over the next, for a gap between two
    agencies' shares, now or at equal opened share, and for one between their leads; a contender's
    code for a leader (empty in a tie); codes with blanks between them for an order; a place for
    the widest gap; a minute for an hour; places for a count. ``bound`` says that the number is the
    whole points below (*7 puandan fazla*). A sum is of several contenders in one bulletin; half is
    who has more than half of the votes (empty for nobody), needed what part of the rest that takes.
    ``text`` is a name as it was printed.
    """

    kind: PrintedKind
    value: Value
    figures: tuple[Cited, ...]
    bound: bool = False
    text: str = field(default="", compare=False)

    @property
    def first(self) -> Cited:
        """The figure that says whose it is."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class WrongPrint:
    """What a post printed and what is right now; ``now`` is None where it can no longer be said.

    ``post`` is the ledger's number of the post. ``left_out`` says that nothing was withdrawn: the
    bulletin that stands now does not give it.
    """

    post: int
    printed: Printed
    now: Printed | None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post ready to go out; ``time`` is local, ``cited`` in the order the numbers appear.

    ``own`` are the parts the editor wrote herself, ``claims`` the numbers of a quotation, which
    are its speaker's and no cited figures; ``corrects`` what a correction puts right; ``chips``
    are the numbers of its text with the figures behind each, in the order of the text; ``printed``
    is all that its text says of figures; ``tables`` say the figures of a block in forms that have
    tables, in place of the lines they hold if the house has it so (``tabled``), else those forms
    keep to the lines; ``briefs`` say them as sentences for the short form. ``time_mark`` stands
    between the hours and minutes of its time.
    """

    id: str
    kind: str
    time: datetime
    headline: str
    lead: str
    blocks: tuple[Block, ...]
    closing: str
    cited: tuple[Cited, ...]
    findings: tuple[Finding, ...]
    contest: str = ""
    own: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    corrects: tuple[WrongPrint, ...] = ()
    chips: tuple[Chip, ...] = ()
    printed: tuple[Printed, ...] = ()
    tables: tuple[PostTable, ...] = ()
    tabled: bool = False
    briefs: tuple[Brief, ...] = ()
    time_mark: str = "."

    @property
    def clock(self) -> str:
        """Its time as the house marks times: 19.25."""
        return f"{self.time:%H}{self.time_mark}{self.time:%M}"

    def text_of(self, chip: Chip) -> str:
        """The whole text of the part a chip stands in."""
        match chip.part:
            case PostPart.HEADLINE:
                return self.headline
            case PostPart.LEAD:
                return self.lead
            case PostPart.CLOSING:
                return self.closing
            case PostPart.HEADING:
                return self.blocks[chip.block].heading
            case PostPart.LINE:
                return self.blocks[chip.block].lines[chip.line]

    def beside(self, block: int) -> tuple[tuple[PostTable, ...], Block]:
        """A block as forms with tables show it: its tables, and what is to be said beside them.

        No table and the block as it is where the house lists its figures, and where the table
        would only repeat the lines.
        """
        tables = tuple(
            table for table in self.tables if table.block == block and table.left and self.tabled
        )
        left = {line: text for table in tables for line, text in table.left}
        lines = (left.get(at, line) for at, line in enumerate(self.blocks[block].lines))
        kept = tuple(line for line in lines if line)
        return tables, replace(self.blocks[block], lines=kept)

    @property
    def body(self) -> str:
        """Everything under the headline as plain text."""
        parts = [self.lead]
        for block in self.blocks:
            mark = "\n" if block.shape is BlockShape.LINES else "\n\n"
            parts.append(mark.join(part for part in (block.heading, *block.lines) if part))
        return "\n\n".join(part for part in (*parts, self.closing) if part)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of a post: the code, the figures it is about, the values.

    ``bulletin`` is the number of the cited bulletin the figures are of, 0 where there is none.
    """

    code: Code
    values: Mapping[str, str] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    bulletin: int = 0

    @property
    def may_be_overruled(self) -> bool:
        """Everything but the broadcast ban, which is the law's and not the editor's."""
        return self.code is not Code.P504
