"""The whole liveblog as one HTML page and an Atom feed, from what the ledger holds.

The page needs no script and nothing from outside; every text is made harmless by `desk.posts.forms`
or escaped here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from string import Template

from desk import PROVA, turkish
from desk.facts.catalog import resource
from desk.facts.codes import Code, Refusal
from desk.facts.post import KEY_EVENTS
from desk.file.session import Session
from desk.liveblog.feed import linked_data, picture_name, publisher, safe_json, to_feed
from desk.liveblog.shown import (
    GatheredPictures,
    PagePicture,
    Shown,
    gather,
    intro,
    moment,
    summary_of,
    title,
)
from desk.posts.forms import html, html_of
from desk.posts.ledger import CorrectionMark
from desk.tables import written_whole

PAGE_NAME = "index.html"
FEED_NAME = "feed.xml"
RETRACTED = "Bu gönderi geri çekildi."
KEY_LABEL = "Öne çıkanlar"
SUMMARY_LABEL = "Özet"
MAP_LABEL = "İlçe ilçe harita, yana kaydırılabilir"
_MONTHS = (
    *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
    *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
)
_END = "</article>\n"


def write(session: Session, folder: Path, *, pictures: bool = True) -> tuple[Path, Path]:
    """Write the page and the feed into a folder, made if it is not there. S909."""
    for _ in write_in_steps(session, folder, pictures=pictures):
        pass
    return folder / PAGE_NAME, folder / FEED_NAME


def write_in_steps(
    session: Session, folder: Path, *, pictures: bool = True
) -> Generator[tuple[int, int], None, tuple[Path, Path]]:
    """`write` for whoever has something else to do between two posts.

    Yields how many posts of how many are ready; nothing is written before all of them are.
    """
    gathered = yield from gather(session, pictures=pictures)
    page, feed = folder / PAGE_NAME, folder / FEED_NAME
    texts = (
        (page, to_page(session, gathered)),
        (feed, to_feed(session, gathered.shown, PAGE_NAME, FEED_NAME)),
    )
    with _folder(folder), written_whole(*texts):
        pass
    return page, feed


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """The folder, made if it is not there; what was made is taken away if nothing gets into it."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except (OSError, Refusal) as fault:
        for one in missing:
            with suppress(OSError):
                one.rmdir()
        if isinstance(fault, Refusal):
            raise
        raise Refusal(Code.S909, folder=str(folder)) from fault


def to_page(session: Session, gathered: GatheredPictures) -> str:
    """The page: intro, the pinned summary, key events, the posts, the data for search engines."""
    shown = gathered.shown
    standing = [one for one in shown if one.stands]
    pinned = summary_of(shown)
    parts = {
        "title": html(title(session)),
        "prova": f'<p class="prova">{PROVA}</p>' if session.is_rehearsal else "",
        "intro": html(intro(session)),
        "publisher": html(publisher(session)),
        "updated": _updated(session, standing),
        "feed": FEED_NAME,
        "pinned": _pinned(session, pinned, gathered.map) if pinned else "",
        "keys": _keys(session, [one for one in standing if one.post.kind in KEY_EVENTS]),
        "posts": "\n".join(_posts(session, shown)),
        "data": safe_json(linked_data(session, standing)),
    }
    # One pass over the template: what a post says is never itself looked through for a place.
    return template().substitute(parts)


def template() -> Template:
    """The page around its parts: head, style, and where each of them stands."""
    return Template(resource("liveblog", "page.html").read_text(encoding="utf-8"))


def _posts(session: Session, shown: Sequence[Shown]) -> Iterator[str]:
    """Every post; where a night has two dates, each date over its posts."""
    days = {one.post.time.date() for one in shown}
    last_day = None
    for one in shown:
        day = one.post.time.date()
        if len(days) > 1 and day != last_day:
            yield f'<p class="day">{_day(day)}</p>'
        last_day = day
        yield _article(session, one)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _article(session: Session, one: Shown) -> str:
    when = moment(session, one.post.time)
    anchor = html(one.post.id)
    if not one.stands:
        clock = turkish.clock(one.post.time.time())
        return (
            f'<article id="{anchor}" class="retracted">\n'
            f'<p><time datetime="{when}">{clock}</time> {RETRACTED}</p>\n</article>'
        )
    written = html_of(one.post, when, _marks(one.marks)).removesuffix(_END)
    picture = _figure(one.picture, f' id="{html(picture_name(one))}"') if one.picture else ""
    link = f'<p class="link"><a href="#{anchor}">Bu gönderinin bağlantısı</a></p>'
    return f"{written}{picture}{link}\n{_END}".rstrip("\n")


def _figure(picture: PagePicture, more: str) -> str:
    width, height = picture.size
    return (
        f'<figure{more}><img src="{picture.address}" width="{width}" height="{height}"'
        f' alt="{html(picture.alt)}" decoding="async"></figure>\n'
    )


def _marks(marks: Sequence[CorrectionMark]) -> list[str]:
    return [
        f'<p class="correction"><strong><a href="#{html(mark.correction)}">'
        f"{html(mark.text)}</a></strong></p>"
        for mark in marks
    ]


def _pinned(session: Session, one: Shown, map_: PagePicture | None) -> str:
    """The newest summary as it stands, its corrections with it, over the map of the night."""
    post = one.post
    when = moment(session, post.time)
    parts = [
        f'<section class="pinned" aria-label="{SUMMARY_LABEL}">',
        f'<p class="label">{SUMMARY_LABEL} · <time datetime="{when}">'
        f"{turkish.clock(post.time.time())}</time></p>",
        f'<h2><a href="#{html(post.id)}">{html(post.headline)}</a></h2>',
        *_marks(one.marks),
        f"<p>{html(post.lead)}</p>",
    ]
    for block in post.blocks:
        parts += [f"<h3>{html(block.heading)}</h3>"] if block.heading else []
        parts += [f"<p>{html(line)}</p>" for line in block.lines]
    if map_ is not None:
        # Wider than a phone: it is moved sideways, by the keyboard too.
        parts.append(
            f'<div class="map" role="group" tabindex="0" aria-label="{MAP_LABEL}">'
            f"{_figure(map_, '')}</div>"
        )
    return "\n".join((*parts, "</section>"))


def _keys(session: Session, events: Sequence[Shown]) -> str:
    if not events:
        return ""
    items = "\n".join(
        f'<li><a href="#{html(one.post.id)}"><time datetime="{moment(session, one.post.time)}">'
        f"{turkish.clock(one.post.time.time())}</time> {html(one.post.headline)}</a></li>"
        for one in events
    )
    return f'<nav aria-label="{KEY_LABEL}">\n<h2>{KEY_LABEL}</h2>\n<ol>\n{items}\n</ol>\n</nav>'


def _updated(session: Session, standing: Sequence[Shown]) -> str:
    if not standing:
        return "Henüz gönderi yok."
    newest = max(one.changed for one in standing)
    clock = f'<time datetime="{moment(session, newest)}">{turkish.clock(newest.time())}</time>'
    return f"Son güncelleme: {clock} · {len(standing)} gönderi"
