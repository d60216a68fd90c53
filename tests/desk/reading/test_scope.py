"""What is said of one place, agency or contest does not reach the next one's figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from desk.facts.election import Contender, Election, Party, PlaceKind
from desk.reading.lexicon import Context
from desk.reading.reader import read, to_json
from tests.desk.facts.test_election import two_provinces, with_inland
from tests.desk.reading.score import night

# A text, and agency, place and contest of its records with contenders' figures, in their order.
TABLE = (
    ("a heading goes on", "AA 21.15\nİBB\n\nŞile: CHP 36,1\n\nKartal: CHP 55,2",
     [("AA", "Şile", "ibb"), ("AA", "Kartal", "ibb")]),
    ("a source among figures ends with its paragraph",
     "Şile: CHP 36,1 (AA)\n\nKartal: CHP 55,2",
     [("AA", "Şile", None), (None, "Kartal", None)]),
    ("a contest among figures ends with its place",
     "Şile'de meclis için CHP 36,1\nKartal'da CHP 55,2",
     [(None, "Şile", "ilce-meclisi"), (None, "Kartal", None)]),
    ("a place's own contest ends with its paragraph",
     "Şile Belediye Başkanlığı\nCHP 36,1\nAKP 45,2\n\nKartal\nCHP 55,2",
     [(None, "Şile", "ilce-baskanligi"), (None, "Kartal", None)]),
    ("a source behind is the line's own", "AA: Şile CHP 36,1\nKartal: CHP 55,2 (ANKA)",
     [("AA", "Şile", None), ("ANKA", "Kartal", None)]),
    ("a place behind is the line's own", "Şile: İmamoğlu 36,1\nİmamoğlu 51,1 (İstanbul)",
     [(None, "Şile", "ibb"), (None, "İstanbul", "ibb")]),
    ("an address below is its paragraph's own",
     "AA: Şile CHP 36,1\n\nİmamoğlu 51,1\nKurum 39,6\n(ANKA, İstanbul)",
     [("AA", "Şile", None), ("ANKA", "İstanbul", "ibb")]),
    ("a source behind a list is all its lines'", "Şile\nCHP 36,1\nAKP 45,2 (AA)",
     [("AA", "Şile", None)]),
    ("a table's own heading is its own",
     "Şile'de meclis için CHP 36,1 (AA)\n\nİlçe\tANKA CHP\nKartal\t55,2",
     [("AA", "Şile", "ilce-meclisi"), ("ANKA", "Kartal", None)]),
    ("a district's mayor is not the city's", "İlçe başkanlığı\nŞile: CHP 36,1\nİstanbul: CHP 51,1",
     [(None, "Şile", "ilce-baskanligi"), (None, "İstanbul", None)]),
    ("a dateline is a heading",
     "İSTANBUL (ANKA) – Kartal'da Gökhan Yüksel kazandı. CHP 55,2, AKP 36,1 aldı.",
     [("ANKA", "Kartal", None)]),
    ("a dateline with its day", "İSTANBUL, 31 Mart (AA) - Kartal'da CHP 55,2 aldı.",
     [("AA", "Kartal", None)]),
    ("a dateline is where it is of", "İSTANBUL (AA) – İmamoğlu yüzde 51,1 aldı.",
     [("AA", "İstanbul", "ibb")]),
    ("the same place again keeps its source",
     "KARTAL (ANKA)\n\nBüyükşehir\nİmamoğlu 51,1\n\nKartal Belediye Başkanlığı\nCHP 55,2",
     [("ANKA", "Kartal", "ibb"), ("ANKA", "Kartal", "ilce-baskanligi")]),
    ("another place does not",
     "KARTAL (ANKA)\n\nBüyükşehir\nİmamoğlu 51,1\n\nŞile Belediye Başkanlığı\nCHP 55,2",
     [("ANKA", "Kartal", "ibb"), (None, "Şile", "ilce-baskanligi")]),
    ("a sentence of its source", "Şile'de CHP 36,1. Rakamlar AA'nın 23.20'de geçtiği bültenden.",
     [("AA", "Şile", None)]),
    ("a sentence with an agency in it", "Şile'de CHP 36,1. AA'nın konuğu 23.20'de konuştu.",
     [(None, "Şile", None)]),
    ("the weather behind a ticker",
     "KARTAL CHP'YE GEÇTİ • CHP 55,2 – AKP 36,1 • İSTANBUL 15°",
     [(None, "Kartal", None)]),
    ("a place of the whole", "Beştaş İstanbul genelinde 2,1'de, Kartal'da 5,2'de.",
     [(None, "İstanbul", "ibb"), (None, "Kartal", "ibb")]),
    ("lists by district", "İlçelere göre İmamoğlu'nun oy oranı\nŞile: 36,1\nKartal: 55,2",
     [(None, "Şile", "ibb"), (None, "Kartal", "ibb")]),
    ("arrows between contests", "KARTAL ► İBB: İMAMOĞLU %51,1 ► BELEDİYE: CHP %55,2",
     [(None, "Kartal", "ibb"), (None, "Kartal", "ilce-baskanligi")]),
    ("in small letters from an agency", "ankadan şile: chp 36,1",
     [("ANKA", "Şile", None)]),
    ("chats write small", "AA şile: chp 36,1\nANKA kartal: chp 55,2",
     [("AA", "Şile", None), ("ANKA", "Kartal", None)]),
    ("a menu names no place", "1. Tur | 2. Tur | Haritalar | Yurt Dışı\nŞile: CHP 36,1",
     [(None, "Şile", None)]),
    ("an address in brackets behind a full stop", "CHP 36,1'i gördü. (Şile, belediye)",
     [(None, "Şile", "ilce-baskanligi")]),
    ("a greeting is no place", "Şile: CHP 36,1. (sandık %98) İyi geceler Kartal",
     [(None, "Şile", None)]),
    ("who one has it from", "ANKA'dan az önce düştü\nŞile\nCHP 36,1", [("ANKA", "Şile", None)]),
    ("contests by their keys", "KARTAL\nBŞB → CHP 56,4\nBld → CHP 54,8\nMcl → CHP 51,0",
     [(None, "Kartal", "ibb"), (None, "Kartal", "ilce-baskanligi"),
      (None, "Kartal", "ilce-meclisi")]),
    ("a source below its figures", "AA: Şile CHP 36,1\n\nKartal\nCHP 55,2\nKaynak: ANKA",
     [("AA", "Şile", None), ("ANKA", "Kartal", None)]),
    ("a source below a heading's list",
     "AA: Şile CHP 36,1\n\nKartal\n\nCHP 55,2\nAKP 39,1\n\nKaynak: ANKA",
     [("AA", "Şile", None), ("ANKA", "Kartal", None)]),
    ("no source below", "AA: Şile CHP 36,1\n\nAKP 45,2", [("AA", "Şile", None)]),
    ("the line below a table is its address",
     "AA: Şile CHP 36,1\n\nParti\tOy %\nCHP\t55,2\n"
     "Kartal Belediye Meclisi, ANKA, 22.55\n\nAA: Tuzla CHP 36,2",
     [("AA", "Şile", None), ("ANKA", "Kartal", "ilce-meclisi"), ("AA", "Tuzla", None)]),
    ("the line below a table goes on", "Parti\tOy %\nCHP\t55,2\nKartal\nCHP 36,1",
     [(None, None, None), (None, "Kartal", None)]),
    ("another source's bulletin ends a contest",
     "Meclis (AA)\nŞile: CHP 36,1\n\nANKA: Şile CHP 37,1",
     [("AA", "Şile", "ilce-meclisi"), ("ANKA", "Şile", None)]),
    ("a contest above all sources goes on",
     "Meclis\n\nAA: Şile CHP 36,1\n\nANKA: Şile CHP 37,1",
     [("AA", "Şile", "ilce-meclisi"), ("ANKA", "Şile", "ilce-meclisi")]),
    ("a place's contest is no other place's", "Şile Belediye Meclisi\nCHP 36,1\nKartal'da CHP 55,2",
     [(None, "Şile", "ilce-meclisi"), (None, "Kartal", None)]),
    ("a person is no agency", "Utku Cihan: Şile CHP 36,1", [(None, "Şile", None)]),
    ("an agency called like one", "Cihan: Şile CHP 36,1", [("CİHAN", "Şile", None)]),
    ("a heading of a region", "KARARDA ANADOLU\nŞile: CHP 36,1", [(None, "Şile", None)]),
    ("a source called like a region", "Anadolu'ya göre Şile'de CHP 36,1", [("AA", "Şile", None)]),
    ("districts cut short", "k.çekmece chp 50,2\nb.evler chp 43,7",
     [(None, "Küçükçekmece", None), (None, "Bahçelievler", None)]),
    ("a place's own office", "AA Şile başkanlığında CHP 36,1, Kartal bşk CHP 55,2",
     [("AA", "Şile", "ilce-baskanligi"), ("AA", "Kartal", "ilce-baskanligi")]),
    ("an office that is a building", "Şile Başkanlığı önünde kalabalık var. CHP 36,1",
     [(None, "Şile", None)]),
    ("a contest only compared with",
     "Şile'de meclis için CHP'nin oyu başkanlıktakinden az: yüzde 36,1",
     [(None, "Şile", "ilce-meclisi")]),
    ("contests behind dashes", "Şile — ilçe: CHP 36,1 / meclis: CHP 34,1",
     [(None, "Şile", "ilce-baskanligi"), (None, "Şile", "ilce-meclisi")]),
    ("the councils of all districts", "İstanbul'da ilçe meclislerinde CHP yüzde 44,9",
     [(None, "İstanbul", "ilce-meclisi")]),
    ("a contest inside what a name is of",
     "AK Parti'nin Şile belediye başkanlığındaki oyu yüzde 45,2, CHP'nin oyu 36,1",
     [(None, "Şile", "ilce-baskanligi")]),
    ("places in turn, joined by a word", "Şile ile Kartal'da sırasıyla CHP (36,1) ve AKP (55,2)",
     [(None, "Şile", None), (None, "Kartal", None)]),
    ("who told it of another election",
     "2019'da AA, Kurum'u yüzde 41,1'de geçmişti; bu gece İBB'de Kurum 39,7'de",
     [(None, None, "ibb")]),
    ("who tells it of this one", "AA'ya göre 2019'da yüzde 41,1 alan Kurum bu gece 39,7'de",
     [("AA", None, "ibb")]),
    ("a source beside the boxes heads a list",
     "Şile Belediye Meclisi\nSandıkların yüzde 88'i açıldı (AA)\nCHP 36,1\nAKP 45,2",
     [("AA", "Şile", "ilce-meclisi")]),
    ("a source beside figures is theirs", "Şile meclis\nMHP 4,1 (AA)\n\nCHP 36,1",
     [("AA", "Şile", "ilce-meclisi"), (None, "Şile", "ilce-meclisi")]),
    ("a page's only source, below", "Şile meclis\n\nCHP 36,1\n\nAKP 45,2\n\n(Kaynak: AA)",
     [("AA", "Şile", "ilce-meclisi")]),
    ("a region is no agency", "İç Anadolu'da durum: Şile CHP 36,1", [(None, "Şile", None)]),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_how_far_an_address_holds(
    kind: str, text: str, wanted: list[tuple[str | None, str | None, str | None]]
) -> None:
    records = [one for one in to_json(read(text, night()))["records"] if one["results"]]
    assert [(one["agency"], one["place"], one["contest"]) for one in records] == wanted


def test_a_board_ends_an_agency_and_is_asked() -> None:
    text = "AA: Şile CHP 36,1\nİl Seçim Kurulu: Kartal'da CHP 55,2"
    records = to_json(read(text, night()))["records"]
    assert [one["place"] for one in records if one["results"]] == ["Şile"]
    assert "Q307" in [one["code"] for record in records for one in record["questions"]]


TIMES = (
    ("of its source's paragraph", "Şile: CHP 36,1 (AA 22.10)\n\nANKA: Kartal CHP 55,2",
     ["22:10", None]),
    ("a heading's, then another source", "AA 22.10\nŞile: CHP 36,1\n\nANKA\nKartal: CHP 55,2",
     ["22:10", None]),
    ("a heading's for its list", "AA 22.10\nŞile: CHP 36,1\nKartal: CHP 55,2",
     ["22:10", "22:10"]),
    ("of what was then", "Şile'de fark 20.45'te 13,9 puandı, şu an 11,6 puan: CHP 51,8", [None]),
    ("of what is now", "Şile'de fark 20.45'te 11,6 puan: CHP 51,8", ["20:45"]),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "wanted"), TIMES, ids=[row[0] for row in TIMES])
def test_how_far_a_time_holds(kind: str, text: str, wanted: list[str | None]) -> None:
    records = [one for one in to_json(read(text, night()))["records"] if one["results"]]
    assert [one["time"] for one in records] == wanted


def test_the_hour_behind_a_line_is_its_own() -> None:
    (record,) = to_json(read("İmamoğlu 51,1 Kurum 39,6. Saat 02.15.", night()))["records"]
    assert record["time"] == "02:15"
    (record,) = to_json(read("İmamoğlu 51,1. Tören 10.30'da başladı.", night()))["records"]
    assert record["time"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Şile Cezaevi'nde CHP 36,1",
        "Almanya Berlin – CHP 36,1",
        "Şile dışında CHP 36,1",
        "Şile hariç CHP 36,1",
    ],
)
def test_figures_of_something_else_than_the_place_named_are_asked(text: str) -> None:
    records = to_json(read(text, night()))["records"]
    assert not [one for one in records if one["results"]]
    assert [one["code"] for record in records for one in record["questions"]] == ["Q310"]


def test_a_city_nobody_knows_inside_a_country_is_asked() -> None:
    records = to_json(read("Almanya Berlin – Erdoğan %49,9"))["records"]
    assert not [one for one in records if one["results"]]


@pytest.mark.parametrize("sorry", ["pardon", "düzeltiyorum", "Selin: pardon"])
def test_what_a_chat_takes_back_is_asked_with_what_stands_for_it(sorry: str) -> None:
    records = to_json(read(f"AA Şile: CHP 36,1\n{sorry} 36,7", night()))["records"]
    assert not [one for one in records if one["results"]]
    asked = [one["text"] for record in records for one in record["questions"]]
    assert "36,1" in asked and "36,7" in asked


def test_a_gap_between_two_agencies_is_nobodys_lead() -> None:
    text = (
        "Şile (İBB)\nAA → İmamoğlu 50,9, Kurum 41,7\nANKA → İmamoğlu 53,0\nAradaki makas 2,1 puan"
    )
    records = to_json(read(text, night()))["records"]
    assert not [one for one in records if one["lead_points"]]
    assert "2,1" in [one["text"] for record in records for one in record["questions"]]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("ANKA'nın 20.40'ta aktardığı sonuçlara göre CHP 47,7. AA CHP 52,1", ["20:40", None]),
        (
            "ANKA'nın 20.40'ta aktardığı sonuçlara göre CHP 47,7. "
            "AA aynı dakikada CHP'yi yüzde 52,1 olarak verdi.",
            ["20:40", "20:40"],
        ),
    ],
)
def test_a_sources_moment_is_anothers_only_where_it_is_said(
    text: str, times: list[str | None]
) -> None:
    records = [one for one in to_json(read(text))["records"] if one["results"]]
    assert [one["time"] for one in records] == times


def test_until_when_is_no_time_of_figures() -> None:
    (record,) = to_json(read("14:00'e kadar sıra vardı\nRize: CHP 52,1"))["records"]
    assert record["time"] is None


def president() -> Election:
    """A president's night of two provinces, with *Yurt içi*."""
    election = with_inland(two_provinces())
    people = [("chp", "Kemal Kılıçdaroğlu"), ("akp", "Recep Tayyip Erdoğan")]
    standing = tuple(Contender(code, code, name) for code, name in people)
    parties = tuple(Party(code, code.upper(), code.upper()) for code, _ in people)
    race = replace(election.contest("cb"), contenders=standing, shown=("chp", "akp"))
    return replace(election, contests=(race,), parties=parties)


