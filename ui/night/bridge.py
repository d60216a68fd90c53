"""Between the session and the screens: one signal for every change, and the undo stack.

Screens ask here for edits and listen here for changes; no screen talks to another.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desk.facts import edits
from desk.facts.codes import Refusal
from desk.facts.edits import Change, Edit
from desk.file.session import Session
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
        self.messages = Messages(self)
        """Where every screen says what was done and what was refused."""
        self.work = WorkQueue(self)
        """The door for work on the night that may take longer than a moment."""

    def do(self, edit: Edit, origin: object = None) -> Change:
        """Carry out an edit, remember how to take it back, tell everyone. Raises `Refusal`."""
        change = self.session.record(edit, origin)
        self.messages.act()
        self.undo_stack.push(_Step(self, change))
        self.changed.emit(change)
        return change

    def attempt(self, edit: Edit, origin: object = None) -> Change | None:
        """`do`, with a refusal told to the window instead of raised."""
        try:
            return self.do(edit, origin)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None

    def replay(self, edit: Edit) -> Change | None:
        """An edit made by undo or redo: not remembered again."""
        try:
            change = self.session.record(edit, self.undo_stack)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None
        self.changed.emit(change)
        return change


class _Step(QUndoCommand):
    """One edit in the stack. Undo and redo are one act: do the inverse of what was done last."""

    def __init__(self, bridge: Bridge, change: Change) -> None:
        super().__init__(edit_title(change.done))
        self._bridge = bridge
        self._next = change.inverse
        self._fresh = True

    def redo(self) -> None:
        if self._fresh:
            self._fresh = False
        else:
            self._turn()

    def undo(self) -> None:
        self._turn()

    def _turn(self) -> None:
        self._bridge.messages.act()
        change = self._bridge.replay(self._next)
        if change is None:
            self.setObsolete(True)
        else:
            self._next = change.inverse


_Drafting = edits.SetFigure | edits.SetTime | edits.PutDraft | edits.FileDraft


def edit_title(edit: Edit) -> str:
    """What the Edit menu calls an edit."""
    if isinstance(edit, _Drafting):
        return _drafting_title(edit).format(place=edit.source.place)
    match edit:
        case edits.BeginCorrection():
            return QCoreApplication.translate("Edits", "beginning of a correction")
        case edits.FileBulletins():
            return QCoreApplication.translate("Edits", "filing of bulletins")
        case edits.Withdraw() | edits.Reinstate():
            return QCoreApplication.translate("Edits", "withdrawal")
        case edits.AddAgency() | edits.RemoveAgency():
            return QCoreApplication.translate("Edits", "agency")
        case edits.AddContender() | edits.RemoveContender() | edits.ShowContender():
            return QCoreApplication.translate("Edits", "contender")
        case edits.Accept() | edits.Unaccept():
            return QCoreApplication.translate("Edits", "acceptance")
        case edits.Publish() | edits.Retract() | edits.Restore():
            return QCoreApplication.translate("Edits", "post")
        case edits.LearnAlias():
            return QCoreApplication.translate("Edits", "learned name")
        case edits.SetSetting():
            return QCoreApplication.translate("Edits", "setting")


def _drafting_title(edit: _Drafting) -> str:
    """An edit of a draft, the name of its place left open."""
    match edit:
        case edits.SetFigure():
            return QCoreApplication.translate("Edits", "figure of {place}")
        case edits.SetTime():
            return QCoreApplication.translate("Edits", "time of {place}")
        case edits.PutDraft():
            return QCoreApplication.translate("Edits", "draft of {place}")
        case edits.FileDraft():
            return QCoreApplication.translate("Edits", "filing of {place}")
