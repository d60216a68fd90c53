"""Units that belong together: province and district, a person and her party; the words that say
which part of the vote is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desk.reading.lexicon import Context, Meaning, Name, find
from desk.reading.names.holders import OWN_CASES
from desk.reading.numbers import Number
from desk.reading.races import COUNCIL, FORMER, MAYOR, METRO, TOWN, is_building
from desk.reading.sources import tells_of_itself
from desk.reading.tokens import Token, TokenKind, fold, fold_at, home_of
from desk.reading.units import (
    LED,
    UNSURE,
    Claimant,
    Mark,
    PlaceName,
    RaceName,
    Unit,
    Word,
)
from desk.reading.vocabulary import Form, Sense, senses, verb
from desk.turkish import upper

_OFFICES = ("baskan", "vekil", "milletvekil", "aday", "kaymakam", "vali", "uye", "ilce")
_ORIGINS = ("dogum", "koken", "dogan", "dogma", "buyuyen", "yasayan")


def is_origin(unit: Unit) -> bool:
    """`Tunceli doğumlu`, `Beylikdüzü'nde büyüyen`: where somebody comes from."""
    return unit.fold.startswith(_ORIGINS)


def of_persons(units: list[Unit]) -> list[Unit]:
    """`Bursa'da eski Nilüfer Belediye Başkanı Bozbey`, `Gebze doğumlu Büyükakın`: of the person.

    Whoever had an office there may stand elsewhere. Where another place is told with the figures
    that one is meant; with an office of today, or no other place, it is asked.
    """
    done: list[Unit] = []
    skip = 0
    for at, unit in enumerate(units):
        if at < skip:
            continue
        done.append(unit)
        stop = _person_beside(units, at) if isinstance(unit.data, PlaceName) else at
        if stop == at:
            continue
        start = at - _since(units, at)
        past = start < at or _was_there(unit, units[at + 1 : stop])
        framed = _framed(units, start, stop) or _in_the_city(unit, units[stop])
        if framed and (past or _held_office(unit, units[at + 1 : stop])):
            if units[stop].mark(")"):
                start, stop = start - 1, stop + 1
            del done[len(done) - 1 - (at - start) :]
            skip = stop
        elif past or ((framed or _tells(units, stop)) and _holds_office(units, at, stop)):
            done[-1] = replace(unit, case=UNSURE)
        elif unit.case == "acc" and _held_office(unit, units[at + 1 : stop]):
            done[-1] = replace(unit, case=LED)
    return done


def _person_beside(units: Sequence[Unit], at: int) -> int:
    """Where the words about a place end that say who somebody is; ``at`` where none do.

    They stand before the person, or behind her: `Bozbey, Nilüfer'in eski başkanı, ...`.
    """
    before = at - 1 - _since(units, at)
    before -= before > 0 and units[before].fold == "yani"
    apart = before > 0 and units[before].mark(",-(") and _is_person(units[before - 1])
    for stop in range(at + 1, min(at + 9, len(units))):
        one = units[stop]
        if apart and one.mark(")" if units[before].mark("(") else ",-"):
            last = units[stop - 1]
            told = last.fold.startswith("baskan") or isinstance(last.data, RaceName)
            return stop if told else at
        if isinstance(one.data, Claimant):
            named = _is_person(one) or (units[at].case == "acc" and one.data.parties)
            return stop if stop > at + 1 and named else at
        if one.fold == "isim" and stop > at + 1:
            # `Nilüfer'i 20 yıl yöneten CHP'li isim`
            return stop - (units[stop - 1].case == "rel")
        counted = isinstance(one.data, Number) and one.data.is_share
        if counted or isinstance(one.data, PlaceName | Mark):
            return at
    return at


def _is_person(unit: Unit) -> bool:
    data = unit.data
    return isinstance(data, Claimant) and data.candidate is not None and (data.sure or data.known)


def _was_there(place: Unit, told: Sequence[Unit]) -> bool:
    """`Nilüfer'in eski başkanı`, `Gebze doğumlu`, `Beylikdüzü'nden gelen`."""
    *before, last = told
    former = any(one.fold in FORMER for one in told) and last.fold.startswith(_OFFICES)
    came = last.fold == "gelen" and place.case == "abl" and not before
    return (former and place.case in ("", "gen")) or came or is_origin(last)


def _held_office(place: Unit, told: Sequence[Unit]) -> bool:
    """`Nilüfer'i 20 yıl yöneten`, `Ayvalık'ta başkanlık yapan`, `Başkanlığı'ndan gelen`."""
    last = told[-1]
    verb = last.data.verb if isinstance(last.data, Word) else None
    does = verb is not None and verb.form is Form.SUBJECT
    if place.case == "acc":
        return (does or last.fold.endswith(("eten", "atan"))) and not _of_count(told)
    office = any(one.fold.startswith("baskan") for one in told)
    raced = any(isinstance(one.data, RaceName) for one in told)
    office |= raced and last.fold in ("gelen", "olan", "yapan")
    stands = any(one.fold.startswith("aday") for one in told)
    return does and office and not stands and not _of_count(told)


def _of_count(told: Sequence[Unit]) -> bool:
    return any(one.word(Sense.VOTE, Sense.BOX, Sense.RESULT, Sense.AHEAD) for one in told)


def _holds_office(units: Sequence[Unit], at: int, stop: int) -> bool:
    """`Bursa'da Nilüfer Belediye Başkanı Bozbey`; but `Bursa Mudanya'nın belediye başkanı ...`."""
    within = at and isinstance(units[at - 1].data, PlaceName) and units[at - 1].case != "loc"
    told = units[stop - 1].fold.startswith("baskan")
    return not within and told and units[at].case in ("", "gen")


def _since(units: Sequence[Unit], at: int) -> int:
    """How many words before a place say that it was once: `eski`, `önceki dönem`."""
    before = [one.fold for one in units[max(0, at - 2) : at]]
    if before[-1:] and before[-1] in FORMER:
        return 1
    return 2 if before[-2:] == ["onceki", "donem"] else 0


def _tells(units: Sequence[Unit], stop: int) -> bool:
    """`Beşiktaş Belediye Başkanı Rıza Akpolat, İmamoğlu'nun ...`: she tells of who is no rival."""
    apart = stop + 2 < len(units) and units[stop + 1].mark(",:")
    return apart and any(of_the_city(one) for one in units[stop + 2 : stop + 4])


def _framed(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Whether another place is told with the figures of a person: before her, or behind."""
    here = range(start, stop)
    begins = (at for at in reversed(range(start)) if isinstance(units[at].data, Number))
    low = next(begins, -1)
    ends = (at for at in range(stop, len(units)) if isinstance(units[at].data, Number))
    high = next(ends, len(units))
    own = {name for at in here for name in _names(units[at])}
    others = (units[at] for at in range(low + 1, high) if at not in here)
    return any(names and not names & own for names in map(_names, others))


