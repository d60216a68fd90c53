"""Gathers figures into records, settles their contests, asks where two disagree.

Whose a figure is was decided before; here positions turn back into those of the raw text.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from desk.facts.codes import Code
from desk.reading.contests import Contests
from desk.reading.drafts import (
    Asked,
    Covered,
    Fact,
    HolderRow,
    RecordDraft,
    TailPart,
    claimant_of,
    home_of,
    is_contender,
    is_list,
    keys_of,
    of_parts,
    scaled_elsewhere,
)
from desk.reading.lexicon import INDEPENDENT, Context
from desk.reading.normalise import Clean
from desk.reading.questions.answers import Answers
from desk.reading.races import OUTSIDE, TOWN, not_held
from desk.reading.scope import Address, Doubt
from desk.reading.shapes import NOTHING, Asks, Ignored, Question, Reading, Record, Result
from desk.reading.tokens import fold
from desk.reading.units import Claimant, Unit

_DOUBLE_USE = {("ANKA", "abp"): ("abp", "ab_parti")}
"""ANKA writes ABP for Anadolu Birliği and for Adalet Birlik."""
_NEAR = 24
"""Figures above that a line may take back."""
_MUCH = 10
"""Per cent that a candidate gets of whom the press speaks."""
_COMMON_SURNAMES = (
    *("yilmaz", "kaya", "demir", "celik", "sahin", "yildiz", "yildirim", "ozturk", "aydin"),
    "ozdemir",
)
"""The ten commonest of Türkiye: without a place or a given name they may be anybody's."""
MOST_ASKED = 60
"""Questions of one text; a page of thousands is no bulletin and is told so in few."""


