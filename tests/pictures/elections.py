"""Nights of every kind as pictures, rehearsed and drawn: with the charts, by `make gallery`.

Each is made as the wizard makes it and rehearsed from real results, so each says PROVA. The page
beside them says from which.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from desk import charts
from desk.file.session import Session
from desk.nights import loading
from desk.nights.answers import Level, NightAnswers, NightKind
from desk.nights.choosing import named_in
from desk.nights.making import to_file
from desk.rehearsal import prova
from tests.pictures.gallery import small

SEED = 7


@dataclass(frozen=True)
class RehearsedNight:
    """A night, until when it is played, and what is said of where its figures come from."""

    name: str
    kind: NightKind
    day: date
    places: str
    until: time
    comes_from: str
    pictures: tuple[tuple[str, str, str], ...]
    """Kind of chart, contest, place."""
    level: Level = Level.DISTRICT

    @property
    def options(self) -> str:
        """How `election new` makes it."""
        return (
            f'--kind {self.kind.value} --date {self.day} --places "{self.places}"'
            f" --level {self.level.value}"
        )


BY_ELECTION = (
    "Pınarbaşı (Kayseri),Büyükkarıştıran,Güneykaya,Akpazar,Hilvan,Sağlık,Güzelyurt (Aksaray)"
)
NIGHTS = (
    RehearsedNight(
        "cumhurbaskani-iller",
        NightKind.RUNOFF,
        date(2023, 5, 28),
        "Türkiye",
        time(20, 0),
        "28 Mayıs 2023 ikinci turunun sonucu, illere göre",
        (("map", "cb", ""), ("comparison", "cb", "Türkiye"), ("lead", "cb", "Türkiye")),
        Level.PROVINCE,
    ),
    RehearsedNight(
        "cumhurbaskani-ilceler",
        NightKind.RUNOFF,
        date(2023, 5, 28),
        "Türkiye",
        time(20, 0),
        "28 Mayıs 2023 ikinci turunun sonucu, 973 ilçeye göre",
        (("map", "cb", ""),),
    ),
    RehearsedNight(
        "referandum-ankara",
        NightKind.REFERENDUM,
        date(2027, 1, 3),
        "Ankara",
        time(20, 0),
        "16 Nisan 2017 halk oylamasının Ankara sonucu, rastgele bir kaymayla",
        (("map", "ref", ""), ("comparison", "ref", "Ankara")),
    ),
    RehearsedNight(
        "yerel-uc-il",
        NightKind.LOCAL,
        date(2029, 3, 25),
        "Çanakkale,Çanakkale/Kepez,Bilecik,Malatya",
        time(20, 0),
        "31 Mart 2024 yerel seçimlerinin sonucu, rastgele bir kaymayla; "
        "Malatya'da sandıklar 16.00'da kapanır",
        (("map", "bb", ""), ("comparison", "bb", "Merkez (Çanakkale)"), ("map", "bbb", "")),
    ),
    RehearsedNight(
        "ara-secim-2024",
        NightKind.BY_ELECTION,
        date(2024, 6, 2),
        BY_ELECTION,
        time(20, 0),
        "2 Haziran 2024 ara seçiminin sonucu",
        (("map", "bb", ""), ("comparison", "bb", "Pınarbaşı")),
    ),
)


def made(night: RehearsedNight, path: Path) -> Session:
    """A night made of its answers and played until its hour; left open."""
    answers = NightAnswers(night.kind, night.day, named_in(night.places), level=night.level)
    election = loading.of(to_file(answers)).election
    return prova.make(path, SEED, 0, election.moment(night.until), played=election)


def take(folder: Path) -> Iterator[str]:
    """Draw every picture into a folder, with the page that shows them; their names as they come."""
    parts = [
        "# Nights of every kind\n",
        "Made by `make gallery`: each night as `election new` makes it, rehearsed from real "
        f"results (seed {SEED}). None of it is an agency's count, and every picture says PROVA.\n",
    ]
    with tempfile.TemporaryDirectory() as home:
        for night in NIGHTS:
            parts.append(f"## {night.name}\n\nRakamların kaynağı: {night.comes_from}.\n")
            parts.append(f"`secim-masasi election new -o E.json {night.options}`\n")
            with made(night, Path(home) / f"{night.name}.secim") as session:
                for kind, contest, place in night.pictures:
                    asked = charts.ask(session, kind, contest=contest, place=place)
                    content, drawn = charts.picture(session, asked, "png")
                    name = f"{night.name}-{contest}-{kind}.png"
                    (folder / name).write_bytes(small(content))
                    head = ". ".join(drawn.alt.split(". ")[:3]).rstrip(".")
                    parts.append(f"![{head}]({name})\n")
                    yield name
    (folder / "secimler.md").write_text("\n".join(parts), encoding="utf-8")
