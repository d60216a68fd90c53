"""Which words of a text say that somebody has won: patterns as data, and what excuses them.

Whether it is too early for such words is asked by the gate; no figure and no file enters here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from desk.turkish.letters import fold


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text beside its folded letters; ``origin`` says where each of them stood."""

    text: str
    letters: str
    origin: tuple[int, ...]

    def as_written(self, match: re.Match[str]) -> str:
        """What was found in the letters, as it stands in the text."""
        if match.start() == match.end():
            return ""
        return self.text[self.origin[match.start()] : self.origin[match.end() - 1] + 1].strip()


@dataclass(frozen=True, slots=True)
class WinWords:
    """One way to say a win, over a text folded to small letters without marks.

    ``before`` and ``after`` are what takes the claim away when it stands right before or after.
    """

    words: str
    before: str = ""
    after: str = ""


_PAST = r"(?:di|ti)(?:k|m|n|lar|ler|niz)?"
_DONE = rf"(?:{_PAST}|d[iu]|t[iu]|(?:di|ti|du|tu)g(?:i|imiz|ini|inin|imizi|ina|u|unu)"
_DONE += r"|mis(?:ti|tir|lar|ler)?|mus(?:tu|tur)?|iyor(?:lar|du|uz)?|uyor(?:lar|du)?"
_DONE += r"|acak(?:lar|tir)?|ecek(?:ler|tir)?|acagi(?:ni)?|ecegi(?:ni)?)"
"""Endings of what has happened, happens or will: *-dı, -dığını, -mış, -ıyor, -acak*."""

_FEW = r"(?:[^\s.,;:!?]+\s+){0,4}?"
"""A few words of the same clause."""

_OF = r"(?:[^\W\d]+'n?[iu]n|adayinin|partisinin|partinin|ittifakinin|muhalefetin|iktidarin)\b"
"""Somebody's: *CHP'nin, İmamoğlu'nun*."""

_SEAT = r"(?:secim|yaris|baskanlig|belediye|buyuksehir|ilce|kent|sehir|sehr|koltu[kg]|kale|makam)"
_THE_SEAT = rf"(?:{_SEAT}\w*(?:i|yi|ini|u|yu|unu)|[^\W\d]+'[yn]?[iu])"
"""What is won, as an object: *seçimi, belediyeyi, Beyoğlu'nu*."""

_SMALL = (
    r"(?:oy|oyu|oylarini|puan|ivme|hiz|hizini|zaman|vakit|anlam|onem|deneyim|tecrube|odul|odulu"
    r"|odulunu|para|gonul|gonlu|gonlunu|gonulleri|gonullerini|sempati|sempatisini|kimlik"
    r"|netlik|boyut|agirlik|guc|gucunu|ustunluk|deger|guven|guvenini|taraftar|destek|unvan"
    r"|hayatini|canini|kan|itibar|ilgisini|bilincini|umudunu|madalya|dava|davayi|davasini"
    r"|ihale|ihaleyi|maci|mac|kupayi|uyelik|takdirini|alkisini|basari|dikkat|nitelik|statusu"
    r"|suyunu|kontrolunu|uyeligi|uyeligini|umut|etkisini|oneminin|onemini|kas|hakki|hakkini|boylam)"
)
"""What is also gained or lost without any election."""

_UNDECIDED = (
    r"(?:'\w+)?\s+" + _FEW + r"(?:belli\s+(?:degil|olmadi|olacak|oluyor)|bilinmiyor|yok|henuz|kim"
    r"|cikmadi|olmadi|olmayacak|belirle\w*|bekleni\w*|aciklan(?:madi|acak)|araniyor|netlesmedi"
    r"|kesinlesmedi|merak)"
)
"""The winner is still to be found."""

_DENIED = (
    r"\s*(?:(?:nin|i|na|ini)\s+)?" + _FEW + r"(?:degil|soylenemez|denemez|yalanla\w*"
    r"|erken|kesinlesmedi|asilsiz|dogrulanmadi|sanmiyor\w*|inkar)"
)
"""What is said is taken back in the same clause."""

_NO_NAME = r"\s+(?:partisi|parti|partili|bayram|isaret|aniti|taki|mahalle|cadde|havaliman|meydan"
_NO_NAME += r"|sokag|ilkokul|ortaokul|lisesi|ekmeg)"

