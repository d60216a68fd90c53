"""Gathers figures into records, asks where two disagree, and turns positions back into raw ones.

The grammar hands over one figure at a time; what makes it a figure never enters here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from desk.facts.codes import Code
from desk.reading.items import AgencyNamed, LabelNamed, TextItem
from desk.reading.lexicon import INDEPENDENT, Context
from desk.reading.normalise import Clean
from desk.reading.shapes import Ignored, Question, Reading, Record, Result
from desk.reading.state import Address, ReadingState
from desk.reading.tokens import fold

_SUM_LIMIT = Decimal("102.5")
"""Shares of running text above this were surely not all one bulletin's (agencies round)."""

_DOUBLE_USE = {("ANKA", "abp"): ("abp", "ab_parti")}
"""ANKA writes ABP for Anadolu Birliği and for Adalet Birlik."""


class Collector:
    """One text's records, in the order they begin."""

    def __init__(self, clean: Clean, context: Context, state: ReadingState) -> None:
        self._clean = clean
        self._context = context
        self._state = state
        self._drafts: dict[Address, Gathered] = {}
        self._ignored: list[tuple[Code, int, int]] = []
        self._asked: set[tuple[int, int]] = set()

    def figure(self, name: str, item: TextItem, number: Decimal | int) -> None:
        """A figure of the bulletin as a whole: ``name`` is the record's field."""
        draft = self._open(item)
        if draft is None:
            return
        known = draft.figures.get(name)
        if known is not None and known[0] != number:
            self._conflict(draft, ("", name), known[1:], item)
            del draft.figures[name]
        elif known is None and ("", name) not in draft.broken:
            draft.figures[name] = (number, item.start, item.end)
        elif ("", name) in draft.broken:
            self._question(draft, Code.Q308, item.start, item.end)

    def result(self, label: TextItem, item: TextItem, number: Decimal | int, prose: bool) -> None:
        """A contender's share (Decimal) or votes (int)."""
        assert isinstance(label.data, LabelNamed)
        refused = self._refusal(label.data)
        if refused is not None:
            self.ask(refused, label if refused is not Code.Q303 else item, label.data)
            return
        draft = self._open(item)
        if draft is None:
            return
        row = self._row(draft, label)
        row.prose |= prose
        slot = "pct" if isinstance(number, Decimal) else "votes"
        identity = (row.label.identity, slot)
        known = row.figure(slot)
        if identity in draft.broken:
            self._question(draft, Code.Q308, item.start, item.end)
        elif known is not None and known[0] != number:
            self._conflict(draft, identity, known[1:], item)
            row.drop(slot)
        elif known is None and isinstance(number, Decimal):
            row.pct = (number, item.start, item.end)
        elif known is None:
            row.votes = (int(number), item.start, item.end)

    def retract(self, label: TextItem, slot: str, item: TextItem) -> None:
        """Ask about a figure already taken and the one right behind it: which one holds?"""
        draft = self._open(item)
        if draft is None:
            return
        row = self._row(draft, label)
        known = row.figure(slot)
        if known is not None:
            self._conflict(draft, (row.label.identity, slot), known[1:], item)
            row.drop(slot)

    def credit(self, item: TextItem) -> None:
        """`Kaynak: ANKA` below the figures: theirs, if no agency was named before."""
        assert isinstance(item.data, AgencyNamed)
        if item.data.code is None or self._state.agencies:
            return
        drafts = list(self._drafts.values())
        self._drafts = {}
        for draft in drafts:
            draft.where = replace(draft.where, agency=item.data.code)
            draft.spans["agency"] = (item.start, item.end)
            self._drafts[draft.where] = draft

    def leader(self, label: TextItem) -> None:
        """Who is said to lead."""
        draft = self._open(label)
        if draft is not None and isinstance(label.data, LabelNamed):
            draft.leader = (label.data, label.start, label.end)

    def ask(self, code: Code, item: TextItem, label: LabelNamed | None = None) -> None:
        """Ask about a fragment, in the record that holds here."""
        known = (self._double_use(label) or label.parties) if label else ()
        values = {"known": ", ".join(known)} if known else {}
        self._question(self._draft(), code, item.start, item.end, values)

    def leave(self, code: Code, item: TextItem) -> None:
        """Note a figure that was seen and is not this bulletin's."""
        self._ignored.append((code, item.start, item.end))

    def _refusal(self, label: LabelNamed) -> Code | None:
        """Why figures of this label cannot be filed."""
        if label.clash:
            return Code.Q312
        if len(label.parties) > 1 or len(label.contenders) > 1:
            return Code.Q302
        if self._double_use(label):
            return Code.Q302
        if not (label.candidate or label.parties or label.contenders or label.sure):
            return Code.Q301
        if not self._context.is_national and not (label.parties or label.contenders):
            return Code.Q301
        return None

    def _double_use(self, label: LabelNamed) -> tuple[str, ...]:
        """The parties this agency writes with one abbreviation, or none."""
        party = label.parties[0] if len(label.parties) == 1 and not label.candidate else ""
        return _DOUBLE_USE.get((self._state.where.agency or "", party), ())

    def _open(self, item: TextItem) -> Gathered | None:
        """The record that takes figures here, or None if nothing may be filed now."""
        doubt = self._state.doubt
        if self._state.elsewhere:
            self.leave(Code.I309, item)
            return None
        if doubt is not None:
            values = {"known": doubt.known} if doubt.known else {}
            if (doubt.start, doubt.end) not in self._asked:
                self._asked.add((doubt.start, doubt.end))
                self._question(self._draft(), doubt.code, doubt.start, doubt.end, values)
            self.leave(Code.I310, item)
            return None
        self._state.use()
        return self._draft()

    def _draft(self) -> Gathered:
        where = self._state.where
        if where not in self._drafts:
            self._drafts[where] = Gathered(where, dict(self._state.spans))
        return self._drafts[where]

    def _row(self, draft: Gathered, item: TextItem) -> GatheredRow:
        """The contender's row: the same party, the same person, or a surname of one there."""
        label = item.data
        assert isinstance(label, LabelNamed)
        keys = keys_of(label)
        for key in keys:
            row = draft.rows.get(key)
            if row is None or (key[0] == "party" and label.candidate and row.label.candidate):
                continue
            if label.candidate and len(label.candidate) > len(row.label.candidate or ""):
                row.label = label
                row.label_at = (item.start, item.end)
            break
        else:
            row = GatheredRow(label, (item.start, item.end))
            draft.order.append(row)
        for key in keys:
            draft.rows.setdefault(key, row)
        return row

    def _conflict(
        self, draft: Gathered, slot: tuple[str, str], first: tuple[int, int], item: TextItem
    ) -> None:
        draft.broken.add(slot)
        self._question(draft, Code.Q308, *first)
        self._question(draft, Code.Q308, item.start, item.end)

    def _question(
        self,
        draft: Gathered,
        code: Code,
        start: int,
        end: int,
        values: dict[str, str] | None = None,
    ) -> None:
        draft.questions.append((code, start, end, values or {}))

    def reading(self) -> Reading:
        """Everything gathered, with sources in the raw text."""
        ignored = tuple(
            Ignored(code, self._clean.text[start:end], self._clean.span(start, end))
            for code, start, end in sorted(set(self._ignored), key=lambda one: one[1:])
        )
        records = (self._record(draft) for draft in self._drafts.values())
        return Reading(tuple(record for record in records if _is_worth(record)), ignored)

    def _record(self, draft: Gathered) -> Record:
        self._doubt_sums(draft)
        spans = dict(draft.spans)
        spans |= {name: figure[1:] for name, figure in draft.figures.items()}
        leader, leader_code = None, None
        if draft.leader is not None:
            label, *at = draft.leader
            leader, leader_code = label.text, self._contender(label)
            spans["leader"] = (at[0], at[1])
        results = tuple(self._result(row) for row in draft.order if row.pct or row.votes)
        questions = tuple(
            Question(code, self._clean.text[start:end], self._clean.span(start, end), values)
            for code, start, end, values in sorted(draft.questions, key=lambda one: one[1:3])
        )
        values = {name: figure[0] for name, figure in draft.figures.items()}
        return Record(
            agency=draft.where.agency,
            place=draft.where.place,
            contest=draft.where.contest,
            time=draft.where.time,
            opened_pct=_share(values.get("opened_pct")),
            opened_boxes=_count(values.get("opened_boxes")),
            total_boxes=_count(values.get("total_boxes")),
            turnout_pct=_share(values.get("turnout_pct")),
            lead_points=_share(values.get("lead_points")),
            lead_votes=_count(values.get("lead_votes")),
            leader=leader,
            leader_contender=leader_code,
            results=results,
            questions=questions,
            sources={name: self._clean.span(*span) for name, span in spans.items()},
        )

    def _doubt_sums(self, draft: Gathered) -> None:
        """Running text whose shares add to far more than 100 has surely been misread: ask."""
        shares = [row.pct for row in draft.order if row.pct]
        prose = any(row.prose for row in draft.order)
        if prose and sum(share[0] for share in shares) > _SUM_LIMIT:
            for row in draft.order:
                if row.pct:
                    draft.questions.append((Code.Q314, row.pct[1], row.pct[2], {}))
                    row.pct = None

    def _result(self, row: GatheredRow) -> Result:
        start, end = row.label_at
        figures = [figure[1:] for figure in (row.pct, row.votes) if figure]
        first = figures[0]
        label = row.label
        return Result(
            label=label.text,
            party=label.parties[0] if label.parties else None,
            candidate=label.candidate,
            contender=self._contender(label),
            pct=row.pct[0] if row.pct else None,
            votes=row.votes[0] if row.votes else None,
            source=self._clean.span(*self._fragment((start, end), first)),
            label_source=self._clean.span(start, end),
            pct_source=self._clean.span(*row.pct[1:]) if row.pct else None,
            votes_source=self._clean.span(*row.votes[1:]) if row.votes else None,
        )

    def _fragment(self, label: tuple[int, int], figure: tuple[int, int]) -> tuple[int, int]:
        """Label and figure as one fragment if they stand together, else the figure alone."""
        whole = min(label[0], figure[0]), max(label[1], figure[1])
        between = self._clean.text[min(label[1], figure[1]) : max(label[0], figure[0])]
        together = len(between) < 60 and not any(
            char in "\n\t" or char.isdigit() for char in between
        )
        return whole if together else figure

    def _contender(self, label: LabelNamed) -> str | None:
        """The election's code for this row; an independent without a known name has none."""
        if self._context.is_national:
            return None
        if label.contenders:
            return label.contenders[0]
        if label.parties == (INDEPENDENT,) and label.candidate:
            return None
        return label.parties[0] if label.parties else None


