"""Posts the editor writes herself: a statement, a note, the summary to pin, the closing post.

Her words go in as they are, cleaned of marks nobody sees; figures the desk adds are cited, and
those of a quotation stay its speaker's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from desk import turkish
from desk.facts.codes import Code, Refusal
from desk.facts.post import UNOFFICIAL, Ask, Block, BlockShape, PostKind
from desk.file.session import Session
from desk.posts.beside import place_block
from desk.posts.comparison import (
    agencies_in,
    chosen,
    findings_of,
    lead_sentence,
    newest_of,
    nothing_for,
    spoken,
    told_places,
)
from desk.posts.composed import Composed, assembled
from desk.posts.count import lead_words, results, standing_blocks
from desk.posts.kinds.spread import tops
from desk.posts.news import counted_news, place_news, whole_news
from desk.posts.ties import NUMBER
from desk.posts.writer import Words, Writer
from desk.turkish.style import capital

CLAIMED = "Rakamlar açıklama sahibinin beyanıdır; ajans verisi değildir."

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_QUOTES = '“”„"«»‹›'
_SENTENCE = re.compile(r"(?<![0-9][.])(?<=[.!?…])\s+(?=[A-ZÇĞİÖŞÜÂÎÛ])")
_BEHIND = re.compile(r"(?P<name>[^,()]+?)\s*[,(]\s*(?P<party>[^,()]+?)\s*\)?")
_SHORT = 80
"""As many signs of a quotation fit into a headline."""
_EITHER = '"“'
"""Marks that open before a word and close behind it: "söz", „söz“."""


def statement(session: Session, ask: Ask) -> Composed:
    """Who said what, where. ``who`` and ``text`` are needed; its numbers are claims (E161)."""
    where, paragraphs = clean_line(ask.where), clean_text(ask.text)
    _need(PostKind.STATEMENT, who=clean_line(ask.who), text=paragraphs)
    writer = Writer(session, ask.contest)
    party, name = _introduced(writer, clean_line(ask.who))
    who = f"{party}{name}"
    claims = tuple(dict.fromkeys(NUMBER.findall("\n".join(paragraphs))))
    place = f" {writer.style.suffixed(where, 'loc')}" if where else ""
    return assembled(
        writer,
        PostKind.STATEMENT,
        _time(session, ask),
        headline=ask.title
        or _said_headline(f"{party}{_speaker(writer, name)}", writer, paragraphs),
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
    places = _told(session, ask)
    only = places[0] if len(places) == 1 else ()
    own = clean_text(ask.text)
    paragraphs = own or tuple(otherwise)
    if not places and not paragraphs:
        raise nothing_for(session, ask.contest, ask.places)
    time = ask.at or (max(newest_of(places)) if places and not own else _time(session, ask))
    if places and not paragraphs:
        if only and any(said.lead for said in only):
            paragraphs = (lead_words(writer, only),)
        else:
            paragraphs = (lead_sentence(writer, agencies_in(places)),)
    first, *rest = paragraphs
    blocks = [Block("", tuple(rest), BlockShape.TEXT)] if rest else []
    if only:
        lead_above = not own and kind is PostKind.SUMMARY
        blocks += results(writer, only) if lead_above else [place_block(writer, only, time)]
    else:
        blocks += standing_blocks(writer, places, time)
    return assembled(
        writer,
        kind,
        time,
        headline=clean_line(ask.title) or _headline(writer, kind, places, labels, ask.part),
        lead=first,
        blocks=blocks,
        closing=UNOFFICIAL if places else "",
        findings=findings_of(places),
        own=own,
    )


def _headline(
    writer: Writer, kind: PostKind, places: Sequence[Words], labels: tuple[str, str], part: str
) -> str:
    """Who leads in the place the post is about, behind its label; at the very end by how much."""
    label, before = labels
    only = places[0] if len(places) == 1 else ()
    if only and kind is PostKind.CLOSING and (last := whole_news(writer, only)):
        return last
    first = tops(writer, [words[0].source.place for words in places])
    whole = [words for words in places if [words[0].source.place] == first]
    news = place_news(writer, (only or whole[0])) if only or whole else ""
    news = news or counted_news(writer, places, part)
    return f"{before}: {news}" if news else label


def _told(session: Session, ask: Ask) -> list[Words]:
    """The province where it is told of, else the districts, unless places were asked for."""
    try:
        return spoken(told_places(session, ask, chosen(session, ask)))
    except Refusal:
        return []


def _time(session: Session, ask: Ask) -> datetime:
    return ask.at or session.night_clock()


def _need(kind: PostKind, **given: object) -> None:
    for name, value in given.items():
        if not says_something(str(value or "")):
            raise Refusal(Code.E161, kind=kind.value, option=f"--{name}")


def _introduced(writer: Writer, who: str) -> tuple[str, str]:
    """*Özgür Özel, CHP* and *Özgür Özel (CHP)* as they are said: CHP'li, and the name.

    Nothing and the words as they are where no party of this election stands behind a name.
    """
    found = _BEHIND.fullmatch(who)
    if found is None:
        return "", who
    said = turkish.fold(found["party"])
    for party in writer.election.parties:
        if said in map(turkish.fold, (party.short, party.name, *party.aliases)):
            return f"{writer.of_party(party.short)} ", found["name"]
    return "", who


def _speaker(writer: Writer, who: str) -> str:
    """A candidate by her surname, as headlines do; anybody else as she was introduced."""
    for contest in writer.election.contests:
        for contender in contest.contenders:
            name = contender.candidate
            if name and turkish.fold(who).endswith(turkish.fold(name)):
                return name.split()[-1]
    return who


def _said_headline(speaker: str, writer: Writer, paragraphs: Sequence[str]) -> str:
    """İmamoğlu: “Yüzde 40'a doğru giden bir veriye sahibiz”; without the words where they are long.

    The first sentence, whole: what is cut short may say something else.
    """
    sentence = _SENTENCE.split(_unquoted(paragraphs[0]), 1)[0].rstrip(".").strip()
    if sentence and len(sentence) <= _SHORT and not any(mark in sentence for mark in _QUOTES):
        return f"{capital(speaker)}: “{capital(sentence)}”"
    return f"{capital(writer.style.suffixed(speaker, 'abl'))} açıklama"


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
