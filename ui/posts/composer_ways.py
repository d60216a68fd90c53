"""The ways a post goes out: how it reads in each form, what stands in its way, and the buttons.

What is shown is the post as it would leave; whether it may is the gate's word.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.facts.election import Election
from desk.facts.post import Obstacle, Post
from desk.file.session import Session
from desk.posts import forms as post_forms
from desk.posts.post_short import MOST, to_short
from ui.posts.gate import GatePanel
from ui.posts.ways import PicturePane

TEXT, HTML, SHORT, MARKDOWN, PICTURE = range(5)
WRITERS = (post_forms.to_text, post_forms.to_html, to_short, post_forms.to_markdown)


class WaysPanel(QWidget):
    """Preview in every form over the gate's list and the buttons."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer.ways")
        self._post: Post | None = None
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("composer.forms")
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        for arrow in self.tabs.tabBar().findChildren(QToolButton):
            # The arrow keys do what these do: Tab goes from the tabs straight to the form.
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.views: list[QPlainTextEdit | QTextBrowser] = []
        for name in ("text", "html", "short", "markdown"):
            view = QTextBrowser(self) if name == "html" else QPlainTextEdit(self)
            view.setObjectName(f"composer.form.{name}")
            view.setReadOnly(True)
            view.setTabChangesFocus(True)
            view.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            if isinstance(view, QTextBrowser):
                view.setOpenLinks(False)
            self.views.append(view)
            self.tabs.addTab(view, "")
        self.picture = PicturePane(session, self)
        self.tabs.addTab(self.picture, "")
        self.gate = GatePanel(self)
        self.publish, self.copy, self.save = (QPushButton(self) for _ in range(3))
        for name in ("publish", "copy", "save"):
            getattr(self, name).setObjectName(f"composer.{name}")
        # In two rows: side by side they would keep the text beside them narrow.
        buttons = QGridLayout()
        buttons.addWidget(self.publish, 0, 0, 1, 2)
        buttons.addWidget(self.copy, 1, 0)
        buttons.addWidget(self.save, 1, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("composer.ways.splitter")
        self.splitter.setChildrenCollapsible(False)
        for pane, stretch in ((self.tabs, 3), (self.gate, 2)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(buttons)
        self.tabs.currentChanged.connect(lambda _: self._write())
        self.retranslate()

    def show_post(self, post: Post | None) -> None:
        """Show how a post reads; None empties every form."""
        self._post = post
        self.picture.show_post(post)
        self.gate.setVisible(post is not None)
        for button in (self.publish, self.copy, self.save):
            button.setEnabled(post is not None)
        self._write()
        self._name_short()

    def show_obstacles(self, election: Election, obstacles: Sequence[Obstacle]) -> None:
        """Show what stands in the way; the list takes its room only while there is something."""
        if bool(obstacles) != bool(self.gate.obstacles):
            height = self.splitter.height()
            share = 2 * height // 5 if obstacles else 0
            self.splitter.setSizes([height - share, share])
        self.gate.show_obstacles(election, obstacles)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        names = (self.tr("Text"), "HTML", "", "Markdown")
        for number, view in enumerate(self.views):
            self.tabs.setTabText(number, names[number])
            view.setAccessibleName(self.tr("The post as it goes out"))
        self.tabs.setTabText(PICTURE, self.tr("Picture"))
        self.tabs.tabBar().setAccessibleName(self.tr("Forms of the post"))
        self.publish.setText(self.tr("Publish and copy"))
        self.publish.setToolTip("Ctrl+Enter")
        self.copy.setText(self.tr("Copy only"))
        self.copy.setToolTip("Ctrl+Shift+C")
        self.save.setText(self.tr("Save as…"))
        self.save.setToolTip("Ctrl+Shift+S")
        self._name_short()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def take_keys(self) -> None:
        """Put the focus where something is to be answered: the gate's list, else the preview."""
        if self.gate.obstacles:
            self.gate.take_keys()
        else:
            self.tabs.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        """Write the form in front; the others wait until they are looked at."""
        number = self.tabs.currentIndex()
        if number == PICTURE:
            return
        view = self.views[number]
        if self._post is None:
            view.clear()
            return
        text = WRITERS[number](self._post)
        bar = view.verticalScrollBar()
        position = bar.value()
        if isinstance(view, QTextBrowser):
            view.setHtml(text)
        else:
            view.setPlainText(text)
        bar.setValue(position)

    def _name_short(self) -> None:
        length = len(to_short(self._post)) if self._post else 0
        text = self.tr("Short {n}/{limit}").format(n=length, limit=MOST)
        self.tabs.setTabText(SHORT, text)
