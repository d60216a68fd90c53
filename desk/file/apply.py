"""What each edit does to the file, and the edit that takes it back.

Runs inside the session's transaction, on disk and mirror alike, so nothing here asks a clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import singledispatch

from desk.facts import ban, edits, people, settings
from desk.facts.bulletin import Bulletin, BulletinState, Draft, Figures, Row, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, Edit
from desk.facts.election import OTHERS, Election, PlaceCounts, before_others
from desk.file import (
    acceptance_rows,
    chain,
    election_rows,
    people_rows,
    post_rows,
    raw_text_rows,
    rows,
)
from desk.file.disk import Database

UNDONE = "undo"
"""The reason of an inverse; whoever asks for it with words of the editor's language gives those."""


_SEALED = {
    edits.AddAgency: "election",
    edits.RemoveAgency: "election",
    edits.AddContender: "election",
    edits.RemoveContender: "election",
    edits.ShowContender: "election",
    edits.SetWithdrawn: "election",
    edits.AddPlace: "election",
    edits.RemovePlace: "election",
    edits.RenamePlace: "election",
    edits.CorrectPlace: "election",
    edits.LearnAlias: "names",
    edits.SetPeople: "people",
    edits.SetSetting: "settings",
}
"""What each edit changes that is sealed whole; whatever is filed is sealed row by row."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom an edit is made: UTC text, login name, and the night's local minute."""

    at: str
    by: str
    minute: datetime


@dataclass(frozen=True, slots=True)
class Hands:
    """What an edit works with."""

    db: Database
    election: Election
    stamp: Stamp


def carry_out(db: Database, election: Election, edit: Edit, stamp: Stamp) -> Change:
    """Do an edit. Refusals leave the transaction to be rolled back."""
    change = _do(edit, Hands(db, election, stamp))
    if (kind := _SEALED.get(type(edit))) is not None:
        chain.seal(db, kind)
    return change


@singledispatch
def _do(edit: object, hands: Hands) -> Change:
    raise TypeError(f"no such edit: {edit!r}")


def _must_be_held(hands: Hands, source: Source) -> None:
    """Refuse (E158) figures of a place where the contest is not voted for."""
    # A place or contest the file does not have is refused by the file itself.
    known = {place.name for place in hands.election.places}
    races = {contest.id: contest for contest in hands.election.contests}
    if source.place not in known or source.contest not in races:
        return
    if not hands.election.is_held(source.contest, source.place):
        raise Refusal(Code.E158, text=source.place, contest=races[source.contest].name_tr)


def _minute(hands: Hands, source: Source) -> datetime:
    """The time of a draft nobody has given one: now, but never before what its column has filed.

    A clock that was set back would hide the bulletin behind the one before it.
    """
    return max(hands.stamp.minute, rows.newest_minute(hands.db, source) or hands.stamp.minute)


@_do.register
def _set_figure(edit: edits.SetFigure, hands: Hands) -> Change:
    source = edit.source
    _must_be_held(hands, source)
    old = rows.read_draft(hands.db, source)
    as_of = old.as_of if old else edit.as_of or _minute(hands, source)
    draft = old or Draft(source, as_of)
    figures = dict(draft.figures)
    before = figures.pop(edit.row, None)
    if edit.value is not None:
        figures[edit.row] = edit.value
    rows.put_draft(hands.db, source, _kept(replace(draft, figures=figures)))
    return Change(
        done=replace(edit, as_of=as_of),
        inverse=replace(edit, value=before, as_of=as_of),
        sources=frozenset({source}),
    )


@_do.register
def _set_time(edit: edits.SetTime, hands: Hands) -> Change:
    old = rows.read_draft(hands.db, edit.source)
    minute = _minute(hands, edit.source)
    draft = old or Draft(edit.source, minute)
    timed = edit.as_of is not None
    new = _kept(replace(draft, as_of=edit.as_of or minute, timed=timed))
    rows.put_draft(hands.db, edit.source, new)
    return Change(
        # Whole drafts both ways: done again later, the desk's clock would say another minute.
        done=edits.PutDraft(edit.source, new),
        inverse=edits.PutDraft(edit.source, old),
        sources=frozenset({edit.source}),
    )


