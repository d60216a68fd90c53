"""What a post claims before its time: a win, two hours as if they were one, every box opened.

Each is found with the words that claim it, for the gate; a claim that is true by the figures is
none, and nothing is stopped here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from desk.facts import settings
from desk.facts.bulletin import TOPICS, Bulletin, Source, Topic
from desk.facts.codes import Code
from desk.facts.election import ContestKind, Election
from desk.facts.figures import milli, plain
from desk.facts.nouns import called
from desk.facts.opened import OpenedCount, opened_by
from desk.facts.post import BlockShape, Cited, Obstacle, Post, PostKind, PostPart
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.posts.kinds.half import HALF
from desk.posts.kinds.president import halves
from desk.posts.where import named_in
from desk.turkish.style import COUNTED, NAMED, HouseStyle, style_of
from desk.turkish.wins import folded_letters, said_won

SIDE_BY_SIDE = frozenset(
    {
        PostKind.COMPARISON,
        PostKind.LEAD,
        PostKind.STANDING,
        PostKind.DIFFERENCES,
        PostKind.SUMMARY,
        PostKind.CLOSING,
        PostKind.NOTE,
    }
)
"""Kinds that tell how things stand. The others tell what happened, each step with its own time."""

_RESULTS = frozenset({Topic.SHARES, Topic.VOTES, Topic.LEAD, Topic.LEADER})
_BOTH = re.compile(r"\bajans(?:lar|ta|in|a|tan)?", re.IGNORECASE)
_OPENS = r"(?:acil|sayil|islen|giril|tamamlan|bit)"
_DONE = rf"{_OPENS}(?:di|ti|mis(?:tir)?|iyor|ip)(?:lar)?\b"
_DISTRICTS = re.compile(r"\b(?:[iİ]l(?:çe|de|ler)|belediye|yer(?:de|ler))", re.IGNORECASE)
_ALL_OPENED = re.compile(
    rf"\bsandik\w*\s+(?:\S+\s+){{0,3}}?(?:tamami|hepsi|tumu)\s+(?:\S+\s+)?{_DONE}"
    rf"|\b(?:tum|butun)\s+(?:\S+\s+)?sandiklar(?:\s+\S+)?\s+{_DONE}"
    rf"|\bsandik\w*\s+(?:yuzde\s+|%)(?:100|yuz)(?:[.,]0+)?(?![.,]?[0-9])(?!\S*\s+acilma)"
    rf"|(?:\byuzde\s+|%)(?:100|yuz)(?:[.,]0+)?(?![.,]?[0-9])(?:'\w+)?\s+(?:\S+\s+)?{_DONE}"
    r"|\bacilan\s+sandik(?:\s+orani)?\s*:?\s+(?:\S+\s+)?(?:yuzde\s+|%)100(?:[.,]0+)?(?![.,]?[0-9])"
    r"|\bacilma(?:yan|mis|dik)\s+sandik\s+(?:kalmadi|yok)"
    r"|\bsayim\s+(?:\S+\s+)?(?:bitti|tamamlandi|sona\s+erdi|sonuclandi)"
    r"|\b(?:sandik\w*|sayim\w*)\s+(?:\S+\s+)?bitti\b"
)
"""Words that say every box is opened, folded; *tamamı açılmadı* is none of them."""

_NONE_OPENED = re.compile(
    r"\b(?:hic(?:bir)?|henuz)\s+(?:\S+\s+)?sandik\s+acilmadi|\bacilan\s+sandik\s+yok"
    r"|\bsandik\w*\s+(?:yuzde\s+|%)0(?:[.,]0+)?(?![.,]?[0-9])(?!'dan)"
    r"|\bacilan\s+sandik(?:\s+orani)?\s*:?\s+(?:yuzde\s+|%)0(?:[.,]0+)?(?![.,]?[0-9])(?!'dan)"
)


_FIRST_ROUND = re.compile(r"\bilk\s+tur")
_SECOND_ROUND = re.compile(r"\bikinci\s+tur")


@dataclass(frozen=True, slots=True)
class TextOfPost:
    """One text of a post, and the heading it stands under."""

    text: str
    heading: str = ""


def early_win(session: Session, post: Post, cited: Sequence[Bulletin]) -> Iterator[Obstacle]:
    """P510: the first words of a win below the opened share the house set."""
    election = session.election
    names = [called(election, post.contest, place.name) for place in election.held(post.contest)]
    for one in _texts(post):
        if said := said_won(one.text, names, election.date.year):
            least = settings.of(session.settings, settings.WIN_FROM)
            opened = _least_opened(session, post, one, cited)
            early = opened is None or opened < Decimal(least)
            if early or not _round_is_so(session, post, one.text):
                shown = "" if opened is None else plain(opened)
                why = {} if early else {"problem": "half"}
                values = {"text": said, "opened": shown, "least": least}
                yield Obstacle(Code.P510, values | why)
                return


def _round_is_so(session: Session, post: Post, text: str) -> bool:
    """Whether words about a round of a president's election are so by some agency's country.

    The first decides where somebody certainly has more than half, the second where certainly
    nobody has. Of other words, and other contests, that is not asked.
    """
    letters = folded_letters(text).letters
    second = bool(_SECOND_ROUND.search(letters))
    first = not second and bool(_FIRST_ROUND.search(letters))
    race = session.election.contest(post.contest)
    if race.kind is not ContestKind.CB or not (first or second):
        return True
    whole = [place.name for place in session.election.overall(race.id)]
    words = session.latest(race.id, *whole) if whole else {}
    told = [halves(session, Reported(source, topics)) for source, topics in words.items()]
    return any(part.low > HALF if first else part.high <= HALF for part in told if part)


def hours_apart(session: Session, post: Post) -> Iterator[Obstacle]:
    """P511: two agencies' hours far apart, and the text, or a headline over both, gives but one."""
    if post.kind not in SIDE_BY_SIDE:
        return
    room = minutes_apart(session)
    text = f"{post.headline}\n{post.body}"
    for place, times in far_apart(post.cited, room).items():
        unsaid = [
            agency
            for agency, moments in times.items()
            if not all(_says(text, moment) for moment in moments)
        ]
        if unsaid:
            yield _apart("text", place, times)
            return
    behind = [one for chip in post.chips if chip.part is PostPart.HEADLINE for one in chip.figures]
    for where, said in for_headline(
        post.headline, post.contest, behind, post.cited, room, session.election
    ):
        told = all(any(_says(post.headline, one) for one in times) for times in said.values())
        old = stale(said, post.time, style_of(session.settings))
        if not told and not (old and old in post.headline):
            yield _apart("headline", where, said)
            return


