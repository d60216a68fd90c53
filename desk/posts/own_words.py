"""Posts the editor writes herself: a statement, a note, the summary to pin, the closing post.

Her words go in as they are, cleaned of marks nobody sees; figures the desk adds are cited, and
those of a quotation stay its speaker's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from desk import turkish
from desk.facts.codes import Code, Refusal
from desk.facts.post import UNOFFICIAL, Ask, Block, BlockShape, PostKind
from desk.file.session import Session
from desk.posts.comparison import chosen, findings_of, newest_of, nothing_for, place_blocks
from desk.posts.composed import Composed, assembled
from desk.posts.count import all_opened_news, leading_news
from desk.posts.ties import NUMBER
from desk.posts.writer import Writer
from desk.rules.discrepancies import SideBySide, compare_places, pair_of
from desk.turkish.style import capital

CLAIMED = "Rakamlar açıklama sahibinin beyanıdır; ajans verisi değildir."

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_QUOTES = '“”„"«»‹›'
_EITHER = '"“'
"""Marks that open before a word and close behind it: "söz", „söz“."""


def statement(session: Session, ask: Ask) -> Composed:
    """Who said what, where. ``who`` and ``text`` are needed; its numbers are claims (E161)."""
    who, where = clean_line(ask.who), clean_line(ask.where)
    paragraphs = clean_text(ask.text)
    _need(PostKind.STATEMENT, who=who, text=paragraphs)
    writer = Writer(session, ask.contest)
    claims = tuple(dict.fromkeys(NUMBER.findall("\n".join(paragraphs))))
    place = f" {writer.style.suffixed(where, 'loc')}" if where else ""
    source = writer.style.suffixed(_speaker(writer, who), "abl")
    return assembled(
        writer,
        PostKind.STATEMENT,
        _time(session, ask),
        headline=ask.title or f"{capital(source)} açıklama",
        lead=f"{capital(who)}{place} açıklama yaptı. Öne çıkanlar:",
        blocks=[Block("", _quoted(paragraphs), BlockShape.QUOTE)],
        closing=CLAIMED if claims else "",
        own=(who, where),
        claims=claims,
    )


def note(session: Session, ask: Ask) -> Composed:
    """A free note: a headline and a text, both the editor's (E161)."""
    title, paragraphs = clean_line(ask.title), clean_text(ask.text)
    _need(PostKind.NOTE, title=title, text=paragraphs)
    first, *rest = paragraphs
    return assembled(
        Writer(session, ask.contest),
        PostKind.NOTE,
        _time(session, ask),
        headline=title,
        lead=first,
        blocks=[Block("", tuple(rest), BlockShape.TEXT)] if rest else [],
        closing="",
        own=paragraphs,
    )


def summary(session: Session, ask: Ask) -> Composed:
    """The post to pin: the editor's text, if any, over what counts now. E141 without either."""
    return _with_count(session, ask, PostKind.SUMMARY, ("Gecenin özeti", "Özet"), ())


def closing(session: Session, ask: Ask) -> Composed:
    """The last post of the night: a text, and how things stood."""
    farewell = ("Seçim gecesini bizimle izlediğiniz için teşekkür ederiz.",)
    over = "Canlı anlatımımız sona erdi"
    return _with_count(session, ask, PostKind.CLOSING, (over, over), farewell)


def says_something(text: str) -> bool:
    """Whether a text has a letter or a digit: dots, dashes and what nobody sees say nothing."""
    return any(char.isalnum() for char in text)


def clean_line(text: str) -> str:
    """One line without marks nobody sees, its blanks single."""
    visible = "".join(
        char if unicodedata.category(char) not in _INVISIBLE else " " if char.isspace() else ""
        for char in unicodedata.normalize("NFC", text)
    )
    return " ".join(visible.split())


def clean_text(text: str) -> tuple[str, ...]:
    """A text's paragraphs, each cleaned; every line break of the text begins a new one."""
    return tuple(line for raw in text.splitlines() if (line := clean_line(raw)))


