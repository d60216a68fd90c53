"""The whole liveblog as one HTML page and an Atom feed, from what the ledger holds.

The page needs no script and nothing from outside; every text is made harmless by `forms` or
escaped here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from pathlib import Path

from desk import PROVA, turkish
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
from desk.tables import write_whole

PAGE_NAME = "index.html"
FEED_NAME = "feed.xml"
RETRACTED = "Bu gönderi geri çekildi."
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
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refusal(Code.S909, folder=str(folder)) from fault
    page, feed = folder / PAGE_NAME, folder / FEED_NAME
    # Both made before either is written.
    for path, text in (
        (page, to_page(session, gathered)),
        (feed, to_feed(session, gathered.shown, PAGE_NAME, FEED_NAME)),
    ):
        write_whole(path, text)
    return page, feed


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
    return "".join(
        parts[piece[2:-2]] if piece.startswith("@@") else piece for piece in _pieces(PAGE)
    )


def _posts(session: Session, shown: Sequence[Shown]) -> Iterator[str]:
    """Every post; where a night has two dates, each date over its posts."""
    days = {one.post.time.date() for one in shown}
    told = None
    for one in shown:
        day = one.post.time.date()
        if len(days) > 1 and day != told:
            yield f'<p class="day">{_day(day)}</p>'
        told = day
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


def _pieces(page: str) -> list[str]:
    """The template's text and its places (@@name@@), in turn."""
    return [f"@@{part}@@" if at % 2 else part for at, part in enumerate(page.split("@@"))]


KEY_LABEL = "Öne çıkanlar"
SUMMARY_LABEL = "Özet"
MAP_LABEL = "İlçe ilçe harita, yana kaydırılabilir"

