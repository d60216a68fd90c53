"""Texts put together from sentence frames, holders, addresses and decoys, with what they mean.

A frame says in one template how Turkish words the figures of two contenders; what stands around it
(agency, time, place, contest, how far the count is, and figures that are none) comes from other
tables, so that every mechanism meets every other one. Texts are rows as `score` reads them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from desk.turkish import suffixed

Row = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """A name or number as it stands in a template; `{a.gen}` gives it with a suffix."""

    text: str

    def __str__(self) -> str:
        return self.text

    def __getattr__(self, case: str) -> str:
        return suffixed(self.text, case)


SHARES = (
    # Two contenders, their shares only: `a:x b:y` says whose each is.
    ("{a} yüzde {x}, {b} yüzde {y} oy aldı.", "a:x b:y"),
    ("{a} yüzde {x} oy alırken {b} yüzde {y}'de kaldı.", "a:x b:y"),
    ("{a} yüzde {x.ins} önde, {b} yüzde {y.loc}.", "a:x b:y"),
    ("{a} oyların yüzde {x.poss3_acc}, {b} yüzde {y.poss3_acc} aldı.", "a:x b:y"),
    ("Oyların yüzde {x.poss3_acc} {a}, yüzde {y.poss3_acc} {b} aldı.", "a:x b:y"),
    ("Oyların yüzde {x.poss3} {a.dat}, yüzde {y.poss3} {b.dat} gitti.", "a:x b:y"),
    ("{a.gen} oy oranı yüzde {x}, {b.gen} yüzde {y}.", "a:x b:y"),
    ("{a.gen} oyu yüzde {x}, {b.gen}ki ise yüzde {y} oldu.", "a:x b:y"),
    ("{a} %{x} - {b} %{y}", "a:x b:y"),
    ("{a}: {x}, {b}: {y}", "a:x b:y"),
    ("{a}: %{x}\n{b}: %{y}", "a:x b:y"),
    ("{a} {x} {b} {y}", "a:x b:y"),
    ("%{x} {a}, %{y} {b}", "a:x b:y"),
    ("yüzde {x} ile {a}, yüzde {y} ile {b}", "a:x b:y"),
    ("{a} yüzde {x0.abl} {x.dat} çıktı, {b} {y0.abl} {y.dat} geriledi.", "a:x b:y"),
    ("{a.gen} oyu yüzde {x0.abl} yüzde {x.dat} yükseldi; {b} yüzde {y.loc}.", "a:x b:y"),
    ("{a} ve {b} sırasıyla yüzde {x} ve yüzde {y} oy aldı.", "a:x b:y"),
    ("Yüzde {x.lik} oy oranına ulaşan {a.acc}, yüzde {y} ile {b} izliyor.", "a:x b:y"),
    ("{a} %{x} (+1,3), {b} %{y} (-0,4)", "a:x b:y"),
    ("{a} için oran yüzde {x}, {b} için yüzde {y} olarak açıklandı.", "a:x b:y"),
    ("{a} (%{x}) önde, {b} (%{y}) ikinci.", "a:x b:y"),
    ("1. {a} %{x}\n2. {b} %{y}", "a:x b:y"),
    ("{b} yüzde {y.loc} kalırken {a} yüzde {x.dat} ulaştı.", "a:x b:y"),
    ("{a} yüzde {x} almış durumda. {b} ise yüzde {y.loc}.", "a:x b:y"),
    ("{a.gen} {p} puan önde olduğu yarışta oranlar yüzde {x} ve yüzde {y}.", "lead:p ?:x ?:y"),
)  # fmt: skip

COUNTS = (
    ("{a} {v} oy, {b} {w} oy aldı.", "a:v b:w"),
    ("{a} {v} oyla (%{x}) önde, {b} {w} oyda (%{y}) kaldı.", "a:v b:w a:x b:y"),
    ("{a}: {v} (%{x})\n{b}: {w} (%{y})", "a:v b:w a:x b:y"),
    ("{a} %{x} {v} oy\n{b} %{y} {w} oy", "a:v b:w a:x b:y"),
    ("{a.dat} {v}, {b.dat} {w} oy çıktı.", "a:v b:w"),
    ("{v} oy alan {a} birinci, {w} oy alan {b} ikinci.", "a:v b:w"),
    ("{a} {v} oyla yüzde {x.dat} ulaştı.", "a:v a:x"),
)  # fmt: skip

LEADS = (
    ("{a} {p} puan önde.", "lead:p"),
    ("{a}, {b.gen} {p} puan önünde.", "lead:p"),
    ("{a} yüzde {x}, {b} yüzde {y}; fark {p} puan.", "a:x b:y lead:p"),
    ("{a} {p} puan farkla önde: yüzde {x.dat} yüzde {y}.", "a:x lead:p ?:y"),
    ("{a} ile {b} arasındaki fark {p} puan.", "lead:p"),
    ("{a}, {b.acc} {p} puanla geride bıraktı.", "lead:p"),
    ("Aradaki fark {l} oy.", "lead_votes:l"),
    ("{a} {l} oy farkla önde.", "lead_votes:l"),
    ("Fark {p0} puandan {p} puana indi.", "lead:p"),
)  # fmt: skip

CORRECTED = (
    ("{a.gen} oyu yüzde {x0} değil {x}.", "a:x"),
    ("{a.acc} yüzde {x0} olarak geçmiştik, doğrusu {x}.", "a:x"),
    ("Düzeltiyoruz: {a} yüzde {x}.", "a:x"),
    ("DÜZELTME: {a} yüzde {x0} değil, yüzde {x} oy aldı.", "a:x"),
    ("{a.gen} oranı yüzde {x0.abl} yüzde {x.dat} düzeltildi.", "a:x"),
    ("{a} için verdiğimiz yüzde {x0} yanlıştı, doğrusu yüzde {x} olacak.", "a:x"),
    ("{a}: {x} ({x0} değil)", "a:x"),
    ("{a} yüzde {x0} değil yüzde {x}, {b} yüzde {y0} değil yüzde {y}.", "a:x b:y"),
    ("Önceki haberimizde {a} yüzde {x0} olarak verilmiştir; doğrusu yüzde {x}.", "a:x"),
    ("{a} yüzde {x} (önceki bültende {x0} geçilmişti)", "a:x"),
)  # fmt: skip

OPENERS = (
    # Who says so, and when.
    ("", ""),
    ("{ag.dat} göre ", "ag"),
    ("{ag} verilerine göre saat {t.loc} ", "ag t"),
    ("{ag}: ", "ag"),
    ("{ag} {t}: ", "ag t"),
    ("{ag} ({t}): ", "ag t"),
    ("{ag}\n", "ag"),
    ("{ag} - {t}\n", "ag t"),
    ("Kaynak: {ag}\n", "ag"),
    ("Saat {t} itibarıyla {ag} verileri: ", "ag t"),
    ("{ag.gen} saat {t} verisine göre ", "ag t"),
    ("{ag} ajansından gelen sonuçlar: ", "ag"),
)

CLOSERS = (("", ""), (" ({ag})", "ag"), (" ({ag}, {t})", "ag t"), (" - {ag} {t}", "ag t"))

SITES = (
    ("{pl.loc} ", "pl"),
    ("{pl} ilçesinde ", "pl"),
    ("{pl}: ", "pl"),
    ("{pl}\n", "pl"),
    ("{PL}\n", "pl"),
    ("{pl} - ", "pl"),
)

CONTESTS = {
    "ibb": ("İBB: ", "İBB Başkanlığı: ", "Büyükşehir Belediye Başkanlığı\n", "İBB seçiminde "),
    "ilce-baskanligi": (
        "İlçe belediye başkanlığı: ",
        "İlçe Belediye Başkanlığı\n",
        "İlçe başkanlığında ",
    ),
    "ilce-meclisi": ("Belediye meclisi: ", "Belediye Meclis Üyeliği\n", "Belediye meclisinde "),
}

COUNTING = (
    ("", ""),
    ("Sandıkların yüzde {o.poss3} açıldı. ", "opened_pct:o"),
    ("Açılan sandık: %{o}\n", "opened_pct:o"),
    ("Açılan sandık: {n}/{m}\n", "opened_boxes:n total_boxes:m"),
    ("{m} sandıktan {n.poss3} açıldı. ", "opened_boxes:n total_boxes:m"),
    ("Açılan sandık oranı yüzde {o}. ", "opened_pct:o"),
)

AFTER = (
    # What stands behind: figures of the count, or figures that are none.
    ("", ""),
    (" Katılım yüzde {k}.", "turnout_pct:k"),
    ("\nSandık: %{o}", "opened_pct:o"),
    (" Parti 2019'da yüzde 48,6 almıştı.", ""),
    (" Bilgi hattı: 0532 412 33 44.", ""),
    (" Muhabir: +90 532 412 33 44", ""),
    (" Adaylar 09.10'da oy kullandı.", ""),
    (" Oylamada 2.914 görevli çalıştı.", ""),
    (" Ankete göre fark 4,2 puandı.", ""),
    (" Hava sıcaklığı 12,5 derece.", ""),
    (" CHP 24 ilçede önde.", ""),
    (" Kayıtlı seçmen sayısı 11.314.534.", ""),
    (" Geçersiz oy oranı yüzde 2,1.", ""),
    (" 1204 numaralı sandıkta itiraz var.", ""),
    (" Dolar 32,35 lira.", ""),
)

PEOPLE = (
    (("İmamoğlu", "chp"), ("Kurum", "ak_parti")),
    (("Ekrem İmamoğlu", "chp"), ("Murat Kurum", "ak_parti")),
    (("CHP adayı Ekrem İmamoğlu", "chp"), ("AK Parti adayı Murat Kurum", "ak_parti")),
    (("Murat Kurum", "ak_parti"), ("Ekrem İmamoğlu", "chp")),
)
PARTIES = (
    (("CHP", "chp"), ("AKP", "ak_parti")),
    (("CHP", "chp"), ("AK Parti", "ak_parti")),
    (("AK Parti", "ak_parti"), ("Yeniden Refah", "yeniden_refah")),
)
PLACES = ("Kadıköy", "Üsküdar", "Beyoğlu", "Şişli", "Fatih", "Küçükçekmece", "Sarıyer", "Güngören")
AGENCIES = ("AA", "ANKA")


@dataclass
class _Draw:
    """What one text is made of."""

    chance: random.Random
    names: dict[str, Said] = field(default_factory=dict)
    record: dict[str, Any] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def fill(self, template: str) -> str:
        return template.format(**self.names)


def texts(seed: int, count: int, kinds: tuple[str, ...] = ()) -> Iterator[Row]:
    """So many texts, the same ones for the same seed."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        row = _text(chance, f"{seed}-{made}")
        if not kinds or row["kind"] in kinds:
            yield row
            made += 1


