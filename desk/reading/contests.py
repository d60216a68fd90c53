"""Which contest figures are of: their persons', the one said, that of the company they keep."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from desk.facts.election import PlaceKind
from desk.reading.drafts import Fact, claimant_of, is_unknown
from desk.reading.lexicon import Context
from desk.reading.races import COUNCIL, MAYOR, METRO, TOWN, contests_of
from desk.reading.scope import Address
from desk.reading.units import Claimant


class Contests:
    """The contests of the night a text is read for; without a night there are none."""

    def __init__(
        self, context: Context, filed: Iterable[Fact], waiting: Iterable[int] = ()
    ) -> None:
        self._context = context
        filed = [*filed]
        self._filed = sorted([*(fact.start for fact in filed), *waiting])
        self._city = sorted(
            fact.start
            for fact in filed
            if fact.where.race == METRO and not fact.where.in_a_district and claimant_of(fact)
        )
        self.races = contests_of(context.election) if context.election else {}

    def told(self, where: Address) -> Address:
        """`İstanbul belediye başkanlığı`: the metropolis's own, or all its districts'."""
        if where.race != TOWN:
            return where
        election = self._context.election
        provinces = {None, *(place.name for place in election.provinces)} if election else set()
        unsure = METRO in self.races and where.place in provinces
        return where._replace(race="" if unsure else MAYOR)

    def of(self, fact: Fact) -> str:
        """The contest a figure's own words say: its person's, else the one named."""
        if not self.races and self._context.is_national:
            return fact.where.race
        holder = claimant_of(fact)
        if holder is not None:
            contests = {one.contest for one in holder.people if one.contest}
            if len(contests) == 1 and not holder.clash:
                return contests.pop()
            race = self.races.get(holder.race or fact.where.race, "")
            if race and (holder.race or not self.is_stranger(holder, race, fact.where.place)):
                return race
            named = holder.parties or " " in (holder.candidate or "")
            if holder.candidate and named and not holder.people:
                return self._of_strangers(fact)
            return ""
        return self.races.get(fact.where.race, "") or fact.contest

    def _of_strangers(self, fact: Fact) -> str:
        """A person whom the night does not know stands in a district's own race.

        She is named beside a party that has another candidate, or in full.
        """
        election = self._context.election
        if election is None or fact.where.place is None:
            return ""
        kind = next((one.kind for one in election.places if one.name == fact.where.place), None)
        if kind not in (PlaceKind.DISTRICT, PlaceKind.TOWN):
            return ""
        personal = [contest for race, contest in self.races.items() if race not in (COUNCIL, METRO)]
        return personal[0] if len(personal) == 1 else ""

    def is_stranger(self, holder: Claimant, contest: str, place: str | None) -> bool:
        """Whether somebody else is known to stand for this person's party in a contest."""
        if not holder.candidate or holder.people or len(holder.parties) != 1:
            return False
        known = self._context.standing
        return any((contest, holder.parties[0], at) in known for at in {"", place or ""})

    def together(self, members: Sequence[tuple[Fact, str]]) -> Sequence[tuple[Fact, str]]:
        """What stands beside persons of another contest than the one carried here goes with them.

        A party's figure that has its person there already is of the contest carried.
        """
        carried = [self.races.get(fact.where.race, "") for fact, _ in members]
        moved = [
            (holder.parties, contest)
            for (fact, contest), race in zip(members, carried, strict=True)
            if (holder := claimant_of(fact))
            and race
            and self.is_stranger(holder, race, fact.where.place)
        ]
        members = self._of_parties_there(members)
        others = {contest for _, contest in moved}
        if len(others) != 1:
            return self._in_strange_company(members, carried)
        taken = {party for parties, _ in moved for party in parties}
        stays = any(
            (holder := claimant_of(fact)) and race == contest and set(holder.parties) & taken
            for (fact, contest), race in zip(members, carried, strict=True)
        )
        if stays:
            return members
        return [
            (fact, contest if contest != race else next(iter(others)))
            for (fact, contest), race in zip(members, carried, strict=True)
        ]

    def _in_strange_company(
        self, members: Sequence[tuple[Fact, str]], carried: Sequence[str]
    ) -> Sequence[tuple[Fact, str]]:
        """`İBB'de İmamoğlu 50,4. Üsküdar'da Dedetaş 49,8, AK Parti 42,6`: of which contest?

        A person nobody knows in the contest said before the place is hardly in it, and neither is
        what stands beside her: it is asked, unless one who is in it stood there by her line.
        """
        known: dict[tuple[int, str], int] = {}
        strange: dict[tuple[int, str], int] = {}
        for (fact, _), race in zip(members, carried, strict=True):
            holder = claimant_of(fact)
            if holder is None or holder.alias:
                continue
            for one in holder.people:
                known.setdefault((fact.where.stretch, one.contest), fact.line)
            if holder.candidate and not (holder.people or holder.race) and self._is_carried(fact):
                strange.setdefault((fact.where.stretch, race), fact.line)
        doubted = {key for key, line in strange.items() if known.get(key, line + 1) > line}
        return [
            (fact, "" if self._is_doubted(fact, contest, race, doubted) else contest)
            for (fact, contest), race in zip(members, carried, strict=True)
        ]

    def _of_parties_there(self, members: Sequence[tuple[Fact, str]]) -> Sequence[tuple[Fact, str]]:
        """`İBB'de İmamoğlu 51,1. Üsküdar'da CHP 49,8`: of which contest Üsküdar's parties are.

        The city's own figures stand between its contest and the district; nobody who is known to
        be in it is named there.
        """
        known, told = dict[int, int](), dict[int, int]()
        for fact, contest in members:
            holder = claimant_of(fact)
            if holder is not None and self._is_below_the_city(fact.where):
                own = any(one.contest == contest for one in holder.people)
                (known if own else told).setdefault(fact.where.stretch, fact.line)
        doubted = {key for key, line in told.items() if known.get(key, line + 1) > line}
        return [
            (fact, "" if fact.where.race == METRO and fact.where.stretch in doubted else contest)
            for fact, contest in members
        ]

    def _is_below_the_city(self, where: Address) -> bool:
        spans = dict(where.spans)
        told = where.race == METRO and where.in_a_district
        if not told or not {"contest", "place"} <= spans.keys():
            return False
        between = bisect_left(self._city, spans["contest"][1])
        return between < bisect_left(self._city, spans["place"][0])

    def _is_doubted(
        self, fact: Fact, contest: str, race: str, doubted: Set[tuple[int, str]]
    ) -> bool:
        """Whether a figure is of a contest in doubt, and of nobody who is known to be in it."""
        holder = claimant_of(fact)
        named = holder is not None and bool(holder.people)
        return contest == race and (fact.where.stretch, race) in doubted and not named

    def _is_carried(self, fact: Fact) -> bool:
        """Whether a contest whose persons are known was said of figures before its place."""
        spans = dict(fact.where.spans)
        if fact.where.race not in (METRO, COUNCIL) or not {"contest", "place"} <= spans.keys():
            return False
        between = bisect_left(self._filed, spans["contest"][1])
        return between < bisect_left(self._filed, spans["place"][0])

    def settled(self, members: Sequence[tuple[Fact, str]]) -> Iterable[tuple[Fact, str]]:
        """Give figures that say no contest the one said beside them, if it is one.

        What is named further on is of the figures behind it; how far the count is may stand above
        the one contest of its paragraph that follows.
        """
        said: dict[int, set[str]] = defaultdict(set)
        told: dict[int, set[str]] = defaultdict(set)
        for fact, contest in members:
            if not (fact.rough or is_unknown(fact)):
                said[fact.where.stretch] |= {contest} - {""}
                told[fact.paragraph] |= {contest} - {""}
        open_rows = any(fact.holder and not contest for fact, contest in members)
        for fact, contest in members:
            beside = said[fact.where.stretch] & told[fact.paragraph]
            near = beside or (set() if open_rows else told[fact.paragraph])
            if contest:
                yield fact, contest
            elif len(near) == 1 and not fact.where.race:
                yield fact, next(iter(near))
            else:
                yield fact, self._only()

    def _only(self) -> str:
        election = self._context.election
        return election.contests[0].id if election and len(election.contests) == 1 else ""
