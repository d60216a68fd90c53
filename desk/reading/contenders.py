"""Contenders' figures: which label a share or a count of votes belongs to.

Label before value is the rule; value before label needs a word or a mark that says so.
"""

from __future__ import annotations

from desk.facts.codes import Code
from desk.reading.cursor import Cursor, Open, completes, form_refusal, refusal_of
from desk.reading.items import LabelNamed, PlaceNamed, Punctuation, TextItem, Word
from desk.reading.notation import Notation, Unit, Value
from desk.reading.words import Sense

_REST_REACH = 16
_WITH = ("oyla", "oranla", "oraniyla", "oyuyla")
"""`with ... of the vote`: what stands before may be the figure of the one named next."""


def bind_to_contender(c: Cursor, index: int, item: TextItem, value: Value) -> None:
    """Give a value to the label before it, after it, or the one a list goes on about."""
    ahead = _forward(c, index, value)
    opened = c.open
    if opened is not None and isinstance(opened.item.data, LabelNamed):
        if not opened.valued:
            if ahead is not None and opened.comma and not _has_value_after(c, ahead):
                # `CHP, yüzde 50 ile AKP`: it may be either's.
                c.ask(Code.Q303, item)
                return
            _backward(c, index, item, value, opened)
            return
        if completes(c, index, value, opened):
            _backward(c, index, item, value, opened)
            return
        if _is_second(c, index, value, opened):
            c.out.retract(opened.item, "pct", item)
            return
    if ahead is not None:
        _bind_forward(c, index, item, value, ahead)
    elif c.topic is not None and c.fresh_place:
        _carry(c, index, item, value, c.topic)
    else:
        c.ask(Code.Q304 if value.is_share and value.over_hundred else Code.Q303, item)


def _has_value_after(c: Cursor, label_at: int) -> bool:
    """Whether the label at this index has a value of its own before the next comma."""
    for item in c.items[label_at + 1 : label_at + _REST_REACH]:
        if isinstance(item.data, Value):
            return True
        if isinstance(item.data, Punctuation | LabelNamed):
            return False
    return False


def _backward(c: Cursor, index: int, item: TextItem, value: Value, opened: Open) -> None:
    label = opened.item.data
    assert isinstance(label, LabelNamed)
    refusal = refusal_of(c, index, value, opened, label)
    if refusal is not None:
        if refusal.startswith("I"):
            c.out.leave(refusal, item)
            # `yüzde 45'ten yüzde 48'e`: what comes after the old value is the new one.
            opened.doubtful = value.case not in ("abl", "possabl")
        else:
            c.ask(refusal, item)
        return
    _give(c, index, opened, item, value)
    if opened.places and c.fresh_place:
        # `CHP Bakırköy'de yüzde 68, Beşiktaş'ta ...`: the label may go on.
        c.topic = opened.item
    elif opened.item is not c.topic:
        c.topic = None
    c.fresh_place = False


def _give(c: Cursor, index: int, opened: Open, item: TextItem, value: Value) -> None:
    opened.last_value = index
    prose = not c.outlook.list_like
    if value.is_share or (value.form is Notation.WHOLE and value.unit is Unit.NONE):
        opened.shares += 1
        c.out.result(opened.item, item, value.share, prose)
    else:
        opened.counts += 1
        c.out.result(opened.item, item, int(value.number), prose)


def _carry(c: Cursor, index: int, item: TextItem, value: Value, topic: TextItem) -> None:
    """The next place's or agency's figure of the same label."""
    c.fresh_place = False
    opened = Open(topic, -1)
    assert isinstance(topic.data, LabelNamed)
    refusal = refusal_of(c, index, value, opened, topic.data)
    if refusal is not None or value.is_count:
        c.ask(refusal or Code.Q303, item)
        return
    _give(c, index, opened, item, value)


