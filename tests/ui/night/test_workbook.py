"""The night as a spreadsheet: every sheet as the night stands, in Turkish words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import (
    REHEARSAL,
    Accept,
    BeginCorrection,
    FileBulletins,
    FileDraft,
    NewBulletin,
    Publish,
    Retract,
    SetFigure,
    SetSetting,
    Withdraw,
)
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.rehearsal import demo
from desk.rules.checks import Checks
from desk.tables import Table
from tests.desk.conftest import CONTEST, file_at, shares
from tests.ui.hands import night_clock
from ui.night import workbook
from ui.texts import workbook as words

PLACE = "Beyoğlu"
AA = Source("AA", CONTEST, PLACE)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "evening.secim"
    demo.make(path).close()
    with Session.open_file(path, clock=night_clock) as session:
        yield session


def sheets(session: Session) -> dict[str, Table]:
    """Every sheet, gathered to its end."""
    steps = workbook.sheets_in_steps(session, Checks(session))
    while True:
        try:
            next(steps)
        except StopIteration as whole:
            found: dict[str, Table] = whole.value
            return found


def sheet(session: Session, name: str) -> list[dict[str, object]]:
    """A sheet's rows by their heads."""
    table = sheets(session)[name]
    return [dict(zip(table.headers, row, strict=True)) for row in table.rows]


def newest(session: Session, source: Source) -> int:
    return session.bulletins(source.contest, source.place, source.agency)[-1].id


def correct(session: Session, source: Source, reason: str, **by_contender: str) -> int:
    session.record(BeginCorrection(newest(session, source)))
    for row, value in shares(**by_contender).items():
        session.record(SetFigure(source, row, value))
    return session.record(FileDraft(source, reason)).bulletins[0]


def test_the_comparison_has_every_contest_and_agency(evening: Session) -> None:
    file_at(evening, Source("YSK", "ilce-baskanligi", "Şile"), "19:50", shares(chp="51.10"))
    rows = sheet(evening, words.COMPARISON)
    here = {(row["Yarış"], row["Yer"], row["Aday/parti"]): row for row in rows}
    beyoglu = here["İBB Başkanlığı", PLACE, "CHP"]
    assert (beyoglu["AA"], beyoglu["ANKA"], beyoglu["YSK"]) == (
        Decimal("55.05"), Decimal("61.23"), None,
    )  # fmt: skip
    assert beyoglu["En geniş fark"] == Decimal("6.18")
    assert (beyoglu["AA önde"], beyoglu["AA farkı"]) == ("CHP", Decimal("15.82"))
    assert beyoglu["AA saat"] == datetime(2024, 3, 31, 19, 25)
    assert beyoglu["Farkın nedeni (AA, ANKA)"]
    contest = evening.election.contest("ilce-baskanligi").name_tr
    assert here[contest, "Şile", "CHP"]["YSK"] == Decimal("51.10")
    assert rows[0]["Yer"] == "İstanbul"


def test_a_place_with_a_lead_alone_has_its_row(evening: Session) -> None:
    file_at(evening, Source("AA", CONTEST, "Şile"), "19:50", {Row(Item.LEADER): "chp"})
    (row,) = [one for one in sheet(evening, words.COMPARISON) if one["Yer"] == "Şile"]
    assert (row["Aday/parti"], row["AA"], row["AA önde"]) == (None, None, "CHP")


def test_bulletins_keep_what_became_of_them(evening: Session) -> None:
    before = newest(evening, AA)
    after = correct(evening, AA, "rakam yanlış", chp="56.05")
    wrong = newest(evening, Source("ANKA", CONTEST, PLACE))
    evening.record(Withdraw((wrong,), "yanlış ilçe"))
    found = {row["Bülten no"]: row for row in sheet(evening, words.BULLETINS)}
    told = {
        number: (row["Durum"], row["Gerekçe"], row["Yerine geçtiği no"])
        for number, row in found.items()
        if number in (before, after, wrong)
    }
    assert told == {
        before: ("düzeltildi", "rakam yanlış", None),
        after: ("geçerli", "rakam yanlış", before),
        wrong: ("geri çekildi", "yanlış ilçe", None),
    }
    # The clock of the night, not that of Greenwich.
    assert found[after]["İşlendi"] == datetime(2024, 3, 31, 19, 40)
    assert found[after]["İşleyen"]


def test_figures_are_numbers_with_the_digits_published(evening: Session) -> None:
    source = Source("AA", CONTEST, "Şile")
    figures = {
        **shares(chp="50.10", ak_parti="40"),
        Row(Item.VOTES, "chp"): 13729,
        Row(Item.LEADER): "chp",
        Row(Item.OPENED_SHARE): Decimal("7.5"),
    }
    number = evening.record(
        FileBulletins((NewBulletin(source, datetime(2024, 3, 31, 19, 50), figures),))
    ).bulletins[0]
    rows = [row for row in sheet(evening, words.FIGURES) if row["Bülten no"] == number]
    assert [(row["Rakam"], row["Aday/parti"], str(row["Değer"])) for row in rows] == [
        ("oy oranı", "CHP", "50.10"),
        ("oy oranı", "AKP", "40"),
        ("oy", "CHP", "13729"),
        ("açılan, %", None, "7.5"),
        ("önde olan", None, "CHP"),
    ]
    assert {type(row["Değer"]) for row in rows[:4]} == {Decimal, int}
    filed = sum(
        len(one.figures)
        for contest in evening.election.contests
        for place in evening.election.places
        for one in evening.bulletins(contest.id, place.name)
    )
    assert len(sheet(evening, words.FIGURES)) == filed


