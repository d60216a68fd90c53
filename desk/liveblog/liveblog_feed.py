"""The Atom feed (RFC 4287) of a liveblog: the posts that stand, as text; pictures stay in the page.

Its names are made from the election's, so that a feed written again is the same feed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from desk.facts.edits import REHEARSAL
from desk.file.session import Session
from desk.liveblog.feed import author, publisher
from desk.liveblog.liveblog_shown import Shown, begin, intro, moment, title
from desk.posts.forms import html, html_of

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


def to_feed(session: Session, shown: Sequence[Shown], page: str, feed: str) -> str:
    """The feed as XML; ``page`` and ``feed`` are the names of the two files, side by side."""
    standing = [one for one in shown if one.stands]
    updated = max((one.changed for one in standing), default=begin(session))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="tr">',
        f"<id>{_urn(session, '')}</id>",
        f"<title>{html(title(session))}</title>",
        f"<subtitle>{html(intro(session))}</subtitle>",
        f"<updated>{moment(session, updated)}</updated>",
        f"<author><name>{html(author(session) or publisher(session))}</name></author>",
        f'<link rel="alternate" type="text/html" hreflang="tr" href="{page}"/>',
        f'<link rel="self" type="application/atom+xml" href="{feed}"/>',
    ]
    for one in standing:
        lines += _entry(session, one, page)
    return _NO_XML.sub("", "\n".join((*lines, "</feed>")) + "\n")


def _entry(session: Session, one: Shown, page: str) -> list[str]:
    # A link to a place in the page would lead nowhere from a reader of feeds.
    marks = [f"<p><strong>{html(mark.text)}</strong></p>" for mark in one.marks]
    content = html_of(one.post, moment(session, one.post.time), marks)
    return [
        "<entry>",
        f"<id>{_urn(session, one.post.id)}</id>",
        f"<title>{html(one.post.headline)}</title>",
        f'<link rel="alternate" type="text/html" href="{page}#{html(one.post.id)}"/>',
        f"<published>{moment(session, one.post.time)}</published>",
        f"<updated>{moment(session, one.changed)}</updated>",
        f'<category term="{html(one.post.kind)}"/>',
        f'<content type="html">{html(content)}</content>',
        "</entry>",
    ]


def _urn(session: Session, name: str) -> str:
    night = session.election.id + session.settings.get(REHEARSAL, "")
    return uuid5(NAMESPACE_URL, f"secim-masasi:{night}:{name}").urn
