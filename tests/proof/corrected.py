"""What corrections say: line by line, what was printed and what is right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from tests.proof.leads import must
from tests.proof.reading import At, Correction, Faults, read, reads, slots_of
from tests.proof.shapes import Slots

GONE = {"geri çekildi": "withdrawn", "düzeltilen veride yok": "left out"}
ITEMS = {
    "açılan sandık oranı": "opened_share",
    "açılan sandık": "opened_boxes",
    "toplam sandık": "total_boxes",
    "katılım": "turnout",
    "fark": "lead_points",
    "oy farkı": "lead_votes",
}


def plain(text: str) -> str:
    """A number by its value alone."""
    return format(Decimal(text).normalize(), "f")


def value(at: At, text: str) -> str:
    """What a written value says: a number by its value, with + where it is a bound."""
    if text in ("", "fark yok"):
        return text and "0"
    bare = re.sub(r"^(?:[yY]üzde |%)", "", text)
    number = re.sub(r" .*", "", bare)
    if bare.endswith("fazla"):
        return f"{plain(str(at.number(number)))}+"
    if bare.endswith((" oy", " milletvekili", " üye")) or (bare == number and text == bare):
        return str(at.count(number))
    return plain(str(at.number(number)))


def item_of(text: str) -> str:
    """What a written value counts."""
    return "votes" if text.endswith(" oy") else "seats" if text[-1:].isalpha() else "share"


def _of(
    at: At, s: Slots, sort: str, agencies: Iterable[str], place: str, who: str, item: str
) -> None:
    old, new = value(at, s["value"]), GONE.get(s["gone"]) or value(at, s["value2"])
    at.corrected.append(Correction(sort, tuple(agencies), place, who, old, new, item))


def _code(at: At, called: str) -> str:
    return next(iter(at.names.codes(called)), "") if called else ""


@reads(
    "correction",
    "{agency:gen} {place} verisinde {who} {value} değil, {value2}",
    "{agency:gen} {place} verisinde {who} için {value} bilgisi {gone}",
    "{agency:gen} {place} verisinde {item} {value} değil, {value2}",
    "{agency:gen} {place} verisinde {item} için {value} bilgisi {gone}",
    "{agency:gen} {place} verisinde {item} {value} değil, {opened}",
)
def figure(at: At, s: Slots) -> Faults:
    """One figure of an agency: what was printed, and what is right."""
    counted = item_of(s["value"])
    item = ITEMS[s["item"]] if s["item"] else counted
    if boxes := s["opened"]:
        yield from must(slots_of(at, "opened", boxes), f"no opened reads “{boxes}”")
    place = at.names.by_name[s["place"]]
    _of(at, s, "figure", (s["agency"],), place, _code(at, s["who"]), item)


@reads(
    "correction",
    "{agency:gen} {place} verisinde {alliance} {value} değil, {value2}",
    "{agency:gen} {place} verisinde {alliance} için {value} bilgisi {gone}",
)
def summed(at: At, s: Slots) -> Faults:
    """What the parties of an alliance had in all."""
    codes = " ".join(at.names.alliances[s["alliance"]])
    place = at.names.by_name[s["place"]]
    _of(at, s, "sum", (s["agency"],), place, codes, item_of(s["value"]))
    yield from ()


@reads(
    "correction",
    "{agency:dat} göre {where} {item} {value} değil, {value2}",
    "{agency:dat} göre {where} {item} için {value} bilgisi {gone}",
)
def lead(at: At, s: Slots) -> Faults:
    """How far the first was ahead."""
    item = {"fark": "share", "oy farkı": "votes"}.get(s["item"], "")
    yield from must(item, f"{s['item']} is no lead")
    _of(at, s, "lead", (s["agency"],), at.where(s["where"]), "", item)


@reads(
    "correction",
    "{agency:dat} göre {where} {who} değil, {who2} önde",
    "{agency:dat} göre {where} ilk iki sıra eşit değil, {who2} önde",
    "{agency:dat} göre {where} {who} önde değil, ilk iki sıra eşit",
    "{agency:dat} göre {where} {who:gen} önde olduğu bilgisi {gone}",
    "{agency:dat} göre {where} ilk iki sıranın eşit olduğu bilgisi {gone}",
)
def leader(at: At, s: Slots) -> Faults:
    """Who led, and who leads."""
    old, new = _code(at, s["who"]), GONE.get(s["gone"]) or _code(at, s["who2"])
    at.corrected.append(Correction("leader", (s["agency"],), at.where(s["where"]), "", old, new))
    yield from ()


@reads(
    "correction",
    "{agency:gen} {place} verisinde sayılan oyların yarısından fazlası {who:loc} değil",
    "{agency:gen} {place} verisinde sayılan oyların yarısından fazlasının {who:loc} olduğu bilgisi "
    "{gone}",
)
def more_than_half(at: At, s: Slots) -> Faults:
    """Who had more than half of the votes."""
    who, new = _code(at, s["who"]), GONE.get(s["gone"], "")
    place = at.names.by_name[s["place"]]
    at.corrected.append(Correction("half", (s["agency"],), place, who, who, new))
    yield from ()


@reads(
    "correction",
    "{agency:gen} {place} verisinde {who:gen} oyların yarısını aşması için gereken pay {value} "
    "değil, {value2}",
    "{agency:gen} {place} verisinde {who:gen} oyların yarısını aşması için gereken pay için "
    "{value} bilgisi {gone}",
)
def needed(at: At, s: Slots) -> Faults:
    """What half still took."""
    place = at.names.by_name[s["place"]]
    _of(at, s, "needed", (s["agency"],), place, _code(at, s["who"]), "")
    yield from ()


@reads("correction", "{agency:gen} {place} verisinde ilk sıralarda {order} değil, {order2} var")
def order(at: At, s: Slots) -> Faults:
    """In which order they were listed, and are."""
    old, new = (
        " ".join(_code(at, name) for part in text.split(", ") for name in part.split(" ve "))
        for text in (s["order"], s["order2"])
    )
    at.corrected.append(
        Correction("order", (s["agency"],), at.names.by_name[s["place"]], "", old, new)
    )
    yield from ()


@reads("correction", "{agency:gen} {place} verisinin saati {clock} değil, {clock2}")
def hour(at: At, s: Slots) -> Faults:
    """Of which hour a bulletin was, and is."""
    old, new = at.house.time(s["clock"]), at.house.time(s["clock2"])
    at.corrected.append(
        Correction("hour", (s["agency"],), at.names.by_name[s["place"]], "", old, new)
    )
    yield from ()


@reads(
    "correction",
    "{where} {pair} arasındaki {who} farkı {value} değil, {value2}",
    "{where} {pair} arasındaki {who} farkı için {value} bilgisi {gone}",
)
def gap(at: At, s: Slots) -> Faults:
    """How far two agencies were apart."""
    _of(at, s, "gap", s["pair"].split(" ile "), at.where(s["where"]), _code(at, s["who"]), "")
    yield from ()


@reads(
    "correction",
    "{where} {agency} verisinde {who} değişimi {value} değil, {value2}",
    "{where} {agency} verisinde {who} değişimi için {value} bilgisi {gone}",
)
def step(at: At, s: Slots) -> Faults:
    """By how much somebody's share had moved."""
    _of(at, s, "step", (s["agency"],), at.where(s["where"]), _code(at, s["who"]), "")
    yield from ()


