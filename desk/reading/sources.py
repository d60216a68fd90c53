"""Whether an agency or a board is where figures come from, or only spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from desk.reading.tokens import Token, TokenKind, case_of, fold_at
from desk.reading.vocabulary import Sense, senses

_SOURCE_REACH = 12
_BRANCHES = ("baskanlig", "orgut", "teskilat")
_CENTRE = "skm"
"""A party's own counting centre."""
_TELLING = ("basin", "acikla", "duyur")
_NO_SOURCE = (
    "elestir",
    "konus",
    "muhabir",
    "sunucu",
    "haberini",
    "kapat",
    "ekip",
    "foto",
    "karar",
    "itiraz",
)
_FROM = (
    *(":", "duyuru", "aciklama", "bilgi", "gelen", "son", "az", "simdi"),
    *("yeni", "al", "dus", "bak", "yapilan acik"),
)
"""`YSK'dan: …`, `ANKA'dan az önce düştü`: what follows a source one has something from."""


_GOT = ("veri", "rakam", "sonuc", "bunlar", "hepsi", "tablo", "liste", "bilgi", "ikisi", "ucu")
"""`Veriler ANKA'dan.`: what is had from a source."""
_COMPARED = ("tura", "secime", "doneme", "sefere", "yila")


def is_board(tokens: Sequence[Token], index: int) -> bool:
    """`İl Seçim Kurulu: …`, `İlçe Seçim Kurulu tutanağına göre`: a source that is no agency's.

    So it is with what it made, and alone: `Iğdır İl Seçim Kurulu'nun geçici sonucu: …`.
    """
    named = tokens[index].fold.startswith("kurul") and fold_at(tokens, index - 1) == "secim"
    if not named or not index:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.is_mark(":,)|-–") or after.fold.startswith(_PAPERS):
        return True
    return names_a_source(tokens, index + 1)


_PAPERS = (
    *("birlestirme", "tutana", "sonuc", "karar", "veri", "gecici", "acikla", "duyur", "kesin"),
    "baskanlig",
)
"""What an election board makes: `birleştirme tutanağı`, `geçici sonucu`."""


_SEVERAL = re.compile(r"ajans(?:ta|a|in|tan)|ajanslar(?:da|a|in|dan)")


def several_agencies(tokens: Sequence[Token], index: int) -> int:
    """Where `iki ajansta`, `ajanslara göre` end, which do not say which one; 0 elsewhere."""
    at = index + (fold_at(tokens, index) == "iki")
    word = fold_at(tokens, at)
    told = word.startswith("ajans") and _SEVERAL.fullmatch(word) is not None
    return at + 1 if told and (at > index or "lar" in word) else 0


def tells_of_itself(tokens: Sequence[Token], index: int) -> bool:
    """Whether at ``index`` stands what makes a place's name its election board's or party branch's.

    `Van İl Seçim Kurulu: …`, `CHP Pendik İlçe Başkanlığından açıklama`, `AK Parti İstanbul SKM`:
    their figures are its own.
    """
    if fold_at(tokens, index) == _CENTRE:
        return True
    if fold_at(tokens, index) not in ("il", "ilce"):
        return False
    if fold_at(tokens, index + 1) == "secim":
        return is_board(tokens, index + 2)
    branch = tokens[index + 1] if index + 1 < len(tokens) else None
    if branch is None or not branch.capital or not branch.fold.startswith(_BRANCHES):
        return branch is not None and branch.text == "Başkanı" and _speaks(tokens, index + 2)
    after = tokens[index + 2] if index + 2 < len(tokens) else None
    away = case_of(branch.suffix) == "abl" or branch.fold.endswith(("ndan", "nden"))
    told = after is None or after.text == ":" or after.fold.startswith(_TELLING)
    told = told or _speaks(tokens, index + 2)
    return away or told


def _speaks(tokens: Sequence[Token], index: int) -> bool:
    """`CHP Uşak İl Başkanı Ali Kaya, "…"`: the head of a branch, who says something."""
    while index < len(tokens) and tokens[index].capital and not tokens[index].suffix:
        index += 1
    if index + 1 < len(tokens) and tokens[index].text == ",":
        index += 1
    return index < len(tokens) and tokens[index].is_mark(':"')


