"""What agencies say of one place side by side: a line each, then where they differ.

The sentences rest on the words themselves; what they make of a headline is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import combinations

from desk.facts.apart import leads_apart
from desk.facts.bulletin import Item, Row, Topic
from desk.facts.post import Block, Cited
from desk.facts.standing import Lead, Reported
from desk.posts.kinds import parliament, president
from desk.posts.writer import Words, Writer, figure_of, lead_figures
from desk.rules.discrepancies import Gap, SideBySide, side_by_side
from desk.turkish.style import COUNTED, capital

HOUR = timedelta(hours=1)
_MARGINS = (Item.LEAD_POINTS, Item.LEAD_VOTES)


def place_block(writer: Writer, words: Words, now: datetime) -> Block:
    """A place: a line for each agency, how far they are apart, who leads, who fell silent."""
    apart = any(lead_alone(said) for said in words)
    told = leads_told(writer, words, clocks=apart)
    leads = [f"{capital(told)}."] if told else []
    named: set[str] = set()
    each = [writer.agency_line(said, lead=not told, named=named) for said in words]
    lines = [line for line in each if line]
    lines += [line for side in pairs(writer, words) for line in _gap_line(writer, side)]
    # Leads that come with hours of their own stand in front: not all have a line below.
    lines = [*leads, *lines] if apart else [*lines, *leads]
    lines += [*president.half_lines(writer, words), *parliament.beside(writer, words)]
    lines += silent(writer, words, now)
    return Block(writer.heading(words[0].source.place), tuple(lines))


def lead_alone(said: Reported) -> bool:
    """Whether a lead is of another minute than the results its agency's line gives, or has none."""
    results = said.topics.get(Topic.SHARES) or said.topics.get(Topic.VOTES)
    return said.lead is not None and (results is None or results.as_of != said.lead.bulletin.as_of)


def pairs(writer: Writer, words: Words) -> list[SideBySide]:
    """Every two of the agencies side by side."""
    return [side_by_side(writer.race, one, other) for one, other in combinations(words, 2)]


def differ(words: Words) -> bool:
    """Whether agencies name different leaders."""
    return len({said.lead.leader for said in words if said.lead and said.lead.leader}) > 1


def leads_told(writer: Writer, words: Words, *, clocks: bool = False) -> str:
    """All leads side by side with how far they are apart, without capital and full stop.

    Empty where fewer than two agencies tell one, or not by how much though of the same contender;
    ``clocks`` gives each its hour, as running text does, which names people whatever lines do.
    """
    leads = [said.lead for said in words if said.lead is not None]
    if len(leads) < 2:
        return ""
    between = apart_points(writer, words)
    ends = f"; arada {between} var" if between else ""
    if differ(words):
        said = _each_by(writer, leads, clocks=clocks)
        return f"ajanslar kimin önde olduğu konusunda ayrışıyor: {said}{ends}"
    leader = leads[0].leader
    tied = any(lead.points == 0 for lead in leads)
    if leader is None or tied or len({lead.leader for lead in leads}) > 1:
        return _with_ties(writer, leads, clocks=clocks)
    if not all(lead.points for lead in leads):
        return ""
    whose = writer.suffixed(_called(writer, leads[0], clocks=clocks), leader, "gen")
    rests = "".join(map(writer.rest, leads))
    if not clocks and len({lead.points for lead in leads}) == 1:
        behind = [one for lead in leads for one in lead_figures(lead, Item.LEAD_POINTS)]
        points = writer.tied(writer.style.points(leads[0].points or Decimal(0)), *behind)
        return f"{whose}{rests} farkı {in_all(leads)} {points}"
    margins = _stamped(writer, leads, [writer.points(lead) for lead in leads], "puan", clocks)
    return f"{whose}{rests} farkı {margins}{ends}"


def in_all(told: Sequence[object]) -> str:
    """In all agencies: iki ajansta da."""
    return f"{COUNTED[len(told)]} ajansta da"


