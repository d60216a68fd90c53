"""A contender written in two parts (`Ekrem İmamoğlu | CHP`), put together.

Only items side by side are looked at; recognising them is `labels`.
"""

from __future__ import annotations

from dataclasses import replace

from desk.reading.items import Item, Label, Mark

_DIVIDERS = "|\t-/"


def joined(items: list[Item]) -> list[Item]:
    """`Ekrem İmamoğlu | CHP`, `CHP - Ekrem İmamoğlu`: a name and its party are one contender."""
    done: list[Item] = []
    for at, item in enumerate(items):
        if isinstance(item.data, Label):
            # `Ekrem İmamoğlu, CHP, %51,14`: commas part cells only if all cells have them.
            marks = _DIVIDERS + "," if _is_mark(items, at + 1, ",") else _DIVIDERS
            apart = 0
            while apart < len(done) and _is_mark(done, len(done) - 1 - apart, marks):
                apart += 1
            previous = done[-1 - apart] if apart < len(done) else None
            if previous is not None and isinstance(previous.data, Label) and apart <= 1:
                pair = couple(previous, item)
                if pair is not None:
                    del done[-1 - apart :]
                    done.append(pair)
                    continue
        done.append(item)
    return done


def _is_mark(items: list[Item], at: int, marks: str) -> bool:
    data = items[at].data if 0 <= at < len(items) else None
    return isinstance(data, Mark) and data.text in marks


def couple(first: Item, second: Item) -> Item | None:
    """A person and a party side by side as one contender, or None if they are two."""
    one, two = first.data, second.data
    assert isinstance(one, Label) and isinstance(two, Label)
    if first.case or second.case not in ("", "gen"):
        return None
    person, party = (one, two) if one.candidate else (two, one)
    if not (person.candidate and party.is_party) or len(party.parties) != 1:
        return None
    if " " not in person.candidate and not person.known:
        return None
    clash = bool(person.parties) and party.parties[0] not in person.parties
    if person.parties and not clash and not person.contenders:
        return None
    label = replace(
        person,
        text=one.text,
        parties=person.parties or party.parties,
        sure=True,
        clash=clash,
    )
    return Item(label, first.start, second.end, second.case)
