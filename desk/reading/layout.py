"""Lines before they are read: torn ones joined, stamps and bullets off, times, cards and tails.

It prepares lines for the grammar and binds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import pairwise

from desk.reading.names.joining import coupled
from desk.reading.numbers import MONTHS, Clock, Day, Number, Other, clock_of
from desk.reading.sources import HOUR, sourced_behind
from desk.reading.tokens import TORN, Token, TokenKind, fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense, senses

_BULLETS = "•▪●◦‣*>-✔✅➡→#"
_TORN = re.compile(
    r"(?:yüzde|[0-9],)\n *(?=[0-9])|yüz-\n *de"
    r"|(?<![\t;|,])%\n(?=[0-9]+(?:[.,][0-9]+)?[^\n\t0-9.,:])"
    r"|(?:yüzde |%)[0-9]{1,2}\.\n *(?=[0-9]{1,2}(?![0-9.):]))|(?:yüzde |%)[0-9]\n *(?=[0-9],[0-9])",
    re.IGNORECASE,
)
_BARRED = re.compile(r"(?m)^[^\n►▸▶]+(?: [►▸▶] [^\n►▸▶]+){2,}$")
"""`EVET %51,4 ► HAYIR %48,6 ► AA 21.40`: fields, parted by other bars."""
_TORN_SHARE = re.compile(
    r"((?:y[üu]zde|%) *[0-9]{1,2},)(\n *)(?=[0-9]{1,2}(?:['’;.,)]| [-–—(]| oy\b|\s*(?:\n|\Z)))",
    re.I,
)
"""`yüzde 40,` above `3'te`: one share, whose decimal is followed by nothing it would count."""
_PER_CENT = re.compile(r"yüz-(\n *)de")
_TORN_VOTES = re.compile(r"(?<=[0-9] bin)\n(?=[0-9]{1,3} oy)", re.IGNORECASE)
_HEADLINES = frozenset(["son", "ilk", "kritik", "guncel", "canli", "veriler", "sonuclar"])


def _joined(found: re.Match[str]) -> str:
    return found[1] + TORN * len(found[2])


def _put_together(found: re.Match[str]) -> str:
    return f" {' ' * len(found[1])}yüzde"


def untorn(text: str) -> str:
    """The text with the line ends of torn paragraphs as blanks, every character in its place."""
    text = _TORN_VOTES.sub(" ", text)
    text = _BARRED.sub(lambda line: re.sub("[►▸▶]", "|", line[0]), text)
    if not _TORN.search(text):
        return text
    blocks = re.split(r"(\n[ ]*\n)", text)
    return "".join(
        _PER_CENT.sub(_put_together, _TORN_SHARE.sub(_joined, block)).replace("\n", " ")
        if not at % 2 and _TORN.search(block)
        else block
        for at, block in enumerate(blocks)
    )


_LINE_END = re.compile(r"\n|(?<= )(?:\|\||///?|■)(?= )|\Z")


def line_spans(text: str) -> list[tuple[int, int]]:
    """Where every line starts and ends; an empty one ends where it starts.

    The bands of a screen are lines: `MALTEPE 59,3 | AA || DOLAR 32,34`; so are a liveblog's entries
    that run on: `19.40 ... kalktı. 19.52 Bakırköy'de ...`.
    """
    spans, start = [], 0
    for found in _LINE_END.finditer(text):
        line = text[start : found.start()]
        left = start + (len(line) - len(line.lstrip(" ")))
        if line.strip():
            line = text[left : found.start()]
            ends = [left + at for at in _entries(line) or sourced_behind(line)]
            spans += [*pairwise([left, *ends, found.start()])]
        else:
            spans.append((start, start))
        start = found.end()
    return spans


_TIMED = re.compile(rf"{HOUR}(?= [^\W\d])")
_NEXT_ENTRY = re.compile(rf"(?<=[.!?]) (?={HOUR} [A-ZÇĞİÖŞÜ])")


def _entries(line: str) -> list[int]:
    """Where the later entries of a line begin whose first one begins with its hour."""
    if _TIMED.match(line) is None:
        return []
    return [found.end() for found in _NEXT_ENTRY.finditer(line)]


@dataclass(frozen=True, slots=True)
class TimeHead:
    """A time at the start of a line; ``sure`` if it is written as no share can be."""

    time: time
    token: Token
    stop: int
    sure: bool = True


@dataclass
class Line:
    """A line of the text, named; ``tail`` is the address behind its figures: `(AA, 22.20)`.

    ``opens`` is the number it begins with, where only its neighbours tell whether that is a time;
    ``stamp`` is when a chat's message was sent, ``speaker`` who sent it. ``foot`` is the first line
    of the figures it is the address of, ``either`` that it may as well be of those below it.
    """

    units: list[Unit]
    head: TimeHead | None = None
    tail: list[Unit] = field(default_factory=list)
    start: int = 0
    shouted: bool = False
    opens: TimeHead | None = None
    stamp: Unit | None = None
    speaker: str = ""
    foot: int = -1
    either: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.units and self.head is None and not self.tail

    @property
    def stamped(self) -> list[Unit]:
        """All that stands on it, the time it begins with first."""
        if self.head is None:
            return [*self.units, *self.tail]
        token = self.head.token
        return [Unit(Clock(self.head.time), token.start, token.end), *self.units, *self.tail]

    @property
    def numbers(self) -> list[Unit]:
        """Its numbers."""
        return [unit for unit in self.units if isinstance(unit.data, Number)]


def _datelined(line: Line) -> list[Line]:
    """`İSTANBUL (ANKA) – Kadıköy'de ...`: where and by whom it was sent, a heading to the rest."""
    units = line.units
    opens = next((at for at, unit in enumerate(units[:5]) if unit.mark("(")), 0)
    if line.head is not None or not opens or not isinstance(units[0].data, PlaceName):
        return [line]
    sent = [unit for unit in units[1:opens] if not unit.mark(",")]
    closes = opens + 2
    told = units[opens + 1 : closes + 2]
    if len(told) < 3 or units[0].case or not all(isinstance(unit.data, Day) for unit in sent):
        return [line]
    source, bracket, dash = told
    if not (isinstance(source.data, AgencyName) and bracket.mark(")") and dash.mark("-")):
        return [line]
    rest = units[closes + 2 :]
    if not any(isinstance(unit.data, Word) for unit in rest):
        return [line]
    above = replace(line, units=[units[0], *units[opens : closes + 1]], tail=[])
    return [above, replace(line, units=rest, start=rest[0].start, opens=None, stamp=None)]


_RANK = re.compile(r"\s*#?(\d{1,2})(?:\s*[•·|–)-]\s*|\s+)(?=([^\W\d_]+))")
_CARD = 4
"""Lines at most between the numbers of a list: a name, her party, her figures."""


def rank_ends(text: str, spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Where the numbers of a list end that lines begin with: 1, 2, 3 one below the other."""
    ends: dict[int, int] = {}
    run: dict[int, int] = {}
    since = 0
    for start, end in [*spans, *[(len(text), len(text))] * (_CARD + 1)]:
        rank = _RANK.match(text, start, end)
        if rank is not None and fold(rank[2]).startswith(MONTHS):
            rank = None
        since = since + 1 if rank is None else 0
        if since > _CARD or (rank is not None and int(rank[1]) != len(run) + 1):
            ends |= run if len(run) > 1 else {}
            run = {}
        if rank is not None and int(rank[1]) == len(run) + 1:
            run[start] = rank.end()
    return ends


