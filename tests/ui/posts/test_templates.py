"""The template editor: the post beside its template, faults named by line, saved if it works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox

from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from desk.posts.templates import SHARED, Templates
from tests.ui.conftest import Answers
from tests.ui.hands import CONTEST, PAIR, Hands, focus, meeting, press, type_
from ui.posts import own_templates
from ui.posts.templates import TemplateEditor
from ui.widgets import dialogs

REAL_QUESTION = dialogs.sure
"""Taken before the fixture `answers` puts its own in its place."""
GOOD = "# {{ headline }}\n{{ lead }}\nBenim satırım.\n"


@pytest.fixture
def editor(at_demo: Hands) -> Iterator[TemplateEditor]:
    """The editor on the comparison of Beyoğlu, as the menu opens it."""
    editor = TemplateEditor(at_demo.session, (CONTEST, PAIR, "Beyoğlu"), at_demo.window)
    at_demo.qtbot.addWidget(editor)
    with at_demo.qtbot.waitActive(editor):
        editor.open()
    yield editor


def shown(editor: TemplateEditor) -> str:
    return editor.preview.toPlainText()


def write(editor: TemplateEditor, text: str) -> None:
    editor.source.setPlainText(text)
    editor.show_preview()


def choose(editor: TemplateEditor, name: str) -> None:
    names = Templates(None).names()
    editor.names.setCurrentRow(names.index(name))


def mine() -> Path:
    return own_templates.folder() / "comparison.j2"


def test_it_shows_the_desks_own_and_the_post_of_the_place(editor: TemplateEditor) -> None:
    assert "parts.blocks" in editor.source.toPlainText()
    assert "BEYOĞLU" in shown(editor)
    assert focus() is editor.source
    assert not editor.save_button.isEnabled()
    assert not editor.restore_button.isEnabled()


def test_the_post_follows_the_keys(at_demo: Hands, editor: TemplateEditor) -> None:
    press("Ctrl+End")
    type_("Masadan selamlar.")
    at_demo.qtbot.waitUntil(lambda: "Masadan selamlar." in shown(editor))
    assert editor.names.currentItem().text().startswith("✎")


def test_a_fault_is_named_by_its_line_and_the_last_good_post_stays(
    editor: TemplateEditor,
) -> None:
    write(editor, GOOD)
    assert "Benim satırım." in shown(editor)
    write(editor, "# {{ headline }}\n{% for x in blocks %}\n- {{ x.yok }}\n")
    assert "line" in editor.message.text()
    assert "Template Comparison" in editor.message.text(), "as it is called beside its text"
    assert editor.source.extraSelections()
    assert "Benim satırım." in shown(editor)
    press("Ctrl+S")
    assert not mine().exists()
    write(editor, GOOD)
    assert editor.message.text() == ""
    assert not editor.source.extraSelections()


def test_no_headline_is_a_fault_too(editor: TemplateEditor) -> None:
    write(editor, "{{ lead }}\n")
    press("Ctrl+S")
    assert "0 headlines" in editor.message.text()
    assert not mine().exists()


def test_saved_used_and_given_back(
    at_demo: Hands, editor: TemplateEditor, answers: Answers
) -> None:
    write(editor, GOOD)
    press("Ctrl+S")
    assert mine().read_text(encoding="utf-8") == GOOD
    assert "your own" in editor.names.currentItem().text()
    ask = Ask(CONTEST, ("Beyoğlu",))
    own = Templates(own_templates.folder())
    post = compose(at_demo.session, PostKind.COMPARISON, ask, templates=own)
    assert "Benim satırım." in post.body
    editor.restore_button.click()
    assert answers.asked
    assert not mine().exists()
    assert "parts.blocks" in editor.source.toPlainText()
    assert "BEYOĞLU" in shown(editor)


def test_what_is_not_saved_waits_and_is_asked_about(
    editor: TemplateEditor, answers: Answers
) -> None:
    write(editor, GOOD)
    choose(editor, "standing")
    choose(editor, "comparison")
    assert editor.source.toPlainText() == GOOD
    answers.answer = QMessageBox.StandardButton.Cancel
    press("Escape")
    assert editor.isVisible()
    answers.answer = QMessageBox.StandardButton.Discard
    press("Escape")
    assert not editor.isVisible()
    assert not mine().exists()


@pytest.mark.parametrize(("keys", "stays"), [(("Return",), True), (("Tab", "Space"), False)])
def test_the_question_on_the_screen_is_answered_by_its_keys(
    editor: TemplateEditor, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], stays: bool
) -> None:
    write(editor, GOOD)
    with monkeypatch.context() as real, meeting(lambda _: press(*keys)):
        real.setattr(dialogs, "sure", REAL_QUESTION)
        press("Escape")
    assert editor.isVisible() is stays


@pytest.mark.parametrize("name", Templates(None).names())
def test_every_template_has_a_post_or_says_why_not(editor: TemplateEditor, name: str) -> None:
    choose(editor, name)
    assert shown(editor) or editor.message.text()
    assert not editor.message.text().startswith("▲")
    assert (name in (SHARED, PostKind.CORRECTION)) <= (not shown(editor))


def test_the_menu_opens_it_where_the_editor_stands(at_demo: Hands) -> None:
    at_demo.night.go_to("Beyoğlu")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplateEditor)
        assert "BEYOĞLU" in shown(dialog)

    with meeting(look):
        at_demo.window.actions_.by_name["templates"].trigger()
