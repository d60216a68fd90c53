"""Tables: rows of cells under a heading, parted by tabs, bars, semicolons or quoted commas.

A cell's address is what its corner, its row and its column say together; a cell without a full
address is a question. Running text never enters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from desk.facts.codes import Code
from desk.facts.figures import HUNDRED
from desk.reading.binding.binder import Binder
from desk.reading.drafts import Fact, figures_in
from desk.reading.grammar.roles import FigureRole
from desk.reading.names.joining import couple
from desk.reading.names.naming import Namer
from desk.reading.numbers import Day, Notation, Number, Other
from desk.reading.races import METRO
from desk.reading.tables.cells import Rows, is_value
from desk.reading.tables.heads import Head, clock_in, head_of, under
from desk.reading.tables.rows import (
    are_parts,
    cornered,
    names_places,
    names_sources,
    nested,
    placed,
    set_aside,
)
from desk.reading.tokens import tokenise
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit
from desk.reading.vocabulary import Sense


def read_grid(rows: Rows, text: str, namer: Namer, binder: Binder) -> None:
    """Read every cell of a table under its first row's headings."""
    acronyms = binder.scope.context.acronyms
    cells = [
        [namer.name(text, tokenise(text, start, end, acronyms)) for start, end in row]
        for row in rows.rows
    ]
    if rows.doubled:
        cells[:2] = [[above + below for above, below in zip(cells[0], cells[1], strict=True)]]
    _Sheet(cornered(cells), binder).read()


def is_headed(rows: Rows, text: str, namer: Namer, acronyms: frozenset[str]) -> bool:
    """Whether the names above a bare table's values say what they are: no menu does."""
    sure = 0
    names = Head()
    for span in rows.rows[1]:
        if not is_value(text[slice(*span)]):
            told = head_of(namer.name(text, tokenise(text, *span, acronyms)), True, False)
            names = names.over(told) or names
    for at, (span, below) in enumerate(zip(rows.rows[0], rows.rows[1], strict=True)):
        if not is_value(text[slice(*below)]):
            continue
        head = head_of(namer.name(text, tokenise(text, *span, acronyms)), False, False)
        holder = head.holder.data if head.holder else None
        known = isinstance(holder, Claimant) and bool(
            holder.parties or holder.people or holder.sure
        )
        if (head.race or head.place) and not (known or head.figure or head.unit):
            return False
        if head.strange or (head.empty and at) or names.over(head) is None:
            return False
        # `ESENYURT`, `Belediye Başkanlığı`, `AHMET ÖZER`: a card's title, and no heads of columns.
        sure += known or bool(head.figure or head.unit or head.apart or head.agency or head.timed)
    return sure > 0


