"""Notes on a place and on a bulletin: written with a key, shown, printed, exported, undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QDialog, QLabel

from desk.facts.settings import MOST_NOTED, bulletin_note, place_note, read_note
from desk.rules.checks import Checks
from desk.rules.discrepancies import compare_all
from desk.sheets.district import district
from desk.sheets.model import Grid, Words
from tests.ui.hands import CONTEST, PAIR, PLACE, Hands, focus, meeting, press, type_
from ui.cli.comparison.compare import compared
from ui.night import workbook
from ui.night.page import ENTRY
from ui.widgets.dialogs import AskNote


def noting(act: Callable[[AskNote], object]) -> None:
    def meet(dialog: QDialog) -> None:
        assert isinstance(dialog, AskNote)
        act(dialog)

    with meeting(meet):
        press("Ctrl+J")


def write(text: str) -> None:
    def typed(dialog: AskNote) -> None:
        dialog.text.selectAll()
        press("Delete")
        type_(text)
        press("Ctrl+Return")

    noting(typed)


def test_a_place_has_its_note_in_its_head_and_undo_takes_it_there(at_demo: Hands) -> None:
    note = at_demo.night.entry.head.note
    assert not note.isVisible()
    write("AA muhabiri: tutanak bekleniyor")
    assert note.isVisible() and note.text() == "Note: AA muhabiri: tutanak bekleniyor"
    facts = at_demo.window.findChild(QLabel, "entry.facts")
    assert facts.width() >= facts.sizeHint().width(), "a note cuts the facts before it"
    at_demo.find("adalar")
    assert not note.isVisible()
    press("Ctrl+2", "Ctrl+Z")
    assert at_demo.night.place == PLACE and at_demo.night.page_in_front() == ENTRY
    assert not note.isVisible()
    press("Ctrl+Y")
    assert note.isVisible()
    write("")
    assert not note.isVisible()
    place = at_demo.session.election.place(PLACE)
    assert place_note(place) not in at_demo.session.settings


def test_a_bulletin_has_its_note_in_its_row(at_demo: Hands) -> None:
    panel = at_demo.night.bulletins
    panel.list.setFocus()
    press("Down")
    bulletin = panel.in_hand()
    assert bulletin is not None
    write("telefonla doğrulandı")
    at = panel.model.row_of(bulletin.id)
    assert at is not None
    assert "Note: telefonla doğrulandı" in str(panel.model.index(at, 2).data())
    assert "Note: telefonla doğrulandı" in panel.detail.toPlainText()
    assert focus() is panel.list
    at_demo.find("adalar")
    press("Ctrl+Z")
    assert at_demo.night.place == PLACE
    assert bulletin_note(bulletin.id) not in at_demo.session.settings


def test_a_note_is_on_paper_in_the_spreadsheet_and_in_json(at_demo: Hands, tmp_path: Path) -> None:
    write("tutanak bekleniyor")
    at_demo.night.bulletins.list.setFocus()
    write("telefonla doğrulandı")
    session = at_demo.session
    blocks = district(session, CONTEST, PLACE, PAIR, ()).blocks
    assert Words("Editörün notu", "tutanak bekleniyor") in blocks
    cells = [
        cell for block in blocks if isinstance(block, Grid) for row in block.rows for cell in row
    ]
    assert any("not: telefonla doğrulandı" in cell for cell in cells)
    path = tmp_path / "gece.xlsx"
    for _ in workbook.write_in_steps(path, session, Checks(session)):
        pass
    book = load_workbook(path)
    assert [[cell.value for cell in row] for row in book["Notlar"].iter_rows()] == [
        ["Yer", "Not"],
        [PLACE, "tutanak bekleniyor"],
    ]
    assert "telefonla doğrulandı" in {
        cell.value for row in book["Bültenler"].iter_rows() for cell in row
    }
    sides = tuple(side for side in compare_all(session, CONTEST, PAIR) if not side.is_empty)
    told = json.loads(compared(session.election, sides, PAIR, "json", session))
    notes = {place["place"]: place["note"] for place in told["places"]}
    assert notes[PLACE] == "tutanak bekleniyor"
    assert set(notes.values()) == {None, "tutanak bekleniyor"}


def test_a_night_with_notes_opens_and_its_chain_is_whole(at_demo: Hands) -> None:
    write("[sic] {x}")
    path = at_demo.session.path
    at_demo.window.close_night()
    assert at_demo.window.open_path(path)
    assert at_demo.session.proof is not None and at_demo.session.broken is None
    at_demo.night.go_to(PLACE)
    assert at_demo.night.entry.head.note.text() == "Note: [sic] {x}"


def test_a_note_keeps_what_can_be_seen() -> None:
    assert read_note(" a\u200b \n\n b\x07 ") == "a\n\n b"
    assert read_note(" \n ") is None
    kept = read_note("x" * 3000)
    assert kept is not None and len(kept) == MOST_NOTED
