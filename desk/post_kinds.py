"""From what is asked to the post of a kind: one door to every composer.

Nothing is written here; each kind's words live in its own room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desk import ledger, post_corrections, post_counts, post_moves, post_words, posts
from desk.discrepancies import pair_of
from desk.ledger import WrongPost
from desk.post_draft import Draft
from desk.post_model import Ask, Kind, Post
from desk.post_words import clean_line
from desk.session import Session


def compose(
    session: Session, kind: Kind, ask: Ask, wrong: Sequence[WrongPost] | None = None
) -> Post:
    """The post of a kind. ``wrong`` are the posts a correction is for; all of them without.

    Refuses E141 where nothing stands for what it is to say, E161 where the editor has to give
    more, E162 where nothing is to be corrected.
    """
    if kind is Kind.CORRECTION:
        wrongs = ledger.to_correct(session, wrong)
        return post_corrections.correction(session, ask, wrongs).post()
    return COMPOSERS[kind](session, replace(ask, title=clean_line(ask.title))).post()


def _comparison(session: Session, ask: Ask) -> Draft:
    pair = pair_of(session, ask.agencies)
    return posts.drafted(session, ask.contest, ask.places, pair, ask.at, ask.title)


def _changes(session: Session, ask: Ask) -> Draft:
    return post_moves.changes(session, ask, ledger.last_time(session, ask.contest))


COMPOSERS: Mapping[Kind, Callable[[Session, Ask], Draft]] = {
    Kind.COMPARISON: _comparison,
    Kind.FIRST: post_counts.first,
    Kind.LEAD: post_counts.lead,
    Kind.STANDING: post_counts.standing,
    Kind.CHANGES: _changes,
    Kind.DIFFERENCES: post_moves.differences,
    Kind.LEADERS: post_moves.leaders,
    Kind.STATEMENT: post_words.statement,
    Kind.NOTE: post_words.note,
    Kind.SUMMARY: post_words.summary,
    Kind.CLOSING: post_words.closing,
}
"""Every kind but the correction, which needs the ledger."""
