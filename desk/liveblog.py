"""The whole liveblog as one HTML page and an Atom feed, from what the ledger holds.

The page needs no script and nothing from outside; every text is made harmless by `post_forms` or
escaped here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from desk import PROVA, ledger, turkish
from desk.codes import Code, Refusal
from desk.files import write_whole
from desk.ledger import Entry, Mark
from desk.liveblog_page import KEY_LABEL, PAGE
from desk.post_forms import html, html_of, visible
from desk.post_model import KEY_EVENTS, Kind, Post
from desk.session import Session

PAGE_NAME = "index.html"
FEED_NAME = "feed.xml"
RETRACTED = "Bu gönderi geri çekildi."


@dataclass(frozen=True, slots=True)
class Shown:
    """A published post as the page shows it."""

    entry: Entry
    post: Post
    marks: tuple[Mark, ...]


def write(session: Session, folder: Path) -> tuple[Path, Path]:
    """Write the page and the feed into a folder, made if it is not there. S909."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refusal(Code.S909, folder=str(folder)) from fault
    shown = published(session)
    page, feed = folder / PAGE_NAME, folder / FEED_NAME
    write_whole(page, to_page(session, shown))
    write_whole(feed, to_feed(session, shown))
    return page, feed


def published(session: Session) -> list[Shown]:
    """Every post of the ledger with what was said of it since, the newest first."""
    entries = ledger.entries(session)
    posts = ledger.posts(session, (entry.number for entry in entries))
    return [
        Shown(entry, post, ledger.marks_of(session, entry.number) if entry.corrected else ())
        for entry, post in zip(entries, posts, strict=True)
    ]


def to_page(session: Session, shown: Sequence[Shown]) -> str:
    """The page: intro, the pinned summary, key events, the posts, the data for search engines."""
    standing = [one for one in shown if one.entry.retracted is None]
    pinned = next((one for one in standing if one.post.kind == Kind.SUMMARY), None)
    title = _title(session)
    parts = {
        "title": html(title),
        "prova": f'<p class="prova">{PROVA}</p>' if session.is_rehearsal else "",
        "intro": html(_intro(session)),
        "feed": FEED_NAME,
        "pinned": _pinned(pinned) if pinned else "",
        "keys": _keys([one for one in standing if one.post.kind in KEY_EVENTS]),
        "posts": "\n".join(_article(session, one) for one in shown),
        "data": _safe_json(_linked_data(session, standing)),
    }
    page = PAGE
    # One pass over the template: what a post says is never itself looked through for a place.
    return "".join(
        parts[piece[2:-2]] if piece.startswith("@@") else piece for piece in _pieces(page)
    )


def to_feed(session: Session, shown: Sequence[Shown]) -> str:
    """The Atom feed (RFC 4287) of the posts that stand."""
    standing = [one for one in shown if one.entry.retracted is None]
    updated = max((_changed(one) for one in standing), default=_begin(session))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="tr">',
        f"<id>{_urn(session, '')}</id>",
        f"<title>{html(_title(session))}</title>",
        f"<updated>{_moment(session, updated)}</updated>",
        "<author><name>Seçim Masası</name></author>",
        f'<link rel="alternate" type="text/html" href="{PAGE_NAME}"/>',
        f'<link rel="self" type="application/atom+xml" href="{FEED_NAME}"/>',
    ]
    for one in standing:
        content = html_of(one.post, after_head=_marks(one.marks))
        lines += [
            "<entry>",
            f"<id>{_urn(session, one.post.id)}</id>",
            f"<title>{html(one.post.headline)}</title>",
            f'<link rel="alternate" type="text/html" href="{PAGE_NAME}#{html(one.post.id)}"/>',
            f"<published>{_moment(session, one.post.time)}</published>",
            f"<updated>{_moment(session, _changed(one))}</updated>",
            f'<content type="html">{html(content)}</content>',
            "</entry>",
        ]
    return "\n".join((*lines, "</feed>")) + "\n"


