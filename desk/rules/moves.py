"""What one agency's bulletin says against its own night: W301 to W304, W309 to W316.

A move is judged by the boxes opened in between, a first bulletin by the agency's other places and
by last time; likelihoods come from `spread` and `case`. The other agency's word never decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isqrt
from operator import mul

from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.election import NOBODY, OTHERS, ContestKind
from desk.facts.figures import FULL, exact, milli, points
from desk.facts.leading import by_shares
from desk.rules.case import ENOUGH_PLACES, NEARLY_DONE, Case, own_steps
from desk.rules.columns import AgencyColumn, Night, votes_key
from desk.rules.entries import Entry, comparable, counted_out, room_between
from desk.rules.fault import Fault
from desk.rules.inside import BOXES, OPENED
from desk.rules.spread import REST, UNIT

SMALL_JUMP = 6_000
"""Smaller jumps of the opened share are everyday, and the pace needs no asking."""

BY_PLACE = (ContestKind.BBB, ContestKind.BB, ContestKind.BM)
"""Contests in which a party has a candidate here and none there."""

TURNOUT = Row(Item.TURNOUT)
SCHOOL = 6
"""Boxes that are told at once: of few boxes they are a great part."""
COVERED = 60
"""How much of the province's boxes the districts must stand for, per cent."""


def w301(case: Case) -> Iterator[Fault]:
    """Opened share, boxes or votes below the newest bulletin that spoke of them, whatever else it
    said."""
    new = case.entry
    known = case.last_opened
    if known is not None and known.opened is not None and new.opened is not None:
        by_boxes = new.boxes is not None and known.boxes is not None
        fewer = by_boxes and (new.boxes or 0) < (known.boxes or 0)
        if fewer or new.opened + new.opened_half + known.opened_half < known.opened:
            row = OPENED if new.boxes is None else BOXES
            before, now = exact(known.opened), exact(new.opened)
            yield Fault(Code.W301, (row,), {"before": before, "now": now, "who": ""})
    for code, votes in new.votes.items():
        earlier = case.votes_before(code)
        if earlier is not None and votes < earlier:
            values = {"before": str(earlier), "now": str(votes), "who": code}
            yield Fault(Code.W301, (Row(Item.VOTES, code),), values)


def w302(case: Case) -> Iterator[Fault]:
    """Moves that no content of the new boxes makes."""
    anchor = case.trusted or case.before
    new = case.entry
    if anchor is None or anchor.opened is None or new.opened is None:
        return
    fresh = new.opened - anchor.opened + anchor.opened_half + new.opened_half
    if fresh <= 0 or new.opened <= 0:
        return
    # A ballot box more than can be seen: places of few boxes move in big steps.
    fresh += FULL // case.column.boxes
    heavy = fresh * (FULL + case.night.limits.milli("check.w302.boxes")) // FULL
    old = max(0, anchor.opened - anchor.opened_half)
    for code in comparable(new, anchor):
        share, earlier = new.shares[code], anchor.shares[code]
        room = room_between(anchor, new, code)
        least = earlier * old // (old + heavy) - room
        most = (earlier * old + FULL * heavy) // (old + heavy) + room
        if not least <= share <= most:
            values = {
                "who": code,
                "before": exact(earlier),
                "now": exact(share),
                "opened_before": exact(anchor.opened),
                "opened_now": exact(new.opened),
                "least": points(max(0, least)),
                "most": points(min(FULL, most)),
            }
            yield Fault(Code.W302, (Row(Item.SHARE, code),), values)


def w303(case: Case) -> Iterator[Fault]:
    """Moves that are possible but far outside what the night makes likely."""
    anchor = case.trusted or case.before
    expected = case.expected()
    limits = case.night.limits
    limit = limits.milli("check.w303.first") ** 2 if anchor is None else limits.likely
    surprises = expected.surprises(case.entry.shares)
    worst = max(surprises, key=lambda code: surprises[code], default=None)
    if worst is None or surprises[worst] <= limit:
        return
    if worst == REST:
        assert expected.rest is not None
        low, high = expected.rest.reach(limit)
        rows = tuple(Row(Item.SHARE, code) for code in sorted(expected.common))
        now = expected.rest_of(case.entry.shares)
    else:
        low, high = expected.bands[worst].reach(limit)
        rows = (Row(Item.SHARE, worst),)
        now = case.entry.shares[worst]
    earlier = anchor.shares.get(worst) if anchor is not None else None
    values = {"who": worst, "now": exact(now), "low": points(low), "high": points(high)}
    if earlier is not None:
        values["before"] = exact(earlier)
    yield Fault(Code.W303, rows, values)


def unchanged(case: Case) -> bool:
    """Whether every share is the same to the digit as in the bulletin before."""
    return case.before is not None and case.before.shares == case.entry.shares


