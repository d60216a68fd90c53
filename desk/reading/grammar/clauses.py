"""A line's units to sentences and clauses: Turkish puts the verb last, and it decides.

A clause ends with its verb; one that points right (`yüzde 31,68'de kalan Altınok`) says so. What
its numbers are is `roles`, whose they are `binding`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import pairwise

from desk.reading.numbers import Day, Number
from desk.reading.units import AgencyName, Claimant, Mark, Once, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense

_CLOSING = (Form.FINITE, Form.EARLIER, Form.FUTURE, Form.IF, Form.CONVERB)
_POINTING = (Form.SUBJECT, Form.OBJECT)
_HEAD_REACH = 9
_STOPS = ".!?…"
_TICKER = (">>", ">>>")
"""What parts the items of a ticker."""
_OFFICES = ("secimi", "yarisi", "baskanligi", "koltugu", "belediyeyi", "ilceyi", "sehri", "kenti")
FUTURE = re.compile(r"\w{2,}[ae]ca[gk]\w{0,6}|\w{2,}ecek\w{0,6}")
"""`yapacak`, `gelecekler`: of a verb nobody knows, but told of what is to come."""
WHEN = re.compile(r"\w+[dt][iu]g[iu]nd[ae]")
"""`açıldığında`, `sayıldığında`"""
_LONGEST = 90
"""Units of a clause at most, so that the work grows with the text and no faster."""


@dataclass
class Clause:
    """A run of units up to its verb.

    ``head`` is the unit a relative clause points at: a contender, a place, or a word (`fark`).
    """

    units: list[Unit]
    form: Form | None = None
    head: Unit | None = None
    turned: bool = False
    after: Sequence[Unit] = field(default=())

    words: list[Unit] = field(init=False)
    numbers: list[int] = field(init=False)
    """Its words, and where its numbers stand."""

    def __post_init__(self) -> None:
        self.words = [unit for unit in self.units if unit.fold]
        self.numbers = [at for at, unit in enumerate(self.units) if isinstance(unit.data, Number)]

    def telling(self, numbers: list[int]) -> Clause:
        """The same clause, with some of its numbers taken for none."""
        if numbers == self.numbers:
            return self
        told = copy(self)
        told.numbers = numbers
        return told

    @Once
    def senses(self) -> frozenset[Sense]:
        """Everything its words may do."""
        told = (unit.data.senses for unit in self.words if isinstance(unit.data, Word))
        return frozenset().union(*told)

    @Once
    def folds(self) -> frozenset[str]:
        """Its words, folded."""
        return frozenset(unit.fold for unit in self.words)

    @Once
    def predicate(self) -> frozenset[Sense]:
        """What the verb that ends it does; a verb's own senses only."""
        for at, unit in reversed([*enumerate(self.units)]) if self.words else ():
            if unit.fold.startswith("olmayan"):
                continue
            if isinstance(unit.data, Word) and unit.data.verb and unit.data.verb.sense:
                # `45.100 oy alıp seçimi kaybetti`: an office is lost, no votes.
                object_ = self.units[at - 1].fold if at else ""
                lost = object_.startswith(_OFFICES) and not object_.endswith(("de", "da"))
                # `yüzde 40,9'la ikinci sıraya düştü`: a rank is, and no figure.
                lost = lost or object_.startswith("siraya")
                moved = {Sense.CHANGE, Sense.MOVE} if lost else frozenset[Sense]()
                if unit.fold.startswith(("cekil", "gel")) and _is_goal(self.units, at - 1):
                    # `42,9'a çekildi`, `yüzde 48,4'e geldi`: it is what it went to.
                    return frozenset([Sense.MOVE])
                return frozenset(unit.data.senses) - moved
            if isinstance(unit.data, Number):
                break
        return frozenset()

    @property
    def moved(self) -> bool:
        """Whether its figure moved to where it is: `yüzde 49,9'a tırmandı`."""
        told = self.predicate & {Sense.MOVE, Sense.REACH}
        return bool(told) and any(self.units[at].case == "dat" for at in self.numbers)

    @property
    def relative(self) -> bool:
        """Whether it points at a noun to its right."""
        return self.head is not None

    def has(self, *wanted: Sense) -> bool:
        """Whether any of its words may do any of these."""
        return bool(self.words) and not self.senses.isdisjoint(wanted)


