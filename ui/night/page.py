"""What a page and an open night know of each other: where the keys go, and where the editor stands.

A page asks the night through `OpenNight` and never names the window that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from desk.facts.bulletin import Slot
from desk.posts.ledger import WrongPost
from ui.night.bridge import Bridge
from ui.night.watch import LedgerWatch, Watch

ENTRY, COMPARISON, BOARD, POSTS, LEDGER, MAP, CHARTS, SHEETS = range(8)
"""The pages, as they stand behind one another."""

RAIL = ((ENTRY,), (COMPARISON, BOARD), (POSTS,), (LEDGER,), (MAP, CHARTS), (SHEETS,))
"""The pages of each place in the rail; Ctrl and its number, from 1, open it."""


class NightPage(QWidget):
    """What a night asks of a page: where the keys go, what is copied, and what is current."""

    def take_keys(self) -> None:
        """Put the focus where the page works."""
        raise NotImplementedError

    def copy(self) -> None:
        """Ctrl+C: put the page's selection on the clipboard."""
        raise NotImplementedError

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Another contest or pair of agencies is current."""
        raise NotImplementedError

    def show_place(self, place: str) -> None:
        """Another place is current."""
        raise NotImplementedError

    def take_number(self, number: int) -> bool:
        """Alt and a number, from 1: whether the page has a use of its own for it just now."""
        return False


class OpenNight(Protocol):
    """What a page may ask of the night it belongs to."""

    @property
    def bridge(self) -> Bridge:
        """The way to the file."""
        ...

    @property
    def watch(self) -> Watch:
        """What is found in the night as it stands."""
        ...

    @property
    def ledger_watch(self) -> LedgerWatch:
        """Which published posts are wrong now."""
        ...

    @property
    def place(self) -> str:
        """The current place."""
        ...

    def standing(self) -> tuple[str, tuple[str, str], str]:
        """The contest, the pair of agencies and the place now current."""
        ...

    def stand(self, contest: str, pair: tuple[str, str], place: str) -> None:
        """Make a contest, a pair and a place current everywhere."""
        ...

    def go_to(self, place: str) -> None:
        """Make a place the current one everywhere; the page in front stays."""
        ...

    def open_place(self, place: str) -> None:
        """Go to a place's figures, from wherever the editor stands."""
        ...

    def go_to_slot(self, slot: Slot) -> None:
        """Go to a figure's cell on the entry page, whichever contest and agency it is of."""
        ...

    def show_bulletin(self, bulletin: int) -> None:
        """Choose a bulletin in the list beside the figures, and put the keys there if it shows."""
        ...

    def show_page(self, page: int) -> None:
        """Bring a page to the front and put the keys in it."""
        ...

    def page_in_front(self) -> int:
        """Which page is in front."""
        ...

    def cell(self) -> tuple[str, int]:
        """The cell under the entry table's cursor: its row by name, and its column."""
        ...

    def put_cursor(self, row: str, column: int) -> None:
        """Put the entry table's cursor on a row by name, without the keys."""
        ...

    def front_page(self) -> NightPage | None:
        """The page in front, where it is one of those made when first seen."""
        ...

    def chosen_places(self) -> Sequence[str]:
        """The places ticked in the comparison, in the order they stand there."""
        ...

    def window(self) -> QWidget:
        """What a dialog belongs to."""
        ...


@runtime_checkable
class HasPicture(Protocol):
    """A page that can save the picture it shows."""

    def save(self) -> None:
        """Save it to a file, asking where."""


@runtime_checkable
class HasFigures(Protocol):
    """A page with figures under its cursor."""

    def slot_under_cursor(self) -> Slot | None:
        """The figure under the cursor; None where there is none."""


@runtime_checkable
class PanedPage(Protocol):
    """A page of several panes that F6 goes round."""

    def panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """The panes behind the one `take_keys` goes to, each with what puts the focus there."""


class NumberKeys(Protocol):
    """What the keys for a single number of a post do."""

    def next(self) -> None:
        """Go to the next number that is tied to nothing."""

    def tie(self) -> None:
        """Offer the figures that the number at the caret says."""

    def own(self) -> None:
        """The number at the caret is the editor's own."""

    def about(self) -> None:
        """Say what the number at the caret is tied to."""


@runtime_checkable
class PostingPage(Protocol):
    """A page with a post of its own: the window's keys for posts are about that one."""

    numbers: NumberKeys

    def publish(self) -> None:
        """Ctrl+Enter."""

    def copy_post(self) -> None:
        """Ctrl+Shift+C."""

    def save(self) -> None:
        """Ctrl+Shift+S."""

    def keep(self) -> None:
        """Keep what is being written, now."""

    def compose_anew(self) -> None:
        """F5."""

    def write_comparison(self) -> None:
        """Go on with the post of the places ticked in the comparison."""

    def update_figures(self) -> None:
        """F9."""

    def keep_figures(self) -> None:
        """Shift+F9."""


@runtime_checkable
class PublishedPage(Protocol):
    """A page of what was published: the window's ways to it, and the keys for its posts."""

    def show_post(self, number: int) -> None:
        """Put the cursor on a post."""

    def show_citing(self, slot: Slot | None) -> None:
        """Only the posts that cite a figure; None shows all again."""

    def show_wrong(self) -> None:
        """Only the posts that are wrong now."""

    def chosen_wrong(self) -> list[WrongPost]:
        """The posts chosen that are wrong now, the newest first."""
        ...

    def turn_pinned(self) -> None:
        """Pin the post under the cursor, or leave the top to the desk again."""

    def turn_key_event(self) -> None:
        """Make the post under the cursor a key event, or take it out of them."""
