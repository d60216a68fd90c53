"""The rules that say what a number is, in the order they are asked; the first that knows answers.

Each has an example and a counter-example in the reader's tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from desk.reading.figures import gaps
from desk.reading.figures.boxes import (
    UNCOUNTED_BOXES,
    beside_a_place,
    boxes_of,
    counted_when,
    keys_next,
    of_the_same_whole,
    opened_of,
)
from desk.reading.figures.leads import (
    against,
    behind_a_lead,
    between_contests,
    came_from,
    gap_of,
    listed_lead,
    more_or_less,
    moved_most,
    points_of,
    roughly,
    shift_of,
)
from desk.reading.figures.others import (
    COUNTED,
    between_sources,
    by_so_many,
    compared_alike,
    compared_with,
    dated,
    extra,
    gap_in_a_list,
    gap_moved,
    gap_said_once,
    lately,
    left_over,
    lost_there,
    members,
    more_votes,
    now_the_gap,
    of_a_former_race,
    of_another_contest,
    of_helpers,
    of_some_boxes,
    once_tonight,
    part_of_one,
    part_of_others,
    stayed_away,
    still_shut,
    thing,
    things,
    threshold,
    what_decides,
)
from desk.reading.figures.votes import (
    NO_HOLDERS_VOTES,
    beside_others,
    bracketed,
    by_ballot,
    gapped,
    of_all_votes,
    so_far,
    voters,
    votes,
)
from desk.reading.grammar.clocks import clock_of, since_when
from desk.reading.grammar.roles import (
    CHANGE,
    LEAD,
    NO_VOTES,
    NOTHING,
    ODD,
    OPENED,
    OPENED_BOXES,
    POLLED,
    ROUGH,
    SEATS,
    SHARE,
    TOTAL_BOXES,
    TURNOUT,
    UNITLESS,
    VOTES,
    WAKING,
    WHOSE,
    FigureRole,
    Rule,
    Sign,
    View,
    woken_by,
)
from desk.reading.numbers import Notation, Number
from desk.reading.units import Claimant, PlaceName, RaceName, Unit
from desk.reading.vocabulary import Sense


def _signed(view: View) -> FigureRole | None:
    return CHANGE if view.number.signed else None


@woken_by(words=("ilk",))
def _first_so_many(view: View) -> FigureRole | None:
    """`Üsküdar ilk 3: CHP 49,8 …`: how many are told, and no figure of one."""
    first = bool(view.before) and view.before[-1].fold == "ilk"
    return NOTHING if first and view.number.whole and view.number.value <= _TOLD else None


@woken_by(words=("aday",))
def _of_her_there(view: View) -> FigureRole | None:
    """`CHP'nin büyükşehir adayı 51,1, Üsküdar adayı 49,8`: of somebody else who is not named."""
    before = view.clause.units[max(0, view.at - 3) : view.at]
    named = len(before) == 3 and before[0].mark(",;") and isinstance(before[1].data, PlaceName)
    return WHOSE if named and before[2].fold.startswith("aday") else None


_TOLD = 10
"""Contenders of a list's head."""


def _seats(view: View) -> FigureRole | None:
    number = view.number
    if view.follows(Sense.SEAT, Sense.AREA, reach=2) and not number.is_share:
        nxt = view.next
        if nxt is not None and nxt.word(Sense.SEAT, Sense.AREA):
            return SEATS
    counted = view.next is not None and view.next.fold.startswith(("ilce", "belediye"))
    if number.percent and counted and view.case != "ins":
        return WHOSE
    if (
        number.is_share
        and number.partitive
        and any(
            isinstance(unit.data, RaceName) and unit.case == "gen"
            for unit in view.clause.units[: view.at]
        )
        and not (view.before and view.before[-1].word(*COUNTED) and view.before[-1].case == "gen")
    ):
        return SEATS
    if (
        number.whole
        and view.next is not None
        and isinstance(view.next.data, RaceName)
        and not view.next.mark(":")
    ):
        return SEATS
    if not (number.whole or (number.form is Notation.SPOKEN and number.value < 1000)):
        return None
    if bracketed(view, view.at) and any(
        role == SEATS and bracketed(view, at) for at, role in view.earlier.items()
    ):
        # `AKP %40,8 (258 vekil), CHP %25,1 (132)`: the noun stands once.
        return SEATS
    later = [
        view.clause.units[at + 1]
        for at in view.clause.numbers
        if at > view.at and at + 1 < len(view.clause.units)
    ]
    counted = any(
        unit.word(Sense.SEAT)
        or isinstance(unit.data, RaceName)
        or (unit.word(Sense.AREA) and not unit.word(Sense.VOTE))
        for unit in later
    )
    plain = view.next is None or not view.next.word(Sense.VOTE, Sense.BOX, Sense.VOTER)
    return SEATS if counted and plain else None


