"""From what is asked to the post of a kind: one door to every composer.

Nothing is written here; each kind's words live in a module of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.posts import comparison, corrections, count, ledger, moves, own_words
from desk.posts.composed import Composed
from desk.posts.kinds.spread import spread
from desk.posts.ledger import WrongPost
from desk.posts.own_words import clean_line
from desk.posts.templates import Templates


def compose(
    session: Session,
    kind: PostKind,
    ask: Ask,
    wrong: Sequence[WrongPost] | None = None,
    templates: Templates | None = None,
) -> Post:
    """The post of a kind. ``wrong`` are the posts a correction is for; all of them without.

    ``templates`` are those it is arranged by; the desk's own without.
    Refuses E141 where nothing stands for what it is to say, E161 where the editor has to give
    more, E162 where nothing is to be corrected, E171–E174 where a template of hers is at fault.
    """
    ask = replace(ask, title=clean_line(ask.title))
    if kind is PostKind.CORRECTION:
        wrongs = ledger.to_correct(session, ask.contest, wrong)
        draft = corrections.correction(session, ask, wrongs)
    else:
        ask = spread(session.election, kind, ask)
        draft = COMPOSERS[kind](session, ask)
    return (templates.arranged(session, ask, draft) if templates else draft).post()


def preview(
    session: Session, kind: PostKind, ask: Ask, templates: Templates, text: str, name: str = ""
) -> Post:
    """The post of a kind as a template's text that is not saved would arrange it.

    ``name`` is the template whose text it is; the kind's own without. E171–E175, and what
    composing refuses.
    """
    return compose(session, kind, ask, templates=templates.trying(name or kind.value, text))


def _changes(session: Session, ask: Ask) -> Composed:
    return moves.changes(session, ask, ledger.last_told(session, PostKind.CHANGES, ask.contest))


def _leaders(session: Session, ask: Ask) -> Composed:
    return moves.leaders(session, ask, ledger.last_told(session, PostKind.LEADERS, ask.contest))


COMPOSERS: Mapping[PostKind, Callable[[Session, Ask], Composed]] = {
    PostKind.COMPARISON: comparison.comparison,
    PostKind.FIRST: count.first,
    PostKind.LEAD: count.lead,
    PostKind.STANDING: count.standing,
    PostKind.CHANGES: _changes,
    PostKind.DIFFERENCES: moves.differences,
    PostKind.LEADERS: _leaders,
    PostKind.STATEMENT: own_words.statement,
    PostKind.NOTE: own_words.note,
    PostKind.SUMMARY: own_words.summary,
    PostKind.CLOSING: own_words.closing,
}
"""Every kind but the correction, which needs the ledger."""
