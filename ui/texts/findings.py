"""What is said of each finding of the rules, in English and Turkish: data, and how names get in.

Which rule was broken, and from which numbers, is decided in `desk`; F201 and D402 stand in
`desk`, where the first of them always stood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.facts.bulletin import Item
from desk.facts.codes import Code
from desk.facts.finding import Finding, SlipOfHand, Suggestion
from ui.texts.notation import written
from ui.texts.numbered import numbered

if TYPE_CHECKING:
    from desk.facts.election import Election

FINDING_SENTENCES: dict[Code, tuple[str, str]] = {
    Code.E151: (
        "There is no setting called “{text}”. {known}",
        "“{text}” adlı bir ayar yok. {known}",
    ),
    Code.E152: (
        "“{text}” cannot be {name}; it may be {allowed}.",
        "{name} için “{text}” olmaz; şunlardan biri olabilir: {allowed}.",
    ),
    Code.E153: (
        "A candidate of {other} is already named here, so “{text}” is one too many. Keep one.",
        "{other} için burada zaten bir aday var; “{text}” fazla. Yalnız birini bırakın.",
    ),
    Code.E154: (
        "“{text}” is not the name of a person. Write first name and surname, without digits.",
        "“{text}” bir kişi adı değil. Adı ve soyadı rakamsız yazın.",
    ),
    Code.E155: (
        "The row does not say its contest, and the night has several. Fill the column contest.",
        "Satırda yarış belirtilmemiş; bu gecede birden çok yarış var. yarış sütununu doldurun.",
    ),
    Code.E156: (
        "The list of candidates cannot be read: {problem}",
        "Aday listesi okunamıyor: {problem}",
    ),
    Code.E157: (
        "The numbers take {rows} × {columns} cells, down and across; from this cell there is room "
        "for {room_down} × {room_across}. Nothing was entered.",
        "Sayılar aşağı ve yana {rows} × {columns} hücre tutuyor; bu hücreden başlayınca "
        "{room_down} × {room_across} hücre yer var. Hiçbiri girilmedi.",
    ),
    Code.F202: (
        "{agency}, {place}: the shares with Others add to {total}; {missing} "
        "{missing:point is|points are} missing. Look for a row left out or a wrong digit. {mend}",
        "{agency}, {place}: Diğer dahil oranların toplamı {total}; {missing} puan eksik. Atlanan "
        "bir satır ya da yanlış bir hane arayın. {mend}",
    ),
    Code.F203: (
        "{agency}, {place}: {beside} {boxes} of {boxes_of} {boxes_of:box|boxes} cannot be opened. "
        "Check the boxes and the opened share. {mend}",
        "{agency}, {place}: {beside} {boxes_of} sandıktan {boxes} tanesi açılmış olamaz. Sandık "
        "sayılarını ve oranı kontrol edin. {mend}",
    ),
    Code.F204: (
        "{agency}, {place}: {votes} {votes:vote|votes} cannot be beside {voters} {reason}. Check "
        "for a digit too many or too few. {mend}",
        "{agency}, {place}: {votes} oy, {reason} {voters} iken olamaz. Fazladan ya da eksik bir "
        "hane olup olmadığına bakın. {mend}",
    ),
    Code.F205: (
        "{agency}, {place}: {who} has {votes} {votes:vote|votes} and a share of {share}; with the "
        "other figures both cannot be. Check the two. {mend}",
        "{agency}, {place}: {who} için {votes} oy ile {share} oranı öteki rakamlarla birlikte "
        "doğru olamaz. İkisini de kontrol edin. {mend}",
    ),
    Code.F206: (
        "{agency}, {place}: the bulletin states {stated}, but by its own figures {first} leads by "
        "{ahead}. Check the lead and the shares. {mend}",
        "{agency}, {place}: bültende {stated} yazıyor, ama kendi rakamlarına göre {first} {ahead} "
        "farkla önde. Farkı ve oranları kontrol edin. {mend}",
    ),
    Code.F207: (
        "{agency}, {place}: {empty}. It looks like a placeholder: wait for real figures. {mend}",
        "{agency}, {place}: {empty}. Boş şablona benziyor; gerçek rakamları bekleyin. {mend}",
    ),
    Code.F208: (
        "{agency}, {place}: another bulletin for {time} already says something else. Correct one "
        "of them or change the time. {mend}",
        "{agency}, {place}: {time} için başka rakamlı bir bülten zaten var. Birini düzeltin ya da "
        "saati değiştirin. {mend}",
    ),
    Code.F209: (
        "{agency}, {place}: the time {time} cannot be right beside {other} ({reason}). Check the "
        "time, and this computer's clock. {mend}",
        "{agency}, {place}: {time} saati, {other} ile birlikte olamaz ({reason}). Bültenin "
        "saatini ve bilgisayarın saatini kontrol edin. {mend}",
    ),
    Code.F210: (
        "{agency}, {place}: {seats} {seats:seat is|seats are} more than the {seats_of} there are. "
        "Check the seats for a digit too many or a row twice. {mend}",
        "{agency}, {place}: {seats} sandalye, buradaki {seats_of} sandalyeden fazla. Sandalyelerde "
        "fazla bir hane ya da iki kez girilmiş bir satır arayın. {mend}",
    ),
    Code.W301: (
        "{agency}, {place}: {who} went down from {before} to {now}. A count only grows; check the "
        "figure and the time. {mend}",
        "{agency}, {place}: {who} {before} iken {now} oldu. Sayım geri gitmez; rakamı ve saati "
        "kontrol edin. {mend}",
    ),
    Code.W302: (
        "{agency}, {place}: {who} went from {before} to {now} while the opened share went from "
        "{opened_before} to {opened_now}. Whatever is in the new boxes, it could only be between "
        "{least} and {most}; check the figure. {mend}",
        "{agency}, {place}: {who} {before} iken {now} oldu, açılan sandık oranı {opened_before} "
        "iken {opened_now}. Yeni sandıklardan ne çıkarsa çıksın {least} ile {most} arasında "
        "kalırdı; rakamı kontrol edin. {mend}",
    ),
    Code.W303: (
        "{agency}, {place}: {who} at {now} is far from what this night makes likely ({low} to "
        "{high}). Check the figure. {mend}",
        "{agency}, {place}: {who} için {now}, bu gecenin olağan aralığının ({low} ile {high} "
        "arası) çok dışında. Rakamı kontrol edin. {mend}",
    ),
    Code.W304: (
        "{agency}, {place}: opened went from {before} to {now} and not a digit of the shares "
        "changed. Check that the newest bulletin was keyed. {mend}",
        "{agency}, {place}: açılan sandık oranı {before} iken {now} oldu, oy oranları hiç "
        "değişmedi. Son bültenin girildiğinden emin olun. {mend}",
    ),
    Code.W305: (
        "{agency}, {place}: silent since {since}, for {minutes} {minutes:minute|minutes}; usually "
        "it speaks every {usual}. Look for a newer bulletin.",
        "{agency}, {place}: son bülten {since}, {minutes} dakikadır yenisi yok; olağan aralığı "
        "{usual} dakika. Yeni bülten arayın.",
    ),
    Code.W306: (
        "{agency}, {place}: these figures fit elsewhere better than here. Check agency, place and "
        "time. {mend}",
        "{agency}, {place}: bu rakamlar buradan çok başka bir yere uyuyor. Ajansı, yeri ve saati "
        "kontrol edin. {mend}",
    ),
    Code.W307: (
        "{agency}, {place}: two rows fit better exchanged. Check whose figures they are. {mend}",
        "{agency}, {place}: iki satır yer değiştirince daha iyi uyuyor. Rakamların kimin olduğunu "
        "kontrol edin. {mend}",
    ),
    Code.W308: (
        "{agency}, {place}: one slip of a key would explain {from}. Compare it with the bulletin. "
        "{mend}",
        "{agency}, {place}: {from} tek bir tuş hatasıyla açıklanabilir. Bültenle karşılaştırın. "
        "{mend}",
    ),
    Code.W309: (
        "{agency}, {place}: {who} at {now} where {usual} is usual. Check the row. {mend}",
        "{agency}, {place}: {who} için {now}; olağanı {usual}. Satırı kontrol edin. {mend}",
    ),
    Code.W310: (
        "{agency}, {place}: {who} at {now} does not fit the districts (mean {mean}, from {least} "
        "to {most}). Check the province and the districts. {mend}",
        "{agency}, {place}: {who} için {now} ilçelere uymuyor (ortalama {mean}, {least} ile {most} "
        "arası). İl ve ilçe rakamlarını kontrol edin. {mend}",
    ),
    Code.W311: (
        "{agency}, {place}: {votes} is not what turnout or votes per box should be here (usual "
        "{usual}). Check votes, boxes and turnout. {mend}",
        "{agency}, {place}: katılım ya da sandık başına oy {votes}; burada olağanı {usual}. "
        "Oyları, sandıkları ve katılımı kontrol edin. {mend}",
    ),
    Code.W312: (
        "{agency}, {place}: the opened share jumped from {before} to {now}; about {usual} "
        "{usual:point|points} were to be expected. Check it. {mend}",
        "{agency}, {place}: açılan sandık oranı {before} iken {now} oldu; beklenen artış {usual} "
        "puan kadardı. Kontrol edin. {mend}",
    ),
    Code.W313: (
        "{agency}, {place}: the votes are those of {place_other} to the last digit ({who} "
        "{votes}). Check which place the bulletin is of. {mend}",
        "{agency}, {place}: oylar son hanesine kadar {place_other} ilçesininkiyle aynı ({who} "
        "{votes}). Bültenin hangi yere ait olduğunu kontrol edin. {mend}",
    ),
    Code.W314: (
        "{agency}, {place}: {who} at {now} and behind {second}; last time it led with {usual}. The "
        "lead has turned by {moved} {moved:point|points}. Check whose figures they are. {mend}",
        "{agency}, {place}: {who} için {now} ve {second} önde; geçen seçimde {usual} ile {who} "
        "öndeydi. Fark {moved} puan ters döndü. Rakamların kimin olduğunu kontrol edin. {mend}",
    ),
    Code.W315: (
        "{agency}, {place}: every box was opened, and yet {who} went from {before} to {now}. Check "
        "the figure, the place and the opened share. {mend}",
        "{agency}, {place}: sandıkların tamamı açılmıştı, yine de {who} {before} iken {now} oldu. "
        "Rakamı, yeri ve açılan sandık oranını kontrol edin. {mend}",
    ),
    Code.W317: (
        "{agency}, {place}: no votes within the printed shares give these seats. {furthest} Check "
        "the seats and the place. {mend}",
        "{agency}, {place}: yazılan oranlara sığan hiçbir oy dağılımı bu sandalyeleri vermiyor. "
        "{furthest} Sandalyeleri ve yeri kontrol edin. {mend}",
    ),
    Code.W316: (
        "{agency}, {place}: {who} led with {before} a bulletin ago and is missing here. Look for "
        "the row left out.",
        "{agency}, {place}: bir önceki bültende {before} ile önde olan {who} burada yok. Atlanan "
        "satırı arayın.",
    ),
    Code.D401: (
        "{place}: {who} is {share_a} by {agency_a} and {share_b} by {agency_b}: {gap} "
        "{gap:point|points}, above the {threshold} expected at this stage. Say both.",
        "{place}: {who} {to_a} göre {share_a}, {to_b} göre {share_b}: fark {gap} puan, bu aşama "
        "için eşik {threshold}. İkisini de yazın.",
    ),
    Code.D403: (
        "{place}: {who} at {share} ({opened} opened) and at {share_other} by {agency_other} "
        "({opened_other} opened) cannot both be right. Check both before citing either. {mend}",
        "{place}: {who} için {share} (açılan {opened}) ile {agency_other} rakamı {share_other} "
        "(açılan {opened_other}) birlikte doğru olamaz. Yazmadan önce ikisini de kontrol edin. "
        "{mend}",
    ),
    Code.D404: (
        "{place}: {who} is {share} in both agencies to the digit, while others are up to {gap} "
        "{gap:point|points} apart. Check that it was not copied across ({agency_other}). {mend}",
        "{place}: {who} iki ajansta da tıpatıp {share}, öteki rakamlarda fark {gap} puana varıyor. "
        "Birinden ötekine kopyalanmadığından emin olun ({agency_other}). {mend}",
    ),
    Code.D405: (
        "{place}: when both had opened {opened}, {who} was still {gap} {gap:point|points} apart: "
        "it is no effect of the stage. Ask the agencies.",
        "{place}: açılan sandık oranı ikisinde de {opened} iken {who} için fark yine {gap} puan: "
        "nedeni sayım aşaması değil. Ajanslara sorun.",
    ),
    Code.D406: (
        "{place}: {agency_a} has {ahead_a}, {agency_b} has {ahead_b}: {gap} {gap:point|points} "
        "apart, above the {threshold} expected at this stage. Say both.",
        "{place}: {to_a} göre {ahead_a}, {to_b} göre {ahead_b}; arada {gap} puan var, bu aşama "
        "için eşik {threshold}. İkisini de yazın.",
    ),
}
"""English and Turkish by code; names in braces are the finding's values."""

