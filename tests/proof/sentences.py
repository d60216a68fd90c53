"""Sentences over a post, and what a gap comes from."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from tests.audit.arithmetic import (
    OTHERS,
    Said,
    Sides,
    equal_stage,
    exact,
    leaders_differ,
    opened_of,
    stage_name,
)
from tests.audit.verdict import Verdict, verdict
from tests.proof.gaps import named_gaps
from tests.proof.leads import must
from tests.proof.reading import At, Faults, read, reads
from tests.proof.shapes import Slots


@reads("lead", "{title} için {agencies:gen} son verileri:")
def whose(at: At, s: Slots) -> Faults:
    """Whose figures follow: of all agencies that have given results of the places."""
    told = [name for part in s["agencies"].split(", ") for name in part.split(" ve ")]
    yield from must(told == [*at.agencies], f"the post is of {at.agencies}")
    yield from must(s["title"], "no race")
    if not at.asked_agencies:
        due = at.spoken
        if at.kind == "lead":
            due = tuple(a for place in at.places for a in at.spoken if at.held.word(a, place).lead)
        missing = {*due} - {*told}
        yield from must(not missing, f"{missing} are left out")


@reads("lead", "{title} için {agency:abl} gelen ilk {what}:")
def first_of(at: At, s: Slots) -> Faults:
    """Whose first figures follow."""
    yield from must((s["agency"],) == at.agencies, f"it is of {at.agencies}")
    yield from must(s["title"], "no race")
    what = "sonuç" if len(at.places) == 1 else "sonuçlar"
    yield from must(s["what"] == what, f"there are {len(at.places)} places")


@reads(
    "lead",
    "{title} için ajansların verilerinde değişenler:",
    "{title} için {pair} verileri şöyle ayrışıyor:",
    "{title} için {agencies} verileri şöyle ayrışıyor:",
    "{title} için ilk sıranın değiştiği yerler:",
    "{race} ilk sıra değişti:",
)
def what_follows(at: At, s: Slots) -> Faults:
    """What the blocks are about."""
    yield from must(s["title"] or s["race"], "no race")
    listed = s["pair"].replace(" ile ", ", ") or s["agencies"].replace(" ve ", ", ")
    told = tuple(listed.split(", ")) if listed else ()
    yield from must(not told or told == at.agencies, f"the post is of {at.agencies}")
    if "sıra" in s.text:
        yield from must((len(at.places) > 1) == ("yerler" in s.text), f"there are {at.places}")


@reads("lead", "Seçim gecesini bizimle izlediğiniz için teşekkür ederiz.")
def farewell(at: At, s: Slots) -> Faults:
    """The end of the night."""
    yield from must(at.kind == "closing", "the night goes on")


@reads("lead", "{told}.")
def leads_first(at: At, s: Slots) -> Faults:
    """Who leads by how much, each with its hour, over the lines it follows from."""
    yield from must(at.names.title[1:] in s.text, "no race")
    yield from read(at, "told", s["told"])


@reads(
    "closing",
    "[Okurlarımızdan özür dileriz. ]Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar."
    "[ {quitter} seçimden çekildi; adı oy pusulasında.]",
)
def unofficial(at: At, s: Slots) -> Faults:
    """The note on unofficial results, behind the excuse of a correction, and who has withdrawn."""
    sorry = s.text.startswith("Okurlarımızdan")
    yield from must((at.kind == "correction") == sorry, "an excuse for nothing, or none")
    told = tuple(filter(None, (s["quitter"],)))
    yield from must(set(told) <= {*at.names.quitters}, f"{told} stands")


@reads("statement", "{speaker}[ {spot:loc}] açıklama yaptı. Öne çıkanlar:")
def speaks(at: At, s: Slots) -> Faults:
    """Who said something, where."""
    told = f"{s['speaker']} {s['spot']}".strip()
    yield from must(told and at.quoted, "nobody speaks")


@reads("statement headline", "{speaker}: “{quotation}”", "{speaker:abl} açıklama")
def quoted(at: At, s: Slots) -> Faults:
    """The speaker and the first sentence, word for word, where it is short."""
    yield from must(s["speaker"] in at.quoted[0], f"{at.quoted[0]} speaks")
    said = s["quotation"]
    yield from must(not said or any(said in line for line in at.quoted), "nobody said so")


@reads("statement closing", "Rakamlar açıklama sahibinin beyanıdır; ajans verisi değildir.")
def claimed(at: At, s: Slots) -> Faults:
    """That the numbers are the speaker's, where there are any."""
    told = any(char.isdigit() for line in at.quoted[1:] for char in line)
    yield from must(told and not s["text"], "there are no numbers")


