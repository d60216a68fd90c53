"""What the command line says besides refusals: results, misuse, column headers; two languages.

Sentences of codes stand in `texts`; nothing here decides anything.
"""

from __future__ import annotations

from ui.texts.numbered import numbered_of
from ui.texts.sentences import LANGUAGES, system_language

PROGRAM = "secim-masasi"

_WORDS: dict[str, tuple[str, str]] = {
    "created": (
        "{file}: {election}; places: {places}, contests: {contests}.",
        "{file}: {election}; yer: {places}, yarış: {contests}.",
    ),
    "election_made": (
        "{file}: {election}; places: {places}, contests: {contests}, contenders: {contenders}.",
        "{file}: {election}; yer: {places}, yarış: {contests}, aday/parti: {contenders}.",
    ),
    "election_whole": (
        "{file}: {election}; places: {places}, contests: {contests}, contenders: {contenders}, "
        "parties: {parties}, agencies: {agencies}.",
        "{file}: {election}; yer: {places}, yarış: {contests}, aday/parti: {contenders}, "
        "parti: {parties}, ajans: {agencies}.",
    ),
    "election_faults": (
        "{file}: {count} {count:fault|faults}; this makes no night.",
        "{file}: {count} kusur; bundan gece olmaz.",
    ),
    "election": ("Election", "Seçim"),
    "name": ("Name", "Ad"),
    "places": ("Places", "Yer"),
    "contests": ("Contests", "Yarış"),
    "shipped": ("shipped", "programla gelen"),
    "where_kept": ("File", "Dosya"),
    "recorded": (
        "{file}: figures recorded: {figures}, bulletins filed: {bulletins}.",
        "{file}: yazılan rakam: {figures}, işlenen bülten: {bulletins}.",
    ),
    "corrected": (
        "{file}: bulletins corrected: {bulletins}.",
        "{file}: düzeltilen bülten: {bulletins}.",
    ),
    "candidates": (
        "{file}: candidates listed: {new}, taken out: {gone}, now: {all}.",
        "{file}: eklenen aday: {new}, çıkarılan: {gone}, şimdi: {all}.",
    ),
    "more_refused": (
        "{rows} more {rows:row was|rows were} refused. Nothing was stored.",
        "{rows} satır daha kabul edilmedi. Hiçbir şey kaydedilmedi.",
    ),
    "withdrawn": (
        "{file}: withdrawn: {agency}, {place}, {time}.",
        "{file}: geri çekildi: {agency}, {place}, {time}.",
    ),
    "accepted": ("{file}: accepted: {finding}", "{file}: kabul edildi: {finding}"),
    "accepted_already": (
        "{whose}: {code} has been accepted already (“{reason}”).",
        "{whose}: {code} daha önce kabul edilmiş (“{reason}”).",
    ),
    "no_such_finding": (
        "{whose}: no open finding {code}; open there: {codes}.",
        "{whose}: açık {code} bulgusu yok; açık olanlar: {codes}.",
    ),
    "no_open_finding": (
        "{whose}: nothing that was found there is open.",
        "{whose}: burada açık bulgu yok.",
    ),
    "rehearsed": (
        "{file}: REHEARSAL of seed {seed}; last bulletin {until}; slips put in: {slips}.",
        "{file}: PROVA, senaryo no {seed}; son bülten {until}; içine konan hata: {slips}.",
    ),
    "rehearsed_nothing": (
        "{file}: REHEARSAL of seed {seed}; no bulletin has come in by then.",
        "{file}: PROVA, senaryo no {seed}; o saate kadar gelen bülten yok.",
    ),
    "missed": (
        "{file}: slips put in: {slips}, still standing: {missed}.",
        "{file}: konan hata: {slips}, hâlâ duran: {missed}.",
    ),
    "slip": ("{figure}: {typed}, should be {truth}", "{figure}: {typed}, doğrusu {truth}"),
    "no_rehearsal": ("{file} is no rehearsal.", "{file} bir prova dosyası değil."),
    "done_unsaid": (
        "Done, but it could not be said on standard output ({why}).",
        "Yapıldı, ama standart çıktıya yazılamadı ({why}).",
    ),
    "whole": (
        "{file}: {bulletins} {bulletins:bulletin|bulletins}, {posts} {posts:post|posts}: whole. "
        "{digest}",
        "{file}: {bulletins} bülten, {posts} gönderi: eksiksiz. {digest}",
    ),
    "not_whole": (
        "{file}: not whole: the first that is no longer as it was filed is {where}.",
        "{file}: eksiksiz değil: işlendiği gibi olmayan ilk kayıt {where}.",
    ),
    "sealed_now": (
        "An older desk made this file without a chain of digests; it begins with what is there.",
        "Bu dosyayı özet zinciri tutmayan eski bir masa yapmış; zincir bugünkü içerikle başlıyor.",
    ),
    "backup": (
        "{made}  bulletins: {bulletins}, posts: {posts}; the last: {last}  {file}",
        "{made}  bülten: {bulletins}, gönderi: {posts}; sonuncu: {last}  {file}",
    ),
    "no_bulletin": ("no bulletin", "bülten yok"),
    "no_backups": (
        "{file}: no backup of this night was found in the folder of the backups or beside it.",
        "{file}: yedek klasöründe de dosyanın yanında da bu gecenin yedeği bulunamadı.",
    ),
    "no_such_backup": (
        "There is no backup {number}; there are {count}.",
        "{number} numaralı yedek yok; {count} yedek var.",
    ),
    "how_to_restore": (
        "To put one back: secim-masasi restore {file} NUMBER",
        "Birine dönmek için: secim-masasi restore {file} NUMARA",
    ),
    "restored": ("{file}: put back from {backup}.", "{file}: {backup} yedeğine dönüldü."),
    "moved_aside": ("What was there is now {file}.", "Önceki dosya şimdi {file}."),
    "saved": ("{file}: written.", "{file}: yazıldı."),
    "published": (
        "In the ledger: {post}, number {number}.",
        "Yayın defterinde: {post}, numarası {number}.",
    ),
    "retracted": (
        "Retracted: {post}, number {number}, {headline}",
        "Geri çekildi: {post}, numarası {number}, {headline}",
    ),
    "pinned": (
        "At the top of the liveblog's page: {post}, {headline}",
        "Canlı anlatım sayfasının başında: {post}, {headline}",
    ),
    "unpinned": (
        "At the top of the liveblog's page: the newest summary or closing.",
        "Canlı anlatım sayfasının başında: en yeni özet ya da kapanış.",
    ),
    "key_event": (
        "A key event of the liveblog's page: {post}, {headline}",
        "Canlı anlatım sayfasının öne çıkanlarında: {post}, {headline}",
    ),
    "no_key_event": (
        "No key event of the liveblog's page: {post}, {headline}",
        "Canlı anlatım sayfasının öne çıkanlarında değil: {post}, {headline}",
    ),
    "nothing_yet": (
        "Neither {a} nor {b} has said anything yet.",
        "{a} ve {b} henüz bir şey söylemedi.",
    ),
    "lift_ban": (
        "Once it is lifted: {program} set {file} ban-lifted {date}THH:MM",
        "Yasak kaldırılınca: {program} set {file} ban-lifted {date}TSS:DD",
    ),
    "left_out": (
        "Left out of the post, because neither agency has said anything yet: {places}.",
        "İki ajans da henüz bir şey söylemediği için gönderide yok: {places}.",
    ),
    "too_long": (
        "{file} is longer than {limit} MB; nobody's figures are. Nothing was read.",
        "{file} {limit} MB'den uzun; hiçbir rakam dosyası bu kadar olmaz. Hiçbir şey okunmadı.",
    ),
    "not_text": ("{file} is not UTF-8 text.", "{file} UTF-8 metni değil."),
    "differ": ("leaders differ", "önde olan farklı"),
    "votes": ("{count} {count:vote|votes}", "{count} oy"),
    "tie": ("tie", "eşit"),
    "missing": ("Missing: {what}. See --help.", "Eksik: {what}. --help ile bakın."),
    "no_option": (
        "There is no option {what}. See --help.",
        "{what} diye bir seçenek yok. --help ile bakın.",
    ),
    "no_command": (
        "“{what}” is no command and no file. See --help.",
        "“{what}” ne bir komut ne de bir dosya. --help ile bakın.",
    ),
    "not_a_choice": (
        "{what} must be one of: {choices}.",
        "{what} şunlardan biri olmalı: {choices}.",
    ),
    "two_agencies": (
        "--agencies needs two different agencies, as in AA,ANKA.",
        "--agencies iki ayrı ajans ister, örneğin AA,ANKA.",
    ),
    "several_contests": (
        "Several contests have it; name one with --contest: {contests}.",
        "Birden çok yarışta var; --contest ile birini seç: {contests}.",
    ),
    "empty_list": ("{what} is empty.", "{what} boş."),
    "pages_saved": ("{file}: written, pages: {pages}.", "{file}: yazıldı, sayfa: {pages}."),
    "no_sheet": (
        "Say which sheets: --place P, --all or --board, one of them.",
        "Hangi föyler istendiğini belirtin: --place P, --all ya da --board; yalnız biri.",
    ),
    "board_blank": (
        "--board tells of the night; --blank needs --place P or --all.",
        "--board geceyi anlatır; --blank ise --place P ya da --all ister.",
    ),
    "not_pdf": ("{file} must end in .pdf.", "{file} adı .pdf ile bitmeli."),
    "not_xlsx": ("{file} must end in .xlsx.", "{file} adı .xlsx ile bitmeli."),
    "no_pages": (
        "Pages cannot be made here: {reason}.",
        "Burada sayfa hazırlanamıyor: {reason}.",
    ),
    "of_correction": (
        "--of goes with a correction alone.",
        "--of yalnız düzeltmeyle kullanılır.",
    ),
    "see_help": ("See --help.", "--help ile bakın."),
    "options_alone": (
        "--demo, --print and --self-test stand without a command.",
        "--demo, --print ve --self-test komutsuz kullanılır.",
    ),
    "print_needs_demo": ("--print needs --demo.", "--print yalnız --demo ile kullanılır."),
    "no_window": (
        "The window cannot be opened here: {reason}. The commands work without it.",
        "Pencere burada açılamıyor: {reason}. Komutlar penceresiz de çalışır.",
    ),
    "interrupted": ("Interrupted.", "Kesildi."),
    "output": ("output", "çıktı"),
    "contest": ("Contest", "Yarış"),
    "place": ("Place", "Yer"),
    "contender": ("Contender", "Aday/parti"),
    "gap": ("Gap", "Fark"),
    "opened": ("{agency} opened", "{agency} açılan"),
    "time": ("{agency} time", "{agency} saat"),
    "lead": ("{agency} lead", "{agency} önde"),
    "between_leads": ("Between leads", "Farklar arası"),
    "verdict": ("Gap", "Farkın nedeni"),
    "points": ("{agency} by", "{agency} farkı"),
    "findings": ("Findings", "Bulgular"),
    "save_needs_file": ("--save needs --file.", "--save yalnız --file ile kullanılır."),
    "unsaid": (
        "The text does not name the {what}; give it with an option. Nothing was filed.",
        "Metinde belirtilmemiş: {what}. Bir seçenekle verin; hiçbir şey işlenmedi.",
    ),
    "which_contest": (
        "The text does not say which contest its figures are of; give it with --contest: {known}. "
        "Nothing was filed.",
        "Metin rakamların hangi yarışın olduğunu söylemiyor; --contest ile verin: {known}. "
        "Hiçbir şey işlenmedi.",
    ),
    "ignored": ("Left out: “{text}”. {why}", "Alınmadı: “{text}”. {why}"),
    "no_figure": ("No figure was read.", "Hiç rakam okunmadı."),
    "agency": ("Agency", "Ajans"),
    "clock": ("Time", "Saat"),
    "figure": ("Figure", "Rakam"),
    "value": ("Value", "Değer"),
    "vote": ("votes", "oy"),
    "seats": ("seats", "sandalye"),
    "opened_pct": ("opened, %", "açılan sandık, %"),
    "opened_boxes": ("opened boxes", "açılan sandık"),
    "total_boxes": ("total boxes", "toplam sandık"),
    "turnout_pct": ("turnout, %", "katılım, %"),
    "lead_points": ("lead in points", "puan farkı"),
    "lead_votes": ("lead in votes", "oy farkı"),
    "leader": ("leader", "önde olan"),
}


def words(key: str, **values: object) -> str:
    """One of the command line's own texts, in the system's language."""
    return numbered_of(in_language(*_WORDS[key]), values)


def in_language(english: str, turkish: str) -> str:
    """Of what is called differently in both languages, the one in the system's language."""
    return (english, turkish)[LANGUAGES.index(system_language())]


def comparison_headers(a: str, b: str) -> tuple[str, ...]:
    """Column headers for `comparison.for_people`."""
    return (
        words("contest"),
        words("place"),
        words("contender"),
        a,
        b,
        words("gap"),
        *(words("opened", agency=agency) for agency in (a, b)),
        *(words("time", agency=agency) for agency in (a, b)),
    )


def lead_headers(a: str, b: str) -> tuple[str, ...]:
    """Column headers for the table of who leads where."""
    leads = (words(key, agency=agency) for agency in (a, b) for key in ("lead", "points"))
    last = (words("between_leads"), words("verdict"), words("findings"))
    return (words("contest"), words("place"), *leads, *last)
