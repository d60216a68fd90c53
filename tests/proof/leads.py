"""Who leads, by how much, by whom: what a sentence says of leads, held against the CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tests.audit.arithmetic import LeadWord, Said, lead_gap, ranked
from tests.proof.held import Word
from tests.proof.reading import At, Faults, reads, slots_of
from tests.proof.shapes import Slots


def must(ok: object, what: str) -> Faults:
    """A fault unless something is so."""
    if not ok:
        yield what


@dataclass(frozen=True)
class Naming:
    """The bulletin that says who leads, and what by: ``share``, ``votes`` or ``leader``."""

    said: Said
    by: str


def naming(word: Word) -> Naming | None:
    """By what an agency has somebody ahead; a margin without a name leaves that to another."""
    lead = word.lead
    if lead is None:
        return None
    if not lead.stated:
        return Naming(lead.said, "share" if ranked(lead.said.shares) else "votes")
    if lead.said.text("leader"):
        return Naming(lead.said, "leader")
    if lead.leader is None:
        return None
    without = [said for said in word.column if said is not lead.said]
    return naming(Word(word.agency, word.place, tuple(without)))


def leads(at: At, word: Word | None, called: str) -> Faults:
    """That a contender leads by an agency; without a name, that the first two are equal."""
    lead = word.lead if word else None
    if word is None or lead is None:
        yield "no lead is known"
        return
    by = naming(word)
    if called:
        yield from must(at.means(called, lead.leader), f"{lead.leader} leads, not {called}")
    else:
        yield from must(not lead.stated and lead.leader is None, "the first two are not equal")
    if by is not None:
        at.say("leader", lead.leader or "", by.said, item=by.by)


def points(at: At, lead: LeadWord, text: str) -> Faults:
    """A margin in points, exactly."""
    if lead.points is None:
        yield "no margin in points is known"
        return
    yield from must(at.number(text) == lead.points, f"the margin is {lead.points}, not {text}")
    if lead.stated:
        at.say("figure", lead.points, lead.said, item="lead_points")
    elif lead.points:
        at.say("lead", lead.points, lead.said, item="share")


def votes(at: At, lead: LeadWord, text: str) -> Faults:
    """A margin in votes."""
    yield from must(at.count(text) == lead.votes, f"the margin is {lead.votes} votes, not {text}")
    if lead.stated:
        at.say("figure", lead.votes, lead.said, item="lead_votes")
    elif lead.votes:
        at.say("lead", lead.votes, lead.said, item="votes")


@reads("margin", "{num} puan[ ve {count} oy]", "{count} oy", "{num}")
def margin_said(at: At, s: Slots) -> Faults:
    """Never read alone: whose margin it is, its sentence says."""
    yield from ()


def margin(at: At, lead: LeadWord, text: str) -> Faults:
    """A margin with its unit: all of it that the agency states, else the points, else the votes."""
    told = slots_of(at, "margin", text) if text else None
    if text and told is None:
        yield f"no margin reads “{text}”"
        return
    found = told.found if told else {}
    in_points, in_votes = found.get("num"), found.get("count")
    if in_points:
        yield from points(at, lead, in_points)
    else:
        yield from must(lead.points is None, f"{lead.points} points are left out")
    if in_votes:
        yield from votes(at, lead, in_votes)
    elif lead.votes is not None and lead.points is None:
        yield f"{lead.votes} votes are left out"


@reads(
    "by",
    "{agency:dat} göre {who}[ {margin}] önde[ ({clock})]",
    "{agency:dat} göre {who}[ {margin}][ ({clock})]",
    "{agency:dat} göre ilk iki sıra eşit[ ({clock})]",
    "{agency:dat} göre fark {margin}[ ({clock})]",
    "{agency:dat} göre {margin}[ ({clock})]",
)
def by_agency(at: At, s: Slots) -> Faults:
    """Never read alone: the place is its sentence's."""
    yield from ()


def by_each(at: At, text: str, place: str, agencies: Sequence[str]) -> Faults:
    """A list of what each agency says of a place: all of them that tell, in order.

    A unit, or *önde*, that stands behind the last alone is that of all.
    """
    told = [slots_of(at, "by", part) for part in text.split(", ")]
    if not all(told):
        yield f"no by reads a part of “{text}”"
        return
    said = [one.found for one in told if one is not None]
    listed = [str(one["agency"]) for one in said]
    yield from must(listed == [*agencies], f"of {agencies} it lists {listed}")
    units = [one["margin"] for one in said if one.get("margin")]
    some = any(not str(unit)[-1].isdigit() for unit in units)
    for one in said:
        word = at.held.word(str(one["agency"]), place)
        yield from _by_one(at, word, one, whole=len(units) == len(said), unit=some)


def _by_one(at: At, word: Word, one: dict[str, str | None], *, whole: bool, unit: bool) -> Faults:
    lead, text = word.lead, one.get("margin")
    if lead is None:
        yield f"{word.agency} tells no lead"
        return
    if clock := one.get("clock"):
        yield from must(
            at.clock(clock, lead.said.as_of), f"{word.agency}'s lead is of {lead.said.as_of}"
        )
        at.say("hour", lead.said.as_of, lead.said)
    if "who" in one or "margin" not in one:
        yield from leads(at, word, str(one.get("who") or ""))
    if text and text[-1].isdigit():
        yield from must(unit, "a margin has no unit")
        yield from points(at, lead, text)
    elif text:
        yield from margin(at, lead, text)
    elif whole:
        yield f"{word.agency}'s margin is left out"


