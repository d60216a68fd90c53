"""Between the session and the screens: one signal for every change, and the undo stack.

Screens ask here for edits and listen here for changes; no screen talks to another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desk.facts import edits
from desk.facts.codes import Refusal
from desk.facts.edits import Change, Edit
from desk.file.session import Session
from ui.night import acts
from ui.night.acts import Act, Deed
from ui.night.messages import Messages
from ui.widgets.long_work import WorkQueue


class Bridge(QObject):
    """Carries edits to the session and changes back to every screen."""

    changed = Signal(object)
    """A `Change`, after it is durable."""
    reloaded = Signal()
    """Everything may be different: another process wrote to the file."""
    refused = Signal(object)
    """A `Refusal` that no screen asked to handle itself."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.undo_stack = QUndoStack(self)
        self._joined: list[Deed] | None = None
        self.messages = Messages(self)
        """Where every screen says what was done and what was refused."""
        self.work = WorkQueue(self)
        """The door for work on the night that may take longer than a moment."""

    def do(self, edit: Edit, origin: object = None) -> Change:
        """Carry out an edit, remember how to take it back, tell everyone. Raises `Refusal`.

        What was published has readers: it is retracted in the ledger, and never a step of undo.
        """
        change = self.session.record(edit, origin)
        self.messages.act()
        if not isinstance(edit, edits.Publish):
            deed = acts.deed(self.session, change)
            if self._joined is None:
                self.undo_stack.push(_Step(self, Act((deed,))))
            else:
                self._joined.append(deed)
        self.changed.emit(change)
        return change

    def attempt(self, edit: Edit, origin: object = None) -> Change | None:
        """`do`, with a refusal told to the window instead of raised."""
        try:
            return self.do(edit, origin)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None

    def may_go_out(self) -> bool:
        """Whether anything may leave the desk: not from a night that was changed outside it.

        The refusal is told to the window.
        """
        try:
            self.session.must_be_proved()
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        return True

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """What is done inside is one act to the editor: one title, one key to take it back."""
        if self._joined is not None:
            yield
            return
        self._joined = []
        try:
            yield
        finally:
            joined, self._joined = self._joined, None
            if joined:
                self.undo_stack.push(_Step(self, Act(tuple(joined))))

    def to_undo(self) -> Act | None:
        """What the next undo takes back."""
        return self._act(self.undo_stack.index() - 1)

    def to_redo(self) -> Act | None:
        """What the next redo does again."""
        return self._act(self.undo_stack.index())

    def stands(self, act: Act) -> bool:
        """Whether an act is done and not undone; not if something else was done in its stead."""
        return any(self._act(at) is act for at in range(self.undo_stack.index()))

    def retitle(self) -> None:
        """Another language: every act is called otherwise."""
        for step in map(self.undo_stack.command, range(self.undo_stack.count())):
            if isinstance(step, _Step):
                step.setText(step.act.title())

    def replay(self, *replayed: Edit) -> list[Change] | None:
        """Edits that are no step of their own, as undo and redo make them: all of them or none."""
        changes: list[Change] = []
        try:
            for edit in replayed:
                changes.append(self._replay(edit))
        except Refusal as refusal:
            for change in reversed(changes):
                self._replay(change.inverse)
            self.refused.emit(refusal)
            return None
        return changes

    def _replay(self, edit: Edit) -> Change:
        change = self.session.record(edit, self.undo_stack)
        self.changed.emit(change)
        return change

    def _act(self, at: int) -> Act | None:
        step = self.undo_stack.command(at) if 0 <= at < self.undo_stack.count() else None
        return step.act if isinstance(step, _Step) else None


class _Step(QUndoCommand):
    """One act in the stack. Undo and redo do the inverses of what was done last."""

    def __init__(self, bridge: Bridge, act: Act) -> None:
        super().__init__(act.title())
        self.act = act
        self._bridge = bridge
        self._inverses = [deed.change.inverse for deed in act.deeds]
        """By deed, what turns it round."""
        self._fresh = True

    def redo(self) -> None:
        if self._fresh:
            self._fresh = False
        else:
            self._turn(list(zip(self.act.deeds, self._inverses, strict=True)), acts.done_again())

    def undo(self) -> None:
        turned = list(zip(self.act.deeds, self._inverses, strict=True))
        self._turn(turned[::-1], acts.undone(), backwards=True)

    def _turn(self, turned: list[tuple[Deed, Edit]], why: str, *, backwards: bool = False) -> None:
        self._bridge.messages.act()
        replayed = [_reasoned(edit, deed.change.done, why) for deed, edit in turned]
        changes = self._bridge.replay(*replayed)
        if changes is None:
            self.setObsolete(True)
        else:
            inverses = [change.inverse for change in changes]
            self._inverses = inverses[::-1] if backwards else inverses


_Reasoned = edits.Withdraw | edits.Reinstate | edits.Retract | edits.Restore


def _reasoned(edit: Edit, done: Edit, why: str) -> Edit:
    """An edit done again keeps the reason it was given; one that takes back says so."""
    if not isinstance(edit, _Reasoned):
        return edit
    given = done.reason if isinstance(done, _Reasoned) and type(done) is type(edit) else why
    return replace(edit, reason=given)
