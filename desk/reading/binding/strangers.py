"""Places nobody here knows, told like places: whose figures these are is asked."""

from __future__ import annotations

from desk.reading.gather import Gatherer
from desk.reading.grammar.asides import is_scene_of
from desk.reading.grammar.grouping import BUT, Grouping
from desk.reading.grammar.strange import MISSIONS, is_inside, is_strange_town
from desk.reading.lexicon import Name
from desk.reading.numbers import Number, Other
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, Word


class Strangers(Grouping):
    """Finds names that may be of places the desk does not know."""

    _gather: Gatherer

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
        if unit.case or at + 1 >= len(units):
            return False
        if self._may_be_near(unit.data) and not (unit.data.parties or unit.data.people):
            # `Aydın Saadet adayı Ali Kale 55,5`
            return self._heads_group(at) and isinstance(units[at + 1].data, Claimant)
        if unit.data.sure or unit.data.known or (at and not inside):
            return False
        after = units[at + 1 : at + 3]
        if after and after[0].mark(":-") and len(after) > 1:
            return isinstance(after[1].data, Claimant)
        if inside:
            return False
        return isinstance(after[0].data, Claimant)

    def _strange_place(self, at: int) -> bool:
        """Whether a unit may be a place nobody here knows: `Paşaköy'de`, `Merkez ilçede`."""
        unit, units = self._clause.units[at], self._clause.units
        if not (unit.fold or isinstance(unit.data, Claimant)):
            return False
        if isinstance(unit.data, Claimant) and at in self._holders and unit.case == "loc":
            return False
        if isinstance(unit.data, Claimant):
            if fold(unit.data.text).endswith(MISSIONS):
                return True
            # A person takes no locative: `Berlin Başkonsolosluğu'ndaki`.
            unknown = not (unit.data.known or unit.data.parties or unit.data.people)
            long = len((unit.data.candidate or "").split()) > 2
            if self._may_be_near(unit.data) and long and self._heads_group(at):
                # `Aydın Şadi Özdemir 35,6`: of a place, or with its name for a given name.
                return True
            if any(is_scene_of(one) for one in units[at + 1 : at + 4]):
                # `Saraçhane'de bekleyen kalabalık`
                return False
            return (
                is_strange_town(units, at)
                # `Üsküdar'ın Çengelköy'ünde`
                or (unknown and unit.case in ("loc", "ki", "possloc"))
                or self._strange_head(at)
            )
        if unit.fold.startswith(BUT) and at and isinstance(units[at - 1].data, PlaceName):
            return True
        inside = at > 0 and is_inside(units[at - 1], unit)
        if inside or self._nameless(at) or self._named_in_passing(at):
            return True
        if at > 1 and unit.fold.startswith("bolge") and isinstance(units[at - 1].data, Other):
            # `İzmir 1. bölgede`: a constituency, where the night has it by no name.
            return isinstance(units[at - 2].data, PlaceName)
        strange = isinstance(unit.data, Word) and unit.data.capital and not unit.data.senses
        behind = units[at + 1].data if at + 1 < len(units) else None
        if strange and at > 2 and isinstance(behind, Number) and units[at - 1].mark(",;/|•"):
            # `Tunceli yüzde 87,5, Bayburt yüzde 85,6, Van yüzde 72,1`: the next of the list.
            place, value = units[at - 3].data, units[at - 2].data
            return isinstance(place, PlaceName) and isinstance(value, Number)
        if strange and isinstance(behind, Claimant) and self._heads_group(at):
            # `Çınar AKP 48,1`: a capital nobody knows, in front of a contender.
            return isinstance(unit.data, Word) and unit.data.verb is None
        after = units[at + 1].fold if at + 1 < len(units) else ""
        centre = unit.fold == "merkez" and (unit.case == "loc" or after.startswith("ilce"))
        return centre and (not at or not isinstance(units[at - 1].data, PlaceName))

    def _named_in_passing(self, at: int) -> bool:
        """`Büyükşehirlerden Manisa da CHP'nin: %57,7`: a place by its name, in no form of one."""
        word, behind = self._clause.units[at].data, self._clause.units[at + 1 : at + 2]
        if not (at and isinstance(word, Word) and word.capital and not word.senses and behind):
            return False
        known = self._scope.context.phrases.get(word.fold, ())
        unit = self._clause.units[at]
        text = self._gather.clean.text[unit.start : unit.end]
        entries = (one for phrase in known for one in phrase.entries if one.name == text)
        placed = any(one.kind is Name.PLACE for one in entries)
        beside = behind[0].fold in ("da", "de", "ise") or isinstance(behind[0].data, Claimant)
        return placed and beside

    def _nameless(self, at: int) -> bool:
        """`Ankara'nın en çekişmeli ilçesinde`: a district that is not named."""
        units = self._clause.units
        if not units[at].fold.startswith("ilcesin"):
            return False
        for unit in reversed(units[max(0, at - 5) : at]):
            if isinstance(unit.data, PlaceName | Claimant):
                return unit.case == "gen"
            if not isinstance(unit.data, Word):
                return False
        return False

    def _may_be_near(self, holder: Claimant) -> bool:
        """Whether a name is a place's too that may stand where this text is."""
        province = self._scope.province
        return any(one.province in ("", province) or not province for one in holder.twins)

    def _heads_group(self, at: int) -> bool:
        """Whether nothing of its own group stands before a unit, and no place right before it."""
        low, _ = self._bounds(at)
        before = self._clause.units[at - 1] if at else None
        return before is None or isinstance(before.data, Number | AgencyName) or low == at
