"""How a sentence writes a number or a time: numbers as its language does, times with one mark.

What a value says is not looked into: a name, a code or a text repeated as it stood stays as it is.
"""

from __future__ import annotations

import re

_SHARE = re.compile(r"-?[0-9]+\.[0-9]+")
_COUNT = re.compile(r"-?[0-9]{4,}")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def written(value: str, language: str) -> str:
    """A share, a count or a time of day as sentences in `en` or `tr` write it.

    Shares come with a decimal dot and counts without marks, as the desk hands them on.
    """
    if _SHARE.fullmatch(value):
        return value.replace(".", ",") if language == "tr" else value
    if _COUNT.fullmatch(value):
        grouped = f"{int(value):,}"
        return grouped.replace(",", ".") if language == "tr" else grouped
    return _CLOCK.sub(r"\1.\2", value) if _CLOCK.fullmatch(value) else value