def _with_count(
    session: Session, ask: Ask, kind: PostKind, labels: tuple[str, str], otherwise: Sequence[str]
) -> Composed:
    """A text over what counts now. ``labels`` are the headline where no news can be told, and what
    stands before the news."""
    writer = Writer(session, ask.contest)
    agencies = ask.agencies or pair_of(session)
    sides = _reported_sides(session, ask, agencies)
    words = [
        said
        for side in sides
        for said in ([side.a, side.b] if len(set(agencies)) > 1 else [side.a])
    ]
    own = clean_text(ask.text)
    paragraphs = own or tuple(otherwise)
    if not sides and not paragraphs:
        raise nothing_for(session, ask.places)
    time = ask.at or (max(newest_of(sides)) if sides and not own else _time(session, ask))
    if sides and not paragraphs:
        clock = writer.style.clock(time)
        paragraphs = (f"Saat {clock} itibarıyla {writer.race.title} yarışında son durum:",)
    first, *rest = paragraphs
    blocks = [Block("", tuple(rest), BlockShape.TEXT)] if rest else []
    return assembled(
        writer,
        kind,
        time,
        headline=clean_line(ask.title) or _headline(writer, kind, sides, agencies, labels),
        lead=first,
        blocks=[*blocks, *place_blocks(writer, words)],
        closing=UNOFFICIAL if sides else "",
        findings=findings_of(sides),
        own=own,
    )


def _headline(
    writer: Writer,
    kind: PostKind,
    sides: Sequence[SideBySide],
    agencies: Sequence[str],
    labels: tuple[str, str],
) -> str:
    """Who leads in the place the post is about, behind its label; at the very end by how much."""
    label, before = labels
    if len(sides) != 1:
        return label
    if kind is PostKind.CLOSING and (last := all_opened_news(writer, sides[0], agencies)):
        return last
    news = leading_news(writer, sides[0], agencies)
    return f"{before}: {news}" if news else label


def _reported_sides(session: Session, ask: Ask, agencies: Sequence[str]) -> list[SideBySide]:
    pair = (agencies[0], agencies[-1])
    places = chosen(session, ask)
    if not ask.places and len(places) > 1:
        # Without the province a summary of every district would be no summary.
        places = ()
    sides = compare_places(session, ask.contest, places, pair, ask.at)
    return [side for side in sides if not side.is_empty]


def _time(session: Session, ask: Ask) -> datetime:
    return ask.at or session.night_clock()


def _need(kind: PostKind, **given: object) -> None:
    for name, value in given.items():
        if not says_something(str(value or "")):
            raise Refusal(Code.E161, kind=kind.value, option=f"--{name}")


def _speaker(writer: Writer, who: str) -> str:
    """A candidate by her surname, as headlines do; anybody else as she was introduced."""
    for contest in writer.election.contests:
        for contender in contest.contenders:
            name = contender.candidate
            if name and turkish.fold(who).endswith(turkish.fold(name)):
                return name.split()[-1]
    return who


def _quoted(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Every paragraph stands in quotation marks of its own (spelling guide).

    Those she put around all that was said give way to them; those of a word or a sentence within
    stay as she typed them.
    """
    bare = (_unquoted(line) for line in paragraphs)
    return tuple(f"“{line}”" for line in bare if line)


def _unquoted(line: str) -> str:
    """The paragraph without marks around all of it, alone or together with other paragraphs."""
    while line:
        mates, last = _mates(line), len(line) - 1
        begins = line[0] in _QUOTES and mates.get(0, last) == last
        ends = line[last] in _QUOTES and mates.get(last, 0) == 0
        if not begins and not ends:
            break
        line = line[int(begins) : len(line) - int(ends)].strip()
    return line


def _mates(line: str) -> dict[int, int]:
    """Where each quotation mark has its other one; a mark that has none is left out."""
    mates: dict[int, int] = {}
    opened: list[int] = []
    for at, char in enumerate(line):
        if char not in _QUOTES:
            continue
        if _opens(char, line[:at]):
            opened.append(at)
        elif opened:
            other = opened.pop()
            mates |= {at: other, other: at}
    return mates


def _opens(mark: str, before: str) -> bool:
    if mark in _EITHER:
        return not before or before[-1].isspace() or before[-1] in "([‘'“„\"«‹"
    return mark in "„«‹"
