"""English words behind a number: one bulletin, two bulletins; Turkish has one form for both."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from desk.facts.codes import Code
from tests.ui.hands import Hands, meeting, press
from ui.entry.paste import PasteDialog
from ui.texts import language, sentences
from ui.texts.numbered import numbered, numbered_of

UI = Path(__file__).resolve().parents[3] / "ui"

COUNT = re.compile(r"\{(\w+)[^{}|]*\}\s+((?:[a-z]+\s+){0,2}?[a-z]{2,}s)\b")
"""A value with a word behind it, or behind two more, that may be a plural."""

CHOICE = re.compile(r"\{(\w+):([^{}]*\|[^{}]*)\}")

NO_PLURALS = re.compile(
    r"(?:[a-z]+\s+)*?(?:is(?:\s.*)?|has|was|does|stands|makes|needs|means|leads|leaves|begins|says|this|ters)"
)
"""What else ends so: verbs of one, and a word of Turkish."""

NEVER_ONE = {
    "{n} characters",  # of a text that is too long
    "{limit} digits",
    "{agency} bulletins",  # several of that agency
    "{columns} cells",  # a block of one cell has room everywhere
    "{share} in both agencies",
    "{made}  bulletins",  # a label of its own: bulletins: 1
    "{} places",  # more than can be named
}


def written(path: Path) -> Iterator[str]:
    """Every text of a module, of an f-string its shape."""
    tree, parts = ast.parse(path.read_text(encoding="utf-8")), set[int]()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts |= {id(one) for one in node.values}
            yield "".join(
                str(one.value) if isinstance(one, ast.Constant) else "{x}" for one in node.values
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in parts and isinstance(node.value, str):
            yield node.value


TEXTS = sorted({text for path in UI.rglob("*.py") for text in written(path)})


def test_every_word_behind_a_count_has_its_singular() -> None:
    fixed = [
        found[0].replace("{x}", "{}")
        for text in TEXTS
        for found in COUNT.finditer(text)
        if not NO_PLURALS.fullmatch(found[2])
    ]
    assert {*fixed} == NEVER_ONE


def test_a_choice_is_between_two_and_goes_by_a_value_the_text_has() -> None:
    choices = [(text, found) for text in TEXTS for found in CHOICE.finditer(text)]
    assert len(choices) > 50
    for text, found in choices:
        one, _, many = found[2].partition("|")
        assert f"{{{found[1]}}}" in text, text
        assert one and many and one != many and "|" not in many, text


def test_turkish_has_one_form_behind_every_number() -> None:
    told = [turkish for _, turkish in sentences.SENTENCES.values()]
    assert not [text for text in told if CHOICE.search(text)]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 row was"),
        ("1", "1 row was"),
        (0, "0 rows were"),
        (2, "2 rows were"),
        ("1.0", "1.0 rows were"),
        ("1,001", "1,001 rows were"),
        ("0.1", "0.1 rows were"),
    ],
)
def test_one_alone_is_one(count: object, said: str) -> None:
    assert numbered("{n} {n:row was|rows were}", n=count) == said


def test_each_word_goes_by_its_own_number() -> None:
    text = "{n} {n:figure|figures} in {m} {m:bulletin|bulletins}"
    assert numbered(text, n=2, m=1) == "2 figures in 1 bulletin"
    assert numbered_of(text, {"n": 1, "m": 3}) == "1 figure in 3 bulletins"
    assert numbered("{n} rakam, {m} bülten", n=2, m=1) == "2 rakam, 1 bülten"


def test_values_are_never_read_as_a_choice() -> None:
    assert numbered("{who}: {n} {n:post|posts}", who="{n:a|b}", n=1) == "{n:a|b}: 1 post"


@pytest.mark.parametrize(("missing", "said"), [("1", "1 point is missing"), ("2", "2 points are")])
def test_a_finding_says_one_point(missing: str, said: str) -> None:
    values = {"agency": "AA", "place": "Kadıköy", "total": "99", "missing": missing, "mend": ""}
    assert said in sentences.sentence(Code.F202, values, "en")
    assert f"{missing} puan eksik" in sentences.sentence(Code.F202, values, "tr")


def test_a_count_nobody_gave_silences_nothing() -> None:
    assert "? points are missing" in sentences.sentence(Code.F202, {}, "en")


@pytest.mark.parametrize(
    ("text", "english", "turkish"),
    [
        ("CHP 58,1", "1 figure in 1 bulletin, 1 to file.", "Rakam: 1, bülten: 1"),
        ("CHP 58,1 AKP 30", "2 figures in 1 bulletin, 1 to file.", "Rakam: 2, bülten: 1"),
    ],
)
def test_the_window_counts_in_both_languages(
    at_blank: Hands, text: str, english: str, turkish: str
) -> None:
    said: dict[str, str] = {}

    def met(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        said[language.current()] = dialog.summary.text()
        press("Escape")

    for spoken in language.LANGUAGES:
        at_blank.speak(spoken)
        QGuiApplication.clipboard().setText(f"İBB 19.25\nBEYOĞLU\nAA: {text}")
        with meeting(met):
            press("Ctrl+V")
    assert said["en"].startswith(english)
    assert turkish in said["tr"]
