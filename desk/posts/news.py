"""The news of a headline: who leads by how much, in how many districts, where agencies part.

Few places are named, many counted; a number is tied to all it follows from. What stands below a
headline is composed elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk import turkish
from desk.facts.bulletin import Item, Topic
from desk.facts.post import Cited
from desk.facts.standing import Lead, Reported
from desk.posts.beside import by_all, gap_points, gaps, in_all, lead_said
from desk.posts.kinds.spread import grouped, tops
from desk.posts.ties import untied
from desk.posts.writer import Words, Writer, lead_figures
from desk.rules.discrepancies import Gap, SideBySide
from desk.turkish.style import FEW, NAMED, listed

NECK_AND_NECK = Decimal(1)
"""Below as many points the first two are said to be neck and neck."""

Leads = dict[str, Lead]
"""By agency, who leads in a place; only where that is told."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Places that answer alike who leads: the agencies that tell it, whom each has ahead."""

    agencies: tuple[str, ...]
    leaders: tuple[str, ...]
    places: tuple[str, ...]
    figures: tuple[Cited, ...]

    @property
    def agreed(self) -> bool:
        """Whether all agencies have the same ahead, or equal."""
        return len(set(self.leaders)) == 1

    @property
    def leader(self) -> str:
        """Whom all have ahead; empty where the first two are equal."""
        return self.leaders[0]


def leads_of(words: Words) -> Leads:
    """Who leads by each agency, where it is told or the first two are equal."""
    return {
        said.source.agency: said.lead
        for said in words
        if said.lead is not None and (said.lead.leader or not said.lead.stated)
    }


def answers_of(writer: Writer, places: Sequence[Words]) -> list[Answer]:
    """The places by who leads in them: those most agencies tell of, then the most places, first.

    Where agencies part comes behind where they agree.
    """
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[str, list[Cited]]]] = {}
    for words in places:
        if leads := leads_of(words):
            answer = tuple(leads), tuple(lead.leader or "" for lead in leads.values())
            behind = [figure for lead in leads.values() for figure in writer.behind(lead)]
            found.setdefault(answer, []).append((words[0].source.place, behind))
    answers = [
        Answer(
            agencies,
            leaders,
            tuple(place for place, _ in told),
            tuple(figure for _, behind in told for figure in behind),
        )
        for (agencies, leaders), told in found.items()
    ]

    def order(one: Answer) -> tuple[int, bool, bool, int]:
        return -len(one.agencies), not one.agreed, "" in one.leaders, -len(one.places)

    return sorted(answers, key=order)


def place_news(writer: Writer, words: Words) -> str:
    """Who leads in a place: İmamoğlu iki ajansta da önde. Empty where nobody tells it."""
    leads = leads_of(words)
    if not leads:
        return ""
    where = writer.in_district(words[0].source.place)
    told = [*leads.values()]
    rests = "".join(map(writer.rest, told))
    if len(leads) > 1 and len({lead.leader for lead in told}) == 1:
        if told[0].leader is None:
            return f"{where}ilk iki sıra {in_all(told)} eşit{rests}"
        name = writer.named_in(words[0].source.place)
        return f"{where}{name(told[0].leader)} {in_all(told)} önde{rests}"
    return f"{where}{leaders_by(writer, leads)}"


def _named(writer: Writer, lead: Lead) -> Callable[[str], str]:
    return writer.named_in(lead.bulletin.source.place)


def _name(writer: Writer, lead: Lead) -> str:
    """Whoever leads, as she is called where she does."""
    return _named(writer, lead)(lead.leader or "")


def leaders_by(writer: Writer, leads: Leads) -> str:
    """Who leads by each agency: AA'ya göre Kurum, ANKA'ya göre İmamoğlu önde."""
    if not all(lead.leader for lead in leads.values()):
        return ", ".join(
            f"{writer.by(code)} "
            + (f"{_name(writer, lead)} önde" if lead.leader else "ilk iki sıra eşit")
            + writer.rest(lead)
            for code, lead in leads.items()
        )
    named = ", ".join(
        f"{writer.by(code)} {_name(writer, lead)}{writer.rest(lead)}"
        for code, lead in leads.items()
    )
    return f"{named} önde"


