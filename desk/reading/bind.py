"""The grammar of a sentence: walks its items and hands each value to the rule it falls under.

It keeps at most one label open, and a value is bound only when every word between is known to be
harmless. What cannot be bound becomes a question; no text is looked at here.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.facts.codes import Code
from desk.reading.collect import Collector
from desk.reading.contenders import bind_against, bind_to_contender
from desk.reading.counts import bind_boxes, bind_lead, bind_opened, bind_to_key, is_lead, opens
from desk.reading.cursor import Cursor, Open
from desk.reading.items import (
    AgencyNamed,
    Aside,
    Key,
    LabelNamed,
    Mention,
    PlaceNamed,
    Punctuation,
    TextItem,
    Word,
)
from desk.reading.notation import Clock, Day, Notation, Unit, Value
from desk.reading.sentences import Outlook
from desk.reading.state import ReadingState
from desk.reading.words import Sense

_RESETS = ";•▪●◦‣*\n"
_HARMLESS_MARKS = ":=()-/>→,|\t\"'"
_STRICT_WORDS = frozenset(["ise", "oran", "oy", "oyu", "orani", "oylari", "yuzde", "toplam"])


class Binder:
    """Binds the values of one sentence; build one for each."""

    def __init__(
        self,
        items: Sequence[TextItem],
        state: ReadingState,
        out: Collector,
        outlook: Outlook,
        quoted: bool = False,
        abroad: bool = False,
    ) -> None:
        self._c = Cursor(items, state, out, outlook)
        self._c.abroad = abroad
        self._quoted = quoted
        self._depth = 0
        self._other_year = False

    def run(self) -> TextItem | None:
        """Bind everything; the topic that may go on in the next line comes back."""
        veto = self._c.outlook.veto
        against = False
        for index, item in enumerate(self._c.items):
            data = item.data
            if veto is None and not against and isinstance(data, Value):
                against = True
                bind_against(self._c)
            self._c.now = index
            if not isinstance(data, Value):
                self._other(index, item)
            elif index not in self._c.used:
                if veto is None:
                    self._value(index, item, data)
                elif veto.startswith("Q"):
                    self._c.out.ask(veto, item)
                else:
                    self._c.out.leave(veto, item)
        return self._c.topic

    @property
    def abroad(self) -> bool:
        """Whether what comes next is still told of the votes abroad."""
        return self._c.abroad

    def _other(self, index: int, item: TextItem) -> None:
        match item.data:
            case Word() as word:
                self._word(item, word)
            case Punctuation() as mark:
                self._mark(mark)
            case AgencyNamed() as agency:
                self._agency(index, item, agency)
            case PlaceNamed() as place:
                self._place(index, item, place)
            case Clock(time=moment):
                if moment is not None:
                    self._c.state.set_time(
                        moment, item.start, item.end, bool(self._c.outlook.line.agencies)
                    )
            case LabelNamed():
                self._label(index, item)
            case Key():
                if self._c.outlook.veto is None and index not in self._c.used:
                    self._c.open = Open(item, index)
            case Aside() as aside:
                self._aside(aside)
            case Day() as day:
                self._c.spoil()
                self._other_year = self._depth > 0 and not day.full

    def _agency(self, index: int, item: TextItem, agency: AgencyNamed) -> None:
        if agency.form is Mention.MENTION:
            self._c.spoil()
            if agency.code != self._c.state.where.agency and not self._quoted:
                # `ANKA ise ...`: the next figures may be hers, or not.
                self._c.state.doubt_agency(item.start, item.end)
            return
        if self._c.outlook.line.agencies > 1 and self._pair_of_agencies(index):
            self._c.state.doubt_agency(item.start, item.end)
        else:
            self._c.state.set_agency(item)
        self._c.fresh_place = True
        if self._c.open is not None:
            self._c.open.places += 1

    def _pair_of_agencies(self, index: int) -> bool:
        """`AA ve ANKA`, `AA/ANKA`: two sources of one figure."""
        for step in (1, -1):
            near = self._c.at(index + step)
            beyond = self._c.at(index + 2 * step)
            if beyond is None or not isinstance(beyond.data, AgencyNamed) or near is None:
                continue
            joins = isinstance(near.data, Word) and near.data.fold in ("ve", "ile", "veya")
            if joins or (isinstance(near.data, Punctuation) and near.data.text in "/,&+-"):
                return True
        return False

    def _place(self, index: int, item: TextItem, place: PlaceNamed) -> None:
        current = self._c.state.where.place
        if place.form is Mention.MENTION:
            if current not in place.names:
                # `Beyoğlu'nu CHP kazandı`: what follows may be of there, or not.
                self._c.state.doubt_place(item.start, item.end)
            return
        if self._is_listed_place(index):
            # `Kadıköy, Beşiktaş ve Şişli'de`: a figure of all of them is nobody's own.
            self._c.state.doubt_place(item.start, item.end)
        else:
            self._c.state.set_place(item)
        self._c.fresh_place = True
        if self._c.open is not None:
            self._c.open.places += 1
        self._c.abroad = False

    def _is_listed_place(self, index: int) -> bool:
        joint, before = self._c.at(index - 1), self._c.at(index - 2)
        return (
            joint is not None
            and _is_listing(joint)
            and before is not None
            and isinstance(before.data, PlaceNamed)
        )

    def _label(self, index: int, item: TextItem) -> None:
        if index in self._c.used:
            return
        if item.case not in ("", "gen"):
            label = item.data
            if item.case in ("loc", "ki") and isinstance(label, LabelNamed) and not label.sure:
                self._c.state.doubt_place(item.start, item.end)
            # `Kurum'dan`, `İmamoğlu'na`: compared with, not told of.
            self._c.spoil()
            return
        before = self._c.open
        # `%51'lik ... İmamoğlu`: beside a value nobody could bind, it may be that value's label.
        fresh = Open(item, index, doubtful=self._c.tainted)
        if before is not None and isinstance(before.item.data, LabelNamed) and not before.valued:
            between = self._c.items[before.index + 1 : index]
            if len(between) < 4 and all(_is_listing(near) for near in between):
                # `CHP ve AKP yüzde 90`, `CHP, AKP, MHP`: a list, nobody's own figure.
                fresh.doubtful = True
        self._c.open = fresh

    def _word(self, item: TextItem, word: Word) -> None:
        if item.case in ("loc", "ki") and word.capital and not word.senses:
            # `Almanya'da`: a place nobody here knows.
            self._c.state.doubt_place(item.start, item.end)
        if self._c.open is None:
            return
        if Sense.BETWEEN not in word.senses and Sense.CLOCK not in word.senses:
            self._c.open.clean = False
        if word.fold not in _STRICT_WORDS:
            self._c.open.strict = False

    def _mark(self, mark: Punctuation) -> None:
        if mark.text == '"':
            self._quoted = not self._quoted
        if mark.text in "()":
            self._depth = max(0, self._depth + (1 if mark.text == "(" else -1))
            self._other_year = self._other_year and self._depth > 0
        if mark.text in ",|\t":
            self._c.tainted = False
            if self._c.open is not None:
                self._c.open.comma = True
        elif mark.text in _RESETS or mark.text not in _HARMLESS_MARKS:
            self._c.open = None
            self._c.tainted = False
        elif mark.text == "-" and self._c.open is not None and self._c.open.valued:
            self._c.open.comma = True
        self._c.fresh_place = self._c.fresh_place and mark.text not in ";"

    def _aside(self, aside: Aside) -> None:
        if aside.abroad or aside.inland:
            self._c.abroad = aside.abroad
        else:
            self._c.spoil()

    def _value(self, index: int, item: TextItem, value: Value) -> None:
        if self._quoted:
            # Somebody's words: whose figures they are, the text does not say.
            self._c.ask(Code.Q307, item)
        elif self._c.abroad:
            self._c.out.leave(Code.I309, item)
        elif self._other_year:
            # `(2019: HDP yüzde 4,2)`: what the brackets tell is of that year.
            self._c.ask(Code.Q303, item)
        elif value.form is Notation.ODD:
            self._c.ask(Code.Q305, item)
        elif value.unit in (Unit.SEATS, Unit.VOTERS) and not value.percent:
            seats = value.unit is Unit.SEATS
            self._c.out.leave(Code.I304 if seats else Code.I305, item)
            self._c.spoil()
        elif is_lead(self._c, index, value):
            bind_lead(self._c, index, item, value)
        elif value.unit is Unit.POINTS:
            self._c.out.leave(Code.I307, item)
            self._c.spoil()
        elif opens(self._c, index, value):
            bind_opened(self._c, item, value)
        elif value.unit is Unit.BOXES and not value.percent:
            bind_boxes(self._c, index, item, value)
        elif self._c.open is not None and isinstance(self._c.open.item.data, Key):
            if not bind_to_key(self._c, index, item, value, self._c.open, self._c.open.item.data):
                bind_to_contender(self._c, index, item, value)
        else:
            bind_to_contender(self._c, index, item, value)


def _is_listing(item: TextItem) -> bool:
    if isinstance(item.data, Punctuation):
        return item.data.text in ",/&"
    return isinstance(item.data, Word) and item.data.fold in ("ve", "ile", "veya")
