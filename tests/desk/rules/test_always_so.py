"""What the desk finds is so, whatever was done before: as a desk finds that has just opened the
file.

A machine files, corrects, withdraws, takes back and changes settings on a small night in which many
rules fire, and holds what has been kept up to date against a judgement from the beginning.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desk.facts.bulletin import BulletinState, Draft, Figures, Item, Row, Source, Value
from desk.facts.codes import Refusal
from desk.facts.edits import (
    Accept,
    AddAgency,
    AddContender,
    BeginCorrection,
    Edit,
    FileBulletins,
    FileDraft,
    LearnAlias,
    NewBulletin,
    PutDraft,
    SetFigure,
    SetSetting,
    Withdraw,
)
from desk.facts.election import Agency, Contender, Election, Party
from desk.file.session import Session
from desk.rules.checks import Checks
from tests.desk.conftest import CONTEST, at, night_clock, share

EXAMPLES, STEPS = 15, 40
"""Six hundred steps in all."""

PLACES = ("Beyoğlu", "Üsküdar", "Adalar", "Kadıköy", "Şişli", "İstanbul")
AGENCIES = ("AA", "ANKA")
CODES = ("chp", "ak_parti", "dem_parti", "diger")
OPENED = Row(Item.OPENED_SHARE)
WORDS = ("check.w303.likelihood", "check.d401.early", "check.w305.minutes", "check.d404.gap")

sources = st.builds(
    lambda a, p: Source(a, CONTEST, p), st.sampled_from(AGENCIES), st.sampled_from(PLACES)
)
minutes = st.integers(0, 24).map(lambda n: timedelta(minutes=5 * n))


def honest(source: Source, stage: int) -> dict[Row, Value]:
    """A bulletin of a place by an agency at a stage of the count, 0 to 24; sums make 100."""
    seed = PLACES.index(source.place) * 310 + AGENCIES.index(source.agency) * 37
    first = 4_500 + seed % 900 + stage * (11 + seed % 7)
    second = 3_600 - seed % 500 - stage * 9
    third = 400 + stage * 3
    parts = (first, second, third, 10_000 - first - second - third)
    figures: dict[Row, Value] = {
        share(code): Decimal(part) / 100 for code, part in zip(CODES, parts, strict=True)
    }
    return figures | {OPENED: Decimal(200 + stage * 390) / 100}


def slipped(figures: Figures, slip: str, other: Figures) -> Figures:
    """The same figures as a tired hand keys them."""
    chp, ak = figures[share("chp")], figures[share("ak_parti")]
    match slip:
        case "swapped":
            return {**figures, share("chp"): ak, share("ak_parti"): chp}
        case "copied":
            return {**figures, share("ak_parti"): other[share("ak_parti")]}
        case "other":
            return other
        case "dropped":
            return {row: value for row, value in figures.items() if row != share("dem_parti")}
        case "digit":
            assert isinstance(chp, Decimal)
            return {**figures, share("chp"): (chp + 30) % 100}
        case "opened":
            return {**figures, OPENED: Decimal("97.30")}
        case "votes":
            return {**figures, Row(Item.VOTES, "chp"): 21_345, Row(Item.VOTES, "ak_parti"): 17_300}
        case "lead":
            return {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal("3.1")}
    return figures


SLIPS = ("", "", "", "swapped", "copied", "other", "dropped", "digit", "opened", "votes", "lead")


@st.composite
def bulletins(draw: st.DrawFn) -> NewBulletin:
    """One of the night: honest, or with a slip, or of a stage that its time does not fit."""
    source, gone = draw(sources), draw(minutes)
    stage = int(gone.total_seconds()) // 300
    if draw(st.integers(0, 5)) == 0:
        stage = draw(st.integers(0, 24))
    other = honest(draw(sources), stage)
    figures = slipped(honest(source, stage), draw(st.sampled_from(SLIPS)), other)
    return NewBulletin(source, at("19:00") + gone, figures)


def told(
    checks: Checks, session: Session, *, pair: tuple[str, str] = ("AA", "ANKA")
) -> dict[str, Any]:
    """Everything that is found: of every place, bulletin, draft, and between the agencies."""
    now = at("21:30")
    found: dict[str, Any] = {"all": checks.all([CONTEST], now=now)}
    found["latest"] = checks.all([CONTEST], latest=True, now=now)
    found["board"] = [
        checks.place_board(CONTEST, place.name, pair) for place in session.election.places
    ]
    for place in PLACES:
        found[place] = checks.of_place(CONTEST, place, now)
        for agency in AGENCIES:
            found[f"{agency} {place}"] = checks.freshness(CONTEST, agency, place, now)
        for one in session.bulletins(CONTEST, place):
            found[f"bulletin {one.id}"] = checks.of_bulletin(one)
    for draft in session.drafts():
        found[f"draft {draft.source}"] = checks.of_draft(draft)
    found["accepted"] = [checks.accepted(one) for one in found["all"]]
    return found


class AlwaysSo(RuleBasedStateMachine):
    """Acts of an evening in any order."""

    election: Election
    blank: bytes

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="secim-masasi-always-")
        path = Path(self._folder.name) / "night.secim"
        path.write_bytes(self.blank)
        self.session = Session.open_file(path, clock=night_clock)
        self.checks = Checks(self.session)
        self.undo: list[Edit] = []
        self.redo: list[Edit] = []
        self.acts = 0

    def teardown(self) -> None:
        self.session.close()
        self._folder.cleanup()

    def do(self, edit: Edit) -> None:
        try:
            change = self.session.record(edit)
        except Refusal:
            return
        self.undo.append(change.inverse)
        self.redo.clear()
        self.checks.take(change)

    @initialize(stages=st.integers(2, 4), given_up=st.booleans())
    def evening(self, stages: int, given_up: bool) -> None:
        """A night that has taught something."""
        self.do(
            FileBulletins(
                tuple(
                    NewBulletin(
                        source, at("19:00") + timedelta(minutes=10 * n), honest(source, 2 * n)
                    )
                    for n in range(stages)
                    for source in (Source(a, CONTEST, p) for a in AGENCIES for p in PLACES)
                )
            )
        )
        if not given_up:
            self.checks.night(CONTEST)

    @rule(new=bulletins())
    def file(self, new: NewBulletin) -> None:
        self.do(FileBulletins((new,)))

    @rule(new=st.lists(bulletins(), min_size=2, max_size=5))
    def file_several(self, new: list[NewBulletin]) -> None:
        self.do(FileBulletins(tuple(new)))

    @rule(new=bulletins())
    def draft(self, new: NewBulletin) -> None:
        self.do(PutDraft(new.source, Draft(new.source, new.as_of, new.figures, timed=True)))

    @rule(data=st.data())
    def file_draft(self, data: st.DataObject) -> None:
        drafts = self.session.drafts()
        if drafts:
            draft = data.draw(st.sampled_from(sorted(drafts, key=repr)))
            self.do(FileDraft(draft.source, "yanlış yazılmış" if draft.replaces else ""))

    def _standing(self) -> list[int]:
        return [
            one.id
            for place in PLACES
            for one in self.session.bulletins(CONTEST, place)
            if one.state is BulletinState.STANDING
        ]

    @rule(data=st.data(), figure=st.sampled_from(("63.21", "2", "41.07")), go=st.booleans())
    def correct(self, data: st.DataObject, figure: str, go: bool) -> None:
        standing = self._standing()
        if not standing:
            return
        number = data.draw(st.sampled_from(standing))
        source = self.session.bulletin(number).source
        self.do(BeginCorrection(number))
        self.do(SetFigure(source, share("chp"), Decimal(figure)))
        if go:
            self.do(FileDraft(source, "yanlış yazılmış"))

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        standing = self._standing()
        if standing:
            some = data.draw(
                st.lists(st.sampled_from(standing), min_size=1, max_size=3, unique=True)
            )
            self.do(Withdraw(tuple(some), "geri çekildi"))

    @rule(data=st.data())
    def withdraw_a_correction(self, data: st.DataObject) -> None:
        made = [n for n in self._standing() if self.session.bulletin(n).replaces is not None]
        if made:
            self.do(Withdraw((data.draw(st.sampled_from(made)),), "geri çekildi"))

    @precondition(lambda self: self.undo)
    @rule(times=st.integers(1, 4))
    def take_back(self, times: int) -> None:
        for _ in range(times):
            self._turn(self.undo, self.redo)

    @precondition(lambda self: self.redo)
    @rule(times=st.integers(1, 4))
    def do_again(self, times: int) -> None:
        for _ in range(times):
            self._turn(self.redo, self.undo)

    def _turn(self, stack: list[Edit], other: list[Edit]) -> None:
        if not stack:
            return
        try:
            change = self.session.record(stack.pop())
        except Refusal:
            return
        other.append(change.inverse)
        self.checks.take(change)

    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        found = self.checks.all([CONTEST])
        if found:
            one = data.draw(st.integers(0, len(found) - 1))
            self.do(Accept(found[one].remembered, "ajans böyle yayımladı"))

    @rule(name=st.sampled_from(WORDS), value=st.sampled_from(("1", "4", "20")))
    def threshold(self, name: str, value: str) -> None:
        self.do(SetSetting(name, value))

    @rule(name=st.sampled_from(("YSK", "DHA", "İHA")))
    def agency(self, name: str) -> None:
        self.do(AddAgency(Agency(name, name)))

    @rule(name=st.sampled_from(("yeni", "eski")))
    def contender(self, name: str) -> None:
        party = Party(name, name.upper(), name.title(), (), "#123456")
        self.do(AddContender(CONTEST, Contender(name, name), party))

    @rule(label=st.sampled_from(("ak p", "cehape")))
    def alias(self, label: str) -> None:
        self.do(LearnAlias(label, "chp"))

    @rule(steps=st.integers(1, 12))
    def some_of_it(self, steps: int) -> None:
        """A few slices of judging, as between two keys."""
        for _ in range(steps):
            self.checks.step(CONTEST)

    @rule(place=st.sampled_from(PLACES), agency=st.sampled_from(("AA", "ANKA")))
    def look(self, place: str, agency: str) -> None:
        """Looking changes nothing."""
        self.checks.of_draft(
            Draft(Source(agency, CONTEST, place), at("20:02"), {share("chp"): Decimal("51.2")})
        )

    @invariant()
    def always_so(self) -> None:
        self.acts += 1
        if self.acts % 8:
            return
        live, anew = told(self.checks, self.session), told(Checks(self.session), self.session)
        different = {name: (live[name], anew[name]) for name in anew if live[name] != anew[name]}
        assert not different


def test_found_is_what_is_found_anew(election: Election, blank_night: bytes) -> None:
    """Six hundred steps."""
    machine: Callable[[], AlwaysSo] = type(
        "Night", (AlwaysSo,), {"election": election, "blank": blank_night}
    )
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            suppress_health_check=list(HealthCheck),
        ),
    )
