"""What posts say of seats and of parties that stand together."""

from __future__ import annotations

import re
from decimal import Decimal

from tests.audit.arithmetic import OTHERS, Said
from tests.proof.held import Word
from tests.proof.leads import must
from tests.proof.reading import At, Faults, reads, slots_of
from tests.proof.shapes import Slots

REACHED = ("çoğunluğa", "götürebilecek çoğunluğa", "değiştirebilecek çoğunluğa")


def seats_of(said: Said) -> dict[str, int]:
    """By contender, as the bulletin has them."""
    return {who: int(text) for (item, who), text in said.figures.items() if item == "seats"}


@reads("seats", "{seat} sayısı {each}")
def seats_said(at: At, s: Slots) -> Faults:
    """Never read alone: of which bulletin it is, its line says."""
    yield from ()


def seats(at: At, said: Said, text: str) -> Faults:
    """The seats of a bulletin in falling order, without those who have none."""
    s = slots_of(at, "seats", text)
    if s is None:
        yield f"no seats read “{text}”"
        return
    right = {who: count for who, count in seats_of(said).items() if count}
    told: dict[str, int] = {}
    for part in s["each"].split(", "):
        one = slots_of(at, "count", part)
        who = next((c for c in at.names.codes(one["who"]) if c in right), "") if one else ""
        told[who] = at.count(one["count"]) if one else 0
        at.say("figure", told[who], said, who=who, item="seats")
    yield from must(told == right, f"the seats are {right}")
    counts = [count for who, count in told.items() if who != OTHERS]
    yield from must(counts == sorted(counts, reverse=True), "the most is not first")


