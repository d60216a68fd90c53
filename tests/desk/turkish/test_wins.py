"""Words of a win: what says that somebody has won, in every dress, and what only looks like it."""

from __future__ import annotations

import pytest

from desk import turkish
from desk.turkish.wins import said_won

PLACES = ("İstanbul", "Beyoğlu", "Üsküdar", "Kadıköy", "Şile", "Fatih")

WON = """
Erdoğan ilk turda seçildi
Seçim ilk turda bitti
İlk turda cumhurbaşkanı Erdoğan
Seçim ikinci tura kaldı
Cumhurbaşkanlığı seçimi ikinci tura gidiyor
İkinci tur kesinleşti
Sandıktan evet çıktı
Referandumda hayır çıkıyor
Anayasa değişikliği kabul edildi
AKP Meclis'te çoğunluğu sağladı
Cumhur İttifakı çoğunluğu korudu
AKP tek başına iktidar oldu
İmamoğlu kazandı
İMAMOĞLU KAZANDI
İmamoğlu kazandi
İmamoğlu yüzde 58,79 ile kazandı
Seçimi İmamoğlu kazanmış durumda
İmamoğlu kazanıyor
CHP Beyoğlu'nda kazanacak
Kazanan İmamoğlu
Seçimin kazananı CHP oldu
İmamoğlu'nun kazandığı kesinleşti
CHP'nin İstanbul'u kazandığını AA duyurdu
CHP Üsküdar’ı yeniden kazandı
2019'da kazandığı Beyoğlu'nu yine kazandı
Kazandık!
Beyoğlu'nu CHP'ye kazandırdı
Kurum kaybetti
Kurum seçimi kaybetti
AKP Beyoğlu'nu kaybetti
Seçimin galibi İmamoğlu
SEÇİMİN GALİBİ İMAMOĞLU
İmamoğlu galip geldi
Beyoğlu'nda galip CHP'nin adayı
Galip: İmamoğlu
Seçimden galip ayrıldı
İmamoğlu'nun galibiyeti
AA, İmamoğlu'nu galip ilan etti
CHP'nin zaferi
ZAFER CHP'NİN
İstanbul'da seçim zaferi
CHP'den tarihî zafer
İmamoğlu zaferini ilan etti
İmamoğlu zaferle çıktı
CHP'liler zaferi kutluyor
İmamoğlu'ndan zafer konuşması
Başkanlığını ilan etti
Seçimi İmamoğlu aldı
SEÇİMİ CHP ALDI
CHP Beyoğlu'nu aldı
CHP Üsküdar’ı geri aldı
Beyoğlu'nu CHP yüzde 49,1 ile aldı
CHP belediyeyi AKP'den aldı
İstanbul'u alan CHP, Ankara'yı da alıyor
Yarışı İmamoğlu aldı
İmamoğlu yeniden başkan
İmamoğlu bir kez daha İstanbul Büyükşehir Belediye Başkanı
İstanbul'un yeni başkanı İmamoğlu
Beyoğlu'nun yeni başkanı belli oldu: İnan Güney
İnan Güney başkan oldu
İmamoğlu yeniden başkan seçildi
İmamoğlu seçildi
İNAN GÜNEY BELEDİYE BAŞKANI SEÇİLDİ
İmamoğlu başkanlığa ikinci kez seçildi
İmamoğlu mazbatasını alıyor
Mazbata İmamoğlu'nun
Mazbatası yarın verilecek
İmamoğlu mazbatayı aldı
İmamoğlu koltuğunu korudu
İmamoğlu koltuğu korudu
CHP Kadıköy'ü korudu
Başkanlık koltuğuna İmamoğlu oturdu
CHP belediyeyi elinde tuttu
Yarışı önde bitirdi
İmamoğlu seçimi önde tamamladı
Seçimi birinci bitiren değil, önde bitirdi
İpi İmamoğlu göğüsledi
Sandıktan İmamoğlu çıktı
CHP birinci parti oldu
İmamoğlu başkanlığı garantiledi
İmamoğlu'nun seçilmesi kesin
Beyoğlu el değiştirdi
Beyoğlu CHP'ye geçti
Belediye artık CHP'nin
Beyoğlu CHP'nin
İstanbul yeniden İmamoğlu dedi
İstanbul İmamoğlu'nu seçti
Kurum yenilgiyi kabul etti
“Kazandık”
İmamoğlu "galip"; seçimi o kazandı
Sayım sürüyor. Kadıköy'ü CHP kazandı.
Fark açıldı, seçimi İmamoğlu kazandı
İmamoğlu yeniden İBB Başkanı
Üsküdar'da Sinem Dedetaş kazandı
Dedetaş, Üsküdar'ı kazandı
İstanbul'da zafer İmamoğlu'nun
Seçimi CHP önde bitirdi
Yarışı İmamoğlu önde bitirdi
İmamoğlu açık ara kazandı
Mazbata İmamoğlu'na
Başkanlık İmamoğlu'nda kaldı
Koltuk İmamoğlu'nda kaldı
İmamoğlu İBB başkanlığını kazandı
İstanbul Büyükşehir Belediye Başkanı yeniden Ekrem İmamoğlu
Yeni başkan İnan Güney
İmamoğlu tekrar seçildi
Seçilen başkan İmamoğlu
Beyoğlu'nda seçim bitti, kazanan CHP
AK Parti Beyoğlu'nda kaybetti
CHP Beyoğlu'nu AK Parti'den geri aldı
İmamoğlu seçimi göğüsledi
Kazandığını ilan etti
İmamoğlu galibiyetini ilan etti
İmamoğlu başkanlık koltuğunu korudu
CHP kaleyi korudu
CHP ilçeyi korudu
İmamoğlu İstanbul'u ikinci kez aldı
Seçim sonuçlandı: İmamoğlu kazandı
Kurum'u yendi
İmamoğlu, Kurum'u geçerek başkan oldu
İmamoğlu Kurum'u mağlup etti
İmamoğlu farkla kazandı
İmamoğlu'nun seçim zaferi
Büyük zafer
Zafer!
Zafer İmamoğlu'nun
İmamoğlu zafer kazandı
Beyoğlu'nun galibi belli oldu
Mazbatayı İmamoğlu alacak
Başkan yeniden İmamoğlu
İBB Başkanı yeniden İmamoğlu
İstanbul'un kazananı belli
seçimi İmamoğlu almış
seçimi CHP almıştır
CHP'li Güney kazanan isim oldu
Seçimi kazanan isim İmamoğlu
Beyoğlu’nda koltuk CHP’ye geçti
Beyoğlu'nda belediye CHP'ye geçti
Belediye CHP'de kaldı
Beyoğlu CHP'de kaldı
Beyoğlu'nu CHP kazanmış
Kazanan: CHP
Kazananlar belli oldu
Seçimin kazananı belli oldu
İmamoğlu resmen kazandı
İmamoğlu açık farkla seçildi
Halk İmamoğlu'nu seçti
İmamoğlu mazbatasına kavuştu
İmamoğlu 1 milyon oyla kazandı
İmamoğlu 4 puan farkla kazandı
İmamoğlu yüzde 51 oyla kazandı
İmamoğlu yüzde 51 oy alarak kazandı
CHP yüzde 55 oy kazandı ve Beyoğlu'nu aldı
"""

