"""A night played into a file, and into what the reader knows of it; posts written between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileBulletins, NewBulletin, SetSetting, Withdraw
from desk.facts.election import Contest, PartyKind, PlaceKind
from desk.facts.post import Ask, PostKind
from desk.facts.settings import THRESHOLDS
from desk.file.session import Session
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.reading.files import csv as exchange
from tests.audit.arithmetic import Act, CsvRow
from tests.audit.told import address, csv_text
from tests.proof import short
from tests.proof.before import first_in_parliament, first_of
from tests.proof.elections import LAST_PARLIAMENT, OUTSIDE, Ballot
from tests.proof.held import Held
from tests.proof.ledger import Ledger
from tests.proof.nights import Night, sampled
from tests.proof.reader import Reader
from tests.proof.shapes import House, Names

TOLERATED = {Code.E134, Code.E136, Code.E137}
"""What a night may run into: said already, nothing left, no longer standing."""

EMPTY = {Code.E141, Code.E162}
"""Nothing to say; nothing to correct."""

STYLES: tuple[Mapping[str, str], ...] = (
    {},
    {"style": "seed"},
    {"share-mark": "sign", "decimals": "two"},
    {"time-mark": "colon", "contenders": "2"},
    {"names": "parties", "others": "no"},
    {"style": "seed", "decimals": "two", "time-mark": "colon", "names": "people"},
)

STATEMENTS: tuple[Mapping[str, str], ...] = (
    {
        "who": "İstanbul Büyükşehir Belediye Başkanı Ekrem İmamoğlu",
        "where": "CHP İl Başkanlığı",
        "text": "Yüzde 40'a doğru giden bir veriye sahibiz. Sandıkları terk etmeyin.",
    },
    {"who": "AKP Sözcüsü", "text": "Sandıklar kapandı.\nSonuçları bekliyoruz."},
    {
        "who": "Murat Kurum",
        "text": "Farkın 2 puanın altına ineceğini görüyoruz, " * 3 + "hayırlı olsun.",
    },
)

LIMITS = {
    **{name: f"check.d401.{name}" for name in ("start", "early", "late", "end", "unknown")},
    "tolerance": "check.d403.tolerance",
}


@dataclass
class Tally:
    """What was read: posts and claims by kind, and every fault with the post it stands in."""

    nights: int = 0
    posts: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def take(self, kind: str, claims: int, faults: list[str], where: str, text: str) -> None:
        """One post that was read."""
        self.posts[kind] += 1
        self.claims[kind] += claims
        if faults:
            self.wrong[kind] += 1
            told = [f"  {fault}" for fault in faults]
            self.faults.append("\n".join([where, text.split("\n")[0], *told]))
            self.texts.append(text)

    def table(self) -> str:
        """Kinds of posts, how many were read, what they claimed, how many had faults."""
        lines = [f"{'kind':<14}{'posts':>8}{'claims':>10}{'faults':>8}"]
        for kind in sorted(self.posts):
            counts = f"{self.posts[kind]:>8}{self.claims[kind]:>10}{self.wrong[kind]:>8}"
            lines.append(f"{kind:<14}{counts}")
        whole = f"{self.posts.total():>8}{self.claims.total():>10}{self.wrong.total():>8}"
        return "\n".join([*lines, f"{'all':<14}{whole}", f"{self.nights} nights"]) + "\n"


def names_of(night: Night, contest: str) -> Names:
    """What a night's election calls everything."""
    race = night.election.contest(contest)
    people = [c.candidate.split()[-1] for c in race.contenders if c.candidate]
    surnames, labels = {}, {}
    for one in race.contenders:
        labels[one.code] = night.election.label(contest, one.code)
        if one.candidate:
            last = one.candidate.split()[-1]
            surnames[one.code] = last if people.count(last) == 1 else one.candidate
    labels["diger"] = "Diğer"
    ballot = next((one for one in night.ballots if one.contest == contest), None)
    if ballot is not None:
        return _of_ballot(night, ballot, labels, surnames, race)
    return Names(
        tuple(agency.code for agency in night.election.agencies),
        next((p.name for p in night.election.places if p.kind is PlaceKind.PROVINCE), ""),
        tuple(p.name for p in night.election.places if p.kind is not PlaceKind.PROVINCE),
        labels,
        surnames,
        race.title,
        tuple(dict.fromkeys((*race.shown, *sorted(surnames | labels, key=race.rank)))),
    )


