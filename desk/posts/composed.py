"""What a composer gives, and the post it becomes: its parts, its chips, the tables of its lines.

What the parts say each kind decides, what a table holds `desk.posts.tables`, and how either looks
in HTML or Markdown the forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk.facts.finding import Finding
from desk.facts.people import has_withdrawn
from desk.facts.post import (
    UNOFFICIAL,
    Block,
    BlockShape,
    Chip,
    Cited,
    Post,
    PostKind,
    PostPart,
    WrongPrint,
)
from desk.posts import printed, ties
from desk.posts.claims import SIDE_BY_SIDE, for_headline, hours_of, minutes_apart, stale
from desk.posts.numbers import figures_said
from desk.posts.tables import briefs_of, tables_of
from desk.posts.ties import Parts
from desk.posts.writer import Writer
from desk.turkish.style import listed


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
            tabled=writer.style.tabled,
            briefs=() if self.corrects else briefs_of(writer, parts.blocks, chips),
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
    parts = replace(parts, closing=" ".join(filter(None, (closing, _withdrawn(writer, parts)))))
    if kind in SIDE_BY_SIDE:
        parts = replace(parts, headline=headline + _hours(writer, parts, time))
    return Composed(
        writer, kind, time, parts, tuple(findings), tuple(own), tuple(claims), tuple(corrects)
    )


def _withdrawn(writer: Writer, parts: Parts) -> str:
    """That somebody the post gives figures of has withdrawn: the ballot has the name still."""
    _, chips = parts.read(writer.ties)
    told: dict[str, dict[str, None]] = {}
    for chip in chips:
        for cited in chip.figures:
            told.setdefault(cited.slot.row.contender, {})[cited.slot.source.place] = None
    gone = [one for one in writer.race.contenders if one.withdrawn and one.code in told]
    said = []
    if gone:
        names = listed([one.candidate or writer.label(one.code) for one in gone])
        whose = "adı" if len(gone) == 1 else "adları"
        said.append(f"{names} seçimden çekildi; {whose} oy pusulasında.")
    for one in writer.race.contenders:
        for place in () if one.withdrawn else told.get(one.code, ()):
            if has_withdrawn(writer.election, writer.race.id, one.code, place):
                name = writer.named_in(place)(one.code)
                said.append(f"{name} {writer.at_place(place)} çekildi; adı oy pusulasında.")
    return " ".join(said)


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
    contest, election = writer.race.id, writer.election
    found = for_headline(plain.headline, contest, behind, cited, room, election)
    apart = [said for _, said in found]
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
