"""Opened boxes, totals and turnout: values of a key, or told by a verb of opening.

Contenders' figures never enter.
"""

from __future__ import annotations

from desk.facts.codes import Code
from desk.reading.cursor import Cursor, Open, disturbed
from desk.reading.items import AgencyNamed, FigureKey, Key, LabelNamed, Punctuation, TextItem, Word
from desk.reading.notation import Notation, Unit, Value
from desk.reading.words import Sense

_OPENING_VERBS = frozenset(
    ["girildi", "geldi", "sayildi", "tamamlandi", "islendi", "ulasti", "girilmis"]
)
_OPEN_REACH = 4
_REST_REACH = 16


def opens(c: Cursor, index: int, value: Value) -> bool:
    """Whether a verb of opening follows: `yüzde 36,76'sı açıldı`, `580'i açıldı`."""
    position = index + 1
    counted = value.unit is Unit.BOXES or value.case in ("poss", "acc")
    for _ in range(_OPEN_REACH):
        item = c.at(position)
        if item is None:
            return False
        data = item.data
        if isinstance(data, Word):
            if Sense.OPEN in data.senses:
                return not data.fold.startswith(("acilmayan", "acilmad"))
            boxed = c.open is not None and _is_boxes(c.open.item)
            if data.fold in _OPENING_VERBS and (boxed or (counted and not value.percent)):
                return True
            known = data.senses & {Sense.BOX, Sense.RATE_OF, Sense.CONTEST, Sense.BETWEEN}
            if not known and not (counted and not value.percent):
                return False
        elif isinstance(data, Key):
            # `yüzde 23'ü açılan sandıklarda`, `91 bin 913 sandığın sonucu geldi`
            if data.topic is FigureKey.OPENED and value.case in ("poss", "acc"):
                c.used.add(position)
                return True
            if data.topic is not FigureKey.BOXES or value.unit is not Unit.BOXES:
                return False
            c.used.add(position)
        else:
            return False
        position += 1
    return False


def bind_opened(c: Cursor, item: TextItem, value: Value) -> None:
    """A value with a verb of opening behind it: opened boxes, or their share."""
    opened = c.open
    if opened is not None and isinstance(opened.item.data, Key):
        opened.counts += 1
        if opened.item.data.topic not in (FigureKey.BOXES, FigureKey.OPENED, FigureKey.TOTAL):
            c.ask(Code.Q303, item)
            return
    elif opened is not None and not opened.valued and opened.item.case == "gen":
        # `CHP'nin yüzde 40'ı açılan ...`: it may still be the party's.
        c.ask(Code.Q303, item)
        return
    if value.is_share:
        c.share_of("opened_pct", item, value)
    elif value.form is Notation.WHOLE or value.is_count:
        c.out.figure("opened_boxes", item, int(value.number))
    else:
        c.ask(Code.Q305, item)


def bind_boxes(c: Cursor, index: int, item: TextItem, value: Value) -> None:
    """A count of boxes without a verb: the total of `777 sandıktan 580'i`, or unknown."""
    before = c.word_at(index - 1)
    if before is not None and Sense.SPOILT in before.senses:
        c.out.leave(Code.I305, item)
        return
    opened = c.open.item.data if c.open is not None else None
    of_total = value.unit_case == "abl"  # `açılan sandık 31.186 sandıktan 31.102`
    if isinstance(opened, Key) and not (c.open and c.open.valued) and not of_total:
        name = {FigureKey.OPENED: "opened_boxes", FigureKey.TOTAL: "total_boxes"}.get(opened.topic)
        if name is not None and c.open is not None and c.open.clean:
            c.open.counts += 1
            c.out.figure(name, item, int(value.number))
            return
    rest = c.items[index + 1 : index + _REST_REACH]
    partial = any(
        isinstance(other.data, Value)
        and (other.data.case in ("poss", "acc") or other.data.unit is Unit.BOXES)
        for other in rest
    )
    total = before is not None and Sense.TOTAL in before.senses
    if (value.unit_case in ("abl", "gen") and partial) or (total and value.unit_case == ""):
        c.out.figure("total_boxes", item, int(value.number))
    else:
        c.ask(Code.Q303, item)


