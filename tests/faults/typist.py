"""A typist without a window: figures and filings, each told once it is durable."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import FileDraft, SetFigure
from desk.file.session import Session
from tests.faults.nursery import say

FILED = "filed"


def play(path: str) -> None:
    """Key figure after figure into a mirrored night, and file every fourth."""
    with Session.open_file(Path(path), mirror=True) as session:
        places = [place.name for place in session.election.places]
        codes = session.election.contest("ibb").shown
        for number in range(10**6):
            column, row = divmod(number, 4)
            source = Source(
                ("AA", "ANKA", "YSK")[column % 3], "ibb", places[column // 3 % len(places)]
            )
            value = Decimal(number) / 100
            session.record(SetFigure(source, Row(Item.SHARE, codes[row]), value))
            say(json.dumps([source.agency, source.place, codes[row], str(value)]))
            if row == 3:
                session.record(FileDraft(source))
                say(json.dumps([source.agency, source.place, FILED]))
