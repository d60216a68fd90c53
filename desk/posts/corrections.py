"""The correction of what went out wrong: what was printed and what is right, as a new post.

What is wrong is found by the ledger; that the correction was published marks the old post.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from desk import turkish
from desk.facts.bulletin import Item
from desk.facts.codes import Code, Refusal
from desk.facts.counting import alliance_of, answers_of, counted_for
from desk.facts.post import (
    UNOFFICIAL,
    Ask,
    Block,
    Post,
    PostKind,
    Printed,
    PrintedKind,
    WrongPrint,
)
from desk.file.session import Session
from desk.posts.composed import Composed, assembled
from desk.posts.kinds.half import MORE_THAN_HALF
from desk.posts.printed import TIED, called_in
from desk.posts.ties import untied
from desk.posts.writer import Writer
from desk.turkish.style import NAMED, capital, listed

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
_COUNTED = (Item.VOTES, Item.LEAD_VOTES)
_BETWEEN = (PrintedKind.GAP, PrintedKind.LEAD_GAP, PrintedKind.EQUAL)
_OF_FIGURES = (PrintedKind.FIGURE, PrintedKind.SUM)
_NUMBERS = (*_OF_FIGURES, PrintedKind.NEEDED, PrintedKind.LEAD, PrintedKind.COUNT, *_BETWEEN)
_WITHDRAWN, _LEFT_OUT = "bilgisi geri çekildi", "bilgisi düzeltilen veride yok"
_BOTH = "ilk iki sıra"


def correction(
    session: Session,
    ask: Ask,
    wrong: Sequence[tuple[Post, Sequence[WrongPrint]]],
) -> Composed:
    """``DÜZELTME (20.05): …`` for posts that printed what is wrong now.

    E162 if nothing that was published is wrong.
    """
    every = [one for _, prints in wrong for one in prints]
    if not every:
        raise Refusal(Code.E162)
    writer = Writer(session, every[0].printed.first.slot.source.contest)
    time = ask.at or session.night_clock()
    stamp = f"{LABEL} ({writer.style.clock(time)}): "
    blocks = []
    for post, prints in wrong:
        when = writer.style.clock(post.time)
        heading = f"Saat {writer.style.suffixed(when, 'loc')} yayımlanan gönderi: {post.headline}"
        lines = tuple(dict.fromkeys(line(writer, one) for one in _in_turn(prints)))
        blocks.append(Block(heading, lines))
    several = len({one.printed for one in every}) > 1
    numbers = any(one.printed.kind in _NUMBERS for one in every)
    what = ("bilgiyi", "rakamı", "bilgileri", "rakamları")[2 * several + numbers]
    return assembled(
        writer,
        PostKind.CORRECTION,
        time,
        headline=stamp + (ask.title or _headline(writer, every)),
        lead=f"Daha önce yayımladığımız {what} düzeltiyoruz:",
        blocks=blocks,
        closing=f"Okurlarımızdan özür dileriz. {UNOFFICIAL}",
        own=tuple(post.headline for post, _ in wrong),
        corrects=every,
    )


def line(writer: Writer, wrong: WrongPrint) -> str:
    """ANKA'nın Küçükçekmece verisinde İmamoğlu yüzde 63,89 değil, yüzde 62,56."""
    return f"{capital(_subject(writer, wrong.printed))} {_said(writer, wrong)}."


def says(writer: Writer, post: Post, printed: Printed) -> bool:
    """Whether the text of a correction still says what was printed, in whatever words."""
    match printed.kind:
        case PrintedKind.LEADER if printed.value:
            return bool(called_in(post.body, writer.called(str(printed.value))))
        case PrintedKind.LEADER:
            return TIED in post.body
        case PrintedKind.ORDER:
            codes = str(printed.value).split()
            return all(called_in(post.body, writer.called(code)) for code in codes)
        case PrintedKind.WIDEST:
            return str(printed.value) in post.body
        case PrintedKind.HALF:
            return MORE_THAN_HALF in post.body
        case PrintedKind.HOUR:
            return _written_hour(writer, printed) in post.body
    return any(chip.figures == printed.figures for chip in post.chips)


def mark(writer: Writer, clock: str, prints: Sequence[WrongPrint]) -> str:
    """The line that stands on the old post, as plain text: DÜZELTME (20.05): …"""
    lines = [untied(line(writer, one)).removesuffix(".") for one in _in_turn(prints)]
    return f"{LABEL} ({clock}): {'; '.join(dict.fromkeys(lines))}."


def _in_turn(prints: Iterable[WrongPrint]) -> list[WrongPrint]:
    """Each once: the figures, then what follows from them."""
    return sorted(dict.fromkeys(prints), key=lambda one: one.printed.kind is not PrintedKind.FIGURE)


