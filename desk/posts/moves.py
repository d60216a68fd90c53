"""Posts about what moved and who differs: changes since the last such post, gaps, new leaders.

A change is told from one standing bulletin to another of the same agency; nothing is inferred
between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk import turkish
from desk.facts.bulletin import Bulletin, BulletinState, Item, Row, Source, Topic
from desk.facts.election import OTHERS
from desk.facts.post import Ask, Block, PostKind
from desk.facts.standing import Lead, Reported, computed_lead, shares_of, stated_lead
from desk.file.rows import several_ahead, time_before
from desk.file.session import Session
from desk.posts.beside import (
    apart_points,
    gap_points,
    gaps,
    hours,
    lead_alone,
    leads_told,
    pairs,
    silent,
    worst,
)
from desk.posts.comparison import (
    agencies_in,
    agencies_of,
    findings_of,
    newest_of,
    nothing_for,
    told_places,
    two_of,
)
from desk.posts.composed import Composed, assembled
from desk.posts.kinds.spread import tops
from desk.posts.news import gap_news
from desk.posts.writer import Writer, figure_of
from desk.rules.board import PlaceBoard, VerdictCode
from desk.rules.discrepancies import SideBySide, places_in_order
from desk.rules.verdicts import VerdictWords, boards_of, verdict_sentence
from desk.turkish.style import NAMED, capital, listed

Told = Mapping[Source, datetime]
"""Until when each agency's word on each place has been told."""

NO_NEWS = Decimal("0.05")
"""Steps of as many points or fewer may be rounding alone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One agency's word on a place that moved, from one bulletin to another."""

    old: Bulletin
    new: Bulletin

    def of(self, code: str) -> Decimal | None:
        """By how many points a contender's share moved; None where one of them is not given.

        *Diğer* moves only while it stands for the same contenders.
        """
        before, after = shares_of(self.old.figures), shares_of(self.new.figures)
        if code not in before or code not in after:
            return None
        if code == OTHERS and before.keys() != after.keys():
            return None
        return after[code] - before[code]


def changes(session: Session, ask: Ask, told: Told) -> Composed:
    """What changed since an agency's word on a place was last told in such a post; where it never
    was, since its bulletin before."""
    writer = Writer(session, ask.contest)
    places = told_places(session, ask, _places(session, ask))
    blocks, steps = [], list[Step]()
    for words in places:
        moved = [step for said in words if (step := _moved(session, said, told)) is not None]
        lines = [(step, line) for step in moved if (line := _step_line(writer, step))]
        steps += [step for step, _ in lines]
        if lines:
            heading = writer.heading(words[0].source.place)
            blocks.append(Block(heading, tuple(line for _, line in lines)))
    if not blocks:
        raise nothing_for(session, ask.contest, [words[0].source.place for words in places])
    return assembled(
        writer,
        PostKind.CHANGES,
        ask.at or max(step.new.as_of for step in steps),
        headline=ask.title or capital(_step_news(writer, steps)),
        lead=f"{capital(writer.race.title)} için ajansların verilerinde değişenler:",
        blocks=blocks,
        findings=findings_of(places),
    )


def differences(session: Session, ask: Ask) -> Composed:
    """Where agencies differ: where they name other leaders, then the widest gap first."""
    writer = Writer(session, ask.contest)
    asked = _places(session, ask)
    every = told_places(session, ask, asked, two_of(session, ask, asked))
    sides = [
        side
        for words in every
        for side in pairs(writer, words)
        if side.leaders_differ or worst(writer, side) or _leads_apart(writer, side)
    ]

    def widest(side: SideBySide) -> tuple[bool, Decimal]:
        # Two leads are about twice as far apart as the shares they come from.
        return not side.leaders_differ, -(worst(writer, side) or (side.lead_gap or Decimal(0)) / 2)

    sides.sort(key=widest)
    if not sides:
        raise nothing_for(session, ask.contest, [words[0].source.place for words in every])
    time = ask.at or max(newest_of(every))
    told = agencies_in((side.a, side.b) for side in sides)
    whose = [code for code in agencies_in(every) if code in told]
    both = " ile ".join(whose) if len(whose) == 2 else listed(whose)
    return assembled(
        writer,
        PostKind.DIFFERENCES,
        time,
        headline=ask.title or capital(gap_news(writer, sides, every)),
        lead=f"{capital(writer.race.title)} için {both} verileri şöyle ayrışıyor:",
        blocks=_gap_blocks(writer, sides, ask, time),
        findings=findings_of((side.a, side.b) for side in sides),
    )


