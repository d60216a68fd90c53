"""One line's tokens to units: each agency, place, contest, contender, number and word in its order.

Which figure belongs to whom never enters; `binding` decides that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile, takewhile

from desk.reading.lexicon import Context, KnownName, Meaning, Name, find
from desk.reading.names.holders import ClaimantFound, Holders
from desk.reading.names.joining import (
    all_the_city,
    branch_end,
    could_name,
    inhabitants,
    is_joined,
    joined,
    town_office,
)
from desk.reading.names.letters import is_lower
from desk.reading.names.parts import part_of_the_vote, totals
from desk.reading.names.suffixes import parted
from desk.reading.names.words import may_be_with, with_it, word_unit, worded
from desk.reading.numbers import Clock, Day, Notation, Number, Other, read_number, starts_number
from desk.reading.races import counts_offices, is_town_hall, may_name, of_an_office, race_at
from desk.reading.sources import (
    is_board,
    is_source,
    is_the_land,
    is_told,
    names_a_source,
    several_agencies,
)
from desk.reading.tokens import (
    Token,
    TokenKind,
    case_of,
    fold,
    fold_at,
    mark_at,
    word_at,
    word_case,
)
from desk.reading.units import AgencyName, Claimant, Mark, Memory, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense, noun_senses, senses, verb

_NUMBER = TokenKind.NUMBER
_SEAT = "koltuk"
_POINTERS = "⟶➔➜►▸➡"
"""Arrows from a name to its figures: as good as a colon."""
_KEY_WORDS = ("il", "ilce", "skm", "yuzde", "ulke", "yurt", "genelde")
_PLACE_NOUNS = frozenset(
    [
        *("ili", "ilinde", "ilcesi", "ilcesinde", "ilce", "il", "genelinde", "geneli", "genel"),
        *("genelindeki", "merkezi", "merkez", "buyuksehir", "belediye", "belediyesi", "secim"),
        *("secimi", "secimleri", "sonuclari", "sonuc", "icin", "yerel", "baskanligi"),
        *("sandiklarindan", "sandiklari", "meclisi", "meclis", "beldesinde", "beldesi", "sandik"),
    ]
)


class Namer:
    """Names the units of the lines of one text; a full name in one helps in the next."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._holders = Holders(context, Memory())

    def name(self, text: str, tokens: Sequence[Token]) -> list[Unit]:
        """The units of a line. ``text`` is the plain text the tokens point into."""
        lower = is_lower(tokens, self._context)
        tokens = parted(tokens, self._context, lower)
        units: list[Unit] = []
        index, quoted = 0, False
        while index < len(tokens):
            token = tokens[index]
            if token.text[0] == '"':
                quoted = not quoted
            made, stop = self._unit(text, tokens, index, lower, quoted)
            if made is not None and made.fold == "ile" and units and may_be_with(units[-1]):
                units[-1] = with_it(tokens[index - 1], units[-1])
            elif made is not None:
                units.append(made)
            index = max(stop, index + 1)
        return joined(totals(units, self._context))

    def _unit(
        self, text: str, tokens: Sequence[Token], index: int, lower: bool, quoted: bool
    ) -> tuple[Unit | None, int]:
        token = tokens[index]
        if token.text == "@" and (handle := self._handle(tokens, index)) is not None:
            return handle
        if (token.kind is not TokenKind.MARK or token.text == "%") and starts_number(tokens, index):
            return self._numbered_place(tokens, index) or _number(tokens, index)
        if token.kind is TokenKind.MARK:
            return _mark_unit(tokens, index), index + 1
        found = find(tokens, index, self._context, lower)
        if found and (agencies := found.of(Name.AGENCY)):
            person = not self._reports(tokens, index, found)
            if person and (read := self._holders.read(tokens, index, found, lower)) is not None:
                # `Cihan Altınbaş`
                return self._holder(text, tokens, read), read.stop
            return self._agency(tokens, index, found, agencies, quoted)
        return self._named(text, tokens, index, found, lower)

    def _named(
        self, text: str, tokens: Sequence[Token], index: int, found: KnownName | None, lower: bool
    ) -> tuple[Unit | None, int]:
        """What a word names besides agencies: a place, a contest, a contender, nothing."""
        token = tokens[index]
        if stop := several_agencies(tokens, index):
            return Unit(AgencyName(None), token.start, tokens[stop - 1].full_end), stop
        if found is None and not (lower or token.capital or _is_key(token.fold)):
            return word_unit(tokens, index), index + 1
        whole = all_the_city(tokens, index, self._context) or part_of_the_vote(tokens, index)
        if whole is not None:
            return whole
        if (stop := branch_end(tokens, index, self._context)) > index:
            return Unit(AgencyName(None, board=True), token.start, tokens[stop - 1].full_end), stop
        named = race_at(tokens, index) or town_office(tokens, index, self._context, lower)
        if named and counts_offices(tokens, index, named[1]):
            return Unit(worded(_SEAT, False, ""), token.start, tokens[named[1] - 1].end), named[1]
        if named and not self._names_place(tokens, named[1], lower):
            return _race(tokens, index, named)
        placed = found and found.of(Name.PLACE) and not self._is_called(tokens, index, found)
        if found and placed and self._is_place(tokens, index, found):
            return self._place(tokens, index, found), found.stop
        if is_board(tokens, index):
            return Unit(AgencyName(None, board=True), token.start, token.full_end), index + 1
        if (initial := _initial(tokens, index)) is not None:
            return initial
        if found is None and (home := inhabitants(tokens, index, self._context)):
            return home
        read = self._holders.read(tokens, index, found, lower)
        if read is not None:
            return self._holder(text, tokens, read), read.stop
        return _all_boxes(tokens, index) or (word_unit(tokens, index), index + 1)

    def _handle(self, tokens: Sequence[Token], index: int) -> tuple[Unit | None, int] | None:
        """`@anadoluajansi: ...`: an agency's account, or somebody's who is no agency."""
        name = word_at(tokens, index + 1)
        if not name or tokens[index + 1].gap:
            return None
        code, stop = self._context.handles.get(name), index + 2
        while stop < len(tokens) and not tokens[stop].gap and tokens[stop].kind is _NUMBER:
            # `@ibbhaber34`: a number inside a name.
            code, stop = None, stop + 1
        if code is None and not mark_at(tokens, stop, ":"):
            return (None, stop) if stop > index + 2 else None
        agency = AgencyName(code, board=code is None)
        return Unit(agency, tokens[index].start, tokens[stop - 1].full_end), stop

    def _numbered_place(self, tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
        """`Samsun 19 Mayıs'ta`, `19 Mayıs ilçesi`: a district with a number in its name."""
        known = self._context.phrases.get(tokens[index].text)
        if known is None:
            return None
        words = tokens[index].text, fold_at(tokens, index + 1)
        told = fold_at(tokens, index + 2).startswith("ilce")
        within = tokens[index - 1].fold if index else ""
        entries = tuple(
            entry
            for phrase in known
            if phrase.words == words
            for entry in phrase.entries
            if entry.kind is Name.PLACE and (told or fold(entry.province) == within)
        )
        if not entries:
            return None
        last = tokens[index + 1]
        case = case_of(last.suffix)
        return Unit(PlaceName(entries), tokens[index].start, last.end, case), index + 2

    def _names_place(self, tokens: Sequence[Token], stop: int, lower: bool) -> bool:
        """`İlçe: Kartal`: the word is a key, its place stands behind."""
        if stop + 1 >= len(tokens) or tokens[stop].text != ":" or tokens[stop - 1].fold != "ilce":
            return False
        ahead = find(tokens, stop + 1, self._context, lower)
        return bool(ahead and ahead.of(Name.PLACE))

    def _holder(self, text: str, tokens: Sequence[Token], read: ClaimantFound) -> Unit:
        start = tokens[read.start].start
        holder, written = read.holder, " ".join(text[start : read.end].split())
        if holder.text != written:
            holder = replace(holder, text=written)
        if not holder.parties and not holder.people and read.stop - read.start == 1:
            holder = replace(holder, sure=holder.sure and not self._place_too(tokens, read))
        after = tokens[read.stop] if read.stop < len(tokens) else None
        bare = read.case == "" and after is not None and after.fold.startswith(("veri", "kaynak"))
        bare = bare and not holder.people
        # `ilçenin İmamoğlu'na verdiği destek`: to her, and nothing comes from her.
        given = read.case == "dat" and after is not None and after.fold.startswith("ver")
        told_by = bare or (read.case in ("gen", "dat") and not given)
        if told_by and names_a_source(tokens, read.stop):
            told = takewhile(lambda at: not is_told(tokens[at]), range(read.stop, len(tokens)))
            ahead = (find(tokens, at, self._context, False) for at in told)
            if not any(one is not None and one.of(Name.AGENCY) for one in ahead):
                # ... but `İmamoğlu'nun oyu ANKA verilerinde` is told by the agency.
                return Unit(AgencyName(None), start, read.end)
        return Unit(holder, start, read.end, read.case)

    def _place_too(self, tokens: Sequence[Token], read: ClaimantFound) -> bool:
        """`Çınar AKP 48,1`: a surname that is a district's name too, in front of a party."""
        one = find(tokens, read.start, self._context, False)
        two = find(tokens, read.stop, self._context, False) if read.stop < len(tokens) else None
        return bool(one and one.of(Name.PLACE) and two and two.of(Name.PARTY) and not read.case)

    def _agency(
        self,
        tokens: Sequence[Token],
        index: int,
        found: KnownName,
        entries: tuple[Meaning, ...],
        quoted: bool,
    ) -> tuple[Unit | None, int]:
        codes = {entry.code for entry in entries}
        ahead = tokens[found.stop].fold if found.stop < len(tokens) else ""
        if (
            not is_source(tokens, index, found.stop)
            or not self._reports(tokens, index, found)
            or (found.stop == index + 1 and is_the_land(tokens, index, found.case))
        ):
            return word_unit(tokens, index), index + 1
        agency = AgencyName(codes.pop() if len(codes) == 1 else None, quoted)
        stop = found.stop
        speaks = ahead.startswith("baskan") and not ahead.startswith("baskanli") and not found.case
        if Sense.ROLE in senses(ahead) and stop + 1 < len(tokens) and speaks:
            # `YSK Başkanı Yener`: the council speaks.
            stop += 1
            while (
                stop < len(tokens)
                and tokens[stop].kind is TokenKind.WORD
                and tokens[stop].capital
                and not noun_senses(tokens[stop].fold)
            ):
                stop += 1
        return Unit(agency, tokens[index].start, tokens[found.stop - 1].full_end, found.case), stop

    def _reports(self, tokens: Sequence[Token], index: int, found: KnownName) -> bool:
        """Whether a name that is a person's or a region's too (`Cihan`) is an agency's here.

        It is where something stands behind it that no name goes on with, or a mark before it, and
        no other name beside it.
        """
        word, stop = found.phrase.words, found.stop
        if len(word) > 1 or word[0] in self._context.acronyms or tokens[index].suffix:
            return True
        before = tokens[index - 1] if index else None
        if before is not None and could_name(before, self._context):
            return False
        if stop == len(tokens):
            return before is not None and before.kind is TokenKind.MARK
        return not could_name(tokens[stop], self._context)

    def _place(self, tokens: Sequence[Token], index: int, found: KnownName) -> Unit:
        entries = found.of(Name.PLACE)
        first, *more = found.phrase.words
        common = first in self._context.ordinary or first in self._context.given
        own = any(entry.name in self._context.places for entry in entries)
        plain = common and not (more or own)
        return Unit(
            PlaceName(entries, plain), tokens[index].start, tokens[found.stop - 1].end, found.case
        )

    def _is_place(self, tokens: Sequence[Token], index: int, found: KnownName) -> bool:
        """Whether a name that may be a place is one here, and not a person or a word."""
        before = tokens[index - 1] if index else None
        after = tokens[found.stop] if found.stop < len(tokens) else None
        if after is not None and found.case == "" and of_an_office(tokens, found.stop):
            return False
        alone = before is None and self._stands_alone(tokens, found)
        person = found.case or found.of(Name.PERSON)
        beside = not person and is_joined(tokens, found.stop, self._context)
        # `Beştaş İstanbul genelinde`, `Van satırında`
        beside = beside or (after is not None and after.fold.startswith(("genelin", "satir")))
        valued = _behind_figure(tokens, index, found.stop)
        if alone or beside or valued or self._within(tokens, index, found):
            return True
        metro = fold_at(tokens, found.stop) == "buyuksehir"
        named = before is not None and not metro and could_name(before, self._context)
        if found.case == "" and not named and is_town_hall(tokens, found.stop):
            return True
        own = any(entry.name in self._context.places for entry in found.of(Name.PLACE))
        if (
            self._context.places
            and not own
            and found.case == ""
            and after is not None
            and (after.kind is TokenKind.NUMBER or after.text == "%" or after.fold == "yuzde")
        ):
            # A far place beside a figure is as likely a candidate nobody here knows.
            return False
        if len(found.phrase.words) > 1 or (found.case in ("loc", "ki") and tokens[index].suffix):
            return not found.of(Name.PERSON) or found.case in ("loc", "ki")
        # `bu kez Serra Bucak'la`: nobody goes anywhere with a place.
        with_her = named and found.case == "ins"
        if with_her or (found.of(Name.PARTY) and found.case not in ("loc", "ki")):
            return False
        if (
            found.case == ""
            and found.phrase.words[0] in self._context.given
            and self._place_ahead(tokens, found.stop)
        ):
            return False
        if not self._can_be_person(tokens, index, found):
            return self._fits_word(tokens, index, found)
        # A name of both kinds: a person takes no locative, a place stands alone or before a mark.
        if found.case in ("loc", "ki", "abl"):
            # ... but where the night has the person and not the place, it is she.
            return own or not (self._context.places and found.of(Name.PERSON))
        dashed = after is not None and after.is_mark("-") and after.gap and before is None
        pointed = after is not None and after.is_mark(":" + _POINTERS) and before_is_head(before)
        pointed = pointed or dashed
        if pointed and not found.of(Name.PERSON) and self._names_behind(tokens, found.stop + 1):
            # `AYDIN ⟶ Ö. ÇERÇİOĞLU 50,7`, `Yıldırım: CHP 46,0`: somebody else's name behind it.
            return True
        if tokens[index].fold in self._context.surnames:
            return False
        heads = (before is None or before.kind is TokenKind.MARK) and (
            after is None or after.is_mark(":(|" + _POINTERS)
        )
        return heads and not found.of(Name.PERSON)

    def _is_called(self, tokens: Sequence[Token], index: int, found: KnownName) -> bool:
        """`fuat köse`, `EYÜP KAHVECİ`: a person, where letters are all small or all capitals."""
        token, first = tokens[index], self._context.first | self._context.given
        if token.text.istitle() or found.case in ("loc", "ki"):
            return False
        before = tokens[index - 1] if index else None
        if before is not None and before.fold in first and not before.suffix:
            return True
        after = tokens[found.stop] if found.stop < len(tokens) else None
        own = any(entry.name in self._context.places for entry in found.of(Name.PLACE))
        if own or token.fold not in first or after is None or after.kind is not TokenKind.WORD:
            return False
        return after.fold in first or not (senses(after.fold) or verb(after.fold))

    def _names_behind(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a contender begins at ``index``, or behind a value there."""
        while index < len(tokens) and (tokens[index].kind is _NUMBER or tokens[index].text == "%"):
            index += 1
        if index >= len(tokens) or not tokens[index].capital:
            return False
        found = find(tokens, index, self._context, False)
        known = found is not None and found.of(Name.PARTY, Name.PERSON, Name.OPTION)
        initial = len(tokens[index].text) == 1 and fold_at(tokens, index + 1) == "."
        return bool(known) or initial or could_name(tokens[index], self._context)

    def _stands_alone(self, tokens: Sequence[Token], found: KnownName) -> bool:
        """A line or cell of one name: a place, unless it is a far district's and a candidate's.

        Its source may stand behind it: `AYDIN (ANKA)`.
        """
        word, entries, at = tokens[0].fold, found.of(Name.PLACE), found.stop
        if at < len(tokens):
            opens = tokens[at].is_mark("(") and at + 1 < len(tokens)
            source = opens and find(tokens, at + 1, self._context, False)
            if not source or not source.of(Name.AGENCY) or source.stop + 2 < len(tokens):
                return False
        near = any(not entry.province or entry.name in self._context.places for entry in entries)
        return near or word not in self._context.surnames

    def _within(self, tokens: Sequence[Token], index: int, found: KnownName) -> bool:
        """`İzmir TİRE`, `Aydın Kuşadası`: a district right behind its province."""
        outer = find(tokens, index - 1, self._context, False) if index else None
        provinces = {entry.name for entry in outer.of(Name.PLACE)} if outer else set()
        return any(entry.province in provinces for entry in found.of(Name.PLACE))

    def _can_be_person(self, tokens: Sequence[Token], index: int, found: KnownName) -> bool:
        word = tokens[index].fold
        if self._holders.met(word) and found.case not in ("loc", "ki"):
            return True
        if found.of(Name.PERSON) or (word in self._context.surnames and found.case != "loc"):
            return True
        before = tokens[index - 1] if index else None
        after = tokens[found.stop] if found.stop < len(tokens) else None
        names = self._context.given | self._context.ordinary
        titled = before is not None and (
            before.fold in ("adayi", "aday", "sayin", "baskani") or before.suffix in ("li", "lu")
        )
        if titled and found.case == "" and after is not None and could_name(after, self._context):
            return True
        own = any(entry.name in self._context.places for entry in found.of(Name.PLACE))
        behind = tokens[found.stop + 1].text if found.stop + 1 < len(tokens) else ""
        if (
            not own
            and found.case == ""
            and behind == "("
            and after is not None
            and could_name(after, self._context)
        ):
            return True
        second = tokens[found.stop + 1] if found.stop + 1 < len(tokens) else None
        if after is not None and second is not None and found.case == "" and not after.suffix:
            inside = before is not None and not before_is_head(before)
            two = could_name(after, self._context) and could_name(second, self._context)
            if two and inside and (not own or word in names | self._context.surnames):
                return True
        joined = (
            before is not None
            and could_name(before, self._context)
            and not tokens[index].suffix
            and not before.suffix
        )
        follows = after is not None and found.case == "" and could_name(after, self._context)
        if follows and not before_is_head(before):
            follows = word in names
        if follows and found.stop < len(tokens):
            nxt = find(tokens, found.stop, self._context, False)
            follows = nxt is None and not tokens[found.stop].text.isupper()
        party = after is not None and (after.text == "(" or after.fold in ("chp", "akp"))
        return (word in names and follows) or (
            joined and (party or not _shouted(before, tokens[index]))
        )

    def _place_ahead(self, tokens: Sequence[Token], stop: int) -> bool:
        """`Selçuk Türkoğlu`: two far places side by side are a person."""
        if stop >= len(tokens) or not tokens[stop].capital or tokens[stop].text.isupper():
            return False
        ahead = find(tokens, stop, self._context, False)
        return bool(ahead and ahead.of(Name.PLACE) and ahead.case in ("", "gen"))

    def _fits_word(self, tokens: Sequence[Token], index: int, found: KnownName) -> bool:
        """`Ordu`, `Merkez`, `Kale`: a word of the language needs to stand like a place."""
        if tokens[index].fold not in self._context.ordinary:
            return True
        before = tokens[index - 1] if index else None
        after = tokens[found.stop] if found.stop < len(tokens) else None
        if found.case in ("loc", "ki") or (tokens[index].suffix and found.case):
            return True
        if before is not None and before.fold in ("ilce", "il") and tokens[index].capital:
            # `İlçe Kale, il Denizli`
            return True
        if (
            before is not None
            and not before_is_head(before)
            and before.kind is TokenKind.WORD
            and not tokens[index].text.isupper()
        ):
            return after is not None and after.fold in _PLACE_NOUNS
        named = after is not None and find(tokens, found.stop, self._context, False) is not None
        return (
            after is None
            or after.is_mark(":-(|")
            or after.fold in _PLACE_NOUNS
            or named
            or (after.kind is TokenKind.NUMBER)
            or Sense.VOTE in senses(after.fold)
        )


def before_is_head(before: Token | None) -> bool:
    """Whether nothing, a mark or `göre` stands before."""
    return before is None or before.kind is TokenKind.MARK or before.fold == "gore"


def _behind_figure(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """`CHP 51,1 (Aydın)`: alone in brackets right behind a figure."""
    if index < 2 or tokens[index - 1].text != "(" or stop >= len(tokens):
        return False
    told = tokens[index - 2]
    figure = told.kind is TokenKind.NUMBER or told.text == "%" or Sense.VOTE in senses(told.fold)
    return figure and tokens[stop].is_mark("),")


def _shouted(before: Token | None, token: Token) -> bool:
    """`KOCAELİ İL`, a heading in capitals: neighbours are no part of a name."""
    return (
        before is not None
        and before.text.isupper()
        and token.text.isupper()
        and len(before.text) > 1
    )


def _number(tokens: Sequence[Token], index: int) -> tuple[Unit, int]:
    value, stop = read_number(tokens, index)
    if (
        isinstance(value, Day)
        and index
        and not tokens[index].gap
        and tokens[index - 1].kind is TokenKind.WORD
    ):
        # `#SonDurum2024`: a word with a number in it.
        value = Other()
    case = value.case if isinstance(value, Number) else case_of(tokens[stop - 1].suffix)
    return Unit(value, tokens[index].start, tokens[stop - 1].end, case), stop


def _race(tokens: Sequence[Token], index: int, named: tuple[str, int]) -> tuple[Unit, int]:
    race, stop = named
    last = tokens[stop - 1]
    after = tokens[stop] if stop < len(tokens) else None
    case = case_of(last.suffix) or word_case(last.fold)
    unit = Unit(RaceName(race), tokens[index].start, last.full_end, case)
    if after is not None and after.fold.startswith(("baskani", "baskan")) and not last.suffix:
        # `İBB Başkanı İmamoğlu`: a title, not the contest's name.
        return replace(unit, data=Word("baskani", senses("baskani"))), stop + 1
    return unit, stop


def _initial(tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
    """`E. %50,4 K. %49,6`: a letter before a figure is somebody nobody can name."""
    token = tokens[index]
    if len(token.text) != 1 or not token.text.isupper() or index + 2 >= len(tokens):
        return None
    mark = tokens[index + 1]
    if mark.gap or mark.text not in (".", ":") or not starts_number(tokens, index + 2):
        return None
    holder = Claimant(token.text, candidate=token.text, known=False, sure=False)
    return Unit(holder, token.start, token.end), index + 2


_DONE = ("bit", "sonuc", "tamamlan", "acik")


_BOXES_WHOLE = re.compile(r"\bsandik\w*larin $|\bsandigin\w* $|\bsandik\w*[dt]aki oylarin $")


def _all_boxes(tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
    """`sandıkların tamamı`, `sandıktaki oyların tamamı`: a hundred per cent, said in a word."""
    if not tokens[index].fold.startswith(("tamami", "tumu", "hepsi")):
        return None
    if fold_at(tokens, index + 1).startswith("yakin"):
        return None
    before = "".join(f"{fold_at(tokens, at)} " for at in (index - 2, index - 1) if at >= 0)
    if _BOXES_WHOLE.search(before) is None:
        return None
    told = [token.fold for token in tokens[index + 1 : index + 9]]
    done = any(Sense.OPENED in senses(word) or word.startswith(_DONE) for word in told)
    if not done or any(word.startswith("surdu") for word in told):
        # `481 sandığın tamamında görev aldı`, `... sayımın sürdüğünü`: nothing is counted by it.
        return None
    number = Number(Notation.WHOLE, 100, percent=True, suffix="i", digits=3)
    return Unit(number, tokens[index].start, tokens[index].end, "acc"), index + 1


@lru_cache(maxsize=4096)
def _mark(text: str, gap: bool) -> Mark:
    return Mark(text, gap)


def _mark_unit(tokens: Sequence[Token], index: int) -> Unit | None:
    """A mark; none for a chat's, and for dots that lead the eye from a name to its figure."""
    token, text = tokens[index], tokens[index].text
    rest = dropwhile(lambda at: tokens[at].text[0] in "….", range(index + 1, len(tokens)))
    valued = (behind := next(rest, 0)) > 0 and starts_number(tokens, behind)
    led = token.gap or (index > 0 and tokens[index - 1].text[0] == "…")
    leads = text[:2] in ("..", "…") and led and valued
    if text == "~" and token.gap and index and behind and tokens[behind].gap:
        # `%51,1 İmamoğlu ~ %39,7 Kurum`
        return Unit(_mark("|", True), token.start, token.end)
    if leads or text[0] in "*_~" or (len(text) > 3 and text[0] not in "-/"):
        return None
    if text[0] in _POINTERS and not (index and tokens[index - 1].kind is _NUMBER):
        # `%99,8 açık ➡ CHP ➡ %40,47`: between parts, or from a name to its figure.
        text = "|" if text[0] == "➡" and not valued else ":"
    return Unit(_mark(text, token.gap), token.start, token.end)


@lru_cache(maxsize=32768)
def _is_key(word: str) -> bool:
    """Whether a word in small letters may be more than a word: a contest's, a source's, boxes'."""
    keys = ("yurt", "kurul", "kent", "sehir", "tamami", "tumu", "hepsi")
    return word.startswith(keys) or word in _KEY_WORDS or may_name(word)


def speaks(units: Sequence[Unit]) -> bool:
    """Whether a line may have to do with a result: it is short, or names something of one."""
    if len(units) <= 6:
        return True
    holders = any(isinstance(unit.data, Claimant) for unit in units)
    for before, unit in zip([None, *units], units, strict=False):
        data = unit.data
        if isinstance(data, AgencyName | PlaceName | RaceName | Clock | Day):
            return True
        if isinstance(data, Claimant) and (data.known or data.parties):
            return True
        if isinstance(data, Number):
            # `Erdoğan ve Kılıçdaroğlu sırasıyla 49,5 ve 44,9`
            named = isinstance(before and before.data, Claimant) or (
                data.form is Notation.DECIMAL and holders
            )
            if named or data.percent or data.is_count:
                return True
        if unit.word(Sense.BOX, Sense.TURNOUT, Sense.GAP, Sense.POLL, Sense.EARLIER, Sense.LISTING):
            return True
    return False
