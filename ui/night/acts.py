"""What the editor did: what the menu and the message call it, and where it shows.

An act keeps what it needs to be named by after it is undone; nothing here does or undoes anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch

from PySide6.QtCore import QCoreApplication

from desk.facts import edits, settings
from desk.facts.bulletin import Bulletin, Draft, Item, Row, Slot, Source
from desk.facts.edits import Change
from desk.facts.election import Election
from desk.facts.finding import Found
from desk.facts.people import Person
from desk.file.session import Session
from desk.posts import ledger
from ui.texts import names as shown
from ui.texts.language import current as current_language
from ui.texts.settings import setting_act

NAMED = 3
"""How many parts of an act are named; of more, their number is."""


# Where an act shows


@dataclass(frozen=True, slots=True)
class CellSpot:
    """A cell of the entry table; ``row`` None is the time's."""

    source: Source
    row: Row | None


@dataclass(frozen=True, slots=True)
class ColumnSpot:
    """A column of the entry table, and the bulletin in the list beside it (0: the draft)."""

    source: Source
    bulletin: int = 0


@dataclass(frozen=True, slots=True)
class FindingSpot:
    """A finding in the list of its place."""

    source: Source
    key: str


@dataclass(frozen=True, slots=True)
class ContenderSpot:
    """A contender's row in every table of a contest."""

    contest: str
    row: Row


@dataclass(frozen=True, slots=True)
class ChosenSpot:
    """A place in the comparison, ticked for the post or not."""

    place: str


@dataclass(frozen=True, slots=True)
class PostSpot:
    """A post in the ledger."""

    post: int


@dataclass(frozen=True, slots=True)
class PlaceSpot:
    """A place of the night, by the names it has before and after."""

    names: tuple[str, ...]


Spot = CellSpot | ColumnSpot | FindingSpot | ContenderSpot | PlaceSpot | ChosenSpot | PostSpot


# What was done