def of_the_city(owner: Unit) -> bool:
    """Whether somebody stands in all the night, and in no district of it."""
    people = owner.data.people if isinstance(owner.data, Claimant) else ()
    return bool(people) and not any(person.place for person in people)


def _in_the_city(place: Unit, person: Unit) -> bool:
    """`Beylikdüzü'nün eski başkanı İmamoğlu`: who stands in all the city is of no district."""
    return isinstance(place.data, PlaceName) and not place.data.is_whole and of_the_city(person)


def _names(unit: Unit) -> frozenset[str]:
    return unit.data.names if isinstance(unit.data, PlaceName) else frozenset()


def _provinces(units: list[Unit]) -> list[Unit]:
    """`İstanbul'un Kadıköy ilçesinde`, `Ankara/Çankaya`, `Gölbaşı (Ankara)`: one place."""
    joined: list[Unit] = []
    for unit in units:
        before = joined[-1] if joined else None
        if before is not None and isinstance(before.data, PlaceName) and unit.fold in _PLACE_PARTS:
            # `Menderes ilçesinde`, `Burdur Merkez'de`: the noun carries the place's case.
            case = unit.case or ("loc" if unit.fold.endswith(("nde", "nda")) else "")
            joined[-1] = replace(before, case=case or before.case)
            if not case or before.case != "gen":
                continue
        joined.append(unit)
        if not isinstance(unit.data, PlaceName):
            continue
        if len(joined) > 2 and joined[-2].fold == "il" and joined[-3].mark(",/"):
            # `İlçe Kale, il Denizli`
            del joined[-2]
        back = 2 if len(joined) > 1 and isinstance(joined[-2].data, PlaceName) else 3
        if len(joined) < back or not isinstance(joined[-back].data, PlaceName):
            continue
        bridge = joined[-2] if back == 3 else None
        if bridge is not None and not bridge.mark("/(,-›>"):
            continue
        pair = _pair(joined[-back], unit, bridge)
        if pair is not None:
            del joined[-back:]
            joined.append(pair)
    return joined


