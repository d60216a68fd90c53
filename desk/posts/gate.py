"""The gate: what stands in the way of a post before it goes out, as codes and figures.

It stops nothing by itself: who publishes asks it first, and overrules it with a reason or not at
all; no sentence is made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Protocol

from desk.facts import ban, settings
from desk.facts.ban import Allowed
from desk.facts.bulletin import Bulletin, BulletinState, Item, Row, Slot, Source, Topic
from desk.facts.codes import Code
from desk.facts.finding import Finding
from desk.facts.post import Obstacle, Post, PostKind
from desk.facts.standing import Reported
from desk.file.rows import read_numbered
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.claims import all_opened, early_win, hours_apart
from desk.posts.numbers import unbacked
from desk.rules.discrepancies import pair_of

CitedBulletin = tuple[Bulletin, tuple[Slot, ...]]
"""A bulletin that a post cites, with the slots it is cited for."""

_EVEN = {
    PostKind.COMPARISON,
    PostKind.STANDING,
    PostKind.DIFFERENCES,
    PostKind.SUMMARY,
    PostKind.CLOSING,
}
"""Kinds that tell how things stand, so that no agency may be missing from them."""

_COUNTING = _EVEN - {PostKind.COMPARISON, PostKind.DIFFERENCES}
"""Those that may only count who leads where: an agency whose figures of a place tell nobody's lead
cannot be in it."""

_RESULT = re.compile(r"(?:yüzde|%)\s*[0-9]|[0-9]\s*(?:puan|oy\b)", re.IGNORECASE)
_RESULTS = {Topic.SHARES, Topic.VOTES, Topic.LEAD, Topic.LEADER}


class Judgement(Protocol):
    """What is known to be wrong with a night's bulletins."""

    def of_bulletin(self, bulletin: Bulletin) -> list[Finding]:
        """The findings on a standing bulletin."""
        ...

    def accepted(self, finding: Finding) -> str | None:
        """The reason a finding was accepted with; None if it is open."""
        ...


def obstacles(session: Session, post: Post, checks: Judgement | None = None) -> list[Obstacle]:
    """Everything that stands in the way of a post, in the order of the codes.

    ``checks`` is a judgement there is already; without it the night is judged anew.
    """
    cited = _cited(session, post)
    bulletins = [bulletin for bulletin, _ in cited]
    return [
        *(
            Obstacle(Code.P501, {"number": found.number, "text": found.text})
            for found in unbacked(post, session.election)
        ),
        *_p502(session, cited, checks),
        *_p503(session, cited),
        *_p504(session, post),
        *_one_sided(session, post),
        *_out_of_order(post),
        *early_win(session, post, bulletins),
        *hours_apart(session, post),
        *all_opened(session, post, bulletins),
        *_not_just_that(session, post),
    ]


def _p502(
    session: Session, cited: Sequence[CitedBulletin], checks: Judgement | None
) -> Iterator[Obstacle]:
    for bulletin, slots in cited:
        if bulletin.state is not BulletinState.STANDING:
            yield _about(Code.P502, bulletin, slots, found=bulletin.state.value)
            continue
        if checks is None:
            # All the rules: a command that prints a draft brings a smaller judgement and has none.
            from desk.rules.checks import Checks

            checks = Checks(session)
        wrong = [
            finding
            for finding in checks.of_bulletin(bulletin)
            if finding.severity == "error"
            and checks.accepted(finding) is None
            and (not finding.slots or set(finding.slots) & set(slots))
        ]
        if wrong:
            codes = ", ".join(dict.fromkeys(finding.code.value for finding in wrong))
            yield _about(Code.P502, bulletin, slots, found=codes)


def _p503(session: Session, cited: Sequence[CitedBulletin]) -> Iterator[Obstacle]:
    if settings.of(session.settings, settings.REQUIRE_OPENED) != settings.YES:
        return
    for bulletin, slots in cited:
        results = any(slot.row.item.per_contender for slot in slots)
        opened = bulletin.figures.keys() & {Row(Item.OPENED_SHARE), Row(Item.OPENED_BOXES)}
        if results and not opened:
            yield _about(Code.P503, bulletin, slots)