_REASONS = {
    "polls": ("the polls had not closed", "sandıklar kapanmamıştı"),
    "future": ("the clock is not there yet", "saat daha oraya gelmedi"),
    "order": ("a later bulletin is filed already", "daha yeni bir bülten dosyada"),
    "voters": ("registered voters", "kayıtlı seçmen"),
    "districts": ("in its districts together", "ilçelerin toplamı"),
}
_REST = ("the contenders not named", "adı yazılmayanlar")
_OPENED = ("the opened share", "açılan sandık oranı")
_AHEAD = ("{who} {lead} {lead:point|points} ahead", "{who} {lead} puan önde")
_LEVEL = ("nobody ahead", "önde olan yok")
_ALL_FOR_ONE = ("all for one contender ({who})", "oyların tümü tek adayda ({who})")
_NOTHING_OPENED = ("figures with nothing opened", "hiç sandık açılmadan rakam")
_ALL_ZEROS = ("nothing but zeros", "yalnız sıfırlar")
_FURTHEST = (
    "The furthest is {who} with {now}; the shares would give {usual}.",
    "En uzağı {who}: {now}; oranlara göre {usual} olurdu.",
)
_AT_SHARE = ("with {opened} % opened,", "açılan sandık oranı {opened} iken")


def names_of(finding: Finding, election: Election, language: str) -> dict[str, str]:
    """The parts of a finding's sentence that are names, or follow from its suggestion."""
    turkish = language == "tr"
    contest = finding.slots[0].source.contest
    said: dict[str, str] = {}
    for name in ("who", "first", "second", "stated"):
        code = finding.values.get(name)
        if code is not None:
            said[name] = _label(election, contest, code) if code else ""
    if finding.code is Code.F207:
        said["empty"] = _empty(finding, said.get("who", ""))[turkish]
    elif said.get("who") == "":
        said["who"] = (_OPENED if finding.code is Code.W301 else _REST)[turkish]
    if finding.code is Code.F203:
        opened = written(finding.values.get("opened", ""), language)
        said["beside"] = _AT_SHARE[turkish].format(opened=opened) if opened else ""
    if finding.code is Code.W317:
        told = {**finding.values, **said}
        said["furthest"] = _FURTHEST[turkish].format_map(told) if told.get("usual") else ""
    if finding.code is Code.D406:
        for side in ("a", "b"):
            who, lead = (finding.values.get(f"{name}_{side}", "") for name in ("leader", "lead"))
            ahead = (_AHEAD if who else _LEVEL)[turkish]
            label = _label(election, contest, who)
            said[f"ahead_{side}"] = numbered(ahead, who=label, lead=written(lead, language))
    if why := _REASONS.get(finding.values.get("why") or finding.values.get("of", "")):
        said["reason"] = why[turkish]
    said["mend"] = _mend(finding.suggestion, election, contest, turkish)
    return said


