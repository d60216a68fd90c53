"""The Qt binding in use keeps count: one release loses a reference to True with every signal."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Some 570 signals were enough to take the process down.
MANY = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Source(QObject):
    told = Signal(object)

application = QCoreApplication([])
source, heard = Source(), []
source.told.connect(heard.append)
for number in range(2000):
    source.told.emit(number)
raise SystemExit(0 if len(heard) == 2000 else 1)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_signals_keep_the_reference_count_of_true() -> None:
    from PySide6.QtCore import QObject, Signal

    class Source(QObject):
        told = Signal(object)

    source, heard = Source(), []
    source.told.connect(heard.append)
    before = sys.getrefcount(True)
    for number in range(200):
        source.told.emit(number)
    after = sys.getrefcount(True)
    assert len(heard) == 200
    assert abs(after - before) < 20


def test_two_thousand_signals_leave_the_process_alive() -> None:
    done = subprocess.run([sys.executable, "-c", MANY], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
