"""The settings of a night as its dialog asks for them: titles, and each choice with an example.

Names and values are `desk.facts.settings`'s; examples are Turkish in both languages, as posts are.
"""

from __future__ import annotations

TITLES: dict[str, tuple[str, str]] = {
    "address": ("Address of its folder on the web", "Klasörünün web adresi"),
    "agency-order": ("The two agencies of a post, in order", "Gönderideki iki ajans, sırasıyla"),
    "apostrophe": ("Apostrophe", "Kesme işareti"),
    "author": ("Who writes it", "Yazan"),
    "ban-lifted": ("The broadcast ban was lifted at", "Yayın yasağının kalktığı an"),
    "check.f202.base": ("Shares are parts of", "Oranların paydası"),
    "contenders": ("Contenders in a line, at most", "Satırda en çok"),
    "decimal-mark": ("Decimal mark", "Ondalık işareti"),
    "decimals": ("Decimals", "Ondalıklar"),
    "figures": ("Figures in HTML and Markdown", "HTML ve Markdown'da rakamlar"),
    "hours-apart": ("Both hours are said from", "İki saat de yazılır: aradaki fark"),
    "institution-apostrophe": ("Names of institutions", "Kurum adları"),
    "kirklareli-suffix": ("Suffix of Kırklareli", "Kırklareli'nin eki"),
    "labels": ("Names of the parties", "Partilerin adları"),
    "line": ("An agency's line", "Ajans satırı"),
    "names": ("Lines name", "Satırlarda anılan"),
    "others": ("Diğer", "Diğer"),
    "page-pictures": ("Its pictures", "Grafikleri"),
    "place-headings": ("Place headings", "Yer başlıkları"),
    "publisher": ("Who publishes it", "Yayımlayan"),
    "require-opened": ("Results without an opened share", "Açılan oranı olmayan sonuç"),
    "share-mark": ("Shares in running text", "Oranlar metinde"),
    "spoken": ("How names are read aloud", "Adların okunuşu"),
    "style": ("House style", "Biçim"),
    "time-mark": ("Times", "Saat"),
    "win-from": ("“Has won” may be said from", "“Kazandı” denebilir: açılan oran"),
    "ysk-suffix": ("Suffix of YSK", "YSK'nin eki"),
}
"""What a row of the dialog is called."""

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "apostrophe": {"straight": ("Straight", "Düz"), "curly": ("Curly", "Kıvrık")},
    "check.f202.base": {
        "auto": ("Learnt from its sums", "Toplamlarından öğrenilsin"),
        "valid": ("Valid votes", "Geçerli oy"),
        "cast": ("Votes cast", "Kullanılan oy"),
    },
    "decimal-mark": {"comma": ("Comma", "Virgül"), "dot": ("Dot", "Nokta")},
    "decimals": {
        "published": ("As published", "Yayımlandığı gibi"),
        "two": ("Two", "Hep iki hane"),
    },
    "figures": {"list": ("As a list", "Liste"), "table": ("As a table", "Tablo")},
    "institution-apostrophe": {
        "yes": ("With apostrophe", "Kesmeli"),
        "no": ("Without", "Kesmesiz"),
    },
    "kirklareli-suffix": {"nde": ("With n", "n ile"), "de": ("Without", "n'siz")},
    "line": {"plain": ("Plain", "Düz"), "dash": ("With a dash", "Tireli")},
    "names": {"people": ("People", "Kişiler"), "parties": ("Parties", "Partiler")},
    "others": {"yes": ("Named", "Yazılsın"), "no": ("Left out", "Yazılmasın")},
    "page-pictures": {
        "svg": ("SVG: light and sharp", "SVG: hafif, keskin"),
        "png": ("PNG: for what takes no SVG", "PNG: SVG almayan yerler için"),
        "none": ("None", "Olmasın"),
    },
    "place-headings": {"capitals": ("Capitals", "Büyük harf"), "plain": ("Plain", "Düz")},
    "require-opened": {"no": ("May go out", "Çıkabilir"), "yes": ("Are stopped", "Durdurulsun")},
    "share-mark": {"word": ("Word", "Sözle"), "sign": ("Sign", "İşaretle")},
    "style": {
        "tdk": ("Spelling guide", "Yazım kılavuzu"),
        "seed": ("Dots and dashes", "Nokta ve tire"),
    },
    "time-mark": {"dot": ("Dot", "Nokta"), "colon": ("Colon", "İki nokta")},
    "ysk-suffix": {
        "nin": ("Read ye-se-ke", "“ke” okunur"),
        "nın": ("Read ye-se-ka", "“ka” okunur"),
    },
}
"""What each value of a choice is called; how many a line names is told by number."""

EXAMPLES: dict[str, dict[str, str]] = {
    "apostrophe": {"straight": "AA'ya", "curly": "AA’ya"},
    "decimal-mark": {"comma": "58,79", "dot": "58.79"},
    "decimals": {"published": "38,3", "two": "38,30"},
    "institution-apostrophe": {"yes": "Anadolu Ajansı'na", "no": "Anadolu Ajansına"},
    "kirklareli-suffix": {"nde": "Kırklareli'nde", "de": "Kırklareli'de"},
    "line": {"plain": "AA (19.25): CHP yüzde 55", "dash": "AA - CHP: Yüzde 55"},
    "names": {"people": "Ayşe Yılmaz (CHP)", "parties": "CHP"},
    "others": {"yes": "Diğer yüzde 2,41"},
    "place-headings": {"capitals": "ÜSKÜDAR", "plain": "Üsküdar"},
    "share-mark": {"word": "yüzde 58,79", "sign": "%58,79"},
    "style": {"tdk": "AA (19.25): CHP yüzde 55,05", "seed": "AA - CHP: Yüzde 55.05"},
    "time-mark": {"dot": "19.25", "colon": "19:25"},
    "ysk-suffix": {"nin": "YSK'nin", "nın": "YSK'nın"},
}
"""How it looks, where it can be shown."""

ALL_OF_THEM = ("all", "hepsi")
"""A line that names every contender."""

UNITS: dict[str, tuple[str, str]] = {
    "contenders": ("contenders; Diğer is not counted", "aday; Diğer sayılmaz"),
    "hours-apart": ("minutes", "dakika"),
    "win-from": ("per cent", "yüzde"),
}
"""What stands behind a row's field."""


def title(name: str, language: str) -> str:
    """What a setting's row is called. KeyError for a threshold."""
    return TITLES[name][language == "tr"]


def word(name: str, value: str, language: str) -> str:
    """What a value of a choice is called."""
    if name == "contenders":
        return ALL_OF_THEM[language == "tr"] if value == "all" else value
    return WORDS[name][value][language == "tr"]


def example(name: str, value: str) -> str:
    """How a value looks in a post; empty where nothing shows it."""
    return EXAMPLES.get(name, {}).get(value, "")


def unit(name: str, language: str) -> str:
    """What stands behind a field; empty for nothing."""
    return UNITS[name][language == "tr"] if name in UNITS else ""
