"""The letters of printed pages: the same on every system, and the same on every resolution.

They come with matplotlib, which the desk has for its charts anyway; it is not loaded for them.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

FAMILY = "DejaVu Sans"
_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf")


class Style(Enum):
    """What a line of text is: its size in tenths of a point, whether bold, whether slanted."""

    TITLE = (190, True, False)
    HEADING = (90, True, False)
    TEXT = (78, False, False)
    STRONG = (78, True, False)
    SLANTED = (78, False, True)
    SMALL = (68, False, False)
    SMALL_STRONG = (68, True, False)
    ACROSS = (1500, True, False)


@cache
def font(style: Style) -> QFont:
    """The font of a style, where a unit is a tenth of a point."""
    _at_hand()
    size, bold, slanted = style.value
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setBold(bold)
    made.setItalic(slanted)
    # Widths must not depend on the pixels of what is painted on.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def metrics(style: Style) -> QFontMetricsF:
    """The widths and heights of a style's letters."""
    return QFontMetricsF(font(style))


@cache
def _at_hand() -> bool:
    """Make the family known where the system lacks it."""
    if FAMILY in QFontDatabase.families():
        return True
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        return False
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    added = [QFontDatabase.addApplicationFont(str(folder / name)) for name in _FILES]
    return all(number >= 0 for number in added)
