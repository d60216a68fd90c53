"""The one door: what each edit refuses, what it reports, and what a night answers afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts import edits
from desk.facts.bulletin import BulletinState, Draft, Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import (
    AddAgency,
    AddContender,
    BeginCorrection,
    FileBulletins,
    FileDraft,
    NewBulletin,
    PutDraft,
    Reinstate,
    RemoveAgency,
    RemoveContender,
    SetFigure,
    SetSetting,
    SetTime,
    Withdraw,
)
from desk.facts.election import OTHERS, Agency, Contender, Election, Party
from desk.facts.people import Person
from desk.file.session import Session
from tests.desk.conftest import (
    AA,
    ANKA,
    CONTEST,
    PLACE,
    at,
    demonstration,
    file_at,
    file_now,
    night_clock,
    refused,
    share,
    shares,
    type_in,
)

IHA = Agency("IHA", "İhlas Haber Ajansı", ("İhlas",))
NEW_PARTY = Party("yeni", "Yeni", "Yeni Parti", (), "#123456")
NEWCOMER = Contender("yeni", "yeni", "Ada Deniz")


def standing(session: Session, source: Source) -> list[int]:
    bulletins = session.bulletins(source.contest, source.place, source.agency)
    return [bulletin.id for bulletin in bulletins if bulletin.state is BulletinState.STANDING]


# Drafts


def test_law_4_a_change_says_what_changed_and_who_did_it(session: Session) -> None:
    me = object()
    change = session.record(SetFigure(AA, share("chp"), Decimal("58.63")), origin=me)
    assert change.origin is me
    assert change.sources == {AA}
    assert change.places == {PLACE}
    assert not change.filed and not change.names and change.setting is None

    change = session.record(FileDraft(AA))
    assert change.filed
    assert change.bulletins == (1,)
    assert session.record(AddAgency(IHA)).names
    assert session.record(SetSetting("style", "ke")).setting == "style"


def test_the_first_cell_stamps_the_draft_and_the_last_takes_it_away(session: Session) -> None:
    change = session.record(SetFigure(AA, share("chp"), Decimal("58.63")))
    assert session.draft(AA) == Draft(AA, at("19:25"), shares(chp="58.63"))
    assert change.done == SetFigure(AA, share("chp"), Decimal("58.63"), at("19:25"))
    session.record(SetFigure(AA, share("chp"), None))
    assert session.draft(AA) is None
    session.record(SetFigure(AA, share("chp"), None))
    assert session.drafts() == ()


def test_a_typed_time_keeps_an_empty_draft(session: Session) -> None:
    session.record(SetTime(AA, at("19:15")))
    session.record(SetFigure(AA, share("chp"), Decimal("58.63")))
    session.record(SetFigure(AA, share("chp"), None))
    assert session.draft(AA) == Draft(AA, at("19:15"), {}, timed=True)
    session.record(SetTime(AA, None))
    assert session.draft(AA) is None


def test_columns_do_not_touch_each_other(session: Session) -> None:
    type_in(session, AA, shares(chp="58.63"))
    type_in(session, ANKA, shares(chp="63.89"))
    type_in(session, Source("AA", "ilce-meclisi", PLACE), shares(chp="50"))
    assert len(session.drafts()) == 3
    assert [draft.figures for draft in session.drafts() if draft.source == ANKA] == [
        shares(chp="63.89")
    ]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (datetime(2024, 3, 31, 16, 25, 59, tzinfo=UTC), at("19:25")),
        (datetime(2024, 3, 31, 21, 5, tzinfo=UTC), at("00:05", "2024-04-01")),
        # Long after the night: where its bulletins stand.
        (datetime(2026, 11, 22, 12, 0, tzinfo=UTC), at("19:38")),
    ],
)
def test_a_draft_is_stamped_with_the_nights_own_minute(
    path: Path, clock: datetime, expected: datetime
) -> None:
    with Session.open_file(path, clock=lambda: clock) as session:
        session.record(FileBulletins(demonstration(session.election)))
        assert session.night_clock() == expected


def test_before_the_first_bulletin_the_night_begins_when_the_polls_close(path: Path) -> None:
    with Session.open_file(path, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC)) as session:
        assert session.night_end() is None
        assert session.night_clock() == at("17:00")


# Filing


def test_filing_turns_the_draft_into_a_bulletin(session: Session) -> None:
    session.record(SetTime(AA, at("19:15")))
    number = file_now(session, AA, shares(chp="58.63", ak_parti="35.94"))
    assert session.draft(AA) is None
    bulletin = session.bulletin(number)
    assert (bulletin.source, bulletin.as_of) == (AA, at("19:15"))
    assert bulletin.figures == shares(chp="58.63", ak_parti="35.94")
    assert bulletin.filed_at == "2024-03-31T16:25:00Z"
    assert bulletin.filed_by
    assert bulletin.state is BulletinState.STANDING


def test_e134_the_same_figures_twice(session: Session) -> None:
    figures = shares(chp="58.63", ak_parti="35.9")
    file_at(session, AA, "19:25", figures)
    type_in(session, AA, figures)
    with refused(Code.E134) as refusal:
        session.record(FileDraft(AA))
    assert refusal.value.values == {"agency": "AA", "place": PLACE, "time": "19.25"}
    assert session.draft(AA) is not None

    # Other digits, another time or another agency say something else.
    file_at(session, AA, "19:25", shares(chp="58.63", ak_parti="35.90"))
    file_at(session, AA, "19:26", figures)
    file_at(session, ANKA, "19:25", figures)
    with refused(Code.E134):
        file_at(session, ANKA, "19:25", figures)


def test_e134_within_one_filing_and_nothing_of_it_is_kept(session: Session) -> None:
    new = NewBulletin(AA, at("19:25"), shares(chp="58.63"))
    other = NewBulletin(ANKA, at("19:25"), shares(chp="58.63"))
    with refused(Code.E134) as refusal:
        session.record(FileBulletins((new, other, new)))
    assert refusal.value.values["position"] == 2
    assert session.latest(CONTEST) == {}


def test_what_was_withdrawn_may_be_filed_again(session: Session) -> None:
    number = file_at(session, AA, "19:25", shares(chp="58.63"))
    session.record(Withdraw((number,), "wrong district"))
    again = file_at(session, AA, "19:25", shares(chp="58.63"))
    assert standing(session, AA) == [again]
    with refused(Code.E134):
        session.record(Reinstate((number,), "right after all"))


def test_e133_nothing_to_file(session: Session) -> None:
    with refused(Code.E133):
        session.record(FileBulletins(()))


def test_e136_a_draft_that_says_nothing(session: Session) -> None:
    with refused(Code.E136):
        session.record(FileDraft(AA))
    session.record(SetTime(AA, at("19:15")))
    with refused(Code.E136):
        session.record(FileDraft(AA))
    with refused(Code.E136) as refusal:
        session.record(FileBulletins((NewBulletin(ANKA, at("19:15"), {}),)))
    assert refusal.value.values["position"] == 0


# Corrections and withdrawals


def test_a_correction_replaces_with_a_reason(session: Session) -> None:
    wrong = file_at(session, AA, "19:25", shares(chp="85.63", ak_parti="35.94"))
    session.record(BeginCorrection(wrong))
    assert session.draft(AA) == Draft(
        AA, at("19:25"), shares(chp="85.63", ak_parti="35.94"), timed=True, replaces=wrong
    )
    type_in(session, AA, shares(chp="58.63"))
    for reason in ("", "  \n"):
        with refused(Code.E135):
            session.record(FileDraft(AA, reason))
    right = session.record(FileDraft(AA, " transposed ")).bulletins[0]
    assert standing(session, AA) == [right]
    assert session.bulletin(wrong).state is BulletinState.REPLACED
    assert session.bulletin(right).replaces == wrong
    assert session.bulletin(right).reason == "transposed"


def test_a_correction_may_take_a_figure_away_and_change_the_time(session: Session) -> None:
    wrong = file_at(session, AA, "19:52", shares(chp="58.63", dem_parti="1.26"))
    session.record(BeginCorrection(wrong))
    session.record(SetTime(AA, at("19:25")))
    session.record(SetFigure(AA, share("dem_parti"), None))
    right = session.record(FileDraft(AA, "not in the bulletin")).bulletins[0]
    assert session.bulletin(right).figures == shares(chp="58.63")
    assert session.night_end() == at("19:25")


def test_a_withdrawn_correction_brings_the_original_back(session: Session) -> None:
    first = file_at(session, AA, "19:25", shares(chp="58.63"))
    chain = [first]
    for text in ("58.64", "58.65"):
        session.record(BeginCorrection(chain[-1]))
        type_in(session, AA, shares(chp=text))
        chain.append(session.record(FileDraft(AA, "again")).bulletins[0])
    second, third = chain[1:]
    assert standing(session, AA) == [third]
    session.record(Withdraw((third,), "no"))
    assert standing(session, AA) == [second]
    session.record(Withdraw((second,), "no"))
    assert standing(session, AA) == [first]
    assert session.bulletin(second).state_reason == "no"


def test_e137_a_correction_comes_back_only_onto_what_it_corrects(session: Session) -> None:
    first = file_at(session, AA, "19:25", shares(chp="85.63"))
    session.record(BeginCorrection(first))
    type_in(session, AA, shares(chp="58.63"))
    second = session.record(FileDraft(AA, "transposed")).bulletins[0]
    session.record(Withdraw((second,), "no"))
    session.record(BeginCorrection(first))
    type_in(session, AA, shares(chp="58.36"))
    third = session.record(FileDraft(AA, "otherwise")).bulletins[0]
    with refused(Code.E137):
        session.record(Reinstate((second,), "two for one"))
    assert standing(session, AA) == [third]
    session.record(Withdraw((third,), "no"))
    session.record(Reinstate((second,), "it was right"))
    assert standing(session, AA) == [second]


@pytest.mark.parametrize("edit", [Withdraw, Reinstate])
def test_e135_a_withdrawal_and_its_end_need_a_reason(
    session: Session, edit: type[Withdraw] | type[Reinstate]
) -> None:
    number = file_at(session, AA, "19:25", shares(chp="58.63"))
    if edit is Reinstate:
        session.record(Withdraw((number,), "recalled"))
    with refused(Code.E135):
        session.record(edit((number,), "  "))


def test_e137_only_what_stands_is_corrected_or_withdrawn(session: Session) -> None:
    number = file_at(session, AA, "19:25", shares(chp="58.63"))
    with refused(Code.E137):
        session.record(Reinstate((number,), "it never went"))
    session.record(Withdraw((number,), "recalled"))
    for edit in (
        Withdraw((number,), "twice"),
        BeginCorrection(number),
        Withdraw((99,), "nothing"),
        Reinstate((99,), "nothing"),
        BeginCorrection(99),
    ):
        with refused(Code.E137) as refusal:
            session.record(edit)
        assert refusal.value.values["bulletin"] in (number, 99)
    with refused(Code.E137):
        session.bulletin(99)


def test_e137_all_of_a_withdrawal_or_none(session: Session) -> None:
    one = file_at(session, AA, "19:25", shares(chp="58.63"))
    two = file_at(session, ANKA, "19:25", shares(chp="63.89"))
    session.record(Withdraw((two,), "recalled"))
    with refused(Code.E137):
        session.record(Withdraw((one, two), "both"))
    assert standing(session, AA) == [one]


def test_e138_a_draft_is_under_way(session: Session) -> None:
    number = file_at(session, AA, "19:25", shares(chp="58.63"))
    type_in(session, AA, shares(chp="59"))
    with refused(Code.E138):
        session.record(BeginCorrection(number))
    session.record(PutDraft(AA, None))
    session.record(BeginCorrection(number))
    with refused(Code.E138):
        session.record(BeginCorrection(number))


def test_undone_and_redone_a_filing_keeps_its_number(session: Session) -> None:
    type_in(session, AA, shares(chp="85.63"))
    filing = session.record(FileDraft(AA))
    correcting = session.record(BeginCorrection(filing.bulletins[0]))
    undone = [session.record(change.inverse) for change in (correcting, filing)]
    assert session.draft(AA) == Draft(AA, at("19:25"), shares(chp="85.63"))
    for change in reversed(undone):
        session.record(change.inverse)
    type_in(session, AA, shares(chp="58.63"))
    session.record(FileDraft(AA, "transposed"))
    assert [bulletin.state for bulletin in session.bulletins(CONTEST, PLACE, "AA")] == [
        BulletinState.REPLACED,
        BulletinState.STANDING,
    ]


def test_a_filing_is_not_redone_over_other_figures(session: Session) -> None:
    type_in(session, AA, shares(chp="58.63"))
    undone = session.record(session.record(FileDraft(AA)).inverse)
    type_in(session, AA, shares(ak_parti="35.94"))
    with refused(Code.E138):
        session.record(undone.inverse)
    session.record(PutDraft(AA, None))
    with refused(Code.E136):
        session.record(undone.inverse)


# Agencies, contenders, settings


def test_an_agency_joins_during_the_night(session: Session, path: Path) -> None:
    session.record(AddAgency(IHA))
    assert session.election.agency("IHA") == IHA
    assert session.names.agency("ihlas") == "IHA"
    file_at(session, Source("IHA", CONTEST, PLACE), "19:30", shares(chp="60"))
    session.close()
    with Session.open_file(path) as again:
        assert again.election.agencies[-1] == IHA


def test_a_contender_joins_during_the_night(session: Session, path: Path) -> None:
    session.record(AddContender(CONTEST, NEWCOMER, NEW_PARTY))
    assert session.names.contender(CONTEST, "deniz") == "yeni"
    assert session.election.contest(CONTEST).shown[-2:] == ("yeni", OTHERS)
    wider = session.election
    session.close()
    with Session.open_file(path) as again:
        assert again.election == wider


@pytest.mark.parametrize(
    "edit",
    [
        AddAgency(Agency("AA", "Another")),
        AddContender(CONTEST, Contender("chp", "chp"), NEW_PARTY),
        AddContender(CONTEST, Contender(OTHERS, "yeni"), NEW_PARTY),
    ],
)
def test_e139_already_there(session: Session, edit: AddAgency | AddContender) -> None:
    before = session.election
    with refused(Code.E139):
        session.record(edit)
    assert session.election == before


def test_e140_what_has_figures_stays(session: Session) -> None:
    iha = Source("IHA", CONTEST, PLACE)
    session.record(AddAgency(IHA))
    session.record(AddContender(CONTEST, NEWCOMER, NEW_PARTY))
    session.record(SetFigure(iha, share("yeni"), Decimal(1)))
    for edit in (RemoveAgency("IHA"), RemoveContender(CONTEST, "yeni")):
        with refused(Code.E140):
            session.record(edit)
    session.record(PutDraft(iha, None))
    session.record(SetFigure(AA, Row(Item.LEADER), "yeni"))
    with refused(Code.E140):
        session.record(RemoveContender(CONTEST, "yeni"))
    session.record(PutDraft(AA, None))
    for edit in (RemoveAgency("IHA"), RemoveContender(CONTEST, "yeni")):
        session.record(edit)
    assert "yeni" not in session.election.contest(CONTEST).shown


def test_e140_a_name_learned_or_filed_in_another_contest_is_no_hindrance(session: Session) -> None:
    session.record(AddContender(CONTEST, NEWCOMER, NEW_PARTY))
    session.record(AddContender("ilce-meclisi", NEWCOMER, NEW_PARTY))
    file_at(session, Source("AA", "ilce-meclisi", PLACE), "19:30", {share("yeni"): Decimal(1)})
    session.record(RemoveContender(CONTEST, "yeni"))
    with refused(Code.E140):
        session.record(RemoveContender("ilce-meclisi", "yeni"))


def test_settings_are_the_files_own(session: Session, path: Path) -> None:
    session.record(SetSetting("style", "ke"))
    session.record(SetSetting("style", "ka"))
    session.record(SetSetting("empty", ""))
    session.record(SetSetting("gone", "x"))
    session.record(SetSetting("gone", None))
    session.close()
    with Session.open_file(path) as again:
        assert again.settings == {"style": "ka", "empty": ""}


def test_candidates_are_the_files_own(session: Session, path: Path) -> None:
    kaya = Person("ibb", "Şile", "chp", "Ali Kaya")
    change = session.set_people([kaya], origin=path)
    assert change.people and change.origin is path
    assert session.people == (kaya,)
    with refused(Code.E123):
        session.set_people([kaya, Person("ibb", "Şile", "yok", "Can Kaya")])
    assert session.people == (kaya,)
    back = session.record(change.inverse)
    assert session.people == ()
    session.record(back.inverse)
    session.close()
    with Session.open_file(path, read_only=True) as again:
        assert again.people == (kaya,)
        assert again.candidates.named("ibb", "Şile", "chp") == ("Ali Kaya",)
        with refused(Code.S905):
            again.set_people([])


def test_who_another_desk_lists_is_read(open_night: Callable[..., Session]) -> None:
    writing, looking = open_night(), open_night(read_only=True)
    changed = looking.outside_changes()
    kaya = Person("ibb", "", "chp", "Ali Kaya")
    writing.set_people([kaya])
    assert changed()
    assert looking.people == (kaya,)


def test_a_contender_somebody_stands_for_is_not_removed(session: Session) -> None:
    new = edits.AddContender("ibb", Contender("yeni", "yeni"), Party("yeni", "Yeni", "Yeni Parti"))
    remove = session.record(new).inverse
    listed = session.set_people([Person("ibb", "", "yeni", "Ali Kaya")])
    with refused(Code.E140):
        session.record(remove)
    session.record(listed.inverse)
    session.record(remove)


def test_an_unknown_edit_is_our_own_fault(session: Session) -> None:
    with pytest.raises(TypeError, match="no such edit"):
        session.record("file it")


def test_a_new_night_is_the_election_as_it_was_loaded(tmp_path: Path, election: Election) -> None:
    with Session.create(tmp_path / "night.secim", election, night_clock) as session:
        assert session.election == election
        assert not session.read_only
        assert session.path == tmp_path / "night.secim"


def test_a_contender_shown_twice_keeps_its_place(session: Session) -> None:
    before = session.election.contest("ibb").shown
    change = session.record(edits.ShowContender("ibb", before[0], True))
    assert session.election.contest("ibb").shown == before
    session.record(change.inverse)
    assert session.election.contest("ibb").shown == before


@pytest.mark.parametrize("text", ["a\0b", "\ud83d", "ı\udcfe", "\0"])
def test_e144_what_no_file_can_hold_is_not_recorded(
    session: Session, path: Path, text: str
) -> None:
    """The desk itself would refuse the night the next time."""
    number = file_at(session, AA, "19:25", shares(chp="58.63"))
    pasted = edits.NewBulletin(ANKA, at("19:25"), shares(chp="61.23"))
    for edit in (
        edits.Withdraw((number,), text),
        edits.SetSetting("author", text),
        edits.SetSetting(text, "x"),
        edits.LearnAlias(text, "chp"),
        edits.FileBulletins((pasted,), text=text),
    ):
        with refused(Code.E144):
            session.record(edit)
    session.close()
    with Session.open_file(path, read_only=True) as again:
        assert again.broken is None
