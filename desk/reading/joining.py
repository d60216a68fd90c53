"""Units that belong together: province and district, a person and her party, a shared title."""

from __future__ import annotations

from dataclasses import replace

from desk.reading.holders import couple
from desk.reading.lexicon import Meaning
from desk.reading.races import COUNCIL, MAYOR, METRO
from desk.reading.units import Claimant, PlaceName, RaceName, Unit


def _provinces(units: list[Unit]) -> list[Unit]:
    """`İstanbul'un Kadıköy ilçesinde`, `Ankara/Çankaya`, `Gölbaşı (Ankara)`: one place."""
    joined: list[Unit] = []
    for unit in units:
        before = joined[-1] if joined else None
        if before is not None and isinstance(before.data, PlaceName) and unit.fold in _PLACE_PARTS:
            # `Menderes ilçesinde`, `Burdur Merkez'de`: the noun carries the place's case.
            case = unit.case or ("loc" if unit.fold.endswith(("nde", "nda")) else "")
            joined[-1] = replace(before, case=case or before.case)
            if not case or before.case != "gen":
                continue
        joined.append(unit)
        if not isinstance(unit.data, PlaceName):
            continue
        if len(joined) > 2 and joined[-2].fold == "il" and joined[-3].mark(",/"):
            # `İlçe Kale, il Denizli`
            del joined[-2]
        back = 2 if len(joined) > 1 and isinstance(joined[-2].data, PlaceName) else 3
        if len(joined) < back or not isinstance(joined[-back].data, PlaceName):
            continue
        bridge = joined[-2] if back == 3 else None
        if bridge is not None and not bridge.mark("/(,-›>"):
            continue
        pair = _pair(joined[-back], unit, bridge)
        if pair is not None:
            del joined[-back:]
            joined.append(pair)
    return joined


def _pair(first: Unit, second: Unit, bridge: Unit | None) -> Unit | None:
    assert isinstance(first.data, PlaceName) and isinstance(second.data, PlaceName)
    inner = _inside(second.data.entries, first.data.names)
    if inner and first.case in ("", "gen", "loc", "ki") and not (bridge and bridge.mark("(,")):
        return Unit(PlaceName(inner), first.start, second.end, second.case)
    inner = _inside(first.data.entries, second.data.names)
    if inner and bridge and first.case in ("", "gen", "loc"):
        return Unit(PlaceName(inner), first.start, second.end, first.case)
    return None


def _inside(entries: tuple[Meaning, ...], provinces: frozenset[str]) -> tuple[Meaning, ...]:
    return tuple(
        entry for entry in entries if entry.province in provinces and entry.name not in provinces
    )


_OWN_RACE = ("ilcede", "belediyede")


def _opposed(units: list[Unit]) -> list[Unit]:
    """`büyükşehirde ... ilçede ...`: the district's own race where another is named beside it."""
    if not any(
        isinstance(unit.data, RaceName) and unit.data.race in (METRO, COUNCIL) for unit in units
    ):
        return units
    return [
        replace(unit, data=RaceName(MAYOR), case="loc") if unit.fold in _OWN_RACE else unit
        for unit in units
    ]


def _shared_titles(units: list[Unit]) -> list[Unit]:
    """`AK Parti'nin ilçe adaylarından A (Ümraniye), B (Pendik)`: the title is all of theirs."""
    title: Claimant | None = None
    done: list[Unit] = []
    for unit in units:
        data = unit.data
        if isinstance(data, Claimant):
            if "adaylar" in data.text and data.parties:
                title = data
            elif title is not None and data.candidate and not (data.parties or data.people):
                unit = replace(
                    unit,
                    data=replace(
                        data, parties=title.parties, race=data.race or title.race, sure=True
                    ),
                )
        done.append(unit)
    return done


def coupled(units: list[Unit]) -> list[Unit]:
    """`Ekrem İmamoğlu | CHP`, `CHP - Ekrem İmamoğlu`: a name and its party are one contender."""
    done: list[Unit] = []
    for at, unit in enumerate(units):
        if isinstance(unit.data, Claimant):
            comma = at + 1 < len(units) and units[at + 1].mark(",")
            marks = _DIVIDERS if comma else _DIVIDERS.replace(",", "")
            back = 2 if done and done[-1].mark(marks) else 1
            before = done[-back] if len(done) >= back else None
            if before is not None and isinstance(before.data, Claimant) and back == 1:
                unit = _standing(units, at)
            if (
                before is not None
                and isinstance(before.data, Claimant)
                and (pair := couple(before, unit))
            ):
                del done[-back:]
                done.append(pair)
                continue
        done.append(unit)
    return done


def _standing(units: list[Unit], at: int) -> Unit:
    """`Ahmet Özer CHP'den belediye başkanlığında`, `X AK Parti'den yeniden başkan`: for whom."""
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    office = after is not None and (
        isinstance(after.data, RaceName) or after.fold.startswith(("aday", "secil", "yeniden"))
    )
    return replace(unit, case="") if unit.case == "abl" and office else unit


_PLACE_PARTS = frozenset(
    [
        "ilcesinde",
        "ilinde",
        "genelinde",
        "merkez",
        "merkezde",
        "beldesinde",
        "ilcesi",
        "ili",
        "geneli",
        "genel",
        "ilcesindeki",
    ]
)


_DIVIDERS = "|\t-/,·"


def _allied(units: list[Unit]) -> list[Unit]:
    """`Cumhur 49,5, Millet 35`: beside an alliance Millet is the alliance, not the party."""
    if not any(_is_alliance(unit) for unit in units):
        return units
    return [
        replace(unit, data=Claimant(unit.data.text))
        if isinstance(unit.data, Claimant) and unit.data.text == "Millet"
        else unit
        for unit in units
    ]


def _is_alliance(unit: Unit) -> bool:
    told = unit.data.text.split() if isinstance(unit.data, Claimant) else []
    return bool(told) and (told == ["Cumhur"] or told[-1].startswith("İttifak"))


def joined(units: list[Unit]) -> list[Unit]:
    """A line's units with what belongs together joined."""
    return _shared_titles(_opposed(coupled(_provinces(units))))
