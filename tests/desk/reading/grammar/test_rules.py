"""Every rule of the reader's grammar with an example and a counter-example.

A row says what the text must come to: figures as `label:value` (`label:votes`), fields by name,
`?` and the figure where it must be asked, `-` where nothing may be read.
"""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json

TABLE = (
    ("a clock in the locative", "CHP 20.15'te 48,3", "CHP:48.3"),
    ("a share in the locative", "Kurum ise 39,6'da", "Kurum:39.6"),
    ("a clock beside the key", "Fark 21.00'de 4,8 puan", "lead_points:4.8"),
    ("a part of the boxes", "Sandıkların yüzde 66'sı açıldı", "opened_pct:66"),
    ("a part of the votes", "Oyların yüzde 51'ini CHP aldı", "CHP:51"),
    ("a part that went to", "Oyların yüzde 40,9'u Kurum'a gitti", "Kurum:40.9"),
    ("boxes out of boxes", "1.204 sandıktan 688'i açıldı", "opened_boxes:688 total_boxes:1204"),
    ("boxes not opened", "Şile'de 41 sandık henüz açılmadı", "-"),
    ("a slash of boxes", "Açılan sandık: 612 / 1.412", "opened_boxes:612 total_boxes:1412"),
    ("a slash of a decision", "Kurul kararı: 2024/112", "-"),
    ("from one to another", "CHP yüzde 48,2'den yüzde 50,0'ye çıktı", "CHP:50.0"),
    ("a change alone", "CHP'nin oyu yüzde 3,2 arttı", "-"),
    ("a change first", "Kurum'un oranı 0,4 puan azalarak yüzde 40,2 oldu", "Kurum:40.2"),
    ("changes told once", "AKP 5,3, MHP 2,1 puan kaybetti", "-"),
    ("a share and a lead", "İmamoğlu yüzde 51,1 ile önde", "İmamoğlu:51.1"),
    ("a lead in per cent", "İmamoğlu yüzde 9,1 önde", "lead_points:9.1"),
    ("a lead in votes", "MHP 403 oyla önde", "lead_votes:403"),
    ("votes, not a lead", "CHP 158 bin oyla kazandı", "CHP:158000"),
    ("the gap of two agencies", "AA ile ANKA arasındaki fark 5 puan", "-"),
    ("the gap of two contenders", "Aradaki fark 29 bin 408 oy", "lead_votes:29408"),
    ("another election", "14 Mayıs'ta yüzde 49 alan Erdoğan, yüzde 52,2'ye çıktı", "Erdoğan:52.2"),
    ("compared with one", "CHP'nin oyu 2019'a göre 3 puan düşüşle yüzde 51,1'de", "CHP:51.1"),
    ("years ago", "Beş yıl önce AKP yüzde 49,6 aldı.", "-"),
    ("this time", "Geçen sefer CHP yüzde 41, bugün yüzde 48.", "CHP:48"),
    ("a correction", "CHP'nin oyu yüzde 47,1 değil 48,1", "CHP:48.1"),
    ("taken back", "AA, 'CHP yüzde 60,3' haberini iptal etti", "-"),
    ("a poll", "Ankete göre CHP yüzde 48", "-"),
    ("a poll and today", "Ankette CHP yüzde 40'tı. Bugün CHP yüzde 51.", "CHP:51"),
    ("a lead since a year", "CHP'nin AKP'ye farkı 2019'a göre 3 puan", "?3"),
    ("a person named like a place", "CHP'li Nilüfer Yılmaz yüzde 55,2 aldı",
     "CHP'li Nilüfer Yılmaz:55.2"),
    ("a place named like a person", "Nilüfer'de CHP yüzde 55,2", "CHP:55.2"),
    ("a rival nobody names", "İmamoğlu 63 bin 65 oy aldı, rakibi yüzde 12'de kaldı",
     "İmamoğlu:63065 ?yüzde 12"),
    ("what is no contender", "CHP yüzde 51,2, işsizlik yüzde 8", "CHP:51.2 ?yüzde 8"),
    ("a subject that goes on", "CHP 63 bin oy aldı, böylece yüzde 30,1'e ulaştı",
     "CHP:30.1 CHP:63000"),
    ("what came out", "Ankette CHP yüzde 48'di; sandıktan CHP yüzde 51,1 çıktı", "CHP:51.1"),
    ("a hope", "İmamoğlu'nun yüzde 52'yi geçmesi bekleniyor", "-"),
    ("rough words", "CHP yaklaşık yüzde 46 aldı", "?46"),
    ("whose votes", "AKP'nin oyu Rize'de yüzde 50,1, Artvin'de CHP yüzde 48,2",
     "AKP:50.1 CHP:48.2"),
    ("whose place", "Erdoğan'ın memleketi Rize'de CHP yüzde 20,1", "CHP:20.1"),
    ("who is left behind", "AKP'yi yüzde 45'te bırakan CHP yüzde 48'e ulaştı", "AKP:45 CHP:48"),
    ("who passes", "AKP'yi yüzde 48'le geçen CHP", "CHP:48"),
    ("less than another's", "Kurum'un oyları İmamoğlu'nunkinden 1 milyon 1 bin eksik, yüzde 39,6",
     "Kurum:39.6"),
    ("another's own", "İmamoğlu yüzde 51,1, Kurum'unki yüzde 39,6", "İmamoğlu:51.1 Kurum:39.6"),
    ("an attribute of another", "yüzde 51,1'lik CHP oyu, yüzde 39,6'lık AKP oyuna fark attı",
     "CHP:51.1 AKP:39.6"),
    ("an attribute of the gap", "CHP yüzde 11,6'lık farkla önde", "lead_points:11.6"),
    ("a part of the voters", "İlk kez oy kullananların yüzde 60'ı CHP dedi", "?yüzde 60"),
    ("all of the voters", "Oy kullananların yüzde 60'ı CHP dedi", "CHP:60"),
    ("all of the boxes", "Sandıkların tamamı açıldı", "opened_pct:100"),
    ("nearly all of them", "Sandıkların tamamına yakını açıldı", "-"),
    ("all of them, hoped", "Sandıkların tamamının açılması bekleniyor", "-"),
    ("the one denied", "İmamoğlu değil Kurum yüzde 51,1 aldı", "Kurum:51.1"),
    ("less than another's vote", "CHP'nin oyu AKP'nin oyundan 11,2 puan az: 39,7",
     "CHP:39.7"),
    ("a part of one's own votes", "Kurum'a verilen oyların yüzde 12'si Fatih'ten geldi",
     "?yüzde 12"),
    ("a part of all the votes", "Verilen oyların yüzde 51'ini CHP aldı", "CHP:51"),
    ("boxes with something else", "Açılan sandıkların yüzde 51,2'sinde CHP birinci", "?yüzde 51,2"),
    ("one in so many", "İmamoğlu her yüz oyun 51'ini aldı", "?51"),
    ("boxes that are no key", "CHP, 1.190 sandık sonucunda yüzde 47,3'te", "CHP:47.3"),
    ("a key behind the last share", "CHP %39,2 AÇILAN SANDIK %77,9", "opened_pct:77.9 CHP:39.2"),
    ("a clock inside the key", "Açılan sandık (21.15): %40,2", "opened_pct:40.2"),
    ("far ahead", "Vahap Seçer yüzde 57,8'le açık ara önde", "Vahap Seçer:57.8"),
    ("a share in brackets before 'önde'", "CHP (%57,4) önde, AKP (%24,6) ikinci",
     "CHP:57.4 AKP:24.6"),
    ("votes lost by", "CHP, Of'u 212 oyla kaybetti", "lead_votes:212"),
    ("a share to lose with", "CHP yüzde 39,6 ile kaybetti", "CHP:39.6"),
    ("points between two", "CHP ile AKP arasında 0,3 puan var", "lead_points:0.3"),
    ("a lead that shrank", "Fark 14,1 puandan 10,4 puana indi", "lead_points:10.4"),
    ("points said once", "Rize'de CHP 11,8, Bolu'da 9,0, Muğla'da 27,1 puan önde",
     "lead_points:11.8 lead_points:9.0 lead_points:27.1"),
    ("a score of one", "İmamoğlu 7,7 puan farkla önde: yüzde 50,1'e yüzde 42,4",
     "lead_points:7.7 İmamoğlu:50.1 ?yüzde 42,4"),
    ("the kind said once", "Katılım yüzde 84'ten 78'e düştü", "turnout_pct:78"),
    ("the threshold", "Yüzde 10 barajını aşan CHP yüzde 13,1 aldı", "CHP:13.1"),
    ("over the threshold", "CHP yüzde 10,7 ile barajı aştı", "CHP:10.7"),
    ("somebody's claim", "CHP'nin yüzde 53 aldığı öne sürüldü", "-"),
    ("another body's vote", "Bütçe oylamasına katılım yüzde 97'yi buldu", "-"),
    ("the place denied", "Oğan yüzde 9,4 ile Bolu'da değil, 9,7 ile Sivas'ta önde", "Oğan:9.7"),
    ("a year in brackets", "CHP yüzde 37,8 (2019: HDP yüzde 4,2)", "CHP:37.8"),
    ("a party's word that is a word", "Veriler 20.00'den sonra gelecek", "-"),
    ("two under one colon", "İmamoğlu/Kurum: Rize 66,2-25,1", "İmamoğlu:66.2 Kurum:25.1"),
    ("sources behind their values", "CHP: 51,1 (AA), 53,2 (ANKA)", "CHP:51.1 CHP:53.2"),
    ("a lead that goes on", "Rize'de CHP'nin farkı 15,2 puan, Bolu'da 47,1",
     "lead_points:15.2 lead_points:47.1"),
    ("won by few or with few", "Of'ta 189 oyla CHP kazandı", "?189"),
    ("points worth votes", "CHP 44,8, AKP 44,2, aradaki 0,6 puan 2.600 oya denk",
     "CHP:44.8 AKP:44.2 ?2.600"),
    ("two years in one line", "Rize'de 2019: CHP 49,0 | 2024: CHP 49,1", "CHP:49.1"),
    ("a plural number", "CHP yüzde 51,2'lerde", "?51,2"),
    ("a plural behind votes", "CHP 51,2 aldı, oylar sayılıyor", "CHP:51.2"),
    ("seats", "AK Parti 317 milletvekili çıkardı", "-"),
    ("seats beside shares", "AKP: Yüzde 49,50 - 317 milletvekili", "AKP:49.50"),
    ("voters", "Kayıtlı 1 milyon 443 bin 585 seçmen", "-"),
    ("voters who chose", '25.156.860 seçmen "Evet" dedi', "Evet:25156860"),
    ("turnout", "Seçmenlerin yüzde 80,3'ü sandığa gitti", "turnout_pct:80.3"),
    ("who cast a vote", "Kurum 08.45'te, İmamoğlu 10.30'da oyunu kullandı", "-"),
    ("the value first", "%58,79 CHP, %27,65 AKP", "CHP:58.79 AKP:27.65"),
    ("the contender first", "CHP %58,79 AKP %27,65", "CHP:58.79 AKP:27.65"),
    ("a participle's own head", "yüzde 31,68 oy alan Altınok'a Yavaş fark attı", "Altınok:31.68"),
    ("two joined contenders", "CHP ve AKP yüzde 45'te", "?45"),
    ("a list in order", "CHP, AKP sırasıyla yüzde 51,0 ve 39,8 aldı", "CHP:51.0 AKP:39.8"),
    ("a score of two", "İmamoğlu, Kurum'un 8,4 puan önünde: yüzde 50,1'e yüzde 41,7",
     "lead_points:8.4 İmamoğlu:50.1 Kurum:41.7"),
    ("a lost comma", "CHP 58 2", "?58 2"),
    ("spoken thousands", "CHP 63 bin 65 oy aldı", "CHP:63065"),
    ("a telephone", "Bilgi hattı 0212 444 51 14, CHP yüzde 50", "CHP:50"),
    ("a noun nobody counts", "Kurum 650 bin konut sözü verdi", "-"),
    ("the change in brackets", "CHP: %50,1 (+1,3)", "CHP:50.1"),
    ("the share in brackets", "CHP 212.961 oy (%68,78)", "CHP:68.78 CHP:212961"),
    ("a thread's number", "Rize'de CHP 39,4 AKP 38,9. Ne gece! 2/5", "CHP:39.4 AKP:38.9"),
    ("a day's hours", "Haber 7/24, Rize: CHP 39,4", "CHP:39.4"),
    ("nine in ten", "Rize'de her 10 sandıktan 9'u açıldı", "?9"),
    ("boxes that are left out", "688 sandıktan 12'si dışında hepsi açıldı", "total_boxes:688"),
    ("some boxes of all", "688 sandıktan 612'si açıldı", "opened_boxes:612 total_boxes:688"),
    ("the verb said once", "Rize'de CHP 107 oyla, Bolu'da 1.979 oyla önde",
     "lead_votes:107 lead_votes:1979"),
    ("votes in order", "CHP 52 bin 411 oyla birinci", "?52 bin 411"),
    ("votes and points of a lead", "CHP, AKP'ye 88 bin 402 oy ve 13,2 puan fark attı",
     "lead_points:13.2 lead_votes:88402"),
    ("a race that ended by", "Rize'de yarış 214 oyla bitti", "lead_votes:214"),
    ("a share, no gap", "Mahir Polat 46,2'yle burun farkı önde", "Mahir Polat:46.2"),
    ("who went to the box", "Rize'de sandığa gidenlerin oranı yüzde 71,5", "turnout_pct:71.5"),
    ("who is going", "Hayır yüzde 42,1, sandığa giden yüzde 73,7", "turnout_pct:73.7 Hayır:42.1"),
    ("boxes, not who went", "Sandıkların oranı yüzde 73,7", "opened_pct:73.7"),
    ("two sources, points once", "AA'ya göre 9,8, ANKA'ya göre 12,4 puan: CHP'nin farkı",
     "lead_points:12.4 ?9,8"),
    ("somebody's party", "Mesut Özarslan 49,4 – Turgut Altınok'un partisi 39,1",
     "Mesut Özarslan:49.4 ?39,1"),
    ("more than another", "125 bin 614 oyla AKP'nin 118 bin 21'ini aştı", "?125 bin 614"),
    ("before a comma", "Sinan Oğan yüzde 5,3, adı pusulada yer alan Muharrem İnce yüzde 0,5",
     "Sinan Oğan:5.3 Muharrem İnce:0.5"),
    ("what it had been", "CHP'nin yüzde 49,4 olan oyu yüzde 50,6'ya yükseldi", "CHP:50.6"),
    ("a false post", "'CHP yüzde 71 aldı' paylaşımı sahte çıktı", "-"),
    ("not to be used", "CHP 94,1 rakamını kullanmayınız", "-"),
    ("hearsay", "Söylentiye göre CHP yüzde 38 aldı", "-"),
    ("a group's turnout", "Genç seçmenin katılımı yüzde 71", "?yüzde 71"),
    ("boxes all watched", "1.483 sandığın tamamında görev aldık", "-"),
    ("a broken number", "CHP yüzde 47?2, AKP 51,2", "AKP:51.2 ?yüzde 47?2"),
    ("votes and their share", "Erdoğan → 27.725.131 → 52,16", "Erdoğan:52.16 Erdoğan:27725131"),
    ("initials", "E. %50,4 K. %49,6", "?E"),
    ("a time before a bar", "İkinci tur, 18.45 | CHP %50,4", "CHP:50.4"),
    ("dots that lead", "Murat Kurum ... 183.901", "Murat Kurum:183901"),
    ("by few or with few, unsaid", "Rize'de CHP 412 oyla", "?412"),
    ("some boxes' votes", "Rize'de son 10 sandıkta CHP 1.210 oy aldı", "?1.210"),
    ("a gap behind a share", "Kars'ta MHP 34,2 DEM 31,6 fark 2,6",
     "lead_points:2.6 MHP:34.2 DEM:31.6"),
    ("alliances", "Cumhur 49,5 Millet 35,1", "Cumhur:49.5 Millet:35.1"),
    ("the result of opened boxes", "Açılan 801 sandığın sonucuna göre CHP 53,6",
     "opened_boxes:801 CHP:53.6"),
    ("some of the boxes", "801 sandığın 612'si açıldı", "opened_boxes:612 total_boxes:801"),
    ("a year's own number", "CHP'nin oyu 2019'daki yüzde 30,1'den yüzde 37,7'ye çıktı", "CHP:37.7"),
    ("a title's year", "HALK OYLAMASI 2017 | EVET %52,9", "EVET:52.9"),
    ("a vote's year", "CHP'nin 2019 oyu yüzde 54,2", "?yüzde 54,2"),
    ("the latest year", "Rize'de CHP: 2014 %67,1 | 2019 %70,1 | 2024 %52,8", "CHP:52.8"),
    ("taken over the threshold", "HDP yüzde 6,1'den yüzde 13,1'e taşıyarak barajı aştı",
     "HDP:13.1"),
    ("over a mark", "CHP yüzde 46'yı aştı", "?46"),
    ("who is chosen", "Seçmenin yüzde 80,3'ü CHP'yi, yüzde 18,2'si AKP'yi tercih etti",
     "CHP:80.3 AKP:18.2"),
    ("who is only named", "Seçmenin yüzde 80,3'ü CHP'yi tanıyor", "-"),
    ("a first round's title", "İlk tur: Rize CHP %48,0 AKP %40,1", "CHP:48.0 AKP:40.1"),
    ("a first round told behind", "İlk turda CHP 44,9 aldı, ikinci turda CHP 47,8", "CHP:47.8"),
    ("what is won", "Yozgat belediyesini yüzde 40,1 oyla CHP kazandı", "CHP:40.1"),
    ("blanks around a comma", "CHP % 48 , 0 AKP % 41 , 4", "CHP:48.0 AKP:41.4"),
    ("small letters", "rize erdoğan 53,1 ince 30,4", "erdoğan:53.1 ince:30.4"),
    ("small letters of a sentence", "AA yavaş yavaş açıyor, CHP 30,4", "CHP:30.4"),
)  # fmt: skip