@dataclass
class Gatherer:
    """One text's figures, questions and what was left out, in the order they were met."""

    clean: Clean
    context: Context
    answers: Answers = field(default_factory=Answers)
    facts: list[Fact] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    left: set[tuple[Code, int, int]] = field(default_factory=set)
    seen: list[tuple[int, int]] = field(default_factory=list)
    waiting: set[tuple[int, int]] = field(default_factory=set)
    said: list[tuple[int, int]] = field(default_factory=list)
    paragraph: int = 0
    _filled: dict[str, tuple[int, int]] = field(default_factory=dict)
    _doubts: set[tuple[int, int]] = field(default_factory=set)

    @cached_property
    def not_held(self) -> frozenset[str]:
        """Contests whose figures are another election's."""
        election = self.context.election
        return not_held(election) if election is not None else frozenset()

    def take(self, fact: Fact) -> None:
        """Take a figure, or say why it cannot be filed here."""
        where = fact.where.answered(self.answers, self.clean)
        fact = fact._replace(where=where, paragraph=self.paragraph)
        if where.race == OUTSIDE:
            self.leave(Code.I304, fact.start, fact.end)
        elif where.race in self.not_held:
            self.leave(Code.I302, fact.start, fact.end)
        elif where.elsewhere:
            self.leave(Code.I309, fact.start, fact.end)
        elif where.doubt is not None:
            doubt = where.doubt
            span = doubt.start, doubt.end
            if span not in self._doubts:
                self._doubts.add(span)
                answers = doubt.known.split(", ") if doubt.known else ()
                self.ask(doubt.code, *span, where, answers, doubt.known)
            self.leave(Code.I310, fact.start, fact.end)
        else:
            self.facts.append(fact)

    def ask(
        self,
        code: Code,
        start: int,
        end: int,
        where: Address,
        answers: Sequence[str] = (),
        known: str = "",
    ) -> None:
        """Ask about a fragment, in the record that holds here."""
        values = (("known", known),) if known else ()
        where = where.answered(self.answers, self.clean)
        self.asked.append(Asked(code, start, end, where, values, tuple(answers)))

    def leave(self, code: Code, start: int, end: int) -> None:
        """Note a figure that was seen and is not this bulletin's."""
        self.left.add((code, start, end))

    def fill(
        self, first: int, last: int, told: TailPart, unit: Unit, fields_only: bool = False
    ) -> None:
        """Give the figures of some lines what stands behind them: `(AA)`, `(İstanbul, 22.20)`."""
        (name,) = told
        span = (unit.start, unit.end)

        def filled(where: Address) -> Address:
            if getattr(where, name) or where.elsewhere:
                return where
            changed = where._replace(**told)
            return changed._replace(spans=(*where.spans, (_SPAN_NAMES.get(name, name), span)))

        begin, end = self._filled.get(name, (0, -1))
        for at in range(len(self.facts) - 1, -1, -1):
            fact = self.facts[at]
            if fact.line < first or (begin <= first and fact.line <= end):
                break
            if fact.line <= last and not (
                fields_only and fact.holder is not None and fact.name != "leader"
            ):
                self.facts[at] = fact._replace(where=filled(fact.where))
        if not fields_only:
            self._filled[name] = (first, last)

    def doubt_before(
        self, line: int, mended: Sequence[Unit], holders: Sequence[Claimant], asked: int
    ) -> None:
        """Ask about figures others were told for: the line before's, or those of ``holders`` near.

        ``asked`` is how many questions there were before this line.
        """
        keys = {key for one in holders for key in keys_of(one)}
        near = self.facts[-_NEAR:]
        held = [fact for fact in near if fact.line < line and fact.holder]
        if keys:
            told = [one for one in held if (who := claimant_of(one)) and keys & {*keys_of(who)}]
        else:
            told = [one for one in held if one.line == held[-1].line]
        if told and keys:
            self.let_go([one for one in near if one.line == line and one.holder])
        known = {one.start for one in self.asked[asked:]}
        known |= {one.start for one in self.facts[-_NEAR:] if one.line == line}
        self.doubt(told, Code.Q308)
        for unit in (one for one in mended if told and one.start not in known):
            self.ask(Code.Q308, unit.start, unit.end, told[0].where)

    def doubt(self, told: Sequence[Fact], code: Code) -> None:
        """Ask about figures that were taken; who leads is only let go."""
        self.let_go(told)
        for fact in told:
            if fact.name != "leader":
                self.ask(code, fact.start, fact.end, fact.where)

    def doubt_source(self, told: Sequence[Fact], start: int, end: int) -> None:
        """Ask whose figures are that were taken: one question, about what says so."""
        self.let_go(told)
        doubt = Doubt(Code.Q307, start, end)
        for fact in sorted(told, key=lambda one: one.start):
            self.take(fact._replace(where=fact.where._replace(agency=None, doubt=doubt)))

    def let_go(self, gone: Sequence[Fact]) -> None:
        """Forget figures, from the newest back: no more are looked at than stand behind them."""
        missing, at = list(gone), len(self.facts)
        while missing:
            at -= 1
            if self.facts[at] in missing:
                missing.remove(self.facts.pop(at))

    def since(self, line: int) -> Iterable[Fact]:
        """The figures from a line on, the newest first."""
        return itertools.takewhile(lambda fact: fact.line >= line, reversed(self.facts))

    def certain(self) -> list[Fact]:
        """The figures, without those of a part of the vote where others may be as well."""
        parts = [] if self.context.places else of_parts(self.facts)
        self.doubt(parts, Code.Q310)
        self.doubt(scaled_elsewhere(self.facts, self.clean.text), Code.Q305)
        asked = {one.start for one in self.asked if one.code is Code.Q311}
        # What is told roughly stands beside its question alone.
        return [fact for fact in self.facts if not fact.rough or fact.start in asked]

    def reading(self) -> Reading:
        """Everything gathered, with sources in the raw text."""
        records = tuple(_Builder(self).records())
        self._leave_unsaid(records)
        left = sorted(self.left, key=lambda one: one[1:])
        ignored = tuple(
            Ignored(code, self.clean.text[start:end], self.clean.span(start, end))
            for code, start, end in left
        )
        said = tuple(self.clean.span(*one) for one in self.said)
        return Reading(records, ignored, said)

    def _leave_unsaid(self, records: Sequence[Record]) -> None:
        """Name what is neither read nor asked nor left out: it waits, or was not understood."""
        told = [span for record in records for span in record.spans()]
        covered = Covered([*told, *(self.clean.span(*one) for _, *one in self.left)])
        unsaid = (one for one in self.seen if self.clean.span(*one) not in covered)
        for one in itertools.islice(unsaid, MOST_ASKED):
            self.leave(Code.I310 if one in self.waiting else Code.I312, *one)


_SPAN_NAMES = {"race": "contest"}
_Key = tuple[object, ...]