def by_all(agencies: Sequence[str]) -> str:
    """By all of several agencies: iki ajansa göre."""
    return f"{COUNTED[len(agencies)]} ajansa göre"


def apart_points(writer: Writer, words: Words) -> str:
    """How far two leads are apart, tied to what both follow from: 13,40 puan.

    With the fewer decimals of the two, unless the house writes two everywhere. Empty where a
    margin is not known or nothing, or they are the same, or there are more than two.
    """
    leads = [said.lead for said in words if said.lead is not None]
    if len(leads) != 2 or not all(lead.points for lead in leads):
        return ""
    figures = [figure for lead in leads for figure in _behind_points(writer, lead)]
    found = leads_apart(figures)
    points = (found[0] if writer.style.padded else found[-1]) if found else None
    return writer.tied(writer.style.points(points), *figures) if points else ""


def hours(writer: Writer, side: SideBySide) -> list[str]:
    """A line with both agencies' hours and how much each had opened, if either differs."""
    found = [
        (said.topics.get(Topic.SHARES) or (said.lead.bulletin if said.lead else None), said.lead)
        for said in (side.a, side.b)
    ]
    told = [(bulletin, lead) for bulletin, lead in found if bulletin is not None]
    if len({(one.as_of, writer.counted(one).part) for one, _ in told}) < 2:
        return []
    stamps = (
        f"{one.source.agency} {writer.style.clock(one.as_of)}{writer.rest(lead)}"
        + (f" ({opened})" if (opened := writer.opened(one)) else "")
        for one, lead in told
    )
    return [f"{'; '.join(stamps)}."]


