"""What the entry table itself refuses: a block too large, and filing over a refused text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import Item, Row
from desk.facts.pasted import numbers
from tests.handbook.night import CONTEST, Example, answer, fresh, refusal_of
from ui.entry.model import EntryModel
from ui.entry.panel import in_the_way
from ui.night.bridge import Bridge

PLACE = "Beyoğlu"


def examples() -> Iterator[Example]:
    """E142, E157."""
    application = QCoreApplication.instance() or QCoreApplication([])
    with fresh() as night:
        bridge = Bridge(night)
        model = EntryModel(bridge)
        model.show(CONTEST, PLACE, ("AA", "ANKA"))
        first = next(at for at, one in enumerate(model.rows) if one.row == Row(Item.SHARE, "chp"))
        cell = model.index(first, 1)
        block, wrong = numbers("1\n" * 8), numbers("5505")
        assert block is not None and wrong is not None
        yield answer(
            "CHP satırından başlayarak sekiz satır yapıştırmak",
            refusal_of(lambda: model.fill(cell, block)),
        )
        model.fill(cell, wrong)
        source = model.source(1)
        assert source is not None
        waiting = model.refused_in(source)
        assert waiting is not None
        yield answer("`5505` kırmızı dururken `Ctrl+Enter`", in_the_way(source, waiting))
        # A bridge outside a window is Python's to collect, and its steps must not go before it.
        bridge.undo_stack.clear()
    del application
