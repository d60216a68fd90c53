"""Texts of several bulletins, block by block, with what each block says and leaves unsaid.

A block is one agency's figures of one contest in one place; how each part of its address is told
(a heading, words inside the sentence, a bracket behind, nothing) is drawn for each block,
so that whatever may be carried over, and whatever may not, meets every other. What a block leaves
unsaid and nothing above settles has to stay unsaid. Texts are rows as `score` reads them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desk.turkish import suffixed

Row = dict[str, Any]

IBB, MAYOR, COUNCIL = "ibb", "ilce-baskanligi", "ilce-meclisi"
DISTRICTS = (
    "Kadıköy", "Üsküdar", "Esenyurt", "Fatih", "Beyoğlu", "Şişli", "Bağcılar", "Pendik", "Maltepe",
    "Sarıyer", "Beşiktaş", "Ümraniye", "Küçükçekmece", "Gaziosmanpaşa", "Kartal", "Silivri",
)  # fmt: skip
AGENCIES = (("AA", "aa"), ("ANKA", "anka"))
HEADINGS = {
    IBB: (
        "İBB", "İBB Başkanlığı", "Büyükşehir", "Büyükşehir Belediye Başkanlığı", "İBB sonuçları",
    ),
    MAYOR: (
        "İlçe belediye başkanlığı", "Belediye başkanlığı", "İlçe başkanlığı",
        "Belediye Başkanlığı seçimi",
    ),
    COUNCIL: (
        "Belediye meclisi", "Meclis", "İlçe meclisi", "Belediye meclis üyeliği", "Meclis üyeliği",
    ),
}  # fmt: skip
INLINE = {
    IBB: (
        "İBB başkanlığı yarışında", "büyükşehirde", "İBB'de", "büyükşehir belediye başkanlığında",
    ),
    MAYOR: (
        "ilçe belediye başkanlığında", "ilçe belediye başkanlığı yarışında",
        "belediye başkanlığında",
    ),
    COUNCIL: (
        "belediye meclisinde", "meclis üyeliğinde", "ilçe meclisinde",
        "belediye meclisi seçiminde",
    ),
}  # fmt: skip
LEADERS = (("Ekrem İmamoğlu", "CHP", "chp"), ("Murat Kurum", "AK Parti", "ak_parti"))
PARTIES = (
    ("CHP", "chp"),
    ("AK Parti", "ak_parti"),
    ("YRP", "yeniden_refah"),
    ("DEM Parti", "dem_parti"),
)
GIVEN = ("Ayşe", "Mehmet", "Hasan", "Zeynep", "Orhan", "Selin", "Kemal", "Nurten", "Burak", "Elif")
FAMILY = (
    "Yalçınkaya",
    "Demirtürk",
    "Karaoğuz",
    "Erdemli",
    "Sarıçam",
    "Tuncel",
    "Gürpınar",
    "Aksoylu",
)
FILLERS = (
    "Sayım sürüyor.", "Vatandaşlar sandık başında bekliyor.", "Ekipler çalışmalarını sürdürüyor.",
    "İtirazlar değerlendiriliyor.", "Gözler sandıkta.",
)  # fmt: skip


@dataclass
class Block:
    """One agency's figures of one contest in one place, and what its words say of the address."""

    place: str
    contest: str
    agency: tuple[str, str] | None
    time: str
    shares: list[str]
    people: list[tuple[str, str, str]] = field(default_factory=list)
    opened: str = ""

    @property
    def holders(self) -> list[tuple[str, str]]:
        """What stands for each contender, and the code it has."""
        return [(name, code) for name, _, code in self.people] or list(PARTIES[: len(self.shares)])


def texts(seed: int, count: int) -> Iterator[Row]:
    """`count` texts; the same seed gives the same ones."""
    chance = random.Random(seed)
    for number in range(count):
        maker = chance.choice(MAKERS)
        text, records = maker(chance)
        yield {
            "id": f"{maker.__name__.strip('_')}-{number}",
            "kind": maker.__name__.strip("_"),
            "mode": "file",
            "text": text,
            "expected": {"records": records},
        }


# -- what a block holds


