"""The names a reading knows: agencies, places, parties, people, gathered into one phrase table.

Built once from an election, or from all of them for a reading without a file; nothing about
grammar enters.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, Protocol

from desk.country.places import children, provinces
from desk.facts import catalog
from desk.facts.election import CENTRE, OTHERS, OTHERS_PARTY, Election, Party, PartyKind
from desk.facts.names import place_names
from desk.facts.people import metropolis
from desk.reading.races import MAYOR, contests_of
from desk.reading.tokens import HIS, SUFFIXES, Token, TokenKind, case_of, fold
from desk.reading.vocabulary import ANSWERS

INDEPENDENT = "bagimsiz"
_CENTRE = fold(CENTRE)

_JOINERS = "-./"
_WORDS = (
    *("dem", "sol", "iyi", "deva", "ab", "tip", "genc", "vatan", "zafer", "gelecek"),
    *("saadet", "memleket"),
)
"""Abbreviations of parties that are words of the language as well."""


class Name(Enum):
    """What a phrase names."""

    AGENCY = "agency"
    PLACE = "place"
    PARTY = "party"
    PERSON = "person"
    ALLIANCE = "alliance"
    OPTION = "option"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a phrase. ``code`` is the agency's, party's or contender's code.

    ``name`` is the canonical name; ``party`` that of a person, ``province`` that of a place.
    A person of the file stands in ``contest``, in ``place`` only ("" everywhere); a ``minor``
    one is known by surname only among others of her contest.
    """

    kind: Name
    name: str
    code: str = ""
    party: str = ""
    province: str = ""
    contest: str = ""
    place: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words and every meaning they have, all of one kind first come."""

    words: tuple[str, ...]
    entries: tuple[Meaning, ...]


class Candidacy(Protocol):
    """Who stands where for whom: a person of the file."""

    @property
    def contest(self) -> str:
        """The contest's id."""

    @property
    def place(self) -> str:
        """A place's name; "" everywhere in the contest."""

    @property
    def party(self) -> str:
        """The contender's code."""

    @property
    def name(self) -> str:
        """The person's full name."""


@dataclass(frozen=True)
class Context:
    """What a reading may take for granted. Without an election nobody's party is known by name.

    ``year`` is the election's own year, so that figures of another one are left out;
    ``standing`` is who is known to stand: contest, party, and place ("" everywhere).
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    acronyms: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    ordinary: frozenset[str]
    first: frozenset[str]
    handles: Mapping[str, str]
    places: frozenset[str] = frozenset()
    standing: frozenset[tuple[str, str, str]] = frozenset()
    parties: Mapping[str, str] = field(default_factory=dict)
    contests: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    election: Election | None = None

    @staticmethod
    def national() -> Context:
        """All provinces and districts, all parties on file; people only as names."""
        return _national()

    @staticmethod
    def of(
        election: Election,
        aliases: Mapping[str, str] | None = None,
        people: Sequence[Candidacy] = (),
    ) -> Context:
        """The election's own names. ``aliases`` maps learned labels to contender codes.

        ``people`` are the file's candidates by contest, place and party.
        """
        context = _of(election, tuple(people))
        if not aliases:
            return context
        learned = [
            (label, Meaning(Name.ALIAS, label, code, _party_of(election, code)))
            for label, code in aliases.items()
        ]
        table = {first: list(phrases) for first, phrases in context.phrases.items()}
        for phrase in _phrases(learned):
            # What the editor has answered stands above what the files say.
            same = table.setdefault(phrase.words[0], [])
            same[:] = [other for other in same if other.words != phrase.words]
            same.append(phrase)
        return replace(context, phrases=_longest_first(table))

    def meant(self, contest: str | None, place: str | None) -> str | None:
        """The place a name means in a contest: where mayors are elected, a province's own town."""
        if self.election is None or contest is None or place not in self.places:
            return place
        return self.election.meant(contest, place or "")

    def stands(self, person: Meaning, place: str | None) -> bool:
        """Whether somebody stands in a place: there, everywhere, or in its metropolis."""
        if person.place in ("", place) or place not in self.places or self.election is None:
            return person.place in ("", place)
        return person.place == metropolis(self.election, person.contest, place or "")

    @property
    def is_national(self) -> bool:
        """Whether this is the reading without a file."""
        return self.election is None


def words_of(name: str) -> tuple[str, ...]:
    """A name as folded words; single letters with dots (A.A.) are one word."""
    joined = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", name)
    return tuple(fold(word) for word in re.findall(r"[^\W_]+", joined))


def _party_of(election: Election, code: str) -> str:
    for contest in election.contests:
        for contender in contest.contenders:
            if contender.code == code:
                return contender.party
    return code


