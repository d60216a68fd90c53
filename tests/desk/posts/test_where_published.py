"""What has become of a published post's figures, and what the ledger's screens ask of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.facts.bulletin import Slot
from desk.facts.edits import BeginCorrection, FileDraft, Publish, SetFigure, Withdraw
from desk.facts.post import Ask, PostKind, PrintedKind
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.compose import compose
from desk.posts.ledger import Fate, became
from tests.desk.conftest import CONTEST, file_at, share, shares

PLACE = "Beyoğlu"


@pytest.fixture
def number(evening: Session) -> int:
    """A comparison of Beyoğlu that went out."""
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    return evening.record(Publish(post)).posts[0]


def slot_of(session: Session, number: int, agency: str) -> Slot:
    cited = ledger.post(session, number).cited
    return next(
        one.slot
        for one in cited
        if one.slot.source.agency == agency and one.slot.row == share("chp")
    )


def fates(session: Session, number: int, agency: str) -> dict[str, tuple[Fate, str | None]]:
    """What became of an agency's shares, by contender, and what stands now."""
    wrong = next((w.prints for w in ledger.wrong_posts(session) if w.entry.number == number), ())
    return {
        one.printed.first.slot.row.contender: (one.fate, one.now and str(one.now.value))
        for one in became(session, number, ledger.post(session, number), wrong)
        if one.printed.kind is PrintedKind.FIGURE and one.printed.first.slot.source.agency == agency
    }


def cited_bulletin(session: Session, number: int, agency: str) -> int:
    cited = ledger.post(session, number).cited
    return next(one.bulletin for one in cited if one.slot.source.agency == agency)


def correct(session: Session, bulletin: int, value: str) -> None:
    source = session.bulletin(bulletin).source
    session.record(BeginCorrection(bulletin))
    session.record(SetFigure(source, share("chp"), Decimal(value)))
    session.record(FileDraft(source, "ajans düzeltti"))


def test_a_figure_stands_until_something_comes(evening: Session, number: int) -> None:
    told = fates(evening, number, "AA") | fates(evening, number, "ANKA")
    assert {fate for fate, _ in told.values()} == {Fate.STANDS}


def test_a_newer_figure_follows_and_the_same_one_does_not(evening: Session, number: int) -> None:
    slot = slot_of(evening, number, "AA")
    said = {
        one.slot.row.contender: str(one.value)
        for one in ledger.post(evening, number).cited
        if one.slot.source.agency == "AA"
    }
    file_at(evening, slot.source, "19:39", shares(**{**said, "chp": "55.90"}))
    told = fates(evening, number, "AA")
    assert told["chp"] == (Fate.FOLLOWED, "55.90")
    assert told["ak_parti"][0] is Fate.STANDS
    assert not ledger.wrong_posts(evening)


def test_a_corrected_figure_is_wrong_and_then_put_right(evening: Session, number: int) -> None:
    correct(evening, cited_bulletin(evening, number, "AA"), "56.05")
    told = fates(evening, number, "AA")
    assert told["chp"] == (Fate.WRONG, "56.05")
    assert told["ak_parti"][0] is Fate.STANDS
    evening.record(Publish(compose(evening, PostKind.CORRECTION, Ask(CONTEST))))
    assert fates(evening, number, "AA")["chp"] == (Fate.PUT_RIGHT, "56.05")


def test_a_withdrawn_figure_has_nothing_in_its_place(evening: Session, number: int) -> None:
    evening.record(Withdraw((cited_bulletin(evening, number, "AA"),), "yanlış ilçe"))
    assert set(fates(evening, number, "AA").values()) == {(Fate.WRONG, None)}


def test_what_each_post_said_of_a_slot(evening: Session, number: int) -> None:
    slot = slot_of(evening, number, "AA")
    assert ledger.said_of(evening, slot) == {number: Decimal("55.05")}
    file_at(evening, slot.source, "19:39", shares(chp="55.90", ak_parti="39.23"))
    again = evening.record(Publish(compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))))
    assert ledger.said_of(evening, slot) == {
        number: Decimal("55.05"),
        again.posts[0]: Decimal("55.90"),
    }
    other = replace(slot, source=replace(slot.source, place="Adalar"))
    assert ledger.said_of(evening, other) == {}


def test_the_places_of_a_post_in_its_order(evening: Session) -> None:
    asked = ("Üsküdar", PLACE)
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, asked))
    number = evening.record(Publish(post)).posts[0]
    assert ledger.places(evening, number) == asked


def test_a_correction_touches_the_posts_it_corrects(evening: Session, number: int) -> None:
    correct(evening, cited_bulletin(evening, number, "AA"), "56.05")
    change = evening.record(Publish(compose(evening, PostKind.CORRECTION, Ask(CONTEST))))
    assert ledger.touched(evening, change) == {number, *change.posts}
    found = ledger.entries(evening, ledger.touched(evening, change))
    assert {entry.number: entry.corrected for entry in found} == {
        number: True,
        change.posts[0]: False,
    }


def test_found_without_end(evening: Session, number: int) -> None:
    assert ledger.found(evening, "beyoglu chp") == [number]
    assert ledger.found(evening, "beyoglu yok") == []
