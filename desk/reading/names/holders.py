"""Contenders as texts call them: `CHP adayı Ekrem İmamoğlu`, `Murat Kurum (AKP)`, `Diğer`.

A contender is recognised by its own words and the names met before; which figure is its own never
enters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from desk.facts.election import OTHERS
from desk.reading.lexicon import INDEPENDENT, Context, KnownName, Meaning, Name, find
from desk.reading.numbers import MONTHS, YEAR, starts_number
from desk.reading.races import FORMER, is_metropolis, is_raced, race_at
from desk.reading.sources import tells_of_itself
from desk.reading.tokens import Token, TokenKind, case_of, fold, fold_at, is_inflected, is_number
from desk.reading.units import Claimant, Memory
from desk.reading.vocabulary import Sense, in_parts, noun_senses, senses, verb
from desk.turkish import title

_LONGEST_NAME = 5
_LONGEST_TITLE = 10
_CALLED = ("baskan", "bey", "hanim", "hoca", "reis", "abi")
OWN_CASES = ("", "gen")
_PARTY_CASES = ("", "gen", "rel", "abl")
_PERSON_ENDS = ("", "gen", "ins", "dat", "acc", "abl", "loc", "ki", "other", "poss")


class ClaimantFound(NamedTuple):
    """A contender at ``tokens[start:stop]``; its stem ends at ``end``."""

    holder: Claimant
    start: int
    stop: int
    end: int
    case: str


class Holders:
    """Reads the contenders of one text; a full name tells whom a surname below means."""

    def __init__(self, context: Context, memory: Memory) -> None:
        self._context = context
        self._memory = memory

    def met(self, surname: str) -> bool:
        """Whether somebody of this surname was named in full before."""
        return self._memory.people.get(surname) is not None

    def read(
        self, tokens: Sequence[Token], index: int, found: KnownName | None, lower_case: bool
    ) -> ClaimantFound | None:
        """The contender that begins at ``index``, or None; ``found`` is the name known there."""
        if found is not None:
            if entries := found.of(Name.ALIAS) or found.of(Name.OPTION):
                return self._plain(tokens, index, found, entries)
            if found.of(Name.PARTY, Name.ALLIANCE):
                return self._party(tokens, index, found, lower_case)
        elif not (lower_case or tokens[index].capital):
            return None
        return self._person(tokens, index, lower_case)

    def _plain(
        self, tokens: Sequence[Token], index: int, found: KnownName, entries: tuple[Meaning, ...]
    ) -> ClaimantFound:
        alias = entries[0].code if entries[0].kind is Name.ALIAS else ""
        text, end = _text(tokens, index, found.stop), tokens[found.stop - 1].end
        if entries[0].kind is Name.OPTION:
            # `Hayırlar`: the plural is a suffix like any other.
            end -= len(text) - len(entries[0].name) if len(text) > len(entries[0].name) else 0
            text = text[: len(entries[0].name)]
        parties = tuple(dict.fromkeys(entry.party for entry in entries if entry.party))
        return ClaimantFound(
            Claimant(text, parties, alias=alias), index, found.stop, end, found.case
        )

    def _of_alliance(
        self, tokens: Sequence[Token], index: int, found: KnownName, after: int, lower_case: bool
    ) -> ClaimantFound | None:
        """`Millet İttifakı'nın CHP'li adayı Tanju Özcan`: the party that put her up is hers."""
        named = found.case == "gen" or after > found.stop
        if not found.of(Name.ALLIANCE) or not named or after >= len(tokens):
            return None
        inner = find(tokens, after, self._context, lower_case)
        if not (inner and inner.of(Name.PARTY)):
            return None
        own = self._party(tokens, after, inner, lower_case)
        if own is None or own.holder.is_others:
            return None
        text = _text(tokens, index, own.stop)
        return own._replace(holder=replace(own.holder, text=text), start=index)

    def _party(
        self, tokens: Sequence[Token], index: int, found: KnownName, lower_case: bool
    ) -> ClaimantFound | None:
        entries = found.of(Name.PARTY, Name.ALLIANCE)
        parties = tuple(dict.fromkeys(entry.code for entry in entries if entry.code))
        stop, joint = self._partners(tokens, found.stop, lower_case)
        if joint:
            # Two parties of one figure: nobody's own.
            return _found(
                tokens,
                Claimant(_text(tokens, index, stop)),
                index,
                stop,
                case_of(tokens[stop - 1].suffix),
            )
        after, hint, race = skip_title(tokens, stop, lower_case, self._context)
        if put_up := self._of_alliance(tokens, index, found, after, lower_case):
            return put_up
        if after == stop and found.case == "abl" and _stands_for(tokens, stop):
            after, hint, race = skip_title(tokens, stop + 1, lower_case, self._context)
        if any(token.fold == "bagimsiz" for token in tokens[stop:after]):
            # `BBP'nin eski başkanı bağımsız aday`: her party of today is none.
            parties = (INDEPENDENT,)
        person = None
        if OTHERS not in parties and found.case in _PARTY_CASES:
            if named := self._given_name(tokens, index, found, after, lower_case):
                return named
            person = self._candidate(tokens, stop, after, lower_case)
        if person and person.case in _PERSON_ENDS:
            own = replace(person.holder, text=_text(tokens, index, person.stop), twins=())
            own = self._with_party(own, parties)
            own = replace(own, hint=hint or own.hint, race=race or own.race)
            # `AK Parti'nin Mesut Üner'i`: hers, and no object.
            hers = person.case == "acc" and found.case == "gen" and after == found.stop
            return person._replace(holder=own, start=index, case="poss" if hers else person.case)
        if parties == (INDEPENDENT,) and stop < len(tokens) and after > stop:
            return None
        case, own_end = found.case, stop
        if after > stop:
            # `CHP adayı`, `CHP'li başkan` without a name: the words belong to the contender.
            stop, case = (
                after,
                case_of(tokens[after - 1].suffix) or _bare_case(tokens[after - 1].fold),
            )
        elif case == "rel":
            return None
        # Of a party without a code its name alone says who it is.
        told = stop if parties else own_end
        holder = Claimant(_text(tokens, index, told), parties, hint=hint, race=race)
        return ClaimantFound(holder, index, stop, tokens[told - 1].end, case)

    def _partners(self, tokens: Sequence[Token], stop: int, lower_case: bool) -> tuple[int, bool]:
        """`AKP-MHP`: the end of a pair of parties written as one."""
        joint = False
        while (
            stop + 1 < len(tokens)
            and tokens[stop].is_mark("-/+")
            and not tokens[stop].gap
            and not tokens[stop + 1].gap
            and (other := find(tokens, stop + 1, self._context, lower_case))
            and other.of(Name.PARTY)
        ):
            stop, joint = other.stop, True
        return stop, joint

    def _person(
        self, tokens: Sequence[Token], index: int, lower_case: bool
    ) -> ClaimantFound | None:
        if (first := _skip_initials(tokens, index)) >= len(tokens):
            return None
        found = find(tokens, first, self._context, lower_case)
        people = found.of(Name.PERSON) if found else ()
        in_town = found and found.case == "loc" and found.of(Name.PLACE)
        if found and people and not (in_town or self._goes_on(tokens, found)):
            holder = self._known(tokens, index, found, people)
            return self._bracketed(tokens, _found(tokens, holder, index, found.stop, found.case))
        stop = self._name_end(tokens, first, lower_case)
        if stop == first or (stop == first + 1 and is_inflected(tokens, first)):
            return None
        read = self._bracketed(tokens, self._named(tokens, index, stop))
        if stop - index > 1:
            self._memory.learn(tokens[stop - 1].fold, read.holder)
        return read

    def _goes_on(self, tokens: Sequence[Token], found: KnownName) -> bool:
        """`Polat Demir`: a known surname in front of another name is a given name.

        Behind a full name one word more makes another person (`Gökhan Yüksel Akyol`).
        """
        if found.case or found.stop >= len(tokens):
            return False
        after = tokens[found.stop]
        if len(found.phrase.words) > 1:
            beyond = tokens[found.stop + 1] if found.stop + 1 < len(tokens) else None
            if after.text.isupper() or after.suffix or (beyond is not None and _is_name(beyond)):
                return False
        return (
            _is_name(after)
            and not starts_number(tokens, found.stop)
            and find(tokens, found.stop, self._context, False) is None
        )

    def _known(
        self, tokens: Sequence[Token], index: int, found: KnownName, people: tuple[Meaning, ...]
    ) -> Claimant:
        text = _text(tokens, index, found.stop)
        if self._context.is_national:
            holder = Claimant(text, candidate=_proper(text), twins=found.of(Name.PLACE))
            self._memory.learn(tokens[found.stop - 1].fold, holder)
            return holder
        name = people[0].name if len({entry.name for entry in people}) == 1 else _proper(text)
        return Claimant(text, candidate=name, people=people)

    def _name_end(self, tokens: Sequence[Token], index: int, lower_case: bool) -> int:
        """Where a run of words that can be a person's name ends."""
        stop = index
        while stop < len(tokens) and stop - index < _LONGEST_NAME:
            if not self._can_name(tokens, stop, index, lower_case):
                break
            stop += 1
            if tokens[stop - 1].suffix:
                break
        called = stop < len(tokens) and tokens[stop].capital and tokens[stop].fold in _CALLED
        if index < stop < index + 3 and called and not tokens[stop - 1].suffix:
            # `Ekrem Başkan`, `Binali Bey`: how a speaker calls somebody.
            return stop + 1
        given = stop - index == 1 and tokens[index].fold in self._context.given
        valued = stop < len(tokens) and given and starts_number(tokens, stop)
        return index if given and not valued else stop

    def _can_name(
        self, tokens: Sequence[Token], position: int, start: int, lower_case: bool
    ) -> bool:
        token = tokens[position]
        if lower_case and self._in_small(tokens, position):
            return True
        # `Beştaş İstanbul genelinde`
        whole = position > start and fold_at(tokens, position + 1).startswith("genelin")
        if whole or not token.capital or starts_number(tokens, position):
            return False
        if token.fold in MONTHS and position > start:
            # Kasım, Mayıs: a month inside a name is a given name.
            ends = position > start + 1 and starts_number(tokens, position + 1)
            ends = ends and not YEAR.fullmatch(tokens[position + 1].text)
            return not token.suffix and (ends or self._can_follow(tokens, position + 1))
        given = position == start and token.fold in MONTHS and token.fold in self._context.given
        if self._again(tokens, position) or (given and self._can_follow(tokens, position + 1)):
            # `CHP adayı Kasım Demirci`: a month that is a given name, before a family name.
            return True
        if not _is_name(token):
            # `Ömer Ay yüzde 56`: a word behind a name, before the figure.
            begun = position > start and _is_name(tokens[position - 1])
            return begun and (_is_shouted_name(tokens, position) or _is_valued(tokens, position))
        found = find(tokens, position, self._context, lower_case)
        if not found or (position == start and token.fold in self._context.surnames):
            return True
        if found.of(Name.PERSON) and (found.stop == position + 1 or position == start):
            return position > start or self._goes_on(tokens, found)
        if found.of(Name.AGENCY) and token.fold not in self._context.acronyms and not token.suffix:
            # `Cihan Altınbaş`, `Utku Cihan yüzde 55,7`
            ends = position + 1 == len(tokens)
            valued = position > start and not ends and starts_number(tokens, position + 1)
            return valued or (position == start and self._can_follow(tokens, position + 1))
        # A district may be a given name (Fatih) or a family name, but then it has no suffix
        # and stands inside a name.
        known = self._context.given | self._context.surnames
        voted = found.case == "dat" and is_number(tokens, position + 1)
        # `Ferdi Zeyrek Manisa Büyükşehir Belediye Başkanlığı'nı ...`
        town = is_metropolis(tokens, found.stop)
        inner = position > start and found.case not in ("loc", "ki")
        inner = inner and (token.fold in known or voted)
        if not found.of(Name.PLACE) or found.stop > position + 1:
            return False
        if found.case not in OWN_CASES and not inner:
            return False
        if position > start:
            return position <= start + 2 - 2 * town and (
                token.fold in known or self._family(tokens, position, found)
            )
        return token.fold in known and self._can_follow(tokens, position + 1)

    def _again(self, tokens: Sequence[Token], position: int) -> bool:
        """`AK Partili Genç`: a surname that is a word, behind a party, of somebody named before."""
        before = tokens[position - 1] if position else None
        told = before is not None and (before.suffix in ("li", "lu") or before.fold == "partili")
        return told and self.met(tokens[position].fold)

    def _in_small(self, tokens: Sequence[Token], position: int) -> bool:
        """`erdoğan 53,1 ince 30,4` in a line of small letters: a surname before its figure."""
        follows = position + 1 < len(tokens)
        valued = not follows or starts_number(tokens, position + 1)
        return valued and tokens[position].fold in self._context.surnames

    def _family(self, tokens: Sequence[Token], position: int, found: KnownName) -> bool:
        """`İsmet Yıldırım`: a far district's name behind a name is a family name."""
        own = any(entry.name in self._context.places for entry in found.of(Name.PLACE))
        after = tokens[position + 1] if position + 1 < len(tokens) else None
        alone = after is None or not after.is_mark(":")
        return not own and alone and not tokens[position].text.isupper()

    def _can_follow(self, tokens: Sequence[Token], position: int) -> bool:
        if position >= len(tokens) or not _is_name(tokens[position]):
            return False
        found = find(tokens, position, self._context, False)
        return found is None or not found.of(Name.PARTY, Name.AGENCY)

    def _given_name(
        self, tokens: Sequence[Token], index: int, found: KnownName, after: int, lower_case: bool
    ) -> ClaimantFound | None:
        """`Zafer Alsaç`: a party's name that is a given name too."""
        if found.phrase.words != ("zafer",) or found.case or after > found.stop:
            return None
        person = self._person(tokens, after, lower_case)
        if person is None and self._named_as_party(tokens, index) and not lower_case:
            # `aday gösterdiği Zafer Çoktan`: the family name is a word of the language.
            ends = after + 1 == len(tokens) or not tokens[after + 1].capital
            return self._named(tokens, index, after + 1) if ends else None
        if person is None or person.holder.known or _is_full(person):
            return None
        own = replace(person.holder, text=_text(tokens, index, person.stop), sure=True)
        return person._replace(holder=own, start=index)

    def _candidate(
        self, tokens: Sequence[Token], stop: int, after: int, lower_case: bool
    ) -> ClaimantFound | None:
        """The person behind a party, or behind the title at ``stop`` that follows it."""
        person = self._person(tokens, after, lower_case)
        if after > stop:
            if person is None and self._named_as_party(tokens, after):
                # `AK Parti adayı Zafer Çoktan`: behind the title stands a name.
                return self._named(tokens, after, after + 2)
            return person
        told = person and (person.holder.known or _is_full(person) or self._again(tokens, after))
        return person if told else None

    def _named_as_party(self, tokens: Sequence[Token], at: int) -> bool:
        """Two capital words of which the first is a party's name as well."""
        if at + 1 >= len(tokens) or tokens[at].suffix or tokens[at].text.isupper():
            return False
        one, two = find(tokens, at, self._context, False), tokens[at + 1]
        if one is None or not one.of(Name.PARTY) or one.stop > at + 1:
            return False
        named = two.kind is TokenKind.WORD and two.capital and not starts_number(tokens, at + 1)
        return named and find(tokens, at + 1, self._context, False) is None

    def _named(self, tokens: Sequence[Token], index: int, stop: int) -> ClaimantFound:
        """A name by its form alone: two words make one, a single word needs a reason."""
        text = _text(tokens, index, stop)
        last = tokens[stop - 1]
        case = case_of(last.suffix)
        holder = Claimant(text, candidate=_proper(text), known=False)
        if (found := find(tokens, index, self._context, False)) and not found.case:
            holder = replace(holder, twins=found.of(Name.PLACE))
        if stop - index == 1:
            suffix = self._bare_suffix(last)
            if suffix:
                # `İncenin oy oranı`: a known surname with its suffix and no apostrophe.
                last = last._replace(
                    text=last.text[: -len(suffix)],
                    fold=last.fold[: -len(suffix)],
                    end=last.end - len(suffix),
                )
                text, case = last.text, case_of(suffix)
                holder = replace(holder, text=text, candidate=_proper(text))
            met = self._memory.people.get(last.fold)
            before = tokens[index - 1].fold if index else ""
            titled = Sense.ROLE in senses(before) and before not in (
                "ilce",
                "il",
                "buyuksehir",
                "belediyesi",
            )
            sure = met is not None or last.fold in self._context.surnames or titled
            holder = replace(holder, sure=sure)
            if met is not None:
                holder = replace(met, text=text, twins=holder.twins)
            if suffix:
                return ClaimantFound(holder, index, stop, last.end, case)
        return _found(tokens, holder, index, stop, case)

    def _bare_suffix(self, token: Token) -> str:
        """The suffix of a surname written without an apostrophe, or nothing."""
        for length in (3, 2):
            suffix = token.fold[-length:]
            known = token.fold[:-length] in self._context.surnames
            if known and not token.suffix and case_of(suffix) in ("gen", "dat", "acc"):
                return suffix
        return ""

    def _bracketed(self, tokens: Sequence[Token], read: ClaimantFound) -> ClaimantFound:
        """`Murat Kurum (AKP)`, `(CHP, Fatih Belediye Başkan adayı)`: take the brackets in."""
        opening = read.stop
        if opening + 1 >= len(tokens) or tokens[opening].text != "(":
            return read
        inside = range(opening + 1, min(opening + 12, len(tokens)))
        closing = next((at for at in inside if tokens[at].text == ")"), 0)
        if not closing or any(token.kind is TokenKind.NUMBER for token in tokens[opening:closing]):
            return read
        parties, hint, race = self._inside(tokens, opening + 1, closing)
        if not parties and self._is_sourced(tokens, opening + 1, closing):
            return read
        stop = closing + 1
        case = case_of(tokens[stop - 1].suffix) if stop <= len(tokens) else ""
        after = tokens[stop] if stop < len(tokens) else None
        if after is not None and after.text == "'" and not after.gap and stop + 1 < len(tokens):
            # `Turgut Altınok (AK Parti)'un`.
            case, stop = case_of(tokens[stop + 1].fold), stop + 2
        if not (parties or race or hint):
            unknown = tokens[closing - 1].fold in ("partisi", "parti", "ittifaki", "aday")
            sure = replace(read.holder, sure=True)
            return read._replace(holder=sure, stop=stop) if unknown else read
        holder = self._with_party(read.holder, parties)
        text = _text(tokens, read.start, closing + 1)
        holder = replace(
            holder, text=text, hint=hint or holder.hint, race=race or holder.race, sure=True
        )
        return read._replace(
            holder=holder, stop=stop, end=tokens[closing].end, case=case or read.case
        )

    def _is_sourced(self, tokens: Sequence[Token], start: int, stop: int) -> bool:
        """`Gelenler (ANKA, ilçe belediye başkanlıkları)`: an address, and not whose somebody is."""
        told = (find(tokens, at, self._context, False) for at in range(start, stop))
        return any(found is not None and found.of(Name.AGENCY) for found in told)

    def _inside(
        self, tokens: Sequence[Token], start: int, stop: int
    ) -> tuple[tuple[str, ...], tuple[Meaning, ...], str]:
        parties: tuple[str, ...] = ()
        hint: tuple[Meaning, ...] = ()
        race, at = "", start
        while at < stop:
            named = race_at(tokens, at)
            found = find(tokens, at, self._context, False)
            if named is not None:
                race, at = named[0], named[1]
            elif found and (entries := found.of(Name.PARTY, Name.ALLIANCE)):
                parties = parties or tuple(
                    dict.fromkeys(entry.code for entry in entries if entry.code)
                )
                at = found.stop
            elif found and (places := found.of(Name.PLACE)):
                hint, at = places, found.stop
            else:
                at += 1
        past = any(token.fold in FORMER for token in tokens[start:stop])
        return (parties, (), "") if past else (parties, hint, race)

    def _with_party(self, holder: Claimant, parties: tuple[str, ...]) -> Claimant:
        if holder.people and parties:
            kept = tuple(entry for entry in holder.people if entry.party in parties)
            if not kept:
                # The file's candidates have their party; another one beside the name is a question.
                same = len(holder.people) == 1 and len(holder.text.split()) > 1
                return replace(
                    holder, clash=same, people=() if not same else holder.people, parties=parties
                )
            return replace(holder, people=kept, parties=parties, sure=True)
        if holder.parties and parties and not set(holder.parties) & set(parties):
            return replace(holder, clash=True)
        holder = replace(holder, parties=parties or holder.parties, sure=True)
        if holder.candidate and parties:
            self._memory.people[fold(holder.candidate.split()[-1])] = holder
        return holder