def _former(night: Night, ballot: Ballot) -> dict[str, str]:
    """Who was first last time, where mayors are elected or members of parliament."""
    ids = {place.name: place.id for place in night.election.places}
    if ballot.contest == "mv" and not ballot.folded:
        return {place: first_in_parliament(ids[place]) for place in LAST_PARLIAMENT}
    if ballot.contest not in ("bb", "bbb"):
        return {}
    day = night.election.date.isoformat()
    return {place: first_of(ballot.contest, ids[place], day) for place in ballot.units}


def _of_ballot(
    night: Night, ballot: Ballot, labels: dict[str, str], surnames: dict[str, str], race: Contest
) -> Names:
    """The same where a contest says itself what is counted where, and what answers are called."""
    whole = next(iter(ballot.sums), "")
    running = [one.code for one in race.contenders if not one.withdrawn]
    contest_is_parliament = ballot.contest == "mv"
    for one in race.contenders:
        if night.election.party(one.party).kind is PartyKind.CHOICE:
            surnames[one.code] = labels[one.code].replace("E", "e").replace("H", "h")
    return Names(
        tuple(agency.code for agency in night.election.agencies),
        whole,
        ballot.units,
        labels,
        surnames,
        race.title,
        tuple(dict.fromkeys((*race.shown, *sorted(surnames | labels, key=race.rank)))),
        ballot.spoken,
        ballot.noun,
        _former(night, ballot),
        tuple(running) if ballot.contest == "cb" and len(running) > 2 else (),
        "milletvekili" if contest_is_parliament else "üye",
        ballot.seats.get(whole, 0) if contest_is_parliament else 0,
        ballot.alliances,
        ballot.folded,
        tuple(one.candidate or labels[one.code] for one in race.contenders if one.withdrawn),
        tuple(place for place in ballot.units if place in OUTSIDE),
        LAST_PARLIAMENT if contest_is_parliament and not ballot.folded else {},
    )


