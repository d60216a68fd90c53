"""Figures on their way into records: one with its address, a contender's row, a record's draft.

Which contest a figure is of was settled before; here two values of one figure meet, and figures
tell whether a name nobody knows is a contender's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple, TypedDict

from desk.facts.codes import Code
from desk.reading.numbers import Number
from desk.reading.scope import Address
from desk.reading.shapes import Result, Span
from desk.reading.spelt import may_begin
from desk.reading.tokens import fold
from desk.reading.units import ABROAD, INSIDE, Claimant, Unit
from desk.reading.vocabulary import Sense


class Fact(NamedTuple):
    """One figure with its address; ``name`` is `pct`, `votes`, `leader` or a record's field.

    ``contest`` is the one all persons named beside a lead stand in; paragraphs that name nothing
    of an address go on with the one before.
    """

    name: str
    value: Decimal | int | str
    start: int
    end: int
    where: Address
    line: int
    holder: Unit | None = None
    prose: bool = False
    headline: bool = False
    corrects: bool = False
    old: Decimal | int | None = None
    contest: str = ""
    paragraph: int = 0
    rough: bool = False


class TailPart(TypedDict, total=False):
    """The one part of an address that stands behind the figures it is of."""

    agency: str
    place: str
    race: str
    time: time


@dataclass(frozen=True, slots=True)
class Asked:
    """A question at an address; ``values`` fill its sentence, ``answers`` one key each."""

    code: Code
    start: int
    end: int
    where: Address
    values: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ()


@dataclass
class HolderRow:
    """A contender's row while it is being gathered."""

    unit: Unit
    figures: dict[str, Fact] = field(default_factory=dict)
    prose: bool = False


_SUM_LIMIT = Decimal("102.5")
"""Shares of running text above this were surely not all one bulletin's (agencies round)."""

_FEW_BOXES = 10


@dataclass
class RecordDraft:
    """A record while it is being gathered."""

    where: Address
    contest: str
    first: int
    rows: dict[tuple[str, str], HolderRow] = field(default_factory=dict)
    order: list[HolderRow] = field(default_factory=list)
    fields: dict[str, Fact] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    leader: Fact | None = None
    asked: list[Asked] = field(default_factory=list)
    broken: set[tuple[object, str]] = field(default_factory=set)
    overruled: list[Fact] = field(default_factory=list)

    def add(self, fact: Fact) -> None:
        """Take a figure; one that is there with another value is asked about with it."""
        self.first = min(self.first, fact.start)
        self.spans = dict(fact.where.spans) | self.spans
        if fact.holder is None:
            self._put(self.fields, "", fact)
            return
        row = self._row(fact.holder)
        row.prose |= fact.prose
        self._put(row.figures, id(row), fact)

    def fits(self, fact: Fact) -> bool:
        """Whether a figure contradicts none that is there."""
        if fact.holder is None:
            return True
        row = self._known(fact.holder)
        known = row.figures.get(fact.name) if row else None
        return known is None or known.value == fact.value

    def stands_apart(self, fact: Fact) -> bool:
        """Whether one of the two is a person and the other only her party."""
        assert fact.holder is not None
        row = self._known(fact.holder)
        assert row is not None
        one, two = row.unit.data, fact.holder.data
        assert isinstance(one, Claimant) and isinstance(two, Claimant)
        return bool(one.candidate) != bool(two.candidate) and not (one.people or two.people)

    def figures(self) -> list[Fact]:
        """All its figures."""
        return [fact for row in self.order for fact in row.figures.values()] + list(
            self.fields.values()
        )

    def share(self, name: str) -> Decimal | None:
        """A share of its own, or a gap in points; none where none was told."""
        fact = self.fields.get(name)
        return None if fact is None else Decimal(fact.value)

    def count(self, name: str) -> int | None:
        """Boxes or votes of its own; none where none were told."""
        fact = self.fields.get(name)
        return None if fact is None else int(fact.value)

    def extent(self) -> tuple[int, int]:
        """The first fragment of the record that can carry a question."""
        facts = self.figures()
        if "place" in self.spans:
            return self.spans["place"]
        if not facts and self.order:
            return self.order[0].unit.start, self.order[0].unit.end
        if not facts:
            return self.first, self.first
        first = min(facts, key=lambda fact: fact.start)
        unit = first.holder
        return (unit.start, unit.end) if unit is not None else (first.start, first.end)

    def doubt_beside(self) -> None:
        """Of two lists that contradict each other nothing is sure: what stands in one is asked."""
        kinds = {name for owner, name in self.broken if owner}
        for row in self.order:
            for name in kinds & row.figures.keys():
                fact = row.figures.pop(name)
                self.asked.append(Asked(Code.Q308, fact.start, fact.end, self.where))

    def doubt_few_boxes(self) -> None:
        """`3 sandık karanlıkta sayıldı`: so few may be some of the place's alone."""
        fact = self.fields.get("opened_boxes")
        told = self.fields.keys() & {"total_boxes", "opened_pct"}
        if fact is not None and not told and int(fact.value) < _FEW_BOXES:
            del self.fields["opened_boxes"]
            self.asked.append(Asked(Code.Q309, fact.start, fact.end, self.where))

    def doubt_sums(self, results: Sequence[Result]) -> bool:
        """Running text whose shares add to far more than 100 has surely been misread: ask."""
        shares = [
            one.pct for one in results if one.pct is not None and (one.party or one.candidate)
        ]
        if not any(row.prose for row in self.order) or sum(shares) <= _SUM_LIMIT:
            return False
        told = [fact for row in self.order if (fact := row.figures.get("pct"))]
        self.asked += [Asked(Code.Q314, fact.start, fact.end, self.where) for fact in told]
        return True

    def _put(self, into: dict[str, Fact], owner: object, fact: Fact) -> None:
        known = into.get(fact.name)
        slot = (owner, fact.name)
        if known is not None and (fact.rough or known.rough):
            # What is told roughly gives way.
            into[fact.name] = fact if known.rough else known
            return
        if known is not None and known.value != fact.value and known.headline:
            # The headline was a round one; the text below gives its own.
            self.overruled.append(known)
            into[fact.name] = fact
        elif slot in self.broken:
            self.asked.append(Asked(Code.Q308, fact.start, fact.end, self.where))
        elif known is not None and known.value != fact.value:
            self.broken.add(slot)
            del into[fact.name]
            self.asked += [
                Asked(Code.Q308, one.start, one.end, self.where) for one in (known, fact)
            ]
        elif known is None:
            into[fact.name] = fact

    def _known(self, unit: Unit) -> HolderRow | None:
        assert isinstance(unit.data, Claimant)
        for key in keys_of(unit.data):
            row = self.rows.get(key)
            if row is None:
                continue
            assert isinstance(row.unit.data, Claimant)
            if key[0] == "party" and unit.data.candidate and row.unit.data.candidate:
                continue
            if key[0] == "surname" and _namesakes(unit.data, row.unit.data):
                continue
            return row
        return None

    def _row(self, unit: Unit) -> HolderRow:
        """The contender's row: the same party, the same person, or a surname of one there."""
        holder = unit.data
        assert isinstance(holder, Claimant)
        row = self._known(unit)
        if row is None:
            row = HolderRow(unit)
            self.order.append(row)
        else:
            told = row.unit.data
            assert isinstance(told, Claimant)
            if holder.candidate and len(holder.candidate) > len(told.candidate or ""):
                row.unit = (
                    unit
                    if holder.parties or not told.parties
                    else replace(unit, data=replace(holder, parties=told.parties))
                )
        for key in keys_of(holder):
            self.rows.setdefault(key, row)
        return row


