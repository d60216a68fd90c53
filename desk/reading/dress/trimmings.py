"""What a page or a chat hangs around a text: heralds, quote marks, a blank line behind each line.

Every character keeps its place: what goes becomes a blank.
"""

from __future__ import annotations

import re

from desk.reading.dress.apostrophes import restored
from desk.reading.dress.shouting import quieter
from desk.reading.lexicon import Context

_HERALD = re.compile(
    r"(?im)^\W{0,4}#?(?:son ?dak[iİ]ka|fla[şs](?: haber)?|(?:fla[şs]|s[ıi]cak) geli[şs]me|acil"
    r"|breaking)\b(?:\s*[:|!/–—-])+(?=[ ]*\S)"
)
"""`SON DAKİKA:`, `#SonDakika |`: says that something is new, and nothing of what."""
_QUOTED = re.compile(r"(?m)^(?:> ?)+")
_STAMPED_ROW = re.compile(
    r"(?m)^(\[?\d{1,2}:\d\d(?::\d\d)?,? \d{1,2}\.\d{1,2}\.\d{2,4}\]?[^\n\t|;:]{1,40}:) "
    r"(?=[^\n]*(?:\t|\|[^\n]*\||;[^\n]*;))"
)
"""`[21:14, 31.03.2024] Masa: İlçe⇥CHP`: a table's first row behind a chat's stamp."""
_EVERY_LINE_APART = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\S\n]*\n+[^\S\n]*\S[^\n]*){2,}\s*")
_ENDED = re.compile(r"(?m)[.!?…][\"')]?[^\S\n]*$")
_BLANK_LINE = re.compile(r"\n(?=[^\S\n]*\n)")


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def undressed(text: str, context: Context) -> str:
    """The text without what is none of it, as long as before."""
    text = _HERALD.sub(_blanks, text)
    text = _STAMPED_ROW.sub("\\1\n", _QUOTED.sub(_blanks, text))
    return quieter(restored(_closed_up(text)), context)


def _closed_up(text: str) -> str:
    """A list with a blank line behind each of its lines, as a page copies it, is one list."""
    if "\n\n" not in text or not _EVERY_LINE_APART.fullmatch(text) or _ENDED.search(text):
        return text
    return _BLANK_LINE.sub(" ", text)
