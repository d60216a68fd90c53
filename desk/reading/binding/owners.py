"""Whose the figures of a clause are.

The order of contender and value is found by counting; where two orders fit as well as each other,
nobody owns the figure and it is asked about.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from desk.reading.binding.leading import Leading
from desk.reading.grammar import rivals
from desk.reading.grammar.grouping import HER_VOTES, PARTERS, is_dash
from desk.reading.grammar.roles import NO_VOTES, FigureRole, Part
from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Number
from desk.reading.units import AgencyName, Claimant, Once, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense

_BESIDE = ("yuzde", "sadece", "ancak", "yalniz", "yalnizca", "ise")
"""Words that may stand between a subject and its figure."""
_ARGUMENTS = ("gen", "dat", "acc", "abl")
_WHOLE = 101
"""What the shares of one list come to at most, rounded."""
_OBLIQUE = ("dan", "den", "tan", "ten", "ca", "ce", "arak", "erek", "nda", "nde")
"""How words end that are no subject: `oradan`, `böylece`, `yarışında`."""


class Owning(Leading):
    """Finds the contender of each share and count of votes."""

    def _of_other_figures(self) -> bool:
        """`Geçersiz oy 31 bin, 42 bin. Fark 11 bin`: a gap of two figures that are nobody's."""
        told = self._thread.parts or self._flow.parts
        if self._thread.anybody is not None or told.total() < 2:
            return False
        if self._thread.parts and self._clause.units[0].word(Sense.GAP):
            # `2019'da 13 bin 729 oy olan | fark 1 milyon 6 bin 856 oya çıktı`
            return False
        parts = {role.part for role in told}
        held = self._thread.parts and {Part.SHARE, Part.VOTES, Part.ASKED} & parts
        named = any(isinstance(unit.data, Claimant) for unit in self._clause.units)
        if held or named or self._thread.topic is Sense.GAP or Part.LEAD in parts:
            return False
        known = (Part.TURNOUT, Part.OPENED, Part.OPENED_BOXES, Part.TOTAL_BOXES)
        plain = all(role.part in known or role == NO_VOTES for role in told)
        return not plain or max(told.values()) > 1

    def _contest_of_people(self) -> str:
        """`İmamoğlu ile Kurum arasındaki fark`: the one contest all persons named stand in."""
        named = [unit.data for unit in self._clause.units if isinstance(unit.data, Claimant)]
        contests = {one.contest for holder in named for one in holder.people}
        return contests.pop() if len(contests) == 1 else ""

    def _own_subject(self) -> Unit | None:
        cases = ("", "gen", "other", "poss")
        units = self._clause.units
        # `2019 (MHP ile ittifak)`: said aside.
        told = [at for at in self._holders if not (at and units[at - 1].mark("("))]
        nominative = [units[at] for at in told if units[at].case in cases]
        return nominative[-1] if len(nominative) == 1 else None

    def _last_begun(self) -> Unit | None:
        """`Altınöz 2,7'de sabit, Kurum yarım puan verip | 40,1'e indi`: the one told of last."""
        last = self._clause.numbers[-1] if self._clause.numbers else -1
        begun = [at for at in self._holders if at > last and not self._clause.units[at].case]
        parted = bool(begun) and self._clause.units[begun[0] - 1].mark(PARTERS)
        goes_on = self._clause.form is Form.CONVERB
        return self._clause.units[begun[0]] if len(begun) == 1 and parted and goes_on else None

    def _owners(self, roles: dict[int, FigureRole]) -> dict[int, Unit | None]:
        """The contender of each share and count of votes; None where it is not certain."""
        values = [at for at, role in roles.items() if role.part in (Part.SHARE, Part.VOTES)]
        if not values:
            return {}
        owners: dict[int, Unit | None] = {}
        for at in values:
            if (owner := rivals.before_bracket(self._clause.units, at)) is not None:
                owners[at] = owner
        values = [at for at in values if at not in owners]
        if self._clause.relative and (owner := self._relative_owner()):
            return owners | dict.fromkeys(values, owner)
        if not self._holders and (ahead := self._subject_ahead()) is not None:
            return owners | dict.fromkeys(values, ahead)
        owners |= self._gone_on_with(values)
        led = [at for at in values if rivals.is_followed(self._clause.units, at)]
        owners |= {at: self._clause.units[at - 1] for at in led}
        then = [at + 1 for at in self._holders if rivals.was_then(self._clause.units, at)]
        led += then if len(then) < len(self._holders) else []
        self._holders = [at for at in self._holders if at + 1 not in led]
        values = [at for at in values if at not in owners]
        scored = self._score(values)
        values = [at for at in values if at not in scored]
        owners.update(scored)
        if not values:
            return owners
        if not self._holders:
            heads = self._flow.heads
            listed = self._thread.led or self._flow.listed
            if self._clause.has(Sense.IN_ORDER) and len(listed) == len(values):
                # `497 bin kişi Hayır, 238 bin kişi Evet dedi. Oranlar sırasıyla yüzde 67,6 ve 32,4`
                heads = listed
            shares = [at for at in values if roles[at].part is Part.SHARE]
            spots = max(1, len(self._places))
            whole = len(heads) > 1 and len(heads) * spots == len(values)
            if whole and len(shares) in (0, len(values)):
                owners.update(zip(values, heads * spots, strict=True))
            else:
                owners.update(dict.fromkeys(values, self._carried_owner(values, roles)))
            return owners
        units = self._clause.units
        self._holders = [
            at
            for at in self._holders
            if not (rivals.is_told_aside(units, at) or self._is_argument(at))
        ]
        chosen = self._assign(values, roles)
        owners.update({at: units[own] if own is not None else None for at, own in chosen.items()})
        self._thread.led = list(
            dict.fromkeys(units[own] for own in chosen.values() if own is not None)
        )
        return owners

    def _is_argument(self, at: int) -> bool:
        """`İmamoğlu Kurum'a nefes aldırmadı, 50,4`: whom the subject did something to.

        The figure behind the mark is the subject's; `Kurum'un oyunu açıkladı: 40,6` is not.
        """
        units = self._clause.units
        before = [one for one in self._holders if one < at]
        if units[at].case not in _ARGUMENTS or not before or units[before[-1]].case:
            return False
        between = units[before[-1] + 1 : at]
        mark = next((one for one in range(at + 1, len(units)) if not units[one].fold), at)
        behind = [*units[mark + 1 : mark + 3], None][0]
        done = mark > at + 1 and units[mark].mark(",:") and units[at + 1].fold not in HER_VOTES
        apart = all(one.mark(",") for one in between) and done
        return apart and behind is not None and isinstance(behind.data, Number)

    def _subject_ahead(self) -> Unit | None:
        """`yüzde 61,4 oy alarak | yeniden seçilen Göksu`: who does both, told with the second."""
        told = self._clause.words[-1:] if self._clause.form is Form.CONVERB else []
        if not (told and told[0].fold.endswith(("arak", "erek")) and self._rest):
            return None
        named = [unit for unit in self._rest[0].units if isinstance(unit.data, Claimant)]
        known = self._thread.subject is not None or self._thread.anybody is not None
        return named[0] if len(named) == 1 and not (named[0].case or known) else None

    def _gone_on_with(self, values: Sequence[int]) -> dict[int, Unit | None]:
        """`Gürel 38.902 oy alarak yüzde 52,1'e, Tutuk yüzde 33,6'ya ulaştı`: the first is Gürel's.

        Only one value, parted from the next contender, and told in the case of the last.
        """
        units = self._clause.units
        # `Çerçioğlu seçildi; oyu yüzde 50,53, Savaş'ın oyu yüzde 36,72`
        begun = [unit.fold for unit in units[:2]]
        own = begun[0] in HER_VOTES or begun == ["oy", "orani"]
        subject = self._thread.subject or (self._flow.spoken if own else None)
        goes_on = own or self._thread.goes_on
        if not (values and self._holders and subject is not None and goes_on):
            return {}
        low, _ = self._bounds(self._holders[0])
        early = [at for at in values if at < low]
        like = own or units[early[0] if early else 0].case == units[values[-1]].case != ""
        return {early[0]: subject} if len(early) == 1 and like else {}

    def _relative_owner(self) -> Unit | None:
        head = self._clause.head
        assert head is not None
        inner = [
            self._clause.units[at]
            for at in self._holders
            if self._clause.units[at].case in ("", "gen")
        ]
        cases = [self._clause.units[at].case for at in self._clause.numbers]
        # ... but `AK Parti'yi yüzde 49,8'le geride bırakan CHP`: with hers.
        left_at = "loc" in cases and "geride" not in self._clause.folds
        if left_at and any(unit.fold.startswith("birakan") for unit in self._clause.words):
            # `AKP'yi yüzde 45'te bırakan CHP`: the one left there.
            left = [
                unit
                for unit in self._clause.units
                if isinstance(unit.data, Claimant) and unit.case == "acc"
            ]
            return left[0] if len(left) == 1 else None
        if self._of_a_rival() or head.word(Sense.RIVAL):
            return None
        shown = self._named("acc") if Sense.SHOW in self._clause.predicate else []
        if len(shown) == 1 and not self._named("", "gen"):
            # `İmamoğlu'nu yüzde 52,5'le önde gösteren ANKA`
            return shown[0]
        if self._clause.form is Form.SUBJECT and isinstance(head.data, Claimant):
            return head
        if self._clause.form is Form.SUBJECT:
            return inner[-1] if len(inner) == 1 else None
        given = self._clause.predicate & {Sense.GIVE, Sense.SHOW, Sense.SAY} and not inner
        told = any(isinstance(unit.data, AgencyName) for unit in self._clause.units)
        if given and told and isinstance(head.data, Claimant):
            # `AA'nın yüzde 52,6 verdiği Ahmet Akın`
            return head
        return inner[-1] if len(inner) == 1 else self._thread.subject

    def _of_a_rival(self) -> bool:
        """`Rakibi 39,6'da kalan İmamoğlu`, `Köken'i 41,2'de tutan Özmen`: the other one's."""
        units, first = self._clause.units, self._clause.numbers[0]
        where = units[first].case in ("loc", "dat", "possdat", "possloc")
        rival = any(unit.word(Sense.RIVAL) for unit in units)
        others = where and bool(self._named("acc", "gen")) and self._clause.form is Form.SUBJECT
        taken = Sense.STAY in self._clause.predicate or Sense.SHOW in self._clause.predicate
        return rival or (others and not taken)

    def _carried_owner(self, values: Sequence[int], roles: dict[int, FigureRole]) -> Unit | None:
        """The contender a clause without one goes on with: its subject, its list's head."""
        if self._somebody_else(values[0]) or self._named("loc"):
            # ... and `Kurum'unkinde 180 bin` is of another's.
            return None
        shares = [at for at in values if roles[at].part is Part.SHARE]
        lone = len(shares) <= 1 or len(self._places) >= len(shares)
        if self._thread.subject is not None and lone:
            # `... 40,2'ye inince başkanlık 53,0'la Balcıoğlu'na geçti`: it may be the other's.
            given = [unit for unit in self._clause.units if unit.case == "dat"]
            taken = any(isinstance(unit.data, Claimant) for unit in given)
            passed = Sense.PASS in self._clause.predicate
            # `AK Parti 44,9'la alırken | oylar İmamoğlu'nu 46,8'le seçti`: of the other one.
            beside = self._named("acc") and not self._passes_somebody()
            return None if (taken and passed) or beside else self._thread.subject
        words = self._clause.folds
        named = any(isinstance(unit.data, Claimant) for unit in self._clause.units)
        if "bu" in words and self._clause.has(Sense.RATE, Sense.COUNT) and not named:
            # `CHP, Bakırköy'de 66,8. Kadıköy'de bu oran 70,9, Avcılar'da 51,9`
            each = len(self._places) >= len(values)
            if (who := self._thread.anybody or (self._flow.spoken if each else None)) is not None:
                return who
        follows = any(word.startswith(("izle", "takip")) for word in words)
        if follows and self._flow.last is not None and len(self._places) >= len(shares or values):
            return self._flow.last
        own = self._clause.units[0].fold in (*HER_VOTES, "oran", "oy", "aldigi")
        # `Bu seçimde oyların yüzde 51,1'ini topladı`: the one the sentence before spoke of.
        goes_on = self._flow.night.says_tonight(self._clause.units) and all(
            self._clause.units[at].case == "possacc" for at in values
        )
        # `HDP barajı aştı. Partinin oyu yüzde 12,9.`
        spoken = self._flow.spoken.data if self._flow.spoken is not None else None
        party = isinstance(spoken, Claimant) and spoken.is_party
        goes_on |= party and "partinin" in words and not words.isdisjoint(("oyu", "orani"))
        # `DEM Parti Türkiye genelinde yüzde 5,7 oranında. Lice'de yüzde 86,1.`
        goes_on |= bool(self._places) and not self._clause.words
        if goes_on and lone and self._flow.spoken is not None:
            return self._flow.spoken
        told = self._places or self._flow.spot or "aldigi" in words or own
        if self._flow.holder is not None and told and lone:
            return self._flow.holder
        return None

    def _passes_somebody(self) -> bool:
        """`yüzde 46,8'le AK Parti'yi geride bıraktı`: who is named is left behind."""
        known = {Sense.PASS, Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF, Sense.GAP}
        if Sense.SHOW in self._clause.predicate:
            # `... ise Saygılı'yı yüzde 44,8'le önde gösteriyor`
            return False
        return self._clause.has(*known) or bool(self._clause.predicate & known)

    def _somebody_else(self, value: int) -> bool:
        """`rakibi yüzde 12'de kaldı`, `işsizlik yüzde 8`: a subject the desk does not know."""
        units = self._clause.units
        start = max((at + 1 for at in range(value) if units[at].mark(",;")), default=0)
        before = units[start:value]
        # `Rakibi Şeyma Döğücü 92.877 oy – %41,76` names her.
        if any(
            one.word(Sense.RIVAL) and not one.case and not isinstance(two.data, Claimant)
            for one, two in itertools.pairwise(units[start : value + 1])
        ):
            return True
        beside = next((unit for unit in reversed(before) if unit.fold not in _BESIDE), None)
        return (
            beside is not None
            and isinstance(beside.data, Word)
            and not (beside.case or beside.data.senses or beside.data.verb)
            and not beside.fold.endswith(_OBLIQUE)
        )

    def _score(self, values: Sequence[int]) -> dict[int, Unit | None]:
        """`yüzde 50,1'e yüzde 41,7`: the leader's first, if the sentence has said who they are."""
        units = self._clause.units
        for one, two in itertools.pairwise(values):
            dative = units[one].case == "dat" or units[one + 1].case == "dat"
            between = units[one + 1 : two]
            if not dative or any(
                isinstance(unit.data, Claimant | PlaceName | Number) for unit in between
            ):
                continue
            first, second = units[one].data, units[two].data
            assert isinstance(first, Number) and isinstance(second, Number)
            known = self._lead_pair() or self._ranked_pair(one) or self._thread.led
            if self._lead_pair() and units[one + 1].fold == "karsi" and first.value < second.value:
                # `Yeğin, yüzde 41,5'e karşı yüzde 50,6 ile Döğücü'yü geride bıraktı`
                return {one: known[1], two: known[0]}
            if len(known) == 2 and first.value >= second.value:
                return {one: known[0], two: known[1]}
            if (lone := self._lone_leader()) is not None and first.value >= second.value:
                return {one: lone, two: None}
            if self._clause.predicate & {Sense.MOVE, Sense.CHANGE, Sense.REACH}:
                continue
            return {one: None, two: None}
        return {}

    def _lead_pair(self) -> list[Unit]:
        """Leader and loser of this very clause: `İmamoğlu, Kurum'un 8,4 puan önünde`."""
        if not self._clause.has(Sense.AHEAD_OF, Sense.AHEAD):
            return []
        units = self._clause.units
        leading = [units[at] for at in self._holders if units[at].case == ""]
        losing = self._named("gen", "acc", "dat")
        return [leading[0], losing[0]] if len(leading) == 1 and len(losing) == 1 else []

    def _ranked_pair(self, value: int) -> list[Unit]:
        """`ilk parti CHP, ikinci AK Parti: yüzde 35,51'e 27,83`: in the order of their ranks."""
        units = self._clause.units
        before = [at for at in self._holders if at < value]
        first, second = before if len(before) == 2 == len(self._holders) else (0, 0)
        ranked = second and any(unit.fold.startswith("ikinci") for unit in units[first:second])
        colon = ranked and units[value - 1].mark(":")
        return [units[first], units[second]] if colon else []

    def _lone_leader(self) -> Unit | None:
        """`İmamoğlu 7,7 puan farkla önde: yüzde 50,1'e yüzde 41,7`: only the first is named."""
        named = [unit for unit in self._clause.units if isinstance(unit.data, Claimant)]
        if self._thread.ahead and not named:
            # `CHP öne geçti: 50,1'e 39,8`
            return self._thread.subject
        if not self._clause.has(Sense.AHEAD):
            return None
        return named[0] if len(named) == 1 and not named[0].case else None

    def _assign(self, values: Sequence[int], roles: dict[int, FigureRole]) -> dict[int, int | None]:
        units = self._clause.units
        if self._clause.has(Sense.IN_ORDER):
            return self._in_order(values)
        if len(self._holders) == 1:
            return self._sole(values, roles)
        if (each := self._again_at_each_place(values)) is not None:
            return each
        groups = self._groups(values)
        by_group = self._by_group(groups)
        if by_group is not None:
            return by_group
        left = self._sided(values, roles, -1)
        right = self._sided(values, roles, 1)
        if left is not None and right is not None and self._crosses(left) > self._crosses(right):
            # `Rize yüzde 41,9'la AK Parti, Sarıyer yüzde 51,7'yle CHP dedi`
            return dict(right)
        if left is not None and right is not None and self._idle(left) > self._idle(right):
            # `Rizelilerin yaşadığı Tuzla'dan yüzde 46 İmamoğlu, yüzde 43 Kurum`: a known one would
            # be left without a figure, and somebody nobody knows had one.
            between = units[self._holders[0] + 1 : values[0]]
            apart = any(isinstance(unit.data, PlaceName) for unit in between)
            return dict(right) if apart else dict.fromkeys(values)
        if left is not None and not self._skips(left):
            return dict(left)
        if right is not None and (
            left is None or units[values[0]].start < units[self._holders[0]].start
        ):
            return self._held_behind(values, roles, groups, right)
        return dict.fromkeys(values)

    def _held_behind(
        self,
        values: Sequence[int],
        roles: dict[int, FigureRole],
        groups: list[tuple[list[int], list[int]]],
        right: dict[int, int],
    ) -> dict[int, int | None]:
        """`yüzde 50,4 İmamoğlu, yüzde 40,6 Kurum`: each value's contender stands behind it.

        Where one is told before her own, as in `iktidar 47,1, CHP 45,9, Zafer seçimi izledi`, the
        first value is somebody's nobody knows; so it is where all values are more than one whole.
        """
        before = {
            at: held[0]
            for told, held in groups
            for at in told
            if len(held) == 1 and held[0] < told[0] and len(told) == 1
        }
        if before and len(before) < len(values):
            return {at: before.get(at) for at in values}
        told = [self._clause.units[at].data for at in values if roles[at].part is Part.SHARE]
        whole = sum(one.value for one in told if isinstance(one, Number))
        too_much = whole > _WHOLE and len(self._places) < 2
        # `bizimkiler 50,4 AKP 40,6 YRP dökülmüş`
        somebody = any(map(unknown, self._clause.units[max(0, values[0] - 1) : values[0]]))
        return dict.fromkeys(values) if too_much or somebody else dict(right)

    def _again_at_each_place(self, values: Sequence[int]) -> dict[int, int | None] | None:
        """`Fatih'te İmamoğlu 45,65 - Kurum 45,59, Üsküdar'da 51,96 - 40,89`: named once.

        Where the next place has another number of values nobody says whose they are.
        """
        starts, width = self._places, len(self._holders)
        parts: list[list[int]] = [[] for _ in range(len(starts) + 1)]
        for at in values:
            parts[bisect_right(starts, at)].append(at)
        named = len(starts) > 1 and starts[0] < self._holders[0] < self._holders[-1] < starts[1]
        pairs = (
            zip(self._holders, parts[1], strict=False) if named and len(parts[1]) == width else ()
        )
        first = [at for pair in pairs for at in pair]
        if parts[0] or not first or first != sorted(first):
            return None
        whole = all(len(part) == width for part in parts[1:])
        again = self._holders * len(starts) if whole else self._holders
        return dict.fromkeys(values) | dict(zip(values, again, strict=False))

    def _idle(self, chosen: dict[int, int]) -> int:
        """How many known contenders an order leaves without a figure."""
        left = [self._clause.units[at].data for at in self._holders if at not in chosen.values()]
        return sum(isinstance(one, Claimant) and (one.known or one.sure) for one in left)

    def _crosses(self, chosen: dict[int, int]) -> bool:
        """Whether a parting mark stands between a value and whom an order gives it to."""
        pairs = (sorted(pair) for pair in chosen.items())
        units = self._clause.units
        return any(unit.mark(",;") for low, high in pairs for unit in units[low:high])

    def _in_order(self, values: Sequence[int]) -> dict[int, int | None]:
        if len(values) == len(self._holders):
            return dict(zip(values, self._holders, strict=True))
        if len(self._holders) == 1 and len(values) == len(self._places):
            return dict.fromkeys(values, self._holders[0])
        return dict.fromkeys(values)

    def _sole(self, values: Sequence[int], roles: dict[int, FigureRole]) -> dict[int, int | None]:
        """One contender: every value is its own, unless two are of a kind in one place."""
        own = self._holders[0]
        units = self._clause.units
        marks = [at for at, unit in enumerate(units) if unit.mark(",;") or is_dash(unit)]
        strange = [
            at
            for at in values
            if (any(own < mark < at for mark in marks) and self._somebody_else(at))
            # `CHP yüzde 74,4 ile rakibinin (20,4) önünde`
            or (at > 1 and units[at - 1].mark("(") and units[at - 2].fold.startswith("rakib"))
        ]
        if strange:
            values = [at for at in values if at not in strange]
            return dict.fromkeys(strange) | self._sole(values, roles)
        early = [at for at in values if at < own]
        if early and units[own].case == "gen" and any(at > own for at in self._clause.numbers):
            # `125 bin 614 oyla Yıldırım'ın 118 bin 21'ini aştı`: the first is somebody else's.
            later = [at for at in values if at > own]
            return dict.fromkeys(early) | self._sole(later, roles)
        seen: dict[tuple[object, ...], int] = {}
        turns = self._in_turn(values) or {}
        for at in values:
            key = (
                turns.get(at),
                roles[at].part,
                self._group_of(at, (PlaceName,)),
                self._group_of(at, (AgencyName,)),
                self._group_of(at, (RaceName,)),
            )
            if key in seen and self._clause.units[at].data != self._clause.units[seen[key]].data:
                return dict.fromkeys(values)
            seen[key] = at
        return dict.fromkeys(values, own)

    def _groups(self, values: Sequence[int]) -> list[tuple[list[int], list[int]]]:
        """Values and contenders between parting marks."""
        found: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
        for at in values:
            found.setdefault(self._bounds(at), ([], []))[0].append(at)
        for (low, high), (_, holders) in found.items():
            holders += [at for at in self._holders if low <= at < high]
        return list(found.values())

    def _by_group(self, groups: list[tuple[list[int], list[int]]]) -> dict[int, int | None] | None:
        chosen: dict[int, int | None] = {}
        for values, holders in groups:
            if len(holders) != 1 or not 0 < len(values) <= 2:
                return None
            if len(values) == 2 and not self._two_kinds(values):
                return None
            chosen |= dict.fromkeys(values, holders[0])
        named = {at: own for at, own in chosen.items() if own is not None}
        return None if self._skips(named) else chosen

    def _two_kinds(self, values: Sequence[int]) -> bool:
        one, two = (self._clause.units[at].data for at in values)
        assert isinstance(one, Number) and isinstance(two, Number)
        return one.is_share != two.is_share

    def _sided(
        self, values: Sequence[int], roles: dict[int, FigureRole], side: int
    ) -> dict[int, int] | None:
        """Every value to the nearest contender on one side; None if one is left or has two."""
        chosen: dict[int, int] = {}
        taken: set[tuple[int, Part, int]] = set()
        for at in values:
            beside = [own for own in self._holders if (own < at if side < 0 else own > at)]
            # `Kurum: Esenler 53,1 (İmamoğlu 37,4), Fatih 48,9`: hers ends with the bracket.
            beside = [own for own in beside if own > at or self._aside[own] <= self._aside[at]]
            if not beside:
                return None
            own = max(beside) if side < 0 else min(beside)
            slot = (own, roles[at].part, self._group_of(at, (AgencyName, PlaceName, RaceName)))
            if slot in taken:
                return None
            taken.add(slot)
            chosen[at] = own
        return chosen

    @Once
    def _aside(self) -> list[bool]:
        """Which units stand in brackets that have a figure: `(İmamoğlu 37,4)`."""
        units = self._clause.units
        found, opened = [False] * len(units), -1
        for at, unit in enumerate(units):
            if unit.mark("("):
                opened = at
            elif unit.mark(")") and opened >= 0:
                told = any(isinstance(one.data, Number) for one in units[opened:at])
                found[opened:at] = [told] * (at - opened)
                opened = -1
        return found

    def _skips(self, chosen: dict[int, int]) -> bool:
        """`CHP ve AKP yüzde 45'te`: a contender joined to the owner has no value of its own."""
        units = self._clause.units
        for own in set(chosen.values()):
            before = [at for at in self._holders if at < own]
            if not before or before[-1] in chosen.values():
                continue
            between = units[before[-1] + 1 : own]
            if between and all(unit.fold in ("ve", "ile") for unit in between):
                return True
        return False