def _linked_data(session: Session, standing: Sequence[Shown]) -> dict[str, Any]:
    times = [one.post.time for one in standing] or [_begin(session)]
    updates = [
        {
            "@type": "BlogPosting",
            "@id": f"#{one.post.id}",
            "url": f"#{one.post.id}",
            "headline": visible(one.post.headline),
            "datePublished": _moment(session, one.post.time),
            "dateModified": _moment(session, _changed(one)),
            "inLanguage": "tr",
            "articleBody": visible("\n\n".join((*(m.text for m in one.marks), one.post.body))),
        }
        for one in standing
    ]
    return {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": visible(_title(session)),
        "description": visible(_intro(session)),
        "inLanguage": "tr",
        "about": {
            "@type": "Event",
            "name": visible(session.election.name_tr),
            "startDate": session.election.date.isoformat(),
        },
        "coverageStartTime": _moment(session, min(times)),
        "coverageEndTime": _moment(session, max(times)),
        "datePublished": _moment(session, min(times)),
        "dateModified": _moment(session, max(map(_changed, standing), default=times[0])),
        "liveBlogUpdate": updates,
    }


def _safe_json(data: dict[str, Any]) -> str:
    """JSON that no parser of HTML can take for the end of its element."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _article(session: Session, one: Shown) -> str:
    moment = _moment(session, one.post.time)
    if one.entry.retracted is not None:
        clock = turkish.clock(one.post.time.time())
        return (
            f'<article id="{html(one.post.id)}" class="retracted">\n'
            f'<p><time datetime="{moment}">{clock}</time> {RETRACTED}</p>\n</article>'
        )
    return html_of(one.post, moment, _marks(one.marks)).rstrip("\n")


def _marks(marks: Sequence[Mark]) -> list[str]:
    return [
        f'<p class="correction"><strong><a href="#{html(mark.correction)}">'
        f"{html(mark.text)}</a></strong></p>"
        for mark in marks
    ]


def _pinned(one: Shown) -> str:
    lines = [one.post.lead, *(line for block in one.post.blocks for line in block.lines)]
    items = "\n".join(f"<p>{html(line)}</p>" for line in lines)
    link = f'<a href="#{html(one.post.id)}">{html(one.post.headline)}</a>'
    return f'<section class="pinned" aria-label="Özet">\n<h2>{link}</h2>\n{items}\n</section>'


def _keys(events: Sequence[Shown]) -> str:
    if not events:
        return ""
    items = "\n".join(
        f'<li><a href="#{html(one.post.id)}">{turkish.clock(one.post.time.time())} '
        f"{html(one.post.headline)}</a></li>"
        for one in events
    )
    return f'<nav aria-label="{KEY_LABEL}">\n<h2>{KEY_LABEL}</h2>\n<ul>\n{items}\n</ul>\n</nav>'


def _pieces(page: str) -> list[str]:
    """The template's text and its places (@@name@@), in turn."""
    return [f"@@{part}@@" if at % 2 else part for at, part in enumerate(page.split("@@"))]


def _title(session: Session) -> str:
    title = f"{session.election.name_tr}: canlı takip"
    return f"{PROVA}: {title}" if session.is_rehearsal else title


def _intro(session: Session) -> str:
    agencies = " ve ".join(agency.code for agency in session.election.agencies[:2])
    whose = turkish.suffixed(agencies.split()[-1], "gen").removeprefix(agencies.split()[-1])
    return f"{agencies}{whose} verileriyle dakika dakika gelişmeler. Kesin sonuçları YSK açıklar."


def _changed(one: Shown) -> datetime:
    return max((one.post.time, *(mark.time for mark in one.marks)))


def _begin(session: Session) -> datetime:
    return datetime.combine(session.election.date, session.election.polls_close)


def _moment(session: Session, local: datetime) -> str:
    """A local time with the offset its zone had then."""
    return local.replace(tzinfo=session.election.tzinfo).isoformat(timespec="seconds")


def _urn(session: Session, name: str) -> str:
    return uuid5(NAMESPACE_URL, f"secim-masasi:{session.election.id}:{name}").urn