def _forward(c: Cursor, index: int, value: Value) -> int | None:
    """Index of the label a value stands before: `yüzde 12 oy alan MHP`, `yüzde 63.4 evet`."""
    if not (value.percent or value.unit is Unit.VOTES):
        return None
    position = c.after_unit(index, value)
    taking = linked = False
    while (word := c.word_at(position)) is not None:
        if Sense.TAKING in word.senses:
            taking = True
        elif word.fold in ("ile", "oyu", "oy", "oranda", "elde", *_WITH):
            linked = True
        elif word.fold not in ("oyun", "ve") and Sense.ROLE not in word.senses:
            return None
        position += 1
    item = c.at(position)
    if item is None or not isinstance(item.data, LabelNamed) or item.case not in ("", "gen"):
        return None
    if taking:
        return position
    if linked and any(word.fold in ("ile", *_WITH) for word in c.tail(index + 1)):
        return position if _ends_after(c, position) else None
    if linked or not _begins(c, index) or not _ends_after(c, position):
        return None
    return position


def _begins(c: Cursor, index: int) -> bool:
    """Whether nothing before a value in its part of the sentence could own it."""
    item = c.at(index - 1)
    if item is None or isinstance(item.data, Punctuation | PlaceNamed):
        return True
    return isinstance(item.data, Word) and item.data.fold in (
        "oylarin", "oranlar", "oyun", "oranlari", "ve", "itibariyla", "gore", "ise",
    )  # fmt: skip


def _ends_after(c: Cursor, position: int) -> bool:
    item = c.at(position + 1)
    if item is None or isinstance(item.data, Punctuation):
        return True
    return isinstance(item.data, Word) and not _has_value_after(c, position)


def _bind_forward(c: Cursor, index: int, item: TextItem, value: Value, ahead: int) -> None:
    label = c.items[ahead]
    assert isinstance(label.data, LabelNamed)
    if value.case in ("abl", "possabl", "possloc", "possgen", "dat", "possdat", "gen"):
        c.ask(Code.Q303, item)
        return
    if c.tainted or not label.data.sure:
        c.ask(Code.Q303 if label.data.sure else Code.Q301, item)
        return
    opened = Open(label, ahead)
    refusal = form_refusal(c, value, opened)
    if refusal is not None:
        c.ask(refusal, item)
        return
    c.used.add(ahead)
    c.open = opened
    _give(c, ahead, opened, item, value)


def _is_second(c: Cursor, index: int, value: Value, opened: Open) -> bool:
    """`%50,1 -> %50,9`, `50,1 / 49,8`: two shares of one label, and no word which one holds."""
    between = c.items[opened.last_value + 1 : index]
    return (
        value.is_share
        and opened.shares > 0
        and 0 < len(between) <= 3
        and all(isinstance(one.data, Punctuation) and one.data.text in "-/>→=" for one in between)
    )


def bind_against(c: Cursor) -> None:
    """Bind both counts of such a sentence, before its other values are looked at."""
    at = next((at for at, item in enumerate(c.items) if _word(item) == "karsi"), 0)
    larger, smaller = c.at(at - 2), c.at(at + 1)
    labels = [item for item in c.items[: max(at, 0)] if isinstance(item.data, LabelNamed)]
    if at < 2 or larger is None or smaller is None or len(labels) != 2:
        return
    ahead = any(
        isinstance(item.data, Word) and Sense.AHEAD_OF in item.data.senses for item in c.items[:at]
    )
    one, other = larger.data, smaller.data
    if not (isinstance(one, Value) and isinstance(other, Value)):
        return
    votes = one.unit is other.unit is Unit.VOTES and one.is_count and other.is_count
    in_order = [item.case for item in labels] == ["", "gen"] and one.number > other.number
    if ahead and votes and in_order and one.unit_case == "dat":
        c.used |= {at - 2, at + 1}
        c.out.result(labels[0], larger, int(one.number), prose=True)
        c.out.result(labels[1], smaller, int(other.number), prose=True)


def _word(item: TextItem) -> str:
    return item.data.fold if isinstance(item.data, Word) else ""
