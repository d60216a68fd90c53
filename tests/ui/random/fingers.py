"""Fingers for `hands`: one key, one click, one word, and an answer to whatever dialog opens.

What is pressed when, and what must hold afterwards, stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from PySide6.QtCore import (
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.ui import hands
from ui.window.main_window import MainWindow

FIGURES = ("58,63", "41.2", "7", "0", "100", "35,94", "2", "%44,1", "yüzde 12,5", "1925", "19.38")
REFUSED = ("4.211,219", "101", "-3", "abc", "1,2,3", "38,335", "", "ğü", "9" * 20, "25:99")
WORDS = (
    "Sayım sürüyor",
    "İmamoğlu önde, fark 7,74 puan",
    "kazandı",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "ÇĞİÖŞÜ çğıöşü",
    "yüzde 55.05",
    "12.345 oy",
    " ",
    "5",
    "=1+1",
    "\u202egnirts",
)
PASTED = (
    "AA: Kadıköy'de CHP yüzde 61,2 AKP yüzde 30,1 açılan sandık yüzde 44",
    "ANKA - Beyoğlu\nCHP: 48,5\nAKP: 44,1\nAçılan sandık: %12",
    "58,63",
    "<b>hiç</b>",
    "Üsküdar 19.25\nCHP %51,1\nAKP %43,9",
    "55,05\n39,23\n2,10\n",
    "19.25\t19.40\n\n1.2.3\t7\n599\t\n",
    "İlçe\tCHP\tAKP\nBeyoğlu\t55,05\t39,23\nŞile\t51,1\t40,2\n",
)
KEYS = (
    *("Up", "Down", "Left", "Right", "Tab", "Shift+Tab", "Return", "Escape", "Space", "Backspace"),
    *("Delete", "Home", "End", "PgUp", "PgDown", "F2", "F6", "Ctrl+A", "Ctrl+Home", "Ctrl+End"),
    *("Shift+Right", "Shift+Down", "Ctrl+X", "Ctrl+C", "Ctrl+V", "+", "-", "0", "Ctrl++", "Ctrl+-"),
    *("Ctrl+0", "Alt+Down", "Alt+F", "Ctrl+Return", "Menu", "Shift+F10"),
)


class Fingers:
    """Presses one thing at a time; dialogs and menus are answered by themselves."""

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        self.window, self.chance, self.folder = window, Random(seed), folder
        self._answers = Random(seed + 1)
        self.log: list[str] = []
        self.nights: list[Path] = []
        self.answering = True
        self._asked: dict[int, int] = {}
        self._answer_later()

    def _press(self, key: str) -> None:
        # A dialog that was asked for is gone when its nested loop returns, so nobody waits here.
        combination = QKeySequence(key)[0]
        code = Qt.Key.Key_Backtab if key == "Shift+Tab" else combination.key()
        QTest.keyClick(self._focus(), code, combination.keyboardModifiers())

    def _type(self, text: str) -> None:
        # A letter may close what it is typed into.
        with suppress(AssertionError):
            hands.type_(text)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _click_on(self, widget: QWidget) -> str:
        name = f"{type(widget).__name__} {widget.objectName()}"
        spot = widget.rect().center()
        if isinstance(widget, QComboBox) and widget.count():
            chosen = self.chance.randrange(widget.count())
            widget.setCurrentIndex(chosen)
            widget.activated.emit(chosen)
            return f"choose {chosen} of {name}"
        if isinstance(widget, QAbstractItemView):
            area = widget.viewport()
            spot = QPoint(
                self.chance.randrange(max(1, area.width())),
                self.chance.randrange(max(1, min(area.height(), 400))),
            )
            twice = self.chance.random() < 0.3
            QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=spot)
            if twice:
                QTest.mouseDClick(area, Qt.MouseButton.LeftButton, pos=spot)
            return f"click{' twice' if twice else ''} {name} {spot.toTuple()}"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
        return f"click {name}"

    # Dialogs and menus: whatever opens is answered

    def _answer_later(self) -> None:
        if self.answering:
            QTimer.singleShot(3, self._answer)

    def _answer(self) -> None:
        # Drawn apart: how often a dialog is looked at must not change what is pressed after it.
        before, self.chance = self.chance, self._answers
        try:
            self._answer_what_is_open()
        finally:
            self.chance = before

    def _answer_what_is_open(self) -> None:
        self._answer_later()
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if dialog is None:
            # Not every dialog is modal.
            top = QApplication.activeWindow()
            dialog = top if isinstance(top, QDialog) else None
        if popup is None and dialog is None:
            self._asked.clear()
        elif popup is not None:
            times = self._count(popup)
            key = self.chance.choice(("Down", "Down", "Up", "Return", "Escape"))
            self.log.append(f"  menu {popup.objectName()} {key}")
            if times > 12:
                popup.close()
            else:
                QTest.keyClick(popup, QKeySequence(key)[0].key())
        elif dialog is not None:
            times = self._count(dialog)
            if isinstance(dialog, QMessageBox):
                # Answered at once, one way or the other: else it is asked for ever.
                self._click_on(self.chance.choice(dialog.buttons()))
            elif times > 40:
                # Whoever asks whether one is sure to leave is answered in the same way.
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
                if times % 3 == 0:
                    self._fumble(dialog)
            elif times > 3 and self.chance.random() < 0.25:
                key = self.chance.choice(("Return", "Escape", "Escape"))
                self.log.append(f"  {type(dialog).__name__} {dialog.objectName()} {key}")
                QTest.keyClick(dialog.focusWidget() or dialog, QKeySequence(key)[0].key())
            else:
                self._fumble(dialog)

    def _count(self, asked: QWidget) -> int:
        self._asked[id(asked)] = self._asked.get(id(asked), 0) + 1
        return self._asked[id(asked)]

    def _fumble(self, dialog: QWidget) -> None:
        found = [
            widget
            for widget in dialog.findChildren(QWidget)
            if isinstance(
                widget,
                QAbstractButton
                | QComboBox
                | QAbstractItemView
                | QLineEdit
                | QPlainTextEdit
                | QTextEdit
                | QAbstractSpinBox,
            )
            and widget.isVisible()
            and widget.isEnabled()
        ]
        if not found:
            return
        widget = self.chance.choice(sorted(found, key=where))
        at = len(self.log)
        self.log.append(f"  fumbling at {type(widget).__name__} {widget.objectName()}")
        if isinstance(widget, QAbstractButton | QComboBox | QAbstractItemView):
            self.log[at] = f"  {dialog.objectName()}: {self._click_on(widget)}"
            return
        widget.setFocus()
        text = self.chance.choice((*WORDS, *FIGURES, *REFUSED))
        self._type(text)
        self.log[at] = f"  {dialog.objectName()}: write {text!r} in {widget.objectName()}"

    def answer_files(self) -> Callable[[], None]:
        """Let the system's file dialogs be answered at once; gives what puts them back."""
        names = ("getSaveFileName", "getOpenFileName", "getExistingDirectory")
        kept = {name: getattr(QFileDialog, name) for name in names}
        beside = self.folder / "out"
        beside.mkdir(exist_ok=True)

        def save(*asked: object, **_: object) -> tuple[str, str]:
            wanted = str(asked[3]) if len(asked) > 3 else ""
            ends = [e for e in (".csv", ".txt", ".html", ".png", ".svg", ".pdf") if e in wanted]
            end = self.chance.choice(ends or [".secim"])
            path = beside / f"{self.chance.randrange(10_000)}{end}"
            return (str(path), "") if self.chance.random() < 0.8 else ("", "")

        def open_(*_: object, **__: object) -> tuple[str, str]:
            return str(self.chance.choice(self.nights)), ""

        def folder(*_: object, **__: object) -> str:
            return str(beside) if self.chance.random() < 0.8 else ""

        for name, answer in zip(names, (save, open_, folder), strict=True):
            setattr(QFileDialog, name, staticmethod(answer))

        def put_back() -> None:
            for name, was in kept.items():
                setattr(QFileDialog, name, was)

        return put_back


def where(widget: QWidget) -> tuple[str, str, int, int]:
    """What tells widgets apart the same way in every run: kind, name and place on the screen."""
    spot = widget.mapToGlobal(QPoint(0, 0))
    return type(widget).__name__, widget.objectName(), spot.x(), spot.y()
