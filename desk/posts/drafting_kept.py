"""A draft kept in its file, so that a crash costs no sentence: to JSON and back.

What was kept is taken back only if it still fits the file; what the post is composed from is asked
for anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.codes import Refusal
from desk.facts.edits import SetSetting
from desk.facts.figures import from_plain, plain
from desk.facts.post import Ask, Cited, Kind
from desk.file.rows import MINUTE
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.draft import Draft, Paragraph, Piece, Role, Write, begin

DRAFT = "post.draft."
"""How the file's settings that keep drafts begin; the kind follows: one draft of each kind."""


def keep(draft: Draft, *, done: bool = False) -> SetSetting:
    """The edit that keeps a draft; what is ``done``, or has nothing of hers, is not kept."""
    told = json.dumps(to_json(draft), ensure_ascii=False) if draft.hers and not done else None
    return SetSetting(DRAFT + draft.kind.value, told)


def is_kept(session: Session, kind: Kind) -> bool:
    """Whether the file keeps a draft of a kind."""
    return DRAFT + kind.value in session.settings


def kept(session: Session, kind: Kind, write: Write = compose) -> Draft | None:
    """The draft of a kind that was kept, or none; one that no longer fits the file is none."""
    told = session.settings.get(DRAFT + kind.value)
    try:
        return None if told is None else from_json(session, json.loads(told), write)
    except (ValueError, LookupError, TypeError, Refusal):
        return None


def to_json(draft: Draft) -> dict[str, Any]:
    """A draft as plain values."""
    ask = draft.ask
    return {
        "kind": draft.kind.value,
        "ask": {
            "contest": ask.contest,
            "places": list(ask.places),
            "agencies": list(ask.agencies),
            "at": ask.at.strftime(MINUTE) if ask.at else None,
            "text": ask.text,
            "who": ask.who,
            "where": ask.where,
        },
        "base": [_packed(part) for part in draft.base],
        "parts": [_packed(part) for part in draft.parts],
    }


def from_json(session: Session, told: Mapping[str, Any], write: Write = compose) -> Draft:
    """The draft again. Raises ValueError, LookupError, TypeError or Refusal if it does not fit."""
    asked = told["ask"]
    ask = Ask(
        session.election.contest(asked["contest"]).id,
        tuple(session.election.place(name).name for name in asked["places"]),
        tuple(session.election.agency(code).code for code in asked["agencies"]),
        datetime.strptime(asked["at"], MINUTE) if asked["at"] else None,
        text=asked["text"],
        who=asked["who"],
        where=asked["where"],
    )
    post = begin(session, Kind(told["kind"]), ask, write).post
    base, parts = (tuple(_unpacked(session, p) for p in told[name]) for name in ("base", "parts"))
    if not parts:
        raise ValueError("a draft has a headline")
    return Draft(ask, post, base, parts)


def _packed(part: Paragraph) -> list[Any]:
    return [part.role.value, [_packed_piece(piece) for piece in part.pieces]]


def _packed_piece(piece: Piece) -> list[Any]:
    figures = [
        [c.bulletin, c.slot.row.item.value, c.slot.row.contender, plain(c.value)]
        for c in piece.figures
    ]
    return [piece.text, figures, piece.own]


def _unpacked(session: Session, told: list[Any]) -> Paragraph:
    role, pieces = told
    return Paragraph(
        Role(role),
        tuple(
            Piece(str(text), tuple(_cited(session, *one) for one in figures), str(own))
            for text, figures, own in pieces
        ),
    )


def _cited(session: Session, number: int, item: str, contender: str, value: str) -> Cited:
    bulletin = session.bulletin(number)
    source: Source = bulletin.source
    row = Row(Item(item), contender)
    if bulletin.figures[row] != (figure := from_plain(row.item, value)):
        raise ValueError("not the figure this file has")
    return Cited(Slot(source, row), figure, bulletin.as_of, number)