PARTS_OF_THE_VOTE = (
    ("Yurt içi: Erdoğan 49,4\nYurt dışı: Erdoğan 57,2\nToplam: Erdoğan 49,7",
     ["Yurt içi", "Yurt dışı", "Türkiye"]),
    ("Yurt içinde sandıkların %66'sı açıldı; Erdoğan 48,4. Yurt dışında Erdoğan 55,3.",
     ["Yurt içi", "Yurt dışı"]),
    ("Yurt içi ve yurt dışı toplamında Erdoğan 49,7", ["Türkiye"]),
    ("Yurt dışı oyları hariç Türkiye genelinde Erdoğan 49,3", ["Yurt içi"]),
    ("Türkiye (yurt dışı dahil): Erdoğan 49,3", ["Türkiye"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "places"), PARTS_OF_THE_VOTE)
def test_whether_the_votes_from_abroad_are_in_it_is_read(text: str, places: list[str]) -> None:
    """In a night that has *Yurt içi*; in one that has not, nothing of it is the country's."""
    whole = president()
    said = to_json(read(text, Context.of(whole)))["records"]
    assert [one["place"] for one in said if one["results"]] == places
    left = tuple(one for one in whole.places if one.kind is not PlaceKind.INLAND)
    bare = to_json(read(text, Context.of(replace(whole, places=left))))["records"]
    told = [one["place"] for one in bare if one["results"]]
    assert told == [place for place in places if place != "Yurt içi"][: len(told)]


def test_after_a_sentence_about_a_part_of_the_vote_the_place_is_asked() -> None:
    text = (
        "Türkiye genelinde Erdoğan 49,7. Yurt içinde sandıkların %66'sı açıldı. Kılıçdaroğlu 46,1."
    )
    records = to_json(read(text, Context.of(president())))["records"]
    assert [one["results"][0]["pct"] for one in records if one["results"]] == ["49.7"]
    assert "Q310" in [one["code"] for record in records for one in record["questions"]]


ENTRIES = {
    # A title's source and place hold for its entries, until one of them has another.
    "{place} sonuçları (AA)\n20.10 CHP 48,1\n20.40 CHP 48,6": ["AA", "AA"],
    "AA akışı: {place}\n20.10 CHP 48,1\n20.40 sandık %31": ["AA", "AA"],
    "{place} (ANKA)\n20.10 CHP 48,1\n20.40 AA: CHP 48,6\n21.10 CHP 48,8": ["ANKA", "AA", None],
    "{place} sonuçları\n20.10 CHP 48,1 (AA)\n20.40 CHP 48,6": ["AA", None],
}


@pytest.mark.parametrize("text", ENTRIES)
def test_a_title_holds_for_its_entries_until_one_has_another(text: str) -> None:
    for place in ("Sivas", "Uşak", "Trabzon"):
        records = read(text.format(place=place)).records
        assert Counter(one.agency for one in records) == Counter(ENTRIES[text])
        assert {one.place for one in records} == {place}


def test_what_is_said_behind_a_name_and_an_hour_has_its_own_place() -> None:
    chat = "Ece 21:16 › kartal meclis geldi mi\nCan 21:18 › chp 51,1 akp 34,0 aa"
    for above in ("", "Üsküdar: CHP 48,1 (AA)\n\n"):
        told = [(one.place, len(one.results)) for one in read(above + chat, night()).records]
        assert told[-1] == ("Kartal", 2)


def test_a_line_with_figures_and_hash_tags_is_not_the_source_of_those_above() -> None:
    above = "Kadıköy belediye başkanlığı: CHP %69,0, AK Parti %13,1"
    below = "#SonDakika ANKA: İstanbul'da İmamoğlu %51,7 Kurum %39,5 #YerelSeçim"
    first, second = read(f"{above}\n\n{below}", night()).records
    assert (first.agency, second.agency) == (None, "ANKA")


INSIDE = {
    # Without a night *yurt içi* is a place as *yurt dışı* is ...
    "Yurt içi: Erdoğan 49,4\nYurt dışı: Erdoğan 57,2": [("Yurt içi", 1), ("Yurt dışı", 1)],
    "Yurt dışında Erdoğan 57,2. Yurt içinde Erdoğan 49,4. Toplamda Erdoğan 49,7": [
        ("Yurt dışı", 1), ("Yurt içi", 1), ("Türkiye", 1),
    ],
    # ... but where other figures have no place, or it is added up, nobody knows whose they are.
    "Yurt içi katılım yüzde 88,9. Erdoğan yüzde 49,5, İnce yüzde 0,4": [("Yurt içi", 0), (None, 2)],
    "Yurt içinde 18 milyon 12, yurt dışında 806 bin 3 olmak üzere Türkiye genelinde 18 milyon "
    "806 bin 15 oy alan AKP": [("Yurt içi", 0), ("Türkiye", 1)],
    # What is only named of the vote abroad leaves the country where it was.
    "Türkiye genelinde sandıkların %99'u açıldı, yurt dışının sayımı sürüyor. Erdoğan %49,5": [
        ("Türkiye", 1),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", INSIDE)
def test_the_vote_inside_the_country_is_a_place_where_nothing_else_is_told(text: str) -> None:
    said = to_json(read(text))["records"]
    told = [(one["place"], len(one["results"])) for one in said if one["results"]]
    assert told == [pair for pair in INSIDE[text] if pair[1]]
    asked = {one["place"] for one in said if "Q310" in {two["code"] for two in one["questions"]}}
    assert ("Yurt içi" in asked) == (("Yurt içi", 0) in INSIDE[text])
