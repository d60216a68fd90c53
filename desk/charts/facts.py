"""What the charts show of a night: the pair of agencies, leads with a side, opened shares, words.

Read from the session and exact to the last digit; nothing here knows where it will be drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from desk import turkish
from desk.facts.bulletin import TOPICS, Bulletin, BulletinState, Item, Row, Source, Topic
from desk.facts.election import NOBODY, OTHERS, Contender, PartyKind
from desk.facts.opened import opened_by
from desk.facts.standing import Lead, Reported, reported_at, shares_of
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide, compare_all, compare_place, pair_of
from desk.turkish.numbers import written

KINDS = ("comparison", "gap", "lead", "opened", "shares", "stage", "baseline", "map")
"""Every kind of chart, as the command line names it."""

MODES = ("leaders", "first", "second", "gap", "opened", "age")
"""What a map's tiles tell: leaders in both agencies, in the first, in the second, and so on."""

WORKED_OUT = "≈"
WORKED_OUT_MEANT = "≈: açılan sandık sayısından hesaplandı."
"""What stands before an opened share that nobody published, and what it means."""


@dataclass(frozen=True, slots=True)
class ChartAsked:
    """A chart that is wanted. ``place`` empty means every district, or the whole province.

    ``part`` counts the pictures that many rows are told on, from 0; ``now`` is the minute that
    ages are counted to, the night's latest bulletin if nobody says.
    """

    kind: str
    contest: str
    pair: tuple[str, str]
    place: str = ""
    mode: str = MODES[0]
    part: int = 0
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class SeriesStep:
    """A bulletin in a series: what it said, and what became of it."""

    bulletin: Bulletin
    minute: int
    opened: Decimal | None
    lead: Lead | None

    @property
    def counts(self) -> bool:
        """Whether the bulletin still stands."""
        return self.bulletin.state is BulletinState.STANDING

    @property
    def corrects(self) -> bool:
        """Whether it took the place of an earlier one."""
        return self.bulletin.replaces is not None


def ask(
    session: Session,
    kind: str,
    *,
    contest: str = "",
    place: str = "",
    agencies: Iterable[str] = (),
    mode: str = MODES[0],
    part: int = 0,
    now: datetime | None = None,
) -> ChartAsked:
    """A chart with what was left open filled in: the first contest anybody has spoken of.

    ValueError if there is no such kind, mode or part.
    """
    if kind not in KINDS or mode not in MODES or part < 0:
        raise ValueError(f"no chart {kind!r} in the mode {mode!r}, part {part}")
    if not contest:
        known = [race.id for race in session.election.contests]
        contest = next((race for race in known if session.latest(race)), known[0])
    return ChartAsked(kind, contest, pair_of(session, agencies), place, mode, part, now)


def placed(session: Session, asked: ChartAsked) -> ChartAsked:
    """A chart of one place with its place: the whole if it was spoken of, else the most told."""
    if asked.place:
        return asked
    counts = Counter(
        source.place
        for source in session.latest(asked.contest)
        if source.agency in asked.pair
        for _ in session.bulletins(asked.contest, source.place, source.agency)
    )
    election = session.election
    wholes = [place.name for place in election.overall(asked.contest)]
    for name in wholes:
        if counts[name]:
            return replace(asked, place=name)
    best = max(counts, key=lambda name: (counts[name], name), default=None)
    return replace(asked, place=best or [*wholes, election.held(asked.contest)[0].name][0])


def sides(session: Session, asked: ChartAsked) -> tuple[SideBySide, ...]:
    """The places that are no sums side by side in Turkish order, or the one that was asked for."""
    if asked.place:
        return (compare_place(session, asked.contest, asked.place, asked.pair),)
    every = compare_all(session, asked.contest, asked.pair)
    found = [one for one in every if session.election.is_unit(asked.contest, one.place)]
    return tuple(sorted(found, key=lambda side: turkish.sort_key(side.place)))