def _headline(writer: Writer, every: Sequence[WrongPrint]) -> str:
    """The one thing that was wrong and what is right; of several things, where they are."""
    distinct = list({one.printed: one for one in every}.values())
    figures = [one for one in distinct if one.printed.kind is PrintedKind.FIGURE]
    if len(figures) == 1 and all(_follows(one.printed, figures[0].printed) for one in distinct):
        distinct = figures
    if len(distinct) == 1:
        return line(writer, distinct[0]).removesuffix(".")
    cited = [one for wrong in distinct for one in wrong.printed.figures]
    places = list(dict.fromkeys(one.slot.source.place for one in cited))
    told = {one.slot.source.agency for one in cited}
    agencies = [one.code for one in writer.election.agencies if one.code in told]
    whose = writer.style.suffixed(listed(agencies), "gen")
    if len(places) <= NAMED:
        data = "verisi" if len(places) == 1 else "verileri"
        return f"{whose} {listed(map(writer.place_name, places))} {data}"
    return f"{whose} verileri"


def _follows(printed: Printed, figure: Printed) -> bool:
    """Whether something is wrong because a figure is."""
    return figure.first.bulletin in {one.bulletin for one in printed.figures}


def _subject(writer: Writer, printed: Printed) -> str:
    """Whose, where, and what: ANKA'nın Beyoğlu verisinde CHP."""
    source = printed.first.slot.source
    whose = f"{writer.style.suffixed(source.agency, 'gen')} {writer.place_name(source.place)}"
    match printed.kind:
        case PrintedKind.LEADER | PrintedKind.LEAD:
            what = "" if printed.kind is PrintedKind.LEADER else f" {_what(writer, printed)}"
            return f"{writer.by(source.agency)} {writer.at_place(source.place)}{what}"
        case PrintedKind.ORDER:
            return f"{whose} verisinde"
        case PrintedKind.HOUR:
            return f"{whose} verisinin saati"
        case PrintedKind.NEEDED:
            who = writer.suffixed(writer.name, printed.first.slot.row.contender, "gen")
            return f"{whose} verisinde {who} oyların yarısını aşması için gereken pay"
        case PrintedKind.HALF:
            return f"{whose} verisinde sayılan oyların"
        case PrintedKind.GAP | PrintedKind.LEAD_GAP | PrintedKind.EQUAL:
            return f"{writer.at_place(source.place)} {_between(writer, printed)}"
        case PrintedKind.WIDEST:
            return f"{_agencies(printed)} arasındaki en büyük fark"
        case PrintedKind.COUNT:
            return _counted(writer, printed)
    return f"{whose} verisinde {_what(writer, printed)}"


def _counted(writer: Writer, printed: Printed) -> str:
    """AA ve ANKA'ya göre İmamoğlu'nun önde olduğu ilçe sayısı."""
    who = counted_for(answers_of(printed.figures))
    agencies = listed(dict.fromkeys(one.slot.source.agency for one in printed.figures))
    by = f"{writer.style.suffixed(agencies, 'dat')} göre"
    places = [one.slot.source.place for one in printed.figures]
    number = f"{writer.noun(places).one} sayısı"
    if who is None:
        return f"{by} farklı adayların önde olduğu {number}"
    if not who:
        return f"{by} ilk iki sıranın eşit olduğu {number}"
    return f"{by} {writer.suffixed(writer.who, who, 'gen')} önde olduğu {number}"


def _agencies(printed: Printed) -> str:
    agencies = dict.fromkeys(one.slot.source.agency for one in printed.figures)
    return " ile ".join(agencies) if len(agencies) <= 2 else listed(agencies)


def _between(writer: Writer, printed: Printed) -> str:
    if printed.kind is PrintedKind.LEAD_GAP:
        return f"{writer.style.suffixed(_agencies(printed), 'dat')} göre farkların arası"
    if printed.kind is PrintedKind.EQUAL:
        what = f"{_agencies(printed)} arasındaki {_what(writer, printed)} farkı"
        return f"açılan sandık oranı eşitken {what}"
    if len({one.slot.source.agency for one in printed.figures}) == 1:
        return f"{_agencies(printed)} verisinde {_what(writer, printed)} değişimi"
    return f"{_agencies(printed)} arasındaki {_what(writer, printed)} farkı"


def _what(writer: Writer, printed: Printed) -> str:
    row = printed.first.slot.row
    if printed.kind is PrintedKind.SUM:
        codes = [one.slot.row.contender for one in printed.figures]
        party = alliance_of(writer.election, writer.race.id, codes)
        return writer.style.label(party.short) if party else listed(map(writer.who, codes))
    if printed.kind is PrintedKind.LEAD:
        return _ITEMS[Item.LEAD_VOTES if row.item in _COUNTED else Item.LEAD_POINTS]
    return writer.who(row.contender) if row.item.per_contender else _ITEMS[row.item]


