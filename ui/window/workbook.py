"""The whole night as a spreadsheet, from the menu: where to, how far it is, how it ended.

What is written is `ui.night.workbook`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.facts.codes import Refusal
from desk.rules.checks import Checks
from ui.night import workbook
from ui.night.bridge import Bridge
from ui.night.messages import Lasts
from ui.widgets.long_work import LongWork

SUFFIX = ".xlsx"


def save(
    parent: QWidget, bridge: Bridge, checks: Checks, failed: Callable[[Refusal], object]
) -> None:
    """Ask where, and write everything there; nothing waits for its end."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("Workbook", "Save the night as a spreadsheet"),
        str(bridge.session.path.with_suffix(SUFFIX)),
        QCoreApplication.translate("Workbook", "Spreadsheet (*.xlsx)"),
    )
    if not name:
        return
    path = Path(name)
    if path.suffix.lower() != SUFFIX:
        path = path.with_name(f"{path.name}{SUFFIX}")

    def done(_: object) -> None:
        said = QCoreApplication.translate(
            "Workbook", "The night was saved as a spreadsheet: {file}"
        )
        bridge.messages.say(said.format(file=path), Lasts.FILE)

    def stopped() -> None:
        said = QCoreApplication.translate("Workbook", "Stopped; no spreadsheet was saved.")
        bridge.messages.say(said, Lasts.FILE)

    bridge.work.start(
        LongWork(
            workbook.write_in_steps(path, bridge.session, checks),
            parent,
            title=QCoreApplication.translate("Workbook", "Saving the night as a spreadsheet"),
            text=QCoreApplication.translate("Workbook", "Rows: {n}"),
            done=done,
            failed=failed,
            stopped=stopped,
        )
    )
