"""What draws the charts, loaded beside the window: it takes longer than a key may wait.

Nothing is loaded before the first chart is wanted.
"""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module
from threading import Thread

from desk.charts.page import wide

POLL_MS = 30
"""How often to look whether it is there."""


def loaded() -> bool:
    """Whether charts can be drawn now; the first to ask sets the loading going."""
    return not _loader().is_alive()


@cache
def _loader() -> Thread:
    thread = Thread(target=_load, name="charts")
    thread.start()
    return thread


def _load() -> None:
    """Import, and draw once: the first drawing finds the letters and takes longest."""
    for name in ("ui.charts.painter", "matplotlib.style"):
        # The styles too, thirty files of them, though none is used: to have the defaults is to
        # have read them.
        import_module(name)
    from matplotlib.figure import Figure

    figure = Figure(figsize=(2, 1))
    figure.add_subplot().set_title("ç")
    figure.draw_without_rendering()
    wide("ç", 12)
    # What was loaded stays: no collection need go through it between two keys.
    gc.freeze()