NOT_WON = """
İmamoğlu önde
Kurum kazanamadı
Kurum kazanmadı
CHP Şile'yi kazanamıyor
Kimse henüz kazanmış değil
İmamoğlu'nun kazandığı doğru değil
AKP, CHP'nin kazandığını yalanladı
Kazandı demek için erken
Kim kazandı?
İmamoğlu kazandı mı?
Seçimi kimin kazandığı belli değil
Kazanan henüz belli değil
Kazanan kim olacak
Kazananı son sandıklar belirleyecek
Galip belli değil
İmamoğlu kazanırsa ikinci dönemi olacak
CHP kazanmak istiyor
Kurum'un kazanması için farkın kapanması gerek
İmamoğlu 2019'da kazandı
İmamoğlu 2019'da seçimi yüzde 54 ile kazanmıştı
Geçen seçimde CHP'nin kazandığı Beyoğlu'nda AKP önde
CHP'nin 2019'da aldığı ilçelerde son durum
CHP 2 puan kazandı
Sayım hız kazandı
AKP oy kaybetti
Kurum 1,3 puan kaybetti
Sandık görevlisi hayatını kaybetti
Tartışma yeni bir boyut kazandı
Dolar değer kazandı
Kazan'da sayım sürüyor
Kazan ilçesinde 120 sandık açıldı
Kahramankazan'da MHP önde
Kazım Karabekir Mahallesi'nde sayım bitti
Kazım Kurt önde
Kazandibi dağıtıldı
Okulun kazan dairesinde oy sayıldı
Kazanın patladığı okulda sandık taşındı
CHP'nin kazanımları
Zafer Partisi açıkladı
ZAFER PARTİSİ YÜZDE 1,2'DE
AA (19.25): CHP yüzde 55; Zafer yüzde 1,2
Zafer Partili müşahit
Zafer'in oyu yüzde 1,2
Ümit Özdağ zafer işareti yaptı
Zafer Mahallesi'nde sayım sürüyor
Galip Ensarioğlu konuştu
Galip Öztürk oyunu kullandı
CHP yüzde 58,79 aldı
CHP oyların yüzde 58,79'unu aldı
CHP oyların yarısını aldı
Kurum 40,1 oy aldı
YSK itirazı ele aldı
Erdoğan, Kurum'u yanına aldı
AA verileri YSK'den aldı
İmamoğlu söz aldı
Polis bir kişiyi gözaltına aldı
Liderlik CHP'ye geçti
Beyoğlu'nda liderlik el değiştirdi
Liderliğin el değiştirdiği yerler
İmamoğlu öne geçti
Kurum liderliğini korudu
CHP Beyoğlu'nda farkı korudu
İmamoğlu yeniden başkan adayı
Kurum İBB başkan adayı oldu
İstanbul yeni başkanını seçiyor
Yeni başkan kim olacak?
Yeni başkan bu gece belli olacak
Özel, CHP Genel Başkanı seçildi
Sandık kurulu başkanı oldu
Seçilmiş başkanlar görevden alınmamalı
Pilot olarak seçilen sandıklar
Mazbata tartışması sürüyor
Mazbatası verilmedi
Mazbatasını alamadı
Sandıktan 12 oy pusulası çıktı
Açılan sandıkların yüzde 10'unda CHP birinci
Koltuğunu koruyamadı
İmamoğlu: "Kazandık, hayırlı olsun"
“Seçimi biz kazandık” dedi
Kurum: “Galip biziz”
İçişleri Bakanı “Kazanan Türkiye” diye konuştu
YSK kesin sonuçları ilan etti
Bakanlık tatil ilan etti
Aday listesi kesinleşti
Seçim takvimi kesinleşti
Sonuçlar bekleniyor
İmamoğlu farkı açtı
Başkan İmamoğlu oyunu kullandı
Fark 7 puandan fazla
CHP üç belediye meclisi üyeliği kazandı
İmamoğlu zafer mi kazandı?
Zafer Partisi'nin oyu
Kazım Yılmaz aldı
Seçim kurulu mazbata için bekliyor
CHP yüzde 49,1, AKP 48,9 aldı
Kurum 2019'a göre oy kaybetti
Kazan'ı terk etti
Beyoğlu'nda CHP yüzde 55,05 aldı
İmamoğlu'nun farkı 7 puanı aştı
AA'nın verisini ANKA geride bıraktı
AA'nın verdiği son rakamları aldık
Kurum'un açıklamasını canlı yayına aldı
CHP ilk kez birinci sırada
AA ve ANKA'ya göre CHP'nin önde olduğu ilçeler: Beyoğlu ve Üsküdar.
Beyoğlu'nda AA: CHP yüzde 55
İBB Başkanı İmamoğlu konuştu
Beyoğlu Belediye Başkanı Haydar Ali Yıldız oyunu kullandı
Kazananı belirleyecek sandıklar
CHP kazanabilir
CHP kazanmaya yakın
Seçimi kazanmanın yolu
Kazanmak için son sandıklar
İmamoğlu kazanacak mı?
Özel: "Kazanıyoruz"
Zafer Şahin yazdı
Oylar sayılıyor, kazanan yok
seçim güvenliği için önlem alındı
Önlem aldı
Sandıkları teslim aldı
Polis okulu korumaya aldı
Emniyet okulu ablukaya aldı
Seçmen sandığa gitti, oyunu aldı
Beyoğlu'nda kalabalık meydanı aldı
İstanbul seçimini yaptı
İstanbul İl Seçim Kurulu'nu seçti
İlçe seçim kurulu oyları saydı
AA'nın verisi geçen saate göre 2 puan arttı
Kurum son sandıklarda oy kazandı
Kurum öne geçti
CHP öne geçti, liderlik AKP'den CHP'ye geçti
AKP'nin kaybettiği oylar
"""


