"""What each setting of a file is for, in English and Turkish: data, and nothing that reads one.

Names and values are `desk.facts.settings`'s.
"""

from __future__ import annotations

from datetime import datetime

from desk import turkish
from desk.facts import settings
from desk.facts.bulletin import MINUTE
from desk.turkish.style import SHAPE, SPELLING
from ui.texts import choices, thresholds

SETTINGS: dict[str, tuple[str, str]] = {
    "ban-lifted": (
        "When the broadcast ban was lifted",
        "Yayın yasağının kalktığı an",
    ),
    "agency-order": (
        "The two agencies of a post, in the order in which they are to stand",
        "Gönderide yan yana duracak iki ajans, sırasıyla",
    ),
    "apostrophe": (
        "Apostrophe of posts: straight (') or curly (’)",
        "Gönderilerdeki kesme işareti: düz (') ya da kıvrık (’)",
    ),
    "address": (
        "The address of the liveblog's folder on the web; its links and its feed are whole with it",
        "Canlı anlatım klasörünün web adresi; sayfanın ve akışın bağlantıları bununla tam olur",
    ),
    "author": (
        "Who writes the liveblog; without one the publisher does",
        "Canlı anlatımı kimin yazdığı; boşsa yayımlayan yazmış sayılır",
    ),
    "contenders": (
        "How many contenders a line of a post names; Diğer is not counted",
        "Gönderinin bir satırında kaç aday anılsın; Diğer sayılmaz",
    ),
    "decimal-mark": (
        "Decimal mark of posts: comma (58,79) or dot (58.79)",
        "Gönderilerde ondalık işareti: virgül (58,79) ya da nokta (58.79)",
    ),
    "decimals": (
        "Decimals of shares and points in posts: as published (38,3) or two (38,30)",
        "Oran ve puanların ondalıkları: yayımlandığı gibi (38,3) ya da iki hane (38,30)",
    ),
    "figures": (
        "Figures in HTML, Markdown and the liveblog page: as a list or as a table",
        "HTML, Markdown ve canlı anlatım sayfasında rakamlar: liste ya da tablo",
    ),
    "hours-apart": (
        "From how many minutes between two agencies' hours a post must say both (P511)",
        "İki ajansın saatleri arasında kaç dakikadan sonra ikisi de yazılsın (P511)",
    ),
    "institution-apostrophe": (
        "Apostrophe after the names of institutions",
        "Kurum adlarından sonra kesme işareti",
    ),
    "kirklareli-suffix": (
        "Kırklareli'nde or Kırklareli'de",
        "Kırklareli'nde ya da Kırklareli'de",
    ),
    "labels": (
        "Parties as posts call them: AKP=AK Parti, YRP=Yeniden Refah",
        "Partilerin gönderilerdeki adları: AKP=AK Parti, YRP=Yeniden Refah",
    ),
    "line": (
        "An agency's line: plain (AA (19.25): CHP yüzde 55) or dash (AA - CHP: Yüzde 55)",
        "Ajans satırı: düz (AA (19.25): CHP yüzde 55) ya da tireli (AA - CHP: Yüzde 55)",
    ),
    "names": (
        "Whom lines of posts name: the people (with their party in brackets) or the parties",
        "Gönderi satırlarında kim anılsın: kişiler (partileri ayraç içinde) ya da partiler",
    ),
    "others": (
        "Whether a line of a post names Diğer",
        "Gönderinin satırında Diğer de anılsın mı",
    ),
    "page-pictures": (
        "The pictures of the liveblog's page: svg, png or none",
        "Canlı anlatım sayfasının grafikleri: svg, png ya da none (yok)",
    ),
    "place-headings": (
        "Place headings of posts: in capitals or plain",
        "Gönderilerde yer başlıkları: büyük harfle ya da düz",
    ),
    "publisher": (
        "Who publishes the liveblog, as its page and feed tell readers",
        "Canlı anlatımı kimin yayımladığı; sayfada ve akışta okura böyle görünür",
    ),
    "require-opened": (
        "Whether the gate stops results without an opened share (P503)",
        "Açılan sandık oranı verilmemiş sonuçlar durdurulsun mu (P503)",
    ),
    "share-mark": (
        "Shares in running text: word (yüzde 58,79) or sign (%58,79)",
        "Metinde oranlar: sözle (yüzde 58,79) ya da işaretle (%58,79)",
    ),
    "spoken": (
        "How a name is read aloud, for its suffixes: Woods=vuds",
        "Bir adın okunuşu, ekleri ona göre gelsin: Woods=vuds",
    ),
    "style": (
        "House style: tdk (spelling guide) or seed (dots and dashes)",
        "Yayın biçimi: tdk (yazım kılavuzu) ya da seed (nokta ve tire)",
    ),
    "time-mark": (
        "Times in posts: dot (19.25) or colon (19:25)",
        "Gönderilerde saat: nokta (19.25) ya da iki nokta (19:25)",
    ),
    "win-from": (
        "From which opened share on a post may say that somebody has won, per cent (P510)",
        "Hangi açılan sandık oranından sonra “kazandı” denebilir, yüzde (P510)",
    ),
    "ysk-suffix": (
        "YSK'nin or YSK'nın",
        "YSK'nin ya da YSK'nın",
    ),
}
"""By name; thresholds of a finding are told by its code."""

