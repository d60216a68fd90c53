"""How a post will leave: in every form and as a picture, over what the gate says and the buttons.

What it says and which chart goes with it is worked out in `desk`; nothing is sent from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Refusal
from desk.facts.election import Election
from desk.facts.network import network_length
from desk.facts.post import Obstacle, Post
from desk.file.session import Session
from desk.messages import pasted
from desk.posts import forms, picture
from ui.charts.loading import POLL_MS, loaded
from ui.posts.gate import GatePanel
from ui.posts.marked import MarkedPage, MarkedText, as_seen
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.panes import LinedPanes
from ui.widgets.rest import Rest
from ui.widgets.rows import Hairline
from ui.widgets.tables import TabBar
from ui.widgets.theme import STEP

TEXT, HTML, SHORT, MARKDOWN, WHATSAPP, TELEGRAM, PICTURE = range(7)
FORMS = ("text", "html", "short", "markdown", "whatsapp", "telegram")
WRITERS = (
    *(forms.to_text, forms.to_html, forms.to_short, forms.to_markdown),
    *(pasted.to_whatsapp, pasted.to_telegram),
)


class PreviewPanel(QWidget):
    """The post in every form over the gate's list and the buttons."""

    copied = Signal()
    """Some of a form has been copied."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer.ways")
        self._post: Post | None = None
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("composer.forms")
        self.tabs.setTabBar(TabBar(self.tabs, dense=True))
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        for arrow in self.tabs.tabBar().findChildren(QToolButton):
            # The arrow keys do what these do: Tab goes from the tabs straight to the form.
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.views: list[MarkedText | MarkedPage] = []
        for name in FORMS:
            view = MarkedPage(self) if name == "html" else MarkedText(self)
            view.copied.connect(self.copied)
            view.setObjectName(f"composer.form.{name}")
            view.setReadOnly(True)
            view.setTabChangesFocus(True)
            view.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            if isinstance(view, MarkedPage):
                view.setOpenLinks(False)
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.document().setDocumentMargin(2 * STEP)
            self.views.append(view)
            self.tabs.addTab(view, "")
        self.picture = PicturePane(session, self)
        self.tabs.addTab(self.picture, "")
        self.gate = GatePanel(self)
        self.publish = KeyButton("composer.publish", Rank.PRIMARY, self)
        self.copy = KeyButton("composer.copy", parent=self)
        self.save = KeyButton("composer.save", parent=self)
        # In two rows: side by side they would keep the text beside them narrow.
        buttons = QGridLayout()
        buttons.setSpacing(2 * STEP)
        buttons.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        buttons.addWidget(self.publish, 0, 0, 1, 2)
        buttons.addWidget(self.copy, 1, 0)
        buttons.addWidget(self.save, 1, 1)
        panes = (self.tabs, 3), (self.gate, 2)
        self.splitter = LinedPanes("composer.preview.splitter", Qt.Orientation.Vertical, *panes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(Hairline(self))
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

    def mark_copies(self, mark: Callable[[], str]) -> None:
        """What stands over a text that is copied out of the forms."""
        for view in self.views:
            view.mark = mark

    def in_front(self) -> tuple[str, str]:
        """The form in front and its name, if it is one of text alone; else nothing and no name.

        Text and HTML are copied together, and a picture has a button of its own.
        """
        number = self.tabs.currentIndex()
        if self._post is None or number in (TEXT, HTML, PICTURE):
            return "", ""
        name = self.tr("short form") if number == SHORT else self.tabs.tabText(number)
        return WRITERS[number](self._post), name

    def show_obstacles(self, election: Election, obstacles: Sequence[Obstacle]) -> None:
        """Show what stands in the way; the list takes its room only while there is something."""
        if bool(obstacles) != bool(self.gate.obstacles):
            height = self.splitter.height()
            share = 2 * height // 5 if obstacles else 0
            self.splitter.setSizes([height - share, share])
        self.gate.show_obstacles(election, obstacles)
        self._name_publish()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        names = (self.tr("Text"), "HTML", "", "Markdown", "WhatsApp", "Telegram")
        for number, view in enumerate(self.views):
            self.tabs.setTabText(number, names[number])
            view.setAccessibleName(self.tr("The post as it goes out"))
        self.tabs.setTabText(PICTURE, self.tr("Picture"))
        self.tabs.tabBar().setAccessibleName(self.tr("Forms of the post"))
        self._name_publish()
        self.copy.setText(self.tr("Copy only"))
        self.copy.show_key("Ctrl+Shift+C")
        self.copy.setToolTip(self.tr("Ctrl+Shift+C: the form in front; text and HTML together"))
        self.save.setText(self.tr("Save as…"))
        self.save.show_key("Ctrl+Shift+S")
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
        if isinstance(view, MarkedPage):
            view.setHtml(as_seen(text))
        else:
            view.setPlainText(text)
        bar.setValue(position)

    def _name_publish(self) -> None:
        """What stops a post is said on the button that would publish it."""
        stopped = len(self.gate.obstacles) if self.gate.blocks else 0
        text = self.tr("Publish and copy: {n} in the way").format(n=stopped)
        self.publish.setText(text if stopped else self.tr("Publish and copy"))
        self.publish.show_key("Ctrl+Enter")
        self.publish.set_rank(Rank.PLAIN if stopped else Rank.PRIMARY)

    def _name_short(self) -> None:
        length = network_length(forms.to_short(self._post)) if self._post else 0
        text = self.tr("Short {n}/{limit}").format(n=length, limit=forms.MOST)
        self.tabs.setTabText(SHORT, text)


class PicturePane(QWidget):
    """The picture over its text and the button that copies both; or why there is none."""

    copy_wanted = Signal()
    drawn = Signal()
    """A picture, or the reason why there is none, has come to the screen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer.picture")
        self._session = session
        self._post: Post | None = None
        self.image = _Scaled(self)
        self.alt = QLabel(self)
        self.alt.setObjectName("composer.picture.alt")
        self.alt.setWordWrap(True)
        self.alt.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = QPushButton(self)
        self.copy.setObjectName("composer.picture.copy")
        self.copy.clicked.connect(self.copy_wanted)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.addWidget(self.image)
        column.addWidget(self.alt)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("composer.picture.scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.setFocusProxy(self.image)
        self.rest = Rest(self._redraw, self)
        self._show(QImage(), "")
        self.retranslate()

    def show_post(self, post: Post | None) -> None:
        """Show another post's picture; a text that only reads otherwise keeps the one it has."""
        if _cited(post) != _cited(self._post):
            self._show(QImage(), "")
            self.rest.stop()
            self._post = post
            self.refresh()
        self._post = post

    def refresh(self) -> None:
        """Draw anew when the keys rest. Nobody draws what is not seen."""
        if self.isVisible() and self._post is not None:
            self.rest.ask()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.image.setAccessibleName(self.tr("The picture that goes with the post"))
        self.alt.setAccessibleName(self.tr("What the picture shows, in words"))
        self.copy.setText(self.tr("Copy the picture"))
        self.copy.setToolTip("Ctrl+C")
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _redraw(self) -> Iterator[int]:
        while not loaded():
            yield POLL_MS
        if not self.isVisible() or self._post is None:
            return
        try:
            content, drawn = picture.of_post(self._session, self._post)
        except Refusal as refusal:
            self._show(QImage(), sentences.refusal_text(refusal, current_language()))
        else:
            self._show(QImage.fromData(content), drawn.alt)
        self.drawn.emit()

    def _show(self, image: QImage, text: str) -> None:
        self.image.show_image(image)
        self.alt.setText(text)
        self.copy.setEnabled(not image.isNull())


class _Scaled(QWidget):
    """An image as wide as there is room for, never larger than it was drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("composer.picture.image")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._image = QImage()

    @property
    def shown(self) -> QImage:
        """What is shown; a null image while there is none."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show an image."""
        self._image = image
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._image.size() / 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        size = self.sizeHint()
        return min(width, size.width()) * size.height() // max(size.width(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = min(self.width(), self.sizeHint().width())
        room = QRect(0, 0, width, self.heightForWidth(width))
        # Made small by the painter itself, letters would lose their thin strokes.
        pixels = room.size() * self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        ratio = Qt.AspectRatioMode.IgnoreAspectRatio
        painter.drawImage(room, self._image.scaled(pixels, ratio, smooth))
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(room.adjusted(0, 0, -1, -1))


def _cited(post: Post | None) -> object:
    return post and (post.kind, post.contest, post.time, post.cited)
