"""The whole liveblog from the menu: a folder, the page and the feed in it, and a look at the page.

What is written is `desk.liveblog`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desk.facts.codes import Refusal
from desk.liveblog import page as liveblog
from ui.night.bridge import Bridge
from ui.night.messages import Lasts
from ui.night.preferences import Preferences
from ui.widgets.key_button import plain
from ui.widgets.long_work import LongWork

FOLDER = "liveblog"
"""The preference that remembers the folder last written to."""


_written: WeakKeyDictionary[Bridge, str] = WeakKeyDictionary()
"""The folder each open night's liveblog was last written to, while it is open."""


def write(
    parent: QWidget,
    bridge: Bridge,
    preferences: Preferences,
    failed: Callable[[Refusal], object],
    *,
    again: bool = False,
) -> None:
    """Choose a folder, remembered from night to night, and write the page and the feed there.

    ``again`` asks nothing where this night was written before: the page takes its own place.
    """
    session = bridge.session
    folder = _written.get(bridge, "") if again else ""
    asked = not folder
    if asked:
        start = preferences.text(FOLDER, str(session.path.parent))
        folder = QFileDialog.getExistingDirectory(
            parent, QCoreApplication.translate("Liveblog", "Folder for the liveblog"), start
        )
    if not folder:
        return
    preferences.set_text(FOLDER, folder)

    def done(written: tuple[Path, Path]) -> None:
        _written[bridge] = folder
        tell(parent, bridge, written[0], quietly=not asked)

    def stopped() -> None:
        said = QCoreApplication.translate("Liveblog", "Stopped; no liveblog was written.")
        bridge.messages.say(said, Lasts.FILE)

    bridge.work.start(
        LongWork(
            liveblog.write_in_steps(session, Path(folder)),
            parent,
            title=QCoreApplication.translate("Liveblog", "Writing the liveblog"),
            text=QCoreApplication.translate("Liveblog", "Posts and their pictures:"),
            done=done,
            failed=failed,
            stopped=stopped,
        )
    )


def tell(parent: QWidget, bridge: Bridge, page: Path, *, quietly: bool = False) -> None:
    """Say where the page is and, unless it is said quietly, offer to open it."""
    said = QCoreApplication.translate("Liveblog", "Liveblog written: {file}").format(file=page)
    bridge.messages.say(said, Lasts.FILE)
    if quietly:
        return
    title = parent.window().windowTitle()
    box = QMessageBox(QMessageBox.Icon.Information, title, said, parent=parent)
    box.setObjectName("liveblog")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    look = box.addButton(
        QCoreApplication.translate("Liveblog", "Open in the browser"),
        QMessageBox.ButtonRole.ActionRole,
    )
    look.setObjectName("liveblog.open")
    look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    plain(box).open()
