"""What has moved: from which bulletin to which, who has passed whom, and where agencies differ."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tests.audit.arithmetic import OTHERS, Said, ranked, told_by_figures
from tests.proof.gaps import gaps, line_names, named_gaps
from tests.proof.held import Word
from tests.proof.leads import margin, must
from tests.proof.lines import in_boxes, opened, say_gap
from tests.proof.reading import At, Faults, reads, slots_of
from tests.proof.shapes import Slots

NO_NEWS = Decimal("0.05")
"""Steps of as many points may be rounding alone."""


def _at(at: At, word: Word, clock: str, *items: str) -> list[Said]:
    """The bulletins of an agency of one hour that speak of something."""
    return [s for s in word.column if at.clock(clock, s.as_of) and s.speaks_of(*items)]


@reads("step", "{agency} ({clock}–{clock2}): {clauses}.")
def step(at: At, s: Slots) -> Faults:
    """From one bulletin of an agency to a later one: all that moved further than rounding may."""
    word = at.held.word(s["agency"], at.place)
    first, last = s["clock"], s["clock2"]
    for items in (("share",), ("lead_points", "lead_votes")):
        old, new = _at(at, word, first, *items), _at(at, word, last, *items)
        if old and new:
            break
    if not old or not new:
        yield f"{word.agency} has no bulletins of {first} and {last}"
        return
    yield from must(
        new[-1].as_of == max(x.as_of for x in word.column if x.speaks_of(*items)),
        "there is a newer one",
    )
    at.say("hour", old[-1].as_of, old[-1])
    at.say("hour", new[-1].as_of, new[-1])
    at.steps[word.agency, at.place] = old[-1], new[-1]
    moves = _moves(at, old[-1], new[-1])
    told: dict[str, str] = {}
    for clause in s["clauses"].split("; "):
        yield from _clause(at, old[-1], new[-1], clause, moves, told)
    wanted = {who: way for who, way in moves.items() if way}
    yield from must(
        {w: v for w, v in told.items() if v != "kaldı"} == wanted, f"it is {wanted}, not {told}"
    )


def change(old: Said, new: Said, who: str) -> Decimal | None:
    """By how many points somebody's share moved; *Diğer* only while it is the same people."""
    if who not in old.shares or who not in new.shares:
        return None
    if who == OTHERS and old.shares.keys() != new.shares.keys():
        return None
    return Decimal(new.shares[who]) - Decimal(old.shares[who])


def _moves(at: At, old: Said, new: Said) -> dict[str, str]:
    """What moved, by whom or by item, and which way."""
    found = {}
    for who in line_names(at, new, new.shares):
        by = change(old, new, who)
        if by is not None:
            found[who] = "çıktı" if by > NO_NEWS else "indi" if by < -NO_NEWS else ""
    if not found:
        was, now = old.text("lead_points"), new.text("lead_points")
        if was and now and abs(Decimal(now) - Decimal(was)) > NO_NEWS:
            found["fark"] = "çıktı" if Decimal(now) > Decimal(was) else "indi"
    item = _boxes_item(at, old, new)
    was, now = old.text(item), new.text(item)
    if was and now and Decimal(was) != Decimal(now):
        found["açılan sandık"] = "çıktı" if Decimal(now) > Decimal(was) else "indi"
    return found


def _boxes_item(at: At, *both: Said) -> str:
    """Boxes where a share would say all or nothing, and they say that it is not so."""
    if any(in_boxes(at.held, said) for said in both):
        return "opened_boxes"
    return "opened_share"


def _clause(
    at: At, old: Said, new: Said, clause: str, moves: dict[str, str], told: dict[str, str]
) -> Faults:
    body, _, verb = clause.rpartition(" ")
    yield from must(verb in ("çıktı", "indi", "kaldı"), f"{verb} is no move")
    for part in body.split(", "):
        s = slots_of(at, "stays" if verb == "kaldı" else "move", part)
        if s is None:
            yield f"no move reads “{part}”"
            continue
        what = small_what(at, s, new)
        told[what] = verb
        item = {"fark": "lead_points", "açılan sandık": _boxes_item(at, old, new)}.get(
            what, "share"
        )
        who = "" if item != "share" else what
        yield from _ends(at, s, old, new, item, who)


def small_what(at: At, s: Slots, new: Said) -> str:
    """What moved: a contender by her code, *fark*, or *açılan sandık*."""
    called = s.found.get("who")
    if not called:
        return "fark" if "fark" in s.text.lower() else "açılan sandık"
    s.asked.add("who")
    return next((code for code in at.names.codes(called) if code in new.shares), called)