_PLACED = re.compile(r"(?<![\w.,(])([1-9])\)(?= [^\W\d_])")


def without_ranks(text: str) -> str:
    """`Of: 1) AK Parti 57,3 2) YRP 18,8`: ranks told one after another part a line as commas do."""
    if "1)" not in text or "2)" not in text:
        return text
    last = 0

    def parted(rank: re.Match[str]) -> str:
        nonlocal last
        told = int(rank[1])
        follows, last = told == last + 1 > 1, told
        if follows:
            return " ,"
        ahead = _PLACED.search(text, rank.end()) if told == 1 else None
        return "  " if ahead is not None and ahead[1] == "2" else rank[0]

    return _PLACED.sub(parted, text)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿"


def without_bullet(tokens: Sequence[Token]) -> list[Token]:
    """The line without the marks that only begin it."""
    start = 0
    while start < len(tokens) and tokens[start].kind is TokenKind.MARK:
        token = tokens[start]
        if not (token.text[0] in _BULLETS or ord(token.text[0]) > 0x2190):
            break
        start += 1
    if start + 1 < len(tokens) and tokens[start + 1].text[0] == "\u20e3":
        start += 2
    if start + 1 < len(tokens) and tokens[start].text in _CIRCLED:
        start += 1
    return list(tokens[start:])