def _text(chance: random.Random, name: str) -> Row:
    kind, table = chance.choice(
        (("shares", SHARES), ("counts", COUNTS), ("leads", LEADS), ("corrected", CORRECTED))
    )
    frame, meaning = chance.choice(table)
    people = chance.random() < 0.5
    a, b = chance.choice(PEOPLE if people else PARTIES)
    draw = _Draw(chance, {**_numbers(chance), "a": Said(a[0]), "b": Said(b[0])})
    contest = "ibb" if people else chance.choice((*CONTESTS, ""))
    record: dict[str, Any] = {
        "agency": None,
        "place": None,
        "contest": contest or None,
        "results": [],
    }
    text = _around(chance, draw, record, frame, people and "lead_votes" not in meaning)
    _mean(record, meaning, draw, {"a": a[1], "b": b[1]})
    return {
        "id": name,
        "kind": kind,
        "mode": "file",
        "text": text,
        "frame": frame,
        "expected": {"records": [record]},
    }


def _numbers(chance: random.Random) -> dict[str, Said]:
    x, y = chance.randint(4210, 5890), chance.randint(1510, 4090)
    style = chance.choice((100, 10))
    shown = {
        name: _decimal(value, style)
        for name, value in {
            "x": x, "y": y, "x0": x - 215, "y0": y + 245, "o": chance.randint(2610, 9890),
            "k": chance.randint(7010, 8690), "p": chance.randint(310, 1290), "p0": 1410,
        }.items()
    }  # fmt: skip
    v, w = chance.randint(41_000, 98_000), chance.randint(11_000, 39_000)
    count = chance.choice((_dotted, _dotted, _in_words))
    boxes = chance.randint(420, 990)
    return {name: Said(text) for name, text in shown.items()} | {
        "v": Said(count(v)),
        "w": Said(count(w)),
        "l": Said(count(chance.randint(11_000, 39_000))),
        "n": Said(str(boxes - chance.randint(20, 200))),
        "m": Said(str(boxes)),
        "t": Said(f"{chance.randint(18, 23)}.{chance.randint(10, 59)}"),
        "ag": Said(chance.choice(AGENCIES)),
        "pl": Said(place := chance.choice(PLACES)),
        "PL": Said(place.replace("i", "İ").replace("ı", "I").upper()),
    }


