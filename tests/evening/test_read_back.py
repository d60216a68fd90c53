"""A night of posts and corrections, read back by a reader that knows only the CSV and the texts.

The reader shares nothing with the composer: its own patterns, its own arithmetic. No number is
printed that the file did not hold, nothing is corrected that was not printed, and nothing is left.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import cycle
from pathlib import Path
from random import Random

from desk.facts import catalog
from desk.facts.bulletin import Bulletin, Item, Row
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.figures import plain
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.rehearsal.prova import plan
from tests.desk.conftest import night_clock

POSTS, CORRECTIONS = 130, 30
CONTEST = "ibb"
NAMES = {"İmamoğlu": "CHP", "Kurum": "AKP"}
"""People and parties of the race, as a reader of newspapers knows them."""

HEADER = "as_of,agency,contest,place,item,contender,value\n"
RESULTS = (Item.SHARE, Item.VOTES, Item.OPENED_SHARE)

_AGENCY = re.compile(
    r"^(AA|ANKA) \((\d\d\.\d\d)(?:, sandıkların yüzde (\S+?)'\w+ açıldı)?\): (.+)$"
)
_RESULT = re.compile(r"([^;.:()]+?) yüzde (\d+(?:,\d+)?)(?: \((\S+) oy\))?(?:[;.]|$)")
_LEAD = re.compile(r"([^\s;.]+) (\d+(?:,\d+)?) puan önde\.")
_GAPS = re.compile(r"^AA ile ANKA arasındaki fark: (.+)\.$")
_APART = re.compile(r"^(.+): AA yüzde (\S+); ANKA yüzde (\S+); fark (\S+) puan\.$")
_AHEAD = re.compile(r"(AA|ANKA)'ya göre (\w+)(?:'\w+)?(?= önde|, )")
_BOUND = re.compile(r"(AA|ANKA)'ya göre (?:fark )?(\d+) puandan fazla")
_BOTH = re.compile(r" Fark (\d+) puandan fazla(?: \([^)]*\))?$")
_SENTENCE = re.compile(
    r"(AA|ANKA) verilerine göre (?:İstanbul genelinde )?sandıkların yüzde (\S+?)'\w+ açıldı; "
    r"(\w+) (\S+) puan önde"
)
_WIDEST = re.compile(r"arasındaki en büyük fark (\w+)'\w+: \S+ puan$")
_ELSEWHERE = re.compile(
    r"^AA ile ANKA arasındaki en büyük fark: (\w+)'\w+ değil, (\w+)'\w+ \S+ puan\.$"
)
_SIDES = re.compile(
    r"^([^,]+?)'\w+ farkı AA'ya göre (\S+), ANKA'ya göre (\S+) puan; arada (\S+) puan var\.$"
)
_PARTED = re.compile(
    r"ayrışıyor: AA'ya göre (.+?) (\S+), ANKA'ya göre (.+?) (\S+) puan önde; "
    r"arada (\S+) puan var\.$"
)
_BETWEEN = re.compile(r" Arada (\S+) puan var\.")
_EQUAL = re.compile(
    r"^Açılan sandık oranı eşitken(?: de)?(?: \(yüzde \S+\))? (.+) farkı (?:yaklaşık )?"
    r"(\S+) puan(?:a iniyor)?\.$"
)
_PUBLISHED = re.compile(r"^Saat (\d\d\.\d\d)'\w+ yayımlanan gönderi: (.+)$")


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def upper(name: str) -> str:
    return name.replace("i", "İ").replace("ı", "I").upper()


@dataclass
class Held:
    """What the CSV says stands: each bulletin's figures, corrections in their place."""

    columns: dict[tuple[str, str], dict[str, dict[tuple[str, str], str]]] = field(
        default_factory=dict
    )

    def read(self, text: str) -> None:
        """Take up rows; those of a minute that is there already change its figures."""
        for row in csv.DictReader(io.StringIO(text)):
            column = self.columns.setdefault((row["agency"], row["place"]), {})
            figures = column.setdefault(row["as_of"], {})
            figures[row["item"], row["contender"]] = row["value"]

    def share(self, agency: str, place: str, hour: str, party: str) -> Decimal:
        """A share of a bulletin."""
        return Decimal(self.columns[agency, place][hour]["share", party])

    def ranked(self, agency: str, place: str, hour: str) -> list[tuple[Decimal, str]]:
        """The contenders of a bulletin, the first in front."""
        figures = self.columns[agency, place][hour]
        shares = [
            (Decimal(value), who)
            for (item, who), value in figures.items()
            if item == "share" and who != "Diğer"
        ]
        return sorted(shares, reverse=True)

    def opened(self, agency: str, place: str, hour: str) -> Decimal:
        """The opened share of a bulletin."""
        return Decimal(self.columns[agency, place][hour]["opened_share", ""])

    def leads_apart(self, about: Sequence[tuple[str, str, str]]) -> Decimal:
        """How far two bulletins' leads are apart, in the fewer decimals of the two."""
        (one, who), (other, whose) = (
            (first[0] - second[0], first[1])
            for first, second, *_ in (self.ranked(*bulletin) for bulletin in about)
        )
        apart = abs(one - other) if who == whose else one + other
        fewer = max(int(one.as_tuple().exponent), int(other.as_tuple().exponent))
        return apart.quantize(Decimal(1).scaleb(fewer), ROUND_HALF_UP)

    def read_off(self, place: str, who: str) -> tuple[tuple[str, str, str], ...]:
        """The bulletins a gap at equal opened share follows from: who is behind comes first."""
        newest = [(agency, place, self.newest(agency, place)) for agency in ("AA", "ANKA")]
        behind, ahead = sorted(newest, key=lambda at: self.opened(*at))
        stage = self.opened(*behind)
        column = self.columns[ahead[0], place]
        told = sorted(
            hour
            for hour, figures in column.items()
            if ("opened_share", "") in figures and ("share", who) in figures
        )
        at = max(n for n, hour in enumerate(told) if self.opened(ahead[0], place, hour) <= stage)
        if self.opened(ahead[0], place, told[at]) == stage:
            return behind, (ahead[0], place, told[at])
        return behind, (ahead[0], place, told[at]), (ahead[0], place, told[at + 1])

    def equal(self, about: Sequence[tuple[str, str, str]], who: str) -> Decimal:
        """A contender's gap at one opened share; to a tenth where a share lies between two."""
        behind, *ahead = ((self.opened(*at), self.share(*at, who)) for at in about)
        if len(ahead) == 1:
            return abs(behind[1] - ahead[0][1])
        (low, first), (high, last) = ahead
        there = Fraction(first) + Fraction(last - first) * Fraction(behind[0] - low) / Fraction(
            high - low
        )
        tenths = (abs(Fraction(behind[1]) - there) * 20 + 1) // 2
        return Decimal(int(tenths)) / 10

    def newest(self, agency: str, place: str) -> str:
        """The hour of an agency's newest bulletin with shares."""
        column = self.columns[agency, place]
        return max(
            hour for hour, figures in column.items() if any(k[0] == "share" for k in figures)
        )