@dataclass(frozen=True, slots=True)
class LeaderTurn:
    """A place where an agency's leader has become another: before and after."""

    place: str
    before: Lead
    after: Lead


def leaders(session: Session, ask: Ask, told: Told) -> Composed:
    """Where the lead has passed to another, by each agency's own bulletins; the newest first.

    A turn is told once, and not while the first two are equal again.
    """
    writer = Writer(session, ask.contest)
    places = _places(session, ask)
    several = session.look_up(lambda db: several_ahead(db, ask.contest))
    agencies = agencies_of(session, ask, places)
    sources = [Source(agency, ask.contest, place) for place in places for agency in agencies]
    found = (_turn(session, ask, source) for source in sources if source in several)
    turns = [
        turn
        for turn in found
        if turn is not None
        and turn.after.bulletin.as_of > told.get(turn.after.bulletin.source, datetime.min)
    ]
    if not turns:
        raise nothing_for(session, ask.contest, ask.places)
    turns.sort(key=lambda turn: turn.after.bulletin.as_of, reverse=True)
    blocks = []
    for place in dict.fromkeys(turn.place for turn in turns):
        lines = tuple(_turned(writer, turn) for turn in turns if turn.place == place)
        blocks.append(Block(writer.heading(place), lines))
    return assembled(
        writer,
        PostKind.LEADERS,
        ask.at or turns[0].after.bulletin.as_of,
        headline=ask.title or capital(_turn_news(writer, turns)),
        lead=f"{capital(writer.race.title)} için ilk sıranın değiştiği yerler:"
        if len(blocks) > 1
        else f"{capital(writer.in_race())} ilk sıra değişti:",
        blocks=blocks,
    )


def _places(session: Session, ask: Ask) -> Sequence[str]:
    """The places asked for, else all: the whole first, then its parts in Turkish order."""
    return ask.places or places_in_order(session.election, ask.contest)


def _moved(session: Session, said: Reported, told: Told) -> Step | None:
    """From which bulletin to which an agency's word on a place moved, if it did."""
    source, newest = said.source, said.as_of
    if newest is None:
        return None
    since = told.get(source) or session.look_up(lambda db: time_before(db, source, newest))
    if since is None:
        return None
    before = session.latest(source.contest, source.place, at=since).get(source, {})
    for topic in (Topic.SHARES, Topic.LEAD):
        old, new = before.get(topic), said.topics.get(topic)
        if old is not None and new is not None and old.id != new.id:
            return Step(old, new)
    return None


def _step_line(writer: Writer, step: Step) -> str:
    """One agency's changes: AA (19.45–20.00): açılan sandık yüzde 12'den 18'e, İmamoğlu 50'den
    51'e çıktı; Kurum 41,5'te kaldı. Empty where nothing moved further than rounding may."""
    codes = [code for code in writer.falling(step.new, shares=True) if step.of(code) is not None]
    up = [code for code in codes if (step.of(code) or 0) > NO_NEWS]
    down = [code for code in codes if (step.of(code) or 0) < -NO_NEWS]
    stayed = [code for code in codes[:2] if step.of(code) == 0]
    opened, opened_rose = _opened_step(writer, step)
    lead, lead_rose = ("", False) if codes else _lead_step(writer, step)
    if not (up or down or lead):
        return ""
    rose = [opened] * opened_rose + [lead] * lead_rose + [_from_to(writer, step, c) for c in up]
    fell = [opened] * (bool(opened) and not opened_rose)
    fell += [lead] * (bool(lead) and not lead_rose)
    fell += [_from_to(writer, step, code) for code in down]
    clauses = [
        f"{', '.join(told)} {verb}" for told, verb in ((rose, "çıktı"), (fell, "indi")) if told
    ]
    if stayed:
        clauses.append(f"{', '.join(_stays(writer, step, code) for code in stayed)} kaldı")
    style = writer.style
    clocks = f"{style.clock(step.old.as_of)}–{style.clock(step.new.as_of)}"
    said = _per_cent_once("; ".join(clauses), signed=style.signed)
    return f"{step.new.source.agency} ({clocks}): {capital(said)}."


def _per_cent_once(text: str, *, signed: bool) -> str:
    """*yüzde* stands before the first share of a line alone."""
    if signed:
        return text
    first, word, rest = text.partition("yüzde ")
    return first + word + rest.replace("yüzde ", "")


