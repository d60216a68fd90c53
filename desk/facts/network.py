"""How long a text is to the social networks: most letters one, a picture sign two, an address 23.

Counted as they publish it for their own boxes; what is cut to fit is decided by the forms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

ADDRESS = 23
"""What an address counts, however long it is: the network puts its own in its place."""

_LIGHT = ((0x0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""The signs that count one; every other counts two."""

_PICTURE = "[\u203c\u2049\u2122\u2139\u2194-\u21aa\u2300-\u23ff\u25aa-\u25fe\u2600-\u27bf"
_PICTURE += "\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_ONE = f"{_PICTURE}(?:\ufe0f|[\U0001f3fb-\U0001f3ff])*[\U000e0020-\U000e007f]*"
_EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|[\u00a9\u00ae]\ufe0f|{_ONE}(?:\u200d{_ONE})*"
)
"""A picture sign whole, with its colour and what is joined to it: 👩🏽‍💻, 🇹🇷, 1️⃣."""

_ADDRESS = re.compile(
    r"(?<![\w@.$#])(?:https?://[^\s<>\"“”]+"
    r"|(?:[a-z0-9çğıöşü](?:[a-z0-9çğıöşü-]*[a-z0-9çğıöşü])?\.)+"
    r"(?:com|net|org|gov|edu|info|bel|tv|io|co|me|app|dev|news|live|eu|de|uk|fr|us|ly|tr)"
    r"(?![\w-])(?:/[^\s<>\"“”]*)?)",
    re.IGNORECASE,
)
_BEHIND = ".,;:!?…)]}'’"
"""What stands behind an address and is none of it."""


def network_length(text: str) -> int:
    """How many of its 280 signs a network takes a text for."""
    length, last = 0, 0
    text = unicodedata.normalize("NFC", text)
    for start, end in addresses(text):
        length += _weight(text[last:start]) + ADDRESS
        last = end
    return length + _weight(text[last:])


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of a text begin and end."""
    for found in _ADDRESS.finditer(text):
        yield found.start(), found.start() + len(found.group().rstrip(_BEHIND))


def _weight(text: str) -> int:
    signs = list(_EMOJI.finditer(text))
    rest = _EMOJI.sub("", text)
    light = sum(any(low <= ord(char) <= high for low, high in _LIGHT) for char in rest)
    return 2 * len(signs) + 2 * len(rest) - light