def _ends(at: At, s: Slots, old: Said, new: Said, item: str, who: str) -> Faults:
    """Both ends of a move, each as it was given."""
    for said, name in ((old, "from"), (new, "to")):
        text = s.found.get(name) or s["to"]
        right = said.figures.get((item, who))
        exact = right or ""
        if item == "opened_boxes":
            same = right is not None and text.replace(".", "") == right
        elif who or item == "lead_points":
            same = at.same_digits(text.removesuffix(" puan"), exact)
        else:
            same = at.same_text(text, exact)
        if "from" not in s.found and right is not None:
            # What stays may be printed in other digits.
            same = same or Decimal(right) == at.number(text.split()[-1].lstrip("%"))
        yield from must(same, f"{who or item} was {right}, not {text}")
        at.say("figure", right, said, who=who, item=item)


@reads(
    "move",
    "{who} {from:abl} {to:dat}",
    "açılan sandık {from:abl} {to:dat}",
    "fark {from} puandan {to} puana",
)
def move_said(at: At, s: Slots) -> Faults:
    """Never read alone: between which bulletins it is, its line says."""
    yield from ()


@reads("stays", "{who} {to:loc}")
def stays(at: At, s: Slots) -> Faults:
    """Never read alone: between which bulletins it is, its line says."""
    yield from ()


@reads(
    "news",
    "{agency:loc} {who} {num} puan yükseldi",
    "{agency:loc} {who} {num} puan geriledi",
    "{agency:dat} göre {where} {who} {num} puan yükseldi",
    "{agency:dat} göre {where} {who} {num} puan geriledi",
)
def rose(at: At, s: Slots) -> Faults:
    """The greatest move of the first two of all the lines tell: of the province where it moved."""
    place, agency = at.where(s["where"]), s["agency"]
    up = s.text.endswith("yükseldi")
    steps = at.steps.get((agency, place))
    if steps is None:
        yield "the lines tell of no such move"
        return
    old, new = steps
    who = next((c for c in at.names.codes(s["who"]) if c in new.shares), "")
    by = change(old, new, who)
    right = at.number(s["num"])
    yield from must(by == (right if up else -right), f"it moved by {by}")
    about = {k: v for k, v in at.steps.items() if k[1] == at.names.province} or at.steps
    sure, tied = _moves_of_two(at, about.values())
    yield from must(
        max(sure, default=0) <= right <= max(tied, default=0), f"it is {sure} or {tied}"
    )
    at.say("step", right, old, new, who=who)


def _moves_of_two(
    at: At, steps: Iterable[tuple[Said, Said]]
) -> tuple[list[Decimal], list[Decimal]]:
    """How far the first two of each moved: those who are so for sure, and all who may be, where
    the second has what the third has."""
    sure, tied = [], []
    for before, after in steps:
        names = [c for c in line_names(at, after, after.shares) if c != OTHERS]
        second = names[min(1, len(names) - 1)] if names else ""
        least = Decimal(after.shares.get(second, "0"))
        near = [c for c in names if Decimal(after.shares.get(c, "-1")) >= least]
        for code in near:
            moved = abs(change(before, after, code) or Decimal(0))
            tied.append(moved)
            if len(near) <= 2 or Decimal(after.shares[code]) > least:
                sure.append(moved)
    return sure, tied


@reads("news", "{agency:loc} oranlar değişti", "{agency:dat} göre {where} oranlar değişti")
def changed(at: At, s: Slots) -> Faults:
    """Only others moved, or what is opened."""
    place = at.where(s["where"])
    yield from must((s["agency"], place) in at.steps, "the lines tell of no such move")


@reads(
    "turn",
    "{agency:dat} göre {who}, {who2:acc} geçti ({clock}),[ {margin}] önde; "
    "{clock2:loc} {who3}[ {margin2}] öndeydi.",
)
def turn(at: At, s: Slots) -> Faults:
    """Who has passed whom, when and by how much, and how it was before."""
    word = at.held.word(s["agency"], at.place)
    found = turn_of(word)
    if found is None:
        yield "nobody has passed anybody"
        return
    (then, before), (now, after) = found
    yield from must(at.means(s["who"], after[0]), f"{after[0]} leads")
    yield from must(
        at.means(s["who2"], before[0]) and at.means(s["who3"], before[0]), f"{before[0]} led"
    )
    yield from must(at.clock(s["clock"], now.as_of), f"it was at {now.as_of}")
    yield from must(at.clock(s["clock2"], then.as_of), f"before was at {then.as_of}")
    yield from _margin_of(at, now, s["margin"])
    yield from _margin_of(at, then, s["margin2"])
    for said, who in ((now, after[0]), (then, before[0])):
        at.say("leader", who, said, item=_by(said))
        at.say("hour", said.as_of, said)


