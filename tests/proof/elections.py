"""Elections of every kind, small, and a night of each: what two or three agencies say of it.

Every place counts its own votes box by box; shares are rounded from them with the digits of the
agency, and a whole is the sum of its places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from desk.facts.election import Election
from desk.facts.election_file import from_json
from tests.audit.arithmetic import CsvRow

MINUTE = "%Y-%m-%dT%H:%M"
BEGIN = datetime(2028, 5, 14, 18, 40)
AGENCIES = ("AA", "ANKA", "YSK")


@dataclass(frozen=True)
class Ballot:
    """One contest of an election: whose votes are counted where, and what seats there are.

    ``sums`` are places whose votes are those of others; ``spoken`` says of some places what they
    are called and where they are, where that is not the name with a suffix.
    """

    contest: str
    codes: tuple[str, ...]
    units: tuple[str, ...]
    sums: Mapping[str, tuple[str, ...]]
    seats: Mapping[str, int]
    noun: str
    spoken: Mapping[str, tuple[str, str]]
    alliances: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folded: tuple[str, ...] = ()


REAL = {
    "province-Çanakkale": "p17",
    "district-Merkez": "d128",
    "district-Biga": "d89",
    "district-Yenice": "d615",
    "district-Gelibolu": "d237",
    "town-Kepez": "t3593",
    "province-Malatya": "p44",
    "district-Battalgazi": "d665",
    "district-Yeşilyurt": "d844",
    "district-Darende": "d163",
    "district-Kale": "d840",
}
"""Places whose last results the country's tables have."""

LAST_PARLIAMENT: Mapping[str, Mapping[str, int]] = {
    "Bilecik": {"ak_parti": 1, "chp": 1},
    "Çanakkale": {"chp": 2, "ak_parti": 1, "iyi_parti": 1},
    "Kırklareli": {"chp": 2, "ak_parti": 1},
    "Malatya": {"ak_parti": 4, "chp": 1, "mhp": 1},
    "Tunceli": {"dem_parti": 1},
    "Van": {"dem_parti": 6, "ak_parti": 2},
}
"""Whom the provinces that are one constituency elected in 2023, by the parties of today."""
PLATES = {
    "Bilecik": "p11",
    "Çanakkale": "p17",
    "Kırklareli": "p39",
    "Malatya": "p44",
    "Tunceli": "p62",
    "Van": "p65",
}


def id_of(kind: str, name: str) -> str:
    """A place's id: that of the country's tables where a night goes by last time."""
    return REAL.get(f"{kind}-{name}", f"{kind}-{name}")


def _place(name: str, kind: str, within: str | None, boxes: int | None = 400) -> dict[str, Any]:
    known = kind not in ("abroad", "customs")
    counts = {"boxes": boxes, "registered": None if boxes is None else 300 * boxes}
    own = {"id": id_of(kind, name), "name": name, "kind": kind, "in": within}
    return {**own, **counts} if known else own


def _file(
    contests: Sequence[Mapping[str, Any]],
    places: Sequence[Mapping[str, Any]],
    parties: Sequence[Mapping[str, Any]],
) -> Election:
    return from_json(
        {
            "format": 2,
            "id": "a-night",
            "name": "Seçim",
            "date": "2028-05-14",
            "zone": "Europe/Istanbul",
            "polls_close": "17:00",
            "agencies": [{"code": code, "name": code} for code in AGENCIES],
            "parties": list(parties),
            "contests": list(contests),
            "places": list(places),
        }
    )


def _contest(contest: str, title: str, contenders: Sequence[Mapping[str, Any]], **more: Any) -> Any:
    own = {"id": contest, "kind": contest, "name": title.capitalize(), "title": title}
    shown = [one["code"] for one in contenders][:4]
    if contest != "ref":
        shown.append("diger")
    return {**own, "contenders": list(contenders), "shown": shown, **more}


PROVINCES = ("Ankara", "Bilecik", "Çanakkale", "İzmir", "Kırklareli", "Malatya", "Tunceli", "Van")
OUTSIDE = {
    "Yurt dışı": ("Yurt dışı", "yurt dışında"),
    "Gümrük kapıları": ("Gümrük kapıları", "gümrük kapılarında"),
}
WHOLE = {"Türkiye": ("Türkiye", "Türkiye genelinde")}