def lead_news(writer: Writer, words: Words) -> str:
    """Who leads by how much: the whole points below each lead, never above.

    İmamoğlu önde: fark AA'ya göre 10, ANKA'ya göre 17 puandan fazla.
    """
    leads = {said.source.agency: said.lead for said in words if said.lead is not None}
    told = [*leads.values()]
    leaders = {lead.leader for lead in told}
    where = writer.in_district(words[0].source.place)
    if len(leaders) > 1:
        if None in leaders or not all(lead.points for lead in told):
            # A margin that names nobody is no tie.
            return place_news(writer, words)
        named = ", ".join(
            f"{writer.by(code)} {_name(writer, lead)}{writer.rest(lead)} {writer.points(lead)}"
            for code, lead in leads.items()
        )
        return f"{where}{named} puan önde"
    if len(told) > 1 and leaders == {None} and not any(lead.stated for lead in told):
        return place_news(writer, words)
    if any(lead.points == 0 for lead in told):
        return where + ", ".join(
            f"{writer.by(code)} {lead_said(writer, lead, _named(writer, lead))}"
            for code, lead in leads.items()
        )
    rough = {code: said for code, lead in leads.items() if (said := _roughly(writer, lead))[0]}
    if not rough:
        return place_news(writer, words) or f"{where}ilk iki sıra eşit"
    rests = "".join(map(writer.rest, told))
    if (leader := told[0].leader) is None:
        return f"{where}fark {_by_agency(writer, rough)}{rests}"
    close = all(lead.points is not None and lead.points < NECK_AND_NECK for lead in told)
    if close:
        whose = writer.suffixed(_named(writer, told[0]), leader, "gen")
        return f"{where}başa baş: {whose} farkı {_by_agency(writer, rough)}{rests}"
    return f"{where}{_name(writer, told[0])} önde: fark {_by_agency(writer, rough)}{rests}"


def districts_news(writer: Writer, places: Sequence[Words], part: str = "") -> str:
    """Who leads where: İki ajansa göre İmamoğlu 30, Kurum 4 ilçede önde; few are named.

    ``part`` is what they are all places of, if that is to be said: Malatya genelinde CHP 8, AKP 5
    ilçede önde. Empty where nobody leads anywhere.
    """
    answers = answers_of(writer, places)
    if not answers:
        return ""
    # Those of whom most agencies tell; of places fewer tell of, the lines say it.
    news = (one for one in answers if one.leader or not one.agreed)
    agencies = next(news, answers[0]).agencies
    told = [one for one in answers if one.agencies == agencies]
    agreed = [one for one in told if one.agreed and one.leader]
    apart = [one for one in told if not one.agreed]
    if not agreed:
        return apart_news(writer, apart) if apart else ""
    if sum(len(one.places) for one in told) <= NAMED:
        whole = len(agencies) > 1 and by_these(writer, agencies, answers) == by_all(agencies)
        ends = in_all(agencies) if whole else by_these(writer, agencies, answers)
        named = ", ".join(
            f"{writer.at_places(one.places)} {writer.name(one.leader)}"
            f"{writer.ties.rest(one.figures)}"
            for one in agreed
        )
        parted = f"; {apart_news(writer, apart)}" if apart else ""
        return f"{named} {ends} önde{parted}"
    every = tuple(figure for one in told for figure in one.figures)
    counts = ", ".join(f"{writer.name(one.leader)} {count(writer, one, every)}" for one in agreed)
    where = writer.noun(place for one in told for place in one.places).in_one
    few = apart and len(places) <= FEW
    parted = f"; {apart_news(writer, apart, among=every)}" if few else ""
    within = f"{writer.at_place(part)} " if part else ""
    return f"{by_these(writer, agencies, answers)} {within}{counts} {where} önde{parted}"


