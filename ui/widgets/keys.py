"""Keys by name, the same in every language of the window.

Which command has which key is the menus' business.
"""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def key_sequence(key: str) -> QKeySequence:
    """A key by its English name, whatever the window's language calls it."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)


def key_text(sequence: QKeySequence) -> str:
    """What the window calls a key."""
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
