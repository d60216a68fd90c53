"""The charts page: a kind is chosen, the place and the contest follow the night.

The desk draws; here the drawing is asked for, looked into, copied and saved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk import charts
from desk.charts import ChartAsked, Drawn, Evening, Palette
from desk.facts.edits import Change
from ui.charts import out as charts_out
from ui.charts.buttons import PictureButtons, lay_out, narrow, quiet
from ui.charts.canvas import ChartCanvas
from ui.charts.choice import PictureChoice
from ui.night.page import NightPage, OpenNight
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.rest import Rest

if TYPE_CHECKING:
    # Loaded beside the window when the first chart is drawn.
    from matplotlib.figure import Figure


LEAST = (1000, 600)
"""The smallest picture whose words do not get in each other's way, in pixels."""


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """An entry of the chooser: a kind of chart, of the current place or of every district."""

    kind: str
    here: bool = False


KINDS = (
    ChartChoice("comparison"),
    ChartChoice("comparison", here=True),
    ChartChoice("gap"),
    ChartChoice("opened"),
    ChartChoice("baseline"),
    ChartChoice("lead", here=True),
    ChartChoice("shares", here=True),
    ChartChoice("stage", here=True),
)


def enter(night: OpenNight, mark: charts.ChartMark) -> None:
    """Go to the bulletin a mark stands for, or to its place where it stands for no single one."""
    night.open_place(mark.place)
    if mark.bulletin is not None:
        night.show_bulletin(mark.bulletin)


