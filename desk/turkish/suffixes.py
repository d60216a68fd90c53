"""Suffixes on names, abbreviations, numbers and times, chosen by how the word is heard.

Vowel harmony, d or t, the buffer letters, the n after possessives and the apostrophe are decided
here; how a word is read is not, and no sentence is ever built.
"""

from decimal import Decimal

from desk.turkish.letters import composed, lower
from desk.turkish.numbers import written
from desk.turkish.readings import SOFTENED, UNSOFTENED, VOWELS, SpokenEnding, WordKind, read
from desk.turkish.spelling import DEFAULT_SPELLING, Spelling

# A is a or e, I is ı i u ü, D is d or t; a letter in brackets stands only after a vowel.
_ENDINGS = {
    "gen": "(n)In",
    "loc": "DA",
    "abl": "DAn",
    "dat": "(y)A",
    "ins": "(y)lA",
    "poss3": "(s)I",
    "poss3_acc": "(s)InI",
    "poss3_gen": "(s)InIn",
    "lik": "lIk",
    "cop": "DIr",
    "acc": "(y)I",
}
# After a third-person possessive an n comes between: Beyoğlu'nda, Beyoğlu'na.
_ENDINGS_WITH_N = {"loc": "nDA", "abl": "nDAn", "dat": "nA", "acc": "nI"}

CASES = tuple(_ENDINGS)
"""gen 'nin, loc 'de, abl 'den, dat 'ye, ins 'yle, poss3 'si, poss3_acc 'sini, poss3_gen 'sinin,
lik 'lik, cop 'dir, acc 'yi."""

_HARD = "fstkçşhp"
_BACK = "aıou"
_FOURFOLD = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_SOFT = {"k": "ğ", "p": "b", "ç": "c"}


def suffixed(word: str | Decimal | int, case: str, *, spelling: Spelling = DEFAULT_SPELLING) -> str:
    """`word` with the suffix of `case`: AA'dan, Beyoğlu'nda, 58,79'la, 18.30'da, 806 bine.

    `word` is a name, an abbreviation, a number or time in Turkish notation, words ending in one of
    these, or an exact number. Names and digits stay as they are written; a noun in small letters
    takes its suffix without an apostrophe and softens (sandığın). Blanks around are dropped.
    Times go by their minutes, by the hour when these are 00; after a % sign or yüzde there is no
    time, only a share. Rules: Türk Dil Kurumu's spelling guide, "kesme işareti", "kısaltmalar" and
    "sayıların yazılışı"; where newsrooms differ, `spelling`.
    Raises ValueError for an empty word, an unknown case, or a number that is not exact.
    """
    if case not in _ENDINGS:
        raise ValueError(f"unknown case {case!r}; the cases are {', '.join(CASES)}")
    text = composed(word).strip() if isinstance(word, str) else written(word, spelling=spelling)
    if not text:
        raise ValueError("an empty word takes no suffix")
    reading = read(text, spelling)
    ending = _ending(reading, case)
    if reading.kind is WordKind.NOUN:
        return _noun_stem(text, ending) + ending
    return text + _apostrophe(text, reading.kind, case, spelling) + ending


def _ending(reading: SpokenEnding, case: str) -> str:
    template = _ENDINGS[case]
    if reading.takes_n:
        template = _ENDINGS_WITH_N.get(case, template)
    if template.startswith("("):
        after_vowel = reading.spoken[-1] in VOWELS
        template = template[1] + template[3:] if after_vowel else template[3:]
    heard = reading.spoken
    for sign in template:
        heard += _heard(sign, heard)
    return heard[len(reading.spoken) :]


def _heard(sign: str, before: str) -> str:
    if sign == "D":
        return "t" if before[-1] in _HARD else "d"
    if sign not in "AI":
        return sign
    vowel = next(char for char in reversed(before) if char in VOWELS)
    if sign == "A":
        return "a" if vowel in _BACK else "e"
    return _FOURFOLD[vowel]


def _apostrophe(text: str, kind: WordKind, case: str, spelling: Spelling) -> str:
    """None after a full stop (T.C.nin), on words derived from names (Türklük), and by choice."""
    if text.endswith(".") or (case == "lik" and kind in (WordKind.NAME, WordKind.INSTITUTION)):
        return ""
    if kind is WordKind.INSTITUTION and not spelling.institution_apostrophe:
        return ""
    return spelling.apostrophe


def _noun_stem(text: str, ending: str) -> str:
    """The text as it is written before `ending`: sandık, but sandığ- before a vowel."""
    noun = lower(text.split()[-1])
    if ending[0] not in VOWELS or noun in UNSOFTENED:
        return text
    if noun in SOFTENED:
        return text[: -len(noun)] + SOFTENED[noun]
    syllables = sum(char in VOWELS for char in noun)
    if syllables > 1 and noun[-1] in _SOFT and noun[-2] in VOWELS:
        return text[:-1] + _SOFT[noun[-1]]
    return text
