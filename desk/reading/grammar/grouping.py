"""One clause laid out: who can own a figure in it, its places, and the groups its marks part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from desk.reading.grammar.clauses import Clause
from desk.reading.grammar.flow import Flow, Thread
from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Number
from desk.reading.scope import Scope
from desk.reading.tokens import fold
from desk.reading.units import LED, AgencyName, Claimant, Mark, Once, PlaceName, Unit, Word
from desk.reading.vocabulary import ANSWERS, Form, Sense

PARTERS = ",|/•·▪■●◆➡"
"""Marks between the groups of a list."""
HER_VOTES = ("oyu", "oylari", "orani")
"""`AK Parti'nin oyu Rize'de yüzde 50`: what a contender's figures are of."""
_COMPARED = ("oyundan", "oylarindan", "oranindan", "oyunun", "oyuna")
"""`İmamoğlu'nun oyundan 11 puan az`: whose votes another's are measured by."""
_ADDED = ("oylarla", "sandiklarla")
LATER = ("ikinci", "ucuncu", "dorduncu", "besinci", "altinci")
"""How words begin that tell of the places behind the first."""
BUT = ("disinda", "haric")
"""`Üsküdar dışında`, `Adalar hariç`: of everything else."""
_OTHERS = (
    *("parti", "ittifak", "rakib", "takipci", "selef", "halef", "oglu", "esi", "kardes"),
    *("ardindan", "arkasindan", "yerine", "aksine", "yaninda"),
)
"""`Altınok'un partisi 39,1`, `Gökhan'ın ardından`: somebody else's than whom the sentence names."""
_PARTICIPLES = ("digi", "dugu", "tigi", "tugu")
_TOWNS = ("ilcede", "kentte", "ilde", "sehirde", "belediyede")
_WENT_TO_HER = ("cikti", "cikarken", "cikan", "geldi", "gelen", "gelmis", "yaz")
_GIVING = frozenset({Sense.GIVE})


def is_dash(unit: Unit) -> bool:
    """A dash that parts, with a blank before it."""
    return isinstance(unit.data, Mark) and unit.data.text == "-" and unit.data.gap


def _is_noun(unit: Unit | None) -> bool:
    """`New York temsilciliği`: a noun behind unknown capitals: they name no person."""
    word = unit.data if unit is not None else None
    if not isinstance(word, Word) or word.capital or word.verb is not None:
        return False
    return not word.senses and word.fold.endswith(("i", "u"))


def _names_a_building(place: Unit, after: Unit) -> bool:
    """`Silivri Cezaevi'nde`: a place inside a longer name nobody here knows."""
    name = after.data
    strange = isinstance(name, Claimant) and not (name.known or name.parties or name.people)
    return strange and not place.case and after.case in ("loc", "ki")


def _holds_another(units: Sequence[Unit], at: int) -> bool:
    """`Almanya Berlin – Kılıçdaroğlu`: the figures are of a place inside it nobody here knows."""
    run = [unit.data for unit in units[at + 1 : at + 4]]
    if len(run) < 3 or not isinstance(run[0], Claimant) or run[0].sure or run[0].known:
        return False
    return units[at + 2].mark("-:") and isinstance(run[2], Claimant) and not units[at].case


def _greeted(units: Sequence[Unit], at: int) -> bool:
    """`(sandık %98) İyi geceler Türkiye`: called behind the figures, and told nothing of."""
    if units[at].case or (at + 1 < len(units) and not units[at + 1].mark("!.")):
        return False
    before = units[at - 1] if at else None
    told = before is not None and before.fold in ("geceler", "tesekkurler", "sabahlar", "olsun")
    return told and any(isinstance(unit.data, Number) for unit in units[:at])


