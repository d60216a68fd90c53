"""What the lines under a place's heading say: an agency's word, and two side by side."""

from __future__ import annotations

import re
from decimal import Decimal

from tests.audit.arithmetic import OTHERS, Said, exact
from tests.proof.gaps import line_names, named_gaps, size_in
from tests.proof.headlines import HOUR
from tests.proof.held import Held, Word
from tests.proof.leads import leads, margin, must
from tests.proof.parliament import seats, seats_of
from tests.proof.reading import At, Faults, read, reads, slots_of
from tests.proof.shapes import Slots, small

SENTENCES = re.compile(r"(?<=\.)\s+(?=[^\W\d_]|[0-9%])")


@reads(
    "opened",
    "sandıkların {share:poss} açıldı",
    "{total} sandıktan {count:poss} açıldı",
    "{count} sandık açıldı",
    "henüz sandık açılmadı",
)
def opened_said(at: At, s: Slots) -> Faults:
    """Never read alone: of which bulletin it is, its line says."""
    yield from ()


def in_boxes(held: Held, said: Said) -> bool:
    """Whether a printed share would say all or nothing, and the boxes say that it is not so."""
    share, boxes, total = said.text("opened_share"), said.count("opened_boxes"), held.total(said)
    if share is None or boxes is None:
        return False
    if exact(share) == 0:
        return boxes > 0
    return exact(share) >= 100 and total is not None and boxes < total


def opened(at: At, said: Said, text: str) -> Faults:
    """How much a bulletin had opened: a share as printed, boxes with their total; never all or
    nothing where the boxes say otherwise."""
    share, boxes, total = said.text("opened_share"), said.count("opened_boxes"), at.held.total(said)
    if not text:
        yield from must(share is None and boxes is None, f"{share}, {boxes} opened is left out")
        return
    found = slots_of(at, "opened", text)
    if found is None:
        yield f"no opened reads “{text}”"
        return
    rounds = in_boxes(at.held, said)
    if small(found.text).startswith("henüz"):
        none = not boxes if boxes is not None else share is not None and exact(share) == 0
        yield from must(none and not rounds, f"{share}, {boxes} are opened")
        return
    if printed := found.found.get("share"):
        yield from must(at.same_text(printed, share), f"{share} is opened")
        yield from must(not rounds, f"{boxes} of {total} boxes are opened")
        at.say("figure", share, said, item="opened_share")
        return
    yield from must(at.count(found["count"]) == boxes and boxes, f"{boxes} boxes are opened")
    yield from must(share is None or rounds, "the share is left out")
    at.say("figure", boxes, said, item="opened_boxes")
    told = found.found.get("total")
    if told:
        yield from must(at.count(told) == total, f"there are {total} boxes")
        at.say("figure", total, said, item="total_boxes")
    else:
        yield from must(said.count("total_boxes") is None, f"that there are {total} is left out")


@reads("agency", "{agency}: Henüz veri yok.")
def nothing_yet(at: At, s: Slots) -> Faults:
    """An agency that has said nothing of the place."""
    yield from must(not at.held.word(s["agency"], at.place).column, "it has spoken")


@reads(
    "agency",
    "{agency} ({clock}[, {opened}]): {rest}",
    "{agency} - {results} ({clock}[, {opened}]).[ {rest}]",
)
def agency_line(at: At, s: Slots) -> Faults:
    """All that counts of an agency's word on a place, each piece with its hour."""
    word = at.held.word(s["agency"], at.place)
    results, rest = s["results"], s["rest"]
    first = f"{results}." if "results" in s.found else ""
    pieces = [*([first] if first else []), *(SENTENCES.split(rest) if rest else ())]
    clock, told = s["clock"], s["opened"]
    expected = pieces_of(at, word)
    yield from must(len(pieces) == len(expected), f"{[k for k, _ in expected]} in {pieces}")
    hour = ""
    for at_first, piece, (kind, said) in zip(
        (True, *(False for _ in pieces)), pieces, expected, strict=False
    ):
        text = piece
        if at_first:
            text = f"{clock} itibarıyla{f' ({told})' if told else ''} {piece}"
        elif said.as_of != hour:
            yield from must("itibarıyla" in piece, f"the hour {said.as_of} is left out")
        yield from _piece(at, word, kind, said, text, same=said.as_of == hour)
        hour = said.as_of


