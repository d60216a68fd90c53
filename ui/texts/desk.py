"""What is said of each code the desk raises, in English and Turkish: data, and nothing else.

How values get into the braces is `texts`' business; no rule and no Qt enters.
"""

from __future__ import annotations

from desk.facts.codes import Code

DESK_SENTENCES: dict[Code, tuple[str, str]] = {
    Code.E101: (
        "“{text}” is not a number. Type one like 58.63.",
        "“{text}” sayı değil. 58,63 gibi bir sayı yazın.",
    ),
    Code.E102: (
        "“{text}” has more than one decimal mark. Keep only one, as in 58.63.",
        "“{text}” içinde birden fazla ondalık işareti var. 58,63 gibi tek işaretle yazın.",
    ),
    Code.E103: (
        "“{text}” is above 100, and a share cannot be.{hint}",
        "“{text}” 100'den büyük; bir oran 100'ü aşamaz.{hint}",
    ),
    Code.E104: (
        "“{text}” is negative. Type shares and counts without a minus sign.",
        "“{text}” eksi bir sayı. Oranları ve sayıları eksi işareti olmadan yazın.",
    ),
    Code.E105: (
        "“{text}” has more than two decimals, so it may be a count. Type a share with at most two, "
        "or put the count in the votes row.",
        "“{text}” ikiden fazla ondalık basamaklı; oy sayısı olabilir. Oranı en çok iki basamakla "
        "yazın, oy sayısını oy satırına girin.",
    ),
    Code.E106: (
        "“{text}” can be read as a whole number and as a decimal one. Type it without thousands "
        "marks.",
        "“{text}” hem tam sayı hem ondalıklı sayı olarak okunabilir. Binlik işareti koymadan "
        "yazın.",
    ),
    Code.E107: (
        "“{text}” is not a whole number. Votes and ballot boxes are counted whole.",
        "“{text}” tam sayı değil. Oy ve sandık sayılarını tam sayı olarak yazın.",
    ),
    Code.E108: (
        "“{text}” is not a time of day. Type it like 19.25 or 1925.",
        "“{text}” bir saat değil. 19.25 ya da 1925 gibi yazın.",
    ),
    Code.E109: (
        "“{text}” has more than {limit} digits; no count of an election is that long. Check it.",
        "“{text}” {limit} basamaktan uzun; bir seçimde bu kadar büyük sayı olmaz. Kontrol edin.",
    ),
    Code.E110: (
        "“{text}” is a count, not a share. Put it in the votes row.",
        "“{text}” bir oran değil, sayı. Oy sayısını oy satırına girin.",
    ),
    Code.E121: (
        "There is no place called “{text}” in this election. {known}",
        "Bu seçimde “{text}” adlı bir yer yok. {known}",
    ),
    Code.E122: (
        "There is no agency called “{text}” in this file. {known}",
        "Bu dosyada “{text}” adlı bir ajans yok. {known}",
    ),
    Code.E123: (
        "There is no contender called “{text}” in this contest. {known}",
        "Bu yarışta “{text}” adlı bir aday ya da parti yok. {known}",
    ),
    Code.E124: (
        "“{text}” may mean more than one: {names}. Write the full name.",
        "“{text}” birden fazla ad olabilir: {names}. Tam adını yazın.",
    ),
    Code.E125: (
        "There is no contest called “{text}” in this election. {known}",
        "Bu seçimde “{text}” adlı bir yarış yok. {known}",
    ),
    Code.E126: (
        "“{text}” is not an item. The items are: {names}.",
        "“{text}” tanınan bir rakam türü değil. Şunlardan biri olmalı: {names}.",
    ),
    Code.E127: (
        "“{text}” is not a date and time. Write it like 2024-03-31T19:25.",
        "“{text}” tarih ve saat değil. 2024-03-31T19:25 gibi yazın.",
    ),
    Code.E128: (
        "{item} needs a contender. Say whose figure it is.",
        "{item} için aday ya da parti gerekli. Rakamın kimin olduğunu yazın.",
    ),
    Code.E129: (
        "{item} is about the whole bulletin, so “{text}” cannot stand in contender. Leave it "
        "empty.",
        "{item} bültenin tümü içindir; contender sütununda “{text}” olamaz. Orayı boş bırakın.",
    ),
    Code.E130: (
        "The bulletin already has this figure ({figure}) on line {first}. Keep one of them.",
        "Bültende bu rakam ({figure}) zaten var: satır {first}. Birini silin.",
    ),
    Code.E131: (
        "The figures cannot be read: {problem}",
        "Rakamlar okunamıyor: {problem}",
    ),
    Code.E132: (
        "{column} is empty. Fill it, or take the row out.",
        "{column} boş. Doldurun ya da satırı çıkarın.",
    ),
    Code.E133: (
        "There are no figures to record.",
        "Kaydedilecek rakam yok.",
    ),
    Code.E134: (
        "This {agency} bulletin for {place} at {time} is already in the file, figure for figure.",
        "{agency}, {place}, {time}: bu bülten aynı rakamlarla dosyada zaten var.",
    ),
    Code.E135: (
        "A correction or a withdrawal needs a reason. Write it in a few words.",
        "Düzeltme ve geri çekme için gerekçe gerekli. Birkaç sözcükle yazın.",
    ),
    Code.E136: (
        "The {agency} draft for {place} is empty. Type a figure before filing it.",
        "{agency}, {place}: taslak boş. İşlemeden önce bir rakam girin.",
    ),
    Code.E137: (
        "Bulletin {bulletin} no longer stands: it was replaced or withdrawn. Choose the one that "
        "does.",
        "{bulletin} numaralı bülten artık geçerli değil: düzeltilmiş ya da geri çekilmiş. Geçerli "
        "olanı seçin.",
    ),
    Code.E138: (
        "A draft of {agency} for {place} is under way. File or discard it first.",
        "{agency}, {place}: bekleyen bir taslak var. Önce onu işleyin ya da atın.",
    ),
    Code.E139: (
        "“{text}” is already there. Choose another name.",
        "“{text}” zaten var. Başka bir ad seçin.",
    ),
    Code.E140: (
        "“{text}” has figures, candidates or places of its own in this file and cannot be removed.",
        "“{text}” için bu dosyada rakam, aday ya da alt yer var; çıkarılamaz.",
    ),
    Code.E141: (
        "There is nothing to write yet: no bulletin for {places} makes this post. Record figures "
        "first, or choose another kind.",
        "Yazılacak bir şey yok: {places} için bu gönderiye yetecek bülten bulunmuyor. Önce rakam "
        "girin ya da başka bir tür seçin.",
    ),
    Code.E142: (
        "{agency}, {place}: “{text}” was not accepted and is still in its cell. Mend or clear it "
        "before filing.",
        "{agency}, {place}: “{text}” kabul edilmedi, hâlâ hücresinde duruyor. İşlemeden önce "
        "düzeltin ya da silin.",
    ),
    Code.E143: (
        "A leader has no value, yet value holds “{text}”. Leave it empty.",
        "leader satırında değer olmaz; value sütununda “{text}” var. Orayı boş bırakın.",
    ),
    Code.E148: (
        "No {agency} bulletin for {place} stands at {time}. Give the time of one that does.",
        "{agency}, {place}: saat {time} için geçerli bülten yok. Geçerli bir bültenin saatini "
        "verin.",
    ),
    Code.E144: (
        "“{text}” has a sign that is none, as texts of another encoding do. Type it anew.",
        "“{text}” içinde geçersiz bir karakter var; metnin kodlaması başka olabilir. Yeniden "
        "yazın.",
    ),
    Code.E149: (
        "Several {agency} bulletins for {place} stand at {time}. Choose one in the window.",
        "{agency}, {place}: saat {time} için birden çok geçerli bülten var. Birini pencerede "
        "seçin.",
    ),
    Code.F201: (
        "{agency}, {place}: the shares add to {total}, more than rounding allows over 100. Check "
        "them against the agency's bulletin.",
        "{agency}, {place}: oranların toplamı {total}; yuvarlama payıyla bile 100'ü aşıyor. "
        "Ajansın bülteniyle karşılaştırın.",
    ),
    Code.D402: (
        "{place}: {agency_a} has {leader_a} ahead, {agency_b} has {leader_b}. Check both before "
        "writing who leads.",
        "{place}: {to_a} göre {leader_a}, {to_b} göre {leader_b} önde. Kimin önde olduğunu "
        "yazmadan önce iki ajansı da kontrol edin.",
    ),
    Code.S900: (
        "{file}: there is no such file. Check its name and folder.",
        "{file}: böyle bir dosya yok. Adını ve klasörünü kontrol edin.",
    ),
    Code.S901: (
        "{file}: this is not a desk file. Nothing in it was touched.",
        "{file}: bu bir Seçim Masası dosyası değil. Dosyaya dokunulmadı.",
    ),
    Code.S902: (
        "{file}: a newer desk made this file (version {version}; this desk knows {known_version}). "
        "Open it with the newer one; nothing in it was touched.",
        "{file}: bu dosyayı daha yeni bir Seçim Masası yapmış (sürüm {version}; bu program "
        "{known_version} sürümüne kadar bilir). Yeni programla açın; dosyaya dokunulmadı.",
    ),
    Code.S903: (
        "{file}: the file is damaged or was not made by a desk{at}. Restore your latest backup; "
        "nothing in it was touched.",
        "{file}: dosya bozuk ya da masanın yapmadığı bir şey içeriyor{at}. Son yedeğe dönün; "
        "dosyaya dokunulmadı.",
    ),
    Code.S904: (
        "{file}: open at another desk ({holder}). Close it there, or open it here for reading "
        "only.",
        "{file}: başka bir masada açık ({holder}). Orada kapatın ya da burada salt okunur açın.",
    ),
    Code.S905: (
        "{file}: open for reading only, so nothing can be written. Open it again for writing.",
        "{file}: salt okunur açık, bir şey yazılamaz. Yazmak için dosyayı yeniden açın.",
    ),
    Code.S906: (
        "{file}: the disk is full and nothing was written. Make room, or save elsewhere.",
        "{file}: disk dolu, hiçbir şey yazılmadı. Yer açın ya da başka bir yere kaydedin.",
    ),
    Code.S907: (
        "{file}: it cannot be read or written; the disk may have gone or the folder be locked. "
        "Bring the disk back, or save elsewhere.",
        "{file}: okunamıyor ya da yazılamıyor; disk çıkarılmış ya da klasör kilitli olabilir. "
        "Diski geri takın ya da başka bir yere kaydedin.",
    ),
    Code.S908: (
        "{file}: a file of this name is already there. Choose another name.",
        "{file}: bu adda bir dosya zaten var. Başka bir ad seçin.",
    ),
    Code.S909: (
        "{folder}: the folder does not exist or cannot be written, or a file of this name cannot "
        "(another program may have it open). Choose another folder or name.",
        "{folder}: klasör yok, oraya yazılamıyor ya da bu adda bir dosya yazılamıyor (başka bir "
        "programda açık olabilir). Başka bir klasör ya da ad seçin.",
    ),
    Code.S910: (
        "{file}: the copy is not the same as the original and was discarded. Try another disk.",
        "{file}: kopya aslının aynısı çıkmadı, atıldı. Başka bir disk deneyin.",
    ),
    Code.S911: (
        "There is no election called “{election}”. {known}",
        "“{election}” adlı bir seçim yok. {known}",
    ),
    Code.S912: (
        "{file}: this file does not make an election ({reason}). Mend it, or choose another.",
        "{file}: bu dosyadan seçim çıkmıyor ({reason}). Düzeltin ya da başka bir dosya seçin.",
    ),
    Code.S913: (
        "{file}: while it was open here the file was emptied, cut short or written over. Nothing "
        "was written to it; the night is whole in this window: save everything elsewhere.",
        "{file}: dosya burada açıkken boşaltılmış, kesilmiş ya da üzerine başka bir şey yazılmış. "
        "Dosyaya hiçbir şey yazılmadı; gece bu pencerede eksiksiz duruyor: her şeyi başka bir yere "
        "kaydedin.",
    ),
    Code.S914: (
        "{file}: while it was open here another night was put in its place. Nothing was written "
        "to it; your night is whole in this window: save everything elsewhere.",
        "{file}: dosya burada açıkken yerine başka bir gece konmuş. Dosyaya hiçbir şey yazılmadı; "
        "sizin geceniz bu pencerede eksiksiz duruyor: her şeyi başka bir yere kaydedin.",
    ),
    Code.S915: (
        "{file}: while it was open here an older copy of this night was put in its place; what "
        "was written since is not in it. Nothing was written to it; the night is whole in this "
        "window: save everything elsewhere.",
        "{file}: dosya burada açıkken yerine bu gecenin eski bir kopyası konmuş; sonradan "
        "yazılanlar onda yok. Dosyaya hiçbir şey yazılmadı; gece bu pencerede eksiksiz duruyor: "
        "her şeyi başka bir yere kaydedin.",
    ),
    Code.E158: (
        "“{contest}” is not voted for in “{text}”.",
        "“{text}” için “{contest}” oylaması yok.",
    ),
    Code.E159: (
        "Figures or candidates go by the name “{text}”; it stays. Boxes, voters and the hour can "
        "be corrected.",
        "“{text}” adıyla girilmiş rakam ya da aday var; ad değişmez. Sandık, seçmen ve saat "
        "düzeltilebilir.",
    ),
    Code.S920: (
        "{where}: {fault}.",
        "{where} için: {fault}.",
    ),
    Code.S921: (
        "{where}: {unknown}.",
        "{where} için: {unknown}.",
    ),
    Code.S922: (
        "{where}: “{text}” is there twice, or is taken.",
        "{where}: “{text}” iki kez geçiyor ya da başkasının.",
    ),
    Code.S923: (
        "{where}: there is none; an election needs at least one.",
        "{where}: hiç yok; bir seçimde en az bir tane olmalı.",
    ),
    Code.S924: (
        "{where}: “{text}” cannot lie in “{other}”.",
        "{where}: “{text}”, “{other}” içinde olamaz.",
    ),
    Code.S925: (
        "The text is no JSON with an object in it.",
        "Metin, içinde bir nesne olan JSON değil.",
    ),
    Code.S926: (
        "Format {text} is not known; this desk reads 1 and {version}.",
        "{text} biçimi bilinmiyor; bu masa 1 ve {version} biçimlerini okuyor.",
    ),
    Code.S927: (
        "{where}: “{text}” belongs to an alliance that stands in this contest too.",
        "{where}: “{text}”, aynı yarışta yer alan bir ittifakın üyesi.",
    ),
    Code.S916: (
        "{file}: a desk was cut off while writing; what it had half written must be taken back "
        "first, and the file or its folder cannot be written here. Copy the file and the journal "
        "beside it to a folder you may write, and open it there.",
        "{file}: bir masa yazarken kesilmiş; yarım kalan önce geri alınmalı, ama dosyaya ya da "
        "klasörüne yazılamıyor. Dosyayı yanındaki “-journal” dosyasıyla birlikte yazabildiğiniz "
        "bir klasöre kopyalayıp orada açın.",
    ),
    Code.S917: (
        "{file}: somebody has changed it outside the desk: the first that is no longer as it was "
        "filed is {where}. It can be read, but nothing is written to it or goes out of it. Restore "
        "a backup from before.",
        "{file}: masanın dışında değiştirilmiş: işlendiği gibi olmayan ilk kayıt {where}. "
        "Okunabilir, ama üzerine yazılmaz, dışarı bir şey verilmez. Değişiklikten önceki bir "
        "yedeğe dönün.",
    ),
    Code.S918: (
        "{file}: the night is still being proved. In a moment.",
        "{file}: gece hâlâ doğrulanıyor. Birazdan.",
    ),
    Code.S919: (
        "{file}: the file or its folder may not be written here, so it can only be read. To go on "
        "with the night, copy it to a folder of your own and open it there.",
        "{file}: dosyaya ya da klasörüne burada yazılamıyor, gece yalnız okunabilir. Geceye devam "
        "etmek için dosyayı kendi klasörünüze kopyalayıp orada açın.",
    ),
}
"""English and Turkish by code; names in braces are the refusal's or finding's values."""