def _from_to(writer: Writer, step: Step, code: str) -> str:
    """İmamoğlu yüzde 50'den yüzde 51'e."""
    return f"{writer.who(code)} {_two(writer, step, Row(Item.SHARE, code))}"


def _stays(writer: Writer, step: Step, code: str) -> str:
    row = Row(Item.SHARE, code)
    share = writer.style.suffixed(writer.style.share(Decimal(step.new.figures[row])), "loc")
    figures = figure_of(step.old, row), figure_of(step.new, row)
    return f"{writer.who(code)} {writer.tied(share, *figures)}"


def _two(writer: Writer, step: Step, row: Row) -> str:
    """One figure from what it was to what it is, with its suffixes."""
    style = writer.style
    parts = []
    for bulletin, case in ((step.old, "abl"), (step.new, "dat")):
        value = bulletin.figures[row]
        if isinstance(value, int):
            written = turkish.votes_dots(value)
        elif row.item is Item.LEAD_POINTS:
            written = style.points(Decimal(value))
        else:
            written = (style.share if row.contender else style.part)(Decimal(value))
        parts.append(writer.tied(style.suffixed(written, case), figure_of(bulletin, row)))
    return " ".join(parts)


def _opened_step(writer: Writer, step: Step) -> tuple[str, bool]:
    """How much more is opened, and whether it is more; boxes where a share would hide some."""
    in_boxes = any(writer.counted(bulletin).in_boxes for bulletin in (step.old, step.new))
    row = Row(Item.OPENED_BOXES if in_boxes else Item.OPENED_SHARE)
    was, now = (bulletin.figures.get(row) for bulletin in (step.old, step.new))
    if was is None or now is None or was == now:
        return "", False
    return f"açılan sandık {_two(writer, step, row)}", Decimal(now) > Decimal(was)


def _lead_step(writer: Writer, step: Step) -> tuple[str, bool]:
    """How a stated margin moved, where no shares were given."""
    row = Row(Item.LEAD_POINTS)
    was, now = (bulletin.figures.get(row) for bulletin in (step.old, step.new))
    if was is None or now is None or abs(Decimal(now) - Decimal(was)) <= NO_NEWS:
        return "", False
    return f"fark {_two(writer, step, row)}", Decimal(now) > Decimal(was)


def _step_news(writer: Writer, steps: Sequence[Step]) -> str:
    """The news of the changes: AA'da İmamoğlu 1 puan yükseldi; of the province where it moved."""
    first = tops(writer, [step.new.source.place for step in steps])
    about = [step for step in steps if step.new.source.place in first] or [*steps]
    moves = [
        (abs(moved), step, code)
        for step in about
        for code in [c for c in writer.falling(step.new, shares=True) if c != OTHERS][:2]
        if (moved := step.of(code)) is not None and abs(moved) > NO_NEWS
    ]
    if not moves:
        return f"{_by_whom(writer, about[0])} oranlar değişti"
    size, step, code = max(moves, key=lambda move: move[0])
    row = Row(Item.SHARE, code)
    points = writer.style.points(size)
    told = writer.tied(points, figure_of(step.old, row), figure_of(step.new, row))
    went = "yükseldi" if (step.of(code) or 0) > 0 else "geriledi"
    return f"{_by_whom(writer, step)} {writer.name(code)} {told} {went}"


def _by_whom(writer: Writer, step: Step) -> str:
    """Whose word moved, and where: AA'da; AA'ya göre Beyoğlu'nda."""
    source = step.new.source
    if not writer.in_district(source.place):
        return writer.style.suffixed(source.agency, "loc")
    return f"{writer.by(source.agency)} {writer.at_place(source.place)}"


def _leads_apart(writer: Writer, side: SideBySide) -> bool:
    """Whether two leads are apart by more than their digits can tell, or one of them is none."""
    ties = any(said.lead.points == 0 for said in (side.a, side.b) if said.lead)
    return bool(side.lead_gap) and (ties or bool(apart_points(writer, (side.a, side.b))))