@_do.register
def _put_draft(edit: edits.PutDraft, hands: Hands) -> Change:
    old = rows.read_draft(hands.db, edit.source)
    rows.put_draft(hands.db, edit.source, edit.draft)
    return Change(edit, edits.PutDraft(edit.source, old), frozenset({edit.source}))


@_do.register
def _begin_correction(edit: edits.BeginCorrection, hands: Hands) -> Change:
    wrong = _standing(hands, edit.bulletin)
    old = rows.read_draft(hands.db, wrong.source)
    if old is not None:
        raise Refusal(Code.E138, agency=wrong.source.agency, place=wrong.source.place)
    draft = Draft(wrong.source, wrong.as_of, wrong.figures, timed=True, replaces=wrong.id)
    rows.put_draft(hands.db, wrong.source, draft)
    return Change(edit, edits.PutDraft(wrong.source, None), frozenset({wrong.source}))


@_do.register
def _file_draft(edit: edits.FileDraft, hands: Hands) -> Change:
    draft = rows.read_draft(hands.db, edit.source)
    if draft is None or not draft.figures:
        raise Refusal(Code.E136, agency=edit.source.agency, place=edit.source.place)
    if draft.replaces is not None:
        _standing(hands, draft.replaces)
        _need_reason(edit.reason)
    else:
        _not_twice(hands, draft.source, draft.as_of, draft.figures)
    number = rows.file_bulletin(
        hands.db,
        draft.source,
        draft.as_of,
        draft.figures,
        filed_at=hands.stamp.at,
        filed_by=hands.stamp.by,
        replaces=draft.replaces,
        reason=edit.reason.strip() if draft.replaces is not None else "",
    )
    rows.put_draft(hands.db, draft.source, None)
    inverse = edits.Withdraw((number,), UNDONE, draft)
    return Change(edit, inverse, frozenset({draft.source}), (number,), filed=True)


@_do.register
def _file_bulletins(edit: edits.FileBulletins, hands: Hands) -> Change:
    if not edit.bulletins:
        raise Refusal(Code.E133)
    text = None
    if edit.text:
        text = raw_text_rows.write_text(hands.db, edit.text, hands.stamp.at, hands.stamp.by)
    numbers = []
    for position, new in enumerate(edit.bulletins):
        if not new.figures:
            raise Refusal(
                Code.E136, agency=new.source.agency, place=new.source.place, position=position
            )
        try:
            _must_be_held(hands, new.source)
            _not_twice(hands, new.source, new.as_of, new.figures)
            if new.replaces is not None:
                _may_replace(hands, new, edit.reason)
        except Refusal as refusal:
            raise refusal.at(position=position) from None
        number = rows.file_bulletin(
            hands.db,
            new.source,
            new.as_of,
            new.figures,
            filed_at=hands.stamp.at,
            filed_by=hands.stamp.by,
            replaces=new.replaces,
            reason=edit.reason.strip() if new.replaces is not None else "",
        )
        if text is not None:
            raw_text_rows.write_fragments(hands.db, number, text, new.fragments)
        numbers.append(number)
    return Change(
        edit,
        edits.Withdraw(tuple(numbers), UNDONE),
        frozenset(new.source for new in edit.bulletins),
        tuple(numbers),
        filed=True,
    )


@_do.register
def _withdraw(edit: edits.Withdraw, hands: Hands) -> Change:
    _need_reason(edit.reason)
    withdrawn = [_standing(hands, number) for number in edit.bulletins]
    _mark(hands, edit.bulletins, "withdrawn", edit.reason)
    if edit.draft is not None:
        # Taking back a filing gives the draft back.
        _exchange_draft(hands, edit.draft.source, None, edit.draft)
    # The same bulletin comes back: a new one would have a number no later edit knows.
    inverse = edits.Reinstate(edit.bulletins, UNDONE, edit.draft)
    return Change(edit, inverse, _sources(withdrawn), edit.bulletins, filed=True)