def rivals(sides: Iterable[SideBySide]) -> tuple[str, str] | None:
    """The two contenders that lead or follow in the most places; the first one's leads are plus."""
    ranks: Counter[str] = Counter()
    for side in sides:
        for word in (side.a, side.b):
            ranked = sorted(
                (code for code in word.shares if code not in NOBODY),
                key=lambda code: (-word.shares[code], code),
            )
            for points, code in zip((101, 100), ranked, strict=False):
                ranks[code] += points
            if not ranked and word.lead and word.lead.leader:
                ranks[word.lead.leader] += 101
    best = sorted(ranks, key=lambda code: (-ranks[code], code))[:2]
    if not best:
        return None
    return best[0], best[1] if len(best) > 1 else OTHERS


def evening_rivals(
    sides: Iterable[SideBySide], by_agency: Sequence[Sequence[SeriesStep]]
) -> tuple[str, str]:
    """Whose leads are plus all evening, and who is most often on the other side.

    That is who led first: when the lead changes hands the line crosses zero, and what was drawn
    before stays where it was. *Diğer* stands for whom nobody names.
    """
    pair = rivals(sides) or (OTHERS, OTHERS)
    led = [
        (step.minute, position, step.lead.leader)
        for position, steps in enumerate(by_agency)
        for step in steps
        if step.counts and step.lead and step.lead.leader and step.lead.points
    ]
    if not led:
        return pair
    _, _, first = min(led)
    return first, next((code for code in pair if code != first), OTHERS)


def signed(lead: Lead | None, first: str) -> Decimal | None:
    """A lead in points with a side: plus for the first contender, minus for anybody else."""
    if lead is None or lead.points is None:
        return None
    return lead.points if lead.leader in (first, None) else -lead.points


@dataclass(frozen=True, slots=True)
class OpenedShare:
    """How much was opened, in per cent, by one bulletin; ``worked_out`` of the boxes it counted
    says that nobody published this share."""

    value: Decimal
    worked_out: bool
    bulletin: Bulletin

    @property
    def text(self) -> str:
        """%36,76, and ≈%36,76 where it is worked out."""
        return f"{WORKED_OUT if self.worked_out else ''}{turkish.share_sign(self.value)}"


def opened_in(session: Session, bulletin: Bulletin) -> OpenedShare | None:
    """The opened share of a bulletin: as published, else by its boxes; 100 only of all boxes."""
    source = bulletin.source
    count = opened_by(bulletin.figures, session.election.boxes(source.contest, source.place))
    if count.part is None:
        return None
    return OpenedShare(count.part, count.share is None or count.in_boxes, bulletin)


def opened_of(session: Session, word: Reported) -> OpenedShare | None:
    """The newest opened share an agency spoke of, whatever else came with it."""
    bulletin = word.topics.get(Topic.OPENED)
    return opened_in(session, bulletin) if bulletin else None


def shown_of(asked: ChartAsked, word: Reported) -> Bulletin | None:
    """The bulletin whose figures a chart shows: of the shares or the lead, or the newest of all."""
    shares, lead = word.topics.get(Topic.SHARES), word.lead.bulletin if word.lead else None
    what = asked.mode if asked.kind == "map" else asked.kind
    if what == "opened":
        told = word.topics.get(Topic.OPENED)
    elif what in ("comparison", "gap", "shares"):
        told = shares or lead
    else:
        told = None if what == "age" else lead or shares
    return told or max(word.topics.values(), key=lambda one: (one.as_of, one.id), default=None)


def turnout_of(word: Reported) -> Decimal | None:
    """The turnout one agency last gave."""
    bulletin = word.topics.get(Topic.TURNOUT)
    value = bulletin.figures.get(Row(Item.TURNOUT)) if bulletin else None
    return value if isinstance(value, Decimal) else None


def series(session: Session, asked: ChartAsked, agency: str) -> list[SeriesStep]:
    """One agency's bulletins on one place by their own times; minutes are the night's.

    Each carries the lead it gave itself, and the opened share of its moment.
    """
    bulletins = session.bulletins(asked.contest, asked.place, agency)
    start = datetime.combine(session.election.date, datetime.min.time())
    source = Source(agency, asked.contest, asked.place)
    steps = []
    for bulletin in sorted(bulletins, key=lambda one: (one.as_of, one.id)):
        # By itself, whatever became of it.
        word = Reported(source, {TOPICS[row.item]: bulletin for row in bulletin.figures})
        found = opened_in(session, bulletin)
        if found is None and (known := reported_at(bulletins, bulletin.as_of).get(source)):
            found = opened_of(session, known)
        opened = found.value if found else None
        minute = int((bulletin.as_of - start).total_seconds()) // 60
        steps.append(SeriesStep(bulletin, minute, opened, word.lead))
    return steps


