"""Number phrases in a run of tokens: `4 milyon 432 bin 691`, `yüzde 43, 97`, `saat 19.25`.

It finds where a number begins and ends and what unit follows; how it is written is `notation`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from desk.facts.figures import HUNDRED, MAX_COUNT_DIGITS
from desk.reading.notation import (
    GROUPED,
    Clock,
    Day,
    Notation,
    Other,
    Unit,
    Value,
    clock_of,
    number_of,
    torn_end,
)
from desk.reading.tokens import Token, TokenKind, case_of
from desk.reading.words import Sense, senses

Read = tuple[Value | Clock | Day | Other, int]

_DATE = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.((?:19|20)?[0-9]{2})")
_ORDINAL = frozenset(["inci", "nci", "uncu", "ncu"])
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_UNIT_CASES = (
    ("tan", "abl"), ("dan", "abl"), ("den", "abl"), ("ten", "abl"),
    ("gin", "gen"), ("larin", "gen"), ("la", "ins"), ("puana", "dat"), ("oya", "dat"),
)  # fmt: skip


def read_number(tokens: Sequence[Token], index: int) -> Read:
    """Read what begins at ``tokens[index]``: a number, `yüzde`, `%` or `bin`; and where it ends."""
    token = tokens[index]
    plain = token.kind is TokenKind.NUMBER and not _percent_before(tokens, index)
    special = _date_or_clock(tokens, index) if plain else None
    return special or _value(tokens, index)


def starts_number(tokens: Sequence[Token], index: int) -> bool:
    """Whether a value begins here."""
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        return True
    if token.text == "%" or (token.fold == "yuzde" and not token.suffix):
        return _after_percent(tokens, index) > 0
    return token.fold == "bin" and _is_whole(tokens, index + 1, 3)


def _after_percent(tokens: Sequence[Token], index: int) -> int:
    """Index of the number a per cent mark or word at ``index`` announces, or 0."""
    for position in range(index + 1, min(index + 4, len(tokens))):
        token = tokens[position]
        if token.kind is TokenKind.NUMBER:
            return position
        if not token.is_mark(":%") and token.fold != "yuzde":
            return 0
    return 0


def _percent_before(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and (tokens[index - 1].text == "%" or tokens[index - 1].fold == "yuzde")


def _is_whole(tokens: Sequence[Token], index: int, most: int) -> bool:
    if index >= len(tokens):
        return False
    token = tokens[index]
    return token.kind is TokenKind.NUMBER and token.text.isdigit() and len(token.text) <= most


def _date_or_clock(tokens: Sequence[Token], index: int) -> Read | None:
    token, text = tokens[index], tokens[index].text
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    word = after.fold if after is not None and after.kind is TokenKind.WORD else ""
    told = (before is not None and before.fold in ("saat", "saati", "saatler")) or Sense.CLOCK in (
        senses(word)
    )
    if token.suffix in _ORDINAL:
        return Other(), index + 1
    if ":" in text:
        # A colon never parts decimals; what is no time of day is nothing.
        return Clock(clock_of(text)) if clock_of(text) else Other(), index + 1
    if told and (moment := clock_of(text)):
        return Clock(moment), index + 1
    if told and text.isdigit() and len(text) <= 2:
        return Clock(None), index + 1
    if match := _DATE.fullmatch(text):
        return Day(_full_year(match[1]), full=True), index + 1
    if text.isdigit() and len(text) <= 2 and Sense.MONTH in senses(word):
        year = tokens[index + 2] if index + 2 < len(tokens) else None
        if year is not None and _YEAR.fullmatch(year.text):
            return Day(int(year.text), full=True), index + 3
        return Day(None), index + 2
    if _YEAR.fullmatch(text) and after is not None and after.text == "-" and not after.gap:
        stop = index + 1
        while (
            stop + 1 < len(tokens) and tokens[stop].text == "-" and _is_whole(tokens, stop + 1, 2)
        ):
            stop += 2
        return Day(int(text), full=stop > index + 1), stop
    if _YEAR.fullmatch(text) and unit_of(word) in (Unit.NONE, Unit.SEATS) and word != "bin":
        return Day(int(text)), index + 1
    dotted = after is not None and after.text == "." and not after.gap
    if text.isdigit() and len(text) <= 2 and dotted and index + 2 < len(tokens):
        following = tokens[index + 2]
        if (following.kind is TokenKind.WORD and not following.capital) or index == 0:
            return Other(), index + 2
    if index == 0 and text.isdigit() and len(text) <= 2 and after and after.is_mark(")-"):
        return Other(), index + 2
    if case_of(token.suffix) == "loc" and clock_of(text) and "." in text and index == 0:
        return Clock(clock_of(text)), index + 1
    return None


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _value(tokens: Sequence[Token], index: int) -> Read:
    percent, start = False, index
    if tokens[index].text == "%" or tokens[index].fold == "yuzde":
        percent = True
        index = _after_percent(tokens, index)
    value, index = _spoken(tokens, index, percent)
    suffix = tokens[index - 1].suffix
    if percent:
        value, index, suffix = _parted_decimals(tokens, value, index, suffix)
    if index < len(tokens) and _is_trailing_percent(tokens, index, percent):
        percent = True
        index += 1
        if index + 1 < len(tokens) and tokens[index].text == "'" and not tokens[index + 1].gap:
            suffix = tokens[index + 1].fold
            index += 2
    torn = 0 if suffix else torn_end(tokens, index, value)
    index = torn or index
    form = value.form
    if (
        _is_signed(tokens, start)
        or _is_range(tokens, index)
        or (not percent and _looks_parted(tokens, index, value))
        or torn
    ):
        form = Notation.ODD
    unit, unit_case = Unit.NONE, ""
    if index < len(tokens) and tokens[index].kind is TokenKind.WORD:
        unit = unit_of(tokens[index].fold)
        if unit is not Unit.NONE:
            unit_case = case_of(tokens[index].suffix) or unit_case_of(tokens[index].fold)
    value = Value(form, value.number, percent, case_of(suffix), unit, unit_case)
    return value, index


def _is_trailing_percent(tokens: Sequence[Token], index: int, percent: bool) -> bool:
    token = tokens[index]
    if token.fold in ("percent", "prozent", "pct"):
        return not percent
    if token.text != "%" or percent:
        return False
    nothing_follows = index + 1 == len(tokens) or tokens[index + 1].kind is not TokenKind.NUMBER
    return not token.gap or nothing_follows


def _spoken(tokens: Sequence[Token], index: int, percent: bool) -> tuple[Value, int]:
    """`4 milyon 432 bin 691`, `bin 529`, `192 187`, or a plain number."""
    start = index
    if index and Sense.SPELT in senses(tokens[index - 1].fold):
        # `yüz bin 500`: the number began in letters.
        spelt = tokens[index].fold in ("bin", "milyon")
    else:
        spelt = False
    total, scale = 0, 1_000_000_000
    while index < len(tokens):
        token = tokens[index]
        if token.fold == "bin" and index == start and not spelt:
            total, scale, index = 1_000, 1_000, index + 1
            continue
        if not (token.kind is TokenKind.NUMBER and not token.suffix and index + 1 < len(tokens)):
            break
        size = {"milyon": 1_000_000, "bin": 1_000}.get(tokens[index + 1].fold, 0)
        if not size:
            break
        if size >= scale or not (token.text.isdigit() and len(token.text) <= 3):
            return Value(Notation.ODD, 0), index + 2
        total, scale, index = total + int(token.text) * size, size, index + 2
        if tokens[index - 1].suffix:
            return Value(Notation.SPOKEN, total), index
    if index == start:
        if tokens[index].fold == "bin":
            return Value(Notation.ODD, 0), index + 1
        return _spaced(tokens, index, percent)
    if _is_rest(tokens, index, scale):
        rest = number_of(tokens[index].text)
        if isinstance(rest.number, int) and rest.form in (Notation.WHOLE, Notation.GROUPED):
            return Value(Notation.ODD if spelt else Notation.SPOKEN, total + rest.number), index + 1
    return Value(Notation.ODD if spelt else Notation.SPOKEN, total), index


def _is_rest(tokens: Sequence[Token], index: int, scale: int) -> bool:
    """Whether the number at ``index`` ends a spoken one, and is no date, share or ordinal."""
    if index >= len(tokens) or tokens[index].kind is not TokenKind.NUMBER:
        return False
    text = tokens[index].text
    grouped = scale == 1_000_000 and GROUPED.fullmatch(text) and len(text) <= 7
    if not grouped and not (text.isdigit() and len(text) <= 3):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return True
    if Sense.MONTH in senses(following.fold) and following.kind is TokenKind.WORD:
        return False
    return following.text != "%" and following.fold not in ("milyon", "milyar")


def _spaced(tokens: Sequence[Token], index: int, percent: bool) -> tuple[Value, int]:
    first = number_of(tokens[index].text)
    stop = index + 1
    if (
        not percent
        and first.form is Notation.WHOLE
        and 0 < first.number < 1000
        and not tokens[index].suffix
    ):
        digits = tokens[index].text
        while (
            _is_whole(tokens, stop, 3)
            and len(tokens[stop].text) == 3
            and not tokens[stop - 1].suffix
            and len(digits) < MAX_COUNT_DIGITS
        ):
            digits += tokens[stop].text
            stop += 1
        scaled = stop < len(tokens) and tokens[stop].fold in ("bin", "milyon", "milyar")
        if stop > index + 1 and not scaled:
            return Value(Notation.SPACED, int(digits)), stop
    if stop < len(tokens) and tokens[stop].fold in ("milyon", "milyar", "bucuk", "virgul", "nokta"):
        return Value(Notation.ODD, 0), stop + 1
    return first, stop


def _parted_decimals(
    tokens: Sequence[Token], value: Value, index: int, suffix: str
) -> tuple[Value, int, str]:
    """`yüzde 43, 97` and `% 86. 08`: a blank behind the decimal mark."""
    if not _looks_parted(tokens, index, value) or suffix:
        return value, index, suffix
    rest = tokens[index + 1]
    following = tokens[index + 2] if index + 2 < len(tokens) else None
    word = following is not None and following.kind is TokenKind.WORD
    if word and following is not None and not rest.suffix:
        known = senses(following.fold)
        if unit_of(following.fold) not in (Unit.NONE, Unit.VOTES) or Sense.MONTH in known:
            return value, index, suffix
        if not following.capital and Sense.AFTER not in known and Sense.OPEN not in known:
            return replace(value, form=Notation.ODD), index, suffix
    if (following is not None and following.fold in ("bin", "milyon")) or len(rest.text) != 2:
        return replace(value, form=Notation.ODD), index, suffix
    decimals = Value(Notation.DECIMAL, Decimal(f"{value.number}.{rest.text}"))
    return decimals, index + 2, rest.suffix


def _looks_parted(tokens: Sequence[Token], index: int, value: Value) -> bool:
    """Whether `, 97` or `. 08` follows a whole number, with nothing of a new number about it."""
    return (
        value.form is Notation.WHOLE
        and value.number <= HUNDRED
        and index + 1 < len(tokens)
        and tokens[index].is_mark(",.")
        and not tokens[index].gap
        and _is_whole(tokens, index + 1, 2)
        and tokens[index + 1].gap
    )


def _is_signed(tokens: Sequence[Token], index: int) -> bool:
    """`+2,3`, `AKP -1,1`: a change, as a rule; a dash that parts has blanks on both sides."""
    if not index or tokens[index].gap or not tokens[index - 1].is_mark("+-"):
        return False
    return tokens[index - 1].gap or tokens[index - 1].text == "+"


def _is_range(tokens: Sequence[Token], index: int) -> bool:
    """`45-47`, `31/3`: two numbers without a blank between them."""
    return (
        index + 1 < len(tokens)
        and tokens[index].is_mark("-/+*")
        and not tokens[index].gap
        and tokens[index + 1].kind is TokenKind.NUMBER
        and not tokens[index + 1].gap
    )


def unit_of(word: str) -> Unit:
    """What a folded word behind a number says is counted."""
    meaning = senses(word) if word else frozenset()
    for sense, unit in (
        (Sense.VOTE, Unit.VOTES),
        (Sense.BOX, Unit.BOXES),
        (Sense.POINTS, Unit.POINTS),
        (Sense.VOTER, Unit.VOTERS),
        (Sense.SEAT, Unit.SEATS),
    ):
        if sense in meaning:
            return unit
    return Unit.NONE


def unit_case_of(word: str) -> str:
    """The case of a unit without an apostrophe: sandıktan, sandığın, puanla, oya."""
    return next((case for ending, case in _UNIT_CASES if word.endswith(ending)), "")
