"""What a bulletin contradicts in the bulletins around it: F204's province, F208 and F209.

Exact like `inside`, but it takes another bulletin to see it.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.rules.case import Case
from desk.rules.inside import Fault


def rules(case: Case) -> list[Fault]:
    """Everything impossible beside the other bulletins."""
    found = [*f208(case), *f209(case)]
    if case.column.province and case.entry.votes:
        found += f204_part(case)
    return found


def f204_part(case: Case) -> Iterator[Fault]:
    """A province with fewer votes than one of its districts had by then."""
    entry = case.entry
    for column in case.night.by_agency.get(case.agency, ()):
        known = [] if column.province else column.entries[: column.before(entry)]
        part = next((one for one in reversed(known) if one.votes), None)
        for code, votes in part.votes.items() if part is not None else ():
            whole = entry.votes.get(code)
            if whole is not None and whole < votes:
                values = {"votes": str(votes), "voters": str(whole)}
                values["part"] = column.source.place
                yield Code.F204, (Row(Item.VOTES, code),), values
                return


def f208(case: Case) -> Iterator[Fault]:
    """Two standing bulletins of one agency and place for one minute that say different things."""
    entry, index = case.entry, case.index
    if index == 0 or case.column.minutes[index - 1] != entry.minute:
        return
    other = case.column.entries[index - 1]
    if entry.replaces == other.id:
        return
    before = other.texts
    rows = tuple(
        Row(Item(item), contender)
        for (item, contender), text in entry.texts.items()
        if before.get((item, contender), text) != text
    )
    if rows:
        yield Code.F208, rows, {"time": f"{entry.as_of:%H:%M}"}


def f209(case: Case) -> Iterator[Fault]:
    """A time before the polls close, ahead of the clock, or before a bulletin filed earlier."""
    entry, election = case.entry, case.night.election
    close = case.night.close
    if entry.id and entry.minute >= close and case.clock is None:
        return
    time = f"{entry.as_of:%H:%M}"
    rows = entry.share_rows or tuple(Row(Item(item), who) for item, who in entry.texts)
    said = {item for item, _ in entry.texts}
    if entry.minute < close and said != {"turnout"}:
        yield (
            Code.F209,
            rows,
            {"time": time, "why": "polls", "other": f"{election.polls_close:%H:%M}"},
        )
        return
    if case.clock is not None and entry.minute > case.clock:
        yield Code.F209, rows, {"time": time, "why": "future", "other": case.clock_text}
        return
    if entry.id or entry.replaces is not None:
        # A filed bulletin may have been found again later; only the hand that types is asked.
        return
    later = case.column.minutes[case.index :]
    if later:
        after = case.column.entries[-1].as_of
        yield Code.F209, rows, {"time": time, "why": "order", "other": f"{after:%H:%M}"}
