"""The smallest texts of kinds that were filed silently wrong, each beside its nearest honest one.

What stands in the first must not be filed as it was; what stands in the second must be.
"""

from __future__ import annotations

import pytest

from desk.reading.normalise import mended
from desk.reading.reader import Reading, read
from tests.desk.reading.score import night

Told = set[tuple[str | None, str | None, str]]


def told(text: str) -> Told:
    """Place, contest and figure of everything that would be filed."""
    reading: Reading = read(text, night())
    figures: Told = set()
    for one in reading.records:
        where = one.place, one.contest
        figures |= {(*where, f"{result.contender} {result.pct}") for result in one.results}
        for name in ("opened_pct", "opened_boxes", "total_boxes", "lead_votes"):
            if (value := getattr(one, name)) is not None:
                figures.add((*where, f"{name} {value}"))
        if one.leader is not None:
            figures.add((*where, f"leader {one.leader}"))
    return figures


MAYOR, METRO, COUNCIL = "ilce-baskanligi", "ibb", "ilce-meclisi"

TRAPS = (
    (
        "İBB'de İmamoğlu 51,2. Fatih'te ise AK Parti'nin adayı Ergün Turan yüzde 51.",
        ("Fatih", METRO, "ak_parti 51"),
        "İBB'de İmamoğlu 51,2. Fatih'te ise AK Parti'nin adayı Murat Kurum yüzde 51.",
        ("Fatih", METRO, "ak_parti 51"),
    ),
    (
        "Esenyurt\nCHP 47,1\nAK Parti 38,2\n\nMeclis\nCHP 44,4\nAK Parti 37,1",
        ("Esenyurt", COUNCIL, "chp 47.1"),
        "Esenyurt\nMeclis\nCHP 47,1\nAK Parti 38,2",
        ("Esenyurt", COUNCIL, "chp 47.1"),
    ),
    (
        "Üsküdar\nİBB\nCHP 47,1\nAK Parti 38,2\nMimar Sinan\nCHP 51,4\nAK Parti 33,1",
        ("Üsküdar", METRO, "chp 51.4"),
        "Üsküdar\nİBB\nCHP 47,1\nAK Parti 38,2\nSon durum\nYRP 3,4",
        ("Üsküdar", METRO, "yeniden_refah 3.4"),
    ),
    (
        "Kadıköy\nİBB\nCHP 61,1\n1001 no'lu sandık\nCHP 51,4",
        ("Kadıköy", METRO, "chp 51.4"),
        "Kadıköy\nİBB\n1.001 sandığın tamamı açıldı\nCHP 51,4",
        ("Kadıköy", METRO, "chp 51.4"),
    ),
    (
        "Kartal'da İBB için sayılan 1.072 sandığın 870'inde İmamoğlu yüzde 56,6.",
        ("Kartal", METRO, "opened_boxes 1072"),
        "Kartal'da İBB için açılan 1.072 sandığın sonucuna göre İmamoğlu yüzde 56,6.",
        ("Kartal", METRO, "opened_boxes 1072"),
    ),
    (
        "Silivri'de İBB için kurul 5'e 2 oyla karar verdi, İmamoğlu 41,2.",
        ("Silivri", METRO, "lead_votes 2"),
        "Silivri'de İBB'de İmamoğlu 41,2; Kurum'un 212 oy önünde.",
        ("Silivri", METRO, "lead_votes 212"),
    ),
    (
        "Kadıköy Meydanı'nda kutlama var. İBB'de açılan sandık yüzde 91.",
        ("Kadıköy", METRO, "opened_pct 91"),
        "Kadıköy'de kutlama var. İBB'de açılan sandık yüzde 91.",
        ("Kadıköy", METRO, "opened_pct 91"),
    ),
    (
        "Kurum, Esenler'de konuştu: \"Fatih'te öndeyiz.\" AA'ya göre Kurum yüzde 51,7 aldı.",
        ("Fatih", METRO, "ak_parti 51.7"),
        "Kurum, Esenler'de konuştu. AA'ya göre Kurum Fatih'te yüzde 51,7 aldı.",
        ("Fatih", METRO, "ak_parti 51.7"),
    ),
    (
        "Fatih'te İmamoğlu'nun Kurum'a üstünlüğü ise 7.308 oy.",
        ("Fatih", METRO, "ak_parti 7308"),
        "Fatih'te İmamoğlu'nun Kurum'a üstünlüğü ise 7.308 oy.",
        ("Fatih", METRO, "lead_votes 7308"),
    ),
    (
        "Şişli: İBB İmamoğlu 66,4, anka verdi 22.05",
        ("Şişli", METRO, "chp 22.05"),
        "Şişli: İBB İmamoğlu 66,4, Kurum ise 22.05",
        ("Şişli", METRO, "ak_parti 22.05"),
    ),
    (
        "Silivri'de İBB: İmamoğlu 51,2. İstanbul'un en kalabalık ilçesinde Kurum 44,6.",
        ("İstanbul", METRO, "ak_parti 44.6"),
        "Silivri'de İBB: İmamoğlu 51,2. İstanbul'un Esenyurt ilçesinde Kurum 44,6.",
        ("Esenyurt", METRO, "ak_parti 44.6"),
    ),
    (
        "Kadıköy'de haberde İmamoğlu'nun oyu yüzde 75,3 olarak yer almıştır.",
        ("Kadıköy", METRO, "chp 75.3"),
        "Kadıköy'de haberde İmamoğlu'nun oyu 75,3 olarak yer almıştı. Doğru oran yüzde 57,3'tür.",
        ("Kadıköy", METRO, "chp 57.3"),
    ),
    (
        "AA\nÜsküdar İBB: CHP 51,4\n\nCHP Kadıköy İlçe Başkanlığı\nİmamoğlu yüzde 69,1",
        ("Üsküdar", METRO, "chp 69.1"),
        "AA\nÜsküdar İBB: CHP 51,4\n\nCHP Kadıköy'de de birinci\nİmamoğlu yüzde 69,1",
        ("Kadıköy", METRO, "chp 69.1"),
    ),
    (
        "AA\nÜsküdar İBB: CHP 51,4\n\nAyşe: buraya girdi mi\nMehmet: girdi, imamoğlu 61,9",
        ("Üsküdar", METRO, "chp 61.9"),
        "AA\nÜsküdar İBB: CHP 51,4\n\nAyşe: ataşehirden haber var, imamoğlu 61,9",
        ("Ataşehir", METRO, "chp 61.9"),
    ),
    (
        "CHP AKP Sandık Sarıyer %51,9 %34,0 %92",
        ("Sarıyer", None, "opened_pct 51.9"),
        "Açılan sandık Sarıyer %51,9",
        ("Sarıyer", None, "opened_pct 51.9"),
    ),
    (
        "İmamoğlu, AK Parti'nin kazandığı 13 ilçede yüzde 44,1 aldı.",
        (None, None, "ak_parti 44.1"),
        "İmamoğlu, AK Parti'nin önünde yüzde 44,1 aldı.",
        (None, METRO, "chp 44.1"),
    ),
    (
        "Beşiktaş'ta Rıza Akpolat önde, İmamoğlu ile Kurum arasındaki fark ilçede 60 puan.",
        ("Beşiktaş", MAYOR, "leader Rıza Akpolat"),
        "Dedetaş Üsküdar'da önde, İmamoğlu ise ilçede Kurum'a 11 puan fark attı.",
        ("Üsküdar", METRO, "leader İmamoğlu"),
    ),
    (
        "İmamoğlu / Kurum oyları (İBB)\n- Bağcılar 165.200 / 189.030",
        ("Bağcılar", METRO, "opened_boxes 165200"),
        "Sandık (İBB)\n- Bağcılar 1.652 / 1.890",
        ("Bağcılar", METRO, "opened_boxes 1652"),
    ),
    (
        "Pendik'te başkanlığı yüzde 44,9'la AK Parti alırken oy İmamoğlu'nu 46,8'le öne çıkardı.",
        ("Pendik", METRO, "ak_parti 46.8"),
        "Pendik'te başkanlıkta AK Parti 44,9, büyükşehirde CHP 46,8.",
        ("Pendik", METRO, "chp 46.8"),
    ),
)