@dataclass(frozen=True, slots=True)
class Evening:
    """A place's two agencies side by side, and what each of them said over the evening."""

    shown: tuple[SideBySide, ...]
    by_agency: list[list[SeriesStep]]


def read_evening(session: Session, asked: ChartAsked) -> Evening:
    """Read from the night what the small chart draws: of a long evening a third of the work."""
    agencies = dict.fromkeys(asked.pair)
    said = [series(session, asked, agency) for agency in agencies]
    return Evening(sides(session, asked), said)


def shares_in(step: SeriesStep) -> dict[str, Decimal]:
    """The shares a bulletin gives."""
    return shares_of(step.bulletin.figures)


def plus(value: Decimal) -> str:
    """A number with its sign, for leads that have a side."""
    return f"+{written(value)}" if value > 0 else written(value).replace("-", "−")


def lead_words(session: Session, contest: str, lead: Lead | None) -> str:
    """A lead in a few letters: who, and by how much; a dash where nothing was said."""
    if lead is None:
        return "–"
    by = ""
    if lead.points is not None:
        by = written(lead.points)
    elif lead.votes is not None:
        by = f"{turkish.votes_dots(lead.votes)} oy"
    if lead.leader is None:
        return f"fark {by}" if lead.stated and by else "eşit"
    name = called(session, contest, lead.leader)
    return f"{name} +{by}" if by else name


def called(session: Session, contest: str, code: str) -> str:
    """What a chart calls a contender: a person by the surname, where no other has it."""
    election = session.election
    race = election.contest(contest)
    who = race.contender(code)
    if election.party(who.party).kind is PartyKind.PERSON or code != who.party:
        standing = tuple(one.candidate for one in race.contenders)
        if surname := _sole(standing).get(who.candidate):
            return surname
    return election.label(contest, code)


@lru_cache(maxsize=64)
def _sole(candidates: tuple[str | None, ...]) -> Mapping[str | None, str]:
    """The surnames only one of some candidates has: a country's map asks thousands of times."""
    named = {one: Contender("", "", one).surname for one in candidates}
    count = Counter(Contender("", "", one).surname for one in candidates)
    return {one: surname for one, surname in named.items() if surname and count[surname] == 1}


def colour(session: Session, contest: str, code: str) -> str:
    """A contender's colour."""
    return session.election.party(session.election.contest(contest).contender(code).party).colour


def foot(session: Session, asked: ChartAsked, shown: Iterable[SideBySide]) -> tuple[str, str]:
    """The two lines at the foot: who said it and when, how much is opened, and what it is not.

    Hour and opened share are those of the bulletins shown.
    """
    shown = tuple(shown)
    sources, worked_out = [], False
    for position, agency in enumerate(dict.fromkeys(asked.pair)):
        words = [(side.a, side.b)[position] for side in shown]
        told = [bulletin for word in words if (bulletin := shown_of(asked, word)) is not None]
        if not told:
            sources.append(f"{agency}: henüz veri yok")
            continue
        opened = [value for one in told if (value := opened_in(session, one)) is not None]
        worked_out |= any(value.worked_out for value in opened)
        newest = turkish.clock(max(one.as_of for one in told).time())
        sources.append(f"{agency} {newest} itibarıyla, {_opened(opened)}")
    official = "Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar."
    meant = f"{WORKED_OUT_MEANT} " if worked_out else ""
    day = session.election.name_tr
    return f"Kaynak: {'; '.join(sources)}", f"{day}. {meant}{official}"


def _opened(values: list[OpenedShare]) -> str:
    if not values:
        return "açılan sandık bildirilmedi"
    least = min(values, key=lambda one: one.value)
    most = max(values, key=lambda one: one.value)
    if least.value == most.value:
        return f"açılan sandık {least.text}"
    return f"açılan sandık {least.text} – {most.text}"