def _by(said: Said) -> str:
    """What a turn has its leader by."""
    if told_by_figures(said) is None:
        return "leader"
    return "share" if ranked(said.shares) else "votes"


def _margin_of(at: At, said: Said, text: str) -> Faults:
    alone = Word(said.agency, said.place, (said,))
    if alone.lead is None:
        return
    yield from margin(at, alone.lead, text)


Step = tuple[Said, tuple[str, Decimal | None]]


def turn_of(word: Word) -> tuple[Step, Step] | None:
    """The last time an agency's leader became another; None while the first two are equal again."""
    last: Step | None = None
    found: tuple[Step, Step] | None = None
    tied = False
    for said in word.column:
        told = told_by_figures(said)
        leader = told.leader if told else said.text("leader")
        if told is None and leader is None:
            continue
        tied = leader is None
        if leader is None:
            continue
        now = said, (leader, None)
        if last is not None and last[1][0] != leader:
            found = last, now
        last = now
    return None if tied else found


@reads("news", "{agency}: [{where} ]{who}, {who2:acc} geçti")
def turned(at: At, s: Slots) -> Faults:
    """The one turn the lines tell."""
    place, agency = at.where(s["where"]), s["agency"]
    found = turn_of(at.held.word(agency, place))
    yield from must(at.turns == [(agency, place)], f"the lines tell of {at.turns}")
    if found:
        yield from must(at.means(s["who"], found[1][1][0]), f"{found[1][1][0]} leads")
        yield from must(at.means(s["who2"], found[0][1][0]), f"{found[0][1][0]} led")
        now, (who, _) = found[1]
        at.say("leader", who, now, item=_by(now))


@reads("news", "{places_in} ilk sıra değişti", "{names} ve başka ilçelerde ilk sıra değişti")
def turns(at: At, s: Slots) -> Faults:
    """The places of which the lines tell; of many the newest three."""
    told = list(dict.fromkeys(place for _, place in at.turns))
    if "başka" in s.text:
        yield from must(s["names"].split(", ") == told[:3] and len(told) > 3, f"it is {told}")
    else:
        yield from must({*at.listed(s["places_in"])} == {*told}, f"it is {told}")


@reads("line", "{agency} {clock}[ ({opened})]; {agency2} {clock2}[ ({opened2})].")
def hours(at: At, s: Slots) -> Faults:
    """The hours and opened boxes of two agencies, told where either differs."""
    for digit in ("", "2"):
        word = at.held.word(s[f"agency{digit}"], at.place)
        said = word.shares or (word.lead.said if word.lead else None)
        if said is None:
            yield f"{word.agency} has said nothing"
            continue
        yield from must(at.clock(s[f"clock{digit}"], said.as_of), f"it is of {said.as_of}")
        at.say("hour", said.as_of, said)
        yield from opened(at, said, s[f"opened{digit}"])


@reads("line", "{who}: {agency} {share}; {agency2} {share2}; fark {num} puan.")
def shares_apart(at: At, s: Slots) -> Faults:
    """One contender's shares in two agencies, and how far they are apart."""
    one, other = s["agency"], s["agency2"]
    found = gaps(at, at.place, one, other)
    who = next((code for code in at.names.codes(s["who"]) if code in found), None)
    if who is None:
        yield "they cannot be compared"
        return
    for agency, printed in ((one, s["share"]), (other, s["share2"])):
        said = at.held.word(agency, at.place).shares
        right = said.shares[who] if said else ""
        yield from must(at.same_digits(printed, right), f"{agency} has {right}")
        if said:
            at.say("figure", right, said, who=who, item="share")
    yield from must(at.number(s["num"]) == found[who], f"they are {found[who]} apart")
    say_gap(at, one, other, who, found[who])
    at.gaps_told.setdefault((at.place, one, other), []).append(who)


def gaps_left_out(at: At, one: str, other: str) -> Faults:
    """That of a place of *Differences* all gaps are told, the widest first."""
    found = {who: gap for who, gap in named_gaps(at, at.place, one, other).items() if gap}
    told = at.gaps_told.get((at.place, one, other), [])
    yield from must({*told} == {*found}, f"the gaps are {found}, not {told}")
    sizes = [found.get(who, Decimal(0)) for who in told]
    yield from must(sizes == sorted(sizes, reverse=True), "the widest is not first")
