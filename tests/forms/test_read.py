"""What editors have shown of the desk's posts, held against the posts as they are composed today.

The editors and the browser are asked by hand (`paste.js`); here their answers are held to.
"""

from __future__ import annotations

import pytest

from desk.facts.network import network_length
from desk.facts.post import Post
from desk.posts import forms
from tests.forms.posts import COUNTED, posts
from tests.forms.table import BEGIN, EDITORS, END, PAGE, figures, outline, read, rows, text_of

ANEW = "the forms have changed: paste them anew (docs/forms.md)"


@pytest.fixture(scope="module")
def told() -> dict[str, Post]:
    return dict(posts())


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_shows_every_figure_in_its_order(told: dict[str, Post], editor: str) -> None:
    shown = read()["editors"][editor]
    assert set(shown) == set(told), ANEW
    for name, post in told.items():
        assert figures(shown[name]["text"]) == figures(text_of(post, editor)), (name, ANEW)


def test_what_was_pasted_is_what_is_put_on_the_clipboard_today(told: dict[str, Post]) -> None:
    assert read()["outlines"] == {
        name: outline(forms.to_html(post)) for name, post in told.items()
    }, ANEW


def test_an_address_is_a_link_wherever_links_are_known() -> None:
    for editor, shown in read()["editors"].items():
        links = [] if editor == "box" else ["https://haber.example/a_b"]
        assert shown["statement-list"]["links"] == links, editor


def test_a_text_is_as_long_as_the_rules_of_x_say() -> None:
    assert set(read()["weights"]) == set(COUNTED)
    assert {text: network_length(text) for text in COUNTED} == read()["weights"]


def test_the_page_has_the_table_of_what_was_read(told: dict[str, Post]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.split(BEGIN)[1].split(END)[0].strip().splitlines() == list(rows(told))
