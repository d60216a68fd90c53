"""Reads posts: knows the figures CSV as it stood when a post went out, and the text, no more.

A sentence no pattern reads is a fault, and so is a number nobody asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import combinations

from tests.proof import before, half, headlines, leads, moved, parliament, sentences
from tests.proof.districts import untold
from tests.proof.gaps import named_gaps
from tests.proof.held import RESULTS, Held, Word, moment
from tests.proof.ledger import Ledger
from tests.proof.lines import pieces_of, silences
from tests.proof.reading import At, Printed, each, read
from tests.proof.shapes import House, Names, large
from tests.proof.text import Block, Text, parts_of

MODULES = (before, half, headlines, leads, moved, parliament, sentences)
"""Where the patterns are."""

PLACES_TOLD = {"comparison", "lead", "standing", "closing"}
"""Kinds whose blocks set all that is said of a place side by side."""

POLLS_OPEN_TO = 17
"""What is said before that hour is said the day after."""

DISTRICTS = {
    way for name in ("İlçeler", "İller", "Belediyeler", "Yerler") for way in (name, large(name))
}


class FirstHeld(Held):
    """A night in which each agency has said of a place no more than with its first results."""

    def __init__(self, held: Held) -> None:
        super().__init__(held.contest, held.boxes)
        self._held = held

    def word(self, agency: str, place: str) -> Word:
        """What it had said when it gave its first results."""
        column = self._held.word(agency, place).column
        begun = next((said.as_of for said in column if said.speaks_of("share", "votes")), "")
        return Word(agency, place, tuple(said for said in column if said.as_of <= begun))


@dataclass
class Reader:
    """Reads the posts of a night in one contest, one after the other."""

    held: Held
    house: House
    names: Names
    night: datetime
    limits: dict[str, str]
    ledger: Ledger
    claims: int = 0
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def read(
        self,
        text: str,
        kind: str,
        asked: tuple[str, ...] = (),
        agencies: tuple[str, ...] = (),
    ) -> tuple[list[str], list[Printed]]:
        """What is wrong with a post of a kind, asked for of some places and agencies; and what it
        printed."""
        post = parts_of(text)
        at = self._at(post, text, kind, asked, agencies)
        if kind == "correction":
            faults = self.ledger.correct(at, post) + read(at, "closing", post.closing)
            return faults, self.ledger.entries[-1].said
        if kind == "statement":
            return self._statement(at, post), []
        faults = [fault for block in post.blocks for fault in self._block(at, block)]
        at.place = ""
        faults += read(at, "lead", post.lead)
        faults += read(at, "headline", post.headline)
        faults += read(at, "closing", post.closing) if post.blocks else []
        if any(block.heading in DISTRICTS for block in post.blocks):
            faults += [*untold(at), *before.left_out(at)]
        self.claims += len(at.said)
        return faults, at.said

    def publish(self, text: str, kind: str, said: list[Printed]) -> None:
        """Take up that a post went out."""
        self.ledger.publish(parts_of(text), kind, said)

    def _at(
        self, post: Text, text: str, kind: str, asked: tuple[str, ...], agencies: tuple[str, ...]
    ) -> At:
        places = self.names.headings()
        time = self._time(self.house.time(post.clock))
        said = (
            ("" if kind == "differences" else post.headline)
            + post.lead
            + "".join(line for block in post.blocks for line in block.lines)
        )
        named = [a for a in self.names.agencies if re.search(rf"(?<!\w){a}(?!\w)", said)]
        headed = tuple(places[b.heading] for b in post.blocks if b.heading in places)
        about = asked or (*self.names.districts, self.names.province)
        spoken = tuple(
            agency
            for agency in self.names.agencies
            if any(
                one.speaks_of(*RESULTS)
                for place in about
                for one in self.held.word(agency, place).column
            )
        )
        if any(block.heading in DISTRICTS for block in post.blocks) and kind != "standing":
            # Where they all agree, their lines name none of them.
            named = [a for a in self.names.agencies if a in named or a in (agencies or spoken)]
        return At(
            FirstHeld(self.held) if kind == "first" else self.held,
            self.house,
            self.names,
            kind,
            time,
            tuple(named),
            asked,
            headed,
            limits=self.limits,
            seen=self.seen,
            spoken=spoken,
            asked_agencies=agencies,
            lead_told=post.lead.rstrip(".") != post.lead and self.names.title[1:] in post.lead,
        )

    def _time(self, clock: str) -> datetime:
        """The moment of a post: that of the newest bulletin of its hour, else by the hour alone."""
        known = [one.as_of for one in self.held.bulletins if one.as_of.endswith(clock)]
        if known:
            return moment(max(known))
        hour, minute = map(int, clock.split(":"))
        time = self.night.replace(hour=hour, minute=minute)
        return time + timedelta(days=1) if hour < POLLS_OPEN_TO else time

    def _statement(self, at: At, post: Text) -> list[str]:
        """A statement: its numbers are the speaker's; only that these are hers is the desk's."""
        lines = [line for block in post.blocks for line in (block.heading, *block.lines)]
        closing = [line for line in (post.closing,) if not line.startswith("“")]
        lines += [line for line in (post.closing,) if line.startswith("“")]
        at.quoted = (post.lead, *lines)
        faults = read(at, "statement", post.lead) + read(at, "statement headline", post.headline)
        if not closing and any(char.isdigit() for line in lines for char in line):
            faults.append("whose the numbers are is left out")
        return faults + each(at, "statement closing", [line for line in closing if line])

    def _block(self, at: At, block: Block) -> list[str]:
        place = self.names.headings().get(block.heading)
        if block.heading in DISTRICTS:
            return each(at, "district", block.lines)
        if place is None:
            return [f"nobody knows the place {block.heading}"]
        of = at.of(place)
        match at.kind:
            case "changes":
                faults = each(of, "step", block.lines)
            case "leaders":
                at.turns += [(line.split("'")[0], place) for line in block.lines]
                faults = each(of, "turn", block.lines)
            case "differences":
                faults = self._differences(of, block)
            case _:
                faults = self._side_by_side(of, block)
        return [f"{block.heading}: {fault}" for fault in faults]

    def _side_by_side(self, at: At, block: Block) -> list[str]:
        """A place's lines: each agency's, then how far they are apart, who leads, who is silent."""
        if at.kind == "lead":
            at.agencies = tuple(word.agency for word in at.words() if word.lead)
        own = [line for line in block.lines if _begins(line, at.agencies)]
        rest = [line for line in block.lines if line not in own]
        of_leads = [
            line for line in rest if not (parliament.is_beside(line) or half.is_beside(line))
        ]
        at.lead_in_line = not at.lead_told and not any(
            " göre " in line or " ajansta da " in line for line in of_leads
        )
        faults = each(at, "agency", own) + each(at, "line", rest)
        told = [re.split(r"[ :]", line)[0] for line in own]
        wanted = [*at.agencies]
        if at.lead_told:
            wanted = [w.agency for w in at.words() if w.shares or any(s.votes for s in w.column)]
        wanted = [a for a in wanted if pieces_of(at, w := at.held.word(a, at.place)) or not w.lead]
        faults += [*parliament.left_out(at, rest), *half.left_out(at, rest)]
        if told != wanted:
            faults.append(f"of {wanted} there are lines of {told}")
        quiet = [line.split()[0] for line in rest if line.endswith(" yeni veri geçmedi.")]
        if quiet != silences(at) and at.kind in PLACES_TOLD and not at.lead_told:
            faults.append(f"{silences(at)} have fallen silent, not {quiet}")
        if not at.lead_told and at.kind in PLACES_TOLD:
            compared = [
                f"{a} ile {b}"
                for a, b in combinations(at.agencies, 2)
                if named_gaps(at, at.place, a, b)
            ]
            said = [pair for pair in compared if any(line.startswith(pair) for line in rest)]
            if compared != said:
                faults.append(f"the gaps of {compared} are told of {said}")
        return faults

    def _differences(self, at: At, block: Block) -> list[str]:
        agencies = [
            a for a in at.agencies if any(re.search(rf"(?<!\w){a}(?!\w)", x) for x in block.lines)
        ]
        at.agencies = tuple(agencies[:2])
        at.pair = (*at.agencies, "", "")[:2]
        faults, verdicts = [], 0
        for line in block.lines:
            judged = line.startswith(("Fark, ", "Açılan ", "İki ajans")) or line.endswith(
                ("bilinmiyor.", "olamaz.")
            )
            verdicts += judged
            faults += read(at, "verdict" if judged else "line", line)
        faults += moved.gaps_left_out(at, *at.pair)
        quiet = [line.split()[0] for line in block.lines if line.endswith(" yeni veri geçmedi.")]
        if quiet != silences(at):
            faults.append(f"{silences(at)} have fallen silent, not {quiet}")
        if verdicts != sentences.verdict_due(at):
            faults.append(f"{verdicts} verdicts of {sentences.judged(at)[1]}")
        return faults


def _begins(line: str, agencies: tuple[str, ...]) -> bool:
    return any(line.startswith((f"{a} (", f"{a} - ", f"{a}: ")) for a in agencies)