def _pair(first: Unit, second: Unit, bridge: Unit | None) -> Unit | None:
    assert isinstance(first.data, PlaceName) and isinstance(second.data, PlaceName)
    inner = _inside(second.data.entries, first.data.names)
    if inner and first.case in ("", "gen", "loc", "ki") and not (bridge and bridge.mark("(,")):
        return Unit(PlaceName(inner), first.start, second.end, second.case)
    inner = _inside(first.data.entries, second.data.names)
    if inner and bridge and first.case in ("", "gen", "loc"):
        return Unit(PlaceName(inner), first.start, second.end, first.case)
    return None


def _inside(entries: tuple[Meaning, ...], provinces: frozenset[str]) -> tuple[Meaning, ...]:
    return tuple(
        entry for entry in entries if entry.province in provinces and entry.name not in provinces
    )


_THIS = ("bu", "ayni", "o", "su", "her", "iki", "uc", "tum", "diger", "cok")
_OWN_RACE = ("ilcede", "belediyede")


def _opposed(units: list[Unit]) -> list[Unit]:
    """`büyükşehirde ... ilçede ...`: the district's own race where another is named beside it."""
    if not any(unit.race(METRO, COUNCIL) for unit in units):
        return units
    # ... but `büyükşehirde bu ilçede CHP 45,4`: where, and not for what.
    words = ["", *(unit.fold for unit in units)]
    # `İlçede kayıtlı 260 bin seçmen`: where they are.
    voters = [unit.word(Sense.VOTER) for unit in units[1:]] + [False]
    # `Ataşehir: ilçe CHP 56,4; B.Şehir CHP 57,2`
    names = [isinstance(unit.data, Claimant) for unit in units[1:]] + [False]
    # `ilçeyi AK Parti 43,1 ile kazandı; büyükşehirde ...`
    metro = max((at for at, unit in enumerate(units) if unit.race(METRO)), default=0)
    return [
        replace(unit, data=RaceName(MAYOR), case="loc")
        if (
            unit.fold in _OWN_RACE
            or (unit.fold in ("ilce", "belediye") and names[at])
            or (unit.fold == "ilceyi" and at < metro)
        )
        and words[at] not in _THIS
        and not voters[at]
        and not (at and isinstance(units[at - 1].data, Number))
        and not _stands_beside(units, at)
        else unit
        for at, unit in enumerate(units)
    ]


def _stands_beside(units: Sequence[Unit], at: int) -> bool:
    """`İBB oylarında CHP ilçede 39,2`: where, told of the contest right before it."""
    metro = max((one for one in range(at) if units[one].race(METRO)), default=-1)
    between = units[metro + 1 : at]
    apart = any(isinstance(one.data, Number) or one.mark(",;.:/|-(") for one in between)
    return metro >= 0 and units[at].fold == "ilcede" and not apart


def is_in_question(units: Sequence[Unit], at: int) -> bool:
    """`İBB mi ilçe mi yazmamışlar`: which contest, nobody knows."""
    return any(unit.fold in ("mi", "mu") for unit in units[at + 1 : at + 2])


def branch_end(tokens: Sequence[Token], index: int, context: Context) -> int:
    """`CHP Kadıköy İlçe Başkanlığı`, `CHP SKM`: where a party's branch ends that tells figures
    of its own; ``index`` where none begins.
    """
    if not index or not tells_of_itself(tokens, index):
        return index
    one_word = fold_at(tokens, index) not in ("il", "ilce")
    ends = (index - 1, index) if one_word else (index - 1,)
    for at in range(index - 1, max(-1, index - 5), -1):
        party = find(tokens, at, context, False)
        if party is not None and party.of(Name.PARTY):
            return index + 2 - one_word if party.stop in ends else index
    return index


def town_office(
    tokens: Sequence[Token], index: int, context: Context, lower_case: bool
) -> tuple[str, int] | None:
    """`Sancaktepe başkanlığında CHP 49,7`, `Kartal bşk`: the office of the place before it.

    So it is where no name stands before it: `ANKA'ya göre başkanlığında CHP 49,7`.
    """
    word = tokens[index].fold
    if not index or not (word == "bsk" or word.startswith("baskanlig")):
        return None
    before = tokens[index - 1]
    town = find(tokens, index - 1, context, lower_case)
    named = town is not None and bool(town.of(Name.PLACE))
    named |= word == "baskanliginda" and (before.kind is TokenKind.MARK or before.fold in _LEADS)
    figures = any(token.kind is TokenKind.NUMBER for token in tokens[index + 1 :])
    return (TOWN, index + 1) if named and figures and not is_building(tokens, index + 1) else None


_LEADS = ("gore", "ise", "ve", "de", "da")
"""Words before an office that are no name of whose it is."""