def _attribute(view: View) -> FigureRole | None:
    """`50.6'lık oy oranı`, `%48'lik sandıkla`, `7 puanlık düşüş`: the noun behind decides."""
    if view.case != "lik" and not view.number.suffix.startswith(("lik", "luk")):
        return None
    if view.follows(Sense.BOX, reach=2):
        return OPENED
    if view.follows(Sense.TURNOUT, reach=2):
        return TURNOUT
    last = view.clause.units[view.at - 1] if view.at else None
    if any(isinstance(unit.data, Claimant) and not unit.case for unit in view.behind[:2]):
        # `yüzde 39,6'lık AKP oyuna fark attı`: whose it is stands between.
        return SHARE if view.number.is_share else VOTES
    if view.follows(Sense.GAP, reach=3) and last is not None and isinstance(last.data, Number):
        return WHOSE
    if view.follows(Sense.GAP, reach=3):
        return LEAD if view.number.is_share or view.number.is_count else ROUGH
    if view.follows(Sense.SHIFT, reach=2):
        return CHANGE
    known = view.follows(Sense.VOTE, Sense.RATE, reach=3) or view.follows(Sense.LINK, reach=2)
    # `yüzde 66,59'luk destekle seçildi`
    known |= view.next is not None and view.next.fold.startswith("destek")
    return (
        (SHARE if view.number.is_share else VOTES)
        if known
        else OPENED
        if view.said(Sense.BOX, Sense.OPENED)
        else WHOSE
    )


@woken_by(words=("olan", "oy"))
def _being_turnout(view: View) -> FigureRole | None:
    """`Bor'da yüzde 83,9, Niğde'de yüzde 85,8 olan katılım`"""
    head, units = view.clause.head, view.clause.units
    told = head is not None and head.word(Sense.TURNOUT) and units[-1].fold == "olan"
    told = told and not any(isinstance(one.data, Claimant) for one in units)
    # `Adalar'da seçmenin yüzde 79,5'i, Esenyurt'ta yüzde 74,9'u oy verdi`
    told = told or (TURNOUT in view.earlier.values() and _gave_votes(view))
    return TURNOUT if told and view.number.is_share else None


_GOING = ("giden", "gitti", "gitme", "gidil", "kosan", "kostu", "gidis")


@woken_by(Sense.TURNOUT, Sense.VOTER, words=(*_GOING, "kullan", "sandig", "basina"))
def _turnout(view: View) -> FigureRole | None:
    """`Katılım yüzde 78`, `yüzde 78 katılımın`, `seçmenin yüzde 61'i sandığa gitti`."""
    share = view.number.is_share or view.number.whole
    pairs = pairwise(view.before)
    # `oy kullananların oranı yüzde 78,87`
    cast = any(one.fold.startswith("kullananlar") and two.word(Sense.RATE) for one, two in pairs)
    if view.number.is_share and (cast or _went_to_the_box(view)):
        return TURNOUT
    if view.follows(Sense.TURNOUT, reach=2) and share and not keys_next(view):
        return TURNOUT
    key = view.key()
    if (
        key is not None
        and key[0] is Sense.TURNOUT
        and view.number.is_share
        and view.number.value < 15
    ):
        return ODD
    if key is not None and key[0] is Sense.TURNOUT and not view.clause.has(Sense.NUMBERED):
        if view.number.is_count:
            return NO_VOTES
        return TURNOUT if view.number.is_share else UNITLESS
    if not view.number.is_share:
        return None
    bracket = bool(view.before) and view.before[-1].mark("(")
    went = view.clause.has(Sense.VOTER) and view.clause.has(Sense.CAST)
    if bracket and went and not any(isinstance(one.data, Claimant) for one in view.clause.units):
        return TURNOUT
    told = next(
        (at for at, one in enumerate(view.behind) if isinstance(one.data, Claimant)),
        len(view.behind),
    )
    # `yüzde 27,4'ü Hayır oyu kullandı`: what they voted.
    cast = any(
        (one.fold.startswith(("sandigi", "sandiga")) and one.case != "gen")
        or _to_the_box(view, at)
        or (one.word(Sense.VOTE) and at <= told and _cast_behind(view, at))
        for at, one in enumerate(view.behind)
    )
    voters = any(one.word(Sense.VOTER) for one in view.before)
    held = any(isinstance(one.data, Claimant) for one in view.clause.units)
    if voters and view.number.partitive and view.clause.has(Sense.CAST) and not held:
        # `Silivri'de seçmenlerin yüzde 82,7'si, Beykoz'da yüzde 82,8'i oy kullandı`
        return TURNOUT
    if cast and (voters or view.case not in ("", "ins") or (view.case and not held)):
        return TURNOUT
    if voters and view.clause.has(Sense.GIVE, Sense.RESULT, Sense.CHOOSE):
        # `seçmenin yüzde 82,6'sı oy verdi`
        voted = view.number.partitive and not held and _gave_votes(view)
        return TURNOUT if voted else SHARE
    held = any(isinstance(one.data, Claimant) for one in view.clause.units[: view.at])
    free = key is None and not view.said(Sense.BOX) and not held
    if view.topic is Sense.TURNOUT and free:
        return TURNOUT
    named = any(isinstance(one.data, Claimant) for one in view.clause.units)
    return TURNOUT if cast and not named else None