@dataclass(frozen=True)
class Claim:
    """One thing a text says: what of, by which bulletins, and the value."""

    kind: str
    about: tuple[tuple[str, str, str], ...]
    who: str
    value: str

    def right(self, held: Held) -> str:
        """What the CSV makes of it now."""
        agency, place, hour = self.about[0]
        match self.kind:
            case "share":
                return text_of(held.share(agency, place, hour, self.who))
            case "opened":
                return text_of(Decimal(held.columns[agency, place][hour]["opened_share", ""]))
            case "votes":
                return self.votes(held)
            case "widest":
                return self.widest(held)
            case "gap":
                one, other = (held.share(*about, self.who) for about in self.about)
                return text_of(abs(one - other))
            case "leader":
                return held.ranked(agency, place, hour)[0][1]
            case "lead gap":
                return text_of(held.leads_apart(self.about))
            case "equal":
                return text_of(held.equal(self.about, self.who))
        (first, _), (second, _) = held.ranked(agency, place, hour)[:2]
        return text_of(first - second) if self.kind == "lead" else f"{int(first - second)}+"

    def widest(self, held: Held) -> str:
        """Where the gap is the widest of those the post tells; where it said so, if two are."""
        pairs = zip(self.about[::2], self.about[1::2], self.who.split("|"), strict=True)
        apart = {
            (abs(held.share(*one, who) - held.share(*other, who)), one[1] == self.value, one[1])
            for one, other, who in pairs
        }
        return max(apart)[2]

    def votes(self, held: Held) -> str:
        """The votes the CSV has for it."""
        agency, place, hour = self.about[0]
        return held.columns[agency, place][hour]["votes", self.who]


def text_of(value: Decimal) -> str:
    """A number by its value alone."""
    return format(value.normalize(), "f")