def counted_news(writer: Writer, places: Sequence[Words], part: str = "") -> str:
    """The same of provinces or districts among some places, without what is told by itself.

    That is named too where there is but one other place.
    """
    found = grouped(writer, places)
    first = tops(writer, [words[0].source.place for words in places])
    beside = [words for words in found.alone if words[0].source.place not in first]
    some = found.first
    if len(some) > 1 or not beside:
        return districts_news(writer, some or places, part)
    return districts_news(writer, [words for words in places if words in some or words in beside])


def apart_news(
    writer: Writer, apart: Sequence[Answer], about: str = "", among: Sequence[Cited] = ()
) -> str:
    """Where agencies name other leaders: Fatih ve Pendik'te ajanslar ayrışıyor.

    ``among`` are the figures of all places these were found among, if there were others.
    """
    places = [place for one in apart for place in one.places]
    every = tuple(figure for one in apart for figure in one.figures)
    if len(places) <= NAMED:
        return f"{writer.at_places(places)} ajanslar ayrışıyor{writer.ties.rest(every)}"
    number = writer.tied(str(len(places)), *every, *among)
    return f"ajanslar {about}{number} {writer.noun(places).in_one} ayrışıyor"


def by_these(writer: Writer, agencies: Sequence[str], answers: Sequence[Answer]) -> str:
    """By whom: iki ajansa göre, or by name where it is one, or others tell of other places."""
    known = {code for one in answers for code in one.agencies}
    if len(agencies) > 1 and len(agencies) == len(known):
        return by_all(agencies)
    return f"{writer.style.suffixed(listed(agencies), 'dat')} göre"


def count(writer: Writer, answer: Answer, every: Sequence[Cited]) -> str:
    """In how many places an answer holds, tied to all the figures it was found among."""
    return writer.tied(str(len(answer.places)), *answer.figures, *every)


def whole_news(writer: Writer, words: Words) -> str:
    """Who leads by how much, by the first agency that has all boxes opened: AA'ya göre sandıkların
    tamamı açıldı: İmamoğlu 11,62 puan önde. Empty where none has."""
    for said in words:
        lead = said.lead
        if lead is None or lead.leader is None or not lead.points or lead.stated:
            continue
        # The lead's own bulletin, and the agency's newest word on its boxes.
        told = (lead.bulletin, said.topics.get(Topic.OPENED, lead.bulletin))
        if all(writer.counted(bulletin).all for bulletin in told):
            where = writer.in_district(said.source.place)
            who = f"{_name(writer, lead)}{writer.rest(lead)}"
            by = writer.by(said.source.agency)
            return f"{by} {where}sandıkların tamamı açıldı: {who} {writer.margin(lead)} önde"
    return ""


def first_news(writer: Writer, agency: str, words: Sequence[Reported]) -> str:
    """An agency's first results: AA'dan ilk sonuç: İmamoğlu 4,9 puan önde."""
    source = writer.style.suffixed(agency, "abl")
    first = tops(writer, [said.source.place for said in words])
    whole = [said for said in words if [said.source.place] == first]
    if len(words) > NAMED and not whole:
        news = counted_news(writer, [(said,) for said in words]).removeprefix(
            f"{writer.by(agency)} "
        )
    else:
        told = words if len(words) <= NAMED else whole
        news = _ahead(writer, {said.source.place: said.lead for said in told if said.lead})
    what = "ilk sonuç" if len(words) == 1 else "ilk sonuçlar"
    return f"{source} {what}: {news}" if news else f"{source} {what}"


def _ahead(writer: Writer, leads: dict[str, Lead]) -> str:
    """One agency's leads in a few places: İmamoğlu Bağcılar'da 12,26, Tuzla'da 51,63 puan önde."""

    def where(place: str, said: str) -> str:
        # Of several places the whole is named too.
        at = f"{writer.at_place(place)} " if len(leads) > 1 else writer.in_district(place)
        return f"{at}{said}"

    told = [*leads.values()]
    leaders = {lead.leader for lead in told}
    if not told:
        return ""
    if None in leaders or not all(lead.points for lead in told):
        return ", ".join(
            where(place, lead_said(writer, lead, _named(writer, lead)))
            for place, lead in leads.items()
        )
    if len(told) > 1 and len(leaders) == 1:
        points = ", ".join(where(place, writer.points(lead)) for place, lead in leads.items())
        rests = "".join(map(writer.rest, told))
        name = writer.name(told[0].leader or "") if len(told) > 1 else _name(writer, told[0])
        return f"{name}{rests} {points} puan önde"
    named = ", ".join(
        where(place, f"{_name(writer, lead)}{writer.rest(lead)} {writer.points(lead)}")
        for place, lead in leads.items()
    )
    return f"{named} puan önde"