def _is_goal(units: Sequence[Unit], at: int) -> bool:
    """Whether a figure in the dative stands at ``at``."""
    return at >= 0 and isinstance(units[at].data, Number) and units[at].case in ("dat", "possdat")


def sentences(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The line parted at full stops; brackets keep theirs."""
    sentence: list[Unit] = []
    depth = 0
    for at, unit in enumerate(units):
        if isinstance(unit.data, Mark):
            depth = max(0, depth + (unit.data.text == "(") - (unit.data.text == ")"))
            parts = unit.data.text in _TICKER or (unit.data.text[0] in _STOPS and _ends(units, at))
            if parts and not depth:
                yield sentence
                sentence = []
                continue
        sentence.append(unit)
    if sentence:
        yield sentence


def _ends(units: Sequence[Unit], at: int) -> bool:
    """Whether a full stop ends a sentence: it is not between a number and its blank decimals."""
    if at + 1 >= len(units):
        return True
    after, mark = units[at + 1].data, units[at].data
    if isinstance(mark, Mark) and len(mark.text) > 1:
        # `%52,6 ile Ankara'da... değil`: three dots before a small word end nothing.
        return not isinstance(after, Word) or after.capital
    spoken = units[at + 1].mark('"')
    return units[at + 1].start > units[at].end or spoken or units[at].mark("!?…")


def clauses(sentence: Sequence[Unit]) -> list[Clause]:
    """The clauses of a sentence in their order."""
    return _Splitter(_like_before(sentence)).split()


def _like_before(units: Sequence[Unit]) -> list[Unit]:
    """`yüzde 84'ten 78'e`: what is said of the first number of two is said of both."""
    done = list(units)
    for at, unit in enumerate(done[1:], 1):
        before = done[at - 1]
        one, two = before.data, unit.data
        if not (isinstance(one, Number) and isinstance(two, Number)):
            continue
        if before.case == "abl" and unit.case == "dat" and one.percent and two.whole:
            done[at] = replace(unit, data=two._replace(percent=True))
    return done


class _Splitter:
    """Parts one sentence at its verbs, semicolons and turns of time."""

    def __init__(self, sentence: Sequence[Unit]) -> None:
        self._sentence = sentence
        self._found: list[Clause] = []
        self._run: list[Unit] = []

    def split(self) -> list[Clause]:
        at = 0
        while at < len(self._sentence):
            extra = self._aside(at)
            if extra:
                # `420'si açıldı (%40)`, `(toplam 980)`: of the clause before it.
                last = self._found[-1]
                self._found[-1] = replace(last, units=last.units + extra)
                at += len(extra)
                continue
            if self._other_year(at):
                self._close(Clause(self._run))
            self._run.append(self._sentence[at])
            self._step(at)
            at += 1
        self._rest()
        return self._found

    def _other_year(self, at: int) -> bool:
        """`2019: CHP 49,0 — 2024: CHP 49,1`: a year after figures begins its own."""
        day, before = self._sentence[at].data, self._run[-1] if self._run else None
        if before is None or not isinstance(day, Day) or not day.year or day.suffix:
            return False
        headed = at + 1 < len(self._sentence) and self._sentence[at + 1].mark(":")
        listed = isinstance(before.data, Mark | Number) and (headed or not before.mark("("))
        bare = listed and (headed or day.month is None)
        return bare and any(isinstance(one.data, Number) for one in self._run)

    def _aside(self, at: int) -> list[Unit]:
        opens = not self._run and self._sentence[at].mark("(")
        closed = bool(self._found) and self._found[-1].form is not None
        return _bracket(self._sentence, at) if opens and closed else []

    def _step(self, at: int) -> None:
        unit, run = self._sentence[at], self._run
        if len(run) >= _LONGEST:
            # No clause is that long; whatever this is, each part is looked at by itself.
            self._close(Clause(run))
            return
        if not (unit.fold or unit.mark(",;") or isinstance(unit.data, Number)):
            # A name, or another mark: nothing ends with it.
            return
        turned = unit.mark(",") and _turns(self._sentence, at) and _tells(run)
        after = self._sentence[at + 1] if at + 1 < len(self._sentence) else None
        # `ilk kez bir kadın yönetecek: Burcu Köksal …`
        foretold = after is not None and after.mark(":") and FUTURE.fullmatch(unit.fold)
        if unit.mark(";") or turned or foretold or (unit.mark(",") and _was_so(run)):
            self._close(Clause(run, turned=turned))
            return
        form = unit.data.verb.form if isinstance(unit.data, Word) and unit.data.verb else None
        if _at_a_figure(run) or (form is None and _points_with_it(run, after)):
            form = Form.SUBJECT
        if form in (Form.OBJECT, Form.CONVERB) and unit.word(Sense.OPENED):
            form = _when_counted(run, form)
        headed = form is Form.FINITE and after is not None and after.mark(":")
        if unit.fold.startswith("olarak") or form is None or not (_tells(run) or headed):
            return
        if form in _CLOSING and not _goes_on(self._sentence, at):
            # `yüzde 33,1 alsa da`: it did.
            conceded = form is Form.IF and after is not None and after.fold in ("da", "de", "bile")
            self._close(Clause(run, Form.CONVERB if conceded else form))
        elif form in _POINTING and any(isinstance(one.data, Number | Day) for one in run):
            self._point(at, form)

    def _point(self, at: int, form: Form) -> None:
        """Close a relative clause; what stands before it goes on around it."""
        head = _head(self._sentence, at)
        if head is None:
            if form is Form.OBJECT and _is_told(self._sentence, at):
                self._close(Clause(self._run, form))
            return
        if form is Form.SUBJECT and _is_said_of(self._run, self._sentence[at + 1 :], head):
            return
        if (stop := _told_before(self._run, form)) > 0:
            # `Erhürman'ın aldığı oy sayısı 84 bin 630, Tatar'ın aldığı oy sayısı ise 48 bin 208`
            self._found.append(Clause(self._run[:stop]))
            self._run = self._run[stop:]
            return
        left, own = _own_part(self._run, form, head)
        if any(isinstance(one.data, Number) for one in left):
            self._close(Clause(left))
            left = []
        if stop := _address_of(left):
            # `Üsküdar'da İmamoğlu, yüzde 42,6'da kalan Kurum'u geçti`: where all of it is told.
            self._close(Clause(left[:stop]))
            left = left[stop:]
        self._close(Clause(own, form, head))
        self._run = left

    def _close(self, clause: Clause) -> None:
        self._found.append(clause)
        self._run = []

    def _rest(self) -> None:
        """What is left is a clause of its own, or the end of the one before."""
        if not self._run:
            return
        last = self._found[-1] if self._found else None
        ended = last is not None and last.units[-1].mark(";")
        if last is not None and not ended and not _tells(self._run) and not last.relative:
            verbs = [
                one.data.verb for one in self._run if isinstance(one.data, Word) and one.data.verb
            ]
            form = verbs[-1].form if verbs else last.form
            self._found[-1] = replace(last, units=last.units + self._run, form=form)
        else:
            self._found.append(Clause(self._run))


def _bracket(sentence: Sequence[Unit], at: int) -> list[Unit]:
    total = at + 1 < len(sentence) and sentence[at + 1].word(Sense.TOTAL)
    # `dedi (265.410 oy)`
    voted = at + 2 < len(sentence) and sentence[at + 2].fold == "oy"
    inside = list(sentence[at : at + 3 + total + voted])
    if len(inside) < 3 + total + voted or not inside[-1].mark(")"):
        return []
    return inside if isinstance(inside[1 + total].data, Number) else []


_WITH_A_VERB = ("ins", "loc")
"""The cases of a figure that only a verb explains."""
WAS = ("di", "du", "ti", "tu")
"""How a verb, or a figure's own verb, ends that tells of the past, folded."""


def _was_so(run: Sequence[Unit]) -> bool:
    """`Geçen seçimde oyu 60,8'di, …`: a figure's own verb."""
    last = run[-2].data if len(run) > 1 else None
    return isinstance(last, Number) and last.suffix.endswith(WAS)


def _turns(sentence: Sequence[Unit], at: int) -> bool:
    """`geçen sefer yüzde 41, bugün yüzde 48`: to this election, or to what holds: `doğrusu`."""
    one = sentence[at + 1].fold if at + 1 < len(sentence) else ""
    two = sentence[at + 2].fold if at + 2 < len(sentence) else ""
    return (
        one in ("bugun", "simdi", "dogrusu")
        or (one == "ikinci" and two.startswith("tur"))
        or (one == "bu" and two.startswith(("kez", "sefer", "defa", "yil", "secim", "donem")))
        or (one == "su" and two == "an")
    )


def _tells(run: Sequence[Unit]) -> bool:
    return any(isinstance(unit.data, Number | Claimant | Day) for unit in run)


def _goes_on(sentence: Sequence[Unit], at: int) -> bool:
    """`önde götürüyor`, `birinci oldu`: another verb right behind belongs to the same clause."""
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    verb = after.data.verb if after is not None and isinstance(after.data, Word) else None
    return verb is not None and verb.form in _CLOSING and verb.form is not Form.CONVERB


def _when_counted(run: Sequence[Unit], form: Form) -> Form | None:
    """`Dedetaş, sandıkların yüzde 80'i açıldığında | yüzde 49,7'de`: a clause of its own.

    `sandıkların yüzde 80'i sayılmışken Şile'de …` is none: how far the count is, is told for
    what follows, and of its place.
    """
    if any(isinstance(unit.data, Claimant) for unit in run):
        return Form.CONVERB if WHEN.fullmatch(run[-1].fold) else form
    placed = any(isinstance(unit.data, PlaceName) for unit in run)
    return form if placed or form is Form.OBJECT else None


def _at_a_figure(run: Sequence[Unit]) -> bool:
    """`160 bin 902 oydaki Erin`, `yüzde 41'deki Kurum`: points right as a participle does."""
    before = run[-2] if len(run) > 1 else None
    counted = before is not None and isinstance(before.data, Number)
    figure = isinstance(run[-1].data, Number) and run[-1].data.clock is None
    figure = figure or (counted and run[-1].word(Sense.VOTE, Sense.RATE))
    return figure and (run[-1].case == "ki" or run[-1].fold.endswith(("daki", "deki")))


def _points_with_it(run: Sequence[Unit], after: Unit | None) -> bool:
    """`yüzde 54,2'yle geri dönen İmamoğlu`: a verb nobody listed, between its figure and whose."""
    told = run[-4:-1]
    figure = any(isinstance(one.data, Number) and one.case in _WITH_A_VERB for one in told)
    doer = run[-1].fold.endswith(("an", "en")) and not run[-1].senses
    return figure and doer and after is not None and isinstance(after.data, Claimant)


def _is_told(sentence: Sequence[Unit], at: int) -> bool:
    """`oy aldığı görülmüştür`, `olduğunu belirtti`: what was said, as good as the verb itself."""
    ahead = sentence[at + 1 : at + 3]
    return (
        any(
            unit.mark(",;") or (isinstance(unit.data, Word) and unit.data.verb is not None)
            for unit in ahead
        )
        or not ahead
    )


def _head(sentence: Sequence[Unit], at: int) -> Unit | None:
    """What a participle at ``at`` points at: the next contender, place or noun of a figure."""
    for unit in sentence[at + 1 : at + 1 + _HEAD_REACH]:
        if isinstance(unit.data, Claimant | PlaceName | RaceName):
            return unit
        if unit.word(Sense.GAP, Sense.TURNOUT, Sense.VOTE, Sense.CLOCK, Sense.BOX, Sense.RATE):
            return unit
        if isinstance(unit.data, Word) and unit.fold.startswith(
            ("secim", "sonuc", "oran", "il", "sehir", "ilce", "parti", "koltu", "makam", "unvan")
        ):
            return unit
        if isinstance(unit.data, Mark) and not unit.mark('("'):
            return None
        if isinstance(unit.data, Number):
            return None
    return None


def _address_of(left: Sequence[Unit]) -> int:
    """Where the source, place and contest end that a clause begins with; 0 without any."""
    stop = 0
    for at, unit in enumerate(left):
        if isinstance(unit.data, AgencyName | PlaceName | RaceName):
            stop = at + 1
        elif isinstance(unit.data, Claimant):
            break
    return stop


def _is_said_of(run: Sequence[Unit], behind: Sequence[Unit], head: Unit) -> bool:
    """`Yeğin yüzde 50,6'yla ipi göğüsleyen bir diğer isim oldu`: who she is, and no other."""
    named = any(isinstance(unit.data, Claimant) and not unit.case for unit in run)
    another = any(one.fold == "bir" and two is head for one, two in pairwise(behind[:_HEAD_REACH]))
    return named and (head.fold.startswith("parti") or another)


def _is_share(unit: Unit) -> bool:
    return isinstance(unit.data, Number) and unit.data.is_share


def _told_before(run: Sequence[Unit], form: Form) -> int:
    """Where somebody begins of whom nothing is told yet, behind another's figure and a comma."""
    last = max((at for at, unit in enumerate(run) if isinstance(unit.data, Number)), default=-1)
    behind = run[last + 1 :]
    named = [one for one in behind[1:] if isinstance(one.data, Claimant) and one.case == "gen"]
    parted = form is Form.OBJECT and last > 0 and bool(behind) and behind[0].mark(",")
    return last + 2 if parted and len(named) == 1 else 0


def _is_within(run: Sequence[Unit], at: int) -> bool:
    """`Döğücü'den (AK Parti, yüzde 41,5) devralan Yeğin`: what stands in brackets."""
    return sum(unit.mark("(") - unit.mark(")") for unit in run[:at]) > 0


def _own_part(run: list[Unit], form: Form, head: Unit) -> tuple[list[Unit], list[Unit]]:
    """Part a relative clause from the clause around it.

    `İmamoğlu 4.159.650 oyla 4.131.761 oy alan Yıldırım`: a contender before a participle of the
    doer is the outer clause's, and so is everything up to the participle's own figure.
    """
    if form is not Form.SUBJECT:
        return [], run
    # `AKP'nin 1.214 oy önünde olan CHP`: the one ahead of whom it is, is inside.
    compared = any(unit.word(Sense.AHEAD_OF, Sense.BEHIND_OF) for unit in run)
    cases = ("",) if compared else ("", "gen")
    outer = max(
        (
            at
            for at, unit in enumerate(run)
            if isinstance(unit.data, Claimant) and unit.case in cases and not _is_within(run, at)
        ),
        default=-1,
    )
    if outer < 0:
        return [], run
    numbers = [at for at, unit in enumerate(run) if isinstance(unit.data, Number) and at > outer]
    commas = [at for at, unit in enumerate(run) if unit.mark(",") and at > outer]
    if not numbers:
        return [], run
    cut = numbers[-1]
    early = [at for at in commas if at < numbers[0]]
    if run[-1].fold == "olan" and head.word(Sense.VOTE, Sense.RATE):
        # `İmamoğlu'nun yüzde 49,4 olan oyu`: what it was, all of it.
        cut = outer + 1
    elif commas and commas[-1] > numbers[-1] and _is_share(run[numbers[-1]]):
        # `Oğan yüzde 5,3, adı yer alan İnce yüzde 0,5`: the figure is before the comma.
        cut = commas[-1] + 1
    elif early:
        cut = early[-1] + 1
    elif len(numbers) > 1:
        between = [at for at in commas if numbers[-2] < at < numbers[-1]]
        cut = between[-1] + 1 if between else min(numbers[-2] + 2, numbers[-1])
    else:
        cut = outer + 1
    return run[:cut], run[cut:]