class Reader:
    """Reads texts against the CSV as it stood when each of them went out."""

    def __init__(self, held: Held, places: list[str]) -> None:
        self.held = held
        self.places = {upper(name): name for name in places} | {name: name for name in places}
        self.said: list[tuple[str, set[Claim]]] = []
        """Headline with hour of each post, and what of it has not been taken back."""

    def read(self, text: str) -> int:
        """Read a post; how many claims it makes. Every one of them is what the CSV holds."""
        head, lead, *rest = text.strip().split("\n\n")
        claims = set(self._headline(head, lead)) | set(self._lead(lead))
        for block in rest:
            claims |= self._block(block.splitlines())
        if found := _WIDEST.search(head):
            gaps = [claim for claim in claims if claim.kind == "gap"]
            about = tuple(at for claim in gaps for at in claim.about)
            claims.add(Claim("widest", about, "|".join(c.who for c in gaps), found[1]))
        for claim in claims:
            assert claim.value == claim.right(self.held), (claim, claim.right(self.held), text)
        self.said.append((head, claims))
        return len(claims)

    def wrong(self) -> dict[str, set[tuple[Claim, str]]]:
        """By headline, what is another now, with what is right."""
        found = {}
        for head, claims in self.said:
            different = {(one, now) for one in claims if (now := one.right(self.held)) != one.value}
            if different:
                found[head] = different
        return found

    def correct(self, text: str) -> int:
        """Read a correction: it takes back what is wrong, all of it, and nothing else."""
        head, _, *blocks = text.strip().split("\n\n")
        wrong = self.wrong()
        told: dict[str, set[tuple[str, ...]]] = {}
        claims: set[Claim] = set()
        for block in blocks[:-1]:
            heading, *lines = block.splitlines()
            found = _PUBLISHED.match(heading)
            assert found is not None, heading
            old = f"{found[1]} {found[2]}"
            told.setdefault(old, set()).update(self._line(line) for line in lines)
        expected = {
            old: {self._as_line(one, now) for one, now in different}
            for old, different in wrong.items()
        }
        assert told == expected, text
        for at, (old, said) in enumerate(self.said):
            gone = {one for one, _ in wrong.get(old, set())}
            claims |= {
                Claim(one.kind, one.about, one.who, now) for one, now in wrong.get(old, set())
            }
            self.said[at] = old, said - gone
        self.said.append((head, claims))
        return sum(map(len, expected.values()))

    # What a text says

    def _headline(self, head: str, lead: str) -> Iterator[Claim]:
        if found := _BOTH.search(head):
            for agency, *_ in _SENTENCE.findall(lead):
                yield Claim("bound", (self._at(agency, "İstanbul"),), "", f"{found[1]}+")
        for agency, whole in _BOUND.findall(head):
            yield Claim("bound", (self._at(agency, "İstanbul"),), "", f"{whole}+")

    def _lead(self, text: str) -> Iterator[Claim]:
        for agency, opened, who, points in _SENTENCE.findall(text):
            at = self._at(agency, "İstanbul")
            yield Claim("opened", (at,), "", text_of(number(opened)))
            yield Claim("leader", (at,), "", NAMES.get(who, who))
            yield Claim("lead", (at,), "", text_of(number(points)))
        if found := _BETWEEN.search(text):
            yield self._between("İstanbul", found[1])

    def _block(self, lines: list[str]) -> set[Claim]:
        place = self.places.get(lines[0], "")
        claims: set[Claim] = set()
        for line in lines[1:]:
            if found := _AGENCY.match(line):
                claims |= set(self._agency(place, *found.groups()))
            elif found := _GAPS.match(line):
                for part in found[1].split("; "):
                    who, points, _ = part.rsplit(" ", 2)
                    claims.add(self._gap(place, who, points))
            elif found := _APART.match(line):
                who, one, other, points = found.groups()
                for agency, share in (("AA", one), ("ANKA", other)):
                    at = self._at(agency, place)
                    claims.add(Claim("share", (at,), who, text_of(number(share))))
                claims.add(self._gap(place, who, points))
            elif found := _SIDES.match(line) or _PARTED.search(line):
                claims |= set(self._sides(place, *found.groups()))
            elif found := _EQUAL.match(line):
                about = self.held.read_off(place, found[1])
                claims.add(Claim("equal", about, found[1], text_of(number(found[2]))))
            elif " önde olduğu ilçe" in line:
                claims |= set(self._districts(line))
            else:
                for agency, who in _AHEAD.findall(line):
                    claims.add(Claim("leader", (self._at(agency, place),), "", NAMES.get(who, who)))
        return claims

    def _agency(
        self, place: str, agency: str, clock: str, opened: str | None, text: str
    ) -> Iterator[Claim]:
        at = agency, place, f"2024-03-31T{clock.replace('.', ':')}"
        if clock < "12":
            at = agency, place, f"2024-04-01T{clock.replace('.', ':')}"
        if opened:
            yield Claim("opened", (at,), "", text_of(number(opened)))
        results, _, rest = text.partition(". ")
        for who, share, counted in _RESULT.findall(results):
            yield Claim("share", (at,), who.strip(), text_of(number(share)))
            if counted:
                yield Claim("votes", (at,), who.strip(), counted.replace(".", ""))
        for who, points in _LEAD.findall(f"{rest}."):
            yield Claim("leader", (at,), "", who)
            yield Claim("lead", (at,), "", text_of(number(points)))

    def _districts(self, line: str) -> Iterator[Claim]:
        who, _, names = line.removesuffix(".").partition(": ")
        places = [name for part in names.split(", ") for name in part.split(" ve ")]
        both = re.match(r"AA ve ANKA'ya göre (\w+)'", who)
        said = [("AA", both[1]), ("ANKA", both[1])] if both else _AHEAD.findall(who)
        for place in places:
            for agency, party in said:
                yield Claim("leader", (self._at(agency, place),), "", NAMES.get(party, party))

    def _sides(self, place: str, *said: str) -> Iterator[Claim]:
        """Both leads of a place, whose they are, and how far they are apart."""
        named = [said[0], said[0]] if len(said) == 4 else [said[0], said[2]]
        points = said[1:3] if len(said) == 4 else said[1:4:2]
        for agency, who, lead in zip(("AA", "ANKA"), named, points, strict=True):
            at = self._at(agency, place)
            yield Claim("leader", (at,), "", who)
            yield Claim("lead", (at,), "", text_of(number(lead)))
        yield self._between(place, said[-1])

    def _between(self, place: str, points: str) -> Claim:
        about = self._at("AA", place), self._at("ANKA", place)
        return Claim("lead gap", about, "", text_of(number(points)))

    def _gap(self, place: str, who: str, points: str) -> Claim:
        about = self._at("AA", place), self._at("ANKA", place)
        return Claim("gap", about, who, text_of(number(points)))

    def _at(self, agency: str, place: str) -> tuple[str, str, str]:
        return agency, place, self.held.newest(agency, place)

    # What a correction says

    def _line(self, line: str) -> tuple[str, ...]:
        if found := _ELSEWHERE.match(line):
            return "widest", found[1], found[2]
        text = line.removesuffix(".")
        about, _, said = text.rpartition(": ")
        old, _, new = said.partition(" değil, ")
        if found := re.match(r"(.+), AA ile ANKA arasındaki (.+) farkı$", about):
            return "gap", "AA–ANKA", found[1], found[2], _bare(old), _bare(new)
        if found := re.match(r"(.+), AA ile ANKA'ya göre farkların arası$", about):
            return "lead gap", "AA–ANKA", found[1], "", _bare(old), _bare(new)
        if found := re.match(
            r"(.+), açılan sandık oranı eşitken AA ile ANKA arasındaki (.+) farkı$", about
        ):
            return "equal", "", found[1], found[2], _bare(old), _bare(new)
        agency, place, *what = about.split(", ")
        if not what:
            return "leader", agency, place, "", old, new.removesuffix(" önde")
        kind = {"fark": "lead", "açılan sandık oranı": "opened"}.get(what[0], "share")
        if old.endswith(" fazla"):
            kind = "bound"
        who = what[0] if kind == "share" else ""
        return kind, agency, place, who, _bare(old), _bare(new)

    def _as_line(self, claim: Claim, now: str) -> tuple[str, ...]:
        if claim.kind == "widest":
            return "widest", claim.value, now
        agencies = "–".join(about[0] for about in claim.about) if claim.kind != "equal" else ""
        return claim.kind, agencies, claim.about[0][1], claim.who, claim.value, now