CLAIMS: tuple[WinWords, ...] = (
    WinWords(rf"\bkazan{_DONE}\b", rf"\b{_SMALL}\s+", _DENIED),
    WinWords(rf"\b{_OF}\s+(?:\S+\s+)?kazan(?:imi|masi)\s+kesin\w*"),
    WinWords(rf"\b{_THE_SEAT}\s+{_FEW}kazandir{_DONE}\b"),
    WinWords(
        r"\bkazanan(?:i|lar|in)?\b",
        rf"(?:\b{_SMALL}|yuzde\s*[0-9,.]+'?\w*|kim|anlam|para)\s+",
        rf"{_UNDECIDED}|{_DENIED}|\s+(?:taraf\s+)?(?:kim|oyuncu|takim|sporcu|ogrenci|kisi)",
    ),
    WinWords(rf"\bkaybet(?:{_DONE}|{_PAST})\b", rf"\b{_SMALL}\s+", rf"\s+(?:oy|puan)|{_DENIED}"),
    WinWords(
        r"\bgalip\s+(?:gel\w+|cik\w+|ayril\w+|ilan|taraf|aday|olan)\b(?<!gelemedi)(?<!gelmedi)"
        r"(?<!cikamadi)(?<!cikmadi)",
        "",
        _UNDECIDED,
    ),
    WinWords(r"\bgalibi?(?:dir)?\b(?!\s+(?:olacak|olmak|kim))", "", f"{_UNDECIDED}|{_DENIED}"),
    WinWords(r"\bgalip\s*[:–—-]\s*\w+"),
    WinWords(rf"\bgalip\s+{_OF}"),
    WinWords(r"\bgalibiyet\w*\b(?!\s+(?:alama|um|icin|bekl))", "", _DENIED),
    WinWords(
        r"\bzafer(?:i|ini|inin|ine|iyle|imiz|imizi|in|le|e)\b",
        "",
        rf"{_NO_NAME}|\s+(?:bekl|umu|iste|arzu|hedefl|icin|inan)\w*|{_DENIED}",
    ),
    WinWords(r"^\W*(?:(?:buyuk|tarihi)\s+)?zafer\W*$"),
    WinWords(
        rf"\bzafer(?!{_NO_NAME})\s+(?:{_OF}|kazan{_DONE}|ilan|kutla\w+|konusma\w+|sevinc\w*|cosku\w*)"
    ),
    WinWords(
        r"\b(?:buyuk|tarihi|kesin|secim|mutlak|acik|ezici)\s+(?:bir\s+)?zafer\b", "", _NO_NAME
    ),
    WinWords(
        r"\b(?:zafer|galib|galip|kazan|baskan|basari|yenilgi|birinci)\w*\s+" + _FEW + "ilan"
        rf"\s+(?:et|ed|edil){_DONE}\b",
        r"\baday\w*\s+",
    ),
    WinWords(
        rf"\b{_THE_SEAT}\s+(?:(?!ele\b|hedef|ornek|dikkat|gundem|not\b|goz|tehdit|yanin|ciddi"
        r"|kabul|karsi|arkas|on[uı]|soz\b|oyla|satin|kayda|merce|kapsam|gozalt|icine|askiya)"
        rf"[^\s.;:!?]+\s+){{0,5}}?al{_DONE}\b",
        r"(?:[0-9]|oylarin|oyun)\s*",
        rf"\s+gotur|{_DENIED}",
    ),
    WinWords(rf"\b(?:secim|yaris|baskanlig|koltug)\w*\s+{_FEW}gotur{_DONE}\b"),
    WinWords(
        r"\b(?:yeniden|tekrar|yine|ikinci\s+kez|ucuncu\s+kez|dorduncu\s+kez|besinci\s+kez"
        r"|bir\s+kez\s+daha|bir\s+daha|ikinci\s+donem|yeni|ilk\s+kadin|artik)"
        r"\s+(?:(?:{place}|buyuksehir|belediye|belediyesi|ilce|il|ibb)(?:'\w+)?\s+)*"
        r"baskan(?:i|imiz|dir|lar|lari)?\b",
        r"\b(?:kim|hangi)\s+(?:\S+\s+)*?",
        r"\s+(?:aday|yardim|vekil|sec(?:er|iyor|ecek|mek|im)|kim|olma(?:k|di|yacak|si|z)"
        r"|olabil|olursa|olsa|olamadi|icin|ist|hedef|bekl|bulun)"
        rf"|\s+{_FEW}(?:belli\s+ol(?:acak|uyor|madi)|belli\s+degil|belirle)",
    ),
    WinWords(
        rf"\bbaskan(?:i|imiz|lar|lari)?\s+(?:ol|secil){_DONE}\b"
        r"|\bbaskan(?:i|imiz|lar|lari)?\s+(?:oldu|olan|oluyor|secilen)\b",
        r"\b(?:genel|parti|kurulu?|kurul|meclis|grup|divan|baro|dernek|dernegi|oda|odasi|tbmm|ysk"
        r"|sandik|komisyon|komisyonu|federasyonu?|kulub?p?u?|vakfi|konseyi|il|ilce|mahkeme"
        r"|mahkemesi|heyeti|koordinasyon|abd|eski|merkezi?)\s+|(?:kim|hangi)\s+(?:\S+\s+)*?",
    ),
    WinWords(
        r"\b(?:baskan(?:i|imiz)?\s+(?:yeniden|yine|tekrar|bir\s+kez\s+daha)|secilen\s+baskan)"
        r"\s+(?!aday|kim)[^\W\d]+"
    ),
    WinWords(rf"\bbaskanliga\s+{_FEW}(?:secil|otur){_DONE}\b", r"(?:genel|parti|meclis)\s+"),
    WinWords(
        rf"(?<!\w)(?:secil{_DONE}|secildi(?:k|m|ler)?)\b",
        r"\b(?:baskanligina|divan|kurul\w*|uyeligine|genel|parti|yerine|olarak|ornek|rastgele"
        r"|meclis|grup|sandik\w*|komisyon\w*|kelime\w*|renk|foto\w*)\s+(?:baskan\w*\s+)?",
        r"\s+(?:baskan|temsilci|irade|yonetici|kisi|bir|olan|sandik|ilce|ornek|belediye)"
        rf"|{_DENIED}",
    ),
    WinWords(
        r"\bmazbata\w*\s+(?:(?!itiraz|tartis|talep|iste)[^\s.;:!?]+\s+){0,4}?"
        rf"(?:al{_DONE}|veril{_DONE}|teslim|ver{_DONE}|sahib\w*|kavus{_DONE})",
        "",
        _DENIED,
    ),
    WinWords(
        rf"\bmazbata\w*\s+(?:artik\s+)?(?:{_OF}|[^\W\d]+'[yn]?[ae]\b)|\bmazbata\s+toren\w*|\bmazbatali\b"
    ),
    WinWords(
        rf"\b{_THE_SEAT}\s+{_FEW}(?:koru|otur|devral|kap|elinde\s+tut|birakma|elde\s+et|ele\s+gecir"
        rf"|geri\s+al|fethet){_DONE}\b",
        "",
        r"\s+icin|\s+(?:isted|amac|hedef)",
    ),
    WinWords(rf"\b(?:koltug|baskanlig|kale|makam)\w*\s+{_FEW}(?:otur|gec|kap|fethed){_DONE}\b"),
    WinWords(
        rf"\b(?:secim|yaris)\w*\s+{_FEW}(?:onde|birinci|ilk\s+sirada|lider|zaferle|galip|acik\s+ara"
        rf"|farkla|ustun)\s+{_FEW}(?:bitir|tamamla|kapat|ayril|cik){_DONE}\b"
        rf"|\b(?:onde|birinci|ilk\s+sirada|zaferle)\s+(?:bitir|tamamla|kapat){_DONE}\b",
        "",
        _DENIED,
    ),
    WinWords(rf"\b(?:ipi|secimi|yarisi)\s+{_FEW}gogusle{_DONE}\b"),
    WinWords(
        rf"\bsandiktan\s+(?:(?!oy\b|pusula|zarf|[0-9]|gecersiz|bos\b)[^\s.;:!?]+\s+){{1,4}}?"
        rf"cik{_DONE}\b",
        "",
        _DENIED,
    ),
    WinWords(
        r"\bbirinci\s+(?:parti\s+)?(?:oldu|olarak\s+cikti|cikti|cikiyor|geldi)\b",
        rf"\b(?:simdilik|su\s+an\w*|anlik)\s+{_FEW}",
    ),
    WinWords(
        rf"\b(?:secim(?!\s+takvim)|zafer|galib|baskanlig|koltug|birincili)\w*\s+{_FEW}(?:garantile|kesinles"
        rf"|perc?inle|tescille|ilan\s+edil){_DONE}\b|\b(?:secilme|kazanma)si\s+(?:kesin|garanti)\w*",
        "",
        _DENIED,
    ),
    WinWords(
        rf"\bel\s+degistir{_DONE}\b",
        rf"\b(?:lider\w*|ilk\s+sira\w*|birinci\w*|oncul\w*|ustunluk)\s+{_FEW}",
    ),
    WinWords(
        r"\b(?:belediye(?:si)?|baskanlik|baskanligi|ilce|koltuk|koltugu|secim|{place})\s+"
        r"(?:(?:artik|yeniden|yine|tekrar|bu\s+kez|resmen)\s+)*[^\W\d]+'[yn]?[ea]\s+gec" + _DONE
    ),
    WinWords(
        r"\b(?:belediye(?:si)?|baskanlik|baskanligi|koltuk|koltugu|secim|{place})\s+"
        rf"(?:(?:artik|yeniden|yine|tekrar|bu\s+kez|resmen)\s+)*{_OF}\s*(?:oldu\b|$|[!.])"
    ),
    WinWords(
        r"\b(?:belediye(?:si)?|baskanlik|baskanligi|koltuk|koltugu|{place})\s+"
        r"(?:(?:yeniden|yine|bu\s+kez)\s+)*[^\W\d]+'n?[dt][ae]\s+kal" + _DONE
    ),
    WinWords(
        r"\b(?:{place}|secmen|istanbullu|halk|sandik)\w*\s+(?:(?:yeniden|yine|tekrar|bir\s+kez"
        r"\s+daha|bu\s+kez)\s+)*(?:[^\W\d]+'[yn]?[iu]\s+sec" + _DONE + r"|[^\W\d]+\s+dedi\b)"
    ),
    WinWords(r"\b(?:yeniden|yine|bir\s+kez\s+daha|tekrar)\s+[A-Z]\w*\s+dedi\b"),
    WinWords(r"\b(?:yenilgiyi|maglubiyeti)\s+kabul\s+et" + _DONE),
    WinWords(
        rf"\b(?:rakibini|rakiplerini|[^\W\d]+'[yn]?[iu])\s+{_FEW}(?:yen|maglup\s+et){_DONE}\b"
    ),
    WinWords(rf"\bsecim(?:i|de|den)\s+{_FEW}(?:yenil|maglup\s+ol){_DONE}\b"),
    WinWords(
        rf"\bilk\s+turda\s+{_FEW}(?:secil|bit|bitir|sonuclan|tamamlan|kapan|kapat){_DONE}\b"
        rf"|\bilk\s+turda\s+{_FEW}cumhurbaskani\b",
        "",
        _DENIED,
    ),
    WinWords(
        rf"\bikinci\s+tura\s+{_FEW}(?:kal|gid|git|tasin){_DONE}\b"
        rf"|\bikinci\s+tur\w*\s+{_FEW}kesinles{_DONE}\b",
        "",
        _DENIED,
    ),
    WinWords(rf"\b(?:evet|hayir)\s+(?:oyu\s+)?cik{_DONE}\b", "", _DENIED),
    WinWords(
        rf"\banayasa\s+degisikligi\w*\s+{_FEW}(?:kabul\s+edil|reddedil){_DONE}\b", "", _DENIED
    ),
    WinWords(
        rf"\b(?:cogunlugu|iktidari)\s+{_FEW}(?:al|elde\s+et|sagla|kap|koru|yitir){_DONE}\b"
        rf"|\btek\s+basina\s+iktidar\w*\s+{_FEW}(?:ol|gel){_DONE}\b",
        "",
        _DENIED,
    ),
)
"""What is a win however it is put; ``{place}`` stands for the names of the election's places."""

