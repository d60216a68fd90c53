"""An open night on screen: places, entry, comparison and post, bulletins, kept in step.

One place, one contest and one pair of agencies are current everywhere at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk import PROVA
from desk.facts.bulletin import Slot
from desk.facts.edits import Change
from ui.changing.changes import Changes
from ui.charts.page import PlaceChart
from ui.comparison.board import BoardPage
from ui.comparison.page import ComparisonPage
from ui.entry.bulletins import BulletinsPanel
from ui.entry.findings import FindingsPanel
from ui.entry.panel import EntryPanel
from ui.entry.place_strip import PlaceStrip
from ui.entry.places import PlacesPanel
from ui.frame.attention import Waits
from ui.frame.folding import Folding, Pages, Panes
from ui.frame.looking import Looking
from ui.frame.rail import Rail
from ui.frame.waiting import AttentionLine, WaitingPanel
from ui.night.backups import AutoBackup
from ui.night.bridge import Bridge
from ui.night.following import Following
from ui.night.page import (
    BOARD,
    CHARTS,
    COMPARISON,
    ENTRY,
    LEDGER,
    MAP,
    POSTS,
    RAIL,
    HasFigures,
    HasPicture,
    NightPage,
    PanedPage,
    PostingPage,
)
from ui.night.preferences import Preferences
from ui.night.proving import Proving
from ui.night.watch import FindingLine, LedgerWatch, Watch
from ui.posts.wrong import LedgerDoor
from ui.widgets.clipboard import copy_selection
from ui.widgets.marks import OUT_WRONG
from ui.widgets.sizes import side_by_side, stacked
from ui.widgets.still import Still
from ui.widgets.tables import TabBar
from ui.window.findings import FindingScreens, ShownFindings
from ui.window.late_pages import MAKERS, LatePage
from ui.window.page_window import PageWindows
from ui.window.status import MessageField, NightStatus, ProvaBadge
from ui.window.undoing import ActScreens, Undoing
from ui.window.unfinished import Unfinished

TAB_KEYS = {BOARD: "Ctrl+D", MAP: "Ctrl+M", CHARTS: "Ctrl+G"}
"""The keys of pages that share a place in the rail, as the menu has them."""


class NightView(QWidget):
    """Everything the window shows of one file."""

    settings_wanted = Signal()
    """The rail's door to the settings of the night."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("night")
        self.bridge = bridge
        self.changes = Changes(self, self)
        self.watch = Watch(bridge, self)
        self.places = PlacesPanel(bridge, self)
        self.strip = PlaceStrip(self.places.model, self)
        self.entry = EntryPanel(bridge, self)
        course = PlaceChart(self, self, name="comparison.chart")
        self.comparison = ComparisonPage(bridge, self, chart=course)
        self.bulletins = BulletinsPanel(bridge, self)
        self.findings = FindingsPanel(bridge, self.watch, self)
        self.place_chart = PlaceChart(self, self)
        self.board = BoardPage(bridge.session.election, self.watch, self)
        self.ledger = LedgerDoor(self, self)
        self.looking = Looking(self, self.ledger, self)
        self.message = MessageField(bridge.messages, self)
        self.attention = AttentionLine(self.looking.attention, self)
        self.waiting = WaitingPanel(self.looking.attention, self)
        self.rail = Rail(self)
        self.pages = Pages(self)
        self.pages.setObjectName("night.pages")
        # Beside the figures stand the bulletins they come from; the comparison needs the width.
        self.beside = stacked(
            "beside.splitter", (self.findings, 4), (self.bulletins, 2), (self.place_chart, 1)
        )
        # In a low window the lower of them fold; until they have, they must not hold it open.
        self.beside.setMinimumHeight(160)
        self.entry_page = side_by_side("entry.splitter", (self.entry, 11), (self.beside, 5))
        self.late = {name: LatePage(self, name, self) for name in MAKERS}
        for page in (self.entry_page, self.comparison, self.board, *self.late.values()):
            self.pages.addWidget(page)
        self.tabs = TabBar(self)
        self.tabs.setObjectName("night.tabs")
        self._fronts = [group[0] for group in RAIL]
        self.windows = PageWindows(self, self)
        self._lay_out()
        self.folding = Folding(self, self._panes(), self.page_in_front, self.take_keys)
        self.rehearsal = self._rehearsal_bar()
        self.shown_findings = ShownFindings(self, self._finding_screens(), self)
        self.following = Following(bridge, self.entry.view.is_typing, self)
        self.proving = Proving(bridge, self)
        self.unfinished = Unfinished(bridge, self.entry.model, self)
        self.status = NightStatus(self, self.following, self.proving, self)
        self.undoing = Undoing(self, self._act_screens(), self)
        self.changes.listen_to(self.places)
        self._connect()
        self.retranslate()
        self._show_contest()
        self.go_to(self.place)
        self._turn_page()

    def _panes(self) -> Panes:
        """What folds."""
        beside = self.beside, self.bulletins, self.place_chart
        return Panes(self.rail, self.places, self.strip, *beside, self.waiting, self.pages)

    def _lay_out(self) -> None:
        self.waiting.hide()
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.places)
        middle.addWidget(self.strip)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        middle.addLayout(column, 1)
        middle.addWidget(self.waiting)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(Still(self.attention))
        right.addLayout(middle, 1)
        everything = QWidget(self)
        layout = QHBoxLayout(everything)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Still(everything))

    def keep_backups(self, preferences: Preferences) -> None:
        """Back the night up from now on, where the editor wishes."""
        self.backups = AutoBackup(self.bridge, preferences, self)
        self.status.backup.follow(self.backups)

    def _finding_screens(self) -> FindingScreens:
        """Where findings are shown and acted on."""
        return FindingScreens(
            self.findings,
            self.looking.attention,
            self.entry,
            self.places.model,
            self.comparison.model,
        )

    def _act_screens(self) -> ActScreens:
        """Where undo and redo show what they do."""
        return ActScreens(
            self.pages,
            self.entry,
            self.bulletins,
            self.findings,
            self.waiting,
            self.comparison,
            self.ledger,
        )

    def _rehearsal_bar(self) -> QWidget | None:
        """The bar that plays a rehearsal; an ordinary night loads nothing of it."""
        if not self.bridge.session.is_rehearsal:
            return None
        from ui.window.rehearsal import RehearsalBar

        return RehearsalBar(self.bridge, self)

    def status_pieces(self) -> tuple[QWidget, ...]:
        """What the status bar shows of it: what was done, its states, a rehearsal's pieces."""
        rehearsal = () if self.rehearsal is None else (ProvaBadge(self), self.rehearsal)
        return self.message, self.status, *rehearsal

    def go_to(self, place: str) -> None:
        """Make a place the current one everywhere, in a contest that is held there."""
        election = self.bridge.session.election
        if not election.is_held(self.entry.contest, place):
            held = [election.is_held(contest.id, place) for contest in election.contests]
            if any(held):
                self.entry.choose_contest(held.index(True))
        self.places.select(place)
        self._show_place(place)

    def standing(self) -> tuple[str, tuple[str, str], str]:
        """The contest, the pair of agencies and the place now current."""
        return self.entry.contest, self.entry.pair, self.place

    def stand(self, contest: str, pair: tuple[str, str], place: str) -> None:
        """Make another night's standing the current one here."""
        self.entry.head.choose(contest, pair)
        self.go_to(place)

    @property
    def place(self) -> str:
        """The current place."""
        return self.entry.model.place

    @property
    def ledger_watch(self) -> LedgerWatch:
        """Which published posts are wrong now."""
        return self.ledger.watch

    def chosen_places(self) -> Sequence[str]:
        """The places ticked in the comparison, in the order they stand there."""
        return self.comparison.model.chosen_places()

    def go_to_slot(self, slot: Slot) -> None:
        """Go to a figure's cell on the entry page, whichever contest and agency it is of."""
        source = slot.source
        if source.contest != self.entry.contest:
            known = [one.id for one in self.bridge.session.election.contests]
            self.entry.choose_contest(known.index(source.contest))
        self.go_to(source.place)
        self.show_page(ENTRY)
        if source.agency not in self.entry.pair:
            self.entry.head.show_agency(source.agency)
        self.entry.go_to_slot(source, slot.row)

    def show_bulletin(self, bulletin: int) -> None:
        """Choose a bulletin in the list beside the figures, and put the keys there if it shows."""
        self.bulletins.show_figure(bulletin, None)
        if self.bulletins.isVisible():
            self.bulletins.list.setFocus()

    def show_page(self, page: int) -> None:
        """Bring a page to the front and put the keys in it."""
        self.pages.setCurrentIndex(page)
        self.folding.leave_places()
        self.take_keys()

    def page_in_front(self) -> int:
        """Which page is in front."""
        return self.pages.currentIndex()

    def cell(self) -> tuple[str, int]:
        """The cell under the entry table's cursor: its row by name, and its column."""
        return self.entry.cell

    def put_cursor(self, row: str, column: int) -> None:
        """Put the entry table's cursor on a row by name, without the keys."""
        self.entry.put_cursor(row, column)

    def show_group(self, number: int) -> None:
        """Bring a place of the rail to the front: of its pages the last seen."""
        self.show_page(self._fronts[number])

    @property
    def group(self) -> int:
        """The place in the rail of the page in front."""
        page = self.pages.currentIndex()
        return next(number for number, group in enumerate(RAIL) if page in group)

    def take_keys(self) -> None:
        """Put the focus where the front page works."""
        late = self.front_page()
        if late is not None:
            late.take_keys()
            return
        (self.entry.take_keys, self.comparison.take_keys, self.board.take_keys)[
            self.pages.currentIndex()
        ]()

    def next_pane(self, step: int = 1) -> None:
        """F6: the keys go round the places, the table, and what stands beside it."""
        round_: list[tuple[QWidget, Callable[[], None]]] = [
            (self.places, self.places.take_keys),
            (self.strip, self.strip.setFocus),
            (self.pages, self.take_keys),
        ]
        beside: list[tuple[QWidget, Callable[[], None]]] = []
        if self.pages.currentIndex() == ENTRY:
            beside = [
                (self.findings, self.findings.take_keys),
                (self.bulletins, self.bulletins.list.setFocus),
                (self.place_chart, self.place_chart.take_keys),
            ]
        elif self.pages.currentIndex() == COMPARISON:
            preview = self.comparison.preview
            beside = [(preview, preview.take_keys)]
        elif isinstance(late := self.front_page(), PanedPage):
            beside = late.panes()
        beside.append((self.waiting, self.waiting.take_keys))
        round_ = [pane for pane in (*round_, *beside) if pane[0].isVisible()]
        focus = QApplication.focusWidget()
        here = [
            n
            for n, (pane, _) in enumerate(round_)
            if focus and (pane is focus or pane.isAncestorOf(focus))
        ]
        # The last match is the innermost: what stands beside the table is inside the pages.
        round_[(here[-1] + step) % len(round_) if here else 0][1]()

    def posting_page(self) -> PostingPage | None:
        """The page of posts, if it is in front."""
        late = self.front_page()
        if isinstance(late, PostingPage):
            return late
        return None

    def write_comparison(self) -> None:
        """Go on with the comparison's post on the page of posts, where the gate stands."""
        preview = self.comparison.preview
        preview.compose()
        if preview.post is None:
            self.show_page(COMPARISON)
            preview.say_why()
            return
        self.pages.setCurrentIndex(POSTS)
        page = self.posting_page()
        if page is not None:
            page.write_comparison()

    def copy(self) -> None:
        """Copy the selection of the front page's table."""
        page, late = self.pages.currentIndex(), self.front_page()
        if self.places.list.hasFocus():
            self._copy_from(self.places.list)
        elif late is not None:
            late.copy()
        elif page == ENTRY:
            self.entry.copy()
        elif page == COMPARISON:
            self.comparison.copy()
        else:
            self._copy_from(self.board.table)

    def _copy_from(self, table: QTableView) -> None:
        copy_selection(table, mark=PROVA if self.bridge.session.is_rehearsal else "")

    def paste(self, text: str) -> None:
        """What is on the clipboard: into the line that has the keys, into cells, or read."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and not focus.isReadOnly():
            focus.paste()
        elif focus is not self.entry.view or not (
            self.entry.take_block(text) or self.entry.take_number(text)
        ):
            self.read_text(text)

    def read_text(self, text: str) -> None:
        """Open the paste dialog on a text; what the text does not say is meant where we stand."""
        # Loaded when first needed: the reader's tables are not part of the start.
        from ui.entry.paste import PasteDialog

        if not self.finish_typing() and self.entry.view.open_editor() is not None:
            return
        dialog = PasteDialog(self.bridge, self.entry.standing(), text, self)
        if dialog.exec():
            if len(dialog.filed) == 1:
                self.go_to(dialog.filed[0])
            self.bridge.messages.say(
                self.tr("Filed from the text: {bulletins}.").format(bulletins=dialog.told())
            )
        self.take_keys()

    def finish_typing(self) -> bool:
        """Take what is being typed; False if a refused text is still waiting anywhere."""
        self.entry.view.commit_open_editor()
        for page in self._late():
            if isinstance(page, PostingPage):
                page.keep()
        return self.entry.view.open_editor() is None and not self.entry.model.refused_texts()

    def splitters(self) -> dict[str, QSplitter]:
        """The splitters whose positions are remembered, by name."""
        found = [self.entry_page, self.beside, self.comparison.splitter, self.comparison.beside]
        found += [splitter for late in self.late.values() for splitter in late.splitters()]
        return {splitter.objectName(): splitter for splitter in found}

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.tabs.setAccessibleName(self.tr("Pages"))
        names = (
            self.tr("Entry"),
            self.tr("Comparison"),
            self.tr("Post"),
            self.tr("Ledger"),
            self.tr("Pictures"),
            self.tr("Paper"),
        )
        for button, name in zip(self.rail.buttons, names, strict=True):
            button.tell(name)
        self._tell_wrong()
        self.rail.settings.tell(self.tr("Settings"))
        self._name_tabs()
        self.windows.retitle()

    def page_name(self, page: int) -> str:
        """What a page is called among those of its place in the rail."""
        names = {
            COMPARISON: self.tr("Places side by side"),
            BOARD: self.tr("What the gaps come from"),
            MAP: self.tr("Map"),
            CHARTS: self.tr("Charts"),
        }
        return names[page] if page in names else self.rail.buttons[self.group].text()

    def _name_tabs(self) -> None:
        """The pages that share a place in the rail stand over the page, each with its key."""
        group = RAIL[self.group]
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for page in group:
                number = self.tabs.addTab(self.page_name(page))
                self.tabs.setTabToolTip(number, TAB_KEYS.get(page, ""))
            self.tabs.setCurrentIndex(group.index(self.pages.currentIndex()))
        self.tabs.setVisible(len(group) > 1)

    def _tell_wrong(self) -> None:
        """The rail says on the ledger that posts are wrong."""
        count, ledger = len(self.ledger.watch.wrong), self.rail.buttons[RAIL.index((LEDGER,))]
        why = self.tr("published and wrong now: {n}").format(n=count) if count else ""
        ledger.tell(self.tr("Ledger"), mark=OUT_WRONG if count else "", why=why)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.shown_findings.look_at_everything()

    def _connect(self) -> None:
        self.places.place_chosen.connect(self._show_place)
        self.places.place_entered.connect(self._enter_place)
        self.places.left.connect(lambda: self.show_page(ENTRY))
        self.strip.step_wanted.connect(self.places.step)
        self.strip.place_wanted.connect(self.places.go_to)
        self.strip.entered.connect(self.take_keys)
        self.rail.page_wanted.connect(self.show_group)
        self.rail.settings_wanted.connect(self.settings_wanted)
        self.tabs.currentChanged.connect(lambda tab: self.show_page(RAIL[self.group][tab]))
        self.attention.go_wanted.connect(self.looking.go)
        self.attention.list_wanted.connect(self.turn_waiting)
        self.waiting.entered.connect(self.looking.go_to)
        self.waiting.seen.connect(lambda one: self.looking.attention.see(one.key))
        self.waiting.accept_wanted.connect(self._accept)
        self.waiting.left.connect(self.turn_waiting)
        self.ledger.watch.changed.connect(self._tell_wrong)
        self.comparison.place_wanted.connect(self.open_place)
        self.comparison.preview.write_wanted.connect(self.write_comparison)
        self.entry.contest_chosen.connect(self._show_contest)
        self.entry.pair_chosen.connect(self._show_contest)
        self.bulletins.correct_wanted.connect(self._correct)
        self.bulletins.withdraw_wanted.connect(self.entry.withdraw)
        listed = self.bulletins.model
        listed.modelReset.connect(lambda: self.entry.model.look_back(listed.all))
        self.bridge.changed.connect(self._take_change)
        self.unfinished.changed.connect(
            lambda: self.places.model.show_waiting(self.entry.model.waiting())
        )
        self.entry.figure_chosen.connect(self.bulletins.show_figure)
        self.board.place_wanted.connect(self.open_place)
        self.pages.currentChanged.connect(self._turn_page)

    def open_place(self, place: str) -> None:
        """Go to a place's figures, from wherever the editor stands."""
        self.go_to(place)
        self.show_page(ENTRY)

    def front_page(self) -> NightPage | None:
        """The page in front, if it is one of those made when first seen; made now."""
        front = self.pages.currentWidget()
        return front.page() if isinstance(front, LatePage) else None

    def slot_under_cursor(self) -> Slot | None:
        """The figure under the cursor of the page in front; None where there is none."""
        late, page = self.front_page(), self.pages.currentIndex()
        if isinstance(late, HasFigures):
            return late.slot_under_cursor()
        if page == COMPARISON:
            return self.comparison.slot_under_cursor()
        return self.entry.slot_under_cursor() if page == ENTRY else None

    def show_citing(self, slot: Slot) -> None:
        """Open the ledger on the posts that cite a figure."""
        self.ledger.page().show_citing(slot)

    def _late(self) -> list[NightPage]:
        made = [page for late in self.late.values() if (page := late.made) is not None]
        return made + self.windows.pages()

    def save_chart(self) -> None:
        """Save the picture in front, or else the chart that is chosen on its page."""
        if self.pages.currentIndex() != MAP:
            self.show_page(CHARTS)
        page = self.front_page()
        if isinstance(page, HasPicture):
            page.save()

    def _correct(self, bulletin: int) -> None:
        self.pages.setCurrentIndex(ENTRY)
        self.entry.correct(bulletin)

    def _accept(self, one: Waits) -> None:
        if isinstance(one.about, FindingLine):
            self.shown_findings.accept(one.about)

    def turn_waiting(self) -> None:
        """Ctrl+0: the list of what waits comes, or goes and gives the keys back."""
        wanted = not self.folding.waiting
        self.folding.show_waiting(wanted)
        if wanted:
            self.waiting.take_keys()
        else:
            self.looking.attention.look_at()
            self.take_keys()

    def _enter_place(self) -> None:
        self.show_page(ENTRY)
        self.entry.start()

    def _turn_page(self) -> None:
        self.bridge.messages.turn()
        page = self.pages.currentIndex()
        self._fronts[self.group] = page
        self.rail.show_front(self.group)
        self._name_tabs()
        self.folding.fold()
        if self.pages.currentIndex() == COMPARISON:
            self.comparison.sort_anew()
        self.front_page()

    def sort_anew(self) -> None:
        """Put the places in order by what is filed now; nothing else ever moves them."""
        self.places.model.sort_anew()
        self.comparison.sort_anew()

    def _show_place(self, place: str) -> None:
        before = self.place
        self.entry.show_place(place)
        self.strip.show_place(place)
        if place != before:
            # Not before: a text that was in her hands is put away first, and may be refused.
            self.bridge.messages.turn()
        self.bulletins.model.show(self.entry.contest, place)
        self.comparison.select(place)
        self.shown_findings.show_place()
        self.place_chart.follow()
        for page in self._late():
            page.show_place(place)

    def _show_contest(self) -> None:
        contest, pair = self.entry.contest, self.entry.pair
        self.bridge.messages.turn()
        self.looking.attention.forget(contest)
        self.places.model.show(contest, pair)
        self.comparison.show_contest(contest, pair)
        self.places.select(self.place)
        self.comparison.select(self.place)
        self.bulletins.model.show(contest, self.place)
        self.watch.show(contest, pair)
        self.shown_findings.show_place()
        self.place_chart.follow()
        for page in self._late():
            page.show_contest(contest, pair)

    def _take_change(self, change: Change) -> None:
        if change.names:
            self.entry.refill()
