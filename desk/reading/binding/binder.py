"""Whose, where and when the figures of a sentence are: its clauses become facts.

Values are bound after the verb is known: `roles` says what each number is, `owners` whose, `sites`
where; here the three come together.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import partial

from desk.facts.codes import Code
from desk.facts.figures import HUNDRED
from desk.reading.binding.denying import Denying
from desk.reading.binding.moods import PARTIAL
from desk.reading.binding.owners import Owning
from desk.reading.binding.sites import Siting, for_what_stands_between
from desk.reading.binding.verdicts import DATED, Verdicts, leading, same_rate
from desk.reading.drafts import Fact
from desk.reading.figures.gaps import with_votes
from desk.reading.figures.rules import role_of
from desk.reading.figures.votes import holders_role
from desk.reading.gather import Gatherer
from desk.reading.grammar.asides import no_rivals
from desk.reading.grammar.clauses import Clause, clauses
from desk.reading.grammar.clocks import (
    at_the_same_minute,
    is_anothers,
    is_its_own,
    of_before,
    seen_later,
    sent_at,
    shifts_the_hour,
)
from desk.reading.grammar.flow import Flow, Thread
from desk.reading.grammar.rivals import is_summed, named_behind, of_a_rival
from desk.reading.grammar.roles import (
    CHANGE,
    FIELDS,
    LEAD,
    NOTHING,
    OPENED,
    OPENED_BOXES,
    OTHER_ELECTION,
    ROUGH,
    SHARE,
    TOTAL_BOXES,
    WHOSE,
    FigureRole,
    Part,
    View,
    left_by,
)
from desk.reading.grammar.speech import BOARD, has_nothing, is_anothers_alone, sayers, told_by_both
from desk.reading.grammar.strange import has_another_part, is_quarter, strangely_told
from desk.reading.layout import is_figure
from desk.reading.names.joining import given_name_too
from desk.reading.numbers import Clock, Number
from desk.reading.scope import Address, Doubt, Scope
from desk.reading.units import UNSURE, AgencyName, Claimant, Mark, PlaceName, RaceName, Unit
from desk.reading.vocabulary import Form, Sense

_GAPS = ("fark", "farki", "makas")
"""A lead as the subject of what follows."""
_NOBODY = (Unit(Mark("."), 0, 0),)

_JOINTS = ("/", ",", "+", "&")
_WITH_HERS = ("iyla", "iyle", "uyla", "uyle")
_TOPICS = (Sense.TURNOUT, Sense.SHIFT)


class Binder:
    """Binds the sentences of one text, in their order."""

    def __init__(self, scope: Scope, gather: Gatherer, flow: Flow) -> None:
        self.scope, self.gather, self.flow = scope, gather, flow
        self.above = scope.here
        """What held before the line at hand."""

    def sentence(self, units: Sequence[Unit], prose: bool) -> None:
        """Read one sentence: each clause's verdict, roles, contenders and addresses."""
        found = clauses(units)
        verdicts = Verdicts(found, self.flow)
        held = self.scope.here, self.scope.place_doubt
        filed = len(self.gather.facts)
        topic = leading(units) or same_rate(units, self.flow) or self.flow.topic
        thread = Thread(topic=topic, both=told_by_both(units), open_lead=self.flow.open_lead)
        places, told = 0, partial(self.gather.since, self.flow.line)
        board = self.scope.here.agency == BOARD
        said = [] if board else sayers(found, units, self.flow.quoted)
        for at, clause in enumerate(found):
            bound = _Bound(self, clause, found[at + 1 : at + 4], verdicts.of(at), thread, prose)
            if not at and bound.strange_race():
                self.scope.drop_race()
            if not at and bound.of_the_city() and len({one.where.place for one in told()}) > 1:
                self.scope.doubt_place(clause.units[0])
            before = self.scope.here
            who = said[at] if said and clause.numbers else None
            self.scope.speaker = who if self.scope.sourced else None
            if who is not None and not self.scope.sourced:
                self.gather.said.append((who.start, who.end))
            places += bound.read()
            self.scope.speaker = None
            if clause.turned:
                # `fark 20.45'te 13,9 puandı, şu an 11,6`: the time of what was then.
                self.scope.here = self.scope.here._replace(time=before.time)
            if verdicts.of(at) is OTHER_ELECTION and clause.form is Form.EARLIER:
                # `2023'te AA yüzde 52,1 geçmişti; bu gece ...`: who told it then.
                self.scope.here = self.scope.here._replace(time=before.time, agency=before.agency)
        self._around(found, filed)
        named = [unit for unit in units if isinstance(unit.data, Claimant)]
        owned = bool(named) or any(fact.holder for fact in self.gather.facts[filed:])
        self.flow.parts = Counter() if owned else thread.parts or self.flow.parts
        self.flow.spoken = thread.subject if len(named) == 1 else None
        self.flow.listed, self.flow.open_lead = named, thread.open_lead
        if (both := thread.both) is not None and len(self.gather.facts) > filed:
            self.gather.doubt_source(self.gather.facts[filed:], both.start, both.end)
            self.scope.doubt_agency(both)
        self._leave(units, places, prose, held, filed)
        hours = [unit for unit in units if isinstance(unit.data, Number)]
        if len(self.gather.facts) == filed and (len(hours) > 1 or any(map(is_figure, hours))):
            self._spoken_aside(units, held[0])

    def _around(self, found: Sequence[Clause], filed: int) -> None:
        """`Yüzde 54,3 alan CHP Trabzon'da birinci`: the place of the clause around relative ones.

        Only where that one has no figures of its own, and no other place is named.
        """
        *inner, outer = found or [Clause([])]
        places = [unit for unit in outer.units if isinstance(unit.data, PlaceName)]
        apart = outer.numbers or not all(clause.relative for clause in inner)
        if apart or len(places) != 1 or places[0].case != "loc" or self.scope.place_doubt:
            return
        here = self.scope.here
        for at, fact in enumerate(self.gather.facts[filed:], filed):
            if fact.where.place is None and fact.where.doubt is None:
                where = fact.where._replace(place=here.place, province=here.province)
                where = where.with_span("place", places[0])._replace(elsewhere=here.elsewhere)
                self.gather.facts[at] = fact._replace(where=where)

    def _spoken_aside(self, units: Sequence[Unit], held: Address) -> None:
        """`Kalan sandıkların yüzde 26'sı Maltepe'de`: said, and nothing of it filed.

        Whether it moves what the headings above said nobody knows.
        """
        here, above = self.scope.here, self.above
        place, agency = held.place or above.place, held.agency or above.agency
        for unit in units:
            if isinstance(unit.data, PlaceName) and place not in (None, here.place):
                self.scope.doubt_place(unit)
            elif isinstance(unit.data, AgencyName) and agency not in (None, here.agency):
                self.scope.doubt_agency(unit)

    def _leave(
        self,
        units: Sequence[Unit],
        places: int,
        prose: bool,
        held: tuple[Address, Doubt | None],
        filed: int,
    ) -> None:
        """Settle which place holds for what follows: of several named nobody says which."""
        told_by = [fact.where.agency for fact in self.gather.facts[filed:] if fact.where.agency]
        for unit in units if len(set(told_by)) > 1 else ():
            if isinstance(unit.data, AgencyName):
                self.scope.doubt_agency(unit)
        named = [unit for unit in units if isinstance(unit.data, PlaceName)]
        parts = [unit for unit in named if _code(unit)]
        if parts:
            self.scope.come_back(*held)
            names = {one.data.entries[0].name for one in parts if isinstance(one.data, PlaceName)}
            told = [fact for fact in self.gather.facts[filed:] if fact.where.place in names]
            if told:
                self.scope.doubt_part(parts)
            if any(unit.fold == "uzere" for unit in units):
                # `yurt içinde 18, yurt dışında 1 olmak üzere toplam 19 milyon oy`
                self.gather.doubt(told, Code.Q310)
            named = [unit for unit in named if not _code(unit)]
            if not named or self.scope.place_doubt is not None:
                return
            self.scope.set_place(named[-1], False)
        if not any(isinstance(unit.data, Number) for unit in units):
            # `Konak'tan ayrılarak ilçe olan Karabağlar'da AK Parti birinci oldu.`
            named = [unit for unit in named if unit.case != "abl" or unit is named[-1]]
        several = len({one.data.names for one in named if isinstance(one.data, PlaceName)}) > 1
        # `Üsküdar'da yüzde 55'i bulan ..., İstanbul'daki en yüksek oranına`: which of the two?
        aside = several and named[-1].case in ("ki", "gen")
        unsure = places > 1 or (several and not places) or aside
        if prose and unsure and self.scope.here.place is not None:
            self.scope.doubt_place(named[-1])


