"""What no mock can show: which sockets the window opens on a real screen before *Print*."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desk.facts.catalog import resource

TOOLS = ("strace", "Xvfb", "xvfb-run")
ROOT = resource().parent

# The demonstration, its print preview, a PDF of the sheet in front, and out again.
EVENING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desk.sheets.model import SheetKind
from ui.sheets import out, page
from ui.sheets.made import Wanted
from ui.window import app

application, window = app.make()
window.show()
window.open_demo()
application.processEvents()
QTimer.singleShot(300, lambda: QApplication.activeModalWidget().reject())
page.preview(window.night)
contest, pair, place = window.night.standing()
wanted = Wanted(SheetKind.DISTRICT, contest, pair, (place,))
out.write_pdf(window.night, wanted, Path(sys.argv[1]), window)
while not window.night.bridge.work.idle:
    application.processEvents()
window.close()
print("done")
"""


@pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason="strace or Xvfb is not installed"
)
def test_preview_and_pdf_ask_no_print_service(tmp_path: Path) -> None:
    trace, pdf = tmp_path / "trace", tmp_path / "sheet.pdf"
    # A print service on the network, as a system may name one; the address is nobody's.
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "CUPS_SERVER": "192.0.2.1:631"}
    run = subprocess.run(
        [
            *("xvfb-run", "-a", "strace", "-f", "-qq", "-e", "trace=connect", "-o", str(trace)),
            *(sys.executable, "-c", EVENING, str(pdf)),
        ],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "could not connect to display" in run.stderr or "could not load the Qt" in run.stderr:
        pytest.skip("Qt finds no screen here")
    assert run.stdout.strip().endswith("done"), run.stderr[-2000:]
    assert pdf.read_bytes().startswith(b"%PDF")
    calls = trace.read_text(encoding="utf-8").splitlines()
    outside = [one for one in calls if re.search(r"AF_INET|cups|htons\(631\)", one)]
    assert outside == []