class _Sheet:
    """One table being read."""

    def __init__(self, cells: list[list[list[Unit]]], binder: Binder) -> None:
        self._binder, self._scope, self._gather = binder, binder.scope, binder.gather
        self._flow = binder.flow
        self._cells = cells = [cells[0], *placed(cells[1:])]
        sited = [at for at in range(1, len(cells[0])) if names_places(cells, at)]
        races = sum(
            any(isinstance(unit.data, RaceName) for unit in cell)
            for at, cell in enumerate(cells[0])
            if at not in sited
        )
        self._heads = [
            Head() if at in sited else head_of(cell, at == 0, races > 1)
            for at, cell in enumerate(cells[0])
        ]
        self._sourced_columns()
        raced = [at for at, head in enumerate(self._heads) if head.race]
        if len(raced) == 2 and not raced[0]:
            # `İlçe | İBB'de birinci | Oran | Fark`: the columns behind are of the same contest.
            race = self._heads[raced[1]].race
            self._heads[raced[1] :] = [
                head if head.holder else replace(head, race=race)
                for head in self._heads[raced[1] :]
            ]
        for at, (one, two) in enumerate(pairwise(cells[0]), 1):
            told = [head.figure or head.apart for head in self._heads[at - 1 : at + 1]]
            alone = len(one) == len(two) == 1 and told == ["opened", Code.I305]
            if alone and two[0].word(Sense.TOTAL) and are_parts(cells[1:], at):
                # `AÇILAN | TOPLAM`: all the boxes there are.
                self._heads[at] = Head(figure="total")
        self._latest_only()
        if _of_no_pair(self._heads):
            self._heads = [
                replace(head, apart=Code.I307) if head.figure == "gap" else head
                for head in self._heads
            ]
        if races > 1 and binder.scope.context.is_national:
            # Without a night's contests their columns cannot be told apart in what comes of it.
            self._heads = [
                replace(head, strange=head.race) if head.race else head for head in self._heads
            ]
        # `Pusula`: İBB, Belediye, Meclis one below the other.
        named = [
            (at, unit.data.race)
            for row in cells[1:]
            for at, cell in enumerate(row)
            for unit in cell
            if isinstance(unit.data, RaceName)
        ]
        self._race_columns = {at for at, race in named if (at, race) != named[0]}
        # `Kartal (bşk.)`
        self._race_columns |= {
            at
            for row in cells[1:]
            for at, cell in enumerate(row)
            if any(one.mark("(") and isinstance(two.data, RaceName) for one, two in pairwise(cell))
        }
        self._begins = self._sides()
        self._rows = self._under_sections([self._row_head(row) for row in cells[1:]])
        self._above = self._scope.here.race
        self._mixed = _tells_the_city(self._heads) or _tells_the_city(self._rows)

    def _sourced_columns(self) -> None:
        """`Kaynak | ANKA | ANKA | AA` below the heads: each column's own."""
        for row in [row for row in self._cells[1:] if names_sources(row)]:
            self._cells.remove(row)
            for at, head in enumerate(self._heads[1 : len(row)], 1):
                source = Head(agency=row[at][0]) if row[at] else Head()
                self._heads[at] = head.over(source) or Head(strange=row[at][0])

    def read(self) -> None:
        """Give each number its address: its column's, its row's, the corner's and what holds."""
        before = self._scope.here
        doubts = self._scope.place_doubt, self._scope.agency_doubt
        listed = self._scope.race_heads
        if any(head.agency is not None for head in self._heads):
            # Another bulletin than the paragraph's above, whose contest it was.
            self._scope.another_source()
        self._scope.begin_line()
        corner = self._corner()
        times = self._times()
        aside = set_aside(self._cells, self._heads, self._flow.night)
        named = any(own and own.names for own in self._rows)
        for row, own, left in zip(self._cells[1:], self._rows, aside, strict=True):
            if named and own is not None and own.empty and any(unit.fold for unit in row[0]):
                # `Ortalama`: of none of the places above it.
                left = left or Code.Q313
            if len(row) < len(self._heads):
                # A cell above reaches down into this row: its columns are not the heading's.
                left = Code.Q313
            if left is not None:
                self._put_aside(row, left)
            elif own is not None:
                self._row(row, own, corner, times)
        self._scope.here = before
        self._scope.place_doubt, self._scope.agency_doubt = doubts
        self._scope.race_heads = listed
        self._scope.spend_on_table()

    def _put_aside(self, row: list[list[Unit]], why: Code) -> None:
        for unit in (unit for cell in row for unit in cell if isinstance(unit.data, Number)):
            if why is Code.Q313:
                self._ask(why, unit)
            else:
                self._gather.leave(why, unit.start, unit.end)

    def _row(self, row: list[list[Unit]], own: Head, corner: Head, times: dict[int, time]) -> None:
        held = self._scope.here.agency, self._scope.agency_doubt
        for column, cell in enumerate(row[: len(self._heads)]):
            if not (own.timed or self._heads[column].timed):
                self._gather.seen += figures_in(cell)
            self._cell(cell, column, own, corner, times, row)
            if self._heads[column].agency is not None:
                # `Sandık (ANKA)`: of this column alone.
                self._scope.here = self._scope.here._replace(agency=held[0])
                self._scope.agency_doubt = held[1]

    def _sides(self) -> dict[int, int]:
        """`ilçe | önde | % | ikinci | %`: where the names of each column of values begin.

        Only of tables with several such columns, each with a contender before it in every row.
        """
        plain = [Head(unit="share"), Head(unit="count")]
        ends = [at for at, head in enumerate(self._heads) if head in plain]
        begins = {end: start + 1 for start, end in pairwise([0, *ends])}
        named = all(
            _side(row, begin, end) is not None
            for row in self._cells[1:]
            for end, begin in begins.items()
        )
        return begins if len(ends) > 1 and named else {}

    def _corner(self) -> Head:
        """What the first heading says of all cells, unless its column has more of the kind."""
        first = self._heads[0]
        inner = [row for row in self._rows if row is not None]
        place = None if any(row.place for row in inner) else first.place
        holder = (
            None
            if any(row.holder for row in inner) or any(head.holder for head in self._heads[1:])
            else first.holder or self._titled()
        )
        agencies = [head for head in self._heads if head.agency is not None]
        # `AA saat`: whose the hours are, all the rest is.
        source = agencies[0].agency if len(agencies) == 1 and agencies[0].timed else None
        held = self._scope.here.agency
        if source and isinstance(source.data, AgencyName) and held not in (None, source.data.code):
            # `AA İBB` above `ANKA saat`: one column of another agency.
            source = None
        return replace(
            first,
            agency=first.agency or source,
            place=place,
            holder=holder,
            figure="",
            unit="",
            strange=None,
            numbering=False,
            timed=False,
        )

    def _titled(self) -> Unit | None:
        """`CHP oy oranı` above districts and years: whose the shares are."""
        holder = self._flow.holder
        known = holder is not None and isinstance(holder.data, Claimant) and holder.data.known
        return holder if known and self._flow.kind is not None else None

    def _row_head(self, row: list[list[Unit]]) -> Head | None:
        """What a row's named cells say; None if two of them contradict."""
        own = Head()
        labelled = any(head.holder is not None for head in self._heads[1:])
        for column, cell in enumerate(row):
            numbered = any(isinstance(unit.data, Number | Day) for unit in cell)
            if not cell or (column and (numbered or _is_broken(cell))):
                continue
            if column and self._begins:
                # Whose the values are stands beside each of them.
                continue
            head = head_of(cell, True, column in self._race_columns)
            if labelled and column and column < len(self._heads) and self._heads[column].strange:
                # `Kazanan`: it names a contender, but the row's figures have theirs.
                head = replace(head, holder=None, strange=None)
            if own.place and head.place and not nested(own.place, head.place):
                # `Kadıköy 71,2 | Fatih 48,9`: which of the figures are of which?
                own = replace(own, strange=cell[0])
                continue
            if own.holder and head.holder and (pair := couple(own.holder, head.holder, True)):
                own, head = replace(own, holder=pair), replace(head, holder=None)
            joined = own.over(head)
            if joined is None:
                own = replace(own, strange=cell[0])
                continue
            own = joined
        return own

    def _under_sections(self, rows: list[Head | None]) -> list[Head | None]:
        """`Başkanlık`, alone in its row above rows of contenders: what it says is theirs."""
        section = Head()
        done: list[Head | None] = []
        for row, own in zip(self._cells[1:], rows, strict=True):
            said = own and Head(agency=own.agency, place=own.place, race=own.race)
            if own is not None and own == said and not own.empty and not any(row[1:]):
                section = under(own, section)
            elif own is not None and own.holder is not None:
                own = under(own, section)
            done.append(own)
        return done

    def _times(self) -> dict[int, time]:
        """A row of times gives each column its own."""
        times: dict[int, time] = {}
        for row, own in zip(self._cells[1:], self._rows, strict=True):
            if own is None or not own.timed:
                continue
            for column, cell in enumerate(row):
                for unit in cell:
                    if (moment := clock_in(unit)) is not None:
                        times[column] = moment
        return times

    def _latest_only(self) -> None:
        """Of several years, days or rounds only the last is tonight's."""
        days = {head.day for head in self._heads if head.day is not None}
        twins = [
            head.day
            for head in self._heads
            if head.day
            and any(
                other.day is None
                and (other.unit, other.figure) == (head.unit, head.figure)
                and (head.unit or head.figure)
                for other in self._heads
            )
        ]
        if len(days) == 1 and twins:
            # `OY ORANI | 2019 OY ORANI`: the dated one is the other election's.
            self._heads = [
                replace(head, apart=Code.I302) if head.day else head for head in self._heads
            ]
            return
        if len(days) < 2:
            night = self._flow.night
            for at, head in enumerate(self._heads):
                if (
                    head.day
                    and head.day[0] > 1900
                    and night.is_tonight(Day(head.day[0])) is False
                    and night.date
                ):
                    self._heads[at] = replace(head, apart=Code.I302)
            return
        night = self._flow.night
        tonight = [
            (year, month, day)
            for year, month, day in days
            if night.is_tonight(Day(year or None, month or None, day or None))
        ]
        last = max(tonight if night.date and tonight else days)
        self._heads = [
            replace(head, apart=Code.I302) if head.day is not None and head.day != last else head
            for head in self._heads
        ]
        self._heads = [
            replace(head, apart=Code.I307, figure="") if head.figure == "gap" else head
            for head in self._heads
        ]

    # -- one cell

    def _cell(
        self,
        cell: list[Unit],
        column: int,
        own: Head,
        corner: Head,
        times: dict[int, time],
        row: list[list[Unit]],
    ) -> None:
        numbers = [unit for unit in cell if isinstance(unit.data, Number | Day)]
        head = self._heads[column]
        if (begin := self._begins.get(column)) is not None:
            head = replace(head, holder=_side(row, begin, column))
        if column and not numbers and _is_broken(cell) and (head.holder or head.figure):
            # `#YOK`, `12.Mar`: what a spreadsheet made of a figure.
            self._settle(own.over(head), None)
            self._gather.ask(Code.Q313, cell[0].start, cell[-1].end, self._scope.address())
            return
        if (
            not numbers
            or head.numbering
            or own.timed
            or (column == 0 and own.clock)
            or (
                column == 0
                and head.strange is None
                and head.empty
                and own.holder is None
                and not own.place
            )
        ):
            return
        if (
            column == 0
            and (own.place or own.holder or own.agency)
            and any(not isinstance(unit.data, Number | Mark | Day | Other) for unit in cell)
        ):
            return
        if head.timed:
            return
        seats = head.apart is Code.I304 and not any(
            isinstance(unit.data, Number) and unit.data.is_share for unit in numbers
        )
        # `2023 MV` above shares names the election, and no seats.
        told = head.apart if seats or head.apart is not Code.I304 else None
        apart = told or own.apart or self._flow_apart()
        if apart is not None:
            for unit in numbers:
                self._gather.leave(apart, unit.start, unit.end)
            return
        both = own.over(replace(head, strange=None) if own.holder and head.unit else head)
        if both is not None:
            both = under(both, corner)
        moment = times.get(column) or self._row_time(row, both) or corner.clock
        self._settle(both, moment)
        self._value(cell, numbers, column, both)

    def _flow_apart(self) -> Code | None:
        apart = self._flow.apart
        if isinstance(apart, FigureRole):
            return apart.code
        return Code.I304 if self._flow.topic is Sense.SEAT else None

    def _row_time(self, row: list[list[Unit]], both: Head | None) -> time | None:
        """What a row's column of times says, beside two agencies the cell's own."""
        source = both.agency.data if both and both.agency else None
        for column, head in enumerate(self._heads):
            others = head.agency is not None and head.agency.data != source
            if head.timed and column < len(row) and not others:
                for unit in row[column]:
                    if (moment := clock_in(unit)) is not None:
                        return moment
        return None

    def _settle(self, both: Head | None, moment: time | None) -> None:
        """Let the cell's address hold: what a heading names stands above what held before."""
        if both is None:
            return
        if self._mixed and both.place is None and both.race is not None:
            self._scope.drop_place()
        elif self._mixed and both.race is None:
            race = "" if self._above == METRO else self._above
            self._scope.here = self._scope.here._replace(race=race)
        if both.agency is not None:
            self._scope.set_agency(both.agency)
        if both.place is not None:
            self._scope.set_place(both.place, heading=False)
            if (
                self._scope.place_doubt is not None
                and isinstance(both.place.data, PlaceName)
                and len(both.place.data.entries) == 1
            ):
                self._scope.place_doubt = None
                entry = both.place.data.entries[0]
                known = self._scope.context.places
                self._scope.here = self._scope.here._replace(
                    place=entry.name,
                    province=entry.province,
                    elsewhere=bool(known) and entry.name not in known,
                ).with_span("place", both.place)
        if both.race is not None:
            self._scope.set_race(both.race, heads_list=True)
        if (at := both.clock or moment) is not None:
            self._scope.here = self._scope.here._replace(time=at)

    def _value(self, cell: list[Unit], numbers: list[Unit], column: int, both: Head | None) -> None:
        if (
            both is not None
            and len(numbers) == 2
            and any(unit.mark("/") for unit in cell)
            and both.figure in ("opened", "boxes")
        ):
            self._put("opened_boxes", numbers[0])
            self._put("total_boxes", numbers[1])
            return
        strange = both is None or both.strange is not None or not (both.holder or both.figure)
        plain = all(
            isinstance(unit.data, Number)
            or (isinstance(unit.data, Mark) and unit.data.text[0] not in "+-/~<>±.")
            or unit.word(Sense.VOTE, Sense.BOX)
            for unit in cell
        )
        if len(numbers) != 1 or strange or not plain or not isinstance(numbers[0].data, Number):
            for unit in numbers:
                self._ask(Code.Q313, unit)
            return
        assert both is not None
        kind = self._kind(numbers[0].data, column, both)
        if numbers[0].data.signed:
            self._gather.leave(Code.I307, numbers[0].start, numbers[0].end)
        elif both.holder is not None and both.figure != "gap":
            self._result(both.holder, numbers[0], kind)
        else:
            self._figure(both.figure, numbers[0], kind)
            if both.figure == "gap" and both.holder is not None:
                where, unit = self._scope.address(), both.holder
                self._gather.take(
                    Fact("leader", "", unit.start, unit.end, where, self._flow.line, unit)
                )

    def _result(self, holder: Unit, unit: Unit, kind: str) -> None:
        number = unit.data
        assert isinstance(number, Number)
        if kind == "share" and number.value > HUNDRED:
            self._ask(Code.Q304, unit)
        elif kind in ("share", "count"):
            where = self._scope.address()
            name = "pct" if kind == "share" else "votes"
            self._gather.take(
                Fact(name, number.value, unit.start, unit.end, where, self._flow.line, holder)
            )
        else:
            self._ask(Code.Q305 if kind == "odd" else Code.Q309, unit)

    def _figure(self, figure: str, unit: Unit, kind: str) -> None:
        boxes = any(head.figure == "opened" for head in self._heads)
        name = {
            ("opened", "share"): "opened_pct",
            ("opened", "count"): "opened_boxes",
            ("boxes", "share"): "opened_pct",
            ("boxes", "count"): "total_boxes" if boxes else "",
            ("total", "count"): "total_boxes",
            ("turnout", "share"): "turnout_pct",
            ("gap", "share"): "lead_points",
            ("gap", "count"): "lead_votes",
        }.get((figure, kind), "")
        if name:
            self._put(name, unit)
        else:
            self._ask(Code.Q305 if kind == "odd" else Code.Q309, unit)

    def _put(self, name: str, unit: Unit) -> None:
        number = unit.data
        assert isinstance(number, Number)
        if name.endswith("_pct") and number.value > HUNDRED:
            self._ask(Code.Q304, unit)
            return
        self._gather.take(
            Fact(name, number.value, unit.start, unit.end, self._scope.address(), self._flow.line)
        )

    def _ask(self, code: Code, unit: Unit) -> None:
        self._gather.ask(code, unit.start, unit.end, self._scope.address())

    def _kind(self, number: Number, column: int, both: Head) -> str:
        """Whether a cell's number is a share or a count: by its form, heading and column."""
        if number.form is Notation.ODD or number.case:
            return "odd"
        if number.percent or number.form is Notation.DECIMAL:
            return "share" if both.unit != "count" else "odd"
        if number.form is not Notation.WHOLE:
            # `5,505` may be 55,05 or 5.505: one comma groups no Turkish votes.
            doubtful = number.commaed and both.unit != "count" and number.value < 100_000
            return "odd" if both.unit == "share" or doubtful else "count"
        largest, forms = self._columns[column]
        if both.figure in ("opened", "total", "boxes") and both.unit != "share":
            if "share" in forms and number.value <= HUNDRED:
                return "share"
            told = both.figure == "total" or any(head.figure == "total" for head in self._heads)
            return "count" if told or both.unit == "count" or largest > HUNDRED else ""
        if both.unit == "share" or "share" in forms:
            return "share" if number.value <= HUNDRED and "count" not in forms else "odd"
        if both.unit == "count" or "count" in forms or number.value >= 10_000:
            return "count"
        return "odd" if number.value > HUNDRED else ""

    @cached_property
    def _columns(self) -> list[tuple[Decimal | int, frozenset[str]]]:
        """Each column's largest number, and what its cells are by their form."""
        found = []
        for column in range(max(map(len, self._cells))):
            cells = [row[column] for row in self._cells[1:] if column < len(row)]
            told = [one.data for cell in cells for one in cell if isinstance(one.data, Number)]
            shares = any(one.percent or one.form is Notation.DECIMAL for one in told)
            counts = any(one.is_count and not one.commaed for one in told)
            forms = [name for name, one in (("share", shares), ("count", counts)) if one]
            found.append((max((one.value for one in told), default=0), frozenset(forms)))
        return found