def _said(writer: Writer, wrong: WrongPrint) -> str:
    """What was printed and what is right: yüzde 63,89 değil, yüzde 62,56; that it is no more:
    için yüzde 63,89 bilgisi geri çekildi."""
    printed, now = wrong.printed, wrong.now
    if now is None:
        gone = _LEFT_OUT if wrong.left_out else _WITHDRAWN
        if printed.kind is PrintedKind.HALF:
            who = f"{_in_hands(writer, printed)}{_rest(writer, printed)}"
            return f"{MORE_THAN_HALF}nın {who} olduğu {gone}"
        if printed.kind is not PrintedKind.LEADER:
            return f"için {_value(writer, printed)} {gone}"
        if not printed.value:
            return f"{_BOTH}nın {TIED} olduğu{_rest(writer, printed)} {gone}"
        leader = str(printed.value)
        who = writer.suffixed(lambda _: _called(writer, printed, printed), leader, "gen")
        return f"{who}{_rest(writer, printed)} önde olduğu {gone}"
    match printed.kind:
        case PrintedKind.LEADER:
            return _leaders(writer, printed, now)
        case PrintedKind.HALF:
            who = _in_hands(writer, printed)
            return f"{MORE_THAN_HALF} {who} değil{_rest(writer, printed)}"
        case PrintedKind.ORDER:
            old, new = (_listed(writer, one) for one in (printed, now))
            return f"ilk sıralarda {old} değil, {new} var"
        case PrintedKind.WIDEST:
            old, new = (writer.at_place(str(one.value)) for one in (printed, now))
            one, other = (figure.value for figure in now.figures)
            apart = writer.style.points(abs(Decimal(one) - Decimal(other)))
            return f"{old} değil, {new} {writer.tied(apart, *now.figures)}"
    return f"{_value(writer, printed)} değil, {_right(writer, now)}"


def _in_hands(writer: Writer, printed: Printed) -> str:
    return writer.suffixed(writer.name, printed.first.slot.row.contender, "loc")


def _leaders(writer: Writer, printed: Printed, now: Printed) -> str:
    old, new = (
        f"{_called(writer, one, printed)}{_rest(writer, one)}" if one.value else ""
        for one in (printed, now)
    )
    if not old:
        return f"{_BOTH} {TIED} değil{_rest(writer, printed)}, {new} önde"
    if not new:
        return f"{old} önde değil, {_BOTH} {TIED}{_rest(writer, now)}"
    return f"{old} değil, {new} önde"


def _called(writer: Writer, leader: Printed, printed: Printed) -> str:
    """A leader as the post called her: as tables do, or as headlines."""
    label, name = writer.called(str(leader.value))
    by_line = writer.label(str(printed.value)) if printed.value else ""
    if printed.text in ("", TIED):
        return writer.who(str(leader.value))
    return label if printed.text == by_line else name


def _rest(writer: Writer, printed: Printed) -> str:
    return writer.ties.rest(printed.figures)


def _listed(writer: Writer, printed: Printed) -> str:
    return f"{listed(map(writer.who, str(printed.value).split()))}{_rest(writer, printed)}"


def _right(writer: Writer, now: Printed) -> str:
    if now.value == 0 and now.kind not in (PrintedKind.FIGURE, PrintedKind.COUNT):
        return f"fark yok{_rest(writer, now)}"
    if now.kind is PrintedKind.FIGURE and now.first.slot.row.item is Item.OPENED_SHARE:
        stands = writer.session.bulletin(now.first.bulletin)
        if writer.counted(stands).in_boxes:
            return writer.opened(stands)
    return _value(writer, now)


def _value(writer: Writer, printed: Printed) -> str:
    """A number as text with its unit, tied to its figures; an hour as the house marks it."""
    if printed.kind is PrintedKind.HOUR:
        return f"{_written_hour(writer, printed)}{_rest(writer, printed)}"
    return writer.tied(_written(writer, printed), *printed.figures)


def _written_hour(writer: Writer, printed: Printed) -> str:
    return writer.style.clock(datetime.fromisoformat(str(printed.value)))


def _written(writer: Writer, printed: Printed) -> str:
    item, value, style = printed.first.slot.row.item, printed.value, writer.style
    points = printed.kind not in _OF_FIGURES or item is Item.LEAD_POINTS
    if printed.kind is PrintedKind.COUNT:
        return str(value)
    if printed.kind is PrintedKind.NEEDED:
        return style.part(Decimal(value))
    if printed.bound:
        whole = int(value)
        share = style.suffixed(style.part(Decimal(whole)), "abl")
        return style.bound(whole) if points else f"{share} fazla"
    if isinstance(value, int):
        unit = f" {writer.seat}" if item is Item.SEATS else " oy" if item in _COUNTED else ""
        return f"{turkish.votes_dots(value)}{unit}"
    if points:
        return style.points(Decimal(value))
    write = style.share if item is Item.SHARE else style.part
    return write(Decimal(value))
