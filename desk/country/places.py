"""The places of Türkiye as a tree: country, provinces, districts, towns, inland, abroad, customs.

Ids and names as the council lists them; which of them vote in a contest is asked of `results`,
which make a constituency of `constituencies`. No figure ever enters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from desk import turkish
from desk.country import shelf

COUNTRY = "tr"
ABROAD = "abroad"
CUSTOMS = "customs"
INLAND = "inland"
OUTSIDE = (ABROAD, CUSTOMS)
"""What belongs to the country and to no province."""

_APART = str.maketrans(dict.fromkeys("()/,>", " "))


@dataclass(frozen=True, slots=True)
class Region:
    """A place of the country.

    ``kind`` is one of country, province, district, town, inland, abroad, customs; ``within`` the
    id of what it lies in, empty for the country; ``metropolitan`` is said of provinces and
    districts.
    """

    id: str
    name: str
    kind: str
    within: str
    metropolitan: bool = False


@cache
def regions() -> Mapping[str, Region]:
    """Every place by its id: a whole before its parts, provinces by their plates."""
    return MappingProxyType(
        {
            row["id"]: Region(
                row["id"], row["name"], row["kind"], row["in"], row["metropolitan"] == "1"
            )
            for row in shelf.rows("places.csv")
        }
    )


@cache
def _children() -> Mapping[str, tuple[Region, ...]]:
    parts: dict[str, list[Region]] = {}
    for region in regions().values():
        parts.setdefault(region.within, []).append(region)
    return {within: tuple(children) for within, children in parts.items()}


def children(place: str) -> tuple[Region, ...]:
    """What lies directly in a place, districts and towns in Turkish order."""
    return _children().get(place, ())


def below(place: str) -> tuple[Region, ...]:
    """Everything that lies in a place, a whole before its parts."""
    return tuple(found for child in children(place) for found in (child, *below(child.id)))


def provinces() -> tuple[Region, ...]:
    """The 81 provinces by their plates."""
    return tuple(region for region in children(COUNTRY) if region.kind == "province")


def province_of(place: str) -> Region | None:
    """The province a place lies in, or is; None for the country, abroad and customs."""
    region = regions().get(place)
    while region and region.kind != "province":
        region = regions().get(region.within)
    return region


def full_name(place: str) -> str:
    """The name with what tells it from all others: ``Merkez (Çanakkale)``; of a town its district.

    A name that one place of the country has stands alone, and so does a province's.
    """
    region = regions()[place]
    province = province_of(place)
    if named(region.name) == (region,) or province is None:
        return region.name
    rivals = [other for other in named(region.name) if province_of(other.id) == province]
    told = province.name
    if region.kind == "town" and len(rivals) > 1:
        told = f"{regions()[region.within].name}, {told}"
    return f"{region.name} ({told})"


def named(text: str) -> tuple[Region, ...]:
    """The places a typed name may mean, none or several.

    Beside a place's own name: ``Merkez (Çanakkale)``, ``Çanakkale Merkez``, ``Çanakkale/Merkez``,
    ``Merkez, Çanakkale``; case and Turkish marks do not matter. A province's name means the
    province, though a town may bear it.
    """
    found = tuple(regions()[place] for place in _by_name().get(_key(text), ()))
    if found:
        return tuple(region for region in found if region.kind == "province") or found
    words = _words(text)
    tables = (_with(whole) for whole in ("province", "both", "district"))
    told: tuple[str, ...] = next((table[words] for table in tables if words in table), ())
    return tuple(regions()[place] for place in told)


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    return _grouped((_key(region.name), region.id) for region in regions().values())


@cache
def _with(whole: str) -> Mapping[str, tuple[str, ...]]:
    """By name with the "province" it lies in, with its "district", or with "both", in any order."""
    pairs: list[tuple[str, str]] = []
    words = _worded()
    for region in regions().values():
        province = province_of(region.id)
        if province is None or region.kind not in {"district", "town"}:
            continue
        own, above = words[region.id], words[province.id]
        district = words[region.within] if region.kind == "town" else ""
        wholes = {
            "province": [above],
            "district": [district],
            "both": [f"{district} {above}", f"{above} {district}"],
        }
        for told in wholes[whole] if district or whole == "province" else ():
            pairs += [(f"{told} {own}", region.id), (f"{own} {told}", region.id)]
    return _grouped(pairs)


@cache
def _worded() -> Mapping[str, str]:
    return {region.id: _words(region.name) for region in regions().values()}


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for key, place in pairs:
        found.setdefault(key, {})[place] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _key(name: str) -> str:
    return " ".join(turkish.fold(name).split())


def _words(text: str) -> str:
    return _key(text.translate(_APART))