def _country(real: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    country = "country-Türkiye"
    found = [_place("Türkiye", "country", None, 400 * len(PROVINCES))]
    found += [_place("Yurt dışı", "abroad", country), _place("Gümrük kapıları", "customs", country)]
    # Only where the last time is known to the proof too.
    provinces = [_place(name, "province", country) for name in PROVINCES]
    known = real or {}
    return found + [
        {**one, "id": known.get(one["name"], f"province-{one['name']}")} for one in provinces
    ]


def president(seed: int) -> tuple[Election, tuple[Ballot, ...]]:
    """Four persons, one of whom has withdrawn; two of them in a second round."""
    people = [
        ("recep_tayyip_erdogan", "Erdoğan", "Recep Tayyip Erdoğan"),
        ("kemal_kilicdaroglu", "Kılıçdaroğlu", "Kemal Kılıçdaroğlu"),
        ("sinan_ogan", "Oğan", "Sinan Oğan"),
        ("muharrem_ince", "İnce", "Muharrem İnce"),
    ][: 2 if seed % 4 == 3 else 4]
    parties = [
        {"code": code, "short": short, "name": name, "kind": "person"}
        for code, short, name in people
    ]
    contenders = [
        {"code": code, "party": code, "candidate": name, "withdrawn": code == "muharrem_ince"}
        for code, _, name in people
    ]
    contest = _contest("cb", "cumhurbaşkanlığı", contenders)
    units = (*PROVINCES, *OUTSIDE)
    ballot = Ballot(
        "cb",
        tuple(code for code, _, _ in people),
        units,
        {"Türkiye": units},
        {},
        "ilde",
        {**OUTSIDE, **WHOLE},
    )
    return _file([contest], _country(), parties), (ballot,)


ANSWERS = [
    {"code": "evet", "short": "Evet", "name": "Evet", "kind": "choice"},
    {"code": "hayir", "short": "Hayır", "name": "Hayır", "kind": "choice"},
]
ANKARA = ("Altındağ", "Çankaya", "Haymana", "Keçiören", "Mamak", "Sincan")


def referendum(seed: int) -> tuple[Election, tuple[Ballot, ...]]:
    """Yes and no, in the country by provinces or in one province by districts."""
    contest = _contest(
        "ref", "halk oylaması", [{"code": one["code"], "party": one["code"]} for one in ANSWERS]
    )
    codes = ("evet", "hayir")
    if seed % 2:
        units = (*PROVINCES, *OUTSIDE)
        spoken = {**OUTSIDE, **WHOLE}
        ballot = Ballot("ref", codes, units, {"Türkiye": units}, {}, "ilde", spoken)
        return _file([contest], _country(), ANSWERS), (ballot,)
    places = [_place("Ankara", "province", None, 400 * len(ANKARA))]
    places += [_place(name, "district", "province-Ankara") for name in ANKARA]
    spoken = {"Ankara": ("Ankara", "Ankara genelinde")}
    ballot = Ballot("ref", codes, ANKARA, {"Ankara": ANKARA}, {}, "ilçede", spoken)
    return _file([contest], places, ANSWERS), (ballot,)


PARTIES = [
    {"code": code, "short": short, "name": short, "kind": "party"}
    for code, short in (
        ("ak_parti", "AKP"),
        ("chp", "CHP"),
        ("mhp", "MHP"),
        ("iyi_parti", "İYİ Parti"),
        ("dem_parti", "DEM Parti"),
    )
]
ALLIANCES = [
    {
        "code": "cumhur_ittifaki",
        "short": "Cumhur İttifakı",
        "name": "Cumhur İttifakı",
        "kind": "alliance",
        "members": ["ak_parti", "mhp"],
    },
    {
        "code": "millet_ittifaki",
        "short": "Millet İttifakı",
        "name": "Millet İttifakı",
        "kind": "alliance",
        "members": ["chp", "iyi_parti"],
    },
]
TOGETHER = {
    "Cumhur İttifakı": ("ak_parti", "mhp"),
    "Millet İttifakı": ("chp", "iyi_parti"),
}
PARTY_CODES = tuple(str(one["code"]) for one in PARTIES)
OF_PARTIES = [{"code": code, "party": code} for code in PARTY_CODES]
SEATS = {
    "Ankara": 200,
    "Bilecik": 2,
    "Çanakkale": 70,
    "İzmir": 174,
    "Kırklareli": 3,
    "Malatya": 80,
    "Tunceli": 1,
    "Van": 70,
}
"""As many in all as there are; the small provinces are near what they elected last time."""


def parliament(seed: int) -> tuple[Election, tuple[Ballot, ...]]:
    """Parties in two alliances, folded in one contest of four, with seats by province."""
    contenders, folded = list(OF_PARTIES), seed % 4 == 2
    if folded:
        contenders = [
            {"code": "cumhur_ittifaki", "party": "cumhur_ittifaki"},
            {"code": "millet_ittifaki", "party": "millet_ittifaki"},
            {"code": "dem_parti", "party": "dem_parti"},
        ]
    counts = [
        {
            "place": PLATES.get(name, f"province-{name}"),
            "boxes": 400,
            "registered": 120000,
            "seats": seats,
        }
        for name, seats in SEATS.items()
    ]
    contest = _contest("mv", "milletvekilliği", contenders, counts=counts)
    units = (*PROVINCES, *OUTSIDE)
    ballot = Ballot(
        "mv",
        tuple(str(one["code"]) for one in contenders),
        units,
        {"Türkiye": units},
        {**SEATS, "Türkiye": sum(SEATS.values())},
        "ilde",
        {**OUTSIDE, **WHOLE},
        {} if folded else TOGETHER,
        tuple(TOGETHER) if folded else (),
    )
    return _file([contest], _country(PLATES), [*PARTIES, *ALLIANCES]), (ballot,)


def local(seed: int) -> tuple[Election, tuple[Ballot, ...]]:
    """Çanakkale with two of its towns, and Malatya: mayors, councils, the province's council."""
    places = [
        _place("Çanakkale", "province", None, 1600),
        _place("Merkez", "district", "p17"),
        _place("Biga", "district", "p17"),
        _place("Yenice", "district", "p17"),
        _place("Gelibolu", "district", "p17"),
        _place("Kepez", "town", "d128", 90),
        _place("Malatya", "province", None, 1600),
        _place("Battalgazi", "district", "p44"),
        _place("Yeşilyurt", "district", "p44"),
        _place("Darende", "district", "p44"),
        _place("Kale", "district", "p44"),
    ]
    canakkale = ("Merkez", "Biga", "Yenice", "Gelibolu")
    malatya = ("Battalgazi", "Yeşilyurt", "Darende", "Kale")
    contests = [
        _contest("bbb", "büyükşehir belediye başkanlığı", OF_PARTIES)
        | {"places": ["p44", *(id_of("district", name) for name in malatya)]},
        _contest("bb", "belediye başkanlığı", OF_PARTIES),
        _contest("igm", "il genel meclisi", OF_PARTIES)
        | {"places": ["p17", *(id_of("district", name) for name in canakkale)]},
        _contest("bm", "belediye meclisi", OF_PARTIES),
    ]
    town = {"Merkez": ("Çanakkale", "Çanakkale'de")}
    centre = {
        "Merkez": ("Çanakkale Merkez", "Çanakkale'nin merkez ilçesinde"),
        "Çanakkale": ("Çanakkale", "Çanakkale genelinde"),
    }
    every = (*canakkale, "Kepez", *malatya)
    seats = dict.fromkeys(every, 25)
    ballots = (
        Ballot(
            "bbb",
            PARTY_CODES,
            malatya,
            {"Malatya": malatya},
            {},
            "ilçede",
            {"Malatya": ("Malatya", "Malatya genelinde")},
        ),
        Ballot("bb", PARTY_CODES, every, {}, {}, "belediyede", town),
        Ballot("igm", PARTY_CODES, canakkale, {"Çanakkale": canakkale}, {}, "ilçede", centre),
        Ballot("bm", PARTY_CODES, every, {}, seats, "belediyede", town),
    )
    one = ballots[seed % 4]
    return _file(contests, places, PARTIES), (one,)


def by_election(seed: int) -> tuple[Election, tuple[Ballot, ...]]:
    """Seven places that vote for different things."""
    mayors = ("Kepez", "Gölbaşı", "Umurbey", "Pazaryeri", "Bozüyük")
    council = ("Söğüt", "Hekimhan")
    kinds = {"Kepez": "town", "Umurbey": "town"}
    places = [_place(name, kinds.get(name, "district"), None) for name in (*mayors, *council)]
    contests = [
        _contest("bb", "belediye başkanlığı", OF_PARTIES)
        | {"places": [id_of(kinds.get(name, "district"), name) for name in mayors]},
        _contest("bm", "belediye meclisi", OF_PARTIES)
        | {"places": [id_of("district", name) for name in council]},
    ]
    ballots = (
        Ballot("bb", PARTY_CODES, mayors, {}, {}, "belediyede", {}),
        Ballot("bm", PARTY_CODES, council, {}, dict.fromkeys(council, 15), "ilçede", {}),
    )
    return _file(contests, places, PARTIES), ballots


MAKERS = {
    "president": president,
    "referendum": referendum,
    "parliament": parliament,
    "local": local,
    "by-election": by_election,
}
"""Every kind of election, by what it is called here."""


def _shares(votes: Mapping[str, int], digits: int) -> dict[str, Decimal]:
    whole, step = sum(votes.values()), Decimal(1).scaleb(-digits)
    return {
        code: (Decimal(100 * count) / whole).quantize(step, ROUND_HALF_UP)
        for code, count in votes.items()
    }


def bulletins(ballot: Ballot, seed: int, agencies: Sequence[str]) -> list[list[CsvRow]]:
    """What some agencies say of a contest, as rows of a figures CSV, oldest first."""
    random = Random(f"{ballot.contest} {seed}")
    ahead, first = (140, random.choice((0, 40, 60))) if ballot.contest == "cb" else (40, 0)
    strength = {
        place: {
            code: random.randrange(5, 60) + ahead * (at < 2) + first * (at == 0)
            for at, code in enumerate(ballot.codes)
        }
        for place in ballot.units
    }
    found: list[list[CsvRow]] = []
    for agency in agencies:
        digits, lean = random.choice((1, 2, 2)), random.randrange(-4, 5)
        counted = random.choice(("share", "boxes", "both"))
        opened = dict.fromkeys(ballot.units, 0)
        for step in range(5):
            minute = BEGIN + timedelta(minutes=45 * step + random.randrange(0, 30))
            for place in ballot.units:
                opened[place] = min(400, opened[place] + random.randrange(20, 140))
            for place in (*ballot.sums, *ballot.units):
                if place not in ballot.sums and random.randrange(5) == 0:
                    continue
                parts = ballot.sums.get(place, (place,))
                votes = dict.fromkeys(ballot.codes, 0)
                for part in parts:
                    for at, code in enumerate(ballot.codes):
                        more = lean if at == 0 else 0
                        votes[code] += opened[part] * (strength[part][code] + more)
                said = _rows(ballot, random, place, votes, digits)
                boxes = sum(opened[part] for part in parts), 400 * len(parts)
                if place not in OUTSIDE:
                    said += _boxes(counted, *boxes)
                head = {"as_of": minute.strftime(MINUTE), "agency": agency}
                head |= {"contest": ballot.contest, "place": place}
                found.append([{**head, **row} for row in said])
    return sorted(found, key=lambda rows: rows[0]["as_of"])


def _rows(
    ballot: Ballot, random: Random, place: str, votes: Mapping[str, int], digits: int
) -> list[dict[str, str]]:
    shares = _shares(votes, digits)
    named = [*ballot.codes]
    if len(named) > 3 and random.randrange(2):
        named = sorted(named, key=lambda code: -votes[code])[:3]
    rows = [{"item": "share", "contender": code, "value": str(shares[code])} for code in named]
    if len(named) < len(votes):
        rest = str(100 - sum(shares[code] for code in named))
        rows.append({"item": "share", "contender": "diger", "value": rest})
    if random.randrange(2):
        rows += [{"item": "votes", "contender": code, "value": str(votes[code])} for code in named]
    if (whole := ballot.seats.get(place)) and random.randrange(3):
        rows += _seats(random, votes, whole)
    return rows


def _seats(random: Random, votes: Mapping[str, int], whole: int) -> list[dict[str, str]]:
    """Seats in proportion, now and then more for the first."""
    total = sum(votes.values())
    falling = sorted(votes, key=lambda code: -votes[code])
    given = {code: whole * votes[code] // total for code in falling}
    given[falling[0]] += whole - sum(given.values())
    if random.randrange(2):
        for code in falling[1:]:
            more = given[code] * random.randrange(0, 60) // 100
            given[code] -= more
            given[falling[0]] += more
    return [
        {"item": "seats", "contender": code, "value": str(count)} for code, count in given.items()
    ]


def _boxes(counted: str, opened: int, total: int) -> list[dict[str, str]]:
    share = (Decimal(100 * opened) / total).quantize(Decimal("0.1"), ROUND_HALF_UP)
    rows = []
    if counted != "boxes":
        rows.append({"item": "opened_share", "contender": "", "value": str(share)})
    if counted != "share":
        rows.append({"item": "opened_boxes", "contender": "", "value": str(opened)})
        rows.append({"item": "total_boxes", "contender": "", "value": str(total)})
    return rows
