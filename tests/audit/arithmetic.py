"""What a night's figures come to, worked out a second time: plainly, exactly, from the CSV alone.

The desk works with whole thousandths and keeps what it knows up to date; here every question goes
back to the bulletins, in fractions, and each law is one function whose docstring states it. Nothing
of `desk` is imported: where the two disagree, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from math import floor

OTHERS = "diger"
"""All whom the agency does not name, taken together: nobody, so it cannot lead."""
INDEPENDENTS = "bagimsiz"
"""All who stand for no party together: one of them may be ahead, but not all of them."""
NOBODY = (OTHERS, INDEPENDENTS)

CsvRow = Mapping[str, str]
Act = tuple[str, int, Sequence[CsvRow]]
"""``("file", -1, rows)``, ``("correct", n, rows)`` or ``("withdraw", n, ())``; n counts bulletins
in the order they were keyed, corrections among them, from 0."""


@cache
def exact(text: str) -> Fraction:
    """A printed number's own value."""
    return Fraction(text)


@cache
def half(text: str) -> Fraction:
    """Half a unit of a number's last printed digit: `2` 0.5, `38.3` 0.05, `46.04` 0.005."""
    return Fraction(1, 2 * 10 ** len(text.partition(".")[2]))


def rounded(number: Fraction) -> str:
    """A number that is not negative with two decimals, rounded once, half up."""
    hundredths = floor(number * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02}"


@dataclass(frozen=True)
class Said:
    """One bulletin; ``number`` is its place in the order of keying."""

    number: int
    as_of: str
    agency: str
    contest: str
    place: str
    figures: Mapping[tuple[str, str], str]

    @cached_property
    def order(self) -> tuple[str, int]:
        """Of two bulletins of one minute the later keyed is the newer."""
        return self.as_of, self.number

    @cached_property
    def shares(self) -> dict[str, str]:
        """Per contender, as printed."""
        return {who: text for (item, who), text in self.figures.items() if item == "share"}

    @cached_property
    def votes(self) -> dict[str, int]:
        """Per contender."""
        return {who: int(text) for (item, who), text in self.figures.items() if item == "votes"}

    def text(self, item: str) -> str | None:
        """A figure of the whole bulletin as printed; of `leader` the contender."""
        return self.figures.get((item, ""))

    def count(self, item: str) -> int | None:
        """The same as a whole number."""
        text = self.text(item)
        return None if text is None else int(text)

    def speaks_of(self, *items: str) -> bool:
        """Whether any of these items is in it."""
        return any(item in items for item, _who in self.figures)


def figures_of(rows: Iterable[CsvRow]) -> dict[tuple[str, str], str]:
    """A bulletin's figures by item and contender; an empty text asks to take one away."""
    found = {}
    for row in rows:
        if row["item"] == "leader":
            found["leader", ""] = row["contender"]
        else:
            found[row["item"], row["contender"]] = row["value"]
    return found


def keyed(acts: Iterable[Act]) -> list[Said]:
    """Every bulletin ever keyed: what a correction does not name stays as it was."""
    found: list[Said] = []
    for kind, number, rows in acts:
        if kind == "withdraw":
            continue
        before = found[number].figures if kind == "correct" else {}
        merged = {**before, **figures_of(rows)}
        figures = {key: text for key, text in merged.items() if text}
        first = rows[0]
        address = (first["as_of"], first["agency"], first["contest"], first["place"])
        found.append(Said(len(found), *address, figures))
    return found


def standing(acts: Sequence[Act]) -> list[Said]:
    """Those that count, oldest first: not withdrawn, and no correction that counts of them.

    A correction that was withdrawn itself lets what it corrected stand again.
    """
    withdrawn = {number for kind, number, _rows in acts if kind == "withdraw"}
    replaced = set()
    number = 0
    for kind, corrected, _rows in acts:
        if kind == "withdraw":
            continue
        if kind == "correct" and number not in withdrawn:
            replaced.add(corrected)
        number += 1
    out = withdrawn | replaced
    return sorted((one for one in keyed(acts) if one.number not in out), key=lambda one: one.order)


def newest(column: Iterable[Said], *items: str) -> Said | None:
    """A topic is taken whole from the newest bulletin that speaks of it."""
    return max((s for s in column if s.speaks_of(*items)), key=lambda s: s.order, default=None)


