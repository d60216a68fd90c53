"""What a clause takes back of its figures: what was before, what is denied, whose nobody says."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence

from desk.facts.codes import Code
from desk.reading.grammar.bodies import spoken
from desk.reading.grammar.clauses import Clause
from desk.reading.grammar.grouping import LATER, Grouping
from desk.reading.grammar.roles import (
    CHANGE,
    FIELDS,
    HOPED,
    SHARE,
    TURNOUT,
    WHOSE,
    FigureRole,
    Part,
    left_by,
)
from desk.reading.numbers import Notation, Number
from desk.reading.spelt import ROUGHLY
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense

_OWN_WORDS = re.compile(r"\w{2,}(?:d[iu]k|t[iu]k|[iu]yoruz|d[ae]y[iu]z|t[ae]y[iu]z|ndeyiz)")
_OWN_ENDS = re.compile(r"[dt][ae]y[iu](?:z|m)")
"""What a speaker says of his own side: `kazandık`, `öndeyiz`, `yüzde 54'teyiz`."""


_LATER = "|".join(LATER)
_LATER_PLACES = re.compile(
    rf"\b(?:(?:{_LATER})l[iu][kg]|(?:{_LATER})(?:yle| ile| ve) (?:{_LATER}))"
)
"""A gap that nobody leads by: `ikincilikte fark 2 puan`, `ikinci ile üçüncü arasında 74 oy`."""

_WAYS = ("yon", "dogrultu", "leh", "aleyh", "yana", "icin", "bicim", "sekil")
"""How words begin that say for what somebody votes."""


def _kinds(clause: Clause) -> set[bool]:
    """Whether a clause tells shares, counts or both."""
    told = (clause.units[at].data for at in clause.numbers)
    return {number.is_share for number in told if isinstance(number, Number)}


def _tells_later(units: Sequence[Unit]) -> bool:
    return _LATER_PLACES.search(spoken(units)) is not None


def _is_goal_of_votes(unit: Unit) -> bool:
    """`iktidara`, `değişime`: a word in the dative, no place and no adverb the desk knows."""
    word = unit.data
    if not isinstance(word, Word) or word.senses - {Sense.RIVAL} or word.verb is not None:
        return False
    return unit.fold.endswith(("a", "e")) and not unit.fold.endswith(("da", "de", "ta", "te"))


def _for_something(units: Sequence[Unit]) -> bool:
    """`seçmenin yüzde 72'si bu yönde oy kullandı`, `iktidara oy verdi`: how they voted."""
    for before, vote, verb in zip(units, units[1:], units[2:], strict=False):
        if vote.fold in ("oy", "oyu"):
            way = before.fold.startswith(_WAYS) and verb.word(Sense.CAST, Sense.GIVE)
            to_whom = before.case == "dat" or _is_goal_of_votes(before)
            if way or (to_whom and verb.word(Sense.GIVE)):
                return True
    return False


def _told_in_points(clause: Clause) -> bool:
    """`27,3 puana çıktı`: whether what moved is told in points."""
    return bool(clause.predicate & {Sense.MOVE, Sense.REACH}) and "puana" in clause.folds


def _suffix(unit: Unit) -> str:
    return unit.data.suffix if isinstance(unit.data, Number) else ""


_NO_VALUES = (Part.LEFT, Part.NOTHING, Part.ASKED, Part.LEAD)
"""What is nobody's share or votes, whatever else it is."""


