"""Two languages and two sets of colours, switched while everything is open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from tests.ui.hands import Hands, meeting, press, share, type_
from ui.entry.cells import CellLook
from ui.texts import language
from ui.widgets import theme
from ui.window.help import HelpPage
from ui.window.main_window import MainWindow

CHP = share("chp")

# Names, figures, keys and signs are the same in every language.
SAME = re.compile(
    r"""
    [\W\d_]* | A–Z | (AA|ANKA|YSK)(\n\d\d\.\d\d)? | Seçim\ Masası | English | Türkçe
    | .*\.secim.* | (Ctrl|Alt|Shift|F\d).*
    | (CHP|AKP|YRP|DEM\ Parti|Zafer\ Partisi|Diğer)(\n(AA|ANKA))?
    | DHA | Demirören\ Haber\ Ajansı | Küçükçekmece | İstanbul
    """,
    re.VERBOSE,
)


def said_by(widget: QObject) -> Iterator[tuple[str, str]]:
    """Everything a widget or command shows or tells, by where it stands."""
    if isinstance(widget, QAction):
        yield "text", widget.text()
    if not isinstance(widget, QWidget):
        return
    yield "tip", widget.toolTip()
    yield "name", widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield "hint", widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from ((f"tab{n}", widget.tabText(n)) for n in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from ((f"item{n}", widget.itemText(n)) for n in range(widget.count()))
    if isinstance(widget, QTableView) and widget.model():
        model = widget.model()
        for way, count in (
            (Qt.Orientation.Horizontal, model.columnCount()),
            (Qt.Orientation.Vertical, model.rowCount()),
        ):
            heads = (str(model.headerData(n, way) or "") for n in range(count))
            yield from ((f"{way.name}{n}", head) for n, head in enumerate(heads))


def named(child: QObject) -> str:
    """The name of the nearest forebear that has one."""
    above = child.parent()
    while above is not None and not above.objectName():
        above = above.parent()
    return above.objectName() if above is not None else ""


def texts(root: QWidget) -> dict[str, str]:
    found = {}
    seen: Counter[str] = Counter()
    for child in root.findChildren(QObject):
        # By its nearest named forebear and its kind: whatever else comes and goes shifts nothing.
        kind = f"{named(child)}.{type(child).__name__}"
        name = child.objectName() or f"{kind}{seen[kind]}"
        seen[kind] += 1
        if name.startswith(("qt_", "Scroll")):
            # Qt's own insides.
            continue
        found |= {f"{name}.{where}": text for where, text in said_by(child) if text}
    return found


def assert_translated(english: dict[str, str], turkish: dict[str, str]) -> None:
    left = {
        where: text
        for where, text in english.items()
        if turkish.get(where) == text and not SAME.fullmatch(text)
    }
    assert left == {}


@pytest.mark.parametrize("page", [0, 1])
def test_every_text_of_a_night_follows_the_language(at_demo: Hands, page: int) -> None:
    at_demo.night.show_page(page)
    at_demo.key("AA", CHP, "59")
    at_demo.night.show_page(page)
    at_demo.qtbot.waitUntil(lambda: page == 0 or at_demo.night.comparison.preview.post is not None)
    at_demo.qtbot.waitUntil(at_demo.night.shown_findings.is_idle)
    # It is made a moment after the night is painted; its texts are to be among these.
    assert at_demo.night.place_chart.canvas.accessibleName()
    answer = at_demo.window.findChild(QLabel, "comparison.answer")
    # Of a page nobody sees it waits.
    at_demo.qtbot.waitUntil(lambda: page == 0 or "points apart" in answer.text())
    english = texts(at_demo.window)
    assert len(english) > 100
    # The post is composed when the keys rest.
    findings = at_demo.night.comparison.preview.findings
    at_demo.speak("tr")
    at_demo.qtbot.waitUntil(lambda: page == 0 or "toplamı 101,33" in findings.text())
    at_demo.qtbot.waitUntil(at_demo.night.shown_findings.is_idle)
    at_demo.qtbot.waitUntil(lambda: "101,33" in at_demo.night.attention.text.text())
    QApplication.processEvents()
    assert_translated(english, texts(at_demo.window))
    at_demo.speak("en")
    at_demo.qtbot.waitUntil(lambda: english.items() <= texts(at_demo.window).items())


def test_the_first_screen_follows_the_language(window: MainWindow) -> None:
    english = texts(window)
    for chosen in ("tr", "en"):
        window.use_language(chosen)
        QApplication.sendPostedEvents()
        if chosen == "tr":
            assert_translated(english, texts(window))
    assert texts(window) == english


def test_a_refusal_speaks_the_language_of_the_window(at_demo: Hands) -> None:
    at_demo.speak("tr")
    at_demo.key("AA", CHP, "58,6,3")
    assert "birden fazla ondalık işareti" in at_demo.message
    press("Ctrl+K", "Escape")
    assert "ondalık" in at_demo.cell("AA", CHP).data(Qt.ItemDataRole.ToolTipRole)
    at_demo.speak("en")
    assert "decimal mark" in at_demo.cell("AA", CHP).data(Qt.ItemDataRole.ToolTipRole)
    assert at_demo.cell("AA", CHP).data() == "58,6,3"


def test_dialogs_speak_turkish_and_so_do_qts_own_buttons(at_demo: Hands) -> None:
    heard: dict[str, dict[str, str]] = {}
    for chosen in ("en", "tr"):
        at_demo.speak(chosen)
        seen = heard[chosen] = {}

        def read(dialog: QDialog, seen: dict[str, str] = seen) -> None:
            buttons = dialog.findChild(QDialogButtonBox)
            cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
            seen[f"{dialog.objectName()}.title"] = dialog.windowTitle()
            seen[f"{dialog.objectName()}.cancel"] = cancel.text()

        for key in ("Shift+F4", "Ctrl+Shift+N", "Ctrl+Shift+A"):
            at_demo.stand("AA", CHP)
            with meeting(read):
                press(key)
    assert len(heard["en"]) == 6
    assert_translated(heard["en"], heard["tr"])


def test_qts_own_dialogs_have_no_english_in_a_turkish_window(at_demo: Hands) -> None:
    heard: dict[str, dict[str, str]] = {}
    for chosen in ("en", "tr"):
        at_demo.speak(chosen)
        seen = heard[chosen] = {}
        for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
            for kind in (QFileDialog.FileMode.AnyFile, QFileDialog.FileMode.Directory):
                dialog = QFileDialog(at_demo.window, "")
                dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
                dialog.setAcceptMode(mode)
                dialog.setFileMode(kind)
                seen |= {
                    f"{mode.name}.{kind.name}.{number}": label.text()
                    for number, label in enumerate(dialog.findChildren(QLabel))
                    if label.text()
                }
                dialog.deleteLater()
        preview = QPrintPreviewDialog(QPrinter(), at_demo.window)
        seen |= {
            f"preview.{number}": action.text()
            for number, action in enumerate(preview.findChildren(QAction))
            if action.text()
        }
        preview.deleteLater()
        for button in QMessageBox.StandardButton:
            if button.value and button.value & (button.value - 1) == 0:
                box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", button)
                said = box.button(button)
                if said is not None and said.text():
                    seen[f"box.{button.name}"] = said.text()
                box.deleteLater()
    assert len(heard["en"]) > 30
    assert_translated(heard["en"], heard["tr"])


def test_the_keys_page_is_in_the_language_of_the_window(at_demo: Hands) -> None:
    pages = []
    for chosen in ("en", "tr"):
        at_demo.speak(chosen)
        page = HelpPage(at_demo.window.actions_, at_demo.window)
        pages.append(page.page.toPlainText().splitlines())
        page.deleteLater()
    left = [line for line in pages[0] if line.strip() and line in pages[1]]
    names_of_keys = re.compile(r"[\W\d]*|([\w·↓,]+[+ ·]*)+")
    assert [line for line in left if not names_of_keys.fullmatch(line) or len(line) > 24] == []


def test_the_post_stays_turkish_in_an_english_window(at_demo: Hands) -> None:
    at_demo.night.show_page(1)
    post = at_demo.night.comparison.preview
    at_demo.qtbot.waitUntil(lambda: post.post is not None)
    before = post.view.toPlainText()
    at_demo.speak("tr")
    at_demo.speak("en")
    post.compose()
    assert post.view.toPlainText() == before
    assert "Üsküdar'da İmamoğlu iki ajansta da önde" in before


def test_an_open_editor_and_the_cursor_survive_the_switch(at_demo: Hands) -> None:
    at_demo.key("AA", CHP, "59")
    for chosen in ("tr", "en"):
        at_demo.speak(chosen)
        assert at_demo.here() == ("AA", share("ak_parti"))
        type_("3")
        assert at_demo.typing == "3"
        press("Escape")


def test_a_name_of_a_language_nobody_has_is_english(window: MainWindow) -> None:
    language.use("de")
    assert language.current() == "en"
    language.use("tr")
    assert language.current() == "tr"
    assert QLocale().name() == "tr_TR"


@pytest.mark.parametrize(
    ("wished", "expected"),
    [(["tr-TR", "en"], "tr"), (["en-GB", "tr"], "en"), (["de-DE", "tr-TR"], "tr"), ([], "en")],
)
def test_the_systems_language_is_taken(
    monkeypatch: pytest.MonkeyPatch, wished: list[str], expected: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802
            return wished

    monkeypatch.setattr(QLocale, "system", System)
    assert language.system_language() == expected


# Colours


def test_colours_are_switched_while_everything_is_open(at_demo: Hands) -> None:
    actions = at_demo.window.actions_.by_name
    at_demo.window.tell(Refusal(Code.S907, file="night.secim", folder="stick"))
    at_demo.key("AA", CHP, "120")
    grounds = {}
    for scheme in ("dark", "light"):
        actions[f"scheme.{scheme}"].trigger()
        QApplication.sendPostedEvents()
        palette = at_demo.night.entry.view.palette()
        grounds[scheme] = palette.color(QPalette.ColorRole.Base).lightness()
        assert theme.is_dark() == (scheme == "dark")
        message = at_demo.night.message.label.palette().color(QPalette.ColorRole.WindowText)
        assert message == theme.ink().error
        banner = at_demo.window.banner.palette()
        assert banner.color(QPalette.ColorRole.Window) == theme.ink().error_ground
    assert grounds["dark"] < 64 < 192 < grounds["light"]
    assert at_demo.typing == "120"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_the_palette_can_be_read_on_its_ground(
    window: MainWindow, scheme: str
) -> None:
    window.use_scheme(scheme)
    palette, role = QApplication.palette(), QPalette.ColorRole
    pairs = [
        *((role.Text, role.Base), (role.WindowText, role.Window), (role.ButtonText, role.Button)),
        *((role.PlaceholderText, role.Base), (role.HighlightedText, role.Highlight)),
        *((role.ToolTipText, role.ToolTipBase), (role.Text, role.AlternateBase)),
        *((role.Link, role.Window), (role.Link, role.Base)),
    ]
    faint = [
        pair
        for pair in pairs
        if theme.contrast(palette.color(pair[0]), palette.color(pair[1])) < 4.5
    ]
    window.use_scheme("light")
    assert faint == []


def test_no_state_is_told_by_colour_alone(at_demo: Hands) -> None:
    """A refused cell and a wrong sum also carry a sign and a tooltip."""
    at_demo.stand("ANKA", share("diger"))
    type_("58,6,3")
    press("Ctrl+K", "Escape")
    model = at_demo.night.entry.model
    for number in range(model.rowCount()):
        for column in range(2):
            index = model.index(number, column)
            if model.data(index, 0x0100 + 1) in (CellLook.REFUSED, CellLook.WRONG):
                assert index.data(Qt.ItemDataRole.ToolTipRole)
