"""What holds at the present point of a text: agency, place, contest and time until the next.

What is not understood ends what was held: a doubt stands in its place, and figures met while one
stands are asked about, never filed.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import time
from typing import NamedTuple

from desk.facts.codes import Code
from desk.reading.lexicon import Context, Meaning
from desk.reading.normalise import Clean
from desk.reading.numbers import Clock
from desk.reading.questions.answers import Answers
from desk.reading.races import MAYOR
from desk.reading.shapes import ASKS, NOTHING, Asks
from desk.reading.units import INLAND, AgencyName, PlaceName, RaceName, Unit


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why figures cannot be filed here: the question, what it is about, the choices."""

    code: Code
    start: int
    end: int
    known: str = ""


class Address(NamedTuple):
    """A figure's address as far as the text has given it, with the fragments it came from.

    ``doubt`` says why nothing may be filed, ``also`` what is in doubt besides; ``elsewhere`` that
    the place is not in this election. ``stretch`` counts the contests named before.
    """

    agency: str | None = None
    place: str | None = None
    province: str = ""
    race: str = ""
    time: time | None = None
    block: int = 0
    stretch: int = 0
    doubt: Doubt | None = None
    also: Doubt | None = None
    elsewhere: bool = False
    spans: tuple[tuple[str, tuple[int, int]], ...] = ()

    def with_span(self, name: str, unit: Unit) -> Address:
        """The same with the fragment of one of its parts."""
        kept = tuple(pair for pair in self.spans if pair[0] != name)
        return self._replace(spans=(*kept, (name, (unit.start, unit.end))))

    def answered(self, answers: Answers, clean: Clean) -> Address:
        """The same with what the editor has answered to its doubts."""
        here = self
        while here.doubt is not None:
            doubt, asks = here.doubt, ASKS[here.doubt.code]
            answer = answers.of(asks, clean.span(doubt.start, doubt.end))
            if answer in (None, NOTHING):
                return here
            spans = (*here.spans, (asks.value, (doubt.start, doubt.end)))
            here = here._replace(doubt=here.also, also=None, spans=spans)
            if asks is Asks.PLACE:
                here = here._replace(place=answer, elsewhere=False)
            else:
                here = here._replace(agency=answer)
        return here

    @property
    def in_a_district(self) -> bool:
        """Whether it is of a place inside a province, and not of all of it."""
        return bool(self.province) and self.place != self.province

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two figures one bulletin's, apart from the contest."""
        return self.block, self.agency, self.place, self.province, self.time


