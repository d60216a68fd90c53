"""The seats each agency gives in the chosen place, beside them the desk's own count of its shares.

The count is the rules'; where votes from abroad are not in it, the first row says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desk.facts.election import Election
from desk.rules.discrepancies import SideBySide, in_order
from desk.rules.seats import OwnSeats
from ui.comparison.place_detail import DetailRow
from ui.texts.names import contender_label

NOTHING = "–"
"""Where an agency gives none, or the shares do not tell."""


OwnBeside = tuple[Mapping[str, OwnSeats], Mapping[str, OwnSeats]]
"""The desk's own count by place, of both agencies."""


def seat_rows(
    election: Election,
    side: SideBySide,
    beside: Callable[[], OwnBeside],
    colour: Callable[[str], str],
) -> tuple[DetailRow, ...]:
    """Under a heading a row a list: given, and in brackets by the shares. Nothing without seats.

    ``beside`` is asked for the desk's own counts where there are seats to be told.
    """
    race = election.contest(side.contest)
    if not race.kind.has_seats:
        return ()
    given = side.a.seats, side.b.seats
    counts = [own.get(side.place) for own in beside()]
    named = {code for seats in given for code in seats}
    named |= {code for own in counts if own for code, count in own.seats.items() if count}
    if not named:
        return ()
    head = (
        QCoreApplication.translate("Seats", "Seats (by the shares, without abroad)")
        if any(own and not own.abroad for own in counts)
        else QCoreApplication.translate("Seats", "Seats (by the shares)")
    )
    rows = [DetailRow(head, "", "", "", "")]
    for code in in_order(race, named):
        first, second = (
            f"{seats.get(code, NOTHING)} ({own.seats.get(code, 0) if own else NOTHING})"
            for seats, own in zip(given, counts, strict=True)
        )
        label = contender_label(election, side.contest, code, side.place)
        rows.append(DetailRow(label, colour(code), first, second, ""))
    return tuple(rows)