def _gap_blocks(
    writer: Writer, sides: Sequence[SideBySide], ask: Ask, time: datetime
) -> list[Block]:
    """A block for each two that differ; what most gaps come from is told once, at the end."""
    blocks = []
    for side, board in zip(sides, boards_of(writer.session, sides, ask.at), strict=True):
        pair = side.a.source.agency, side.b.source.agency
        lines = hours(writer, side)
        for gap in sorted(gaps(writer, side), key=lambda gap: -(gap.gap or 0)):
            if not gap.gap:
                continue
            row = Row(Item.SHARE, gap.contender)
            a, b = (
                writer.tied(
                    writer.style.share(Decimal(bulletin.figures[row])), figure_of(bulletin, row)
                )
                for said in (side.a, side.b)
                for bulletin in (said.topics[Topic.SHARES],)
            )
            who, apart = writer.who(gap.contender), gap_points(writer, side, gap)
            lines.append(f"{capital(who)}: {pair[0]} {a}; {pair[1]} {b}; fark {apart}.")
        of_shares = (said for said in (side.a, side.b) if Topic.SHARES in said.topics)
        told = leads_told(writer, (side.a, side.b), clocks=any(map(lead_alone, of_shares)))
        lines += [f"{capital(told)}."] if told else []
        lines += silent(writer, (side.a, side.b), time)
        lines += _verdict(writer, side, board, ask.at)
        blocks.append(Block(writer.heading(side.place), tuple(lines)))
    return blocks


def _verdict(writer: Writer, side: SideBySide, board: PlaceBoard, at: datetime | None) -> list[str]:
    """What the gap comes from, of whom the post names; what is usual is told of other leaders."""
    verdict = board.verdict
    if verdict.code is VerdictCode.SAME and not side.leaders_differ:
        return []
    named = {gap.contender for gap in gaps(writer, side)}
    if verdict.values.get("who", "") not in {"", *named}:
        return []
    words = VerdictWords(writer.style, writer.who, writer.tied)
    said = verdict_sentence(writer.session, side, board, words, at)
    return [said] if said else []


def _turn(session: Session, ask: Ask, source: Source) -> LeaderTurn | None:
    """The last time an agency's leader of a place became another; None if that never happened, or
    the first two are equal now."""
    last: Lead | None = None
    found: LeaderTurn | None = None
    tied = False
    for bulletin in session.bulletins(ask.contest, source.place, source.agency):
        if bulletin.state is not BulletinState.STANDING or (ask.at and bulletin.as_of > ask.at):
            continue
        lead = computed_lead(bulletin)
        if lead is None and Row(Item.LEADER) in bulletin.figures:
            lead = stated_lead(bulletin)
        if lead is None:
            continue
        tied = lead.leader is None
        if tied:
            continue
        if last is not None and lead.leader != last.leader:
            found = LeaderTurn(source.place, last, lead)
        last = lead
    return None if tied else found


def _turned(writer: Writer, turn: LeaderTurn) -> str:
    """AA'ya göre MHP, CHP'yi geçti (20.50): 45,2–44,5; 20.40'ta CHP 6,3 puan öndeydi."""
    after, before = turn.after, turn.before
    clock = writer.style.clock(after.bulletin.as_of)
    was = writer.style.suffixed(writer.style.clock(before.bulletin.as_of), "loc")
    margin, then = writer.margin(after), writer.margin(before)
    by = f" {margin} önde" if margin else " önde"
    return (
        f"{writer.by(after.bulletin.source.agency)} {_passed(writer, turn, writer.who)} ({clock}),"
        f"{by}; {was} {writer.who(before.leader or '')}{f' {then}' if then else ''} öndeydi."
        f"{writer.rest(before)}"
    )


def _passed(writer: Writer, turn: LeaderTurn, called: Callable[[str], str]) -> str:
    """Who has passed whom: MHP, CHP'yi geçti."""
    first = called(turn.after.leader or "")
    second = writer.suffixed(called, turn.before.leader or "", "acc")
    return f"{first}, {second} geçti{writer.rest(turn.after)}"


def _turn_news(writer: Writer, turns: Sequence[LeaderTurn]) -> str:
    """AA: Silivri'de MHP, CHP'yi geçti; several places by name, many without."""
    places = list(dict.fromkeys(turn.place for turn in turns))
    if len(turns) == 1:
        turn = turns[0]
        where = writer.in_district(turn.place)
        return f"{turn.after.bulletin.source.agency}: {where}{_passed(writer, turn, writer.name)}"
    if len(places) <= NAMED:
        named = sorted(places, key=lambda place: turkish.sort_key(writer.place_name(place)))
        return f"{writer.at_places(named)} ilk sıra değişti"
    told = ", ".join(map(writer.place_name, places[:NAMED]))
    return f"{told} ve başka {writer.noun_of_parts(places).in_many} ilk sıra değişti"