def pieces_of(at: At, word: Word) -> list[tuple[str, Said]]:
    """What an agency's line has to say, in its order: results, lead, votes, boxes, turnout."""
    found: list[tuple[str, Said]] = []
    lead = [("lead", word.lead.said)] if word.lead and at.lead_in_line else []
    if word.shares:
        found += [("shares", word.shares), *lead]
    if word.votes:
        found.append(("votes", word.votes))
    if word.opened and word.opened not in (word.shares, word.votes) and _boxes(word.opened):
        found.append(("opened", word.opened))
    if not word.shares:
        found += lead
    silent = word.shares is None and word.lead is None and not any(s.votes for s in word.column)
    if word.turnout and silent:
        found.append(("turnout", word.turnout))
    if word.seats and any(seats_of(word.seats).values()):
        found.append(("seats", word.seats))
    return found


def _boxes(said: Said) -> bool:
    return said.text("opened_share") is not None or said.count("opened_boxes") is not None


@reads("piece", "[{clock} itibarıyla ][({opened}) ]{text}.")
def piece_said(at: At, s: Slots) -> Faults:
    """Never read alone: which bulletin it is of, its line says."""
    yield from ()


def _piece(at: At, word: Word, kind: str, said: Said, text: str, *, same: bool) -> Faults:
    s = slots_of(at, "piece", text)
    if s is None:
        yield f"no piece reads “{text}”"
        return
    clock, told, body = s["clock"], s["opened"], s["text"]
    if clock:
        yield from must(at.clock(clock, said.as_of) and not same, f"the hour is {said.as_of}")
        at.say("hour", said.as_of, said)
    if kind in ("shares", "votes"):
        yield from results(at, said, body, shares=kind == "shares")
        yield from opened(at, said, told) if not same or told else ()
    elif kind == "lead" and word.lead:
        yield from lead_alone(at, word, body)
    elif kind == "seats":
        yield from seats(at, said, body)
    elif kind == "opened":
        yield from opened(at, said, body)
    else:
        yield from turnout(at, said, body)


def lead_alone(at: At, word: Word, text: str) -> Faults:
    """An agency's lead in its line."""
    s = slots_of(at, "lead alone", text)
    if s is None or word.lead is None:
        yield f"no lead reads “{text}”"
        return
    if "eşit" in text or "who" in s.found:
        yield from leads(at, word, s.found.get("who") or "")
    if "eşit" not in text:
        yield from margin(at, word.lead, s.found.get("margin") or "")


@reads("lead alone", "{who}[ {margin}] önde", "ilk iki sıra eşit", "fark {margin}")
def lead_said(at: At, s: Slots) -> Faults:
    """Never read alone: whose word it is, its line says."""
    yield from ()


@reads("turnout", "katılım {share}")
def turnout_said(at: At, s: Slots) -> Faults:
    """Never read alone: of which bulletin it is, its line says."""
    yield from ()


def turnout(at: At, said: Said, text: str) -> Faults:
    """How many voted, where that is all there is."""
    s = slots_of(at, "turnout", text)
    yield from must(s and at.same_text(s["share"], said.text("turnout")), f"“{text}” is another")
    at.say("figure", said.text("turnout"), said, item="turnout")


@reads(
    "result",
    "{who}[ ({who2})] {share}[ ({count} oy)]",
    "{who}[ ({who2})] {count} oy",
    "{who}[ ({who2})]: {share}[ ({count} oy)]",
    "{who}[ ({who2})]: {count} oy",
)
def result_said(at: At, s: Slots) -> Faults:
    """Never read alone: of which bulletin it is, its line says."""
    yield from ()


def results(at: At, said: Said, text: str, *, shares: bool) -> Faults:
    """The contenders of a bulletin in falling order, *Diğer* last, each with what it was given;
    all of them, or as many as the house names."""
    parts = [slots_of(at, "result", part) for part in re.split("; |, ", text)]
    if not all(parts):
        yield f"no result reads a part of “{text}”"
        return
    given = said.shares if shares else {}
    listed = []
    for s in parts:
        if s is None:
            continue
        called = s["who"]
        every = [*given, *said.votes]
        who = next((c for c in at.names.codes(called) if c in every), "")
        listed.append(who)
        share, votes, label = s.found.get("share"), s.found.get("count"), s.found.get("who2")
        yield from must(not label or who in at.names.codes(label), f"{label} is another")
        yield from _result(at, said, who, share or "", votes or "", shares=shares)
    yield from _order(at, said, listed, given)
    listed = [who for who in listed if not given or who in given]
    if len(listed) < 2:
        return
    at.say(
        "order",
        " ".join(one for one in listed if one != OTHERS),
        said,
        item="share" if given else "votes",
    )


