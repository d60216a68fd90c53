"""Nights that cannot be made or changed so, each told with the desk's own answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import AddPlace, RemovePlace, SetFigure
from desk.facts.election import Place, PlaceKind
from desk.facts.names import Names
from desk.file.session import Session
from desk.nights import changing, choosing, loading, making
from desk.nights import csv as lists
from desk.nights.answers import NightAnswers, NightKind
from desk.nights.plan import Plan
from tests.handbook.night import Example, answer, fresh, refusal_of
from ui.cli.nights.election import _day

DAY = date(2029, 3, 25)

CONTENDERS = (
    ("`bb,,CHP,,,red,`: renk sütunu", Code.E186),
    ("`bb,,,,,,`: ne parti ne aday", Code.E190),
    ("`bb,Ankara,CHP,,,,`: ilin bir ilçe yarışı yok", Code.E184),
)
PLACES = (
    ("`Bilinmez,,,,,`", Code.E182),
    ("`Kepez,,,,,`: birkaç ilde var", Code.E183),
    ("`Şube,köy,,,,`", Code.E188),
    ("`Şube,ilçe,Yok,,,`", Code.E189),
    ("`Ege,ilçe,,,,`: ikinci kez", Code.E187),
)


def examples() -> Iterator[Example]:
    """E158, E159, E181 to E194."""
    made = making.put_together(NightAnswers(NightKind.LOCAL, DAY, ("p6",)))
    head = ",".join(lists.CONTENDERS) + "\n"
    for what, code in CONTENDERS:
        read = lists.read_contenders(f"{head}{what.split('`')[1]}\n", made)
        yield _of(read.refusals[0].code, code, answer(f"Aday listesinde: {what}", read.refusals[0]))
    head = "name,kind,in,boxes,registered,id\nEge,ilçe,,4,100,\n"
    for what, code in PLACES:
        rows = lists.read_places(f"{head}{what.split('`')[1]}\n")
        yield _of(rows.refusals[0].code, code, answer(f"Yer listesinde: {what}", rows.refusals[0]))
    unread = refusal_of(lambda: lists.read_contenders("contest,place\nbb,\n", made))
    yield answer("Parti ve aday sütunu olmayan bir aday listesi", unread)
    yield answer("Gün yerine: `25.03.2029`", refusal_of(lambda: _day("25.03.2029")))
    plan = Plan()
    plan.begin(NightKind.LOCAL, DAY)
    missing = plan.missing()
    assert missing is not None
    yield answer("Hiç yer seçmeden gece oluşturmak", missing)
    plan.choose("p6")
    plan.off = frozenset(plan.agencies)
    missing = plan.missing()
    assert missing is not None
    yield answer("Bütün ajansların seçimi kaldırılmış", missing)
    yield from _changed()


def _of(found: Code, code: Code, example: Example) -> Example:
    assert found is code
    return example


def _changed() -> Iterator[Example]:
    """Çanakkale and Malatya, while the night is on."""
    answers = NightAnswers(NightKind.LOCAL, DAY, choosing.named_in("Çanakkale,Malatya"))
    with fresh(loading.of(making.to_file(answers)).election) as night:
        names = Names(night.election)
        yield answer(
            "Büyükşehir olan bir ile il genel meclisi rakamı girmek",
            refusal_of(lambda: names.place("Malatya", "igm")),
        )
        island = Place("Ada", PlaceKind.TOWN, id="a", within="yok")
        yield answer("Olmayan bir ilçeye belde eklemek", refusal_of(partial(_add, night, island)))
        typed = SetFigure(Source("AA", "bb", "Yenice"), Row(Item.OPENED_BOXES), 3)
        rename = changing.renaming(night.election, "Yenice", "Yeniçe")
        night.record(typed)
        yield answer(
            "Rakam girilmiş bir yerin adını değiştirmek", refusal_of(partial(night.record, rename))
        )
        for place in night.election.held("bbb"):
            if place.name != "Malatya":
                night.record(RemovePlace(place.name))
        last = RemovePlace("Malatya")
        yield answer("Yarışın son yerini çıkarmak", refusal_of(partial(night.record, last)))


def _add(night: Session, place: Place) -> None:
    night.record(AddPlace(place, ()))
