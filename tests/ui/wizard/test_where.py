"""The tree of places with real keys: sought, checked, folded, pasted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from desk.country.places import full_name
from desk.nights.answers import Level
from tests.ui.hands import focus, press, tidy_up, type_
from ui.wizard.dialog import NightWizard
from ui.wizard.where import WherePage


@pytest.fixture
def page(wizard: NightWizard) -> Iterator[WherePage]:
    press("Return")
    yield wizard.where
    tidy_up()


def shown(page: WherePage) -> list[str]:
    """The places in sight, in their order."""
    found: list[str] = []

    def add(parent: object) -> None:
        for row in range(page.model.rowCount(parent)):  # type: ignore[arg-type]
            index = page.model.index(row, 0, parent)  # type: ignore[arg-type]
            found.append(page.model.place(index))
            add(index)

    add(page.tree.rootIndex())
    return found


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("ank", "p6"),
        ("uskud", "d601"),
        ("ÜSKÜD", "d601"),
        ("istanbul", "p34"),
        ("ISPARTA", "p32"),
        ("çanakkale kep", "t3593"),
        ("kepez antalya", "d941"),
        ("merkez can", "d128"),
        ("canakkale/merkez", "d128"),
    ],
)
def test_a_search_finds_the_turkish_way_and_enter_takes_it(
    page: WherePage, typed: str, place: str
) -> None:
    type_(typed)
    here = page.model.place(page.tree.currentIndex())
    assert here == place, full_name(here)
    press("Return")
    assert page.plan.places() == (here,)
    assert page.sought.text() == "" and page.isVisible()
    press("Return")
    assert not page.isVisible()


def test_only_what_is_sought_is_in_sight_and_all_comes_back(page: WherePage) -> None:
    everything = shown(page)
    type_("kepez")
    assert shown(page) == ["tr", "p7", "d941", "p17", "d128", "t3593"]
    type_("x")
    assert shown(page) == []
    press("Return")
    assert page.isVisible(), "nothing was found, and nothing is taken for granted"
    press("Escape")
    assert shown(page) == everything
    assert page.isVisible()


def test_space_checks_and_arrows_open_and_fold(page: WherePage) -> None:
    press("Down")
    assert focus() is page.tree
    page.tree.setCurrentIndex(page.model.find("p6"))
    press("Space")
    assert page.plan.places() == ("p6",)
    assert page.chosen.text() == "25 districts, 1 province"
    assert "13,253 boxes" in page.counts.text() and "4,307,119" in page.counts.text()
    press("Right", "Down", "Space")
    assert len(page.plan.places()) == 24
    assert page.wholes.isVisible()
    press("Left", "Left")
    assert not page.tree.isExpanded(page.model.find("p6"))


def test_typing_in_the_tree_goes_on_in_the_search(page: WherePage) -> None:
    press("Down")
    type_("van")
    assert focus() is page.sought and page.sought.text() == "van"


def test_the_level_hides_districts_and_keeps_the_places(page: WherePage) -> None:
    type_("ank")
    press("Return")
    page.levels[Level.PROVINCE].click()
    assert page.plan.places() == ("p6",) and len(shown(page)) == 82
    assert page.levels[Level.PROVINCE].isChecked()
    page.levels[Level.DISTRICT].click()
    assert page.plan.places() == ("p6",) and len(shown(page)) > 1000


def test_names_are_pasted_and_take_the_place_of_the_suggestion(page: WherePage) -> None:
    QGuiApplication.clipboard().setText("Ankara\nÇanakkale/Kepez\nKepez\nNowhere\n")
    page.paste()
    assert page.plan.places() == ("p6", "t3593")
    assert "Places taken: 2. Left out: 2." in page.message.text()


def test_places_of_her_own_are_pasted(page: WherePage) -> None:
    QGuiApplication.clipboard().setText(
        "ad\ttür\tiçinde\tsandık\nGenel\tülke\t\t\nEge\tilçe\tGenel\t4\n"
    )
    page.paste()
    assert [one.name for one in page.plan.own] == ["Genel", "Ege"]
    assert page.plan.places() == ()


def test_what_is_no_list_is_refused(page: WherePage) -> None:
    before = page.plan.places()
    QGuiApplication.clipboard().setText("")
    page.paste()
    assert page.message.text().startswith("▲")
    assert page.plan.places() == before


def test_abroad_is_there_where_the_country_votes(wizard: NightWizard) -> None:
    press("Down", "Return")
    page = wizard.where
    assert {"abroad", "customs"} <= set(shown(page))
    assert page.plan.places() == ("tr",)
    assert not {"abroad", "d128"} & {one for one in shown(page) if one.startswith("t3")}


def test_the_tree_is_an_object_with_an_owner_as_any_model(page: WherePage) -> None:
    assert page.model.parent() is page
