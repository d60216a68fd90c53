"""What was printed, worked out again from the bulletins that stand: the same, another, or nothing.

Only what has become of the printed bulletins counts, never a newer one; nothing is worded here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from desk.facts.apart import equal_gap, leads_apart
from desk.facts.bulletin import MINUTE, Bulletin, Item, Row, Value
from desk.facts.counting import recounted
from desk.facts.election import OTHERS
from desk.facts.post import Cited, Printed, PrintedKind
from desk.facts.standing import computed_lead, shares_of, votes_lead, votes_of
from desk.posts.kinds.half import has_half, takes
from desk.posts.printed import apart, by_bulletin, together
from desk.posts.writer import figure_of

Stands = Callable[[int], Bulletin | None]
"""The bulletin that stands in the place of one; None if none does."""


class Afresh:
    """Works printed things out again. ``filed`` gives a bulletin as it was filed."""

    def __init__(self, filed: Callable[[int], Bulletin], stands: Stands) -> None:
        self._filed, self._stands = filed, stands

    def printed(self, said: Printed) -> Printed | None:
        """The same as it would be printed now; None where it can no longer be said."""
        return _KINDS[said.kind](self, said)

    def figure(self, said: Printed) -> Printed | None:
        """A figure as the bulletin that stands gives it."""
        now = self._now(said.first)
        return None if now is None or isinstance(now.value, str) else _number(said, now.value, now)

    def lead(self, said: Printed) -> Printed | None:
        """How far the first is ahead of the second, whoever they are now."""
        one, other = said.figures
        if not self._were_first(said):
            return self.gap(said)
        bulletin = self._stands(one.bulletin)
        item = other.slot.row.item
        if bulletin is None:
            return None
        lead = votes_lead(bulletin) if item is Item.VOTES else computed_lead(bulletin)
        two = first_two(bulletin, item)
        if lead is None or len(two) < 2 or (item is Item.SHARE and lead.points is None):
            # Somebody who is missing now may be among the first two.
            return None
        figures = [figure_of(bulletin, row) for row in two]
        return _number(said, _difference(figures), *figures)

    def gap(self, said: Printed) -> Printed | None:
        """The distance between two figures."""
        figures = [now for one in said.figures if (now := self._now(one)) is not None]
        if len(figures) < 2 or self._is_of_others(figures):
            return None
        return _number(said, _difference(figures), *figures)

    def _is_of_others(self, figures: Iterable[Cited]) -> bool:
        """Whether *Diğer* has come to stand for other contenders in each."""
        if all(one.slot.row.contender != OTHERS for one in figures):
            return False
        standing = [self._stands(one.bulletin) for one in figures]
        return len({frozenset(shares_of(one.figures)) for one in standing if one}) > 1

    def lead_gap(self, said: Printed) -> Printed | None:
        """How far two leads are apart, whoever they are of now; in the notation it was told in."""
        figures: list[Cited] = []
        for number in dict.fromkeys(one.bulletin for one in said.figures):
            of_one = [one for one in said.figures if one.bulletin == number]
            bulletin, item = self._stands(number), of_one[0].slot.row.item
            if bulletin is None:
                return None
            if item is Item.SHARE:
                lead = computed_lead(bulletin)
                if lead is None or (lead.points is None and not _stated_margin(said, of_one[0])):
                    return None
            rows = [one.slot.row for one in of_one]
            if item.per_contender:
                rows = first_two(bulletin, item, rows)
            if not all(row in bulletin.figures for row in rows):
                return None
            figures += [figure_of(bulletin, row) for row in rows]
        found = leads_apart(figures)
        if not found:
            return None
        exact = said.value == leads_apart(said.figures)[0]
        return _number(said, found[0] if exact else found[-1], *figures)

    def equal(self, said: Printed) -> Printed | None:
        """A gap at equal opened share, from the same bulletins as they stand."""
        figures = [now for one in said.figures if (now := self._now(one)) is not None]
        found = equal_gap(figures)
        if found is None or len(figures) < len(said.figures):
            return None
        return _number(said, found.said, *figures)

    def leader(self, said: Printed) -> Printed | None:
        """Who leads by what the words rest on: as stated, by shares, or by votes."""
        bulletin = self._stands(said.first.bulletin)
        if bulletin is None:
            return None
        item = said.first.slot.row.item
        stated = bulletin.figures.get(Row(Item.LEADER))
        if item is Item.LEADER and isinstance(stated, str):
            return replace(said, value=stated, figures=(figure_of(bulletin, Row(Item.LEADER)),))
        by_count = item is Item.VOTES
        lead = votes_lead(bulletin) if by_count else computed_lead(bulletin)
        if lead is None:
            return None
        two = first_two(bulletin, Item.VOTES if by_count else Item.SHARE)
        figures = tuple(figure_of(bulletin, row) for row in two)
        return replace(said, value=lead.leader or "", figures=figures)

    def order(self, said: Printed) -> Printed | None:
        """As many as were listed, in falling order. The listed keep their places while they tie."""
        bulletin = self._stands(said.first.bulletin)
        if bulletin is None:
            return None
        listed = [one.slot.row.contender for one in said.figures]
        values = _values(bulletin, said.first.slot.row.item)
        codes = sorted(
            (code for code in values if code != OTHERS),
            key=lambda code: (-values[code], listed.index(code) if code in listed else len(listed)),
        )[: len(listed)]
        rows = [Row(said.first.slot.row.item, code) for code in codes]
        if not rows:
            return None
        figures = tuple(figure_of(bulletin, row) for row in rows)
        return replace(said, value=" ".join(codes), figures=figures)

    def widest(self, said: Printed) -> Printed | None:
        """Where the gap is the widest of those that were told."""
        pairs = zip(said.figures[::2], said.figures[1::2], strict=True)
        now = [(self._now(one), self._now(other)) for one, other in pairs]
        told = [(one, other) for one, other in now if one is not None and other is not None]
        if not told:
            return None

        def wide(pair: tuple[Cited, Cited]) -> tuple[Decimal | int, bool, str]:
            place = pair[0].slot.source.place
            return _difference(pair), place == said.value, place

        widest = max(told, key=wide)
        return replace(said, value=widest[0].slot.source.place, figures=widest)

    def hour(self, said: Printed) -> Printed | None:
        """The hour the bulletin that stands gives."""
        bulletin = self._stands(said.first.bulletin)
        if bulletin is None or not bulletin.figures:
            return None
        row = said.first.slot.row
        row = row if row in bulletin.figures else min(bulletin.figures)
        figures = (figure_of(bulletin, row),)
        return replace(said, value=bulletin.as_of.strftime(MINUTE), figures=figures)

    def count(self, said: Printed) -> Printed | None:
        """In how many places she leads by the bulletins that stand."""
        now: list[Cited] = []
        for group in by_bulletin(said.figures).values():
            named = [one for one in group if _names_somebody(one)]
            word = self.leader(Printed(PrintedKind.LEADER, "", tuple(named))) if named else None
            now += word.figures if word else ()
        places, figures = recounted(said.figures, now)
        return replace(said, value=places, figures=figures) if figures else None

    def half(self, said: Printed) -> Printed | None:
        """Whether she still has more than half, by the same figures."""
        figures = tuple(now for one in said.figures if (now := self._now(one)) is not None)
        if not figures or figures[0].slot.row != said.first.slot.row:
            return None
        whole = len(figures) == len(said.figures)
        return replace(
            said, value=said.value if whole and has_half(figures) else "", figures=figures
        )

    def needed(self, said: Printed) -> Printed | None:
        """What half still takes, the lower or the upper end as it was."""
        figures = [now for one in said.figures if (now := self._now(one)) is not None]
        found = takes(figures) if len(figures) == len(said.figures) else ()
        if not found:
            return None
        return _number(said, found[0 if said.value == takes(said.figures)[0] else -1], *figures)

    def sum(self, said: Printed) -> Printed | None:
        """What the same contenders have together; None where one of them is not given."""
        figures = [now for one in said.figures if (now := self._now(one)) is not None]
        if len(figures) < len(said.figures):
            return None
        return _number(said, together(figures), *figures)

    def _now(self, cited: Cited) -> Cited | None:
        bulletin = self._stands(cited.bulletin)
        row = cited.slot.row
        return figure_of(bulletin, row) if bulletin and row in bulletin.figures else None

    def _were_first(self, said: Printed) -> bool:
        one, other = said.figures
        if one.bulletin != other.bulletin:
            return False
        rows = {one.slot.row, other.slot.row}
        return rows == set(first_two(self._filed(one.bulletin), one.slot.row.item, rows))


_KINDS: Mapping[PrintedKind, Callable[[Afresh, Printed], Printed | None]] = {
    PrintedKind.FIGURE: Afresh.figure,
    PrintedKind.LEAD: Afresh.lead,
    PrintedKind.GAP: Afresh.gap,
    PrintedKind.LEAD_GAP: Afresh.lead_gap,
    PrintedKind.EQUAL: Afresh.equal,
    PrintedKind.LEADER: Afresh.leader,
    PrintedKind.ORDER: Afresh.order,
    PrintedKind.WIDEST: Afresh.widest,
    PrintedKind.HOUR: Afresh.hour,
    PrintedKind.COUNT: Afresh.count,
    PrintedKind.SUM: Afresh.sum,
    PrintedKind.HALF: Afresh.half,
    PrintedKind.NEEDED: Afresh.needed,
}


def differing(
    said: Iterable[Printed], now: Callable[[Printed], Printed | None]
) -> list[tuple[Printed, Printed | None]]:
    """What would be printed otherwise now, each with what is right.

    An order is told only where nothing else tells it: somebody else stands first though no leader
    was named, or somebody who was not listed belongs among them.
    """
    found = [(one, fresh) for one in said if not _same(one, fresh := now(one))]
    led = {one.first.bulletin for one, _ in found if one.kind is PrintedKind.LEADER}
    return [
        (one, fresh)
        for one, fresh in found
        if one.kind is not PrintedKind.ORDER or one.first.bulletin not in led
    ]


def _stated_margin(said: Printed, of_agency: Cited) -> bool:
    """Whether an agency stated its margin, so that its shares tell only whose it is."""
    agency = of_agency.slot.source.agency
    return any(
        one.slot.row.item is Item.LEAD_POINTS and one.slot.source.agency == agency
        for one in said.figures
    )


def _names_somebody(cited: Cited) -> bool:
    return cited.slot.row.item is Item.LEADER or cited.slot.row.item.per_contender


def _same(said: Printed, now: Printed | None) -> bool:
    if said.kind in (PrintedKind.ORDER, PrintedKind.HOUR, PrintedKind.WIDEST) and now is None:
        # What was withdrawn is told figure by figure.
        return True
    if now is None:
        return False
    if said.kind is PrintedKind.ORDER:
        listed, right = str(said.value).split(), str(now.value).split()
        return right[0] == listed[0] and set(right) <= set(listed)
    return now.value == said.value and now.bound is said.bound


def _number(said: Printed, value: Value, *figures: Cited) -> Printed:
    """The same with another number; a bound as the whole points below it, where there are any."""
    whole = int(value) if said.bound and isinstance(value, Decimal) else 0
    bound = bool(whole) and value != whole
    return replace(said, value=whole if bound else value, figures=figures, bound=bound)


def _difference(figures: Sequence[Cited]) -> Decimal | int:
    one, other = (figure.value for figure in figures)
    return apart(one, other)


def _values(bulletin: Bulletin, item: Item) -> dict[str, Decimal]:
    if item is Item.VOTES:
        return {code: Decimal(count) for code, count in votes_of(bulletin.figures).items()}
    return shares_of(bulletin.figures)


def first_two(bulletin: Bulletin, item: Item, wanted: Iterable[Row] = ()) -> list[Row]:
    """The rows of the two that are ahead; among equals those ``wanted`` come first."""
    values = _values(bulletin, item)
    near = {row.contender for row in wanted}
    codes = sorted(
        (code for code in values if code != OTHERS),
        key=lambda code: (-values[code], code not in near, code),
    )
    return [Row(item, code) for code in codes[:2]]
