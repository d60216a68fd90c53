"""The desk's look: one style on every system, a light and a dark palette, three sizes, the icons.

No widget names a colour of its own; delegates ask here, so that both palettes stay legible.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from desk.facts.catalog import resource

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours by what they are for, in the order of what lies under what."""

    window: QColor
    """The ground of pages, panels and header rows."""
    rail: QColor
    base: QColor
    """What can be typed or read: tables, the editor, what is said of a cell."""
    derived_ground: QColor
    """What follows from other cells, and every second row."""
    line: QColor
    line2: QColor
    """Between groups, the edge of a table, quiet bars."""
    faint: QColor
    """Edges of controls; never text."""
    text: QColor
    muted: QColor
    accent: QColor
    """The one accent: drafts, focus, links, where she is."""
    accent_ground: QColor
    primary: QColor
    on_primary: QColor
    selected: QColor
    selected_idle: QColor
    """A selected row while the focus is elsewhere."""
    error: QColor
    error_ground: QColor
    warning: QColor
    warning_ground: QColor


_NAMES = (
    *("window", "rail", "base", "derived_ground", "line", "line2", "faint", "text", "muted"),
    *("accent", "accent_ground", "primary", "on_primary", "selected", "selected_idle"),
    *("error", "error_ground", "warning", "warning_ground"),
)


def _ink(*colours: str) -> Ink:
    return Ink(**{name: QColor(colour) for name, colour in zip(_NAMES, colours, strict=True)})


LIGHT = _ink(
    *("#eef0f3", "#e4e7ec", "#ffffff", "#f5f6f8", "#d9dde3", "#b3bac4", "#808792", "#1b1e23"),
    *("#5a616b", "#0b57b0", "#e6f0fb", "#0b57b0", "#ffffff", "#cfe2f8", "#e1e5eb"),
    *("#b3131b", "#fdecec", "#8a5300", "#fff3dc"),
)
DARK = _ink(
    *("#22252a", "#1c1e22", "#1a1c20", "#202327", "#363b43", "#565d68", "#7c848f", "#e6e8eb"),
    *("#a3aab4", "#7db8ff", "#1c2e45", "#2a70c2", "#ffffff", "#25405f", "#31363e"),
    *("#ff9a94", "#43211f", "#f2b45c", "#3a2c14"),
)


_inks: list[Ink] = []
"""The colours in force, the last; asked for with every cell that is painted."""

_asked: list[Qt.ColorScheme] = []
"""The scheme last asked for; `Unknown` is the system's."""


def is_dark() -> bool:
    """Whether the application draws light on dark right now."""
    return ink() is DARK


def ink() -> Ink:
    """The colours that fit the palette in force."""
    if not _inks:
        base = QGuiApplication.palette().color(QPalette.ColorRole.Base)
        _inks.append(DARK if base.lightness() < 128 else LIGHT)
    return _inks[-1]


def apply(app: QApplication, scheme: str) -> None:
    """Set the style and the palette for `system`, `light` or `dark`."""
    app.setStyle("Fusion")
    hints = app.styleHints()
    wanted = SCHEMES.get(scheme, Qt.ColorScheme.Unknown)
    _asked[:] = [wanted]
    hints.setColorScheme(wanted)
    # Not every platform lets itself be told; what the editor chose holds all the same.
    _dress(app, hints.colorScheme() if wanted is Qt.ColorScheme.Unknown else wanted)


def follow(app: QApplication) -> None:
    """From now on turn light or dark with the system while `system` is what was asked for last.

    Once for an application: nothing ever lets go of the system again.
    """

    def turn(scheme: Qt.ColorScheme) -> None:
        if _asked == [Qt.ColorScheme.Unknown]:
            _dress(app, scheme)

    app.styleHints().colorSchemeChanged.connect(turn)


def _dress(app: QApplication, scheme: Qt.ColorScheme) -> None:
    dark = scheme is Qt.ColorScheme.Dark
    _inks[:] = [DARK if dark else LIGHT]
    app.setPalette(_palette(_inks[-1], dark))
    for kind, edge in _EDGES.items():
        # PySide takes the name of a class as text alone, whatever its stubs say.
        app.setPalette(_edged(_inks[-1], edge), kind)  # type: ignore[arg-type]