class Played:
    """A night on its way into a file; ``held`` is what the CSV holds by then, by contest."""

    def __init__(self, night: Night, session: Session) -> None:
        self.night, self.session = night, session
        boxes = {place.name: place.boxes for place in night.election.places}
        self.held = {contest: Held(contest, boxes) for contest in night.contests}
        self._numbers: list[tuple[str, int, int] | None] = []
        """By the night's own count: contest, the reader's number, the file's; None if refused."""
        self._own: list[tuple[str, int, int] | None] = []
        self._waiting: list[list[CsvRow]] = []

    def act(self, acts: list[Act]) -> None:
        """Take some acts; what the desk refuses is left out, and what is about it."""
        for kind, about, rows in acts:
            if kind == "file":
                if address(rows) in map(address, self._waiting):
                    self._flush()
                self._waiting.append(list(rows))
                continue
            self._flush()
            old = self._numbers[about]
            if kind == "withdraw":
                self._withdraw(old)
            else:
                self._numbers.append(self._correct(old, list(rows)) if old else None)
        self._flush()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting and not self._file(waiting):
            for rows in waiting:
                if not self._file([rows]):
                    self._numbers.append(None)

    def _file(self, bulletins: list[list[CsvRow]]) -> bool:
        text = csv_text([row for rows in bulletins for row in rows])
        found = exchange.read_figures(text, self.session.names)
        try:
            made = self.session.record(FileBulletins(found)).bulletins
        except Refusal as refused:
            if refused.code not in TOLERATED:
                raise
            return False
        for rows, number in zip(bulletins, made, strict=True):
            contest = rows[0]["contest"]
            self._numbers.append((contest, self.held[contest].file(rows), number))
        return True

    def _withdraw(self, old: tuple[str, int, int] | None) -> None:
        if old is None:
            return
        try:
            self.session.record(Withdraw((old[2],), "slip"))
        except Refusal as refused:
            if refused.code not in TOLERATED:
                raise
            return
        self.held[old[0]].withdraw(old[1])

    def _correct(
        self, old: tuple[str, int, int], rows: list[CsvRow]
    ) -> tuple[str, int, int] | None:
        contest, number, filed = old
        before = self.session.bulletin(filed)
        given = [row for row in rows if row["value"] or row["item"] == "leader"]
        figures: dict[object, object] = dict(before.figures)
        as_of = datetime.fromisoformat(rows[0]["as_of"])
        gone = {(row["item"], row["contender"]) for row in rows} - {
            (row["item"], row["contender"]) for row in given
        }
        for row in [r for r in figures if (r.item.value, r.contender) in gone]:
            del figures[row]
        try:
            if given:
                text = csv_text(given)
                read = exchange.read_figures(text, self.session.names)
                figures |= read[0].figures
            new = NewBulletin(before.source, as_of, figures, replaces=filed)
            made = self.session.record(FileBulletins((new,), "", "slip")).bulletins[0]
        except Refusal as refused:
            if refused.code not in TOLERATED:
                raise
            return None
        return contest, self.held[contest].file(rows, number), made

    def correct_one(self, random: Random, contest: str, cited: list[int]) -> None:
        """Correct one of some filed bulletins as agencies do: its digits, its order, or all."""
        known = {one[2]: one for one in (*self._numbers, *self._own) if one}
        old = known.get(random.choice(cited))
        if old is None:
            return
        said = self.held[contest].bulletins[old[1]]
        if random.randrange(6) == 0:
            self._withdraw(old)
            return
        rows = wrong_rows(random, said.figures, said)
        if rows:
            self._own.append(self._correct(old, rows))


def wrong_rows(
    random: Random, figures: Mapping[tuple[str, str], str], said: object
) -> list[CsvRow]:
    """What an agency corrects: the first two exchanged, one of them, or what is opened."""
    from decimal import Decimal

    head = {key: getattr(said, key) for key in ("as_of", "agency", "contest", "place")}
    shares = sorted(
        (
            (who, text)
            for (item, who), text in figures.items()
            if item == "share" and who != "diger"
        ),
        key=lambda one: -Decimal(one[1]),
    )

    def row(item: str, who: str, value: object) -> CsvRow:
        return {**head, "item": item, "contender": who, "value": str(value)}

    seats = [(who, int(text)) for (item, who), text in figures.items() if item == "seats"]
    if seats and random.randrange(3) == 0:
        most = max(seats, key=lambda one: one[1])
        return [row("seats", most[0], max(0, most[1] - random.randrange(1, 40)))]
    opened = figures.get(("opened_share", ""))
    if opened and random.randrange(4) == 0 and Decimal(opened) > 2:
        return [row("opened_share", "", Decimal(opened) - 1)]
    if len(shares) < 2:
        return []
    (first, most), (second, less) = shares[:2]
    match random.randrange(4):
        case 0:
            return [row("share", first, less), row("share", second, most)]
        case 1:
            return [row("share", second, Decimal(less) + Decimal("0.01"))]
        case 2 if Decimal(most) > 3:
            return [row("share", first, Decimal(most) - Decimal("1.07"))]
    return [row("share", second, "")]


def limits(settings: Mapping[str, str]) -> dict[str, str]:
    """The thresholds of a night by the names the second arithmetic has for them."""
    found = {short: settings.get(name, THRESHOLDS[name].default) for short, name in LIMITS.items()}
    return {**found, "hours-apart": "30"}


