"""The templates of posts: the source beside the post it makes of this night, saved if it works.

What a template may say and where hers are kept is said in `desk.posts`; nothing is published here.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QFontDatabase, QShortcut, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.posts.compose import preview
from desk.posts.forms import UNPUBLISHED, to_html
from desk.posts.templates import SHARED, Templates
from ui.posts import own_templates
from ui.posts.marked import MarkedPage, as_seen, copied_unpublished
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.names import kind_names
from ui.widgets import dialogs, theme
from ui.widgets.key_button import plain
from ui.widgets.keys import key_sequence
from ui.widgets.marks import DRAFT, led
from ui.widgets.message import MessageLine
from ui.widgets.rest import Rest
from ui.widgets.sizes import fit

REST_MS = 150
"""How long the keys rest before the post is made anew."""

NOTHING_TO_TELL = frozenset({Code.E141, Code.E161, Code.E162})
"""The night has nothing for a post of this kind: no fault of the template."""


class TemplateEditor(QDialog):
    """One template at a time; texts not saved yet are kept until the dialog is closed."""

    def __init__(
        self,
        session: Session,
        standing: tuple[str, tuple[str, str], str],
        parent: QWidget,
        templates: Templates | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("templates")
        self.setWindowTitle(self.tr("Post templates"))
        self._session, self._standing = session, standing
        self._templates = templates or Templates(own_templates.folder())
        self._unsaved: dict[str, str] = {}
        self._name = self._headline = ""
        self.names = QListWidget(self)
        self.names.setObjectName("templates.names")
        self.names.setAccessibleName(self.tr("Templates"))
        self.source = QPlainTextEdit(self)
        self.source.setObjectName("templates.source")
        self.source.setAccessibleName(self.tr("Source of the template"))
        self.source.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.source.setTabChangesFocus(True)
        self.preview = MarkedPage(self)
        self.preview.mark = lambda: UNPUBLISHED
        self.preview.setObjectName("templates.preview")
        self.preview.setAccessibleName(self.tr("The post it makes of this night"))
        self.preview.setOpenLinks(False)
        self.preview.setTabChangesFocus(True)
        self.message = MessageLine("templates.message", self)
        self.save_button = QPushButton(self.tr("Save as my own"), self)
        self.save_button.setObjectName("templates.save")
        self.save_button.setToolTip(self.tr("Save as my own") + " (Ctrl+S)")
        self.restore_button = QPushButton(self.tr("Restore the desk's own"), self)
        self.restore_button.setObjectName("templates.restore")
        self._rest = Rest(self.show_preview, self, after=REST_MS)
        self._lay_out()
        for name in self._templates.names():
            item = QListWidgetItem(self.names)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.preview.copied.connect(self._say_copied)
        self.names.currentRowChanged.connect(lambda _: self._choose())
        self.source.textChanged.connect(self._typed)
        self.save_button.clicked.connect(self.save)
        self.restore_button.clicked.connect(self.restore)
        QShortcut(key_sequence("Ctrl+S"), self).activated.connect(self.save)
        self.names.setCurrentRow(0)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self) -> None:
        """Make the post of the text as it stands; at a fault the last good one stays."""
        self._rest.stop()
        if self._name == SHARED:
            self._note(self.tr("All templates share these; they are tried together when saved."))
            return
        try:
            post = self._made(PostKind(self._name))
        except Refusal as refusal:
            if refusal.code in NOTHING_TO_TELL:
                self._note(self.tr("This night has nothing yet for a post of this kind."))
            else:
                self._complain(refusal)
            return
        self._note("")
        self._headline = post.headline
        self.preview.setHtml(as_seen(to_html(post)))

    def save(self) -> None:
        """Keep the text as the editor's own, if it makes a post."""
        try:
            self._templates.save(self._name, self.source.toPlainText())
        except Refusal as refusal:
            self._complain(refusal)
            return
        self._unsaved.pop(self._name, None)
        self.show_preview()
        self.message.say(self.tr("Saved. From now on posts of this kind are written like this."))
        self._mark_names()

    def restore(self) -> None:
        """Give the desk's own template back; hers is deleted."""
        sure = self.tr("Your own text of this template is deleted. Go back to the desk's?")
        own = self._templates.is_own(self._name) or self._name in self._unsaved
        if own and self._sure(sure):
            try:
                self._templates.restore(self._name)
            except Refusal as refusal:
                self._complain(refusal)
                return
            self._unsaved.pop(self._name, None)
            self._choose()
            self.message.say(self.tr("The desk's own template is back."))

    def reject(self) -> None:
        """Close, asking about texts that are not saved."""
        sure = self.tr("Templates you changed are not saved. Close without them?")
        if not self._unsaved or self._sure(sure):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _made(self, kind: PostKind) -> Post:
        """The post where the editor stands; where nothing stands there, wherever the kind likes."""
        text = self.source.toPlainText()
        contest, pair, place = self._standing
        own = self.tr("This is where what you write yourself stands.")
        for places in ((place,), ()):
            ask = Ask(contest, places, pair)
            if kind in (PostKind.NOTE, PostKind.STATEMENT):
                ask = Ask(contest, title=self.tr("Your headline"), text=own, who="Ad Soyad")
            try:
                return preview(self._session, kind, ask, self._templates, text)
            except Refusal as refusal:
                if refusal.code is not Code.E141 or not places:
                    raise
        raise Refusal(Code.E141, places=place)

    def _choose(self) -> None:
        self._name = str(self.names.currentItem().data(Qt.ItemDataRole.UserRole))
        self.preview.clear()
        try:
            text = self._unsaved.get(self._name) or self._templates.source(self._name)
        except Refusal as refusal:
            text = ""
            self._complain(refusal)
        self.source.blockSignals(True)
        self.source.setPlainText(text)
        self.source.blockSignals(False)
        if text:
            self.show_preview()
        self._mark_names()

    def _typed(self) -> None:
        self._unsaved[self._name] = self.source.toPlainText()
        self._mark_names()
        self._rest.ask()

    def _mark_names(self) -> None:
        for row in range(self.names.count()):
            item = self.names.item(row)
            name = str(item.data(Qt.ItemDataRole.UserRole))
            label = self._title(name)
            if name in self._unsaved:
                label = led(DRAFT, label)
            own = self.tr("your own") if self._templates.is_own(name) else ""
            item.setText(f"{label} · {own}" if own else label)
        changed = self._name in self._unsaved
        self.save_button.setEnabled(changed)
        self.restore_button.setEnabled(changed or self._templates.is_own(self._name))

    def _title(self, name: str) -> str:
        """What a template is called in the list."""
        return self.tr("Shared parts") if name == SHARED else kind_names()[PostKind(name)]

    def _say_copied(self) -> None:
        self.message.say(copied_unpublished(self._headline))

    def _note(self, text: str) -> None:
        self.source.setExtraSelections([])
        self.message.say(text)

    def _complain(self, refusal: Refusal) -> None:
        """Say what is wrong, and colour the line it is in."""
        values = dict(refusal.values)
        if (name := str(values.get("template", ""))) in self._templates.names():
            values["template"] = self._title(name)
        self.message.complain(sentences.sentence(refusal.code, values, current_language()))
        line = refusal.values.get("line")
        block = self.source.document().findBlockByNumber(int(str(line)) - 1 if line else -1)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = QTextCursor(block) if block.isValid() else QTextCursor()
        marked.format.setBackground(theme.ink().error_ground)
        marked.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.source.setExtraSelections([marked] if block.isValid() else [])

    def _sure(self, question: str) -> bool:
        answer = dialogs.sure(
            self,
            self.windowTitle(),
            question,
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    def _lay_out(self) -> None:
        about = QLabel(
            self.tr(
                "A line that begins with # is the headline, ## a heading, - a line of a list, "
                "> a quotation, = the closing line; any other is running text. A number typed "
                "into a template is backed by no figure, and the gate stops it."
            ),
            self,
        )
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setChildrenCollapsible(False)
        for number, (pane, stretch) in enumerate(
            ((self.names, 1), (self.source, 3), (self.preview, 3))
        ):
            panes.addWidget(pane)
            panes.setStretchFactor(number, stretch)
        line = QHBoxLayout()
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self))
        buttons.rejected.connect(self.reject)
        for button in (self.save_button, self.restore_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(panes, 1)
        layout.addWidget(self.message)
        layout.addLayout(line)
        fit(self, 1040, 620)
        panes.setSizes([190, 420, 430])
