"""The whole liveblog from the menu: a folder, the page and the feed in it, and a look at the page.

What is written is `desk.liveblog`'s.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desk import liveblog
from desk.codes import Refusal
from ui.message import tell_window

if TYPE_CHECKING:
    from ui.night import NightView
    from ui.window import MainWindow

FOLDER = "liveblog"
"""The preference that remembers the folder last written to."""


def write(window: MainWindow, night: NightView) -> None:
    """Choose a folder, remembered from night to night, and write the page and the feed there."""
    session = night.bridge.session
    start = window.preferences.text(FOLDER, str(session.path.parent))
    folder = QFileDialog.getExistingDirectory(
        window, QCoreApplication.translate("Liveblog", "Folder for the liveblog"), start
    )
    if not folder:
        return
    window.preferences.set_text(FOLDER, folder)
    # Ten thousand posts, or pictures to draw, take a moment.
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        written = liveblog.write(session, Path(folder))
    except Refusal as refusal:
        window.tell(refusal, elsewhere=False)
        return
    finally:
        QGuiApplication.restoreOverrideCursor()
    for page in written or ():
        if page.name == liveblog.PAGE_NAME:
            tell(window, page)


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
    look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.open()
