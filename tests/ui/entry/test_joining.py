"""Contenders and agencies that join during the night, and the cursor that stays where it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog

from desk.facts.bulletin import Item, Row, Source
from tests.ui.hands import CONTEST, Hands, focus, labels, meeting, press, share, type_
from ui.widgets.dialogs import AskAgency, AskContender

CHP, AKP = share("chp"), share("ak_parti")


# Contenders


def test_a_contender_of_the_ballot_gets_a_row(at_blank: Hands) -> None:
    at_blank.stand("ANKA", AKP)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, AskContender)
        type_("kavuncu")
        press("Return")

    with meeting(choose):
        press("Ctrl+Shift+N")
    iyi = share("iyi_parti")
    assert "İYİ Parti" in labels(at_blank)
    assert at_blank.here() == ("ANKA", AKP)
    at_blank.key("ANKA", iyi, "0,7")
    assert at_blank.says("ANKA", iyi) == "0,7"


def test_a_contender_nobody_knew_gets_a_row_and_is_undone(at_blank: Hands) -> None:
    at_blank.stand("ANKA", AKP)

    def describe(dialog: QDialog) -> None:
        assert isinstance(dialog, AskContender)
        press("Tab", "Tab")
        assert focus() is dialog.short
        type_("Şafak")
        press("Tab")
        type_("Işıl Öğüt")
        press("Return")

    with meeting(describe):
        press("Ctrl+Shift+N")
    assert "Şafak" in labels(at_blank)
    contest = at_blank.session.election.contest(CONTEST)
    added = next(c for c in contest.contenders if c.candidate == "Işıl Öğüt")
    at_blank.key("ANKA", Row(Item.LEADER), "öğüt")
    assert at_blank.says("ANKA", Row(Item.LEADER)) == "Öğüt"
    press("Ctrl+Z", "Ctrl+Z")
    assert "Şafak" not in labels(at_blank)
    press("Ctrl+Y")
    assert "Şafak" in labels(at_blank)
    assert share(added.code) in [entry.row for entry in at_blank.night.entry.model.rows]


# Agencies


def test_an_agency_joins_and_is_chosen(at_demo: Hands) -> None:
    def describe(dialog: QDialog) -> None:
        assert isinstance(dialog, AskAgency)
        type_("DHA")
        press("Tab")
        type_("Demirören Haber Ajansı")
        press("Return")

    with meeting(describe):
        press("Ctrl+Shift+A")
    box = at_demo.night.entry.findChild(QComboBox, "entry.agency2")
    box.setFocus()
    press("End")
    assert at_demo.night.entry.pair == ("AA", "DHA")
    at_demo.key("DHA", CHP, "60,1")
    press("Ctrl+Return")
    assert at_demo.gap(CHP) == "1,47"
    model = at_demo.night.comparison.model
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert "CHP\nDHA" in heads
    source = Source("DHA", CONTEST, at_demo.night.place)
    assert at_demo.session.latest(CONTEST, at_demo.night.place)[source]


def test_the_same_agency_is_not_compared_with_itself(at_demo: Hands) -> None:
    box = at_demo.night.entry.findChild(QComboBox, "entry.agency1")
    box.setFocus()
    press("Down")
    first, second = at_demo.night.entry.pair
    assert first == "ANKA"
    assert second != first


def test_a_known_agency_cannot_join_again(at_demo: Hands) -> None:
    def describe(dialog: QDialog) -> None:
        type_("anka")
        press("Return")
        assert dialog.isVisible(), "the name was taken"

    with meeting(describe):
        press("Ctrl+Shift+A")
    assert len(at_demo.session.election.agencies) == 3


def test_correcting_from_the_list_goes_to_the_agency_of_the_bulletin(at_demo: Hands) -> None:
    agency = at_demo.night.bulletins.model.bulletin(0)
    assert agency is not None
    at_demo.stand("AA" if agency.source.agency == "ANKA" else "ANKA", CHP)
    press("F6", "F6", "Return")
    assert at_demo.here() == (agency.source.agency, CHP)
    assert at_demo.draft(agency.source.agency) is not None