def all_opened(session: Session, post: Post, cited: Sequence[Bulletin]) -> Iterator[Obstacle]:
    """P512: words that say all is opened, or nothing, where the boxes say otherwise."""
    for one in _texts(post):
        folded = folded_letters(one.text)
        for words, whole in ((_ALL_OPENED, True), (_NONE_OPENED, False)):
            match = words.search(folded.letters)
            against = match and _against(session, post, one, cited, whole=whole)
            if match and against:
                yield _contradicted(*against, folded.as_written(match), whole=whole)
                return


def minutes_apart(session: Session) -> timedelta:
    """From which distance on two agencies' hours are said to be apart."""
    minutes, _ = milli(settings.of(session.settings, settings.HOURS_APART))
    return timedelta(milliseconds=60 * minutes)


def far_apart(
    cited: Iterable[Cited], room: timedelta
) -> dict[str, dict[str, tuple[datetime, ...]]]:
    """By place and agency the times of results that lie further apart than ``room``.

    Results are held against the other agency's of the same kind; where it has none of that kind,
    against its newest. The newest of each is among them: nobody is older than that.
    """
    by_place: dict[str, dict[str, dict[Topic, datetime]]] = {}
    for one in cited:
        topic, source = TOPICS[one.slot.row.item], one.slot.source
        if topic in _RESULTS:
            said = by_place.setdefault(source.place, {}).setdefault(source.agency, {})
            said[topic] = max(said.get(topic, one.as_of), one.as_of)
    found: dict[str, dict[str, tuple[datetime, ...]]] = {}
    for place, agencies in by_place.items():
        times: dict[str, set[datetime]] = {}
        for agency, said in agencies.items():
            for other, theirs in agencies.items():
                for topic, moment in said.items():
                    held = theirs.get(topic) or max(theirs.values())
                    if other != agency and abs(held - moment) > room:
                        times.setdefault(agency, set()).update({moment, max(said.values())})
                        times.setdefault(other, set()).update({held, max(theirs.values())})
        if times:
            found[place] = {agency: tuple(sorted(said)) for agency, said in times.items()}
    return found


def for_headline(
    headline: str,
    contest: str,
    behind: Iterable[Cited],
    cited: Iterable[Cited],
    room: timedelta,
    election: Election,
) -> Iterator[tuple[str, Mapping[str, tuple[datetime, ...]]]]:
    """The places of which a headline sets agencies side by side though their hours are far apart.

    ``behind`` are the figures the headline rests on, ``cited`` those of the post.
    """
    resting = list(behind)
    agencies = {one.slot.source.agency for one in resting} | set(_agencies_in(headline, election))
    if len(agencies) < 2 and not _BOTH.search(headline):
        return
    about = {one.slot.source.place for one in resting} or set(named_in(headline, election, contest))
    if not about and not _DISTRICTS.search(headline):
        # A headline that names no place is about the whole, if the post is.
        told = {one.slot.source.place for one in cited}
        about = told & {place.name for place in election.overall(contest)}
    if len(about) > NAMED:
        # A headline that counts places leaves their hours to the text.
        return
    for place, times in far_apart(cited, room).items():
        if not about or place in about:
            yield place, times


