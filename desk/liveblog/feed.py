"""A liveblog as machines read it: linked data for search engines, and an Atom feed.

The data is schema.org's LiveBlogPosting with one BlogPosting for each post. Addresses lead from one
file of the folder to the other, and are whole where the house gave the folder's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from desk import PROVA
from desk.facts import settings
from desk.facts.edits import REHEARSAL
from desk.facts.post import Post
from desk.file.session import Session
from desk.liveblog.addresses import Addresses, addresses
from desk.liveblog.shown import Shown, begin, end_of, intro, moment, title
from desk.posts.forms import html, html_of, visible

DESK = "Seçim Masası"
"""Who speaks where the file names no publisher."""

MEDIA = {"svg": "image/svg+xml", "png": "image/png"}
"""What a picture is to machines, by the ending of its file."""

_PUBLISHER = {"@id": "#yayinci"}

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


def publisher(session: Session) -> str:
    """The name of who publishes: the file's setting, else the desk."""
    return visible(session.settings.get(settings.PUBLISHER, "")) or DESK


def author(session: Session) -> str:
    """The name of who writes; empty where the publisher does."""
    return visible(session.settings.get(settings.AUTHOR, ""))


def linked_data(session: Session, standing: Sequence[Shown]) -> dict[str, Any]:
    """What search engines are told of the posts that stand, the newest first."""
    times = [one.post.time for one in standing] or [begin(session)]
    election, where = session.election, addresses(session)
    outermost = [place for place in election.places if not place.within]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "@id": f"{where.page}#canli-anlatim",
        "url": where.page,
        "mainEntityOfPage": {"@type": "WebPage", "@id": where.page},
        "headline": visible(title(session, standing)),
        "description": visible(intro(session)),
        "inLanguage": "tr",
        "publisher": {"@type": "Organization", **_PUBLISHER, "name": publisher(session)},
        "author": _author(session),
        "about": {
            "@type": "Event",
            "name": visible(election.name_tr),
            "startDate": election.date.isoformat(),
            "location": [{"@type": "Place", "name": visible(place.name)} for place in outermost],
        },
        "coverageStartTime": moment(session, min(times)),
        "datePublished": moment(session, min(times)),
        "dateModified": moment(session, max((one.changed for one in standing), default=times[0])),
        "liveBlogUpdate": [_posting(session, one, where) for one in standing],
    }
    if end := end_of(standing):
        # Until then the night goes on, and who is told of an end takes the page for finished.
        data["coverageEndTime"] = moment(session, end)
    if session.is_rehearsal:
        data["creativeWorkStatus"] = PROVA
    if pictured := next((one for one in standing if one.picture), None):
        data["image"] = {"@id": where.picture(pictured)}
    _describe_once(data["liveBlogUpdate"])
    return data


def _describe_once(postings: Iterable[dict[str, Any]]) -> None:
    """Of a picture several posts share the first says what it is, the others name it."""
    described = set[str]()
    for posting in postings:
        if image := posting.get("image"):
            if image["@id"] in described:
                posting["image"] = {"@id": image["@id"]}
            described.add(image["@id"])


def safe_json(data: dict[str, Any]) -> str:
    """JSON that no parser of HTML can take for the end of its element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def to_feed(session: Session, shown: Sequence[Shown]) -> str:
    """The feed as XML."""
    where = addresses(session)
    standing = [one for one in shown if one.stands]
    updated = max((one.changed for one in standing), default=begin(session))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="tr">',
        f"<id>{_urn(session, '')}</id>",
        f"<title>{html(title(session, shown))}</title>",
        f"<subtitle>{html(intro(session))}</subtitle>",
        f"<updated>{moment(session, updated)}</updated>",
        f"<author><name>{html(author(session) or publisher(session))}</name></author>",
        f'<link rel="alternate" type="text/html" hreflang="tr" href="{html(where.page)}"/>',
        f'<link rel="self" type="application/atom+xml" href="{html(where.feed)}"/>',
    ]
    for one in standing:
        lines += _entry(session, one, where)
    return _NO_XML.sub("", "\n".join((*lines, "</feed>")) + "\n")


def _author(session: Session) -> dict[str, str]:
    name = author(session)
    return {"@type": "Person", "name": name} if name else _PUBLISHER


def _posting(session: Session, one: Shown, where: Addresses) -> dict[str, Any]:
    posting: dict[str, Any] = {
        "@type": "BlogPosting",
        "@id": where.post(one.post.id),
        "url": where.post(one.post.id),
        "headline": visible(one.headline),
        "datePublished": moment(session, one.post.time),
        "dateModified": moment(session, one.changed),
        "author": _author(session),
        "publisher": _PUBLISHER,
        "articleBody": visible("\n\n".join((*(m.text for m in one.marks), _told(one.post)))),
    }
    if one.picture is not None:
        width, height = one.picture.size
        posting["image"] = {
            "@type": "ImageObject",
            "@id": where.picture(one),
            "url": where.picture(one),
            "encodingFormat": MEDIA[one.picture.form],
            "width": width,
            "height": height,
        }
    return posting


def _told(post: Post) -> str:
    """What a post says, without the note that closes every one of them."""
    return post.body.removesuffix(post.closing).rstrip()


def _entry(session: Session, one: Shown, where: Addresses) -> list[str]:
    # A link to a place in the page would lead nowhere from a reader of feeds.
    marks = [f"<p><strong>{html(mark.text)}</strong></p>" for mark in one.marks]
    # The lines of a block say what its table says.
    post = replace(one.post, headline=one.headline, tables=())
    content = html_of(post, moment(session, one.post.time), marks)
    return [
        "<entry>",
        f"<id>{_urn(session, one.post.id)}</id>",
        f"<title>{html(one.headline)}</title>",
        f'<link rel="alternate" type="text/html" href="{html(where.post(one.post.id))}"/>',
        f"<published>{moment(session, one.post.time)}</published>",
        f"<updated>{moment(session, one.changed)}</updated>",
        f'<category term="{html(one.post.kind)}"/>',
        f'<content type="html">{html(content)}</content>',
        "</entry>",
    ]


def _urn(session: Session, name: str) -> str:
    night = session.election.id + session.settings.get(REHEARSAL, "")
    return uuid5(NAMESPACE_URL, f"secim-masasi:{night}:{name}").urn