def _palette(colours: Ink, dark: bool) -> QPalette:
    button = QColor("#2c3037" if dark else "#f8f9fb")
    palette = QPalette(button, colours.window)
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.derived_ground),
        (role.Text, colours.text),
        (role.Button, button),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        # What is chosen keeps the colours of its text: a mark must stay what it is.
        (role.Highlight, colours.selected),
        (role.HighlightedText, colours.text),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.Mid, colours.line2),
        (role.Light, colours.base if not dark else colours.line),
        (role.Midlight, colours.line),
        (role.Dark, colours.faint),
        (role.Shadow, colours.faint),
    ):
        palette.setColor(where, colour)
    palette.setColor(QPalette.ColorGroup.Inactive, role.Highlight, colours.selected_idle)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, colours.faint)
    return palette


SMALL, BODY, LARGE = 0.85, 1.0, 1.5
"""The three sizes of text, as parts of the system's own: labels and keys, all else, a place."""

STEP = 4
"""All blank is a multiple of it, in device-independent pixels."""

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
"""Where a text stands in its row, as Qt's models and painters ask for it."""


@cache
def font(size: float = BODY, *, strong: bool = False, italic: bool = False) -> QFont:
    """The application's font in one of the three sizes, made once; figures of one width."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(made.pointSizeF() * size)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    made.setItalic(italic)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=1024)
def width(text: str, size: float = BODY, *, strong: bool = False) -> int:
    """How wide a text is in that font, in device-independent pixels; layouts ask it often."""
    return QFontMetrics(font(size, strong=strong)).horizontalAdvance(text)


def contrast(one: QColor, other: QColor) -> float:
    """How far two colours are apart for an eye, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_EDGES = {
    **dict.fromkeys(("QLineEdit", "QAbstractSpinBox", "QComboBox", "QPushButton"), "faint"),
    # Of these the style draws a paler one.
    **dict.fromkeys(("QCheckBox", "QRadioButton"), "muted"),
}
"""Which colour the edge of a control has."""
_DARKER = 140
"""By how much Fusion darkens the ground for an edge, in per cent."""


def _edged(colours: Ink, edge: str) -> QPalette:
    """Of what is typed into, pressed and ticked: an edge that is seen, and the keys in it.

    The style draws the edge darker than the ground of the window, which on dark is no edge at all,
    and where the keys are, one of the colour of chosen text, which is as pale as rows that are.
    """
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, getattr(colours, edge).lighter(_DARKER))
    palette.setColor(QPalette.ColorRole.Highlight, colours.accent)
    palette.setColor(QPalette.ColorRole.HighlightedText, colours.base)
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
def swatch(colour: str, dark: bool = False) -> QPixmap:
    """A small square of a party's colour with room before the name, made once per colour.

    On a dark ground it has an edge: the darkest parties would vanish there.
    """
    pixmap = _blank(16, 12)
    painter = QPainter(pixmap)
    painter.fillRect(QRectF(2, 1, 10, 10), QColor(colour))
    if dark:
        painter.setPen(DARK.line2)
        painter.drawRect(QRectF(2.5, 1.5, 9, 9))
    painter.end()
    return pixmap


def icon(name: str, colour: QColor, size: int = 20) -> QPixmap:
    """One of the desk's icons in a colour, sharp on the screen it is for."""
    return _icon(name, colour.name(), size, QGuiApplication.primaryScreen().devicePixelRatio())


@cache
def _icon(name: str, colour: str, size: int, _ratio: float) -> QPixmap:
    # Loaded with the first icon: the window is painted before that.
    from PySide6.QtSvg import QSvgRenderer

    drawn = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = _blank(size, size)
    painter = QPainter(pixmap)
    QSvgRenderer(drawn.encode()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _blank(width: int, height: int) -> QPixmap:
    """A transparent picture, sharp on the screen it is for."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
