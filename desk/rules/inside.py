"""What is impossible in one bulletin, by itself and beside its agency's others: F201 to F209.

Exact, no likelihoods; rounding is allowed for half a unit of each printed digit. The other agency
never enters.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.election import OTHERS
from desk.facts.figures import FULL, exact, milli, points
from desk.facts.settings import Limits
from desk.rules.case import Case
from desk.rules.entries import Entry
from desk.rules.fault import Fault

ENOUGH_SUMS = 3
"""How many sums an agency must have closed before its base counts as known."""

OPENED, BOXES, TOTAL = Row(Item.OPENED_SHARE), Row(Item.OPENED_BOXES), Row(Item.TOTAL_BOXES)


def faults(
    entry: Entry, limits: Limits, closing: tuple[int, int], registered: int | None, boxes: int
) -> list[Fault]:
    """Everything impossible inside one bulletin.

    ``closing`` counts the agency's sums with *Diğer* so far: those that made 100, and all.
    """
    found: list[Fault] = []
    shares = entry.shares
    if shares:
        total = sum(shares.values())
        if total > FULL + entry.room:
            found += f201(entry, total)
        elif OTHERS in shares and total < FULL - entry.room:
            found += f202(entry, total, limits, closing)
        if total == 0 or FULL in shares.values():
            found += f207_whole(entry)
    if entry.boxes is not None or entry.opened == 0:
        found += f203(entry, boxes)
        found += f207_nothing(entry, boxes)
    if entry.votes:
        found += f204(entry, registered)
        found += f205(entry, registered)
    if entry.stated:
        found += f206(entry)
    return found


def closes(entry: Entry) -> bool:
    """Whether a bulletin's shares make 100 within rounding."""
    return abs(sum(entry.shares.values()) - FULL) <= entry.room


def f201(entry: Entry, total: int) -> Iterator[Fault]:
    """Shares above 100."""
    if total > FULL + entry.room:
        yield Fault(Code.F201, entry.share_rows, {"total": exact(total)})


def f202(entry: Entry, total: int, limits: Limits, closing: tuple[int, int]) -> Iterator[Fault]:
    """Shares with *Diğer* below 100: how far depends on whether they are parts of valid votes."""
    base = limits.text("check.f202.base")
    closed, all_sums = closing
    if base == "auto":
        # An agency's *Diğer* may leave out whom a short list does not name: its own sums tell.
        if all_sums and closed * 10 < all_sums * 9:
            return
        base = "valid" if closed >= ENOUGH_SUMS else "unknown"
    least = FULL - entry.room
    if base != "valid":
        least -= limits.milli("check.f202.invalid" if base == "cast" else "check.f202.unknown")
    if total < least:
        yield Fault(
            Code.F202, entry.share_rows, {"total": exact(total), "missing": exact(FULL - total)}
        )


def f203(entry: Entry, known: int) -> Iterator[Fault]:
    """Opened boxes against all boxes and against the opened share."""
    if entry.boxes is None:
        return
    values = {"boxes": str(entry.boxes)}
    if entry.total is None:
        if entry.boxes * 20 > known * 21:
            yield Fault(Code.F203, (BOXES,), values | {"boxes_of": str(known), "opened": ""})
        return
    values["boxes_of"] = str(entry.total)
    if entry.boxes > entry.total:
        yield Fault(Code.F203, (BOXES, TOTAL), values | {"opened": ""})
        return
    printed = entry.opened_text
    if not printed or not entry.total:
        return
    value, half = milli(printed)
    # Two halves: some agencies cut the digits off instead of rounding.
    if abs(value * entry.total - FULL * entry.boxes) > 2 * half * entry.total:
        yield Fault(Code.F203, (OPENED, BOXES, TOTAL), values | {"opened": printed})


def f204(entry: Entry, registered: int | None) -> Iterator[Fault]:
    """More votes than voters."""
    votes = sum(entry.votes.values())
    if registered is not None and votes > registered:
        rows = tuple(Row(Item.VOTES, code) for code in entry.votes)
        yield Fault(Code.F204, rows, {"votes": str(votes), "voters": str(registered)})


