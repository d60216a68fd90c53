"""By hand: `python -m tests.ui.random.keys COUNT SEED…` presses COUNT random things at a desk.

Prints what broke, with the acts before it; a test runs a short deterministic part of it.
`TRACE=1` prints every act as it begins. `tests.faults` kills such a desk in the middle.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

import tests.conftest as surroundings
from desk.facts import catalog
from desk.file.session import Session
from desk.rehearsal import demo, prova
from tests.ui.hands import night_clock
from tests.ui.random.hands import MovingClock, RandomHands, Trouble
from tests.ui.random.laws import say
from ui.night.preferences import Preferences
from ui.texts import language
from ui.widgets import theme
from ui.window import app
from ui.window.main_window import MainWindow

UNSEEN = ("This plugin does not support", "QPageSetupDialog: Cannot be used on non-native")


def nights(folder: Path) -> list[Path]:
    """The demonstration evening, a blank night and a rehearsal, on the disk."""
    paths = [folder / f"{name}.secim" for name in ("demo", "blank", "prova")]
    demo.make(paths[0]).close()
    Session.create(paths[1], catalog.load("istanbul-2024"), night_clock).close()
    prova.begin(paths[2], 3, 10)[0].close()
    return paths


def press(seed: int, count: int) -> int:
    """One run; 0 if no law was broken."""
    folder = Path(tempfile.mkdtemp(prefix=f"random-{seed}-", dir=surroundings.SESSION))
    desk, _ = app.make(Preferences(QSettings(str(folder / "x.ini"), QSettings.Format.IniFormat)))
    preferences = Preferences(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    theme.apply(desk, "light")
    language.use("en")
    clock = MovingClock()
    window = app.wire(MainWindow(preferences, clock))
    window.show()
    hands = RandomHands(window, seed, folder)
    hands.clock = clock
    if seed % 2:
        hands.second = app.wire(MainWindow(preferences, clock))
        hands.second.show()
    hands.nights = nights(folder)
    put_back = hands.answer_files()
    if "TRACE" in os.environ:
        hands.trace = lambda text: say(text)

    def complain(kind: QtMsgType, _: QMessageLogContext, text: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and not (text or "").startswith(UNSEEN):
            hands.broken.append(f"Qt: {text}")

    def fault(kind: type[BaseException], what: BaseException, trace: TracebackType | None) -> None:
        hands.broken.append("".join(traceback.format_exception(kind, what, trace)))

    qInstallMessageHandler(complain)
    sys.excepthook = fault
    status = 0
    try:
        hands.open(hands.nights[seed % 3])
        hands.run(count)
    except Trouble as trouble:
        say(f"seed {seed}, act {len(hands.log)}:\n{trouble}")
        status = 1
    except Exception:
        traceback.print_exc()
        say("\n".join(["after:", *hands.log[-25:]]))
        status = 2
    finally:
        put_back()
    for seconds, said in hands.slowest[-3:]:
        say(f"  {seconds:.2f} s {said}")
    for _ in range(20):
        window.close()
    hands.answering = False
    window.deleteLater()
    desk.processEvents()
    qInstallMessageHandler(None)
    sys.excepthook = sys.__excepthook__
    say(f"seed {seed}: {'broken' if status else 'held'}, {hands.published} posts")
    QGuiApplication.clipboard().clear()
    return status


if __name__ == "__main__":
    import faulthandler

    faulthandler.enable()
    count, *seeds = (int(word) for word in sys.argv[1:])
    status = max(press(seed, count) for seed in seeds)
    sys.stdout.flush()
    # A window that a broken law left open is not worth taking down in order.
    os._exit(status)
