"""A liveblog post from what the agencies say: computed, in Turkish, every number citing its figure.

This room composes a post as data and writes it in each form; what was published, and when, is not
its business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape
from typing import Any

from desk import turkish
from desk.bulletin import Bulletin, Item, Row, Slot, Source, Topic, Value
from desk.checks import Finding, check_filed, check_place
from desk.codes import Code, Refusal
from desk.discrepancies import SideBySide, compare_place, in_order
from desk.election import OTHERS, Election, PlaceKind
from desk.figures import plain
from desk.rows import MINUTE
from desk.session import Session
from desk.standing import Lead, Reported, votes_of

COMPARISON = "comparison"
NO_SHARE = Decimal(-1)
"""Where a contender without a share stands in falling order: after all that have one."""
UNOFFICIAL = "Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar."


@dataclass(frozen=True, slots=True)
class Cited:
    """A number in a post and the figure it came from."""

    slot: Slot
    value: Value
    as_of: datetime
    bulletin: int


@dataclass(frozen=True, slots=True)
class Block:
    """A place in a post: its heading and one line for each thing to say."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post ready to go out; ``time`` is local, ``cited`` in the order the numbers appear."""

    id: str
    kind: str
    time: datetime
    headline: str
    lead: str
    blocks: tuple[Block, ...]
    closing: str
    cited: tuple[Cited, ...]
    findings: tuple[Finding, ...]

    @property
    def body(self) -> str:
        """Everything under the headline as plain text."""
        parts = [self.lead]
        parts += ["\n".join((block.heading, *block.lines)) for block in self.blocks]
        return "\n\n".join((*parts, self.closing))


def comparison(
    session: Session,
    contest: str,
    places: Sequence[str],
    pair: tuple[str, str],
    at: datetime | None = None,
    title: str = "",
) -> Post:
    """The post that sets two agencies side by side for the places chosen, in their order.

    ``at`` tells the evening as it was known then; without it, as it stands. ``title`` is the
    editor's own headline. Refuses (E141) when neither agency has said anything of any place.
    """
    sides = [compare_place(session, contest, place, pair, at) for place in places]
    sides = [side for side in sides if not side.is_empty]
    newest = [said.newest for side in sides for said in (side.a, side.b) if said.newest]
    if not newest:
        raise Refusal(Code.E141, places=", ".join(places))
    time = at or max(newest)
    writer = _Writer(session.election, contest)
    blocks = tuple(writer.block(side) for side in sides)
    return Post(
        id=f"{time:%Y-%m-%d-%H%M}-{COMPARISON}-{contest}",
        kind=COMPARISON,
        time=time,
        headline=title or _headline(session.election, [side.place for side in sides]),
        lead=_lead_sentence(session.election, contest, pair),
        blocks=blocks,
        closing=UNOFFICIAL,
        cited=tuple(writer.cited),
        findings=tuple(finding for side in sides for finding in _findings(side)),
    )


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


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What an agency said at one time; ``opened`` is the opened share it said it with."""

    as_of: datetime
    text: str
    opened: str = ""

    def after(self, told: datetime | None) -> str:
        """The text in its agency's line, with its own time unless the line has just given it."""
        clock = turkish.clock(self.as_of.time())
        if told is None:
            stamp = f"{clock}, {self.opened}" if self.opened else clock
            return f" ({stamp}): {turkish.upper(self.text[0])}{self.text[1:]}"
        if told == self.as_of:
            return f" {turkish.upper(self.text[0])}{self.text[1:]}"
        opened = f" ({self.opened})" if self.opened else ""
        return f" {clock} itibarıyla{opened} {self.text}"


