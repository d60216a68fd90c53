"""Kinds of sentences that were once filed wrong or noticed by nobody, each in dozens of variants.

A kind is a mechanism, not a text: its trap must give no figure whatever word stands in it, and
its nearest honest neighbour must give all of its figures, at their place.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from desk.reading.reader import Reading, read
from desk.turkish import suffixed

PLACES = ("Sivas", "Uşak", "Trabzon")
SHARES = ("48,1", "39,6")
COUNTS = ("12.450", "41.207")


@dataclass(frozen=True)
class Kind:
    """Templates with a `{word}`; `{x}` and `{v}` are a share and a count, `{at}` a locative."""

    words: tuple[str, ...]
    traps: tuple[str, ...] = ()
    honest: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


KINDS = {
    "what always holds, or may": Kind(
        ("alır", "geçer", "bulur", "aşar", "görür", "yapar"),
        ("{at} CHP yüzde {x.acc} {word}.", "{at} CHP yüzde {x.acc} {word} mı?"),
        ("{at} CHP yüzde {x} {word}",),
        ("aldı", "topladı", "ile kazandı", "ile birinci oldu"),
    ),
    "what is hoped for": Kind(
        ("beklentimiz", "hedefimiz", "hedef", "en kötü senaryo", "ihtimal"),
        ("{at} {word} CHP yüzde {x}.", "{at} CHP için {word} yüzde {x}."),
        ("{at} {word}: CHP yüzde {x}.",),
        ("son durum", "sonuç", "oylar"),
    ),
    "somebody asks": Kind(
        ("aldı", "ile önde", "oyla kazandı"),
        ("{at} CHP yüzde {x} {word} mı?", "CHP {at} yüzde {x} {word} mı, bilen var mı?"),
        ("{at} CHP yüzde {x} {word}.",),
        ("aldı", "ile önde", "oyla kazandı"),
    ),
    "a group of the voters": Kind(
        ("genç", "kadın", "18-29 yaş arası", "üniversite mezunu", "Kürt", "AK Parti'ye küskün"),
        ("{at} {word} seçmenin yüzde {x.poss3} CHP'ye oy verdi.",),
        ("{word} seçmenin yüzde {x.poss3} CHP'ye oy verdi.",),
        ("{at}", "{at} sandığa giden"),
    ),
    "a party's voters": Kind(
        ("seçmeninin", "oylarının", "seçmenlerinin"),
        ("{at} AK Parti {word} yüzde {x.poss3} CHP'ye kaydı.",),
    ),
    "votes a count brought or took": Kind(
        ("kaybetti", "yitirdi", "eridi", "daha aldı", "ekledi", "artışla birinci", "azaldı"),
        ("{at} CHP {v} oy {word}.", "Son bir saatte CHP {at} {v} oy {word}."),
        ("{at} CHP {v} oy {word}.",),
        ("aldı", "topladı", "alıp seçimi kaybetti", "aldı ama belediyeyi kaybetti"),
    ),
    "the first or last boxes": Kind(
        ("ilk", "son", "açılan son", "ilk açılan", "sayılan ilk"),
        (
            "{at} {word} 20 sandıktan CHP'ye {v} oy çıktı.",
            "{at} {word} 32 sandıkta CHP yüzde {x} aldı.",
        ),
        ("{at} sandıkların {word}: CHP {v} oy, yüzde {x}.",),
        ("yüzde 92'si açıldı", "tamamı açıldı"),
    ),
    "a part of a place": Kind(
        (
            *("sahilindeki sandıklarda", "köylerinde", "sınırındaki mahallelerde", "hattında"),
            *("kampüsündeki sandıklarda", "ovasında", "toplamında"),
        ),
        ("{place} {word} CHP yüzde {x} aldı.", "{place} {word} CHP {v} oy topladı."),
        ("{place} {word} CHP yüzde {x} aldı.",),
        ("genelinde", "ilinde", "seçiminde", "sandıklarında", "yarışında", "Belediyesi'nde"),
    ),
    "a town nobody knows": Kind(
        ("Mimarsinan", "Gökova", "Esenkent"),
        (
            "{at} kutlama var. {word} Belediyesi'nde CHP yüzde {x}.",
            "{word} ilçesinde CHP yüzde {x}.",
            "{word} Belediye Başkanlığı\nCHP {x}",
        ),
    ),
    "the same of another party": Kind(
        ("görevlisi", "üye", "afiş", "müşahit", "delege"),
        ("{at} CHP'nin {word} sayısı 41.995, AK Parti'nin {v}.",),
        ("{at} CHP'nin {word} {v}.",),
        ("oyu", "oy sayısı"),
    ),
    "a speaker's own figure": Kind(
        ("Bizim sistemimizde", "Tutanaklara göre", "Şu an"),
        (
            "CHP'li Akın: {word} {at} yüzde {x.loc}yiz.",
            "CHP'li Akın: {word} {at} yüzde {x.loc}yim.",
        ),
    ),
    "counted anew": Kind(
        ("yeniden sayılan", "tekrar sayılan", "itiraz edilen"),
        ("{at} {word} 32 sandıkta CHP {v} oy aldı.",),
        ("{at} {word} CHP {v}, AK Parti 9.210 oyda.",),
        ("itirazların ardından", "yeniden sayımın ardından", "itirazlar sonrası"),
    ),
    "a figure's own noun points right": Kind(
        ("{v} oydaki", "yüzde {x} oydaki", "yüzde {x.loc}ki", "{v} oy alan"),
        honest=("{at} {word} CHP'li Ayhan Tanyeri önde.", "{at} {word} CHP yarışı kazandı."),
        kept=("{v} oydaki", "yüzde {x} oydaki", "yüzde {x.loc}ki", "{v} oy alan"),
    ),
    "the place of the clause around": Kind(
        ("",),
        honest=("Yüzde {x} {word} CHP {at} birinci.", "{v} {word} Ayhan Tanyeri {at} başkan oldu."),
        kept=("oy alan", "oy toplayan", "oyu bulan"),
    ),
}


class _Said(str):
    def __getattr__(self, case: str) -> str:
        return suffixed(self, case)


def _texts(templates: tuple[str, ...], words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every variant with its place."""
    found = []
    for (template, word), (number, place) in itertools.product(
        itertools.product(templates, words), enumerate(PLACES)
    ):
        x, v = SHARES[number % 2], COUNTS[number % 2]
        slots = {"at": suffixed(place, "loc"), "place": place, "x": _Said(x), "v": v}
        found.append((template.replace("{word}", word).format(**slots), place))
    return found


def _given(reading: Reading) -> list[tuple[str | None, str]]:
    """Places and values of contenders that would be filed."""
    return [
        (record.place, str(value))
        for record in reading.records
        for result in record.results
        for value in (result.pct, result.votes)
        if value is not None
    ]


@pytest.mark.parametrize("name", KINDS)
def test_a_trap_gives_no_figure(name: str) -> None:
    filed = [text for text, _ in _texts(KINDS[name].traps, KINDS[name].words) if _given(read(text))]
    assert not filed


@pytest.mark.parametrize("name", KINDS)
def test_its_honest_neighbour_gives_them_all(name: str) -> None:
    for text, place in _texts(KINDS[name].honest, KINDS[name].kept):
        given = _given(read(text))
        told = [one for one in (*SHARES, *COUNTS) if one in text]
        values = {one.replace(",", ".") if "," in one else one.replace(".", "") for one in told}
        assert values <= {value for _, value in given}, text
        assert {where for where, _ in given} == {place}, text
