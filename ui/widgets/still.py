"""A place for a widget: what is laid out anew inside stays inside, unless more room is needed.

Qt's layouts tell upwards of every text that changes, up to the window; there everything between
would be laid out again for each figure typed.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

BY_HAND = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
"""Until it is shown for the first time Qt calls a widget hidden that nobody has put away."""


class Still(QWidget):
    """Holds one widget, as large as itself; it comes and goes with it.

    What holds it is told of another size only where the least size the widget needs has changed.
    """

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held, self._told = held, QSize()
        put_away = held.isHidden() and held.testAttribute(BY_HAND)
        held.setParent(self)
        held.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, held.sizePolicy().verticalPolicy())
        if put_away:
            self.hide()

    def sizeHint(self) -> QSize:
        return self._held.sizeHint().expandedTo(self.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        if not (self.isVisible() and self._told.isValid()):
            # Nothing is told of what changes before it is seen, and layouts within layouts do not
            # know of it yet.
            if (layout := self._held.layout()) is not None:
                layout.activate()
            self._told = self._least()
        return self._told

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._held.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._measure()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShowToParent:
            self.show()
        elif event.type() is QEvent.Type.HideToParent:
            self.hide()
        return False

    def _measure(self) -> None:
        if (least := self._least()) == self._told:
            return
        self._told = least
        self.updateGeometry()
        # At once, up to the window: for a turn of events each it would hold on to its old least
        # size, and a window that is made smaller meanwhile would stay too large.
        above = self.parentWidget()
        while above is not None:
            QCoreApplication.sendPostedEvents(above, QEvent.Type.LayoutRequest)
            above = above.parentWidget()

    def _least(self) -> QSize:
        hint, least = self._held.minimumSizeHint(), self._held.minimumSize()
        return QSize(least.width() or hint.width(), least.height() or hint.height())