@lru_cache(maxsize=1)
def _national() -> Context:
    known = [catalog.load(path) for path in catalog.elections().values()]
    pairs = [*_own_names(), *_parties(party for one in known for party in one.parties)]
    pairs += [
        (contender.candidate, Meaning(Name.PERSON, contender.candidate))
        for one in known
        for contest in one.contests
        for contender in contest.contenders
        if contender.candidate and contender.party != INDEPENDENT
    ]
    pairs += _national_places(frozenset())
    return _context(pairs, None)


def _is_strange(meaning: Meaning, codes: Container[str]) -> bool:
    return meaning.kind is Name.PARTY and meaning.code not in codes


@lru_cache(maxsize=8)
def _of(election: Election, people: tuple[Candidacy, ...]) -> Context:
    pairs = _places_of(election)
    pairs += _national_places(frozenset(name for name, _ in pairs))
    # Where the night itself votes on a question, its answers are rows of it.
    known = {Name.PERSON}
    if any(party.kind is PartyKind.CHOICE for party in election.parties):
        known.add(Name.OPTION)
    # A party of other elections has no code among this one's.
    codes = {party.code for party in election.parties}
    pairs += [
        (name, replace(one, code="", party="") if _is_strange(one, codes) else one)
        for name, one in _own_names()
        if one.kind not in known
    ]
    pairs += [
        (name, Meaning(Name.AGENCY, agency.code, agency.code))
        for agency in election.agencies
        for name in (agency.code, agency.name, *agency.aliases)
    ]
    pairs += _parties(election.parties)
    for contest in election.contests:
        for contender in contest.contenders:
            if contender.candidate:
                person = Meaning(
                    Name.PERSON,
                    contender.candidate,
                    contender.code,
                    contender.party,
                    "",
                    contest.id,
                )
                pairs += _called(person, contender.code in contest.shown, contender.party)
    stand = [Meaning(Name.PERSON, p.name, p.party, p.party, "", p.contest, p.place) for p in people]
    told = _told_mayors(election, frozenset(one.contest for one in people))
    for meaning in (*stand, *told):
        pairs += _called(meaning, True, meaning.party)
    context = _context(pairs, election)
    # Whom the press named may have been replaced: that somebody else stands is no surprise.
    hearsay = {(one.contest, one.party, one.place) for one in told}
    return replace(context, standing=context.standing - hearsay)


def _told_mayors(election: Election, listed: frozenset[str]) -> list[Meaning]:
    """Who stands for mayor where, as the press had it, unless the night has a list of its own."""
    contest = contests_of(election).get(MAYOR, "")
    if not contest or contest in listed:
        return []
    codes = {party.code for party in election.parties}
    held = {place.name: election.province_of(place.name) for place in election.held(contest)}
    return [
        Meaning(Name.PERSON, name, party, party, "", contest, place)
        for day, province, place, party, name in _mayors()
        if day == election.date.isoformat() and party in codes
        if (around := held.get(place)) is not None and around.name == province
    ]


@lru_cache(maxsize=1)
def _mayors() -> tuple[tuple[str, str, str, str, str], ...]:
    path = catalog.resource("turkiye", "mayors.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        (row["day"], row["province"], row["place"], row["party"], row["candidate"]) for row in rows
    )


def _places_of(election: Election) -> list[tuple[str, Meaning]]:
    """What a text calls the night's places, each by its bare name too."""
    pairs = list[tuple[str, Meaning]]()
    for place in election.places:
        province = election.province_of(place.name)
        inside = province.name if province and province is not place else ""
        meaning = Meaning(Name.PLACE, place.name, province=inside)
        pairs += [(name, meaning) for name in place_names(election, place)]
    return pairs


def _called(person: Meaning, well_known: bool, party: str) -> list[tuple[str, Meaning]]:
    """What a text calls a person: full name, surname; an independent by her full name alone."""
    words = words_of(person.name)
    pairs = [(person.name, person)]
    # `Mehmet Satuk Buğra Kavuncu` is called by one or more of her given names.
    pairs += [
        (" ".join((*given, words[-1])), person)
        for count in range(1, len(words) - 1)
        for given in itertools.combinations(words[:-1], count)
    ]
    if words and party != INDEPENDENT:
        pairs.append((words[-1], person if well_known else replace(person, minor=True)))
    return pairs


