"""Writes what an agency says as lines of a post, in the house's style, and remembers each figure.

Which places and agencies a post is about, and what its headline says, is decided by its kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from desk import PROVA, turkish
from desk.facts import nouns
from desk.facts.bulletin import Bulletin, Item, Row, Slot, Topic
from desk.facts.election import NOBODY, OTHERS, Contender, ContestKind, PartyKind, PlaceKind
from desk.facts.leading import ranked
from desk.facts.opened import OpenedCount, opened_by
from desk.facts.post import Cited
from desk.facts.standing import Lead, Reported, shares_of, votes_of
from desk.file.session import Session
from desk.posts import where
from desk.posts.ties import Ties
from desk.rules.discrepancies import in_order
from desk.turkish.style import HouseStyle, capital, listed, style_of

Words = tuple[Reported, ...]
"""The words of several agencies on one place, in their order."""

NO_SHARE = Decimal(-1)
"""Where a contender without a share stands in falling order: after all that have one."""

_EVENTS = {"oylaması": "oylamasında", "seçimi": "seçiminde", "referandumu": "referandumunda"}
"""How a title ends that is an event by itself, and no office; and in it."""

_ANSWER_ENDINGS = {"gen": "ının", "dat": "ına", "acc": "ını", "abl": "ından"}
"""*Evet oylarının*: the endings of an answer's votes."""

_POSSESSIVE = re.compile(r"Partisi$")

