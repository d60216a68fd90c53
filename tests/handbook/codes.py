"""The handbook's page of codes, every example worked out: `python -m tests.handbook.codes`.

The page is docs/el-kitabi/kodlar.md. What leads each group is written here; examples and answers
are the desk's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desk.facts.codes import Code
from tests.handbook import figures, files, nights, posts, reader, table, typed
from tests.handbook.night import Example

PAGE = Path(__file__).resolve().parents[2] / "docs" / "el-kitabi" / "kodlar.md"

HEAD = """# Bulgular ve kodlar

Masa bir şeye takıldığında bunu bir cümleyle söyler; cümlenin kodu da vardır. Kodu bilmek gerekmez: kod,
yanınızdakine “bende D403 çıktı” diyebilmeniz için var. Aşağıda her kodun bir örneği, yanında masanın o örneğe verdiği
karşılık duruyor. Örneklerin hepsi İstanbul 2024 gecesinden; karşılıkları masa yazdı, kimse elden geçirmedi.

Bir bulgu yazmanıza da işlemenize de engel olmaz. Ajans gerçekten öyle yayımladıysa `Space` ile, gerekçesini yazarak
kabul edin.
"""

GROUPS = {
    "F": (
        "Olamaz (▲)",
        "Hata. Bu rakamların hepsi birden doğru olamaz: ya siz yanlış yazdınız ya ajans yanlış verdi. Bülteni "
        "yeniden okuyun; sizin yanlışınızsa `F4` ile düzeltin, ajansınsa gerekçesiyle kabul edin ya da ajansı arayın. "
        "Kabul edilmemiş bir hata, rakamını anan gönderiyi durdurur.",
    ),
    "W": (
        "Olası değil (●)",
        "Uyarı. Olabilir, ama bu gecenin gidişine uymuyor. Çoğu bir tuş yanlışıdır; masa doğrusunu tahmin edebiliyorsa "
        "yazar, `Ctrl+T` alır.",
    ),
    "D": (
        "Ajanslar ayrı (◆)",
        "Tek tek ikisi de doğru olabilir, ama birbirine uymuyorlar. Gönderide iki ajansı da, saatleriyle yazın.",
    ),
    "P": (
        "Gönderinin önünde duranlar",
        "Yayımlamadan önce masa gönderiyi okur. Durdurduğu şeyi düzeltin ya da gerekçesini yazıp yine de yayımlayın; "
        "yayın yasağı (P504) dışında hepsi gerekçeyle aşılır. Gerekçe defterde kalır.",
    ),
    "Q": (
        "Yapıştırılan metinde sorulanlar",
        "Masa emin olmadığını sormadan almaz. Yanıtlar `1`–`9`, “bu gecenin rakamı değil” `0` tuşundadır.",
    ),
    "I": (
        "Yapıştırılan metinde dışarıda bırakılanlar",
        "Bunlar rakamdır ama bu gecenin sonucu değildir. Yine de gerekliyse üstüne gelip `Enter` ile alın.",
    ),
    "E": (
        "Kabul edilmeyenler",
        "Yazılan bu hâliyle alınmaz, dosyaya da girmez; nedeni yanında durur, düzeltince geçer. Gerekçesiz düzeltme, iki "
        "kez işleme, olmayan yer ya da ajans, okunamayan liste burada. CSV, şablon ve komut satırını kullanmıyorsanız "
        "çoğunu hiç görmezsiniz.",
    ),
    "S": (
        "Dosya",
        "Dosyayla, diskle, yedekle ilgili olanlar. Ortak yanları şu: masa emin olmadığı dosyaya hiçbir şey yazmaz; "
        "açık gece pencerede eksiksiz durur, başka bir yere kaydedilebilir.",
    ),
}
"""By the letter of the codes, in the order an editor needs them."""


def examples() -> dict[Code, Example]:
    """An example for each code, worked out anew. ValueError if a code has two."""
    found: dict[Code, Example] = {}
    for room in (typed, table, figures, posts, nights, reader, files):
        for one in room.examples():
            if one.code in found:
                raise ValueError(f"{one.code} twice: {one.told}")
            found[one.code] = one
    return found


def page() -> str:
    """The page as it has to stand in the handbook."""
    found = examples()
    parts = [HEAD]
    for letter, (title, words) in GROUPS.items():
        rows = [
            f"| {one.code} | {_cell(one.told)} | {_cell(one.said)} |"
            for one in sorted(found.values(), key=lambda one: one.code)
            if one.code[0] == letter
        ]
        table_ = "\n".join(("| Kod | Örnek | Masa ne der |", "|---|---|---|", *rows))
        parts.append(f"## {title}\n\n{words}\n\n{table_}\n")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "¦")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
