"""What words mean around a figure: nouns and small words by their form, verbs by stem and ending.

The words stand in `resources/turkiye/words.csv`, folded: only words of the language; names of
parties, places, people and agencies come with the context.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from desk.facts import catalog


class Sense(Enum):
    """What a word does to the figures near it."""

    # Members are single objects; the enum's own hash is a slow call, and sets of these are hot.
    __hash__ = object.__hash__

    VOTE = "vote"
    BOX = "box"
    POINT = "point"
    SEAT = "seat"  # offices and seats won
    AREA = "area"  # counted provinces and districts
    VOTER = "voter"
    THING = "thing"  # money, distance, time: what no election counts
    NUMBERED = "numbered"  # the number names one box
    OPENED = "opened"
    CLOSED = "closed"  # not opened yet
    TURNOUT = "turnout"
    GAP = "gap"  # the lead as a noun
    ASIDE = "aside"  # valid, invalid, cast, undecided
    TOTAL = "total"
    RATE = "rate"
    COUNT = "count"
    SHIFT = "shift"  # a change as a noun: rise, fall
    EXTRA = "extra"  # more than before: added votes
    AHEAD = "ahead"
    AHEAD_OF = "ahead of"  # X'in önünde
    BEHIND_OF = "behind of"  # X'in gerisinde
    VAGUE = "vague"
    DOUBT = "doubt"  # who tells it is not sure, or made it up
    POLL = "poll"
    EARLIER = "earlier"
    RECOUNT = "recount"
    HOPE = "hope"
    NEGATED = "negated"
    ROLE = "role"  # candidate, mayor, Mr: belongs to a name
    SOURCE = "source"  # according to, data
    CLOCK = "clock"
    MONTH = "month"
    SPELT = "spelt"
    IN_ORDER = "in order"  # respectively
    LISTING = "listing"  # a heading whose lines are places
    RANK = "rank"
    LINK = "link"  # may stand between a contender and its figure, or behind the figure
    PART = "part"  # a part of the voters or of a place
    COMMON = "common"  # begins sentences and headlines; never a name
    AGAINST = "against"
    RIVAL = "rival"  # somebody, but not the one spoken of
    CAST = "cast"  # oy kullandı: somebody voting, turnout
    WORTH = "worth"  # that are equal to
    GIVE = "give"
    CHOOSE = "choose"  # somebody, in the accusative
    SHOW = "show"
    RESULT = "result"
    REACH = "reach"
    STAY = "stay"
    CHANGE = "change"
    MOVE = "move"  # with a dative the new value, alone a change
    SAY = "say"
    PASS = "pass"
    BE = "be"


class Form(Enum):
    """How a verb stands: it ends a sentence, a clause, or points at a noun to its right."""

    __hash__ = object.__hash__

    FINITE = "finite"
    EARLIER = "earlier"  # -mıştı: told of a time before the one spoken about
    FUTURE = "future"
    IF = "if"
    CONVERB = "converb"  # -arak, -ken, -ip
    SUBJECT = "subject"  # -an: the noun to its right did it
    OBJECT = "object"  # -dığı: it was done to the noun to its right
    NOUN = "noun"


_ENDINGS: tuple[tuple[Form, str], ...] = (
    (Form.EARLIER, r"m[iu]st[iu](?:lar|ler|k|m)? [ae]c[ae]kt[iu]"),
    (Form.FUTURE, r"y?[ae]c[ae][kg]\w* (?:m[ae])?m[ae]l[iu]\w*"),
    (Form.IF, r"(?:[aeiu]?r)?s[ae](?:yd[iu])?(?:lar|ler|k|m|n)? m[ae]zs[ae]\w*"),
    (Form.CONVERB, r"(?:[aeiu]?r|m[iu]s|[iu]yor|m[ae]z)ken y?[ae]r[ae]k y?[iu]p y?[iu]nc[ae]"),
    (Form.CONVERB, r"m[ae]d[ae]n"),
    (Form.FINITE, r"m[iu]s(?:t[iu]r)?(?:lar|ler)?(?:dir)? [dt][iu](?:lar|ler|k|m|niz)?"),
    (Form.FINITE, r"[aeiu]?yor(?:du|lar|uz|um|dur)? m[ae]kt[ae](?:d[iu]r|yd[iu])?"),
    (Form.FINITE, r"[aeiu]r(?:lar|ler)? (?:y?[ae])?m[iu]yor\w* (?:y?[ae])?m[ae]d[iu](?:k|m|lar)?"),
    (Form.SUBJECT, r"(?:(?:y?[ae])?m[ae])?y?[ae]n(?:lar|ler)?(?:[iu]n|[ae]|[iu])?"),
    (Form.OBJECT, r"(?:m[ae])?[dt][iu][gk][iu]?(?:n?[iudae]\w*|miz\w*|m)?"),
    (Form.OBJECT, r"(?:m[ae])?[dt][iu]klar\w*"),
    (Form.NOUN, r"m[ae](?:s[iu]\w*|k\w*|l[ae]r\w*) [iu]s[iu]"),
)
"""The endings of each form, parted by blanks; the first that fits a stem decides."""

_FORMS = tuple((form, re.compile(ends.replace(" ", "|"))) for form, ends in _ENDINGS)

ANSWERS = ("evet", "hayir")
"""What a referendum asks for, folded."""

_NARROWED = re.compile(r"(\w+?)[iu]yor\w*")
_LOOSE = re.compile(r"\w{4,}(?:[aeiu]rken|[ae]r[ae]k|m[iu]sken|makta|mekte)")
_NOT_YET = re.compile(r"(?!ol)\w{3,}m[ae](?:y[ae]n(?:lar|ler)?|m[iu]s|d[iu]k)")
"""`Kapanmayan sandık: 12`, `sayımı bitmeyen sandık 31`, `açılmadık 212 sandık`"""
_ABSENT = re.compile(r"katilma[dym]\w*")
"""`CHP'nin katılmadığı yarışta`: who did not take part tells nothing of the turnout."""
_ABLE = re.compile(r"(\w{1,8}?)y?[ae]bil(\w*)")
"""`aşabildi`, `ulaşabiliyor`: the stem and its ending."""
_LOOSE_EARLIER = re.compile(r"\w{3,}m[iu]st[iu](?:lar|ler|k|m)?")
_LOOSE_IF = re.compile(r"\w{2,}(?:[iu][ln]s[ae]|s[ae]yd[iu](?:k|m|n|lar|ler)?)")
"""`Yarın seçim yapılsa: ...`, `oyu ona gitseydi`"""
_LOOSE_OWN = re.compile(r"\w{2,}(?:[ae]cag[iu]z|[iu]yoruz|d[ae]y[iu]z|t[ae]y[iu]z)")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as it stands; ``sense`` None for one the tables do not know."""

    sense: Sense | None
    form: Form
    negated: bool = False


