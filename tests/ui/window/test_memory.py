"""What the desk remembers of its editor: window, splitters, language, colours, files last used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands, labels, make_window, press, tidy_up
from ui.night.preferences import Preferences
from ui.widgets import theme
from ui.window import app
from ui.window.app import Desk
from ui.window.main_window import MainWindow


def test_the_window_remembers_its_place_and_its_splitters(
    qtbot: QtBot, at_demo: Hands, preferences: Preferences
) -> None:
    window, path = at_demo.window, at_demo.session.path
    press("Ctrl+Shift+B", "Ctrl+Shift+V")
    # The screen of the tests is narrower than a desk's: the window can only be as wide as that.
    window.resize(QSize(window.screen().availableGeometry().width() - 2, 620))
    QApplication.processEvents()
    at_demo.night.entry_page.setSizes([380, 330])
    wide = at_demo.night.entry_page.sizes()[0]
    window.close()
    again = make_window(qtbot, preferences)
    assert again.height() == 620
    assert again.open_path(path)
    assert again.night is not None
    assert again.night.entry_page.sizes()[0] == wide
    assert not again.night.bulletins.isVisible()
    hands = Hands(qtbot, again)
    assert "CHP, votes" in labels(hands)
    press("Ctrl+Shift+V")


def test_the_language_and_the_colours_are_remembered(
    qtbot: QtBot, window: MainWindow, preferences: Preferences
) -> None:
    window.actions_.by_name["language.tr"].trigger()
    window.actions_.by_name["scheme.dark"].trigger()
    window.close()
    again = make_window(qtbot, preferences)
    assert again.actions_.by_name["language.tr"].isChecked()
    assert again.actions_.by_name["scheme.dark"].isChecked()
    again.use_scheme("light")


def test_the_oldest_of_the_files_last_used_is_forgotten(preferences: Preferences) -> None:
    for number in range(12):
        preferences.used(Path(f"/nights/{number}.secim"))
    files = preferences.recent_files()
    assert [path.stem for path in files] == ["11", "10", "9", "8", "7", "6", "5", "4"]
    preferences.forget(files[0])
    assert files[0] not in preferences.recent_files()


def test_automatic_colours_turn_with_the_system(
    qtbot: QtBot, qapp: Desk, preferences: Preferences, tmp_path: Path
) -> None:
    # Another window of the same application, made before with other settings, has no say.
    other = QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat)
    qtbot.addWidget(app.make(Preferences(other))[1])
    application, window = app.make(preferences)
    qtbot.addWidget(window)
    turned = application.styleHints().colorSchemeChanged
    try:
        window.use_scheme("system")
        turned.emit(Qt.ColorScheme.Dark)
        assert theme.is_dark() and application.palette().base().color() == theme.DARK.base
        turned.emit(Qt.ColorScheme.Light)
        assert not theme.is_dark()
        window.use_scheme("light")
        turned.emit(Qt.ColorScheme.Dark)
        assert not theme.is_dark()
    finally:
        theme.apply(application, "light")
        qapp.window = None
        tidy_up()