NONE_OPENED = "henüz sandık açılmadı"
"""What is said of the boxes instead of a nought."""


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
        self._surnames = Counter(one.surname for one in self.race.contenders)
        # Who stands for no party is the row itself, wherever she is listed.
        parties = {
            one.code
            for one in self.race.contenders
            if self.election.party(one.party).kind is not PartyKind.PERSON
        }
        people = session.candidates.people
        self._by_place = {one.party for one in people if one.contest == contest and one.place}
        self._by_place &= parties

    def agency_line(
        self, said: Reported, *, lead: bool = True, named: set[str] | None = None
    ) -> str:
        """All that counts now of one agency's word on a place.

        Without its ``lead`` where another line tells it, empty if that is all it said; ``named``
        are those whose party has been named above, and takes up those named here.
        """
        named = set() if named is None else named
        line, last_time = said.source.agency, None
        speakers: list[Callable[[Reported], _Spoken | None]] = [
            partial(self._shares, named=named),
            partial(self._votes_alone, named=named),
            self._opened_alone,
            self._turnout_alone,
            self._seats,
        ]
        # The lead stands behind the shares it is of, not behind older votes.
        if lead:
            speakers.insert(1 if Topic.SHARES in said.topics else 3, self._lead)
        for speak in speakers:
            if spoken := speak(said):
                line += spoken.after(last_time, self.style)
                last_time = spoken.as_of
        if last_time:
            return line
        return "" if said.lead else f"{line}: Henüz veri yok."

    def by(self, agency: str) -> str:
        """By which agency: AA'ya göre."""
        return f"{self.style.suffixed(agency, 'dat')} göre"

    def points(self, lead: Lead) -> str:
        """A margin by its digits, tied: 7,74."""
        points = self.style.points(lead.points or Decimal(0)).removesuffix(" puan")
        return self.tied(points, *lead_figures(lead, Item.LEAD_POINTS))

    def opened(self, bulletin: Bulletin) -> str:
        """How much was opened when a bulletin was given; empty where it does not say."""
        count = self.counted(bulletin)
        if count.share is not None and not count.in_boxes:
            figure = figure_of(bulletin, Row(Item.OPENED_SHARE))
            if not count.share:
                return f"{NONE_OPENED}{self.ties.rest([figure])}"
            part = self.style.suffixed(self.style.part(count.share), "poss3")
            return f"sandıkların {self.tied(part, figure)} açıldı"
        if count.boxes is None:
            return ""
        opened = turkish.votes_dots(count.boxes)
        figure = figure_of(bulletin, Row(Item.OPENED_BOXES))
        if not count.boxes:
            return f"{NONE_OPENED}{self.ties.rest([figure])}"
        if Row(Item.TOTAL_BOXES) not in bulletin.figures:
            return f"{self.tied(opened, figure)} sandık açıldı"
        of_all = figure_of(bulletin, Row(Item.TOTAL_BOXES))
        total = self.tied(turkish.votes_dots(count.total or 0), of_all)
        return f"{total} sandıktan {self.tied(self.style.suffixed(opened, 'poss3'), figure)} açıldı"

    def counted(self, bulletin: Bulletin) -> OpenedCount:
        """How much was opened when a bulletin was given, with the place's boxes if it has none."""
        source = bulletin.source
        return opened_by(bulletin.figures, self.election.boxes(source.contest, source.place))

    def tied(self, text: str, *figures: Cited) -> str:
        """The text with its first number tied to the figures it says or follows from."""
        return self.ties.tie(text, *figures)

    def figures_in(self, text: str) -> list[Cited]:
        """The figures the numbers of a text are tied to, in its order."""
        return [figure for _, _, figures in self.ties.read(text)[1] for figure in figures]

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
        """A contender as tables call her: the party's short name; a president as headlines do."""
        if self._presidents_party(code):
            return self.name(code)
        return self.style.label(self.election.label(self.race.id, code))

    def _presidents_party(self, code: str) -> str:
        """The party somebody stands for president for; empty where none is named."""
        one = self.race.contender(code)
        if self.race.kind is not ContestKind.CB or not one.candidate or one.code == one.party:
            return ""
        party = self.election.party(one.party)
        return "" if party.kind is PartyKind.PERSON else self.style.label(party.short)

    def who(self, code: str) -> str:
        """A contender as lines call her: as headlines do, unless the house's lines name parties.

        An answer has a capital only as the label of a list.
        """
        people = not self.style.dashed if self._is_answer(code) else self.style.people
        return self.name(code) if people else self.label(code)

    def suffixed(self, called: Callable[[str], str], code: str, case: str) -> str:
        """A contender with a suffix: Kurum'un; evet oylarının, because an answer is no name."""
        ending = _ANSWER_ENDINGS.get(case, "")
        if self._is_answer(code):
            return f"{called(code)} oylar{ending}"
        return self.style.suffixed(called(code), case)

    def _is_answer(self, code: str) -> bool:
        party = self.race.contender(code).party
        return self.election.party(party).kind is PartyKind.CHOICE

    def person(self, place: str, code: str) -> str:
        """Who stands for a contender in a place and not everywhere; empty where nobody alone."""
        names = (
            () if code in NOBODY else self.session.candidates.listed_for(self.race.id, place, code)
        )
        return names[0] if code in self._by_place and len(names) == 1 else ""

    def named_in(self, place: str) -> Callable[[str], str]:
        """How contenders are called in one place: CHP'li Erkek, where that is known."""

        def named(code: str) -> str:
            person = self.person(place, code)
            surname = Contender(code, code, person).surname if person else None
            return f"{self.of_party(self.label(code))} {surname}" if surname else self.name(code)

        return named

    def of_party(self, short: str) -> str:
        """One of a party: CHP'li, AK Partili; of a party's own name its possessive goes."""
        # -li is written and sounds as -lik does.
        return self.style.suffixed(_POSSESSIVE.sub("Parti", short), "lik").removesuffix("k")

    def _introduced(self, place: str, code: str, named: set[str]) -> str:
        """A contender in a list of results: with her party in brackets where it is named first.

        Of one who stands in this place alone it is the person that is in brackets.
        """
        who, label = self.who(code), self._presidents_party(code) or self.label(code)
        if person := self.person(place, code):
            known = f"{code} {place}" in named
            named.add(f"{code} {place}")
            return who if known else f"{who} ({person})"
        first = code not in named
        named.add(code)
        # Whoever stands for no party is called by her whole name in tables.
        says_party = who != label and label != self.race.contender(code).candidate
        return f"{who} ({label})" if first and says_party and not self._is_answer(code) else who

    def name(self, code: str) -> str:
        """A contender as a headline calls her: the candidate's surname, else the party; evet.

        Her whole name where the surname is another's too; the party where each place has its own.
        """
        if self._is_answer(code):
            return turkish.lower(self.label(code))
        contender = self.race.contender(code)
        if code in self._by_place:
            return self.label(code)
        alike = self._surnames[contender.surname] > 1
        return (contender.candidate if alike else contender.surname) or self.label(code)

    def called(self, code: str) -> tuple[str, str]:
        """Both ways a contender is called in a post: as tables do, and as headlines do."""
        return self.label(code), self.name(code)

    def in_district(self, place: str) -> str:
        """Where, before what a headline says; of the only whole it goes without saying.

        Not in a night of several provinces of which one has such a contest.
        """
        alone = [one.name for one in self.election.overall(self.race.id)] == [place]
        one_of_some = self.election.place(place).kind is PlaceKind.PROVINCE
        alone = alone and not (one_of_some and len(self.election.provinces) > 1)
        return "" if alone else f"{self.at_place(place)} "

    def is_whole(self, place: str) -> bool:
        """Whether a place is told as the sum of others."""
        return self.election.is_sum(self.race.id, place)

    def in_race(self) -> str:
        """In the contest: İBB başkanlığı yarışında; halk oylamasında."""
        title = self.race.title
        for event, inside in _EVENTS.items():
            # One word or two: halkoylamasında, halk oylamasında.
            if turkish.lower(title).endswith(event):
                return f"{title[: -len(event)]}{inside}"
        return f"{self.race.title} yarışında"

    def rank(self, place: str) -> int:
        """How far down a place stands; the outermost whole is 0."""
        return self.election.rank(self.race.id, place)

    def at_place(self, place: str) -> str:
        """Where: İstanbul genelinde, Üsküdar'da, Çanakkale'nin merkez ilçesinde."""
        return where.at(self.election, self.race.id, place, self.style)

    def at_places(self, places: Sequence[str]) -> str:
        """Where, of several: Fatih ve Ümraniye'de."""
        *first, last = places
        return listed([*map(self.place_name, first), self.at_place(last)])

    def place_name(self, place: str) -> str:
        """What a place is called: Üsküdar; the town of Çanakkale Çanakkale."""
        return nouns.called(self.election, self.race.id, place)

    def heading(self, place: str) -> str:
        """A place above its lines."""
        return self.style.heading(self.place_title(place))

    def place_title(self, place: str) -> str:
        """What stands above a place's figures: Üsküdar; Türkiye (toplam)."""
        return nouns.titled(self.election, self.race.id, place)

    def noun(self, places: Iterable[str]) -> nouns.PlaceNoun:
        """What places are counted as: ilçe."""
        return nouns.noun_of(self.election, self.race.id, places)

    def noun_of_parts(self, places: Sequence[str]) -> nouns.PlaceNoun:
        """What the parts among some places are counted as, whatever wholes are with them."""
        return self.noun([place for place in places if not self.is_whole(place)] or places)

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

    def _shares(self, said: Reported, named: set[str]) -> _Spoken | None:
        bulletin = said.topics.get(Topic.SHARES)
        if bulletin is None:
            return None
        return self._results(bulletin, named, shares=True)

    def _votes_alone(self, said: Reported, named: set[str]) -> _Spoken | None:
        bulletin = _newer_votes(said)
        return self._results(bulletin, named, shares=False) if bulletin else None

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

    def _results(self, bulletin: Bulletin, named: set[str], *, shares: bool) -> _Spoken:
        codes = self.falling(bulletin, shares=shares)
        results = [self._result(bulletin, code, named, shares=shares) for code in codes]
        said = f"{self.style.joined(results)}."
        return _Spoken(bulletin.as_of, said, self.opened(bulletin), results=True)

    def _result(self, bulletin: Bulletin, code: str, named: set[str], *, shares: bool) -> str:
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
        return self.style.result(
            self._introduced(bulletin.source.place, code, named), said, counted
        )

    def _opened_alone(self, said: Reported) -> _Spoken | None:
        bulletin = said.topics.get(Topic.OPENED)
        if bulletin is None or bulletin in (said.topics.get(Topic.SHARES), _newer_votes(said)):
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

    @property
    def seat(self) -> str:
        """What is won in the contest, counted: milletvekili; a council's üye."""
        return "milletvekili" if self.race.kind is ContestKind.MV else "üye"

    def _seats(self, said: Reported) -> _Spoken | None:
        """The seats an agency gives: milletvekili sayısı AKP 268, CHP 169."""
        bulletin = said.topics.get(Topic.SEATS)
        if bulletin is None or not self._seats_of(bulletin):
            return None
        figures = [
            figure_of(bulletin, Row(Item.SEATS, code))
            for code in in_order(self.race, [*self._seats_of(bulletin)])
        ]
        figures.sort(key=lambda one: (one.slot.row.contender == OTHERS, -int(one.value)))
        told = (
            f"{self.label(one.slot.row.contender)} {self.tied(str(one.value), one)}"
            for one in figures
        )
        return _Spoken(bulletin.as_of, f"{self.seat} sayısı {', '.join(told)}.")

    def _seats_of(self, bulletin: Bulletin) -> list[str]:
        """Whom a bulletin gives seats, without those who get none."""
        return [r.contender for r, v in bulletin.figures.items() if r.item is Item.SEATS and v]

    def _ahead(self, lead: Lead) -> str:
        if lead.leader is None:
            return f"ilk iki sıra eşit.{self.rest(lead)}"
        margin = self.margin(lead)
        ahead = f"{self.who(lead.leader)}{self.rest(lead)}"
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


def _newer_votes(said: Reported) -> Bulletin | None:
    """The votes a line tells: those of an hour before the shares are no news any more."""
    bulletin, shares = said.topics.get(Topic.VOTES), said.topics.get(Topic.SHARES)
    return None if bulletin and shares and shares.as_of >= bulletin.as_of else bulletin


def _first_two(lead: Lead) -> list[Row]:
    """The rows of the two that are ahead, by shares where those tell it, else by votes."""
    figures = lead.bulletin.figures
    by_votes = lead.points is None and lead.votes is not None
    if not by_votes and (names := ranked(shares_of(figures))):
        return [Row(Item.SHARE, code) for code in names[:2]]
    return [Row(Item.VOTES, code) for code in ranked(votes_of(figures))[:2]]