def _block(chance: random.Random, contest: str, place: str, people: str = "") -> Block:
    first = chance.randint(3800, 5400)
    count = chance.choice((2, 2, 3))
    values = [first, chance.randint(2500, 3700), chance.randint(310, 990)][:count]
    style = chance.choice((2, 2, 1))
    shares = [f"{value / 100:.{style}f}".replace(".", ",") for value in values]
    block = Block(place, contest, None, "", shares)
    if chance.random() < 0.4:
        block.opened = f"{chance.randint(1100, 9800) / 100:.{style}f}".replace(".", ",")
    if contest == IBB and people != "none":
        block.people = list(LEADERS) if chance.random() < 0.5 or people else []
    elif contest == MAYOR and people != "none" and (people or chance.random() < 0.6):
        block.people = [
            (f"{chance.choice(GIVEN)} {family}", name, code)
            for family, (name, code) in zip(chance.sample(FAMILY, 2), PARTIES, strict=False)
        ]
    if block.people:
        block.shares = shares[:2]
    return block


def _record(block: Block, *, contest: str | None, place: bool = True, time: str = "") -> Row:
    agency = block.agency[1] if block.agency else None
    return {
        "agency": agency.upper() if agency else None,
        "place": block.place if place else None,
        "contest": contest,
        "time": (time or block.time).replace(".", ":") or None,
        **({"opened_pct": block.opened.replace(",", ".")} if block.opened else {}),
        "results": [
            {
                "label": name,
                "party": party,
                "candidate": name if block.people else None,
                "contender": code,
                "pct": share.replace(",", "."),
            }
            for (name, code), share, party in zip(
                block.holders,
                block.shares,
                [one[1] for one in block.people] or [one[0] for one in PARTIES],
                strict=False,
            )
        ],
    }


def _figures(chance: random.Random, block: Block) -> str:
    """The contenders' figures in one of the ways agencies write them."""
    named = [
        chance.choice((f"{party} adayı {name}", f"{name} ({party})", f"{party}'nin adayı {name}"))
        if block.people
        else name
        for name, party, _ in (block.people or [(name, name, code) for name, code in block.holders])
    ]
    if block.people and block.contest == IBB and chance.random() < 0.5:
        named = [name for name, _, _ in block.people]
    mark = chance.choice(("yüzde ", "%", ""))
    pairs = list(zip(named, block.shares, strict=False))
    style = chance.randrange(5)
    if style == 0:
        return "\n".join(f"{name}: {mark}{share}" for name, share in pairs)
    if style == 1:
        return ", ".join(f"{name} {mark}{share}" for name, share in pairs)
    if style == 2:
        return "\n".join(
            f"{chance.choice(('-', '•'))} {name} {mark or '%'}{share}" for name, share in pairs
        )
    if style == 3:
        rest = "".join(f", {name} yüzde {share}" for name, share in pairs[2:])
        (one, x), (two, y) = pairs[:2]
        return f"{one} yüzde {x} oy alırken {two} yüzde {suffixed(y, 'loc')} kaldı{rest}."
    return ", ".join(f"{name} yüzde {share}" for name, share in pairs) + " oy aldı."


def _opened(chance: random.Random, block: Block) -> str:
    if not block.opened:
        return ""
    return chance.choice(
        (
            f"Açılan sandık: yüzde {block.opened}",
            f"Sandıkların yüzde {suffixed(block.opened, 'poss3')} açıldı.",
            f"Açılan sandık oranı %{block.opened}",
        )
    )


def _lines(chance: random.Random, *pieces: str) -> str:
    return "\n".join(piece for piece in pieces if piece)


def _place(chance: random.Random, name: str) -> str:
    shouted = name.replace("i", "İ").replace("ı", "I").upper()
    return chance.choice((name, shouted, f"{name}:", f"*{name}*", f"📍 {name}"))


def _moment(chance: random.Random) -> str:
    return f"{chance.randint(18, 23)}.{chance.randint(10, 59)}"


def _clocks(chance: random.Random) -> list[str]:
    first = chance.randint(18 * 60, 22 * 60)
    return [f"{at // 60}.{at % 60:02}" for at in (first, first + 7, first + 19)]


def _contest(chance: random.Random, contest: str) -> str:
    heading = chance.choice(HEADINGS[contest])
    return chance.choice((heading, f"{heading}:", f"*{heading}*", heading))


