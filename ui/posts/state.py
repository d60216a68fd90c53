"""What the composer is at: whose choice is in front, and whether the night has gone past it.

A table from state and event to the next state; what is done in a state is the page's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class ComposerState(Enum):
    """Whether kind and places follow the editor or were chosen, and what is still to be done."""

    ARRIVED = "arrived"
    """It follows her, and what is usual where she stands now is yet to be chosen."""
    FOLLOWING = "following"
    """It follows her, and the post is composed."""
    FOLLOWING_DUE = "following, due"
    """It follows her, and is to be composed again."""
    CHOSEN = "chosen"
    """She has chosen, and the post is composed."""
    CHOSEN_DUE = "chosen, due"
    """She has chosen, and it is to be composed."""

    @property
    def due(self) -> bool:
        """Whether there is something to compose when the keys rest and the page is seen."""
        return self not in (ComposerState.FOLLOWING, ComposerState.CHOSEN)


class ComposerEvent(Enum):
    """What happens to the page."""

    ARRIVES = "arrives"
    """She goes to a place, or files figures while another page is in front."""
    CHOOSES = "chooses"
    """She asks for something herself."""
    MOVES = "moves"
    """Something of the night, the contest, the language or the page on the screen is another."""
    COMPOSED = "composed"
    """The post has been composed, or there is a reason why there is none."""
    PUBLISHED = "published"
    """It is out: what she has chosen was for that one."""


_EVENTS = tuple(ComposerEvent)
_ARRIVED, _FOLLOWING, _FOLLOWING_DUE, _CHOSEN, _CHOSEN_DUE = ComposerState

_NEXT: Mapping[ComposerState, tuple[ComposerState, ...]] = {
    # in the order of the events: arrives, chooses, moves, composed, published
    _ARRIVED: (_ARRIVED, _CHOSEN_DUE, _ARRIVED, _FOLLOWING, _ARRIVED),
    _FOLLOWING: (_ARRIVED, _CHOSEN_DUE, _FOLLOWING_DUE, _FOLLOWING, _FOLLOWING),
    _FOLLOWING_DUE: (_ARRIVED, _CHOSEN_DUE, _FOLLOWING_DUE, _FOLLOWING, _FOLLOWING_DUE),
    _CHOSEN: (_CHOSEN_DUE, _CHOSEN_DUE, _CHOSEN_DUE, _CHOSEN, _FOLLOWING),
    _CHOSEN_DUE: (_CHOSEN_DUE, _CHOSEN_DUE, _CHOSEN_DUE, _CHOSEN, _FOLLOWING_DUE),
}


def after(state: ComposerState, event: ComposerEvent) -> ComposerState:
    """The state an event leads to."""
    return _NEXT[state][_EVENTS.index(event)]