def _context(pairs: Iterable[tuple[str, Meaning]], election: Election | None) -> Context:
    pairs = list(pairs)
    table: dict[str, list[Phrase]] = {}
    for phrase in _phrases(pairs):
        table.setdefault(phrase.words[0], []).append(phrase)
    rows = _names()
    abbreviations = {
        fold(name)
        for name, entry in pairs
        if entry.kind in (Name.AGENCY, Name.PARTY, Name.PLACE) and name.isupper() and name.isalpha()
    }
    contests = (
        {}
        if election is None
        else {
            fold(name): contest.id
            for contest in election.contests
            for name in (contest.name_tr, *contest.aliases)
        }
    )
    return Context(
        phrases=_longest_first(table),
        acronyms=frozenset(abbreviations),
        surnames=frozenset(
            words[-1]
            for _, entry in pairs
            if entry.kind is Name.PERSON and (words := words_of(entry.name))
        ),
        given=frozenset(fold(name) for kind, name, _ in rows if kind == "given"),
        ordinary=frozenset(fold(name) for kind, name, _ in rows if kind == "ordinary"),
        first=frozenset(fold(name) for kind, name, _ in rows if kind == "first"),
        handles={fold(name): means for kind, name, means in rows if kind == "handle"},
        places=frozenset(place.name for place in election.places) if election else frozenset(),
        standing=frozenset(
            (entry.contest, entry.party, entry.place)
            for _, entry in pairs
            if entry.kind is Name.PERSON
        ),
        parties={entry.code: entry.name for _, entry in pairs if entry.kind is Name.PARTY},
        contests=contests,
        year=election.date.year if election else None,
        election=election,
    )


def _phrases(pairs: Iterable[tuple[str, Meaning]]) -> list[Phrase]:
    found: dict[tuple[str, ...], list[Meaning]] = {}
    for name, entry in pairs:
        words = words_of(name)
        if words and entry not in (entries := found.setdefault(words, [])):
            entries.append(entry)
    return [Phrase(words, tuple(entries)) for words, entries in found.items()]


def _longest_first(table: Mapping[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))
        for first, phrases in table.items()
    }