class Denying(Grouping):
    """Looks at the figures of a clause once more when each has its role."""

    def _former(self) -> bool:
        """`14,2 puan olan fark 22.40'ta 11,3 puana geriledi`: what a noun was before."""
        head = self._clause.head
        if head is None:
            return False
        if isinstance(head.data, Claimant):
            # `Saat 21'de yüzde 49,2 görünen İmamoğlu yüzde 49,9'a tırmandı`
            named = any(isinstance(unit.data, Claimant) for unit in self._clause.units)
            # `40 bin 727 oy alan Erdoğan yüzde 82,9'a ulaştı`: of another kind.
            points = self._clause.has(Sense.POINT)
            moved = (
                one for one in self._rest[:1] if one.moved or (points and _told_in_points(one))
            )
            if self._places and any(isinstance(one.data, PlaceName) for one in self._rest[0].units):
                # `Fatsa'da yüzde 51,58 alan AK Parti, Kumru'da yüzde 73,88'e çıktı`
                return False
            return not named and any(_kinds(one) & _kinds(self._clause) for one in moved)
        olan = isinstance(head.data, Word) and "olan" in self._clause.folds
        # `Bor'da yüzde 85,8 olan katılım, Niğde'de yüzde 75,7'de kaldı`
        placed = [isinstance(unit.data, PlaceName) for unit in itertools.chain(*self._later())]
        return olan and any(self._later()) and not (self._places and any(placed))

    def _later(self) -> list[Sequence[Unit]]:
        """The clauses behind that have figures."""
        return [clause.units for clause in self._rest if clause.numbers]

    def _deny(self, roles: dict[int, FigureRole]) -> None:
        """`47,1 değil 48,1`: the denied one is left out; of an agency's change the old one too."""
        units = self._clause.units
        denied = any(word.startswith("degil") for word in self._clause.folds)
        for at in roles if denied else ():
            for place, unit in enumerate(units[at + 1 : at + 6], at + 1):
                named = isinstance(unit.data, PlaceName) and not self._denied(place)
                # `dem 9,6 bunlar belediye başkanlığı meclis değil`: of the contest.
                named = named or isinstance(unit.data, RaceName)
                if isinstance(unit.data, Number | Claimant) or named or unit.mark(",;("):
                    break
                if unit.fold.startswith("degil"):
                    roles[at] = HOPED
        self._deny_gaps(roles)
        corrected = any(unit.fold.startswith("duzeltil") for unit in self._clause.words)
        if corrected and len(roles) > 1:
            for at in sorted(roles)[:-1]:
                roles[at] = left_by(roles[at], Code.I308)
        words = self._clause.words
        said = [unit for unit in words if isinstance(unit.data, Word) and not unit.data.capital]
        own = any(_OWN_ENDS.fullmatch(_suffix(units[at])) for at in roles)
        # ... but `koltuk` and `sandık` are nouns.
        said = [unit for unit in said if not unit.word(Sense.BOX, Sense.SEAT)]
        if own or any(_OWN_WORDS.fullmatch(unit.fold) for unit in said):
            # A speaker's own figure is his, no agency's.
            for at, role in roles.items():
                if role.part in (Part.SHARE, Part.VOTES):
                    roles[at] = WHOSE
        self._deny_turnouts(roles)
        self._deny_alike(roles)
        self._deny_pairs(roles)
        self._deny_goals(roles)

    def _deny_gaps(self, roles: dict[int, FigureRole]) -> None:
        """Of several gaps the last is tonight's, and one of those behind is no lead."""
        units = self._clause.units
        leads = [at for at, role in roles.items() if role.part is Part.LEAD]
        # Of most clauses no text is made.
        later = any(word.startswith(LATER) for word in self._clause.folds)
        for at in leads:
            if self._thread.placed or (later and _tells_later(units[:at])):
                roles[at] = WHOSE
        self._thread.placed = self._thread.placed or (later and _tells_later(units))
        if len(leads) > 1 and self._clause.predicate & {Sense.BE, Sense.MOVE, Sense.REACH}:
            # `13 binlik fark 777 bine çıktı`: the last is tonight's, of votes and of points.
            # Not of one place what is of the next: `Muş'ta 7,3 puan, Ağrı'da 5,6 puan fark atarak`
            # ... nor of one agency what is the next one's.
            apart = [
                at
                for at, unit in enumerate(units)
                if at in self._places or isinstance(unit.data, AgencyName)
            ]
            ends = {bisect_left(apart, at): at for at in leads}.values()
            moved = self._clause.predicate & {Sense.MOVE, Sense.REACH}
            told = [at for at in leads if not moved or at in ends or self._moved_to(at)]
            last = {(bisect_left(apart, at), self._in_points(at)): at for at in told}
            roles |= dict.fromkeys((at for at in leads if at not in last.values()), CHANGE)

    def _deny_turnouts(self, roles: dict[int, FigureRole]) -> None:
        """How many voted, place after place; but not how many voted for something."""
        turnouts = [at for at, role in roles.items() if role == TURNOUT]
        if turnouts and _for_something(self._clause.units):
            told = (SHARE, TURNOUT) if not self._holders else (TURNOUT,)
            roles |= {at: WHOSE for at, role in roles.items() if role in told}
        elif turnouts and not self._holders and len(self._places) == len(roles) > 1:
            # `Gaziantep'te yüzde 64,7, Siirt'te yüzde 86,2 oranlarında oy kullanıldı`
            roles |= {at: TURNOUT for at, role in roles.items() if role == SHARE}

    def _deny_alike(self, roles: dict[int, FigureRole]) -> None:
        """`CHP 3.112, AK Parti 4.112 avukatla`, `139 bin, 61 bin fark`: the noun stands once."""
        units, carried = self._clause.units, -1
        told = [at for at in self._clause.numbers if at in roles]
        for at, after in reversed([*itertools.pairwise(told)]):
            role = roles[after]
            counted = any(
                (noun.fold != "" or isinstance(noun.data, RaceName))
                and not noun.fold.startswith("tane")
                for noun in units[after + 1 : after + 2]
            )
            valued = roles[at].part in (Part.SHARE, Part.VOTES) and role.part in _NO_VALUES
            if valued and (counted or after == carried) and self._is_listed(at, after):
                roles[at] = role if role.part in (Part.LEFT, Part.NOTHING) else WHOSE
                carried = at
        for at, after in itertools.pairwise(told):
            scaled = units[at].data
            if not isinstance(scaled, Number) or roles[after].part is not Part.SHARE:
                continue
            rough = scaled.form is Notation.ODD and scaled.value == ROUGHLY
            if rough and self._is_listed(at, after):
                # `İmamoğlu 4,4 milyon, Kurum 3,4`
                roles[after] = WHOSE

    def _is_listed(self, at: int, after: int) -> bool:
        """Whether bare numbers are next to each other in a list: only names stand between."""
        units = self._clause.units
        number, last = units[at].data, units[after].data
        if not (isinstance(number, Number) and isinstance(last, Number)):
            return False
        like = number.is_share == last.is_share or Notation.ODD in (number.form, last.form)
        bare = not (number.percent or number.suffix or last.percent)
        between = [unit for unit in units[at + 1 : after] if not isinstance(unit.data, Mark)]
        names = all(
            isinstance(unit.data, Claimant | PlaceName) or unit.word(Sense.LINK) for unit in between
        )
        return like and bare and bool(between) and names and units[at + 1].mark(",;/|-•–")

    def _deny_pairs(self, roles: dict[int, FigureRole]) -> None:
        """Of two agencies' figures told together nobody says which is whose.

        `açılan sandık sırasıyla yüzde 38 ve yüzde 29`, `Aradaki makas 2,1 puan`.
        """
        fields = [at for at, role in roles.items() if role.part in FIELDS]
        if self._clause.has(Sense.IN_ORDER) and not self._holders and len(roles) > 1:
            for at in fields if self._in_turn(fields) is None else ():
                roles[at] = WHOSE
        if not self._clause.folds.isdisjoint(("ilkinde", "birincisinde", "ikincisinde")):
            # `AA ..., ANKA ...; ilkinde 49,6, ikincisinde 52,3`
            roles |= {at: WHOSE for at, role in roles.items() if role.part is Part.SHARE}
        between = any(unit.fold.startswith("arada") for unit in self._clause.words)
        if between and len(self._scope.agencies) > 1 and not self._holders:
            for at, role in roles.items():
                roles[at] = WHOSE if role.part is Part.LEAD else role

    def _deny_goals(self, roles: dict[int, FigureRole]) -> None:
        """`yüzde 49'a yüzde 43'lük fark`: a dative share that nothing moved to is unclear."""
        moving = {Sense.MOVE, Sense.REACH, Sense.CHANGE, Sense.AGAINST, Sense.WORTH, Sense.RATE}
        lone = sum(role.part is Part.SHARE for role in roles.values()) == 1
        for at, role in roles.items():
            goal = role.part is Part.SHARE and self._clause.units[at].case == "dat"
            goal = goal and CHANGE not in [roles[one] for one in roles if one < at]
            moved = self._clause.has(*moving) or self._clause.predicate & moving
            if goal and lone and not moved and not self._nominal():
                roles[at] = WHOSE

    def _moved_to(self, at: int) -> bool:
        """`fark 12 bin 300 oya, 1,2 puana çıktı`"""
        return self._clause.units[at + 1].fold in ("oya", "puana")

    def _lead_field(self, at: int) -> str:
        return "lead_points" if self._in_points(at) else "lead_votes"

    def _in_points(self, at: int) -> bool:
        """Whether a lead is told in points, and not in votes."""
        number, after = self._clause.units[at].data, self._clause.units[at + 1 : at + 2]
        assert isinstance(number, Number)
        later = (self._clause.units[one + 1 : one + 2] for one in self._clause.numbers if one > at)
        # `Kadıköy'de 45, Üsküdar'da 7 puan önde`: the noun stands once.
        once = number.whole and bool(after) and after[0].mark(",")
        once = once and any(unit.word(Sense.POINT) for units in later for unit in units)
        return once or number.is_share or any(unit.word(Sense.POINT) for unit in after)