# -- how blocks stand together


def _contests_in_a_place(chance: random.Random) -> tuple[str, list[Row]]:
    """A place, and contest after contest below it, each with its heading."""
    place = chance.choice(DISTRICTS)
    agency, time = chance.choice(AGENCIES), _moment(chance)
    contests = chance.sample((IBB, MAYOR, COUNCIL), chance.choice((2, 3)))
    pieces, records = [_lines(chance, f"{agency[0]} {time}", _place(chance, place))], []
    for contest in contests:
        block = _block(chance, contest, place)
        block.agency, block.time = agency, time
        pieces.append(
            _lines(
                chance, _contest(chance, contest), _opened(chance, block), _figures(chance, block)
            )
        )
        records.append(_record(block, contest=contest))
    return chance.choice(("\n", "\n\n")).join(pieces), records


def _unsaid_first(chance: random.Random) -> tuple[str, list[Row]]:
    """A place with figures of nobody knows which contest; a heading below names another's."""
    place = chance.choice(DISTRICTS)
    agency, time = chance.choice(AGENCIES), _moment(chance)
    first = _block(chance, IBB, place, "none")
    first.people, first.agency, first.time = [], agency, time
    second = _block(chance, chance.choice((MAYOR, COUNCIL)), place, "none")
    second.agency, second.time, second.opened = agency, time, ""
    text = chance.choice(("\n", "\n\n")).join(
        (
            _lines(chance, f"{agency[0]} {time}", _place(chance, place)),
            _lines(chance, _opened(chance, first), _figures(chance, first)),
            _lines(chance, _contest(chance, second.contest), _figures(chance, second)),
        )
    )
    return text, [_record(first, contest=None), _record(second, contest=second.contest)]


def _places_in_a_contest(chance: random.Random) -> tuple[str, list[Row]]:
    """A contest's heading, and place after place below it."""
    contest = chance.choice((IBB, MAYOR, COUNCIL))
    agency, time = chance.choice(AGENCIES), _moment(chance)
    pieces, records = [], []
    for place in chance.sample(DISTRICTS, chance.choice((2, 3))):
        block = _block(chance, contest, place)
        block.agency, block.time = agency, time
        pieces.append(
            _lines(chance, _place(chance, place), _opened(chance, block), _figures(chance, block))
        )
        records.append(_record(block, contest=contest))
    head = [f"{agency[0]} {time}", _contest(chance, contest)]
    chance.shuffle(head)
    return chance.choice(("\n", "\n\n")).join(("\n".join(head), *pieces)), records


def _another_race_follows(chance: random.Random) -> tuple[str, list[Row]]:
    """One sentence of the İBB, the next of a district whose contest its own people tell."""
    here, there = chance.sample(DISTRICTS, 2)
    agency = chance.choice(AGENCIES)
    one, two = _block(chance, IBB, here, "all"), _block(chance, MAYOR, there, "all")
    one.agency = two.agency = agency
    one.opened = two.opened = ""
    said = f"{chance.choice(INLINE[IBB])} " if chance.random() < 0.7 else ""
    text = (
        f"{agency[0]}: {suffixed(here, 'loc')} {said}{_flat(chance, one)}"
        f"{chance.choice((' ', chr(10), ' ' + chance.choice(FILLERS) + ' '))}"
        f"{suffixed(there, 'loc')} {chance.choice(('', 'ise '))}{_flat(chance, two)}"
    )
    return text, [_record(one, contest=IBB), _record(two, contest=MAYOR)]


def _flat(chance: random.Random, block: Block) -> str:
    text = _figures(chance, block).replace("- ", "").replace("• ", "").replace("\n", ", ")
    return text if text.endswith(".") else text + "."


def _agencies_in_a_place(chance: random.Random) -> tuple[str, list[Row]]:
    """Place after place, both agencies in each, the contest told once above or by people."""
    contest = chance.choice((IBB, MAYOR, COUNCIL))
    times = _clocks(chance)
    pieces, records = [_contest(chance, contest)], []
    for place in chance.sample(DISTRICTS, 2):
        lines = [_place(chance, place)]
        for (shown, code), time in zip(AGENCIES, times, strict=False):
            block = _block(chance, contest, place, "none")
            block.agency, block.time, block.opened = (shown, code), time, ""
            lines.append(f"{shown} ({time}): {_flat(chance, block)}")
            records.append(_record(block, contest=contest))
        pieces.append("\n".join(lines))
    return chance.choice(("\n", "\n\n")).join(pieces), records


