"""How figures look in tables: Turkish notation, digits as published, nothing for what was not said.

Sorting keys live beside the texts they belong to, so that a table sorts by value and not by look.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from desk import turkish
from desk.facts.bulletin import Item, Slot, Topic, Value
from desk.facts.counting import alliance_of
from desk.facts.election import INDEPENDENT, Contest, Election, PlaceKind
from desk.facts.figures import plain, published
from desk.facts.leading import LeadWord
from desk.facts.opened import opened_by
from desk.facts.people import has_withdrawn
from desk.facts.post import PostKind, Printed, PrintedKind
from desk.facts.standing import Reported
from ui.texts import language
from ui.texts.notation import written
from ui.texts.numbered import numbered

NOTHING = ""

VALUE_ROLE = int(Qt.ItemDataRole.UserRole) + 50
"""A model's exact value behind a cell's text, for whoever copies it on."""


def contest_name(contest: Contest) -> str:
    """A race as the window calls it."""
    return contest.name_tr if language.current() == "tr" else contest.name_en


def share(value: Decimal | None) -> str:
    """A share or points with a decimal comma."""
    return NOTHING if value is None else published(value)


def clock(moment: datetime | None) -> str:
    """The time of day, `19.25`."""
    return NOTHING if moment is None else turkish.clock(moment.time())


def figure(election: Election, contest: str, item: Item, value: Value | None) -> str:
    """Any figure as the entry table shows it; a leader by name."""
    if value is None:
        return NOTHING
    if item is Item.LEADER:
        contender = election.contest(contest).contender(str(value))
        return contender.surname or election.label(contest, contender.code)
    if isinstance(value, int):
        return turkish.votes_dots(value)
    return published(value)


def said(value: Decimal | int) -> str:
    """A share or a count inside a sentence of the window, in the notation of its language."""
    return written(plain(value), language.current())


def said_figure(election: Election, contest: str, item: Item, value: Value) -> str:
    """Any figure inside a sentence of the window; a leader by name."""
    return said(value) if not isinstance(value, str) else figure(election, contest, item, value)


DAY = 24 * 60
"""Of a word that is older the minutes say nothing."""


def age_minutes(now: datetime, then: datetime | None) -> int | None:
    """Whole minutes since a bulletin; None if there was none."""
    return None if then is None else max(0, int((now - then).total_seconds() // 60))


def lead(
    election: Election,
    contest: str,
    word: LeadWord[Any, Decimal] | None,
    *,
    in_words: bool = False,
) -> str:
    """A lead in points or else in votes: who, and by how much; nothing where nothing was said.

    ``in_words`` is for a sentence of the window, in the notation of its language.
    """
    if word is None:
        return NOTHING
    by = ""
    if word.points is not None:
        by = f"+{said(word.points) if in_words else share(word.points)}"
    elif word.votes is not None:
        by = f"+{said(word.votes) if in_words else turkish.votes_dots(word.votes)}"
    if word.leader is not None:
        return f"{election.label(contest, word.leader)} {by}".rstrip()
    # A margin that was stated and nobody said whose is no tie.
    margin = word.points if word.points is not None else word.votes
    return by if word.stated and margin else QCoreApplication.translate("EntryCells", "level")


def gap(of_shares: Decimal | None, of_leads: Decimal | None) -> str:
    """The widest gap of a place; that of the leads, where no share is told twice, behind a +."""
    if of_shares is None and of_leads is not None:
        return f"+{share(of_leads)}"
    return share(of_shares)


def gap_tip(of_shares: Decimal | None, of_leads: Decimal | None) -> str:
    """What the widest gap of a place is a gap of."""
    lines = []
    if of_shares is not None:
        text = QCoreApplication.translate("Gaps", "Widest gap of a share: {gap} {gap:point|points}")
        lines.append(numbered(text, gap=said(of_shares)))
    if of_leads is not None:
        text = QCoreApplication.translate("Gaps", "The leads are {gap} {gap:point|points} apart")
        lines.append(numbered(text, gap=said(of_leads)))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class OpenedWord:
    """An agency's newest word on how much is opened: ``share`` as published, or worked out from
    the ``boxes`` of ``total`` where none was; ``hour`` where it is not that of the shares."""

    agency: str
    share: Decimal | None = None
    boxes: int | None = None
    total: int | None = None
    hour: datetime | None = None

    @property
    def published(self) -> bool:
        """Whether the agency gave the share itself."""
        return self.share is not None and self.boxes is None

    @property
    def text(self) -> str:
        """As a cell shows it: a worked-out share behind ≈, an hour in brackets."""
        if self.share is None:
            return NOTHING
        text = share(self.share) if self.published else f"≈{share(self.share)}"
        return text if self.hour is None else f"{text} ({clock(self.hour)})"

    @property
    def tip(self) -> str:
        """Where it comes from, as far as the cell cannot say it."""
        lines = []
        if self.share is not None and not self.published:
            text = QCoreApplication.translate("Opened", "from {boxes} of {total} {total:box|boxes}")
            lines.append(numbered(text, boxes=said(self.boxes or 0), total=said(self.total or 0)))
        if self.share is not None and self.hour is not None:
            text = QCoreApplication.translate("Opened", "{agency} at {time}")
            lines.append(text.format(agency=self.agency, time=clock(self.hour)))
        return "\n".join(lines)


def opened(reported: Reported, known: int | None) -> OpenedWord:
    """How much an agency says is opened; ``known`` are the place's own boxes."""
    agency, bulletin = reported.source.agency, reported.topics.get(Topic.OPENED)
    if bulletin is None:
        return OpenedWord(agency)
    count = opened_by(bulletin.figures, known)
    shares = reported.topics.get(Topic.SHARES)
    hour = bulletin.as_of if shares is not None and shares.as_of != bulletin.as_of else None
    if count.share is not None:
        return OpenedWord(agency, count.share, hour=hour)
    return OpenedWord(agency, count.part, count.boxes, count.total, hour)


