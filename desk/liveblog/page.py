"""The whole liveblog as one HTML page, its pictures and an Atom feed, from what the ledger holds.

The page needs no script and nothing from outside its folder; every text is made harmless by
`desk.posts.forms` or escaped here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from string import Template

from desk import PROVA, turkish
from desk.facts.catalog import resource
from desk.facts.codes import Code, Refusal
from desk.facts.nouns import PlaceNoun, noun_of_units
from desk.facts.post import PostKind
from desk.file.session import Session
from desk.liveblog.addresses import (
    CARD_NAME,
    FEED_NAME,
    MAP_NAME,
    OWN_PICTURE,
    PAGE_NAME,
    PICTURES,
    Addresses,
    addresses,
    picture_name,
)
from desk.liveblog.article import article, figure
from desk.liveblog.feed import linked_data, publisher, safe_json, to_feed
from desk.liveblog.shown import (
    GatheredPictures,
    PagePicture,
    Shown,
    end_of,
    gather,
    intro,
    keys_of,
    moment,
    pinned_of,
    title,
)
from desk.posts.forms import html
from desk.tables import written_whole
from desk.turkish.style import capital

KEY_LABEL = "Öne çıkanlar"
SUMMARY_LABEL = "Özet"
CLOSING_LABEL = "Gecenin sonu"
PINNED_LABEL = "Sabitlenen gönderi"
MAP_MOVES = "Harita, yana kaydırılabilir"
LIVE, ENDED = "CANLI ANLATIM", "SEÇİM GECESİ"

NEWEST = 10
"""So many posts are shown; those before them are folded, hour by hour."""


def write(session: Session, folder: Path, *, pictures: bool = True) -> tuple[Path, Path]:
    """Write the page and the feed into a folder, made if it is not there. S909."""
    for _ in write_in_steps(session, folder, pictures=pictures):
        pass
    return folder / PAGE_NAME, folder / FEED_NAME


def write_in_steps(
    session: Session, folder: Path, *, pictures: bool = True
) -> Generator[tuple[int, int], None, tuple[Path, Path]]:
    """`write` for whoever has something else to do between two posts.

    Yields how many posts of how many are ready; nothing is written before all of them are. S917 of
    a night that was changed, S918 of one not yet proved.
    """
    session.must_be_proved()
    gathered = yield from gather(session, pictures=pictures)
    page, feed = folder / PAGE_NAME, folder / FEED_NAME
    drawn = {
        folder / picture_name(one): one.picture.content for one in gathered.shown if one.picture
    }
    if gathered.map:
        drawn[folder / f"{MAP_NAME}.{gathered.map.form}"] = gathered.map.content
    if gathered.card:
        drawn[folder / CARD_NAME] = gathered.card.content
    # A picture has its name before the page that shows it; what is there already stays as it is,
    # so that whoever carries the folder to a server carries only what is new.
    files = {
        **drawn,
        page: to_page(session, gathered).encode("utf-8"),
        feed: to_feed(session, gathered.shown).encode("utf-8"),
    }
    fresh = [(path, data) for path, data in files.items() if not _is_there(path, data)]
    with _folder(folder / PICTURES if drawn else folder), written_whole(*fresh):
        pass
    _clear(folder / PICTURES, drawn)
    return page, feed


def _is_there(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _clear(folder: Path, drawn: Iterable[Path]) -> None:
    """Take away the pictures of posts that have none any more: of a retracted one, say."""
    kept = {path.name for path in drawn}
    with suppress(OSError):
        for path in folder.iterdir():
            if OWN_PICTURE.fullmatch(path.name) and path.name not in kept:
                path.unlink()
        if not kept:
            folder.rmdir()


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
    """The page: intro, the pinned post, key events, the posts, the data for search engines."""
    shown = gathered.shown
    standing = [one for one in shown if one.stands]
    pinned = pinned_of(session, shown)
    where = addresses(session)
    parts = {
        "title": html(title(session, shown)),
        "prova": f'<p class="prova">{PROVA}</p>' if session.is_rehearsal else "",
        "label": LIVE if end_of(shown) is None else ENDED,
        "intro": html(intro(session)),
        "publisher": html(publisher(session)),
        "updated": _updated(session, standing),
        "feed": FEED_NAME,
        "canonical": "\n".join(_card(session, gathered, where)) if where.folder else "",
        "pinned": _pinned(session, pinned, gathered.map) if pinned else "",
        "keys": _keys(session, keys_of(session, shown)),
        "posts": "\n".join(_posts(session, shown, pinned)),
        "data": safe_json(linked_data(session, standing)),
    }
    # One pass over the template: what a post says is never itself looked through for a place.
    return template().substitute(parts)


def _card(session: Session, gathered: GatheredPictures, where: Addresses) -> Iterator[str]:
    """The page's own address, and what social networks show of it where somebody links to it."""
    yield f'<link rel="canonical" href="{html(where.page)}">'
    told = {
        "og:type": "article",
        "og:locale": "tr_TR",
        "og:site_name": publisher(session),
        "og:title": title(session, gathered.shown),
        "og:description": _description(session, gathered.shown),
        "og:url": where.page,
    }
    if card := gathered.card:
        width, height = (2 * pixels for pixels in card.size)
        told |= {
            "og:image": f"{where.folder}{CARD_NAME}",
            "og:image:type": "image/png",
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": card.alt,
        }
    for name, value in told.items():
        yield f'<meta property="{name}" content="{html(value)}">'
    yield f'<meta name="twitter:card" content="{"summary_large_image" if card else "summary"}">'