def together(said: Said | None, item: str, codes: tuple[str, ...]) -> Decimal | None:
    """What some have in all; None where one of them is not given."""
    texts = [said.figures.get((item, code)) for code in codes] if said else []
    known = [Decimal(text) for text in texts if text is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(codes) else None


def sums(at: At, word: Word, codes: tuple[str, ...]) -> tuple[Decimal | None, Decimal | None]:
    """The share and the seats of an alliance, of one bulletin."""
    same = word.seats if word.shares is None or word.seats is word.shares else None
    return together(word.shares, "share", codes), together(same, "seats", codes)


def has_alliances(at: At, word: Word) -> bool:
    """Whether anything is to be said of parties that stand together."""
    return any(sums(at, word, codes) != (None, None) for codes in at.names.alliances.values())


@reads("allied", "{alliance}[:] {share}[ ({count} {seat})]", "{alliance}[:] {count} {seat}")
def allied_said(at: At, s: Slots) -> Faults:
    """Never read alone: whose word it is, its line says."""
    yield from ()


@reads("line", "{agency:dat} göre ittifaklar: {each}.")
def allied(at: At, s: Slots) -> Faults:
    """What the parties of each alliance have in all by an agency that gives all of them."""
    word = at.held.word(s["agency"], at.place)
    told = {}
    for part in re.split("; |, ", s["each"]):
        one = slots_of(at, "allied", part)
        if one is None:
            yield f"no alliance reads “{part}”"
            continue
        codes = at.names.alliances[one["alliance"]]
        share, count = sums(at, word, codes)
        told[one["alliance"]] = codes
        printed = one["share"]
        yield from must(bool(printed) == (share is not None), f"they have {share}")
        if printed and share is not None and word.shares:
            number = at.number(printed.split()[-1].lstrip("%"))
            yield from must(number == share, f"they have {share}")
            at.say("sum", share, word.shares, who=" ".join(codes), item="share")
        yield from must(bool(one["count"]) == (count is not None), f"they have {count} seats")
        if one["count"] and count is not None and word.seats:
            yield from must(at.count(one["count"]) == count, f"they have {count} seats")
            at.say("sum", count, word.seats, who=" ".join(codes), item="seats")
    right = [a for a, codes in at.names.alliances.items() if sums(at, word, codes) != (None, None)]
    yield from must([*told] == right, f"it is of {right}")


def enough(at: At, word: Word) -> tuple[str, int, int] | None:
    """Who has a majority by the seats an agency gives, with how many, past which line; nobody
    where all seats are given and none is enough; None where that is not known."""
    if word.seats is None or not at.names.seats or at.place != at.names.province:
        return None
    whole = at.names.seats
    lines = (whole // 2 + 1, -(-3 * whole // 5), -(-2 * whole // 3))
    given = seats_of(word.seats)
    single = {who: count for who, count in given.items() if who not in (OTHERS, "bagimsiz")}
    first = max(single, key=lambda who: single[who], default="")
    holders = [(first, single[first])] if first else []
    for codes in at.names.alliances.values():
        count = together(word.seats, "seats", codes)
        holders += [(" ".join(codes), int(count))] if count is not None else []
    for who, count in holders:
        if count >= lines[0]:
            return who, count, max(n for n, line in enumerate(lines) if count >= line)
    return ("", 0, 0) if sum(given.values()) == whole else None


@reads(
    "line",
    "{agency:dat} göre[ ({clock})] {who} {count} {seat}yle {reached} ({total}) ulaşıyor.",
    "{agency:dat} göre[ ({clock})] {alliance} {count} {seat}yle {reached} ({total}) ulaşıyor.",
    "{agency:dat} göre[ ({clock})] hiçbir parti tek başına çoğunluğa ({total}) ulaşmıyor.",
)
def majority(at: At, s: Slots) -> Faults:
    """Whose seats are enough for what, or that nobody's are."""
    word = at.held.word(s["agency"], at.place)
    right = enough(at, word)
    clock = s["clock"]
    if right is None or word.seats is None:
        yield "who has a majority is not known"
        return
    old = word.shares is not None and word.shares is not word.seats
    yield from must(bool(clock) == old, "the hour of the seats")
    if clock:
        yield from must(at.clock(clock, word.seats.as_of), f"the hour is {word.seats.as_of}")
        at.say("hour", word.seats.as_of, word.seats)
    who, count, line = right
    total = at.count(s["total"])
    whole = at.names.seats
    lines = (whole // 2 + 1, -(-3 * whole // 5), -(-2 * whole // 3))
    yield from must(total == lines[line], f"the line is {lines[line]}")
    if "reached" not in s.found:
        yield from must(not who, f"{who} has {count}")
        return
    called, reached, _ = s["who"], s["reached"], s["seat"]
    codes = " ".join(at.names.alliances.get(s["alliance"], ())) if "alliance" in s.found else ""
    yield from must(codes == who or at.means(called, who), f"{who} has {count}")
    yield from must(at.count(s["count"]) == count, f"it has {count}")
    alone = not codes and called not in at.names.folded and line == 0
    yield from must(reached.startswith("tek başına") == alone, "whether it is alone")
    yield from must(reached.endswith(REACHED[line]), f"it is enough for {REACHED[line]}")
    item = "seats"
    if codes:
        at.say("sum", count, word.seats, who=codes, item=item)
    else:
        at.say("figure", count, word.seats, who=who, item=item)


def is_beside(line: str) -> bool:
    """Whether a line is about seats or alliances, and no word on who leads."""
    return " ittifaklar: " in line or bool(re.search(r" ulaş(?:ıyor|mıyor)\.$", line))


def left_out(at: At, lines: list[str]) -> Faults:
    """Lines on alliances and majorities that are missing."""
    for word in at.words():
        own = [line for line in lines if line.startswith(word.agency)]
        told = any(" ittifaklar: " in line for line in own)
        yield from must(told == has_alliances(at, word), f"{word.agency}'s alliances")
        known = any(re.search(r" ulaş(?:ıyor|mıyor)\.$", line) for line in own)
        yield from must(known == (enough(at, word) is not None), f"{word.agency}'s majority")
