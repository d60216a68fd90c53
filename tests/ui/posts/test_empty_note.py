"""A note that says nothing is stopped, in the window and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from desk.facts.edits import SetSetting
from desk.facts.post import PostKind
from desk.facts.settings import BAN_LIFTED
from desk.posts import ledger
from tests.ui.hands import Hands, clipboard, focus, press, type_
from ui.cli.main import main
from ui.posts.composer import ComposerPage

NOTHING = {"blank": "   ", "dots": "...", "dash": "—", "unseen": "\u200b\u2060", "marks": "!?"}


def page_of(hands: Hands) -> ComposerPage:
    press("Ctrl+3")
    page = hands.night.late["posts"].page()
    assert isinstance(page, ComposerPage)
    page.ask.choose(PostKind.NOTE)
    page.ask.asked.emit()
    page.compose()
    return page


@pytest.mark.parametrize("empty", NOTHING)
@pytest.mark.parametrize("where", ["headline", "body", "both"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "▲ A post needs a headline and a text under it, both in words."),
        ("tr", "▲ Gönderinin bir başlığı ve altında bir metni olmalı, ikisi de sözcüklerle."),
    ],
)
def test_a_note_that_says_nothing_is_stopped(
    at_demo: Hands, empty: str, where: str, language: str, said: str
) -> None:
    at_demo.speak(language)
    page = page_of(at_demo)
    before = len(ledger.entries(at_demo.session))
    page.text.headline.setFocus()
    type_(NOTHING[empty] if where != "body" else "Sayım durdu")
    page.text.body.setFocus()
    type_(NOTHING[empty] if where != "headline" else "Az sonra sürecek")
    press("Ctrl+Return")
    assert at_demo.message == said
    press("Ctrl+Shift+C")
    assert clipboard() == ("", "")
    assert len(ledger.entries(at_demo.session)) == before


def test_a_note_in_words_goes_out(at_demo: Hands) -> None:
    page = page_of(at_demo)
    page.text.headline.setFocus()
    type_("Sayım durdu")
    page.text.body.setFocus()
    assert focus() is page.text.body
    type_("Az sonra sürecek.")
    press("Ctrl+Return")
    assert at_demo.message.startswith("In the ledger and on the clipboard: Sayım durdu")


@pytest.mark.parametrize("empty", NOTHING)
@pytest.mark.parametrize("where", ["title", "text"])
def test_the_command_line_refuses_it_too(
    at_demo: Hands, tmp_path: Path, empty: str, where: str
) -> None:
    at_demo.night.bridge.do(SetSetting(BAN_LIFTED, "2024-03-31T18:30"))
    path = at_demo.session.path
    at_demo.window.close_night()
    text = tmp_path / "not.txt"
    text.write_text("Az sonra sürecek." if where == "title" else NOTHING[empty], encoding="utf-8")
    title = "Sayım durdu" if where == "text" else NOTHING[empty]
    asked = ["post", str(path), "note", "--title", title, "--text", str(text), "--publish"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 2
    assert f"--{where}" in done.stderr