def _tells_gap(unit: Unit, behind: Unit) -> bool:
    """`fark açıldı`, `arayı açtı`, `açık ara önde`: what follows may be the gap."""
    if unit.fold in ("ara", "arayi"):
        return behind.fold.startswith(("onde", "ac"))
    return unit.fold in _GAPS and unit.word(Sense.GAP)


def _suffix(unit: Unit) -> str:
    return unit.data.suffix if isinstance(unit.data, Number) else ""


def _code(unit: Unit) -> str:
    """Which part of the vote a place is, `abroad` or `inland`, if one."""
    return unit.data.entries[0].code if isinstance(unit.data, PlaceName) else ""


class _Bound(Denying, Owning, Siting):
    """One clause being read."""

    def __init__(
        self,
        binder: Binder,
        clause: Clause,
        rest: Sequence[Clause],
        verdict: FigureRole | None,
        thread: Thread,
        prose: bool,
    ) -> None:
        super().__init__(clause, binder.scope, binder.flow, rest, thread)
        self._gather, self._verdict, self._prose = binder.gather, verdict, prose

    def read(self) -> int:
        """Walk the clause: addresses hold from where they stand, figures go where they belong.

        Gives how many places had figures.
        """
        apart = self._of_other_figures() or with_votes(self._clause.units, self._thread.parts)
        roles = self._roles()
        if apart:
            roles = {at: WHOSE if role == LEAD else role for at, role in roles.items()}
        told = [role for role in roles.values() if role.part not in (Part.NOTHING, Part.CLOCK)]
        # `yüzde 40'tan yüzde 62'ye ulaştı`: one figure, and what it was before.
        self._thread.parts.update([role for role in told if role != CHANGE] or told)
        self._thread.changes = bool(roles) and all(role == CHANGE for role in roles.values())
        meant = self._meant(roles)
        self._tell_apart(roles)
        owners = self._owners(meant)
        self._let_go(owners, roles)
        spots, each = self._spots(roles), self._leaders(roles)
        for at, unit in enumerate(self._clause.units):
            self._enter(at, unit)
            role = roles.get(at)
            if role is not None and role.part is Part.CLOCK:
                self._tell_time(at, unit, roles)
            elif role is not None:
                self._emit(at, unit, role, owners.get(at), spots.get(at))
            if role == ROUGH:
                self._emit_roughly(at, unit, meant[at], owners.get(at), spots.get(at))
            if at in each:
                self._take_leader(each[at], self._where(spots.get(at)))
        if not each:
            self._lead(roles, spots)
        self._hand_on(owners)
        placed = (at for at in roles if at in spots and roles[at].part is not Part.CLOCK)
        return len({spots[at].start for at in placed})

    def _let_go(self, owners: dict[int, Unit | None], roles: dict[int, FigureRole]) -> None:
        """`Oğan 5,l7 AA %99,9`, `yüzde 39,1'iyle Kurum'un`: whose the nearest one's are not."""
        units = self._clause.units
        for at, owner in owners.items():
            if owner is None:
                continue
            behind = units[at + 1] if at + 1 < len(units) else owner
            with_her = isinstance(behind.data, Claimant) and behind.case == "gen"
            # `yüzde 46,2'yle Saraçoğlu'nun (yüzde 38,9) önünde`: hers stands behind her.
            with_her &= not any(unit.mark("(") for unit in units[at + 2 : at + 3])
            alone = is_summed(units, owner, at) or is_anothers_alone(units, owner, at)
            torn = alone or any(
                roles[one].code is Code.Q305 and owner.start < units[one].start < units[at].start
                for one in roles
            )
            if of_a_rival(units, owner, at):
                owners[at] = named_behind(units, owner, at)
            elif torn or (with_her and behind != owner and _suffix(units[at]).endswith(_WITH_HERS)):
                owners[at] = None

    def _hand_on(self, owners: dict[int, Unit | None]) -> None:
        """Leave to the next clause the one contender this one speaks of."""
        named = [unit for unit in self._clause.units if isinstance(unit.data, Claimant)]
        if len(named) == 1:
            self._thread.anybody = named[0]
        # `MHP'li başkana 66 bin 18 oy çıktı, oranı yüzde 34,6`: whose the figure was.
        had = [one for one in owners.values() if one is not None and len(self._holders) == 1]
        subject = self._own_subject() or self._last_begun() or next(iter(had), None)
        self._thread.subject = subject or self._thread.subject
        told = [*named[-1:], *([subject] if subject else ())]
        if any(has_another_part(self._clause.units, unit) for unit in told):
            self._thread.subject = self._thread.anybody = None
        self._thread.ahead = len(named) == 1 and self._passes()
        self._thread.far = len(named) > 0 and self._clause.units[-1].fold == "attigi"
        self._thread.goes_on = self._clause.form is Form.CONVERB
        if any(_tells_gap(*two) for two in itertools.pairwise([*self._clause.words, *_NOBODY])):
            held = self._thread.topic
            self._thread.topic = Sense.GAP if held is Sense.OPENED else held or Sense.GAP

    def _tell_time(self, at: int, unit: Unit, roles: dict[int, FigureRole]) -> None:
        number = unit.data
        assert isinstance(number, Number)
        alone = all(one.part is Part.CLOCK for one in roles.values())
        sourced = self._clause.form is Form.OBJECT and any(
            isinstance(one.data, AgencyName) for one in self._clause.units
        )
        sourced = sourced or sent_at(self._clause.units, at)
        # `ANKA'nın 20.40'ta aktardığı sonuçlara göre`: the source's own time.
        head, lone = self._clause.head, alone and self._clause.form is not None and not sourced
        if number.clock is None or (lone and not (head and is_its_own(head))):
            return
        units, judge = self._clause.units, of_before if self._clause.head else is_anothers
        if (alone and unit.case == "dat") or judge(units, at) or seen_later(units, at):
            # `Türel 21.00'e kadar öndeydi`
            return
        self._scope.set_time(number.clock, unit, sourced or self._sourced_before(at))

    # -- what each number is

    def _roles(self) -> dict[int, FigureRole]:
        roles: dict[int, FigureRole] = {}
        open_ones: list[int] = []
        lone = len(self._clause.units) == 1 and self._thread.anybody is not None
        for at in self._clause.numbers:
            view = View(self._clause, at, dict(roles), self._thread.topic, lone)
            role = role_of(view)
            if role is None:
                open_ones.append(at)
            else:
                roles[at] = role
            self._learn_topic(view, role)
        siblings = [self._clause.units[at].data for at in open_ones]
        numbers = [one for one in siblings if isinstance(one, Number)]
        for at in open_ones:
            view = View(self._clause, at, {}, self._thread.topic)
            roles[at] = holders_role(view, numbers, self._flow.kind)
        roles = dict(sorted(roles.items()))
        if self._clause.words or any(role.part is Part.ASKED for role in roles.values()):
            self._deny(roles)
        if self._clause.turned:
            # `2019'da yüzde 77, bu yıl ...`: what was then.
            return {at: left_by(role, Code.I307) for at, role in roles.items()}
        if self._verdict in (DATED, PARTIAL, WHOSE):
            assert self._verdict is not None
            doubtful = {Part.SHARE, Part.VOTES, Part.LEAD}
            if self._verdict is PARTIAL or self._flow.apart is WHOSE:
                doubtful |= {Part.OPENED, Part.OPENED_BOXES, Part.TOTAL_BOXES, Part.TURNOUT}
            return {
                at: self._verdict if role.part in doubtful else role for at, role in roles.items()
            }
        if self._verdict is not None:
            return {
                at: left_by(role, self._verdict.code or Code.I308) for at, role in roles.items()
            }
        beside = any(self._clause.units[at].case == "other" for at in self._holders)
        if beside and self._nominal() and self._thread.changes:
            # `... yüzde 3,1 arttı, Erdoğan'ınki yüzde 2,6`: the verb is said once.
            return {at: left_by(role, Code.I307) for at, role in roles.items()}
        if self._former():
            return {at: left_by(role, Code.I307) for at, role in roles.items()}
        return roles

    def _meant(self, roles: dict[int, FigureRole]) -> dict[int, FigureRole]:
        """What figures that are only told roughly are told of: `yaklaşık 7 puan`, `49'un üzeri`."""
        meant = dict(roles)
        for at in (at for at, role in roles.items() if role == ROUGH):
            view = View(self._clause, at, {one: roles[one] for one in roles if one < at})
            told = role_of(view, exactly=True) or (SHARE if view.number.is_share else ROUGH)
            fewer = any(one.fold in ("az", "eksik") for one in view.behind[1:3])
            meant[at] = LEAD if told == ROUGH and view.follows(Sense.POINT) and not fewer else told
        return meant

    def _learn_topic(self, view: View, role: FigureRole | None) -> None:
        key = view.key()
        if role == NOTHING and any(one.fold.startswith("sayisi") for one in view.before):
            self._thread.topic = Sense.THING
        then = self._clause.relative and self._verdict is OTHER_ELECTION
        if role in (LEAD, TOTAL_BOXES) and not then and self._thread.topic is not Sense.AHEAD:
            self._thread.topic = Sense.GAP if role == LEAD else Sense.BOX
        if role == OPENED_BOXES and self._thread.topic is None:
            self._thread.topic = Sense.BOX
        if role == OPENED and self._thread.topic is None:
            self._thread.topic = Sense.OPENED
        told = role is not None and role.part in (Part.TURNOUT, Part.LEFT)
        if told and key is not None and key[0] in _TOPICS:
            self._thread.topic = key[0]

    def _enter(self, at: int, unit: Unit) -> None:
        """An agency, a place, a contest, a time: what it names holds from here on."""
        data, scope, units = unit.data, self._scope, self._clause.units
        if isinstance(data, Mark | Number):
            return
        if isinstance(data, AgencyName) and not data.quoted and not self._spoken_of(at):
            moment = scope.here.time
            scope.set_agency(unit)
            if at_the_same_minute(units):
                scope.here = scope.here._replace(time=moment)
            if self._joint_source(at) or has_nothing(units, at) or unit is self._thread.both:
                scope.doubt_agency(unit)
        elif unit in self._flow.closed.values():
            return
        elif isinstance(data, PlaceName) and at in self._places and self._held_place(unit):
            alone = at + 1 >= len(units) or units[at + 1].mark(":-(|/,")
            first = self._flow.spot and unit is self._flow.first
            self._leave_city_race(at)
            scope.set_place(unit, heading=unit.case == "" and (alone or first))
            self._note_aside(at)
            named = unit.case == UNSURE or given_name_too(units[at:], scope.context)
            if named or self._joint_place(at):
                scope.doubt_place(unit)
        elif isinstance(data, RaceName) and not self.only_mentions(at):
            self._enter_race(at, unit)
        elif isinstance(data, Clock) and data.time is not None and self._tells_time(at):
            scope.set_time(data.time, unit, self._sourced_before(at))
        elif shifts_the_hour(units, at, scope.then):
            scope.here = scope.here._replace(time=None)
        elif self._strange_place(at) or is_quarter(units, at):
            scope.doubt_place(unit)

    def _passes(self) -> bool:
        """`CHP öne geçti`: whoever the clause speaks of is first."""
        pairs = itertools.pairwise(self._clause.units)
        return any(one.fold == "one" and two.word(Sense.PASS) for one, two in pairs)

    def _joint_source(self, at: int) -> bool:
        """`AA ve ANKA verilerine göre`, `AA/ANKA`: two sources of the same figures."""
        other = self._joined_before(at, "ve", "ile", *_JOINTS)
        return other is not None and isinstance(other.data, AgencyName) and not other.case

    def _joint_place(self, at: int) -> bool:
        """`Maltepe ve Kartal'da CHP yüzde 58,6 aldı`: of both, or of each as much."""
        units, numbers = self._clause.units, self._clause.numbers
        unit, before = units[at], units[at - 1]
        other = self._joined_before(at, "ve", "ile", "hem", "de", "da", "ne", *_JOINTS)
        other = before if at and before.case == "ins" else other
        if other is None or not isinstance(other.data, PlaceName):
            return False
        assert isinstance(unit.data, PlaceName)
        listed = before.sign in _JOINTS and (other.data.is_whole or unit.data.is_whole)
        both = before.fold == "hem" or other.case in ("", "ins") or other.case == unit.case == "loc"
        ahead = not numbers or numbers[0] > at
        return both and not listed and ahead and self._in_turn(numbers) is None

    # -- what comes of it

    def _emit(
        self, at: int, unit: Unit, role: FigureRole, owner: Unit | None, spot: Unit | None
    ) -> None:
        gather, number = self._gather, unit.data
        assert isinstance(number, Number)
        where, told = self._where(spot), gather.since(self._flow.line)
        if role.part is Part.LEFT and role.code is not None:
            gather.leave(role.code, unit.start, unit.end)
        elif role.part is Part.ASKED and role.code is not None:
            if self._worth_asking(unit, role):
                gather.ask(role.code, unit.start, unit.end, where)
        elif role.part in (Part.SHARE, Part.VOTES):
            self._result(unit, role, owner, where)
        elif role.part in FIELDS:
            self._field(unit, FIELDS[role.part], self._adrift(where, told))
        elif role.part is Part.LEAD and no_rivals(self._clause.units, self._thread.subject):
            gather.ask(Code.Q303, unit.start, unit.end, where)
        elif role.part is Part.LEAD:
            near = spot is not None or bool(self._places)
            for leader in self._named(""):
                where = self._where_she_stands(None if near else unit, leader, where)
            self._field(unit, self._lead_field(at), self._adrift(where, told))

    def _worth_asking(self, unit: Unit, role: FigureRole) -> bool:
        """A bare number with nothing of a result about it is no question."""
        named = any(
            isinstance(one.data, Claimant | PlaceName | AgencyName) for one in self._clause.units
        )
        number = unit.data
        assert isinstance(number, Number)
        told = number.percent or self._clause.has(
            Sense.OPENED,
            Sense.BOX,
            Sense.TURNOUT,
            Sense.GAP,
            Sense.VOTE,
            Sense.POINT,
            Sense.RATE,
        )
        here = self._scope.here
        # `AA, İBB:` above `22.10 → 50,5 / 40,7`
        held = sum(map(bool, (here.agency, here.race, here.place))) > 1
        follows = number.is_share and (held or self._thread.anybody is not None)
        return named or told or follows or role.code is Code.Q311

    def _emit_roughly(
        self, at: int, unit: Unit, meant: FigureRole, owner: Unit | None, spot: Unit | None
    ) -> None:
        """A figure told roughly, beside the question about it; it gives way to any other."""
        number, asked = unit.data, self._gather.asked[-1:]
        assert isinstance(number, Number)
        lead = self._lead_field(at)
        name = {**FIELDS, Part.SHARE: "pct", Part.LEAD: lead}.get(meant.part)
        if name is None or not (asked and asked[0].start == unit.start):
            return
        if meant.part is Part.SHARE and (owner is None or number.value > HUNDRED):
            return
        holder = owner if meant.part is Part.SHARE else None
        where, line = self._where(spot), self._flow.line
        span = unit.start, unit.end
        self._gather.take(
            Fact(name, number.value, *span, where, line, holder, self._prose, rough=True)
        )

    def _field(self, unit: Unit, name: str, where: Address) -> None:
        number = unit.data
        assert isinstance(number, Number)
        value = number.value
        if name in ("opened_pct", "turnout_pct") and value > HUNDRED:
            self._gather.ask(Code.Q304, unit.start, unit.end, where)
            return
        self._scope.spend()
        self._gather.take(
            Fact(
                name,
                value,
                unit.start,
                unit.end,
                where,
                self._flow.line,
                None,
                self._prose,
                corrects=number.corrects,
                old=number.old,
                contest=self._contest_of_people() if name.startswith("lead") else "",
            )
        )

    def _result(self, unit: Unit, role: FigureRole, owner: Unit | None, where: Address) -> None:
        number = unit.data
        assert isinstance(number, Number)
        at = self._clause.units.index(unit)
        hour = self._flow.hours and number.clock is not None
        if hour or (owner is not None and strangely_told(self._clause, at, owner)):
            # `Kurum: 22.15`, where all may be hours.
            owner = None
        if owner is None or (isinstance(owner.data, Claimant) and not owner.data.text):
            if self._worth_asking(unit, WHOSE):
                self._gather.ask(Code.Q303, unit.start, unit.end, where)
            return
        # `% 40, 3` below `Milletvekili dağılımı`: as likely a share and seats.
        parted = ", " in self._gather.clean.text[unit.start : unit.end]
        seats = parted and self._flow.topic is Sense.SEAT
        if seats or (role.part is Part.SHARE and number.value > HUNDRED):
            self._gather.ask(Code.Q305 if seats else Code.Q304, unit.start, unit.end, where)
            return
        where = self._where_she_stands(unit, owner, where)
        owner = for_what_stands_between(owner, unit, where)
        self._flow.kind, self._flow.last = role.part, owner
        self._scope.spend()
        name = "pct" if role.part is Part.SHARE else "votes"
        self._gather.take(
            Fact(
                name,
                number.value,
                unit.start,
                unit.end,
                where,
                self._flow.line,
                owner,
                self._prose,
                corrects=number.corrects,
                old=number.old,
            )
        )

    # -- who leads

    def _lead(self, roles: dict[int, FigureRole], spots: dict[int, Unit]) -> None:
        """Take the leader of a lead, with the address of the lead."""
        leads = [at for at, role in roles.items() if role.part is Part.LEAD]
        folds = self._clause.folds
        between = any(one.startswith("arasi") for one in folds) and "onde" not in folds
        losing = self._named("gen", "acc", "dat")
        leader = None if between else self._leader(leads, losing)
        if leader is not None and losing and losing[0] is not leader:
            self._thread.led = [leader, losing[0]]
        where = self._where(spots.get(leads[0])) if leads else self._thread.open_lead
        silent = len(leads) == 1 or not (leads or self._named(""))
        self._thread.open_lead = where if silent and leader is None else None
        if leader is None or where is None or (not leads and self._clause.numbers + self._places):
            return
        apart = {spots[at].start if at in spots else -1: spots.get(at) for at in leads}
        if max(len(self._places), len(leads)) > 1 and len(self._named("")) > 1:
            return  # leads of several places, and several who may lead: nobody knows where
        each = [self._where(spot) for spot in apart.values()] if len(apart) > 1 else [where]
        for address in each:
            self._take_leader(leader, address)

    def _take_leader(self, unit: Unit, where: Address) -> None:
        line = self._flow.line
        self._gather.take(Fact("leader", "", unit.start, unit.end, where, line, unit, self._prose))