@dataclass(frozen=True)
class LeadWord:
    """Who leads, by how many points and votes. ``stated`` in so many words, or computed."""

    leader: str | None
    points: Decimal | None
    votes: int | None
    said: Said
    stated: bool


def rest_of(shares: Mapping[str, str]) -> Fraction:
    """The most that somebody not named can have: what the shares leave of 100, never below 0, or
    all that the independents have together."""
    left = max(Fraction(0), 100 - sum(map(exact, shares.values()), Fraction(0)))
    return max(left, exact(shares.get(INDEPENDENTS, "0")))


def ranked(shares: Mapping[str, str]) -> list[tuple[str, str]]:
    """The named contenders and their shares as printed, the largest first."""
    named = [(who, text) for who, text in shares.items() if who not in NOBODY]
    return sorted(named, key=lambda one: exact(one[1]), reverse=True)


def told_by_votes(said: Said) -> LeadWord | None:
    """Votes of at least two named: the most leads by the difference; nobody when equal."""
    named = sorted(((n, who) for who, n in said.votes.items() if who not in NOBODY), reverse=True)
    if len(named) < 2:
        return None
    (most, leader), (second, _who) = named[:2]
    if INDEPENDENTS in said.votes and said.votes[INDEPENDENTS] >= second:
        return None
    return LeadWord(leader if most > second else None, None, most - second, said, False)


def told_by_figures(said: Said) -> LeadWord | None:
    """What one bulletin's figures say of who leads.

    Named shares: nothing where the rest may hold more than the first; where the first two are equal
    the votes of those that are, or a tie; no margin where the rest may hold more than the second;
    else the difference, with the votes' own where they have the same leader. Without named shares:
    the votes.
    """
    order = ranked(said.shares)
    if not order:
        return told_by_votes(said)
    rest = rest_of(said.shares)
    leader, first = order[0]
    second = order[1][1] if len(order) > 1 else "0"
    if rest >= exact(first):
        return None
    by_votes = told_by_votes(said)
    if exact(first) == exact(second):
        alike = {who for who, share in order if exact(share) == exact(first)}
        if by_votes and by_votes.leader in alike:
            return by_votes
        return LeadWord(None, Decimal(0), None, said, False)
    if rest >= exact(second):
        return LeadWord(leader, None, None, said, False)
    votes = by_votes.votes if by_votes and by_votes.leader == leader else None
    return LeadWord(leader, Decimal(first) - Decimal(second), votes, said, False)


def stated_amounts(said: Said) -> tuple[Decimal | None, int | None]:
    """The lead a bulletin states, in points and in votes."""
    points = said.text("lead_points")
    return (None if points is None else Decimal(points)), said.count("lead_votes")


def lead_of(column: Sequence[Said]) -> LeadWord | None:
    """The newest word of one agency on who leads.

    The words: what the newest bulletin with shares says; what a newer one with votes says by its
    votes alone; the newest stated leader with its own amounts; the newest amounts stated without a
    leader. Computed goes before stated within a bulletin, unless its first shares are printed
    alike, no votes tell them apart and the leader it states is one of them; amounts without a
    leader are of whoever leads by the newest of the other words.
    """
    words: list[LeadWord | None] = []
    shares, votes = newest(column, "share"), newest(column, "votes")
    if shares:
        words.append(told_by_figures(shares))
    if votes and (shares is None or votes.order > shares.order):
        words.append(told_by_votes(votes))
    if (named := newest(column, "leader")) is not None:
        words.append(LeadWord(named.text("leader"), *stated_amounts(named), named, True))
    known = [word for word in words if word is not None]
    last = max(known, key=_newer, default=None)
    if last and named is last.said and last.leader is None and told_by_votes(named) is None:
        (_who, first), *_rest = ranked(named.shares)
        alike = {who for who, share in ranked(named.shares) if exact(share) == exact(first)}
        last = known[-1] if known[-1].leader in alike else last
    nameless = [said for said in column if said.text("leader") is None]
    amounts = newest(nameless, "lead_points", "lead_votes")
    if amounts is None:
        return last
    stated = LeadWord(last.leader if last else None, *stated_amounts(amounts), amounts, True)
    return max([*([last] if last else []), stated], key=_newer)


def _newer(word: LeadWord) -> tuple[tuple[str, int], bool]:
    return word.said.order, not word.stated


def leaders_differ(a: LeadWord | None, b: LeadWord | None) -> bool:
    """Both name a leader, and not the same."""
    return bool(a and b and a.leader and b.leader and a.leader != b.leader)


