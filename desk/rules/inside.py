"""What is impossible in one bulletin, by itself and beside its agency's others: F201 to F209.

Exact, no likelihoods; rounding is allowed for half a unit of each printed digit. The other agency
never enters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.election import INDEPENDENT, OTHERS, Place
from desk.facts.figures import FULL, exact, milli, points
from desk.facts.leading import ranked, unsaid
from desk.facts.settings import Limits
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn
from desk.rules.entries import Entry, counted_out
from desk.rules.fault import Fault

ENOUGH_SUMS = 3
"""How many sums an agency must have closed before its base counts as known."""

OPENED, BOXES, TOTAL = Row(Item.OPENED_SHARE), Row(Item.OPENED_BOXES), Row(Item.TOTAL_BOXES)


def faults(
    entry: Entry,
    limits: Limits,
    closing: tuple[int, int],
    registered: int | None,
    boxes: int | None,
    *,
    alone: bool = False,
) -> list[Fault]:
    """Everything impossible inside one bulletin.

    ``closing`` counts the agency's sums with *Diğer* so far: those that made 100, and all;
    ``registered`` and ``boxes`` are the place's own, None where the election does not know them;
    ``alone`` says that one contender alone stands there, who has all.
    """
    found: list[Fault] = []
    shares = entry.shares
    if shares:
        total = sum(shares.values())
        if total > FULL + entry.room:
            found += f201(entry, total)
        elif OTHERS in shares and total < FULL - entry.room:
            found += f202(entry, total, limits, closing)
        if total == 0 or (FULL in shares.values() and not alone):
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


class SumBase(StrEnum):
    """What an agency's shares with *Diğer* are parts of, as F202 takes it."""

    VALID = "valid"
    CAST = "cast"
    UNKNOWN = "unknown"
    SHORT = "short"


def sum_base(limits: Limits, closing: tuple[int, int]) -> SumBase:
    """What F202 measures a sum by: as it is set, or by the agency's own sums so far.

    `SHORT` where more than one in ten of them did not make 100: then *Diğer* leaves somebody out,
    and F202 is silent.
    """
    base = limits.text("check.f202.base")
    if base != "auto":
        return SumBase(base)
    closed, all_sums = closing
    if all_sums and closed * 10 < all_sums * 9:
        return SumBase.SHORT
    return SumBase.VALID if closed >= ENOUGH_SUMS else SumBase.UNKNOWN


def f202(entry: Entry, total: int, limits: Limits, closing: tuple[int, int]) -> Iterator[Fault]:
    """Shares with *Diğer* below 100: how far depends on whether they are parts of valid votes."""
    base = sum_base(limits, closing)
    least = FULL - entry.room
    if base in (SumBase.CAST, SumBase.UNKNOWN):
        cast = base is SumBase.CAST
        least -= limits.milli("check.f202.invalid" if cast else "check.f202.unknown")
    if base is not SumBase.SHORT and total < least:
        yield Fault(
            Code.F202, entry.share_rows, {"total": exact(total), "missing": exact(FULL - total)}
        )


def f203(entry: Entry, known: int | None) -> Iterator[Fault]:
    """Opened boxes against all boxes and against the opened share.

    All boxes are those the bulletin gives, else the election's own.
    """
    total = known if entry.total is None else entry.total
    if entry.boxes is None or total is None or boxes_fit(entry, known):
        return
    values = {"boxes": str(entry.boxes), "boxes_of": str(total)}
    rows: tuple[Row, ...] = (BOXES,) if entry.total is None else (BOXES, TOTAL)
    if entry.boxes > total:
        yield Fault(Code.F203, rows, values | {"opened": ""})
    else:
        yield Fault(Code.F203, (OPENED, *rows), values | {"opened": entry.opened_text})


def boxes_fit(entry: Entry, known: int | None) -> bool:
    """Whether F203 has nothing to say; it is asked of every bulletin of a night."""
    boxes = entry.boxes
    total = known if entry.total is None else entry.total
    if boxes is None or total is None:
        return True
    if boxes > total:
        return False
    return not (entry.opened_text and total) or _prints(entry.opened_text, boxes, total)


