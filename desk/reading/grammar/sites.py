"""Where and of which contest the figures of a clause are, and what it leaves to hold.

A place stands before its figures, beside them (`yüzde 55,4 ile Bağcılar'da`), or behind them all.
"""

from __future__ import annotations

from dataclasses import replace

from desk.reading.grammar.grouping import BUT, Grouping
from desk.reading.grammar.roles import FigureRole, Part
from desk.reading.scope import Address
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense


class Siting(Grouping):
    """Finds the place, the contest and the source of each figure."""

    def _spots(self, roles: dict[int, FigureRole]) -> dict[int, int]:
        """The place a value stands with, where it is not simply the last one named before it."""
        units = self._clause.units
        spots: dict[int, int] = {}
        head = self._clause.head
        if not self._places:
            return spots
        values = [
            at
            for at, role in roles.items()
            if role.part not in (Part.NOTHING, Part.CLOCK, Part.LEFT)
        ]
        if (zipped := self._in_turn(values)) is not None:
            return zipped
        for at in values:
            with_place = self._beside(at)
            if with_place is not None:
                spots[at] = with_place
                continue
            low, high = self._bounds(at)
            inside = [one for one in self._places if low <= one < high]
            before = [one for one in self._places if one < at]
            begins = any(one > inside[0] for one in values if low <= one < high) if inside else True
            if len(inside) == 1 and (
                inside[0] < at or not before or (len(self._places) > 1 and not begins)
            ):
                spots[at] = inside[0]
            elif before:
                spots[at] = before[-1]
            elif len(self._places) == 1 and self._begins(self._places[0]):
                continue
            elif len(self._places) == 1 and not (
                head is not None and isinstance(head.data, Claimant)
            ):
                spots[at] = self._places[0]
            elif inside:
                spots[at] = inside[0]
            elif units[self._places[0]].case in ("loc", "abl"):
                spots[at] = (
                    self._places[0] if self._shared_case(at) is None else self._shared_case(at) or 0
                )
        return spots

    def _begins(self, at: int) -> bool:
        """`Açılan %100 Yurt dışı: 4.969`: a place before a colon is of what follows alone."""
        units = self._clause.units
        return bool(at) and at + 1 < len(units) and units[at + 1].mark(":")

    def _beside(self, at: int) -> int | None:
        """`yüzde 55,4 ile Bağcılar'da`, `Pendik (187 bin 155)`: the place right beside."""
        units = self._clause.units
        after = at + 1
        if after < len(units) and units[after].fold == "ile":
            after += 1
        joined = after > at + 1 or units[at].case == "ins"
        if joined and after < len(units) and isinstance(units[after].data, PlaceName):
            return after
        bracketed = at >= 2 and units[at - 1].mark("(")
        return at - 2 if bracketed and isinstance(units[at - 2].data, PlaceName) else None

    def _shared_case(self, at: int) -> int | None:
        after = [one for one in self._places if one > at]
        return after[0] if after else None

    def _spoken_of(self, at: int) -> bool:
        """`Anadolu Ajansı işini yapmıyor`: an agency that does something else than report."""
        clause = self._clause
        if clause.numbers or clause.units[at].case:
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
        told = bool(self._clause.predicate & {Sense.SAY, Sense.SHOW}) and any(
            isinstance(one.data, AgencyName) for one in units
        )
        if told and unit.case == "loc":
            # `YSK saat 23.10'da açıkladı: …`
            return True
        return bool(self._clause.numbers) or after.startswith("itibar") or unit.case == ""

    def strange_race(self) -> bool:
        """`Bld. Mec.: CHP 42,2`: words nobody knows before a colon: no contest holds any more."""
        units = self._clause.units
        colon = next((at for at, unit in enumerate(units[:6]) if unit.mark(":")), 0)
        before = units[:colon]
        told = [one for one in before if isinstance(one.data, Word)]
        plain = all(isinstance(one.data, Word | Mark) for one in before)
        return (
            bool(told)
            and plain
            and any(not one.data.senses for one in told if isinstance(one.data, Word))
        )

    def _strange_head(self, at: int) -> bool:
        """`Paşaköy CHP 55,1`: an unknown word in front of a contender is a place nobody knows."""
        unit, units = self._clause.units[at], self._clause.units
        assert isinstance(unit.data, Claimant)
        inside = at == 1 and isinstance(units[0].data, PlaceName) and not units[0].case
        if unit.data.sure or unit.data.known or unit.case or at + 1 >= len(units):
            return False
        if at and not inside:
            return False
        after = units[at + 1 : at + 3]
        if after and after[0].mark(":-") and len(after) > 1:
            return isinstance(after[1].data, Claimant)
        if inside:
            return False
        return isinstance(after[0].data, Claimant)

    def _place_inside(self, at: int) -> bool:
        """`AA Kartal Mehmet Yalçın (CHP) 47,2`: a district in front of a name, or a given name."""
        units = self._clause.units
        holder = units[at].data
        assert isinstance(holder, Claimant)
        words = (holder.candidate or "").split()
        if len(words) < 3 or holder.people or any(one < at for one in self._places):
            return False
        sourced = any(isinstance(one.data, AgencyName) for one in units[:at])
        return sourced and fold(words[0]) in self._scope.context.place_words

    def _strange_place(self, at: int) -> bool:
        """Whether a unit may be a place nobody here knows: `Paşaköy'de`, `Merkez ilçede`."""
        unit, units = self._clause.units[at], self._clause.units
        if isinstance(unit.data, Claimant):
            # A person takes no locative: `Berlin Başkonsolosluğu'ndaki`.
            unknown = not (unit.data.known or unit.data.parties or unit.data.people)
            if unknown and unit.case in ("loc", "ki"):
                return True
            return self._strange_head(at) or self._place_inside(at)
        if unit.fold.startswith(BUT) and at and isinstance(units[at - 1].data, PlaceName):
            return True
        strange = isinstance(unit.data, Word) and unit.data.capital and not unit.data.senses
        if strange and not at and len(units) > 1 and isinstance(units[1].data, Claimant):
            # `Çınar AKP 48,1`: a capital nobody knows, in front of a contender.
            return isinstance(unit.data, Word) and unit.data.verb is None
        after = units[at + 1].fold if at + 1 < len(units) else ""
        centre = unit.fold == "merkez" and (unit.case == "loc" or after.startswith("ilce"))
        return centre and (not at or not isinstance(units[at - 1].data, PlaceName))

    def _held_place(self, unit: Unit) -> bool:
        """Whether a place is told about, not only where somebody was."""
        units = self._clause.units
        cast = any(
            one.fold.startswith("kullan") or one.fold.startswith(("konus", "izliyor"))
            for one in units
        )
        return not (cast and not self._clause.numbers) or unit.case == ""

    def _late_race(self, where: Address) -> Address:
        """`57.214 ile CHP, ...: Beyoğlu Belediye Meclisi oyları`: the contest stands behind."""
        units = self._clause.units
        races = [at for at, unit in enumerate(units) if isinstance(unit.data, RaceName)]
        if len(races) != 1 or not self._clause.numbers or races[0] < self._clause.numbers[-1]:
            return where
        race = units[races[0]]
        assert isinstance(race.data, RaceName)
        return replace(where, race=race.data.race).with_span("contest", race)

    def _at_place(self, where: Address, unit: Unit) -> Address:
        """An address moved to a place named beside the figure."""
        assert isinstance(unit.data, PlaceName)
        entry = self._scope.choose(unit.data)
        if entry is None or (where.place == entry.name and where.province == entry.province):
            return where
        if where.doubt is not None and (
            where.doubt.start == unit.start or (entry.code and where.doubt.known)
        ):
            return where
        elsewhere = (
            bool(self._scope.context.places) and entry.name not in self._scope.context.places
        )
        doubt = self._scope.agency_doubt
        return replace(
            where, place=entry.name, province=entry.province, elsewhere=elsewhere, doubt=doubt
        ).with_span("place", unit)

    def _where(self, spot: int | None) -> Address:
        where = self._scope.address()
        head = self._clause.head
        if spot is not None:
            unit = self._clause.units[spot]
        elif head is not None and isinstance(head.data, PlaceName):
            unit = head
        else:
            return self._late_race(where)
        return self._late_race(self._at_place(where, unit))
