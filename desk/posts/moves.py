"""Posts about what moved and who differs: changes since the last post, gaps, new leaders.

A change is told from one standing bulletin to another of the same agency; nothing is inferred
between them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk import turkish
from desk.facts.bulletin import Bulletin, BulletinState, Item, Row, Source, Topic
from desk.facts.election import PlaceKind
from desk.facts.post import Ask, Block, PostKind
from desk.facts.standing import Lead, Reported, computed_lead, stated_lead
from desk.file.rows import several_ahead, time_before
from desk.file.session import Session
from desk.posts.comparison import findings_of, newest_of, nothing_for, reported_sides
from desk.posts.composed import Composed, assembled
from desk.posts.count import leaders_apart
from desk.posts.writer import Writer, figure_of
from desk.rules.board import PlaceBoard, VerdictCode
from desk.rules.discrepancies import SideBySide, in_order, pair_of
from desk.rules.verdicts import VerdictWords, boards_of, verdict_sentence
from desk.turkish.style import capital


def changes(session: Session, ask: Ask, since: datetime | None = None) -> Composed:
    """What changed since a moment (the last post's); without one, since each bulletin before."""
    writer = Writer(session, ask.contest)
    agencies = ask.agencies or pair_of(session)
    sides = reported_sides(session, ask.contest, _places(session, ask), _two(agencies), ask.at)
    then = session.latest(ask.contest, at=since) if since else {}
    blocks, times = [], []
    for side in sides:
        lines = []
        for said in _words(side, agencies):
            if since is None:
                before = _before(session, said)
            else:
                before = Reported(said.source, then.get(said.source, {}))
            if before is not None and (line := _moved(writer, before, said)):
                lines.append(line)
                times.append(said.as_of or side.a.as_of)
        if lines:
            blocks.append(Block(writer.style.heading(side.place), tuple(lines)))
    if not blocks:
        raise nothing_for(session, [side.place for side in sides])
    title = capital(writer.race.title)
    if since is None:
        headline = "Önceki bültenlere göre değişenler"
        lead = f"{title} verileri, ajansların önceki bültenlerine göre şöyle değişti:"
    else:
        headline = "Son gönderiden bu yana değişenler"
        clock = writer.style.suffixed(writer.style.clock(since), "abl")
        lead = f"{title} verileri saat {clock} bu yana şöyle değişti:"
    return assembled(
        writer,
        PostKind.CHANGES,
        ask.at or max(time for time in times if time),
        headline=ask.title or headline,
        lead=lead,
        blocks=blocks,
        findings=findings_of(sides),
    )


def differences(session: Session, ask: Ask) -> Composed:
    """Where two agencies differ: where they name other leaders, then the widest gap first."""
    writer = Writer(session, ask.contest)
    pair = pair_of(session, ask.agencies)
    every = reported_sides(session, ask.contest, _places(session, ask), pair, ask.at)
    apart = [s for s in every if s.leaders_differ or writer.worst(s) or writer.leads_apart(s)]

    def widest(side: SideBySide) -> tuple[bool, Decimal]:
        # Two leads are about twice as far apart as the shares they come from.
        return not side.leaders_differ, -(writer.worst(side) or (side.lead_gap or Decimal(0)) / 2)

    sides = sorted(apart, key=widest)
    if not sides:
        raise nothing_for(session, [side.place for side in every])
    boards = boards_of(session, sides, ask.at)
    blocks = [_gaps(writer, side, boards[side.place], ask.at) for side in sides]
    title = capital(writer.race.title)
    return assembled(
        writer,
        PostKind.DIFFERENCES,
        ask.at or max(newest_of(sides)),
        headline=ask.title or _gap_headline(writer, sides, pair),
        lead=f"{title} yarışında {pair[0]} ile {pair[1]} verileri şöyle ayrışıyor:",
        blocks=blocks,
        findings=findings_of(sides),
    )


@dataclass(frozen=True, slots=True)
class LeaderTurn:
    """A place where an agency's leader has become another: before and after."""

    place: str
    before: Lead
    after: Lead


def leaders(session: Session, ask: Ask) -> Composed:
    """Where the lead has passed to another, by each agency's own bulletins; the newest first."""
    writer = Writer(session, ask.contest)
    agencies = ask.agencies or pair_of(session)
    several = session.look_up(lambda db: several_ahead(db, ask.contest))
    turns = [
        turn
        for place in _places(session, ask)
        for agency in dict.fromkeys(agencies)
        if Source(agency, ask.contest, place) in several
        and (turn := _turn(session, ask, place, agency)) is not None
    ]
    if not turns:
        raise nothing_for(session, ask.places)
    turns.sort(key=lambda turn: turn.after.bulletin.as_of, reverse=True)
    blocks = []
    for place in dict.fromkeys(turn.place for turn in turns):
        lines = [_turned(writer, turn) for turn in turns if turn.place == place]
        blocks.append(Block(writer.style.heading(place), tuple(lines)))
    headline = "Liderliğin el değiştirdiği yerler"
    if len(turns) == 1:
        only = turns[0].after
        by = writer.style.suffixed(only.bulletin.source.agency, "dat")
        where = writer.at_place(turns[0].place)
        headline = f"{by} göre {where} {_who(writer, only)} öne geçti{writer.rest(only)}"
    return assembled(
        writer,
        PostKind.LEADERS,
        ask.at or turns[0].after.bulletin.as_of,
        headline=ask.title or headline,
        lead=f"{capital(writer.race.title)} yarışında ilk sıra değişti:",
        blocks=blocks,
    )


def _places(session: Session, ask: Ask) -> Sequence[str]:
    """The places asked for, else all: the province first, then the districts in Turkish order."""
    if ask.places:
        return ask.places
    places = session.election.places
    return [
        place.name
        for place in sorted(
            places, key=lambda p: (p.kind is PlaceKind.DISTRICT, turkish.sort_key(p.name))
        )
    ]


def _two(agencies: Sequence[str]) -> tuple[str, str]:
    return agencies[0], agencies[-1]


def _words(side: SideBySide, agencies: Sequence[str]) -> list[Reported]:
    both = [side.a, side.b] if len(set(agencies)) > 1 else [side.a]
    return [said for said in both if said.topics]


def _before(session: Session, said: Reported) -> Reported | None:
    """What the agency had said until the bulletin before the one its word is of."""
    source, newest = said.source, said.as_of
    since = newest and session.look_up(lambda db: time_before(db, source, newest))
    if since is None:
        return None
    return Reported(source, session.latest(source.contest, source.place, at=since).get(source, {}))


def _moved(writer: Writer, before: Reported, now: Reported) -> str:
    """One agency's changes in a line; empty where nothing moved."""
    parts: list[str] = []
    moved: list[datetime] = []
    for topic, item in ((Topic.SHARES, Item.SHARE), (Topic.LEAD, Item.LEAD_POINTS)):
        old, new = before.topics.get(topic), now.topics.get(topic)
        if old is None or new is None or old.id == new.id:
            continue
        rows = [Row(item)]
        if item is Item.SHARE:
            codes = in_order(writer.race, writer.falling(new, shares=True))
            rows = [Row(Item.OPENED_SHARE), *(Row(item, code) for code in codes)]
        if steps := [said for row in rows if (said := _step(writer, old, new, row))]:
            parts += steps
            moved.append(new.as_of)
    if not parts:
        return ""
    clock = writer.style.clock(max(moved))
    return f"{now.source.agency} ({clock}): {capital('; '.join(parts))}."


def _step(writer: Writer, old: Bulletin, new: Bulletin, row: Row) -> str:
    """One figure from what it was to what it is: CHP yüzde 55,05'ten yüzde 55,40'a çıktı."""
    was, now = old.figures.get(row), new.figures.get(row)
    counts = writer.counted(old), writer.counted(new)
    if row.item is Item.OPENED_SHARE and any(count.in_boxes for count in counts):
        return _boxes_step(writer, old, new)
    if not isinstance(was, Decimal) or not isinstance(now, Decimal) or was == now:
        return ""
    figures = figure_of(old, row), figure_of(new, row)
    went = "çıktı" if now > was else "indi"
    style = writer.style
    written: Callable[[Decimal], str] = style.share if row.contender else style.part
    who = writer.label(row.contender) if row.contender else "açılan sandık oranı"
    if row.item is Item.LEAD_POINTS:
        who, written = "fark", style.points
    start, end = (
        writer.tied(style.suffixed(written(value), case), figure)
        for value, case, figure in zip((was, now), ("abl", "dat"), figures, strict=True)
    )
    return f"{who} {start} {end} {went}"


def _boxes_step(writer: Writer, old: Bulletin, new: Bulletin) -> str:
    """The opened boxes from what they were: açılan sandık sayısı 590'dan 598'e çıktı."""
    row = Row(Item.OPENED_BOXES)
    was, now = old.figures.get(row), new.figures.get(row)
    if not isinstance(was, int) or not isinstance(now, int) or was == now:
        return ""
    start, end = (
        writer.tied(
            writer.style.suffixed(turkish.votes_dots(value), case), figure_of(bulletin, row)
        )
        for value, case, bulletin in ((was, "abl", old), (now, "dat", new))
    )
    return f"açılan sandık sayısı {start} {end} {'çıktı' if now > was else 'indi'}"


def _gaps(writer: Writer, side: SideBySide, board: PlaceBoard, at: datetime | None) -> Block:
    """A place: both hours, each contender's gap, the leads, and what the gap comes from."""
    pair = side.a.source.agency, side.b.source.agency
    lines = writer.hours(side)
    wide = [gap for gap in writer.gaps(side) if gap.gap]
    for gap in sorted(wide, key=lambda gap: -(gap.gap or 0)):
        if gap.gap is None or gap.share_a is None or gap.share_b is None:
            continue
        row = Row(Item.SHARE, gap.contender)
        a, b = (
            writer.tied(writer.style.share(share), figure_of(said.topics[Topic.SHARES], row))
            for said, share in ((side.a, gap.share_a), (side.b, gap.share_b))
        )
        margin = writer.gap(side, gap)
        lines.append(f"{writer.label(gap.contender)}: {pair[0]} {a}; {pair[1]} {b}; fark {margin}.")
    lines += writer.leads_apart(side)
    lines += _verdict(writer, side, board, at)
    return Block(writer.style.heading(side.place), tuple(lines))


def _verdict(writer: Writer, side: SideBySide, board: PlaceBoard, at: datetime | None) -> list[str]:
    """What the gap comes from, of whom the post names; what is usual is told of other leaders."""
    verdict = board.verdict
    if verdict.code is VerdictCode.SAME and not side.leaders_differ:
        return []
    named = {gap.contender for gap in writer.gaps(side)}
    if verdict.values.get("who", "") not in {"", *named}:
        return []
    words = VerdictWords(writer.style, writer.label, writer.tied)
    said = verdict_sentence(writer.session, side, board, words, at)
    return [said] if said else []


def _gap_headline(writer: Writer, sides: Sequence[SideBySide], pair: tuple[str, str]) -> str:
    apart = [side for side in sides if side.leaders_differ]
    both = f"{pair[0]} ile {pair[1]}"
    if len(apart) == 1:
        leads = {said.source.agency: said.lead for said in (apart[0].a, apart[0].b) if said.lead}
        return f"{writer.at_place(apart[0].place)} {leaders_apart(writer, leads)}"
    if apart:
        behind = f"{writer.rest(apart[0].a.lead)}{writer.rest(apart[0].b.lead)}"
        return f"{both} kimin önde olduğu konusunda ayrışıyor{behind}"
    where = writer.at_place(sides[0].place)
    if not writer.worst(sides[0]):
        return f"{where} {writer.leads_apart(sides[0])[0].partition(';')[0].removesuffix('.')}"
    worst = writer.gap(sides[0], max(writer.gaps(sides[0]), key=lambda gap: gap.gap or Decimal(0)))
    if len(sides) == 1:
        return f"{where} {both} arasında {worst} fark"
    return f"{both} arasındaki en büyük fark {where}: {worst}"


def _turn(session: Session, ask: Ask, place: str, agency: str) -> LeaderTurn | None:
    """The last time an agency's leader of a place became another; None if that never happened."""
    last: Lead | None = None
    found: LeaderTurn | None = None
    for bulletin in session.bulletins(ask.contest, place, agency):
        if bulletin.state is not BulletinState.STANDING or (ask.at and bulletin.as_of > ask.at):
            continue
        stated = any(row.item is Item.LEADER for row in bulletin.figures)
        lead = stated_lead(bulletin) if stated else computed_lead(bulletin)
        if lead is None or lead.leader is None:
            continue
        if last is not None and lead.leader != last.leader:
            found = LeaderTurn(place, last, lead)
        last = lead
    return found


def _turned(writer: Writer, turn: LeaderTurn) -> str:
    after, before = turn.after, turn.before
    agency = writer.style.suffixed(after.bulletin.source.agency, "dat")
    margin = writer.margin(after)
    by = f" {margin} farkla" if margin else ""
    was = writer.style.suffixed(writer.style.clock(before.bulletin.as_of), "loc")
    clock = writer.style.clock(after.bulletin.as_of)
    return (
        f"{agency} göre {_who(writer, after)}{writer.rest(after)}{by} öne geçti ({clock}); "
        f"saat {was} {_who(writer, before)} öndeydi.{writer.rest(before)}"
    )


def _who(writer: Writer, lead: Lead) -> str:
    return writer.name(lead.leader or "")