def _is_worth(record: Record) -> bool:
    return record.has_figures or bool(record.questions)


def _share(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _count(value: Decimal | int | None) -> int | None:
    return None if value is None else int(value)


@dataclass
class GatheredRow:
    """A contender's row while it is being gathered; figures with where they stood."""

    label: LabelNamed
    label_at: tuple[int, int]
    pct: tuple[Decimal, int, int] | None = None
    votes: tuple[int, int, int] | None = None
    prose: bool = False

    def figure(self, slot: str) -> tuple[Decimal | int, int, int] | None:
        """The share (`pct`) or the votes gathered so far."""
        return self.pct if slot == "pct" else self.votes

    def drop(self, slot: str) -> None:
        """Forget a figure that the text gives twice with different values."""
        if slot == "pct":
            self.pct = None
        else:
            self.votes = None


@dataclass
class Gathered:
    """A record while it is being gathered."""

    where: Address
    spans: dict[str, tuple[int, int]]
    rows: dict[tuple[str, str], GatheredRow] = field(default_factory=dict)
    order: list[GatheredRow] = field(default_factory=list)
    figures: dict[str, tuple[Decimal | int, int, int]] = field(default_factory=dict)
    leader: tuple[LabelNamed, int, int] | None = None
    questions: list[tuple[Code, int, int, dict[str, str]]] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)


def keys_of(label: LabelNamed) -> list[tuple[str, str]]:
    """What a label may be found by again, the surest first."""
    keys = [("contender", code) for code in label.contenders[:1]]
    if label.candidate:
        keys.append(("surname", fold(label.candidate.split()[-1])))
    keys += [("party", code) for code in label.parties[:1]]
    return keys or [("text", fold(label.text))]
