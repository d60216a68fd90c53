"""What a post is to be about: its kind, places, agencies, moment, and a statement's speaker.

It only gathers what is asked; what comes of it is composed in `desk`.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.drafts.model import OF_A_PLACE, WITHOUT_PLACES
from desk.facts.edits import POST_PLACES, SetSetting
from desk.facts.figures import read_clock
from desk.facts.post import Ask, PostKind
from desk.rules.discrepancies import asked_pair
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts.names import kind_names
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.marks import DRAFT
from ui.widgets.rows import Hairline, LinedRows
from ui.widgets.theme import SMALL, STEP

KINDS = tuple(PostKind)
HERE, TICKED, ALL, BEGUN = "here", "ticked", "all", "begun"
BOTH = ""
"""The agencies' box: the pair in front."""


class AskPanel(QWidget):
    """The choices, from the top: Tab goes through them, the arrows change them."""

    asked = Signal()
    """The editor has asked for something else."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer.ask")
        self._bridge = bridge
        self._contest, self._pair, self._place = "", ("", ""), ""
        self._begun: tuple[str, ...] = ()
        self._under_way: frozenset[PostKind] = frozenset()
        self.kinds = QListWidget(self)
        self.places, self.agencies = QComboBox(self), QComboBox(self)
        self.at, self.who, self.where = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self._labels = {
            name: QLabel(self) for name in ("places", "agencies", "at", "who", "where", "text")
        }
        for name in ("kinds", *self._labels):
            getattr(self, name).setObjectName(f"composer.{name}")
        for box in (self.places, self.agencies):
            # A long list of places must not push the text aside.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(15)
        for view in (self.kinds, self.text):
            view.setSizePolicy(QSizePolicy.Policy.Ignored, view.sizePolicy().verticalPolicy())
        LinedRows(self.kinds, lines=False)
        self.kinds.setFrameShape(QFrame.Shape.NoFrame)
        self.kinds.viewport().setAutoFillBackground(False)
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._fill()
        self._connect()
        self.retranslate()

    @property
    def kind(self) -> PostKind:
        """The kind chosen."""
        return KINDS[max(self.kinds.currentRow(), 0)]

    @property
    def contest(self) -> str:
        """The contest in front."""
        return self._contest

    def ask(self) -> Ask:
        """What is asked for. E108 where the moment is no time of day."""
        kind, session = self.kind, self._bridge.session
        if kind is PostKind.STATEMENT:
            who, where = self.who.text().strip(), self.where.text().strip()
            said = self.text.toPlainText().strip()
            return Ask(self._contest, at=self._moment(), text=said, who=who, where=where)
        if kind in WITHOUT_PLACES:
            return Ask(self._contest, at=self._moment())
        agency = self.agencies.currentData() or BOTH
        agencies: tuple[str, ...] = (agency,) if agency else ()
        if not agency and kind is not PostKind.FIRST:
            agencies = asked_pair(session, self._pair)
        return Ask(self._contest, self._places(), agencies, self._moment())

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Write about another contest, or by other agencies."""
        self._contest, self._pair = contest, pair
        self._fill_agencies()

    def show_place(self, place: str) -> None:
        """Another place is the one in front."""
        self._place = place
        self.name_places()

    def choose(self, kind: PostKind) -> None:
        """Choose a kind, with the places and agencies it is usually written of."""
        with QSignalBlocker(self.kinds):
            self.kinds.setCurrentRow(KINDS.index(kind))
        self._usual()
        self._show_fields()

    def choose_comparison(self) -> None:
        """Choose the comparison of the places ticked, as the night stands."""
        self.choose(PostKind.COMPARISON)
        self.places.setCurrentIndex(self.places.findData(TICKED))
        self.at.clear()

    def take(self, kind: PostKind, ask: Ask) -> None:
        """Ask for what a draft was begun for."""
        self.choose(kind)
        for field, text in ((self.who, ask.who), (self.where, ask.where)):
            field.setText(text)
        with QSignalBlocker(self.text):
            self.text.setPlainText(ask.text)
        self._begun = ask.places
        with QSignalBlocker(self.places), QSignalBlocker(self.agencies), QSignalBlocker(self.at):
            known = {(): ALL, (self._place,): HERE}.get(ask.places, BEGUN)
            self.name_places()
            self.places.setCurrentIndex(self.places.findData(known))
            only = ask.agencies[0] if len(ask.agencies) == 1 else BOTH
            self.agencies.setCurrentIndex(max(self.agencies.findData(only), 0))
            self.at.setText(shown.clock(ask.at))

    def show_under_way(self, kinds: frozenset[PostKind]) -> None:
        """Mark the kinds of which an unfinished post is kept."""
        if kinds != self._under_way:
            self._under_way = kinds
            self._name_kinds()

    def in_scroll_area(self, parent: QWidget) -> QScrollArea:
        """This panel in an area that scrolls where the window is low."""
        area = QScrollArea(parent)
        area.setObjectName("composer.ask.scroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self)
        area.setMinimumWidth(self.minimumSizeHint().width())
        return area

    def take_keys(self) -> None:
        """Put the focus in the list of kinds."""
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for name, text in (
            ("places", self.tr("Places")),
            ("agencies", self.tr("Agencies")),
            ("at", self.tr("As known at")),
            ("who", self.tr("Who")),
            ("where", self.tr("Where")),
            ("text", self.tr("What was said")),
        ):
            self._labels[name].setText(text)
            getattr(self, name).setAccessibleName(text)
        self.kinds.setAccessibleName(self.tr("Kind of post"))
        self.at.setPlaceholderText(self.tr("now, or 1925"))
        self.who.setPlaceholderText(self.tr("for example: the candidate and their party"))
        self.where.setPlaceholderText(self.tr("a city, a building; may stay empty"))
        self._name_kinds()
        self.name_places()
        self._fill_agencies()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label in self._labels.items():
            form.addRow(label, getattr(self, name))
            label.setFont(theme.font(SMALL))
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setBuddy(getattr(self, name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addSpacing(2 * STEP)
        layout.addWidget(self.kinds)
        layout.addSpacing(2 * STEP)
        layout.addWidget(Hairline(self))
        layout.addLayout(form)
        layout.addStretch(1)

    def _fill(self) -> None:
        self.kinds.addItems(["" for _ in KINDS])
        self.kinds.setCurrentRow(0)
        rows = len(KINDS) * self.kinds.sizeHintForRow(0)
        self.kinds.setFixedHeight(rows + 2 * self.kinds.frameWidth() + 2)
        self.kinds.setMinimumWidth(30 * self.fontMetrics().averageCharWidth())
        for data in (HERE, TICKED, ALL, BEGUN):
            self.places.addItem("", data)

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(self._kind_chosen)
        for box in (self.places, self.agencies):
            box.activated.connect(self.asked)
        for line in (self.at, self.who, self.where):
            line.textEdited.connect(self.asked)
        self.text.textChanged.connect(self.asked)

    def _kind_chosen(self) -> None:
        self._usual()
        self._show_fields()
        self.asked.emit()

    def _usual(self) -> None:
        """What was chosen for one kind is not meant for the next."""
        usual = HERE if self.kind in OF_A_PLACE else ALL
        with QSignalBlocker(self.places), QSignalBlocker(self.agencies):
            self.places.setCurrentIndex(self.places.findData(usual))
            self.agencies.setCurrentIndex(self.agencies.findData(BOTH))

    def _show_fields(self) -> None:
        statement, placed = self.kind is PostKind.STATEMENT, self.kind not in WITHOUT_PLACES
        for name, label in self._labels.items():
            shown_now = name == "at" or (placed if name in ("places", "agencies") else statement)
            label.setVisible(shown_now)
            getattr(self, name).setVisible(shown_now)

    def _ticked(self) -> tuple[str, ...]:
        chosen = frozenset(self._bridge.session.settings.get(POST_PLACES, "").splitlines())
        return tuple(p.name for p in self._bridge.session.election.places if p.name in chosen)

    def may_drop(self, place: str) -> bool:
        """Whether the post is of several ticked places, this one among them."""
        ticked = self._ticked() if self.places.currentData() == TICKED else ()
        return place in ticked and len(ticked) > 1

    def drop(self, place: str) -> None:
        """Let the post be of the other ticked places."""
        left = "\n".join(one for one in self._ticked() if one != place)
        self._bridge.attempt(SetSetting(POST_PLACES, left), self)

    def _places(self) -> tuple[str, ...]:
        return {HERE: (self._place,), TICKED: self._ticked(), BEGUN: self._begun}.get(
            self.places.currentData(), ()
        )

    def _moment(self) -> datetime | None:
        typed = self.at.text().strip()
        return self._bridge.session.election.moment(read_clock(typed)) if typed else None

    def _name_kinds(self) -> None:
        names = kind_names()
        for row, kind in enumerate(KINDS):
            mark = f" {DRAFT}" if kind in self._under_way else ""
            self.kinds.item(row).setText(names[kind] + mark)

    def name_places(self) -> None:
        """Say which places each choice means now."""
        for data, text, places in (
            (HERE, self.tr("Here: {place}"), (self._place,)),
            (TICKED, self.tr("Ticked: {place}"), self._ticked()),
            (ALL, self.tr("All that are told of"), ()),
            (BEGUN, self.tr("As begun: {place}"), self._begun),
        ):
            at = self.places.findData(data)
            few = numbered(self.tr("{n} {n:place|places}"), n=len(places))
            place = few if len(places) > 1 else "".join(places) or "–"
            self.places.setItemText(at, text.format(place=place))
            self.places.setItemData(at, ", ".join(places), Qt.ItemDataRole.ToolTipRole)

    def _fill_agencies(self) -> None:
        chosen = self.agencies.currentData() or BOTH
        self.agencies.clear()
        self.agencies.addItem(" + ".join(dict.fromkeys(self._pair)), BOTH)
        for agency in self._bridge.session.election.agencies:
            self.agencies.addItem(agency.code, agency.code)
        self.agencies.setCurrentIndex(max(self.agencies.findData(chosen), 0))