def coupled(units: list[Unit]) -> list[Unit]:
    """`Ekrem İmamoğlu | CHP`, `CHP - Ekrem İmamoğlu`: a name and its party are one contender."""
    done: list[Unit] = []
    for at, unit in enumerate(units):
        if isinstance(unit.data, Claimant):
            comma = at + 1 < len(units) and units[at + 1].mark(",")
            marks = _DIVIDERS if comma else _DIVIDERS.replace(",", "")
            back = 2 if done and done[-1].mark(marks) else 1
            before = done[-back] if len(done) >= back else None
            if before is not None and isinstance(before.data, Claimant) and back == 1:
                unit = _standing(units, at)
            if (
                before is not None
                and isinstance(before.data, Claimant)
                and (pair := couple(before, unit))
            ):
                del done[-back:]
                done.append(pair)
                continue
        done.append(unit)
    return done


def couple(first: Unit, second: Unit, in_cells: bool = False) -> Unit | None:
    """A person and a party side by side as one contender, or None if they are two.

    ``in_cells`` says that a table's columns tell them: a surname is enough there.
    """
    one, two = first.data, second.data
    assert isinstance(one, Claimant) and isinstance(two, Claimant)
    if first.case or second.case not in OWN_CASES:
        return None
    person, party = (one, two) if one.candidate else (two, one)
    if not (person.candidate and party.is_party) or len(party.parties) != 1 or party.is_others:
        return None
    if " " not in person.candidate and not (person.known or one.is_party or in_cells):
        return None
    if person.parties and not person.people and person.parties != party.parties:
        return None
    kept = tuple(entry for entry in person.people if entry.party == party.parties[0])
    clash = bool(person.people) and not kept
    holder = replace(
        person,
        text=one.text,
        parties=party.parties,
        people=kept or person.people,
        sure=True,
        clash=clash,
        race=person.race or party.race,
        hint=person.hint or party.hint,
    )
    return Unit(holder, first.start, second.end, second.case)


def _standing(units: list[Unit], at: int) -> Unit:
    """`Ahmet Özer CHP'den belediye başkanlığında`, `X AK Parti'den yeniden başkan`: for whom."""
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    office = after is not None and (
        isinstance(after.data, RaceName) or after.fold.startswith(("aday", "secil", "yeniden"))
    )
    return replace(unit, case="") if unit.case == "abl" and office else unit


_PLACE_PARTS = frozenset(
    [
        *("ilcesinde", "ilinde", "genelinde", "merkez", "merkezde", "beldesinde", "ilcesi", "ili"),
        *("geneli", "genel", "ilcesindeki"),
    ]
)


_DIVIDERS = "|\t-/,·"


def joined(units: list[Unit]) -> list[Unit]:
    """A line's units with what belongs together joined."""
    kinds = {type(unit.data) for unit in units}
    if PlaceName in kinds:
        units = _provinces(of_persons(units) if Claimant in kinds else units)
    if Claimant in kinds:
        units = _both_named(_party_behind(coupled(units)))
    return _opposed(units) if RaceName in kinds else units


def _party_behind(units: list[Unit]) -> list[Unit]:
    """`Büyükakın %45,8 (AK Parti)`: whose candidate somebody is, told behind her figure."""
    done = units[:4]
    for unit in units[4:]:
        told = done[-4:]
        done.append(unit)
        if len(told) < 4:
            continue
        name, value, opens, party = told
        if not (unit.mark(")") and opens.mark("(") and isinstance(value.data, Number)):
            continue
        who, stands = name.data, party.data
        if not (isinstance(who, Claimant) and isinstance(stands, Claimant)) or name.case:
            continue
        unknown = who.candidate and not (who.parties or who.people)
        if unknown and stands.is_party and len(stands.parties) == 1 and not stands.is_others:
            holder = replace(who, parties=stands.parties, sure=True)
            done[-5:] = [replace(name, data=holder), value]
    return done


def _both_named(units: list[Unit]) -> list[Unit]:
    """`MHP ve AK Parti'yi geride bıraktı`: the ending of the last is the first one's, too."""
    for at, (one, joint, two) in enumerate(zip(units, units[1:], units[2:], strict=False)):
        both = isinstance(one.data, Claimant) and isinstance(two.data, Claimant)
        if both and joint.fold == "ve" and not one.case and two.case == "acc":
            units[at] = replace(one, case="acc")
    return units


def is_joined(tokens: Sequence[Token], stop: int, context: Context) -> bool:
    """`Muş ve Rize'de`, `Ordu, Van ve Rize'de`: one of several places, the last in the locative."""
    told = fold_at(tokens, stop)
    ahead = find(tokens, stop + 1, context, False) if stop + 1 < len(tokens) else None
    if ahead is None or not ahead.of(Name.PLACE):
        return False
    if told in ("ve", "ile"):
        return ahead.case == "loc"
    return told == "," and ahead.case == "" and is_joined(tokens, ahead.stop, context)