class ChartsPage(NightPage):
    """The chooser, the chart, and the ways out."""

    def __init__(self, night: OpenNight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("charts")
        self._night, self._bridge = night, night.bridge
        contest, pair, self._place = night.standing()
        self._asked = charts.ChartAsked(KINDS[0].kind, contest, pair)
        self.kind = PictureChoice("charts.kind", self)
        self.canvas = ChartCanvas("charts.canvas", self._draw, LEAST, self)
        self.message = self._bridge.messages
        self._part = QLabel(self)
        self._part.setObjectName("charts.part")
        self._hint = ElidedLabel("charts.hint", self)
        self.buttons = {name: QPushButton(self) for name in ("before", "after")}
        self.row = PictureButtons("charts", self.canvas, self)
        self._lay_out()
        self.kind.turned.connect(self._choose)
        self.canvas.mark_entered.connect(lambda mark: enter(night, mark))
        self.canvas.part_wanted.connect(self._turn)
        self.canvas.drawn.connect(self._show_state)
        for name, act in (
            ("before", lambda: self._turn(-1)),
            ("after", lambda: self._turn(1)),
        ):
            self.buttons[name].clicked.connect(act)
        self.row.copy_wanted.connect(self.copy)
        self.row.save_wanted.connect(self.save)
        self._bridge.changed.connect(self._take_change)
        self._bridge.reloaded.connect(self.canvas.refresh)
        self.retranslate()

    def take_keys(self) -> None:
        """Put the focus on the chart."""
        self.canvas.setFocus()

    def copy(self) -> None:
        """Put the chart on the clipboard as a picture, with what it shows as text."""
        charts_out.copy(self._bridge, self._asked, self.message)

    def save(self) -> None:
        """Save the chart to a file, asking where."""
        charts_out.save(self, self._bridge, self._asked, self.message)

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Draw another contest, or another pair of agencies."""
        self._ask(replace(self._asked, contest=contest, pair=pair, part=0))

    def show_place(self, place: str) -> None:
        """Draw another place, if the chart is of one."""
        self._place = place
        if KINDS[self.kind.currentIndex()].here:
            self._ask(replace(self._asked, place=place))

    def show_kind(self, kind: str, *, here: bool = False) -> None:
        """Choose a kind of chart."""
        self.kind.setCurrentIndex(KINDS.index(ChartChoice(kind, here)))

    @property
    def asked(self) -> charts.ChartAsked:
        """The chart that is shown."""
        return self._asked

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.kind.tell(
            self.tr("District by district"),
            self.tr("Contenders here"),
            self.tr("Gap between the agencies"),
            self.tr("Opened boxes"),
            self.tr("Against the last election"),
            self.tr("Lead over the evening"),
            self.tr("Shares over the evening"),
            self.tr("Lead at equal opening"),
        )
        self.kind.setAccessibleName(self.tr("Kind of chart"))
        self._name_canvas()
        for name, text, tip in (
            ("before", "‹", self.tr("Districts before (PgUp)")),
            ("after", "›", self.tr("Further districts (PgDn)")),
        ):
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(tip)
            self.buttons[name].setAccessibleName(tip)
        self._hint.setText(
            self.tr(
                "Arrows: from mark to mark · Enter: its bulletin · + − 0: size · Shift+arrows: move"
            )
        )
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _name_canvas(self) -> None:
        """The picture has its own head; ears are told the kind."""
        self.canvas.setAccessibleName(self.kind.currentText())

    def _lay_out(self) -> None:
        for name, button in self.buttons.items():
            button.setObjectName(f"charts.{name}")
            narrow(button)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.kind)
        for widget in (self.buttons["before"], self._part, self.buttons["after"]):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.row)
        foot.addWidget(quiet(self._hint), 1)
        lay_out(self, (top,), self.canvas, foot)

    def _draw(self, figure: Figure, look: charts.Palette) -> charts.Drawn:
        return charts.draw(figure, self._bridge.session, self._asked, look)

    def _choose(self, number: int) -> None:
        place = self._place if KINDS[number].here else ""
        self._name_canvas()
        self.canvas.zoom_to_fit()
        self.message.turn()
        self._ask(replace(self._asked, kind=KINDS[number].kind, place=place, part=0))

    def _turn(self, step: int) -> None:
        """Another part of the districts, where one picture cannot hold them all."""
        parts = self.canvas.told.parts if self.canvas.told else 1
        self._ask(replace(self._asked, part=min(max(self._asked.part + step, 0), parts - 1)))

    def _ask(self, asked: charts.ChartAsked) -> None:
        if asked != self._asked:
            self._asked = asked
            self.canvas.refresh(soon=True)

    def _take_change(self, change: Change) -> None:
        if change.filed or change.names:
            self.canvas.refresh()

    def _show_state(self) -> None:
        parts = self.canvas.told.parts if self.canvas.told else 1
        self._part.setText(f"{self._asked.part + 1} / {parts}")
        for widget in (self._part, self.buttons["before"], self.buttons["after"]):
            widget.setVisible(parts > 1)
        self.buttons["before"].setEnabled(self._asked.part > 0)
        self.buttons["after"].setEnabled(self._asked.part < parts - 1)


SMALL_LEAST = (260, 110)
"""The smallest drawing that can be read, in pixels."""

AFTER_MS = 100
"""How long after it is first shown the drawing is thought of."""


class PlaceChart(QWidget):
    """A line of text and the drawing under it."""

    def __init__(
        self, night: OpenNight, parent: QWidget | None = None, *, name: str = "placeChart"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._night = night
        self._canvas: ChartCanvas | None = None
        self._of = ""
        self._shown: tuple[str, tuple[str, str], str] | None = None
        self._asked: tuple[ChartAsked, Evening] | None = None
        self.title = QLabel(self)
        self.title.setObjectName(f"{name}.title")
        self.title.setFont(theme.font(strong=True))
        self.title.setContentsMargins(2 * theme.STEP, theme.STEP, 0, theme.STEP)
        self.setMinimumHeight(SMALL_LEAST[1] + self.title.sizeHint().height())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 0, 4, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.title)
        self._layout.addStretch(0)
        self._first = Rest(self._begin, self, after=AFTER_MS)
        night.bridge.changed.connect(self._take_change)
        night.bridge.reloaded.connect(self._refresh)
        self.retranslate()

    @property
    def canvas(self) -> ChartCanvas:
        """The drawing, made now if nobody has seen it yet."""
        if self._canvas is None:
            name = f"{self.objectName()}.canvas"
            self._canvas = ChartCanvas(name, self._draw, SMALL_LEAST, self, read=self._read)
            self._canvas.setMinimumHeight(SMALL_LEAST[1])
            self._canvas.mark_entered.connect(lambda mark: enter(self._night, mark))
            self._layout.addWidget(self._canvas, 1)
            self._canvas.show()
            self.retranslate()
        return self._canvas

    def take_keys(self) -> None:
        """Put the focus on the drawing."""
        self.canvas.setFocus()

    def show_place(self, place: str) -> None:
        """Draw this place from now on, wherever the night goes."""
        self._of = place
        self.follow()

    def follow(self) -> None:
        """The night may have gone to another place, contest or pair of agencies."""
        contest, pair, place = self._night.standing()
        standing = contest, pair, self._of or place
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
        self._first.ask()

    def _begin(self) -> None:
        """The drawing, thought of for the first time."""
        _ = self.canvas

    def _read(self) -> None:
        """What is drawn, a step before it is: between the two a key may take its turn."""
        contest, pair, place = self._night.standing()
        asked = charts.ChartAsked("lead", contest, pair, self._of or place)
        self._asked = asked, charts.read_evening(self._night.bridge.session, asked)

    def _draw(self, figure: Figure, look: Palette) -> Drawn:
        assert self._asked is not None
        asked, read = self._asked
        return charts.draw_small(figure, self._night.bridge.session, asked, look, read)

    def _refresh(self) -> None:
        if self._canvas is not None:
            self._canvas.refresh()

    def _take_change(self, change: Change) -> None:
        if (change.filed and (self._of or self._night.place) in change.places) or change.names:
            self._refresh()
