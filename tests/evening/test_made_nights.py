"""Nights that were made: by command and with keys the same night, the same figures, the same words.

A presidential round by provinces, a referendum in one province, three provinces on one local day of
which one closes earlier, and the by-election of 2 June 2024.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.facts.edits import NewBulletin
from desk.file.session import Session
from desk.reading.files import csv as exchange
from tests.evening.test_window import CONTENT, command, draw_and_print, key_in
from tests.ui.hands import Hands, make_window, meeting, on_disk, press, tidy_up, type_
from ui.cli.main import main
from ui.entry.paste import PasteDialog
from ui.night.page import COMPARISON
from ui.night.preferences import Preferences
from ui.posts.composer import ComposerPage
from ui.window.app import Desk
from ui.wizard.dialog import NightWizard

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support propagateSizeHints")
HEAD = "as_of,agency,contest,place,item,contender,value\n"


@dataclass(frozen=True)
class MadeNight:
    """How a night is made both ways, what is keyed and pasted in it, and what a post says."""

    name: str
    options: tuple[str, ...]
    kind: int
    day: str
    places: tuple[str, ...]
    contest: str
    place: str
    rows: tuple[str, ...]
    pasted: str
    said: str
    by_district: bool = False


NIGHTS = (
    MadeNight(
        "president",
        ("--kind", "presidential", "--date", "2023-05-28", "--places", "Türkiye"),
        2,
        "28052023",
        (),
        "cb",
        "Türkiye",
        (
            "2023-05-28T19:25,AA,cb,Türkiye,opened_share,,40.1",
            "2023-05-28T19:25,AA,cb,Türkiye,share,Erdoğan,52.12",
            "2023-05-28T19:25,AA,cb,Türkiye,share,Kılıçdaroğlu,47.88",
            "2023-05-28T19:25,ANKA,cb,Türkiye,share,Erdoğan,49.1",
            "2023-05-28T19:25,ANKA,cb,Türkiye,share,Kılıçdaroğlu,50.9",
            "2023-05-28T19:40,AA,cb,Yurt dışı,share,Erdoğan,59.1",
            "2023-05-28T19:40,AA,cb,Yurt içi,share,Erdoğan,51.9",
        ),
        "AA: Saat 20.05 itibarıyla Ankara'da sandıkların yüzde 41,2'si açıldı. "
        "Erdoğan yüzde 48,5, Kılıçdaroğlu yüzde 51,5.",
        "Kılıçdaroğlu",
    ),
    MadeNight(
        "referendum",
        ("--kind", "referendum", "--date", "2027-01-03", "--places", "Ankara"),
        5,
        "03012027",
        ("ank",),
        "ref",
        "Ankara",
        (
            "2027-01-03T19:25,AA,ref,Ankara,opened_share,,40.1",
            "2027-01-03T19:25,AA,ref,Ankara,share,Evet,48.12",
            "2027-01-03T19:25,AA,ref,Ankara,share,Hayır,51.88",
            "2027-01-03T19:25,ANKA,ref,Ankara,share,Evet,45.1",
            "2027-01-03T19:25,ANKA,ref,Ankara,share,Hayır,54.9",
        ),
        "AA: Saat 20.05 itibarıyla Çankaya'da sandıkların yüzde 41,2'si açıldı. "
        "Evet yüzde 30,5, Hayır yüzde 69,5.",
        "Hayır",
        by_district=True,
    ),
    MadeNight(
        "local",
        (
            *("--kind", "local", "--date", "2029-03-25"),
            *("--places", "Bilecik,Çanakkale,Çanakkale/Kepez,Malatya"),
        ),
        0,
        "25032029",
        ("bilecik", "çanakkale", "çanakkale kep", "malatya"),
        "bb",
        "Merkez (Çanakkale)",
        (
            "2029-03-25T16:25,AA,bbb,Malatya,share,AKP,38.17",
            "2029-03-25T19:25,AA,bb,Merkez (Çanakkale),opened_share,,40.1",
            "2029-03-25T19:25,AA,bb,Merkez (Çanakkale),share,CHP,52.12",
            "2029-03-25T19:25,AA,bb,Merkez (Çanakkale),share,AKP,37.88",
            "2029-03-25T19:25,ANKA,bb,Merkez (Çanakkale),share,CHP,49.1",
            "2029-03-25T19:25,ANKA,bb,Merkez (Çanakkale),share,AKP,40.9",
            "2029-03-25T19:40,ANKA,igm,Çanakkale,share,CHP,41.5",
        ),
        "AA: Saat 20.05 itibarıyla Kepez belediye başkanlığında sandıkların yüzde 41,2'si açıldı. "
        "CHP yüzde 48,5, AK Parti yüzde 41,5.",
        "Çanakkale'de CHP",
    ),
    MadeNight(
        "by-election",
        (
            *("--kind", "by-election", "--date", "2024-06-02", "--places"),
            "Pınarbaşı (Kayseri),Büyükkarıştıran,Güneykaya,Akpazar,Hilvan,Sağlık,"
            "Güzelyurt (Aksaray)",
        ),
        6,
        "02062024",
        (
            *("pınarbaşı kay", "büyükkar", "güneykaya", "akpazar", "hilvan", "sağlık"),
            "güzelyurt aks",
        ),
        "bb",
        "Pınarbaşı",
        (
            "2024-06-02T19:25,AA,bb,Pınarbaşı,share,CHP,49.85",
            "2024-06-02T19:25,AA,bb,Pınarbaşı,share,MHP,47.53",
            "2024-06-02T19:25,ANKA,bb,Pınarbaşı,share,CHP,48.1",
            "2024-06-02T19:25,ANKA,bb,Pınarbaşı,share,MHP,49.2",
        ),
        "ANKA: Saat 20.05 itibarıyla Hilvan belediye başkanlığında sandıkların yüzde 41,2'si "
        "açıldı. DEM Parti yüzde 48,5, AK Parti yüzde 41,5.",
        "Pınarbaşı'nda",
    ),
)
nights = pytest.mark.parametrize("night", NIGHTS, ids=lambda night: night.name)


@pytest.fixture(scope="session")
def qapp_cls() -> type[Desk]:
    return Desk


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def invoke(*args: str) -> str:
        done = CliRunner().invoke(main, args)
        assert done.exit_code in (0, 1), done.stderr
        return done.stdout

    return invoke


@pytest.fixture
def recorded(run: Callable[..., str], tmp_path: Path) -> Callable[[MadeNight], Path]:
    """The night made and recorded by command, the text read in."""

    def make(night: MadeNight) -> Path:
        level = "province" if night.kind == 2 else "district"
        run("election", "new", "-o", "E.json", *night.options, "--level", level)
        run("new", "N.secim", "--election", "E.json")
        rows = HEAD + "\n".join(night.rows) + "\n"
        (tmp_path / "F.csv").write_text(rows, encoding="utf-8")
        run("record", "N.secim", "F.csv")
        run("read", "--file", "N.secim", "--save", night.pasted)
        return tmp_path / "N.secim"

    return make


@nights
def test_by_command_it_is_compared_posted_drawn_printed(
    night: MadeNight,
    recorded: Callable[[MadeNight], Path],
    run: Callable[..., str],
    tmp_path: Path,
) -> None:
    path = str(recorded(night))
    compared = run("compare", path, "--contest", night.contest)
    assert night.place in compared
    place = ("--contest", night.contest, "--places", night.place)
    post = run("post", path, "comparison", *place)
    assert night.said in post
    assert run("post", path, "lead", *place)
    run("set", path, "ban-lifted", f"{night.rows[0][:10]}T19:05")
    out = run("post", path, "comparison", *place, "--publish")
    assert out == post and on_disk(Path(path), "SELECT count(*) FROM post") == [(1,)]
    for kind in ("comparison", "gap", "lead", "map", "opened", "shares"):
        chart = ("chart", path, kind, "--contest", night.contest)
        where = () if kind in ("map", "gap", "lead", "opened") else ("--place", night.place)
        assert run(*chart, *where, "-o", f"{kind}.svg")
        assert "<svg" in (tmp_path / f"{kind}.svg").read_text(encoding="utf-8")
    assert run("export", path, "-o", "N.xlsx") and (tmp_path / "N.xlsx").exists()
    run("liveblog", path, "-o", "blog")
    assert (tmp_path / "blog" / "index.html").exists()
    sheet = str(tmp_path / "N.pdf")
    assert command("sheet", path, "--place", night.place, "--contest", night.contest, "-o", sheet)
    assert (tmp_path / "N.pdf").read_bytes().startswith(b"%PDF")


def made(night: MadeNight) -> Callable[[QDialog], None]:
    """The wizard's keys for a night."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NightWizard)
        press(*["Down"] * night.kind, "Tab")
        type_(night.day)
        press("Return")
        if night.by_district:
            press("Alt+2")
        for place in night.places:
            type_(place)
            press("Return")
        press("Return", "Return", "Return")

    return fill