_VOTERS = ("secmen", "halk", "vatandas", "hemsehri")
_ROOTS = ("yasa", "yogun", "dern", "federasyon", "nufus", "cogunlu", "agirlik")
"""`Rizelilerin yaşadığı`, `Sivaslılar Derneği`: where people come from."""


def inhabitants(tokens: Sequence[Token], index: int, context: Context) -> tuple[Unit, int] | None:
    """`Kadıköylüler`, `Fatihli seçmen`: a place, named by who votes there."""
    token, ahead = tokens[index], fold_at(tokens, index + 1)
    name, case = home_of(token.fold, ahead.startswith(_VOTERS))
    if not name or token.suffix or ahead.startswith(_ROOTS):
        return None
    own = context.places
    for phrase in context.phrases.get(name, ()):
        entries = tuple(one for one in phrase.entries if one.kind is Name.PLACE)
        if phrase.words == (name,) and any(one.name in own or not own for one in entries):
            return Unit(PlaceName(entries), token.start, token.full_end, case), index + 1
    return None


_THE_CITY = ("kent", "sehir", "il")


def all_the_city(tokens: Sequence[Token], index: int, context: Context) -> tuple[Unit, int] | None:
    """`kentte`, `şehir genelinde`: the one province of the night.

    `açıldığı kentte` is said of a place named before, `kentte ilçe ilçe` of its districts.
    """
    token, ahead = tokens[index], fold_at(tokens, index + 1)
    here = token.fold in ("kentte", "sehirde", "genelde")
    across = token.fold in _THE_CITY and ahead.startswith("genelinde")
    if not (here or across) or context.election is None:
        return None
    provinces = context.election.provinces
    if len(provinces) != 1 or _PARTICIPLE.search(fold_at(tokens, index - 1) if index else ""):
        return None
    last = tokens[index + across]
    case = "ki" if last.fold.endswith("ki") else "loc"
    entry = Meaning(Name.PLACE, provinces[0].name)
    return Unit(PlaceName((entry,)), token.start, last.full_end, case), index + 1 + across


_PARTICIPLE = re.compile(r"(?:[dt][iu]g[iu]|[ae]n)$")


def given_name_too(units: Sequence[Unit], context: Context) -> bool:
    """`FATİH MEHMET KOCAİSPİR`: a place and somebody unknown, or one name of three words."""
    place, who = units[0].data, units[1].data if len(units) > 1 else None
    if not isinstance(place, PlaceName) or units[0].case:
        return False
    names = {fold(name) for name in place.names} & context.given
    return bool(names) and isinstance(who, Claimant) and bool(who.candidate) and not who.people


def whole_names(
    units: Sequence[Unit], around: frozenset[str], context: Context
) -> tuple[list[Unit], frozenset[str]]:
    """`Tunceli'de Fatih Mehmet Maçoğlu`: a given name that is a far district's too is a name.

    ``around`` are the provinces the text has spoken of last; given back with the line's own.
    """
    done: list[Unit] = []
    for at, unit in enumerate(units):
        place, who = done[-1].data if done else None, unit.data
        far = isinstance(place, PlaceName) and around and not around & _of_provinces(place)
        if far and isinstance(who, Claimant) and given_name_too([done[-1], unit], context):
            given = place.entries[0].name if isinstance(place, PlaceName) else ""
            name = f"{upper(given) if who.text.isupper() else given} {who.text}"
            named = replace(who, text=name, candidate=name, sure=True)
            done[-1] = replace(unit, data=named, start=done[-1].start)
            continue
        done.append(unit)
        if isinstance(unit.data, PlaceName) and not given_name_too(units[at:], context):
            around = _of_provinces(unit.data)
    return done, around


def _of_provinces(place: PlaceName) -> frozenset[str]:
    return frozenset(entry.province or entry.name for entry in place.entries)


def could_name(token: Token, context: Context) -> bool:
    """Whether a neighbour is itself part of a person's name: no word, party, source."""
    if token.kind is not TokenKind.WORD or not token.capital or senses(token.fold):
        return False
    spoken = verb(token.fold)
    if spoken is not None and spoken.sense is not None:
        return False
    phrases = context.phrases.get(token.fold, ())
    kinds = {entry.kind for phrase in phrases if len(phrase.words) == 1 for entry in phrase.entries}
    return not kinds & {Name.PARTY, Name.AGENCY, Name.PLACE, Name.OPTION}
