"""One signal for every change, refusals where they belong, and an undo that only goes forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desk.facts import edits
from desk.facts.bulletin import BulletinState, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change
from desk.facts.finding import Found
from desk.facts.post import Post
from desk.file.session import Session
from tests.ui.hands import CONTEST, on_disk, share
from ui.night.bridge import Bridge, edit_title

CHP = share("chp")
AA = Source("AA", CONTEST, "Beyoğlu")


def figure(text: str) -> edits.SetFigure:
    return edits.SetFigure(AA, CHP, Decimal(text))


@pytest.fixture
def bridge(bridge_on: Callable[[str], Bridge]) -> Bridge:
    return bridge_on("blank")


@pytest.fixture
def heard(bridge: Bridge) -> list[Change]:
    changes: list[Change] = []
    bridge.changed.connect(changes.append)
    return changes


def test_every_listener_hears_of_a_change_once(bridge: Bridge, heard: list[Change]) -> None:
    others: list[Change] = []
    bridge.changed.connect(others.append)
    change = bridge.do(figure("58.63"), origin="here")
    assert heard == others == [change]
    assert heard[0].origin == "here"


def test_a_change_is_durable_before_anybody_hears_of_it(bridge: Bridge) -> None:
    found: list[object] = []

    def look(_: Change) -> None:
        with Session.open_file(bridge.session.path, read_only=True) as other:
            draft = other.draft(AA)
            found.append(draft and draft.figures)

    bridge.changed.connect(look)
    bridge.do(figure("58.63"))
    assert found == [{CHP: Decimal("58.63")}]


def test_undo_and_redo_are_heard_once_each(bridge: Bridge, heard: list[Change]) -> None:
    bridge.do(figure("58.63"))
    bridge.undo_stack.undo()
    assert bridge.session.draft(AA) is None
    bridge.undo_stack.redo()
    draft = bridge.session.draft(AA)
    assert draft is not None and draft.figures == {CHP: Decimal("58.63")}
    assert len(heard) == 3
    assert [change.origin for change in heard[1:]] == [bridge.undo_stack] * 2


def test_a_refused_edit_is_raised_and_not_remembered(bridge: Bridge, heard: list[Change]) -> None:
    with pytest.raises(Refusal) as caught:
        bridge.do(edits.FileDraft(AA))
    assert caught.value.code is Code.E136
    assert bridge.undo_stack.count() == 0
    assert heard == []


def test_an_attempt_tells_the_refusal_instead(
    qtbot: QtBot, bridge: Bridge, heard: list[Change]
) -> None:
    with qtbot.waitSignal(bridge.refused) as told:
        assert bridge.attempt(edits.FileDraft(AA)) is None
    assert told.args is not None and told.args[0].code is Code.E136
    assert heard == []
    assert bridge.attempt(figure("58.63")) is not None


def test_a_step_that_cannot_be_taken_back_falls_out(qtbot: QtBot, bridge: Bridge) -> None:
    agency = next(a for a in bridge.session.election.agencies if a.code == "YSK")
    added = edits.AddAgency(type(agency)("DHA", "Demirören", ("Demirören",)))
    bridge.do(added)
    # Behind the stack's back, so that the step can no longer be taken back.
    source = Source("DHA", CONTEST, "Beyoğlu")
    bridge.session.record(edits.SetFigure(source, CHP, Decimal("58.63")))
    with qtbot.waitSignal(bridge.refused) as told:
        bridge.undo_stack.undo()
    assert told.args is not None and told.args[0].code is Code.E140
    assert bridge.undo_stack.count() == 0
    assert any(a.code == "DHA" for a in bridge.session.election.agencies)


def test_a_step_that_cannot_be_done_again_falls_out(qtbot: QtBot, bridge: Bridge) -> None:
    bridge.do(figure("58.63"))
    bridge.do(edits.FileDraft(AA))
    bridge.undo_stack.undo()
    bridge.session.record(edits.PutDraft(AA, None))
    with qtbot.waitSignal(bridge.refused) as told:
        bridge.undo_stack.redo()
    assert told.args is not None and told.args[0].code is Code.E136
    assert bridge.undo_stack.count() == 1
    assert not bridge.undo_stack.canRedo()


def test_history_only_grows(bridge: Bridge) -> None:
    bridge.do(figure("58.63"))
    bridge.do(edits.FileDraft(AA))
    for _ in range(3):
        bridge.undo_stack.undo()
        bridge.undo_stack.redo()
    (filed,) = bridge.session.bulletins(CONTEST, "Beyoğlu", "AA")
    assert filed.state is BulletinState.STANDING, (
        "the very bulletin stands again, under its own number"
    )
    marks = on_disk(bridge.session.path, "SELECT kind FROM mark ORDER BY id")
    assert marks == [("withdrawn",), ("reinstated",)] * 3


def test_every_edit_has_a_title(bridge: Bridge) -> None:
    election = bridge.session.election
    contender, party = election.contests[0].contenders[0], election.parties[0]
    found = Found("x", "F201", ())
    post = Post("x", "note", datetime(2024, 3, 31), "x", "x", (), "", (), ())
    every = [
        figure("1"),
        edits.SetTime(AA, None),
        edits.PutDraft(AA, None),
        edits.BeginCorrection(1),
        edits.FileDraft(AA),
        edits.FileBulletins(()),
        edits.Withdraw((1,), "x"),
        edits.Reinstate((1,), "x"),
        edits.AddAgency(election.agencies[0]),
        edits.RemoveAgency("AA"),
        edits.AddContender(CONTEST, contender, party),
        edits.RemoveContender(CONTEST, "chp"),
        edits.ShowContender(CONTEST, "chp", True),
        edits.LearnAlias("x", None),
        edits.SetSetting("x", None),
        edits.Accept(found, "x"),
        edits.Unaccept(found),
        edits.Publish(post),
        edits.Retract((1,), "x"),
        edits.Restore((1,), "x"),
    ]
    assert {type(edit) for edit in every} == set(edits.Edit.__args__)
    assert all(edit_title(edit) for edit in every)
