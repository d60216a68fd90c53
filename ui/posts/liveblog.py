"""The whole liveblog from the menu: a folder, the page and the feed in it, and a look at the page.

What is written is `desk.liveblog`'s.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QWidget

from desk.facts.codes import Refusal
from desk.liveblog import page as liveblog
from ui.night.page import OpenNight
from ui.widgets.message import tell_window

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

FOLDER = "liveblog"
"""The preference that remembers the folder last written to."""

SOON_MS = 400
"""How long the work may take before a bar says how far it is."""


class Waiting(QProgressDialog):
    """How many posts of how many are ready, with a way to stop: nothing is written then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("liveblog.progress")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Writing the liveblog"))
        self.setLabelText(self.tr("Posts and their pictures:"))
        self.setCancelButtonText(self.tr("Stop"))
        self.setMinimumDuration(SOON_MS)

    def tell(self, ready: int, count: int) -> bool:
        """Show how far it is; whether to go on."""
        self.setMaximum(max(count, 1))
        # A bar that is full closes itself, and its closing counts as a no.
        self.setValue(min(ready, self.maximum() - 1))
        return not self.wasCanceled()


def write(window: MainWindow, night: OpenNight) -> None:
    """Choose a folder, remembered from night to night, and write the page and the feed there."""
    session = night.bridge.session
    start = window.preferences.text(FOLDER, str(session.path.parent))
    folder = QFileDialog.getExistingDirectory(
        window, QCoreApplication.translate("Liveblog", "Folder for the liveblog"), start
    )
    if not folder:
        return
    window.preferences.set_text(FOLDER, folder)
    waiting = Waiting(window)
    try:
        written = liveblog.write(session, Path(folder), progress=waiting.tell)
    except Refusal as refusal:
        window.tell(refusal, elsewhere=False)
        return
    finally:
        waiting.deleteLater()
    if not written:
        tell_window(
            window, QCoreApplication.translate("Liveblog", "Stopped; no liveblog was written.")
        )
    else:
        tell(window, written[0])


def tell(window: MainWindow, page: Path) -> None:
    """Say where the page is and offer to open it; nothing waits for the answer."""
    said = QCoreApplication.translate("Liveblog", "Liveblog written: {file}").format(file=page)
    tell_window(window, said)
    box = QMessageBox(QMessageBox.Icon.Information, window.windowTitle(), said, parent=window)
    box.setObjectName("liveblog")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    look = box.addButton(
        QCoreApplication.translate("Liveblog", "Open in the browser"),
        QMessageBox.ButtonRole.ActionRole,
    )
    look.setObjectName("liveblog.open")
    look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.open()
