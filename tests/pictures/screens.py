"""Every screen as a picture, offscreen: `python -m tests.pictures.screens FOLDER`.

The pictures in docs/screenshots are made with it; no test depends on a pixel of them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import BeginCorrection, FileDraft, SetFigure
from desk.posts.templates import Templates
from desk.rehearsal import prova
from ui.entry.paste import PasteDialog
from ui.night.page import BOARD, CHARTS, COMPARISON, LEDGER, MAP, POSTS, SHEETS
from ui.night.preferences import Preferences
from ui.posts.composer import ComposerPage
from ui.posts.correction import CorrectionDialog
from ui.posts.preview import PICTURE
from ui.posts.templates import TemplateEditor
from ui.settings.desk_pages import DeskChoices
from ui.settings.dialog import SettingsDialog
from ui.widgets.dialogs import AskAgency, AskContender, AskReason
from ui.window.app import make
from ui.window.help import CodesPage, HelpPage
from ui.window.main_window import MainWindow
from ui.window.night_view import NightView
from ui.window.welcome import free_path
from ui.wizard.dialog import NightWizard

MOST = 200_000
"""The largest picture, in bytes."""

REST_S = 2.0
"""How long a page is given to draw what it draws when the keys rest."""

SETS = (("en", "light"), ("tr", "light"), ("tr", "dark"))


PASTED = """19:45 Kritik ilçelerde son durum

BEYOĞLU:
ANKA - CHP: Yüzde 60.11 AKP: Yüzde 36.2, YRP: Yüzde:2
AA - CHP - Yüzde 55.05 , AKP: Yüzde 39.23, Diğer: Yüzde 2.41

KÜÇÜKÇEKMECE:
AA - CHP: 58.63, AKP: Yüzde 35.94, DEM Parti: Yüzde 1.26
ANKA - CHP: 63.89, AKP: Yüzde 35.94, DEM Parti: Yüzde 1.5

KADIKÖY:
AA: Ekrem Başkan yüzde 70,1, AKP yüzde 20,5
2019'da CHP yüzde 65,9 almıştı.
"""


def take(folder: Path, sets: Iterable[tuple[str, str]] = SETS) -> list[Path]:
    """Take every picture of some languages and colours into a folder; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        settings = QSettings(str(Path(home) / "desk.ini"), QSettings.Format.IniFormat)
        application, window = make(Preferences(settings))
        window.resize(1366, 768)
        window.show()
        taken = []
        for language, scheme in sets:
            window.use_scheme(scheme)
            window.use_language(language)
            for name, widget in _screens(application, window):
                application.processEvents()
                path = folder / f"{language}-{scheme}-{name}.png"
                image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
                save(image, path)
                taken.append(path)
            window.close_night()
        window.close()
        # Qt lets go of what was copied only as the process ends, and would then ask Python for it.
        QGuiApplication.clipboard().clear()
    return taken


def save(image: QImage, path: Path) -> None:
    """Save a picture; in its 256 commonest colours where it would else be too large."""
    image.save(str(path), "PNG", 0)
    if path.stat().st_size > MOST:
        whole = image.convertToFormat(QImage.Format.Format_RGB32)
        seen = Counter(memoryview(whole.constBits()).cast("I")).most_common(256)
        image = whole.convertToFormat(QImage.Format.Format_Indexed8, [colour for colour, _ in seen])
        image.save(str(path), "PNG", 0)


HERS = """# {{ headline }}
{% for place in places %}
## {{ place.heading }}
{% for agency in place.agencies %}
- {{ agency.line }}
{% endfor %}
- {{ place.leads }}
- {{ place.verdict }}
- {{ place.silent }}
{% endfor %}
{% for one in counts %}
{{ one.by|capital }} {{ one.name }} {{ one.districts }} ilçede önde.
{% endfor %}
= {{ closing }}
"""
"""A template of the editor's own: the lines, the leads, what the gap comes from, counts."""