def _prints(printed: str, boxes: int, total: int) -> bool:
    """Whether an opened share is that of the boxes: rounded, or its further digits cut off."""
    value, half = milli(printed)
    beyond = FULL * boxes - value * total
    return -half * total <= beyond < 2 * half * total


def f204(entry: Entry, registered: int | None) -> Iterator[Fault]:
    """More votes than voters."""
    votes = sum(entry.votes.values())
    if registered is not None and votes > registered:
        rows = tuple(Row(Item.VOTES, code) for code in entry.votes)
        values = {"votes": str(votes), "voters": str(registered), "of": "voters"}
        yield Fault(Code.F204, rows, values)


def f205(entry: Entry, registered: int | None) -> Iterator[Fault]:
    """Shares that no whole number of valid votes makes out of the votes given."""
    both = [code for code in entry.votes if entry.shares.get(code)]
    least, most, tight, loose = max(1, sum(entry.votes.values())), registered, "", ""
    for code in both:
        count, share = entry.votes[code], entry.shares[code]
        votes, half = count * FULL, entry.half_of(code)
        low = -(-votes // (share + half))
        high = votes // (share - half) if share > half else None
        if low > least:
            least, tight = low, code
        if high is not None and (most is None or high < most):
            most, loose = high, code
    if most is None or least <= most or not both:
        return
    named = [code for code in (tight, loose) if code] or both[:1]
    rows = tuple(Row(item, code) for code in named for item in (Item.SHARE, Item.VOTES))
    first = named[0]
    values = {"votes": str(entry.votes[first]), "share": entry.texts["share", first]}
    yield Fault(Code.F205, rows, values | {"who": first})


def f206(entry: Entry) -> Iterator[Fault]:
    """A stated lead or leader against the figures of the same bulletin."""
    names = ranked(entry.shares)
    if names:
        yield from _f206_shares(entry, names)
    counted = ranked(entry.votes)
    if len(counted) >= 2:
        yield from _f206_votes(entry, counted)


def _f206_shares(entry: Entry, names: list[str]) -> Iterator[Fault]:
    """By shares: rounding is allowed for, and so is whoever the bulletin does not name."""
    shares, first = entry.shares, names[0]
    half, rest = entry.half_of(first), max(unsaid(shares, FULL), shares.get(INDEPENDENT, 0))
    second = shares[names[1]] if len(names) > 1 else 0
    ahead = shares[first] - second
    rows: tuple[Row, ...] = tuple(Row(Item.SHARE, code) for code in names[:2])
    values = {"first": first, "ahead": exact(ahead)}
    leader = entry.texts.get(("leader", ""))
    if leader is not None and leader != first:
        if leader in shares:
            most, room = shares[leader], half + entry.half_of(leader)
        else:
            most, room = rest, half + entry.room
        if shares[first] - most > room:
            yield Fault(Code.F206, (*rows, Row(Item.LEADER)), values | {"stated": leader})
    stated = entry.texts.get(("lead_points", ""))
    if stated is not None:
        value, own = milli(stated)
        room = own + half + (entry.half_of(names[1]) if len(names) > 1 else 0)
        least = shares[first] - max(second, rest)
        if not least - room <= value <= ahead + room:
            yield Fault(Code.F206, (*rows, Row(Item.LEAD_POINTS)), values | {"stated": stated})


def _f206_votes(entry: Entry, names: list[str]) -> Iterator[Fault]:
    """By votes, which are exact."""
    votes, first = entry.votes, names[0]
    ahead = votes[first] - votes[names[1]]
    values = {"first": first, "ahead": str(ahead)}
    leader, said = entry.texts.get(("leader", "")), entry.texts.get(("lead_votes", ""))
    if leader in votes and votes[leader] < votes[first]:
        two = (Row(Item.VOTES, first), Row(Item.VOTES, leader))
        yield Fault(Code.F206, (*two, Row(Item.LEADER)), values | {"stated": leader})
    # One of the independents could be the second.
    least = votes[first] - max(votes[names[1]], votes.get(INDEPENDENT, 0))
    if said is not None and not least <= int(said) <= ahead:
        rows = (Row(Item.VOTES, first), Row(Item.LEAD_VOTES))
        yield Fault(Code.F206, rows, values | {"stated": said})


def f207_whole(entry: Entry) -> Iterator[Fault]:
    """Everything for one contender, or a table of zeros."""
    values = {"opened": points(entry.opened) if entry.opened is not None else ""}
    if FULL in entry.shares.values():
        who = next(code for code, share in entry.shares.items() if share == FULL)
        yield Fault(Code.F207, (Row(Item.SHARE, who),), values | {"who": who})
    elif len(entry.shares) > 1:
        yield Fault(Code.F207, entry.share_rows, values | {"who": ""})


def f207_nothing(entry: Entry, boxes: int | None) -> Iterator[Fault]:
    """Figures with no box opened; a share printed 0,00 may hide one box of a great many."""
    nothing = entry.boxes == 0 or (
        entry.boxes is None
        and entry.opened == 0
        and boxes is not None
        and entry.opened_half * boxes < FULL
    )
    if nothing and (any(entry.shares.values()) or any(entry.votes.values())):
        row = OPENED if entry.opened is not None and entry.boxes is None else BOXES
        yield Fault(Code.F207, (row,), {"opened": "0", "who": ""})


def rules(case: Case) -> list[Fault]:
    """Everything impossible beside the other bulletins."""
    found = [*f208(case), *f209(case)]
    if case.column.whole and case.entry.votes:
        sums = case.night.election.sums(case.night.contest, case.source.place)
        found += [fault for parts in sums for fault in f204_part(case, parts)][:1]
    return found


def f204_part(case: Case, parts: Sequence[Place]) -> Iterator[Fault]:
    """A whole with fewer votes than its parts had together, or with more than they have now that
    every box of theirs is opened."""
    entry, election = case.entry, case.night.election
    parts_of = {part.name for part in parts}
    known = {
        column.source.place: (part, column.boxes_known)
        for column in case.night.by_agency.get(case.agency, ())
        if column.source.place in parts_of and (part := _newest_votes(column, entry)) is not None
    }
    whole = all(place in known and counted_out(*known[place]) for place in parts_of)
    whole = whole and election.makes_up(case.night.contest, case.source.place, parts)
    # The country may be told without the votes from abroad, which are counted for days.
    inland = {place for place in known if election.place(place).counts_boxes}
    for code, votes in entry.votes.items():
        if code == OTHERS:
            continue
        counts = {place: part.votes.get(code) for place, (part, _) in known.items()}
        told = sum(counts[place] or 0 for place in inland)
        most = sum(count or 0 for count in counts.values())
        if votes < told or (whole and None not in counts.values() and votes > most):
            told = told if votes < told else most
            values = {"votes": str(votes), "voters": str(told), "of": "districts"}
            yield Fault(Code.F204, (Row(Item.VOTES, code),), values)
            return


def _newest_votes(column: AgencyColumn, entry: Entry) -> Entry | None:
    """A column's newest bulletin with votes of those that came before another."""
    known = column.entries[: column.before(entry)]
    return next((one for one in reversed(known) if one.votes), None)


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
    close = case.column.close
    if entry.id and entry.minute >= close and case.clock is None:
        return
    time = f"{entry.as_of:%H:%M}"
    rows = entry.share_rows or tuple(Row(Item(item), who) for item, who in entry.texts)
    said = {item for item, _ in entry.texts}
    if entry.minute < close and said != {"turnout"}:
        hour = election.closing(case.night.contest, case.source.place)
        yield Fault(
            Code.F209,
            rows,
            {"time": time, "why": "polls", "other": f"{hour:%H:%M}"},
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