@reads(
    "correction",
    "{where} {pair:dat} göre farkların arası {value} değil, {value2}",
    "{where} {pair:dat} göre farkların arası için {value} bilgisi {gone}",
)
def lead_gap(at: At, s: Slots) -> Faults:
    """How far two leads were apart."""
    _of(at, s, "lead gap", s["pair"].split(" ile "), at.where(s["where"]), "", "")
    yield from ()


@reads(
    "correction",
    "{where} açılan sandık oranı eşitken {pair} arasındaki {who} farkı {value} değil, {value2}",
    "{where} açılan sandık oranı eşitken {pair} arasındaki {who} farkı için {value} bilgisi {gone}",
)
def equal(at: At, s: Slots) -> Faults:
    """A gap at equal opened share."""
    _of(at, s, "equal", s["pair"].split(" ile "), at.where(s["where"]), _code(at, s["who"]), "")
    yield from ()


@reads(
    "correction",
    "{pair} arasındaki en büyük fark {where} değil, {where2} {num} puan",
    "{agencies} arasındaki en büyük fark {where} değil, {where2} {num} puan",
)
def widest(at: At, s: Slots) -> Faults:
    """Where the widest gap was."""
    old, new = at.where(s["where"]), at.where(s["where2"])
    agencies = re.split(", | ve | ile ", s["pair"] or s["agencies"])
    told = Correction("widest", tuple(agencies), "", "", old, new)
    at.corrected.append(told)
    yield from must(s["num"], "how wide")