@dataclass(frozen=True, slots=True)
class ActBulletin:
    """A bulletin an edit is about: of whom, of when, under which number."""

    source: Source
    as_of: datetime
    number: int = 0
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """One edit with the names of what it was about, as they were when it was done."""

    change: Change
    election: Election
    bulletins: tuple[ActBulletin, ...] = ()
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What the editor did at once: one edit, or several that belong together."""

    deeds: tuple[Deed, ...]

    def title(self) -> str:
        """What it was and what it was about, in the language in force."""
        return _joined([_title(deed.change.done, deed) for deed in self.deeds])

    def spots(self) -> tuple[Spot, ...]:
        """Where it shows, in the order it was done; nowhere, if only the message tells of it."""
        return tuple(spot for deed in self.deeds for spot in _spots(deed))


def deed(session: Session, change: Change) -> Deed:
    """A change that has just been made, with the names that belong to it."""
    done, bulletins, headline = change.done, tuple[ActBulletin, ...](), ""
    if isinstance(done, edits.FileBulletins):
        filed = zip(done.bulletins, change.bulletins, strict=True)
        bulletins = tuple(ActBulletin(new.source, new.as_of, number) for new, number in filed)
    elif isinstance(done, edits.BeginCorrection):
        bulletins = (_bulletin(session.bulletin(done.bulletin)),)
    elif post := _paged_post(change):
        headline = "; ".join(entry.headline for entry in ledger.entries(session, (post,)))
    elif isinstance(done, edits.SetSetting) and (noted := settings.noted_bulletin(done.name)):
        bulletins = (_bulletin(session.bulletin(noted)),)
    elif change.bulletins:
        bulletins = tuple(_bulletin(session.bulletin(number)) for number in change.bulletins)
    elif change.posts:
        headline = "; ".join(entry.headline for entry in ledger.entries(session, change.posts))
    return Deed(change, session.election, bulletins, headline)


def undone() -> str:
    """The reason the file keeps for what was taken back by undo."""
    return QCoreApplication.translate("Edits", "undone")


def done_again() -> str:
    """The reason the file keeps for what was undone and done again."""
    return QCoreApplication.translate("Edits", "done again")


def _bulletin(bulletin: Bulletin) -> ActBulletin:
    return ActBulletin(bulletin.source, bulletin.as_of, bulletin.id, bulletin.replaces is not None)


def _spots(deed: Deed) -> list[Spot]:
    done = deed.change.done
    match done:
        case edits.SetFigure():
            return [CellSpot(done.source, done.row)]
        case edits.PutDraft():
            return [CellSpot(done.source, None) if _is_time(deed) else ColumnSpot(done.source)]
        case edits.Accept() | edits.Unaccept():
            return [FindingSpot(source, done.finding.key) for source in done.finding.sources[:1]]
        case edits.AddContender():
            return [ContenderSpot(done.contest, _share(done.contender.code))]
        case edits.RemoveContender() | edits.ShowContender() | edits.SetWithdrawn():
            return [ContenderSpot(done.contest, _share(done.code))]
        case edits.Retract() | edits.Restore():
            return [PostSpot(number) for number in done.posts]
        case edits.SetSetting() if post := _paged_post(deed.change):
            return [PostSpot(post)]
        case edits.SetSetting(name=edits.POST_PLACES):
            put, taken = _chosen(deed)
            return [ChosenSpot(place) for place in (*put, *taken)]
        case edits.SetSetting() if not deed.bulletins and (place := _noted_place(deed, done.name)):
            return [PlaceSpot((place,))]
    if names := _places_of(done):
        return [PlaceSpot(names)]
    return [ColumnSpot(one.source, one.number) for one in deed.bulletins]


def _places_of(done: edits.Edit) -> tuple[str, ...]:
    """What the place an edit is of is called, before and after."""
    match done:
        case edits.AddPlace():
            return (done.place.name,)
        case edits.RemovePlace():
            return (done.name,)
        case edits.RenamePlace():
            return (done.place, done.to)
        case edits.CorrectPlace():
            return (done.place,)
    return ()


# What it is called


@singledispatch
def _title(edit: object, deed: Deed) -> str:
    raise TypeError(f"an edit without a title: {edit!r}")


@_title.register
def _figure(edit: edits.SetFigure, deed: Deed) -> str:
    slot = Slot(edit.source, edit.row)
    figure = f"{_column(deed, edit.source)}: {shown.row_label(deed.election, slot)}"
    if edit.value is None:
        return QCoreApplication.translate("Edits", "{figure} (cleared)").format(figure=figure)
    value = shown.figure(deed.election, edit.source.contest, edit.row.item, edit.value)
    return f"{figure} {value}"


@_title.register
def _draft(edit: edits.PutDraft, deed: Deed) -> str:
    before, after = _drafts(deed)
    if _is_time(deed):
        column = _column(deed, edit.source)
        if after is None or not after.timed:
            return QCoreApplication.translate("Edits", "{column}: time (cleared)").format(
                column=column
            )
        return QCoreApplication.translate("Edits", "{column}: time {time}").format(
            column=column, time=shown.clock(after.as_of)
        )
    draft = after or before
    text = (
        QCoreApplication.translate("Edits", "{bulletin}, draft discarded")
        if after is None
        else QCoreApplication.translate("Edits", "{bulletin}, draft")
    )
    return text.format(bulletin=_column(deed, edit.source, draft.as_of if draft else None))


@_title.register
def _correction(edit: edits.BeginCorrection, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "{bulletin}, correction begun").format(
        bulletin=_bulletins(deed)
    )


@_title.register(edits.FileDraft)
@_title.register(edits.FileBulletins)
def _filing(edit: edits.FileDraft | edits.FileBulletins, deed: Deed) -> str:
    text = (
        QCoreApplication.translate("Edits", "{bulletin}, correction")
        if all(one.corrects for one in deed.bulletins)
        else QCoreApplication.translate("Edits", "{bulletin}, filing")
    )
    return text.format(bulletin=_bulletins(deed))


@_title.register
def _withdrawal(edit: edits.Withdraw, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "{bulletin}, withdrawal").format(
        bulletin=_bulletins(deed)
    )


@_title.register
def _reinstatement(edit: edits.Reinstate, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "{bulletin}, standing again").format(
        bulletin=_bulletins(deed)
    )


@_title.register
def _agency_added(edit: edits.AddAgency, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "agency {agency} added").format(
        agency=edit.agency.code
    )


@_title.register
def _agency_removed(edit: edits.RemoveAgency, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "agency {agency} removed").format(agency=edit.code)


@_title.register
def _contender_added(edit: edits.AddContender, deed: Deed) -> str:
    return _row(deed, edit.contest, edit.contender.candidate or edit.party.short, added=True)


@_title.register
def _contender_removed(edit: edits.RemoveContender, deed: Deed) -> str:
    gone = deed.change.inverse
    assert isinstance(gone, edits.AddContender)
    return _row(deed, edit.contest, gone.contender.candidate or gone.party.short, added=False)


@_title.register
def _contender_shown(edit: edits.ShowContender, deed: Deed) -> str:
    name = deed.election.label(edit.contest, edit.code)
    return _row(deed, edit.contest, name, added=edit.shown)


@_title.register
def _withdrawn(edit: edits.SetWithdrawn, deed: Deed) -> str:
    text = (
        QCoreApplication.translate("Edits", "{contest}: {name} has withdrawn")
        if edit.withdrawn
        else QCoreApplication.translate("Edits", "{contest}: {name} stands again")
    )
    name = deed.election.label(edit.contest, edit.code)
    contest = _contest(deed, edit.contest)
    return text.format(contest=f"{contest}, {edit.place}" if edit.place else contest, name=name)


@_title.register
def _place_added(edit: edits.AddPlace, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "place {place} added").format(place=edit.place.name)


@_title.register
def _place_removed(edit: edits.RemovePlace, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "place {place} removed").format(place=edit.name)


@_title.register
def _place_renamed(edit: edits.RenamePlace, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "{place} renamed {name}").format(
        place=edit.place, name=edit.to
    )


@_title.register
def _place_corrected(edit: edits.CorrectPlace, deed: Deed) -> str:
    text = QCoreApplication.translate("Edits", "{place}: boxes and voters corrected")
    place = f"{edit.place} ({_contest(deed, edit.contest)})" if edit.contest else edit.place
    return text.format(place=place)


@_title.register
def _acceptance(edit: edits.Accept, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "{finding} accepted").format(
        finding=_finding(deed, edit.finding)
    )


@_title.register
def _acceptance_back(edit: edits.Unaccept, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "{finding} no longer accepted").format(
        finding=_finding(deed, edit.finding)
    )


@_title.register
def _retraction(edit: edits.Retract, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "post “{headline}” retracted").format(
        headline=deed.headline
    )


@_title.register
def _restoration(edit: edits.Restore, deed: Deed) -> str:
    return QCoreApplication.translate("Edits", "post “{headline}” standing again").format(
        headline=deed.headline
    )


@_title.register
def _name(edit: edits.LearnAlias, deed: Deed) -> str:
    text = (
        QCoreApplication.translate("Edits", "name “{label}” forgotten")
        if edit.contender is None
        else QCoreApplication.translate("Edits", "name “{label}” learned")
    )
    return text.format(label=edit.label)


@_title.register
def _people(edit: edits.SetPeople, deed: Deed) -> str:
    back = deed.change.inverse
    assert isinstance(back, edits.SetPeople)
    said = []
    if new := [one for one in edit.people if one not in back.people]:
        text = QCoreApplication.translate("Edits", "candidates listed: {people}")
        said.append(text.format(people=_joined([_person(deed, one) for one in new])))
    # Whoever is replaced goes without a word of his own.
    seats = {one.seat for one in new}
    gone = [one for one in back.people if one not in edit.people and one.seat not in seats]
    if gone:
        text = QCoreApplication.translate("Edits", "candidates taken out: {people}")
        said.append(text.format(people=_joined([_person(deed, one) for one in gone])))
    return "; ".join(said) or QCoreApplication.translate("Edits", "candidates as they were")


@_title.register
def _setting(edit: edits.SetSetting, deed: Deed) -> str:
    if edit.name == edits.POST_PLACES:
        return _ticks(deed)
    if edit.name == settings.BAN_LIFTED:
        if edit.value is None:
            return QCoreApplication.translate("Edits", "broadcast ban: not lifted")
        time = shown.clock(datetime.fromisoformat(edit.value))
        return QCoreApplication.translate("Edits", "broadcast ban: lifted at {time}").format(
            time=time
        )
    if edit.name.startswith(settings.PAGE):
        return _on_page(edit).format(post=deed.headline)
    if edit.name.startswith(settings.NOTE):
        about = _bulletins(deed) or _noted_place(deed, edit.name)
        if edit.value is None:
            return QCoreApplication.translate("Edits", "note on {place} (removed)").format(
                place=about
            )
        return QCoreApplication.translate("Edits", "note on {place}").format(place=about)
    return setting_act(edit.name, edit.value, current_language())


# Inside


def _joined(parts: Sequence[str]) -> str:
    """Each part once; of many, the first few and how many more."""
    parts = list(dict.fromkeys(parts))
    more = len(parts) - NAMED
    return "; ".join(parts[:NAMED]) + (f" +{more}" if more > 0 else "")


def _column(deed: Deed, source: Source, as_of: datetime | None = None) -> str:
    """Place and agency, a bulletin's time, and the contest where it is not the night's first."""
    time = f" {shown.clock(as_of)}" if as_of is not None else ""
    contest = ""
    if source.contest != deed.election.contests[0].id:
        contest = f" ({_contest(deed, source.contest)})"
    return f"{source.place}, {source.agency}{time}{contest}"


def _contest(deed: Deed, contest: str) -> str:
    return shown.contest_name(deed.election.contest(contest))


def _bulletins(deed: Deed) -> str:
    return _joined([_column(deed, one.source, one.as_of) for one in deed.bulletins])


def _finding(deed: Deed, found: Found) -> str:
    columns = [_column(deed, source) for source in found.sources]
    return f"{_joined(columns)}: {found.code}"


def _row(deed: Deed, contest: str, name: str, *, added: bool) -> str:
    text = (
        QCoreApplication.translate("Edits", "{contest}: row of {name} added")
        if added
        else QCoreApplication.translate("Edits", "{contest}: row of {name} removed")
    )
    return text.format(contest=_contest(deed, contest), name=name)


def _person(deed: Deed, person: Person) -> str:
    """The name with its place, or with the contest where it stands in all of it."""
    return f"{person.name} ({person.place or _contest(deed, person.contest)})"


def _ticks(deed: Deed) -> str:
    put, taken = _chosen(deed)
    said = []
    if put:
        text = QCoreApplication.translate("Edits", "{places} put into the post")
        said.append(text.format(places=_joined(put)))
    if taken:
        text = QCoreApplication.translate("Edits", "{places} taken out of the post")
        said.append(text.format(places=_joined(taken)))
    return "; ".join(said) or QCoreApplication.translate("Edits", "places of the post")


def _on_page(edit: edits.SetSetting) -> str:
    """What an edit does to a post on the liveblog's page."""
    if edit.name == settings.PINNED:
        if edit.value is None:
            return QCoreApplication.translate("Edits", "“{post}” no longer pinned")
        return QCoreApplication.translate("Edits", "“{post}” pinned on the page")
    if edit.value == settings.YES:
        return QCoreApplication.translate("Edits", "“{post}” a key event")
    if edit.value is None:
        return QCoreApplication.translate("Edits", "“{post}” a key event by its kind")
    return QCoreApplication.translate("Edits", "“{post}” no key event")