_APOSTROPHES = "’‘ʼ´`′"
_SENTENCE = re.compile(r"(?<=[.!?…;])\s+|\n+")
_QUOTED = re.compile(r"“[^”]*”|„[^”“]*[”“]|«[^»]*»|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)")
_SAID_BY = re.compile(
    r"[^\W\d]\s*:\s*$|\b(?:dedi|diye|diyor|soyledi|acikladi|ifade|sozler\w*|konustu|iddia"
    r"|savundu|seslendi|kaydetti|duyurdu|paylasti|belirtti|ekledi|yazdi|basligi\w*|sloganini?)\b"
)
"""What makes a quotation somebody's: *Kurum: “…”*, *“…” dedi*."""
_ASKED = re.compile(r"\b(?:kim(?:in|i|ler|lerin)?|hangi|nasil|neden|ne\s+zaman|eger|sayet)\b")
_ASKS = re.compile(r"\s*m[iu](?:dir|ydi|ymis)?\b")
_EARLIER = re.compile(
    r"\b(?:19|20)[0-9]{2}\b|\b(?:gecen|onceki|son)\s+(?:secim|donem|yerel)\w*|\byil\s+once"
    r"|\bbir\s+onceki\b|\bgecmis(?:te)?\b|\bdaha\s+once\b"
)
_ANEW = re.compile(r"\b(?:yine|yeniden|tekrar|bu\s+kez|bir\s+kez\s+daha|simdi|bu\s+gece)\b")