def _screens(application: QApplication, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    yield "welcome", window
    window.open_demo()
    night = window.night
    assert night is not None
    _settle(application, night)
    night.go_to("Küçükçekmece")
    _rest(application)
    yield "filed", window
    night.go_to("Beyoğlu")
    window.activateWindow()
    application.processEvents()
    night.entry.view.go_to(4, 0)
    _type(application, "56,1\r39,8\r5863\r")
    # What is found of it, and the course over the evening, are shown when the keys rest.
    _rest(application)
    yield "typing", window
    _type(application, "\x1b")
    night.turn_waiting()
    _settle(application, night)
    yield "waiting", window
    night.turn_waiting()
    night.go_to("İstanbul")
    for page, name in ((COMPARISON, "comparison"), (BOARD, "board")):
        night.show_page(page)
        _settle(application, night)
        yield name, window
    window.tell(Refusal(Code.S907, file="gece.secim", folder="USB"))
    yield "trouble", window
    window.banner.hide()
    election = night.bridge.session.election
    dialogs: tuple[tuple[str, QWidget], ...] = (
        ("paste", PasteDialog(night.bridge, night.entry.standing(), PASTED, window)),
        ("keys", HelpPage(window.actions_, window)),
        ("new-night", NightWizard(window.preferences, date(2028, 1, 2), free_path, window)),
        ("add-contender", AskContender(window, election, "ibb")),
        ("settings", _settings(night, window)),
        ("codes", CodesPage(window)),
        ("add-agency", AskAgency(window, election)),
        ("reason", AskReason(window, night.entry.tr("Correct"))),
    )
    for name, dialog in dialogs:
        dialog.show()
        if isinstance(dialog, PasteDialog):
            # The screen there is none of is a small one.
            dialog.resize(1200, 700)
        yield name, dialog
        dialog.close()
    yield from _posts(application, window, night)
    path = Path(tempfile.mkdtemp(prefix="secim-")) / "prova.secim"
    prova.make(path, 3, 10, datetime(2024, 3, 31, 21, 55)).close()
    window.open_path(path)
    assert window.night is not None
    _settle(application, window.night)
    window.night.go_to("Büyükçekmece")
    _settle(application, window.night)
    # Its course over the evening is drawn when the keys rest.
    _rest(application)
    yield "rehearsal", window
    window.night.show_page(BOARD)
    _settle(application, window.night)
    yield "rehearsal-board", window


def _settings(night: NightView, window: MainWindow) -> SettingsDialog:
    desk = DeskChoices(window.preferences, print)
    return SettingsDialog(night.bridge, night.standing(), desk, window)


def _posts(
    application: QApplication, window: MainWindow, night: NightView
) -> Iterator[tuple[str, QWidget]]:
    """What is told of the night: posts, ledger, correction, charts, map and sheets."""
    night.go_to("Küçükçekmece")
    night.show_page(POSTS)
    composer = night.late["posts"].page()
    assert isinstance(composer, ComposerPage)
    composer.publish()
    _rest(application)
    yield "gate-stop", window
    for place in ("Beyoğlu", "Üsküdar"):
        night.go_to(place)
        _rest(application)
        composer.publish()
    yield "posts", window
    composer.preview.tabs.setCurrentIndex(PICTURE)
    _rest(application)
    yield "posts-picture", window
    two = ("AA", "ANKA")
    editor = TemplateEditor(
        night.bridge.session, (night.entry.contest, two, "Beyoğlu"), window, Templates()
    )
    editor.names.setCurrentRow(Templates().names().index("comparison"))
    editor.source.setPlainText(HERS)
    editor.show_preview()
    editor.show()
    yield "templates", editor
    # Closed it would ask about the text that is not saved.
    editor.hide()
    bridge, source = night.bridge, Source("AA", night.entry.contest, "Üsküdar")
    (wrong,) = bridge.session.bulletins(source.contest, source.place, source.agency)
    bridge.do(BeginCorrection(wrong.id))
    bridge.do(SetFigure(source, Row(Item.SHARE, "chp"), Decimal("52.14")))
    bridge.do(FileDraft(source, "Ajans düzeltti"))
    night.show_page(LEDGER)
    _rest(application)
    yield "ledger", window
    dialog = CorrectionDialog(night, night.ledger.watch.wrong, window)
    dialog.show()
    yield "correction", dialog
    dialog.close()
    for name, number in (("charts", CHARTS), ("map", MAP), ("sheets", SHEETS)):
        night.show_page(number)
        _rest(application)
        yield name, window


def _rest(application: QApplication) -> None:
    """Let the keys rest long enough for whatever waits for that."""
    end = monotonic() + REST_S
    while monotonic() < end:
        application.processEvents()


def _settle(application: QApplication, night: NightView) -> None:
    """Until every place has been looked at, and the pages of the whole night are filled."""
    pages = (night.board,)
    for _ in range(10_000):
        application.processEvents()
        if night.watch.ready and night.shown_findings.is_idle() and all(p.idle for p in pages):
            return


def _type(application: QApplication, text: str) -> None:
    application.processEvents()
    for letter in text:
        QTest.keyClick(QApplication.focusWidget(), letter)
        application.processEvents()


if __name__ == "__main__":
    for picture in take(Path(sys.argv[1])):
        sys.stdout.write(f"{picture}\n")