def silent(writer: Writer, words: Words, now: datetime) -> list[str]:
    """That an agency has said nothing new for an hour or more, while another has."""
    newest = max((said.newest for said in words if said.newest), default=now)
    found = []
    for said in words:
        since = said.newest
        if since is None or newest - since < HOUR or (hour := (now - since) // HOUR) < 1:
            continue
        long = f"{COUNTED[hour]} saattir" if hour < len(COUNTED) else "uzun süredir"
        found.append(f"{said.source.agency} {long} yeni veri geçmedi.")
    return found


def gaps(writer: Writer, side: SideBySide) -> list[Gap]:
    """The gaps of the contenders either agency's line names."""
    told = [said.topics.get(Topic.SHARES) for said in (side.a, side.b)]
    named = {code for one in told if one for code in writer.falling(one, shares=True)}
    return [gap for gap in side.gaps if gap.contender in named and gap.gap is not None]


def worst(writer: Writer, side: SideBySide) -> Decimal:
    """The widest of those gaps; 0 without any."""
    return max((gap.gap for gap in gaps(writer, side) if gap.gap), default=Decimal(0))


def gap_points(writer: Writer, side: SideBySide, gap: Gap) -> str:
    """The distance between two agencies' shares, tied to both: 6,18 puan."""
    row = Row(Item.SHARE, gap.contender)
    figures = [figure_of(said.topics[Topic.SHARES], row) for said in (side.a, side.b)]
    return writer.tied(writer.style.points(gap.gap or Decimal(0)), *figures)


def _gap_line(writer: Writer, side: SideBySide) -> list[str]:
    """The gaps of a place said openly; that there are none, where nothing differs."""
    every = gaps(writer, side)
    wide = [gap for gap in every if gap.gap]
    pair = f"{side.a.source.agency} ile {side.b.source.agency}"
    if wide:
        said = "; ".join(f"{writer.who(g.contender)} {gap_points(writer, side, g)}" for g in wide)
        return [f"{pair} arasındaki fark: {said}."]
    if not every:
        return []
    rows = [Row(Item.SHARE, gap.contender) for gap in every]
    figures = [
        figure_of(said.topics[Topic.SHARES], row) for row in rows for said in (side.a, side.b)
    ]
    return [f"{writer.style.suffixed(pair, 'gen')} oranları aynı.{writer.ties.rest(figures)}"]


def _each_by(writer: Writer, leads: Sequence[Lead], *, clocks: bool) -> str:
    """AA'ya göre Kurum 2,50, ANKA'ya göre İmamoğlu 11,80 puan önde; without points where one has
    none."""
    points = all(lead.points for lead in leads if lead.leader)
    if not all(lead.leader for lead in leads):
        return _with_ties(writer, leads, clocks=clocks)
    called = _called(writer, leads[0], clocks=clocks)
    named = [
        f"{called(lead.leader or '')}{writer.rest(lead)}"
        + (f" {writer.points(lead)}" if points else "")
        for lead in leads
    ]
    return _stamped(writer, leads, named, "puan önde" if points else "önde", clocks)


def _with_ties(writer: Writer, leads: Sequence[Lead], *, clocks: bool) -> str:
    """Each agency's word whole: AA'ya göre ilk iki sıra eşit, ANKA'ya göre İmamoğlu 2,5 puan
    önde."""
    if not clocks and all(lead.leader is None and not lead.stated for lead in leads):
        return f"ilk iki sıra {in_all(leads)} eşit{''.join(map(writer.rest, leads))}"
    return ", ".join(lead_by(writer, lead, clocks=clocks) for lead in leads)


def lead_by(writer: Writer, lead: Lead, *, clocks: bool) -> str:
    """One agency's lead with whose word it is: AA'ya göre İmamoğlu 7,74 puan önde (19.38)."""
    by = writer.by(lead.bulletin.source.agency)
    called = _called(writer, lead, clocks=clocks)
    return f"{by} {lead_said(writer, lead, called)}{_stamp(writer, lead, clocks)}"


def _called(writer: Writer, lead: Lead, *, clocks: bool) -> Callable[[str], str]:
    """How a lead's contender is called: in running text by name, in lines as the house has it."""
    return writer.named_in(lead.bulletin.source.place) if clocks else writer.who


def lead_said(writer: Writer, lead: Lead, called: Callable[[str], str]) -> str:
    """One agency's lead: İmamoğlu 7,74 puan önde; fark 0,5 puan; ilk iki sıra eşit."""
    margin = writer.margin(lead)
    if lead.leader is not None and lead.points != 0:
        who = f"{called(lead.leader)}{writer.rest(lead)}"
        return f"{who} {margin} önde" if margin else f"{who} önde"
    said = f"fark {margin}" if lead.stated and margin else "ilk iki sıra eşit"
    return f"{said}{writer.rest(lead)}"


def _stamped(
    writer: Writer, leads: Sequence[Lead], said: Iterable[str], unit: str, clocks: bool
) -> str:
    """Each said by its agency, the unit behind the last: AA'ya göre 7,74, ANKA'ya göre 21,14 puan.

    With clocks the unit stands in front of each hour.
    """
    by = [
        f"{writer.by(lead.bulletin.source.agency)} {text}"
        for lead, text in zip(leads, said, strict=True)
    ]
    if not clocks:
        return f"{', '.join(by)} {unit}"
    *most, last = (_stamp(writer, lead, clocks) for lead in leads)
    told = [f"{text}{stamp}" for text, stamp in zip(by, most, strict=False)]
    return ", ".join([*told, f"{by[-1]} {unit}{last}"])


def _stamp(writer: Writer, lead: Lead, clocks: bool) -> str:
    return f" ({writer.style.clock(lead.bulletin.as_of)})" if clocks else ""


def _behind_points(writer: Writer, lead: Lead) -> list[Cited]:
    """What a margin in points rests on: it comes first, then whose it is."""
    margin = lead_figures(lead, Item.LEAD_POINTS)
    if not lead.stated:
        return margin
    leader = Row(Item.LEADER)
    if leader in lead.bulletin.figures:
        return [*margin, figure_of(lead.bulletin, leader)]
    named_by = lead.named_by
    if named_by is None or not lead.leader:
        return margin
    # An older margin is none of this lead's.
    naming = [one for one in writer.behind(named_by) if one.slot.row.item not in _MARGINS]
    return [*margin, *naming]
