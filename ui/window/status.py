"""What the status bar says: the last act with its way back, findings under way, the file, the ban.

None of them takes room while it has nothing to say.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk import PROVA
from ui.night.backups import AutoBackup
from ui.night.ban import BanSwitch
from ui.night.bridge import Bridge
from ui.night.following import Following
from ui.night.messages import Lasts, Messages
from ui.night.page import OpenNight
from ui.night.proving import Proving
from ui.night.watch import Watch
from ui.texts import language, sentences
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.rest import Rest

WORTH_SAYING_MS = 300
"""What is worked out sooner is not worth a word that would only flicker."""


class MessageField(QWidget):
    """The line of the night's messages, with the way back of the last act beside it."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.last")
        self._messages = messages
        self.label = ElidedLabel("night.message", self)
        self.undo = KeyButton("status.undo", Rank.FLAT, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        layout.addWidget(self.label)
        layout.addWidget(self.undo)
        layout.addStretch(1)
        # Nothing under or over it may move as the way back comes and goes.
        self.setFixedHeight(self.undo.sizeHint().height())
        messages.changed.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force; what was said in another is let go."""
        self._messages.retell()
        self.undo.setText(self.tr("Undo"))
        self.undo.show_key("Ctrl+Z")
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def _follow(self) -> None:
        text = self._messages.text()
        self.label.setText(text)
        self.label.setVisible(bool(text))
        self.undo.setVisible(self._messages.undoes)
        self._colour()
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.label, QAccessible.Event.Alert))

    def _colour(self) -> None:
        palette, colours = self.label.palette(), theme.ink()
        colour = colours.error if self._messages.is_wrong else colours.text
        if palette.color(palette.ColorRole.WindowText) != colour:
            palette.setColor(palette.ColorRole.WindowText, colour)
            self.label.setPalette(palette)


class ProvaBadge(QLabel):
    """The night is a rehearsal: said at the far left, the other way round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PROVA, parent)
        self.setObjectName("status.prova")
        self.setFont(theme.font(theme.SMALL, strong=True))
        self.setContentsMargins(2 * theme.STEP, 0, 2 * theme.STEP, 0)
        self.setAutoFillBackground(True)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def _colour(self) -> None:
        palette, colours = self.palette(), theme.ink()
        palette.setColor(palette.ColorRole.Window, colours.text)
        palette.setColor(palette.ColorRole.WindowText, colours.window)
        self.setPalette(palette)


class FollowingLabel(QLabel):
    """Says while the file on the disk is not what the window shows, and when it is again."""

    def __init__(
        self, following: Following, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status.following")
        self._following, self._messages = following, messages
        following.turned.connect(self._turn)
        following.recovered.connect(self._say_again)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        refusal = self._following.refusal
        self.setVisible(refusal is not None or self._following.catching_up)
        if refusal is None:
            proving = self.tr("What was written elsewhere is being proved…")
            self.setText(proving if self._following.catching_up else "")
            self.setToolTip("")
            return
        why = sentences.why_not_followed(refusal.code, language.current())
        said = self.tr("not following: {why}")
        if not self._following.reading:
            said = self.tr("nothing can be saved here: {why}")
        self.setText(f"▲ {said.format(why=why)}")
        self.setToolTip(sentences.refusal_text(refusal, language.current()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _turn(self) -> None:
        self.retranslate()
        if self.text():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _say_again(self) -> None:
        reading = self._following.reading
        said = self.tr("Following the file again.") if reading else self.tr("The file is back.")
        self._messages.say(said, Lasts.FILE)


class WorkingLabel(QLabel):
    """Says while findings are being worked out."""

    def __init__(self, findings: Watch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.working")
        self._findings = findings
        self._rest = Rest(self._tell, self, after=WORTH_SAYING_MS)
        findings.working.connect(lambda _: self._rest.ask())
        findings.changed.connect(lambda _: self._tell())
        self.hide()
        self._rest.ask()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setText(self.tr("Findings are being worked out…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _tell(self) -> None:
        self.setVisible(not self._findings.ready)


class ProofLabel(QLabel):
    """Says while the night is being proved, and where it is not whole; else its seal, on asking."""

    def __init__(self, bridge: Bridge, proving: Proving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.proof")
        self._bridge, self._proving = bridge, proving
        proving.ended.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        refusal = self._proving.refusal
        self.setVisible(self._proving.under_way or refusal is not None)
        if refusal is not None:
            where = refusal.values.get("where", "")
            self.setText("▲ " + self.tr("not whole: {where}").format(where=where))
            self.setToolTip(sentences.refusal_text(refusal, language.current()))
        else:
            self.setText(self.tr("The night is being proved…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class BackupLabel(QLabel):
    """When the last automatic backup of this sitting was made, or why it could not be."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.backup")
        self._messages = messages
        self._backups: AutoBackup | None = None
        self.hide()

    def follow(self, backups: AutoBackup) -> None:
        """Speak of these from now on."""
        self._backups = backups
        backups.changed.connect(self._turn)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        backups = self._backups
        self.setVisible(backups is not None and bool(backups.made or backups.refusal))
        if backups is None:
            return
        if backups.refusal is not None:
            why = sentences.why_not_followed(backups.refusal.code, language.current())
            self.setText("▲ " + self.tr("no backup: {why}").format(why=why))
            self.setToolTip(sentences.refusal_text(backups.refusal, language.current()))
        elif backups.made is not None:
            self.setText(self.tr("backup {time}").format(time=f"{backups.made:%H.%M}"))
            self.setToolTip("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _turn(self) -> None:
        said = self.text()
        self.retranslate()
        failed = self._backups is not None and self._backups.refusal is not None
        if failed and self.text() != said:
            self._messages.say(self.toolTip(), Lasts.FILE)


class NightStatus(QWidget):
    """All in a row; the ban is to be pressed."""

    def __init__(
        self,
        night: OpenNight,
        following: Following,
        proving: Proving,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status.night")
        self.working = WorkingLabel(night.watch, self)
        self.following = FollowingLabel(following, night.bridge.messages, self)
        self.proof = ProofLabel(night.bridge, proving, self)
        self.backup = BackupLabel(night.bridge.messages, self)
        self.ban = BanSwitch(night.bridge, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.proof, self.working, self.following, self.backup, self.ban):
            layout.addWidget(widget)
