"""Contests as texts name them: `İBB`, `ilçe belediye başkanlığı`, `meclis üyeliği`, `Bld. Bşk.`

Which contest of a night a name means is settled here too; whose figures it holds for is `scope`.
A building is no contest (`belediye önünde`), and neither is a mayor who casts her vote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from desk.facts.election import Election
from desk.reading.sources import tells_of_itself
from desk.reading.tokens import Token, TokenKind, case_of, fold, fold_at, word_at

METRO, MAYOR, COUNCIL = "metro", "mayor", "council"
TOWN = "town"
"""`belediye başkanlığı`: a district's in a district; in a metropolis nobody can tell which."""
SPOKEN = "spoken"
"""`Kartal Belediyesi'nde`: a town's office beside figures; without any it is a building."""
FORMER = ("eski", "onceki")
"""`eski Nilüfer Belediye Başkanı`: an office that says nothing of where she stands now."""
PRESIDENT, PARLIAMENT, PROVINCE, VOTE = "president", "parliament", "province council", "vote"
OUTSIDE = "outside"
"""Village heads and the metropolitan council: chosen that night, but no contest of the desk."""

_BUILDING = (
    *("onunde", "onundeki", "bina", "salon", "bahce", "onune", "meydan", "secim kurulu", "oturum"),
    *("ceptrafik", "kultur", "butce", "lokal", "ekran", "personel", "calisan", "onunden"),
    *("sozcu", "ekip"),
)
_TITLED = ("baskani", "bsk", "baskan")
_TAKES = ("kazan", "kaybe", "elde", "ald", "alm", "alar", "cikar")
_WON = ("secil", "oldu", "olan", "olarak", "yeniden")


_BEGINNINGS = (
    *("ibb", "abb", "buyuksehir", "il", "bel", "meclis", "cumhurbaskanlig", "milletvekil"),
    *("baskan", "muhtar", "bld", "bsk", "bsb", "bbsk", "mec", "mcl"),
)


_COUNCILS = frozenset(
    ["meclis", *("meclis" + end for end in ("te", "e", "i", "inde", "lerde", "ler"))]
)


@lru_cache(maxsize=32768)
def may_name(word: str) -> bool:
    """Whether a contest's name may begin with a word."""
    return word == "b" or word.startswith(_BEGINNINGS)