def _bare(text: str) -> str:
    """The number of a piece of a line: 7+ for 7 puandan fazla, 0 where there is none."""
    if text == "fark yok":
        return "0"
    found = re.search(r"\d+(?:,\d+)?", text)
    assert found is not None, text
    return f"{found[0]}+" if text.endswith(" fazla") else text_of(number(found[0]))


def rows_of(session: Session, bulletin: NewBulletin | Bulletin) -> str:
    """A bulletin as rows of a figures CSV, contenders by their party."""
    lines = []
    for row, value in bulletin.figures.items():
        who = session.election.label(CONTEST, row.contender) if row.contender else ""
        moment, source = f"{bulletin.as_of:%Y-%m-%dT%H:%M}", bulletin.source
        lines.append(
            f"{moment},{source.agency},{CONTEST},{source.place},{row.item.value},{who},{plain(value)}"
        )
    return HEADER + "\n".join(lines) + "\n"


def results_of(bulletin: NewBulletin) -> NewBulletin | None:
    """The bulletin with shares, votes and the opened share alone; None where it names no two."""
    kept = {row: value for row, value in bulletin.figures.items() if row.item in RESULTS}
    two = sum(row.item is Item.SHARE and row.contender != "diger" for row in kept) > 1
    return NewBulletin(bulletin.source, bulletin.as_of, kept) if two else None