def _namesakes(one: Claimant, two: Claimant) -> bool:
    """`Fatma Şahin` and `Gazi Şahin`: two full names with no given name in common."""
    given = [set(fold(who.candidate or "").split()[:-1]) for who in (one, two)]
    initials = any(len(name.rstrip(".")) < 2 for names in given for name in names)
    return bool(given[0] and given[1]) and not initials and not given[0] & given[1]


def keys_of(holder: Claimant) -> list[tuple[str, str]]:
    """What a contender may be found by again, the surest first."""
    keys = [
        ("contender", code)
        for code in ([holder.alias] if holder.alias else [one.code for one in holder.people[:1]])
    ]
    if holder.candidate:
        keys.append(("surname", fold(holder.candidate.split()[-1])))
    keys += [("party", code) for code in holder.parties[:1]]
    if not holder.parties and len(holder.people) == 1:
        keys.append(("party", holder.people[0].party))
    return keys or [("text", fold(holder.text))]


_LEAST, _MOST = Decimal(60), Decimal(101)
"""What the shares of a result's first contenders come to."""
_SHARE = 10
"""What somebody nobody knows has at least, in a list of others."""


def is_contender(draft: RecordDraft, row: HolderRow, text: str) -> bool:
    """Whether a person without a party has a result's figures; ``text`` is the plain text.

    Only for a reading without a file: there a name is a label, yet `ABONE OL 49,90` is none.
    """
    holder = row.unit.data
    assert isinstance(holder, Claimant)
    short = len(holder.text) < 4 and holder.text.isupper() and not text.isupper()
    if not holder.candidate or short:
        # `KK 62,26`: nobody is named by initials.
        return False
    addressed = draft.where.place or draft.where.agency or draft.where.race or draft.fields
    if holder.sure:
        # A full name and a value alone, with nothing of an election about them, may be anything.
        company = len(draft.order) + len(draft.asked) > 1
        told = row.prose or company or " " not in holder.text
        return holder.known or told or bool(addressed)
    return bool(draft.where.place) and _fits(draft, row, text)