def _of_no_pair(heads: Sequence[Head]) -> bool:
    """`AA | ANKA | Fark`, `İBB CHP | İlçe CHP | Fark`: a gap of no two rivals of a contest."""
    agencies = sum(head.agency is not None for head in heads)
    held = [head for head in heads[1:] if head.holder]
    races = {head.race.data for head in held if head.race}
    strange = any(one.strange or (one.race and not (one.holder or one.unit)) for one in heads[1:])
    return agencies > 1 or len(races) > 1 or (len(held) == 1 and strange)


def _tells_the_city(heads: Sequence[Head | None]) -> bool:
    """`İBB`, `Üsküdar`, `Fatih` one below the other: the city itself among its districts."""
    told = [head for head in heads if head is not None]
    city = any(head.race and head.race.race(METRO) and not head.place for head in told)
    return city and any(head.place and not head.race for head in told)


def _side(row: list[list[Unit]], begin: int, end: int) -> Unit | None:
    """The one contender the cells before a value name: a person, a party, or both of one."""
    found: Unit | None = None
    for cell in row[begin:end]:
        if len(cell) != 1 or not isinstance(cell[0].data, Claimant):
            return None
        found = cell[0] if found is None else couple(found, cell[0])
        if found is None:
            return None
    return found


def _is_broken(cell: list[Unit]) -> bool:
    """Whether a cell has something in it that was a figure once."""
    return bool(cell) and (cell[0].mark("#") or any(isinstance(one.data, Other) for one in cell))