def _empty(finding: Finding, who: str) -> tuple[str, str]:
    """Which of the three things a placeholder is told by, in English and Turkish."""
    if who:
        english, turkish = _ALL_FOR_ONE
        return english.format(who=who), turkish.format(who=who)
    zeros = all(slot.row.item is Item.SHARE for slot in finding.slots)
    return _ALL_ZEROS if zeros else _NOTHING_OPENED


def _mend(suggestion: Suggestion | None, election: Election, contest: str, turkish: bool) -> str:
    """What was probably meant, as a sentence of its own."""
    if suggestion is None:
        return ""
    match suggestion.kind:
        case SlipOfHand.AGENCY:
            said = ("Is it {what}'s?", "Başka ajansın olabilir: {what}.")
            return said[turkish].format(what=suggestion.agency)
        case SlipOfHand.PLACE:
            said = ("Is it {what}?", "Başka yerin olabilir: {what}.")
            return said[turkish].format(what=suggestion.place)
        case SlipOfHand.OLD:
            clock = f"{suggestion.as_of:%H.%M}" if suggestion.as_of else ""
            said = ("Is it the bulletin of {what}?", "Eski bülten olabilir: {what}.")
            return said[turkish].format(what=clock)
        case SlipOfHand.COPIED if not suggestion.figures:
            row = next(iter(suggestion.was))
            said = (
                "Was {who} copied from {what}?",
                "{who} başka ajanstan kopyalanmış olabilir: {what}.",
            )
            who = _label(election, contest, row.contender)
            return said[turkish].format(who=who, what=suggestion.agency)
    pairs = []
    for row, new in suggestion.figures.items():
        old = suggestion.was.get(row, "")
        new, old = (written(text, "tr" if turkish else "en") for text in (new, old))
        who = f"{_label(election, contest, row.contender)} " if row.contender else ""
        pairs.append(f"{who}{new} ({old})")
    said = ("Was it meant to be {what}?", "Doğrusu şu olabilir: {what}.")
    return said[turkish].format(what=", ".join(pairs))


def _label(election: Election, contest: str, code: str) -> str:
    try:
        return election.label(contest, code)
    except KeyError:
        return code
