"""Contenders as texts call them: `CHP adayı Ekrem İmamoğlu`, `Murat Kurum (AKP)`, `Diğer`.

A label is recognised by its own words and the names met before; which figure is its own never
enters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.facts.election import OTHERS
from desk.reading.items import LabelNamed, Memory
from desk.reading.lexicon import INDEPENDENT, Context, KnownName, Meaning, Name, find
from desk.reading.tokens import Token, TokenKind, case_of, fold
from desk.reading.values import starts_number
from desk.reading.words import Sense, senses
from desk.turkish import title

_LONGEST_NAME = 5

_LONGEST_TITLE = 9
"""Words between a party and its candidate: `CHP İstanbul Büyükşehir Belediye Başkan adayı`."""

NAME_CASES = ("", "gen")
"""Cases in which a name may go on, or own a figure."""


@dataclass(frozen=True, slots=True)
class Read:
    """A label at ``tokens[start:stop]``; its stem ends at ``end``. ``hint`` is a title's place."""

    label: LabelNamed
    start: int
    stop: int
    end: int
    case: str
    hint: tuple[Meaning, ...] = ()


class Labels:
    """Reads labels of one text; remembers the people it met, so that a surname finds its party."""

    def __init__(self, context: Context, memory: Memory) -> None:
        self._context = context
        self._memory = memory

    def read(self, tokens: Sequence[Token], index: int, lower_case: bool) -> Read | None:
        """The label that begins at ``index``, or None."""
        found = find(tokens, index, self._context, lower_case)
        if found and (alias := found.of(Name.ALIAS)):
            return self._plain(tokens, index, found, alias)
        if found and found.of(Name.PARTY, Name.ALLIANCE):
            return self._party(tokens, index, found, lower_case)
        if found and (option := found.of(Name.OPTION)):
            return self._plain(tokens, index, found, option)
        if Sense.RIVAL in senses(tokens[index].fold) and not self._can_follow(tokens, index + 1):
            # `rakibimizinki`: somebody, but the text does not say who.
            nobody = LabelNamed("", sure=False, known=False)
            return _read(tokens, nobody, index, index + 1, "")
        return self._person(tokens, index, lower_case)

    def _plain(
        self, tokens: Sequence[Token], index: int, found: KnownName, entries: tuple[Meaning, ...]
    ) -> Read:
        label = LabelNamed(
            _text(tokens, index, found.stop),
            tuple(entry.party for entry in entries if entry.party),
            contenders=tuple(entry.code for entry in entries if entry.code),
        )
        return _read(tokens, label, index, found.stop, found.case)

    def _party(
        self, tokens: Sequence[Token], index: int, found: KnownName, lower_case: bool
    ) -> Read | None:
        entries = found.of(Name.PARTY, Name.ALLIANCE)
        parties = tuple(dict.fromkeys(entry.code for entry in entries if entry.code))
        stop, joint = self._partners(tokens, found.stop, lower_case)
        case = case_of(tokens[stop - 1].suffix) if joint else found.case
        after, hint = skip_title(tokens, stop, lower_case, self._context)
        person = None
        if OTHERS not in parties and case in ("", "gen", "rel", "abl"):
            person = self._person(tokens, after, lower_case)
            if person and after == stop and not (person.label.known or _is_full(person)):
                person = None
        if person and person.case in ("", "gen", "ins", "dat", "acc", "abl", "loc"):
            own = person.label
            label = replace(own, text=_text(tokens, index, person.stop))
            label = self._with_party(label, () if joint else parties)
            return replace(person, label=label, start=index, hint=hint)
        if case == "rel":
            return None
        if joint:
            # Two parties of one figure: nobody's own.
            label = LabelNamed(_text(tokens, index, stop), sure=True)
            return _read(tokens, label, index, stop, case)
        if after > stop and senses(tokens[stop].fold) & {Sense.ROLE} and not hint:
            stop, case = self._bare_role(tokens, stop)
            case = case or found.case
        label = LabelNamed(_text(tokens, index, stop), parties)
        if parties == (INDEPENDENT,) and stop < len(tokens) and after > stop:
            return None
        return _read(tokens, label, index, stop, case)

    def _bare_role(self, tokens: Sequence[Token], stop: int) -> tuple[int, str]:
        """`CHP adayı` without a name: the word belongs to the label."""
        if tokens[stop].fold in ("adayi", "aday"):
            return stop + 1, case_of(tokens[stop].suffix)
        return stop, ""

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

    def _person(self, tokens: Sequence[Token], index: int, lower_case: bool) -> Read | None:
        if index >= len(tokens):
            return None
        found = find(tokens, index, self._context, lower_case)
        people = found.of(Name.PERSON) if found else ()
        if found and people and found.case not in ("loc", "ki"):
            label = self._known(tokens, index, found, people)
            return self._bracketed(tokens, _read(tokens, label, index, found.stop, found.case))
        stop = self._name_end(tokens, index, lower_case)
        if stop == index:
            return None
        read = self._named(tokens, index, stop)
        read = self._bracketed(tokens, read)
        if stop - index > 1:
            self._memory.learn(tokens[stop - 1].fold, read.label)
        return read

    def _known(
        self, tokens: Sequence[Token], index: int, found: KnownName, people: tuple[Meaning, ...]
    ) -> LabelNamed:
        text = _text(tokens, index, found.stop)
        if self._context.is_national:
            label = LabelNamed(text, candidate=_proper(text))
            self._memory.learn(tokens[found.stop - 1].fold, label)
            return label
        return LabelNamed(
            text,
            tuple(dict.fromkeys(entry.party for entry in people)),
            people[0].name if len(people) == 1 else None,
            tuple(entry.code for entry in people),
        )

    def _name_end(self, tokens: Sequence[Token], index: int, lower_case: bool) -> int:
        """Where a run of words that can be a person's name ends."""
        stop = index
        while stop < len(tokens) and stop - index < _LONGEST_NAME:
            token = tokens[stop]
            if not self._can_name(tokens, stop, index, lower_case):
                break
            stop += 1
            if token.suffix:
                break
        if stop - index == 1 and tokens[index].fold in self._context.given:
            return index
        return stop

    def _can_name(
        self, tokens: Sequence[Token], position: int, start: int, lower_case: bool
    ) -> bool:
        token = tokens[position]
        if token.kind is not TokenKind.WORD or not token.capital or starts_number(tokens, position):
            return False
        meaning = senses(token.fold)
        titled = position > 0 and Sense.ROLE in senses(tokens[position - 1].fold)
        if meaning == {Sense.MONTH} and (position > start or titled):
            # Kasım, Mayıs: a month inside a name is a given name.
            return not token.suffix and self._can_follow(tokens, position + 1)
        if len(token.fold) < 2 or meaning:
            return False
        found = find(tokens, position, self._context, lower_case)
        if not found:
            return True
        if found.of(Name.PERSON) and found.stop == position + 1:
            return position > start
        # A district may be a given name (Fatih) or a family name, but then it has no suffix
        # and stands inside a name.
        if not found.of(Name.PLACE) or found.stop > position + 1 or found.case not in NAME_CASES:
            return False
        if position > start:
            return position == start + 1 and token.fold in self._context.given | (
                self._context.surnames
            )
        if token.fold in self._context.surnames:
            return True
        return token.fold in self._context.given and self._can_follow(tokens, position + 1)

    def _can_follow(self, tokens: Sequence[Token], position: int) -> bool:
        if position >= len(tokens):
            return False
        token = tokens[position]
        return token.kind is TokenKind.WORD and token.capital and not senses(token.fold)

    def _named(self, tokens: Sequence[Token], index: int, stop: int) -> Read:
        """A name by its form alone: two words make one, a single word needs a reason."""
        text = _text(tokens, index, stop)
        last = tokens[stop - 1]
        case = case_of(last.suffix)
        label = LabelNamed(text, candidate=_proper(text), known=False)
        if last.fold in ("parti", "partisi"):
            # A party nobody here knows is no person.
            party = replace(label, candidate=None, sure=stop - index > 1)
            return _read(tokens, party, index, stop, case)
        if stop - index == 1:
            met = self._memory.people.get(last.fold)
            titled = index > 0 and Sense.ROLE in senses(tokens[index - 1].fold)
            sure = met is not None or last.fold in self._context.surnames or titled
            label = replace(label, sure=sure or case == "gen")
            if met is not None:
                label = replace(
                    label,
                    parties=met.parties,
                    candidate=met.candidate,
                    contenders=met.contenders,
                    known=met.known,
                )
        return _read(tokens, label, index, stop, case)

    def _bracketed(self, tokens: Sequence[Token], read: Read) -> Read:
        """`Murat Kurum (AKP)`: take the party in brackets into the label."""
        opening = read.stop
        if opening + 1 >= len(tokens) or tokens[opening].text != "(":
            return read
        closing = next(
            (
                at
                for at in range(opening + 1, min(opening + 8, len(tokens)))
                if tokens[at].text == ")"
            ),
            0,
        )
        if not closing or any(token.kind is TokenKind.NUMBER for token in tokens[opening:closing]):
            return read
        inside = find(tokens, opening + 1, self._context, False)
        known = inside.of(Name.PARTY, Name.ALLIANCE) if inside else ()
        stop = closing + 1
        if inside and known and (inside.stop == closing or inside.stop + 1 == closing):
            parties = tuple(dict.fromkeys(entry.code for entry in known if entry.code))
            label = self._with_party(read.label, parties)
            text = _text(tokens, read.start, stop)
            return replace(
                read, label=replace(label, text=text), stop=stop, end=tokens[closing].end
            )
        if tokens[closing - 1].fold in ("partisi", "parti", "ittifaki", "aday"):
            return replace(read, label=replace(read.label, sure=True), stop=stop)
        return read

    def _with_party(self, label: LabelNamed, parties: tuple[str, ...]) -> LabelNamed:
        if label.parties and parties and not set(label.parties) & set(parties):
            # The file's candidates have their party; another one beside the name is a question.
            return replace(label, clash=True)
        if label.contenders and label.parties:
            return replace(label, sure=True)
        label = replace(label, parties=parties or label.parties, sure=True)
        if label.candidate and parties:
            self._memory.people[fold(label.candidate.split()[-1])] = label
        return label


def _is_full(read: Read) -> bool:
    return read.stop - read.start > 1


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


def _read(tokens: Sequence[Token], label: LabelNamed, start: int, stop: int, case: str) -> Read:
    return Read(label, start, stop, tokens[stop - 1].end, case)


def skip_title(
    tokens: Sequence[Token], stop: int, lower_case: bool, context: Context
) -> tuple[int, tuple[Meaning, ...]]:
    """Skip a candidate's title; give the place it names."""
    hint: tuple[Meaning, ...] = ()
    position, roles = stop, 0
    while position < len(tokens) and position - stop < _LONGEST_TITLE:
        token = tokens[position]
        if token.kind is not TokenKind.WORD:
            break
        if Sense.ROLE in senses(token.fold) and token.suffix in ("", "nin", "nun", "in", "un"):
            position, roles = position + 1, roles + 1
            continue
        place = find(tokens, position, context, lower_case)
        entries = place.of(Name.PLACE) if place else ()
        if not (place and entries and place.case in NAME_CASES):
            break
        ahead = tokens[place.stop] if place.stop < len(tokens) else None
        if ahead is None or Sense.ROLE not in senses(ahead.fold):
            break
        hint, position = entries, place.stop
    return (position, hint) if roles else (stop, ())
