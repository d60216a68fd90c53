"""The PDF: its text, its fonts, its pages; whole or not there, whatever happens meanwhile."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desk.facts.codes import Code, Refusal
from desk.file.session import Session
from desk.rehearsal import demo
from desk.rules.checks import Checks
from desk.sheets.model import Sheet, SheetKind, Words
from tests.pictures.gallery import CONTEST, PAIR
from ui.sheets import printing
from ui.sheets.made import Wanted, all_units, made
from ui.window.app import Desk

LETTERS = "Iğdır, Şişli, Çankırı, Üsküdar, Ödemiş, İmamoğlu, GÜNGÖREN, resmî"

poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)


@pytest.fixture
def session(qapp: Desk, tmp_path: Path) -> Iterator[Session]:
    folder = tmp_path / "night"
    folder.mkdir()
    with demo.make(folder / "night.secim") as opened:
        yield opened


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the PDF goes, a folder with nothing else in it."""
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder / "föy.pdf"


def some(session: Session, kind: SheetKind = SheetKind.DISTRICT, *places: str) -> Iterator[Sheet]:
    chosen = places or all_units(session.election, session.election.contests[0].id)
    return made(session, Checks(session), Wanted(kind, CONTEST, PAIR, chosen))


def tool(*command: object) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True)
    return done.stdout


@poppler
def test_the_text_can_be_taken_out_again(session: Session, target: Path) -> None:
    counts = list(
        printing.to_pdf(target, some(session, SheetKind.DISTRICT, "Küçükçekmece"), "başlık")
    )
    text = tool("pdftotext", "-layout", target, "-")
    assert counts == [1]
    for said in ("Küçükçekmece", "63,89", "F201", "oranların toplamı 101,33", "53,16"):
        assert said in text
    # Of the drawing as well: it is no picture.
    assert "ANKA +27,95" in text
    fonts = [line.split() for line in tool("pdffonts", target).splitlines()[2:]]
    assert fonts
    assert all("yes" in font for font in fonts)
    assert tool("pdfimages", "-list", target).count("\n") == 2
    assert "Pages:           1" in tool("pdfinfo", target)


@poppler
def test_every_turkish_letter_is_in_it(session: Session, target: Path) -> None:
    base = next(some(session, SheetKind.BLANK, "Adalar"))
    letters = replace(base, title=LETTERS, blocks=(Words(LETTERS, f"ğüşıöç ĞÜŞİÖÇ {LETTERS}"),))
    list(printing.to_pdf(target, [letters], "harfler"))
    text = tool("pdftotext", "-layout", target, "-")
    assert text.count(LETTERS) >= 3
    assert "ğüşıöç ĞÜŞİÖÇ" in text


@poppler
def test_all_districts_stand_in_turkish_order_with_their_pages(
    session: Session, target: Path
) -> None:
    list(printing.to_pdf(target, some(session), "hepsi"))
    text = tool("pdftotext", "-layout", target, "-").split("\f")[:-1]
    titles = [page.splitlines()[0:6] for page in text]
    order = all_units(session.election, session.election.contests[0].id)
    assert len(titles) == len(order)
    for page, place in zip(text, order, strict=True):
        assert f"{place} · sayfa 1 / 1" in page


@poppler
def test_a_blank_sheet_has_no_figure(session: Session, target: Path) -> None:
    list(printing.to_pdf(target, some(session, SheetKind.BLANK, "Küçükçekmece"), "boş"))
    text = tool("pdftotext", "-layout", target, "-")
    assert "Ekrem İmamoğlu" in text
    for figure in ("63,89", "58,63", "35,94", "19.25", "F201"):
        assert figure not in text


def test_stopped_half_way_nothing_is_left(session: Session, target: Path) -> None:
    work = printing.to_pdf(target, some(session), "hepsi")
    assert next(work) == 1
    assert next(work) == 2
    work.close()
    assert list(target.parent.iterdir()) == []


def test_an_older_pdf_stays_until_the_new_one_is_whole(session: Session, target: Path) -> None:
    target.write_bytes(b"older")
    work = printing.to_pdf(target, some(session), "hepsi")
    next(work)
    assert target.read_bytes() == b"older"
    work.close()
    assert target.read_bytes() == b"older"
    list(printing.to_pdf(target, some(session, SheetKind.BLANK, "Adalar"), "bir"))
    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_fault_on_the_way_leaves_nothing(session: Session, target: Path) -> None:
    def sheets() -> Iterator[Sheet]:
        yield from some(session, SheetKind.BLANK, "Adalar")
        raise KeyError("Atlantis")

    with pytest.raises(KeyError):
        list(printing.to_pdf(target, sheets(), "hepsi"))
    assert list(target.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(session: Session, target: Path) -> None:
    with pytest.raises(Refusal) as refused:
        list(printing.to_pdf(target.parent / "no" / "x.pdf", some(session), "hepsi"))
    assert refused.value.code is Code.S909


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter])
def test_any_paper_gets_the_whole_page(
    session: Session, target: Path, size: QPageSize.PageSizeId
) -> None:
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    counts = list(
        printing.put(painter, writer.newPage, some(session, SheetKind.BLANK, "Adalar", "Fatih"))
    )
    painter.end()
    assert counts == [1, 2]
    if shutil.which("pdftotext") is not None:
        text = tool("pdftotext", "-layout", target, "-")
        assert "Fatih · sayfa 1 / 1" in text
