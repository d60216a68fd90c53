"""What is said of the codes of posts, in English and Turkish: data, and how values get in.

What stands in a post's way is decided in `desk.posts.gate`; nothing here knows why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.facts.codes import Code
from ui.texts.notation import written

if TYPE_CHECKING:
    from desk.facts.post import Obstacle

POST_SENTENCES: dict[Code, tuple[str, str]] = {
    Code.E161: (
        "A post of kind {kind} needs {option}.",
        "{kind} türündeki gönderi için {option} gerekli.",
    ),
    Code.E162: (
        "Nothing that was published is wrong: there is nothing to correct.",
        "Yayımlananlar içinde yanlış olan yok: düzeltilecek bir şey yok.",
    ),
    Code.E163: (
        "Post {post} is not in the ledger, or is already as asked.",
        "{post}: yayın defterinde böyle bir gönderi yok ya da zaten istendiği gibi.",
    ),
    Code.E171: (
        "Template {template}, line {line}: {wrong} Mend it, or restore the desk's own.",
        "{template} şablonu, {line}. satır: {wrong} Düzeltin ya da masanın kendi şablonuna dönün.",
    ),
    Code.E172: (
        "Template {template}, line {line}: {wrong} Mend it, or restore the desk's own.",
        "{template} şablonu, {line}. satır: {wrong} Düzeltin ya da masanın kendi şablonuna dönün.",
    ),
    Code.E173: (
        "Template {template}, line {line}: {wrong} Mend it, or restore the desk's own.",
        "{template} şablonu, {line}. satır: {wrong} Düzeltin ya da masanın kendi şablonuna dönün.",
    ),
    Code.E174: (
        "Template {template} makes {count} {count:headline|headlines}: write one line that begins "
        'with "# ".',
        "{template} şablonu {count} başlık üretiyor: “# ” ile başlayan tek bir satır yazın.",
    ),
    Code.E175: (
        "There is no template called “{text}”. {known}",
        "“{text}” diye bir şablon yok. {known}",
    ),
    Code.E164: (
        "{agency}, {place}: the post cites a figure this file does not have. Write it anew.",
        "{agency}, {place}: gönderi bu dosyada olmayan bir rakama dayanıyor. Yeniden yazın.",
    ),
    Code.E166: (
        "{election}: there is no earlier result of any of its contests, so there is nothing to "
        "rehearse from.",
        "{election}: yarışlarının hiçbirinin önceki bir sonucu yok; prova edilecek bir şey yok.",
    ),
    Code.E165: (
        "No chart goes with this post: it does not set shares of both agencies side by side. Send "
        "it without a picture.",
        "Bu gönderinin grafiği yok: iki ajansın oy oranlarını yan yana vermiyor. Resimsiz "
        "gönderin.",
    ),
    Code.P501: (
        "No cited figure backs {number} in “{text}”. Write the figure as it was published.",
        "“{text}” içindeki {number} hiçbir rakama dayanmıyor. Rakamı yayımlandığı gibi yazın.",
    ),
    Code.P502: (
        "{agency}, {place}, {time}: a cited figure does not stand ({found}). Correct it, or accept "
        "the finding with a reason.",
        "{agency}, {place}, {time}: gönderinin dayandığı rakam geçerli değil ({found}). Düzeltin "
        "ya da bulguyu gerekçesiyle kabul edin.",
    ),
    Code.P503: (
        "{agency}, {place}, {time}: the results have no opened share. Enter it, or leave them out.",
        "{agency}, {place}, {time}: sonuçların açılan sandık oranı yok. Oranı girin ya da "
        "sonuçları çıkarın.",
    ),
    Code.P504: (
        "The broadcast ban holds at {time} ({what}): unless it is lifted before, nothing may go "
        "out until 18.00, and until 21.00 only official announcements.",
        "Yayın yasağı saat {time} için geçerli ({what}): daha önce kaldırılmazsa 18.00'e kadar "
        "hiçbir şey yayımlanamaz, 21.00'e kadar yalnız resmî açıklamalar yayımlanabilir.",
    ),
    Code.P505: (
        "Not even-handed: {problem_said}",
        "Eşit davranılmıyor: {problem_said}",
    ),
    Code.P506: (
        "Not what was printed: {problem_said}",
        "Yayımlananla aynı değil: {problem_said}",
    ),
    Code.P510: (
        "“{text}” says a win {stage_said}, and the house says one from {least} percent opened on. "
        "Write who is ahead, or publish with a reason.",
        "“{text}” kazanan ilan ediyor; {stage_said}, sınır yüzde {least}. Kimin önde olduğunu "
        "yazın ya da gerekçeyle yayımlayın.",
    ),
    Code.P511: (
        "{place}: the agencies' hours are far apart ({hours}). {problem_said}",
        "{place}: ajansların saatleri birbirinden uzak ({hours}). {problem_said}",
    ),
    Code.P512: (
        "“{text}” is not so: {problem_said}",
        "“{text}” doğru değil: {problem_said}",
    ),
}
"""English and Turkish by code; names in braces are values."""

_PROBLEMS = {
    "missing": (
        "{place}: {agency} has figures and is left out. Say what both agencies say.",
        "{place}: {agency} verisi var ama gönderide yok. İki ajansı da yazın.",
    ),
    "order": (
        "{place}: the agencies stand in another order than elsewhere ({agency}). Keep one order.",
        "{place}: ajansların sırası öteki yerlerden farklı ({agency}). Hep aynı sırayı kullanın.",
    ),
    "text": (
        "The text gives but one. Write the hour behind each.",
        "Metinde yalnız biri var. Her birinin saatini yazın.",
    ),
    "headline": (
        "The headline sets them side by side as if they were of one hour. Put both hours in it.",
        "Başlık ikisini aynı saatin verisi gibi yan yana koyuyor. Başlığa iki saati de yazın.",
    ),
    "all": (
        "not every box is opened by {agency}, {place} ({count}). Write how many are.",
        "{agency}, {place} verisinde sandıkların tamamı açılmış değil ({count}). Kaçının "
        "açıldığını yazın.",
    ),
    "none": (
        "boxes are opened by {agency}, {place} ({count}). Write how many are.",
        "{agency}, {place} verisinde açılmış sandık var ({count}). Kaçının açıldığını yazın.",
    ),
    "left_out": (
        "the correction leaves out “{text}” Write it, or draft the correction anew.",
        "düzeltmede şu eksik: “{text}” Ekleyin ya da düzeltmeyi yeniden hazırlayın.",
    ),
    "never": (
        "nothing published says this or needs it any more: “{text}” Draft the correction anew.",
        "yayımlananlarda böyle bir yanlış yok ya da artık yok: “{text}” Düzeltmeyi yeniden "
        "hazırlayın.",
    ),
}
_STAGE = {
    False: ("while nobody knows how much is opened", "açılan sandık oranı bilinmiyor"),
    True: ("with {opened} percent opened", "açılan sandık yüzde {opened}"),
}
_NOT_BY_VOTES = ("which no agency's votes show", "hiçbir ajansın oyları bunu göstermiyor")
_FOUND = {
    "withdrawn": ("withdrawn", "geri çekildi"),
    "replaced": ("corrected since", "sonradan düzeltildi"),
    "everything": ("every post", "her gönderi"),
    "claims": ("figures that are not official", "resmî olmayan rakamlar"),
}


_AS_IT_STOOD = frozenset({"number", "text", "time"})
"""Values that repeat what stands in the post, and hours, which look like shares."""


def obstacle_values(obstacle: Obstacle, language: str) -> dict[str, str]:
    """An obstacle's values with words for names, for its sentence."""
    at = int(language == "tr")
    values = {
        name: value if name in _AS_IT_STOOD else written(value, language)
        for name, value in obstacle.values.items()
    }
    for name in ("found", "what"):
        if (known := _FOUND.get(values.get(name, ""))) is not None:
            values[name] = known[at]
    if (problem := _PROBLEMS.get(values.get("problem", ""))) is not None:
        told = {name: values.get(name) or "?" for name in ("place", "agency", "text")}
        told["count"] = values.get("boxes") or _per_cent(values.get("opened", ""), at)
        values["problem_said"] = problem[at].format_map(told)
    if obstacle.code is Code.P510:
        opened = values["opened"]
        said = (_NOT_BY_VOTES if "problem" in values else _STAGE[bool(opened)])[at]
        values["stage_said"] = said.format(opened=opened)
    return values


