"""The thresholds of the warnings in words: what each group looks for, what each one measures.

Names and values are `desk.facts.settings`'s.
"""

from __future__ import annotations

GROUPS: dict[str, tuple[str, str]] = {
    "d401": ("The agencies disagree on a share", "Ajanslar bir oranda ayrı"),
    "d406": ("The agencies disagree on the lead", "Ajanslar öndekinin farkında ayrı"),
    "d405": ("Apart at equal opened share", "Aynı açılma oranında da ayrı"),
    "d404": ("An equal figure beside a wide gap", "Geniş farkın yanında aynı rakam"),
    "d403": ("Counted parts that cannot both be", "İkisi birden olamayacak sayımlar"),
    "f202": ("Shares do not add up", "Oranların toplamı tutmuyor"),
    "w302": ("Ballot boxes too heavy", "Sandık başına oy fazla"),
    "w303": ("A move that is unlikely", "Beklenmeyen sıçrama"),
    "w304": ("Shares stand still", "Oranlar yerinde duruyor"),
    "w305": ("An agency is silent", "Ajans sustu"),
    "fresh": ("Freshness marks", "Tazelik işaretleri"),
    "w309": ("Suddenly large", "Birden büyüyen parti"),
    "w310": ("The province and its districts", "İl ile ilçeleri"),
    "w311": ("Turnout and votes per box", "Katılım ve sandık başına oy"),
    "w312": ("The opened share jumps", "Açılan oran sıçradı"),
    "w313": ("Two counts repeat", "Yinelenen oy sayıları"),
    "w314": ("Last time's leader far behind", "Geçen seçimin birincisi çok geride"),
}
"""By the second part of a threshold's name, in the order of the page."""

_STAGES = {
    "start": ("below 10 % opened", "açılan %10'un altında"),
    "early": ("below 50 % opened", "açılan %50'nin altında"),
    "late": ("below 90 % opened", "açılan %90'ın altında"),
    "end": ("from 90 % opened", "açılan %90 ve üstünde"),
    "unknown": ("opened share not given", "açılan oran verilmemişken"),
}
_POINTS = ("points", "puan")
_TIMES = ("times", "kat")
_PER_CENT = ("per cent", "yüzde")

THRESHOLDS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    **{
        f"check.{code}.{stage}": (words, _POINTS)
        for code in ("d401", "d406")
        for stage, words in _STAGES.items()
    },
    "check.d405.points": (("gap from", "fark en az"), _POINTS),
    "check.d405.opened": (("opened from", "açılan en az"), _PER_CENT),
    "check.d404.gap": (("another's gap from", "ötekinin farkı en az"), _POINTS),
    "check.d403.tolerance": (("may be off by", "pay"), _POINTS),
    "check.f202.invalid": (("invalid votes, at most", "geçersiz oy en çok"), _POINTS),
    "check.f202.unknown": (("parts of what is not known", "paydası bilinmiyorken"), _POINTS),
    "check.w302.boxes": (("over the average by", "ortalamanın üstünde"), _PER_CENT),
    "check.w303.likelihood": (("its usual size", "olağan boyunun"), _TIMES),
    "check.w303.first": (("in a first bulletin", "ilk bültende"), _TIMES),
    "check.w304.odds": (("to one against chance", "rastlantıya karşı bire"), ("", "")),
    "check.w305.intervals": (("of its own intervals", "kendi aralığının"), _TIMES),
    "check.w305.minutes": (("and at least", "ve en az"), ("minutes", "dakika")),
    "check.fresh.ageing": (("ageing after", "eskiyor: kendi aralığının"), _TIMES),
    "check.w309.large": (("large from", "büyük sayılır"), _PER_CENT),
    "check.w309.times": (("its best so far", "en iyisinin"), _TIMES),
    "check.w310.points": (("apart by", "ayrılık"), _POINTS),
    "check.w311.turnout": (("turnout against last time", "katılım, geçen seçime göre"), _POINTS),
    "check.w311.votes": (
        ("votes per box against before", "sandık başına oy, öncekine göre"),
        _PER_CENT,
    ),
    "check.w312.likelihood": (("its usual step", "olağan adımının"), _TIMES),
    "check.w313.votes": (("votes from", "oy en az"), ("votes", "oy")),
    "check.w314.points": (("turned over from", "dönüş en az"), _POINTS),
}
"""What a threshold measures and in what, in English and Turkish; F202's base is a choice."""


def group_title(code: str, language: str) -> str:
    """What the thresholds of a code look for."""
    return GROUPS[code][language == "tr"]


def threshold_title(name: str, language: str) -> str:
    """What a threshold measures."""
    return THRESHOLDS[name][0][language == "tr"]


def threshold_unit(name: str, language: str) -> str:
    """What it is measured in; empty for a plain number."""
    return THRESHOLDS[name][1][language == "tr"]
