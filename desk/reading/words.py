"""The reader's vocabulary: which words mean what around a figure, as tables of folded words.

Only words of the language stand here. Names of parties, places, people and agencies never do:
those come with the context.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

_EXACT: dict[str, frozenset[Sense]] = {}

# What a speaker says of his own side: `kazanacağız`, `öndeyiz`.
_OWN_ENDINGS = ("acagiz", "ecegiz", "iyoruz", "uyoruz", "deyiz", "dayiz", "teyiz", "tayiz")
# Verbs told of a time before the one spoken about: an earlier election, as a rule.
_EARLIER_ENDINGS = ("misti", "mustu", "mislardi", "muslardi")


class Sense(Enum):
    """What a word does to the figures near it."""

    # Members are single objects; the enum's own hash is a slow call, and sets of these are hot.
    __hash__ = object.__hash__

    PERCENT = "percent"  # a share follows
    BOX = "box"  # ballot boxes
    OPEN = "open"  # have been opened
    NUMBER_OF = "number of"  # ... count of what was named
    RATE_OF = "rate of"  # ... rate of what was named
    TOTAL = "total"
    TURNOUT = "turnout"
    GAP = "gap"  # the lead, as a noun: fark
    AHEAD = "ahead"  # in front
    AHEAD_OF = "ahead of"  # in front of, behind: the figure is a lead
    POINTS = "points"
    VOTE = "vote"
    SEAT = "seat"  # what is counted is won offices, not votes
    VOTER = "voter"
    SPOILT = "spoilt"  # invalid, valid, cast: not a contender's votes
    POLL = "poll"
    EARLIER = "earlier"  # another election
    RECOUNT = "recount"
    CHANGE = "change"  # rose, fell
    REACHED = "reached"  # with a dative the new value, without one a change
    VAGUE = "vague"  # more than, nearly
    HOPED = "hoped"  # expected, needed, would
    TAKING = "taking"  # relative: the contender follows
    BETWEEN = "between"  # may stand between a contender and its figure
    AFTER = "after"  # may stand right behind a figure
    ROLE = "role"  # candidate, mayor, Mr: belongs to a name
    RIVAL = "rival"  # a contender without a name
    SOURCE = "source"  # data, according to
    CLOCK = "clock"  # o'clock, as of
    SPEECH = "speech"
    COMMON = "common"  # begins sentences; never a name
    CONTEST = "contest"
    MONTH = "month"
    SPELT = "spelt"  # a number in letters
    RESPECTIVELY = "respectively"
    PART = "part"  # a part of a place, or of the voters
    LISTING = "listing"  # provinces, districts: a heading whose lines are places


_WORDS: dict[Sense, str] = {
    Sense.PERCENT: "yuzde percent prozent",
    Sense.OPEN: "acikti acik",
    Sense.NUMBER_OF: "sayisi sayilari adedi adet",
    Sense.RATE_OF: "orani oran yuzdesi oranlari",
    Sense.TOTAL: "toplam toplami toplamda kurulan",
    Sense.AHEAD: "onde lider liderlik ondeydi",
    Sense.AHEAD_OF: "onunde onundeydi gerisinde ardinda geride gerideydi ustunluk",
    Sense.VOTE: "oy oyla oya oyu oyda oyluk oyun oydu oydan rey reyle reyi oyum votes stimmen",
    Sense.SPOILT: "gecersiz gecerli bos kullanilan kullanilmis sayilmayan iptal girilmeyen "
    "acilmayan kalan sayilan kararsiz kararsizlar cekimser",
    Sense.CHANGE: "artti artis artisla artirdi artiran arttirdi artarak artarken azaldi azalis "
    "azalarak dusus dususle kayip kaybetti kaybiyla kaybi degisim yukselis kapandi kapatti eridi "
    "buyudu kuculdu oynadi kaydirdi degisti artirarak dusurdu eksildi",
    Sense.REACHED: "cikti cikarak cikardi ulasti ulasan yukseldi yukselen indi indirdi geriledi "
    "dustu dusen cikan gerileyen yukselirken gerilerken cikarken inerken",
    Sense.VAGUE: "fazla askin yaklasik yaklasti uzeri asti asan asarak az altinda altina dayandi "
    "uzerine ustune ustunde gecti gecen gecerek kusur kadar yakin en neredeyse bucuk virgul nokta "
    "civari dolayinda sularinda yarim ceyrek arasinda daha",
    Sense.TAKING: "alan toplayan kazanan eden sahip goturen alabilen",
    Sense.BETWEEN: "oy oyu oylari oylarin oylarinin oylarini oyunu orani oraninda oraninin oranini "
    "oranlari ise da de ta te aldigi aldi toplam toplamda su an anda itibariyla itibariyle olarak "
    "ile simdilik ilk son resmi olmayan kesin sonuclara sonuclarina verilere verilerine gore gelen "
    "oyla birinci ikinci ucuncu dorduncu besinci sirada oran ve icin onde lider halen hala "
    "yalnizca sadece",
    Sense.AFTER: "oy oyla oyda oyu oranla oraninda oraniyla orani oranda ile aldi alirken alarak "
    "almis alindi onde lider ise ve da de te ta kaldi kalirken kalarak seviyesinde "
    "seviyelerinde bandinda civarinda gorunuyor gorunurken gosteriyor olarak oldu olurken "
    "kazandi kazanirken kazanarak topladi toplarken elde birinci ikinci ucuncu dorduncu besinci "
    "sirada ja and und seklinde bulunuyor oyunu yarisiyor yaristi takip izledi izliyor "
    "olustu gerceklesti secildi kazanan oldugunu oldugu aldigini destek destekle basariyla ulke",
    Sense.ROLE: "adayi aday adayimiz baskani baskan baskanligi belediye belediyesi buyuksehir "
    "mevcut eski sayin cumhurbaskani cumhurbaskanligi genel lideri bakani rakibi rakip ibb abb "
    "ilce il yeni ittifaki ittifakinin adaylari bagimsiz bey hanim dr prof av doc esbaskani "
    "ortak resmi",
    Sense.RIVAL: "rakibimiz rakibimizinki rakibimizin rakibi aldigim oyum baskanimiz "
    "adayimiz biz bizim bizimki",
    Sense.SOURCE: "gore veri verileri verilerine verilere verilerinde verilerinden verisi "
    "verisine sonuclari sonuclarina sonuclara sonucuna aktardigi aktardi duyurdu paylasti "
    "acikladi acikladigi gecti gectigi bildirdi duyurdugu paylastigi bilgiye bilgilere kaynak "
    "rakamlarina rakamlari sistemine aktardigina bildirdigine duyurduguna laut according",
    Sense.CLOCK: "saat saati saatler saatte itibariyla itibariyle itibari",
    Sense.SEAT: "il ilde iller ilce",
    Sense.SPEECH: "dedi soyledi konusan konustu savundu iddia acikladik acikliyoruz "
    "bekliyoruz biliyoruz goruyoruz sahibiz gectik astik ulastik gorduk aldik "
    "gidiyoruz ondeyiz kazandik surdu surduler iddiasi konusmasinda",
    Sense.MONTH: "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    Sense.SPELT: "bir iki uc dort bes alti yedi sekiz dokuz on yirmi otuz kirk elli altmis yetmis "
    "seksen doksan yuz",
    Sense.RESPECTIVELY: "sirasiyla sirayla",
    Sense.PART: "yakasi yakasinda bolgesinde mahallesinde mahallesi koyunde okulunda "
    "okulda sandikta sandiginda cezaevinde hastanede genclerde gencler kadinlarda "
    "kadinlar erkeklerde erkekler emekliler emeklilerde kusagi kusaginda bizde kirsalda",
    Sense.LISTING: "iller illerde ilceler ilcelerde iller: sehirler sehirlerde kentler",
    Sense.CONTEST: "secimi secim secimleri secimde secimlerde secimlerinde seciminde "
    "secimin sonuclari sonuclar sonucu sonuc baskanlik referandum referandumu",
    Sense.COMMON: "diger digerleri digerlerinin oteki otekiler others other meclisi meclis "
    "meclisinde mecliste ittifaki ittifakinin ittifak "
    "bu su o ve ile ise de da ta te ki mi mu bir iki uc her hic tum butun bazi "
    "buna bunun boylece boyle soyle iste ancak ama fakat oysa ote once sonra simdi an anda ilk "
    "son guncel resmi resmen kesin kesinlesen canli haber haberi haberler dakika gelisme ilgili "
    "ayrica yine hala halen gunu gun gece aksam sabah bugun dun yarin hafta ay yil yili yilinda "
    "turkiye genel genelinde genelindeki yerel mahalli kritik durum son-durum yaris yarista "
    "sandik sandiklar oy oylar oylarin oran oranlar oranlari parti partisi partiler partinin "
    "partili ilce ilceler ilcede il iller ilde kent sehir bolge mahalle koy merkez yurt ici disi "
    "icinde disinda toplam not kaynak tarih guncelleme guncellendi saatleri sonuc sonuclar "
    "haritasi listesi dagilimi tablo tablosu gelen gelinen asamada noktada alinan acilan "
    "sayilan girilen ikinci birinci ucuncu dorduncu tur turda turun en cok az fazla yuksek dusuk "
    "kazanan kaybeden kazandi kaybetti onde geride lider arasinda arasindaki aradaki yuzdelik "
    "rakip rakibi rakibine fark farki farkla hangi kim kac ne nasil neden aciklama aciklamasi "
    "aciklandi duyuruldu basladi bitti tamamlandi devam ediyor etti eden olarak uzere kadar gibi "
    "gore dogru karsi karsin ragmen icin icinde uzerinde uzerine uzerinden altinda ustunde "
    "pazartesi sali carsamba persembe cuma cumartesi pazar adaylar adaylarin adaylari aday adayi "
    "cumhurbaskanligi belediye baskanligi baskani baskan buyuksehir megakent baskent "
    "anket ittifak ittifaki ittifakinin secmen secmenler secmenin katilim milletvekili bagimsiz "
    "gecersiz gecerli evet hayir diger digerleri tamami yarisi cogu herkes kimse zaten artik "
    "nihayet sonunda ardindan derken ustelik hatta ayni farkli yeni eski buyuk kucuk orta "
    "ajans ajansi ajansin ajansina ajanslar ajanslari mutabik ornegin mesela degisim dusus artis "
    "kayip onceki gecen bosalan mesaj okuyun izleyin tiklayin whatsapp instagram twitter detay "
    "detaylar foto galeri video reklam yorum yorumlar paylas kategori etiketler copyright "
    "rakamlar rakamlari sayilar grafik "
    "toplamda dolayisiyla vatandas vatandaslar halk halki ulke dunya avrupa asya yakasi "
    "sn tl saat saatte saati oranla yuzde puan milyon bin sayisi sayim sayimi "
    "the with of and in for votes boxes opened ballot results turkey election",
}

_STEMS: dict[str, Sense] = {
    "sandik": Sense.BOX,
    "sandig": Sense.BOX,
    "acil": Sense.OPEN,
    "katilim": Sense.TURNOUT,
    "fark": Sense.GAP,
    "puan": Sense.POINTS,
    "milletvekil": Sense.SEAT,
    "vekil": Sense.SEAT,
    "sandalye": Sense.SEAT,
    "koltuk": Sense.SEAT,
    "belediye": Sense.SEAT,
    "ilce": Sense.SEAT,
    "buyuksehir": Sense.SEAT,
    "uyes": Sense.SEAT,
    "uyel": Sense.SEAT,
    "muhtar": Sense.SEAT,
    "secmen": Sense.VOTER,
    "kayitli": Sense.VOTER,
    "baskanlig": Sense.ROLE,
    "anket": Sense.POLL,
    "arastirma": Sense.POLL,
    "kamuoyu": Sense.POLL,
    "artis": Sense.CHANGE,
    "dusus": Sense.CHANGE,
    "azal": Sense.CHANGE,
    "kararsiz": Sense.POLL,
    "poll": Sense.POLL,
    "tahmin": Sense.POLL,
    "ongor": Sense.POLL,
    "projeksiyon": Sense.POLL,
    "simulasyon": Sense.POLL,
    "onceki": Sense.EARLIER,
    "gecen": Sense.EARLIER,
    "gectigimiz": Sense.EARLIER,
    "itiraz": Sense.RECOUNT,
    "yeniden": Sense.RECOUNT,
    "tekrar": Sense.RECOUNT,
    "tutanak": Sense.RECOUNT,
    "tutanag": Sense.RECOUNT,
    "maddi": Sense.RECOUNT,
    "bekle": Sense.HOPED,
    "beklen": Sense.HOPED,
    "hedef": Sense.HOPED,
    "ihtimal": Sense.HOPED,
    "gerek": Sense.HOPED,
    "baraj": Sense.HOPED,
    "esik": Sense.HOPED,
    "esig": Sense.HOPED,
    "olursa": Sense.HOPED,
    "alirsa": Sense.HOPED,
    "kalirsa": Sense.HOPED,
    "degil": Sense.HOPED,
    "senaryo": Sense.HOPED,
    "vaat": Sense.HOPED,
}

for _sense, _list in _WORDS.items():
    for _word in _list.split():
        _EXACT[_word] = _EXACT.get(_word, frozenset()) | {_sense}

_LONGEST_STEM = max(map(len, _STEMS))


@lru_cache(maxsize=32768)
def senses(word: str) -> frozenset[Sense]:
    """What a folded word may do, by its exact form and by the stem it begins with."""
    found = _EXACT.get(word, frozenset())
    for length in range(4, min(len(word), _LONGEST_STEM) + 1):
        if sense := _STEMS.get(word[:length]):
            found |= {sense}
    if word.endswith(_OWN_ENDINGS):
        found |= {Sense.SPEECH}
    if word.endswith(_EARLIER_ENDINGS):
        found |= {Sense.EARLIER}
    return found