def lead_gap(a: LeadWord | None, b: LeadWord | None) -> Decimal | None:
    """How far apart two leads are, in points, on one axis.

    The same leader: the difference. Another: the sum. One tied: the other's. None where a lead has
    no points, or points above 0 of nobody.
    """
    if a is None or b is None or a.points is None or b.points is None:
        return None
    if (a.points and not a.leader) or (b.points and not b.leader):
        return None
    if not a.leader or not b.leader:
        return b.points if not a.leader else a.points
    return abs(a.points - b.points) if a.leader == b.leader else a.points + b.points


def total_of(said: Said, boxes: int | None) -> int | None:
    """All boxes: as the bulletin gives them, else as the election knows them."""
    total = said.count("total_boxes")
    return boxes if total is None else total


def opened_of(said: Said, boxes: int | None) -> Fraction | None:
    """Per cent opened: as printed, else opened boxes by all boxes, at most 100."""
    printed = said.text("opened_share")
    if printed is not None:
        return exact(printed)
    opened, total = said.count("opened_boxes"), total_of(said, boxes)
    if opened is None or not total:
        return None
    return min(Fraction(100), Fraction(100 * opened, total))


def opened_by_boxes(said: Said | None, boxes: int | None) -> str | None:
    """The opened share where none was printed, with two decimals.

    100.00 only where every box is opened and 0.00 only where none is: else rounded away from it.
    """
    if said is None or said.text("opened_share") is not None:
        return None
    opened, total = said.count("opened_boxes"), total_of(said, boxes)
    if opened is None or not total:
        return None
    text = rounded(min(Fraction(100), Fraction(100 * opened, total)))
    if text == "100.00" and opened < total:
        return "99.99"
    return "0.01" if text == "0.00" and opened else text


def comparable(a: Said | None, b: Said | None) -> list[str]:
    """Whom both name in their newest shares; *Diğer* only where it is the rest of the same."""
    if a is None or b is None:
        return []
    same = a.shares.keys() == b.shares.keys()
    return [who for who in a.shares if who in b.shares and (who != OTHERS or same)]


def share_at(series: Sequence[tuple[Fraction, str]], stage: Fraction) -> Fraction | None:
    """A share when so much was opened: printed then, or in a straight line to the next.

    ``series`` is opened and share, oldest first; the newest at or below the stage is where it
    starts. None where the series does not reach.
    """
    for index in reversed(range(len(series))):
        opened, share = series[index]
        if opened > stage:
            continue
        if opened == stage:
            return exact(share)
        if index + 1 == len(series):
            return None
        later, then = series[index + 1]
        return exact(share) + (exact(then) - exact(share)) * (stage - opened) / (later - opened)
    return None


@dataclass(frozen=True)
class Sides:
    """Two agencies' standing bulletins of one contest and place, each oldest first."""

    a: Sequence[Said]
    b: Sequence[Said]
    boxes: int | None
    registered: int | None

    @cached_property
    def shares_a(self) -> Said | None:
        """The first agency's newest bulletin with shares."""
        return newest(self.a, "share")

    @cached_property
    def shares_b(self) -> Said | None:
        """The second agency's."""
        return newest(self.b, "share")

    @cached_property
    def opened(self) -> tuple[Fraction, Fraction] | None:
        """Per cent opened in the two newest bulletins with shares; None unless both are known."""
        if self.shares_a is None or self.shares_b is None:
            return None
        a, b = opened_of(self.shares_a, self.boxes), opened_of(self.shares_b, self.boxes)
        return None if a is None or b is None else (a, b)

    @cached_property
    def leads(self) -> tuple[LeadWord | None, LeadWord | None]:
        """Who leads by each."""
        return lead_of(self.a), lead_of(self.b)


def equal_stage(sides: Sides, who: str) -> tuple[Fraction, Fraction] | None:
    """The gap between two agencies when both had opened as much as the slower has now, and that.

    Where both are at the same stage: of the two newest shares. None where an opened share is not
    known or the faster agency's series does not reach back. Of *Diğer* only bulletins that name
    the same contenders are in the series: it means another rest in others.
    """
    a, b = sides.shares_a, sides.shares_b
    if a is None or b is None or sides.opened is None:
        return None
    opened_a, opened_b = sides.opened
    share_a, share_b = exact(a.shares[who]), exact(b.shares[who])
    if opened_a == opened_b:
        return abs(share_a - share_b), opened_a
    stage = min(opened_a, opened_b)
    other = sides.a if opened_a > opened_b else sides.b
    series = []
    for said in other:
        opened = opened_of(said, sides.boxes)
        same = said.shares.keys() == a.shares.keys()
        if opened is not None and who in said.shares and (who != OTHERS or same):
            series.append((opened, said.shares[who]))
    there = share_at(series, stage)
    if there is None:
        return None
    return abs(there - (share_b if opened_a > opened_b else share_a)), stage


