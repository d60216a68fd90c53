"""Every edit does what it says and undoes it, as a model has it that knows neither SQL nor disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from desk.facts import catalog, edits
from desk.facts.bulletin import TOPICS, BulletinState, Draft, Figures, Item, Row, Source, Topic
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, Edit
from desk.facts.election import (
    INDEPENDENT,
    OTHERS,
    Agency,
    Contender,
    Election,
    Party,
    Place,
    PlaceCounts,
    PlaceKind,
)
from desk.facts.figures import plain
from desk.facts.people import Person
from desk.file.session import Session
from tests.desk.conftest import AA, at, content, disk_of, night_clock, share, votes

NOW = at("19:25")
SOURCES = [AA, Source("ANKA", "ibb", "İstanbul")]
ROWS = [share("chp"), share("ak_parti"), votes("chp"), Row(Item.OPENED_BOXES), Row(Item.TURNOUT)]


@dataclass
class Filed:
    """A filed bulletin in the model."""

    source: Source
    as_of: datetime
    figures: Figures
    replaces: int | None = None
    reason: str = ""
    withdrawn: bool = False


@dataclass
class Model:
    """A night in plain dictionaries: what each edit means, told a second time."""

    drafts: dict[Source, Draft] = field(default_factory=dict)
    filed: dict[int, Filed] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    agencies: set[str] = field(default_factory=set)
    contenders: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    people: frozenset[Person] = frozenset()
    withdrawn: set[tuple[str, str]] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)
    apart: dict[str, PlaceCounts] = field(default_factory=dict)

    def stands(self, number: int) -> bool:
        return (
            number in self.filed
            and not self.filed[number].withdrawn
            and not any(
                later.replaces == number and not later.withdrawn for later in self.filed.values()
            )
        )

    def standing(self) -> dict[int, Filed]:
        return {number: filed for number, filed in self.filed.items() if self.stands(number)}

    def latest(self) -> dict[Source, dict[Topic, int]]:
        """The newest standing bulletin of each column and topic, counted anew from everything."""
        found: dict[Source, dict[Topic, int]] = {}
        for number, filed in sorted(
            self.standing().items(), key=lambda pair: (pair[1].as_of, pair[0])
        ):
            for row in filed.figures:
                found.setdefault(filed.source, {})[TOPICS[row.item]] = number
        return found

    def visible(self) -> object:
        """What an editor can see, without the numbers the file gives its bulletins."""
        standing = [
            (filed.source, filed.as_of, digits(filed.figures)) for filed in self.standing().values()
        ]
        return (
            {
                source: (replace(draft, figures={}), digits(draft.figures))
                for source, draft in self.drafts.items()
            },
            # A frozen set's own text is in no order that counts.
            sorted(standing, key=lambda told: (str(told[:2]), sorted(map(str, told[2])))),
            dict(self.settings),
            set(self.agencies),
            set(self.contenders),
            set(self.shown),
            self.people,
            set(self.withdrawn),
            dict(self.places),
            dict(self.apart),
        )

    def refusal(self, edit: Edit) -> Code | None:
        """The code an edit is to be refused with."""
        match edit:
            case edits.BeginCorrection(number):
                if not self.stands(number):
                    return Code.E137
                return Code.E138 if self.filed[number].source in self.drafts else None
            case edits.FileDraft():
                return self._refusal_of_draft(edit)
            case edits.FileBulletins(bulletins):
                told = [(new.source, new.as_of, digits(new.figures)) for new in bulletins]
                twice = len(set(told)) < len(told) or any(
                    self._twice(new.source, new.as_of, new.figures) for new in bulletins
                )
                return Code.E134 if twice else None
            case edits.Withdraw():
                return self._refusal_of_withdrawal(edit)
            case edits.Reinstate():
                return self._refusal_of_return(edit)
            case edits.AddAgency(agency):
                return Code.E139 if agency.code in self.agencies else None
            case edits.AddContender(_, contender, _):
                return Code.E139 if contender.code in self.contenders else None
            case edits.AddPlace(place):
                return Code.E139 if place.name in self.places else None
            case edits.SetPeople(people):
                known = {*self.contenders, INDEPENDENT} - {OTHERS}
                return None if {one.party for one in people} <= known else Code.E123
            case _:
                return None

    def _refusal_of_draft(self, edit: edits.FileDraft) -> Code | None:
        draft = self.drafts.get(edit.source)
        if draft is None or not draft.figures:
            return Code.E136
        if draft.replaces is None:
            return self._twice(edit.source, draft.as_of, draft.figures)
        if not self.stands(draft.replaces):
            return Code.E137
        return None if edit.reason.strip() else Code.E135

    def _refusal_of_withdrawal(self, edit: edits.Withdraw) -> Code | None:
        if not edit.reason.strip():
            return Code.E135
        if not all(self.stands(number) for number in edit.bulletins):
            return Code.E137
        return Code.E138 if edit.draft and edit.draft.source in self.drafts else None

    def _refusal_of_return(self, edit: edits.Reinstate) -> Code | None:
        if not edit.reason.strip():
            return Code.E135
        for number in edit.bulletins:
            filed = self.filed.get(number)
            if filed is None or not filed.withdrawn:
                return Code.E137
            if filed.replaces is not None and not self.stands(filed.replaces):
                return Code.E137
            if filed.replaces is None and self._twice(filed.source, filed.as_of, filed.figures):
                return Code.E134
        if edit.draft is None or self.drafts.get(edit.draft.source) == edit.draft:
            return None
        return Code.E138 if edit.draft.source in self.drafts else Code.E136

    def take(self, edit: Edit, numbers: tuple[int, ...]) -> None:
        """Do an edit that was not refused; ``numbers`` are those the file gave new bulletins."""
        match edit:
            case edits.SetFigure() | edits.SetTime() | edits.PutDraft() | edits.BeginCorrection():
                self._take_keying(edit)
            case edits.FileDraft() | edits.FileBulletins() | edits.Withdraw() | edits.Reinstate():
                self._take_filing(edit, numbers)
            case _:
                self._take_name(edit)

    def _take_keying(self, edit: Edit) -> None:
        match edit:
            case edits.SetFigure(source, row, value, as_of):
                draft = self.drafts.get(source) or Draft(source, as_of or self._minute(source))
                figures = {known: old for known, old in draft.figures.items() if known != row}
                if value is not None:
                    figures[row] = value
                self._put(replace(draft, figures=figures))
            case edits.SetTime(source, as_of):
                draft = self.drafts.get(source) or Draft(source, self._minute(source))
                self._put(
                    replace(draft, as_of=as_of or self._minute(source), timed=as_of is not None)
                )
            case edits.PutDraft(source, draft):
                self.drafts.pop(source, None)
                if draft is not None:
                    self.drafts[source] = draft
            case edits.BeginCorrection(number):
                wrong = self.filed[number]
                self.drafts[wrong.source] = Draft(
                    wrong.source, wrong.as_of, wrong.figures, timed=True, replaces=number
                )

    def _take_filing(self, edit: Edit, numbers: tuple[int, ...]) -> None:
        match edit:
            case edits.FileDraft(source, reason):
                draft = self.drafts.pop(source)
                why = reason.strip() if draft.replaces else ""
                (number,) = numbers
                self.filed[number] = Filed(source, draft.as_of, draft.figures, draft.replaces, why)
            case edits.FileBulletins(bulletins):
                for number, new in zip(numbers, bulletins, strict=True):
                    self.filed[number] = Filed(new.source, new.as_of, new.figures)
            case edits.Withdraw(withdrawn, _, draft):
                for number in withdrawn:
                    self.filed[number].withdrawn = True
                if draft is not None:
                    self.drafts[draft.source] = draft
            case edits.Reinstate(back, _, draft):
                for number in back:
                    self.filed[number].withdrawn = False
                if draft is not None:
                    del self.drafts[draft.source]

    def _take_name(self, edit: Edit) -> None:
        match edit:
            case edits.AddAgency(agency):
                self.agencies.add(agency.code)
            case edits.RemoveAgency(code):
                self.agencies.remove(code)
            case edits.AddContender(_, contender, _):
                self.contenders.add(contender.code)
                self.shown.add(contender.code)
            case edits.RemoveContender(_, code):
                self.contenders.remove(code)
                self.shown.discard(code)
            case edits.ShowContender(_, code, shown):
                (self.shown.add if shown else self.shown.discard)(code)
            case edits.SetWithdrawn(_, code, withdrawn, place):
                (self.withdrawn.add if withdrawn else self.withdrawn.discard)((code, place))
            case edits.SetPeople(people):
                self.people = frozenset(people)
            case edits.SetSetting(name, value):
                self.settings.pop(name, None)
                if value is not None:
                    self.settings[name] = value
            case _:
                self._take_place(edit)

    def _take_place(self, edit: Edit) -> None:
        match edit:
            case edits.AddPlace(place):
                self.places[place.name] = place
            case edits.RemovePlace(name):
                del self.places[name]
            case edits.CorrectPlace(place, counts, contest):
                self._correct(place, counts, contest)

    def _correct(self, place: str, counts: PlaceCounts | None, contest: str) -> None:
        if contest:
            self.apart.pop(place, None)
            if counts is not None:
                self.apart[place] = counts
        elif counts is not None:
            known = self.places[place]
            self.places[place] = replace(
                known,
                boxes=counts.boxes,
                registered=counts.registered,
                polls_close=counts.polls_close,
            )

    def _put(self, draft: Draft) -> None:
        self.drafts.pop(draft.source, None)
        if draft.figures or draft.timed or draft.replaces is not None:
            self.drafts[draft.source] = draft

    def _minute(self, source: Source) -> datetime:
        """Now, but never before what the column has filed."""
        filed = [one.as_of for one in self.standing().values() if one.source == source]
        return max([NOW, *filed])

    def _twice(self, source: Source, as_of: datetime, figures: Figures) -> Code | None:
        same = (source, as_of, digits(figures))
        for filed in self.standing().values():
            if (filed.source, filed.as_of, digits(filed.figures)) == same:
                return Code.E134
        return None


def digits(figures: Figures) -> frozenset[tuple[Row, str]]:
    return frozenset((row, plain(value)) for row, value in figures.items())


def small(election: Election) -> Election:
    """The demonstration's election with one contest, few contenders and two places."""
    contest = election.contest("ibb")
    few = tuple(c for c in contest.contenders if c.code in contest.shown)
    return replace(
        election,
        contests=(replace(contest, contenders=few),),
        places=tuple(p for p in election.places if p.name in ("Beyoğlu", "İstanbul")),
    )