def _sentences(chance: random.Random) -> tuple[str, list[Row]]:
    """Sentences that each say all: agency, time, place, contest."""
    pieces, records = [], []
    for place in chance.sample(DISTRICTS, chance.choice((2, 3))):
        contest = chance.choice((IBB, MAYOR, COUNCIL))
        block = _block(chance, contest, place)
        block.agency, block.time = chance.choice(AGENCIES), _moment(chance)
        block.opened = ""
        shown = block.agency[0]
        before = chance.choice(
            (
                f"{shown}, {block.time}: ",
                f"{block.time} {shown}: ",
                f"{suffixed(shown, 'dat')} göre saat {block.time} itibarıyla ",
            )
        )
        pieces.append(
            f"{before}{suffixed(place, 'loc')} {chance.choice(INLINE[contest])} "
            f"{_flat(chance, block)}"
        )
        records.append(_record(block, contest=contest))
    return chance.choice(("\n", "\n\n")).join(pieces), records


def _liveblog(chance: random.Random) -> tuple[str, list[Row]]:
    """Entries with their times; each begins anew, what it does not say is not known."""
    pieces, records = [], []
    for time, place in zip(_clocks(chance), chance.sample(DISTRICTS, 3), strict=True):
        contest = chance.choice((IBB, MAYOR, COUNCIL))
        block = _block(chance, contest, place)
        block.time = time
        told = chance.random() < 0.6
        if told:
            block.agency = chance.choice(AGENCIES)
        says = chance.random() < 0.6
        head = f"{place} {chance.choice(HEADINGS[contest])}" if says else place
        known = contest if says or block.people else None
        body = _lines(chance, _opened(chance, block), _figures(chance, block))
        pieces.append(f"{time} {head}\n" + (f"{block.agency[0]}: " if block.agency else "") + body)
        records.append(_record(block, contest=known))
    return "\n\n".join(pieces), records


def _behind(chance: random.Random) -> tuple[str, list[Row]]:
    """The source behind each line or paragraph, in brackets."""
    contest = chance.choice((IBB, MAYOR, COUNCIL))
    pieces, records = [_contest(chance, contest)], []
    for place in chance.sample(DISTRICTS, chance.choice((2, 3))):
        block = _block(chance, contest, place)
        block.agency, block.time, block.opened = chance.choice(AGENCIES), _moment(chance), ""
        pieces.append(
            f"{suffixed(place, 'loc')} {_flat(chance, block)[:-1]} ({block.agency[0]} {block.time})"
        )
        records.append(_record(block, contest=contest))
    return chance.choice(("\n", "\n\n")).join(pieces), records


def _messages(chance: random.Random) -> tuple[str, list[Row]]:
    """A chat's messages, each of its own contest, told by words or by the people."""
    pieces, records = [], []
    for time in _clocks(chance)[: chance.choice((2, 3))]:
        contest = chance.choice((IBB, MAYOR, COUNCIL))
        block = _block(chance, contest, chance.choice(DISTRICTS))
        block.agency = chance.choice(AGENCIES)
        block.opened = ""
        name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
        says = contest == COUNCIL or not block.people or chance.random() < 0.4
        told = f" {chance.choice(HEADINGS[contest]).lower().replace('i̇', 'i')}" if says else ""
        pieces.append(
            f"[31.03.2024 {time.replace('.', ':')}:12] {name}: "
            f"{block.agency[0]} {block.place}{told} {_flat(chance, block)}"
        )
        records.append({**_record(block, contest=contest), "time_optional": True})
    return "\n".join(pieces), records


