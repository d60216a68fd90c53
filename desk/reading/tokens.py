"""Plain text to tokens: words with their suffix, numbers, marks, line and cell ends.

Words that a page has glued together are parted here; what a word means never enters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from desk.turkish import fold as turkish_fold

# Every alternative starts with a character no other one starts with, and none can be re-cut.
TORN = "\x1f"
"""Stands inside a number for the line end that tore it: `yüzde 40,` above `3`."""
_SCAN = re.compile(
    rf"(?P<number>[0-9]+(?:[.,:]{TORN}*[0-9]+)*)"
    r"|(?P<word>(?:[^\W\d_]\.){2,5}(?![^\W\d_])|[^\W\d_]+)"
    r"|(?P<blank>[ ]+)"
    r"|(?P<mark>(?P<same>[^\w\s])(?P=same)*|.)",
    re.DOTALL,
)

_UPPER = "A-ZÇĞİÖŞÜÂÎÛ"
_LOWER = "a-zçğıöşüâîû"
_CAMEL = re.compile(rf"(?<=[{_LOWER}])(?=[{_UPPER}])|(?<=[{_UPPER}]{{2}})(?=[{_UPPER}][{_LOWER}])")
_ACRONYM = re.compile(rf"[{_UPPER}]{{2,8}}(?=[{_LOWER}])")

SUFFIXES: dict[str, str] = {
    ending: case
    for case, endings in {
        "gen": "in nin un nun",
        "acc": "i yi u yu ni nu",
        "dat": "a e ya ye na ne",
        "loc": "da de ta te nda nde",
        "abl": "dan den tan ten ndan nden",
        "ins": "la le yla yle",
        "rel": "li lu",
        "lik": "lik luk",
        "ki": "daki deki taki teki ndaki ndeki",
        "poss": "si su",
        "possacc": "ini unu sini sunu",
        "possgen": "inin unun sinin sunun",
        "possdat": "ina ine una une sina sine suna sune",
        "possloc": "inda inde unda unde sinda sinde sunda sunde",
        "possabl": "indan inden undan unden sindan sinden sundan sunden",
        "lar": "lar ler lari leri larin lerin",
    }.items()
    for ending in endings.split()
}
"""Suffixes as they stand after an apostrophe, folded, and the case each one makes."""
_HEARD = frozenset(["mis", "mus", "ymis", "ymus", "di", "du", "ti", "tu", "ydi", "ydu"])
"""Verbal endings that a chat glues to a figure: `katılım 77,4müş`."""
_IS = re.compile(r"(\w+)d[iu]r")
"""`yüzde 52,6'sıdır`: the case stands before the copula."""
_OFFICES = ("ibb", "abb", "tbmm")
"""Abbreviations of what is voted for: `İBBde`."""
HIS = re.compile(r"n?[iu]nki(?:n\w*|l[ae]r\w*|)")
"""`AAnınki`, `CHPninkinden`"""
_OWNED = re.compile(r"n?[iu]nki(n(?:[aeiu]|d[ae]n?|in))")


class TokenKind(Enum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


class Token(NamedTuple):
    """A word, number or mark. ``end`` is where its stem ends, ``full_end`` where its suffix does.

    ``fold`` is the stem for matching, ``suffix`` the folded suffix after an apostrophe (or right
    behind a number), ``gap`` whether a blank stands before, ``capital`` whether a word begins with
    a capital letter.
    """

    kind: TokenKind
    text: str
    fold: str
    start: int
    end: int
    full_end: int
    gap: bool
    suffix: str = ""
    capital: bool = False

    def is_mark(self, marks: str) -> bool:
        """Whether this is one of these marks."""
        return self.kind is TokenKind.MARK and self.text in marks


@lru_cache(maxsize=32768)
def fold(word: str) -> str:
    """`desk.turkish.fold`, remembered: an election night has few different words."""
    return turkish_fold(word)


@lru_cache(maxsize=4096)
def case_of(suffix: str) -> str:
    """The case a suffix makes: a value of `SUFFIXES`, '' for none, 'other' for an unknown one."""
    if suffix.startswith(("liler", "lular")) or suffix in ("siz", "suz"):
        # `CHP'lilerin`: those who are for it; `DEM'siz`.
        return "rel"
    owned = _OWNED.fullmatch(suffix)
    # `İmamoğlu'nunkinden`: the case stands behind what is his.
    suffix = owned[1] if owned else suffix
    told = _IS.fullmatch(suffix)
    suffix = told[1] if told else suffix
    return SUFFIXES.get(suffix, "other") if suffix else ""


@lru_cache(maxsize=32768)
def word_case(word: str) -> str:
    """The case of a common word, written without an apostrophe."""
    if word.endswith(("liklarinin", "meclisinin", "baskanliginin")):
        return "gen"
    if word.endswith(("liktan", "meclisten", "ligindan", "meclisinden", "sehirden")):
        return "abl"
    if word.startswith("sandi") or word.startswith("oy"):
        for endings, case in (
            (("tan", "dan", "lardan"), "abl"),
            (("gin", "larin", "yun", "oyun"), "gen"),
            (("ta", "da", "larda"), "loc"),
            (("la",), "ins"),
            (("oya",), "dat"),
        ):
            if word.endswith(endings):
                return case
    return ""


_HOME = re.compile(r"(\w{3,})l[iu](?:l[ae]r([iu]n|[iae]|[dt][ae]n?|l[ae])?|(n[iu]n))")


@lru_cache(maxsize=32768)
def home_of(word: str, voters: bool) -> tuple[str, str]:
    """`Kadıköylülerin`: the place people are of, and the case its own name would have; or nothing.

    ``voters`` says that a word for them stands behind: `Fatihli seçmen`.
    """
    if voters and word.endswith(("li", "lu")):
        return word[:-2], "gen"
    found = _HOME.fullmatch(word)
    return (found[1], case_of(found[2] or found[3] or "")) if found else ("", "")


_WORDLY = re.compile(r"\w{3,}(?:n[iu]n|[iu]n[iu]|[iu]nd[ae]n?|l[ae]r[iu]n|[dt][ae](?:ki)?)")
"""How a common noun ends, and hardly a family name."""


def is_inflected(tokens: Sequence[Token], at: int) -> bool:
    """`Zirvede ise İmamoğlu'nun oyu …`: a noun that begins a sentence, its ending written on.

    Only where the line gives names their apostrophe.
    """
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    opens = at == 0 or tokens[at - 1].is_mark(".!?")
    goes_on = after is not None and after.kind is TokenKind.WORD and not after.capital
    worldly = opens and goes_on and not token.suffix and _WORDLY.fullmatch(token.fold)
    return bool(worldly) and any(one.suffix and one.capital for one in tokens)


def tokenise(text: str, start: int, end: int, acronyms: frozenset[str]) -> list[Token]:
    """The tokens of ``text[start:end]``, one line of it. ``acronyms`` are folded abbreviations."""
    return list(_with_suffixes(list(_scan(text, start, end, acronyms))))


def _scan(text: str, start: int, end: int, acronyms: frozenset[str]) -> Iterator[Token]:
    gap = True
    for match in _SCAN.finditer(text, start, end):
        group = match.lastgroup
        if group == "blank":
            gap = True
            continue
        piece, at = match[0], match.start()
        if group == "word":
            for one in _words(piece, acronyms):
                span, own = (at + one.start, at + one.end, at + one.full_end), gap and not one.start
                yield Token(one.kind, one.text, one.fold, *span, own, one.suffix, one.capital)
        else:
            kind = TokenKind.NUMBER if group == "number" else TokenKind.MARK
            end = match.end()
            piece = piece.replace(TORN, "") if group == "number" else piece
            yield Token(kind, piece, piece, at, end, end, gap, capital=piece[0].isupper())
        gap = False


@lru_cache(maxsize=32768)
def _words(piece: str, acronyms: frozenset[str]) -> tuple[Token, ...]:
    """The words glued together in a piece, placed as at the beginning of a text."""
    found: list[Token] = []
    for begin, stop, suffix in _unglue(piece, acronyms):
        stem = piece[begin : stop - len(suffix)]
        folds = fold(stem.replace(".", "")), fold(suffix)
        end, capital = begin + len(stem), stem[:1].isupper()
        found.append(
            Token(TokenKind.WORD, stem, folds[0], begin, end, stop, False, folds[1], capital)
        )
    return tuple(found)


def _unglue(word: str, acronyms: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Cut `DHASandık`, `Kılıçdaroğluyüzde`; keep `CHPnin` whole, as a stem with a suffix."""
    if len(word) > 60 or (word[1:].islower() and not fold(word).endswith("yuzde")):
        yield 0, len(word), ""
        return
    acronym = _ACRONYM.match(word)
    suffix = fold(word[acronym.end() :]) if acronym else ""
    known = acronym is not None and fold(acronym[0]) in (*_OFFICES, *acronyms)
    if acronym and known and (suffix in SUFFIXES or HIS.fullmatch(suffix)):
        yield 0, len(word), word[acronym.end() :]
        return
    cuts = [0, *(match.start() for match in _CAMEL.finditer(word)), len(word)]
    if cuts[-1] - cuts[-2] > 5 and word[-5:] != word[-5:].upper() and fold(word[-5:]) == "yuzde":
        cuts.insert(-1, len(word) - 5)
    if cuts[-1] - cuts[-2] == 1 and len(cuts) > 2:
        del cuts[-2]
    for begin, stop in itertools.pairwise(cuts):
        if stop > begin:
            yield begin, stop, ""