def gap_news(writer: Writer, sides: Sequence[SideBySide], places: Iterable[Words]) -> str:
    """Where two agencies differ most, or name other leaders; ``sides`` have the widest in front,
    and are of these places."""
    differing = {side.place for side in sides if side.leaders_differ}
    apart = [words for words in places if words[0].source.place in differing]
    if len(apart) == 1:
        place = apart[0][0].source.place
        known = {said.source for side in sides for said in (side.a, side.b) if side.place == place}
        return place_news(writer, tuple(said for said in apart[0] if said.source in known))
    if apart:
        told = [one for one in answers_of(writer, apart) if not one.agreed]
        return apart_news(writer, told, "kimin önde olduğu konusunda ")
    side = sides[0]
    wide = max(gaps(writer, side), key=lambda gap: gap.gap or Decimal(0), default=None)
    if wide is None or not wide.gap:
        return lead_news(writer, (side.a, side.b))
    several = len({said.source.agency for one in sides for said in (one.a, one.b)}) > 2
    gives = _gives(writer, side, wide, than=several)
    if len({one.place for one in sides}) == 1:
        return f"{writer.in_district(side.place)}{gives}"
    return f"en büyük fark {writer.at_place(side.place)}: {gives}"


def _gives(writer: Writer, side: SideBySide, gap: Gap, *, than: bool) -> str:
    """ANKA İmamoğlu'na 4,2 puan fazla veriyor; than whom, where there are others: AA'dan 4,2 puan
    fazla."""
    more, less = (side.a, side.b) if (gap.share_a or 0) > (gap.share_b or 0) else (side.b, side.a)
    whom = writer.suffixed(writer.name, gap.contender, "dat")
    than_whom = f"{writer.style.suffixed(less.source.agency, 'abl')} " if than else ""
    points = gap_points(writer, side, gap)
    return f"{more.source.agency} {whom} {than_whom}{points} fazla veriyor"


def _roughly(writer: Writer, lead: Lead) -> tuple[str, str]:
    """A lead's number and unit: 7, puandan fazla for 7,74; 7, puan for 7; 0,52, puan below one;
    votes where only they are; nothing in a tie."""
    if lead.points is None:
        if not lead.votes:
            return "", ""
        behind = lead_figures(lead, Item.LEAD_VOTES)
        return writer.tied(turkish.votes_dots(lead.votes), *behind), "oy"
    behind = lead_figures(lead, Item.LEAD_POINTS)
    whole = int(lead.points)
    if whole and lead.points > whole:
        unit = writer.style.bound(whole).removeprefix(str(whole)).strip()
        return writer.tied(str(whole), *behind), unit
    return (writer.points(lead), "puan") if lead.points else ("", "")


def _by_agency(writer: Writer, rough: dict[str, tuple[str, str]]) -> str:
    """AA'ya göre 10, ANKA'ya göre 17 puandan fazla; what all say is said once."""
    units = {unit for _, unit in rough.values()}
    if len(rough) > 1 and len({(untied(number), unit) for number, unit in rough.values()}) == 1:
        number, unit = next(iter(rough.values()))
        behind = [one for said, _ in rough.values() for one in writer.figures_in(said)]
        return f"{in_all([*rough])} {writer.tied(untied(number), *behind)} {unit}"
    if len(units) == 1:
        said = ", ".join(f"{writer.by(code)} {number}" for code, (number, _) in rough.items())
        return f"{said} {units.pop()}"
    return ", ".join(f"{writer.by(code)} {number} {unit}" for code, (number, unit) in rough.items())
