"""Figures in from a CSV, all or none, line by line."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import catalog
from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import NewBulletin
from desk.facts.election import Contender, Election, Party
from desk.facts.names import Names
from desk.file.session import Session
from desk.reading.files import csv as exchange
from desk.reading.files.csv import COLUMNS, Refusals
from desk.rehearsal import demo
from desk.rules.comparison import comparison_json
from desk.rules.discrepancies import SideBySide, compare_all

HEADER = ",".join(COLUMNS)
GOOD = "2024-03-31T19:25,AA,ibb,Beyoğlu,share,CHP,55.05"
BEYOGLU = Source("AA", "ibb", "Beyoğlu")
ELECTION = catalog.load("istanbul-2024")
NAMES = Names(ELECTION)


def read(*rows: str, header: str = HEADER) -> tuple[NewBulletin, ...]:
    return exchange.read_figures("\n".join((header, *rows)) + "\n", NAMES)


def refusals(text: str) -> list[tuple[Code, object]]:
    with pytest.raises(Refusals) as caught:
        exchange.read_figures(text, NAMES)
    return [(refusal.code, refusal.values.get("line")) for refusal in caught.value.refusals]


def row(**changed: str) -> str:
    """A good row with some cells changed."""
    cells = dict(zip(COLUMNS, GOOD.split(","), strict=True)) | changed
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow([cells[column] for column in COLUMNS])
    return text.getvalue()


def sides(session: Session) -> tuple[SideBySide, ...]:
    return compare_all(session, "ibb", ("AA", "ANKA"))


def test_rows_of_one_source_and_time_are_one_bulletin() -> None:
    bulletins = read(
        GOOD,
        row(contender="AKP", value="39.23"),
        row(item="opened_share", contender="", value="12"),
        row(agency="ANKA", value="61.23"),
        row(as_of="2024-03-31T19:38", value="56"),
    )
    assert [(new.source.agency, new.as_of.hour, new.as_of.minute) for new in bulletins] == [
        ("AA", 19, 25),
        ("ANKA", 19, 25),
        ("AA", 19, 38),
    ]
    assert bulletins[0].source == BEYOGLU
    assert bulletins[0].figures == {
        Row(Item.SHARE, "chp"): Decimal("55.05"),
        Row(Item.SHARE, "ak_parti"): Decimal("39.23"),
        Row(Item.OPENED_SHARE): Decimal(12),
    }


@pytest.mark.parametrize("digits", ["2", "38.3", "1.5", "2.50", "0", "0.00", "100"])
def test_digits_stay_as_published(digits: str) -> None:
    (bulletin,) = read(row(value=digits))
    assert str(bulletin.figures[Row(Item.SHARE, "chp")]) == digits


def test_every_item_is_read() -> None:
    (bulletin,) = read(
        row(item="votes", value="13.729"),
        row(item="opened_boxes", contender="", value="1234"),
        row(item="total_boxes", contender="", value="33273"),
        row(item="turnout", contender="", value="78,5"),
        row(item="lead_points", contender="", value="7.74"),
        row(item="lead_votes", contender="", value="28027"),
        row(item="leader", contender="İmamoğlu", value=""),
    )
    assert bulletin.figures == {
        Row(Item.VOTES, "chp"): 13729,
        Row(Item.OPENED_BOXES): 1234,
        Row(Item.TOTAL_BOXES): 33273,
        Row(Item.TURNOUT): Decimal("78.5"),
        Row(Item.LEAD_POINTS): Decimal("7.74"),
        Row(Item.LEAD_VOTES): 28027,
        Row(Item.LEADER): "chp",
    }


@pytest.mark.parametrize(
    "name", ["CHP", "chp", "Cumhuriyet Halk Partisi", "Ekrem İmamoğlu", "imamoglu", "İMAMOĞLU"]
)
def test_a_contender_answers_to_all_its_names(name: str) -> None:
    (bulletin,) = read(row(contender=name))
    assert list(bulletin.figures) == [Row(Item.SHARE, "chp")]


def test_names_are_folded() -> None:
    (bulletin,) = read(row(agency="anka", contest="İBB", place="kucukcekmece", item="Share"))
    assert bulletin.source == Source("ANKA", "ibb", "Küçükçekmece")


@given(st.permutations(COLUMNS), st.sampled_from(",;\t"), st.booleans(), st.sampled_from("\n\r"))
def test_columns_in_any_order_and_marks_of_any_spreadsheet(
    columns: list[str], mark: str, bom: bool, ending: str
) -> None:
    cells = dict(zip(COLUMNS, GOOD.split(","), strict=True)) | {"value": "55,05"}
    text = io.StringIO()
    writer = csv.writer(text, delimiter=mark, lineterminator="\r\n" if ending == "\r" else "\n")
    writer.writerows([columns, [cells[column] for column in columns]])
    found = exchange.read_figures("\ufeff" * bom + text.getvalue(), NAMES)
    assert found == read(GOOD)


def test_blank_lines_and_padding_are_nothing() -> None:
    padded = f"\n{HEADER}\n\n{GOOD},,\n,,,,,,\n   \n"
    assert exchange.read_figures(padded, NAMES) == read(GOOD)
    assert refusals(f"\n{HEADER}\n\n{GOOD}\n,,,,,,\n{row(value='abc')}\n") == [(Code.E101, 6)]


def test_a_leader_needs_no_comma_after_it() -> None:
    (bulletin,) = read("2024-03-31T19:38,AA,ibb,İstanbul,leader,İmamoğlu")
    assert bulletin.figures == {Row(Item.LEADER): "chp"}


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        (Code.E101, {"value": "abc"}),
        (Code.E102, {"value": "58,6,3"}),
        (Code.E103, {"value": "120"}),
        (Code.E103, {"value": "5863"}),
        (Code.E104, {"value": "-3"}),
        (Code.E105, {"value": "58,635"}),
        (Code.E106, {"value": "4.211,219"}),
        (Code.E107, {"item": "votes", "value": "7.5"}),
        (Code.E109, {"item": "votes", "value": "1234567890"}),
        (Code.E110, {"value": "4.211.219"}),
        (Code.E121, {"place": "Beyogl"}),
        (Code.E122, {"agency": "DHA"}),
        (Code.E123, {"contender": "Yavaş"}),
        (Code.E125, {"contest": "cumhurbaşkanlığı"}),
        (Code.E126, {"item": "shares"}),
        (Code.E127, {"as_of": "19.25"}),
        (Code.E127, {"as_of": "2024-03-31 19:25"}),
        (Code.E127, {"as_of": "2024-02-30T19:25"}),
        (Code.E127, {"as_of": "2024-03-31T24:05"}),
        (Code.E127, {"as_of": "2024-03-31T19:25:00"}),
        (Code.E127, {"as_of": "٢٠٢٤-03-31T19:25"}),
        (Code.E128, {"contender": ""}),
        (Code.E128, {"contender": "", "item": "votes", "value": "1"}),
        (Code.E128, {"contender": "", "item": "leader", "value": ""}),
        (Code.E129, {"item": "opened_share"}),
        (Code.E129, {"item": "lead_points"}),
        (Code.E132, {"value": ""}),
        (Code.E132, {"value": " \u00a0"}),
        (Code.E132, {"as_of": ""}),
        (Code.E132, {"agency": ""}),
        (Code.E132, {"contest": ""}),
        (Code.E132, {"place": ""}),
        (Code.E132, {"item": ""}),
        (Code.E143, {"item": "leader", "value": "1"}),
    ],
)
def test_a_bad_row_is_named_with_its_line(code: Code, changed: dict[str, str]) -> None:
    assert refusals(f"{HEADER}\n{row(contender='AKP')}\n{row(**changed)}\n") == [(code, 3)]


def test_e124(election: Election) -> None:
    for code, candidate in (("a", "Ali Kaya"), ("v", "Veli Kaya")):
        contender, party = Contender(code, code, candidate), Party(code, code, code)
        election = election.with_contender("ibb", contender, party)
    with pytest.raises(Refusals) as caught:
        exchange.read_figures(f"{HEADER}\n{row(contender='Kaya')}", Names(election))
    (refusal,) = caught.value.refusals
    assert (refusal.code, refusal.values["known"]) == (Code.E124, "a, v")


def test_e130() -> None:
    again = row(contender="İmamoğlu", value="55.05")
    assert refusals(f"{HEADER}\n{GOOD}\n{again}\n") == [(Code.E130, 3)]
    other = row(as_of="2024-03-31T19:26")
    assert len(read(GOOD, other)) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (GOOD, 1),
        (f"\n{HEADER.replace('contest,', '')}\n{GOOD}", 2),
        (f"{HEADER},note\n{GOOD},x", 1),
        (f"{HEADER},value\n{GOOD},1", 1),
        (f"{HEADER}\n{GOOD},5", 2),
        (f"{HEADER},\n{GOOD},5", 2),
        (f"{HEADER}\n{row(value='').removesuffix(',')},55,05", 2),
        (f'{HEADER}\n{GOOD}\n2024,"AA,ibb\n{GOOD}\n', 3),
    ],
)
def test_e131(text: str, line: int) -> None:
    assert refusals(text) == [(Code.E131, line)]


def test_e131_says_where_the_text_is_not_utf_8() -> None:
    data = f"{HEADER}\n{GOOD}\n".encode() + "Beyoğlu".encode("cp1254")
    with pytest.raises(Refusal) as caught:
        exchange.decode(data)
    assert (caught.value.code, caught.value.values["line"]) == (Code.E131, 3)
    assert exchange.decode("ğ".encode("utf-8-sig")) == "\ufeffğ"


@pytest.mark.parametrize("text", ["", "\n \n", f"{HEADER}\n", f"{HEADER}\n,,,,,,\n"])
def test_e133(text: str) -> None:
    assert refusals(text) == [(Code.E133, None)]


def test_all_bad_rows_are_told_at_once() -> None:
    text = "\n".join(
        (HEADER, GOOD, row(value="x"), "", row(place="Nowhere"), row(item="votes", value="1,5"))
    )
    assert refusals(text) == [(Code.E101, 3), (Code.E121, 5), (Code.E107, 6)]


def test_lines_are_those_of_the_file_even_within_quotes() -> None:
    quoted = GOOD.replace("Beyoğlu", '"Bey\noğlu"')
    assert refusals(f"{HEADER}\n{quoted}\n{row(value='x')}\n") == [(Code.E121, 2), (Code.E101, 4)]


def test_bulletins_know_the_line_they_begin_on() -> None:
    text = "\n".join((HEADER, "", GOOD, row(agency="ANKA"), row(contender="AKP")))
    numbered = exchange.numbered_figures(text, NAMES)
    assert [(line, new.source.agency) for line, new in numbered.items()] == [(3, "AA"), (4, "ANKA")]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for figures in (text, f"{HEADER}\n{text}", f"{HEADER}\n{GOOD}{text}"):
        try:
            assert exchange.read_figures(figures, NAMES)
        except Refusals as refused:
            assert refused.refusals


@given(st.lists(st.lists(st.text(max_size=8), min_size=7, max_size=7), min_size=1, max_size=5))
def test_any_rows_are_read_or_refused_with_a_line(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows])
    try:
        exchange.read_figures(text.getvalue(), NAMES)
    except Refusals as refused:
        for refusal in refused.refusals:
            assert refusal.code is Code.E133 or isinstance(refusal.values["line"], int)


def test_the_demonstration_is_the_evening_of_its_csv(tmp_path: Path, evening: Session) -> None:
    with demo.make(tmp_path / "demo.secim") as session:
        assert comparison_json(sides(session)) == comparison_json(sides(evening))