def sentences(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


def test_the_table_is_long_enough() -> None:
    assert len(sentences(WON)) >= 60 and len(sentences(NOT_WON)) >= 60


@pytest.mark.parametrize("text", sentences(WON))
def test_a_win_is_a_win(text: str) -> None:
    assert said_won(text, PLACES, 2024)


@pytest.mark.parametrize("text", sentences(NOT_WON))
def test_what_is_no_win_is_none(text: str) -> None:
    assert said_won(text, PLACES, 2024) == ""


@pytest.mark.parametrize("text", sentences(WON))
def test_capitals_stops_and_neighbours_change_nothing(text: str) -> None:
    assert said_won(f"Sayım sürüyor. {text.rstrip('!.')}!", PLACES, 2024)
    if "“" not in text and "Galip" not in text:
        assert said_won(turkish.upper(text), PLACES, 2024)


@pytest.mark.parametrize("text", sentences(NOT_WON))
def test_a_sentence_before_takes_nothing_away(text: str) -> None:
    assert said_won(f"{text}\nİmamoğlu kazandı.", PLACES, 2024) == "kazandı"
    assert said_won(f"Sandıklar açılıyor. {text}", PLACES, 2024) == ""


def test_the_words_are_told_as_they_were_written() -> None:
    assert said_won("CHP BEYOĞLU'NU ALDI", PLACES, 2024) == "BEYOĞLU'NU ALDI"
    assert said_won("I\u0307mamog\u0306lu kazandı", PLACES, 2024) == "kazandı"
