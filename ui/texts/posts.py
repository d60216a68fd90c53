"""What is said of the codes of posts, in English and Turkish: data, and how values get in.

What stands in a post's way is decided in `desk.posts.gate`; nothing here knows why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.facts.codes import Code

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
        "{post} numaralı gönderi yayın defterinde yok ya da zaten istendiği gibi.",
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
        "“{text}” is no template. There are: {known}.",
        "“{text}” diye bir şablon yok. Olanlar: {known}.",
    ),
    Code.E164: (
        "{agency}, {place}: the post cites a figure this file does not have. Write it anew.",
        "{agency}, {place}: gönderi bu dosyada olmayan bir rakama dayanıyor. Yeniden yazın.",
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
    "win": (
        "“{text}”: a win is said with {opened} percent opened, and the house says it from {least} "
        "percent on. Write that somebody is ahead.",
        "“{text}”: açılan sandık yüzde {opened} iken kazanan ilan ediliyor; sınır yüzde {least}. "
        "“Önde” yazın.",
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
_FOUND = {
    "withdrawn": ("withdrawn", "geri çekildi"),
    "replaced": ("corrected since", "sonradan düzeltildi"),
    "everything": ("every post", "her gönderi"),
    "claims": ("figures that are not official", "resmî olmayan rakamlar"),
}


def obstacle_values(obstacle: Obstacle, language: str) -> dict[str, str]:
    """An obstacle's values with words for names, for its sentence."""
    at = int(language == "tr")
    values = dict(obstacle.values)
    for name in ("found", "what"):
        if (known := _FOUND.get(values.get(name, ""))) is not None:
            values[name] = known[at]
    if (problem := _PROBLEMS.get(values.get("problem", ""))) is not None:
        told = {name: values.get(name) or "?" for name in ("place", "agency", "text", "opened")}
        told["least"] = values.get("least", "")
        values["problem_said"] = problem[at].format_map(told)
    return values
