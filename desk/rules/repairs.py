"""Every single slip that can be undone, each as a repair with its price.

One share, two rows exchanged, the opened share, one count of votes, another column: what is tried.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache

from desk.facts.bulletin import Item, Row
from desk.facts.election import OTHERS
from desk.facts.figures import FULL, milli, points
from desk.facts.finding import SlipOfHand, Suggestion
from desk.rules.case import Case
from desk.rules.entries import Entry, changed
from desk.rules.fit import (
    BROKEN,
    COARSE,
    OTHER_DIGITS,
    PRICE,
    Repair,
    broken,
    cost,
    decimals_of,
    elsewhere,
    places_of,
    sum_cost,
)
from desk.rules.moves import free_shares, open_surprise
from desk.rules.spread import REST, UNIT

MOST_WRONG = 3
"""How many of a bulletin's figures are tried: the most surprising ones."""
OPENED_LOOKED_AT = 6
"""How many opened shares are looked at in full."""
MISPLACED = 12 * UNIT
"""How surprising the shares must be before they are looked for in another column."""

DIGITS = "0123456789"


def of_shares(case: Case, entry: Entry) -> Iterator[Repair]:
    """One share mended: only its own surprise and the sum's change."""
    expected = case.expected()
    surprises = expected.surprises(entry.shares)
    all_of_it = sum(surprises.values()) + open_surprise(case, entry)
    wrong_sum = sum_cost(case, sum(entry.shares.values()), entry)
    texts = entry.texts
    by_surprise = sorted(entry.shares, key=lambda code: -surprises.get(code, 0))
    anything = wrong_sum or entry.votes or len(surprises) < len(entry.shares)
    tried = by_surprise if anything else by_surprise[:MOST_WRONG]
    total, rest = sum(entry.shares.values()), surprises.get(REST, 0)
    remainder = expected.rest_of(entry.shares)
    rival = case.rival.shares if case.rival is not None else {}
    stays = all_of_it - rest
    for code in tried:
        own, text = entry.shares[code], texts["share", code]
        kept = stays - surprises.get(code, 0)
        band = expected.bands.get(code)
        decimals = decimals_of(case, code)
        for slip, other in undone(text):
            value = milli(other)[0]
            price = kept + PRICE[slip] + sum_cost(case, total - own + value, entry)
            if band is not None:
                price += band.surprise(value)
            if expected.rest is not None and code in expected.common:
                price += expected.rest.surprise(remainder + own - value)
            if decimals is not None and places_of(other) != decimals:
                price += OTHER_DIGITS
            row = Row(Item.SHARE, code)
            yield Repair(price, Suggestion(slip, {row: other}, {row: text}))
        # Of a share that is where it should be, nobody says that it was copied.
        odd = wrong_sum or surprises.get(code, 0) > 4 * UNIT
        if own and odd and rival.get(code) == own and entry.half <= COARSE:
            yield _copied(case, entry, code, kept)


def _copied(case: Case, entry: Entry, code: str, kept: int) -> Repair:
    """A share that is the other agency's to the digit; what it was follows from the sum."""
    row = Row(Item.SHARE, code)
    was = {row: entry.texts["share", code]}
    agency = case.rival_column.source.agency if case.rival_column is not None else ""
    figures = {}
    if OTHERS in entry.shares:
        left = FULL - sum(entry.shares.values()) + entry.shares[code]
        if 0 <= left <= FULL:
            decimals = decimals_of(case, code)
            figures[row] = points(left, 2 if decimals is None else decimals)
    return Repair(
        kept + PRICE[SlipOfHand.COPIED], Suggestion(SlipOfHand.COPIED, figures, was, agency=agency)
    )


