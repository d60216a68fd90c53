"""How a text ends when it is read aloud: a name, an abbreviation by its letters, digits as words.

A suffix follows what is heard, so this room ends with sounds; no suffix and no apostrophe enters.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from desk.turkish.letters import composed, lower, upper
from desk.turkish.spelling import Spelling

VOWELS = "aeıioöuü"
_PLAIN_VOWELS = str.maketrans("âîû", "aiu")
_FRONTED = str.maketrans("aou", "eöü")

# The last number or the last run of letters; behind it only signs, as in "58,79%" or "T.C.".
_LAST_PART = re.compile(r"([0-9](?:[0-9.,:]*[0-9])?|[^\W\d_]+)[\W_]*\Z")
_TIME = re.compile(r"([01]?[0-9]|2[0-4])[.:]([0-5][0-9])")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")

_UNITS = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_SCALES = ("yüz", "bin", "milyon", "milyar", "trilyon", "katrilyon")

# Final pairs of consonants that Turkish syllables allow: DİSK and TÜRK are words, AİHM is not.
_FINAL_PAIRS = ("lk", "lp", "lt", "nç", "nk", "nt", "rk", "rp", "rs", "rt", "sk", "st", "şk")


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
            adası adaları ağzı altı arası arkası bağları bahçesi başı boğazı bulvarı burnu caddesi
            çarşısı çayı çayırı çeşmesi çiftliği dağı dağları denizi deresi düzü ereğlisi
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

# Possessives that no head above shows: the pass (bel) of Otluk, and houses (ev) in one word.
POSSESSIVE_NAMES = _words("cezaevi huzurevi orduevi otlukbeli öğretmenevi polisevi yayınevi")

# The last word of an institution's name. All but Parti carry the possessive.
INSTITUTION_HEADS = _words(
    """
    ajansı bakanlığı bankası barosu başkanlığı başkonsolosluğu başsavcılığı belediyesi birliği
    büyükelçiliği cephesi cumhurbaşkanlığı derneği dairesi emniyeti enstitüsü fakültesi federasyonu
    gazetesi grubu hareketi hastanesi heyeti hükûmeti hükümeti ittifakı jandarması kaymakamlığı
    komisyonu komitesi komutanlığı konfederasyonu konseyi konsolosluğu kurulu kurultayı kurumu
    lisesi mahkemesi meclisi merkezi muhtarlığı müdürlüğü müftülüğü müsteşarlığı odası okulu ordusu
    örgütü parti partisi platformu rektörlüğü savcılığı sekreterliği sendikası servisi sözcülüğü
    şirketi televizyonu teşkilatı üniversitesi vakfı valiliği
    """
)
BARE_INSTITUTION_HEADS = _words("parti")

# The last word of a title, with its possessive: İçişleri Bakanı'ndan, AKP Sözcüsü'nden. Only whole
# words that are nobody's surname; Hakimi, Amiri, Reisi and Yargıcı are surnames.
TITLE_HEADS = _words(
    """
    avukatı bakanı başkanı danışmanı dekanı delegesi direktörü editörü ekibi elçisi görevlisi
    gözlemcisi hâkimi kaymakamı kâtibi komiseri komutanı konsolosu koordinatörü kurmayı kurucusu
    lideri mensubu muhabiri muhtarı müdiresi müdürü müfettişi müftüsü müsteşarı müşahidi müşaviri
    rektörü savcısı saymanı sekreteri sorumlusu sözcüsü şefi temsilcisi uzmanı üyesi valisi vekili
    yardımcısı yazarı yetkilisi yöneticisi yönetmeni
    """
)
# What may be written together with such a word: Cumhurbaşkanı, Başsavcısı, Milletvekili.
TITLE_FIRSTS = ("", "as", "baş", "başkan", "büyük", "cumhur", "eş", "millet")

# The last word of a place where something is said, after another word: AKP İl Binası'nda.
PLACE_HEADS = _words(
    """
    adliyesi binası bürosu camii camisi garı istasyonu kampüsü karargâhı konağı konutu köşkü kulübü
    kütüphanesi külliyesi kürsüsü müzesi ofisi oteli otogarı parkı salonu stadı stadyumu tiyatrosu
    """
)

# What an election desk puts behind a name: Türkiye genelinde, Şişli ilçesinde, CHP adayına.
POSSESSIVE_NOUNS = _words(
    """
    adayı farkı geneli ili oranı oyu payı sandığı seçimi sonucu toplamı yarışı
    """
)
# And in small letters only, because with a capital they are surnames too: emniyet amirinden.
POSSESSIVE_COMMON_NOUNS = _words(
    """
    amiri eşi evi hakimi hekimi kardeşi katibi kaynağı kızı otobüsü sahibi yargıcı
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


class WordKind(Enum):
    """What the last part of a text is; it decides the apostrophe."""

    NAME = auto()
    INSTITUTION = auto()
    ABBREVIATION = auto()
    NUMBER = auto()
    NOUN = auto()


@dataclass(frozen=True, slots=True)
class SpokenEnding:
    """How a text ends when it is read aloud; `takes_n` is the n of Beyoğlu'nda."""

    spoken: str
    kind: WordKind
    takes_n: bool = False


def read(text: str, spelling: Spelling) -> SpokenEnding:
    """The reading of `text`, the editor's own word on a name before any rule."""
    text = composed(text)
    reading = _by_rule(text, spelling)
    for own in spelling.names:
        if _names(own.name, text):
            takes_n = reading.takes_n if own.takes_n is None else own.takes_n
            spoken = _sounds(own.spoken) if own.spoken else reading.spoken
            return SpokenEnding(spoken, reading.kind, takes_n)
    return reading