def said_won(text: str, places: Iterable[str] = (), year: int = 0) -> str:
    """The words of a text by which somebody has won; empty if there are none.

    A quotation of somebody who is named is the speaker's, a question and a denial are none, nor is
    what is said of another year's election than that of ``year``.
    """
    patterns = _compiled(tuple(places))
    for sentence in _sentences(text):
        folded = folded_letters(sentence)
        for claim, pattern in patterns:
            for match in pattern.finditer(folded.letters):
                if not _excused(claim, folded, match, year):
                    return folded.as_written(match)
    return ""


def folded_letters(text: str) -> FoldedText:
    """A text folded letter by letter, every apostrophe a straight one."""
    letters, origin = list[str](), list[int]()
    for at, char in enumerate(text):
        plain = _letter(char)
        letters.append(plain)
        origin += [at] * len(plain)
    return FoldedText(text, "".join(letters), tuple(origin))


@lru_cache(maxsize=1024)
def _letter(char: str) -> str:
    return "'" if char in _APOSTROPHES else fold(char)


def _excused(claim: WinWords, folded: FoldedText, match: re.Match[str], year: int) -> bool:
    before, after = folded.letters[: match.start()], folded.letters[match.end() :]
    if claim.before and re.search(rf"(?:{claim.before})$", before):
        return True
    if claim.after and re.match(claim.after, after):
        return True
    asked = folded.letters.rstrip().endswith("?") and re.search(r"\bm[iu]\b", before)
    if asked or _ASKS.match(after) or _ASKED.search(before):
        return True
    told = [one for one in _EARLIER.finditer(before) if one.group() != str(year)]
    if told and not _ANEW.search(before[told[-1].end() :]):
        return True
    return _is_name(folded.text, folded.origin[match.start()], match.group())


