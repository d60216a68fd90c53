"""Two nights' liveblogs and their pictures: `python -m tests.pictures.liveblog FOLDER [CHROMIUM]`.

The seed's evening and a rehearsed night, each as a page, and each in headless Chromium as a desk
and as a phone shows it. The pictures in docs/screenshots are made with it; no test depends on a
pixel of them.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desk.facts.codes import Refusal
from desk.facts.edits import BeginCorrection, FileDraft, Retract, SetFigure, SetSetting
from desk.facts.figures import from_plain
from desk.facts.post import Ask, PostKind
from desk.facts.settings import PUBLISHER
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.posts import ledger
from desk.posts.compose import compose
from desk.rehearsal import demo, prova
from desk.turkish.style import STYLE

SIZES = {"desk": ("1280,2400", "1"), "phone": ("390,1690", "2")}
CONTEST = "ibb"
STATEMENT = Ask(
    CONTEST,
    at=datetime(2024, 3, 31, 19, 50),
    text="Yüzde 40'a doğru giden bir veriye sahibiz. Sandık başındaki arkadaşlarıma teşekkürler.",
    who="CHP'nin İBB adayı Ekrem İmamoğlu",
    where="CHP İl Başkanlığı",
)
_TURNS: tuple[tuple[PostKind, tuple[str, ...]], ...] = (
    (PostKind.COMPARISON, ("Üsküdar", "Beyoğlu", "Fatih")),
    (PostKind.LEAD, ("İstanbul",)),
    (PostKind.CHANGES, ("Esenyurt", "Kadıköy")),
    (PostKind.COMPARISON, ("İstanbul",)),
    (PostKind.DIFFERENCES, ("Gaziosmanpaşa", "Başakşehir", "Ümraniye", "Güngören")),
    (PostKind.STANDING, ()),
    (PostKind.SUMMARY, ()),
)


def seed(path: Path) -> Session:
    """The seed's evening: 19.15, 19.25, 19.38 and the statement of 19.50."""
    session = demo.make(path)
    session.record(SetSetting(STYLE, "seed"))
    for kind, ask in (
        (PostKind.FIRST, Ask(CONTEST, agencies=("ANKA",))),
        (PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu", "Üsküdar"))),
        (PostKind.LEAD, Ask(CONTEST, agencies=("AA",))),
        (PostKind.STATEMENT, STATEMENT),
    ):
        ledger.publish(session, compose(session, kind, ask))
    return session


def rehearsed(path: Path) -> Session:
    """A rehearsed night of more than a hundred posts, some corrected and one retracted."""
    session, script = prova.begin(path, 3, 0)
    session.record(SetSetting(PUBLISHER, "Deneme Haber"))
    player = prova.Player(script)
    _publish(session, PostKind.FIRST, Ask(CONTEST, agencies=("AA",), at=script.start))
    turns = cycle(_TURNS)
    start = script.start.replace(minute=0) + timedelta(hours=1)
    for minute in _minutes(start, script.end):
        prova.play(session, player.due(minute))
        kind, places = next(turns)
        _publish(session, kind, Ask(CONTEST, places, at=minute))
        if minute.minute == 32:
            _correct(session, minute)
        if minute.hour == 22 and not minute.minute:
            _publish(session, PostKind.LEADERS, Ask(CONTEST, at=minute))
            _publish(session, PostKind.STATEMENT, replace(STATEMENT, at=minute))
    _publish(session, PostKind.CLOSING, Ask(CONTEST, at=script.end))
    retracted = next(one for one in ledger.entries(session) if one.kind == PostKind.LEAD)
    session.record(Retract((retracted.number,), "too early"))
    return session


def take(folder: Path, chromium: str) -> None:
    """Both nights as pages and as pictures."""
    for name, make in (("seed", seed), ("rehearsal", rehearsed)):
        folder.mkdir(parents=True, exist_ok=True)
        with make(folder / f"{name}.secim") as session:
            start = perf_counter()
            made = liveblog.write(session, folder / name)
            taken = perf_counter() - start
            posts = len(ledger.entries(session))
        page = made[0].resolve()
        size = page.stat().st_size / 2**20
        sys.stdout.write(f"{name}: {posts} posts, {taken:.1f} s, {size:.2f} MiB\n")
        for device, (window, scale) in SIZES.items():
            picture = folder / f"liveblog-{name}-{device}.png"
            _shoot(chromium, page, picture, window, scale)


def _shoot(chromium: str, page: Path, picture: Path, window: str, scale: str) -> None:
    options = (
        "--headless",
        "--no-sandbox",
        "--hide-scrollbars",
        f"--window-size={window}",
        f"--force-device-scale-factor={scale}",
        f"--screenshot={picture}",
        page.as_uri(),
    )
    subprocess.run([chromium, *options], check=True, capture_output=True)
    _shrink(picture)


def _shrink(picture: Path) -> None:
    """The same picture in 256 colours: those it has most of, and one each of all others alike."""
    shot = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    found = [colour for colour, _ in Counter(memoryview(shot.constBits()).cast("I")).most_common()]
    alike = {colour & 0xF0F0F0: colour for colour in reversed(found)}
    few = dict.fromkeys([*found[:48], *reversed(alike.values())])
    nearest = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    small = shot.convertToFormat(QImage.Format.Format_Indexed8, [*few][:256], nearest)
    small.save(str(picture), "PNG", 0)


def _minutes(start: datetime, end: datetime) -> Iterator[datetime]:
    while start < end:
        yield start
        start += timedelta(minutes=4)


def _publish(session: Session, kind: PostKind, ask: Ask) -> None:
    try:
        ledger.publish(session, compose(session, kind, ask))
    except Refusal:
        # Nothing of the kind to say at this minute.
        return


def _correct(session: Session, minute: datetime) -> None:
    """An agency takes a published share back, and the correction goes out."""
    for entry in ledger.entries(session):
        if entry.kind != PostKind.COMPARISON:
            continue
        cited = next(c for c in ledger.post(session, entry.number).cited if c.slot.row.contender)
        source, row = cited.slot.source, cited.slot.row
        new = from_plain(row.item, f"{cited.value}"[:-1] + "7")
        if new == cited.value or session.draft(source) is not None:
            continue
        session.record(BeginCorrection(cited.bulletin))
        session.record(SetFigure(source, row, new))
        session.record(FileDraft(source, "agency"))
        _publish(session, PostKind.CORRECTION, Ask(CONTEST, at=minute + timedelta(minutes=1)))
        return


if __name__ == "__main__":
    take(Path(sys.argv[1]), (*sys.argv[2:], "chromium")[0])
