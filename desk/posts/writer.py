"""Writes what an agency says as lines of a post, in the house's style, and remembers each figure.

Which places and agencies a post is about, and what its headline says, is decided by its kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk import PROVA, turkish
from desk.facts.apart import leads_apart
from desk.facts.bulletin import Bulletin, Item, Row, Slot, Topic
from desk.facts.election import OTHERS, PlaceKind
from desk.facts.leading import ranked
from desk.facts.opened import OpenedCount, opened_by
from desk.facts.post import Block, Cited
from desk.facts.standing import Lead, Reported, shares_of, votes_of
from desk.file.session import Session
from desk.posts.ties import Ties
from desk.rules.discrepancies import Gap, SideBySide, in_order
from desk.turkish.style import HouseStyle, capital, style_of

NO_SHARE = Decimal(-1)
"""Where a contender without a share stands in falling order: after all that have one."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What an agency said at one time; ``opened`` is the opened share it said it with."""

    as_of: datetime
    text: str
    opened: str = ""
    results: bool = False

    def after(self, last_time: datetime | None, style: HouseStyle) -> str:
        """The text in its agency's line, with its own time unless the line has just given it."""
        clock = style.clock(self.as_of)
        if last_time is None:
            stamp = f"{clock}, {self.opened}" if self.opened else clock
            if style.dashed and self.results:
                return f" - {self.text.removesuffix('.')} ({stamp})."
            return f" ({stamp}): {capital(self.text)}"
        if last_time == self.as_of:
            return f" {capital(self.text)}"
        opened = f" ({self.opened})" if self.opened else ""
        return f" {clock} itibarıyla{opened} {self.text}"