def short_of(a: tuple[str, Fraction, Fraction], b: tuple[str, Fraction, Fraction]) -> Fraction:
    """By what part of all votes two agencies cannot both be right, rounding allowed for.

    Each gives a share, the opened per cent and half its last digit. What one has counted for a
    contender, and what the other has counted for all others, are different votes: together they
    cannot be more than all.
    """

    def one_way(x: tuple[str, Fraction, Fraction], y: tuple[str, Fraction, Fraction]) -> Fraction:
        share, opened, unsure = exact(x[0]) / 100, x[1] / 100, x[2] / 100
        other, opened_there, unsure_there = exact(y[0]) / 100, y[1] / 100, y[2] / 100
        mine = max(0, share - half(x[0]) / 100) * max(0, opened - unsure)
        against = max(0, opened_there - unsure_there) * max(0, 1 - other - half(y[0]) / 100)
        return Fraction(mine + against - 1)

    return max(one_way(a, b), one_way(b, a))


def weighed(said: Said, who: str, opened: Fraction) -> tuple[str, Fraction, Fraction]:
    """A share with the opened per cent and half its last digit, 0 where it comes from boxes."""
    printed = said.text("opened_share")
    return said.shares[who], opened, half(printed) if printed is not None else Fraction(0)


def possible(sides: Sides, who: str, tolerance: Fraction) -> bool | None:
    """Whether both may be right (D403); None where an opened share is not known."""
    if sides.opened is None or sides.shares_a is None or sides.shares_b is None:
        return None
    a, b = sides.opened
    short = short_of(weighed(sides.shares_a, who, a), weighed(sides.shares_b, who, b))
    return short * 100 <= tolerance


def needed(sides: Sides, who: str) -> list[tuple[int, str, str, str]]:
    """What the boxes only one of them has must hold if both are right.

    Side (0 or 1), these boxes' part of all, the least and the most share of the contender there:
    in per cent with two decimals, of the nominal values.
    """
    if sides.opened is None or sides.shares_a is None or sides.shares_b is None:
        return []
    a, b = (opened / 100 for opened in sides.opened)
    both = max(Fraction(0), a + b - 1)
    counted = [
        exact(sides.shares_a.shares[who]) / 100 * a,
        exact(sides.shares_b.shares[who]) / 100 * b,
    ]
    alone = [a - both, b - both]
    least = max(Fraction(0), counted[0] - alone[0], counted[1] - alone[1])
    most = max(least, min(both, *counted))
    found = []
    for side in (0, 1):
        if alone[side] > 0:
            low, high = (
                min(Fraction(100), max(Fraction(0), (counted[side] - shared) / alone[side] * 100))
                for shared in (most, least)
            )
            found.append((side, rounded(alone[side] * 100), rounded(low), rounded(high)))
    return found


def stage_name(sides: Sides) -> str:
    """How far the slower agency is: start below 10, early below 50, late below 90, then end."""
    if sides.opened is None:
        return "unknown"
    slower = min(sides.opened)
    for name, limit in (("start", 10), ("early", 50), ("late", 90)):
        if slower < limit:
            return name
    return "end"


def differ_since(sides: Sides) -> str | None:
    """From when on the two leaders have been different without a break, by what stands now."""
    a: list[Said] = []
    b: list[Said] = []
    since = None
    for said in sorted([*sides.a, *sides.b], key=lambda one: one.order):
        (a if said in sides.a else b).append(said)
        if not leaders_differ(lead_of(a), lead_of(b)):
            since = None
        elif since is None:
            since = said.as_of
    return since


def votes_at_stake(sides: Sides, turnout: Fraction) -> int | None:
    """Where the leaders differ: registered voters by the last turnout by both leads together."""
    a, b = sides.leads
    if not leaders_differ(a, b) or not a or not b or sides.registered is None:
        return None
    if a.points is None or b.points is None:
        return None
    return floor(sides.registered * turnout / 100 * Fraction(a.points + b.points) / 100)
