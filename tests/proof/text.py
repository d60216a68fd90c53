"""A post's text taken apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """A heading and its lines; no heading over a paragraph."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A post's text in its parts."""

    clock: str
    headline: str
    lead: str
    blocks: tuple[Block, ...]
    closing: str


def parts_of(text: str) -> Text:
    """A post's text taken apart: time and headline, lead, blocks, closing words."""
    plain = text.replace("’", "'").strip()
    head, lead, *rest = plain.split("\n\n")
    clock, _, headline = head.partition(" ")
    blocks = [part.split("\n") for part in rest]
    closing = blocks.pop()[0] if blocks and len(blocks[-1]) == 1 else ""
    return Text(
        clock,
        headline,
        lead,
        tuple(Block(first, tuple(lines)) for first, *lines in blocks),
        closing,
    )
