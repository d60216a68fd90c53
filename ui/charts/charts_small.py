"""The place's own chart beside its figures: the lead over the evening, drawn when the keys rest.

It can be put away in the View menu; what its marks lead to is the same as on the charts page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    # Loaded after the night is painted: a night that is opened shows its figures first.
    from matplotlib.figure import Figure

    from desk.charts import Drawn, Look
    from desk.facts.edits import Change
    from ui.charts.canvas import ChartCanvas
    from ui.window.night_view import NightView

LEAST = (260, 110)
"""The smallest drawing that can be read, in pixels."""

AFTER_MS = 100
"""How long after it is first shown the drawing is thought of."""


class PlaceChart(QWidget):
    """A line of text and the drawing under it."""

    def __init__(self, night: NightView) -> None:
        super().__init__(night)
        self.setObjectName("placeChart")
        self._night = night
        self._canvas: ChartCanvas | None = None
        self._shown: tuple[str, tuple[str, str], str] | None = None
        self.title = QLabel(self)
        self.title.setObjectName("placeChart.title")
        self.setMinimumHeight(LEAST[1] + self.title.sizeHint().height())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 0, 4, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.title)
        self._layout.addStretch(0)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(AFTER_MS)
        self._first.timeout.connect(lambda: self.canvas)
        night.bridge.changed.connect(self._take_change)
        night.bridge.reloaded.connect(self._refresh)
        self.retranslate()

    @property
    def canvas(self) -> ChartCanvas:
        """The drawing, made now if nobody has seen it yet."""
        if self._canvas is None:
            from ui.charts.canvas import ChartCanvas
            from ui.charts.page import enter

            self._canvas = ChartCanvas("placeChart.canvas", self._draw, LEAST, self)
            self._canvas.setMinimumHeight(LEAST[1])
            self._canvas.mark_entered.connect(lambda mark: enter(self._night, mark))
            self._layout.addWidget(self._canvas, 1)
            self._canvas.show()
            self.retranslate()
        return self._canvas

    def take_keys(self) -> None:
        """Put the focus on the drawing."""
        self.canvas.setFocus()

    def follow(self) -> None:
        """The night may have gone to another place, contest or pair of agencies."""
        standing = self._night.standing()
        if standing != self._shown:
            # The drawing of another place must not stand beside this one's figures.
            self._shown = standing
            if self._canvas is not None:
                self._canvas.clear()
            self._refresh()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.title.setText(self.tr("Lead over the evening"))
        if self._canvas is not None:
            self._canvas.setAccessibleName(self.tr("The place's lead over the evening"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first.start()

    def _draw(self, figure: Figure, look: Look) -> Drawn:
        from desk import charts

        contest, pair, place = self._night.standing()
        asked = charts.Asked("lead", contest, pair, place)
        return charts.draw_small(figure, self._night.bridge.session, asked, look)

    def _refresh(self) -> None:
        if self._canvas is not None:
            self._canvas.refresh()

    def _take_change(self, change: Change) -> None:
        if (change.filed and self._night.place in change.places) or change.names:
            self._refresh()
