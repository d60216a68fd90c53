"""Turkish letters: upper and lower case, title case, alphabetical order, and folding for matching.

Text comes in and text or a sort key goes out; what a word means or how it is read never enters.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse
from typing import TypeAlias

SortKey: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...], str]
"""Letters, then accents, then capitals, then the text itself: no two texts share a key."""

# The 29 letters, with q, w and x where dictionaries and Unicode CLDR put them for Turkish.
_ALPHABET = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
# Everything that is not a letter comes before the letters; foreign letters come after z.
_SIGN, _DIGIT, _LETTER, _FOREIGN = range(4)

_TO_UPPER = str.maketrans("iı", "İI")
_TO_LOWER = str.maketrans("İI", "iı")

# A suffix behind its apostrophe (58,79'LA) or a word.
_TITLE_PART = re.compile(r"(?<=\w)['’][^\W\d_]+|[^\W\d_]+")
# Words the spelling guide keeps small inside a title.
_SMALL_IN_TITLES = {"ve", "ile", "ya", "veya", "yahut", "ki", "da", "de", "mı", "mi", "mu", "mü"}


def composed(text: str) -> str:
    """`text` in NFC, without the stray dot that other tools leave behind when they lower İ."""
    return unicodedata.normalize("NFC", text).replace("i\u0307", "i")


def upper(text: str) -> str:
    """`text` in capitals, i to İ and ı to I; the result is in NFC."""
    return unicodedata.normalize("NFC", composed(text).translate(_TO_UPPER).upper())


def lower(text: str) -> str:
    """`text` in small letters, İ to i and I to ı; the result is in NFC."""
    return unicodedata.normalize("NFC", composed(text).translate(_TO_LOWER).lower())


def title(text: str) -> str:
    """Each word with a capital: IĞDIR to Iğdır, ADALET VE KALKINMA to Adalet ve Kalkınma.

    Suffixes behind an apostrophe stay small, and so do ve, ile and their like unless they come
    first (spelling guide, capitals in titles). Abbreviations are not recognised: CHP gives Chp.
    """
    text = composed(text)
    start = len(text) - len(text.lstrip())

    def part(match: re.Match[str]) -> str:
        word = lower(match.group())
        suffix = word[0] in "'’"
        if suffix or (match.start() > start and word in _SMALL_IN_TITLES):
            return word
        return upper(word[0]) + word[1:]

    return _TITLE_PART.sub(part, text)


@lru_cache(maxsize=8192)
def sort_key(text: str) -> SortKey:
    """A key for `sorted` that follows the Turkish alphabet: ç after c, ğ after g, ı before i.

    â, î, û and foreign accents count as their plain letter until nothing else decides; then small
    letters come before capitals. Signs and blanks come first, then digits, then letters.
    """
    shown = composed(text)
    small = [lower(char) for char in shown]
    return (
        tuple(_letter_weight(char) for char in small),
        tuple(_accent_weight(char) for char in small),
        tuple(int(a != b) for a, b in zip(shown, small, strict=True)),
        text,
    )


_PLAIN = str.maketrans("çÇğĞıİöÖşŞüÜâÂîÎûÛ", "cCgGiIoOsSuUaAiIuU")


def fold(text: str) -> str:
    """`text` for matching: small letters without marks, and ı as i, so that uskudar is Üsküdar.

    İ I ı i give i; ş ğ ç ö ü give s g c o u; â î û give a i u. Folding twice changes nothing.
    """
    # Nearly every text is plain once these letters are: the rest takes ten times as long.
    plain = text if text.isascii() else text.translate(_PLAIN)
    if plain.isascii():
        return plain.casefold()
    folded = _without_marks(text).casefold().replace("ı", "i")
    # Case folding can bring marks back (ΐ), so they are taken off once more.
    return _without_marks(folded).casefold()


def _without_marks(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(filterfalse(unicodedata.combining, parts))


def _letter_weight(char: str) -> tuple[int, int]:
    if char in _RANK:
        return _LETTER, _RANK[char]
    if char.isdecimal():
        return _DIGIT, unicodedata.decimal(char)
    plain = unicodedata.normalize("NFD", char)[:1]
    if plain in _RANK:
        return _LETTER, _RANK[plain]
    return (_FOREIGN if char.isalpha() else _SIGN), ord(char[:1])


def _accent_weight(char: str) -> int:
    if char in _RANK:
        return 0
    marks = unicodedata.normalize("NFD", char)[1:2]
    return ord(marks) if marks else 0