def bind_to_key(
    c: Cursor, index: int, item: TextItem, value: Value, opened: Open, key: Key
) -> bool:
    """Give a value to the key before it; False if the key has all it can take."""
    if opened.valued and not _completes_key(c, index, value, opened, key):
        return False
    if value.case in ("abl", "possabl"):
        # `katılım yüzde 84'ten 78'e düştü`: the old value; the key waits for the new one.
        c.out.leave(Code.I307, item)
        return True
    if key.topic is FigureKey.ASIDE:
        c.out.leave(Code.I305, item)
    elif key.topic is FigureKey.UNCLEAR or not opened.clean or opened.doubtful:
        c.ask(Code.Q303, item)
    elif disturbed(c, index, value):
        c.ask(Code.Q311, item)
    elif key.topic is FigureKey.TURNOUT:
        if value.is_share or (value.form is Notation.WHOLE and not value.over_hundred):
            c.share_of("turnout_pct", item, value)
        else:
            c.out.leave(Code.I305, item)
    elif key.topic is FigureKey.TOTAL and not value.is_share and value.form is not Notation.ODD:
        c.out.figure("total_boxes", item, int(value.number))
    elif key.topic is FigureKey.OPENED:
        _opened_key(c, item, value, key)
    else:
        c.ask(Code.Q303, item)
    if value.is_share:
        opened.shares += 1
    else:
        opened.counts += 1
    opened.last_value = index
    return True


def _completes_key(c: Cursor, index: int, value: Value, opened: Open, key: Key) -> bool:
    """`açılan sandık 31.086 (%99,68)`: the other half of what was opened."""
    between = c.items[opened.last_value + 1 : index]
    near = opened.last_value >= 0 and all(
        (isinstance(one.data, Punctuation) and one.data.text in "(,/-")
        or (isinstance(one.data, Word) and one.data.fold in ("oran", "orani", "sandik"))
        for one in between
    )
    if key.topic is not FigureKey.OPENED or not near:
        return False
    return bool(opened.counts and not opened.shares and value.percent) or bool(
        opened.shares and not opened.counts and not value.is_share
    )


def _opened_key(c: Cursor, item: TextItem, value: Value, key: Key) -> None:
    if value.is_share:
        c.share_of("opened_pct", item, value)
    elif value.form is Notation.WHOLE and not value.over_hundred and not key.counted:
        if key.rated:
            c.share_of("opened_pct", item, value)
        else:
            c.ask(Code.Q309, item)
    else:
        c.out.figure("opened_boxes", item, int(value.number))


def _is_boxes(item: TextItem) -> bool:
    return isinstance(item.data, Key) and item.data.topic is FigureKey.BOXES


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


def bind_lead(c: Cursor, index: int, item: TextItem, value: Value) -> None:
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
        if value.over_hundred or value.form not in (Notation.DECIMAL, Notation.WHOLE):
            c.ask(Code.Q304, item)
            return
        c.out.figure("lead_points", item, value.share)
    elif value.form is Notation.WHOLE and value.over_hundred and value.unit is Unit.NONE:
        c.out.figure("lead_votes", item, int(value.number))
    else:
        c.ask(Code.Q309, item)
        return
    _name_leader(c)


def _name_leader(c: Cursor) -> None:
    ahead = any(isinstance(item.data, Word) and Sense.AHEAD in item.data.senses for item in c.items)
    labels = [item for item in c.items if isinstance(item.data, LabelNamed) and item.data.sure]
    if ahead and len(labels) == 1 and labels[0].case == "":
        c.out.leader(labels[0])


def _is_gap(item: TextItem | None) -> bool:
    return item is not None and isinstance(item.data, Key) and item.data.topic is FigureKey.GAP


def _of_agencies(c: Cursor) -> bool:
    codes = {one.data.code for one in c.items if isinstance(one.data, AgencyNamed)}
    spoken = any(
        isinstance(one.data, Word) and one.data.fold.startswith("ajans") for one in c.items
    )
    return len(codes) > 1 or spoken