INTERRUPTIONS = (
    "Caferağa Mahallesi", "Moda", "Göztepe'de son durum", "Fenerbahçe Mahallesi sonuçları",
    "Mimar Sinan", "Muhtarlık", "Gebze", "Ankara", "Bursa", "2019 sonuçları", "Geçen seçim",
    "Seçim anketi", "Yurt dışı", "Bostancı",
    "Cumhurbaşkanlığı", "İl genel meclisi", "Milletvekilliği", "Anadolu yakası", "Avrupa yakası",
    "Köy sandıkları", "Cezaevi sandıkları", "Kapalı Cezaevi", "Balkon konuşması",
    "Belediye Spor Kulübü",
    "Kadın adaylar", "Gençlik kolları", "Moda'da", "Kozyatağı:", "5 Nolu Okul", "1001 no'lu sandık",
)  # fmt: skip
"""Lines behind which nobody knows any more where, whose or of what contest a figure is."""


def _interrupted(chance: random.Random) -> tuple[str, list[Row]]:
    """A whole bulletin, a line that ends what was held, figures that are nobody's now."""
    text, records = chance.choice(
        (_contests_in_a_place, _places_in_a_contest, _agencies_in_a_place)
    )(chance)
    block = _block(chance, IBB, "", "none")
    block.people, block.opened = [], ""
    stray = _figures(chance, block)
    return (
        f"{text}{chance.choice((chr(10), chr(10) * 2))}{chance.choice(INTERRUPTIONS)}\n{stray}",
        records,
    )


ASIDES = (
    "Geçen seçimde {party} yüzde {share} almıştı.", "Son ankette {party} yüzde {share}.",
    "2019'da {party} {place}'da yüzde {share} oy almıştı.", "{party} hedefi yüzde {share}.",
    "Kalan sandıkların yüzde {share}'i {place}'da.", "Türkiye genelinde {party} yüzde {share}.",
    "AA'nın önceki bülteninde {party} yüzde {share} olarak yer almıştı.",
    "{party}'nin {place}'daki oyu 2019'a göre 4,1 puan arttı.", "Ankara'da {party} yüzde {share}.",
    "{place}'nun en büyük mahallesinde {party} yüzde {share}.",
    "{party} üyelerinin yüzde {share}'i sandık başında.", "Yurt dışında {party} yüzde {share}.",
    "Sayım yüzde {share}'e gelince sonuç değişir.", "Exit poll {party} yüzde {share}.",
    "Saat 16.00'da katılım yüzde {share}'ti deniyor.", "Bahis siteleri {party} için 4,1 veriyor.",
    "Seçmenin yüzde {share}'i \"{party} kazanır\" diyor.", "Kandilli: 4,1 büyüklüğünde deprem.",
    "{party} oylarının yüzde {share}'i kadınlardan geldi.", "İlk turda {party} {share} almıştı.",
    "Dolaşan \"{party} yüzde {share}\" iddiası asılsız.", "1001 nolu sandıkta {party} 41 oy.",
    "İl genel meclisinde {party} yüzde {share}.", "{party} meclise 21 üye soktu.",
)  # fmt: skip
"""Sentences whose figures are nothing of this night's, or of another place and time."""


def _with_asides(chance: random.Random) -> tuple[str, list[Row]]:
    """A bulletin with such a sentence before it, behind it, or between its heading and its list."""
    contest = chance.choice((IBB, MAYOR, COUNCIL))
    block = _block(chance, contest, chance.choice(DISTRICTS), "none")
    block.agency, block.opened, block.people = chance.choice(AGENCIES), "", []
    share = f"{chance.randint(10, 69)},{chance.randint(0, 9)}"
    party, place = chance.choice(PARTIES)[0], chance.choice(DISTRICTS)
    aside = chance.choice(ASIDES).format(party=party, place=place, share=share)
    heads = f"{block.agency[0]}\n{block.place}\n{chance.choice(HEADINGS[contest])}"
    told = f"{block.agency[0]}: {block.place}, {chance.choice(HEADINGS[contest])}: "
    text = chance.choice(
        (
            f"{told}{_flat(chance, block)}. {aside}",
            f"{told}{_flat(chance, block)}.\n{aside}",
            f"{aside} {told}{_flat(chance, block)}.",
            f"{heads}\n{aside}\n{_figures(chance, block)}",
        )
    )
    return text, [_record(block, contest=contest)]


MAKERS = (
    _contests_in_a_place, _unsaid_first, _places_in_a_contest, _another_race_follows,
    _agencies_in_a_place, _sentences, _liveblog, _behind, _messages, _interrupted, _with_asides,
)  # fmt: skip
