"""What posts say of a president's first round: who has more than half of the votes counted, or what
part of the remaining ones that still takes.

Of the country alone, and not where two stand: there the first has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.facts.bulletin import Bulletin, Item, Row, Topic
from desk.facts.election import OTHERS, ContestKind, PlaceKind
from desk.facts.post import Cited
from desk.facts.standing import Reported, votes_of
from desk.file.session import Session
from desk.posts.kinds.half import MORE_THAN_HALF, Between, has_half, part_of, takes
from desk.posts.writer import Words, Writer, figure_of
from desk.turkish.style import capital

_OPENED = (Row(Item.OPENED_BOXES), Row(Item.TOTAL_BOXES))


def halves(session: Session, said: Reported) -> Between | None:
    """What part of the votes an agency's first may have; None where it does not tell."""
    lead = said.lead
    if lead is None or not lead.leader or lead.stated:
        return None
    return part_of(_behind(Writer(session, said.source.contest), lead.bulletin, lead.leader))


def half_lines(writer: Writer, words: Words) -> list[str]:
    """A line for each agency that tells it."""
    place = writer.election.place(words[0].source.place)
    standing = [one for one in writer.race.contenders if not one.withdrawn]
    if writer.race.kind is not ContestKind.CB or place.kind is not PlaceKind.COUNTRY:
        return []
    return [capital(line) for said in words if len(standing) > 2 for line in _line(writer, said)]


def _line(writer: Writer, said: Reported) -> Iterator[str]:
    """AA'ya göre sayılan oyların yarısından fazlası Erdoğan'da; or what it takes."""
    bulletin, lead = said.topics.get(Topic.SHARES), said.lead
    bulletin = bulletin or said.topics.get(Topic.VOTES)
    if lead is None or not lead.leader or lead.stated or lead.bulletin is not bulletin:
        return
    by, figures = writer.by(said.source.agency), _behind(writer, lead.bulletin, lead.leader)
    name = writer.name
    if has_half(figures):
        whose = writer.suffixed(name, lead.leader, "loc")
        yield f"{by} sayılan oyların {MORE_THAN_HALF} {whose}.{writer.ties.rest(figures)}"
        return
    every = [*figures, *_boxes(lead.bulletin)]
    if told := takes(every):
        # The last of them takes the suffix, the first says that it is a share.
        first, last = (writer.style.part(told[at]) for at in (0, -1))
        bare = last.split()[-1].removeprefix("%") if len(told) > 1 else last
        ending = writer.tied(writer.style.suffixed(bare, "poss3_acc"), *every)
        part = f"{writer.tied(first, *every)}–{ending}" if len(told) > 1 else ending
        whose = writer.suffixed(name, lead.leader, "gen")
        yield (
            f"{by} {whose} oyların yarısını aşması için kalan oyların {part} alması gerekiyor "
            "(kalan sandıklarda ortalama aynı sayıda oy varsa)."
        )


def _behind(writer: Writer, bulletin: Bulletin, leader: str) -> list[Cited]:
    """Her votes and all others' where a bulletin gives them all, else her share."""
    votes = votes_of(bulletin.figures)
    every = {one.code for one in writer.race.contenders}
    if leader in votes and (OTHERS in votes or every <= votes.keys()):
        codes = [leader, *(code for code in votes if code != leader)]
        return [figure_of(bulletin, Row(Item.VOTES, code)) for code in codes]
    row = Row(Item.SHARE, leader)
    return [figure_of(bulletin, row)] if row in bulletin.figures else []


def _boxes(bulletin: Bulletin) -> list[Cited]:
    """Opened and all boxes where both are given, else the opened share."""
    rows = _OPENED if all(row in bulletin.figures for row in _OPENED) else (Row(Item.OPENED_SHARE),)
    return [figure_of(bulletin, row) for row in rows if row in bulletin.figures]
