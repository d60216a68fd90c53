"""Why a value must not be given to the label beside it, although it stands there.

Each rule gives a code: a question, or the reason it is left out. Nothing is bound here.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.facts.codes import Code
from desk.reading.cursor import Cursor, Open
from desk.reading.items import Label, Mark, Word
from desk.reading.notation import Form, Unit, Value
from desk.reading.words import Sense

_DECISIVE = frozenset(
    [
        "ile",
        "oranla",
        "oyla",
        "aldi",
        "alirken",
        "alarak",
        "almis",
        "alindi",
        "topladi",
        "kazandi",
        "oyda",
    ]
)
"""Words after which nothing can take a value back."""

_DATIVES = frozenset(["oranina", "seviyesine", "duzeyine", "oyuna", "oya"])


def refusal_of(c: Cursor, index: int, value: Value, opened: Open, label: Label) -> Code | None:
    """Why a value must not be given to the label before it."""
    if value.case in ("abl", "possabl"):
        return Code.I307
    if opened.doubtful or c.tainted or not opened.clean:
        return Code.Q303
    if not label.sure:
        return Code.Q301
    return form_refusal(c, value, opened) or disturbed(c, index, value)


def form_refusal(c: Cursor, value: Value, opened: Open) -> Code | None:
    """Whether the number's form fits a share or votes at all."""
    if value.is_share:
        if value.over_hundred:
            return Code.Q304
        return None if value.percent or opened.strict else Code.Q303
    if value.percent:
        return Code.Q305
    if value.unit is Unit.VOTES and value.form is not Form.SPACED:
        return None
    if value.form is Form.SPOKEN:
        return None if opened.strict or c.outlook.line.votes_named else Code.Q303
    if value.form is Form.SPACED:
        return None if value.unit is Unit.VOTES and value.number > 999_999 else Code.Q305
    if value.form is Form.GROUPED:
        plain = c.outlook.line.votes_named or opened.shares or value.number >= 100_000
        return None if plain and opened.strict else Code.Q305
    if c.outlook.seats_named:
        return Code.I304
    if value.over_hundred:
        named = c.outlook.line.votes_named and opened.strict and value.number > 999
        return None if named else Code.Q309
    whole = c.outlook.line.whole_shares and opened.strict and not opened.shares
    return None if whole else Code.Q309


def disturbed(c: Cursor, index: int, value: Value) -> Code | None:
    """What follows a value may take it back: it rose by it, nearly, expected."""
    if value.case in ("possloc", "possgen", "ki", "other", "rel", "lar"):
        return Code.Q303
    tail = c.tail(index + 1)
    first = tail[0] if tail else None
    if value.case == "acc" and first is None:
        # `yüzde 37'yi`: found, passed, missed; the verb is not there.
        return Code.Q311
    if value.case in ("dat", "possdat"):
        return None if first and Sense.REACHED in first.senses else Code.Q311
    if value.case == "gen":
        above = first is not None and first.fold in ("uzerinde", "ustunde")
        exact = value.form is Form.DECIMAL
        return None if above and exact else Code.Q311
    if first is None or _titles_next(c, index + 1, tail):
        return None
    if not first.senses & {Sense.AFTER, Sense.VOTE, Sense.TAKING, Sense.BETWEEN}:
        if Sense.CHANGE in first.senses:
            return Code.I307
        return Code.Q311 if Sense.VAGUE in first.senses else Code.Q303
    raised = False
    for word in tail:
        if word.fold in _DECISIVE:
            return None
        raised |= word.fold in _DATIVES
        if raised and Sense.REACHED in word.senses:
            # `yüzde 50,1 oy oranına ulaştı`
            return None
        if word.senses & {Sense.CHANGE}:
            return Code.I307
        if word.senses & {Sense.REACHED, Sense.VAGUE, Sense.AHEAD_OF}:
            return Code.Q311
    return None


def _titles_next(c: Cursor, index: int, tail: Sequence[Word]) -> bool:
    """Whether the words are only the next contender's title: `Sayın`, `Cumhurbaşkanı`."""
    following = c.at(index + len(tail))
    return (
        all(Sense.ROLE in word.senses for word in tail)
        and following is not None
        and isinstance(following.data, Label)
    )


def completes(c: Cursor, index: int, value: Value, opened: Open) -> bool:
    """`yüzde 47,42, 11 milyon 428 bin 512 rey`: the other half of one contender's row."""
    between = c.items[opened.last_value + 1 : index]
    if opened.last_value < 0 or len(between) > 4:
        return False
    for one in between:
        if isinstance(one.data, Mark) and one.data.text in ",()|-/\t:":
            continue
        word = one.data if isinstance(one.data, Word) else None
        if word is None or not (
            word.fold in ("ve", "ile", "yani")
            or Sense.VOTE in word.senses
            or word.fold in ("orani", "oran", "oranla", "aldi", "alarak")
        ):
            return False
    if value.is_share:
        return bool(opened.counts and not opened.shares)
    if value.is_count and value.unit in (Unit.VOTES, Unit.NONE):
        return bool(opened.shares and not opened.counts)
    return False