def asks(contest: str, names: Names, random: Random) -> Iterator[tuple[PostKind, Ask]]:
    """What is asked for at one moment of a night: every kind, each of several places."""
    some = random.sample(names.districts, min(len(names.districts), random.choice((1, 2, 3, 5))))
    yield PostKind.STATEMENT, Ask(contest, **dict(random.choice(STATEMENTS)))
    for kind in PostKind:
        if kind in (PostKind.STATEMENT, PostKind.NOTE, PostKind.CORRECTION):
            continue
        yield kind, Ask(contest)
        yield kind, Ask(contest, tuple(some))
        if names.province:
            yield kind, Ask(contest, (names.province, *some[: random.choice((1, 4))]))


def play(
    night: Night, seed: int, folder: Path, tally: Tally, moments: int = 3, corrections: int = 2
) -> None:
    """Play a night, write its posts at some moments, and read them."""
    random = Random(f"{night.kind} {seed}")
    style = STYLES[seed % len(STYLES)]
    clock = datetime.combine(night.election.date, datetime.min.time(), ZoneInfo("Europe/Istanbul"))
    late = clock + timedelta(hours=23, minutes=40)
    with Session.create(
        folder / f"{night.kind}-{seed}.secim", night.election, lambda: late
    ) as session:
        for name, value in style.items():
            session.record(SetSetting(name, value))
        played = Played(night, session)
        readers = {
            contest: Reader(
                played.held[contest],
                House.of(style),
                names_of(night, contest),
                datetime.combine(night.election.date, datetime.min.time()),
                limits(session.settings),
                Ledger(played.held[contest]),
                seen=tally.seen,
            )
            for contest in night.contests
        }
        for piece in sampled(night.acts, moments):
            played.act(list(piece))
            for contest, reader in readers.items():
                where = f"{night.kind} {seed}"
                _correct(session, reader, contest, tally, where)
                cited = _write(session, reader, contest, random, tally, where)
                for _ in range(corrections if cited else 0):
                    played.correct_one(random, contest, cited)
                    _correct(session, reader, contest, tally, where)
    tally.nights += 1


def _write(
    session: Session, reader: Reader, contest: str, random: Random, tally: Tally, where: str
) -> list[int]:
    """Write and read posts, and publish some; the bulletins these cite."""
    cited: set[int] = set()
    for kind, ask in asks(contest, reader.names, random):
        try:
            post = compose(session, kind, ask)
        except Refusal as refused:
            if refused.code not in EMPTY:
                raise
            continue
        text = forms.to_text(post)
        faults, said = reader.read(text, kind.value, ask.places, ask.agencies)
        clocks = {one.as_of[-5:] for one in reader.held.bulletins}
        faults += short.faults_of(forms.to_short(post), text, clocks)
        tally.take(kind.value, len(said), faults, f"{where} {kind.value} {ask.places}", text)
        if random.randrange(3) == 0 and not faults:
            ledger.publish(session, post)
            reader.publish(text, kind.value, said)
            cited |= {one.bulletin for one in post.cited}
    return sorted(cited)


def _correct(session: Session, reader: Reader, contest: str, tally: Tally, where: str) -> None:
    """Correct whatever went out wrong, and read whether that is what was wrong."""
    due = reader.ledger.wrong()
    try:
        post = compose(session, PostKind.CORRECTION, Ask(contest))
    except Refusal as refused:
        if refused.code not in EMPTY:
            raise
        faults = [f"nothing is corrected of {now}" for now in due.values()]
        if faults:
            tally.take("correction", 0, faults, f"{where} correction", "")
            reader.ledger.entries.clear()
        return
    if post.contest != contest:
        return
    text = forms.to_text(post)
    faults, _ = reader.read(text, "correction")
    tally.take("correction", sum(map(len, due.values())), faults, f"{where} correction", text)
    ledger.publish(session, post)
