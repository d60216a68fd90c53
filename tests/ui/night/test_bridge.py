"""One signal for every change, refusals where they belong, and an undo that only goes forward."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desk.facts import edits
from desk.facts.bulletin import BulletinState, Draft, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change
from desk.facts.election import Agency, Contender, Party, Place, PlaceCounts, PlaceKind
from desk.facts.finding import Found
from desk.facts.people import Person
from desk.facts.post import Post
from desk.file.session import Session
from desk.posts import ledger
from tests.ui.hands import CONTEST, on_disk, share
from ui.night.bridge import Bridge
from ui.texts import language

CHP = share("chp")
AA = Source("AA", CONTEST, "Beyoğlu")


def figure(text: str) -> edits.SetFigure:
    return edits.SetFigure(AA, CHP, Decimal(text))


@pytest.fixture
def bridge(bridge_on: Callable[[str], Bridge]) -> Iterator[Bridge]:
    yield bridge_on("blank")
    language.use("en")


@pytest.fixture
def heard(bridge: Bridge) -> list[Change]:
    changes: list[Change] = []
    bridge.changed.connect(changes.append)
    return changes


def test_every_listener_hears_of_a_change_once(bridge: Bridge, heard: list[Change]) -> None:
    others: list[Change] = []
    bridge.changed.connect(others.append)
    change = bridge.do(figure("58.63"), origin="here")
    assert heard == others == [change]
    assert heard[0].origin == "here"


def test_a_change_is_durable_before_anybody_hears_of_it(bridge: Bridge) -> None:
    found: list[object] = []

    def look(_: Change) -> None:
        with Session.open_file(bridge.session.path, read_only=True) as other:
            draft = other.draft(AA)
            found.append(draft and draft.figures)

    bridge.changed.connect(look)
    bridge.do(figure("58.63"))
    assert found == [{CHP: Decimal("58.63")}]


def test_undo_and_redo_are_heard_once_each(bridge: Bridge, heard: list[Change]) -> None:
    bridge.do(figure("58.63"))
    bridge.undo_stack.undo()
    assert bridge.session.draft(AA) is None
    bridge.undo_stack.redo()
    draft = bridge.session.draft(AA)
    assert draft is not None and draft.figures == {CHP: Decimal("58.63")}
    assert len(heard) == 3
    assert [change.origin for change in heard[1:]] == [bridge.undo_stack] * 2


def test_a_refused_edit_is_raised_and_not_remembered(bridge: Bridge, heard: list[Change]) -> None:
    with pytest.raises(Refusal) as caught:
        bridge.do(edits.FileDraft(AA))
    assert caught.value.code is Code.E136
    assert bridge.undo_stack.count() == 0
    assert heard == []


def test_an_attempt_tells_the_refusal_instead(
    qtbot: QtBot, bridge: Bridge, heard: list[Change]
) -> None:
    with qtbot.waitSignal(bridge.refused) as told:
        assert bridge.attempt(edits.FileDraft(AA)) is None
    assert told.args is not None and told.args[0].code is Code.E136
    assert heard == []
    assert bridge.attempt(figure("58.63")) is not None


def test_a_step_that_cannot_be_taken_back_falls_out(qtbot: QtBot, bridge: Bridge) -> None:
    agency = next(a for a in bridge.session.election.agencies if a.code == "YSK")
    added = edits.AddAgency(type(agency)("DHA", "Demirören", ("Demirören",)))
    bridge.do(added)
    # Behind the stack's back, so that the step can no longer be taken back.
    source = Source("DHA", CONTEST, "Beyoğlu")
    bridge.session.record(edits.SetFigure(source, CHP, Decimal("58.63")))
    with qtbot.waitSignal(bridge.refused) as told:
        bridge.undo_stack.undo()
    assert told.args is not None and told.args[0].code is Code.E140
    assert bridge.undo_stack.count() == 0
    assert any(a.code == "DHA" for a in bridge.session.election.agencies)


def test_a_step_that_cannot_be_done_again_falls_out(qtbot: QtBot, bridge: Bridge) -> None:
    bridge.do(figure("58.63"))
    bridge.do(edits.FileDraft(AA))
    bridge.undo_stack.undo()
    bridge.session.record(edits.PutDraft(AA, None))
    with qtbot.waitSignal(bridge.refused) as told:
        bridge.undo_stack.redo()
    assert told.args is not None and told.args[0].code is Code.E136
    assert bridge.undo_stack.count() == 1
    assert not bridge.undo_stack.canRedo()


def test_history_only_grows(bridge: Bridge) -> None:
    bridge.do(figure("58.63"))
    bridge.do(edits.FileDraft(AA))
    for _ in range(3):
        bridge.undo_stack.undo()
        bridge.undo_stack.redo()
    (filed,) = bridge.session.bulletins(CONTEST, "Beyoğlu", "AA")
    assert filed.state is BulletinState.STANDING, (
        "the very bulletin stands again, under its own number"
    )
    marks = on_disk(bridge.session.path, "SELECT kind FROM mark ORDER BY id")
    assert marks == [("withdrawn",), ("reinstated",)] * 3


def test_a_publication_is_no_step(bridge: Bridge) -> None:
    bridge.do(figure("58.63"))
    post = Post("x", "note", datetime(2024, 3, 31), "x", "x", (), "", (), (), CONTEST)
    (number,) = bridge.do(edits.Publish(post)).posts
    assert bridge.undo_stack.count() == 1
    bridge.undo_stack.undo()
    assert bridge.session.draft(AA) is None
    assert [entry.retracted for entry in ledger.entries(bridge.session, [number])] == [None]


def test_several_edits_are_one_act(bridge: Bridge, heard: list[Change]) -> None:
    with bridge.as_one():
        bridge.do(figure("58.63"))
        with bridge.as_one():
            bridge.do(edits.SetFigure(AA, share("ak_parti"), Decimal("35.94")))
    assert bridge.undo_stack.count() == 1
    act = bridge.to_undo()
    assert act is not None
    assert act.title() == "Beyoğlu, AA: CHP 58,63; Beyoğlu, AA: AKP 35,94"
    bridge.undo_stack.undo()
    assert bridge.session.draft(AA) is None
    bridge.undo_stack.redo()
    draft = bridge.session.draft(AA)
    assert draft is not None and len(draft.figures) == 2
    assert len(heard) == 6


def test_an_act_is_taken_back_as_a_whole_or_not_at_all(qtbot: QtBot, bridge: Bridge) -> None:
    with bridge.as_one():
        bridge.do(edits.AddAgency(Agency("DHA", "Demirören", ("Demirören",))))
        bridge.do(figure("58.63"))
    source = Source("DHA", CONTEST, "Beyoğlu")
    bridge.session.record(edits.SetFigure(source, CHP, Decimal("58.63")))
    with qtbot.waitSignal(bridge.refused) as told:
        bridge.undo_stack.undo()
    assert told.args is not None and told.args[0].code is Code.E140
    assert bridge.session.draft(AA) is not None


def test_what_was_done_before_a_refusal_is_still_an_act(bridge: Bridge) -> None:
    with pytest.raises(Refusal), bridge.as_one():
        bridge.do(figure("58.63"))
        bridge.do(edits.FileDraft(Source("ANKA", CONTEST, "Beyoğlu")))
    assert bridge.undo_stack.count() == 1
    bridge.undo_stack.undo()
    assert bridge.session.draft(AA) is None


def test_reasons_are_in_the_windows_language(bridge: Bridge) -> None:
    bridge.do(figure("58.63"))
    (number,) = bridge.do(edits.FileDraft(AA)).bulletins
    bridge.do(edits.Withdraw((number,), "wrong place"))
    told = []
    for speak in ("en", "tr"):
        language.use(speak)
        for step in ("undo", "undo", "redo", "redo"):
            getattr(bridge.undo_stack, step)()
    told = [
        reason for (reason,) in on_disk(bridge.session.path, "SELECT reason FROM mark ORDER BY id")
    ]
    assert told == [
        "wrong place",
        *("undone", "undone", "done again", "wrong place"),
        *("geri alındı", "geri alındı", "yinelendi", "wrong place"),
    ]


def every_act(bridge: Bridge) -> Iterator[tuple[edits.Edit, str]]:
    """Every edit that is a step, each done where it can be, and what it is called in Turkish."""
    election = bridge.session.election
    contender = Contender("yeni", "yeni", "Işıl Öğüt")
    other = Source("ANKA", "ilce-baskanligi", "Üsküdar")
    found = Found("x", "F201", (AA,))
    yield figure("58.6"), "Beyoğlu, AA: CHP 58,6"
    yield edits.SetFigure(AA, CHP, None), "Beyoğlu, AA: CHP (silme)"
    yield figure("58.63"), "Beyoğlu, AA: CHP 58,63"
    yield edits.SetTime(AA, datetime(2024, 3, 31, 19, 25)), "Beyoğlu, AA: saat 19.25"
    yield edits.SetTime(AA, None), "Beyoğlu, AA: saat (silme)"
    yield edits.SetTime(AA, datetime(2024, 3, 31, 19, 45)), "Beyoğlu, AA: saat 19.45"
    yield edits.FileDraft(AA), "Beyoğlu, AA 19.45 kaydı"
    yield edits.BeginCorrection(1), "Beyoğlu, AA 19.45 düzeltmesine başlama"
    yield figure("58.36"), "Beyoğlu, AA: CHP 58,36"
    yield edits.FileDraft(AA, "ajans düzeltti"), "Beyoğlu, AA 19.45 düzeltmesi"
    yield edits.Withdraw((2,), "yanlış"), "Beyoğlu, AA 19.45 bülteninin geri çekilmesi"
    yield edits.Reinstate((2,), "değil"), "Beyoğlu, AA 19.45 bülteninin yeniden geçerli sayılması"
    yield (
        edits.SetFigure(other, CHP, Decimal(50), datetime(2024, 3, 31, 20, 5)),
        "Üsküdar, ANKA (İlçe belediye başkanlığı): CHP 50",
    )
    yield (
        edits.PutDraft(other, None),
        "Üsküdar, ANKA 20.05 (İlçe belediye başkanlığı) taslağının atılması",
    )
    draft = Draft(AA, datetime(2024, 3, 31, 20, 0), {CHP: Decimal(50)})
    yield edits.PutDraft(AA, draft), "Beyoğlu, AA 20.00 taslağı"
    news = tuple(
        edits.NewBulletin(
            Source("ANKA", CONTEST, place.name), datetime(2024, 3, 31, 20, 0), {CHP: Decimal(50)}
        )
        for place in election.places[:5]
    )
    four = "; ".join(f"{new.source.place}, ANKA 20.00" for new in news[:3])
    yield edits.FileBulletins(news), f"{four} +2 kaydı"
    yield edits.AddAgency(Agency("DHA", "Demirören", ())), "DHA ajansının eklenmesi"
    yield edits.RemoveAgency("DHA"), "DHA ajansının çıkarılması"
    race = "İBB Başkanlığı"
    yield (
        edits.AddContender(CONTEST, contender, Party("yeni", "Yeni", "Yeni Parti")),
        f"{race}: Işıl Öğüt satırının eklenmesi",
    )
    yield (
        edits.RemoveContender(CONTEST, "yeni"),
        f"{race}: Işıl Öğüt satırının çıkarılması",
    )
    yield (
        edits.ShowContender(CONTEST, "iyi_parti", True),
        f"{race}: İYİ Parti satırının eklenmesi",
    )
    yield edits.SetWithdrawn(CONTEST, "chp", True), f"{race}: CHP adaylığının çekilmesi"
    yield edits.SetWithdrawn(CONTEST, "chp", False), f"{race}: CHP adaylığının sürmesi"
    village = Place("Kumköy", PlaceKind.TOWN, 7, 2_000, within=election.provinces[0].id)
    yield edits.AddPlace(village), "Kumköy yerinin eklenmesi"
    yield edits.RenamePlace("Kumköy", "Kum", "Kum"), "Kumköy yerinin yeni adı: Kum"
    yield edits.RemovePlace("Kum"), "Kum yerinin çıkarılması"
    yield (
        edits.CorrectPlace("Adalar", PlaceCounts("Adalar", 43, 13_682)),
        "Adalar: sandık ve seçmen sayısının düzeltilmesi",
    )
    yield edits.LearnAlias("MP", "chp"), "“MP” adının öğrenilmesi"
    yield edits.LearnAlias("MP", None), "“MP” adının unutulması"
    mayor = Person("ilce-baskanligi", "Üsküdar", "chp", "Sinem Dedetaş")
    kaya = Person(CONTEST, "", "chp", "Ali Kaya")
    yield edits.SetPeople((mayor,)), "aday listesine ekleme: Sinem Dedetaş (Üsküdar)"
    yield (
        edits.SetPeople((kaya,)),
        f"aday listesine ekleme: Ali Kaya ({race}); "
        "aday listesinden çıkarma: Sinem Dedetaş (Üsküdar)",
    )
    yield edits.SetPeople((kaya,)), "aday listesi aynı"
    yield (
        edits.SetSetting(edits.POST_PLACES, "Adalar\nBeyoğlu"),
        ("gönderiye ekleme: Adalar; Beyoğlu"),
    )
    yield edits.SetSetting(edits.POST_PLACES, "Beyoğlu"), "gönderiden çıkarma: Adalar"
    yield edits.SetSetting("ban-lifted", "2024-03-31T19:10"), "yayın yasağı: kalktığı saat 19.10"
    yield edits.SetSetting("ban-lifted", None), "yayın yasağı: kalkmadı"
    yield edits.SetSetting("style", "seed"), "Biçim: Nokta ve tire"
    yield edits.SetSetting("style", None), "Biçim: baştaki gibi"
    yield edits.Accept(found, "öyle"), "Beyoğlu, AA: F201 bulgusunun kabulü"
    yield edits.Unaccept(found), "Beyoğlu, AA: F201 kabulünün kaldırılması"
    post = Post("x", "note", datetime(2024, 3, 31), "Sayım", "x", (), "", (), (), CONTEST)
    (number,) = bridge.do(edits.Publish(post)).posts
    yield edits.Retract((number,), "yanlış"), "“Sayım” gönderisinin geri çekilmesi"
    yield edits.Restore((number,), "değil"), "“Sayım” gönderisinin yeniden geçerli sayılması"


def test_every_act_is_named_in_both_languages_done_and_undone(bridge: Bridge) -> None:
    kinds: set[type] = {edits.Publish}
    turkish, english = [], []
    for edit, title in every_act(bridge):
        kinds.add(type(edit))
        bridge.do(edit)
        act = bridge.to_undo()
        assert act is not None
        assert bridge.undo_stack.undoText() == act.title()
        english.append(act.title())
        language.use("tr")
        assert act.title() == title
        bridge.retitle()
        assert bridge.undo_stack.undoText() == title
        turkish.append(title)
        language.use("en")
        bridge.retitle()
    assert kinds == set(edits.Edit.__args__)
    stack = bridge.undo_stack
    for told in (english, turkish):
        # What an act is called does not hang on what has become of what it was about.
        while stack.canUndo():
            assert stack.undoText() == told[stack.index() - 1]
            stack.undo()
        assert stack.count() == len(told)
        while stack.canRedo():
            assert stack.redoText() == told[stack.index()]
            stack.redo()
        language.use("tr")
        bridge.retitle()
