"""The gate on screen: what stands in the way of a post, each with the way to it and the way out.

What stands in the way is found in `desk.posts.gate`; nothing is published here. A screen with a
post of its own shows this panel and asks it whether the post is blocked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.facts.bulletin import BulletinState
from desk.facts.codes import Code
from desk.facts.edits import Accept
from desk.facts.election import Election
from desk.facts.post import Obstacle
from ui.night.ban import ask_ban
from ui.night.page import OpenNight
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.names import slot_label
from ui.widgets import theme
from ui.widgets.dialogs import ask_reason
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.keys import key_sequence
from ui.widgets.marks import BANNED, CLEAR, DIFFER, UNLIKELY, WRONG
from ui.widgets.theme import STEP

_MARKS = {
    Code.P504: BANNED,
    Code.P502: WRONG,
    Code.P501: WRONG,
    Code.P510: WRONG,
    Code.P512: WRONG,
    Code.P511: UNLIKELY,
    Code.P506: WRONG,
    Code.P503: UNLIKELY,
    Code.P505: DIFFER,
}
"""The shape of each code, the worst first."""

_STATES = frozenset(state.value for state in BulletinState)
"""What a cited bulletin may have become; anything else found of it are codes of findings."""


_WAYS = ("jump", "drop", "remedy", "anyway")
"""The ways out of an obstacle; what there is of them has Alt and a number, from 1."""


class GatePanel(QWidget):
    """One line an obstacle, the worst first; clear when there is none."""

    jump_wanted = Signal(object)
    """An `Obstacle` to go to: its figure's cell, the ban's switch, or the number in the text."""
    accept_wanted = Signal(object)
    """A P502 `Obstacle` whose findings are to be accepted with a reason."""
    ban_wanted = Signal()
    """The ban's switch is to be shown."""
    drop_wanted = Signal(str)
    """A place the post is to go without."""
    publish_wanted = Signal()
    """A reason is given: the post is to go out with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gate")
        self._obstacles: tuple[Obstacle, ...] = ()
        self._election: Election | None = None
        self._asking = False
        """Whether she has asked to give a reason for what is shown."""
        self.title = QLabel(self)
        self.title.setObjectName("gate.title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.may_drop: Callable[[str], bool] = lambda _place: False
        """Whether the post may go without a place; it belongs to whoever asks for the post."""
        # The ways out of the obstacle under the cursor, in the order of their keys.
        acts: dict[str, Callable[[], object]] = {
            "jump": self._jump,
            "drop": self._drop,
            "remedy": self._mend,
            "anyway": self.ask_reason,
            "overrule": self._publish,
        }
        self.buttons = {
            name: KeyButton(f"gate.{name}", Rank.PLAIN if name == "overrule" else Rank.FLAT, self)
            for name in acts
        }
        self.reason = QLineEdit(self)
        self.reason.setObjectName("gate.reason")
        self.reason.installEventFilter(self)
        self.reason.textChanged.connect(lambda _: self._enable())
        self._line = QWidget(self)
        line = QVBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for name, act in acts.items():
            # In a dialog Enter belongs to what the dialog is for.
            self.buttons[name].setAutoDefault(False)
            self.buttons[name].clicked.connect(lambda _=False, act=act: act())
            if name == "overrule":
                line.addWidget(self.reason)
                line.addSpacing(STEP)
                line.addWidget(self.buttons[name])
            else:
                line.addWidget(self.buttons[name], 0, Qt.AlignmentFlag.AlignLeft)
        self.title.setFont(theme.font(strong=True))
        self._dress_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 100)
        layout.addWidget(self._line)
        layout.addStretch(1)
        self.retranslate()

    def _dress_list(self) -> None:
        self.list.setObjectName("gate.list")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAlternatingRowColors(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.list.itemDoubleClicked.connect(lambda _: self._jump())

    def show_obstacles(self, election: Election, obstacles: Sequence[Obstacle]) -> None:
        """Show what stands in a post's way now; a reason holds for just what it was given for.

        The chosen line stays chosen if it is still there.
        """
        ranks = list(_MARKS)
        fresh = tuple(sorted(obstacles, key=lambda one: ranks.index(one.code)))
        if fresh == self._obstacles and election is self._election:
            # Of another set of places, one of these may be left out that could not be before.
            self._enable()
            return
        if set(map(_key, fresh)) - set(map(_key, self._obstacles)):
            self._asking = False
            self.reason.clear()
        kept = self.current()
        self._obstacles, self._election = fresh, election
        self._fill(kept)

    @property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What is shown, the worst first."""
        return self._obstacles

    @property
    def overruled(self) -> str:
        """The reason to publish all the same; nothing if none is given, or none would help."""
        reason = " ".join(self.reason.text().split())
        return reason if self._obstacles and self.may_be_overruled else ""

    @property
    def blocks(self) -> bool:
        """Whether the post may not go out as things are."""
        return bool(self._obstacles) and not self.overruled

    @property
    def may_be_overruled(self) -> bool:
        """Whether a reason would be enough; the broadcast ban takes none."""
        return all(one.may_be_overruled for one in self._obstacles)

    def current(self) -> Obstacle | None:
        """The obstacle under the cursor."""
        row = self.list.currentRow()
        return self._obstacles[row] if 0 <= row < len(self._obstacles) else None

    def ask_reason(self) -> bool:
        """Put the focus where the reason is typed; False if none would help."""
        if not self.may_be_overruled or not self._obstacles:
            return False
        self._asking = True
        self._enable()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def answer(self, number: int) -> bool:
        """Take the way out of this number, from 1; False if there are not so many."""
        ways = [self.buttons[name] for name in _WAYS if not self.buttons[name].isHidden()]
        if not self._obstacles or number > len(ways):
            return False
        ways[number - 1].click()
        return True

    def listen(self, dialog: QDialog) -> None:
        """Let Alt and a number work in a dialog; in a night the page hears of them."""
        for number in range(1, len(_WAYS) + 1):
            key = QShortcut(key_sequence(f"Alt+{number}"), dialog)
            key.activated.connect(partial(self.answer, number))

    def take_keys(self) -> None:
        """Put the focus in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.list.setAccessibleName(self.tr("What stands in the way of the post"))
        self.buttons["jump"].setText(self.tr("Go there and mend it"))
        self.buttons["anyway"].setText(self.tr("Publish all the same, with a reason…"))
        reason = self.tr("Reason to publish all the same")
        self.reason.setPlaceholderText(reason)
        self.reason.setAccessibleName(reason)
        self.buttons["overrule"].setText(self.tr("Publish with this reason"))
        self.buttons["overrule"].setToolTip(self.tr("Publish with this reason") + " (Enter)")
        self._fill(self.current())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self._fill(self.current())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.reason:
                return self._key_of_reason(event) or super().eventFilter(watched, event)
            acts = {
                Qt.Key.Key_Return: self._jump,
                Qt.Key.Key_Enter: self._jump,
                Qt.Key.Key_Space: self._mend,
            }
            act = acts.get(Qt.Key(event.key()))
            if act is not None and not event.modifiers():
                act()
                return True
        return super().eventFilter(watched, event)

    def _key_of_reason(self, event: QKeyEvent) -> bool:
        """Enter publishes with the reason, Esc gives it up; whether the key was one of them."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._publish()
        elif event.key() == Qt.Key.Key_Escape:
            self._asking = False
            self.reason.clear()
            self.take_keys()
            self._enable()
        else:
            return False
        return True

    def _publish(self) -> None:
        if self.overruled:
            self.publish_wanted.emit()
        else:
            self.ask_reason()

    def _jump(self) -> None:
        if (obstacle := self.current()) is not None and _has_target(obstacle):
            self.jump_wanted.emit(obstacle)

    def _mend(self) -> None:
        obstacle = self.current()
        if obstacle is None:
            return
        if obstacle.code is Code.P504:
            self.ban_wanted.emit()
        elif _is_finding(obstacle):
            self.accept_wanted.emit(obstacle)

    def _fill(self, chosen: Obstacle | None) -> None:
        self.list.clear()
        colours, language = theme.ink(), current_language()
        for one in self._obstacles:
            mark = _MARKS[one.code]
            sentence = sentences.obstacle_text(one, language)
            item = QListWidgetItem(f"{mark} {one.code.value}  {sentence}", self.list)
            item.setToolTip("\n".join((sentence, *self._figures(one))))
            item.setForeground(colours.error if mark in (BANNED, WRONG) else colours.warning)
        keys = [_key(one) for one in self._obstacles]
        same = keys.index(_key(chosen)) if chosen and _key(chosen) in keys else 0
        self.list.setCurrentRow(same if keys else -1)
        focus = QApplication.focusWidget()
        if not keys and focus is not None and self.isAncestorOf(focus):
            # Else Qt hands the keys to whatever stands next, and Ctrl+Z to a line of text.
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in (self.list, self._line):
            widget.setVisible(bool(keys))
        self._say()
        self._enable()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as what is in the list: no white box under the last obstacle."""
        self.list.doItemsLayout()
        rows = [self.list.visualItemRect(self.list.item(n)) for n in range(self.list.count())]
        high = sum(row.height() for row in rows) + 2 * self.list.frameWidth()
        self.list.setMaximumHeight(max(high, self.fontMetrics().height()))

    def _figures(self, obstacle: Obstacle) -> list[str]:
        if self._election is None:
            return []
        return [f"· {slot_label(self._election, slot)}" for slot in obstacle.slots]

    def _say(self) -> None:
        if not self._obstacles:
            text = f"{CLEAR} " + self.tr("Nothing stands in the way.")
        else:
            text = self.tr("In the way of this post: {n}").format(n=len(self._obstacles))
        self.title.setText(text)

    def _enable(self) -> None:
        """Show the ways out of the obstacle under the cursor, each with its key."""
        obstacle, focus = self.current(), QApplication.focusWidget()
        place = self._dropped()
        drop = self.tr("Leave {place} out of the post").format(place=place)
        remedy = ""
        if obstacle is not None and obstacle.code is Code.P504:
            remedy = self.tr("The ban was lifted…")
        elif obstacle is not None and _is_finding(obstacle):
            remedy = self.tr("Accept the finding with a reason…")
        self.buttons["drop"].setText(drop)
        self.buttons["remedy"].setText(remedy)
        may = bool(self._obstacles) and self.may_be_overruled
        asked = may and (self._asking or bool(self.overruled))
        there = {
            # To the ban leads its remedy: one way, told once.
            "jump": obstacle is not None and bool(obstacle.slots or obstacle.code is Code.P501),
            "drop": bool(place),
            "remedy": bool(remedy),
            "anyway": may and not asked,
        }
        number = 0
        for name in _WAYS:
            button = self.buttons[name]
            button.setEnabled(there[name])
            button.setVisible(there[name])
            number += there[name]
            button.show_key(f"Alt+{number}" if there[name] else "")
        self.buttons["overrule"].setEnabled(bool(self.overruled))
        for widget in (self.reason, self.buttons["overrule"]):
            widget.setVisible(asked)
        if focus is not None and self._line.isAncestorOf(focus) and focus.isHidden():
            # Of what is no longer offered the keys go back to the list it belongs to.
            self.take_keys()

    def _dropped(self) -> str:
        """The place of the obstacle under the cursor, where the post may go without it."""
        obstacle = self.current()
        places = {slot.source.place for slot in obstacle.slots} if obstacle else set()
        return next((place for place in places if len(places) == 1 and self.may_drop(place)), "")

    def _drop(self) -> None:
        if place := self._dropped():
            self.drop_wanted.emit(place)


def serve(panel: GatePanel, night: OpenNight) -> None:
    """Let a night do what a panel asks for: go to figures, accept findings, set the ban.

    An obstacle without figures is the asking screen's own to go to.
    """

    def jump(obstacle: Obstacle) -> None:
        if obstacle.slots:
            night.go_to_slot(obstacle.slots[0])
        elif obstacle.code is Code.P504:
            ask_ban(panel, night.bridge)

    panel.jump_wanted.connect(jump)
    panel.ban_wanted.connect(lambda: ask_ban(panel, night.bridge))
    panel.accept_wanted.connect(lambda obstacle: _accept(panel, night, obstacle))


def _accept(panel: GatePanel, night: OpenNight, obstacle: Obstacle) -> None:
    """Let the findings behind an obstacle stand, with one reason and as one thing to take back."""
    checks, bridge, codes = night.watch.checks, night.bridge, obstacle.values["found"]
    if not obstacle.bulletin:
        return
    found = [
        finding.remembered
        for finding in checks.of_bulletin(bridge.session.bulletin(obstacle.bulletin))
        if finding.severity == "error"
        and finding.code.value in codes
        and checks.accepted(finding) is None
    ]
    title = QCoreApplication.translate("ShownFindings", "Accept {code}").format(code=codes)
    reason = ask_reason(panel, title) if found else ""
    if reason:
        with bridge.as_one():
            for one in found:
                bridge.attempt(Accept(one, reason), panel)


def _key(obstacle: Obstacle) -> tuple[object, ...]:
    # The moment a ban is measured at moves on; that makes it no other obstacle.
    values = {name: said for name, said in obstacle.values.items() if name != "time"}
    return (obstacle.code, obstacle.bulletin, obstacle.slots, tuple(sorted(values.items())))


def _is_finding(obstacle: Obstacle) -> bool:
    return obstacle.code is Code.P502 and obstacle.values.get("found") not in _STATES


def _has_target(obstacle: Obstacle) -> bool:
    return bool(obstacle.slots) or obstacle.code in (Code.P501, Code.P504)