def _p504(session: Session, post: Post) -> Iterator[Obstacle]:
    """By the moment it goes out: the desk's clock on the night itself, else the post's own time."""
    election, now = session.election, session.now()
    moment = max(post.time, now) if election.is_on_air(now) else post.time
    allowed = ban.at(election, session.settings, moment).allowed
    clock = moment.strftime("%H.%M")
    if allowed is Allowed.NOTHING:
        yield Obstacle(Code.P504, {"time": clock, "what": "everything"})
    elif allowed is Allowed.OFFICIAL:
        unofficial = dict.fromkeys(
            cited.slot.source.agency
            for cited in post.cited
            if not election.agency(cited.slot.source.agency).official
        )
        if unofficial:
            yield Obstacle(Code.P504, {"time": clock, "what": ", ".join(unofficial)})
        # A headline over cited figures says theirs, or P501 stops it.
        elif post.claims or any(
            _RESULT.search(text)
            for text in (post.own if post.cited else (post.headline, *post.own))
        ):
            yield Obstacle(Code.P504, {"time": clock, "what": "claims"})


def _one_sided(session: Session, post: Post) -> Iterator[Obstacle]:
    if post.kind not in _EVEN:
        return
    cited: dict[str, set[str]] = {}
    for one in post.cited:
        cited.setdefault(one.slot.source.place, set()).add(one.slot.source.agency)
    agencies = dict.fromkeys(one.slot.source.agency for one in post.cited)
    # Two that were chosen are to be treated alike; one alone is measured by the file's two.
    expected = tuple(agencies) if len(agencies) > 1 else pair_of(session)
    said = session.latest(post.contest, *cited, at=post.time) if cited else {}
    for place, agencies_cited in cited.items():
        for agency in expected:
            source = Source(agency, post.contest, place)
            topics = said.get(source, {})
            if post.kind in _COUNTING and Reported(source, topics).lead is None:
                continue
            if agency not in agencies_cited and topics.keys() & _RESULTS:
                values = {"problem": "missing", "agency": agency, "place": place}
                yield Obstacle(Code.P505, values)


def _out_of_order(post: Post) -> Iterator[Obstacle]:
    # A count of places tells who leads in all of them, and then seats: each has its own order.
    orders: dict[tuple[str, bool], list[str]] = {}
    for one in post.cited:
        seats = one.slot.row.item is Item.SEATS
        order = orders.setdefault((one.slot.source.place, seats), [])
        if one.slot.source.agency not in order:
            order.append(one.slot.source.agency)
    usual: set[tuple[str, str]] = set()
    for (place, _), order in orders.items():
        pairs = [*combinations(order, 2)]
        turned = next(((b, a) for a, b in pairs if (b, a) in usual), None)
        if post.kind in _EVEN and turned is not None:
            values = {"problem": "order", "agency": ", ".join(turned), "place": place}
            yield Obstacle(Code.P505, values)
        usual.update(pairs)


def _not_just_that(session: Session, post: Post) -> Iterator[Obstacle]:
    """A correction takes back all that is wrong in the posts it is of, and nothing else."""
    if post.corrects:
        for problem, lines in zip(("left_out", "never"), ledger.amiss(session, post), strict=True):
            for text in lines:
                yield Obstacle(Code.P506, {"problem": problem, "text": text})


def _cited(session: Session, post: Post) -> list[CitedBulletin]:
    """Every bulletin a post cites, with the slots it is cited for."""
    slots: dict[int, list[Slot]] = {}
    for cited in post.cited:
        slots.setdefault(cited.bulletin, []).append(cited.slot)
    known = {one.id: one for one in session.look_up(lambda db: read_numbered(db, slots))}
    return [(known.get(n) or session.bulletin(n), tuple(found)) for n, found in slots.items()]


def _about(code: Code, bulletin: Bulletin, slots: tuple[Slot, ...], **values: str) -> Obstacle:
    source = bulletin.source
    whose = {"agency": source.agency, "place": source.place, "time": f"{bulletin.as_of:%H.%M}"}
    return Obstacle(code, whose | values, slots, bulletin.id)