@_do.register
def _reinstate(edit: edits.Reinstate, hands: Hands) -> Change:
    _need_reason(edit.reason)
    found = [rows.read_bulletin(hands.db, number) for number in edit.bulletins]
    back = [
        bulletin for bulletin in found if bulletin and bulletin.state is BulletinState.WITHDRAWN
    ]
    if len(back) != len(edit.bulletins):
        raise Refusal(Code.E137, bulletin=edit.bulletins[0])
    for bulletin in back:
        if bulletin.replaces is None:
            _not_twice(hands, bulletin.source, bulletin.as_of, bulletin.figures)
        else:
            # Meanwhile corrected otherwise, or itself withdrawn: two would stand for one.
            _standing(hands, bulletin.replaces)
    _mark(hands, edit.bulletins, "reinstated", edit.reason)
    if edit.draft is not None:
        _exchange_draft(hands, edit.draft.source, edit.draft, None)
    inverse = edits.Withdraw(edit.bulletins, UNDONE, edit.draft)
    return Change(edit, inverse, _sources(back), edit.bulletins, filed=True)


@_do.register
def _add_agency(edit: edits.AddAgency, hands: Hands) -> Change:
    if any(known.code == edit.agency.code for known in hands.election.agencies):
        raise Refusal(Code.E139, text=edit.agency.code)
    election_rows.write_agency(hands.db, edit.agency, added=True)
    return Change(edit, edits.RemoveAgency(edit.agency.code), names=True)


@_do.register
def _remove_agency(edit: edits.RemoveAgency, hands: Hands) -> Change:
    agency = hands.election.agency(edit.code)
    if rows.has_figures(hands.db, agency=edit.code):
        raise Refusal(Code.E140, text=agency.name)
    hands.db.table("agency").delete(edit.code)
    return Change(edit, edits.AddAgency(agency), names=True)


@_do.register
def _add_contender(edit: edits.AddContender, hands: Hands) -> Change:
    contest = hands.election.contest(edit.contest)
    taken = {OTHERS, *(known.code for known in contest.contenders)}
    if edit.contender.code in taken:
        raise Refusal(Code.E139, text=edit.contender.candidate or edit.party.short)
    if all(known.code != edit.party.code for known in hands.election.parties):
        election_rows.write_party(hands.db, edit.party)
    election_rows.write_contender(
        hands.db, edit.contest, edit.contender, hands.election, added=True
    )
    after = hands.election.with_contender(edit.contest, edit.contender, edit.party)
    election_rows.write_shown(hands.db, edit.contest, after.contest(edit.contest).shown)
    inverse = edits.RemoveContender(edit.contest, edit.contender.code)
    return Change(edit, inverse, names=True)


@_do.register
def _remove_contender(edit: edits.RemoveContender, hands: Hands) -> Change:
    contest = hands.election.contest(edit.contest)
    contender = contest.contender(edit.code)
    figures = rows.has_figures(hands.db, contest=edit.contest, contender=edit.code)
    if figures or people_rows.stands_for(hands.db, edit.contest, edit.code):
        raise Refusal(Code.E140, text=hands.election.label(edit.contest, edit.code))
    hands.db.table("contender").delete_where("contest = ? AND code = ?", [edit.contest, edit.code])
    # Its party stays: another contest, or the redo of this very addition, may need it.
    election_rows.write_shown(
        hands.db, edit.contest, [code for code in contest.shown if code != edit.code]
    )
    party = hands.election.party(contender.party)
    return Change(edit, edits.AddContender(edit.contest, contender, party), names=True)