class _Writer:
    """Writes a place's lines and remembers each figure it writes."""

    def __init__(self, election: Election, contest: str) -> None:
        self._election = election
        self._race = election.contest(contest)
        self.cited: list[Cited] = []

    def block(self, side: SideBySide) -> Block:
        lines = [self._agency_line(side.a), self._agency_line(side.b)]
        lines += _disagreement(self._election, side)
        return Block(turkish.upper(side.place), tuple(lines))

    def _agency_line(self, said: Reported) -> str:
        line, told = said.source.agency, None
        speakers = (
            self._shares,
            self._votes_alone,
            self._opened_alone,
            self._lead,
            self._turnout_alone,
        )
        for speak in speakers:
            if spoken := speak(said):
                line += spoken.after(told)
                told = spoken.as_of
        return line if told else f"{line}: Henüz veri yok."

    def _shares(self, said: Reported) -> _Spoken | None:
        bulletin = said.topics.get(Topic.SHARES)
        if bulletin is None:
            return None
        return self._results(bulletin, said.shares, votes_of(bulletin.figures))

    def _votes_alone(self, said: Reported) -> _Spoken | None:
        bulletin = said.topics.get(Topic.VOTES)
        if bulletin is None or bulletin is said.topics.get(Topic.SHARES):
            return None
        return self._results(bulletin, {}, said.votes)

    def _results(
        self, bulletin: Bulletin, shares: Mapping[str, Decimal], votes: Mapping[str, int]
    ) -> _Spoken:
        def falling(code: str) -> tuple[bool, Decimal, int]:
            return code == OTHERS, -shares.get(code, NO_SHARE), -votes.get(code, 0)

        # First what stands first in the line, for the order of what is cited.
        opened = self._opened(bulletin)
        codes = sorted(in_order(self._race, [*shares, *votes]), key=falling)
        results = (
            self._result(bulletin, code, shares.get(code), votes.get(code)) for code in codes
        )
        return _Spoken(bulletin.as_of, f"{'; '.join(results)}.", opened)

    def _result(
        self, bulletin: Bulletin, code: str, share: Decimal | None, votes: int | None
    ) -> str:
        said = [self._label(code)]
        if share is not None:
            self._cite(bulletin, Row(Item.SHARE, code))
            said.append(turkish.share_words(share))
        if votes is not None:
            self._cite(bulletin, Row(Item.VOTES, code))
            counted = f"{turkish.votes_dots(votes)} oy"
            said.append(counted if share is None else f"({counted})")
        return " ".join(said)

    def _opened_alone(self, said: Reported) -> _Spoken | None:
        bulletin = said.topics.get(Topic.OPENED)
        others = (said.topics.get(Topic.SHARES), said.topics.get(Topic.VOTES))
        if bulletin is None or bulletin in others:
            return None
        opened = self._opened(bulletin)
        return _Spoken(bulletin.as_of, f"{opened}.") if opened else None

    def _turnout_alone(self, said: Reported) -> _Spoken | None:
        """Turnout is news before there are results, and in the way after."""
        bulletin = said.topics.get(Topic.TURNOUT)
        if bulletin is None or said.topics.keys() & {Topic.SHARES, Topic.VOTES, Topic.LEAD}:
            return None
        turnout = bulletin.figures[Row(Item.TURNOUT)]
        if not isinstance(turnout, Decimal):
            return None
        self._cite(bulletin, Row(Item.TURNOUT))
        return _Spoken(bulletin.as_of, f"katılım {turkish.share_words(turnout)}.")

    def _opened(self, bulletin: Bulletin) -> str:
        share = bulletin.figures.get(Row(Item.OPENED_SHARE))
        boxes = bulletin.figures.get(Row(Item.OPENED_BOXES))
        if isinstance(share, Decimal):
            self._cite(bulletin, Row(Item.OPENED_SHARE))
            number = turkish.share_words(share).removeprefix("yüzde ")
            return f"sandıkların yüzde {turkish.suffixed(number, 'poss3')} açıldı"
        if isinstance(boxes, int):
            self._cite(bulletin, Row(Item.OPENED_BOXES))
            return f"{turkish.votes_dots(boxes)} sandık açıldı"
        return ""

    def _lead(self, said: Reported) -> _Spoken | None:
        lead = said.lead
        if lead is None:
            return None
        return _Spoken(
            lead.bulletin.as_of, self._stated(lead) if lead.stated else self._ahead(lead)
        )

    def _ahead(self, lead: Lead) -> str:
        if lead.leader is None:
            return "İlk iki sıra eşit."
        if lead.points is not None:
            return f"{self._label(lead.leader)} {turkish.points(lead.points)} önde."
        return f"{self._label(lead.leader)} {turkish.votes_dots(lead.votes or 0)} oy önde."

    def _stated(self, lead: Lead) -> str:
        for item in (Item.LEAD_POINTS, Item.LEAD_VOTES, Item.LEADER):
            if Row(item) in lead.bulletin.figures:
                self._cite(lead.bulletin, Row(item))
        by = []
        if lead.points is not None:
            by.append(turkish.points(lead.points))
        if lead.votes is not None:
            by.append(f"{turkish.votes_dots(lead.votes)} oy")
        margin = " ve ".join(by)
        if lead.leader is None:
            return f"Fark {margin}."
        name = self._race.contender(lead.leader).surname or self._label(lead.leader)
        return f"{name} {margin} önde." if margin else f"{name} önde."

    def _label(self, code: str) -> str:
        return self._election.label(self._race.id, code)

    def _cite(self, bulletin: Bulletin, row: Row) -> None:
        slot = Slot(bulletin.source, row)
        self.cited.append(Cited(slot, bulletin.figures[row], bulletin.as_of, bulletin.id))