def kind_names() -> dict[PostKind, str]:
    """The kinds as the window calls them."""
    return {
        PostKind.COMPARISON: QCoreApplication.translate("Kinds", "Comparison"),
        PostKind.FIRST: QCoreApplication.translate("Kinds", "First figures"),
        PostKind.LEAD: QCoreApplication.translate("Kinds", "Lead"),
        PostKind.STANDING: QCoreApplication.translate("Kinds", "Standing"),
        PostKind.CHANGES: QCoreApplication.translate("Kinds", "What changed"),
        PostKind.DIFFERENCES: QCoreApplication.translate("Kinds", "Where the agencies differ"),
        PostKind.LEADERS: QCoreApplication.translate("Kinds", "New leaders"),
        PostKind.STATEMENT: QCoreApplication.translate("Kinds", "Statement"),
        PostKind.NOTE: QCoreApplication.translate("Kinds", "Note"),
        PostKind.SUMMARY: QCoreApplication.translate("Kinds", "Summary to pin"),
        PostKind.CORRECTION: QCoreApplication.translate("Kinds", "Correction"),
        PostKind.CLOSING: QCoreApplication.translate("Kinds", "Closing post"),
    }


def item_label(item: Item) -> str:
    """An item by name, as running text calls it."""
    return {
        Item.SHARE: QCoreApplication.translate("Items", "share"),
        Item.VOTES: QCoreApplication.translate("Items", "votes"),
        Item.SEATS: QCoreApplication.translate("Items", "seats"),
        Item.OPENED_SHARE: QCoreApplication.translate("Items", "opened, %"),
        Item.OPENED_BOXES: QCoreApplication.translate("Items", "opened boxes"),
        Item.TOTAL_BOXES: QCoreApplication.translate("Items", "total boxes"),
        Item.TURNOUT: QCoreApplication.translate("Items", "turnout, %"),
        Item.LEAD_POINTS: QCoreApplication.translate("Items", "lead in points"),
        Item.LEAD_VOTES: QCoreApplication.translate("Items", "lead in votes"),
        Item.LEADER: QCoreApplication.translate("Items", "leader"),
    }[item]


def row_label(election: Election, slot: Slot) -> str:
    """Whose figure a slot is, or which: the contender by name, votes said to be votes."""
    row = slot.row
    label = item_label(row.item)
    if not row.contender:
        return label
    name = election.label(slot.source.contest, row.contender)
    return name if row.item is Item.SHARE else f"{name}, {label}"