def time_head(tokens: Sequence[Token]) -> TimeHead | None:
    """The time a line begins with, if it is one and not a share before its label."""
    start = 0
    while start < len(tokens) and (
        tokens[start].text in ("[", "(")
        or tokens[start].fold in ("saat", "guncelleme")
        or (start and tokens[start].text == ":")
    ):
        start += 1
    if start >= len(tokens) or tokens[start].kind is not TokenKind.NUMBER:
        return None
    token = tokens[start]
    moment = clock_of(token.text)
    if moment is None or token.suffix or "," in token.text:
        return None
    after = tokens[start + 1] if start + 1 < len(tokens) else None
    told = start > 0 and tokens[start - 1].fold in ("saat", "guncelleme", "(")
    if after is not None and Sense.CLOCK in senses(after.fold):
        return None
    if len(token.text) < 5 and not told:
        return None
    listed = after is not None and after.text == "/" and after.gap and tokens[start + 2 :]
    slash = not (listed and tokens[start + 2].kind is TokenKind.WORD)
    if after is not None and (
        after.text == "%" or (after.text == "/" and slash) or after.kind is TokenKind.NUMBER
    ):
        return None
    stop = start + 1
    while stop < len(tokens) and tokens[stop].is_mark("-|:])/▸►▶»➤"):
        stop += 1
    if stop == len(tokens) and tokens[0].fold == "saat":
        # `Saat: 22.26`: a field of the block, no entry of its own.
        return None
    return TimeHead(moment, token, stop, told or ":" in token.text)


def opens_line(rest: Sequence[Unit]) -> bool | None:
    """Whether `20.40` in front of the rest of its line is a time; None where its neighbours tell.

    `22.50 YRP, 49.40 AK Parti`: where the line has more names than figures it is the first one's.
    """
    told = [unit for unit in rest if not isinstance(unit.data, Mark)]
    if not told or all(isinstance(unit.data, PlaceName) for unit in told):
        return None
    if told[0].word(Sense.VOTE, Sense.POINT, Sense.RATE) or told[0].fold == "ile":
        return False
    numbers = sum(isinstance(unit.data, Number) for unit in told)
    if isinstance(told[0].data, Claimant):
        behind = rest[rest.index(told[0]) + 1 :]
        closed = not behind or isinstance(behind[0].data, Number | Mark)
        holders = sum(isinstance(unit.data, Claimant) for unit in told)
        return not closed or numbers >= holders
    named = any(isinstance(unit.data, AgencyName | PlaceName | RaceName) for unit in told)
    return named or bool(numbers) or told[0].fold in _HEADLINES or len(told) > 2


def settle_opening(line: Line, before: Line | None, after: Line | None) -> None:
    """Make a line's first number its time, or leave it a value of a card or a list."""
    assert line.opens is not None
    if len(line.units) == 1:
        value = before is not None and is_names_only(before.units)
    else:
        value = any(one is not None and _is_placed_value(one) for one in (before, after))
    if not value:
        units = line.units[1:]
        while units and units[0].mark("-|:])▸►▶»➤"):
            del units[0]
        line.head, line.units = line.opens, units
    line.opens = None


def _is_placed_value(line: Line) -> bool:
    """`34,50 Bursa`: a value in front of its place, and nothing else."""
    told = [type(unit.data) for unit in line.units if not isinstance(unit.data, Mark)]
    return told == [Number, PlaceName]