@_do.register
def _show_contender(edit: edits.ShowContender, hands: Hands) -> Change:
    contest = hands.election.contest(edit.contest)
    contest.contender(edit.code)
    was = edit.code in contest.shown
    if was != edit.shown:
        # One that has its row already keeps it where it is: undoing knows no order.
        others = [code for code in contest.shown if code != edit.code]
        shown = before_others(tuple(others), edit.code) if edit.shown else others
        election_rows.write_shown(hands.db, edit.contest, shown)
    return Change(edit, replace(edit, shown=was), names=True)


@_do.register
def _set_withdrawn(edit: edits.SetWithdrawn, hands: Hands) -> Change:
    one, election = hands.election.contest(edit.contest).contender(edit.code), hands.election
    was, now, gone = one.withdrawn, edit.withdrawn, set(one.gone_from)
    if edit.place:
        was, now = election.place(edit.place).name in gone, one.withdrawn
        gone = gone | {edit.place} if edit.withdrawn else gone - {edit.place}
    ids = [place.id for place in election.places if place.name in gone]
    election_rows.write_withdrawn(hands.db, edit.contest, edit.code, now, ids)
    name = "/".join(filter(None, (edit.contest, edit.code, edit.place)))
    _on_record(hands, "withdrawn", name, was, edit.withdrawn)
    return Change(edit, replace(edit, withdrawn=was), names=True)


@_do.register
def _add_place(edit: edits.AddPlace, hands: Hands) -> Change:
    election, place = hands.election, edit.place
    _must_be_free(hands, place.name, place.id)
    election_rows.write_place(hands.db, place, added=True)
    for contest in map(election.contest, edit.contests):
        if contest.places is not None:
            ids = [election.place(name).id for name in contest.places]
            election_rows.write_held(hands.db, contest.id, [*ids, place.id])
    for race, counts in edit.counts:
        election_rows.write_counts(hands.db, race, place.name, counts)
    _must_hold(hands, place.name)
    _on_record(hands, "place", place.name, None, place.kind.value)
    return Change(edit, edits.RemovePlace(place.name), names=True)


@_do.register
def _remove_place(edit: edits.RemovePlace, hands: Hands) -> Change:
    election, place = hands.election, hands.election.place(edit.name)
    known = _is_named(hands, edit.name) or _is_apart(election, edit.name)
    if known or len(election.inside(edit.name)) > 1:
        raise Refusal(Code.E140, text=edit.name)
    if any(election.held(one.id) == (place,) for one in election.contests):
        raise Refusal(Code.E193, text=edit.name)
    naming = [one for one in election.contests if one.places and edit.name in one.places]
    for contest in naming:
        ids = [election.place(name).id for name in contest.places or () if name != edit.name]
        election_rows.write_held(hands.db, contest.id, ids)
    counts = [(r.id, one) for r in election.contests for one in r.counts if one.place == edit.name]
    for race, _ in counts:
        election_rows.write_counts(hands.db, race, edit.name, None)
    hands.db.table("place").delete(edit.name)
    _must_hold(hands, edit.name)
    _on_record(hands, "place", place.name, place.kind.value, None)
    back = edits.AddPlace(place, tuple(contest.id for contest in naming), tuple(counts))
    return Change(edit, back, names=True)


@_do.register
def _rename_place(edit: edits.RenamePlace, hands: Hands) -> Change:
    place = hands.election.place(edit.place)
    if edit.to != edit.place:
        _must_be_free(hands, edit.to)
    if _is_named(hands, edit.place):
        raise Refusal(Code.E159, text=edit.place)
    election_rows.rename_place(hands.db, edit.place, edit.to, edit.own)
    _on_record(hands, "name", place.name, place.own, edit.own)
    return Change(edit, edits.RenamePlace(edit.to, place.name, place.own), names=True)


def _must_be_free(hands: Hands, name: str, place_id: str = "") -> None:
    """Refuse (E139) a name or an id that a place of the night has."""
    if any(name == one.name or place_id == one.id for one in hands.election.places):
        raise Refusal(Code.E139, text=name)


