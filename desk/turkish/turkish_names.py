"""The tables behind the suffixes: names that end in a possessive, names read unlike their look.

Facts of the language and of Turkish names only, in small letters; no rule and no figure enters.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Names of letters, by which an abbreviation takes its suffix (spelling guide, "kısaltmalar").
LETTER_NAMES = (
    {vowel: vowel for vowel in "aeıioöuü"}
    | {consonant: consonant + "e" for consonant in "bcçdfghjklmnprsştvyz"}
    | {"ğ": "yumuşak ge", "q": "kü", "w": "çift ve", "x": "iks"}
)

# Abbreviations that are read as words although their shape does not show it.
READ_AS_WORDS = _words("ak of rtük tobb tmmob")

# A compound ending in one of these is a possessive: Beyoğlu, Zeytinburnu, Kuşadası. Inside a word
# something must stand before it; as a word of its own, another word.
POSSESSIVE_HEADS = tuple(
    sorted(
        _words(
            """
            adası adaları ağzı altı arası arkası bağları bahçesi başı başkanı boğazı bulvarı burnu
            caddesi çarşısı çayı çayırı çeşmesi çiftliği dağı dağları denizi deresi düzü ereğlisi
            evleri gölü hanı hisarı içi ırmağı iskelesi kalesi kapısı kavağı köprüsü körfezi köyü
            kuyusu limanı madeni mahallesi meydanı oğlu oğulları ormanı ovası önü özü pazarı pınarı
            sarayı sokağı suyu şehri tepesi vadisi yakası yaylası yeri yolu yüzü
            """
        )
    )
)

# These look like such compounds but have long lost the possessive: İnönü'de, binbaşıya.
NOT_POSSESSIVE = _words("binbaşı inönü onbaşı yüzbaşı")

# "Land of": the names a house may write without the n. Tunceli, Develi and the many names in -beyli
# are no such compounds and never take it.
ELI_NAMES = _words(
    """
    çameli çayeli kırklareli kocaeli korkuteli orhaneli osmaneli oğuzeli polateli türkeli yavuzeli
    yusufeli yıldızeli
    """
)

# A possessive that no head above shows: the pass (bel) of Otluk.
POSSESSIVE_NAMES = _words("otlukbeli")

# The last word of an institution's name. All but Parti carry the possessive.
INSTITUTION_HEADS = _words(
    """
    ajansı bakanlığı bankası barosu başkanlığı belediyesi birliği cephesi derneği dairesi enstitüsü
    federasyonu gazetesi hareketi hastanesi ittifakı kaymakamlığı komisyonu komitesi konfederasyonu
    konseyi kurulu kurultayı kurumu lisesi mahkemesi meclisi merkezi müdürlüğü odası okulu ordusu
    örgütü parti partisi platformu savcılığı sendikası şirketi televizyonu teşkilatı üniversitesi
    vakfı valiliği
    """
)
BARE_INSTITUTION_HEADS = _words("parti")

# What an election desk puts behind a name: Türkiye genelinde, Şişli ilçesinde, CHP adayına.
POSSESSIVE_NOUNS = _words(
    """
    adayı farkı geneli ili oranı oyu payı sandığı seçimi sonucu toplamı yarışı
    """
)
# After another word these endings are possessives too: Haber Kanalları, İl Müftülüğü; and on
# common nouns the lower row as well: oy sayısında, Şişli ilçesine.
POSSESSIVE_ENDINGS = ("lığı", "liği", "luğu", "lüğü", "ları", "leri")
POSSESSIVE_NOUN_ENDINGS = ("ası", "esi", "ısı", "isi", "osu", "usu", "ösü", "üsü")

# Words whose thin last l or t takes front vowels behind a back one: Kemal'in, Termal'de, saatin
# (Türk Dil Kurumu's dictionary marks them).
THIN_ENDED = _words(
    """
    alkol bilal celal cemal dikkat emsal festival gol hal helal hilal iclal ihlal ihmal ihtilal
    ihtimal ikbal istiklal kabul kemal kontrol makbul menal meral mesul meşgul misal nihal normal
    ohal petrol protokol resul rol saat sembol sıhhat sual şevval termal usul visal ziraat zuhal
    """
)

NUMBER_WORDS = _words(
    """
    sıfır bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen
    doksan yüz bin milyon milyar trilyon katrilyon
    """
)

# Common nouns, never names, soften before a vowel: sandığı. These go their own way.
SOFTENED = {
    "adet": "aded",
    "çok": "çoğ",
    "dört": "dörd",
    "kâğıt": "kâğıd",
    "kağıt": "kağıd",
    "renk": "reng",
    "yurt": "yurd",
}
UNSOFTENED = _words(
    """
    emlak evrak hukuk idrak iştirak ittifak ittihak merak tahkik tasdik tebrik tetkik teşvik
    """
)
