"""What went out as the reader has read it: what is wrong of it now, and whether a correction says
so, all of it and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.proof import corrected
from tests.proof.afresh import wrong
from tests.proof.held import Held
from tests.proof.reading import At, Correction, Printed, read
from tests.proof.text import Text

Wrong = dict[int, dict[Printed, tuple[Correction, Printed | None]]]
"""By post, what of it is wrong, how it is corrected, and what is right."""

PATTERNS_OF = corrected
"""Where the patterns of corrections are."""


@dataclass
class Entry:
    """A post that went out, and what it printed that nobody has taken back."""

    clock: str
    headline: str
    kind: str
    said: list[Printed]
    ever: tuple[Printed, ...] = ()
    """What it printed, also what has been taken back since."""


@dataclass
class Ledger:
    """The posts that went out in one contest."""

    held: Held
    entries: list[Entry] = field(default_factory=list)

    def publish(self, post: Text, kind: str, said: list[Printed]) -> None:
        """Take up a post that was read."""
        once = tuple(dict.fromkeys(said))
        self.entries.append(Entry(post.clock, post.headline, kind, [*once], once))

    def wrong(self) -> Wrong:
        """By post, what of it is wrong now, with what is right."""
        found = {}
        for at, entry in enumerate(self.entries):
            different = {one: now for one in entry.said if (now := wrong(self.held, one))}
            leaders = (one for one in entry.ever if one.sort == "leader") if different else ()
            led = {one.bulletins[0] for one in leaders if wrong(self.held, one)}
            # An order is told only where nothing else tells it.
            kept = {
                one: now
                for one, now in different.items()
                if one.sort != "order" or one.bulletins[0] not in led
            }
            if kept:
                found[at] = kept
        return found

    def correct(self, at: At, post: Text) -> list[str]:
        """What is wrong with a correction; what it takes back is no longer wrong after it."""
        expected = self.wrong()
        faults: list[str] = []
        told: dict[int, set[Correction]] = {}
        printed: list[Printed] = []
        for block in post.blocks:
            faults += read(at, "corrected post", block.heading)
            mark = len(at.corrected)
            for line in block.lines:
                faults += read(at, "correction", line.removesuffix("."))
            said = {*at.corrected[mark:]}
            # Of two sets of places as many may have been counted.
            numbers = [one for one in at.corrected[mark:] if one.sort != "count"]
            if len({*numbers}) < len(numbers):
                faults.append(f"something is told twice of {block.heading}")
            number = self._entry(block.heading, set(told), said, expected)
            if number is None:
                faults.append(f"no such post went out: {block.heading}")
            else:
                told[number] = said
        for number in sorted({*told, *expected}):
            right = {one for one, _ in expected.get(number, {}).values()}
            said = told.get(number, set())
            head = f"{self.entries[number].clock} {self.entries[number].headline}"
            faults += [f"{head}: not taken back: {one}" for one in right - said]
            faults += [f"{head}: taken back: {one}" for one in said - right]
            for one, (_, now) in expected.get(number, {}).items():
                self.entries[number].said.remove(one)
                printed += [now] if now else []
        faults += read(at, "corrects", post.lead)
        faults += read(at, "correction headline", post.headline)
        self.publish(post, "correction", printed)
        return faults

    def _entry(
        self, heading: str, told: set[int], said: set[Correction], expected: Wrong
    ) -> int | None:
        """Which post a heading means; of several that are alike, of which so much is said."""
        _, _, headline = heading.partition(" yayımlanan gönderi: ")
        clock = heading.removeprefix("Saat ").split("'")[0]
        alike = [
            number
            for number, entry in enumerate(self.entries)
            if (entry.clock, entry.headline) == (clock, headline) and number not in told
        ]
        return min(
            alike,
            key=lambda number: len(said ^ {one for one, _ in expected.get(number, {}).values()}),
            default=None,
        )