def sides(at: At, one: str, other: str) -> Sides:
    """Two agencies' columns of the block's place."""
    a, b = at.held.word(one, at.place), at.held.word(other, at.place)
    return Sides(a.column, b.column, at.held.boxes.get(at.place), None)


def judged(at: At) -> tuple[Sides, Verdict]:
    """What to make of the two agencies of a block."""
    both = sides(at, *at.pair)
    return both, verdict(both, {name: Fraction(value) for name, value in at.limits.items()})


@reads("verdict", "Fark, sayımın bu aşamasında beklenenden büyük değil.")
def usual(at: At, s: Slots) -> Faults:
    """The gap is no more than usual; told where the leaders differ."""
    both, found = judged(at)
    yield from must(found.code == "same", f"it is {found}")
    yield from must(leaders_differ(*both.leads), "the leaders are the same")


@reads("verdict", "{agency} ile {agency2:gen} {who} oranları birlikte doğru olamaz.")
def impossible(at: At, s: Slots) -> Faults:
    """Both agencies' shares of somebody cannot be right."""
    _, found = judged(at)
    named = found.who.intersection(at.names.codes(s["who"]))
    yield from must(found.code == "impossible" and named, f"it is {found}")
    yield from must((s["agency"], s["agency2"]) == at.pair, f"it is of {at.pair}")


@reads(
    "verdict",
    "Açılan sandık oranı eşitken[ ({share})] {who} farkı [{about} ]{num} puana iniyor.",
    "Açılan sandık oranı eşitken de[ ({share})] {who} farkı [{about} ]{num} puan.",
)
def at_equal(at: At, s: Slots) -> Faults:
    """A contender's gap where both had opened as much, with *yaklaşık* where a share lies between
    two bulletins."""
    both, found = judged(at)
    code = "stage" if "iniyor" in s.text else "real"
    who = next(iter(found.who.intersection(at.names.codes(s["who"]))), "")
    equal = equal_stage(both, who) if who else None
    # Where it is the threshold to the hundredth, either word is as good.
    limit = Fraction(at.limits[stage_name(both)])
    near = equal is not None and abs(equal[0] - limit) < Fraction(1, 200)
    right = found.code == code or (near and found.code in ("stage", "real"))
    yield from must(right and who, f"it is {found}")
    if equal is None or both.shares_a is None or both.shares_b is None:
        yield "the gap at equal opened share is not known"
        return
    behind = series_at(both, who, equal[1])
    between = len(behind) > 2
    shares = [said.shares[who] for said in behind]
    digits = 1 if between else min(2, max(len(text.partition(".")[2]) for text in shares))
    right = Fraction(floor(equal[0] * 10**digits + Fraction(1, 2)), 10**digits)
    yield from must(exact(str(at.number(s["num"]))) == right, f"the gap there is {right}")
    yield from must((s["about"] == "yaklaşık") == between, f"between two bulletins is {between}")
    if share := s["share"]:
        printed = {said.text("opened_share") for said in behind}
        yield from must(any(at.same_text(share, text) for text in printed), f"it is {equal[1]}")
        yield from must(
            exact(str(at.number(share.split()[-1].lstrip("%")))) == equal[1], "elsewhere"
        )
    at.say("equal", s["num"], *behind, who=who, item=" ".join(at.pair))


def series_at(both: Sides, who: str, stage: Fraction) -> list[Said]:
    """The bulletins a gap at an opened share follows from: who stands there, then the other's."""
    a, b = both.shares_a, both.shares_b
    assert a is not None and b is not None and both.opened is not None
    if both.opened[0] == both.opened[1]:
        return [a, b]
    slower, column = (b, both.a) if both.opened[0] > both.opened[1] else (a, both.b)
    series = [
        (part, said)
        for said in column
        if who in said.shares
        and (part := opened_of(said, both.boxes)) is not None
        and (who != OTHERS or said.shares.keys() == a.shares.keys())
    ]
    at = max(n for n, (part, _) in enumerate(series) if part <= stage)
    there = [series[at][1]] if series[at][0] == stage else [series[at][1], series[at + 1][1]]
    return [slower, *there]


