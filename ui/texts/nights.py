"""What is said while a night is being made: why an answer or a row of a list is not taken.

Data, in English and Turkish; what there is to refuse is decided in `desk.nights`.
"""

from __future__ import annotations

from desk.facts.codes import Code

NIGHT_SENTENCES: dict[Code, tuple[str, str]] = {
    Code.E181: ("The list cannot be read: {problem}", "Liste okunamıyor: {problem}"),
    Code.E182: (
        "There is no place called “{text}” in Türkiye. {known}",
        "Türkiye'de “{text}” adlı bir yer yok. {known}",
    ),
    Code.E183: (
        "“{text}” may be several places: {choices}{and_more}. Write one of them like that.",
        "“{text}” birden çok yer olabilir: {choices}{and_more}. Birini böyle yazın.",
    ),
    Code.E184: (
        "Not voted for in {where}: {contests}. Choose other places or other contests.",
        "{where} için oylanmıyor: {contests}. Başka yer ya da başka yarış seçin.",
    ),
    Code.E185: (
        "A night needs a place. Choose one at least.",
        "Bir gecenin yeri olmalı. En az bir yer seçin.",
    ),
    Code.E186: (
        "“{text}” is no colour. Write one like #E30A17.",
        "“{text}” bir renk değil. #E30A17 gibi yazın.",
    ),
    Code.E187: (
        "“{text}” is already there, on line {first}. Keep one of them.",
        "“{text}” zaten var: satır {first}. Birini silin.",
    ),
    Code.E188: (
        "“{text}” is no kind of place. The kinds are: {names}.",
        "“{text}” bir yer türü değil. Türler: {names}.",
    ),
    Code.E189: (
        "“{place}” cannot lie in “{text}”: the list has no larger place of this name or id.",
        "“{place}”, “{text}” içinde olamaz: listede bu adda ya da numarada daha büyük bir yer yok.",
    ),
    Code.E190: (
        "The row names neither a party nor a candidate. Fill one of them.",
        "Satırda ne parti var ne aday. Birini doldurun.",
    ),
    Code.E191: (
        "“{text}” is not a day. Write it like 2029-03-25.",
        "“{text}” bir gün değil. 2029-03-25 gibi yazın.",
    ),
    Code.E192: (
        "A night needs an agency, and each only once.",
        "Bir gecenin en az bir ajansı olmalı, her ajans bir kez yazılmalı.",
    ),
    Code.E193: (
        "“{text}” is the last place of a contest and stays. Add another place first.",
        "“{text}” bir yarışın son yeri; çıkarılamaz. Önce başka bir yer ekleyin.",
    ),
    Code.E194: (
        "“{text}” cannot be there: what it lies in must be larger, its contests those of its kind.",
        "“{text}” orada olamaz: içinde bulunduğu yer daha büyük, yarışları türüne uygun olmalı.",
    ),
}
"""English and Turkish by code; names in braces are the refusal's values."""
