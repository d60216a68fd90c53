"""One figure keyed, committed and seen: from the Enter that ends it to the last repaint."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from PySide6.QtCore import Qt

from desk.facts.bulletin import Item, Source
from desk.facts.edits import FileDraft, SetFigure
from tests.bench import desks
from tests.bench.disk_watch import watched
from tests.bench.report import Line, spread
from ui.entry.model import EntryModel
from ui.night.page import COMPARISON, ENTRY
from ui.window.night_view import NightView

KEYINGS = 320
BUDGET_MS = 16.0


@dataclass(slots=True)
class Times:
    """Seconds, by what the hands did."""

    figures: list[float] = field(default_factory=list)
    on_disk: list[float] = field(default_factory=list)
    """The part of each figure's time that its transaction on the disk took."""
    processor: list[float] = field(default_factory=list)
    """Each figure's processor time: what other work on the machine does not add to."""
    keys: list[float] = field(default_factory=list)
    filings: list[float] = field(default_factory=list)
    places: list[float] = field(default_factory=list)

    @property
    def off_disk(self) -> list[float]:
        """Each figure's time without the disk's part."""
        return [whole - part for whole, part in zip(self.figures, self.on_disk, strict=True)]


def measure(night: Path) -> list[Line]:
    """Both pages, one after the other, in one window."""
    window = desks.open_window(night)
    assert window.night is not None
    entry, comparison = typed(window.night, KEYINGS), recorded(window.night, KEYINGS)
    desks.close(window)
    return [
        *spread("entry page: a figure, Enter to last repaint", entry.figures, BUDGET_MS),
        *spread("entry page: of it, the transaction on the disk", entry.on_disk),
        *spread("entry page: all but that transaction", entry.off_disk),
        *spread("entry page: its processor time", entry.processor, BUDGET_MS),
        *spread("entry page: each key typed before it", entry.keys),
        *spread("entry page: Ctrl+Enter files the bulletin", entry.filings),
        *spread("entry page: another place", entry.places),
        *spread("comparison page: a figure recorded", comparison.figures, BUDGET_MS),
        *spread("comparison page: all but its transaction on the disk", comparison.off_disk),
        *spread("comparison page: a bulletin filed", comparison.filings),
    ]


def typed(night: NightView, keyings: int) -> Times:
    """Type through places and columns with real keys, filing each column."""
    night.show_page(ENTRY)
    desks.settle()
    view, model = night.entry.view, night.entry.model
    times, texts = Times(), islice(_texts(), keyings)
    gc.collect()
    with watched(night.bridge.session) as on_disk:
        for place in cycle(night.bridge.session.election.places):
            times.places.append(desks.timed(partial(night.go_to, place.name)))
            for column in (0, 1):
                for row in _share_rows(model):
                    view.go_to(row, column)
                    desks.settle()
                    text = next(texts, None)
                    if text is None:
                        return times
                    times.keys += desks.type_text(view, text)
                    on_disk()
                    before = process_time()
                    times.figures.append(desks.press(desks.hands(view), Qt.Key.Key_Return))
                    times.processor.append(process_time() - before)
                    times.on_disk.append(on_disk())
                    assert view.open_editor() is None, f"{text} was refused"
                control = Qt.KeyboardModifier.ControlModifier
                times.filings.append(desks.press(view, Qt.Key.Key_Return, control))
                assert model.draft(column) is None, "the bulletin was not filed"
    raise AssertionError("places never end")


def recorded(night: NightView, keyings: int) -> Times:
    """The same while the comparison and its post are in front: the edits without the keys."""
    bridge = night.bridge
    night.show_page(COMPARISON)
    desks.settle()
    times, texts = Times(), islice(_texts(), keyings, 2 * keyings)
    model = night.entry.model
    rows = [row for number in _share_rows(model) if (row := model.rows[number].row)]
    gc.collect()
    with watched(bridge.session) as on_disk:
        for place in cycle(bridge.session.election.places):
            for agency in night.entry.pair:
                source = Source(agency, night.entry.contest, place.name)
                for row in rows:
                    text = next(texts, None)
                    if text is None:
                        return times
                    edit = SetFigure(source, row, Decimal(text.replace(",", ".")))
                    on_disk()
                    times.figures.append(desks.timed(partial(bridge.do, edit)))
                    times.on_disk.append(on_disk())
                times.filings.append(desks.timed(partial(bridge.do, FileDraft(source))))
    raise AssertionError("places never end")


def _share_rows(model: EntryModel) -> list[int]:
    return [n for n, entry in enumerate(model.rows) if entry.row and entry.row.item is Item.SHARE]


def _texts() -> Iterator[str]:
    """Shares no other bulletin of the minute has, so small that a whole column stays under 100."""
    number = 0
    while True:
        yield f"{number % 12},{number * 37 % 90 + 10}"
        number += 1
