"""A number with two digits on each side of its mark: a time of day, or a share."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Konya açılan sandık: 22.00 %57,8", [("22:00", "57.8")]),
        ("Konya açılan sandık – 22.00 %57,8", [("22:00", "57.8")]),
        ("Konya (22.00) açılan sandık %57,8", [("22:00", "57.8")]),
        ("Konya açılan sandık: 22.50", [(None, "22.50")]),
        ("Konya açılan sandık: %22.50", [(None, "22.50")]),
    ],
)
def test_how_far_the_count_is_at_what_hour(text: str, wanted: list[tuple[str | None, str]]) -> None:
    records = to_json(read(text))["records"]
    assert [(one["time"], one["opened_pct"]) for one in records] == wanted


def test_when_the_vote_ends_is_no_bulletins_time() -> None:
    for ends in ("bittiği", "sona erdiği", "başladığı"):
        (record,) = read(f"Oy vermenin 17.00'de {ends} Konya'da CHP yüzde 39,2 aldı.").records
        assert record.time is None, ends
    (record,) = read("Sayımın 21.00'de sürdüğü Konya'da CHP yüzde 39,2 aldı.").records
    assert record.time is not None


@pytest.mark.parametrize("shut", ["kapanan", "biten"])
def test_when_the_polls_close_is_no_bulletins_time(shut: str) -> None:
    (record,) = read(f"Saat 17.00'de {shut} sandıklarda Konya'da CHP 39 bin 18 oy aldı.").records
    assert record.time is None and record.results[0].votes == 39018
    (record,) = read("Saat 21.00'de sayılan sandıklarda Konya'da CHP 39 bin 18 oy aldı.").records
    assert record.time is not None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("AA'nın 21.17'deki ekranında Erdoğan yüzde 51,2.", ["21:17"]),
        (
            "Saat 21.02'de ANKA: Erdoğan 47,1. AA'nın 21.40'taki verisi: Erdoğan 52,3.",
            ["21:02", "21:40"],
        ),
        (
            "20.28'de ANKA'nın verisi Erdoğan 47,1; beş dakika önce AA'nınki Erdoğan 52,3.",
            ["20:28", None],
        ),
    ],
)
def test_whose_hour_it_is(text: str, times: list[str | None]) -> None:
    """An agency's own hour is its bulletin's; `beş dakika önce` is at no hour that is told."""
    assert [record["time"] for record in to_json(read(text))["records"]] == times


@pytest.mark.parametrize(
    "text",
    [
        "Sivas'ta Adem Uzun yüzde 43,3. Destici sonucu evinde öğrendiğinde saat 22.05'ti.",
        "Antalya'da Türel saat 21.00'e kadar öndeydi, Böcek yüzde 50,6'yla öne geçti.",
    ],
)
def test_the_hour_of_something_else_is_no_bulletins(text: str) -> None:
    """When somebody heard of it, until when somebody led."""
    assert {record["time"] for record in to_json(read(text))["records"]} == {None}


EVENTS = (
    "Kurum 23.05'te tebrik etti",
    "Kurum saat 23.05'te rakibini kutladı",
    "YSK 21.00'de yasağı kaldırdı",
    "Sandık başkanı 22.40'ta tutanağı imzaladı",
    "İmamoğlu 23.40'ta Saraçhane'ye geliyor",
    "Seçim kurulu saat 23.00'te toplanıyor",
    "polis saat 20.30'da okulu boşalttı",
    "22.15'te elektrik kesildi",
    "basın toplantısı 23.30'da",
    "sonraki bülten 23.00'te",
)
"""What has an hour of its own, and no figure."""
FRAMES = (
    "{event}, AA: İBB İmamoğlu 51,0 Kurum 40,1",
    "{event}. AA: İBB İmamoğlu 51,0 Kurum 40,1",
    "AA: İBB İmamoğlu 51,0 Kurum 40,1, {event}",
    "AA: İBB İmamoğlu 51,0 Kurum 40,1 - {event}",
    "AA: İBB İmamoğlu 51,0 Kurum 40,1 / {event}",
    "AA: İBB İmamoğlu 51,0 Kurum 40,1 ({event})",
    "AA: İBB İmamoğlu 51,0 Kurum 40,1. {event}.",
)
OWN = (
    "AA'nın saat {hour}'de geçtiği verilere göre",
    "AA'nın {hour}'de abonelerine ulaştırdığı verilerde",
    "AA'nın saat {hour} itibarıyla derlediği sonuçlara göre",
    "AA'nın {hour}'de servis ettiği tabloya göre",
    "AA'nın {hour}'de yayımladığı verilere bakılırsa",
    "AA, saat {hour}'de geçtiği haberde",
    "AA {hour} verilerine göre",
    "{hour} itibarıyla AA verilerine göre",
)
"""How an agency's own hour is told."""
NOT_THERE_YET = (
    "AA'nın 22.30 bülteni henüz gelmedi: Kartal İBB İmamoğlu 54,6 Kurum 36,9",
    "AA'nın 23.00 bülteni bekleniyor, şu an Kartal İBB: İmamoğlu 54,6 Kurum 36,9",
    "ANKA'nın 23.00 bülteni gecikti, elimizdeki: Kartal İBB İmamoğlu 54,6 Kurum 36,9",
    "AA (21:00–21:30) Kartal İBB: İmamoğlu 54,6 Kurum 36,9",
    "AA 22.00'ye 10 kala Kartal İBB: İmamoğlu 54,6 Kurum 36,9",
    "22.00 kuşağı: AA Kartal İBB İmamoğlu 54,6 Kurum 36,9",
    "00.30 yayını için: AA Kartal İBB İmamoğlu 54,6 Kurum 36,9",
    "Saat 17.00 itibarıyla sandıkların kapandığı Kartal'da AA İmamoğlu'nu 54,6 gösterdi",
    "AA, 18.45'te kalkan yasağın ardından Kartal İBB'de İmamoğlu'nu 54,6 gösterdi",
)
"""Hours that no bulletin here has."""


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("frame", FRAMES)
def test_what_happened_at_an_hour_lends_it_to_no_figure(frame: str, event: str) -> None:
    reading = to_json(read(frame.format(event=event), night()))
    told = [one for one in reading["records"] if one["results"]]
    assert [one["time"] for one in told] in ([], [None])


@pytest.mark.parametrize("hour", ["20.52", "22.05", "00.15"])
@pytest.mark.parametrize("source", OWN)
def test_what_an_agency_told_at_an_hour_has_it(source: str, hour: str) -> None:
    text = f"{source.format(hour=hour)} İBB'de İmamoğlu yüzde 51,0, Kurum yüzde 40,1 oy aldı."
    (record,) = to_json(read(text, night()))["records"]
    assert (record["agency"], record["time"]) == ("AA", hour.replace(".", ":"))
    assert [one["pct"] for one in record["results"]] == ["51.0", "40.1"]


@pytest.mark.parametrize("text", NOT_THERE_YET)
def test_no_bulletin_s_hour(text: str) -> None:
    told = [one for one in to_json(read(text, night()))["records"] if one["results"]]
    assert {one["time"] for one in told} <= {None}


@pytest.mark.parametrize("later", ["On dakika sonra", "Yarım saat önce", "bir sonraki bülten:"])
def test_another_hour_than_the_one_above_is_not_known(later: str) -> None:
    text = f"AA 22.10\nÜsküdar İBB İmamoğlu 50,1\n{later} Kadıköy İBB İmamoğlu 61,7"
    above, *below = to_json(read(text, night()))["records"]
    assert above["time"] == "22:10"
    assert {one["time"] for one in below} <= {None}