def place_kind(kind: PlaceKind) -> str:
    """What a place is, by itself."""
    return {
        PlaceKind.COUNTRY: QCoreApplication.translate("Places", "country"),
        PlaceKind.INLAND: QCoreApplication.translate("Places", "all inside the country"),
        PlaceKind.ABROAD: QCoreApplication.translate("Places", "abroad"),
        PlaceKind.CUSTOMS: QCoreApplication.translate("Places", "customs gates"),
        PlaceKind.PROVINCE: QCoreApplication.translate("Places", "province"),
        PlaceKind.CONSTITUENCY: QCoreApplication.translate("Places", "constituency"),
        PlaceKind.DISTRICT: QCoreApplication.translate("Places", "district"),
        PlaceKind.TOWN: QCoreApplication.translate("Places", "town (belde)"),
    }[kind]


def contender_label(election: Election, contest: str, code: str, place: str) -> str:
    """A contender as tables of a place call it; one who has withdrawn there says so."""
    label = election.label(contest, code)
    if not has_withdrawn(election, contest, code, place):
        return label
    withdrawn = QCoreApplication.translate("EntryModel", "{contender} (withdrawn)")
    return withdrawn.format(contender=label)


def party_label(election: Election, contest: str, party: str) -> str:
    """A party as tables call it; who stands for none is independent."""
    known = {contender.code for contender in election.contest(contest).contenders}
    if party == INDEPENDENT and party not in known:
        return QCoreApplication.translate("Candidates", "Independent")
    return election.label(contest, party)


def slot_label(election: Election, slot: Slot) -> str:
    """A figure's address in one line."""
    return f"{slot.source.agency}, {slot.source.place}: {row_label(election, slot)}"


def printed_label(election: Election, printed: Printed) -> str:
    """What was printed of whom: the contender by name, a lead, a gap, who leads."""
    slot = printed.first.slot
    match printed.kind:
        case PrintedKind.LEAD:
            votes = slot.row.item is Item.VOTES
            return item_label(Item.LEAD_VOTES if votes else Item.LEAD_POINTS)
        case PrintedKind.LEADER:
            return item_label(Item.LEADER)
        case PrintedKind.SUM:
            codes = [one.slot.row.contender for one in printed.figures]
            party = alliance_of(election, slot.source.contest, codes)
            return party.short if party else row_label(election, slot)
        case PrintedKind.GAP:
            label = QCoreApplication.translate("Printed", "{figure}, gap")
            return label.format(figure=row_label(election, slot))
        case PrintedKind.EQUAL:
            label = QCoreApplication.translate("Printed", "{figure}, gap at equal opened share")
            return label.format(figure=row_label(election, slot))
    return _of_kind(printed.kind) or row_label(election, slot)


def _of_kind(kind: PrintedKind) -> str:
    """What is told by its kind alone; empty for what its figure says."""
    translate = QCoreApplication.translate
    return {
        PrintedKind.LEAD_GAP: translate("Printed", "leads, gap"),
        PrintedKind.ORDER: translate("Printed", "first places"),
        PrintedKind.WIDEST: translate("Printed", "widest gap"),
        PrintedKind.COUNT: translate("Printed", "districts counted"),
        PrintedKind.HOUR: translate("Printed", "hour"),
        PrintedKind.HALF: translate("Printed", "more than half"),
        PrintedKind.NEEDED: translate("Printed", "needed for half"),
    }.get(kind, "")


def printed_value(election: Election, printed: Printed | None) -> str:
    """A printed value as tables show it: digits as published, contenders and places by name."""
    if printed is None:
        return NOTHING
    contest, value = printed.first.slot.source.contest, printed.value
    match printed.kind:
        case PrintedKind.HALF:
            return figure(election, contest, Item.LEADER, value) if value else NOTHING
        case PrintedKind.LEADER if not value:
            return QCoreApplication.translate("Printed", "tie")
        case PrintedKind.LEADER:
            return figure(election, contest, Item.LEADER, value)
        case PrintedKind.ORDER:
            return ", ".join(election.label(contest, code) for code in str(value).split())
        case PrintedKind.WIDEST:
            return str(value)
        case PrintedKind.COUNT:
            return QCoreApplication.translate("Printed", "districts counted")
        case PrintedKind.HOUR:
            return clock(datetime.fromisoformat(str(value)))
    shown = figure(election, contest, Item.SHARE, value)
    return f"> {shown}" if printed.bound else shown
