"""What posts say of a parliament beside its parties: alliances folded, and who has a majority.

Sums are of one bulletin's own figures and only where it gives all of them; a majority is one of the
seats the agency publishes, never of shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from desk.facts.bulletin import Bulletin, Item, Row, Topic
from desk.facts.counting import majorities, seats_of_all
from desk.facts.election import NOBODY, ContestKind, PartyKind, PlaceKind
from desk.facts.post import Cited
from desk.posts.writer import Words, Writer, figure_of
from desk.turkish.style import capital

_REACHED = (
    "tek başına çoğunluğa ({line})",
    "anayasa değişikliğini halkoyuna götürebilecek çoğunluğa ({line})",
    "anayasayı halkoyuna gitmeden değiştirebilecek çoğunluğa ({line})",
)
"""What seats are enough for: more than half, three fifths, two thirds."""


def allied_lines(writer: Writer, words: Words) -> list[str]:
    """A line for each agency with what its alliances' parties have together.

    AA'ya göre ittifaklar: Cumhur İttifakı yüzde 49,47 (323 milletvekili).
    """
    found = []
    for said in words:
        told = [result for result in _allied(writer, said.topics) if result]
        if told:
            by = writer.by(said.source.agency)
            found.append(f"{by} ittifaklar: {writer.style.joined(told)}.")
    return found


def _allied(writer: Writer, topics: Mapping[Topic, Bulletin]) -> Iterator[str]:
    shares, seats = topics.get(Topic.SHARES), topics.get(Topic.SEATS)
    for party, codes in writer.election.alliances(writer.race.id):
        share = summed(shares, Item.SHARE, codes)
        # Seats of another hour are told by their own line.
        count = summed(seats, Item.SEATS, codes) if seats is (shares or seats) else []
        said = counted = ""
        if share:
            total = sum((Decimal(one.value) for one in share), Decimal(0))
            said = writer.tied(writer.style.share(total), *share)
        if count:
            counted = f"{_sum_of(writer, count)} {writer.seat}"
        label = writer.style.label(party.short)
        yield writer.style.result(label, said, counted) if said or counted else ""


def summed(bulletin: Bulletin | None, item: Item, codes: tuple[str, ...]) -> list[Cited]:
    """The figures of several contenders in a bulletin; nothing where one of them is not given."""
    rows = [Row(item, code) for code in codes]
    if bulletin is None or len(rows) < 2 or not all(row in bulletin.figures for row in rows):
        return []
    return [figure_of(bulletin, row) for row in rows]


def majority_lines(writer: Writer, words: Words) -> list[str]:
    """A line for each agency whose seats give a party, else an alliance, a majority, or nobody.

    AA'ya göre AKP 317 milletvekiliyle tek başına çoğunluğa (301) ulaşıyor.
    """
    lines = majorities(writer.election, writer.race.id)
    place = writer.election.place(words[0].source.place)
    if writer.race.kind is not ContestKind.MV or place.kind is not PlaceKind.COUNTRY or not lines:
        return []
    found = []
    for said in words:
        bulletin = said.topics.get(Topic.SEATS)
        if bulletin and (told := _majority(writer, bulletin, lines)):
            shares = said.topics.get(Topic.SHARES, bulletin)
            hour = f" ({writer.style.clock(bulletin.as_of)})" if shares is not bulletin else ""
            found.append(f"{writer.by(said.source.agency)}{hour} {told}.")
    return found


def _majority(writer: Writer, bulletin: Bulletin, lines: tuple[int, ...]) -> str:
    seats = {
        row.contender: value
        for row, value in bulletin.figures.items()
        if row.item is Item.SEATS and isinstance(value, int)
    }
    parties = [code for code in seats if code not in NOBODY]
    first = max(parties, key=lambda code: seats[code], default="")
    if first and seats[first] >= lines[0]:
        figure = figure_of(bulletin, Row(Item.SEATS, first))
        alone = not _is_alliance(writer, first)
        return _reached(writer, writer.who(first), [figure], lines, alone=alone)
    for party, codes in writer.election.alliances(writer.race.id):
        figures = summed(bulletin, Item.SEATS, codes)
        if figures and sum(int(one.value) for one in figures) >= lines[0]:
            label = writer.style.label(party.short)
            return _reached(writer, label, figures, lines, alone=False)
    # Whoever is not named may have the rest of the seats.
    whole = sum(seats.values()) == seats_of_all(writer.election, writer.race.id)
    return f"hiçbir parti tek başına çoğunluğa ({lines[0]}) ulaşmıyor" if whole else ""


def _reached(
    writer: Writer, who: str, figures: list[Cited], lines: tuple[int, ...], *, alone: bool
) -> str:
    count = sum(int(one.value) for one in figures)
    at = max(at for at, line in enumerate(lines) if count >= line)
    enough = _REACHED[at].format(line=lines[at])
    enough = enough if alone else enough.removeprefix("tek başına ")
    return f"{who} {_sum_of(writer, figures)} {writer.seat}yle {enough} ulaşıyor"


def _sum_of(writer: Writer, figures: list[Cited]) -> str:
    return writer.tied(str(sum(int(one.value) for one in figures)), *figures)


def _is_alliance(writer: Writer, code: str) -> bool:
    party = writer.race.contender(code).party
    return writer.election.party(party).kind is PartyKind.ALLIANCE


def beside(writer: Writer, words: Words) -> list[str]:
    """All that is said of a parliament under a place's lines, each with a capital."""
    return [
        capital(line) for line in (*allied_lines(writer, words), *majority_lines(writer, words))
    ]
