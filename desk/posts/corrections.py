"""The correction of what went out wrong: the old and the new figure, as a new post.

Which figures are wrong is found by the ledger; that the correction was published marks the old
post.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk import turkish
from desk.facts.bulletin import Item, Value
from desk.facts.codes import Code, Refusal
from desk.facts.post import Ask, Block, Cited, Post, PostKind, WrongFigure
from desk.file.session import Session
from desk.posts.composed import Composed, assembled
from desk.posts.ties import untied
from desk.posts.writer import Writer
from desk.turkish.style import listed

LABEL = "DÜZELTME"
"""The word every correction line begins with, its time behind it."""

_ITEMS = {
    Item.OPENED_SHARE: "açılan sandık oranı",
    Item.OPENED_BOXES: "açılan sandık",
    Item.TOTAL_BOXES: "toplam sandık",
    Item.TURNOUT: "katılım",
    Item.LEAD_POINTS: "fark",
    Item.LEAD_VOTES: "oy farkı",
    Item.LEADER: "önde olan",
}


def correction(
    session: Session,
    ask: Ask,
    wrong: Sequence[tuple[Post, Sequence[WrongFigure]]],
) -> Composed:
    """``DÜZELTME (20.05): …`` for posts that went out with figures that are wrong now.

    E162 if nothing that was published is wrong.
    """
    if not any(figures for _, figures in wrong):
        raise Refusal(Code.E162)
    contest = next(figures[0].slot.source.contest for _, figures in wrong if figures)
    writer = Writer(session, contest)
    time = ask.at or session.night_clock()
    stamp = f"{LABEL} ({writer.style.clock(time)}): "
    blocks = []
    for post, figures in wrong:
        when = writer.style.clock(post.time)
        heading = f"Saat {writer.style.suffixed(when, 'loc')} yayımlanan gönderi: {post.headline}"
        lines = tuple(dict.fromkeys(line(writer, figure) for figure in figures))
        blocks.append(Block(heading, lines))
    every = [figure for _, figures in wrong for figure in figures]
    whose = "rakamları" if len({figure.slot for figure in every}) > 1 else "rakamı"
    return assembled(
        writer,
        PostKind.CORRECTION,
        time,
        headline=stamp + (ask.title or _headline(writer, every)),
        lead=f"Daha önce yayımladığımız {whose} düzeltiyoruz:",
        blocks=blocks,
        closing="Okurlarımızdan özür dileriz.",
        own=tuple(post.headline for post, _ in wrong),
        corrects=every,
    )


def line(writer: Writer, figure: WrongFigure) -> str:
    """ANKA, Küçükçekmece, CHP: yüzde 63,89 değil, yüzde 62,56."""
    source = figure.slot.source
    who = _what(writer, figure)
    beginning = f"{source.agency}, {source.place}, {who}"
    if figure.new is None:
        return f"{beginning}: {_old(writer, figure)} bilgisi geri çekildi."
    return f"{beginning}: {_old(writer, figure)} değil, {_new(writer, figure)}."


def mark(writer: Writer, clock: str, figures: Sequence[WrongFigure]) -> str:
    """The line that stands on the old post, as plain text: DÜZELTME (20.05): …"""
    lines = [untied(line(writer, figure)).removesuffix(".") for figure in dict.fromkeys(figures)]
    return f"{LABEL} ({clock}): {'; '.join(lines)}."


def _headline(writer: Writer, figures: Sequence[WrongFigure]) -> str:
    slots = list(dict.fromkeys(figure.slot for figure in figures))
    places = list(dict.fromkeys(slot.source.place for slot in slots))
    if len(slots) > 1:
        return f"{listed(places)} rakamları" if len(places) <= 3 else "Yayımladığımız rakamlar"
    only = figures[0]
    source = only.slot.source
    old = _old(writer, only)
    by = writer.style.suffixed(source.agency, "gen")
    said = f"{by} {source.place} verisinde {_what(writer, only)} {old}"
    if only.new is None:
        return f"{said} bilgisi geri çekildi"
    return f"{said} değil, {_new(writer, only)}"


def _what(writer: Writer, figure: WrongFigure) -> str:
    row = figure.slot.row
    return writer.label(row.contender) if row.item.per_contender else _ITEMS[row.item]


def _old(writer: Writer, figure: WrongFigure) -> str:
    said = Cited(figure.slot, figure.old, figure.as_of, figure.bulletin)
    return _tied(writer, figure.old, said)


def _new(writer: Writer, figure: WrongFigure) -> str:
    if figure.new is None:
        return ""
    if not figure.stands:
        return _value(writer, figure.slot.row.item, figure.new)
    stands = writer.session.bulletin(figure.stands)
    if figure.slot.row.item is Item.OPENED_SHARE and writer.counted(stands).in_boxes:
        return writer.opened(stands)
    return _tied(writer, figure.new, Cited(figure.slot, figure.new, stands.as_of, stands.id))


def _tied(writer: Writer, value: Value, figure: Cited) -> str:
    text = _value(writer, figure.slot.row.item, value)
    if isinstance(value, str):
        return f"{text}{writer.ties.rest([figure])}"
    return writer.tied(text, figure)


def _value(writer: Writer, item: Item, value: Value) -> str:
    """A figure as text, with the unit its item has."""
    if isinstance(value, str):
        return writer.name(value)
    if isinstance(value, int):
        unit = " oy" if item in (Item.VOTES, Item.LEAD_VOTES) else ""
        return f"{turkish.votes_dots(value)}{unit}"
    if item is Item.LEAD_POINTS:
        return writer.style.points(value)
    return writer.style.share(value) if item is Item.SHARE else writer.style.part(value)
