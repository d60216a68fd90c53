"""What is typed or handed in and not accepted, each told with the desk's own answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from desk.facts import candidates, settings
from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import (
    AddAgency,
    BeginCorrection,
    FileDraft,
    RemoveAgency,
    SetFigure,
    Withdraw,
)
from desk.facts.election import Agency
from desk.facts.figures import read, read_clock
from desk.facts.names import Names
from desk.reading.files import csv
from tests.handbook.night import (
    CONTEST,
    ISTANBUL,
    Example,
    answer,
    bulletin,
    file_all,
    fresh,
    refusal_of,
    told,
)

CELLS = (
    (Item.SHARE, "elli sekiz"),
    (Item.SHARE, "58,6,3"),
    (Item.SHARE, "5863"),
    (Item.SHARE, "-2"),
    (Item.SHARE, "58,635"),
    (Item.VOTES, "4.211,219"),
    (Item.OPENED_BOXES, "12,5"),
    (Item.VOTES, "13729137291"),
    (Item.SHARE, "4.211.219"),
)
CELL = {Item.SHARE: "Oran", Item.VOTES: "Oy", Item.OPENED_BOXES: "Açılan sandık"}

HEAD = "as_of,agency,contest,place,item,contender,value\n"
MINUTE = "2024-03-31T19:25"
ROWS = (
    f"{MINUTE},AA,ibb,Üskudarr,share,CHP,51.14",
    f"{MINUTE},AAA,ibb,Üsküdar,share,CHP,51.14",
    f"{MINUTE},AA,ibb,Üsküdar,share,ABC,51.14",
    f"{MINUTE},AA,muhtar,Üsküdar,share,CHP,51.14",
    f"{MINUTE},AA,ibb,Üsküdar,oran,CHP,51.14",
    "31.03.2024 19.25,AA,ibb,Üsküdar,share,CHP,51.14",
    f"{MINUTE},AA,ibb,Üsküdar,share,,51.14",
    f"{MINUTE},AA,ibb,Üsküdar,opened_boxes,CHP,120",
    f"{MINUTE},AA,ibb,Üsküdar,share,CHP,51.14\n{MINUTE},AA,ibb,Üsküdar,share,CHP,51.41",
    f"{MINUTE},AA,ibb,Üsküdar,share,CHP,",
    f"{MINUTE},AA,ibb,Üsküdar,leader,CHP,51.14",
)


def examples() -> Iterator[Example]:
    """E101 to E161, as far as figures, names and bulletins go."""
    for item, text in CELLS:
        refusal = refusal_of(partial(read, item, text))
        yield answer(f"{CELL[item]} hücresine: `{text}`", refusal)
    yield answer("Saat hücresine: `25.10`", refusal_of(lambda: read_clock("25.10")))
    names = Names(ISTANBUL)
    for row in ROWS:
        shown = "<br>".join(f"`{line}`" for line in row.split("\n"))
        refusal = refusal_of(partial(csv.read_figures, HEAD + row, names))
        yield answer(f"CSV satırı: {shown}", refusal)
    for what, text in (
        ("Sütunu eksik bir CSV: `as_of,agency,place,value`", "as_of,agency,place,value\n"),
        ("Başlığından başka satırı olmayan bir CSV", HEAD),
    ):
        yield answer(what, refusal_of(partial(csv.read_figures, text, names)))
    yield from _names()
    yield from _bulletins()
    yield from _lists()


def _names() -> Iterator[Example]:
    names = Names(ISTANBUL)
    refusal = refusal_of(lambda: names.contender("ibb", "MP"))
    yield answer("Aday sütununda: `MP`", refusal)
    for name, value in (("renk", "mavi"), ("time-mark", "tire")):
        refusal = refusal_of(partial(settings.read, name, value))
        yield answer(f"Komut satırında: `set gece.secim {name} {value}`", refusal)


def _bulletins() -> Iterator[Example]:
    first = bulletin("AA 19:25 Beyoğlu chp=55.05 ak_parti=39.23")
    with fresh() as night:
        (number,) = file_all(night, [first])
        said = told(night.election, first)
        yield answer(f"İkinci kez: {said}", refusal_of(lambda: file_all(night, [first])))
        withdraw = Withdraw((number,), " ")
        yield answer(
            "Bülteni geri çekerken gerekçe boş bırakılmış",
            refusal_of(partial(night.record, withdraw)),
        )
        torn = Withdraw((number,), "yanl\udcfd\udcfe")
        yield answer(
            "Gerekçe, kodlaması UTF-8 olmayan bir uçbirimden gelmiş",
            refusal_of(partial(night.record, torn)),
        )
        source = first.source
        yield answer(
            "Hiç rakam yazmadan `Ctrl+Enter`", refusal_of(partial(night.record, FileDraft(source)))
        )
        night.record(
            SetFigure(source, Row(Item.SHARE, "chp"), first.figures[Row(Item.SHARE, "chp")])
        )
        yield answer(
            "Yarım bir AA taslağı dururken `F4`",
            refusal_of(partial(night.record, BeginCorrection(number))),
        )
        night.record(Withdraw((number,), "yanlış ilçe"))
        yield answer(
            "Geri çekilmiş bülteni düzeltmek",
            refusal_of(partial(night.record, BeginCorrection(number))),
        )
        yield answer(
            "Var olan bir ajansı yeniden eklemek: `AA`",
            refusal_of(partial(night.record, AddAgency(Agency("AA", "Anadolu Ajansı")))),
        )
        yield answer(
            "Rakamı olan ajansı çıkarmak: `AA`",
            refusal_of(partial(night.record, RemoveAgency("AA"))),
        )
    yield from _of_a_minute()


def _of_a_minute() -> Iterator[Example]:
    source, minute = Source("AA", CONTEST, "Beyoğlu"), datetime.fromisoformat("2024-03-31T19:25")
    with fresh() as night:
        asked = partial(night.standing_at, source, minute)
        yield answer(
            "Komut satırında: `withdraw gece.secim --agency AA --place Beyoğlu --at 19.25`, "
            "o dakikanın bülteni yokken",
            refusal_of(asked),
        )
        file_all(
            night,
            [bulletin("AA 19:25 Beyoğlu chp=55.05"), bulletin("AA 19:25 Beyoğlu chp=55.50")],
        )
        yield answer("Aynı komut, o dakikanın iki bülteni varken", refusal_of(asked))


LISTS = (
    ("`ilce-baskanligi,Şile,CHP,Ali Kaya`<br>`ilce-baskanligi,Şile,CHP,Veli Kaya`", Code.E153),
    ("`ibb,,CHP,55`", Code.E154),
    ("`,Şile,CHP,Ali Kaya`", Code.E155),
)


def _lists() -> Iterator[Example]:
    names = Names(ISTANBUL)
    for row, code in LISTS:
        text = row.replace("`", "").replace("<br>", "\n")
        read_list = candidates.read(f"contest,place,party,candidate\n{text}\n", ISTANBUL, names, "")
        (refusal,) = read_list.refusals
        assert refusal.code is code
        yield answer(f"Aday listesinde: {row}", refusal)
    refusal = refusal_of(lambda: candidates.read("ilçe,not\nŞile,iyi\n", ISTANBUL, names, ""))
    yield answer("Parti sütunu olmayan bir aday listesi", refusal)
