"""The demonstration evening: a night made from the shipped figures by the ordinary doors.

Which election it is stands in the data: the first figures file whose name is an election's.
"""

from __future__ import annotations

from pathlib import Path

from desk.facts import catalog
from desk.facts.bulletin import MINUTE
from desk.facts.edits import POST_PLACES, FileBulletins, SetSetting
from desk.facts.settings import BAN_LIFTED
from desk.file.session import Session
from desk.reading.files import csv as exchange


def evening(folder: Path | None = None) -> tuple[str, Path]:
    """The demonstration's election id and its figures CSV."""
    known = catalog.elections()
    found = sorted((folder or catalog.resource("demo")).glob("*.csv"))
    figures = next(path for path in found if path.stem in known)
    return figures.stem, figures


def make(path: Path) -> Session:
    """Make a new night at ``path`` with the demonstration recorded, and leave it open.

    Refuses as `Session.create` does.
    """
    election, figures = evening()
    session = Session.create(path, catalog.load(election))
    text = exchange.decode(figures.read_bytes())
    bulletins = exchange.read_figures(text, session.names)
    session.record(FileBulletins(bulletins))
    places = dict.fromkeys(
        new.source.place
        for new in bulletins
        if session.election.is_unit(new.source.contest, new.source.place)
    )
    session.record(SetSetting(POST_PLACES, "\n".join(places)))
    # These figures were published that evening: the ban had been lifted by the first of them.
    lifted = min(new.as_of for new in bulletins)
    session.record(SetSetting(BAN_LIFTED, lifted.strftime(MINUTE)))
    return session
