"""Shapes of sentences: Turkish with slots, as the table of patterns prints them and as they are
read.

``{who:gen} farkı {num} puan`` has a slot for a contender with a genitive and one for a number;
what stands in ``[]`` may be missing. A slot is named by what stands in it, with a digit behind it
where there are several. What is not of a known sort is read by a shape of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache

SUFFIXES = {
    "abl": "dan|den|tan|ten|ndan|nden",
    "acc": "ı|i|u|ü|yı|yi|yu|yü|nı|ni|nu|nü",
    "dat": "a|e|ya|ye|na|ne",
    "gen": "ın|in|un|ün|nın|nin|nun|nün",
    "loc": "da|de|ta|te|nda|nde",
    "poss": "ı|i|u|ü|sı|si|su|sü",
}
"""Which endings make a case, whatever the vowels."""

OF_ANSWERS = {"abl": "ından", "acc": "ını", "dat": "ına", "gen": "ının"}
"""The same behind *evet oylar*: an answer takes none itself."""

SHOWN = {"abl": "'dan", "acc": "'yı", "dat": "'ya", "gen": "'nın", "loc": "'da", "poss": "'i"}
"""The ending that stands for its case in the table of patterns."""

UNITS = " puandan fazla| puan| oy| milletvekili| üye"
"""What may stand behind a number that was printed."""

COUNTED = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on")

SMALL = str.maketrans({"I": "ı", "İ": "i"})
LARGE = str.maketrans({"ı": "I", "i": "İ"})


def small(text: str) -> str:
    """The text with a small letter at its beginning, the Turkish way."""
    return text[:1].translate(SMALL).lower() + text[1:]


def large(text: str) -> str:
    """The text in capitals, the Turkish way."""
    return text.translate(LARGE).upper()


@dataclass(frozen=True)
class House:
    """How the house writes, as far as a reader has to know it to hold digits against digits."""

    decimal: str = ","
    clock: str = "."
    padded: bool = False
    dashed: bool = False
    people: bool = True
    most: int | None = None
    others: bool = True

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> House:
        """The house of some settings of a file."""
        seed = settings.get("style") == "seed"
        most = settings.get("contenders", "all")
        return cls(
            {"comma": ",", "dot": "."}[settings.get("decimal-mark", "dot" if seed else "comma")],
            {"dot": ".", "colon": ":"}[settings.get("time-mark", "dot")],
            settings.get("decimals") == "two",
            settings.get("line", "dash" if seed else "plain") == "dash",
            settings.get("names", "parties" if seed else "people") == "people",
            None if most == "all" else int(most),
            settings.get("others", "yes") == "yes",
        )

    def digits(self, text: str) -> str:
        """A number of the CSV as the house prints it."""
        whole, _, decimals = text.partition(".")
        if self.padded:
            decimals = decimals.ljust(2, "0")
        return f"{whole}{self.decimal}{decimals}" if decimals else whole

    def number(self, text: str) -> Decimal:
        """What a printed share or difference says."""
        return Decimal(text.replace(self.decimal, "."))

    def time(self, text: str) -> str:
        """A printed clock time with a colon."""
        return text.replace(self.clock, ":")


@dataclass(frozen=True, eq=False)
class Names:
    """What an election calls its agencies, places and contenders, and the parties of these."""

    agencies: tuple[str, ...]
    province: str
    districts: tuple[str, ...]
    labels: Mapping[str, str]
    surnames: Mapping[str, str]
    title: str
    order: tuple[str, ...] = ()
    spoken: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What some places are called, and where they are, where that is not the name with a suffix."""
    noun: str = "ilçede"
    """What the places are counted as."""
    former: Mapping[str, str] = field(default_factory=dict)
    """Which party was first last time, by place."""
    persons: tuple[str, ...] = ()
    """Who stands for president, where more than two do."""
    seat: str = "üye"
    """What is won, counted."""
    seats: int = 0
    """All seats of a parliament."""
    alliances: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Parties that are told together, by what they are called then."""
    folded: tuple[str, ...] = ()
    """Contenders that are alliances themselves, by what they are called."""
    quitters: tuple[str, ...] = ()
    """Who has withdrawn, by the whole name."""
    outside: tuple[str, ...] = ()
    """Places that are told by themselves, beside the whole."""
    elected: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Seats by party last time, by place."""

    def called(self, place: str) -> str:
        """What a place is called."""
        return self.spoken.get(place, (place, ""))[0]

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Places by what they are called."""
        every = (*self.districts, *([self.province] if self.province else ()))
        return {self.called(place): place for place in every}

    @cached_property
    def spots(self) -> Mapping[str, str]:
        """Places by where they are, where that is not the name with a suffix."""
        return {where: place for place, (_, where) in self.spoken.items() if where}

    def position(self, code: str) -> int:
        """Where tables list a contender: the usual ones first, then as the ballot has them."""
        return self.order.index(code) if code in self.order else len(self.order)

    def codes(self, called: str) -> tuple[str, ...]:
        """Whom a name means: contenders by their codes."""
        return self._called.get(small(called), ())

    @cached_property
    def _called(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, name in (*self.labels.items(), *self.surnames.items()):
            known = found.get(small(name), ())
            found[small(name)] = known if code in known else (*known, code)
        return found

    def headings(self) -> dict[str, str]:
        """Places by what may stand above their lines."""
        return {large(name): place for name, place in self.by_name.items()} | {**self.by_name}


@dataclass
class Slots:
    """What stands in the slots of a sentence; it knows which of them have been asked for."""

    text: str
    found: dict[str, str | None]
    asked: set[str] = field(default_factory=set)

    def __getitem__(self, name: str) -> str:
        """What stands in a slot; empty where it is left out, or the shape has none."""
        self.asked.add(name)
        return self.found.get(name) or ""

    @property
    def unread(self) -> set[str]:
        """Slots with something in them that nobody asked for."""
        return {name for name, text in self.found.items() if text} - self.asked


def alternatives(names: Iterable[str]) -> str:
    """Any of some names, the longest first."""
    every = {way for name in names for way in (name, name[:1].translate(LARGE).upper() + name[1:])}
    return "|".join(map(re.escape, sorted(every, key=lambda name: (-len(name), name))))


@lru_cache(maxsize=64)
def _sorts(names: Names, house: House) -> Mapping[str, str]:
    """What may stand in a slot of each sort."""
    decimals, count = re.escape(house.decimal), r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+"
    number = rf"[0-9]+(?:{decimals}[0-9]+)?"
    places, agencies = alternatives(names.by_name), alternatives(names.agencies)
    plain = [names.called(place) for place in names.districts if place not in names.spoken]
    spots = [*names.spots, *([f"{names.province} genelinde"] if names.province else [])]
    forms = [alternatives(spots)] if spots else []
    if plain:
        forms.append(f"(?:{alternatives(plain)})'?(?:{SUFFIXES['loc']})")
    locative = f"(?:{'|'.join(forms)})"
    some = f"(?:{agencies})(?:, (?:{agencies}))*(?: ve (?:{agencies}))?"
    clock = f"[0-9]{{2}}{re.escape(house.clock)}[0-9]{{2}}"
    return {
        "agency": agencies,
        "place": places,
        "where": locative,
        "who": alternatives([*names.labels.values(), *names.surnames.values()]),
        "num": number,
        "margin": f"{number} puan(?: ve (?:{count}) oy)?|(?:{count}) oy|{number}",
        "share": f"(?:[yY]üzde |%){number}",
        "count": count,
        "clock": clock,
        "clocks": f"{clock}–{clock}",
        "places": f"(?:{places})(?:, (?:{places}))*(?: ve (?:{places}))?",
        "places_in": f"(?:(?:{places})(?:, (?:{places}))* ve )?{locative}",
        "agencies": some,
        "by_whom": rf"(?:(?:{'|'.join(COUNTED[2:])}) ajansa|{some}'?(?:{SUFFIXES['dat']})) göre",
        "pair": f"(?:{agencies}) ile (?:{agencies})",
        "value": rf"(?:[yY]üzde |%)?(?:{number}|{count})(?:{UNITS})?|fark yok",
        "item": "açılan sandık oranı|açılan sandık|toplam sandık|katılım|fark|oy farkı",
        "gone": "geri çekildi|düzeltilen veride yok",
        "noun": "ilçede|ilde|belediyede|yerde",
        "seat": names.seat,
        "alliance": alternatives(names.alliances) if names.alliances else "(?!)",
        "counted": "ilçe|il|belediye|yer",
        "title": alternatives([names.title]),
        "race": f"(?:{alternatives([names.title])})(?: yarışında|nda|nde)",
        "word": "|".join(COUNTED[1:]),
    }


_SLOT = re.compile(r"\{([a-z_]+)([0-9]?)(?::([a-z]+))?\}|\[|\]")


@lru_cache(maxsize=4096)
def compiled(shape: str, names: Names, house: House) -> re.Pattern[str]:
    """A shape as it is read: in an election, by a house's way to write."""
    sorts = _sorts(names, house)
    parts, last = ["^"], 0
    for found in _SLOT.finditer(shape):
        parts.append(re.escape(shape[last : found.start()]))
        last = found.end()
        if found[0] in "[]":
            parts.append("(?:" if found[0] == "[" else ")?")
            continue
        inside = sorts.get(found[1], ".+?")
        parts.append(f"(?P<{found[1]}{found[2]}>{inside})")
        if found[3]:
            endings = f"'?(?:{SUFFIXES[found[3]]})"
            if found[1] == "who" and found[3] in OF_ANSWERS:
                endings = f"(?:{endings}| oylar{OF_ANSWERS[found[3]]})"
            parts.append(endings)
    return re.compile("".join([*parts, re.escape(shape[last:]), "$"]))


def read_as(shape: str, text: str, names: Names, house: House) -> Slots | None:
    """A text by a shape, also where only its first letter is a capital; None if it is another."""
    pattern = compiled(shape, names, house)
    found = pattern.match(text) or pattern.match(small(text))
    return None if found is None else Slots(text, found.groupdict())


def shown(shape: str) -> str:
    """A shape as the table of patterns prints it."""

    def slot(found: re.Match[str]) -> str:
        if found[0] in "[]":
            return found[0]
        return f"‹{found[1].replace('_', ' ')}›{SHOWN.get(found[3] or '', '')}"

    return _SLOT.sub(slot, shape)
