"""Which single slip would put a bulletin back in line: W306, W307, W308 and the key to take it.

Every slip that can be undone is tried; the one whose repaired bulletin fits best wins, each kind
paying for how many readings it has to choose from.
"""

from __future__ import annotations

from desk.facts.codes import Code
from desk.facts.finding import Slip
from desk.rules.case import Case
from desk.rules.entries import Entry, changed
from desk.rules.fit import BROKEN, OTHER_DIGITS, PRICE, Repair, broken, cost, decimals_of, places_of
from desk.rules.inside import Fault
from desk.rules.repairs import of_exchanges, of_opened, of_other_columns, of_shares, of_votes
from desk.rules.spread import UNIT

TYPED = frozenset({Slip.DIGIT, Slip.DROPPED, Slip.DOUBLED, Slip.TRANSPOSED, Slip.MARK})
LOOKED_AT = 10
"""How many repairs of shares are looked at in full, the most promising ones."""
FITS = 12
"""A repair fits when each figure's surprise is about this, squared, or less on the average."""


def repairs(case: Case) -> list[Repair]:
    """Every single slip that may explain this bulletin, the best first."""
    entry = case.entry
    rough = [*of_shares(case, entry), *of_exchanges(case, entry)]
    rough.sort(key=lambda repair: repair.cost)
    found = [
        *(_exactly(case, entry, repair) for repair in rough[:LOOKED_AT]),
        *of_opened(case, entry),
        *of_votes(case, entry),
        *of_other_columns(case, entry),
    ]
    return sorted(found, key=lambda repair: repair.cost)


def _exactly(case: Case, entry: Entry, repair: Repair) -> Repair:
    """A repair of shares with everything the mended bulletin would still break."""
    suggestion = repair.suggestion
    if not suggestion.figures:
        left = [fault for fault in broken(case, entry) if fault[0] is not Code.F205]
        return Repair(repair.cost + BROKEN * len([f for f in left if not _is_sum(f)]), suggestion)
    texts = {(row.item.value, row.contender): text for row, text in suggestion.figures.items()}
    if suggestion.kind is Slip.COPIED:
        # What it was is only worked out from the sum: it needs no proof of its own.
        return Repair(repair.cost, suggestion)
    price = PRICE[suggestion.kind]
    if suggestion.kind in TYPED:
        for row, text in suggestion.figures.items():
            decimals = decimals_of(case, row.contender)
            if decimals is not None and places_of(text) != decimals:
                price += OTHER_DIGITS
    return Repair(cost(case, changed(entry, texts, case.column.boxes)) + price, suggestion)


def _is_sum(fault: Fault) -> bool:
    return fault[0] in (Code.F201, Code.F202)


def best(case: Case) -> Repair | None:
    """The best repair, if it leaves the bulletin in line and much better than it stood."""
    if case.before is None and case.rival is None and not case.entry.votes:
        # Nothing to fit to: any digit would do.
        return None
    found = repairs(case)
    if not found:
        return None
    first = found[0]
    standing = cost(case, case.entry)
    room = FITS * UNIT + 3 * UNIT * len(case.entry.shares)
    if first.suggestion.kind in (Slip.PLACE, Slip.AGENCY):
        room *= 3
    if first.cost > room or first.cost * 3 > standing * 2:
        return None
    return first