def _gave_votes(view: View) -> bool:
    pairs = pairwise(view.clause.units[view.at + 1 :])
    voted = any(one.fold == "oy" and two.word(Sense.GIVE) for one, two in pairs)
    return voted and not any(isinstance(unit.data, Claimant) for unit in view.clause.units)


def _went_to_the_box(view: View) -> bool:
    """`sandığa giden yüzde 73,71`, `sandığa gidenlerin oranı yüzde 71,5`."""
    if view.number.partitive and any(isinstance(one.data, Claimant) for one in view.behind):
        # `sandığa giden seçmenin yüzde 61'i CHP'yi seçti`: what they voted.
        return False
    stop = max(
        (at for at, unit in enumerate(view.before) if isinstance(unit.data, Claimant)), default=-1
    )
    near = [*view.before[stop + 1 :], view.clause.units[view.at], *view.behind[:2]]
    # `sandığa en az gidilen ilçe yüzde 74,8'le Esenyurt`, `Sandığa en çok Kütahya koştu`
    between = ("en", "az", "cok")
    near = [one for one in near if one.fold not in between and not isinstance(one.data, PlaceName)]
    return any(
        ((one.fold.startswith("sandi") and one.fold.endswith("a")) or one.fold == "basina")
        and two.fold.startswith(_GOING)
        for one, two in pairwise(near)
    )


def _to_the_box(view: View, at: int) -> bool:
    ahead = view.behind[at + 1].fold if at + 1 < len(view.behind) else ""
    return view.behind[at].fold == "sandik" and ahead.startswith("basina")


def _cast_behind(view: View, at: int) -> bool:
    return at + 1 < len(view.behind) and view.behind[at + 1].fold.startswith("kullan")


@woken_by(Sense.ASIDE, Sense.VOTER, Sense.SEAT, Sense.TOTAL)
def _aside(view: View) -> FigureRole | None:
    """Valid, invalid and cast votes, voters, the undecided: no contender's."""
    key = view.key()
    if (
        key is not None
        and key[0] in (Sense.ASIDE, Sense.VOTER)
        and not (key[1].fold == "gecerli" and (view.number.partitive or view.said(Sense.RATE)))
        and not _taken_of_all(view, key[1])
    ):
        return NO_VOTES if not view.said(Sense.POLL) else POLLED
    if key is not None and key[0] is Sense.SEAT:
        return SEATS if not view.number.is_share else None
    last = view.before[-2:]
    if (
        any(unit.word(Sense.TOTAL) for unit in last)
        and not (len(last) == _PAIR and isinstance(last[0].data, Claimant) and not last[0].case)
        and not view.follows(Sense.VOTE)
        and _ends_before(view)
    ):
        return TOTAL_BOXES if _of_the_boxes(view) else NO_VOTES
    if view.follows(Sense.ASIDE, reach=2) and not (keys_next(view) and view.number.is_share):
        return NO_VOTES
    return None