def _fits(draft: RecordDraft, row: HolderRow, text: str) -> bool:
    """`Rize'de Bozbey 47,6, Aktaş 38,3`: a result in one breath, or all alike."""
    if row.unit.case == "dat" and (given := row.figures.get("votes")) is not None:
        # `Bozbey'e 860 bin 105 oy çıkarken Alinur Aktaş 693 bin 31 oyda kaldı`
        told = [one.figures.get("votes") for one in draft.order if not _is_strange(one)]
        return any(one is not None and one.line == given.line for one in told)
    rows = [one for one in draft.order if "pct" in one.figures]
    if "pct" not in row.figures or len(rows) < 2:
        return False
    if not _LEAST <= _sum(rows) <= _MOST:
        return False
    strangers = [one for one in rows if _is_strange(one)]
    begins = text[: row.unit.start].rstrip()[-1:] in ("", ".", "!", "?")
    line = row.figures["pct"].line
    beside = any(one.figures["pct"].line == line for one in rows if one is not row)
    # `Gökçek – 44,6` above `Yavaş – 43,9`: a line each, and together the whole.
    lines = [one.figures["pct"].line for one in rows]
    listed = lines == [*range(lines[0], lines[0] + len(rows))] and not row.prose
    listed &= _sum([row]) >= _SHARE and any(_is_person(one) for one in rows if one is not row)
    return _sum(strangers) >= _LEAST or (beside and not begins) or listed


def _sum(rows: list[HolderRow]) -> Decimal:
    return sum((Decimal(one.figures["pct"].value) for one in rows), Decimal())


def _is_person(row: HolderRow) -> bool:
    return isinstance(row.unit.data, Claimant) and not row.unit.data.is_party


def _is_strange(row: HolderRow) -> bool:
    holder = row.unit.data
    return isinstance(holder, Claimant) and not (holder.sure or holder.parties or holder.people)


def claimant_of(fact: Fact) -> Claimant | None:
    """Whose a figure is, where it is somebody's."""
    holder = fact.holder.data if fact.holder is not None else None
    return holder if isinstance(holder, Claimant) else None


def is_list(fact: Fact) -> bool:
    """Whether a figure is a party's, with nobody named beside it."""
    holder = claimant_of(fact)
    return holder is not None and holder.is_party


def home_of(fact: Fact) -> str | None:
    """Where a figure's person stands, empty for everywhere; None without a known person."""
    holder = claimant_of(fact)
    return holder.people[0].place if holder is not None and len(holder.people) == 1 else None


_STRAY_SCALE = re.compile(
    r"(?<![0-9,.])(?<![0-9,.] )\b(?:milyon|bin)\b(?= oy\b|\)| olarak\b)(?! oy ?[0-9])",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_OWN_SCALE = re.compile(r"bin|milyon|%|yüzde|percent", re.IGNORECASE)


def scaled_elsewhere(facts: Sequence[Fact], text: str) -> list[Fact]:
    """`Oylar (milyon): İmamoğlu 4,4`, `27,8; 25,5 (milyon oy)`: votes in a unit told elsewhere.

    The holders' figures of a paragraph with such a word, which have no unit of their own.
    """
    blocks = [0, *(found.end() for found in _BLANK_LINE.finditer(text))]
    units = (
        found.start()
        for found in _STRAY_SCALE.finditer(text)
        if not any(may_begin(fold(word)) for word in text[: found.start()].split()[-1:])
    )
    scaled = {bisect_right(blocks, start) for start in units}
    return [
        fact
        for fact in facts
        if fact.name in ("pct", "votes")
        and bisect_right(blocks, fact.start) in scaled
        and not _OWN_SCALE.search(text[fact.start : fact.end])
    ]


def of_parts(facts: Sequence[Fact]) -> list[Fact]:
    """`Yurt içi katılım yüzde 88,9. Erdoğan yüzde 49,5`: of a part of the vote, or of all of it?

    The figures of parts, where others behind those inside the country have no place.
    """
    first: dict[int, int] = {}
    for fact in facts:
        if fact.where.place == INSIDE:
            first.setdefault(fact.where.block, fact.start)
    mixed = {
        fact.where.block
        for fact in facts
        if fact.where.place is None and fact.start > first.get(fact.where.block, fact.start)
    }
    parts = (INSIDE, ABROAD)
    return [one for one in facts if one.where.place in parts and one.where.block in mixed]


def is_unknown(fact: Fact) -> bool:
    """Whether a figure is of a name nobody knows, with no party beside it: it may be nobody's.

    Such a name says nothing of the contest of others: `Kınalıada İskelesi: sefer 22.15`.
    """
    holder = claimant_of(fact)
    known = holder is None or holder.parties or holder.people or holder.alias or holder.race
    return not known and not fact.where.race


class Covered:
    """Fragments of a text; a span is in it where any of them touches it."""

    def __init__(self, fragments: Iterable[Span]) -> None:
        self._fragments = sorted(fragments)
        self._reach = list(accumulate((end for _, end in self._fragments), max))

    def __contains__(self, span: Span) -> bool:
        before = bisect_left(self._fragments, (span[1],))
        return before > 0 and self._reach[before - 1] > span[0]


def figures_in(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Where shares and votes stand, as far as their form tells."""
    for at, unit in enumerate(units):
        number = unit.data
        if not isinstance(number, Number) or number.signed:
            continue
        counted = at + 1 < len(units) and units[at + 1].word(Sense.VOTE)
        timed = number.clock is not None and number.dotted and not number.percent
        if (number.is_share and not timed) or (number.is_count and counted):
            yield unit.start, unit.end