@reads(
    "correction",
    "{agencies:dat} göre {who:gen} önde olduğu {counted} sayısı {count} değil, {count2}",
    "{agencies:dat} göre {who:gen} önde olduğu {counted} sayısı için {count} bilgisi {gone}",
    "{agencies:dat} göre ilk iki sıranın eşit olduğu {counted} sayısı {count} değil, {count2}",
    "{agencies:dat} göre farklı adayların önde olduğu {counted} sayısı {count} değil, {count2}",
    "{agencies:dat} göre ilk iki sıranın eşit olduğu {counted} sayısı için {count} bilgisi {gone}",
    "{agencies:dat} göre farklı adayların önde olduğu {counted} sayısı için {count} bilgisi {gone}",
)
def count(at: At, s: Slots) -> Faults:
    """In how many districts somebody led."""
    noun = s["counted"]
    yield from must(f"{noun}de" in (at.names.noun, "yerde"), f"they are counted as {noun}")
    agencies = tuple(name for part in s["agencies"].split(", ") for name in part.split(" ve "))
    who = _code(at, s["who"]) if "who" in s.found else "|" if "farklı" in s.text else ""
    new = GONE.get(s["gone"]) or s["count2"]
    at.corrected.append(Correction("count", agencies, "", who, s["count"], new))


@reads("corrected post", "Saat {clock:loc} yayımlanan gönderi: {headline}")
def heading(at: At, s: Slots) -> Faults:
    """Which post is corrected."""
    yield from must(s["clock"] and s["headline"], "which")


@reads("corrects", "Daha önce yayımladığımız {what} düzeltiyoruz:")
def what(at: At, s: Slots) -> Faults:
    """What follows, one or several, with numbers or without."""
    several = len(at.corrected) > 1 if s["what"].endswith("ları") else len({*at.corrected}) > 1
    numbers = any(one.sort not in ("leader", "order", "hour", "widest") for one in at.corrected)
    right = ("bilgiyi", "rakamı", "bilgileri", "rakamları")[2 * several + numbers]
    yield from must(s["what"] == right, f"it is {right}")


@reads(
    "correction headline",
    "DÜZELTME ({clock}): {agencies:gen} {places} {what}",
    "DÜZELTME ({clock}): {agencies:gen} verileri",
    "DÜZELTME ({clock}): {line}",
)
def correction_headline(at: At, s: Slots) -> Faults:
    """The one thing that was wrong; of several, of which agencies and places they are."""
    yield from must(at.house.time(s["clock"]) == at.time.strftime("%H:%M"), "another hour")
    if line := s["line"]:
        yield from _line(at, line)
        return
    cited = {a for one in at.corrected for a in one.agencies}
    named = {name for part in s["agencies"].split(", ") for name in part.split(" ve ")}
    yield from must(named == cited, f"it is of {cited}")
    places = {one.place for one in at.corrected if one.place}
    if text := s["places"]:
        listed = set(at.listed(text))
        yield from must(places <= listed, f"it is of {places}")
        right = "verisi" if len(listed) == 1 else "verileri"
        yield from must(s["what"] == right, f"there are {listed}")


def _line(at: At, text: str) -> Faults:
    before = list(at.corrected)
    yield from read(at, "correction", text)
    told = at.corrected[len(before) :]
    del at.corrected[len(before) :]
    yield from must(all(one in before for one in told), "its lines say another thing")