def _taken_of_all(view: View, key: Unit) -> bool:
    """`kullanılan oyların yüzde 59,71'ini Erdoğan aldı`, `seçmenin yüzde 80'i Hayır dedi`."""
    beside = view.next
    owned = beside is not None and isinstance(beside.data, Claimant) and beside.case in ("", "acc")
    if key.word(Sense.VOTER) and view.number.is_count and view.number.partitive:
        # `40 bin 120 seçmenden 30 bin 91'i Kılıçdaroğlu'na oy verdi`
        given = isinstance(beside and beside.data, Claimant) and beside and beside.case == "dat"
        return (bool(given) and view.clause.has(Sense.GIVE)) or _says(view)
    if key.fold == "kullanilan" and view.number.partitive and _by_her(view):
        return True
    given = view.number.partitive and beside is not None and beside.case in ("dat", "gen")
    if given and isinstance(beside and beside.data, Claimant) and key.fold == "kullanilan":
        # `kullanılan oyların yüzde 57,80'i Erdoğan'a gitti`, `... oylardan 905'i Kalaycı'nın`
        return view.clause.has(Sense.GIVE) or (beside is not None and beside.case == "gen")
    if key.word(Sense.VOTER) and view.number.is_share and view.number.partitive and _says(view):
        return True
    if not (view.number.is_share and owned):
        return False
    if key.fold == "kullanilan":
        return view.case == "possacc" and Sense.RESULT in view.clause.predicate
    return key.word(Sense.VOTER) and (_says(view) or view.clause.has(Sense.CHOOSE))


def _says(view: View) -> bool:
    """`seçmenin yüzde 80'i Hayır dedi`, `... değişikliğine evet derken`: what they voted."""
    said = any(unit.fold.startswith(("ded", "der", "diye", "kullan")) for unit in view.clause.words)
    return said and sum(isinstance(unit.data, Claimant) for unit in view.behind) == 1


def _by_her(view: View) -> bool:
    """`kullanılan oyların yüzde 60,4'ünü alan Yavaş`: it points at who got them."""
    head = view.clause.head
    took = Sense.RESULT in view.clause.predicate and view.case == "possacc"
    return took and head is not None and isinstance(head.data, Claimant)


def _ends_before(view: View) -> bool:
    """`Toplam 100`, `Toplam: 2.281`: the word stands right at the number."""
    return bool(view.before) and (view.before[-1].word(Sense.TOTAL) or view.before[-1].mark(":"))


def _of_the_boxes(view: View) -> bool:
    """`açılan sandık sayısı 30.007'ye ulaştı (toplam 33.273)`: all the boxes, told aside."""
    units = view.clause.units
    if view.last < 0 and view.topic is Sense.BOX and units[0].mark(",("):
        # `açılan sandık sayısı 31 bin 840'a ulaştı, | toplam 33 bin 273`
        return True
    number = units[view.last].data if view.earlier.get(view.last) == OPENED_BOXES else None
    aside = len(view.before) > 1 and view.before[-2].mark("(,")
    return aside and isinstance(number, Number) and number.value <= view.number.value


_PAIR = 2
_WORDED, _FINGERS = 100, 10
"""Of more, nobody speaks in parts: `100'de 99'u`, but `972'de 410'u` are counted."""


def _fraction(view: View) -> FigureRole | None:
    """`5'te 4'ü`, `bin oydan 511'i`: parts told in whole numbers are no figures."""
    number = view.number
    if not (number.whole or "her" in view.clause.folds):
        return None
    last_number = view.clause.units[: view.last] if view.last >= 0 else []
    each = [unit for unit in [*last_number[-2:], *view.before] if unit.fold == "her"]
    part = number.partitive or view.case in ("possloc", "possacc")
    if each and (part or view.before[-1:] == each[-1:]):
        # `her yüz oyun 51'ini`, `her 10 sandıktan 9'u`
        whole = view.clause.units[view.last].data if view.last >= 0 else None
        few = isinstance(whole, Number) and whole.value <= _FINGERS and _of_people(view)
        return WHOSE if part and not few else NOTHING
    after = view.clause.units[view.at + 1 : view.at + 2]
    part_behind = after and isinstance(after[0].data, Number) and after[0].data.partitive
    if number.whole and view.case == "gen" and part_behind:
        # `şimdi 801'in 655'i tamam`
        boxes = view.topic is Sense.BOX or view.clause.has(Sense.BOX)
        return TOTAL_BOXES if boxes else WHOSE
    if any(_in_parts(*pair) for pair in _pairs(view)):
        return NOTHING
    if number.whole and number.partitive and _of_people(view):
        return NOTHING
    few = number.whole and number.partitive and number.value < 1000
    boxed = view.said(Sense.BOX) or TOTAL_BOXES in view.earlier.values()
    return NOTHING if few and view.earlier and not boxed else None


def _of_people(view: View) -> bool:
    """`her 10 oydan 6'sı`, `bin kişiden 511'i`"""
    return any(unit.fold in _PEOPLE for unit in view.clause.units[: view.at])


_PEOPLE = ("oydan", "kisiden", "secmenden")