def is_source(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Whether an agency is where figures come from here, and not only spoken of."""
    suffix = tokens[stop - 1].suffix
    behind = takewhile(
        lambda one: one.kind is not TokenKind.NUMBER and one.text != ":", tokens[stop : stop + 6]
    )
    words = [token.fold for token in behind]
    # `Yüksek Seçim Kurulunun kararına göre`: with what it found.
    ruled = any(pair == ("kararina", "gore") for pair in pairwise(words))
    if any(word.startswith(_NO_SOURCE) for word in words[:4]) and not ruled:
        return False
    if index and tokens[index - 1].text == ":" and fold_at(tokens, index - 2).startswith("foto"):
        return False
    if fold_at(tokens, index - 1) == "ne" and index:
        return False
    case = case_of(suffix)
    timed = stop < len(tokens) and tokens[stop].kind is TokenKind.NUMBER
    told = f"{fold_at(tokens, stop + timed)} {fold_at(tokens, stop + timed + 1)}"
    if case == "abl" and (told.startswith(_FROM) or _with_so_many(tokens, stop)):
        # `AA'dan gelen …`, `AA'dan 20.18'de gelen …`, `YSK'dan yapılan açıklama`
        return True
    told = fold_at(tokens, index - 1) if index else ""
    closes = stop == len(tokens) or tokens[stop].is_mark(".,;)")
    if case == "abl" and told.startswith(_GOT) and closes:
        # `Veriler ANKA'dan.`
        return True
    if case == "abl" and any(token.text == ":" for token in tokens[stop : stop + 3]):
        # `AA'dan düzeltme: …`
        return True
    if case == "abl" and _lists_names(tokens, stop):
        return True
    if case in ("dat", "abl"):
        return names_a_source(tokens, stop)
    if case == "ki" and stop < len(tokens) and tokens[stop].kind is TokenKind.NUMBER:
        # `YSK'daki 11 üyenin 10'u ret dedi`
        return False
    return case in ("", "gen", "loc", "ki") or suffix in ("ninki", "nunki", "nin", "ni")


def _with_so_many(tokens: Sequence[Token], index: int) -> bool:
    """`ANKA'dan %68,4 sandıkla …`: how far its count is."""
    told = [token.fold for token in tokens[index : index + 3]]
    share = told[:1] in (["%"], ["yuzde"])
    return share and any(one.startswith("sandikla") for one in told)


def _lists_names(tokens: Sequence[Token], index: int) -> bool:
    """`Bende AA'dan Emrah Şahan %66,0 …`: nothing but names stands before the first figure."""
    start = index
    while index < len(tokens) and tokens[index].kind is TokenKind.WORD and tokens[index].capital:
        index += 1
    told = index < len(tokens) and index > start and not tokens[index - 1].suffix
    return told and (tokens[index].kind is TokenKind.NUMBER or tokens[index].text in ("%", "yüzde"))


_SIDES = ("ic", "orta", "dogu", "bati", "kuzey", "guney", "guneydogu")
_NAMED_FOR_IT = (
    *("parti", "birligi", "yaka", "kavag", "hisar", "oto", "lise", "universite", "hasta"),
    *("cadde", "efes", "insan", "secmen", "sehir", "kent", "iller"),
)


def is_the_land(tokens: Sequence[Token], index: int, case: str) -> bool:
    """`Anadolu Lisesi`, `Orta Anadolu`: the short name of AA is a region's too."""
    if tokens[index].fold != "anadolu":
        return False
    told = case in ("loc", "abl", "ki") or fold_at(tokens, index - 1) in _SIDES
    return told or fold_at(tokens, index + 1).startswith(_NAMED_FOR_IT)


def names_a_source(tokens: Sequence[Token], stop: int) -> bool:
    """Whether `verilerine göre`, `aktardığı ...` comes before the next figure."""
    for position in range(stop, min(stop + _SOURCE_REACH, len(tokens))):
        token = tokens[position]
        told = fold_at(tokens, position - 1) == "saat" or fold_at(tokens, position + 1).startswith(
            "veri"
        )
        if (token.kind is TokenKind.NUMBER and not told) or token.is_mark('.;"!?'):
            return False
        if token.fold == "gore" and fold_at(tokens, position - 1) in _COMPARED:
            # `Erdoğan'ın oyu ilk tura göre 3,9 puan arttı`: what is compared with tells nothing.
            return False
        if is_told(token):
            return True
    return False


def is_told(token: Token) -> bool:
    """A word that says of what stands before it that figures come from it: `göre`, `verileri`."""
    return token.kind is TokenKind.WORD and Sense.SOURCE in senses(token.fold)


HOUR = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_SOURCE = r"(?:AA|ANKA|aa|anka)"
_SENT = rf"(?<= ){_SOURCE}(?:,? (?:saat )?\(?{HOUR}\)?)?"
_FROM_IT = r"(?:'?[dt][ae]n)?"
_SENT_PART = re.compile(
    rf"(?:{_SENT}|(?<=\d ){_SOURCE}{_FROM_IT})(?:(?: ?[/|;]| [-–—]|\.) (?=\S)|\.?\)? *$)"
    # `… 30,5 AA, Üsküdar …`: right behind a figure.
    rf"|(?<=\d ){_SOURCE}{_FROM_IT}(?:,? (?:saat )?\(?{HOUR}\)?)?, (?=\S)"
)
_SENT_SENTENCE = re.compile(
    rf"(?<=\d,) (?:{_SOURCE}{_FROM_IT})(?:,? (?:saat )?{HOUR})?\. (?=[A-ZÇĞİÖŞÜ])"
    rf"|\(\w+(?:ki|ler)\w* {_SOURCE}'?\w*,? ?(?:saat )?(?:{HOUR})?\.?\)\.? (?=[A-ZÇĞİÖŞÜ])"
)
_SENT_BY = re.compile(rf"\b{_SOURCE}\b")
_FIGURE = re.compile(r"\d")


def sourced_behind(line: str) -> list[int]:
    """`İmamoğlu 50,4 AA 22.10 / İmamoğlu 51,3 ANKA 22.15`: where parts with a source begin.

    Each has its own behind its figures, and none stands before them; what follows the last one has
    no figure, or is another sentence: `Polat 45,6, AA 22.26. Beyoğlu …`.
    """
    found, last = [*_SENT_SENTENCE.finditer(line)], 0
    if not found or _SENT_BY.search(line, found[-1].end()):
        found, last = [*_SENT_PART.finditer(line)], 1
        if len(found) < 2 or _FIGURE.search(line, found[-1].end()):
            return []
    parts = zip([0, *(one.end() for one in found)], found, strict=False)
    told = [line[start : one.start()] for start, one in parts]
    if any(_SENT_BY.search(part) or not _FIGURE.search(part) for part in told):
        return []
    return [one.end() for one in found[: len(found) - last]]
