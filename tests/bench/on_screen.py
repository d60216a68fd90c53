"""The built program against the same from source, from their start to what stands on a screen.

Watched from outside, so that both are as they are: the time until X shows another picture than its
empty screen, and what the processor had done by then. It needs a screen of its own (Xvfb, without a
window manager) and a program that was built.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.report import Line, middle

ROUNDS = 10
BUDGET = 2.0
PATIENCE = 60
"""Seconds after which a program that shows nothing is given up."""
LOOK_EVERY = 0.003
"""Seconds between two looks at the screen."""

_AT, _SIDE, _ALL_PLANES, _BY_PIXELS = 40, 200, ctypes.c_ulong(-1), 2


class Screen:
    """The screen that ``DISPLAY`` names; OSError where there is none."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11"))
        for name in ("XOpenDisplay", "XDefaultRootWindow", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        if self._display.value is None:
            raise OSError(f"no screen at DISPLAY={os.environ.get('DISPLAY', '')!r}")
        self._root = ctypes.c_void_p(self._x.XDefaultRootWindow(self._display))

    def picture(self) -> bytes:
        """The pixels near the corner where a window opens, as X sends them."""
        image = self._x.XGetImage(
            self._display, self._root, _AT, _AT, _SIDE, _SIDE, _ALL_PLANES, _BY_PIXELS
        )
        # Behind five whole numbers of an XImage stands the address of its pixels.
        data = ctypes.cast(image + 16, ctypes.POINTER(ctypes.c_void_p))[0]
        pixels = ctypes.string_at(data, _SIDE * _SIDE * 4)
        self._x.XDestroyImage(ctypes.c_void_p(image))
        return pixels


def painted(screen: Screen, command: Sequence[str]) -> tuple[float, float]:
    """Seconds until a program has painted, and of the processor until then; it is ended there."""
    empty = screen.picture()
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while screen.picture() == empty:
        with suppress(subprocess.TimeoutExpired):
            process.wait(LOOK_EVERY)
        if perf_counter() - start > PATIENCE or process.returncode is not None:
            process.kill()
            raise OSError(f"{command[0]} showed nothing")
    taken = perf_counter() - start
    process.kill()
    _, _, used = os.wait4(process.pid, 0)
    while screen.picture() != empty:
        continue
    return taken, used.ru_utime + used.ru_stime


def measure(program: Path, *arguments: str) -> list[Line]:
    """The first paint of the built program and of the same from source, turn by turn."""
    screen = Screen()
    commands = {
        "from source": (sys.executable, "-m", "ui", *arguments),
        "built": (str(program), *arguments),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    worked: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(ROUNDS + 1):
        for name, command in commands.items():
            seconds, processor = painted(screen, command)
            # The first round warms the disk.
            if turn:
                taken[name].append(seconds)
                worked[name].append(processor)
    return [
        *(middle(f"{name}, start to first paint", taken[name]) for name in commands),
        *(middle(f"{name}, of the processor", worked[name]) for name in commands),
        _times("built / from source", taken),
        _times("built / from source, of the processor", worked),
    ]


def _times(what: str, of: dict[str, list[float]]) -> Line:
    return Line(what, median(of["built"]) / median(of["from source"]), "x", BUDGET)
