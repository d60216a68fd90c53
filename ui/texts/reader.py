"""What the reader asks and what it left out, as sentences in English and Turkish, by code.

`{text}` is the fragment, `{names}` the meanings to choose from; rules never enter.
"""

from __future__ import annotations

from desk.facts.codes import Code

READER_SENTENCES: dict[Code, tuple[str, str]] = {
    Code.Q301: (
        "Who is “{text}”?",
        "“{text}” kim?",
    ),
    Code.Q302: (
        "“{text}” may be more than one contender: {names}. Which?",
        "“{text}” birden çok adayı ya da partiyi gösterebilir: {names}. Hangisi?",
    ),
    Code.Q303: (
        "Whose figure is {text}? The text does not say it clearly.",
        "{text} kimin rakamı? Metin açıkça söylemiyor.",
    ),
    Code.Q304: (
        "{text} is above 100, so it cannot be a share. What was meant?",
        "{text} 100'ün üstünde; oran olamaz. Doğrusu ne?",
    ),
    Code.Q305: (
        "{text} can be read in two ways. What was meant?",
        "{text} iki türlü okunabiliyor. Doğrusu ne?",
    ),
    Code.Q306: (
        "There is more than one {text}: {names}. Which?",
        "Birden çok {text} var: {names}. Hangisi?",
    ),
    Code.Q307: (
        "Which agency is this from? “{text}” does not settle it.",
        "Bu hangi ajanstan? “{text}” yetmiyor.",
    ),
    Code.Q308: (
        "The text gives this figure twice, with different values: {text}. Which one holds?",
        "Metin bu rakamı iki farklı değerle veriyor: {text}. Hangisi geçerli?",
    ),
    Code.Q309: (
        "Is {text} a share, votes or seats? It has no unit.",
        "{text} oran mı, oy mu, sandalye mi? Birimi yok.",
    ),
    Code.Q310: (
        "Which place is this about? “{text}” does not settle it.",
        "Bu hangi yerin rakamı? “{text}” yetmiyor.",
    ),
    Code.Q311: (
        "The text tells {text} only roughly. Is it to be taken as a figure?",
        "Metin {text} rakamını yaklaşık veriyor. Yine de alınsın mı?",
    ),
    Code.Q312: (
        "“{text}”: this candidate stands for another party ({names}). Which is right?",
        "“{text}”: bu aday başka bir partinin ({names}). Hangisi doğru?",
    ),
    Code.Q313: (
        "What does {text} stand for? Its row or column has no clear heading.",
        "{text} neyin rakamı? Satırının ya da sütununun başlığı açık değil.",
    ),
    Code.Q314: (
        "The shares read here add to more than 100. Whose is {text}?",
        "Burada okunan oranların toplamı 100'ü aşıyor. {text} kimin?",
    ),
    Code.Q315: (
        "The sentence names a year. Is {text} of this election?",
        "Cümlede yıl geçiyor. {text} bu seçimin rakamı mı?",
    ),
    Code.Q316: (
        "Which contest are the figures at “{text}” of: {names}? The text does not say.",
        "“{text}” rakamları hangi yarışın: {names}? Metin söylemiyor.",
    ),
    Code.Q317: (
        "What is {text}? It was left out.",
        "{text} neyin rakamı? Dışarıda bırakılmıştı.",
    ),
    Code.Q318: (
        "Which agency's figures are these? The table does not say: “{text}”.",
        "Bunlar hangi ajansın rakamları? Tablo söylemiyor: “{text}”.",
    ),
    Code.I301: (
        "{text}: a poll or a forecast, not a result.",
        "{text}: anket ya da tahmin, sonuç değil.",
    ),
    Code.I302: (
        "{text}: another election's figure.",
        "{text}: başka bir seçimin rakamı.",
    ),
    Code.I303: (
        "{text}: part of a recount or an objection.",
        "{text}: itiraz ya da yeniden sayım rakamı.",
    ),
    Code.I304: (
        "{text}: counts seats or offices, not votes.",
        "{text}: oy değil, sandalye ya da başkanlık sayısı.",
    ),
    Code.I305: (
        "{text}: voters; boxes not counted, or single ones; votes cast, valid or invalid.",
        "{text}: seçmen; sayılmayan ya da tek tek sandık; kullanılan, geçerli ya da geçersiz oy.",
    ),
    Code.I306: (
        "{text}: the headline; the text below gives its own figures.",
        "{text}: başlıktan; alttaki metin kendi rakamlarını veriyor.",
    ),
    Code.I307: (
        "{text}: a change or an earlier value, not the share itself.",
        "{text}: değişim ya da önceki değer, oranın kendisi değil.",
    ),
    Code.I308: (
        "{text}: a threshold, a hope, an example, or only spoken of.",
        "{text}: eşik, beklenti, örnek ya da yalnız sözü edilen.",
    ),
    Code.I309: (
        "{text}: of a place outside this election, or votes abroad.",
        "{text}: bu seçimin dışındaki bir yerin ya da yurt dışının rakamı.",
    ),
    Code.I310: (
        "{text}: waits for the answer about its place, its agency or whose it is.",
        "{text}: yeri, ajansı ya da kimin olduğu sorulduğu için bekliyor.",
    ),
    Code.I311: (
        "{text}: left out by you.",
        "{text}: siz dışarıda bıraktınız.",
    ),
    Code.I312: (
        "{text}: it was not understood what this is.",
        "{text}: ne olduğu anlaşılamadı.",
    ),
}
"""English and Turkish for every code of the reader."""
