"""How long a text is to the social networks: most letters one, a picture sign two, an address 23.

Counted as they publish it for their own boxes; what is cut to fit is decided by the forms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from desk.facts.catalog import resource

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

_LETTER = "a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_IN_PATH = rf"[{_LETTER}\u0400-\u04ff!*';:=+,.$/%#\[\]\-\u2013_~@|&]"
_ENDS_PATH = rf"[{_LETTER}\u0400-\u04ff+\-=_#/]"
_BRACKETS = rf"\({_IN_PATH}+\)"
_DOMAIN = re.compile(
    rf"(?<![A-Za-z0-9@$#_])(?P<scheme>https?://)?"
    rf"(?P<domain>(?:[{_LETTER}](?:[{_LETTER}_-]*[{_LETTER}])?\.)+[a-z]{{2,}})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<port>:[0-9]+)?(?:/(?:{_IN_PATH}*(?:{_BRACKETS}{_IN_PATH}*)*"
    rf"(?:{_ENDS_PATH}|{_BRACKETS}))?)?"
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?",
    re.IGNORECASE,
)
"""What follows the domain of an address; what ends a sentence is none of it."""

_GOES_ON = frozenset("0123456789@+-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Behind the last letters of a domain these say that it is none."""

_LINKED = frozenset(["com", "edu", "gov", "info", "net", "news", "org", "tr", "tv"])
"""Endings of addresses that are links without scheme or path: *no.lu* is none to a reader."""

_SUFFIX = re.compile(r"'[^\W\d_]{1,9}$")
"""What a Turkish sentence hangs on an address, *…/secim'den*: no part of where it leads."""


def network_length(text: str) -> int:
    """How many of its 280 signs a network takes a text for."""
    length, last = 0, 0
    text = unicodedata.normalize("NFC", text)
    for start, end, _, ending in _found(text):
        if ending not in endings():
            continue
        length += _weight(text[last:start]) + ADDRESS
        last = end
    return length + _weight(text[last:])


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of a text begin and end."""
    for start, end, _, _ in _found(text):
        yield start, end


def links(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the addresses that a reader would take for links begin and end, and where they lead."""
    for start, end, scheme, ending in _found(text):
        whole = _SUFFIX.sub("", text[start:end])
        if scheme or ending in _LINKED or whole.lower().startswith("www.") or "/" in whole:
            yield start, start + len(whole), whole if scheme else f"https://{whole}"


def _found(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Begin, end, scheme and ending of each address; without a scheme its ending is a known one."""
    at = 0
    while found := _DOMAIN.search(text, at):
        start, at = found.span()
        scheme, parts = found["scheme"] or "", found["domain"].split(".")
        known = [number for number, one in enumerate(parts) if number and one.lower() in endings()]
        follows = text[at : at + 1]
        if follows and follows in _GOES_ON and known[-1:] == [len(parts) - 1]:
            known.pop()
        if not scheme and (not known or text[start - 1 : start] in ("-", ".", "/")):
            continue
        ends = known[-1] if known else len(parts) - 1
        if ends == len(parts) - 1:
            behind = _BEHIND.match(text, at)
            at = behind.end() if behind else at
        else:
            at = found.start("domain") + len(".".join(parts[: ends + 1]))
        yield start, at, scheme, parts[ends].lower()


@cache
def endings() -> frozenset[str]:
    """The endings of domains that the network takes for such: *com*, *tr*, *istanbul*."""
    text = resource("network", "endings.txt").read_text(encoding="ascii")
    return frozenset(text.split())


def _weight(text: str) -> int:
    signs = list(_EMOJI.finditer(text))
    rest = _EMOJI.sub("", text)
    light = sum(any(low <= ord(char) <= high for low, high in _LIGHT) for char in rest)
    return 2 * len(signs) + 2 * len(rest) - light