def test_of_another_source_below_a_bulletin_nothing_is_that_agencys() -> None:
    for below in ("YSK'ya ulaşan 33.273 sandığın 33.195'i işlendi", "CHP 51,0\n@biri 23.21"):
        reading = read(f"AA\nİBB, İstanbul: İmamoğlu 51,0\n\nİBB, İstanbul: {below}", night())
        assert [one.agency for one in reading.records] == ["AA", None]


@pytest.mark.parametrize(("trap", "wrong", "honest", "right"), TRAPS)
def test_a_trap_is_not_filed_and_its_honest_neighbour_is(
    trap: str, wrong: tuple[str, str, str], honest: str, right: tuple[str, str, str]
) -> None:
    assert wrong not in told(trap)
    assert right in told(honest)


@pytest.mark.parametrize("race", ["Cumhurbaşkanlığı", "Milletvekilliği", "İl genel meclisi"])
def test_a_contest_nobody_votes_for_tonight_is_left_out_by_name(race: str) -> None:
    text = f"Kadıköy\nİBB\nCHP 61,1\n{race}\nCHP 51,4"
    assert {figure for *_, figure in told(text)} == {"chp 61.1"}
    assert "51,4" in {one.text for one in read(text, night()).ignored}


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("aç?lan sand?k", "açılan sandık"),
        ("?stanbul'da", "İstanbul'da"),
        ("Be?ikta?'ta", "Beşiktaş'ta"),
        ("Kim kazandı? Bilinmiyor.", "Kim kazandı? Bilinmiyor."),
        ("q?x?z", "q?x?z"),
    ],
)
def test_lost_letters_come_back_where_one_word_fits(damaged: str, whole: str) -> None:
    words = {"açılan", "sandık", "İstanbul", "Beşiktaş"}
    assert mended(damaged, words.__contains__) == whole
    assert len(mended(damaged, words.__contains__)) == len(damaged)