def fewer_decimals(one: Decimal, other: Decimal) -> int:
    """The decimals of the one of two numbers that has fewer."""
    return -max(int(one.as_tuple().exponent), int(other.as_tuple().exponent), -(2**30))


def apart(at: At, words: Sequence[Word], text: str) -> Faults:
    """How far two leads are apart, in the fewer decimals of the two; told wherever it is known."""
    known = [word.lead for word in words if word.lead is not None]
    found = lead_gap(*known) if len(known) == 2 and all(lead.points for lead in known) else None
    if found is None:
        yield from must(not text, "how far the leads are apart is not known")
        return
    one, other = (Decimal(lead.points or 0) for lead in known)
    digits = max(0, fewer_decimals(one, other))
    right = found if at.house.padded else found.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if not text:
        yield from must(not right, f"that {right} points lie between is left out")
        return
    yield from must(at.number(text) == right, f"the leads are {right} apart, not {text}")
    say_lead_gap(at, words, right)


def say_lead_gap(at: At, words: Sequence[Word], right: Decimal) -> None:
    """Remember how far two leads were said to be apart, with what names whose they are."""
    said, items = [], []
    for word in words:
        if word.lead:
            by = naming(word)
            said += [word.lead.said, by.said if by else word.lead.said]
            items.append("stated" if word.lead.stated else "computed")
    at.say("lead gap", right, *said, item=" ".join(items))


def say_hours(at: At, word: Word, told: set[str]) -> None:
    """Remember the hours of what tells who leads."""
    by = naming(word)
    behind = [word.lead.said] if word.lead else []
    behind += [by.said] if by and by.said not in behind else []
    for said in behind:
        if said.as_of[-5:] in told:
            at.say("hour", said.as_of, said)


def telling(at: At, place: str) -> list[Word]:
    """The words that say anything of a lead."""
    return [word for word in at.words(place) if word.lead is not None]


def agreed(words: Iterable[Word]) -> bool:
    """Whether all have the same ahead, or equal."""
    return len({word.lead.leader for word in words if word.lead}) == 1


@reads(
    "told",
    "[{race} {where} ]ajanslar kimin önde olduğu konusunda ayrışıyor: {each}"
    "[; arada {num} puan var]",
)
def leaders_part(at: At, s: Slots) -> Faults:
    """Agencies name other leaders: each with whom it has ahead."""
    place, words = _where(at, s)
    named = {word.lead.leader for word in words if word.lead and word.lead.leader}
    yield from must(len(named) > 1, "the agencies do not name other leaders")
    yield from by_each(at, s["each"], place, [word.agency for word in words])
    yield from apart(at, words, s["num"])


@reads("told", "[{race} {where} ]ilk iki sıra {word} ajansta da eşit")
def all_tied(at: At, s: Slots) -> Faults:
    """By each agency the first two are equal."""
    _, words = _where(at, s)
    yield from must(len(words) == at.all_of(s["word"]) > 1, f"{len(words)} agencies tell")
    for word in words:
        yield from leads(at, word, "")


@reads("told", "[{race} {where} ]{who:gen} farkı {word} ajansta da {num} puan")
def one_margin(at: At, s: Slots) -> Faults:
    """All agencies have the same ahead by the same."""
    _, words = _where(at, s)
    yield from must(len(words) == at.all_of(s["word"]) > 1, f"{len(words)} agencies tell")
    who, num = s["who"], s["num"]
    for word in words:
        yield from leads(at, word, who)
        if word.lead:
            yield from points(at, word.lead, num)


@reads(
    "told",
    "[{race} {where} ]{who:gen} farkı {each} puan[ ({clock})][; arada {num} puan var]",
)
def margins(at: At, s: Slots) -> Faults:
    """All agencies have the same ahead, each by its own margin."""
    place, words = _where(at, s)
    who, clock = s["who"], s["clock"]
    for word in words:
        yield from leads(at, word, who)
    ends = f" puan ({clock})" if clock else " puan"
    yield from by_each(at, f"{s['each']}{ends}", place, [word.agency for word in words])
    yield from apart(at, words, s["num"])


@reads("told", "[{race} {where} ]{each}")
def each_by_itself(at: At, s: Slots) -> Faults:
    """Each agency's word whole: one tells no margin, or a tie, or only a margin."""
    place, words = _where(at, s)
    yield from by_each(at, s["each"], place, [word.agency for word in words])
    named = {word.lead.leader for word in words if word.lead}
    if len(words) > 1 and None not in named:
        yield from must(len(named) == 1, "that the agencies part is not said")


def _where(at: At, s: Slots) -> tuple[str, list[Word]]:
    """The place of a sentence, and who tells a lead of it."""
    where, _ = s["where"], s["race"]
    place = at.where(where) if where else at.place or at.names.province
    return place, telling(at, place)
