"""The templates posts are arranged by: those of the desk, and the editor's own in her folder.

A template of her own takes the place of the desk's; without one the desk's need not even be
rendered, since they put out exactly what was composed. How one is rendered is known elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desk.facts.catalog import resource
from desk.facts.codes import Code, Refusal
from desk.facts.post import Ask, Kind, Post
from desk.file.session import Session
from desk.files import write_whole
from desk.posts.compose import compose
from desk.posts.post_draft import Draft
from desk.posts.post_layout import parts_of
from desk.posts.ties import Parts
from desk.turkish.style import TDK, Style

SHARED = "_parts"
"""The template whose macros the others share."""

MOST_SOURCE = 100_000
"""Characters of a template's source; the longest of the desk's has a hundredth of it."""


class Templates:
    """The templates in force. ``folder`` holds the editor's own, ``NAME.j2``; it need not exist."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._unsaved: dict[str, str] = {}

    def names(self) -> tuple[str, ...]:
        """Every template: one for each kind of post, and the macros they share."""
        return (*(kind.value for kind in Kind), SHARED)

    def source(self, name: str) -> str:
        """The text of a template: the editor's own if there is one, else the desk's. E175."""
        own = self._own(name)
        if name in self._unsaved:
            return self._unsaved[name]
        if own is None or not own.is_file():
            return resource("templates", f"{name}.j2").read_text(encoding="utf-8")
        try:
            text = own.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as fault:
            raise Refusal(Code.E171, template=name, line=1, reason=str(fault)) from None
        if len(text) > MOST_SOURCE:
            raise Refusal(Code.E173, template=name, line=1, reason="the file is too long")
        return text

    def is_own(self, name: str) -> bool:
        """Whether the editor's own template is in force. E175."""
        own = self._own(name)
        return name in self._unsaved or (own is not None and own.is_file())

    def save(self, name: str, text: str) -> None:
        """Keep a template as the editor's own, once it has made a post of every kind it serves.

        E171–E174 with the line where it fails, E175, S909; then nothing was written.
        """
        own = self._own(name)
        if own is None:
            raise Refusal(Code.S909, folder="")
        self._with(name, text)._check(name)
        try:
            own.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise Refusal(Code.S909, folder=str(own.parent)) from None
        write_whole(own, text)

    def restore(self, name: str) -> None:
        """Give the desk's own template back; the editor's is deleted. E175, S909."""
        own = self._own(name)
        try:
            if own is not None:
                own.unlink(missing_ok=True)
        except OSError:
            raise Refusal(Code.S909, folder=str(self.folder)) from None

    def preview(self, session: Session, kind: Kind, ask: Ask, text: str, name: str = "") -> Post:
        """The post of a kind as a text that is not saved would arrange it.

        ``name`` is the template whose text it is; the kind's own without. E171–E175, and what
        composing refuses.
        """
        return compose(session, kind, ask, templates=self._with(name or kind.value, text))

    def arranged(self, session: Session, ask: Ask, draft: Draft) -> Draft:
        """The draft as the editor's own templates arrange it; as it is without any. E171–E174."""
        if not (self.is_own(draft.kind.value) or self.is_own(SHARED)):
            return draft
        from desk.posts.template_views import context_of

        context = context_of(session, ask, draft)
        return replace(draft, parts=self.parts(draft.kind, context, draft.writer.style))

    def parts(self, kind: Kind, context: Mapping[str, object], style: Style) -> Parts:
        """The parts a kind's template makes of a context. E171–E174."""
        # Jinja takes longer to load than a post to compose.
        from desk.posts.template_sandbox import rendered

        sources = {name: self.source(name) for name in (kind.value, SHARED)}
        return parts_of(kind.value, rendered(kind.value, sources, context, style))

    def _check(self, name: str) -> None:
        from desk.posts.post_sample import sample

        for kind in Kind:
            if name in (kind.value, SHARED):
                self.parts(kind, sample(kind), TDK)

    def _with(self, name: str, text: str) -> Templates:
        """The same with one template's text in place of what is kept."""
        if len(text) > MOST_SOURCE:
            raise Refusal(Code.E173, template=name, line=1, reason="the text is too long")
        self._own(name)
        other = Templates(self.folder)
        other._unsaved = {name: text.replace("\r\n", "\n")}
        return other

    def _own(self, name: str) -> Path | None:
        if name not in self.names():
            raise Refusal(Code.E175, text=name, known=", ".join(self.names()))
        return self.folder / f"{name}.j2" if self.folder else None
