"""The desk's look: one style on every system, a light and a dark palette, and the marks' colours.

No widget names a colour of its own; delegates ask here, so that both palettes stay legible.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPalette,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QWidget

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours delegates draw with; every text colour has 4.5:1 or more on its ground."""

    text: QColor
    muted: QColor
    draft: QColor
    draft_ground: QColor
    error: QColor
    error_ground: QColor
    warning: QColor
    line: QColor
    derived_ground: QColor
    accent: QColor
    rail: QColor
    faint: QColor
    edge: QColor
    selected: QColor
    selected_idle: QColor
    primary: QColor
    on_primary: QColor


_LIGHT = Ink(
    text=QColor("#1b1e23"),
    muted=QColor("#5a616b"),
    draft=QColor("#0b57b0"),
    draft_ground=QColor("#e8f1fc"),
    error=QColor("#b3131b"),
    error_ground=QColor("#fdeaea"),
    warning=QColor("#8a5300"),
    line=QColor("#d5d9df"),
    derived_ground=QColor("#f3f4f6"),
    accent=QColor("#0b57b0"),
    rail=QColor("#e4e7ec"),
    faint=QColor("#858c97"),
    edge=QColor("#b3bac4"),
    selected=QColor("#cfe2f8"),
    selected_idle=QColor("#e1e5eb"),
    primary=QColor("#0b57b0"),
    on_primary=QColor("#ffffff"),
)
_DARK = Ink(
    text=QColor("#e6e8eb"),
    muted=QColor("#a3aab4"),
    draft=QColor("#8cc2ff"),
    draft_ground=QColor("#1d2f45"),
    error=QColor("#ff9a94"),
    error_ground=QColor("#48201f"),
    warning=QColor("#f2b45c"),
    line=QColor("#4b515b"),
    derived_ground=QColor("#272a2f"),
    accent=QColor("#4d9df0"),
    rail=QColor("#1c1e22"),
    faint=QColor("#7c848f"),
    edge=QColor("#565d68"),
    selected=QColor("#25405f"),
    selected_idle=QColor("#31363e"),
    primary=QColor("#2a70c2"),
    on_primary=QColor("#ffffff"),
)


def is_dark() -> bool:
    """Whether the application draws light on dark right now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128


def ink() -> Ink:
    """The colours that fit the palette in force."""
    return _DARK if is_dark() else _LIGHT


def apply(app: QApplication, scheme: str) -> None:
    """Set the style and the palette for `system`, `light` or `dark`."""
    app.setStyle("Fusion")
    hints = app.styleHints()
    wanted = SCHEMES.get(scheme, Qt.ColorScheme.Unknown)
    hints.setColorScheme(wanted)
    # Not every platform lets itself be told; what the editor chose holds all the same.
    chosen = hints.colorScheme() if wanted is Qt.ColorScheme.Unknown else wanted
    dark = chosen is Qt.ColorScheme.Dark
    app.setPalette(_palette(_DARK if dark else _LIGHT, dark))


def _palette(colours: Ink, dark: bool) -> QPalette:
    window = QColor("#2a2d33" if dark else "#eceef1")
    base = QColor("#1d1f23" if dark else "#ffffff")
    button = QColor("#3b3f47" if dark else "#f7f8fa")
    palette = QPalette(button, window)
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, window),
        (role.WindowText, colours.text),
        (role.Base, base),
        (role.AlternateBase, colours.derived_ground),
        (role.Text, colours.text),
        (role.Button, button),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, base),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, QColor("#0d1117" if dark else "#ffffff")),
        (role.Accent, colours.accent),
        (role.Link, colours.draft),
        (role.Mid, colours.line),
        (role.Light, QColor("#4b505a" if dark else "#ffffff")),
        (role.Midlight, QColor("#434851" if dark else "#f3f4f6")),
        (role.Dark, QColor("#5b616c" if dark else "#a9b0ba")),
        (role.Shadow, QColor("#0d0e10" if dark else "#7c828b")),
    ):
        palette.setColor(where, colour)
    faded = QColor("#6c727b" if dark else "#8d939c")
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, faded)
    return palette


def alarm(widget: QWidget) -> None:
    """Give a widget the colours of something that is wrong."""
    colours, palette = ink(), widget.palette()
    # Setting it is itself a change of the palette.
    if palette.color(palette.ColorRole.Window) != colours.error_ground:
        palette.setColor(palette.ColorRole.Window, colours.error_ground)
        palette.setColor(palette.ColorRole.WindowText, colours.error)
        widget.setPalette(palette)


@cache
def bold() -> QFont:
    """The application's font in bold, made once."""
    font = QFont(QGuiApplication.font())
    font.setBold(True)
    return font


@cache
def swatch(colour: str) -> QPixmap:
    """A small square of a party's colour with room before the name, made once per colour."""
    pixmap = _blank(16, 12)
    painter = QPainter(pixmap)
    painter.fillRect(QRectF(2, 1, 10, 10), QColor(colour))
    painter.end()
    return pixmap


def arrow() -> QPixmap:
    """A triangle to the right in the accent colour, for the doors of the first screen."""
    pixmap = _blank(20, 20)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink().accent)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([QPointF(6, 4), QPointF(16, 10), QPointF(6, 16)]))
    painter.end()
    return pixmap


def _blank(width: int, height: int) -> QPixmap:
    """A transparent picture, sharp on the screen it is for."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def on_accent() -> QColor:
    """The colour of text on the accent colour."""
    return QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
