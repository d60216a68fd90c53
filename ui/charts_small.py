"""The place's own chart beside its figures: the lead over the evening, drawn when the keys rest.

It can be put away in the View menu; what its marks lead to is the same as on the charts page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk import charts
from desk.edits import Change
from ui.charts import enter
from ui.charts_canvas import ChartCanvas

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.night import NightView

LEAST = (260, 110)
"""The smallest drawing that can be read, in pixels."""


class PlaceChart(QWidget):
    """A line of text and the drawing under it."""

    def __init__(self, night: NightView) -> None:
        super().__init__(night)
        self.setObjectName("placeChart")
        self._night = night
        self._shown: tuple[str, tuple[str, str], str] | None = None
        self.title = QLabel(self)
        self.title.setObjectName("placeChart.title")
        self.canvas = ChartCanvas("placeChart.canvas", self._draw, LEAST, self)
        self.canvas.setMinimumHeight(LEAST[1])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.canvas, 1)
        self.canvas.mark_entered.connect(lambda mark: enter(night, mark))
        night.bridge.changed.connect(self._take_change)
        night.bridge.reloaded.connect(self.canvas.refresh)
        self.retranslate()

    def follow(self) -> None:
        """The night may have gone to another place, contest or pair of agencies."""
        standing = self._night.standing()
        if standing != self._shown:
            # The drawing of another place must not stand beside this one's figures.
            self._shown = standing
            self.canvas.clear()
            self.canvas.refresh()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.title.setText(self.tr("Lead over the evening"))
        self.canvas.setAccessibleName(self.tr("The place's lead over the evening"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _draw(self, figure: Figure, look: charts.Look) -> charts.Drawn:
        contest, pair, place = self._night.standing()
        asked = charts.Asked("lead", contest, pair, place)
        return charts.draw_small(figure, self._night.bridge.session, asked, look)

    def _take_change(self, change: Change) -> None:
        if (change.filed and self._night.place in change.places) or change.names:
            self.canvas.refresh()