def _is_name(token: Token) -> bool:
    """Whether a token can be part of a name: a capital, and no word of the language.

    A verb's form may be a name (`İnan Güney`), except in a line that shouts (`AÇILDI`).
    """
    if token.kind is not TokenKind.WORD or not token.capital or len(token.fold) < 2:
        return False
    spoken = verb(token.fold)
    shouted = spoken is not None and spoken.sense is not None and token.text.isupper()
    if shouted or (not token.suffix and (in_parts(token.fold) or token.fold in ("itiraz", "okul"))):
        return False
    return not noun_senses(token.fold) - {Sense.THING, Sense.AREA, Sense.RECOUNT}


_SURNAMES = {Sense.EARLIER, Sense.THING, Sense.MONTH, Sense.SPELT}


def _is_valued(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a family name (Ay, Mayıs) stands right before a figure."""
    token, behind = tokens[at], at + 1
    valued = behind < len(tokens) and starts_number(tokens, behind)
    valued = valued or (behind + 1 < len(tokens) and tokens[behind].text == ":")
    return valued and not token.text.isupper() and senses(token.fold) <= _SURNAMES


def _is_shouted_name(tokens: Sequence[Token], at: int) -> bool:
    """`Vahap SEÇER`: a family name in capitals behind one that is not, also where it is a verb."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    shouted = token.text.isupper() and not tokens[at - 1].text.isupper()
    ends = after is None or after.kind is not TokenKind.WORD
    return shouted and ends and token.fold.endswith("r") and not noun_senses(token.fold)


def _stands_for(tokens: Sequence[Token], at: int) -> bool:
    """`İYİ Parti'den yarışan aday`: how somebody is a party's candidate."""
    stands, behind = fold_at(tokens, at), fold_at(tokens, at + 1)
    spoken = stands.endswith(("an", "en")) and bool(behind) and not tokens[at].capital
    return spoken and (behind.startswith("aday") or stands.startswith(("yaris", "katil", "gir")))


def _is_full(read: ClaimantFound) -> bool:
    return read.stop - read.start > 1


def _skip_initials(tokens: Sequence[Token], index: int) -> int:
    """`E. İmamoğlu`, `H. T. Usta`: the first word behind the initials."""
    position = index
    while position + 2 < len(tokens) and position - index < 6:
        token = tokens[position]
        initial = token.kind is TokenKind.WORD and token.capital and len(token.fold) <= 2
        letter = initial and len(token.fold) == 1 and tokens[position + 1].text == "."
        if letter and tokens[position + 2].capital:
            position += 2
        elif initial and token.text.endswith(".") and tokens[position + 1].capital:
            position += 1
        else:
            break
    return position


def _bare_case(word: str) -> str:
    """`adayının`, `başkanı`: the case of a title written without an apostrophe."""
    for endings, case in (
        (("nin", "nun"), "gen"),
        (("adayini", "larini", "kanini", "derini", "rakibini"), "acc"),
        (("nda", "nde"), "loc"),
        (("na", "ne"), "dat"),
        (("dan", "den"), "abl"),
    ):
        if word.endswith(endings):
            return case
    return ""


def _text(tokens: Sequence[Token], index: int, stop: int) -> str:
    """The tokens as they stood, one blank where there was one, without the last one's suffix."""
    pieces = []
    for position in range(index, stop):
        token = tokens[position]
        if position > index and token.gap:
            pieces.append(" ")
        pieces.append(token.text)
        if token.suffix and position < stop - 1:
            pieces.append("'" + token.suffix)
    return "".join(pieces)


def _proper(text: str) -> str:
    """A name as it is written in a sentence, also when the text shouts it."""
    return title(text) if text.isupper() and len(text) > 1 else text


def _found(
    tokens: Sequence[Token], holder: Claimant, start: int, stop: int, case: str
) -> ClaimantFound:
    return ClaimantFound(holder, start, stop, tokens[stop - 1].end, case)


def skip_title(
    tokens: Sequence[Token], stop: int, lower_case: bool, context: Context
) -> tuple[int, tuple[Meaning, ...], str]:
    """Skip a candidate's title; give the place and the contest it names."""
    hint: tuple[Meaning, ...] = ()
    position, roles, race = stop, 0, ""
    while position < len(tokens) and position - stop < _LONGEST_TITLE:
        token = tokens[position]
        if token.kind is not TokenKind.WORD:
            break
        named = race_at(tokens, position)
        last = tokens[named[1] - 1] if named is not None else token
        # `CHP büyükşehirde yüzde 46,9`: where, and no title of hers.
        told = last.suffix in ("", "nin", "nun") and not last.fold.endswith(("da", "de", "te"))
        if named is not None and told:
            if is_raced(tokens, named[1], lower_case):
                break
            race, position, roles = named[0], named[1], roles + 1
            continue
        if Sense.ROLE in senses(token.fold) and token.suffix in ("", "nin", "nun", "in", "un"):
            position, roles = position + 1, roles + 1
            if token.fold.startswith(("adaylarindan", "adayinin")):
                break
            continue
        place = find(tokens, position, context, lower_case)
        entries = place.of(Name.PLACE) if place else ()
        if not (place and entries and place.case in (*OWN_CASES, "ki")):
            break
        ahead = tokens[place.stop] if place.stop < len(tokens) else None
        if tells_of_itself(tokens, place.stop):
            return stop, (), ""
        if ahead is None or Sense.ROLE not in senses(ahead.fold):
            break
        hint, position = entries, place.stop
    return (position, hint, race) if roles else (stop, (), "")