def told(text: str) -> str:
    reading = to_json(read(text))
    words = []
    for record in reading["records"]:
        for name in ("opened_pct", "opened_boxes", "total_boxes", "turnout_pct"):
            if record[name] is not None:
                words.append(f"{name}:{record[name]}")
        words += [f"lead_points:{record['lead_points']}"] if record["lead_points"] else []
        words += [f"lead_votes:{record['lead_votes']}"] if record["lead_votes"] else []
        for one in record["results"]:
            words += [f"{one['label']}:{one['pct']}"] if one["pct"] is not None else []
            words += [f"{one['label']}:{one['votes']}"] if one["votes"] is not None else []
    return " ".join(words)


def asked(text: str) -> str:
    records = to_json(read(text))["records"]
    return " ".join(one["text"] for record in records for one in record["questions"])


@pytest.mark.parametrize(("rule", "text", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_a_rule_and_its_counterpart(rule: str, text: str, wanted: str) -> None:
    given, _, doubtful = wanted.partition("?")
    assert told(text) == given.removeprefix("-").strip()
    assert doubtful in asked(text)


LEADERS = (
    ("before 'önde'", "Kurum 2,1 puan önde", "Kurum"),
    ("the one denied", "İmamoğlu değil Kurum 2,1 puan önde", "Kurum"),
    ("behind 'gerisinde'", "Kurum, İmamoğlu'nun 11,5 puan gerisinde", "İmamoğlu"),
    ("nobody's 'geride'", "Kurum 3 puan farkla geride", None),
    ("who leaves behind", "İmamoğlu, Kurum'u 11,5 puanla geride bıraktı", "İmamoğlu"),
    ("who is followed", "İmamoğlu'nu Kurum 1,5 puanla takip ediyor", "İmamoğlu"),
    ("in favour of", "Fark İmamoğlu lehine 9,8 puan", "İmamoğlu"),
    ("a gap of two", "İmamoğlu ile Kurum arasındaki fark 9,8 puan", None),
    ("who widens it", "Yavaş farkı 28,8 puana çıkardı", "Yavaş"),
    ("a gap that widens", "Yavaş ile Altınok'un farkı 28,8 puana çıktı", None),
)


@pytest.mark.parametrize(("rule", "text", "leader"), LEADERS, ids=[row[0] for row in LEADERS])
def test_who_leads(rule: str, text: str, leader: str | None) -> None:
    (record,) = to_json(read(text))["records"]
    assert record["leader"] == leader
    assert record["lead_points"] is not None