def stale(times: Mapping[str, Sequence[datetime]], now: datetime, style: HouseStyle) -> str:
    """That the older of two agencies' word is hours old: AA'nın verisi iki saatlik. Empty where it
    is of less than one, or there are more agencies than two."""
    newest = {agency: max(said) for agency, said in times.items()}
    agency = min(newest, key=lambda code: newest[code])
    hours, rest = divmod(now - newest[agency], timedelta(hours=1))
    if len(newest) != 2 or not 0 < hours < len(COUNTED):
        return ""
    whose = f"{style.suffixed(agency, 'gen')} verisi"
    return f"{whose} {COUNTED[hours]} saat{'ten eski' if rest else 'lik'}"


def hours_of(times: Mapping[str, Sequence[datetime]], mark: str) -> str:
    """Agencies with their hours: AA 23.20, ANKA 01.20."""
    return ", ".join(
        f"{agency} {'–'.join(dict.fromkeys((_at(said[0], mark), _at(said[-1], mark))))}"
        for agency, said in times.items()
    )


def _texts(post: Post) -> Iterator[TextOfPost]:
    """Every text the house says; what a statement quotes is its speaker's."""
    yield TextOfPost(post.headline)
    yield TextOfPost(post.lead)
    for block in post.blocks:
        # A correction's headings repeat the headlines it corrects.
        if block.heading and post.kind != PostKind.CORRECTION:
            yield TextOfPost(block.heading)
        if not (post.kind == PostKind.STATEMENT and block.shape is BlockShape.QUOTE):
            for line in block.lines:
                yield TextOfPost(line, block.heading)
    yield TextOfPost(post.closing)


def _least_opened(
    session: Session, post: Post, one: TextOfPost, cited: Sequence[Bulletin]
) -> Decimal | None:
    """The least opened share the words rest on; citing none, the greatest known of the place."""
    places = _places_of(session.election, post, one)
    about = [bulletin for bulletin in cited if not places or bulletin.source.place in places]
    known = [part for bulletin in about if (part := _count(session, bulletin).part) is not None]
    if known:
        return min(known)
    parts = (_count(session, said).part for said in _standing(session, post, one))
    return max((part for part in parts if part is not None), default=None)


def _against(
    session: Session, post: Post, one: TextOfPost, cited: Sequence[Bulletin], *, whole: bool
) -> tuple[Bulletin, OpenedCount] | None:
    """A bulletin the words are about that says not everything, or not nothing, is opened."""
    election = session.election
    agencies = set(_agencies_in(one.text, election))
    places = set(_places_of(election, post, one))
    about = [said for said in cited if not places or said.source.place in places]
    newest: dict[Source, tuple[Bulletin, OpenedCount]] = {}
    for bulletin in sorted(about or _standing(session, post, one), key=lambda one: one.as_of):
        count = _count(session, bulletin)
        if agencies and bulletin.source.agency not in agencies:
            continue
        if (count.all if whole else count.none) is not None:
            # What an agency said before of its boxes is no word against what it says now.
            newest[bulletin.source] = bulletin, count
    wrong = (told for told in newest.values() if not (told[1].all if whole else told[1].none))
    return next(wrong, None)


def _contradicted(bulletin: Bulletin, count: OpenedCount, text: str, *, whole: bool) -> Obstacle:
    known = count.boxes is not None and count.total is not None
    values = {
        "text": text,
        "problem": "all" if whole else "none",
        "agency": bulletin.source.agency,
        "place": bulletin.source.place,
        "opened": "" if count.part is None else plain(count.part),
        "boxes": f"{count.boxes}/{count.total}" if known else "",
    }
    return Obstacle(Code.P512, values, (), bulletin.id)


def _standing(session: Session, post: Post, one: TextOfPost) -> list[Bulletin]:
    """The newest bulletins on the opened boxes of the places named, else of the whole."""
    election = session.election
    named = named_in(one.text, election, post.contest)
    named = named or named_in(post.headline, election, post.contest)
    places = named or [place.name for place in election.overall(post.contest)]
    if not places:
        return []
    said = session.latest(post.contest, *places)
    return [topics[Topic.OPENED] for topics in said.values() if Topic.OPENED in topics]


def _count(session: Session, bulletin: Bulletin) -> OpenedCount:
    source = bulletin.source
    return opened_by(bulletin.figures, session.election.boxes(source.contest, source.place))


def _agencies_in(text: str, election: Election) -> list[str]:
    codes = [agency.code for agency in election.agencies]
    return [code for code in codes if re.search(rf"(?<!\w){re.escape(code)}(?!\w)", text)]


def _places_of(election: Election, post: Post, one: TextOfPost) -> list[str]:
    """The places a text names, else its heading."""
    named = named_in(one.text, election, post.contest)
    return named or named_in(one.heading, election, post.contest)


def _says(text: str, moment: datetime) -> bool:
    return _at(moment, ".") in text.replace(":", ".")


def _at(moment: datetime, mark: str) -> str:
    return f"{moment:%H}{mark}{moment:%M}"


def _apart(where: str, place: str, times: Mapping[str, Sequence[datetime]]) -> Obstacle:
    hours = hours_of(times, ".")
    return Obstacle(Code.P511, {"problem": where, "place": place, "hours": hours})
