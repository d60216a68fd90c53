"""A post being composed: its parts with their numbers still tied, and the post they become.

What the parts say is each kind's; how ties are written is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.facts.finding import Finding
from desk.facts.post import UNOFFICIAL, Block, Chip, Cited, Kind, Part, Post, Shape, WrongFigure
from desk.posts.composed import tables_of
from desk.posts.numbers import told_by
from desk.posts.ties import Parts, in_order
from desk.posts.writer import Writer


@dataclass(frozen=True, slots=True)
class Draft:
    """What a composer gives: the parts as its writer tied them, and what goes with them."""

    writer: Writer
    kind: Kind
    time: datetime
    parts: Parts
    findings: tuple[Finding, ...]
    own: tuple[str, ...]
    claims: tuple[str, ...]
    corrects: tuple[WrongFigure, ...]

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
        old = {(wrong.slot, wrong.bulletin) for wrong in self.corrects}
        # Whom a headline's words rest on says nothing of the order the agencies stand in.
        inner = sorted(
            chips, key=lambda chip: chip.part is Part.HEADLINE and chip.start == chip.end
        )
        told = dict.fromkeys(figure for chip in inner for figure in chip.figures)
        cited = tuple(one for one in told if (one.slot, one.bulletin) not in old)
        numbers = [chip for chip in chips if chip.start < chip.end]
        taken = any(chip.part is Part.HEADLINE for chip in numbers)
        own = _own_chips(parts, frozenset(self.own), cited, self.time)
        numbers += [chip for chip in own if not (taken and chip.part is Part.HEADLINE)]
        return Post(
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
            chips=in_order(numbers),
            time_mark=writer.style.house.time_mark,
            tables=() if self.corrects else tables_of(writer, parts.blocks, chips),
        )


def assembled(
    writer: Writer,
    kind: Kind,
    time: datetime,
    *,
    headline: str,
    lead: str,
    blocks: Sequence[Block] = (),
    closing: str = UNOFFICIAL,
    findings: Sequence[Finding] = (),
    own: Sequence[str] = (),
    claims: Sequence[str] = (),
    corrects: Sequence[WrongFigure] = (),
) -> Draft:
    """The draft of its parts."""
    parts = Parts(headline, lead, tuple(blocks), closing)
    return Draft(
        writer, kind, time, parts, tuple(findings), tuple(own), tuple(claims), tuple(corrects)
    )


def _own_chips(
    parts: Parts, own: frozenset[str], cited: Sequence[Cited], time: datetime
) -> Iterator[Chip]:
    """Chips of the editor's own text: numbers that say exactly one of the figures cited."""
    texts = [(parts.headline, Part.HEADLINE, 0, 0)]
    texts += [(parts.lead, Part.LEAD, 0, 0)] if parts.lead in own else []
    texts += [
        (text, Part.LINE, at, line)
        for at, block in enumerate(parts.blocks)
        if block.shape is Shape.TEXT
        for line, text in enumerate(block.lines)
        if text in own
    ]
    for text, part, at, line in texts:
        for start, end, figure in told_by(text, cited, time):
            yield Chip(part, start, end, (figure,), at, line)
