"""The map page: a tile is a place, and going about the map is going about the night.

What the tiles tell is chosen here; a picture of the map leaves the way every chart does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk import charts
from desk.charts import tiles
from desk.facts.edits import Change
from ui.charts import out as charts_out
from ui.charts.beside import MapBeside
from ui.charts.buttons import PictureButtons, lay_out, quiet
from ui.charts.choice import PictureChoice
from ui.charts.map_model import TilesModel
from ui.charts.map_view import TileView
from ui.night.page import NightPage, OpenNight
from ui.texts.names import contest_name
from ui.widgets.elided import ElidedLabel
from ui.widgets.page_head import PageHead
from ui.widgets.panes import LinedPanes
from ui.widgets.rest import Rest

ROOM = 1250
"""From which width on something stands beside the map and its name, in independent pixels."""

CLOCK_MS = 30_000
"""How often the ages of the newest bulletins are looked at."""


AT_A_TIME = 40
"""Tiles read in one go, so that no key waits for a whole country."""


class MapPage(NightPage):
    """What the tiles tell, the tiles, and the ways out."""

    def __init__(self, night: OpenNight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self._night, self._bridge = night, night.bridge
        contest, pair, _ = night.standing()
        self._asked = charts.ChartAsked("map", contest, pair)
        self._waiting: set[str] | None = None
        self._told = False
        self.mode = PictureChoice("map.mode", self)
        self.model = TilesModel(self._bridge, self)
        self._rest = Rest(self._read, self)
        self.tiles = TileView(self._bridge.session.election, contest, self.model, self)
        self.head = PageHead("map.head", self)
        self.key = QLabel(self)
        self.key.setObjectName("map.key")
        self.key.setTextFormat(Qt.TextFormat.RichText)
        self.key.setWordWrap(True)
        self._hint = ElidedLabel("map.hint", self)
        self.message = self._bridge.messages
        self.row = PictureButtons("map", self.tiles, self)
        self.beside = MapBeside(night, self)
        self._lay_out()
        self.beside.chosen.connect(night.go_to)
        self.beside.entered.connect(night.open_place)
        self.tiles.selectionModel().currentChanged.connect(self._go)
        self.tiles.activated.connect(lambda index: night.open_place(str(index.data())))
        self.row.copy_wanted.connect(self.copy)
        self.row.save_wanted.connect(self.save)
        self._bridge.changed.connect(self._take_change)
        self._bridge.reloaded.connect(self._take_reload)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._take_reload)
        self._clock.start()
        self.retranslate()
        self.mode.turned.connect(self._choose)

    def take_keys(self) -> None:
        """Put the focus on the tiles."""
        self.tiles.setFocus()

    def copy(self) -> None:
        """Put the map on the clipboard as a picture, with what it shows as text."""
        charts_out.copy(self._bridge, self.asked, self.message)

    def save(self) -> None:
        """Save the map to a file, asking where."""
        charts_out.save(self, self._bridge, self.asked, self.message)

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Map another contest, or another pair of agencies."""
        if (contest, pair) != (self._asked.contest, self._asked.pair):
            self._asked = replace(self._asked, contest=contest, pair=pair)
            self.retranslate()
            self._told = False
            if self.isVisible():
                self.tell()

    def show_place(self, place: str) -> None:
        """Another place is current: its tile wears the ring."""
        row = self.model.row_of(place)
        index = QModelIndex() if row is None else self.model.index(row)
        with QSignalBlocker(self.tiles.selectionModel()):
            self.tiles.setCurrentIndex(index)
        self.tiles.scrollTo(index)
        self.tiles.viewport().update()
        self.beside.show_place(place)

    def show_mode(self, mode: str) -> None:
        """Choose what the tiles tell."""
        self.mode.setCurrentIndex(charts.MODES.index(mode))

    def tell(self) -> None:
        """Read every tile, and say what they tell."""
        self.tiles.lay(self._bridge.session.election, self._asked.contest)
        # Other tiles would make the first of them the current one: she stands where she stood.
        with QSignalBlocker(self.tiles.selectionModel()):
            self.model.show(self.asked)
        self._waiting = set()
        self._show_told()

    def _show_told(self) -> None:
        self.show_place(self._night.place)
        self._told = True
        self.tiles.viewport().update()
        self._show_key()

    @property
    def asked(self) -> charts.ChartAsked:
        """The map that is shown, at the minute it is shown."""
        return replace(self._asked, now=self._bridge.session.night_clock())

    @property
    def is_idle(self) -> bool:
        """Whether everything that has changed is on the tiles."""
        return self._rest.idle

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        first, second = self._asked.pair
        self.mode.tell(
            self.tr("Leaders in both agencies"),
            self.tr("Leaders in {agency}").format(agency=first),
            self.tr("Leaders in {agency}").format(agency=second),
            self.tr("Gap between the agencies"),
            self.tr("Opened boxes"),
            self.tr("Age of the newest bulletins"),
        )
        self._name()
        self.mode.setAccessibleName(self.tr("What the tiles tell"))
        self.tiles.setAccessibleName(self.tr("Tile map of the districts"))
        self._hint.setText(
            self.tr(
                "Arrows: to the neighbour · letters: to a name · Enter: its figures · + − 0: size"
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._told:
            self._take_reload()
        else:
            self.tell()

    def panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """What F6 goes on to: the course of the place, and where the leaders differ."""
        beside = self.beside
        return [
            (beside.chart, beside.chart.take_keys),
            (beside.list, beside.list.take_keys),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= ROOM
        self.beside.setVisible(roomy)
        # The name of the contest is not cut for a hint.
        self.head.note.setVisible(roomy)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        self.head.line.insertWidget(1, self.mode)
        top.addWidget(self.head, 1)
        top.addWidget(self.row)
        self.tiles.setFrameShape(QFrame.Shape.NoFrame)
        panes = (self.tiles, 4), (self.beside, 1)
        self.splitter = LinedPanes("map.splitter", Qt.Orientation.Horizontal, *panes)
        foot = QHBoxLayout()
        foot.addWidget(quiet(self._hint))
        lay_out(self, (top, self.key), self.splitter, foot)

    def _name(self) -> None:
        """The head over the map: which contest; what its tiles tell stands beside it."""
        race = self._bridge.session.election.contest(self._asked.contest)
        self.head.title.setText(contest_name(race))

    def _choose(self, number: int) -> None:
        self._asked = replace(self._asked, mode=charts.MODES[number])
        self.message.turn()
        if not self._told:
            self.tell()
            return
        # What was read holds: it is told in another way.
        self.model.tell(self.asked)
        self._show_told()

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self._night.go_to(str(index.data()))

    def _take_change(self, change: Change) -> None:
        if change.names:
            self.retranslate()
            self._take_reload()
        elif change.filed and self._waiting is not None:
            self._waiting |= {source.place for source in change.sources}
            self._rest.ask()

    def _take_reload(self) -> None:
        self._waiting = None
        units = self._bridge.session.election.units(self._asked.contest)
        if {tile.place for tile in self.model.tiles} == {place.name for place in units}:
            self._rest.ask()
            return
        # A place has come or gone: there are other tiles.
        self._told = False
        if self.isVisible():
            self.tell()

    def _read(self) -> Iterator[int]:
        """The keys rest: read what has changed."""
        if not self.isVisible():
            self._waiting = None
            return
        every = [tile.place for tile in self.model.tiles]
        waiting = every if self._waiting is None else [*self._waiting]
        asked = self.asked
        for first in range(0, len(waiting), AT_A_TIME):
            self.model.show_places(asked, waiting[first : first + AT_A_TIME])
            yield 0
        self._waiting = set()
        self._show_key()

    def _show_key(self) -> None:
        """What the colours and marks stand for; a mark is told by its shape too."""
        session, told = self._bridge.session, self.model.tiles
        differ = [tile.place for tile in told if tile.differ]
        self.beside.show_map(self._asked, differ)
        self.head.note.setText(tiles.head(self._asked, session.election)[1])
        said = []
        for sign in tiles.key(session, self._asked, told):
            shape = "▨" if sign.hatch else "▲" if sign.marker else "■" if sign.face else ""
            own = not sign.hatch and sign.face.upper() != charts.LIGHT.ink.upper()
            faces = sign.tints if sign.tints else (sign.face,)
            patches = [
                f'<span style="color:{face}">{shape}</span>' if own else shape for face in faces
            ]
            said.append(f"{''.join(patches)}&nbsp;{escape(sign.text)}")
        self.key.setText(" &nbsp; ".join(said))
