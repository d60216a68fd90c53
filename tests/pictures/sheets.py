"""Every kind of sheet as pictures of its PDF, appended to `tests.pictures.gallery`.

The PDF is the program's own; `pdftoppm` looks at it, so that what is seen is what would be printed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QGuiApplication

from desk.facts import catalog
from desk.file.session import Session
from desk.rehearsal import demo, prova
from desk.rules.checks import Checks
from desk.sheets.model import SheetKind
from tests.pictures import gallery
from tests.pictures.gallery import CONTEST, PAIR, clock, file, shares
from ui.sheets import printing
from ui.sheets.made import Wanted, made

DPI = 80
_COLOURS = 64


@dataclass(frozen=True)
class Shown:
    """A sheet of the gallery; a name in ``pages`` for each of its pages."""

    name: str
    night: str
    kind: SheetKind
    place: str
    what: str

    @property
    def command(self) -> str:
        """How it is made."""
        where = "--board" if self.kind is SheetKind.BOARD else f"--place {self.place}"
        blank = " --blank" if self.kind is SheetKind.BLANK else ""
        return f"secim-masasi sheet FILE.secim {where}{blank} -o X.pdf"


LONG = "Küçükçekmece"
SHOWN = (
    Shown("foy-aksam", "evening", SheetKind.DISTRICT, LONG, "the evening the desk comes with"),
    Shown("foy-prova", "rehearsed", SheetKind.DISTRICT, LONG, "a rehearsed night, over two pages"),
    Shown("foy-duzeltme", "corrected", SheetKind.DISTRICT, LONG, "a correction and a withdrawal"),
    Shown(
        "foy-uzun", "long", SheetKind.DISTRICT, LONG, "sixty bulletins, and two pages all the same"
    ),
    Shown("foy-kalabalik", "crowded", SheetKind.DISTRICT, "Büyükçekmece", "fifteen contenders"),
    Shown("foy-tek-ajans", "alone", SheetKind.DISTRICT, LONG, "one agency alone"),
    Shown("foy-veri-yok", "empty", SheetKind.DISTRICT, "Gaziosmanpaşa", "nothing said yet"),
    Shown("foy-bos", "evening", SheetKind.BLANK, "Üsküdar", "to write on at the phone"),
    Shown("foy-tahta", "evening", SheetKind.BOARD, "", "the board of the evening"),
    Shown("foy-tahta-prova", "rehearsed", SheetKind.BOARD, "", "the board of a rehearsed night"),
)


def long(session: Session) -> None:
    """Thirty bulletins of each agency on one place."""
    start = datetime(2024, 3, 31, 18, 30)
    for number in range(30):
        for late, agency in enumerate(PAIR):
            at = (start + timedelta(minutes=9 * number + 4 * late)).time()
            chp = 45 + number * (1 + late) / 8
            figures = shares(str(3 * number), chp=f"{chp:.2f}", ak_parti="38.4", diger="2.1")
            file(session, agency, LONG, f"{at:%H:%M}", figures)


MADE: dict[str, Callable[[Session], None]] = {
    "corrected": gallery.corrected,
    "long": long,
    "crowded": gallery.crowded,
    "alone": gallery.alone,
    "empty": lambda session: None,
}
"""The nights that are made for the gallery, by name."""


@contextmanager
def night(name: str, folder: Path) -> Iterator[Session]:
    """One of the nights, open for reading at eight in the evening."""
    path = folder / f"{name}.secim"
    if not path.exists():
        if name == "evening":
            demo.make(path).close()
        elif name == "rehearsed":
            until = catalog.load(prova.election()).moment(time(22, 0))
            prova.make(path, 1, 0, until).close()
        else:
            with gallery.new_night(path) as session:
                MADE[name](session)
    with Session.open_file(path, read_only=True, clock=clock) as session:
        yield session


def pdf(session: Session, kind: SheetKind, place: str, path: Path) -> int:
    """The PDF of one sheet; returns its pages."""
    wanted = Wanted(kind, CONTEST, PAIR, (place,) if place else ())
    *_, pages = printing.to_pdf(path, made(session, Checks(session), wanted), "föy")
    return pages


def take(folder: Path) -> list[str]:
    """Draw every sheet into the gallery's folder and append it to the index; returns the names."""
    if shutil.which("pdftoppm") is None:
        sys.stderr.write("pdftoppm (poppler-utils) is missing: no pictures of the sheets.\n")
        return []
    application = QGuiApplication.instance() or QGuiApplication(
        ["gallery", "-platform", "offscreen"]
    )
    # Whoever makes the gallery is not in it.
    os.environ["LOGNAME"] = "editör"
    parts = [
        "\n# The sheets\n",
        "A4, Turkish, black on white; here as `pdftoppm` shows the pages of the PDF.\n",
    ]
    names = []
    with tempfile.TemporaryDirectory() as home:
        for shown in SHOWN:
            path = Path(home) / f"{shown.name}.pdf"
            with night(shown.night, Path(home)) as session:
                count = pdf(session, shown.kind, shown.place, path)
            pictures = [f"{shown.name}-{page}.png" for page in range(1, count + 1)]
            for page, picture in enumerate(pictures, 1):
                _picture(path, page, folder / picture)
            told = "\n".join(f"![{shown.what}]({picture})" for picture in pictures)
            parts.append(f"## {shown.name}\n\n`{shown.command}`: {shown.what}\n\n{told}\n")
            names += pictures
    with (folder / "README.md").open("a", encoding="utf-8") as index:
        index.write("\n".join(parts))
    del application
    return names


def _picture(path: Path, page: int, target: Path) -> None:
    """One page as a small picture."""
    at = ["-f", str(page), "-l", str(page), "-r", str(DPI), "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *at, str(path), str(target.with_suffix(""))], check=True)
    with Image.open(target) as picture:
        few = picture.convert("L").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(target, "PNG", optimize=True)