NOT_FOLLOWED: dict[Code, tuple[str, str]] = {
    Code.S902: ("a newer desk has brought it up to date", "daha yeni bir masa dosyayı yükseltmiş"),
    Code.S903: ("the file is damaged", "dosya bozuk"),
    Code.S904: ("the file is busy", "dosya meşgul"),
    Code.S906: ("the disk is full", "disk dolu"),
    Code.S907: ("the file cannot be reached", "dosyaya ulaşılamıyor"),
    Code.S909: ("the folder cannot be written", "klasöre yazılamıyor"),
    Code.S913: ("the file was emptied or written over", "dosya boşaltılmış ya da üzerine yazılmış"),
    Code.S914: ("another night is in its place", "yerinde başka bir gece var"),
    Code.S915: ("an older copy is in its place", "yerinde eski bir kopya var"),
    Code.S916: ("a write was cut short", "yarım kalmış bir yazma var"),
    Code.S917: ("it was changed outside the desk", "masanın dışında değiştirilmiş"),
}
"""Why an open file is not what the window shows, in the few words a status bar has room for."""

ELECTION_PROBLEMS: dict[str, tuple[str, str]] = {
    "missing": ("is missing", "eksik"),
    "empty": ("is empty", "boş"),
    "text": ("{text} is no text", "{text} bir metin değil"),
    "long": ("the text is too long", "metin çok uzun"),
    "unseen": (
        "{text} has a character that cannot be seen",
        "{text} içinde görünmeyen bir karakter var",
    ),
    "list": ("{text} is no list", "{text} bir liste değil"),
    "object": ("{text} is no object", "{text} bir nesne değil"),
    "count": (
        "{text} is no whole number from 0 on",
        "{text}, sıfırdan başlayan bir tam sayı değil",
    ),
    "flag": ("{text} is neither true nor false", "{text}, ne true ne false"),
    "kind": ("{text} is none of {kinds}", "{text}, şunlardan biri değil: {kinds}"),
    "clock": ("{text} is no hour like 17:00", "{text}, 17:00 gibi bir saat değil"),
    "date": ("{text} is no date like 2029-03-25", "{text}, 2029-03-25 gibi bir tarih değil"),
    "colour": ("{text} is no colour like #E30A17", "{text}, #E30A17 gibi bir renk değil"),
    "zone": ("there is no time zone {text}", "{text} diye bir saat dilimi yok"),
    "members": ("only an alliance has members", "yalnız ittifakın üyesi olur"),
    "parts": ("only a constituency has parts", "yalnız seçim çevresinin parçaları olur"),
}
"""What is wrong with a value in an election file, by the `fault` of S920."""

