"""A post on its way out: into the ledger, onto the clipboard, into a file, and what is said of it.

Whether it may go is asked before; what it says is composed elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.facts.codes import Refusal
from desk.facts.edits import Change, Publish, Retract
from desk.facts.post import Post
from desk.posts import forms, ledger, picture
from ui.charts import out as charts_out
from ui.night.bridge import Bridge
from ui.night.messages import Lasts
from ui.posts import saving
from ui.posts.marked import copied_unpublished, html_with_mark, with_mark
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets.clipboard import put, put_text


class Outbox(QObject):
    """Sends posts out and remembers the last one that went."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._message, self._window = bridge, bridge.messages, parent
        self._last: tuple[int, Post] | None = None
        bridge.changed.connect(self._take_change)

    def is_out(self, post: Post) -> bool:
        """Whether this very post is what went out last, and still stands."""
        return self._last is not None and _same(self._last[1], post)

    @property
    def sent(self) -> bool:
        """Whether anything has gone out that still stands."""
        return self._last is not None

    def forget(self) -> None:
        """What comes next is another post, even if it reads the same."""
        self._last = None

    def publish(self, post: Post, overruled: str) -> bool:
        """Into the ledger, then onto the clipboard; False if it went nowhere or was there."""
        if self._last is not None and self.is_out(post):
            copy_post(self._last[1])
            self._message.say(
                self.tr("Already in the ledger as it stands; copied again: {headline}").format(
                    headline=post.headline
                )
            )
            return False
        if self._bridge.session.read_only:
            self._message.complain(
                self.tr("This desk only reads: the other one publishes. Copying is possible.")
            )
            return False
        change = self._bridge.attempt(Publish(post, overruled), self)
        if change is None:
            return False
        number = change.posts[0]
        # The ledger may have given it another name: that is its anchor in the liveblog.
        post = replace(post, id=ledger.post(self._bridge.session, number).id)
        self._last = number, post
        copy_post(post)
        self._message.say(
            self.tr(
                "In the ledger and on the clipboard: {headline}. To retract it: Ctrl+4, Del."
            ).format(headline=post.headline)
        )
        return True

    def copy(self, post: Post, form: str = "", name: str = "") -> None:
        """Onto the clipboard as text and HTML at once, with the mark of a post that is not out.

        Where a ``form`` of it is given, that alone and as text; ``name`` is the form's.
        """
        if not self._bridge.may_go_out():
            return
        mark = self.mark_of(post)
        if form:
            put_text(with_mark(form, mark))
            said = self.tr("Copied as {form}: {headline}")
        else:
            copy_post(post, mark)
            said = self.tr("Copied as text and HTML: {headline}")
        if mark:
            self.say_unpublished(post.headline)
        else:
            self._message.say(said.format(headline=post.headline, form=name))

    def mark_of(self, post: Post | None) -> str:
        """What stands over a copy of a post: nothing once it is in the ledger as it reads."""
        return "" if post is not None and self.is_out(post) else forms.UNPUBLISHED

    def say_unpublished(self, headline: str) -> None:
        """Say of what was just copied that it is in no ledger."""
        self._message.say(copied_unpublished(headline))

    def copy_picture(self, post: Post) -> None:
        """Its chart onto the clipboard, with what it shows as text."""
        if not self._bridge.may_go_out():
            return
        try:
            charts_out.put(*picture.of_post(self._bridge.session, post), self._message)
        except Refusal as refusal:
            self._message.complain(sentences.refusal_text(refusal, current_language()))

    def save(self, post: Post) -> None:
        """Into a file, asking where."""
        if not self._bridge.may_go_out():
            return
        path = saving.ask_path(self._window, self._bridge.session.path.parent, post)
        if path is None:
            return
        try:
            saving.write(self._bridge.session, path, post)
        except Refusal as refusal:
            self._message.complain(sentences.refusal_text(refusal, current_language()))
        else:
            self._message.say(self.tr("Saved: {file}").format(file=path.name), Lasts.FILE)

    def _take_change(self, change: Change) -> None:
        if self._last is None or self._last[0] not in change.posts:
            return
        if isinstance(change.done, Retract):
            self._last = None
            self._message.say(
                self.tr("Taken back from the ledger; what was pasted elsewhere is still there.")
            )


def copy_post(post: Post, mark: str = "") -> None:
    """A post on the clipboard as text and HTML at once; ``mark`` stands over it."""
    put(with_mark(forms.to_text(post), mark), html_with_mark(forms.to_html(post), mark))


def _same(one: Post, other: Post) -> bool:
    return (one.headline, one.body, one.cited) == (other.headline, other.body, other.cited)
