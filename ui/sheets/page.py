"""The Sheets page: a district on paper as it would be printed now, and the ways out to paper.

It follows the current place; what a sheet says is the desk's, how it is painted `printing`'s.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.facts.edits import Change
from desk.sheets.model import SheetKind
from ui.night.page import SHEETS, NightPage, OpenNight
from ui.sheets.made import Wanted, all_units, made
from ui.sheets.view import STEP, SheetView
from ui.widgets.rest import Rest

KINDS = (SheetKind.DISTRICT, SheetKind.BLANK, SheetKind.BOARD)
THIS, TICKED, ALL = range(3)
"""Which places are meant."""


class SheetsPage(NightPage):
    """The page of the window."""

    def __init__(self, night: OpenNight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheets")
        self._night = night
        self._contest, self._pair, self._place = night.standing()
        self.kind, self.scope = QComboBox(self), QComboBox(self)
        for box, name, count in (
            (self.kind, "sheets.kind", len(KINDS)),
            (self.scope, "sheets.scope", 3),
        ):
            box.setObjectName(name)
            box.addItems([""] * count)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.smaller, self.larger, self.fit = (QToolButton(self) for _ in range(3))
        self.print_button, self.pdf_button = QPushButton(self), QPushButton(self)
        self.view = SheetView(self)
        self.view.setObjectName("sheets.view")
        self._where = QLabel(self)
        self._where.setObjectName("sheets.where")
        self.message = night.bridge.messages
        self._lay_out()
        # Made when the keys rest, and only while somebody looks.
        self._rest = Rest(self._show_if_seen, self, after=0)
        self.kind.currentIndexChanged.connect(lambda _: self._take_kind())
        self.scope.currentIndexChanged.connect(lambda _: self._choose())
        self.smaller.clicked.connect(lambda: self.view.magnify(1 / STEP))
        self.larger.clicked.connect(lambda: self.view.magnify(STEP))
        self.fit.clicked.connect(self.view.fit)
        self.print_button.clicked.connect(self.print_out)
        self.pdf_button.clicked.connect(lambda: self.save_pdf(self.wanted()))
        self.view.page_shown.connect(lambda _: self._tell_page())
        night.bridge.changed.connect(self._take_change)
        night.bridge.reloaded.connect(self._rest.ask)
        night.watch.changed.connect(lambda _: self._rest.ask())
        self.retranslate()

    def take_keys(self) -> None:
        """Put the focus on the pages."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Put the page in front on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self.view.picture())
        shown = self.shown()
        where = ", ".join(shown.places) or self.kind.currentText()
        self.message.say(
            self.tr("On the clipboard as a picture: the page of {what}.").format(what=where)
        )

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Another contest or pair of agencies."""
        self._contest, self._pair = contest, pair
        self._rest.ask()

    def show_place(self, place: str) -> None:
        """Another place."""
        self._place = place
        self._rest.ask()

    def wanted(self) -> Wanted:
        """The sheets that the choices above the page mean."""
        kind = KINDS[self.kind.currentIndex()]
        if kind is SheetKind.BOARD:
            return Wanted(kind, self._contest, self._pair)
        places: tuple[str, ...] = (self._place,)
        if self.scope.currentIndex() == TICKED:
            places = tuple(self._night.chosen_places())
        elif self.scope.currentIndex() == ALL:
            places = all_units(self._night.bridge.session.election, self._contest)
        return Wanted(kind, self._contest, self._pair, places)

    def shown(self) -> Wanted:
        """The one sheet that is on the screen."""
        kind = KINDS[self.kind.currentIndex()]
        places = () if kind is SheetKind.BOARD else (self._place,)
        return Wanted(kind, self._contest, self._pair, places)

    def everything(self) -> Wanted:
        """The sheets of all districts."""
        kind = KINDS[self.kind.currentIndex()]
        kind = SheetKind.DISTRICT if kind is SheetKind.BOARD else kind
        every = all_units(self._night.bridge.session.election, self._contest)
        return Wanted(kind, self._contest, self._pair, every)

    def print_out(self) -> None:
        """Print what is chosen."""
        from ui.sheets import out as sheets_out

        wanted = self.wanted()
        if self._night.bridge.may_go_out() and self._any(wanted):
            sheets_out.print_out(self._night, wanted, self)

    def save_pdf(self, wanted: Wanted) -> None:
        """Save sheets as a PDF, asking where."""
        from ui.sheets import out as sheets_out

        asked = self._night.bridge.may_go_out() and self._any(wanted)
        if asked and (path := sheets_out.ask_pdf(self._night, wanted, self)):
            sheets_out.write_pdf(self._night, wanted, path, self)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for box, text in ((self.kind, self.tr("Sheet")), (self.scope, self.tr("Places"))):
            box.setAccessibleName(text)
            box.setToolTip(text)
        kinds = (self.tr("District"), self.tr("Blank"), self.tr("Board of all"))
        scopes = (self.tr("This place"), self.tr("The ticked ones"), self.tr("All districts"))
        for box, texts in ((self.kind, kinds), (self.scope, scopes)):
            for row, text in enumerate(texts):
                box.setItemText(row, text)
        for button, text, name, tip in (
            (self.smaller, "−", self.tr("Smaller"), "−"),
            (self.larger, "+", self.tr("Larger"), "+"),
            (self.fit, self.tr("Fit"), self.tr("As wide as the window"), "0"),
        ):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({tip})")
        self.print_button.setText(self.tr("Print…"))
        self.pdf_button.setText(self.tr("PDF…"))
        self.view.setAccessibleName(self.tr("Pages of the sheet"))
        self._tell_page()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.ask()

    def show_now(self) -> None:
        """Make the sheet anew and show it."""
        session, checks = self._night.bridge.session, self._night.watch.checks
        for sheet in made(session, checks, self.shown()):
            self.view.show_sheet(sheet)
        self._tell_page()

    def _show_if_seen(self) -> None:
        # A sheet tells what was found: it waits until that is known, and `changed` asks again.
        if self.isVisible() and self._night.watch.ready:
            self.show_now()

    def _take_kind(self) -> None:
        self.scope.setEnabled(KINDS[self.kind.currentIndex()] is not SheetKind.BOARD)
        self._choose()

    def _choose(self) -> None:
        self.message.turn()
        self._rest.ask()

    def _take_change(self, change: Change) -> None:
        if change.filed or change.names or change.setting is not None:
            self._rest.ask()

    def _any(self, wanted: Wanted) -> bool:
        if wanted.count:
            return True
        self.message.complain(
            self.tr("No place is ticked. Tick some in the comparison (Space), or choose others.")
        )
        return False

    def _tell_page(self) -> None:
        text = self.tr("Page {n} of {count}")
        page = self.view.page
        self._where.setText(text.format(n=page, count=self.view.count) if page else "")

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.kind)
        bar.addWidget(self.scope)
        for button, name in (
            (self.print_button, "sheets.print"),
            (self.pdf_button, "sheets.pdf"),
        ):
            button.setObjectName(name)
            bar.addWidget(button)
        bar.addStretch(1)
        under = QHBoxLayout()
        under.addStretch(1)
        under.addWidget(self._where)
        for tool, name in (
            (self.smaller, "sheets.smaller"),
            (self.larger, "sheets.larger"),
            (self.fit, "sheets.fit"),
        ):
            tool.setObjectName(name)
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            under.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addLayout(under)


def preview(night: OpenNight) -> None:
    """Ctrl+P: a preview of the place in front, whatever page is."""
    from ui.sheets import out as sheets_out

    page = night.front_page()
    if isinstance(page, SheetsPage):
        wanted = page.shown()
    else:
        contest, pair, place = night.standing()
        wanted = Wanted(SheetKind.DISTRICT, contest, pair, (place,))
    sheets_out.preview(night, wanted, night.window())


def pdf_of_all(night: OpenNight) -> None:
    """Ctrl+Shift+P: a PDF of all districts, from the page that tells how it went."""
    night.show_page(SHEETS)
    page = night.front_page()
    if isinstance(page, SheetsPage):
        page.save_pdf(page.everything())