@pytest.fixture
def hands(
    qtbot: QtBot, qapp: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """At the welcome page."""
    (tmp_path / "nights").mkdir()
    folder = str(tmp_path / "nights")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: folder)
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    yield Hands(qtbot, make_window(qtbot, Preferences(settings)))
    tidy_up()


def bulletins(session: Session, night: MadeNight) -> tuple[NewBulletin, ...]:
    rows = HEAD + "\n".join(night.rows) + "\n"
    return exchange.read_figures(rows, session.names)


@nights
def test_with_keys_it_is_the_night_made_by_command(
    night: MadeNight,
    hands: Hands,
    recorded: Callable[[MadeNight], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    by_command = recorded(night)
    with meeting(made(night)):
        press("Ctrl+N")
    with Session.open_file(by_command, read_only=True) as other:
        assert hands.session.election == other.election
    contests = [contest.id for contest in hands.session.election.contests]
    for bulletin in bulletins(hands.session, night):
        # The list of places is that of the contest in front.
        press(f"Alt+{contests.index(bulletin.source.contest) + 1}")
        key_in(hands, bulletin)

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        press("Ctrl+Return")

    QGuiApplication.clipboard().setText(night.pasted)
    with meeting(take):
        press("Ctrl+V")
    QApplication.processEvents()
    assert on_disk(hands.session.path, CONTENT) == on_disk(by_command, CONTENT)

    press(f"Alt+{contests.index(night.contest) + 1}")
    hands.find(night.place)
    hands.night.show_page(COMPARISON)
    hands.tick(night.place)
    view = hands.night.comparison.preview.view
    hands.qtbot.waitUntil(lambda: night.said in view.toPlainText(), timeout=20_000)
    publish(hands)
    assert on_disk(hands.session.path, "SELECT count(*) FROM post") == [(1,)]
    draw_and_print(hands, tmp_path, monkeypatch)
    assert not hands.banner


def publish(hands: Hands) -> None:
    """The comparison that is ticked goes out: the ban lifted, what the gate asks answered."""

    def lift(_: QDialog) -> None:
        type_("1905")
        press("Return")

    with meeting(lift):
        press("Ctrl+Shift+L")
    press("Ctrl+Shift+C")
    page = hands.night.late["posts"].made
    assert isinstance(page, ComposerPage)
    press("Ctrl+Return")
    if page.preview.gate.ask_reason():
        type_("elle girildi")
        press("Return")


def test_three_provinces_close_at_their_own_hours(
    recorded: Callable[[MadeNight], Path],
) -> None:
    with Session.open_file(recorded(NIGHTS[2]), read_only=True) as session:
        election = session.election
        hours = {
            place.name: election.closing(contest.id, place.name).hour
            for contest in election.contests
            for place in election.held(contest.id)
        }
        noon = datetime(2029, 3, 25, 16, 25)
        assert session.bulletins("bbb", "Malatya")[0].as_of == noon
    early = {name for name, hour in hours.items() if hour == 16}
    assert "Malatya" in early and "Battalgazi" in early and len(early) == 14
    assert {hours[name] for name in ("Çanakkale", "Kepez", "Merkez (Bilecik)")} == {17}