sources = st.sampled_from(SOURCES)
minutes = st.sampled_from([at("19:25"), at("19:40")])
share_values = st.sampled_from([Decimal(text) for text in ("2", "2.0", "2.00", "38.3", "58.63")])
counts = st.sampled_from([0, 7, 529])
reasons = st.sampled_from(["  ", "transposed", " transposed ", "recalled"])


@st.composite
def figures_of(draw: st.DrawFn) -> Figures:
    rows = draw(st.lists(st.sampled_from(ROWS), min_size=1, max_size=3, unique=True))
    return {row: draw(share_values if row.item.is_share else counts) for row in rows}


new_bulletins = st.builds(edits.NewBulletin, sources, minutes, figures_of())


place_counts = st.builds(
    PlaceCounts,
    st.just("Beyoğlu"),
    st.none() | st.integers(0, 999),
    st.none() | st.integers(0, 999_999),
    st.none() | st.just(time(16)),
)
others = st.one_of(
    st.builds(edits.AddAgency, st.sampled_from([Agency("AA", "Anadolu"), Agency("IHA", "İhlas")])),
    st.builds(
        edits.AddContender,
        st.just("ibb"),
        st.sampled_from([Contender(code, code) for code in ("chp", OTHERS, "yeni")]),
        st.just(Party("yeni", "Yeni", "Yeni Parti")),
    ),
    st.builds(edits.ShowContender, st.just("ibb"), st.sampled_from(["chp", OTHERS]), st.booleans()),
    st.builds(
        edits.SetPeople,
        st.lists(
            st.builds(
                Person,
                st.just("ibb"),
                st.sampled_from(["", "Beyoğlu"]),
                st.sampled_from(["chp", "yeni", INDEPENDENT]),
                st.sampled_from(["Ali Kaya", "Can Kaya"]),
            ),
            unique_by=lambda person: person.key,
        ).map(tuple),
    ),
    st.builds(edits.SetWithdrawn, st.just("ibb"), st.just("ak_parti"), st.booleans()),
    st.builds(
        edits.SetWithdrawn, st.just("ibb"), st.just("ak_parti"), st.booleans(), st.just("Beyoğlu")
    ),
    st.builds(edits.AddPlace, st.just(Place("Yeni", PlaceKind.DISTRICT, 7, None, "y", "Yeni"))),
    st.builds(edits.CorrectPlace, st.just("Beyoğlu"), place_counts),
    st.builds(edits.CorrectPlace, st.just("Beyoğlu"), st.none() | place_counts, st.just("ibb")),
    st.builds(edits.SetSetting, st.just("style"), st.none() | st.sampled_from(["", "ke", "ka"])),
)