def _result(at: At, said: Said, who: str, share: str, votes: str, *, shares: bool) -> Faults:
    right, counted = said.shares.get(who) if shares else None, said.votes.get(who)
    yield from must(bool(share) == (right is not None), f"{who} has {right}, not {share}")
    if share and right is not None:
        yield from must(at.same_digits(share, right), f"{who} has {right}, not {share}")
        at.say("figure", right, said, who=who, item="share")
    yield from must((at.count(votes) if votes else None) == counted, f"{who} has {counted} votes")
    if votes:
        at.say("figure", counted, said, who=who, item="votes")


def _order(at: At, said: Said, listed: list[str], given: dict[str, str]) -> Faults:
    named = line_names(at, said, given)
    same = [size_in(said, given, who) for who in listed] == [size_in(said, given, w) for w in named]
    yield from must(same and len({*listed}) == len(listed), f"the list is {named}, not {listed}")


@reads("line", "{pair} arasındaki fark: {gaps}.")
def gap_line(at: At, s: Slots) -> Faults:
    """How far two agencies are apart on each contender both give; those of whom they are, none."""
    one, other = s["pair"].split(" ile ")
    found = named_gaps(at, at.place, one, other)
    told = {}
    for part in s["gaps"].split("; "):
        gap = slots_of(at, "gap", part)
        who = next((c for c in at.names.codes(gap["who"]) if c in found), None) if gap else None
        if gap is None or who is None:
            yield f"no gap reads “{part}”"
            continue
        told[who] = at.number(gap["num"])
        say_gap(at, one, other, who, found[who])
    wanted = {who: gap for who, gap in found.items() if gap}
    yield from must(told == wanted, f"the gaps are {wanted}")


def say_gap(at: At, one: str, other: str, who: str, gap: Decimal) -> None:
    """Remember that a gap was printed."""
    both = [at.held.word(agency, at.place).shares for agency in (one, other)]
    at.say("gap", gap, *(said for said in both if said), who=who)


@reads("gap", "{who} {num} puan")
def gap_said(at: At, s: Slots) -> Faults:
    """Never read alone: between whom it is, its line says."""
    yield from ()


@reads("line", "{pair:gen} oranları aynı.")
def same_shares(at: At, s: Slots) -> Faults:
    """Two agencies give all contenders both name the same share."""
    one, other = s["pair"].split(" ile ")
    found = named_gaps(at, at.place, one, other)
    yield from must(found and not any(found.values()), f"the gaps are {found}")


@reads("line", "{told}.")
def told_line(at: At, s: Slots) -> Faults:
    """All leads of a place side by side."""
    yield from read(at, "told", s["told"])


@reads(
    "line", "{agency} {word} saattir yeni veri geçmedi.", "{agency} uzun süredir yeni veri geçmedi."
)
def silent(at: At, s: Slots) -> Faults:
    """For how many whole hours an agency has said nothing of a place, where another has."""
    word = at.held.word(s["agency"], at.place)
    hours = at.minutes_ago(word.newest) // HOUR
    told = at.all_of(s["word"]) if "word" in s.found else 11
    yield from must(hours == told or (hours > 10 and told > 10), f"it is {hours} hours")
    last = max(other.newest for other in at.words())
    yield from must(at.minutes_ago(word.newest) - at.minutes_ago(last) >= HOUR, "nobody has")


def silences(at: At) -> list[str]:
    """The agencies of which a place's lines have to say that they have fallen silent."""
    words = at.words()
    last = min((at.minutes_ago(word.newest) for word in words), default=HOUR)
    past = ((word.agency, at.minutes_ago(word.newest)) for word in words)
    return [agency for agency, ago in past if ago - last >= HOUR and ago >= HOUR]
