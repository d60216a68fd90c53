"""Where and of which contest the figures of a clause are, and what it leaves to hold.

A place stands before its figures, beside them (`yüzde 55,4 ile Bağcılar'da`), or behind them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, pairwise

from desk.facts.codes import Code
from desk.reading.binding.strangers import Strangers
from desk.reading.drafts import Fact
from desk.reading.grammar import rivals
from desk.reading.grammar.asides import (
    is_added,
    is_news,
    is_scene,
    of_the_country,
    told_aside,
)
from desk.reading.grammar.clocks import is_anothers, sent_at
from desk.reading.grammar.roles import LEAD, NO_VOTES, NOTHING, FigureRole, Part
from desk.reading.grammar.speech import only_credits
from desk.reading.grammar.strange import is_quarter
from desk.reading.names.joining import is_in_question, is_origin, of_the_city
from desk.reading.numbers import Number, Other
from desk.reading.races import COUNCIL, MAYOR, METRO
from desk.reading.scope import Address, Doubt
from desk.reading.units import (
    UNSURE,
    AgencyName,
    Claimant,
    Mark,
    PlaceName,
    RaceName,
    Unit,
    Word,
)
from desk.reading.vocabulary import Form, Sense

_ALL_THE_CITY = ("kentte", "sehirde", "toplamda", "genelde")
"""`Güngören'de Demir kutluyor, Kurum kentte 39,8`: where the figure is from, whatever was told."""
_CITIES = ("baskentin", "sehrin", "kentin", "ilin")
_THERE = ("ilce", "ayni", "burada", "orada", "buradan", "oradan")
"""`aynı sandıklardan büyükşehir için`, `İBB'de ilçeden Kurum'a`: still the place told of."""
_UNTOLD = ("ilcede", "ilcedeki", "burada", "buradaki", "orada")
_COMPARING = ("farkli", "ayri", "fazla", "az", "yuksek", "dusuk", "iyi", "kotu")


class Siting(Strangers):
    """Finds the place, the contest and the source of each figure."""

    def _spots(self, roles: dict[int, FigureRole]) -> dict[int, Unit]:
        """The place a value stands with, where it is not simply the last one named before it."""
        units = self._clause.units
        values = [
            at
            for at, role in roles.items()
            if role.part not in (Part.NOTHING, Part.CLOCK, Part.LEFT)
        ]
        closed = self._flow.closed
        spots = {at: closed[units[at].start] for at in values if units[at].start in closed}
        if self._places and (zipped := self._in_turn(values)) is not None:
            return {at: units[place] for at, place in zipped.items()}
        for at in values:
            held = roles[at].part in (Part.SHARE, Part.VOTES)
            if at not in spots and (place := self._spot(at, values, held)) is not None:
                spots[at] = units[place]
        return spots

    def _spot(self, at: int, values: Sequence[int], held: bool) -> int | None:
        """The place of one value: beside it, the last before it, or one that closes its group."""
        beside = self._beside(at)
        if beside is not None or not self._places:
            return beside
        low, high = self._bounds(at)
        left = max((one for one in self._places if one < at), default=None)
        right = min((one for one in self._places if one > at), default=None)
        between = () if left is None else range(left + 1, at)
        if any(self._is_away(one) for one in between):
            # A place nobody knows stands between, or the whole city: it is not the known one's.
            return None
        closes = (
            right is not None and right < high and not any(right < one < high for one in values)
        )
        if left is not None and (not closes or left >= low):
            return left
        # `İBB'de açılan sandık yüzde 91, Üsküdar'da ... yüzde 97`: each has its own.
        named = any(isinstance(one.data, RaceName) for one in self._clause.units[low:at])
        own = (held or named) and right is not None and self._has_own(right, values)
        if right is None or self._begins(right) or own:
            return None
        head = self._clause.head
        lone = len(self._places) == 1 and not (head is not None and isinstance(head.data, Claimant))
        # `KADIKÖY CHP'DE KALDI • KÖSEDAĞI 69,0 • BEŞİKTAŞ`: the next entry's.
        lone = lone and not (self._clause.units[0].mark("•") and self._scope.here.place)
        told = self._clause.units[right].case in ("loc", "abl")
        return right if closes or lone or told else None

    def _is_away(self, at: int) -> bool:
        """Whether what stands behind a unit is not of the place before it."""
        strange = self._strange_place(at) or is_quarter(self._clause.units, at)
        return strange or self._in_a_row(at) or self._leaves_district(at)

    def _has_own(self, place: int, values: Sequence[int]) -> bool:
        """`AKP 40,9 - Düzce'de CHP 51,2`: whether a place has a value in its own group."""
        _, high = self._bounds(place)
        return any(place < one < high for one in values)

    def _begins(self, at: int) -> bool:
        """`Açılan %100 Yurt dışı: 4.969`, `/ Bolu CHP 55,6`: a place of what follows alone."""
        units = self._clause.units
        after = units[at + 1] if at + 1 < len(units) else None
        named = after is not None and isinstance(after.data, Claimant) and not units[at].case
        beyond = units[at + 2].data if at + 2 < len(units) else None
        dashed = after is not None and after.mark("-") and isinstance(beyond, Claimant)
        # `Sandık %97,1 / CHP 51,0 / Üsküdar / CHP 48,9`
        dashed |= bool(at) and units[at - 1].mark("/|") and after is not None and after.mark("/|")
        # `• İSTANBUL 15°`
        own = after is not None and (after.mark(":") or isinstance(after.data, Other))
        return bool(at) and (own or named or dashed)

    def _beside(self, at: int) -> int | None:
        """`yüzde 55,4 ile Bağcılar'da`, `Pendik (187 bin 155)`: the place right beside."""
        units = self._clause.units
        after = at + 1
        if units[at].case == "ins" and after < len(units) and after in self._places:
            return after
        bracketed = at >= 2 and units[at - 1].mark("(")
        return at - 2 if bracketed and isinstance(units[at - 2].data, PlaceName) else None

    def _heads_a_list(self) -> bool:
        """Whether a colon stands behind the clause: it is of what follows."""
        return bool(self._rest) and self._rest[0].units[0].mark(":")

    def _spoken_of(self, at: int) -> bool:
        """`Anadolu Ajansı işini yapmıyor`: an agency that does something else than report."""
        clause, agency = self._clause, self._clause.units[at]
        if only_credits(clause.units, agency):
            return False
        if not self._heads_a_list() and is_news(clause, at):
            return True
        if clause.numbers or agency.case:
            return False
        strange = [
            one
            for one in clause.units[at + 1 :]
            if isinstance(one.data, Word) and not one.data.senses
        ]
        if clause.form is None and not strange:
            return False
        after = clause.units[at + 1] if at + 1 < len(clause.units) else None
        told = clause.predicate & {Sense.SHOW, Sense.SAY, Sense.PASS, Sense.OPENED}
        return not told and not (after is not None and after.mark(":-(|,"))

    def _tells_time(self, at: int) -> bool:
        """A time of figures, not of a speech or a deadline: `17.00'ye kadar`."""
        units = self._clause.units
        unit = units[at]
        after = units[at + 1].fold if at + 1 < len(units) else ""
        if is_anothers(units, at):
            return False
        if sent_at(units, at):
            return True
        # `saat 21.00'e kadar öndeydi`
        led = unit.case == "dat" and any(one.word(Sense.AHEAD) for one in units[at + 2 : at + 3])
        counted = self._clause.numbers or after.startswith("itibar") or unit.case == ""
        return bool(counted) and not led

    def _sourced_before(self, at: int) -> bool:
        """Whether an hour stands behind an agency, and is only its own."""
        return any(isinstance(unit.data, AgencyName) for unit in self._clause.units[:at])

    def only_mentions(self, at: int) -> bool:
        """`büyükşehir pusulaları bitti.`, `meclis oyları başkanlıktan farklı dağıldı: …`.

        How far one contest is, what another is compared with, where somebody waits for one: none
        is the contest of what follows.
        """
        clause, units = self._clause, self._clause.units
        after = units[at + 1] if at + 1 < len(units) else None
        compared = after is not None and after.fold in _COMPARING
        if compared and any(isinstance(unit.data, RaceName) for unit in units[:at]):
            return True
        if clause.numbers or any(unit.mark(":") for unit in units):
            return False
        ballots = after is not None and after.fold.startswith("pusula")
        return ballots or (not self._heads_a_list() and is_scene(clause, at))

    def names_all(self) -> bool:
        """`AA 21.35 İstanbul ilçe belediye başkanlıkları`: no place is named, or all of them."""
        places = (self._clause.units[at].data for at in self._places)
        return all(isinstance(one, PlaceName) and one.is_whole for one in places)

    def _heads_places(self, at: int) -> bool:
        """`BELEDİYE BAŞKANLIĞI ◆ BAKIRKÖY: … ◆ KADIKÖY: …`: said once, for all of them."""
        units = self._clause.units
        behind = units[at + 1 : at + 3]
        parted = len(behind) > 1 and isinstance(behind[0].data, Mark) and not behind[0].mark(",;(")
        return not at and parted and isinstance(behind[1].data, PlaceName)

    def of_the_city(self) -> bool:
        """`Seyhan'da ..., Sarıçam'da .... Büyükşehirde Karalar yüzde 46,6`: of the last, or of all?

        Without a night's districts only: with one, a district's figures of it are told so.
        """
        metro = self._clause.units[0].race(METRO) and not self._places
        return metro and self._scope.here.in_a_district and self._scope.context.is_national

    def _held_place(self, unit: Unit) -> bool:
        """Whether a place is told about, not only where somebody was."""
        folds = [one.fold for one in self._clause.units]
        voted = any(fold.startswith("kullan") for fold in folds)
        spoke = any(
            fold.startswith(("konus", "izliyor")) and not fold.startswith("konusul")
            for fold in folds
        )
        # `Van'da sandık konuştu: …`
        spoke = spoke and not any(fold.startswith(("sandik", "secmen")) for fold in folds)
        if not (voted or spoke) or self._clause.numbers or not unit.case:
            return True
        self._flow.passed = unit if spoke else self._flow.passed
        return False

    def _enter_race(self, at: int, unit: Unit) -> None:
        """A contest holds from here on; several joined are none."""
        heads = (not self._holders and self.names_all()) or self._heads_places(at)
        if self._in_a_row(at):
            self._scope.drop_place()
        leaves = self._leaves_district(at)
        self._scope.set_race(unit, heads_list=heads)
        if self._joint_race(at) or is_in_question(self._clause.units, at):
            self._scope.drop_race()
        if self._turns_to(at) or leaves:
            self._scope.doubt_place(unit)

    def _leaves_district(self, at: int) -> bool:
        """`Kartal'da Yüksel 54,7. İBB'de İmamoğlu 51,1`: Kartal's share of it, or the city's?"""
        clause = self._clause
        before = [one for one in self._places if one < at]
        if not clause.units[at].race(METRO) or len(before) < len(self._places):
            return False
        if before:
            told = any(_is_told(one) for one in clause.units[before[-1] : at])
            named = any(isinstance(one.data, RaceName) for one in clause.units[:at])
            place = clause.units[before[-1]].data
            entry = self._scope.choose(place) if isinstance(place, PlaceName) else None
            if named or not told or entry is None or not entry.province:
                return False
        keyed = any(one.mark(":") for one in clause.units[at + 1 : at + 2])
        if not self._scope.leaves_district(bool(before), keyed):
            return False
        behind = clause.units[at + 1].data if at + 1 < len(clause.units) else None
        label = at < 2 and isinstance(behind, Mark) and not clause.units[at + 1].mark(",;(")
        first = clause.units[0].start == (self._flow.first.start if self._flow.first else -1)
        ahead = [one for part in (clause, *self._rest) for one in part.units]
        there = any(one.fold.startswith(_THERE) or one.race(MAYOR, COUNCIL) for one in ahead)
        # `Kadıköy'de sandıkların yüzde 90'ı açıldığında büyükşehir için ...`, `...: büyükşehirde`
        led = self._led in (Form.OBJECT, Form.CONVERB, Form.IF)
        led |= at > 0 and clause.units[at - 1].mark(":-")
        return not (label and first and self._scope.holds_on) and not there and not led

    def _in_a_row(self, at: int) -> bool:
        """`CHP Üsküdar 49,8, Kartal 54,6, İBB 50,4`: the city itself, told like its districts."""
        units = self._clause.units
        before = [one for one in self._places if one < at]
        if len(before) < 2 or not units[at].race(METRO):
            return False
        alike = all(units[one].case == units[at].case for one in before)
        ends = [*before[1:], at]
        return alike and all(
            any(isinstance(one.data, Number) for one in units[first:end])
            for first, end in zip(before, ends, strict=True)
        )

    def _turns_to(self, at: int) -> bool:
        """`Asıl yarış büyükşehirde: …`, `Gözler İBB'de.`: the city's, or the district's of it?"""
        units = self._clause.units
        city = units[at].race(METRO) and self._scope.here.in_a_district
        if not city or self._places or units[at].case not in ("", "loc", "ki"):
            return False
        before = [one.fold for one in units[:at] if isinstance(one.data, Word)]
        told = bool(before) and not any(fold.startswith("ilce") for fold in before)
        behind = next((one for one in units[at + 1 :] if not isinstance(one.data, Word)), None)
        return told and (behind is None or behind.mark(":"))

    def _leave_city_race(self, at: int) -> None:
        """`CHP İBB'yi 50,4, Üsküdar'ı 49,8 ile aldı`: a town won is its own office.

        The city's contest said before is not its, unless this clause names it otherwise.
        """
        units = self._clause.units
        if self._scope.here.race != METRO:
            return
        named = [one for one in units[:at] if isinstance(one.data, RaceName)]
        # `İBB'yi kaybeden AK Parti Fatih'te 47,1`
        lost = bool(named) and any(_is_told(one) for one in units[:at])
        if (units[at].case == "acc" or lost) and all(one.case == "acc" for one in named):
            self._scope.drop_race()

    def _joint_race(self, at: int) -> bool:
        """`il genel meclisi + büyükşehir meclisi`, `başkanlık ve mecliste`: of both, of neither."""
        other = self._joined_before(at, "ve", "ile", "+", "&")
        return other is not None and isinstance(other.data, RaceName)

    def _late_race(self, where: Address) -> Address:
        """`57.214 ile CHP, ...: Beyoğlu Belediye Meclisi oyları`: the contest stands behind."""
        units = self._clause.units
        races = [at for at, unit in enumerate(units) if isinstance(unit.data, RaceName)]
        if len(races) != 1 or not self._clause.numbers or races[0] < self._clause.numbers[-1]:
            return where
        race = units[races[0]]
        assert isinstance(race.data, RaceName)
        return where._replace(race=race.data.race).with_span("contest", race)

    def _at_place(self, where: Address, unit: Unit) -> Address:
        """An address moved to a place named beside the figure."""
        assert isinstance(unit.data, PlaceName)
        entry = self._scope.choose(unit.data)
        if unit.case == UNSURE and (entry is None or entry.name != where.place):
            asked = Doubt(Code.Q310, unit.start, unit.end)
            return where._replace(place=None, province="", doubt=asked, elsewhere=False)
        if entry is None:
            unsettled = self._scope.unsettled(unit)
            return where._replace(place=None, province="", doubt=unsettled, elsewhere=False)
        if where.place == entry.name and where.province == entry.province:
            return where
        if where.doubt is not None and (
            where.doubt.start == unit.start or (entry.code and where.doubt.known)
        ):
            return where
        elsewhere = (
            bool(self._scope.context.places) and entry.name not in self._scope.context.places
        )
        doubt = self._scope.agency_doubt
        return where._replace(
            place=entry.name,
            province=entry.province,
            elsewhere=elsewhere,
            doubt=doubt,
        ).with_span("place", unit)

    def _where_she_stands(self, unit: Unit | None, owner: Unit, where: Address) -> Address:
        """`CHP'nin Şile adayı ... 49,3, AKP'nin adayı ... 39,5`: the others are Şile's too."""
        told = dict(where.spans).get("place", (0, 0))[0]
        if not where.race and where.in_a_district and rivals.runs_for_mayor(owner):
            where = where._replace(race=MAYOR).with_span("contest", owner)
        # `Balıkesir adayı İsmail Ok, Bandırma'da oyların yüzde 53,2'sini aldı`
        # `DEM Parti'nin İstanbul adayı Beştaş yüzde 5,9'la Sultanbeyli'de üçüncü`
        placed = unit is None or owner.end < told or self._closed(unit)
        if placed or not (isinstance(owner.data, Claimant) and owner.data.hint):
            return self._apart_from(owner, where)
        place = replace(owner, data=PlaceName(owner.data.hint), case="loc")
        where = self._at_place(where, place)
        if where.place != self._scope.here.place and self._scope.place_doubt is None:
            self._scope.set_place(place, heading=False)
        return where

    def _closed(self, unit: Unit) -> bool:
        """Whether the place behind its run of figures is known."""
        return unit.start in self._flow.closed

    def _tell_apart(self, roles: dict[int, FigureRole]) -> None:
        """`2 kişi gözaltına alındı` has no number of the count; `61 bin 402 seçmen` is its own."""
        if not self._clause.has(Sense.VOTE, Sense.CAST, Sense.TURNOUT, Sense.COUNT):
            figures = [at for at in roles if roles[at] not in (NO_VOTES, NOTHING)]
            self._told = self._clause.telling(figures)

    def _note_aside(self, at: int) -> None:
        """Remember a place that is told of something else than the count."""
        # Without a night a country's candidate is told of by places: only news is doubted.
        plain = self._told.numbers and self._scope.context.is_national
        plain = plain and not self._tells_origin()
        told = not (self._heads_a_list() or plain) and told_aside(self._told, at)
        if told or is_added(self._told.units, at):
            self._flow.aside.add(self._clause.units[at].start)

    def _apart_from(self, owner: Unit, where: Address) -> Address:
        """`Üsküdar'da kutlama başladı. İmamoğlu 49,6`: of the whole city, or of Üsküdar?"""
        units, passed = self._clause.units, self._flow.passed
        if where.place is None and where.doubt is None and passed is not None:
            # `Maltepe'de Köymen konuştu. CHP'nin oyu 59,06`: there, most likely.
            anywhere = of_the_city(owner) or of_the_country(owner)
            doubt = Doubt(Code.Q310, passed.start, passed.end)
            return where if anywhere else where._replace(doubt=doubt)
        told = dict(where.spans).get("place", (0, 0))
        if where.place is None and where.doubt is None and (there := self._untold(owner)):
            return where._replace(doubt=Doubt(Code.Q310, there.start, there.end))
        if self._is_of_the_city(owner, where):
            return where._replace(doubt=Doubt(Code.Q310, *told))
        district, aside = where.in_a_district, told[0] in self._flow.aside
        if where.doubt is not None or not (district or aside):
            return where
        again = any(
            (one.fold == "ilce" and two.fold.startswith("toplam"))
            or (two.fold.startswith("ilcede") and not isinstance(one.data, Number))
            for one, two in pairwise(units)
        )
        whole = next((two for one, two in pairwise(units) if _says_all(one, two)), None)
        if self._scope.context.is_national:
            known = where.place not in (None, "Türkiye") and of_the_country(owner)
            wider = known and (told[0] < units[0].start or self._tells_origin())
        else:
            wider = district and (where.race == METRO or of_the_city(owner))
        if again or not ((district and whole) or (aside and wider)):
            return where
        if whole and wider and not self._scope.context.is_national:
            # `Ümraniye'de Yıldız 43,2; kent genelinde İmamoğlu 50,9`
            return where._replace(place=where.province, province="").with_span("place", whole)
        return where._replace(doubt=Doubt(Code.Q310, *told))

    @cached_property
    def _mayors(self) -> bool:
        """Whether some were told of before this clause who stand in a district."""
        told = (unit.data for unit in chain(self._flow.listed, self._before))
        return any(one.place for who in told if isinstance(who, Claimant) for one in who.people)

    def _untold(self, owner: Unit) -> Unit | None:
        """`Dedetaş 49,8, İmamoğlu ilçede 51,4`: in hers, which is not named."""
        if not self._mayors:
            return None
        pairs = pairwise([owner, *self._clause.units])
        ends = (two for one, two in pairs if not isinstance(one.data, Number))
        return next((one for one in ends if one.fold in _UNTOLD), None)

    def _is_of_the_city(self, owner: Unit, where: Address) -> bool:
        """`Pendik'te Cin 45,1. AK Parti'nin İBB adayı Kurum 39,6`: in Pendik, or in all?"""
        said = isinstance(owner.data, Claimant) and owner.data.race == METRO
        # `Fatih'te fark 500 oy. İmamoğlu 51,1, Kurum 39,6`
        # `Beykoz'da Köseler 45,8. İmamoğlu ise 51,1 ile önde`
        said |= not where.race and (self._mayors or LEAD in self._flow.parts) and of_the_city(owner)
        if not said or self._places or where.doubt is not None or not where.in_a_district:
            return False
        there = any(one.fold.startswith(_THERE) for one in self._clause.units)
        there = there or any(of_the_city(one) for one in chain(self._flow.listed, self._before))
        return not there and self._scope.leaves_district()

    def _adrift(self, where: Address, told: Iterable[Fact]) -> Address:
        """`İmamoğlu 50,9. Bağcılar'da kavga çıktı. Fark 10,8 puan.`: there, or where she was?

        ``told`` are the line's figures before it.
        """
        start, end = dict(where.spans).get("place", (0, 0))
        here = start >= self._clause.units[0].start or start not in self._flow.aside
        if where.doubt or here or all(fact.where.place == where.place for fact in told):
            return where
        return where._replace(doubt=Doubt(Code.Q310, start, end))

    def _tells_origin(self) -> bool:
        return any(is_origin(unit) for unit in self._clause.words)

    def _where(self, spot: Unit | None) -> Address:
        where = self._scope.address()
        head = self._clause.head
        if spot is None and head is not None and isinstance(head.data, PlaceName):
            spot = head
        return self._late_race(where if spot is None else self._at_place(where, spot))


