"""The whole program once, unseen: the demonstration keyed cell by cell, and all that leaves it.

A built program is only called built when this has run in it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings

from desk import charts
from desk.facts import catalog
from desk.facts.bulletin import Row
from desk.facts.figures import published
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.posts import ledger
from desk.posts.compose import compose, preview
from desk.posts.templates import Templates
from desk.reading.files import csv as exchange
from desk.rehearsal import demo
from desk.sheets.model import SheetKind
from ui.charts import out as charts_out
from ui.charts.page import ChartsPage
from ui.night.page import CHARTS
from ui.night.preferences import Preferences
from ui.posts import saving
from ui.posts.composer import ComposerPage
from ui.sheets import made as sheets_made
from ui.sheets import printing
from ui.texts import language
from ui.window.app import make
from ui.window.night_view import NightView


def run() -> int:
    """Exit status: 0 if the evening's post came out, 1 with what failed on stderr."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # What is still open cannot be deleted on Windows, and is no fault of the evening.
    with tempfile.TemporaryDirectory(prefix="secim-", ignore_cleanup_errors=True) as folder:
        fault = _evening(Path(folder))
    if fault:
        sys.stderr.write(f"self-test: {fault}\n")
        return 1
    sys.stdout.write(
        "self-test: the window opened, the evening was recorded, its post, a template, the page, "
        "a chart and the sheets were made\n"
    )
    return 0


def _evening(folder: Path) -> str:
    """Key the demonstration's bulletins into a new night; what went wrong, or nothing."""
    settings = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
    application, window = make(Preferences(settings))
    window.show()
    election, figures = demo.evening()
    path = folder / "self-test.secim"
    Session.create(path, catalog.load(election)).close()
    if not window.open_path(path) or window.night is None:
        return "the night did not open"
    night = window.night
    session = night.bridge.session
    text = exchange.decode(figures.read_bytes())
    for new in exchange.read_figures(text, session.names):
        night.go_to(new.source.place)
        night.entry.choose_contest(
            [contest.id for contest in session.election.contests].index(new.source.contest)
        )
        column = night.entry.pair.index(new.source.agency)
        model = night.entry.model
        typed: dict[Row | None, str] = {None: f"{new.as_of:%H%M}"}
        typed |= {row: published(value) for row, value in new.figures.items()}
        for row, keyed in typed.items():
            at = next(n for n, entry in enumerate(model.rows) if entry.row == row)
            if (refusal := model.enter(model.index(at, column), keyed)) is not None:
                return f"{keyed!r} was refused: {refusal}"
        night.entry.view.go_to(0, column)
        night.entry.file()
        application.processEvents()
    if session.drafts() or not session.night_end():
        return "the bulletins were not filed"
    told = {place.name for place in session.election.units(new.source.contest)}
    for line in range(night.comparison.model.rowCount()):
        place = night.comparison.model.place_at(line)
        if place in told and session.latest(new.source.contest, place):
            night.comparison.toggle(line)
    night.show_page(1)
    for chosen in language.LANGUAGES:
        window.use_language(chosen)
        application.processEvents()
    night.write_comparison()
    page = night.late["posts"].made
    if not isinstance(page, ComposerPage) or page.post is None:
        return "the comparison's post did not come to the composer"
    saving.write(session, folder / "post.txt", page.post)
    written = (folder / "post.txt").read_text(encoding="utf-8")
    fault = "" if written.count("\n\n") > 1 else f"the post reads {written!r}"
    for check in (_template, _page, _charts, _on_paper):
        fault = fault or check(folder, night)
    window.close()
    return fault


def _template(folder: Path, night: NightView) -> str:
    """Arrange a post by one of the desk's templates; what went wrong, or nothing."""
    templates, (contest, _, _) = Templates(folder / "templates"), night.standing()
    text = templates.source(PostKind.LEAD.value)
    post = preview(night.bridge.session, PostKind.LEAD, Ask(contest), templates, text)
    return "" if post.chips else "the template arranged nothing"


def _page(folder: Path, night: NightView) -> str:
    """Publish a post and write the liveblog; what went wrong, or nothing."""
    session, (contest, _, _) = night.bridge.session, night.standing()
    post = compose(session, PostKind.LEAD, Ask(contest))
    ledger.publish(session, post)
    page, _ = liveblog.write(session, folder / "page")
    written = page.read_text(encoding="utf-8")
    return "" if f'id="{post.id}"' in written else "the page lacks its post"


def _charts(folder: Path, night: NightView) -> str:
    """Draw the chart in front and save it in every form; what went wrong, or nothing."""
    night.show_page(CHARTS)
    page = night.late["charts"].made
    if not isinstance(page, ChartsPage):
        return "the charts page did not open"
    for _ in page.canvas.redraw():
        continue
    if page.canvas.told is None or not page.canvas.told.marks:
        return "the chart was not drawn"
    for form in charts.FORMATS:
        path = folder / f"chart.{form}"
        charts_out.save_to(path, night.bridge, page.asked, page.message)
        if not path.is_file():
            return f"{path.name} was not saved"
    return ""


def _on_paper(folder: Path, night: NightView) -> str:
    """Every district as a PDF, its drawings and letters with it; what went wrong, or nothing."""
    session = night.bridge.session
    contest, pair, _ = night.standing()
    places = sheets_made.all_units(session.election, contest)
    wanted = sheets_made.Wanted(SheetKind.DISTRICT, contest, pair, places)
    sheets = sheets_made.made(session, night.watch.checks, wanted)
    *_, pages = printing.to_pdf(folder / "sheets.pdf", sheets, sheets_made.title(session, wanted))
    return "" if pages == len(places) else f"pages of the sheets: {pages}"
