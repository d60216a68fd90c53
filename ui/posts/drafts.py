"""Which draft is in front: hers if she has one of that kind, else what the desk composes.

One draft of each kind waits here and in the file; what a draft is, is said in `desk.drafts.model`.
"""

from __future__ import annotations

from functools import partial

from desk.drafts import moving, outgoing
from desk.drafts.model import PostDraft, Write, begin, is_kept, keep, kept
from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from desk.posts.templates import Templates
from ui.night.bridge import Bridge
from ui.posts import own_templates
from ui.posts.out import Outbox


class Drafts:
    """The drafts of one night's page of posts."""

    def __init__(self, bridge: Bridge, out: Outbox) -> None:
        self._bridge, self._out = bridge, out
        # Read where they lie each time: she may save one while the page is open.
        self._write: Write = partial(compose, templates=Templates(own_templates.folder()))
        self._waiting: dict[PostKind, PostDraft] = {}

    def begin(self, kind: PostKind, ask: Ask) -> PostDraft:
        """What the desk composes for what is asked. Refuses like `desk.drafts.model.begin`."""
        return begin(self._bridge.session, kind, ask, self._write)

    def settled(self, draft: PostDraft | None, kind: PostKind, ask: Ask) -> PostDraft:
        """The draft for what is asked, after ``draft`` was in front. Refuses like `begin`.

        One of hers stays hers though something else is asked now: its own ``ask`` tells.
        """
        session = self._bridge.session
        if draft is None or draft.kind is not kind:
            self.put_by(draft)
            waiting = self._waiting.pop(kind, None) or kept(session, kind, self._write)
            if waiting is not None:
                return moving.refreshed(waiting, session, self._write)
            return self.begin(kind, ask)
        out = self.is_out(draft)
        if out and draft.ask == ask and not moving.moved(draft, session):
            return draft
        if out or not draft.touched:
            return self.begin(kind, ask)
        return moving.refreshed(draft, session, self._write)

    def is_out(self, draft: PostDraft) -> bool:
        """Whether a draft is what was published last."""
        return self._out.sent and self._out.is_out(outgoing.to_post(draft, self._bridge.session))

    def put_by(self, draft: PostDraft | None) -> None:
        """What she has written of one kind waits while another is in front."""
        if draft is not None and draft.hers and not self.is_out(draft):
            self._waiting[draft.kind] = draft

    def keep(self, draft: PostDraft | None) -> frozenset[PostKind]:
        """Keep what she has written in the file; the kinds of which something is kept."""
        session = self._bridge.session
        kinds = {kind for kind in PostKind if is_kept(session, kind)}
        if draft is not None and not session.read_only:
            edit = keep(draft, done=self.is_out(draft))
            if session.settings.get(edit.name) != edit.value:
                self._bridge.replay(edit)
            kinds = kinds - {draft.kind} | ({draft.kind} if edit.value else set())
        return frozenset(kinds | self._waiting.keys())