def _headline(election: Election, places: Sequence[str]) -> str:
    kinds = {election.place(place).kind for place in places}
    if len(places) == 1:
        only = places[0]
        if kinds == {PlaceKind.PROVINCE}:
            return f"{only} genelinde son durum"
        return f"{turkish.suffixed(only, 'loc')} son durum"
    if kinds == {PlaceKind.DISTRICT}:
        return "Kritik ilçelerde son durum"
    return "İl genelinde ve ilçelerde son durum"


def _lead_sentence(election: Election, contest: str, pair: tuple[str, str]) -> str:
    agencies = " ve ".join(dict.fromkeys(pair))
    whose = turkish.suffixed(pair[-1], "gen").removeprefix(pair[-1])
    title = election.contest(contest).title
    return f"{turkish.upper(title[0])}{title[1:]} için {agencies}{whose} son verileri:"


def _disagreement(election: Election, side: SideBySide) -> list[str]:
    lines = []
    pair = f"{side.a.source.agency} ile {side.b.source.agency}"
    wide = [(gap.contender, gap.gap) for gap in side.gaps if gap.gap]
    if wide:
        gaps = "; ".join(
            f"{election.label(side.contest, code)} {turkish.points(gap)}" for code, gap in wide
        )
        lines.append(f"{pair} arasındaki fark: {gaps}.")
    lead_a, lead_b = side.a.lead, side.b.lead
    if side.leaders_differ and lead_a and lead_b:
        named = ", ".join(
            f"{turkish.suffixed(said.source.agency, 'dat')} göre "
            f"{election.label(side.contest, lead.leader or '')}"
            for said, lead in ((side.a, lead_a), (side.b, lead_b))
        )
        lines.append(f"Önde olan konusunda ajanslar ayrışıyor: {named} önde.")
    return lines


def _findings(side: SideBySide) -> list[Finding]:
    found = check_place(side)
    told = {
        said.topics[Topic.SHARES].id for said in (side.a, side.b) if Topic.SHARES in said.topics
    }
    for said in (side.a, side.b):
        for bulletin in {b.id: b for b in said.topics.values()}.values():
            if bulletin.id not in told:
                found += check_filed(bulletin)
    return found


def _plain_markdown(text: str) -> str:
    for mark in "\\`*_[]<>#|&~{}":
        text = text.replace(mark, f"\\{mark}")
    return text


def _html(text: str) -> str:
    """Escaped for HTML, and for the templates a CMS may put the fragment into ({{ }})."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")


def source_of(post: Post) -> frozenset[Source]:
    """The columns a post depends on: when one changes, the post is to be composed again."""
    return frozenset(cited.slot.source for cited in post.cited)
