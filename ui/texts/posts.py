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
        "Template {template}, line {line}: it cannot be read ({reason}). Mend it, or restore the "
        "desk's own.",
        "{template} şablonu, {line}. satır: okunamıyor ({reason}). Düzeltin ya da masanın kendi "
        "şablonuna dönün.",
    ),
    Code.E172: (
        "Template {template}, line {line}: there is no such name ({reason}). Mend it, or restore "
        "the desk's own.",
        "{template} şablonu, {line}. satır: böyle bir ad yok ({reason}). Düzeltin ya da masanın "
        "kendi şablonuna dönün.",
    ),
    Code.E173: (
        "Template {template}, line {line}: it cannot be carried out ({reason}). Mend it, or "
        "restore the desk's own.",
        "{template} şablonu, {line}. satır: yürütülemiyor ({reason}). Düzeltin ya da masanın kendi "
        "şablonuna dönün.",
    ),
    Code.E174: (
        'Template {template} makes {count} headlines: write one line that begins with "# ".',
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
        "The broadcast ban holds at {time} ({what}): until 18.00 nothing may go out, until 21.00 "
        "only official announcements. Once it is lifted, say when: Ctrl+Shift+L in the window, "
        "setting ban-lifted on the command line.",
        "Yayın yasağı saat {time} için geçerli ({what}): 18.00'e kadar hiçbir şey yayımlanamaz, "
        "21.00'e kadar yalnız resmî açıklamalar yayımlanabilir. Yasak kalkınca saatini girin: "
        "pencerede Ctrl+Shift+L, komut satırında ban-lifted ayarı.",
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
