"""Ties a text being composed to the figures behind its numbers, and takes the ties off again.

A tied number stands between two private-use characters, the first of which says which tie it is;
a tie around nothing says what the words before it rest on. No text that leaves the desk has one.
What is tied to what, each composer decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk.facts.post import Block, Chip, Cited, PostPart

NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
"""A number as text writes it, marks and all."""

_FIRST, _LAST, _END = 0xF0000, 0xFFFFD, "\U00100000"
_TIED = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])([^{chr(_FIRST)}-{_END}]*){_END}")
_MARKS = re.compile(f"[{chr(_FIRST)}-{_END}]")

Tie = tuple[int, int, tuple[Cited, ...]]
"""From where to where in a plain text, and the figures the number there says or follows from.

Where it ends where it starts, words before it rest on the figures.
"""


class Ties:
    """The ties of one post. Data cannot forge one: a tie holds for its own number only."""

    def __init__(self) -> None:
        self._marks: dict[tuple[str, tuple[Cited, ...]], str] = {}
        self._known: dict[str, tuple[str, tuple[Cited, ...]]] = {}

    def tie(self, text: str, *figures: Cited) -> str:
        """The text with its first number tied to figures; as it is without either."""
        found = NUMBER.search(text)
        if found is None or not figures:
            return text
        tied = self._tied(found.group(), figures)
        return f"{text[: found.start()]}{tied}{text[found.end() :]}"

    def rest(self, figures: Iterable[Cited]) -> str:
        """What to put behind words that say no number and yet follow from figures."""
        return self._tied("", figures)

    def _tied(self, number: str, figures: Iterable[Cited]) -> str:
        tied = number, tuple(dict.fromkeys(figures))
        mark = self._marks.setdefault(tied, chr(_FIRST + len(self._marks)))
        if mark > chr(_LAST):
            # Far beyond any post; what is not tied the gate takes for unbacked.
            return number
        self._known[mark] = tied
        return f"{mark}{number}{_END}"

    def read(self, text: str) -> tuple[str, list[Tie]]:
        """The plain text, and where its tied numbers stand in it."""
        plain, ties, last = "", list[Tie](), 0
        for found in _TIED.finditer(text):
            plain += untied(text[last : found.start()])
            number, figures = self._known.get(found[1], ("", ()))
            if number == found[2] and figures:
                ties.append((len(plain), len(plain) + len(number), figures))
            plain += found[2]
            last = found.end()
        return plain + untied(text[last:]), ties


def untied(text: str) -> str:
    """The text without the marks of any tie."""
    return _MARKS.sub("", text)


@dataclass(frozen=True, slots=True)
class Parts:
    """The texts of a post, in the order in which they are read."""

    headline: str
    lead: str
    blocks: tuple[Block, ...]
    closing: str

    def read(self, ties: Ties) -> tuple[Parts, tuple[Chip, ...]]:
        """The parts as plain text, and the chips of what is tied in them; empty for words."""
        chips: list[Chip] = []

        def plain(text: str, part: PostPart, block: int = 0, line: int = 0) -> str:
            bare, found = ties.read(text)
            chips.extend(Chip(part, start, end, figs, block, line) for start, end, figs in found)
            return bare

        headline = plain(self.headline, PostPart.HEADLINE)
        lead = plain(self.lead, PostPart.LEAD)
        blocks = tuple(
            replace(
                block,
                heading=plain(block.heading, PostPart.HEADING, at),
                lines=tuple(
                    plain(text, PostPart.LINE, at, line) for line, text in enumerate(block.lines)
                ),
            )
            for at, block in enumerate(self.blocks)
        )
        closing = plain(self.closing, PostPart.CLOSING)
        return Parts(headline, lead, blocks, closing), tuple(chips)


def in_order(chips: Iterable[Chip]) -> tuple[Chip, ...]:
    """Chips in the order of the text."""
    parts = (PostPart.HEADLINE, PostPart.LEAD, PostPart.HEADING, PostPart.LINE, PostPart.CLOSING)

    def place(chip: Chip) -> tuple[int, int, int, int, int]:
        within = chip.part in (PostPart.HEADING, PostPart.LINE)
        group = 2 if within else parts.index(chip.part)
        return group, chip.block, int(chip.part is PostPart.LINE), chip.line, chip.start

    return tuple(sorted(chips, key=place))