def test_findings_have_their_turkish_sentence_and_whether_they_stand(evening: Session) -> None:
    (error,) = [one for one in Checks(evening).all() if one.severity == "error"]
    before = sheet(evening, words.FINDINGS)[0]
    assert (before["Kod"], before["Önem"], before["Durum"]) == ("F201", "hata", "açık")
    assert "oranların toplamı 101,33" in str(before["Bulgu"])
    evening.record(Accept(error.remembered, "ANKA böyle yayımladı"))
    after = sheet(evening, words.FINDINGS)[0]
    assert (after["Durum"], after["Kabul gerekçesi"]) == ("kabul edildi", "ANKA böyle yayımladı")
    assert {row["Önem"] for row in sheet(evening, words.FINDINGS)[1:]} == {"uyarı"}


def publish(session: Session, kind: PostKind, ask: Ask) -> int:
    return session.record(Publish(compose(session, kind, ask), "denemedir")).posts[0]


def test_posts_with_what_became_of_them(evening: Session) -> None:
    told = publish(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    gone = publish(evening, PostKind.NOTE, Ask(CONTEST, title="Bir not", text="=1+1"))
    evening.record(Retract((gone,), "erken çıktı"))
    rows = {row["No"]: row for row in sheet(evening, words.POSTS)}
    assert (rows[told]["Tür"], rows[told]["Durum"]) == ("Karşılaştırma", "yayında")
    assert rows[told]["Engele rağmen"] == "denemedir"
    assert rows[gone]["Tür"] == "Not"
    assert rows[gone]["Durum"] == "geri çekildi"
    assert rows[gone]["Geri çekme gerekçesi"] == "erken çıktı"
    assert (rows[gone]["Başlık"], rows[gone]["Metin"]) == ("Bir not", "=1+1")
    correct(evening, AA, "rakam yanlış", chp="56.05")
    (row,) = [one for one in sheet(evening, words.POSTS) if one["No"] == told]
    assert row["Durum"] == "artık yanlış"
    correction = publish(evening, PostKind.CORRECTION, Ask(CONTEST))
    states = {row["No"]: row["Durum"] for row in sheet(evening, words.POSTS)}
    assert (states[told], states[correction]) == ("düzeltildi", "yayında")


def test_a_text_longer_than_a_cell_is_whole(
    evening: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_LETTERS", 5)
    publish(evening, PostKind.NOTE, Ask(CONTEST, title="Not", text="on iki harf."))
    (row,) = sheet(evening, words.POSTS)
    assert (row["Metin"], row["Metin (2)"], row["Metin (3)"]) == ("on ik", "i har", "f.")


def test_every_row_of_a_rehearsal_says_so(evening: Session) -> None:
    evening.record(SetSetting(REHEARSAL, "1"))
    for name, table in sheets(evening).items():
        assert table.headers[0] == "PROVA", name
        assert {row[0] for row in table.rows} <= {"PROVA"}


def test_what_is_in_the_file_is_what_was_told(evening: Session, tmp_path: Path) -> None:
    publish(evening, PostKind.NOTE, Ask(CONTEST, title="@not", text="=1+1"))
    path = tmp_path / "gece.xlsx"
    steps = list(workbook.write_in_steps(path, evening, Checks(evening)))
    assert steps[0] == (0, 0)
    told, book = sheets(evening), load_workbook(path)
    assert book.sheetnames == list(told)
    for name, table in told.items():
        head, *rows = book[name].iter_rows()
        assert [cell.value for cell in head] == list(table.headers)
        assert book[name].freeze_panes == "A2"
        assert all(cell.data_type != "f" for row in rows for cell in row)
        for row, expected in zip(rows, table.rows, strict=True):
            shown = [
                Decimal(str(cell.value)) if isinstance(cell.value, int | float) else cell.value
                for cell in row
            ]
            assert shown == [
                Decimal(one) if isinstance(one, int | Decimal) else one for one in expected
            ]


def test_the_words_are_those_of_the_turkish_window() -> None:
    catalogue = Path(__file__).parents[3] / "resources" / "translations" / "secim_tr.ts"
    text = catalogue.read_text(encoding="utf-8")

    def context(name: str) -> set[str]:
        part = text[text.index(f"<name>{name}</name>") :].partition("</context>")[0]
        return set(re.findall(r"<translation>(.*?)</translation>", part))

    assert set(words.ITEM_WORDS.values()) == context("Items")
    assert set(words.KIND_WORDS.values()) == context("Kinds")
    assert set(words.STATE_WORDS.values()) <= context("BulletinsModel")
    assert {words.RETRACTED, words.WRONG_NOW, words.CORRECTED} <= context("LedgerModel")
    assert words.ITEM_WORDS.keys() == set(Item) and words.KIND_WORDS.keys() == set(PostKind)