def _parties(parties: Iterable[Party]) -> list[tuple[str, Meaning]]:
    pairs = [
        (name, Meaning(Name.PARTY, party.short, party.code, party.code))
        for party in parties
        for name in (party.short, party.name, *party.aliases)
        if "(" not in name
    ]
    rest = Meaning(Name.PARTY, OTHERS_PARTY.short, OTHERS, OTHERS)
    pairs += [("Bağımsızlar", pair[1]) for pair in pairs if pair[1].code == INDEPENDENT][:1]
    suffixes = ("", " partiler", " adaylar")
    pairs += [
        (name + more, rest)
        for name in (OTHERS_PARTY.short, *OTHERS_PARTY.aliases)
        for more in suffixes
    ]
    return pairs


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str, str], ...]:
    path = catalog.resource("turkiye", "names.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple((row["kind"], row["name"], row["means"]) for row in csv.DictReader(file))


@lru_cache(maxsize=1)
def countrywide() -> frozenset[str]:
    """The folded surnames of those who stood for president: theirs are all the country's votes."""
    stood = (name for kind, name, means in _names() if (kind, means) == ("person", "CB"))
    return frozenset(words_of(name)[-1] for name in stood)


@lru_cache(maxsize=1)
def _districts() -> tuple[tuple[str, str], ...]:
    return tuple(
        (province.name, district.name)
        for province in provinces()
        for district in children(province.id)
    )


def _own_names() -> list[tuple[str, Meaning]]:
    kinds = {"agency": Name.AGENCY, "party": Name.PARTY, "alliance": Name.ALLIANCE}
    pairs: list[tuple[str, Meaning]] = []
    for kind, name, means in _names():
        if kind == "person":
            pairs.append((name, Meaning(Name.PERSON, name)))
        elif kind == "agency":
            pairs.append((name, Meaning(Name.AGENCY, means, means)))
        elif kind in kinds:
            pairs.append((name, Meaning(kinds[kind], name, means, means)))
    for option, plural in (("Evet", "Evetler"), ("Hayır", "Hayırlar")):
        meaning = Meaning(Name.OPTION, option)
        pairs += [(option, meaning), (plural, meaning)]
    return pairs


def _national_places(own: frozenset[str]) -> list[tuple[str, Meaning]]:
    """Every province and district, less those whose name the election's own places settle."""
    own_folded = {words_of(name) for name in own}
    pairs = [(province, Meaning(Name.PLACE, province)) for province, _ in _districts()]
    pairs += [
        (district, Meaning(Name.PLACE, district, province=province))
        for province, district in _districts()
        if district != "Merkez"
    ]
    pairs = [pair for pair in pairs if words_of(pair[0]) not in own_folded]
    provinces = {district: province for province, district in _districts()}
    pairs += [
        (name, Meaning(Name.PLACE, means, province=provinces.get(means, "")))
        for kind, name, means in _names()
        if kind == "place" and words_of(name) not in own_folded
    ]
    return pairs


class KnownName(NamedTuple):
    """A known name at ``tokens[start:stop]``, with the case its suffix makes."""

    phrase: Phrase
    stop: int
    case: str

    def of(self, *kinds: Name) -> tuple[Meaning, ...]:
        """Its meanings of these kinds."""
        return tuple([entry for entry in self.phrase.entries if entry.kind in kinds])


def find(
    tokens: Sequence[Token], index: int, context: Context, lower_case: bool
) -> KnownName | None:
    """The longest known name at ``index``. ``lower_case``: the whole line is in small letters."""
    token = tokens[index]
    if token.kind is not TokenKind.WORD or _answers(tokens, index):
        return None
    if not (token.capital or lower_case or token.fold in context.acronyms):
        return _option(tokens, index, context)
    short = lower_case and not token.capital and len(token.fold) < 3 and token.fold != "ak"
    short = short and token.fold not in context.acronyms
    for phrase in context.phrases.get(token.fold, ()):
        if short and len(phrase.words) == 1:
            continue
        if (stop := match(tokens, index, phrase.words)) and _stands(phrase, token, lower_case):
            return KnownName(phrase, stop, _case_behind(phrase, tokens[stop - 1].suffix))
    return _answered(tokens, index, context)


def _case_behind(phrase: Phrase, suffix: str) -> str:
    """The case a suffix makes; an answer may be told of in the plural: `'Hayır'ların oranı`."""
    many = phrase.entries[0].kind is Name.OPTION and suffix.startswith(("ler", "lar"))
    return case_of(suffix[3:] if many else suffix)


def _answers(tokens: Sequence[Token], index: int) -> bool:
    """`Ünlüce önde mi? Evet, yüzde 51,1 ile`: the answer to what was asked."""
    answer = tokens[index].fold in ANSWERS
    asked = answer and index > 0 and tokens[index - 1].is_mark("?")
    return asked and index + 1 < len(tokens) and tokens[index + 1].is_mark(",")


_ANSWERED = re.compile("(evet|hayir)(in|[iea]|[td][ea]n?|l[ea])")


def _option(tokens: Sequence[Token], index: int, context: Context) -> KnownName | None:
    """`evet`, `hayır`, `diğer`: the only names that need no capital."""
    phrases = context.phrases.get(tokens[index].fold, ())
    for one in phrases:
        if is_plain(one) and (stop := match(tokens, index, one.words)):
            return KnownName(one, stop, _case_behind(one, tokens[stop - 1].suffix))
    return _answered(tokens, index, context)


def is_plain(phrase: Phrase) -> bool:
    return phrase.entries[0].kind is Name.OPTION or phrase.entries[0].code == OTHERS


def _answered(tokens: Sequence[Token], index: int, context: Context) -> KnownName | None:
    """`evete yüzde 51, hayırın oranı`: an answer's case is written on."""
    told = _ANSWERED.fullmatch(tokens[index].fold)
    for one in context.phrases.get(told[1], ()) if told else ():
        if told and one.words == (told[1],) and one.entries[0].kind is Name.OPTION:
            return KnownName(one, index + 1, case_of(told[2]))
    return None


def _stands(phrase: Phrase, token: Token, lower_case: bool) -> bool:
    """Small letters do for abbreviations; a word of the language needs its capital."""
    if phrase.words == ("ak",) and token.text == "Ak":
        # `Veli Ak`: a surname.
        return False
    if token.capital or lower_case:
        return True
    return len(phrase.words) > 1 or token.fold not in _WORDS


def is_also_a_word(word: str) -> bool:
    """Whether a party's abbreviation is a word of the language as well: `iyi`, `genç`."""
    return word in _WORDS


def match(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int:
    """Where the words end, or 0. Between them a joining mark without blanks may stand."""
    position = index
    for number, word in enumerate(words):
        if number:
            if position >= len(tokens) or not _goes_on(tokens[position - 1], word):
                return 0
            if tokens[position].is_mark(_JOINERS) and not tokens[position].gap:
                position += 1
        if position >= len(tokens) or tokens[position].kind is not TokenKind.WORD:
            return 0
        fold = tokens[position].fold
        last = number == len(words) - 1
        if fold != word and not (last and number and bare_suffix(fold, word)):
            return 0
        position += 1
    return position


def _goes_on(token: Token, word: str) -> bool:
    """Whether a name may go on behind a token: bare, or as in `Çanakkale'nin merkez ilçesi`."""
    return not token.suffix or (word == _CENTRE and case_of(token.suffix) == "gen")


def bare_suffix(fold: str, word: str) -> str:
    """What is written on to the last of a name's words, if it can only be a suffix."""
    rest = fold[len(word) :] if fold.startswith(word) else ""
    own = word == "parti" and rest.startswith("si")
    written = own and rest[2:] in ("", *SUFFIXES)
    return rest if written or rest in SUFFIXES or HIS.fullmatch(rest) else ""
