"""What each of the window's commands does: a table from name to act, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from ui.night.page import BOARD, CHARTS, COMPARISON, ENTRY, FINDINGS, LEDGER, MAP, POSTS, SHEETS
from ui.window.help import KeysPage, about_text
from ui.window.night_view import NightView

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def commands(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The acts behind `actions.SPECS`, by name; those of a night do nothing while none is open."""

    def night(act: Callable[[NightView], object]) -> Callable[[], None]:
        def run() -> None:
            if window.night is not None:
                act(window.night)

        return run

    def on_posts(
        act: str, otherwise: Callable[[NightView], object] = lambda _: None
    ) -> Callable[[], None]:
        """An act of the page of posts where that is in front, another everywhere else."""

        def run(view: NightView) -> None:
            if not view.on_posts(act):
                otherwise(view)

        return night(run)

    def asked(name: str) -> Callable[[], None]:
        def run() -> None:
            from ui.window import asking

            if window.night is not None:
                getattr(asking, name)(window, window.night)

        return run

    def rehearse() -> None:
        from ui.window import asking

        asking.rehearsal(window)

    def on_paper(name: str) -> Callable[[], None]:
        def run() -> None:
            from ui.sheets import page as sheets

            if window.night is not None:
                getattr(sheets, name)(window.night)

        return run

    def published(night: NightView) -> None:
        from ui.window.where_published import ask

        ask(night)

    def codes() -> None:
        from ui.window.help import CodesPage

        CodesPage(window).open()

    return {
        "new": window.ask_new,
        "open": window.ask_open,
        "demo": window.open_demo,
        "rehearsal": rehearse,
        "backup": asked("backup"),
        "elsewhere": window.ask_elsewhere,
        "export": night(lambda n: n.comparison.export()),
        "printPreview": on_paper("preview"),
        "pdfOfAll": on_paper("pdf_of_all"),
        "saveChart": night(lambda n: n.save_chart()),
        "liveblog": asked("liveblog"),
        "savePost": on_posts("save", lambda n: n.write_comparison()),
        "close": window.close_night,
        "quit": window.close,
        "undo": night(lambda n: n.bridge.undo_stack.undo()),
        "redo": night(lambda n: n.bridge.undo_stack.redo()),
        "copy": night(lambda n: n.copy()),
        "copyPost": on_posts("copy_post", lambda n: n.write_comparison()),
        "paste": window.paste,
        "aliases": asked("aliases"),
        "settings": asked("file_settings"),
        "templates": asked("templates"),
        "addContender": asked("contender"),
        "addAgency": asked("agency"),
        "fileDraft": on_posts("publish", lambda n: n.entry.file()),
        "correct": night(lambda n: n.entry.correct()),
        "withdraw": night(lambda n: n.entry.withdraw()),
        "discard": night(lambda n: n.entry.discard()),
        "correctPosts": night(lambda n: n.ledger.correct()),
        "ban": asked("ban"),
        "publish": on_posts("publish"),
        "composeAnew": on_posts("compose_anew"),
        "updateFigures": on_posts("update_figures"),
        "keepFigures": on_posts("keep_figures"),
        "nextNumber": on_posts("numbers.next"),
        "tieNumber": on_posts("numbers.tie"),
        "ownNumber": on_posts("numbers.own"),
        "aboutNumber": on_posts("numbers.about"),
        "goPlace": night(lambda n: n.places.take_keys()),
        "nextPlace": night(lambda n: n.places.step(1)),
        "previousPlace": night(lambda n: n.places.step(-1)),
        "published": night(published),
        "entry": night(lambda n: n.show_page(ENTRY)),
        "comparison": night(lambda n: n.show_page(COMPARISON)),
        "findings": night(lambda n: n.show_page(FINDINGS)),
        "board": night(lambda n: n.show_page(BOARD)),
        "posts": night(lambda n: n.show_page(POSTS)),
        "ledger": night(lambda n: n.show_page(LEDGER)),
        "charts": night(lambda n: n.show_page(CHARTS)),
        "map": night(lambda n: n.show_page(MAP)),
        "sheets": night(lambda n: n.show_page(SHEETS)),
        "take": night(lambda n: n.shown_findings.take_current()),
        "nextPane": night(lambda n: n.next_pane()),
        "votes": window.apply_toggles,
        "byShare": window.apply_toggles,
        "bulletins": window.apply_toggles,
        "placeChart": window.apply_toggles,
        "keys": lambda: KeysPage(window.actions_, window).open(),
        "codes": codes,
        "about": lambda: QMessageBox.about(
            window, QCoreApplication.translate("About", "About Seçim Masası"), about_text()
        ),
    }
