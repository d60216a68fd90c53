"""Leads: `fark 0,33 puan`, `13 bin oy farkla`, `7.74 puanla İmamoğlu önde`.

A gap that grew, or is only told roughly, is no lead here.
"""

from __future__ import annotations

from desk.facts.codes import Code
from desk.reading.cursor import Cursor
from desk.reading.items import Agency, Item, Key, Label, Topic, Word
from desk.reading.notation import Form, Unit, Value
from desk.reading.words import Sense


def is_lead(c: Cursor, index: int, value: Value) -> bool:
    """Whether a value is a lead, by the words around it."""
    after = c.after_unit(index, value)
    following = c.at(after)
    if _is_gap(following) and not (value.percent and value.case in ("dat", "possdat")):
        return True
    word = c.word_at(after)
    if word is not None and Sense.AHEAD_OF in word.senses and value.unit is not Unit.NONE:
        return True
    if word is not None and word.fold in ("onunde", "onundeydi"):
        return True
    opened = c.open
    if opened is not None and _is_gap(opened.item) and not opened.valued:
        return True
    if value.unit is not Unit.POINTS:
        return False
    # `7.74 puanla İmamoğlu önde`
    ahead = (c.word_at(at) for at in range(after, after + 3))
    return any(word is not None and Sense.AHEAD in word.senses for word in ahead)


def bind_lead(c: Cursor, index: int, item: Item, value: Value) -> None:
    """File a lead, in points or votes, unless it grew or is only told roughly."""
    after = c.after_unit(index, value)
    tail = c.tail(index + 1)
    following = c.at(after)
    if following is not None and isinstance(following.data, Key):
        tail += c.tail(after + 1)
        c.used.add(after)
    if _of_agencies(c) or any(
        isinstance(one.data, Value) for one in c.items[max(0, index - 2) : index]
    ):
        # The gap between two agencies, or `yüzde 49'a yüzde 43'lük`: nobody's lead.
        c.ask(Code.Q303, item)
        return
    if value.unit_case == "abl" or any(Sense.VAGUE in word.senses for word in tail):
        c.ask(Code.Q311, item)
        return
    if any(Sense.CHANGE in word.senses for word in tail) or value.case in ("abl", "possabl"):
        c.out.leave(Code.I307, item)
        return
    reached = any(Sense.REACHED in word.senses for word in tail)
    dative = value.unit_case == "dat" or value.case in ("dat", "possdat")
    if (reached and not dative) or (
        c.open is not None and isinstance(c.open.item.data, Key) and not c.open.clean
    ):
        c.ask(Code.Q303, item)
        return
    if c.open is not None and isinstance(c.open.item.data, Key):
        c.open.counts += 1
    if value.unit is Unit.VOTES or (value.is_count and value.unit is Unit.NONE):
        c.out.figure("lead_votes", item, int(value.number))
    elif value.is_share or value.unit is Unit.POINTS:
        if value.over_hundred or value.form not in (Form.DECIMAL, Form.WHOLE):
            c.ask(Code.Q304, item)
            return
        c.out.figure("lead_points", item, value.share)
    elif value.form is Form.WHOLE and value.over_hundred and value.unit is Unit.NONE:
        c.out.figure("lead_votes", item, int(value.number))
    else:
        c.ask(Code.Q309, item)
        return
    _name_leader(c)


def _name_leader(c: Cursor) -> None:
    ahead = any(isinstance(item.data, Word) and Sense.AHEAD in item.data.senses for item in c.items)
    labels = [item for item in c.items if isinstance(item.data, Label) and item.data.sure]
    if ahead and len(labels) == 1 and labels[0].case == "":
        c.out.leader(labels[0])


def _is_gap(item: Item | None) -> bool:
    return item is not None and isinstance(item.data, Key) and item.data.topic is Topic.GAP


def _of_agencies(c: Cursor) -> bool:
    codes = {one.data.code for one in c.items if isinstance(one.data, Agency)}
    spoken = any(
        isinstance(one.data, Word) and one.data.fold.startswith("ajans") for one in c.items
    )
    return len(codes) > 1 or spoken