def of_exchanges(case: Case, entry: Entry) -> Iterator[Repair]:
    """Two shares changed over: the sum stays."""
    expected = case.expected()
    surprises = expected.surprises(entry.shares)
    standing = expected.total(entry.shares) + open_surprise(case, entry)
    codes = list(entry.shares)
    texts = entry.texts
    for at, one in enumerate(codes):
        for two in codes[at + 1 :]:
            left, right = expected.bands.get(one), expected.bands.get(two)
            if left is None or right is None:
                continue
            price = standing - surprises[one] - surprises[two] + PRICE[SlipOfHand.EXCHANGED]
            price += left.surprise(entry.shares[two]) + right.surprise(entry.shares[one])
            rows = Row(Item.SHARE, one), Row(Item.SHARE, two)
            was = {row: texts["share", row.contender] for row in rows}
            figures = {rows[0]: was[rows[1]], rows[1]: was[rows[0]]}
            yield Repair(price, Suggestion(SlipOfHand.EXCHANGED, figures, was))
            counts = Row(Item.VOTES, one), Row(Item.VOTES, two)
            if all(("votes", row.contender) in texts for row in counts):
                both = {row: texts["votes", row.contender] for row in counts}
                was = was | both
                figures = figures | {counts[0]: both[counts[1]], counts[1]: both[counts[0]]}
                yield Repair(price, Suggestion(SlipOfHand.EXCHANGED, figures, was))


def of_opened(case: Case, entry: Entry) -> Iterator[Repair]:
    """The opened share or the opened boxes mended; the moves are measured anew with it."""
    texts = entry.texts
    for item in (Item.OPENED_SHARE, Item.OPENED_BOXES):
        text = texts.get((item.value, ""))
        if text is None:
            continue
        read = undone if item.is_share else counts_undone
        anchor = case.trusted or case.last_opened
        least = anchor.opened if anchor is not None and anchor.opened is not None else 0
        row, rough = Row(item), []
        for slip, other in read(text):
            new = changed(entry, {(item.value, ""): other}, case.column.boxes_known)
            if new.opened is not None and new.opened >= least - new.opened_half:
                odd = open_surprise(case, new)
                if odd <= 9 * UNIT:
                    rough.append((odd + PRICE[slip], slip, other, new))
        rough.sort(key=lambda one: one[0])
        for _, slip, other, new in rough[:OPENED_LOOKED_AT]:
            price = cost(case, new) + PRICE[slip]
            yield Repair(price, Suggestion(slip, {row: other}, {row: text}))


def of_votes(case: Case, entry: Entry) -> Iterator[Repair]:
    """One count of votes mended, where the shares or the agency's last votes tell."""
    if not entry.votes or (not broken(case, entry) and not _votes_off(case, entry)):
        return
    texts = entry.texts
    standing = case.expected().total(entry.shares) + open_surprise(case, entry)
    for code in entry.votes:
        text = texts["votes", code]
        for slip, other in counts_undone(text):
            new = changed(entry, {("votes", code): other}, case.column.boxes_known)
            if broken(case, new):
                continue
            row = Row(Item.VOTES, code)
            price = standing + PRICE[slip] + _votes_off(case, new)
            yield Repair(price, Suggestion(slip, {row: other}, {row: text}))


