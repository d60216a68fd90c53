"""Every chart and sheet as a picture: `python -m tests.pictures.gallery FOLDER`.

The nights that are hard to draw are made here too, for the tests to draw them as well.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from PIL import Image

from desk import charts
from desk.facts import catalog
from desk.facts.bulletin import Figures, Item, Row, Source, Value
from desk.facts.edits import (
    BeginCorrection,
    FileBulletins,
    FileDraft,
    NewBulletin,
    SetFigure,
    Withdraw,
)
from desk.facts.election import Election, Place, PlaceKind
from desk.file.session import Session
from desk.rehearsal import demo, prova

CONTEST = "ibb"
PAIR = ("AA", "ANKA")
_COLOURS = 255


@dataclass(frozen=True)
class Shown:
    """A picture of the gallery."""

    name: str
    night: str
    kind: str
    place: str = ""
    mode: str = charts.MODES[0]
    size: str = "wide"
    dark: bool = False


SHOWN = (
    Shown("aksam-karsilastirma", "evening", "comparison"),
    Shown("aksam-fark", "evening", "gap", size="square"),
    Shown("aksam-seri", "evening", "lead", "Küçükçekmece"),
    Shown("aksam-acilan", "evening", "opened"),
    Shown("aksam-yuzdeler", "evening", "shares", "Beyoğlu"),
    Shown("aksam-esit-sandik", "evening", "stage"),
    Shown("aksam-onceki-secim", "evening", "baseline"),
    Shown("aksam-harita", "evening", "map"),
    Shown("aksam-harita-aa", "evening", "map", mode="first"),
    Shown("aksam-harita-anka", "evening", "map", mode="second"),
    Shown("aksam-harita-fark", "evening", "map", mode="gap"),
    Shown("aksam-harita-acilan", "evening", "map", mode="opened"),
    Shown("aksam-harita-yas", "evening", "map", mode="age"),
    Shown("prova-karsilastirma", "rehearsed", "comparison"),
    Shown("prova-karsilastirma-uskudar", "rehearsed", "comparison", "Üsküdar", size="square"),
    Shown("prova-fark", "rehearsed", "gap"),
    Shown("prova-onde-olan", "rehearsed", "lead"),
    Shown("prova-onde-olan-koyu", "rehearsed", "lead", "Fatih", dark=True),
    Shown("prova-acilan", "rehearsed", "opened"),
    Shown("prova-yuzdeler", "rehearsed", "shares"),
    Shown("prova-esit-sandik", "rehearsed", "stage"),
    Shown("prova-onceki-secim", "rehearsed", "baseline"),
    Shown("prova-harita", "rehearsed", "map"),
    Shown("prova-harita-aa", "rehearsed", "map", mode="first"),
    Shown("prova-harita-anka", "rehearsed", "map", mode="second"),
    Shown("prova-harita-fark", "rehearsed", "map", mode="gap"),
    Shown("prova-harita-acilan", "rehearsed", "map", mode="opened", size="square"),
    Shown("prova-harita-yas", "rehearsed", "map", mode="age"),
)


def clock() -> datetime:
    """20.00 in İstanbul on the night itself."""
    return datetime(2024, 3, 31, 17, 0, tzinfo=UTC)


def shares(opened: str = "", **by_contender: str) -> dict[Row, Value]:
    """A bulletin's figures: shares by contender, and how much is opened."""
    figures: dict[Row, Value] = {
        Row(Item.SHARE, code): Decimal(text) for code, text in by_contender.items()
    }
    if opened:
        figures[Row(Item.OPENED_SHARE)] = Decimal(opened)
    return figures


def file(session: Session, agency: str, place: str, at: str, figures: Figures) -> int:
    """File a bulletin; returns its number."""
    moment = datetime.fromisoformat(f"2024-03-31T{at}")
    new = NewBulletin(Source(agency, CONTEST, place), moment, figures)
    return session.record(FileBulletins((new,))).bulletins[0]


def both(session: Session, place: str, at: str, aa: Figures, anka: Figures) -> None:
    """File a bulletin of either agency."""
    for agency, figures in zip(PAIR, (aa, anka), strict=True):
        file(session, agency, place, at, figures)


def corrected(session: Session) -> None:
    """An evening in which a bulletin was corrected, one was withdrawn, and the leader changed."""
    place = "Küçükçekmece"
    for at, opened, chp, ak in (
        ("18:50", "4", "44.1", "49.2"),
        ("19:20", "18", "48", "48"),
        ("20:10", "51", "51.2", "45.05"),
    ):
        file(session, "AA", place, at, shares(opened, chp=chp, ak_parti=ak))
    for at, opened, chp, ak in (("19:00", "9", "55.2", "40"), ("20:30", "60", "52.4", "43.9")):
        file(session, "ANKA", place, at, shares(opened, chp=chp, ak_parti=ak))
    wrong = file(session, "ANKA", place, "19:40", shares("30", chp="35.2", ak_parti="61"))
    source = Source("ANKA", CONTEST, place)
    session.record(BeginCorrection(wrong))
    session.record(SetFigure(source, Row(Item.SHARE, "chp"), Decimal("53.2")))
    session.record(SetFigure(source, Row(Item.SHARE, "ak_parti"), Decimal("42.1")))
    session.record(FileDraft(source, "yanlış yazılmış"))
    odd = file(session, "AA", place, "19:50", shares("40", chp="60", ak_parti="30"))
    session.record(Withdraw((odd,), "ajans geri çekti"))