def _is_name(words: str, start: int, said: str) -> bool:
    """A person's or a party's name: Galip Öztürk, Zafer Partisi; not where all is capitals."""
    if not said.startswith(("galip", "zafer")) or words.isupper():
        return False
    rest = words[start:].split()
    return len(rest) > 1 and rest[0].istitle() and rest[0].isalpha() and _titled_name(rest[1])


def _titled_name(word: str) -> bool:
    bare = re.split(r"['’]", word)[0].strip(".,;:!?")
    return bare.istitle() and bare == word.strip(".,;:!?")


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without what a named speaker is quoted with."""
    for sentence in _SENTENCE.split(_unquoted(unicodedata.normalize("NFC", text))):
        if sentence.strip():
            yield sentence


def _unquoted(text: str) -> str:
    """The text with blanks for the quotations whose speaker the words around them name."""
    for line in text.split("\n"):
        around = fold(_QUOTED.sub(" ", line))
        if _QUOTED.search(line) and _SAID_BY.search(around):
            text = text.replace(line, _QUOTED.sub(" ", line))
    return text


@lru_cache(maxsize=8)
def _compiled(places: tuple[str, ...]) -> tuple[tuple[WinWords, re.Pattern[str]], ...]:
    named = "|".join(re.escape(fold(name)) for name in places) or "(?!)"
    return tuple((one, re.compile(one.words.replace("{place}", f"(?:{named})"))) for one in CLAIMS)
