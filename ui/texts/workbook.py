"""The Turkish words of the night as a spreadsheet, whatever language the window speaks: data.

What stands in which sheet is decided in `ui.night.workbook`; items, kinds and states are called as
the Turkish window calls them.
"""

from __future__ import annotations

from desk.facts.bulletin import BulletinState, Item
from desk.facts.post import PostKind

COMPARISON, BULLETINS, FIGURES, FINDINGS, POSTS, NOTES = (
    "Karşılaştırma",
    "Bültenler",
    "Rakamlar",
    "Bulgular",
    "Gönderiler",
    "Notlar",
)
"""The names of the sheets."""

ITEM_WORDS: dict[Item, str] = {
    Item.SHARE: "oy oranı",
    Item.VOTES: "oy",
    Item.SEATS: "sandalye",
    Item.OPENED_SHARE: "açılan, %",
    Item.OPENED_BOXES: "açılan sandık",
    Item.TOTAL_BOXES: "toplam sandık",
    Item.TURNOUT: "katılım, %",
    Item.LEAD_POINTS: "puan farkı",
    Item.LEAD_VOTES: "oy farkı",
    Item.LEADER: "önde olan",
}

KIND_WORDS: dict[PostKind, str] = {
    PostKind.COMPARISON: "Karşılaştırma",
    PostKind.FIRST: "İlk rakamlar",
    PostKind.LEAD: "Fark",
    PostKind.STANDING: "Genel durum",
    PostKind.CHANGES: "Ne değişti",
    PostKind.DIFFERENCES: "Ajansların farkları",
    PostKind.LEADERS: "Yeni liderler",
    PostKind.STATEMENT: "Açıklama",
    PostKind.NOTE: "Not",
    PostKind.SUMMARY: "Sabitlenecek özet",
    PostKind.CORRECTION: "Düzeltme",
    PostKind.CLOSING: "Kapanış",
}

STATE_WORDS: dict[BulletinState, str] = {
    BulletinState.STANDING: "geçerli",
    BulletinState.REPLACED: "düzeltildi",
    BulletinState.WITHDRAWN: "geri çekildi",
}

SEVERITY_WORDS = {"error": "hata", "warning": "uyarı"}

ACCEPTED, OPEN = "kabul edildi", "açık"
"""What became of a finding."""

PUBLISHED, RETRACTED, WRONG_NOW, CORRECTED = (
    "yayında",
    "geri çekildi",
    "artık yanlış",
    "düzeltildi",
)
"""What became of a post."""

TIE = "eşit"