def _says_all(one: Unit, two: Unit) -> bool:
    """`kentte`, `kent genelinde`, `toplam oyu`, `ilin tamamında`"""
    return (
        two.fold.startswith(_ALL_THE_CITY)
        or (two.fold.startswith("genelinde") and one.fold != "ilce")
        or (one.fold == "toplam" and two.fold in ("oyu", "oylari"))
        or (one.fold.startswith(_CITIES) and two.fold.startswith("tamami"))
    )


def _is_told(unit: Unit) -> bool:
    """A figure, a town won (`Üsküdar'ı`), or who won or held it (`koruyan`, `kazanan`)."""
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    won = isinstance(unit.data, PlaceName) and unit.case == "acc"
    does = verb is not None and verb.form is Form.SUBJECT
    return won or does or (isinstance(unit.data, Number) and unit.data.clock is None)


def for_what_stands_between(owner: Unit, unit: Unit, where: Address) -> Unit:
    """`CHP bld. bşk.'nda yüzde 45,1, mecliste yüzde 58,3`: the contest named last is the figure's.

    What she was called with is so only up to there; a person's own contest is hers anyway.
    """
    start, _ = dict(where.spans).get("contest", (-1, -1))
    data = owner.data
    if isinstance(data, Claimant) and data.race and owner.end <= start < unit.start and where.race:
        return replace(owner, data=replace(data, race=""))
    return owner