def _with_suffixes(tokens: list[Token]) -> Iterator[Token]:
    """Join `İmamoğlu ' nun`, `44.14 ' e` and `99.58 si` into one token with its suffix."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        joint = index + 1 < len(tokens) and not tokens[index + 1].gap
        if joint and token.kind is not TokenKind.MARK:
            suffix, following = None, tokens[index + 1 : index + 3]
            if (
                len(following) == 2
                and following[0].text == "'"
                and following[1].kind is TokenKind.WORD
                and not following[1].gap
            ):
                suffix, skip = following[1], 3
            elif (
                token.kind is TokenKind.NUMBER
                and following[0].kind is TokenKind.WORD
                and (following[0].fold in SUFFIXES or following[0].fold in _HEARD)
            ):
                suffix, skip = following[0], 2
            if suffix is not None:
                told = suffix.fold + suffix.suffix
                yield token._replace(full_end=suffix.full_end, suffix=told)
                index += skip
                continue
        yield token
        index += 1


def is_number(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number's token stands there."""
    return index < len(tokens) and tokens[index].kind is TokenKind.NUMBER


def is_short(tokens: Sequence[Token], index: int, most: int) -> bool:
    """Whether a number of so many digits at most stands there, and nothing but digits."""
    if not 0 <= index < len(tokens):
        return False
    token = tokens[index]
    return token.kind is TokenKind.NUMBER and token.text.isdigit() and len(token.text) <= most