def _table(kind: str) -> dict[str, frozenset[Sense]]:
    """The words of one kind in the word list, with what each may do."""
    found: dict[str, frozenset[Sense]] = {}
    path = catalog.resource("turkiye", "words.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == kind:
                sense = frozenset([Sense(row["sense"])] if row["sense"] else ())
                for word in row["words"].split():
                    found[word] = found.get(word, frozenset()) | sense
    return found


_EXACT, _NOUNS, _STEMS, _VERBS, _NO_VERBS = (
    _table(kind) for kind in ("word", "noun", "stem", "verb", "none")
)
HEADLINE = tuple(_table("headline"))
"""How words of headlines begin that say nothing of what stands below them."""
EXAMPLES = tuple(_table("example"))
"""How words begin that say of figures that they only show how it will look."""
UNCOUNTED = (*_table("uncounted"), *EXAMPLES)
"""How words begin that say of figures below them that no box had them: rehearsals, chances."""
_INFLECTED = re.compile(
    r"(?:l[ae]r)?(?:[iu]m[iu]z|[iu]m|s?[iu]n|s?[iu])?"
    r"(?:n?[iu]n|[yn]?[ae]|[yn]?[iu]|n?[dt][ae]n?|n?[dt][ae]ki|y?l[ae])?(?:d[iu]r|yd[iu]|yken)?"
)
"""What may stand behind a noun: plural, whose it is, case, and that it is or was."""
_LONGEST_STEM = max(map(len, _STEMS))
_NEGATED = re.compile(r"(?:y?[ae])?(?:m[ae]z|m[ae]d|m[ae]y|m[iu]yor|m[ae]m)\w*")


@lru_cache(maxsize=32768)
def noun_senses(word: str) -> frozenset[Sense]:
    """What a folded word may do by its exact form and by the stem it begins with."""
    found = _EXACT.get(word, frozenset())
    for length in range(2, min(len(word), _LONGEST_STEM) + 1):
        found |= _STEMS.get(word[:length], frozenset())
        if (known := _NOUNS.get(word[:length])) and _INFLECTED.fullmatch(word[length:]):
            found |= known
    found -= {Sense.TURNOUT} if _ABSENT.fullmatch(word) else frozenset()
    return found | {Sense.CLOSED} if _NOT_YET.fullmatch(word) else found


@lru_cache(maxsize=32768)
def senses(word: str) -> frozenset[Sense]:
    """What a folded word may do, by its exact form, by its stem and as a verb."""
    found = noun_senses(word)
    if (spoken := verb(word)) is not None and spoken.sense is not None:
        found |= {spoken.sense}
        if spoken.form in (Form.FUTURE, Form.IF):
            found |= {Sense.HOPE}
        if spoken.negated:
            found |= {Sense.NEGATED}
    if _LOOSE_OWN.fullmatch(word) and Sense.BE not in found:
        found |= {Sense.SAY}
    return found


@lru_cache(maxsize=32768)
def verb(word: str) -> Verb | None:
    """A folded word as a verb: the longest known stem with a verb's ending, or a verb's ending."""
    if word in _NO_VERBS or len(word) < 3:
        return None
    able = _ABLE.fullmatch(word)
    if able is not None and able[1] in _VERBS and word not in _VERBS:
        word = able[1] + able[2]
    narrowed = _NARROWED.fullmatch(word)
    if narrowed is not None:
        # `bekliyor`, `topluyor`: the stem's last vowel narrows before -yor.
        for vowel in "ea":
            if (senses_of := _VERBS.get(narrowed[1] + vowel)) is not None:
                return Verb(next(iter(senses_of)), Form.FINITE)
    for length in range(min(len(word) - 1, 9), 1, -1):
        if word[:length] not in _VERBS:
            continue
        sense = next(iter(_VERBS[word[:length]]))
        rest = word[length:]
        for form, pattern in _FORMS:
            if pattern.fullmatch(rest):
                return Verb(sense, form, bool(_NEGATED.fullmatch(rest)))
    if _LOOSE_EARLIER.fullmatch(word):
        return Verb(None, Form.EARLIER)
    if _LOOSE_IF.fullmatch(word):
        return Verb(None, Form.IF)
    return Verb(None, Form.CONVERB) if _LOOSE.fullmatch(word) else None


_IN_PARTS = re.compile(
    r"(?:koy|cezaev|hapishane|hastane|gumruk|konsolosluk|kisla|kampus|kadin|erkek|genc|emekli"
    r"|universite|okul|kent|buyuksehir|gurbetci|ogrenci|memur|isci|ciftci)l[ae]r(?:[iu]n)?d[ae]n?"
    r"|gumrukt[ae]n?"
)
"""`Köylerde`, `Cezaevlerinde`, `Kadınlardan`: a part of the voters, as a place."""


def in_parts(word: str) -> bool:
    """Whether a folded word says in which part of the voters, and is no person's first name."""
    return _IN_PARTS.fullmatch(word) is not None
