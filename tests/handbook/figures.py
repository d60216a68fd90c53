"""Bulletins that cannot be, are unlikely or differ, each told with what the desk finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from desk.facts.bulletin import Draft, Item, Row, Source, Value
from desk.facts.codes import Code
from desk.facts.edits import NewBulletin
from desk.facts.finding import Finding
from desk.file.session import Session
from desk.rules.checks import Checks
from tests.desk.kinds import COUNCILS, election
from tests.handbook.night import CONTEST, Example, bulletin, file_all, fresh, told
from ui.texts.sentences import finding_text

ALONE: dict[Code, tuple[str, ...]] = {
    Code.F201: ("ANKA 19:25 Küçükçekmece chp=63.89 ak_parti=35.94 dem_parti=1.5",),
    Code.F202: ("AA 20:00 Beyoğlu chp=50.00 ak_parti=30.00 diger=2.00",),
    Code.F203: ("AA 20:00 Beyoğlu boxes=500 of=498",),
    Code.F204: ("AA 20:00 Beyoğlu chp.v=170000 ak_parti.v=20000",),
    Code.F205: ("AA 20:00 Beyoğlu chp=50.00 ak_parti=40.00 chp.v=5000 ak_parti.v=4400",),
    Code.F206: ("AA 20:00 Beyoğlu chp=50.00 ak_parti=42.26 lead=6.74",),
    Code.F207: ("AA 18:40 Beyoğlu chp=100 ak_parti=0",),
    Code.F208: (
        "AA 20:00 Beyoğlu chp=50.00 ak_parti=42.00",
        "AA 20:00 Beyoğlu chp=51.00 ak_parti=42.00",
    ),
    Code.F209: ("AA 16:30 Beyoğlu chp=50.00 ak_parti=42.00",),
    Code.W309: ("AA 21:00 Beykoz chp=0 ak_parti=60.10 yeniden_refah=2.90",),
    Code.W313: (
        "AA 21:00 Üsküdar chp.v=43210 ak_parti.v=39876",
        "AA 21:10 Beyoğlu chp.v=43210 ak_parti.v=39876 %=40",
    ),
    Code.W314: ("AA 18:40 Kadıköy chp=18.40 ak_parti=74.90 %=7.1",),
    Code.W315: (
        "AA 23:10 Beyoğlu chp=49.1 ak_parti=48.9 %=100",
        "AA 23:30 Beyoğlu chp=49.3 ak_parti=48.9 %=100",
    ),
    Code.W316: (
        "AA 21:15 Beyoğlu chp=46.58 ak_parti=41.20 yeniden_refah=2.10",
        "AA 21:25 Beyoğlu ak_parti=41.50 yeniden_refah=2.10",
    ),
    Code.D401: (
        "AA 20:00 Beyoğlu chp=50.00 ak_parti=45.00 %=95.00",
        "ANKA 20:01 Beyoğlu chp=51.20 ak_parti=44.50 %=95.00",
    ),
    Code.D402: (
        "AA 20:00 Beyoğlu chp=48.00 ak_parti=50.00",
        "ANKA 20:05 Beyoğlu chp=50.10 ak_parti=47.00",
    ),
    Code.D403: (
        "AA 20:00 Beyoğlu chp=50.00 ak_parti=45.00 %=98.00",
        "ANKA 20:01 Beyoğlu chp=60.00 ak_parti=35.00 %=97.00",
    ),
    Code.D404: (
        "AA 20:00 Küçükçekmece chp=58.63 ak_parti=35.94 dem_parti=1.26",
        "ANKA 20:01 Küçükçekmece chp=52.80 ak_parti=35.94 dem_parti=1.50",
    ),
    Code.D406: (
        "AA 19:38 İstanbul leader=chp lead=7.74",
        "ANKA 19:15 İstanbul leader=chp lead=21.14 %=10",
    ),
}
"""What needs no night before it."""

LATE = "21:00"
CHANGED: dict[Code, str] = {
    Code.W301: "AA 21:00 Beyoğlu %=35.10",
    Code.W302: "AA 21:00 Beyoğlu chp=15.00 ak_parti=78.00",
    Code.W303: "AA 21:00 Beyoğlu chp=54.61 ak_parti=38.53",
    Code.W307: "AA 21:00 Beyoğlu chp=36.54 ak_parti=56.60",
    Code.W308: "AA 21:00 Beyoğlu chp=65.60",
    Code.W311: "AA 21:00 Beyoğlu turnout=38.40",
    Code.W312: "AA 21:00 Beyoğlu %=98.00",
}
"""A bulletin after two honest hours: what differs from the one the agency would have sent."""

PLACES = ("Beyoğlu", "Üsküdar", "Kadıköy", "Fatih", "Şişli", "Pendik", "Tuzla")
TURNS = 12


def honest(turn: int, chp: int = 5_510, other: int = 0) -> dict[Row, Value]:
    """A count that drifts by hundredths of a point and closes with *Diğer*."""
    wobble = (turn * 7 + other) % 5 - 2
    counts = {
        "chp": chp + 12 * turn + 3 * wobble,
        "ak_parti": 9_300 - chp - 11 * turn - 2 * wobble,
        "yeniden_refah": 290 + wobble,
    }
    counts["diger"] = 10_000 - sum(counts.values())
    figures: dict[Row, Value] = {
        Row(Item.SHARE, code): Decimal(count).scaleb(-2) for code, count in counts.items()
    }
    figures[Row(Item.OPENED_SHARE)] = Decimal(500 + 610 * turn + 31 * wobble).scaleb(-2)
    return figures


def night_so_far() -> Iterator[NewBulletin]:
    """Seven districts by two agencies every ten minutes from 19.00 to 20.50."""
    start = datetime.fromisoformat("2024-03-31T19:00")
    for turn in range(TURNS):
        for number, place in enumerate(PLACES):
            for late, agency in enumerate(("AA", "ANKA")):
                when = start + timedelta(minutes=10 * turn + late)
                figures = honest(turn, 5_510 - 300 * number + 170 * late, number + late)
                yield NewBulletin(Source(agency, CONTEST, place), when, figures)


def examples() -> Iterator[Example]:
    """F201 to D406, in no order."""
    for code, texts in ALONE.items():
        with fresh() as night:
            bulletins = [bulletin(text) for text in texts]
            file_all(night, bulletins)
            yield _found(night, code, bulletins, Checks(night).all())
    with fresh() as night:
        file_all(night, night_so_far())
        yield from _after_two_hours(night)
    with fresh() as night:
        yield _at_equal_opening(night)
    yield from _seats()


def _found(
    night: Session, code: Code, bulletins: Iterable[NewBulletin], found: Iterable[Finding]
) -> Example:
    one = next(one for one in found if one.code is code)
    shown = "<br>".join(told(night.election, new) for new in bulletins)
    return Example(code, shown, finding_text(one, night.election, "tr"))


def _after_two_hours(night: Session) -> Iterator[Example]:
    checks = Checks(night)
    before = bulletin("AA 20:50 Beyoğlu")
    before = NewBulletin(before.source, before.as_of, honest(TURNS - 1))
    for code, text in CHANGED.items():
        change = bulletin(text)
        draft = Draft(change.source, change.as_of, {**honest(TURNS), **change.figures})
        shown = (before, NewBulletin(draft.source, change.as_of, draft.figures))
        yield _found(night, code, shown, checks.of_draft(draft))
    yield from _of_another(night, checks)
    late = datetime.fromisoformat("2024-03-31T22:20")
    one = next(
        one for one in checks.of_place(CONTEST, "Beyoğlu", now=late) if one.code is Code.W305
    )
    said = finding_text(one, night.election, "tr")
    yield Example(Code.W305, "AA, Beyoğlu: on dakikada bir bülten; saat 22.20, yenisi yok", said)


def _of_another(night: Session, checks: Checks) -> Iterator[Example]:
    still = {row: v for row, v in honest(TURNS - 1).items() if row.item is Item.SHARE}
    pendik = honest(TURNS - 1, 5_510 - 1_500, 5)
    for code, figures in ((Code.W304, {**honest(TURNS), **still}), (Code.W306, pendik)):
        new = bulletin("AA 21:00 Beyoğlu")
        found = checks.of_draft(Draft(new.source, new.as_of, figures))
        yield _found(night, code, [NewBulletin(new.source, new.as_of, figures)], found)
    known = checks.night(CONTEST)
    province = known.column("AA", "İstanbul")
    # As if these seven were the province: districts with three fifths of it have to have spoken.
    province.boxes = sum(one.boxes for one in known.by_agency["AA"] if not one.whole)
    new = bulletin("AA 21:00 İstanbul chp=30.00 ak_parti=62.00")
    found = checks.of_draft(Draft(new.source, new.as_of, new.figures))
    yield _found(night, Code.W310, [new], found)


def _at_equal_opening(night: Session) -> Example:
    bulletins = []
    for turn in range(5):
        for agency, more in (("AA", 0), ("ANKA", 9)):
            cells = f"chp={45 + more}.{turn} ak_parti={50 - more} %={80 + 4 * turn - (more > 0)}"
            bulletins.append(bulletin(f"{agency} 20:{10 + turn} Beyoğlu {cells}"))
    file_all(night, bulletins)
    shown = [one for at in (0, 4) for one in bulletins[2 * at : 2 * at + 2]]
    return _found(night, Code.D405, shown, Checks(night).all())


SEATS = {
    Code.F210: "AA 23:30 Şile chp.s=12 ak_parti.s=5",
    Code.W317: "AA 23:30 Şile chp=52.10 ak_parti=40.20 chp.s=5 ak_parti.s=10",
}


def _seats() -> Iterator[Example]:
    with fresh(election(COUNCILS)) as night:
        checks = Checks(night)
        for code, text in SEATS.items():
            new = bulletin(text, "bm")
            found = checks.of_draft(Draft(new.source, new.as_of, new.figures))
            yield _found(night, code, [new], found)