def _votes_off(case: Case, entry: Entry) -> int:
    """How far votes are from growing evenly with the bulletin before."""
    before = case.trusted or case.before
    if before is None or not before.votes:
        return 0
    found = 0
    grown = sorted(
        entry.votes[code] * FULL // before.votes[code]
        for code in entry.votes
        if before.votes.get(code)
    )
    if not grown:
        return 0
    usual = grown[len(grown) // 2]
    for growth in grown:
        away = abs(growth - usual) * 10 // max(1, usual)
        found += away * away * UNIT
    if any(entry.votes[c] < before.votes.get(c, 0) for c in entry.votes):
        found += BROKEN
    return found


def of_other_columns(case: Case, entry: Entry) -> Iterator[Repair]:
    """The bulletin as it stands, but another agency's, another place's, or an older one."""
    for at in range(case.index - 1, -1, -1):
        known = case.column.entries[at]
        if known.shares and known.texts == entry.texts and at < case.index - 1:
            yield Repair(PRICE[SlipOfHand.OLD], Suggestion(SlipOfHand.OLD, as_of=known.as_of))
            break
    night, price = case.night, PRICE[SlipOfHand.AGENCY]
    if case.before is not None and case.expected().total(entry.shares) < MISPLACED:
        # The shares are at home where they are: it is another figure that is wrong.
        return
    for column in night.others(case.source):
        fit = elsewhere(case, column.source.agency, column.source.place)
        if fit is not None:
            yield Repair(fit + price, Suggestion(SlipOfHand.AGENCY, agency=column.source.agency))
    # One share of two fits some place anywhere.
    tells = free_shares(entry) > 1
    for column in night.by_agency.get(case.agency, ()) if tells else ():
        if column is not case.column:
            fit = elsewhere(case, case.agency, column.source.place)
            if fit is not None:
                kind = Suggestion(SlipOfHand.PLACE, place=column.source.place)
                yield Repair(fit + PRICE[SlipOfHand.PLACE], kind)


@lru_cache(maxsize=4096)
def undone(text: str) -> tuple[tuple[SlipOfHand, str], ...]:
    """Every share one slip away from a printed one, with the slip; each share once.

    Shares have at most two decimals and lie within 0 and 100. Where two slips lead to the same
    share, the rarer reading gives way to the plainer one.
    """
    found: dict[str, SlipOfHand] = {}
    for slip, other in _all(text):
        if other != text and _is_share(other):
            found.setdefault(other, slip)
    return tuple((slip, other) for other, slip in found.items())


def _all(text: str) -> Iterator[tuple[SlipOfHand, str]]:
    whole, mark, decimals = text.partition(".")
    yield from ((SlipOfHand.TRANSPOSED, other) for other in _transposed(text))
    yield from ((SlipOfHand.MARK, other) for other in _mark_moved(whole, decimals))
    yield from ((SlipOfHand.DOUBLED, other) for other in _one_less(text))
    for at, digit in enumerate(text):
        if digit != ".":
            yield from (
                (SlipOfHand.DIGIT, text[:at] + other + text[at + 1 :])
                for other in DIGITS
                if other != digit
            )
    for at in range(len(text) + 1):
        yield from ((SlipOfHand.DROPPED, text[:at] + other + text[at:]) for other in DIGITS)
    if not mark:
        yield from ((SlipOfHand.DROPPED, f"{text}.{other}") for other in DIGITS)


def _transposed(text: str) -> Iterator[str]:
    """Two neighbouring digits changed over, also across the mark."""
    places = [at for at, letter in enumerate(text) if letter != "."]
    for first, second in itertools.pairwise(places):
        letters = list(text)
        letters[first], letters[second] = letters[second], letters[first]
        yield "".join(letters)


def _mark_moved(whole: str, decimals: str) -> Iterator[str]:
    """The mark one place to the right or to the left."""
    if decimals:
        yield _marked(whole + decimals[0], decimals[1:])
    else:
        yield f"{whole}0"
    if whole != "0":
        yield _marked(whole[:-1] or "0", whole[-1] + decimals)


def _marked(whole: str, decimals: str) -> str:
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{decimals}" if decimals else whole


def _one_less(text: str) -> Iterator[str]:
    """One of two equal neighbours gone."""
    places = [at for at, letter in enumerate(text) if letter != "."]
    for first, second in itertools.pairwise(places):
        if text[first] == text[second]:
            yield text[:second] + text[second + 1 :]


def _is_share(text: str) -> bool:
    whole, _, decimals = text.partition(".")
    if len(decimals) > 2 or not whole or text.endswith("."):
        return False
    if len(whole) > 1 and whole[0] == "0":
        return False
    return int(whole) < 100 or (int(whole) == 100 and not decimals.strip("0"))


@lru_cache(maxsize=1024)
def counts_undone(text: str) -> tuple[tuple[SlipOfHand, str], ...]:
    """The same for a count: a zero too many or too few first, then the digits."""
    found: dict[str, SlipOfHand] = {}
    if text.endswith("0") and len(text) > 1:
        found[text[:-1]] = SlipOfHand.ZERO
    found[f"{text}0"] = SlipOfHand.ZERO
    for at, digit in enumerate(text):
        if at + 1 < len(text):
            found.setdefault(
                text[:at] + text[at + 1] + digit + text[at + 2 :], SlipOfHand.TRANSPOSED
            )
        found.setdefault(text[:at] + text[at + 1 :], SlipOfHand.DOUBLED)
        for other in DIGITS:
            found.setdefault(text[:at] + other + text[at + 1 :], SlipOfHand.DIGIT)
    for at in range(len(text) + 1):
        for other in DIGITS:
            found.setdefault(text[:at] + other + text[at:], SlipOfHand.DROPPED)
    return tuple(
        (slip, other)
        for other, slip in found.items()
        if other != text and other and (other == "0" or other[0] != "0")
    )
