"""A picture saved to a file, with what it shows in words beside it.

Which picture it is, and whether it may leave the desk, is asked before.
"""

from __future__ import annotations

from pathlib import Path

from desk.tables import written_whole


def write_with_text(path: Path, content: bytes, alt: str) -> Path:
    """Write a picture and, beside it, what it shows; the path of that text. Like `write_whole`."""
    beside = path.with_name(f"{path.name}.txt")
    with written_whole((path, content), (beside, f"{alt}\n")):
        return beside