def _is_named(hands: Hands, place: str) -> bool:
    """Whether figures, filed or drafted, or persons go by a place's name."""
    return rows.has_figures(hands.db, place=place) or people_rows.ever_stood(hands.db, place)


def _is_apart(election: Election, place: str) -> bool:
    """Whether a contender stands, or has withdrawn, in a place alone."""
    standing = (one for race in election.contests for one in race.contenders)
    return any(place in (*one.gone_from, *(one.places or ())) for one in standing)


def _must_hold(hands: Hands, place: str) -> None:
    """Refuse (E194) what would leave no election that can be read again."""
    try:
        election_rows.read(hands.db)
    except ValueError as fault:
        raise Refusal(Code.E194, text=place) from fault


@_do.register
def _correct_place(edit: edits.CorrectPlace, hands: Hands) -> Change:
    before: PlaceCounts | None
    if edit.contest:
        race = hands.election.contest(edit.contest)
        before = next((one for one in race.counts if one.place == edit.place), None)
        election_rows.write_counts(hands.db, edit.contest, edit.place, edit.counts)
        _must_hold(hands, edit.place)
    else:
        known = hands.election.place(edit.place)
        before = PlaceCounts(known.name, known.boxes, known.registered, known.polls_close)
        election_rows.correct_place(hands.db, known.name, edit.counts or PlaceCounts(known.name))
    told = [None if one is None else _counted(one) for one in (before, edit.counts)]
    _on_record(hands, "counts", f"{edit.contest}/{edit.place}", *told)
    return Change(edit, replace(edit, counts=before), names=True)


def _counted(counts: PlaceCounts) -> list[object]:
    hour = counts.polls_close and counts.polls_close.isoformat(timespec="minutes")
    return [counts.boxes, counts.registered, hour, counts.seats]


def _on_record(hands: Hands, what: str, name: str, before: object, after: object) -> None:
    stamp = hands.stamp
    election_rows.write_change(hands.db, what, name, before, after, stamp.at, stamp.by)


@_do.register
def _learn_alias(edit: edits.LearnAlias, hands: Hands) -> Change:
    before = raw_text_rows.write_alias(hands.db, edit.label, edit.contender)
    return Change(edit, replace(edit, contender=before), names=True)


@_do.register
def _set_people(edit: edits.SetPeople, hands: Hands) -> Change:
    people.must_fit(hands.election, edit.people)
    before = people_rows.write(hands.db, edit.people, hands.stamp.at, hands.stamp.by)
    return Change(edit, edits.SetPeople(before), people=True)


@_do.register
def _set_setting(edit: edits.SetSetting, hands: Hands) -> Change:
    if edit.name == settings.BAN_LIFTED:
        ban.must_be_of_the_night(hands.election, edit.value)
    before = rows.read_settings(hands.db).get(edit.name)
    rows.write_setting(hands.db, edit.name, edit.value)
    return Change(edit, replace(edit, value=before), setting=edit.name)


@_do.register
def _accept(edit: edits.Accept, hands: Hands) -> Change:
    _need_reason(edit.reason)
    return _accepted(edit, hands, edit.reason.strip())


@_do.register
def _unaccept(edit: edits.Unaccept, hands: Hands) -> Change:
    return _accepted(edit, hands, None)


def _accepted(edit: edits.Accept | edits.Unaccept, hands: Hands, reason: str | None) -> Change:
    found = edit.finding
    before = acceptance_rows.write(hands.db, found.key, reason, hands.stamp.at, hands.stamp.by)
    inverse = edits.Unaccept(found) if before is None else edits.Accept(found, before)
    return Change(edit, inverse, frozenset(found.sources))


