"""The night's candidates in its settings: pasted, typed over, taken out, undone, shown on entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.modeltest import ModelTester

from desk.facts import edits
from desk.facts.people import Person
from desk.file.session import Session
from tests.ui.hands import Hands, focus, meeting, press, share, type_
from ui.entry.model import EntryModel
from ui.night.bridge import Bridge
from ui.settings.candidates import AskCandidate, CandidateColumn, CandidatesModel, CandidatesPanel
from ui.settings.candidates_paste import ListedColumn, ListedModel, TakeCandidates
from ui.settings.dialog import SettingsDialog
from ui.settings.groups import Group

MAYORS = "ilce-baskanligi"
LIST = (
    "Aday\tİlçe\tParti\tSıra\nSinem Dedetaş\tuskudar\tCHP\t1\nHilmi Türkmen\tÜSKÜDAR\tAK Parti\t2\n"
)
DEDETAS = Person(MAYORS, "Üsküdar", "chp", "Sinem Dedetaş")
TURKMEN = Person(MAYORS, "Üsküdar", "ak_parti", "Hilmi Türkmen")


def end_typing() -> None:
    """Enter; Qt takes the text of a cell when the key has been dealt with."""
    press("Return")
    QApplication.processEvents()


def panel_of(dialog: QDialog) -> CandidatesPanel:
    assert isinstance(dialog, SettingsDialog)
    panel = dialog.page(Group.CANDIDATES)
    assert isinstance(panel, CandidatesPanel)
    assert dialog.pages.currentWidget() is panel
    return panel


def preview(dialog: QDialog) -> TakeCandidates:
    assert isinstance(dialog, TakeCandidates)
    return dialog


def at_candidates(hands: Hands, act: Callable[[CandidatesPanel], object]) -> None:
    """Open the settings at the candidates and act there."""
    with meeting(lambda dialog: act(panel_of(dialog))):
        hands.window.actions_.by_name["candidates"].trigger()


def paste(text: str, act: Callable[[TakeCandidates], object]) -> None:
    QGuiApplication.clipboard().setText(text)
    with meeting(lambda dialog: act(preview(dialog))):
        press("Ctrl+V")


def column(model: CandidatesModel | ListedModel, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def stand_in_mayors(hands: Hands, place: str = "Üsküdar") -> None:
    hands.night.entry.choose_contest(1)
    hands.night.go_to(place)
    hands.night.take_keys()


def test_a_list_from_a_spreadsheet_is_seen_taken_and_undone(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)

    def take(box: TakeCandidates) -> None:
        assert column(box.model, ListedColumn.PLACE) == ["Üsküdar", "Üsküdar"]
        assert column(box.model, ListedColumn.PARTY) == ["CHP", "AKP"]
        assert column(box.model, ListedColumn.OUTCOME) == ["new", "new"]
        assert "2 rows to take, 0 refused" in box.summary.text()
        assert "Sıra" in box.summary.text()
        assert at_blank.session.people == ()
        press("Ctrl+Return")

    def look(panel: CandidatesPanel) -> None:
        assert "spreadsheet" in panel.list.empty.text()
        assert focus() is panel.list.empty
        paste(LIST, take)
        assert column(panel.model, CandidateColumn.CANDIDATE) == ["Hilmi Türkmen", "Sinem Dedetaş"]
        assert "listed: 2" in panel.message.text()
        assert focus() is panel.table

    at_candidates(at_blank, look)
    assert set(at_blank.session.people) == {DEDETAS, TURKMEN}
    press("Ctrl+Z")
    assert at_blank.session.people == ()
    assert "Sinem Dedetaş (Üsküdar)" in at_blank.message
    press("Ctrl+Y")
    assert set(at_blank.session.people) == {DEDETAS, TURKMEN}


def test_refused_rows_say_why_and_stay_out(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)
    at_blank.session.set_people([DEDETAS])
    text = (
        "place,party,candidate\nÜsküdar,chp,Ayşe Kaya\nAnkara,chp,Can Kaya\nŞile,chp,55,05\n"
        "Kartal,chp,\n"
    )

    def take(box: TakeCandidates) -> None:
        told = column(box.model, ListedColumn.OUTCOME)
        assert told[0] == "instead of Sinem Dedetaş"
        assert "Ankara" in told[1] and told[1].startswith("▲")
        assert "more cells" in told[2] or "55" in told[2]
        assert told[3] == "nobody to take out"
        assert not told[1].startswith("▲ line")
        assert box.message.text() == ""
        press("Down")
        assert "line 3" in box.message.text() and "Ankara" in box.message.text()
        press("Up")
        assert box.message.text() == ""
        assert "2 rows to take, 2 refused" in box.summary.text()
        press("Ctrl+Return")

    at_candidates(at_blank, lambda _: paste(text, take))
    assert at_blank.session.people == (Person(MAYORS, "Üsküdar", "chp", "Ayşe Kaya"),)


def test_the_list_can_be_mended_before_it_is_taken(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)

    def take(box: TakeCandidates) -> None:
        assert "Üsküdar" not in box.summary.text()
        assert box.message.text().startswith("▲")
        assert not box.take_button.isEnabled()
        press("Ctrl+Return")
        assert box.isVisible()
        assert focus() is box.text
        box.text.moveCursor(box.text.textCursor().MoveOperation.Start)
        type_("Yer,Parti,Aday")
        press("Return", "Ctrl+Return")

    at_candidates(at_blank, lambda _: paste("Üsküdar,CHP,Sinem Dedetaş", take))
    assert at_blank.session.people == (DEDETAS,)


def test_another_contest_is_chosen_over_the_list(at_blank: Hands) -> None:
    def take(box: TakeCandidates) -> None:
        assert column(box.model, ListedColumn.CONTEST) == ["Metropolitan mayor"] * 2
        box.contests.setFocus()
        press("Down")
        assert column(box.model, ListedColumn.CONTEST) == ["District mayor"] * 2
        press("Ctrl+Return")

    at_candidates(at_blank, lambda _: paste(LIST, take))
    assert set(at_blank.session.people) == {DEDETAS, TURKMEN}


def test_nothing_is_taken_with_escape(at_blank: Hands) -> None:
    at_candidates(at_blank, lambda _: paste(LIST, lambda _: press("Escape")))
    assert at_blank.session.people == ()


def test_a_name_is_typed_over_and_one_taken_out(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)
    at_blank.session.set_people([DEDETAS, TURKMEN])

    def mend(panel: CandidatesPanel) -> None:
        panel.table.setCurrentIndex(panel.model.index(1, CandidateColumn.CANDIDATE))
        type_("Ayşe Kaya")
        end_typing()
        assert at_blank.session.people[1].name == "Ayşe Kaya"
        panel.table.setFocus()
        panel.table.setCurrentIndex(panel.model.index(1, CandidateColumn.CANDIDATE))
        type_("55")
        end_typing()
        assert "55" in panel.message.text()
        assert at_blank.session.people[1].name == "Ayşe Kaya"
        panel.table.setFocus()
        panel.table.selectRow(0)
        press("Delete")
        assert column(panel.model, CandidateColumn.CANDIDATE) == ["Ayşe Kaya"]

    at_candidates(at_blank, mend)
    press("Ctrl+Z", "Ctrl+Z")
    assert set(at_blank.session.people) == {DEDETAS, TURKMEN}


def test_an_emptied_name_is_taken_out(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)
    at_blank.session.set_people([DEDETAS])

    def empty(panel: CandidatesPanel) -> None:
        panel.table.setCurrentIndex(panel.model.index(0, CandidateColumn.CANDIDATE))
        press("F2", "Ctrl+A", "Backspace")
        end_typing()
        assert panel.list.covered

    at_candidates(at_blank, empty)
    assert at_blank.session.people == ()


def test_one_is_added_by_hand_a_refusal_keeps_the_form(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)

    def describe(dialog: QDialog) -> None:
        assert isinstance(dialog, AskCandidate)
        type_("uskudr")
        press("Tab")
        type_("chp")
        press("Tab")
        type_("Sinem Dedetaş")
        press("Return")
        assert dialog.isVisible() and "uskudr" in dialog.message.text()
        dialog.place.setFocus()
        press("Ctrl+A")
        type_("uskudar")
        press("Return")

    def add(panel: CandidatesPanel) -> None:
        with meeting(describe):
            press("Ins")
        assert column(panel.model, CandidateColumn.PLACE) == ["Üsküdar"]

    at_candidates(at_blank, add)
    assert at_blank.session.people == (DEDETAS,)


def test_they_are_found_and_shown_by_contest(at_blank: Hands) -> None:
    kurum = Person("ibb", "", "ak_parti", "Murat Kurum")
    at_blank.session.set_people([DEDETAS, TURKMEN, kurum])

    def look(panel: CandidatesPanel) -> None:
        assert column(panel.model, CandidateColumn.PLACE) == ["everywhere"]
        panel.contests.setCurrentIndex(1)
        assert len(column(panel.model, CandidateColumn.PLACE)) == 2
        panel.sought.setFocus()
        type_("dedetas")
        assert column(panel.model, CandidateColumn.CANDIDATE) == ["Sinem Dedetaş"]
        type_("x")
        assert panel.list.covered and "dedetasx" in panel.list.empty.text()

    at_candidates(at_blank, look)


def test_what_is_copied_can_be_pasted(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)
    everywhere = Person(MAYORS, "", "dem_parti", "Can Kaya")
    at_blank.session.set_people([DEDETAS, TURKMEN, everywhere])

    def copy(panel: CandidatesPanel) -> None:
        panel.table.selectAll()
        press("Ctrl+C")
        text = QGuiApplication.clipboard().text()
        paste(text, lambda box: told.extend(column(box.model, ListedColumn.OUTCOME)))

    for language in ("en", "tr"):
        told: list[str] = []
        at_blank.speak(language)
        at_candidates(at_blank, copy)
        assert told == [{"en": "the same", "tr": "aynı"}[language]] * 3
    at_blank.speak("en")


def test_the_models_keep_qts_rules(at_blank: Hands, qtmodeltester: ModelTester) -> None:
    at_blank.session.set_people([DEDETAS, TURKMEN])

    def look(panel: CandidatesPanel) -> None:
        panel.contests.setCurrentIndex(1)
        qtmodeltester.check(panel.model)
        paste(LIST + "x\ty\tz\n", lambda box: qtmodeltester.check(box.model))

    at_candidates(at_blank, look)


def test_the_row_says_who_stands_in_this_place(at_blank: Hands) -> None:
    stand_in_mayors(at_blank)
    model, bridge = at_blank.night.entry.model, at_blank.night.bridge
    at_blank.stand("AA", share("chp"))
    type_("58")
    assert head(model, at_blank) == "CHP" and tip(model, at_blank) is None
    independents = [Person(MAYORS, "Üsküdar", "bagimsiz", name) for name in ("Ali A", "Can C")]
    bridge.do(edits.SetPeople((DEDETAS, *independents)))
    assert head(model, at_blank) == "CHP · Sinem Dedetaş"
    assert tip(model, at_blank) == "Sinem Dedetaş"
    # What she was typing is still in her hands.
    assert at_blank.typing == "58"
    press("Return")
    spoken = at_blank.cell("AA", share("chp")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "AA draft, CHP · Sinem Dedetaş: 58"
    bridge.do(edits.ShowContender(MAYORS, "bagimsiz", True))
    row = at_blank.row(share("bagimsiz"))
    assert model.headerData(row, Qt.Orientation.Vertical) == "Bağımsız · Ali A +1"
    at_blank.night.go_to("Kartal")
    assert head(model, at_blank) == "CHP"
    at_blank.night.go_to("Üsküdar")
    press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert head(model, at_blank) == "CHP"


def test_the_elections_own_candidate_is_in_the_tip(at_blank: Hands) -> None:
    model = at_blank.night.entry.model
    assert head(model, at_blank) == "CHP"
    assert tip(model, at_blank) == "Ekrem İmamoğlu"
    at_blank.night.bridge.do(edits.SetPeople((Person("ibb", "", "chp", "Ayşe Kaya"),)))
    assert head(model, at_blank) == "CHP · Ayşe Kaya"
    assert tip(model, at_blank) == "Ayşe Kaya"


def test_the_cells_of_a_contest_stand_where_they_stand_in_every_place(at_blank: Hands) -> None:
    view, bridge = at_blank.night.entry.view, at_blank.night.bridge
    before = view.columnViewportPosition(0) + view.viewport().x()
    long = replace(DEDETAS, name="Ayşe " * 12 + "Kaya")
    bridge.do(edits.SetPeople((long,)))
    assert view.viewport().x() == before
    stand_in_mayors(at_blank)
    beside_names = view.viewport().x()
    assert beside_names > before
    at_blank.night.go_to("Kartal")
    assert view.viewport().x() == beside_names
    at_blank.night.entry.choose_contest(0)
    assert view.viewport().x() == before


def test_a_night_that_is_read_shows_them_and_changes_nothing(at_blank: Hands) -> None:
    session = at_blank.session
    session.set_people([DEDETAS])
    path = session.path
    at_blank.window.close_night()
    holder = Session.open_file(path)
    try:
        reading = Session.open_file(path, read_only=True)
        panel = CandidatesPanel(Bridge(reading), MAYORS)
        assert column(panel.model, CandidateColumn.CANDIDATE) == ["Sinem Dedetaş"]
        index = panel.model.index(0, CandidateColumn.CANDIDATE)
        assert not index.flags() & Qt.ItemFlag.ItemIsEditable
        panel.table.selectRow(0)
        for act in (panel.add, panel.paste, panel.take_out):
            act()
        assert reading.people == (DEDETAS,)
        panel.deleteLater()
        reading.close()
    finally:
        holder.close()


def head(model: EntryModel, hands: Hands) -> str:
    return str(model.headerData(hands.row(share("chp")), Qt.Orientation.Vertical))


def tip(model: EntryModel, hands: Hands) -> object:
    role = Qt.ItemDataRole.ToolTipRole
    return model.headerData(hands.row(share("chp")), Qt.Orientation.Vertical, role)