class Grouping:
    """A clause with its contenders and places; what the rooms that bind it share."""

    def __init__(
        self, clause: Clause, scope: Scope, flow: Flow, rest: Sequence[Clause], thread: Thread
    ) -> None:
        self._clause, self._scope, self._flow, self._rest = clause, scope, flow, rest
        self._thread, self._led, self._before = thread, thread.form, [*thread.named]
        thread.form = clause.form
        thread.named += [unit for unit in clause.units if isinstance(unit.data, Claimant)]
        self._told = clause
        """The clause with the numbers alone that are of the count."""
        self._holders = [
            at
            for at, unit in enumerate(clause.units)
            if isinstance(unit.data, Claimant) and self._holds(at)
        ]
        self._places = [
            at
            for at, unit in enumerate(clause.units)
            if isinstance(unit.data, PlaceName) and not self._denied(at)
        ]

    def _denied(self, at: int) -> bool:
        """`Ankara değil İstanbul`; `Kadıköy'den gelen oylarla`: they came into another's count."""
        units = self._clause.units
        after = units[at + 1] if at + 1 < len(units) else None
        if _greeted(units, at) or _holds_another(units, at):
            return True
        place, here = units[at].data, self._scope.here.place
        if units[at].case == LED and isinstance(place, PlaceName) and here is not None:
            # `Bursa'da Bozbey güldü. Nilüfer'i 20 yıl yöneten isim 861 bin 295 oya ulaştı.`
            return here not in place.names
        if after is not None and self._is_around(at, after):
            # `Esenler'de yüzde 56,2 ile İstanbul'daki en yüksek oyunu aldı`
            return self._is_another(at)
        if after is None:
            return False
        if _names_a_building(units[at], after) or self._is_of_a_branch(at, after):
            return True
        added = units[at].case == "abl" and after.fold == "gelen"
        added = added and any(unit.fold.startswith(_ADDED) for unit in units[at + 2 : at + 5])
        return added or after.fold.startswith(("degil", *BUT))

    def _is_around(self, at: int, after: Unit) -> bool:
        """Whether a place behind the figures is only what they are compared in."""
        unit = self._clause.units[at]
        told = unit.case in ("ki", "gen") or after.fold == "genelindeki"
        behind = bool(self._clause.numbers) and self._clause.numbers[-1] < at
        whole = isinstance(unit.data, PlaceName) and unit.data.is_whole and behind
        return told and (after.fold == "en" or whole)

    def _is_of_a_branch(self, at: int, after: Unit) -> bool:
        """`CHP İstanbul İl Başkanlığı, Sultanbeyli'de ...`: the branch's, where it says so."""
        told = dict(self._scope.here.spans).get("place", (0, 0))[0]
        return told > self._clause.units[at].start and isinstance(after.data, AgencyName)

    def _is_another(self, at: int) -> bool:
        """Whether another place stands before one."""
        return any(isinstance(unit.data, PlaceName) for unit in self._clause.units[:at])

    def _holds(self, at: int) -> bool:
        """Whether a contender can own figures here, by its case and the clause's verb."""
        unit, units = self._clause.units[at], self._clause.units
        assert isinstance(unit.data, Claimant)
        after = units[at + 1] if at + 1 < len(units) else None
        senses = self._clause.senses
        if not (unit.data.known or unit.data.parties) and _is_noun(after):
            return False
        if after is not None and after.fold.startswith(("karsisinda", "karsi", "degil")):
            # `5 bin 414 hayıra karşılık 4 bin 709 evet`
            answer = fold(unit.data.text) in ANSWERS and at > 0
            return answer and isinstance(units[at - 1].data, Number)
        if after is not None and after.fold == "ile" and self._with_her(at):
            return False
        if unit.case == "abl" and after is not None and after.fold == "yana":
            # `tercihini evetten yana kullandı`
            return True
        match unit.case:
            case "" | "poss" | "other":
                return not (
                    after is not None
                    and after.fold.startswith(("kalesi", "grup", "vekil", "gorev"))
                )
            case "gen":
                told = any(one.fold.startswith("oldug") for one in self._clause.words)
                measured = _COMPARED[:3] if told else _COMPARED
                compared = after is not None and after.fold.startswith((*measured, *_OTHERS))
                if compared or self._relative_subject(at):
                    return False
                return not (
                    Sense.AHEAD_OF in senses or Sense.BEHIND_OF in senses
                ) or not self._beaten(at)
            case "dat":
                moved = any(unit.fold.startswith(_WENT_TO_HER) for unit in units)
                alone = sum(isinstance(one.data, Claimant) for one in units) == 1
                shares = [one for one in units if isinstance(one.data, Number)]
                # `Kırıkkale, yüzde 46,2'yle CHP'ye geçti`: who takes the town, with the share.
                taken = alone and len(shares) == 1 and shares[0].case == "ins"
                return (
                    bool(senses & _GIVING)
                    or moved
                    or (taken and Sense.PASS in self._clause.predicate)
                    or (self._nominal() and not unknown(units[-1]) and Sense.AHEAD not in senses)
                )
            case "loc":
                # `Rize evet'te yüzde 75,55'e ulaşırken`
                return fold(unit.data.text) in ANSWERS or self._keeps(at)
            case "acc":
                return self._told_with(senses)
        return False

    def _keeps(self, at: int) -> bool:
        """Whether a contender in the locative has the figure beside her."""
        units, senses = self._clause.units, self._clause.senses
        after = units[at + 1] if at + 1 < len(units) else None
        # `Samsun, yüzde 42,17'yle AK Parti'de kaldı`: who keeps the town, with the share.
        before = units[at - 1] if at else None
        joined = before is not None and before.case == "ins"
        # `Kurum'da ise 42,3'ten 41,6'ya gerileme var`
        moved = Sense.SHIFT in senses and units[-1].fold == "var"
        # `MHP'nin adayında bu oran yüzde 24,3`
        rated = after is not None and after.fold == "bu" and Sense.RATE in senses
        # `Üsküdar yüzde 50'yle CHP'de, Beşiktaş'ta sürpriz yok`
        stays = Sense.STAY in self._clause.predicate or after is None or after.mark(",;.")
        # `İmamoğlu'nun hanesinde 50,6, Murat Kurum'unkinde 40,5 yazıyor`
        rated = rated or any(one.fold.startswith("hanesinde") for one in units)
        return (joined and stays) or moved or rated

    def _with_her(self, at: int) -> bool:
        """`CHP oyunu Eyüp Kahveci ile yüzde 49,9'a taşıdı`: with whom the other one did it."""
        units = self._clause.units
        goal = at + 2 < len(units) and isinstance(units[at + 2].data, Number)
        others = any(isinstance(one.data, Claimant) and not one.case for one in units[:at])
        return others and goal and units[at + 2].case == "dat"

    def _told_with(self, senses: frozenset[Sense]) -> bool:
        """`AA, Özer'i yüzde 48,7 gösteriyor`, `seçmen Kurum'u seçti`: with a figure, in the acc."""
        units = self._clause.units
        inside = any(isinstance(one.data, AgencyName) for one in units)
        # `Samsun, Erdoğan'ı yüzde 60,4'le ilk sıraya yazdı`, `oyları İmamoğlu'nu ... öne çıkardı`
        ranked = any(
            one.fold in ("siraya", "one")
            and two.fold.startswith(("yaz", "koy", "cikar", "tasi", "yerles"))
            for one, two in pairwise(units)
        )
        if ranked:
            return True
        shown = inside or self._scope.here.agency is not None
        verbs = bool(senses & {Sense.SHOW, Sense.PASS}) or self._nominal()
        # `CHP'yi yüzde 40,4, AK Parti'yi yüzde 39,1 olarak veriyor`
        verbs = verbs or (Sense.GIVE in senses and "olarak" in self._clause.folds)
        verbs = verbs or (inside and bool(senses & {Sense.SAY, Sense.GIVE}))
        parts = [one.data for one in units if isinstance(one.data, Number)]
        voters = Sense.VOTER in senses or any(one.partitive for one in parts)
        if Sense.CHOOSE in senses and voters:
            # `seçmenin yüzde 80,3'ü Kılıçdaroğlu'nu tercih etti`
            return True
        # `Özer'i yüzde 39,6 ile Öncü takip ediyor`
        led = any(one.fold.startswith(("takip", "izl")) for one in self._clause.words)
        ahead = [unit for unit in self._clause.words if unit.word(Sense.AHEAD)]
        # `AA, Saygılı'yı yüzde 44,8'le önde gösteriyor`: who is shown, whatever beside it.
        ranked = Sense.SHOW in self._clause.predicate or all(
            unit.word(Sense.RANK) for unit in ahead
        )
        return shown and verbs and not led and ranked

    def _relative_subject(self, at: int) -> bool:
        """`Erdoğan'ın yaşadığı Üsküdar'da`, `Türkmen'in 10 yıldır yönettiği`: of a clause there."""
        units = self._clause.units
        others = any(isinstance(one.data, Claimant) and one.case == "" for one in units)
        for place, unit in enumerate(units[at + 1 : at + 7], at + 1):
            counted_on = place + 1 < len(units) and units[place + 1].fold.endswith("dir")
            if isinstance(unit.data, Number) and counted_on:
                continue
            if isinstance(unit.data, Number | Claimant) or unit.fold.startswith(HER_VOTES):
                return False
            if isinstance(unit.data, PlaceName):
                return others
            verb = unit.data.verb if isinstance(unit.data, Word) else None
            pointed = verb is not None and verb.form is Form.OBJECT
            if pointed or (verb is None and unit.fold.endswith(_PARTICIPLES)):
                after = units[place + 1] if place + 1 < len(units) else None
                # `AK Parti'nin kazandığı 13 ilçede`
                counted = after is not None and isinstance(after.data, Number)
                area = units[place + 1 + counted] if place + 1 + counted < len(units) else None
                town = area is not None and area.fold in _TOWNS
                town = town or (area is not None and area.word(Sense.AREA, Sense.LISTING))
                if others and town:
                    return True
                return after is not None and isinstance(after.data, PlaceName | Claimant)
        return False

    def _nominal(self) -> bool:
        """Whether the clause has no verb of its own."""
        return self._clause.form is None and not self._clause.predicate

    def _beaten(self, at: int) -> bool:
        """`Kurum'un 8,4 puan önünde`: the one in the genitive is behind."""
        for unit in self._clause.units[at + 1 :]:
            if unit.word(Sense.AHEAD_OF, Sense.BEHIND_OF):
                return True
            if isinstance(unit.data, Claimant):
                return False
        return False

    def _group_of(self, at: int, kinds: tuple[type, ...]) -> int:
        """The unit of these kinds a value stands with: in its group, else the nearest before it."""
        units = self._clause.units
        if kinds not in self._kinds:
            found = [one for one, unit in enumerate(units) if isinstance(unit.data, kinds)]
            self._kinds[kinds] = found
        known = self._kinds[kinds]
        low, high = self._bounds(at)
        first, stop = bisect_left(known, low), bisect_left(known, high)
        if stop - first == 1:
            return known[first]
        before = bisect_left(known, at)
        return known[before - 1] if before else -1

    def _bounds(self, at: int) -> tuple[int, int]:
        """Where the group begins and ends that a unit stands in."""
        place = bisect_left(self._parters, at)
        low = self._parters[place - 1] + 1 if place else 0
        return low, (
            self._parters[place] if place < len(self._parters) else len(self._clause.units)
        )

    @Once
    def _parters(self) -> list[int]:
        """Where the marks and words stand that part groups."""
        return [at for at in range(len(self._clause.units)) if self._parts(at)]

    @Once
    def _kinds(self) -> dict[tuple[type, ...], list[int]]:
        """Where units of some kinds stand, as they are asked for."""
        return {}

    def _parts(self, at: int) -> bool:
        unit = self._clause.units[at]
        if isinstance(unit.data, Mark):
            return unit.mark(PARTERS) or is_dash(unit)
        if isinstance(unit.data, PlaceName) and at and at + 1 < len(self._clause.units):
            # `... Kurum 39,6 ANKARA: Yavaş 60,4`: a place before a colon begins what follows.
            return self._clause.units[at + 1].mark(":")
        return unit.fold == "ve"

    def _joined_before(self, at: int, *joints: str) -> Unit | None:
        """What a unit is joined to, by one of these words or marks: `Maltepe ve Kartal'da`."""
        units = self._clause.units
        joint = units[at - 1] if at > 1 else None
        joined = joint is not None and (joint.fold in joints or joint.sign in joints)
        return units[at - 2] if joined else None

    def _in_turn(self, values: Sequence[int]) -> dict[int, int] | None:
        """`Tuzla ve Pendik'te CHP 45,8 ve 39,3; AK Parti 36,6 ve 41,9`: in order."""
        units = self._clause.units
        joint = [
            at
            for at in self._places
            if any(
                units[other].fold in ("ve", "ile") or units[other].mark(",")
                for other in (at - 1, at + 1)
                if 0 <= other < len(units)
            )
        ]
        ordered = self._clause.has(Sense.IN_ORDER)
        first = min(values, default=0)
        if len(joint) < 2 or not values or (joint[-1] > first and not ordered):
            return None
        summed = any(unit.fold.startswith("toplam") for unit in units[joint[-1] + 1 :][:1])
        summed |= "toplaminda" in self._clause.folds
        if summed or joint[-1] - joint[0] != 2 * (len(joint) - 1) or len(values) % len(joint):
            return None
        if not ordered and len(self._holders) > 1 and len(values) < 2 * len(self._holders):
            # `Maltepe ve Kartal'da CHP 58,6, AK Parti 32,9`: of both, or of each as much.
            return None
        if self._places[-1] > joint[-1]:
            # `Uşak ve Muğla el değiştirdi: Uşak'ta CHP ...`: each is named again.
            return None
        return {at: joint[number % len(joint)] for number, at in enumerate(values)}
