"""Sizes that fit: a window on its screen, a splitter as she left it.

What is remembered, and under which name, is whoever asks' business.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QSplitter, QWidget

from ui.widgets.still import Still

FRAME = 40
"""Room for a title bar, in device-independent pixels."""


def fit(widget: QWidget, width: int, height: int, screen: QScreen | None = None) -> None:
    """Give a window this size, or what its screen has room for beside bars and title."""
    free = available(screen or widget.screen())
    widget.resize(min(width, free.width()), min(height, max(1, free.height() - FRAME)))


def available(screen: QScreen | None) -> QRect:
    """What a window may cover of a screen; where there is none, of the first."""
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()


def stacked(name: str, *panes: tuple[QWidget, int]) -> QSplitter:
    """Panes from the top, like `side_by_side`."""
    splitter = side_by_side(name, *panes)
    splitter.setOrientation(Qt.Orientation.Vertical)
    return splitter


def side_by_side(name: str, *panes: tuple[QWidget, int]) -> QSplitter:
    """Panes from the left with how much of any spare width each one takes."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    for pane, stretch in panes:
        splitter.addWidget(Still(pane))
        splitter.setStretchFactor(splitter.count() - 1, stretch)
    return splitter


def state_of(splitter: QSplitter) -> QByteArray:
    """Where the panes meet; nothing of a splitter that was never laid out."""
    return splitter.saveState() if any(splitter.sizes()) else QByteArray()


def restore(splitter: QSplitter, state: QByteArray) -> None:
    """Put the panes where they were; what is no place for them is let be."""
    if _holds_sizes(bytes(state.data())):
        splitter.restoreState(state)


def _holds_sizes(state: bytes) -> bool:
    """Whether a state of Qt's (a mark, a version, then the sizes) has a size for each pane."""
    if len(state) < _HEAD.size:
        return False
    _, _, count = _HEAD.unpack_from(state)
    if not 0 < count <= (len(state) - _HEAD.size) // 4:
        return False
    return all(size >= 0 for size in struct.unpack_from(f">{count}i", state, _HEAD.size))


_HEAD = struct.Struct(">IiI")