def _paged_post(change: Change) -> int:
    """The post that a setting of the liveblog's page is of, after or before; 0 for other edits."""
    done, back = change.done, change.inverse
    if not (isinstance(done, edits.SetSetting) and isinstance(back, edits.SetSetting)):
        return 0
    if not done.name.startswith(settings.PAGE):
        return 0
    return settings.of_page(done.name, done.value) or settings.of_page(back.name, back.value)


def _noted_place(deed: Deed, name: str) -> str:
    """The place a note is on; empty for any other setting."""
    found = (one.name for one in deed.election.places if settings.place_note(one) == name)
    return next(found, "")


def _chosen(deed: Deed) -> tuple[list[str], list[str]]:
    """The places an edit put into the post, and those it took out."""
    done, back = deed.change.done, deed.change.inverse
    assert isinstance(done, edits.SetSetting) and isinstance(back, edits.SetSetting)
    after, before = (one.value.splitlines() if one.value else [] for one in (done, back))
    return [p for p in after if p not in before], [p for p in before if p not in after]


def _drafts(deed: Deed) -> tuple[Draft | None, Draft | None]:
    """The draft before and after a whole one was put in place."""
    done, back = deed.change.done, deed.change.inverse
    assert isinstance(done, edits.PutDraft) and isinstance(back, edits.PutDraft)
    return back.draft, done.draft


def _is_time(deed: Deed) -> bool:
    """Whether a draft was put in place for the sake of its time alone."""
    before, after = _drafts(deed)
    if before is None and after is None:
        return False
    figures = [dict(draft.figures) if draft else {} for draft in (before, after)]
    replaces = {draft.replaces for draft in (before, after) if draft}
    return figures[0] == figures[1] and len(replaces) == 1


def _share(contender: str) -> Row:
    return Row(Item.SHARE, contender)
