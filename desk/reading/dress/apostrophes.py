"""The apostrophes a page has lost: `CHP nin`, `40,5 e`, each back in the place of its blank."""

from __future__ import annotations

import re

_SURE = (
    r"n?[ıuü]n|nin|y[ıiuü]|n[ıiuü]|n?[dt][ae]n|s[ıiuü]|l[ıiü]|l[ıiuü]k|[ıu]|nd[ae]|n?[dt][ae]ki"
    r"|y?l[ae]|s?[ıiuü]n(?:[ıiuüae]|[ıiuü]n|d[ae]n?)|n?[ıiuü]nki\w*|y?[dt][ıiuü]"
)
"""Suffixes that are no word of the language."""
_OF_A_FIGURE = rf"{_SURE}|y?[ae]|i|ü|in"
_OTHER = r"[ae]|y[ae](?! d[ae]\b)|i|ü|in|n[ae]|[dt][ae]"
_END = r"(?![\w'.])"
_FIGURE = r"(?<![\w'])%?\d(?:[\d.,:]*\d)?"
_NAME = r"(?<![\w'])[A-ZÇĞİÖŞÜÂ][\wâîû]*"
_TOLD = re.compile(rf"{_FIGURE} (?:{_OF_A_FIGURE}|[dt][ae]){_END}|{_NAME} (?:{_SURE}|t[ae]){_END}")
_LOST = re.compile(rf"(?:{_FIGURE}|{_NAME})( )(?:{_SURE}|{_OTHER}){_END}")
_KEPT = re.compile(r"\w'\w")


def restored(text: str) -> str:
    """The text, as long as before, with an apostrophe for the blank in front of each lone suffix.

    Only where the text has no apostrophe of its own, and one suffix at least that is no word: in
    `Kurum da 40,6` somebody may be told of, too.
    """
    if _KEPT.search(text) or not _TOLD.search(text):
        return text
    return _LOST.sub(lambda found: found[0].replace(" ", "'"), text)