def counts_offices(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """`3 belediye başkanlığı kazandı`: how many of them, and no contest of its figures."""
    counted = index > 0 and tokens[index - 1].text.isdigit()
    return counted and fold_at(tokens, stop).startswith(_TAKES)


def race_at(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The contest named at ``index`` and where its name ends, or None."""
    if tokens[index].kind is not TokenKind.WORD or not may_name(tokens[index].fold):
        return None
    if (tokens[index].fold + tokens[index].suffix).endswith("kinden"):
        # `meclisteki oyu başkanlıktakinden az`: only compared with.
        return None
    if (own := _as_the_file_says(tokens, index)) is not None:
        return own
    words = [word_at(tokens, index + more) for more in range(6)]
    found = _long(words) or _short(words, tokens, index)
    if found is None:
        return None
    race, length = found
    stop = min(index + length, len(tokens))
    while (
        race
        and length > 1
        and stop < len(tokens)
        and tokens[stop].fold in ("uyeligi", "uyelikleri", "secimi", "secimleri", "yarisi")
    ):
        stop += 1
    if is_building(tokens, stop) or _acts(tokens, stop):
        return None
    if race == SPOKEN:
        told = any(token.kind is TokenKind.NUMBER for token in tokens[stop:])
        return (TOWN, stop) if told else None
    return race, stop


def _as_the_file_says(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """`ilce-baskanligi`, `ilce-meclisi`: a contest by its name in the night's file."""
    told = [token.fold or token.text for token in tokens[index : index + 3]]
    race = {"baskanligi": MAYOR, "meclisi": COUNCIL}.get(told[-1]) if len(told) == 3 else None
    return (race, index + 3) if race and told[:2] == ["ilce", "-"] else None


def is_building(tokens: Sequence[Token], stop: int) -> bool:
    """`belediye binasında`, `Şile Başkanlığı önünde`: what stands behind an office's name."""
    after = " ".join(word_at(tokens, at) for at in range(stop, stop + 2))
    return after.startswith(_BUILDING)


def _acts(tokens: Sequence[Token], stop: int) -> bool:
    """`büyükşehir belediyesinin kurduğu ekran`: an office that does something."""
    last = tokens[stop - 1]
    genitive = case_of(last.suffix) == "gen" or last.fold.endswith(("sinin", "liginin"))
    return genitive and bool(_DOES.match(word_at(tokens, stop)))


_DOES = re.compile(r"\w{2,}[dt][iu]g[iu]")


def _long(words: list[str]) -> tuple[str, int] | None:
    """Names of several words: the longest that fits."""
    first, second, third = words[:3]
    if first in ("ibb", "abb") or first.startswith("buyuksehir"):
        return _metro(words)
    if first == "il" and second == "genel" and third.startswith("meclis"):
        return PROVINCE, 3
    if first == "il" and second.startswith("meclis"):
        return PROVINCE, 2
    if first in ("ilce", "meclis") and second.startswith("pusula"):
        return (MAYOR if first == "ilce" else COUNCIL), 2
    if first in ("ilce", "il") and (second.startswith("baskanli") or second.startswith("belediye")):
        return _district(first, words)
    if first.startswith(("belediye", "ilce")) and second.startswith("meclis"):
        return COUNCIL, 2
    if first == "meclis" and second.startswith("uye"):
        return COUNCIL, 2
    if first == "cumhurbaskanligi" or first.startswith("cumhurbaskanliginda"):
        return PRESIDENT, 1
    if first.startswith("milletvekillig") or (
        first == "milletvekili" and second.startswith("secim")
    ):
        return PARLIAMENT, 1
    return None


def _metro(words: list[str]) -> tuple[str, int]:
    length = 1
    while length < 5 and (
        words[length].startswith(("belediye", "baskanli", "bsk")) or words[length] == "buyuksehir"
    ):
        length += 1
    if words[length].startswith("meclis"):
        return OUTSIDE, length + 1
    return METRO, length


def _district(first: str, words: list[str]) -> tuple[str, int] | None:
    if words[1].startswith("baskanli"):
        return MAYOR, 2
    if words[2].startswith("meclis"):
        return COUNCIL, 3
    if words[2].startswith("baskan"):
        return MAYOR, 3
    return (MAYOR, 2) if first == "ilce" else None


def _short(words: list[str], tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Names of one or two words that need a look at their neighbours."""
    first, second = words[0], words[1]
    if abbreviated := _abbreviated(tokens, index):
        return abbreviated
    if first == "belediye" and second.startswith("baskanli"):
        return TOWN, 2
    keyed = index + 2 < len(tokens) and tokens[index + 2].text == ":"
    # `Belediye Başkanı: "..."`: somebody speaks.
    keyed = keyed and not (index + 3 < len(tokens) and tokens[index + 3].is_mark("\"'“"))
    ends = index + 2 >= len(tokens) or tokens[index + 2].is_mark(".!,;)")
    if first == "belediye" and second in _TITLED and (keyed or ends or _chosen(words[2:])):
        return MAYOR, 2
    inside = first == "belediyesinde" or (
        first == "belediyesi" and case_of(tokens[index].suffix) == "loc"
    )
    if inside and index and tokens[index - 1].capital:
        return SPOKEN, 1
    if first == "belediye" and second == "baskan" and words[2].startswith("aday"):
        return MAYOR, 3
    if first.startswith("baskanlik"):
        return TOWN, 1
    if first == "baskan" and (_keys_figures(tokens, index) or _in_brackets(tokens, index)):
        return TOWN, 1
    if first.startswith("muhtar"):
        return OUTSIDE, 1
    if (
        first.startswith("meclis")
        and index
        and tokens[index - 1].fold in ("genel", "tbmm", "millet")
    ):
        return None
    if first in _COUNCILS and not second.startswith("baskan"):
        plain = tokens[index].suffix in ("", "nde", "te", "de")
        return (COUNCIL, 1) if plain else None
    alone = _alone(tokens, index)
    if first in ("ilce", "belediye", "belediyesi") and alone:
        return MAYOR, 1
    return None


def _in_brackets(tokens: Sequence[Token], index: int) -> bool:
    """`Sultanbeyli (başkan, AA)`"""
    ends = index + 1 < len(tokens) and tokens[index + 1].is_mark(",)")
    return index > 1 and tokens[index - 1].is_mark("(") and ends


def _keys_figures(tokens: Sequence[Token], index: int) -> bool:
    """`Başkan : Çalık 60,7`: a line's key, with figures behind it."""
    rest = tokens[index + 1 :]
    keyed = not index and bool(rest) and rest[0].text == ":"
    return keyed and any(token.kind is TokenKind.NUMBER for token in rest)


_KEYS = (":", "→", "➡", "➡️", "")
_ALONE = {"bsk": TOWN, "mec": COUNCIL, "mcl": COUNCIL, "bld": MAYOR}
"""A contest's name cut short, before a mark or alone in its cell."""

_SHORT_FORMS: dict[tuple[str, ...], str] = {
    ("b", "sehir"): METRO,
    ("bel", "bsk"): MAYOR,
    ("bel", "baskanligi"): MAYOR,
    ("bel", "baskanliginda"): MAYOR,
    ("bld", "baskanligi"): MAYOR,
    ("bel", "mec"): COUNCIL,
    ("belediye", "bsk"): MAYOR,
    ("bld", "bsk"): MAYOR,
    ("bld", "mec"): COUNCIL,
    ("ilce", "bsk"): MAYOR,
    ("ilce", "bld", "bsk"): MAYOR,
    ("ilce", "bel", "bsk"): MAYOR,
}


def _abbreviated(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """`Bld. Bşk.`, `B.Şehir Bşk`, `Mec.`: the contest and how many tokens its name has."""
    words: list[str] = []
    stop = index
    while stop < len(tokens) and len(words) < 3:
        if tokens[stop].text == "." and words:
            stop += 1
            continue
        if tokens[stop].kind is not TokenKind.WORD:
            break
        words.append(tokens[stop].fold)
        stop += 1
        race = _SHORT_FORMS.get(tuple(words))
        if race:
            while stop < len(tokens) and (tokens[stop].text == "." or tokens[stop].fold == "bsk"):
                stop += 1
            return race, stop - index
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if tokens[index].fold in ("bsb", "bbsk"):
        return METRO, 1
    alone = _ALONE.get(tokens[index].fold)
    return (alone, 2 if after == "." else 1) if alone and after in (".", *_KEYS) else None


def _chosen(words: list[str]) -> bool:
    """`belediye başkanı seçildi`: the race; `Belediye Başkanı Kösedağı` is only a title."""
    return any(word.startswith(_WON) for word in words[:1])


def _alone(tokens: Sequence[Token], index: int) -> bool:
    """`Üsküdar (ilçe)`, `Belediye: ...`, `İlçe:`, a heading of a column: nothing else beside it."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[index - 1] if index else None
    closed = after is None or after.is_mark(":)") or (after.is_mark("-|") and after.gap)
    # `Üsküdar ilçe`, but `ilçe ilçe`, `kritik ilçe`: districts that are counted, no race.
    named = before is not None and before.kind is TokenKind.WORD and before.capital
    named = named and before is not None and not before.fold.startswith("ilce")
    bracketed = after is not None and after.is_mark(")")
    opened = before is None or before.is_mark("(,;" if bracketed else "(") or named
    # `İBB: CHP 46,9 / Belediye: AKP 42,2`, `Zeytinburnu — ilçe: AKP 46,3`
    opened |= before is not None and before.is_mark("/|•—–-►▸▶➤") and closed and after is not None
    return closed and opened


def race_of_contest(names: Sequence[str]) -> str:
    """What kind of race a night's contest is, by its folded names."""
    told = " ".join(names)
    if "genel meclis" in told:
        return PROVINCE
    for race, words in (
        (COUNCIL, ("meclis",)),
        (PRESIDENT, ("cumhurbaskan",)),
        (PARLIAMENT, ("milletvekil",)),
        (METRO, ("buyuksehir", "ibb")),
        (VOTE, ("halk oyla", "halkoyla", "referandum")),
        (MAYOR, ("belediye baskan", "ilce baskan", "baskanlig")),
    ):
        if any(word in told for word in words):
            return race
    return ""


def _races(election: Election) -> list[tuple[str, str]]:
    """Each contest of a night by its id, with its race."""
    return [
        (contest.id, race_of_contest([fold(name) for name in (contest.name_tr, *contest.aliases)]))
        for contest in election.contests
    ]


def contests_of(election: Election) -> dict[str, str]:
    """A night's contest for each race it holds; two contests of one race leave it untold."""
    found: dict[str, str] = {}
    for contest, race in _races(election):
        found[race] = "" if race in found else contest
    return {race: contest for race, contest in found.items() if race and contest}


def not_held(election: Election) -> frozenset[str]:
    """Races a text may name that are not voted for in a night: its figures are of another one."""
    held = {race for _, race in _races(election)}
    if held & {PARLIAMENT, PROVINCE}:
        held.add(COUNCIL)  # `meclis` may be either's
    return frozenset((PRESIDENT, PARLIAMENT, PROVINCE, COUNCIL)) - held


_COUNTED = ("secim", "sonuc", "dagilim", "genel", "oran", "sayi")
_NOT_PLACES = frozenset(
    [
        *("milletvekili", "valisi", "valiligi", "emniyet", "baskani", "barosu", "universitesi"),
        *("adliyesi", "cumhuriyet", "caddesi", "sokak", "mahallesi", "meydani", "iskelesi"),
        *("sahili", "stadi", "carsisi", "vatandasi", "vatandaslari", "vatandaslarinin"),
    ]
)


def is_metropolis(tokens: Sequence[Token], stop: int) -> bool:
    """`Manisa Büyükşehir Belediye Başkanlığı`: whatever stands before it, here is its town."""
    told = [word_at(tokens, at) for at in (stop, stop + 1)]
    return told[0] == "buyuksehir" and told[1].startswith("belediye")


def is_town_hall(tokens: Sequence[Token], stop: int) -> bool:
    """`Yıldırım Belediyesi'nde`, `VAN BŞB`: whatever the word is besides, here it is a town."""
    hall = stop < len(tokens) and tokens[stop].capital
    office = fold_at(tokens, stop) == "belediye"
    office = office and fold_at(tokens, stop + 1).startswith("baskanli")
    short = fold_at(tokens, stop) in ("bsb", "bbsk", "bsk")
    return hall and (
        office or short or fold_at(tokens, stop).startswith(("belediyesi", "buyuksehir"))
    )


def of_an_office(tokens: Sequence[Token], stop: int) -> bool:
    """`Kadıköy İskelesi`, `İstanbul İl Başkanı`: a name inside another one's."""
    if tells_of_itself(tokens, stop):
        # `Van İl Seçim Kurulu: …`, `CHP Pendik İlçe Başkanlığı: …`
        return False
    if tokens[stop].fold in _NOT_PLACES:
        # `Eskişehir milletvekili seçim sonuçları` is of Eskişehir.
        oy = fold_at(tokens, stop + 1) == "oy"
        return not fold_at(tokens, stop + 1 + oy).startswith(_COUNTED)
    party = fold_at(tokens, stop + 1) in ("secim", "baskani", "baskanligi")
    if tokens[stop].fold.startswith(("koyu", "mahalles", "mezras", "yaylas")):
        return True  # `Yalvaç'ın Kuyucak köyünde`, whatever district has its name
    return tokens[stop].fold in ("il", "ilce") and party and race_at(tokens, stop) is None


def is_raced(tokens: Sequence[Token], stop: int, lower_case: bool) -> bool:
    """`Zafer Partisi İBB yarışında`: a contest with a noun of its own behind it, and no title."""
    after = tokens[stop] if stop < len(tokens) else None
    if after is None or after.text == "'":
        return after is not None
    spoken = after.kind is TokenKind.WORD and not (after.capital or lower_case)
    return spoken and after.fold.startswith(("yaris", "secim", "oylar"))