class _Builder:
    """Makes records of the figures gathered."""

    def __init__(self, gatherer: Gatherer) -> None:
        self._all = gatherer
        self._context = gatherer.context
        waiting = [start for code, start, _ in gatherer.left if code is Code.I310]
        self._contests = Contests(gatherer.context, gatherer.facts, waiting)

    def records(self) -> Iterable[Record]:
        facts = self._at_home([self._resolved(fact) for fact in self._all.certain()])
        groups: dict[_Key, list[tuple[Fact, str]]] = defaultdict(list)
        for fact in facts:
            groups[fact.where.key].append((fact, self._contests.of(fact)))
        order: dict[_Key, RecordDraft] = {}
        for key, members in groups.items():
            for fact, contest in self._contests.settled(
                self._contests.together(self._of_one_contest(members))
            ):
                self._add(order, (*key, contest), fact, contest)
        asked = self._all.asked[:MOST_ASKED]
        self._place(order, [replace(one, where=self._contests.told(one.where)) for one in asked])
        for draft in order.values():
            for fact in draft.overruled:
                self._all.leave(Code.I306, fact.start, fact.end)
        questions = 0
        for draft in sorted(order.values(), key=lambda one: one.first):
            record = self._record(draft)
            if not (record.has_figures or record.questions or record.leader):
                continue
            questions += len(record.questions)
            if questions > 2 * MOST_ASKED and record.questions:
                # No bulletin asks as much: what is in doubt from here on is left out by name.
                for fact in draft.figures():
                    self._all.leave(Code.I310, fact.start, fact.end)
                continue
            yield record

    def _of_one_contest(self, members: list[tuple[Fact, str]]) -> list[tuple[Fact, str]]:
        """`İmamoğlu 55,1, ilçe adayı 54,7; aralarında 0,4 puan`: a gap of two contests is asked."""
        kept = []
        for fact, contest in members:
            apart = fact.name.startswith("lead_") and not contest
            if apart and len({race for one, race in members if race and one.line == fact.line}) > 1:
                self._all.ask(Code.Q303, fact.start, fact.end, fact.where)
            else:
                kept.append((fact, contest))
        return kept

    def _resolved(self, fact: Fact) -> Fact:
        """A person's namesakes parted by the place and the contest the figure is of."""
        fact = fact._replace(where=self._contests.told(fact.where))
        if fact.holder is None or not isinstance(fact.holder.data, Claimant):
            return fact
        holder = fact.holder.data
        if holder.race == TOWN:
            holder = replace(holder, race=self._contests.told(fact.where._replace(race=TOWN)).race)
        if len(holder.people) > 1:
            contest = self._contests.races.get(fact.where.race, "")
            near = [
                one
                for one in holder.people
                if self._context.stands(one, fact.where.place) and contest in ("", one.contest)
            ]
            exact = [one for one in near if one.place] or near
            if len(exact) == 1:
                holder = replace(holder, people=(exact[0],), candidate=exact[0].name)
        said = self._contests.races.get(fact.where.race, "")
        one = holder.people[0] if holder.people else None
        if one is not None and (
            (said and one.contest != said and (one.minor or one.place))
            or (fact.where.place and not self._context.stands(one, fact.where.place))
        ):
            # A namesake of a candidate of another contest or place.
            holder = replace(holder, people=(), candidate=holder.text)
        if holder is fact.holder.data:
            return fact
        return fact._replace(holder=replace(fact.holder, data=holder))

    def _at_home(self, facts: Sequence[Fact]) -> list[Fact]:
        """Without a place named, figures are of the place their person stands in."""
        homes: dict[_Key, set[str]] = defaultdict(set)
        for fact in facts:
            if fact.where.place is None and (home := home_of(fact)) is not None:
                homes[fact.where.key].add(home)
        moved = []
        for fact in facts:
            around = homes[fact.where.key]
            home = home_of(fact) if fact.holder is not None else None
            if fact.where.place is None and home is None and around - {""}:
                home = next(iter(around)) if len(around) == 1 else None
                if home is None:
                    self._all.ask(Code.Q310, fact.start, fact.end, fact.where)
                    continue
            if fact.where.place is None and home:
                fact = fact._replace(where=fact.where._replace(place=home))
            moved.append(fact)
        return moved

    def _add(self, order: dict[_Key, RecordDraft], key: _Key, fact: Fact, contest: str) -> None:
        apart = order.get((*key, "list"))
        if apart is not None and fact.start > apart.first and is_list(fact):
            # What follows in the list of parties is the list's too.
            key, contest = (*key, "list"), apart.contest
        draft = order.get(key)
        if draft is None:
            draft = order[key] = RecordDraft(fact.where, contest, fact.start)
        if fact.name == "leader":
            draft.leader = draft.leader or fact
            draft.spans |= dict(fact.where.spans)
            return
        if not draft.fits(fact) and draft.stands_apart(fact):
            # A person and her party's list have different figures: two contests, one unsaid.
            self._add(order, (*key, "list"), fact, "")
            return
        draft.add(fact)

    def _place(self, order: dict[_Key, RecordDraft], questions: Sequence[Asked]) -> None:
        """Put questions into the first record of their address, or into one of their own."""
        first = {draft.where.key: draft for draft in reversed(order.values())}
        for asked in questions:
            key = asked.where.key
            if key not in first:
                contest = self._contests.races.get(asked.where.race, "")
                first[key] = order[*key, ""] = RecordDraft(asked.where, contest, asked.start)
            first[key].asked.append(asked)

    def _record(self, draft: RecordDraft) -> Record:
        contest = None if self._context.is_national else draft.contest or None
        draft.doubt_beside()
        draft.doubt_few_boxes()
        if not self._context.is_national and contest is None and draft.rows | draft.fields.keys():
            self._ask_contest(draft)
        results = [
            result for row in draft.order if (result := self._result(draft, row)) is not None
        ]
        if draft.doubt_sums(results):
            results = [replace(one, pct=None, pct_source=None) for one in results]
        spans = draft.spans | {name: (fact.start, fact.end) for name, fact in draft.fields.items()}
        leader, leader_code = None, None
        if draft.leader is not None and draft.leader.holder is not None:
            holder = draft.leader.holder.data
            assert isinstance(holder, Claimant)
            leader, leader_code = holder.text, self._contender(holder)
            spans["leader"] = (draft.leader.start, draft.leader.end)
        where = draft.where._replace(place=self._context.meant(contest, draft.where.place))
        said = {"agency": where.agency, "place": where.place, "time": where.time}
        said["contest"] = contest
        spans = {name: span for name, span in spans.items() if said.get(name, name) is not None}
        clean = self._all.clean
        return Record(
            agency=where.agency,
            place=where.place,
            contest=contest,
            time=where.time,
            opened_pct=draft.share("opened_pct"),
            opened_boxes=draft.count("opened_boxes"),
            total_boxes=draft.count("total_boxes"),
            turnout_pct=draft.share("turnout_pct"),
            lead_points=draft.share("lead_points"),
            lead_votes=draft.count("lead_votes"),
            leader=leader,
            leader_contender=leader_code,
            results=tuple(
                result for result in results if result.pct is not None or result.votes is not None
            ),
            questions=tuple(self._questions(draft)),
            sources={name: clean.span(*span) for name, span in spans.items()},
            corrections={name: fact.old for name, fact in draft.fields.items() if fact.corrects},
        )

    def _questions(self, draft: RecordDraft) -> Iterable[Question]:
        clean = self._all.clean
        seen: set[tuple[Code, int, int]] = set()
        for asked in sorted(draft.asked, key=lambda one: (one.start, one.end)):
            if (asked.code, asked.start, asked.end) not in seen:
                seen.add((asked.code, asked.start, asked.end))
                yield Question(
                    asked.code,
                    clean.text[asked.start : asked.end],
                    clean.span(asked.start, asked.end),
                    dict(asked.values),
                    asked.answers,
                )

    def _ask_contest(self, draft: RecordDraft) -> None:
        election = self._context.election
        assert election is not None
        start, end = draft.extent()
        held = tuple(contest.id for contest in election.contests)
        values = (("known", ", ".join(held)),)
        draft.asked.append(Asked(Code.Q316, start, end, draft.where, values, held))

    def _result(self, draft: RecordDraft, row: HolderRow) -> Result | None:
        holder = row.unit.data
        assert isinstance(holder, Claimant)
        own = row.unit.start, row.unit.end
        answer = self._all.answers.of(Asks.WHO, self._all.clean.span(*own))
        answer = None if answer == NOTHING else answer
        refused = None if answer else self._refusal(holder, draft, row)
        if refused is not None:
            code, known = refused
            values = (("known", ", ".join(known)),) if known else ()
            for fact in row.figures.values():
                self._all.waiting.add((fact.start, fact.end))
                draft.asked.append(Asked(code, *own, draft.where, values, known))
            return None
        clean = self._all.clean
        pct, votes = row.figures.get("pct"), row.figures.get("votes")
        first = pct or votes
        if first is None:
            return None
        candidate = holder.people[0].name if len(holder.people) == 1 else holder.candidate
        party = (
            holder.parties[0]
            if holder.parties
            else (holder.people[0].party if holder.people else None)
        )
        return Result(
            label=holder.text,
            party=party,
            candidate=candidate,
            contender=answer or self._contender(holder),
            pct=Decimal(pct.value) if pct else None,
            votes=int(votes.value) if votes else None,
            source=clean.span(*self._fragment(own, (first.start, first.end))),
            label_source=clean.span(*own),
            pct_source=clean.span(pct.start, pct.end) if pct else None,
            votes_source=clean.span(votes.start, votes.end) if votes else None,
            correction=any(fact.corrects for fact in row.figures.values()),
            old_pct=Decimal(pct.old) if pct and pct.old is not None else None,
            old_votes=int(votes.old) if votes and votes.old is not None else None,
        )

    def _fragment(self, label: tuple[int, int], figure: tuple[int, int]) -> tuple[int, int]:
        """Label and figure as one fragment if they stand together, else the figure alone."""
        whole = min(label[0], figure[0]), max(label[1], figure[1])
        between = self._all.clean.text[min(label[1], figure[1]) : max(label[0], figure[0])]
        apart = len(between) >= 60 or any(char in "\n\t" or char.isdigit() for char in between)
        return figure if apart else whole

    def _refusal(
        self, holder: Claimant, draft: RecordDraft, row: HolderRow
    ) -> tuple[Code, tuple[str, ...]] | None:
        """Why figures of this contender cannot be filed, with whom it may mean."""
        if holder.clash:
            return Code.Q312, holder.parties
        if len(holder.parties) > 1 and not holder.people:
            return Code.Q302, holder.parties
        party = holder.parties[0] if len(holder.parties) == 1 and not holder.candidate else ""
        if double := _DOUBLE_USE.get((draft.where.agency or "", party)):
            return Code.Q302, double
        if len(holder.people) > 1:
            return Code.Q302, tuple(dict.fromkeys(one.code for one in holder.people))
        if draft.contest and self._contests.is_stranger(holder, draft.contest, draft.where.place):
            return Code.Q301, ()
        if self._is_namesake(holder, draft, row):
            return Code.Q301, (holder.people[0].code,)
        if holder.parties or holder.people or holder.alias:
            return None
        if self._context.is_national and holder.sure and not holder.candidate:
            return None
        named = self._context.is_national and is_contender(draft, row, self._all.clean.text)
        return None if named else (Code.Q301, ())

    def _is_namesake(self, holder: Claimant, draft: RecordDraft, row: HolderRow) -> bool:
        """Whether a surname alone may be somebody else's than the candidate's who is seldom named.

        She is then alone in the list, or has more than such a candidate gets.
        """
        if not holder.people:
            return False
        if self._may_be_anybody(holder, draft):
            return True
        if not holder.people[0].minor:
            return False
        share = row.figures.get("pct")
        much = share is not None and Decimal(share.value) >= _MUCH
        return much or not self._in_company(holder, draft)

    def _may_be_anybody(self, holder: Claimant, draft: RecordDraft) -> bool:
        """`Kurum 39,6 (Yıldırım 45,0)`: somebody of a district that is not named, or another."""
        person = holder.people[0]
        given, *_ = fold(person.name).split()
        *before, surname = fold(holder.text).split()
        alone = surname in _COMMON_SURNAMES and given not in before
        if not (person.place and alone) or "place" in dict(draft.where.spans):
            return False
        others = [row.unit.data for row in draft.order if row.unit.data is not holder]
        return not any(isinstance(one, Claimant) and one.people for one in others)

    def _in_company(self, holder: Claimant, draft: RecordDraft) -> bool:
        """Whether better known candidates of the same contest stand in the same list."""
        contest = holder.people[0].contest
        others = [row.unit.data for row in draft.order]
        return any(
            isinstance(one, Claimant)
            and one.people
            and not one.people[0].minor
            and one.people[0].contest == contest
            for one in others
        )

    def _contender(self, holder: Claimant) -> str | None:
        """The election's code for this row; an independent without a known name has none."""
        if self._context.is_national:
            return None
        if holder.alias:
            return holder.alias
        if len(holder.people) == 1:
            return holder.people[0].code
        if holder.parties == (INDEPENDENT,) and holder.candidate:
            return None
        return holder.parties[0] if len(holder.parties) == 1 else None