def crowded(session: Session) -> None:
    """Fifteen contenders in one place, most of them close together."""
    codes = [one.code for one in session.election.contest(CONTEST).contenders[:14]]
    for at, step in (("19:00", 0), ("19:30", 1), ("20:00", 2)):
        found = {code: str(Decimal(30 - 2 * n + step) / 4) for n, code in enumerate(codes)}
        both(session, "Büyükçekmece", at, shares("40", **found), shares("45", diger="3", **found))


def far_apart(session: Session) -> None:
    """A gap of 60, a lead of 0, one agency alone, everything equal."""
    same = shares("50", chp="45.5", ak_parti="45.5", diger="9")
    both(
        session,
        "Küçükçekmece",
        "19:00",
        shares("5", chp="80", ak_parti="15"),
        shares("7", chp="20", ak_parti="75"),
    )
    both(session, "Büyükçekmece", "19:05", same, same)
    file(session, "AA", "Gaziosmanpaşa", "19:10", shares("100", chp="50.1", ak_parti="49.9"))
    file(session, "ANKA", "Adalar", "17:20", shares(chp="64", ak_parti="30.25"))


def alone(session: Session) -> None:
    """One agency has spoken, of one district."""
    file(session, "ANKA", "Küçükçekmece", "19:10", shares("12.5", chp="60", ak_parti="35.94"))


def everywhere(session: Session) -> None:
    """Two agencies in every district of a whole country."""
    new = []
    moment = datetime.fromisoformat("2024-03-31T20:00")
    for number, place in enumerate(session.election.districts):
        for far, agency in enumerate(PAIR):
            chp = Decimal(3000 + number * 3 + far * (number % 17) * 10) / 100
            figures = shares(str(number % 100), chp=str(chp), ak_parti="48.2")
            new.append(NewBulletin(Source(agency, CONTEST, place.name), moment, figures))
    session.record(FileBulletins(tuple(new)))


def country(election: Election, count: int = 973) -> Election:
    """The same election with as many districts as the country has."""
    places = tuple(Place(f"İlçe {n:03d}", PlaceKind.DISTRICT, 10, 900) for n in range(1, count + 1))
    return replace(election, id="turkiye", places=places)


def new_night(path: Path, election: Election | None = None) -> Session:
    """A new night with nothing in it."""
    return Session.create(path, election or catalog.load("istanbul-2024"), clock)


def nights(folder: Path) -> Iterator[tuple[str, Session]]:
    """The two evenings of the gallery, open."""
    with demo.make(folder / "evening.secim") as session:
        yield "evening", session
    until = catalog.load(prova.election()).moment(datetime(2024, 3, 31, 22, 0).time())
    with prova.make(folder / "rehearsed.secim", 1, 0, until) as session:
        yield "rehearsed", session


def small(content: bytes) -> bytes:
    """A picture at its plain size and with few colours, to be kept beside the text."""
    with Image.open(BytesIO(content)) as picture:
        plain = picture.convert("RGB").resize(
            (picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS
        )
        kept = BytesIO()
        plain.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            kept, "PNG", optimize=True
        )
    return kept.getvalue()


def take(folder: Path) -> Mapping[str, str]:
    """Draw every picture into a folder, with the page that shows them; returns what each says."""
    folder.mkdir(parents=True, exist_ok=True)
    said: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as home:
        for night, session in nights(Path(home)):
            for shown in (one for one in SHOWN if one.night == night):
                asked = charts.ask(session, shown.kind, place=shown.place, mode=shown.mode)
                look = charts.DARK if shown.dark else charts.LIGHT
                content, drawn = charts.picture(session, asked, "png", shown.size, look)
                (folder / f"{shown.name}.png").write_bytes(small(content))
                said[shown.name] = drawn.alt
    (folder / "README.md").write_text(page(said), encoding="utf-8")
    return said


def page(said: Mapping[str, str]) -> str:
    """The index page: every picture with the command that draws it."""
    parts = [
        "# The charts\n",
        "Made by `make gallery`: the evening the desk comes with, and a rehearsed night (seed 1, "
        "until 22.00).\nA rehearsal says PROVA across every picture that leaves it.\n",
    ]
    for shown in SHOWN:
        command = f"secim-masasi chart FILE.secim {shown.kind}"
        command += f" --place {shown.place}" if shown.place else ""
        command += f" --mode {shown.mode}" if shown.mode != charts.MODES[0] else ""
        command += f" --size {shown.size}" if shown.size != "wide" else ""
        where = " (the window's dark look)" if shown.dark else ""
        alt = said[shown.name].split(". ")
        head = ". ".join(alt[:3]).rstrip(".")
        parts.append(f"## {shown.name}\n\n`{command} -o X.png`{where}\n\n")
        parts[-1] += f"![{head}]({shown.name}.png)\n"
    return "\n".join(parts)


if __name__ == "__main__":
    from tests.pictures import elections
    from tests.pictures import sheets as gallery_sheets

    for name in take(Path(sys.argv[1])):
        sys.stdout.write(f"{name}.png\n")
    sys.stdout.writelines(f"{name}\n" for name in gallery_sheets.take(Path(sys.argv[1])))
    for name in elections.take(Path(sys.argv[1])):
        sys.stdout.write(f"{name}\n")