@reads(
    "verdict",
    "Açılan sandık oranı eşitken[ {also}][ ({share})] {who} farkı beklenenden büyük[ {less}].",
)
def at_equal_in_words(at: At, s: Slots) -> Faults:
    """The same where the bulletins themselves do not give the number."""
    _, found = judged(at)
    code = "stage" if s["less"] == "değil" else "real"
    yield from must(s["less"] in ("", "değil") and (s["also"] == "de") == (code == "real"), "words")
    yield from must(
        found.code == code and found.who.intersection(at.names.codes(s["who"])), f"it is {found}"
    )
    yield from must(not s["share"], "a share and no number")


@reads(
    "verdict",
    "{agency:gen}, {stage} verdiği oranlar tam bilinmediği için farkın nedeni bilinmiyor.",
)
def no_series(at: At, s: Slots) -> Faults:
    """The agency ahead was silent where the other one stands now."""
    both, found = judged(at)
    yield from must((found.code, found.why) == ("unknown", "no_series"), f"it is {found}")
    if both.opened is None or both.shares_a is None or both.shares_b is None:
        yield "the opened shares are not known"
        return
    ahead = 0 if both.opened[0] > both.opened[1] else 1
    yield from must(s["agency"] == at.pair[ahead], f"{at.pair[ahead]} is ahead")
    behind = (both.shares_b, both.shares_a)[ahead]
    yield from read(at.with_(behind), "stage", s["stage"])


@reads("stage", "sandıkların {share:poss} açıkken", "{agency:gen} bulunduğu aşamada")
def stage(at: At, s: Slots) -> Faults:
    """Where the slower agency stands: by the share it printed, else by its name."""
    (said,) = at.bulletin
    if "share" in s.found:
        text = said.text("opened_share")
        yield from must(at.same_text(s["share"], text), f"{text} is opened")
        at.say("figure", text, said, item="opened_share")
    else:
        yield from must(s["agency"] == said.agency, f"{said.agency} is behind")


@reads(
    "verdict",
    "{agency}, oranlarını açılan sandık oranı olmadan verdiği için farkın nedeni bilinmiyor.",
    "İki ajans da oranlarını açılan sandık oranı olmadan verdiği için farkın nedeni bilinmiyor.",
    "Verilerin saati ayrı olduğu ve {agency} oranlarını açılan sandık oranı olmadan verdiği için "
    "farkın nedeni bilinmiyor.",
    "Verilerin saati ayrı olduğu ve iki ajans da oranlarını açılan sandık oranı olmadan verdiği "
    "için farkın nedeni bilinmiyor.",
)
def no_opened(at: At, s: Slots) -> Faults:
    """An agency gave its shares without saying how much is opened."""
    both, found = judged(at)
    why = "hours" if s.text.startswith("Verilerin") else "no_opened"
    yield from must((found.code, found.why) == ("unknown", why), f"it is {found}")
    silent = [
        agency
        for agency, said in zip(at.pair, (both.shares_a, both.shares_b), strict=True)
        if said and opened_of(said, both.boxes) is None
    ]
    told = [s["agency"]] if "agency" in s.found else [*at.pair]
    yield from must(told == silent, f"it is {silent}")


@reads(
    "verdict",
    "{agency}, oy oranı vermediği için farkın {what} bilinmiyor.",
    "İki ajans da oy oranı vermediği için farkın {what} bilinmiyor.",
    "İki ajans aynı adayların oranını vermediği için farkın {what} bilinmiyor.",
)
def no_shares(at: At, s: Slots) -> Faults:
    """An agency gave no shares, or not of whom the other gave."""
    both, found = judged(at)
    yield from must((found.code, found.why) == ("unknown", "no_shares"), f"it is {found}")
    silent = [
        a for a, said in zip(at.pair, (both.shares_a, both.shares_b), strict=True) if not said
    ]
    both_of_them = [] if "aynı" in s.text else [*at.pair]
    told = [s["agency"]] if "agency" in s.found else both_of_them
    yield from must(told == silent, f"it is {silent}")
    yield from must(s["what"] in ("nedeni", "büyüklüğü"), "words")


def verdict_due(at: At) -> bool:
    """Whether a place of *Differences* has to say what its gap comes from."""
    both, found = judged(at)
    if found.code == "same" and not leaders_differ(*both.leads):
        return False
    if found.why == "one_agency":
        return False
    return not found.who or bool(found.who & {*named_gaps(at, at.place, *at.pair)})