def _per_cent(number: str, at: int) -> str:
    return (f"%{number}" if at else f"{number} percent") if number else "?"


TEMPLATE_PROBLEMS: dict[str, tuple[str, str]] = {
    "open_tag": (
        "{{% {text} %}} is not closed: {{% {closing} %}} is missing.",
        "{{% {text} %}} kapanmamış: {{% {closing} %}} eksik.",
    ),
    "other_end": (
        "{{% {end} %}} stands here while {{% {text} %}} is open: close that first, with "
        "{{% {closing} %}}.",
        "burada {{% {end} %}} var, açık olan ise {{% {text} %}}: önce onu {{% {closing} %}} ile "
        "kapatın.",
    ),
    "no_begin": (
        "{{% {text} %}} belongs to nothing: what it closes is not open.",
        "{{% {text} %}} boşta: kapattığı bir şey yok.",
    ),
    "comment": (
        "a note begun with {{# is not closed with #}}.",
        "{{# ile açılan not #}} ile kapanmamış.",
    ),
    "tag": ("there is no {{% {text} %}}. {known}", "{{% {text} %}} diye bir komut yok. {known}"),
    "open_sign": (
        "the text ends where {text} is still missing.",
        "metin bitiyor, {text} ise hâlâ eksik.",
    ),
    "nothing": (
        "a name or a value is missing here.",
        "burada bir ad ya da değer eksik.",
    ),
    "instead": (
        "here stands {text}, where {expected} has to stand.",
        "burada {text} var, {expected} olmalıydı.",
    ),
    "unexpected": ("{text} does not belong here.", "{text} buraya uymuyor."),
    "quote": (
        "a text is begun with {text} and not ended with it.",
        "{text} ile açılan metin {text} ile kapanmamış.",
    ),
    "sign": (
        "the sign {text} means nothing between the braces.",
        "{text} işaretinin süslü ayraçlar içinde anlamı yok.",
    ),
    "decimal": (
        "a number written here is a whole one, without a point.",
        "buraya yazılan sayı tam sayı olur, noktası olmaz.",
    ),
    "twice": (
        "{{% block {text} %}} is there twice. Rename one of them.",
        "{{% block {text} %}} iki kez var. Birinin adını değiştirin.",
    ),
    "syntax": ("what stands here is not understood.", "burada yazılan anlaşılmıyor."),
    "unreadable": (
        "its file cannot be read. See whether it is open elsewhere.",
        "dosyası okunamıyor. Başka yerde açık mı, bakın.",
    ),
    "encoding": (
        "its file is not UTF-8. Save it as UTF-8.",
        "dosyası UTF-8 değil. UTF-8 olarak kaydedin.",
    ),
    "filter": ("there is no filter {text}. {known}", "{text} diye bir süzgeç yok. {known}"),
    "test": ("there is no test {text}. {known}", "{text} diye bir sınama yok. {known}"),
    "name": ("there is no name {text}. {known}", "{text} diye bir ad yok. {known}"),
    "attribute": (
        "what stands before it has no {text}. {known}",
        "noktadan öncekinin {text} diye bir alanı yok. {known}",
    ),
    "template": ("there is no template {text}. {known}", "{text} diye bir şablon yok. {known}"),
    "not_shared": (
        "the template that is imported has no {text}.",
        "içe alınan şablonda {text} yok.",
    ),
    "of_none": (
        "{text} is asked of what was not said. Put {{% if … %}} around it.",
        "{text} söylenmemiş bir şeyden isteniyor. Çevresine {{% if … %}} koyun.",
    ),
    "place": (
        "the list has no entry {text}; the first one is 0.",
        "listenin {text} numaralı ögesi yok; ilki 0'dır.",
    ),
    "hidden": ("{text} is not for templates.", "{text} şablonlara kapalı."),
    "argument": (
        "the macro is called without its {text}.",
        "makro, {text} verilmeden çağrılıyor.",
    ),
    "empty": (
        "an entry is asked of an empty list. Put {{% if … %}} around it.",
        "boş bir listeden öge isteniyor. Çevresine {{% if … %}} koyun.",
    ),
    "too_much": (
        "it works or writes more than a post can need: a loop without an end?",
        "bir gönderiye gerekenden çok iş yapıyor ya da çok yazıyor: bitmeyen bir döngü mü?",
    ),
    "itself": ("it calls itself without an end.", "durmadan kendini çağırıyor."),
    "not_said": (
        "what was not said is to be put out. Put {{% if … %}} around it.",
        "söylenmemiş bir şey yazdırılıyor. Çevresine {{% if … %}} koyun.",
    ),
    "not_text": (
        "a list or a whole entry is to be put out. Name the part you want, or go through it with "
        "{{% for … %}}.",
        "bir liste ya da bütün bir kayıt yazdırılıyor. İstediğiniz alanı yazın ya da {{% for … %}} "
        "ile dolaşın.",
    ),
    "operator": (
        "{text} is not known here; there are + - * // and %.",
        "{text} burada yok; olanlar + - * // ve %.",
    ),
    "numbers": (
        "{text} is for numbers; texts are joined by ~.",
        "{text} sayılar içindir; metinler ~ ile birleşir.",
    ),
    "number": (
        "the filter is for numbers, and what stands before it is none.",
        "süzgeç sayılar içindir, önündeki ise sayı değil.",
    ),
    "time": (
        "the filter is for times, and what stands before it is none.",
        "süzgeç saatler içindir, önündeki ise saat değil.",
    ),
    "zero": ("it divides by zero.", "sıfıra bölüyor."),
    "not_list": (
        "what is to be gone through is no list.",
        "dolaşılmak istenen, liste değil.",
    ),
    "not_macro": (
        "what stands before the bracket is no macro. Leave the bracket out.",
        "ayraçtan önceki bir makro değil. Ayracı kaldırın.",
    ),
    "compared": (
        "two things are compared that have no order, as a text and a number.",
        "sırası olmayan iki şey karşılaştırılıyor; metinle sayı gibi.",
    ),
    "arguments": (
        "a macro or a filter is given other values than it takes.",
        "bir makroya ya da süzgece aldığından başka değerler veriliyor.",
    ),
    "no_word": (
        "a suffix is asked for without a word. Put {{% if … %}} around it.",
        "ek isteniyor, sözcük yok. Çevresine {{% if … %}} koyun.",
    ),
    "type": (
        "this cannot be done with what stands here.",
        "burada duranla bu yapılamaz.",
    ),
    "long": (
        "it is longer than any template has to be.",
        "bir şablonun olabileceğinden uzun.",
    ),
}
"""What is wrong with a template, and where it helps the way out."""