def _decimal(value: int, style: int) -> str:
    number = Decimal(value) / 100
    return f"{number:.2f}".replace(".", ",") if style == 100 else f"{number:.1f}".replace(".", ",")


def _dotted(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _in_words(value: int) -> str:
    return f"{value // 1000} bin {value % 1000}" if value % 1000 else f"{value // 1000} bin"


def _around(
    chance: random.Random, draw: _Draw, record: dict[str, Any], frame: str, people: bool
) -> str:
    opener, says = chance.choice(OPENERS)
    closer, closes = ("", "") if says else chance.choice(CLOSERS)
    site, sited = chance.choice(SITES) if chance.random() < 0.8 else ("", "")
    contest = record["contest"]
    named = (
        ""
        if (people and chance.random() < 0.6) or not contest
        else chance.choice(CONTESTS[contest])
    )
    counting, counted = chance.choice(COUNTING)
    after, behind = chance.choice(AFTER)
    for told in (says + " " + closes).split():
        record["agency" if told == "ag" else "time"] = (
            str(draw.names["ag"]) if told == "ag" else str(draw.names["t"]).replace(".", ":")
        )
    if sited:
        record["place"] = str(draw.names["pl"])
    elif contest == "ibb":
        record["place"], record["place_from_context"] = "İstanbul", True
    for told in counted.split() + behind.split():
        name, key = told.split(":")
        record.setdefault(name, _value(str(draw.names[key])))
    if behind == counted or ("opened_pct" in counted and "opened_pct" in behind):
        after = ""
    if chance.random() < 0.5 or "\n" in site + named:
        pieces = (opener, site, named, counting, frame)
    else:
        pieces = (site, named, opener, counting, frame)
    stop = "" if frame[-1] == "." or after[:1] != " " else "."
    body = "".join(pieces) + stop + after + closer
    return re.sub(" +", " ", draw.fill(body)).strip()


def _mean(record: dict[str, Any], meaning: str, draw: _Draw, codes: dict[str, str]) -> None:
    held: dict[str, dict[str, Any]] = {}
    for told in meaning.split():
        who, key = told.split(":")
        value = _value(str(draw.names[key]))
        if who == "?":
            # Nobody can tell whose: a question, or nothing.
            continue
        if who in codes:
            name = str(draw.names[who])
            one = held.setdefault(
                who, {"label": name.split()[-1], "party": None, "candidate": None}
            )
            one["contender"] = codes[who]
            one["label"] = name
            one["candidate" if name[-2:] in ("lu", "um") else "party"] = (
                " ".join(name.split()[-2:]) if name[-2:] in ("lu", "um") else name
            )
            one["votes" if key in "vw" else "pct"] = value
        else:
            record["lead_points" if who == "lead" else who] = value
    record["results"] = list(held.values())


def _value(text: str) -> str:
    if "bin" in text:
        thousands, _, rest = text.partition(" bin")
        return str(int(thousands) * 1000 + int(rest or 0))
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", text):
        return text.replace(".", "")
    return text.replace(",", ".")
