"""What posts say of half of the votes for president, from votes or from what shares allow."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from tests.audit.arithmetic import OTHERS, Said
from tests.proof.leads import must
from tests.proof.reading import At, Faults, reads
from tests.proof.shapes import Slots

Bounds = tuple[Fraction, Fraction]


def printed(text: str) -> Bounds:
    """All that a printed share may stand for, as a part of one: rounded, or cut."""
    unit = Fraction(1, 10 ** len(text.partition(".")[2]))
    share = Fraction(text)
    return max(Fraction(0), (share - unit / 2) / 100), min(Fraction(1), (share + unit) / 100)


def basis_of(at: At, said: Said, who: str) -> str:
    """Whether all votes are given, so that they decide; else her share."""
    votes = said.votes
    whole = OTHERS in votes or {*at.names.order} - {OTHERS} <= votes.keys()
    return "votes" if who in votes and whole and len(votes) > 1 else "share"


def known(said: Said, who: str, basis: str) -> bool:
    """Whether a bulletin gives what it goes by."""
    return who in (said.votes if basis == "votes" else said.shares)


def part(said: Said, who: str, basis: str) -> Bounds:
    """Her part of the votes counted."""
    if basis == "share":
        return printed(said.shares[who])
    exactly = Fraction(said.votes[who], sum(said.votes.values()))
    return exactly, exactly


def has_half(said: Said, who: str, basis: str) -> bool:
    """Whether it is certainly more than half."""
    return part(said, who, basis)[0] > Fraction(1, 2)


def takes(said: Said, who: str, basis: str) -> tuple[Fraction, ...]:
    """From what to what part of the remaining votes she needs for half, in tenths of a point; as
    many votes in each box. Nothing where she may have half, cannot, or too little is known."""
    low, high = part(said, who, basis)
    boxes, total = said.count("opened_boxes"), said.count("total_boxes")
    share = said.text("opened_share")
    if boxes is not None and total:
        opened = (Fraction(boxes, total),) * 2
    elif share is not None:
        opened = printed(share)
    else:
        return ()
    if high > Fraction(1, 2) or opened[1] >= 1 or not opened[0]:
        return ()
    least, most = (
        Fraction(1, 2) + (Fraction(1, 2) - of) * done / (1 - done)
        for of, done in ((high, opened[0]), (low, opened[1]))
    )
    ends = Fraction(floor(least * 1000), 10), Fraction(ceil(most * 1000), 10)
    if ends[1] > 100 or ends[1] - ends[0] > 5:
        return ()
    return ends


def due(at: At, agency: str) -> tuple[Said, str, str] | None:
    """By what an agency's half is told: its bulletin, who is ahead in it, and by what."""
    word = at.held.word(agency, at.place)
    said = word.shares or word.votes
    lead = word.lead
    if not at.names.persons or at.place != at.names.province or said is None or lead is None:
        return None
    if lead.stated or not lead.leader or lead.said is not said:
        return None
    basis = basis_of(at, said, lead.leader)
    return (said, lead.leader, basis) if known(said, lead.leader, basis) else None


@reads("line", "{agency:dat} göre sayılan oyların yarısından fazlası {who:loc}.")
def more_than_half(at: At, s: Slots) -> Faults:
    """Who certainly has more than half of the votes that are counted."""
    found = due(at, s["agency"])
    if found is None:
        yield "nothing tells it"
        return
    said, who, basis = found
    yield from must(at.means(s["who"], who), f"{who} is ahead")
    yield from must(has_half(said, who, basis), "it is not certain")
    at.say("half", who, said, who=who, item=basis)


@reads(
    "line",
    "{agency:dat} göre {who:gen} oyların yarısını aşması için kalan oyların {takes} alması "
    "gerekiyor (kalan sandıklarda ortalama aynı sayıda oy varsa).",
)
def still_needed(at: At, s: Slots) -> Faults:
    """What part of the remaining votes half still takes: from what to what."""
    found = due(at, s["agency"])
    if found is None:
        yield "nothing tells it"
        return
    said, who, basis = found
    yield from must(at.means(s["who"], who), f"{who} is ahead")
    right = takes(said, who, basis)
    text = s["takes"].split()[-1].lstrip("%")
    told = [Fraction(str(at.number(one.split("'")[0]))) for one in text.split("–")]
    yield from must(told == list(dict.fromkeys(right)), f"it takes {right}")
    for end, number in ((0, right[0]), (-1, right[-1]))[: len({*right})]:
        at.say("needed", f"{float(number):.1f}", said, who=who, item=f"{basis} {end}")


def is_beside(line: str) -> bool:
    """Whether a line is about half of the votes, and no word on who leads."""
    return " yarısından fazlası " in line or " oyların yarısını aşması için " in line


def left_out(at: At, lines: list[str]) -> Faults:
    """Lines on half of the votes that are missing."""
    for agency in at.agencies:
        found = due(at, agency)
        told = any(line.startswith(agency) and is_beside(line) for line in lines)
        right = found is not None and (has_half(*found) or bool(takes(*found)))
        yield from must(told == right, f"what {agency} tells of half")