def _description(session: Session, shown: Sequence[Shown]) -> str:
    """What a card says under the title: the pinned headline, else the newest, with its hour."""
    newest = pinned_of(session, shown) or next((one for one in shown if one.stands), None)
    return f"{newest.post.clock} {newest.headline}" if newest else intro(session)


def template() -> Template:
    """The page around its parts: head, style, and where each of them stands."""
    return Template(resource("liveblog", "page.html").read_text(encoding="utf-8"))


def _posts(session: Session, shown: Sequence[Shown], pinned: Shown | None) -> Iterator[str]:
    """The newest posts, and those before them folded by hours.

    Where a night has two dates, each date stands over its posts.
    """
    days = {one.post.time.date() for one in shown}
    last_day = None
    older = ((one.post.time.replace(minute=0), one) for one in shown[NEWEST:])
    groups = [(False, [one]) for one in shown[:NEWEST]]
    groups += [
        (True, [one for _, one in hour]) for _, hour in groupby(older, key=lambda two: two[0])
    ]
    for earlier, posts in groups:
        day = posts[0].post.time.date()
        if len(days) > 1 and day != last_day:
            yield f'<p class="day">{turkish.day(day)}</p>'
        last_day = day
        if earlier:
            yield f'<details class="hour"><summary>{_hour(posts)}</summary>'
        for one in posts:
            yield _moved(session, one) if one is pinned else article(session, one)
        if earlier:
            yield "</details>"


def _hour(posts: Sequence[Shown]) -> str:
    """From when to when the posts of an hour are, and how many of them stand."""
    clocks = dict.fromkeys(one.post.clock for one in reversed(posts))
    ends = (*clocks,)[:: max(len(clocks) - 1, 1)]
    standing = sum(one.stands for one in posts)
    return f"{'–'.join(ends)} · {f'{standing} gönderi' if standing else 'geri çekildi'}"


def _moved(session: Session, one: Shown) -> str:
    """What stands where the pinned post went out."""
    return (
        f'<p class="moved"><time datetime="{moment(session, one.post.time)}">{one.post.clock}'
        f'</time> <a href="#{html(one.post.id)}">{html(one.headline)}</a> (sayfanın başında)</p>'
    )


def _pinned(session: Session, one: Shown, map_: PagePicture | None) -> str:
    """The pinned post itself, with its hour, over the map of the night."""
    labels = {PostKind.CLOSING: CLOSING_LABEL, PostKind.SUMMARY: SUMMARY_LABEL}
    label = labels.get(PostKind(one.post.kind), PINNED_LABEL)
    parts = [
        f'<section class="pinned" aria-label="{label}">',
        f'<p class="label">{label} · saat {one.post.clock}</p>',
        article(session, one, opened=True),
        *([_map(map_, noun_of_units(session.election, one.post.contest))] if map_ else []),
        "</section>",
    ]
    return "\n".join(parts)


def _map(picture: PagePicture, noun: PlaceNoun) -> str:
    """The map, folded; wider than a phone, it is moved sideways, by the keyboard too."""
    return (
        f"<details><summary>{capital(noun.one)} {noun.one} harita</summary>\n"
        f'<div class="map" role="group" tabindex="0" aria-label="{MAP_MOVES}">'
        f"{figure(picture, f'{MAP_NAME}.{picture.form}')}</div></details>"
    )


def _keys(session: Session, events: Sequence[Shown]) -> str:
    if not events:
        return ""
    items = "\n".join(
        f'<li><a href="#{html(one.post.id)}"><time datetime="{moment(session, one.post.time)}">'
        f"{one.post.clock}</time> {html(one.headline)}</a></li>"
        for one in events
    )
    return f'<nav aria-label="{KEY_LABEL}">\n<h2>{KEY_LABEL}</h2>\n<ol>\n{items}\n</ol>\n</nav>'


def _updated(session: Session, standing: Sequence[Shown]) -> str:
    if not standing:
        return "Henüz gönderi yok."
    newest = max(one.changed for one in standing)
    clock = f'<time datetime="{moment(session, newest)}">{turkish.clock(newest.time())}</time>'
    return f"Son güncelleme: {clock} · {len(standing)} gönderi"