class Writer:
    """Writes about one contest and remembers each figure it writes."""

    def __init__(self, session: Session, contest: str) -> None:
        self.session = session
        self.election = session.election
        self.style = style_of(session.settings)
        self.race = session.election.contest(contest)
        self.ties = Ties()

    def comparison_block(self, side: SideBySide) -> Block:
        """A place with both agencies' lines, and where they differ."""
        lines = [self.agency_line(side.a), self.agency_line(side.b)]
        lines += self.disagreement(side)
        return Block(self.style.heading(side.place), tuple(lines))

    def agency_line(self, said: Reported) -> str:
        """All that counts now of one agency's word on a place."""
        line, last_time = said.source.agency, None
        speakers = [self._shares, self._votes_alone, self._opened_alone, self._turnout_alone]
        # The lead stands behind the shares it is of, not behind older votes.
        speakers.insert(1 if Topic.SHARES in said.topics else 3, self._lead)
        for speak in speakers:
            if spoken := speak(said):
                line += spoken.after(last_time, self.style)
                last_time = spoken.as_of
        return line if last_time else f"{line}: Henüz veri yok."

    def disagreement(self, side: SideBySide) -> list[str]:
        """The gaps of a place said openly, and that the leaders differ."""
        lines = []
        pair = f"{side.a.source.agency} ile {side.b.source.agency}"
        wide = [gap for gap in self.gaps(side) if gap.gap]
        if wide:
            gaps = "; ".join(f"{self.label(gap.contender)} {self.gap(side, gap)}" for gap in wide)
            lines.append(f"{pair} arasındaki fark: {gaps}.")
        return lines + (self.leads_apart(side) if self.between(side) or side.leaders_differ else [])

    def leads_apart(self, side: SideBySide) -> list[str]:
        """A line with both leads side by side and how far they are apart, if they are.

        Where the agencies name different leaders it says so, with whatever margins there are.
        """
        lead_a, lead_b = side.a.lead, side.b.lead
        if lead_a is None or lead_b is None:
            return []
        two = (lead_a, lead_b)
        between = self.between(side)
        if side.leaders_differ:
            named = [self._by(lead, self._named(lead, points=bool(between))) for lead in two]
            said = f"{', '.join(named)}{' puan' if between else ''} önde"
            ends = f"; arada {between} var" if between else ""
            return [f"Ajanslar kimin önde olduğu konusunda ayrışıyor: {said}{ends}."]
        if not side.lead_gap:
            return []
        if not (lead_a.points and lead_b.points):
            # How far they are apart is the lead of the one that has one.
            return [f"{', '.join(self._by(lead, self._tie_or_lead(lead)) for lead in two)}."]
        if not between:
            return []
        margins = ", ".join(self._by(lead, self._points(lead)) for lead in two)
        whose = self.style.suffixed(self.label(lead_a.leader or ""), "gen")
        rests = "".join(self.rest(lead) for lead in two)
        return [f"{whose}{rests} farkı {margins} puan; arada {between} var."]

    def between(self, side: SideBySide) -> str:
        """How far two leads are apart, tied to what both follow from: 13,40 puan.

        With the fewer decimals of the two, unless the house writes two everywhere. Empty where a
        margin is not known or nothing, or they are the same.
        """
        figures = [
            figure
            for lead in (side.a.lead, side.b.lead)
            if lead is not None and lead.points is not None
            for figure in self._behind_points(lead)
        ]
        found = leads_apart(figures)
        ties = any(not lead.points for lead in (side.a.lead, side.b.lead) if lead)
        if ties or not side.lead_gap or not found:
            return ""
        points = found[0] if self.style.padded else found[-1]
        return self.tied(self.style.points(points), *figures) if points else ""

    def _behind_points(self, lead: Lead) -> list[Cited]:
        """What a margin in points rests on: it comes first, then whose it is."""
        margin = lead_figures(lead, Item.LEAD_POINTS)
        if not lead.stated:
            return margin
        leader = Row(Item.LEADER)
        if leader in lead.bulletin.figures:
            return [*margin, figure_of(lead.bulletin, leader)]
        named_by = lead.named_by
        return [*margin, *(self.behind(named_by) if named_by and lead.leader else ())]

    def _points(self, lead: Lead) -> str:
        """A margin by its digits, tied: 7,74."""
        points = self.style.points(lead.points or Decimal(0)).removesuffix(" puan")
        return self.tied(points, *lead_figures(lead, Item.LEAD_POINTS))

    def _tie_or_lead(self, lead: Lead) -> str:
        if lead.points:
            return f"{self._named(lead, points=True)} puan önde"
        tie = f"fark {self._points(lead)} puan" if lead.stated else "ilk iki sıra eşit"
        return f"{tie}{self.rest(lead)}"

    def _named(self, lead: Lead, *, points: bool) -> str:
        named = f"{self.label(lead.leader or '')}{self.rest(lead)}"
        return f"{named} {self._points(lead)}" if points else named

    def _by(self, lead: Lead, text: str) -> str:
        """By which agency: AA'ya göre 7,74."""
        return f"{self.style.suffixed(lead.bulletin.source.agency, 'dat')} göre {text}"

    def hours(self, side: SideBySide) -> list[str]:
        """A line with both agencies' hours and how much each had opened, if either differs."""
        found = [
            (
                said.topics.get(Topic.SHARES) or (said.lead.bulletin if said.lead else None),
                said.lead,
            )
            for said in (side.a, side.b)
        ]
        told = [(bulletin, lead) for bulletin, lead in found if bulletin is not None]
        if len({(one.as_of, self.counted(one).part) for one, _ in told}) < 2:
            return []
        stamps = (
            f"{one.source.agency} {self.style.clock(one.as_of)}{self.rest(lead)}"
            + (f" ({opened})" if (opened := self.opened(one)) else "")
            for one, lead in told
        )
        return [f"{'; '.join(stamps)}."]

    def gaps(self, side: SideBySide) -> list[Gap]:
        """The gaps of the contenders either agency's line names."""
        told = [said.topics.get(Topic.SHARES) for said in (side.a, side.b)]
        named = {code for one in told if one for code in self.falling(one, shares=True)}
        return [gap for gap in side.gaps if gap.contender in named]

    def worst(self, side: SideBySide) -> Decimal:
        """The widest of those gaps; 0 without any."""
        return max((gap.gap for gap in self.gaps(side) if gap.gap), default=Decimal(0))

    def opened(self, bulletin: Bulletin) -> str:
        """How much was opened when a bulletin was given; empty where it does not say."""
        count = self.counted(bulletin)
        if count.share is not None and not count.in_boxes:
            figure = figure_of(bulletin, Row(Item.OPENED_SHARE))
            part = self.style.suffixed(self.style.part(count.share), "poss3")
            return f"sandıkların {self.tied(part, figure)} açıldı"
        if count.boxes is None:
            return ""
        opened = turkish.votes_dots(count.boxes)
        figure = figure_of(bulletin, Row(Item.OPENED_BOXES))
        if not count.in_boxes or Row(Item.TOTAL_BOXES) not in bulletin.figures:
            return f"{self.tied(opened, figure)} sandık açıldı"
        of_all = figure_of(bulletin, Row(Item.TOTAL_BOXES))
        total = self.tied(turkish.votes_dots(count.total or 0), of_all)
        return f"{total} sandıktan {self.tied(self.style.suffixed(opened, 'poss3'), figure)} açıldı"

    def counted(self, bulletin: Bulletin) -> OpenedCount:
        """How much was opened when a bulletin was given, with the place's boxes if it has none."""
        place = self.election.place(bulletin.source.place)
        return opened_by(bulletin.figures, place.boxes)

    def tied(self, text: str, *figures: Cited) -> str:
        """The text with its first number tied to the figures it says or follows from."""
        return self.ties.tie(text, *figures)

    def figures_in(self, text: str) -> list[Cited]:
        """The figures the numbers of a text are tied to, in its order."""
        return [figure for _, _, figures in self.ties.read(text)[1] for figure in figures]

    def gap(self, side: SideBySide, gap: Gap) -> str:
        """The distance between two agencies' shares, tied to both: 6,18 puan."""
        row = Row(Item.SHARE, gap.contender)
        figures = [figure_of(said.topics[Topic.SHARES], row) for said in (side.a, side.b)]
        return self.tied(self.style.points(gap.gap or Decimal(0)), *figures)

    def rest(self, lead: Lead | None) -> str:
        """Ties the words before it to what a lead was stated by, or follows from; not seen."""
        return self.ties.rest(self.behind(lead)) if lead else ""

    def behind(self, lead: Lead) -> list[Cited]:
        """The figures a lead was stated by, or follows from."""
        stated = [Row(item) for item in (Item.LEAD_POINTS, Item.LEAD_VOTES, Item.LEADER)]
        rows = stated if lead.stated else _first_two(lead)
        figures = lead.bulletin.figures
        own = [figure_of(lead.bulletin, row) for row in rows if row in figures]
        return [*own, *(self.behind(lead.named_by) if lead.named_by else ())]

    def label(self, code: str) -> str:
        """A contender as tables and lines call her: the party's short name."""
        return self.style.label(self.election.label(self.race.id, code))

    def name(self, code: str) -> str:
        """A contender as a headline calls her: the candidate's surname, else the party."""
        return self.race.contender(code).surname or self.label(code)

    def called(self, code: str) -> tuple[str, str]:
        """Both ways a contender is called in a post, as lines do and as headlines do."""
        return self.label(code), self.name(code)

    def at_place(self, place: str) -> str:
        """Where: İstanbul genelinde, Üsküdar'da."""
        if self.election.place(place).kind is PlaceKind.PROVINCE:
            return f"{place} genelinde"
        return self.style.suffixed(place, "loc")

    def marked(self, text: str) -> str:
        """A rehearsal's post says so at both ends, so that no half of it can pass for the night."""
        if not self.session.is_rehearsal:
            return text
        return f"{PROVA}: {text}" if text else PROVA

    def margin(self, lead: Lead) -> str:
        """By how much: 7,74 puan ve 4.211 oy as stated, else points, else votes; may be empty."""
        by = []
        if lead.points is not None:
            behind = lead_figures(lead, Item.LEAD_POINTS)
            by.append(self.tied(self.style.points(lead.points), *behind))
        if lead.votes is not None and (lead.stated or not by):
            behind = lead_figures(lead, Item.LEAD_VOTES)
            by.append(f"{self.tied(turkish.votes_dots(lead.votes), *behind)} oy")
        return " ve ".join(by)

    def _shares(self, said: Reported) -> _Spoken | None:
        bulletin = said.topics.get(Topic.SHARES)
        if bulletin is None:
            return None
        return self._results(bulletin, shares=True)

    def _votes_alone(self, said: Reported) -> _Spoken | None:
        bulletin = said.topics.get(Topic.VOTES)
        if bulletin is None or bulletin is said.topics.get(Topic.SHARES):
            return None
        return self._results(bulletin, shares=False)

    def falling(self, bulletin: Bulletin, *, shares: bool) -> list[str]:
        """Contenders by what a bulletin gives them, the most first; *Diğer* last.

        As many as the house names.
        """
        parts = shares_of(bulletin.figures) if shares else {}
        votes = votes_of(bulletin.figures)

        def falling(code: str) -> tuple[bool, Decimal, int]:
            return code == OTHERS, -parts.get(code, NO_SHARE), -votes.get(code, 0)

        ranked = sorted(in_order(self.race, [*parts, *votes]), key=falling)
        named = [code for code in ranked if code != OTHERS][: self.style.most]
        if not named or self.style.others:
            named += [code for code in ranked if code == OTHERS]
        return named

    def _results(self, bulletin: Bulletin, *, shares: bool) -> _Spoken:
        codes = self.falling(bulletin, shares=shares)
        results = [self.result(bulletin, code, shares=shares) for code in codes]
        said = f"{self.style.joined(results)}."
        return _Spoken(bulletin.as_of, said, self.opened(bulletin), results=True)

    def result(self, bulletin: Bulletin, code: str, *, shares: bool = True) -> str:
        """One contender's share and votes in a bulletin."""
        share = bulletin.figures.get(Row(Item.SHARE, code)) if shares else None
        votes = bulletin.figures.get(Row(Item.VOTES, code))
        said = counted = ""
        if isinstance(share, Decimal):
            figure = figure_of(bulletin, Row(Item.SHARE, code))
            said = self.tied(self.style.share(share), figure)
        if isinstance(votes, int):
            figure = figure_of(bulletin, Row(Item.VOTES, code))
            counted = f"{self.tied(turkish.votes_dots(votes), figure)} oy"
        return self.style.result(self.label(code), said, counted)

    def _opened_alone(self, said: Reported) -> _Spoken | None:
        bulletin = said.topics.get(Topic.OPENED)
        others = (said.topics.get(Topic.SHARES), said.topics.get(Topic.VOTES))
        if bulletin is None or bulletin in others:
            return None
        opened = self.opened(bulletin)
        return _Spoken(bulletin.as_of, f"{opened}.") if opened else None

    def _turnout_alone(self, said: Reported) -> _Spoken | None:
        """Turnout is news before there are results, and in the way after."""
        bulletin = said.topics.get(Topic.TURNOUT)
        if bulletin is None or said.lead or said.topics.keys() & {Topic.SHARES, Topic.VOTES}:
            return None
        turnout = bulletin.figures[Row(Item.TURNOUT)]
        if not isinstance(turnout, Decimal):
            return None
        figure = figure_of(bulletin, Row(Item.TURNOUT))
        return _Spoken(bulletin.as_of, f"katılım {self.tied(self.style.part(turnout), figure)}.")

    def _lead(self, said: Reported) -> _Spoken | None:
        lead = said.lead
        if lead is None:
            return None
        text = self._stated(lead) if lead.stated else self._ahead(lead)
        return _Spoken(lead.bulletin.as_of, text)

    def _ahead(self, lead: Lead) -> str:
        if lead.leader is None:
            return f"ilk iki sıra eşit.{self.rest(lead)}"
        margin = self.margin(lead)
        ahead = f"{self.label(lead.leader)}{self.rest(lead)}"
        return f"{ahead} {margin} önde." if margin else f"{ahead} önde."

    def _stated(self, lead: Lead) -> str:
        if lead.leader is None:
            return f"fark {self.margin(lead)}.{self.rest(lead)}"
        return self._ahead(lead)


def figure_of(bulletin: Bulletin, row: Row) -> Cited:
    """One figure of a bulletin with where it came from."""
    return Cited(Slot(bulletin.source, row), bulletin.figures[row], bulletin.as_of, bulletin.id)


def lead_figures(lead: Lead, stated: Item) -> list[Cited]:
    """The figures a lead follows from: the one that states it, else those of the first two."""
    rows = [Row(stated)] if lead.stated else _first_two(lead)
    return [figure_of(lead.bulletin, row) for row in rows]


def _first_two(lead: Lead) -> list[Row]:
    """The rows of the two that are ahead, by shares where any are given, else by votes."""
    figures = lead.bulletin.figures
    if names := ranked(shares_of(figures)):
        return [Row(Item.SHARE, code) for code in names[:2]]
    return [Row(Item.VOTES, code) for code in ranked(votes_of(figures))[:2]]