def w304(case: Case) -> Iterator[Fault]:
    """Shares that stand still while boxes are opened, or everything while all others move on."""
    before, new = case.before, case.entry
    if before is None or not unchanged(case) or len(new.shares) < 2:
        return
    if new.opened is None or before.opened is None:
        return
    grown = new.opened - before.opened
    if grown > 0 and _odds(case) > case.night.limits.milli("check.w304.odds"):
        values = {"before": exact(before.opened), "now": exact(new.opened)}
        yield Fault(Code.W304, new.share_rows, values)
    elif grown == 0 and _left_behind(case, before):
        yield Fault(
            Code.W304, new.share_rows, {"before": exact(new.opened), "now": exact(new.opened)}
        )


def still(night: Night, column: AgencyColumn) -> bool:
    """Whether the newest bulletin of a column is frozen (W304)."""
    if not column.entries:
        return False
    index = len(column.entries) - 1
    entry = column.entries[index]
    scales = night.scales.at(entry.minute)
    return any(True for _ in w304(Case(night, column, entry, index, scales, column.mean.value)))


def _odds(case: Case) -> int:
    """How many to one it is, in thousandths, that printed shares stand still by chance.

    A share stays the same to the digit about as often as its last digit is wider than its usual
    move; the three liveliest are taken for independent, because all of them are not, and of shares
    that make 100 one less than there are.
    """
    unit = 2 * max(1, case.entry.half)
    free = free_shares(case.entry)
    steps = sorted(isqrt(band.variance) for band in case.expected().bands.values())
    steps = steps[-min(3, free) :] if free else []
    odds = 1000
    for step in steps:
        odds = odds * max(unit, 5 * step // 2) // unit
    return odds


def free_shares(entry: Entry) -> int:
    """How many of a bulletin's shares say something of their own: the last to make 100 does not."""
    return len(entry.shares) - (abs(sum(entry.shares.values()) - FULL) <= entry.room)


def _left_behind(case: Case, before: Entry) -> bool:
    """Whether this place, by its own last steps, ought to have moved on: the others did."""
    new = case.entry
    if new.opened is None or new.opened >= NEARLY_DONE or case.column.boxes < 100:
        return False
    steps = own_steps(case.column, case.index)
    minutes = new.minute - before.minute
    if len(steps) < 3 or minutes < 5:
        return False
    # Thousandths of a point a minute, in the slowest of its last three steps.
    return min(steps[-3:]) * minutes > 2_000


def w312(case: Case) -> Iterator[Fault]:
    """The opened share jumped far beyond the agency's own pace."""
    new = case.entry
    anchor = case.trusted or case.last_opened
    if new.opened is None or anchor is None or anchor.opened is None:
        return
    jump = new.opened - anchor.opened
    last = case.last_opened
    since = jump if last is None or last.opened is None else new.opened - last.opened
    if jump < SMALL_JUMP or 0 <= since < SMALL_JUMP:
        # The one before may have been suspect itself: fitting either of the two is fitting.
        return
    steps = own_steps(case.column, case.index)[-3:]
    if steps and jump <= 2 * min(steps) * (new.minute - anchor.minute):
        return
    usual = case.usual
    if usual is None:
        return
    step, room = usual
    beyond = jump - step - FULL * SCHOOL // case.column.boxes
    if beyond * 1000 > room * case.night.limits.milli("check.w312.likelihood"):
        values = {
            "before": exact(anchor.opened),
            "now": exact(new.opened),
            "usual": points(step, 1),
        }
        yield Fault(Code.W312, (OPENED if new.boxes is None else BOXES,), values)


def open_surprise(case: Case, entry: Entry) -> int:
    """How surprising an opened share is, squared, in millionths; nothing where nothing tells."""
    anchor = case.trusted or case.last_opened
    if entry.opened is None or anchor is None or anchor.opened is None:
        return 0
    jump = entry.opened - anchor.opened
    if jump < -anchor.opened_half - entry.opened_half:
        return 100 * UNIT
    usual = case.usual
    if usual is None:
        return 0
    step, room = usual
    return (jump - step) ** 2 * UNIT // (room * room)


def rules(case: Case) -> list[Fault]:
    """W309, W310, W311 on one bulletin."""
    found: list[Fault] = []
    if case.before is None and case.entry.shares:
        found += w309(case)
        found += w314(case)
    found += w316(case)
    if case.column.whole and case.entry.shares:
        found += w310(case)
    if case.entry.votes:
        found += w311_votes(case)
        found += w313(case)
    if case.entry.turnout:
        found += w311_turnout(case)
    return found


def w309(case: Case) -> Iterator[Fault]:
    """A large party at zero, a small one suddenly large."""
    large = case.night.limits.milli("check.w309.large")
    times = case.night.limits.milli("check.w309.times")
    seen = case.elsewhere
    then = case.night.baseline.places.get(case.source.place)
    differs = case.night.election.contest(case.night.contest).kind in BY_PLACE
    for code, share in case.entry.shares.items():
        if code in NOBODY:
            continue
        others = seen.get(code, [])
        usual = others[len(others) // 2] if len(others) >= ENOUGH_PLACES else None
        earlier = then.shares.get(code) if then is not None else None
        rival = case.rival.shares.get(code) if case.rival is not None else None
        known = [value for value in (usual, earlier, rival) if value is not None]
        if share == 0 and case.night.has_withdrawn(code, case.source.place):
            continue
        if share == 0 and differs and then is not None and earlier is None:
            # It had no candidate here last time, and may have none again.
            continue
        if share == 0 and known and min(known) >= large:
            values = {"who": code, "now": "0", "usual": points(min(known))}
            yield Fault(Code.W309, (Row(Item.SHARE, code),), values)
        elif usual is not None and share >= large:
            most = max([*others, *(value for value in (earlier, rival) if value is not None)])
            if most * times < share * 1000:
                values = {"who": code, "now": exact(share), "usual": points(most)}
                yield Fault(Code.W309, (Row(Item.SHARE, code),), values)


def w310(case: Case) -> Iterator[Fault]:
    """A whole outside its parts, or further from their mean than the boxes explain that only one
    of the two has counted."""
    new = case.entry
    now = [
        (column, entry)
        for column in case.night.by_agency.get(case.agency, ())
        if column.source.place in case.column.parts
        and case.night.election.place(column.source.place).counts_boxes
        and (entry := column.known_to(new)) is not None
    ]
    few = len(case.column.parts) < ENOUGH_PLACES
    boxes = sum(column.boxes for column, _ in now)
    if boxes * 100 < COVERED * case.column.boxes or (few and not _all_told(case, now)):
        return
    weights = [column.boxes * _weight(entry) for column, entry in now]
    whole, own = sum(weights), case.column.boxes * _weight(new)
    if not whole:
        return
    room = case.night.limits.milli("check.w310.points")
    for code, share in new.shares.items():
        if code == OTHERS and any(entry.shares.keys() != new.shares.keys() for _, entry in now):
            continue
        parts = [entry.shares[code] for _, entry in now if code in entry.shares]
        if len(parts) < len(now):
            continue
        mean = sum(map(mul, parts, weights)) // whole
        low, high, half = min(parts), max(parts), new.half_of(code)
        # Of few parts the range says little: boxes opened since may be anything.
        wide = FULL if few else high - low
        apart = wide * abs(whole - own) // max(whole, own)
        outside = not few and not low - half <= share <= high + half
        if outside or abs(share - mean) > room + apart:
            values = {"who": code, "now": exact(share), "mean": points(mean)}
            values |= {"least": exact(low), "most": exact(high)}
            yield Fault(Code.W310, (Row(Item.SHARE, code),), values)


def _all_told(case: Case, now: Sequence[tuple[AgencyColumn, Entry]]) -> bool:
    """Whether every part of a whole is told, with how far its count is."""
    told = {column.source.place for column, entry in now if entry.opened is not None}
    return case.entry.opened is not None and told >= case.column.parts


def _weight(entry: Entry) -> int:
    return FULL if entry.opened is None else entry.opened


def w311_votes(case: Case) -> Iterator[Fault]:
    """Votes that no turnout explains, or that left the boxes behind since the bulletin before."""
    now = _per_box(case, case.entry)
    if now is None or case.night.takes_from_abroad(case.source.place):
        return
    votes, _ = now
    anchor = case.trusted or case.before
    before = _per_box(case, anchor) if anchor is not None else None
    usual = before[0] if before is not None else None
    registered = case.column.registered
    at_most = registered * 1000 // case.column.boxes if registered else None
    grown = case.night.limits.milli("check.w311.votes")
    off = False
    if before is not None and usual is not None:
        fresh = now[1] - before[1]
        gained = votes * now[1] - usual * before[1]
        off = fresh >= 10 and abs(gained - usual * fresh) * FULL > grown * usual * fresh
    if off or (at_most is not None and votes > at_most * 13 // 10 and now[1] >= 20):
        rows = tuple(Row(Item.VOTES, code) for code in case.entry.votes)
        values = {"votes": str((votes + 500) // 1000)}
        values["usual"] = str(((usual if usual is not None else at_most or 0) + 500) // 1000)
        yield Fault(Code.W311, rows, values)


def _per_box(case: Case, entry: Entry) -> tuple[int, int] | None:
    """Valid votes per opened box in thousandths, and the opened boxes."""
    boxes = entry.boxes
    if boxes is None and entry.opened is not None:
        boxes = entry.opened * case.column.boxes // FULL
    if not boxes or not entry.votes:
        return None
    named = [code for code in entry.votes if code in entry.shares]
    share = sum(entry.shares[code] for code in named)
    if share < FULL // 4:
        return None
    valid = sum(entry.votes[code] for code in named) * FULL // share
    return valid * 1000 // boxes, boxes


def w313(case: Case) -> Iterator[Fault]:
    """The votes of another district to the last digit."""
    new, place = case.entry, case.source.place
    key = votes_key(new)
    if key is None or case.column.whole:
        return
    who, first, other, second = key
    if second * 1000 < case.night.limits.milli("check.w313.votes"):
        return
    if elsewhere := case.night.votes.elsewhere(new, place):
        rows = (Row(Item.VOTES, who), Row(Item.VOTES, other))
        yield Fault(Code.W313, rows, {"who": who, "votes": str(first), "place_other": elsewhere})


def w314(case: Case) -> Iterator[Fault]:
    """A first bulletin with last time's two leaders the other way round, alone with that."""
    then = case.night.baseline.places.get(case.source.place)
    ranked = sorted((then.shares if then is not None else {}).items(), key=lambda one: -one[1])
    named = [code for code, _ in ranked if code not in NOBODY][:2]
    if then is None or len(named) < 2:
        return
    first, second = named
    ahead = then.shares[first] - then.shares[second]
    now = _ahead(case.entry, first, second)
    if now is None or min(ahead, -now) <= case.night.limits.milli("check.w314.points"):
        return
    theirs = _ahead(case.rival, first, second) if case.rival is not None else None
    if theirs is not None and theirs < 0:
        return
    rows = (Row(Item.SHARE, first), Row(Item.SHARE, second))
    values = {"who": first, "now": exact(case.entry.shares[first])}
    values |= {"usual": points(then.shares[first]), "moved": points(ahead - now)}
    yield Fault(Code.W314, rows, values | {"second": second})


def _ahead(entry: Entry, first: str, second: str) -> int | None:
    """By how much one contender is ahead of another; None where one of them is not named."""
    shares = entry.shares
    return shares[first] - shares[second] if first in shares and second in shares else None


def w315(case: Case) -> list[Fault]:
    """Shares that move although there was nothing left to open."""
    anchor, new = case.trusted or case.before, case.entry
    if anchor is None or not counted_out(anchor, case.column.boxes_known):
        return []
    if case.night.takes_from_abroad(case.source.place):
        return []
    hidden = _hidden(case, anchor)
    moved = {
        code: abs(new.shares[code] - anchor.shares[code]) - room_between(anchor, new, code)
        for code in comparable(new, anchor)
    }
    who = max(moved, key=lambda code: moved[code], default="")
    if not who or moved[who] <= hidden:
        return []
    values = {"who": who, "before": exact(anchor.shares[who]), "now": exact(new.shares[who])}
    return [Fault(Code.W315, (Row(Item.SHARE, who),), values)]


def w316(case: Case) -> Iterator[Fault]:
    """The contender who led a bulletin ago is missing."""
    before, new = case.before, case.entry
    who = missing_leader(before, new) if before is not None else ""
    if before is None or not who or case.night.has_withdrawn(who, case.source.place):
        return
    if not new.id and before.shares.keys() - new.shares.keys() != {who}:
        return  # She is still typing.
    yield Fault(Code.W316, new.share_rows, {"who": who, "before": exact(before.shares[who])})


def missing_leader(before: Entry, new: Entry) -> str:
    """Who led by a bulletin's shares and is not among the next one's; empty where nobody is."""
    if not new.shares or before.shares.keys() <= new.shares.keys():
        return ""
    told = by_shares(before.shares, FULL)
    who = (told and told[0]) or ""
    return "" if who in new.shares else who


def _hidden(case: Case, anchor: Entry) -> int:
    """How far the boxes may move a share that a rounded 100 leaves out, in thousandths.

    An agency that drops its zeros prints 100 too: the digits it gave here lately tell.
    """
    if anchor.boxes is not None and anchor.total is not None:
        return 0
    before = (one for one in case.column.entries[: case.index] if one.opened not in (None, FULL))
    told = [one.opened_half for one in before if one.boxes is None]
    return max(told[-6:], default=0)


def w311_turnout(case: Case) -> Iterator[Fault]:
    """A turnout far from last time's."""
    text = case.entry.texts.get(("turnout", ""))
    then = case.night.baseline.places.get(case.source.place)
    judged = case.night.election.place(case.source.place).counts_turnout
    if text is None or then is None or then.turnout is None or not judged:
        return
    now = milli(text)[0]
    if abs(now - then.turnout) > case.night.limits.milli("check.w311.turnout"):
        values = {"votes": exact(now), "usual": points(then.turnout)}
        yield Fault(Code.W311, (TURNOUT,), values)