class AnyNight(RuleBasedStateMachine):
    """Edits, undoing and redoing in any order, on a file with its mirror and on the model."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "night.secim"
        Session.create(self.path, small(catalog.load("istanbul-2024")), night_clock).close()
        self.session = Session.open_file(self.path, mirror=True, clock=night_clock)
        # Whether the disk keeps what was written is not asked here.
        disk_of(self.session).execute("PRAGMA synchronous = OFF")
        contest = self.session.election.contest("ibb")
        self.model = Model(
            agencies={agency.code for agency in self.session.election.agencies},
            contenders={contender.code for contender in contest.contenders} | {OTHERS},
            shown=set(contest.shown),
            places={place.name: place for place in self.session.election.places},
        )
        self.first = self.model.visible()
        self.done: list[tuple[Change, object]] = []
        self.undone: list[tuple[Change, object]] = []

    def perform(self, edit: Edit) -> Change | None:
        """Do an edit on both; None if it was refused, with the code the model foretold."""
        expected = self.model.refusal(edit)
        try:
            change = self.session.record(edit, origin=self)
        except Refusal as refusal:
            assert refusal.code is expected, (edit, refusal.values)
            return None
        assert expected is None, edit
        assert change.origin is self
        self.model.take(edit, change.bulletins)
        return change

    def edit(self, edit: Edit) -> None:
        before = self.model.visible()
        if change := self.perform(edit):
            self.done.append((change, before))
            self.undone.clear()

    @rule(source=sources, row=st.sampled_from(ROWS), data=st.data())
    def set_figure(self, source: Source, row: Row, data: st.DataObject) -> None:
        value = data.draw(st.none() | (share_values if row.item.is_share else counts))
        as_of = data.draw(st.none() | minutes)
        self.edit(edits.SetFigure(source, row, value, as_of))

    @rule(source=sources, as_of=st.none() | minutes)
    def set_time(self, source: Source, as_of: datetime | None) -> None:
        self.edit(edits.SetTime(source, as_of))

    @rule(source=sources)
    def discard(self, source: Source) -> None:
        self.edit(edits.PutDraft(source, None))

    @rule(source=sources, reason=reasons)
    def file_draft(self, source: Source, reason: str) -> None:
        self.edit(edits.FileDraft(source, reason))

    @rule(source=sources, figures=figures_of(), reason=reasons)
    def key_and_file(self, source: Source, figures: Figures, reason: str) -> None:
        for row, value in figures.items():
            self.edit(edits.SetFigure(source, row, value))
        self.edit(edits.FileDraft(source, reason))

    @rule(bulletins=st.lists(new_bulletins, min_size=1, max_size=3, unique_by=str))
    def file_bulletins(self, bulletins: list[edits.NewBulletin]) -> None:
        self.edit(edits.FileBulletins(tuple(bulletins)))

    @rule(data=st.data(), reason=reasons, row=st.sampled_from(ROWS))
    def correct(self, data: st.DataObject, reason: str, row: Row) -> None:
        number = self.some_bulletin(data)
        self.edit(edits.BeginCorrection(number))
        if number in self.model.filed:
            source = self.model.filed[number].source
            value = data.draw(share_values if row.item.is_share else counts)
            self.edit(edits.SetFigure(source, row, value))
            if data.draw(st.booleans()):
                self.edit(edits.FileDraft(source, reason))

    @rule(data=st.data(), reason=reasons)
    def withdraw(self, data: st.DataObject, reason: str) -> None:
        self.edit(edits.Withdraw((self.some_bulletin(data),), reason))

    @rule(data=st.data(), reason=reasons)
    def reinstate(self, data: st.DataObject, reason: str) -> None:
        self.edit(edits.Reinstate((self.some_bulletin(data),), reason))

    def some_bulletin(self, data: st.DataObject) -> int:
        """One of the bulletins filed, or a number that none has."""
        return data.draw(st.sampled_from([*self.model.filed, len(self.model.filed) + 1]))

    @rule(edit=others)
    def change_something_else(self, edit: Edit) -> None:
        self.edit(edit)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.last, before = self.done.pop()
        after = self.model.visible()
        undoing = self.perform(self.last.inverse)
        assert undoing is not None, self.last
        assert self.model.visible() == before
        self.undone.append((undoing, after))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        undoing, after = self.undone.pop()
        before = self.model.visible()
        redoing = self.perform(undoing.inverse)
        assert redoing is not None, undoing
        assert self.model.visible() == after
        self.done.append((redoing, before))

    @precondition(lambda self: self.done)
    @rule()
    def repeat(self) -> None:
        """Undo, then do what was done as it was done."""
        self.undo()
        _, after = self.undone.pop()
        change, before = self.last, self.model.visible()
        again = self.perform(change.done)
        assert again is not None, change
        assert self.model.visible() == after
        self.done.append((again, before))
        self.undone.clear()

    @invariant()
    def the_mirror_is_the_disk(self) -> None:
        assert content(disk_of(self.session)) == content(self.session._store._memory.conn)

    @invariant()
    def the_night_is_the_model(self) -> None:
        agrees(self.session, self.model)

    def teardown(self) -> None:
        while self.done:
            self.undo()
        assert self.model.visible() == self.first
        agrees(self.session, self.model)
        assert self.session.drafts() == ()
        assert self.session.latest("ibb") == {}
        self.session.close()
        with Session.open_file(self.path, clock=night_clock) as again:
            agrees(again, self.model)
        self.folder.cleanup()


def agrees(session: Session, model: Model) -> None:
    """Whether a night reads as the model has it, bulletin by bulletin."""
    assert {draft.source: draft for draft in session.drafts()} == model.drafts
    for source in SOURCES:
        assert session.draft(source) == model.drafts.get(source)
        assert [
            bulletin.id for bulletin in session.bulletins("ibb", source.place, source.agency)
        ] == sorted(
            (number for number, filed in model.filed.items() if filed.source == source),
            key=lambda number: (model.filed[number].as_of, number),
        )
    for number, filed in model.filed.items():
        bulletin = session.bulletin(number)
        assert digits(bulletin.figures) == digits(filed.figures)
        assert (bulletin.source, bulletin.as_of) == (filed.source, filed.as_of)
        assert (bulletin.replaces, bulletin.reason) == (filed.replaces, filed.reason)
        assert (bulletin.state is BulletinState.STANDING) == model.stands(number)
        assert (bulletin.state is BulletinState.WITHDRAWN) == filed.withdrawn
    latest = {
        source: {topic: bulletin.id for topic, bulletin in topics.items()}
        for source, topics in session.latest("ibb").items()
    }
    assert latest == model.latest()
    for place in ("Beyoğlu", "İstanbul"):
        here = session.latest("ibb", place)
        assert set(here) == {source for source in latest if source.place == place}
    ends = [filed.as_of for filed in model.standing().values()]
    assert session.night_end() == max(ends, default=None)
    assert session.settings == model.settings
    assert set(session.people) == model.people
    assert {agency.code for agency in session.election.agencies} == model.agencies
    contest = session.election.contest("ibb")
    assert {contender.code for contender in contest.contenders} | {OTHERS} == model.contenders
    assert set(contest.shown) == model.shown
    gone = {(one.code, "") for one in contest.contenders if one.withdrawn}
    gone |= {(one.code, place) for one in contest.contenders for place in one.gone_from}
    assert gone == model.withdrawn
    assert {place.name: place for place in session.election.places} == model.places
    assert {counts.place: counts for counts in contest.counts} == model.apart


TestAnyNight: Callable[..., object] = AnyNight.TestCase
AnyNight.TestCase.settings = settings(max_examples=30, stateful_step_count=40)