ELECTION_UNKNOWN: dict[str, tuple[str, str]] = {
    "party": ("party “{text}” is unknown", "“{text}” partisi bilinmiyor"),
    "place": ("place {text} is unknown", "{text} yeri bilinmiyor"),
    "contest": ("contest “{text}” is unknown", "“{text}” yarışı bilinmiyor"),
    "contender": ("contender “{text}” is unknown", "“{text}” adayı bilinmiyor"),
    "held": (
        "the contest cannot be held in “{text}”, or is not held there",
        "yarış “{text}” için yapılmıyor ya da yapılamaz",
    ),
}
"""What a name in an election file should have been, by the `what` of S921."""

FIGURES_PROBLEMS: dict[str, tuple[str, str]] = {
    "encoding": (
        "the text is not UTF-8. Save the CSV as “CSV UTF-8”.",
        "metin UTF-8 değil. CSV dosyasını “CSV UTF-8” olarak kaydedin.",
    ),
    "size": (
        "the file is longer than {limit} MB; nobody's figures are.",
        "dosya {limit} MB'den uzun; hiçbir rakam dosyası bu kadar olmaz.",
    ),
    "sheet": (
        "it is no Excel file that can be read. Save it anew as XLSX or CSV.",
        "okunabilen bir Excel dosyası değil. XLSX ya da CSV olarak yeniden kaydedin.",
    ),
    "twice": (
        "the same agency, place and time stand on row {first} already. Keep one of them.",
        "aynı ajans, yer ve saat {first}. satırda da var. Birini çıkarın.",
    ),
    "no_agency": (
        "whose figures they are is not said. Choose an agency, or the column that names it.",
        "rakamların hangi ajanstan olduğu belli değil. Ajansı ya da onu söyleyen sütunu seçin.",
    ),
    "no_place": (
        "of which place they are is not said. Choose the column that names it.",
        "rakamların hangi yerden olduğu belli değil. Yeri söyleyen sütunu seçin.",
    ),
    "no_time": (
        "of which time they are is not said. Type a time, or choose the column that has it.",
        "rakamların saati belli değil. Saati yazın ya da saat sütununu seçin.",
    ),
    "missing": (
        "the header lacks {columns}. It must be {header}.",
        "başlıkta şu sütunlar eksik: {columns}. Başlık şöyle olmalı: {header}.",
    ),
    "extra": (
        "the header has columns that do not belong there or stand twice: {columns}.",
        "başlıkta yeri olmayan ya da yinelenen sütunlar var: {columns}.",
    ),
    "cells": (
        "the row has more cells than the header. Put a value with a decimal comma in quotes, or "
        "use a decimal dot.",
        "satırda başlıktakinden fazla hücre var. Ondalık virgüllü değeri tırnak içine alın ya da "
        "nokta kullanın.",
    ),
    "more_cells": (
        "the row has more cells than the header. Put a text with a comma in quotes.",
        "satırda başlıktakinden fazla hücre var. Virgüllü metni tırnak içine alın.",
    ),
    "empty": (
        "there is no row under the header.",
        "başlığın altında hiç satır yok.",
    ),
    "quotes": (
        "a quotation mark is not closed, or stands in the wrong place.",
        "bir tırnak kapanmamış ya da yanlış yerde duruyor.",
    ),
}
"""What can be wrong with a CSV of figures (E131) or candidates (E156), by its `problem`."""
