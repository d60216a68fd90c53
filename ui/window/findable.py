"""Everything Ctrl+F can lead to: places, posts, findings, settings and commands, each with its way.

They are gathered once as the box opens; which of them a text means is worked out with every key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from desk import turkish
from desk.posts import ledger
from ui.settings.groups import ROWS
from ui.settings.pages import group_name
from ui.texts import choices
from ui.texts import names as shown
from ui.texts.language import current as current_language
from ui.texts.settings import setting_title
from ui.widgets.keys import key_text
from ui.window.main_window import MainWindow
from ui.window.night_view import NightView

T = TypeVar("T")

MOST = 80
"""How many are shown: who has not found it among them types on."""


class FoundKind(IntEnum):
    """What something is, in the order in which equal ones stand."""

    PLACE = 0
    FINDING = 1
    COMMAND = 2
    SETTING = 3
    POST = 4


@dataclass(frozen=True, slots=True)
class FoundThing:
    """One thing: what it is called, where it leads, its key, and the way there.

    ``words`` is all it is found by beside its name: other names, values, the place it is about.
    """

    kind: FoundKind
    name: str
    leads: str
    key: str
    go: Callable[[], object]
    words: str = ""
    number: int = 0
    """A post's number in the ledger."""
    folded: str = field(init=False, default="", compare=False)
    text: str = field(init=False, default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", turkish.fold(self.name))
        object.__setattr__(self, "text", turkish.fold(f"{self.name} {self.leads} {self.words}"))


def kind_name(kind: FoundKind) -> str:
    """What a kind is called in the box."""
    return {
        FoundKind.PLACE: QCoreApplication.translate("Finder", "place"),
        FoundKind.FINDING: QCoreApplication.translate("Finder", "finding"),
        FoundKind.COMMAND: QCoreApplication.translate("Finder", "command"),
        FoundKind.SETTING: QCoreApplication.translate("Finder", "setting"),
        FoundKind.POST: QCoreApplication.translate("Finder", "post"),
    }[kind]


def gathered(
    window: MainWindow, show_setting: Callable[[NightView, str], object]
) -> list[FoundThing]:
    """All of it, as the night stands; without a night the commands that need none."""
    things = list(_commands(window))
    if window.night is not None and window.night.isEnabled():
        night = window.night
        things += [*_places(night), *_waiting(night), *_settings(night, show_setting)]
        things += _posts(night)
    return things


def matching(
    things: Sequence[FoundThing], text: str, posts: Callable[[str], Sequence[int]]
) -> list[FoundThing]:
    """What has every word of a text; the likeliest first, at most `MOST`.

    ``posts`` finds the numbers of posts by what stands in them, not in their headlines alone.
    """
    words = turkish.fold(text).split()
    if not words:
        return sorted(things, key=lambda one: (one.kind not in _AT_FIRST, one.kind))[:MOST]
    inside, ranked = set(posts(text)), list[tuple[int, int, int]]()
    first, *others = words
    for at, one in enumerate(things):
        if first in one.text and all(word in one.text for word in others):
            ranked.append((_rank(one.folded, words), one.kind, at))
        elif one.number in inside:
            ranked.append((_WITHIN, one.kind, at))
    return [things[at] for *_, at in sorted(ranked)[:MOST]]


_WITHIN = 3
"""The rank of what is not called so, but has it in its text."""

_AT_FIRST = (FoundKind.FINDING, FoundKind.PLACE)


def _rank(name: str, words: Sequence[str]) -> int:
    """0 where the name begins so, 1 where words of it do, 2 where it has them within."""
    if name.startswith(words[0]) and name.startswith(" ".join(words)):
        return 0
    if not all(word in name for word in words):
        return _WITHIN
    spaced = f" {name}"
    return 1 if all(f" {word}" in spaced for word in words) else 2


def _commands(window: MainWindow) -> Iterator[FoundThing]:
    for menu, action in window.actions_.listed():
        if action.isEnabled() and action.objectName() != "action.find":
            key = key_text(action.shortcut())
            name = action.text().replace("&&", "&").replace("&", "").removesuffix("…")
            yield FoundThing(FoundKind.COMMAND, name, menu, key, action.trigger)


def _places(night: NightView) -> Iterator[FoundThing]:
    election = night.bridge.session.election
    leads = QCoreApplication.translate("Finder", "its figures")
    names = {place.id: place.name for place in election.places}
    for place in election.places:
        other = f"{place.own} {names.get(place.within, '')}"
        go = _going(night.open_place, place.name)
        yield FoundThing(FoundKind.PLACE, place.name, leads, "", go, other)


def _waiting(night: NightView) -> Iterator[FoundThing]:
    for one in night.looking.attention.items:
        leads = one.done or QCoreApplication.translate("Finder", "its cell")
        key = "F3" if one == night.looking.attention.newest else ""
        go = _going(night.looking.go_to, one)
        yield FoundThing(FoundKind.FINDING, one.sentence, leads, key, go, one.place)


def _settings(night: NightView, show: Callable[[NightView, str], object]) -> Iterator[FoundThing]:
    language = current_language()
    for group, names in ROWS.items():
        for name in filter(None, names):
            said = [
                f"{choices.word(name, value, language)} {choices.example(name, value)}"
                for value in choices.WORDS.get(name, ())
            ]
            title = setting_title(name, language)
            go = _going(lambda one: show(night, one), name)
            words = " ".join((*said, name))
            yield FoundThing(FoundKind.SETTING, title, group_name(group), "", go, words)


def _posts(night: NightView) -> Iterator[FoundThing]:
    for entry in ledger.entries(night.bridge.session):
        go = _going(lambda number: night.ledger.page().show_post(number), entry.number)
        name = f"{shown.clock(entry.time)} {entry.headline}"
        leads = QCoreApplication.translate("Finder", "ledger")
        yield FoundThing(FoundKind.POST, name, leads, "", go, number=entry.number)


def _going(way: Callable[[T], object], where: T) -> Callable[[], object]:
    return lambda: way(where)