def _pairs(view: View) -> Iterator[tuple[Number, Number]]:
    """The number with the one right before or behind it, nothing between them."""
    for one, two in pairwise(view.clause.units[max(0, view.at - 1) : view.at + 2]):
        if isinstance(one.data, Number) and isinstance(two.data, Number):
            yield one.data, two.data


def _in_parts(each: Number, part: Number) -> bool:
    """`100'de 99'u`, `4'te 3 oy`; of more than ten the second says that it is a part."""
    told = each.whole and part.whole and not (each.clock or part.clock)
    few = part.partitive or part.value < each.value <= _FINGERS
    return told and each.case == "loc" and each.value <= _WORDED and few


def _odd(view: View) -> FigureRole | None:
    """`58.635` as a share, `42,O`: read in two ways, or in none; `yüzde elli bir` is rounded."""
    if view.number.form is Notation.ROUND:
        return ROUGH
    form = view.number.form
    counted = form in (Notation.GROUPED, Notation.SPACED, Notation.SPOKEN)
    # `447 428 akp chp`: as likely two figures.
    twice = form is Notation.SPACED and [type(one.data) for one in view.behind[:2]] == [
        Claimant,
        Claimant,
    ]
    return ODD if form is Notation.ODD or (view.number.percent and counted) or twice else None


def _torn_apart(view: View) -> FigureRole | None:
    """`yüzde 7 8,2'si`: two numbers with nothing between, and the first one's sign: one, torn."""
    for one, two in _pairs(view):
        digit = one.percent and one.form is Notation.WHOLE and one.value < _FINGERS
        if digit and not (one.suffix or two.percent) and two.is_share:
            return ODD
    return None


_WORDLESS: tuple[Rule, ...] = (
    listed_lead,
    _signed,
    since_when,
    clock_of,
    _torn_apart,
    beside_a_place,
    _fraction,
    _seats,
    _odd,
    dated,
    came_from,
    boxes_of,
    roughly,
    _attribute,
)
"""What is asked where nothing but names, numbers and marks stands: the others look at words."""

RULES: tuple[Rule, ...] = (
    *_WORDLESS[:6],
    stayed_away,
    *UNCOUNTED_BOXES,
    *NO_HOLDERS_VOTES,
    lately,
    of_helpers,
    of_some_boxes,
    between_sources,
    compared_with,
    gaps.ahead_by_a_count,
    gap_in_a_list,
    gaps.in_other_words,
    gaps.parting,
    gaps.to_a_mark,
    gaps.to_several,
    gaps.further_down,
    by_so_many,
    more_votes,
    now_the_gap,
    of_a_former_race,
    once_tonight,
    left_over,
    still_shut,
    what_decides,
    compared_alike,
    gap_said_once,
    gap_moved,
    of_another_contest,
    lost_there,
    thing,
    threshold,
    things,
    members,
    between_contests,
    behind_a_lead,
    more_or_less,
    moved_most,
    part_of_one,
    part_of_others,
    *_WORDLESS[6:10],
    against,
    came_from,
    of_all_votes,
    boxes_of,
    counted_when,
    extra,
    points_of,
    _first_so_many,
    _of_her_there,
    roughly,
    _attribute,
    voters,
    by_ballot,
    so_far,
    gapped,
    beside_others,
    votes,
    _being_turnout,
    _turnout,
    gap_of,
    opened_of,
    of_the_same_whole,
    _aside,
    shift_of,
)
"""Asked in this order; the first that knows what the number is, answers."""


def asked(view: View) -> Sequence[Rule]:
    """The rules that may know something of a number, in their order."""
    words = view.clause.words
    if not (words or view.topic or view.earlier):
        return _WORDLESS
    told = frozenset([view.topic] if view.topic else ()).union(view.earlier.values())
    return _in_order(_woken("", told).union(*[_woken(unit.fold, unit.senses) for unit in words]))


@lru_cache(maxsize=32768)
def _woken(word: str, signs: frozenset[Sign]) -> frozenset[Rule]:
    """Those of the rules that wait for something that a word, or what it may do, wakes."""
    return frozenset(
        rule
        for rule, (known, begins) in WAKING.items()
        if not known.isdisjoint(signs) or word.startswith(begins)
    )


@lru_cache(maxsize=4096)
def _in_order(awake: frozenset[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule in awake or rule not in WAKING)


def role_of(view: View, exactly: bool = False) -> FigureRole | None:
    """What a number is by its neighbours and its clause's verb; None for a contender's, if any.

    ``exactly`` asks what it would be if it were not only told roughly.
    """
    for rule in asked(view):
        if exactly and rule is roughly:
            continue
        role = rule(view)
        if role is not None:
            return role
    return None
