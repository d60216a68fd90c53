"""Which setting stands on which page of the dialog, and in which order; empty parts them by a line.

A test proves that every setting of a file stands on one of them.
"""

from __future__ import annotations

from enum import StrEnum

from desk.facts import settings
from desk.turkish.style import AGENCY_ORDER, LABELS, SPOKEN, STYLE
from ui.texts.thresholds import GROUPS as FOUND


class Group(StrEnum):
    """The groups at the left of the dialog."""

    STYLE = "style"
    NAMES = "names"
    GATE = "gate"
    WARNINGS = "warnings"
    AGENCIES = "agencies"
    LIVEBLOG = "liveblog"
    CANDIDATES = "candidates"
    ALARM = "alarm"
    LOOK = "look"
    FILE = "file"


ROWS: dict[Group, tuple[str, ...]] = {
    Group.STYLE: (
        *(STYLE, "", "share-mark", "decimal-mark", "decimals", "time-mark", "place-headings"),
        *("apostrophe", "", "contenders", "others", "names", "line", "figures"),
    ),
    Group.NAMES: (
        *(LABELS, SPOKEN, "", "institution-apostrophe", "kirklareli-suffix", "ysk-suffix"),
    ),
    Group.GATE: (
        *(settings.BAN_LIFTED, "", settings.REQUIRE_OPENED, settings.WIN_FROM),
        settings.HOURS_APART,
    ),
    Group.WARNINGS: tuple(
        name
        for code in FOUND
        for name in sorted(settings.THRESHOLDS, key=list(settings.THRESHOLDS).index)
        if name.split(".")[1] == code
    ),
    Group.AGENCIES: (AGENCY_ORDER,),
    Group.LIVEBLOG: (
        *(settings.PUBLISHER, settings.AUTHOR, settings.ADDRESS, "", settings.PAGE_PICTURES),
    ),
}
"""The settings of each page that holds settings of the file, by name."""

SAMPLED = frozenset({Group.STYLE, Group.NAMES, Group.GATE, Group.AGENCIES})
"""The pages whose choices show in a post of the night's own."""
