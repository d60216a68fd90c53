"""Who leads where a clause tells of a lead, and whose gap it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from desk.reading.grammar import rivals
from desk.reading.grammar.grouping import LATER, Grouping
from desk.reading.grammar.roles import FigureRole, Part
from desk.reading.lexicon import words_of
from desk.reading.units import Claimant, Unit
from desk.reading.vocabulary import Form, Sense


def _is_later(units: Sequence[Unit]) -> bool:
    later = bool(units) and units[0].fold.startswith((*LATER, "son"))
    # `Erdoğan ikinci turu kazandı`, `ikinci kez`
    return later and not any(one.fold.startswith(_TIMES) for one in units[1:2])


_TIMES = ("tur", "kez", "kere", "defa", "donem")


_LOSES = re.compile(
    " (?:kaybed|yenilen|kaptir|kacir|devret|teslim e)"
    "| (?:ikinci|ucuncu|dorduncu) ?(?:$|ol|kal|sira|part)"
    "|fark(?:la|iyla) (?!geride)(?:\\w+ )?birakti"
)
"""`Tuzla'yı 18 bin 201 oy farkla kaybeden Şadi Yazıcı`, `3 puan farkla ikinci`: who is behind."""


class Leading(Grouping):
    """Finds who leads."""

    def _named(self, *cases: str) -> list[Unit]:
        units = self._clause.units
        return [unit for unit in units if isinstance(unit.data, Claimant) and unit.case in cases]

    def _ahead_of_others(self) -> list[Unit]:
        """Who may lead; nobody in `İmamoğlu ile Kurum arasındaki fark`."""
        units, holders = self._clause.units, self._holders
        if any(unit.fold.startswith("arasi") for unit in self._clause.words):
            # `... arasında 13,1 puan fark var, İmamoğlu önde`
            last = max(self._clause.numbers, default=len(units))
            holders = [at for at in holders if at > last]
        # `CHP birinci, AK Parti ikinci, fark 2 puan`
        told = [units[at] for at in holders if not _is_later(units[at + 1 : at + 3])]
        return [unit for unit in told if unit.case in ("", "poss", "other")]

    def _leaders(self, roles: dict[int, FigureRole]) -> dict[int, Unit]:
        """`Fatih'te AKP CHP'yi 9 puan, Şişli'de CHP AKP'yi 6 puan geride bıraktı`: each its own."""
        leads = [at for at, role in roles.items() if role.part is Part.LEAD]
        left = any(unit.fold.startswith("birak") for unit in self._clause.words)
        ahead = left or Sense.PASS in self._clause.predicate
        if len(leads) < 2 or not (ahead or self._clause.has(Sense.AHEAD, Sense.AHEAD_OF)):
            return {}
        found: dict[int, Unit] = {}
        named = [unit.start for unit in self._ahead_of_others()]
        for low, at in itertools.pairwise([-1, *leads]):
            own = [unit for unit in self._clause.units[low + 1 : at] if unit.start in named]
            if len(own) != 1:
                return {}
            found[at] = own[0]
        return found

    def _leader(self, leads: Sequence[int], losing: Sequence[Unit]) -> Unit | None:
        """Who leads; nobody in `CHP–AK Parti farkı`, which names both as one."""
        given, told = self._named("dat"), "".join(f" {unit.fold}" for unit in self._clause.words)
        if self._clause.form is Form.OBJECT and self._clause.has(Sense.BEHIND_OF):
            # `AK Parti'nin 2,1 puan geride olduğu Tuzla'da CHP`: who is behind.
            head = self._clause.head
            return head if head is not None and isinstance(head.data, Claimant) else None
        if _LOSES.search(told) or (" verdi" in told and len(given) == 1):
            return given[0] if len(given) == 1 else None
        leader = self._before_others(leads, losing)
        who = leader.data if leader is not None else None
        both = isinstance(who, Claimant) and not (who.candidate or who.parties or who.alias)
        # `Altınok Yavaş'ın 28,5 puan gerisinde`: two, and no name of one.
        names = words_of(who.candidate) if isinstance(who, Claimant) and who.candidate else ()
        both |= len(names) > 1 and self._scope.context.surnames.issuperset(names)
        return None if both else leader

    def _follow_her(self, followed: Sequence[Unit], nominative: Sequence[Unit]) -> bool:
        """Whether the accusative leads: others follow her, or an agency shows her ahead."""
        if any(unit.fold.startswith(("takip", "izli")) for unit in self._clause.units):
            # `İmamoğlu'nu Kurum takip ediyor`: the one followed is ahead.
            return True
        # `AA, CHP'yi AK Parti'nin 3,2 puan önünde gösteriyor`
        shown = Sense.SHOW in self._clause.predicate and len(followed) == 1 and not nominative
        return shown and self._clause.has(Sense.AHEAD, Sense.AHEAD_OF)

    def _goes_on_ahead(
        self, leads: Sequence[int], followed: Sequence[Unit], genitive: Sequence[Unit]
    ) -> Unit | None:
        """The subject of the clause before, who leads in this one."""
        clause, first, subject = self._clause, self._clause.units[0], self._thread.subject
        if not leads or subject is None:
            return None
        if first.word(Sense.GAP) and self._thread.far:
            # `ANKA'nın 21.20 verilerinde İmamoğlu'nun Kurum'a attığı | fark 14,6 puan`
            return subject
        # `Yıldırım'a fark atan İmamoğlu, | bu kez Kurum'u 1 milyon 6 bin oy farkla geçti`
        goes_on = followed and Sense.PASS in clause.predicate
        # `Öntürk, sandıkların yüzde 99,4'ü açılmışken | Savaş'ın 0,5 puan önünde`
        goes_on = goes_on or (clause.has(Sense.AHEAD_OF) and genitive and self._thread.goes_on)
        return subject if goes_on and not subject.case else None

    def _before_others(self, leads: Sequence[int], losing: Sequence[Unit]) -> Unit | None:
        """The nominative before `önde`, the genitive before `gerisinde`, who is followed."""
        clause, units = self._clause, self._clause.units
        if not clause.words:
            return None
        nominative = self._ahead_of_others()
        genitive = self._named("gen")
        if (last := rivals.said_last(units)) is not None:
            return last
        followed = [unit for unit in losing if unit.case == "acc"]
        # `Kurum'u geride bıraktı`: the one who leaves is ahead.
        leaves = any(unit.fold.startswith("birak") for unit in clause.words)
        ahead = leaves or clause.has(Sense.AHEAD, Sense.AHEAD_OF)
        ahead = ahead or bool(clause.predicate & {Sense.PASS, Sense.RESULT})
        if followed and self._follow_her(followed, nominative):
            return followed[0]
        far = any(unit.fold.startswith("attigi") for unit in clause.words)
        if (clause.has(Sense.BEHIND_OF) and not leaves) or far:
            return genitive[0] if genitive else None
        if ahead and nominative:
            # `Dedetaş önde, İmamoğlu ise Kurum'a 11 puan fark attı`: the one told of last.
            before = [units[at] for at in self._holders if leads and at < leads[0]]
            told = [unit for unit in before if unit in nominative]
            return rivals.told_last(told, leaves) or nominative[0]
        if ahead and clause.form is Form.SUBJECT and clause.head is not None:
            # `AKP'nin 1.214 oy önünde olan CHP`, `makas 9,4 puan, önde olan İmamoğlu`
            return clause.head if isinstance(clause.head.data, Claimant) else None
        carried = self._goes_on_ahead(leads, followed, genitive)
        if carried is not None or not leads:
            return carried
        if len(nominative) == 1 and rivals.widens(units):
            return nominative[0]
        apart = [unit for unit in units if not rivals.is_against(unit)]
        if len(apart) < len(units):
            # `İmamoğlu'nun Kurum karşısındaki üstünlüğü 14,6 puan`
            apart = [one for one in apart if one in genitive or not isinstance(one.data, Claimant)]
        owner = [
            one
            for at, (one, two) in enumerate(itertools.pairwise(apart))
            if two.fold.startswith(("farki", "ustunlugu"))
            and not (at and units[at - 1].fold in ("ile", "ve"))
        ]
        owner = genitive if rivals.has_upper_hand(units, genitive) else owner
        if len(owner) == 1 and owner[0] in genitive:
            # `İmamoğlu'nun farkı 14,1 puan`: whose the lead is.
            return owner[0]
        if len(leads) == 1 and nominative and any(one.fold == "lehine" for one in units):
            # `... İstanbul'da tersine 350 bin (Kurum lehine)`: another place's, not this lead's.
            between = any(leads[0] < at < self._holders[-1] for at in self._places)
            return None if between else nominative[-1]
        return None
