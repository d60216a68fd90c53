"""Posts that have become wrong, told on every page: a strip, a count, the tab, and the way there.

None of it takes keys or moves anything by itself; which ones are wrong comes from `ui.night.watch`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desk.posts.ledger import WrongPost
from ui.night.page import LEDGER, OpenNight
from ui.night.watch import LedgerWatch
from ui.texts import names as shown
from ui.widgets import theme
from ui.widgets.marks import WRONG

if TYPE_CHECKING:
    from ui.posts.ledger import LedgerPage


DRAFT_KEY = "Ctrl+Shift+D"
"""The key that drafts the correction, as the menu has it."""


class WrongNotice(QFrame):
    """Hidden until a correction or a withdrawal makes a published post wrong."""

    draft_wanted = Signal()
    ledger_wanted = Signal()

    def __init__(self, watch: LedgerWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wrong")
        # As tall as its words: what is below has the room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAutoFillBackground(True)
        self._watch = watch
        self.text = QLabel(self)
        self.text.setObjectName("wrong.text")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = {name: QPushButton(self) for name in ("draft", "ledger", "dismiss")}
        layout = QHBoxLayout(self)
        layout.addWidget(self.text, 1)
        for name, act in (
            ("draft", self.draft_wanted.emit),
            ("ledger", self.ledger_wanted.emit),
            ("dismiss", self.hide),
        ):
            button = self.buttons[name]
            button.setObjectName(f"wrong.{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            layout.addWidget(button)
        watch.fell.connect(self._tell)
        watch.changed.connect(self._follow)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.buttons["draft"].setText(self.tr("Draft the correction…"))
        self.buttons["draft"].setToolTip(self.tr("Draft the correction…") + f" ({DRAFT_KEY})")
        self.buttons["ledger"].setText(self.tr("See it in the ledger"))
        self.buttons["dismiss"].setText(self.tr("Close"))
        if not self.isHidden():
            self._say(self._watch.wrong)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            theme.alarm(self)

    def _tell(self, fell: Sequence[WrongPost]) -> None:
        theme.alarm(self)
        self._say(fell)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))

    def _follow(self) -> None:
        if not self._watch.wrong:
            self.hide()
        elif not self.isHidden():
            self._say(self._watch.wrong)

    def _say(self, wrong: Sequence[WrongPost]) -> None:
        if len(wrong) == 1:
            entry = wrong[0].entry
            text = self.tr(
                "A published post is wrong now: {time} {headline}. {key} drafts the correction."
            )
            said = text.format(time=shown.clock(entry.time), headline=entry.headline, key=DRAFT_KEY)
        else:
            text = self.tr("Published posts that are wrong now: {n}. {key} drafts the correction.")
            said = text.format(n=len(wrong), key=DRAFT_KEY)
        self.text.setText(f"{WRONG} {said}")


class WrongCount(QToolButton):
    """How many published posts are wrong now, in the status bar; pressed, it shows them."""

    def __init__(self, watch: LedgerWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.wrong")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._watch = watch
        watch.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Say how many there are; nothing where there is none."""
        count = len(self._watch.wrong)
        said = self.tr("Published posts wrong now: {n}").format(n=count)
        self.setText(f"{WRONG} {said}" if count else "")
        self.setAccessibleName(self.text())
        self.setVisible(bool(count))
        palette = self.palette()
        palette.setColor(palette.ColorRole.ButtonText, theme.ink().error)
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.ApplicationPaletteChange):
            self.look()


class LedgerDoor(QObject):
    """Keeps the tab's text in step, and opens the page or the correction when asked.

    ``name_tab`` sets the text of the ledger's tab. The page and the correction are loaded when
    they are first wanted, like every page of a night that is only keyed.
    """

    def __init__(self, night: OpenNight, name_tab: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._night, self._name_tab = night, name_tab
        self.watch = LedgerWatch(night.bridge, self)
        self.notice = WrongNotice(self.watch, parent)
        self.watch.changed.connect(self.name_tab)
        self.notice.draft_wanted.connect(self.correct)
        self.notice.ledger_wanted.connect(self.show_wrong)

    def page(self) -> LedgerPage:
        """The page, brought to the front."""
        self._night.show_page(LEDGER)
        page = self._in_front()
        assert page is not None
        return page

    def show_wrong(self) -> None:
        """The page with the posts that are wrong now."""
        self.page().show_wrong()

    def correct(self) -> None:
        """Draft the correction of the posts chosen on the page, else of all that are wrong."""
        from ui.posts.correction import correct_posts

        page = self._in_front()
        correct_posts(self._night, page.chosen_wrong() if page is not None else ())

    def name_tab(self) -> None:
        """The tab says how many posts are wrong."""
        count, name = len(self.watch.wrong), self.tr("Ledger")
        self._name_tab(f"{name} {WRONG} {count}" if count else name)

    def _in_front(self) -> LedgerPage | None:
        from ui.posts.ledger import LedgerPage

        page = self._night.front_page()
        return page if isinstance(page, LedgerPage) else None