def f205(entry: Entry, registered: int | None) -> Iterator[Fault]:
    """Shares that no number of valid votes makes out of the votes given."""
    both = [code for code in entry.votes if entry.shares.get(code)]
    least, most, tight, loose = 0, registered, "", ""
    for code in both:
        votes, share = entry.votes[code] * FULL, entry.shares[code]
        low = votes // (share + 2 * entry.half)
        room = share - 2 * entry.half
        high = votes // room + 1 if room > 0 else None
        if low > least:
            least, tight = low, code
        if high is not None and (most is None or high < most):
            most, loose = high, code
    if most is not None and least > most:
        named = [code for code in (tight, loose) if code]
        rows = tuple(Row(item, code) for code in named for item in (Item.SHARE, Item.VOTES))
        first = named[0]
        texts = entry.texts
        values = {"votes": str(entry.votes[first]), "share": texts["share", first]}
        yield Fault(Code.F205, rows, values | {"who": first})


def f206(entry: Entry) -> Iterator[Fault]:
    """A stated lead or leader against the figures of the same bulletin."""
    texts = entry.texts
    named = {code: share for code, share in entry.shares.items() if code != OTHERS}
    ranked = sorted(named, key=lambda code: -named[code])
    leader = texts.get(("leader", ""))
    stated = texts.get(("lead_points", ""))
    if len(ranked) >= 2:
        first, second = ranked[:2]
        ahead = named[first] - named[second]
        rows = (Row(Item.SHARE, first), Row(Item.SHARE, second))
        values = {"first": first, "ahead": exact(ahead)}
        behind = leader is not None and named.get(leader, -FULL) < named[first]
        if leader is not None and behind and ahead > 2 * entry.half:
            yield Fault(Code.F206, (*rows, Row(Item.LEADER)), values | {"stated": leader})
        if stated is not None:
            value, half = milli(stated)
            if abs(value - ahead) > 2 * half + 2 * entry.half:
                yield Fault(Code.F206, (*rows, Row(Item.LEAD_POINTS)), values | {"stated": stated})
    counted = sorted((v for c, v in entry.votes.items() if c != OTHERS), reverse=True)
    said = texts.get(("lead_votes", ""))
    if said is not None and len(counted) >= 2 and counted[0] - counted[1] != int(said):
        first = max((c for c in entry.votes if c != OTHERS), key=lambda c: entry.votes[c])
        values = {"first": first, "ahead": str(counted[0] - counted[1]), "stated": said}
        yield Fault(Code.F206, (Row(Item.VOTES, first), Row(Item.LEAD_VOTES)), values)


def f207_whole(entry: Entry) -> Iterator[Fault]:
    """Everything for one contender, or a table of zeros."""
    values = {"opened": points(entry.opened) if entry.opened is not None else ""}
    if FULL in entry.shares.values():
        who = next(code for code, share in entry.shares.items() if share == FULL)
        yield Fault(Code.F207, (Row(Item.SHARE, who),), values | {"who": who})
    elif len(entry.shares) > 1:
        yield Fault(Code.F207, entry.share_rows, values | {"who": ""})


def f207_nothing(entry: Entry, boxes: int) -> Iterator[Fault]:
    """Figures with no box opened; a share printed 0,00 may hide one box of a great many."""
    nothing = entry.boxes == 0 or (
        entry.boxes is None and entry.opened == 0 and entry.opened_half * boxes < FULL
    )
    if nothing and (any(entry.shares.values()) or any(entry.votes.values())):
        row = OPENED if entry.opened is not None and entry.boxes is None else BOXES
        yield Fault(Code.F207, (row,), {"opened": "0", "who": ""})


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
                yield Fault(Code.F204, (Row(Item.VOTES, code),), values)
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
        yield Fault(Code.F208, rows, {"time": f"{entry.as_of:%H:%M}"})


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
        yield Fault(
            Code.F209,
            rows,
            {"time": time, "why": "polls", "other": f"{election.polls_close:%H:%M}"},
        )
        return
    if case.clock is not None and entry.minute > case.clock:
        yield Fault(Code.F209, rows, {"time": time, "why": "future", "other": case.clock_text})
        return
    if entry.id or entry.replaces is not None:
        # A filed bulletin may have been found again later; only the hand that types is asked.
        return
    later = case.column.minutes[case.index :]
    if later:
        after = case.column.entries[-1].as_of
        yield Fault(Code.F209, rows, {"time": time, "why": "order", "other": f"{after:%H:%M}"})