def without_hashtags(units: list[Unit]) -> list[Unit]:
    """`Şile: CHP 36,1 #31Mart #Adalar`: what a line is found by, if its place stands before."""
    stop = len(units)
    while stop > 1 and units[stop - 2].mark("#"):
        stop -= 2
    placed = any(isinstance(unit.data, PlaceName) for unit in units[:stop])
    return units[:stop] if placed else units


_GIVEN = ("verisi", "verileri", "bilgisi", "rakami", "rakamlari")
"""`ANKA'nın 22.10 verisi`: what a source behind the figures calls them."""
PROVISIONAL = ("kesin", "olmayan", "resmi", "gece", "guncel")  # how far figures hold, and when
_SAID = ("kaynak", "saat", "itibariyla", "itibariyle", "sandik", "geneli", "gecici", "anlik")
_CREDITED = frozenset((*_SAID, *_GIVEN, *PROVISIONAL))


def split_tail(units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The line's figures, and the address that stands behind all of them."""
    if not units:
        return units, []
    if _closes_with_hour(units):
        return units[:-2], [as_clock(units[-1])]
    last = next((at for at in reversed(range(len(units))) if _is_content(units, at)), -1)
    start = last + 1
    while start < len(units) and isinstance(units[start].data, Word):
        if units[start].fold in ("kaynak", "saat", "itibariyla"):
            break
        start += 1
    while start < len(units) and units[start].mark(")."):
        start += 1
    tail = units[start:]
    named = [
        unit for unit in tail if isinstance(unit.data, AgencyName | PlaceName | RaceName | Clock)
    ]
    sourced = [unit.fold for unit in tail[-4:-2]] in (["kaynak", ""], ["", "kaynak"])
    if sourced and cut_off(units[-1]) and isinstance(units[-2].data, AgencyName):
        # `... KAYNAK: AA ...`: the ticker goes on.
        units, tail = units[:-1], tail[:-1]
    if cut_off(units[-1]):
        # A text cut off: what would have been said of the agency is not known.
        return units, []
    own = any(unit.fold in _GIVEN for unit in tail)
    has_agency = any(
        isinstance(unit.data, AgencyName) and (not unit.case or (own and unit.case == "gen"))
        for unit in tail
    )
    bracketed = bool(tail) and tail[0].mark("(")
    if last < 0 or not named or not (has_agency or bracketed):
        return units, []
    if any(
        unit.case in ("loc", "gen", "dat", "abl") and isinstance(unit.data, PlaceName)
        for unit in named
    ):
        return units, []
    return units[:start], [as_clock(unit) for unit in tail]


def _closes_with_hour(units: Sequence[Unit]) -> bool:
    """`AA | BAĞCILAR | AKP 55,0 | CHP 33,2 | 22.31`: the last field, which is nobody's share."""
    bars = [at for at, unit in enumerate(units) if unit.mark("|")]
    if len(bars) < 3 or bars[-1] != len(units) - 2:
        return False
    pairs = pairwise(units)
    named = sum(isinstance(a.data, Claimant) and isinstance(b.data, Number) for a, b in pairs)
    if named < 2 and not isinstance(units[0].data, AgencyName):
        return False
    hours = [one for one in units if isinstance(one.data, Clock) or as_clock(one) is not one]
    # `AA | AKP | 51,10 | CHP | 22.31` parts names and values.
    valued = any(isinstance(unit.data, Number) for unit in units[bars[-2] : bars[-1]])
    last = units[-1].data
    timed = isinstance(last, Number) and last.clock is not None and last.digits == 4
    return timed and len(hours) == 1 and valued


def cut_off(unit: Unit) -> bool:
    return unit.mark("…") or (isinstance(unit.data, Mark) and unit.data.text.startswith(".."))


def is_figure(unit: Unit) -> bool:
    """A number that is no time of day."""
    return isinstance(unit.data, Number) and not (unit.data.clock and unit.data.digits == 4)


def as_clock(unit: Unit) -> Unit:
    """A number of an address, `(AA, 22.05)`, as the time it is."""
    if isinstance(unit.data, Number) and unit.data.clock is not None and not unit.data.percent:
        return replace(unit, data=Clock(unit.data.clock))
    return unit


def _is_content(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit belongs to what is told, and not to the address behind it."""
    data = units[at].data
    if isinstance(data, Day):
        return not any(isinstance(unit.data, AgencyName) for unit in units[max(0, at - 2) : at])
    if isinstance(data, Claimant):
        return True
    if isinstance(data, Other):
        # `İSTANBUL 15°`: of the weather there.
        return bool(at) and isinstance(units[at - 1].data, PlaceName)
    if isinstance(data, Number):
        if data.clock is not None and data.dotted and not data.percent and data.digits == 4 and at:
            before = units[at - 1]
            named = (
                isinstance(before.data, AgencyName)
                or before.mark("(,;-|/:▪•")
                or before.fold == "saat"
            )
            near = units[max(0, at - 4) : at + 3]
            agency = any(isinstance(unit.data, AgencyName) for unit in near)
            return not (named and agency)
        return True
    if isinstance(data, Word):
        return data.fold not in _CREDITED and not data.fold.startswith("bulten")
    if isinstance(data, AgencyName) and any(one.fold in _GIVEN for one in units[at + 1 : at + 4]):
        return False
    return isinstance(data, AgencyName | PlaceName | RaceName) and bool(
        units[at].case in ("loc", "gen", "dat", "acc", "abl")
    )


def is_names_only(units: Sequence[Unit]) -> bool:
    """A line that is a contender, or the key of a figure, and nothing else: half of a card."""
    told = [unit for unit in units if not isinstance(unit.data, Mark)]
    if not told or len(told) > 6:
        return False
    holders = sum(isinstance(unit.data, Claimant) for unit in told)
    if holders:
        return all(
            isinstance(unit.data, Claimant | RaceName) or unit.word(Sense.ROLE) for unit in told
        )
    keys = (Sense.BOX, Sense.OPENED, Sense.TURNOUT, Sense.VOTER, Sense.ASIDE, Sense.GAP)
    keyed = any(unit.word(*keys) for unit in told)
    return keyed and all(isinstance(unit.data, Word) for unit in told)


def is_values_only(units: Sequence[Unit]) -> bool:
    """A line that is one or two numbers with their units: the other half of a card."""
    told = (Sense.VOTE, Sense.BOX, Sense.POINT, Sense.RATE, Sense.COUNT)
    numbers = sum(isinstance(unit.data, Number) for unit in units)
    return 0 < numbers <= 3 and all(
        isinstance(unit.data, Number | Mark) or unit.word(*told) for unit in units
    )


def joined_cards(lines: list[Line]) -> list[Line]:
    """A page's cards, one thing a line (`CHP`, `%51,05`, `4.418.708 oy`), as one line each."""
    lines = [one for line in lines for one in _datelined(line)]
    done: list[Line] = []
    at, whole = 0, False
    while at < len(lines):
        line = lines[at]
        if not line.blank and line.head is None and is_names_only(line.units):
            names = 1
            while at + names < len(lines) and names < 3 and is_names_only(lines[at + names].units):
                names += 1
            values = 0
            while (
                at + names + values < len(lines)
                and values < 3
                and _gives(lines[at + names + values])
            ):
                values += 1
            if not values and names == 1 and _of_party(line, lines[at + 1 : at + 3]):
                values = 1
            if values and (whole or not _stray(done)):
                parts = lines[at : at + names + values]
                units = coupled(_unallied(parts))
                done.append(Line(units, start=line.start))
                at, whole = at + names + values, True
                continue
        done.append(line)
        at, whole = at + 1, False
    return done


def _unallied(parts: Sequence[Line]) -> list[Unit]:
    """A card's units without the alliance below a person's name: the figures are the person's."""
    units: list[Unit] = []
    for part in parts:
        own = [unit.data for unit in part.units if isinstance(unit.data, Claimant)]
        allied = len(own) == 1 and not own[0].parties and own[0].text.endswith("İttifakı")
        if not (allied and any(isinstance(unit.data, Claimant) for unit in units)):
            units += part.units
    return units


def _of_party(line: Line, below: Sequence[Line]) -> bool:
    """`Aziz Yeniay` above `AK PARTİ · 159.252 · %36,44`: a person, her party and her figures.

    Two parties below a name are a list, and the name is its heading.
    """
    own = [unit.data for unit in line.units if isinstance(unit.data, Claimant)]
    person = len(own) == 1 and own[0].candidate is not None and not own[0].parties
    return person and [_is_partys(one) for one in below] in ([True], [True, False])


def _is_partys(line: Line) -> bool:
    first = line.units[0].data if line.units and line.head is None else None
    party = isinstance(first, Claimant) and first.is_party
    return party and is_values_only(line.units[1:])


def _gives(line: Line) -> bool:
    """Whether a line is values of the name above: a bare short number is a list's numbering."""
    if line.blank or line.head is not None or not is_values_only(line.units):
        return False
    return not _numbers(line)


def _numbers(line: Line) -> bool:
    """Whether a line is a list's own numbering: `2` above a card."""
    number = line.units[0].data if len(line.units) == 1 else None
    return isinstance(number, Number) and number.whole and number.value < 20


def _stray(done: Sequence[Line]) -> bool:
    last = done[-1] if done else None
    return last is not None and is_values_only(last.units) and not _numbers(last)


def is_menu(units: Sequence[Unit]) -> bool:
    """`1. Tur | 2. Tur | Milletvekilliği | Yurt Dışı`: a page's menu tells nothing of its figures.

    An address parted by such marks names each of its parts once and nothing else.
    """
    bars = [at for at, unit in enumerate(units) if unit.mark("|▾›>»")]
    if len(bars) < 2:
        return False
    told = [unit for unit in units if not isinstance(unit.data, Mark)]
    kinds = [type(unit.data) for unit in told]
    named = (AgencyName, PlaceName, RaceName, Clock, Day, Claimant)
    twice = len(kinds) > len(set(kinds)) + 1
    return len(bars) > 2 and twice and not all(isinstance(unit.data, named) for unit in told)


def bracketed_heads(units: Sequence[Unit]) -> list[Unit]:
    """`İlçe ilçe İBB sonuçları (İmamoğlu - Kurum)`: whose the pairs of the lines below are."""
    opened = next((at for at, unit in enumerate(units) if unit.mark("(")), len(units))
    inside = units[opened + 1 : -1] if units and units[-1].mark(")") else ()
    heads = [unit for unit in inside if isinstance(unit.data, Claimant)]
    marks = [unit for unit in inside if unit.mark("-/,|")]
    alone = len(heads) > 1 and len(marks) == len(heads) - 1 and len(heads + marks) == len(inside)
    others = any(isinstance(unit.data, Claimant) for unit in units[:opened])
    return heads if alone and not others else []


_FURNITURE = frozenset(
    [
        *("imsak", "ikindi", "yatsi", "namaz", "bist", "dolar", "euro", "sterlin", "bitcoin"),
        *("borsa", "piyasalar", "sicaklik", "sicakligi", "bulutlu", "benzin", "motorin"),
    ]
)
_RESULTS = (Sense.VOTE, Sense.BOX, Sense.OPENED, Sense.TURNOUT, Sense.GAP, Sense.POINT)


def of_the_page(units: Sequence[Unit]) -> bool:
    """`Hava Durumu | İmsak 04.37 | BIST 9.142`: what a page has besides, and no contender of."""
    named = [unit.data for unit in units if isinstance(unit.data, Claimant)]
    # Most lines of figures: before any word is looked up.
    if any(one.known or one.parties for one in named) or any(
        unit.word(*_RESULTS) for unit in units
    ):
        return False
    names = [fold(one.text) for one in named]
    words = " ".join([*(unit.fold for unit in units), *names])
    others = sum(name not in _FURNITURE for name in names)
    placed = any(isinstance(unit.data, PlaceName) for unit in units) and others > 1
    return not placed and (not _FURNITURE.isdisjoint(words.split()) or "hava durumu" in words)
