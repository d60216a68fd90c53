"""A sheet before it is printed, as it will be on paper; no printer is asked for until *Print*.

The system's own preview asks its print service, and where that is on the network, the network.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from desk.sheets.model import Sheet
from ui.sheets.view import SheetView
from ui.widgets.key_button import plain
from ui.widgets.sizes import fit


class SheetPreview(QDialog):
    """The pages, and the two ways from here to paper."""

    def __init__(
        self,
        sheet: Sheet,
        print_out: Callable[[], object],
        save_pdf: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle(self.tr("Print preview: {sheet}").format(sheet=sheet.title))
        self.view = SheetView(self)
        self.view.setObjectName("preview.view")
        self.view.setAccessibleName(self.windowTitle())
        self.view.show_sheet(sheet)
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self))
        for name, text, way in (
            ("preview.print", self.tr("&Print…"), print_out),
            ("preview.pdf", self.tr("P&DF…"), save_pdf),
        ):
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(self._through(way))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        fit(self, 900, 1000)
        self.view.setFocus()

    def _through(self, way: Callable[[], object]) -> Callable[[], None]:
        """Out by a way: its own dialog stands over the window, not over this one."""

        def go() -> None:
            self.accept()
            way()

        return go