@_do.register
def _publish(edit: edits.Publish, hands: Hands) -> Change:
    for cited in edit.post.cited:
        if not post_rows.is_figure(hands.db, cited):
            source = cited.slot.source
            raise Refusal(Code.E164, agency=source.agency, place=source.place)
    stamp = hands.stamp
    number = post_rows.write_post(hands.db, edit.post, stamp.at, stamp.by, edit.overruled.strip())
    # The same post comes back: what is published is taken back by a mark, never by deleting.
    inverse = edits.Retract((number,), UNDONE)
    return Change(edits.Restore((number,), UNDONE), inverse, posts=(number,))


@_do.register
def _retract(edit: edits.Retract, hands: Hands) -> Change:
    _mark_posts(hands, edit.posts, "retracted", edit.reason)
    return Change(edit, edits.Restore(edit.posts, edit.reason), posts=edit.posts)


@_do.register
def _restore(edit: edits.Restore, hands: Hands) -> Change:
    _mark_posts(hands, edit.posts, "restored", edit.reason)
    return Change(edit, edits.Retract(edit.posts, edit.reason), posts=edit.posts)


def _mark_posts(hands: Hands, posts: tuple[int, ...], kind: str, reason: str) -> None:
    _need_reason(reason)
    for number in posts:
        retracted = post_rows.retraction(hands.db, number) is not None
        if not post_rows.exists(hands.db, number) or retracted == (kind == "retracted"):
            raise Refusal(Code.E163, post=number)
        stamp = hands.stamp
        post_rows.mark_post(hands.db, number, kind, reason.strip(), stamp.at, stamp.by)


def _kept(draft: Draft) -> Draft | None:
    """A draft that says nothing any more is no draft."""
    empty = not draft.figures and not draft.timed and draft.replaces is None
    return None if empty else draft


def _standing(hands: Hands, number: int) -> Bulletin:
    found = rows.read_bulletin(hands.db, number)
    if found is None or found.state is not BulletinState.STANDING:
        raise Refusal(Code.E137, bulletin=number)
    return found


def _may_replace(hands: Hands, new: edits.NewBulletin, reason: str) -> None:
    """A correction needs a reason, and a bulletin of its own column that nobody is correcting."""
    _need_reason(reason)
    wrong = _standing(hands, new.replaces or 0)
    draft = rows.read_draft(hands.db, new.source)
    if draft is not None and draft.replaces == wrong.id:
        raise Refusal(Code.E138, agency=new.source.agency, place=new.source.place)
    if wrong.source != new.source:
        raise Refusal(Code.E137, bulletin=wrong.id)


def _exchange_draft(
    hands: Hands, source: Source, expected: Draft | None, draft: Draft | None
) -> None:
    """Put one draft in another's place, unless something else has been keyed meanwhile."""
    found = rows.read_draft(hands.db, source)
    if found != expected:
        code = Code.E136 if found is None else Code.E138
        raise Refusal(code, agency=source.agency, place=source.place)
    rows.put_draft(hands.db, source, draft)


def _not_twice(hands: Hands, source: Source, as_of: datetime, figures: Figures) -> None:
    """The same figures under the same time are a slip of the hand, not a second bulletin."""
    for known in rows.read_bulletins_of_minute(hands.db, source, as_of):
        if known.state is BulletinState.STANDING and _same(known.figures, figures):
            raise Refusal(
                Code.E134, agency=source.agency, place=source.place, time=as_of.strftime("%H.%M")
            )


def _same(one: Figures, other: Figures) -> bool:
    def digits(figures: Figures) -> dict[Row, str]:
        return {row: str(value) for row, value in figures.items()}

    return digits(one) == digits(other)


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise Refusal(Code.E135)


def _mark(hands: Hands, bulletins: tuple[int, ...], kind: str, reason: str) -> None:
    for number in bulletins:
        stamp = hands.stamp
        rows.mark_bulletin(hands.db, number, kind, reason.strip(), stamp.at, stamp.by)


def _sources(bulletins: list[Bulletin]) -> frozenset[Source]:
    return frozenset(bulletin.source for bulletin in bulletins)