def _names(name: str, text: str) -> bool:
    return f" {lower(text)}".endswith(f" {lower(name.strip())}")


def _by_rule(text: str, spelling: Spelling) -> SpokenEnding:
    match = _LAST_PART.search(text)
    if match is None:
        return SpokenEnding("e", WordKind.NAME)
    part, before = match[1], text[: match.start()]
    if part[0] in "0123456789":
        share = "%" in text or "yüzde" in lower(before)
        return SpokenEnding(_number(part, spelling, share=share), WordKind.NUMBER)
    if part == upper(part) and part != lower(part):
        return _capitals(part, before, spelling)
    return _word(part, before, spelling)


def _word(part: str, before: str, spelling: Spelling) -> SpokenEnding:
    word = lower(part)
    if part[0] == word[0]:
        kind = WordKind.NOUN
    elif word in INSTITUTION_HEADS and before.strip():
        kind = WordKind.INSTITUTION
    else:
        kind = WordKind.NAME
    return SpokenEnding(_sounds(word), kind, _takes_n(word, kind, bool(before.strip()), spelling))


def _capitals(part: str, before: str, spelling: Spelling) -> SpokenEnding:
    word = lower(part)
    if not (word in READ_AS_WORDS or _readable(word)):
        return SpokenEnding(_letter(word[-1], spelling), WordKind.ABBREVIATION)
    takes_n = _takes_n(word, WordKind.ABBREVIATION, bool(before.strip()), spelling)
    return SpokenEnding(_sounds(word), WordKind.ABBREVIATION, takes_n)


def _letter(letter: str, spelling: Spelling) -> str:
    if letter == "k":
        return spelling.name_of_k
    return LETTER_NAMES.get(letter) or _sounds(letter)


def _readable(word: str) -> bool:
    """Whether capitals are read as a word: TİP and ANKA are, CHP, ABP and İETT are not.

    The spelling guide leaves this to usage; the shapes below are those usage reads.
    """
    shape = "".join("v" if char.translate(_PLAIN_VOWELS) in VOWELS else "c" for char in word)
    if len(word) > 4 and shape.count("v") > 1:
        return True
    if "v" not in shape or len(word) < 3 or shape.startswith("cc") or "ccc" in shape:
        return False
    if len(word) == 3:
        return shape == "cvc" or shape.endswith("v")
    return not shape.endswith("cc") or word[-2:] in _FINAL_PAIRS


def _takes_n(word: str, kind: WordKind, follows: bool, spelling: Spelling) -> bool:
    """Whether `word` ends in a third-person possessive; `follows` if words stand before it."""
    if word in NOT_POSSESSIVE or (kind is WordKind.NOUN and word in NUMBER_WORDS):
        return False
    if word in ELI_NAMES:
        return spelling.eli_takes_n
    if word in POSSESSIVE_NAMES:
        return True
    if word in INSTITUTION_HEADS:
        return word not in BARE_INSTITUTION_HEADS
    return _is_title(word) or (follows and _is_owned(word, kind)) or _has_head(word, follows)


def _is_title(word: str) -> bool:
    return any(word.removeprefix(first) in TITLE_HEADS for first in TITLE_FIRSTS)


def _is_owned(word: str, kind: WordKind) -> bool:
    """Whether after another word `word` is a possessive; more are in small letters."""
    if word in POSSESSIVE_NOUNS or word in PLACE_HEADS or word.endswith(POSSESSIVE_ENDINGS):
        return True
    common = word in POSSESSIVE_COMMON_NOUNS or word.endswith(POSSESSIVE_NOUN_ENDINGS)
    return kind is WordKind.NOUN and common


def _has_head(word: str, follows: bool) -> bool:
    heads = (head for head in POSSESSIVE_HEADS if word.endswith(head))
    return any(follows if word == head else _has_vowel(word[: -len(head)]) for head in heads)


def _number(digits: str, spelling: Spelling, *, share: bool) -> str:
    """The last word of a number or time: 58,79 dokuz, 17.00 yedi, 4.432.691 bir."""
    clash = spelling.decimal_mark == "." and spelling.time_mark == ":" and ":" not in digits
    if not share and not clash and (moment := _TIME.fullmatch(digits)):
        hour, minute = moment.groups()
        return _last_word(hour if minute == "00" else minute)
    if _GROUPED.fullmatch(digits):
        return _last_word(digits.replace(".", ""))
    return _last_word(re.split(r"[.,:]", digits)[-1])


def _last_word(digits: str) -> str:
    digits = digits.lstrip("0")
    if not digits:
        return "sıfır"
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == 0:
        return _UNITS[int(digits[-1])]
    if zeros == 1:
        return _TENS[int(digits[-2])]
    return _SCALES[min(zeros // 3, len(_SCALES) - 1)]


def _sounds(word: str) -> str:
    """`word` in plain Turkish sounds: accents off, a thin ending fronted, a vowel in any case."""
    plain = "".join(_sound(char) for char in lower(word))
    if not _has_vowel(plain):
        return LETTER_NAMES.get(plain[-1:], "e")
    if plain in THIN_ENDED:
        return plain[:-2] + plain[-2:].translate(_FRONTED)
    return plain


def _has_vowel(word: str) -> bool:
    return any(char in VOWELS for char in word)


def _sound(char: str) -> str:
    if char in LETTER_NAMES:
        return char
    return unicodedata.normalize("NFKD", char.translate(_PLAIN_VOWELS))[:1]
