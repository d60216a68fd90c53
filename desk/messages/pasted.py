"""A post as a message to paste into WhatsApp or Telegram, with the marks their own boxes take.

Only headlines are marked. What either would take for a mark of its own in a post's text is made
harmless here; what a post says is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desk.facts.network import addresses
from desk.facts.post import Block, BlockShape, Post
from desk.posts.forms import visible, whole_sentences

REST = "Devamı canlı anlatımda."
"""What stands in place of what a message has no room for."""

JOINER = "\u2060"
"""Takes no room and breaks no word; stands where two signs together would be a mark."""

BULLET = "• "
"""Before a line of a list: no mark of either."""

_ALIKE = {"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"}
"""Signs that look like those that are marks, and are none."""

_LIST = re.compile(r"^(?=(?:[-*>]|[0-9]+[.)])(?:\s|$))")
"""The beginning of a line that would become a list or a quotation."""


@dataclass(frozen=True, slots=True)
class Messenger:
    """What a messenger's box takes for marks, and how many signs (UTF-16 units) it takes.

    ``bold`` stands on both sides of bold text, ``marks`` finds the signs in a text that would be
    marks, ``harmless`` says what is written for one; ``lists`` that beginnings of lines are marks.
    """

    bold: str
    marks: re.Pattern[str]
    harmless: Callable[[str], str]
    most: int
    lists: bool = False

    def plain(self, text: str) -> str:
        """A line with no mark in it. In an address signs are written as addresses write them."""
        parts, last = [], 0
        text = visible(text)
        for start, end in addresses(text):
            parts += [self._unmarked(text[last:start], self.harmless)]
            parts += [self._unmarked(text[start:end], _as_in_address)]
            last = end
        line = "".join((*parts, self._unmarked(text[last:], self.harmless)))
        return _LIST.sub(JOINER, line) if self.lists else line

    def marked(self, text: str) -> str:
        """A line in bold; as it is where there is nothing to see."""
        line = self.plain(text).strip()
        end = JOINER if line.endswith(self.bold[0]) else ""
        start = JOINER if line.startswith(self.bold[0]) else ""
        return f"{self.bold}{start}{line}{end}{self.bold}" if line else ""

    def _unmarked(self, text: str, instead: Callable[[str], str]) -> str:
        return self.marks.sub(lambda found: instead(found.group()), text)


WHATSAPP = Messenger(
    "*",
    # An underscore within a word is none: ad_soyad.
    re.compile(r"[*~`]|(?<![^\W_])_|_(?![^\W_])"),
    lambda sign: _ALIKE[sign],
    65_536,
    lists=True,
)
TELEGRAM = Messenger(
    "**",
    re.compile(r"(?<=\*)\*|(?<=_)_|(?<=~)~|(?<=\|)\||`"),
    lambda sign: _ALIKE[sign] if sign == "`" else f"{JOINER}{sign}",
    4096,
)


def to_whatsapp(post: Post) -> str:
    """The post with *bold* headings and its lists as lines."""
    return _message(post, WHATSAPP)


def to_telegram(post: Post) -> str:
    """The post with **bold** headings and its lists as lines, in at most 4096 signs.

    The marks are those typed into Telegram's own box, which turns them into bold when it sends.
    """
    return _message(post, TELEGRAM)


def _message(post: Post, messenger: Messenger) -> str:
    """Headline, body and closing with blank lines between; too long a body is cut between parts."""
    closing = messenger.plain(post.closing)
    room = messenger.most - _length(f"{closing}\n\n{REST}\n\n\n\n")
    headline = f"{post.clock} {post.headline}"
    head = messenger.marked(headline)
    if _length(head) > room:
        head = messenger.marked(whole_sentences(headline, room // 2, _length))
    parts = [part for part in _parts(post, messenger) if part]
    whole = _joined([head, *parts, closing])
    if _length(whole) <= messenger.most:
        return whole
    return _joined([head, *_fitting(parts, room - _length(head)), REST, closing])


def _parts(post: Post, messenger: Messenger) -> Iterator[str]:
    """The lead, then what of the body belongs together: a list with its heading, a paragraph."""
    yield messenger.plain(post.lead)
    for block in post.blocks:
        heading = messenger.marked(block.heading)
        lines = _lines(block, messenger)
        if block.shape is BlockShape.LINES:
            yield "\n".join(filter(None, [heading, *lines]))
        else:
            yield heading
            yield from lines


def _lines(block: Block, messenger: Messenger) -> list[str]:
    before = BULLET if block.shape is BlockShape.LINES else ""
    return [f"{before}{messenger.plain(line)}" for line in block.lines if line]


def _fitting(parts: Sequence[str], room: int) -> list[str]:
    """As many parts as there is room for; of the first too long one its lines or sentences."""
    kept: list[str] = []
    for part in parts:
        needed = _length(part) + 2
        if needed > room:
            if not kept:
                kept.append(_cut(part, room - 2))
            break
        kept.append(part)
        room -= needed
    return kept


def _cut(part: str, room: int) -> str:
    lines = part.split("\n")
    for count in range(len(lines), 0, -1):
        if _length(text := "\n".join(lines[:count])) <= room:
            return text
    return whole_sentences(part, room, _length)


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


def _length(text: str) -> int:
    """How many signs a messenger counts: UTF-16 units, a picture sign two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _as_in_address(sign: str) -> str:
    return f"%{ord(sign):02X}"