AS_PRESET = (" “style”: as the house style has it.", " “style”: yayın biçimindeki gibi.")

FINDING = (
    "Threshold of finding {code}; Help, Codes of the findings, tells what it looks for",
    "{code} bulgusunun eşiği; neye baktığı Yardım menüsünde, Bulgu kodları sayfasında",
)
FRESHNESS = (
    "When a place counts as ageing, in the agency's own intervals",
    "Bir yerin verisi, ajansın kaç olağan aralığından sonra eskimiş sayılır",
)


def setting_text(name: str, language: str) -> str:
    """What a setting is for, and what it may be. E151 if there is no such setting."""
    may_be = settings.allowed(name)
    turkish = language == "tr"
    if name in SETTINGS:
        told = SETTINGS[name][turkish]
    elif name.startswith("check.fresh."):
        told = FRESHNESS[turkish]
    else:
        told = FINDING[turkish].format(code=name.split(".")[1].upper())
    preset = AS_PRESET[turkish] if name in (*SPELLING, *SHAPE) else ""
    return f"{told} ({may_be}).{preset}"


def setting_title(name: str, language: str) -> str:
    """What a setting is called in a sentence: a threshold with what it looks for."""
    if name in thresholds.THRESHOLDS:
        found = thresholds.group_title(name.split(".")[1], language)
        return f"{found}, {thresholds.threshold_title(name, language)}"
    return choices.title(name, language) if name in choices.TITLES else name


AS_USUAL = ("as usual", "baştaki gibi")
AS_PRESET_HAS = ("as the house style has it", "biçimdeki gibi")


def setting_act(name: str, value: str | None, language: str) -> str:
    """A setting with the value it was given: *Ondalıklar: hep iki hane*; None is the default."""
    turkish_ = language == "tr"
    if value is None:
        styled = name in SPELLING or name in SHAPE
        said = (AS_PRESET_HAS if styled else AS_USUAL)[turkish_]
    elif name in choices.WORDS or name == "contenders":
        said = choices.word(name, value, language) if value != "style" else AS_PRESET_HAS[turkish_]
    elif name == settings.BAN_LIFTED:
        said = turkish.clock(datetime.strptime(value, MINUTE).time())
    elif name in thresholds.THRESHOLDS:
        number = value.replace(".", ",") if turkish_ else value
        said = f"{number} {thresholds.threshold_unit(name, language)}".strip()
    else:
        unit = choices.unit(name, language)
        said = f"{value} {unit}".strip()
    return f"{setting_title(name, language)}: {said}"