PAGE = """<!doctype html>
<html lang="tr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="@@intro@@">
<meta name="author" content="@@publisher@@">
<title>@@title@@</title>
<link rel="alternate" type="application/atom+xml" href="@@feed@@" title="Atom">
<style>
:root { color-scheme: light dark; --paper: #ffffff; --ink: #17191c; --soft: #555b63;
  --line: #d5d9de; --box: #f3f5f8; --link: #0b57a4; --alarm: #a3122a; --mark: #fdecef; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171b; --ink: #ececec; --soft: #a9b0b8; --line: #343a42; --box: #1d2229;
    --link: #8cbdf5; --alarm: #ff98a6; --mark: #3a1c22; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 68rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif;
  overflow-wrap: break-word; }
p { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 3px;
  border-radius: .15rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
h1, h2, h3 { text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.12; letter-spacing: -.01em;
  margin: .2rem 0 .6rem; }
h2 { font-size: clamp(1.2rem, 3.6vw, 1.4rem); line-height: 1.25; margin: 0 0 .5rem; }
h3 { font-size: .8125rem; letter-spacing: .05em; line-height: 1.3; color: var(--soft);
  margin: 1.1rem 0 .3rem; }
time { font-variant-numeric: tabular-nums; }
header { border-bottom: 4px solid var(--ink); padding: 1.4rem 0 .8rem; margin-bottom: 1.2rem; }
.label { color: var(--alarm); font-size: .8125rem; font-weight: 700; letter-spacing: .06em;
  margin: 0 0 .2rem; }
.intro { font-size: 1.125rem; }
.updated, .link, .retracted { color: var(--soft); font-size: .9375rem; }
.prova { background: var(--alarm); color: var(--paper); font-weight: 700; letter-spacing: .3em;
  margin: 0 0 1rem; padding: .3rem .8rem; text-align: center; }
.pinned, nav { background: var(--box); border-radius: .4rem; margin: 0 0 1.2rem;
  padding: 1rem 1.1rem; }
.pinned { border-left: 4px solid var(--alarm); }
.pinned h2 a { color: inherit; }
nav h2 { font-size: 1rem; }
nav ol { list-style: none; margin: 0; max-height: 24rem; overflow-y: auto; padding: 0; }
nav li { border-top: 1px solid var(--line); }
nav li a { color: var(--ink); display: grid; gap: .6rem; grid-template-columns: max-content 1fr;
  line-height: 1.35; padding: .5rem .2rem; text-decoration: none; }
nav li a:focus-visible { outline-offset: -3px; }
nav li a:hover { text-decoration: underline; }
nav time { color: var(--alarm); font-weight: 700; }
article { border-top: 1px solid var(--line); padding: 1.2rem 0 1rem; scroll-margin-top: .5rem; }
main > article:first-of-type, .day + article { border-top: 0; padding-top: 0; }
article:target { background: var(--box); box-shadow: 0 0 0 .8rem var(--box); }
article h2 time { color: var(--alarm); display: block; font-size: 1rem; }
article ul { list-style: none; margin: .5rem 0; padding: 0; }
article li { border-left: 3px solid var(--line); margin: .35rem 0; padding-left: .7rem; }
blockquote { border-left: 4px solid var(--alarm); font-size: 1.1875rem; line-height: 1.5;
  margin: .8rem 0; padding: .1rem 0 .1rem 1rem; }
table { border-collapse: collapse; display: block; font-size: .9375rem; max-width: 100%;
  font-variant-numeric: tabular-nums; overflow-x: auto; }
caption { color: var(--soft); }
/* A CMS keeps the fragment's own looks; here its lines keep to the page's. */
th, td { border-color: var(--line) !important; }
.correction { background: var(--mark); border-left: 4px solid var(--alarm); padding: .4rem .8rem; }
.correction a { color: var(--alarm); }
figure { margin: 1rem 0 .6rem; }
img { background: #ffffff; border: 1px solid var(--line); border-radius: .3rem; display: block;
  height: auto; max-width: 100%; width: 40rem; }
.map { overflow-x: auto; }
.map figure { margin: .6rem 0 0; }
.map img { width: 100%; }
@media (max-width: 48rem) { .map figure { min-width: 44rem; } }
.day { background: var(--box); border-radius: .2rem; font-weight: 700; margin: .4rem 0 1rem;
  padding: .3rem .8rem; }
.link { margin: .6rem 0 0; }
.link a { color: inherit; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem;
  margin-top: 2rem; padding-top: .8rem; }
@media (min-width: 62rem) {
  .night { display: grid; column-gap: 2.5rem; grid-template-columns: minmax(0, 1fr) 19rem;
    grid-template-rows: auto 1fr; }
  .pinned, main { grid-column: 1; }
  nav { align-self: start; grid-column: 2; grid-row: 1 / span 2; max-height: calc(100vh - 2rem);
    overflow-y: auto; position: sticky; top: 1rem; }
  nav ol { max-height: none; }
  article { display: grid; column-gap: 1rem; grid-template-columns: 3.6rem minmax(0, 1fr); }
  article > * { grid-column: 2; }
  article > h2 { display: grid; grid-column: 1 / -1; column-gap: 1rem;
    grid-template-columns: subgrid; }
  article h2 time { padding-top: .2rem; }
  .retracted p { grid-column: 1 / -1; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --soft: #333333; --line: #999999; --box: #ffffff;
    --link: #000000; --alarm: #000000; --mark: #ffffff; }
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  nav, .skip, .link { display: none; }
  .night { display: block; }
  figure, blockquote, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .map { overflow: visible; }
  .map figure { min-width: 0; }
  img { max-height: 40vh; width: auto; }
  .prova { background: none; border: 1px solid; color: #000000; }
}
</style>
<script type="application/ld+json">
@@data@@
</script>
</head>
<body>
<a class="skip" href="#gonderiler">Gönderilere geç</a>
<header>
@@prova@@
<p class="label">CANLI ANLATIM</p>
<h1>@@title@@</h1>
<p class="intro">@@intro@@</p>
<p class="updated">@@updated@@</p>
</header>
<div class="night">
@@pinned@@
@@keys@@
<main id="gonderiler" tabindex="-1">
@@posts@@
</main>
</div>
<footer>
<p>@@publisher@@ · Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar.</p>
</footer>
</body>
</html>
"""