@dataclass
class Scope:
    """The address that holds now; it walks along with the reader and every unknown empties it."""

    context: Context
    here: Address = field(default_factory=Address)
    province: str = ""
    agencies: set[str] = field(default_factory=set)
    agency_doubt: Doubt | None = None
    place_doubt: Doubt | None = None
    timed_by_agency: bool = False
    place_age: int = 0
    agency_age: int = 0
    race_age: int = 0
    sourced: bool = False
    """Whether the text names an agency anywhere."""
    speaker: Unit | None = None
    """Who says what is being read, where that is no agency: its figures are nobody's bulletin."""
    then: bool = False
    """Whether the sentence that is read tells what a figure was at an hour."""
    used: bool = False
    race_heads: bool = False
    in_figures: bool = False
    _title: Address = field(default_factory=Address)
    _strayed: set[str] = field(default_factory=set)
    _inline: set[str] = field(default_factory=set)
    _before: set[str] = field(default_factory=set)
    _above: bool = False
    _won: bool = False
    _paused: bool = False
    _spent: int = 0
    _since: int = 0
    _time_age: int = 0
    _steps: int = 0
    _tab: int = -1
    _tabs: frozenset[str] = frozenset()

    def address(self) -> Address:
        """What holds here, with what is in doubt about it."""
        here = self._held()
        if self.speaker is None or (here.doubt is not None and here.doubt.code is Code.Q307):
            return here
        said = Doubt(Code.Q307, self.speaker.start, self.speaker.end)
        return here._replace(agency=None, doubt=here.doubt or said, also=here.doubt and said)

    def _held(self) -> Address:
        """What a figure met now is filed under."""
        if self.place_doubt is None and self.agency_doubt is None and self.here.doubt is None:
            return self.here
        both = self.place_doubt and self.agency_doubt
        return self.here._replace(doubt=self.place_doubt or self.agency_doubt, also=both)

    @property
    def told_of_place(self) -> bool:
        """Whether figures of the place that holds were filed already."""
        return self._spent > self.place_age

    def leaves_district(self, told: bool = False, office: bool = False) -> bool:
        """Whether the city's contest, named now, may be told of the city: no other was said here.

        With `Bel. Bşk.`, `Meclis` said of the district the city's is the district's of it, too.
        ``told`` says that figures of the district stand before it, ``office`` that it is told like
        another office: `Üsküdar Belediye Başkanlığı: Dedetaş 49,8. İBB Başkanlığı: İmamoğlu 51,1`.
        """
        here = told or (self.here.in_a_district and (self.told_of_place or self._won))
        if not here or (self.agency_age > self.place_age and not self.used):
            # Another agency's block.
            return False
        spans = dict(self.here.spans)
        beside = spans.get("contest", (0, 0))[0] - spans.get("place", (0, 0))[1] == 1
        return not self.here.race or self._headed or (office and beside)

    @property
    def _headed(self) -> bool:
        """Whether a heading said the contest of the places below it."""
        return self.race_heads and self.race_age < self.place_age

    @property
    def holds_on(self) -> bool:
        """Whether what is read now goes on with the place: in its paragraph, and no list's."""
        return not (self._paused or self._headed)

    def spend_on_table(self) -> None:
        """A table's figures were filed: its heading was said of it."""
        self._steps += 1
        self._spent, self.in_figures = self._steps, False

    def spend(self) -> None:
        """A figure was filed: what was said before it was said of it."""
        self.used = True
        self._steps += 1
        self._spent = self._steps

    def pause(self) -> None:
        """An empty line: what was said among the figures above may be of them alone.

        A contest or a time named in a paragraph with figures is theirs as well.
        """
        self._paused = True
        for name, age in (("race", self.race_age), ("time", self._time_age)):
            if self._spent > self._since < age:
                self._inline.add(name)
        self._since = self._steps
        self._before = set(self._inline)

    def go_on(self) -> None:
        """A paragraph that is set against the one before: what was said there is said of it."""
        self._paused = False
        self._before = set()

    def begin_line(self, figures: bool = True) -> None:
        """Another line of figures: a contest said among those above is not of other places."""
        self.in_figures = figures
        self._above = bool(self.here.race) and not self.race_heads

    def _said(self, name: str) -> None:
        """Note whether a part of the address stands in a heading or among figures."""
        (self._inline.add if self.in_figures else self._inline.discard)(name)
        self._before.discard(name)

    def _part(self) -> None:
        """Another place behind an empty line: only what a heading said goes on."""
        self._drop(self._before)
        self._paused = False

    def another_source(self) -> None:
        """A paragraph with a source of its own: another bulletin than the one above."""
        self._drop(self._before & {"time", "race"})

    def _drop(self, names: AbstractSet[str]) -> None:
        gone = names & {"agency", "time", "race"}
        if "agency" in gone:
            self.here = self.here._replace(agency=None)
        if "time" in gone:
            self.here = self.here._replace(time=None)
        if "race" in gone:
            self.here = self.here._replace(race="")
            self.race_heads = False
        self._inline -= gone

    def drop_agency(self) -> None:
        """A line that names its own source behind its figures has none of those above."""
        self.here = self.here._replace(agency=None)
        self.agency_doubt = None

    def is_here(self, entries: Sequence[Meaning]) -> bool:
        """Whether a place's name means the place that holds now."""
        return any(entry.name == self.here.place for entry in entries)

    def drop_place(self) -> None:
        """A line that names its own place behind its figures has none of those above."""
        if self._paused:
            self._part()
        if self._above:
            self.drop_race()
        self.here = self.here._replace(place=None, province="", elsewhere=False)
        self.place_doubt = None

    def set_agency(self, unit: Unit) -> None:
        """An agency opens its block, or is the source of this sentence."""
        assert isinstance(unit.data, AgencyName)
        if self.speaker is not None and unit.start > self.speaker.start:
            # `Kampanyaya göre CHP 52,4, AA'ya göre 49,9`
            self.speaker = None
        self._steps += 1
        code = unit.data.code
        if code is None:
            if not unit.data.board or self.here.agency is not None:
                self.doubt_agency(unit)
            return
        if code != self.here.agency and self.here.agency is not None:
            if self.timed_by_agency:
                # A time given with one agency's figures is not the other's.
                self.here = self.here._replace(time=None)
            self.timed_by_agency = False
        elif (
            self.here.agency is None
            and self.used
            and (unit.case in ("loc", "ki") or "time" in self._inline)
        ):
            # `22.45'e kadar 870 sandık okundu. Döğücü'nün ANKA'daki oyu 41,2`
            self.here = self.here._replace(time=None)
        self._said("agency")
        if code != self._title.agency:
            self._strayed.add("agency")
        self.here = self.here._replace(agency=code).with_span("agency", unit)
        self.agencies.add(code)
        self.agency_doubt, self.used = None, False
        self.agency_age = self._steps

    def doubt_agency(self, unit: Unit) -> None:
        """Two agencies at once, or a source nobody knows: nothing is filed until the next."""
        if self.timed_by_agency:
            self.here = self.here._replace(time=None)
        self.here = self.here._replace(agency=None)
        self.agency_doubt = Doubt(Code.Q307, unit.start, unit.end)

    def set_place(self, unit: Unit, heading: bool) -> None:
        """A place holds from here on. A name that two provinces share is settled or asked about."""
        assert isinstance(unit.data, PlaceName)
        self._steps += 1
        again = self.is_here(unit.data.entries)
        if self.used and self.agency_age > self.place_age > 0 and not again:
            self._leave_agency(unit, heading)
        if heading and self.race_age < self._steps - 1 and not self.race_heads:
            self.here = self.here._replace(race="")
        self.place_age, self._won = self._steps, unit.case == "acc"
        entry = self.choose(unit.data)
        if self._paused and entry is not None and entry.name != self.here.place:
            self._part()
        if self._above and entry is not None and entry.name != self.here.place:
            self.drop_race()
        election = self.context.election
        whole = self.here.race == MAYOR and entry is not None and not entry.province
        if whole and election is not None and len(election.provinces) == 1:
            # In a night of one city a district's mayor is not the whole city's.
            self.drop_race()
        if entry is not None and entry.code == INLAND and self._lacks([entry.name]):
            self.doubt_place(unit, Code.Q310, f"{entry.name}, Türkiye")
            return
        if entry is None:
            self.doubt_place(unit, Code.Q306, self.unsettled(unit).known)
            return
        if (
            unit.data.plain
            and not heading
            and not unit.case
            and self.province not in ("", entry.province, entry.name)
        ):
            self.doubt_place(unit)
            return
        if not entry.code:
            self.province = entry.province or entry.name
        self.place_doubt = None
        if self._title.place not in (entry.name, entry.province):
            self._strayed.add("place")
        elsewhere = bool(self.context.places) and entry.name not in self.context.places
        self.here = self.here._replace(
            place=entry.name, province=entry.province, elsewhere=elsewhere
        ).with_span("place", unit)

    def unsettled(self, unit: Unit) -> Doubt:
        """A name that two provinces share, with the places it may mean."""
        assert isinstance(unit.data, PlaceName)
        known = sorted(
            one.name if one.name in self.context.places else f"{one.name} ({one.province})"
            for one in unit.data.entries
        )
        return Doubt(Code.Q306, unit.start, unit.end, ", ".join(known))

    def choose(self, place: PlaceName) -> Meaning | None:
        """The one place a name can mean here, or None."""
        if len(place.entries) == 1:
            return place.entries[0]
        near = [
            entry for entry in place.entries if entry.province == self.province and self.province
        ]
        alone = [entry for entry in place.entries if not entry.province]
        if len(near) == 1:
            return near[0]
        return alone[0] if len(alone) == 1 and not near else None

    def _leave_agency(self, unit: Unit, heading: bool) -> None:
        """The agency was named inside the place before: it is not known to go on in the next.

        A new heading starts without one; in running text the only agency of a text goes on, and
        of several nobody knows which.
        """
        if heading:
            self.here = self.here._replace(agency=None)
            self.agency_doubt = None
        elif len(self.agencies) > 1:
            self.doubt_agency(unit)

    def doubt_place(self, unit: Unit, code: Code = Code.Q310, known: str = "") -> None:
        """It is not certain which place is meant: nothing is filed until the next."""
        self.here = self.here._replace(place=None, province="", elsewhere=False)
        self.place_doubt = Doubt(code, unit.start, unit.end, known)

    def doubt_part(self, parts: Sequence[Unit]) -> None:
        """`Yurt dışında ...`: figures behind its sentence may be its, or all the country's.

        Without a night they are not *yurt içi*'s: that is looked at when all of them are known.
        """
        entries = [one.data.entries[0] for one in parts if isinstance(one.data, PlaceName)]
        inland = any(entry.code == INLAND for entry in entries)
        sure = inland and (not self.context.places or self._lacks([entries[-1].name]))
        if self.place_doubt is None and not sure:
            self.doubt_place(parts[-1], known=f"{entries[-1].name}, Türkiye")

    def _lacks(self, names: Sequence[str]) -> bool:
        """Whether the night has places, and not all of these."""
        return bool(self.context.places) and not self.context.places.issuperset(names)

    def set_time(self, moment: time, unit: Unit, with_agency: bool) -> None:
        """A time holds for the block, or only for the agency it was given with."""
        self._steps += 1
        self._said("time")
        self._time_age = self._steps
        self.here = self.here._replace(time=moment).with_span("time", unit)
        self.timed_by_agency = with_agency

    def time_by_agency(self, units: Sequence[Unit]) -> None:
        """`22.50 ANKA: …`, `AA 22.19`: where the hour that holds was told with its one agency."""
        agencies = {unit.data.code for unit in units if isinstance(unit.data, AgencyName)}
        hours = {unit.data.time for unit in units if isinstance(unit.data, Clock)}
        if hours == {self.here.time} and agencies == {self.here.agency}:
            self.timed_by_agency = True

    def set_race(self, unit: Unit, heads_list: bool = False) -> None:
        """A contest holds from here on; one that heads a list of places holds for all of them."""
        assert isinstance(unit.data, RaceName)
        self._steps += 1
        self._said("race")
        self._above = False
        here = self.here._replace(race=unit.data.race, stretch=self.here.stretch + 1)
        self.here = here.with_span("contest", unit)
        self.race_age, self.race_heads = self._steps, heads_list

    def head_race(self, unit: Unit | None, several: bool, alone: bool, heads_list: bool) -> None:
        """A heading names a contest; one that names several says of none.

        `Büyükşehir`, `Belediye`, `Meclis` one a line are a page's tabs as well.
        """
        tabs = self._tabs if alone and self._tab == self._steps else frozenset[str]()
        if unit is not None:
            self.set_race(unit, heads_list)
        self._tabs, self._tab = tabs | {self.here.race}, self._steps if alone else -1
        if several or (alone and len(self._tabs) > 1):
            self.drop_race()

    def drop_race(self) -> None:
        """A person of another contest, a new block: the contest is no longer said."""
        self.here = self.here._replace(race="")
        self.race_heads = self._above = False

    def come_back(self, here: Address, doubt: Doubt | None) -> None:
        """Return to the place that held before."""
        self.here = self.here._replace(place=here.place, province=here.province)
        self.place_doubt = doubt

    def entitle(self, units: Sequence[Unit]) -> None:
        """A heading above timed entries: its agency and place hold where an entry names none."""
        named = {type(unit.data) for unit in units} & {AgencyName, PlaceName}
        if not named:
            return
        here = self.here
        agency = here.agency if AgencyName in named else None
        place = here.place if PlaceName in named and not here.elsewhere else None
        kept = {"agency": agency, "place": place}
        spans = tuple(pair for pair in here.spans if kept.get(pair[0]))
        self._title = Address(agency, place, here.province if place else "", spans=spans)
        self._strayed = set()

    def new_block(self) -> None:
        """A liveblog's next entry: nothing of the one before holds, but what the title names."""
        self.here = self._title._replace(block=self.here.block + 1)
        self.agency_doubt = self.place_doubt = None
        self.place_age = self.agency_age = self.race_age = self._time_age = 0
        self.timed_by_agency = self.used = self.race_heads = False
        for name, (start, end) in self._title.spans:
            # An entry had another: which is the next one's nobody says.
            if name not in self._strayed:
                continue
            if name == "agency":
                self.here = self.here._replace(agency=None)
                self.agency_doubt = Doubt(Code.Q307, start, end)
            else:
                self.here = self.here._replace(place=None, province="")
                self.place_doubt = Doubt(Code.Q310, start, end)


class Quotation:
    """Follows what somebody says through a line: behind it nobody knows which place is meant.

    The place spoken of inside is as likely the next figure's as the one named outside.
    """

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._open = False
        self._outside = scope.here.place is not None
        self._inside: Unit | None = None

    def passes(self, sentence: Sequence[Unit]) -> None:
        """Look at a sentence before it is read."""
        last = max(
            (at for at, one in enumerate(sentence) if isinstance(one.data, PlaceName)), default=-1
        )
        for at, unit in enumerate(sentence):
            if unit.mark('"'):
                self._open = not self._open
                if not self._open:
                    self._closes(last > at)
            elif isinstance(unit.data, PlaceName):
                self._inside = unit if self._open else self._inside
                self._outside |= not self._open

    def _closes(self, told: bool) -> None:
        """Behind its closing mark; ``told`` says that the sentence names a place further on."""
        if self._inside is not None and self._outside and not told:
            self._scope.doubt_place(self._inside)
        self._inside = None