def word_at(tokens: Sequence[Token], index: int) -> str:
    """The folded word there, or nothing."""
    if 0 <= index < len(tokens) and tokens[index].kind is TokenKind.WORD:
        return tokens[index].fold
    return ""


def fold_at(tokens: Sequence[Token], index: int) -> str:
    """What stands there, folded, whatever it is, or nothing behind the end."""
    return tokens[index].fold if index < len(tokens) else ""


def mark_at(tokens: Sequence[Token], index: int, marks: str) -> bool:
    """Whether one of these marks stands there."""
    return 0 <= index < len(tokens) and tokens[index].is_mark(marks)


_PHONE = re.compile(
    r"(?:90 |0 ?|90)?[2-58][0-9]{2} ?[0-9]{3} ?[0-9]{2} ?[0-9]{2}|(?:444|0?850) [0-9] ?[0-9]{3}"
    r"|444 [0-9]{2} [0-9]{2}|0?850 [0-9]{3} [0-9]{1,2} ?[0-9]{2,3}"
)
"""A telephone number of Türkiye, its groups parted by blanks."""


def phone_end(tokens: Sequence[Token], index: int) -> int:
    """`+90 532 412 33 44`, `(0212) 444 51 14`: where a telephone number ends, or 0."""
    groups: list[str] = []
    stop = index
    while stop < len(tokens) and len(groups) < 6:
        token = tokens[stop]
        if token.kind is TokenKind.NUMBER and token.text.isdigit():
            groups.append(token.text)
            if _PHONE.fullmatch(" ".join(groups)):
                return stop + 1
        elif not (groups and token.is_mark("-)(")):
            break
        stop += 1
    return 0


def glued_end(tokens: Sequence[Token], index: int) -> int:
    """Where digits and marks without a blank between them end: `5O.3`."""
    while index < len(tokens) and not tokens[index].gap:
        if tokens[index].kind is not TokenKind.NUMBER and not tokens[index].is_mark(".,"):
            break
        index += 1
    return index