def wrong_figures(random: Random, bulletin: Bulletin) -> dict[Row, Decimal]:
    """What an agency corrects: the first two exchanged, one of them, or the digits alone."""
    first, second = sorted(
        (row for row in bulletin.figures if row.item is Item.SHARE and row.contender != "diger"),
        key=lambda row: -Decimal(bulletin.figures[row]),
    )[:2]
    values = {row: Decimal(bulletin.figures[row]) for row in (first, second)}
    match random.randrange(4):
        case 0:
            return {first: values[second], second: values[first]}
        case 1:
            return {second: values[second] + Decimal("0.01")}
        case 2 if values[first] % Decimal("0.1") == 0:
            # The digits alone: 41,50 for 41,5 is no news to any reader.
            return {first: Decimal(text_of(values[first]))}
    return {first: values[first] - Decimal("1.07")}


def asked(kind: PostKind, places: list[str], random: Random) -> Ask:
    """What a post of a kind is asked to be about."""
    if kind in (PostKind.LEAD, PostKind.SUMMARY):
        return Ask(CONTEST, ("İstanbul",), ("AA", "ANKA"))
    if kind is PostKind.STANDING:
        return Ask(CONTEST, (), ("AA", "ANKA"))
    return Ask(CONTEST, tuple(random.sample(places, 3)), ("AA", "ANKA"))


KINDS = (
    PostKind.COMPARISON,
    PostKind.LEAD,
    PostKind.DIFFERENCES,
    PostKind.STANDING,
    PostKind.COMPARISON,
    PostKind.SUMMARY,
)


def test_a_night_of_posts_is_what_the_csv_made_of_it(tmp_path: Path) -> None:
    random = Random(20240331)
    election = catalog.load("istanbul-2024")
    planned = [told for one in plan(7).bulletins if (told := results_of(one.bulletin))]
    with Session.create(tmp_path / "night.secim", election, night_clock) as session:
        held = Held()
        reader = Reader(held, [place.name for place in election.places])
        districts = [place.name for place in election.places if place.name != "İstanbul"]
        posts = corrections = claims = taken_back = 0
        kinds = cycle(KINDS)
        begin = next(
            at for at in range(len(planned)) if len({b.source for b in planned[:at]}) == 80
        )
        session.record(FileBulletins(tuple(planned[:begin])))
        for bulletin in planned[:begin]:
            held.read(rows_of(session, bulletin))
        todo = planned[begin:]
        step = max(1, len(todo) // (POSTS + 1))
        while posts < POSTS:
            if todo:
                session.record(FileBulletins(tuple(todo[:step])))
                for bulletin in todo[:step]:
                    held.read(rows_of(session, bulletin))
                todo = todo[step:]
            kind = next(kinds)
            post = compose(session, kind, asked(kind, districts, random))
            number_ = ledger.publish(session, post).posts[0]
            claims += reader.read(forms.to_text(ledger.post(session, number_)))
            posts += 1
            if posts * CORRECTIONS // POSTS > corrections:
                corrections += 1
                cited = random.choice(sorted({one.bulletin for one in post.cited}))
                old = session.bulletin(cited)
                changes = wrong_figures(random, old)
                new = NewBulletin(old.source, old.as_of, {**old.figures, **changes}, replaces=cited)
                session.record(FileBulletins((new,), reason="digits"))
                held.read(rows_of(session, new))
                told = reader.wrong()
                assert bool(told) == bool(ledger.wrong_posts(session))
                if told:
                    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
                    number_ = ledger.publish(session, draft).posts[0]
                    taken_back += reader.correct(forms.to_text(ledger.post(session, number_)))
                    assert ledger.wrong_posts(session) == ()
        assert (posts, corrections) == (POSTS, CORRECTIONS)
        assert claims > 10 * POSTS and taken_back > 2 * CORRECTIONS
